"""Elections: in which body those are who were elected at its session (镇党委二届一次全会上，甲当选为书记、乙当选为委员).

A party committee elects its secretary and its standing committee at its first plenary session, a society its chairman at the
congress of its members; the report names the body once, with the session, and then only titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.base import BodyValue, Found
from kg.extract.titles import Phrase
from kg.model import Kind, Mention

_NUMBER = "第?[一二三四五六七八九十\\d]{1,3}"
# What stands behind a body that meets: |二届一次全会, |第一次全体会议, |召开换届大会, |选举甲为.
_SESSION = re.compile(
    f"(?:(?:{_NUMBER}届)?(?:委员会|理事会)?(?:{_NUMBER}次)?(?:全体委员会议|全体会议|全会|会员(?:代表)?大会|代表大会|换届大会|党员大会)"
    "|(?:近日|日前|当天|\\d+月\\d+日)?(?:召开|举行|进行)了?[^，。；]{0,24}?(?:换届|全会|全体会议|大会|选举)"
    "|换届)"
)
_MADE = re.compile("(?:选举|推选)?产生了?(?:新一届|" + _NUMBER + "届)?$")
_ELECTED = re.compile("当选为?|选为|为|担任")
_ELECTS = re.compile("(?:选举|推选|推举|选出)[^。；]{0,120}$")
_FAR = 200  #: characters back in which the session is told of
#: titles of those whom a committee, or a society, elects among its own
_OF_PARTY = ("书记", "副书记", "常委", "委员", "常务委员")
_OF_SOCIETY = (
    "主席", "副主席", "会长", "副会长", "秘书长", "副秘书长", "理事长", "副理事长", "常委", "委员", "理事", "监事长", "监事",
    "主委", "副主委",
)  # fmt: skip
_COUNCILS = ("家长委员会", "家委会", "业主委员会", "业委会", "村民委员会", "村委会", "居民委员会", "居委会")
_OF_COUNCIL = ("主任", "副主任", "委员")
_GROUPS = ("党委", "党工委", "党总支", "党支部", "纪委", "纪工委")
_OF_TERM = re.compile("届(?:纪律检查)?委员会$")  # 中共某镇第二届委员会


def take_electing_body(text: str, chain: Sequence[Phrase], people: Sequence[Mention], found: Found) -> None:
    """Give the bare titles of those who were elected the body that met."""
    between = text[people[-1].end : chain[0].start]
    elects = _ELECTED.search(between) if people[-1].end <= chain[0].start else None
    if elects is None or (
        elects.group() in ("为", "担任") and not _ELECTS.search(text, max(0, people[0].start - 140), people[0].start)
    ):
        return
    body = _meeting_body(text, people[0].start, found)
    if body is None or not isinstance(body.value, BodyValue):
        return
    party = body.value.subtype in ("PartyBody", "GrassrootsBody") and (
        body.text.endswith((*_GROUPS, "委", "支部", "总支")) or _OF_TERM.search(body.text) is not None
    )
    fitting: tuple[str, ...] = _OF_PARTY if party else _OF_SOCIETY if body.value.subtype == "Association" else ()
    fitting = _OF_COUNCIL if body.text.endswith(_COUNCILS) else fitting
    for phrase in chain:
        own = next((group for group in _GROUPS if phrase.name.startswith(group) and body.text.endswith(group)), "")
        if phrase.body is None and phrase.place is None and not phrase.relative and phrase.name.removeprefix(own) in fitting:
            phrase.name, phrase.body = phrase.name.removeprefix(own), body


def _meeting_body(text: str, position: int, found: Found) -> Mention | None:
    """The last body before a position that is told of with its session, or as newly elected, in the same paragraph."""
    low = max(text.rfind("\n", 0, position), position - _FAR)
    for body in found.before(Kind.ORGANISATION, position):
        if body.start < low:
            return None
        if _SESSION.match(text, body.end) or _MADE.search(text, max(0, body.start - 10), body.start):
            return body
    return None


__all__ = ["take_electing_body"]
