"""Who heads a district: what a newcomer asks first, and what no single fact says.

A district is led by the secretary (书记) of its party committee and by the head of its government (县长, 区长, 镇长; at a 街道 or
a development zone, which have no government of their own, the 主任 of the office or of the management committee). Beside them
stand the chairs of its people's congress (人大常委会主任) and of its consultative conference (政协主席).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Entity, Fact, Kind
from kg.views.catalogue import ends_of, role_of

#: What follows the district's name in the body's, and the title of its head; in the order in which they are listed.
_OFFICES = (
    (re.compile(r"(?:委|党委|工委|党工委|委员会|党组|党支部|党总支|支部)$"), re.compile(r"^(?:第一)?书记$")),
    (
        re.compile(r"(?:政府|人民政府|办事处|行政公署|行署|管委会|管理委员会|居委会|村委会|居民委员会|村民委员会)$"),
        re.compile(r"^(?:省长|市长|州长|盟长|旗长|县长|区长|镇长|乡长|主席|主任|专员)$"),
    ),
    (re.compile(r"(?:人大|人大常委会|人民代表大会常务委员会|人大主席团|人大工委)$"), re.compile(r"^(?:主任|主席)$")),
    (re.compile(r"(?:政协|政协工委)$"), re.compile(r"^(?:主席|主任)$")),
)
#: Titles that are held in the district itself: 社区书记, 村主任.
_OWN = re.compile(r"^(?:党?(?:总|工|支)?(?:委|部|支部)?书记|主任|区长|县长|市长|镇长|乡长|街道主任)$")


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """One head of a district. ``office`` counts from 0: party, government, congress, consultative conference."""

    office: int
    rank: int  #: minus the number of sentences that say it
    person: str
    post: str  #: the fact's id
    title: str
    status: str = ""


def find_heads(
    entities: Mapping[str, Entity], posts: Mapping[str, tuple[Fact, ...]], district: str, bodies: tuple[str, ...]
) -> list[Head]:
    """The heads of a district, former ones left out. ``posts`` gives the posts in each body, ``bodies`` those of the district."""
    found = []
    names = [entities[district].label, *entities[district].alt]
    for body in (district, *bodies):
        for fact in posts.get(body, ()):
            office = _find_office(entities[body], names, role_of(fact, "role"))
            if office is not None and role_of(fact, "status") != "former":
                person, _ = ends_of(fact)
                found.append(Head(office, -len(fact.evidence), person, fact.id, role_of(fact, "role"), role_of(fact, "status")))
    return sorted(found)


def _find_office(body: Entity, names: list[str], title: str) -> int | None:
    if body.kind is Kind.DISTRICT:
        return (0 if "书记" in title else 1) if _OWN.match(title) else None
    for name in names:
        if body.label.startswith(name):
            rest = body.label[len(name) :]
            for office, (ending, head) in enumerate(_OFFICES):
                if ending.fullmatch(rest) and head.match(title):
                    return office
    return None
