"""Page → articles → sentences.

A page is folded once (``text.fold``). Its lines, each with its kind (``lines``), are walked in order and gathered into drafts;
each draft becomes an ``Article`` whose text and offsets are slices of the folded page. So every character of an article knows its
place on the page, whatever was joined or left out in between: furniture, bylines, datelines, text that a broken column repeats.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median

from kg.bylines import Name, Span, find_tail, is_medium, read_authors, read_credit, read_dateline, read_list_of_names, read_staff
from kg.dates import find_anchor, find_lead_date, find_page_date
from kg.layout import lay_out
from kg.lines import (
    CONTINUED,
    MARKED,
    NEVER_FIRST,
    PAGE_LABEL,
    PICTURE_MARKS,
    SECTION_LABEL,
    TURN,
    Line,
    LineKind,
    is_whole,
    read_lines,
    sort_text,
)
from kg.model import Article, Byline, Page, Problem, Sentence
from kg.text import HAN, fold

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
    pictured: bool = False  #: that of a picture
    after_subhead: bool = False
    group: int = 0  #: drafts under one headline block have one number
    level: int = 0  #: of its Markdown head


# bounds that keep the work linear in the page's length
_NEIGHBOURS = 12  # articles before the open one, and subheads in it, that are compared with what follows
_LAST_PARAGRAPHS = 60  # of one article
_MOST_PARTS = 60  # of a round-up
_MOST_PAIRS = 400  # of headline lines and bodies under one block
_MOST_COPIES = 20  # of one paragraph, each compared with each

# ★在某小学实地督查: what a picture between the paragraphs shows, and no headline.
_SCENE = re.compile(
    "在[^，。；：“”！？]{2,24}?(?:督查|督导|督办|调研|检查|察看|查看|参观|考察|视察|走访|慰问|看望|座谈|观摩|指导|巡查|了解情况)"
)

_PARAGRAPH_LEAST, _STOPLESS_LEAST, _STOPLESS_WHOLE = 24, 4, 0.2  # characters, lines, share of lines that end with a stop
_STOPLESS_TORN = 0.1  # share of lines that begin or end within a clause
_SUBHEAD_LONGEST = 250  # characters of a line that sums up the report below it
_PREFACE_LONGEST = 150  # characters of a caption or summary under a headline


class _Gatherer:
    """Walks the lines of one page and gathers drafts."""

    def __init__(self, text: str, title: str) -> None:
        self.text = text
        self.title = title
        self.drafts: list[_Draft] = []
        self.masthead = _Draft(form="masthead")
        self.open: _Draft | None = None  # the article that a body line goes on with
        self.pending: list[Line] = []  # headline lines that wait for a body
        self.authors: list[Name] = []  # names between headline and body
        self.parted: _Draft | None = None  # the article that the columns of the open one are mixed with
        self.group = 0
        self.usual_gap = 0
        self.roundup = False
        self.stopless = False

    def walk(self, lines: list[Line]) -> None:
        gaps = Counter(line.gap for line in lines[1:])
        self.roundup = _is_roundup(lines, self.title)
        self.stopless = _is_stopless(lines)
        self.usual_gap = min(gaps, key=lambda gap: (-gaps[gap], gap), default=0)
        for place, line in enumerate(lines):
            if line.kind == LineKind.HEAD and is_medium(line.text):
                self.take_masthead(line)  # 某县融媒体中心
            elif line.kind == LineKind.HEAD:
                self.take_head(lines, place)
            elif line.kind == LineKind.BODY:
                self.take_body(lines, place)
            elif line.kind == LineKind.CREDIT:
                self.take_credit(line, below=_kind_below(lines, place))
            else:
                self.take_other(line)
        if self.pending and self.is_open():
            self.flush_subheads()

    def take_other(self, line: Line) -> None:
        if line.kind == LineKind.LEAD:
            self.begin(line)
        elif line.kind == LineKind.MARK:
            self.take_marked(line)
        elif line.kind == LineKind.CONTINUED:
            self.take_continued(line)
        elif line.kind == LineKind.INFO:
            self.take_info(line)
        elif line.kind == LineKind.MASTHEAD:
            self.take_masthead(line)
        elif line.kind == LineKind.END:
            self.pending.clear()
            if self.open is not None:
                self.open.closed = True

    def is_open(self) -> bool:
        """Whether an article is under way that a body line or subhead can belong to."""
        return self.open is not None and not self.open.closed and bool(self.open.paragraphs)

    # furniture

    def take_masthead(self, line: Line) -> None:
        self.masthead.paragraphs.append([(line.lo, line.hi)])
        self.masthead.bylines += _shift(read_staff(line.text), line.lo)
        names = _shift(read_authors(line.text), line.lo)
        if self.open is not None and not self.pending:
            self.open.bylines += names
        else:
            self.authors += names

    def take_info(self, line: Line) -> None:
        """来源： 作者： 时间： lines: their people belong to the article below, or to the one above where that is under way."""
        if self.is_open() and not PAGE_LABEL.search(line.text):
            self.flush_subheads()
            self.add(self.open, line)  # a notice's own 时间：, 地点：, 电话：
            return
        self.take_masthead(line)
        if self.open is not None and self.is_open() and not self.pending and _SOURCE_BELOW.match(line.text):
            self.open.closed = True  # （来源：某网 编辑：甲） below an article: what follows is another one

    # bylines, briefs, continued pieces

    def take_credit(self, line: Line, *, below: LineKind) -> None:
        names = _shift(read_credit(line.text) or read_list_of_names(line.text, least=1), line.lo)
        bracketed = line.text[0] in "（【〔"
        before_body = below == LineKind.BODY
        if all(role == "editor" for role, _ in names):
            self.take_masthead(line)
            if self.open is not None and self.is_open() and not self.pending:
                self.open.closed = True
        elif self.pending and (not self.is_open() or self.is_of_next(names, below, bracketed=bracketed)):
            self.start("article").bylines += names
        elif before_body and not bracketed and not _is_caption(names) and self.is_signed():
            self.start("article").bylines += names  # its own reporters stand at its head: these are of the next one
        elif self.open is not None:
            self.flush_subheads()
            self.open.bylines += names
            self.open.closed = bool(self.open.paragraphs)
            self.open.pictured = _is_caption(names) and bool(self.open.heads)
            if len(self.open.paragraphs) == 1 and not self.open.heads and _is_caption(self.open.bylines):
                self.open.form = "caption"
        elif not self.drafts:
            self.start("article").bylines += names  # a page without a headline begins with its reporter

    def is_of_next(self, names: list[Name], below: LineKind, *, bracketed: bool) -> bool:
        """Whether a credit under a waiting line is of the article below it, and the line no last one of the article above."""
        if bracketed or _is_caption(names):
            return False
        return below in (LineKind.BODY, LineKind.LEAD) or (self.is_signed() and below == LineKind.HEAD)

    def is_signed(self) -> bool:
        """Whether the open article has a dateline with its reporters."""
        return self.is_open() and self.open is not None and bool(self.open.dateline) and bool(self.open.bylines)

    def take_head(self, lines: list[Line], place: int) -> None:
        """A headline line, or the bare names of its reporters under one."""
        line = lines[place]
        least = 1 if line.text[0] in "□■◎●○◇◆▲△★" else 2
        names = read_list_of_names(line.text, least=least) if self.pending and _follows(lines, place, LineKind.BODY) else []
        if names:
            self.start("article").bylines += _shift(names, line.lo)
        elif self.open is not None and self.is_closing(lines, place):
            names = read_list_of_names(line.text, bare="correspondent")
            self.open.bylines += _shift(names, line.lo)
            self.open.closed = True
        elif all(head.text != line.text for head in self.pending):
            self.pending.append(line)  # but the same line twice is one

    def is_closing(self, lines: list[Line], place: int) -> bool:
        """Whether the bare names of two or more writers are the last line of a report: between a full stop and nothing more."""
        if not self.is_open() or self.pending or lines[place - 1].kind not in (LineKind.BODY, LineKind.LEAD):
            return False
        after = lines[place + 1].kind if place + 1 < len(lines) else LineKind.END
        ends = after in (LineKind.END, LineKind.MASTHEAD, LineKind.INFO, LineKind.JUNK, LineKind.CREDIT)
        whole = self.open is not None and is_whole(self.last_text(self.open)) and not self.open.bylines
        return ends and whole and bool(read_list_of_names(lines[place].text))

    def take_marked(self, line: Line) -> None:
        mark = MARKED.match(line.text)
        cut = mark.end() if mark else 0
        rest = line.text[cut:]
        tail = find_tail(rest)
        if self.is_open() and self.open is not None and self.open.form == "article" and _SCENE.fullmatch(rest):
            self.flush_subheads()
            self.add(self.open, line, cut)
            self.open.after_subhead = True
        elif rest and tail is None and sort_text(rest) == LineKind.HEAD and len(rest) < 30:
            self.pending.append(Line(LineKind.HEAD, line.lo + cut, line.hi, rest, line.gap))
        elif line.text[0] in PICTURE_MARKS or (tail and _is_caption(tail[1])):
            if all(_is_label(head.text) for head in self.pending):
                self.pending.clear()
            self.add_caption(line, cut)
        elif self.is_open() and self.open is not None and self.open.form == "article" and not self.pending:
            self.add(self.open, line)  # a list inside an article
        else:
            self.pending.clear()
            self.add(self.start("brief"), line, cut)
            if tail and _COMPILED.search(rest):
                self.sign_briefs(_shift(tail[1], line.lo + cut))

    def sign_briefs(self, names: list[Name]) -> None:
        """A compiler's name at the last brief of a row (甲 整理) is that of all of them."""
        for draft in reversed(self.drafts[:-1]):
            if draft.form != "brief" or draft.bylines:
                return
            draft.bylines += names

    def take_continued(self, line: Line) -> None:
        mark = CONTINUED.match(line.text)
        draft = self.start("continued")
        if mark and mark.end() < len(line.text):
            self.add(draft, line, mark.end())

    # bodies

    def take_body(self, lines: list[Line], place: int) -> None:
        line = lines[place]
        if self.open is not None and self.open.pictured and not self.pending and find_tail(line.text) is None:
            self.open.closed = self.open.pictured = False  # the picture stood between two paragraphs
        broken = self.find_torn(line) if not self.pending else None
        if broken is not None:
            self.open, self.parted = broken, self.open
            self.add(broken, line)
        elif not self.is_open() or self.open is None:
            self.begin(line)
        elif not self.pending:
            tail = find_tail(line.text)
            whole = is_whole(self.last_text(self.open))
            apart = len(self.open.paragraphs) > 1 or _PICTURE.match(line.text) or "。" not in line.text
            if whole and apart and tail and tail[0] and _is_caption(tail[1]):
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

    def find_torn(self, line: Line) -> _Draft | None:
        """The article that a line goes on with, where it is not the open one: a box, or a column, stood between its columns.

        It broke off in mid-sentence, and the open one is closed or shares much less with the line.
        """
        if self.open is None or not self.open.paragraphs or self.open.form != "article" or _OPENING.match(line.text):
            return None
        other = self.parted or self.find_broken()
        if other is None or (self.open.closed and other.closed):
            return None
        if self.open.closed:
            return other
        if other.closed or not is_whole(self.last_text(self.open)):
            return None
        here, there = self.kinship(line, self.open), self.kinship(line, other)
        return other if there > (here if self.parted else 2 * here + _MIXED) else None

    def kinship(self, line: Line, draft: _Draft) -> float:
        """How much a line has in common with an article: its character triples, and the word that it begins with."""
        known = "".join(self.text[slice(*head)] for head in draft.heads) + self.body_of(draft)
        return _shared(line.text, known) + (_BEGINS_ALIKE if line.text[:3] in known else 0.0)

    def find_broken(self) -> _Draft | None:
        """The article before the open one, where it breaks off in mid-sentence under a headline of its own."""
        earlier = [draft for draft in self.drafts[-3:] if draft is not self.open and draft.form == "article"]
        if not earlier or earlier[-1].closed or not earlier[-1].paragraphs or earlier[-1].group == self.group:
            return None
        last = self.last_text(earlier[-1])
        return earlier[-1] if len(last) > _TORN_LEAST and not is_whole(last) else None

    def is_torn(self, lines: list[Line], place: int) -> bool:
        """Whether a line that looks like a headline is the torn beginning of the body line after it."""
        if len(self.pending) != 1 or self.pending[0].level or self.open is None:
            return False
        if NEVER_FIRST.match(lines[place].text):
            return True
        paragraphs, closing = self.look_ahead(lines, place)
        near = self.pending[0].gap <= self.usual_gap
        return near and paragraphs <= 2 and _is_caption(closing) and len(self.open.paragraphs) <= 2 and bool(self.open.heads)

    def is_new_article(self, lines: list[Line], place: int) -> bool:
        """Whether the waiting headline lines open a new article rather than a part of the open one."""
        first, open_ = self.pending[0], self.open
        if any(head.text.startswith(_BELOW) for head in self.pending[1:]) or read_dateline(lines[place].text).names:
            return True
        if self.roundup or any(_NOTICE.search(head.text) for head in self.pending):
            return True
        if open_ is None or (first.level and open_.level):
            return open_ is None or first.level <= open_.level
        wide = first.gap > self.usual_gap
        paragraphs, closing = self.look_ahead(lines, place)
        picture = paragraphs <= 3 and _is_caption(closing)
        if wide and (len(self.pending) > 1 or picture):
            return True
        if picture and open_.dateline and not open_.subheads:
            return True  # the open article has its byline at its head: this credit is not its own
        if _is_parallel(first.text, open_.subheads[-_NEIGHBOURS:]):
            return False
        section = "".join(line.text for line in lines[place : place + paragraphs])
        earlier = "".join(self.body_of(draft) for draft in self.drafts[-_NEIGHBOURS:] if draft is not open_)
        topics = _find_topics(self.body_of(open_), earlier)
        shared = sum(topic in section for topic in topics)
        if _reports(lines[place].text) and (open_.dateline or _reports(self.body_of(open_))) and len(first.text) >= _REPORT_HEAD:
            return len(topics) >= _TOPICS_NEEDED and shared * 2 < len(topics)  # each report opens with its own day
        if closing or wide or _OPENING.match(lines[place].text):
            return len(topics) >= _TOPICS_NEEDED and shared < 2
        return len(topics) >= _TOPICS_SURE and not shared and len(section) > _SECTION

    def look_ahead(self, lines: list[Line], place: int) -> tuple[int, list[Name]]:
        """How many body lines follow without a break, and the names of the credit that closes them."""
        end = place
        while end < len(lines) and lines[end].kind == LineKind.BODY:
            tail = find_tail(lines[end].text)
            end += 1
            if tail:
                return end - place, tail[1]
        closing = read_credit(lines[end].text) if end < len(lines) and lines[end].kind == LineKind.CREDIT else []
        return end - place, closing

    def body_of(self, draft: _Draft) -> str:
        """What a draft holds so far; of a very long one the last paragraphs."""
        return "".join(self.text[lo:hi] for part in draft.paragraphs[-_LAST_PARAGRAPHS:] for lo, hi in part)

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
        self.open, self.parted = draft, None
        return draft

    def begin(self, line: Line) -> None:
        """The first body line of an article, with its dateline taken off."""
        subhead = self.is_long_subhead(line)
        if not subhead:
            self.leave_preface(line)
        draft = self.open
        if draft is not None and subhead:
            self.flush_subheads()
        elif draft is None or draft.paragraphs or draft.form == "brief":
            draft = self.start("article")
        elif self.pending:  # headline lines after the byline line
            draft.heads += [(head.lo, head.hi) for head in self.pending]
            self.pending.clear()
        dateline = read_dateline(line.text)
        draft.dateline = dateline.text
        told = _shift(dateline.names, line.lo)
        draft.bylines = [*self.not_told(draft.bylines, told), *told]
        self.add(draft, line, dateline.end)
        if not draft.heads and draft.closed and len(draft.paragraphs) == 1 and _is_caption(draft.bylines):
            draft.form = "caption"

    def is_long_subhead(self, line: Line) -> bool:
        """Whether what stands between headline and report is one more headline line, without a full stop but too long for one."""
        if line.kind != LineKind.LEAD or not self.is_open() or self.open is None or self.open.dateline:
            return False
        body = self.body_of(self.open)
        return bool(self.open.heads) and not self.open.bylines and "。" not in body and len(body) <= _SUBHEAD_LONGEST

    def not_told(self, names: list[Name], told: list[Name]) -> list[Name]:
        """Names of the lines above without the writers whose role the dateline tells: 作者：甲 …… （通讯员 甲）."""
        writers = {self.text[lo:hi].replace(" ", "") for role, (lo, hi) in told if role in _WRITERS}
        return [
            (role, (lo, hi))
            for role, (lo, hi) in names
            if role not in _WRITERS or self.text[lo:hi].replace(" ", "") not in writers
        ]

    def leave_preface(self, line: Line) -> None:
        """Frees the headline from a caption or summary that stands between it and 本报讯: the report below takes it."""
        draft = self.open
        if line.kind != LineKind.LEAD or self.pending or draft is None or draft.form != "article":
            return
        if not draft.heads or draft.dateline or not draft.paragraphs:
            return  # a headline and its reporters: no preface
        if len(self.body_of(draft)) <= _PREFACE_LONGEST and not any(role == "correspondent" for role, _ in draft.bylines):
            heads, draft.heads, draft.form = draft.heads, [], "caption"
            self.open = _Draft(heads, group=draft.group, level=draft.level)
            self.drafts.append(self.open)

    def add_caption(self, line: Line, cut: int = 0) -> None:
        """A caption between the paragraphs of an article, which goes on after it."""
        draft = _Draft(form="caption", group=-1)
        self.drafts.append(draft)
        self.add(draft, line, cut)

    def add(self, draft: _Draft | None, line: Line, cut: int = 0) -> None:
        """Adds a body line to a draft, without its closing byline; torn paragraphs are joined."""
        lo, body = line.lo + cut, line.text[cut:]
        if draft is None or not body:
            return
        if turn := TURN.search(body):
            body = body[: turn.start()].rstrip()
            draft.closed = True
        if body and (tail := find_tail(body)):
            draft.bylines += _shift(tail[1], lo)
            body = body[: tail[0]].rstrip()
            draft.closed = draft.closed or bool(tail[1]) or _SENT.search(line.text) is not None
        if not body:
            return
        span = (lo, lo + len(body))
        torn = bool(draft.paragraphs) and not is_whole(self.last_text(draft)) and not self.stopless
        if torn and not cut and not draft.after_subhead:
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


