"""How much of what a careful reader finds does the program find, and how much of what it finds is right?

Gold pages (``gold.py``) are read as in a build, each alone. What was found is aligned with the gold by name:

* An entity is right where one of its names, folded, is a full name of a gold entity of its group. A short form that only means
  something on its page (区工信局) does not identify. The province or city before a district's own name may be left away.
* A fact is right where its ends are aligned and its text agrees. A fact of an optional entity does not count.
* True things that gold does not ask for are not wrong: what the gazetteer knows of districts that the page does not name,
  larger districts than the gold's, the leader's own district.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.engines import ENGINES, Reader
from kg.errors import GoldError
from kg.gold import ENTITY_GROUPS, GoldEntity, GoldPage, read_gold
from kg.model import Entity, Fact, Kind, Page, Problem, Reading
from kg.pipeline import read_page
from kg.read import read_pages

FACT_GROUPS = ("post", "place", "part_of", "leads", "takes_part", "presides", "attends", "amount", "byline")

_KINDS = {
    Kind.PERSON: "persons",
    Kind.ORGANISATION: "organisations",
    Kind.DISTRICT: "districts",
    Kind.INITIATIVE: "initiatives",
}
#: The predicates of facts, and of gold where it has another word → the group in which they are counted.
_GROUPS = {
    "jurisdiction": "place",
    "locatedIn": "place",
    "located": "place",
    "partOf": "part_of",
    "takesPartIn": "takes_part",
    "investment": "amount",
} | {group: group for group in FACT_GROUPS}
_WRITERS = {"reporter": "writer", "correspondent": "writer", "photographer": "photographer"}

_QUOTATION_MARKS = frozenset("“”\"'‘’《》「」『』＂")
_RELATIVE = ("区", "市", "县", "镇", "乡", "街道", "社区", "村", "省", "该", "本", "我", "园区", "管委会")
_BARE_BODIES = frozenset({"区委", "市委", "县委", "区政府", "市政府", "县政府"})
_BODY_BEFORE_TITLE = re.compile(r"(?:中共)?(?:党工委|党支部|党总支|党委|党组|支部|总支|区委|市委|县委|镇委|乡委|省委|支委)(?=.)")
_LARGER_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|地区|州|盟)(?=.{1,7}?(?:区|县|市|旗|镇|乡|街道|社区|村))")

Key = tuple[str | None, str | None, str | None]  #: gold subject, text, gold object


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was missed, or that is wrong."""

    page: str
    group: str
    missed: bool
    what: str
    sentence: str  #: the gold's quote, or our evidence, or a sentence with the name
    rule: str  #: the rule that spoke; empty for what was missed


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact of ours on which gold has a view."""

    group: str
    predicate: str
    rule: str  #: of its surest evidence
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of about one confidence: how sure the program was, and how often it was right."""

    lowest: float
    facts: int
    confidence: float  #: the mean
    right: float  #: the share


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed of one group."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    findings: list[Finding] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.findings += other.findings
        self.judged += other.judged

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


HEADINGS = ("", "precision", "recall", "F1", "right", "wrong", "missed")  #: of ``Evaluation.rows``


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of a set of gold pages."""

    pages: int
    groups: Mapping[str, Tally]  #: ``ENTITY_GROUPS`` and ``FACT_GROUPS``, in that order
    problems: tuple[Problem, ...]

    @property
    def entity_f1(self) -> float:
        """The mean of the F1 of the groups of entities."""
        return sum(self.groups[group].f1 for group in ENTITY_GROUPS) / len(ENTITY_GROUPS)

    @property
    def fact_f1(self) -> float:
        """The F1 of all facts as one group."""
        total = Tally()
        for group in FACT_GROUPS:
            total.add(self.groups[group])
        return total.f1

    @property
    def findings(self) -> Iterator[Finding]:
        return (finding for tally in self.groups.values() for finding in tally.findings)

    @property
    def judged(self) -> Iterator[Judged]:
        return (judged for tally in self.groups.values() for judged in tally.judged)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The figures as text, one row for each group: name, precision, recall, F1, how many are right, wrong and missed."""
        for group, tally in self.groups.items():
            shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
            yield (group, *shares, str(tally.right), str(tally.wrong), str(tally.missed))

    def summary(self) -> str:
        """The two figures that count."""
        pages = "1 page" if self.pages == 1 else f"{self.pages:,} pages"
        return f"{pages} · entities F1 {self.entity_f1:.3f} · facts F1 {self.fact_f1:.3f}"

    def reliability(self) -> tuple[Bin, ...]:
        """Facts by confidence, in tenths: a program that knows how sure it is has equal mean and share in each."""
        tenths: defaultdict[int, list[Judged]] = defaultdict(list)
        for judged in self.judged:
            tenths[min(9, int(judged.confidence * 10 + 1e-9))].append(judged)
        return tuple(
            Bin(
                tenth / 10,
                len(facts),
                sum(fact.confidence for fact in facts) / len(facts),
                sum(fact.right for fact in facts) / len(facts),
            )
            for tenth, facts in sorted(tenths.items())
        )


