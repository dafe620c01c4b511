"""Small drawings of when pages say something: bars and dots on an axis of days, as values that a template turns into SVG.

A drawing is as wide as the page lets it: places along the axis are percentages, heights are pixels, and words keep their size on
a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.views.pages import calm

MAX_ROWS = 40  #: of one drawing
_MARGIN = 2.0  #: per cent on each side
_TOP, _ROW, _BOTTOM = 6, 40, 26  #: pixels
_LABEL = 30  #: characters


@dataclass(frozen=True, slots=True)
class Dot:
    """One day on which pages say something."""

    day: date
    words: str  #: what a pointer that rests on it is told
    first: bool = False  #: drawn larger


@dataclass(frozen=True, slots=True)
class Strip:
    """One row: what it is called, and its days; ``bar`` joins the first and the last of them."""

    label: str
    dots: tuple[Dot, ...]
    bar: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    at: float  #: per cent of the width
    words: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    y: int
    label: str
    points: tuple[Point, ...]
    bar: tuple[float, float] | None  #: where it begins, and how long it is


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, all places worked out."""

    title: str
    summary: str  #: the same in words, for those who do not see it
    height: int
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str, str], ...]  #: place, words, ``text-anchor``
    left_out: int = 0


def draw_chart(title: str, strips: Iterable[Strip]) -> Chart | None:
    """The drawing of these rows, in their order; none where no row has a day."""
    dated = [strip for strip in strips if strip.dots]
    if not dated:
        return None
    shown = dated[:MAX_ROWS]
    days = [dot.day for strip in shown for dot in strip.dots]
    first, last = min(days), max(days)
    rows = tuple(_place(strip, number, first, last) for number, strip in enumerate(shown))
    return Chart(
        title=title,
        summary="；".join(_tell(strip) for strip in shown),
        height=_TOP + _ROW * len(rows) + _BOTTOM,
        rows=rows,
        ticks=_find_ticks(first, last),
        left_out=len(dated) - len(shown),
    )


def _place(strip: Strip, number: int, first: date, last: date) -> Row:
    by_place: dict[float, list[Dot]] = {}
    for dot in sorted(strip.dots, key=lambda dot: (dot.day, dot.words)):
        by_place.setdefault(_at(dot.day, first, last), []).append(dot)
    points = tuple(Point(at, _say(dots), any(dot.first for dot in dots)) for at, dots in by_place.items())
    start, end = points[0].at, points[-1].at
    label = calm(strip.label)
    label = label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
    return Row(_TOP + _ROW * number, label, points, (start, round(end - start, 2)) if strip.bar and end > start else None)


def _say(dots: Sequence[Dot]) -> str:
    """What stands at one place, for a pointer that rests there."""
    return calm(f"{dots[0].day} {'、'.join(dict.fromkeys(dot.words for dot in dots[:6]))}")


def _at(day: date, first: date, last: date) -> float:
    if first == last:
        return 50.0
    return round(_MARGIN + (100 - 2 * _MARGIN) * (day - first).days / (last - first).days, 2)


def _tell(strip: Strip) -> str:
    days = sorted(dot.day for dot in strip.dots)
    span = f"{days[0]}" if days[0] == days[-1] else f"{days[0]}至{days[-1]}"
    return calm(f"{strip.label}：{span}")


def _find_ticks(first: date, last: date) -> tuple[tuple[float, str, str], ...]:
    """The first and the last day, and between them beginnings of years or months as far as they have room."""
    if first == last:
        return ((50.0, first.isoformat(), "middle"),)
    span = (last - first).days
    inner = [(day, words) for day, words in _beginnings(first, last) if 0.27 < (day - first).days / span < 0.73]
    ends = ((_at(first, first, last), first.isoformat(), "start"), (_at(last, first, last), last.isoformat(), "end"))
    return (ends[0], *((_at(day, first, last), words, "middle") for day, words in _thin(inner)), ends[1])


def _beginnings(first: date, last: date) -> list[tuple[date, str]]:
    if last.year - first.year >= 2:
        return [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1)]
    found = []
    day = first.replace(day=1)
    while (day := (day + timedelta(days=32)).replace(day=1)) <= last:
        found.append((day, f"{day.year}-{day.month:02}"))
    return found


def _thin(ticks: Sequence[tuple[date, str]]) -> Sequence[tuple[date, str]]:
    """At most three, evenly chosen."""
    if len(ticks) <= 3:
        return ticks
    middle = len(ticks) // 2
    return [ticks[0], ticks[middle], ticks[-1]] if len(ticks) > 6 else [ticks[middle]]
