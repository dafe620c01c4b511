"""Whereabouts: where the firms, schools and projects lie that a visit goes to (到某镇调研，先后察看了甲公司、乙项目).

A visit has a *scene*: the district that it is said to go to (到某县考察), or that its sentence begins with (在某开发区，…);
without one it is in the district that the article is about. What is visited by name lies there, unless it is named with a
place of its own (某镇|甲项目).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, sentence_at
from kg.extract.bodies import level_of
from kg.gazetteer import gazetteer
from kg.model import Article, Kind, Mention

# What a visit does, before the thing visited.
_LOOKS = re.compile(
    r"(?:察看|查看|看望|观看|视察|观摩|参观|走访|考察|调研|检查|督导|慰问|暗访|踏勘|踏访|踏看|看)(?:了|过)?(?![团组队员])|走进|深入|来到|走到|步入|前往|到访|一行到|"
    r"(?:先后|分别|依次|首先|随后|接着|最后|一同|还|又|实地)(?:到|赴|去)|去了|(?<![一-龥])(?:在|到)|(?<=[团组行])在(?=[^。；]{4,80}?(?:停留|驻足|参观|察看|查看|观摩))|"
    r"(?<=，)[向给为](?=[^，。；]{2,20}(?:捐|赠|送去|发放))"
)
_GOES = re.compile(
    r"(?:来到|走进|深入|前往|奔赴|赶赴|莅临|抵达|赴|到|来|在|就|对)(?=[一-龥])|(?:调研|视察|考察|检查|督导|督查|督察|观摩)(?:了)?(?=[一-龥])"
)
_LOOKS_OR_GOES = re.compile(f"{_LOOKS.pattern}|{_GOES.pattern}")
_FIRST = re.compile(
    "[察查看观视参走考调检督慰暗踏深步来前到一先分依首随接最同还又实去在向给为奔赶莅抵赴就对]"
)  # how one of them begins
_STAYS = re.compile("在[一-龥]期间")  # 在某期间: in a city of which one character is said
# 看了|10个点：甲项目、乙项目: counted before they are named.
_COUNTED = re.compile("[^，。；：、\\n]{0,10}?[\\d一二三四五六七八九十]+[个处家][^，。；：、\\n]{1,12}[：:]")
_AND = re.compile("[、和与及]")
# What someone goes to a district for.
_PURPOSE = re.compile(
    r"[^，,。；、]{0,14}?(?:调研|视察|考察|检查|督导|督查|督察|督办|观摩|参观|走访|慰问|看望|指导|验收|评估|暗访|调度|学习|查看|察看|巡查|采访|回访|开展)"
)
_BETWEEN = re.compile(r"(?:、|[，,]?以及|[，,]?[和与及]|[，,])(?:位于|坐落于|地处|在)?")
_OF = re.compile(r"(?:境内|辖区内?|辖区)?的?(?:重点|龙头|骨干)?(?:企业|项目)?(?:——)?")
_TAIL = re.compile(r"[^，,。；！？：、\n]{0,14}?(?=[，。；！？：、\n]|以及|[和与及])")
# In a list, something without a name: …，集贸市场以及某公司.
_UNNAMED = re.compile("[^，,。；、和与及的了]{2,10}(?:、|以及|[和与及])")
_CALLING = 7  #: characters of what someone is called by, and the beginning of his name
_HAN_ONLY = re.compile("[一-龥]*(?:记者|代表|员|师|生|工|人|家|户|兵)")
_JOINED = ("和", "与", "及")
_INSIDE = ("township", "community", "compound", "zone")
_WIDE = ("province",)
# A body that has its home elsewhere, or anywhere: nobody looks round in it, or it says where it is.
_ELSEWHERE = re.compile("(?:大学|学院|总部|总公司|银行|研究院)$")
# 在某公司，…: at the place itself, not in a list of what is to be done.
_AT = re.compile(r"[^，,。；！？：、\n]{0,12}[，,、]|(?:和|与|及)")


# 某县|是第一站: a stop on a journey.
_STOP = re.compile("(?:是|作为|为)(?:此行|此次|本次|这次)?[^，。；、]{0,10}?(?:的|第[一二三四五六]|首|头一|下一|最后一)站")
_TEAM = re.compile(
    "(?:[考参代][察观表]团|[学访]习?问?团|代表团|[调督观考][研导摩察]组|一行|一行人)(?:随后|接着|又|还|先后|首先|先|最后)*[转来去]?$"
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A thing that lies in a district; in that of the article where ``place`` is None."""

    thing: Mention
    place: Mention | None
    score: float