def evaluate(gold: Path, pages: Path, *, read: Reader = read_page) -> Evaluation:
    """Compare what the program finds on pages with the gold files of a folder; ``pages`` holds the pages that they name."""
    groups = {group: Tally() for group in (*ENTITY_GROUPS, *FACT_GROUPS)}
    problems: list[Problem] = []
    files = read_gold(gold)
    for file in files:
        reading = _read(file, gold, pages, read, problems)
        for group, tally in compare(file, reading).items():
            groups[group].add(tally)
    return Evaluation(len(files), groups, tuple(problems))


def _read(gold: GoldPage, folder: Path, pages: Path, read: Reader, problems: list[Problem]) -> Reading:
    """The reading of the page of a gold file; an empty one, for which all is missed, where the page cannot be read."""
    path = pages / gold.doc
    if not path.is_file():
        raise GoldError(f"{folder / gold.name}: doc: there is no page {path}")
    for outcome in ENGINES["local"](read_pages([path]), read):
        if isinstance(outcome, Reading):
            return outcome
        problems.append(outcome)
    return Reading(Page(gold.doc, "", ""))


def compare(gold: GoldPage, reading: Reading) -> dict[str, Tally]:
    """Right, wrong and missed of every group, on one page."""
    comparison = _Comparison(gold, reading)
    return {**comparison.entities(), **comparison.facts()}


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def fold(name: str) -> str:
    """A name for comparison: NFKC, without white space, quotation marks and a leading 中共."""
    name = "".join(unicodedata.normalize("NFKC", name).split())
    name = "".join(char for char in name if char not in _QUOTATION_MARKS)
    return name[2:] if name.startswith("中共") and len(name) > 3 else name


def fold_title(title: str) -> str:
    """A title for comparison, without the body before it: 党组书记 → 书记."""
    title = fold(title)
    match = _BODY_BEFORE_TITLE.match(title)
    return title[match.end() :] if match else title


def shortenings(name: str) -> set[str]:
    """A folded name, and what stays of it without the larger districts before its own: 济南市高新区纪委 → 高新区纪委."""
    found = {name}
    while (match := _LARGER_DISTRICT.match(name)) and len(name) - match.end() >= 3:
        name = name[match.end() :]
        found.add(name)
    return found


def identifying_names(names: Iterable[str]) -> set[str]:
    """Of a gold entity's names, the full one first, those that identify it on any page."""
    full, *others = map(fold, names)
    kept = [full]
    for name in others:
        cut_off = len(name) < len(full) and full.endswith(name) and name.startswith(_RELATIVE)
        if not cut_off and name not in _BARE_BODIES:
            kept.append(name)
    return {short for name in kept for short in shortenings(name)}


