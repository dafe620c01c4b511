"""Zones: development zones and parks, which pages name by their word, their city or their town.

经开区 is the page's 经济技术开发区; 工业园 is 工业园区; 构林镇|工业园区 is the town's; 昆山开发区, on a page from elsewhere,
lies in no county of that page; 龙山来凤经济协作示范区 is of two counties, and lies in none.
"""

from __future__ import annotations

import re

from kg.coref.referents import PageReferents, Referent, holds, lay, same_zone
from kg.coref.units import ZONE_WORD, Units
from kg.extract.base import PlaceValue
from kg.gazetteer import gazetteer
from kg.model import Article, Kind, Mention
from kg.words import words

_UNIT_INSIDE = re.compile("^([一-龥]{2,3})[县市区](?=[一-龥]{3})")
_RANK_OF_RESERVE = re.compile("(?:国家|自治区|[省市州县])级(?=自然保护区$)")
_BRACKET = re.compile("（([一-龥]{2,6})）")
_PARKS = (
    "园区",
    "产业园",
    "工业园",
    "农业园",
    "科技园",
    "示范园",
    "生态园",
)  # 县|某某现代农业园区: no place's name begins with 县
_DEPTH = {"prefecture": 1, "county": 2, "township": 3}
# After a district that lies beside what the text is about: 与某合作区|隔水相望.
APART = re.compile("(?:隔[水河江海]?相望|相邻|毗邻|接壤|交界|相接|隔[河江海]|一[河江]之隔)")


def _is_foreign(zone: str, home: Referent | None) -> bool:
    """Whether a zone's name begins with the name of a city or county that does not hold the home: 昆山|开发区."""
    index = gazetteer()
    if home is None or not home.code or ZONE_WORD.fullmatch(zone):  # 经济开发区: no place's name, whatever towns are called
        return False
    if any(place.level == "zone" and index.within(place.code, home.code) for place in index.by_short.get(zone, ())):
        return False  # 某某新区, which the county has
    for size in (3, 2):
        places = index.by_name.get(zone[:size]) or index.by_short.get(zone[:size], ())
        levels = ("prefecture", "county") if ZONE_WORD.fullmatch(zone, size) else ("prefecture",)
        cities = [place for place in places if place.level in levels and place.current]
        if cities and words().frequency(zone[:size]) > 0:
            return not any(index.within(home.code, place.code) or index.within(place.code, home.code) for place in cities)
    return False


def _is_around(short: str, home: Referent | None) -> bool:
    """昆明|滇池度假区, told of as 滇池度假区 before: whether a zone's longer name only adds the city that holds the home."""
    places = gazetteer().by_short.get(short, ()) if home is not None and home.code else ()
    return any(place.level in ("prefecture", "county") and gazetteer().within(home.code, place.code) for place in places if home)


def _province_of(zone: str) -> str:
    """The code of the province that a zone's name begins with; empty where it begins with none."""
    index = gazetteer()
    return next((p.code for size in (2, 3) for p in index.by_short.get(zone[:size], ()) if p.level == "province"), "")


def _other_form(zone: str) -> str:
    """工业园 for 工业园区, and back."""
    return zone[:-1] if zone.endswith("园区") else zone + "区" if zone.endswith("园") else zone


# 宿松|开发区 and 宿松|经济开发区; a zone of high technology is another.
_DEVELOPMENT = re.compile("(?P<own>[一-龥]{2,8}?)(?P<kind>(?:经济技术|经济)?开发区|经开区|高新技术(?:产业)?开发区|高新区)")


def _sort_of(zone: str) -> tuple[str, str]:
    """A development zone's own name, without the unit of its district, and its sort: 高 or 经, empty where it does not say."""
    match = _DEVELOPMENT.fullmatch(_without_unit(zone))
    return (match["own"], match["kind"][0].removeprefix("开")) if match is not None else ("", "")


def _is_same_development(first: str, second: str) -> bool:
    """Whether two names of development zones that begin alike can be those of one: 某县开发区, 某经济技术开发区."""
    (own, sort), (other, other_sort) = _sort_of(first), _sort_of(second)
    return bool(own) and own == other and (sort == other_sort or not (sort and other_sort))


