"""The sheet of one article: its text, the names in it as links, the sentences that prove something underlined, and the facts.

The text is that of the page, as the build has kept it; where it is not there the sheet shows the quotes alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Fact, Kind
from kg.views.catalogue import Source, ends_of
from kg.views.desk import ORDER, UNTITLED, Cite, Desk, Line, say_roles
from kg.views.kinds import KIND_LABELS, order_of, type_of
from kg.views.quotes import Span, join_lines
from kg.views.sheets import Markup, render_sheet

MAX_TEXT = 200_000  #: characters of an article that are shown
MAX_BESIDE = 20  #: articles before and behind it on the same page
_Notes = Mapping[Span, Sequence[tuple[int, Fact]]]  #: sentence → (number of the proof, fact)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|(?<=[。！？”])\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: within a name, within a sentence that proves something, and what notes stand behind it."""

    text: str
    type: str = ""  #: of the name
    href: str = ""  #: its sheet; empty where several names are called so
    said: bool = False
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence and the facts that it proves."""

    number: int
    quote: Markup | str
    lines: tuple[tuple[Line, int, str], ...]  #: with confidence in per cent, and rule
    place: str
    shown: bool  #: whether the sentence stands in the text above


@dataclass(frozen=True, slots=True)
class _Name:
    """A place in the text where a name stands."""

    start: int
    end: int
    type: str
    href: str


def render_article(desk: Desk, article: str) -> str:
    """The whole sheet of an article."""
    source = desk.atlas.catalogue.sources[article]
    notes = _find_notes(desk, article)
    paragraphs = _read_paragraphs(desk, source, article, notes)
    head, body = _part_headline(source.headline, paragraphs)
    seen = {number for paragraph in paragraphs for piece in paragraph for number in piece.notes}
    cite = desk.cite(article)
    return render_sheet(
        "article",
        title=f"{cite.headline} · 县志",
        label=join_lines(source.headline) or UNTITLED,
        head=head,
        body=body,
        kept=bool(paragraphs),
        cut=sum(end - start for start, end in source.extent) > MAX_TEXT,
        date=cite.date,
        file=cite.file,
        path=cite.path,
        signed=[(role, [desk.link(name) for name in names]) for role, names in say_roles(desk.signed.get(article, ()))],
        notes=[_show_note(desk, number, span, notes[span], number in seen) for number, span in enumerate(notes, 1)],
        facts=len({fact.id for found in notes.values() for _, fact in found}),
        named=_list_named(desk, article),
        beside=_list_beside(desk, source),
    )


def _find_notes(desk: Desk, article: str) -> dict[Span, list[tuple[int, Fact]]]:
    """The sentences of an article that prove something, in the order of the page, each with (number of its proof, fact)."""
    notes: dict[Span, list[tuple[int, Fact]]] = defaultdict(list)
    for evidence, fact in desk.proven.get(article, ()):
        notes[evidence.start, evidence.end].append((fact.evidence.index(evidence), fact))
    return dict(sorted(notes.items()))


def _show_note(desk: Desk, number: int, span: Span, found: Sequence[tuple[int, Fact]], shown: bool) -> Note:
    evidence = found[0][1].evidence[found[0][0]]
    lines = []
    for at, fact in sorted(found, key=lambda pair: (ORDER[pair[1].predicate], pair[1].id)):
        proof = fact.evidence[at]
        lines.append((desk.tell(fact, proofs=False), round(proof.score * 100), proof.by))
    quote = desk.mark(evidence, found[0][1]) if len(found) == 1 else join_lines(evidence.quote)
    return Note(number, quote, tuple(lines), f"{span[0]}–{span[1]}", shown)


# ── the text ──


def _read_paragraphs(desk: Desk, source: Source, article: str, notes: _Notes) -> list[list[Piece]]:
    """The paragraphs of an article as pieces; none where the page's text has not been kept."""
    text = desk.texts.read(source.sha256) if source.extent else None
    if text is None:
        return []
    index = _index_forms(desk, article)
    said = _merge(notes)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(notes, 1):
        if any(left <= start and end <= right for left, right in source.extent):
            ends[end].append(number)
    paragraphs = []
    room = MAX_TEXT
    for start, end in source.extent:
        end = min(end, start + room, len(text))
        if end <= start:
            continue
        room -= end - start
        found = _find_names(text, start, end, index, notes)
        names = [_Name(left, right, *_show_bearers(desk, bearers)) for left, right, bearers in found]
        for left, right in _split(text, start, end):
            paragraphs.append(list(_cut(text, left, right, names, said, ends)))
    return [paragraph for paragraph in paragraphs if any(piece.text for piece in paragraph)]


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs: at empty lines, and where a line closes with a full stop."""
    for found in _PARAGRAPH.finditer(text, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _merge(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch or overlap as one; sorted."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _index_forms(desk: Desk, article: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """All that the names of an article are called, by first character, the longest first, each with those that are called so."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in desk.named.get(article, ()):
        for form in {"".join(form.split()) for form in desk.forms_of(name)}:
            if len(form) > 1:
                bearers[form].append(name)
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for form in sorted(bearers, key=lambda form: (-len(form), form)):
        index[form[0]].append((form, tuple(bearers[form])))
    return dict(index)