def _follows(lines: list[Line], place: int, kind: LineKind) -> bool:
    """Whether the next line is of a kind."""
    return place + 1 < len(lines) and lines[place + 1].kind == kind


def _kind_below(lines: list[Line], place: int) -> LineKind:
    """The kind of the first line below that is no credit; END below the last one."""
    return next((line.kind for line in lines[place + 1 :] if line.kind != LineKind.CREDIT), LineKind.END)


def _is_label(head: str) -> bool:
    """Whether a short line is what a row of short news is called, and no headline: 招商快讯, 图片新闻."""
    return len(head) <= _LABEL_LONGEST and (SECTION_LABEL.fullmatch(head) or _ROUNDUP.search(head)) is not None


# 记者：甲 |摄像：|乙, 文/甲 |图/|乙: before the name of who took the picture, and of no other.
_SHOT_LABEL = re.compile(r"(?:摄 ?[影像]|[配供]图|图 ?片?|航 ?拍|拍 ?摄|照 ?片) ?[：:/|]")


def _is_caption(names: list[Name]) -> bool:
    """Whether a closing credit names photographers only."""
    return bool(names) and all(role == "photographer" for role, _ in names)


# ── headlines ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_SLOGAN = re.compile(f"[{HAN}“”]{{4,10}}[ ，！][{HAN}“”]{{4,10}}！?")
_LOCAL = re.compile("[省市区县镇乡村]|街道|公司|学校|法院|检察院|[0-9]")
_OPENING = re.compile(
    "(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|昨日|连日来|近期|今年以来|去年以来|为(?:了|进一步|切实|深入|认真|全面|加强|贯彻)"
)
_COMPILED = re.compile("(?:整理|综合)[）】〕]?$")
_SENT = re.compile("供稿[）】〕]?$")  #: closes an article though it names nobody
_PICTURE = re.compile("[上下左右题本]?图[为①1一]|[上下左右]图")
_NOTICE = re.compile(
    "(?=[公办委局指政院（])(?:"
    "(?:委员会|政府|[局院]|办公室|指挥部|公司)(?:公告|通告|公示|通知|任免名单)$|"
    f"^（[{HAN}0-9〔〕]{{0,10}}第?[0-9一二三四五六七八九十]+号）$"
    ")"
)
_BELOW = ("——", "—", "--")  #: a line that begins so is the sub-headline of the line above
_BANNER = re.compile(f"[{HAN} ]{{2,6}}(?:[日晚早晨时周快新导商]报|都市报|时讯|周刊|新闻|今报)")
_CAPTION_LONGEST = 200  # characters of a text below a picture
_TORN_LEAST = 20  # characters that a line broken off at a column's end has
_BEGINS_ALIKE = 0.1
_MIXED = 0.03  # share of its character triples by which a line must favour the article it is given back to
_LABEL_LONGEST = 8
_WRITERS = frozenset({"reporter", "correspondent"})
_TOPICS = 16  # triples of an article that are looked at
_TOPICS_NEEDED = 4  # fewer say nothing of what the article is about
_TOPICS_SURE = 10  # needed where nothing but the words tells a new article
_SECTION = 100  # characters that a section must have, to be told by its words alone
_TRIPLE = re.compile(f"[{HAN}]{{3}}")


