"""Initiatives: what a body carries out under a name: campaigns, mechanisms, projects, services.

A name stands in quotation marks with a type word behind it (“清风护航”活动), or is a scheme of numerals (“三包一”), or is a
proper or descriptive name with a type word (农贸市场专项整治行动). Quotation marks hold metaphors and speech as well: those
have no type word, and no verb of carrying out before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from kg import seeds
from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, firm_name
from kg.extract.edges import (
    cuts_at,
    ends_walk,
    extend_by_repetition,
    hard_left,
    left_edge,
    list_start,
    past_predicate,
    verb_stops,
)
from kg.extract.frames import being_built, campaigns, count_of, is_tail, listed_projects, started
from kg.extract.names import scorer
from kg.model import Article, Kind, Mention
from kg.patterns import Needing, needing
from kg.scanner import Scanner
from kg.words import words

SUBTYPES = {"campaign": "Campaign", "mechanism": "Mechanism", "project": "Project", "service": "Service", "policy": "Policy"}
_QUOTE = needing("‘ “", r"[“‘]([^“”‘’\n。！？]{2,30})[”’]")
_NESTED = needing("’", r"“([^“”‘’\n。！？，]{0,12}‘[^“”‘’\n]{1,10}’[^“”‘’\n。！？，]{0,10})”")
_NUMERAL = "一二三四五六七八九十两双百千万多全零N\\d"
_SCHEME = re.compile(
    "(?=[一七万三两九二五全八六十千双四多百零N0-9])(?:"
    rf"(?:[{_NUMERAL}]+[一-龥]{{1,4}}?){{2,5}}[{_NUMERAL}]?$|[三四五六七八九十]+(?:个[一-龥]{{1,6}}|[件项][一-龥]{{0,4}}实事)$|[三四五六七八九十][一-龥]{{1,2}}$|"
    rf"\d(?:\+[\dNnXx])+[一-龥]{{0,6}}$"
    ")"
)
_BRACKET = re.compile(r"（[^（）]{1,6}）")
_POPULATION = re.compile(
    r"(?:重点|困难|特殊|外来|中小|小微|民营|返[一-龥]|来[一-龥])?(?:企业|人员|群体|人群|青年|老人|家庭|干部|(?:农|农特|特色|林|水)?产品|组织|部门|单位|问题|思想|现象|车辆|商户|市场主体|户|对象|代表|工业企业|职工|学生|儿童|两岸|地区|场所|食品|药品|行业|门店|摊点|作坊|车辆|物品|网站|品牌|村屯|道路)"
)
# “四类人员”: a class of people by its own last word.
_CLASS = re.compile(
    r"[一二三四五六七八九十两双]+(?:类|种|个)?[一-龥]{0,4}(?:人员|对象|群体|人群|场所|家庭|患者)|[一二两三四五六七八九十][会办局所家方地院站校企厂镇县市区]"
)
_LAUNCH = re.compile(
    r"(?:推行|推出|创建|启动|开展|实施|推广|创新|探索|打造|上线|开通|开设|创办|构建|建立|依托|运用|落实|推进|深化|实行|建设|采取|施行|举办|首创|践行|扎实推进|完善|压实|按照|坚持|擦亮|"
    r"发起|设立|用好|(?:做[实强优深细精大]){1,3}|抓[实好]|形成|织密|丰富|搭建)"
    r"(?:了|出|起|以|的|本市|全市|全区|全县|全镇|各具特色的|形式多样的|丰富多彩的|一系列|系列|防控排查和|“[^“”]{1,14}”[、和]?){0,2}$"
)
_STRONG = re.compile(
    r"(?:推行|推出|创建|启动|开展|实施|推广|上线|开通|开设|开办|创办|兴办|实行|施行|首创|发起|攻坚|决战|决胜)(?:了)?$"
)
_OFFERED = re.compile(
    r"(?:(?:(?<=[，。；上下午晚周月日天又也还])|^)办了?|(?:每[周月天年季][^，。；“”]{0,4}[次场期]|一年一度)的)$|"
    r"(?:推出|推行|开设|开通|上线|创办|开办|合办|联办|共办|首创|办起|建起|搭起|开辟|创设|设立|创新推出)(?:了|出)?[一-龥]{0,6}$|"
    r"(?:设|建|办|开|创)(?:立|设|办|建|起|辟)?的$"
)
# 探索建立环境卫生|“红黑榜”, 在院坝里开|“坝坝会”.
_SETS_UP = re.compile(
    r"(?:(?:建立|推行|实行|设置|设立|开设|开办|办起|办好|召开|举办|搭建|组织|创办|推广)(?:了|起|好)?[一-龥]{0,6}|[里上中]开)$"
)
# 发放|“复工贷”: what is handed out, or used, under a name.
_HANDED_OUT = re.compile(
    r"(?:发放|办理|申领|领取|用好|推出|推行|推广|开发|上线|投放|获批|申请|使用|启用|扫描?|开通|升级|创新)(?:了|的|出|到)?(?:首[笔单张])?$"
)
_MONEY_GIVEN = ("贷款", "补贴", "津贴", "助学金", "奖学金", "基金", "保险", "红包", "礼包", "信用证")
_COMMON_CODES = (
    "健康码",
    "行程码",
    "二维码",
    "场所码",
    "付款码",
    "收款码",
    "身份码",
    "消费券",
    "信用卡",
    "银行卡",
    "身份卡",
    "社保卡",
)
# 结合|“千名干部进万家”|工作: what is told of as work that is done.
_AS_WORK = re.compile(r"(?:专项)?工作(?![者室站组法队台专人员])")
_WORKS_AT = re.compile(
    r"(?:结合|做好|抓好|围绕|部署|组织|参与|参加|持续|深入|检查|督查|督导|调研|听取|汇报|介绍|服务|推动|指导|了解|安排|统筹|谋划|助力)(?:了)?$"
)
# 按照某局“某某攻坚”的|统一部署: what a body above has ordered.
_ORDERED = re.compile(r"的?(?:统一|总体|有关|工作)?(?:部署|安排|要求|任务)")
_UNDER = re.compile(r"(?:按照|根据|落实|响应|贯彻)[^，。；“”]{2,16}$")
# “某某人家”等3个|旅游示范点: named as one of several that are built or run.
_ONE_OF = re.compile(
    r"(?:[、和及]“[^“”\n]{2,14}”){0,4}等(?:\d+|[一二三四五六七八九十两多]+)(?:余|多)?[个处条项][^，。；、“”]{0,8}?(?:示范点|示范区|示范带|示范基地|项目|工程|基地|景区|景点|综合体|平台|小镇)"
)
# 统筹推进|“两区同建”: a scheme of four characters that begins with a number, said to be carried out.
_RUNS = re.compile(
    r"(?:推行|推出|开展|实施|推进|推动|深化|启动|探索|创新|打响|打好|实行|首创|推广|创建)(?:了|以|出)?"
    r"(?:“[^“”\n]{2,12}”[、和与])?$"
)
# 招商引资、“两区同建”、|创新发展等方面.
_IN_FIELDS = re.compile(r"(?:[、和][^，。；“”]{2,8}){0,4}等(?:各?方面|重点工作|工作|领域)")
_CALLED = re.compile(r"(?:合称|统称|简称|称为|称作|概括为|叫作|叫做|总结为|归纳为|(?:归纳|总结|概括|提炼|固化)成)(?:为)?$")
_CARRIED = re.compile(r"(?:推行|实施|开展|启动|上线|运行|试点|推广)")
_NEXT_PHASE = re.compile(r"[二三四五]期(?!工程|项目|[建扩改迁]|技改|[一-龥]{0,6}(?:工程|项目))")
_HOUSES = ("救援中心", "救助中心", "培训中心", "研究中心", "教育中心", "评估中心", "鉴定中心", "检测中心")
_HOLIDAYS = (
    "三八",
    "五一",
    "五四",
    "六一",
    "七一",
    "八一",
    "十一",
    "双节",
    "两节",
    "双十一",
    "三八妇女",
    "六·一",
    "七·一",
    "八·一",
)
# A title that places strive for: 创建“某某”|乡镇.
_UNITS_WON = re.compile(
    r"(?:式|型|级)?(?:乡镇|村|社区|县|市|区|城市|小区|街道|家庭|机关|单位|校园|学校|企业|派出所|法庭|支部|党支部)"
)
_ONE_NUMERAL = re.compile(r"[一二三四五六七八九十两双百千万][一-龥]{3}")
_AS_MEANS = re.compile(r"为(?:抓手|载体|品牌|引领|平台|契机|主线|依托|重点|切入点|牵引|总抓手|主抓手|突破口|目标|核心)")
_CARRY = seeds.word_list("carrying_verbs")
# What a company does with a project, right before its name.
_FIRM_DOES = (
    "上马",
    "投建",
    "新上",
    "签下",
    "获批",
    "拿下",
    "承接",
    "落子",
    "推进",
    "实施",
    "建设",
    "启动",
    "运营",
    "承建",
    "代建",
)
_LAUNCHED = needing(
    "仪式", "(?P<name>[一-龥]{6,28}(?:活动|行动|计划))(?=(?:的)?(?:集中)?(?:启动|出征|授旗|开班)(?:暨[一-龥]{2,12})?仪式)"
)
_BEFORE_LAUNCHED = re.compile("年度?|举行了?|举办了?|召开|参加了?|出席了?|主持|在|的|暨|全[国省市县区镇州旗]|[省市县区]级")
_PLAIN_DRIVES = seeds.word_list("plain_campaigns")
# 某公司|拟投资8亿元，在|某镇|建设: what stands between an investor, a place and what is built there.
_PAYS = r"(?:计划|预计|拟|将)?总?投资(?:额)?(?:约|近|超)?[\d.]+(?:余|多)?(?:亿|万|千万)?元"
_BUILDS_HERE = re.compile(
    "(?=[兴实将布建总打投拟新计预，])"
    rf"(?:{_PAYS})?，?(?:投资)?(?:建设|新建|兴建|投建|建立|打造|新上|布局|实施|建)(?:了|一个|的)?$"
)
_PLANS_IN = re.compile("(?=[也决又在将已总投拟正计还预])" rf"(?:拟|计划|将|已|正|还|又|也|决定|{_PAYS}，?)*在$")
_RUN_SCHEME = needing(
    "制 模式 行动",
    r"(?:强化|实行|推行|建立|落实|完善|健全|执行|创新|采取|坚持|实施|开展|启动|推进|推广|和)(?:了|好|健全|完善|落实)?(?P<name>(?P<whose>[一-龥]{0,5}(?:领导(?:干部)?|常委|党组织|党支部|干部|党员|局长|书记|院长|所长|民警|委员|代表|专家|部门|单位|网格员|班子成员)"
    r"[一-龥]{0,6}?(?:联系|挂钩|分包|包[抓保联干挂案帮]|挂[点联包帮]|结对|领办|认领|轮值|接访|下访|驻点|帮扶|承诺)[一-龥]{0,8}?(?:制度|责任制|机制))|"
    r"(?P<system>[一-龥]{4,12}?(?:制度|机制|模式)(?=[，。；、]|，))|"
    r"[一-龥]{2,14}(?:(?:督导|责任|包联|包保|代办|"
    r"分包|轮值|例会|领办|承诺|路长|河长|林长|街长|楼长|网格长|首问负责|清单|积分|会商|交办|销号)制(?![定造度约止作品])|(?:提速|提升|攻坚|整治|清零|治理|服务|帮扶|助企|惠民|关爱|护航|"
    r"春风|清剿|净化|创建)行动))",
)
_NEXT_SYSTEM = re.compile(r"[、和](?P<name>[一-龥]{1,4}长制)(?![定造度约止作品])")
# 上线|智慧停车系统: what is put on line is named by what it does.
_PLATFORM = re.compile(
    r"(?:了|出|的|本市|全市|全县|全区|一款|首个|正式|“[^“”]{1,3}”)?(?P<name>[一-龥A-Za-z]{2,12}?(?:系统|平台|小程序|微信群|公众号|APP|App|云平台|一码通|一卡通))"
    r"(?=[，。；、（“]|以来|后|并|，)"
)
_NO_PLATFORM = ("多个", "各类", "一批", "相关", "系列", "新的", "多款", "一系列", "该", "此", "这个")
_CENSUS = re.compile(r"第[一二三四五六七八九十]次全国[一-龥]{2,6}?(?:普查|调查)")
_PROJECT_LIST = re.compile(
    r"等(?:一批|一系列|\d+个|[一二三四五六七八九十]+个)?(?:重大|重点|民生|文旅|产业|工业|基础设施|交通|招商|在建|投资|亿元|建设|签约|意向){0,3}(?:项目|工程)(?:(?:建设|施工|改造)?现场)?|"
    r"等(?:建设|施工|改造)?现场"
)
_VISITED = re.compile("察看|查看|视察|走进|深入|来到|先后到|先后前往|参观|调研|观摩|实地到|一行到")
_ITEM = re.compile(r"[一-龥A-Za-z0-9·（）]{3,28}")
# 集中开工的有|甲, 先后来到|甲: what a list stands right behind.
_LIST_OPENS = re.compile(
    r".*(?:[工约产成设施进]的(?:主要)?有|(?:项目|工程|实事)中(?=[^的，。；])|共有|其中有|还有|包括|分别为|分别是|(?:来|深入|先后|分别)到|到了|走进|深入|察看了?|查看了?|视察了?|观摩了?|参观了?|考察了?)(?=[一-龥A-Za-z0-9（])"
)
_WENT = re.compile(r".*(?:在|来到|走进|深入|到达|赶到|前往|到|赴|位于[^，。；]{2,10}的)(?=[一-龥A-Za-z0-9（])")
_TOLD_AGAIN = re.compile(r"(?:计划|预计|项目)?总?投资|占地|规划|位于|已|正|建成|全长|起于|于|由|是|总")
_GIVEN_HOUSES = re.compile("捐建|捐办|捐助了|援建了")  # 捐建了甲学校、乙医院等项目: bodies
_OF_FIELDS = re.compile("涉及|涵盖|覆盖|聚焦|围绕")
# What things that are built end with: a list of places visited or furthered names them without a type word.
_BUILT_TAILS = tuple(sorted(seeds.word_list("built_endings"), key=lambda word: (-len(word), word)))
# An item of a list that is a piece of a sentence, or holds one.
_SENTENCE_WORDS = frozenset("了着过在将已把被对向是的我他她这那")
# A size within a name: 某山|万亩|林场, 某某|120万吨|水泥熟料生产线.
_SIZE = re.compile(
    "(?=[一七万三两九二五八六十千四百0-9])"
    r"(?:\d[\d.]*|[一二三四五六七八九十百千万两]+)(?:余|多)?(?:万|千|百|亿)?(?:余|多)?"
    r"(?:吨级?|亩|平方米|平方公里|公里|公顷|兆瓦|千瓦|MW|GW|千伏|万伏|kV|立方米|方|台套|台|套|辆|头|只|羽|床|张床位|锭|纱锭|米|千米|株|棒|支|件|箱|瓶|片|条|标箱)$"
)
_DIGITS = re.compile(r"\d[\d.]*$")
# A size that a name begins with, of which it may be told without: 2000吨|果酱生产线.
_SIZE_FIRST = re.compile(_SIZE.pattern.removesuffix("$"))
# What goes on a number: 4000|万棒, 3000|吨级, 110|米口径.
_OF_NUMBER = ("万", "千", "百", "亿", "吨", "米", "兆瓦", "千伏", "亩", "公里", "千瓦", "立方米", "平方米", "床", "台套")
# 两个项目, 一批项目, 今年的项目: counted, not named.
_COUNTED = re.compile(
    r".*(?:[一二两三四五六七八九十几多数\d百]|这|那|该|每|各|首)(?:个|项|大|批|类|处)|(?:.*(?:这|那|该|每|各|首)|[一二两三四五六七八九十])期"
)
_COUNTED_FIRST = re.compile(
    r"(?:第?[一二三四]季度|上半年|下半年|首批|第[一二三]批)?(?:[一二两三四五六七八九十几多数]+|\d+)(?:余|多)?(?:个|批|处|轮)"
)
_RANKED = re.compile("[^，。；]{0,6}(?:十|[一二三四五六七八九]|百)大(?:重点|重大|民生|产业|标志性|工业|交通)*")
_IS_ONE = re.compile(r"是[^，。；“”]{2,20}的$")
# 启动仪式暨|某某项目: what is held, not built.
_CEREMONIES = ("仪式", "会", "活动", "式", "节", "典礼")
_PLAIN_HALF = re.compile(
    "的(?:道路|公路|供水|供电|供气|电力|通信|水利|学校|医院|住房|桥梁|管网|农田|河道|渠道|路灯|厕所|广场|房屋|堤防)[和与及]$"
)
# Words that say of projects no more than how they matter and when they begin.
_ANY_PROJECT = seeds.word_list("project_ranks")
_SEEKING = seeds.word_list("project_verbs")
_FACILITY = re.compile(
    "公园|广场|小学|中学|高中|医院|水库|大桥|体育馆|文化馆|图书馆|博物馆|档案馆|储备库|福利院|敬老院|幼儿园|水厂|处理厂|车站|机场|大剧院"
)
_FACILITY_ENDS = ("厂", "站", "园", "中心", "医院", "学校", "中学", "小学", "市场", "场", "馆", "基地")
# 社会治理上的“六联共建”: what is done in a field of work.
_IN_FIELD = re.compile(
    r"(?:治理|建设|服务|管理|党建|工作|发展|教育|防控|监督|监管|帮扶|调解|执法|审批|招商)(?:上|中|方面|领域)的$"
)
_IN_WORKS = re.compile(
    r"(?:[、和及]?“[^“”\n]{2,20}”){0,5}等(?:一批|多个|众多|\d+个)?"
    r"(?:(?:多项|各项|系列|重点|专项|中心|重大|一系列|特色|主题|公益|品牌|文体|宣传|志愿服务|精品|党建|服务|治理|文旅|文化|工作|活动|调解|惠民|便民|为民|助企|利民){0,3}(?:工作|行动|活动|举措|品牌|项目|(?<=[色民企])服务)|"
    r"(?![^，。；]{0,6}[违非]法)(?:一系列|系列|多种|[一-龥]{4})?(?:措施|做法|机制|制度))"
)
_BUILD_QUOTED = re.compile(r"(?:建设|打造|新建|兴建|规划|共建|建起|建成|创建)(?:了|起|出|成)?$")
_BUILT_QUOTED = re.compile(
    r"[^，。；]{2,14}(?:牧场|走廊|长廊|基地|产业园|小镇|综合体|示范带|示范区|片区|公园|街区|广场|绿道|环线|工厂|车间|农场|田园|社区|港|谷|市集|学院|客厅|花园|果园|茶园|园区|步道)"
)
# “某某”社区|服务主题活动: what a longer type goes on with.
_MADE_OF = re.compile("“[^“”\\n]{2,40}”的$")
_LAW = tuple("治律规院庭定")
# 528|国道某县改建工程.
_ROADS = ("国道", "省道", "县道", "乡道")
_ROAD_NUMBER = re.compile(r"(?<![\d.])[GSXY]?\d{2,4}$")
_WENT_TO = re.compile("[一-龥](?:近日|日前|先后|随后|分别|实地|又|还)(?:来到|前往|深入|走进|赶赴|赴|到)(?=[一-龥]{3})")
# What a scheme consists of, quoted before its name: “…、…”的|“某某法”.
_SUMMED_AS = re.compile("的(?:[一二三四五六七八九十两]+[步大]?)?“[^“”，。\\n]{1,10}(?:法|制|模式|机制|体系|工程|行动|计划)”")
_THEN_TYPE = re.compile(
    r"(?:治理|管理|服务|运行|监管|调解|化解|帮扶|党建|工作|议事|联动){1,2}(?:模式|机制|体系|制度|品牌)|"
    r"(?:志愿|公益|主题|系列|专项|集中|联合|文化|惠民|便民|宣传|慰问|走访|巡查|宣防|统一|服务|整治|打击|教育|实践|创建|宣讲|竞赛|评选|展示|体验|巡回){1,3}(?:行动|活动)"
)
_MORE_TYPE = re.compile("新?(?:工作)?(?:模式|机制|体系|平台|格局)|行动|活动|工程|机制|模式|制度|平台|项目|套餐|品牌|体系|课程")
# 某水厂(二期)扩建工程: a bracket right after a mark belongs to no name.
_NO_NAME_BEFORE = re.compile(r"[，。；：、“”\s]")
# “三个一批”|项目集中开工活动: what is held, more than what is built.
_PROJECTS_BEGUN = re.compile("项目(?:建设)?(?:集中)?(?:开工|签约|竣工|投产|观摩|推进|路演|申报)(?:活动|行动)")
_OF_RESEARCH = ("总部", "中心", "基地", "生产", "平台", "大楼", "楼", "园", "制造", "及", "孵化", "项目")
# What the second half of a project's name begins with: 某水厂及|配套管网工程.
_WORKS_DONE = ("提升", "整治", "治理", "修复", "修缮", "净化", "绿化", "亮化", "美化", "疏浚", "清淤", "加固", "硬化")
_CARRIED_OUT = ("实施", "推进", "启动", "开展", "建设", "完成", "新建", "谋划")
_SECOND_HALVES = ("配套", "附属", "管网", "连接线", "接线", "引道", "遗址公园", "周边", "相关", "引水", "输变电")
# 甲河、|乙河流域治理工程: two of a kind share a name.
_TWIN = re.compile(r"[一-龥]{1,4}(?P<kind>[河江湖溪渠沟路街巷桥闸坝])、$")
# 甲溪上游段和|乙溪下游段防洪工程: what the two halves of a name are.
_SHARED_KIND = re.compile(r"(?P<kind>段|水库|流域|公路|大桥|小区|片区|灌区|泵站|水厂|电站)[和与及、]$")
# A type word that goes on into the name of a body, or of an office of it: 服务|中心, 主题教育|第三巡回指导组.
_OF_BODY = re.compile(
    r"(?:建设|指导|运营|调解|管理|服务|救助|调处|处置|培训|活动|事务){0,2}(?:中心|公司|合作社|协会|联合会|促进会|综合体|指挥部)(?![一-龥]?(?:项目|工程|小学))|第[一二三四五六七八九十\d]+(?:巡回)?[一-龥]{0,4}组|(?:工作)?(?:领导小组|小组|专班|突击队)|工作[组队]|[指督]导组|办公室|办(?=[副主的]|工作)"
)
_SINCE = re.compile(r"[^，。；]{0,6}以来")
_DAY = re.compile(r"\d{1,2}[·.]\d{1,2}")
_WINS = ("获", "获得", "荣获", "获评", "捧回", "捧得", "摘得", "摘取", "拿下", "夺得", "斩获", "颁发", "设立", "颁发了")
_HALF_BODIES = ("小组", "领导小组", "委员会", "办公室", "指挥部", "工作组", "专班", "办")
# What bears the name of its place.
_LANDMARKS = ("大道", "大桥", "路", "街", "水库", "水电站", "灌区", "大坝", "水闸", "河治理", "河流域", "河道", "古城", "机场")
_COUNTS = frozenset("0123456789一二两三四五六七八九十百几多余")
_SOME_OF = frozenset("一这该此首其各每")
_SOME = ("一批", "一系列", "一大批", "多个", "若干", "几个", "部分")
# Campaigns of the whole country, whose name is all type word.
_WHOLE = seeds.word_list("whole_campaigns")
_SHARED = re.compile(r"(?:[、和与及]?“[^“”\n]{2,20}”){1,4}")
_AFTER_YEAR = ("产", "加工", "处理", "屠宰", "出栏", "吞吐", "均", "度", "内", "底", "初", "末", "终", "限", "可")
# Types that may stand behind “…”的.
_AFTER_OF = ("模式", "机制", "工作法", "做法", "体系", "制度", "格局", "平台", "小程序", "方式", "行动", "活动", "工程", "项目")
# 党员双进活动, 百企联百村行动: a scheme of numerals that stands without quotation marks.
_DOES_WHAT = "[进联送访帮促争创评比查清亮讲学增减包服走问解提治整强晒带爱兴入助建结挂报抓树晒敬护]"
_NUMBERED = needing(
    "制度 工程 机制 活动 行动 工作法",
    rf"(?:[双两三四五六七八九十百千万][一-龥]{{1,3}}?{_DOES_WHAT}[双两三四五六七八九十百千万][一-龥]{{1,3}}|"
    rf"(?:[双三四五六七八九十]{_DOES_WHAT}){{1,2}})(?P<type>活动|行动|工程|机制|工作法|制度)",
)
# Types that are also what is done, and the words of which they then say what it is about.
_WEAK_TYPES = ("整治", "治理", "改造", "创建", "建设", "提升", "排查", "检查")
_ACTORS = ("志愿者", "网格员", "队员", "党员", "民警", "干部", "医生", "教师", "队伍")
_RESULTS = ("成果", "成效", "任务", "力度", "水平", "步伐", "进度", "经验", "标准", "效果", "质量", "面积", "率")
_TAKEN_INTO = ("纳入", "列入", "列为", "作为", "摆在", "放在", "抓在", "当作", "当成")
_BODY_ENDS = ("支部", "党委", "党总支", "协会", "商会", "委员会", "合作社", "公司", "队", "联合会", "工会", "办公室")
_PARTY_OWN = "党的"
# Schemes of chiefs, whose names are known all over the country; their offices are bodies.
_OF_CHIEFS = needing(
    "长制",
    "(?=[河湖林田路街链山楼巷校警])(?:河（湖）|河湖|林（草）|林草|[河湖林田路街链山楼巷])长制(?!办|工作领导|工作委员|度?办公室)",
)
_PLAIN_DRIVE = re.compile(
    r"(?:专项|集中|联合|系列|综合|一系列|多项|各类|专项整治|大|统一)*(?:提速|提升|攻坚|整治|清零|治理|服务|帮扶|助企|惠民|关爱|护航|春风|清剿|净化|创建)行动"
)
_ROAD = needing(
    "C G S X Y", r"[GSXYC]\d{2,4}(?:线|国道|省道)?[一-龥]{0,16}?(?:改建|改造|扩建|新建|大修|改线|拓宽|绕城)(?:工程|项目)"
)
_BUILDING = ("扩建", "新建", "改造", "迁建", "改建", "改扩建", "升级改造", "提升改造", "改造提升")
_DESCRIBED = (
    "系统",
    "平台",
    "管理系统",
    "信息系统",
    "服务平台",
    "管理平台",
    "信息平台",
    "指挥平台",
    "指挥系统",
    "预警系统",
    "服务系统",
    "综合平台",
    "小程序",
    "制度",
    "预案",
)
# What a county or a body was given: a name in quotation marks that is a title.
_AWARDED = re.compile(
    r"(?:荣膺|荣获|获评|获得|喜获|获授|入选|被评为|评为|被命名为|授予|跻身|摘得|荣登|上榜|获)(?:了|为)?[^，。；“”]{0,10}(?:“[^“”]{2,20}”[、和]?){0,4}$"
)
# Words before a name that are no part of it where they come first.
_MANNERS = seeds.word_list("quoted_manners")
_LEADING = seeds.word_list("leading_verbs")
_DISTRICT_ENDS = ("市", "县", "区", "旗", "镇", "乡", "街道", "村", "社区")
_BACK = re.compile(r"该(项目|工程|活动|机制|行动|平台|系统|模式)")
_MEMBERS = re.compile("[两一二三四五][一-龥]{1,6}(?:委员|代表)")  # “两代表一委员”: people
_GOES_ON = re.compile("(?![的在是已将等和与及为也建项被创试治服])[一-龥]")
# What a name is made into, or counted as: no part of it.
_MADE_INTO = re.compile(
    r"(?:做成|打造|建成|变成|作为|列为|列入|纳入|成为|升级|延伸|叩开|敲开|打开|照亮|温暖|点亮|走进|助力|赋能|激活|撬动|引领|擦亮|铺就|唤醒|破解|第[一二三四五六七八九十\d]+批|[一二两三四五六七八九十\d]+(?:个|大|项|类|种|支|条|张|份|款|套|期|场|名))"
)
# “甲”“乙”“丙”三个|服务台: as many as are counted.
_COUNTED_WORKS = re.compile(
    r"(?:[、和及]?“[^“”\n]{2,16}”){0,6}等?(?:这)?(?:\d+|[一二两三四五六七八九十]+)(?:个|大|项)(?:子|主题|特色|重点|品牌|公益|志愿|便民|惠民|服务|系列|创新|专项){0,3}"
    r"(?:服务台|服务点|服务区|服务窗口|项目|活动|行动|品牌|平台|工程|机制|制度|服务|板块|专区|窗口|模式|举措)"
)
_SERIES = needing("《", r"《([^《》\n]{2,24})》(?:系列)?(?:课程|节目|栏目|讲座|公开课|微课|短视频|活动)")
_PROJECT = needing(
    "工程 项目",
    "(?=[一三二产工建扩技提搬改新迁项])"
    r"(?:建设|改造|扩建|迁建|新建|改建|搬迁|提升|技改|产业化|一期|二期|三期)?(?:项目|工程)"
    r"(?!部|经理|区|建设的|安全[总员]|技术[总负]|监理|现场负责|执行经理|总包|承包|机制|制度|包联|包保|专班|例会|化|师|款|质量|总(?!投资|规模|占地|用地|面积|建筑|长|概算|造价|里程|装机|金额|库容|工期)|负责|库|数|量|资金(?!缺口|问题|筹措|需求|短缺|不足)|谋划|名称|类|"
    r"(?:\d+(?:余|多)?|[一二三四五六七八九十]+)[个项件](?!(?:重点|重大|民生|建设)*(?:项目|工程))|所在|单位|为主|书|集群|清单|台账|开工率|资料|标书)",
)
_INVESTED = needing(
    "投入 投资 斥资 耗资",
    r"(?:总?投资|投入资金|投入|斥资|耗资|计划投资|预计投资)(?:额|约|近|超|达|为|逾|过|共)?[\d.]+(?:余|多)?(?:亿|万|千万)?(?:余|多)?(?:元|(?<=[亿万])(?=的))(?:人民币)?(?:(?:建设|新建|"
    r"兴建|打造|实施|改造|修建|建成|扩建)?的|(?P<plain>(?:建设|新建|兴建|打造|修建|建成|扩建|建起|实施|启动|上马|新上)(?:了|起)?))",
)
_BUILT_BY = re.compile("，由[^，。；]{4,60}?(?:投资|承建|兴建|建设|开发)")
# What an item of a list of projects stands right behind.
_ITEM_MARK = re.compile(r"(?:(?<=项目)|(?<=工程))(?:、|(?:分别)?(?:为|是|有)|包括)")
_NOT_IN_ITEM = frozenset("一二三四五六七八九十两几数和与及等，。；：、“”0123456789")
_OF_QUARTER = re.compile(
    r"(?:[一-龥]{2,6}?)?(?:\d{4}年度?)?(?:第?[一二三四]季度|[春夏秋冬]季|[上下]半年|首批|第[一二三四]批|年度)(?:重点|重大|集中|开工|产业|工业|招商|投资|建设|签约|民生|入园|入驻|落户|援建|拟建|储备|在建)*"
)
_OF_FAIR = re.compile(r"[一-龥0-9]{2,}(?:会|节|论坛)(?:招商|引资|签约|重点|重大|集中|投资|合作){1,4}")
_YEARLY = re.compile(
    r"年(?:产|综合利用|利用|加工|处理|屠宰|出栏|吞吐)[\d.]+(?:余|多)?(?:万|亿|千)?(?:吨|台|套|辆|件|平方米|立方米|头|只|羽|千瓦时|米|片|支|瓶|箱|个|条)$"
)
_NOT_BARE = seeds.word_list("no_bare_types")
_NAME_RUN = re.compile(
    r"[一-龥A-Za-z0-9·（）\-“”]{2,32}(?:(?<!项目)(?<!工程)(?:、[一-龥]{1,3}){0,2}、[一-龥]{2,10}?(?:项目|工程)|"
    r"、(?:[一-龥]化|改造|扩建|新建|治理)(?:建设|改造|提升)?(?:项目|工程))?"
)
_STAGE = re.compile(
    r"已|将|刚|现|还|正式|顺利|完成|开业|投产|开工|竣工|完竣|签约|落户|落地|投用|启用|建成|动工|破土|奠基|启动|在|控制性|有|要|受|于|也|正|全面|如期|今年|目前|的|和|等"
)
_PROJECT_TAIL = re.compile(r".{2,}?(?:项目|工程)")
_GENERIC = seeds.word_list("no_project_names")
_IDIOMS = seeds.word_list("numeral_idioms")
_METAPHOR = re.compile(
    r"(?:筑牢|筑起|织密|织牢|拧紧|守好|守住|下好|走好|打好|当好|念好|唱好|扛住|拿出|变成|成为|充当|化身|当起|系好|扎紧|吹响|敲响|按下|跑出|交出|绘就|奏响|打通|端稳|扣好|争当|争做|种下|"
    r"解开|种好|撑起|做到|确保|实现|夺取)(?:了|起|出|好|的)?$"
)


_TYPES: Scanner[tuple[str, str, bool]] = Scanner(
    lambda: sorted({(row.type, row.kind, row.bare) for row in seeds.initiative_types()}), itemgetter(0)
)


@lru_cache(maxsize=2)
def _after_quote(shortest: int = 1) -> re.Pattern[str]:
    names = sorted((name for name, _, _ in _TYPES.rows if len(name) >= shortest), key=lambda n: (-len(n), n))
    return re.compile(
        r"的?(?:[一-龥]{0,14}?)(改革|计划|预案|品牌创建|实施方案|"
        + "|".join(map(re.escape, names))
        + r")(?!区|员|部|化|经理|队|志愿者|居民|工作者|民警)"
    )


@lru_cache(maxsize=1)
def _cooperation() -> Needing:
    short = "".join(sorted({row.char for row in seeds.abbreviations() if row.code.endswith("0000")}))
    return needing(
        "协作 帮扶",
        rf"(?<![{short}])[{short}]{{2}}(?:东西部|对口|扶贫|劳务|产业|帮扶|结对){{0,3}}(?:协作|帮扶)(?:行动|工程)?"
        r"(?!办|组|工作[组队办]|领导|项目|产业园|示范|联席|干部|区|县|队|中心|车间|协议|会议|工作会|协会|平台|机制)",
    )


@lru_cache(maxsize=1)
def _kind_of() -> dict[str, str]:
    extra = {"改革": "Campaign", "计划": "Campaign", "预案": "Policy", "品牌创建": "Campaign", "实施方案": "Policy"}
    return {**extra, **{name: SUBTYPES[kind] for name, kind, _ in _TYPES.rows}}


@lru_cache(maxsize=1)
def _inspect_verbs() -> frozenset[str]:
    return frozenset(verb for verb in seeds.verbs().get("inspect", ()) if len(verb) > 1)


class Initiatives:
    """Find initiatives, quoted and unquoted."""

    name = "initiatives"
    needs = frozenset({Kind.DISTRICT, Kind.ORGANISATION})
    finds = frozenset({Kind.INITIATIVE.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        yield from self._quoted(text, found, article.body)
        yield from self._series(text)
        for rule in (
            self._typed(text, found),
            self._of_chiefs(text, found),
            self._projects(text, found),
            self._invested(text),
            self._priced(text, found),
            self._schemes(text),
            self._numbered(text),
            self._framed(text, found),
            self._between_provinces(text, found),
            self._phases(text, found),
            self._sites(text, found),
            self._launched(text, found),
        ):
            for mention in rule:
                if not _in_title(text, mention.start) and not _won(text, mention.start):
                    yield self._in_full(text, mention, found)
        listed = list(self._in_lists(text, found))
        yield from listed
        yield from self._again(text, listed)
        for match in _BACK.finditer(text):
            yield Mention(
                Kind.INITIATIVE,
                match.start(),
                match.end(),
                match.group(),
                "initiatives.back",
                0.9,
                InitiativeValue("", "", "", back=match.group(1)),
            )

    # -- quoted ------------------------------------------------------------------------------------------------------

    def _quoted(self, text: str, found: Found, body_at: int) -> Iterator[Mention]:
        """Names in quotation marks, of which titles that were won are none."""
        for match in self._quotations(text):
            inner = match.group(1)
            start, end = match.span()
            body = found.covering(Kind.ORGANISATION, start)
            if body is not None and body.end > end:
                continue
            if text.startswith(("的“", "的‘"), end) and self._called_next(text, end + 1):
                continue  # “甲、乙、丙”的|“三心”行动: what the second name stands for
            if inner.endswith(("，", "、", "：")):
                continue
            if len(inner) > 16 and "，" in inner and not (_after_quote().match(text, end) or _SHARED.match(text, end)):
                continue
            crowd = _POPULATION.match(text, end)
            typed = self._type_after(text, end)
            if typed is None and crowd is None and len(inner) <= 6 and self._of_crowd(text, inner):
                continue  # “专精特新”名单, where the text has “专精特新”企业
            if crowd is not None and (crowd.group().endswith(("人员", "户", "群体", "人群", "产品")) or typed is None):
                continue
            if (
                inner.endswith(("杯", "奖", "称号"))
                or _MEMBERS.fullmatch(inner)
                or (typed is None and _CLASS.fullmatch(inner))
                or text.startswith("级", end)
            ):
                continue
            if typed is None and text.startswith(("效应", "现象", "氛围"), end):
                continue  # “归雁”效应
            if inner.endswith(("连冠", "连胜", "连增", "连涨")):
                continue  # “六连冠”: what is won
            few = typed is None and len(inner) < 6
            if few and inner.endswith(("村", "户", "人")) and inner[0] in _NUMERAL and not launch_before(text, start):
                continue  # 人称“两多村”
            if typed is None and _SUMMED_AS.match(text, end) is not None:
                continue  # “育好共富果、干好共富事”的|“四好共富法”: what it is made of
            if typed is None and inner.endswith(_BODY_ENDS) and not inner.endswith("小分队"):
                continue  # 成立“某某党支部”: a body
            if inner in _IDIOMS and (
                text.startswith(("规划", "时期", "期间", "目标", "战略"), end) or (typed and text.endswith("规划", end, typed[0]))
            ):
                continue  # “十四五”规划, “十四五”水利发展规划
            if inner in _HOLIDAYS and (
                text.startswith(("节", "前", "期间"), end) or (typed and text.startswith("节", typed[0] - 1))
            ):
                continue  # “三八”国际妇女节, “双节”前检查: when it was
            if (
                typed is not None
                and text.startswith(("实施方案", "方案", "预案", "计划"), typed[0] - 4)
                and _in_title(text, start)
            ):
                continue
            if typed is None and text.endswith("创建", 0, start) and _UNITS_WON.match(text, end):
                continue  # 创建“零走访”乡镇
            if _DAY.fullmatch(inner) and not (typed and text.endswith(("活动", "行动", "月", "周", "日"), end, typed[0])):
                continue  # “4·8”司法日: when it was
            if inner in _IDIOMS and crowd is not None:
                continue  # “三无”食品摊点清理
            if inner in _MANNERS and text.startswith(("管理", "式", "化"), end):
                continue
            if typed is None and _AWARDED.search(text, max(0, start - 60), start):
                continue
            if typed is not None and text.endswith(_HOUSES, end, typed[0]):
                continue  # “某某”公益救援中心: a body
            if text.endswith(("台风", "强台风", "超强台风"), 0, start) or (typed is not None and _OF_BODY.match(text, typed[0])):
                continue  # 台风“某某”; “某某”养老服务|中心: a storm, a body
            if typed is not None and text.startswith("奖", typed[0] - 1) and text.endswith(_WINS, 0, start):
                continue
            manner = inner.endswith("式") and not ("+" in inner and typed is not None)  # not “网格化+地毯式”排查机制
            if (manner and not _OFFERED.search(text, max(0, start - 12), start)) or (
                typed is not None
                and _SCHEME.match(inner)
                and text.startswith("项目", end)
                and not _PROJECTS_BEGUN.match(text, end)
                and not inner.startswith("一")
                and not launch_before(text, start)
            ):
                continue
            rule, score, subtype, stop = "", 0.0, "", end
            begun = _PROJECTS_BEGUN.match(text, end)
            typed = (begun.end(), "Campaign") if begun is not None else typed
            if typed is not None:
                stop, subtype = typed
                rule, score = "initiatives.quoted_typed", 0.92
            elif inner in _IDIOMS:
                continue
            else:
                rule, score, subtype = self._untyped(text, inner, start, end, text[:body_at])
            shared = _SHARED.match(text, end) if not rule or typed is None else None
            if shared is not None and (launch_before(text, start) or (not rule and not inner.endswith(_NOT_NAMES))):
                # “粤菜师傅”“南粤家政”|工程: one type word for both
                type_after = self._type_after(text, shared.end())
                if type_after is not None:
                    rule, score, subtype = "initiatives.shared_type", 0.8, type_after[1]
            if not rule:
                continue
            name = _unquote(text[start:stop].replace("”的", "").replace("’的", ""))
            value = InitiativeValue(name, _unquote(inner), subtype)
            yield Mention(Kind.INITIATIVE, start, stop, text[start:stop], rule, score, value)

    def _called_next(self, text: str, at: int) -> bool:
        """Whether a quotation that a type word follows begins at ``at``."""
        follower = _QUOTE.match(text, at)
        return follower is not None and self._type_after(text, follower.end()) is not None

    def _quotations(self, text: str) -> Iterator[re.Match[str]]:
        """The quotations of a text; one that holds another counts as a whole where a type word stands behind it."""
        after = 0
        nested = {match.start(): match for match in _NESTED.finditer(text) if self._type_after(text, match.end())}
        for match in _QUOTE.finditer(text):
            whole = next((n for at, n in nested.items() if at <= match.start() < n.end()), None)
            if whole is not None and whole.start() >= after:
                yield whole
            elif match.start() >= after:
                yield match
            after = whole.end() if whole is not None else after

    @staticmethod
    def _type_after(text: str, end: int) -> tuple[int, str] | None:
        match = _after_quote().match(text, end)
        if match is not None and len(match.group(1)) == 1 and (_of_word(text, match) or not cuts_at(text, end, match.end())):
            match = _after_quote(2).match(text, end)  # “好再来”灯火通|明, “三包四联”群|众工作法
        if match is None:
            return None
        middle = text[end : match.start(1)].removeprefix("的")
        stops = _in_strong if match.group(1) in _STRONG_TYPES else _in_weak
        pieces = words().cut(middle) if middle else ()
        if len(pieces) == 1 and middle in _WILLING and (listed := _WORK_LIST.match(text, match.start(1))) is not None:
            return listed.end(), "Mechanism"  # “某某”主动|治理清单
        if any(stops(piece) for piece in pieces):
            return None
        if middle.startswith(_ACTORS) and match.group(1) in _WEAK_TYPES:
            return None  # “某某”志愿者|入户排查: who does it
        if middle and (_MADE_INTO.match(middle) or "团队" in middle):
            return None  # 把“某某”做成|常态化项目, “某某”三个|服务台
        if text.startswith("的", end) and not match.group(1).endswith(_AFTER_OF):
            return None  # “三资”管理的|实施方案: a document about it
        if match.group(1) == "社区" and _GOES_ON.match(text, match.end()):
            return None  # “一核两翼”社区|文明实践站
        if len(match.group(1)) == 1 and 2 <= len(middle) + 1 <= 3 and scorer().is_name(text[end : match.end()], 2.0):
            return None  # “某某”书记|董秀云
        if match.group(1) == "卡" and text[match.start(1) - 1] == "关":
            return None
        if match.group(1) == "节" and text[match.start(1) - 1] in "时季环关细春双情礼":
            return None  # “三夏”|时节
        if match.group(1) in _WEAK_TYPES and text.startswith("成", match.end()) and not text.startswith(_RESULTS, match.end()):
            return None  # 将“巴掌田”改造|成良田
        more = _MORE_TYPE.match(text, match.end()) or _THEN_TYPE.match(text, match.end())  # “四好农村路”建设|行动
        if more is not None and not match.group(1).endswith(more.group()):
            return more.end(), _kind_of().get(more.group()[-2:], "Service")  # “1+3”网格|治理模式
        return match.end(), _kind_of()[match.group(1)]

    @staticmethod
    def _untyped(text: str, inner: str, start: int, end: int, headlines: str) -> tuple[str, float, str]:
        before = text[max(0, start - 24) : start]
        made_of = _MADE_OF.search(text, max(0, start - 44), start) if before.endswith("”的") else None
        before = text[max(0, made_of.start() - 24) : made_of.start()] if made_of is not None else before
        if _METAPHOR.search(before):
            return "", 0.0, ""
        scheme = bool(_SCHEME.match(_BRACKET.sub("", inner) if "（" in inner else inner)) and len(inner) <= 14
        means = bool(_AS_MEANS.match(text, end)) and before.endswith("以")
        launch = bool(_LAUNCH.search(before))
        offered = bool(_OFFERED.search(before))
        if scheme and (
            launch
            or means
            or _CALLED.search(before)
            or "“" + inner + "”" in text[:start]
            or text.count("“" + inner + "”") > 1
            or len(inner) >= 3
        ):
            return "initiatives.scheme", 0.85 if launch or means else 0.7, "Mechanism"
        if _ORDERED.match(text, end) and _UNDER.search(before) and 4 <= len(inner) <= 10 and "，" not in inner:
            return "initiatives.ordered", 0.7, _inside_type(inner) or "Campaign"
        if _ONE_OF.match(text, end) and not inner.endswith(_IMAGES) and "，" not in inner:
            return "initiatives.one_of", 0.7, "Project"
        if _ONE_NUMERAL.fullmatch(inner) and (_RUNS.search(before) or _IN_FIELDS.match(text, end)):
            return "initiatives.scheme", 0.75, "Mechanism"
        if _IN_FIELD.search(before) and inner[0] in "一二三四五六七八九十两双百千万" and 4 <= len(inner) <= 10:
            return "initiatives.scheme", 0.7, "Mechanism"
        inside = _inside_type(inner)
        paid = inner[-1] in "贷券码卡保" or inner.endswith(_MONEY_GIVEN)
        if len(inner) >= 3 and paid and inner not in _COMMON_CODES and _HANDED_OUT.search(before):
            return "initiatives.named", 0.75, "Service"
        if inside and (len(inner) >= 4 or inner.endswith("长制") or (len(inner) == 3 and _SETS_UP.search(before))):
            return "initiatives.named", 0.75, inside
        in_works = _IN_WORKS.match(text, end) if 3 <= len(inner) <= 16 else None
        if in_works and (len(inner) > 3 or in_works.group().endswith("品牌")) and not inner.endswith(_IMAGES):
            return "initiatives.listed", 0.7, "Campaign"
        counted = _COUNTED_WORKS.match(text, end) if 3 <= len(inner) <= 12 and "，" not in inner else None
        if counted is not None and "“" in counted.group() + text[start - 2 : start] + text[start - 1 : start].replace("”", "“"):
            return "initiatives.listed", 0.72, "Service" if "服务" in counted.group() else "Campaign"
        if _BUILD_QUOTED.search(before) and _BUILT_QUOTED.fullmatch(inner):
            return "initiatives.built", 0.7, "Project"
        if means or offered or _STRONG.search(before):
            return "initiatives.launched", 0.75, "Mechanism" if inner.endswith(("制", "法")) else "Campaign"
        worked = launch or _WORKS_AT.search(before) is not None
        works = _AS_WORK.match(text, end)
        worked = worked or (works is not None and works.group() == "专项工作")  # “治欠保支”|专项工作: run as one
        if worked and len(inner) >= 4 and not inner.endswith(_IMAGES) and inner[:2] != "最后" and works is not None:
            return "initiatives.work", 0.72, "Campaign"
        if (
            3 <= len(inner) <= 10
            and not inner.endswith(_IMAGES)
            and _heads(text, inner, headlines)
            and text.count("“" + inner + "”") > 1
            and "，" not in inner
        ):
            return "initiatives.headline", 0.65, "Campaign"
        if launch and text.count("“" + inner + "”") > 1:
            return "initiatives.launched", 0.7, "Campaign"
        chained = inner.count("+") > 1
        if not 3 <= len(inner) <= 16 or (inner.endswith(_NOT_NAMES) and not chained) or _NO_NAME.search(inner):
            return "", 0.0, ""
        return Initiatives._by_context(text, inner, start, end, len(headlines), inside)

    @staticmethod
    def _by_context(text: str, inner: str, start: int, end: int, body: int, inside: str) -> tuple[str, float, str]:
        """A name that no verb and no type word tells: what is opened under it, or goes on, or is told of again and again."""
        if _OPENED.match(text, end) or (_WAY.match(text, end) and _TAKES_WAY.search(text, max(0, start - 12), start)):
            return "initiatives.opened", 0.72, "Campaign"
        told = _IS_A.match(text, end) if len(inner) > 3 else None
        if told is not None:
            return "initiatives.told_what", 0.72, _kind_of().get(told[1], "Campaign")
        if _GOES_FURTHER.match(text, end) and text.endswith(("推动", "推进", "深化", "促进", "持续推动"), 0, start):
            return "initiatives.furthered", 0.72, "Campaign"
        if (
            len(inner) < (3 if inside else 4)
            or len(inner) > 12
            or _NO_SCHEME_BEHIND.match(text, end)
            or text.endswith(_NO_SCHEME_BEFORE, 0, start)
        ):
            return "", 0.0, ""
        if start < body and (not start or text[start - 1] in "\n：:") and _HEADLINE_DOES.match(text, end):
            return "initiatives.headline", 0.65, inside or "Campaign"
        if text.count(f"“{inner}”") > 1:
            return "initiatives.repeated", 0.62, "Campaign"
        return "", 0.0, ""

    @staticmethod
    def _series(text: str) -> Iterator[Mention]:
        for match in _SERIES.finditer(text):
            value = InitiativeValue(match.group(), match.group(1), "Service")
            yield Mention(Kind.INITIATIVE, match.start(), match.end(), match.group(), "initiatives.series", 0.8, value)

    # -- unquoted ----------------------------------------------------------------------------------------------------

    def _typed(self, text: str, found: Found) -> Iterator[Mention]:
        for stop, end, (name, kind, bare) in _TYPES.find(text):
            if not bare or name in _NOT_BARE or (name.endswith(("项目", "工程")) and name not in _WHOLE):
                continue
            whole = name in _WHOLE or name.startswith(("创建全国", "创建国家"))  # 某县|创建全国文明城市
            if (name.endswith("年") and text.startswith(_AFTER_YEAR, end)) or (name[-1] == "改" and text.startswith("造", end)):
                continue  # 主要|建设|年产, 户|厕改|造1460座
            if name[-1] == "法" and text[end : end + 1] in _LAW:
                continue  # 信访|工作法|治化
            if kind != "project" and (_OF_BODY.match(text, end) or text.startswith(("目标责任书", "责任书"), end)):
                continue
            if name.endswith(_WEAK_TYPES) and text.startswith(_TAKEN_INTO, end) and text[max(0, stop - 8) : stop].find("把") >= 0:
                continue  # 把|老楼改造|纳入清单
            if name.endswith(_WEAK_TYPES) and text.startswith((*_RESULTS, "项目", "工程"), end):
                continue  # 人居环境整治|成果; a project takes 项目 along
            start = stop if whole else left_edge(text, stop, scheme=kind != "project")
            if stop - start > 18:
                continue
            start = past_predicate(text, self._strip(text, start, stop), stop) if start < stop else start
            start = _past_some(text, start, stop)
            split = found.covering(Kind.DISTRICT, start) if start < stop else None
            start = min(start, split.start) if split is not None else start  # 和|静镇老旧小区改造: no cut within a place
            if start >= stop and not whole:
                continue
            if kind == "project":
                start = self._past_size(text, start, stop, found)
            elif text.endswith(_PARTY_OWN, 0, start):
                start -= len(_PARTY_OWN)  # 党的|群众路线教育实践活动
            if start >= stop and whole:
                quoted = text[stop - 1 : stop] == "“" and text.startswith("”", end)
                start, end = (stop - 1, end + 1) if quoted else (stop, end)
                value = InitiativeValue(name, name, SUBTYPES[kind])
                yield Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.whole", 0.75, value)
                continue
            if start >= stop or text[start - 1 : start].isdigit() or text.startswith(_SOME, start):
                continue  # 24|小时值班制度, 一批样板驿站
            if text[start - 1 : start] in "个项处家" and text[max(0, start - 2) : start - 1].isdigit():
                continue  # 8个|热门景区精细化管理
            if text[start] == "自" and _SINCE.match(text, end):
                start += 1  # 自|某某专项行动开展以来
            if text[start] == "度" and text[start - 1 : start] == "年":
                start += 1  # 2020年度|精神文明创建
            if text.startswith(_HALF_BODIES, start):
                continue  # 协调|小组工作会议制度: the rest of a body's name
            place = self._place(text, start, stop, found)
            core_at = self._strip(text, place.end, stop) if place is not None else start
            if place is not None and core_at > place.end:
                start, place = core_at, None  # 某街道|调研|村集体经济大会战
            pieces = words().cut(text[_past_first_size(text, core_at, stop) : stop])
            if not pieces or (all(piece in _GENERIC for piece in pieces) and (len(pieces) < 2 or kind == "project")):
                continue
            if kind == "project" and place is None and not self._proper(pieces):
                continue
            if kind == "campaign" and len(pieces) == 1 and pieces[0] in _inspect_verbs() and not name.endswith(("行动", "活动")):
                continue  # 带队|督导|创城
            if name in _BUILDING and found.ending_at(Kind.ORGANISATION, stop) is not None:
                continue  # 某公司|扩建厂房: a verb
            if name in _DESCRIBED and len(text[core_at:stop]) < 4:
                continue
            yield self._mention(text, start, core_at, end, kind, place, "initiatives.typed", 0.75)

    @staticmethod
    def _strip(text: str, start: int, stop: int) -> int:
        """Verbs of carrying out before a name are no part of it (推进|农贸市场…行动), nor is a bare unit word (区|农贸…)."""
        position = first = start
        for piece in words().cut(text[start:stop]):
            position += len(piece)
            if (
                piece in _inspect_verbs()
                and position < stop
                and (_goes(text[first : position - len(piece)]) or text.endswith(_WENT_INTO, 0, first))
            ):
                start = position  # 调研|村集体经济大会战, 泾督查|重大项目, 某某督导|某水库除险加固工程
            elif piece == "研发" and text.startswith(_OF_RESEARCH, position):
                continue  # 某药业研发总部: a noun
            elif (
                (piece in _CARRY and (piece not in ("市", "省") or position - 1 == start))  # not 皂|市|水库
                or piece in ("起", "出", "了", "着")
                or ((piece in _LEADING or piece in ("公司", "集团")) and position - len(piece) == start)
                or (len(piece) == 1 and piece in "省市区县镇乡村师款个种" and position - len(piece) == start)
            ):
                start = position
        return start

    def _past_size(self, text: str, start: int, stop: int, found: Found) -> int:
        """Where a name begins that goes on to the left of a size, or begins with it: 某山|万亩|林场, |2000吨果酱生产线."""
        size = _SIZE.search(text, max(0, start - 14), start)
        cut = _DIGITS.search(text, max(0, start - 8), start)
        if size is None and cut is not None and text.startswith(_OF_NUMBER, start):
            start, size = cut.start(), cut  # 4000|万棒玉米加工项目: no name begins within a number
        if size is None or size.start() == 0:
            return start
        at = size.start()
        edge = self._strip(text, left_edge(text, at, scheme=True), at)
        held = found.ending_at(Kind.DISTRICT, at) or found.ending_at(Kind.ORGANISATION, at)
        if held is not None:
            return min(edge, held.start) if edge < at else at
        town = next(iter(found.before(Kind.DISTRICT, at)), None)
        if town is not None and at - town.end <= 4 and hard_left(text, at) <= town.start and text[town.end : at] not in _CARRY:
            return town.end  # 某镇|何家梁|万亩…: words that no name holds, but for a place's
        if at - edge >= 2 and self._proper(words().cut(text[edge:at])):
            return edge
        return start if text[at - 1] in "年第" or _YEARLY.search(text, max(0, at - 5), start) else at

    def _past_number(self, text: str, start: int, stop: int) -> int:
        """Where a name begins that holds the number of a road or a plot: 某新城11|号道路项目."""
        digits = _DIGITS.search(text, max(0, start - 6), start) if text.startswith("号", start, stop) else None
        if digits is None:
            return start
        edge = self._strip(text, left_edge(text, digits.start(), scheme=True), digits.start())
        return min(edge, digits.start())

    def _bracketed(self, text: str, start: int) -> int:
        """Where a name begins that holds a bracket: 某水厂(二期)|扩建工程."""
        if text[start - 1 : start] not in (")", "）"):
            return start
        opened = max(text.rfind("(", max(0, start - 20), start), text.rfind("（", max(0, start - 20), start))
        if opened <= 0 or _NO_NAME_BEFORE.match(text, opened - 1):
            return start
        edge = self._strip(text, left_edge(text, opened, scheme=True), opened)
        sized = opened - edge == 1 and text[edge] in "大中小"  # 小（二）型|病险水库除险加固工程
        return self._past_number(text, edge, opened) if sized or opened - edge >= 2 else start

    def _joined(self, text: str, start: int, end: int, found: Found) -> int:
        """Where a name of two halves begins: 某水厂及|配套管网工程, 甲河、|乙河治理工程."""
        mark = text[start - 1 : start]
        if mark == "暨" and not text.endswith(_CEREMONIES, 0, start - 1):
            edge = self._strip(text, left_edge(text, start - 1, scheme=True), start - 1)
            return edge if start - edge >= 5 else start
        within = text.startswith("、", end) and text[start - 2] != "、"  # A和B项目、C项目: 和 does not end the list
        done = mark in ("与", "和") and text.endswith(_WORKS_DONE, 0, start - 1)
        if mark == "及" or done or (mark in ("与", "和") and (within or text.startswith(_SECOND_HALVES, start))):
            at = start - 1
            edge = self._bracketed(text, self._strip(text, left_edge(text, at, scheme=True), at))
            half = self._bracketed(text, at)
            edge = half if half < at and edge == at else edge
            edge = self._past_size(text, edge, at, found) if edge < at else edge
            own = found.ending_at(Kind.ORGANISATION, at)
            if own is not None and own.text.endswith(_FACILITY_ENDS):
                edge = min(edge, own.start)
            whole = at - edge >= 5 and text.endswith(_WORKS_DONE, 0, at) and text.endswith(_CARRIED_OUT, 0, edge)
            if whole and text.endswith("工程", start, end) and (own is None or own.end < at):
                return edge  # 实施|某河水质提升和|游客中心改造工程
            ends = text.endswith(("情况", "工作", "问题", "方案", "项目", "工程", "改造", "建设", "公司", "局", "等"), 0, at)
            if at - edge >= 2 and not ends and (own is None or own.text.endswith(_FACILITY_ENDS)):
                return edge
        if mark == "、" and text.startswith("、", end):
            return start  # 甲公路、|乙公路改建工程、丙水库: a list
        kind = _SHARED_KIND.search(text, max(0, start - 8), start)
        if kind is not None and text.find(kind["kind"], start + 1, end) > 0 and mark in "和与及、":
            at = kind.end() - 1
            edge = self._strip(text, left_edge(text, at, scheme=True), at)
            return self._joined(text, edge, end, found) if at - edge >= 3 else start
        if mark == "、":
            twin = _TWIN.search(text, max(0, start - 8), start)
            if twin is not None and text[start : start + 6].find(twin.group("kind")) in (1, 2, 3):
                return self._strip(text, max(twin.start(), left_edge(text, start - 1, scheme=True)), start - 1)
        return start

    @staticmethod
    def _of_crowd(text: str, inner: str) -> bool:
        """Whether a quoted word is elsewhere said of people or firms: a class of them."""
        quoted, at = f"“{inner}”", -1
        while (at := text.find(quoted, at + 1)) >= 0:
            if _POPULATION.match(text, at + len(quoted)):
                return True
        return False

    @staticmethod
    def _of_chiefs(text: str, found: Found) -> Iterator[Mention]:
        """推行河长制, 河（湖）长制: the schemes by which officials answer for a river, a wood, a chain of industries."""
        for match in _OF_CHIEFS.finditer(text):
            start, end = match.span()
            if found.covering(Kind.ORGANISATION, start) is None and not text.startswith("”", end):
                name = match.group()
                yield Mention(
                    Kind.INITIATIVE, start, end, name, "initiatives.chiefs", 0.75, InitiativeValue(name, name, "Mechanism")
                )

    def _numbered(self, text: str) -> Iterator[Mention]:
        """党员双进活动, 百企联百村行动: a scheme of numerals with a type word."""
        for match in _NUMBERED.finditer(text):
            stop, end = match.start("type"), match.end()
            start = self._strip(text, left_edge(text, match.start(), scheme=True), stop)
            name = text[start:end]
            if not 4 <= len(name) <= 16 or text[start:stop] in _IDIOMS:
                continue
            subtype = "Campaign" if match.group("type") in ("活动", "行动", "工程") else "Mechanism"
            yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.numbered", 0.7, InitiativeValue(name, name, subtype))

    def _schemes(self, text: str) -> Iterator[Mention]:
        """强化三级会商制: a system, said to be run; 实施村庄绿化提升行动."""
        for match in _RUN_SCHEME.finditer(text):
            start, end = match.span("name")
            if match["whose"] is None:
                start = max(start, left_edge(text, end - 1, start, scheme=True))
                start = self._strip(text, start, end)
            if (
                end - start < 4
                or text[start - 1 : start].isdigit()
                or text[start:end] in ("责任制", "工作制")
                or _PLAIN_DRIVE.fullmatch(text, start, end)
                or (match["system"] is not None and not _is_system(match, start))
            ):
                continue
            name = text[start:end]
            subtype = "Campaign" if name.endswith("行动") else "Mechanism"
            yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.run", 0.7, InitiativeValue(name, name, subtype))
            while (other := _NEXT_SYSTEM.match(text, end)) is not None:  # 河长制、|林长制
                start, end = other.span("name")
                name = other["name"]
                yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.run", 0.7, InitiativeValue(name, name, subtype))
        for verb in ("上线", "开通", "推出", "启用"):
            at = text.find(verb)
            while at >= 0:
                online = _PLATFORM.match(text, at + 2)
                at = text.find(verb, at + 2)
                if online is None or online["name"].startswith(_NO_PLATFORM):
                    continue
                value = InitiativeValue(online["name"], online["name"], "Service")
                yield Mention(Kind.INITIATIVE, *online.span("name"), online["name"], "initiatives.platform", 0.7, value)
        if "次全国" in text:
            for match in _CENSUS.finditer(text):
                value = InitiativeValue(match.group(), match.group(), "Campaign")
                yield Mention(Kind.INITIATIVE, match.start(), match.end(), match.group(), "initiatives.census", 0.8, value)
        for match in _ROAD.finditer(text):
            value = InitiativeValue(match.group(), match.group(), "Project")
            yield Mention(Kind.INITIATIVE, match.start(), match.end(), match.group(), "initiatives.road", 0.8, value)

    def _projects(self, text: str, found: Found) -> Iterator[Mention]:
        """Projects and works, of which those of companies are told again by the company's short name."""
        owned: list[tuple[str, InitiativeValue]] = []
        for mention in self._all_projects(text, found):
            value = mention.value
            assert isinstance(value, InitiativeValue)
            if "公司" in mention.text:
                owned.append((mention.text, value))
            elif owned and (told := _told_before(value.name, owned)) is not None:
                mention = replace(mention, value=told)
            yield mention

    def _all_projects(self, text: str, found: Found) -> Iterator[Mention]:
        for match in _PROJECT.finditer(text):
            stop, end = match.span()
            start = self._strip(text, left_edge(text, stop, scheme=True), stop)
            start = past_predicate(text, start, stop) if start < stop else start
            start += 2 * (text.startswith("项目", start, stop) and stop - start > 4)  # 已投产项目|某食品项目
            start += text.startswith("好", start, stop) and text[start - 2 : start] in _CARRY  # 开展好|某某帮扶项目
            start = _past_envoy(text, _past_some(text, start, stop), stop, found)
            if text[start - 1 : start] == "该":
                start += 2 * text.startswith(("公司", "集团", "企业", "园区"), start, stop)  # 该公司|货架加工项目
            start = self._past_size(text, self._past_number(text, start, stop), stop, found)
            start = self._item_start(text, self._joined(text, self._bracketed(text, start), end, found), stop)
            if text[end - 4 : end] in ("项目建设", "工程建设"):
                end -= 2
            start = min(start, stop)
            start = _after_firm(text, start, found)
            begun = found.covering(Kind.ORGANISATION, start) if start < stop else None
            if begun is not None and begun.start < start and begun.end < stop:
                start = begun.start  # 为|正邦集团某项目
            maker = _maker(text, start, found)
            if maker is not None:
                yield self._of_company(text, maker, stop, end)
                continue
            zone = found.covering(Kind.DISTRICT, start) if start < stop else None
            if zone is not None and zone.start < start and zone.end == stop:
                start = zone.start  # 某县|某省1828|大健康产业园|项目
            doer = next(found.before(Kind.ORGANISATION, stop - 2), None)
            if doer is not None and start <= doer.end < stop - 4 and text.startswith(_FIRM_DOES, doer.end):
                start = doer.end + 2  # 某公司|上马|甲项目
            owner = self._owner(text, start, stop, found)
            if owner is not None:
                yield self._of_company(text, owner, stop, end)
                continue
            for held in found.between(Kind.ORGANISATION, max(0, start - 20), stop + 1):
                if held.end == stop:
                    start = min(start, held.start)
            facility = found.ending_at(Kind.ORGANISATION, stop)
            if facility is not None and facility.start == start and end - stop > 2 and facility.text.endswith(_FACILITY_ENDS):
                name = text[start:end]  # 县档案馆|建设工程
                place = found.starting_at(Kind.DISTRICT, start)
                core = text[place.end : end] if place is not None and 1 < len(place.text) < stop - start - 2 else name
                value = InitiativeValue(core, core, "Project", place if core != name else None)
                yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.facility", 0.78, value)
                continue
            body = found.covering(Kind.ORGANISATION, stop)
            if body is not None and body.end > end:
                continue
            if start >= stop or text[start:stop] in ("该", "此"):
                continue
            if text[start - 1 : start] in ("个", "项", "批") and text[start - 2 : start - 1] in _COUNTS:
                continue  # 38个|社区公益项目
            town = found.ending_at(Kind.DISTRICT, stop)
            if town is not None and town.start <= start and isinstance(town.value, PlaceValue) and town.value.level != "zone":
                continue  # 某镇|项目建设: all that is built there
            house = found.starting_at(Kind.ORGANISATION, start) if text[start] == "该" else None
            if house is not None and (told := self._of_house(text, house, end, found)) is not None:
                yield told
                continue
            if text.endswith("为民办实事", start, stop) and found.covering(Kind.ORGANISATION, start) is not None:
                continue  # 是市委、|市政府|为民办实事项目: what kind of project it is
            that = self._of_that(text, start, end, found) if text[start - 1 : start] == "该" else None
            mention = that or self._sited(text, start, stop, end, found) or self._project(text, start, stop, end, found)
            if mention is not None:
                yield mention

    @staticmethod
    def _of_that(text: str, start: int, end: int, found: Found) -> Mention | None:
        """来到甲镇乙水库。该|水库除险加固工程: the works bear the name of the house told of last."""
        house = words().cut(text[start:end])[0]
        at = text.rfind(house, max(0, start - 90), start - 1) if _FACILITY.fullmatch(house) is not None else -1
        if at < 0:
            return None
        edge = left_edge(text, at)
        place = next(reversed(list(found.between(Kind.DISTRICT, edge, at))), None)
        edge = place.end if place is not None and place.end < at else edge
        if not 2 <= at - edge <= 6:
            return None
        name = text[edge:at] + text[start:end]
        value = InitiativeValue(name, name, "Project", place)
        return Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.of_that", 0.75, value)

    @staticmethod
    def _of_house(text: str, back: Mention, end: int, found: Found) -> Mention | None:
        """在甲镇养老服务中心。|该中心|改造提升项目: the project bears the name of the body told of last."""
        word = back.text[1:]
        body = next((body for body in found.before(Kind.ORGANISATION, back.start) if body.text.endswith(word)), None)
        if body is None or not word.endswith(_FACILITY_ENDS) or not isinstance(body.value, BodyValue):
            return None
        name = body.text + text[back.end : end]
        value = InitiativeValue(name, name, "Project")
        return Mention(Kind.INITIATIVE, back.start, end, text[back.start : end], "initiatives.of_that", 0.75, value)

    @staticmethod
    def _owner(text: str, start: int, stop: int, found: Found) -> Mention | None:
        """The company whose project it is: 某公司|智能工厂|项目."""
        owners = [
            body
            for body in (found.ending_at(Kind.ORGANISATION, start), *found.between(Kind.ORGANISATION, start, stop - 1))
            if body is not None
            and isinstance(body.value, BodyValue)
            and body.value.subtype == "Enterprise"
            and not body.value.back
            and not body.text.endswith(_FACILITY_ENDS)
        ]
        if not owners or stop - owners[-1].end < 2:
            return None
        own = words().cut(text[owners[-1].end : stop])
        return None if any(piece in "的在和与及为由将已是、，" for piece in own) else owners[-1]

    @staticmethod
    def _of_company(text: str, owner: Mention, stop: int, end: int) -> Mention:
        name = text[owner.start : end]
        yearly = text[owner.end : stop].startswith("年")  # 某公司|年产3万吨…项目 is known by what it will make
        value = InitiativeValue(text[owner.end : end] if yearly else name, text[owner.end : end] if yearly else name, "Project")
        return Mention(Kind.INITIATIVE, owner.start, end, name, "initiatives.company_project", 0.8, value)

    @staticmethod
    def _sited(text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
        """位于某镇的|文化中心项目: a place before it makes a plain name one."""
        site = found.ending_at(Kind.DISTRICT, start - 1) if text[start - 1 : start] == "的" else None
        if site is None or stop <= start or found.covering(Kind.DISTRICT, start) is not None:
            return None
        if not text.endswith(("位于", "坐落于", "坐落在", "落户"), 0, Initiatives._chain_start(site, found)):
            return None
        value = InitiativeValue(text[start:end], text[start:end], "Project", site)
        return Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.sited", 0.75, value)

    def _project(self, text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
        place = self._place(text, start, stop, found)
        if place is None and (planned := self._planned(text, start, stop, end, found)) is not None:
            return planned
        core_at = _past_year(text, place.end, stop) if place is not None else start
        if place is None and _PLAIN_HALF.search(text, max(0, start - 7), start) is not None:
            return None  # 甲村的道路和|供水管线恢复工程
        pieces = words().cut(text[_past_first_size(text, core_at, stop) : stop])
        if _COUNTED_FIRST.match(text, core_at, stop) or text.endswith(("代表", "下一步"), core_at, stop):
            return None  # 两个老旧小区改造项目, 甲代表项目业主
        told = pieces[next((at for at, piece in enumerate(pieces, 1) if piece in _inspect_verbs()), 0) :]  # 到乙|调研|重点
        if told and (_ANY_PROJECT.issuperset(told) or _OF_QUARTER.fullmatch(text, core_at, stop)):
            return None  # 某县|重大招商引资项目, 某县|第一季度重点项目
        if _RANKED.fullmatch(text, core_at, stop) or (
            not self._proper(pieces) and _IS_ONE.search(text, max(0, start - 24), start) is not None
        ):
            return None  # 援疆十大重点|项目, 是经国务院批准的|江河治理项目
        if _sought(pieces) or _COUNTED.fullmatch(text, core_at, stop) or text.startswith(_SOME, core_at, stop):
            return None  # 招引|龙头|项目, 签成|两个|项目
        yearly = _YEARLY.search(text, max(0, start - 14), start)
        if place is None and pieces and _is_run(text, core_at, stop, end):
            return self._mention(text, start, core_at, end, "project", None, "initiatives.project", 0.7)
        if pieces and _OF_FAIR.fullmatch(text, core_at, stop):
            return None  # 投资贸易洽谈会|招商引资项目
        phased = end < len(text) and text[end] in "（(" and _PHASE.match(text, end) is not None
        if pieces and phased and place is None and stop - core_at >= 5 and not _ANY_PROJECT.issuperset(pieces):
            return self._mention(text, start, core_at, end, "project", None, "initiatives.project", 0.7)
        if not pieces or (
            (all(piece in _GENERIC or piece[0].isdigit() for piece in pieces) or _plain().fullmatch(text, core_at, stop))
            and yearly is None
        ):
            if place is None or (len(pieces) < 2 and text[stop + 1 : stop + 2] != "期") or place.end < stop - 8:
                return None  # 某镇|标准厂房|二期项目
            return self._mention(text, place.start, place.end, end, "project", place, "initiatives.project", 0.6)
        if place is None:
            start = core_at = extend_by_repetition(text, start, end)
        else:
            own_at = self._strip(text, core_at, stop)
            if own_at != core_at:
                start, core_at, place = own_at, own_at, None
        pieces = words().cut(text[_past_first_size(text, core_at, stop) : stop])
        own = [piece for piece in pieces if piece not in _GENERIC]
        of_unit = core_at > 1 and text[core_at - 1] in "省市区县镇乡" and _NO_NAME_BEFORE.match(text, core_at - 2)
        if place is None and of_unit and _FACILITY.search(text, core_at, stop):  # 县|档案馆建设工程
            return self._mention(text, core_at - 1, core_at - 1, end, "project", None, "initiatives.project", 0.75)
        named = place is not None and stop - core_at >= 5  # 某县|光伏升压站工程
        listed = stop - core_at >= 4 and text[core_at] not in _SOME_OF and self._beside_project(text, start, end)
        named = named or (listed and bool(own))
        if not named and all(words().tag(piece)[0] in "vda" for piece in own):
            return None
        site = place.value if place is not None and text.startswith(_BUILDING, stop) else None  # 某村|民宿改造项目
        rebuilt = isinstance(site, PlaceValue) and site.level in ("community", "township")
        built = place is not None and (rebuilt or stop - core_at >= 5 or text.endswith(_FACILITY_ENDS, 0, stop))  # 急救中心项目
        plain = len(own) < 2 or len("".join(own)) < 4
        if yearly is None and not built and not listed and not self._proper(tuple(own)) and plain:
            return None
        if len(text[core_at:stop]) < 2 and yearly is None:
            return None
        if place is None and text.startswith("现场", end) and text[core_at : core_at + 2] in text[:core_at]:
            return None  # a project told of before, by a short name
        produced = _YEARLY.search(text, max(0, start - 14), start)
        if produced is not None:
            return self._yearly(text, produced.start(), stop, end, found)
        return self._mention(text, start, core_at, end, "project", place, "initiatives.project", 0.8)

    @staticmethod
    def _item_start(text: str, start: int, stop: int) -> int:
        """Where an item of a list of projects begins, whatever its words: 甲项目、|同翎彩印项目, 项目为|科多供电项目、乙项目."""
        mark = next(reversed(list(_ITEM_MARK.finditer(text, max(0, start - 10), start))), None) if start < stop else None
        if mark is None or not 0 < start - mark.end() <= 4:
            return start
        if mark.group() != "、" and not text.startswith("、", stop + 2):
            return start
        skipped = words().cut(text[mark.end() : start])
        if any(p in _CARRY or p in _LEADING or p in verb_stops() or p in _SENTENCE_WORDS or p in _SEEKING for p in skipped):
            return start
        return start if any(p[0] in _NOT_IN_ITEM or words().tag(p)[0] == "r" for p in skipped) else mark.end()

    @staticmethod
    def _beside_project(text: str, start: int, end: int) -> bool:
        """甲项目、|乙项目|、丙项目: whether another one stands beside it in a list."""
        if text[start - 1 : start] == "、" and text.endswith(("项目", "工程"), 0, start - 1):
            return True
        if not text.startswith("、", end):
            return False
        beside = _ITEM.match(text, end + 1)
        return beside is not None and beside.group().endswith(("项目", "工程"))

    def _planned(self, text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
        """某公司拟在某镇建设|200兆瓦风电项目: a plain name that its investor and its place complete."""
        builds = _BUILDS_HERE.search(text, max(0, start - 24), start)
        site = found.ending_at(Kind.DISTRICT, builds.start()) if builds is not None else None
        if site is None or stop - start < 2 or _COUNTED.match(text, start, stop) or text.startswith(_SOME, start):
            return None
        at = self._chain_start(site, found)
        at -= text[at - 1] in "省市区县镇乡"
        plans = _PLANS_IN.search(text, max(0, at - 32), at)
        owner = self._investor(text, plans.start(), found) if plans is not None else None
        if owner is None:
            return None
        name = _unquote(text[start:end])
        where = "" if site.text[0] in "省市县区镇乡本我" else site.text
        whole = firm_name(owner.text) + where + name
        value = InitiativeValue(whole, name, "Project", site, owner=owner)
        return Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.planned", 0.78, value)

    @staticmethod
    def _investor(text: str, end: int, found: Found) -> Mention | None:
        """The company whose name, or the beginning of whose name, ends a clause's beginning."""
        begin = max(text.rfind(mark, max(0, end - 30), end) for mark in "，。；：、\n") + 1
        short = text[begin:end].removeprefix("其中")
        for body in found.of(Kind.ORGANISATION):
            if not isinstance(body.value, BodyValue) or body.value.subtype != "Enterprise" or body.value.back:
                continue
            if body.end == end or (len(short) >= 3 and body.text.startswith(short)):
                return body
        return None

    def _yearly(self, text: str, start: int, stop: int, end: int, found: Found) -> Mention:
        """年产3万吨…项目, with its company right before it."""
        owner = found.ending_at(Kind.ORGANISATION, start)
        if owner is not None and isinstance(owner.value, BodyValue) and owner.value.subtype == "Enterprise":
            return self._of_company(text, owner, stop, end)
        return self._mention(text, start, start, end, "project", None, "initiatives.project", 0.8)

    @staticmethod
    def _in_full(text: str, mention: Mention, found: Found) -> Mention:
        """The mention with its name in full: with all the districts that stand before its own."""
        value = mention.value
        assert isinstance(value, InitiativeValue)
        place = value.place
        year = _OF_YEAR.search(text, max(0, mention.start - 7), mention.start) if value.subtype == "Campaign" else None
        if year is not None and place is None:
            return replace(mention, value=replace(value, full=year.group() + value.name))  # 2022年|贵州公益行
        if value.subtype != "Project" or place is None or place.start > mention.start:
            return mention
        start = Initiatives._chain_start(place, found)
        if start == place.start:
            return mention
        return replace(mention, value=replace(value, full=_unquote(text[start : mention.end])))

    @staticmethod
    def _chain_start(place: Mention, found: Found) -> int:
        start = place.start
        while (before := found.ending_at(Kind.DISTRICT, start)) is not None:
            start = before.start
        return start

    @staticmethod
    def _phases(text: str, found: Found) -> Iterator[Mention]:
        """某污水处理厂|二期: the next part of a house is built."""
        for body in found.of(Kind.ORGANISATION):
            phase = _NEXT_PHASE.match(text, body.end)
            if phase is None or not body.text.endswith(_FACILITY_ENDS) or not isinstance(body.value, BodyValue):
                continue
            place = body.value.anchor
            own = place is not None and place.start == body.start and place.end < body.end
            name = text[body.start : phase.end()]
            core = text[place.end : phase.end()] if own and place is not None else name
            value = InitiativeValue(core, core, "Project", place if own else None)
            yield Mention(Kind.INITIATIVE, body.start, phase.end(), name, "initiatives.phase", 0.75, value)

    @staticmethod
    def _launched(text: str, found: Found) -> Iterator[Mention]:
        """某厅2023年|专家服务基层活动|启动仪式: what is launched with a ceremony goes on, and is named before it."""
        for match in _LAUNCHED.finditer(text):
            start, end = match.span("name")
            for kind in (Kind.ORGANISATION, Kind.DISTRICT):
                held = next(found.before(kind, end), None)
                start = max(start, held.end) if held is not None else start
            lead = next(reversed(list(_BEFORE_LAUNCHED.finditer(text, start, end))), None)
            start = lead.end() if lead is not None else start
            own = words().cut(text[start : end - 2])
            plain = all(piece in _GENERIC or piece in _PLAIN_DRIVES for piece in own)
            if end - start < 7 or plain or found.covering(Kind.ORGANISATION, end - 1) is not None:
                continue
            name = text[start:end]
            yield Mention(
                Kind.INITIATIVE, start, end, name, "initiatives.launched_at", 0.74, InitiativeValue(name, name, "Campaign")
            )

    def _sites(self, text: str, found: Found) -> Iterator[Mention]:
        """在某研发总部|建设工地, 来到某生态农业项目|现场: who stands at a building site stands at something that is built."""
        for mark in ("现场", "工地"):
            at = text.find(mark)
            while at >= 0:
                stop, at = at, text.find(mark, at + 2)
                if text.endswith(("建设", "施工", "改造"), 0, stop):
                    stop -= 2
                elif mark == "现场" and not text.endswith(("项目", "工程"), 0, stop):
                    continue
                lo = hard_left(text, stop)
                went = _WENT.match(text, lo, stop)
                start = went.end() if went is not None else stop
                typed = text.endswith(("项目", "工程"), start, stop)
                core = stop - 2 * typed
                first = text.find(text[start : start + (2 if typed else 4)], 0, start)
                if first >= 0 and (
                    found.covering(Kind.ORGANISATION, first) is not None or not text.startswith(text[start:core], first)
                ):
                    continue  # a project told of before, by a short name
                if core - start < 4 or not self._plain_item(text, start, core, found):
                    continue
                if any(ends_walk(piece, True) for piece in words().cut(text[start:core])):
                    continue
                place = self._place(text, start, core, found)
                own = words().cut(text[place.end if place is not None else start : core])
                if all(piece in _GENERIC for piece in own) or not (self._proper(own) or (typed and core - start >= 6)):
                    continue
                name = text[place.end if place is not None else start : stop]
                value = InitiativeValue(name, name, "Project", place)
                start = place.start if place is not None else start
                yield Mention(Kind.INITIATIVE, start, stop, text[start:stop], "initiatives.site", 0.76, value)

    @staticmethod
    def _between_provinces(text: str, found: Found) -> Iterator[Mention]:
        """深化粤桂扶贫协作: what two provinces do together bears their short names."""
        for match in _cooperation().finditer(text):
            body = found.covering(Kind.ORGANISATION, match.start())
            if body is not None and body.end > match.end():
                continue
            name = match.group()
            value = InitiativeValue(name, name, "Campaign")
            yield Mention(Kind.INITIATIVE, match.start(), match.end(), name, "initiatives.cooperation", 0.75, value)

    def _framed(self, text: str, found: Found) -> Iterator[Mention]:
        """What a verb of carrying out, a list of projects, or 建设 behind it shows to be named."""
        for start, end in campaigns(text):
            name = text[start:end]
            if any(held.start < start < held.end for held in found.between(Kind.ORGANISATION, max(0, start - 20), end)):
                continue
            place = self._place(text, start, end - 3, found)
            if place is not None and is_tail(text[place.end : end]):
                continue  # 某社区|百日攻坚: no name
            core = text[place.end : end] if place is not None and end - place.end > 6 else name
            value = InitiativeValue(core, core, "Campaign", place if core != name else None)
            yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.object", 0.75, value)
        for rule, spans in (
            ("initiatives.listed_project", listed_projects(text)),
            ("initiatives.being_built", being_built(text, lambda at: found.starting_at(Kind.DISTRICT, at) is not None)),
            ("initiatives.started", started(text)),
        ):
            for start, end in spans:
                name = text[start:end]
                if rule == "initiatives.listed_project" and _GENERIC.issuperset(words().cut(name)):
                    continue
                place = self._place(text, start, end, found)
                core = text[place.end : end] if place is not None and end - place.end > 3 else name
                if core[0] in "段线" or core.startswith(_LANDMARKS):
                    core = name
                value = InitiativeValue(core, core, "Project", place)
                yield Mention(Kind.INITIATIVE, start, end, name, rule, 0.76, value)

    def _in_lists(self, text: str, found: Found) -> Iterator[Mention]:
        """推进甲、乙、丙等重点项目: a list that ends in a word for projects names projects."""
        for match in _PROJECT_LIST.finditer(text):
            first = list_start(text, match.start())
            visited = _VISITED.search(text, max(0, first - 2), match.start()) is not None or "现场" in match.group()
            if _OF_FIELDS.search(text, max(0, first - 2), match.start()) or _GIVEN_HOUSES.search(text, first, match.start()):
                continue  # 涉及农产品加工、康养旅游等13个项目: what they are about
            items: list[tuple[int, int, Mention | None, bool, bool]] = []
            for item in _ITEM.finditer(text, first, match.start()):
                start, end = item.span()
                opened = _LIST_OPENS.search(text, start, end) or _WENT_TO.search(text, start, end)  # 县长甲近日到|某教育城、
                if opened is not None:
                    start = opened.end()
                    items.clear()
                elif start == first:
                    start = max(start, self._strip(text, left_edge(text, end, start, scheme=True), end))
                    start = max(item.start(), self._past_size(text, start, end, found))
                place = self._place(text, start, end, found)
                start = min(start, place.start) if place is not None else start
                typed = text.endswith(("项目", "工程"), start, end)
                named = typed or self._lists(text, start, end, place, item.start() == first and opened is None, visited)
                items.append((start, end, place, typed, named))
            coherent = self._coheres(text, match.group(), [named for *_, named in items], visited)
            for start, end, place, typed, named in items:
                if (typed or not named) and not (coherent and self._plain_item(text, start, end, found)):
                    continue
                name = text[start:end]
                core = text[place.end : end] if place is not None and end - place.end > 3 else name
                value = InitiativeValue(core, core, "Project", place)
                yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.in_list", 0.78, value)

    @staticmethod
    def _again(text: str, listed: list[Mention]) -> Iterator[Mention]:
        """What a list names as a project is one wherever its name begins a clause: 甲新材料|计划总投资3亿元."""
        for mention in listed:
            at = text.find(mention.text, mention.end) if len(mention.text) >= 4 else -1
            while at >= 0:
                end = at + len(mention.text)
                if text[at - 1] in "，。；\n" and _TOLD_AGAIN.match(text, end):
                    yield replace(mention, start=at, end=end)
                at = text.find(mention.text, end)

    @staticmethod
    def _coheres(text: str, ending: str, named: list[bool], visited: bool) -> bool:
        """Whether the items of a list are all projects: as many as are counted behind it, or visited and most of them named."""
        count = count_of(ending)
        if count:
            return count == len(named) > 1
        return visited and len(named) > 2 and 3 * sum(named) >= 2 * len(named)

    @staticmethod
    def _plain_item(text: str, start: int, end: int, found: Found) -> bool:
        """Whether an item of a list of projects is one as well: words of no sentence, and nothing that is known otherwise."""
        if end - start < 4 or _COUNTED_FIRST.match(text, start) or text.startswith((*_SOME, "各"), start):
            return False
        pieces = words().cut(text[start:end])
        if any(piece in _SENTENCE_WORDS or piece in verb_stops() for piece in pieces) or _ANY_PROJECT.issuperset(pieces):
            return False
        return found.ending_at(Kind.ORGANISATION, end) is None and found.ending_at(Kind.DISTRICT, end) is None

    def _lists(self, text: str, start: int, end: int, place: Mention | None, first: bool, visited: bool) -> bool:
        """Whether an item of a list of projects is a name: of a place, with a word of its own, or of something that is built."""
        at = place.end if place is not None else start
        pieces = words().cut(_SIZE_FIRST.sub("", text[at:end]))
        if end - start < 4 or end - at < 2 or text[start] == "各" or all(piece in _GENERIC for piece in pieces):
            return False
        if any(piece in _SENTENCE_WORDS or piece in verb_stops() for piece in pieces) or (
            first and any(ends_walk(piece, True) and piece != "至" for piece in pieces)
        ):
            return False
        if place is not None:
            return True
        built = text.endswith(_BUILT_TAILS, start, end)
        if built and (visited or text[start] in "县市区镇乡"):
            return True
        if self._proper(pieces):
            return end - start >= 6 or built or len(pieces) > 2
        return built and _FACILITY.search(text, start, end) is not None

    @staticmethod
    def _proper(pieces: tuple[str, ...]) -> bool:
        return any(
            len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz", "nt", "x", "ng") or p[0].isascii()
            for p in pieces
            if p not in _GENERIC
        )

    def _is_own(self, name: str) -> bool:
        """Whether a thing built for a sum is more than its kind: 县第二人民医院, 智能终端产业园, not 垃圾中转站."""
        pieces = words().cut(name)
        if _COUNTED.match(name) or any(piece in _SENTENCE_WORDS or piece in verb_stops() for piece in pieces):
            return False
        return self._proper(pieces) or (len(name) >= 7 and not all(piece in _GENERIC for piece in pieces[:-1]))

    def _invested(self, text: str) -> Iterator[Mention]:
        """投资8亿元的某某酒店迁建完竣: a sum of money shows that a project is named."""
        for match in _INVESTED.finditer(text):
            run = _NAME_RUN.match(text, match.end())
            if run is None:
                continue
            stage = _STAGE.search(run.group(), 2)
            whole = run.group()[: stage.start()] if stage else run.group()
            typed = _PROJECT_TAIL.match(whole)
            whole = typed.group() if typed else _till_verb(whole)
            built = len(whole) >= 5 and whole.endswith(_BUILT_TAILS) and self._is_own(whole)
            if match["plain"] is not None and not built and (typed is None or len(whole) < 6):
                continue
            if len(whole) < 3 or whole.startswith(("项目", "工程")) or whole.endswith(("企业", "公司")) or _COUNTED.match(whole):
                continue
            start, end = run.start(), run.start() + len(whole)
            pieces = words().cut(whole)
            if all(piece in _GENERIC for piece in pieces) or (typed is None and len(whole) < 5 and not self._proper(pieces)):
                continue
            value = InitiativeValue(whole, whole.removesuffix("项目"), "Project")
            yield Mention(Kind.INITIATIVE, start, end, whole, "initiatives.invested", 0.85, value)

    def _priced(self, text: str, found: Found) -> Iterator[Mention]:
        """某科技产业园|总投资60亿元, 某国际产业园|，由甲公司、乙公司共同投资建设: what is told of by its sum or its builders."""
        for word in ("总投资", "，由"):
            at = text.find(word)
            while at >= 0:
                tail, at = at, text.find(word, at + 2)
                if word == "，由" and _BUILT_BY.match(text, tail) is None:
                    continue
                end = tail - 2 * text.endswith(("计划", "预计"), 0, tail)
                start = max(text.rfind(mark, max(0, end - 30), end) + 1 for mark in "，。；：、“”\n（）")
                place = found.starting_at(Kind.DISTRICT, start)
                name = text[start:end]
                if not 5 <= len(name) <= 24 or not name.endswith(_BUILT_TAILS) or name[0] in _SOME_OF or not self._is_own(name):
                    continue
                if found.ending_at(Kind.ORGANISATION, end) is None:
                    core = text[place.end : end] if place is not None and end - place.end > 3 else name
                    value = InitiativeValue(core, core, "Project", place if core != name else None)
                    yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.priced", 0.76, value)

    @staticmethod
    def _place(text: str, start: int, stop: int, found: Found) -> Mention | None:
        for held in found.between(Kind.DISTRICT, hard_left(text, start), stop):
            if held.start <= start <= _past_year(text, held.end, stop) and held.end < stop:
                if text.startswith("至", held.end):
                    return None  # 道县|至某地公路: where a line begins
                while (inner := found.starting_at(Kind.DISTRICT, held.end)) is not None and inner.end < stop:
                    if not inner.text.endswith(_DISTRICT_ENDS):
                        break  # a short name may begin the project's own (青铜峡灌区改造工程)
                    held = inner  # 某市|某镇|恒阳产业园项目
                return held
        return None

    @staticmethod
    def _mention(
        text: str, start: int, core_at: int, end: int, kind: str, place: Mention | None, by: str, score: float
    ) -> Mention:
        numbered = _ROAD_NUMBER.search(text, max(0, start - 6), start) if text.startswith(_ROADS, start) else None
        if numbered is not None and place is None:
            start = core_at = numbered.start()
        begin = place.start if place is not None else start
        if place is not None and core_at == place.end and text.startswith((*_LANDMARKS, "和", "与", "及"), core_at):
            core_at = place.start  # 某地|水库除险加固工程
        bare = _unquote(text[_past_first_size(text, core_at, end) : end])
        name = _unquote(text[core_at:end])
        phase = _PHASE.match(text, end) if kind == "project" else None
        if phase is not None:  # 某产业园项目|（二期）
            end, name = phase.end(), name + phase.group()
        return Mention(
            Kind.INITIATIVE, begin, end, text[begin:end], by, score, InitiativeValue(name, bare, SUBTYPES[kind], place)
        )


_MARKS = re.compile("[“”‘’]")
_PHASE = re.compile(
    r"[（(](?:第?[一二三四五]期(?:[、和及][一二三四五]期)?|[一二三四五\d]标段?|[^（）()\n，。；]{1,6}[段区])[）)]"
)
_OF_YEAR = re.compile(r"20\d{2}年度?$")
_YEAR_FIRST = re.compile(r"\d{4}年度?")


_SOME_INSIDE = re.compile(r"一批|一系列|一大批|多个|若干|部分|各类|各项|投资?\d[\d.]*[万亿]?(?:余|多)?元?(?=[建修启实])[一-龥]")


def _till_verb(name: str) -> str:
    """学生食堂|给予了肯定: what stands before the verb of the sentence."""
    end = 0
    for piece in words().cut(name):
        if end and (piece in verb_stops() or piece in _SENTENCE_WORDS or piece in ("给予", "予以", "作为", "投入使用")):
            break
        end += len(piece)
    return name[:end]


def _past_some(text: str, start: int, stop: int) -> int:
    """策划包装一批|重点招商项目, 投900万建|某某工程: what stands before is no name."""
    last = next(reversed(list(_SOME_INSIDE.finditer(text, start, stop))), None)
    return start if last is None or last.end() > stop else last.end()


def _after_firm(text: str, start: int, found: Found) -> int:
    """某新能源有限公司洁净|能源利用项目: a name begins right behind its company, but for a verb or a preposition between."""
    firm = next(found.before(Kind.ORGANISATION, start), None)
    if firm is None or not 0 < start - firm.end <= 4 or not firm.text.endswith(("公司", "集团")):
        return start
    between = text[firm.end : start]
    if not between.isalpha() or any(
        p in _CARRY or p in _LEADING or words().tag(p)[0] not in "nabjz" for p in words().cut(between)
    ):
        return start
    return start if any(p in verb_stops() or p in _SENTENCE_WORDS or p in _SEEKING for p in words().cut(between)) else firm.end


_GOODS = re.compile("(?:(?!项目|工程)[一-龥]{2,5}、){1,3}$")


def _maker(text: str, start: int, found: Found) -> Mention | None:
    """The company right before a list of all that a project of its will make: 某酒业公司|酒水、饮料制造项目."""
    goods = _GOODS.search(text, max(0, start - 18), start) if text[start - 1 : start] == "、" else None
    firm = next(found.before(Kind.ORGANISATION, start - 2), None) if goods is not None else None
    if goods is None or firm is None or not firm.text.endswith(("公司", "集团")) or not goods.start() <= firm.end < start - 2:
        return None
    if any(f"{word}、" in text[firm.end : start] for word in ("项目", "工程", "期")):
        return None  # 某公司|三期项目、|乙项目
    return firm if "\u4e00" <= text[firm.end] <= "\u9fff" and text[firm.end] not in "和与及等的在将" else None


def _past_envoy(text: str, start: int, stop: int, found: Found) -> int:
    """甲代表|某镇某项目: where the place begins for which someone speaks."""
    at = text.find("代表", start, stop)
    return at + 2 if at > start and found.starting_at(Kind.DISTRICT, at + 2) is not None else start


# “某某”主动治理|清单: how, and what is done.
_WILLING = frozenset(("主动", "全程", "专项", "动态", "闭环", "联动", "协同", "综合"))
_WORK_LIST = re.compile("(?:治理|督办|管理|服务|监管|整改|处置|监督|化解|帮扶|推进|调度)(?:清单|台账|机制|模式|体系|制度)")

# Types that stand at a name's end only: what leads up to them may be a verb or a number (“某某妈妈”牵手百名儿童|活动).
_STRONG_TYPES = ("活动", "行动", "工程", "计划", "专项行动", "公益活动", "志愿服务活动")


def _of_word(text: str, match: re.Match[str]) -> bool:
    """“某某”老|年助餐, “某某”交|通执法: whether a type of one character only ends an ordinary word."""
    return match.start(1) > match.start() and text[match.start(1) - 1 : match.end()] in _USUAL_WORDS


_USUAL_WORDS = seeds.word_list("no_type_ends")


def _in_weak(piece: str) -> bool:
    return ends_walk(piece, True)


def _in_strong(piece: str) -> bool:
    counted = len(piece) > 1 and words().tag(piece) == "m"
    return ends_walk(piece, True) and not counted


def _past_first_size(text: str, start: int, stop: int) -> int:
    size = _SIZE_FIRST.match(text, start, stop)
    return size.end() if size is not None and size.end() < stop else start


def _past_year(text: str, start: int, stop: int) -> int:
    year = _YEAR_FIRST.match(text, start, stop)
    return year.end() if year is not None and year.end() < stop else start


_INSIDE = re.compile(
    "(?=[代河巡公帮服红医业会院坝屋板圆服林田街楼点票链警校所一专书云体保信公制券地基夜大学客小工巴平建托提攻文明机模治法活清热直码积窗管网联茶行计议讲课调贷超路车连通银食驿])"
    r"(?:(?P<Service>大篷车|工坊|巡回法庭|会客厅|院坝会|坝坝会|屋场会|板凳会|圆桌会|议事会|议事点|议事站|医联体|业委会|服务站|车间|夜校|直通车|驿站|管家|码|一码通|平台|热线|课堂|超市|讲堂|学堂|食堂|书屋|议事厅|法庭|窗口|通道|专线|小程序|公众号|银行|客厅|驿家|云课|大集|专列|巴士|"
    r"公交|托管班|茶座|直播间|基金|信箱|小屋|书吧|专窗|专车|地图|讲习所|小喇叭|联系卡|连心卡|明白卡|券|贷|保)|(?P<Campaign>行动|工程|活动|计划|大会战|攻坚战|活动月|活动周|活动年|建设年|提升年|攻坚年|大比武|大走访|大讨论|小分队|大家访|文化节)|(?P<Project>(?:公益|服务|帮扶)项目)|"
    r"(?P<Mechanism>(?:[路林田街楼点链警校所河]长|票决|积分|代办)制|红黑榜|工作法|模式|机制|工作室|制度|体系|路长制|积分制|网格|清单|专班|治理法|调解法))$"
)


# “惠企二十条”, “乡亲服务日”, “文化消费周”, “三步调处法”, “谈心室”: a kind that needs the word before it.
_INSIDE_LATE = re.compile(
    r"[一-龥]{2,}(?:(?P<Policy>(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[五六七八九百]|\d{1,3})条)|"
    r"(?P<Campaign>(?:服务|志愿|接访|接待|活动|开放|清洁|体验|议事|协商|说事|宣传|调解|公益|奉献|走访|惠民|便民|恳谈|邻里|睦邻|敲门|民情|党员)日|"
    r"(?:合作|消费|文化|宣传|服务|购物|旅游|体验|时装|美食|设计|科技|推介|惠民|招聘|阅读|艺术|开放)周)|"
    r"(?P<Service>(?:聊天|谈心|倾诉|关爱|心语|悄悄话|候课)[室屋]))$|"
    r"[一二三四五六七八九十](?:步|环|联|定|度|维|心|情|诊|访|事)(?P<Mechanism>[一-龥]{1,4}法)$"
)


# What images end with: “硬防线”, “安全阀”, “新名片”.
_IMAGES = tuple(sorted(seeds.word_list("image_endings")))


# 都叫她“板车书记”, “板车书记”和她的“蓝围裙”: what people are called by.
_SUBJECT_OF = re.compile(r"(?:重点|专题|主题|系列|专项)?(?:提案|议案|课题|讲座|座谈|会议|征文|论坛|征集|报告|建议)")
_NICKNAMED = re.compile(r"(?:[叫喊][^，。“”]{0,6}|[他她]的)$")


# What people, teams, prizes, produce and images end with: no name that is but quoted and told again is one of theirs.
_NOT_NAMES = (*_IMAGES, *sorted(seeds.word_list("no_scheme_endings")))
_NO_NAME = re.compile(
    r"[，！：…]|[0-9][.·月日]|^(?:这|那|不|要|我|你|他|她|从|最|只|没|有|是|让|把|被|去|在|给|多|小|大)(?![爱家手讲学走])|[了吗呢吧啊嘛]$"
)
# “某某”启动仪式, “某某”现场推进会: what is opened, or told of, under its name.
_OPENED = re.compile(
    "(?=[项工活行计集现首推测观交动启发授揭签开上总颁])"
    r"(?:项目|工程|活动|行动|计划|工作)?(?:集中|现场|工作|首发|首批)*"
    r"(?:推进|测评|观摩|交流|动员|启动|发放|授牌|发布|签约|开工|上线|开班|总结|颁发){1,2}(?:会|仪式|大会)"
)
# 定下“某某”的|路子.
_WAY = re.compile(r"的(?:[一-龥]{2,4})?(?:路子|打法|做法|办法|经验)")
_TAKES_WAY = re.compile(
    r"(?:定下|走出|实行|推行|采取|探索|创新|总结|形成|采用|按照|坚持|借鉴|推广|摸索|商量|琢磨|闯|蹚|趟|探)(?:了|出|一条|实施|推行)*$"
)
# “某某”|是一项关爱职工的活动.
_IS_A = re.compile(
    r"是(?!由)(?:[^，。；“”]{0,40}?[的项个种大])?[^，。；“”的]{0,8}?(活动|行动|工程|项目|举措|服务|品牌|机制|制度|模式|平台)(?=[，。；])"
)
# 推动“某某”|向小区延伸.
_GOES_FURTHER = re.compile(
    "(?=[向走落提扩增全])(?:向[^，。；]{2,12}(?:延伸|发展|拓展|迈进|覆盖|下沉|转变)|走深|走实|落地|提质|扩面|增效|全覆盖)"
)
# “某某”|守平安: what a headline says that a scheme does.
_HEADLINE_DOES = re.compile(
    "[守把连破解激点鼓让送助聚架铺打敲叩唤照暖托撑护织绘带引串赋添汇惠增促开](?![“])|赋能|上线|启动|落地|走进|搬进|进[村校企社校园]|见实效|出实招"
)
_NO_SCHEME_BEHIND = re.compile(
    "牌|商标|(?:重点)?[提议]案|品种|人员|专案|台风|病毒|的[他她]|字样|二字|三字|四字|锦旗|横幅|这|称号|荣誉"
)
_NO_SCHEME_BEFORE = (
    "台风",
    "以",
    "写着",
    "写有",
    "绣着",
    "印有",
    "题为",
    "主题为",
    "主题是",
    "获评",
    "荣获",
    "叫她",
    "叫他",
    "喊他",
    "喊她",
    "所谓",
    "人称",
    "绰号",
    "外号",
    "戏称",
    "俗称",
)


def _heads(text: str, inner: str, headlines: str) -> bool:
    """Whether a quoted name stands in the headline, or in a second line of it and the article says that it was carried out."""
    quoted = "“" + inner + "”"
    if quoted not in headlines:
        return False
    at = text.find(quoted)
    while at >= 0:
        if _SUBJECT_OF.match(text, at + len(quoted)):
            return False
        if _NICKNAMED.search(text, max(0, at - 8), at) or text.startswith(("和她", "和他"), at + len(quoted)):
            return False
        at = text.find(quoted, at + 1)
    if quoted in headlines[: headlines.find("\n") + 1]:
        return True
    at = text.find(quoted, len(headlines))
    return at >= 0 and bool(_CARRIED.match(text, at + len(quoted)) or launch_before(text, at))


def _inside_type(inner: str) -> str:
    """The subtype of a quoted name whose type word stands inside the quotation marks: “寒冬行动”, “民心驿站”."""
    match = _INSIDE.search(inner) or _INSIDE_LATE.search(inner)
    return (match.lastgroup or "") if match is not None else ""


def _told_before(name: str, owned: list[tuple[str, InitiativeValue]]) -> InitiativeValue | None:
    """甲陶瓷项目, after 某市甲陶瓷有限公司年产3万吨陶瓷项目: the company's project, where it has but one."""
    short = name.removesuffix("项目")
    told = [value for whole, value in owned if short in whole] if len(short) >= 4 and short != name else []
    return told[0] if told and all(value.name == told[0].name for value in told) else None


def _sought(pieces: tuple[str, ...]) -> bool:
    """招引|龙头, 上, 签成|两个: a verb of seeking, and after it nothing that names a project."""
    last = max((i for i, piece in enumerate(pieces) if piece in _SEEKING), default=-1)
    return last >= 0 and all(piece in _GENERIC for piece in pieces[last + 1 :])


_WENT_INTO = ("深入", "赴", "前往", "走进", "来到", "到")
_INSPECTORS = ("组", "团", "局", "厅", "政府", "人大", "政协", "一行", "领导", "书记", "县长", "区长", "市长", "代表", "委员")


@lru_cache(maxsize=10_000)
def _goes(before: str) -> bool:
    """Whether what stands before a verb of inspecting is its subject: a stray character, a person's name, or a body."""
    return len(before) < 2 or (len(before) <= 3 and scorer().is_name(before, 2.0)) or before.endswith(_INSPECTORS)


def _in_title(text: str, position: int) -> bool:
    """Whether the title of a document holds the position: 《某县高质量发展行动计划》."""
    left = max(0, position - 40)
    return text.rfind("《", left, position) > text.rfind("》", left, position)


def _won(text: str, position: int) -> bool:
    """Whether the name of a prize that was won holds the position: 获得“五个一工程”奖."""
    left = text.rfind("“", max(0, position - 20), position + 1)
    if left < 0 or text.rfind("”", left, position) >= 0:
        return False
    return text.endswith(_WINS, 0, left)


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Nothing but words of which no project's name is made."""
    return re.compile("(?:" + "|".join(sorted(map(re.escape, _GENERIC), key=lambda n: (-len(n), n))) + "){1,6}")


_PRICED = re.compile(r"，(?:计划|预计|项目)?总投资\d")


# 某工程|进展情况。该工程总投资1.36亿元: one that is told of by its sum.
_TOLD_BY_SUM = re.compile(
    r"(?:[^。\n]{0,24}。(?:该|此)(?:项目|工程))?，?(?:计划|预计|概算|项目)?(?:总投资|投资总额|总造价)(?:额|约|为)?\d"
)


def _is_run(text: str, start: int, stop: int, end: int) -> bool:
    """实施|农村饮水安全巩固提升工程: long, and the object of a verb of carrying out, is name enough."""
    return (
        (
            stop - start >= 6
            and (text.endswith("工程", stop, end) or _PRICED.match(text, end) is not None)
            and text.endswith(("实施", "启动"), 0, start)
        )
        or (stop - start >= 5 and _TOLD_BY_SUM.match(text, end) is not None)
        or (stop - start >= 4 and text.endswith(("推出", "推出了", "创设", "孵化"), 0, start))
    ) and (not text.startswith(("重大", "重点", "民生", "基础", "各类", "亿元", "产业", "系列"), start))


_RUNS_SYSTEM = ("推广", "推行", "实行", "落实", "建立", "创新", "实施")
_PLAIN_SYSTEMS = seeds.word_list("plain_systems")


def _is_system(match: re.Match[str], start: int) -> bool:
    """Whether a system that is run has a name: 近邻党建模式, 换班值守制度, not 长效管理机制."""
    name = match["name"]
    if not match.group().startswith(_RUNS_SYSTEM) or start > match.start("name"):
        return False
    pieces = words().cut(name[:-2])
    if len(name) < 6 or any(piece in verb_stops() or piece in _SENTENCE_WORDS or piece in _CARRY for piece in pieces):
        return False
    own = [piece for piece in pieces if piece not in _PLAIN_SYSTEMS]
    return len("".join(own)) > 1 and len(pieces) > 1


def launch_before(text: str, start: int) -> bool:
    """Whether a verb of carrying out stands right before a quotation."""
    return bool(_LAUNCH.search(text, max(0, start - 24), start))


def _unquote(name: str) -> str:
    return _MARKS.sub("", name)


__all__ = ["Initiatives"]
