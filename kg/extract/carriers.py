"""Carriers: who carries out the initiative that a sentence names, and who only has a part in it.

甲县推行“某某”模式: the subject leads. 某公司|年产12万吨某项目: its owner does. 按照|县里|“某某”模式组建…: those above lead, the
subject follows. 加入某行动, 与乙公司签订某项目协议: the subject takes part. 察看了某项目: nobody is said to do anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.actors import WHEN, Actors
from kg.extract.base import BodyValue, InitiativeValue, PlaceValue
from kg.extract.bodies import level_of
from kg.extract.clauses import CLAUSE_END, COUNTY, HOME, ITS_PHASE, LOWER, PROJECT_FACILITY, QUOTED, Clauses, is_named
from kg.extract.doers import HOSTED, SIGN, Doers
from kg.extract.intents import is_left_undone, is_only_wished, is_told_of, of_state, uses_it
from kg.extract.joins import (
    AMID,
    BEGINS_AMID,
    DO_IT,
    GIVEN_TO,
    HONOURED,
    ITS_DEED,
    MEMBERS_ARE,
    OF_ALL,
    PAIRED_FOR,
    PUT_AS,
    PUT_INTO,
    SET_TO,
    TOWARDS,
)
from kg.extract.subjects import BARE_SUBJECTS, OWN, Subjects
from kg.model import Claim, Kind, Mention, Sentence
from kg.patterns import needing

_WENT_TO = re.compile(r"(?:赴|来到|走进|深入|前往|奔赴|进驻|先后到|分别到)(?:了|辖区内?|辖内)?$")
_OF_COUNTRY = re.compile("(?:自|自从|在)?全[国省](?:的|开展的|部署的)?$")
# 在某局“某某”计划|支持下.
_BY_ITS_HELP = re.compile(r"的?(?:大力|有力|持续|强力)?(?:支持|帮助|带动|推动|助力|引领|作用|影响|扶持|牵引|加持|推进|实施)下")
# 甲镇、乙镇|分别推出“一号”“二号”.
_EACH = needing("分别 各自", "分别|各自")
_LIST_MARK = re.compile("[、和与及]?(?:[一-龥]{0,6}[、和与及])?")
_CAME_TO = re.compile("(?:到|赴|前往|走进|来到|奔赴|在)$")
# 某公司总经理甲介绍，|某项目|总投资2亿元: a firm's own.
_TELLS_THAT = re.compile("(?:介绍|说|告诉[^，。；]{0,4}|表示|透露)(?:道)?[，：]“?(?:目前|现在|这个|该)?，?$")
_IS_BUILT = re.compile(
    r"[，（]?(?:[一二三]期[^，。；]{0,4})?(?:计划|预计|目前|现在|已经?|将|于|从)?(?:总?投资|总?占地|分[二两三]期|全部|建成|投产|达产|开工|动工|今年|明年|去年|\d)"
)
# 到某镇|学习“某某”模式.
_TO_LEARN = re.compile("(?:考察|参观|观摩|交流)?(?:学习|取经|学习借鉴|学习考察)(?:了|借鉴)?$")
_JOIN = re.compile(
    r"(?:被(?:列入|纳入|列为|确定为|选为|选入|确立为)|(?<![将把])(?:获评|获批|入围|跻身)|参与|参加|加入|响应|荣获|获得|入选|支持|助力(?![团队])|资助|援建|融入|配合|投身|投入到|(?:学习|借鉴)(?![^，。；]{0,12}(?:推进|推动|开展|实施|落实|推出|推行|建立|探索|打造|创新|开设|首创|创建))|对接|用于|捐赠?|捐款)[^，。；]{0,12}$"
)
# 拿出2360万元|用于|“里子工程”.
_SPENDS = re.compile("(?:安排|拿出|投入|列支|拨付|筹措|筹集|挤出|配套|整合)[^，。；]{2,24}用于[^，。；]{0,8}$")
# 发起|以资助贫困学生为主题的|“某某”行动: what it is about.
_ABOUT_WHAT = re.compile("以[^，。；“”]{2,24}为(?:主题|内容|目的|宗旨|主线|重点|核心|目标|己任)的$")
# 甲镇、乙镇|列入“某某”工程.
_ENTERED = re.compile(
    r"(?:等[^，。；]{0,8})?(?:均|都|已经?|先后|成功|也|双双|同时|顺利|被)*(?:列入|进入|入围|入列)(?:了)?[^，。；“”]{0,8}"
)
# 发动志愿者参加“某某”活动: who moves others to join runs it.
_MOVES = re.compile(r"(?:发动|号召|动员)[^，。；]{1,30}?(?:参与|参加|加入|投身)[^，。；]{0,12}$")
_COUNTIES = ("county", "prefecture", "province")
_ITS_SORT = re.compile("[一-龥]{2,14}")
_AFTER_START = re.compile(r"(?:活动|工作|行动)?(?:开展|启动|实施|推行|部署)以来")
_SINCE = re.compile("[”’]?(?:活动|工作|行动)?(?:开展|启动|实施|推行|部署)?以来")
# 按照|县里|“某某”模式: whose initiative it is that others follow.
_FOLLOWS = re.compile(
    r"(?:按照|根据|落实|响应|依照|对照|参照|遵照|借鉴|参与|参加|加入|投身|支持|助力|配合|融入|推广|复制|积极推行|全面推行|得益于|受益于|享受到?|用上|体验到?)了?$"
)
# 某设计院关于某工程|初步设计的汇报: who only plans or judges it.
_PLANNED_FOR = re.compile(
    "的?(?:建设|实施|工作)?(?:初步|概念|总体|详细)?(?:设计|规划|方案|勘察|可研|可行性|评审|审计|评估|提案|议案|建议|意见)"
)
_OWN_CLAUSE = re.compile(r"[，；](?:其|目前，?|现有|公司)?(?:(?:计划|预计)?总?投资[^，。；]{2,14}的)?(?:[一二三]期)?$")
_AT_PLACE = ("到", "赴", "在", "走进", "来到", "前往", "深入")
# 某小区|被列入县|老旧小区改造计划.
_ENLISTED = re.compile(r"(?:被|已|获|成功)?(?:列入|纳入|入选)了?(?:全)?[县区旗]$")
_OF_HERE = re.compile(r"(?:[省市县区旗州]里|全[省市县区旗州]|我[省市县区旗州])$")
_MODEL_OF = re.compile(
    r"(?:建设)?的?(?:首批|第[一二三]批|重要|全?[市省县区国]级?|重点|唯一|一个|先行){0,3}(?:示范点|试点(?!工作)|示范基地|示范(?:村|乡?镇|街道|学?校|企业|户|园区?|县)|联系点|活动点|实践点|示范社区|示范单位|共建点|服务点|"
    r"(?:施工|承建|设计|监理|协办|承办|支持|实施|受益|成员|参与|参建|受援|受助|帮扶|签约|入选|入围|入库|合作|共建|联盟|对口|支援|重点|试点|骨干)(?:企业|单位|学?校|医院|机构|村|社区|乡?镇|街道|县|部门|家庭|农户)(?!名单|负责人|代表|座谈|会议))"
)
# 启动|“某某”工作法|试点: a trial, which is begun
_TRIES = re.compile("(?:启动|开展|推行|实施|探索|推进|组织|先行)(?:了|好)?$")
# “某某检务”|联络员|到会: who people are, and nothing that is done.
_SORT_OF_PEOPLE = re.compile(
    "(?:特约|义务|信息|社会)?(?:联络员|监督员|观察员|宣讲员|宣传员|讲解员|辅导员|志愿者|队员|学员|成员|代表)"
    "(?!队|团|组|制|大会|名单)"
)
# 联合|某大学|学生志愿者.
_ITS_PEOPLE = re.compile("的?(?:大学生|学生|志愿者|师生|党员|干部|员工|职工|群众|民警|专家|医生|教师|医护人员)")
# 某村建有|食用菌“某某”示范基地: what is in a place, whoever built it.
_HAS_THERE = re.compile("(?:建|设|拥)有(?:着|了)?[^，。；：“”]{0,8}$")
LAUNCHES = re.compile(
    r"(?:推行|推出|创建|兴办|创立|捐建|启动|开展|实施|推广|打造|上线|开通|开设|创办|构建|建立|实行|施行|首创|发起|探索|创新|组织|设立|举办|举行|结成|共建|搭建|建起|办起)(?:了|出)?[^，。；]{0,14}$"
)
# A verb of carrying out whose object is a project, also one further along a list (加快推进甲、乙、丙等项目).
BUILDS_IT = re.compile(
    r"办好|建好|设置(?!在)|开辟|启用|搭建|推行|推出|推进|推动|推广|加快|加速|启动|开展|实施|打造|建设(?!局|厅|银行|集团|工地|现场|情况|进展|进度|成效)|新建|兴建|改建|扩建|修建|重建|建成|建起|开建|上线|创建|构建|设立(?!在|于)|举办|发布|发起|谋划|策划|开发(?!区)|上马|新上|"
    r"抓好|抓实|抓紧|(?:重点|主要|着力)抓|做好|创办|兴办|创设|首创|争取|申报|引进|引入|落实|落地|完成|施工|承担|投资(?!方|者|人|额|商|促进|集团|公司|有限|控股|发展|环境|兴业|约|近|超|\d)|规划|布局|铺排|安排|筹建|办起|开办|开设|牵头|保障(?!房)"
)
# What visitors do to a project: no reason to say that they carry it out.
_LOOKS = re.compile(
    "视察|察看|查看|观摩|参观|调研|考察|检查|督导|督查|督察|督办|调度|走访|慰问|看望|了解|听取|来到|走进|前往|深入|抽查|巡查|暗访|踏勘|勘查|勘察|指导|评议|审议|座谈|学习|观看|体验|采访|踏访|探访|"
    "看了|看过|看到|先后到|一行到"
)
_STUDIED = re.compile(
    r"(?:行动|工程|活动)?(?:专题|工作|建设|推进|落实|进展|实施|执行)?(?:情况)?(?:专题)?的?"
    r"(?:协商|调研|视察|检查|督查|督导|监督|评议|考察|观摩|座谈|专项监督|民主监督)"
)
_ABOUT = re.compile(r"(?:[，。]|一行|先后)(?:分别|还|并|重点|专题)?(?:对|就|围绕)[^。；]{0,80}$")
_STUDIED_BEHIND = re.compile(
    r"[^。；]{0,80}?(?:进行|开展)(?:了|实地|现场|专题|走访|重点|集中|全面|深入|监督|联合)*(?:调研|检查|走访|督导|督查|考察|视察|协商|察看|指导|评估|验收)"
)
_ROUND = re.compile(r"(?:围绕|聚焦|就|针对)[^，。；]{0,6}$")
_TALKS = re.compile(
    r"[^，。；]{0,10}?(?:开展|进行|作|召开|举行)[^，。；]{0,8}?(?:调研|协商|视察|座谈|讨论|议政|建言|监督|评议|宣传|宣讲|培训)"
)
# Told of, not carried out: 把“某某工程”的|湛江故事讲好.
_TOLD_OF = re.compile(
    r"的(?:[一-龥]{2,3})?(?:举措|抓手|内容|组成部分|体现|载体|缩影|一环|故事|意义|重要性|背景|机遇|契机|精神|内涵|由来|成效|成果|经验|要求|部署要求)"
)
# 签下|“某某”行动|框架协议: those who sign it take part.
_CONTRACT = re.compile("[一-龥]{0,6}?(?:协议书?|合同|备忘录|承诺书|责任书)")
# 甲介绍了|“某某”模式|的做法和成效: what a place's own people tell of.
_SHOWS_WAY = re.compile("(?:介绍|汇报|讲解|分享|讲述|说明|展示)了?(?!过)[^，。；“”了]{0,10}$")
_WAY_OF = re.compile("的(?:[一-龥]{2,3})?(?:成效|成果|经验)|的(?:主要|具体|特色|创新)?(?:做法|情况)")
# 对某县|实施|“某某”行动给予高度评价.
_DOES_WELL = re.compile(
    "(?:在|近年来|今年以来|大力|积极|深入|持续|扎实|创新|率先|全面|通过)*(?:实施|推行|推进|推广|开展|打造|探索|建立|创建|构建|建设|启动|推出)了?[^，。；“”]{0,8}"
)
_JUDGES = re.compile("(?:给予|予以|表示)了?(?:高度|充分|一致|很高|由衷)?的?(?:评价|肯定|赞[扬赏叹许誉]|认可|称赞|敬意|点赞|祝贺)")
_BRINGS = re.compile(
    "(?:活动|行动|项目|工程|计划)?[为给][^，。；]{2,14}?(?:送来|带来|送上|送去|带去|注入|增添|提供|搭建|创造|打开|培养|解决)了?"
)
_DRAWN_ALONG = re.compile("的?(?:示范|辐射|有力|积极)?(?:带动|引领|推动|影响|感召|牵引|助力|支持)(?:引领|带动|示范)?下，")
_AS_THEME = re.compile("[^，。；“”]{0,6}为[^，。；“”]{0,4}(?:内容|主题|主线|目标)")
# 这是某县|深化“某某”机制的一个缩影.
_CARRIES_ON = re.compile("(?:深化|推进|践行|推动|完善|优化|落实|做实|做优|做强|擦亮|狠抓|健全|坚持)了?$")
_UNIT_BEFORE = re.compile(
    "该(?P<this>社区|街道|镇|乡|村|小区|学校|医院|法院|公司|企业|集团|合作社|局|院|校|协会|园区|厂)$|(?<![一-龥]所)(?P<bare>学校|医院|公司)$"
)
_SETS_UP = re.compile(r"(?:定下|走出|建起|搭起|办起|开起|请来|创下|想出|摸索出)(?:了|起|出)?[^，。；“”]{0,6}$")
_SAYS_FIRST = re.compile("(?:据(?:了解|悉|统计|介绍)，|截至目前，|目前，|自|自从|而|[“])*")
# “某某”行动|自去年启动以来，|全县.
_BEGAN = re.compile(
    "[”’]?(?:自|从)?(?:[^，。；自从]{0,8}?)(?:启动|开展|实施|推行|推出|部署|运行|上线|开通|建立|成立|落地)(?:实施|运行)?(?:[一两三四五六七八九十几\\d]+[个]?[年月周天]多?)?以来，"
    "(?P<all>[全我][省市县区旗州盟镇乡]|(?:累计|已|共|先后|已经)+(?=[^，。；]{0,6}[\\d一二三四五六七八九十]))?"
)
_GAINS = re.compile("[^。；]{0,40}?(?:受益|受惠|获益|惠及|尝到甜头|面貌|摘帽|出列|变化)")
_BEGUN_SINCE = re.compile(r"(?:签订|签下|签约|签署)[^。；]*?，[^。；]*?(?:集中|同步|新|同时)开工[^。；，]*$")
# 与某律师事务所签约，|启动“某某”项目: what is done together, and no contract.
_SIGNED_THEN = re.compile(
    r"，(?:还|并|共同|联合|合作|在[^，。；]{2,14}){0,3}(?:启动|开展|推行|实施|开设|开办|设立|推出|组织|举办)(?:了)?(?:[^，。；“”]{0,6}|“)$"
)
_HELPED = re.compile(r"(?:支持|协助|助力|配合|帮助)$")
_CEREMONY_OF = re.compile(
    r"(?:等[^，。；]{0,8}|[、和与以][^。；]{2,60}?)?[^，。；]{0,12}"
    r"(?:仪式|启动会|推进会|现场会|座谈会|发布会|动员会)"
)
# 下一步，街道将在各社区|推广“某某”做法: what is to be spread is another's before.
_WILL_SPREAD = re.compile("(?:将|拟|计划|准备|还要)[^，。；“”]{0,16}?(?:推广|推开|复制|铺开)[^，。；]{0,4}$")
# 某乡列出“十件实事”：…；|某水库建成: what a town has set out to do for its people.
_DEEDS = needing("实事", "实事(?:项目|工程)?”?(?:：|，(?:其中)?(?:包括|分别是|分别为|有)[：，]?)")
_USED_ON = re.compile(r"(?:在|通过|借助|利用)(?:了)?$")
_USES = re.compile(
    r"(?:用上|装上|配上|接入|享受到?|领到|使用|登录|扫描?|拨打|下载|点开|(?:拿起|打开|拿出|掏出|出示)[^，。；“”]{0,5})(?:了|着)?$"
)


def _is_firm(body: Mention) -> bool:
    return isinstance(body.value, BodyValue) and body.value.subtype == "Enterprise"


def _governs(body: Mention) -> bool:
    """县委, 县政府, 某镇, 某局: who spends public money on what is his own."""
    return body.kind is Kind.DISTRICT or (
        isinstance(body.value, BodyValue) and body.value.subtype in ("PartyBody", "GovernmentBody")
    )


def _is_zone(place: Mention) -> bool:
    return isinstance(place.value, PlaceValue) and place.value.level == "zone"


# 乙|此前还捐资12万元支持…: what a person gives by himself.
_HIS_GIFT = re.compile("(?:此前|曾|个人|先后|累计|主动|带头|再次|今年|去年|[还又也已共，])*(?:捐|出资|资助|赞助)")

_JOINS_WHAT = re.compile("(?:参加|参与|加入|响应|支持|配合)(?:了|到|由)?$")
_TAKES_PART = re.compile("参[加与]")
_ASSESSORS = ("考核组", "评估组", "验收组", "核查组", "暗访组", "考评组")

_SMALL = ("zone", "township", "community", "compound")


_GOES_OFF = re.compile("，?(?:先后|分别|深入)*(?:到|赴|前往|走进|对|来到|检查|督导|暗访|调研|督查)")
_IN_MANNER = ("采取", "采用", "以", "通过", "按照")


class Carriers:
    """Who carries out what one article tells of."""

    def __init__(self, clauses: Clauses, actors: Actors, subjects: Subjects, doers: Doers) -> None:
        self._clauses, self._actors, self._subjects, self._doers = clauses, actors, subjects, doers
        self.article, self.found, self.text = clauses.article, clauses.found, clauses.text

    def of(self, sentence: Sentence, mention: Mention, value: InitiativeValue) -> tuple[float, list[Claim]]:
        """The claims of one mention, and how plainly it says who acts."""
        subjects, score = self._subjects.of(sentence, mention.start)
        doers = self._doers.of(sentence, mention) or self._doers.brought(sentence, mention) or self._judged(sentence, mention)
        deeds = next(_DEEDS.finditer(self.text, sentence.lo, mention.start), None) if value.subtype == "Project" else None
        if deeds is not None:
            doers = self._subjects.of(sentence, deeds.start())[0]
        givers = self._doers.funders(mention) if value.subtype != "Project" else []
        if givers:  # 由甲、乙共同出资的|“某某”计划
            return 0.85, [
                self._clauses.claim("takesPartIn", mention.start, "claims.funded", 0.75, subject=giver, object=mention)
                for giver in givers
            ]
        since_then = None if doers else self._since_then(sentence, mention)
        if since_then is not None:
            small = isinstance(since_then, Mention) and level_of(since_then) in _SMALL
            role = "takesPartIn" if small else "leads"  # a campaign runs in wider places than a town or a park
            claim = self._clauses.claim(role, mention.start, "claims.since", 0.62, subject=since_then, object=mention)
            return 0.72, [claim]
        if doers:
            subjects, score = doers, 0.9
        elif HOSTED.search(self.text, sentence.lo, mention.start):
            return 0.0, []  # 由某协会主办，甲承办的: nobody known leads it
        before = self.text[sentence.lo : mention.start]
        if mention.text.endswith("方式") and before.endswith(_IN_MANNER) and _GOES_OFF.match(self.text, mention.end):
            return 0.0, []  # 采取|“四不两直”方式|，赴某市、某县检查: how one checks, which no place carries out
        if self.text.startswith("资金", mention.end):
            return 0.0, []  # 某协作|资金: what pays for something else
        if not doers and not LAUNCHES.search(before) and _SORT_OF_PEOPLE.match(self.text, mention.end):
            return 0.0, []
        if not doers and self._only_thought_of(sentence, mention):
            return 0.0, []  # 委员某某建议推行|“某某”制度; 尚未开展|“某某”项目
        own = OWN.search(self.text, sentence.lo, mention.start) is not None  # 这是|该县|某行动的一个缩影
        carried = LAUNCHES.search(before) is not None or _CARRIES_ON.search(before) is not None
        if _TOLD_OF.match(self.text, mention.end) and not carried and not doers and not own:
            shown = _SHOWS_WAY.search(before) is not None and _WAY_OF.match(self.text, mention.end) is not None
            return self._shown_by(sentence, mention) if shown else (0.0, [])
        if not doers and _BRINGS.match(self.text, mention.end) is not None and score < 0.8:
            return 0.0, []  # 乙说，“某某”活动|为甲县送来…: whom it serves
        contract = value.name.endswith("协议") or _CONTRACT.match(self.text, mention.end) is not None
        signs = bool(SIGN.search(before)) and (value.subtype == "Project" or contract)
        behind = value.subtype == "Project" and not doers and self._doers.signed_behind(mention)
        behind = behind and len(self._doers.parties(sentence, mention.start)) > 1
        signs = signs and _BEGUN_SINCE.search(before) is None  # 签约10个项目，同时集中开工|甲公路、乙水库
        signs = signs and not self._signed_before(sentence, mention, bool(doers))
        signs = signs or behind
        last = subjects[-1] if subjects else None
        if isinstance(last, Mention) and _HELPED.search(self.text, sentence.lo, self._list_begin(subjects)):
            before = self.text[last.end : mention.start]  # 支持|市委、市政府|打好…: they do it
        placed = value.subtype == "Project" and not doers and _HAS_THERE.search(before) is not None
        if placed and isinstance(last, Mention) and last.kind is Kind.DISTRICT:
            return 0.8, [self._clauses.claim("locatedIn", mention.start, "claims.has", 0.8, subject=mention, object=last)]
        within = not doers and self.text.endswith(("在", "在该"), sentence.lo, mention.start)
        drawn = _DRAWN_ALONG.match(self.text, mention.end) if within else None
        if drawn is not None:  # 在“某某”模式带动下，|某村…: it follows, and does not lead
            return 0.6, [
                self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.7, subject=joiner, object=mention)
                for joiner in self._actors.in_clause(drawn.end(), sentence.hi)
            ]
        amid = [] if doers or signs else self._amid_of(sentence, mention) or self._put_into(sentence, mention, subjects, score)
        if amid:
            return 0.85, amid
        if self.text.endswith("以", sentence.lo, mention.start) and _AS_THEME.match(self.text, mention.end):
            return 0.0, []  # 活动周以|“五个坚持”为主要内容
        state = -1 if doers else of_state(self.text, sentence.lo, mention.start)
        if state >= 0 and not _JOIN.search(before) and not self._does_before(sentence, state):
            return self._state_scheme(sentence, mention, state, subjects, score)
        if not doers and HONOURED.match(self.text, mention.end):  # “某某”行动|先进集体
            honoured = [s for s in subjects if s != HOME] if score >= 0.8 else []
            return (0.75 if honoured else 0.0), [
                self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=s, object=mention)
                for s in honoured
            ]
        taught = None if doers or signs else self._learned_of(sentence, mention)
        if taught is not None:
            return 0.85, [self._clauses.claim("leads", mention.start, "claims.leads", 0.8, subject=taught, object=mention)]
        above = None if doers or signs else self._above(sentence, mention)
        if above is not None:  # 某社区按照|县里|“某某”模式组建…
            followers = [s for s in subjects if s != HOME and s is not above] if score >= 0.7 else []
            enlisted = _ENLISTED.search(self.text, max(sentence.lo, mention.start - 8), mention.start)
            if enlisted is not None:
                followers = list(self._clauses.listed_to(enlisted.start()))
            claims = [self._clauses.claim("leads", mention.start, "claims.leads", 0.8, subject=above, object=mention)]
            claims += [
                self._clauses.claim("takesPartIn", mention.start, "claims.follows", 0.75, subject=s, object=mention)
                for s in followers
            ]
            return 0.85, claims
        if not doers and (are := MEMBERS_ARE.match(self.text, mention.end)) and self._clauses.listed_from(are.end())[0]:
            return 0.0, []  # 找到“某某”的三家帮扶企业——|甲公司、乙集团: of them it is told, not of who finds them
        trial = self.text.startswith("试点", mention.end) and _TRIES.search(before) is not None
        if not doers and not trial and _MODEL_OF.match(self.text, mention.end):  # 某村是|某团委“某某”工程|的示范点
            owner = self._owner_of(mention) if mention.text.startswith(QUOTED) else None
            models = [s for s in subjects if s != HOME and s is not owner] if score >= 0.8 else []
            claims = [
                self._clauses.claim("takesPartIn", mention.start, "claims.follows", 0.75, subject=s, object=mention)
                for s in models
            ]
            if owner is not None:
                claims.append(self._clauses.claim("leads", mention.start, "claims.leads", 0.85, subject=owner, object=mention))
            if claims or before.endswith("作为"):
                return 0.8 if claims else 0.0, claims
        given = GIVEN_TO.match(self.text, mention.end) is not None and TOWARDS.search(before) is not None
        joining = _JOIN.search(_ABOUT_WHAT.sub("", before))
        if joining and _SPENDS.search(before) and all(isinstance(s, Mention) and _governs(s) for s in subjects):
            joining = None  # 县政府拿出2360万元用于|“里子工程”: its own
        hosted = bool(doers) and HOSTED.search(before) is not None  # 甲发起、|乙共同参与的: 甲 leads
        joins = signs or given or bool(joining and not _MOVES.search(before) and not hosted) or self._amid(before, mention)
        joins = joins or (isinstance(last, Mention) and _ENTERED.fullmatch(self.text, last.end, mention.start) is not None)
        since = _AFTER_START.match(self.text, mention.end) if not joins else None
        earlier = len(subjects) > 1 and all(isinstance(s, Mention) and s.end <= sentence.lo for s in subjects)
        if earlier and not doers and _SINCE.match(self.text, mention.end) is not None:
            return 0.0, []  # “某某”以来，镇、村…: none of those that the sentence before was about
        if since is not None and before in ("自", "自从") and self._actors.between(since.end(), sentence.hi) == []:
            return 0.0, []  # 自“某某”行动开展以来，许多企业…: whoever the sentence before was about
        if since is not None and subjects != [HOME]:
            higher = isinstance(last, Mention) and isinstance(last.value, PlaceValue) and last.value.level in _COUNTIES
            joins = self._owner_of(mention) is None and not higher  # 自某县|“某某”模式推行以来: its own
        joins = joins or (subjects != [HOME] and self._discussed(sentence, mention))
        if joins and self._gives_himself(sentence, mention, subjects):
            return 0.0, []
        hosted_by = self._joins_others(sentence, doers) if doers and joining else []
        if hosted_by:
            return 0.85, [
                *(self._clauses.claim("leads", mention.start, "claims.leads", 0.8, subject=s, object=mention) for s in doers),
                *(
                    self._clauses.claim("takesPartIn", mention.start, "claims.takesPartIn", 0.75, subject=s, object=mention)
                    for s in hosted_by
                ),
            ]
        predicate = "takesPartIn" if joins else "leads"
        launch = LAUNCHES.search(before)
        offered = _SETS_UP.search(before) is not None
        launched = launch is not None and _LOOKS.search(before, launch.start()) is None  # 组织|代表视察某工作
        if joins and not signs and _CEREMONY_OF.match(self.text, mention.end):
            return 0.0, []  # 参加|某项目|开工仪式
        if value.subtype == "Service" and _USES.search(self.text, max(0, mention.start - 10), mention.start) and not doers:
            return 0.0, []  # 教老人使用|“某某码”
        owner = self._owner_of(mention)
        if owner is None and value.subtype == "Project" and not doers and not joins:
            owner = self._firm_of(sentence, mention) or self._firm_tells(sentence, mention)
        if value.subtype == "Service" and not doers and owner is None and _USED_ON.search(before[-3:]):
            return 0.0, []  # 居民在|“某某”平台|上报修
        if owner is not None and joins and owner.kind is Kind.DISTRICT:
            owner = None  # 甲县参与建设|乙镇|“某某人家”: where it is
        if owner is not None and (value.subtype == "Project" or (mention.text.startswith(QUOTED) and not joins)) and not doers:
            subjects, score = [owner], 0.9  # 某公司|年产12万吨…项目
        elif not doers and not joins and not self._carries(sentence, mention, value, subjects, score < 0.7):
            return 0.0, []
        elif (
            not doers
            and not joins
            and (_STUDIED.match(self.text, mention.end) or (not launched and self._studied(sentence, mention, subjects)))
        ):
            subjects, score = [HOME], 0.65  # who only inspects a campaign does not lead it
        elsewhere = score < 0.7  # nobody acts in the sentence
        if subjects == [HOME] and (alike := self._namesake(value.bare, quoted=mention.text.startswith(QUOTED))) is not None:
            subjects = [alike]
        if self._goes_there(mention, value):
            pass  # 赴|某村|开展“某某”行动: the village does not lead it
        elif value.place is not None and (subjects == [HOME] or elsewhere) and not _is_zone(value.place):
            subjects = [value.place]
        if signs and owner is not None and value.subtype == "Project" and owner.text.endswith(("公司", "集团")):
            subjects, signed = [], [owner]  # 签约的有|甲公司|某项目、|乙公司|某项目
        elif signs:
            subjects = self._doers.parties(sentence, mention.start) or self._doers.companies(sentence, mention.start)
            signed = [s for s in subjects if value.subtype == "Project" and isinstance(s, Mention) and _is_firm(s)]
        else:
            signed = []
        named = self._subjects.by_person(sentence, mention) if predicate == "leads" and (launched or offered) else []
        if named and named[-1] not in subjects:
            subjects = named if score < 0.7 else [*subjects, *named]
        subjects = self._respectively(subjects, sentence, mention)
        if predicate == "leads":  # 考核组|考核河长制: who assesses a scheme does not lead it
            subjects = [s for s in subjects if not isinstance(s, Mention) or not s.text.endswith(_ASSESSORS)]
        partners, charged = self._doers.partners(subjects, mention.start)
        together = self._signed_together(sentence, mention) if not signs and len(subjects) > 1 else []
        paired = PAIRED_FOR.search(self.text, sentence.lo, mention.start) if len(subjects) > 1 else None
        if paired is not None:  # 甲校与|乙校|结成对子，实施…: 乙 takes part
            together = []
            subjects = [
                s for s in subjects if not isinstance(s, Mention) or not paired.start("who") <= s.start < paired.end("who")
            ]
        if together:
            subjects = [s for s in subjects if s not in together]
        members = bool(partners) and (
            _ITS_PEOPLE.match(self.text, partners[-1].end) is not None
            or self.text.endswith(("邀请", "邀集", "邀约", "约请"), sentence.lo, self._clauses.chain_begin(partners[0]))
        )
        claims = [
            self._clauses.claim(predicate, mention.start, f"claims.{predicate}", score * mention.score, subject=s, object=mention)
            for s in subjects
        ]
        claims += [self._clauses.claim("leads", mention.start, "claims.signed", 0.7, subject=s, object=mention) for s in signed]
        claims += [
            self._clauses.claim("takesPartIn", mention.start, "claims.partner", 0.7, subject=p, object=mention) for p in together
        ]
        hosts = [s for s in subjects if signed and isinstance(s, Mention) and s.kind is Kind.DISTRICT]
        if len(hosts) == 1 and value.place is None:  # 甲县与某公司签订某项目合同: it comes to the county
            claims.append(
                self._clauses.claim("locatedIn", mention.start, "claims.signed", 0.75, subject=mention, object=hosts[0])
            )
        for role, sure in (("leads", 0.75), ("takesPartIn", 0.6)) if predicate == "leads" else (("takesPartIn", 0.7),):
            if (charged and role == "takesPartIn") or (members and role == "leads"):
                continue  # 甲牵头，会同|乙、丙|开展…: all of them carry it out
            claims += [
                self._clauses.claim(role, mention.start, "claims.partner", sure, subject=p, object=mention) for p in partners
            ]
        launched = launched and _WILL_SPREAD.search(before) is None
        heads = 0.02 if mention.start < self.article.body else 0.0  # a report says who acts more closely than its headline
        return score + (0.1 if launched else 0.0) - (0.2 if joins and not signs else 0.0) - heads, claims

    def _since_then(self, sentence: Sentence, mention: Mention) -> Mention | str | None:
        """据悉，“某某”行动|启动以来，|全县已…: whose doings a sentence counts since a scheme began that it begins with."""
        if _SAYS_FIRST.fullmatch(self.text, sentence.lo, self._clauses.chain_begin(mention)) is None:
            return None
        begun = _BEGAN.match(self.text, mention.end)
        if begun is None or _GAINS.match(self.text, begun.end()) is not None:
            return None
        if begun["all"]:
            return HOME
        actors = self._actors.in_clause(begun.end(), sentence.hi)
        first = actors[0] if actors else None
        return first if first is not None and self._clauses.chain_begin(first) == begun.end() else None

    def _joins_others(self, sentence: Sentence, doers: Sequence[Mention | str]) -> list[Mention | str]:
        """甲局、乙局参加了|某县开展的“某某”行动: who joins in what those named behind carry out."""
        first = doers[0]
        if not isinstance(first, Mention):
            return []
        begin = self._clauses.chain_begin(first)
        verb = _JOINS_WHAT.search(self.text, max(sentence.lo, begin - 5), begin)
        if verb is None:
            return []
        joiners, sure = self._subjects.of(sentence, verb.start())
        return [s for s in joiners if isinstance(s, Mention) and s not in doers] if sure >= 0.8 else []

    def _respectively(self, subjects: list[Mention | str], sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """甲镇和乙镇分别打造|“一号”和“二号”品牌: to each its own, where there are as many of the one as of the other."""
        last = subjects[-1] if len(subjects) > 1 else None
        if not isinstance(last, Mention) or not _EACH.search(self.text, last.end, mention.start):
            return subjects
        told = [told for told in self.found.between(Kind.INITIATIVE, last.end, sentence.hi) if is_named(told)]
        if len(told) != len(subjects) or mention not in told:
            return subjects
        between = (self.text[one.end : two.start] for one, two in pairwise(told))
        if any(_LIST_MARK.fullmatch(gap) is None for gap in between):
            return subjects
        return [subjects[told.index(mention)]]

    def _learned_of(self, sentence: Sentence, mention: Mention) -> Mention | None:
        """到|某镇|学习“某某”模式: whose it is that visitors come to learn of."""
        learn = _TO_LEARN.search(self.text, max(sentence.lo, mention.start - 8), mention.start)
        host = self._doers_end(learn.start()) if learn is not None else None
        if host is None:
            return None
        went = _CAME_TO.search(self.text, max(sentence.lo, self._clauses.chain_begin(host) - 6), self._clauses.chain_begin(host))
        return host if went is not None else None

    def _doers_end(self, position: int) -> Mention | None:
        return self.found.ending_at(Kind.ORGANISATION, position) or self.found.ending_at(Kind.DISTRICT, position)

    def _judged(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """考察团对|某县|实施“某某”行动给予高度评价: whose doing others judge."""
        if _JUDGES.search(self.text, mention.end, sentence.hi) is None:
            return []
        kinds = (Kind.DISTRICT, Kind.ORGANISATION)
        named = (m for kind in kinds for m in self.found.between(kind, sentence.lo, mention.start) if m.end <= mention.start)
        last = max(named, key=lambda m: m.end, default=None)
        if last is None or not self.text.endswith("对", sentence.lo, self._clauses.chain_begin(last)):
            return []
        return [last] if _DOES_WELL.fullmatch(self.text, last.end, mention.start) else []

    def _shown_by(self, sentence: Sentence, mention: Mention) -> tuple[float, list[Claim]]:
        """区委书记甲介绍了|“某某”模式|的做法: the township or body of who tells of it, else the article's home."""
        if not self.found.between(Kind.PERSON, sentence.lo, mention.start):
            return 0.0, []
        teller = self._subjects.teller(sentence.lo, mention.start) or HOME
        return 0.65, [self._clauses.claim("leads", mention.start, "claims.leads", 0.65, subject=teller, object=mention)]

    def _only_thought_of(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a sentence only wishes for an initiative, or says that it was not carried out, or many tell of it."""
        if is_left_undone(self.text, sentence.lo, mention.start, mention.end):
            return True
        if is_told_of(self.text, sentence.lo, mention.start, mention.end):
            return True
        ends = {person.end for person in self.found.between(Kind.PERSON, sentence.lo, mention.start)}
        return is_only_wished(self.text, sentence.lo, mention.start, ends)

    def _does_before(self, sentence: Sentence, at: int) -> bool:
        """实施|国家“某某”工程, 某部主办的|全国“某某”活动: whether a verb of carrying out stands in the clause before."""
        if self.text.endswith("的", sentence.lo, at):
            return True
        built = self._last(BUILDS_IT, sentence.lo, at)
        return built >= 0 and not CLAUSE_END.search(self.text, built, at)

    def _state_scheme(
        self, sentence: Sentence, mention: Mention, at: int, subjects: Sequence[Mention | str], score: float
    ) -> tuple[float, list[Claim]]:
        """依托|国家“某某”计划，某县…: who makes use of it takes part; 在国家“某某”战略引领下: nobody does."""
        if not uses_it(self.text, sentence.lo, at) or score < 0.8:
            return 0.0, []
        users = [s for s in subjects if s != HOME]
        return (0.75 if users else 0.0), [
            self._clauses.claim("takesPartIn", mention.start, "claims.follows", 0.72, subject=s, object=mention) for s in users
        ]

    def _signed_before(self, sentence: Sentence, mention: Mention, done: bool) -> bool:
        """Whether what is signed for is another thing: 甲公司签约…；乙公司投资2亿元的|某项目; 与某律所签约，启动|某项目."""
        signed = max(SIGN.finditer(self.text, sentence.lo, mention.start), key=lambda match: match.start())
        if _SIGNED_THEN.search(self.text, signed.end(), mention.start):
            return True
        item = self.text.rfind("；", signed.end(), mention.start) + 1
        if not item:
            return False
        return done or any(_is_firm(body) for body in self.found.between(Kind.ORGANISATION, item, mention.start))

    def _signed_together(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """某街道与某律师事务所签约，启动|某项目: with whom."""
        signed = SIGN.search(self.text, sentence.lo, mention.start)
        if signed is None or not _SIGNED_THEN.search(self.text, signed.end(), mention.start):
            return []
        return self._doers.parties(sentence, mention.start)[1:]

    def _namesake(self, name: str, *, quoted: bool) -> Mention | None:
        """“红色柳湾”: the community or the town told of by whose name a scheme is called, 柳湾社区.

        Without marks a name begins with it: 柳亭|美好乡村建设.
        """
        for place in self.found.of(Kind.DISTRICT):
            value = place.value
            if isinstance(value, PlaceValue) and value.level in LOWER and not value.relative:
                core = place.text.removesuffix("街道").removesuffix("社区").rstrip("镇乡村")
                if len(core) > 1 and (core in name if quoted else name.startswith(core)):
                    return place
        return None

    def _goes_there(self, mention: Mention, value: InitiativeValue) -> bool:
        """Whether those who carry out a scheme have come to its place for it."""
        if value.place is None or value.place.end > mention.start:
            return False
        begin = self._clauses.chain_begin(value.place)
        return _WENT_TO.search(self.text, max(0, begin - 8), begin) is not None

    def _above(self, sentence: Sentence, mention: Mention) -> Mention | str | None:
        """按照|县里|“某某”模式, 响应|某县委|“某某”行动: whose initiative others follow."""
        if not mention.text.startswith(QUOTED):
            return COUNTY if _ENLISTED.search(self.text, max(sentence.lo, mention.start - 8), mention.start) else None
        owner, at = self._before_deed(sentence, mention)
        here = _OF_HERE.search(self.text, max(sentence.lo, at - 3), at) if owner is None else None
        begin = self._clauses.chain_begin(owner) if owner is not None else here.start() if here is not None else -1
        if begin < 0 or not _FOLLOWS.search(self.text, max(sentence.lo, begin - 5), begin):
            return None
        return owner or COUNTY

    def _firm_of(self, sentence: Sentence, project: Mention) -> Mention | None:
        """某公司是园区首家企业，|一期年产2万吨棉纱项目投资3亿元: whose project a later clause begins with."""
        if _OWN_CLAUSE.search(self.text, max(sentence.lo, project.start - 24), project.start) is None:
            return None
        main = self._actors.main(sentence)
        if len(main) != 1 or not _is_firm(main[0]) or main[0].end >= project.start:
            return None
        if self.text.endswith("由", sentence.lo, self._clauses.chain_begin(main[0])):
            return None  # 甲项目由某公司实施；|乙项目…
        return None if self._actors.between(main[0].end, project.start) else main[0]

    def _firm_tells(self, sentence: Sentence, project: Mention) -> Mention | None:
        """某公司总经理甲介绍，|某项目总投资2亿元: the firm whose people tell of what it builds."""
        if _TELLS_THAT.search(self.text, sentence.lo, project.start) is None or not _IS_BUILT.match(self.text, project.end):
            return None
        teller = self._subjects.teller(sentence.lo, project.start)
        return teller if teller is not None and _is_firm(teller) else None

    def _list_begin(self, subjects: Sequence[Mention | str]) -> int:
        first = subjects[0]
        return self._clauses.chain_begin(first) if isinstance(first, Mention) else 0

    def _before_deed(self, sentence: Sentence, mention: Mention) -> tuple[Mention | None, int]:
        """某部|实施的|“某某”工程: who is named before a scheme and what is done with it, and where that name would end."""
        at = mention.start - self.text.endswith("的", 0, mention.start)
        deed = ITS_DEED.search(self.text, max(sentence.lo, at - 6), at)
        at = deed.start() if deed is not None else at
        return self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at), at

    def _amid_of(self, sentence: Sentence, mention: Mention) -> list[Claim]:
        """在某县“某某”活动中，|甲集团与乙村…: the county leads what others do something in."""
        owned = mention.text.startswith(QUOTED) or self.text.endswith("的", sentence.lo, mention.start)
        during = AMID.match(self.text, mention.end, sentence.hi) if owned else None
        if during is None:
            return []
        if OF_ALL.search(self.text, sentence.lo, mention.start):  # 自全市公安机关开展“某某”行动以来，|某县公安局…
            return [
                self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.72, subject=joiner, object=mention)
                for joiner in self._actors.in_clause(during.end(), sentence.hi)
                if joiner.kind is Kind.ORGANISATION
            ]
        if _OF_COUNTRY.search(self.text, sentence.lo, mention.start):  # 自全省“某某”行动部署以来，|某县…
            return [
                self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.72, subject=joiner, object=mention)
                for joiner in self._actors.in_clause(during.end(), sentence.hi)
            ]
        owner, _ = self._before_deed(sentence, mention)
        owner = owner or self._before_sort(sentence, mention)
        if owner is None:
            return self._since(sentence, mention, during.end())
        begin = self._clauses.chain_begin(owner)
        begins = BEGINS_AMID.search(self.text, max(sentence.lo, begin - 2), begin)
        if begin > sentence.lo and not begins and not WHEN.fullmatch(self.text, sentence.lo, begin):
            return []
        joiners = [j for j in self._actors.in_clause(during.end(), sentence.hi) if j.text != owner.text]
        return [
            self._clauses.claim("leads", mention.start, "claims.leads", 0.85, subject=owner, object=mention),
            *(self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=j, object=mention) for j in joiners),
        ]

    def _since(self, sentence: Sentence, mention: Mention, position: int) -> list[Claim]:
        """自“某某”行动开展以来，|某乡派出所…: what a body of a county, or a place below it, does since then is its part."""
        if self.text[sentence.lo : mention.start] not in ("自", "自从"):
            return []
        joiners = self._actors.in_clause(position, sentence.hi)
        if any(isinstance(j.value, PlaceValue) and j.value.level in _COUNTIES for j in joiners):
            return []  # the county carries it out
        return [
            self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=j, object=mention) for j in joiners
        ]

    def _before_sort(self, sentence: Sentence, mention: Mention) -> Mention | None:
        """自|某部|夏季治安整治|“某某”行动开展以来: who is named before the sort of a campaign."""
        bodies = self.found.between(Kind.ORGANISATION, max(sentence.lo, mention.start - 40), mention.start)
        last = bodies[-1] if bodies else None
        return last if last is not None and _ITS_SORT.fullmatch(self.text, last.end, mention.start) else None

    def _put_into(self, sentence: Sentence, mention: Mention, subjects: Sequence[Mention | str], score: float) -> list[Claim]:
        """某局把|某村列为|“某某”示范村; 组织|甲局、乙局开展|“某某”活动: whom another puts into a scheme takes part in it."""
        put = PUT_INTO.search(self.text, sentence.lo, mention.start) or SET_TO.search(self.text, sentence.lo, mention.start)
        if put is None:
            return []
        members, end = self._clauses.listed_from(put.start("who"))
        if not members or not (PUT_AS if put.re is PUT_INTO else DO_IT).fullmatch(self.text, end, mention.start):
            return []
        actors = [s for s in subjects if s not in members and score >= 0.68] or [HOME] * (put.re is PUT_INTO)
        if not actors and put.re is SET_TO and _TAKES_PART.search(self.text, end, mention.start) is None:
            organizers, sure = self._subjects.of(sentence, put.start())  # 某镇|组织|甲局、乙局开展: who sets them to it
            actors = [s for s in organizers if s not in members and sure >= 0.68]
        kinds = ("Campaign", "Mechanism", "Service", "Policy")
        led = isinstance(mention.value, InitiativeValue) and (mention.value.subtype in kinds or actors != [HOME])
        return [
            *(
                self._clauses.claim("leads", mention.start, "claims.leads", 0.75, subject=a, object=mention)
                for a in actors
                if led
            ),
            *(self._clauses.claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=m, object=mention) for m in members),
        ]

    def _amid(self, before: str, mention: Mention) -> bool:
        """某法院在“某某”行动中|…; 某公司结合某教育，|…: who does something in a campaign takes part in it."""
        if before.endswith("在"):
            return self.text.startswith(("中", "期间"), mention.end)
        return before.endswith("结合") and self.text.startswith("，", mention.end)

    def _gives_himself(self, sentence: Sentence, mention: Mention, subjects: list[Mention | str]) -> bool:
        """据甲村支书某某介绍，乡贤乙|捐资支持|村道工程: whether a person gives, behind the place named last."""
        giver = next(reversed(self.found.between(Kind.PERSON, sentence.lo, mention.start)), None)
        if giver is None or _HIS_GIFT.match(self.text, giver.end) is None:
            return False
        places = [subject for subject in subjects if isinstance(subject, Mention)]
        return all(place.kind is Kind.DISTRICT and place.end <= giver.start for place in places)

    def _owner_of(self, mention: Mention) -> Mention | None:
        """The company or body whose name stands right before an initiative, or begins it."""
        if isinstance(mention.value, InitiativeValue) and mention.value.owner is not None:
            return mention.value.owner
        if self.text.endswith("关于", 0, mention.start):
            if _PLANNED_FOR.match(self.text, mention.end):
                return None
            about = mention.start - 2
            while self.text[about - 1 : about] == "、":  # 审议某政府关于甲的报告、关于|乙的报告
                about = self.text.rfind("关于", max(0, about - 60), max(0, about - 1))
            told = self.found.ending_at(Kind.ORGANISATION, about)  # 听取某局关于|“某某”行动…的汇报
            teller = self.found.ending_at(Kind.PERSON, mention.start - 2) if told is None else None
            return told if teller is None else self._subjects.teller(teller.start, mention.start, own=True)
        owner = self.found.ending_at(Kind.ORGANISATION, mention.start) or self.found.starting_at(Kind.ORGANISATION, mention.start)
        if mention.text.startswith(QUOTED):
            if owner is not None and (owner.end >= mention.end or owner.start >= mention.start):
                return None  # the same words, read as a body
            at = mention.start - self.text.endswith("的", 0, mention.start)
            if owner is not None and self._actors.is_reformed(owner):
                return None
            owner = owner or self.found.ending_at(Kind.PERSON, at)  # 教师某某|“和美课堂”教学法
            owner = owner or self.found.ending_at(Kind.DISTRICT, at)  # 某区“四个一线”, 某镇的“积分超市”
            if owner is None:
                return self._unit_before(at)
            held = owner.kind is Kind.DISTRICT and _CEREMONY_OF.match(self.text, mention.end)
            helped = _BY_ITS_HELP.match(self.text, mention.end) is not None
            at_place = self.text.endswith(_AT_PLACE, 0, self._clauses.chain_begin(owner))
            return None if at_place and not held and not helped else owner
        if owner is None and self.text.endswith(("公司", "集团"), 0, mention.start):
            return next((m for m in self._clauses.with_parents(Kind.ORGANISATION, mention.start - 2) if _is_firm(m)), None)
        if owner is None and self.text.endswith("的", 0, mention.start):
            company = self.found.ending_at(Kind.ORGANISATION, mention.start - 1)  # 该集团的|某某项目
            firm = company is not None and isinstance(company.value, BodyValue) and company.value.subtype == "Enterprise"
            owner = company if firm else None
        if owner is None:
            return None
        facility = owner.text.endswith(PROJECT_FACILITY)  # 某污水处理厂|二期工程: built, not a builder
        return None if facility or owner.end >= mention.end else owner

    def _unit_before(self, at: int) -> Mention | None:
        """校长甲介绍了|学校|“某某”做法, |该镇|的“某某”: the unit told of last."""
        unit = _UNIT_BEFORE.search(self.text, max(0, at - 6), at)
        if unit is None or self.text.endswith(_AT_PLACE, 0, unit.start()):
            return None
        kind, ends = BARE_SUBJECTS[unit["this"] or unit["bare"]]
        if self.found.covering(kind, at - 1) is not None:
            return None
        return next((m for m in self._clauses.with_parents(kind, unit.start()) if m.text.endswith(ends)), None)

    def _carries(
        self, sentence: Sentence, mention: Mention, value: InitiativeValue, subjects: list[Mention | str], weak: bool
    ) -> bool:
        """Whether a sentence gives a reason to say that someone carries an initiative out.

        A project needs a verb of carrying out before it (加快推进甲、乙等项目) that no visit comes after (推进…，察看了甲项目); a
        service needs one where nobody in the sentence acts; campaigns and mechanisms are their district's own.
        """
        built = self._last(BUILDS_IT, sentence.lo, mention.start)
        near = built >= 0 and not CLAUSE_END.search(self.text, built, mention.start)
        if value.subtype == "Project" and mention.text.startswith(QUOTED) and subjects != [HOME]:
            return not self._studied(sentence, mention)  # “红色物业”项目: a scheme more than a building
        if value.subtype == "Project":
            own = subjects == [HOME] and ITS_PHASE.match(self.text, sentence.lo) is not None  # 项目一期工程建设|某项目
            return near and not own and built > self._last(_LOOKS, sentence.lo, mention.start)
        if value.subtype == "Service" and (subjects == [HOME] or weak) and mention.end > self.article.body:
            return near or OWN.search(self.text, sentence.lo, mention.start) is not None
        return True

    def _last(self, words: re.Pattern[str], lo: int, hi: int) -> int:
        """Where the last of such words begins that no name holds (开发|区, 教育|局), -1 for none."""
        named = (Kind.DISTRICT, Kind.ORGANISATION, Kind.INITIATIVE)
        starts = [match.start() for match in words.finditer(self.text, lo, hi)]
        return next((at for at in reversed(starts) if all(self.found.covering(kind, at) is None for kind in named)), -1)

    def _studied(self, sentence: Sentence, mention: Mention, subjects: Sequence[Mention | str] = ()) -> bool:
        """调研组察看了“四小园”建设: what is looked into."""
        last = subjects[-1] if subjects else None
        if isinstance(last, Mention) and _HELPED.search(self.text, sentence.lo, self._list_begin(subjects)):
            return False  # 监督…，支持|市委、市政府|打好…
        if _ABOUT.search(self.text, sentence.lo, mention.start) and _STUDIED_BEHIND.match(self.text, mention.end, sentence.hi):
            return True  # 对某项目、某工作|进行走访调研
        told = (
            self.text.rfind(word, sentence.lo, mention.start) for word in ("；", "汇报了", "介绍了", "汇报", "介绍", "了解到，")
        )
        lo = max(sentence.lo, *told)  # 到某镇督查某工作，镇长甲汇报了|“某某”进展情况: his own
        lo += len("了解到，") if self.text.startswith("了解到，", lo) else 0  # 记者在某镇了解到，|该镇丰富“某某”模式
        looks = self._last(_LOOKS, lo, mention.start)
        return looks > self._last(BUILDS_IT, lo, mention.start)

    def _discussed(self, sentence: Sentence, mention: Mention) -> bool:
        """围绕推进某工程|开展协商调研: who only talks of it takes part in it."""
        if not _ROUND.search(self.text, max(sentence.lo, mention.start - 10), mention.start):
            return False
        return _TALKS.match(self.text, mention.end, sentence.hi) is not None


__all__ = ["BUILDS_IT", "LAUNCHES", "Carriers"]
