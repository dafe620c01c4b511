"""The bodies that the phrases of one chain take from each other: 区教育局党组书记、|局长; 区委常委、|办公室|主任.

A committee of the party, an office, a commission of discipline told of behind a body is that body's own; a title by itself is
held in the body told of before it, not in that body's party group.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from kg import seeds
from kg.extract.base import BodyValue, Found, PlaceValue
from kg.extract.post_phrases import COMMON_HOLDER, HOLDERS, KINDS_OF, OF_WATERS, PARTY_GROUPS, WIDE_HOLDERS
from kg.extract.titles import Phrase
from kg.model import Kind, Mention

COMMITTEES = frozenset({"委", "党委", "党工委"})
GROUP_TITLES = ("书记", "委员", "成员")
TOWN_UNITS = ("镇", "乡", "街道", "苏木")
# Who commands a division, a regiment or a company of the Xinjiang corps, which are its cities, towns and villages.
_CORPS_HEADS = ("政委", "副政委", "师长", "副师长", "团长", "副团长")


def inherit_bodies(text: str, chain: list[Phrase]) -> None:
    """A title without a body takes the one of the phrase before it: 区教育局党组书记、局长."""
    for phrase, after in itertools.pairwise(chain):
        alone = phrase.body is None and phrase.place is None and not phrase.relative and is_of_group(phrase)
        if alone and after.body is None and after.place is None and after.relative in TOWN_UNITS:
            committee = BodyValue(phrase.title.implies, "PartyBody", relative=after.relative)
            take_party_group(phrase, None)
            if phrase.body is not None:
                phrase.body = replace(phrase.body, value=committee)  # 党委委员、副镇长甲: of the town's party committee
    of_district: Mention | None = None  #: the committee of a district told last in the chain
    for before, phrase in itertools.pairwise(chain):
        if before.body is not None and isinstance(before.body.value, BodyValue) and before.body.value.core == "委":
            of_district = before.body
        own = phrase.body is not None or phrase.place is not None or phrase.status
        if before.status == "former" and not own and text[before.end : phrase.title_at] == "、":
            phrase.status = "former"  # 某局|原|党组书记、|局长
        held = before.body.value if before.body is not None else None
        led = isinstance(held, BodyValue) and held.core in COMMITTEES
        if phrase.name in _CORPS_HEADS and led and isinstance(held, BodyValue) and _is_of_corps(held, text):
            phrase.body, phrase.place, phrase.relative = None, held.anchor, held.relative  # 师市党委书记、|政委
            continue
        if phrase.body is None and phrase.place is None and isinstance(held, BodyValue):
            if phrase.title.implies == "委" and held.core in COMMITTEES:
                phrase.body = before.body  # 镇党委副书记、政法委员
            elif phrase.relative and held.anchor is not None and held.anchor.text.endswith(phrase.relative):
                phrase.place = held.anchor  # 西岸区委副书记、区长: of the same district, wherever the page lives
        bare = phrase.body.value if phrase.body is not None and phrase.body.by == "posts.body" else None
        inner = (
            isinstance(bare, BodyValue) and bare.core in ("工会", "总工会") and not (bare.anchor or bare.relative or bare.parent)
        )
        if inner and phrase.body is not None and before.body is None and before.title.implies in PARTY_GROUPS:
            union = BodyValue("工会", "Association", back=HOLDERS)  # 党委委员、|工会|主席: of the school or company told of
            phrase.body = replace(phrase.body, value=union)
        offices = isinstance(bare, BodyValue) and (bare.core in _PARTY_OFFICES or bare.core in _OF_HOUSES)
        if offices and isinstance(bare, BodyValue) and before.body is None and phrase.body is not None:
            noun = COMMON_HOLDER.search(text, max(0, before.title_at - 4), before.title_at)
            if noun is not None and before.title.implies in ("党委", "党组") and not (before.place or before.relative):
                kinds = KINDS_OF.get(noun.group(), noun.group())  # 学校党委委员、|宣传部|部长: of the school's committee
                whose = "" if bare.core in _OF_HOUSES else before.title.implies  # 局党委副书记、|纪委|书记: the bureau's
                office = BodyValue(whose + phrase.body.text, bare.subtype if not whose else "PartyBody", back=f"{kinds}|@within")
                phrase.body = replace(phrase.body, value=office)
                continue
        phrase.body = own_union(phrase.body, before.body) or phrase.body
        take_watched(phrase, before.body)
        watched = watched_body(bare if isinstance(bare, BodyValue) else None, before.body)
        if watched is not None and phrase.body is not None and isinstance(bare, BodyValue):
            phrase.body = replace(phrase.body, value=replace(bare, parent=watched))  # 某局党委委员、|纪委|书记: the bureau's
        elif is_office(phrase.body) and before.body is not None and not is_office(before.body):
            phrase.body = office_within(phrase.body, before.body)  # 人大常委会委员、|教科文卫处|处长
        elif phrase.body is not None and phrase.body.by == "posts.body" and before.body is not None:
            phrase.body = _same_place(phrase.body, before.body, of_district)
        if (
            phrase.body is None
            and phrase.place is None
            and isinstance(held, BodyValue)
            and _has_party_group(held, phrase.title.implies)
        ):
            take_party_group(phrase, before.body)
        if phrase.name == "党校校长" and phrase.body is None and isinstance(held, BodyValue) and held.core == "委":
            school = BodyValue("委党校", "PublicInstitution", anchor=held.anchor, relative=held.relative)
            at = phrase.title_at  # 县委副书记、|党校|校长: the committee's
            phrase.body = Mention(Kind.ORGANISATION, at, at + 2, "党校", "posts.body", 0.8, school)
            phrase.name, phrase.title_at = "校长", at + 2
        if (
            phrase.body is not None
            or phrase.place is not None
            or phrase.relative
            or phrase.name.startswith(("国家", "国务", "中央"))
        ):
            continue
        if COMMON_HOLDER.search(text, max(0, phrase.title_at - 4), phrase.title_at):
            continue  # 村党支部书记、合作社|负责人
        if phrase.name.endswith(OF_WATERS):
            continue  # 镇党委书记、|镇级河长: of a river, and of no body
        if phrase.name == "网格员" and isinstance(held, BodyValue) and held.core.endswith(("党支部", "党小组")):
            continue  # 网格党支部书记、|网格员: of the community
        if phrase.name == "代表" and isinstance(held, BodyValue) and held.core != "人大":
            continue  # 人大农村工委主任甲、代表|乙
        if before.body is not None and not phrase.title.implies:
            alone = (
                isinstance(held, BodyValue) and held.core in PARTY_GROUPS and not (held.parent or held.anchor or held.relative)
            )
            if not alone or phrase.name.endswith(GROUP_TITLES):  # 合作社党支部书记、|理事长
                phrase.body = outer_body(before.body)
                _take_village(phrase, before.body)
        elif before.body is None and before.place is not None:
            phrase.place = before.place
        elif before.body is not None and phrase.title.implies:
            value = before.body.value
            if isinstance(value, BodyValue):
                phrase.place, phrase.relative = value.anchor, value.relative
        elif before.relative:
            phrase.relative = before.relative


_HEADS_OF_VILLAGES = ("主任", "副主任")
_BRANCHES = ("支部", "总支", "党委")
_VILLAGE_WORDS = ("村", "社区", "居", "嘎查")


def _take_village(phrase: Phrase, branch: Mention) -> None:
    """某社区党委书记、|主任|甲: of the community, not of its branch of the party."""
    held = branch.value
    if phrase.name not in _HEADS_OF_VILLAGES or not isinstance(held, BodyValue) or not held.core.endswith(_BRANCHES):
        return
    place = held.anchor.value if held.anchor is not None else None
    if isinstance(place, PlaceValue) and place.level == "community":
        phrase.body, phrase.place = None, held.anchor
    elif held.anchor is None and held.relative in _VILLAGE_WORDS:
        phrase.body, phrase.relative = None, held.relative


def take_party_group(phrase: Phrase, holder: Mention | None) -> None:
    """协会会长、|党委|书记: the party committee of the body told of before."""
    group = phrase.title.implies
    if is_of_group(phrase):
        start = phrase.title_at
        value = BodyValue(group, "PartyBody", parent=holder)
        phrase.body = Mention(Kind.ORGANISATION, start, start + len(group), group, "posts.body", 0.8, value)
        phrase.name, phrase.title_at = phrase.name.removeprefix(group), start + len(group)


def take_group(phrase: Phrase) -> None:
    """党委副书记 in the party committee told of before is its 副书记; 某镇现任|党委书记: of the town's party committee."""
    group = phrase.title.implies
    if not is_of_group(phrase):
        return
    if phrase.body is not None:
        value = phrase.body.value
        if isinstance(value, BodyValue) and value.core.endswith(group):
            phrase.name = phrase.name.removeprefix(group)
    elif phrase.place is not None:
        start = phrase.title_at
        value = BodyValue(group, "PartyBody", anchor=phrase.place)
        phrase.body = Mention(Kind.ORGANISATION, start, start + len(group), group, "posts.body", 0.8, value)
        phrase.name, phrase.place = phrase.name.removeprefix(group), None


