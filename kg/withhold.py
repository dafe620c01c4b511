"""The graph without private persons: residents, and people of whom a page tells neither a post, nor a class, nor a byline.

What is withheld is decided page by page, from the lines that the page says by itself: so a page that comes or goes changes
nothing of the others, and a ledger needs no name that the graph has not. It is as strict as deciding over all pages, or
stricter: who is an official on one page and a passer-by on another leaves the other, and stays where the first names him.

All that is about such a person goes; a name that stands in other texts is blanked, each character of it by ``□``, which keeps
lengths and offsets. A build does this to each page before anything is written; a built folder is treated in the same way, from
its ledger, and gives the same bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from kg.errors import StoreError
from kg.graph import PAGES, keep_text, make_literal, read_literal
from kg.ledger import read_ledger
from kg.model import Problem
from kg.ontology import BYLINES, ORG, RDF, RDFS, SCHEMA, SKOS, XSD, XZ
from kg.pinyin import pinyin, slug
from kg.text import BLANK
from kg.turtle import write_triples

PROBLEMS = "problems.jsonl"


def _iri(name: str) -> str:
    return f"<{name}>"


_TYPE, _PREF, _ALT, _LABEL = map(_iri, (RDF.type, SKOS.prefLabel, SKOS.altLabel, RDFS.label))
_MEMBER, _ORGANIZATION, _ROLE = map(_iri, (ORG.member, ORG.organization, ORG.role))
_SUBJECT, _OBJECT, _OF, _EVIDENCE = map(_iri, (RDF.subject, RDF.object, XZ.of, XZ.evidence))
_ENDS = (_MEMBER, _ORGANIZATION, _ROLE, _SUBJECT, _OBJECT, _OF)  #: of a fact: what it is about
_START, _END, _QUOTE, _CONFIDENCE = map(_iri, (XZ.start, XZ.end, XZ.quote, XZ.confidence))
_MENTIONS, _URL, _FILE_NAME = map(_iri, (SCHEMA.mentions, SCHEMA.url, XZ.fileName))
_PAGE, _ARTICLE, _PERSON, _RESIDENT, _PROJECT = map(_iri, (XZ.Page, XZ.Article, XZ.Person, XZ.Resident, XZ.Project))
_WITHHELD, _KEPT_HASH = map(_iri, (XZ.withheldPersons, XZ.keptSha256))
_SIGNED = frozenset(map(_iri, BYLINES.values()))
_PUBLIC = frozenset(map(_iri, (XZ.Official, XZ.Journalist, XZ.BusinessPerson)))
#: Things whose names are their own, though they may be called after a person. That of an event, or of a project, is a piece of
#: a sentence, and is blanked as that is.
_NAMED = frozenset(map(_iri, (XZ.Person, XZ.Organisation, XZ.District, XZ.Initiative)))
_NAMES = frozenset((_PREF, _ALT, _LABEL))
_TAIL = re.compile(r"(?:-[0-9a-f]{4,16})+$")  #: the hash at the end of an IRI

# ── names in texts ───────────────────────────────────────────────────────────────────────────────────────────────────────

_DOTS = frozenset("•・‧∙⋅")


@lru_cache(maxsize=1 << 14)
def _plain(char: str) -> str:
    """A character in one form, whatever its width; nothing for one that may stand inside a name: a space, the end of a line."""
    if char.isspace() or unicodedata.category(char) in ("Cc", "Cf"):
        return ""
    folded = unicodedata.normalize("NFKC", char)
    return "·" if folded in _DOTS else folded if len(folded) == 1 else char


def _fold(text: str) -> tuple[str, list[int]]:
    """A text without spaces and in one form, and where each of its characters stands."""
    places = [place for place, char in enumerate(text) if _plain(char)]
    return "".join(_plain(text[place]) for place in places), places


class Blanker:
    """Puts ``□`` for each character of some names, however they are spaced, broken or dotted.

    A name inside a longer one of ``kept`` (李明 in the official 李明德, 赵春娥 in 赵春娥服务队) stays, as that one does.
    """

    def __init__(self, names: Iterable[str], kept: Iterable[str] = ()) -> None:
        forms = {_fold(form)[0] for name in names for form in (name, *re.split("[·•・‧∙⋅]", name))}
        self._names = sorted(form for form in forms if len(form) > 1)
        longer = {_fold(name)[0] for name in kept}
        self._kept = sorted(form for form in longer if any(name in form and name != form for name in self._names))

    def __call__(self, text: str) -> str:
        if not self._names:
            return text
        folded, places = _fold(text)
        found = [span for name in self._names for span in _find_all(name, folded)]
        if not found:
            return text
        longer = (span for name in self._kept for span in _find_all(name, folded))
        safe = [(lo, hi) for lo, hi in longer if places[hi - 1] - places[lo] == hi - lo - 1]  # no space in it
        chars = list(text)
        for lo, hi in found:
            if not any(start <= lo and hi <= end for start, end in safe):
                for place in places[lo:hi]:
                    chars[place] = BLANK
        return "".join(chars)


def _find_all(name: str, text: str) -> Iterator[tuple[int, int]]:
    """All places of a name, those that overlap too."""
    place = text.find(name)
    while place >= 0:
        yield place, place + len(name)
        place = text.find(name, place + 1)


# ── one page ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is left of a page."""

    lines: tuple[str, ...]
    text: str
    persons: int  #: how many were withheld


