"""How well pages are read that are set in other ways: wrapped, in one line, with spaces or tags left in.

``python tests/bench/layouts.py [GOLD] [--pages PAGES]``: the pages are set anew in each of the ways in which sites, papers and
converters of files set theirs, and judged by the same gold, for what they say stays the same.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.evaluate import Evaluation, evaluate
from kg.model import Page, Reading
from kg.pipeline import read_page
from kg.results import format_table

TESTS = Path(__file__).resolve().parents[1]

_PARAGRAPH = 30  #: characters that a line of running text has at least
_HALF_WIDTH = str.maketrans("，；：（）？！", ",;:()?!")


def _line_by_line(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(change(line) if len(line) > _PARAGRAPH else line for line in text.split("\n"))


def _wrapped(text: str, width: int = 24) -> str:
    """Every line broken at the column's edge, with an empty line between paragraphs."""
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width))


def _wrapped_and_indented(text: str) -> str:
    """The same without empty lines, the first line of each paragraph indented."""
    return re.sub(r"\n\n+", "\n", _wrapped(_line_by_line(text, "　　{}".format), 30))


def _joined_by_spaces(text: str) -> str:
    """All line breaks turned into spaces."""
    return re.sub(r"\s*\n\s*", " ", text.strip())


def _spaces_at_joins(text: str) -> str:
    """Wrapped by a converter, and put together again with a space at each join."""
    return _line_by_line(text, lambda line: " ".join(line[at : at + 31] for at in range(0, len(line), 31)))


def _stray_spaces(text: str) -> str:
    """A space behind every fiftieth character or so, as recognition of letters leaves them."""
    chance = random.Random(1)
    return "".join(char + " " * ("\u4e00" <= char <= "\u9fff" and chance.random() < 0.02) for char in text)


def _broken_columns(text: str) -> str:
    """Paragraphs broken in mid-sentence by an empty line."""
    chance = random.Random(2)

    def tear(line: str) -> str:
        inner = range(_PARAGRAPH, len(line) - _PARAGRAPH)
        return "".join(char + "\n\n" * (at in inner and chance.random() < 0.008) for at, char in enumerate(line))

    return _line_by_line(text, tear)


def _without_last_stops(text: str) -> str:
    """Paragraphs without their last full stop."""
    return re.sub(r"。(?=\s*(?:\n|$))", "", text)


def _a_line_to_each_sentence(text: str) -> str:
    """Posts on telephones: each sentence a paragraph, without its full stop."""
    return re.sub(r"。(?=[^”’\n])|。$", "\n\n", text, flags=re.MULTILINE)


def _half_width_marks(text: str) -> str:
    return text.translate(_HALF_WIDTH)


def _straight_quotes(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def _paragraph_tags(text: str) -> str:
    return "\n".join(f"<p>{line}</p>" if line.strip() else line for line in text.split("\n"))


def _entities(text: str) -> str:
    return _line_by_line(text, "&nbsp;&nbsp;{}".format).replace("“", "&ldquo;").replace("”", "&rdquo;")


LAYOUTS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "half-width marks": _half_width_marks,
    "straight quotes": _straight_quotes,
    "tags left in": _paragraph_tags,
    "entities left in": _entities,
    "wrapped": _wrapped,
    "wrapped, indented": _wrapped_and_indented,
    "broken columns": _broken_columns,
    "spaces at joins": _spaces_at_joins,
    "stray spaces": _stray_spaces,
    "all in one line": _joined_by_spaces,
    "no last stops": _without_last_stops,
    "a line to each sentence": _a_line_to_each_sentence,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each layout."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=TESTS / "gold" / "held-out", help="folder of gold files")
    parser.add_argument("--pages", type=Path, default=None, help="folder of their pages")
    options = parser.parse_args(arguments)
    pages = options.pages or TESTS / "pages" / options.gold.name
    found = [(name, judge(options.gold, pages, name)) for name in LAYOUTS]
    rows = [(name, f"{each.entity_f1:.3f}", f"{each.fact_f1:.3f}") for name, each in found]
    print(format_table(("layout", "entities", "facts"), rows))
    return 0


def judge(gold: Path, pages: Path, layout: str) -> Evaluation:
    """The pages read in one layout, by their gold."""
    return evaluate(gold, pages, read=lambda page: read_in(page, layout))


def read_in(page: Page, layout: str) -> Reading:
    """The reading of a page that is laid out anew."""
    return read_page(replace(page, text=LAYOUTS[layout](page.text)))


if __name__ == "__main__":
    raise SystemExit(main())
