"""Squads of a police bureau, named without it once a report has told of it: 接警后，|信息指挥大队|与某派出所出动."""

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


def _bureau(body: Mention) -> Mention | None:
    """The police bureau that a body is, or is an office of: 某县公安局|刑侦大队."""
    parent = body.value.parent if isinstance(body.value, BodyValue) else None
    return next((one for one in (body, parent) if one is not None and one.text.endswith(_BUREAUS)), None)
