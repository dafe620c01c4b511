"""The tables of ``seeds/`` as typed rows: read once, checked while read, never changed.

Invariants: a row with a kind, level or class that is not listed here, a second row of the same key, a missing cell or a
missing source raises ``SeedError`` with file and line. Tables keep the order of their files, which is stable.

Large tables are named tuples and not dataclasses, for 53,000 districts load in a quarter of a second that way.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import IO, NamedTuple, TypeVar

from kg.errors import SeedError

ORGANISATION_KINDS = frozenset(
    {"party", "government", "enterprise", "institution", "grassroots", "taskforce", "society", "media"}
)
PERSON_KINDS = frozenset({"official", "business", "medical", "journalist", "resident", "other", ""})
SPHERES = frozenset(
    {"party", "government", "congress", "cppcc", "court", "procuratorate", "police", "military", "enterprise", "school"}
    | {"hospital", "grassroots", "society", "media", "taskforce", "institution", "leader", "profession", "any"}
)
INITIATIVE_KINDS = frozenset({"campaign", "mechanism", "service", "project", "policy"})
VERB_CLASSES = frozenset({"speech", "inspect", "chair", "attend", "launch", "join", "give", "invest", "stage", "name_after"})
LEVELS = frozenset({"province", "prefecture", "county", "township", "zone"})
STATUSES = frozenset({"current", "former"})
ZONE_KINDS = frozenset(
    {"hitech", "economic", "industrial", "bonded", "freetrade", "newarea", "demonstration", "tourism", "other"}
)
VERDICTS = frozenset({"same", "different", "unsure"})
DEPARTMENT_LEVELS = frozenset("pcdtv")

RowT = TypeVar("RowT")


class Department(NamedTuple):
    """A body that a district has: 区工信局, 县委组织部."""

    name: str  #: the short form that follows a district or 省, 市, 县, 区, 镇: 工信局
    full: str  #: the official form: 工业和信息化局
    aliases: tuple[str, ...]  #: other names of the same body, regional and older ones: 经信局, 工信委
    kind: str  #: one of ``ORGANISATION_KINDS``
    levels: str  #: where it occurs: p province, c city, d district or county, t township, v village or community
    successor: str  #: the name of the body that took its work over (国土资源局 → 自然资源局), or empty
    source: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every surface of this body, the short form first, none twice."""
        return tuple(dict.fromkeys((self.name, self.full, *self.aliases)))


class SignWeight(NamedTuple):
    """How much one sign speaks for a quotation being a name; see ``kg.extract.weighed``."""

    sign: str  #: ``word behind 活动``
    weight: float


class RuleConfidence(NamedTuple):
    """How often a rule was right on pages with gold."""

    predicate: str
    rule: str
    score: str  #: of the rule, two decimals; empty for all its scores
    confidence: float  #: the share of right facts, drawn towards the predicate's where few were seen
    facts: int
    right: int


class NationalBody(NamedTuple):
    """A central body, which no district's name precedes: 财政部."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    source: str


class Title(NamedTuple):
    """A title that stands before or after a person's name."""

    title: str
    head: str  #: the title that the post carries, without the body that ``title`` may hold: 公安局长 → 局长
    rank: int  #: 1 is the highest; 99 where there is no order (教授)
    sphere: str  #: one of ``SPHERES``
    implies: str  #: the body that it implies after a district (区长 → 政府, 常委 → 委), or empty
    person: str  #: the kind of person that it makes, or empty where the body decides
    source: str


class NotTitle(NamedTuple):
    """A word before a name that looks like a title and is no post: 老党员, 种粮大户, 通讯员."""

    word: str
    person: str
    source: str


class Suffix(NamedTuple):
    """An ending of organisations' names."""

    suffix: str
    kind: str
    proper: bool  #: whether it needs a proper name before it; a district is enough otherwise
    source: str


class InitiativeType(NamedTuple):
    """A type word of initiatives."""

    type: str
    kind: str
    bare: bool  #: whether a modifier and this word make an initiative without quotation marks
    source: str


class District(NamedTuple):
    """An administrative area of the gazetteer, province to township, or a zone that statistics count like one."""

    code: str  #: six digits down to the county, nine digits for townships
    name: str
    level: str
    parent: str  #: code of the area that it belongs to; empty for provinces
    short: tuple[str, ...]  #: 管城回族区 → 管城区, 管城
    status: str  #: ``current``, or ``former`` with the code that it had
    source: str


class Zone(NamedTuple):
    """A functional zone: 高新区, 经开区, 保税区."""

    name: str
    short: tuple[str, ...]
    city_code: str  #: the prefecture (or municipality) that it lies in; empty where unknown
    kind: str
    source: str


