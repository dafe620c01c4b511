"""Offices below a body, right behind its name: 区委|宣传部, 区住建局|房屋征收办公室, 某医院|骨科, 中央组织部|组织二局|副局长.

At the end, bodies that are told of again by their kind alone, with what is below them: 该局|禁毒大队.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg import seeds
from kg.extract.base import HOSPITALS, SOCIETIES, STAFF_UNIT, BodyValue, Found, has_staff, past_mark
from kg.extract.bodies import COUNTED_HEAD, FOUNDERS, UNIT
from kg.extract.body_endings import PARTY_SHORT_NAMES
from kg.extract.body_functions import BEGINNING_VERBS, holds
from kg.extract.departments import match_department
from kg.extract.edges import SINGLE_STOPS, SURE_TITLES, WORD_STOPS, ends_walk, verb_stops
from kg.extract.names import scorer
from kg.extract.spheres import is_sphere
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

BRANCH = re.compile(r"(?:机关|离退休|第[一二三四五六七八九十]+)?(?:党支部|党委|党总支|党组|支部|工会|团委|党支部委员会)")


def find_offices(text: str, bodies: list[Mention], found: Found) -> Iterator[Mention]:
    """Offices below a body: 区委|宣传部, 区住建局|房屋征收办公室."""
    ends = {body.end: body for body in bodies}
    listed = any(mark in text for mark in _LISTED_MARKS)
    for body in bodies:
        yield body
        if listed and body.text.endswith(_WITH_SECTIONS):
            yield from _listed_sections(text, body)
        holder = body
        for _ in range(3):
            inner = office_of(text, holder, found)
            if inner is None or is_staff(text, holder, inner):
                break
            inner = _joint(text, inner, body, ends) if holder is body else inner
            yield inner
            holder = inner


_LISTED_MARKS = ("处、", "科、", "股、", "处和", "科和", "股和")
_WITH_SECTIONS = ("厅", "局", "委", "办", "署", "办公厅", "办公室", "法院", "检察院", "社", "总工会")
_SECTION = "(?:(?![和与及的等各、在到由至])[一-龥]){1,10}?"
_SECTIONS = re.compile(
    "(?P<group>机关[一-龥]{0,12}?第[一二三四五六七八九十]{1,2}小?组)?"
    f"(?P<list>{_SECTION}(?P<kind>[处科股])(?:[、和及]{_SECTION}(?P=kind))+)"
    "(?=[，。；、等组联派到赴参负有一共的和分全深抽选在]|工作人员|干部|主要|相关|$)"
)


_OF_WARDS = re.compile(
    "(?:[、和及][一-龥]{1,6}科){1,8}等?(?:多?个?(?:相关|有关)?(?:科室|专业|学科)的?)?(?:医[疗护务]|资深|知名|临床|骨干|的|、)*(?:专家|医生|医护|医务|骨干)"
)
_BOARD_OF_TERM = re.compile("(?:新一|本|第[一二三四五六七八九十]{1,3})届(?:常务)?(?:理事会|监事会|执委会|执行委员会|委员会)")


def _is_told(name: str) -> bool:
    """Whether a word within says that a run before 处, 科 or 股 names no section: 积水点|处, 新增|3处."""
    pieces = words().cut(name[:-1])
    return any(
        piece in SINGLE_STOPS or piece in WORD_STOPS or piece.endswith(SURE_TITLES) or words().tag(piece)[0] in "pcrm"
        for piece in pieces
        if piece not in INSIDE_OFFICE
    ) or pieces[0] in (*BEGINNING_VERBS, "办理", "查处", "立案")


def spans_of(listed: str, start: int) -> list[tuple[int, int]]:
    """Where the items of a list stand that begins at a position: 综合协调组、抢险救援组."""
    spans = []
    for name in re.split("[、和及]", listed):
        spans.append((start, start + len(name)))
        start += len(name) + 1
    return spans


def _listed_sections(text: str, body: Mention) -> Iterator[Mention]:
    """某厅|基础教育处、财务处|: sections of a body in a list, all of a kind, the first right behind the body or a group of it."""
    match = _SECTIONS.match(text, body.end)
    value = body.value
    if match is None or not isinstance(value, BodyValue) or value.subtype not in ("GovernmentBody", "PartyBody", "Association"):
        return
    spans = spans_of(match["list"], match.start("list"))
    if any(_is_told(text[start:end]) for start, end in spans):
        return
    if match["group"]:  # 某委|机关包联第七组|甲处、乙处
        group = BodyValue(match["group"], "TaskForce", value.anchor, value.relative, body)
        end = match.end("group")
        yield Mention(Kind.ORGANISATION, body.start, end, text[body.start : end], "organisations.nested", 0.9, group)
    for start, end in spans:
        own = BodyValue(text[start:end], value.subtype, value.anchor, value.relative, body)
        begin = body.start if start == body.end else start
        yield Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.section", 0.9, own)


_NESTED = re.compile(
    r"(?:(?:派驻|驻)[一-龥]{2,14}?检察(?:官(?:办公|工作)|联络|联系)?(?:室|站|工作站)|执行局(?!长)|执行指挥中心|立案庭(?!长)|检察委员会|检委会|审判委员会|审委会|理论学习中心组|课题组|(?:派驻|驻)?(?:第[一二三四五六七八九十]+(?:综合|专项|联合|巡回|明查|暗访)?|(?<=驻)[一-龥]{2,8}?)(?:巡察|巡视|巡查|督导|督查|督察|督战|指导|检查|考核|核查|考评|验收|评估|暗访|工作|纪检监察)组)|(?:(?![和与、])[一-龥]){0,12}?(?:办公室|委员会|工作站|服务站|服务中心|管理中心|中心(?!会议|小学|校)|第[一二三四五六]分院|"
    r"党支部|党总支|机关党委|党委|党组|分局|派出所|(?:人民|中心)法庭|(?<=[一-龥])法庭(?!审|上|内|里|辩|调|纪|秩)|(?:(?:刑事|民事|行政|立案|家事|少年|执行|速裁)(?:审判)?(?:第[一二三四五])?|[刑民][一二三四五])庭(?!长|审|上|前|内)|(?:第[一二三四五六七八九]|未成年人|公益诉讼|刑事|民事行政|民事|行政|控告申诉|职务犯罪)检察[部室]|(?<=[一-龥])署(?![名理长])|(?:公路|养护|工务|供电|机务|车务)段|[中大支总]队|工作室|(?<!专)科(?![研学普技目幻])|股(?![份权东民])|处(?!理|置|于|罚)|"
    r"(?:保卫|财务|人力资源|党群|党群工作|安监|安环|安全|工程|市场|销售|生产|技术|质检|综合|后勤|运营|营销|法务|党政工作|外联|武装)部(?![门分队])|"
    r"室|工会|团委|所(?!有|属|在|辖|以))(?:(?!长)|(?<=局)(?=长(?![到在和与对向带率])(?:[一-龥]|[一-龥][^到在去赴]|[一-龥]{2}[路街镇巷桥门])(?:派出所|法庭|税务所|司法所)))"
)
# What a body does with the one named next: 县应急局|会同县农技中心, 县医院|请来某医科大学.
_TOGETHER = (
    "会同", "联合", "携手", "协同", "请来", "请到", "请了", "聘请", "特聘", "特邀", "邀请", "约请", "迎来", "引来", "派出", "派往"
)  # fmt: skip
_INSIDE_NESTED = frozenset(("警察", "和", "与", "家", "服务", "指导", "直属", *"一二三四五六七八九十"))
_GROUP_BELOW = re.compile(
    r"理论学习中心组|课题组|.*(?:巡察|巡视|巡查|督导|督查|督察|督战|指导|检查|考核|核查|考评|验收|评估|暗访|工作|纪检监察)组"
)
_TOWN_COURT = re.compile("(?![在到由将对向])(?:(?!的|人民)[一-龥]){2,4}(?:人民|中心)法庭")  # named after a town
_ZONE_BRANCHES = ("经开区分局", "经开分局", "经济开发区分局", "经济技术开发区分局")  #: 经 ends a walk
_SENT_GROUPS = (
    "课题组", "巡察组", "巡视组", "巡查组", "督导组", "督查组", "督察组", "督战组", "指导组", "检查组", "考核组", "核查组",
    "考评组", "验收组", "评估组", "暗访组", "工作组"
)  # fmt: skip
# A committee of a congress, its name with 和 or 与: 省人大常委会|农业与农村委员会|副主任委员.
_CHAMBERS = ("人大常委会", "人大", "人民代表大会", "人民代表大会常务委员会", "政协")
_SPECIAL = re.compile(
    "(?!副|主|委|常|有关|相关|部分|其他|各)(?:(?![、的在到由向对为将]|委员会)[一-龥]){2,16}?(?:委员会|工委|(?<!常)委(?=(?:专职|驻会)?副?主任))(?=(?:专职|驻会)?副?主任|委员|[一二三四]级|办公室主任|负责人|[、，。；]|和|等)"
)
# A group of a conference's members, called by their field: 县政协|社法组|赴某镇, 区政协|工交组|召集人.
_GROUP_OF_MEMBERS = re.compile(
    "(?:(?![的和与及各该本工作调研视察考])[一-龥]){2,4}(?:界别|活动|委员)?组(?=赴|到|围绕|组织|开展|在|副?组长|召集人|联合|会同|全体|委员|[、，。；])"
)
# An office of a body in one town: 市场监管局|某镇所, 公安局|某乡派出所.
_LOCAL_OFFICE = re.compile(
    r"(?:(?:市场监管|市场监督管理|自然资源|国土资源|国土|税务|司法|财政|供电|水务|城管|综合执法|交警|巡警|刑警|公路|林业|农技|畜牧|卫生监督|食药监)?"
    r"(?:分局|分站|所|中队|大队|中心所|工作站|管理站|管理所)|派出所|法庭|检察室|营业所|供电所|支行|分理处)(?![长有属在辖以])"
)
_FIREMEN = ("消防救援大队", "消防救援支队", "消防大队", "消防支队")
_FIRE_STATION = re.compile(
    "(?P<name>(?:(?![和与、在到的])[一-龥]){2,6}?)(?:(?<=特勤)站|(?:消防救援|消防)?站(?!在))(?![长点位])"
)  # 某县消防救援大队|特勤站
_NESTED_HEADS = re.compile(
    r"[一-龥]{2,12}?(?P<head>科|股|处|室|所|[中大支]队|局|站)(?=副?(?P=head)?长)"
    # 某省教育厅|职业教育与成人教育处|主任科员: two fields of one office, before whom it employs
    r"|(?!和|与)(?:(?![和与、的科股处室局委厅])[一-龥]){2,8}[和与](?:(?![和与、的厅局委])[一-龥]){2,8}?[科股处室]"
    r"(?=副?主任科员|(?<=室)副?主任|[一二三四]级(?:主任科员|调研员|主办|科员)|副?调研员|科员|干部|工作人员|负责人)"
)
_OWN_GROUPS = ("党组", "党委", "党支部", "党总支", "机关党委")
_DOUBLED = re.compile(r"(.{2})\1$")
_ROOMS = ("会议室", "教室", "活动室", "值班室", "阅览室", "接待室", "多功能厅", "训练室")
GROUP_NUMBER = re.compile(r"第[一二三四五六七八九十]{1,2}小?组(?!长)")


def office_of(text: str, holder: Mention, found: Found) -> Mention | None:
    end = holder.end
    form = match_department(text, end)
    value = holder.value
    assert isinstance(value, BodyValue)
    length, core, subtype = 0, "", ""
    if (
        form is not None
        and len(form[0]) >= 2
        and holds(form[0], text, end + len(form[0]))
        and form[0] not in ("政府", "大队", "委员会")
        and not (form[0] in PARTY_SHORT_NAMES and text.startswith("界", end + len(form[0])))
    ):
        length, core, subtype = len(form[0]), form[1], form[2]
    special = _SPECIAL.match(text, end) if holder.text.endswith(_CHAMBERS) else None
    special = special or (_GROUP_OF_MEMBERS.match(text, end) if holder.text.endswith("政协") else None)
    if special is not None and special.end() - end > length:
        length, core, subtype = special.end() - end, special.group(), value.subtype
    squad = GROUP_NUMBER.match(text, end) if holder.text.endswith("组") and not length else None
    if squad is not None:
        length, core, subtype = squad.end() - end, squad.group(), value.subtype
    ward = part_of(text, holder)
    if ward is not None and len(ward.group()) > length:
        length, core, subtype = len(ward.group()), ward.group(), value.subtype
    for pattern in (_NESTED, _NESTED_HEADS) if ward is None else ():
        match = pattern.match(text, end)
        if match is None or match.end() - end <= max(length, 1) or (length and _is_inner(text[end + length : match.end()], core)):
            continue
        name = _SQUAD_OF.sub("", _DOUBLED.sub(r"\1", match.group()))  # 城区中队|中队长
        told = name.find(name[-1], 1, -2) if pattern is _NESTED_HEADS else -1
        if told > 0 and scorer().is_name(name[told + 1 : -1], 1.0):
            name = name[: told + 1]  # 规划财务处|甲乙处长
        called_in = name.startswith("组织") and name.endswith("队")  # 某法院|组织法警大队
        doubled = name[1:] in _OWN_GROUPS and name[0] == holder.text[-1]
        if doubled:
            length, core, subtype = len(name), name[1:], "PartyBody"  # 某法院|院党组
            break
        if name == "中心" or name[0] in "在到" or name.startswith(_TOGETHER) or called_in or COUNTED_HEAD.match(name):
            continue  # 镇政府|中心会议室, 县委|四个巡察组, 巡察组|在某镇会议中心
        headed = text.startswith("长", end + len(name)) and not name.endswith("分局")  # 某局|岳麓分局|长安派出所
        if name[:-1].endswith("副") or name in _BARE_SQUADS or (headed and scorer().is_name(name[:-1], 0.0)):
            break  # 某局|甲某某副局|长, 某局|甲某某局|长
        if headed and _is_of_member(name):
            break  # 某局|党组成员甲某某局|长
        pieces = words().cut(name)
        two_fields = pattern is _NESTED_HEADS and ("和" in name or "与" in name)
        inside = _INSIDE_NESTED | INSIDE_OFFICE if two_fields else _INSIDE_NESTED
        group = (
            _GROUP_BELOW.fullmatch(name) is not None
            or _TOWN_COURT.fullmatch(name) is not None
            or name in _ZONE_BRANCHES
            or name.endswith(("执行指挥中心", "检察部", "检察室", "警察支队", "警察大队"))  # 巡逻警察支队
        )
        if (
            pieces
            and (group or not (pieces[0] in BEGINNING_VERBS or (pieces[0] == "建设" and holder.text.endswith(FOUNDERS))))
            and (group or not any(ends_walk(p) and p not in inside for p in pieces))
        ):
            sent = group and name.endswith(_SENT_GROUPS)
            length, core, subtype = len(name), name, "TaskForce" if sent else value.subtype
            break
    opened = open_office(text, holder, found) if ward is None and form is None else ""
    if len(opened) > length and not (length and _is_inner(opened[length:], core)):
        length, core, subtype = len(opened), opened, value.subtype
    station = _FIRE_STATION.match(text, end) if not length and holder.text.endswith(_FIREMEN) else None
    if station is not None and not any(ends_walk(piece) for piece in words().cut(station["name"])):
        length, core, subtype = station.end() - end, station.group(), value.subtype
    town = found.starting_at(Kind.DISTRICT, end)
    local = _LOCAL_OFFICE.match(text, town.end) if town is not None and not length else None
    if local is not None:
        length, core, subtype = local.end() - end, text[end : local.end()], value.subtype
    if not length and holder.text.endswith("局") and (size := town_part(text, end, found)):
        local = _LOCAL_OFFICE.match(text, end + size)  # 某区市场监管局|马街|所
        length = local.end() - end if local is not None else 0
        core, subtype = text[end : end + length], value.subtype
    if not length or core.endswith(_ROOMS) or core[0] == "各":  # 区人大|各专门委员会: no one of them
        return below(text, holder)
    if core.endswith("政府中心"):
        return None  # 县委县政府|中心任务
    if core.startswith(("新任", "首任", "现任", "前任", "继任", "时任", "任办公室", "任党", "任工会", "任团委")):
        return None  # 某局|新任局长, 在某局|任办公室副主任
    if core.endswith("科") and _OF_WARDS.match(text, end + length) is not None:
        return None  # 县医院|内科、骨科等专家: doctors of the hospital
    if _BOARD_OF_TERM.fullmatch(core):
        return None  # 某协会|第二届理事会: the society as it is led for a term
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


def _joint(text: str, inner: Mention, body: Mention, ends: Mapping[int, Mention]) -> Mention:
    """A group or office of a committee and its government together: 省委|省政府|第一督导组."""
    own = inner.value
    if not isinstance(own, BodyValue) or not own.core.endswith(("组", "督查室", "指挥部", "专班")):
        return inner
    committee = ends.get(body.start) or (ends.get(body.start - 1) if text[body.start - 1 : body.start] == "、" else None)
    return joint_force(text, inner, body, committee)


def joint_force(text: str, force: Mention, body: Mention, committee: Mention | None) -> Mention:
    """A task force of a government that is its committee's too, where that stands right before: 省委、|省政府|疫情防控指挥部."""
    value, first = body.value, committee.value if committee is not None else None
    if committee is None or not isinstance(value, BodyValue) or not isinstance(first, BodyValue):
        return force
    if value.core != "政府" or first.core != "委":
        return force
    at = first.anchor.end if first.anchor is not None else committee.start + len(first.relative)
    whole = BodyValue(text[at : force.end], "TaskForce", anchor=first.anchor, relative=first.relative)
    return replace(force, start=committee.start, text=text[committee.start : force.end], value=whole)


