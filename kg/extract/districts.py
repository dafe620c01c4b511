"""Districts: places of all levels, listed or named by their ending, and those said relatively (该区, 我市).

China's levels: province 省, prefecture 市 (also 州, 盟, 地区), county 区/县/市/旗, township 街道/镇/乡, community 社区/村.
A county-level city (义乌市) and the prefecture above it (金华市) both end in 市. Zones (高新区, 产业集聚区) and residential
compounds (小区) are no official levels, but news treats them as places with bodies of their own.

Each kind of place has its module; here is the order in which they are asked. Later ones see what earlier ones found.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.bare_towns import counties_of, find_bare_towns, find_natives
from kg.extract.bare_villages import find_bare_villages, find_towns_of_villages
from kg.extract.base import Found
from kg.extract.corps import find_corps
from kg.extract.counted import find_counted, find_several, find_sharing
from kg.extract.estates import find_estates, find_homes, find_resettlements
from kg.extract.hamlets import find_again, find_below_committees, find_hamlets
from kg.extract.held_zones import find_held_zones
from kg.extract.listed_places import find_listed_places
from kg.extract.place_endings import COMMUNITY, COMPOUND, find_by_ending
from kg.extract.place_parts import TOWNSHIP
from kg.extract.relative_places import find_relative
from kg.extract.short_streets import find_short_streets
from kg.extract.zone_names import find_zones
from kg.model import Article, Kind, Mention


class Districts:
    """Find districts; every listed name that the page's context allows, and every name with a place's ending."""

    name = "districts"
    needs: frozenset[Kind] = frozenset()
    finds = frozenset({Kind.DISTRICT.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        yield from ()  # all go into ``found`` step by step: later steps look at earlier ones
        text = article.text
        found.add(list(find_listed_places(article, found)))
        found.add(find_zones(article, found))
        found.add(find_held_zones(article, found))
        found.add(find_relative(text))
        found.add(find_corps(text))
        counties = counties_of(article, found)
        found.add(find_counted(text, counties))
        found.add(find_sharing(text, counties))
        found.add(find_several(text, counties))
        found.add(find_natives(text, found))
        found.add(find_bare_towns(article, found))
        found.add(find_by_ending(article, found, TOWNSHIP, "township"))
        found.add(find_short_streets(article, found))
        found.add(list(find_towns_of_villages(article, found)))
        found.add(find_by_ending(article, found, COMMUNITY, "community"))
        found.add(find_below_committees(text, found))
        found.add(list(find_again(text, found)))
        found.add(find_by_ending(article, found, COMPOUND, "compound"))
        found.add(find_hamlets(text, found))
        found.add(list(find_bare_villages(text, found)))
        found.add(find_estates(text, found))
        found.add(find_homes(text, found))
        found.add(find_resettlements(text, found))
