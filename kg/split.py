"""Page → articles → sentences.

A page is folded once (``text.fold``); its lines are sorted into kinds (headline, body, credit, masthead, …); the lines are walked in order
and gathered into drafts; each draft becomes an ``Article`` whose text and offsets are slices of the folded page. So every character of an
article knows its place on the page, whatever was joined or left out in between.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.model import Article, Byline, Page, Problem, Sentence
from kg.text import HAN, fold

Span = tuple[int, int]

# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

HEAD, BODY, LEAD, CREDIT, MAST, MARK, CONTINUED, INFO = "head", "body", "lead", "credit", "mast", "mark", "continued", "info"
_HEAD_LONGEST = 42  # characters of a headline line; longer lines are text that lacks its full stop

_ROLE = (
    "(?:(?:本报|本台|本网|本刊|我台|首席|特约|特派|见习|实习|全媒体|融媒体|融媒|新媒体|大河报|全媒|文字|图片|摄影)*"
    "(?:记者站|记者|通讯员|实习生|特约撰稿人|撰稿人?|供稿人?|作者|摄影者?)(?:站)?)"
)
_NAME = f"[{HAN}]{{1,6}}(?:·[{HAN}]{{1,10}})*"
_NAME_LAZY = f"[{HAN}]{{1,6}}?(?:·[{HAN}]{{1,10}}?)*"
_SHOT = "(?:摄影报道|摄影|图片|供图|摄制|摄|图)"
_WORDS_AND_PICTURE = "(?:文\\s*[/、并]?\\s*[图摄]|图\\s*[/、]?\\s*文|图文报道|图文)"
_MARKER = f"(?:{_WORDS_AND_PICTURE}|{_SHOT}|文|报道|整理|供稿)"
_BRACKETED_ROLE = re.compile(f"[（【〔\\[](?P<inner>[^（）【】〔〕\\[\\]\n]{{0,12}}?{_ROLE}[^（）【】〔〕\\[\\]\n。]{{1,60}})[）】〕\\]]")

_OUTLET = (
    f"(?:本报|本网|本台|本刊|本社|[{HAN}A-Za-z]{{2,14}}?(?:日报|晚报|早报|晨报|时报|商报|都市报|导报|周报|新闻网|融媒体中心|融媒体|融媒|客户端|电视台|网|台|报|发布))"
)
_LEAD = re.compile(
    f"(?:{_OUTLET}(?:[{HAN}]{{2,8}}(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日)?(?:综合|专|快)?[讯电]|本报综合报道|"
    f"(?:新华社|中新社|中新网|人民网|央视网|中国新闻网|中新经纬|光明网|新华网|中国[{HAN}]{{1,4}}[网报])[{HAN}]{{0,10}}"
    f"(?:(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日)?[讯电])"
    f"(?=[ （【〔\\[：，]|记者|通讯员|[0-9“]|[{HAN}])"
)
_LEAD_REPORT = re.compile(f" ?(?P<inner>{_ROLE}[^，。：\n]{{1,40}}?) ?(?:摄影)?报道[：:，]? ?")
_MASTHEAD = re.compile(
    "(?:(?:本版|本期|值班|执行|责任|首席)?(?:责编|编辑|主编|编审|校对|组版|美编|版式|审读|审核|签发|总值班|值班总编|值班主任|版面设计|制图|电脑制作|视觉|统筹|监制|责校|编委|一审|二审|三审|初审|复审|终审))"
    f"(?=[：: /|]|[{HAN}]{{2,3}}(?:$|[ 　]))"
)
_MAST_NUMBER = re.compile("新闻热线|E-?mail|@[A-Za-z0-9]+\\.|(?:电话|热线|邮编|邮箱|传真|地址|投稿|广告|发行|刊号|网址|QQ群?|微信公众号)[：:]|国内统一|第?[0-9ABCD]{1,3}版$|星期[一二三四五六日天]|农历[^，。]{2,8}[月日]|总第[0-9]+期", re.IGNORECASE)
_DATE = re.compile("(?P<y>(?:19|20)[0-9]{2})[年/.-](?P<m>1[0-2]|0?[1-9])[月/.-](?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])日?")
_INFO = re.compile(
    "(?:(?:信息|稿件|文章|新闻)?来源|发布时间|发布日期|发布机构|时间|日期|浏览次数|浏览量|阅读|点击数?|字号|字体|作者|撰稿|发稿|访问量|索引号|文号|成文日期|信息分类|分享到?|打印|供稿|上传时间|更新时间|录入)"
    " ?[：:】]?"
)
_MARKED = re.compile("[●■◆▲★□◇△○◎▶►▪•☆※]+ ?")
_CONTINUED = re.compile("[（【〔]? ?(?:紧接|上接|接) ?(?:第? ?[一二三四五六七八九十0-9A-Da-d]{1,3} ?版?|[^）】]{0,12}版)[^）】〕]{0,12}[）】〕]?|[（【]?(?:上接|紧接)[^）】]{1,14}[）】]")
_TURN = re.compile("[（【〔]? ?(?:下转|转) ?第? ?[一二三四五六七八九十0-9A-Da-d]{1,3} ?版[^）】〕]{0,12}[）】〕]?$")
_ENDED = re.compile("[。！？…；：!?]['’”）》】〕]*$")
_STOP_WORDS = frozenset(
    "完 左 右 中 前 上 下 略 续 摘编 待续 未完待续 完结 综合 有删节 图略 资料图 资料图片 资料照片 转载 原载 节选 文中 化名 均为化名 暂行 试行 草案 本报综合 图片 全文完".split()
)


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    lo: int
    hi: int
    text: str
    gap: int  # blank lines before it
    level: int = 0  # of a Markdown head


@dataclass(slots=True)
class _Draft:
    """An article while it is gathered: spans of the folded page."""

    heads: list[Span] = field(default_factory=list)
    paragraphs: list[list[Span]] = field(default_factory=list)
    bylines: list[tuple[str, Span]] = field(default_factory=list)  # role, span of the name on the folded page
    dateline: str = ""
    form: str = "article"
    closed: bool = False  # a credit has ended it
    group: int = 0  # drafts of one headline block have one number


def _read_lines(text: str) -> Iterator[_Line]:
    """The lines that hold something, each with its kind."""
    at = gap = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            lo = at + raw.index(body[0])
            yield _sort_line(body, lo, gap)
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1


def _sort_line(body: str, lo: int, gap: int) -> _Line:
    hi = lo + len(body)
    if body[0] in "#*" and (head := re.match(r"(#{1,6}) *|\*\*(?=.*\*\*$)", body)):
        end = len(body) - (2 if body.endswith("**") else 0)
        inner = body[head.end() : end].rstrip("# ")
        if inner:
            return _Line(HEAD, lo + head.end(), lo + head.end() + len(inner), inner, gap, len(head[1] or "") or 6)
    return _Line(_sort_text(body), lo, hi, body, gap)


def _sort_text(body: str) -> str:
    """The kind of a line that is no Markdown head."""
    if len(body) > 90:
        if _MARKED.match(body):
            return MARK
        return LEAD if _LEAD.match(body) else CONTINUED if _is_continued(body) else BODY
    if _is_continued(body):
        return CONTINUED
    if _MARKED.match(body):
        return MARK
    if _LEAD.match(body):
        return LEAD
    if _is_masthead(body):
        return MAST
    if _is_info(body):
        return INFO
    if _read_credit(body) is not None:
        return CREDIT
    return HEAD if _is_head(body) else BODY


def _is_continued(body: str) -> bool:
    return "接" in body[:4] and _CONTINUED.match(body) is not None


def _is_masthead(body: str) -> bool:
    if len(body) > 80 or "。" in body:
        return False
    if _MASTHEAD.match(body) or _MAST_NUMBER.search(body):
        return True
    dated = _DATE.match(body)
    return dated is not None and len(body) - dated.end() < 24 and not _ENDED.search(body)


def _is_info(body: str) -> bool:
    return len(body) < 90 and "。" not in body and _INFO.match(body) is not None and ("：" in body or ":" in body or len(body) < 12)


def _is_head(body: str) -> bool:
    if len(body) > _HEAD_LONGEST or "。" in body or body[-1] in "，、；：,;" and not (body[-1] == "：" and len(body) < 14):
        return False
    if body.count("“") != body.count("”") or body.count("《") != body.count("》") or body.count("（") != body.count("）"):
        return False
    return body[-1] not in "…" and not (_ENDED.search(body) and body[-1] in "”’" and len(body) > 20)


# ── bylines ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

_GLUED = "(?:摄影报道|摄影|供图|摄|报道)"  # markers that may stand against a name
_TOKEN = re.compile(
    f"(?P<role>{_ROLE})|(?P<mark>(?:(?<![{HAN}]){_MARKER}|{_GLUED})(?![{HAN}]))|"
    f"(?P<name>{_NAME_LAZY}(?={_GLUED}?(?:[^{HAN}·]|$)))|(?P<bad>[{HAN}])|(?P<rest>[^ {HAN}]+)"
)


def _role_of(word: str) -> str:
    if "通讯员" in word or word.startswith(("供稿", "撰稿", "特约撰稿")):
        return "correspondent"
    return "photographer" if "摄影" in word else "reporter"


def _parse_byline(text: str, at: int, bare: str = "correspondent") -> list[tuple[str, Span]] | None:
    """Names of a byline with their roles; None where the text is no byline. ``bare`` is the role of names without any word."""
    found: list[tuple[str, Span]] = []
    waiting: list[Span] = []  # names since the last marker
    role, ahead = "", ""
    for token in _TOKEN.finditer(text):
        kind, word = token.lastgroup, token[0]
        span = (at + token.start(), at + token.end())
        if kind == "role":
            found += [(role or bare, name) for name in waiting]
            waiting, role, ahead = [], _role_of(word), ""
        elif kind == "mark":
            if waiting:
                found += _credit(waiting, word, role or "reporter")
                waiting = []
                ahead = ""
            elif found and not ahead and ("文" in word and _is_shot(word)):
                found += [("photographer", name) for _, name in list(found)]
            else:
                ahead = word
        elif kind == "name":
            if ahead:
                found += _credit([span], ahead, "reporter")
            else:
                waiting.append(span)
        elif kind == "bad" or word.strip("、，,/|：:;；·"):
            return None
    found += [(role or bare, name) for name in waiting]
    return found


def _is_shot(word: str) -> bool:
    return "摄" in word or "图" in word


def _credit(names: list[Span], mark: str, role: str) -> list[tuple[str, Span]]:
    if "文" in mark and _is_shot(mark) or mark == "摄影报道":
        return [(kind, name) for name in names for kind in (role, "photographer")]
    return [("photographer" if _is_shot(mark) else role, name) for name in names]


def _join_padded(text: str, at: int, names: list[tuple[str, Span]]) -> list[tuple[str, Span]] | None:
    """Two single characters with a space between are one padded name: 张　三. None where a name is too long or too short."""
    joined: list[tuple[str, Span]] = []
    for role, (lo, hi) in names:
        if joined and hi - lo == 1 and joined[-1][0] == role:
            before = joined[-1][1]
            if before[1] - before[0] == 1 and not text[before[1] - at : lo - at].strip():
                joined[-1] = (role, (before[0], hi))
                continue
        joined.append((role, (lo, hi)))
    for _, (lo, hi) in joined:
        size = len(text[lo - at : hi - at].replace(" ", ""))
        if size < 2 or size > 4 and "·" not in text[lo - at : hi - at]:
            return None
    return joined


def _read_names(text: str, at: int, bare: str = "correspondent") -> list[tuple[str, Span]] | None:
    names = _parse_byline(text, at, bare)
    if not names or any(text[lo - at : hi - at] in _STOP_WORDS for _, (lo, hi) in names):
        return None
    return _join_padded(text, at, names)


_TAIL_LONGEST = 70
_AFTER_STOP = re.compile("[。！？”’）…](?=[^。！？”’）…]*$)")
_AFTER_SPACE = re.compile(f" (?P<inner>(?:{_ROLE} ?)?[{HAN}]{{2,4}}(?:[、 ][{HAN}]{{2,4}}){{0,3}}(?:[ /]{_MARKER}|{_GLUED}))$")
_TAIL_BRACKET = re.compile("[（【〔](?P<inner>[^（）【】〔〕\n。]{2,60})[）】〕]$")


def _read_credit(body: str) -> list[tuple[str, Span]] | None:
    """Names of a line that is nothing but a byline or credit; spans count from the line's start."""
    if len(body) > _TAIL_LONGEST:
        return None
    found = _find_tail(body)
    return found[1] if found is not None and found[0] == 0 else None