def _choose_heads(heads: list[Line], title: str) -> list[Line]:
    """Headline lines without the page's banner, its section labels, and what stands above the line that its own title gives."""
    named = [place for place, line in enumerate(heads) if len(line.text) > 5 and line.text in title]
    if named:
        heads = heads[named[0] :]
    if len(heads) > 1 and _BANNER.fullmatch(heads[0].text):
        heads = heads[1:]
    if len(heads) > 1 and SECTION_LABEL.fullmatch(heads[0].text):
        heads = heads[1:]
    below = len(heads) > 1 and heads[1].text.startswith(_BELOW)
    if len(heads) > 2 and _SLOGAN.fullmatch(heads[0].text) and not _LOCAL.search(heads[0].text) and not below:
        heads = heads[1:]
    return list(heads)


def _is_parallel(head: str, subheads: list[str]) -> bool:
    """Whether a line is built like a subhead before it: as many halves of two or more, or one of the same length."""
    sizes = [len(part) for part in head.split()]
    others = [[len(part) for part in other.split()] for other in subheads]
    alike = any(size == sizes or (len(sizes) > 1 and len(size) == len(sizes)) for size in others)
    return alike or any(_is_numbered(head, other) for other in subheads)


def _is_numbered(head: str, other: str) -> bool:
    """Whether two lines begin alike, as members of one list: 一、… 二、…, 守土有责… 守土尽责…, 细心… 热心…."""
    return head[:2] == other[:2] or (head[1:2] == other[1:2] and head[1:2] in "、．.心")


