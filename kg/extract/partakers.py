"""Partakers: who takes part in an initiative that another leads: is served, gives, helps, joins, or takes it over.

为甲、乙等单位提供…; 甲集团捐款100万元用于|某项目; 某行动由甲主办，|乙、丙协办; 在甲社区、乙社区|推广; and, of what a clause only
looks back to: 这一做法在甲县|推广, 甲村|率先响应, 丙公司|为活动提供场地.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kg.extract.actors import WHEN, Actors
from kg.extract.base import InitiativeValue, PlaceValue, past_mark
from kg.extract.clauses import HOME, QUOTED, Clauses, is_named
from kg.extract.joins import (
    AN_EXAMPLE,
    BY_PLAN,
    CONTRACTED,
    DOES_ITS_PART,
    ENTRUSTED,
    ENTRUSTS,
    FOR_IT,
    GIVES_FOR,
    INVITES,
    MEANWHILE,
    MEMBERS_ARE,
    PAIRED,
    PAIRED_FOR,
    PAIRS,
    PARTAKES,
    PERSON_JOINS,
    SECONDED,
    SENDS,
    TAKES_IN,
    WHO_IS,
)
from kg.extract.subjects import Subjects
from kg.model import Claim, Kind, Mention, Sentence
from kg.patterns import needing

# 爱心企业|某公司捐资…: of what kind those are that join.
_KIND_OF = re.compile(
    r"(?:其中，?|随后，?)?(?:(?:爱心|驻地|驻区|辖区|民营|龙头|本地|当地|骨干|重点)(?:企业|单位)|企业|商户|(?:共建|帮扶|包保|包联|联建|成员|结对|参建|联系)单位|爱心人士)?"
)
# 这一做法在甲县、乙县推广: of the mechanism told of last.
_THIS_WAY = needing(
    "复制 推广 推开 落地 试点 铺开 推行 运行 试水 试行",
    r"(?:(?:这一|这种|此|这项|该|这套)(?:(?P<kind>模式|机制|制度|工作法)|做法|经验|举措|办法)|(?<=[。；，])(?:规程|规范|办法|机制|模式|制度|做法)(?=先|首先|首批|率先))"
    r"[^，。；]{0,6}?(?:在|到|向)(?P<where>[^，。；]{2,50}?)(?:推广|推开|铺开|复制|试点|落地|推行|试运行|试水|试行)",
)
# 选了甲村、乙村等8个村: whom a project covers.
_CHOSEN = needing(
    "惠及 涉及 涵盖 确定 覆盖 辐射 选了 选出 选取 选定 选择 遴选",
    r"(?:选了|选取|选定|选择|选出|遴选|覆盖|涉及|惠及|涵盖|辐射|确定)了?(?P<where>[^，。；]{3,60}?)"
    r"(?:(?:等\s?(?:[\d一二三四五六七八九十两]+)?个?|(?:[\d一二三四五六七八九十两]+)个)\s?(?:行政村|自然村|贫困村|村|社区|镇|乡镇|乡|街道|县|区)|(?:作?为|开展|先行)[^，。；]{0,6}试点|"
    r"的?(?:约|近|超)?[\d.]+(?:余|多)?万?(?:余|多)?(?:名|户|人|亩|群众|村民|居民|师生|农户|家庭)|"
    r"(?<=[村镇乡区道])(?=[，。；]))",
)
# 来自甲局、乙医院的|志愿服务队: who joins the campaign told of.
_CAME_FROM = needing(
    "来自",
    r"来自(?P<who>[^。；“”]{4,80}?)(?:等[^，。；]{0,10}?)?的?[^，。；的]{0,8}?(?:志愿者|志愿服务队|服务队|代表队|参赛队|队员|选手|专家|医生|医护人员|党员|干部职工|爱心人士)",
)
# 与甲、乙等镇的|代表签约.
_SIGNED_FOR = needing(
    "代表",
    r"(?:与|同)(?P<who>[^。；，“”]{4,80}?)(?:等?[\d一二两三四五六七八九十]*个?(?:镇街|乡镇|街道|社区|村|单位|企业|学校|部门)?)的?代表(?:分别|现场|共同|集中)?(?:签约|签订|签署)",
)
_PILOT = re.compile("试点|示范|首批|第一批")
# 平台首批接入|甲医院、乙医院两家医疗机构.
_CONNECTS = needing(
    "接入 联通",
    r"(?:平台|系统|热线|小程序)(?:目前|现|已|首批|率先|先后|共|又|还|专门)*(?:接入|联通)了?(?P<who>[^。；，“”]{3,60}?)"
    r"(?:(?:等\s?)?[\d一二两三四五六七八九十]+[余多]?[家个所]|等|(?=[，。；]))",
)
# 甲医院、乙银行|派人参加; 甲村、乙村|率先试点: of the campaign told of.
_SENT_SOME = needing(
    "参加 参与",
    "(?=[等共分还也派选抽安])"
    r"(?:等[^，。；]{0,6})?(?:共|分别|还|也)?(?:派出|选派|派|抽调|安排)[^，。；]{1,12}?(?:参加|参与)(?=[，。；])",
)
# 某公司、某信用社|为首批加入该行动的企业.
_JOINS_THIS = needing(
    "该行动 该活动 该计划",
    "(?=[等为是成也已率首先积陆踊加参响])"
    r"(?:等[^，。；、]{0,8}?)?(?:为|是|成为|也|已|率先|首批|先后|积极|陆续|踊跃){0,3}(?:加入|参与|参加|响应)了?"
    r"该(?:行动|活动|计划)",
)
_TRIES = needing(
    "试点 试行 先行先试 首批 第一批 第二批 第三批",
    "(?=[等作成被率先首已开进试入列])"
    r"(?:等[^，。；]{0,8})?(?:成为|成了|入选|入列|列入|被列为|被确定为)[^，。；]{0,6}?(?:首批|第[一二三]批)[^，。；]{0,4}?(?:试点|示范|项目|实施|重点)(?:单位|[省市县区旗州]|乡镇|街道|社区|村|学校|企业)(?=[，。；])|(?:等[^，。；]{0,8})?(?:作为|成为|被列为|被确定为)?(?:率先|先行|首批|首先|已经?)*(?:开展|进行)?(?:试点|试行|先行先试)(?:单位|村|镇|社区)?(?=[，。；])",
)
_ENROLLED = re.compile(
    r"[^。；]{0,10}(?:招收|吸纳|面向)(?P<who>[^，。；]{4,30}?)的?(?:贫困|在校|优秀)?(?:学[生员]|新生|毕业生|职工)"
)
# 某局等部门|整合400万元: who gives money for the project told of.
_FUNDS = needing(
    "投入 出资 匹配 帮扶 拨付 拨出 捐款 捐资 捐赠 整合 筹措 筹集 自筹 资助 配套 扶持 补助 支持 凑起 凑了 凑齐 凑足",
    "(?=[，也先共再出分匹又各和帮拨捐整等筹自资还配扶补支凑一合投])"
    r"(?:，(?=(?:共|一起|合力|一共)?凑))?"
    r"(?:和(?:村民|群众|企业|社会))?(?:等[^，。；、\d]{0,8}?)?(?:又|还|再|也|共|先后|分别|各|共同|一起|合力|一共)?"
    r"(?:扶持|补助|支持|凑[起了齐足]|整合|拨付|投入|配套|自筹|捐资|捐款|捐赠|出资|拨出|筹集|筹措|匹配|资助|帮扶)(?:了|资金|各类|项目|帮扶|扶贫|涉农|衔接)*[\d.]+(?:余|多)?(?:亿|万|千)?(?:余|多)?元",
)
_ASSISTS = needing(
    "加入 协办 协助 参与 参加 配合 提供 冠名 赞助",
    r"(?:等\d*[个所家]?(?:单位|部门|学校|企业|乡镇|镇|村|社区|街道|地)?)?(?:积极|主动|大力|全力|共同|密切|率先|踊跃|首批|联合|分别|也|一同)*"
    r"(?:(?:协办|配合|协助|参与|参加|加入)(?:其中)?|(?:独家|全程)?(?:冠名|赞助)|(?:免费|全程|无偿)?提供(?!了?有力|坚强|的)[^，。；]{1,14})(?=[，。；])",
)
# 甲镇、乙镇的农户|率先用上了“某某”服务.
_USERS = needing(
    "用上 装上 配上 接入 享受 受益于 体验到 领到",
    r"(?:的(?:农户|村民|居民|群众|企业|种植户|养殖户|老人|学生|商户|职工|牧民|患者|农民)们?)?(?:等\d+[家个名户][^，。；]{0,4}?)?(?:率先|首批|都|也|已经?|均|成功|第一批)*"
    r"(?:用上|装上|配上|接入|享受到?|受益于|体验到|领到)(?:了)?[^，。；“”]{0,6}$",
)
# 活动由|甲主办，乙承办，丙协办; 该小程序由|甲局开发.
_RUN_BY = needing(
    "由",
    "(?=[比大该活据招这宣此本今行平系小食驿工课超热车书项])"
    r"(?<=[，。；\n])(?:据悉，)?(?:"
    r"(?:此次|本次|该|这次|本届)?(?:活动|行动|大赛|比赛|宣传月|宣传周|招聘会)|"
    r"(?:此次|本次|该|这次|本届|今年的?)(?:[一-龥]{0,2}节|节会|赛事|联赛|锦标赛|公开赛|博览会|展会|展览|书会|庙会|晚会|运动会|活动周|活动月|文化周|峰会)|"
    r"(?:该|此|这一|这个|这项)(?:公益|服务|惠民|便民)?(?:项目|工程|计划|服务|平台|系统|小程序|软件|制度|机制|模式|做法|品牌)|"
    r"(?P<noun>项目|工程|平台|系统|小程序|食堂|驿站|工坊|课堂|超市|热线|车间|书屋)"
    r")(?:正?是)?由(?=[一-龥])",
)
# 某局|推出这项活动.
_DID_IT = needing(
    "这项 这一 此项 这个 这款 这套",
    r"(?:推出|启动|发起|实施|主办|举办|推行|建立|创设|开发|打造|首创|创办|办起)了?(?:这项|这一|此项|这个|这款|这套)"
    r"[一-龥]{0,4}?(?P<noun>活动|行动|工程|项目|计划|机制|制度|模式|平台|服务|举措|小程序|系统|做法|工作法)(?![的时中])",
)
_RUN_SERVICE = ("Service",)
_KINDS_OF = {
    "活动": ("Campaign",),
    "行动": ("Campaign",),
    "计划": ("Campaign",),
    "工程": ("Campaign", "Project"),
    "项目": ("Campaign", "Project", "Service"),
    "平台": _RUN_SERVICE,
    "服务": _RUN_SERVICE,
    "小程序": _RUN_SERVICE,
    "系统": _RUN_SERVICE,
    "举措": ("Campaign", "Mechanism", "Service"),
}
_RUN_AS = re.compile(
    r"(?:等[^，。；]{0,8}|(?:和|与|及|以及|、)[^，。；、]{1,8}?)?(?:于?[今去前]年[^，。；]{0,5}?|(?:于|自)?\d{4}年[^，。；]{0,6}?)?"
    r"(?:采[取用][^，。；]{2,10}?(?:模式|方式))?(?:共同|联合|合作|牵头|组织|负责|率先|创新|自主){0,2}"
    r"(?:(?P<lead>主办|发起|(?:投资|出资)(?:建设|兴建)?|举办|组织|开展|牵头|实施|推出|首创|打造|推行|设立|创办|共建|合建|(?<=合作|联合|共同)建设)|(?:技术)?(?P<makes>开发|研发|运营|承担)|(?:技术|运维|后勤)(?:支持|保障|服务)|承办|协办|支持|参与|配合|协助|承接|承建|资助|提供[^，。；]{2,8})"
    r"(?:的|建设|推进|(?=，|、|。|；))*(?:，|、|。|；|$)(?:由)?"
)
_HELD_TOO = re.compile(r"(?:承办|协办|支持|运营)[、，]$")
_HELD_BY = re.compile(
    r"(?:赞助|冠名|具体|联合|负责|共同|积极|一同)*(?:承办|协办|支持|赞助|运营|承建|执行|冠名|参与|参加|配合|协助|援建)的[^，。；“”]{0,12}$"
)
_GIVEN_TO = re.compile(r"(?:项目|活动|行动)?(?:捐款|捐赠|捐资|捐献|捐助)")
_SPREAD = re.compile(
    "(?=[先入到向在工已延惠推服活行覆走还进陆项”])(?:"
    r"(?:在|到|向)(?P<where>[^，。；]{2,50}?)(?:推广|推开|铺开|复制|试点|落地|(?:先行|率先|首批)(?:实施|试行|推行|启动|开展))|"
    r"”?(?:行动|活动|项目|服务|工作)?(?:已|先后|陆续|还)?(?:入驻|进驻|走进|覆盖|惠及|延伸[至到]|推广[至到])了?(?P<into>[^，。；]{2,50})"
    ")"
)
# 在甲镇、乙镇先行试点|“某某”模式: who tries it first.
_TRIED = re.compile(
    r"(?:在|选取|选择|选定|确定)(?P<where>[^，。；]{2,50}?)(?:等[^，。；]{0,8}?)?(?:作为试点，?)?(?:先行|率先|首批|开展|启动)*(?:试点|试行|先试)(?:推行|实施|运行|开展|推广|建设)?(?:，(?:培育|打造|探索|推行|创建|形成))?了?$"
)
# 以甲社区、乙社区为试点，打造|“某某”模式.
_TRIED_BY = re.compile(
    r"以(?P<where>[^，。；]{2,50}?)(?:等[^，。；]{0,8}?)?为(?:首批|先行|重点|首个|第一批)?(?:试点|示范点|样板|先行区)(?:村|社区|学校|单位|镇|街道)?，"
    r"(?:[^，。；“”]{0,8})?(?:培育|打造|探索|推行|创建|形成|推出|推进|实施|开展|建设|构建|建立|推广)(?:了|出)?$"
)
# 由某妇联负责技能培训，某信用社提供贷款: who is given a part in what was told of.
_GIVEN_PART = re.compile(r"(?:由|，)$")
_HAS_PART = re.compile(
    r"(?:分别|具体|共同|联合)?(?:负责(?!实施|建设|推进|牵头|承建|组织|[，。；])|"
    r"提供|承办|协办|配合|协助|具体实施|派出|选派)(?!人|任)"
)
_BY_WHOM = re.compile(r"由[^，。；]{2,30}?(?:负责|提供|承办|协办|主办|牵头|派出|选派)")
_GIVEN_FOR = re.compile(
    "(?=[共再又捐累出资赞拨已也还先一去今前此曾个主])"
    r"(?:[去今前]年|此前|曾|个人|主动|已|也|还|先后|一次性|共|累计|再次|又)*(?:捐(?:款|赠|资|助|献)|出资|资助|赞助|拨款)[^，。；]{0,16}，?(?:专项|全部)?(?:用于|支持|助力|援建|建设|资助|帮助[^，。；]{0,6}建设)[^，。；]{0,4}$"
)
_TO_WHOM = re.compile(r"(?:现场|当场|主动|一次性|也|还|又|再次|共|累计)*(?:向|为|给)[^，。；]{2,20}$")
_AND_ALSO = re.compile(r"，(?:并|还|又|也|共|再|将)?$")
_GIVES_TO = re.compile("(?:已|共|先后|还|又|今年|累计){0,2}[向为给]")
_GIFT = re.compile(r"(?:等[^，。；]{0,12}|的?[^，。；、]{0,8}?)?(?:捐赠|捐建|赠送|送去|送上|发放|配备|安装|援建|新建|添置)")
_SERVED = re.compile(r"(?:为|已为|给|向)(?P<who>[^，。；]{2,60}?)(?:等[^，。；]{0,10})?提供")
_SUPPORTED = re.compile(r"(?:[^，。；]{0,6}，)?(?:得到|获得|赢得|收到|接受|接收)了?")
# 甲局、乙局|分别与20户企业结成对子, 丙镇、丁镇|纷纷成立服务队.
_EACH_DOES = re.compile(
    "等?(?:\\d+[家个]|[一-龥]{0,4}(?:单位|部门))?(?:分别|各自|纷纷|先后|率先|相继|积极行动|闻令而动|迅速行动)(?!是|为)"
)
# 60万元由|某基金会|捐出.
_GIVEN_BY = needing("元 资金 款", "(?:[\\d.]+(?:余|多)?[万亿]?(?:余|多)?元|资金|善款|款)(?:全部|均|都)?由")
_GAVE = re.compile("(?:捐[出赠助献资建]|赞助|资助|无偿|慷慨)")
_SUPPORT = re.compile(
    r"[^，。；]{0,24}的?(?:大力|积极|鼎力|热情|无私|倾力)?(?:支持|赞助|冠名|响应|资助|捐助|捐赠|捐款|捐资|帮助|参与|协助)"
)


_PERSON_IN = re.compile(
    "(?:也|还|又|已|曾|首批|第一批|主动|积极|踊跃|率先|成功|报名|自愿|去年|今年|连续[^，。；]{1,4}年|和[^，。；]{1,8}一起)*"
    "(?:参加|参与|加入|报名参加|入选|投身|被?(?:选入|纳入|列入))(?:了|到|过)?(?:[^，。；“”]{0,8}的)?"
)
#: behind the name of a scheme, what makes it an event that one attends
_ONE_DAY = re.compile("[^，。；]{0,6}(?:启动|开幕|开班|开工|揭牌|动员|部署|推进|总结|座谈)?(?:仪式|式|会议?|现场)")
_HAS_MEMBERS = re.compile("(?:现|已|目前|首批|先后|此次|本次|今年)?(?:共有|共|有|吸引了?|汇聚了?|聚集了?|组织了?)(?=[一-龥])")
_TAKE_PART = re.compile(
    "等?(?:[\\d一二两三四五六七八九十百]+[余多]?[个家所支名位])?[^，。；]{0,10}?(?:参加|参与|加入|参赛|参展)(?![者人])"
)


class Partakers:
    """Who takes part in what one article tells of."""

    def __init__(self, clauses: Clauses, actors: Actors, subjects: Subjects) -> None:
        self._clauses, self._actors, self._subjects = clauses, actors, subjects
        self.article, self.found, self.text = clauses.article, clauses.found, clauses.text

    def beside(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """Who takes part, as the sentence that names an initiative says."""
        yield from self._served(sentence, initiative)
        yield from self._given_by_it(sentence, initiative)
        paired = PAIRED_FOR.search(self.text, sentence.lo, initiative.start)
        others, end = self._clauses.listed_from(paired.start("who")) if paired is not None else ([], 0)
        for other in others if paired is not None and end == paired.end("who") else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.paired", 0.72, subject=other, object=initiative)
        used = _USERS.search(self.text, max(sentence.lo, initiative.start - 30), initiative.start)
        for user in self._clauses.listed_to(used.start()) if used is not None else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.served", 0.72, subject=user, object=initiative)
        yield from self._spread(sentence, initiative)
        yield from self._given(sentence, initiative)
        yield from self._supported(sentence, initiative)
        yield from self._parts(sentence, initiative)
        yield from self._enrolled(sentence, initiative)
        yield from self._helped(sentence, initiative)
        yield from self._assisted(initiative)
        yield from self._each_one(sentence, initiative)
        yield from self._joined_by_name(sentence, initiative)
        yield from self._attended_by(sentence, initiative)
        are = MEMBERS_ARE.match(self.text, initiative.end, sentence.hi)
        for member in self._clauses.listed_from(are.end())[0] if are is not None else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.member", 0.75, subject=member, object=initiative)

    def _joined_by_name(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """教师某某|参加了|“某某”活动: a person who joins a scheme that runs, behind his name."""
        person = next(self.found.before(Kind.PERSON, initiative.start), None)
        if person is None or person.start < max(sentence.lo, self.article.body):
            return
        if _PERSON_IN.fullmatch(self.text, person.end, self._clauses.chain_begin(initiative)) is None:
            return
        if _ONE_DAY.match(self.text, initiative.end) is None:
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.joined", 0.7, subject=person, object=initiative)

    def _attended_by(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """“某某”活动|共有|甲校、乙校|等5所学校参加: the list before those who take part."""
        has = _HAS_MEMBERS.match(self.text, initiative.end, sentence.hi)
        members, end = self._clauses.listed_from(has.end()) if has is not None else ([], 0)
        if members and _TAKE_PART.match(self.text, end) is not None:
            for member in members:
                yield self._clauses.claim(
                    "takesPartIn", initiative.start, "claims.joined", 0.75, subject=member, object=initiative
                )

    def told_on(self) -> Iterator[Claim]:
        """What a later clause says of the initiative told of: where it was taken over, whom it covers, who paid for it."""
        for pattern, rule in ((_THIS_WAY, "claims.spread"), (_CHOSEN, "claims.covered")):
            for match in pattern.finditer(self.text, self.article.body):
                kind = match["kind"] or "" if pattern is _THIS_WAY else ""
                told = self._told(match.start(), ("Project", "Campaign", "Mechanism", "Service"), kind)
                if told is None:
                    continue
                for place in self._clauses.smallest(*match.span("where")):
                    yield self._clauses.claim("takesPartIn", match.start(), rule, 0.72, subject=place, object=told)
        for pattern, places in ((_CAME_FROM, False), (_SIGNED_FOR, True)):
            for match in pattern.finditer(self.text, self.article.body):
                told = self._told(match.start(), ("Campaign", "Service"))
                lo, hi = match.span("who")
                if told is None:
                    continue
                for member in [
                    *self.found.between(Kind.ORGANISATION, lo, hi),
                    *(self._clauses.smallest(lo, hi) if places else ()),
                ]:
                    yield self._clauses.claim("takesPartIn", match.start(), "claims.joined", 0.72, subject=member, object=told)
        yield from self._answers()
        for pattern in (_SENT_SOME, _TRIES, _JOINS_THIS):
            for match in pattern.finditer(self.text, self.article.body):
                members = self._clauses.listed_to(match.start())
                told = self._told(match.start(), ("Campaign", "Service", "Mechanism")) if members else None
                if told is None or self.text[self._clauses.chain_begin(members[0]) - 1] not in "，。；\n":
                    continue
                for member in members:
                    yield self._clauses.claim("takesPartIn", match.start(), "claims.joined", 0.72, subject=member, object=told)
        for match in _FUNDS.finditer(self.text, self.article.body):
            givers = self._clauses.listed_to(match.start())
            told = self._told(match.start(), ("Project",)) if givers else None
            if told is None or self.found.between(Kind.INITIATIVE, match.end(), self._clauses.sentence(match.start()).hi):
                continue
            for giver in givers:
                if not giver.text.endswith(("政府", "委")):
                    yield self._clauses.claim("takesPartIn", match.start(), "claims.funded", 0.72, subject=giver, object=told)

    def _answers(self) -> Iterator[Claim]:
        """甲村率先响应, 丙公司为活动提供场地: who is told of behind an initiative, without its name."""
        kinds = ("Campaign", "Service", "Mechanism", "Project")
        patterns = [pattern for pattern in (PARTAKES, GIVES_FOR, SENDS) if pattern.may_match(self.text)]
        for last in (*self.found.of(Kind.ORGANISATION), *self.found.of(Kind.DISTRICT)) if patterns else ():
            if last.start < self.article.body or not any(pattern.match(self.text, last.end) for pattern in patterns):
                continue
            members = self._clauses.listed_to(last.end)
            begin = self._clauses.chain_begin(members[0])
            clause = past_mark(self.text, begin, "，。；：\n”")
            opens = WHEN.match(self.text, clause, begin)
            if members[-1] is last and opens is not None and _KIND_OF.fullmatch(self.text, opens.end(), begin):
                joined = PARTAKES.match(self.text, last.end)
                pilot = joined is not None and _PILOT.search(joined.group()) is not None
                yield from self._join_told(members, begin, kinds, pilot=pilot)
        yield from self._by_name(kinds)
        yield from self._pairs()
        yield from self._seconded()
        yield from self._as_example(kinds)
        yield from self._examples()
        for match in ENTRUSTS.finditer(self.text, self.article.body):
            helpers, end = self._clauses.listed_from(match.end())
            firms = [helper for helper in helpers if helper.kind is Kind.ORGANISATION]
            if firms and (ENTRUSTED if match.group() != "由" else FOR_IT).match(self.text, end):
                yield from self._join_told(firms, match.start(), ("Campaign", "Service", "Project"))
        for match in INVITES.finditer(self.text, self.article.body):
            yield from self._join_told(
                self._clauses.listed_from(match.end())[0], match.start(), ("Campaign", "Mechanism", "Service")
            )
        for match in _CONNECTS.finditer(self.text, self.article.body):
            members, end = self._clauses.listed_from(match.start("who"))
            if members and end == match.end("who"):
                yield from self._join_told(members, match.start(), ("Service",), pilot=True)
        for match in TAKES_IN.finditer(self.text, self.article.body):
            members, end = self._clauses.listed_from(match.start("who"))
            if members and end >= match.end("who") - 4:
                yield from self._join_told(members, match.start(), ("Campaign", "Mechanism", "Service"))
        for pattern in (BY_PLAN, MEANWHILE):
            for match in pattern.finditer(self.text, self.article.body):
                sentence = self._clauses.sentence(match.end())
                members = self._actors.in_clause(match.end(), sentence.hi)
                yield from self._join_told(members, match.start(), ("Campaign", "Mechanism", "Service"))

    def _seconded(self) -> Iterator[Claim]:
        """活动中，该区抽调|甲院、乙局|等部门人员下到乡镇: whose people carry out the one campaign of the article."""
        for match in SECONDED.finditer(self.text, self.article.body):
            lo, hi = match.span("from" if match["from"] else "who")
            members, end = self._clauses.listed_from(lo)
            if end < hi:
                continue
            kinds = ("Campaign",)
            line = self.text.rfind("\n", 0, match.start()) + 1
            back = MEANWHILE.match(self.text, line) is not None and "。" not in self.text[line : match.start()]
            told = self._told(match.start(), kinds) or (self._told_alone(line, kinds) if back else None)
            bodies = [member for member in members if member.kind is Kind.ORGANISATION]
            if told is None:
                continue
            for body in bodies:
                yield self._clauses.claim("takesPartIn", match.start(), "claims.joined", 0.72, subject=body, object=told)

    def _told_alone(self, at: int, subtypes: tuple[str, ...]) -> Mention | None:
        """The initiative of the paragraphs before, where they tell of one only."""
        before = [told for told in self.found.between(Kind.INITIATIVE, self.article.body, at) if is_named(told)]
        told = before[-1] if before else None
        if told is None or not isinstance(told.value, InitiativeValue) or told.value.subtype not in subtypes:
            return None
        alone = all(isinstance(t.value, InitiativeValue) and t.value.bare == told.value.bare for t in before)
        return told if alone else None

    def _as_example(self, kinds: tuple[str, ...]) -> Iterator[Claim]:
        """甲公司与乙村的这笔订单|就是一例: who is told of as an example of those that take part."""
        for match in AN_EXAMPLE.finditer(self.text, self.article.body):
            begin = past_mark(self.text, match.end(), "，。；：\n”")
            members, end = self._clauses.listed_from(begin)
            if members and AN_EXAMPLE.match(self.text, end) is not None:
                yield from self._join_told(members, begin, kinds)

    def _by_name(self, kinds: tuple[str, ...]) -> Iterator[Claim]:
        """居民某某|第一个报名加入: a person without a post who joins what was told of."""
        if not PERSON_JOINS.may_match(self.text):
            return
        for person in self.found.of(Kind.PERSON):
            if person.start < self.article.body or not PERSON_JOINS.match(self.text, person.end):
                continue
            lo = max(0, person.start - 14)
            at = next((at for at in range(person.start, lo, -1) if self.text[at - 1] in "，。；：\n"), lo)
            at = self._clauses.chain_end(at, person.start)
            if WHO_IS.fullmatch(self.text, at, person.start):
                yield from self._join_told([person], person.start, kinds)

    def _pairs(self) -> Iterator[Claim]:
        """在“百企联百村”行动中，甲公司|与乙村结成对子: both take part in what brings them together."""
        for match in PAIRED.finditer(self.text, self.article.body):
            told = self._told(match.start(), ("Campaign", "Mechanism", "Service"))
            if told is None or not PAIRS.search(told.text) or "。" in self.text[told.end : match.start()]:
                continue
            at = match.start("who") if match["who"] else match.start("whom")
            others, end = self._clauses.listed_from(at)
            if not others or (match["who"] and end < match.end("who")):
                continue
            for other in (*self._clauses.listed_to(match.start()), *others):
                if isinstance(other.value, PlaceValue) and other.value.level in ("county", "prefecture", "province"):
                    continue
                yield self._clauses.claim("takesPartIn", match.start(), "claims.paired", 0.72, subject=other, object=told)

    def _examples(self) -> Iterator[Claim]:
        """某镇推行“某某”机制。甲村|把全村编成63组: a village told of next that does what its town has set going."""
        for place in self.found.of(Kind.DISTRICT):
            if place.start < self.article.body or not isinstance(place.value, PlaceValue) or place.value.level != "community":
                continue
            told = next((told for told in self.found.before(Kind.INITIATIVE, place.start) if is_named(told)), None)
            if told is None or not told.text.startswith(QUOTED) or told.start < self.article.body:
                continue
            gap = self.text[told.end : place.start]
            value = told.value
            if gap.count("。") > 1 or "\n" in gap or not isinstance(value, InitiativeValue) or value.subtype == "Project":
                continue
            begin = self._clauses.chain_begin(place)
            clause = past_mark(self.text, begin, "，。；", told.end)
            villages, end = self._clauses.listed_from(begin)
            if (
                clause
                and place is next(iter(villages), None)
                and WHEN.fullmatch(self.text, clause, begin)
                and DOES_ITS_PART.match(self.text, end)
            ):
                for village in villages:
                    yield self._clauses.claim("takesPartIn", place.start, "claims.partakes", 0.65, subject=village, object=told)

    def _join_told(self, members: list[Mention], at: int, subtypes: tuple[str, ...], *, pilot: bool = False) -> Iterator[Claim]:
        told = self._told(at, subtypes) if members else None
        told = told or (self._topic if pilot and members else None)  # 某镇是首批试点镇之一: of what the article is about
        if told is None:
            return
        for member in members:
            yield self._clauses.claim("takesPartIn", at, "claims.partakes", 0.72, subject=member, object=told)

    def run_by(self) -> Iterator[Claim]:
        """活动由|甲主办，乙承办，丙、丁协办: of the campaign told of."""
        for match in _RUN_BY.finditer(self.text, self.article.body):
            told = self._told(match.start(), ("Campaign", "Service", "Mechanism", "Project"))
            if told is None or (match["noun"] is not None and match["noun"] not in told.text[-5:]):
                continue
            _, end = self._clauses.listed_from(match.end())
            if match["noun"] not in ("项目", "工程") or not self.text.startswith("承建", end):  # builders are told by ``works``
                yield from self._roles(told, match.end())
        for told in self.found.of(Kind.INITIATIVE):
            if is_named(told) and self.text.startswith("由", told.end):
                yield from self._roles(told, told.end + 1, known=True)
        yield from self._did_it()

    def _roles(self, told: Mention, position: int, *, known: bool = False) -> Iterator[Claim]:
        """由|甲主办，乙承办，丙、丁协办: each with what it does; ``known``: the first are known to lead it."""
        at, end = position, self._clauses.sentence(position).hi
        while position < end:
            doers, after = self._clauses.listed_from(position)
            role = _RUN_AS.match(self.text, after, end) if doers else None
            if role is None:
                return
            for doer in () if known else doers:
                predicate = "leads" if role["lead"] else "takesPartIn"
                rule = CONTRACTED if role["makes"] else "claims.run_by"
                yield self._clauses.claim(predicate, at, rule, 0.8, subject=doer, object=told)
            position, known = role.end(), False

    def _did_it(self) -> Iterator[Claim]:
        """某局、某社区|推出这项活动: who carries out what was told of."""
        for match in _DID_IT.finditer(self.text, self.article.body):
            told = self._of_kind(match.start(), _KINDS_OF.get(match["noun"], ("Mechanism", "Campaign")))
            subjects, score = self._subjects.of(self._clauses.sentence(match.start()), match.start())
            if told is None or score < 0.8 or HOME in subjects:
                continue
            for subject in subjects:
                yield self._clauses.claim("leads", match.start(), "claims.run_by", 0.75, subject=subject, object=told)

    @cached_property
    def _topic(self) -> Mention | None:
        """The one initiative that the headline names, which the whole article is about."""
        named = [told for told in self.found.between(Kind.INITIATIVE, 0, self.article.body) if is_named(told)]
        return named[0] if len(named) == 1 else None

    def _of_kind(self, at: int, subtypes: tuple[str, ...]) -> Mention | None:
        """The last initiative of a kind that is told of before, in the sentence itself or one of the two before it."""
        for told in self.found.before(Kind.INITIATIVE, at):
            gap = self.text[told.end : at]
            if gap.count("。") > 2 or "\n" in gap:
                return None
            if is_named(told) and isinstance(told.value, InitiativeValue) and told.value.subtype in subtypes:
                return told
        return None

    def _told(self, at: int, subtypes: tuple[str, ...], kind: str = "") -> Mention | None:
        """The initiative that a clause looks back to: the last of its paragraph, no more than two sentences before.

        One that is called by the clause's own word (该|模式) comes before others.
        """
        told = next(filter(is_named, self.found.before(Kind.INITIATIVE, at)), None)
        if kind:
            here = self.found.between(Kind.INITIATIVE, self.text.rfind("\n", 0, at) + 1, at)
            told = next((one for one in reversed(here) if is_named(one) and one.text.endswith(kind)), told)
        if told is None or not isinstance(told.value, InitiativeValue) or told.value.subtype not in subtypes:
            return None
        gap = self.text[told.end : at]
        return None if gap.count("。") > 2 or "\n" in gap else told

    def _spread(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """在甲社区、乙社区推广: who takes a scheme over takes part in it."""
        tried = _TRIED.search(self.text, sentence.lo, initiative.start)
        tried = tried or _TRIED_BY.search(self.text, sentence.lo, initiative.start)
        for place in self._clauses.smallest(*tried.span("where")) if tried is not None else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.spread", 0.72, subject=place, object=initiative)
        match = _SPREAD.search(self.text, initiative.end, sentence.hi)
        if match is None or self.found.between(Kind.INITIATIVE, initiative.end, match.start()):
            return
        if match["into"] and match.start() > initiative.end:
            return
        lo, hi = match.span("where" if match["where"] else "into")
        bodies = self.found.between(Kind.ORGANISATION, lo, hi) if match["into"] else ()
        for place in [*self.found.between(Kind.DISTRICT, lo, hi), *bodies]:
            if place.kind is Kind.DISTRICT and (self._clauses.smaller(place) is not None or self._clauses.inside(place)):
                continue  # 某镇|某村: the smaller one
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.spread", 0.75, subject=place, object=initiative)

    def _served(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """为甲、乙等单位提供…: those served take part."""
        match = _SERVED.search(self.text, sentence.lo, sentence.hi)
        if match is None or (match.end() > initiative.start + 12 and match.start() < initiative.end):
            return
        lo, hi = match.span("who")
        for body in self.found.between(Kind.ORGANISATION, lo, hi):
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.served", 0.7, subject=body, object=initiative)

    def _given_by_it(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """“某某书屋”项目向|某小学|捐赠图书: to whom a scheme itself gives."""
        given = _GIVES_TO.match(self.text, initiative.end, sentence.hi)
        receivers, end = self._clauses.listed_from(given.end()) if given is not None else ([], 0)
        for receiver in receivers if _GIFT.match(self.text, end, sentence.hi) else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.served", 0.7, subject=receiver, object=initiative)

    def _parts(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """开办“某某车间”，由某妇联负责技能培训，某信用社提供贷款: who is given a part takes part."""
        given = _BY_WHOM.search(self.text, initiative.end, sentence.hi)
        if given is None or self.found.between(Kind.INITIATIVE, initiative.end, given.start()):
            return
        if self._clauses.only_describes(initiative, given.start()):
            return
        for body in self.found.between(Kind.ORGANISATION, given.start(), sentence.hi):
            begins = _GIVEN_PART.search(self.text, max(given.start(), body.start - 1), body.start)
            helpers, end = self._clauses.listed_from(body.start) if begins is not None else ([], 0)
            for helper in helpers if _HAS_PART.match(self.text, end) else ():
                yield self._clauses.claim(
                    "takesPartIn", initiative.start, "claims.helper", 0.7, subject=helper, object=initiative
                )

    def _supported(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """“某某”行动得到甲协会、乙公司的大力支持: who supports it takes part in it."""
        got = _SUPPORTED.match(self.text, initiative.end, sentence.hi)
        if got is None:
            return
        helpers, end = self._clauses.listed_from(got.end())
        if helpers and _SUPPORT.match(self.text, end, sentence.hi):
            for helper in helpers:
                yield self._clauses.claim(
                    "takesPartIn", initiative.start, "claims.given", 0.75, subject=helper, object=initiative
                )

    def _given(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """甲集团捐款100万元用于某项目: who gives for a project takes part in it."""
        yield from self._given_by(sentence, initiative)
        gift = _GIVEN_FOR.search(self.text, sentence.lo, initiative.start)
        if gift is None:
            return
        giver = self._giver(sentence, gift.start())
        if giver is not None:
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.given", 0.8, subject=giver, object=initiative)

    def _given_by(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """某教学楼落成，60万元由|某基金会|捐出: by whom the money is given for what a clause before tells of."""
        by = _GIVEN_BY.search(self.text, initiative.end, sentence.hi)
        if by is None or "；" in self.text[initiative.end : by.start()]:
            return
        if self.found.between(Kind.INITIATIVE, initiative.end, by.start()):
            return
        givers, end = self._clauses.listed_from(by.end())
        for giver in givers if _GAVE.match(self.text, end) is not None else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.given", 0.78, subject=giver, object=initiative)

    def _giver(self, sentence: Sentence, at: int) -> Mention | str | None:
        """Who gives: right before the gift, before its receiver (甲集团|向某村|捐赠…), or as the subject of the sentence."""
        giver = self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.PERSON, at)
        if giver is not None and not self.text.endswith(("向", "为", "给"), sentence.lo, self._clauses.chain_begin(giver)):
            return giver
        to = _TO_WHOM.search(self.text, sentence.lo, at)
        if to is not None:
            return self.found.ending_at(Kind.ORGANISATION, to.start()) or self.found.ending_at(Kind.PERSON, to.start())
        also = _AND_ALSO.search(self.text, max(sentence.lo, at - 3), at)
        if also is None:
            return None
        subjects, score = self._subjects.of(sentence, at)
        return subjects[-1] if score >= 0.8 and len(subjects) == 1 and subjects != [HOME] else None

    def _each_one(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """开展“某某年”活动，|甲局、乙局|分别与企业结对: who each do something for it take part."""
        if not self.text.startswith("，", initiative.end) or initiative.end + 1 >= sentence.hi:
            return
        members, end = self._clauses.listed_from(initiative.end + 1)
        if len(members) > 1 and _EACH_DOES.match(self.text, end, sentence.hi):
            for member in members:
                yield self._clauses.claim(
                    "takesPartIn", initiative.start, "claims.member", 0.7, subject=member, object=initiative
                )

    def _enrolled(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """开办“某某班”，招收某校学生: whose pupils are taken takes part."""
        match = _ENROLLED.match(self.text, initiative.end, sentence.hi)
        for school in self.found.between(Kind.ORGANISATION, *match.span("who")) if match is not None else ():
            yield self._clauses.claim("takesPartIn", initiative.start, "claims.served", 0.7, subject=school, object=initiative)

    def _helped(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """某行动由甲主办，|乙、丙协办; 甲集团向某行动捐款10万元: who helps takes part."""
        others = self.found.between(Kind.INITIATIVE, sentence.lo, sentence.hi)
        for match in _ASSISTS.finditer(self.text, sentence.lo, sentence.hi) if len(others) == 1 else ():
            if self._clauses.only_describes(initiative, match.start()):
                continue  # 活动以“五个坚持”为内容，由甲牵头，|乙协办
            helpers = self._clauses.listed_to(match.start())
            begin = self._clauses.chain_begin(helpers[0]) if helpers else sentence.lo
            charged = "牵头" in self.text[sentence.lo : begin] and match.end() < initiative.start <= match.end() + 24
            if helpers and self.text[begin - 1] in "，；" and (begin > initiative.start or charged):
                for helper in helpers:
                    yield self._clauses.claim(
                        "takesPartIn", initiative.start, "claims.helper", 0.72, subject=helper, object=initiative
                    )
        if _GIVEN_TO.match(self.text, initiative.end, sentence.hi):
            towards = max(self.text.rfind(mark, sentence.lo, initiative.start) for mark in "向为给")
            giver = self.found.ending_at(Kind.ORGANISATION, towards) if 0 <= initiative.start - towards <= 12 else None
            if giver is not None:
                yield self._clauses.claim("takesPartIn", initiative.start, "claims.given", 0.75, subject=giver, object=initiative)

    def _assisted(self, initiative: Mention) -> Iterator[Claim]:
        """甲主办、|乙承办的“某某”活动: who only helps to hold it takes part."""
        at = self._clauses.chain_begin(initiative)
        held = _HELD_BY.search(self.text, max(0, at - 18), at)
        while held is not None and (helpers := self._clauses.listed_to(held.start())):
            for helper in helpers:
                yield self._clauses.claim(
                    "takesPartIn", initiative.start, "claims.helper", 0.75, subject=helper, object=initiative
                )
            at = self._clauses.chain_begin(helpers[0])
            held = _HELD_TOO.search(self.text, max(0, at - 5), at)  # 甲主办、乙承办、|丙协办的


__all__ = ["Partakers"]