def _find_tail(body: str) -> tuple[int, list[tuple[str, Span]]] | None:
    """Where the closing byline of a paragraph begins, and its names."""
    last = body[-1]
    if last in "。！？；，、：”…":
        return None
    window = max(0, len(body) - _TAIL_LONGEST)
    tail = body[window:]
    if last in "）】〕":
        bracket = _TAIL_BRACKET.search(tail)
        return _check_tail(bracket, window, in_brackets=True) if bracket else None
    stop = _AFTER_STOP.search(tail)
    if stop is None and window:
        stop_at = None
    else:
        stop_at = stop.end() if stop else 0
    if stop_at is not None:
        inner = tail[stop_at:].strip()
        if _is_marked(inner):
            names = _read_names(inner, window + tail.index(inner, stop_at))
            if names is not None:
                return window + stop_at, names
    if last in "摄影图道文" and (space := _AFTER_SPACE.search(tail)):
        return _check_tail(space, window, in_brackets=False)
    return None


def _check_tail(found: re.Match[str], window: int, in_brackets: bool) -> tuple[int, list[tuple[str, Span]]] | None:
    """The byline of a match, where its names are names. Bare names count in brackets only."""
    if not in_brackets and not _is_marked(found["inner"]):
        return None
    names = _read_names(found["inner"], window + found.start("inner"))
    return (window + found.start(), names) if names is not None else None