_ROUNDUP = re.compile("快讯|简讯|短讯|速览|速递|短波|集锦|一句话新闻|要闻摘要|动态$")
_ROUNDUP_SHARE = 0.06  # parts of one article share more of their character triples
_PART_LONGEST = 350  # characters of one short news item, on average
_REPORT_HEAD = 10  # characters of a headline of a report; parts of one report have shorter ones
_DAY_FIRST = re.compile(r"[^，。]{1,16}讯[ （]|(?:近日|日前|昨日|昨天|连日来|(?:\d{4}年)?\d{1,2}月\d{1,2}日)")


def _reports(paragraph: str) -> bool:
    """Whether a paragraph begins as a report does, with its day."""
    return _DAY_FIRST.match(paragraph) is not None


_SOURCE_BELOW = re.compile("[（【〔]?(?:来 ?源|作 ?者|编 ?辑|责 ?编)")
_FURNITURE = (LineKind.MASTHEAD, LineKind.INFO, LineKind.JUNK, LineKind.END)


def _is_roundup(lines: list[Line], title: str) -> bool:
    """Whether a page is a row of short news, each of a headline and a paragraph or two, rather than an article with subheads.

    The page's own title, or its first line, says so (简讯, 要闻速览); or its parts have little in common with one another.
    """
    lines = [line for line in lines if line.kind not in _FURNITURE]
    kinds = "".join(line.kind.value for line in lines)
    label = title or (lines[0].text if lines else "")
    if len(label) < 14 and _ROUNDUP.search(label):
        return re.fullmatch("h?(?:hb{1,4}){2,}h*", kinds) is not None
    if not re.fullmatch("h?(?:hb{1,2}){3,}h*", kinds) or _is_titled(lines, title):
        return False
    heads = [line.text for line in lines if line.kind == LineKind.HEAD]
    parts = _parts(lines)[:_MOST_PARTS]
    if sum(map(len, parts)) > _PART_LONGEST * len(parts) or sum(map(len, heads)) < 9 * len(heads):
        return False
    some = heads[:_MOST_PARTS]
    if any(_is_numbered(head, other) for place, head in enumerate(some) for other in some[:place]) or _are_sections(some[1:]):
        return False
    shares = [_shared(part, "".join(parts[:place] + parts[place + 1 :])) for place, part in enumerate(parts)]
    return sum(shares) / len(shares) < _ROUNDUP_SHARE