WITH_OFFICES = ("委", "政府", "人大常委会", "政协")


def _has_general_office(body: BodyValue) -> bool:
    """Whether an office told of by its kind alone is a body's own: 县委, the 区党委 of a 管理区; not a company's 党委."""
    if body.core in WITH_OFFICES:
        return True
    of_district = body.parent is None and not body.back and not body.proper and bool(body.anchor or body.relative)
    return of_district and body.core in ("党委", "党工委")


def take_general_office(text: str, before: Phrase, phrase: Phrase) -> None:
    """区委常委、|办公室|主任: the committee's general office."""
    held = before.body.value if before.body is not None else None
    start = phrase.title_at - 3
    outer = outer_body(before.body) if before.body is not None else None  # 县政协党组成员、|办公室|主任: of the 政协
    told = start > before.end and phrase.body in (before.body, outer) and text.startswith(("办公室", "办公厅"), start)
    if told and isinstance(held, BodyValue) and phrase.body is not None and isinstance(phrase.body.value, BodyValue):
        held = phrase.body.value
    if told and isinstance(held, BodyValue) and (_has_general_office(held) or held.core.endswith(("局", "法院", "检察院"))):
        name = text[start : start + 3]
        value = BodyValue(name, held.subtype, parent=phrase.body)
        phrase.body = Mention(Kind.ORGANISATION, start, start + 3, name, "posts.body", 0.8, value)