_MARKED_BYLINE = re.compile(f"{_ROLE}|{_MARKER}[ ：:/]|.*(?:[ /]{_MARKER}|{_GLUED})$")


def _is_marked(inner: str) -> bool:
    """Whether a byline says by a word of its own that it is one."""
    return _MARKED_BYLINE.match(inner) is not None


def _cut_lead(body: str) -> tuple[int, list[tuple[str, Span]], str]:
    """How many characters the dateline of a lead takes, its names, and its own text."""
    found = _LEAD.match(body)
    if found is None:
        return 0, [], ""
    end, names = found.end(), []
    rest = body[end:]
    if bracket := re.match(" ?[（【〔\\[]([^（）【】〔〕\\[\\]\n]{1,80})[）】〕\\]]", rest):
        names = _read_names(bracket[1], end + bracket.start(1), "reporter") or []
        end += bracket.end()
    elif report := _LEAD_REPORT.match(rest):
        names = _read_names(report["inner"], end + report.start("inner"), "reporter") or []
        end += report.end()
    text = body[:end]
    while end < len(body) and body[end] in " ：:，—-":
        end += 1
    return end, names, text


_EDITOR = re.compile(
    f"(?:编辑|责编|校对|组版|美编|版式|审读|审核|制图|视觉|统筹|监制|责校|主编|编审|编委|签发|总值班|值班总编|值班主任|版面设计|一审|二审|三审|初审|复审|终审)"
    f"[：: /|]{{1,3}}(?P<names>[{HAN}](?: {{1,2}}[{HAN}](?= |$|[^{HAN}])|[{HAN}]{{1,3}})(?:[ 、]+(?![{HAN}]{{2,5}}[：:])[{HAN}]{{2,3}}(?![{HAN}：:]))*)"
)


