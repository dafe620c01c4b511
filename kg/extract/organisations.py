"""Organisations: bodies of a district by its name and their function, and bodies with a name of their own by their ending.

A Chinese public body is called after its district and its function: 鼓楼区 + 工信局, shortened on its own pages to 区工信局.
A party committee is the district's name with 委 (区委), a government with 政府; below them stand offices (区委宣传部), below
a 街道 or 镇 its party committee (党工委, 党委), below a community its party branch (党支部) and residents' committee (居委会).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from kg import seeds
from kg.extract.base import STAFF_UNIT, BodyValue, Found, PlaceValue, has_staff
from kg.extract.brands import find_brands
from kg.extract.departments import SUBTYPES, Form, match_department
from kg.extract.edges import (
    FIRM_STOPS,
    SINGLE_STOPS,
    SURE_TITLES,
    WORD_STOPS,
    breaks_chain,
    ends_walk,
    extend_by_repetition,
    left_edge,
    list_start,
    verb_stops,
)
from kg.extract.names import scorer
from kg.gazetteer import gazetteer
from kg.model import Article, Kind, Mention
from kg.patterns import needing
from kg.scanner import Scanner
from kg.words import words

# The unit words by which a page calls its own district: 区委, 市政府, 镇卫生院, 社区党委.
RELATIVE_UNITS = (
    "社区",
    "街道",
    "园区",
    "小区",
    "集聚区",
    "自治区",
    "集中区",
    "苏木",
    "嘎查",
    "开发区",
    "高新区",
    "经开区",
    "示范区",
    "新区",
    "省",
    "市",
    "区",
    "县",
    "旗",
    "州",
    "盟",
    "镇",
    "乡",
    "村",
)
_UNIT = re.compile("|".join(sorted(RELATIVE_UNITS, key=lambda u: (-len(u), u))))
_ANY = (
    "属地",
    "基层",
    "各级",
    "全体",
    "相关",
    "有关",
    "其他",
    "所有",
    "每个",
    "部分",
    "全国",
    "一线",
    "三级",
    "两级",
    "四级",
    "五级",
)
_LISTED_UNITS = ("省", "市", "区", "县", "旗", "州", "盟")  # whose districts are all in the gazetteer
_TOWN_HEADS = ("书记", "副书记", "委员", "、镇政府", "镇政府", "、镇人民政府", "宣传委员", "组织委员")
_UNIT_LEVELS = {
    "省": "p",
    "自治区": "p",
    "市": "cd",
    "州": "c",
    "盟": "c",
    "区": "d",
    "县": "d",
    "旗": "d",
    "镇": "t",
    "乡": "t",
    "街道": "t",
    "苏木": "t",
    "嘎查": "v",
    "村": "v",
    "社区": "v",
    "小区": "v",
}
_OPEN_CORE = re.compile(
    r"(?![）和与及])[一-龥（）]{2,16}?(?:委员会|管理局|执法局|办公室|服务中心|管理中心|指挥中心|发展中心|宣传中心|传媒中心|信息中心|监测中心|救助中心|培训中心|检测中心|推广中心|调度中心|治理中心|交易中心|储备中心|援助中心|仲裁院|保障中心|事务中心|管理处|管理所|局|执法大队|执法支队|执法队|分局|(?<=[一-龥]{2})厅(?!长|里|内|堂|局|级|官|处)|"
    r"(?:保障|保供|救治|管控|处置|协调|宣传|防控|联络|救助|综合|排查|流调|转运|隔离|消杀|收治|维稳|安保|督查|督导|后勤|秘书|应急|物资|执法)组(?![织建成合团员别群装])|"
    r"(?<=[一-龥]{2})委(?=(?:党组|党委)?(?:常务)?副?主任)|"
    r"(?<=[一-龥]{2})中心(?=[、，。；和及与]|[主副负党支要牵会联工]|在|将|已|等|对|调研|考察|检查|视察|参观))"
)
# Centres that are places or what a town is: 购物中心, 市|政治中心.
_NO_OFFICE_CENTRE = re.compile(
    "^(?:[城域内里级中首]|第一[个家]|直属|地处|位于|坐落|毗邻|靠近|紧邻|走进|来到|打造|成为|建成|聚焦|围绕|以)|[一-龥]{0,6}(?:购物|休闲|娱乐|美食|汽车|家居|建材)中心$|(?:购物|商业|活动|会展|展览|政治|经济|金融|医疗|卒中|胸痛|创伤|城市|会议|行政|商贸|体育|文体|物流|集散|消费|区域|旅游集散|"
    "游客|旅客|接待|老城|新城|广场|[东南西北]城|城南|城北|生产|制造|创新|交通|贸易|康养|教育|养老|娱乐|健身|游乐|体验|展示|[地重核]|[一-龥]?[市县区镇乡村])中心$"
)
# What shows that a stretch is no one function: a second body within, a run of levels (州|县|应急管理局, 县两级|应急管理局).
_NOT_ONE_CORE = re.compile(
    r"[和与及][省市县区旗镇乡]|大学|学院|(?<!分)公司|医院|银行|^[省市县区旗州乡镇村](?!村|域|容|场|政)|^[一-龥]?[两三四五]级|[大全布格结开新当]局$|对面|就是|爱心社|任办公室$|选出|推选|选举|[每这那]"
)
_OPEN_BUREAU = re.compile(
    r"(?:(?![和与及的在由到向为等])[一-龥]){2,7}?(?<![主承举协督交领创开筹代经查包帮来先不待严新首申续可])办"
    r"(?=主任|副主任|常务副主任|党组|党支部|有关|负责|相关|工作人员|干部|牵头|组织|联合|会同|赴|[、，。；]|和|等单位|等部门|等相关|参加)"
)
_CHECKING = re.compile("(?:督导|督查|督察|考核|考评|检查|巡察|目标|绩效|评估|效能|信访|督办|创建|整治|指导|协调|综合){2,3}办")
_FORCE = re.compile("小组|指挥部|专班|组$|工作队$|救援队$|突击队$")
_NOT_IN_CORE = seeds.word_list("no_core_words")
_INSIDE_CORE = (
    "和",
    "与",
    "及",
    "服务",
    "经营",
    "指导",
    "建设",
    "统筹",
    "专业",
    "新",
    "检查",
    "督导",
    "居民",
    "企业",
    "单位",
    "职工",
    "学生",
    "重点",
    "协调",
    "支持",
    "调度",
    "指挥",
)
_NESTED = re.compile(
    r"(?:执行局(?!长)|执行指挥中心|立案庭(?!长)|理论学习中心组|课题组|(?:派驻|驻)?(?:第[一二三四五六七八九十]+|(?<=驻)[一-龥]{2,8}?)(?:巡察|巡视|督导|指导|检查|工作|纪检监察)组)|(?:(?![和与、])[一-龥]){0,12}?(?:办公室|委员会|工作站|服务站|服务中心|管理中心|中心(?!会议|小学|校)|第[一二三四五六]分院|"
    r"党支部|党总支|机关党委|党委|党组|分局|派出所|(?:人民|中心)法庭|(?<=[一-龥])法庭(?!审|上|内|里|辩|调|纪|秩)|(?:刑事|民事|行政|立案|家事|少年)(?:审判)?(?:第[一二三四五])?庭(?!长|审|上|前|内)|第[一二三四五六七八九]检察部|(?<=[一-龥])署(?![名理长])|(?:公路|养护|工务|供电|机务|车务)段|[中大支总]队|工作室|(?<!专)科(?![研学普技目幻])|股(?![份权东民])|处(?!理|置|于|罚)|"
    r"(?:保卫|财务|人力资源|党群|党群工作|安监|安环|安全|工程|市场|销售|生产|技术|质检|综合|后勤|运营|营销|法务|党政工作|外联|武装)部(?![门分队])|"
    r"室|工会|团委|所(?!有|属|在|辖|以))(?!长)"
)
# 某医院|成立|胸痛中心: what a body does with a thing that is no office of it yet.
_BEGINS = frozenset(
    ("成立", "建立", "组建", "设立", "打造", "创建", "开设", "建成", "新建", "援建", "改造", "创办", "开办", "筹建", "共建")
) | {"援助", "帮扶", "支持", "支援", "走进", "来到"}
_STAFF_UNIT = re.compile("[一-龥]{2,4}部(?=[、，和负有参的]|主任|部长|副部长)(?!门|分)")
_STAFF_HEAD = re.compile("副?(?:主席|部长|科长|主任|经理|总监|主管|专员|干事|职员|员工|工程师|负责人|班长)")
_INSIDE_NESTED = frozenset(("和", "与", "家", "服务", "指导", "直属", *"一二三四五六七八九十"))
_GROUP_BELOW = re.compile(r"理论学习中心组|课题组|.*(?:巡察|巡视|督导|指导|检查|工作|纪检监察)组")
_TOWN_COURT = re.compile("(?![在到由将对向])(?:(?!的|人民)[一-龥]){2,4}(?:人民|中心)法庭")  # named after a town
_SENDS = ("派驻", "驻", "对口支援", "对口帮扶", "援疆", "援藏", "援青")  # 某省|对口支援|某县|工作组
_SENT_GROUPS = ("课题组", "巡察组", "巡视组", "督导组", "指导组", "检查组", "工作组")
# An office of a body in one town: 市场监管局|某镇所, 公安局|某乡派出所.
# A committee of a congress, its name with 和 or 与: 省人大常委会|农业与农村委员会|副主任委员.
_CHAMBERS = ("人大常委会", "人大", "人民代表大会", "人民代表大会常务委员会", "政协")
_SPECIAL = re.compile(
    "(?!副|主|委|常)(?:(?![、的在到由向对为将]|委员会)[一-龥]){2,16}?(?:委员会|工委)(?=副?主任|委员|[一二三四]级|办公室主任|负责人|[、，。；]|和|等)"
)
_LOCAL_OFFICE = re.compile(
    r"(?:(?:市场监管|市场监督管理|自然资源|国土资源|国土|税务|司法|财政|供电|水务|城管|综合执法|交警|巡警|刑警|公路|林业|农技|畜牧|卫生监督|食药监)?"
    r"(?:分局|分站|所|中队|大队|中心所|工作站|管理站|管理所)|派出所|法庭|营业所|供电所|支行|分理处)(?![长有属在辖以])"
)
_HOSPITALS = ("医院", "卫生院", "保健院", "卫生服务中心")
_WARD = re.compile(
    r"(?:(?![和与、的图])[一-龥]){1,8}?(?:[一二三四五六七八九]?病[区房]|(?<!本)(?:(?<!学)|(?<=医学))(?<!专)科(?!长|普|学|技|研|室|目|教|医学))"
)
_OWNERS = ("银行", "公司", "集团", "保险", "人寿", "电信", "移动", "联通", "石化", "石油")  # whose branches bear their name
_SISTER = re.compile("[一-龥]{2,12}?(?:公司|集团)")
_COLLEGES = ("大学", "学院", "党校")
_ACADEMIES = ("农科院", "科学院", "社科院", "林科院", "中科院", "研究院")
# 某省农科院|果茶所|研究员: the institute of an academy, before whom it employs.
_INSTITUTE = re.compile(
    "(?:(?![和与、的在为到])[一-龥]){1,10}?(?:研究[所院]|所|中心|实验室)(?=副?(?:研究员|教授|所长|主任|书记|院长)|首席|高级|助理|特聘|专家|博士)"
)
_FACULTY = re.compile(
    r"(?:(?![和与、的在为到])[一-龥]){1,12}?(?:学院|系(?![统列])|教研[部室]|研究[所院])"
    r"|(?:(?![和与、的在为到])[一-龥]){2,6}与(?:(?![和与、的在为到]|.?大学)[一-龥]){2,6}?(?:学院|系(?![统列]))(?=副?(?:教授|院长|书记|党委|研究员|主任)|讲师|教师|学生)"
)
_NO_OFFICES = ("主要", "分管", "有关", "相关", "全体", "机关各", "各", "副", "原", "班子", "领导", "在")
_INSIDE_OFFICE = seeds.word_list("office_words")
_NESTED_HEADS = re.compile(r"[一-龥]{2,12}?(?P<head>科|股|处|室|所|[中大支]队|局|站)(?=副?(?P=head)?长)")
# An office that no list has, shown by the title of its head right behind it: 中央组织部|组织二局|副局长, 某剧院|创作室|主任.
_TITLED = re.compile(
    r"(?:(?![和与、的由]|某)[一-龥“”]){1,16}?(?P<head>局|司|厅|署|部|办|处|科|室|院|所|系|团|队|组|站|会|中心|基地|工厂|车间|项目部|分[会社店院校]|"
    r"研究院|编辑部|工作[部站]|校区|院区|委)"
    r"(?=(?:原|前|时任|代理?|副|常务副|执行副|名誉副?|党委|党组|党支部|党总支){0,2}(?:(?P<same>局|司|厅|署|部|处|科|院|所|团|队|组|站|会|店|社|校)长|"
    r"主任(?![医药护技]师|编辑|记者|科员|检验|播音)|主席|主管|主编|总编|书记|负责人|经理|总监|秘书长|理事长|干事长|指导员|教导员|政委|庭长|护士长|(?:首席)?专家|工作人员)|"
    r"[一二三四]级(?:巡视员|调研员|主任科员|主办|高级))"
)
_PROFESSIONAL = re.compile(r"(?:(?![和与、的])[一-龥]){2,10}?(?:专业委员会|专委会|工作委员会|分会)(?!场|议)")
_DEPARTMENT_OF_STATE = re.compile(r"(?:(?![和与、的])[一-龥]){1,12}?司(?![法机令仪马徒职])(?![一-龥]?长沙)")
_PLACED = (
    "协会",
    "商会",
    "学会",
    "合作",
    "公司",
    "集团",
    "中学",
    "小学",
    "医院",
    "基金",
)  #: what bears its town's name, by its first two
_SOCIETIES = ("协会", "学会", "商会", "研究会", "联合会", "促进会", "同乡会", "联谊会", "校友会", "总会")
# 某社区党总支|下的|联合党支部: the words between a body of the party and a branch below it.
_BELOW = re.compile(
    r"(?:下[属设辖]|所[属辖设]|下)的?(?P<branch>(?:(?![和与、的])[一-龥]){0,8}?(?:党支部|党小组|党总支|团支部))(?!书记处)"
)
_TASKFORCE = re.compile(
    "(?=[专保包协处审宣巡工帮应抢报指排推攻救整核检测监督突筹管考联评调防领验])(?:"
    r"工作指挥部(?:办公室)?|指挥部(?:办公室)?|工作领导小组(?:办公室)?|领导小组(?:办公室)?|领导组(?![织长])|工作组|工作专班|专班|督导组|督查组|督察组|测评组|评估组|验收组|巡察组|巡视组|检查组|宣讲团|报道组|推进小组|工作小组|(?:监督|监管|督查|筹备|协调|审核|评议|评审|宣传|保障|应急|处置|整改|指导|帮扶|攻坚|联络|防控|救治|管控|巡查|排查|核查|考核|包保|包联)小组|突击队(?!伍)|应急队(?!伍)|应急分队|救援队(?!伍)|"
    r"抢险队(?!伍)|工作队(?!伍)|指导组|攻坚组|调查组|专家组|联席会议办公室"
    ")"
)
_BATCH = re.compile("第[一二三四五六七八九十]批$")
# The long names of a disease hold a verb and a 的: 某市应对新型冠状病毒感染的|肺炎疫情防控指挥部.
_LONG_DISEASE = re.compile("(?:应对|防控|抗击)?新(?:型)?冠(?:状病毒)?感染的?$")
# 由甲任组长、乙任副组长的|解决执行难工作|领导小组: all behind the 的 is its name, verbs and all.
_HEADED_BY = re.compile("(?:组长|指挥长|总指挥|成员|队长)的(?P<topic>[^，。；：、的\\s]{2,20})$")
_LISTED_GROUP = re.compile("(?:(?![的等由和与])[一-龥]){2,8}组(?=[、，。和等构组负])")
# Working groups among bureaus, two of them side by side: 县卫健委及|医疗救治组|、交通检疫组.
_TWO_GROUPS = re.compile(
    "(?:(?![的等由和与调视考检巡])[一-龥]){3,6}(?<!小)组(?=[、和][一-龥]{3,6}组(?![织建成合]))|(?<=组[、和])(?:(?![的等由和与])[一-龥]){3,6}(?<!小)组(?![织建成合])"
)
_LISTED_CORE = re.compile(
    r"(?:(?![与及等的在由到向为、])[一-龥]){2,4}(?<![主承举协经代])办(?=[、等]|的?负责|的?有关|的?主要|主任|联合|参加)|"
    r"(?:(?![与及等的在由到向为])[一-龥]){2,16}?(?:局|委员会|办公室|中心|大队)(?=[、，。；和及与等向在对为先联分共负主相有各就也均都牵]|以及|工作人员|参加|组织)"
)
_BACK = re.compile(
    r"(?:该|本|我)(公司|集团|企业|厂|局|院|医院|校|学校|幼儿园|中心|银行|行|所|支队|大队|队|党支部|支部|合作社|联社|车间|协会|商会|机构|单位|委|办)(?![一-龥]?(?:民|内|里)(?:$|[^一-龥]))"
)
_BACK_COMPANY = needing("公司", "(?=[公])(?:" r"(?<![一-龥])公司(?=(?:[党副总董监]|负责人|法定代表人|创始人))" ")")
_BACK_SOCIETY = needing(
    "协会 商会 学会 集团 促进会 合作社 基金会 研究会 联合会",
    "(?=[促协合商基学研联集])(?:"
    r"(?:(?<![一-龥])|(?<=[据由经]))(?:联合会|商会|协会|学会|研究会|促进会|基金会|合作社|集团)"
    r"(?=(?:常务|现任)?(?:副?(?:秘书长|总裁)|监事长?|理事(?![会长])|党[委支总]|负责人|法定代表人|创始人|发起人))"
    ")",
)
_PLAIN_TOPIC = re.compile(
    r"(?:(?!成立|召开|组织|组建|设立|下设|选出|推选|产生|正在|精简|撤销|取消|的|在|到|由|向|和|与|按照|根据|开展|举行|联合(?!执法|督|检查|工作|调查|巡查)|派出|抽调|带领|率|长|书记|主任|负责人)[一-龥]){2,24}"
)
_SCHOOLS = ("小学", "中学", "幼儿园", "希望小学")
_DOUBLED = re.compile(r"(.{2})\1$")
_LEGAL_FORMS = (
    "控股有限公司",
    "控股集团有限公司",
    "股份有限公司",
    "有限公司",
    "有限责任公司",
    "集团有限公司",
    "集团股份有限公司",
    "集团公司",
    "发展有限公司",
    "总公司",
    "分公司",
    "发展集团",
)
_LEGAL_TAILS = ("有限责任公司", "股份有限公司", "有限公司")
_OWN_PART = re.compile(r"(?:(?![和与及在到向对由为、])[一-龥（）]){0,8}")
_LEAGUE = re.compile(r"(?P<league>共青团|中国共产主义青年团)$|(?:^|[^一-龥]|[由是和与及向为对在被受经])(?P<bare>团)$")
_MINOR_PARTY = re.compile(r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)$")
_PEOPLES = ("民进", "民建", "民盟", "民革")
_OF_PEOPLE = re.compile(
    "[、，。；：（）\\s]|$|[省市县区]?(?:委|总支|支部|基层|会员|盟员|党员|副?主委|界|和|与|及|以及|等|组织|成员)"
)
_MINOR_BODY = re.compile(r"(?:委员会|委会|委(?![员会])|基层委|总支部?|支部|工委|筹委会)")
_FIRM = re.compile("[一-龥]{0,8}?(?:公司|集团)")
_PART_OF_BODY = re.compile("(?:第[一二三四])?(?:附属|直属).+|第[一二三四五六]医院|.{2,}(?:中心|研究院|研究所|实验室|工作站)")
_AFFILIATED = frozenset({"附属", "第一附属", "第二附属", "第三附属", "附属第一", "附属第二", "直属"})
_LEVELS = frozenset({"乡", "镇", "乡镇", "镇村", "县", "区", "市", "县乡", "市县", "县区", "区县", "州", "县镇", "街镇", "镇街"})
_ROOMS = ("会议室", "教室", "活动室", "值班室", "阅览室", "接待室", "多功能厅", "训练室")
_COMMON_HEADS = (
    "辖区",
    "境内",
    "附近",
    "各",
    "所有",
    "企业",
    "爱心",
    "重点",
    "某",
    "一家",
    "多家",
    "两家",
    "民营",
    "知名",
    "龙头",
    "居民",
    "村民",
    "党员",
    "干部",
)
_COUNTED_BEFORE = re.compile("[一二两三四五六七八九十几多余数\\d][家所座个支]$")


def _joint(text: str, inner: Mention, body: Mention, ends: Mapping[int, Mention]) -> Mention:
    """A group or office of a committee and its government together: 省委|省政府|第一督导组."""
    committee = ends.get(body.start)
    value, own = body.value, inner.value
    if committee is None or not isinstance(value, BodyValue) or not isinstance(own, BodyValue) or value.core != "政府":
        return inner
    first = committee.value
    if not isinstance(first, BodyValue) or first.core != "委" or not own.core.endswith(("组", "督查室", "指挥部", "专班")):
        return inner
    at = first.anchor.end if first.anchor is not None else committee.start + len(first.relative)
    whole = BodyValue(text[at : inner.end], "TaskForce", anchor=first.anchor, relative=first.relative)
    return replace(inner, start=committee.start, text=text[committee.start : inner.end], value=whole)


_FIRST_OF_ITS_KIND = ("第一个", "第一家", "第一所", "第一支", "首个", "首家", "首所", "首支")
_COUNTED_HEAD = re.compile("[一二两三四五六七八九十几多\\d]+[所家个支名座间]")
_YEAR = re.compile(r"20\d{2}年")
_TERM = re.compile(r"第?[一二三四五六七八九十\d]{1,4}届")
_TERM_OF_TOWN = re.compile(f"[镇乡](?:{_TERM.pattern})$")
_RANKS = ("省、", "市、", "州、", "国、")
_CONSULTS = re.compile(f"(?:政协|中国人民政治协商会议)(?:{_TERM.pattern})?$")
_TERM_BODIES = (
    ("人民代表大会常务委员会", "人大常委会", "GovernmentBody"),
    ("人大常委会", "人大常委会", "GovernmentBody"),
    ("人民代表大会", "人大", "GovernmentBody"),
    ("人大", "人大", "GovernmentBody"),
    ("政协", "政协", "GovernmentBody"),
    ("党委", "党委", "PartyBody"),
    ("纪律检查委员会", "纪委", "PartyBody"),
    ("纪委", "纪委", "PartyBody"),
    ("委员会", "委", "PartyBody"),
)
_UNIT_BEFORE = re.compile("(?<![一-龥])[省市县区镇乡]$")
_BRACKETED = needing("（", r"[一-龥]{2,10}（[一-龥]{2,6}）(?:(?![和与及的在、])[一-龥]){0,14}$")
_BACK_BARE = needing(
    "中心 公司 医院 协会 大队 学校 支行 支队 法庭 法院 银行 合作社 工作队 幼儿园 检察院 派出所",
    r"(?<=[，。；\n”])(?:公司|医院|学校|法庭|法院|检察院|派出所|工作队|合作社|协会|银行|支行|幼儿园|中心|支队|大队)(?=[还也从今每推建开实设办牵联与自在已将为通把多专坚按组率先后邀又则投采探发引种培选派免给])",
)
_GENERIC = seeds.word_list("no_body_names")
_BRANCH = re.compile(r"(?:机关|离退休|第[一二三四五六七八九十]+)?(?:党支部|党委|党总支|党组|支部|工会|团委|党支部委员会)")
_SQUAD = re.compile("[一-龥]{0,4}[大支中]队")
_QUOTED_HEAD = re.compile("“[^“”。！？\\n]{2,10}”[一-龥]{1,8}$")  # “希望之星”捐资助学|促进会
_QUOTE_OPEN = re.compile(r"“[^“”。！？\n]{1,14}”$")
_CJK = re.compile(r"[一-龥]")
_LIST_MARK = ("、", "和", "及", "以及", "与", "，")


# What may not follow a one- or two-character core, because the two make another word.
_NOT_AFTER = {
    "共青团": ("水库", "农场", "林场", "路", "桥", "渠", "湖", "林", "公园", "花园"),
    "委": ("员", "托", "派", "会常", "屈", "婉", "任"),
    "政府": (
        "性",
        "办公楼",
        "办公大楼",
        "办公区",
        "大楼",
        "大院",
        "采购",
        "投资",
        "网",
        "工作报告",
        "债",
        "购买",
        "补贴",
        "专项",
        "引导",
        "主导",
        "主领",
        "机关大院",
        "统一",
    ),
    **dict.fromkeys(("企联", "社联", "校联"), tuple("手动建合盟营心姻谊户办创促防治")),  # 村企|联手, 村社|联动
    "人大": ("代表", "会议"),
    "政协": ("会议",),
    "大队": ("部",),
    "党委": ("、政府主要", "会"),
    "团委": ("员",),
    "党校": (),
    "党组": ("织",),
    "队": ("伍",),
    "学校": ("部",),
    "法院": ("校",),
}


def _holds(form: str, text: str, end: int) -> bool:
    if form[-1] == "部" and text.startswith("分", end) and not text.startswith(("分管", "分别"), end):
        return False  # 政协|组织部|分委员
    if form in ("办", "街道办") and _DOES.match(text, end) is not None:
        return False  # 某街道|办起邻里日
    return not text.startswith(_NOT_AFTER.get(form, ()), end) if _NOT_AFTER.get(form) else True


class Organisations:
    """Find bodies of districts, nested offices, task forces, and bodies with a name of their own."""

    name = "organisations"
    needs = frozenset({Kind.DISTRICT})
    finds = frozenset({Kind.ORGANISATION.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        bodies = list(self._bodies(text, found))
        found.add(self._nested(text, bodies, found))
        found.add(own_discipline(text, found))
        found.add(
            [
                office
                for body in bodies
                if isinstance(body.value, BodyValue) and body.value.anchor is not None
                for office in gathered(text, body.value.anchor, body)
            ]
        )
        found.add(self._listed(text, found))
        found.add(self._taskforces(text, found))
        found.add(list(_seated_offices(text, found)))
        found.add(self._proper(text, found))
        found.add(list(listed_beside(text, found)))
        found.add(list(join_arms(text, found)))
        found.add(list(numbered_groups(text, found)))
        found.add(list(own_forces(text, found)))
        found.add(_quoted_teams(text))
        found.add(_forces_of(text, found))
        found.add(list(headed_firms(text, found)))
        found.add(self._in_lists(text, found))
        found.add(_national(text, found))
        found.add(_engineers(text))
        found.add(list(bare_bureaus(text, found)))
        found.add(list(find_brands(text, found)))
        yield from self._backward(text, found)

    @staticmethod
    def _in_lists(text: str, found: Found) -> Iterator[Mention]:
        """为某某公司、甲乙电子等企业: a list that ends in a word for companies names companies."""
        found.add(list(visited_firms(text, found)))
        for match in _COMPANY_LIST.finditer(text):
            items = list(_LIST_ITEM.finditer(text, list_start(text, match.start()), match.start()))
            gone = max((at for at, item in enumerate(items) if _GONE_TO.search(item.group())), default=0)
            firms, doubtful, visited = 0, [], []
            went = list(_GONE_TO.finditer(items[gone].group())) if items else []
            for item in items[gone:]:  # 甲、乙一行来到|某某医疗、某某实业
                start, end = item.span()
                if went and item is items[gone]:
                    start += went[-1].end()
                    start += text.startswith("了", start)
                if item.group().endswith(_PLACE_ENDS) or found.covering(Kind.DISTRICT, end - 1) is not None:
                    continue  # 到某镇、某村、|某某农牧|等企业
                held = found.covering(Kind.ORGANISATION, end - 1)
                firms += held is not None and isinstance(held.value, BodyValue) and held.value.subtype == "Enterprise"
                if found.covering(Kind.ORGANISATION, start) is not None or found.covering(Kind.ORGANISATION, end - 1) is not None:
                    continue
                start += 2 * text.startswith(("园区", "辖区", "企业"), start)  # 深入|园区|某某电动车
                if went and not text.startswith("企业", match.start()) and _is_visited_firm(text[start:end]):
                    own = BodyValue(text[start:end], "Enterprise", proper=True)
                    visited.append(Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.in_list", 0.75, own))
                    continue
                start = max(start, left_edge(text, end))
                if end - start <= 4 and scorer().is_name(text[start:end], 1.0):
                    continue  # 县领导甲、乙、|丙|及某某集团等企业
                pieces = words().cut(text[start:end])
                by_name = any(len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz") for p in pieces)
                value = BodyValue(text[start:end], "Enterprise", proper=True)
                body = Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.in_list", 0.75, value)
                if 3 <= end - start <= 12 and (by_name or is_firm(text[start:end])):
                    firms += 1
                    yield body
                elif 4 <= end - start <= 6 and _may_be_firm(pieces):
                    doubtful.append(body)
            firms += len(visited)
            yield from (*visited, *doubtful) if firms > 1 else ()  # 佳能热电, beside others

    def _bodies(self, text: str, found: Found) -> Iterator[Mention]:
        """District or unit word, then function: 鼓楼区 工信局, 区 委."""
        for place in found.of(Kind.DISTRICT):
            start, end = place.start, place.end
            pair = _of_two(text, place, found)
            if pair is not None:
                yield pair
                continue
            if text.startswith("中共", start - 2) and start >= 2:
                start -= 2
            first = start
            while (outer := found.ending_at(Kind.DISTRICT, first)) is not None:
                first = outer.start  # 中国人民政治协商会议|某市|某区|第五届委员会
            formal = _CONSULTS.search(text, max(0, first - 16), first) if text.startswith("委员会", end) else None
            if formal is not None:  # 政协|第十五届|某县|委员会常务委员会
                value = BodyValue("政协", "GovernmentBody", anchor=place)
                begin, stop = formal.start(), end + (8 if text.startswith("常务委员会", end + 3) else 3)
                yield Mention(Kind.ORGANISATION, begin, stop, text[begin:stop], "organisations.formal", 0.98, value)
                continue
            term = _TERM.match(text, end)
            if term is not None:
                core = self._of_term(text, term.end(), first)
                if core is not None:
                    body = self._body(text, start, core, place, "", 0.93)
                    yield replace(body, value=replace(body.value, doubled=term.end() - end))  # type: ignore[type-var]
                continue
            form = match_department(text, end + 1) if text.startswith("原", end) else None
            if form is not None and len(form[0]) > 1 and _holds(form[0], text, end + 1 + len(form[0])):
                body = self._body(text, start, (end + 1, *form), place, "", 0.93)  # 某镇|原|党委委员
                yield replace(body, value=replace(body.value, doubled=1, former=True))  # type: ignore[type-var]
                continue
            outpost = _outpost(text, place, found)
            if outpost is not None:
                yield outpost
                continue
            yield from gathered(text, place)
            odd = _odd_core(text, place)
            if odd is not None:
                yield self._body(text, start, odd, place, "", 0.95)
                continue
            chained = found.starting_at(Kind.DISTRICT, end) is not None
            core = None if chained and match_department(text, end) is None else self._core(text, end)
            minor = minor_party(text, place)
            if minor is not None:
                yield minor
                continue
            league = _league(text, start, end)
            if league is not None:
                begin, stop = league
                value = BodyValue("团委", "Association", anchor=place)
                yield Mention(Kind.ORGANISATION, begin, stop, text[begin:stop], "organisations.league", 0.95, value)
            elif core is not None:
                grid = _GRID.search(text, max(0, start - 16), start) if core[1].endswith(_GRID_ARMS) else None
                if grid is not None:
                    start = grid.start()  # 国网|江西电力|某县供电公司
                if found.between(Kind.DISTRICT, core[0], core[0] + len(core[1])) and core[1] == core[2]:
                    continue  # 某市爱心社对面就是|某县|司法局
                if (core[3] == "PublicInstitution" or core[1].endswith("中心")) and is_built(text, core[0] + len(core[1])):
                    continue
                if core[1] in ("学校", "企业") and _level(place) not in ("community", "compound", "zone"):
                    continue  # 走访某县|学校|师生: its schools
                own_whole = _local_press(text, start, core) or _affiliate(text, start, core)
                if own_whole is not None:
                    yield own_whole
                    continue
                if place.by == "districts.short" and core[1] in _SMALL_BODIES and _level(place) != "township":
                    name = text[place.start : core[0] + len(core[1])]  # 安庆|派出所: of a town or street of that name
                    own = BodyValue(name, core[3], proper=True)
                    yield Mention(Kind.ORGANISATION, place.start, place.start + len(name), name, "organisations.own", 0.9, own)
                    continue
                seat = seat_of(place, found) if core[3] == "Association" and core[1].endswith(_SOCIETIES) else None
                if seat is not None:
                    name = text[seat.end : core[0] + len(core[1])]
                    yield self._body(text, seat.start, (seat.end, name, name, core[3], core[4]), seat, "", 0.97)
                    continue
                yield self._body(text, start, core, place, "", 0.97)
        for match in _UNIT.finditer(text):
            start, end = match.span()
            held = found.covering(Kind.DISTRICT, start)
            if held is not None:
                continue
            unit = match.group()
            term = _TERM.match(text, end)
            core = self._of_term(text, term.end(), start) if term is not None else None
            if core is not None and term is not None and (start == 0 or self._free_unit(text, start, end)):
                body = self._body(text, start, core, None, unit, 0.93)  # 县|第八届|人大常委会
                yield replace(body, value=replace(body.value, doubled=term.end() - end))  # type: ignore[type-var]
                continue
            if (unit == "乡" and text.startswith("镇", end)) or (unit in ("镇", "乡", "村") and text.endswith("等", 0, start)):
                continue  # 乡镇卫生院, 甲、乙等|镇幼儿园: those of all towns
            party = _MINOR_PARTY.search(text, max(0, start - 4), start) if unit in _LISTED_UNITS else None
            tail = _MINOR_BODY.match(text, end) if party is not None else None
            if party is not None and tail is not None:
                value = BodyValue(party.group() + tail.group(), "Association", relative=unit)
                name = text[party.start() : tail.end()]
                found.add([Mention(Kind.ORGANISATION, party.start(), tail.end(), name, "organisations.party", 0.97, value)])
                continue
            whole = match_department(text, start)
            form = match_department(text, end)
            if form is not None and form[0] == "政协" and text.startswith("委员", end + 2) and text[start - 2 : start] in _RANKS:
                continue  # 在某的省、|市政协委员: people
            if form is not None and form[0] in _PEOPLES and _OF_PEOPLE.match(text, end + 2) is None:
                continue  # 25户村|民进|园务工
            if (
                whole is not None
                and len(whole[0]) >= len(unit) + 2
                and (form is None or len(form[0]) + len(unit) < len(whole[0]))
            ):
                continue  # 市场监管局, not 市 + 场监管局
            if whole is not None and whole[0].startswith("社区卫生"):
                continue  # 社区卫生服务中心: of a sub-district
            if whole is not None and whole[0] in ("村委会", "村民委员会"):
                found.add([self._body(text, start, (start, *whole), None, unit, 0.95)])
                continue
            if form is None or not _holds(form[0], text, end + len(form[0])):
                free = start == 0 or not _CJK.match(text[start - 1]) or ends_walk(text[start - 1])
                form = self._open_core(text, end) or self._bureau(text, end) if free else None
                if form is None:
                    continue
            levels = _UNIT_LEVELS.get(unit, "")
            committee = unit == "镇" and form[0] == "委" and text.startswith(_TOWN_HEADS, end + 1)  # 镇委|书记
            if levels and len(form[0]) == 1 and not set(levels) & set(form[3]) and not committee:
                continue
            if unit in _LISTED_UNITS and form[0] in _OF_TOWNS:
                continue  # 先|市派出所: no county has one
            before = found.ending_at(Kind.DISTRICT, start)
            if before is not None and before.text.endswith(unit):  # 石门县|县委, 余村|村党支部
                body = self._body(text, start, (end, *form), before, "", 0.95)
                doubled = body.value
                assert isinstance(doubled, BodyValue)
                begin = before.start - (2 if text.endswith("中共", 0, before.start) else 0)
                yield Mention(
                    Kind.ORGANISATION,
                    begin,
                    body.end,
                    text[begin : body.end],
                    body.by,
                    0.95,
                    replace(doubled, doubled=len(unit)),
                )
                continue
            of_league = start > 0 and text[start - 1] == "团" and form[0] == "委"
            full = "共青团" if text.endswith("共青团", 0, start) else "团"
            if start and _CJK.match(text[start - 1]) and not of_league and not self._free_unit(text, start, end):
                continue
            around = text[start - 1 : start], text[end + len(form[0]) : end + len(form[0]) + 1]
            if (
                (around[0] == "驻" and text[start - 2 : start] not in ("进驻", "派驻"))
                or "+" in around
                or (around[1].isdigit() and _YEAR.match(text, end + len(form[0])) is None)
            ):
                continue  # 合作社+|村党支部|+农户: a formula
            if of_league and words().cut(text[max(0, start - 4) : start])[-1] == full:
                value = BodyValue("团委", "Association", relative=unit)
                begin = start - len(full)
                yield Mention(Kind.ORGANISATION, begin, end + 1, text[begin : end + 1], "organisations.league", 0.95, value)
                continue
            yield self._body(text, start, (end, *form), None, unit, 0.95)

    @staticmethod
    def _of_term(text: str, position: int, start: int) -> tuple[int, str, str, str, str] | None:
        """A congress or committee of a term: 某县|第八届|人民代表大会."""
        for form, core, subtype in _TERM_BODIES:
            if text.startswith(form, position):
                if form == "委员会":
                    if text.endswith(("政协", "中国人民政治协商会议"), 0, start):
                        return position, form, "政协", "GovernmentBody", "pcd"
                    if text.endswith(("共青团", "中国共产主义青年团"), 0, start):
                        return position, form, "团委", "Association", "pcd"
                    of_town = _TERM_OF_TOWN.search(text, max(0, position - 8), position) is not None
                    return position, form, "党委" if of_town else "委", "PartyBody", "pcd"
                return position, form, core, subtype, "pcd"
        return None

    @staticmethod
    def _free_unit(text: str, start: int, end: int) -> bool:
        """Whether a unit word stands for itself: 由|区委, not 城|区委."""
        before = text[start - 1]
        if text.endswith(_ANY, 0, start) or before in "个全":
            return False  # 基层|社区党委, 45个|村“两委”, 全|镇学校: nobody's
        if text.endswith("会同", 0, start):
            return True  # 县法院会同|县检察院: the county of that name would have been found as a district
        if text[start:end] in ("州", "盟", "旗") and not (ends_walk(before) or before in "，。、："):
            return False  # 淮州|新城管委会
        if before in "和与及" and (text[start:end] in _LISTED_UNITS or ends_in_name(text, start - 1)):
            return True  # 财政局和|县委巡察办, 甲和|村委会: 和县, 太和县 would have been found as districts
        if before in "省市区县州旗镇乡村团":  # 市区, 县区, 城镇: a word, or a run of units
            return before in "委府院" or text[max(0, start - 2) : start] in ("政府", "区委", "市委", "县委", "省委")
        if before in "和及与任":
            return True  # 副县长甲和|县政协主席乙, 丙任|县教育局局长
        left = text[max(0, start - 5) : start]
        cut = words().cut(left + text[start:end])
        if text[start:end] in ("镇", "乡") and len(cut) > 1 and len(cut[-2]) == 1 and _CJK.match(cut[-2]):
            return cut[-2] in SINGLE_STOPS  # 温|镇幼儿园: a town that no list has
        return cut[-1] == text[start:end]

    def _core(self, text: str, end: int) -> tuple[int, str, str, str, str] | None:
        form = match_department(text, end)
        if form is not None and _holds(form[0], text, end + len(form[0])):
            if form[2] == "Enterprise" and form[0].endswith(("集团", "公司")):
                legal = next((tail for tail in _LEGAL_TAILS if text.startswith(tail, end + len(form[0]))), "")
                return (end, form[0] + legal, *form[1:])  # 某县城投集团|有限公司
            longer = self._open_core(text, end)
            if longer is not None and len(longer[0]) > len(form[0]) and text[end + len(form[0])] in "和与":
                return (end, *longer)
            return (end, *form)
        longer = self._open_core(text, end) or self._bureau(text, end)
        return (end, *longer) if longer is not None else None

    @staticmethod
    def _bureau(text: str, position: int) -> Form | None:
        """An office that no list has, by its short word: 援兴办, 对口支援办, 基地办."""
        match = _OPEN_BUREAU.match(text, position)
        if match is None or _NOT_ONE_CORE.search(match.group()) is not None:
            return None
        name = match.group()
        pieces = words().cut(name)
        if _CHECKING.fullmatch(name) is not None:
            return (name, name, "GovernmentBody", "pcdt")  # 县|督导考核办
        if pieces[0] in verb_stops() or pieces[0] in _BEGINS or (name.endswith("兴办") and len(name) > 3):
            return None
        if any(p in SINGLE_STOPS or p in _NOT_IN_CORE or p[-1] in "局委府部院" for p in pieces):
            return None
        return (name, name, "GovernmentBody", "pcdt")

    @staticmethod
    def _open_core(text: str, position: int) -> Form | None:
        """A function that no list has: 城乡建设和生态环境局."""
        match = _OPEN_CORE.match(text, position)
        if match is None:
            return None
        name = match.group()
        pieces = words().cut(name)
        led = text.startswith(("局长", "副局长", "党组", "党委"), match.end())  # 区|工经局|局长
        stops = () if led and len(name) < 5 else SINGLE_STOPS
        if any(p in stops or p in _NOT_IN_CORE or p in verb_stops() for p in pieces[:-1] if p not in _INSIDE_CORE):
            return None
        if any(words().tag(p) == "t" and p[-1] in _DATES for p in pieces[:-1]):
            return None  # 某小区|去年底选出业主委员会
        if any(
            len(p) > 2
            and p.endswith(("书记", "主任", "局长", "县长", "区长", "院长", "校长", "所长", "部长", "经理", "主席", "负责人"))
            for p in pieces
        ):
            return None
        if _NOT_ONE_CORE.search(name) is not None or (name.endswith("中心") and _NO_OFFICE_CENTRE.search(name) is not None):
            return None
        if len(name) < (3 if name.endswith("厅") or led else 4) or pieces[0] in ("和", "与", "及", "各", "相关", "有关"):
            return None
        return (name, name, "GovernmentBody", "pcdt")

    @staticmethod
    def _body(
        text: str, start: int, core: tuple[int, str, str, str, str], place: Mention | None, unit: str, score: float
    ) -> Mention:
        at, form, canonical, subtype, _ = core
        end = at + len(form)
        level = getattr(place.value, "level", "") if place is not None else ""
        if subtype == "PartyBody" and (level in ("community", "compound") or unit in ("村", "社区", "小区")):
            subtype = "GrassrootsBody"
        if (
            subtype == "GrassrootsBody"
            and (level in ("township", "county", "zone", "prefecture") or unit in ("镇", "乡", "街道", "区", "市", "县"))
            and "党" in form
        ):
            subtype = "PartyBody"
        if _FORCE.search(form):
            subtype = "TaskForce"
        value = BodyValue(canonical, subtype, anchor=place, relative=unit)
        return Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.body", score, value)

    def _nested(self, text: str, bodies: list[Mention], found: Found) -> Iterator[Mention]:
        """Offices below a body: 区委|宣传部, 区住建局|房屋征收办公室."""
        ends = {body.end: body for body in bodies}
        for body in bodies:
            yield body
            holder = body
            for _ in range(3):
                inner = self._office(text, holder, found)
                if inner is None or is_staff(text, holder, inner):
                    break
                inner = _joint(text, inner, body, ends) if holder is body else inner
                yield inner
                holder = inner

    @staticmethod
    def _office(text: str, holder: Mention, found: Found) -> Mention | None:
        end = holder.end
        form = match_department(text, end)
        value = holder.value
        assert isinstance(value, BodyValue)
        length, core, subtype = 0, "", ""
        if (
            form is not None
            and len(form[0]) >= 2
            and _holds(form[0], text, end + len(form[0]))
            and form[0] not in ("政府", "大队", "委员会")
            and not (form[0] in _PEOPLES and text.startswith("界", end + len(form[0])))
        ):
            length, core, subtype = len(form[0]), form[1], form[2]
        special = _SPECIAL.match(text, end) if holder.text.endswith(_CHAMBERS) else None
        if special is not None and special.end() - end > length:
            length, core, subtype = special.end() - end, special.group(), value.subtype
        squad = _GROUP_NUMBER.match(text, end) if holder.text.endswith("组") and not length else None
        if squad is not None:
            length, core, subtype = squad.end() - end, squad.group(), value.subtype
        ward = _part_of(text, holder)
        if ward is not None and len(ward.group()) > length:
            length, core, subtype = len(ward.group()), ward.group(), value.subtype
        for pattern in (_NESTED, _NESTED_HEADS) if ward is None else ():
            match = pattern.match(text, end)
            if match is None or match.end() - end <= max(length, 1):
                continue
            name = _DOUBLED.sub(r"\1", match.group())  # 城区中队|中队长
            if name == "中心" or name[0] in "在到" or _COUNTED_HEAD.match(name):
                continue  # 镇政府|中心会议室, 县委|四个巡察组, 巡察组|在某镇会议中心
            if name[:-1].endswith("副") or (text.startswith("长", end + len(name)) and scorer().is_name(name[:-1], 0.0)):
                break  # 某局|甲某某副局|长, 某局|甲某某局|长
            pieces = words().cut(name)
            group = _GROUP_BELOW.fullmatch(name) is not None or _TOWN_COURT.fullmatch(name) is not None or name == "执行指挥中心"
            if (
                pieces
                and (group or not (pieces[0] in _BEGINS or (pieces[0] == "建设" and holder.text.endswith(_FOUNDERS))))
                and (group or not any(ends_walk(p) and p not in _INSIDE_NESTED for p in pieces))
            ):
                sent = group and name.endswith(_SENT_GROUPS)
                length, core, subtype = len(name), name, "TaskForce" if sent else value.subtype
                break
        if ward is None and form is None and len(opened := open_office(text, holder, found)) > length:
            length, core, subtype = len(opened), opened, value.subtype
        town = found.starting_at(Kind.DISTRICT, end)
        local = _LOCAL_OFFICE.match(text, town.end) if town is not None and not length else None
        if local is not None:
            length, core, subtype = local.end() - end, text[end : local.end()], value.subtype
        if not length and holder.text.endswith("局") and (size := town_part(text, end, found)):
            local = _LOCAL_OFFICE.match(text, end + size)  # 某区市场监管局|马街|所
            length = local.end() - end if local is not None else 0
            core, subtype = text[end : end + length], value.subtype
        if not length or core.endswith(_ROOMS):
            return below(text, holder)
        if core.startswith("党") and core[:2] in ("党组", "党委", "党支", "党总"):
            subtype = "PartyBody"
        if core.startswith("驻") and value.core in ("政府", "委") and value.parent is None:
            own = BodyValue(value.core + core, subtype, value.anchor, value.relative)  # 市政府|驻某地办事处
            return Mention(
                Kind.ORGANISATION,
                holder.start,
                end + length,
                text[holder.start : end + length],
                "organisations.outpost",
                0.93,
                own,
            )
        inner = BodyValue(core, subtype, value.anchor, value.relative, holder, proper=value.proper and not value.relative)
        return Mention(
            Kind.ORGANISATION, holder.start, end + length, text[holder.start : end + length], "organisations.nested", 0.93, inner
        )

    def _listed(self, text: str, found: Found) -> Iterator[Mention]:
        """What follows in a list shares the district: 区教育局、水利局和商务局; 镇党委、政府."""
        reached = 0  # the end of the last list that was walked: its later members start no walk of their own
        for body in found.of(Kind.ORGANISATION):
            value = body.value
            if not isinstance(value, BodyValue) or value.proper or body.start < reached:
                continue
            end = body.end
            while True:
                reached = max(reached, end)
                aside = _ALIAS.match(text, end)
                end = aside.end() if aside is not None else end  # 社会事务办公室（疫情防控办公室）|、建设局
                mark = next((m for m in _LIST_MARK[:5] if text.startswith(m, end)), "")
                if not mark and not (value.core in _COMMITTEES and text.startswith(_BESIDE, end)):
                    break  # 镇党委|政府 stand without a mark
                start = end + len(mark)
                start += not mark and text.startswith(_UNITS_BESIDE, start)  # 某镇委|镇政府
                form = match_department(text, start)
                if form is None and found.starting_at(Kind.DISTRICT, start) is not None:
                    break  # 某旗公安局、|某旗交管大队
                if form is None and (form := listed_core(text, start)) is not None and _NO_OFFICE_CENTRE.search(form[0]):
                    break  # 县人民医院、佳和购物中心
                groups = _LISTED_GROUP if value.subtype == "TaskForce" else _TWO_GROUPS
                group = groups.match(text, start) if form is None else None
                if group is not None:
                    form = (group.group(), group.group(), "TaskForce", "pcdt")
                if form is None or len(form[0]) < 2 or not _holds(form[0], text, start + len(form[0])):
                    break
                if form[0] in ("学校", "企业") and not _of_town(value):
                    break  # 县中医医院、|学校等用户: all of its schools
                end = start + len(form[0])
                arm = found.starting_at(Kind.DISTRICT, end) if form[2] == "Enterprise" else None
                if (arm is not None and text.startswith(_ARMS, arm.end)) or (
                    form[2] == "Enterprise" and _ARM_NEXT.match(text, end)
                ):
                    break  # 县烟草局、中国人寿|某县支公司
                inner = BodyValue(form[1], form[2], anchor=value.anchor, relative=value.relative)
                if _COUNTY_ENDS.search(form[0]) and _of_town(value):
                    inner = BodyValue(form[1], form[2])  # 某街道办、|供电公司: the county's
                yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.listed", 0.9, inner)

    def _taskforces(self, text: str, found: Found) -> Iterator[Mention]:
        for match in _TASKFORCE.finditer(text):
            stop, end = match.span()
            helps = text.endswith("帮镇扶村", 0, stop)  # no 镇|扶村工作队
            held = found.covering(Kind.ORGANISATION, stop) if not helps else None
            sender = self._sender(text, held.start, found) if held is not None and held.end == end else None
            own = held is not None and held.end == end and sender is None
            outpost = self._sending_place(text, held.start, found) if held is not None and own else None
            if held is not None and held.end >= end and sender is None and outpost is None:
                continue
            start = held.start if held is not None and outpost is not None else left_edge(text, stop)
            disease = _LONG_DISEASE.search(text, max(0, start - 12), start) if text[start - 1 : start] in ("染", "的") else None
            if disease is not None:
                start = left_edge(text, disease.start())
            headed = _HEADED_BY.search(text, max(0, stop - 24), stop)
            if headed is not None and held is None:
                start = headed.start("topic")
            if helps:  # 某院|驻某镇|帮镇扶村|工作队
                start = stop - (6 if text.endswith("驻镇帮镇扶村", 0, stop) else 4)
                batch = _BATCH.search(text, max(0, start - 4), start)
                start = batch.start() if batch is not None else start
            new = founded_topic(text, stop) if held is None else -1
            start = new if 0 <= new < start else start
            near = next(found.before(Kind.DISTRICT, stop), None)
            behind = near is not None and near.end < start and stop - near.end <= 24
            if near is not None and behind and is_topic_of_force(text[near.end : stop], text[stop:end]):
                start = near.end
            elif near is None or near.end < start:
                start = clause_topic(text, unit_start(text, start, stop), stop)
            issuer = next(found.before(Kind.ORGANISATION, stop), None)  # 某市农业农村局|复工复产第四|督查组
            if issuer is not None and issuer.end < start and stop - issuer.end <= 20 and _is_public(issuer):
                start = issuer.end if is_plain_topic(text[issuer.end : stop]) else start
            elif issuer is not None and start <= issuer.start < issuer.end <= stop <= issuer.end + 6 and _is_public(issuer):
                start = issuer.end  # 市委宣传部|机关驻村|工作队
            anchor, unit, core_at = self._anchor(text, start, stop, found)
            start = anchor.start if anchor is not None else start
            core = text[core_at:end]
            form = match_department(text, core_at)
            if form is not None and core_at + len(form[0]) == end:
                core = form[1]  # 防汛指挥部 and 防汛抗旱指挥部 are one
            topic = text[core_at:stop]
            opened = text.rfind("“", max(0, start - 9), start) if text[start - 1 : start] == "”" else -1
            founder = found.ending_at(Kind.ORGANISATION, opened) or self._sender(text, opened, found) if opened > 0 else None
            if founder is not None:  # 某局|“访惠聚”|驻村工作队, 某局|驻|某村“访惠聚”工作队
                village = found.ending_at(Kind.DISTRICT, opened)
                value = BodyValue(text[founder.end : end], "TaskForce", anchor=village, parent=founder, proper=True)
                yield Mention(Kind.ORGANISATION, founder.start, end, text[founder.start : end], "organisations.sent", 0.9, value)
                continue
            if "临时" in topic or (topic in ("现场", "前线", "前方") and anchor is None and not unit):
                continue
            sender = sender or self._sender(text, start, found)
            outpost = outpost or (self._sending_place(text, start, found) if sender is None else None)
            if outpost is not None and start > outpost.end:  # 某区|驻|某县|帮扶工作队
                at = found.ending_at(Kind.DISTRICT, core_at)
                value = BodyValue(text[outpost.end : end], "TaskForce", anchor=at or outpost, proper=True)
                yield Mention(Kind.ORGANISATION, outpost.start, end, text[outpost.start : end], "organisations.sent", 0.9, value)
                continue
            if outpost is None and sender is None and (unit_at := _envoy_unit(text, start, anchor)) >= 0:
                # 省|派驻|某县|…指导组
                value = BodyValue(text[unit_at + 1 : end], "TaskForce", relative=text[unit_at])
                yield Mention(Kind.ORGANISATION, unit_at, end, text[unit_at:end], "organisations.sent", 0.85, value)
                continue
            if sender is not None:  # 省文化厅|驻|某县某村|工作队
                village = found.ending_at(Kind.DISTRICT, stop)
                value = BodyValue(text[sender.end : end], "TaskForce", anchor=village, parent=sender, proper=True)
                yield Mention(Kind.ORGANISATION, sender.start, end, text[sender.start : end], "organisations.sent", 0.9, value)
                continue
            if (
                (topic in _GENERIC and topic not in ("疫情防控", "防汛", "防控") and headed is None)
                or not topic
                or (len(topic) < 2 and anchor is None and not unit)
            ):
                continue
            counted = _COUNTED_BEFORE.search(text, max(0, start - 3), start) if anchor is None and not unit else None
            if (topic and topic[0].isdigit()) or topic.startswith(("支", "个")) or (counted or _COUNTED_BEFORE.search(topic)):
                continue
            if text.endswith("专班", stop, end) and (text.startswith("制", end) or "+" in topic):
                continue  # “清单化+专班|制”
            if topic.endswith("一") and text.endswith("专班", stop, end):
                continue  # “一河一策|一专班”
            if topic.endswith(_FOUNDERS) and text.endswith("专家组", stop, end):
                continue  # 某大学|专家组: some of its people
            holder = self._holder(found, start)
            value = BodyValue(core, "TaskForce", anchor=anchor, relative=unit, parent=holder)
            begin = holder.start if holder is not None else start
            yield Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.taskforce", 0.85, value)

    @staticmethod
    def _sender(text: str, start: int, found: Found) -> Mention | None:
        """The body that stations a work team in a village, or sends it there."""
        while (place := found.ending_at(Kind.DISTRICT, start)) is not None:
            start = place.start
        for verb in ("派驻", "驻"):
            if text.endswith(verb, 0, start):
                return found.ending_at(Kind.ORGANISATION, start - len(verb))
        return None

    @staticmethod
    def _sending_place(text: str, start: int, found: Found) -> Mention | None:
        """The district that stations a work team in another: 西樵镇|驻|大洲镇|帮扶工作队."""
        while (place := found.ending_at(Kind.DISTRICT, start)) is not None:
            start = place.start
        verb = next((verb for verb in _SENDS if text.endswith(verb, 0, start)), "")
        return found.ending_at(Kind.DISTRICT, start - len(verb)) if verb else None

    @staticmethod
    def _holder(found: Found, start: int) -> Mention | None:
        """The body right before a task force or branch: 区水利局|抢险突击队."""
        return found.ending_at(Kind.ORGANISATION, start)

    def _anchor(self, text: str, start: int, stop: int, found: Found) -> tuple[Mention | None, str, int]:
        """The district or unit word that a name begins with, and where the name's own part begins."""
        for held in found.between(Kind.DISTRICT, max(0, start - 12), stop + 1):
            if (held.end > start and held.start <= start) or held.end == start:
                if held.end == stop or found.covering(Kind.DISTRICT, held.end) is None:
                    return held, "", held.end
                start = held.end
        match = _UNIT.match(text, start)
        if match is not None and match.end() <= stop and not (text[start] in "镇乡村" and text.endswith("等", 0, start)):
            pieces = words().cut(text[start:stop])
            if match.end() == stop or (pieces and pieces[0] == match.group()):
                return None, match.group(), match.end()
        return None, "", start

    def _proper(self, text: str, found: Found) -> Iterator[Mention]:
        """Bodies with a name of their own; of a list what is no name by itself is one beside others of its kind."""
        doubtful: list[Mention] = []
        named = list(self._by_ending(text, found, doubtful))
        yield from named
        if not doubtful:
            return
        bodies = [*named, *found.of(Kind.ORGANISATION)]
        ends = {body.end: body for body in bodies}
        starts = {body.start: body for body in bodies}
        for run in (doubtful, reversed(doubtful)):
            for body in run:
                beside = ends.get(body.start - 1) if text[body.start - 1 : body.start] in _LIST_MARK[:3] else None
                after = starts.get(body.end + 1) if text[body.end : body.end + 1] in _LIST_MARK[:3] else None
                if ends.get(body.end) is None and any(_is_kin(text, body, other) for other in (beside, after)):
                    ends[body.end] = starts[body.start] = body
                    yield body

    def _by_ending(self, text: str, found: Found, doubtful: list[Mention]) -> Iterator[Mention]:
        last: Mention | None = None
        for stop, end, subtype in find_suffixes(text):
            held = found.covering(Kind.ORGANISATION, stop)
            if held is not None and held.end >= end:
                continue
            if last is not None and last.end >= end:
                continue
            place = found.covering(Kind.DISTRICT, end - 1)
            if place is not None and place.end > end and end - stop <= 2 and _level(place) in ("township", "community"):
                continue  # 油坊|店乡, 茶园|村
            if end - stop > 2 and text.endswith("政府", stop, end) and text.endswith(f"{text[stop]}委", 0, stop):
                continue  # 某镇委|镇政府
            if text[stop:end] == "政府" and text.endswith(("党委", "工委"), 0, stop):
                continue  # 镇党委|政府: two bodies
            start = _past_verb(text, self._proper_start(text, stop, found), stop)
            if _COUNTED_BEFORE.search(text, max(0, start - 3), start) is not None and not text.endswith("公司", stop, end):
                continue  # 五家|制砂厂
            runs_on = False
            campus = (
                found.ending_at(Kind.DISTRICT, start)
                if last is not None and start > last.end
                else found.starting_at(Kind.DISTRICT, start)
            )
            if (
                last is not None
                and campus is not None
                and campus.start == last.end
                and last.text.endswith("大学")
                and text.endswith(_CAMPUS, stop, end)
            ):
                value = BodyValue(text[last.end : end], "PublicInstitution", parent=last, proper=True)
                last = Mention(Kind.ORGANISATION, last.start, end, text[last.start : end], "organisations.proper", 0.86, value)
                yield last  # 某大学|某市|学院
                continue
            if last is not None and last.end <= stop <= last.end + 8:
                between = text[last.end : stop]
                glued = not between and (
                    (text[stop:end] in _GLUED and last.text.endswith(("业", "厂", "店"))) or text.startswith(_PRESS_GROUPS, stop)
                )  # 鑫源酒业|集团
                on = not between and text[stop:end] in _RUNS_ON and last.by == "organisations.proper" and subtype == "Enterprise"
                if on and isinstance(last.value, BodyValue) and last.value.subtype == "Enterprise":
                    start = last.start  # 某某大酒店|管理有限公司, 某某温泉|大酒店
                runs_on = (
                    on
                    or (last.text.endswith(("业", "厂")) and text.endswith(_LEGAL_FORMS, stop, end))
                    or (not between and last.text.endswith(("农场", "林场", "茶场")) and text[stop:end] in ("公司", "有限公司"))
                    or (last.text.endswith("集团") and len(between) > 1 and text[stop:end] == "公司")
                )  # 某铝业|科技|材料有限公司, 某集团|黄河|公司
                if glued or ((runs_on or text.startswith(_LEGAL_FORMS, stop)) and _OWN_PART.fullmatch(between)):
                    start = last.start  # 海辰药业|股份有限公司, 某集团|国贸|有限公司
                elif between in _AFFILIATED:
                    start = last.end  # 某大学|附属|医院
            merged = last is not None and start == last.start and (runs_on or text.startswith((*_LEGAL_FORMS, "集团"), stop))
            if last is not None and not merged and last.start <= start < last.end <= stop:
                start = last.end
            if text.startswith(_BUILT_ENDS, end - 2) and is_built(text, end):
                continue  # 某某文体中心、某街改造等项目: a thing to be built
            if text.endswith("基地", stop, end) and text.endswith(_HONOURED, 0, start):
                continue  # 被命名为|某省|爱国主义教育基地: an honour
            if text[end : end + 1] == "”" and (
                _SCHEME_AFTER.match(text, end + 1) is not None or text.endswith(_BY_ONE, start, end)
            ):
                continue  # “某某食堂”|项目, “一事一策一专班”
            if text[start - 1 : start] == "“" and text[end : end + 1] != "”" and "”" in text[end : end + 4]:
                continue  # 上起“开心农场|课”: a part of what is quoted
            if text[end : end + 1] == "”" and "“" in text[max(0, start - 3) : start] and text[start - 1] != "“":
                continue  # “无|疫海上牧场”: a part of what is quoted
            if start >= stop:
                beside = last is not None and last.end == stop - 1 and text[stop - 1] in "、和与" and end - stop >= 5
                if beside and subtype == "Association" and last is not None and last.text.endswith(_SOCIETIES):
                    value = BodyValue(text[stop:end], subtype, proper=True)
                    last = Mention(Kind.ORGANISATION, stop, end, text[stop:end], "organisations.beside", 0.8, value)
                    yield last  # 某协会、|县域经济研究会
                    continue
                whole = last if last is not None and last.end == stop else found.ending_at(Kind.ORGANISATION, stop)
                if whole is None or not _PART_OF_BODY.fullmatch(text, stop, end):
                    doubt = listed_name(text, stop, end, subtype, found) if whole is None else None
                    if doubt is not None:
                        doubtful.append(doubt)
                    continue
                value = BodyValue(text[stop:end], "PublicInstitution", parent=whole, proper=True)
                last = Mention(Kind.ORGANISATION, whole.start, end, text[whole.start : end], "organisations.proper", 0.85, value)
                yield last  # 某大学|附属医院, 某公司|技术中心
                continue
            anchor, unit, core_at = self._anchor(text, start, stop, found)
            if anchor is not None:
                start = anchor.start
                if subtype == "Enterprise" and not unit and text.endswith(_LEGAL_FORMS, stop, end):
                    start = chain_start(found, start)  # 贵州|金沙|某酒业有限公司
                if subtype == "Association" and (seat := seat_of(anchor, found)) is not None:
                    start, core_at, anchor = seat.start, seat.end, seat
            follows = last is not None and last.end == start and subtype != "Enterprise"
            if last is not None and subtype == "Association" and last.text.endswith(_SOCIETIES) and stop - start >= 3:
                follows = follows or (last.end == start - 1 and text[start - 1] in "、和与")  # 甲协会、|农村经济|研究会
            by_part = text[start:stop] in found.place_parts() or text[core_at:stop] in found.place_parts()
            if not follows and not by_part and not self._named(text, start, core_at, stop, end, anchor, unit):
                doubt = listed_name(text, stop, end, subtype, found)
                if doubt is not None:
                    doubtful.append(doubt)
                continue
            if anchor is not None and isinstance(anchor.value, PlaceValue) and anchor.value.relative:
                start = core_at  # 该村|绿源合作社
            form = match_department(text, start) if anchor is None and not unit else None
            below = _BRANCH.fullmatch(text, stop, end) or (text[stop - 1] == "局" and _SQUAD.fullmatch(text, stop, end))
            if form is not None and start + len(form[0]) == stop and below:
                bare = Mention(Kind.ORGANISATION, start, stop, form[0], "organisations.body", 0.8, BodyValue(form[1], form[2]))
                value = BodyValue(text[stop:end], subtype if below.re is _SQUAD else "PartyBody", parent=bare)
                last = Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.nested", 0.85, value)
                yield last  # 住建局|党组: the page's own
                continue
            if text[end - 1] == "委" and text.startswith("共青团", start):
                subtype = "Association"
            if text.endswith("集团", stop, end) and _PUBLIC_GROUP.search(text, start, stop) is not None:
                subtype = "PublicInstitution"
            if anchor is None and not unit and (last is None or last.end != start):
                start = core_at = extend_by_repetition(text, start, end)
            holder = last if last is not None and last.end == start else found.ending_at(Kind.ORGANISATION, start)
            branch = holder is not None and holder.text.endswith(_OWNERS) and text.endswith(_ARMS, stop, end)
            wide = anchor is not None and _level(anchor) in ("province", "prefecture")
            kin = holder is not None and (holder.text.endswith("公司") or (wide and holder.text.endswith("集团")))
            if kin and holder is last and holder is not None and _SISTER.fullmatch(text, start, end):
                start = core_at = holder.start  # 某电力有限公司|东北新能源公司, 国家电投集团|湖北电力有限公司
                holder = anchor = None
            begin = holder.start if holder is not None and (subtype != "Enterprise" or branch) else start
            value = BodyValue(
                text[core_at:end], subtype, anchor=anchor, relative=unit, parent=holder if begin != start else None, proper=True
            )
            if branch and holder is not None and holder.text.endswith("银行"):
                near = anchor if anchor is not None and _level(anchor) == "county" else None
                value = BodyValue(text[begin:end], subtype, anchor=near, proper=True)  # 某银行某支行: one body
            body = Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.proper", 0.85, value)
            last = body
            if text.endswith("银行", stop, end) and _BANK_BRANCH.match(text, end) is not None:
                continue
            yield body
            inner = self._office(text, body, found)
            if inner is not None and is_staff(text, body, inner):
                continue
            if inner is not None and (
                _BRANCH.match(text, end)
                or _part_of(text, body) is not None
                or _STAFF_UNIT.match(text, end)
                or open_office(text, body, found) == text[end : inner.end]
            ):
                yield inner

    @staticmethod
    def _proper_start(text: str, stop: int, found: Found) -> int:
        for size in range(2, 8):  # 小溪塔派出所: the own part of a township or village of this page
            if stop >= size and text[stop - size : stop] in found.place_parts():
                start = stop - size
                before = found.ending_at(Kind.DISTRICT, start)
                return before.start if before is not None else start
        if text.startswith(("派出所", "司法所"), stop):  # 、|先市|派出所
            own = next(
                (stop - size for size in (4, 3, 2) if stop >= size and _is_town_of_home(text[stop - size : stop], found)), -1
            )
            if own >= 0:
                return own
        quoted = _QUOTE_OPEN.search(text, max(0, stop - 18), stop)
        if quoted is not None:
            at = quoted.start()
            if found.ending_at(Kind.DISTRICT, at):
                return left_edge(text, at)
            return at - (_UNIT_BEFORE.search(text, max(0, at - 2), at) is not None)  # ，县|“访惠聚”办公室
        if text.startswith((*_SOCIETIES, "基金会"), stop) and (head := _QUOTED_HEAD.search(text, max(0, stop - 24), stop)):
            place = found.ending_at(Kind.DISTRICT, head.start())
            return place.start if place is not None else head.start()
        bracketed = _BRACKETED.search(text, max(0, stop - 30), stop)
        if (bracketed is not None and text.startswith(("公司", "有限", "股份", "集团", "银行"), stop)) or (
            bracketed is not None and "公司" in text[stop : stop + 8]
        ):
            return left_edge(text, text.index("（", bracketed.start()), firm=True)
        start = left_edge(text, stop, firm=text.startswith(_LEGAL_FORMS, stop))
        if text.startswith(_SOCIETIES, stop) and (joint := _JOINT_SOCIETY.search(text, max(0, stop - 20), stop)) is not None:
            start = min(start, joint.start())  # 省|中医药和中西医结合|学会
        if (
            start >= stop
            and (own := unit_start(text, start, stop)) >= stop - 8
            and found.covering(Kind.ORGANISATION, own) is None
        ):
            start = own  # ，县|苹果产销|协会
        if start >= stop:
            start = next((stop - size for size in (4, 3, 2) if text[stop - size : stop] in _BRANDS), stop)  # 启航|幼儿园
        if start >= stop and _FIRM.match(text, stop):
            whole = words().cut(text[max(0, stop - 4) : stop])
            if whole and 1 < len(whole[-1]) < 4 and not _no_firm(whole[-1]):
                start = stop - len(whole[-1])  # 大成|食品有限公司: a word serves as a name
        parts = found.place_parts()
        if 2 <= start < stop <= start + 4 and text[start - 2 : start] in parts and text.endswith(_PLACED, 0, stop + 2):
            return start - 2  # 指前|标米|协会, on a page about 指前镇
        start = next(
            (
                k
                for k in range(start - 1, max(-1, start - 5), -1)
                if any(text[k : k + n] in parts for n in (3, 4) if k + n >= start)
            ),
            start,
        )
        if start > stop - 2 and text.startswith(_FIRM_ENDS, stop):
            start = item_start(text, stop, found) or start
        for held in found.between(Kind.ORGANISATION, start, stop):
            start = max(start, held.end)
            start += _verb_after(text, held, stop)
        over = found.covering(Kind.ORGANISATION, start) if start < stop else None
        if over is not None and over.end < stop and _is_public(over) and text.startswith(_GATHERING, over.end):
            start = over.end  # 县工信局联合|政府办
        near = next(found.before(Kind.DISTRICT, stop), None)
        if (
            near is not None
            and near.end < stop <= near.end + (14 if text.startswith(_COOPERATIVES, stop) else 8)
            and near.end < start
            and is_plain_topic(text[near.end : stop])
            and not _is_public(found.covering(Kind.ORGANISATION, near.end))
            and not (_FIRM.match(text, stop) and _public_between(found, near.start, stop))
            and not text.startswith(_COMMON_HEADS, near.end)
        ):
            return near.end  # 荷城街道|照明商会
        if (
            near is not None
            and near.end == start - 1 < stop
            and text[near.end] in "地家户同正新种项进"
            and _FIRM.match(text, stop)
        ):
            return near.end  # 某市|地田新材料|有限公司
        if near is not None and near.end == stop - 2 and text.startswith(_OF_FIRMS, near.end):
            return near.end  # 北京四川|企业商会
        if near is not None and near.end < start:
            joined = near.end + 1 if text[near.end] == "和" and near.by == "districts.short" else near.end
            if joined == near.end and start - joined <= 4 and _LEGAL_SOON.match(text, stop) is not None:
                given = text[near.start - 1 : near.start] in tuple("与和、由向及：给") and "的" not in text[joined:start]
                given = given and _level(near) in ("province", "prefecture") and not set("和与及") & set(text[joined:start])
                if given and found.starting_at(Kind.DISTRICT, joined) is None:
                    return joined  # 与|上海|为烨投资集团, 和|浙江|开启能源科技有限公司
            alone = _public_between(found, near.start, stop) is None
            if alone and _level(near) in ("province", "prefecture", "county") and is_full_firm(text, near, stop):
                return near.end  # 、郴州市|都闻贸易有限公司
            start = name_start(text, joined, start, stop)
            if near.end < joined == start and _LEGAL_AHEAD.match(text, start):
                return near.end  # 安徽|和正农牧股份有限公司
        if 1 < start < stop and text.startswith(_FIRM_ENDS, stop):
            opened = _OPENED.search(text, max(0, start - 5), start)
            start = name_start(text, opened.start(1), start, stop) if opened is not None else start
        if 1 < start < stop and text[start - 2 : start] in ("、和", "、与"):
            start -= 1  # 甲公司、|和盛酒店: no conjunction after the mark of a list
        if text.startswith(_BUILT_BY, start) and (
            found.starting_at(Kind.DISTRICT, start + 2) is not None
            or (start + 4 < stop and text[start + 2 : start + 4] in gazetteer().by_short)
        ):
            start += 2  # 投资800万元|建设|某县|竹编扶贫车间
        if (text.startswith(_AFTER_PEOPLE, stop) or _LEGAL_SOON.match(text, stop) is not None) and (
            people := _PEOPLE_BEFORE.match(text, start, stop)
        ) is not None:
            start = people.end()
        if text[start - 1 : start] == "和" and _LEGAL_SOON.match(text, stop) is not None:
            bare, start = start, _with_harmony(text, start, found)
            if start < bare == stop:
                return start  # 某市|志和|供应链公司: no conjunction right before a firm's kind
        joined = text.rfind("和", start + 1, stop)
        if joined > 0 and (ends_in_name(text, joined) or _joins_unit(text, joined, stop, found)):
            return joined + 1  # 县长甲|和|县妇联主席乙, 某农商城|和|县烟花公司
        if text.startswith(_BUILDING_VERBS, start, stop) and text.endswith(_STARTS_BUILDING, 0, start):
            start += 2  # 投资800万元|建设|某某扶贫车间
        together = text.rfind("协同", start, stop)
        if together >= 0 and text.startswith(("中国", "国家", "全国"), together + 2):
            return together + 2  # 民警|协同|中国某银行
        return start

    @staticmethod
    def _named(text: str, start: int, core_at: int, stop: int, end: int, anchor: Mention | None, unit: str) -> bool:
        """Whether the stretch is a name and not a common noun (民营企业, 物业公司)."""
        core = text[core_at:stop]
        if _COUNTED_HEAD.match(core) is not None or core.endswith("年级") or core.startswith(_FIRST_OF_ITS_KIND):
            return False  # 我市|两所学校, 全州|第一个合作社
        if "+" in core or (unit and core.startswith("级")) or core.startswith("临时") or core in ("两级", "三级", "四级", "五级"):
            return False  # 县乡两级|党委
        built = core.startswith("建设") and len(core) < 4 and not text.startswith((*_FIRM_ENDS, "银行", "局", "工程"), stop)
        if anchor is not None and (built or core[:2] in _BEGINS):
            return False  # 在某县|建设|风电场
        if core[:1] == "一" and text.endswith(_ANY_SHOP, stop, end) and words().frequency(text[core_at + 1 : end]):
            return False  # 某镇|一|砖厂
        if len(core) > 2 and text.endswith(_MADE_ENDS, stop, end) and _MAKES.search(core) is not None:
            return False  # 帮某村|建设|养殖场
        if core in _LEVELS or core.endswith(("两级", "三级", "四级", "五级")):
            return False  # 各县|乡|党委, 市|县两级|法院
        if text[end : end + 1].isdigit() and text.endswith(("农场", "合作社", "企业", "大户"), stop, end):
            return False  # 某镇发展家庭农场32个
        if core in _GENERIC:
            return (
                bool(anchor or unit)
                and len(text[core_at:end]) >= 3
                and core not in ("各", "民营", "物业", "重点", "辖区", "爱心", "党政", "新开")
            )
        if not core:
            if text.startswith("物业", stop):
                return False  # 某社区|物业公司: whichever it is
            if anchor is not None and text.startswith(("学校", "企业"), stop) and _level(anchor) not in ("community", "compound"):
                return False  # 走访某县|学校|师生: its schools
            works = unit in _LISTED_UNITS and end - stop >= 3 and text.endswith(_WORKS, stop, end)
            return (anchor is not None and end - stop >= 2) or (works and text[stop:end] not in _ANY_WORKS)
        pieces = words().cut(core)
        if all(
            piece in _GENERIC or (len(piece) > 1 and piece[-1] in "化型级性" and piece not in gazetteer().by_short)
            for piece in pieces
        ):
            return bool(anchor or unit) and len(core) >= 3
        if core.startswith("“"):
            return True
        free = start == 0 or not _CJK.match(text[start - 1]) or text[start - 1] in "由在向对从和与把被给"
        if free and all(piece in _BRANDS for piece in pieces):
            return True
        if end - start > 4 and words().tag(text[start:end]) == "nt":
            return True  # 北方工业大学: a name that the dictionary has
        if text.startswith(("有限责任公司", "股份有限公司", "有限公司", "集团有限公司"), stop) and len(core) >= 3:
            return True
        if len(core) >= 2 and text.endswith(("有限公司", "有限责任公司"), stop, end):
            return True  # 平安|食品有限公司
        if any(mark in core for mark in ("各", "个", "名", "多")) and len(pieces) == 1:
            return False
        if (text[stop:end] == "集团" and 2 <= len(core) <= 4) or (text[stop:end] == "公安分局" and core in gazetteer().by_short):
            return True
        if (text.startswith(_SCHOOLS, stop) or text[stop:end] in _SMALL_BODIES) and len(core) >= 2 and len(pieces) == 1:
            return True
        if text.endswith(("企业", "公司"), 0, start) and text.startswith(("集团", "公司"), stop) and len(core) in (2, 3, 4):
            return True  # 辖区企业|宏远集团
        if free and end - stop >= 4 and _FIRM.fullmatch(text, stop, end):
            return True  # 由|平安|置业公司|承建
        if (
            text[stop:end] in ("公司", "集团")
            and 4 <= len(core) <= 6
            and text[start - 1 : start] == "、"
            and (end == len(text) or text[end] in "、，。和及等")
            and _is_brand(pieces)
        ):
            return True  # 某某集团、|水星天元|公司，
        odd = any(len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz", "nt", "x") for p in pieces)
        if unit and text.endswith("企业", stop, end):
            return False  # 新区|农产品加工企业
        if anchor is not None or unit:
            return True
        if text.endswith(("市场", "政府"), stop, end):
            return False  # 碳排放权交易市场: a market of goods, unless a place is named
        return odd and len(core) >= 2

    @staticmethod
    def _backward(text: str, found: Found) -> Iterator[Mention]:
        for match in _BACK.finditer(text):
            value = BodyValue(match.group(1), "", back=match.group(1))
            body = Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.back", 0.9, value)
            yield body
            inner = Organisations._office(text, body, found) if match.group(1) in _WITH_OFFICES else None
            if inner is not None and inner.text.endswith(_OFFICES_OF_THAT) and not is_staff(text, body, inner):
                yield inner  # 该局|禁毒大队
        for match in _BACK_BARE.finditer(text):
            yield Mention(
                Kind.ORGANISATION,
                match.start(),
                match.end(),
                match.group(),
                "organisations.bare",
                0.7,
                BodyValue(match.group(), "", back=match.group()),
            )
        for pattern in (_BACK_COMPANY, _BACK_SOCIETY):
            for match in pattern.finditer(text):
                word = match.group()
                value = BodyValue(word, "", back=word)
                yield Mention(Kind.ORGANISATION, match.start(), match.end(), word, "organisations.back", 0.8, value)


_WITH_OFFICES = ("局", "院", "医院", "校", "学校", "支队", "大队", "集团")
_OFFICES_OF_THAT = ("大队", "支队", "中队", "党支部", "党总支", "党委", "党组", "办公室", "分局", "派出所", "执行局", "团委")
_OF_OFFICE = needing(
    "机关纪委 机关工会 机关团委",
    "(?<=[、和兼])(?:直属)?机关(?:纪委|工会|团委)(?=(?:专职|常务)?副?(?:书记|主席)|委员)",
)


def own_discipline(text: str, found: Found) -> Iterator[Mention]:
    """某厅直属机关党委副书记、|机关纪委|书记: of the body whose 机关党委 stands before it, not of the district."""
    for match in _OF_OFFICE.finditer(text):
        party = next(found.before(Kind.ORGANISATION, match.start()), None)
        value = party.value if party is not None and match.start() - party.end <= 12 else None
        if party is None or not isinstance(value, BodyValue) or value.parent is None or not party.text.endswith("机关党委"):
            continue
        core = ("直属" if party.text.endswith("直属机关党委") else "") + match.group().removeprefix("直属")
        own = BodyValue(core, "PartyBody" if core.endswith("纪委") else "Association", value.anchor, value.relative, value.parent)
        yield Mention(Kind.ORGANISATION, *match.span(), match.group(), "organisations.discipline", 0.95, own)


def _is_brand(pieces: Sequence[str]) -> bool:
    """Whether common words make a company's name together: none of them tells what it does."""
    return len(pieces) > 1 and not any(
        p in _GENERIC or p in _TRADES or p in verb_stops() or words().tag(p)[0] in "vmdpcur" or p in gazetteer().by_short
        for p in pieces
    )


# Works of the page's own district: 县|化肥厂, 市|公交公司; and those of which a district has many.
_WORKS = ("厂", "公司", "集团")
_ANY_SHOP = ("厂", "店", "场", "馆", "公司", "企业", "学校", "医院")
_ANY_WORKS = frozenset(
    ("加工厂", "总公司", "分公司", "支公司", "子公司", "母公司", "有限公司", "上市公司", "物业公司", "建筑公司", "房地产公司",
     "保险公司", "劳务公司")
)  # fmt: skip
_IN_LIST = re.compile("(?<=[、和与及了到由])(?:(?![、和与及等各的])[一-龥]){1,10}$")
_LAST_OF_LIST = frozenset("，。；等（、和与及")


def listed_name(text: str, stop: int, end: int, subtype: str, found: Found) -> Mention | None:
    """A stretch between the marks of a list that would be a name beside others of its kind: 甲小学、|以东|小学、乙小学."""
    item = _IN_LIST.search(text, max(0, stop - 11), stop)
    if item is None or text[end : end + 1] not in _LAST_OF_LIST or found.between(Kind.DISTRICT, item.start(), end):
        return None
    core = item.group()
    pieces = words().cut(core)
    if core in _GENERIC or core in _LEVELS or all(p in _GENERIC or p in _TRADES for p in pieces) or _COUNTED_HEAD.match(core):
        return None
    if any(len(p) > 1 and (p in WORD_STOPS or p in verb_stops() or p.endswith(SURE_TITLES)) for p in pieces):
        return None
    start = item.start()
    value = BodyValue(text[start:end], subtype, proper=True)
    return Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.beside", 0.75, value)


def _is_kin(text: str, body: Mention, other: Mention | None) -> bool:
    """Whether a body of a list has an ending of the same sphere as the one beside it: schools, cooperatives, companies."""
    if other is None or not isinstance(other.value, BodyValue) or not isinstance(body.value, BodyValue):
        return False
    return other.value.subtype == body.value.subtype and any(body.text.endswith(kin) and other.text.endswith(kin) for kin in _KIN)


_KIN = (
    ("小学", "中学", "学校", "一中", "二中", "三中", "中心校", "幼儿园", "初中", "高中", "完小"),
    ("合作社", "家庭农场", "公司"),
    ("公司", "集团", "厂"),
    ("医院", "卫生院"),
    ("派出所", "司法所", "市场监管所", "财政所"),
    ("协会", "商会", "学会"),
)
_BRANDS = seeds.word_list("brand_words")
_SHORT_SUFFIXES = ("厂", "店", "馆")  # other single characters (社, 院, 报, 站) end too many common words
_NOT_AFTER_MEETING = frozenset("议定同商调助见谈晤")
_NOT_AFTER_SHORT = frozenset("房区商家长内里员铺主子面址外门口方务")


_COMPANY_LIST = needing(
    "企业 公司 厂家 商家",
    "(?=[企等0-9])(?:"
    r"(?:等(?:\d+|[一二三四五六七八九十]+|多|数|几)?(?:余|多)?[家个]?|(?<=[一-龥])\d+(?:余|多)?家)(?:重点|龙头|知名|骨干|单位、|单位[和及]|高校[和及、]|机构[和及、]|本土|规上|民营|帮扶|爱心|科技|高新技术|入驻|入园|园区|辖区|驻区|在建|上市|外资|骨干|工业|辖内|规模以上|区内|县内|市内|"
    r"光伏|电子|化工|制造|食品|医药|纺织|建筑|环保|新能源|光电|服装|家具|机械|物流|农业|医疗|生物|旅游|建材|制药|陶瓷|外贸|出口|央|国有)?(?:企业|公司|厂家|商家)|"
    r"(?<=[一-龥]{2})企业(?=进行走访|走访|开展|进行调研|调研|进行实地)"
    ")",
)
_GONE_TO = re.compile("先后到|已?入驻|引进了?|落户|涌现出?|来到|走进|深入|前往|走访|考察|察看|查看|参观|调研|到访|看望")
_LIST_ITEM = re.compile(r"[一-龥A-Za-z（）]{2,20}")


_TRADES = tuple(sorted(seeds.word_list("company_trades"), key=lambda trade: (-len(trade), trade)))
_VISITED = re.compile(
    r"(?:到了?|赴|走访|慰问|考察(?![团组])|前往|来到|走进|深入|察看了?|查看了?|参观了?|视察(?![团组])|调研(?![团组])|了解了?|看了)"
    r"(?P<list>(?:[一-龥A-Za-z（）]{3,20}、)+[一-龥A-Za-z（）]{3,20}?)(?=等|[，。；]|\d+家|企业|公司车间|进行|调研|生产|车间|实地|现场)"
)


def is_firm(item: str) -> bool:
    """Whether an item of a list is a company's short name: a brand of no dictionary before what it makes (富林|环保)."""
    trade = next((trade for trade in _TRADES if item.endswith(trade)), "")
    brand = item.removesuffix(trade)
    if not trade or not 2 <= len(brand) <= 6 or brand in _GENERIC or brand in gazetteer().by_short:
        return False  # 温州|鞋业: a trade
    if brand in _BRANDS:
        return True
    pieces = words().cut(brand)
    if any(p in SINGLE_STOPS or p in verb_stops() or p in WORD_STOPS or p in _GENERIC for p in pieces):
        return False
    return any(len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz", "x") for p in pieces)


def _may_be_firm(pieces: Sequence[str]) -> bool:
    """Whether words make a company's name in a list of companies: none is a verb of the news or all of them are trades."""
    if len(pieces) > 3 or all(p in _GENERIC or p in _TRADES for p in pieces) or pieces[0] in _GENERIC:
        return False
    return not any(
        p in SINGLE_STOPS or p in verb_stops() or p in WORD_STOPS or words().tag(p)[0] in "pcdruvf" or p[0].isdigit()
        for p in pieces[:-1]
    )


_PEOPLE_ENDS = (
    "军人",
    "职工",
    "党员",
    "干部",
    "家庭",
    "人员",
    "群众",
    "员工",
    "老人",
    "儿童",
    "学生",
    "代表",
    "大户",
    "领导",
    "负责人",
)
_PLACE_ENDS = ("镇", "乡", "村", "县", "区", "市", "园", "路", "街道", "大道", "馆", "广场", "市场", "户", "站")


def _is_visited_firm(item: str) -> bool:
    """Whether an item of a list of companies that someone visits may be one: no trade by itself, no verb within."""
    if item.endswith(_PEOPLE_ENDS):
        return False
    if not 3 <= len(item) <= 10 or item in gazetteer().by_short or item in gazetteer().by_name:
        return False
    pieces = words().cut(item)
    if all(p in _GENERIC or p in _TRADES or (len(p) > 1 and words().tag(p) in ("n", "vn", "v", "a", "an", "b")) for p in pieces):
        return is_firm(item)
    return not any(p in SINGLE_STOPS or p in verb_stops() or p in WORD_STOPS or p[0].isdigit() for p in pieces)


def visited_firms(text: str, found: Found) -> Iterator[Mention]:
    """到|华慧新能源、某某集团|调研: companies by brand and trade in a list of what is visited, where two of it are companies."""
    for match in _VISITED.finditer(text) if "、" in text else ():
        firms, known = [], 0
        for item in _LIST_ITEM.finditer(text, *match.span("list")):
            start, end = item.span()
            held = found.covering(Kind.ORGANISATION, end - 1)
            if held is not None:
                known += isinstance(held.value, BodyValue) and held.value.subtype == "Enterprise"
            elif is_firm(text[start:end]):
                firms.append((start, end))
        for start, end in firms if len(firms) + known > 1 else ():
            value = BodyValue(text[start:end], "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.visited", 0.75, value)


# A company by brand and trade right before the title of its head: 江苏正明智能科技|董事长.
_FIRM_HEAD = re.compile(
    "(?<=[，。、；：\\n])(?P<name>[一-龥A-Za-z]{4,14}?)(?=(?:常务|执行)?(?:副?董事长|副?总经理|副?总裁|执行董事|创始人|董事会秘书|首席执行官|CEO))"
)


def headed_firms(text: str, found: Found) -> Iterator[Mention]:
    """上海明乐食品|董事长甲: a company without its legal form, before the title of its head."""
    for match in _FIRM_HEAD.finditer(text) if any(title in text for title in ("董事", "总经理", "总裁", "创始人")) else ():
        start, end = match.span("name")
        if found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        place = found.starting_at(Kind.DISTRICT, start)
        brand = place.end if place is not None and _level(place) in ("province", "prefecture", "county") else start
        if end - brand >= 4 and _is_headed(text[brand:end]):
            value = BodyValue(text[start:end], "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.headed", 0.8, value)


def _is_headed(item: str) -> bool:
    """Whether what stands before 董事长 is a brand and a trade (乐康|医疗科技): the title says that it is a company."""
    pieces = words().cut(item)
    if (
        len(pieces) < 2
        or not item.endswith(
            (*_TRADES, "技术", "制品", "产品", "材料", "装备", "股份", "控股", "投资", "资本", "传媒", "文旅", "酒店")
        )
        or item in _GENERIC
    ):
        return False
    stops = (p in "的在和与及等向由对为是有，任兼" or p in WORD_STOPS or p in verb_stops() or p in _BEGINS for p in pieces[:-1])
    return (
        not any(stops)
        and not pieces[0].endswith(SURE_TITLES)
        and pieces[0] not in _TRADES
        and (len(pieces[0]) == 1 or pieces[0] not in _GENERIC)
    )


_PAPER = re.compile("[一-龥]{2,4}(?:日报|晚报|时报|都市报|商报|晨报|电视台|广播电台|新闻网)$|新华社$|红网$")
_QUOTED_OFFICE = re.compile("“[^“”，。！？\n]{1,8}”")
_QUOTED_TEAM = re.compile(
    r"“([^“”，。！？\n]{2,12}(?:队|工作室|宣讲团|艺术团|合唱团|联盟|志愿者协会|服务社|党支部|党总支|腰鼓队))”"
)
_QUOTED_THEN = re.compile(
    r"“[^“”，。！？\n]{1,14}”(?:[一-龥]{0,6}(?:服务|志愿|志愿者|调解|宣讲|巡逻|突击|先锋|帮扶|直播|宣传|舞蹈|文艺|护河|护林|党员)[一-龥]{0,4}?)(?:团队|队|团)(?!员|体|结|伍)"
)


_FORCE_OF = needing(
    "中队 大队 总队 支队",
    "(?:交警|武警|消防|刑警|特警|巡警|森警)(?!直属|高速|救援|公安)[一-龥]{2,3}(?:总队|支队|大队|中队)(?!长)",
)


def _forces_of(text: str, found: Found) -> Iterator[Mention]:
    """Police that are named before their district: 交警未央大队, 武警凌云中队."""
    for match in _FORCE_OF.finditer(text):
        if (
            found.covering(Kind.ORGANISATION, match.start()) is None
            and found.covering(Kind.ORGANISATION, match.end() - 1) is None
        ):
            value = BodyValue(match.group(), "GovernmentBody", proper=True)
            yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.force", 0.85, value)


def _quoted_teams(text: str) -> Iterator[Mention]:
    """“凤姐调解队”: a team named in quotation marks."""
    for match in _QUOTED_THEN.finditer(text):
        value = BodyValue(match.group().replace("“", "").replace("”", ""), "Association", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.quoted", 0.85, value)
    for match in _QUOTED_TEAM.finditer(text):
        name = match.group(1)
        if name.endswith(("党支部", "党总支")) and "支部" in name[:-3]:
            continue  # “企业党支部带动农村党支部”: what two of them do
        if name.endswith(("部队", "军队")) or ("的" in name and name.endswith("队")):
            continue  # 打造一支“不走的工作队”: a manner of speaking
        yield Mention(
            Kind.ORGANISATION,
            match.start(),
            match.end(),
            match.group(),
            "organisations.quoted",
            0.8,
            BodyValue(name, "Association", proper=True),
        )


_BUILDING_VERBS = ("建设", "打造", "兴建", "新建", "修建")
_BUILT_ENDS = (
    "中心",
    "基地",
    "剧场",
    "公园",
    "书院",
    "剧院",
    "学校",
    "小学",
    "中学",
    "医院",
    "物馆",
    "书馆",
    "育馆",
    "念馆",
    "览馆",
    "术馆",
    "展馆",
    "理厂",
    "电站",
    "水厂",
    "备库",
    "粮库",
)
_IN_PROJECTS = re.compile(
    r"(?:一期|二期|三期|新建|改扩建|扩建|迁建|异地新建|建设|改造|新馆|新院区?)?(?:、[^，。；：、\n]{2,20}){0,8}?等?[^，。；：、\n]{0,4}(?:项目|工程)(?![部办指])"
)


# The police of a county by its name alone: 仙游公安联合…, 某县公安：….
_POLICE = re.compile(
    "(?:公安|交警)(?=[：，。” ]|下属|联合|协助|配合|支援|民警|持续|深入|积极|全面|多措|强化|坚持|聚焦|紧扣|以|组织|开展|提醒|"
    "破获|成功|快速|迅速|快侦|打[掉击造响好]|抓获|侦破|出动|全力|为|在|依托|推出|启动|主动|严厉|充分|创新|扎实|筑牢|守护|走进|再|将)"
)


def _odd_core(text: str, place: Mention) -> tuple[int, str, str, str, str] | None:
    """The function behind a place that does not stand there as in the lists: 某镇|“五有”农业服务中心, 屋基村|委会."""
    end = place.end
    quoted = _QUOTED_OFFICE.match(text, end)
    office = match_department(text, quoted.end()) if quoted is not None else None
    if quoted is not None and office is not None and len(office[0]) >= 4:
        whole = text[end : quoted.end() + len(office[0])]
        return end, whole, whole, office[2], office[3]
    if text.startswith("交警", end) and _POLICE.match(text, end) is not None and not _is_urban(place):
        force = "公安局交警支队" if _level(place) == "prefecture" else "公安局交警大队"
        return end, "交警", force, "GovernmentBody", "pcd"
    if text.startswith("公安", end) and _POLICE.match(text, end) is not None and not _is_urban(place):
        return end, "公安", "公安局", "GovernmentBody", "pcd"
    if place.text.endswith("街道") and text.startswith("办", end) and _DOES.match(text, end + 1) is None:
        return end, "办", "办事处", "GovernmentBody", "t"
    if text.startswith("办公室", end) and _level(place) == "township" and not text.startswith("室", end + 3):
        return end, "办公室", "办公室", "GovernmentBody", "t"
    if place.text[-1] == "村" and text.startswith("委会", end):
        return end, "委会", "村委会", "GrassrootsBody", "v"
    if text.startswith("党组织", end) and _level(place) == "community":
        return end, "党组织", "党组织", "GrassrootsBody", "v"
    return None


# 街道|办起邻里日, 街道|办结案件: what a street does, no office of it.
_DOES = re.compile("[事公理法案学起好成结完了过妥]|出(?![台动面资席])")
_SHARED_OFFICE = re.compile(
    "(?:(?:东西部|对口|扶贫|劳务|产业|经济|区域|山海|南北|粤桂|闽宁|村企)*(?:协作|合作|帮扶|支援|共建|联络|协调|融合)[一-龥]{0,6}?"
    "(?:办公室|办|中心|工作组|领导小组|指挥部|联络处|专班|产业园|示范园|工作队|基金会|工作站))"
)


def _of_two(text: str, place: Mention, found: Found) -> Mention | None:
    """A body that two districts share: 茂南·金秀|协作办."""
    if text[place.start - 1 : place.start] not in ("·", "—", "-") or place.start < 3:
        return None
    first = found.ending_at(Kind.DISTRICT, place.start - 1)
    office = _SHARED_OFFICE.match(text, place.end) if first is not None else None
    if first is None or office is None or office.group().endswith("园"):
        return None
    whole = text[first.start : office.end()]
    value = BodyValue(whole, "TaskForce", proper=True)
    return Mention(Kind.ORGANISATION, first.start, office.end(), whole, "organisations.shared", 0.95, value)


_POST_ABROAD = re.compile(
    "(?:流动(?:党员)?)?(?:临时)?(?:党委|党总支|党支部|党工委)|(?:办事|联络)处|联络站|招商(?:引资)?(?:局|分局|组|中心|办事处|联络处)|商会"
)
_CITY_CHARACTERS = "京津沪渝穗深汉蓉宁杭"


def _outpost(text: str, place: Mention, found: Found) -> Mention | None:
    """A body of one district in another: 某县|驻|青岛|流动党员党委, 某市|驻京|办事处."""
    if not text.startswith("驻", place.end):
        return None
    inner = found.starting_at(Kind.DISTRICT, place.end + 1)
    at = inner.end if inner is not None else place.end + 2
    if inner is None and text[place.end + 1 : at] not in tuple(_CITY_CHARACTERS):
        return None
    post = _POST_ABROAD.match(text, at)
    if post is None:
        return None
    subtype = "PartyBody" if "党" in post.group() else "Association" if post.group() == "商会" else "GovernmentBody"
    value = BodyValue(text[place.end : post.end()], subtype, anchor=place)
    return Mention(
        Kind.ORGANISATION, place.start, post.end(), text[place.start : post.end()], "organisations.outpost", 0.95, value
    )


def _local_press(text: str, start: int, core: tuple[int, str, str, str, str]) -> Mention | None:
    """A newspaper's office in a district: 某日报|某县|记者站."""
    paper = _PAPER.search(text, max(0, start - 10), start) if core[1] == "记者站" else None
    if paper is None:
        return None
    begin, end = paper.start(), core[0] + len(core[1])
    value = BodyValue(text[begin:end], "MediaOutlet", proper=True)
    return Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.press", 0.97, value)


_GATHERING = ("组织", "联合", "会同", "协调", "牵头", "召集", "抽调")
_GATHERS = re.compile("(?:组织|联合|会同|协调|牵头组织|组织协调|统筹|召集|抽调)(?:了|辖区)?(?!部|委)")
_LOCAL_ENDS = tuple("局所办队站")


def gathered(text: str, place: Mention, body: Mention | None = None) -> Iterator[Mention]:
    """某镇组织|派出所、应急办|开展…: offices without their district, in the list of whom it, or a body of it, brings together."""
    verb = _GATHERS.match(text, (body or place).end) if _level(place) in ("township", "county") else None
    start = verb.end() if verb is not None else 0
    offices: list[Mention] = []
    while verb is not None:
        form = match_department(text, start)
        if form is None or len(form[0]) < 3 or form[0][-1] not in _LOCAL_ENDS or not _holds(form[0], text, start + len(form[0])):
            break
        end = start + len(form[0])
        value = BodyValue(form[1], form[2], anchor=place)
        offices.append(Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.gathered", 0.85, value))
        mark = next((m for m in _LIST_MARK[:5] if text.startswith(m, end)), "")
        if not mark:
            break
        start = end + len(mark)
    yield from offices


_AFFILIATE_OF = re.compile(r"(?:大学|学院|师大|医大|小学|中学|医院)附属$")


def _affiliate(text: str, start: int, core: tuple[int, str, str, str, str]) -> Mention | None:
    """A school or hospital of a university, its district in the middle of its name: 某大学附属|某县|高级中学."""
    college = _AFFILIATE_OF.search(text, max(0, start - 4), start) if text.endswith("附属", 0, start) else None
    if college is None or core[3] != "PublicInstitution":
        return None
    begin, end = left_edge(text, college.start()), core[0] + len(core[1])
    if begin == college.start():
        return None
    value = BodyValue(text[begin:end], core[3], proper=True)
    return Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.affiliate", 0.97, value)


def is_built(text: str, end: int) -> bool:
    """Whether a house is named as a thing to be built: 县博物馆、县图书馆|等项目, 县博物馆|建设项目; not 捐建了某小学等项目."""
    if _IN_PROJECTS.match(text, end) is None:
        return False
    return _HAS_BUILT.search(text, max(0, end - 60), end) is None


_HAS_BUILT = re.compile(
    "(?:(?:捐建|援建|兴建|建成|创办|兴办|捐资兴建|捐资建成)了|先后(?:捐建|援建|建成|创办|兴办))[^，。；：]{2,}$"
)
_HONOURED = ("为", "是", "获", "评", "入选", "授予", "获得", "荣获", "列入", "成为", "创成", "申报", "创建", "认定")
# The local arms of a company, a bank or a body of the state, named behind their place.
_ARMS = (
    "供电公司",
    "电力公司",
    "供电中心",
    "分公司",
    "支公司",
    "分行",
    "支行",
    "分理处",
    "营业部",
    "营业所",
    "项目部",
    "分厂",
    "支局",
)
_GRID = re.compile("(?:国家电网|国网|南方电网|南网)(?:(?![、，。和与])[一-龥]){0,12}$")
_GRID_ARMS = ("供电公司", "电力公司", "供电中心", "供电局", "供电分公司")
_BANK_BRANCH = re.compile("(?:(?![、，和与及在向为])[一-龥]){2,7}?(?:支行|分行|分理处|营业部)")
_ARM_NEXT = re.compile("[一-龥]{2,4}(?:" + "|".join(_ARMS) + ")")
_STATE_ARM = re.compile(
    r"[省市县区旗州]?(?:税务局|气象局|邮政管理局|海事局|监察局|监察专员办事处|调查总?队|监管[分支]?局|监督管理局|专员办事处|办事处|海关|工作站|气象站|直属局|水文站|管理局|分局)(?!长)"
)

_REGIONAL_ARM = re.compile(
    r"(?:东北|华北|西北|华东|华中|中南|华南|西南|南方|长江|黄河|淮河|海河|珠江|松辽|太湖)(?:地区|区域|流域)?"
    r"(?:监管局|监察局|督察局|管理局|空管局|专员办事处|办事处|水利委员会|监督管理局)(?!长)|"
    r"驻[一-龥]{2,5}?(?:森林资源监督)?(?:专员办(?:事处)?|特派员办事处|特派办|办事处)(?!主)"
)


_ALIAS = re.compile("（[一-龥]{2,14}）(?=、)")
# Bodies that a county has and no town: beside a town's own in a list they are the county's.
_COUNTY_ENDS = re.compile(
    "(?<!分)(?<!执法)(?<!事业)(?<!经济发展)(?<!建设)局$|人民医院$|公司$|银行$|[大支]队$|法院$|检察院$|人武部$|联社$"
)


# What stands before and behind a bureau that a county's own page names without the county: 带领|水利局、气象局|等部门.
_BEFORE_BUREAU = re.compile("(?:^|[，。；：、（\\n—]|带领|组织|召集|会同|联合|协调|评议|抽调|邀请|[由与和及到进往]|以及)$")
_AFTER_BUREAU = re.compile(
    "[、，。；）]|等|和|及|与|在|将|对|为|以|关于|牵头|负责|联合|组织|开展|严格|积极|扎实|召开|举行|深入|主要|有关|相关|工作人员|干部|党组|参加|$"
)


def bare_bureaus(text: str, found: Found) -> Iterator[Mention]:
    """水务局严格落实…, 走进某小区、|人民医院|: bureaus and hospitals of the page's own county without its name or unit."""
    home = found.context.home_of(found.article)
    if not home or gazetteer().by_code[home].level != "county":
        return
    for tail in _BARE_TAILS:
        at = -1
        while (at := text.find(tail, at + 1)) >= 0:
            end = at + len(tail)
            if _AFTER_BUREAU.match(text, end) is None or found.covering(Kind.ORGANISATION, at) is not None:
                continue
            for start in range(max(0, end - 14), end - 2):
                form = match_department(text, start)
                if form is None or start + len(form[0]) != end or form[2] not in _BARE_KINDS:
                    continue
                if _BEFORE_BUREAU.search(text, max(0, start - 2), start) is not None:
                    value = BodyValue(form[1], form[2])
                    yield Mention(Kind.ORGANISATION, start, end, form[0], "organisations.bare_bureau", 0.75, value)
                break


_BARE_TAILS = (
    "局", "人民医院", "中医院", "妇幼保健院", "疾控中心", "职教中心", "交警大队", "消防大队", "消防救援大队"
)  # fmt: skip
_BARE_KINDS = ("GovernmentBody", "PartyBody", "PublicInstitution")


def _of_town(value: BodyValue) -> bool:
    """Whether a body is that of a town or sub-district."""
    return value.relative in ("镇", "乡", "街道") or (value.anchor is not None and _level(value.anchor) == "township")


def listed_core(text: str, start: int) -> Form | None:
    """A function that no list has, in a list of bodies: 县教育局、|发展改革经济商务和信息化局|、建设局."""
    loose = _LISTED_CORE.match(text, start)
    if loose is None:
        return None
    name = loose.group()
    if _UNIT.match(name) is not None and match_department(text, start + 1) is not None:
        return None
    short = (
        len(name) < 6 and name[-2:] not in ("分局", "监局") and "、" in (text[start - 1], text[loose.end() : loose.end() + 1])
    )  # 经科信局
    bad = (p in _NOT_IN_CORE or p in verb_stops() or (p in SINGLE_STOPS and not short) for p in words().cut(name))
    if any(b for b, p in zip(bad, words().cut(name), strict=True) if p not in _INSIDE_CORE):
        return None
    return None if _NOT_ONE_CORE.search(name) is not None else (name, name, "GovernmentBody", "pcd")


def join_arms(text: str, found: Found) -> Iterator[Mention]:
    """A company and the arm behind it are one body, known by the arm (国网甲省电力公司|乙县供电公司, 某石油公司|某县分公司)."""
    for body in found.of(Kind.ORGANISATION):
        if body.text.endswith(_ARMS) or ("分公司" in body.text and isinstance(body.value, BodyValue) and body.value.anchor):
            holder = found.ending_at(Kind.ORGANISATION, chain_start(found, body.start))
            if holder is not None and holder.text.endswith(_OWNERS):
                whole = text[holder.start : body.end]
                value = body.value if body.text.endswith(_ARMS) else BodyValue(whole, "Enterprise", proper=True)
                yield replace(body, start=holder.start, text=whole, value=value)


def chain_start(found: Found, position: int) -> int:
    """Where the chain of districts begins that ends at a position: 安徽|宿州|泗县."""
    while (place := found.ending_at(Kind.DISTRICT, position)) is not None:
        if isinstance(place.value, PlaceValue) and place.value.relative:
            break  # 我区|新乡某某公司
        position = place.start
    return position


def listed_beside(text: str, found: Found) -> Iterator[Mention]:
    """某应急管理分局、|消防大队: what follows a bureau in a list that bears its town's name without the unit."""
    for body in found.of(Kind.ORGANISATION):
        value = body.value
        if body.by != "organisations.proper" or not isinstance(value, BodyValue) or not text.startswith("、", body.end):
            continue
        if value.subtype != "GovernmentBody" or not value.proper or body.text[-1] not in "局队所":
            continue
        parts = (body.text[:size] for size in (2, 3, 4) if body.text[:size] in found.place_parts())
        towns = (place for part in parts for place in found.of(Kind.DISTRICT) if place.text.startswith(part))
        town = next((place for place in towns if _level(place) in ("township", "zone")), None)
        form = match_department(text, body.end + 1) if town is not None else None
        if form is None or form[0][-1] not in "局队所" or len(form[0]) < 3:
            continue
        start, end = body.end + 1, body.end + 1 + len(form[0])
        if not _holds(form[0], text, end):
            continue
        inner = BodyValue(form[1], form[2], anchor=town)
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.listed", 0.85, inner)


_SCHEME_AFTER = re.compile(
    "[一-龥]{0,4}?(?:项目|工程|行动|活动|计划|品牌|模式|机制|服务机制|工作法|制度|[助奖]学金)(?![部办]|负责人)"
)
_BY_ONE = ("一专班", "一班子", "一小组", "一团队")
_GLUED = ("集团", "协会", "商会", "行业协会", "合作社", "专业合作社")
_PRESS_GROUPS = ("传媒集团", "报业集团", "报业传媒集团", "传媒有限公司", "报业传媒有限公司")
_MAKES = re.compile("建设(?![路街村镇乡里大])")
_MADE_ENDS = ("场", "车间", "厂", "小学", "中学", "学校", "幼儿园", "基地", "园", "医院")
_STARTS_BUILDING = ("元", "拟", "将", "共", "开工", "动工", "启动", "规划", "计划", "投资", "加快", "推进", "正在", "用于")
_BUILT_BY = (
    "建设",
    "新建",
    "修建",
    "兴建",
    "扩建",
    "援建",
    "改造",
    "打造",
    "引进",
    "投资",
    "参观",
    "帮扶",
    "走访",
    "支援",
    "承建",
)
_FIRM_ENDS = ("集团", "有限", "股份", "控股", "科技", "实业", "公司")
_ITEM = re.compile(r"[、：]([一-龥]{2,6})$")


def item_start(text: str, stop: int, found: Found) -> int:
    """Where a company of a list begins whose name is of common words: 甲集团、|东方希望|集团、乙公司."""
    item = _ITEM.search(text, max(0, stop - 7), stop)
    if item is None or found.between(Kind.DISTRICT, item.start(1), stop):
        return 0
    pieces = words().cut(item[1])
    if pieces[0] in verb_stops() or any(p in SINGLE_STOPS or words().tag(p)[0] in "pcdrum" for p in pieces):
        return 0
    return item.start(1) if any(p not in _GENERIC for p in pieces) else 0


_GROUP_NUMBER = re.compile(r"第[一二三四五六七八九十]{1,2}小?组")
_GROUP_NAME = re.compile(
    r"(?:全(?P<whole>[省市县区州旗镇乡])|(?<![一-龥])(?P<unit>[省市县区州旗镇乡])|(?<=[的是由、，]))?"
    r"(?P<topic>(?:(?![的是由和与在到向、，])[一-龥]){0,8}(?:督查|督导|检查|观摩|考核|调研|验收|评估|指导|帮扶|暗访|慰问|巡查|排查)(?:工作)?)$"
)


def numbered_groups(text: str, found: Found) -> Iterator[Mention]:
    """全市|项目观摩督查第一组: a group by number of an inspection of the whole district."""
    for number in _GROUP_NUMBER.finditer(text):
        name = _GROUP_NAME.search(text, max(0, number.start() - 16), number.start())
        if name is None or not (name["whole"] or name["unit"]) or found.covering(Kind.ORGANISATION, number.start()) is not None:
            continue
        start, end = name.start(), number.end()
        value = BodyValue(text[name.start("topic") : end], "TaskForce", relative=name["whole"] or name["unit"])
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.numbered", 0.85, value)


# The office of a task force told just before: 领导小组办公室|设在县公安局; 办公室主任 behind it is its head.
_SEATED = needing(
    "办公室",
    "(?=[专办工指领])"
    r"(?:(?<=[，。；、）\n设])|(?<=下设))(?:领导小组|指挥部|工作组|(?:工作)?专班)?办公室(?=设在|设于|设立在|在|地点设在|，(?:办公室)?设|主任由)",
)
_NEAR_FORCE = 120  #: characters over which such an office looks back to its task force


def _seated_offices(text: str, found: Found) -> Iterator[Mention]:
    for match in _SEATED.finditer(text):
        start, end = match.span()
        floor = max(text.rfind("\n", 0, start), start - _NEAR_FORCE)
        force = next((b for b in found.before(Kind.ORGANISATION, start) if b.start <= floor or _is_group(b)), None)
        if force is not None and force.start > floor:
            value = BodyValue("办公室", "TaskForce", parent=force)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.seated", 0.95, value)


def _is_group(body: Mention) -> bool:
    return isinstance(body.value, BodyValue) and body.text.endswith(("小组", "指挥部", "专班", "工作组"))


_OWN_FORCE = re.compile(
    r"(?:(?!成立|召开|组织|组建|设立|下设|任命|担任|[新第首一二三四五六七八九十上本]+届|[的在到由向、，。；])[一-龥]){2,14}?(?:领导小组|工作小组|监督小组|理事会|监督委员会|工作专班)(?!会议|办公室)"
)
_NEXT_FORCE = re.compile(
    r"(?:和|、|及|以及|与)(?P<name>(?:(?![的在到由向和、])[一-龥]){2,10}?(?:小组|专班|理事会|监督委员会))(?![一-龥]*(?:会议|办公室))"
)
_PUBLIC_GROUP = re.compile("(?:中学|小学|学校|幼儿园|医院|一中|二中|三中|四中|实小|实验)(?:总院|教育|医疗)*$")
_RUNS_ON = frozenset(
    (
        "管理有限公司",
        "有限公司",
        "有限责任公司",
        "股份有限公司",
        "公司",
        "大酒店",
        "酒店",
        "宾馆",
        "度假酒店",
        "度假村",
        "度假区",
        "国际酒店",
    )
)
_CAMPUS = ("学院", "校区", "研究院", "分校", "医院")
_FOUNDERS = ("小学", "中学", "学校", "学院", "大学", "幼儿园", "医院", "公司", "集团", "合作社", "商会", "协会", "厂")


def own_forces(text: str, found: Found) -> Iterator[Mention]:
    """某小学|免费午餐捐款领导小组|和|捐款监督小组: task forces of a school or company, the second by the same founder."""
    for founder in found.of(Kind.ORGANISATION):
        if not founder.text.endswith(_FOUNDERS):
            continue
        force = _OWN_FORCE.match(text, founder.end)
        if force is None or any(piece in SINGLE_STOPS for piece in words().cut(force.group())):
            continue
        spans = [force.span()]
        while (other := _NEXT_FORCE.match(text, spans[-1][1])) is not None:
            spans.append(other.span("name"))
        for start, end in spans:
            begin = founder.start if start == founder.end else start
            value = BodyValue(text[start:end], "TaskForce", parent=founder)
            yield Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.own_force", 0.85, value)


_OF_FIRMS = ("企业商会", "企业联合会", "企业协会", "企业家")


# Bodies that no county, city or province has: one behind such a short name is that of a town or a street so called.
_SMALL_BODIES = frozenset(
    ("派出所", "司法所", "财政所", "税务所", "市场监管所", "中心小学", "中心校", "中心学校", "中心幼儿园", "卫生院", "中心卫生院",
     "居委会", "村委会", "便民服务中心", "文化站", "初级中学", "初中", "九年一贯制学校", "完小")
)  # fmt: skip


_OF_TOWNS = frozenset(("派出所", "司法所", "财政所", "居委会", "村委会"))


def _is_town_of_home(part: str, found: Found) -> bool:
    """Whether a county's own lists have a town of that name: 先市 of 先市镇."""
    index, home = gazetteer(), found.context.home_of(found.article)
    return any(p.level == "township" and index.within(p.code, home) for p in index.by_short.get(part, ())) if home else False


def _level(place: Mention) -> str:
    return place.value.level if isinstance(place.value, PlaceValue) else ""


def _is_public(body: Mention | None) -> bool:
    return body is not None and isinstance(body.value, BodyValue) and body.value.subtype in ("PartyBody", "GovernmentBody")


def _is_urban(place: Mention) -> bool:
    """Whether a place is a district of a city, whose police are a branch of the city's."""
    return isinstance(place.value, PlaceValue) and place.value.name.endswith("区")


def seat_of(place: Mention, found: Found) -> Mention | None:
    """The district in which people of another have their society: 重庆市|浙江企业联合会, 九江市|瑞昌商会."""
    seat = None
    while (len(place.text) < 3 or place.text[-1] not in "省市区县旗州盟") and (
        outer := found.ending_at(Kind.DISTRICT, place.start)
    ) is not None:
        seat = place = outer
    return seat


def minor_party(text: str, place: Mention) -> Mention | None:
    """A committee of a democratic party, its district in the middle of its name: 民盟|某市|委会, 农工党|某县|总支."""
    party = _MINOR_PARTY.search(text, max(0, place.start - 4), place.start)
    tail = _MINOR_BODY.match(text, place.end) if party is not None else None
    if party is None or tail is None:
        return None
    value = BodyValue(party.group() + tail.group(), "Association", anchor=place, proper=True)
    whole = text[party.start() : tail.end()]
    return Mention(Kind.ORGANISATION, party.start(), tail.end(), whole, "organisations.party", 0.97, value)


def _past_verb(text: str, start: int, stop: int) -> int:
    """Where a company's name begins behind what is done to it: 某镇帮扶|某某有限公司."""
    if stop - start < 4 or _FIRM.match(text, stop) is None:
        return start
    position = start
    for piece in words().cut(text[start:stop]):
        position += len(piece)
        if piece in FIRM_STOPS and stop - position > 1:
            start = position
    return start


def _public_between(found: Found, start: int, stop: int) -> Mention | None:
    """A body of the district between its name and the ending of a company: 某县|财政局|引导|某某|有限公司."""
    return next((body for body in found.between(Kind.ORGANISATION, start, stop) if _is_official(body)), None)


def _is_official(body: Mention) -> bool:
    value = body.value
    return isinstance(value, BodyValue) and value.subtype in ("PartyBody", "GovernmentBody", "Association", "GrassrootsBody")


def _verb_after(text: str, body: Mention, stop: int) -> int:
    """How long the verb is by which a public body does something to the company named next: 某县工会|引导|某某有限公司."""
    if body.end + 4 > stop or not _is_official(body) or _FIRM.match(text, stop) is None:
        return 0
    if text[body.end : body.end + 2] in FIRM_STOPS:
        return 2
    verb = words().cut(text[body.end : stop])[0]
    return len(verb) if len(verb) == 2 and words().tag(verb)[0] == "v" else 0


def _league(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a committee of the youth league begins and ends: 共青团|某县|委员会, 团|某县|委."""
    whole = text.startswith("委员会", end)
    if not (whole or (text.startswith("委", end) and _holds("委", text, end + 1))):
        return None
    before = _LEAGUE.search(text, max(0, start - 9), start)
    if before is None or (whole and before["league"] is None):
        return None
    return start - len(before["league"] or before["bare"]), end + (3 if whole else 1)


def _joins_unit(text: str, joined: int, stop: int, found: Found) -> bool:
    """Whether 和 before a name joins a body of the page's own 县, and is no part of the name of 和县."""
    return text.startswith("县", joined + 1) and joined + 2 < stop and found.covering(Kind.DISTRICT, joined) is None


def ends_in_name(text: str, end: int) -> bool:
    """Whether a person's full name ends at ``end``: of 县长甲|和县妇联主席乙 the 和 is no part of a county's name."""
    for size in (3, 2, 4):
        start = end - size
        if (
            start >= 0
            and scorer().is_name(text[start:end], 0.5)
            and (start == 0 or not _CJK.match(text[start - 1]) or text.endswith(SURE_TITLES, 0, start))
        ):
            return True
    return False


def is_staff(text: str, holder: Mention, section: Mention) -> bool:
    """Whether what stands behind a company is a section of it before the title of its head: 某公司|生产部|部长."""
    name = text[holder.end : section.end]
    return has_staff(holder) and STAFF_UNIT.fullmatch(name) is not None and _STAFF_HEAD.match(text, section.end) is not None


def open_office(text: str, holder: Mention, found: Found) -> str:
    """An office of a body that no list has: one before the title of its head (组织二局|副局长), or a section of a society."""
    end = holder.end
    if holder.text.endswith(_SOCIETIES):
        match = _PROFESSIONAL.match(text, end) or _TITLED.match(text, end)
    else:
        match = _TITLED.match(text, end)
    if match is None:
        return ""
    name = text[end : match.end()]
    unit = _UNIT.match(name)
    if unit is not None and match_department(name, unit.end()) is not None:
        return ""  # 省委|省纪委
    if len(name) < 2 or name.startswith(_NO_OFFICES) or found.between(Kind.DISTRICT, end, match.end()):
        return ""
    section = match.re is _PROFESSIONAL  # a society's sections are called after what it does: 播音主持专委会
    pieces = words().cut(name)
    if any(piece in SINGLE_STOPS for piece in pieces) or (not section and _no_office(pieces)):
        return ""
    return name


def _no_office(pieces: Sequence[str]) -> bool:
    """Whether words before a title are no office: verbs within are what it does (地质勘查管理处), one at its head is said."""
    if pieces[0] in verb_stops() and pieces[0] not in _INSIDE_OFFICE:
        return True
    return any(
        piece not in _INSIDE_OFFICE
        and len(piece) > 1
        and (piece in WORD_STOPS or piece.endswith(SURE_TITLES) or words().tag(piece)[0] in "pcdrt" or piece[-1] in "着了过")
        for piece in pieces
    )


def town_part(text: str, position: int, found: Found) -> int:
    """How many characters of a text are the own part of a town that it names (马街 of 马街街道); 0 for none."""
    parts = found.place_parts()
    return next((size for size in (4, 3, 2) if text[position : position + size] in parts), 0)


def below(text: str, holder: Mention) -> Mention | None:
    """A branch that the text says to lie below a body of the party: 某社区党总支下的|联合党支部."""
    value = holder.value
    match = _BELOW.match(text, holder.end) if "党" in holder.text else None
    if match is None or not isinstance(value, BodyValue):
        return None
    start, end = match.span("branch")
    inner = BodyValue(text[start:end], value.subtype, anchor=value.anchor, relative=value.relative, parent=holder)
    return Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.below", 0.9, inner)


def _part_of(text: str, body: Mention) -> re.Match[str] | None:
    """The ward of a hospital, the faculty of a college, the institute of an academy that stands right behind it."""
    kinds = ((_HOSPITALS, _WARD), (_COLLEGES, _FACULTY), (_ACADEMIES, _INSTITUTE))
    parts = next((pattern for endings, pattern in kinds if body.text.endswith(endings)), None)
    part = parts.match(text, body.end) if parts is not None else None
    pieces = words().cut(part.group()) if part is not None else ()
    if pieces and pieces[-1] in ("所", "院", "系"):
        pieces = pieces[:-1]  # 果茶|所
    if any(p != "与" and (p in SINGLE_STOPS or p in WORD_STOPS or p.endswith(SURE_TITLES)) for p in pieces):
        return None  # 某医院|将选派骨科……的专家
    return part


def _no_firm(word: str) -> bool:
    """Whether a word can not be the name of a company by itself."""
    tag = words().tag(word)
    return tag[0] in "pcurd" or word in WORD_STOPS or breaks_chain(word) or word in _GENERIC or word[0].isdigit()


def is_plain_topic(stretch: str) -> bool:
    """Whether what stands between a district and an ending is all of one name: 某县|乡村振兴|领导小组."""
    if _PLAIN_TOPIC.fullmatch(stretch) is None:
        return False
    pieces = words().cut(_WORK_OF_COOPERATIVE.sub("", _WORK_OF_FORCE.sub("", stretch)))
    if any(words().tag(piece) == "t" and piece[-1] in _DATES for piece in pieces):
        return False  # 某小区|去年底…委员会
    return not any(breaks_chain(piece) for piece in pieces if piece not in ("应对", "新", "对", "保障", "服务", "企业"))


_DATES = "年月日底初天"
_NEWS_OF_FORCE = re.compile(
    "调整|充实|健全|完善|建立|研究|听取|审议|通过|印发|[发下]文|加入|担任|参加|(?<!大)走访|慰问|看望|前往|来到"
)


def is_topic_of_force(stretch: str, force: str) -> bool:
    """Whether all behind a district tells what a task force does, its verb before 工作 too: 某县|解决执行难工作|领导小组."""
    if _NEWS_OF_FORCE.match(stretch):
        return False
    if is_plain_topic(stretch):
        return True
    works = force.startswith("工作") or stretch.endswith("工作")
    return works and _PLAIN_TOPIC.fullmatch(stretch) is not None and _NEWS_OF_FORCE.search(stretch) is None


# What a task force is for, right before its kind (整治|推进|工作领导小组), and who checks together (联合执法|检查组).
_WORK_OF_FORCE = re.compile(
    "(?=[保修创利包协发处复实建开征扩拆指排推提搬改攻整更治督管联落调蹲迁重驻])(?:"
    "(?:推进|整治|攻坚|创建|提升|保障|协调|建设|实施|落实|整改|治理|发展|管理|指导|督导|处置|调查|排查|复工复产|复工|"
    "改造|更新|开发|拆迁|征收|征迁|搬迁|迁建|扩建|重建|修复|保护|利用|蹲点|驻点|包保)+"
    "(?:工作)?(?:第[一二三四五六七八九十]+)?$|联合(?=执法|督[查导]|检查|工作|调查|巡查)"
    ")"
)
_WORK_OF_COOPERATIVE = re.compile("(?=[养加培收种繁营购销])(?:种植|养殖|种养|购销|销售|营销|加工|收购|繁育|培育)+$")
_OWN_UNIT = re.compile(
    "(?:(?<![一-龥])|(?<=[由在是的向对经]))(?:省|市|县|区|旗|州|镇|乡|街道)(?=[一-龥]{4,20}$)(?![两三四五]?级|委|政府|里|直|属|内|长|域)"
)


_MADE_UP = re.compile("组成|组建|成立")  # 县|红十字会|组成救灾工作队: what goes before is another body
_JOINT_SOCIETY = re.compile("(?:(?<![一-龥])|(?<=[由是]))[省市县区州](?!委|政府|人大|政协)[一-龥]{2,8}[和与暨][一-龥]{2,8}$")


def unit_start(text: str, start: int, stop: int) -> int:
    """Where a task force of the page's own district begins: 由|区|疫情防控联合执法检查组."""
    unit = _OWN_UNIT.search(text, max(0, stop - 24), stop)
    if unit is None or unit.start() >= start or not is_plain_topic(text[unit.end() : stop]):
        return start
    return start if _MADE_UP.search(text, unit.end(), stop) is not None else unit.start()


_CLAUSE = re.compile("(?<![一-龥”）])[一-龥]{4,20}$")
_TOPIC_TAIL = re.compile("(?:改造|更新|开发|拆迁|征收|征迁|搬迁|迁建|扩建|重建|修复|建设|提升|整治|治理|保护)$")


def clause_topic(text: str, start: int, stop: int) -> int:
    """Where a task force begins that a clause begins with: 老街整治提升改造|指挥部, all before it is what it is for."""
    if start and not "\u4e00" <= text[start - 1] <= "\u9fff":
        return start
    clause = _CLAUSE.search(text, max(0, stop - 24), stop)
    if clause is None or clause.start() >= start or _TOPIC_TAIL.search(text, clause.start(), stop) is None:
        return start
    stretch = clause.group()
    return clause.start() if _NEWS_OF_FORCE.match(stretch) is None and is_plain_topic(stretch) else start


def _envoy_unit(text: str, start: int, anchor: Mention | None) -> int:
    """Where the unit word stands of who sends a group to a district: |省|派驻甲县某某指导组; -1 where nobody does."""
    verb = next((verb for verb in ("派驻", "驻") if text.endswith(verb, 0, start)), "") if anchor is not None else ""
    at = start - len(verb) - 1
    if not verb or at < 0 or text[at] not in "省市县区州":
        return -1
    return at if at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff" else -1


_GOES_TO = ("深入", "来到", "走进", "前往", "到", "赴", "与", "由", "、", "在", "为", "对")
_NO_FIRST = frozenset("省市县区镇乡村方局家司团厂社人员商业院校上下里内外中户")


def _with_harmony(text: str, start: int, found: Found) -> int:
    """Where a firm begins whose name of two characters ends in 和: 深入|永|和|能源集团, 甲市|正|和|陶瓷公司."""
    first = start - 2
    if first < 0 or not "\u4e00" <= text[first] <= "\u9fff" or (text[first] in _NO_FIRST and text[first - 1 : first] != "、"):
        return start
    free = first == 0 or not "\u4e00" <= text[first - 1] <= "\u9fff" or text.endswith(_GOES_TO, 0, first)
    if found.covering(Kind.DISTRICT, first) is not None or found.covering(Kind.ORGANISATION, first) is not None:
        return start
    place = found.ending_at(Kind.DISTRICT, first)
    return place.start if place is not None else first if free else start


# 县里成立|山林纠纷化解工作|专班: all that is founded is its name, verbs and all.
_FOUNDED = re.compile("(?:成立|组建|设立|组成)(?:了|起)?(?P<topic>(?:(?![由的任被将以并和、了])[一-龥]){3,20})$")


def founded_topic(text: str, stop: int) -> int:
    """Where the topic of a task force begins that is said to be founded; -1 where it is none."""
    founded = _FOUNDED.search(text, max(0, stop - 24), stop)
    if founded is None:
        return -1
    tags = [words().tag(piece)[0] for piece in words().cut(founded["topic"])]
    return -1 if any(tag in "pcrumqd" for tag in tags) else founded.start("topic")


_COMMITTEES = ("委", "党委", "党工委")
_UNITS_BESIDE = (
    "镇政府",
    "县政府",
    "区政府",
    "市政府",
    "乡政府",
    "省政府",
    "镇人民政府",
    "县人民政府",
    "区人民政府",
    "市人民政府",
)
_BESIDE = ("政府", "人民政府", "办事处", "管委会", *_UNITS_BESIDE)
_COOPERATIVES = ("农民专业合作社", "专业合作社", "合作社", "股份经济合作社", "家庭农场")
_LEGAL_SOON = re.compile("[一-龥]{0,6}?(?:有限|股份|集团|公司|控股)")
_LEGAL_AHEAD = re.compile("[一-龥]{2,8}(?:有限|股份)")
_OPENED = re.compile("[、的：（“到赴]([一-龥]{1,4})$")  # a brand in a list: 的|望家欢农产品|集团


def name_start(text: str, begin: int, start: int, stop: int) -> int:
    """Where a name begins that holds, right behind its place, a word which ends other walks: 某市|手牵手|服务团."""
    firm = text.startswith((*_LEGAL_FORMS, *_FIRM_ENDS), stop)
    gap = text[begin:start]
    if not 0 < len(gap) <= 6 or _HARD_GAP.search(gap) is not None:
        return start
    for piece in words().cut(gap):
        if len(piece) == 1 and (firm or piece not in SINGLE_STOPS):
            continue
        tag = words().tag(piece)
        usual = tag[0] in "pcdrutmf" or (tag[0] == "v" and words().frequency(piece) > _IN_USE)
        if len(piece) == 1 or usual or breaks_chain(piece) or piece in verb_stops() or piece in _GENERIC:
            return start
        if piece in FIRM_STOPS:
            return start
        if piece.endswith(SURE_TITLES):
            return start
    return begin


_FULL_FIRM = re.compile("[一-龥]{0,6}?(?:有限|股份)(?:责任)?公司")
_NO_FULL_FIRM = re.compile("[的了在与和及到对向由从把被将为]|[^一-龥（）]|企业|公司|招商|引进|注册|成立|投资|项目")


def is_full_firm(text: str, place: Mention, stop: int) -> bool:
    """Whether all between a city at the head of a clause and a legal form is one company's name: 某市|都闻贸易有限公司."""
    name = text[place.end : stop]
    if not 0 < len(name) <= 8 or _FULL_FIRM.match(text, stop) is None or _NO_FULL_FIRM.search(name) is not None:
        return False
    if place.start and text[place.start - 1] not in "、，。；：由与和及向给\n（":
        return False
    return not any(len(p) > 1 and (p in WORD_STOPS or p in FIRM_STOPS or p in verb_stops()) for p in words().cut(name))


_IN_USE = 400  # the dictionary's count from which a verb rather tells what a place does than begins a name
_HARD_GAP = re.compile(
    "[的了在与和及到对向由从把被将为并或等该各是有以所给让内外上下籍某我本这那]|[^一-龥]|领导|干部|企业|居民|村民"
)
# People before a body of their own: 志愿者|某大学, 嘉宾|某集团.
_PEOPLE_BEFORE = re.compile(
    "[一-龥]{0,10}(?:志愿者|嘉宾|客商|校友|毕业生|应届生|考生|学子|家长|患者|乡贤|(?:理事|会员|成员|会长|帮扶|爱心|共建)(?:单位|企业))"
    "(?=[一-龥]{2,}$)"
)
_AFTER_PEOPLE = ("大学", "学院", "公司", "集团", "有限", "股份", "医院", "科技", "实业")


def _national_rows() -> list[tuple[str, str, str]]:
    return sorted(
        {
            (form, row.name, SUBTYPES[row.kind])
            for row in seeds.national_bodies()
            for form in (row.name, row.name.removesuffix("公室"), *row.aliases)
            if len(form) > 2 or form == "央视"
        }
    )


_NATIONAL: Scanner[tuple[str, str, str]] = Scanner(_national_rows, itemgetter(0))


_ENGINEERS = re.compile(
    "中(?:国铁建|国中铁|国电建|国水电|铁|交|建|冶|水电|电建|化)"
    "(?:(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[一-龥]{0,2}?局(?!长)|第[一二三四五六七八九十]{1,3}[一-龥]{0,4}?(?:工程局|勘察设计院|设计院|建设局|航务局))"
    "(?:集团)?(?:第?[一二三四五六七八九十]{1,2}(?=[一-龥]{0,5}公司))?(?:[一-龥]{0,5}?有限(?:责任)?公司|公司)?"
)


def _engineers(text: str) -> Iterator[Mention]:
    """The numbered builders of the state's railway, road and building companies: 中铁十局, 中交二航局."""
    for match in _ENGINEERS.finditer(text) if "局" in text else ():
        value = BodyValue(match.group(), "Enterprise", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.proper", 0.9, value)


def _national(text: str, found: Found) -> Iterator[Mention]:
    """Bodies of the centre: 交通运输部, 党中央, 国务院."""
    for start, end, (_, name, subtype) in _NATIONAL.find(text):
        if text.endswith("国家", 0, start) and text[end - 1] in "部委局署":
            start -= 2  # 国家|商务部
        if (
            (text[end : end + 1] in ("门", "长", "队") and text[end - 1] in "部委局")
            or text.startswith("办公", end - 1)
            or (text.startswith("区", end) and name.endswith("社"))
            or (name.endswith("党中央") and text[start - 1 : start] in tuple("公工命主进会盟"))
        ):
            continue  # 卫生部门, 新华社|区, 致公党中央
        body = Mention(
            Kind.ORGANISATION, start, end, text[start:end], "organisations.national", 0.9, BodyValue(name, subtype, proper=True)
        )
        yield body
        place = found.starting_at(Kind.DISTRICT, end)
        arm = _STATE_ARM.match(text, place.end) if place is not None else None
        regional = _REGIONAL_ARM.match(text, end) if place is None and text[end - 1] in "局署部会" else None
        if regional is not None:  # 国家能源局|华中监管局
            inner = BodyValue(regional.group(), subtype, parent=body)
            yield replace(body, end=regional.end(), text=text[start : regional.end()], value=inner)
            continue
        if arm is not None and place is not None:  # 国家统计局|某县|调查队
            whole = text[start : arm.end()]
            core = text[place.end : arm.end()]
            local = BodyValue(core, subtype, anchor=place, proper=core not in ("税务局", "气象局"))
            below = found.covering(Kind.ORGANISATION, arm.end())
            county = _level(place) == "county"
            if (
                county
                and below is not None
                and below.start == place.start
                and isinstance(below.value, BodyValue)
                and below.value.parent
            ):
                whole = text[start : below.end]  # 国家税务总局|某市税务局|第一税务分局
                yield replace(body, end=below.end, text=whole, value=replace(below.value, parent=None, proper=True, anchor=place))
                continue
            yield replace(body, end=arm.end(), text=whole, value=local)
            continue
        office = open_office(text, body, found)
        state = _DEPARTMENT_OF_STATE.match(text, end) if not office and text[end - 1] in "部委局署" else None
        if state is not None and not any(ends_walk(p) for p in words().cut(state.group()) if p not in _INSIDE_OFFICE):
            office = state.group()  # 农业农村部|乡村产业发展司
        if office:
            inner = BodyValue(office, subtype, parent=body)
            yield replace(body, end=end + len(office), text=text[start : end + len(office)], value=inner)
            continue
        branch = _BRANCH.match(text, end)  # 公安部|党委
        if branch is not None:
            inner = BodyValue(branch.group(), "PartyBody", parent=body)
            yield replace(body, end=branch.end(), text=text[start : branch.end()], value=inner)


_AFTER_CENTRE = re.compile("学(?!生)|[全会央心国间旬共有小下上等部西东外]")
_NUMERALS = tuple("第十一二三四五六七八九之其")
_MORE_OF_PLACE = re.compile(
    "[路街巷沟里前后东西南北]?小区|[路街巷沟]?社区(?!民警|警务|矫正|护士|医|工作|教育|书记)|街道|家属[院楼区]|片区|路口"
)
_ENDS_SPA = re.compile("[^一-龥]|$|[的和与及等由在是将已有以位总副负]|景区|度假|老板|员工")
_SIGHTS = ("公园", "风景区", "景区", "公众号")
_KEEPS_SIGHT = re.compile("(?:总经理|副总经理|经理|负责人|工作人员|董事长|园长|主任|讲解员|导游|管理[处局委所中办])")
_OF_HOSPITAL = ("大厅", "大楼", "部", "楼", "量", "十", "一", "二", "三", "四", "室", "综合")
_LEARNS = ("读", "念", "考", "学")
_NOT_SUFFIX = seeds.word_list("no_body_endings")


def _suffix_rows() -> list[tuple[str, str]]:
    return sorted(
        {
            (row.suffix, SUBTYPES[row.kind])
            for row in seeds.organisation_suffixes()
            if (len(row.suffix) > 1 or row.suffix in _SHORT_SUFFIXES) and row.suffix not in _NOT_SUFFIX
        }
    )


_SUFFIXES: Scanner[tuple[str, str]] = Scanner(_suffix_rows, itemgetter(0))


def find_suffixes(text: str) -> Iterator[tuple[int, int, str]]:
    """Every ending of a proper name of a body: where it begins and ends, and the subtype that it shows."""
    for start, end, (_, subtype) in _SUFFIXES.find(text):
        if end - start == 1 and (
            text[end : end + 1] in _NOT_AFTER_SHORT or text[start - 1 : start] in tuple("出工各全建设进开办入回在")
        ):
            continue
        of_number = text[end - 1] == "中" and end - start == 2
        if of_number and (_AFTER_CENTRE.match(text, end) or text[start - 1 : start] in _NUMERALS):
            continue  # 统一|中学, 第二中心小学
        if text.startswith(("会", "队"), end) and text[end - 1] in ("金", "团") and text[start:end] != "集团":
            continue  # 慈善基金|会, 专家团|队
        if text.startswith("校长", end - 1) and text.endswith(("小学", "中学"), start, end - 1):
            end -= 1  # 某小学|校长
        if text[end : end + 1] == "长" and text[end - 1] in "队所站院馆厂社行园校局":
            continue  # 消防大队|大队长
        if text.endswith(_SIGHTS, start, end) and _KEEPS_SIGHT.match(text, end) is None:
            continue  # 某某湿地公园: a place, unless someone is its head
        if text.startswith("温泉", start) and end - start == 2 and _ENDS_SPA.match(text, end) is None:
            continue  # 某市温泉|水务公司, 某市温泉|资源
        if end - start == 2 and text[start:end] in _PEOPLES and _OF_PEOPLE.match(text, end) is None:
            continue  # 居|民建|设科, 民建|镇
        if text[end - 1] == "报" and text[end : end + 1] in ("告", "道", "名", "送"):
            continue  # 作专题辅导|报告
        if text[end : end + 1] == "办" and text.endswith("政府", start, end):
            continue  # 政府|办, 政府|办公室: no government
        if text.startswith(_OF_HOSPITAL, end) and text.endswith("门诊", start, end):
            continue  # 某县人民医院|门诊大厅
        if text[end - 1] == "办" and text[end : end + 1] in ("法", "理", "公", "案"):
            continue  # 污染整治办|法
        if text[end - 1 : end + 1] in ("厂房", "队伍") or text.startswith("集团化", end - 2):
            continue  # 电机厂|房, 抢险救援队|伍, 集团|化办学
        if text.startswith("市场", start) and text.startswith(("监", "主体", "秩序"), end):
            continue  # 木港|市场监管所
        if (
            text[end : end + 1] == "生"
            and text.endswith(("小学", "中学", "大学"), start, end)
            and text[end + 1 : end + 2] not in ("产", "活", "态")
        ):
            continue  # 某州中小学|生艺术节, 某县大学|生服务社
        if text[end - 1] == "小" and text[end : end + 1] in ("区", "组", "队"):
            continue  # 铁一小|区
        if text.startswith("政协委员", start):
            continue  # people, and their work station
        if text[start - 1 : start] in _LEARNS and text.startswith("大学", start):
            continue  # 在某学院|读大学
        if text[end - 1] in "协会" and (text[end : end + 1] in _NOT_AFTER_MEETING or text[start - 1 : start] == "会"):
            continue
        if text.startswith(("法庭", "法院"), start) and text[start - 1 : start] in ("上", "至", "到", "告"):
            continue  # 甲把乙告上|法庭
        if text[start - 1 : start] == "任" and text.startswith(("主任", "副主任", "常务副主任"), end):
            continue  # 某局副局长甲任|办公室|主任
        if (
            text.startswith("联席会议", start)
            and not text.startswith(("办公室", "成员单位", "召集人", "各成员"), end)
            and end - start == 4
        ):
            continue  # 某社区|党建联席会议: a meeting
        if text.startswith("商会", start) and text[start - 1 : start] in ("招", "磋", "电", "协", "会", "洽"):
            continue  # 某区招商会: a meeting
        common = not _holds(text[start:end], text, end)
        if common or _MORE_OF_PLACE.match(text, end):
            continue  # 某县人大|代表, “两新”党组|织, 某路街道学院|社区
        yield start, end, subtype
