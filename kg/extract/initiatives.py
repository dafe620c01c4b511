"""Initiatives: what a body carries out under a name: campaigns, mechanisms, projects, services.

A name stands in quotation marks with a type word behind it (“清风护航”活动), or is a scheme of numerals (“三包一”), or is a
proper or descriptive name with a type word (农贸市场专项整治行动). Quotation marks hold metaphors and speech as well: those
have no type word, and no verb of carrying out before them.

Each form has its module; here is the order in which they are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue
from kg.extract.built_works import find_built
from kg.extract.counted_schemes import find_counted, find_slogans, whole_of
from kg.extract.edges import left_edge
from kg.extract.formula_schemes import find_formulas
from kg.extract.listed_works import find_under_way, find_works
from kg.extract.no_schemes import is_category, is_venue
from kg.extract.placed_works import find_parts, find_placed
from kg.extract.plain_schemes import (
    find_funds,
    find_headed,
    find_hotlines,
    find_levels,
    find_lines,
    find_plain,
    find_unions,
    find_waters,
)
from kg.extract.projects import find_projects
from kg.extract.quoted_schemes import find_quoted, find_series
from kg.extract.scheme_names import in_title, is_won, named_in_full, strip_front
from kg.extract.shown_projects import (
    find_again,
    find_between_towns,
    find_example,
    find_framed,
    find_invested,
    find_listed,
    find_phases,
    find_priced,
    find_signed,
    find_sites,
)
from kg.extract.sought_titles import find_sought
from kg.extract.told_projects import find_own_phases, find_parks, find_planned, find_said, find_told
from kg.extract.typed_schemes import (
    find_between_provinces,
    find_brought,
    find_chiefs,
    find_deeds_for_people,
    find_drives,
    find_goes_round,
    find_launched,
    find_numbered,
    find_rounds,
    find_rounds_of_inspection,
    find_run,
    find_seasons,
    find_sent,
    find_typed,
)
from kg.model import Article, Kind, Mention

_BACK = re.compile(r"该(项目|工程|活动|机制|行动|平台|系统|模式)")


def _is_place(mention: Mention, found: Found) -> bool:
    """了解|“石板滩”|的来历, on a page about 石板滩镇: whether no more than a place's own name stands in the marks."""
    name = mention.text.strip("“”")
    if len(name) + 2 != len(mention.text):
        return False
    return any(
        (place.text == name or (place.text[:-1] == name and len(name) > 1))
        and isinstance(place.value, PlaceValue)
        and place.value.level != "zone"
        for place in found.of(Kind.DISTRICT)
    )


def _is_brand(mention: Mention, found: Found) -> bool:
    """Whether a name in marks that only a headline makes one is what a body is called: “某某”|养殖专业合作社."""
    return any(
        body.text.startswith(mention.text) and isinstance(body.value, BodyValue) and body.value.subtype == "Enterprise"
        for body in found.of(Kind.ORGANISATION)
    )


def _with_name(text: str, typed: Mention, quoted: Mention) -> Mention:
    """冬季交通整治|“百日行动”, 气象小程序|“知天农”: what a thing is and what it is called, told in one breath."""
    kind, called = typed.value, quoted.value
    assert isinstance(kind, InitiativeValue) and isinstance(called, InitiativeValue)
    value = replace(called, name=kind.name + called.name, place=kind.place)
    return replace(quoted, start=typed.start, text=text[typed.start : quoted.end], value=value)


_SIDES = frozenset("东西南北左右上中下前后新老")


def _with_twin(text: str, mention: Mention) -> Mention:
    """胜利东、|西干渠疏浚改造: two sides of one thing that share the name before the first."""
    start = mention.start
    value = mention.value
    if text[start - 1 : start] != "、" or not {text[start], text[start - 2 : start - 1]} <= _SIDES:
        return mention
    assert isinstance(value, InitiativeValue)
    begin = strip_front(text, left_edge(text, start - 2, scheme=True), start - 2)
    begin += text[begin] in "省市县区镇乡村" and text[begin - 1 : begin] in "我全本"
    if value.place is not None or not 2 <= start - 2 - begin <= 6:
        return mention
    name = text[begin : mention.end]
    return replace(mention, start=begin, text=name, value=replace(value, name=name, bare=name))


_SO_MANY = re.compile("[一-龥]{2,6}\\d+(?:余|多)?[处座个栋所](?=[一-龥]{3})")


def _is_so_many(text: str, mention: Mention) -> bool:
    """新建甲、|乙2处社区服务综合体: the last of a list with how many there are."""
    return text[mention.start - 1 : mention.start] in ("、", "和", "及") and _SO_MANY.match(mention.text) is not None


