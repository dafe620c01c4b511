"""Referents of pages become entities with stable ids: the same parts give the same id on every page.

Identity is a key of few raw parts: an official is a name and a home district, a public body a district and a function, a
listed district its code. Pages that never meet give the same id to the same thing, so readings can be joined in any order.
``seeds/decisions.csv`` overrules keys: SAME joins two ids, DIFFERENT sets one id apart on one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from kg import seeds
from kg.coref import PageReferents, Referent
from kg.extract.base import PostValue
from kg.gazetteer import gazetteer
from kg.model import UNIT_SEPARATOR, Entity, Kind, Page
from kg.pinyin import slug

_JOURNALIST = "Journalist"
#: kinds of bodies that act for a district: it is their jurisdiction
OF_DISTRICTS = frozenset({"PartyBody", "GovernmentBody", "GrassrootsBody", "TaskForce"})


def stable_hash(*parts: str, size: int = 8) -> str:
    """Hex digits of the hash of raw parts."""
    return sha256(UNIT_SEPARATOR.join(parts).encode()).hexdigest()[:size]


@lru_cache(maxsize=1)
def _decisions() -> tuple[Mapping[str, str], frozenset[tuple[str, str]]]:
    """Ids joined to another, and (id, page sha256 or page name) pairs set apart."""
    same: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for row in seeds.decisions():
        if row.verdict == "same":
            left, right = sorted((row.left, row.right))
            same[right] = left
        elif row.verdict == "different":
            apart.add((row.left, row.right))
    return same, frozenset(apart)


class Identities:
    """Ids of the referents of one page."""

    def __init__(self, page: Page, known: PageReferents) -> None:
        self._page = page
        self._known = known
        self._ids: dict[tuple[str, ...], str] = {}
        self._homes = self._people_homes()

    def id(self, referent: Referent) -> str:
        known = self._ids.get(referent.key)
        if known is None:
            known = self._ids[referent.key] = self._decided(self._make(referent))
        return known

    def _decided(self, made: str) -> str:
        same, apart = _decisions()
        if (made, self._page.sha256) in apart or (made, self._page.name) in apart:
            return f"{made}-{stable_hash(self._page.sha256, size=4)}"
        while made in same:
            made = same[made]
        return made

    def _make(self, referent: Referent) -> str:
        kind = referent.kind
        if kind is Kind.DISTRICT and referent.code:
            return f"district/{referent.code}"
        if kind is Kind.PERSON:
            return (
                f"person/{slug(referent.label, person=True)}-{stable_hash(referent.label, self._homes.get(referent.label, ''))}"
            )
        name = {Kind.DISTRICT: "district", Kind.ORGANISATION: "organisation", Kind.INITIATIVE: "initiative", Kind.EVENT: "event"}[
            kind
        ]
        parts = list(referent.key)
        if referent.key[0] == "proper":
            parts = ["proper", referent.label]
            if len(referent.label) < 8:
                parts.append(self._anchor(self._known.context.home))
        if referent.key[0] == "body" and referent.key[1] == "":
            parts.append(self._page.sha256)
        return f"{name}/{slug(self._plain_name(referent))[:60].strip('-') or 'x'}-{stable_hash(*parts)}"

    @staticmethod
    def _plain_name(referent: Referent) -> str:
        """A name made of the key's own parts: pages that print 岳西县政府 and 岳西县人民政府 give one id."""
        if referent.key[0] == "body":
            return (referent.place.label if referent.place is not None else "") + "".join(referent.key[2:])
        if referent.key[0] == "initiative":
            return referent.key[1]
        return referent.label

    def _people_homes(self) -> dict[str, str]:
        """The district that tells namesakes apart: that of a post in a body which a district is sure of, else the page's.

        A county before its city, a post of today before one of the past: the mayor of one page heads a county on none.
        """
        posts: dict[str, list[tuple[bool, bool, int, str]]] = {}
        for number, (name, status, body) in enumerate(self._known.held):
            place = body if body.kind is Kind.DISTRICT else body.place if body.subtype in OF_DISTRICTS else None
            if place is not None:
                wide = place.level in ("province", "prefecture")
                posts.setdefault(name, []).append((status == "former", wide, number, self._anchor_of(place)))
        homes = {name: min(held)[-1] for name, held in posts.items()}
        fallback = self._anchor(self._known.context.home) or self._known.context.zone
        for referent in self._known.referents.values():
            if referent.kind is Kind.PERSON:
                homes.setdefault(referent.label, fallback or self._page.sha256)
        return homes

    def _anchor_of(self, place: Referent) -> str:
        outer: Referent | None = place
        while outer is not None:
            if outer.level in ("county", "zone"):
                return outer.code or "/".join(outer.key)
            outer = outer.place
        return place.code or "/".join(place.key)

    @staticmethod
    def _anchor(code: str) -> str:
        county = gazetteer().ancestor(code, "county") if code else None
        return county.code if county is not None else code


def make_entities(identities: Identities, referents: Iterable[Referent]) -> list[Entity]:
    """Entities of a page, sorted by id."""
    made: dict[str, Entity] = {}
    for referent in referents:
        id_ = identities.id(referent)
        alt = {name for name in referent.alt if name and name != referent.label}
        entity = Entity(
            id_,
            referent.kind,
            referent.subtype,
            referent.label,
            alt=tuple(sorted(alt)),
            level=referent.level,
            adcode=referent.code,
            date=referent.date,
            articles=tuple(sorted(referent.articles)),
        )
        other = made.get(id_)
        if other is not None:
            names = sorted({*other.alt, *entity.alt, entity.label} - {other.label})
            articles = sorted({*other.articles, *entity.articles})
            entity = replace(other, subtype=other.subtype or entity.subtype, alt=tuple(names), articles=tuple(articles))
        made[id_] = entity
    return [made[id_] for id_ in sorted(made)]


def person_subtype(posts: Iterable[tuple[PostValue, Referent | None]], byline: bool) -> str:
    """The class of a person: by the titles held, then by the kind of body, then by the byline."""
    names = {"official": "Official", "business": "BusinessPerson", "resident": "Resident", "journalist": _JOURNALIST}
    for value, body in posts:
        if value.person_kind in names:
            return names[value.person_kind]
        if body is not None and value.person_kind == "":
            if body.subtype == "Enterprise" or body.kind is Kind.INITIATIVE:
                return "BusinessPerson"
            if body.subtype in ("PartyBody", "GovernmentBody", "GrassrootsBody", "TaskForce") or body.kind is Kind.DISTRICT:
                return "Official"
    return _JOURNALIST if byline else ""
