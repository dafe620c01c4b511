"""Facts to triples: the only writer of triples.

Invariants: IRIs are ASCII, there is no blank node, no clock, no counter. A reading's lines depend on that reading alone, so
they can be made anywhere; ``turtle.py`` sorts and merges the lines of all readings into the files, whose bytes are the same
whatever the order of readings and however often one comes.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2s
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from kg.errors import KgError, OntologyError
from kg.model import UNIT_SEPARATOR, Article, Entity, Evidence, Fact, Kind, Page, Reading
from kg.ontology import (
    BYLINES,
    DCTERMS,
    DEFAULT_BASE,
    EDGES,
    LEVEL_LABELS,
    LEVELS,
    ORG,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    SUPERCLASSES,
    XSD,
    XZ,
    entity_classes,
)
from kg.pinyin import pinyin, slug
from kg.seeds import title_ranks
from kg.text import most_blanked
from kg.turtle import MEMORY_LINES, Counts, write_triples

GRAPH_NT = "graph.nt"
GRAPH_TTL = "graph.ttl"
PAGES = "pages"  #: the folder of page texts beside the graph

# ── terms ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

_SAFE_ID = re.compile(r"[A-Za-z0-9._~/-]+")
_SAFE_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]*[/#]")
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPED = re.compile(r"\\(?:u([0-9A-F]{4})|.)")
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_PLAIN = {escaped: plain for plain, escaped in _ESCAPES.items()}


def check_base(base: str) -> str:
    """The base of entity IRIs, where it can be one: absolute, ASCII, closed by ``/`` or ``#``."""
    if not _SAFE_BASE.fullmatch(base):
        raise KgError(f"the base {base!r} is no absolute ASCII IRI that ends with / or #, such as {DEFAULT_BASE}")
    return base


@lru_cache(maxsize=1 << 16)
def _local(identifier: str) -> str:
    """An id as the end of an IRI; what is not plain ASCII is percent-encoded."""
    return identifier if _SAFE_ID.fullmatch(identifier) else quote(identifier, safe="/~")


def _node(base: str, identifier: str) -> str:
    return f"<{base}{_local(identifier)}>"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def make_literal(value: str) -> str:
    """A string literal of N-Triples. Chinese stays as it is."""
    if value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return f'"{_SPECIAL.sub(_escape, value)}"'


def read_literal(literal: str) -> str:
    """The text of a literal that ``make_literal`` has made, whatever its language or type."""
    text = literal[1 : literal.rindex('"')]
    return _ESCAPED.sub(_unescape, text) if "\\" in text else text


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _PLAIN[match[0]]


def _zh(value: str) -> str:
    return f"{make_literal(value)}@zh"


@lru_cache(maxsize=1 << 14)
def _date(value: date) -> str:
    return f'"{value.isoformat()}"^^<{XSD.date}>'


