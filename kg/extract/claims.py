"""Claims: what a sentence says of the things that it names.

The subject of 推行, 开展, 启动 is the district or body that the clause is about; where the clause names none, the one
before it; where there is none, the district that the article is about, written ``HOME``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.extract.base import BodyValue, EventValue, Found, InitiativeValue, PlaceValue, PostValue, sentence_at
from kg.extract.events import INSPECT_WORDS
from kg.model import Article, Claim, Evidence, Kind, Mention, Sentence
from kg.text import parse_sum

HOME = "@home"  #: role value: the district that the article is about

_NOT_SUBJECT = re.compile(
    r"(?:在|到|赴|向|对|与|和|由于|位于|来到|走进|深入|前往|支援|驰援|从|为|给|把|将|按照|根据|落实|贯彻|经|距|往|响应|向着|结合|传达|学习|按|在位于)$"
)
_JOIN = re.compile(
    r"(?:参与|参加|加入|响应|荣获|获得|入选|支持|助力|融入|配合|投身|投入到|学习|借鉴|对接|用于|捐赠?|捐款)[^，。；]{0,12}$"
)
_AFTER_START = re.compile(r"(?:活动|工作|行动)?(?:开展|启动|实施|推行)以来")
_SPEECH = re.compile(r"强调|指出|要求|表示|介绍|提出|说")
_SPOKEN = re.compile(r"(?:会议|大会|[\u4e00-\u9fff]{2,4})(?:还|并)?(?:强调|指出|要求|认为|提出|明确)")
_OWN = re.compile(r"(?:全|我|本|该|[，。；、是])(?:省|市|区|县|旗|州)$")
_BUILDER = re.compile(r"(?:施工单位|承建单位|建设单位|承建方|施工方|中标单位|由)$")
_INVESTS = re.compile(r"(?:投资|出资)[^，。；]{0,14}?(?:建设|兴建|打造|建成|新建|实施)")
_INVESTS_IN = re.compile(
    r"(?:计划|拟|累计|一期)?(?:总?投资|出资|斥资|耗资|投入)[^，。；]{0,14}?(?:建设|兴建|打造|建成|新建|实施|修建|开发|改造|扩建)的"
)
_BUILDS = re.compile(r"(?:负责)?(?:承建|施工|承接|中标|代建|总承包|组织实施|具体实施|投资建设|投资兴建)")
_WITH = re.compile(r"联合|会同|携手|协同|联手")
_LIST = re.compile(r"、|和|与|及|以及")
_LIST_END = re.compile(r"(?:、|和|与|及|以及)$")
_LAUNCHES = re.compile(
    r"(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|创办|构建|建立|实行|施行|首创|发起|探索|创新|组织|设立|举办)(?:了|出)?[^，。；]{0,14}$"
)
_DONE_BY = re.compile(r"(?:活动|行动|项目|工程|服务|工作)?(?:是|则|，)?由")
_DOES = re.compile(
    r"(?:共同|联合|牵头|统一|率先|负责|首次|具体|发起|组织|积极|扎实|深入|大力|持续|全面|创新|精心|广泛){0,3}(?:发起|启动|开展|主办|推出|组织|牵头|实施|举办|创办|设立|打造|推行|创建|承办|主导|推广|探索|上线|施行|首创|构建|开设|开通|建立)"
)
_DONE = re.compile(
    r"(?:共同|联合|牵头|率先|首次|创新|组织|精心|集中|正在|全面|统一|积极|扎实|深入|大力|持续|广泛){0,2}(?:发起|启动|开展|主办|推出|实施|举办|创办|设立|打造|推行|创建|开设|开通|建立|推广|探索|上线|施行|首创|构建)的$"
)
_ALSO = re.compile(
    r"也(?:已|同步|同样|陆续|相继|率先|随即)?(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|创办|建立|实行|组织|设立|举办)(?:了|起)?[^，。；]{0,14}$"
)
_LED = re.compile(r"(?:亲自)?(?:带队|率队|领队|任组长)(?=[，。；）]|$)")
_OPENING = re.compile(r"(?:[^，。]{0,12}，)?(?:近日|日前|近年来|今年以来|为此|同时|目前|此外|据了解|据悉)?，?")
_SIGN = re.compile(r"签订|签下|签约|签署|中标|承建")
_SPREAD = re.compile(r"(?:在|到|向)(?P<where>[^，。；]{2,50}?)(?:推广|推开|铺开|复制|试点|落地)")
_GIVEN_FOR = re.compile(
    r"(?:共|累计|再次|又)?捐(?:款|赠|资|助|献)[^，。；]{0,16}，?(?:专项|全部)?(?:用于|支持|助力|援建|建设|资助)[^，。；]{0,4}$"
)
_SERVED = re.compile(r"(?:为|已为|给|向)(?P<who>[^，。；]{2,60}?)(?:等[^，。；]{0,10})?提供")
_SUM = re.compile(
    r"(?:总投资额?|计划总投资|项目总投资额?|计划投资|预计投资|投资总额|总投入|投资额|投资|投入资金|投入|总造价|斥资|耗资|签约金额|协议投资|合同金额|项目资金|工程造价|造价)(?:约?为?|达到?|"
    r"超过?|近|约|逾|共计?|金额)?(?:人民币)?"
    r"(?P<sum>(?:约|近|超|逾)?[\d.,]+(?:余|多)?(?:亿|千万|百万|万)?(?:余|多)?(?:美|欧|港)?元)"
)
_BUILT = re.compile(r"(?:建设|新建|兴建|打造|实施|改造|修建|建成|扩建)?的")
_THEN_BUILT = re.compile(r"，(?:拟|计划|将)?(?:在[^，。；]{2,16}?)?(?:建设|新建|兴建|打造|实施|建成|投建)(?:了)?")
_PRESIDE = re.compile(r"主持召开|主持了?(?:会议|本次|此次|[^，。；]{0,20}?[会仪式])|主持并|主持[。，；]|主持学习|(?<=人)主持")
_BY = re.compile(r"(?:会议|仪式|活动|大会|座谈会)?由(?P<who>[^。；]{2,60}?)主持")
_ATTEND = re.compile(
    r"(?:分别|先后|共同|一同|应邀|等)?(?:(?:在[^，。；]{1,12})?出席|参加|列席|到会|与会|陪同|随同|一同|共同)(?!人员|单位|对象|的|过)"
)
_ACCOMPANY = re.compile(
    r"(?:陪同|随同|一同|一起|共同)(?:调研|检查|督导|考察|走访|慰问|参加|视察|参观|看望|活动)?|参加(?:了)?(?:调研|检查|督导|考察|走访|慰问|活动|上述活动|视察)|分别参加"
)
_SPEAK = re.compile(
    r"(?:在[^，。；]{0,20}(?:上|时|中))?(?:还|并|就[^，。；]{1,24}|对[^，。；]{1,40}|围绕[^，。；]{1,24}|代表[^，。；]{1,24})?(?:作|做|"
    r"发表)?(?:了)?(?:强调|指出|要求|讲话|传达|通报|部署|发言|汇报|致辞|致欢迎辞|宣读|宣布|安排|总结|报告|表态|介绍|讲授|主讲|提出|动员|重要讲话|说明|点评|解读|授课|宣讲)"
)
_GATHERED = re.compile("会|仪式|活动|比赛|参加|出席|列席|致辞|发言|讲话|签约|捐赠")
_ABSENT = re.compile(r"任命|免去|辞去|聘任|习近平|为核心|告诉记者|向记者|采访|因病|去世|生前")
_LEAD = re.compile(r"率队|带队|率领|带领|率|一行")
_GO = re.compile(
    r"到|赴|深入|来到|前往|走进|在|先后|实地|对|就|围绕|冒雨|冒着|顶着|率|带队|一行|专题|开展|进行|督|调|检|视|看|慰|走|暗|夜|巡|分别|利用"
)
_LOCATED = re.compile(
    r"^(?:坐?落?于|位于|坐落在|位居|地处|落户(?:于|在|到)?|(?:正式|成功)?(?:落地|入驻|进驻)(?:于|在|到)?|"
    r"(?:项目)?(?:位于|选址(?:于|在)?|坐落于?))"
)
_AREA_OF = re.compile(r"(?:辖区|境内|辖区内|域内)?(?:的)?(?:企业|重点企业|龙头企业|辖区企业|爱心企业|民营企业)?(?:——)?$")
# 某项目由某公司兴建，地处…: said of the subject of the sentence, a clause later.
_LIES = re.compile(r"，(?:项目|工程|公司|企业)?(?:位于|坐落于|坐落在|地处|选址(?:于|在)?|落户(?:于|在)?)")
_SUBJECT_HEAD = re.compile(r"(?:[^，。；]{0,12}，)?(?:据了解|据悉|其中)?，?")
_STARTS = re.compile(
    r"(?:正式|顺利|建成|成功|全面|集中|如期|举行)*(?:动工|开工|开建|启建|奠基|竣工|投产|启动|投用|投运|建成|落成|落地|通车|点火|揭牌|启用)"
)
_IS_IN = re.compile(r"^是(?P<who>[^，。；]{2,30}?)(?:内|境内|辖区)?(?:的)?(?:一家|的|内|知名|重点|龙头)")


def evidence_for(article: Article, at: int, by: str, score: float) -> Evidence:
    """The sentence that holds the working offset ``at``."""
    sentence = sentence_at(article, at)
    return Evidence(article.id, sentence.start, sentence.end, sentence.text, by, round(score, 3))


class ClaimMaker:
    """All claims of one article."""

    def __init__(self, article: Article, found: Found) -> None:
        self.article, self.found, self.text = article, found, article.text
        self._post_bodies = {
            post.value.body.key
            for post in found.of(Kind.POST)
            if isinstance(post.value, PostValue) and post.value.body and post.value.people
        }

    def __call__(self) -> Iterator[Claim]:
        yield from self._posts()
        yield from self._initiatives()
        yield from self._sums()
        yield from self._builders()
        yield from self._places()
        yield from self._events()
        yield from self._figures()

    # -- helpers -----------------------------------------------------------------------------------------------------

    def _sentence(self, at: int) -> Sentence:
        return sentence_at(self.article, at)

    def _claim(self, predicate: str, at: int, by: str, score: float, **roles: Mention | str | Decimal) -> Claim:
        return Claim(predicate, tuple(roles.items()), evidence_for(self.article, at, by, score), score)

    # -- posts -------------------------------------------------------------------------------------------------------

    def _posts(self) -> Iterator[Claim]:
        for post in self.found.of(Kind.POST):
            value = post.value
            assert isinstance(value, PostValue)
            for person in value.people:
                yield self._claim("post", post.start, post.by, min(post.score, person.score), person=person, post=post)

    # -- initiatives -------------------------------------------------------------------------------------------------

    def _initiatives(self) -> Iterator[Claim]:
        """Who carries an initiative out: of all mentions of it in the article the one that says it best."""
        best: dict[str, tuple[float, int, list[Claim]]] = {}
        for mention in self.found.of(Kind.INITIATIVE):
            value = mention.value
            if not isinstance(value, InitiativeValue) or value.back:
                continue
            sentence = self._sentence(mention.start)
            weight, claims = self._carriers(sentence, mention, value)
            known = best.get(value.bare)
            if known is not None and _ALSO.search(self.text, sentence.lo, mention.start):
                yield from claims  # 乙区也推行…: a second one that does the same
                continue
            if known is None or weight > known[0]:
                best[value.bare] = (weight, mention.start, claims)
            yield from self._served(sentence, mention)
            yield from self._spread(sentence, mention)
            yield from self._given(sentence, mention)
        for _, _, claims in sorted(best.values(), key=lambda entry: entry[1]):
            yield from claims

    def _carriers(self, sentence: Sentence, mention: Mention, value: InitiativeValue) -> tuple[float, list[Claim]]:
        """The claims of one mention, and how plainly it says who acts."""
        subjects, score = self._actor(sentence, mention.start)
        doers = self._doers(sentence, mention)
        if doers:
            subjects, score = doers, 0.9
        before = self.text[sentence.lo : mention.start]
        signs = bool(_SIGN.search(before)) and value.subtype == "Project"
        joins = signs or bool(_JOIN.search(before)) or (bool(_AFTER_START.match(self.text, mention.end)) and subjects != [HOME])
        predicate = "takesPartIn" if joins else "leads"
        if value.place is not None and subjects == [HOME]:
            subjects = [value.place]
        owner = self.found.ending_at(Kind.ORGANISATION, mention.start) or self.found.starting_at(Kind.ORGANISATION, mention.start)
        if owner is not None and value.subtype == "Project":
            subjects, score = [owner], 0.9  # 某公司|年产12万吨…项目
        if signs:
            subjects = self._companies(sentence, mention.start)
        partners = self._partners(subjects, mention.start)
        claims = [
            self._claim(predicate, mention.start, f"claims.{predicate}", score * mention.score, subject=s, object=mention)
            for s in subjects
        ]
        claims += [self._claim("takesPartIn", mention.start, "claims.partner", 0.75, subject=p, object=mention) for p in partners]
        launched = bool(_LAUNCHES.search(before))
        return score + (0.1 if launched else 0.0) - (0.2 if joins and not signs else 0.0), claims

    def _partners(self, subjects: list[Mention | str], position: int) -> list[Mention]:
        """甲联合乙、丙推出…: those after 联合 take part."""
        first = subjects[0] if subjects else None
        if not isinstance(first, Mention):
            return []
        match = _WITH.search(self.text, first.end, position)
        if match is None or match.start() - first.end > 14:
            return []
        return self._listed_from(match.end())[0]

    def _companies(self, sentence: Sentence, position: int) -> list[Mention | str]:
        """Who signs for a project: the last company named before it."""
        companies = [
            b
            for b in self.found.between(Kind.ORGANISATION, sentence.lo, position)
            if isinstance(b.value, BodyValue) and b.value.subtype == "Enterprise"
        ]
        return [companies[-1]] if companies else []

    def _spread(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """在甲社区、乙社区推广: who takes a scheme over takes part in it."""
        match = _SPREAD.search(self.text, initiative.end, sentence.hi)
        if match is None:
            return
        for place in self.found.between(Kind.DISTRICT, *match.span("where")):
            yield self._claim("takesPartIn", initiative.start, "claims.spread", 0.75, subject=place, object=initiative)

    def _served(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """为甲、乙等单位提供…: those served take part."""
        match = _SERVED.search(self.text, sentence.lo, sentence.hi)
        if match is None or (match.end() > initiative.start + 12 and match.start() < initiative.end):
            return
        lo, hi = match.span("who")
        for body in self.found.between(Kind.ORGANISATION, lo, hi):
            yield self._claim("takesPartIn", initiative.start, "claims.served", 0.7, subject=body, object=initiative)

    def _given(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """甲集团捐款100万元用于某项目: who gives for a project takes part in it."""
        gift = _GIVEN_FOR.search(self.text, sentence.lo, initiative.start)
        if gift is None:
            return
        giver = self.found.ending_at(Kind.ORGANISATION, gift.start()) or self.found.ending_at(Kind.PERSON, gift.start())
        if giver is not None:
            yield self._claim("takesPartIn", initiative.start, "claims.given", 0.8, subject=giver, object=initiative)

    def _doers(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """某行动由甲、乙开展; 甲、乙开展的某行动: who is said to act, whatever stands before them."""
        by = _DONE_BY.match(self.text, mention.end)
        if by is not None:
            doers, end = self._listed_from(by.end())
            return list(doers) if doers and _DOES.match(self.text, end) else []
        done = _DONE.search(self.text, max(sentence.lo, mention.start - 14), mention.start)
        if done is None:
            return []
        agents: list[Mention | str] = []
        at = done.start()
        while (doer := self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at)) is not None:
            agents.insert(0, doer)
            mark = _LIST_END.search(self.text, max(sentence.lo, doer.start - 2), doer.start)
            at = mark.start() if mark is not None else -1
        listed = bool(agents) and at >= 0  # 等部门、某局: more were named than are known
        first = agents[0] if agents else None
        joined = isinstance(first, Mention) and _WITH.search(self.text, max(sentence.lo, first.start - 2), first.start)
        return [] if listed or joined else agents

    def _listed_from(self, position: int) -> tuple[list[Mention], int]:
        """The bodies and districts of a list that begins at ``position``, and where it ends."""
        members: list[Mention] = []
        end = position
        while True:
            member = self.found.starting_at(Kind.ORGANISATION, position) or self.found.starting_at(Kind.DISTRICT, position)
            if member is None:
                return members, end
            members.append(member)
            end = member.end
            mark = _LIST.match(self.text, end)
            if mark is None:
                return members, end
            position = mark.end()

    def _actor(self, sentence: Sentence, position: int) -> tuple[list[Mention | str], float]:
        """The district or body that acts in a clause, or several named as one subject (县委、县政府)."""
        lo = sentence.lo
        if _OWN.search(self.text, lo, position):
            return [HOME], 0.8
        speech = max(_SPEECH.finditer(self.text, lo, position), key=lambda match: match.start(), default=None)
        if speech is not None and (
            self.found.between(Kind.PERSON, lo, speech.start())
            or self.text.endswith(("会议", "大会", "会上"), lo, speech.start())
        ):
            lo = speech.end()
        candidates = self._actors(lo, position)
        if candidates:
            return list(self._joint(candidates)), 0.85
        if lo > sentence.lo:
            return [HOME], 0.75
        head = self._headline_actor()
        line = self.text.rfind("\n", 0, sentence.lo) + 1
        if _SPOKEN.match(self.text, line):
            return [HOME], 0.75  # a paragraph of what a meeting or a leader demanded
        for earlier in reversed([s for s in self.article.sentences if line <= s.lo < sentence.lo]):
            found = self._actors(earlier.lo, earlier.hi)
            if found and _OPENING.fullmatch(self.text[earlier.lo : found[0].start]):
                return list(self._joint(found)), 0.7
        return ([head], 0.68) if head is not None else ([HOME], 0.65)

    def _headline_actor(self) -> Mention | None:
        """The body that a headline begins with: 县总工会慰问一线职工."""
        for actor in self._actors(0, self.article.body):
            if actor.kind is Kind.ORGANISATION and (actor.start == 0 or self.text[actor.start - 1] in "\n ："):
                return actor
        return None

    def _joint(self, actors: list[Mention]) -> Iterator[Mention]:
        """The first actor, and those in a list with it."""
        yield actors[0]
        for before, actor in itertools.pairwise(actors):
            if self.text[before.end : actor.start] not in ("、", "和", "与"):
                return
            yield actor

    def _actors(self, lo: int, hi: int) -> list[Mention]:
        """Mentions of a stretch that can be its subject, in order."""
        actors = []
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            for mention in self.found.between(kind, lo, hi):
                if kind is Kind.DISTRICT and self._inside(mention):
                    continue
                if mention.key in self._post_bodies or (
                    _NOT_SUBJECT.search(self.text, max(lo, mention.start - 4), mention.start) and not self._joined(mention, lo)
                ):
                    continue
                if kind is Kind.DISTRICT and not self._acts(mention):
                    continue
                actors.append(mention)
        actors.sort(key=lambda m: m.start)
        return [actor for actor in actors if not self._in_object_list(actor, lo)]

    def _joined(self, mention: Mention, lo: int) -> bool:
        """甲区和|乙区: the 和 that joins two mentions makes neither an object."""
        at = mention.start - 1
        if at <= lo or self.text[at] not in "和与":
            return False
        return any(self.found.ending_at(kind, at) is not None for kind in (Kind.DISTRICT, Kind.ORGANISATION))

    def _in_object_list(self, actor: Mention, lo: int) -> bool:
        """来到甲镇、乙镇: the second place of a list is as little a subject as the first."""
        position = actor.start
        while position > lo and self.text[position - 1] in "、和与":
            before = next(
                (m for kind in (Kind.DISTRICT, Kind.ORGANISATION) if (m := self.found.ending_at(kind, position - 1)) is not None),
                None,
            )
            if before is None:
                return False
            if _NOT_SUBJECT.search(self.text, max(lo, before.start - 4), before.start):
                return True
            position = before.start
        return False

    def _inside(self, mention: Mention) -> bool:
        """A district that only begins the name of a body, a post or an initiative."""
        body = self.found.covering(Kind.ORGANISATION, mention.start)
        if body is not None and body.end > mention.end:
            return True
        return self.found.starting_at(Kind.POST, mention.end) is not None

    def _acts(self, mention: Mention) -> bool:
        follower = self.found.starting_at(Kind.DISTRICT, mention.end)
        if follower is not None:
            return False
        value = mention.value
        return not (
            isinstance(value, PlaceValue) and value.level in ("province",) and not value.relative
        ) and not self.text.startswith("的", mention.end)

    # -- sums, places ------------------------------------------------------------------------------------------------

    def _sums(self) -> Iterator[Claim]:
        for match in _SUM.finditer(self.text):
            project = self._project_of(match)
            if project is None:
                continue
            roles: dict[str, Mention | str | Decimal] = {"subject": project, "text": match.group("sum")}
            value = parse_sum(match.group("sum"))
            if value is not None:
                roles["value"] = value
            yield self._claim("investment", match.start(), "claims.sum", 0.85, **roles)

    def _builders(self) -> Iterator[Claim]:
        """施工单位某公司; 项目由某公司承建: who builds takes part in the project told of."""
        projects = [
            m
            for m in self.found.of(Kind.INITIATIVE)
            if isinstance(m.value, InitiativeValue) and (m.value.subtype == "Project" or m.value.back in ("项目", "工程"))
        ]
        if not projects:
            return
        for body in self.found.of(Kind.ORGANISATION):
            paid = _INVESTS_IN.match(self.text, body.end)
            bought = self.found.starting_at(Kind.INITIATIVE, paid.end()) if paid is not None else None
            named = not (isinstance(body.value, BodyValue) and body.value.back)
            if bought is not None and bought in projects and named:  # 某公司投资2亿元建设的|某项目
                yield self._claim("takesPartIn", body.start, "claims.investor", 0.8, subject=body, object=bought)
                continue
            before = _BUILDER.search(self.text, max(0, body.start - 5), body.start)
            invests = before is not None and before.group() == "由" and _INVESTS.match(self.text, body.end) is not None
            if before is None or (before.group() == "由" and not invests and not _BUILDS.match(self.text, body.end)):
                continue
            project = max((p for p in projects if p.start < body.start), key=lambda p: p.start, default=projects[0])
            yield self._claim(
                "leads" if invests else "takesPartIn", body.start, "claims.builder", 0.75, subject=body, object=project
            )

    def _project_of(self, match: re.Match[str]) -> Mention | None:
        """投资8亿元的甲项目: the project behind; 甲项目总投资8亿元: the one before."""
        end = match.end()
        built = _BUILT.match(self.text, end)
        if built is not None:
            end = built.end() - 1
            project = self.found.starting_at(Kind.INITIATIVE, end + 1)
            if project is None:
                sentence = self._sentence(end)
                project = next(iter(self.found.between(Kind.INITIATIVE, end + 1, min(sentence.hi, end + 30))), None)
            if project is not None:
                return project
        then = _THEN_BUILT.match(self.text, end)  # 投资6亿元，在某县建设某项目
        project = self.found.starting_at(Kind.INITIATIVE, then.end()) if then is not None else None
        if project is not None and isinstance(project.value, InitiativeValue) and project.value.subtype == "Project":
            return project
        for mention in self.found.before(Kind.INITIATIVE, match.start()):
            value = mention.value
            if isinstance(value, InitiativeValue) and (value.subtype == "Project" or value.back in ("项目", "工程")):
                gap = self.text[mention.end : match.start()]
                return mention if gap.count("。") <= 2 and "\n" not in gap else None
        return None

    def _places(self) -> Iterator[Claim]:
        for kind in (Kind.ORGANISATION, Kind.INITIATIVE):
            parents = [
                m.value.parent
                for m in self.found.of(kind)
                if isinstance(m.value, BodyValue) and m.value.parent is not None and m.value.parent.by == "organisations.proper"
            ]
            for mention in [*self.found.of(kind), *parents]:
                value = mention.value
                if isinstance(value, BodyValue) and not value.back and value.subtype not in ("Enterprise", "PublicInstitution"):
                    continue
                yield from self._place_of(mention)

    def _place_of(self, mention: Mention) -> Iterator[Claim]:
        text = self.text
        match = _LOCATED.match(text[mention.end : mention.end + 8])
        if match is not None:
            places = self._chain_from(mention.end + match.end())
            if places:
                yield self._claim("locatedIn", mention.start, "claims.located", 0.9, subject=mention, object=places[-1])
                return
        match = _IS_IN.match(text[mention.end : mention.end + 40])
        if match is not None:
            places = list(self.found.between(Kind.DISTRICT, mention.end, mention.end + match.end()))
            if places:
                yield self._claim("locatedIn", mention.start, "claims.located", 0.9, subject=mention, object=places[-1])
                return
        place = self._started_in(mention) or self._lies_in(mention)
        own = mention.value.place if isinstance(mention.value, InitiativeValue) else None
        chained = own is not None and own.start == mention.start and self.found.ending_at(Kind.DISTRICT, own.start) is not None
        if place is None and chained:
            place = own  # 某市|某镇某项目: the smallest one said
        if place is not None:
            yield self._claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=place)
            return
        for place in self.found.before(Kind.DISTRICT, mention.start):
            gap = text[place.end : mention.start]
            if len(gap) <= 8 and (_AREA_OF.fullmatch(gap) and (gap or mention.kind is Kind.INITIATIVE)):
                yield self._claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=place)
                return
            break

    def _started_in(self, mention: Mention) -> Mention | None:
        """某项目|在某镇|动工."""
        if mention.kind is not Kind.INITIATIVE or not self.text.startswith("在", mention.end):
            return None
        places = self._chain_from(mention.end + 1)
        return places[-1] if places and _STARTS.match(self.text, places[-1].end) else None

    def _lies_in(self, mention: Mention) -> Mention | None:
        """某项目由某公司兴建，地处某镇: the thing that the sentence begins with lies there."""
        sentence = self._sentence(mention.start)
        if not _SUBJECT_HEAD.fullmatch(self.text, sentence.lo, mention.start):
            return None
        match = _LIES.search(self.text, mention.end, sentence.hi)
        places = self._chain_from(match.end()) if match is not None else []
        if match is None or not places or self.found.between(Kind.INITIATIVE, mention.end, match.start()):
            return None
        others = self.found.between(Kind.ORGANISATION, mention.end, match.start())
        return places[-1] if all(self.text.endswith(("由", "、", "和"), 0, body.start) for body in others) else None

    def _chain_from(self, position: int) -> list[Mention]:
        chain: list[Mention] = []
        while (place := self.found.starting_at(Kind.DISTRICT, position)) is not None:
            chain.append(place)
            position = place.end
        return chain

    # -- events ------------------------------------------------------------------------------------------------------

    def _events(self) -> Iterator[Claim]:
        """Who chairs, leads, attends: event by event, sentence by sentence."""
        if not self.found.of(Kind.PERSON):
            return
        every = self.found.of(Kind.EVENT)
        events = [e for e in every if _subtype(e) != "Donation"]
        main = self._main_event(events)
        gift = next((e for e in every if _subtype(e) == "Donation" and e.end <= max(self.article.body, self._lead_end())), None)
        if main is None and gift is not None:
            yield from self._present(gift, set())
        current = main
        done: set[tuple[str, str]] = set()
        for sentence in self.article.sentences:
            here = [e for e in events if sentence.lo <= e.start < sentence.hi]
            fresh = next((e for e in here if _subtype(e) in ("Meeting", "Inspection")), None)
            if fresh is not None and (current is None or _subtype(fresh) != _subtype(current)):
                current = (
                    fresh if current is None or _subtype(current) == "Activity" or sentence.lo > self.article.body else current
                )
            named = self.found.between(Kind.PERSON, sentence.lo, sentence.hi)
            for predicate, person, event, score in self._roles(sentence, named, here, current) if named else ():
                key = (person.text, _subtype(event))
                if key not in done:
                    done.add(key)
                    yield self._claim(predicate, person.start, f"claims.{predicate}", score, subject=person, object=event)
        if main is not None and _subtype(main) in ("Meeting", "Activity"):
            yield from self._present(main, done)

    def _main_event(self, events: Sequence[Mention]) -> Mention | None:
        """The event that the headline or the first sentences tell of."""
        lead = self._lead_end()
        order = {"Meeting": 0, "Inspection": 0, "Activity": 1}
        early = [e for e in events if e.end <= lead]
        return min(early, key=lambda e: (order[_subtype(e)], e.start), default=None)

    def _lead_end(self) -> int:
        return next((s.hi for s in self.article.sentences if s.lo >= self.article.body), self.article.body)

    def _present(self, event: Mention, done: set[tuple[str, str]]) -> Iterator[Claim]:
        """In a report of a gathering, who is named with a post was there."""
        lead = self.text.find("\n", max(self.article.body, event.end)) % (len(self.text) + 1)
        for post in self.found.of(Kind.POST):
            value = post.value
            if not isinstance(value, PostValue) or post.start < self.article.body or value.status == "former":
                continue
            sentence = self._sentence(post.start)
            if post.start > lead and not _GATHERED.search(self.text, sentence.lo, sentence.hi):
                continue
            if _ABSENT.search(self.text, sentence.lo, sentence.hi):
                continue
            for person in value.people:
                if (person.text, _subtype(event)) not in done and post.by != "posts.saluted" and person.by != "posts.saluted":
                    done.add((person.text, _subtype(event)))
                    yield self._claim("attends", person.start, "claims.present", 0.6, subject=person, object=event)

    def _roles(
        self, sentence: Sentence, named: Sequence[Mention], here: list[Mention], current: Mention | None
    ) -> Iterator[tuple[str, Mention, Mention, float]]:
        text = self.text[sentence.lo : sentence.hi]
        inspection = next((e for e in here if _subtype(e) == "Inspection"), None)
        gathering = next((e for e in here if _subtype(e) in ("Meeting", "Activity")), None)
        if gathering is None and current is not None and _subtype(current) in ("Meeting", "Activity"):
            gathering = current
        taken: set[tuple[str, int, int]] = set()
        if gathering is not None:
            for person in self._chairs(sentence, text, named):
                taken.add(person.key)
                yield "presides", person, gathering, 0.9
        if inspection is not None:
            yield from self._visit(named, inspection, taken)
        visited = inspection or (current if current is not None and _subtype(current) == "Inspection" else None)
        if visited is not None:
            for person in named:
                if person.key not in taken and self._accompanies(sentence, person):
                    taken.add(person.key)
                    yield "attends", person, visited, 0.8
        target = gathering or visited
        if target is None:
            return
        for match in _ATTEND.finditer(text):
            for person in self._clause_people(named, sentence.lo, sentence.lo + match.start()):
                if person.key not in taken:
                    taken.add(person.key)
                    yield "attends", person, target, 0.85
        if gathering is not None:
            for person in named:
                if person.key not in taken and _SPEAK.match(self.text, self._past(person.end)) and self._official(person):
                    taken.add(person.key)
                    yield "attends", person, gathering, 0.75

    def _visit(
        self, named: Sequence[Mention], inspection: Mention, taken: set[tuple[str, int, int]]
    ) -> Iterator[tuple[str, Mention, Mention, float]]:
        """甲到某地调研; 甲在乙陪同下调研."""
        lead = [p for p in self._run_before(named, inspection.start) if p.key not in taken]
        if not lead:  # 代表视察，副主任甲带队
            lead = [p for p in named if p.start >= inspection.end and _LED.match(self.text, p.end) and p.key not in taken][:1]
        if not lead:
            return
        guided = "陪同下" in self.text[lead[-1].end : inspection.start]
        hosts = {p.key for p in lead[1:]} if guided and len(lead) > 1 else {p.key for p in lead} if guided else set()
        guests = [p for p in named if p.end < lead[0].start and p.key not in taken] if guided and len(lead) == 1 else []
        for index, person in enumerate([*guests, *lead]):
            taken.add(person.key)
            yield ("attends" if person.key in hosts or index else "presides"), person, inspection, 0.85

    def _chairs(self, sentence: Sentence, text: str, named: Sequence[Mention]) -> Iterator[Mention]:
        """甲主持召开…; 会议由甲主持."""
        by = _BY.search(text)
        if by is not None:
            lo, hi = (sentence.lo + x for x in by.span("who"))
            yield from (p for p in named if lo <= p.start < hi)
            return
        for match in _PRESIDE.finditer(text):
            yield from self._run_before(named, sentence.lo + match.start())[-1:]

    def _accompanies(self, sentence: Sentence, person: Mention) -> bool:
        """甲陪同; 甲一同调研; 甲汇报了…; 听取了甲的介绍."""
        clause_end = min(
            (i for i in (self.text.find(mark, person.end, sentence.hi) for mark in "。；") if i > 0), default=sentence.hi
        )
        after = self.text[person.end : clause_end]
        if _ACCOMPANY.search(after):
            return True
        if re.match(r"(?:，|等|向[^，。]{1,12}|就[^，。]{1,20}|的?)?(?:详细)?(?:汇报|介绍|讲解|的情况介绍|的汇报|的介绍)", after):
            return self._official(person)
        return bool(
            re.search(r"在[^，。；]{0,40}$", self.text[sentence.lo : person.start])
            and after.startswith(("陪同", "等陪同", "的陪同"))
        )

    def _past(self, position: int) -> int:
        return position + 1 if self.text.startswith(("，", "等"), position) else position

    def _official(self, person: Mention) -> bool:
        """Only who holds a post on this page takes part by speaking."""
        return any(
            person.text == p.text
            for post in self.found.of(Kind.POST)
            if isinstance(post.value, PostValue)
            for p in post.value.people
        )

    def _run_before(self, named: Sequence[Mention], position: int) -> list[Mention]:
        """The people named in the clause that leads up to a verb; a list counts as one run."""
        before = [p for p in named if p.end <= position]
        if not before:
            return []
        last = before[-1]
        if "。" in self.text[last.end : position]:
            return []
        run = [last]
        for person in reversed(before[:-1]):
            gap = self.text[person.end : run[0].start]
            if (
                len(gap) <= 24
                and not any(mark in gap for mark in "。；：")
                and not re.search(r"强调|指出|要求|出席|参加|主持|表示|说", gap)
            ):
                run.insert(0, person)
            else:
                break
        return run

    def _clause_people(self, named: Sequence[Mention], lo: int, position: int) -> list[Mention]:
        stop = max(self.text.rfind(mark, lo, position) for mark in "。；")
        return [
            p
            for p in named
            if p.end <= position and p.start > stop and not re.search(r"主持召开|强调|指出", self.text[p.end : position])
        ]

    # -- figures -----------------------------------------------------------------------------------------------------

    def _figures(self) -> Iterator[Claim]:
        for mention in self.found.of(Kind.QUANTITY):
            sentence = self._sentence(mention.start)
            (subject, *_), score = self._actor(sentence, mention.start)
            yield self._claim("figure", mention.start, mention.by, score * mention.score, subject=subject, object=mention)


def _subtype(event: Mention) -> str:
    return event.value.subtype if isinstance(event.value, EventValue) else ""


_NO_VISIT = ("站", "点", "组", "员", "团", "报告", "结果", "单")
_HEADS = frozenset(["主席", "副主席", "领导", "负责同志", "主要领导"])
_WEAK = frozenset(["指导", "巡查", "察看", "查看", "走访", "看望", "抽查", "夜查", "踏勘"])
_RULING = frozenset(
    ["party", "government", "congress", "cppcc", "court", "procuratorate", "police", "leader", "military", "taskforce"]
)


def _heads(post: PostValue) -> bool:
    """自治区副主席: an office of a whole province or city, whose body the title does not say."""
    place = post.place.value if post.place is not None and post.body is None else None
    return isinstance(place, PlaceValue) and place.level in ("province", "prefecture") and post.title in _HEADS


def self_leads(found: Found, people: Sequence[Mention], verb: str, text: str, end: int) -> bool:
    """Whether those named go to inspect: they hold an office; for a weak verb one above the village."""
    if text.startswith(_NO_VISIT, end):
        return False
    names = {p.text for p in people}
    posts = [p.value for p in found.of(Kind.POST) if isinstance(p.value, PostValue) and names & {x.text for x in p.value.people}]
    if any(_heads(post) for post in posts):
        return True
    spheres = {post.sphere for post in posts}
    bodies = {post.body.value.subtype for post in posts if post.body is not None and isinstance(post.body.value, BodyValue)}
    if not spheres:
        return any(p.end <= found.article.body for p in people) and verb not in _WEAK
    official = any(post.person_kind == "official" for post in posts)
    rules = bool(spheres & _RULING) or official or bool(bodies & {"PartyBody", "GovernmentBody"})
    return rules and not (verb in _WEAK and "GrassrootsBody" in bodies)


def _led_after(found: Found, text: str, sentence: Sentence, named: Sequence[Mention]) -> Mention | None:
    """代表到某地视察，副主任甲带队: the leader is named after the inspection."""
    first = named[0]
    titled = found.ending_at(Kind.POST, first.start) is not None
    if not titled or _LED.match(text, first.end) is None or first.start - sentence.lo < 4:
        return None
    for match in INSPECT_WORDS.finditer(text, max(sentence.lo, first.start - 40), first.start):
        gap = text[match.end() : first.start]
        if re.search(r"[。；]|强调|指出|要求", gap) or text.startswith(_NO_VISIT, match.end()):
            continue
        name = text[max(text.rfind("，", sentence.lo, match.start()) + 1, sentence.lo) : match.end()]
        return Mention(
            Kind.EVENT, match.start(), match.end(), match.group(), "events.inspection", 0.75, EventValue("Inspection", name)
        )
    return None


def find_inspections(article: Article, found: Found) -> Iterator[Mention]:
    """甲到某地调研: an inspection is where a named person goes and looks; found once people are."""
    text = article.text
    for sentence in article.sentences:
        named = found.between(Kind.PERSON, sentence.lo, sentence.hi)
        if not named:
            continue
        first = named[0]
        led_after = _led_after(found, text, sentence, named)
        if led_after is not None:
            yield led_after
            continue
        for match in INSPECT_WORDS.finditer(text, first.end, sentence.hi):
            before = [p for p in named if p.end <= match.start()]
            if not before:
                continue
            gap = text[before[-1].end : match.start()]
            led = re.search(r"陪同下|的陪同下", gap)
            if led is not None and len(before) > 1:
                gap = gap[led.end() :]
            if _ACCOMPANY.search(gap + match.group()) or re.search(r"陪同|随同|一同|共同|一起", gap):
                break
            if len(gap) > 70 or re.search(r"[。；]|强调|指出|要求|表示|说|介绍|告诉", gap):
                break
            if gap and not _GO.search(gap) and len(gap) > 2:
                continue
            if text.startswith("着", match.end()) or not self_leads(found, before, match.group(), text, match.end()):
                continue
            end = next(
                (
                    i
                    for i in range(match.end(), min(sentence.hi, match.end() + 30))
                    if text[i] in "，。；：\n" or (text[i] == "”" and "“" not in text[before[0].start : i])
                ),
                min(sentence.hi, match.end() + 30),
            )
            name = text[before[0].start : end].rstrip("时")
            comma = text.rfind("，", before[0].end, match.start())
            if comma >= 0:  # 甲，乙一行，|对某县项目进行督查
                name = before[0].text + text[comma + 1 : end].rstrip("时")
            name = name[: name.rfind("“")] if name.count("“") > name.count("”") else name
            yield Mention(
                Kind.EVENT, match.start(), match.end(), match.group(), "events.inspection", 0.8, EventValue("Inspection", name)
            )
            break


__all__ = ["HOME", "ClaimMaker", "evidence_for", "find_inspections"]
