"""What 该区, 区委, 该公司 and bare names stand for: several names of a page, one entity."""

from __future__ import annotations

import pytest

from kg.coref import referents
from kg.model import Entity, Kind, Reading
from kg.pipeline import read_page
from kg.read import make_page


def read(text: str) -> Reading:
    return read_page(make_page("x.txt", text + "\n"))


def named(reading: Reading, kind: Kind) -> dict[str, Entity]:
    return {entity.label: entity for entity in reading.entities if entity.kind is kind and entity.articles}


@pytest.mark.parametrize(
    ("text", "label", "alt"),
    [
        ("岳西县委召开会议。县委要求抓好落实。", "岳西县委", "县委"),
        ("岳西县城管局施工。该局加班加点。", "岳西县城管局", ""),
        ("岳西县水利局巡查。县水利局要求加强值守。", "岳西县水利局", "县水利局"),
        ("走进江西百川电缆有限公司。该公司订单很多。", "江西百川电缆有限公司", ""),
    ],
)
def test_one_body_under_several_names(text: str, label: str, alt: str) -> None:
    bodies = named(read(text), Kind.ORGANISATION)
    assert list(bodies) == [label]
    assert not alt or alt in bodies[label].alt


def test_a_relative_district_is_the_last_named_one() -> None:
    reading = read("岳西县温泉镇修路。该镇党委书记方志强说，路通了。")
    assert set(named(reading, Kind.DISTRICT)) == {"岳西县", "温泉镇"}
    assert "温泉镇党委" in named(reading, Kind.ORGANISATION)


def test_a_relative_word_alone_names_nothing() -> None:
    reading = read("该区推进改造，该局负责，该公司承建。")
    assert not named(reading, Kind.DISTRICT)
    assert not named(reading, Kind.ORGANISATION)


def test_city_and_district_committees_of_one_page_differ() -> None:
    reading = read("镇江市丹徒区举行现场会。市委书记马明龙到会，区委书记戴国庆汇报。")
    assert {"镇江市委", "丹徒区委"} <= set(named(reading, Kind.ORGANISATION))


def test_a_bare_name_is_the_person_named_with_a_post_before() -> None:
    reading = read("岳西县委书记方志强到温泉镇调研。方志强强调，要守牢底线。")
    (person,) = named(reading, Kind.PERSON).values()
    assert (person.label, person.subtype) == ("方志强", "Official")


def test_a_short_name_of_a_district_joins_its_full_one() -> None:
    (district,) = named(read("磐安县推广药膳。磐安的药材远近闻名。"), Kind.DISTRICT).values()
    assert district.label == "磐安县" and "磐安" in district.alt


def test_a_parent_that_no_page_names_is_no_mention() -> None:
    reading = read("岳西县召开会议。")
    parents = {entity.label: entity.articles for entity in reading.entities if entity.kind is Kind.DISTRICT}
    assert parents["岳西县"] and parents["安庆市"] == () and parents["安徽省"] == ()


def test_no_district_lies_in_itself() -> None:
    """A list of mistakes is no page, and and reading one never ended: a company of the Corps lay in itself, by way of another."""
    lines = (
        "    师市卫健委党组书记、主任伊宏波到医院看望",
        "110_shihezi.txt  place  missed  一五二团2连党支部 | 一五二团2连",
        "    一五二团2连职工马福全走进连队“民情驿站”，把烦心事告诉了党支部书记、指导员刘新疆",
    )
    reading = read("\n".join(lines))
    holders = {fact.role("subject"): fact.role("object") for fact in reading.facts if fact.predicate == "partOf"}
    for start in holders:
        seen, at = set(), start
        while at in holders:
            assert at not in seen
            seen.add(at)
            at = holders[at]


def test_a_district_is_not_laid_in_what_lies_in_it() -> None:
    inner, outer = (referents.Referent(("place", name), Kind.DISTRICT, name) for name in ("甲村", "乙镇"))
    referents.lay(inner, outer)
    referents.lay(outer, inner)
    referents.lay(inner, inner)
    assert (inner.place, outer.place) == (outer, None)
    referents.lay(inner, None)
    assert inner.place is None


@pytest.mark.parametrize(
    ("headline", "body", "events"),
    [
        (
            "张文山调研果业发展",
            "11月3日，洛川县委书记张文山到石头镇、旧县镇调研果业发展情况。副县长刘军参加调研。",
            {"张文山调研果业发展"},
        ),
        (
            "张文山督导防汛工作",
            "11月3日，洛川县委书记张文山带队深入石头镇督导防汛工作。同日，洛川县县长刘军到旧县镇检查防汛工作。",
            {"张文山督导防汛工作", "刘军到旧县镇检查防汛工作"},
        ),
        (
            "洛川县在西安举办苹果推介会",
            "10月28日，洛川县在西安市举办洛川苹果推介会。洛川县县长刘军出席大会并致辞，本次推介会由县委书记张文山主持。",
            {"苹果推介会"},
        ),
    ],
)
def test_an_event_of_the_headline_is_told_again_by_the_report(headline: str, body: str, events: set[str]) -> None:
    reading = read(f"{headline}\n\n本报讯（记者李红）{body}")
    assert set(named(reading, Kind.EVENT)) == events
