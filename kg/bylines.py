"""Bylines, credits, datelines and mastheads: who wrote, took the picture, edited.

Everything here works on one folded line and answers with spans of that line; nothing is looked up. A byline that says by a word
of its own that it is one (记者, 摄, 文/图) is believed; bare names are believed only alone in brackets at a paragraph's end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text import HAN

Span = tuple[int, int]
Name = tuple[str, Span]  #: role and place of one name

def _any(words: str) -> str:
    """A regex of alternatives, written as words with spaces between."""
    return f"(?:{'|'.join(words.split())})"


_DESK = f"(?:[{HAN}]{{0,10}}?" + _any(
    "报 台 网 中心 社 媒 媒体 客户端 全媒体 融媒体 电视 广播 首席 特约 特派 见习 实习 文字 图片 摄影 视频 资深 驻站 支站 调查"
) + ")"  # fmt: skip
_ROLE = f"(?:{_DESK}*?(?:记者站|记者|通讯员|实习生|撰稿人?|供稿人?|作者|摄影者|摄影[：:/]))"
_EDITOR_ROLE = "(?:(?:本版|本期|值班|执行|责任|首席|网络|新媒体|文字|图片|视频)?" + _any(
    "责.?编 编.?辑 主.?编 编.?审 校.?对 组.?版 美.?编 版.?式 审.?读 审.?核 签.?发 责校 编委 总值班 总监制 监.?制 监.?审 "
    "终审 初审 复审 一审 二审 三审 一校 二校 三校 版面设计 电脑制作 制.?图 视觉 统.?筹 策.?划 "
    "编导 制作 值班总编 值班主任 总编辑 副总编辑"
).replace(".?", " ?") + ")"  # fmt: skip
_SHOT = "(?:摄影报道|摄影|图片|供图|摄|图)"
_BOTH = "(?:文 ?[/、并] ?[图摄]|图 ?[/、] ?文|图文报道|图文|文图|撰文摄影)"
_MARKER = f"(?:{_BOTH}|{_SHOT}|文|报道|整理|供稿)"
_GLUED = "(?:摄影报道|摄影|供图|摄|报道)"  # markers that may stand against a name
_NAME = f"[{HAN}]{{1,6}}?(?:·[{HAN}]{{1,10}}?)*"
_TOKEN = re.compile(
    f"(?P<editor>{_EDITOR_ROLE}(?=[ ：:/|]|$))|(?P<role>{_ROLE})|(?P<mark>(?:(?<![{HAN}]){_MARKER}|{_GLUED})(?![{HAN}]))|"
    f"(?P<name>{_NAME}(?=(?:记者|通讯员|实习生|{_GLUED}?(?:[^{HAN}·]|$))))|(?P<bad>[{HAN}])|(?P<rest>[^ {HAN}]+)"
)
_SIGNED = re.compile(f"{_ROLE}|{_EDITOR_ROLE}[ ：:/|]|{_MARKER}[ ：:/]|.*(?:[ /]{_MARKER}|{_GLUED})$")
#: words that stand alone in brackets or after 作者： and are no names
_NO_NAMES = re.compile(
    _any(
        "[左右中前后上下完略续] 摘编 待续 未完 完结 综合 节选 图略 资料[图片照]* 转载 原载 原文 文中 (?:均为)?化名 暂行 试行 "
        "草案 图片 全文完 管理员? 未知 佚名 网络 本[站网报] 编辑 记者 通讯员 作者 来源 采编 [左右][一二三四起] [前后]排 中间 "
        "[如见上下左右]图 单位 [万亿]元 含税 不含 以[上下] 下同 [今去]年 新华社 人民网 央视网"
    )
)
_NO_NAME = re.compile(
    "(?:[局委办院站所网报室校厂处厅府镇乡县省市区部社]|街道|中心|公司|媒体|视觉|大队|支队|集团|小学|中学|医院|银行|编辑|记者|来源)$|"
    "^[县市区省镇乡本图据来以详]|[0-9]"
)


def _role_of(word: str) -> str:
    if word.endswith(("通讯员", "供稿", "供稿人", "撰稿", "撰稿人")):
        return "correspondent"
    return "photographer" if "摄影" in word else "reporter"


def _is_shot(mark: str) -> bool:
    return "摄" in mark or "图" in mark


def _is_both(mark: str) -> bool:
    return mark in ("摄影报道", "撰文摄影") or ("文" in mark and _is_shot(mark))


def _credit(names: list[Span], mark: str, role: str) -> list[Name]:
    """Names before a marker: 甲 摄 is a photographer, 甲 文/图 both, 通讯员 甲 文 stays what it was."""
    if _is_both(mark):
        return [(kind, name) for name in names for kind in (role, "photographer")]
    return [("photographer" if _is_shot(mark) else role, name) for name in names]


def _parse(text: str, bare: str) -> list[Name] | None:
    """Names with their roles, unchecked; None where something else stands between them."""
    found: list[Name] = []
    waiting: list[Span] = []  # names since the last role or marker
    role = ahead = ""
    marked = False
    for token in _TOKEN.finditer(text):
        kind, word = token.lastgroup, token[0]
        if kind in ("role", "editor"):
            found += [(role or bare, name) for name in waiting]
            waiting, role, ahead = [], "editor" if kind == "editor" else _role_of(word), ""
        elif kind == "mark":
            if waiting and _is_both(word) and not marked:  # 记者 甲 通讯员 乙 文/图: of all of them
                found += [(role or "reporter", name) for name in waiting]
                found += [("photographer", name) for _, name in found]
            elif waiting:
                found += _credit(waiting, word, role or "reporter")
            elif ahead or not found:
                ahead = word
            waiting, marked = [], True
        elif kind == "name" and ahead:
            found += _credit([token.span()], ahead, role or "reporter")
        elif kind == "name":
            waiting.append(token.span())
        elif kind == "bad" or word.strip("、，,/|：:;；·“”"):
            return None
    return found + [(role or bare, name) for name in waiting]


def _join_padded(text: str, names: list[Name]) -> list[Name]:
    """Two single characters with a space between are one padded name: 张　三."""
    joined: list[Name] = []
    for role, (lo, hi) in names:
        if joined and hi - lo == 1 and joined[-1][0] == role:
            begin, end = joined[-1][1]
            if end - begin == 1 and not text[end:lo].strip():
                joined[-1] = (role, (begin, hi))
                continue
        joined.append((role, (lo, hi)))
    return joined


def _could_be_name(name: str) -> bool:
    name = name.replace(" ", "")
    return not _NO_NAMES.fullmatch(name) and (2 <= len(name) <= 4 or "·" in name)


def read_names(text: str, at: int = 0, bare: str = "correspondent") -> list[Name]:
    """The names of a byline, spans counted from ``at``; empty where the text is no byline.

    ``bare`` is the role of names that no word explains: （甲） at the end of a local paper's report is a correspondent.
    """
    names = _parse(text, bare)
    if not names:
        return []
    names = _join_padded(text, names)
    sure = _SIGNED.match(text) is not None
    good = [(role, (at + lo, at + hi)) for role, (lo, hi) in names if _could_be_name(text[lo:hi])]
    if not sure and (len(good) < len(names) or any(_NO_NAME.search(text[lo:hi]) for _, (lo, hi) in names)):
        return []
    if not sure and any(hi - lo > 3 and "·" not in text[lo:hi] and " " not in text[lo:hi] for _, (lo, hi) in names):
        return []
    return good


# ── at a paragraph's end ─────────────────────────────────────────────────────────────────────────────────────────────────

_LONGEST = 80
_BRACKET = re.compile("[（【〔]([^（）【】〔〕\n。]{2,70})[）】〕]$")
_AGENCY = re.compile(
    "[（【〔][^（）【】〔〕。]{0,8}(?:视觉|新华社|中新社|影像中国|中国图片|资料图|资料照片|图片社|无人机)[^（）【】〔〕。]{0,4}[）】〕]$"
)
_AFTER_STOP = re.compile("[。！？”’）…](?=[^。！？”’）…]*$)")
_AFTER_SPACE = re.compile(f" ((?:{_ROLE} ?)?[{HAN}]{{2,4}}(?:[、 ][{HAN}]{{2,4}}){{0,3}}(?:[ /]{_MARKER}|{_GLUED}))$")


def find_tail(body: str) -> tuple[int, list[Name]] | None:
    """Where the closing byline of a paragraph begins, and its names: ……。（通讯员 甲 乙）, ……。 甲 文/图, ……甲摄（新华社发）."""
    if not body or body[-1] in "。！？；，、：”…":
        return None
    if (agency := _AGENCY.search(body)) and agency.start():
        return find_tail(body[: agency.start()].rstrip())
    window = max(0, len(body) - _LONGEST)
    tail = body[window:]
    if body[-1] in "）】〕":
        bracket = _BRACKET.search(tail)
        names = read_names(bracket[1], window + bracket.start(1)) if bracket else []
        return (window + bracket.start(), names) if bracket and names else None
    stop = _AFTER_STOP.search(tail)
    if stop is not None or not window:
        begin = stop.end() if stop else 0
        begin += len(tail[begin:]) - len(tail[begin:].lstrip())
        if _SIGNED.match(tail[begin:]) and (names := read_names(tail[begin:], window + begin)):
            return window + begin, names
    if body[-1] in "摄影图道文" and (space := _AFTER_SPACE.search(tail)):
        names = read_names(space[1], window + space.start(1))
        return (window + space.start(), names) if names else None
    return None


def read_credit(body: str) -> list[Name]:
    """The names of a line that is nothing but a byline or credit."""
    if len(body) > _LONGEST or body[-1] in "。！？；，、：”…":
        return []
    found = find_tail(body)
    return found[1] if found is not None and found[0] == 0 else []


# ── at a paragraph's start ───────────────────────────────────────────────────────────────────────────────────────────────

_DAY = "(?:(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)"
_HOUSE = "(?:本报|本网|本台|本刊|本社|我台|本站)"
_PAPER = f"[{HAN}A-Za-z]{{1,14}}?" + _any(
    "日报 晚报 早报 晨报 时报 商报 都市报 导报 周报 新闻网 融媒体中心 融媒体 融媒 全媒体 客户端 电视台 新闻 在线 网 台 报 发布"
) + f"(?:（[{HAN}]{{2,12}}）)?"  # fmt: skip
_AGENCIES = f"(?:新华社|中新社|中新网|人民网|央视网|中国新闻网|中新经纬|光明网|新华网|央广网|中国[{HAN}]{{1,4}}[网报])"
_DATELINE = re.compile(
    f"{_HOUSE}(?:[{HAN}]{{2,8}})?{_DAY}?(?:综合|专|快)?[讯电]|{_HOUSE}综合报道|"
    f"{_AGENCIES}[{HAN}]{{0,10}}{_DAY}[讯电]|{_AGENCIES}[讯电](?=[ （【：，]|记者)|"
    f"{_PAPER}[{HAN}]{{0,6}}?{_DAY}[讯电](?=[ （【：，]|记者)|{_PAPER}(?:综合)?讯(?=[ （【：，]|记者|通讯员)|"
    f"[{HAN}]{{2,5}}(?<![通资简短喜快音电视])讯(?= |（记者|（通讯员)"
)
_DATELINE_NAMES = re.compile(" ?[（【〔]([^（）【】〔〕\n]{1,80})[）】〕]")
_REPORT = re.compile(f" ?({_ROLE}[^，。：、\n]{{1,40}}?) ?(?:摄影)?报道[：:，]? ?")
_REPORTER_LEAD = re.compile(f"[（【〔]({_ROLE}[^（）【】〔〕\n。]{{2,60}})[）】〕](?=.{{12}})")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words before a report begins: 本报讯（记者甲）, 新华社某地1月5日电（记者 甲）, （记者 甲）."""

    end: int
    text: str
    names: tuple[Name, ...]


