"""What all sheets of a folder are written with: names and articles as links, facts as words with their sentences.

A ``Desk`` is made once; what many sheets show (a name as a link, an article as a source) is worked out once and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.model import Evidence, Fact, Kind
from kg.ontology import BYLINES
from kg.views.catalogue import ends_of, role_of
from kg.views.kinds import BYLINE_LABELS, KIND_LABELS, LINES, LOOKS, title_of, type_of
from kg.views.quotes import cut_runs, find_marks, join_lines
from kg.views.register import Register, tail_of
from kg.views.scenes import Atlas
from kg.views.sheets import Markup, embolden, link_name, render_part
from kg.views.texts import Texts

if TYPE_CHECKING:
    from kg.network import Weighted

MAX_PROOFS = 12  #: sentences shown of one fact; how many more there are is said
_KEPT_PROOFS = 50_000  #: sentences kept as text for the next sheet that shows them
UNTITLED = "（无标题）"

_PREDICATES = ("post", "leads", "takesPartIn", "presides", "attends", "investment", "figure", "subOrganizationOf")
#: In which order a sheet shows the kinds of facts.
ORDER = {predicate: number for number, predicate in enumerate((*_PREDICATES, "jurisdiction", "locatedIn", "partOf"))}


@dataclass(frozen=True, slots=True)
class Cite:
    """An article as a source."""

    headline: str
    href: str
    date: str
    file: str  #: the page's file, without its folders
    path: str  #: with them
    link: str = ""  #: the headline, as a link where there is a sheet
    tag: str = ""  #: the same with day and file, as it stands below a sentence


@dataclass(frozen=True, slots=True)
class Line:
    """One fact in words. Seen from one of its names it has no ``left``; without sentences it is known from elsewhere."""

    left: Markup | None
    verb: str
    right: Markup | None
    words: str  #: a title, a number with what it counts
    when: str
    proofs: tuple[Markup, ...] = ()  #: sentences, each in its paragraph
    more: int = 0  #: sentences that are not shown
    known: bool = False


@dataclass(slots=True)
class Desk:
    """All that is known, and how it is shown."""

    atlas: Atlas
    register: Register
    texts: Texts
    company: Weighted
    proven: Mapping[str, Sequence[tuple[Evidence, Fact]]] = field(default_factory=dict)  #: article → what it proves
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)  #: article → the entities that it mentions
    signed: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)  #: article → (role, person)
    direct: Mapping[str, Sequence[str]] = field(default_factory=dict)  #: district → what belongs to it and to none below it
    on_page: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)  #: file and hash → its articles
    _links: dict[str, Markup] = field(default_factory=dict)
    _cites: dict[str, Cite] = field(default_factory=dict)
    _proofs: dict[tuple[str, int], Markup] = field(default_factory=dict)

    def link(self, name: str) -> Markup:
        """A name as a link to its sheet, or bare where it has none. All sheets stand one folder deep."""
        if name not in self._links:
            entity = self.atlas.catalogue.entities[name]
            file = self.register.names.get(name, "")
            type_ = type_of(entity)
            self._links[name] = link_name(entity.label, type_, LOOKS[type_].shape, f"../{file}" if file else "")
        return self._links[name]

    def cite(self, article: str) -> Cite:
        """An article as a source; of one that the graph does not describe there is only its key."""
        if article not in self._cites:
            source = self.atlas.catalogue.sources.get(article)
            if source is None:
                cite = Cite(UNTITLED, "", "", tail_of(article), article)
            else:
                file = self.register.articles.get(article, "")
                cite = Cite(
                    headline=join_lines(source.headline).strip() or UNTITLED,
                    href=f"../{file}" if file else "",
                    date=source.date.isoformat() if source.date else "",
                    file=source.page.replace("\\", "/").rsplit("/", 1)[-1] or "（无名版面）",
                    path=source.page,
                )
            cite = replace(cite, link=render_part("cite", cite, cite.headline == UNTITLED))
            self._cites[article] = replace(cite, tag=render_part("tag", cite))
        return self._cites[article]

    def day_of(self, evidence: Evidence) -> date | None:
        """The day on which a sentence stood in the paper."""
        source = self.atlas.catalogue.sources.get(evidence.article)
        return source.date if source else None

    def forms_of(self, name: str) -> tuple[str, ...]:
        """All that a name is called; nothing where there is no name."""
        entity = self.atlas.catalogue.entities.get(name)
        return (entity.label, *entity.alt) if entity else ()

    def mark(self, evidence: Evidence, fact: Fact) -> Markup:
        """A sentence with the names of its fact marked."""
        subject, target = ends_of(fact)
        words = [text for role in ("role", "text", "counts") if (text := role_of(fact, role))]
        marks = find_marks(evidence.quote, self.forms_of(subject), self.forms_of(target), words, post=fact.predicate == "post")
        return embolden(cut_runs(evidence.quote, marks))

    def prove(self, evidence: Evidence, fact: Fact, number: int) -> Markup:
        """A sentence in the paragraph in which it stands; kept for a while, for the sheets of both names of the fact show it."""
        key = (fact.id, number)
        if key not in self._proofs:
            if len(self._proofs) >= _KEPT_PROOFS:
                self._proofs.clear()
            self._proofs[key] = self._show_proof(evidence, fact)
        return self._proofs[key]

    def _show_proof(self, evidence: Evidence, fact: Fact) -> Markup:
        source = self.atlas.catalogue.sources.get(evidence.article)
        before = behind = ""
        cut = (False, False)
        if source is not None:
            passage = self.texts.find_passage(source.sha256, evidence.start, evidence.end, evidence.quote)
            before = join_lines(passage.text[: evidence.start - passage.start])
            behind = join_lines(passage.text[evidence.end - passage.start :])
            cut = passage.cut
        quote = self.mark(evidence, fact)
        before, behind = f"{'…' if cut[0] else ''}{before}", f"{behind}{'…' if cut[1] else ''}"
        return render_part("proof", before, quote, behind, self.cite(evidence.article).tag, evidence)

    def tell(self, fact: Fact, me: str = "", *, proofs: bool = True) -> Line:
        """A fact in words, seen from one of its names, or whole."""
        subject, target = ends_of(fact)
        words = title_of(fact)
        if fact.predicate in ("figure", "investment"):
            words = " ".join(text for role in ("counts", "text") if (text := role_of(fact, role)))
        far = target if subject == me else subject
        shown = fact.evidence[:MAX_PROOFS] if proofs else ()
        return Line(
            left=self.link(subject) if not me and subject else None,
            verb="" if me else heading_of(fact.predicate),
            right=self.link(far) if me and far else self.link(target) if not me and target else None,
            words=words,
            when=say_when(role_of(fact, "first"), role_of(fact, "last")),
            proofs=tuple(self.prove(evidence, fact, number) for number, evidence in enumerate(shown)),
            more=len(fact.evidence) - len(shown) if proofs else 0,
            known=not fact.evidence,
        )

    def kind_of(self, name: str) -> str:
        """What a name is, in words: 机构 · 党委."""
        entity = self.atlas.catalogue.entities[name]
        kind, look = KIND_LABELS[entity.kind], LOOKS[type_of(entity)].label
        return kind if kind == look else f"{kind} · {look}"


def make_desk(atlas: Atlas, register: Register, texts: Texts, company: Weighted) -> Desk:
    """Sort what is known by the articles that say it and the districts that it belongs to."""
    catalogue = atlas.catalogue
    proven: dict[str, list[tuple[Evidence, Fact]]] = defaultdict(list)
    for fact in catalogue.facts:
        for evidence in fact.evidence:
            proven[evidence.article].append((evidence, fact))
    named: dict[str, list[str]] = defaultdict(list)
    for name, entity in catalogue.entities.items():
        for article in entity.articles:
            named[article].append(name)
    signed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, bylines in catalogue.bylines.items():
        for role, article in bylines:
            signed[article].append((role, name))
    direct: dict[str, list[str]] = defaultdict(list)
    for name, entity in catalogue.entities.items():
        if entity.kind is not Kind.DISTRICT:
            own = atlas.homes.get(name, frozenset())
            for district in own - {above for low in own for above in atlas.homes[low] if above != low}:
                direct[district].append(name)
    on_page: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article, source in catalogue.sources.items():
        on_page[source.page, source.sha256].append(article)
    return Desk(atlas, register, texts, company, proven, named, signed, direct, on_page)


def heading_of(predicate: str, *, back: bool = False) -> str:
    """What a kind of tie is called, seen from its subject or from its object."""
    if predicate in ("investment", "figure"):
        return {"investment": "投资", "figure": "数字"}[predicate]
    return LINES[predicate].back if back else LINES[predicate].forth


def say_when(first: str, last: str) -> str:
    """The days between which pages attest something."""
    if not first:
        return ""
    return f"{first} 至 {last} 见报" if last and last != first else f"{first} 见报"


def sort_cites(cites: Iterable[Cite]) -> list[Cite]:
    """By day, the undated last."""
    return sorted(cites, key=lambda cite: (cite.date or "~", cite.headline, cite.href))


def say_roles(signed: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """The people of an article's bylines by role, in the order in which newspapers print them."""
    found: dict[str, list[str]] = {role: [] for role in BYLINES}
    for role, name in signed:
        found.setdefault(role, []).append(name)
    return [(BYLINE_LABELS.get(role, role), names) for role, names in found.items() if names]
