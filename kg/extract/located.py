"""Located: where bodies and initiatives lie, and which districts a body serves.

某项目|位于某镇; 某镇某村|滑坡治理工程; 项目|落户某镇; 某公司|在某镇|投资2亿元建设的|某项目; 村里成立了|某合作社;
某法庭|管辖|甲镇、乙镇. What is told by the scene of a visit or by the site of a deed, ``whereabouts`` and ``sites`` read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, InitiativeValue, PlaceValue
from kg.extract.clauses import HOME, LOWER, Clauses, is_named
from kg.extract.lying import find_lying
from kg.extract.provinces import state_acts
from kg.extract.sites import find_sites
from kg.extract.subjects import Subjects
from kg.extract.whereabouts import find_whereabouts
from kg.gazetteer import LEVELS
from kg.model import Claim, Kind, Mention
from kg.patterns import needing

IF_NOTHING_BETTER = frozenset(("claims.visited", "claims.scene"))  #: rules of claims that hold only where nothing better is said
_OF_ZONE_ITSELF = ("项目", "工程", "建设", "建设项目", "建设工程", "开发项目")
_LOCATED = re.compile(
    r"^(?:，(?=[就便现]?(?:建|设|位|坐落|地处|落户|选址)))?[就便现]?(?:坐?落?于|位于|建在|设在|坐落在|位居|地处|落户(?:于|在|到)?|(?:正式|成功)?(?:落地|入驻|进驻)(?:于|在|到)?|"
    r"(?:项目)?(?:位于|选址(?:于|在)?|坐落于?)|的?(?:位置|地点|选址)就?(?:在|位于|选在|定在)|选在|(?:放|落|定)在了?)"
)
# 冢头镇|开工|某项目，渣园乡|开工|某项目: what is begun in a town lies there.
_OPENS = re.compile(
    "(?:分会场|会场|境内|片区)?(?:此次|这次|当天|集中|新|还|将|同步)?(?:开工(?:建设)?|动工|奠基|竣工|投产|新建|引进|落户)"
    "(?:的(?:项目)?(?:是|有|为|包括))?了?(?:总?投资约?[\\d.]+[亿万]+元的?)?"
)
_AREA_OF = re.compile(
    r"(?:办事处|人民政府|政府)?(?:辖区|境内|辖区内|域内|内(?=的))?(?:的)?(?:企业|重点企业|龙头企业|辖区企业|爱心企业|民营企业)?(?:——)?"
    # 某镇的汽车配套企业|某公司, 某镇首个亿元项目——|某项目
    r"|的[^，。；、在到与和向为给对从赴被把由是有及“”]{1,12}?(?:(?:企业|工厂|厂家)(?:——)?|(?:车间|基地|园区|项目|公司|合作社|学校)——)"
    r"|的?(?:首[个家批]|最大|唯一|第一[家个]|规模最大)[^，。；、在到与向为给对从赴被把由是有“”]{0,12}?(?:项目|企业|公司|工程|学校|工厂)——$"
)
# 某项目由某公司兴建，地处…: said of the subject of the sentence, a clause later.
_LIES = re.compile(r"，(?:项目|工程|公司|企业)?(?:位于|坐落于|坐落在|地处|选址(?:于|在)?|落户(?:于|在)?)")
_SUBJECT_HEAD = re.compile(r"(?:[^，。；]{0,12}，)?(?:据了解|据悉|其中)?，?(?:[^，。；]{0,16}(?:公司|集团|合作社|企业)的?)?")
# 目前入园项目有6个，即甲项目、乙项目: those listed lie in the zone told of.
_IN_ZONE = needing(
    "入区 入园 区内 园区 在园 落园",
    r"(?:入园|在园|落园|入区|入驻园区|落户园区|园区内?|区内)的?(?:重点|工业|产业|在建|签约|新)?(?:项目|企业)"
    r"[^。；：]{0,14}?(?:即|有|包括|分别为|分别是|为|：)",
)
_CEREMONY = re.compile(
    r"(?:[（(]?[一二三]期(?:工程|项目)?[）)]?)?(?:[\d年月日上下午]{2,8}|日前|近日|昨日|昨天|今日|今天|当天|已|也|将|拟|正式|顺利)?(?P<held>(?:集中)?(?:开工奠基|竣工投产|开工|奠基|投产|竣工|动工|通车|开园|启用|落成)(?:暨[^，。；在]{2,12})?仪式)?在"
)
_HELD = re.compile(r"(?:[^，。；]{0,12})?(?:隆重|顺利|成功)?举行")
_STARTS = re.compile(
    r"(?:隆重|正式|顺利|建成|成功|全面|集中|如期|举行|破土|同步|同时)*(?:动工|开工|开建|启建|奠基|竣工|投产|启动|投用|投运|建成|落成|落地|通车|点火|揭牌|启用)"
)
# 某村人山人海，某项目|在此|举行开工仪式: where the sentence begins.
_HERE = re.compile("[^，。；在]{0,8}在(?:此地?|这里|这儿|当地)")
# 来到某园区，|出席|某项目|开工建设现场会: what is begun lies where those who see it begin have come to.
_ATTENDS = re.compile("[，,]?(?:共同|一同|集体|一起)?(?:出席|参加|见证|观摩|宣布|启动|主持)了?$")
_ITS_BEGINNING = re.compile(
    "(?:[（(]?[一二三]期(?:工程|项目)?[）)]?)?(?:集中|正式|建设)*(?:开工|奠基|动工|竣工|投产|通车|落成|启用|开园|试产|投运)(?:建设|投产|奠基)*"
    "(?:暨[^，。；]{2,12})?(?:仪式|现场会|典礼|大会|活动)"
)
_IS_IN = re.compile(r"^是(?P<who>[^，。；]{2,30}?)(?:内|境内|辖区)?(?:的)?(?:一家|的|内|知名|重点|龙头)")
# 在某镇|投资2亿元建设的|某项目.
_BUILT_IN = needing("在", r"(?<!存)在(?=[一-龥])")
_BUILDS_THERE = re.compile(
    r"(?:境内|辖区)?(?:计划|拟|将|已|还|正在|共同|再)?(?:总?投资|投入|出资|斥资)?(?:约|近|超)?(?:[\d.]+(?:余|多)?[亿万]?(?:美|欧)?元)?(?:，)?"
    r"(?:规划|投资|开工)?(?:建设|新建|兴建|打造|实施|建成|修建|投建|落地|扩建|布局|建起)(?:了)?的?"
)
_BRINGS = needing(
    "引进 引入", "(?:成功|积极|先后|主动){0,2}(?:从[一-龥]{2,8}?)?(?:成功|积极)?(?:招商)?引[进入](?:了)?(?=[一-龥])"
)
_THEN_BUILDS = re.compile(
    "，?(?:计划|拟|共)?(?:总?(?:投资|投入)(?:约|近|超)?[\\d.]+(?:余|多)?[亿万]?元)?，?(?:规划|投资|开工|新上|合作)?"
    "(?:建设|新建|兴建|打造|实施|开发|发展|建起|投建|运营)了?(?:总?投资[\\d.]+[亿万]?元的)?"
)
_FOUNDS_IT = re.compile(
    r"(?:(?:领办|牵头成立|牵头组建)的|领办|有支|有个|有家|成立|组建|办起|建起|创办|注册|创建|办有|开办|引进|引入|组成)(?:起来)?(?:了)?(?:一?[支个家])?“?$"
)
_FOUNDS = re.compile(
    r"(?:村里|村中|村上|村子里|社区里?|村|嘎查|居民|业主|村民|群众|党员|党组织|党支部|党总支|“?两委”?|干部){0,3}"
    r"(?:自发|还|又|也|率先|牵头|先后|已|自愿|去年|前年|今年|当年|带头|共同|联合|一起|[\d年月]{4,9}|(?:带头示范|示范带动|先行先试|带头)，){0,3}"
    + _FOUNDS_IT.pattern
)
# “某某”先锋队|由社区党员和退休干部组成: of the community told of last.
_MADE_OF = re.compile(
    "(?:则|就|是|主要|也|，){0,2}由(?:本|该)?(?P<unit>社区|村|嘎查)(?!庄)[^，。；“”]{1,36}?(?:组成|组建而成|组建|构成)"
)
_SETTLES = needing(
    "位于 地处 坐落 落地 落户 选址",
    r"[项工][目程](?:[^，。；]{0,24}，)?(?:拟|计划|将|已)?(?:落户|选址|位于|坐落|地处|落地)(?:在|于|到)?",
)
# 该项目在某市范围内，|涉及|甲、乙、丙|3县: a work that reaches over several districts lies in each of them.
_REACHES = needing("涉及 横跨 地跨 分布在", "(?:涉及|横跨|地跨|分布在)了?(?=[一-龥]{2})")
_SO_MANY = re.compile("等?(?:[\\d一二两三四五六七八九十]+)个?(?:县|市|区|旗|州|镇|乡|街道|省)")
_OF_WORK = re.compile("(?:该|此|本|整个)?(?:项目区?|工程)(?:在[^，。；]{2,14}，|总体|共|主要|分别)?$")
_SETTLES_FROM = re.compile(r"[，。；：\n](?:目前|据悉|其中)?，?(?:该|此)?$")  # what stands before it: no name
# 在某社区某小区，|常年活跃着一支|“某某”志愿服务队; 在某社区，|有这样一支热心的队伍——|“某某”志愿服务队.
_ACTIVE = needing(
    "活跃着 有一支 有着一支 有一群 有着一群 有这样一支 有着这样一支 有这样一群 有着这样一群",
    "[，,]?(?:常年|长期|一直|始终|总是|总有?|还|就|都|也|有)*(?:活跃着(?:这样)?(?:一[支群个队])?|有着?(?:这样)?一[支群])"
    "(?:[^，。；“”—]{0,8}队伍(?:——?|，|：))?(?:由[^，。；“”]{2,12}组成的)?(?=“|[一-龥])",
)
_IN_IT = ("里", "内", "境内", "辖区", "辖区内")
# 在某小区|院坝内，|居民齐聚|“民情联络点”: where a thing is that people come to.
_GATHER = re.compile("(?:齐聚|聚集在|聚在|相聚|汇聚|围坐在|集聚在|聚到)(?:了|在)?$")
_IN_YARD = re.compile("[一-龥]{0,4}(?:院坝|广场|楼下|院内|凉亭|活动室|大院|长廊)?(?:内|里|中|上|前|旁)?[，,]")
# “某某铺”|其实是|某小区|的党支部活动室: whose room it is.
_IS_ROOM = re.compile("(?:其实|就|正|便|实际上|原来)*是(?=[一-龥])")
_ROOM_OF = re.compile("的[^，。；的“”]{0,10}(?:室|站|点|阵地|场所|空间|角|屋|馆|厅|中心|驿站|之家)(?=[，。；])")
_FOUNDED = ("Enterprise", "Association", "TaskForce", "PublicInstitution")
# 在|湖南华容县，|…: the scene of a sentence.
_SCENE = re.compile(
    r"(?:(?<=[。；\n“])|^|(?<=，))(?:眼下，?|目前，?|当前，?|今天，?|近日，?|日前，?|同样)?(?:在|走进|来到|位于)(?=[一-龥])"
)
_AT_SCENE = re.compile(r"(?:境内|域内|内|的[^，。；]{1,14})?[，,]|(?:境内)?的?(?=[^，。；]{0,6}(?:项目|工程))")
# 某镇|正式成立了退役军人|“某某”志愿服务队.
_FORMS = needing(
    "成立 组建",
    "(?:率先|正式|先后|专门|牵头|还|已|又){0,2}(?:成立|组建)(?:了|起)?(?:一支|首支)?"
    "(?:退役军人|党员|青年|巾帼|老年|学生|机关|网格|村级|民兵|文艺|科技)?(?=“)",
)
_TEAM_ENDS = ("服务队", "志愿队", "志愿者队", "志愿者队伍", "宣讲团", "宣讲队", "先锋队", "巡逻队", "调解队", "帮帮团", "帮扶队")
_RULES = needing("管辖 辖有 管着", "(?=[主共现管负辖])" r"(?:主要|现|共)?(?:管辖着?|辖有着?|负责管辖着?|管着)")


def _is_named_after(place: Mention, work: Mention, text: str) -> bool:
    """Whether a name begins with its small district and goes on: 某村|滑坡治理工程, 某产业园|二期项目, not 某产业园|项目."""
    value = place.value
    if place.end >= work.end or not isinstance(value, PlaceValue) or text[place.end] in "至到":
        return False  # 某镇|至某镇公路改造工程
    own = value.level == "zone" and text.count(place.text) > 1
    return value.level in LOWER or (own and work.text[place.end - work.start :] not in _OF_ZONE_ITSELF)


def _is_small(place: Mention) -> bool:
    return isinstance(place.value, PlaceValue) and place.value.level in ("township", "community", "zone")


def _is_project(told: Mention) -> bool:
    """Whether a mention names a project itself, and does not only look back at one (该项目)."""
    return isinstance(told.value, InitiativeValue) and told.value.subtype == "Project" and not told.value.back


def _within(place: Mention, scene: Mention) -> bool:
    """Whether a place told of next may lie in the scene: no district as large."""
    own, other = place.value, scene.value
    if not isinstance(own, PlaceValue) or not isinstance(other, PlaceValue) or place.text == scene.text:
        return True
    return LEVELS.index(own.level) > LEVELS.index(other.level)


class _Located:
    """The places of what one article tells of."""

    def __init__(self, clauses: Clauses, subjects: Subjects) -> None:
        self._clauses, self._subjects = clauses, subjects
        self.article, self.found, self.text = clauses.article, clauses.found, clauses.text

    def __call__(self) -> Iterator[Claim]:
        yield from self._places()
        yield from self._in_zone()
        yield from self._built_in()
        yield from self._brought()
        yield from self._settled()
        yield from self._reaching()
        yield from self._active()
        yield from self._founded()
        yield from self._sites()
        for lying in find_lying(self._clauses):
            if lying.place is not None:
                yield self._clauses.claim(
                    "locatedIn", lying.thing.start, "claims.lies", lying.score, subject=lying.thing, object=lying.place
                )
        yield from self._served_by()
        yield from self._formed_by()
        yield from self._scenes()
        yield from self._visited()

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
        begun = self._clauses.chain_from(mention.start) if mention.kind is Kind.INITIATIVE else []
        if begun and _is_named_after(begun[-1], mention, self.text):
            settled = self._lies_in(mention) or begun[-1]  # 某镇|示范园项目…，落户某镇某村
            yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=settled)
            return  # 某镇某村|滑坡治理工程
        match = _LOCATED.match(text[mention.end : mention.end + 10])
        if match is not None:
            places = self._clauses.chain_from(mention.end + match.end())
            if places:
                yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.9, subject=mention, object=places[-1])
                return
        room = _IS_ROOM.match(text, mention.end) if mention.kind is Kind.INITIATIVE else None
        places = self._clauses.chain_from(room.end()) if room is not None else []
        low = bool(places) and isinstance(places[-1].value, PlaceValue) and places[-1].value.level in LOWER
        if low and _ROOM_OF.match(text, places[-1].end) is not None:
            yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=places[-1])
            return
        yard = self._gathered(mention) if mention.kind is Kind.INITIATIVE and text[mention.start] == "“" else None
        if yard is not None:
            yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.8, subject=mention, object=yard)
            return
        match = _IS_IN.match(text[mention.end : mention.end + 40])
        if match is not None:
            lies = self._lies_in(mention)  # 某项目是某县重点工程，|位于某镇某村
            places = (
                [lies] if lies is not None else list(self.found.between(Kind.DISTRICT, mention.end, mention.end + match.end()))
            )
            if places:
                yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.9, subject=mention, object=places[-1])
                return
        place = self._started_in(mention) or self._lies_in(mention)
        own = mention.value.place if isinstance(mention.value, InitiativeValue) else None
        chained = own is not None and own.start == mention.start and self.found.ending_at(Kind.DISTRICT, own.start) is not None
        if place is None and chained and own is not None and text[own.end] not in "至到":
            place = own  # 某市|某镇某项目: the smallest one said
        if place is not None:
            yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=place)
            return
        for place in self.found.before(Kind.DISTRICT, mention.start):
            gap = text[place.end : mention.start]
            firm = isinstance(mention.value, BodyValue) and mention.value.subtype == "Enterprise" and _is_small(place)
            if len(gap) <= 18 and (_AREA_OF.fullmatch(gap) and (gap or firm or mention.kind is Kind.INITIATIVE)):
                yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=place)
                return
            if mention.kind is Kind.INITIATIVE and _OPENS.fullmatch(gap) and _is_small(place):
                yield self._clauses.claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=place)
            break

    def _gathered(self, mention: Mention) -> Mention | None:
        """在某小区院坝内，居民齐聚|“民情联络点”: the compound or village in which the sentence is set."""
        if _GATHER.search(self.text, max(0, mention.start - 6), mention.start) is None:
            return None
        lo = self._clauses.sentence(mention.start).lo
        for place in self.found.between(Kind.DISTRICT, lo, mention.start):
            value = place.value
            if not isinstance(value, PlaceValue) or value.level not in ("community", "compound"):
                continue
            begun = self.text.endswith("在", lo, self._clauses.chain_begin(place))
            if begun and self._clauses.smaller(place) is None and _IN_YARD.match(self.text, place.end):
                return place
        return None

    def _in_zone(self) -> Iterator[Claim]:
        """目前入园项目有6个，即甲项目、乙项目: the projects of a list lie in the zone told of before."""
        for match in _IN_ZONE.finditer(self.text, self.article.body):
            zones = (
                place
                for place in self.found.before(Kind.DISTRICT, match.start())
                if isinstance(place.value, PlaceValue) and place.value.level == "zone"
            )
            zone = next(zones, None)
            if zone is None:
                continue
            for project in self.found.between(Kind.INITIATIVE, match.end() - 1, self._clauses.sentence(match.start()).hi):
                if isinstance(project.value, InitiativeValue) and project.value.subtype == "Project":
                    yield self._clauses.claim("locatedIn", project.start, "claims.in_zone", 0.8, subject=project, object=zone)

    def _built_in(self) -> Iterator[Claim]:
        """某公司在某镇|投资2亿元建设的|某项目: where something is built."""
        for match in _BUILT_IN.finditer(self.text, self.article.body):
            places = self._clauses.chain_from(match.end())
            if not places:
                continue
            built = _BUILDS_THERE.match(self.text, places[-1].end)
            project = self.found.starting_at(Kind.INITIATIVE, built.end()) if built is not None else None
            if project is not None and _is_project(project):
                yield self._clauses.claim("locatedIn", project.start, "claims.located", 0.85, subject=project, object=places[-1])

    def _brought(self) -> Iterator[Claim]:
        """某镇引进|某公司，投资3亿元建设|某项目: what those build whom a town or zone has brought in."""
        for match in _BRINGS.finditer(self.text, self.article.body):
            place = self.found.ending_at(Kind.DISTRICT, match.start())
            if place is None or not _is_small(place):
                continue
            firm = self.found.starting_at(Kind.ORGANISATION, match.end())
            built = _THEN_BUILDS.match(self.text, firm.end) if firm is not None else None
            project = self.found.starting_at(Kind.INITIATIVE, built.end()) if built is not None else None
            if project is not None and _is_project(project):
                yield self._clauses.claim("locatedIn", project.start, "claims.located", 0.8, subject=project, object=place)

    def _settled(self) -> Iterator[Claim]:
        """项目落户某镇; 该项目计划投资2亿元，选址某园区: the project told of last."""
        for match in _SETTLES.finditer(self.text, self.article.body):
            if _SETTLES_FROM.search(self.text, max(0, match.start() - 6), match.start()) is None:
                continue
            places = self._clauses.chain_from(match.end())
            line = self.text.rfind("\n", 0, match.start())
            for project in self.found.before(Kind.INITIATIVE, match.start() + 1) if places else ():
                if project.start <= line:
                    break
                if _is_project(project):
                    yield self._clauses.claim(
                        "locatedIn", match.start(), "claims.located", 0.8, subject=project, object=places[-1]
                    )
                    break

    def _reaching(self) -> Iterator[Claim]:
        """工程|涉及|甲县、乙县和丙县三县: the work that the sentence begins with, or that the paragraph told of last."""
        for match in _REACHES.finditer(self.text, self.article.body):
            places, end = self._clauses.listed_from(match.end())
            many = _SO_MANY.match(self.text, end)
            if len(places) < 2 or any(p.kind is not Kind.DISTRICT for p in places) or many is None:
                continue
            if match.group()[:2] == "涉及" and "个" in many.group():
                continue  # 涉及甲、乙等8个村: whom it covers
            lo = self._clauses.sentence(match.start()).lo
            work = self.found.ending_at(Kind.INITIATIVE, match.start())
            if work is None or not is_named(work):
                said = _OF_WORK.search(self.text, max(lo, match.start() - 24), match.start())
                line = self.text.rfind("\n", 0, match.start())
                told = self.found.before(
                    Kind.INITIATIVE, said.start() if said is not None and self._begins(said.start(), lo) else 0
                )
                work = next((m for m in told if m.start > line and is_named(m)), None)
            if work is not None and isinstance(work.value, InitiativeValue) and work.value.subtype == "Project":
                for place in places:
                    yield self._clauses.claim("locatedIn", match.start(), "claims.reaches", 0.8, subject=work, object=place)

    def _begins(self, position: int, lo: int) -> bool:
        """Whether a clause begins at a position."""
        return position == lo or self.text[position - 1] in "，。；：\n"

    def _active(self) -> Iterator[Claim]:
        """在某社区某小区，活跃着一支|“某某”志愿服务队: the smallest place said."""
        for match in _ACTIVE.finditer(self.text, self.article.body):
            team = self.found.starting_at(Kind.ORGANISATION, match.end())
            inside = next((word for word in _IN_IT if self.text.endswith(word, 0, match.start())), "")
            place = self.found.ending_at(Kind.DISTRICT, match.start() - len(inside)) if team is not None else None
            if team is None or place is None:
                continue
            begin = self._clauses.chain_begin(place)
            own = "活跃" in match.group() and self._begins(begin, 0)
            if not own and not self.text.endswith("在", 0, begin):
                continue
            value = place.value
            if isinstance(value, PlaceValue) and value.level in LOWER:
                yield self._clauses.claim("locatedIn", team.start, "claims.active", 0.8, subject=team, object=place)

    def _founded(self) -> Iterator[Claim]:
        """村里成立了|某合作社, 某小区业主自发组建|某调解队, 某队|由村民组成: a body of a village, which has it."""
        for body in self.found.of(Kind.ORGANISATION):
            value = body.value
            if not isinstance(value, BodyValue) or value.back or value.subtype not in _FOUNDED:
                continue
            made = _MADE_OF.match(self.text, body.end) if body.start >= self.article.body else None
            village = self._village_before(made.start("unit")) if made is not None and value.anchor is None else None
            if village is not None:
                yield self._clauses.claim("locatedIn", body.start, "claims.founded", 0.75, subject=body, object=village)
                continue
            if _FOUNDS_IT.search(self.text, max(self.article.body, body.start - 8), body.start) is None:
                continue
            match = _FOUNDS.search(self.text, max(self.article.body, body.start - 30), body.start)
            if match is None:
                continue
            if value.anchor is not None and isinstance(value.anchor.value, PlaceValue) and value.anchor.value.level in LOWER:
                continue
            place = self.found.ending_at(Kind.DISTRICT, match.start()) or self._founders_village(match.start())
            place = place or self.found.covering(Kind.DISTRICT, match.start())  # 某|村党支部|带头，办起|某农场
            of_house = value.subtype in ("Enterprise", "PublicInstitution")
            levels = LOWER if of_house else ("community", "compound")  # a town's team is its own, not in it
            if place is not None and isinstance(place.value, PlaceValue) and place.value.level in levels:
                yield self._clauses.claim("locatedIn", body.start, "claims.founded", 0.75, subject=body, object=place)

    def _founders_village(self, position: int) -> Mention | None:
        """The village of those who found: 甲村|党支部领办的, or 村里|成立了 of the one told of last."""
        founder = self.found.covering(Kind.ORGANISATION, position)
        if founder is not None and founder.start < position:
            return founder.value.anchor if isinstance(founder.value, BodyValue) else None
        return self._village_before(position)

    def _village_before(self, position: int) -> Mention | None:
        """The village that a paragraph told of last, for 村里."""
        if not self.text.startswith(("村", "社区", "嘎查"), position):
            return None
        line = self.text.rfind("\n", 0, position)
        for place in self.found.before(Kind.DISTRICT, position):
            if isinstance(place.value, PlaceValue) and place.value.level == "community":
                return place if place.start > line or place.start > line - 300 else None
        return None

    def _sites(self) -> Iterator[Claim]:
        """在某镇设立“某某站”; 该项目拟在某镇建设: where something is carried out or set up."""
        for site in find_sites(self.article, self.found):
            if site.place is not None:
                yield self._clauses.claim(
                    "locatedIn", site.thing.start, "claims.site", site.score, subject=site.thing, object=site.place
                )

    def _served_by(self) -> Iterator[Claim]:
        """某法庭|管辖|甲镇、乙镇: the districts that a body says it serves."""
        for match in _RULES.finditer(self.text, self.article.body):
            body = self.found.ending_at(Kind.ORGANISATION, match.start())
            position = match.end()
            while body is not None and (places := self._clauses.chain_from(position)):
                yield self._clauses.claim("jurisdiction", body.start, "claims.serves", 0.85, subject=body, object=places[-1])
                position = places[-1].end + 1
                if self.text[position - 1 : position] not in ("、", "和", "与", "及"):
                    break

    def _formed_by(self) -> Iterator[Claim]:
        """某镇|成立退役军人“某某”志愿服务队: a team serves the district that forms it."""
        for match in _FORMS.finditer(self.text, self.article.body):
            place = self.found.ending_at(Kind.DISTRICT, match.start())
            team = self.found.starting_at(Kind.ORGANISATION, match.end()) if place is not None else None
            value = team.value if team is not None and team.text.endswith(_TEAM_ENDS) else None
            if team is None or place is None or not isinstance(value, BodyValue) or value.parent is not None or value.anchor:
                continue
            if isinstance(place.value, PlaceValue) and place.value.level not in ("province", "prefecture"):
                yield self._clauses.claim("jurisdiction", team.start, "claims.formed", 0.8, subject=team, object=place)

    def _visited(self) -> Iterator[Claim]:
        """到某镇调研，先后察看了甲公司、乙项目: what is visited lies where the visit is."""
        for where in find_whereabouts(self.article, self.found):
            place = where.place or HOME
            yield self._clauses.claim(
                "locatedIn", where.thing.start, "claims.visited", where.score, subject=where.thing, object=place
            )

    def _scenes(self) -> Iterator[Claim]:
        """在湖南华容县，…|某项目抓紧施工: where a sentence begins, or (in many provinces) the last place."""
        for project in self.found.of(Kind.INITIATIVE):
            value = project.value
            if not isinstance(value, InitiativeValue) or value.subtype != "Project" or value.back or value.place is not None:
                continue
            if project.start < self.article.body:
                continue
            lo = self._clauses.sentence(project.start).lo
            scene = self._scene(lo, project.start)
            if scene is None and self._subjects.of_many_provinces and state_acts(self.text, lo, project.start, everyone=True) < 0:
                scene = self._scene_before(project.start)
            if scene is not None:
                yield self._clauses.claim("locatedIn", project.start, "claims.scene", 0.75, subject=project, object=scene)

    def _scene(self, lo: int, position: int) -> Mention | None:
        """The smallest place that a sentence begins with: 在某省某县，…."""
        for match in _SCENE.finditer(self.text, lo, position):
            places = self._clauses.chain_from(match.end())
            if places and _AT_SCENE.match(self.text, places[-1].end):
                others = [
                    place
                    for place in self._clauses.smallest(places[-1].end, position)
                    if self.found.covering(Kind.ORGANISATION, place.start) is None  # 在某镇，|某省某公司|投资的某项目
                ]
                return None if any(not _within(place, places[-1]) for place in others) else places[-1]
        return None

    def _scene_before(self, position: int) -> Mention | None:
        """The place told of last in a paragraph, of whatever province: 甘肃某县…。某项目抓紧施工."""
        lo = self._clauses.sentence(position).lo
        low = max(self.text.rfind("\n", 0, position), self.text.rfind("。", 0, max(lo - 1, 0)))
        for place in self.found.before(Kind.DISTRICT, position):
            if place.start < low:
                break
            firm = self.found.covering(Kind.ORGANISATION, place.start)
            if firm is not None and firm.end > place.end and firm.text.endswith("公司"):
                continue  # ；|深圳|某公司投资1.5亿元的某项目: where the firm comes from
            begin = self._clauses.chain_begin(place)
            wide = isinstance(place.value, PlaceValue) and place.value.level == "province"
            if self._clauses.smaller(place) is None and self.text[begin - 1 : begin] in ("在", "。", "；", "\n"):
                return None if wide else place
        return None

    def _started_in(self, mention: Mention) -> Mention | None:
        """某项目|在某镇|动工; 某小学|在某镇|建成投用."""
        at = _CEREMONY.match(self.text, mention.end)
        places = self._clauses.chain_from(at.end()) if at is not None else []
        if at is None or not places:
            return self._begun_here(mention) if mention.kind is Kind.INITIATIVE else None
        started = _STARTS.match(self.text, places[-1].end) or (at["held"] and _HELD.match(self.text, places[-1].end))
        return places[-1] if started else None

    def _begun_here(self, mention: Mention) -> Mention | None:
        """某村人山人海，某项目|在此|举行开工仪式; 来到某园区，|出席|某项目|开工现场会."""
        here = _HERE.match(self.text, mention.end)
        if here is not None and _STARTS.match(self.text, here.end()) is not None:
            places = self._clauses.smallest(self._clauses.sentence(mention.start).lo, self._clauses.chain_begin(mention))
            return places[-1] if places else None
        if _ITS_BEGINNING.match(self.text, mention.end) is None:
            return None
        attends = _ATTENDS.search(self.text, max(0, mention.start - 8), mention.start)
        place = self.found.ending_at(Kind.DISTRICT, attends.start()) if attends is not None else None
        return place if place is not None and _is_small(place) else None

    def _lies_in(self, mention: Mention) -> Mention | None:
        """某项目由某公司兴建，地处某镇: the thing that the sentence begins with lies there."""
        sentence = self._clauses.sentence(mention.start)
        lo = max(sentence.lo, self.text.rfind("；", sentence.lo, mention.start) + 1)
        if not _SUBJECT_HEAD.fullmatch(self.text, lo, self._clauses.chain_begin(mention)):
            return None
        end = self.text.find("；", mention.end, sentence.hi)
        match = _LIES.search(self.text, mention.end, end if end > 0 else sentence.hi)
        places = self._clauses.chain_from(match.end()) if match is not None else []
        if match is None or not places or self.found.between(Kind.INITIATIVE, mention.end, match.start()):
            return None
        others = self.found.between(Kind.ORGANISATION, mention.end, match.start())
        return places[-1] if all(self.text.endswith(("由", "、", "和"), 0, body.start) for body in others) else None


def find_located(clauses: Clauses, subjects: Subjects) -> Iterator[Claim]:
    """Where things lie, and whom bodies serve."""
    return _Located(clauses, subjects)()


__all__ = ["IF_NOTHING_BETTER", "find_located"]