def _is_stopless(lines: list[Line]) -> bool:
    """Whether a page sets its paragraphs without their last full stop, as posts on telephones do, and is not torn to pieces.

    Pieces of torn text begin or end within a clause more often than not.
    """
    bodies = [line.text for line in lines if line.kind in (LineKind.BODY, LineKind.LEAD) and len(line.text) >= _PARAGRAPH_LEAST]
    if len(bodies) < _STOPLESS_LEAST or sum(map(is_whole, bodies)) > _STOPLESS_WHOLE * len(bodies):
        return False
    torn = sum(body[-1] in "，、；：" or NEVER_FIRST.match(body) is not None for body in bodies)
    usual = median(map(len, bodies))
    alike = sum(abs(len(body) - usual) < 4 for body in bodies)  # lines of one column
    return torn <= _STOPLESS_TORN * len(bodies) and 2 * alike <= len(bodies)


def _are_sections(heads: list[str]) -> bool:
    """Whether the headlines below the first are those of its parts: all built alike in two halves, or counted 一 二 三."""
    if len(heads) < 2:
        return False
    sizes = {tuple(map(len, head.split())) for head in heads}
    counted = all(head[0] == number for head, number in zip(heads, "一二三四五六七八九十", strict=False))
    return counted or (len(sizes) == 1 and len(sizes.pop()) > 1)