def _is_visitable(mention: Mention) -> bool:
    """Whether a thing may be looked at and says nothing of its own district: a firm, a school, a project."""
    value = mention.value
    if isinstance(value, BodyValue):
        free = value.parent is None and not value.relative and not value.back
        named = value.anchor is None or (value.subtype == "Enterprise" and (_is_wide(value.anchor) or _is_county(value.anchor)))
        return free and named and value.subtype in ("Enterprise", "PublicInstitution") and not _ELSEWHERE.search(mention.text)
    if not isinstance(value, InitiativeValue) or value.back or value.subtype != "Project":
        return False
    return value.place is None or _is_wide(value.place)


def _is_wide(place: Mention) -> bool:
    """Whether a place that begins a name says little of where the thing is: 西安|某公司 in a county of the city."""
    return isinstance(place.value, PlaceValue) and place.value.level in ("province", "prefecture") and not place.value.relative


def _is_county(place: Mention | None) -> bool:
    """Whether a place that begins a name is a county, so that a town or zone of it tells more: 在某镇走进|某县|甲公司."""
    value = place.value if place is not None else None
    return isinstance(value, PlaceValue) and value.level == "county" and bool(value.code) and not value.relative


def _fits(thing: Mention, code: str) -> bool:
    """Whether a thing may lie in a district: not 杭州某公司, looked at in a county elsewhere."""
    place = _own_place(thing)
    own = place.value.code if place is not None and isinstance(place.value, PlaceValue) else ""
    return not own or not code or gazetteer().within(code, own)


def _shares(thing: Mention, place: Mention | None) -> bool:
    """Whether a firm and the zone that it is looked at in bear the name of one city: 南京某公司, 南京经开区."""
    own = _own_place(thing)
    return own is not None and place is not None and len(own.text) > 1 and place.text.startswith(own.text[:2])


_AND_OTHERS = re.compile("等(?:多)?(?:地|市|县|省市|城市|省份)")


