"""Districts: places of all levels, listed or named by their ending, and those said relatively (该区, 我市).

China's levels: province 省, prefecture 市 (also 州, 盟, 地区), county 区/县/市/旗, township 街道/镇/乡, community 社区/村.
A county-level city (义乌市) and the prefecture above it (金华市) both end in 市. Zones (高新区, 产业集聚区) and residential
compounds (小区) are no official levels, but news treats them as places with bodies of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg import seeds
from kg.context import COMMON_NOUNS, ZONE_WORDS, is_formal
from kg.extract.base import Found, PlaceValue
from kg.extract.counted import find_counted, find_sharing
from kg.extract.departments import match_department
from kg.extract.edges import PLACE_STOPS, SINGLE_STOPS, breaks_chain, ends_walk, ends_with_title, is_news_verb, left_edge
from kg.extract.names import scorer
from kg.gazetteer import Place, gazetteer, village_names
from kg.model import Article, Kind, Mention
from kg.patterns import Needing, needing
from kg.words import words

_RELATIVE = re.compile(
    r"(?:该|本(?!区域)|我(?!们))(自治区|省|市|区(?!域|间|别)|县|旗(?!帜)|镇|乡(?!亲|村)|街道|办事处|村(?!民|里|庄|委|集体|组)|社区(?!居民自)|小区|园区|州|盟|地区)"
)
# A unit word alone at the head of a clause, as its subject: 街道还…, 社区建立….
_BARE_UNIT = needing(
    "乡 村 镇 园区 社区 街道",
    r"(?<=[，。；\n”])(?:全)?(街道|社区|镇|乡|村|园区)(?=[还也今每推建开实设办牵联与自已将为通把专坚组又投采探发引编](?!委|子))",
)
_RELATIVE_LEVEL = {
    **dict.fromkeys(("省", "自治区"), "province"),
    **dict.fromkeys(("州", "盟", "地区"), "prefecture"),
    **dict.fromkeys(("县", "旗"), "county"),
    **dict.fromkeys(("市", "区"), ""),
    **dict.fromkeys(("镇", "乡", "街道", "办事处"), "township"),
    **dict.fromkeys(("村", "社区"), "community"),
    "小区": "compound",
    "园区": "zone",
}
_TOWN_PARTS = ("老城区", "新城区")  # counties, and what every town has
_WIDE_LEVELS = ("province", "prefecture", "county")
# What follows a short place name and shows that it is part of another name (济南路, 苏州大学).
_NO_SHORT = re.compile(
    r"[东南西北中]?[一二三四五六]?路|[东南西北]?街(?!村)|大道|大街|巷|桥|江|河|湖|湾|山|嘴|垸|大?堤(?!口)|闸|坝|垭|坳|圩|洲(?!际)|矶|(?:长江|黄河|淮河|汉江|湘江|赣江|跨海|公路|铁路)[一二三四]?大桥|村|庄|镇|乡|社区|小区|花园|广场|大学|学院|日报|晚报|银行|队|号|站|籍|战役|会战|起义|精神|菜|话|式|货|牌|产|(?:国际)?机场|流域|烈士|道(?!路)"
    r"|区(?![域级位划别县内间委])|(?:国家)?(?:森林|湿地|地质|郊野)公园|风景(?:名胜)?区|水库|林场"
)
_COMMUNITY = needing("屯 村 农场 嘎查 林场 社区 居民区", r"(?:社区|行政村|自然村|村|嘎查|屯|林场|农场|居民区)(?!党校)")
_HAMLET = re.compile(
    "(?P<name>(?P<own>[一-龥]{2,3}?)(?:自然村|[苗侗瑶壮彝水藏羌]寨|寨子?(?=[，。、的里内])|屯(?!镇|乡|村委|里)|村民小组|小组(?=[，。、的村内]|组长)))"
)
_BELOW_COMMITTEE = needing(
    "委会 委员会",
    "(?<=村)(?P<committee>(?:村?民)?(?:委会|委员会))(?P<name>(?P<own>[一-龥]{2,3}?)村)(?!民(?!小组)|委|级|干部|容|貌|口|头)",
)
_NO_FIRST_OF_HAMLET = frozenset("和与及同在到对向将把为由从以主副书及的了于等要也还已就各全本该每组驻进包帮一两三四五六七八九十")
_PROJECT_NEXT = re.compile("[^，。；、]{1,10}(?:项目|工程)")
_COMMUNITY_NOT = re.compile(
    r"(?:民|庄|落|官|干部|务|口|里|内|外|头|中|级|史|规|医|寨|两委|镇银行|集体|小组|组|屯|落|情|貌|容|道|部|上|企|塾|风|居|企业|党员|党代会|生活|振兴)"
)
_TOWNSHIP = needing(
    "乡 镇 街 苏木",
    r"街道(?!上|两|旁|边|、|（)|街(?=居民|党工委|党委|办事处|综合|应急|[一-龥]{0,5}社区|[一-龥]{1,4}村)|镇|乡(?!村|亲|镇|愁|土|音|贤|风|党委书记们)|苏木",
)
# Dishes that bear the name of the city that they come from (兰州拉面).
_DISHES = tuple(sorted(seeds.word_list("dishes")))
_ZONE_NAME = re.compile(r"(?:区|园|基地|城|港|[^业]农场|[^业]林场|牧场|茶场|渔场|团)$")
_REST_OF_COMPOUND = re.compile("[一-龥]{2,4}?(?:小区|家属院|花园|家园|公寓|苑|公馆)")
_COMPOUND_ENDS = ("小区", "家属院", "花园", "家园", "公寓", "苑")
_NAMED_IN_MARKS = re.compile("“((?!红色|智慧|美丽|平安|示范|文明|无|零|[一二三四五六七八九十])[一-龥]{2,6})”$")
_HOUSERS = ("局", "医院", "学校", "公司", "中学", "小学", "银行", "厂")  # whose staff a compound was built for
_AND_COMPOUND = re.compile("[、和及][一-龥A-Za-z]{2,9}?(?:小区|家属院|花园|家园|公寓|苑)")
_COMPOUND = needing(
    "号院 小区 公租房 安置房 家属区 家属楼 家属院 廉租房 集资楼",
    "(?=[一七三九二五八公六十四安家小廉集0-9])(?:"
    r"小区|家属院|家属楼|家属区|集资楼|(?:安置房|廉租房|公租房)(?!选址|建设|施工|项目|工程|改造|分配|交付|质量)|(?:\d+|[一二三四五六七八九十]+)号院"
    ")",
)
# Each branch begins with a plain character, and none with a look behind: so the engine skips quickly to where one can begin.
_ZONE = re.compile(
    rf"{'|'.join(f'国家{word}' for word in ZONE_WORDS.split('|'))}|{ZONE_WORDS}|"
    rf"工业集中区|产业集中区|经济协作示范区|新片区(?=[建设管党、，。])|生态旅游区|文化旅游区|度假旅游区|旅游区|工业集聚区|工业聚集区|产业聚集区|工业项目区|深度合作区|经济合作区|产业合作区|合作示范区|"
    rf"试验区(?=管理局|管委会|党工委)|实验区(?=管理局|管委会|党工委)|产业新城|加工园区?|双创园区?|孵化园区?|电商园区?|双新产业园|化工城|科技新城|合作区(?=党工委|管委会)|先行区(?=管理局|管委会|党工委)|国家(?:地质|森林|湿地)公园|"
    rf"工业城|科学城|科技城|生物城|大学城|医药城|物流基地|产业基地|新材料园|化工园|物流港|临空经济区|自贸片区|保税港区|农高区|产业园区?|工业园区?|物流园区?|科技园区?|创业园|"
    rf"创新园区?|服务园区|高科园|科创园|智造园|新城区(?<=[东南西北]部新城区)|新城(?=管委会|党工委|管理委员会)|新城(?<=[东南西北中]部新城)|加工区|新城(?<=[镇乡道]..新城)|新城(?<=[镇乡道]...新城)|现代农业园区|文创园|文化园|农业园|示范园区?|孵化园|火炬园|软件园|生态园|园区"
)
# Ordinary words that end like a place and name none.
_GENERIC_BODY = seeds.word_list("no_place_names")
_DIGITS = re.compile(r"^[\d一二三四五六七八九十百千两几多余]+(?:个|余|多)?$")
# What a place's own part does not end with: the name of a body, a rank, a list.
_NOT_CORE = re.compile(
    "(?=[通环沿绕跨邻连下与中为乡产保党入公共兼农到副包医及和地委学家小局居帮干归思把护支村正派爱由的离管织群联让返还进镇驻企户街])(?:"
    r"[农乡镇]$|[镇乡街企村户][扶帮包联驻强富带]$|小区$|^[通环沿绕跨邻连]$|[进入驻保管联包帮护返下离归还思爱进到]$|产品出$|织密$|(?:家庭|共享|地球)$|(?:派出所|局|医院|学校|公司|中心|副|正|包|干部|党员|群众|居民|村民|委员会|支部|小学|和|与|及|的|兼|让|把|由|为)$|"
    r"^(?:和|让|把|由|为|与|及|兼)"
    ")"
)
# What is made in a zone; alone before 产业园 it is no name of its own, and the district before it belongs to the name.
_TRADES = seeds.word_list("zone_trades")
_VILLAGE_INSIDE = re.compile("[一-龥]{1,6}(?:村|社区)(?=..)")
_GOALS = ("建设", "打造", "创建", "创成", "争创", "申报", "建成")  # a zone that is to be is none yet
_LOOSE_ZONES = ("园区", "新区", "开发区", "示范区", "工业园", "工业园区", "产业园", "产业园区")
_COUNTS = tuple("一二三两四五六七八九十几多")
# 派驻|琼中, 走进|太康: what one does to a county that is called by its short name.
_GOES_THERE = frozenset(
    (
        "派驻",
        "进驻",
        "走进",
        "深入",
        "前往",
        "抵达",
        "落户",
        "莅临",
        "奔赴",
        "驰援",
        "支援",
        "援助",
        "途经",
        "来自",
        "离开",
        "重返",
        "返回",
    )
)
_NO_UNITS = ("小区", "社区", "园区", "城区", "辖区", "地区", "片区", "校区", "厂区", "景区", "城市", "都市", "门市")
_CROWDED = ("集聚区", "聚集区", "聚居区")
_DWELLINGS = ("房", "区", "住宅", "人口", "居民", "人员", "村民", "学校", "企业", "餐饮")
# What is done with a zone, and by whom: 双方共建|金川产业园.
_MADE_ZONE = re.compile("[一-龥]{0,4}?(?:[共合联援]建|共同(?:建设|打造)|申报|申建|入驻|落户|落地)")
_GENERIC_ZONE = seeds.word_list("no_zone_names")
_TOWN_INSIDE = re.compile(r"[一-龥]{2,4}(?:街道|镇)")
_DATED = re.compile(r".*?\d+(?:年|月|日|时|点)")
# After a village's name that is a word: not 平安社区|建设, the making of safe communities.
_WORK_NEXT = re.compile(r"(?:的)?(?:建设|创建|治理|打造|评选|试点|工程|行动|活动|发展|振兴|工作|建成|”)|民(?!小组|委)")
_WHOLE_VILLAGE = re.compile("[易搬推脱授流改拆]")  # what is done to a 整村, a village as a whole
_COMMUNITY_WORK = ("警务", "矫正", "戒毒", "养老", "治理", "教育", "医疗", "工作者")
_NO_VILLAGE_NEXT = re.compile("民(?!小组|委)|官|集体|级|办|规|史|庄|寨|落")
_BEFORE_WORD = "、的和与到在是及于"
# A bridge, a road or a reservoir that bears a village's name (新屯|桥) is not the village.
_NAMED_ON = re.compile(r"大?桥(?![头梁边])|水库(?![移库])|水电站|隧道|立交")
# A date or a count inside what would be a name: 2021年老旧|小区, 2000余名镇|村; but 9号|社区.
_RESIDENTS_BODY = re.compile("党总支|党支部|党委|居委会|书记|主任")
_VILLAGE_OFFICES = frozenset("主第会妇医监党团治网")  #: what the heads and bodies of a village begin with: 村主任, 村党支部
_DOUBLED = re.compile("村村(?![民委干支两里级集内口貌容通寨响有都户屯组部史务])")
# 两户|村民, 新一届|村“两委”: counted before a village's unit word, and no name.
_COUNTED_OFF = re.compile("(?:[一二两三四五六七八九十几多数全各每整][届名位个批些]|[上下本新每各]一?届)$")
_HUSBANDRY = ("家庭", "养殖", "种植", "生态", "有机", "采摘", "休闲", "观光", "循环", "共享", "体验", "业")
_EACH = re.compile("各|[一两二三四五六七八九十几多数]+[个座处]")  # 各居|村, 两个老|小区
_TWO_VILLAGES = re.compile("村[一二两三四五六七八九十]$")  # 某村、某村|三村
_HOUSES = re.compile("[一二两三四五六七八九十几多][户家]$")
_COUNTED = re.compile(r"\d(?:年|余|名|多|个|户|人|家|栋|月|日|万|亿)|[余多]名")
# An office or body that a community's name does not begin with: 某街道办事处|祥泰社区.
_OFFICE_BEFORE = re.compile(r".*(?:办事处|管委会|管理处|管理局|党工委|政府|党委|居委会|村委会|委员会|服务中心|集团|分局)(?=..)")
_WITHIN = re.compile("(?:[辖境]区?内|家乡|老家|故乡)(?=..)")  # 到|辖内|红梅小区
_AFTER_IT = re.compile("之后|后|以来|以后")
_SET_UP = re.compile(".*(?:新设立?|新增|增设|新成立|拆分出|划出|撤并|改为)(?=..)")
# Characters that take a village as their object, and begin few names: 帮|新村.
_TAKES = frozenset("帮让请给把进入驻去来回送教助返离访")
_ZONE_RANK = re.compile("(?:国家级?|省级|市级|自治区级)(?:现代)?(?:农业|高新技术)?$")
_BARE_ZONES = ("产业集聚区", "高新区", "经开区")  # kinds that alone mean the one of the page's own district
_COUNTY_ZONES = ("合作区", "产业集中区", "工业集中区", "工业园区", "产业园区", "工业园", "集中区")  # with a body
_ZONE_BODY = re.compile("管委会|党工委|管理委员会|管理局|党委|招商局")
_FREE_ZONE = re.compile("(?=[开])(?:(?<![一-龥])|(?<=[在到赴就对从由与和]))开发区(?!建设|的?(?:建设|设立|创建))")
_PART_OF_ZONE = re.compile("[一-龥]{2,4}(?:园区|片区|分园)|(?P<seat>[一-龥]{2,4}园)(?=管委会|党工委)")
_BRACKETED = re.compile("（[一-龥]{2,6}）[一-龥]{0,10}$")
_WIDE_REGION = re.compile("中国(?:东部|西部|中部|南方|北方|西南|西北|东北|华东|华南)?$")
# Zones that are a standing or an aim rather than a place, where nothing but words says which.
_STANDINGS = ("示范区", "先行区", "试验区", "实验区", "示范园")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十\d]+")
# Brand names of compounds hold words that other names do not (翡翠一品|小区): between marks they are taken whole.
_BRAND = re.compile(r"(?:^|[，。、；：（“\n]|(?<=[一-龥])[和与])([一-龥A-Za-z]{2,7})$")
_NO_BRAND = re.compile(
    r"^将(?!军)|[的了在是有为对向从到把被让和与及等各每该其此这那无多全某]|[封管]控|防范|清理|服务队|安置$|老旧$"
)
_CORPS = re.compile(
    "(?=[五兵农北双可图师新昆白石第胡铁阿])(?:"
    "(?:五家渠|石河子|阿拉尔|图木舒克|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨)市|兵团|[第农][一二三四五六七八九十]{1,3}师|师市"
    ")"
)
_REGIMENT = re.compile(
    "(?=[〇一七三九二五八六十四第0-9])"
    r"(?P<town>(?:(?<=[师市团])[一二三四五六七八九十]|(?<=[，。；、“\n])[二三四五六七八九十]|第?[一二三四五六七八九十〇]{2,4}|(?<!\d)\d{2,3})团)(?!体|员|队|结|伙|聚|购|圆|支)"
    r"(?P<village>(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})连)?"
)
_AS_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")  # 103团 is 一〇三团
# A company alone: 到|五连、六连|清扫.
_COMPANY = re.compile(
    r"(?=[第一二三四五六七八九十0-9])(?:(?<=[，。；：、“\n到在赴与和及对由该])|^)第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})连"
    r"(?!续|胜|接|日|年|夜|击|环|冠|心|跳|番|线|贯|排|阳|衣|带|发|跌|涨|赢|平|败|增|降|锁|忙)"
)
_NATIVE = re.compile(r"([一-龥]{2,4}?)(?:人(?!民|大|口|社|员|才|力|均|工)|籍|一带)")
_GOES_TO = re.compile("[在到赴往](?=[一-龥]{2})|来到|前往|走进|深入")
_GOES_ON = re.compile(
    "[，。、]|参观|考察|调研|举行|举办|召开|开展|检查|视察|走访|慰问|看望|督导|启动|开工|奠基|落户|安家|投资|建设|学习|采访|看到|实地"
)
_RANKED_KIND = re.compile("[国省市县区州]级(?:文明|示范|美丽|卫生|生态|重点|贫困|民主法治|乡村治理|特色|旅游|先进|平安|绿色)")
_KINDS_OF_VILLAGES = ("试点", "样板", "示范", "薄弱", "重点", "老")
_RARE_TOWN = 5  # the dictionary's count up to which a town's own part is no word
# Compounds that end in a word of their own, and what shows that one is meant.
_ESTATE = re.compile(
    "(?:家园|花园|花苑|嘉苑|佳苑|雅苑|名苑|新苑|馨苑|家苑|嘉园|佳园|雅园|公馆|华府|名邸|豪庭|华庭|雅居|府邸|新城|名城|国际城|世家|豪苑|华苑)(?:[A-Z0-9一二三四五六七八九十东南西北][区期栋])?(?!小区|社区|酒店|路|街)"
)
_OF_ESTATE = re.compile(
    r"业主|住户|居民|物业|业委会|[\dA-Z一二三四五六七八九十]+(?:号楼|栋|幢|单元|期)|[一二两三四五六七八九十\d]+个(?:院子|小区|楼盘)"
    r"|疫情|卡点|执勤点|[东南西北]门|门口|大门"
)
_TOWN_LIKE = ("新城", "名城", "国际城", "世家", "豪苑", "华苑")  # estates only right after their community
_ENDS_ESTATE = re.compile(r"[，。、；]|的|广场|门口|院内|里")
_SPOKEN = 60  # the dictionary's count from which a word is no part of a name of its own
# What stands before a district in the name of a body: 国网|泗县供电公司, 共青团|长沙市委.
_HEADS_OF_BODIES = ("国网", "南网", "共青团", "民盟", "民进", "民建", "民革")
_USUAL = 100  # the dictionary's count of a verb in use
_HAN_NUMERALS = tuple("一二三四五六七八九十")
_TOWN_BODY = re.compile(r"党工委|办事处|党委|政府|人民政府|人大|纪委|纪工委|中心校|卫生院")
_HOLDS_COMMUNITY = re.compile(r"[一-龥·]{2,8}?(?:社区|村)")
_NAME_TAGS = ("ns", "nz", "nr", "nrt", "nt")
_STRAY = re.compile(r"[，。、；：！？\s]")


def _cut_at_ends(text: str, start: int, end: int) -> bool:
    """Whether no word of the dictionary reaches across the ends of a name (新干|线, 加拿|大新)."""
    position = max(0, start - 4)
    for piece in words().cut(text[position : end + 4]):
        after = position + len(piece)
        if position < start < after or position < end < after:
            return False
        position = after
    return True


def _calls_estate(text: str, start: int, end: int, code: str, home: str) -> bool:
    """Whether a city's short name is only what a compound of another city is called by: 丽水|翠苑小区, in Sichuan."""
    if not home or home[:4] == code[:4] or len(code) > 6:
        return False
    return _REST_OF_COMPOUND.match(text, end) is not None and text.count(text[start:end]) == 1


