"""Campaigns told as so many of a kind: 打好|蓝天、碧水、净土|三大保卫战. Then |蓝天保卫战|，从烟囱抓起.

The kind stands once, behind the number; a list of as many items before it names them all. Or all items are one name, each a verb
with its object: 开展|讲文明、树新风活动|.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.base import InitiativeValue
from kg.extract.edges import verb_stops
from kg.extract.scheme_names import CARRYING_VERBS, SENTENCE_WORDS, unquote
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_KIND = needing(
    "行动 工程 保卫战 攻坚战 战役 活动 计划",
    r"[两二三四五六七八][大项](?P<kind>专项行动|行动|工程|保卫战|攻坚战|战役|活动|计划)(?![一-龥]{0,2}(?:中心|公司|办))",
)
# The list before it, and what may stand between: “甲、乙”|环保|四大行动, 甲、乙|“两大行动”.
_ITEMS = re.compile(r"(?P<list>(?:[一-龥]{2,12}、){1,6}[一-龥]{2,6}?)”?等?(?P<of>[一-龥]{0,4}?)“?$")
_COUNTS = {char: value for value, char in enumerate("二三四五六七八", 2)} | {"两": 2}
_BEGINS = re.compile("[，。；：\n“、和]|(?:开展|实施|推进|打好|启动|组织|参与|参加|投身)$")


def find_counted(text: str) -> Iterator[Mention]:
    """蓝天、碧水、净土三大保卫战: each of the campaigns that are told as so many of a kind."""
    for told in _KIND.finditer(text):
        match = _ITEMS.search(text, max(0, told.start() - 60), told.start())
        if match is None:
            continue
        kind = told["kind"]
        begin, stop = match.span("list")
        begin = _past_verbs(text, begin, text.index("、", begin))
        items = text[begin:stop].split("、")
        if len(items) != _COUNTS[told.group()[0]] or not all(_is_item(item) for item in items):
            continue
        quoted = text[begin - 1 : begin] == "“" and text[stop : stop + 1] == "”"
        at = begin
        for item in items:
            name = item + kind
            value = InitiativeValue(name, name, "Project" if kind == "工程" else "Campaign")
            if not quoted:
                yield Mention(Kind.INITIATIVE, at, at + len(item), item, "initiatives.counted", 0.72, value)
            at += len(item) + 1
            yield from _again(text, told.end(), name, value)


_VERBS = re.compile("|".join(sorted((word for word in CARRYING_VERBS if len(word) > 1), key=lambda word: (-len(word), word))))


def _past_verbs(text: str, begin: int, stop: int) -> int:
    """某县深入打好|蓝天、碧水、净土三大保卫战: where the first item begins."""
    for verb in _VERBS.finditer(text, begin, stop - 1):
        begin = verb.end()
    return begin + (text[begin] in "了好")


def _is_item(item: str) -> bool:
    pieces = words().cut(item)
    return 2 <= len(item) <= 6 and not any(p in verb_stops() or p in SENTENCE_WORDS or p in CARRYING_VERBS for p in pieces)


def _again(text: str, at: int, name: str, value: InitiativeValue) -> Iterator[Mention]:
    """。|蓝天行动|，从烟囱抓起: the same one where it is told of by itself."""
    while (at := text.find(name, at)) >= 0:
        if _BEGINS.search(text, max(0, at - 2), at):
            yield Mention(Kind.INITIATIVE, at, at + len(name), name, "initiatives.counted", 0.75, value)
        at += len(name)


# What such a campaign does, in three characters each: |学党史、悟思想、办实事|活动.
_DOES = "[学讲树走转改办悟开比创争献爱送亮佩戴保促防查除反强提抓守担护建扶帮解惠访晒赛议评带知明尊扬立感跟听颂庆迎践作找践敬助]"
_SLOGAN = needing(
    "活动 行动",
    rf"(?P<name>{_DOES}[一-龥]{{2}}(?:、{_DOES}[一-龥]{{2}}){{1,4}}(?:主题|专题|系列|教育|实践|志愿|服务|宣传|集中){{0,3}}(?:活动|行动))(?!中心|室|场|站|费)",
)
_SLOGAN_TYPE = re.compile("(?:主题|专题|系列|教育|实践|集中){0,3}(?:活动|行动)$")
_BEFORE_SLOGAN = re.compile(
    "(?:^|[，。；：\n]|开展|组织|启动|深入|推进|推行|推动|举办|举行|参加|参与|投身|展开|响应|掀起|持续|创新|扎实|结合|通过|主题为)[了的以好起]?$"
)


def find_slogans(text: str) -> Iterator[Mention]:
    """开展|讲文明、树新风活动|: a campaign that is called by all that it does."""
    for match in _SLOGAN.finditer(text):
        if _BEFORE_SLOGAN.search(text, max(0, match.start() - 4), match.start()):
            name = match["name"]
            value = InitiativeValue(name, _SLOGAN_TYPE.sub("", name), "Campaign")
            yield Mention(Kind.INITIATIVE, *match.span("name"), name, "initiatives.slogans", 0.72, value)


def whole_of(text: str, mention: Mention) -> Mention | None:
    """“四大行动”, by the name that the text gives all of them; nothing where the text names only each."""
    short = unquote(mention.text)
    if len(short) > 6 or short[0] not in _COUNTS or short[1] not in "大项":
        return mention
    for told in _KIND.finditer(text):
        match = _ITEMS.search(text, max(0, told.start() - 60), told.start()) if told.group() == short else None
        if match is None:
            continue
        if text[match.start() - 1 : match.start()] != "“" or text[match.end("list")] != "”":
            return None
        whole = match["list"] + match["of"] + short
        value = mention.value
        assert isinstance(value, InitiativeValue)
        return replace(mention, value=replace(value, name=whole, bare=match["list"]))
    return mention


__all__ = ["find_counted", "find_slogans", "whole_of"]