_OFFICE_ENDS = ("部", "委", "局", "厅", "编办", "办公室", "办公厅", "研究室", "党校")


def _is_inner(rest: str, core: str) -> bool:
    """Whether what goes on behind an office that the lists have is an office of it: 省委|编办|事业机构编制处."""
    return len(rest) > 2 and core.endswith(_OFFICE_ENDS) and rest[0] not in "和与及直" and not rest.startswith(_OFFICE_ENDS)


_OF_OFFICE = needing(
    "机关纪委 机关工会 机关团委",
    "(?<=[、和兼])(?:直属)?机关(?:纪委|工会|团委)(?=(?:专职|常务)?副?(?:书记|主席)|委员)",
)


def find_own_discipline(text: str, found: Found) -> Iterator[Mention]:
    """某厅直属机关党委副书记、|机关纪委|书记: of the body whose 机关党委 stands before it, not of the district."""
    for match in _OF_OFFICE.finditer(text):
        party = next(found.before(Kind.ORGANISATION, match.start()), None)
        value = party.value if party is not None and match.start() - party.end <= 12 else None
        if party is None or not isinstance(value, BodyValue) or value.parent is None or not party.text.endswith("机关党委"):
            continue
        core = ("直属" if party.text.endswith("直属机关党委") else "") + match.group().removeprefix("直属")
        own = BodyValue(core, "PartyBody" if core.endswith("纪委") else "Association", value.anchor, value.relative, value.parent)
        yield Mention(Kind.ORGANISATION, *match.span(), match.group(), "organisations.discipline", 0.95, own)