def _free_before(text: str, start: int) -> bool:
    """Whether what stands before a position is no name's character: the beginning, a mark, 在, 到."""
    before = text[start - 1 : start] if start else ""
    return not before or not "\u4e00" <= before <= "\u9fff" or before in SINGLE_STOPS or before in "省市州县区"


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


@lru_cache(maxsize=64)
def _towns_of(code: str) -> dict[str, Place]:
    """The townships of a county by their own parts: 阿旺 for 阿旺镇."""
    units = ("街道", "镇", "乡", "苏木")
    return {
        place.name.removesuffix(unit): place
        for place in (sorted(gazetteer().children(code), key=lambda town: town.current) if code else ())
        for unit in units
        if place.level == "township" and place.name.endswith(unit) and len(place.name) - len(unit) > 1
    }


def _units_of(town: Place) -> tuple[str, ...]:
    return ("街道",) if town.name.endswith("街道") else (town.name[-1],)


@lru_cache(maxsize=64)
def _is_trade(core: str) -> bool:
    """Whether what stands before 产业园 says only what is made there: 科技, 辣椒, 包装材料."""
    return core in _TRADES or (
        len(core) > 1
        and not any(core + unit in gazetteer().by_name for unit in ("镇", "乡", "街道"))
        and all(
            len(piece) > 1
            and words().tag(piece) in ("n", "vn", "v")
            and piece not in _GENERIC_ZONE
            and piece not in _GENERIC_BODY
            for piece in words().cut(core)
        )
    )