class ZoneType(NamedTuple):
    """A type word of zones and its usual short form: 高新技术产业开发区, 高新区."""

    type: str
    short: str
    kind: str
    source: str


class Abbreviation(NamedTuple):
    """One character that stands for a province or city: 豫 for 410000."""

    char: str
    code: str
    source: str


class Decision(NamedTuple):
    """What a person decided about two entities or mentions."""

    left: str
    right: str
    verdict: str
    why: str
    who: str
    date: str


def seeds_dir() -> Path:
    """The folder of the tables: the checkout's own, else the installed package ``kg_seeds``."""
    checkout = Path(__file__).resolve().parent.parent / "seeds"
    if (checkout / "departments.csv").is_file():
        return checkout
    spec = find_spec("kg_seeds")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / "departments.csv").is_file():
            return Path(place)
    raise SeedError(f"no tables: neither {checkout} nor the package kg_seeds holds departments.csv")


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


class _Table:
    """One CSV file being read: rows of the expected columns, and the errors that name file and line."""

    def __init__(self, path: Path, columns: str) -> None:
        self.path, self.columns, self.line = path, columns.split(), 0

    def fail(self, what: str) -> SeedError:
        return SeedError(f"{self.path.name}:{self.line}: {what}")

    def rows(self) -> Iterator[list[str]]:
        """Rows after the header, with the right number of cells, each naming its source in the last one."""
        try:
            with _open(self.path) as lines:
                reader = csv.reader(lines, strict=True)
                header = next(reader, [])
                self.line = 1
                if header != self.columns:
                    raise self.fail(f"columns {','.join(header)}; expected {','.join(self.columns)}")
                width = len(self.columns)
                for row in reader:
                    self.line = reader.line_num
                    if len(row) != width:
                        raise self.fail(f"{len(row)} cells; expected {width}")
                    if not row[0] or not row[-1]:
                        raise self.fail(f"no {self.columns[0] if not row[0] else self.columns[-1]}")
                    yield row
        except OSError as error:
            raise SeedError(f"{self.path.name}: {error.strerror or error}") from error
        except (UnicodeDecodeError, csv.Error) as error:
            raise SeedError(f"{self.path.name}:{self.line + 1}: {error}") from error

    def one_of(self, value: str, known: frozenset[str], what: str) -> str:
        if value not in known:
            raise self.fail(f"unknown {what} {value!r}; known: {', '.join(sorted(k for k in known if k))}")
        return value

    def yes(self, value: str, what: str) -> bool:
        return self.one_of(value, frozenset({"yes", "no"}), what) == "yes"

    def number(self, value: str, what: str) -> int:
        if not value.isdecimal():
            raise self.fail(f"{what} {value!r} is no number")
        return int(value)


Make = Callable[["_Table", list[str]], RowT]  # a row's cells → its value
Keys = Callable[[RowT], Iterable[object]]  # what no other row of the table may have


def _read(name: str, columns: str, make: Make[RowT], keys: Keys[RowT]) -> tuple[RowT, ...]:
    return read_table(seeds_dir() / name, columns, make, keys)


def read_table(path: Path, columns: str, make: Make[RowT], keys: Keys[RowT]) -> tuple[RowT, ...]:
    """Every row of a table as a value; raises ``SeedError`` for a bad row, and for two rows with one key."""
    table, seen, rows = _Table(path, columns), set[object](), list[RowT]()
    for cells in table.rows():
        row = make(table, cells)
        for key in keys(row):
            if key in seen:
                raise table.fail(f"{key!r} stands here a second time")
            seen.add(key)
        rows.append(row)
    return tuple(rows)


def _sign_weight(table: _Table, row: list[str]) -> SignWeight:
    try:
        return SignWeight(row[0], float(row[1]))
    except ValueError:
        raise table.fail(f"weight {row[1]!r}; a number is expected") from None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _department(table: _Table, row: list[str]) -> Department:
    name, full, aliases, kind, levels, successor, source = row
    table.one_of(kind, ORGANISATION_KINDS, "kind")
    if not levels or not DEPARTMENT_LEVELS.issuperset(levels):
        raise table.fail(f"levels {levels!r}; letters of pcdtv are expected")
    return Department(name, full or name, _split(aliases), kind, levels, successor, source)


def _confidence(table: _Table, row: list[str]) -> RuleConfidence:
    predicate, rule, score, confidence, facts, right, _ = row
    try:
        share = float(confidence)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise table.fail(f"confidence {confidence!r}; a number from 0 to 1 is expected")
    return RuleConfidence(predicate, rule, score, share, table.number(facts, "facts"), table.number(right, "right"))