def withhold_page(lines: Iterable[str], text: str, *, least: float = 0.0) -> Withheld:
    """Withhold the private persons of one page.

    ``lines`` are all that the page says by itself, as ``graph.triples`` makes them, ``text`` is the page's. A post that is less
    sure than ``least`` (0 to 1) makes nobody an official.
    """
    page = _Page(lines, text, least)
    return Withheld(tuple(page.say()), page.kept_text, len(page.private))


class _Page:
    """The lines of one page, and who and what of them goes."""

    def __init__(self, lines: Iterable[str], text: str, least: float) -> None:
        self._pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)  # predicate → subjects with objects
        self._text = text
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            self._pairs[predicate].append((subject, rest[:-3]))
        self.private = self._find_private(least)
        self._gone = self._find_gone()
        self._named = self._of_class(*_NAMED) - self._of_class(_PROJECT)
        labels = [(node, read_literal(name)) for term in (_PREF, _ALT) for node, name in self._pairs[term]]
        own = (name for node, name in labels if node in self._named and node not in self.private)
        self._blank = Blanker((name for node, name in labels if node in self.private), own)
        self.kept_text = self._blank(text)
        self._renamed = dict(self._find_renamed())
        self._renamed.update(self._find_renamed_facts())

    def _of_class(self, *classes: str) -> set[str]:
        return {node for node, name in self._pairs[_TYPE] if name in classes}

    def _find_private(self, least: float) -> set[str]:
        sure = {node for node, value in self._pairs[_CONFIDENCE] if float(read_literal(value)) >= least}
        proofs: dict[str, list[str]] = defaultdict(list)
        for fact, proof in self._pairs[_EVIDENCE]:
            proofs[fact].append(proof)
        held = {post for post, _ in self._pairs[_ORGANIZATION] if not proofs[post] or not sure.isdisjoint(proofs[post])}
        holders = {person for post, person in self._pairs[_MEMBER] if post in held}
        signed = {person for term in _SIGNED for _, person in self._pairs[term]}
        unknown = self._of_class(_PERSON) - self._of_class(*_PUBLIC) - signed
        return (unknown | self._of_class(_RESIDENT)) - holders

    def _find_gone(self) -> set[str]:
        """The private persons, all that is about them, and what nothing else needs."""
        about = {fact for term in (_MEMBER, _SUBJECT, _OBJECT, _OF) for fact, node in self._pairs[term] if node in self.private}
        left = set()
        for term in (_EVIDENCE, _ROLE):
            left |= {node for fact, node in self._pairs[term] if fact in about}
            left -= {node for fact, node in self._pairs[term] if fact not in about}
        return self.private | about | left

    def _find_renamed(self) -> Iterator[tuple[str, str]]:
        """The IRIs that spell a blanked name in pinyin, and new ones."""
        for node, label in self._pairs[_PREF]:
            name = read_literal(label)
            blanked = name if node in self._named else self._blank(name)
            if blanked != name:
                folder, _, own = node[1:-1].rpartition("/")
                tail = _TAIL.search(own)
                yield node, f"<{folder}/{slug(blanked)[:60].strip('-')}{tail[0] if tail else ''}>"

    def _find_renamed_facts(self) -> dict[str, str]:
        """New IRIs of the facts about what is renamed: another reading of the same text may state them of the old IRIs."""
        facts = {fact for term in _ENDS for fact, node in self._pairs[term] if node in self._renamed}
        return {fact: f"{fact[: fact.rindex('/')]}/{sha256(fact.encode()).hexdigest()[:16]}>" for fact in facts}

    def say(self) -> Iterator[str]:
        """The lines that are left, and the counts."""
        starts, ends = dict(self._pairs[_START]), dict(self._pairs[_END])
        for predicate, pairs in self._pairs.items():
            for subject, target in pairs:
                if subject in self._gone or target in self._gone:
                    continue
                if target[0] == '"':
                    kept = self._cut(subject, target, starts, ends) if predicate == _QUOTE else None
                    kept = kept or self._say_text(subject, predicate, target)
                else:
                    kept = self._renamed.get(target, target)
                if kept:
                    yield f"{self._renamed.get(subject, subject)} {predicate} {kept} .\n"
        yield from self._count()

    def _cut(self, proof: str, quote: str, starts: dict[str, str], ends: dict[str, str]) -> str:
        """A quote anew from the page, so that it is blanked where the page is; nothing where it does not stand there."""
        if proof not in starts or proof not in ends:
            return ""
        start, end = int(read_literal(starts[proof])), int(read_literal(ends[proof]))
        return make_literal(self.kept_text[start:end]) if self._text[start:end] == read_literal(quote) else ""

    def _say_text(self, subject: str, predicate: str, literal: str) -> str:
        """A literal with its names blanked; nothing for an address that spells one."""
        if predicate == _FILE_NAME or (predicate in _NAMES and subject in self._named):
            return literal
        text, ending = read_literal(literal), literal[literal.rindex('"') + 1 :]
        if predicate == _URL:
            plain = unquote(text)
            return literal if self._blank(plain) == plain else ""
        if subject in self._renamed and predicate == _LABEL and ending == "@zh-Latn":
            label = next(name for node, name in self._pairs[_PREF] if node == subject)
            return make_literal(pinyin(self._blank(read_literal(label)))) + ending
        blanked = self._blank(text)
        return literal if blanked == text else make_literal(blanked) + ending

    def _count(self) -> Iterator[str]:
        named: dict[str, set[str]] = defaultdict(set)
        for term in (_MENTIONS, *_SIGNED):
            for article, person in self._pairs[term]:
                named[article].update({person} & self.private)
        for article in self._of_class(_ARTICLE):
            yield f'{article} {_WITHHELD} "{len(named[article])}"^^<{XSD.integer}> .\n'
        for page in self._of_class(_PAGE):
            yield f'{page} {_WITHHELD} "{len(self.private)}"^^<{XSD.integer}> .\n'
            if self.kept_text != self._text:
                yield f'{page} {_KEPT_HASH} "{sha256(self.kept_text.encode()).hexdigest()}" .\n'