def _breaks_off(piece: str) -> bool:
    """Whether a word between a place and a smaller one belongs to neither name: 某区|全面推行|社区, 某街道|新设两个|社区."""
    return breaks_chain(piece) or (len(piece) > 1 and words().frequency(piece) > _USUAL and ends_walk(piece, place=True))


# 某县|人民法院|苏村法庭: what no village's name holds.
_HOLDS_BODY = re.compile("法院|检察院|政府|公安|派出所|税务局|委员会|办事处")


def _is_broken(gap: str, level: str) -> bool:
    """Whether words of a sentence stand between a place and a smaller one."""
    if _is_by_sound(gap) or (level == "community" and _is_odd(gap)):
        return False
    if any(verb in gap for verb in PLACE_STOPS) or _HOLDS_BODY.search(gap):
        return True
    pieces = words().cut(gap)
    if level == "compound":  # 平都花园: a brand holds any character but at its beginning
        return breaks_chain(pieces[0]) or "的" in pieces or any(len(piece) > 1 and breaks_chain(piece) for piece in pieces)
    return any(map(_breaks_off if level == "community" else breaks_chain, pieces))


def _is_by_sound(gap: str) -> bool:
    """Whether a village's name is written by its sounds (依西来木其): then none of its characters is a word."""
    return len(gap) > 3 and scorer().sounds_from(gap) == 0


_COUNTING = (SINGLE_STOPS - set("其来正自可能当")) | set("各全某每此几多数下驻进入共有所一二三四五六七八九十新老旧同副")


def _is_odd(gap: str) -> bool:
    """Whether two characters of no word stand between a town and 村, none of which counts or leads: 某镇|架其|村."""
    return len(gap) == 2 and len(words().cut(gap)) == 2 and not _COUNTING & set(gap)


