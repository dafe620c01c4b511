"""Cases in plain text: a short page, and what a careful reader takes from it.

A file of cases is a list of blocks. A block begins with ``==`` and its name; the page follows as it would stand in a
newspaper (paragraphs on lines of their own; a headline if there is one, then an empty line); after a line ``--`` stands
what must be found, one thing a line::

    == a chain of two posts
    昨日，青山区委副书记、区长李明远到武东街道调研。
    --
    post | 李明远 | 副书记 | 青山区委
    post | 李明远 | 区长 | 青山区政府
    presides | 李明远 | inspection
    not organisation | 武东街道调研

Lines that name things: ``person | name``, ``organisation | name``, ``district | name | level``, ``initiative | name``.
Facts: ``post | person | title | body`` (and a status: ``acting``, ``former``, ``concurrent``), ``jurisdiction``, ``located``,
``part_of``, ``leads``, ``takes_part`` ``| subject | object``, ``presides`` and ``attends`` ``| person | meeting, inspection,
activity``, ``amount | project | as written``, ``reporter``, ``correspondent``, ``photographer`` and ``editor`` ``| name``.
``?`` stands for anything, ``-`` for nothing (a post whose body is not said); names are compared as the scorer of the
project's gold does: without quotation marks, by any form that stands for the entity.

``not`` before a line: it must not be found. ``maybe``: either way is right. **People, posts and initiatives that no line
asks for are mistakes**; of the rest only ``not`` lines are, or ``only | organisation``, ``only | district`` and the like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import Entity, Kind, Reading
from kg.pipeline import read_page
from kg.read import make_page

_MARKS = re.compile(r"[\s“”\"'‘’《》「」『』]")
_OUTER = re.compile(r"^[\u4e00-\u9fff]{2,7}?(省|自治区|市|地区|州|盟)(?=.{1,9}?(区|县|市|旗|镇|乡|街道|社区|村))")
_EDGES = {
    "jurisdiction": "jurisdiction",
    "locatedIn": "located",
    "partOf": "part_of",
    "leads": "leads",
    "takesPartIn": "takes_part",
}
_EVENTS = ("presides", "attends")
_EXACT = ("person", "post", "initiative")
_ENTITIES = ("person", "organisation", "district", "initiative")
_BYLINES = ("reporter", "correspondent", "photographer", "editor")
KINDS = frozenset({*_ENTITIES, "event", "post", *_EDGES.values(), *_EVENTS, "amount", *_BYLINES})


@dataclass(frozen=True)
class Line:
    """One expectation: ``mode`` is empty, ``not``, ``maybe`` or ``only``."""

    mode: str
    kind: str
    fields: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Case:
    name: str
    page: str
    lines: tuple[Line, ...]
    where: str


@dataclass(frozen=True)
class Said:
    """Something that a reading says: a set of names for each field (any of them stands for it)."""

    kind: str
    fields: tuple[frozenset[str], ...]

    def __str__(self) -> str:
        return " | ".join((self.kind, *("/".join(sorted(field, key=lambda n: (-len(n), n))[:2]) or "-" for field in self.fields)))


def fold(name: str) -> str:
    """A name without marks, spaces and a leading 中共."""
    name = _MARKS.sub("", unicodedata.normalize("NFKC", name))
    return name[2:] if name.startswith("中共") and len(name) > 3 else name


def names_of(entity: Entity) -> frozenset[str]:
    """Every form of an entity, and each without the province or city before it."""
    names = {fold(name) for name in (entity.label, *entity.alt)}
    for name in list(names):
        while (match := _OUTER.match(name)) and len(name) - match.end() >= 3:
            name = name[match.end() :]
            names.add(name)
    return frozenset(names)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith("== ")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = [line for line in lines[start + 1 : stop] if not line.startswith("#")]
        where = f"{path.name}:{start + 1}"
        if "--" not in block:
            raise ValueError(f"{where} has no line --")
        cut = block.index("--")
        asked = tuple(_line(line, where) for line in block[cut + 1 :] if line.strip())
        yield Case(lines[start][3:].strip(), "\n".join(block[:cut]).strip() + "\n", asked, where)


def _line(line: str, where: str) -> Line:
    head, *fields = (part.strip() for part in line.split("|"))
    *mode, kind = head.split()
    if mode == [] and kind == "only":
        mode, kind, fields = ["only"], fields[0], []
    if len(mode) > 1 or (mode and mode[0] not in ("not", "maybe", "only")) or kind not in KINDS or "" in fields:
        raise ValueError(f"{where} has a line that is none: {line}")
    return Line(mode[0] if mode else "", kind, tuple(fields), line)


def said_by(reading: Reading) -> list[Said]:
    """Everything that a reading says, in the words of cases."""
    entities = {entity.id: entity for entity in reading.entities}
    nothing: frozenset[str] = frozenset()

    def names(id_: object) -> frozenset[str]:
        return names_of(entities[str(id_)]) if id_ is not None else nothing

    found = []
    for entity in reading.entities:
        in_byline = any(entity.id == id_ for pairs in reading.bylines.values() for _, id_ in pairs)
        if not entity.articles and not in_byline:
            continue
        if entity.kind is Kind.EVENT:
            found.append(Said("event", (frozenset({entity.subtype.lower()}), names_of(entity))))
        else:
            extra = [entity.level, entity.adcode] if entity.kind is Kind.DISTRICT else [entity.subtype]
            found.append(Said(entity.kind.value, (names_of(entity), *(frozenset({e}) if e else nothing for e in extra))))
    for fact in reading.facts:
        role = dict(fact.roles)
        if fact.predicate == "post":
            status = str(role.get("status") or "")
            body = names(role.get("organisation"))
            state = frozenset({status}) if status else nothing
            found.append(Said("post", (names(role["person"]), frozenset({str(role["role"])}), body, state)))
        elif fact.predicate in _EDGES:
            found.append(Said(_EDGES[fact.predicate], (names(role["subject"]), names(role["object"]))))
        elif fact.predicate in _EVENTS:
            kind = entities[str(role["object"])].subtype.lower()
            found.append(Said(fact.predicate, (names(role["subject"]), frozenset({kind}))))
        elif fact.predicate == "investment":
            found.append(Said("amount", (names(role["subject"]), frozenset({fold(str(role["text"]))}))))
    for pairs in reading.bylines.values():
        found += [Said(role_, (names(id_),)) for role_, id_ in pairs]
    return found


def fits(line: Line, said: Said) -> bool:
    """Whether a reading's statement is the one that a line asks for."""
    if line.kind != said.kind or len(line.fields) > len(said.fields):
        return False
    for wanted, field in zip(line.fields, said.fields, strict=False):
        if wanted == "?" or (wanted == "-" and not field):
            continue
        if field.isdisjoint({fold(name) for name in wanted.split("/")}):
            return False
    return True


