"""The values that pass between the stages. All are frozen; a stage is a function from values to values.

Two kinds of offsets occur, and a value says which it has:

* *page offsets* count code points of ``Page.text``, the page exactly as decoded. Evidence has these, always.
* *working offsets* count code points of ``Article.text``, the article's working text: headline lines and paragraphs in
  reading order, widths folded, column breaks and OCR spaces taken out. ``Article.locate`` turns them into page offsets.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

UNIT_SEPARATOR = "\x1f"  # joins the parts of every hash


class Kind(str, Enum):
    """What a mention is a mention of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DISTRICT = "district"
    INITIATIVE = "initiative"
    EVENT = "event"
    POST = "post"
    TIME = "time"
    QUANTITY = "quantity"


class Verdict(str, Enum):
    """What a link says of its two ends."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: a newspaper page, a web page, one line of a JSONL file."""

    name: str  #: the file's name as given, with ``#12`` for the twelfth record of a JSONL file
    text: str
    sha256: str  #: of ``text`` encoded as UTF-8
    title: str = ""  #: from the file's own fields (HTML title, JSONL field), never guessed
    site: str = ""  #: the newspaper or site, from the file's own fields
    date: date | None = None  #: the publication date, from the file's own fields
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``page.text[start:end] == text``, and ``article.text[lo:hi]`` is the same in working text."""

    start: int
    end: int
    text: str
    lo: int
    hi: int


@dataclass(frozen=True, slots=True)
class Byline:
    """One name of a byline or credit; page offsets."""

    role: str  #: ``reporter`` ``correspondent`` ``photographer`` ``editor``
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of a page. ``text[:body]`` holds the headline lines, each closed by a line feed; paragraphs follow."""

    id: str  #: ``<first 12 hex digits of the page's sha256>-<number, three digits>``
    page: str  #: ``Page.sha256``
    number: int
    headline: str  #: all headline lines joined by one space; empty where there is none
    text: str
    offsets: array[int]  #: page offset of each character of ``text``, and one more for its end
    body: int
    sentences: tuple[Sentence, ...]
    bylines: tuple[Byline, ...] = ()
    date: date | None = None  #: the day that the lead gives, where the page gives its year
    form: str = "article"  #: ``article`` ``caption`` ``brief`` ``continued`` ``masthead``

    def locate(self, lo: int, hi: int) -> tuple[int, int]:
        """Page offsets of the stretch ``text[lo:hi]`` (not empty)."""
        return self.offsets[lo], self.offsets[hi - 1] + 1


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article that names something; working offsets, ``article.text[start:end] == text``."""

    kind: Kind
    start: int
    end: int
    text: str
    by: str  #: the rule that spoke
    score: float = 1.0
    value: object = None  #: what the rule read out of it, by kind

    @property
    def key(self) -> tuple[str, int, int]:
        return (self.kind._value_, self.start, self.end)  # ``value`` without the descriptor: asked of every mention, often


@dataclass(frozen=True, slots=True)
class Evidence:
    """One stretch of a page that says a fact; page offsets, ``page.text[start:end] == quote``."""

    article: str  #: ``Article.id``
    start: int
    end: int
    quote: str
    by: str
    score: float = 1.0

    def __post_init__(self) -> None:
        if not self.quote.strip() or self.end - self.start != len(self.quote):
            raise ValueError(f"evidence {self.article} {self.start}:{self.end} quotes {len(self.quote)} characters")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as the page has it and as a value."""

    text: str
    value: Decimal
    unit: str
    about: bool = False  #: 余, 多, 近, 约


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says, of mentions: the raw material of facts. Never without evidence."""

    predicate: str
    roles: tuple[tuple[str, Mention | str | Decimal], ...]
    evidence: Evidence
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions or entities that are, or are not, the same."""

    left: str
    right: str
    verdict: Verdict
    by: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the graph."""

    id: str  #: the IRI after the base: ``person/li-jianchao-3f9a2c``, ``district/410811``
    kind: Kind
    subtype: str  #: the ontology class below the kind's own, without prefix (``Official``, ``PartyBody``), or empty
    label: str  #: the full resolved name
    alt: tuple[str, ...] = ()  #: every other form that stands for it, sorted
    level: str = ""  #: districts: ``province`` ``prefecture`` ``county`` ``township`` ``community`` ``zone`` ``compound``
    adcode: str = ""  #: districts: GB/T 2260 code, statistics code below county
    date: date | None = None  #: events
    articles: tuple[str, ...] = ()  #: ids of the articles that name it, sorted; empty for parents from the gazetteer


@dataclass(frozen=True, slots=True)
class Fact:
    """What the pages say, of entities, with all its evidence.

    ``predicate`` and ``roles``:

    * ``post``: ``person`` (entity id), ``organisation`` (entity id of an organisation, district or initiative; absent where
      the page does not say it), ``role`` (the title: 副书记), ``status`` (``acting`` ``former`` ``concurrent``; absent otherwise)
    * ``jurisdiction`` ``locatedIn`` ``partOf`` ``subOrganizationOf`` ``leads`` ``takesPartIn`` ``presides`` ``attends``:
      ``subject``, ``object`` (entity ids)
    * ``investment``: ``subject`` (initiative), ``text`` (as written: 15亿元), ``value`` (Decimal, CNY; absent for dollars)
    * ``figure``: ``subject`` (entity id, may be absent), ``counts`` (what is counted), ``text``, ``value`` (Decimal), ``unit``

    ``evidence`` is never empty, but for ``partOf`` between districts of the gazetteer and ``subOrganizationOf`` that follows
    from the bodies' own names.
    """

    id: str
    predicate: str
    roles: tuple[tuple[str, str | Decimal], ...]
    evidence: tuple[Evidence, ...] = ()
    score: float = 1.0

    def role(self, name: str) -> str | Decimal | None:
        for key, value in self.roles:
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Problem:
    """A thing skipped: counted, printed, never hidden."""

    where: str  #: page name, with ``:line`` where it is known
    what: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one page gives. Pure function of the page and the seeds: picklable, cacheable, made anywhere, in any order."""

    page: Page
    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: article id → entity ids that its bylines name, by role
    bylines: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What a build made."""

    pages: int
    articles: int
    entities: int
    facts: int
    problems: tuple[Problem, ...] = ()
    withheld: int = 0  #: persons, summed over pages
