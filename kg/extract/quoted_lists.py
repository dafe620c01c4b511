"""Names in quotation marks that stand in a list of works: “甲”“乙”|等专项行动, “丙”“丁”|三个服务台.

The word that says what they are stands once, behind the last of them.
"""

from __future__ import annotations

import re

from kg import seeds

# What images end with: “硬防线”, “安全阀”, “新名片”.
IMAGES = tuple(sorted(seeds.word_list("image_endings")))
#: verbs that carry out whatever stands right behind them
STRONG = re.compile(
    r"(?:推行|推出|创建|启动|开展|实施|推广|上线|开通|开设|开办|创办|兴办|实行|施行|首创|发起|攻坚|决战|决胜)(?:了)?$"
)
# “某某人家”等3个|旅游示范点: named as one of several that are built or run.
_ONE_OF = re.compile(
    r"(?:[、和及]“[^“”\n]{2,14}”){0,4}等(?:\d+|[一二三四五六七八九十两多]+)(?:余|多)?[个处条项][^，。；、“”]{0,8}?(?:示范点|示范区|示范带|示范基地|项目|工程|基地|景区|景点|综合体|平台|小镇)"
)
_IN_WORKS = re.compile(
    r"(?:(?:[、和及与]|以及)?“[^“”\n]{2,20}”){0,6}等(?:一批|多个|众多|\d+个)?"
    r"(?:(?:多项|各项|系列|重点|专项|中心|重大|一系列|特色|主题|公益|品牌|文体|宣传|志愿服务|精品|党建|创建|监督|整治|服务|治理|文旅|文化|工作|活动|调解|惠民|便民|为民|助企|利民){0,3}(?:工作|行动|活动|举措|品牌|子?项目|(?<=[色民企])服务|平台|系统|载体|(?<=专项)(?=[，。；的]|$))|"
    r"(?![^，。；]{0,6}[违非]法)(?:一系列|系列|多种|[一-龥]{4})?(?:措施|做法|机制|制度))"
)
# “甲”“乙”“丙”三个|服务台: as many as are counted.
_COUNTED_WORKS = re.compile(
    r"(?:[、和及]?“[^“”\n]{2,16}”){0,6}等?(?:这)?(?:\d+|[一二两三四五六七八九十]+)(?:个|大|项)(?:子|主题|特色|重点|品牌|公益|志愿|便民|惠民|服务|系列|创新|专项|子){0,3}"
    r"(?:系列的?活动|服务台|服务点|服务区|服务窗口|专项(?![一-龥])|项目|活动|行动|品牌|平台|工程|机制|制度|服务|板块|专区|窗口|模式|举措)(?![队员组团])"
)
# “甲”|这一平台: what it is, told behind it.
_THAT_ONE = re.compile(
    "这(?:一|个|项|种)(?:[一-龥]{2})?(?:平台|载体|机制|模式|品牌|制度|举措|活动|工作法|服务|项目|工程)(?=[，。、]|[一-龥])"
)
# Known to all, and run by no county: “学习强国”等平台.
OF_ALL = frozenset(("学习强国", "今日头条", "微信公众号", "微信视频号", "哔哩哔哩", "拼多多", "小红书", "抖音短视频"))
_LIST_BEFORE = re.compile("(?:“[^“”\\n]{2,16}”[、和]?)+$")


# 用好“双报到”“四下基层”|载体: what is made use of, under its name.
_TOOLS = re.compile("(?:[、和及]?“[^“”\\n]{2,16}”){0,5}等?(?:载体|平台|机制|制度|工作法|做法)(?=[，。；、的开宣进])")
_USES = re.compile("(?:用好|用活|用足|利用|依托|运用|借助|发挥|盘活|通过|落实好?|深化)(?:好|了)?$")


def are_alike(text: str, inner: str, start: int) -> bool:
    """实施“甲法”“乙法”“丙法”: whether a name ends as all do that stand in a list before it, which a verb carries out."""
    if len(inner) < 4 or text[start - 1] not in "”、和" or inner.endswith(IMAGES):
        return False
    before = text[max(0, start - 90) : start]
    listed = _LIST_BEFORE.search(before)
    if listed is None or STRONG.search(before[: listed.start()]) is None:
        return False
    return all(name.endswith(inner[-1]) for name in re.findall("“([^“”]+)”", listed.group()))


def is_one_of(text: str, inner: str, end: int) -> bool:
    """Whether a name is one of several places that are counted behind it: “某某人家”|等3个旅游示范点."""
    return _ONE_OF.match(text, end) is not None and not inner.endswith(IMAGES) and "，" not in inner


def listed_as(text: str, inner: str, start: int, end: int) -> str:
    """The subtype of a name in a list of works; empty for what is in none."""
    works = _IN_WORKS.match(text, end) if 2 <= len(inner) <= 16 else None
    if 3 <= len(inner) <= 12 and not inner.endswith(IMAGES) and _THAT_ONE.match(text, end) is not None:
        return "Service"
    if (
        2 < len(inner) <= 12
        and not inner.endswith(IMAGES)
        and _TOOLS.match(text, end) is not None
        and _USES.search(_LIST_BEFORE.sub("", text[max(0, start - 60) : start]))
    ):
        return "Service" if _TOOLS.match(text, end).group().endswith("平台") else "Campaign"  # type: ignore[union-attr]
    told = works is not None and (len(inner) > 3 or works.group().endswith("品牌") or _runs_all(text, start, works.group()))
    if told and not inner.endswith(IMAGES):
        return "Campaign"
    counted = _COUNTED_WORKS.match(text, end) if 3 <= len(inner) <= 12 and "，" not in inner else None
    if counted is not None and "“" in counted.group() + text[start - 2 : start] + text[start - 1 : start].replace("”", "“"):
        return "Service" if "服务" in counted.group() else "Campaign"
    return ""


def _runs_all(text: str, start: int, works: str) -> bool:
    """开展“雷霆”“春风”|等专项行动: whether short names stand in a list of works that one verb carries out."""
    if not works.endswith(("专项", "专项行动", "专项工作")):
        return False
    return STRONG.search(_LIST_BEFORE.sub("", text[max(0, start - 90) : start])) is not None


__all__ = ["IMAGES", "OF_ALL", "STRONG", "are_alike", "is_one_of", "listed_as"]
