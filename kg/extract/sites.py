"""Sites: where initiatives are carried out and bodies set up, as the words around a small district say.

在甲镇、乙镇设立“某某服务站”: what is done there is named behind; “某某日”在甲社区、乙社区轮流举办: before; 该项目拟在甲镇建设:
the one told of last. 园区已有5家企业落户。甲公司…: what a paragraph tells of next lies in the zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, sentence_at
from kg.extract.whereabouts import Whereabouts
from kg.model import Article, Kind, Mention

_SMALL = ("township", "community", "compound", "zone")
_AND = ("、", "和", "与", "及")
_QUOTES = "“‘《"
_MANNER = r"(?:[还又也将拟已先]|先后|陆续|分别|联合|共同|正式|集中|同步|率先|全面|扎实|深入|启动并?|组织|轮流|定期|同时|首批)*"
_FOUNDS = r"设立|成立|组建|建起|建成|建立|创办|开办|开设|捐建|援建|新建|兴建|筹建|兴办|办起|捐资兴?建"
# 在某镇|设立了|“某某服务站”: what is done there.
_DOES = re.compile(
    rf"(?:境内|辖区)?{_MANNER}(?P<verb>{_FOUNDS}|开展|举办|举行|启动|推行|试点|实施|打造|推广|开启|发起|上线|开通|建设)(?:了|起)?(?:一?[个家所座]|首[个家])?"
)
_FOUND = re.compile(_FOUNDS)
# “某某日”在某社区|轮流举办.
_DONE = re.compile(
    rf"(?:等[地处]|境内)?(?:广场|文化广场)?{_MANNER}(?:举办|举行|开展|启动|推行|试点|先行试点|实施|开班|开课|开讲|上线|落地|推开|铺开|开工|投用)(?:了)?(?=[，。；、]|$)"
)
# 该项目|拟在|某镇|建设….
_OF_PROJECT = re.compile(r"(?:该|此|这个|上述)(?:项目|工程)(?:一期|二期)?(?:[拟将已]|计划|规划)?$")
_BUILDS = re.compile(r"(?:境内)?(?:投资)?(?:建设|新建|兴建|实施|选址|落地|布局|打造|动工|开工)")
_WORKS = re.compile(r"的?(?:项目|工程|建设|施工)(?:建设|施工)?(?:工地|现场)|(?:项目|工程)部")
_GOES_INTO = re.compile(
    r"(?:活动|行动|项目|服务|工作|志愿服务|专场|演出)?(?P<goes>(?:首站|首场|再次|又|还|也|已|先后|陆续|正式)*(?:走进|开进|送进|送到|走到|来到|落户|落地|进驻|搬进)了?)$"
)
_GOES_TO_DO = ("赴", "来到", "走进", "深入", "前往", "奔赴")
_AWAY = 30  #: characters between a scheme and the place that it goes into
# 园区已有5家企业落户: the firms and projects told of next are there.
_HOUSES = re.compile(
    r"(?:内|里)?(?:目前|现|如今|已经|截至目前)?，?[已现共]?(?:有|入驻|集聚|聚集|吸引|引进|落户|引来|吸纳|签约|落地)了?[^，。；]{0,10}?[\d一二三四五六七八九十]+(?:余|多)?[家个](?:[^，。；]{0,6}?)(?:企业|项目|公司)"
)
_SPEAKS = re.compile(r"[^，。；“”]{0,40}?(?:说|介绍|告诉|表示|坦言|笑道)")
_ENTERS = ("走进", "来到", "步入", "走入", "进入")
_CLAUSE = "，。；、：\n和与及”"
_QUOTED_HEAD = re.compile("[^“”，。；]{0,5}，?“([^”]{2,14})”")
# A landform that a work is called by, and that the text places: 某镇|石湾水库, … 石湾水库除险加固工程.
_LANDFORM = re.compile(r"[一-龥]{1,4}?(?:圩|大?堤|水库|湖|河|塘|渠|坝|大?桥|港|湾|水厂|泵站|闸|泉|溪|江|沟|岭|岛|洲)")


def _is_small(place: Mention) -> bool:
    value = place.value
    return isinstance(value, PlaceValue) and value.level in _SMALL and not value.relative


def _is_project(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, InitiativeValue) and value.subtype == "Project" and not value.back


def _is_free(mention: Mention) -> bool:
    """Whether a firm or project may lie anywhere: its name says no smaller district."""
    value = mention.value
    if isinstance(value, BodyValue):
        if value.subtype != "Enterprise" or value.parent is not None or value.back or value.relative:
            return False
        own = value.anchor
    elif isinstance(value, InitiativeValue):
        if value.subtype != "Project" or value.back:
            return False
        own = value.place
    else:
        return False
    return own is None or not _is_small(own)


class _Sites:
    """One article, read small district by small district."""

    def __init__(self, article: Article, found: Found) -> None:
        self._article, self._found, self._text = article, found, article.text

    def __call__(self) -> Iterator[Whereabouts]:
        end = -1
        for place in self._found.of(Kind.DISTRICT):
            if place.start < end or place.start < self._article.body:
                continue
            if not _is_small(place):
                if isinstance(place.value, PlaceValue) and place.value.level == "zone":
                    yield from self._housed(place)
                    yield from self._spoken(place, place.start)
                continue
            places, end = self._listed(place)
            begin = self._found.places_begin(place.start)
            yield from self._at(places, begin, end)
            if isinstance(place.value, PlaceValue) and place.value.level == "zone":
                yield from self._housed(places[-1])
                yield from self._spoken(places[-1], begin)
        for work in self._found.of(Kind.INITIATIVE):
            if _is_free(work):
                yield from self._by_landform(work)

    def _listed(self, place: Mention) -> tuple[list[Mention], int]:
        """The small districts listed from one, and where the list ends."""
        places = [place]
        end = place.end
        while True:
            inner = self._found.starting_at(Kind.DISTRICT, end)
            if inner is not None and _is_small(inner):
                places[-1], end = inner, inner.end
                continue
            following = self._first_small(end + 1) if self._text[end : end + 1] in _AND else None
            if following is None:
                return places, end
            places.append(following)
            end = following.end

    def _first_small(self, position: int) -> Mention | None:
        place = self._found.starting_at(Kind.DISTRICT, position)
        while place is not None and not _is_small(place):
            place = self._found.starting_at(Kind.DISTRICT, place.end)
        return place

    def _at(self, places: Sequence[Mention], begin: int, end: int) -> Iterator[Whereabouts]:
        text = self._text
        if text[begin - 1 : begin] == "在" and not text.endswith(("存在", "正在"), 0, begin):
            does = _DOES.match(text, end)
            things = list(self._objects(does)) if does is not None else []
            built = _BUILDS.match(text, end)
            if not things and built is not None and _OF_PROJECT.search(text, max(0, begin - 10), begin - 1):
                things = self._told(begin)
            if not things and _WORKS.match(text, end):
                things = self._told(begin)
            if not things and _DONE.match(text, end):
                things = self._subject(begin) or self._before_comma(begin - 1)
            yield from (Whereabouts(thing, place, 0.8) for thing in things for place in places)
            return
        if text.endswith(_GOES_TO_DO, 0, begin):  # 赴|某村|开展“某某”行动
            does = _DOES.match(text, end + text.startswith("，", end))  # 来到|某村|，开展“某某”行动
            things = list(self._objects(does)) if does is not None and does["verb"] in ("开展", "举办", "举行", "启动") else []
            yield from (Whereabouts(thing, place, 0.75) for thing in things for place in places)
        into = _GOES_INTO.search(text, max(0, begin - 12), begin)
        scheme = None
        for end in (into.start("goes"), into.start()) if into is not None else ():
            end -= text[end - 1] == "”" and self._found.ending_at(Kind.INITIATIVE, end) is None
            scheme = scheme or self._found.ending_at(Kind.INITIATIVE, end)
        if scheme is not None and scheme.start > begin - _AWAY:
            yield from (Whereabouts(scheme, place, 0.75) for place in places)

    def _objects(self, does: re.Match[str]) -> Iterator[Mention]:
        """What is set up or carried out: the schemes, or the bodies of a list, behind the verb."""
        position = does.end()
        founded = _FOUND.fullmatch(does["verb"]) is not None
        while True:
            start = position + 1 if self._text[position : position + 1] in tuple(_QUOTES) else position
            thing = self._found.starting_at(Kind.INITIATIVE, position) or self._found.starting_at(Kind.INITIATIVE, start)
            if thing is None and founded:
                body = self._found.starting_at(Kind.ORGANISATION, position) or self._found.starting_at(Kind.ORGANISATION, start)
                thing = body if body is not None and self._is_founded(body) else None
            if thing is None or (isinstance(thing.value, InitiativeValue) and thing.value.back):
                return
            yield thing
            if self._text[thing.end : thing.end + 1] not in _AND:
                return
            position = thing.end + 1

    @staticmethod
    def _is_founded(body: Mention) -> bool:
        value = body.value
        return (
            isinstance(value, BodyValue)
            and value.subtype in ("Enterprise", "PublicInstitution", "Association")
            and not (value.back or value.relative or value.parent)
        )

    def _told(self, position: int) -> list[Mention]:
        """The project that a paragraph told of last."""
        line = self._text.rfind("\n", 0, position)
        floor = self._text.rfind("\n", 0, max(line, 0))
        for project in self._found.before(Kind.INITIATIVE, position):
            if project.start <= floor:
                break
            if _is_project(project):
                return [project]
        return []

    def _before_comma(self, position: int) -> list[Mention]:
        """某公司投资建设的某项目，|在某镇|开工: the project that the words before name."""
        project = self._found.ending_at(Kind.INITIATIVE, position - 1) if self._text.endswith("，", 0, position) else None
        return [project] if project is not None and _is_project(project) else []

    def _subject(self, position: int) -> list[Mention]:
        """The scheme that a sentence begins with, before anything else is named."""
        sentence = sentence_at(self._article, position)
        schemes = self._found.between(Kind.INITIATIVE, sentence.lo, position) or self._told_again(sentence.lo, position)
        if len(schemes) != 1 or (isinstance(schemes[0].value, InitiativeValue) and schemes[0].value.back):
            return []
        opening = self._text[sentence.lo : schemes[0].start].strip(_QUOTES)  # empty where it was told of before
        return list(schemes) if len(opening) <= 6 and "在" not in opening else []

    def _told_again(self, lo: int, hi: int) -> list[Mention]:
        """The scheme that a sentence begins with whose quoted name was told of before: 今后，“某某日”|在…."""
        quoted = _QUOTED_HEAD.match(self._text, lo, hi)
        if quoted is None:
            return []
        name = f"“{quoted[1]}”"
        return [m for m in self._found.of(Kind.INITIATIVE) if m.end <= lo and m.text.startswith(name)][:1]

    def _housed(self, zone: Mention) -> Iterator[Whereabouts]:
        """The firms and projects that a paragraph tells of after it says how many there are in a zone."""
        if _HOUSES.match(self._text, zone.end) is None:
            return
        stop = self._text.find("\n", zone.end)
        stop = len(self._text) if stop < 0 else stop
        for kind in (Kind.ORGANISATION, Kind.INITIATIVE):
            for thing in self._found.between(kind, zone.end, stop):
                if _is_free(thing) and (not thing.start or self._text[thing.start - 1] in _CLAUSE or self._owned(thing)):
                    yield Whereabouts(thing, zone, 0.75)

    def _owned(self, thing: Mention) -> bool:
        """某公司|某项目, 某公司的|某项目."""
        before = thing.start - 1 if self._text[thing.start - 1] == "的" else thing.start
        return thing.kind is Kind.INITIATIVE and self._found.ending_at(Kind.ORGANISATION, before) is not None

    def _spoken(self, zone: Mention, begin: int) -> Iterator[Whereabouts]:
        """走进某园区，机器轰鸣。“…。”某公司总经理甲说: the firm whose people speak there first."""
        if not self._text.endswith(_ENTERS, 0, begin):
            return
        stop = self._text.find("\n", zone.end)
        if stop > 0 and self._text.startswith("“", stop + 1):
            stop = self._text.find("\n", stop + 1)
        stop = len(self._text) if stop < 0 else stop
        for firm in self._found.between(Kind.ORGANISATION, zone.end, stop):
            value = firm.value
            if isinstance(value, BodyValue) and value.subtype == "Enterprise":
                post = self._found.starting_at(Kind.POST, firm.end)
                if post is not None and _is_free(firm) and _SPEAKS.match(self._text, post.end):
                    yield Whereabouts(firm, zone, 0.7)
                return

    def _by_landform(self, work: Mention) -> Iterator[Whereabouts]:
        """某镇|石湾水库, and elsewhere 石湾水库除险加固工程."""
        for size in range(min(7, len(work.text)), 2, -1):
            name = work.text[:size]
            at = self._text.find(name) if _LANDFORM.fullmatch(name) else -1
            while at >= 0:
                place = self._found.ending_at(Kind.DISTRICT, at)
                if at != work.start and place is not None and _is_small(place):
                    yield Whereabouts(work, place, 0.75)
                    return
                at = self._text.find(name, at + 1)


def find_sites(article: Article, found: Found) -> Iterator[Whereabouts]:
    """Every site that the words around a small district tell."""
    if found.of(Kind.INITIATIVE) or found.of(Kind.ORGANISATION):
        yield from _Sites(article, found)()


__all__ = ["find_sites"]