def _parts(lines: list[Line]) -> list[str]:
    """The text under each headline."""
    parts: list[str] = []
    for before, line in pairwise(lines):
        if line.kind == LineKind.BODY and before.kind == LineKind.HEAD:
            parts.append(line.text)
        elif line.kind == LineKind.BODY and parts:
            parts[-1] += line.text
    return parts


def _is_titled(lines: list[Line], title: str) -> bool:
    """Whether the page's own title is its first headline: one article."""
    return len(title) > 5 and any(line.kind == LineKind.HEAD and line.text in title for line in lines[:6])


def _shared(part: str, others: str) -> float:
    """Share of a text's character triples that other texts have."""
    triples = {part[at : at + 3] for at in range(len(part) - 2)}
    return sum(triple in others for triple in triples) / len(triples) if triples else 1.0


def _find_topics(body: str, earlier: str) -> list[str]:
    """Character triples that an article comes back to and that the articles before it have not: its names and subjects."""
    counts = Counter(body[at : at + 3] for at in range(len(body) - 2))
    often = sorted((-count, triple) for triple, count in counts.items() if count > 1 and _TRIPLE.fullmatch(triple))
    return [triple for _, triple in often if triple not in earlier][:_TOPICS]


def _share_heads(drafts: list[_Draft], text: str) -> None:
    """Gives the lines of one headline block to the articles below it, by shared words, where there are several of both."""
    groups: dict[int, list[_Draft]] = {}
    for draft in drafts:
        if draft.form == "article":
            groups.setdefault(draft.group, []).append(draft)
    for members in groups.values():
        heads = [head for draft in members for head in draft.heads]
        if len(heads) > 1 and len(members) > 1 and len(heads) * len(members) <= _MOST_PAIRS:
            for draft in members:
                draft.heads = []
            for head, draft in sorted(_match_heads(heads, members, text), key=lambda pair: pair[0]):
                draft.heads.append(head)