def _national_body(table: _Table, row: list[str]) -> NationalBody:
    return NationalBody(row[0], _split(row[1]), table.one_of(row[2], ORGANISATION_KINDS, "kind"), row[3])


def _title(table: _Table, row: list[str]) -> Title:
    title, head, rank, sphere, implies, person, source = row
    table.one_of(sphere, SPHERES, "sphere")
    table.one_of(person, PERSON_KINDS, "person")
    return Title(title, head or title, table.number(rank, "rank"), sphere, implies, person, source)


def _not_title(table: _Table, row: list[str]) -> NotTitle:
    table.one_of(row[1], PERSON_KINDS, "person")
    return NotTitle(*row)


def _suffix(table: _Table, row: list[str]) -> Suffix:
    return Suffix(row[0], table.one_of(row[1], ORGANISATION_KINDS, "kind"), table.yes(row[2], "proper"), row[3])


def _initiative_type(table: _Table, row: list[str]) -> InitiativeType:
    return InitiativeType(row[0], table.one_of(row[1], INITIATIVE_KINDS, "kind"), table.yes(row[2], "bare"), row[3])


def _verb(table: _Table, row: list[str]) -> tuple[str, str]:
    return row[0], table.one_of(row[1], VERB_CLASSES, "class")


def _district(table: _Table, row: list[str]) -> District:
    code, name, level, parent, short, status, source = row
    if level not in LEVELS:
        raise table.fail(f"unknown level {level!r}; known: {', '.join(sorted(LEVELS))}")
    if status not in STATUSES:
        raise table.fail(f"unknown status {status!r}; known: current, former")
    if not code.isdecimal() or len(code) not in (6, 9) or not name or (not parent and level != "province"):
        raise table.fail(f"{code!r} {name!r} under {parent!r}: codes have six or nine digits, all but provinces a parent")
    return District(code, name, level, parent, tuple(short.split("|")) if short else (), status, source)


def _zone(table: _Table, row: list[str]) -> Zone:
    return Zone(row[0], _split(row[1]), row[2], table.one_of(row[3], ZONE_KINDS, "kind"), row[4])


def _zone_type(table: _Table, row: list[str]) -> ZoneType:
    table.one_of(row[2], ZONE_KINDS, "kind")
    return ZoneType(*row)


def _decision(table: _Table, row: list[str]) -> Decision:
    table.one_of(row[2], VERDICTS, "verdict")
    return Decision(*row)


def _name_character(table: _Table, row: list[str]) -> tuple[str, Mapping[str, int]]:
    counts: dict[str, int] = {}
    for pair in row[1].split("|"):
        role, _, count = pair.partition(":")
        if len(role) != 1:
            raise table.fail(f"roles {row[1]!r}; expected such as C:12|L:3")
        counts[role] = table.number(count, "count")
    return row[0], MappingProxyType(counts)


def _check_successors(departments: tuple[Department, ...]) -> None:
    names = {department.name for department in departments}
    for line, department in enumerate(departments, start=2):
        if department.successor and department.successor not in names:
            raise SeedError(f"departments.csv:{line}: successor {department.successor} of {department.name} has no row")


@lru_cache(maxsize=1)
def departments() -> tuple[Department, ...]:
    """Bodies that a district has, with their official forms and aliases."""
    rows = _read("departments.csv", "name full aliases kind levels successor source", _department, lambda row: row.forms)
    _check_successors(rows)
    return rows


@lru_cache(maxsize=1)
def national_bodies() -> tuple[NationalBody, ...]:
    """Central bodies, those of earlier years too."""
    return _read("national_bodies.csv", "name aliases kind source", _national_body, lambda row: (row.name, *row.aliases))


@lru_cache(maxsize=1)
def titles() -> tuple[Title, ...]:
    """Titles before and after names, with rank and sphere."""
    return _read("titles.csv", "title head rank sphere implies person source", _title, lambda row: (row.title,))


@lru_cache(maxsize=1)
def title_ranks() -> dict[str, int]:
    """The rank of each title, 1 the highest."""
    return {title.title: title.rank for title in titles()}


@lru_cache(maxsize=1)
def not_titles() -> tuple[NotTitle, ...]:
    """Words before names that are no posts, with the kind of person that they tell."""
    return _read("not_titles.csv", "word person source", _not_title, lambda row: (row.word,))


@lru_cache(maxsize=1)
def organisation_suffixes() -> tuple[Suffix, ...]:
    """Endings of organisations' names."""
    return _read("organisation_suffixes.csv", "suffix kind proper source", _suffix, lambda row: (row.suffix,))


