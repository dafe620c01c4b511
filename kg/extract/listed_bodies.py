"""What stands in a list with a body shares its district: 区教育局、|水利局|和|商务局; a company's arm stands right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.base import BodyValue, Found
from kg.extract.bodies import ARMS, LIST_MARKS, OWNERS, UNIT, chain_start, is_of, level_of
from kg.extract.body_functions import INSIDE_CORE, NO_OFFICE_CENTRE, NOT_IN_CORE, NOT_ONE_CORE, holds
from kg.extract.departments import Form, match_department
from kg.extract.edges import SINGLE_STOPS, verb_stops
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_LISTED_GROUP = re.compile("(?:(?![的等由和与])[一-龥]){2,8}组(?=[、，。和等构组负])")
# Working groups among bureaus, two of them side by side: 县卫健委及|医疗救治组|、交通检疫组.
_TWO_GROUPS = re.compile(
    "(?:(?![的等由和与调视考检巡])[一-龥]){3,6}(?<!小)组(?=[、和][一-龥]{3,6}组(?![织建成合]))|(?<=组[、和])(?:(?![的等由和与])[一-龥]){3,6}(?<!小)组(?![织建成合])"
)
_ARM_NEXT = re.compile("[一-龥]{2,4}(?:" + "|".join(ARMS) + ")")
_ALIAS = re.compile("（[一-龥]{2,14}）(?=、)")
# Bodies that a county has and no town: beside a town's own in a list they are the county's.
_COUNTY_ENDS = re.compile(
    "(?<!分)(?<!执法)(?<!事业)(?<!经济发展)(?<!建设)局$|人民医院$|公司$|银行$|[大支]队$|法院$|检察院$|人武部$|联社$"
)
_COMMITTEES = ("委", "党委", "党工委")
_OF_VILLAGES = ("村委会", "村民委员会", "居委会", "居民委员会", "“两委”")
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


def find_listed_bodies(text: str, found: Found) -> Iterator[Mention]:
    """What follows in a list shares the district: 区教育局、水利局和商务局; 镇党委、政府."""
    reached = 0  # the end of the last list that was walked: its later members start no walk of their own
    for body in found.of(Kind.ORGANISATION):
        value = body.value
        if not isinstance(value, BodyValue) or value.proper or body.start < reached:
            continue
        yield from _before_shared_head(text, body, value, found)
        end = body.end
        while True:
            reached = max(reached, end)
            aside = _ALIAS.match(text, end)
            end = aside.end() if aside is not None else end  # 社会事务办公室（疫情防控办公室）|、建设局
            mark = next((m for m in LIST_MARKS[:5] if text.startswith(m, end)), "")
            joins = _JOINS.match(text, end) if not mark else None
            mark = joins.group() if joins is not None else mark
            if not mark and not (value.core in _COMMITTEES and text.startswith(_BESIDE, end)):
                break  # 镇党委|政府 stand without a mark
            start = end + len(mark)
            start += not mark and text.startswith(_UNITS_BESIDE, start)  # 某镇委|镇政府
            form = match_department(text, start)
            if form is None and found.starting_at(Kind.DISTRICT, start) is not None:
                break  # 某旗公安局、|某旗交管大队
            if form is None and (form := listed_core(text, start)) is not None and NO_OFFICE_CENTRE.search(form[0]):
                break  # 县人民医院、佳和购物中心
            groups = _LISTED_GROUP if value.subtype == "TaskForce" else _TWO_GROUPS
            group = groups.match(text, start) if form is None else None
            if group is not None:
                form = (group.group(), group.group(), "TaskForce", "pcdt")
            if form is None or len(form[0]) < 2 or not holds(form[0], text, start + len(form[0])):
                break
            if form[0] in ("学校", "企业") and not _of_town(value):
                break  # 县中医医院、|学校等用户: all of its schools
            end = start + len(form[0])
            arm = found.starting_at(Kind.DISTRICT, end) if form[2] == "Enterprise" else None
            if (arm is not None and text.startswith(ARMS, arm.end)) or (form[2] == "Enterprise" and _ARM_NEXT.match(text, end)):
                break  # 县烟草局、中国人寿|某县支公司
            inner = BodyValue(form[1], form[2], anchor=value.anchor, relative=value.relative)
            if value.parent is not None and value.core.endswith("大队") and form[0].endswith("大队"):
                inner = replace(inner, parent=value.parent)  # 某县公安局指挥大队、|治安大队
            if form[1] in _OF_VILLAGES and not _of_village(value):
                line = text.rfind("\n", 0, start)
                if not any(level_of(place) == "community" for place in found.between(Kind.DISTRICT, line + 1, start)):
                    continue  # 镇政府、|村委会: those of its villages
                inner = BodyValue(form[1], form[2])
            if _COUNTY_ENDS.search(form[0]) and _of_town(value):
                inner = BodyValue(form[1], form[2])  # 某街道办、|供电公司: the county's
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.listed", 0.9, inner)


# Who acts together with a body, told as one does of a neighbour: 市公安局|同|教育局等部门, 区市场监管局|联合|卫健委.
_JOINS = re.compile(
    "(?:会同|协同|联合|联手|携手|同)(?=[一-龥]{1,8}(?:局|委|厅|检察院|法院)(?:[、和等]|一[道起同]|共同|[对开到深组走召举在就]))"
)
# 召集|市国土、规划、|农委|、|建委|等单位: fields of work behind a unit, among which bodies stand by their short names.
_FIELDS = (
    "国土、|规划、|财政、|环保、|教育、|公安、|民政、|住建、|发改、|人社、|水利、|水务、|卫生、|卫健、|农业、|林业、|交通、|工信、|经信、|商务、|税务、|国税、|地税、|房产、|房管、|"
    "城管、|安监、|审计、|司法、|统计、|科技、|文化、|文旅、|旅游、|应急、|消防、|供电、|气象、|畜牧、|扶贫、|信访、"
)
_FIELD_LIST = needing(
    _FIELDS.replace("|", " "),
    f"(?P<unit>[市县区旗州盟])(?P<list>(?:{_FIELDS})(?:[一-龥]{{2,6}}、)*[一-龥]{{2,6}})",
)
_BEFORE_FIELDS = re.compile("(?:^|[^一-龥]|[由和与及同向对]|召集|组织|会同|联合|协调|带领|邀请|抽调)$")
_FIELD_ENDS = re.compile("等|和|及|与")


def find_among_fields(text: str, found: Found) -> Iterator[Mention]:
    """市国土、规划、|农委|、|经信委|、财政等单位: what is told of as a body in a list of fields is the unit's."""
    for match in _FIELD_LIST.finditer(text):
        at = match.start("unit")
        place = found.covering(Kind.DISTRICT, at)
        if place is None and _BEFORE_FIELDS.search(text, max(0, at - 2), at) is None:
            continue
        if place is not None and place.end != at + 1:
            continue
        start = match.start("list")
        for item in match["list"].split("、"):
            name = _FIELD_ENDS.split(item, maxsplit=1)[0]
            form = match_department(text, start)
            if form is not None and form[0] == name and name[-1] in "委局办" and "d" in form[3]:
                end = start + len(name)
                value = BodyValue(form[1], form[2], anchor=place, relative="" if place is not None else match["unit"])
                yield Mention(Kind.ORGANISATION, start, end, name, "organisations.among_fields", 0.85, value)
            start += len(item) + 1