class _Walk:
    """One article read from visit to visit."""

    def __init__(self, article: Article, found: Found) -> None:
        self._article, self._found, self._text = article, found, article.text
        self._scene: Mention | None = None
        self._lost = False  #: whether the visit goes to several places, none of which can be told

    def __call__(self) -> Iterator[Whereabouts]:
        stays = "期间" in self._text
        stops = "站" in self._text
        for sentence in self._article.sentences:
            local: Mention | None = None
            at = sentence.lo
            stop = _STOP.search(self._text, sentence.lo, sentence.hi) if stops else None
            first = self._found.ending_at(Kind.DISTRICT, stop.start()) if stop is not None else None
            if first is not None:
                self._scene, self._lost = first, False
            if stays and _STAYS.search(self._text, sentence.lo, sentence.hi) is not None:
                self._scene, self._lost = None, True
            for begin in _FIRST.finditer(self._text, sentence.lo, sentence.hi):
                match = _LOOKS_OR_GOES.match(self._text, begin.start(), sentence.hi) if begin.start() >= at else None
                if match is None:
                    continue
                at = match.end()
                places, end = self._places(match.end())
                others = _AND_OTHERS.match(self._text, end) if places else None
                if others is not None:  # 到深圳|等地|考察: to more than are named
                    places, end = [*places, places[-1]], others.end()
                if places:
                    at = max(at, end)
                    local = self._move(places, local, self._text.startswith(("，", ","), end))
                    comes = self._text.startswith(("，", "。"), end) and self._is_team(places, sentence.lo, match.start())
                    if comes or _is_wide_visit(self._text, match.group(), end) or self._goes_about(places, end):
                        self._go(places)
                if _LOOKS.match(self._text, match.start()) is None:
                    continue
                counted = _COUNTED.match(self._text, match.end(), sentence.hi)
                behind = counted.end() if counted is not None else match.end()
                listed = list(self._things(behind, sentence.hi, bare=match.group() in ("在", "到")))
                yield from self._placed(listed, local, match.start())

    def _placed(self, listed: Sequence[tuple[Mention, Mention | None]], local: Mention | None, at: int) -> Iterator[Whereabouts]:
        """The things of one list, each in its own district, or in that of the sentence, the visit, the article."""
        home = self._found.context.home_of(self._article)
        said = local or self._scene or self._county(at, home)
        if said is None and self._elsewhere(at, home):
            return
        away = sum(not _fits(thing, home) for thing, _ in listed) if said is None else 0
        abroad = away > 1 or (away == 1 and not _fits(listed[0][0], home))  # a list of firms of other cities
        for thing, place in listed:
            if thing.kind is Kind.ORGANISATION and _is_county(_own_place(thing)):
                if said is None or not self._lies_in(said, _own_place(thing)):
                    continue  # 某县甲公司: in its county, as its name says
                place = None
            where = place or said
            score = 0.8 if place is not None else 0.75 if local is not None else 0.7 if said is not None else 0.65
            if (where is not None or not (self._lost or abroad)) and (_fits(thing, self._code(where)) or _shares(thing, where)):
                yield Whereabouts(thing, where, score)

    def _county(self, at: int, home: str) -> Mention | None:
        """The county that a sentence on a city's page tells of: 某县交警走进某小学."""
        index = gazetteer().by_code
        if home not in index or index[home].level != "prefecture":
            return None
        start = sentence_at(self._article, at).lo
        for place in self._found.before(Kind.DISTRICT, at):
            if place.start < start:
                break
            value = place.value
            if isinstance(value, PlaceValue) and value.level == "county" and gazetteer().within(value.code, home):
                return place
        return None

    def _elsewhere(self, at: int, home: str) -> bool:
        """Whether a sentence on a city's page tells of another city: 乙市环保局检查某电厂."""
        index = gazetteer().by_code
        if home not in index or index[home].level != "prefecture":
            return False
        cities = self._found.between(Kind.DISTRICT, sentence_at(self._article, at).lo, at)
        codes = [p.value.code for p in cities if isinstance(p.value, PlaceValue) and p.value.level == "prefecture"]
        return bool(codes) and home not in codes

    def _move(self, places: Sequence[Mention], local: Mention | None, halts: bool) -> Mention | None:
        """The scene of a sentence after someone goes to other places; that of the visit is left where they are as large."""
        levels = [p.value.level for p in places if isinstance(p.value, PlaceValue)]
        scene = self._scene.value.level if self._scene is not None and isinstance(self._scene.value, PlaceValue) else ""
        if scene in _INSIDE and scene in levels and self._scene is not None and self._scene.text not in {p.text for p in places}:
            self._scene = self._scene if self._seen_in(self._scene, places[-1]) else None
        if not halts:
            return local
        if len(places) == 1:
            return places[0]
        return local if all(level in _INSIDE for level in levels) else None

    def _seen_in(self, scene: Mention, park: Mention) -> bool:
        """到某开发区调研。走进某产业园、|甲公司: whether a park is but the first thing looked at where one has just gone."""
        listed = self._text.startswith("、", park.end) and self._thing(park.end + 1) is not None
        return listed and self._text.count("。", scene.end, park.start) < 2

    def _code(self, place: Mention | None) -> str:
        value = place.value if place is not None else None
        listed = value.code if isinstance(value, PlaceValue) else ""
        return listed or self._found.context.home_of(self._article)

    def _lies_in(self, place: Mention, county: Mention | None) -> bool:
        """Whether a town or zone is of the county that a name begins with."""
        inner, outer = place.value, county.value if county is not None else None
        if not isinstance(inner, PlaceValue) or not isinstance(outer, PlaceValue) or inner.level not in _INSIDE:
            return False
        return gazetteer().within(inner.code or self._found.context.home_of(self._article), outer.code)

    def _goes_about(self, places: Sequence[Mention], end: int) -> bool:
        """Whether a whole town or county is gone to, and looked round in: 前往某镇，督查…."""
        value = places[0].value
        wide = isinstance(value, PlaceValue) and value.level in ("county", "township", "zone")
        return len(places) == 1 and wide and self._text.startswith("，", end) and _PURPOSE.match(self._text, end + 1) is not None

    def _is_team(self, places: Sequence[Mention], begin: int, verb: int) -> bool:
        """考察团|转到某开发区，; 一行|抵达某县。: whether those who look round go there with nothing said of what for."""
        if not all(level_of(place) in ("county", "prefecture", "zone") for place in places):
            return False
        return _TEAM.search(self._text, max(begin, verb - 12), verb) is not None

    def _go(self, places: Sequence[Mention]) -> None:
        if len(places) == 1:
            value = places[0].value
            wide = isinstance(value, PlaceValue) and value.level in _WIDE and not value.relative
            self._scene, self._lost = (None, True) if wide else (places[0], False)
        elif not all(isinstance(p.value, PlaceValue) and p.value.level in _INSIDE for p in places):
            self._scene, self._lost = None, True

    def _chain(self, position: int) -> Mention | None:
        """The smallest of the places that stand one after another at a position."""
        last = None
        while (place := self._found.starting_at(Kind.DISTRICT, position)) is not None:
            last, position = place, place.end
        return last

    def _places(self, position: int) -> tuple[list[Mention], int]:
        """The districts listed at a position, each the smallest said, and where the list ends."""
        places: list[Mention] = []
        while (place := self._chain(position)) is not None and self._held(place) is None:
            places.append(place)
            following = _AND.match(self._text, place.end)
            if following is None or self._found.starting_at(Kind.DISTRICT, following.end()) is None:
                break
            position = following.end()
        return places, places[-1].end if places else position

    def _held(self, place: Mention) -> Mention | None:
        """The body or project that a place begins the name of; of two the longer: 某市某牧场|养殖项目."""
        held = (self._found.covering(kind, place.start) for kind in (Kind.ORGANISATION, Kind.INITIATIVE))
        return max((thing for thing in held if thing is not None and thing.end > place.end), key=lambda m: m.end, default=None)

    def _employs(self, thing: Mention) -> bool:
        """Whether a title is held in a firm right here: 某公司|董事长甲介绍."""
        if thing.kind is not Kind.ORGANISATION:
            return False
        if self._found.covering(Kind.POST, thing.end - 1) or self._found.starting_at(Kind.POST, thing.end):
            return True
        people = self._found.between(Kind.PERSON, thing.end + 2, thing.end + _CALLING)  # 某分公司|记者|甲
        return any(_HAN_ONLY.fullmatch(self._text, thing.end, person.start) for person in people)

    def _owner(self, thing: Mention) -> Iterator[Mention]:
        """某公司|三期项目: the firm that a project's name begins with is visited too."""
        firm = self._found.starting_at(Kind.ORGANISATION, thing.start) if thing.kind is Kind.INITIATIVE else None
        if firm is not None and firm.end < thing.end:
            yield firm

    def _thing(self, position: int) -> Mention | None:
        return self._found.starting_at(Kind.INITIATIVE, position) or self._found.starting_at(Kind.ORGANISATION, position)

    def _things(self, position: int, stop: int, *, bare: bool) -> Iterator[tuple[Mention, Mention | None]]:
        """The things listed from a position, each with the place named right before it."""
        carried: Mention | None = None
        joined = False
        while position < stop:
            place = self._chain(position)
            if place is not None:
                gap = _OF.match(self._text, place.end)
                thing = self._thing(gap.end() if gap is not None else place.end) or self._thing(place.end) or self._held(place)
            else:
                thing = self._thing(position)
            if thing is not None:
                if bare and not _AT.match(self._text, thing.end):
                    return
                begins = place is not None and place.start == thing.start
                if begins and place is not None and (_is_wide(place) or (thing.kind is Kind.ORGANISATION and _is_county(place))):
                    place = None
                own = _own_place(thing) or place
                own = None if own is not None and _is_wide(own) else own
                if place is None and own is None and joined:
                    own = carried  # 某镇|甲公司和|乙公司
                if place is None:
                    visited = (thing, *self._owner(thing))
                    yield from ((it, own) for it in visited if _is_visitable(it) and not self._employs(it))
                carried = own if own is not None and _is_inside(own) else None
                position = thing.end
            elif place is not None:
                carried, position = None, place.end
            tail = _TAIL.match(self._text, position, stop)
            if tail is None:
                return
            following = _BETWEEN.match(self._text, tail.end(), stop)
            if following is None:
                return
            if following.group() in "，," and bare:
                return
            if following.group() in "，," and self._thing(following.end()) is None:
                held = self._chain(following.end())
                if held is None and _UNNAMED.match(self._text, following.end()) is not None:
                    position = following.end()
                    continue
                if held is None or (self._thing(held.end) is None and self._held(held) is None):
                    return
            joined = following.group() in _JOINED
            position = following.end()


def _is_inside(place: Mention) -> bool:
    return isinstance(place.value, PlaceValue) and place.value.level in ("township", "community")


def _own_place(thing: Mention) -> Mention | None:
    value = thing.value
    if isinstance(value, BodyValue):
        return value.anchor
    return value.place if isinstance(value, InitiativeValue) else None


def _is_wide_visit(text: str, verb: str, end: int) -> bool:
    """Whether someone goes to a district for a visit: 到某县|考察, 调研某镇|…."""
    return _PURPOSE.match(text, end) is not None or verb.rstrip("了") in ("调研", "视察", "考察", "检查", "督导", "观摩")


def find_whereabouts(article: Article, found: Found) -> Iterator[Whereabouts]:
    """The place told most plainly of each thing visited."""
    best: dict[tuple[Kind, str], Whereabouts] = {}
    if not any(map(_is_visitable, (*found.of(Kind.ORGANISATION), *found.of(Kind.INITIATIVE)))):
        return
    for where in _Walk(article, found)():
        key = (where.thing.kind, where.thing.text)
        if key not in best or best[key].score < where.score:
            best[key] = where
    yield from best.values()


__all__ = ["Whereabouts", "find_whereabouts"]
