"""Places below a village: of its committee, natural villages, and each wherever it is told of again.

文蛟村委会|文多村, 某村|石门屯, 某乡|云上苗寨; and 派驻|五七村, whatever its characters, once it was told of in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import Found, PlaceValue
from kg.extract.edges import breaks_chain, is_news_verb
from kg.extract.place_parts import DIGITS, NO_PLACE_NAMES, occurrences
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_HAMLET = re.compile(
    "(?:(?<=村)民?委员?会)?(?P<name>(?P<own>(?!民?委员?会)[一-龥]{2,3}?)(?:自然村|[苗侗瑶壮彝水藏羌]寨|寨子?(?=[，。、的里内])|屯(?!镇|乡|村委|里)|村民小组|小组(?=[，。、的村内]|组长)))"
)
_BELOW_COMMITTEE = needing(
    "委会 委员会",
    "(?<=村)(?P<committee>(?:村?民)?(?:委会|委员会))(?P<name>(?P<own>[一-龥]{2,3}?)村)(?!民(?!小组)|委|级|干部|容|貌|口|头)",
)
_NO_FIRST_OF_HAMLET = frozenset("和与及同在到对向将把为由从以主副书及的了于等要也还已就各全本该每组驻进包帮一两三四五六七八九十")
_PROJECT_NEXT = re.compile("[^，。；、]{1,10}(?:项目|工程)")


def _is_no_hamlet(own: str, *, name: str) -> bool:
    """Whether what stands before 屯, 寨, 小组 is a word of the sentence: 某村|成立小组, 某村|三个小组."""
    tag = words().tag(own)[:1]
    if name.endswith("村民小组") and (own[0] in "各每该本两几全" or any(map(breaks_chain, words().cut(own)))):
        return True  # 某村|各村民小组
    return own in NO_PLACE_NAMES or tag in "vq" or (name.endswith("组") and (tag == "m" or is_news_verb(own)))


def find_again(text: str, found: Found) -> Iterator[Mention]:
    """派驻|五七村: a village wherever it is told of again, whatever its characters."""
    told = {m.text: m for m in found.of(Kind.DISTRICT) if m.by == "districts.community" and m.score >= 0.95}
    for name, first in told.items():
        for at in occurrences(text, name) if len(name) > 2 and name[-1] in "村区" else ():
            if found.covering(Kind.DISTRICT, at + len(name) - 1) is None and found.covering(Kind.DISTRICT, at) is None:
                yield Mention(Kind.DISTRICT, at, at + len(name), name, "districts.again", 0.85, first.value)


def find_below_committees(text: str, found: Found) -> Iterator[Mention]:
    """文蛟村委会|文多村: a village of a village committee, and wherever it is told of again."""
    for match in _BELOW_COMMITTEE.finditer(text):
        name, core = match["name"], match["own"]
        village = found.ending_at(Kind.DISTRICT, match.start("committee"))
        if village is None or core[0] in _NO_FIRST_OF_HAMLET or DIGITS.match(core) or core in NO_PLACE_NAMES:
            continue
        if any(len(piece) > 1 and (breaks_chain(piece) or words().tag(piece)[0] in "vd") for piece in words().cut(core)):
            continue  # 某村委会|驻村干部, 某村委会|组织全村
        for at in occurrences(text, name):
            yield Mention(Kind.DISTRICT, at, at + len(name), name, "districts.community", 0.95, PlaceValue(name, "community"))


def find_hamlets(text: str, found: Found) -> Iterator[Mention]:
    """某村|石门屯, 某乡|云上苗寨: natural villages right after the village or town that holds them."""
    for outer in found.of(Kind.DISTRICT):
        value = outer.value
        if not isinstance(value, PlaceValue) or value.relative or value.level not in ("community", "township"):
            continue
        match = _HAMLET.match(text, outer.end)
        if match is None or _is_no_hamlet(match["own"], name=match["name"]):
            continue
        if value.level == "township" and match["own"][-1] == "村":
            continue  # 某镇|某村村民小组: a group of that village
        name, at = match["name"], match.start("name")
        while at >= 0:  # here, and wherever it is told of again
            end = at + len(name)
            if at == match.start("name") or _PROJECT_NEXT.match(text, end) is None:
                yield Mention(Kind.DISTRICT, at, end, name, "districts.hamlet", 0.95, PlaceValue(name, "community"))
            at = text.find(name, at + len(name))