_COMMANDS = {"团长": "团", "副团长": "团", "连长": "连", "副连长": "连", "指导员": "连"}


def take_corps_place(text: str, phrase: Phrase, found: Found) -> None:
    """团长甲, 连长乙, 团党委副书记丙 on a page of the corps: of the regiment or company told of last."""
    unit = _COMMANDS.get(phrase.name, "")
    group = phrase.name[:2]
    if group == "党委" and len(phrase.name) > 2 and text[phrase.title_at - 1 : phrase.title_at] == "团":
        for place in found.before(Kind.DISTRICT, phrase.start):
            if place.by == "districts.corps" and place.text.endswith("团"):
                start = phrase.title_at
                value = BodyValue(group, "PartyBody", anchor=place)
                phrase.body = Mention(Kind.ORGANISATION, start, start + 2, group, "posts.body", 0.8, value)
                phrase.name, phrase.title_at, phrase.place, phrase.relative = phrase.name[2:], start + 2, None, ""
                return
    if not unit or phrase.relative or phrase.place is not None or (phrase.body is not None and phrase.body.by != "posts.body"):
        return
    for place in found.before(Kind.DISTRICT, phrase.start):
        if place.by == "districts.corps" and place.text.endswith(unit):
            phrase.body, phrase.place = None, place
            return


