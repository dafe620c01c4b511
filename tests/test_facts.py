"""Facts: merged by what they say, each with all its evidence."""

from __future__ import annotations

from kg.model import Fact, Kind, Reading
from kg.pipeline import read_page
from kg.read import make_page

TEXT = (
    "岳西县召开防汛会议，县委书记方志强主持。\n"
    "会上，岳西县委书记方志强强调，要守牢底线。\n"
    "岳西县水利局局长储文明汇报了情况。该县开展“清风”行动，总投资3亿元的锐恒新材料项目已开工。\n"
)


def read(text: str = TEXT) -> Reading:
    return read_page(make_page("x.txt", text))


def facts(reading: Reading, predicate: str) -> list[Fact]:
    return [fact for fact in reading.facts if fact.predicate == predicate]


def test_a_post_said_twice_is_one_fact_with_two_proofs() -> None:
    (post,) = (fact for fact in facts(read(), "post") if fact.role("role") == "书记")
    assert len(post.evidence) == 2
    assert all("书记方志强" in evidence.quote for evidence in post.evidence)


def test_every_fact_of_a_page_has_proof_that_stands_there() -> None:
    reading = read()
    articles = {article.id for article in reading.articles}
    for fact in reading.facts:
        if fact.predicate not in ("partOf", "subOrganizationOf"):
            assert fact.evidence, fact
        for evidence in fact.evidence:
            assert reading.page.text[evidence.start : evidence.end] == evidence.quote
            assert evidence.article in articles and evidence.by
            assert 0 < evidence.score <= 1


def test_roles_point_at_entities_of_the_reading() -> None:
    reading = read()
    ids = {entity.id for entity in reading.entities}
    for fact in reading.facts:
        for name, value in fact.roles:
            if name in ("person", "organisation", "subject", "object"):
                assert value in ids, fact


def test_a_body_serves_its_district_and_hangs_on_the_body_above() -> None:
    reading = read("岳西县政府召开会议，岳西县水利局汇报。\n")
    label = {entity.id: entity.label for entity in reading.entities}
    serves = {(label[str(f.role("subject"))], label[str(f.role("object"))]) for f in facts(reading, "jurisdiction")}
    above = {(label[str(f.role("subject"))], label[str(f.role("object"))]) for f in facts(reading, "subOrganizationOf")}
    assert serves == {("岳西县政府", "岳西县"), ("岳西县水利局", "岳西县")}
    assert above == {("岳西县水利局", "岳西县政府")}


def test_parents_that_only_the_lists_know_need_no_proof() -> None:
    reading = read("岳西县召开会议。\n")
    label = {entity.id: entity.label for entity in reading.entities}
    chain = {(label[str(f.role("subject"))], label[str(f.role("object"))]): f.evidence for f in facts(reading, "partOf")}
    assert ("岳西县", "安庆市") in chain and chain[("安庆市", "安徽省")] == ()


def test_investments_have_a_value_in_yuan() -> None:
    (sum_,) = facts(read(), "investment")
    assert sum_.role("text") == "3亿元" and sum_.role("value") == 300_000_000


def test_ids_are_unique_and_facts_sorted_and_repeatable() -> None:
    first, second = read(), read()
    assert first == second
    ids = [fact.id for fact in first.facts]
    assert ids == sorted(set(ids))


def test_a_page_without_facts() -> None:
    reading = read("今天天气很好，阳光明媚，适合出门走走看看。\n")
    assert reading.facts == ()
    assert not [entity for entity in reading.entities if entity.kind is Kind.PERSON]
