"""How sure a rule makes us: the table, its making, and what a reading does with it."""

from __future__ import annotations

import importlib.util
from functools import partial
from pathlib import Path

import pytest

from kg import seeds
from kg.calibration import as_scored, confidence
from kg.evaluate import FACT_GROUPS, Evaluation, Judged, Tally, evaluate
from kg.pipeline import read_page
from kg.read import make_page

CALIBRATE = Path(__file__).parents[1] / "seeds" / "calibrate.py"
SENTENCE = "5月16日，临朐县委书记秦绍峰到寺头镇调研。"


def load_calibrate() -> object:
    spec = importlib.util.spec_from_file_location("calibrate", CALIBRATE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_rows(facts: list[Judged]) -> dict[tuple[str, str], float]:
    return {(row[1], row[2]): float(row[3]) for row in load_calibrate().rows(facts)}  # type: ignore[attr-defined]


def judged(rule: str, score: float, right: int, wrong: int) -> list[Judged]:
    return [Judged("post", "post", rule, score, True)] * right + [Judged("post", "post", rule, score, False)] * wrong


def test_a_rule_that_the_table_does_not_have_keeps_its_score() -> None:
    assert confidence("post", "another.rule", 0.42) == 0.42


def test_the_table_goes_before_the_score() -> None:
    row = next(row for row in seeds.confidences() if not row.score)
    assert confidence(row.predicate, row.rule, 0.0123) == row.confidence


def test_every_rule_of_the_table_was_seen_and_right_is_part_of_it() -> None:
    assert seeds.confidences()
    for row in seeds.confidences():
        assert 0 <= row.right <= row.facts and row.facts > 0
        assert 0 < row.confidence < 1.001


def test_a_reading_says_what_the_table_says() -> None:
    page = make_page("p.txt", SENTENCE)
    for reading, wanted in ((read_page(page), confidence), (read_page(page, confidence=as_scored), as_scored)):
        raw = {(f.predicate, e.by): e.score for f in read_page(page, confidence=as_scored).facts for e in f.evidence}
        for fact in reading.facts:
            for evidence in fact.evidence:
                score = raw[(fact.predicate, evidence.by)]
                assert evidence.score == wanted(fact.predicate, evidence.by, score)


def test_few_facts_are_drawn_towards_all_of_their_predicate() -> None:
    rows = make_rows([*judged("a", 0.9, 90, 10), *judged("b", 0.9, 0, 1)])
    assert rows[("a", "")] == pytest.approx(0.90, abs=0.01)
    assert 0.6 < rows[("b", "")] < 0.8


def test_a_score_has_a_row_where_enough_facts_had_it_and_others_had_another() -> None:
    rows = make_rows([*judged("a", 0.9, 40, 0), *judged("a", 0.6, 10, 30)])
    assert rows[("a", "0.90")] > 0.95 and rows[("a", "0.60")] < 0.35
    assert set(make_rows(judged("a", 0.9, 40, 0))) == {("a", "")}


def test_reliability_tells_mean_and_share_by_tenths() -> None:
    tally = Tally(judged=[*judged("a", 0.95, 9, 1), *judged("a", 0.55, 1, 1), *judged("a", 1.0, 2, 0)])
    low, high = Evaluation(1, {"post": tally}, ()).reliability()
    assert (low.lowest, low.facts, low.confidence, low.right) == (0.5, 2, pytest.approx(0.55), 0.5)
    assert (high.lowest, high.facts, high.right) == (0.9, 12, pytest.approx(11 / 12))


def test_evaluation_judges_what_gold_has_a_view_on() -> None:
    folder = Path(__file__).parent
    evaluation = evaluate(folder / "gold" / "dev", folder / "pages" / "dev", read=partial(read_page, confidence=as_scored))
    right = sum(fact.right for fact in evaluation.judged)
    wrong = sum(not fact.right for fact in evaluation.judged)
    tallies = [tally for group, tally in evaluation.groups.items() if group in FACT_GROUPS and group != "byline"]
    assert wrong == sum(tally.wrong for tally in tallies)
    assert right >= sum(tally.right for tally in tallies)  # what gold has as optional is right too
