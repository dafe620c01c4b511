"""Units inside a body, told of without it: 外语学院、后勤处 of the university of a report, 法警大队 of its court.

Each kind of body has units whose names are nobody else's (``word_lists``). What a district has too (组织部, 图书馆) is
of the body only in a list beside one of these, or behind the word that the body calls itself by (校图书馆). Which body
it is, ``coref`` says: the last one told of, or the one that the sentence before is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.extract.edges import SURE_TITLES
from kg.extract.post_phrases import KINDS_OF
from kg.extract.spheres import is_sphere
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words


@dataclass(frozen=True, slots=True)
class House:
    """A kind of body: how its names end, the list of its units, what a district has too, what no list could hold."""

    ends: tuple[str, ...]
    units: str
    shared: tuple[str, ...] = ("工会", "团委", "办公室", "机关党委")
    open: str = "(?!)"

    @property
    def back(self) -> str:
        return "|".join((*self.ends, "@within"))


_HOUSES = (
    House(
        ("大学", "学院", "师专", "专科学校"),
        "university_units",
        ("组织部", "宣传部", "统战部", "纪委", "团委", "工会", "办公室", "党政办公室", "档案馆", "图书馆"),
        "(?![和与及各该我])(?:(?![的有是在到由该我了等、])[一-龥]){2,14}?(?:学院(?![路区站派生街镇村])|"
        "系(?=副?主任|党总支|教师|师生|学生|副?教授|讲师))",
    ),
    House(
        ("小学", "中学", "学校", "一中", "二中", "三中", "四中", "职教中心", "职高", "职中", "职专", "中专"),
        "school_units",
        ("工会", "团委", "办公室"),
    ),
    House(("医院", "卫生院", "保健院", "疾控中心"), "hospital_units", ("工会", "团委", "办公室", "体检中心")),
    House(("法院", "中院"), "court_units", ("政治部", "办公室", "机关党委")),
    House(
        ("检察院",),
        "procuratorate_units",
        ("政治部", "办公室", "机关党委"),
        "第[一二三四五六七八九十]检察部|(?:未成年人|公益诉讼|刑事|民事|行政|控告申诉|职务犯罪|普通犯罪|重大犯罪|经济犯罪){1,2}检察[部室]",
    ),
    House(("公安局", "公安分局", "公安处"), "police_units"),
    House(("供电公司", "电力公司"), "power_units"),
    House(
        ("局", "委"),
        "bureau_units",
        ("办公室", "机关党委"),
        "(?![和与及各该我])(?:(?![的有是在到由该我了等、])[一-龥]){2,8}?(?<![控持入参占配折募招])股(?=[、，。；和及]|副?股?长|负责|牵头|工作人员|干部|汇报|参加|组织|会同|联合)",
    ),
    House(("人大常委会", "人大"), "congress_units", ("办公室", "研究室")),
    House(("政协",), "conference_units", ("办公室", "研究室")),
    House(("交警大队", "交警支队", "交管大队", "消防救援大队", "消防救援支队", "城管大队"), "squad_units"),
)
_BEGINS = (
    "(?:(?<![一-龥])|(?<=[由和与及])|(?<=联合)|(?<=会同)|(?<=协同)|(?<=组织))(?:(?:组织|联合|会同|协同|抽调|包括|来自|共有|有|召集|带领|安排|"
    "我校|该校|全校|学校|我院|该院|医院|我局|该局)(?:共?有|的)?)?"
)
# What goes on behind a unit: a mark, a list, who is of it. Else it is what the unit does.
_GOES_ON = re.compile(
    "[^一-龥]|[等和与及的]|以及|(?:有关|相关|主要)?(?:负责|领导|工作人员|党[员支总委]|干[警部]|民警|医护|教师|师生|学生|毕业生|职工|员工|代表)"
)
_HEADED = re.compile(
    "(?:党总支|党支部|分党委)?(?:常务)?副?(?:主任|(?:[大中支]?队|[院处部科局庭馆所股站])?长|书记|经理|教授|教导员|指导员)|党总支|党支部"
)
_BRANCH = re.compile("(?:党总支|党支部|分党委|分工会)(?!委)")  # 会计学院|党总支
_OF_WARD = re.compile(
    "(?:[、和及][一-龥]{1,6}科){0,8}等?(?:[一-龥]{0,4}?)(?:专家|医生|医护|医务|骨干|科室)|(?:[正副]?主任)?(?:[医护药技]师|护士(?!长)|医生|专家|门诊)"
)


_BY = "organisations.inner"


_UNIT_ENDS = "院系处部科室局庭队股所站馆委会办心、，"


@lru_cache(maxsize=len(_HOUSES))
def _units(house: House) -> re.Pattern[str]:
    listed = "|".join(sorted(seeds.word_list(house.units), key=lambda unit: (-len(unit), unit)))
    return re.compile(f"{_BEGINS}(?P<unit>(?:{listed})|{house.open})")


# Without one of these a text has none of the units that no list could hold; asked first, for it is told faster.
_OPEN_SIGN = re.compile("学院|检察[部室]|系(?:副?主任|党总支|教师|师生|学生|副?教授|讲师)|股(?![份权东民])")


def _may_have(text: str, house: House) -> bool:
    """Whether a text has a unit's name from the list of a house, or a sign of one that the list does not hold."""
    if any(unit in text for unit in seeds.word_list(house.units)):
        return True
    return house.open != "(?!)" and _OPEN_SIGN.search(text) is not None