def find_kept_hashes(lines: Iterable[str]) -> frozenset[str]:
    """The hashes of the blanked text of a page, by its lines; none where nothing is blanked."""
    mark = f" {_KEPT_HASH} "
    return frozenset(line for line in lines if mark in line)


def hide_details(problem: Problem) -> Problem:
    """A problem without the words of an error, which may be the page's."""
    return replace(problem, what=re.sub(r"^(could not be read: \w+): .*", r"\1", problem.what, flags=re.DOTALL))


# ── a built folder ───────────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def open_withheld(directory: Path, wanted: bool = True, *, least: float = 0.0) -> Iterator[Path]:
    """A folder with the graph, the texts and the problems of a build, private persons withheld; for as long as the block lasts.

    It is the folder of the build itself where nothing is ``wanted``, and where the build has withheld them already. Raises
    ``StoreError`` for a folder without a ledger: from the graph alone one cannot tell what each page says.
    """
    first = next(read_ledger(directory), None) if wanted else None
    if not wanted or (first is not None and first.head.withhold):
        yield directory
        return
    with TemporaryDirectory(prefix="kg-withheld-") as scratch:
        out = Path(scratch)
        base = first.head.base if first is not None else ""
        write_triples(_withhold_all(directory, out, least), out, base=base)
        if (directory / PROBLEMS).is_file():
            _copy_problems(directory / PROBLEMS, out / PROBLEMS)
        yield out


def _withhold_all(directory: Path, out: Path, least: float) -> Iterator[str]:
    for entry in read_ledger(directory):
        try:
            text = (directory / PAGES / f"{entry.head.sha256}.txt").read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            raise StoreError(f"{directory} has not the text of {entry.head.page}: build it again") from None
        kept = withhold_page(entry.lines, text, least=least)
        keep_text(out, entry.head.sha256, kept.text)
        yield from kept.lines


def _copy_problems(old: Path, new: Path) -> None:
    with old.open(encoding="utf-8") as rows, new.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            problem = hide_details(Problem(**json.loads(row)))
            file.write(json.dumps({"where": problem.where, "what": problem.what}, ensure_ascii=False) + "\n")
