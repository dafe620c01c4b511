"""A page of HTML to the text that its reader sees, and to the fields that it has of itself: title, site, day, address."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import chain
from typing import TYPE_CHECKING

from kg.decode import Unreadable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

# selectolax (the Lexbor parser) and not lxml: it builds the tree that browsers build, whatever is broken in the markup, where
# libxml2's HTML parser loses all that stands after a first </html>; and it takes half the time.


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Where the systems that Chinese papers and governments publish with put the text of an article, surest first.
_CONTAINERS = (
    "#UCAP-CONTENT",
    ".TRS_Editor",
    ".trs_editor_view",
    "#js_content",
    "#ozoom",
    "founder-content",
    "#zoom",
    "#Zoom",
    "#zoomcon",
    "#articleContent",
    "#article-content",
    "#article_content",
    "#artibody",
    "#endText",
    "#rwb_zw",
    ".rm_txt_con",
    "#detail",
    "#content_area",
    "[itemprop=articleBody]",
    ".article-content",
    ".article_content",
    ".article-body",
    ".entry-content",
    ".post-content",
    "article",
    "main",
    "[role=main]",
    "#content",
    ".content",
)
_ENOUGH = 200  #: characters that make a container the article's, whatever else the page holds
_BETWEEN = 300  #: characters that may stand between a headline and the article's text: date, source, byline
_MAX_OPEN = 1000  #: elements open at once; browsers stop at 512, and parsing takes the square of it
_DROPPED = _words(
    "script style noscript template head title nav footer aside iframe object embed svg canvas audio video map button select "
    "input textarea datalist rt rp"
)
_PARAGRAPHS = _words(
    "p h1 h2 h3 h4 h5 h6 div section article main header blockquote pre table ul ol dl figure figcaption form fieldset center hr "
    "address details summary body caption"
)
_LINES = _words("li tr dt dd legend")
# Marks in the text while it is gathered, for ``_tidy``: an element that is a paragraph, or a line, begins or ends; <br>.
_PARAGRAPH, _LINE, _BREAK = "\n", "\f", "\r"
_MARKS = re.compile("([\n\f\r])")
_OPENING = dict.fromkeys(_PARAGRAPHS, _PARAGRAPH) | dict.fromkeys(_LINES, _LINE) | {"td": " ", "th": " ", "br": _BREAK}
_CLOSING = {tag: mark for tag, mark in _OPENING.items() if tag != "br"}
_HEADINGS = frozenset(("h1", "h2", "h3"))
_DROPPED_ROLES = _words("navigation banner contentinfo search menu menubar complementary toolbar dialog")
_DROPPED_NAMES = _words(
    "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs footer copyright share sharebar bdsharebuttonbox sidebar "
    "pagination pager"
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_DECLARED = re.compile(rb"""(?i)<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\v]")
_WIDE = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’—…"
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SOFT_WIDE = re.compile(f"(?<=[{_WIDE}])\v(?=[{_WIDE}])")
_SOFT = re.compile("[ \v]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SELF_CLOSED = _words(
    "p li td th tr tbody thead tfoot dt dd option optgroup a area base br col embed hr img input link meta param source track "
    "wbr html head body rt rp"
)
_TITLES = ("articletitle", "og:title", "title")
_SITES = ("og:site_name", "sitename", "contentsource", "source", "application-name")
_URLS = ("og:url",)
_DATES = (
    "article:published_time",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish_time",
    "publishtime",
    "firstpublishedtime",
    "datepublished",
    "og:release_date",
    "article:create_at",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)


@dataclass(frozen=True, slots=True)
class Extract:
    """What a page of HTML gives."""

    text: str
    title: str
    site: str
    day: date | None
    url: str


def declared_encoding(data: bytes) -> str:
    """The encoding that the page itself names, or nothing."""
    declared = _DECLARED.search(data[:4096])
    return declared[1].decode("ascii") if declared else ""


