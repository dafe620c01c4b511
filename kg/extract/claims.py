"""Claims: what a sentence says of the things that it names.

The subject of 推行, 开展, 启动 is the district or body that the clause is about; where the clause names none, the one
before it; where there is none, the district that the article is about, written ``HOME``.

Who acts, ``actors`` and ``subjects`` know; each kind of claim has a module of its own (``carriers``, ``partakers``, ``works``,
``sums``, ``located``, ``attendance``), and their order is told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kg.extract.actors import Actors
from kg.extract.attendance import find_roles
from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, PostValue
from kg.extract.carriers import Carriers
from kg.extract.clauses import HOME, Clauses
from kg.extract.doers import Doers
from kg.extract.event_places import find_event_places
from kg.extract.joins import CONTRACTED
from kg.extract.located import find_located
from kg.extract.partakers import Partakers
from kg.extract.subjects import Subjects
from kg.extract.sums import find_sums
from kg.extract.works import Works
from kg.model import Article, Claim, Kind, Mention, Sentence
from kg.patterns import needing

#: rules of claims that hold but for who is said to lead
JOINED = frozenset(("claims.partakes", "claims.adopts", "claims.amid"))
_THE_PROJECT = needing(
    "工程 项目",
    r"(?:^|[，。；\n])(?:该|这个|此)?(?:项目|工程)(?=[^，。；]{0,8}?(?:投资|计划|预计|占地|建成|投产|全长|建筑|建设|规划|达产|拟|总))",
)
#: systems of the whole country, which no village and no company has of its own
_OF_STATE = ("河长制", "湖长制", "河湖长制", "林长制", "田长制", "河（湖）长制")
_OUR_OWN = re.compile("我[省市县区旗州]$")
_ALSO = re.compile(
    r"也(?:已|同步|同样|陆续|相继|率先|随即)?(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|创办|建立|实行|组织|设立|举办)(?:了|起)?[^，。；]{0,14}$"
)


def _is_of_place(claim: Claim) -> bool:
    """Whether a claim gives a project to the district that it is named by."""
    told = dict(claim.roles)
    project, leader = told.get("object"), told.get("subject")
    if not isinstance(project, Mention) or not isinstance(project.value, InitiativeValue) or not isinstance(leader, Mention):
        return leader == HOME and isinstance(project, Mention)
    return project.value.subtype == "Project" and leader.kind is Kind.DISTRICT


def _adopts(claim: Claim) -> Claim:
    return replace(claim, predicate="takesPartIn", evidence=replace(claim.evidence, by="claims.adopts", score=0.7), score=0.7)


def _is_small_leader(claim: Claim) -> bool:
    """Whether a claim says of a village, a school or a company that it does what others do: 甲村推行“某某”."""
    subject = dict(claim.roles).get("subject")
    if claim.predicate != "leads" or not isinstance(subject, Mention):
        return False
    value = subject.value
    if isinstance(value, PlaceValue):
        return value.level in ("community", "compound")
    return isinstance(value, BodyValue) and value.subtype in ("Enterprise", "PublicInstitution", "GrassrootsBody")


def _is_told_leader(claim: Claim) -> bool:
    """Whether a claim plainly gives a thing to a body: who builds it for that body only takes part."""
    subject = dict(claim.roles).get("subject")
    return isinstance(subject, Mention) and subject.kind is Kind.ORGANISATION and claim.score >= 0.7


def _subject(claim: Claim) -> str:
    told = dict(claim.roles).get("subject")
    return told.text if isinstance(told, Mention) else ""


def _bare_name(claim: Claim) -> str:
    told = dict(claim.roles).get("object")
    return told.value.bare if isinstance(told, Mention) and isinstance(told.value, InitiativeValue) else ""


class ClaimMaker:
    """All claims of one article."""

    def __init__(self, article: Article, found: Found) -> None:
        self.article, self.found, self.text = article, found, article.text
        self._clauses = clauses = Clauses(article, found)
        self._actors = actors = Actors(clauses)
        self._subjects = subjects = Subjects(clauses, actors)
        self._carriers = Carriers(clauses, actors, subjects, Doers(clauses, actors, subjects))
        self._partakers = Partakers(clauses, actors, subjects)
        self._works = Works(clauses)

    @cached_property
    def _built(self) -> list[Claim]:
        """Who builds, and who pays for it."""
        return list(self._works.builders())

    def __call__(self) -> Iterator[Claim]:
        yield from self._posts()
        led: set[str] = set()
        leaders: set[tuple[str, str]] = set()
        for claim in (*self._initiatives(), *self._works.owners()):
            if claim.predicate == "leads" and _is_told_leader(claim):
                led.add(_bare_name(claim))
                leaders.add((_bare_name(claim), _subject(claim)))
            yield claim
        yield from find_sums(self._clauses)
        for claim in self._built:
            if claim.predicate != "leads" and (_bare_name(claim), _subject(claim)) in leaders:
                continue  # 由某局|负责建设: it leads, and is no builder beside
            sole = claim.evidence.by == CONTRACTED and _bare_name(claim) not in led
            yield replace(claim, predicate="leads") if sole else claim
        yield from find_located(self._clauses, self._subjects)
        yield from self._events()
        yield from self._figures()

    def _posts(self) -> Iterator[Claim]:
        for post in self.found.of(Kind.POST):
            value = post.value
            assert isinstance(value, PostValue)
            for person in value.people:
                yield self._clauses.claim("post", post.start, post.by, min(post.score, person.score), person=person, post=post)

    def _initiatives(self) -> Iterator[Claim]:
        """Who carries an initiative out: of all mentions of it in the article the one that says it best."""
        best: dict[str, tuple[float, int, list[Claim]]] = {}
        adopted: list[Claim] = []
        for mention in self.found.of(Kind.INITIATIVE):
            value = mention.value
            if not isinstance(value, InitiativeValue) or value.back:
                continue
            sentence = self._clauses.sentence(mention.start)
            weight, claims = self._carriers.of(sentence, mention, value)
            if value.bare.endswith(_OF_STATE):
                claims = [_adopts(claim) if _is_small_leader(claim) else claim for claim in claims]
            headed = self._subjects.headed(mention.start) if mention.start < self.article.body else None
            if headed is not None and claims and not self._actors.between(headed.end + 1, mention.start):
                yield self._clauses.claim("leads", mention.start, "claims.headed", 0.8, subject=headed, object=mention)
            known = best.get(value.bare)
            if known is not None and _OUR_OWN.search(self.text, max(sentence.lo, mention.start - 2), mention.start):
                yield from claims  # 推进|我旗|某创建工作, after that of another county was told of
                continue
            if known is not None and _ALSO.search(self.text, sentence.lo, mention.start):
                yield from claims  # 乙区也推行…: a second one that does the same
                continue
            if known is None or weight > known[0]:
                best[value.bare] = (weight, mention.start, claims)
            elif weight >= 0.8:
                adopted.extend(_adopts(claim) for claim in claims if _is_small_leader(claim))
            yield from self._partakers.beside(sentence, mention)
        sure = {
            name for name, (weight, _, claims) in best.items() if weight >= 0.7 and any(c.predicate == "leads" for c in claims)
        }
        run = [self._made(claim, sure) for claim in (*self._partakers.run_by(), *self._works.charged())] if best else []
        told = {_bare_name(claim) for claim in run if claim.predicate == "leads"}
        paid = {_bare_name(claim) for claim in self._built if claim.predicate == "leads"} if best else set()
        for name, (weight, _, claims) in sorted(best.items(), key=lambda entry: entry[1][1]):
            if name in paid and all(_is_of_place(claim) for claim in claims):
                continue  # 某乡“某某”项目由某公司投资建设: the town only has it
            guessed = weight < 0.7 and name in told  # where a later sentence says who holds it, nobody else is guessed
            yield from (claim for claim in claims if not guessed or claim.predicate != "leads")
        yield from adopted
        if best:
            yield from self._partakers.told_on()
            yield from run

    def _made(self, claim: Claim, sure: set[str]) -> Claim:
        """该小程序由某公司|开发: who makes a thing leads it where nobody is plainly said to."""
        alone = claim.evidence.by == CONTRACTED and _bare_name(claim) not in sure
        return replace(claim, predicate="leads") if alone else claim

    def _events(self) -> Iterator[Claim]:
        """Who chairs, leads, attends."""
        for predicate, person, event, score, at in find_roles(self.article, self.found):
            yield self._clauses.claim(predicate, at, f"claims.{predicate}", score, subject=person, object=event)

        yield from find_event_places(self._clauses)

    def _figures(self) -> Iterator[Claim]:
        for mention in self.found.of(Kind.QUANTITY):
            sentence = self._clauses.sentence(mention.start)
            project = self._project_told(sentence, mention.start)
            subjects, score = ([project], 0.85) if project is not None else self._subjects.of(sentence, mention.start)
            subject = subjects[0] if subjects else HOME
            yield self._clauses.claim("figure", mention.start, mention.by, score * mention.score, subject=subject, object=mention)

    def _project_told(self, sentence: Sentence, position: int) -> Mention | None:
        """该项目总投资…，占地…: the project that a sentence speaks of, where no one else has become the subject since."""
        lo = sentence.lo
        again = max(_THE_PROJECT.finditer(self.text, max(lo - 1, 0), position), key=lambda match: match.start(), default=None)
        named = [
            mention
            for mention in self.found.between(Kind.INITIATIVE, lo, position)
            if isinstance(mention.value, InitiativeValue)
            and mention.value.subtype == "Project"
            and not mention.value.back
            and (mention.start == lo or self.text[mention.start - 1] in "，。；\n“")
        ]
        if again is not None and (not named or again.start() > named[-1].start):
            project = next(
                (m for m in self.found.before(Kind.INITIATIVE, again.start()) if isinstance(m.value, InitiativeValue)), None
            )
            at = again.end()
        else:
            project, at = (named[-1], named[-1].end) if named else (None, 0)
        if project is None or not isinstance(project.value, InitiativeValue) or project.value.subtype != "Project":
            return None
        others = (
            actor
            for actor in self._actors.between(at, position)
            if self.text[actor.start - 1 : actor.start] in ("，", "；", "。")
        )
        return None if any(others) else project


__all__ = ["JOINED", "ClaimMaker"]