_STAFF_HEAD = re.compile("副?(?:主席|部长|科长|主任|经理|总监|主管|专员|干事|职员|员工|工程师|负责人|班长)")


def is_staff(text: str, holder: Mention, section: Mention) -> bool:
    """Whether what stands behind a company is a section of it before the title of its head: 某公司|生产部|部长."""
    name = text[holder.end : section.end]
    return has_staff(holder) and STAFF_UNIT.fullmatch(name) is not None and _STAFF_HEAD.match(text, section.end) is not None


_NO_OFFICES = ("主要", "分管", "有关", "相关", "全体", "机关各", "各", "副", "原", "班子", "领导", "在")
# An office that no list has, shown by the title of its head right behind it: 中央组织部|组织二局|副局长, 某剧院|创作室|主任.
_TITLED = re.compile(
    r"(?![和与、的由]|某)(?:(?![和、的由]|某)[一-龥“”]){1,16}?(?P<head>局|司|厅|署|部|办|处|科|室|院|所|系|团|队|组|站|会|中心|基地|工厂|分厂|车间|项目部|分[会社店院校]|"
    r"研究院|编辑部|工作[部站]|校区|院区|委)"
    r"(?=(?:原|前)?(?:分?党组|党委|党支部|党总支)(?:原|前)?(?:副?书记|委员|成员)|"
    r"(?:[一-龥]{1,6}(?:工序|车间|工段|班组))?(?:原|前|时任|代理?|副|常务副|执行副|名誉副?|分?党组|党委|党支部|党总支|纪委|机关党委|机关纪委|工会|团委){0,3}(?:(?P<same>局|司|厅|署|部|处|科|院|所|团|队|组|站|会|店|社|校)长|"
    r"工序长|班组长|主任(?![医药护技]师|编辑|记者|科员|检验|播音)|主席|主管|主编|总编|书记|负责人|经理|总监|秘书长|理事长|干事长|指导员|教导员|政委|庭长|护士长|(?:首席)?专家|工作人员|干部(?!职工|群众|们|队伍|带))|"
    r"[一二三四]级(?:巡视员|调研员|主任科员|主办|高级))"
)
_PROFESSIONAL = re.compile(r"(?:(?![和与、的])[一-龥]){2,10}?(?:专业委员会|专委会|工作委员会|专家委员会|分会)(?!场|议)")