@lru_cache(maxsize=1)
def initiative_types() -> tuple[InitiativeType, ...]:
    """Type words of initiatives."""
    return _read("initiative_types.csv", "type kind bare source", _initiative_type, lambda row: (row.type,))


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, frozenset[str]]:
    """Verbs by class; every class of ``VERB_CLASSES`` is there."""
    rows = _read("verbs.csv", "verb class source", _verb, lambda row: (row,))
    return MappingProxyType({name: frozenset(verb for verb, kind in rows if kind == name) for name in sorted(VERB_CLASSES)})


@lru_cache(maxsize=1)
def districts() -> tuple[District, ...]:
    """The gazetteer, by code; 53,000 rows."""
    columns = "code name level parent short status source"
    return _read("districts.csv", columns, _district, lambda row: ((row.code, row.name),))


@lru_cache(maxsize=1)
def abbreviations() -> tuple[Abbreviation, ...]:
    """One-character abbreviations of provinces and cities; one character may stand for several (吉)."""
    return _read("abbreviations.csv", "char code source", lambda _, row: Abbreviation(*row), lambda row: ((row.char, row.code),))


@lru_cache(maxsize=1)
def confidences() -> tuple[RuleConfidence, ...]:
    """How sure each rule makes us, as measured by ``seeds/calibrate.py``."""
    columns = "predicate rule score confidence facts right source"
    return _read("confidence.csv", columns, _confidence, lambda row: (row[:3],))


@lru_cache(maxsize=1)
def quoted_weights() -> tuple[SignWeight, ...]:
    """What tells a name in quotation marks from an image or a prize, as learnt by ``seeds/weigh.py``."""
    return _read("quoted_weights.csv", "sign weight source", _sign_weight, lambda row: (row.sign,))


@lru_cache(maxsize=1)
def zones() -> tuple[Zone, ...]:
    """Functional zones by prefecture."""
    return _read("zones.csv", "name short city_code kind source", _zone, lambda row: ((row.name, row.city_code),))


@lru_cache(maxsize=1)
def zone_types() -> tuple[ZoneType, ...]:
    """Type words of zones: a district's name before one of them makes a zone that ``zones()`` may not know."""
    return _read("zone_types.csv", "type short kind source", _zone_type, lambda row: (row.type,))


@lru_cache(maxsize=1)
def _villages() -> Mapping[str, str]:
    rows = _read("villages.csv.gz", "code names", lambda _, row: (row[0], row[1]), lambda row: row[:1])
    return MappingProxyType(dict(rows))


def villages(code: str) -> tuple[str, ...]:
    """Villages and communities of a township (nine digits), as of about 2019; none for a code that the list has not."""
    return _split(_villages().get(code, ""))


@lru_cache(maxsize=1)
def surnames() -> Mapping[str, int]:
    """Surnames with their frequency in the source's corpus, tenths of its unit; the commonest first."""
    columns = "surname frequency source"
    rows = _read("surnames.csv", columns, lambda table, row: (row[0], table.number(row[1], "frequency")), lambda row: row[:1])
    return MappingProxyType(dict(rows))


@lru_cache(maxsize=1)
def name_characters() -> Mapping[str, Mapping[str, int]]:
    """Characters and words with how often they stood in each role of a name; ``seeds/README.md`` lists the roles."""
    return MappingProxyType(dict(_read("name_characters.csv", "text roles source", _name_character, lambda row: row[:1])))


@lru_cache(maxsize=1)
def _word_lists() -> Mapping[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for name, word in _read("word_lists.csv", "list word source", lambda _, row: (row[0], row[1]), lambda row: (row,)):
        lists.setdefault(name, set()).add(word)
    return MappingProxyType({name: frozenset(words) for name, words in lists.items()})


def word_list(name: str) -> frozenset[str]:
    """One of the word lists that single rules use (``walk_stops``, ``numeral_idioms`` …); ``seeds/README.md`` says which."""
    lists = _word_lists()
    if name not in lists:
        raise SeedError(f"word_lists.csv: no list {name!r}")
    return lists[name]


@lru_cache(maxsize=1)
def name_verbs() -> Mapping[str, str]:
    """Verbs that stand inside names: ``all`` of them (制造), or those of schemes only, ``scheme`` (提升)."""
    rows = _read("name_verbs.csv", "verb names source", lambda _, row: (row[0], row[1]), lambda row: row[:1])
    return MappingProxyType(dict(rows))


def decisions(path: Path | None = None) -> tuple[Decision, ...]:
    """Identity decisions by people, from ``path`` or the shipped table; not cached, for people edit it."""
    where = path or seeds_dir() / "decisions.csv"
    return read_table(where, "left right verdict why who date", _decision, lambda row: (frozenset((row.left, row.right)),))
