"""Places by name and code: the official lists of ``seeds`` indexed for look-up."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import NamedTuple

from kg import seeds

LEVELS = ("province", "prefecture", "county", "zone", "township", "community", "compound")
WIDE_LEVELS = LEVELS[:3]  #: those of cities and counties, which every reader knows by name
_TOWN_UNIT = re.compile("(?:街道|镇|乡|苏木)$")


class Place(NamedTuple):
    """One row of the lists. ``code`` is 6 digits down to county, 9 for townships."""

    code: str
    name: str
    level: str
    parent: str
    short: tuple[str, ...]
    current: bool


# 县经济开发区, 市良种场: how a list calls what every county has; as the name of one it would call all pages to that county.
_ANYWHERE = re.compile(
    "[省市县区旗](?:(?:经济技术|经济|高新技术产业|高新|工业|产业)?(?:开发区|经开区|高新区|园区|工业园|产业园|新区|示范区)|[一-龥]{0,4}场(?:场区)?|区)"
)


class Gazetteer:
    """All provinces, prefectures, counties, townships and statistical zones."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_code: dict[str, Place] = {}
        self.by_name: dict[str, tuple[Place, ...]] = {}
        self.by_short: dict[str, tuple[Place, ...]] = {}
        self._children: dict[str, list[Place]] = {}
        for place in places:
            known = self.by_code.get(place.code)
            if known is None or (place.current and not known.current):
                self.by_code[place.code] = place
            self._children.setdefault(place.parent, []).append(place)
            if _ANYWHERE.fullmatch(place.name) is None:
                self.by_name[place.name] = (*self.by_name.get(place.name, ()), place)
            for short in filter(lambda form: _ANYWHERE.fullmatch(form) is None, place.short):
                self.by_short[short] = (*self.by_short.get(short, ()), place)

    def chain(self, code: str) -> tuple[Place, ...]:
        """The place and all that hold it, smallest first."""
        found: list[Place] = []
        while code and (place := self.by_code.get(code)) is not None:
            found.append(place)
            code = place.parent
        return tuple(found)

    def children(self, code: str) -> tuple[Place, ...]:
        """The places right below a place."""
        return tuple(self._children.get(code, ()))

    def ancestor(self, code: str, level: str) -> Place | None:
        """The place of that level that holds ``code`` (or is it)."""
        for place in self.chain(code):
            if place.level == level:
                return place
        return None

    def is_short(self, name: str, levels: Container[str]) -> bool:
        """Whether a place of some level is called so for short (自贡 of 自贡市)."""
        return any(place.level in levels for place in self.by_short.get(name, ()))

    def today(self, code: str) -> str:
        """The code of what a county of old is today (腾冲县: 腾冲市), whose towns the lists have."""
        place = self.by_code[code]
        if place.current:
            return code
        heirs = [p.code for short in place.short for p in self.by_short.get(short, ()) if p.level == "county" and p.current]
        heirs = [heir for heir in heirs if self.by_code[heir].parent == place.parent]
        return heirs[0] if len(heirs) == 1 else code

    def may_be(self, past: str, county: str) -> bool:
        """Whether a county of old that the lists know no heir of may be that county: 户县 鄠邑区, 那曲县 色尼区."""
        old, place = self.by_code[past], self.by_code[county]
        if old.level != "county" or place.level != "county" or old.current or self.today(past) != past:
            return False
        return any(old.parent == outer.code for outer in self.chain(place.parent))

    def within(self, code: str, outer: str) -> bool:
        """Whether ``code`` is ``outer`` or lies in it."""
        return any(place.code == outer for place in self.chain(code))


@lru_cache(maxsize=4096)
def villages_of_town(code: str) -> tuple[str, ...]:
    """The villages of a township; of one that became a town since the list was made, those that it had as 某乡."""
    own = seeds.villages(code)
    place = gazetteer().by_code.get(code) if not own else None
    if place is None or place.level != "township":
        return own
    core = _TOWN_UNIT.sub("", place.name)
    twins = (town for town in gazetteer().children(place.parent) if town.code != code and _TOWN_UNIT.sub("", town.name) == core)
    return next((villages for town in twins if (villages := seeds.villages(town.code))), ())


@lru_cache(maxsize=1)
def village_names() -> frozenset[str]:
    """Names of all villages and communities of the national list, made at first use (half a second)."""
    names: set[str] = set()
    for code in gazetteer().by_code:
        if len(code) == 9:
            names.update(seeds.villages(code))
    return frozenset(names)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process, made at first use."""
    return Gazetteer(
        Place(row.code, row.name, row.level, row.parent, row.short, row.status == "current") for row in seeds.districts()
    )
