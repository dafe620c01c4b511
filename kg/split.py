"""Page → articles → sentences.

A page is folded once (``text.fold``). Its lines are sorted into kinds, walked in order and gathered into drafts; each draft becomes an
``Article`` whose text and offsets are slices of the folded page. So every character of an article knows its place on the page, whatever was
joined or left out in between: furniture, bylines, datelines, text that a broken column repeats.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.bylines import Name, Span, find_tail, is_lead, is_staff, read_authors, read_credit, read_dateline, read_staff
from kg.dates import find_anchor, find_lead_date, find_page_date
from kg.model import Article, Byline, Page, Problem, Sentence
from kg.text import HAN, fold

# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

HEAD, BODY, LEAD, CREDIT, MAST, MARK, CONTINUED, INFO, END, JUNK = (
    "head", "body", "lead", "credit", "masthead", "mark", "continued", "info", "end", "junk",
)  # fmt: skip
_HEAD_LONGEST = 42  # characters of a headline line; a longer line is text that lacks its full stop
_SHORT = 90  # only shorter lines are looked at as headlines, credits and furniture

_ENDED = re.compile("[。！？…；：!?][’”）》】〕]*$")
_STAMP = re.compile("(?:19|20)[0-9]{2} ?[年/.-] ?[01]?[0-9] ?[月/.-] ?[0-3]?[0-9]日?(?P<clock> ?[0-2]?[0-9]:[0-5][0-9])?")
_MASTHEAD = re.compile(
    "新闻热线|热线电话|E-?mail|@[A-Za-z0-9]+\\.|国内统一|刊号|邮发代号|总第 ?[0-9]+ ?期|第 ?[0-9]{3,5} ?期|^第?[0-9一二三四五六七八ABCD]{1,3} ?版|农历|"
    "星期[一二三四五六日天](?=$| )|今日[0-9一二四八]+版",
    re.IGNORECASE,
)
_CONTACT = re.compile("(?:电话|热线|邮编|邮箱|传真|地址|投稿|广告|发行|网址|QQ群?|微信)[：:]")
_INFO = re.compile(
    "[（【]?(?:(?:信息|稿件|文章|新闻|内容|本文)?来源|(?:发布|发表|更新|上传|编辑|生成|成文|发文)?(?:时间|日期)|发布机构|发布单位|发布者|发布人|浏览次数|浏览量?|阅读次数|阅读量?|点击数?|点击率|点击次数|"
    "字号|字体|作者|撰稿|供稿|发稿|访问量|索引号|文号|信息分类|主题分类|分享到?|打印|录入|原标题|信息来源|来稿|摄影|文字|记者|通讯员)[】]? ?[：:|]"
)
_PAGE_INFO = re.compile("来源|发布|浏览|点击|阅读|编辑|责任|字号|打印|分享|索引|录入|作者|原标题")
_JUNK = re.compile(
    "(?:当前)?位置[：: ]|您(?:现在)?的?(?:当前)?位置|首页 ?[>»›/|-]|首页$|网站首页|返回(?:顶部|首页|列表)|扫一扫|用户登录|(?:立即)?注册$|还没有账号|字体[：: ]|(?:【|\\[)?(?:打印|关闭|大 ?中 ?小)|"
    "分享到|分享$|收藏$|微信扫|主办单位|承办单位|版权所有|备案|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁][A-Z]*ICP|.{0,8}公网安备|互联网新闻信息服务|信息网络传播|Copyright|阅读全文|展开全文|"
    "点击查看|正文$|免责声明|版权(?:与免责)?声明|凡本网|①凡|②凡|③|本网站?声明|网站声明|网站地图|联系我们|无障碍|手机版|长按识别|关注我们|轻触阅读原文"
)
_END = re.compile("(?:相关(?:阅读|链接|新闻|报道|文章|推荐|信息)|推荐阅读|延伸阅读|热点推荐|热门(?:推荐|新闻|文章)|猜你喜欢|上一[篇条]|下一[篇条]|最新(?:新闻|文章)|更多(?:新闻|精彩))")
_MARKED = re.compile("[●■◆▲★□◇△○◎▶►▪▼※☆]+ ?")
_PICTURE_MARK = frozenset("▲△▼▶►")
_CONTINUED = re.compile(
    "[（【〔]? ?(?:紧接|上接|接) ?(?:第? ?[一二三四五六七八九十0-9A-Da-d]{1,3} ?版|头版|要闻版)[^）】〕。，]{0,14}[）】〕]?|[（【〔](?:上接|紧接)[^）】〕。]{1,20}[）】〕]"
)
_TURN = re.compile("[（【〔]? ?(?:下转|转) ?第? ?[一二三四五六七八九十0-9A-Da-d]{1,3} ?版[^）】〕。，]{0,14}[）】〕]?$")
_MARKDOWN = re.compile(r"(#{1,6}) *(?=[^#\s])|\*\*(?=[^*]+\*\*$)")
_LABEL = re.compile("(?:要闻|综合|综合新闻|本地新闻|时政新闻|简讯|简明新闻|图片新闻|新闻速递|短讯|一句话新闻|导读|本版导读|今日导读|视点|时评|热点|广告|公告栏)")
#: no headline and no paragraph begins so: the line before was torn
_NEVER_FIRST = re.compile(
    f"[的了着们等、，。；：！？”’）》]|[{HAN}][，、。；]|(?!首先|其次|再次|最后|同时|此外|另外|据悉|目前|如今|近日|日前|昨日|今年|去年|其中|然而|但是|随后|当天|当日|现在|同日|会上|会后|当前|其实|于是|因此|所以|不过|接着|[一二三四五六]是)"
    f"[{HAN}]{{2}}[，。；]"
)
_NO_HEAD = re.compile("这|该|据(?:悉|了解|介绍|统计)|此外|截至|其中|随后|当天|当日|同日|因此|并且")


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    lo: int
    hi: int
    text: str
    gap: int  #: empty lines before it
    level: int = 0  #: of a Markdown head


def _read_lines(text: str) -> Iterator[_Line]:
    """The lines that hold something, each with its kind."""
    at = gap = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            yield _sort_line(body, at + raw.index(body[0]), gap)
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1


def _sort_line(body: str, lo: int, gap: int) -> _Line:
    if body[0] in "#*" and (mark := _MARKDOWN.match(body)):
        inner = body[mark.end() :].rstrip("#* ")
        if inner:
            lo += mark.end()
            return _Line(HEAD, lo, lo + len(inner), inner, gap, len(mark[1] or "") or 6)
    return _Line(_sort_text(body), lo, lo + len(body), body, gap)


def _sort_text(body: str) -> str:
    """The kind of a line that is no Markdown head; the order of the questions is the order of their certainty."""
    if body[0] in "（【〔接上紧" and _CONTINUED.match(body):
        return CONTINUED
    if _MARKED.match(body):
        return MARK
    if is_lead(body):
        return LEAD
    if len(body) > _SHORT:
        return JUNK if body[0] in "①凡版免" and _JUNK.match(body) else BODY
    if _END.match(body) and len(body) < 40:
        return END
    if _JUNK.match(body):
        return JUNK
    if "。" in body:
        return CREDIT if read_credit(body) else BODY
    return _sort_short(body)


def _sort_short(body: str) -> str:
    """The kind of a short line without a full stop."""
    if is_staff(body) or _MASTHEAD.search(body):
        return MAST
    if _INFO.match(body):
        return INFO
    if (stamp := _STAMP.search(body)) and not _ENDED.search(body) and (len(body) - len(stamp[0]) < 12 or stamp["clock"] and len(body) < 60):
        return MAST
    if _CONTACT.search(body):
        return INFO
    if read_credit(body):
        return CREDIT
    return HEAD if _is_head(body) else BODY


def _is_head(body: str) -> bool:
    """Whether a short line without a full stop can be a headline, rather than a piece of torn text."""
    last = body[-1]
    if len(body) > _HEAD_LONGEST or last in "，、；…" or last == "：" and len(body) > 14 or "；" in body:
        return False
    if "，" in body and len(body) > 32 or _NEVER_FIRST.match(body) or _NO_HEAD.match(body):
        return False
    if any(body.count(left) != body.count(right) for left, right in ("“”", "《》", "（）", "‘’")):
        return False
    return not (last == "”" and len(body) > 20 and body[-2] in "。！？，")


# ── torn lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unwrap(text: str, offsets: array[int], source: str) -> tuple[str, array[int]]:
    """Text of which every line was broken at the column's edge, with the breaks inside paragraphs taken out."""
    lines = text.split("\n")
    width = _column_width([line for line in lines if line])
    if not width:
        return text, offsets
    cuts: list[int] = []
    at = 0
    for line, following in zip(lines, lines[1:], strict=False):
        at += len(line) + 1
        indented = at < len(text) and offsets[at] - offsets[at - 1] > 1 and source[offsets[at - 1]] == "\n"
        if following and not indented and _width(line) >= width - 3 and not _starts_anew(following):
            cuts.append(at - 1)
    pieces, places, done = [], array("I"), 0
    for cut in cuts:
        pieces.append(text[done:cut])
        places.extend(offsets[done:cut])
        done = cut + 1
    return "".join([*pieces, text[done:]]), places + offsets[done:]


