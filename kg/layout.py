"""Pages that lost their lines, have more of them than paragraphs, or keep marks of HTML, put right before they are read.

Sites and converters of files leave texts of which every line was broken at the column's edge, texts in which all line breaks have
become spaces, and texts with tags and entities left in. What is put right takes as many characters as before, with ``JOINED`` in
the places that are left over, so offsets of the page stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from itertools import islice, pairwise

from kg.bylines import is_lead
from kg.lines import INFO, MARKED, STAMP, is_head, is_whole

JOINED = "\u2060"  #: the word joiner, which folding takes out


@lru_cache(maxsize=2)  # asked for by those who split a page and by those who look at its margins
def lay_out(text: str) -> str:
    """The text of a page with a line for each paragraph and without HTML; as many characters as before."""
    return unwrap(break_lines(strip_markup(text)))


# ── marks of HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────

_TAG = re.compile(
    r"</?(?P<block>p|br|div|h[1-6]|li|ul|ol|tr|td|th|table|tbody|section|article|hr|title|head|body|html|blockquote)?"
    r"(?(block)|(?:a|b|i|u|em|strong|span|font|img|sup|sub|center|o:p|small|big|input|video|iframe|style|script))"
    r"(?=[\s/>])[^<>]{0,1000}>|<!--(?:(?!<!--).){0,1000}?-->",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile("&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});|(?<![a-zA-Z&])(?:[lr][ds]quo|nbsp|mdash);")
_FORUM = re.compile(
    r"\[/?(?:align|size|font|color|b|i|u|p|url|img|quote|backcolor|indent|table|tr|td|list|hr|free|attach)(?:=[^\[\]\n]{0,80})?\]",
    re.IGNORECASE,
)
#: what an editor calls a picture that nobody named
_NO_TITLE = re.compile("(?:图片|视频)?默认标题(?:_|(?=[\\s(（]|$))", re.MULTILINE)


def strip_markup(text: str) -> str:
    """Text without tags of HTML, a line feed for each that begins or ends a block, and with entities as characters."""
    if "<" in text and ">" in text:
        text = _TAG.sub(lambda tag: ("\n" if tag["block"] else JOINED) + JOINED * (len(tag[0]) - 1), text)
    if "默认标题" in text:
        text = _NO_TITLE.sub(lambda label: JOINED * len(label[0]), text)
    if ";" in text and ("&" in text or "quo;" in text or "nbsp;" in text):
        text = _ENTITY.sub(_plain, text)
    if "[/" in text:
        text = _FORUM.sub(lambda code: JOINED * len(code[0]), text)
    return text


def _plain(entity: re.Match[str]) -> str:
    plain = unescape("&" + entity[0].lstrip("&"))
    return plain + JOINED * (len(entity[0]) - 1) if len(plain) == 1 else entity[0]


# ── a page in one line ───────────────────────────────────────────────────────────────────────────────────────────────────

_LONG = 200  #: characters of a line that may hold several paragraphs
_SPACE = " \u3000\xa0\t"
_PARTED = re.compile(f"[。！？!?](?:[”’）)」』]{{0,2}}|[（(][^（）()。]{{2,30}}[）)])([{_SPACE}]+)(?=[^{_SPACE}])")
_STOPPED = re.compile("[。！？!?]")
_COMMA_SPACE = re.compile(f"[，,][{_SPACE}]")
_WORD = re.compile(f"[^{_SPACE}]+")
_RUNNING = 20  #: characters without a space that are no headline where they hold a comma or stop
_HEAD_LEAST, _HEAD_LONGEST = 6, 60  #: characters of a headline line
_MOST_ABOVE = 24  # stretches between spaces that are looked at for what stands above a report
_DATELINE_LONGEST = 100  # characters
#: how a report begins
_BEGINS = re.compile(
    "(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|昨[日天]|今[日天]|连日来|近期|今年以来|[一-龥]{2,10}讯[（(]|为[了进深切认加]"
)
_SAYS_WHO = re.compile("[（(【]?(?:本报|本网|见习|首席|特约|全媒体)*(?:记者|通讯员|作者|撰稿|文字|编辑|责编|摄影)")
_NAME = re.compile("[一-龥]{1,4}")


def break_lines(text: str) -> str:
    """The text of a page with a line feed for each space that stands where a line ended.

    Such are lines that hold several paragraphs, and a headline with its source or with the way to it on the site before it. One
    character stands for one, as before. Other text comes back as it is.
    """
    return "\n".join([_break_line(line) if len(line) >= _LONG else _part_head(line) for line in text.split("\n")])


_TOLD_BEHIND = re.compile(
    f"(?<=[^{_SPACE}：:|])[{_SPACE}]+(?=(?:信息|稿件|文章|新闻)?来源[：:]|作者[：:]|(?:发布|更新|上传)?(?:时间|日期)[：:]|记者[：:]|浏览(?:次数)?[：:])"
)
_WAY = re.compile(
    f"(?:首页|(?:您的?)?(?:当前|所在)?的?位置[：:])[^。，\\n]{{0,60}}?>[{_SPACE}]*"
    f"[^>。，{_SPACE}]{{2,10}}(?P<gap>[{_SPACE}]+)(?=[^>]{{8,}}$)"
)


#: the site's names behind a headline: 某县召开防汛会|_某县新闻网
_SITE_BEHIND = re.compile(
    "(?: ?(?:[_|]|(?<= )[—–-](?= )) ?[一-龥·]{2,16}(?:网|网站|政府|日报|晚报|在线|新闻|频道|要闻|动态|融媒体?中心))+[_ ]?$"
)


def _part_head(line: str) -> str:
    """A line of a headline and what a site tells of it as two: 某县召开防汛会|来源：某网, 首页 > 要闻|某县召开防汛会."""
    if (site := _SITE_BEHIND.search(line)) and _is_title(line[: site.start()].strip()):
        return line[: site.start()] + re.sub("[_|—–-]", "\n", site[0])
    at = -1
    if (told := _TOLD_BEHIND.search(line)) and _is_title(line[: told.start()].strip()):
        at = told.start()
    elif ">" in line and (way := _WAY.match(line.lstrip())) and _is_title(line[way.end() :].strip()):
        at = way.start("gap") + len(line) - len(line.lstrip())
    return line if at < 0 else f"{line[:at]}\n{line[at + 1 :]}"


_LABELLED = re.compile("[一-龥]{2,4}[：:]")  # 类别：某某


def _is_title(text: str) -> bool:
    labels = (_LABELLED, STAMP, INFO, _SAYS_WHO)
    return len(text) >= _HEAD_LEAST and "。" not in text and not any(label.match(text) for label in labels) and is_head(text)


def _break_line(line: str) -> str:
    ends = [match.start(1) for match in _PARTED.finditer(line)]
    stops = len(_STOPPED.findall(line))
    if not ends or (len(ends) > 0.8 * stops and _COMMA_SPACE.search(line)):
        return line  # a space behind each mark is a way of setting, and parts no paragraphs
    characters = list(line)
    for lo, hi in pairwise([0, *ends, len(line)]):
        if lo:
            characters[lo] = "\n"
        for at in _find_heads(line, lo, hi, first=not lo):
            characters[at] = "\n"
    return "".join(characters)


def _find_heads(line: str, lo: int, hi: int, *, first: bool) -> Iterator[int]:
    """Where the lines end that stand above a report: headlines, and one with its source, day and people."""
    words = list(islice(_WORD.finditer(line, lo, hi), _MOST_ABOVE))
    body = next((place for place, word in enumerate(words) if _is_running(word[0]) or _leads(line, word.start(), hi)), 0)
    above = [word[0] for word in words[:body]]
    if not above or any("。" in word or len(word) > _HEAD_LONGEST for word in above):
        return
    told = [bool(STAMP.match(word) or INFO.match(word) or _SAYS_WHO.match(word)) for word in above]
    leads = first or _leads(line, words[body].start(), hi)
    if not leads and not ((any(told) or _BEGINS.match(words[body][0])) and len(above[0]) >= _HEAD_LEAST and is_head(above[0])):
        return
    for place, (word, following) in enumerate(pairwise(words[: body + 1]), 1):
        within = place < body and any(told[:place])
        if not (within and (told[place] or _NAME.fullmatch(following[0]) or following[0][0].isdigit())):
            yield word.end()


def _leads(line: str, lo: int, hi: int) -> bool:
    return is_lead(line[lo : min(hi, lo + _DATELINE_LONGEST)])


def _is_running(word: str) -> bool:
    return len(word) >= _RUNNING and ("，" in word or "。" in word or "," in word)


# ── text broken at the column's edge ─────────────────────────────────────────────────────────────────────────────────────


def unwrap(text: str) -> str:
    """The text of a page of which every line was broken at the column's edge, without the line feeds inside paragraphs.

    A character without width takes the place of each, so that one character stands for one. A line that is indented begins a
    paragraph. Other text comes back as it is.
    """
    lines = text.split("\n")
    if len(text) > _MEAN_LONGEST * len(lines):
        return text
    column = _find_column([line for line in lines if line.strip()])
    if column is None:
        return text
    measure, width = column
    pieces = [lines[0]]
    for line, following in pairwise(lines):
        goes_on = following.strip() and not following[0].isspace() and not _starts_anew(following.strip())
        pieces += (JOINED if goes_on and measure(line) >= width - _RAGGED else "\n", following)
    return "".join(pieces)


_LINES_LEAST = 6
_MEAN_LONGEST = 60  #: characters
_RAGGED = 3  # columns by which full lines differ: no line begins with a mark


def _columns(line: str) -> float:
    """Columns that a line takes; Latin letters and digits, and half-width spaces, take half of one."""
    line = line.rstrip()
    return len(line) - sum(map(str.isascii, line)) / 2


def _characters(line: str) -> float:
    return len(line.rstrip())


def _starts_anew(line: str) -> bool:
    return line[0] == "#" or MARKED.match(line) is not None or is_lead(line)


def _find_column(lines: list[str]) -> tuple[Callable[[str], float], float] | None:
    """How a full line is measured, and what it measures, where many lines are full and most of these end in mid-sentence.

    Files are wrapped by columns or by characters: that measure is taken by which more lines are full. None for text with a line
    to each paragraph.
    """
    if len(lines) < _LINES_LEAST or sum(map(len, lines)) > _MEAN_LONGEST * len(lines):
        return None
    best: tuple[int, Callable[[str], float], float] | None = None
    for measure in (_columns, _characters):
        widths = sorted(map(measure, lines))
        width = widths[-max(1, len(widths) // 10)]
        full = [line for line in lines if measure(line) >= width - _RAGGED]
        torn = [line for line in full if not is_whole(line.strip())]
        often = len(full) >= max(_LINES_LEAST - 1, 0.4 * len(lines)) and len(torn) >= 0.6 * len(full)
        if 12 <= width <= 60 and often and (best is None or len(full) > best[0]):
            best = len(full), measure, width
    return best and best[1:]
