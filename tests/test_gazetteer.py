"""Places by name and code."""

from __future__ import annotations

from kg.gazetteer import Gazetteer, Place, gazetteer, village_names

SMALL = Gazetteer(
    [
        Place("340000", "安徽省", "province", "", ("安徽",), True),
        Place("340800", "安庆市", "prefecture", "340000", ("安庆",), True),
        Place("340828", "岳西县", "county", "340800", ("岳西",), True),
        Place("340828100", "天堂镇", "township", "340828", (), True),
        Place("340828", "旧岳西县", "county", "340800", (), False),
    ]
)


def test_a_chain_goes_from_the_smallest_up() -> None:
    assert [place.name for place in SMALL.chain("340828100")] == ["天堂镇", "岳西县", "安庆市", "安徽省"]
    assert SMALL.chain("999999") == ()
    assert SMALL.chain("") == ()


def test_ancestors_by_level() -> None:
    county = SMALL.ancestor("340828100", "county")
    assert county is not None and county.code == "340828"
    assert SMALL.ancestor("340828", "county") == county
    assert SMALL.ancestor("340800", "county") is None


def test_within() -> None:
    assert SMALL.within("340828100", "340000")
    assert SMALL.within("340828", "340828")
    assert not SMALL.within("340000", "340828")


def test_a_current_row_stands_before_a_former_one_of_the_same_code() -> None:
    assert SMALL.by_code["340828"].name == "岳西县"
    assert {place.current for place in SMALL.by_name["旧岳西县"]} == {False}
    assert SMALL.by_short["岳西"][0].code == "340828"


def test_the_lists_hold_the_country() -> None:
    index = gazetteer()
    current = [place for place in index.by_code.values() if place.current]
    levels = {level: sum(place.level == level for place in current) for level in ("province", "prefecture", "county")}
    assert levels["province"] in (31, 34)
    assert 330 <= levels["prefecture"] <= 345
    assert 2840 <= levels["county"] <= 2900
    assert len(index.by_name["鼓楼区"]) >= 4
    assert all(place.parent in index.by_code for place in current if place.parent)


def test_village_names() -> None:
    names = village_names()
    assert "天堂村" in names or "前进村" in names
    assert len(names) > 100_000
