"""Where the names of a fact stand in its sentence, and a text cut at such places.

The rules are those of the index and the maps (``assets/shared.js``), which mark the same words in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]  #: half-open


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text, marked or not."""

    text: str
    marked: bool = False


def find_forms(text: str, forms: Iterable[str]) -> list[Span]:
    """All places where one of the forms stands, none within another; the longest form has the first choice."""
    places: list[Span] = []
    for form in sorted({form for form in forms if form}, key=lambda form: (-len(form), form)):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if all(end <= left or at >= right for left, right in places):
                places.append((at, end))
            at = text.find(form, end)
    return sorted(places)


def find_marks(text: str, subject: Sequence[str], target: Sequence[str], words: Sequence[str], *, post: bool) -> list[Span]:
    """What to mark in a sentence: the names of a fact; of the titles and bodies of a post those that belong to the person.

    区委书记冯见川、区委副书记汤启明 says 书记 twice: only the one beside 冯见川 proves that fact.
    """
    people, bodies, titles = (find_forms(text, forms) for forms in (subject, target, words))
    if not post or not people:
        return [*people, *bodies, *titles]
    title = [_nearest(titles, people)] if titles else []
    body = [_nearest(bodies, title or people)] if bodies else []
    return [*people, *title, *body]


def _nearest(places: Sequence[Span], others: Sequence[Span]) -> Span:
    """The place nearest to any of the others; what stands before them counts as nearer than what stands behind."""

    def gap(place: Span) -> int:
        return min(_gap(place, other) for other in others)

    return min(places, key=gap)


def _gap(one: Span, other: Span) -> int:
    if one[1] <= other[0]:
        return other[0] - one[1]
    return (one[0] - other[1]) * 2 if one[0] >= other[1] else 0


def cut_runs(text: str, marks: Iterable[Span]) -> tuple[Run, ...]:
    """A text cut at its marks, without the line breaks that columns put into it; marks that overlap flow into one."""
    return tuple(_cut(text, sorted(marks)))


def _cut(text: str, marks: Sequence[Span]) -> Iterator[Run]:
    done = 0
    for start, end in marks:
        start = max(start, done)
        if end > start:
            if start > done:
                yield Run(join_lines(text[done:start]))
            yield Run(join_lines(text[start:end]), True)
            done = end
    if done < len(text):
        yield Run(join_lines(text[done:]))


def join_lines(text: str) -> str:
    """A text on one line, as the columns of a newspaper are read."""
    return re.sub(r"\s*\n\s*", "", text) if "\n" in text else text
