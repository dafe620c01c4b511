"""The one protocol of all extractors, what they share, and the one rule that chooses between overlapping spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from kg import seeds
from kg.context import PageContext
from kg.errors import ExtractorError
from kg.model import Article, Claim, Kind, Mention, Sentence

FoundCo = TypeVar("FoundCo", Mention, Claim, covariant=True)


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """What a district mention names: a listed place by code, or a name alone; or a relative one (该区, 全市)."""

    name: str
    level: str
    code: str = ""  #: of the gazetteer, where the page's context decides
    relative: str = ""  #: 区 县 市 省 镇 乡 街道 村 社区 小区 园区: resolved by ``coref``


@dataclass(frozen=True, slots=True)
class BodyValue:
    """What an organisation mention names.

    ``core`` is the body's own name without the place before it (工信局), in its canonical short form where the lexicon has
    one. The place is ``anchor`` (a district mention right before it) or ``relative`` (the 区 of 区委), or unsaid (both
    empty): then the context decides. ``parent`` is the body that holds a nested office.
    """

    core: str
    subtype: str
    anchor: Mention | None = None
    relative: str = ""
    parent: Mention | None = None
    proper: bool = False  #: a name of its own (公司, 学校): no place is needed to know it
    back: str = ""  #: 公司, 局 … of 该公司, 该局: resolved to the last such body
    doubled: int = 0  #: characters after the place that its label leaves out (石门县|县|委, 某镇|原|党委, 某县|第八届|人大)
    former: bool = False  #: 某镇原党委: whoever holds a post in it held it before


OWN = "@own|"  #: before the word for a body that a report is by and calls its own: 我校|副校长


@dataclass(frozen=True, slots=True)
class PostValue:
    """A title held by the people named at it."""

    title: str
    body: Mention | None
    implied: str  #: the body that the title implies in the district before it (区长: 政府), or empty
    place: Mention | None  #: the district right before the title
    relative: str  #: the 区 of 区长, where no district stands before
    status: str = ""
    person_kind: str = ""
    people: tuple[Mention, ...] = ()
    sphere: str = ""
    back: str = ""  #: endings of bodies, joined by |, to the last of which a bare title looks back


@dataclass(frozen=True, slots=True)
class PersonValue:
    """What the context says of a person: the ontology's class, and how sure."""

    subtype: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeValue:
    name: str  #: with its type word
    bare: str
    subtype: str
    place: Mention | None = None
    back: str = ""  #: 项目 of 该项目
    full: str = ""  #: with all the districts before it: 某市某镇某项目
    owner: Mention | None = None  #: the company whose plan it is


@dataclass(frozen=True, slots=True)
class EventValue:
    subtype: str
    name: str


SOCIETIES = ("协会", "学会", "商会", "研究会", "联合会", "促进会", "同乡会", "联谊会", "校友会", "总会")  #: how their names end
HOSPITALS = ("医院", "卫生院", "保健院", "卫生服务中心")  #: how their names end
# A section of a company or of the youth league that only a title tells of: the post is held in the company.
STAFF_UNIT = re.compile("(?:[一-龥]{1,5}(?:[^党业目]部|科|车间|班组|工序|工段)|董事[局会]|监事会)$")


def has_staff(body: Mention) -> bool:
    """Whether a body's sections are no bodies of their own: a company's, the youth league's."""
    value = body.value
    if not isinstance(value, BodyValue):
        return False
    whole = value.parent is None or value.core.endswith(("分厂", "分公司"))
    return value.core == "团委" or (value.subtype == "Enterprise" and whole)


FIRM_TAIL = (
    "(?:集团|控股|科技|实业|股份|投资|有限|责任|总|发展)*(?:公司|集团)$"  #: a pattern of what stands behind a company's own name
)
_FIRM_TAIL = re.compile(f"(?=[公发实总投控有科股责集(（])(?:[(（][^()（）]{{2,8}}[)）])?{FIRM_TAIL}")


def firm_name(firm: str) -> str:
    """The part of a company's name that its projects bear: 星海光能 of 星海光能集团有限公司; the whole name where it is short."""
    name = _FIRM_TAIL.sub("", firm)
    return name if len(name) >= 4 else firm


PEOPLES = re.compile(f"(?:(?:{'|'.join(sorted(seeds.word_list('peoples')))})族)+$")
_UNITS = ("街道", "镇", "乡", "苏木", "社区", "村", "嘎查")


def sentence_at(article: Article, at: int) -> Sentence:
    """The sentence that holds the working offset ``at``; the first one for what stands before it."""
    return article.sentences[max(0, bisect_right(article.sentences, at, key=lambda sentence: sentence.lo) - 1)]


def open_quote(text: str, position: int, within: int) -> int:
    """Where the quotation begins that a position stands in, at most so many characters before it; -1 where it stands in none."""
    opened = text.rfind("“", max(0, position - within), position)
    return opened if opened >= 0 and text.find("”", opened, position) < 0 else -1


def past_mark(text: str, at: int, marks: str, lo: int = 0) -> int:
    """Where the clause or the sentence of a position begins: behind the last of the marks before it, no mark before ``lo``."""
    return max(text.rfind(mark, lo, at) for mark in marks) + 1