def find_inner_units(text: str, found: Found) -> Iterator[Mention]:
    """教务处、|图书馆|等单位, 由|法警大队|负责, |护理部|主任: units of the bodies told of before them."""
    served = {body.value.back for body in found.of(Kind.ORGANISATION) if body.by == _BY and isinstance(body.value, BodyValue)}
    for house in _HOUSES:
        if house.back in served:
            continue
        if not any(_is_host(body, house) for body in found.of(Kind.ORGANISATION)) or not _may_have(text, house):
            continue
        spans = [match.span("unit") for match in _units(house).finditer(text) if _is_unit(text, *match.span("unit"), found)]
        for start, end in (*spans, *_beside(text, house, spans, found)):
            yield _unit(text, start, end, house)
            branch = _BRANCH.match(text, end)
            if branch is not None:
                yield _unit(text, start, branch.end(), house)


_CHAMBERS = {"congress_units": "人大", "conference_units": "政协"}


def _is_host(body: Mention, house: House) -> bool:
    """Whether a body is of a kind, or an office of one that is: 某县公安局|交警大队."""
    outer = body.value.parent if isinstance(body.value, BodyValue) else None
    chamber = _CHAMBERS.get(house.units, "")  # 县人大常委会财经工委, beside which others stand
    return (
        bool(chamber and chamber in body.text)
        or body.text.endswith(house.ends)
        or (outer is not None and outer.text.endswith(house.ends))
    )


def _unit(text: str, start: int, end: int, house: House) -> Mention:
    name = text[start:end]
    core = "法警大队" if name == "法警队" and "法警大队" in text else name  # one squad by two names
    return Mention(Kind.ORGANISATION, start, end, name, _BY, 0.9, BodyValue(core, "", back=house.back))


def _is_unit(text: str, start: int, end: int, found: Found) -> bool:
    """Whether a name stands for a unit: nothing that was read before holds it, and what goes on may do so behind a body."""
    if any(found.covering(kind, at) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT) for at in (start, end - 1)):
        return False
    name = text[start:end]
    if text[start - 1 : start] in ("和", "与", "及") and text[start - 2] not in _UNIT_ENDS:
        return False  # 石油与|天然气工程学院
    if name.endswith(("学院", "系", "股")) and name not in seeds.word_list("university_units") and not _is_taught(name):
        return False
    if _OF_WARD.match(text, end) is not None:
        return False  # 骨科|医生: of the hospital
    if end == len(text) or _GOES_ON.match(text, end) is not None or _HEADED.match(text, end) is not None:
        return True
    if len(name) > 2:
        return True
    piece = words().cut(text[end : end + 4])[0]
    return words().tag(piece)[0] != "n" or words().tag(piece) == "nr"


# 某某职业学院, 老年学院: schools by themselves.
_OWN_SCHOOL = ("职业学院", "师范学院", "技术学院", "技师学院", "老年学院", "干部学院", "行政学院", "党性教育学院", "社会主义学院")


