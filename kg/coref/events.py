"""Events: gatherings that one article tells of again: 会议, 签约仪式, the same meeting by a shorter name.

全县禁毒工作推进会 is 禁毒工作会 in the headline; 甲|到某镇调研项目建设情况 is 甲|调研项目建设 there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.coref.referents import PageReferents
from kg.extract.base import EventValue
from kg.model import Article, Kind, Mention

_FAIRS = ("推介会", "招聘会", "洽谈会", "展销会", "博览会", "恳谈会", "恳亲会", "交流会")  #: gatherings that are called 大会 too
_THIS = re.compile("^(?:本[次届]|此次|这次|该)")
_SAME_END = 8  #: last characters that two names of meetings share where they are of one
_MEETING_SORT = re.compile("(?:推进|调度|动员|部署|总结|表彰|视频|电视电话|专题|现场|第?[一二三四五六七八九十\\d]+次)*")

_WITH_ORDINAL = re.compile(r"(?:(?![的由])[一-龥]){0,16}第[一二三四五六七八九十百\d]+次")


def _plain_meeting(name: str) -> str:
    return name.removesuffix("议") if name.endswith("会议") else name


def _shared_end(left: str, right: str) -> int:
    """How many last characters two names share."""
    return next(
        (at for at, (a, b) in enumerate(zip(reversed(left), reversed(right), strict=False)) if a != b), min(len(left), len(right))
    )


def _is_drawn_from(short: str, long: str) -> bool:
    """Whether a meeting's name is the longer one without its sort before 会: 禁毒工作会, 全县禁毒工作推进会."""
    for word in ("会议", "会"):
        if short.endswith(word) and long.endswith(word):
            core = short[: -len(word)]
            at = long.find(core)
            return at >= 0 and len(core) >= 4 and _MEETING_SORT.fullmatch(long[at + len(core) : -len(word)]) is not None
    return False


class Events:
    """The events of one page."""

    def __init__(self, page: PageReferents) -> None:
        self._page = page

    def resolve_events(self, article: Article, mentions: Sequence[Mention], people: Collection[str]) -> None:
        """Make an event of each mention, or know it for one that the article has told of; ``people`` are who it names."""
        announced: dict[str, str] = {}  #: inspections of the headline, by who leads them, until the body tells of them
        for mention in mentions:
            value = mention.value
            assert isinstance(value, EventValue)
            subtype, whole = self._told_before(article, value)
            if value.subtype == "Inspection":
                leader = max((name for name in people if value.name.startswith(name)), key=len, default="")
                if leader and mention.start < article.body:
                    announced.setdefault(leader, whole)
                elif leader:
                    whole = announced.pop(leader, whole)
            referent = self._page.make(("event", article.id, subtype, whole), Kind.EVENT, whole, subtype)
            if _WITH_ORDINAL.fullmatch(value.name.removesuffix(referent.label)):
                referent.label = value.name  # 区政府第45次|常务会议, whose headline has it shorter
            referent.date = referent.date or article.date
            referent.article = article.id
            self._page.put(article, mention, referent)

    def _told_before(self, article: Article, value: EventValue) -> tuple[str, str]:
        """The kind and full name of a gathering that is told again by its last word: 会议, 签约仪式, 本次推介会."""
        if value.subtype not in ("Meeting", "Activity"):
            return value.subtype, value.name
        told = [(key[2], key[3]) for key in self._page.referents if key[0] == "event" and key[1] == article.id]
        names = [name for subtype, name in told if subtype == value.subtype]
        if value.name in ("会议", "大会", "仪式", "活动") and names:
            return value.subtype, names[-1]  # of several the one told of last
        fairs = [name for subtype, name in told if subtype == "Activity" and name.endswith(_FAIRS)]
        if value.name == "大会" and fairs:
            return "Activity", fairs[-1]
        own = _THIS.sub("", value.name)
        for name in names:
            short, long = sorted((name, own), key=len)
            if long.endswith(short) and len(short) >= (3 if short == own else 4):
                return value.subtype, name  # 某县|“某某”行动推进会, in the headline without its county
            if _shared_end(_plain_meeting(short), _plain_meeting(long)) >= _SAME_END:
                return value.subtype, name  # 创建省级模范县暨雨季造林动员会, 创建山东省模范县暨雨季造林动员会议
            if len(short) >= 5 and _is_drawn_from(short, long):
                return value.subtype, name  # 全县禁毒工作|推进|会, in the headline without what kind of meeting
        return value.subtype, value.name


__all__ = ["Events"]