def _read_editors(body: str, at: int) -> list[tuple[str, Span]]:
    """Editors, proofreaders and layout staff of a masthead line."""
    found: list[tuple[str, Span]] = []
    for people in _EDITOR.finditer(body):
        lo = people.start("names")
        names = _join_padded(people["names"], 0, [("editor", name.span()) for name in re.finditer(f"[{HAN}]+", people["names"])])
        found += [(role, (at + lo + begin, at + lo + end)) for role, (begin, end) in names or ()]
    return found


# ── articles ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Gatherer:
    """Walks the lines of one page and gathers drafts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[_Draft] = []
        self.masthead = _Draft(form="masthead")
        self.open: _Draft | None = None  # the article that a body line goes on with
        self.pending: list[_Line] = []  # headline lines that wait for a body
        self.group = 0

    def walk(self, lines: list[_Line]) -> None:
        for place, line in enumerate(lines):
            if line.kind == HEAD:
                self.pending.append(line)
            elif line.kind == MAST:
                self.take_masthead(line)
            elif line.kind == INFO:
                self.take_info(line)
            elif line.kind == CREDIT:
                self.take_credit(line)
            elif line.kind == MARK:
                self.take_marked(line)
            elif line.kind == CONTINUED:
                self.take_continued(line)
            elif line.kind == LEAD:
                self.begin(line)
            else:
                self.take_body(lines, place)
        self.take_rest()

    def take_masthead(self, line: _Line) -> None:
        self.masthead.paragraphs.append([(line.lo, line.hi)])
        self.masthead.bylines += _read_editors(line.text, line.lo)

    def take_info(self, line: _Line) -> None:
        """来源： 作者： 时间： lines of web articles: their people are kept, the rest is furniture."""
        self.take_masthead(line)
        if author := re.search(f"(?:作者|撰稿|供稿|记者|通讯员)[：:] ?(?P<names>{_NAME}(?:[ 、]{_NAME})*)", line.text):
            role = "correspondent" if author[0].startswith(("通讯员", "供稿", "撰稿")) else "reporter"
            names = _read_names(author["names"], line.lo + author.start("names"), role) or []
            if self.open is not None and not self.pending:
                self.open.bylines += names
            else:
                self.masthead.bylines += names

    def take_credit(self, line: _Line) -> None:
        names = [(role, (line.lo + lo, line.lo + hi)) for role, (lo, hi) in _read_credit(line.text) or ()]
        if self.pending and (self.open is None or self.open.closed or re.match(_ROLE, line.text)):
            self.start(form="article").bylines += names
        elif self.open is not None:
            self.flush_subheads()
            self.open.bylines += names
            self.open.closed = True

    def take_marked(self, line: _Line) -> None:
        mark = _MARKED.match(line.text)
        self.pending.clear()
        draft = self.start(form="brief")
        self.add(draft, line, mark.end() if mark else 0)

    def take_continued(self, line: _Line) -> None:
        mark = _CONTINUED.match(line.text)
        self.pending.clear()
        draft = self.start(form="continued")
        if mark and mark.end() < len(line.text):
            self.add(draft, line, mark.end())

    def take_body(self, lines: list[_Line], place: int) -> None:
        line = lines[place]
        if self.pending:
            if self.open is None or self.open.closed or not self.open.paragraphs and self.open.form == "article":
                self.begin(line)
            elif self.is_new_article(lines, place):
                self.begin(line)
            else:
                self.flush_subheads()
                self.add(self.open, line)
        elif self.open is None or self.open.closed:
            self.begin(line)
        else:
            tail = _find_tail(line.text)
            if tail is not None and tail[0] and self.is_caption(tail[1]):
                self.add_caption(line, self.open)
            else:
                self.add(self.open, line)

    def is_new_article(self, lines: list[_Line], place: int) -> bool:
        """Whether the waiting headline lines open a new article rather than a part of the open one."""
        end = place
        while end < len(lines) and lines[end].kind == BODY:
            tail = _find_tail(lines[end].text)
            end += 1
            if tail is not None:
                return end - place <= 3 and self.is_caption(tail[1])
        if end < len(lines) and lines[end].kind == CREDIT and end - place <= 3:
            return self.is_caption(_read_credit(lines[end].text) or [])
        return len(self.pending) > 1 and self.pending[0].gap > 1

    @staticmethod
    def is_caption(names: list[tuple[str, Span]]) -> bool:
        return bool(names) and all(role == "photographer" for role, _ in names)

    def add_caption(self, line: _Line, back: _Draft) -> None:
        draft = _Draft(form="caption", group=self.group)
        self.drafts.append(draft)
        self.add(draft, line)
        self.open = back

    def start(self, form: str) -> _Draft:
        """A new draft under the waiting headline lines."""
        if self.pending:
            self.group += 1
        draft = _Draft(heads=[(line.lo, line.hi) for line in _drop_banner(self.pending)], form=form, group=self.group)
        self.pending.clear()
        self.drafts.append(draft)
        self.open = draft
        return draft

    def begin(self, line: _Line) -> None:
        if self.open is not None and self.pending and not self.open.paragraphs:
            self.open.heads += [(head.lo, head.hi) for head in self.pending]
            self.pending.clear()
        draft = self.open if self.open is not None and not self.open.paragraphs and not self.pending else self.start("article")
        cut, names, dateline = _cut_lead(line.text)
        draft.dateline = dateline
        draft.bylines += [(role, (line.lo + lo, line.lo + hi)) for role, (lo, hi) in names]
        self.add(draft, line, cut)
        if not draft.heads and len(draft.paragraphs) == 1 and draft.closed and self.is_caption(draft.bylines):
            draft.form = "caption"

    def add(self, draft: _Draft, line: _Line, cut: int = 0) -> None:
        """Adds a body line to a draft, without its closing byline."""
        body = line.text[cut:]
        lo, hi = line.lo + cut, line.hi
        if not body:
            return
        if turn := _TURN.search(body):
            hi = lo + turn.start()
            body = body[: turn.start()].rstrip()
            draft.closed = True
        if body and (tail := _find_tail(body)):
            draft.bylines += [(role, (lo + begin, lo + end)) for role, (begin, end) in tail[1]]
            hi = lo + len(body[: tail[0]].rstrip())
            draft.closed = True
        if hi <= lo:
            return
        if draft.paragraphs and cut == 0 and not _ENDED.search(self.text[slice(*draft.paragraphs[-1][-1])]) and not self.is_subhead(draft):
            draft.paragraphs[-1].append((lo, hi))
        else:
            draft.paragraphs.append([(lo, hi)])

    def is_subhead(self, draft: _Draft) -> bool:
        last = draft.paragraphs[-1]
        return len(last) == 1 and _is_head(self.text[slice(*last[0])])

    def flush_subheads(self) -> None:
        if self.open is not None:
            self.open.paragraphs += [[(line.lo, line.hi)] for line in self.pending]
        self.pending.clear()

    def take_rest(self) -> None:
        """Headline lines at the page's end have no body."""
        if self.pending and self.open is not None and not self.open.closed and self.open.form == "article":
            self.flush_subheads()