def _decimal(value: Decimal) -> str:
    """A decimal in canonical form, so that no store changes it: 15.50 → 15.5, 1E+3 → 1000."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f'"{"0" if text in ("-0", "") else text}"^^<{XSD.decimal}>'


@lru_cache(maxsize=1 << 14)
def _score(value: float) -> str:
    return _decimal(Decimal(f"{value:.4f}"))


def _predicate(iri: str) -> str:
    return f" <{iri}> "


def _types(classes: Iterable[str]) -> tuple[str, ...]:
    """The ends of the lines that give these types."""
    return tuple(f" <{RDF.type}> <{name}> .\n" for name in classes)


def _hash(*parts: str, size: int) -> str:
    """A short hash of stable parts, ``2 * size`` hexadecimal digits."""
    return blake2s(UNIT_SEPARATOR.join(parts).encode(), digest_size=size).hexdigest()


_PREF = _predicate(SKOS.prefLabel)
_ALT = _predicate(SKOS.altLabel)
_LABEL = _predicate(RDFS.label)
_EVIDENCE = _predicate(XZ.evidence)
_CONFIDENCE = _predicate(XZ.confidence)
_LEVEL = _predicate(XZ.level)
_ADCODE = _predicate(XZ.adcode)
_CONTAINED = _predicate(SCHEMA.containedInPlace)
_START_DATE = _predicate(SCHEMA.startDate)
_MENTIONS = _predicate(SCHEMA.mentions)
_DATE_PUBLISHED = _predicate(SCHEMA.datePublished)
_MEMBER = _predicate(ORG.member)
_ORGANIZATION = _predicate(ORG.organization)
_ROLE = _predicate(ORG.role)
_STATUS = _predicate(XZ.status)
_ATTESTED = _predicate(XZ.attestedOn)
_HOLDS_POST_IN = _predicate(XZ.holdsPostIn)
_SUBJECT = _predicate(RDF.subject)
_PREDICATE = _predicate(RDF.predicate)
_OBJECT = _predicate(RDF.object)
_INVESTMENT = _predicate(XZ.investment)
_INVESTMENT_VALUE = _predicate(XZ.investmentValue)
_OF = _predicate(XZ.of)
_COUNTS = _predicate(XZ.counts)
_VALUE = _predicate(XZ.value)
_UNIT = _predicate(XZ.unit)
_START = _predicate(XZ.start)
_END = _predicate(XZ.end)
_QUOTE = _predicate(XZ.quote)
_IN_ARTICLE = _predicate(XZ.inArticle)
_EXTRACTOR = _predicate(XZ.extractor)

_PAGE_TYPES = _types((XZ.Page, *SUPERCLASSES[XZ.Page]))
_ARTICLE_TYPES = _types((XZ.Article, *SUPERCLASSES[XZ.Article]))
_EVIDENCE_TYPES = _types((XZ.Evidence, *SUPERCLASSES[XZ.Evidence]))
_FIGURE_TYPES = _types((XZ.Figure, *SUPERCLASSES[XZ.Figure]))
_ROLE_TYPES = _types((ORG.Role, *SUPERCLASSES[ORG.Role]))
_MEMBERSHIP_TYPES = _types((ORG.Membership,))
_STATEMENT_TYPES = _types((RDF.Statement,))
_INTEGER_END = f'"^^<{XSD.integer}> .\n'


# ── one reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def triples(reading: Reading, base: str) -> Iterator[str]:
    """All that one reading says, as lines of N-Triples, each closed by a line feed; a line may come twice."""
    page = reading.page
    dates = {article.id: day for article in reading.articles if (day := article.date or page.date)}
    kinds = {entity.id: entity.kind for entity in reading.entities}
    yield from _page_lines(page, base)
    for article in reading.articles:
        yield from _article_lines(article, page, dates.get(article.id), reading.bylines.get(article.id, ()), base)
    for level in sorted({entity.level for entity in reading.entities if entity.level}):
        yield from _level_lines(level)
    for entity in reading.entities:
        yield from _entity_lines(entity, base)
    for fact in reading.facts:
        yield from _fact_lines(fact, dates, kinds, base)


def page_iri(page: Page, base: str) -> str:
    """The IRI of a page: named by its text."""
    return f"{base}page/{page.sha256[:12]}"


def _page_lines(page: Page, base: str) -> Iterator[str]:
    node = f"<{page_iri(page, base)}>"
    for end in _PAGE_TYPES:
        yield node + end
    yield f"{node} <{XZ.fileName}> {make_literal(page.name)} .\n"
    yield f'{node} <{XZ.sha256}> "{page.sha256}" .\n'
    if page.title:
        yield f"{node} <{DCTERMS.title}> {_zh(page.title)} .\n"
    if page.site:
        yield f"{node} <{XZ.site}> {make_literal(page.site)} .\n"
    if page.url:
        yield f"{node} <{SCHEMA.url}> {make_literal(page.url)}^^<{XSD.anyURI}> .\n"
    if page.date:
        yield f"{node}{_DATE_PUBLISHED}{_date(page.date)} .\n"


def _article_lines(
    article: Article, page: Page, day: date | None, bylines: Iterable[tuple[str, str]], base: str
) -> Iterator[str]:
    node = _node(base, f"article/{article.id}")
    for end in _ARTICLE_TYPES:
        yield node + end
    yield f"{node} <{SCHEMA.isPartOf}> <{page_iri(page, base)}> .\n"
    yield f'{node} <{SCHEMA.position}> "{article.number}{_INTEGER_END}'
    yield f"{node} <{XZ.form}> {make_literal(article.form)} .\n"
    if extent := " ".join(f"{start}-{end}" for start, end in _stretches(article, page)):
        yield f"{node} <{XZ.extent}> {make_literal(extent)} .\n"
    if article.headline:
        yield f"{node} <{SCHEMA.headline}> {_zh(article.headline)} .\n"
    if day:
        yield f"{node}{_DATE_PUBLISHED}{_date(day)} .\n"
    for role, person in bylines:
        if role not in BYLINES:
            raise OntologyError(f"article {article.id}: no property for bylines of role {role!r}")
        yield f"{node} <{BYLINES[role]}> {_node(base, person)} .\n"


def _stretches(article: Article, page: Page) -> Iterator[tuple[int, int]]:
    """Where an article stands on its page: half-open stretches, more than one where other matter stands between its parts."""
    places = sorted(set(article.offsets[:-1]))
    while places and places[-1] >= len(page.text):  # a last line may lack its end
        places.pop()
    if not places:
        return
    start, at = places[0], 0
    while at < len(places):  # from gap to gap: in a run without one, place and index grow alike
        run = range(at, len(places))
        at += bisect_right(run, places[at] - at, key=lambda index: places[index] - index)
        end = places[at - 1] + 1
        if at == len(places):
            yield start, end
        elif page.text[end : places[at]].strip():
            yield start, end
            start = places[at]


def _level_lines(level: str) -> Iterator[str]:
    """What a reader needs of the concept, so that the graph can be read without the ontology."""
    if level not in LEVELS:
        raise OntologyError(f"unknown level of a district: {level!r}")
    node = f"<{LEVELS[level]}>"
    yield f"{node} <{RDF.type}> <{SKOS.Concept}> .\n"
    yield f"{node} <{SKOS.inScheme}> <{XZ.Level}> .\n"
    yield f'{node} <{SKOS.notation}> "{level}" .\n'
    yield f"{node}{_PREF}{_zh(LEVEL_LABELS[level])} .\n"


@lru_cache(maxsize=256)
def _entity_types(kind: Kind, subtype: str) -> tuple[str, ...]:
    return _types(entity_classes(kind, subtype))


def _entity_lines(entity: Entity, base: str) -> Iterator[str]:
    node = _node(base, entity.id)
    for end in _entity_types(entity.kind, entity.subtype):
        yield node + end
    yield f"{node}{_PREF}{_zh(entity.label)} .\n"
    yield f"{node}{_LABEL}{make_literal(pinyin(entity.label, person=entity.kind is Kind.PERSON))}@zh-Latn .\n"
    for name in entity.alt:
        if name != entity.label:
            yield f"{node}{_ALT}{_zh(name)} .\n"
    if entity.level:
        yield f"{node}{_LEVEL}<{LEVELS[entity.level]}> .\n"
    if entity.adcode:
        yield f"{node}{_ADCODE}{make_literal(entity.adcode)} .\n"
    if entity.date:
        yield f"{node}{_START_DATE}{_date(entity.date)} .\n"
    for article in entity.articles:
        yield f"{_node(base, f'article/{article}')}{_MENTIONS}{node} .\n"


def _fact_lines(fact: Fact, dates: Mapping[str, date], kinds: Mapping[str, Kind], base: str) -> Iterator[str]:
    if fact.predicate == "post":
        return _post_lines(fact, dates, kinds, base)
    if fact.predicate in EDGES:
        return _edge_lines(fact, base)
    if fact.predicate == "investment":
        return _investment_lines(fact, base)
    if fact.predicate == "figure":
        return _figure_lines(fact, base)
    raise OntologyError(f"fact {fact.id}: no property for the predicate {fact.predicate!r}")


def _post_lines(fact: Fact, dates: Mapping[str, date], kinds: Mapping[str, Kind], base: str) -> Iterator[str]:
    node = _node(base, f"post/{fact.id}")
    person = _node(base, _need(fact, "person"))
    role, about_role = _role(_need(fact, "role"), base)
    status = _string(fact, "status")
    organisation = _string(fact, "organisation")
    for end in _MEMBERSHIP_TYPES:
        yield node + end
    yield from about_role
    yield f"{node}{_MEMBER}{person} .\n"
    yield f"{node}{_ROLE}{role} .\n"
    if status:
        yield f"{node}{_STATUS}{make_literal(status)} .\n"
    if organisation:
        body = _node(base, organisation)
        yield f"{node}{_ORGANIZATION}{body} .\n"
        if status != "former" and kinds.get(organisation) is not Kind.INITIATIVE:
            yield f"{person}{_HOLDS_POST_IN}{body} .\n"
    for day in {dates[evidence.article] for evidence in fact.evidence if evidence.article in dates}:
        yield f"{node}{_ATTESTED}{_date(day)} .\n"
    yield from _proof_lines(node, fact, base)


def _edge_lines(fact: Fact, base: str) -> Iterator[str]:
    subject, target = _node(base, _need(fact, "subject")), _node(base, _need(fact, "object"))
    yield f"{subject} <{EDGES[fact.predicate]}> {target} .\n"
    if fact.predicate == "partOf":
        yield f"{subject}{_CONTAINED}{target} .\n"
    yield from _statement_lines(fact, subject, EDGES[fact.predicate], target, base)


def _investment_lines(fact: Fact, base: str) -> Iterator[str]:
    subject, written = _node(base, _need(fact, "subject")), _zh(_need(fact, "text"))
    yield f"{subject}{_INVESTMENT}{written} .\n"
    value = fact.role("value")
    if isinstance(value, Decimal):
        yield f"{subject}{_INVESTMENT_VALUE}{_decimal(value)} .\n"
    yield from _statement_lines(fact, subject, XZ.investment, written, base)


def _statement_lines(fact: Fact, subject: str, predicate: str, target: str, base: str) -> Iterator[str]:
    """The edge once more as a node, with its evidence; without evidence the plain triple is all there is to say."""
    if not fact.evidence:
        return
    node = _node(base, f"statement/{fact.id}")
    for end in _STATEMENT_TYPES:
        yield node + end
    yield f"{node}{_SUBJECT}{subject} .\n"
    yield f"{node}{_PREDICATE}<{predicate}> .\n"
    yield f"{node}{_OBJECT}{target} .\n"
    yield from _proof_lines(node, fact, base)


def _figure_lines(fact: Fact, base: str) -> Iterator[str]:
    node = _node(base, f"figure/{fact.id}")
    for end in _FIGURE_TYPES:
        yield node + end
    yield f"{node}{_LABEL}{_zh(_need(fact, 'text'))} .\n"
    value, subject = fact.role("value"), _string(fact, "subject")
    counts, unit = _string(fact, "counts"), _string(fact, "unit")
    if isinstance(value, Decimal):
        yield f"{node}{_VALUE}{_decimal(value)} .\n"
    if subject:
        yield f"{node}{_OF}{_node(base, subject)} .\n"
    if counts:
        yield f"{node}{_COUNTS}{_zh(counts)} .\n"
    if unit:
        yield f"{node}{_UNIT}{_zh(unit)} .\n"
    yield from _proof_lines(node, fact, base)


def _proof_lines(node: str, fact: Fact, base: str) -> Iterator[str]:
    """The evidence of a fact. Its confidence is that of its surest evidence: agencies repeat each other's sentences, so ten
    of them do not prove ten times as much."""
    if not fact.evidence:
        return
    yield f"{node}{_CONFIDENCE}{_score(max(evidence.score for evidence in fact.evidence))} .\n"
    for evidence in fact.evidence:
        proof = f"<{evidence_iri(fact, evidence, base)}>"
        yield f"{node}{_EVIDENCE}{proof} .\n"
        for end in _EVIDENCE_TYPES:
            yield proof + end
        yield f'{proof}{_START}"{evidence.start}{_INTEGER_END}'
        yield f'{proof}{_END}"{evidence.end}{_INTEGER_END}'
        yield f"{proof}{_QUOTE}{make_literal(evidence.quote)} .\n"
        yield f"{proof}{_IN_ARTICLE}{_node(base, f'article/{evidence.article}')} .\n"
        yield f"{proof}{_EXTRACTOR}{make_literal(evidence.by)} .\n"
        yield f"{proof}{_CONFIDENCE}{_score(evidence.score)} .\n"


def evidence_iri(fact: Fact, evidence: Evidence, base: str) -> str:
    """The IRI of one stretch as proof of one fact."""
    parts = (fact.id, evidence.article, str(evidence.start), str(evidence.end), evidence.by)
    return f"{base}evidence/{_hash(*parts, size=10)}"


@lru_cache(maxsize=1 << 14)
def _role(title: str, base: str) -> tuple[str, tuple[str, ...]]:
    """The node of a title, and the lines about it."""
    node = f"<{base}role/{slug(title)}-{_hash(title, size=3)}>"
    lines = [node + end for end in _ROLE_TYPES]
    lines.append(f"{node}{_PREF}{_zh(title)} .\n")
    lines.append(f"{node}{_LABEL}{make_literal(pinyin(title))}@zh-Latn .\n")
    rank = title_ranks().get(title, _NO_RANK)
    if rank != _NO_RANK:
        lines.append(f'{node} <{XZ.rank}> "{rank}{_INTEGER_END}')
    return node, tuple(lines)


_NO_RANK = 99  #: of ``titles.csv``: titles that have no place in the order


def _string(fact: Fact, name: str) -> str:
    value = fact.role(name)
    return value if isinstance(value, str) else ""


def _need(fact: Fact, name: str) -> str:
    value = _string(fact, name)
    if not value:
        raise OntologyError(f"fact {fact.id} ({fact.predicate}) has no {name}")
    return value


#: Takes a page and its lines, and passes the lines on.
Keep = Callable[[Page, Iterable[str]], Iterable[str]]

# ── all readings ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def write_graph(
    readings: Iterable[Reading],
    directory: Path,
    *,
    base: str = DEFAULT_BASE,
    memory_lines: int = MEMORY_LINES,
    keep: Keep | None = None,
) -> Counts:
    """Write ``graph.nt`` and ``graph.ttl`` into a directory, from readings in any order; ``keep`` sees the lines of each page."""
    check_base(base)
    kept: Keep = keep or (lambda page, lines: lines)
    lines = chain.from_iterable(kept(reading.page, triples(reading, base)) for reading in readings)
    return write_triples(lines, directory, base=base, memory_lines=memory_lines)


def write_page_text(directory: Path, page: Page) -> Path:
    """Keep the page's text, exactly as decoded, beside the graph: ``pages/<sha256>.txt``, UTF-8."""
    return keep_text(directory, page.sha256, page.text)


def keep_text(directory: Path, sha256: str, text: str) -> Path:
    """Keep a text, which may be blanked, by the hash of the page's own; of one text blanked in several ways the most blanked."""
    folder = directory / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sha256}.txt"
    if path.exists():
        text = most_blanked((text, path.read_bytes().decode()))
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(text.encode())
    os.replace(beside, path)
    return path
