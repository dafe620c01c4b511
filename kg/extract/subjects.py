"""Subjects: who a clause is about where it names its actor, and where it does not.

县里|又争取资金，实施…: the county. 社区|开设…, 双方|建立…: the community or the two named last. “我们村|靠着…”: the speaker's. A
clause without a subject has that of the sentence before; where there is none, the headline's (某法庭：…), or the body that
the article begins with; the last resort is the district that the article is about, ``HOME``.
"""

from __future__ import annotations

import re
from functools import cached_property

from kg.extract.actors import WHEN, Actors
from kg.extract.base import BodyValue, PlaceValue, PostValue, past_mark
from kg.extract.clauses import COUNTY, HOME, LOWER, Clauses
from kg.extract.joins import HE_STARTS
from kg.extract.provinces import no_home, state_acts
from kg.model import Kind, Mention, Sentence
from kg.patterns import needing
from kg.words import words

# 某镇入选|全省“某某”工程: the campaign of another.
_JOINED = re.compile(
    r"(?:入选|参与|参加|加入|列入|纳入|入围|响应|荣获|获得|列为|选为|确定为|定为|成为|配合|协助)了?(?:开展|实施|推进|做好)?全[省市区县]$"
)
_SPEECH = needing(
    "说 介绍 讲解 告诉 坦言 强调 指出 提出 汇报 表示 要求 透露 通报",
    r"强调|指出|要求|表示|介绍|讲解|提出|说|汇报|告诉|坦言|透露|通报",
)
_SPOKEN = re.compile(r"(?:会议|大会|[\u4e00-\u9fff]{2,4})(?:还|并)?(?:强调|指出|要求|认为|提出|明确)")
OWN = re.compile(r"(?:全|我|本|该|[，。；、是])(?:省|市|区|县|旗|州)$|(?<=[，。；：\n”])(?:县|市|区|旗)里(?=[^，。；]{2,12}$)")
# 会议决定，在全县|深入开展某活动: the county does, whoever resolved it.
_ALL_OVER = re.compile(r"在全[县市区旗州](?:范围内|上下)?[^，。；“”]{0,8}$")
# 厂里|和|某学校, 园区|还与|某妇联: what joins a second subject to the first.
_BESIDE = re.compile(r"(?:还|也|将|又|已|正|先后|近日|日前|今年){0,2}(?:与|和|同)")
_DURING = re.compile(r"(?:活动|行动|工作)?(?:中|期间|(?:启动|开展|实施|推行|部署)以来)，")
_HE_DOES = needing(
    "他 她",
    "(?:(?<![一-龥])|(?<=[后时]))[他她]们?(?:在[^，。；]{1,10}?(?:办起|建起|搭起|开起|支起|开办|创办|开设|成立)(?!的)|"
    "(?:[把将][^，。；]{1,12}?|结合[^，。；]{2,16}，)?(?:总结|摸索|探索|归纳|提炼|概括|独创|首创|自创)|还没|还|又|也|便|就|每|主动|自己|自费|常|谋划|张罗|琢磨|拿出|出资|牵头|带头|率先|发起|创办|办起|开办|成立|和[^，。；]{2,14}(?:搭档|一起|合作))",
)
_HERE = re.compile(r"(?:省|市|县|区|旗|州)里")
_HEADS = re.compile("带领|组织|发动|牵头|带头|领着|带着|号召|推行|推出|创办|开办|办起|创新|探索")
_TOWNS = ("township", "community")
# A clause that says what something is done for, or by what: who does it is named behind it.
_FRONTED = re.compile(
    rf"{WHEN.pattern}(?:为了?|为进一步|随着|按照|根据|依据|依照|凭借|利用|借力|围绕|结合|针对|依托|借助|贯彻|自从?|作为|响应|通过|得益于|受益于|以|实施|推行|实行|采取)[^。；]*$"
)
_CARRIED_FIRST = re.compile("实施|推行|实行|采取")
# Subjects of one common noun, and what they look back to.
BARE_SUBJECTS = {
    "社区": (Kind.DISTRICT, ("社区",)),
    "街道": (Kind.DISTRICT, ("街道",)),
    "镇": (Kind.DISTRICT, ("镇",)),
    "乡": (Kind.DISTRICT, ("乡",)),
    "村": (Kind.DISTRICT, ("村",)),
    "嘎查": (Kind.DISTRICT, ("嘎查",)),
    "苏木": (Kind.DISTRICT, ("苏木",)),
    "小区": (Kind.DISTRICT, ("小区", "苑", "花园", "家园")),
    "学校": (Kind.ORGANISATION, ("校", "小学", "中学", "幼儿园", "学院", "高中", "一中", "二中")),
    "医院": (Kind.ORGANISATION, ("医院", "卫生院", "保健院")),
    "法院": (Kind.ORGANISATION, ("法院", "法庭")),
    "法庭": (Kind.ORGANISATION, ("法庭",)),
    "检察院": (Kind.ORGANISATION, ("检察院",)),
    "公司": (Kind.ORGANISATION, ("公司", "集团", "企业")),
    "企业": (Kind.ORGANISATION, ("公司", "集团", "企业")),
    "集团": (Kind.ORGANISATION, ("集团", "公司")),
    "农场": (Kind.ORGANISATION, ("农场", "牧场")),
    "合作社": (Kind.ORGANISATION, ("合作社",)),
    "连队": (Kind.DISTRICT, ("连",)),
    "工作队": (Kind.ORGANISATION, ("工作队",)),
    "医疗队": (Kind.ORGANISATION, ("医疗队",)),
    "党支部": (Kind.ORGANISATION, ("党支部", "支部")),
    "支部": (Kind.ORGANISATION, ("党支部", "支部")),
    "局": (Kind.ORGANISATION, ("局",)),
    "院": (Kind.ORGANISATION, ("院",)),
    "校": (Kind.ORGANISATION, ("校", "学", "学校")),
    "派出所": (Kind.ORGANISATION, ("派出所",)),
    "支队": (Kind.ORGANISATION, ("支队",)),
    "大队": (Kind.ORGANISATION, ("大队",)),
    "协会": (Kind.ORGANISATION, ("协会", "商会")),
    "园区": (Kind.DISTRICT, ("园区", "园", "区")),
    "开发区": (Kind.DISTRICT, ("开发区", "经开区")),
    "高新区": (Kind.DISTRICT, ("高新区", "开发区")),
    "园": (Kind.DISTRICT, ("园区", "园", "区")),
    "厂": (Kind.ORGANISATION, ("厂", "公司", "集团")),
    "指挥部": (Kind.ORGANISATION, ("指挥部",)),
    "工作组": (Kind.ORGANISATION, ("工作组",)),
    "前方工作组": (Kind.ORGANISATION, ("工作组",)),
    "工作室": (Kind.ORGANISATION, ("工作室",)),
    "工作站": (Kind.ORGANISATION, ("工作站",)),
    "服务队": (Kind.ORGANISATION, ("服务队",)),
    "志愿服务队": (Kind.ORGANISATION, ("服务队",)),
    "分局": (Kind.ORGANISATION, ("分局",)),
    "中队": (Kind.ORGANISATION, ("中队",)),
    "支行": (Kind.ORGANISATION, ("支行",)),
    "分行": (Kind.ORGANISATION, ("分行",)),
    "银行": (Kind.ORGANISATION, ("银行", "支行", "分行")),
    "卫生院": (Kind.ORGANISATION, ("卫生院",)),
    "幼儿园": (Kind.ORGANISATION, ("幼儿园",)),
    "图书馆": (Kind.ORGANISATION, ("图书馆",)),
    "文化馆": (Kind.ORGANISATION, ("文化馆",)),
    "联合会": (Kind.ORGANISATION, ("联合会",)),
    "管委会": (Kind.ORGANISATION, ("管委会",)),
    "基金会": (Kind.ORGANISATION, ("基金会",)),
    "同乡会": (Kind.ORGANISATION, ("同乡会",)),
    "商会": (Kind.ORGANISATION, ("商会",)),
}
# 县里|又争取资金，实施…: the county, whatever clause it stands in.
# 当前，|全县上下|正集中开展某行动: nor the office that the sentence before is about.
_COUNTY_DOES = needing(
    "区里 县里 州里 市里 旗里 全区 全县 全州 全市 全旗",
    "(?<=[，。；：\n”])(?:[县市区旗州]里(?![的有人])|全[县市区旗州](?:上下|各级)?(?:正在?|迅速|集中|全面|广泛|积极|深入|扎实|持续|同步)+(?=开展|推进|实施|推行|掀起|启动|打响))",
)
# “我们村|靠着‘某某’行动…”: the speaker's.
# “我们|推出‘某某’模式”, “俺村”.
_OUR_UNIT = re.compile(
    "(?:我们?|咱们?|俺们?)(?:村|社区|镇|乡|街道|学校|公司|医院|厂|(?P<own>局|院|校|所|馆|站|中心|(?:也|还|就|又|将|要|正|已|计划|先后|率先|主动|积极|今年|去年|近年来|创新|大力|全面){0,3}"
    "(?:实施|推出|推行|推广|开展|创新|探索|实行|打造|建立|成立|开设|启动|组织|发起|办起|建起|创办|开办|联合|对接|依托|坚持|通过|整合|组建|结合|聚焦)))"
)
_BARE_SUBJECT = re.compile(
    f"(?=[下为今去同如接日此每目近随，全该镇乡村局厂园由{''.join(sorted({noun[0] for noun in BARE_SUBJECTS}))}])"
    r"(?:(?<=[，。；：\n])|(?<=了解|介绍|汇报|询问)|(?<=了解了|介绍了|汇报了)|^)"
    r"(?:目前|同时|此外|如今|近日|日前|今年|去年|近年来|今年以来|为此|随后|接下来|下一步|今后|每年|每月|每周)?，?由?"
    r"(?:(?P<all>全(?=[镇乡村局院校])|该(?=[院校]))(?P<whole>镇|乡|村|局|院|校)|(?P<noun>"
    + "|".join(sorted((noun for noun in BARE_SUBJECTS if len(noun) > 1), key=lambda noun: (-len(noun), noun)))
    + r")里?|(?P<inside>镇|乡|村|局|厂|园)里|(?P<on>镇|乡|村)上(?!的|一))"
)
_LEARNED = needing(
    "获悉 了解到 得知 负责",
    "(?:处)?(?:获悉|了解到|得知)，|(?:有关|相关|主要)?负责(?:人|同志)[^，。；]{0,6}(?:介绍|告诉|说|表示|透露)[^，。；]{0,4}，",
)
_DEMANDS_ON = re.compile("；(?:同时|还)?要(?=[一-龥])")
_JOINS_WITH = re.compile("(?:[^，。；“”]{2,6}，)?[^，。；“”]{1,12}?(?:联合|会同|携手|协同|联手|邀请|邀集|邀约|约请|牵头，)")
_BOTH = needing(
    "两家 两乡 两区 两县 两地 两局 两市 两村 两校 两镇 两院 双方",
    "(?=[下两今双同未此目这，])"
    r"(?:(?<=[，。；：\n])|^)(?:目前|同时|此外|今后|下一步|未来)?，?(?:双方|两地|两县|两区|两市|两村|两镇|两乡|两校|两院|两局|双方还|双方将|这(?:也)?是两家(?:单位|医院|企业|公司|学校|机构))",
)
# Bodies of which an article tells where it tells of the whole county.
_OWN_HOUSES = ("公司", "集团", "企业", "合作社", "厂", "医院", "学校")
# Bodies whose head tells of their own work.
_SPEAKS_FOR_ITSELF = (
    "医疗队",
    "工作队",
    "服务队",
    "救援队",
    "宣讲团",
    "法院",
    "检察院",
    "总工会",
    "妇联",
    "残联",
    "法庭",
    "大队",
    "支队",
    "派出所",
    "协会",
    "商会",
    "管委会",
)
_DOES_IT = re.compile(
    r"(?:主动|自发|积极|带头|率先|牵头|也|还|又|就|便|自费|报名|第一时间|义务|在[^，。；]{2,14}|(?:自己)?(?:出资|拿出|自掏腰包|筹资|捐资)[^，。；]{0,12}|，){0,4}"
    r"(?:参加|加入|参与|发起|开办|创办|创建|兴办|捐建|开设|办起|办了|创立|成立|设立|组织|推出|建起|建成|办成|总结出|自创|独创)(?:了|起|到|过)?[^，。；]{0,6}"
)
# 某局局长甲|表示，将推进…: what the speaker's own body will do.
_PROMISES = re.compile("表示，?(?:今后|下一步|接下来|下步)?，?(?:将|要把|我局|该局|我们|局里)")
# 请来某大学教授|某某: who is brought in.
_BROUGHT_BEFORE = re.compile(r"(?:请来|邀请|聘请|请|联系|带着|带领|派驻|选派|派出|抽调|安排)[^，。；“”]{0,20}$")
# 某公司总经理甲说，靠的是|“某某”审批模式: whose it is, others are thanked for.
_THANKFUL = re.compile("看中|看重|靠的|得益于|受益于|多亏|感谢|享受|赶上|吸引(?:我|他)?们?的")
# 会议要求，甲局、乙局等部门要落实|“某某”制度: all of them for the county.
_MANY_MUST = re.compile("(?:等[^，。；]{0,6}(?:部门|单位))?要")
# 会议要求，甲局要…。要严格执行|“某某”制度: nobody in particular.
_MUST = re.compile("(?:要|必须|务必|坚决|切实)")
_DEMANDED = re.compile(r"(?:会议|大会|[\u4e00-\u9fff]{2,4})(?:还|并)?(?:强调|指出|要求)")
_HEARD = re.compile("听取了?[^，。；]{0,26}$")  # 听取某局局长|甲|汇报，要求…: another speaks
_AND_WHO = re.compile(r"[与和、][^，。；]{0,16}")
_DOES_BY_NAME = re.compile(
    r"(?:[^。；“”：]{2,40}，)?(?:主动|自发|积极|带头|率先|牵头|也|还|又|就|便|自费|义务|当即|一手|亲手|[^，。；“”：]{0,10}?)?"
    r"(?:发起|开办|创办|创建|兴办|捐建|开设|办起|创立|成立|设立|推出|推行|建起|搭起|定下|走出|首创|探索|领衔|打造|摸索出|总结出|自创|独创|想出)(?:了|起|到|过|出)?[^，。；“”]{0,6}"
)
# |2019年工作谋划, |2020年度工作总结: what an office says of its own year.
_PLAN_OF = needing(
    "工作谋划 工作计划 工作总结 工作要点 工作思路 工作安排 工作打算",
    r"(?=[2\n上下重工])\n?(?:20\d\d年度?)?(?:[上下]半年)?(?:重点)?工作(?:谋划|计划|总结|要点|思路|安排|打算)(?=[\n及和与]|$)",
)
_NEAR_HEAD = 160  #: characters of a body in which the plan's title may stand again
_MEDIA = ("融媒体中心", "融媒体", "报社", "电视台", "广播电视台", "日报", "晚报", "新闻网", "通讯社")
_OF_WHOLE_COUNTY = ("县委", "区委", "市委", "旗委", "州委", "政府", "人大", "人大常委会", "政协", "指挥部", "常委会", "领导小组")
_AND = ("和", "与", "同")
_WE = ("我县", "我区", "我市", "我旗", "我镇", "我乡")