_SLOGAN = re.compile(f"[{HAN}“”]{{4,10}}[ ，！][{HAN}“”]{{4,10}}！?")
_LOCAL = re.compile("[省市区县镇乡村]|街道|公司|学校|法院|检察院|[0-9]")


def _drop_banner(heads: list[_Line]) -> list[_Line]:
    """Headline lines without the page's banner: a slogan of two halves that names nothing, above two lines or more."""
    if len(heads) >= 3 and _SLOGAN.fullmatch(heads[0].text) and not _LOCAL.search(heads[0].text):
        return heads[1:]
    return list(heads)


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
            for head, draft in _match_heads(heads, members, text):
                draft.heads.append(head)


def _match_heads(heads: list[Span], drafts: list[_Draft], text: str) -> Iterator[tuple[Span, _Draft]]:
    bodies = ["".join(text[lo:hi] for part in draft.paragraphs for lo, hi in part) for draft in drafts]
    if len(heads) == len(drafts):
        scores = [[_overlap(text[lo:hi], body) for body in bodies] for lo, hi in heads]
        yield from _assign(heads, drafts, scores)
        return
    for lo, hi in heads:
        scored = [(_overlap(text[lo:hi], body), -place) for place, body in enumerate(bodies)]
        yield (lo, hi), drafts[-max(scored)[1]]