# 某大队|中队长 heads one of its squads, which is not said.
_BARE_SQUADS = ("中队", "副中队", "小队")
_SQUAD_OF = re.compile("(?<=[大支总]队)副?中队$")


def open_office(text: str, holder: Mention, found: Found) -> str:
    """An office of a body that no list has: one before the title of its head (组织二局|副局长), or a section of a society."""
    end = holder.end
    if holder.text.endswith(SOCIETIES):
        match = _PROFESSIONAL.match(text, end) or _TITLED.match(text, end)
    else:
        match = _TITLED.match(text, end)
    if match is None:
        return ""
    name = _SQUAD_OF.sub("", text[end : match.end()])
    unit = UNIT.match(name)
    if _is_of_member(name):
        return ""
    if unit is not None and match_department(name, unit.end()) is not None:
        return ""  # 省委|省纪委
    if (
        len(name) < 2
        or name in _BARE_SQUADS
        or name.startswith((*_NO_OFFICES, *_TOGETHER))
        or found.between(Kind.DISTRICT, end, match.end())
    ):
        return ""
    section = match.re is _PROFESSIONAL  # a society's sections are called after what it does: 播音主持专委会
    pieces = words().cut(name)
    if any(piece in SINGLE_STOPS and piece != "与" for piece in pieces) or (not section and _no_office(pieces, match)):
        return ""
    return name