def _in_order(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a long one in the same order."""
    rest = iter(name)
    return all(char in rest for char in short)


def _is_no_hamlet(own: str, *, name: str) -> bool:
    """Whether what stands before 屯, 寨, 小组 is a word of the sentence: 某村|成立小组, 某村|三个小组."""
    tag = words().tag(own)[:1]
    if name.endswith("村民小组") and (own[0] in "各每该本两几全" or any(map(breaks_chain, words().cut(own)))):
        return True  # 某村|各村民小组
    return own in _GENERIC_BODY or tag in "vq" or (name.endswith("组") and (tag == "m" or is_news_verb(own)))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_only_spoken_of(text: str, core: str, end: int) -> bool:
    """Whether a zone is one in general: 看园区, 建好工业园区, 高质量发展示范区: words of the dictionary, a verb first."""
    if _ZONE_BODY.match(text, end):
        return False
    pieces = words().cut(core)
    if any(words().tag(piece)[:2] in _NAME_TAGS and words().tag(piece) != "nr" for piece in pieces):
        return False
    first = pieces[0]
    if (
        _is_resultative(first)
        or (is_news_verb(first) and first not in seeds.name_verbs())
        or (len(first) == 1 and (words().tag(first) in ("v", "d", "p") or first in "做搞建办"))
    ):
        return len(first) > 1 or len(pieces) == 1 or not _is_han(core[-1]) or words().frequency(pieces[1]) > _USUAL
    return (
        len(core) > 3
        and text.endswith(_STANDINGS, 0, end)
        and all(len(piece) > 1 and words().frequency(piece) > _SPOKEN for piece in pieces)
    )


def _is_resultative(word: str) -> bool:
    """建好, 管住, 抓实: what is done well."""
    return len(word) == 2 and word[1] in "好住实牢强优大" and words().tag(word[0])[0] == "v"


def _is_brand(name: str) -> bool:
    """Whether what stands before 小区 between two marks is a name of nouns, numbers and single characters: no verb, no 无."""
    pieces = words().cut(name)
    return len(pieces) > 1 and not any(
        piece in _GENERIC_BODY or (len(piece) > 1 and words().tag(piece)[0] in "dpcurv") for piece in pieces
    )


_BEFORE_PLACE = frozenset("在到往县区市州旗省和、赴于自属由\n。“：")


def _joins_office(text: str, start: int, end: int) -> bool:
    """Whether 联合镇 is a verb and the town that the text is about: 某镇人大，|联合|镇派出所, 主动|联合|镇甲、乙两个村."""
    before = text[start - 1 : start] if start else ""
    return bool(before) and before not in _BEFORE_PLACE and (match_department(text, end) is not None or _is_han(before))


def _was_in(code: str, outer: str) -> bool:
    """户县|草堂镇: whether a town may have been of a county of the past whose city still holds it."""
    index = gazetteer()
    county, past = index.ancestor(code, "county"), index.by_code[outer]
    if county is not None and index.may_be(outer, county.code):
        return True
    return county is not None and past.level == "county" and not past.current and county.parent == past.parent


def _is_doubled(text: str, at: int) -> bool:
    """新村|村: whether the unit word follows a name that ends with it; 洞头村|村主任 only where 洞头村村 stands alone too."""
    if _DOUBLED.match(text, at) is None:
        return False
    if text[at + 2 : at + 3] not in _VILLAGE_OFFICES:
        return True
    name, found = text[at - 1 : at + 2], -1
    while (found := text.find(name, found + 1)) >= 0:
        if text[found + 3 : found + 4] not in _VILLAGE_OFFICES and _DOUBLED.match(text, found + 1) is not None:
            return True
    return False


class Districts:
    """Find districts; every listed name that the page's context allows, and every name with a place's ending."""

    name = "districts"
    needs: frozenset[Kind] = frozenset()
    finds = frozenset({Kind.DISTRICT.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        yield from ()  # all go into ``found`` step by step: later steps look at earlier ones
        listed = [m for m in self._listed(article, found)]
        found.add(listed)
        found.add(self._zones(article, found))
        found.add(self._relative(article.text))
        found.add(self._corps(article.text))
        found.add(find_counted(article.text, self._counties(article, found)))
        found.add(find_sharing(article.text, self._counties(article, found)))
        found.add(self._natives(article.text, found))
        found.add(self._bare_towns(article, found))
        found.add(self._by_ending(article, found, _TOWNSHIP, "township"))
        found.add(self._by_ending(article, found, _COMMUNITY, "community"))
        found.add(self._below_committees(article.text, found))
        found.add(list(self._again(article.text, found)))
        found.add(self._by_ending(article, found, _COMPOUND, "compound"))
        found.add(self._hamlets(article.text, found))
        found.add(self._estates(article.text, found))

    @staticmethod
    def _counties(article: Article, found: Found) -> Sequence[Mapping[str, Place]]:
        """The townships of the counties that the page names, those of the article's own first."""
        codes = (found.context.home_of(article), found.context.city, *sorted(set(found.context.codes.values())))
        index = gazetteer().by_code
        holders = ("county", "prefecture")  # 东莞, 中山: cities without counties
        counties = dict.fromkeys(gazetteer().today(code) for code in codes if code in index and index[code].level in holders)
        return [towns for code in counties if (towns := _towns_of(code))]

    @staticmethod
    def _corps(text: str) -> Iterator[Mention]:
        """Regiments and companies of the Xinjiang corps, which are its towns and villages: 一五二团|2连."""
        if "团" not in text or _CORPS.search(text) is None:
            return
        for match in _REGIMENT.finditer(text):
            for group, level in (("town", "township"), ("village", "community")):
                name = match[group]
                if name:
                    value = PlaceValue(name.translate(_AS_HAN), level)
                    yield Mention(Kind.DISTRICT, *match.span(group), name, "districts.corps", 0.85, value)
        for match in _COMPANY.finditer(text):
            value = PlaceValue(match.group(), "community")
            yield Mention(Kind.DISTRICT, *match.span(), match.group(), "districts.corps", 0.8, value)

    @staticmethod
    def _natives(text: str, found: Found) -> Iterator[Mention]:
        """东川区|阿旺|人: a town without its unit, right after its county, whose native someone is."""
        for county in found.of(Kind.DISTRICT):
            value = county.value
            if not isinstance(value, PlaceValue) or value.level != "county" or not value.code:
                continue
            native = _NATIVE.match(text, county.end)
            place = _towns_of(value.code).get(native[1]) if native else None
            if native and place is not None:
                named = PlaceValue(place.name, "township", place.code)
                yield Mention(Kind.DISTRICT, *native.span(1), native[1], "districts.native", 0.85, named)

    @staticmethod
    def _bare_towns(article: Article, found: Found) -> Iterator[Mention]:
        """在|丁蜀|参观: a town of the article's own county without its unit, where something is done."""
        towns = _towns_of(found.context.home_of(article)) or _towns_of(found.context.city)
        if not towns:
            return
        at = -1
        while (at := article.text.find(" ", at + 1)) >= 0:  # 凤岗 镇党委书记: torn, or a label
            size = next((n for n in (2, 3, 4) if at >= n and article.text[at - n : at] in towns), 0)
            name = article.text[at - size : at]
            if size and _free_before(article.text, at - size) and article.text.startswith(_units_of(towns[name]), at + 1):
                town = PlaceValue(towns[name].name, "township", towns[name].code)
                yield Mention(Kind.DISTRICT, at - size, at, name, "districts.bare_town", 0.8, town)
        for match in _GOES_TO.finditer(article.text):
            for size in (4, 3, 2):
                start, end = match.end(), match.end() + size
                name = article.text[start:end]
                place = towns.get(name)
                if place is None or found.covering(Kind.DISTRICT, start) is not None:
                    continue
                if words().frequency(name) <= _RARE_TOWN and _GOES_ON.match(article.text, end):
                    value = PlaceValue(place.name, "township", place.code)
                    yield Mention(Kind.DISTRICT, start, end, name, "districts.bare_town", 0.8, value)
                break

    @staticmethod
    def _again(text: str, found: Found) -> Iterator[Mention]:
        """派驻|五七村: a village wherever it is told of again, whatever its characters."""
        told = {m.text: m for m in found.of(Kind.DISTRICT) if m.by == "districts.community" and m.score >= 0.95}
        for name, first in told.items():
            for at in _occurrences(text, name) if len(name) > 2 and name[-1] in "村区" else ():
                if found.covering(Kind.DISTRICT, at + len(name) - 1) is None and found.covering(Kind.DISTRICT, at) is None:
                    yield Mention(Kind.DISTRICT, at, at + len(name), name, "districts.again", 0.85, first.value)

    @staticmethod
    def _below_committees(text: str, found: Found) -> Iterator[Mention]:
        """文蛟村委会|文多村: a village of a village committee, and wherever it is told of again."""
        for match in _BELOW_COMMITTEE.finditer(text):
            name, core = match["name"], match["own"]
            village = found.ending_at(Kind.DISTRICT, match.start("committee"))
            if village is None or core[0] in _NO_FIRST_OF_HAMLET or _DIGITS.match(core) or core in _GENERIC_BODY:
                continue
            if any(len(piece) > 1 and (breaks_chain(piece) or words().tag(piece)[0] in "vd") for piece in words().cut(core)):
                continue  # 某村委会|驻村干部, 某村委会|组织全村
            for at in _occurrences(text, name):
                yield Mention(Kind.DISTRICT, at, at + len(name), name, "districts.community", 0.95, PlaceValue(name, "community"))

    @staticmethod
    def _hamlets(text: str, found: Found) -> Iterator[Mention]:
        """某村|石门屯, 某乡|云上苗寨: natural villages right after the village or town that holds them."""
        for outer in found.of(Kind.DISTRICT):
            value = outer.value
            if not isinstance(value, PlaceValue) or value.relative or value.level not in ("community", "township"):
                continue
            match = _HAMLET.match(text, outer.end)
            if match is None or _is_no_hamlet(match["own"], name=match["name"]):
                continue
            name, at = match["name"], match.start()
            while at >= 0:  # here, and wherever it is told of again
                end = at + len(name)
                if at == match.start() or _PROJECT_NEXT.match(text, end) is None:
                    yield Mention(Kind.DISTRICT, at, end, name, "districts.hamlet", 0.95, PlaceValue(name, "community"))
                at = text.find(name, at + len(name))

    @staticmethod
    def _estates(text: str, found: Found) -> Iterator[Mention]:
        """Compounds that do not say 小区: 万盈家园|业主, 住在吉祥花园."""
        for match in _ESTATE.finditer(text):
            start = left_edge(text, match.start(), place=True)
            for held in found.between(Kind.DISTRICT, start, match.start()):
                start = max(start, held.end if held.end < match.start() or held.by != "districts.short" else held.start)
            size = match.start() - start
            lives = text.endswith(("住在", "家住", "入住", "、"), 0, start) or found.ending_at(Kind.DISTRICT, start) is not None
            of = found.ending_at(Kind.DISTRICT, start)
            near = of is not None and isinstance(of.value, PlaceValue) and of.value.level == "community"
            if match.group().startswith(_TOWN_LIKE) and not near:
                continue
            if 1 < size <= 6 and (_OF_ESTATE.match(text, match.end()) or (lives and _ENDS_ESTATE.match(text, match.end()))):
                core = text[start : match.start()]
                if core not in _GENERIC_BODY and found.covering(Kind.DISTRICT, start) is None:
                    name = text[start : match.end()]
                    yield Mention(Kind.DISTRICT, start, match.end(), name, "districts.estate", 0.75, PlaceValue(name, "compound"))

    @staticmethod
    def _relative(text: str) -> Iterator[Mention]:
        """该区, 我市, and unit words alone at the head of a clause."""
        for match in _RELATIVE.finditer(text):
            unit = match.group(1)
            value = PlaceValue(match.group(), _RELATIVE_LEVEL[unit], relative=unit)
            yield Mention(Kind.DISTRICT, match.start(), match.end(), match.group(), "districts.relative", 0.95, value)
        for match in _BARE_UNIT.finditer(text):
            unit = match.group(1)
            value = PlaceValue(match.group(), _RELATIVE_LEVEL[unit], relative=unit)
            yield Mention(Kind.DISTRICT, match.start(), match.end(), match.group(), "districts.bare", 0.7, value)

    def _listed(self, article: Article, found: Found) -> Iterator[Mention]:
        index = gazetteer()
        text = article.text
        previous_end, previous = -1, ""
        hits = found.context.hits.get(article.id, ())
        for number, (start, end, name) in enumerate(hits, 1):
            code = found.context.code(name)
            full = name in index.by_name
            if not full and code and _calls_estate(text, start, end, code, found.context.home_of(article)):
                continue  # 苏州|印象小区, in Jilin
            if start != previous_end and (self._is_person(text, start) or (full and self._crosses(text, start, found))):
                continue
            if full and name[:2] == "联合" and start != previous_end and _joins_office(text, start, end):
                continue
            if not full:
                chained = start == previous_end and index.within(code, previous)
                if not chained and number < len(hits) and hits[number].start == end:
                    chained = index.within(found.context.code(hits[number].name), code)  # 湖南|岳阳, whatever 南岳 is
                if not (code and self._short_holds(text, start, end, name, code, chained=chained)):
                    continue
                place = index.by_code[code]
                if len(name) == 2 and name[1] == "市" and found.context.home and found.context.home[:2] != code[:2]:
                    continue  # 乌市 is 乌鲁木齐 in its own province only
                value = PlaceValue(place.name, place.level, code)
                yield Mention(Kind.DISTRICT, start, end, name, "districts.short", 0.9, value)
                previous_end, previous = end, code
                continue
            level = index.by_code[code].level if code else index.by_name[name][0].level
            if level in ("zone", "township") and _ZONE.fullmatch(name):
                continue  # 经济技术开发区: a kind of zone, read with the place before it
            if level == "township" and name.endswith(("社区", "村")):
                continue  # units of the statistics; named by their ending like every other community
            chained = bool(level == "township" and code and previous_end == start and previous)
            if chained and not index.within(code, previous) and not _was_in(code, previous):
                code = ""  # right after its county, it is that county's
            if level == "zone" and not (_ZONE_NAME.search(name) and code and self._near(code, found)):
                continue
            if (
                level == "county"
                and (name in _TOWN_PARTS or (text[start - 1 : start] == "“" and text[end : end + 1] == "”"))
                and not (start == previous_end and index.within(code, previous))
                and not self._near(code, found)
            ):
                continue  # 作为“大港区”的组成部分: a manner of speaking; 老城区: of any town
            if level == "township" and name.endswith("街道") and not (code and self._near(code, found)):
                short = self._short_street(text, end - 2, found)
                if short is not None:
                    yield short
                    continue
            if level == "township" and not self._township_holds(text, start, end, name, code, found, previous_end):
                continue
            if (
                level in ("county", "prefecture")
                and len(name) == 2
                and start != previous_end
                and not text.endswith("中共", 0, start)  # 中共滑县县委
                and not self._two_character_holds(text, start, end)
            ):
                continue
            if (
                level == "county"
                and len(name) <= 3
                and (
                    (text[end : end + 1] in "域级别" and text[end : end + 1])
                    or (name[0] == "和" and text[start - 1 : start] in "市镇乡村省区")
                )
            ):
                continue
            if (
                level == "county"
                and not code
                and start != previous_end
                and words().frequency(name) > 3
                and not self._acts(text, start, end)
            ):
                continue
            yield Mention(
                Kind.DISTRICT, start, end, name, "districts.listed", 0.98 if code else 0.7, PlaceValue(name, level, code)
            )
            previous_end, previous = end, code

    @staticmethod
    def _is_person(text: str, start: int) -> bool:
        """Whether a title and a surname stand before: 秘书长路|长春, 董事长|沙学文."""
        if text.endswith("共青团", 0, start):
            return False  # 共青团|长沙市委: no 团长
        if text[start] == "长" and scorer().surname_at(text, start + 1) and ends_with_title(text, start + 1):
            return True
        if start == 0 or text[start - 1] == "来":
            return False  # 省领导来|玉山|调研
        return scorer().surname_at(text, start - 1) != "" and ends_with_title(text, start - 1)

    @staticmethod
    def _crosses(text: str, start: int, found: Found) -> bool:
        """Whether a name begins in the last character of another place of the page: 夷陵|城区, 四里店|集镇."""
        if not start or not "\u4e00" <= text[start - 1] <= "\u9fff":
            return False
        shorts = gazetteer().by_short
        holders = [
            place.code
            for short in (text[start - 1 : start + 1], text[max(0, start - 2) : start + 1], text[max(0, start - 3) : start + 1])
            for place in shorts.get(short, ())
            if place.level in ("county", "prefecture", "township")
        ]
        return bool(holders) and not set(holders).isdisjoint(found.context.codes.values())

    @staticmethod
    def _acts(text: str, start: int, end: int) -> bool:
        """Whether a name shared by several districts is used as one: before a body, or at the head of a clause."""
        return match_department(text, end) is not None or (
            (start == 0 or text[start - 1] in "，。；\n“") and text.count(text[start:end]) > 1
        )

    @staticmethod
    def _near(code: str, found: Found) -> bool:
        """Whether a place lies in the city that the page is about."""
        city = found.context.city
        return not city or gazetteer().within(code, city)

    @staticmethod
    def _short_holds(text: str, start: int, end: int, name: str, code: str, *, chained: bool) -> bool:
        if is_formal(name):  # 琼中县 ends as a full name does; 文明|乡风
            if name[-1] in "乡镇" and _TOWNSHIP.match(text, end - 1) is None and not text.startswith("村民", end):
                return False
            return chained or _free_before(text, start) or words().frequency(name) == 0
        if _NO_SHORT.match(text, end) or text.startswith(_DISHES, end) or text[start - 1 : start] == "《":
            return False
        for unit in ("村", "社区", "镇"):
            at = text.find(unit, end, end + 5)
            if at >= 0 and text[start : at + len(unit)] in village_names():
                return False
        if match_department(text, end) is not None and len(name) >= 2 and not text.startswith(("大学", "银行"), end):
            return _cut_at_ends(text, start, start)  # not 加拿大新|政府
        county = gazetteer().by_code[code].level == "county"
        if chained and (words().frequency(name) <= 50 or words().tag(name)[0] not in "nva" or words().tag(name) in _NAME_TAGS):
            return True  # 河南|太康
        before = text[start - 1 : start]
        if county and before.isdigit():
            return False  # 40|天全社会
        han = "\u4e00" <= before <= "\u9fff" and before not in SINGLE_STOPS and before not in "省市来赴抵"
        if county and before and han and text[max(0, start - 2) : start] not in _GOES_THERE:
            return False
        if county and not words().tag(name).startswith("ns") and words().frequency(name) > 50:
            return False
        if words().frequency(name) == 0:
            return len(name) == 2 and all(len(piece) == 1 for piece in words().cut(name)) and _cut_at_ends(text, start, end)
        if before and before in "从和同向" and before + name[0] in gazetteer().by_short:
            return True  # 同|江门: the context has seen that it is not 同江
        around = text[max(0, start - 2) : end + 2]
        cut = words().cut(around)
        return name in cut or any(word.startswith(name) and words().tag(word).startswith("ns") for word in cut)

    @staticmethod
    def _township_holds(text: str, start: int, end: int, name: str, code: str, found: Found, previous_end: int) -> bool:
        if name.endswith(("镇", "乡")) and text.startswith(("村振兴", "村建设", "村旅游"), end):
            return False  # 某街道十里铺|乡村振兴示范点
        if start == previous_end:
            return True
        joined = text[start - 1 : start + 1] if start else ""
        if name[1:] == "下乡" and name[0] in "路批组队" and joined[:1] in _COUNTS:
            return False  # 分三路|下乡
        if (
            len(name) == 3
            and words().frequency(joined) > _USUAL
            and (name[1:] in gazetteer().by_name or words().frequency(name[1:]))
        ):
            return False  # 前后|龙镇, 部分|乡镇
        if (
            name.endswith(("镇", "乡"))
            and text[end : end + 1] in ("村", "镇", "贤", "亲", "愁")
            and text[end : end + 2] != "镇长"
        ):
            return False
        home = found.context.home_of(found.article)
        index = gazetteer()
        if code and home and (index.within(code, home) or index.within(code, found.context.city)):
            return True
        if name.endswith("街道") or len(name) >= 4:
            return True
        return not home or words().frequency(name) == 0

    @staticmethod
    def _two_character_holds(text: str, start: int, end: int) -> bool:
        """息县, 沛县 stand as words; 下县 in 全市以下县区 does not."""
        if text.endswith(_HEADS_OF_BODIES, 0, start):
            return True  # 国网|泗县供电公司
        before = text[max(0, start - 1) : start]
        if before and "\u4e00" <= before <= "\u9fff" and before not in SINGLE_STOPS:
            return False
        if before in tuple("到在赴来抵") and words().frequency(text[start:end]) == 0:
            return True
        return (
            text[start:end] in words().cut(text[max(0, start - 2) : end + 2]) or not before or not "\u4e00" <= before <= "\u9fff"
        )

    def _zones(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        last = 0
        home = found.context.home_of(article)
        towns = _towns_of(gazetteer().today(home)) if home else {}
        for match in _ZONE.finditer(text):
            held = found.covering(Kind.DISTRICT, match.start())
            if (held is not None and held.end >= match.end()) or match.start() < last:
                continue
            unit = match.group()
            end = match.end()
            wider = _ZONE.match(text, end) if unit == "新区" else None
            end = wider.end() if wider is not None else end  # 移民新区|产业园
            if text.startswith("社区", end) or (unit.endswith("园") and text.startswith(("地", "艺", "林"), end)):
                continue  # 科技园社区, 金色新城社区, 文化园地
            before = found.ending_at(Kind.DISTRICT, match.start())
            if before is None and (rank := _ZONE_RANK.search(text, max(0, match.start() - 8), match.start())) is not None:
                before = found.ending_at(Kind.DISTRICT, rank.start())  # 某旗|国家|现代农业产业园
            bracketed = self._bracketed(text, match.start(), found)
            start = (
                before.start
                if before is not None
                else bracketed
                if bracketed >= 0
                else max(last, self._zone_start(text, match.start(), found, towns))
            )
            made = _MADE_ZONE.match(text, start, match.start()) if before is None and bracketed < 0 else None
            start = made.end() if made is not None and match.start() - made.end() >= 2 else start
            if before is None and unit == "新城" and text[match.start() - 1] == "部":
                start = max(start, match.start() - 2)  # 研究|西部新城
            if text[start - 1 : start].isdigit() and words().tag(text[start])[0] in "qtm" and start < match.start():
                continue  # 100|天产业园
            if text[start - 1 : start] == "·" and (twin := found.ending_at(Kind.DISTRICT, start - 1)) is not None:
                start, before = twin.start, before or twin  # 甲·乙|东西部扶贫协作产业园
            if start == last > 0 and text[start] in "和与及" and start < match.start() - 2:
                start += 1  # 甲经济开发区|和|乙产业园
            if before is None and unit in ("新区", "新城"):
                town = next(iter(found.before(Kind.DISTRICT, match.start())), None)
                if town is not None and start > town.end >= match.start() - 4 and self._of_town(text, town.end, match, found):
                    start = town.end
            if before is None and bracketed < 0:
                own = self._own_short(text, start, match.start(), found)
                start = own.start if own is not None else start  # 重庆|公路物流基地, 凤阳|现代产业园
                before = own
            with_unit = before is None and unit != "园区" and self._has_unit(text, start, match.start())
            if with_unit and text[match.start() - 2 : match.start() - 1] in tuple("我全本各"):
                continue  # 我县|产业园: all of them
            if with_unit:
                start = match.start() - 1  # 县|经济技术开发区
            part = _PART_OF_ZONE.match(text, end)
            if part is not None and (bracketed >= 0 or part["seat"]):
                end = part.end()  # 西部（广元）家居产业园|旺苍园区
            name = text[start:end]
            if before is None and start == match.start():
                if unit not in (found.context.zone_of(article), *_BARE_ZONES) and not self._bare_zone(article, match, found):
                    continue
                last = end
                yield Mention(Kind.DISTRICT, start, end, name, "districts.zone", 0.85, PlaceValue(name, "zone"))
                continue
            core = text[start : match.start()]
            if before is None and (holder := found.ending_at(Kind.DISTRICT, start)) is not None and _is_trade(core):
                start, before = holder.start, holder  # 户县|科技产业园: a trade alone is no name
                name = text[start:end]
            elif (
                bracketed < 0
                and not with_unit
                and not self._of_town(text, start, match, found)
                and (
                    core in (_GENERIC_BODY if unit in _LOOSE_ZONES else _GENERIC_ZONE)
                    or core.startswith(_GOALS)
                    or "公司" in core
                    or core.endswith(("局", "作"))  # 市市场监管局|园区分局, 作|园区推介
                    or (unit in _CROWDED and core.endswith(_DWELLINGS))  # 老旧小区|集聚区
                    or _DIGITS.match(core)
                    or any(core.endswith(g) for g in ("个", "大", "各", "六大", "的"))
                    or (before is None and core not in towns and _is_only_spoken_of(text, core, match.end()))
                )
            ):
                continue
            last = end
            score = 0.9 if before is not None or unit not in ("园区", "新区", "开发区", "示范区") else 0.75
            yield Mention(Kind.DISTRICT, start, end, name, "districts.zone", score, PlaceValue(name, "zone"))

    @staticmethod
    def _of_town(text: str, start: int, match: re.Match[str], found: Found) -> bool:
        """某镇|南部新区, 某镇|锦绣新城: a town's own, which may be called by any word."""
        town = found.ending_at(Kind.DISTRICT, start) if match.group() in ("新区", "新城") else None
        held = town is not None and isinstance(town.value, PlaceValue) and town.value.level == "township"
        return held and match.start() - start > 1 and not text.startswith(_GOALS, start)

    @staticmethod
    def _bare_zone(article: Article, match: re.Match[str], found: Found) -> bool:
        """Whether 开发区 alone is the one of the article's county: told of several times, or with a body of its own."""
        text, unit = article.text, match.group()
        if unit in _COUNTY_ZONES:
            return _ZONE_BODY.match(text, match.end()) is not None
        if unit != "开发区" or not found.context.home_of(article):
            return False
        free = not _is_han(text[match.start() - 1 : match.start()]) or text[match.start() - 1] in "在到赴就对从由与和"
        return free and (_ZONE_BODY.match(text, match.end()) is not None or len(_FREE_ZONE.findall(text)) > 1)

    @staticmethod
    def _own_short(text: str, start: int, stop: int, found: Found) -> Mention | None:
        """The short name of a city or county that a zone's own name begins with, at most a few characters before its kind."""
        held = found.ending_at(Kind.DISTRICT, start) or next(iter(found.before(Kind.DISTRICT, stop + 1)), None)
        if held is None or held.by != "districts.short" or held.end < stop - 8 or held.end > stop:
            return None
        gap = text[held.end : stop]
        if text[held.start - 1 : held.start] == "、" and len(gap) > 3 and not _STRAY.search(gap):
            return held  # 、山东|百多安生物医药|科技园: an item of a list, whatever its brand
        if _STRAY.search(gap) or any(len(piece) > 1 and breaks_chain(piece) for piece in words().cut(gap)):
            return None
        return held if all(char not in SINGLE_STOPS or char in "大小高新" for char in gap) else None

    @staticmethod
    def _has_unit(text: str, start: int, stop: int) -> bool:
        """Whether the unit word of a district stands right before a zone that has no other name."""
        if text[stop - 1 : stop] not in tuple("市区县州旗") or text[stop - 2 : stop] in _NO_UNITS:
            return False
        if start == stop - 1 and _free_before(text, start):
            return True  # ，县|工业园
        joined = stop - start == 2 and text[start] in "和与及"  # 干部和|县经济技术开发区
        return stop - start > 2 or joined or (start == stop and _free_before(text, start - 1))

    @staticmethod
    def _bracketed(text: str, stop: int, found: Found) -> int:
        """Where a zone's name with a place in brackets begins: 修水（九江）|工业园, 苏商（凤阳）科技|产业园; or -1."""
        match = _BRACKETED.search(text, max(0, stop - 30), stop)
        if match is None:
            return -1
        opening = match.start()
        held = found.ending_at(Kind.DISTRICT, opening)
        start = held.start if held is not None else left_edge(text, opening)
        wide = _WIDE_REGION.search(text, max(0, opening - 6), opening)  # 中国西部（…）
        start = wide.start() if wide is not None else start
        return start if start < opening else -1

    @staticmethod
    def _zone_start(text: str, stop: int, found: Found, towns: Mapping[str, Place]) -> int:
        start = left_edge(text, stop)
        over = found.covering(Kind.DISTRICT, start) if start < stop else None
        for held in (*(() if over is None else (over,)), *found.between(Kind.DISTRICT, start, stop)):
            if held.end < stop:  # 青山区恒运物流园: the district stays outside; 五里街镇|共富产业园
                start = max(start, held.end)
        for size in (4, 3, 2) if towns else ():  # 在|归阳|工业园: a town of the page's county, whatever its characters
            at = stop - size
            if text[at:stop] in towns and start > at and found.covering(Kind.DISTRICT, at) is None:
                return at
        if text.startswith("兼", start) and start < stop:
            start += 1  # 区长兼|经开区党工委书记
        if text[start] in "和与及" and start < stop - 2 and _is_han(text[start - 1 : start]):
            start += 1  # 甲经济开发区|和|乙产业园
        outer = found.ending_at(Kind.DISTRICT, start) if text[start : start + 1] == "·" else None
        if outer is not None:
            return outer.start  # 金秀|·某村集体经济产业园
        date = _DATED.match(text[start:stop])
        return start + date.end() if date is not None else start

    def _by_ending(self, article: Article, found: Found, ending: Needing, level: str) -> Iterator[Mention]:
        text = article.text
        last = (-1, -1)
        own = self._own_villages(found) if level == "community" else frozenset()
        home = found.context.home_of(article) if level == "township" else ""
        towns = _towns_of(gazetteer().today(home)) if home else {}
        for match in ending.finditer(text):
            stop, end = match.start(), match.end()
            held = found.covering(Kind.DISTRICT, stop)
            if held is not None and held.end >= end:
                continue
            if text[stop - 1 : end] == "乡村" and not any(text[at:end] in own for at in range(max(0, stop - 4), stop - 1)):
                continue  # 美丽|乡村
            if level == "compound" and (named := _NAMED_IN_MARKS.search(text, max(0, stop - 9), stop)) is not None:
                name = named[1] + text[stop:end]  # “幸福里”小区
                value = PlaceValue(name, level)
                yield Mention(Kind.DISTRICT, named.start(), end, text[named.start() : end], "districts.compound", 0.85, value)
                continue
            if self._quoted(text, stop) or text.startswith("长", end):
                continue
            if match.group() == "村" and _is_doubled(text, stop):
                continue  # 新村|村: read with its second 村
            if match.group() == "社区" and text.endswith("社区", 0, stop):
                continue  # 某社区|社区主任
            if (
                stop
                and text[stop - 1] == text[stop] == "村"
                and not _is_doubled(text, stop - 1)
                and not self._doubled(text, stop, own)
            ):
                continue
            if level == "community" and _NAMED_ON.match(text, end):
                continue
            if match.group() == "街":
                yield from self._of_streets(text, stop, towns, found)
                continue
            if match.group() == "街道" and (short := self._short_street(text, stop, found)) is not None:
                yield short
                continue
            start, score = self._start(text, stop, end, level, found)
            if level == "community" and score < 1.0 and (begin := self._own_word(text, stop, end, own)) >= 0:
                start, score = begin, 1.0
            if last[1] == stop and match.group() == "社区":
                start, score = last[0], 0.95  # 青龙村|社区
            if start < 0:
                continue
            if match.group() == "居民区" and (
                text[stop - 1] in "村里"
                or (score < 0.95 and not _RESIDENTS_BODY.match(text, end) and not found.context.home.startswith("31"))
            ):
                continue  # 周边|居民区; in Shanghai every community is called so
            start = self._trim(text, start, stop, score, found)
            if text[start] == "继" and start >= 0 and _AFTER_IT.match(text, end):
                start += 1  # 继|某社区|之后
            grouped = start >= 0 and match.group() == "村" and text.startswith(("民小组", "民组"), end)
            if start < 0 or (grouped and _NUMBERED.fullmatch(text, start, stop)):
                continue
            if grouped and text[start:end] not in own and text.count(text[start:end]) == text.count(text[start:end] + "民"):
                continue  # 新石居|金花村民组: a group of villagers, and no village of that name elsewhere
            if (
                level == "community"
                and match.group() == "村"
                and score < 0.95
                and text[start:end] not in village_names()
                and _COMMUNITY_NOT.match(text, end)
            ):
                continue
            town = _TOWN_INSIDE.match(text, start, stop) if level in ("compound", "community") else None
            if town is not None and town.end() < stop - 1:
                start = town.end()
            if match.group() == "社区" and text[start] == "办" and text.endswith("街道", 0, start):
                start += 1  # 东城街道办|凤翎社区
            core = text[start:stop]
            if core.endswith("级") and level == "community":
                continue  # 三星级|社区
            if level == "community" and score < 1.0 and self._no_village(text, start, stop, end, score):
                continue
            if match.group() in ("农场", "林场") and core.endswith(_HUSBANDRY):
                continue  # 某某家庭|农场: a business
            if text[stop - 1] == "农" and score < 1.0:
                continue  # 农业农村|局
            if score < 1.0 and (
                (core in _GENERIC_BODY and not (level == "compound" and self._listed_compound(text, start, end)))
                or _DIGITS.match(core)
                or (
                    score < 0.95
                    and _NOT_CORE.search(core)
                    and not (level == "compound" and len(core) > 2 and core.endswith(_HOUSERS))  # 公路局|小区
                    and not self._is_own_end(text, start, end, match.group())
                    and not self._told_twice(text, start, end, level)
                )
                or core.endswith(("干部", "党员", "群众", "副", "正"))
                or _EACH.match(core)
            ):
                continue
            office = self._office_town(text[start], found) if level == "community" and text[start + 1] == "办" else None
            if office is not None:
                yield Mention(Kind.DISTRICT, start, start + 2, text[start : start + 2], "districts.office", 0.8, office)
                start += 2
            name = text[start:end]
            last = (start, end)
            listed = towns.get(name.removesuffix(match.group())) if level == "township" else None
            value = PlaceValue(name, level) if listed is None else PlaceValue(listed.name, level, listed.code)
            yield Mention(
                Kind.DISTRICT, start, end, name, f"districts.{level}", score, value
            )  # 某镇, which the lists have as 某乡

    @staticmethod
    def _listed_compound(text: str, start: int, end: int) -> bool:
        """、幸福小区、: whether a compound called by a word stands in a list of compounds."""
        before, behind = text[start - 1 : start] == "、", _AND_COMPOUND.match(text, end) is not None
        return (before and text.endswith(_COMPOUND_ENDS, 0, start - 1)) or (before and behind)

    @staticmethod
    def _is_own_end(text: str, start: int, end: int, unit: str) -> bool:
        """仁和|小区, 某局|家属院: whether a name's own part ends in 和 as a word does, or in the body of its families."""
        core = text[start : end - len(unit)]
        told = unit == "小区" and core[-1] == "和"
        return (told and (words().cut(core)[-1] != "和" or text.count(text[start:end]) > 1)) or (
            unit.startswith("家属") and core[-1] in "局院校厂司所心团"
        )

    @staticmethod
    def _no_village(text: str, start: int, stop: int, end: int, score: float) -> bool:
        """新一届|村“两委”, 两户|村民, 壮大|村集体经济."""
        core = text[start:stop]
        if core.endswith(("千", "百")) and score < 0.95:
            return True  # 锦绣千|村合作社
        if len(core) == 1 and core in "来到回进驻入下出" and text[end : end + 1] in tuple("里检调看走指慰考视采"):
            return True  # 某公司|来村里检查
        if words().tag(core)[0] == "t" and score < 0.95:
            return True  # 后来|社区召开
        if (core.endswith("化") and len(core) > 2) or (core.endswith("整") and _WHOLE_VILLAGE.match(text, end)):
            return True  # 某街道|网格化社区, 从脑山|整村搬迁
        if text.startswith("行", end) and text.startswith("社区", stop) and score < 1.0:
            return True  # 青春志愿|社区行
        if text.startswith(_COMMUNITY_WORK, end) and text.startswith("社区", stop) and words().tag(core)[0] == "v":
            return True  # 创新发展|社区警务
        if _COUNTED_OFF.search(core) or _TWO_VILLAGES.search(core) or _is_resultative(core):
            return True
        if score >= 0.95 or not _NO_VILLAGE_NEXT.match(text, end):
            return False
        return _HOUSES.fullmatch(core) is not None or words().frequency(core) > _USUAL

    @staticmethod
    def _told_twice(text: str, start: int, end: int, level: str) -> bool:
        """Whether a village is told of again, and between marks here: 在|东保村，."""
        if level != "community" or not 3 <= end - start <= 4 or words().frequency(text[start : end - 1]):
            return False
        name = text[start:end]
        return text.count(name) > 1 and any(
            _free_before(text, at) for at in _occurrences(text, name) if not _is_han(text[at + len(name) : at + len(name) + 1])
        )

    @staticmethod
    def _of_streets(text: str, stop: int, towns: Mapping[str, Place], found: Found) -> Iterator[Mention]:
        """丹江街|居民: a sub-district of the page's county without the last character of 街道."""
        for size in (4, 3, 2):
            town = towns.get(text[stop - size : stop])
            start = stop - size
            if town is not None and town.name.endswith("街道") and found.covering(Kind.DISTRICT, start) is None:
                value = PlaceValue(town.name, "township", town.code)
                yield Mention(Kind.DISTRICT, start, stop + 1, text[start : stop + 1], "districts.street", 0.85, value)
                return

    @staticmethod
    def _short_street(text: str, stop: int, found: Found) -> Mention | None:
        """南西|街道 for 南京西路街道, 长寿|街道 for 长寿路街道: the characters of one 街道 of the page, in order."""
        names = {hit.name for hits in found.context.hits.values() for hit in hits if hit.name.endswith("街道")}
        for size in (3, 2):
            short = text[stop - size : stop] if stop >= size else ""
            fits = [name for name in names if len(name) > size + 2 and short[:1] == name[0] and _in_order(short, name[:-2])]
            if len(fits) == 1 and short and (_free_before(text, stop - size) or text[stop - size - 1] in "有等"):
                value = PlaceValue(fits[0], "township", found.context.code(fits[0]))
                start, end = stop - size, stop + 2
                return Mention(Kind.DISTRICT, start, end, text[start:end], "districts.short_street", 0.85, value)
        return None

    @staticmethod
    def _doubled(text: str, stop: int, own: frozenset[str]) -> bool:
        """Whether a village whose own part ends in 村 stands here (新村|村), rather than one and what is its own (某村|村民)."""
        names = own or village_names()
        return not text.startswith(("民", "委", "干", "支", "两"), stop + 1) and any(
            text[start : stop + 1] in names for start in range(max(0, stop - 4), stop)
        )

    @staticmethod
    def _trim(text: str, start: int, stop: int, score: float, found: Found) -> int:
        """The beginning without an office or a verb before the name; -1 where nothing is left of it."""
        office = _OFFICE_BEFORE.match(text, start, stop) or _SET_UP.match(text, start, stop) or _WITHIN.match(text, start, stop)
        if office is not None:
            return office.end()
        if score >= 0.95 or found.ending_at(Kind.DISTRICT, start) is not None:
            return start
        if is_news_verb(text[start:stop]):
            return -1  # 服务|社区
        if text[start] == "点" and stop - start > 2 and _is_han(text[start - 1 : start]):
            return start + 1  # 安置点|兰洞新村
        if text[start] in "型式类性" and _is_han(text[start - 1 : start]):
            return -1  # 居住型|公房社区
        if text[start] in _TAKES and stop - start > 1:
            rest = text[start + 1 : stop]
            return start + 1 if len(rest) > 1 and rest not in _GENERIC_BODY else -1
        position = stop
        for piece in reversed(words().cut(text[start:stop])):
            if position < stop and len(piece) > 1 and words().tag(piece).startswith("v") and words().frequency(piece) > _USUAL:
                return position  # 营造|邻里社区
            position -= len(piece)
        return start

    @staticmethod
    def _office_town(char: str, found: Found) -> PlaceValue | None:
        """文办 for the office of 文昌路街道: the one 街道 of the page that begins so."""
        names = {
            hit.name
            for hits in found.context.hits.values()
            for hit in hits
            if hit.name.startswith(char) and hit.name.endswith("街道")
        }
        if len(names) != 1:
            return None
        name = names.pop()
        return PlaceValue(name, "township", found.context.code(name))

    @staticmethod
    def _quoted(text: str, stop: int) -> bool:
        """Inside the quoted name of an initiative (“百县千镇万村”): no place."""
        opened = text.rfind("“", max(0, stop - 24), stop)
        if opened < 0 or "”" in text[opened:stop]:
            return False
        closed = text.find("”", stop, stop + 24)
        return closed > 0 and not any(mark in text[opened:closed] for mark in "。！？") and closed - opened <= 24

    def _start(self, text: str, stop: int, end: int, level: str, found: Found) -> tuple[int, float]:
        """Where the name begins, and how sure; -1 where no name stands."""
        town = self._past_short(text, stop, found) if text.startswith("嘎查", stop) else -1
        if town >= 0:
            return town, 1.0  # 某苏木|呼和浩特敖包|嘎查
        for held in found.before(Kind.DISTRICT, stop + 1):
            outer = held.value.level if isinstance(held.value, PlaceValue) else ""
            gap = text[held.end : stop]
            if 0 < len(gap) <= 6 and level == "community" and self._is_own(held, text[held.end : end]):
                return held.end, 1.0  # 文化街道|建设社区
            if held.end == stop and text[stop:end] == "社区" and held.text.endswith("村"):
                return held.start, 0.95  # 纸坊村|社区
            if held.end == stop and level != "compound" and not (level == "community" and text[stop:end] == "社区"):
                return -1, 0.0
            if held.end == stop and level == "community" and (held.text.endswith("街道") or outer in _WIDE_LEVELS):
                return -1, 0.0  # 某街道|社区卫生服务中心, 某区|社区志愿者
            if 0 < len(gap) <= 6 and level == "community" and outer == "township" and gap + text[stop:end] in village_names():
                return held.end, 0.95
            if level == "community" and outer == "township" and held.text in (gap + "镇", gap + "乡", gap + "街道"):
                return held.end, 0.95  # 新因镇|新因村
            if (
                0 < len(gap) <= 8
                and not _STRAY.search(gap)
                and level != "township"
                and gap not in _GENERIC_BODY
                and not gap.endswith(("老旧", "老", "旧"))
                and not _COUNTED.search(gap)
                and not re.search(r"村|社区|小区", gap)
                and not _is_broken(gap, level)
                and outer != level
            ):
                return held.end, 0.95
            break
        if level == "township":
            return self._unlisted_township(text, stop, found)
        item = text.rfind("、", max(0, stop - 5), stop) + 1
        if level == "compound" and item and text[item:stop] in _GENERIC_BODY and self._listed_compound(text, item, end):
            return item, 0.95
        best = -1
        names = village_names() if level == "community" else frozenset()
        lo = max(0, stop - 8)
        for start in range(stop - 1, lo - 1, -1):
            if _STRAY.match(text[start]):
                break
            if text[start:end] in names and text[start:stop] not in _GENERIC_BODY and self._free_left(text, start):
                best = start
        start = left_edge(text, stop, place=True)
        if best >= 0:
            if best and text[best - 1] in "0123456789":
                return -1, 0.0
            if self._after_short(text, best, found):
                return best, 0.9  # 临颍|南街村
            if text[best - 1 : best] in _HAN_NUMERALS and (best == 1 or not "\u4e00" <= text[best - 2] <= "\u9fff"):
                return best - 1, 0.85
            if text[best - 1 : best] == "·" or 0 < best - start <= 2:
                best = min(start, left_edge(text, best - 1, place=True)) if text[best - 1 : best] == "·" else start
            return best, 0.85
        if start > 0 and text[start - 1] in "0123456789":
            return -1, 0.0
        numbered = text[stop:end] == "屯" and text[start - 2 : start - 1] in tuple("的在到于和与")  # 的|六段屯
        if start > 0 and text[start - 1] in _HAN_NUMERALS and (start == 1 or numbered or not _is_han(text[start - 2])):
            start -= 1
        if level == "compound" and text[stop:end] == "小区":
            brand = _BRAND.search(text, max(0, stop - 9), stop)
            if brand is not None and found.covering(Kind.DISTRICT, brand.start(1)) is not None:
                brand = None  # 某县将|公路局小区
            if brand is not None and brand.start(1) < start and not _NO_BRAND.search(brand[1]) and _is_brand(brand[1]):
                return brand.start(1), 0.8
        if start >= stop or text[start:stop] in _GENERIC_BODY:
            start = self._repeated(text, stop, end)
        for held in found.between(Kind.DISTRICT, start, stop) if start >= 0 else ():
            if held.by != "districts.short" and held.end < stop:
                start = max(start, held.end)  # 潮田乡|毛村自然村
        inner = _VILLAGE_INSIDE.match(text, start, stop) if start >= 0 and level == "community" else None
        start = inner.end() if inner is not None else start  # 诺邓村|诺邓古村
        if start >= stop or start < 0 or stop - start > 9:
            return -1, 0.0
        core = text[start:stop]
        if level == "community" and core[-1] == "村" and len(core) > 1 and _is_doubled(text, stop - 1):
            return start, 0.85  # 莫村|村
        if (
            core in _GENERIC_BODY
            or any(core.endswith(g) and words().frequency(core) for g in ("行政", "示范", "旅游", "特色", "文明"))
            or core.endswith(("贫困", "第一", "旧", "老旧", "族"))  # 深度贫困|村, 脱贫第一|村, 某屯旧|村
            or _RANKED_KIND.search(core) is not None  # 自治区级文明|村
            or (len(core) > 2 and core.endswith(_KINDS_OF_VILLAGES))  # 股份经济试点|村, 点亮老|社区
            or _is_resultative(core)  # 建强|村党组织
        ):
            return -1, 0.0
        pieces = words().cut(core)
        if all(piece in _GENERIC_BODY or words().tag(piece)[0] in "mqrdpcuv" for piece in pieces):
            return -1, 0.0
        if len(core) == 1 and (level != "compound" or core not in "东西南北中前后"):
            return -1, 0.0
        return start, 0.7

    @staticmethod
    def _after_short(text: str, start: int, found: Found) -> bool:
        """Whether the short name of a county that the page names stands right before a listed village."""
        shorts = gazetteer().by_short
        codes = set(found.context.codes.values())
        return any(
            place.level == "county" and place.code in codes
            for size in (2, 3)
            if start >= size
            for place in shorts.get(text[start - size : start], ())
        )

    @staticmethod
    def _beside_town(text: str, start: int, end: int, found: Found) -> bool:
        """Whether a town stands beside another one in a list: 甲镇、|乙镇."""
        behind = found.starting_at(Kind.DISTRICT, end + 1) if text[end : end + 1] in tuple("、和与及") else None
        before = found.ending_at(Kind.DISTRICT, start - 1) if start and text[start - 1] in "、和与及" else None
        return any(m is not None and isinstance(m.value, PlaceValue) and m.value.level == "township" for m in (behind, before))

    @staticmethod
    def _past_short(text: str, stop: int, found: Found) -> int:
        """Where a name begins that holds the short name of a city, right after its township; -1 where none does."""
        inner = next(iter(found.before(Kind.DISTRICT, stop + 1)), None)
        if inner is None or inner.by != "districts.short" or _STRAY.search(text, inner.start, stop):
            return -1
        town = found.ending_at(Kind.DISTRICT, inner.start)
        held = town is not None and isinstance(town.value, PlaceValue) and town.value.level == "township"
        return inner.start if held else -1

    @staticmethod
    def _own_villages(found: Found) -> frozenset[str]:
        """The villages of all listed towns that the article names."""
        towns = {m.value.code for m in found.of(Kind.DISTRICT) if isinstance(m.value, PlaceValue) and m.value.level == "township"}
        return frozenset(village for town in towns if town for village in seeds.villages(town))

    @staticmethod
    def _own_word(text: str, stop: int, end: int, own: frozenset[str]) -> int:
        """Where a village of the article's own towns begins whose name is a word (附近的|和平社区), or -1."""
        if not own or _WORK_NEXT.match(text, end):
            return -1
        for start in range(max(0, stop - 4), stop - 1):
            if text[start:end] in own and (
                start == 0 or text[start - 1] in _BEFORE_WORD or not "\u4e00" <= text[start - 1] <= "\u9fff"
            ):
                return start
        return -1

    @staticmethod
    def _is_own(held: Mention, name: str) -> bool:
        """Whether the list of a town's own villages holds a name: a village may be called by any word (五一村)."""
        value = held.value
        if not isinstance(value, PlaceValue) or not value.code:
            return False
        if value.level == "county" and len(name) == 2:  # 安吉县|余村
            return any(name in seeds.villages(town.code) for town in gazetteer().children(value.code))
        return value.level == "township" and name in seeds.villages(value.code)

    @staticmethod
    def _repeated(text: str, stop: int, end: int) -> int:
        """The longest stretch before an ending that the text repeats: 铁路定和|小区."""
        for size in (6, 5, 4, 3):
            start = stop - size
            if start < 0 or not all("\u4e00" <= c <= "\u9fff" for c in text[start:stop]) or text[start] in SINGLE_STOPS:
                continue
            first = words().cut(text[start:stop])[0]
            if text.count(text[start:end]) > 1 and not ends_walk(first, place=True) and first not in _TAKES:
                return start
        return -1

    @staticmethod
    def _free_left(text: str, start: int) -> bool:
        """Whether a name may begin here: after a stop, or where the dictionary cuts."""
        if start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff":
            return True
        left = text[max(0, start - 4) : start]
        for stray in reversed(range(len(left))):
            if _STRAY.match(left[stray]):
                left = left[stray + 1 :]
                break
        window = left + text[start : start + 3]
        position = 0
        for piece in words().cut(window):
            if position == len(left):
                return True
            position += len(piece)
        return False

    @staticmethod
    def _unlisted_township(text: str, stop: int, found: Found) -> tuple[int, float]:
        """A township that no list has: only where the text says it often."""
        start = left_edge(text, stop, place=True)
        start = max(start, *(held.end for held in found.between(Kind.DISTRICT, start, stop)), 0)
        core = text[start:stop]
        unit = next(unit for unit in ("街道", "苏木", "镇", "乡") if text.startswith(unit, stop))
        if core.endswith(("镇委", "乡委", "党委")):
            return -1, 0.0  # 某镇委|镇政府
        if not 1 < len(core) <= (6 if unit == "苏木" else 9 if core.endswith("族") else 4) or core in _GENERIC_BODY:
            return -1, 0.0
        name = core + unit
        if words().frequency(name) > 0 or words().frequency(core) > 500:
            return -1, 0.0
        end = start + len(name)
        free = start == 0 or not _is_han(text[start - 1]) or found.ending_at(Kind.DISTRICT, start) is not None
        free = free or text[start - 1] in "在到于赴和与及"
        sure = (unit == "苏木" and free) or _TOWN_BODY.match(text, end) or (free and _HOLDS_COMMUNITY.match(text, end))
        sure = sure or (free and not core.endswith("小城") and Districts._beside_town(text, start, end, found))
        if not sure and (text.count(name) < 2 or not free):
            return -1, 0.0
        return start, 0.75 if sure else 0.6


__all__ = ["COMMON_NOUNS", "Districts"]
