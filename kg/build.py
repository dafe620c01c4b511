"""The only file that knows the order of the stages: pages are read, readings become a graph, the graph a store and views."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.cache import open_cache
from kg.confidence import keep_sure
from kg.engines import ENGINES, Reader
from kg.errors import InputError, KgError
from kg.folder import replacing
from kg.graph import PAGES, check_base, write_graph, write_page_text
from kg.ledger import LEDGER, LedgerWriter, make_entry, name_maker
from kg.model import Page, Problem, Reading, Result
from kg.ontology import DEFAULT_BASE
from kg.pipeline import read_page
from kg.read import Fields, read_pages
from kg.store import STORE, build_store
from kg.turtle import GRAPH_NT, GRAPH_TTL
from kg.views import ARTICLES, NAMES, write_views
from kg.withhold import PROBLEMS, hide_details, withhold_page

OUTPUT = Path("output")
#: All that a build writes into its folder.
PARTS = (GRAPH_NT, GRAPH_TTL, LEDGER, PAGES, STORE, PROBLEMS, "index.html", "views", NAMES, ARTICLES)

#: Told the stage that is at work (``read`` ``graph`` ``store`` ``views``) and how many pages have been read.
Progress = Callable[[str, int], None]


def build(
    sources: Iterable[str | Path] | str | Path,
    out: str | Path = OUTPUT,
    *,
    base: str = DEFAULT_BASE,
    workers: int = 1,
    engine: str = "local",
    fields: Fields | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
    read: Reader = read_page,
    min_confidence: float = 0.0,
    withhold_private: bool = False,
) -> Result:
    """Read pages and write all that is made of them into the folder ``out``.

    The same pages give the same bytes, whatever their order and however many ``workers`` (processes) read them. ``fields``
    names the fields of JSONL records; ``cache`` is a private folder in which readings are kept. Evidence below ``min_confidence``
    (0 to 1) is left out, and so is a fact that has none left. With ``withhold_private`` residents and private persons are in
    nothing that is written, and only counted (``kg.withhold``).

    Raises ``InputError`` where no page could be read, and ``KgError`` where another build is writing into ``out``, or ``out``
    holds other things of the names of ``PARTS``; in each case ``out`` is left as it was.
    """
    check_base(base)
    if engine not in ENGINES:
        raise KgError(f"no engine {engine!r}; there are: {', '.join(ENGINES)}")
    told: Progress = progress or (lambda stage, pages: None)
    out = Path(out)
    reader = read if cache is None else open_cache(cache, read)
    maker = name_maker(read)
    with replacing(out, PARTS) as stage:
        problems: list[Problem] = []
        withheld: dict[str, int] = {}  # persons, by the hash of the page
        items = leave_out(read_sources(sources, fields or Fields()), out)
        outcomes = ENGINES[engine](items, reader, workers=workers)
        with LedgerWriter(stage / LEDGER) as ledger:

            def keep(page: Page, lines: Iterable[str]) -> Iterable[str]:
                if withhold_private:
                    kept = withhold_page(lines, page.text)
                    page, lines = replace(page, text=kept.text), kept.lines
                    withheld[page.sha256] = max(kept.persons, withheld.get(page.sha256, 0))
                write_page_text(stage, page)
                entry = make_entry(page, lines, base=base, maker=maker, least=min_confidence, withhold=withhold_private)
                ledger.add(entry)
                return entry.lines

            readings = (keep_sure(reading, min_confidence) for reading in _keep(outcomes, problems, told))
            counts = write_graph(readings, stage, base=base, keep=keep)
        if withhold_private:
            problems = [hide_details(problem) for problem in problems]
        found = tuple(sorted(set(problems), key=lambda problem: (problem.where, problem.what)))
        if not counts.pages:
            raise InputError(_say_nothing_read(found))
        write_problems(stage / PROBLEMS, found)
        told("store", counts.pages)
        build_store(stage / GRAPH_NT, stage / STORE)
        told("views", counts.pages)
        write_views(stage)
    return Result(counts.pages, counts.articles, counts.entities, counts.facts, found, sum(withheld.values()))


def read_sources(sources: Iterable[str | Path] | str | Path, fields: Fields) -> Iterator[Page | Problem]:
    """The pages of these sources, with the fields of records so named."""
    return read_pages(
        sources,
        text_field=fields.text,
        title_field=fields.title,
        date_field=fields.date,
        site_field=fields.site,
        url_field=fields.url,
    )


def leave_out(items: Iterable[Page | Problem], out: Path) -> Iterator[Page | Problem]:
    """All but what an earlier build has written: its texts and views are no pages, though they may lie among the sources."""
    folder = os.path.join(os.path.realpath(out), "")
    own = re.compile(f"{re.escape(folder)}({'|'.join(map(re.escape, PARTS))})(?![^/{re.escape(os.sep)}#:])")
    for item in items:
        if not own.match(os.path.realpath(item.name if isinstance(item, Page) else item.where)):
            yield item


def _keep(outcomes: Iterable[Reading | Problem], problems: list[Problem], told: Progress) -> Iterator[Reading]:
    """Pass readings on; keep all problems."""
    pages = 0
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        problems.extend(outcome.problems)
        pages += 1
        told("read", pages)
        yield outcome
    told("graph", pages)


def _say_nothing_read(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return "there is no page to read"
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"no page could be read: {problems[0].where}: {problems[0].what}{more}"


def write_problems(path: Path, problems: Iterable[Problem]) -> None:
    """Write problems, one JSON object a line."""
    lines = (json.dumps({"where": problem.where, "what": problem.what}, ensure_ascii=False) for problem in problems)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
