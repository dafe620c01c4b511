"""FollowTheMoney's own package takes what is written, changes nothing of it, and finds every entity that another one names."""

import json
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy

from kg.export import export
from kg.export.ftm import make_id


@pytest.fixture(scope="module")
def written(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    (path,) = export(sample_build, "ftm", tmp_path_factory.mktemp("ftm"))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def proxies(written: list[dict[str, Any]]) -> dict[str, EntityProxy]:
    return {data["id"]: model.get_proxy(data, cleaned=False) for data in written}


def test_every_entity_is_valid_and_its_values_are_clean(written: list[dict[str, Any]], proxies: dict[str, EntityProxy]) -> None:
    assert len(proxies) == len(written), "no id comes twice"
    for data in written:
        proxy = proxies[data["id"]]
        proxy.schema.validate(data)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == data["properties"]


def test_every_reference_leads_to_an_entity_of_the_right_kind(proxies: dict[str, EntityProxy]) -> None:
    references = 0
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                references += 1
                assert proxies[value].schema.is_a(prop.range)
    assert references > 100


def test_an_official_occupies_a_position_in_a_public_body(proxies: dict[str, EntityProxy]) -> None:
    (person,) = (proxy for proxy in proxies.values() if proxy.schema.name == "Person" and proxy.caption == "高慧敏")
    held = [proxy for proxy in proxies.values() if proxy.schema.name == "Occupancy" and person.id in proxy.get("holder")]
    positions = {proxies[post.first("post")].caption: post for post in held}
    assert set(positions) == {"临朐县委 副书记", "临朐县政府 县长"}
    post = positions["临朐县政府 县长"]
    assert post.get("date") == ["2024-05-16"]
    assert not post.get("startDate") and not post.get("endDate"), "a report proves no beginning and no end"
    assert "县长高慧敏" in post.first("summary")
    position = proxies[post.first("post")]
    assert position.get("subnationalArea") == ["临朐县"]
    assert proxies[position.first("organization")].schema.name == "PublicBody"


def test_all_kinds_are_there(proxies: dict[str, EntityProxy]) -> None:
    kinds = {proxy.schema.name for proxy in proxies.values()}
    assert kinds >= {"Person", "Position", "Occupancy", "PublicBody", "Company", "Directorship", "Project", "Event"}


@pytest.mark.parametrize("name", ["https://a/id/person/x", "https://a/id/person/%E7%A7%A6", "https://a/id/" + "长" * 90, "a b c"])
def test_ids_are_those_of_followthemoney(name: str) -> None:
    made = make_id(name)
    assert model.get_proxy({"id": made, "schema": "Person", "properties": {}}).id == made
    assert made.isascii() and made != make_id(name + "x")