def _is_of_member(name: str) -> bool:
    """Whether what looks like an office is a member of a party group and his name: 党组成员甲某某局|长."""
    return name.startswith((*_OWN_GROUPS, "成员")) and "员" in name[:-4] and scorer().is_name(name[-4:-1], 1.0)


INSIDE_OFFICE = seeds.word_list("office_words")


def _no_office(pieces: Sequence[str], match: re.Match[str]) -> bool:
    """Whether words before a title are no office: verbs within are what it does (地质勘查管理处), one at its head is said.

    Before the title of its own head (评估督导司|司长) an office may begin with what it does.
    """
    acts = pieces[0] in verb_stops() and pieces[0] not in INSIDE_OFFICE
    if acts and not (match["same"] and len(pieces) > 1 and words().tag(pieces[0]) == "vn"):
        return True
    return any(
        piece not in INSIDE_OFFICE
        and len(piece) > 1
        and (piece in WORD_STOPS or piece.endswith(SURE_TITLES) or words().tag(piece)[0] in "pcdrt" or piece[-1] in "着了过")
        for piece in pieces
    )


def town_part(text: str, position: int, found: Found) -> int:
    """How many characters of a text are the own part of a town that it names (马街 of 马街街道); 0 for none."""
    parts = found.place_parts()
    return next((size for size in (4, 3, 2) if text[position : position + size] in parts), 0)


