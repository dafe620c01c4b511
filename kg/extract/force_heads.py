"""Who is made the head of a task force, and which: 成立由甲任|组长|的某某领导小组; 办公室设在县公安局，乙兼任|办公室|主任."""

from __future__ import annotations

import re

from kg.extract.base import BodyValue, Found
from kg.extract.titles import Phrase
from kg.model import Kind, Mention

# Who heads a task force: 成立由甲任组长、乙任副组长的|某某领导小组.
FORCE_HEADS = ("组长", "副组长", "指挥长", "指挥", "总指挥", "队长", "专班长", "召集人")
_MADE_HEAD = re.compile("(?:任|为|担任|兼任|兼|由)(?:第一|常务|执行)?$")


def is_made_head(text: str, phrase: Phrase) -> bool:
    """Whether someone is said to be made the head of a task force: 任组长."""
    at = phrase.title_at
    return phrase.name.endswith((*FORCE_HEADS, "书记")) and _MADE_HEAD.search(text, max(0, at - 4), at) is not None


def _is_seat(text: str, body: Mention) -> bool:
    """Whether an office is told of, not named for its own head: not 由县委办公室|副主任甲兼任办公室主任."""
    return body.text.endswith("办公室") and not text.startswith(("主任", "副主任", "常务副主任", "党组", "工作人员"), body.end)


NEAR_FORCE = 160  #: characters of a paragraph over which a head looks back to its task force


def seat_headed(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """The office of a task force that someone is made the head of: 兼任|办公室|主任."""
    at = phrase.title_at - 3
    if not text.startswith("办公室", at) or _MADE_HEAD.search(text, max(0, at - 4), at) is None:
        return None
    floor = max(text.rfind("\n", 0, at), at - NEAR_FORCE)
    near = (
        b for b in found.before(Kind.ORGANISATION, at) if b.start <= floor or b.by == "organisations.seated" or _is_seat(text, b)
    )
    seat = next(near, None)
    return seat if seat is not None and seat.start > floor else None


GROUP_ENDINGS = ("委", "党组", "支部", "总支")
_OF_FORCE = re.compile(r"(?:[、，；][^。\n]{2,90}?(?:组长|指挥长|总指挥|指挥|成员|组员|队长))*的")


def force_headed(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """The task force that someone is made the head of: behind 的, or told just before."""
    if not is_made_head(text, phrase):
        return None
    of = _OF_FORCE.match(text, phrase.end)
    behind = found.starting_at(Kind.ORGANISATION, of.end()) if of is not None else None
    if behind is not None and is_force(behind):
        return behind
    floor = max(text.rfind("\n", 0, phrase.start), phrase.start - NEAR_FORCE)
    branch = phrase.name.endswith("书记")  # 成立某小区临时党支部，由甲任|书记
    floor = max(floor, text.rfind("。", 0, phrase.start)) if branch else floor
    for body in found.before(Kind.ORGANISATION, phrase.start):
        if body.start <= floor:
            return None
        if body.by == "organisations.within" and "指挥" in phrase.name:
            continue  # 下设综合组、物资组，县长甲任|总指挥: of the whole
        if body.text.endswith(GROUP_ENDINGS[1:]) if branch else is_force(body):
            return body
    return None


_GROUP_BEFORE = re.compile(
    "(?P<group>(?:工作|巡[察视查]|督[导查察战]|指导|检查|考[核评察]|核查|调[研查]|验收|评估|暗访|观摩|慰问|专家)[组团队])[由在]?$"
)


def group_told(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """巡查组由|组长甲|带队, 考核组|组长乙: the group that the text named before in full."""
    if not phrase.name.endswith(FORCE_HEADS):
        return None
    named = _GROUP_BEFORE.search(text, max(0, phrase.title_at - 5), phrase.title_at)
    if named is None:
        return None
    own = found.ending_at(Kind.ORGANISATION, named.end("group"))
    earlier = (body for body in found.before(Kind.ORGANISATION, named.start()) if body.text.endswith(named["group"]))
    return own or next(earlier, None)


_FORCE_ENDS = ("小组", "组", "指挥部", "专班", "办公室", "队")


def is_force(body: Mention) -> bool:
    """Whether a body is a task force that people head: 防汛|指挥部, 乡村振兴领导|小组."""
    value = body.value
    return isinstance(value, BodyValue) and value.subtype == "TaskForce" and body.text.endswith(_FORCE_ENDS)