def _assign(heads: list[Span], drafts: list[_Draft], scores: list[list[float]]) -> Iterator[tuple[Span, _Draft]]:
    """One head to each draft: the best pairs first."""
    pairs = sorted((-scores[h][d], h, d) for h in range(len(heads)) for d in range(len(drafts)))
    used_heads: set[int] = set()
    used_drafts: set[int] = set()
    for _, head, draft in pairs:
        if head not in used_heads and draft not in used_drafts:
            used_heads.add(head)
            used_drafts.add(draft)
            yield heads[head], drafts[draft]


def _overlap(head: str, body: str) -> float:
    """Share of the headline's character pairs that the body has."""
    pairs = {head[at : at + 2] for at in range(len(head) - 1) if head[at : at + 2].isalnum()}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


# ── dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

_DAY = re.compile(
    "(?:(?P<y>(?:19|20)[0-9]{2}) ?年)?(?<![0-9])(?P<m>1[0-2]|0?[1-9]) ?月(?P<d>3[01]|[12][0-9]|0?[1-9])(?:日|号)|"
    "(?P<vague>日前|近日|近期|昨日|昨天|昨晚|今日|今天|连日来|近年来|今年以来|最近|日间|近段时间|前不久|前段时间|不久前)"
)
_SLACK = 45  # days that a page may come after the day it tells of, before the year before is meant