def is_lead(body: str) -> bool:
    """Whether a paragraph begins as the first one of a report does."""
    return _DATELINE.match(body) is not None


def read_dateline(body: str) -> Dateline:
    """The dateline of a paragraph; one of length 0 where there is none."""
    found = _DATELINE.match(body)
    end = found.end() if found else 0
    names: list[Name] = []
    if found and (bracket := _DATELINE_NAMES.match(body, end)):
        names = read_names(bracket[1], bracket.start(1), "reporter")
        end = bracket.end()
    elif (found or body.startswith(("本报记者", "记者", "通讯员", "本网记者"))) and (report := _REPORT.match(body, end)):
        names = read_names(report[1], report.start(1), "reporter")
        end = report.end() if names else end
    elif not found and (bracket := _REPORTER_LEAD.match(body)):
        names = read_names(bracket[1], bracket.start(1), "reporter")
        end = bracket.end() if names else 0
    text = body[:end]
    while 0 < end < len(body) and body[end] in " ：:，—-":
        end += 1
    return Dateline(end, text, tuple(names))


# ── masthead ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_STAFF = re.compile(f"[（【〔]?{_EDITOR_ROLE}(?:[：:/|]| ?[：:/|丨] ?| [{HAN}](?:[{HAN}]{{1,2}}| [{HAN}])(?=$| ))")
_STAFF_NAMES = re.compile(
    f"{_EDITOR_ROLE}[ ：:/|丨]{{1,3}}(?P<names>[{HAN}](?: [{HAN}](?![{HAN}])|[{HAN}]{{1,3}}(?![{HAN}]))"
    f"(?:[ 、，](?!{_EDITOR_ROLE})[{HAN}]{{2,3}}(?![{HAN}：:/|]))*)"
)


