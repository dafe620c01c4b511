"""Claims and referents become facts with all their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from kg.calibration import Confidence, confidence
from kg.coref import PageReferents, Referent
from kg.coref.referents import holds
from kg.extract.base import BodyValue, PostValue, sentence_at
from kg.extract.claims import JOINED
from kg.extract.clauses import COUNTY, HOME, evidence_for
from kg.extract.figures import FigureValue
from kg.extract.located import IF_NOTHING_BETTER
from kg.extract.post_phrases import OF_WATERS
from kg.extract.provinces import tells_of_many
from kg.gazetteer import gazetteer
from kg.model import Article, Claim, Evidence, Fact, Kind, Mention
from kg.patterns import needing
from kg.resolve import OF_DISTRICTS, Identities, stable_hash

_WHOLE_TOWN = needing("全镇 我镇 全乡 我乡 全街道 我街道", "[全我](?:镇|乡(?!村)|街道)")
_WHOLE_COUNTY = needing("全县 全区 全市 全旗 全州 我县 我区 我市 我旗 我州", "[全我][县区市旗州]")
_WIDE = ("province", "prefecture")  # where a name that begins with one does not say that the thing lies elsewhere
_HOUSES = ("PublicInstitution", "Enterprise")


class FactMaker:
    """Facts of one page."""

    def __init__(self, page: PageReferents, identities: Identities, confidence: Confidence = confidence) -> None:
        self._page, self._identities, self._confidence = page, identities, confidence
        self._facts: dict[str, tuple[str, tuple[tuple[str, str | Decimal], ...], dict[tuple[str, int, int], Evidence]]] = {}
        self.used: dict[tuple[str, ...], Referent] = {}
        self._visited: list[tuple[Referent, Referent, Evidence]] = []
        self._joined: list[tuple[Referent, Referent, Evidence]] = []
        self.posts: dict[str, list[tuple[PostValue, Referent | None]]] = {}
        self._located: set[str] = set()  # ids of what lies somewhere
        self._inside: set[str] = set()  # ids of firms that lie in a town or zone of the county that their names begin with
        self._homes: dict[str, bool] = {}  # id of an article → whether it tells of one district
        self._leaders: dict[str, set[str]] = {}  # id of an initiative → ids of who leads it

    def facts(self) -> tuple[Fact, ...]:
        """All facts so far, sorted by id."""
        made = []
        for id_, (predicate, roles, evidence) in sorted(self._facts.items()):
            proofs = tuple(evidence[key] for key in sorted(evidence))
            made.append(Fact(id_, predicate, roles, proofs, max((e.score for e in proofs), default=1.0)))
        return tuple(made)

    def _add(self, predicate: str, roles: dict[str, str | Decimal], evidence: Evidence | None) -> None:
        parts = [f"{name}={value}" for name, value in sorted(roles.items())]
        if predicate == "figure" and evidence is not None:
            parts.append(evidence.article)
        if predicate == "locatedIn":
            self._located.add(str(roles["subject"]))
        elif predicate == "leads":
            self._leaders.setdefault(str(roles["object"]), set()).add(str(roles["subject"]))
        id_ = stable_hash(predicate, *parts, size=16)
        entry = self._facts.setdefault(id_, (predicate, tuple(sorted(roles.items())), {}))
        if evidence is not None:
            score = self._confidence(predicate, evidence.by, evidence.score)
            evidence = evidence if score == evidence.score else replace(evidence, score=score)
            key = (evidence.article, evidence.start, evidence.end)
            if key not in entry[2] or entry[2][key].score < evidence.score:
                entry[2][key] = evidence

    def _id(self, referent: Referent) -> str:
        self.used[referent.key] = referent
        return self._identities.id(referent)

    # -- claims ------------------------------------------------------------------------------------------------------

    def add_claims(self, article: Article, claims: Iterable[Claim]) -> None:
        for claim in claims:
            roles = dict(claim.roles)
            if claim.predicate == "post":
                self._add_post(article, claim, roles)
            elif claim.predicate == "investment":
                subject = self._referent(article, roles["subject"])
                value = roles.get("value")
                if subject is not None and subject.kind is Kind.INITIATIVE:
                    parts: dict[str, str | Decimal] = {"subject": self._id(subject), "text": str(roles["text"])}
                    if isinstance(value, Decimal):
                        parts["value"] = value
                    self._add("investment", parts, claim.evidence)
            elif claim.predicate == "figure":
                self._add_figure(article, claim, roles)
            else:
                self._add_edge(article, claim, roles)

    def _referent(self, article: Article, value: Mention | str | Decimal | None) -> Referent | None:
        if value == HOME:
            return self._home(article)
        if value == COUNTY:
            return self._page.home(article) or self._home(article)
        return self._page.get(article, value) if isinstance(value, Mention) else None

    def _home(self, article: Article) -> Referent | None:
        """Whom an article is about: the township where only its people speak, else the county."""
        focus, home = self._page.focus(article), self._page.home(article)
        if focus is None or home is None:
            return focus or home
        if _WHOLE_TOWN.search(article.text) and not _WHOLE_COUNTY.search(article.text):
            return focus  # 县领导到会的镇党代会: what 全镇 does
        for (article_id, key), body in self._page.of.items():
            if article_id == article.id and key[0] == Kind.POST.value:
                place = body if body.kind is Kind.DISTRICT else body.place
                if place is not None and place.level in ("county", "prefecture", "zone"):
                    return home
        return focus

    def _add_post(self, article: Article, claim: Claim, roles: dict[str, Mention | str | Decimal]) -> None:
        person = self._referent(article, roles["person"])
        post = roles["post"]
        assert isinstance(post, Mention) and isinstance(post.value, PostValue)
        if person is None:
            return
        body = self._page.get(article, post)
        told = post.value.relative or post.value.implied or post.value.title.endswith(OF_WATERS)
        if body is None and post.value.body is None and not told:
            return  # a profession, and a title in a body that nobody names, are no posts
        title, group = post.value.title, post.value.implied
        if body is not None and group and body.label.endswith(group) and title != group:
            title = title.removeprefix(group)  # 党委|书记, of the committee that only the title names
        parts: dict[str, str | Decimal] = {"person": self._id(person), "role": title}
        if body is not None:
            parts["organisation"] = self._id(body)
        if post.value.status:
            parts["status"] = post.value.status
        self.posts.setdefault(person.label, []).append((post.value, body))
        self._add("post", parts, claim.evidence)

    def _add_edge(self, article: Article, claim: Claim, roles: dict[str, Mention | str | Decimal]) -> None:
        subject, target = self._referent(article, roles["subject"]), self._referent(article, roles["object"])
        if subject is None or target is None or subject is target:
            return
        if claim.predicate == "locatedIn" and target.kind is not Kind.DISTRICT:
            return
        if claim.evidence.by in IF_NOTHING_BETTER:
            self._visited.append((subject, target, claim.evidence))
            return
        if claim.evidence.by in JOINED:
            self._joined.append((subject, target, claim.evidence))
            return
        self._add(claim.predicate, {"subject": self._id(subject), "object": self._id(target)}, claim.evidence)

    def _add_figure(self, article: Article, claim: Claim, roles: dict[str, Mention | str | Decimal]) -> None:
        mention = roles["object"]
        assert isinstance(mention, Mention) and isinstance(mention.value, FigureValue)
        value = mention.value
        parts: dict[str, str | Decimal] = {
            "counts": value.counts,
            "text": value.quantity.text,
            "value": value.quantity.value,
            "unit": value.quantity.unit,
        }
        subject = self._referent(article, roles["subject"])
        if subject is not None:
            parts["subject"] = self._id(subject)
        self._add("figure", parts, claim.evidence)

    # -- what follows from the referents themselves ------------------------------------------------------------------

    def add_structure(self, articles: dict[str, Article]) -> None:
        """Jurisdictions, seats, chains of districts and bodies."""
        self._add_visited()
        self._add_joined()
        for referent in list(self._page.referents.values()):
            if not referent.articles and referent.key not in self.used:
                continue
            self.used[referent.key] = referent
            if referent.kind is Kind.ORGANISATION:
                self._add_body(referent, articles)
            elif referent.kind is Kind.DISTRICT:
                self._add_district(referent, articles)
            elif referent.kind is Kind.INITIATIVE and referent.subtype == "Project":
                self._add_project(referent, articles)

    def _add_visited(self) -> None:
        """What is visited lies where the visit is, if nothing says where it lies, or only its name that it is of that county."""
        for subject, target, evidence in self._visited:
            id_, place = self._identities.id(subject), subject.place
            inside = place is not None and place.level == "county" and target is not place and holds(place, target)
            if inside and id_ not in self._located:
                self._inside.add(id_)  # 到某县开发区走进|某县甲公司
            if (place is None or place.level in _WIDE or id_ in self._inside) and id_ not in self._located:
                self._add("locatedIn", {"subject": self._id(subject), "object": self._id(target)}, evidence)

    def _add_joined(self) -> None:
        """Who is told of behind those who lead a thing takes part in it, but for the leaders themselves."""
        for subject, target, evidence in self._joined:
            if self._identities.id(subject) not in self._leaders.get(self._identities.id(target), ()):
                self._add("takesPartIn", {"subject": self._id(subject), "object": self._id(target)}, evidence)

    def _proof(self, referent: Referent, articles: dict[str, Article], by: str, score: float) -> Evidence | None:
        if referent.stated is not None:
            article_id, mention = referent.stated
        elif referent.spans:
            article_id, mention = referent.spans[0]
        elif (margin := self._page.margins.get(referent.key)) is not None:
            return Evidence(*margin, by, score)
        else:
            return None
        return evidence_for(articles[article_id], mention.start, by, score)

    def _add_body(self, body: Referent, articles: dict[str, Article]) -> None:
        place = body.place
        if body.parent is not None:
            self._add("subOrganizationOf", {"subject": self._id(body), "object": self._id(body.parent)}, None)
        if place is None:
            return
        evidence = self._proof(body, articles, "facts.body", 0.9)
        if evidence is None:
            return
        value = body.spans[0][1].value if body.spans else None
        by_unit = isinstance(value, BodyValue) and not value.proper
        serves = body.subtype in OF_DISTRICTS or (body.subtype == "Association" and by_unit)
        if serves and body.parent is not None and body.parent.subtype in _HOUSES and place.level in _WIDE:
            return  # 某省师范大学|党委 serves no province
        if serves or self._id(body) not in self._inside:
            self._add("jurisdiction" if serves else "locatedIn", {"subject": self._id(body), "object": self._id(place)}, evidence)
        if body.parent is None and body.key[0] == "body":
            self._add_above(body, place)

    def _add_above(self, body: Referent, place: Referent) -> None:
        """A bureau hangs on its district's government, an office of the party on its committee, where the page names them."""
        core = body.key[2]
        above = {"GovernmentBody": ("政府",), "PartyBody": ("委", "党工委", "党委")}.get(body.subtype, ())
        for name in above:
            if core in ("政府", "委", "党委", "党工委", "人大常委会", "人大", "政协", "法院", "检察院", "纪委", "监委", "人武部"):
                return
            upper = self._page.referents.get(("body", place.key[-1] if place.code else "/".join(place.key), name))
            if upper is not None and upper is not body:
                self._add("subOrganizationOf", {"subject": self._id(body), "object": self._id(upper)}, None)
                return

    def _add_district(self, district: Referent, articles: dict[str, Article]) -> None:
        inner = district
        while inner.place is not None:
            outer = self._nearest(inner, inner.place)
            evidence = self._proof(
                inner, articles, "facts.chain" if inner.stated else "facts.context", 0.95 if inner.stated else 0.75
            )
            self._add("partOf", {"subject": self._id(inner), "object": self._id(outer)}, evidence)
            if outer.articles:
                if inner is not district:  # 纳雍县 on a page that names 贵州省, and not the city between
                    self._add("partOf", {"subject": self._id(district), "object": self._id(outer)}, evidence)
                break
            inner = outer

    def _nearest(self, inner: Referent, outer: Referent) -> Referent:
        """The nearest listed district around one that the page names: 山东|冠县, where the page names 聊城市 too."""
        index = gazetteer()
        if inner.level == "county" and outer.level == "province":
            past = self._page.referents.get(("place", f"{inner.code[:4]}00"))
            if past is not None and past.articles and past is not inner:
                return past  # 那曲县, in 那曲地区 as it was
        for place in index.chain(index.by_code[inner.code].parent) if inner.code and outer.code else ():
            if place.code == outer.code:
                break
            between = self._page.referents.get(("place", place.code))
            if between is not None and between.articles and index.within(place.code, outer.code):
                return between
        return outer

    def _place_of_leaders(self, project: Referent) -> Referent | None:
        """The district of the body that carries a thing out, where all who do are of one: a county's hospital builds in it."""
        leaders = self._leaders.get(self._identities.id(project))
        if not leaders:
            return None
        places = {
            id(place): place
            for referent in self.used.values()
            if referent.kind is Kind.ORGANISATION
            and referent.subtype != "Enterprise"
            and self._identities.id(referent) in leaders
            for place in [referent.place or (referent.parent.place if referent.parent is not None else None)]
            if place is not None
        }
        return next(iter(places.values())) if len(places) == 1 else None

    def _town_in_name(self, project: Referent, place: Referent | None) -> Referent | None:
        """The town that a project is called by, rather than its county: 滑集镇|粉条产业园项目; not 甲镇|至乙镇公路."""
        if place is not None and place.level not in ("county", "prefecture"):
            return None
        for town in self._page.referents.values():
            if town.kind is Kind.DISTRICT and town.level == "township" and project.label.startswith(town.label):
                rest = project.label[len(town.label) :]
                if len(rest) > 3 and rest[0] not in "至到和与及、—-·":
                    return town
        return None

    def _is_led_by_towns(self, project: Referent) -> bool:
        """Whether towns, villages or zones carry a thing out themselves: it lies there, which need not be said."""
        leaders = self._leaders.get(self._identities.id(project)) or ()
        return any(
            referent.kind is Kind.DISTRICT
            and referent.level in ("township", "community", "compound", "zone")
            and self._identities.id(referent) in leaders
            for referent in self.used.values()
        )

    def _has_home(self, article: Article) -> bool:
        """Whether an article tells of one district: not where it names those of several provinces."""
        if article.id not in self._homes:
            codes = [
                place.code
                for place in self._page.referents.values()
                if place.kind is Kind.DISTRICT
                for article_id, _ in place.spans
                if article_id == article.id
            ]
            self._homes[article.id] = not tells_of_many(codes, self._page.context.home_of(article))
        return self._homes[article.id]

    def _is_among_others(self, project: Referent, article: Article, home: Referent | None) -> bool:
        """Whether the sentence of a project that names no county tells of projects of two other counties too."""
        sentence = sentence_at(article, project.spans[0][1].start)
        others = {
            id(place)
            for mention, place in self._told_places(article)
            if sentence.lo <= mention.start < sentence.hi and place is not home and place.level == "county"
        }
        return home is not None and home.level == "county" and len(others) > 1

    def _told_places(self, article: Article) -> Iterator[tuple[Mention, Referent]]:
        """The projects of an article with the places that their own words name."""
        for referent in self._page.referents.values():
            if referent.kind is Kind.INITIATIVE and referent.subtype == "Project" and referent.place is not None:
                for article_id, mention in referent.spans:
                    if article_id == article.id:
                        yield mention, referent.place

    def _is_of_firm_from(self, project: Referent, article: Article) -> bool:
        """甲项目、|深圳市某某项目|、乙项目, on a county's page: whether a name begins with the far city of a firm."""
        home, place = self._page.home(article), project.place
        if home is None or place is None or home.level != "county" or not home.code or place.level != "prefecture":
            return False
        mention = project.spans[0][1]
        listed = article.text[mention.start - 1 : mention.start] == "、" or article.text.startswith("、", mention.end)
        return listed and not gazetteer().within(home.code, place.code)

    def _add_project(self, project: Referent, articles: dict[str, Article]) -> None:
        if self._identities.id(project) in self._located:
            return
        place = project.place
        if place is None and self._is_led_by_towns(project):
            return  # 甲镇和乙镇建设|敬老院提升项目: in neither's county at large
        if place is None and project.spans:
            article = articles[project.spans[0][0]]
            place = self._place_of_leaders(project)
            if place is None and self._has_home(article):
                place = self._page.focus(article) or self._page.home(article)
            if place is self._page.home(article) and self._is_among_others(project, article, place):
                return  # in a list of projects of several counties one that names none
        if project.place is not None and project.spans and self._is_of_firm_from(project, articles[project.spans[0][0]]):
            return
        place = self._town_in_name(project, place) or place
        evidence = self._proof(project, articles, "facts.context", 0.65)
        if place is not None and evidence is not None:
            self._add("locatedIn", {"subject": self._id(project), "object": self._id(place)}, evidence)
