"""Lines of N-Triples, in any order, to the two files of a graph.

What must be decided over all readings (the one preferred label, first and last attested, the greatest confidence) is decided
here, while the sorted lines are written, one subject at a time: the memory that it takes does not grow with the corpus, and
the bytes depend on the set of lines alone. Lines have no blank nodes and no comments; ``graph.py`` makes them.
"""

from __future__ import annotations

import heapq
import os
import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from kg.errors import StoreError
from kg.ontology import KIND_CLASSES, ORG, PREFIXES, RDF, RDFS, SCHEMA, SKOS, XSD, XZ
from kg.pinyin import pinyin
from kg.text import most_blanked

GRAPH_NT = "graph.nt"
GRAPH_TTL = "graph.ttl"

#: Distinct lines held in memory before a sorted run goes to disk: some 200 MB.
MEMORY_LINES = 400_000
_MOST_RUNS = 64  #: sorted runs merged at once; more would meet the limit of open files
_BATCH = 8_192  #: lines taken at once

#: The folders of the IRIs that this file mints, and of the entities: a Turtle prefix each.
_FOLDERS = ("page", "article", "evidence", "post", "statement", "figure", "role", *(kind.value for kind in KIND_CLASSES))


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in a written graph, each thing once."""

    triples: int = 0
    pages: int = 0
    articles: int = 0
    entities: int = 0
    facts: int = 0  #: posts, statements and figures: the facts that have evidence
    evidence: int = 0


# ── files ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def write_triples(
    lines: Iterable[str], directory: Path, *, base: str, turtle: bool = True, memory_lines: int = MEMORY_LINES
) -> Counts:
    """Write ``graph.nt``, and ``graph.ttl`` with prefixes for this base, from lines in any order, each as often as it comes.

    Both files are written beside, synced, and then moved in one after the other.
    """
    names = (GRAPH_NT, GRAPH_TTL) if turtle else (GRAPH_NT,)
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".graph-", dir=directory) as folder:
        scratch = Path(folder)
        with ExitStack() as files:
            stream = sorted_lines(lines, scratch, files, memory_lines)
            outputs = [files.enter_context(_create(scratch / name)) for name in names]
            counts = _write(stream, outputs[0], outputs[1] if turtle else None, base)
            for file in outputs:
                file.flush()
                os.fsync(file.fileno())
        for name in names:
            os.replace(scratch / name, directory / name)
    return counts


def _create(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


# ── sorting ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def sorted_lines(lines: Iterable[str], scratch: Path, files: ExitStack, memory_lines: int = MEMORY_LINES) -> Iterator[str]:
    """All distinct lines in code point order (which is the byte order of UTF-8), by an external merge sort.

    Sorted runs go into ``scratch``; ``files`` closes them.
    """
    source = iter(lines)
    held: set[str] = set()
    runs: list[Path] = []
    numbers = iter(range(1 << 60))
    while batch := tuple(islice(source, min(_BATCH, memory_lines))):
        held.update(batch)
        if len(held) >= memory_lines:
            runs.append(_spill(sorted(held), scratch / f"run-{next(numbers)}"))
            held.clear()
        if len(runs) >= _MOST_RUNS:
            runs = [_merge_runs(runs, scratch / f"run-{next(numbers)}")]
    rest = sorted(held)
    held.clear()
    if not runs:
        return iter(rest)
    opened = [files.enter_context(path.open(encoding="utf-8", newline="\n")) for path in runs]
    return _distinct(heapq.merge(*opened, rest))


def _spill(lines: Iterable[str], path: Path) -> Path:
    with _create(path) as file:
        file.writelines(lines)
    return path


def _merge_runs(runs: list[Path], path: Path) -> Path:
    with ExitStack() as files:
        opened = [files.enter_context(run.open(encoding="utf-8", newline="\n")) for run in runs]
        _spill(_distinct(heapq.merge(*opened)), path)
    for run in runs:
        run.unlink()
    return path


def _distinct(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if line != last:
            yield line
            last = line


# ── one subject of the sorted stream ─────────────────────────────────────────────────────────────────────────────────────

Objects = dict[str, list[str]]  #: predicate → objects, both as N-Triples writes them, both sorted


def _subjects(lines: Iterable[str]) -> Iterator[tuple[str, Objects]]:
    """Sorted lines, grouped by subject."""
    subject, objects = "", Objects()
    for line in lines:
        node, predicate, rest = line.split(" ", 2)
        if node != subject:
            if subject:
                yield subject, objects
            subject, objects = node, {}
        if predicate in objects:
            objects[predicate].append(rest[:-3])
        else:
            objects[predicate] = [rest[:-3]]
    if subject:
        yield subject, objects


_PREF_IRI, _ALT_IRI, _LABEL_IRI = f"<{SKOS.prefLabel}>", f"<{SKOS.altLabel}>", f"<{RDFS.label}>"
_ATTESTED_IRI, _CONFIDENCE_IRI, _TYPE_IRI = f"<{XZ.attestedOn}>", f"<{XZ.confidence}>", f"<{RDF.type}>"
_FIRST_IRI, _LAST_IRI = f"<{XZ.firstAttested}>", f"<{XZ.lastAttested}>"
_WITHHELD_IRI, _TEXTS = f"<{XZ.withheldPersons}>", frozenset((f"<{XZ.quote}>", f"<{SCHEMA.headline}>"))
_PERSON_IRI = f"<{XZ.Person}>"


def merge(objects: Objects) -> bool:
    """Decide, of one subject, what only all readings together can tell. Returns whether anything changed."""
    changed = False
    if _PREF_IRI in objects:
        _settle_labels(objects)
        changed = True
    if _ATTESTED_IRI in objects:
        days = objects[_ATTESTED_IRI]
        objects[_FIRST_IRI], objects[_LAST_IRI] = days[:1], days[-1:]
        changed = True
    if len(objects.get(_CONFIDENCE_IRI, ())) > 1:
        objects[_CONFIDENCE_IRI] = [max(objects[_CONFIDENCE_IRI], key=_number)]
        changed = True
    for term in _TEXTS & objects.keys():
        if len(objects[term]) > 1:  # of one text that came twice, read in two ways
            objects[term] = [most_blanked(objects[term])]
    if len(objects.get(_WITHHELD_IRI, ())) > 1:
        objects[_WITHHELD_IRI] = [max(objects[_WITHHELD_IRI], key=_number)]
    return changed


def _settle_labels(objects: Objects) -> None:
    """Keep one preferred label, the longest (it says most), the first in code point order of equally long ones; the others
    are alternative labels, and their pinyin goes. The preferred label is ``rdfs:label`` too: most tools show no other."""
    names = objects[_PREF_IRI]
    kept = min(names, key=lambda name: (-len(name), name))
    alternatives = {*objects.pop(_ALT_IRI, ()), *names} - {kept}
    person = _PERSON_IRI in objects.get(_TYPE_IRI, ())
    gone = {_latin(name, person) for name in names if name != kept} - {_latin(kept, person)} if len(names) > 1 else set()
    objects[_PREF_IRI] = [kept]
    objects[_LABEL_IRI] = sorted({kept, *objects.get(_LABEL_IRI, ())} - gone)
    if alternatives:
        objects[_ALT_IRI] = sorted(alternatives)


def _latin(literal: str, person: bool) -> str:
    """The pinyin literal of a name literal (names hold no escapes that pinyin would change)."""
    return f'"{pinyin(literal[1:-4], person=person)}"@zh-Latn'


def _number(literal: str) -> Decimal:
    return Decimal(literal[1 : literal.index('"', 1)])


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

_COUNTED = {
    f"<{XZ.Page}>": "pages",
    f"<{XZ.Article}>": "articles",
    **{f"<{name}>": "entities" for name in KIND_CLASSES.values()},
    f"<{ORG.Membership}>": "facts",
    f"<{RDF.Statement}>": "facts",
    f"<{XZ.Figure}>": "facts",
    f"<{XZ.Evidence}>": "evidence",
}


def _write(lines: Iterable[str], nt: TextIO, ttl: TextIO | None, base: str) -> Counts:
    """Write the files from sorted lines, one subject at a time."""
    found = dict.fromkeys(("triples", *_COUNTED.values()), 0)
    shorten = _shortener(base)
    if ttl:
        ttl.write(_prologue(base))
    for subject, objects in _subjects(lines):
        out, predicates = _say(subject, objects)
        nt.write("".join(out))
        if ttl:
            ttl.write(_block(subject, objects, predicates, shorten))
        found["triples"] += len(out)
        for name in {_COUNTED[value] for value in objects.get(_TYPE_IRI, ()) if value in _COUNTED}:
            found[name] += 1
    return Counts(**found)


def _say(subject: str, objects: Objects) -> tuple[list[str], Iterable[str]]:
    """The lines of one subject, merged, and the order of its predicates."""
    predicates: Iterable[str] = sorted(objects) if merge(objects) else objects
    return [f"{subject} {predicate} {value} .\n" for predicate in predicates for value in objects[predicate]], predicates


def _namespaces(base: str) -> dict[str, str]:
    return {**PREFIXES, **{folder: f"{base}{folder}/" for folder in _FOLDERS}}


def _prologue(base: str) -> str:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _namespaces(base).items())


def _block(subject: str, objects: Objects, predicates: Iterable[str], shorten: Callable[[str], str]) -> str:
    """One subject in Turtle, its types first."""
    order = [_TYPE_IRI, *(name for name in predicates if name != _TYPE_IRI)] if _TYPE_IRI in objects else predicates
    parts = [f"{shorten(name)} {' , '.join([shorten(value) for value in objects[name]])}" for name in order]
    body = " ;\n    ".join(parts)
    return f"\n{shorten(subject)} {body} .\n"


_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_INTEGER_TYPE, _DECIMAL_TYPE = f'"^^<{XSD.integer}>', f'"^^<{XSD.decimal}>'


def _shortener(base: str) -> Callable[[str], str]:
    """A function from terms of N-Triples to terms of Turtle, with the prefixes of this base."""
    prefixes = {namespace: prefix for prefix, namespace in _namespaces(base).items()}

    @lru_cache(maxsize=1 << 16)
    def shorten_iri(term: str) -> str:
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix, local = prefixes.get(term[1:cut]), term[cut:-1]
        return f"{prefix}:{local}" if prefix and _PLAIN_LOCAL.fullmatch(local) else term

    def shorten(term: str) -> str:
        if term[0] == "<":
            return "a" if term == _TYPE_IRI else shorten_iri(term)
        if term[-1] != ">":
            return term
        if term.endswith(_INTEGER_TYPE):
            return term[1 : -len(_INTEGER_TYPE)]
        if term.endswith(_DECIMAL_TYPE) and "." in term[: -len(_DECIMAL_TYPE)]:
            return term[1 : -len(_DECIMAL_TYPE)]
        cut = term.rindex("^^<") + 2
        return term[:cut] + shorten_iri(term[cut:])

    return shorten


# ── a part of the subjects anew ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Change:
    """What a graph has lost and won, as lines of N-Triples, sorted."""

    removed: tuple[str, ...]
    added: tuple[str, ...]


def subject_of(line: str) -> str:
    """The subject of a line, as the line has it."""
    return line[: line.index(" ")]


def replace_subjects(old: Path, new: Path, subjects: Collection[str], lines: Iterable[str], *, base: str) -> Change:
    """Copy both files of a graph from one folder into another, where ``subjects`` say only what ``lines`` say of them.

    The bytes are those that ``write_triples`` would write from the lines of all readings. Lines about other subjects than these
    are an error of the caller's. Raises ``StoreError`` where the two files have not the same subjects.
    """
    shorten = _shortener(base)
    fresh: dict[str, tuple[list[str], str]] = {}
    for subject, objects in _subjects(sorted(set(lines))):
        out, predicates = _say(subject, objects)
        fresh[subject] = (out, _block(subject, objects, predicates, shorten))
    waiting = deque(sorted(fresh))
    removed: set[str] = set()
    added: set[str] = set()
    with _create(new / GRAPH_NT) as nt, _create(new / GRAPH_TTL) as ttl:
        ttl.write(_prologue(base))

        def write_until(subject: str | None) -> None:
            while waiting and (subject is None or waiting[0] <= subject):
                out, block = fresh[waiting.popleft()]
                added.update(out)
                nt.writelines(out)
                ttl.write(block)

        for subject, said, block in _read_blocks(old):
            write_until(subject)
            if subject in subjects:
                removed.update(said)
            else:
                nt.writelines(said)
                ttl.write(block)
        write_until(None)
        for file in (nt, ttl):
            file.flush()
            os.fsync(file.fileno())
    return Change(tuple(sorted(removed - added)), tuple(sorted(added - removed)))


def _read_blocks(directory: Path) -> Iterator[tuple[str, list[str], str]]:
    """Each subject of a graph with its lines, and with its block of Turtle."""
    with ExitStack() as files:
        nt, ttl = (files.enter_context((directory / n).open(encoding="utf-8", newline="\n")) for n in (GRAPH_NT, GRAPH_TTL))
        blocks = _read_turtle(ttl)
        for subject, lines in groupby(nt, key=subject_of):
            yield subject, list(lines), next(blocks, "")
        if next(blocks, ""):
            raise StoreError(f"{directory}: {GRAPH_TTL} has more subjects than {GRAPH_NT}; build it again")


def _read_turtle(file: TextIO) -> Iterator[str]:
    """The blocks of a file that ``_write`` has written: each begins with an empty line."""
    held: list[str] = []
    for line in file:
        if line == "\n":
            if held and held[0] == "\n":
                yield "".join(held)
            held = []
        held.append(line)
    if held and held[0] == "\n":
        yield "".join(held)