def _find_page_date(page: Page, masthead: str) -> date | None:
    if page.date is not None:
        return page.date
    for source in (masthead, page.url):
        for found in _DATE.finditer(source):
            if day := _make_date(int(found["y"]), int(found["m"]), int(found["d"])):
                return day
    return None


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_lead_date(dateline: str, lead: str, known: date | None) -> date | None:
    """The day that the lead gives; the page's own where the lead gives none; nothing for 近日."""
    found = _DAY.search(dateline) or _DAY.search(lead)
    if found is None:
        return known
    if found["vague"]:
        return None
    if found["y"]:
        return _make_date(int(found["y"]), int(found["m"]), int(found["d"]))
    if known is None:
        return None
    month, day = int(found["m"]), int(found["d"])
    days = [made for year in (known.year - 1, known.year, known.year + 1) if (made := _make_date(year, month, day))]
    return min(days, key=lambda made: abs((known - made).days), default=None)


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+[”’）》】〕]*|$|(?=\n))", re.MULTILINE)


def _find_sentences(text: str, offsets: array[int], source: str) -> Iterator[Sentence]:
    """Sentences end at 。！？ and line ends, closing quotes included; not inside a quotation or bracket."""
    for lo, hi in _find_sentence_spans(text):
        start, end = offsets[lo], offsets[hi - 1] + 1
        yield Sentence(start, end, source[start:end], lo, hi)


def _find_sentence_spans(text: str) -> Iterator[Span]:
    at = 0
    for found in re.finditer(r"[。！？]+[”’）》】〕]*|\n", text):
        end = found.start() if found[0] == "\n" else found.end()
        if end > at and text[at:end].strip():
            lo = at + (len(text[at:end]) - len(text[at:end].lstrip()))
            yield lo, lo + len(text[lo:end].rstrip())
        at = found.end()
    if text[at:].strip():
        yield at, len(text.rstrip())


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def split_page(page: Page) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of a page in reading order, the masthead last, and what was skipped."""
    if not page.text.strip():
        return (), (Problem(page.name, "empty: no text"),)
    text, offsets = fold(page.text)
    gatherer = _Gatherer(text)
    gatherer.walk(list(_read_lines(text)))
    drafts = [draft for draft in gatherer.drafts if draft.paragraphs]
    _share_heads(drafts, text)
    masthead = "\n".join(text[lo:hi] for part in gatherer.masthead.paragraphs for lo, hi in part)
    known = _find_page_date(page, masthead)
    problems = () if drafts else (Problem(page.name, "no article: nothing but a masthead or headlines"),)
    if gatherer.masthead.bylines or not drafts and gatherer.masthead.paragraphs:
        drafts.append(gatherer.masthead)
    articles = tuple(_make_article(page, number, draft, text, offsets, known) for number, draft in enumerate(drafts, 1))
    return articles, problems


def _make_article(page: Page, number: int, draft: _Draft, text: str, offsets: array[int], known: date | None) -> Article:
    pieces: list[str] = []
    places = array("I")
    for lo, hi in draft.heads:
        _append(pieces, places, text, offsets, lo, hi)
        _close(pieces, places, offsets[hi])
    body = len(places)
    for paragraph in draft.paragraphs:
        for lo, hi in paragraph:
            _append(pieces, places, text, offsets, lo, hi)
        _close(pieces, places, offsets[paragraph[-1][1]])
    places.append(places[-1] + 1)
    whole = "".join(pieces)
    lead = whole[body : whole.find("\n", body)]
    return Article(
        id=f"{page.sha256[:12]}-{number:03d}",
        page=page.sha256,
        number=number,
        headline=" ".join(text[lo:hi] for lo, hi in draft.heads),
        text=whole,
        offsets=places,
        body=body,
        sentences=tuple(_find_sentences(whole, places, page.text)),
        bylines=tuple(_make_bylines(draft.bylines, text, offsets)),
        date=known if draft.form == "masthead" else _find_lead_date(draft.dateline, lead, known),
        form=draft.form,
    )


def _append(pieces: list[str], places: array[int], text: str, offsets: array[int], lo: int, hi: int) -> None:
    pieces.append(text[lo:hi])
    places.extend(offsets[lo:hi])


def _close(pieces: list[str], places: array[int], at: int) -> None:
    pieces.append("\n")
    places.append(at)


def _make_bylines(names: Iterable[tuple[str, Span]], text: str, offsets: array[int]) -> Iterator[Byline]:
    seen: set[tuple[str, str]] = set()
    for role, (lo, hi) in names:
        name = text[lo:hi].replace(" ", "")
        if (role, name) not in seen:
            seen.add((role, name))
            yield Byline(role, name, offsets[lo], offsets[hi - 1] + 1)
