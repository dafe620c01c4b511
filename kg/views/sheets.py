"""Sheets as text: templates filled by Jinja2, one small style for all, no script, nothing loaded.

Invariants of every sheet: what comes from news pages is escaped by the template engine, and stands within elements that keep its
direction to itself; a Content-Security-Policy admits the sheet's own style by its hash, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from kg.views.kinds import LOOKS
from kg.views.pages import calm, hash_source, read_asset
from kg.views.quotes import Run

__all__ = ["MARK", "Markup", "embolden", "link_name", "render_part", "render_sheet"]

#: How every sheet begins: what tells it from a file of the user's own.
MARK = '<!doctype html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="Xianzhi">\n'

_LINK = Markup('<a class="name" href="{}"><span class="glyph {} t-{}" aria-hidden="true"></span><bdi>{}</bdi></a>')
_BARE = Markup('<span class="name"><span class="glyph {} t-{}" aria-hidden="true"></span><bdi>{}</bdi></span>')


def render_sheet(template: str, **values: Any) -> str:
    """One whole sheet: ``templates/<template>.html``, filled."""
    return _load(template).render(values)


def render_part(macro: str, *values: Any) -> Markup:
    """A part that many sheets show, to be kept: a macro of ``templates/parts.html``, filled."""
    return Markup(getattr(_load("parts").module, macro)(*values))


def embolden(runs: Iterable[Run]) -> Markup:
    """A text with its marked runs in bold."""
    return Markup("".join(f"<b>{escape(run.text)}</b>" if run.marked else escape(run.text) for run in runs))


def link_name(label: str, type_: str, shape: str, href: str) -> Markup:
    """A name with the shape of its type, as a link where there is something to link to."""
    return _LINK.format(href, shape, type_, label) if href else _BARE.format(shape, type_, label)


@cache
def _load(template: str) -> Template:
    return _environment().get_template(f"{template}.html")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    style = _make_style()
    policy = f"default-src 'none'; style-src {hash_source(style)}; base-uri 'none'; form-action 'none'"
    environment.globals.update(mark=Markup(MARK), style=Markup(style), policy=policy)
    environment.filters["calm"] = calm
    return environment


def _make_style() -> str:
    """The colours of the index, the looks of the types, and the style of sheets, without what only its readers need."""
    palette, found, _ = read_asset("shared.css").partition("\n* {")
    assert found, "shared.css begins with the palette"
    light = "".join(f".t-{type_}{{--t:{look.light}}}" for type_, look in LOOKS.items())
    dark = "".join(f".t-{type_}{{--t:{look.dark}}}" for type_, look in LOOKS.items())
    text = f"{palette}\n{light}\n@media (prefers-color-scheme: dark) {{{dark}}}\n{read_asset('sheet.css')}"
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "", text)
