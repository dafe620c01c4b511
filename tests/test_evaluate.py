"""``kg eval``: the form of gold, how names and facts are aligned, and the figures that our own pages must reach."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import sample_readings

from kg.errors import GoldError
from kg.evaluate import FACT_GROUPS, Tally, compare, evaluate, fold, fold_title, identifying_names, shortenings
from kg.gold import ENTITY_GROUPS, GoldPage, read_gold, read_gold_file
from kg.model import Reading

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"dev": 23, "held-out": 138, "reports-dev": 491}
SETS = tuple(PAGES)

#: The least that each set must reach: entities (mean F1 of the four groups), facts (F1 of all), persons, posts. Raise them
#: with the program; never lower them for a rule that serves one page.
FLOORS = {
    "dev": {"entities": 0.97, "facts": 0.93, "persons": 0.985, "post": 0.93},
    "held-out": {"entities": 0.94, "facts": 0.875, "persons": 0.975, "post": 0.915},
    "reports-dev": {"entities": 0.965, "facts": 0.929, "persons": 0.985, "post": 0.965},
}


# ── our own gold ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SETS)
def test_floors(name: str) -> None:
    evaluation = evaluate(ROOT / "tests" / "gold" / name, ROOT / "tests" / "pages" / name)
    assert (evaluation.pages, evaluation.problems) == (PAGES[name], ())
    reached = {
        "entities": evaluation.entity_f1,
        "facts": evaluation.fact_f1,
        "persons": evaluation.groups["persons"].f1,
        "post": evaluation.groups["post"].f1,
    }
    assert all(reached[key] >= floor for key, floor in FLOORS[name].items()), reached


@pytest.mark.parametrize("name", SETS)
def test_gold_quotes_its_pages(name: str) -> None:
    for gold in read_gold(ROOT / "tests" / "gold" / name):
        text = (ROOT / "tests" / "pages" / name / gold.doc).read_text(encoding="utf-8")
        for fact in gold.facts:
            assert fact.quote in text, f"{gold.name}: {fact.quote}"


def one_of_each_length(names: list[str]) -> list[str]:
    """Names without those that are as long as one before: the other scorer tries equally long ones in no fixed order."""
    kept: list[str] = []
    lengths: set[int] = set()
    for name in names:
        own = {len(short) for short in shortenings(fold(name))}
        if lengths.isdisjoint(own):
            kept.append(name)
            lengths |= own
    return kept


@pytest.mark.skipif(not (ROOT.parent / "shared" / "score" / "score.py").is_file(), reason="no other scorer beside the checkout")
@pytest.mark.parametrize("name", SETS)
def test_another_scorer_gives_the_same_figures(name: str, tmp_path: Path) -> None:
    scorer = ROOT.parent / "shared" / "score" / "score.py"
    gold, pages, report = tmp_path / "gold", tmp_path / "pages", tmp_path / "report.json"
    gold.mkdir(), pages.mkdir()  # the other scorer builds every page of its folder, one process each
    for path in sorted((ROOT / "tests" / "gold" / name).glob("*.json"))[::12]:
        page = json.loads(path.read_text(encoding="utf-8"))
        for entity in (entity for group in ENTITY_GROUPS if group != "persons" for entity in page.get(group, ())):
            entity["names"] = one_of_each_length(entity["names"])
        (gold / path.name).write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
        shutil.copy(ROOT / "tests" / "pages" / name / page["doc"], pages)
    command = [sys.executable, str(scorer), "--kg", f"{sys.executable} -m kg.cli", "--pages", str(pages), "--gold", str(gold)]
    subprocess.run([*command, "--json", str(report)], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    groups = evaluate(gold, pages).groups
    theirs = json.loads(report.read_text(encoding="utf-8"))["groups"]
    assert {group: (tally.right, tally.wrong, tally.missed) for group, tally in groups.items()} == {
        group: (figures["tp"], figures["fp"], figures["fn"]) for group, figures in theirs.items()
    }


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_names_are_folded() -> None:
    assert fold("“红色 物业”") == fold("红色物业") == "红色物业"
    assert fold("中共临朐县委") == "临朐县委"
    assert fold("Ａ４Ｂ") == "A4B"
    assert fold_title("党组书记") == "书记"
    assert fold_title("县委书记") == "书记"
    assert fold_title("支部") == "支部"


def test_names_without_the_larger_districts() -> None:
    assert shortenings("保定市高新区纪委") == {"保定市高新区纪委", "高新区纪委"}
    assert shortenings("山东省潍坊市临朐县") == {"山东省潍坊市临朐县", "潍坊市临朐县", "临朐县"}
    assert shortenings("青州市") == {"青州市"}


def test_a_short_form_of_its_page_does_not_identify() -> None:
    names = identifying_names(["临朐县财政局", "县财政局", "临朐县财政和金融局"])
    assert names == {"临朐县财政局", "临朐县财政和金融局"}
    assert identifying_names(["青坪区委", "区委", "中共青坪区委"]) == {"青坪区委"}


def test_a_tally() -> None:
    tally = Tally(right=3, wrong=1, missed=3)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)
    assert Tally().f1 == 1.0
    assert Tally(missed=1).f1 == 0.0


# ── comparison ───────────────────────────────────────────────────────────────────────────────────────────────────────────

#: All that the hand-made reading says.
WHOLE: dict[str, Any] = {
    "doc": "page.txt",
    "articles": [{"id": "a1", "reporters": ["单小禾"], "correspondents": [], "photographers": []}],
    "persons": [{"id": "p1", "name": "林远舟"}, {"id": "p2", "name": "解文澜"}, {"id": "p3", "name": "单小禾"}],
    "organisations": [
        {"id": "o1", "names": ["青坪区委", "区委"]},
        {"id": "o2", "names": ["青坪区政府", "青坪区人民政府"]},
        {"id": "o3", "names": ["青坪区住建局", "区住建局"]},
    ],
    "districts": [{"id": "d1", "names": ["青坪区"]}, {"id": "d2", "names": ["槐荫街道"]}],
    "initiatives": [{"id": "i1", "names": ["“暖巷行动”"]}],
    "events": [{"id": "e1", "names": ["推进会"], "kind": "meeting"}],
    "facts": [
        {"s": "p1", "p": "post", "title": "区委副书记", "o": "o1", "quote": "区委副书记"},
        {"s": "p1", "p": "post", "title": "区长", "o": "o2", "quote": "代区长"},
        {"s": "p2", "p": "post", "title": "局长", "o": None, "quote": "局长解文澜"},
        {"s": "o1", "p": "jurisdiction", "o": "d1", "quote": "青坪区委"},
        {"s": "d2", "p": "part_of", "o": "d1", "quote": "槐荫街道"},
        {"s": "d1", "p": "leads", "o": "i1", "quote": "青坪区牵头"},
        {"s": "d2", "p": "takes_part", "o": "i1", "quote": "槐荫街道参与"},
        {"s": "p1", "p": "presides", "o": "e1", "quote": "林远舟主持"},
        {"s": "p2", "p": "attends", "o": "e1", "quote": "解文澜出席"},
        {"s": "i1", "p": "amount", "value": "1.5亿元", "quote": "投资1.5亿元"},
    ],
}


def gold_of(tmp_path: Path, changes: Mapping[str, Any] | None = None) -> GoldPage:
    path = tmp_path / "page.json"
    path.write_text(json.dumps({**WHOLE, **(changes or {})}, ensure_ascii=False), encoding="utf-8")
    return read_gold_file(path)


def figures(gold: GoldPage, reading: Reading) -> dict[str, tuple[int, int, int]]:
    """Group → right, wrong, missed, where any is."""
    tallies = compare(gold, reading).items()
    return {group: found for group, t in tallies if any(found := (t.right, t.wrong, t.missed))}


ALL_RIGHT = {
    "persons": (3, 0, 0), "organisations": (3, 0, 0), "districts": (2, 0, 0), "initiatives": (1, 0, 0), "post": (3, 0, 0),
    "place": (1, 0, 0), "part_of": (1, 0, 0), "leads": (1, 0, 0), "takes_part": (1, 0, 0), "presides": (1, 0, 0),
    "attends": (1, 0, 0), "amount": (1, 0, 0), "byline": (1, 0, 0),
}  # fmt: skip


def test_all_is_right(tmp_path: Path) -> None:
    assert figures(gold_of(tmp_path), sample_readings.spring_reading()) == ALL_RIGHT


def test_nothing_read_misses_all(tmp_path: Path) -> None:
    reading = Reading(sample_readings.spring_reading().page)
    wanted = {group: (0, 0, right) for group, (right, _, _) in ALL_RIGHT.items()}
    assert figures(gold_of(tmp_path), reading) == wanted


@pytest.mark.parametrize(
    ("changes", "group", "wanted"),
    [
        ({"persons": [{"id": "p1", "name": "林远舟"}, {"id": "p2", "name": "解文澜"}]}, "persons", (2, 1, 0)),
        ({"initiatives": [{"id": "i1", "names": ["寒巷行动"]}]}, "initiatives", (0, 1, 1)),
        ({"initiatives": [{"id": "i1", "names": ["寒巷行动"]}]}, "leads", (0, 1, 1)),
        ({"initiatives": [{"id": "i1", "names": ["暖巷行动"], "optional": True}]}, "initiatives", None),
        ({"initiatives": [{"id": "i1", "names": ["暖巷行动"], "optional": True}]}, "leads", None),
        ({"events": [{"id": "e1", "names": ["推进会"], "kind": "activity"}]}, "presides", (0, 1, 1)),
        ({"articles": []}, "byline", (0, 1, 0)),
    ],
)
def test_what_changes_a_figure(changes: dict[str, Any], group: str, wanted: tuple[int, int, int] | None, tmp_path: Path) -> None:
    assert figures(gold_of(tmp_path, changes), sample_readings.spring_reading()).get(group) == wanted


def test_an_optional_fact_is_neither_asked_for_nor_wrong(tmp_path: Path) -> None:
    facts = [{**fact, "optional": True} for fact in WHOLE["facts"]]
    found = figures(gold_of(tmp_path, {"facts": facts}), sample_readings.spring_reading())
    assert not set(found) & set(FACT_GROUPS) - {"byline"}


def test_what_the_gazetteer_knows_is_not_wrong(tmp_path: Path) -> None:
    """The reading says that 青坪区 is part of 望川市, which the page does not name."""
    found = figures(gold_of(tmp_path), sample_readings.spring_reading())
    assert found["part_of"] == (1, 0, 0)
    assert found["districts"] == (2, 0, 0)


def test_findings_show_sentence_and_rule(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, {"facts": [{"s": "p2", "p": "post", "title": "主任", "o": "o3", "quote": "区住建局主任"}]})
    findings = compare(gold, sample_readings.spring_reading())["post"].findings
    assert ("missed", "解文澜 | 主任 | 青坪区住建局", "区住建局主任", "") in {
        ("missed" if f.missed else "wrong", f.what, f.sentence, f.rule) for f in findings
    }
    assert ("wrong", "解文澜 | 局长 | 青坪区住建局", "区住建局局长解文澜出席", "rule") in {
        ("missed" if f.missed else "wrong", f.what, f.sentence, f.rule) for f in findings
    }
    assert [f.page for f in findings] == ["page.txt"] * 4


# ── the form of gold ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"doc": ""}, "page.json: doc: text is wanted here"),
        ({"persons": {}}, "page.json: persons: a list is wanted here"),
        ({"persons": ["林远舟"]}, r"page.json: persons\[0\]: an object"),
        ({"persons": [{"name": "林远舟"}]}, r"page.json: persons\[0\].id: is missing"),
        ({"persons": [*WHOLE["persons"], {"id": "p1", "name": "甲乙"}]}, r"persons\[3\].id: 'p1' stands here a second time"),
        ({"districts": [{"id": "d1", "names": []}]}, r"districts\[0\].names: holds no name"),
        ({"districts": [{"id": "d1", "names": "青坪区"}]}, r"districts\[0\].names: a list of texts"),
        ({"districts": [{"id": "d1", "names": ["青坪区"], "optional": "yes"}]}, r"districts\[0\].optional: true or false"),
        ({"events": [{"id": "e1", "names": ["会"], "kind": "party"}]}, r"events\[0\].kind: 'party' is none of"),
        ({"facts": [{"s": "p1", "p": "knows", "o": "p2", "quote": "x"}]}, r"facts\[0\].p: 'knows' is none of"),
        ({"facts": [{"s": "p9", "p": "leads", "o": "i1", "quote": "x"}]}, r"facts\[0\].s: no entity has the id 'p9'"),
        ({"facts": [{"s": "p1", "p": "leads", "o": "i9", "quote": "x"}]}, r"facts\[0\].o: no entity has the id 'i9'"),
        ({"facts": [{"s": "p1", "p": "leads", "o": None, "quote": "x"}]}, r"facts\[0\].o: text is wanted here"),
        ({"facts": [{"s": "p1", "p": "attends", "o": "d1", "quote": "x"}]}, r"facts\[0\].o: attends needs an event"),
        ({"facts": [{"s": "i1", "p": "amount", "quote": "x"}]}, r"facts\[0\].value: is missing"),
        ({"facts": [{"s": "p1", "p": "leads", "o": "i1"}]}, r"facts\[0\].quote: is missing"),
    ],
)
def test_malformed_gold_is_named_by_file_and_key(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=message):
        gold_of(tmp_path, changes)


def test_gold_that_is_no_json_or_has_no_page(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold file"):
        read_gold(tmp_path)
    (tmp_path / "page.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"page\.json: cannot be read"):
        read_gold(tmp_path)
    gold_of(tmp_path)
    with pytest.raises(GoldError, match=r"page\.json: doc: there is no page .*page\.txt"):
        evaluate(tmp_path, tmp_path)


def test_a_page_that_cannot_be_read_is_missed_and_said(tmp_path: Path) -> None:
    gold_of(tmp_path)
    (tmp_path / "page.txt").write_bytes(b"")
    evaluation = evaluate(tmp_path, tmp_path)
    assert [problem.what for problem in evaluation.problems] == ["empty: no text in it"]
    assert (evaluation.entity_f1, evaluation.fact_f1) == (0.0, 0.0)
    assert evaluation.groups["persons"].missed == len(WHOLE["persons"])
    assert set(evaluation.groups) == {*ENTITY_GROUPS, *FACT_GROUPS}