def extract_article(markup: str) -> Extract:
    """Read the visible text and the page's own fields out of a page of HTML, however broken.

    Raises ``Unreadable`` where no text is visible, and for markup that no parser should be given.
    """
    from selectolax.lexbor import LexborHTMLParser

    _refuse_nesting(markup)
    tree = LexborHTMLParser(markup)
    metas = _metas(tree)
    text = _article_text(tree)
    if not text:
        raise Unreadable("empty: no visible text in it")
    return Extract(
        text=text,
        title=_first(metas, _TITLES) or _squeeze(_text_of(tree.css_first("title"))),
        site=_first(metas, _SITES),
        day=_published(tree, metas),
        url=_first(metas, _URLS) or _attribute(tree.css_first("link[rel=canonical]"), "href"),
    )


def _refuse_nesting(markup: str) -> None:
    """Refuse markup that opens elements without end: a parser that follows the standard takes minutes and gigabytes for it."""
    depth: Counter[str] = Counter()
    opened = 0
    for closing, name in _TAG.findall(markup):
        tag = name.lower()
        if tag in _SELF_CLOSED:
            continue
        if not closing:
            depth[tag] += 1
            opened += 1
            if opened > _MAX_OPEN:
                raise Unreadable(f"HTML with more than {_MAX_OPEN} elements open at once")
        elif depth[tag]:
            depth[tag] -= 1
            opened -= 1


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The page's ``<meta>`` fields by name in lower case; the first of a name that says anything."""
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        names = node.attributes
        key = (names.get("property") or names.get("name") or names.get("itemprop") or "").strip().lower()
        content = _squeeze(names.get("content") or "")
        if key and content:
            metas.setdefault(key, content)
    return metas


def _first(metas: dict[str, str], names: Iterable[str]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "").strip() if node is not None else ""


def _text_of(node: LexborNode | None) -> str:
    return node.text(deep=True) if node is not None else ""


def _squeeze(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _published(tree: LexborHTMLParser, metas: dict[str, str]) -> date | None:
    """The day of publication: from ``<meta>``, from what is marked up as it, or from the page's JSON-LD."""
    for name in _DATES:
        if name in metas and (day := parse_day(metas[name])):
            return day
    for node in tree.css("[itemprop=datePublished], time[pubdate], article time[datetime]"):
        if day := parse_day(_attribute(node, "datetime") or _attribute(node, "content") or _text_of(node)):
            return day
    for node in tree.css('script[type="application/ld+json"]'):
        if day := _linked_day(_text_of(node)):
            return day
    return None


def _linked_day(source: str) -> date | None:
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        return None
    items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and isinstance(found := item.get("datePublished"), str):
            return parse_day(found)
    return None


def _article_text(tree: LexborHTMLParser) -> str:
    """The visible text of the page's article where the page shows which part that is, or else of the whole page."""
    body = tree.body
    if body is None:
        return ""
    whole = _visible_text(body)
    for selector in _CONTAINERS:
        nodes = _outermost(body.css(selector))
        texts = [text for node in nodes if (text := _visible_text(node))]
        size = sum(map(len, texts))
        if size >= _ENOUGH or (size and size * 4 >= len(whole)):
            return _with_headline(tree, body, nodes[0], texts[0]) if len(texts) == len(nodes) == 1 else "\n\n".join(texts)
    return whole


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    ids = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(above.mem_id in ids for above in _above(node))]


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _with_headline(tree: LexborHTMLParser, body: LexborNode, container: LexborNode, text: str) -> str:
    """The container's text, with the headline that stands before it and what is between: date, source, byline.

    Many systems put the headline outside of the container. It is known by being in the page's title too.
    """
    title = "".join(_text_of(tree.css_first("title")).split())
    before = None
    for node in body.traverse():
        if node.mem_id == container.mem_id:
            break
        if node.tag in _HEADINGS and len(heading := "".join(_text_of(node).split())) >= 4 and heading in title:
            before = node
    if before is None or any(above.mem_id == before.mem_id for above in _above(container)):
        return text
    shown = frozenset(node.mem_id for start in (before, container) for node in chain([start], _above(start)))
    stretch = _visible_text(body, first=before, last=container, shown=shown)
    headline = _visible_text(before)
    if len(stretch) - len(text) - len(headline) <= _BETWEEN:
        return stretch
    return f"{headline}\n\n{text}"


