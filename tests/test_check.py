"""One good graph, and the ways to break it: each line removed or added must be found, in the whole and in pieces."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_readings import (
    BUREAU,
    CITY,
    COMMITTEE,
    COUNTY,
    DRIVE,
    GOVERNMENT,
    LIN,
    MEETING,
    SHAN,
    SPRING,
    SUMMER,
    TOWNSHIP,
    XIE,
    many_readings,
    spring_reading,
    summer_reading,
)

from kg.check import Violation, check
from kg.errors import InputError
from kg.graph import evidence_iri, write_graph, write_page_text
from kg.ontology import DEFAULT_BASE, ORG, RDF, SCHEMA, SKOS, XSD, XZ

POST = "post/post000000000001"
LEADS = "statement/edge000000000005"
PART_OF = "statement/edge000000000003"
FIGURE = "figure/figure0000001"
READING = spring_reading()
ARTICLE = f"article/{READING.articles[0].id}"
PAGE = f"page/{READING.page.sha256[:12]}"
EVIDENCE = evidence_iri(READING.facts[0], READING.facts[0].evidence[0], DEFAULT_BASE)[len(DEFAULT_BASE) :]
PROOF = READING.facts[0].evidence[0]
DAY = f"^^<{XSD.date}>"


def build(directory: Path) -> Path:
    readings = [READING, summer_reading()]
    write_graph(readings, directory)
    for reading in readings:
        write_page_text(directory, reading.page)
    return directory


def triple(subject: str, predicate: str, value: str) -> str:
    """A line of N-Triples; a value that is no literal and no IRI is an id under the base."""
    node = value if value[0] in '"<' else f"<{DEFAULT_BASE}{value}>"
    return f"<{DEFAULT_BASE}{subject}> <{predicate}> {node} .\n"


def change(directory: Path, remove: str = "", add: str = "") -> None:
    """Take all lines that begin with ``remove`` out of the graph, and add lines. N-Triples are Turtle, so both files get them."""
    lines = (directory / "graph.nt").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not (remove and line.startswith(remove))]
    assert len(kept) < len(lines) or not remove, f"nothing begins with {remove}"
    for name in ("graph.nt", "graph.ttl"):
        (directory / name).write_text("".join(kept) + add, encoding="utf-8", newline="\n")


def without(subject: str, predicate: str = "") -> str:
    return f"<{DEFAULT_BASE}{subject}>" + (f" <{predicate}>" if predicate else "")


def test_a_good_graph_has_no_violation_whole_or_in_pieces(tmp_path: Path) -> None:
    build(tmp_path)
    assert check(tmp_path) == []
    assert check(tmp_path, chunk=100) == []
    assert check(tmp_path, [READING.page, summer_reading().page]) == []


BROKEN: dict[str, tuple[str, str, str, str]] = {
    # what is broken: (lines removed, lines added, node that is wrong, part of the message)
    "no preferred label": (without(LIN, SKOS.prefLabel), "", LIN, "exactly one preferred label"),
    "two preferred labels": ("", triple(LIN, SKOS.prefLabel, '"林远州"@zh'), LIN, "exactly one preferred label"),
    "a preferred label in English": (
        without(LIN, SKOS.prefLabel), triple(LIN, SKOS.prefLabel, '"Lin"@en'), LIN, "exactly one preferred label"),
    "an alternative label that is the preferred one": ("", triple(LIN, SKOS.altLabel, '"林远舟"@zh'), LIN, "alternative label"),
    "a post without a person": (without(POST, ORG.member), "", POST, "not exactly one person"),
    "a post of two persons": ("", triple(POST, ORG.member, SHAN), POST, "not exactly one person"),
    "a post of a body": (
        without(POST, ORG.member), triple(POST, ORG.member, BUREAU), POST, "not exactly one person"),
    "a post without a role": (without(POST, ORG.role), "", POST, "exactly one role"),
    "a post without evidence": (without(POST, XZ.evidence), "", POST, "without evidence"),
    "a post in a person": (without(POST, ORG.organization), triple(POST, ORG.organization, XIE), POST, "no body"),
    "a post attested on no date": ("", triple(POST, XZ.attestedOn, f'"last week"{DAY}'), POST, "no date"),
    "a post attested after its last day": ("", triple(POST, XZ.attestedOn, f'"2031-12-31"{DAY}'), POST, "outside of its first"),
    "a post first attested after last": (
        without(POST, XZ.lastAttested), triple(POST, XZ.lastAttested, f'"2030-01-01"{DAY}'), POST, "after it is last attested"),
    "a status of its own making": ("", triple(POST, XZ.status, '"retired"'), POST, "status other than"),
    "a rank of nought": ("", triple("role/x", RDF.type, f"<{ORG.Role}>") + triple("role/x", SKOS.prefLabel, '"巷长"@zh')
        + triple("role/x", XZ.rank, f'"0"^^<{XSD.integer}>'), "role/x", "no positive whole number"),
    "a confidence above one": (
        without(POST, XZ.confidence), triple(POST, XZ.confidence, f'"1.2"^^<{XSD.decimal}>'), POST, "not between 0 and 1"),
    "a post held in a person": ("", triple(LIN, XZ.holdsPostIn, XIE), XIE, "neither body nor district"),
    "a post held that no membership gives": ("", triple(XIE, XZ.holdsPostIn, COMMITTEE), XIE, "no membership gives"),
    "evidence without a quote": (without(EVIDENCE, XZ.quote), "", EVIDENCE, "without exactly one quote"),
    "evidence that ends before it starts": (
        without(EVIDENCE, XZ.end), triple(EVIDENCE, XZ.end, f'"0"^^<{XSD.integer}>'), EVIDENCE, "before its end"),
    "evidence that starts at no number": (
        without(EVIDENCE, XZ.start), triple(EVIDENCE, XZ.start, f'"two"^^<{XSD.integer}>'), EVIDENCE, "start that lies before"),
    "evidence that is longer than its quote": (
        without(EVIDENCE, XZ.end), triple(EVIDENCE, XZ.end, f'"{PROOF.end + 1}"^^<{XSD.integer}>'), EVIDENCE, "another length"),
    "evidence in no article": (without(EVIDENCE, XZ.inArticle), "", EVIDENCE, "stands in no article"),
    "evidence without a rule": (without(EVIDENCE, XZ.extractor), "", EVIDENCE, "name of its rule"),
    "evidence without confidence": (without(EVIDENCE, XZ.confidence), "", EVIDENCE, "without a confidence"),
    "evidence that is missing": (without(EVIDENCE), "", POST, "without evidence"),
    "a statement without evidence": (without(LEADS, XZ.evidence), "", LEADS, "without evidence"),
    "a statement without an object": (without(LEADS, RDF.object), "", LEADS, "exactly one object"),
    "a statement of an unknown predicate": (
        without(LEADS, RDF.predicate), triple(LEADS, RDF.predicate, f"<{XZ.reporter}>"), LEADS, "one predicate of those"),
    "an edge without a statement": (without(LEADS), "", COUNTY, "no statement with evidence"),
    "a statement without its edge": (without(TOWNSHIP, XZ.takesPartIn), "", "statement/edge000000000006", "not in the graph"),
    "a level of no scheme": (
        without(COUNTY, XZ.level), triple(COUNTY, XZ.level, f"<{SCHEMA.mentions}>"), COUNTY, "one level of the scheme"),
    "a district without a level": (without(COUNTY, XZ.level), "", COUNTY, "one level of the scheme"),
    "a code of five digits": (without(COUNTY, XZ.adcode), triple(COUNTY, XZ.adcode, '"99010"'), COUNTY, "division code"),
    "a district that is part of itself": (
        "", triple(COUNTY, XZ.partOf, COUNTY) + triple(COUNTY, SCHEMA.containedInPlace, COUNTY), COUNTY, "part of itself"),
    "a city that is part of its street": (
        "", triple(CITY, XZ.partOf, TOWNSHIP) + triple(CITY, SCHEMA.containedInPlace, TOWNSHIP), CITY, "part of itself"),
    "a district that is part of a body": (
        "", triple(COUNTY, XZ.partOf, BUREAU) + triple(COUNTY, SCHEMA.containedInPlace, BUREAU), COUNTY, "no district"),
    "a place for one vocabulary only": (without(COUNTY, SCHEMA.containedInPlace), "", COUNTY, "schema:containedInPlace"),
    "bodies above each other": ("", triple(GOVERNMENT, ORG.subOrganizationOf, BUREAU), BUREAU, "sub-organisation of itself"),
    "a body below a district": ("", triple(BUREAU, ORG.subOrganizationOf, COUNTY), COUNTY, "no organisation"),
    "a jurisdiction over a person": (
        "",
        triple(COMMITTEE, XZ.jurisdiction, LIN) + triple("statement/x", RDF.subject, COMMITTEE)
        + triple("statement/x", RDF.predicate, f"<{XZ.jurisdiction}>") + triple("statement/x", RDF.object, LIN)
        + triple("statement/x", XZ.evidence, EVIDENCE),
        LIN, "no district"),
    "a person who is located": ("", triple(LIN, XZ.locatedIn, COUNTY), LIN, "no organisation, initiative or event"),
    "an event that leads": ("", triple(MEETING, XZ.leads, DRIVE), MEETING, "no organisation, district or person"),
    "a leader of an event": ("", triple(COUNTY, XZ.leads, MEETING), MEETING, "no initiative"),
    "a body that attends": ("", triple(BUREAU, XZ.attends, MEETING), BUREAU, "no person"),
    "an initiative that is attended": ("", triple(LIN, XZ.attends, DRIVE), DRIVE, "no event"),
    "an event with two days": ("", triple(MEETING, SCHEMA.startDate, f'"2031-03-09"{DAY}'), MEETING, "more than one day"),
    "an investment without proof": ("", triple(DRIVE, XZ.investment, '"3亿元"@zh'), DRIVE, "no statement with evidence"),
    "an investment below zero": (
        "", triple(DRIVE, XZ.investmentValue, f'"-1"^^<{XSD.decimal}>'), DRIVE, "no positive number"),
    "a figure without a value": (without(FIGURE, XZ.value), "", FIGURE, "exactly one value"),
    "a figure of an article": (without(FIGURE, XZ.of), triple(FIGURE, XZ.of, ARTICLE), FIGURE, "no entity"),
    "an article without a page": (without(ARTICLE, SCHEMA.isPartOf), "", ARTICLE, "exactly one page"),
    "an article of no date": (
        "", triple(ARTICLE, SCHEMA.datePublished, '"2031"'), ARTICLE, "published on something that is no date"),
    "an article that mentions a page": ("", triple(ARTICLE, SCHEMA.mentions, PAGE), ARTICLE, "no entity"),
    "a byline that names a body": ("", triple(ARTICLE, XZ.reporter, BUREAU), ARTICLE, "names no person"),
    "a page without a file name": (without(PAGE, XZ.fileName), "", PAGE, "without a file name"),
    "a page without a hash": (without(PAGE, XZ.sha256), "", PAGE, "hash of its text"),
    "a hash that is a path": (
        without(PAGE, XZ.sha256), triple(PAGE, XZ.sha256, '"../../etc/passwd"'), PAGE, "no hash by which"),
    "a district without its class": (without(CITY, RDF.type), "", COUNTY, "no district"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_graph_is_refused(name: str, tmp_path: Path) -> None:
    remove, add, node, message = BROKEN[name]
    build(tmp_path)
    change(tmp_path, remove, add)
    found = check(tmp_path)
    assert any(violation.node == DEFAULT_BASE + node and message in violation.what for violation in found), found


@pytest.mark.parametrize("part", range(4))
def test_pieces_find_what_the_whole_finds(part: int, tmp_path: Path) -> None:
    build(tmp_path)
    for remove, add, _, _ in list(BROKEN.values())[part::4]:
        change(tmp_path, remove, add)
    found = check(tmp_path)
    assert len(found) > 10
    assert check(tmp_path, chunk=100) == found


def test_larger_graphs_in_pieces(tmp_path: Path) -> None:
    readings = many_readings(8)
    write_graph(readings, tmp_path)
    assert check(tmp_path, [reading.page for reading in readings], chunk=700) == []


def test_unknown_terms_are_found(tmp_path: Path) -> None:
    build(tmp_path)
    change(tmp_path, add=triple(LIN, XZ.NAMESPACE + "holdPostIn", COMMITTEE) + triple(LIN, RDF.type, f"<{XZ.NAMESPACE}Oficial>"))
    found = {(violation.node, violation.rule) for violation in check(tmp_path)}
    assert found == {(XZ.NAMESPACE + "holdPostIn", "term"), (XZ.NAMESPACE + "Oficial", "term")}


def tamper_quote(directory: Path) -> None:
    other = PROOF.quote.replace("林远舟", "林远州")
    change(directory, without(EVIDENCE, XZ.quote), triple(EVIDENCE, XZ.quote, f'"{other}"'))


def tamper_offsets(directory: Path) -> None:
    numbers = {XZ.start: PROOF.start + 1, XZ.end: PROOF.end + 1}
    for predicate, number in numbers.items():
        change(directory, without(EVIDENCE, predicate), triple(EVIDENCE, predicate, f'"{number}"^^<{XSD.integer}>'))


def move_offsets_outside(directory: Path) -> None:
    numbers = {XZ.start: 9_000, XZ.end: 9_000 + len(PROOF.quote)}
    for predicate, number in numbers.items():
        change(directory, without(EVIDENCE, predicate), triple(EVIDENCE, predicate, f'"{number}"^^<{XSD.integer}>'))


def move_evidence(directory: Path) -> None:
    """The right quote, said to stand on another page."""
    other = f"article/{summer_reading().articles[0].id}"
    change(directory, without(EVIDENCE, XZ.inArticle), triple(EVIDENCE, XZ.inArticle, other))


@pytest.mark.parametrize("tamper", [tamper_quote, tamper_offsets, move_offsets_outside, move_evidence])
def test_evidence_that_the_page_does_not_say(tamper: Callable[[Path], None], tmp_path: Path) -> None:
    build(tmp_path)
    tamper(tmp_path)
    for pages in (None, [READING.page, summer_reading().page]):
        assert {(violation.node, violation.rule) for violation in check(tmp_path, pages)} == {(DEFAULT_BASE + EVIDENCE, "quote")}


@pytest.mark.parametrize(
    "text",
    [SPRING.replace("槐荫", "槐阴"), SPRING + " ", SPRING.replace("\n", "\r\n"), "\ufeff" + SPRING, ""],
    ids=["a character", "a space", "line ends", "a byte order mark", "nothing"],
)
def test_a_page_text_that_was_changed(text: str, tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "pages" / f"{READING.page.sha256}.txt").write_bytes(text.encode())
    (violation,) = check(tmp_path)
    assert (violation.node, violation.rule) == (DEFAULT_BASE + PAGE, "page")
    assert "another text" in violation.what


def test_a_page_text_that_is_no_text(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "pages" / f"{READING.page.sha256}.txt").write_bytes(b"\xff\xfe\x00")
    assert [violation.rule for violation in check(tmp_path)] == ["page"]


def test_a_page_text_that_was_deleted(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "pages" / f"{READING.page.sha256}.txt").unlink()
    (violation,) = check(tmp_path)
    assert violation.node == DEFAULT_BASE + PAGE
    assert f"pages/{READING.page.sha256}.txt is missing" in violation.what
    assert check(tmp_path, [READING.page, summer_reading().page]) == []
    assert [violation.rule for violation in check(tmp_path, [READING.page])] == ["page"]


def test_quotes_with_line_ends_of_another_system_are_read_exactly(tmp_path: Path) -> None:
    build(tmp_path)
    assert "\r\n" in SUMMER
    text = tmp_path / "pages" / f"{summer_reading().page.sha256}.txt"
    assert text.read_bytes() == SUMMER.encode()
    assert check(tmp_path) == []


def test_two_files_that_say_different_things(tmp_path: Path) -> None:
    build(tmp_path)
    path = tmp_path / "graph.nt"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8", newline="\n")
    assert [(violation.node, violation.rule) for violation in check(tmp_path)] == [("graph.nt", "files")]
    path.write_text("".join(lines).replace("林远舟", "林远州"), encoding="utf-8", newline="\n")
    assert [(violation.node, violation.rule) for violation in check(tmp_path)] == [("graph.nt", "files")]
    path.write_text("<a", encoding="utf-8")
    assert [(violation.node, violation.rule) for violation in check(tmp_path)] == [("graph.nt", "syntax")]
    path.unlink()
    assert check(tmp_path) == []


def test_a_turtle_file_cut_in_the_middle(tmp_path: Path) -> None:
    build(tmp_path)
    path = tmp_path / "graph.ttl"
    path.write_bytes(path.read_bytes()[:-40])
    (violation,) = check(tmp_path)
    assert (violation.node, violation.rule) == ("graph.ttl", "syntax")


def test_a_directory_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no graph\.ttl"):
        check(tmp_path)


def test_an_empty_graph_is_well_formed(tmp_path: Path) -> None:
    write_graph([], tmp_path)
    assert check(tmp_path) == []


def test_wrong_literals_are_told_and_not_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    build(tmp_path)
    change(tmp_path, add=triple(POST, XZ.attestedOn, f'"someday"{DAY}'))
    with caplog.at_level(logging.DEBUG, logger="rdflib.term"):
        assert check(tmp_path)
    assert not [record for record in caplog.records if record.name == "rdflib.term"]
    assert not logging.getLogger("rdflib.term").disabled


def test_a_violation_reads_as_a_sentence() -> None:
    assert str(Violation("https://e.org/x", "level", "has no level")) == "https://e.org/x has no level [level]"


def test_a_wrong_value_is_shown(tmp_path: Path) -> None:
    build(tmp_path)
    change(tmp_path, without(COUNTY, XZ.adcode), triple(COUNTY, XZ.adcode, '"99010"'))
    (violation,) = check(tmp_path)
    assert violation.rule == "adcode"
    assert violation.what.endswith(": 99010")


def test_part_of_with_and_without_evidence(tmp_path: Path) -> None:
    build(tmp_path)
    nt = (tmp_path / "graph.nt").read_text(encoding="utf-8")
    assert without(PART_OF, RDF.subject) in nt
    assert "edge000000000002" not in nt
    assert check(tmp_path) == []
