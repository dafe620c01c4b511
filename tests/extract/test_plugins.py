"""Extractors that other packages bring by the entry point group ``kg.extractors``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

import kg.extract as extract
from kg.errors import ExtractorError
from kg.model import Kind


class Nothing:
    """Finds no mention."""

    name = "nothing"
    needs = frozenset({Kind.DISTRICT})
    finds = frozenset({Kind.TIME.value})

    def __call__(self, article: object, found: object) -> Iterator[object]:
        return iter(())


class Impossible(Nothing):
    """Needs what nothing finds."""

    needs = frozenset({"colour"})


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    points: list[EntryPoint] = []
    monkeypatch.setattr(extract, "entry_points", lambda group: points if group == "kg.extractors" else [])
    extract.load_extractors.cache_clear()
    yield points
    extract.load_extractors.cache_clear()


def test_an_entry_point_runs_after_ours(entries: list[EntryPoint]) -> None:
    entries.append(EntryPoint("nothing", f"{__name__}:Nothing", "kg.extractors"))
    assert [extractor.name for extractor in extract.load_extractors()] == [*(e.name for e in extract.EXTRACTORS), "nothing"]


def test_a_broken_entry_point_is_named(entries: list[EntryPoint]) -> None:
    entries.append(EntryPoint("gone", "no_such_package.here:Thing", "kg.extractors"))
    with pytest.raises(ExtractorError, match="gone of no_such_package"):
        extract.load_extractors()
