"""Pages as text: a template, its style and scripts, and its data, all in one file that loads nothing.

Invariants of every page: what comes from news pages is data, in one JSON block in which ``<``, ``>`` and ``&`` are escaped;
scripts put it on the screen as text nodes only; a Content-Security-Policy lets run the page's own scripts, known by their
hash, and forbids every load.
"""

from __future__ import annotations

import json
import re
import unicodedata
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import Any

_ASSETS = Path(__file__).parent / "assets"
#: What could end or bend a script block, or break a line in old JavaScript.
_HARMFUL = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands before, between and after a page's title and its data."""

    head: str
    between: str
    tail: str


def render_page(template: str, *, title: str, data: dict[str, Any]) -> str:
    """One whole page. ``template`` is ``index`` or ``view``: assets of that name give its body, style and script."""
    page = _assemble(template)
    return "".join((page.head, escape(calm(title)), page.between, dump_json(data), page.tail))


@cache
def _assemble(template: str) -> _Page:
    """All of a page but its title and its data, put together and hashed once for all pages of a kind."""
    parts = ("shared", "graph", "draw", "save", "view") if template == "view" else ("shared", template)
    scripts = [read_asset(f"{part}.js") for part in parts]
    script = "\n".join((_read_vis(), *scripts) if template == "view" else scripts)
    style = read_asset("shared.css") + read_asset(f"{template}.css")
    sources = f"script-src {hash_source(script)}; style-src {hash_source(style)}"
    policy = f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"
    head, between, tail = re.split(r"\$title|\$data", read_asset("page.html"))
    fill = {"policy": policy, "style": style, "script": script, "body": read_asset(f"{template}.html")}
    return _Page(*(Template(part).substitute(fill) for part in (head, between, tail)))


def dump_json(data: Any) -> str:
    """JSON that can stand in a script element: no character in it can end the element or open a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char, escaped in _HARMFUL:
        text = text.replace(char, escaped)
    return text


def calm(text: str) -> str:
    """A title without line ends and without the characters that turn the direction of the text round it."""
    if text.isprintable():
        return text
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp"))


def hash_source(text: str) -> str:
    """A script or style as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}'"


@cache
def read_asset(name: str) -> str:
    """A file of ``assets/``."""
    return (_ASSETS / name).read_text(encoding="utf-8")


@cache
def _read_vis() -> str:
    """vis-network as pyvis ships it (Apache-2.0 or MIT, its notice stands on top), without the pointer to its source map."""
    spec = find_spec("pyvis")
    assert spec is not None and spec.origin is not None
    text = (Path(spec.origin).parent / "lib" / "vis-9.1.2" / "vis-network.min.js").read_text(encoding="utf-8")
    text = text.replace("\r\n", "\n")
    head, _, tail = text.rpartition("//# sourceMappingURL=")
    text = head if head and "\n" not in tail.strip() else text
    assert "</script" not in text.lower() and "<!--" not in text
    return text
