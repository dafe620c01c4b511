"""The graph as tables, for people who work with spreadsheets: CSV here, and the same tables for Parquet and pandas.

``officials`` is what most want: one row for each sentence that says that an official holds a post.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.export.base import Format, Options
from kg.model import Entity, Evidence, Fact, Kind
from kg.ontology import EDGES
from kg.table import Cell, Table, show_cell
from kg.views.catalogue import Catalogue, read_catalogue, role_of

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where bodies belong: what they serve, lie in and stand below."""

    above: Mapping[str, tuple[str, ...]]
    districts: Mapping[str, tuple[str, ...]]

    def of(self, name: str) -> tuple[str, ...]:
        """The districts of a body, otherwise those of the nearest body above it."""
        waiting, seen = [name], {name}
        for body in waiting:
            if found := self.districts.get(body):
                return found
            fresh = [upper for upper in self.above.get(body, ()) if upper not in seen]
            seen.update(fresh)
            waiting += fresh
        return ()


def find_places(catalogue: Catalogue) -> Places:
    """Read off the edges where each body belongs; a district belongs to itself."""
    above: dict[str, list[str]] = {}
    serves: dict[str, list[str]] = {}
    lies: dict[str, list[str]] = {}
    for fact in catalogue.facts:
        into = {"subOrganizationOf": above, "jurisdiction": serves, "locatedIn": lies}.get(fact.predicate)
        if into is not None:
            into.setdefault(role_of(fact, "subject"), []).append(role_of(fact, "object"))
    own = {name: [name] for name, entity in catalogue.entities.items() if entity.kind is Kind.DISTRICT}
    districts = {**lies, **serves, **own}
    return Places(
        {name: tuple(sorted(set(found))) for name, found in above.items()},
        {name: tuple(sorted(set(found))) for name, found in districts.items()},
    )


def make_tables(catalogue: Catalogue, *names: str) -> dict[str, Table]:
    """Tables of a graph, by name; all of them where none is named."""
    wanted = {name: TABLES[name] for name in names or TABLES}
    return {name: Table(columns, tuple(rows(catalogue))) for name, (columns, rows) in wanted.items()}


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

_SAID = ("date", "quote", "source", "headline", "confidence", "rule")
_POST = ("person", "post", "body", "district", "status", "attested_on", *_SAID[1:], "first_attested", "last_attested")
_IDS = ("person_id", "body_id", "post_id")


def _name(catalogue: Catalogue, node: str) -> str:
    return catalogue.entities[node].label if node in catalogue.entities else ""


def _names(catalogue: Catalogue, nodes: Iterable[str]) -> str:
    return "；".join(sorted({_name(catalogue, node) for node in nodes}))


def _said(catalogue: Catalogue, evidence: Evidence | None) -> Row:
    """The cells of one sentence; empty ones where nothing is quoted."""
    if evidence is None:
        return (None,) * len(_SAID)
    source = catalogue.sources.get(evidence.article)
    where = (source.page, source.headline) if source else (None, None)
    return (source.date if source else None, evidence.quote, *where, evidence.score, evidence.by)


def _sentences(fact: Fact) -> Iterable[Evidence | None]:
    return fact.evidence or (None,)


def _rows_of_posts(catalogue: Catalogue, wanted: Callable[[Entity], bool]) -> Iterator[Row]:
    places = find_places(catalogue)
    posts = [fact for fact in catalogue.facts if fact.predicate == "post" and wanted(catalogue.entities[role_of(fact, "person")])]
    for fact in sorted(posts, key=lambda fact: (_name(catalogue, role_of(fact, "person")), role_of(fact, "person"), fact.id)):
        person, body = role_of(fact, "person"), role_of(fact, "organisation")
        head = (_name(catalogue, person), role_of(fact, "role"), _name(catalogue, body), _names(catalogue, places.of(body)))
        tail = (role_of(fact, "first") or None, role_of(fact, "last") or None, person, body or None, fact.id)
        for evidence in _sentences(fact):
            yield (*head, role_of(fact, "status") or None, *_said(catalogue, evidence), *tail)


def _officials(catalogue: Catalogue) -> Iterator[Row]:
    return _rows_of_posts(catalogue, lambda person: person.subtype == "Official")


def _posts(catalogue: Catalogue) -> Iterator[Row]:
    return _rows_of_posts(catalogue, lambda person: True)