_SHARED_HEADS = ("党委", "党工委", "政府", "人民政府", "办事处")
_OF_EACH = re.compile("的?(?:主要|有关|相关|分管|班子)*(?:负责人|负责同志|书记|领导|班子成员)")


def _before_shared_head(text: str, body: Mention, value: BodyValue, found: Found) -> Iterator[Mention]:
    """甲镇、|乙镇、丙镇党委|的主要负责人: the towns of a list whose bodies are named once, by what the last one ends in."""
    last = value.anchor
    if last is None or last.start != body.start or value.core not in _SHARED_HEADS or _OF_EACH.match(text, body.end) is None:
        return
    while text[last.start - 1 : last.start] in ("、", "和", "及"):
        place = found.ending_at(Kind.DISTRICT, last.start - 1)
        if place is None or level_of(place) != level_of(last) or place.text[-1] != last.text[-1]:
            return
        own = replace(value, anchor=place)
        yield Mention(Kind.ORGANISATION, place.start, place.end, place.text, "organisations.shared", 0.85, own)
        last = place


def find_beside(text: str, found: Found) -> Iterator[Mention]:
    """某应急管理分局、|消防大队: what follows a bureau in a list that bears its town's name without the unit."""
    for body in found.of(Kind.ORGANISATION):
        value = body.value
        if body.by != "organisations.proper" or not isinstance(value, BodyValue) or not text.startswith("、", body.end):
            continue
        if value.subtype != "GovernmentBody" or not value.proper or body.text[-1] not in "局队所":
            continue
        parts = (body.text[:size] for size in (2, 3, 4) if body.text[:size] in found.place_parts())
        towns = (place for part in parts for place in found.of(Kind.DISTRICT) if place.text.startswith(part))
        town = next((place for place in towns if level_of(place) in ("township", "zone")), None)
        form = match_department(text, body.end + 1) if town is not None else None
        if form is None or form[0][-1] not in "局队所" or len(form[0]) < 3:
            continue
        start, end = body.end + 1, body.end + 1 + len(form[0])
        if not holds(form[0], text, end):
            continue
        inner = BodyValue(form[1], form[2], anchor=town)
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.listed", 0.85, inner)