# ── comparison ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Comparison:
    """One page: its gold, its reading, and which of ours is which of the gold's."""

    def __init__(self, gold: GoldPage, reading: Reading) -> None:
        self.gold = gold
        self.reading = reading
        self.ours = {entity.id: entity for entity in reading.entities}
        self.names = {entity.id: _names(entity) for entity in reading.entities}
        self.bylines = [(name, role) for pairs in reading.bylines.values() for role, name in pairs if role in _WRITERS]
        self.aligned: dict[str, str] = {}  #: our id → the gold's

    def entities(self) -> dict[str, Tally]:
        """Align, group by group. A district does not stand for an organisation of its name."""
        return {group: self._align(group) for group in ENTITY_GROUPS}

    def _align(self, group: str) -> Tally:
        tally = Tally()
        named = {name for name, _ in self.bylines}
        found = [e for e in self.reading.entities if _KINDS.get(e.kind) == group and (e.articles or e.id in named)]
        found.sort(key=lambda entity: entity.id)
        by_name: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in found:
            for name in self.names[entity.id]:
                by_name[name].append(entity)
        for wanted in (entity for entity in self.gold.entities.values() if entity.group == group):
            match = self._first_free(wanted, by_name)
            if match is not None:
                self.aligned[match.id] = wanted.id
                tally.right += not wanted.optional
            elif not wanted.optional:
                tally.missed += 1
                tally.findings.append(self._finding(group, True, wanted.names[0], self._sentence_with(wanted.names)))
        for entity in found:
            if entity.id not in self.aligned:
                tally.wrong += 1
                names = (entity.label, *entity.alt)
                tally.findings.append(
                    self._finding(group, False, "/".join(names[:3]), self._sentence_with(names), self._rule_about(entity))
                )
        return tally

    def _first_free(self, wanted: GoldEntity, by_name: Mapping[str, list[Entity]]) -> Entity | None:
        """Ours that has the longest of the wanted names and is not aligned yet."""
        for name in sorted(sorted(identifying_names(wanted.names)), key=len, reverse=True):
            for entity in by_name.get(name, ()):
                if entity.id not in self.aligned:
                    return entity
        return None

    def facts(self) -> dict[str, Tally]:
        """Compare facts; entities must be aligned before."""
        tallies = {group: Tally() for group in FACT_GROUPS}
        wanted = self._wanted_facts()
        seen: set[tuple[str, Key]] = set()
        excuses = _Excuses(self.gold, wanted)
        for (group, subject, text, target), fact in self._our_facts().items():
            key = (self.aligned.get(subject), text, self.aligned.get(target) if target else None)
            if group == "post" and key not in wanted[group]:
                key = (key[0], text, None) if (key[0], text, None) in wanted[group] else key
            right = key in wanted[group]
            if right:
                seen.add((group, key))
            elif excuses.hold(group, key, self.ours.get(target) if target else None):
                continue
            if fact is not None and fact.evidence:
                surest = max(fact.evidence, key=lambda evidence: evidence.score)
                tallies[group].judged.append(Judged(group, fact.predicate, surest.by, fact.score, right))
            if not right:
                tallies[group].wrong += 1
                tallies[group].findings.append(self._wrong_fact(group, subject, text, target, fact))
        for group, keys in wanted.items():
            for key, (optional, quote) in keys.items():
                if optional:
                    continue
                if (group, key) in seen:
                    tallies[group].right += 1
                else:
                    tallies[group].missed += 1
                    tallies[group].findings.append(self._finding(group, True, self._show_gold(key), quote))
        return tallies

    def _wanted_facts(self) -> dict[str, dict[Key, tuple[bool, str]]]:
        """Group → fact → whether it is optional, and its quote. A fact that is asked for once is asked for."""
        wanted: dict[str, dict[Key, tuple[bool, str]]] = {group: {} for group in FACT_GROUPS}

        def want(group: str, key: Key, optional: bool, quote: str) -> None:
            known, first = wanted[group].get(key, (True, quote))
            wanted[group][key] = (known and optional, first)

        entities = self.gold.entities
        for fact in self.gold.facts:
            ends = [entities[name] for name in (fact.subject, fact.object) if name is not None]
            optional = fact.optional or any(entity.optional for entity in ends)
            group = _GROUPS[fact.predicate]
            if group in ("presides", "attends"):
                want(group, (fact.subject, ends[1].kind, None), optional, fact.quote)
            elif group == "post":
                want(group, (fact.subject, fold_title(fact.text), fact.object), optional, fact.quote)
            elif group == "amount":
                want(group, (fact.subject, fold(fact.text), None), optional, fact.quote)
            elif not (group == "place" and ends[0].group == "events"):
                want(group, (fact.subject, None, fact.object), optional, fact.quote)
        people = {entity.names[0]: entity.id for entity in entities.values() if entity.group == "persons"}
        for name, role, optional in self.gold.bylines:
            if name in people:
                want("byline", (people[name], role, None), optional, name)
        return wanted

    def _our_facts(self) -> dict[tuple[str, str, str | None, str | None], Fact | None]:
        """Group, subject, text, object → the fact that says so; each once."""
        found: dict[tuple[str, str, str | None, str | None], Fact | None] = {}
        for fact in self.reading.facts:
            group = _GROUPS.get(fact.predicate)
            if group is None:
                continue
            subject, target = _role(fact, "subject"), _role(fact, "object")
            if group == "post":
                body = _role(fact, "organisation")
                found.setdefault((group, _role(fact, "person"), fold_title(_role(fact, "role")), body or None), fact)
            elif group in ("presides", "attends"):
                event = self.ours.get(target)
                kind = event.subtype.lower() if event and event.kind is Kind.EVENT and event.subtype else "?"
                found.setdefault((group, subject, kind, None), fact)
            elif group == "amount":
                if not self._is_event(subject):
                    found.setdefault((group, subject, fold(_role(fact, "text")), None), fact)
            elif not self._is_event(subject if group == "place" else target):
                found.setdefault((group, subject, None, target), fact)
        for person, role in self.bylines:
            found.setdefault(("byline", person, _WRITERS[role], None), None)
        return found

    def _is_event(self, name: str) -> bool:
        return name in self.ours and self.ours[name].kind is Kind.EVENT

    # what is shown

    def _finding(self, group: str, missed: bool, what: str, sentence: str, rule: str = "") -> Finding:
        return Finding(self.gold.doc, group, missed, what, " ".join(sentence.split()), rule)

    def _wrong_fact(self, group: str, subject: str, text: str | None, target: str | None, fact: Fact | None) -> Finding:
        ends = [self.ours[name].label if name in self.ours else name for name in (subject, target) if name]
        what = " | ".join([ends[0], *([text] if text else []), *ends[1:]])
        proofs = fact.evidence if fact else ()
        return self._finding(group, False, what, proofs[0].quote if proofs else "", proofs[0].by if proofs else "")

    def _show_gold(self, key: Key) -> str:
        subject, text, target = key
        ends = [self.gold.entities[name].names[0] for name in (subject, target) if name]
        return " | ".join([ends[0], *([text] if text else []), *ends[1:]])

    def _sentence_with(self, names: Iterable[str]) -> str:
        """The first sentence of the page that has one of the names, the first name before the others."""
        sentences = [sentence.text for article in self.reading.articles for sentence in article.sentences]
        headlines = [article.headline for article in self.reading.articles]
        found = (text for name in names for text in (*sentences, *headlines) if fold(name) in fold(text))
        return next(found, "")

    def _rule_about(self, entity: Entity) -> str:
        """The rule of the first fact about an entity, which tells where it comes from."""
        for fact in self.reading.facts:
            if fact.evidence and any(value == entity.id for _, value in fact.roles):
                return fact.evidence[0].by
        return ""


