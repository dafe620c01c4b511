"""FollowTheMoney: JSON, one entity a line, for Aleph, OpenSanctions' tools and whatever else knows its schemata.

A body of party or state is a PublicBody, a title in it a Position, and who holds it an Occupancy; a post in a company or an
association is a Directorship. What a page attests is the day of an Occupancy, never its beginning or end. A district is no
entity there: it is the ``subnationalArea`` of a position and the ``summary`` of a body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2s
from pathlib import Path
from typing import TypeAlias

from kg.export.base import Format, Options, write_lines
from kg.export.tables import Places, find_places
from kg.model import Entity, Fact, Kind
from kg.views.catalogue import Catalogue, read_catalogue, role_of

Proxy: TypeAlias = dict[str, object]

_COUNTRY = "cn"
_PUBLIC = frozenset({"PartyBody", "GovernmentBody", "PublicInstitution", "GrassrootsBody", "TaskForce"})
_SCHEMATA = {Kind.PERSON: "Person", Kind.INITIATIVE: "Project", Kind.EVENT: "Event"}
#: What stands for an organisation of ours, by its class.
_BODIES = {**dict.fromkeys(_PUBLIC, "PublicBody"), "Enterprise": "Company"}
_UNSAFE = re.compile("[^0-9A-Za-z.-]+")


def make_entities(catalogue: Catalogue) -> Iterator[Proxy]:
    """All entities of FollowTheMoney, sorted by id."""
    places = find_places(catalogue)
    made = (*_things(catalogue, places), *_posts(catalogue, places), *_shares(catalogue))
    found = {str(proxy["id"]): proxy for proxy in made}  # a position comes once for each that holds it
    yield from (found[name] for name in sorted(found))


def _proxy(schema: str, name: str, properties: dict[str, Iterable[str]]) -> Proxy:
    kept = {key: found for key, values in properties.items() if (found := sorted({value for value in values if value}))}
    return {"id": name, "schema": schema, "properties": kept}


def make_id(name: str) -> str:
    """An id as FollowTheMoney wants it, letters, digits, full stops and hyphens, out of an IRI."""
    tail = "-".join(name.split("/")[-2:])
    return f"xz-{_UNSAFE.sub('-', tail).strip('-')[:60].strip('-.')}-{_hash(name)}"


def _hash(*parts: str) -> str:
    return blake2s("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def schema_of(entity: Entity) -> str:
    """The schema of one of our entities; empty for a district, which has none."""
    if entity.kind is Kind.ORGANISATION:
        return _BODIES.get(entity.subtype, "Organization")
    return _SCHEMATA.get(entity.kind, "")


def _things(catalogue: Catalogue, places: Places) -> Iterator[Proxy]:
    guests = _find_guests(catalogue)
    for name, entity in catalogue.entities.items():
        schema = schema_of(entity)
        if not schema:
            continue
        properties: dict[str, Iterable[str]] = {"name": [entity.label], "alias": entity.alt}
        if latin := catalogue.latin.get(name):
            properties["weakAlias"] = [latin]
        districts = [catalogue.entities[district].label for district in places.of(name) if district in catalogue.entities]
        if entity.kind is Kind.ORGANISATION:
            above = (upper for upper in places.above.get(name, ()) if upper in catalogue.entities)
            properties |= {"country": [_COUNTRY], "parent": map(make_id, above)}
        if entity.kind is Kind.EVENT:
            days = [entity.date.isoformat()] if entity.date else []
            properties |= {"date": days, **guests.get(name, {})}
        if entity.kind is not Kind.PERSON:
            properties["summary"] = districts
        yield _proxy(schema, make_id(name), properties)


def _posts(catalogue: Catalogue, places: Places) -> Iterator[Proxy]:
    for fact in catalogue.facts:
        if fact.predicate != "post":
            continue
        person, name, title = role_of(fact, "person"), role_of(fact, "organisation"), role_of(fact, "role")
        body = catalogue.entities.get(name)
        said = {**_said(catalogue, fact), "status": [role_of(fact, "status")]}
        if body is not None and body.kind is Kind.ORGANISATION and body.subtype not in _PUBLIC:
            ends = {"director": [make_id(person)], "organization": [make_id(name)], "role": [title]}
            yield _proxy("Directorship", make_id(fact.id), {**said, **ends})
            continue
        position = f"xz-position-{_hash(name or fact.id, title)}"  # of two secretaries of nothing said, each has his own
        area = [catalogue.entities[district].label for district in places.of(name) if district in catalogue.entities]
        yield _proxy(
            "Position",
            position,
            {
                "name": [f"{body.label} {title}" if body else title],
                "country": [_COUNTRY],
                "subnationalArea": area,
                "organization": [make_id(name)] if body is not None and body.kind is Kind.ORGANISATION else [],
            },
        )
        yield _proxy("Occupancy", make_id(fact.id), {**said, "holder": [make_id(person)], "post": [position]})


def _find_guests(catalogue: Catalogue) -> dict[str, dict[str, set[str]]]:
    """Event → who chaired and who attended it."""
    guests: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"organizer": set(), "involved": set()})
    for fact in catalogue.facts:
        if fact.predicate in ("presides", "attends") and _acts(catalogue, fact):
            role = "organizer" if fact.predicate == "presides" else "involved"
            guests[role_of(fact, "object")][role].add(make_id(role_of(fact, "subject")))
    return guests


def _acts(catalogue: Catalogue, fact: Fact) -> bool:
    """Whether the subject is somebody there: a district may lead, but FollowTheMoney has nobody for it."""
    actor = catalogue.entities.get(role_of(fact, "subject"))
    return actor is not None and actor.kind in (Kind.PERSON, Kind.ORGANISATION)


def _shares(catalogue: Catalogue) -> Iterator[Proxy]:
    """Who leads a project, and who takes part in it."""
    for fact in catalogue.facts:
        if fact.predicate in ("leads", "takesPartIn") and _acts(catalogue, fact):
            project, participant = make_id(role_of(fact, "object")), make_id(role_of(fact, "subject"))
            ends = {"project": [project], "participant": [participant], "role": [fact.predicate]}
            yield _proxy("ProjectParticipant", make_id(fact.id), {**_said(catalogue, fact), **ends})


def _said(catalogue: Catalogue, fact: Fact) -> dict[str, Iterable[str]]:
    """The sentences of a fact, their days and their pages."""
    sources = [catalogue.sources[evidence.article] for evidence in fact.evidence if evidence.article in catalogue.sources]
    days: list[date] = [source.date for source in sources if source.date is not None]
    return {
        "summary": [evidence.quote for evidence in fact.evidence],
        "date": [day.isoformat() for day in days],
        "description": [source.page for source in sources],
        "recordId": [fact.id],
    }


def _write(directory: Path, folder: Path, _options: Options) -> None:
    write_lines(folder / "entities.ftm.json", make_entities(read_catalogue(directory)))


FORMAT = Format("ftm", "FollowTheMoney: persons, public bodies, positions, occupancies, projects, events", _write)