_KIND_OF_PARK = re.compile("(?:工业|产业|科技|经济|农业|化工|物流|创业|创新|合作)?园区$")


_KINDS = ("示范区", "产业园", "工业园", "科技园", "物流园", "开发区", "试验区", "度假区", "集聚区", "示范园")


def _without_unit(zone: str) -> str:
    """A zone's name without the unit of the district that it begins with, and a reserve's without its rank.

    剑河县|工业园区 → 剑河工业园区, 向海国家级自然保护区 → 向海自然保护区.
    """
    return _RANK_OF_RESERVE.sub("", _UNIT_INSIDE.sub(r"\1", zone))


class Zones:
    """The zones of one page."""

    def __init__(self, page: PageReferents, units: Units) -> None:
        self._page, self._units, self.context = page, units, page.context

    def zone(
        self, article: Article, value: PlaceValue, mention: Mention, holder: Referent | None, home: Referent | None
    ) -> Referent | None:
        name = value.name
        zone = self.context.zone_of(article) or self.context.zone
        if zone and name in same_zone(zone):
            return self._page.zone_home(zone)
        if zone and self.context.city and name in self._page.zone_home(zone).alt:
            return self._page.zone_home(zone)
        for unit in ("市", "区", "县", "镇", "乡"):
            if (
                name.startswith(unit)
                and (len(name) > 3 or name[1:] == "新区")
                and (name[1:] == "新区" or ZONE_WORD.search(name) or (unit == "县" and name.endswith(_PARKS)))
            ):
                place = self._units.unit(article, unit, mention.start, said=False)
                if place is not None:
                    for (kind, *_), known in self._page.referents.items():
                        if kind == "zone" and known.label == place.label + name[1:]:
                            known.alt.add(name)
                            return known
                    referent = self._page.make(("zone", name[1:], place.key[-1]), Kind.DISTRICT, place.label + name[1:])
                    referent.level = "zone"
                    lay(referent, place)
                    referent.alt.update((name, name[1:]))
                    return referent
        for (kind, *_), known in list(self._page.referents.items()):
            if kind == "zone" and (name in known.alt or known.label.endswith((name, _other_form(name)))):
                return known
            if kind == "zone" and _without_unit(name) == _without_unit(known.label):  # 剑河工业园区, 剑河县工业园区
                known.alt.add(name)
                return known
        same = [z for (kind, *_), z in self._page.referents.items() if kind == "zone" and _is_same_development(name, z.label)]
        if len(same) == 1:
            same[0].alt.add(name)
            return same[0]
        whole = self._whole_park(name)
        known_zones = [z for (kind, *_), z in self._page.referents.items() if kind == "zone"] if whole else []
        parks = [z for z in known_zones if whole in (z.label, self._whole_park(z.label))]
        if len(parks) == 1:
            parks[0].alt.update((name, whole))
            return parks[0]
        short = self._shorter_of(name)
        told = [z for (kind, *_), z in self._page.referents.items() if kind == "zone" and z.label in short] if short else []
        if len(told) == 1:
            told[0].alt.add(name)
            return told[0]
        longer = sorted(z for z in self._page.zone_names if z.endswith(same_zone(name)) and len(z) > len(name) + 1)
        if longer and (ZONE_WORD.fullmatch(name) or _is_around(longer[0].removesuffix(name), home)):
            referent = self._page.make(("zone", longer[0], home.key[-1] if home else ""), Kind.DISTRICT, longer[0])
            referent.level = "zone"
            lay(referent, referent.place or home)
            referent.alt.add(name)
            return referent
        own = self._named_in(article, name, mention)
        if own is not None and home is not None and own is not home and holds(own, home):
            citys = any(ZONE_WORD.fullmatch(name.removeprefix(form)) for form in (own.label, *own.alt) if name.startswith(form))
            own = own if citys else None  # 赣州|经开区; but 西安科技创新园 lies in a county of the city
        if holder is not None and holder.level == "province" and home is not None and holds(holder, home):
            holder = None
        outer = own if own is not None and own.level == "township" else holder or own
        if own is not None and holder is not None and own.level == "county" and holds(holder, own):
            outer = own if self._stands_alone(article, own, name) else outer  # 某市|琅琊开发区, on a page that tells of 琅琊区
        if own is not None and own.level != "township" and own is not home and not self._stands_alone(article, own, name):
            outer = self._city_of(own)  # 武进高新区, where nothing is said of the district: of the city, if the page names it
        elif self._is_of_two(article, mention):
            outer = None  # 龙山来凤经济协作示范区
        elif outer is None and (province := _province_of(name)) and home is not None and home.code[:2] != province[:2]:
            outer = self._page.listed(province)  # 云南|滇中新区, on a page of another province
        elif outer is None and not APART.match(article.text, mention.end) and not _is_foreign(name, home):
            outer = home
        label = name
        if outer is not None and ZONE_WORD.fullmatch(name):
            label = outer.label + name
        referent = self._page.make(("zone", name, outer.key[-1] if outer else ""), Kind.DISTRICT, label)
        referent.level = "zone"
        if referent.place is None:
            lay(referent, outer)
        referent.alt.add(name)
        return referent

    def _whole_park(self, name: str) -> str:
        """东城|工业|园区 for 东城园区, and for itself: the one park of the page that bears its own part and says its kind."""
        if not name.endswith("园区") or len(name) < 4:
            return ""
        own = _KIND_OF_PARK.sub("", name)
        whole = {z for z in self._page.zone_names if z != own + "园区" and _KIND_OF_PARK.sub("", z) == own}
        return whole.pop() if len(whole) == 1 and len(own) > 1 else ""

    def _shorter_of(self, name: str) -> tuple[str, ...]:
        """青山片|示范区 for 青山片乡村振兴示范区, and back: the other name of a zone, where one alone begins and ends so."""
        kind = next((kind for kind in _KINDS if name.endswith(kind)), "")
        names = [z for z in self._page.zone_names if kind and z.endswith(kind)]
        if len(names) < 2:
            return ()
        owns = {z: z.removesuffix(kind) for z in names}
        index = gazetteer()
        pairs = [
            (short, long)
            for short in names
            if len(owns[short]) > 1 and owns[short] not in index.by_short and owns[short] not in index.by_name
            for long in names
            if long != short and owns[long].startswith(owns[short])
        ]
        single = [pair for pair in pairs if sum(short == pair[0] for short, _ in pairs) == 1]
        return tuple(other for pair in single if name in pair for other in pair if other != name)

    def _named_in(self, article: Article, name: str, mention: Mention) -> Referent | None:
        """The district whose name a zone's own begins with (构林镇|工业园区) or has in brackets; a town is named by it too."""
        bracket = _BRACKET.search(name)
        text = bracket[1] if bracket is not None else name
        best: tuple[int, str] = (0, "")
        for hit in self.context.hits.get(article.id, ()):
            code = self.context.code(hit.name)
            if code and mention.start <= hit.start < mention.end and text.find(hit.name) in (0, 2, 3):
                level = gazetteer().by_code[code].level
                if level in ("prefecture", "county", "township"):
                    best = max(best, (_DEPTH[level], code))
        if not best[1]:
            return None
        referent = self._page.listed(best[1])
        if referent.level == "township":
            referent.named = True
            referent.articles.add(article.id)
            referent.spans.append((article.id, mention))
        return referent

    def _city_of(self, place: Referent) -> Referent | None:
        """The one city above a district that the page names."""
        known = (r for r in self._page.referents.values() if r.kind is Kind.DISTRICT and r.level == "prefecture" and r.named)
        return next((city for city in known if city is not place and holds(city, place)), None)

    def _is_of_two(self, article: Article, mention: Mention) -> bool:
        """Whether a zone's name holds the names of two counties."""
        hits = (hit for hit in self.context.hits.get(article.id, ()) if mention.start <= hit.start < mention.end)
        codes = {code for hit in hits if (code := self.context.code(hit.name))}
        return sum(gazetteer().by_code[code].level == "county" for code in codes) > 1

    def _stands_alone(self, article: Article, place: Referent, zone: str) -> bool:
        """Whether an article names a district elsewhere than at the beginning of a zone's name."""
        for hit in self.context.hits.get(article.id, ()):
            if self.context.code(hit.name) == place.code and not article.text.startswith(zone, hit.start):
                return True
        return False


__all__ = ["APART", "Zones"]
