"""What is no initiative, whatever verb and type word stand around it: “面子工程”, “五一”开园, “雪龙7”科考船, 非遗项目.

Quotation marks and type words are alike for works that are blamed, for categories and goods, for ships and for days; what stands
inside or right behind tells them from names.
"""

from __future__ import annotations

import re

from kg import seeds
from kg.extract.names import scorer

# “面子工程”, 搞政绩工程: works of which only their blame is told.
_BLAMED = tuple(sorted(seeds.word_list("blamed_works")))
# 国家级非物质文化遗产代表性项目, 对外承包工程: a category of things that are listed, or a trade; not built.
_CATEGORY = re.compile(
    # 非防洪建设项目: all that is not of a kind; 各乡镇污水处理项目: those of all; 共有许多光伏发电项目: how many there are
    "^(?:[共还也已]?有)?(?:许多|很多|大量|一些)|^各[县区市乡镇村社街校园]|^(?:[^，。；]{0,4}[县区市旗])?非(?!遗|标|晶|金|煤|洲|物|凡|织|粮|常|硅|机动|公经济|道路)[一-龥]{2,6}(?:建设|投资)项目$|"
    "(?:非物质文化遗产|非遗|文化遗产|传统(?:技艺|医药|美术|音乐|舞蹈|戏剧))(?:代表性?|名录|扩展|类|传统|技艺)*项目$|(?:代表性|所有|全部|各类|相关)项目$|(?:承包|分包|总包)工程$|(?<![仪公欧中])式(?:改造|升级|整治)$|"
    # 了解|合作社运营模式: how any of its kind is run
    "^(?:学习|了解|考察|参观|观摩)?(?:合作社|企业|公司|基地|项目|车间|园区|社区|党支部|村集体经济|家庭农场|物业)(?:的)?(?:运营|经营|运行|管理|发展|生产|种植|销售|合作){1,2}模式$"
)
_PAPERS = ("工作报告", "专项报告", "情况的报告", "议案")  #: 开展“听取和审议某工作报告”调研: what is read and voted on
# “探索7”科学考察船, “某某”号列车: what has a name of its own, and sails, drives or flies.
_CRAFT = re.compile(
    "(?:号|轮(?![岗换训值])|(?:[一-龥]{0,8}?)(?:考察船|科考船|调查船|破冰船|工程船|货轮|邮轮|游轮|渔船|军舰|航母|潜水器|潜航器|探测器|"
    "飞船|卫星|火箭|空间站|直升机|无人机|大飞机|客机|盾构机|起重机|机器人|收割机))"
)
# “五一”开园: a day, but for what is done on it under a name (“六一”关爱行动).
_OF_DAY = ("活动", "行动", "计划", "工程", "活动月", "活动周", "宣传月", "宣传周")
# “双拼”|夺得金奖: what was won.
_WON_BEHIND = re.compile(
    "(?:夺得|夺取|获得|荣获|斩获|捧得|捧回|摘得|摘取|赢得|拿下|拿到|荣膺|喜获|获评|入选|当选|登上|跻身|颁奖|颁发|颁证|授[奖牌旗]|揭牌|挂牌)"
)
# 这趟“幸福列车”, 一座“专属”车站: an image or a manner, not what the thing is called.
_AN_IMAGE = re.compile("[这那](?:趟|辆|艘|列|架|班|股|道|堵|扇|盏|剂|针|把)$")
_COUNTED_THING = re.compile("(?:[一两几这那每]|\\d)(?:座|个|家|所|台|艘|支|张|间|处|辆|名|位|条|块)$")
# 打造“一呼百应”|的楼栋战队, 形成“一核多元”|的格局: what something is like.
_LIKENESS = re.compile(
    "的[一-龥]{0,6}?(?:[战铁]军|战队|联盟|共同体|格局|局面|氛围|画卷|图景|答卷|体系|网络|阵地|堡垒|防线|城墙|风景线?|[服生][务活]圈|"
    "新篇章?|乐章|家园|环境|品质|力量|标杆|样板|名片|高地|目标|愿景|效果|成效|状态|态势|局|关系|纽带|桥梁|责任链条?|闭环|合力)"
    "(?![建行活工])"
)
# 评选“最美管家”“楼长标兵”: whom a title is given to.
_CHOSEN_AS = re.compile(
    "(?:评选|选树|评出|选出|表彰|授予|评为|获评|争当|争做|争创|涌现)(?:表彰|一批|了|出|为)*(?:“[^“”]{2,12}”[、和及]?)*$"
)
_HONOURED_ONES = (
    "之星", "标兵", "达人", "能手", "管家", "楼长", "家庭", "户", "人", "之家", "使者", "卫士", "模范", "先锋", "工匠", "书记",
    "村长", "媳妇", "婆婆", "公婆", "邻居", "少年", "教师", "医生", "干部", "党员", "支部", "员工", "老板", "妯娌", "儿女",
    "庭院", "单位", "个人",
)  # fmt: skip
CLEAR = 2.0  #: the margin from which a name surely stands behind the marks
_QUARTERS = ("新城区", "新区", "片区", "组团", "商圈")
# “看得见”和“看不见”|的项目: what they are like.
_LIKE = re.compile("(?:[、和与及]“[^“”]{2,10}”)*的(?:大|小|好)?(?:项目|工程)(?![一-龥]{0,2}[”》])")
_PLAIN_MANNERS = seeds.word_list("counted_manners")
_BECAME = re.compile("(?:变成|成为|成了|建成|变身|打造成|蝶变为)[^，。；]{0,10}$")
# “三个务必”, “十个不准”: rules of conduct.
_RULES = re.compile(
    "[一二两三四五六七八九十](?:个|条|项)?(?:务必|意识|自信|维护|确立|自觉|必须|不准|严禁|一律|决不|绝不|不得|不让|不放过|忠诚|牢记|不动摇|坚定不移|过硬)"
)
# “高效提取技术”, “中小企业”: goods, ways of making, and those for whom something is done.
_GOODS = ("技术", "工艺", "装置", "设备", "企业", "人员", "群体", "人群", "药物", "疫苗", "新品种")
# 推广|“四大技术”: as many ways of growing as all are to take up.
_TECHNIQUES = re.compile("[一二两三四五六七八九十](?:大|项|个|改|推)?[一-龥]{0,4}技术")
_FOR_ALL = re.compile("(?:推行|推广|普及|落实|实施|应用|运用)了?$")
_NUMERALS = frozenset("一二两三四五六七八九十百千万")
_EXPLAINS = re.compile("(?:，)?(?:分别|就|则)?(?:[是为即]|指的?是?)")
# 活动在某某文化公园|启动: where it is, not what is begun.
_HELD_HERE = re.compile(
    "(?:隆重|正式|顺利|如期|圆满|盛大|成功|集中)*(?:启动|举行|举办|召开|开幕|闭幕|开展|拉开|上演|进行|揭牌|成立|开赛|鸣枪|设立|启幕)"
)


