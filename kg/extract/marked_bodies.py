"""Teams, rooms and forces that have a name in quotation marks, or one by where they are sent: 某县“银龄先锋”|宣讲团.

What stands before the marks is whose it is: a body, a district, the page's own 县 or 省, or 驻 and a village.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, Found, PlaceValue
from kg.extract.bodies import CJK
from kg.model import Kind, Mention
from kg.patterns import needing

_TEAMS = (
    "冲锋队|突击队|先锋队|服务队|志愿队|志愿服务队|志愿者服务队|宣讲队|宣讲团|宣讲小分队|服务小分队|采访小分队|小分队|调解队|巡逻队|帮扶队|"
    "志愿者团队|服务团队|帮帮团|讲师团|服务团|工作队|攻坚队|医疗队|艺术团|服务社|报道组|采访组|慰问组|慰问团|慰问队|走访组|助学团"
)
_ROOMS = "工作室|调解室|巡回法庭|法庭|工作站|联络站"
_FORCES = "工作领导小组办公室|领导小组办公室|领导小组|指挥部办公室|指挥部|工作专班|专班|工作组|办公室"
_MARKED = needing(
    "队 团 社 组 室 庭 站 部 班",
    f"“[^“”，。！？\\n]{{2,12}}”(?!等)(?:驻[一-龥]{{2,4}}?|[一-龥]{{0,6}}?)(?:(?P<team>{_TEAMS})|(?P<room>{_ROOMS})|(?P<force>{_FORCES})|(?P<group>团))"
    "(?!员|体|结|伍|长安|模式|机制|制度|活动|品牌|建设|经济|外|内部)",
)
_SCHEME = re.compile("[一-龥]{0,2}(?:活动|行动|工程|模式|机制|制度|品牌|计划|示范|文化|[和与及为是的在到])")
_UNIT = re.compile("(?<![一-龥])[省市县区镇乡州旗]$|(?<=[由和与、，。])[省市县区镇乡州旗]$")
# 某镇|政法|“五老”调解室: the sphere of a room, between whose it is and its name.
_SPHERE = re.compile("(?:政法|司法|法治|平安|综治|信访|人民|党员|退役军人|民族|婚姻家庭)$")
_FOUNDED = ("成立", "成立了", "设立", "设立了", "组建", "创建", "创办", "开设")  #: 成立|“某某”名师工作室
_STATIONED = re.compile("驻(?:[一-龥]{2,6}[村镇乡县市区]|社区)$")


def find_marked_bodies(text: str, found: Found) -> Iterator[Mention]:
    """某县“银龄先锋”|宣讲团, 省“某行动”|驻某县服务队, 某法院“春燕”|工作室."""
    for match in _MARKED.finditer(text):
        quote, end = match.span()
        close = text.index("”", quote)
        if _SCHEME.match(text, close + 1, end) is not None:
            continue  # “某工程”建设领导小组 is one, “某行动”活动工作室 none
        stationed = _STATIONED.search(text, max(0, quote - 8), quote)
        if match["group"] and stationed is None:
            continue  # “某某”旅游团
        sphere = _SPHERE.search(text, max(0, quote - 4), quote) if match["room"] else None
        quote = sphere.start() if sphere is not None else quote
        holder = found.ending_at(Kind.ORGANISATION, quote)
        place = found.ending_at(Kind.DISTRICT, quote)
        unit = _UNIT.search(text, max(0, quote - 2), quote)
        subtype = "TaskForce" if match["force"] else "Association" if match["team"] or match["group"] else "GovernmentBody"
        name = text[quote:end]
        if stationed is not None:
            start, value = stationed.start(), BodyValue(text[stationed.start() : end], subtype, proper=True)
        elif holder is not None:
            start, value = holder.start, BodyValue(name, subtype, parent=holder, proper=True)
        elif place is not None:
            said_of = isinstance(place.value, PlaceValue) and bool(place.value.relative)
            start = quote if said_of else place.start  # 该镇|政法“五老”调解室
            value = BodyValue(name, subtype, anchor=place, proper=True)
        elif unit is not None:
            start, value = unit.start(), BodyValue(name, subtype, relative=text[unit.start() : quote], proper=True)
        elif match["room"] == "工作室" and text.endswith(_FOUNDED, 0, quote):
            start, value = quote, BodyValue(name, subtype, proper=True)
        elif quote and CJK.match(text[quote - 1]) and (match["force"] or text[quote - 1] not in "的由与和向在到有是"):
            continue  # 成立“某某”专班: whose it is, is not told
        else:
            start, value = quote, BodyValue(name, subtype, proper=True)
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.marked", 0.87, value)


_SENT = needing(
    "支援 援助 驰援",
    "(?:对口)?(?:支援|援助|驰援)(?:(?![和与、的了])[一-龥]){1,10}?(?:医疗队|采样队|检测队|护理队|工作队|救援队|突击队|专家组|医疗组)",
)


def find_sent_teams(text: str, found: Found) -> Iterator[Mention]:
    """某医院|支援某市核酸检测医疗队: a team of the body that sends it, named for where it goes."""
    for match in _SENT.finditer(text):
        holder = found.ending_at(Kind.ORGANISATION, match.start())
        if holder is not None:
            start, end = holder.start, match.end()
            value = BodyValue(match.group(), "TaskForce", parent=holder, proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.sent", 0.87, value)


_CALLED = (
    "推出", "推出了", "推行", "推行了", "称为", "叫做", "叫作", "称作", "实施", "继续实施", "建起", "建起了", "上起", "探索",
    "实行", "创新", "构建", "开展"
)  # fmt: skip
_SCHEME_ENDS = (
    "议事会",
    "联盟",
    "服务站",
    "工作站",
    "驿站",
    "农场",
    "超市",
    "书屋",
    "食堂",
    "茶馆",
    "小院",
    "工坊",
    "夜校",
    "银行",
)


def is_called_scheme(text: str, start: int, end: int) -> bool:
    """推出“红马甲|议事会|”, 建起“社区e站”|服务站: how things are done, under a name in marks."""
    quote = start if text[start] == "“" else start - 1
    if quote < 0 or text[quote] != "“" or not text.endswith(_SCHEME_ENDS, start, end):
        return False
    return text.endswith(_CALLED, 0, quote)


__all__ = ["find_marked_bodies", "find_sent_teams", "is_called_scheme"]
