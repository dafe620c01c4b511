"""Put single pages into a built folder, or take them out, without reading the others again.

The result is, byte for byte, what a build of the pages that are then in it would write. Only those subjects change of which an
added or a removed page speaks: what the pages that stay say of them is taken from the ledger and joined anew, and the store
gets just the difference. All is made beside and moved in at once, as a build does it; an update that is killed changes nothing.
"""

from __future__ import annotations

import fnmatch
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from kg.build import OUTPUT, PARTS, Progress, leave_out, read_sources, write_problems
from kg.confidence import keep_sure
from kg.engines import ENGINES, Reader
from kg.errors import InputError, StoreError
from kg.folder import replacing
from kg.graph import PAGES, triples, write_page_text
from kg.ledger import LEDGER, Entry, Head, LedgerWriter, link_texts, make_entry, name_maker, read_ledger
from kg.model import Page, Problem, Reading
from kg.pipeline import read_page
from kg.read import Fields
from kg.store import STORE, change_store
from kg.turtle import GRAPH_NT, GRAPH_TTL, Change, replace_subjects, subject_of
from kg.views import write_views
from kg.withhold import PROBLEMS, find_kept_hashes, hide_details, withhold_page


@dataclass(frozen=True, slots=True)
class Update:
    """What an update has changed."""

    added: int  #: pages
    replaced: int
    removed: int
    pages: int  #: in the folder now
    triples_added: int
    triples_removed: int
    problems: tuple[Problem, ...] = ()  #: of the pages that were to be added


def update(
    directory: str | Path = OUTPUT,
    *,
    add: Iterable[str | Path] | str | Path = (),
    remove: Iterable[str | Path] | str | Path = (),
    workers: int = 1,
    fields: Fields | None = None,
    progress: Progress | None = None,
    read: Reader = read_page,
) -> Update:
    """Add pages to the build in a folder, and remove pages from it.

    ``add`` is what a build reads: files, folders, globs. A file that is in the build already, by its name, is replaced with all
    its records; what the build left out for want of confidence, or withheld, stays out of the new pages too. ``remove`` takes
    names as the build has them (``pages/a.txt``, ``all.jsonl``, ``all.jsonl#12``), and folders and globs of such names.
    Raises ``InputError`` for a name that no page has, and where no page would be left; ``StoreError`` where the folder holds no
    build, or one by another version of the program or of the word lists, whose pages might be read differently today. In each
    case the folder is left as it was.
    """
    directory, told = Path(directory), progress or (lambda stage, pages: None)
    if not directory.is_dir():
        raise StoreError(f"{directory} holds no build; build one: kg build PAGES --out {directory}")
    maker = name_maker(read)
    with replacing(directory, PARTS) as stage:
        head = _first_head(directory)
        base = _agreed_base(head, maker, directory)
        items = leave_out(read_sources(_listed(add), fields or Fields()), directory)
        outcomes = _tell(ENGINES["local"](items, read, workers=workers), told)
        new = _read_new(outcomes, stage, base=base, maker=maker, least=head.least, withhold=head.withhold)
        old = _look_through(directory, _listed(remove), new, base=base, maker=maker)
        if not old.staying | new.entries.keys():
            raise InputError(f"no page would be left in {directory}: delete the folder, or add pages in the same step")
        told("graph", len(new.entries))
        changed = {subject_of(line) for entry in (*old.gone.values(), *new.entries.values()) for line in entry.lines}
        digests, lines = _write_ledger(directory, stage, old, new, changed)
        change = replace_subjects(directory, stage, changed, lines, base=base)
        link_texts(directory / PAGES, stage / PAGES, digests)
        write_problems(stage / PROBLEMS, sorted(old.problems | new.problems, key=lambda problem: (problem.where, problem.what)))
        told("store", len(new.entries))
        change_store(directory / STORE, stage / GRAPH_NT, stage / STORE, removed=change.removed, added=change.added)
        told("views", len(new.entries))
        write_views(stage)
    return _count(old, new, change)


# ── which pages ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _New:
    """What is to be added."""

    entries: dict[str, Entry]  #: by key
    problems: frozenset[Problem]
    files: frozenset[str]  #: all that was read, readable or not


@dataclass(frozen=True, slots=True)
class _Old:
    """What was there: the pages that stay and those that go."""

    staying: frozenset[str]  #: keys
    gone: dict[str, Entry]  #: by key
    problems: frozenset[Problem]  #: of what stays


def _listed(given: Iterable[str | Path] | str | Path) -> list[str | Path]:
    return [given] if isinstance(given, str | Path) else list(given)


def _first_head(directory: Path) -> Head:
    for entry in read_ledger(directory):
        return entry.head
    raise StoreError(f"{directory / LEDGER} is damaged (it is empty); build again: kg build PAGES --out {directory}")


def _agreed_base(head: Head, maker: str, directory: Path) -> str:
    """The base of the IRIs; refuses a build whose pages would be read differently now."""
    if head.maker != maker:
        raise StoreError(
            f"{directory} was built by another version of the program, the word lists or the decisions, and its pages might be "
            f"read differently now: build it again (kg build PAGES --out {directory})"
        )
    return head.base