def is_staff(body: str) -> bool:
    """Whether a line names editors, proofreaders or layout staff: 编辑：甲 校对：乙."""
    return len(body) <= _LONGEST and "。" not in body and _STAFF.match(body) is not None


def read_staff(body: str) -> list[Name]:
    """Editors, proofreaders and layout staff of a masthead line, among whatever else stands there."""
    found: list[Name] = []
    for people in _STAFF_NAMES.finditer(body):
        begin = people.start("names")
        spans = [("editor", name.span()) for name in re.finditer(f"[{HAN}]+", people["names"])]
        found += [
            (role, (begin + lo, begin + hi))
            for role, (lo, hi) in _join_padded(people["names"], spans)
            if _could_be_name(people["names"][lo:hi])
        ]
    return found


_AUTHOR = re.compile(
    "(?P<role>作 ?者|撰 ?稿|供 ?稿|摄影记者|记 ?者|通讯员|摄 ?影)(?:[：:]|/) ?(?P<more>(?:见习|实习)?记者|通讯员)? ?"
    f"(?P<names>[{HAN}](?:[{HAN}]{{1,3}}| [{HAN}](?![{HAN}]))"
    f"(?:[ 、，](?!{_EDITOR_ROLE}|作者|来源|时间|日期)[{HAN}]{{2,4}}(?![：:{HAN}/]))*)(?=$|[^{HAN}：:])"
)


def read_authors(body: str) -> list[Name]:
    """People of an information line: 来源：某报 作者：甲 时间：……; offices that stand there as authors are left out."""
    found: list[Name] = []
    for author in _AUTHOR.finditer(body):
        role = _role_of((author["more"] or author["role"]).replace(" ", ""))
        begin = author.start("names")
        spans = [(role, name.span()) for name in re.finditer(f"[{HAN}]+", author["names"])]
        for _, (lo, hi) in _join_padded(author["names"], spans):
            name = author["names"][lo:hi]
            if _could_be_name(name) and not _NO_NAME.search(name):
                found.append((role, (begin + lo, begin + hi)))
    return found
