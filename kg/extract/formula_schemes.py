"""Names without quotation marks that are formulas: 公司+基地+农户模式, 三查两报制度, 日报告、周调度制度, 敬老月活动, 亮剑行动.

No verb tells where such a name begins, but its own build does: parts joined by +, numerals with what they count, days and weeks
with what is due on them. Campaigns called by one word are called so all over the country; a list has these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import Found, InitiativeValue, open_quote
from kg.extract.edges import left_edge
from kg.extract.scheme_names import NUMERAL_IDIOMS, as_named, strip_front
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_RUNS = (
    "推行|实行|落实|建立|健全|完善|执行|坚持|严格|启动|采取|运用|探索|创新|推广|开展|通过|按照|依托|实施|推出|深化|构建|形成|打造|"
    "采用|搞好|抓好|推进|建设|发起"
)
_BEFORE = re.compile(f"(?:^|[，。；：、\\n和及与的在]|(?:{_RUNS})(?:了|好|起|出)?)$")
_SYSTEMS = "(?:工作)?(?:机制|制度|模式|工作法|责任制|体系)"

# 公司+基地+农户|的|模式, 1+4+N|网格治理|体系: parts joined by +.
_JOINED_PARTS = needing(
    "+",
    r"(?P<first>\d{1,3}|[一-龥A-Za-z0-9]{1,12})(?P<rest>(?:\+(?:[A-Za-z]{1,6}|\d{1,3}|[一-龥]{1,10}?)){1,6})的?"
    r"(?P<what>(?:(?!的)[一-龥]){0,8}?)(?P<type>模式|机制|体系|工程|行动|制度|平台|工作法)(?![化板])",
)
_LED = re.compile(f"(?:{_RUNS})(?:了|好)?(?P<own>[一-龥]{{2,5}})$")  # 推行|公司+…
_ANY_PARTS = re.compile("(?:线上|线下|室内|室外|理论|集中|课堂|白加黑|传统|国内|国际)\\+")
# 七个|一|工程, 六个|一|行动.
_SO_MANY_ONES = needing("个一", r"[两双三四五六七八九十]个一[一-龥]{0,4}?(?P<type>工程|机制|行动|活动|制度|模式|工作法)")
# 三查|两报|一反馈|工作机制, 一户|一档|制度: numerals with what is done or had so often.
_COUNTED_PARTS = needing(
    "机制 制度 模式 工作法 责任制 体系",
    rf"(?:[一二三四五六七八九十两双](?![十百千万年月日周级期届次项名批条款种系轮起方旦直律致般样般套整把时度些切季阶])[一-龥]{{1,3}}?、?){{2,4}}(?P<type>{_SYSTEMS})",
)
# 日报告|、|周调度|制度: what is due each day, week or month.
_DUE = needing(
    "机制 制度",
    r"(?:[日周旬月季年零][一-龥]{2}、?){2,4}(?P<type>(?:工作)?(?:机制|制度))",
)
# 六|必须|制度, 四|包一|责任制.
_RULES = needing(
    "机制 制度 工作法 责任制",
    r"[三四五六七八九十](?:个)?(?:必须|严禁|不准|不得|公开|到位|统一|同步|联动|不放过|步|包一|帮一|联一|保一|包|定|清单)"
    r"[一-龥]{0,4}?(?P<type>(?:工作)?(?:机制|制度|工作法|责任制))",
)
_OF_ROUNDS = needing(
    "活动 行动",
    rf"(?:{_RUNS}|组织|举办|举行|参加|部署){{1,2}}(?:了|好)?(?:全[国省市县区镇州旗])?"
    rf"(?P<name>(?P<own>[一-龥]{{2,14}}?)(?:宣传|服务|主题|攻坚|提升)?[年月周季](?:主题|系列|宣传|专项)?(?:活动|行动))"
    r"(?![中场站室费])",
)
_NO_OWN = frozenset("今去前后每本当上下全半整同近几多两一二三四五六七八九十")
_CALLED = seeds.word_list("campaign_words")


def find_formulas(text: str, found: Found) -> Iterator[Mention]:
    """Each name that is built as a formula."""
    for mention in (*_find_joined(text), *_find_counted(text), *_find_rounds(text), *_find_called(text)):
        if found.covering(Kind.ORGANISATION, mention.end - 1) is None and not _is_quoted(text, mention.start, mention.end):
            yield mention


def _find_joined(text: str) -> Iterator[Mention]:
    for match in _JOINED_PARTS.finditer(text):
        stop = match.end("first")
        start = match.start()
        if not match["first"].isdigit():
            led = _LED.search(text, start, stop)
            start = led.start("own") if led else strip_front(text, left_edge(text, stop, start, scheme=True), stop)
        elif text[start - 1 : start] in ("、", "."):
            continue
        if start >= stop or _ANY_PARTS.match(text, start):
            continue  # 线上+线下模式: how anything is done
        bare = text[start : match.end("rest")] + match["what"]
        name = bare + match["type"]
        subtype = {"工程": "Project", "行动": "Campaign", "平台": "Service"}.get(match["type"], "Mechanism")
        value = InitiativeValue(name, bare, subtype)
        yield Mention(Kind.INITIATIVE, start, match.end(), text[start : match.end()], "initiatives.formula", 0.74, value)


def _find_counted(text: str) -> Iterator[Mention]:
    for pattern in (_SO_MANY_ONES, _COUNTED_PARTS, _DUE, _RULES):
        for match in pattern.finditer(text):
            start, name = match.start(), match.group()
            if name[: -len(match["type"])] in NUMERAL_IDIOMS or not _BEFORE.search(text, max(0, start - 4), start):
                continue
            subtype = "Campaign" if match["type"] in ("活动", "行动", "工程") else "Mechanism"
            yield as_named(start, name, subtype, "initiatives.formula", 0.72)


def _find_rounds(text: str) -> Iterator[Mention]:
    """开展|企业服务月活动|: a year, month, week or day that is given to something."""
    for match in _OF_ROUNDS.finditer(text):
        own = match["own"]
        if own[-1] in _NO_OWN or "暨" in own or any(words().tag(piece)[0] in "rpcudmqf" for piece in words().cut(own)):
            continue
        yield as_named(match.start("name"), match["name"], "Campaign", "initiatives.formula", 0.72)


_DRIVE = needing(
    "行动 工程 计划",
    r"(?:(?:\d{4})?(?:系列)?(?:专项)?行动|工程|计划)(?![一-龥]{0,2}(?:公司|中心|队))",
)


def _find_called(text: str) -> Iterator[Mention]:
    """亮剑行动, 雁归工程: campaigns called by one word, by which they are called elsewhere too."""
    for match in _DRIVE.finditer(text):
        for size in (2, 3):
            start = match.start() - size
            if start >= 0 and text[start : match.start()] in _CALLED and _is_carried_out(text, start, match.end()):
                name = text[start : match.end()]
                yield as_named(start, name, "Campaign", "initiatives.called", 0.74)
                break


_CARRIES = re.compile(
    f"(?:{_RUNS}|在|组织|部署|打响|参与|参加|投身|响应|全力|结合|[0-9]{{4}}年?)(?:了|好|全[国省市县区镇州旗])?$"
)
_GOES_ON = re.compile("(?:启动|以来|开展|期间|中，|，[一-龥]{0,6}共)")


def _is_carried_out(text: str, start: int, end: int) -> bool:
    """Whether a campaign is said to be carried out, rather than told of by the way (亮剑行动要彻底)."""
    return _CARRIES.search(text, max(0, start - 6), start) is not None or _GOES_ON.match(text, end) is not None


_QUOTED_LONGEST = 40  # characters


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a quotation, or holds a part of one."""
    return open_quote(text, start, _QUOTED_LONGEST) >= 0 or "“" in text[start:end] or "”" in text[start:end]


__all__ = ["find_formulas"]