# “三升一降”, “线上+线下”, “一老一小”: results, two ways at once, and classes of people.
_NO_NAMES = re.compile(
    "(?:[一二两三四五六七八九十多](?:升|增|降|减|涨|提|少|无|零)){2}|(?:线上|线下|网上|网下|人防|技防|物防)(?:[+＋、和](?:线上|线下|网上|网下|人防|技防|物防))+|"
    "[三五七九]通一平|一老一[小幼]|一老一小一困|两癌|三[类留]人员|三留守(?:人员)?|六大员|三官一律|两代表一委员|四上企业|五老(?:人员)?"
)
_PLEDGES = re.compile("(?:[、和与及]“[^“”]{2,12}”)*(?:目标|工作|创建|目标管理)?(?:责任状|责任书|承诺书|保证书|军令状)")
_TALKS = re.compile(
    "(?:为[题主]+)?[，的作]?了?(?:专题|主题|辅导|学习|党课|宣讲){0,3}(?:报告|讲座|发言|授课|演讲|讲话|党课|宣讲|辅导)"
)
_QUALITIES = seeds.word_list("quoted_qualities")
_ONE_EACH = re.compile("一[一-龥]{1,3}一[一-龥]{1,3}")  # “一社区一品牌”的创建格局
_ASKS = re.compile("哪些|哪个|是否|能不能|要不要|怎么(?!办工)|怎样|什么样|为什么|如何")  #: what is asked is said by someone
_SEEN_AS = re.compile("(?:作为|当作|看作|视为|当成|列为|定为|摆上)[^，。；“]{0,10}$")


def is_venue(text: str, start: int, end: int) -> bool:
    """Whether a thing that is built only tells where something is held: 活动在|鼎山文化公园|启动."""
    return text[start - 1 : start] == "在" and _HELD_HERE.match(text, end) is not None


