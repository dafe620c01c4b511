"""The texts of the pages that a build has kept, and the passages of them that a reader wants to see round a quote."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kg.graph import PAGES

MAX_CONTEXT = 280  #: characters shown on each side of a quote


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page, ``[start, end)`` in its text. ``cut`` says whether the paragraph goes on before it, and behind it."""

    start: int
    end: int
    text: str
    cut: tuple[bool, bool] = (False, False)


@dataclass(slots=True)
class Texts:
    """The kept texts of a built folder, each read once; a page whose text is not there has none."""

    directory: Path
    _texts: dict[str, str | None] = field(default_factory=dict)

    def read(self, sha256: str) -> str | None:
        """The text of a page by its hash."""
        if sha256 not in self._texts:
            try:
                self._texts[sha256] = (self.directory / PAGES / f"{sha256}.txt").read_bytes().decode()
            except (OSError, UnicodeDecodeError):
                self._texts[sha256] = None
        return self._texts[sha256]

    def find_passage(self, sha256: str, start: int, end: int, quote: str) -> Passage:
        """The paragraph in which a quote stands, cut at sentences where it is long; the bare quote where the page is not kept.

        A paragraph ends at an empty line, and where a line closes with a full stop: there lines are whole paragraphs.
        """
        text = self.read(sha256)
        if text is None or text[start:end] != quote:
            return Passage(start, end, quote)
        first = max(text.rfind(mark, 0, start) + len(mark) if mark in text[:start] else 0 for mark in _BREAKS)
        found = [at for mark in _BREAKS if (at := text.find(mark, end)) >= 0]
        if text[end - 1 : end + 1] in _BREAKS:
            found.append(end)
        last = min((at + 1 if text[at] in _STOPS else at for at in found), default=len(text))
        left = _cut_left(text, first, start)
        right = _cut_right(text, end, max(last, end))
        return Passage(left, right, text[left:right], (left > first, right < last))


_STOPS = "。！？”"
_BREAKS = ("\n\n", *(f"{stop}\n" for stop in _STOPS))


def _cut_left(text: str, first: int, start: int) -> int:
    """Where the shown part begins: at most ``MAX_CONTEXT`` before the quote, behind a full stop where there is one."""
    if start - first <= MAX_CONTEXT:
        return first + len(text[first:start]) - len(text[first:start].lstrip())
    at = text.find("。", start - MAX_CONTEXT, start)
    return at + 1 if at >= 0 else start - MAX_CONTEXT


def _cut_right(text: str, end: int, last: int) -> int:
    if last - end <= MAX_CONTEXT:
        return end + len(text[end:last].rstrip())
    at = text.rfind("。", end, end + MAX_CONTEXT)
    return at + 1 if at >= 0 else end + MAX_CONTEXT
