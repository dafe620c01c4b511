"""Offices of the police, a court or a procuratorate, named without it once a report has told of it.

接警后，|信息指挥大队|与某派出所出动; 由|立案庭|牵头, 抽调|法警大队; 联合|第三检察部.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.model import Kind, Mention
from kg.patterns import needing

_SQUAD = needing("大队 支队", "(?:(?<![一-龥])|(?<=[与和及由在向对让从]))(?P<duty>[一-龥]{2,8}?)(?:大队|支队)(?![长员])")
_OF_COUNTY = re.compile("[县区]|分局")  #: whose bureaus have no 支队
_BUREAUS = ("公安局", "公安分局", "分局")


@lru_cache(maxsize=1)
def _duties() -> frozenset[str]:
    return seeds.word_list("police_duties")


def _is_duty(words: str) -> bool:
    """Whether words tell what a squad is for: 刑侦, 巡特警|反恐."""
    duties = _duties()
    return words in duties or any(words[:at] in duties and words[at:] in duties for at in range(2, len(words) - 1))


def find_squads(text: str, found: Found) -> Iterator[Mention]:
    """信息指挥|大队: a squad whose duty is a policeman's, of the bureau told of before it."""
    for match in _SQUAD.finditer(text):
        start, end = match.span()
        if not _is_duty(match["duty"]) or found.covering(Kind.ORGANISATION, start) is not None:
            continue
        bureau = next(filter(None, map(_bureau, found.before(Kind.ORGANISATION, start))), None)
        if bureau is not None and not (text.endswith("支队", start, end) and _OF_COUNTY.search(bureau.text)):
            value = BodyValue(match.group(), "GovernmentBody", parent=bureau)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.squad", 0.85, value)


# What only a court has, and only a procuratorate.
_LED = "(?:(?<![一-龥])|(?<=[与和及由在向对让从])|(?<=组织|联合|会同|协调|抽调|带领|率领|安排|配合))"
_OF_JUSTICE = needing(
    "执行局 法警 立案庭 审判庭 执行指挥中心 检察部",
    f"{_LED}(?:(?P<court>执行局|执行指挥中心|(?:司法)?法警(?:[大支总]?队)|立案庭|(?:民事|刑事|行政|家事|少年|执行|速裁|未成年人)审判庭)|"
    "(?P<office>(?:第[一二三四五六七八九]|未成年人|刑事|民事|行政|公益诉讼|控告申诉)检察部))(?![长伍])",
)
_COURTS = ("法院", "中院", "高院")
_OFFICES = ("检察院",)


def find_own_justice(text: str, found: Found) -> Iterator[Mention]:
    """由|执行局|牵头: an office of the court or procuratorate told of before it."""
    for match in _OF_JUSTICE.finditer(text):
        start, end = match.span()
        if found.covering(Kind.ORGANISATION, start) is not None:
            continue
        ends = _COURTS if match["court"] else _OFFICES
        told = [body for body in found.before(Kind.ORGANISATION, start) if body.text.endswith(ends)]
        holder = max(told, key=lambda body: text.count(body.text), default=None)  # whom the article is about
        if holder is not None:
            whole = "法警大队" in text  # its 法警队 is that one
            core = match.group().replace("法警队", "法警大队") if whole else match.group()
            value = BodyValue(core, "GovernmentBody", parent=holder)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.squad", 0.85, value)


def _bureau(body: Mention) -> Mention | None:
    """The police bureau that a body is, or is an office of: 某县公安局|刑侦大队."""
    parent = body.value.parent if isinstance(body.value, BodyValue) else None
    return next((one for one in (body, parent) if one is not None and one.text.endswith(_BUREAUS)), None)
