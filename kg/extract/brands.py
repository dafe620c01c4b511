"""Companies told of again by their brand: 宏源公司 and 天润生物, where the text has 天润生物科技股份有限公司.

A company that is called by its province and its brand alone (湖北昊元有限公司) is told of by these, wherever the text has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from kg.extract.base import BodyValue, Found, PlaceValue, firm_name
from kg.extract.firms import TRADES
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Kind, Mention
from kg.words import words

_CALLED = ("公司", "集团", "企业")
_WHOLE = ("公司", "集团", "厂")
_ALONE = 4  #: characters from which a brand stands for its company without a word for it
_ORDINARY = 50  #: of the dictionary's counts: a brand that is such a word does not stand alone


def find_brands(text: str, found: Found) -> Iterator[Mention]:
    """The places where a company that the text has in full is called by the first part of its name."""
    for firm in found.of(Kind.ORGANISATION):
        value = firm.value
        if not isinstance(value, BodyValue) or value.subtype != "Enterprise" or not value.core.endswith(_WHOLE):
            continue
        for core in (value.core, *_without_place(value.core)):
            if len(core) > 5 and core.isalpha():
                yield from _called_again(text, firm, core, found)
    yield from _find_by_province(text, found)


def _without_place(core: str) -> Iterator[str]:
    """贵州|汉能电子科技有限公司: the name without the city or province before it, by which it is called too."""
    size = next((size for size in (3, 2) if gazetteer().is_short(core[:size], WIDE_LEVELS)), 0)
    size += bool(size) and core[size] in "省市县"
    if size and len(core) > size:
        yield core[size:]


def _called_again(text: str, firm: Mention, core: str, found: Found) -> Iterator[Mention]:
    """Where a text calls a company by the first part of its name, with its place or without: 江西|宏丰电瓷."""
    place = firm.text[: -len(core)] if firm.text.endswith(core) else ""
    at = text.find(core[:2], firm.end)
    while at >= 0:
        size = _shared(text, at, core)
        called = next((word for word in _CALLED if text.startswith(word, at + size)), "")
        end = at + size + len(called)
        if size < len(core) - 2 and (called or _stands_alone(text, at, size, core)) and _is_free(found, at, end):
            start = at - len(place) if text.endswith(place, 0, at) else at
            value = BodyValue(text[start:end], "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.brand", 0.8, value)
        at = text.find(core[:2], max(end, at + 2))


def _find_by_province(text: str, found: Found) -> Iterator[Mention]:
    """湖北昊元|落户某县, where the text has 湖北昊元有限公司: the province and a brand that is no word."""
    names = {name for firm in found.of(Kind.ORGANISATION) if (name := _short_of(firm, found))}
    for name in sorted(names):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if found.covering(Kind.ORGANISATION, at) is None and found.covering(Kind.ORGANISATION, end - 1) is None:
                value = BodyValue(name, "Enterprise", proper=True)
                yield Mention(Kind.ORGANISATION, at, end, name, "organisations.brand", 0.8, value)
            at = text.find(name, end)


def _short_of(firm: Mention, found: Found) -> str:
    """湖北昊元 of 湖北昊元有限公司; nothing of 湖北昊元食品有限公司 and 湖北能源集团, which need more to be told apart."""
    value = firm.value
    if not isinstance(value, BodyValue) or value.subtype != "Enterprise" or value.back:
        return ""
    name = firm_name(firm.text)
    place = found.starting_at(Kind.DISTRICT, firm.start) if name != firm.text else None
    if place is None or not isinstance(place.value, PlaceValue) or place.value.level != "province":
        return ""
    brand = name[place.end - firm.start :]
    noun = words().frequency(brand) >= _ORDINARY and words().tag(brand)[:2] in ("n", "ns", "nt", "v", "vn")
    return name if 2 <= len(brand) <= 3 and not noun else ""


def _shared(text: str, at: int, core: str) -> int:
    """How many characters of a name stand at a position."""
    size = 2
    while size < len(core) and text.startswith(core[size], at + size):
        size += 1
    return size


def _stands_alone(text: str, at: int, size: int, core: str) -> bool:
    """Whether the first part of a name alone speaks of the company: 天润生物|由北流市引进, not 天润生|…."""
    if size < _ALONE or words().frequency(text[at : at + size]) >= _ORDINARY:
        return False
    return size in accumulate(map(len, words().cut(core)[:-1])) or core[:size].endswith(TRADES)


def _is_free(found: Found, start: int, end: int) -> bool:
    kinds = (Kind.ORGANISATION, Kind.DISTRICT, Kind.PERSON)
    return all(found.covering(kind, at) is None for kind in kinds for at in (start, end - 1))


__all__ = ["find_brands"]