def _match_heads(heads: list[Span], drafts: list[_Draft], text: str) -> Iterator[tuple[Span, _Draft]]:
    """Each headline with the article that shares most with it; no article gets a second one before all have one."""
    bodies = ["".join(text[lo:hi] for part in draft.paragraphs for lo, hi in part) for draft in drafts]
    scores = {
        (h, d): _overlap(text[slice(*head)], body) - 0.001 * abs(h - d)
        for h, head in enumerate(heads)
        for d, body in enumerate(bodies)
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
    """Takes out paragraphs, and in an article of torn ones long ends of paragraphs, that repeat another of the same article.

    The later copy goes; but where the article begins with copies of later text, those go: its columns were read in a wrong order.
    """
    bodies = ["".join(text[lo:hi] for lo, hi in part) for part in draft.paragraphs]
    ends: dict[str, list[int]] = {}
    for place, body in enumerate(bodies):
        ends.setdefault(body[-_TAIL_SIZE:], []).append(place)
    gone: set[int] = set()
    for places in ends.values():
        for at, late in enumerate(places):
            for early in places[: min(at, _MOST_COPIES)]:
                if early not in gone and late not in gone:
                    _judge_repeat(draft, bodies, early, late, gone)
    if gone:
        draft.paragraphs = [part for place, part in enumerate(draft.paragraphs) if place not in gone]


def _judge_repeat(draft: _Draft, bodies: list[str], early: int, late: int, gone: set[int]) -> None:
    first, second = bodies[early], bodies[late]
    at_start = not draft.dateline and all(place in gone for place in range(early))
    if min(len(first), len(second)) <= _TAIL_SIZE:
        return
    if first[1:] in second and (len(second) > len(first) + 1 or early) and (at_start or second[1:] not in first):
        gone.add(early)
    elif second[1:] in first:
        gone.add(late)
    elif any(len(part) > 1 for part in draft.paragraphs) and (size := _common_end(first, second)) >= _LONG_REPEAT:
        bodies[late] = second[:-size]
        _cut_end(draft.paragraphs[late], size)
        if len(bodies[late]) < _TAIL_SIZE:
            gone.add(late)


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
#: what goes on with a sentence after a closing quote: its speaker, or a particle
_SAYING = re.compile(
    "[^，。！？“”：\n]{0,28}(?:说|道|表示|介绍|坦言|感慨|感叹|回忆|解释|告诉[^，。“]{1,8}|称|问|喊|叫|答|笑)[。，：！]|"
    "[的等后时、，；。]"
)


def find_sentence_spans(text: str) -> Iterator[Span]:
    """Half-open spans of the sentences of working text.

    A sentence ends at 。！？ or at the line's end; a closing quote or bracket belongs to it. A quotation or bracket of up to 60
    characters is not divided, a longer one at its own full stops; what names the speaker (“……。”甲说。) stays with the quotation.
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
                continue  # too long, or never closed: as if the mark were not there
            place = close + 1
            if stop[0] == "（" or not _is_speech(text, stop.start(), close, last):
                continue
        if text[place - 1] in "”’" and not text.startswith("“", place) and _SAYING.match(text, place, end):
            continue
        last = place
        yield place
    if last < end:
        yield end


def _is_speech(text: str, opening: int, close: int, last: int) -> bool:
    """Whether a quotation is a sentence or more, rather than words in a sentence (高喊“加油！”的孩子)."""
    return text[close - 1] in "。！？" and (opening == last or text[opening - 1] in "：，。！？”")


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def split_page(page: Page) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of a page in reading order, a masthead that names people last, and what was skipped."""
    if not page.text.strip():
        return (), (Problem(page.name, "empty: no text"),)
    text, offsets = fold(lay_out(page.text))
    title = fold(page.title)[0].strip()
    gatherer = _Gatherer(text, title)
    gatherer.walk(list(read_lines(text)))
    drafts = [draft for draft in gatherer.drafts if draft.paragraphs]
    _share_heads(drafts, text)
    _cut_title(drafts, text, title)
    for draft in drafts:
        _drop_repeats(draft, text)
    problems = () if drafts else (Problem(page.name, "no article: nothing but masthead, headlines or furniture"),)
    known = _find_dates(page, gatherer.masthead, drafts, text)
    if gatherer.masthead.bylines or (not drafts and gatherer.masthead.paragraphs):
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

    def all_took(self, names: list[Name]) -> list[Name]:
        """The names below a picture, of whom 记者 甲 通讯员 乙 摄 says that all took it; not 甲 文 乙 摄, 甲 配图：乙."""
        took = {span for role, span in names if role == "photographer"}
        if not took:
            return names
        lo, hi = min(span for _, span in names)[0], max(span for _, span in names)[1]
        if (
            "文" in self.text[lo:hi]
            or _SHOT_LABEL.search(self.text, lo, hi)
            or any(role != "photographer" and span in took for role, span in names)
        ):
            return names
        return [("photographer" if role in ("reporter", "correspondent") else role, span) for role, span in names]

    def make_bylines(self, draft: _Draft) -> Iterator[Byline]:
        seen: set[tuple[str, str]] = set()
        caption = (
            not draft.heads
            and not draft.dateline
            and sum(hi - lo for part in draft.paragraphs for lo, hi in part) <= _CAPTION_LONGEST
        )
        for role, (lo, hi) in self.all_took(draft.bylines) if caption else draft.bylines:
            name = self.text[lo:hi].replace(" ", "")
            if (role, name) not in seen:
                seen.add((role, name))
                yield Byline(role, name, self.offsets[lo], self.offsets[hi - 1] + 1)