def offset_errors(reading: Reading) -> list[str]:
    """Evidence and bylines that do not quote the page at their offsets."""
    text = reading.page.text
    proofs = [(fact.predicate, evidence) for fact in reading.facts for evidence in fact.evidence]
    bylines = [byline for article in reading.articles for byline in article.bylines]
    wrong = [f"evidence of {predicate}: {e.quote}" for predicate, e in proofs if text[e.start : e.end] != e.quote]
    return wrong + [f"byline {b.name}" for b in bylines if fold(text[b.start : b.end]) != fold(b.name)]


def check(case: Case) -> list[str]:
    """What a reading of the case's page misses and invents; empty where it is right."""
    reading = read_page(make_page("case.txt", case.page))
    said = said_by(reading)
    wrong = offset_errors(reading)
    for line in case.lines:
        hits = [s for s in said if fits(line, s)]
        if line.mode == "" and not hits:
            wrong.append(f"missed  {line.text}")
        if line.mode == "not":
            wrong += [f"wrong   {s}" for s in hits]
    exact = {*_EXACT, *(line.kind for line in case.lines if line.mode == "only")}
    credited = {name for s in said if s.kind in _BYLINES for name in s.fields[0]}
    for s in said:
        if s.kind not in exact or any(fits(line, s) for line in case.lines if line.mode in ("", "maybe")):
            continue
        if s.kind == "person" and (s.fields[0] & credited or any(_names_person(line, s) for line in case.lines)):
            continue
        if s.kind == "initiative" and any(_names_initiative(line, s) for line in case.lines):
            continue
        if f"wrong   {s}" not in wrong:
            wrong.append(f"wrong   {s}")
    return wrong


def _names_person(line: Line, said: Said) -> bool:
    """Whether a line's fact names the person, so that no ``person`` line is needed."""
    named = line.mode in ("", "maybe") and line.kind in ("post", *_EVENTS, *_BYLINES)
    return named and not said.fields[0].isdisjoint({fold(name) for name in line.fields[0].split("/")})


def _names_initiative(line: Line, said: Said) -> bool:
    if line.mode == "not" or line.mode == "only":
        return False
    at = {"leads": 1, "takes_part": 1, "located": 0, "amount": 0}.get(line.kind)
    return at is not None and not said.fields[0].isdisjoint({fold(name) for name in line.fields[at].split("/")})
