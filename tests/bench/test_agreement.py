"""The ceiling of the figures is measured by what is judged like a program's finds: a page agrees with itself, and no more."""

from dataclasses import replace
from pathlib import Path

from agreement import agreement, first_of, main

from kg.gold import read_gold

SECOND = Path(__file__).parents[1] / "gold" / "second"


def test_a_page_agrees_with_itself():
    pages = read_gold(SECOND)
    same = agreement(pages, pages)
    assert same.entity_f1 == same.fact_f1 == 1.0
    assert same.groups["persons"].right > 100


def test_what_one_leaves_out_is_missed():
    pages = read_gold(SECOND)
    less = [replace(page, facts=tuple(fact for fact in page.facts if fact.predicate != "post")) for page in pages]
    found = agreement(pages, less)
    assert found.groups["post"].right == 0 and found.groups["post"].missed > 50
    assert found.groups["place"].f1 == 1.0


def test_each_page_has_a_first_annotation():
    for page in read_gold(SECOND):
        assert first_of(page, SECOND).doc == page.doc


def test_both_ways_are_printed(capsys):
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert shown.count("entities F1") == 2 and "the first by the second" in shown