def _width(line: str) -> float:
    """Columns that a line takes; Latin letters and digits take half of one."""
    return len(line) - sum(map(str.isascii, line)) / 2


def _starts_anew(line: str) -> bool:
    return _MARKED.match(line) is not None or is_lead(line) or line[0] == "#"


def _column_width(lines: list[str]) -> float:
    """Characters of a full line where most lines are full ones that end in mid-sentence; 0 for text with a line to each paragraph."""
    if len(lines) < 6 or sum(map(len, lines)) / len(lines) > 60:
        return 0
    widths = sorted(map(_width, lines))
    width = widths[-max(1, len(widths) // 10)]
    full = [line for line in lines if _width(line) >= width - 3]
    torn = [line for line in full if not _ENDED.search(line)]
    return width if 12 <= width <= 60 and len(full) >= 0.55 * len(lines) and len(torn) >= 0.6 * len(full) else 0


# ── articles ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Draft:
    """An article while it is gathered: spans of the folded page."""

    heads: list[Span] = field(default_factory=list)
    paragraphs: list[list[Span]] = field(default_factory=list)
    bylines: list[Name] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)
    dateline: str = ""
    form: str = "article"
    closed: bool = False  #: a credit has ended it
    after_subhead: bool = False
    group: int = 0  #: drafts under one headline block have one number
    level: int = 0  #: of its Markdown head


class _Gatherer:
    """Walks the lines of one page and gathers drafts."""

    def __init__(self, text: str, title: str) -> None:
        self.text = text
        self.title = title
        self.drafts: list[_Draft] = []
        self.masthead = _Draft(form="masthead")
        self.open: _Draft | None = None  # the article that a body line goes on with
        self.pending: list[_Line] = []  # headline lines that wait for a body
        self.authors: list[Name] = []  # names between headline and body
        self.group = 0
        self.usual_gap = 0

    def walk(self, lines: list[_Line]) -> None:
        gaps = Counter(line.gap for line in lines[1:])
        self.usual_gap = min(gaps, key=lambda gap: (-gaps[gap], gap), default=0)
        for place, line in enumerate(lines):
            if line.kind == HEAD:
                self.pending.append(line)
            elif line.kind == BODY:
                self.take_body(lines, place)
            else:
                self.take_other(line)
        if self.pending and self.is_open():
            self.flush_subheads()

    def take_other(self, line: _Line) -> None:
        if line.kind == LEAD:
            self.begin(line)
        elif line.kind == CREDIT:
            self.take_credit(line)
        elif line.kind == MARK:
            self.take_marked(line)
        elif line.kind == CONTINUED:
            self.take_continued(line)
        elif line.kind == INFO:
            self.take_info(line)
        elif line.kind == MAST:
            self.take_masthead(line)
        elif line.kind == END:
            self.pending.clear()
            if self.open is not None:
                self.open.closed = True

    def is_open(self) -> bool:
        """Whether an article is under way that a body line or subhead can belong to."""
        return self.open is not None and not self.open.closed and bool(self.open.paragraphs)

    # furniture

    def take_masthead(self, line: _Line) -> None:
        self.masthead.paragraphs.append([(line.lo, line.hi)])
        self.masthead.bylines += _shift(read_staff(line.text), line.lo)

    def take_info(self, line: _Line) -> None:
        """来源： 作者： 时间： lines: their people belong to the article below, or to the one above where that is under way."""
        if self.is_open() and not _PAGE_INFO.search(line.text):
            self.flush_subheads()
            self.add(self.open, line)  # a notice's own 时间：, 地点：, 电话：
            return
        self.take_masthead(line)
        names = _shift(read_authors(line.text), line.lo)
        if self.open is not None and not self.pending:
            self.open.bylines += names
        else:
            self.authors += names

    # bylines, briefs, continued pieces

    def take_credit(self, line: _Line) -> None:
        names = _shift(read_credit(line.text), line.lo)
        if all(role == "editor" for role, _ in names):
            self.take_masthead(line)
        elif self.pending and (not self.is_open() or line.text[0] not in "（【〔" and not _is_caption(names)):
            self.start("article").bylines += names
        elif self.open is not None:
            self.flush_subheads()
            self.open.bylines += names
            self.open.closed = bool(self.open.paragraphs)
            if len(self.open.paragraphs) == 1 and not self.open.heads and _is_caption(self.open.bylines):
                self.open.form = "caption"

    def take_marked(self, line: _Line) -> None:
        mark = _MARKED.match(line.text)
        cut = mark.end() if mark else 0
        rest = line.text[cut:]
        tail = find_tail(rest)
        if rest and tail is None and _sort_text(rest) == HEAD and len(rest) < 30:
            self.pending.append(_Line(HEAD, line.lo + cut, line.hi, rest, line.gap))
        elif line.text[0] in _PICTURE_MARK or tail and _is_caption(tail[1]):
            self.add_caption(line, cut)
        elif self.is_open() and self.open is not None and self.open.form == "article" and not self.pending:
            self.add(self.open, line)  # a list inside an article
        else:
            self.pending.clear()
            self.add(self.start("brief"), line, cut)

    def take_continued(self, line: _Line) -> None:
        mark = _CONTINUED.match(line.text)
        draft = self.start("continued")
        if mark and mark.end() < len(line.text):
            self.add(draft, line, mark.end())

    # bodies

    def take_body(self, lines: list[_Line], place: int) -> None:
        line = lines[place]
        if not self.is_open() or self.open is None:
            self.begin(line)
        elif not self.pending:
            tail = find_tail(line.text)
            if tail and tail[0] and _is_caption(tail[1]) and len(self.open.paragraphs) > 1 and _ENDED.search(self.last_text(self.open)):
                self.add_caption(line)
            else:
                self.add(self.open, line)
        elif self.is_torn(lines, place):
            for torn in self.pending:
                self.add(self.open, torn)
            self.pending.clear()
            self.add(self.open, line)
        elif self.is_new_article(lines, place):
            self.begin(line)
        else:
            self.flush_subheads()
            self.add(self.open, line)

    def is_torn(self, lines: list[_Line], place: int) -> bool:
        """Whether a line that looks like a headline is the torn beginning of the body line after it."""
        if len(self.pending) != 1 or self.pending[0].level or self.open is None:
            return False
        if _NEVER_FIRST.match(lines[place].text):
            return True
        paragraphs, closing = self.look_ahead(lines, place)
        near = self.pending[0].gap <= self.usual_gap
        return near and paragraphs <= 2 and _is_caption(closing) and len(self.open.paragraphs) <= 2 and bool(self.open.heads)

    def is_new_article(self, lines: list[_Line], place: int) -> bool:
        """Whether the waiting headline lines open a new article rather than a part of the open one."""
        first, open_ = self.pending[0], self.open
        if open_ is None or first.level and open_.level:
            return open_ is None or first.level <= open_.level
        wide = first.gap > self.usual_gap
        paragraphs, closing = self.look_ahead(lines, place)
        if wide and (len(self.pending) > 1 or paragraphs <= 3 and _is_caption(closing)):
            return True
        if not (closing or wide or _OPENING.match(lines[place].text)) or _is_parallel(first.text, open_.subheads):
            return False
        section = "".join(line.text for line in lines[place : place + paragraphs])
        earlier = "".join(self.body_of(draft) for draft in self.drafts if draft is not open_)
        topics = _find_topics(self.body_of(open_), earlier)
        return len(topics) >= _TOPICS_NEEDED and sum(topic in section for topic in topics) < 2

    def look_ahead(self, lines: list[_Line], place: int) -> tuple[int, list[Name]]:
        """How many body lines follow without a break, and the names of the credit that closes them."""
        end = place
        while end < len(lines) and lines[end].kind == BODY:
            tail = find_tail(lines[end].text)
            end += 1
            if tail:
                return end - place, tail[1]
        closing = read_credit(lines[end].text) if end < len(lines) and lines[end].kind == CREDIT else []
        return end - place, closing

    def body_of(self, draft: _Draft) -> str:
        return "".join(self.text[lo:hi] for part in draft.paragraphs for lo, hi in part)

    def last_text(self, draft: _Draft) -> str:
        return self.text[slice(*draft.paragraphs[-1][-1])]

    # making drafts

    def start(self, form: str) -> _Draft:
        """A new draft under the waiting headline lines."""
        if self.pending:
            self.group += 1
        heads = _choose_heads(self.pending, self.title)
        draft = _Draft([(line.lo, line.hi) for line in heads], form=form, group=self.group, level=heads[0].level if heads else 0)
        draft.bylines += self.authors
        self.authors = []
        self.pending.clear()
        self.drafts.append(draft)
        self.open = draft
        return draft

    def begin(self, line: _Line) -> None:
        """The first body line of an article, with its dateline taken off."""
        draft = self.open
        if draft is None or draft.paragraphs or draft.form == "brief":
            draft = self.start("article")
        elif self.pending:  # headline lines after the byline line
            draft.heads += [(head.lo, head.hi) for head in self.pending]
            self.pending.clear()
        dateline = read_dateline(line.text)
        draft.dateline = dateline.text
        draft.bylines += _shift(dateline.names, line.lo)
        self.add(draft, line, dateline.end)
        if not draft.heads and draft.closed and len(draft.paragraphs) == 1 and _is_caption(draft.bylines):
            draft.form = "caption"

    def add_caption(self, line: _Line, cut: int = 0) -> None:
        """A caption between the paragraphs of an article, which goes on after it."""
        draft = _Draft(form="caption", group=-1)
        self.drafts.append(draft)
        self.add(draft, line, cut)

    def add(self, draft: _Draft | None, line: _Line, cut: int = 0) -> None:
        """Adds a body line to a draft, without its closing byline; torn paragraphs are joined."""
        lo, body = line.lo + cut, line.text[cut:]
        if draft is None or not body:
            return
        if turn := _TURN.search(body):
            body = body[: turn.start()].rstrip()
            draft.closed = True
        if body and (tail := find_tail(body)):
            draft.bylines += _shift(tail[1], lo)
            body = body[: tail[0]].rstrip()
            draft.closed = True
        if not body:
            return
        span = (lo, lo + len(body))
        if draft.paragraphs and not cut and not draft.after_subhead and not _ENDED.search(self.last_text(draft)):
            draft.paragraphs[-1].append(span)
        else:
            draft.paragraphs.append([span])
        draft.after_subhead = False

    def flush_subheads(self) -> None:
        """The waiting headline lines stay in the open article as paragraphs."""
        if self.open is not None and self.pending:
            self.open.paragraphs += [[(line.lo, line.hi)] for line in self.pending]
            self.open.subheads += [line.text for line in self.pending]
            self.open.after_subhead = True
        self.pending.clear()


def _shift(names: Iterable[Name], by: int) -> list[Name]:
    return [(role, (lo + by, hi + by)) for role, (lo, hi) in names]


def _is_caption(names: list[Name]) -> bool:
    """Whether a closing credit names photographers only."""
    return bool(names) and all(role == "photographer" for role, _ in names)


# ── headlines ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_SLOGAN = re.compile(f"[{HAN}“”]{{4,10}}[ ，！][{HAN}“”]{{4,10}}！?")
_LOCAL = re.compile("[省市区县镇乡村]|街道|公司|学校|法院|检察院|[0-9]")
_OPENING = re.compile("(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|昨日|连日来|近期|为(?:了|进一步|切实|深入|认真|全面|加强|贯彻)|今年以来|去年以来")
_TOPICS = 16  # triples of an article that are looked at
_TOPICS_NEEDED = 4  # fewer say nothing of what the article is about
_TRIPLE = re.compile(f"[{HAN}]{{3}}")


def _choose_heads(heads: list[_Line], title: str) -> list[_Line]:
    """Headline lines without the page's banner, section labels, and what stands above the line that the page's own title gives."""
    named = [place for place, line in enumerate(heads) if len(line.text) > 5 and line.text in title]
    if named:
        heads = heads[named[0] :]
    if len(heads) > 1 and _LABEL.fullmatch(heads[0].text):
        heads = heads[1:]
    if len(heads) > 2 and _SLOGAN.fullmatch(heads[0].text) and not _LOCAL.search(heads[0].text):
        heads = heads[1:]
    return list(heads)


def _is_parallel(head: str, subheads: list[str]) -> bool:
    """Whether a line is built like the subheads before it: 一、 二、, 细心… 热心…, as many halves of the same length."""
    parts = [len(part) for part in head.split()]
    return any(
        [len(part) for part in other.split()] == parts
        or len(parts) > 1 and len(other.split()) == len(parts)
        or head[:2] == other[:2]
        or (head[1:2] == other[1:2] and head[1:2] in "、．心")
        for other in subheads
    )  # fmt: skip


def _find_topics(body: str, earlier: str) -> list[str]:
    """Character triples that an article comes back to and that the articles before it have not: its names and subjects."""
    counts = Counter(body[at : at + 3] for at in range(len(body) - 2))
    often = sorted((-count, triple) for triple, count in counts.items() if count > 1 and triple not in earlier and _TRIPLE.fullmatch(triple))
    return [triple for _, triple in often[:_TOPICS]]


def _share_heads(drafts: list[_Draft], text: str) -> None:
    """Gives the lines of one headline block to the articles below it, by shared words, where there are several of both."""
    groups: dict[int, list[_Draft]] = {}
    for draft in drafts:
        if draft.form == "article":
            groups.setdefault(draft.group, []).append(draft)
    for members in groups.values():
        heads = [head for draft in members for head in draft.heads]
        if len(heads) > 1 and len(members) > 1:
            for draft in members:
                draft.heads = []
            for head, draft in sorted(_match_heads(heads, members, text), key=lambda pair: pair[0]):
                draft.heads.append(head)


def _match_heads(heads: list[Span], drafts: list[_Draft], text: str) -> Iterator[tuple[Span, _Draft]]:
    """Each headline with the article that shares most with it; no article gets a second one before all have one."""
    bodies = ["".join(text[lo:hi] for part in draft.paragraphs for lo, hi in part) for draft in drafts]
    scores = {
        (h, d): _overlap(text[slice(*head)], body) - 0.001 * abs(h - d) for h, head in enumerate(heads) for d, body in enumerate(bodies)
    }
    free_heads, free_drafts = set(range(len(heads))), set(range(len(drafts)))
    for h, d in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if h in free_heads and d in free_drafts:
            free_heads.discard(h)
            free_drafts.discard(d)
            yield heads[h], drafts[d]
    for h in sorted(free_heads):
        yield heads[h], drafts[max(range(len(drafts)), key=lambda d: scores[h, d])]


def _overlap(head: str, body: str) -> float:
    """Share of the headline's character pairs that the body has."""
    pairs = {head[at : at + 2] for at in range(len(head) - 1) if head[at : at + 2].isalnum()}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def _cut_title(drafts: list[_Draft], text: str, title: str) -> None:
    """Makes the page's own title the headline of a single article whose first paragraph begins with it."""
    if len(drafts) == 1 and not drafts[0].heads and title:
        lo, hi = drafts[0].paragraphs[0][0]
        if text.startswith(title, lo) and lo + len(title) < hi:
            rest = lo + len(title)
            rest += len(text[rest:hi]) - len(text[rest:hi].lstrip())
            drafts[0].heads.append((lo, lo + len(title)))
            drafts[0].paragraphs[0][0] = (rest, hi)


# ── repeated text ────────────────────────────────────────────────────────────────────────────────────────────────────────

_TAIL_SIZE = 8  # last characters by which a repeated paragraph is suspected
_LONG_REPEAT = 40  # characters at a paragraph's end that only a broken OCR repeats


def _drop_repeats(draft: _Draft, text: str) -> None:
    """Takes out paragraphs, and long ends of paragraphs, that repeat another of the same article.

    The later copy goes; but where the article begins with copies of later text, those go, since the page's columns were read in a wrong order.
    """
    bodies = ["".join(text[lo:hi] for lo, hi in part) for part in draft.paragraphs]
    ends: dict[str, list[int]] = {}
    for place, body in enumerate(bodies):
        ends.setdefault(body[-_TAIL_SIZE:], []).append(place)
    gone: set[int] = set()
    for places in ends.values():
        for at, late in enumerate(places):
            for early in places[:at]:
                if early not in gone and late not in gone:
                    _judge_repeat(draft, bodies, early, late, gone)
    if gone:
        draft.paragraphs = [part for place, part in enumerate(draft.paragraphs) if place not in gone]


def _judge_repeat(draft: _Draft, bodies: list[str], early: int, late: int, gone: set[int]) -> None:
    first, second = bodies[early], bodies[late]
    if len(second) > _TAIL_SIZE and second[1:] in first and not all(place in gone for place in range(early)):
        gone.add(late)
    elif len(first) > _TAIL_SIZE and first[1:] in second:
        gone.add(early)
    elif second[1:] in first and len(second) > _TAIL_SIZE:
        gone.add(late)
    else:
        size = _common_end(first, second)
        if size >= _LONG_REPEAT:
            _cut_end(draft.paragraphs[late], size)


def _common_end(first: str, second: str) -> int:
    size = 0
    while size < min(len(first), len(second)) and first[-1 - size] == second[-1 - size]:
        size += 1
    return size


def _cut_end(paragraph: list[Span], size: int) -> None:
    while paragraph and size >= paragraph[-1][1] - paragraph[-1][0] and len(paragraph) > 1:
        size -= paragraph[-1][1] - paragraph[-1][0]
        paragraph.pop()
    lo, hi = paragraph[-1]
    paragraph[-1] = (lo, max(lo + 1, hi - size))


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_LONG_QUOTE = 60  # a longer quotation is divided at its own full stops
_STOP = re.compile("[。！？]+[”’）》】〕]*|[“（]")
_PLAIN_STOP = re.compile("[。！？]+[’）》】〕]*")
_SAYING = re.compile("[^，。！？“”：\n]{0,28}(?:说|道|表示|介绍|坦言|感慨|感叹|回忆|解释|告诉[^，。“]{1,8}|称)[。，：！]|[的等后时、，；。]|[^。！？\n]{1,4}[。！？]")


def find_sentence_spans(text: str) -> Iterator[Span]:
    """Half-open spans of the sentences of working text.

    A sentence ends at 。！？ or at the line's end; a closing quote or bracket belongs to it. A quotation or bracket of up to 60 characters is not
    divided, and what names its speaker (“……。”甲说。) stays with it.
    """
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        lo = at
        for hi in _find_ends(text, at, end):
            if text[lo:hi].strip():
                yield lo, hi
                lo = hi
        at = end + 1


def _find_ends(text: str, at: int, end: int) -> Iterator[int]:
    """Where the sentences of one line end, the line's end included."""
    if text.find("“", at, end) < 0 and text.find("（", at, end) < 0:
        last = at
        for stop in _PLAIN_STOP.finditer(text, at, end):
            last = stop.end()
            yield last
        if last < end:
            yield end
        return
    yield from _find_quoted_ends(text, at, end)


def _find_quoted_ends(text: str, at: int, end: int) -> Iterator[int]:
    place, last = at, at
    while stop := _STOP.search(text, place, end):
        place = stop.end()
        if stop[0] in "“（":
            close = text.find("”" if stop[0] == "“" else "）", place, end)
            if close < 0 or close - place > _LONG_QUOTE:
                continue
            speech = stop[0] == "“" and text[close - 1] in "。！？" and (stop.start() == last or text[stop.start() - 1] in "：，。！？”")
            place = close + 1
            if not speech:
                continue
        elif stop[0][-1] in "。！？" and text.startswith("”", place):
            place += 1
        if text[place - 1] in "”’" and (text.startswith("“", place) or _SAYING.match(text, place, end)):
            if not text.startswith("“", place):
                continue
        last = place
        yield place
    if last < end:
        yield end


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def split_page(page: Page) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of a page in reading order, a masthead that names people last, and what was skipped."""
    if not page.text.strip():
        return (), (Problem(page.name, "empty: no text"),)
    text, offsets = _unwrap(*fold(page.text), page.text)
    title = fold(page.title)[0].strip()
    gatherer = _Gatherer(text, title)
    gatherer.walk(list(_read_lines(text)))
    drafts = [draft for draft in gatherer.drafts if draft.paragraphs]
    _share_heads(drafts, text)
    _cut_title(drafts, text, title)
    for draft in drafts:
        _drop_repeats(draft, text)
    problems = () if drafts else (Problem(page.name, "no article: nothing but masthead, headlines or furniture"),)
    known = _find_dates(page, gatherer.masthead, drafts, text)
    if gatherer.masthead.bylines or not drafts and gatherer.masthead.paragraphs:
        drafts.append(gatherer.masthead)
    maker = _Maker(page, text, offsets, *known)
    return tuple(maker.make(draft, number) for number, draft in enumerate(drafts, 1)), problems


def _find_dates(page: Page, masthead: _Draft, drafts: list[_Draft], text: str) -> tuple[date | None, date | None]:
    """The page's own date, and a day that fixes the year of leads."""
    printed = "\n".join(text[lo:hi] for part in masthead.paragraphs for lo, hi in part)
    page_date = page.date or find_page_date(printed, page.url)
    leads = ["".join(text[lo:hi] for lo, hi in draft.paragraphs[0]) for draft in drafts]
    return page_date, page_date or find_anchor(leads, text)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes articles out of the drafts of one page."""

    page: Page
    text: str
    offsets: array[int]
    page_date: date | None
    anchor: date | None

    def make(self, draft: _Draft, number: int) -> Article:
        text, offsets, body = self.lay(draft)
        lead = text[body : text.find("\n", body)]
        dated = find_lead_date(draft.dateline, lead, self.anchor, self.page_date)
        return Article(
            id=f"{self.page.sha256[:12]}-{number:03d}",
            page=self.page.sha256,
            number=number,
            headline=" ".join(self.text[lo:hi] for lo, hi in draft.heads),
            text=text,
            offsets=offsets,
            body=body,
            sentences=tuple(self.find_sentences(text, offsets)),
            bylines=tuple(self.make_bylines(draft)),
            date=self.page_date if draft.form == "masthead" else dated,
            form=draft.form,
        )

    def lay(self, draft: _Draft) -> tuple[str, array[int], int]:
        """Working text with its offsets and the place where the body begins."""
        pieces: list[str] = []
        places = array("I")
        body = 0
        for number, line in enumerate([*([head] for head in draft.heads), *draft.paragraphs]):
            if number == len(draft.heads):
                body = len(places)
            for lo, hi in line:
                pieces.append(self.text[lo:hi])
                places.extend(self.offsets[lo:hi])
            pieces.append("\n")
            places.append(places[-1] + 1)
        places.append(places[-1])
        return "".join(pieces), places, body

    def find_sentences(self, text: str, offsets: array[int]) -> Iterator[Sentence]:
        source = self.page.text
        for lo, hi in find_sentence_spans(text):
            while text[lo] == " ":
                lo += 1
            while text[hi - 1] == " ":
                hi -= 1
            start, end = offsets[lo], offsets[hi - 1] + 1
            yield Sentence(start, end, source[start:end], lo, hi)

    def make_bylines(self, draft: _Draft) -> Iterator[Byline]:
        seen: set[tuple[str, str]] = set()
        for role, (lo, hi) in draft.bylines:
            name = self.text[lo:hi].replace(" ", "")
            if (role, name) not in seen:
                seen.add((role, name))
                yield Byline(role, name, self.offsets[lo], self.offsets[hi - 1] + 1)