def _is_of_corps(body: BodyValue, text: str) -> bool:
    return (body.anchor is not None and body.anchor.by == "districts.corps") or (body.relative == "市" and "师市" in text)


def is_of_group(phrase: Phrase) -> bool:
    """党组成员, 党委书记: whether a title begins with the party group that it is held in."""
    group = phrase.title.implies
    return group in PARTY_GROUPS and phrase.name.startswith(group) and len(phrase.name) > len(group)


OWN_PARTY = (
    "局",
    "医院",
    "卫生院",
    "保健院",
    "公司",
    "集团",
    "厂",
    "银行",
    "联社",
    "学校",
    "中学",
    "小学",
    "学院",
    "大学",
    *(f"{number}中" for number in "一二三四五六七八九十"),
    "职高",
    "职中",
    "职专",
    "中专",
    "幼儿园",
    "大队",
    "支队",
    "法院",
    "检察院",
)


def _has_party_group(body: BodyValue, group: str) -> bool:
    """Whether 党委书记 behind a post in a body is its own committee's: of a bureau or a hospital, not of a town's government."""
    own = (*OWN_PARTY, "人大常委会", "政协") if group == "党组" else OWN_PARTY
    return bool(body.proper or body.back) or body.core.endswith(own)


_PARTY_OFFICES = seeds.word_list("party_offices")
#: that a bureau or hospital has
_OF_HOUSES = frozenset(("纪委", "纪检组", "政治部", "政治处", "机关党委", "工会", "机关工会", "团委"))


def _same_place(body: Mention, before: Mention, committee: Mention | None) -> Mention:
    """A bare body takes the district of the body before it in the chain: 区委常委、统战部部长.

    An office of a committee is the committee's, whatever stands between: 区委副书记、某开发区管委会主任、|统战部|部长.
    """
    value, other = body.value, before.value
    if not isinstance(value, BodyValue) or not isinstance(other, BodyValue) or value.anchor is not None or value.relative:
        return body
    if value.core == "工会" and value.parent is not None:
        return body  # its own union
    held = value.parent.value if value.parent is not None else None
    if (
        value.parent is not None
        and isinstance(held, BodyValue)
        and not (held.anchor or held.relative or held.parent or held.back)
    ):
        outer = replace(held, anchor=other.anchor, relative=other.relative)  # 县委常委、|政府|党组成员
        return replace(body, value=replace(value, parent=replace(value.parent, value=outer)))
    group = {"总支": "党总支", "支部": "党支部"}.get(value.core, value.core)
    if group in PARTY_GROUPS and _has_party_group(other, group):
        return replace(body, value=replace(value, core=group, parent=before))  # 联合会会长、党委书记: its own
    if other.core in ("党委", "党组") and (other.parent is not None or other.back) and value.core in _PARTY_OFFICES:
        own = BodyValue(body.text, "PartyBody", parent=before) if other.parent is not None else None
        return replace(
            body, value=own or BodyValue(other.core + body.text, "PartyBody", back=other.back)
        )  # 学校党委委员、宣传部部长
    if other.core in ("党委", "党组") and (other.parent is not None or other.back) and value.core in _OF_HOUSES:
        return replace(body, value=replace(value, parent=other.parent, back=other.back))  # 局党委副书记、|纪委|书记: the bureau's
    party = value.subtype == "PartyBody" and not value.core.startswith(("党", "纪"))
    if party and committee is not None and isinstance(committee.value, BodyValue) and value.core in _PARTY_OFFICES:
        before, other = committee, committee.value
    party = party and other.core == "委"
    return replace(body, value=replace(value, anchor=other.anchor, relative=other.relative, parent=before if party else None))