def _is_cut(mention: Mention) -> bool:
    """街区改造项目（甲路、乙路）: whether a name ends or begins within brackets."""
    return any(mention.text.count(left) != mention.text.count(right) for left, right in ("（）", "()"))


# “某某”|是甲局、乙局联合建设的平台: what a name is said to be, or by whom it is done.
_IS_OR_BY = ("是", "就是", "正是", "其实是", "便是", "，是", "由")


def _told_again(text: str, quoted: list[Mention]) -> Iterator[Mention]:
    """“某某”|是甲局、乙局联合建设的平台: a quoted name without its type word, where a sentence says what it is."""
    for mention in quoted:
        value = mention.value
        assert isinstance(value, InitiativeValue)
        name = f"“{value.bare}”"
        at = text.find(name, mention.end) if len(value.bare) > 2 and not mention.text.endswith("”") else -1
        while at >= 0:
            if text.startswith(_IS_OR_BY, at + len(name)):
                yield replace(mention, start=at, end=at + len(name), text=name, by="initiatives.again", value=value)
            at = text.find(name, at + 1)


def _is_village(mention: Mention, found: Found) -> bool:
    """Whether what is seen is a village or community itself: 先后到甲园区、|乙村|, 查看项目建设."""
    if "“" in mention.text or mention.text[-1] not in "村区":
        return False
    place = next((p for p in found.between(Kind.DISTRICT, mention.start, mention.end) if p.end == mention.end), None)
    if place is None or not isinstance(place.value, PlaceValue) or place.value.level != "community":
        return False
    return found.places_begin(place.start) <= mention.start


class Initiatives:
    """Find initiatives, quoted and unquoted."""

    name = "initiatives"
    needs = frozenset({Kind.DISTRICT, Kind.ORGANISATION})
    finds = frozenset({Kind.INITIATIVE.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        quoted: dict[int, Mention] = {}
        for mention in find_quoted(text, found, article.body):
            if mention.by == "initiatives.headline" and _is_brand(mention, found):
                continue
            if _is_place(mention, found):
                continue
            if (whole := whole_of(text, mention)) is not None:
                quoted[whole.start] = whole
                yield whole
        yield from _told_again(text, list(quoted.values()))
        yield from find_series(text)
        for rule in (
            find_typed(text, found),
            find_chiefs(text, found),
            find_rounds_of_inspection(text),
            find_deeds_for_people(text),
            _projects(text, found),
            find_invested(text),
            find_priced(text, found),
            find_built(text, found),
            find_signed(text, found),
            find_run(text),
            find_numbered(text),
            find_formulas(text, found),
            find_brought(text, found),
            find_drives(text),
            find_goes_round(text, found),
            find_sought(text, found),
            find_rounds(text),
            find_seasons(text),
            find_sent(text),
            find_framed(text, found),
            find_between_provinces(text, found),
            find_between_towns(text, found),
            find_phases(text, found),
            find_example(text, found),
            find_sites(text, found),
            find_launched(text, found),
            find_plain(text, found),
            find_levels(text),
            find_headed(text, article.body),
            find_counted(text),
            find_slogans(text),
            find_lines(text),
            find_hotlines(text),
            find_funds(text),
            find_unions(text),
            find_waters(text, found),
            find_told(text, found),
            find_said(text, found),
            find_parks(text, found),
            find_own_phases(text, found),
            find_works(text, found),
            find_under_way(text, found),
        ):
            for mention in rule:
                mention = _with_twin(text, mention)
                if (
                    _is_village(mention, found)
                    or is_venue(text, mention.start, mention.end)
                    or _is_so_many(text, mention)
                    or _is_cut(mention)
                ):
                    continue
                if not in_title(text, mention.start) and not is_won(text, mention.start) and not is_category(mention.text):
                    name = quoted.get(mention.end)
                    yield named_in_full(text, mention, found) if name is None else _with_name(text, mention, name)
        yield from find_planned(text, found)
        yield from find_parts(text, found)
        listed = [mention for mention in find_listed(text, found) if not _is_cut(mention)]
        yield from listed
        yield from find_again(text, listed)
        for match in _BACK.finditer(text):
            yield Mention(
                Kind.INITIATIVE,
                match.start(),
                match.end(),
                match.group(),
                "initiatives.back",
                0.9,
                InitiativeValue("", "", "", back=match.group(1)),
            )


def _projects(text: str, found: Found) -> Iterator[Mention]:
    """Projects and works, of which those that a verb shows begin with their own place: 龙山县获批|某镇某村某项目."""
    placed = list(find_placed(text, found))
    starts = {mention.end: mention.start for mention in placed}
    yield from placed
    for mention in find_projects(text, found):
        if mention.start >= starts.get(mention.end, mention.start):
            yield mention


__all__ = ["Initiatives"]