class Found:
    """What has been found in one article so far, sorted and without overlap within a kind."""

    def __init__(self, context: PageContext, article: Article) -> None:
        self.context = context
        self.article = article
        self._kinds: dict[Kind, list[Mention]] = {}
        self._parts: tuple[int, frozenset[str]] | None = None
        self._starts: dict[Kind, list[int]] = {}
        self._by_end: dict[Kind, dict[int, Mention]] = {}

    def place_parts(self) -> frozenset[str]:
        """The own parts of the townships, villages and communities found so far (小溪塔 of 小溪塔街道, 青岗 of 青岗彝族乡)."""
        places = self._kinds.get(Kind.DISTRICT, ())
        if self._parts is None or self._parts[0] != len(places):
            parts = {m.text.removesuffix(unit) for m in places for unit in _UNITS if m.text.endswith(unit)}
            parts |= {part[: mark.start()] for part in parts if part[-1:] == "族" and (mark := PEOPLES.search(part))}
            self._parts = (len(places), frozenset(part for part in parts if len(part) >= 2))
        return self._parts[1]

    def add(self, mentions: Iterable[Mention]) -> None:
        """Take new mentions in, and choose again within each kind that they touch."""
        fresh: dict[Kind, list[Mention]] = {}
        for mention in mentions:
            fresh.setdefault(mention.kind, []).append(mention)
        for kind, batch in fresh.items():
            chosen = choose([*self._kinds.get(kind, ()), *batch])
            self._kinds[kind] = chosen
            self._starts[kind] = [m.start for m in chosen]
            self._by_end[kind] = {m.end: m for m in chosen}

    def drop_inside(self, kind: Kind, holders: Iterable[Mention]) -> None:
        """Take out the mentions of a kind that are the last characters of one of the holders."""
        held = {(holder.start + 1, holder.end) for holder in holders}
        self.keep(kind, lambda mention: (mention.start, mention.end) not in held)

    def keep(self, kind: Kind, wanted: Callable[[Mention], bool]) -> None:
        """Take out the mentions of a kind that are not wanted."""
        kept = [m for m in self._kinds.get(kind, ()) if wanted(m)]
        if len(kept) < len(self._kinds.get(kind, ())):
            self._kinds[kind] = kept
            self._starts[kind] = [m.start for m in kept]
            self._by_end[kind] = {m.end: m for m in kept}

    def of(self, kind: Kind) -> Sequence[Mention]:
        return self._kinds.get(kind, ())

    def ending_at(self, kind: Kind, position: int) -> Mention | None:
        return self._by_end.get(kind, {}).get(position)

    def starting_at(self, kind: Kind, position: int) -> Mention | None:
        starts = self._starts.get(kind)
        if not starts:
            return None
        index = bisect_left(starts, position)
        return self._kinds[kind][index] if index < len(starts) and starts[index] == position else None

    def covering(self, kind: Kind, position: int) -> Mention | None:
        """The mention that holds the character at ``position``."""
        starts = self._starts.get(kind)
        if not starts:
            return None
        index = bisect_left(starts, position + 1) - 1
        if index >= 0 and self._kinds[kind][index].end > position:
            return self._kinds[kind][index]
        return None

    def between(self, kind: Kind, start: int, end: int) -> Sequence[Mention]:
        """The mentions that lie within ``start:end``."""
        starts = self._starts.get(kind)
        if not starts:
            return ()
        low = bisect_left(starts, start)
        high = bisect_left(starts, end)
        return [m for m in self._kinds[kind][low:high] if m.end <= end]

    def before(self, kind: Kind, position: int) -> Iterator[Mention]:
        """The mentions that end at or before ``position``, the nearest first."""
        starts = self._starts.get(kind)
        if not starts:
            return
        for index in range(bisect_left(starts, position) - 1, -1, -1):
            if self._kinds[kind][index].end <= position:
                yield self._kinds[kind][index]

    def places_begin(self, position: int) -> int:
        """Where the chain of districts that ends at ``position`` begins; the position where there is none: |某省某市|某公司."""
        while (place := self.ending_at(Kind.DISTRICT, position)) is not None:
            position = place.start
        return position


class Extractor(Protocol[FoundCo]):
    """Pure: reads an article and what was found before, and yields every candidate."""

    name: str
    needs: frozenset[Kind]
    finds: frozenset[str]

    def __call__(self, article: Article, found: Found) -> Iterable[FoundCo]: ...


_START = attrgetter("start")


def choose(mentions: Iterable[Mention]) -> list[Mention]:
    """Of overlapping mentions of one kind the longest, then the surest, then the first; sorted by start."""
    in_order = sorted(mentions, key=_START)
    done = 0
    for mention in in_order:
        if mention.start < done:
            break
        done = mention.end
    else:
        return in_order  # none overlap, as is usual
    ranked = sorted(in_order, key=lambda m: (m.start - m.end, -m.score, m.start, m.by))
    taken: list[Mention] = []
    cells: set[int] = set()
    for mention in ranked:
        span = range(mention.start, mention.end)
        if cells.isdisjoint(span):
            cells.update(span)
            taken.append(mention)
    taken.sort(key=_START)
    return taken


def check_order(extractors: Sequence[Extractor[Mention]]) -> None:
    """Refuse an order in which an extractor needs what none before it finds."""
    ready: set[str] = set()
    for extractor in extractors:
        missing = sorted(kind.value for kind in extractor.needs if kind.value not in ready)
        if missing:
            raise ExtractorError(f"extractor {extractor.name} needs {', '.join(missing)}, which none before it finds")
        ready |= extractor.finds


def checked(article: Article, extractor: Extractor[Mention], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Pass mentions on whose span is their text."""
    for mention in mentions:
        if not 0 <= mention.start < mention.end or article.text[mention.start : mention.end] != mention.text:
            raise ExtractorError(
                f"extractor {extractor.name} yields {mention.text!r} at {mention.start}:{mention.end} of {article.id}"
            )
        yield mention
