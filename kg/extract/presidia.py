"""The presidium of a congress in session, which sits for that session alone: 大会主席团 is 某县第十七届人大二次会议主席团.

A report calls it 大会主席团 and says of which session it tells elsewhere. The standing one of a town's congress (镇人大主席团) is
a body of the town, and none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.base import BodyValue, Found
from kg.model import Kind, Mention
from kg.patterns import needing

PRESIDIUM = "主席团"
_NUMBER = r"第?[一二三四五六七八九十\d]{1,3}"
_PRESIDIUM = needing(PRESIDIUM, "(?=[大主])(?:大会)?主席团(?=(?:常务|执行)主席|成员|第?[一二三四五]次会议)|大会主席团")
_SESSION = needing("届", f"{_NUMBER}届(?:人民代表大会|人大|代表大会){_NUMBER}次(?:全体)?会议")
_UNITS = ("自治区", "自治县", "自治州", "自治旗", *"省市县区旗州盟镇乡")


def find_presidia(text: str, found: Found) -> Iterator[Mention]:
    """大会主席团, where the page says which session of which congress is held."""
    spans = [match.span() for match in _PRESIDIUM.finditer(text) if not text.endswith(("人大", "代表大会"), 0, match.start())]
    value = _session(text, found) if spans else None
    if value is not None:
        for start, end in spans:
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.presidium", 0.85, value)


def _session(text: str, found: Found) -> BodyValue | None:
    """The presidium of the session that the page names, by the place that it names in full before it if it does."""
    brief: BodyValue | None = None
    for match in _SESSION.finditer(text):
        value = BodyValue(match.group() + PRESIDIUM, "GovernmentBody", anchor=found.ending_at(Kind.DISTRICT, match.start()))
        if value.anchor is not None:
            return value
        unit = next((unit for unit in _UNITS if text.endswith(unit, 0, match.start())), "")
        if brief is None and unit:
            brief = replace(value, relative=unit)  # 市|十四届人大五次会议
    return brief
