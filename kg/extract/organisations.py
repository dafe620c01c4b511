"""Organisations: bodies of a district by its name and their function, and bodies with a name of their own by their ending.

A Chinese public body is called after its district and its function: 鼓楼区 + 工信局, shortened on its own pages to 区工信局.
A party committee is the district's name with 委 (区委), a government with 政府; below them stand offices (区委宣传部), below
a 街道 or 镇 its party committee (党工委, 党委), below a community its party branch (党支部) and residents' committee (居委会).

Each kind of body has its module; here is the order in which they are asked. Later ones see what earlier ones found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, Found
from kg.extract.brands import find_brands
from kg.extract.charities import find_charities
from kg.extract.counted_bodies import find_counted_bodies
from kg.extract.firms import find_chain_shops, find_headed_firms, visited_firms
from kg.extract.inner_units import find_inner_units, find_own_groups
from kg.extract.listed_bodies import find_among_fields, find_beside, find_listed_bodies, join_arms
from kg.extract.listed_firms import find_firms_of_lists
from kg.extract.local_bodies import (
    find_bare_bureaus,
    find_gathered,
    find_gathered_by_unit,
    find_local_bodies,
    find_numbered_houses,
    find_party_branches,
)
from kg.extract.marked_bodies import find_marked_bodies, find_sent_teams
from kg.extract.named_bodies import find_campuses, find_named_bodies
from kg.extract.named_branches import find_named_branches
from kg.extract.offices import find_back_references, find_offices, find_own_discipline
from kg.extract.presidia import find_presidia
from kg.extract.squads import find_squads
from kg.extract.state_bodies import (
    find_engineers,
    find_forces,
    find_listed_media,
    find_merchants,
    find_national_societies,
    find_numbered,
    find_papers,
    find_short_colleges,
    find_state_bodies,
    find_state_offices,
)
from kg.extract.taskforces import (
    find_counted_teams,
    find_groups_within,
    find_numbered_groups,
    find_ordinal_groups,
    find_own_forces,
    find_quoted_teams,
    find_seated_offices,
    find_study_groups,
    find_taskforces,
)
from kg.extract.told_firms import find_known_firms, find_told_firms
from kg.model import Article, Kind, Mention

# 某生态园|总经理甲, 某产业园|员工: whom only a firm has.
_FIRM_HAS = re.compile(
    "(?:公司|企业|集团)?(?:的)?(?:董事长|总经理|副总|经理|老板|负责人|法人|法定代表人|创始人|场长|园主|员工|职工|工人|有限|签|投资)"
)


# 某县|第四个村级巡回法庭: told of by how many there are.
_COUNTED_IN = re.compile("第[一二三四五六七八九十]+(?:[个家所座]|支(?![部社队]))|又一[个家所座支村]|一[村乡镇县]级")


_MODEL_GOVERNMENTS = ("法治政府", "服务型政府", "数字政府", "廉洁政府", "阳光政府")
_TROUBLE = re.compile("[大小](?:矛盾|问题|纠纷|诉求|困难|事)")
_PHASE_INSIDE = re.compile("[一二三四五]期")


# 一楼栋|一支部, 一小区|一小组: how many there are to be of each.
_ONE_EACH = re.compile("一[一-龥]{1,4}一[一-龥]{1,4}")
# 陈年问题|攻坚办, 历史遗留问题|专班办: how a matter is seen to.
_SEEN_TO = re.compile("[一-龥]{0,8}(?:问题|事项|事情|难题|诉求|矛盾|业务|手续|案件|[大小难急琐]事)[一-龥]{2,4}(?<!公)办")


# 10|人医疗小分队, 辖区|内宾馆酒店, 在北京|上大学, 企业复工复产|驻厂|督导员.
_NO_BODY = re.compile(
    "人(?![人员民大武社才寿保工力行文居防事和口])|内(?![蒙江乡黄丘])|[一-龥]{1,8}[上读念考]大学$|[一-龥]{0,8}驻厂$"
    "|[一-龥]{0,6}(?:省市|市县|县乡|县区|镇村)(?:两级)?(?:政协|人大|党委|政府|党政|纪委|法院|检察院)$"  # of every city and county
    "|(?:道德|时间|爱心|积分|文明|诚信|垃圾|碳汇?|生态|孝心|功德|善行|美德|志愿|公益|绿色|信用|土地|图书|邻里|家风|德育|幸福)银行$"
    "|“?[三四五六七八九]小[一-龥]{2}”?$"
)
_OF_LISTS = ("等公司", "等企业", "等单位", "等医院", "等学校", "等银行")


def _names_nobody(name: str) -> bool:
    """深圳市某科技公司, 24|小时治安巡逻队, 第四个村级法庭: what is told of without its name."""
    if name.startswith("既") or _ONE_EACH.fullmatch(name) is not None or _SEEN_TO.fullmatch(name) is not None:
        return True  # 既|考党委班子
    if name.endswith(_OF_LISTS) or _NO_BODY.match(name) is not None:
        return True  # 甲、乙|等公司
    if name.endswith("业") and _PHASE_INSIDE.search(name) is not None:
        return True  # 三期高端茶业|产业园: no firm
    if name.endswith("支部") and _TROUBLE.match(name) is not None:
        return True  # 小纠纷|支部劝、难事一起议
    if name.endswith(_MODEL_GOVERNMENTS):
        return True  # 省法治政府|建设标兵乡镇: what a government is to become
    return "某" in name or name.startswith("小时") or _COUNTED_IN.search(name) is not None


# 借助完善党小组、建立|社区大党委, 借助敲门、|社区议事会等听取想法: by what means things are done everywhere.
_ANY_COMMUNITY = ("社区", "小区", "村")
_MEANS = ("大党委", "评议会", "议事会", "恳谈会", "协商会", "邻里会", "理事会")
_BY_MEANS = re.compile("(?:通过|采取|采用|借助)[^，。；\\n]{0,40}(?:、|组建|建立|健全|成立|搭建)$")


def _is_means(text: str, body: Mention) -> bool:
    if not body.text.startswith(_ANY_COMMUNITY) or not body.text.endswith(_MEANS):
        return False
    return _BY_MEANS.search(text, max(0, body.start - 48), body.start) is not None


def _is_zone(text: str, body: Mention, found: Found) -> bool:
    """Whether what reads as a body is a zone, and nothing says that a firm is called so: 察看某文化生态园."""
    zone = (
        found.starting_at(Kind.DISTRICT, body.start) if body.text.endswith("园") and body.by == "organisations.proper" else None
    )
    return zone is not None and zone.end == body.end and _FIRM_HAS.match(text, body.end) is None


class Organisations:
    """Find bodies of districts, nested offices, task forces, and bodies with a name of their own."""

    name = "organisations"
    needs = frozenset({Kind.DISTRICT})
    finds = frozenset({Kind.ORGANISATION.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        bodies = list(find_local_bodies(text, found))
        found.add(find_offices(text, bodies, found))
        found.add(find_numbered_houses(text, found))
        found.add(list(find_party_branches(text, found)))
        found.add(find_own_discipline(text, found))
        found.add(
            [
                office
                for body in bodies
                if isinstance(body.value, BodyValue) and body.value.anchor is not None
                for office in find_gathered(text, body.value.anchor, body)
            ]
        )
        teams = [body for body in found.of(Kind.ORGANISATION) if body.text.endswith("队")]
        found.add([office for team in teams for office in find_gathered_by_unit(text, team)])
        found.add(list(find_among_fields(text, found)))
        found.add(find_offices(text, list(find_listed_bodies(text, found)), found))
        found.add(list(find_study_groups(text, found)))
        found.add(find_taskforces(text, found))
        found.add(list(find_seated_offices(text, found)))
        found.add(list(find_groups_within(text, found)))
        found.add(find_squads(text, found))
        found.add(list(find_inner_units(text, found)))
        found.add(find_named_bodies(text, found))
        found.add(list(find_campuses(text, found)))
        found.add(list(find_charities(text, found)))
        found.add(list(find_inner_units(text, found)))
        found.add(list(find_own_groups(text, found)))
        found.add(list(find_named_branches(text, found)))
        found.add(list(find_beside(text, found)))
        found.add(list(join_arms(text, found)))
        found.add(list(find_numbered_groups(text, found)))
        found.add(list(find_ordinal_groups(text, found)))
        found.add(list(find_own_forces(text, found)))
        found.add(find_quoted_teams(text))
        found.add(list(find_marked_bodies(text, found)))
        found.add(list(find_sent_teams(text, found)))
        found.add(list(find_counted_teams(text, found)))
        found.add(list(find_counted_bodies(text, found)))
        found.add(find_forces(text, found))
        found.add(list(find_numbered(text, found)))
        found.add(list(find_short_colleges(text, found)))
        found.add(list(find_headed_firms(text, found)))
        found.add(list(visited_firms(text, found)))
        found.add(list(find_firms_of_lists(text, found)))
        found.add(list(find_told_firms(text, found)))
        found.add(list(find_known_firms(text, found)))
        found.add(list(find_chain_shops(text, found)))
        found.add(find_state_bodies(text, found))
        found.add(list(find_papers(text, found)))
        found.add(list(find_listed_media(text, found)))
        found.add(list(find_national_societies(text, found)))
        found.add(list(find_merchants(text, found)))
        found.add(list(find_state_offices(text, found)))
        found.add(find_engineers(text))
        found.add(list(find_presidia(text, found)))
        found.add(list(find_bare_bureaus(text, found)))
        found.add(list(find_brands(text, found)))
        found.keep(
            Kind.ORGANISATION,
            lambda body: not (_names_nobody(body.text) or _is_means(text, body) or _is_zone(text, body, found)),
        )
        yield from find_back_references(text, found)