def _find_names(
    text: str,
    start: int,
    end: int,
    index: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]],
    notes: _Notes,
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where names stand in a stretch, across the line breaks of columns: start, end, and who is meant."""
    places = [at for at in range(start, end) if not text[at].isspace()]
    plain = "".join(text[at] for at in places)
    spans = list(notes)
    at = 0
    while at < len(plain):
        for form, bearers in index.get(plain[at], ()):
            if plain.startswith(form, at):
                left, right = places[at], places[at + len(form) - 1] + 1
                if "\n\n" not in text[left:right]:
                    yield left, right, _tell_apart(bearers, left, right, spans, notes)
                    at += len(form) - 1
                    break
        at += 1


def _show_bearers(desk: Desk, bearers: Sequence[str]) -> tuple[str, str]:
    """The type of those who are called so, and the sheet of the one, where there is one."""
    file = desk.register.names.get(bearers[0], "") if len(bearers) == 1 else ""
    return type_of(desk.atlas.catalogue.entities[bearers[0]]), f"../{file}" if file else ""


def _tell_apart(bearers: tuple[str, ...], left: int, right: int, spans: Sequence[Span], notes: _Notes) -> tuple[str, ...]:
    """Who of several that are called the same is meant: the one of whom the sentence says something, if it is one."""
    if len(bearers) == 1:
        return bearers
    for at in range(bisect_right(spans, (left, right)), 0, -1):
        start, end = spans[at - 1]
        if start <= left and right <= end:
            bound = {name for _, fact in notes[start, end] for name in ends_of(fact)}
            meant = tuple(name for name in bearers if name in bound)
            return meant if len(meant) == 1 else bearers
    return bearers


def _cut(
    text: str, start: int, end: int, names: Sequence[_Name], said: Sequence[Span], ends: Mapping[int, Sequence[int]]
) -> Iterator[Piece]:
    """A paragraph cut wherever a name or a sentence begins or ends."""
    here = names[bisect_left(names, start, key=lambda name: name.end - 1) : bisect_left(names, end, key=lambda name: name.start)]
    told = [(left, right) for left, right in said if left < end and right > start]
    places = {start, end, *(place for name in here for place in (name.start, name.end))}
    places |= {place for span in told for place in span} | {place for place in ends if start < place <= end}
    cuts = sorted(place for place in places if start <= place <= end)
    at = 0
    for left, right in pairwise(cuts):
        while at < len(here) and here[at].end <= left:
            at += 1
        name = here[at] if at < len(here) and here[at].start <= left else None
        yield Piece(
            text=join_lines(text[left:right]),
            type=name.type if name else "",
            href=name.href if name else "",
            said=any(first <= left and right <= last for first, last in told),
            notes=tuple(ends.get(right, ())),
        )


def _part_headline(headline: str, paragraphs: Sequence[Sequence[Piece]]) -> tuple[list[Sequence[Piece]], list[Sequence[Piece]]]:
    """The paragraphs of the headline, where those at the beginning are just it, and the others."""
    wanted = "".join(headline.split())
    for number, paragraph in enumerate(paragraphs, 1):
        text = "".join("".join(piece.text.split()) for piece in paragraph)
        if not text or not wanted.startswith(text):
            break
        wanted = wanted.removeprefix(text)
        if not wanted:
            return list(paragraphs[:number]), list(paragraphs[number:])
    return [], list(paragraphs)


# ── beside the text ──


def _list_named(desk: Desk, article: str) -> list[tuple[str, list[Markup]]]:
    """The names that an article mentions, by kind."""
    entities = desk.atlas.catalogue.entities
    found: dict[Kind, list[str]] = {kind: [] for kind in KIND_LABELS}
    for name in desk.named.get(article, ()):
        found[entities[name].kind].append(name)
    return [(KIND_LABELS[kind], [desk.link(name) for name in _sort_names(desk, names)]) for kind, names in found.items() if names]


def _sort_names(desk: Desk, names: Iterable[str]) -> list[str]:
    entities = desk.atlas.catalogue.entities
    return sorted(names, key=lambda name: (order_of(entities[name]), entities[name].adcode, -desk.atlas.ties[name], name))


def _list_beside(desk: Desk, source: Source) -> list[Cite]:
    """The other articles of the same page, in their order."""
    others = desk.on_page.get((source.page, source.sha256), ())
    if source.id not in others:
        return []
    at = list(others).index(source.id)
    near = others[max(0, at - MAX_BESIDE) : at + MAX_BESIDE + 1]
    return [desk.cite(article) for article in near if article != source.id]
