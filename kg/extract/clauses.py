"""Clauses: the names of one article as its clauses line them up, which every rule of a claim looks into.

A name has its places before it (某省某市|某公司), stands in a list (甲局、乙镇和丙公司), begins the name of something else
(某镇|某项目), and only describes (某项目是|省重点项目|，由…). Claims are made here, each with the sentence that proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.extract.base import BodyValue, Found, InitiativeValue, sentence_at
from kg.model import Article, Claim, Evidence, Kind, Mention, Sentence

COUNTY = "@county"  #: role value: the county or city of the article, also where the article is about one of its towns
HOME = "@home"  #: role value: the district that the article is about
QUOTED = ("“", "‘")
_LIST = re.compile(r"、|和|与|及|以及")
#: 项目一期工程建设一条生产线…，总投资9亿元: the whole is told of before.
ITS_PHASE = re.compile(
    "(?:该|此|本|整个)?项目(?:(?:[一二三首]期|主体|全部)(?:工程|项目)?)?(?:主要|计划|规划|拟|将)*(?:建设|新建|包括)(?![^，。；]{0,6}期)"
)
LIST_END = re.compile(r"(?:、|和|与|及|以及)$")
# 项目系省里的国债项目，由某局…; 活动周以“五个坚持”为内容，由某部…: what something is, and what it is about.
_WHAT_IT_IS = re.compile("(?:是|系|属|属于|列为|列入|纳入|作为)[^，。；]{0,20}$")
_BY_WHAT = re.compile("[^，。；]{0,12}为[^，。；]{0,4}(?:内容|主题|抓手|载体|目标|重点|契机|牵引|主线)")
CLAUSE_END = re.compile("[，。；]")
PROJECT_FACILITY = (
    *("厂", "车间", "站", "园", "园区", "中心", "医院", "学校", "中学", "小学", "市场", "场", "馆", "基地"),
    *("城", "港", "山庄", "广场", "综合体", "景区", "大厦", "乐园", "度假村", "庄园", "水库", "码头"),
)
LOWER = ("township", "community", "compound")


def evidence_for(article: Article, at: int, by: str, score: float) -> Evidence:
    """The sentence that holds the working offset ``at``."""
    sentence = sentence_at(article, at)
    return Evidence(article.id, sentence.start, sentence.end, sentence.text, by, round(score, 3))


def is_named(told: Mention) -> bool:
    """Whether a mention names an initiative, and does not only look back to one (该项目)."""
    return isinstance(told.value, InitiativeValue) and not told.value.back


# 甲桥改建工程是|某运河项目|六座改建桥梁之一, 是|某治理项目|的子项目: the whole, of which a part is told.
_AMONG = re.compile(
    "(?:的?[二三四五六七八九十两\\d]+[座条个项处][^，。；]{0,8}|(?:重[点大])*(?:项目|工程)?)的?(?:之一|子(?:项目|工程)|组成部分|一部分|配套(?:工程|项目)(?=，))"
)
_IS_PART = re.compile("(?:是|为|系|属|属于|作为)[^，。；]{0,16}$")


def is_whole(text: str, mention: Mention) -> bool:
    """Whether an initiative is only told of as the whole of which the one before is a part."""
    return (
        _AMONG.match(text, mention.end) is not None
        and _IS_PART.search(text, max(0, mention.start - 20), mention.start) is not None
    )


class Clauses:
    """The text and the names of one article."""

    def __init__(self, article: Article, found: Found) -> None:
        self.article, self.found, self.text = article, found, article.text

    def sentence(self, at: int) -> Sentence:
        return sentence_at(self.article, at)

    def claim(self, predicate: str, at: int, by: str, score: float, **roles: Mention | str | Decimal) -> Claim:
        return Claim(predicate, tuple(roles.items()), evidence_for(self.article, at, by, score), score)

    def chain_begin(self, actor: Mention) -> int:
        """Where the places before an actor begin: 某省某市|某公司."""
        return self.found.places_begin(actor.start)

    def chain_from(self, position: int) -> list[Mention]:
        """The places, each within the one before, that begin at a position: |某市某镇某村."""
        chain: list[Mention] = []
        while (place := self.found.starting_at(Kind.DISTRICT, position)) is not None:
            chain.append(place)
            position = place.end
        return chain

    def chain_end(self, position: int, stop: int) -> int:
        """Where the places and the body that begin at a position end, no further than ``stop``: |某市某镇某村|居民."""
        for place in self.chain_from(position):
            position = place.end if place.end <= stop else position
        body = self.found.starting_at(Kind.ORGANISATION, position)
        return body.end if body is not None and body.end <= stop else position

    def smaller(self, place: Mention) -> Mention | None:
        """What a place that ends here holds: 某镇|某村, 某县|某公司."""
        return self.found.starting_at(Kind.ORGANISATION, place.end) or self.found.starting_at(Kind.DISTRICT, place.end)

    def smallest(self, lo: int, hi: int) -> list[Mention]:
        """The districts of a stretch, but for those that only say where the next one lies (某镇|某村)."""
        return [
            place
            for place in self.found.between(Kind.DISTRICT, lo, hi)
            if self.found.starting_at(Kind.DISTRICT, place.end) is None
        ]

    def listed_from(self, position: int) -> tuple[list[Mention], int]:
        """The bodies and districts of a list that begins at ``position``, and where it ends."""
        members: list[Mention] = []
        end = position
        while True:
            member = self.found.starting_at(Kind.ORGANISATION, position) or self.found.starting_at(Kind.DISTRICT, position)
            if member is None:
                return members, end
            while member.kind is Kind.DISTRICT and (inner := self.smaller(member)) is not None:
                member = inner  # 某镇|某村
            members.append(member)
            end = member.end
            mark = _LIST.match(self.text, end)
            if mark is None:
                return members, end
            position = mark.end()

    def listed_to(self, position: int) -> list[Mention]:
        """The bodies of a list that ends at ``position``."""
        members: list[Mention] = []
        while (
            member := self.found.ending_at(Kind.ORGANISATION, position) or self.found.ending_at(Kind.DISTRICT, position)
        ) is not None:
            members.insert(0, member)
            begin = self.chain_begin(member)
            mark = LIST_END.search(self.text, max(0, begin - 2), begin)
            if mark is None:
                break
            position = mark.start()
        return members

    def with_parents(self, kind: Kind, position: int) -> Iterator[Mention]:
        """The mentions before a position, last first, and the bodies that they belong to (某公司|生产部)."""
        for mention in self.found.before(kind, position):
            yield mention
            parent = mention.value.parent if isinstance(mention.value, BodyValue) else None
            if parent is not None:
                yield parent

    def inside(self, mention: Mention) -> bool:
        """A district that only begins the name of a body, a post or an initiative."""
        body = self.found.covering(Kind.ORGANISATION, mention.start)
        if body is not None and body.end > mention.end:
            return True
        return self.found.starting_at(Kind.POST, mention.end) is not None

    def in_project(self, mention: Mention) -> bool:
        """A place or company that only begins a project's name does nothing itself."""
        project = self.found.covering(Kind.INITIATIVE, mention.start)
        if project is None or project.end < mention.end:
            return False
        return not project.text.startswith(QUOTED) or project.start < mention.start or mention.key[1:] == project.key[1:]

    def only_describes(self, mention: Mention, position: int) -> bool:
        """某项目是省民生实事项目，|由…; 活动以“五个坚持”为主题，|由…: what the sentence says of something else."""
        if self.text.endswith("以", 0, mention.start) and _BY_WHAT.match(self.text, mention.end, position):
            return True
        lo = self.sentence(mention.start).lo
        return _WHAT_IT_IS.search(self.text, max(lo, mention.start - 24), mention.start) is not None


__all__ = [
    "CLAUSE_END",
    "COUNTY",
    "HOME",
    "LIST_END",
    "LOWER",
    "PROJECT_FACILITY",
    "QUOTED",
    "Clauses",
    "evidence_for",
    "is_named",
]
