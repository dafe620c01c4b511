"""Where an event takes place: 某论坛今天在|安徽合肥|举行, 在|某镇|召开某现场会, 某会议于4月3日在|某市某区|闭幕.

And where a visit goes: 甲先后到|某镇某村|、|某街道|调研.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import sentence_at
from kg.extract.clauses import Clauses
from kg.extract.events import DAY
from kg.extract.visits import goes
from kg.model import Claim, Kind, Mention

# 某论坛|今天在|…: what leads from the event to its place.
_AT = re.compile(f"”?(?:于|将)?{DAY}在")
# 某市|国际会议中心|举行: what may stand between the place and the verb, and the verbs.
_HELD = re.compile(
    f"(?:（[^（）\\n]{{1,12}}）)?[^，。；：！？、\\n]{{0,18}}?{DAY}(?:举行|举办|召开|开幕|闭幕|落幕|启幕|启动|开赛|开班|开营|拉开|圆满结束)"
)
# 在某镇|召开|某现场会.
_HOLDS = re.compile(
    f"(?:[^，。；：！？、在\\n]{{0,12}}?){DAY}(?:共同|联合|组织|隆重|成功|同步)?(?:举行|举办|召开|开展|承办)了?(?:“|[^，。；：！？、“\\n]{{0,10}})$"
)
_BEFORE = 40  #: characters between the place and the event that is held there


# 到|甲镇|、|乙村|调研, 调研|丙街道|: what stands before a place that is visited.
_GOES_TO = re.compile("(?:[到来赴入进往抵访临在、和及与]|调研|视察|考察|检查|督查|督导|察看|走访|慰问|看望)了?$")


_PAUSE = re.compile("[，。；：\n]")


def find_event_places(clauses: Clauses) -> Iterator[Claim]:
    """The smallest district in which an event is said to be held, and each that a visit goes to."""
    found = clauses.found
    for event in found.of(Kind.EVENT):
        if goes(event):
            for stop in _visited(clauses, event):
                yield clauses.claim("locatedIn", event.start, "claims.visited_by", 0.85, subject=event, object=stop)
            continue
        place = _behind(clauses, event) or _before(clauses, event)
        if place is not None:
            yield clauses.claim("locatedIn", event.start, "claims.held_in", 0.85, subject=event, object=place)


def _visited(clauses: Clauses, visit: Mention) -> Iterator[Mention]:
    """The places between who goes and the end of the visit's clause, of each chain the smallest."""
    found, text = clauses.found, clauses.text
    sentence = sentence_at(found.article, visit.start)
    who = next(found.before(Kind.PERSON, visit.start), None)
    lo = max(sentence.lo, who.end if who is not None else sentence.lo)
    pause = _PAUSE.search(text, visit.end, sentence.hi)
    for place in found.between(Kind.DISTRICT, lo, pause.start() if pause is not None else sentence.hi):
        inner = found.starting_at(Kind.DISTRICT, place.end) is not None
        if not inner and found.covering(Kind.ORGANISATION, place.start) is None:
            begin = clauses.chain_begin(place)
            if begin > lo and _GOES_TO.search(text, max(lo, begin - 3), begin) is not None:
                yield place


def _behind(clauses: Clauses, event: Mention) -> Mention | None:
    """某论坛今天在|安徽合肥|举行."""
    at = _AT.match(clauses.text, event.end)
    places = clauses.chain_from(at.end()) if at is not None else []
    return places[-1] if places and _HELD.match(clauses.text, places[-1].end) is not None else None


def _before(clauses: Clauses, event: Mention) -> Mention | None:
    """在|某镇|召开某现场会."""
    text = clauses.text
    place = next(iter(clauses.found.before(Kind.DISTRICT, event.start)), None)
    if place is None or event.start - place.end > _BEFORE:
        return None
    begin = clauses.chain_begin(place)
    there = text[begin - 1 : begin] == "在" and text[begin - 2 : begin - 1] not in ("现", "存", "正")
    return place if there and _HOLDS.match(text, place.end, event.start) is not None else None


__all__ = ["find_event_places"]