def is_no_quoted(text: str, inner: str, start: int, end: int, typed_end: int) -> bool:
    """Whether what stands in quotation marks is no name of an initiative; ``typed_end`` is where its type word ends, or 0."""
    if inner.endswith((*_BLAMED, *_PAPERS)) or _is_explained(text, inner, start, end):
        return True
    if (_NO_NAMES.fullmatch(inner) is not None and (not typed_end or text.endswith("服务", end, typed_end))) or (
        _ASKS.search(inner) is not None and not typed_end
    ):
        return True
    if _PLEDGES.match(text, end) is not None:
        return True  # 签订了“信访稳定”和“安全工作”|责任状
    if not typed_end and _TALKS.match(text, end) is not None and text.endswith(("关于", "题为", "以"), 0, start):
        return True  # 作了关于“坚持正确监督”|的专题辅导报告
    if text.startswith("掀", end) or (not typed_end and text.startswith(_QUARTERS, end)):
        return True  # “项目为王”掀建设热潮, “两河三岸”|新城区
    if text.startswith(("思想", "意识", "决心", "信心", "心态", "精神", "作风", "干劲"), end):
        return True  # “持久战”思想
    if text.startswith(("的", "和“", "、“", "与“", "及“"), end) and _LIKE.match(text, end) is not None:
        return True
    if inner in _QUALITIES and (not typed_end or text.endswith(("服务", "举措", "措施", "活动"), end, typed_end)):
        return True  # “硬核”举措, “暖心”服务
    if inner.endswith("工程") and (
        _SEEN_AS.search(text, max(0, start - 14), start) or text.startswith(("来抓", "来做", "来办"), end)
    ):
        return True  # 作为“关键工程”来抓
    if typed_end:
        if text.startswith("社区", end) and typed_end == end + 2 and _BECAME.search(text, max(0, start - 16), start):
            return True  # 变成了居民心中的“花园”社区
        if _WON_BEHIND.match(text, end):
            return True
        return len(inner) <= 3 and inner in _PLAIN_MANNERS and _counted(text, start)
    if _RULES.fullmatch(inner) is not None or _CRAFT.match(text, end) is not None:
        return True
    plain = "+" not in inner and not _ONE_EACH.fullmatch(inner) and not any(char.isdigit() for char in inner)
    if plain and _LIKENESS.match(text, end) is not None:
        return True
    if inner.endswith(_HONOURED_ONES) and _CHOSEN_AS.search(text, max(0, start - 40), start) is not None:
        return True
    if inner.endswith(_HONOURED_ONES) and scorer().read(text, end, 0.0)[1] > CLEAR:
        return True  # “道德模范”|甲, “致富能手”|乙: how someone is honoured
    if _TECHNIQUES.fullmatch(inner) is not None and _FOR_ALL.search(text, max(0, start - 6), start) is not None:
        return False
    return inner.endswith(_GOODS) or _AN_IMAGE.search(text, max(0, start - 3), start) is not None


def _is_explained(text: str, inner: str, start: int, end: int) -> bool:
    """Whether a part of a scheme of numerals that was told of is only explained: “一核三治”…。“三治”|即自治、法治、德治."""
    if inner[0] not in _NUMERALS or _EXPLAINS.match(text, end) is None:
        return False
    at = text.find(inner)
    while 0 <= at < start - 1:
        whole = text[at - 1 : at] == "“" and text.startswith("”", at + len(inner))
        if not whole and text.rfind("“", 0, at) > text.rfind("”", 0, at):
            return True
        at = text.find(inner, at + 1)
    return False


def is_day_only(text: str, end: int, typed_end: int) -> bool:
    """Whether a holiday in quotation marks tells no more than when it was: “五一”开园, not “六一”关爱行动."""
    return not typed_end or not text.endswith(_OF_DAY, end, typed_end)


def is_category(name: str) -> bool:
    """Whether an unquoted name is a category or is blamed: 省级非物质文化遗产代表性项目, 搞政绩工程."""
    return name.endswith(_BLAMED) or _CATEGORY.search(name) is not None


def _counted(text: str, start: int) -> bool:
    return _COUNTED_THING.search(text, max(0, start - 3), start) is not None


__all__ = ["is_category", "is_day_only", "is_no_quoted", "is_venue"]