def _acts_by_its_head(body: Mention) -> bool:
    value = body.value
    return isinstance(value, BodyValue) and (
        value.subtype in ("Enterprise", "PublicInstitution") or body.text.endswith(_SPEAKS_FOR_ITSELF)
    )


class Subjects:
    """The subjects of the clauses of one article."""

    def __init__(self, clauses: Clauses, actors: Actors) -> None:
        self._clauses, self._actors = clauses, actors
        self.article, self.found, self.text = clauses.article, clauses.found, clauses.text
        self._head: list[Mention | None] = []

    @cached_property
    def _nouns(self) -> list[re.Match[str]]:
        """Subjects that say only what kind of body acts."""
        return list(_BARE_SUBJECT.finditer(self.text))

    @cached_property
    def _pairs(self) -> list[re.Match[str]]:
        """双方, 两地 as subjects."""
        return list(_BOTH.finditer(self.text))

    @cached_property
    def of_many_provinces(self) -> bool:
        """Whether the article tells of several provinces, so that it has no district of its own."""
        return no_home(self.article, self.found)

    @cached_property
    def _planner(self) -> Mention | None:
        """某县水利局|2019年工作计划: the office or house whose own plan or report the article is."""
        match = next(_PLAN_OF.finditer(self.text, 0, self.article.body + _NEAR_HEAD), None)
        body = self.found.ending_at(Kind.ORGANISATION, match.start()) if match is not None else None
        if body is None or body.text.endswith(_OF_WHOLE_COUNTY) or self.text[body.start - 1 : body.start] not in ("", "\n"):
            return None
        return body

    def _others(self, lo: int, position: int) -> bool:
        """Whether anyone is named but 我县, 全县: 完成|我县|某渠改造 is what the office does."""
        return any(
            not isinstance(actor.value, PlaceValue) or not actor.value.relative for actor in self._actors.between(lo, position)
        )

    def of(self, sentence: Sentence, position: int) -> tuple[list[Mention | str], float]:
        """The district or body that acts in a clause, or several named as one subject (县委、县政府)."""
        lo = sentence.lo
        if self._planner is not None and position > self._planner.end and not self._others(lo, position):
            return [self._planner], 0.8
        own = OWN.search(self.text, lo, position)
        if own and own.group() == "是省":
            own = None  # 某镇是|省“某某”工程的试点镇
        if own and not _JOINED.search(self.text, max(lo, position - 12), position):
            return ([], 0.65) if self._of_larger(own.group()) else ([HOME], 0.8)
        speech = max(_SPEECH.finditer(self.text, lo, position), key=lambda match: match.start(), default=None)
        if speech is not None and (
            self.found.between(Kind.PERSON, lo, speech.start())
            or self.text.endswith(("会议", "大会", "会上", "他", "她", "他还", "她还", "会议还"), lo, speech.start())
        ):
            lo = speech.end()
        if speech is not None and lo > sentence.lo:  # 某室全程跟踪；|要继续开展…: told to all
            demand = max((m.end() for m in _DEMANDS_ON.finditer(self.text, lo, position)), default=lo)
            lo = demand if self.text.rfind("，", demand, position) < 0 else lo
        candidates = self._actors.of_last(self._actors.between(lo, position), position)
        county = max(_COUNTY_DOES.finditer(self.text, lo, position), key=lambda match: match.start(), default=None)
        if county is not None and (not candidates or candidates[-1].start < county.start()):
            return [COUNTY], 0.8
        ours = _OUR_UNIT.search(self.text, lo, position)
        speaker = self._speaker(position, own=ours["own"] is not None) if ours is not None else None
        if speaker is not None:
            return [speaker], 0.8
        private = self._private(candidates[-1].end if candidates else lo, position)
        if private is not None:
            return [private], 0.85
        he = next(iter(_HE_DOES.finditer(self.text, candidates[-1].end, position)), None) if candidates else None
        him = self._him(he.start(), position) if he is not None else None
        if him is not None:
            return [him], 0.8  # 某技术员联系某村，他|牵头建起“某某”
        bare = self.bare_subject(lo, position)
        if bare and (not candidates or candidates[-1].start < bare[0]):
            return list(bare[1]), 0.8
        if bare and candidates and _JOINS_WITH.fullmatch(self.text, bare[0], self._first_begin(bare[0], position)):
            return list(bare[1]), 0.8  # 镇里|联合甲、乙开展: who joins with those right before the verb
        state = state_acts(self.text, lo, position, everyone=self.of_many_provinces)
        if state >= 0 and (not candidates or candidates[-1].start < state):
            return [], 0.65  # 国家启动“某某”行动: no district does
        over = _ALL_OVER.search(self.text, lo, position) is not None
        if over and (not candidates or candidates[-1].text.endswith(_OF_WHOLE_COUNTY)):
            return [COUNTY], 0.8
        if len(candidates) > 1 and speech is not None and lo > sentence.lo and self._must(candidates):
            return [COUNTY], 0.75
        if candidates:
            near = self._actors.at_verb(candidates, position)
            return list(near or self._actors.joint(self._actors.of_clause(candidates, position))), 0.85
        informant = self._informant(sentence.lo, position)
        if informant is not None:
            return [informant], 0.75
        here = self._where(position)
        if here is not None:
            return [here], 0.8
        if lo > sentence.lo and speech is not None:
            teller = self.teller(sentence.lo, speech.start(), own=_PROMISES.match(self.text, speech.start()) is not None)
            if teller is not None and _THANKFUL.search(self.text, speech.end(), position):
                return [HOME], 0.7
            return ([teller], 0.8) if teller is not None else ([HOME], 0.75)
        if not self._head:
            self._head.append(self._headline_actor())
        head = self._head[0] if position >= self.article.body else self.headed(position)
        if head is None and position < self.article.body:
            head = self._dashed(position)
        if head is not None and position < self.article.body:
            return [head], 0.8
        behind = self._behind_front(sentence, position)
        if behind:
            return list(behind), 0.8
        does = _HE_DOES.search(self.text, lo, position)
        if does is not None:
            him = self._him(does.start(), position)  # 他还和邻居搭档，|办“某某早茶”: a person, not where he lives
            return ([him], 0.75) if him is not None else ([], 0.65)
        led = self._led_by(lo, position)
        if led is not None:
            return [led], 0.75
        line = self.text.rfind("\n", 0, sentence.lo) + 1
        if _SPOKEN.match(self.text, line):
            return [HOME], 0.75  # a paragraph of what a meeting or a leader demanded
        if _MUST.match(self.text, sentence.lo) and any(
            _DEMANDED.match(self.text, s.lo) for s in self.article.sentences if line <= s.lo < sentence.lo
        ):
            return [HOME], 0.75
        for earlier in reversed([s for s in self.article.sentences if line <= s.lo < sentence.lo]):
            found = self._actors.main(earlier)
            if found:
                return list(found), 0.7
            if state_acts(self.text, earlier.lo, earlier.hi) >= 0:
                return [], 0.65
        if self.of_many_provinces:
            return [], 0.6  # 甲省某县…；乙省某市…: whatever else is done, no home does
        lead = head or self._lead_actor(line)
        return ([lead], 0.68) if lead is not None else ([HOME], 0.65)

    def _informant(self, lo: int, position: int) -> Mention | None:
        """记者从|某局|获悉，某行动启动; 某县|相关负责人介绍，某行动…: who tells of it."""
        told = _LEARNED.search(self.text, lo, position)
        if told is None:
            return None
        who = self.found.ending_at(Kind.ORGANISATION, told.start()) or self.found.ending_at(Kind.DISTRICT, told.start())
        if who is None or (
            not self.text.endswith(("从", "在"), lo, self._clauses.chain_begin(who)) and "负责" not in told.group()
        ):
            return None
        return who

    def _first_begin(self, lo: int, position: int) -> int:
        """Where the first one who could act behind a position begins, with the places before its name."""
        first = next(iter(self._actors.between(lo, position)), None)
        return self._clauses.chain_begin(first) if first is not None else lo

    def _must(self, candidates: list[Mention]) -> bool:
        """甲局、乙局等部门|要…: whether several offices of one county are told what to do."""
        joint = list(self._actors.joint(candidates))
        return (
            len(joint) > 1
            and all(one.kind is Kind.ORGANISATION for one in joint)
            and _MANY_MUST.match(self.text, joint[-1].end) is not None
        )

    def _where(self, position: int) -> Mention | None:
        """在某社区，|“五方茶叙”议事会每月一次: whose it is that is found there."""
        if self.text[position - 1 : position] != "，":
            return None
        place = self.found.ending_at(Kind.ORGANISATION, position - 1) or self.found.ending_at(Kind.DISTRICT, position - 1)
        return place if place is not None and self.text.endswith("在", 0, self._clauses.chain_begin(place)) else None

    def _of_larger(self, words: str) -> bool:
        """全省|“某某”行动 on a page of a county: of the province, whose name nobody says."""
        if not words.endswith("省"):
            return False
        code = self.found.context.home_of(self.article)
        return bool(code) and not code.endswith("0000")

    def _speaker(self, position: int, *, own: bool) -> Mention | None:
        """“我们村…。”某村村支书甲说: the village or the body of who says it, behind the quotation or before it."""
        close = self.text.find("”", position, position + 120)
        people = self.found.between(Kind.PERSON, close, close + 60) if close >= 0 else ()
        if people and "\n" not in self.text[close : people[0].start]:
            return self.teller(close, people[0].end, own=own)
        begin = self.text.rfind("“", 0, position)
        return self.teller(max(0, begin - 60), begin, own=own) if begin > 0 else None

    def _him(self, lo: int, position: int) -> Mention | None:
        """Whom 他 means that starts something: the one person whom the sentences before name."""
        if not HE_STARTS.search(self.text, lo, position):
            return None
        line = self.text.rfind("\n", 0, lo) + 1
        within = self.found.between(Kind.PERSON, self._clauses.sentence(lo).lo, lo)
        people = within or self.found.between(Kind.PERSON, max(line, lo - 120), lo)
        return people[-1] if people and len({person.text for person in people}) == 1 else None

    def _private(self, lo: int, position: int) -> Mention | None:
        """退休教师|某某|发起“某某”课堂: a person without a post, who does it or joins it right behind the name."""
        person = next((p for p in reversed(self.found.between(Kind.PERSON, lo, position))), None)
        if person is None or not _DOES_IT.fullmatch(self.text, person.end, position):
            return None
        held = any(
            other.text == person.text
            for post in self.found.of(Kind.POST)
            if isinstance(post.value, PostValue) and (post.value.body or post.value.place or post.value.relative)
            for other in post.value.people
        )
        return None if held else person

    def by_person(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """队长某某|牵线，请来专家，建起“某某”: who does it by name, where no body or place acts behind."""
        people = [
            person
            for person in self.found.between(Kind.PERSON, sentence.lo, mention.start)
            if not _BROUGHT_BEFORE.search(self.text, max(sentence.lo, person.start - 24), person.start)
        ]
        last = people[-1] if people else None
        at = self.found.places_begin(mention.start)  # 兴办了|某县某镇|“某某”项目
        if last is None or last.end > at or self._actors.between(last.end, at) or _SPEECH.search(self.text, last.end, at):
            return []
        if not _DOES_BY_NAME.fullmatch(self.text, last.end, at):
            return []
        before = people[-2] if len(people) > 1 else None
        joint = before is not None and _AND_WHO.fullmatch(self.text, before.end, last.start) is not None
        return [before, last] if before is not None and joint else [last]

    def _lead_actor(self, line: int) -> Mention | None:
        """The body or the town that the article begins with, in the paragraphs that name none."""
        first = [s for s in self.article.sentences if self.article.body <= s.lo < line][:2]
        for sentence in first:
            for actor in self._actors.main(sentence)[:1]:
                if actor.text.endswith(_MEDIA):
                    continue
                if actor.text.endswith(_OF_WHOLE_COUNTY):
                    return None
                value = actor.value
                if not isinstance(value, PlaceValue) or value.level in _TOWNS:
                    return actor
                if value.level != "compound":
                    return None
        return None

    def bare_subject(self, lo: int, position: int) -> tuple[int, list[Mention | str]] | None:
        """社区|开设…, 双方|建立…: where the last subject of one common noun stands, and to whom it looks back."""
        both = next((match for match in reversed(self._pairs) if lo <= match.start() and match.end() <= position), None)
        if both is not None:
            pair = self._last_pair(both.start()) or ("两" in both.group() and self._two_counties(both.start())) or []
            return (both.start(), pair) if pair else None
        for match in reversed(self._nouns):
            if match.start() < lo or match.end() > position:
                continue
            beside = self._beside(match.end())
            follower = words().cut(self.text[match.end() : match.end() + 6])
            joins = self.text.startswith("会同", match.end())
            if (
                not beside
                and not joins
                and (not follower or (words().tag(follower[0])[0] not in "vdpt" and words().tag(follower[0]) != "ad"))
            ):
                continue
            kind, ends = BARE_SUBJECTS[match["noun"] or match["whole"] or match["inside"] or match["on"]]
            if self.found.covering(kind, match.end() - 1) is not None:
                continue
            told = next((m for m in self._clauses.with_parents(kind, match.start()) if m.text.endswith(ends)), None)
            if match["whole"] in ("院", "局", "校") and told is not None:
                told = self._spoken_of(kind, ends, match.start()) or told
            if told is not None:
                return match.start(), [told, *(other for other in beside if other is not told)]
        return None

    def _spoken_of(self, kind: Kind, ends: tuple[str, ...], position: int) -> Mention | None:
        """该院: of whom a sentence before was, or the headline is."""
        for sentence in reversed([s for s in self.article.sentences if self.article.body <= s.lo and s.hi <= position][-6:]):
            main = next((m for m in self._actors.main(sentence) if m.kind is kind and m.text.endswith(ends)), None)
            if main is not None:
                return main
        return next((m for m in self.found.between(kind, 0, self.article.body) if m.text.endswith(ends)), None)

    def _beside(self, position: int) -> list[Mention | str]:
        """厂里和|某职业学校, 指挥部与|县里: who acts together with a subject of one common noun."""
        mark = _BESIDE.match(self.text, position)
        if mark is None:
            return []
        return [HOME] if _HERE.match(self.text, mark.end()) else list(self._clauses.listed_from(mark.end())[0])

    def _last_pair(self, position: int) -> list[Mention | str]:
        """The last two bodies or districts before a position that 与 or 和 joins, the first at the beginning of its clause."""
        for second in sorted(self._named_before(position), key=lambda mention: -mention.start):
            at = self._clauses.chain_begin(second)
            if not self.text.endswith(_AND, 0, at):
                continue
            if self.text.endswith(_WE, 0, at - 1):
                return [HOME, second]
            first = self.found.ending_at(Kind.ORGANISATION, at - 1) or self.found.ending_at(Kind.DISTRICT, at - 1)
            if first is not None and first.kind is second.kind:
                begin = self._clauses.chain_begin(first)
                clause = past_mark(self.text, begin, "，。；\n")
                clause += self.text.startswith(("把", "将", "让", "使"), clause)  # 把|某医院和某卫生院|连到了一起
                if WHEN.fullmatch(self.text, clause, begin):
                    return [first, second]
        return []

    def _two_counties(self, position: int) -> list[Mention | str]:
        """两地: the two counties or cities named last before."""
        pair: list[Mention | str] = []
        codes: set[str] = set()
        for place in self.found.before(Kind.DISTRICT, position):
            value = place.value
            if isinstance(value, PlaceValue) and value.level == "county" and value.code and value.code not in codes:
                codes.add(value.code)
                pair.append(place)
                if len(pair) == 2:
                    return pair
        return []

    def _named_before(self, position: int, most: int = 400) -> list[Mention]:
        low = max(0, position - most)
        return [*self.found.between(Kind.ORGANISATION, low, position), *self.found.between(Kind.DISTRICT, low, position)]

    def _behind_front(self, sentence: Sentence, position: int) -> list[Mention | str]:
        """为推进某行动，|某局组织…: who acts, where what is named stands in a clause of purpose before."""
        during = _DURING.match(self.text, self._mention_end(position)) is not None
        if not during and not _FRONTED.match(self.text[sentence.lo : position]):
            return []
        if during and not WHEN.fullmatch(self.text[sentence.lo : position].removesuffix("在").removesuffix("自")):
            return []  # 某行动启动以来，|某局组织…
        comma = self.text.find("，", position, sentence.hi)
        while comma >= 0:
            told = self.found.starting_at(Kind.ORGANISATION, comma + 1)
            if told is not None and told.key in self._actors.post_bodies and _acts_by_its_head(told):
                return [told]  # 为深入开展某行动，|某医院|副院长甲带领团队赴…
            found = self._actors.between(comma + 1, sentence.hi)
            if not found and _CARRIED_FIRST.match(self.text, sentence.lo) and (place := self._found_at(comma + 1)) is not None:
                return [place]  # 实施“甲法”“乙法”，|某镇|的资产盘活了: whose gain it is
            begin = self._clauses.chain_begin(found[0]) if found else -1
            if found and WHEN.fullmatch(self.text, comma + 1, begin):
                return list(self._actors.joint(found))
            noun = next((noun for noun in self._nouns if noun.start() == comma + 1), None)
            bare = self.bare_subject(comma + 1, noun.end()) if noun is not None else None
            if bare is not None:
                return list(bare[1])  # 依托“某某”模式，|社区|又建起…
            comma = self.text.find("，", comma + 1, sentence.hi) if found and begin > comma else -1
        return []

    def _mention_end(self, position: int) -> int:
        told = self.found.starting_at(Kind.INITIATIVE, position)
        return told.end if told is not None else position

    def _last_of_unit(self, unit: str, position: int) -> Mention | None:
        """The town, the community or the village that was told of last before its 镇长, 社区党委书记 or 村党支部书记."""
        if unit not in ("社区", "村", "镇", "乡", "街道", "嘎查", "苏木"):
            return None
        return next((m for m in self.found.before(Kind.DISTRICT, position) if m.text.endswith(unit)), None)

    def teller(self, lo: int, hi: int, *, own: bool = False) -> Mention | None:
        """The body or the township of who tells of it (某镇党委书记甲介绍了…); nobody for the leaders of a county or city.

        ``own``: of what the speaker's own body does (“我们推出…”), be it a bureau.
        """
        people = [
            p for p in self.found.between(Kind.PERSON, lo, hi) if not _HEARD.search(self.text, max(lo, p.start - 30), p.start)
        ]
        if not people or "。" in self.text[people[-1].end : hi]:
            return None
        for post in self.found.of(Kind.POST):
            value = post.value
            if not isinstance(value, PostValue) or all(person.text != people[-1].text for person in value.people):
                continue
            body = value.body
            place = value.place if body is None else body.value.anchor if isinstance(body.value, BodyValue) else None
            holder, named = (value, post) if body is None else (body.value, body)
            unit = holder.relative if isinstance(holder, PostValue | BodyValue) else ""
            place = place or self._last_of_unit(unit, named.start)
            if place is not None and isinstance(place.value, PlaceValue) and place.value.level in LOWER:
                return place
            if body is not None and (
                (own and not body.text.endswith(_OF_WHOLE_COUNTY))
                or _acts_by_its_head(body)
                or (isinstance(body.value, BodyValue) and body.value.back in _OWN_HOUSES)
            ):
                return body
        return None

    def _led_by(self, lo: int, position: int) -> Mention | None:
        """村党支部书记甲带领党员开展…: the village of whom the sentence tells."""
        people = self.found.between(Kind.PERSON, lo, position)
        return self.teller(lo, position) if people and _HEADS.search(self.text, people[-1].end, position) else None

    def headed(self, position: int) -> Mention | None:
        """某法庭：椰树下的“圆桌调解”: whom a headline tells of."""
        line = self.text.rfind("\n", 0, position) + 1
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            for actor in self.found.between(kind, line, position):
                if self.text.startswith(("：", ":"), actor.end) and self._clauses.chain_begin(actor) == line:
                    return actor
        return None

    def _dashed(self, position: int) -> Mention | None:
        """“某某”守平安 / ——某派出所社区警务见闻: of whom the second line of a headline tells."""
        line = self.text.find("\n", position, self.article.body) + 1
        dashes = len(self.text[line:]) - len(self.text[line:].lstrip("—-─ "))
        if not line or not dashes or line >= self.article.body:
            return None
        told = self._found_at(line + dashes)
        return None if isinstance(told, Mention) and told.text.endswith(_MEDIA) else told

    def _found_at(self, position: int) -> Mention | None:
        """The body or the smallest district of the places that begin at a position: |某县某镇|某派出所."""
        told = self.found.starting_at(Kind.ORGANISATION, position) or self.found.starting_at(Kind.DISTRICT, position)
        while told is not None and told.kind is Kind.DISTRICT and (inner := self._clauses.smaller(told)) is not None:
            told = inner
        return told

    def _headline_actor(self) -> Mention | None:
        """The body or the town that a headline begins with: 县总工会慰问一线职工, 某镇开展…."""
        for actor in self._actors.between(0, self.article.body):
            if actor.text.endswith(_MEDIA):
                continue
            lower = isinstance(actor.value, PlaceValue) and actor.value.level in _TOWNS
            begin = self._clauses.chain_begin(actor)
            if (lower or actor.kind is Kind.ORGANISATION) and (begin == 0 or self.text[begin - 1] in "\n ："):
                return actor
        return None


__all__ = ["BARE_SUBJECTS", "OWN", "Subjects"]