# 某社区党总支|下的|联合党支部: the words between a body of the party and a branch below it.
_BELOW = re.compile(
    r"(?:下[属设辖]|所[属辖设]|下)的?(?P<branch>(?:(?![和与、的])[一-龥]){0,8}?(?:党支部|党小组|党总支|团支部))(?!书记处)"
)


def below(text: str, holder: Mention) -> Mention | None:
    """A branch that the text says to lie below a body of the party: 某社区党总支下的|联合党支部."""
    value = holder.value
    match = _BELOW.match(text, holder.end) if "党" in holder.text else None
    if match is None or not isinstance(value, BodyValue):
        return None
    start, end = match.span("branch")
    inner = BodyValue(text[start:end], value.subtype, anchor=value.anchor, relative=value.relative, parent=holder)
    return Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.below", 0.9, inner)


_WARD = re.compile(
    r"(?:(?![和与、的图])[一-龥]){1,8}?(?:[一二三四五六七八九]?病[区房]|(?<!本)(?:(?<!学)|(?<=医学))(?<!专)科(?!长|普|学|技|研|室|目|教|医学))"
)
_COLLEGES = ("大学", "学院", "党校", "专科学校")
_ACADEMIES = ("农科院", "科学院", "社科院", "林科院", "中科院", "研究院")
# 某省农科院|果茶所|研究员: the institute of an academy, before whom it employs.
_INSTITUTE = re.compile(
    "(?:(?![和与、的在为到])[一-龥]){1,10}?(?:研究[所院]|所|中心|实验室)(?=副?(?:研究员|教授|所长|主任|书记|院长)|首席|高级|助理|特聘|专家|博士)"
    r"|(?:(?![和与、的在为到院])[一-龥]){1,10}?(?:研究[所院]|研究中心|分院|(?<=[一-龥]{2})所(?![有属在长以谓需得说讲做言述提写著作用获]))|研究生院"
)
_FACULTY = re.compile(
    r"(?:(?![和与、的在为到])[一-龥]){1,12}?(?:学院|系(?![统列])|教研[部室]|研究[所院])"
    r"|(?:(?![和与、的在为到])[一-龥]){2,8}与(?:(?![和与、的在为到]|.?大学)[一-龥]){1,8}?"
    r"学院(?![生派]|附属)"
    r"|(?:(?![和与、的在为到])[一-龥]){2,6}与(?:(?![和与、的在为到]|.?大学)[一-龥]){2,6}?(?:学院|系(?![统列]))(?=副?(?:教授|院长|书记|党委|研究员|主任)|讲师|教师|学生)"
)