def _is_taught(name: str) -> bool:
    """Whether a college or a faculty is called after what it teaches: 会计学院, 化学与土木工程学院; not 皖西学院, 长征学院."""
    field = name.removesuffix("学院").removesuffix("系").removesuffix("股")
    if name.endswith(_OWN_SCHOOL) or any(words().tag(piece) in ("ns", "nr", "nz", "t") for piece in words().cut(field)):
        return False
    return is_sphere(field) and not field.endswith(SURE_TITLES)


def _beside(text: str, house: House, spans: list[tuple[int, int]], found: Found) -> Iterator[tuple[int, int]]:
    """后勤处、|图书馆|、|文传学院|: what a district has too, and short names, in a list with a unit of the body."""
    for start, end in spans:
        if "学院" in house.ends:
            yield from _colleges(text, start, end, found)
        while text[end : end + 1] in ("、", "和"):
            unit = next((unit for unit in house.shared if text.startswith(unit, end + 1)), "")
            if not unit or not _is_unit(text, end + 1, end + 1 + len(unit), found):
                break
            yield end + 1, end + 1 + len(unit)
            end += 1 + len(unit)
        while text[start - 1 : start] == "、":
            unit = next((unit for unit in house.shared if text.endswith(unit, 0, start - 1)), "")
            before = start - 1 - len(unit)
            if not unit or "\u4e00" <= text[before - 1 : before] <= "\u9fff" or found.covering(Kind.ORGANISATION, before):
                break
            yield before, start - 1
            start = before


_COLLEGE_BEFORE = re.compile("(?:(?<![一-龥])|(?<=[由和有括自]))(?:[一-龥]*(?:共有|包括|来自|其中))?([一-龥]{1,8}学院)(?=[、和])")
_COLLEGE_BEHIND = re.compile("[、和]([一-龥]{1,8}学院)(?![路区站派生街镇村])")


def _colleges(text: str, start: int, end: int, found: Found) -> Iterator[tuple[int, int]]:
    """外语学院、|机材学院|: colleges by their short names, which were read as schools by themselves."""
    while (after := _COLLEGE_BEHIND.match(text, end)) is not None and _has_no_place(after.start(1), after.end(1), found):
        yield after.span(1)
        end = after.end(1)
    while text[start - 1 : start] == "、":
        before = next((m for m in _COLLEGE_BEFORE.finditer(text, max(0, start - 12), start) if m.end() == start - 1), None)
        if before is None or not _has_no_place(*before.span(1), found):
            return
        yield before.span(1)
        start = before.start(1)


def _has_no_place(start: int, end: int, found: Found) -> bool:
    """Whether nothing is known to be named here but a school without its place."""
    held = found.covering(Kind.ORGANISATION, start)
    own = held is None or (held.start == start and held.end == end and held.by in ("organisations.proper", _BY))
    return own and found.covering(Kind.DISTRICT, start) is None


# 学校党委|高度重视, 校团委、|校医院: what a body calls its own, where no title shows whose it is.
_OWN = needing(
    "党委 党组 党总支 党支部 团委 工会 纪委 图书馆 医院 宣传部 组织部 办公室",
    "(?:(?<![一-龥])|(?<=[由和与及在]))(?:该|我|本)?(?P<noun>学校|校|医院|院|分局|局|公司|集团)"
    "(?P<unit>(?:机关)?(?:党委(?:办公室|组织部|宣传部|统战部|教师工作部)?|党组|党总支|党支部|团委|工会|纪委)|(?<!学)(?<=院)办公室|(?<=校)(?:图书馆|(?<!学校)医院|宣传部|组织部))"
    "(?![组宣统]|办公|教师|书记|副|常务|委员|成员|专职|主[席任]|部长|[员会]|和?(?:主要)?(?:领导|负责))",
)
_KINDS = {"局": "局", "分局": "分局", "校": KINDS_OF["校"]}


def find_own_groups(text: str, found: Found) -> Iterator[Mention]:
    """该校|党委, 院|党组, 公司|工会: groups of the party and the people in a body that is told of by its kind."""
    for match in _OWN.finditer(text):
        start, end = match.span()
        if any(found.covering(Kind.ORGANISATION, at) is not None for at in (start, end - 1)):
            continue
        noun, unit = match["noun"], match["unit"]
        kinds = _KINDS.get(noun) or KINDS_OF.get(noun, noun)
        core = "校医院" if unit == "医院" else unit
        value = BodyValue(core, "Association" if unit in ("团委", "工会") else "", back=f"{kinds}|@within")
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.own_group", 0.75, value)