class _Excuses:
    """Facts that gold does not have and that are not wrong."""

    def __init__(self, gold: GoldPage, wanted: Mapping[str, Mapping[Key, object]]) -> None:
        self.optional = {entity.id for entity in gold.entities.values() if entity.optional}
        self.folded = {entity.id: {fold(name) for name in entity.names} for entity in gold.entities.values()}
        self.first = {entity.id: entity.names[0] for entity in gold.entities.values()}
        self.leads = wanted["leads"]
        self.within = _close((subject, target) for subject, _, target in wanted["part_of"])
        self.places: defaultdict[str | None, set[str | None]] = defaultdict(set)
        for subject, _, target in wanted["place"]:
            self.places[subject].add(target)

    def hold(self, group: str, key: Key, target: Entity | None) -> bool:
        subject, _, object_ = key
        if subject in self.optional or object_ in self.optional:
            return True
        if group == "part_of":
            return subject is None or object_ is None or (subject, object_) in self.within
        if group != "place" or subject is None:
            return False
        if object_ is None:  # a parent from the gazetteer, which the page does not name
            return target is not None and target.kind is Kind.DISTRICT and not target.articles
        return (
            any((place, object_) in self.within for place in self.places[subject])
            or (object_, None, subject) in self.leads
            or any(name.startswith(self.first[object_]) for name in self.folded[subject])
        )


def _close(pairs: Iterable[tuple[str | None, str | None]]) -> set[tuple[str | None, str | None]]:
    """The transitive closure."""
    closure = set(pairs)
    while more := {(a, d) for a, b in closure for c, d in closure if b == c} - closure:
        closure |= more
    return closure


def _names(entity: Entity) -> frozenset[str]:
    return frozenset(short for name in (entity.label, *entity.alt) for short in shortenings(fold(name)))


def _role(fact: Fact, name: str) -> str:
    value = fact.role(name)
    return value if isinstance(value, str) else ""
