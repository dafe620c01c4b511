"""What several kinds of bodies share: the words that end their names, units, and what a body or place that was found is.

For example the level of 鼓楼区 is ``county``, and in 县长甲|和县妇联 a person's name ends before 和.
"""

from __future__ import annotations

import re
from collections.abc import Container

from kg import seeds
from kg.extract.base import BodyValue, Found, PlaceValue
from kg.extract.edges import SURE_TITLES
from kg.extract.names import scorer
from kg.model import Kind, Mention

# The unit words by which a page calls its own district: 区委, 市政府, 镇卫生院, 社区党委.
RELATIVE_UNITS = (
    "社区",
    "街道",
    "园区",
    "小区",
    "集聚区",
    "自治区",
    "自治县",
    "自治旗",
    "自治州",
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
UNIT = re.compile("|".join(sorted(RELATIVE_UNITS, key=lambda u: (-len(u), u))))
LISTED_UNITS = ("省", "市", "区", "县", "旗", "州", "盟")  # whose districts are all in the gazetteer
OWNERS = ("银行", "公司", "集团", "保险", "人寿", "电信", "移动", "联通", "石化", "石油")  # whose branches bear their name
LIMITED = ("有限公司", "有限责任公司")  #: how the names of companies end
LEGAL_FORMS = (
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
FIRM_NAME = re.compile("[一-龥]{0,8}?(?:公司|集团)")
COUNTED_HEAD = re.compile("[一二两三四五六七八九十几多\\d]+[所家个支名座间]")
NO_BODY_NAMES = seeds.word_list("no_body_names")
LIST_MARKS = ("、", "和", "及", "以及", "与", "，")
# The local arms of a company, a bank or a body of the state, named behind their place.
ARMS = (
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
FIRM_ENDS = ("集团", "有限", "股份", "控股", "科技", "实业", "公司")
FOUNDERS = ("小学", "中学", "学校", "学院", "大学", "幼儿园", "医院", "公司", "集团", "合作社", "商会", "协会", "厂")


def level_of(place: Mention) -> str:
    """The level of the district that a mention names: ``county`` of 鼓楼区; empty where it names none."""
    return place.value.level if isinstance(place.value, PlaceValue) else ""


def is_of(body: BodyValue, units: Container[str], level: str) -> bool:
    """Whether a body is that of a district of some level, by its unit word (镇政府) or by name (双石镇政府)."""
    return body.relative in units or (body.anchor is not None and level_of(body.anchor) == level)


def is_public(body: Mention | None) -> bool:
    """Whether a body is of the party or of a government: 县委, 县水利局."""
    return body is not None and isinstance(body.value, BodyValue) and body.value.subtype in ("PartyBody", "GovernmentBody")


def is_official(body: Mention) -> bool:
    """Whether a body is public, or an association or body of the people: 县工会, 村委会."""
    value = body.value
    return isinstance(value, BodyValue) and value.subtype in ("PartyBody", "GovernmentBody", "Association", "GrassrootsBody")


def chain_start(found: Found, position: int) -> int:
    """Where the chain of districts begins that ends at a position: 安徽|宿州|泗县."""
    while (place := found.ending_at(Kind.DISTRICT, position)) is not None:
        if isinstance(place.value, PlaceValue) and place.value.relative:
            break  # 我区|新乡某某公司
        position = place.start
    return position


CJK = re.compile(r"[一-龥]")


def ends_in_name(text: str, end: int) -> bool:
    """Whether a person's full name ends at ``end``: of 县长甲|和县妇联主席乙 the 和 is no part of a county's name."""
    for size in (3, 2, 4):
        start = end - size
        if (
            start >= 0
            and scorer().is_name(text[start:end], 0.5)
            and (start == 0 or not CJK.match(text[start - 1]) or text.endswith((*SURE_TITLES, "代表"), 0, start))
        ):
            return True
    return False


_IN_PROJECTS = re.compile(
    r"(?:一期|二期|三期|新建|改扩建|扩建|迁建|异地新建|建设|改造|新馆|新院区?)?(?:、[^，。；：、\n]{2,20}){0,8}?等?[^，。；：、\n]{0,4}(?:项目|工程)(?![部办指])"
)
_HAS_BUILT = re.compile(
    "(?:(?:捐建|援建|兴建|建成|创办|兴办|捐资兴建|捐资建成)了|先后(?:捐建|援建|建成|创办|兴办))[^，。；：]{2,}$"
)


def is_built(text: str, end: int) -> bool:
    """Whether a house is named as a thing to be built: 县博物馆、县图书馆|等项目, 县博物馆|建设项目; not 捐建了某小学等项目."""
    if _IN_PROJECTS.match(text, end) is None:
        return False
    return _HAS_BUILT.search(text, max(0, end - 60), end) is None


def seat_of(place: Mention, found: Found) -> Mention | None:
    """The district in which people of another have their society: 重庆市|浙江企业联合会, 九江市|瑞昌商会."""
    seat = None
    while (len(place.text) < 3 or place.text[-1] not in "省市区县旗州盟镇乡村") and (
        outer := found.ending_at(Kind.DISTRICT, place.start)
    ) is not None:
        seat = place = outer
    return seat
