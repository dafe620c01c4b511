"""Towns without their unit, where the page's county has one of that name: 东川区|阿旺|人, 在|丁蜀|参观."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.base import Found, PlaceValue
from kg.extract.place_parts import free_before, towns_of
from kg.gazetteer import Place, gazetteer
from kg.model import Article, Kind, Mention
from kg.words import words

_NATIVE = re.compile(r"([一-龥]{2,4}?)(?:人(?!民|大|口|社|员|才|力|均|工)|籍|一带)")
_GOES_TO = re.compile("[在到赴往](?=[一-龥]{2})|来到|前往|走进|深入")
_GOES_ON = re.compile(
    "[，。、]|参观|考察|调研|举行|举办|召开|开展|检查|视察|走访|慰问|看望|督导|启动|开工|奠基|落户|安家|投资|建设|学习|采访|看到|实地"
)
_LISTS = ("、", "和", "与", "及")
_AFTER_LIST = ("等", "镇", "乡", "街道", "两", "一带", "和", "与", "及")
_RARE_TOWN = 5  # the dictionary's count up to which a town's own part is no word


def _units_of(town: Place) -> tuple[str, ...]:
    return ("街道",) if town.name.endswith("街道") else (town.name[-1],)


def counties_of(article: Article, found: Found) -> Sequence[Mapping[str, Place]]:
    """The townships of the counties that the page names, those of the article's own first."""
    codes = (found.context.home_of(article), found.context.city, *sorted(set(found.context.codes.values())))
    index = gazetteer().by_code
    holders = ("county", "prefecture")  # 东莞, 中山: cities without counties
    counties = dict.fromkeys(gazetteer().today(code) for code in codes if code in index and index[code].level in holders)
    return [towns for code in counties if (towns := towns_of(code))]


def find_natives(text: str, found: Found) -> Iterator[Mention]:
    """东川区|阿旺|人: a town without its unit, right after its county, whose native someone is."""
    for county in found.of(Kind.DISTRICT):
        value = county.value
        if not isinstance(value, PlaceValue) or value.level != "county" or not value.code:
            continue
        native = _NATIVE.match(text, county.end)
        place = towns_of(value.code).get(native[1]) if native else None
        if native and place is not None:
            named = PlaceValue(place.name, "township", place.code)
            yield Mention(Kind.DISTRICT, *native.span(1), native[1], "districts.native", 0.85, named)


def find_bare_towns(article: Article, found: Found) -> Iterator[Mention]:
    """在|丁蜀|参观: a town of the article's own county without its unit, where something is done."""
    towns = towns_of(found.context.home_of(article)) or towns_of(found.context.city)
    if not towns:
        return
    at = -1
    while (at := article.text.find(" ", at + 1)) >= 0:  # 凤岗 镇党委书记: torn, or a label
        size = next((n for n in (2, 3, 4) if at >= n and article.text[at - n : at] in towns), 0)
        name = article.text[at - size : at]
        if size and free_before(article.text, at - size) and article.text.startswith(_units_of(towns[name]), at + 1):
            town = PlaceValue(towns[name].name, "township", towns[name].code)
            yield Mention(Kind.DISTRICT, at - size, at, name, "districts.bare_town", 0.8, town)
    for match in _GOES_TO.finditer(article.text):
        for size in (4, 3, 2):
            start, end = match.end(), match.end() + size
            name = article.text[start:end]
            place = towns.get(name)
            if place is None or found.covering(Kind.DISTRICT, start) is not None:
                continue
            for first, last in _find_listed(article.text, start, end, towns):
                value = PlaceValue(towns[article.text[first:last]].name, "township", towns[article.text[first:last]].code)
                yield Mention(Kind.DISTRICT, first, last, article.text[first:last], "districts.bare_town", 0.8, value)
            break


def _find_listed(text: str, start: int, end: int, towns: Mapping[str, Place]) -> Sequence[tuple[int, int]]:
    """到|沙江、溪南|调研: all of a list, where each is a town and something is done there; a single one only if no word."""
    spans = [(start, end)]
    while text[end : end + 1] in _LISTS and end < len(text):
        start = end + 1
        size = next((size for size in (4, 3, 2) if text[start : start + size] in towns), 0)
        if not size:
            break
        end = start + size
        spans.append((start, end))
    goes_on = _GOES_ON.match(text, end) is not None
    if len(spans) == 1:
        return spans if goes_on and words().frequency(text[slice(*spans[0])]) <= _RARE_TOWN else ()
    return spans if goes_on or text.startswith(_AFTER_LIST, end) else spans[:-1]
