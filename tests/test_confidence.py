"""What a bound on confidence leaves: the same by a build and by a filter of the whole graph."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.calibration import as_scored
from kg.confidence import keep_sure, sure_store
from kg.ontology import XZ
from kg.pipeline import read_page
from kg.query import run_query
from kg.read import make_page
from kg.store import open_store

PAGES = Path(__file__).parents[1] / "seeds" / "pages"
DEV = Path(__file__).parent / "pages" / "dev"
READ = partial(read_page, confidence=as_scored)  #: many different scores, whatever the table of confidences has


def triples(store: ox.Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, None)}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    build([PAGES, DEV], out, read=READ)
    return out


@pytest.mark.parametrize("least", [0.5, 0.7, 0.78, 0.9, 1.0])
def test_filter_of_the_graph_is_the_build_with_the_bound(whole: Path, tmp_path: Path, least: float) -> None:
    build([PAGES, DEV], tmp_path, min_confidence=least, read=READ)
    built, filtered = triples(open_store(tmp_path)), triples(sure_store(open_store(whole), least))
    assert filtered - built == set()
    assert built - filtered == set()
    assert len(built) < len(triples(open_store(whole)))


def test_no_evidence_below_the_bound(whole: Path) -> None:
    ask = f"SELECT ?c WHERE {{ ?e a <{XZ.Evidence}> ; <{XZ.confidence}> ?c FILTER(?c < 0.8) }}"
    assert run_query(whole, ask).rows
    assert not run_query(whole, ask, min_confidence=0.8).rows


def test_nothing_goes_without_a_bound() -> None:
    reading = read_page(make_page("p.txt", "临朐县委书记秦绍峰到寺头镇调研。"))
    assert keep_sure(reading, 0.0) is reading


def test_weaker_evidence_goes_before_the_fact() -> None:
    reading = read_page(make_page("p.txt", "临朐县委书记秦绍峰到寺头镇调研。"))
    post = next(fact for fact in reading.facts if fact.predicate == "post")
    weak = replace(post.evidence[0], score=0.3, by="weak")
    strong = replace(post.evidence[0], score=0.9)
    reading = replace(reading, facts=(replace(post, evidence=(strong, weak)),))
    assert [len(fact.evidence) for fact in keep_sure(reading, 0.5).facts] == [1]
    assert keep_sure(reading, 0.95).facts == ()
    assert [entity.id for entity in keep_sure(reading, 0.95).entities] == [entity.id for entity in reading.entities]