def _visible_text(
    root: LexborNode, *, first: LexborNode | None = None, last: LexborNode | None = None, shown: frozenset[int] = frozenset()
) -> str:
    """The text of an element as a reader sees it: paragraphs and headings with an empty line between, rows and items on lines.

    ``first`` and ``last`` bound what is taken to the stretch between these two elements, both included; what is in ``shown``
    is never dropped (a page may hide its text until a script has run).
    """
    pieces: list[str] = []
    taking = first is None
    preformatted = 0
    for node, entering in _steps(root, shown):
        if entering and first is not None and node.mem_id == first.mem_id:
            taking = True
        if node.is_text_node:
            if taking:
                pieces.append(_plain(node.text_content or "", preformatted > 0))
            continue
        tag = node.tag or ""
        preformatted += (1 if entering else -1) if tag == "pre" else 0
        if taking:
            pieces.append((_OPENING if entering else _CLOSING).get(tag, ""))
        if not entering and last is not None and node.mem_id == last.mem_id:
            break
    return _tidy("".join(pieces))


def _steps(root: LexborNode, shown: frozenset[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Walk through an element's visible nodes in order, into each (true) and out of it; no recursion, as pages nest deeply."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering or node.is_text_node:
            continue
        stack.append((node, False))
        children = []
        child = node.child
        while child is not None:
            if child.is_text_node or (child.is_element_node and (child.mem_id in shown or not _is_dropped(child))):
                children.append((child, True))
            child = child.next
        stack.extend(reversed(children))


def _is_dropped(node: LexborNode) -> bool:
    """Whether an element is no part of what is read: code, forms, navigation, hidden things."""
    tag = node.tag or ""
    if tag in _DROPPED:
        return True
    names = node.attributes
    if not names:
        return False
    if "hidden" in names or names.get("aria-hidden") == "true" or _HIDDEN.search(names.get("style") or ""):
        return True
    if (names.get("role") or "").lower() in _DROPPED_ROLES:
        return True
    words = f"{names.get('class') or ''} {names.get('id') or ''}".lower().split()
    return tag != "body" and any(word in _DROPPED_NAMES for word in words)


def _plain(text: str, preformatted: bool) -> str:
    """The characters of a text node; a vertical tab stands for blanks with a line end in them, for ``_tidy`` to judge."""
    text = _INVISIBLE.sub("", text)
    if preformatted:
        return text.replace("\r\n", "\n").replace("\n", _BREAK)
    return _BLANKS.sub(lambda blanks: "\v" if "\n" in blanks[0] or "\r" in blanks[0] else " ", text)


def _tidy(text: str) -> str:
    """Join what stands on one line, as browsers do, and put at most one empty line between lines.

    A line end in the source between two wide characters is nothing, not a blank: Chinese is not spaced.
    """
    lines: list[str] = []
    gap = 0  # what the marks since the last line ask for: 1 a new line, 2 an empty line between
    text = _SOFT.sub(lambda blanks: "\v" if "\v" in blanks[0] else " ", text)
    for piece in _MARKS.split(_SOFT_WIDE.sub("", text).replace("\v", " ")):
        if piece == _PARAGRAPH:
            gap = 2
        elif piece == _LINE:
            gap = max(gap, 1)
        elif piece == _BREAK:
            gap = min(gap + 1, 2)
        elif line := piece.strip():
            lines.extend(["", line] if gap > 1 and lines else [line])
            gap = 0
    return "\n".join(lines)


_DAY = re.compile(r"\s*(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)|\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_ZONED = re.compile(r"\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)")
_CHINA = timezone(timedelta(hours=8))


def parse_day(text: str) -> date | None:
    """The day that a date field gives, or nothing. A time with a zone is the day that it is then in China."""
    try:
        if zoned := _ZONED.match(text):
            offset = zoned[3].replace("Z", "+00:00")
            offset = offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
            return datetime.fromisoformat(f"{zoned[1]}T{zoned[2]}:00{offset}").astimezone(_CHINA).date()
        if day := _DAY.match(text):
            year, month, number = (int(part) for part in day.groups() if part)
            return date(year, month, number)
    except (ValueError, OverflowError):
        pass  # 2024-02-30: a date field that gives no day
    return None