_LISTED_CORE = re.compile(
    r"(?:(?![与及等的在由到向为、])[一-龥]){2,4}(?<![主承举协经代])办(?=[、等]|的?负责|的?有关|的?主要|主任|联合|参加)|"
    r"(?:(?![与及等的在由到向为])[一-龥]){2,16}?(?:局|委员会|办公室|中心|大队)(?=[、，。；和及与等向在对为先联分共负主相有各就也均都牵]|以及|工作人员|参加|组织)"
)


def listed_core(text: str, start: int) -> Form | None:
    """A function that no list has, in a list of bodies: 县教育局、|发展改革经济商务和信息化局|、建设局."""
    loose = _LISTED_CORE.match(text, start)
    if loose is None:
        return None
    name = loose.group()
    if UNIT.match(name) is not None and match_department(text, start + 1) is not None:
        return None
    short = (
        len(name) < 6 and name[-2:] not in ("分局", "监局") and "、" in (text[start - 1], text[loose.end() : loose.end() + 1])
    )  # 经科信局
    bad = (p in NOT_IN_CORE or p in verb_stops() or (p in SINGLE_STOPS and not short) for p in words().cut(name))
    if any(b for b, p in zip(bad, words().cut(name), strict=True) if p not in INSIDE_CORE):
        return None
    return None if NOT_ONE_CORE.search(name) is not None else (name, name, "GovernmentBody", "pcd")


def _of_town(value: BodyValue) -> bool:
    """Whether a body is that of a town or sub-district."""
    return is_of(value, ("镇", "乡", "街道"), "township")


def _of_village(value: BodyValue) -> bool:
    """Whether a body is that of a village or community."""
    return is_of(value, ("村", "社区", "嘎查", "小区"), "community")


#: what bears the name of the body that it is of before its own, and whose: 某中医医院|某区医院, 某烟草公司|某市卷烟厂
_HOUSES = ((("医院", "院区", "分院"), ("医院", "医学中心")), (("厂",), ("公司", "集团")))


_SET_UP = re.compile("(?:筹建|筹备)(?:工作)?(?:组|处|办公室|领导小组)$")


def _house_of(body: Mention) -> Mention:
    """The hospital that an office is of: 某县医院|党委, 某县医院|筹建组; else the body itself."""
    parent = body.value.parent if isinstance(body.value, BodyValue) else None
    return parent if parent is not None and parent.start == body.start and parent.text.endswith("医院") else body


def _inside_house(text: str, body: Mention, house: Mention) -> Mention:
    """An office of a hospital that bears another's name before its own: 某医院某县医院|党委."""
    value = body.value
    assert isinstance(value, BodyValue)
    subtype = "TaskForce" if _SET_UP.search(body.text) else value.subtype
    own = BodyValue(value.core, subtype, parent=house, proper=True)
    return replace(body, start=house.start, text=text[house.start : body.end], value=own, by="organisations.house")


def join_arms(text: str, found: Found) -> Iterator[Mention]:
    """A company and the arm behind it are one body, known by the arm (国网甲省电力公司|乙县供电公司, 某石油公司|某县分公司)."""
    for body in found.of(Kind.ORGANISATION):
        house = _house_of(body)
        of = next((owners for houses, owners in _HOUSES if house.text.endswith(houses)), None)
        parent = found.ending_at(Kind.ORGANISATION, chain_start(found, house.start)) if of is not None else None
        if of is not None and parent is not None and parent.text.endswith(of) and isinstance(parent.value, BodyValue):
            name = text[parent.start : house.end]
            own = BodyValue(name, parent.value.subtype, proper=True)
            house = replace(house, start=parent.start, text=name, value=own, by="organisations.house")
            yield house if body.end == house.end else _inside_house(text, body, house)
            continue
        if body.text.endswith(ARMS) or ("分公司" in body.text and isinstance(body.value, BodyValue) and body.value.anchor):
            holder = found.ending_at(Kind.ORGANISATION, chain_start(found, body.start))
            if holder is not None and holder.text.endswith(OWNERS):
                whole = text[holder.start : body.end]
                value = body.value if body.text.endswith(ARMS) else BodyValue(whole, "Enterprise", proper=True)
                yield replace(body, start=holder.start, text=whole, value=value)
