"""Claims: what a sentence says of the things that it names.

The subject of 推行, 开展, 启动 is the district or body that the clause is about; where the clause names none, the one
before it; where there is none, the district that the article is about, written ``HOME``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from kg import seeds
from kg.extract.attendance import find_roles
from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, PostValue, firm_name, sentence_at
from kg.extract.joins import (
    AMID,
    BEGINS_AMID,
    BY_PLAN,
    DO_IT,
    DOES_ITS_PART,
    ENTRUSTED,
    ENTRUSTS,
    FOR_IT,
    GIVEN_TO,
    GIVES_FOR,
    HE_STARTS,
    HONOURED,
    INVITES,
    ITS_DEED,
    MEANWHILE,
    OF_ALL,
    PARTAKES,
    PUT_AS,
    PUT_INTO,
    SENDS,
    SET_TO,
    TOWARDS,
)
from kg.extract.sites import find_sites
from kg.extract.whereabouts import find_whereabouts
from kg.model import Article, Claim, Evidence, Kind, Mention, Sentence
from kg.patterns import needing
from kg.text import parse_sum
from kg.words import words

COUNTY = "@county"  #: role value: the county or city of the article, also where the article is about one of its towns
HOME = "@home"  #: role value: the district that the article is about
VISITED = "claims.visited"  #: rule of a claim that holds only where nothing better is said
#: rules of claims that hold but for who is said to lead
JOINED = frozenset(("claims.partakes", "claims.adopts", "claims.amid"))

_QUOTED = ("“", "‘")
_NOT_SUBJECT = re.compile(
    r"(?:(?<![年月日以历未从原本后近])来|莅临|走访|慰问|看望|考察|调研|视察|察看|参观|帮扶|资助|送往|送到|"
    r"为(?:了|进一步|更好地?|持续|全面|深入|切实)?(?:支持|促进|推动|助力|服务|提升|加快|推进|保障|改善|加强|优化|打造|展示)|在|到|赴|向|对|与|和|由于|位于|选址|坐落|地处|毗邻|巩固|紧盯|聚焦|关注|来到|走进|深入|前往|支援|驰援|邀请|请来|聘请|从|为|给|把|将|按照|根据|落实|贯彻|经|距|往|响应|向着|结合|传达|学习|按|在位于|率|率领|带领|依托|借助|用好)(?:了|辖区内?|辖内|对口|结对|联系|挂点|包联)?的?$"
)
_WENT_TO = re.compile(r"(?:赴|来到|走进|深入|前往|奔赴|进驻|先后到|分别到)(?:了|辖区内?|辖内)?$")
# 开工的项目还有|某乡某工程: the place of an item acts as little.
_LISTS_PROJECTS = re.compile(r"项目[^，。；、]{0,8}(?:有|包括|是|为|：)$")
_JOIN = re.compile(
    r"(?:被(?:列入|纳入|列为|确定为|选为|选入|确立为)|参与|参加|加入|响应|荣获|获得|入选|支持|助力|资助|融入|配合|投身|投入到|(?:学习|借鉴)(?![^，。；]{0,8}(?:推进|推动|开展|实施|落实))|对接|用于|捐赠?|捐款)[^，。；]{0,12}$"
)
# 某镇入选|全省“某某”工程: the campaign of another.
_JOINED = re.compile(r"(?:入选|参与|参加|加入|列入|纳入|入围|响应|荣获|获得)了?全[省市区县]$")
# 发动志愿者参加“某某”活动: who moves others to join runs it.
_MOVES = re.compile(r"(?:发动|号召|动员)[^，。；]{1,30}?(?:参与|参加|加入|投身)[^，。；]{0,12}$")
_MADE_OF = re.compile(r"(?:构成|组成)的")
_AFTER_START = re.compile(r"(?:活动|工作|行动)?(?:开展|启动|实施|推行)以来")
_SPEECH = needing(
    "说 介绍 讲解 告诉 坦言 强调 指出 提出 汇报 表示 要求 透露 通报",
    r"强调|指出|要求|表示|介绍|讲解|提出|说|汇报|告诉|坦言|透露|通报",
)
_SPOKEN = re.compile(r"(?:会议|大会|[\u4e00-\u9fff]{2,4})(?:还|并)?(?:强调|指出|要求|认为|提出|明确)")
_OWN = re.compile(r"(?:全|我|本|该|[，。；、是])(?:省|市|区|县|旗|州)$|(?<=[，。；：\n”])(?:县|市|区|旗)里(?=[^，。；]{2,12}$)")
# 某项目、某项目等|2021年县民生实事项目: the county carries them out.
_COUNTYS_OWN = re.compile(
    r"[^。；]{0,200}?等(?:\d+|[一二三四五六七八九十]+)?[个件项]?(?:\d{4}年度?|今年|年度)?(?:全|我)?[市县区旗州](?:委、|政府|人民政府|级)*(?:十[大件项]|重点|重大)*(?:民生|代表票决|票决){1,2}(?:实事)?(?:项目|工程|实事)"
)
# 会议决定，在全县|深入开展某活动: the county does, whoever resolved it.
_ALL_OVER = re.compile(r"在全[县市区旗州](?:范围内|上下)?[^，。；“”]{0,8}$")
_THE_PROJECT = needing(
    "工程 项目",
    r"(?:^|[，。；\n])(?:该|这个|此)?(?:项目|工程)(?=[^，。；]{0,8}?(?:投资|计划|预计|占地|建成|投产|全长|建筑|建设|规划|达产|拟|总))",
)
_OUR_OWN = re.compile("我[省市县区旗州]$")
_BUILDER = re.compile(r"(?:施工单位|承建单位|建设单位|承建方|施工方|中标单位|由)$")
_OWNER = re.compile(r"(?:投资方|投资商|投资主体|业主|业主单位|项目业主|建设方|开发商)(?:为|是|：)?$")
_INVESTS = re.compile(r"(?:共同|联合|合作|负责|合资)?(?:投资|出资)[^，。；]{0,14}?(?:建设|兴建|打造|建成|新建|实施)")
_INVESTS_IN = re.compile(
    r"(?:计划|拟|累计|一期)?(?:总?投资|出资|斥资|耗资|投入)[^，。；]{0,14}?(?:建设|兴建|打造|建成|新建|实施|修建|开发|改造|扩建)的"
)
_PAID_THEN = re.compile(r"(?:投资|出资|开发|主办|设计|代建|业主)[^，。；、]{0,6}[、，](?:由)?")
_BUILDS = re.compile(r"(?:负责)?(?:承建|施工|承接|中标|代建|总承包|具体实施|投资建设|投资兴建)")
# 厂里|和|某学校, 园区|还与|某妇联: what joins a second subject to the first.
_BESIDE = re.compile(r"(?:还|也|将|又|已|正|先后|近日|日前|今年){0,2}(?:与|和|同)")
# 按照|县里|“某某”模式: whose initiative it is that others follow.
_FOLLOWS = re.compile(
    r"(?:按照|根据|落实|响应|依照|对照|参照|遵照|借鉴|参与|参加|加入|投身|支持|助力|配合|融入|推广|复制|积极推行|全面推行)了?$"
)
# 某设计院关于某工程|初步设计的汇报: who only plans or judges it.
_PLANNED_FOR = re.compile(
    "的?(?:建设|实施|工作)?(?:初步|概念|总体|详细)?(?:设计|规划|方案|勘察|可研|可行性|评审|审计|评估|提案|议案|建议|意见)"
)
_OWN_CLAUSE = re.compile(r"[，；](?:其|目前，?|现有|公司)?(?:(?:计划|预计)?总?投资[^，。；]{2,14}的)?(?:[一二三]期)?$")
_DURING = re.compile(r"(?:活动|行动|工作)?(?:中|期间|(?:启动|开展|实施|推行|部署)以来)，")
# 在某工会的|推动下，“某某驿站”落地.
_URGED_BY = re.compile(r"的?(?:大力|积极|精心|统一)?(?:推动|牵头|组织|主导|倡导|倡议|发起)下，")
# 某项目是某县|今年的重点民生工程.
_ITS_PROJECT = re.compile(
    r"(?:今年|去年|\d{4}年|本年度|近年来)?(?:以来)?(?:的|确定的|实施的|推进的|重点推进的)?(?:重点|重大|一项|民生|民心|十大|十件|实事|招商引资|基础设施|建设|产业|工业|文旅|第一个|首个|一号|头号|标志性){1,5}(?:项目|工程|实事)"
)
_HERE_NAMED = re.compile("[全我][市县区旗州]")
_HE_DOES = needing(
    "他 她",
    "(?<![一-龥])[他她]们?(?:还|又|也|便|就|每|主动|自己|自费|常|拿出|出资|牵头|带头|率先|发起|创办|办起|开办|成立|和[^，。；]{2,14}(?:搭档|一起|合作))",
)
_AT_PLACE = ("到", "赴", "在", "走进", "来到", "前往", "深入")
# 某小区|被列入县|老旧小区改造计划.
_ENLISTED = re.compile(r"(?:被|已|获|成功)?(?:列入|纳入|入选)了?(?:全)?[县区旗]$")
_OF_HERE = re.compile(r"(?:[省市县区旗州]里|全[省市县区旗州]|我[省市县区旗州])$")
_MODEL_OF = re.compile(
    r"(?:建设)?的?(?:首批|重要|市级|省级|县级|重点|唯一|一个|先行){0,3}(?:示范点|试点(?!工作)|示范基地|示范(?:村|乡?镇|街道|学?校|企业|户|园区?|县)|联系点|活动点|实践点|示范社区|示范单位|共建点|服务点)"
)
_JOINS_TWO = re.compile(r"(?<![还也将又已正])(?:还|也|将|又|已|正){0,2}[、和与同]$")
_JOINED_BY = re.compile(r"(?:（[^（）]{2,20}）)?(?:还|也|将|又|已|正){0,2}[、和与同]")
# 联合|某大学|学生志愿者.
_ITS_PEOPLE = re.compile("的?(?:大学生|学生|志愿者|师生|党员|干部|员工|职工|群众|民警|专家|医生|教师|医护人员)")
_HERE = re.compile(r"(?:省|市|县|区|旗|州)里")
_WITH = re.compile(r"联合|会同|携手|协同|联手|邀请")
_PARTNERED = ("联合", "会同", "携手", "协同", "联手", "和", "与", "同")
_LIST = re.compile(r"、|和|与|及|以及")
_LIST_END = re.compile(r"(?:、|和|与|及|以及)$")
_LAUNCHES = re.compile(
    r"(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|创办|构建|建立|实行|施行|首创|发起|探索|创新|组织|设立|举办|举行|结成|共建|搭建|建起|办起)(?:了|出)?[^，。；]{0,14}$"
)
# A verb of carrying out whose object is a project, also one further along a list (加快推进甲、乙、丙等项目).
_BUILDS_IT = re.compile(
    r"办好|建好|设置(?!在)|开辟|启用|搭建|推行|推出|推进|推动|推广|加快|加速|启动|开展|实施|打造|建设(?!局|厅|银行|集团|工地|现场|情况|进展|进度|成效)|新建|兴建|改建|扩建|修建|重建|建成|建起|开建|上线|创建|构建|设立(?!在|于)|举办|发布|发起|谋划|策划|开发(?!区)|上马|新上|"
    r"抓好|抓实|抓紧|做好|争取|申报|引进|引入|落实|落地|完成|施工|承担|投资(?!方|者|人|额|商|促进|集团|公司|有限|控股|发展|环境|兴业|约|近|超|\d)|规划|布局|铺排|安排|筹建|办起|开办|开设|牵头|保障(?!房)"
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
_INVESTOR = re.compile(
    r"(?:项目|工程)?的?(?:投资方|投资商|投资主体|投资人|业主|业主单位|项目业主|建设方|实施主体|开发商)(?:是|为|：|系|即)?"
)
_IN_CHARGE = re.compile(
    r"由(?P<who>[^，。；]{3,40}?)(?:牵头(?:负责|抓总|推进|组织|实施|开展|开发|建设|打造|主办|举办|落实)?|领衔|挂帅|包抓|负责推进|总负责|"
    r"(?P<does>(?:具体)?(?:负责)?组织实施|具体负责|负责(?:具体)?实施|负责(?:组织)?建设|(?:统一|自主|负责)开发(?!区)))[，、]?"
)
_HELPS = re.compile(
    r"(?:等[^，。；]{0,6})?(?:积极|共同|具体|负责|密切|全力|做好|分工)*(?:(?P<builds>代建|建设)|承建|运营|实施|配合|协助|参与|承办|协办|落实|负责|协同|抓落实)"
)
_ONLY_HELPS = re.compile(r"(?:等[^，。；]{0,6})?(?:积极|共同|密切|全力|主动|大力|一同)*(?:配合|协助|参与|参加|支持|响应|陪同)")
# 甲项目、乙项目由|丙、丁|分别实施.
_EACH_BY = re.compile(r"(?P<by>由)(?=[^，。；]{4,60}(?:分别|各自|负责))")
_EACH_DOES = re.compile(r"(?:分别|各自)(?:负责|牵头|具体)?(?:实施|承担|建设|开展|运营|承建|组织|推进)")
_THIS = re.compile(r"该|此|这|项目|工程|活动")
_ROUND = re.compile(r"(?:围绕|聚焦|就|针对)[^，。；]{0,6}$")
_TALKS = re.compile(
    r"[^，。；]{0,10}?(?:开展|进行|作|召开|举行)[^，。；]{0,8}?(?:调研|协商|视察|座谈|讨论|议政|建言|监督|评议|宣传|宣讲|培训)"
)
# Told of, not carried out: 把“某某工程”的|湛江故事讲好.
_TOLD_OF = re.compile(
    r"的(?:[一-龥]{2,3})?(?:举措|抓手|内容|组成部分|体现|载体|缩影|一环|故事|意义|重要性|背景|机遇|契机|精神|内涵|由来|成效|成果|经验|要求|部署要求)"
)
_HEADS = re.compile("带领|组织|发动|牵头|带头|领着|带着|号召|推行|推出|创办|开办|办起|创新|探索")
# 项目系省里的国债项目，由某局…; 活动周以“五个坚持”为内容，由某部…: what something is, and what it is about.
_WHAT_IT_IS = re.compile("(?:是|系|属|属于|列为|列入|纳入|作为)[^，。；]{0,20}$")
_BY_WHAT = re.compile("[^，。；]{0,12}为[^，。；]{0,4}(?:内容|主题|抓手|载体|目标|重点|契机|牵引|主线)")
_CLAUSE_END = re.compile("[，。；]")
_PROJECT_FACILITY = (
    *("厂", "车间", "站", "园", "园区", "中心", "医院", "学校", "中学", "小学", "市场", "场", "馆", "基地"),
    *("城", "港", "山庄", "广场", "综合体", "景区", "大厦", "乐园", "度假村", "庄园", "水库", "码头"),
)
_LOWER = ("township", "community", "compound")
_TOWNS = ("township", "community")
_OF_ZONE_ITSELF = ("项目", "工程", "建设", "建设项目", "建设工程", "开发项目")
_DONE_BY = re.compile(r"(?:活动|行动|项目|工程|服务|工作)?(?:是|则|，)?由")
_DOES = re.compile(
    r"(?:于[^，。；]{2,8}[年月日初底])?(?:共同|联合|牵头|统一|率先|负责|首次|具体|发起|组织|积极|扎实|深入|大力|持续|全面|创新|精心|广泛|出资|投资|开发){0,3}"
    r"(?:发起|启动|开展|主办|推出|组织|牵头|实施|举办|创办|设立|打造|推行|创建|承办|主导|推广|探索|上线|施行|首创|构建|开设|开通|建立|建设(?!局|厅|集团|公司)|兴建|新建|投建|运营)"
)
_ONLY_HOSTS = re.compile(r"(?:等[^，。；]{0,6})?(?:具体|负责|联合|共同)*(?:承办|协办|承建|运营|提供)")
# 某公司|投资68亿元的|二期炼钢项目: whose it is.
_PAYS_FOR = re.compile(
    r"(?:今年|去年|计划|拟|共|累计|总共|先后|还|又|已){0,2}(?:投资|投入(?:[一-龥]{0,6}资金)?|出资|斥资|耗资|筹资)(?:了|约|近|超)?[\d.]+(?:余|多)?[亿万千百]*(?:余|多)?(?:美|欧)?元(?:人民币)?"
    r"(?:建设|新建|兴建|打造|实施|修建|改造|扩建|建成)?的$"
)
# “某某”是|某局|去年推出的制度.
_MADE_BY = re.compile(r"(?:活动|行动|项目|工程|服务|工作|机制|制度|模式)?，?(?:正)?是(?!由)")
_MADE = re.compile(
    rf"(?:于|在|自)?(?:今年|去年|前年|近年来|近年|[\d一二三四五六七八九十]+(?:年|月|日|月份)|以来|底|初|开始|起|年底|年初|上半年|下半年)*{_DOES.pattern}[^，。；]{{0,12}}的"
)
_DONE = re.compile(
    "(?=[上主举全共创发启大实广建开扎打持探推施构正深牵率积精组统联设集首合投出斥])"
    r"(?:共同|联合|牵头|率先|首次|创新|组织|精心|集中|正在|全面|统一|积极|扎实|深入|大力|持续|广泛){0,2}(?:发起|启动|开展|主办|推出|实施|举办|创办|设立|打造|推行|创建|开设|开通|建立|推广|探索|上线|施行|首创|构建|合办|联办|共办|共建|合建|开办|投资|出资|投资建设|投资兴建|斥资建设)的$"
)
_AT_VERB = re.compile(
    r"(?:深入|积极|扎实|全面|大力|持续|率先|创新|联合|共同|正式|集中|还|也|同步|已|将|先后|陆续|在[^，。；]{2,10}){0,3}"
    r"(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|开办|创办|构建|建立|实行|施行|首创|发起|探索|创新|组织|设立|举办|举行|打好|打赢|推进|抓好|做好)(?:了|出)?[^，。；]{0,14}"
)
_ALSO = re.compile(
    r"也(?:已|同步|同样|陆续|相继|率先|随即)?(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|创办|建立|实行|组织|设立|举办)(?:了|起)?[^，。；]{0,14}$"
)
_DOES_NOW = re.compile(
    "(?=[上共兴出合实建开打承投新负运计拟累斥约近超，.0-9])"
    r"，?(?:计划|拟|累计|共)?(?:投资|出资|合作|共同|负责|斥资)?(?:约|近|超)?(?:[\d.]+(?:余)?[亿万]元)?(?:建设|投资|兴建|新建|打造|实施|运营|开发|建起|建成|上马|承建|开展)(?:了|的)?$"
)
_BROUGHT = ("引入", "引进", "招引", "引来", "委托", "邀请", "招来")
# What a subject stands behind at the beginning of its clause: when it was.
_WHEN = re.compile(
    r"(?:连日来|近日|日前|近年来|今年来|去年来|近期|目前|当前|如今|当天|当日|当晚|同时|此外|为此|随后|据了解|据悉|今年以来|去年以来|入冬以来|入夏以来|"
    r"[\d一二三四五六七八九十—\-至、]+(?:年|月|日|时|点|分|季度)|今年|去年|今日|昨日|今天|昨天|春节|国庆|期间|前夕|上旬|中旬|下旬|以来|初|底|末|"
    r"上午|下午|晚上|晚|夜间|凌晨|清晨|中午|早上|一大早|起|开始|[\s,，])*"
)
# A clause that says what something is done for, or by what: who does it is named behind it.
_FRONTED = re.compile(
    rf"{_WHEN.pattern}(?:为了?|为进一步|随着|按照|根据|围绕|结合|针对|依托|借助|贯彻|自从?|作为|响应|通过|以)[^。；]*$"
)
# Subjects of one common noun, and what they look back to.
_BARE_SUBJECTS = {
    "社区": (Kind.DISTRICT, ("社区",)),
    "街道": (Kind.DISTRICT, ("街道",)),
    "镇": (Kind.DISTRICT, ("镇",)),
    "乡": (Kind.DISTRICT, ("乡",)),
    "村": (Kind.DISTRICT, ("村",)),
    "小区": (Kind.DISTRICT, ("小区", "苑", "花园", "家园")),
    "学校": (Kind.ORGANISATION, ("学校", "小学", "中学", "幼儿园", "学院", "高中", "一中", "二中")),
    "医院": (Kind.ORGANISATION, ("医院", "卫生院", "保健院")),
    "法院": (Kind.ORGANISATION, ("法院", "法庭")),
    "法庭": (Kind.ORGANISATION, ("法庭",)),
    "检察院": (Kind.ORGANISATION, ("检察院",)),
    "公司": (Kind.ORGANISATION, ("公司", "集团", "企业")),
    "企业": (Kind.ORGANISATION, ("公司", "集团", "企业")),
    "集团": (Kind.ORGANISATION, ("集团", "公司")),
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
    "管委会": (Kind.ORGANISATION, ("管委会",)),
    "基金会": (Kind.ORGANISATION, ("基金会",)),
    "同乡会": (Kind.ORGANISATION, ("同乡会",)),
    "商会": (Kind.ORGANISATION, ("商会",)),
}
_UNIT_BEFORE = re.compile(
    "该(?P<this>社区|街道|镇|乡|村|小区|学校|医院|法院|公司|企业|集团|合作社|局|院|校|协会|园区|厂)$|(?<![一-龥]所)(?P<bare>学校|医院|公司)$"
)
# 县里|又争取资金，实施…: the county, whatever clause it stands in.
_COUNTY_DOES = needing("区里 县里 州里 市里 旗里", "(?<=[，。；：\n”])[县市区旗州]里(?![的有人])")
# “我们村|靠着‘某某’行动…”: the speaker's.
# “我们|推出‘某某’模式”, “俺村”.
_OUR_UNIT = re.compile(
    "(?:我们?|咱们?|俺们?)(?:村|社区|镇|乡|街道|学校|公司|医院|厂|(?:也|还|就|又|先后|率先|主动|积极|今年|去年|近年来|创新|大力|全面){0,2}"
    "(?:推出|推行|推广|开展|创新|探索|实行|打造|建立|成立|开设|启动|组织|发起|办起|建起|创办|开办))"
)
_BARE_SUBJECT = re.compile(
    f"(?=[下为今去同如接日此每目近随，全该镇乡村局厂园{''.join(sorted({noun[0] for noun in _BARE_SUBJECTS}))}])"
    r"(?:(?<=[，。；：\n])|^)(?:目前|同时|此外|如今|近日|日前|今年|去年|近年来|今年以来|为此|随后|接下来|下一步|今后|每年|每月|每周)?，?"
    r"(?:(?P<all>全(?=[镇乡村局院校])|该(?=[院校]))(?P<whole>镇|乡|村|局|院|校)|(?P<noun>"
    + "|".join(sorted((noun for noun in _BARE_SUBJECTS if len(noun) > 1), key=lambda noun: (-len(noun), noun)))
    + r")里?|(?P<inside>镇|乡|村|局|厂|园)里)"
)
_BOTH = needing(
    "两乡 两区 两县 两地 两局 两市 两村 两校 两镇 两院 双方",
    "(?=[下两今双同未此目，])"
    r"(?:(?<=[，。；：\n])|^)(?:目前|同时|此外|今后|下一步|未来)?，?(?:双方|两地|两县|两区|两市|两村|两镇|两乡|两校|两院|两局|双方还|双方将)",
)
# Bodies of which an article tells where it tells of the whole county.
_OWN_HOUSES = ("公司", "集团", "企业", "合作社", "厂", "医院", "学校")
# 全镇组建了|“某某”巡逻队，推行…: what is formed does not form.
_FORMED = re.compile(
    r"(?:组建|成立|设立|组成|建立|创建|选派|派出|邀请|聘请)(?:起|了)?(?:[\d一二三四五六七八九十两]+[支个家])?“?$"
)
_TEAMS = ("队", "组", "专班", "指挥部", "委员会", "办公室", "中心", "站", "小分队")
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
    r"(?:参加|加入|参与|发起|开办|创办|开设|办起|办了|创立|成立|设立|组织|推出|建起|建成|办成)(?:了|起|到|过)?[^，。；]{0,6}"
)
_SETS_UP = re.compile(r"(?:定下|走出|建起|搭起|办起|开起|请来|创下|想出|摸索出)(?:了|起|出)?[^，。；“”]{0,6}$")
# 请来某大学教授|某某: who is brought in.
_BROUGHT_BEFORE = re.compile(r"(?:请来|邀请|聘请|请|联系|带着|带领)[^，。；“”]{0,20}$")
_HEARD = re.compile("听取了?[^，。；]{0,26}$")  # 听取某局局长|甲|汇报，要求…: another speaks
_AND_WHO = re.compile(r"[与和、][^，。；]{0,16}")
_DOES_BY_NAME = re.compile(
    r"(?:[^。；“”：]{2,40}，)?(?:主动|自发|积极|带头|率先|牵头|也|还|又|就|便|自费|义务|当即|一手|亲手|[^，。；“”：]{0,10}?)?"
    r"(?:发起|开办|创办|开设|办起|创立|成立|设立|推出|推行|建起|搭起|定下|走出|首创|探索|领衔|打造|摸索出|想出)(?:了|起|到|过|出)?[^，。；“”]{0,6}"
)
# 某局|派驻干部: whom a body has sent acts, not the body.
_HAS_SENT = re.compile(r"(?:派驻|选派|下派|派出)(?:的|到|干部|第一书记|驻村|队员|人员|至|在)")
# 某工程是|某县委、县政府确定的|民生工程: who decided on it.
_DECIDED = re.compile("(?:[、和][^，。；、“”]{2,12})?(?:确定|下达|部署|批准|批复|认定|命名|评定|授予|交办)的")
_OF_MANY = re.compile(r"等(?:多个|相关|有关|[\d一二三四五六七八九十]+个)?(?:部门|单位)")
_MEDIA = ("融媒体中心", "融媒体", "报社", "电视台", "广播电视台", "日报", "晚报", "新闻网", "通讯社")
_OF_WHOLE_COUNTY = ("县委", "区委", "市委", "旗委", "州委", "政府", "人大", "人大常委会", "政协", "指挥部", "常委会", "领导小组")
_AND = ("和", "与", "同")
_WE = ("我县", "我区", "我市", "我旗", "我镇", "我乡")
_OPENING = re.compile(r"(?:[^，。]{0,12}，)?(?:近日|日前|近年来|今年以来|为此|同时|目前|此外|据了解|据悉)?，?")
_SIGN = re.compile(r"签订|签下|签约|签署|中标|承建")
_BEGUN_SINCE = re.compile(r"(?:签订|签下|签约|签署)[^。；]*?，[^。；]*?(?:集中|同步|新|同时)开工[^。；，]*$")
_SIGN_MANNER = re.compile(r"(?:正式|成功|共同|现场|顺利|还|也|就|将|双方|集中|再次|举行|日前|近日|今日)*$")
_PARTY_MARK = re.compile("(?=[、与再同和已携正跟还])" r"(?:还|已|正式|再次)?(?:与|和|同|、|跟|携手)$")
_HELPED = re.compile(r"(?:支持|协助|助力|配合|帮助)$")
# 这一做法在甲县、乙县推广: of the mechanism told of last.
_THIS_WAY = needing(
    "复制 推广 推开 落地 试点 铺开",
    r"(?:这一|这种|此|这项|该|这套)(?:做法|模式|机制|制度|经验|举措|工作法|办法)[^，。；]{0,6}?(?:在|到|向)(?P<where>[^，。；]{2,50}?)(?:推广|推开|铺开|复制|试点|落地)",
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
    "试点 试行 先行先试",
    "(?=[等作成被率先首已开进试])"
    r"(?:等[^，。；]{0,8})?(?:作为|成为|被列为|被确定为)?(?:率先|先行|首批|首先|已经?)*(?:开展|进行)?(?:试点|试行|先行先试)(?:单位|村|镇|社区)?(?=[，。；])",
)
_ENROLLED = re.compile(
    r"[^。；]{0,10}(?:招收|吸纳|面向)(?P<who>[^，。；]{4,30}?)的?(?:贫困|在校|优秀)?(?:学[生员]|新生|毕业生|职工)"
)
# 某局等部门|整合400万元: who gives money for the project told of.
_FUNDS = needing(
    "出资 匹配 帮扶 拨付 拨出 捐款 捐资 捐赠 整合 筹措 筹集 自筹 资助 配套",
    "(?=[也先共再出分匹又各和帮拨捐整等筹自资还配])"
    r"(?:和(?:村民|群众|企业|社会))?(?:等[^，。；、\d]{0,8}?)?(?:又|还|再|也|共|先后|分别|各|共同)?"
    r"(?:整合|拨付|配套|自筹|捐资|捐款|捐赠|出资|拨出|筹集|筹措|匹配|资助|帮扶)(?:了|资金|各类|项目|帮扶|扶贫|涉农|衔接)*[\d.]+(?:余|多)?(?:亿|万|千)?(?:余|多)?元",
)
_ASSISTS = needing(
    "加入 协办 协助 参与 参加 配合",
    r"(?:等\d*[个所家]?(?:单位|部门|学校|企业|乡镇|镇|村|社区|街道|地)?)?(?:积极|主动|大力|全力|共同|密切|率先|踊跃|首批|联合|分别|也|一同)*"
    r"(?:协办|配合|协助|参与|参加|加入)(?:其中)?(?=[，。；])",
)
# 活动由|甲主办，乙承办，丙协办.
_RUN_BY = needing(
    "由",
    "(?=[比大该活据招这宣此本行])"
    r"(?<=[，。；\n])(?:此次|本次|该|这次|据悉，)?(?:活动|行动|大赛|比赛|宣传月|宣传周|招聘会)(?:是)?由(?=[一-龥])",
)
_RUN_AS = re.compile(
    r"(?:等[^，。；]{0,8}|(?:和|与|及|以及|、)[^，。；、]{1,8}?)?(?:共同|联合|牵头)?(?:(?P<lead>主办|发起|举办|组织|开展|牵头)|承办|协办|支持|参与|配合|协助)(?:，|、|。|；|$)(?:由)?"
)
_HELD_TOO = re.compile(r"(?:承办|协办|支持)[、，]$")
_HELD_BY = re.compile(r"(?:赞助|冠名|具体|联合)?(?:承办|协办|支持|赞助)的[^，。；“”]{0,12}$")
# 某村的|做法被镇党委总结为“某某”工作法: whose way it is.
_SUMMED_UP = re.compile(r"的做法[^，。；]{0,4}?被?[^，。；“”]{0,12}(?:总结|提炼|概括|归纳)(?:为|成)$")
# 由甲主办，|乙赞助承办的“某某”活动.
_HOSTED = re.compile(r"主办[、，](?=[^。；]{2,60}(?:承办|协办|支持|赞助)的[^，。；“”]{0,12}$)")
_CEREMONY_OF = re.compile(
    r"(?:等[^，。；]{0,8}|[、和与以][^。；]{2,60}?)?[^，。；]{0,12}"
    r"(?:仪式|启动会|推进会|现场会|座谈会|发布会|动员会)"
)
_USED_ON = re.compile(r"(?:在|通过|借助|利用)(?:了)?$")
_USES = re.compile(r"(?:使用|登录|扫描?|拨打|下载|点开|(?:拿起|打开|拿出|掏出|出示)[^，。；“”]{0,5})(?:了|着)?$")
_GIVEN_TO = re.compile(r"(?:项目|活动|行动)?(?:捐款|捐赠|捐资|捐献|捐助)")
_SPREAD = re.compile(
    "(?=[先入到向在工已延惠推服活行覆走还进陆项”])(?:"
    r"(?:在|到|向)(?P<where>[^，。；]{2,50}?)(?:推广|推开|铺开|复制|试点|落地)|"
    r"”?(?:行动|活动|项目|服务|工作)?(?:已|先后|陆续|还)?(?:入驻|进驻|走进|覆盖|惠及|延伸[至到]|推广[至到])了?(?P<into>[^，。；]{2,50})"
    ")"
)
# 在甲镇、乙镇先行试点|“某某”模式: who tries it first.
_TRIED = re.compile(
    r"(?:在|选取|选择|选定|确定)(?P<where>[^，。；]{2,50}?)(?:等[^，。；]{0,8}?)?(?:作为试点，?)?(?:先行|率先|首批|开展|启动)*(?:试点|试行|先试)(?:推行|实施|运行|开展|推广|建设)?(?:，(?:培育|打造|探索|推行|创建|形成))?了?$"
)
# 由某妇联负责技能培训，某信用社提供贷款: who is given a part in what was told of.
_GIVEN_PART = re.compile(r"(?:由|，)$")
_HAS_PART = re.compile(
    r"(?:分别|具体|牵头|共同|联合)?(?:负责(?!实施|建设|推进|牵头|承建|组织)|"
    r"提供|承办|协办|配合|协助|具体实施|派出|选派)(?!人|任)"
)
_BY_WHOM = re.compile(r"由[^，。；]{2,30}?(?:负责|提供|承办|协办|主办|牵头|派出|选派)")
_GIVEN_FOR = re.compile(
    "(?=[共再又捐累出资赞拨已也还先一])"
    r"(?:已|也|还|先后|一次性|共|累计|再次|又)?(?:捐(?:款|赠|资|助|献)|出资|资助|赞助|拨款)[^，。；]{0,16}，?(?:专项|全部)?(?:用于|支持|助力|援建|建设|资助|帮助[^，。；]{0,6}建设)[^，。；]{0,4}$"
)
_TO_WHOM = re.compile(r"(?:现场|当场|主动|一次性|也|还|又|再次|共|累计)*(?:向|为|给)[^，。；]{2,20}$")
_AND_ALSO = re.compile(r"，(?:并|还|又|也|共|再|将)?$")
_SERVED = re.compile(r"(?:为|已为|给|向)(?P<who>[^，。；]{2,60}?)(?:等[^，。；]{0,10})?提供")
_SUPPORTED = re.compile(r"(?:[^，。；]{0,6}，)?(?:得到|获得|赢得)了?")
_SUPPORT = re.compile(r"[^，。；]{0,24}的?(?:大力|积极|鼎力|热情|无私|倾力)?(?:支持|资助|捐助|帮助|参与|协助)")
_SUM = re.compile(
    "(?=[上下专争协合安工引总投拨斥概筹签耗落计财造配项预])"
    r"(?:总投资额?|计划总投资|项目总投资额?|计划投资|预计投资|投资总额|总投入|投资额|投资|投入(?:[\u4e00-\u9fff]{0,8}资金)?|总造价|引进(?:社会)?(?:资本|资金)|引资|(?:拨出|安排|落实|下拨|争取)?(?:专项|配套|财政|上级)(?:经费|资金)|争取资金|筹资|筹集资金|总概算|概算|斥资|耗资|签约金额|协议投资|合同金额|项目资金|工程造价|造价)(?:约?为?|达到?|"
    r"超过?|近|约|逾|共计?|金额)?(?:人民币)?"
    r"(?P<sum>(?:约|近|超|逾)?[\d.,]+(?:余|多)?(?:亿|千万|百万|万)?(?:余|多)?(?:(?:美|欧|港)?元|(?<=[亿万])(?=的)))"
)
_SPENT = re.compile(r"(?:完成(?:相关|专项|各类|固定资产|年度|有效){0,3}|累计)$")
_MONEY = re.compile("(?=[约超近逾,.0-9])" r"(?:约|近|超|逾)?[\d.,]+(?:余|多)?(?:亿|千万|百万|万)?(?:余|多)?(?:美|欧|港)?元")
_EACH_SUM = re.compile(
    rf"分别(?:总?投资|投入|耗资|斥资|计划投资)(?:额)?(?:为|达|约)?(?P<sums>{_MONEY.pattern}(?:[、和与及]{_MONEY.pattern})+)"
)
# 实施“久安工程”|，争取国家投资1100万元: the sum of a campaign that builds.
_AT_ONCE = re.compile("，(?:争取|累计|共|计划|落实)?[^，。；]{0,6}?(?:投资|投入|资金)")
# 总投资31亿元的8个项目; 签约项目3个，总投资…: the sum of several, which is none's own.
_SEVERAL = re.compile(
    r"[\d一二三四五六七八九十两几多](?:余|多)?(?:个|项|批)[^，。；]{0,14}?(?:项目|工程)|"
    r"(?:项目|工程)(?:共|共计|累计|合计|总数|达)?\d+(?:余|多)?(?:个|项)"
)
_TOLD_BEFORE = re.compile("该|此|这|本|其|整个|全部|项目|工程|一期|二期|三期|其中|由|据|在")
_SUM_WORDS = seeds.word_list("no_project_names")
_ANOTHER = re.compile(r"[、和及][^，。；]*(?:项目|工程)")
_BUILT = re.compile(r"(?:建设|新建|兴建|打造|实施|改造|修建|建成|扩建)?的")
_THEN_BUILT = re.compile(
    r"，?(?:拟|计划|将)?(?:在[^，。；]{2,30}?)?(?:建设|新建|兴建|打造|实施|建成|投建|完成|援建|修建|改建|扩建|捐建|建起)(?:了)?(?:(?:全|总)?长[\d.]+(?:公里|千米|米)的)?"
)
_LOCATED = re.compile(
    r"^(?:坐?落?于|位于|坐落在|位居|地处|落户(?:于|在|到)?|(?:正式|成功)?(?:落地|入驻|进驻)(?:于|在|到)?|"
    r"(?:项目)?(?:位于|选址(?:于|在)?|坐落于?))"
)
# 冢头镇|开工|某项目，渣园乡|开工|某项目: what is begun in a town lies there.
_OPENS = re.compile("(?:集中|新|还|将|同步)?(?:开工(?:建设)?|竣工|投产|新建|引进|落户)了?(?:总?投资约?[\\d.]+[亿万]+元的?)?")
_AREA_OF = re.compile(r"(?:辖区|境内|辖区内|域内)?(?:的)?(?:企业|重点企业|龙头企业|辖区企业|爱心企业|民营企业)?(?:——)?$")
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
    r"(?:正式|顺利|建成|成功|全面|集中|如期|举行)*(?:动工|开工|开建|启建|奠基|竣工|投产|启动|投用|投运|建成|落成|落地|通车|点火|揭牌|启用)"
)
_IS_IN = re.compile(r"^是(?P<who>[^，。；]{2,30}?)(?:内|境内|辖区)?(?:的)?(?:一家|的|内|知名|重点|龙头)")


# 在某镇|投资2亿元建设的|某项目.
_BUILT_IN = needing("在", r"(?<!存)在(?=[一-龥])")
_BUILDS_THERE = re.compile(
    r"(?:境内|辖区)?(?:计划|拟|将|已|还|正在|共同|再)?(?:总?投资|投入|出资|斥资)?(?:约|近|超)?(?:[\d.]+(?:余|多)?[亿万]?(?:美|欧)?元)?(?:，)?"
    r"(?:规划|投资|开工)?(?:建设|新建|兴建|打造|实施|建成|修建|投建|落地|扩建|布局|建起)(?:了)?的?"
)
_FOUNDS_IT = re.compile(
    r"(?:有支|有个|有家|成立|组建|办起|建起|创办|注册|创建|办有|开办|引进|引入|组成)(?:起来)?(?:了)?(?:一?[支个家])?“?$"
)
_FOUNDS = re.compile(
    r"(?:村里|村中|村上|村子里|社区里?|村|居民|业主|村民|群众|党员|党组织|党支部|党总支|“?两委”?|干部){0,3}"
    r"(?:自发|还|又|也|率先|牵头|先后|已|自愿|去年|前年|今年|当年|带头|共同|联合|一起|[\d年月]{4,9}){0,3}" + _FOUNDS_IT.pattern
)
_SETTLES = needing(
    "位于 地处 坐落 落地 落户 选址",
    r"[项工][目程](?:[^，。；]{0,24}，)?(?:拟|计划|将|已)?(?:落户|选址|位于|坐落|地处|落地)(?:在|于|到)?",
)
_SETTLES_FROM = re.compile(r"[，。；：\n](?:目前|据悉|其中)?，?(?:该|此)?$")  # what stands before it: no name
_FOUNDED = ("Enterprise", "Association", "TaskForce", "PublicInstitution")
_RULES = needing("管辖 辖有", "(?=[主共现管负辖])" r"(?:主要|现|共)?(?:管辖|辖有|负责管辖)(?:着)?")


def _is_named_after(place: Mention, work: Mention, text: str) -> bool:
    """Whether a name begins with its small district and goes on: 某村|滑坡治理工程, 某产业园|二期项目, not 某产业园|项目."""
    value = place.value
    if place.end >= work.end or not isinstance(value, PlaceValue):
        return False
    own = value.level == "zone" and text.count(place.text) > 1
    return value.level in _LOWER or (own and work.text[place.end - work.start :] not in _OF_ZONE_ITSELF)


def _is_firm(body: Mention) -> bool:
    return isinstance(body.value, BodyValue) and body.value.subtype == "Enterprise"


def _is_zone(place: Mention) -> bool:
    return isinstance(place.value, PlaceValue) and place.value.level == "zone"


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

        self._main: dict[int, list[Mention]] = {}
        self._head: list[Mention | None] = []

    @cached_property
    def _bare(self) -> list[re.Match[str]]:
        """Subjects that say only what kind of body acts."""
        return list(_BARE_SUBJECT.finditer(self.text))

    @cached_property
    def _both(self) -> list[re.Match[str]]:
        """双方, 两地 as subjects."""
        return list(_BOTH.finditer(self.text))

    @cached_property
    def _built(self) -> list[Claim]:
        """Who builds, and who pays for it."""
        return list(self._builders())

    def __call__(self) -> Iterator[Claim]:
        yield from self._posts()
        yield from self._initiatives()
        yield from self._sums()
        yield from self._built
        yield from self._owners()
        yield from self._places()
        yield from self._in_zone()
        yield from self._built_in()
        yield from self._settled()
        yield from self._founded()
        yield from self._sites()
        yield from self._served_by()
        yield from self._visited()
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
        adopted: list[Claim] = []
        for mention in self.found.of(Kind.INITIATIVE):
            value = mention.value
            if not isinstance(value, InitiativeValue) or value.back:
                continue
            sentence = self._sentence(mention.start)
            weight, claims = self._carriers(sentence, mention, value)
            headed = self._headed(mention.start) if mention.start < self.article.body else None
            if headed is not None and claims and not self._actors(headed.end + 1, mention.start):
                yield self._claim("leads", mention.start, "claims.headed", 0.8, subject=headed, object=mention)
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
                adopted.extend(self._adopts(claim) for claim in claims if self._is_small_leader(claim))
            yield from self._served(sentence, mention)
            yield from self._spread(sentence, mention)
            yield from self._given(sentence, mention)
            yield from self._supported(sentence, mention)
            yield from self._parts(sentence, mention)
            yield from self._enrolled(sentence, mention)
            yield from self._helped(sentence, mention)
            yield from self._assisted(mention)
        run = [*self._run_by(), *self._charged()] if best else []
        told = {self._bare_name(claim) for claim in run if claim.predicate == "leads"}
        paid = {self._bare_name(claim) for claim in self._built if claim.predicate == "leads"} if best else set()
        for name, (weight, _, claims) in sorted(best.items(), key=lambda entry: entry[1][1]):
            if name in paid and all(self._is_of_place(claim) for claim in claims):
                continue  # 某乡“某某”项目由某公司投资建设: the town only has it
            guessed = weight < 0.7 and name in told  # where a later sentence says who holds it, nobody else is guessed
            yield from (claim for claim in claims if not guessed or claim.predicate != "leads")
        yield from adopted
        if best:
            yield from self._told_on()
            yield from run

    @staticmethod
    def _is_of_place(claim: Claim) -> bool:
        """Whether a claim gives a project to the district that it is named by."""
        told = dict(claim.roles)
        project, leader = told.get("object"), told.get("subject")
        if not isinstance(project, Mention) or not isinstance(project.value, InitiativeValue) or not isinstance(leader, Mention):
            return leader == HOME and isinstance(project, Mention)
        return project.value.subtype == "Project" and leader.kind is Kind.DISTRICT

    @staticmethod
    def _adopts(claim: Claim) -> Claim:
        return replace(claim, predicate="takesPartIn", evidence=replace(claim.evidence, by="claims.adopts", score=0.7), score=0.7)

    @staticmethod
    def _is_small_leader(claim: Claim) -> bool:
        """Whether a claim says of a village, a school or a company that it does what others do: 甲村推行“某某”."""
        subject = dict(claim.roles).get("subject")
        if claim.predicate != "leads" or not isinstance(subject, Mention):
            return False
        value = subject.value
        if isinstance(value, PlaceValue):
            return value.level in ("community", "compound")
        return isinstance(value, BodyValue) and value.subtype in ("Enterprise", "PublicInstitution", "GrassrootsBody")

    @staticmethod
    def _bare_name(claim: Claim) -> str:
        told = dict(claim.roles).get("object")
        return told.value.bare if isinstance(told, Mention) and isinstance(told.value, InitiativeValue) else ""

    def _told_on(self) -> Iterator[Claim]:
        """What a later clause says of the initiative told of: where it was taken over, whom it covers, who paid for it."""
        for pattern, rule in ((_THIS_WAY, "claims.spread"), (_CHOSEN, "claims.covered")):
            for match in pattern.finditer(self.text, self.article.body):
                told = self._told(match.start(), ("Project", "Campaign", "Mechanism", "Service"))
                if told is None:
                    continue
                for place in self._smallest(*match.span("where")):
                    yield self._claim("takesPartIn", match.start(), rule, 0.72, subject=place, object=told)
        for pattern, places in ((_CAME_FROM, False), (_SIGNED_FOR, True)):
            for match in pattern.finditer(self.text, self.article.body):
                told = self._told(match.start(), ("Campaign", "Service"))
                lo, hi = match.span("who")
                if told is None:
                    continue
                for member in [*self.found.between(Kind.ORGANISATION, lo, hi), *(self._smallest(lo, hi) if places else ())]:
                    yield self._claim("takesPartIn", match.start(), "claims.joined", 0.72, subject=member, object=told)
        yield from self._partakers()
        for pattern in (_SENT_SOME, _TRIES, _JOINS_THIS):
            for match in pattern.finditer(self.text, self.article.body):
                members = self._listed_to(match.start())
                told = self._told(match.start(), ("Campaign", "Service", "Mechanism")) if members else None
                if told is None or self.text[self._chain_begin(members[0]) - 1] not in "，。；\n":
                    continue
                for member in members:
                    yield self._claim("takesPartIn", match.start(), "claims.joined", 0.72, subject=member, object=told)
        for match in _FUNDS.finditer(self.text, self.article.body):
            givers = self._listed_to(match.start())
            told = self._told(match.start(), ("Project",)) if givers else None
            if told is None or self.found.between(Kind.INITIATIVE, match.end(), self._sentence(match.start()).hi):
                continue
            for giver in givers:
                if not giver.text.endswith(("政府", "委")):
                    yield self._claim("takesPartIn", match.start(), "claims.funded", 0.72, subject=giver, object=told)

    def _partakers(self) -> Iterator[Claim]:
        """甲村率先响应, 丙公司为活动提供场地: who is told of behind an initiative, without its name."""
        kinds = ("Campaign", "Service", "Mechanism", "Project")
        patterns = [pattern for pattern in (PARTAKES, GIVES_FOR, SENDS) if pattern.may_match(self.text)]
        for last in (*self.found.of(Kind.ORGANISATION), *self.found.of(Kind.DISTRICT)) if patterns else ():
            if last.start < self.article.body or not any(pattern.match(self.text, last.end) for pattern in patterns):
                continue
            members = self._listed_to(last.end)
            begin = self._chain_begin(members[0])
            clause = max(self.text.rfind(mark, 0, begin) for mark in "，。；：\n”") + 1
            if members[-1] is last and _WHEN.fullmatch(self.text, clause, begin):
                yield from self._join_told(members, begin, kinds)
        yield from self._examples()
        for match in ENTRUSTS.finditer(self.text, self.article.body):
            helpers, end = self._listed_from(match.end())
            firms = [helper for helper in helpers if helper.kind is Kind.ORGANISATION]
            if firms and (ENTRUSTED if match.group() != "由" else FOR_IT).match(self.text, end):
                yield from self._join_told(firms, match.start(), ("Campaign", "Service", "Project"))
        for match in INVITES.finditer(self.text, self.article.body):
            yield from self._join_told(self._listed_from(match.end())[0], match.start(), ("Campaign", "Mechanism", "Service"))
        for pattern in (BY_PLAN, MEANWHILE):
            for match in pattern.finditer(self.text, self.article.body):
                sentence = self._sentence(match.end())
                members = self._clause_actors(match.end(), sentence.hi)
                yield from self._join_told(members, match.start(), ("Campaign", "Mechanism", "Service"))

    def _examples(self) -> Iterator[Claim]:
        """某镇推行“某某”机制。甲村|把全村编成63组: a village told of next that does what its town has set going."""
        for place in self.found.of(Kind.DISTRICT):
            if place.start < self.article.body or not isinstance(place.value, PlaceValue) or place.value.level != "community":
                continue
            told = next((told for told in self.found.before(Kind.INITIATIVE, place.start) if self._sides(told)), None)
            if told is None or not told.text.startswith(_QUOTED) or told.start < self.article.body:
                continue
            gap = self.text[told.end : place.start]
            value = told.value
            if gap.count("。") > 1 or "\n" in gap or not isinstance(value, InitiativeValue) or value.subtype == "Project":
                continue
            begin = self._chain_begin(place)
            clause = max(self.text.rfind(mark, told.end, begin) for mark in "，。；") + 1
            villages, end = self._listed_from(begin)
            if (
                clause
                and place is next(iter(villages), None)
                and _WHEN.fullmatch(self.text, clause, begin)
                and DOES_ITS_PART.match(self.text, end)
            ):
                for village in villages:
                    yield self._claim("takesPartIn", place.start, "claims.partakes", 0.65, subject=village, object=told)

    def _clause_actors(self, lo: int, hi: int) -> list[Mention]:
        """Who acts in the clause that begins at ``lo``, if it begins with them."""
        comma = self.text.find("，", lo, hi)
        actors = self._actors(lo, comma if comma > 0 else hi)
        if not actors or not _WHEN.fullmatch(self.text, lo, self._chain_begin(actors[0])):
            return []
        return list(self._joint(actors))

    def _join_told(self, members: list[Mention], at: int, subtypes: tuple[str, ...]) -> Iterator[Claim]:
        told = self._told(at, subtypes) if members else None
        if told is None:
            return
        for member in members:
            yield self._claim("takesPartIn", at, "claims.partakes", 0.72, subject=member, object=told)

    def _run_by(self) -> Iterator[Claim]:
        """活动由|甲主办，乙承办，丙、丁协办: of the campaign told of."""
        for match in _RUN_BY.finditer(self.text, self.article.body):
            told = self._told(match.start(), ("Campaign", "Service"))
            if told is None:
                continue
            position, end = match.end(), self._sentence(match.start()).hi
            while position < end:
                doers, after = self._listed_from(position)
                role = _RUN_AS.match(self.text, after, end) if doers else None
                if role is None:
                    break
                for doer in doers:
                    predicate = "leads" if role["lead"] else "takesPartIn"
                    yield self._claim(predicate, match.start(), "claims.run_by", 0.8, subject=doer, object=told)
                position = role.end()

    def _told(self, at: int, subtypes: tuple[str, ...]) -> Mention | None:
        """The initiative that a clause looks back to: the last of its paragraph, no more than two sentences before."""
        told = next((told for told in self.found.before(Kind.INITIATIVE, at) if self._sides(told)), None)
        if told is None or not isinstance(told.value, InitiativeValue) or told.value.subtype not in subtypes:
            return None
        gap = self.text[told.end : at]
        return None if gap.count("。") > 2 or "\n" in gap else told

    def _smallest(self, lo: int, hi: int) -> list[Mention]:
        """The districts of a stretch, but for those that only say where the next one lies (某镇|某村)."""
        return [
            place
            for place in self.found.between(Kind.DISTRICT, lo, hi)
            if self.found.starting_at(Kind.DISTRICT, place.end) is None
        ]

    def _listed_to(self, position: int) -> list[Mention]:
        """The bodies of a list that ends at ``position``."""
        members: list[Mention] = []
        while (
            member := self.found.ending_at(Kind.ORGANISATION, position) or self.found.ending_at(Kind.DISTRICT, position)
        ) is not None:
            members.insert(0, member)
            begin = self._chain_begin(member)
            mark = _LIST_END.search(self.text, max(0, begin - 2), begin)
            if mark is None:
                break
            position = mark.start()
        return members

    def _helped(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """某行动由甲主办，|乙、丙协办; 甲集团向某行动捐款10万元: who helps takes part."""
        others = self.found.between(Kind.INITIATIVE, sentence.lo, sentence.hi)
        for match in _ASSISTS.finditer(self.text, sentence.lo, sentence.hi) if len(others) == 1 else ():
            helpers = self._listed_to(match.start())
            begin = self._chain_begin(helpers[0]) if helpers else sentence.lo
            if helpers and self.text[begin - 1] in "，；" and begin > initiative.start:
                for helper in helpers:
                    yield self._claim("takesPartIn", initiative.start, "claims.helper", 0.72, subject=helper, object=initiative)
        if _GIVEN_TO.match(self.text, initiative.end, sentence.hi):
            towards = max(self.text.rfind(mark, sentence.lo, initiative.start) for mark in "向为给")
            giver = self.found.ending_at(Kind.ORGANISATION, towards) if 0 <= initiative.start - towards <= 12 else None
            if giver is not None:
                yield self._claim("takesPartIn", initiative.start, "claims.given", 0.75, subject=giver, object=initiative)

    def _assisted(self, initiative: Mention) -> Iterator[Claim]:
        """甲主办、|乙承办的“某某”活动: who only helps to hold it takes part."""
        at = self._chain_begin(initiative)
        held = _HELD_BY.search(self.text, max(0, at - 18), at)
        while held is not None and (helpers := self._listed_to(held.start())):
            for helper in helpers:
                yield self._claim("takesPartIn", initiative.start, "claims.helper", 0.75, subject=helper, object=initiative)
            at = self._chain_begin(helpers[0])
            held = _HELD_TOO.search(self.text, max(0, at - 5), at)  # 甲主办、乙承办、|丙协办的

    def _enrolled(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """开办“某某班”，招收某校学生: whose pupils are taken takes part."""
        match = _ENROLLED.match(self.text, initiative.end, sentence.hi)
        for school in self.found.between(Kind.ORGANISATION, *match.span("who")) if match is not None else ():
            yield self._claim("takesPartIn", initiative.start, "claims.served", 0.7, subject=school, object=initiative)

    def _carriers(self, sentence: Sentence, mention: Mention, value: InitiativeValue) -> tuple[float, list[Claim]]:
        """The claims of one mention, and how plainly it says who acts."""
        subjects, score = self._actor(sentence, mention.start)
        doers = self._doers(sentence, mention) or self._brought(sentence, mention)
        if doers:
            subjects, score = doers, 0.9
        elif _HOSTED.search(self.text, sentence.lo, mention.start):
            return 0.0, []  # 由某协会主办，甲承办的: nobody known leads it
        before = self.text[sentence.lo : mention.start]
        if self.text.startswith("资金", mention.end):
            return 0.0, []  # 某协作|资金: what pays for something else
        if _TOLD_OF.match(self.text, mention.end) and not _LAUNCHES.search(before) and not doers:
            return 0.0, []
        signs = bool(_SIGN.search(before)) and (value.subtype == "Project" or value.name.endswith("协议"))
        signs = signs and _BEGUN_SINCE.search(before) is None  # 签约10个项目，同时集中开工|甲公路、乙水库
        last = subjects[-1] if subjects else None
        if isinstance(last, Mention) and _HELPED.search(self.text, sentence.lo, self._list_begin(subjects)):
            before = self.text[last.end : mention.start]  # 支持|市委、市政府|打好…: they do it
        amid = [] if doers or signs else self._amid_of(sentence, mention) or self._put_into(sentence, mention, subjects, score)
        if amid:
            return 0.85, amid
        if not doers and HONOURED.match(self.text, mention.end):  # “某某”行动|先进集体
            honoured = [s for s in subjects if s != HOME] if score >= 0.8 else []
            return (0.75 if honoured else 0.0), [
                self._claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=s, object=mention) for s in honoured
            ]
        above = None if doers or signs else self._above(sentence, mention)
        if above is not None:  # 某社区按照|县里|“某某”模式组建…
            followers = [s for s in subjects if s != HOME and s is not above] if score >= 0.7 else []
            enlisted = _ENLISTED.search(self.text, max(sentence.lo, mention.start - 8), mention.start)
            if enlisted is not None:
                followers = list(self._listed_to(enlisted.start()))
            claims = [self._claim("leads", mention.start, "claims.leads", 0.8, subject=above, object=mention)]
            claims += [
                self._claim("takesPartIn", mention.start, "claims.follows", 0.75, subject=s, object=mention) for s in followers
            ]
            return 0.85, claims
        if not doers and _MODEL_OF.match(self.text, mention.end):  # 某村是|某团委“某某”工程|的示范点
            owner = self._owner_of(mention) if mention.text.startswith(_QUOTED) else None
            models = [s for s in subjects if s != HOME and s is not owner] if score >= 0.8 else []
            claims = [
                self._claim("takesPartIn", mention.start, "claims.follows", 0.75, subject=s, object=mention) for s in models
            ]
            if owner is not None:
                claims.append(self._claim("leads", mention.start, "claims.leads", 0.85, subject=owner, object=mention))
            if claims:
                return 0.8, claims
        given = GIVEN_TO.match(self.text, mention.end) is not None and TOWARDS.search(before) is not None
        joins = signs or given or bool(_JOIN.search(before) and not _MOVES.search(before)) or self._amid(before, mention)
        if not joins and _AFTER_START.match(self.text, mention.end) and subjects != [HOME]:
            joins = self._owner_of(mention) is None  # 自某县|“某某”模式推行以来: its own
        joins = joins or (subjects != [HOME] and self._discussed(sentence, mention))
        predicate = "takesPartIn" if joins else "leads"
        launch = _LAUNCHES.search(before)
        offered = _SETS_UP.search(before) is not None
        launched = launch is not None and _LOOKS.search(before, launch.start()) is None  # 组织|代表视察某工作
        if joins and not signs and _CEREMONY_OF.match(self.text, mention.end):
            return 0.0, []  # 参加|某项目|开工仪式
        if value.subtype == "Service" and _USES.search(self.text, max(0, mention.start - 10), mention.start) and not doers:
            return 0.0, []  # 教老人使用|“某某码”
        owner = self._owner_of(mention)
        if owner is None and value.subtype == "Project" and not doers and not joins:
            owner = self._firm_of(sentence, mention)
        if value.subtype == "Service" and not doers and owner is None and _USED_ON.search(before[-3:]):
            return 0.0, []  # 居民在|“某某”平台|上报修
        if owner is not None and joins and owner.kind is Kind.DISTRICT:
            owner = None  # 甲县参与建设|乙镇|“某某人家”: where it is
        if owner is not None and (value.subtype == "Project" or (mention.text.startswith(_QUOTED) and not joins)) and not doers:
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
        if subjects == [HOME] and mention.text.startswith(_QUOTED) and (alike := self._namesake(value.bare)) is not None:
            subjects = [alike]
        if self._goes_there(mention, value):
            pass  # 赴|某村|开展“某某”行动: the village does not lead it
        elif value.place is not None and (subjects == [HOME] or elsewhere) and not _is_zone(value.place):
            subjects = [value.place]
        if signs and owner is not None and value.subtype == "Project" and owner.text.endswith(("公司", "集团")):
            subjects, signed = [], [owner]  # 签约的有|甲公司|某项目、|乙公司|某项目
        elif signs:
            subjects = self._parties(sentence, mention.start) or self._companies(sentence, mention.start)
            signed = [s for s in subjects if value.subtype == "Project" and isinstance(s, Mention) and _is_firm(s)]
        else:
            signed = []
        named = self._by_person(sentence, mention) if predicate == "leads" and (launched or offered) else []
        if named and named[-1] not in subjects:
            subjects = named if score < 0.7 else [*subjects, *named]
        partners, charged = self._partners(subjects, mention.start)
        members = bool(partners) and (
            _ITS_PEOPLE.match(self.text, partners[-1].end) is not None
            or self.text.endswith("邀请", sentence.lo, self._chain_begin(partners[0]))
        )
        claims = [
            self._claim(predicate, mention.start, f"claims.{predicate}", score * mention.score, subject=s, object=mention)
            for s in subjects
        ]
        claims += [self._claim("leads", mention.start, "claims.signed", 0.7, subject=s, object=mention) for s in signed]
        hosts = [s for s in subjects if signed and isinstance(s, Mention) and s.kind is Kind.DISTRICT]
        if len(hosts) == 1 and value.place is None:  # 甲县与某公司签订某项目合同: it comes to the county
            claims.append(self._claim("locatedIn", mention.start, "claims.signed", 0.75, subject=mention, object=hosts[0]))
        for role, sure in (("leads", 0.75), ("takesPartIn", 0.6)) if predicate == "leads" else (("takesPartIn", 0.7),):
            if (charged and role == "takesPartIn") or (members and role == "leads"):
                continue  # 甲牵头，会同|乙、丙|开展…: all of them carry it out
            claims += [self._claim(role, mention.start, "claims.partner", sure, subject=p, object=mention) for p in partners]
        heads = 0.02 if mention.start < self.article.body else 0.0  # a report says who acts more closely than its headline
        return score + (0.1 if launched else 0.0) - (0.2 if joins and not signs else 0.0) - heads, claims

    def _namesake(self, name: str) -> Mention | None:
        """“红色姚家”: the community or the town told of by whose name a scheme is called, 姚家社区."""
        for place in self.found.of(Kind.DISTRICT):
            value = place.value
            if isinstance(value, PlaceValue) and value.level in _LOWER and not value.relative:
                core = place.text.removesuffix("街道").removesuffix("社区").rstrip("镇乡村")
                if len(core) > 1 and core in name:
                    return place
        return None

    def _goes_there(self, mention: Mention, value: InitiativeValue) -> bool:
        """Whether those who carry out a scheme have come to its place for it."""
        if value.place is None or value.place.end > mention.start:
            return False
        begin = self._chain_begin(value.place)
        return _WENT_TO.search(self.text, max(0, begin - 8), begin) is not None

    def _above(self, sentence: Sentence, mention: Mention) -> Mention | str | None:
        """按照|县里|“某某”模式, 响应|某县委|“某某”行动: whose initiative others follow."""
        if not mention.text.startswith(_QUOTED):
            return COUNTY if _ENLISTED.search(self.text, max(sentence.lo, mention.start - 8), mention.start) else None
        owner, at = self._before_deed(sentence, mention)
        here = _OF_HERE.search(self.text, max(sentence.lo, at - 3), at) if owner is None else None
        begin = self._chain_begin(owner) if owner is not None else here.start() if here is not None else -1
        if begin < 0 or not _FOLLOWS.search(self.text, max(sentence.lo, begin - 5), begin):
            return None
        return owner or COUNTY

    def _firm_of(self, sentence: Sentence, project: Mention) -> Mention | None:
        """某公司是园区首家企业，|一期年产2万吨棉纱项目投资3亿元: whose project a later clause begins with."""
        if _OWN_CLAUSE.search(self.text, max(sentence.lo, project.start - 24), project.start) is None:
            return None
        main = self._main_actors(sentence)
        if len(main) != 1 or not _is_firm(main[0]) or main[0].end >= project.start:
            return None
        if self.text.endswith("由", sentence.lo, self._chain_begin(main[0])):
            return None  # 甲项目由某公司实施；|乙项目…
        return None if self._actors(main[0].end, project.start) else main[0]

    def _list_begin(self, subjects: Sequence[Mention | str]) -> int:
        first = subjects[0]
        return self._chain_begin(first) if isinstance(first, Mention) else 0

    def _before_deed(self, sentence: Sentence, mention: Mention) -> tuple[Mention | None, int]:
        """某部|实施的|“某某”工程: who is named before a scheme and what is done with it, and where that name would end."""
        at = mention.start - self.text.endswith("的", 0, mention.start)
        deed = ITS_DEED.search(self.text, max(sentence.lo, at - 6), at)
        at = deed.start() if deed is not None else at
        return self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at), at

    def _amid_of(self, sentence: Sentence, mention: Mention) -> list[Claim]:
        """在某县“某某”活动中，|甲集团与乙村…: the county leads what others do something in."""
        during = AMID.match(self.text, mention.end, sentence.hi) if mention.text.startswith(_QUOTED) else None
        if during is None:
            return []
        if OF_ALL.search(self.text, sentence.lo, mention.start):  # 自全市公安机关开展“某某”行动以来，|某县公安局…
            return [
                self._claim("takesPartIn", mention.start, "claims.amid", 0.72, subject=joiner, object=mention)
                for joiner in self._clause_actors(during.end(), sentence.hi)
                if joiner.kind is Kind.ORGANISATION
            ]
        owner, _ = self._before_deed(sentence, mention)
        if owner is None:
            return []
        begin = self._chain_begin(owner)
        if not BEGINS_AMID.search(self.text, max(sentence.lo, begin - 2), begin):
            return []
        joiners = [j for j in self._clause_actors(during.end(), sentence.hi) if j.text != owner.text]
        return [
            self._claim("leads", mention.start, "claims.leads", 0.85, subject=owner, object=mention),
            *(self._claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=j, object=mention) for j in joiners),
        ]

    def _put_into(self, sentence: Sentence, mention: Mention, subjects: Sequence[Mention | str], score: float) -> list[Claim]:
        """某局把|某村列为|“某某”示范村; 组织|甲局、乙局开展|“某某”活动: whom another puts into a scheme takes part in it."""
        put = PUT_INTO.search(self.text, sentence.lo, mention.start) or SET_TO.search(self.text, sentence.lo, mention.start)
        if put is None:
            return []
        members, end = self._listed_from(put.start("who"))
        if not members or not (PUT_AS if put.re is PUT_INTO else DO_IT).fullmatch(self.text, end, mention.start):
            return []
        actors = [s for s in subjects if s not in members and score >= 0.68] or [HOME] * (put.re is PUT_INTO)
        kinds = ("Campaign", "Mechanism", "Service", "Policy")
        led = isinstance(mention.value, InitiativeValue) and (mention.value.subtype in kinds or actors != [HOME])
        return [
            *(self._claim("leads", mention.start, "claims.leads", 0.75, subject=a, object=mention) for a in actors if led),
            *(self._claim("takesPartIn", mention.start, "claims.amid", 0.75, subject=m, object=mention) for m in members),
        ]

    def _amid(self, before: str, mention: Mention) -> bool:
        """某法院在“某某”行动中|…: who does something in a campaign takes part in it."""
        return before.endswith("在") and self.text.startswith(("中", "期间"), mention.end)

    def _owner_of(self, mention: Mention) -> Mention | None:
        """The company or body whose name stands right before an initiative, or begins it."""
        if isinstance(mention.value, InitiativeValue) and mention.value.owner is not None:
            return mention.value.owner
        if self.text.endswith("关于", 0, mention.start):
            if _PLANNED_FOR.match(self.text, mention.end):
                return None
            about = mention.start - 2
            while self.text[about - 1 : about] == "、":  # 审议某政府关于甲的报告、关于|乙的报告
                about = self.text.rfind("关于", max(0, about - 60), about - 1)
            told = self.found.ending_at(Kind.ORGANISATION, about)  # 听取某局关于|“某某”行动…的汇报
            teller = self.found.ending_at(Kind.PERSON, mention.start - 2) if told is None else None
            return told if teller is None else self._teller(teller.start, mention.start)
        owner = self.found.ending_at(Kind.ORGANISATION, mention.start) or self.found.starting_at(Kind.ORGANISATION, mention.start)
        if mention.text.startswith(_QUOTED):
            if owner is not None and owner.end >= mention.end:
                return None  # the same words, read as a body
            at = mention.start - self.text.endswith("的", 0, mention.start)
            owner = owner or self.found.ending_at(Kind.PERSON, at)  # 教师某某|“和美课堂”教学法
            owner = owner or self.found.ending_at(Kind.DISTRICT, at)  # 某区“四个一线”, 某镇的“积分超市”
            if owner is None:
                return self._unit_before(at)
            held = owner.kind is Kind.DISTRICT and _CEREMONY_OF.match(self.text, mention.end)
            return None if self.text.endswith(_AT_PLACE, 0, self._chain_begin(owner)) and not held else owner
        if owner is None and self.text.endswith(("公司", "集团"), 0, mention.start):
            return next((m for m in self._with_parents(Kind.ORGANISATION, mention.start - 2) if _is_firm(m)), None)
        if owner is None and self.text.endswith("的", 0, mention.start):
            company = self.found.ending_at(Kind.ORGANISATION, mention.start - 1)  # 该集团的|某某项目
            firm = company is not None and isinstance(company.value, BodyValue) and company.value.subtype == "Enterprise"
            owner = company if firm else None
        if owner is None:
            return None
        facility = owner.text.endswith(_PROJECT_FACILITY)  # 某污水处理厂|二期工程: built, not a builder
        return None if facility or owner.end >= mention.end else owner

    def _unit_before(self, at: int) -> Mention | None:
        """校长甲介绍了|学校|“某某”做法, |该镇|的“某某”: the unit told of last."""
        unit = _UNIT_BEFORE.search(self.text, max(0, at - 6), at)
        if unit is None or self.text.endswith(_AT_PLACE, 0, unit.start()):
            return None
        kind, ends = _BARE_SUBJECTS[unit["this"] or unit["bare"]]
        if self.found.covering(kind, at - 1) is not None:
            return None
        return next((m for m in self._with_parents(kind, unit.start()) if m.text.endswith(ends)), None)

    def _carries(
        self, sentence: Sentence, mention: Mention, value: InitiativeValue, subjects: list[Mention | str], weak: bool
    ) -> bool:
        """Whether a sentence gives a reason to say that someone carries an initiative out.

        A project needs a verb of carrying out before it (加快推进甲、乙等项目) that no visit comes after (推进…，察看了甲项目); a
        service needs one where nobody in the sentence acts; campaigns and mechanisms are their district's own.
        """
        built = self._last(_BUILDS_IT, sentence.lo, mention.start)
        near = built >= 0 and not _CLAUSE_END.search(self.text, built, mention.start)
        if value.subtype == "Project" and mention.text.startswith(_QUOTED) and subjects != [HOME]:
            return not self._studied(sentence, mention)  # “红色物业”项目: a scheme more than a building
        if value.subtype == "Project":
            return near and built > self._last(_LOOKS, sentence.lo, mention.start)
        if value.subtype == "Service" and (subjects == [HOME] or weak) and mention.end > self.article.body:
            return near or _OWN.search(self.text, sentence.lo, mention.start) is not None
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
        told = (self.text.rfind(word, sentence.lo, mention.start) for word in ("；", "汇报了", "介绍了", "汇报", "介绍"))
        lo = max(sentence.lo, *told)  # 到某镇督查某工作，镇长甲汇报了|“某某”进展情况: his own
        looks = self._last(_LOOKS, lo, mention.start)
        return looks > self._last(_BUILDS_IT, lo, mention.start)

    def _discussed(self, sentence: Sentence, mention: Mention) -> bool:
        """围绕推进某工程|开展协商调研: who only talks of it takes part in it."""
        if not _ROUND.search(self.text, max(sentence.lo, mention.start - 10), mention.start):
            return False
        return _TALKS.match(self.text, mention.end, sentence.hi) is not None

    def _partners(self, subjects: list[Mention | str], position: int) -> tuple[list[Mention], bool]:
        """甲联合|乙、丙|推出…: who carries the next initiative out as well, and whether 甲 is said to be in charge."""
        first = subjects[0] if subjects else None
        if not isinstance(first, Mention):
            return [], False
        after = first.end
        if after < self._sentence(position).lo:  # 学校|邀请某法院…: the school was named before
            bare = self._bare_subject(self._sentence(position).lo, position)
            after = bare[0] if bare is not None else after
        match = _WITH.search(self.text, after, position)
        if match is None or match.start() - after > 14:  # 甲深化“一号”活动，|联合|乙建立“二号”机制
            clauses = [m for m in _WITH.finditer(self.text, after, position) if self.text[m.start() - 1] in "，；"]
            match = clauses[-1] if clauses else None
        if match is None:
            return [], False
        if not {"。", "；"}.isdisjoint(self.text[match.end() : position]):
            return [], False  # 甲联合乙举办…。创建|“某某”模式
        partners, end = self._listed_from(match.end())
        if any(self._sides(told) for told in self.found.between(Kind.INITIATIVE, end, position)):
            return [], False  # 联合乙开展甲行动，推行|“某某”模式
        return partners, "牵头" in self.text[after : match.start()]

    @staticmethod
    def _sides(told: Mention) -> bool:
        return isinstance(told.value, InitiativeValue) and not told.value.back

    def _parties(self, sentence: Sentence, position: int) -> list[Mention | str]:
        """甲区与乙公司签订…: both who sign."""
        verb = max(_SIGN.finditer(self.text, sentence.lo, position), key=lambda match: match.start())
        at = verb.start() - len(_SIGN_MANNER.search(self.text, sentence.lo, verb.start()).group())  # type: ignore[union-attr]
        parties: list[Mention | str] = []
        while (party := self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at)) is not None:
            parties.insert(0, party)
            at = self._chain_begin(party)
            mark = _PARTY_MARK.search(self.text, max(sentence.lo, at - 4), at)
            if mark is None:
                break
            at = mark.start()
        return parties if len(parties) > 1 else []

    def _companies(self, sentence: Sentence, position: int) -> list[Mention | str]:
        """Who signs for a project: the last company named before it."""
        companies = [
            b
            for b in self.found.between(Kind.ORGANISATION, sentence.lo, position)
            if isinstance(b.value, BodyValue) and b.value.subtype == "Enterprise" and not self._in_project(b)
        ]
        return [companies[-1]] if companies else []

    def _spread(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """在甲社区、乙社区推广: who takes a scheme over takes part in it."""
        tried = _TRIED.search(self.text, sentence.lo, initiative.start)
        for place in self._smallest(*tried.span("where")) if tried is not None else ():
            yield self._claim("takesPartIn", initiative.start, "claims.spread", 0.72, subject=place, object=initiative)
        match = _SPREAD.search(self.text, initiative.end, sentence.hi)
        if match is None or self.found.between(Kind.INITIATIVE, initiative.end, match.start()):
            return
        if match["into"] and match.start() > initiative.end:
            return
        lo, hi = match.span("where" if match["where"] else "into")
        bodies = self.found.between(Kind.ORGANISATION, lo, hi) if match["into"] else ()
        for place in [*self.found.between(Kind.DISTRICT, lo, hi), *bodies]:
            if place.kind is Kind.DISTRICT and (self._smaller(place) is not None or self._inside(place)):
                continue  # 某镇|某村: the smaller one
            yield self._claim("takesPartIn", initiative.start, "claims.spread", 0.75, subject=place, object=initiative)

    def _served(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """为甲、乙等单位提供…: those served take part."""
        match = _SERVED.search(self.text, sentence.lo, sentence.hi)
        if match is None or (match.end() > initiative.start + 12 and match.start() < initiative.end):
            return
        lo, hi = match.span("who")
        for body in self.found.between(Kind.ORGANISATION, lo, hi):
            yield self._claim("takesPartIn", initiative.start, "claims.served", 0.7, subject=body, object=initiative)

    def _parts(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """开办“某某车间”，由某妇联负责技能培训，某信用社提供贷款: who is given a part takes part."""
        given = _BY_WHOM.search(self.text, initiative.end, sentence.hi)
        if given is None or self.found.between(Kind.INITIATIVE, initiative.end, given.start()):
            return
        for body in self.found.between(Kind.ORGANISATION, given.start(), sentence.hi):
            begins = _GIVEN_PART.search(self.text, max(given.start(), body.start - 1), body.start)
            helpers, end = self._listed_from(body.start) if begins is not None else ([], 0)
            for helper in helpers if _HAS_PART.match(self.text, end) else ():
                yield self._claim("takesPartIn", initiative.start, "claims.helper", 0.7, subject=helper, object=initiative)

    def _supported(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """“某某”行动得到甲协会、乙公司的大力支持: who supports it takes part in it."""
        got = _SUPPORTED.match(self.text, initiative.end, sentence.hi)
        if got is None:
            return
        helpers, end = self._listed_from(got.end())
        if helpers and _SUPPORT.match(self.text, end, sentence.hi):
            for helper in helpers:
                yield self._claim("takesPartIn", initiative.start, "claims.given", 0.75, subject=helper, object=initiative)

    def _given(self, sentence: Sentence, initiative: Mention) -> Iterator[Claim]:
        """甲集团捐款100万元用于某项目: who gives for a project takes part in it."""
        gift = _GIVEN_FOR.search(self.text, sentence.lo, initiative.start)
        if gift is None:
            return
        giver = self._giver(sentence, gift.start())
        if giver is not None:
            yield self._claim("takesPartIn", initiative.start, "claims.given", 0.8, subject=giver, object=initiative)

    def _giver(self, sentence: Sentence, at: int) -> Mention | str | None:
        """Who gives: right before the gift, before its receiver (甲集团|向某村|捐赠…), or as the subject of the sentence."""
        giver = self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.PERSON, at)
        if giver is not None and not self.text.endswith(("向", "为", "给"), sentence.lo, self._chain_begin(giver)):
            return giver
        to = _TO_WHOM.search(self.text, sentence.lo, at)
        if to is not None:
            return self.found.ending_at(Kind.ORGANISATION, to.start()) or self.found.ending_at(Kind.PERSON, to.start())
        also = _AND_ALSO.search(self.text, max(sentence.lo, at - 3), at)
        if also is None:
            return None
        subjects, score = self._actor(sentence, at)
        return subjects[-1] if score >= 0.8 and len(subjects) == 1 and subjects != [HOME] else None

    def _doers(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """某行动由甲、乙开展; 甲、乙开展的某行动: who is said to act, whatever stands before them."""
        by = _DONE_BY.match(self.text, mention.end)
        if by is not None and not (by.group().startswith("，") and self._only_describes(mention, by.start())):
            doers, end = self._listed_from(by.end())
            if by.group().startswith("，") and _ONLY_HOSTS.match(self.text, end) and self._actors(sentence.lo, mention.start):
                return []  # 某县推出“某某”，由甲银行|承办: the county leads it
            return list(doers) if doers and _DOES.match(self.text, end) else []
        if self.text.startswith(("、", "等"), mention.end) and _COUNTYS_OWN.match(self.text, mention.end, sentence.hi):
            return [COUNTY]
        made = _MADE_BY.match(self.text, mention.end)
        value_is_project = isinstance(mention.value, InitiativeValue) and mention.value.subtype == "Project"
        here = _HERE_NAMED.match(self.text, made.end()) if made is not None and value_is_project else None
        if here is not None:
            return [COUNTY] if _ITS_PROJECT.match(self.text, here.end()) else []
        if made is not None:
            doers, end = self._listed_from(made.end())
            owned = value_is_project and _ITS_PROJECT.match(self.text, end) is not None
            return list(doers) if doers and (owned or _MADE.match(self.text, end)) else []
        paid = _PAYS_FOR.search(self.text, max(sentence.lo, mention.start - 30), mention.start)
        if paid is not None and (payer := self._payer(sentence, paid.start())) is not None:
            return [payer]
        summed = _SUMMED_UP.search(self.text, sentence.lo, mention.start)
        if summed is not None and (makers := self._listed_to(summed.start())):
            return list(makers)
        hosted = _HOSTED.search(self.text, sentence.lo, mention.start)
        if hosted is not None and (hosts := self._listed_to(hosted.start())):
            return list(hosts)
        done = _DONE.search(self.text, max(sentence.lo, mention.start - 14), mention.start)
        if done is None:
            return []
        agents: list[Mention | str] = []
        at = self._before_place(done.start())
        while (doer := self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at)) is not None:
            agents.insert(0, doer)
            begin = self._chain_begin(doer)
            mark = _LIST_END.search(self.text, max(sentence.lo, begin - 2), begin)
            at = mark.start() if mark is not None else -1
        listed = bool(agents) and at >= 0  # 等部门、某局: more were named than are known
        first = agents[0] if agents else None
        joined = isinstance(first, Mention) and _WITH.search(self.text, max(sentence.lo, first.start - 2), first.start)
        return [] if listed or joined else agents

    def _payer(self, sentence: Sentence, at: int) -> Mention | None:
        """Who pays: a company or a house right before the sum, or the village or school told of last (村里|投入260万元的)."""
        body = self.found.ending_at(Kind.ORGANISATION, at)
        if body is not None:
            return body if isinstance(body.value, BodyValue) and not body.value.subtype.startswith("Party") else None
        bare = self._bare_subject(sentence.lo, at)
        told = bare[1][-1] if bare is not None and self.text[bare[0] : at] and at - bare[0] <= 5 else None
        return told if isinstance(told, Mention) else None

    def _before_place(self, at: int) -> int:
        """Where a doer ends before the place of what it did: 某集团|在某县|发起的."""
        start = at
        while (place := self.found.ending_at(Kind.DISTRICT, start)) is not None:
            start = place.start
        return start - 1 if start < at and self.text[start - 1] == "在" else at

    def _brought(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """引入|某公司|建设某综合体: who was brought in to do it."""
        verb = _DOES_NOW.search(self.text, max(sentence.lo, mention.start - 16), mention.start)
        doer = self.found.ending_at(Kind.ORGANISATION, verb.start()) if verb is not None else None
        first = doer
        while first is not None and (outer := self.found.ending_at(Kind.DISTRICT, first.start)) is not None:
            first = outer
        if doer is None or first is None or not self.text.endswith(_BROUGHT, sentence.lo, first.start):
            return []
        return [doer]

    def _listed_from(self, position: int) -> tuple[list[Mention], int]:
        """The bodies and districts of a list that begins at ``position``, and where it ends."""
        members: list[Mention] = []
        end = position
        while True:
            member = self.found.starting_at(Kind.ORGANISATION, position) or self.found.starting_at(Kind.DISTRICT, position)
            if member is None:
                return members, end
            while member.kind is Kind.DISTRICT and (inner := self._smaller(member)) is not None:
                member = inner  # 某镇|某村
            members.append(member)
            end = member.end
            mark = _LIST.match(self.text, end)
            if mark is None:
                return members, end
            position = mark.end()

    def _smaller(self, place: Mention) -> Mention | None:
        """What a place that ends here holds: 某镇|某村, 某县|某公司."""
        return self.found.starting_at(Kind.ORGANISATION, place.end) or self.found.starting_at(Kind.DISTRICT, place.end)

    def _actor(self, sentence: Sentence, position: int) -> tuple[list[Mention | str], float]:
        """The district or body that acts in a clause, or several named as one subject (县委、县政府)."""
        lo = sentence.lo
        if _OWN.search(self.text, lo, position) and not _JOINED.search(self.text, max(lo, position - 12), position):
            return [HOME], 0.8
        speech = max(_SPEECH.finditer(self.text, lo, position), key=lambda match: match.start(), default=None)
        if speech is not None and (
            self.found.between(Kind.PERSON, lo, speech.start())
            or self.text.endswith(("会议", "大会", "会上", "他", "她", "他还", "她还", "会议还"), lo, speech.start())
        ):
            lo = speech.end()
        candidates = self._of_last(self._actors(lo, position), position)
        county = max(_COUNTY_DOES.finditer(self.text, lo, position), key=lambda match: match.start(), default=None)
        if county is not None and (not candidates or candidates[-1].start < county.start()):
            return [COUNTY], 0.8
        speaker = self._speaker(position) if _OUR_UNIT.search(self.text, lo, position) else None
        if speaker is not None:
            return [speaker], 0.8
        private = self._private(candidates[-1].end if candidates else lo, position)
        if private is not None:
            return [private], 0.85
        bare = self._bare_subject(lo, position)
        if bare and (not candidates or candidates[-1].start < bare[0]):
            return list(bare[1]), 0.8
        over = _ALL_OVER.search(self.text, lo, position) is not None
        if over and (not candidates or candidates[-1].text.endswith(_OF_WHOLE_COUNTY)):
            return [COUNTY], 0.8
        if candidates:
            near = self._at_verb(candidates, position)
            return list(near or self._joint(self._of_clause(candidates, position))), 0.85
        if lo > sentence.lo and speech is not None:
            teller = self._teller(sentence.lo, speech.start())
            return ([teller], 0.8) if teller is not None else ([HOME], 0.75)
        if not self._head:
            self._head.append(self._headline_actor())
        head = self._head[0] if position >= self.article.body else self._headed(position)
        if head is None and position < self.article.body:
            head = self._dashed(position)
        if head is not None and position < self.article.body:
            return [head], 0.8
        behind = self._behind_front(sentence, position)
        if behind:
            return list(behind), 0.8
        if _HE_DOES.search(self.text, lo, position):
            him = self._him(lo, position)  # 他还和邻居搭档，|办“某某早茶”: a person, not where he lives
            return ([him], 0.75) if him is not None else ([], 0.65)
        led = self._led_by(lo, position)
        if led is not None:
            return [led], 0.75
        line = self.text.rfind("\n", 0, sentence.lo) + 1
        if _SPOKEN.match(self.text, line):
            return [HOME], 0.75  # a paragraph of what a meeting or a leader demanded
        for earlier in reversed([s for s in self.article.sentences if line <= s.lo < sentence.lo]):
            found = self._main_actors(earlier)
            if found:
                return list(found), 0.7
        lead = head or self._lead_actor(line)
        return ([lead], 0.68) if lead is not None else ([HOME], 0.65)

    def _speaker(self, position: int) -> Mention | None:
        """“我们村…。”某村村支书甲说: the village or the body of who says it, behind the quotation or before it."""
        close = self.text.find("”", position, position + 120)
        people = self.found.between(Kind.PERSON, close, close + 60) if close >= 0 else ()
        if people and "\n" not in self.text[close : people[0].start]:
            return self._teller(close, people[0].end)
        begin = self.text.rfind("“", 0, position)
        return self._teller(max(0, begin - 60), begin) if begin > 0 else None

    def _him(self, lo: int, position: int) -> Mention | None:
        """Whom 他 means that starts something: the one person whom the sentences before name."""
        if not HE_STARTS.search(self.text, lo, position):
            return None
        line = self.text.rfind("\n", 0, lo) + 1
        people = self.found.between(Kind.PERSON, max(line, lo - 120), lo)
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

    def _by_person(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """队长某某|牵线，请来专家，建起“某某”: who does it by name, where no body or place acts behind."""
        people = [
            person
            for person in self.found.between(Kind.PERSON, sentence.lo, mention.start)
            if not _BROUGHT_BEFORE.search(self.text, max(sentence.lo, person.start - 24), person.start)
        ]
        last = people[-1] if people else None
        if last is None or self._actors(last.end, mention.start) or _SPEECH.search(self.text, last.end, mention.start):
            return []
        if not _DOES_BY_NAME.fullmatch(self.text, last.end, mention.start):
            return []
        before = people[-2] if len(people) > 1 else None
        joint = before is not None and _AND_WHO.fullmatch(self.text, before.end, last.start) is not None
        return [before, last] if before is not None and joint else [last]

    def _lead_actor(self, line: int) -> Mention | None:
        """The body or the town that the article begins with, in the paragraphs that name none."""
        first = [s for s in self.article.sentences if self.article.body <= s.lo < line][:2]
        for sentence in first:
            for actor in self._main_actors(sentence)[:1]:
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

    def _bare_subject(self, lo: int, position: int) -> tuple[int, list[Mention | str]] | None:
        """社区|开设…, 双方|建立…: where the last subject of one common noun stands, and to whom it looks back."""
        both = next((match for match in reversed(self._both) if lo <= match.start() and match.end() <= position), None)
        if both is not None:
            pair = self._last_pair(both.start()) or ("两" in both.group() and self._two_counties(both.start())) or []
            return (both.start(), pair) if pair else None
        for match in reversed(self._bare):
            if match.start() < lo or match.end() > position:
                continue
            beside = self._beside(match.end())
            follower = words().cut(self.text[match.end() : match.end() + 6])
            if not beside and (not follower or (words().tag(follower[0])[0] not in "vdp" and words().tag(follower[0]) != "ad")):
                continue
            kind, ends = _BARE_SUBJECTS[match["noun"] or match["whole"] or match["inside"]]
            if self.found.covering(kind, match.end() - 1) is not None:
                continue
            told = next((m for m in self._with_parents(kind, match.start()) if m.text.endswith(ends)), None)
            if match["whole"] in ("院", "局", "校") and told is not None:
                told = self._spoken_of(kind, ends, match.start()) or told
            if told is not None:
                return match.start(), [told, *(other for other in beside if other is not told)]
        return None

    def _spoken_of(self, kind: Kind, ends: tuple[str, ...], position: int) -> Mention | None:
        """该院: of whom a sentence before was, or the headline is."""
        for sentence in reversed([s for s in self.article.sentences if self.article.body <= s.lo and s.hi <= position][-6:]):
            main = next((m for m in self._main_actors(sentence) if m.kind is kind and m.text.endswith(ends)), None)
            if main is not None:
                return main
        return next((m for m in self.found.between(kind, 0, self.article.body) if m.text.endswith(ends)), None)

    def _with_parents(self, kind: Kind, position: int) -> Iterator[Mention]:
        """The mentions before a position, last first, and the bodies that they belong to (某公司|生产部)."""
        for mention in self.found.before(kind, position):
            yield mention
            parent = mention.value.parent if isinstance(mention.value, BodyValue) else None
            if parent is not None:
                yield parent

    def _beside(self, position: int) -> list[Mention | str]:
        """厂里和|某职业学校, 指挥部与|县里: who acts together with a subject of one common noun."""
        mark = _BESIDE.match(self.text, position)
        if mark is None:
            return []
        return [HOME] if _HERE.match(self.text, mark.end()) else list(self._listed_from(mark.end())[0])

    def _at_verb(self, actors: list[Mention], position: int) -> list[Mention]:
        """甲中心是|乙区深入开展“某某”改革的…: the actor right before a verb of carrying out, and those in a list with it."""
        last = actors[-1]
        if len(actors) == 1 or not _AT_VERB.fullmatch(self.text, last.end, position):
            return []
        joint = [last]
        for actor in reversed(actors[:-1]):
            if self.text[actor.end : joint[0].start] not in ("、", "和", "与"):
                break
            joint.insert(0, actor)
        return [] if self.text.endswith(_PARTNERED, 0, self._chain_begin(joint[0])) else joint

    def _last_pair(self, position: int) -> list[Mention | str]:
        """The last two bodies or districts before a position that 与 or 和 joins, the first at the beginning of its clause."""
        for second in sorted(self._named_before(position), key=lambda mention: -mention.start):
            at = self._chain_begin(second)
            if not self.text.endswith(_AND, 0, at):
                continue
            if self.text.endswith(_WE, 0, at - 1):
                return [HOME, second]
            first = self.found.ending_at(Kind.ORGANISATION, at - 1) or self.found.ending_at(Kind.DISTRICT, at - 1)
            if first is not None and first.kind is second.kind:
                begin = self._chain_begin(first)
                clause = max(self.text.rfind(mark, 0, begin) for mark in "，。；\n") + 1
                if _WHEN.fullmatch(self.text, clause, begin):
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

    def _behind_front(self, sentence: Sentence, position: int) -> list[Mention]:
        """为推进某行动，|某局组织…: who acts, where what is named stands in a clause of purpose before."""
        during = _DURING.match(self.text, self._mention_end(position)) is not None
        if not during and not _FRONTED.match(self.text[sentence.lo : position]):
            return []
        if during and not _WHEN.fullmatch(self.text[sentence.lo : position].removesuffix("在").removesuffix("自")):
            return []  # 某行动启动以来，|某局组织…
        comma = self.text.find("，", position, sentence.hi)
        while comma >= 0:
            told = self.found.starting_at(Kind.ORGANISATION, comma + 1)
            if told is not None and told.key in self._post_bodies and self._acts_by_its_head(told):
                return [told]  # 为深入开展某行动，|某医院|副院长甲带领团队赴…
            found = self._actors(comma + 1, sentence.hi)
            begin = self._chain_begin(found[0]) if found else -1
            if found and _WHEN.fullmatch(self.text, comma + 1, begin):
                return list(self._joint(found))
            comma = self.text.find("，", comma + 1, sentence.hi) if found and begin > comma else -1
        return []

    def _mention_end(self, position: int) -> int:
        told = self.found.starting_at(Kind.INITIATIVE, position)
        return told.end if told is not None else position

    def _last_of_unit(self, unit: str, position: int) -> Mention | None:
        """The town, the community or the village that was told of last before its 镇长, 社区党委书记 or 村党支部书记."""
        if unit not in ("社区", "村", "镇", "乡", "街道"):
            return None
        return next((m for m in self.found.before(Kind.DISTRICT, position) if m.text.endswith(unit)), None)

    @staticmethod
    def _acts_by_its_head(body: Mention) -> bool:
        value = body.value
        return isinstance(value, BodyValue) and (
            value.subtype in ("Enterprise", "PublicInstitution") or body.text.endswith(_SPEAKS_FOR_ITSELF)
        )

    def _main_actors(self, sentence: Sentence) -> list[Mention]:
        """Who a sentence is about: the first that acts in it, at the beginning of a clause."""
        if sentence.lo not in self._main:
            self._main[sentence.lo] = self._find_main(sentence)
        return self._main[sentence.lo]

    def _find_main(self, sentence: Sentence) -> list[Mention]:
        found = self._actors(sentence.lo, sentence.hi)
        if not found or _OF_MANY.match(self.text, list(self._joint(found))[-1].end):
            return []
        begin = self._chain_begin(found[0])
        begin -= self.text.endswith("由", sentence.lo, begin)  # 当天，由|某镇党委|主办的…
        clause = max(sentence.lo, self.text.rfind("，", sentence.lo, begin) + 1)
        if _OPENING.fullmatch(self.text, sentence.lo, begin) or _WHEN.fullmatch(self.text, clause, begin):
            return list(self._joint(found))
        return []

    def _teller(self, lo: int, hi: int) -> Mention | None:
        """The body or the township of who tells of it (某镇党委书记甲介绍了…); nobody for the leaders of a county or city."""
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
            if place is not None and isinstance(place.value, PlaceValue) and place.value.level in _LOWER:
                return place
            if body is not None and (
                self._acts_by_its_head(body) or (isinstance(body.value, BodyValue) and body.value.back in _OWN_HOUSES)
            ):
                return body
        return None

    def _led_by(self, lo: int, position: int) -> Mention | None:
        """村党支部书记甲带领党员开展…: the village of whom the sentence tells."""
        people = self.found.between(Kind.PERSON, lo, position)
        return self._teller(lo, position) if people and _HEADS.search(self.text, people[-1].end, position) else None

    def _headed(self, position: int) -> Mention | None:
        """某法庭：椰树下的“圆桌调解”: whom a headline tells of."""
        line = self.text.rfind("\n", 0, position) + 1
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            for actor in self.found.between(kind, line, position):
                if self.text.startswith(("：", ":"), actor.end) and self._chain_begin(actor) == line:
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
        while told is not None and told.kind is Kind.DISTRICT and (inner := self._smaller(told)) is not None:
            told = inner
        return told

    def _headline_actor(self) -> Mention | None:
        """The body or the town that a headline begins with: 县总工会慰问一线职工, 某镇开展…."""
        for actor in self._actors(0, self.article.body):
            if actor.text.endswith(_MEDIA):
                continue
            lower = isinstance(actor.value, PlaceValue) and actor.value.level in _TOWNS
            begin = self._chain_begin(actor)
            if (lower or actor.kind is Kind.ORGANISATION) and (begin == 0 or self.text[begin - 1] in "\n ："):
                return actor
        return None

    def _of_last(self, actors: list[Mention], position: int) -> list[Mention]:
        """The actors behind the last semicolon, if there are any: 甲局要…；|乙镇要压实责任，推进…."""
        mark = self.text.rfind("；", actors[0].end, position) if actors else -1
        if mark > 0 and _WITH.match(self.text, mark + 1):
            return [actor for actor in actors if actor.start < mark][:1]  # …；联合|某工会、某妇联|举办…
        behind = [actor for actor in actors if actor.start > mark]
        if mark < 0 or behind:
            return behind or actors
        first = self.text.find("；", actors[0].end)  # 某县落实…；建成甲项目，|某镇种植…；|开展某行动: still the county
        clause = max(self.text.rfind(sign, 0, actors[0].start) for sign in "，。；：\n") + 1
        opens = _WHEN.fullmatch(self.text, clause, self._chain_begin(actors[0])) is not None
        return list(self._joint([actor for actor in actors if actor.start < first])) if opens else actors

    def _of_clause(self, actors: list[Mention], position: int) -> list[Mention]:
        """The actors from the last one on that begins a clause (甲乡探索…，|乙村推行…，建成…)."""
        for index in range(len(actors) - 1, 0, -1):
            begin = self._chain_begin(actors[index])
            clause = max(self.text.rfind(mark, actors[0].end, begin) for mark in "，；") + 1
            if clause and _WHEN.fullmatch(self.text, clause, begin):
                _, end = self._listed_from(actors[index].start)
                if not _ONLY_HELPS.match(self.text, end):
                    return actors[index:]
        return actors

    def _chain_begin(self, actor: Mention) -> int:
        """Where the places before an actor begin: 某省某市|某公司."""
        start = actor.start
        while (place := self.found.ending_at(Kind.DISTRICT, start)) is not None:
            start = place.start
        return start

    def _joint(self, actors: list[Mention]) -> Iterator[Mention]:
        """The first actor, and those in a list with it."""
        last = actors[0]
        yield last
        for actor in actors[1:]:
            begin = self._chain_begin(actor)
            if self.text[last.end : begin] == "（":
                continue  # 某执法局（|某城管局）: the same by another name
            if _JOINED_BY.fullmatch(self.text, last.end, begin) is None:
                return
            yield actor
            last = actor

    def _actors(self, lo: int, hi: int) -> list[Mention]:
        """Mentions of a stretch that can be its subject, in order."""
        actors = []
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            for mention in self.found.between(kind, lo, hi):
                if (kind is Kind.DISTRICT and self._inside(mention)) or self._in_project(mention) or self._in_meeting(mention):
                    continue
                if mention.key in self._post_bodies or (
                    _NOT_SUBJECT.search(self.text, max(lo, mention.start - 8), mention.start)
                    and not self._joined(mention, lo)
                    and not _URGED_BY.match(self.text, mention.end)
                ):
                    continue
                if kind is Kind.DISTRICT and not self._acts(mention):
                    continue
                if kind is Kind.ORGANISATION and _HAS_SENT.match(self.text, mention.end):
                    continue
                if self._is_formed(mention, lo) or _DECIDED.match(self.text, mention.end):
                    continue
                begin = self._chain_begin(mention)
                if kind is Kind.DISTRICT and _LISTS_PROJECTS.search(self.text, max(lo, begin - 12), begin):
                    continue
                if begin < mention.start and _NOT_SUBJECT.search(self.text, max(lo, begin - 8), begin):
                    continue  # 赴|某县|某乡卫生院
                actors.append(mention)
        actors.sort(key=lambda m: m.start)
        made = _MADE_OF.search(self.text, actors[-1].end, min(hi, actors[-1].end + 4)) if actors else None
        if made is not None:  # 由甲组、乙组构成的|“五位一体”机制
            by = self.text.rfind("由", lo, actors[-1].start)
            actors = [actor for actor in actors if actor.end <= by]
        return [actor for actor in actors if not self._in_object_list(actor, lo)]

    def _is_formed(self, mention: Mention, lo: int) -> bool:
        """组建了|某某巡逻队，推行…: a team that is formed forms nothing."""
        if mention.kind is not Kind.ORGANISATION or not mention.text.rstrip("”").endswith(_TEAMS):
            return False
        return _FORMED.search(self.text, max(lo, mention.start - 8), mention.start) is not None

    def _joined(self, mention: Mention, lo: int) -> bool:
        """甲区和|乙区, 甲园区还与|乙局: the 和 that joins two mentions makes neither an object."""
        begin = self._chain_begin(mention)
        mark = _JOINS_TWO.search(self.text, max(lo, begin - 3), begin)
        if mark is None:
            return False
        return any(self.found.ending_at(kind, mark.start()) is not None for kind in (Kind.DISTRICT, Kind.ORGANISATION))

    def _in_object_list(self, actor: Mention, lo: int) -> bool:
        """来到甲镇、乙镇: the second place of a list is as little a subject as the first."""
        position = self._chain_begin(actor)
        while position > lo and self.text[position - 1] in "、和与":
            before = next(
                (m for kind in (Kind.DISTRICT, Kind.ORGANISATION) if (m := self.found.ending_at(kind, position - 1)) is not None),
                None,
            )
            if before is None:
                return False
            begin = self._chain_begin(before)
            if self._joined(before, lo):
                position = begin
                continue  # 甲法院与乙院、|丙局|建立…
            if _NOT_SUBJECT.search(self.text, max(lo, before.start - 8), before.start) or (
                begin < before.start and _NOT_SUBJECT.search(self.text, max(lo, begin - 8), begin)
            ):
                return True
            position = begin
        return False

    def _inside(self, mention: Mention) -> bool:
        """A district that only begins the name of a body, a post or an initiative."""
        body = self.found.covering(Kind.ORGANISATION, mention.start)
        if body is not None and body.end > mention.end:
            return True
        return self.found.starting_at(Kind.POST, mention.end) is not None

    def _in_project(self, mention: Mention) -> bool:
        """A place or company that only begins a project's name does nothing itself."""
        project = self.found.covering(Kind.INITIATIVE, mention.start)
        if project is None or project.end < mention.end:
            return False
        return not project.text.startswith(_QUOTED) or project.start < mention.start or mention.key[1:] == project.key[1:]

    def _in_meeting(self, mention: Mention) -> bool:
        """The body whose meeting it is does nothing itself: 主持召开|区政府常务会议."""
        event = self.found.covering(Kind.EVENT, mention.start)
        return event is not None and event.start <= mention.start and mention.end < event.end and event.by == "events.meeting"

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
        if "元" not in self.text and "亿的" not in self.text and "万的" not in self.text:
            return
        shared = list(self._shared_sums())
        taken = [(start, end) for _, _, start, end in shared]
        for project, money, at, _ in shared:
            yield self._investment(project, money, at, "claims.shared_sum")
        for match in _SUM.finditer(self.text):
            single = None if any(lo <= match.start() < hi for lo, hi in taken) else self._project_of(match)
            if single is not None:
                yield self._investment(single, match.group("sum"), match.start(), "claims.sum")

    def _investment(self, project: Mention, money: str, at: int, by: str) -> Claim:
        roles: dict[str, Mention | str | Decimal] = {"subject": project, "text": money}
        value = parse_sum(money)
        if value is not None:
            roles["value"] = value
        return self._claim("investment", at, by, 0.85, **roles)

    def _shared_sums(self) -> Iterator[tuple[Mention, str, int, int]]:
        """甲项目、乙项目分别投资6亿元和2亿元: as many sums as projects, each to its own; with the stretch of the sums."""
        for match in _EACH_SUM.finditer(self.text):
            sums = _MONEY.findall(match.group("sums"))
            sentence = self._sentence(match.start())
            before = [
                m
                for m in self.found.between(Kind.INITIATIVE, sentence.lo, match.start())
                if isinstance(m.value, InitiativeValue) and m.value.subtype == "Project"
            ]
            for project, money in zip(before, sums, strict=False) if len(before) == len(sums) else ():
                yield project, money, match.start(), match.end()

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
                yield self._claim("leads", body.start, "claims.investor", 0.8, subject=body, object=bought)
                continue
            if named and _OWNER.search(self.text, max(0, body.start - 7), body.start):
                project = next((p for p in reversed(projects) if self._sentence(body.start).lo <= p.start < body.start), None)
                if project is not None:
                    parent = body.value.parent if isinstance(body.value, BodyValue) else None
                    party = body.text.endswith(("党委", "党组", "党支部", "党总支")) and parent is not None
                    firm = parent if party and parent is not None else body  # 业主单位某公司|党委书记甲
                    yield self._claim("leads", body.start, "claims.investor", 0.8, subject=firm, object=project)
                    continue
            at = self._chain_begin(body)
            before = _BUILDER.search(self.text, max(0, at - 5), at)
            listed, end = self._listed_from(body.start) if before is not None and before.group() == "由" else ([body], body.end)
            invests = before is not None and before.group() == "由" and _INVESTS.match(self.text, end) is not None
            if before is None or (before.group() == "由" and not invests and not _BUILDS.match(self.text, end)):
                continue
            project = max((p for p in projects if p.start < body.start), key=lambda p: p.start, default=projects[0])
            for builder in listed:
                yield self._claim(
                    "leads" if invests else "takesPartIn", body.start, "claims.builder", 0.75, subject=builder, object=project
                )
            then = _PAID_THEN.match(self.text, end) if before.group() == "由" else None
            others, stop = self._listed_from(then.end()) if then is not None else ([], 0)
            if others and _BUILDS.match(self.text, stop):  # 由甲投资、|乙|承建
                for builder in others:
                    yield self._claim("takesPartIn", body.start, "claims.builder", 0.75, subject=builder, object=project)

    def _owners(self) -> Iterator[Claim]:
        """The investor of a project: said to be (项目的投资方是某公司), or of the same name (某化工|年产…项目)."""
        firms = [
            m
            for m in self.found.of(Kind.ORGANISATION)
            if isinstance(m.value, BodyValue)
            and m.value.subtype == "Enterprise"
            and not m.value.back
            and not (m.text.endswith(_PROJECT_FACILITY) and not m.text.endswith(("园", "园区", "市场")))
        ]
        for project in self.found.of(Kind.INITIATIVE):
            value = project.value
            if not isinstance(value, InitiativeValue) or (value.subtype != "Project" and value.back not in ("项目", "工程")):
                continue
            said = _INVESTOR.match(self.text, project.end)
            if said is not None:
                firm = next((m for m in firms if said.end() <= m.start <= said.end() + 16), None)
                if firm is not None and not _CLAUSE_END.search(self.text, said.end(), firm.start):
                    yield self._claim("leads", project.start, "claims.investor", 0.85, subject=firm, object=project)
                    continue
            core = value.bare.removesuffix("项目")
            if len(core) >= 5 and not value.back:
                named = next((m for m in firms if m.text.startswith(core) or (value.place and m.text.endswith(core))), None)
                named = named or next(
                    (m for m in firms if project.text.startswith(firm_name(m.text)) and m.end <= project.start), None
                )
                if named is not None and named.text not in (project.text, value.name, core):
                    yield self._claim("leads", named.start, "claims.namesake", 0.75, subject=named, object=project)

    def _charged(self) -> Iterator[Claim]:
        """某项目…，由某副县长甲牵头，某局、某镇具体实施: who is put in charge, and who helps."""
        for match in _IN_CHARGE.finditer(self.text):
            project = self._put_in_charge(match)
            if project is None:
                continue
            leaders, ended = self._listed_from(match.start("who"))
            if not leaders or ended != match.end("who"):
                people = self.found.between(Kind.PERSON, match.start(), match.end())
                leaders = [people[-1]] if people and people[-1].end == match.end("who") else []
            for leader in leaders:
                yield self._claim("leads", project.start, "claims.charged", 0.8, subject=leader, object=project)
            helpers, end = self._listed_from(match.end()) if leaders else ([], 0)
            role = _HELPS.match(self.text, end) if helpers else None
            if role is None:
                continue
            for helper in helpers:
                predicate = "leads" if role["builds"] and not match["does"] else "takesPartIn"
                yield self._claim(predicate, project.start, "claims.helper", 0.75, subject=helper, object=project)
        for match in _EACH_BY.finditer(self.text, self.article.body) if "分别" in self.text or "各自" in self.text else ():
            doers, end = self._listed_from(match.end("by"))
            lo = self._sentence(match.start()).lo
            projects = [told for told in self.found.between(Kind.INITIATIVE, lo, match.start()) if self._sides(told)]
            if len(doers) == len(projects) and _EACH_DOES.match(self.text, end):
                for doer, project in zip(doers, projects, strict=True):
                    yield self._claim("leads", match.start(), "claims.charged", 0.85, subject=doer, object=project)

    def _put_in_charge(self, match: re.Match[str]) -> Mention | None:
        """What is put in someone's charge: the initiative before (某项目由甲牵头), or behind (由甲牵头，实施某项目)."""
        sentence = self._sentence(match.start())
        told = (m for m in self.found.before(Kind.INITIATIVE, match.start()) if not self._only_describes(m, match.start()))
        project = next(told, None)
        if project is not None and project.start >= sentence.lo:
            return project
        behind = next(iter(self.found.between(Kind.INITIATIVE, match.end(), sentence.hi)), None)
        between = self.text[match.end() : behind.start] if behind is not None else ""
        if (
            _BUILDS_IT.search(between) or _LAUNCHES.search(between) or between.endswith("的")
        ):  # 由甲牵头组织，多家单位参与的|“某某”活动
            return behind
        if project is not None and _THIS.match(self.text, sentence.lo) and "\n" not in self.text[project.end : sentence.lo]:
            return project
        return None

    def _only_describes(self, mention: Mention, position: int) -> bool:
        """某项目是省民生实事项目，|由…; 活动以“五个坚持”为主题，|由…: what the sentence says of something else."""
        if self.text.endswith("以", 0, mention.start) and _BY_WHAT.match(self.text, mention.end, position):
            return True
        lo = self._sentence(mention.start).lo
        return _WHAT_IT_IS.search(self.text, max(lo, mention.start - 24), mention.start) is not None

    def _project_of(self, match: re.Match[str]) -> Mention | None:
        """投资8亿元的甲项目: the project behind; 甲项目总投资8亿元: the one before."""
        end = match.end()
        if _SEVERAL.match(self.text, end + 1) is not None and self.text.startswith("的", end):
            return None
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
        if then is not None and project is None:  # 投入1.2亿元实施|清水治污|“百村示范”工程
            near = next(iter(self.found.between(Kind.INITIATIVE, then.end(), then.end() + 8)), None)
            if near is not None and near.text.startswith(_QUOTED) and not _CLAUSE_END.search(self.text, then.end(), near.start):
                return near
        project = self.found.starting_at(Kind.INITIATIVE, match.end())  # 投资630万元|某某项目
        if project is not None and isinstance(project.value, InitiativeValue) and project.value.subtype == "Project":
            return project
        if project is None and then is not None and self.text[end] not in "，," and self.text[match.start() - 1] in "，；。：\n":
            return None  # …，投入1850万元|援建某幸福院: of something else
        held = self.found.covering(Kind.INITIATIVE, match.start())  # 甲|项目总投资
        if held is None and self._of_another(match.start()):
            return None
        if _SPENT.search(self.text, max(0, match.start() - 10), match.start()):
            return None  # what has been spent so far
        for mention in self.found.before(Kind.INITIATIVE, match.start() if held is None else held.end):
            value = mention.value
            work = isinstance(value, InitiativeValue) and value.name.endswith("工程") and value.subtype == "Campaign"
            if work and _AT_ONCE.match(self.text, mention.end) is not None:
                return mention  # 实施“久安工程”，|争取国家投资1100万元
            if isinstance(value, InitiativeValue) and (value.subtype == "Project" or value.back in ("项目", "工程")):
                gap = self.text[mention.end : match.start() + 2]
                listed = gap.startswith("、") or (gap.startswith(("，", ",")) and self._closes_list(mention))
                if listed or gap.startswith("等") or _SEVERAL.search(gap) is not None or _ANOTHER.search(gap[:-2]) is not None:
                    return None
                return mention if gap.count("。") <= 2 and "\n" not in gap else None
        return None

    def _of_another(self, at: int) -> bool:
        """农村饮水工程|投资2亿元: whether the clause of a sum begins with something that has no name here."""
        begin = max(self.text.rfind(mark, 0, at) for mark in "，。；：\n、") + 1
        if at - begin < 4 or self.found.between(Kind.INITIATIVE, begin, at) or self.found.covering(Kind.INITIATIVE, begin):
            return False
        if _TOLD_BEFORE.match(self.text, begin, at):
            return False
        pieces = words().cut(self.text[begin:at])
        own = [piece for piece in pieces if words().tag(piece)[0] not in "dpcumrqt" and piece not in _SUM_WORDS]
        return len("".join(own)) >= 4

    def _closes_list(self, project: Mention) -> bool:
        """甲项目、乙项目，总投资…: the sum is that of all."""
        return self.text.endswith(tuple(word + mark for word in ("项目", "工程") for mark in "、和与及"), 0, project.start)

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
        begun = self._chain_from(mention.start) if mention.kind is Kind.INITIATIVE else []
        if begun and _is_named_after(begun[-1], mention, self.text):
            settled = self._lies_in(mention) or begun[-1]  # 某镇|示范园项目…，落户某镇某村
            yield self._claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=settled)
            return  # 某镇某村|滑坡治理工程
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
            if mention.kind is Kind.INITIATIVE and _OPENS.fullmatch(gap) and self._is_small(place):
                yield self._claim("locatedIn", mention.start, "claims.located", 0.85, subject=mention, object=place)
            break

    @staticmethod
    def _is_small(place: Mention) -> bool:
        return isinstance(place.value, PlaceValue) and place.value.level in ("township", "community", "zone")

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
            for project in self.found.between(Kind.INITIATIVE, match.end() - 1, self._sentence(match.start()).hi):
                if isinstance(project.value, InitiativeValue) and project.value.subtype == "Project":
                    yield self._claim("locatedIn", project.start, "claims.in_zone", 0.8, subject=project, object=zone)

    def _built_in(self) -> Iterator[Claim]:
        """某公司在某镇|投资2亿元建设的|某项目: where something is built."""
        for match in _BUILT_IN.finditer(self.text, self.article.body):
            places = self._chain_from(match.end())
            if not places:
                continue
            built = _BUILDS_THERE.match(self.text, places[-1].end)
            project = self.found.starting_at(Kind.INITIATIVE, built.end()) if built is not None else None
            value = project.value if project is not None else None
            if project is not None and isinstance(value, InitiativeValue) and value.subtype == "Project" and not value.back:
                yield self._claim("locatedIn", project.start, "claims.located", 0.85, subject=project, object=places[-1])

    def _settled(self) -> Iterator[Claim]:
        """项目落户某镇; 该项目计划投资2亿元，选址某园区: the project told of last."""
        for match in _SETTLES.finditer(self.text, self.article.body):
            if _SETTLES_FROM.search(self.text, max(0, match.start() - 6), match.start()) is None:
                continue
            places = self._chain_from(match.end())
            line = self.text.rfind("\n", 0, match.start())
            for project in self.found.before(Kind.INITIATIVE, match.start() + 1) if places else ():
                value = project.value
                if project.start <= line:
                    break
                if isinstance(value, InitiativeValue) and value.subtype == "Project" and not value.back:
                    yield self._claim("locatedIn", match.start(), "claims.located", 0.8, subject=project, object=places[-1])
                    break

    def _founded(self) -> Iterator[Claim]:
        """村里成立了|某合作社, 某小区业主自发组建|某调解队: a body of a village, which has it."""
        for body in self.found.of(Kind.ORGANISATION):
            value = body.value
            if not isinstance(value, BodyValue) or value.back or value.subtype not in _FOUNDED:
                continue
            if _FOUNDS_IT.search(self.text, max(self.article.body, body.start - 8), body.start) is None:
                continue
            match = _FOUNDS.search(self.text, max(self.article.body, body.start - 30), body.start)
            if match is None:
                continue
            if value.anchor is not None and isinstance(value.anchor.value, PlaceValue) and value.anchor.value.level in _LOWER:
                continue
            place = self.found.ending_at(Kind.DISTRICT, match.start()) or self._village_before(match.start())
            if place is not None and isinstance(place.value, PlaceValue) and place.value.level in ("community", "compound"):
                yield self._claim("locatedIn", body.start, "claims.founded", 0.75, subject=body, object=place)

    def _village_before(self, position: int) -> Mention | None:
        """The village that a paragraph told of last, for 村里."""
        if not self.text.startswith(("村", "社区"), position):
            return None
        line = self.text.rfind("\n", 0, position)
        for place in self.found.before(Kind.DISTRICT, position):
            if isinstance(place.value, PlaceValue) and place.value.level == "community":
                return place if place.start > line or place.start > line - 300 else None
        return None

    def _served_by(self) -> Iterator[Claim]:
        """某法庭|管辖|甲镇、乙镇: the districts that a body says it serves."""
        for match in _RULES.finditer(self.text, self.article.body):
            body = self.found.ending_at(Kind.ORGANISATION, match.start())
            position = match.end()
            while body is not None and (places := self._chain_from(position)):
                yield self._claim("jurisdiction", body.start, "claims.serves", 0.85, subject=body, object=places[-1])
                position = places[-1].end + 1
                if self.text[position - 1 : position] not in ("、", "和", "与", "及"):
                    break

    def _visited(self) -> Iterator[Claim]:
        """到某镇调研，先后察看了甲公司、乙项目: what is visited lies where the visit is."""
        for where in find_whereabouts(self.article, self.found):
            place = where.place or HOME
            yield self._claim("locatedIn", where.thing.start, VISITED, where.score, subject=where.thing, object=place)

    def _sites(self) -> Iterator[Claim]:
        """在某镇设立“某某站”; 该项目拟在某镇建设: where something is carried out or set up."""
        for site in find_sites(self.article, self.found):
            if site.place is not None:
                yield self._claim("locatedIn", site.thing.start, "claims.site", site.score, subject=site.thing, object=site.place)

    def _started_in(self, mention: Mention) -> Mention | None:
        """某项目|在某镇|动工."""
        at = _CEREMONY.match(self.text, mention.end) if mention.kind is Kind.INITIATIVE else None
        if at is None:
            return None
        places = self._chain_from(at.end())
        started = places and (_STARTS.match(self.text, places[-1].end) or (at["held"] and _HELD.match(self.text, places[-1].end)))
        return places[-1] if started else None

    def _lies_in(self, mention: Mention) -> Mention | None:
        """某项目由某公司兴建，地处某镇: the thing that the sentence begins with lies there."""
        sentence = self._sentence(mention.start)
        lo = max(sentence.lo, self.text.rfind("；", sentence.lo, mention.start) + 1)
        if not _SUBJECT_HEAD.fullmatch(self.text, lo, self._chain_begin(mention)):
            return None
        end = self.text.find("；", mention.end, sentence.hi)
        match = _LIES.search(self.text, mention.end, end if end > 0 else sentence.hi)
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
        """Who chairs, leads, attends."""
        for predicate, person, event, score, at in find_roles(self.article, self.found):
            yield self._claim(predicate, at, f"claims.{predicate}", score, subject=person, object=event)

    # -- figures -----------------------------------------------------------------------------------------------------

    def _figures(self) -> Iterator[Claim]:
        for mention in self.found.of(Kind.QUANTITY):
            sentence = self._sentence(mention.start)
            project = self._project_told(sentence, mention.start)
            subjects, score = ([project], 0.85) if project is not None else self._actor(sentence, mention.start)
            subject = subjects[0] if subjects else HOME
            yield self._claim("figure", mention.start, mention.by, score * mention.score, subject=subject, object=mention)

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
        others = (actor for actor in self._actors(at, position) if self.text[actor.start - 1 : actor.start] in ("，", "；", "。"))
        return None if any(others) else project


__all__ = ["COUNTY", "HOME", "JOINED", "VISITED", "ClaimMaker", "evidence_for"]
