"""Tables found in a text: as a search for each word at each place finds them, whichever tables share the walk."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from sample_readings import make_page

from kg import scanner
from kg.extract import load_extractors
from kg.pipeline import read_page
from kg.scanner import Scanner


@pytest.fixture(autouse=True)
def tables() -> Iterator[None]:
    """Tables made in a test are gone after it."""
    count = len(scanner._TABLES)
    yield
    del scanner._TABLES[count:]
    scanner._automaton.cache_clear()
    scanner._walk.cache_clear()


def by_search(words: Sequence[str], text: str) -> list[tuple[int, int, str]]:
    """Leftmost, then longest, without overlap: one place after the other."""
    found, at = [], 0
    while at < len(text):
        word = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if word:
            found.append((at, at + len(word), word))
        at += len(word) or 1
    return found


def test_two_tables_find_what_each_would_find_alone() -> None:
    chance = random.Random(4)
    letters = "县委会办公室主任"
    word = lambda: "".join(chance.choices(letters, k=chance.randint(1, 4)))  # noqa: E731
    words = [[*{word() for _ in range(30)}] for _ in range(2)]
    first, second = (Scanner(lambda rows=rows: rows, str) for rows in words)  # type: ignore[misc]
    for _ in range(300):
        text = "".join(chance.choices(letters + "，", k=chance.randint(0, 60)))
        assert [*first.find(text)] == by_search(words[0], text)
        assert [*second.find(text)] == by_search(words[1], text)


def test_places_are_counted_in_characters() -> None:
    table = Scanner(lambda: ["书记"], str)
    assert [*table.find("𠮷县é书记")] == [(3, 5, "书记")]


def test_of_two_rows_with_one_word_the_first_is_found() -> None:
    table = Scanner(lambda: [("项目", 1), ("项目", 2)], lambda row: row[0])
    assert [*table.find("项目")] == [(0, 2, ("项目", 1))]


def test_a_table_made_later_is_walked_too() -> None:
    first = Scanner(lambda: ["甲"], str)
    assert [*first.find("甲乙")] == [(0, 1, "甲")]
    second = Scanner(lambda: ["乙"], str)
    assert [*second.find("甲乙")] == [(1, 2, "乙")]
    assert [*first.find("甲乙")] == [(0, 1, "甲")]


def test_rows_are_loaded_when_a_text_is_walked_and_not_before() -> None:
    loaded = []
    table = Scanner(lambda: loaded.append(1) or ["甲"], str)  # type: ignore[func-returns-value]
    assert not loaded
    assert [*table.find("甲")] and [*table.find("乙甲")]
    assert loaded == [1]


def test_a_page_is_walked_once_for_all_tables_of_the_program() -> None:
    load_extractors()
    scanner._walk.cache_clear()
    read_page(make_page("柳溪.txt", "县委书记甘立民到柳溪镇调研柳溪水库加固项目。", None))
    seen = scanner._walk.cache_info()
    assert seen.hits > seen.misses


def test_whose_words_a_text_has_is_told_of_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(9)
    words = {"".join(chance.choices("县委会办公室", k=chance.randint(1, 4))) for _ in range(60)}
    monkeypatch.setattr(scanner, "_NEEDED", {})
    for word in words:
        scanner.need([word], word)
    for _ in range(200):
        text = "".join(chance.choices("县委会办公室，", k=chance.randint(0, 90)))
        assert scanner.possible(text) == {word for word in words if word in text}
    scanner.need(["，", "县委"], "two words")
    assert scanner.possible("县委") >= {"two words"}
    assert scanner.possible("，") == {"two words"}
    scanner._needed.cache_clear()
    scanner.possible.cache_clear()