def _tell(outcomes: Iterable[Reading | Problem], told: Progress) -> Iterator[Reading | Problem]:
    for number, outcome in enumerate(outcomes, 1):
        told("read", number)
        yield outcome


def _read_new(outcomes: Iterable[Reading | Problem], stage: Path, *, base: str, maker: str, least: float, withhold: bool) -> _New:
    entries: dict[str, Entry] = {}
    problems: set[Problem] = set()
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.add(hide_details(outcome) if withhold else outcome)
            continue
        problems.update(map(hide_details, outcome.problems) if withhold else outcome.problems)
        page: Page = outcome.page
        lines: Iterable[str] = triples(keep_sure(outcome, least), base)
        if withhold:
            kept = withhold_page(lines, page.text)
            page, lines = replace(page, text=kept.text), kept.lines
        entry = make_entry(page, lines, base=base, maker=maker, least=least, withhold=withhold)
        entries[entry.head.key] = entry
        write_page_text(stage, page)
    names = (*(entry.head.page for entry in entries.values()), *(_page_of(problem) for problem in problems))
    return _New(entries, frozenset(problems), frozenset(map(_file_of, names)))


def _look_through(directory: Path, remove: Sequence[str | Path], new: _New, *, base: str, maker: str) -> _Old:
    """Tell the pages that stay from those that are removed by name or read again."""
    patterns = {Path(name).as_posix(): False for name in remove}

    def goes(page: str) -> bool:
        matched = [pattern for pattern in patterns if _is_meant(page, pattern)]
        patterns.update(dict.fromkeys(matched, True))
        return bool(matched) or _file_of(page) in new.files

    staying, gone = set(), {}
    for entry in read_ledger(directory):
        if _agreed_base(entry.head, maker, directory) != base:
            raise StoreError(f"{directory / LEDGER} is of several builds: build it again")
        if goes(entry.head.page):
            gone[entry.head.key] = entry
        else:
            staying.add(entry.head.key)
    problems = frozenset(problem for problem in _read_problems(directory / PROBLEMS) if not goes(_page_of(problem)))
    unknown = [pattern for pattern, found in patterns.items() if not found]
    if unknown:
        raise InputError(f"no page of {directory} is called {unknown[0]}; {GRAPH_TTL} has the names (xz:fileName)")
    return _Old(frozenset(staying), gone, problems)


def _is_meant(page: str, pattern: str) -> bool:
    """Whether a name, a file of records, a folder or a glob stands for a page."""
    return page == pattern or _file_of(page) == pattern or page.startswith(f"{pattern}/") or fnmatch.fnmatchcase(page, pattern)


def _file_of(page: str) -> str:
    """The file of a page: all.jsonl#12 → all.jsonl."""
    return re.sub(r"#\d+$", "", page)


def _page_of(problem: Problem) -> str:
    """The page of a problem, without the line in it."""
    return re.sub(r":\d+$", "", problem.where)


def _read_problems(path: Path) -> Iterator[Problem]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Problem(**json.loads(line))


# ── what changes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_ledger(directory: Path, stage: Path, old: _Old, new: _New, changed: Collection[str]) -> tuple[set[str], list[str]]:
    """Write the new ledger; the hashes of all pages in it, and what they say of the changed subjects."""
    digests, lines = set(), []
    blanked: dict[str, set[frozenset[str]]] = defaultdict(set)
    for entry in (*new.entries.values(), *old.gone.values()):
        blanked[entry.head.sha256].add(find_kept_hashes(entry.lines))
    with LedgerWriter(stage / LEDGER) as ledger:
        for entry in chain(new.entries.values(), _staying(directory, old)):
            ledger.add(entry)
            digests.add(entry.head.sha256)
            if blanked.get(entry.head.sha256, set()) - {find_kept_hashes(entry.lines)} and entry.head.key in old.staying:
                raise StoreError(
                    f"{entry.head.page} is one text with a page that comes or goes, and other names are withheld from it: "
                    f"build {directory} again"
                )
            lines += [line for line in entry.lines if subject_of(line) in changed]
    return digests, lines


def _staying(directory: Path, old: _Old) -> Iterator[Entry]:
    return (entry for entry in read_ledger(directory) if entry.head.key in old.staying)


def _count(old: _Old, new: _New, change: Change) -> Update:
    files = {_file_of(entry.head.page) for entry in old.gone.values()}
    fresh = [entry.head for entry in new.entries.values() if entry.head.key not in old.gone]
    replaced = sum(1 for head in fresh if _file_of(head.page) in files)
    return Update(
        added=len(fresh) - replaced,
        replaced=replaced,
        removed=sum(1 for entry in old.gone.values() if _file_of(entry.head.page) not in new.files),
        pages=len(old.staying | new.entries.keys()),
        triples_added=len(change.added),
        triples_removed=len(change.removed),
        problems=tuple(sorted(new.problems, key=lambda problem: (problem.where, problem.what))),
    )