def _edges(catalogue: Catalogue) -> Iterator[Row]:
    for fact in catalogue.facts:
        if fact.predicate in EDGES:
            subject, target = role_of(fact, "subject"), role_of(fact, "object")
            for evidence in _sentences(fact):
                names = (_name(catalogue, subject), fact.predicate, _name(catalogue, target))
                yield (*names, *_said(catalogue, evidence), subject, target)


def _figures(catalogue: Catalogue) -> Iterator[Row]:
    for fact in catalogue.facts:
        if fact.predicate == "figure":
            subject = role_of(fact, "subject")
            for evidence in _sentences(fact):
                names = (_name(catalogue, subject) or None, role_of(fact, "counts") or None, role_of(fact, "text"))
                yield (*names, *_said(catalogue, evidence), subject or None)


_THING = ("name", "pinyin", "kind", "other_names")


def _things(catalogue: Catalogue, kind: Kind) -> Iterator[tuple[Entity, Row, Row]]:
    """Every entity of a kind, with the first and the last cells of its row."""
    for name, entity in catalogue.entities.items():
        if entity.kind is kind:
            head = (entity.label, catalogue.latin.get(name), entity.subtype or None, "；".join(entity.alt) or None)
            yield entity, head, (len(entity.articles), name)


def _persons(catalogue: Catalogue) -> Iterator[Row]:
    return ((*head, *tail) for _, head, tail in _things(catalogue, Kind.PERSON))


def _organisations(catalogue: Catalogue) -> Iterator[Row]:
    places = find_places(catalogue)
    for body, head, tail in _things(catalogue, Kind.ORGANISATION):
        above = _names(catalogue, places.above.get(body.id, ())) or None
        yield (*head, _names(catalogue, places.of(body.id)) or None, above, *tail)


def _districts(catalogue: Catalogue) -> Iterator[Row]:
    outer: dict[str, list[str]] = {}
    for fact in catalogue.facts:
        if fact.predicate == "partOf":
            outer.setdefault(role_of(fact, "subject"), []).append(role_of(fact, "object"))
    for district, head, tail in _things(catalogue, Kind.DISTRICT):
        part_of = _names(catalogue, outer.get(district.id, ())) or None
        yield (*head[:2], district.level or None, head[3], district.adcode or None, part_of, *tail)


def _initiatives(catalogue: Catalogue) -> Iterator[Row]:
    places = find_places(catalogue)
    for thing, head, tail in _things(catalogue, Kind.INITIATIVE):
        yield (*head, catalogue.notes.get(thing.id), _names(catalogue, places.of(thing.id)) or None, *tail)


def _events(catalogue: Catalogue) -> Iterator[Row]:
    places = find_places(catalogue)
    for thing, head, tail in _things(catalogue, Kind.EVENT):
        yield (*head, thing.date, _names(catalogue, places.of(thing.id)) or None, *tail)


def _articles(catalogue: Catalogue) -> Iterator[Row]:
    return ((source.headline or None, source.date, source.page, name) for name, source in catalogue.sources.items())


#: Name → columns, and what makes the rows.
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Catalogue], Iterator[Row]]]] = {
    "officials": ((*_POST, *_IDS), _officials),
    "posts": ((*_POST, *_IDS), _posts),
    "edges": (("subject", "predicate", "object", *_SAID, "subject_id", "object_id"), _edges),
    "figures": (("of", "counts", "figure", *_SAID, "of_id"), _figures),
    "persons": ((*_THING, "articles", "id"), _persons),
    "organisations": ((*_THING, "district", "above", "articles", "id"), _organisations),
    "districts": (("name", "pinyin", "level", "other_names", "code", "part_of", "articles", "id"), _districts),
    "initiatives": ((*_THING, "investment", "district", "articles", "id"), _initiatives),
    "events": ((*_THING, "date", "district", "articles", "id"), _events),
    "articles": (("headline", "date", "source", "id"), _articles),
}


def write_csv(path: Path, table: Table) -> None:
    """Write one table: UTF-8 without a mark, one line feed after each row, the first row the names of the columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(tuple(map(show_cell, row)) for row in table.rows)


def _write(directory: Path, folder: Path, _options: Options) -> None:
    for name, table in make_tables(read_catalogue(directory)).items():
        write_csv(folder / f"{name}.csv", table)


FORMAT = Format("csv", "tables for spreadsheets: officials, posts, edges, figures, persons, organisations, …", _write)
