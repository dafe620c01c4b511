"""How reports say that somebody joins what others lead: the words behind a list of bodies or places, or around a name.

A campaign is told of once, by who runs it; villages, schools and companies come in later clauses that do not name it again:
甲村率先响应; 乙小学作为首批试点; 丙公司为活动提供场地; 行动中，丁派出所…. Each pattern stands for one such form. Which
initiative is meant, and who is listed, ``claims`` knows.
"""

from __future__ import annotations

import re

from kg.patterns import needing

# What stands between a list of those who join and the verb: 甲公司、乙公司|等5家企业也积极|参与其中, 丙小学|食堂|作为试点.
_MANY = (
    r"(?:食堂|门店|校区|院区|学生|师生|村民|居民|党员|志愿者|志愿服务队|职工|员工|"
    r"[两二三四五六七八九十\d]+[个家所]?(?:单位|部门|村|社区|学校|企业))?(?:等[^，。；、]{0,14}?)?"
)
_HOW = (
    r"(?:也|还|又|已|已经|都|均|共|各|先后|陆续|相继|踊跃|积极|率先|主动|首批|迅速|全力|一同|一起|共同|随即|纷纷|应邀|分别|自愿|第一批|第一时间|"
    r"多次|联合|热情|全程){0,3}"
)
_THIS = r"(?:此次|本次|该|这次|这项|这一|这个|今年的)"
_WHAT = r"(?:活动|行动|计划|工程|项目|试点|服务|机制|联盟|创建|整治|改造|比赛|宣传)"
#: 甲村、乙村|率先响应; 丙局|选派干部参加; 丁小学|便是首批试点校之一.
PARTAKES = needing(
    "参加 参与 加入 投身 响应 跟进 紧随其后 行动起来 闻令而动 试点 之一 示范点 站点 服务点 实践点 示范社区 示范村",
    rf"{_MANY}{_HOW}(?:"
    rf"(?:派出|选派|抽调|组织|安排|动员)[^，。；]{{1,14}}?(?:参加|参与|加入|投身)(?:了|到)?{_THIS}?{_WHAT}?(?=[，。；])|"
    rf"(?:报名)?(?:参加|参与|加入|投身)(?:了|到)?(?:{_THIS}{_WHAT}|其中|进来|活动|行动)?(?:中来?|当中|的行列)?(?=[，。；])|"
    r"作为(?:全[市县区镇乡州省旗]|首批|第一批|先行|[市县区省]级|唯一|的)*试点(?:村|社区|单位|学校|校|企业|乡镇|镇|街道|县|区)?(?:之一)?(?=[，。；])|"
    r"(?:便|就|正|也)?是(?:其中|首批|第一批|参与|试点|先行|参加)[^，。；]{0,14}?之一|"
    r"(?:[两三四五六七八九十\d]+个)?(?:示范点|试点|站点|服务点|实践点|示范社区|示范村)(?:正式|同时|同步)?(?:启动|揭牌|启用|投用|挂牌|开放)|"
    r"响应(?=[，。；])|跟进(?=[，。；])|紧随其后|行动起来|闻令而动"
    ")",
)
_GIVES = "捐来|捐出|捐赠|捐献|捐助|赞助|捐款|捐资"
#: 丙公司|为活动提供场地; 丁集团|捐来一批桌椅: what is given for what was told of.
GIVES_FOR = needing(
    "提供 捐来 捐出 捐赠 捐献 捐助 赞助 捐款 捐资",
    rf"{_MANY}{_HOW}(?:"
    rf"为{_THIS}?{_WHAT}[^，。；]{{0,6}}?(?:提供|{_GIVES})了?|"
    rf"(?:无偿|免费|专门)?(?:{_GIVES})(?:了|价值|现金)?[^，。；向给于]{{0,10}}?(?:\d|一批|[一二三四五六七八九十百千万]+[余多]?[台套册件张组辆把双])"
    ")",
)
#: 某局、某院|选派的26名讲师; 某院|派出医生坐诊.
SENDS = needing(
    "选派 派出 抽派 指派",
    rf"{_MANY}{_HOW}(?:选派|派出|抽派|指派)了?(?:"
    r"的[\d一二三四五六七八九十两]+名?[^，。；、的]{2,10}|"
    r"[^，。；]{1,18}?(?:授课|任教|驻点|进驻|坐诊|支教|指导|辅导|到场|值守|讲解|担任|驻校|驻村|上课|巡诊|开讲|助阵)"
    ")",
)
#: 按照活动安排，|甲县、乙县开展…: those whom the plan of what was told of names.
BY_PLAN = needing(
    "安排， 部署， 要求， 方案，",
    r"(?:按照|根据)(?:此次|本次|该)?(?:活动|行动|工程|计划)的?(?:总体|统一|工作)?(?:安排|部署|要求|方案)，",
)
#: 行动中，|某派出所…: who does something in the course of what was told of.
MEANWHILE = needing(
    "活动中， 活动期间， 活动当天， 活动现场， 活动当日， 行动中， 行动期间， 行动当天， 行动现场， 行动当日， 以来， 后，",
    r"(?<=[，。；\n])(?:在)?(?:此次|本次|该|整个)?(?:活动|行动)(?:中|期间|当天|现场|当日|开展以来|启动以来|启动后|开始后|开展后)，",
)
#: 在某县“某某”活动|中，甲集团与乙村…; 自某市“某某”行动|开展以来，….
AMID = re.compile(r"(?:活动|行动|工程|工作)?(?:中|期间|(?:启动|开展|实施|推行|部署)(?:以来|以后|后|之后))，")
BEGINS_AMID = re.compile(r"(?:在|自|自从)$")
#: “某某”行动|先进集体: what is awarded to those who took part.
HONOURED = re.compile(
    r"(?:组织工作|组织|工作|建设|创建)?(?:全[国省市县区])?(?:先进|优秀|示范|爱心|突出贡献|标兵|模范|典型){1,2}(?:集体|单位|个人|典型|企业|组织奖?|奖|项目|案例|商会|村|社区|学校|乡镇)"
)
#: 甲村|党员带头清扫, 乙村|把全村编成63组: what a village does of what was told of.
DOES_ITS_PART = re.compile(
    r"(?:也|还|则|已|先后|率先|积极|主动|随即|同步)*(?:党员|村民|居民|志愿者|干部|村干部|党支部|妇联|网格员)?[^，。；]{0,4}?"
    r"(?:把|将|带头|聘请|组织|组建|成立|设立|建立|建起|划分|发动|开展|推行|清理|整治|安排|制定|评选|办起|开办|挂牌|实行|动员|号召|出动)"
)
#: 甲商会|向“某某”行动|捐款: who gives to what others run.
GIVEN_TO = re.compile(r"(?:项目|活动|行动|基金)?(?:捐款|捐赠|捐资|捐献|捐助|注资)")
TOWARDS = re.compile(r"(?:向|为|给)[^，。；]{0,10}$")
#: 响应某部|实施|“某某”工程的号召: what stands between who leads and the name.
ITS_DEED = re.compile(r"(?:关于)?(?:组织|开展|实施|推进|发起|部署|倡导|启动|主办|提出|打造|推行|推动){1,2}的?$")
#: 自|全市公安机关开展|“某某”行动以来: all the bodies of a kind above.
OF_ALL = re.compile(r"(?:自|自从|在)?全[国省市区][^，。；“”]{0,10}?(?:组织|开展|实施|推进|部署|启动)(?:了)?$")

__all__ = [
    "AMID",
    "BEGINS_AMID",
    "BY_PLAN",
    "DOES_ITS_PART",
    "GIVEN_TO",
    "GIVES_FOR",
    "HONOURED",
    "ITS_DEED",
    "MEANWHILE",
    "OF_ALL",
    "PARTAKES",
    "SENDS",
    "TOWARDS",
]
