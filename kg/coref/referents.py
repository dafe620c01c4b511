"""Referents: the things of one page that its mentions stand for, and what every rule asks of them.

Every mention gets a *referent*, a draft of an entity: 临朐县委, 县委 and 区委 on a page of 临朐 are one. Referents are made
once for each key; districts carry everything, so the home of an article, its focus (the town that it is about) and the order in
which it names places are kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.context import PageContext
from kg.gazetteer import gazetteer
from kg.model import Article, Kind, Link, Mention

_ZONE_FORMS = (
    ("高新区", "高新技术产业开发区", "高新技术开发区"),
    ("经开区", "经济技术开发区", "经济开发区"),
    ("示范区", "城乡一体化示范区"),
    ("综保区", "综合保税区"),
)
#: what the name of a small district ends in, behind its own part
CORE = re.compile("(?:街道|镇|乡|社区|村|小区|花园|苑)$")


def same_zone(zone: str) -> tuple[str, ...]:
    """The forms of a zone's word: 经开区, 经济技术开发区."""
    return next((forms for forms in _ZONE_FORMS if zone in forms), (zone,))


@dataclass(slots=True)
class Referent:
    """One thing of the page, as far as the page says it."""

    key: tuple[str, ...]
    kind: Kind
    label: str
    subtype: str = ""
    alt: set[str] = field(default_factory=set)
    level: str = ""
    code: str = ""
    place: Referent | None = None  #: the district that a body serves, that holds a smaller district, or where a thing is
    parent: Referent | None = None  #: the body that holds an office
    articles: set[str] = field(default_factory=set)
    named: bool = True  #: whether the page names it (False for parents from the gazetteer)
    stated: tuple[str, Mention] | None = None  #: article id and mention that show ``place``
    date: date | None = None
    article: str = ""
    spans: list[tuple[str, Mention]] = field(default_factory=list)


def lay(inner: Referent, outer: Referent | None) -> None:
    """Lay one district in another; nothing where that would make a ring, as where each of two is told of as part of the other."""
    place = outer
    while place is not None:
        if place is inner:
            return
        place = place.place
    inner.place = outer


def holds(outer: Referent, inner: Referent) -> bool:
    """Whether a district is another one, or lies in it at any remove."""
    place: Referent | None = inner
    while place is not None:
        if place is outer:
            return True
        place = place.place
    return False


def around(place: Referent) -> Iterator[Referent]:
    """The districts that a district lies in, the nearest first."""
    outer = place.place
    while outer is not None:
        yield outer
        outer = outer.place


class PageReferents:
    """The referents of one page so far."""

    def __init__(self, context: PageContext) -> None:
        self.context = context
        self.referents: dict[tuple[str, ...], Referent] = {}
        self.of: dict[tuple[str, tuple[str, int, int]], Referent] = {}
        self.links: list[Link] = []
        self.order: dict[str, list[tuple[int, Referent]]] = {}  #: article id → where each district ends, and the district
        self.bodies: dict[str, list[tuple[int, Referent]]] = {}  #: the same of bodies
        self.foci: dict[str, Referent | None] = {}  #: article id → the township that it is about
        self.hosts: dict[str, Referent | None] = {}  #: article id → the township that acts in its first clause
        self.held: list[tuple[str, str, Referent]] = []  #: who holds a post: name, status, body or district
        self.zone_names: set[str] = set()  #: as the page prints them, all articles
        #: bodies that a source line names → article id, where the line begins and ends on the page, and its text
        self.margins: dict[tuple[str, ...], tuple[str, int, int, str]] = {}

    def get(self, article: Article, mention: Mention | None) -> Referent | None:
        return None if mention is None else self.of.get((article.id, mention.key))

    def put(self, article: Article, mention: Mention, referent: Referent) -> Referent:
        """Say that a mention stands for a referent, which the article names by it."""
        self.of[(article.id, mention.key)] = referent
        referent.articles.add(article.id)
        referent.spans.append((article.id, mention))
        return referent

    def make(self, key: tuple[str, ...], kind: Kind, label: str, subtype: str = "") -> Referent:
        """The referent of a key: a new one, where the page has told of none."""
        referent = self.referents.get(key)
        if referent is None:
            referent = self.referents[key] = Referent(key, kind, label, subtype)
        return referent

    def listed(self, code: str) -> Referent:
        """The referent of a listed place; it counts as named only once a mention is set to it."""
        index = gazetteer()
        place = index.by_code[code]
        referent = self.referents.get(("place", code))
        if referent is None:
            referent = self.make(("place", code), Kind.DISTRICT, place.name)
            referent.level, referent.code = place.level, code
            referent.alt.update(short for short in place.short)
            if place.parent and place.parent in index.by_code:
                referent.place = self.listed(place.parent)
        return referent

    def home(self, article: Article) -> Referent | None:
        """The district that an article is about: its zone, else its county or city."""
        zone = self.context.zone_of(article)
        if zone:
            return self.zone_home(zone)
        code = self.context.home_of(article)
        return self.listed(code) if code else None

    def zone_home(self, zone: str) -> Referent:
        """The zone that the page is about, by its word alone (高新区) and with its city (某市高新区)."""
        named = [
            z
            for z in sorted(self.zone_names)
            if z != zone and any(z.endswith(form) for form in same_zone(zone)) and len(z) > len(zone)
        ]
        city = self.listed(self.context.city) if self.context.city else None
        referent = self.make(("zone", zone, self.context.city), Kind.DISTRICT, (city.label if city else "") + zone)
        referent.level, referent.place = "zone", city
        referent.alt.add(zone)
        if city is not None:
            for short in (city.label, *city.alt):
                if any(name == short + form for name in named for form in same_zone(zone)) or short == city.label[:-1]:
                    referent.alt.update(short + form for form in same_zone(zone))
        return referent

    def focus(self, article: Article) -> Referent | None:
        """The township that an article is about, if it is about one."""
        return self.foci.get(article.id)

    def town(self, article: Article) -> Referent | None:
        """The township whose bodies a report calls by their bare names: it is about it, or says first what it does."""
        return self.foci.get(article.id) or self.hosts.get(article.id)

    def say_of(self, article: Article, place: Referent) -> None:
        """An article that says 区委 names the district, if the page does so anywhere: 市委 alone names no city."""
        text = self.context.page.text
        if not place.code or any(len(form) > 1 and form in text for form in (place.label, *place.alt)):
            place.articles.add(article.id)


__all__ = ["CORE", "PageReferents", "Referent", "around", "holds", "lay", "same_zone"]