def office_within(office: Mention | None, holder: Mention) -> Mention | None:
    """An office of the body told of before, or of the one that this is an office of itself."""
    outer = holder.value
    if office is None or not isinstance(office.value, BodyValue) or not isinstance(outer, BodyValue) or outer.back:
        return office
    holder = outer.parent if outer.parent is not None and not outer.proper else outer_body(holder)
    return replace(office, value=BodyValue(office.value.core, outer.subtype, parent=holder))


_WATCHED = ("局", "公司", "集团", "医院", "学校", "中学", "学院", "大学", "银行", "厅", "法院", "检察院")


def take_watched(phrase: Phrase, before: Mention | None) -> None:
    """某局副局长甲、|纪检书记|乙: of the bureau; of a committee or government told of before, it is its commission's 书记."""
    if (
        phrase.title.title != "纪检书记"
        or phrase.body is not None
        or phrase.place is not None
        or phrase.relative
        or before is None
    ):
        return
    outer = outer_body(before)
    if isinstance(outer.value, BodyValue) and outer.value.core.endswith(_WATCHED):
        phrase.body = outer


def watched_body(watch: BodyValue | None, before: Mention | None) -> Mention | None:
    """The bureau or company whose commission of discipline a bare 纪委 or 纪检组 behind a post in it is."""
    if watch is None or watch.core not in ("纪委", "纪检组") or watch.anchor or watch.relative or watch.parent or before is None:
        return None
    outer = outer_body(before)
    return outer if isinstance(outer.value, BodyValue) and outer.value.core.endswith(_WATCHED) else None


_TAUGHT = ("学校", "小学", "中学", "大学", "学院", "医院", "幼儿园")
_PARTS_WITH_PARTY = ("集团", "局", "中心", "支队", "大队", "分院", "校区")  #: 某中学|教育集团|党委, 某法院|执行局|党总支
_TRADED = ("公司", "集团", "厂", "银行", "合作社")


_WITH_UNIONS = (*OWN_PARTY, "残联", "妇联", "科协", "供销社", "中心", "管委会")


def own_union(union: Mention | None, before: Mention | None) -> Mention | None:
    """县教育局副局长甲、|工会|主席乙: the union of the bureau told of before, where 总工会 would be the county's."""
    value = union.value if union is not None and union.text == "工会" and union.by == "posts.body" else None
    if union is None or before is None or not isinstance(value, BodyValue) or value.anchor or value.relative or value.parent:
        return None
    outer = outer_body(before)
    if not outer.text.endswith(_WITH_UNIONS):
        return None
    return replace(union, value=replace(value, core="工会", parent=outer, back=""))


def outer_body(body: Mention) -> Mention:
    """The body that a party group sits in: 区教育局党组 → 区教育局."""
    value = body.value
    if not isinstance(value, BodyValue):
        return body
    if value.parent is not None and value.core.removeprefix("总行").removeprefix("总部").startswith(
        ("分党组", "党组", "党委", "党工委", "党支部", "党总支", "总支", "机关党委")
    ):
        return value.parent
    group = next((g for g in ("分党组", "党组", "党委", "党总支", "党支部", "管委会党工委") if value.core.endswith(g)), "")
    group = group.removeprefix("管委会")
    part = value.parent is None or value.core.endswith(_PARTS_WITH_PARTY, 0, len(value.core) - len(group))
    if part and group and len(value.core) > len(group) + 2:
        core = value.core.removesuffix(group)
        kind = "PublicInstitution" if core.endswith(_TAUGHT) else "Enterprise" if core.endswith(_TRADED) else "GovernmentBody"
        return replace(
            body,
            end=body.end - len(group),
            text=body.text.removesuffix(group),
            value=replace(value, core=core, subtype=kind),
            by="posts.body",
        )
    return body


def is_office(body: Mention | None) -> bool:
    """Whether a body is an office that only another body has: 立案庭, 教科文卫处."""
    return body is not None and isinstance(body.value, BodyValue) and body.value.back in (HOLDERS, WIDE_HOLDERS)