def part_of(text: str, body: Mention) -> re.Match[str] | None:
    """The ward of a hospital, the faculty of a college, the institute of an academy that stands right behind it."""
    kinds = ((HOSPITALS, _WARD), (_ACADEMIES, _INSTITUTE), (_COLLEGES, _FACULTY))
    parts = next((pattern for endings, pattern in kinds if body.text.endswith(endings)), None)
    part = parts.match(text, body.end) if parts is not None else None
    if part is None or text[body.end] == "各" or text.startswith(_TOGETHER, body.end):
        return None  # 某大学|各院系, 县医院|请来某医科大学
    pieces = words().cut(part.group())
    if pieces and pieces[-1] in ("所", "院", "系"):
        pieces = pieces[:-1]  # 果茶|所
    inside = INSIDE_OFFICE if parts is _FACULTY else ("与",)  # 某大学|城市建设与环境工程学院
    if any(p not in inside and (p in SINGLE_STOPS or p in WORD_STOPS or p.endswith(SURE_TITLES)) for p in pieces):
        return None  # 某医院|将选派骨科……的专家
    if part.group().endswith("学院") and "与" in part.group() and not is_sphere(part.group()[:-2]):
        return None  # 某大学|教授甲与某某学院
    return part


_BACK = re.compile(
    r"(?:该|本|我)(公司|集团|企业|厂|局|院|医院|校|学校|幼儿园|中心|银行|行|所|支队|大队|队|党支部|支部|合作社|农场|牧场|林场|养殖场|联社|车间|协会|商会|机构|单位|委|办|"
    r"支行|学院|研究院|工会|妇联|社(?![区会员团保])|馆(?![内藏舍])|场(?![所馆景次比地内合])|会(?![议场上期后员务见展谈长])|站(?![点上台内])|园(?![区内丁]))"
    r"(?![一-龥]?(?:民|内|里)(?:$|[^一-龥]))"
)
_BACK_COMPANY = needing("公司", "(?=[公])(?:" r"(?<![一-龥])公司(?=(?:[党副总董监]|负责人|法定代表人|创始人))" ")")
_BACK_SOCIETY = needing(
    f"集团 合作社 专合社 基金会 {' '.join(SOCIETIES)}",
    f"(?=[{''.join(sorted({word[0] for word in SOCIETIES}))}合基集专])(?:"
    f"(?:(?<![一-龥])|(?<=[据由经]))(?:{'|'.join(SOCIETIES)}|基金会|合作社|专合社|集团)"
    r"(?=(?:常务|现任)?(?:副?(?:秘书长|总裁)|监事长?|理事(?![会长])|党[委支总]|负责人|法定代表人|创始人|发起人))"
    ")",
)
_BACK_BARE = needing(
    "中心 公司 医院 协会 大队 学校 支行 支队 法庭 法院 银行 合作社 工作队 幼儿园 检察院 派出所",
    r"(?<=[，。；\n”])(?:公司|医院|学校|法庭|法院|检察院|派出所|工作队|合作社|协会|银行|支行|幼儿园|中心|支队|大队)(?=[还也从今每推建开实设办牵联与自在已将为通把多专坚按组率先后邀又则投采探发引种培选派免给])",
)
# 由|党支部|牵头: the branch of the village told of, by what it does.
_BACK_BRANCH = needing(
    "党支部 党总支",
    r"(?:(?<![一-龥])|(?<=[由]))(?:党支部|党总支)"
    r"(?=(?:积极|主动|率先|及时|再次|也|还|又)?(?:牵头|领办|创办|带头|带领|引领|组织(?!生活|力|委员)|召开|发动|动员|推行|成立|建起|流转|联合|争取|筹))",
)
# What a village has one of: 来到|村委会|，, 村里的|老年协会|管起了食堂; a post in it is read with its title.
_BACK_VILLAGE = needing(
    "村委会 居委会 民委员会 老年协会 老人协会 红白理事会",
    "(?:(?<![一-龥])|(?<=[由给到在着向和与让对的往从]))(?:村委会|居委会|村民委员会|居民委员会|老年协会|老人协会|红白理事会)"
    "(?!副?[主会秘理]|换届|选举|委员|成员|干部|班子|工作人员|等|要|应|作用|[、，和与]?各|[一二三四五六七八九十])",
)
_OF_ALL = re.compile("[各全每该][村社居街镇乡县区市]|村级|基层|农村|[一二三四五六七八九十几\\d]个")
_WITH_OFFICES = ("局", "院", "医院", "校", "学校", "支队", "大队", "集团")
_OFFICES_OF_THAT = ("大队", "支队", "中队", "党支部", "党总支", "党委", "党组", "办公室", "分局", "派出所", "执行局", "团委")


def find_back_references(text: str, found: Found) -> Iterator[Mention]:
    for match in _BACK.finditer(text):
        value = BodyValue(match.group(1), "", back=match.group(1))
        body = Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.back", 0.9, value)
        yield body
        inner = office_of(text, body, found) if match.group(1) in _WITH_OFFICES else None
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
    for match in _BACK_VILLAGE.finditer(text):
        clause = past_mark(text, match.start(), "。；！？\n")
        if _OF_ALL.search(text, clause, match.start()) is None and match_department(text, match.start()) is not None:
            subtype = "Association" if match.group().endswith("协会") else "GrassrootsBody"
            own = BodyValue(match.group(), subtype)
            yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.bare_village", 0.7, own)
    for match in _BACK_BRANCH.finditer(text):
        own = BodyValue(match.group(), "GrassrootsBody")
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.bare", 0.7, own)
    for pattern in (_BACK_COMPANY, _BACK_SOCIETY):
        for match in pattern.finditer(text):
            word = match.group()
            value = BodyValue(word, "", back=word)
            yield Mention(Kind.ORGANISATION, match.start(), match.end(), word, "organisations.back", 0.8, value)
