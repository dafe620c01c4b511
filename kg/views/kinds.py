"""How each type of name and each kind of tie is called, coloured and drawn: the one place for the looks of the maps.

A *type* is finer than a kind: a person's or body's class, a district's level. Colours come in pairs, for light and dark
paper; shapes differ by kind, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Entity, Fact, Kind
from kg.views.catalogue import role_of


@dataclass(frozen=True, slots=True)
class Look:
    """One type: its Chinese name, the entry of the legend that it belongs to, and how its nodes are drawn."""

    label: str
    legend: str
    shape: str  #: a vis-network shape
    size: int  #: radius at scale 1, in pixels
    light: str
    dark: str
    tier: int  #: 0 to 3: whose label is drawn first where there is no room for all


def _looks(legend: str, shape: str, size: int, light: str, dark: str, tier: int, **labels: str) -> dict[str, Look]:
    """Looks of several types that share one entry of the legend."""
    return {type_: Look(label, legend, shape, size, light, dark, tier) for type_, label in labels.items()}


#: In the order in which legends and lists show them.
LOOKS: Mapping[str, Look] = {
    "province": Look("省", "省", "hexagon", 20, "#22262b", "#f1ede4", 0),
    "prefecture": Look("市（地级）", "市（地级）", "hexagon", 18, "#343a42", "#ddd8cd", 0),
    "county": Look("区县", "区县", "hexagon", 16, "#4a515b", "#c8c3b8", 0),
    "zone": Look("功能区", "功能区", "hexagon", 12, "#6a7480", "#a9a79f", 1),
    "township": Look("乡镇街道", "乡镇街道", "hexagon", 11, "#77808b", "#98978f", 1),
    "community": Look("社区村", "社区村", "hexagon", 8, "#949ba4", "#7f7f79", 2),
    "compound": Look("小区", "小区", "hexagon", 7, "#a7adb4", "#6f706c", 3),
    "district": Look("其他政区", "其他政区", "hexagon", 8, "#949ba4", "#7f7f79", 2),
    "PartyBody": Look("党委", "党委", "square", 10, "#b8322a", "#ef7468", 1),
    "GovernmentBody": Look("政府部门", "政府部门", "square", 10, "#2a6099", "#74aee6", 1),
    "GrassrootsBody": Look("基层组织", "基层组织", "square", 8, "#5d8a2f", "#9ccb6b", 2),
    "TaskForce": Look("专班指挥部", "专班指挥部", "square", 8, "#7d4aa0", "#c092dd", 2),
    "PublicInstitution": Look("事业单位", "事业单位", "square", 8, "#137f86", "#56c4c9", 2),
    "Association": Look("社会团体", "社会团体", "square", 8, "#b44a83", "#ec90bd", 2),
    "MediaOutlet": Look("媒体", "媒体", "square", 8, "#66707c", "#a3adb9", 3),
    "Enterprise": Look("企业", "企业", "square", 8, "#a86a10", "#e3b25c", 2),
    "organisation": Look("其他机构", "其他机构", "square", 8, "#7d7f82", "#a8a9ab", 3),
    "Official": Look("干部", "干部", "dot", 8, "#23395d", "#b5cdf0", 1),
    "BusinessPerson": Look("企业人士", "企业人士", "dot", 7, "#8d5a0c", "#d9a650", 2),
    "Journalist": Look("记者", "记者", "dot", 6, "#7b828b", "#98a0aa", 3),
    "Resident": Look("居民", "居民", "dot", 6, "#9a7455", "#cdaa8c", 3),
    "person": Look("其他人物", "其他人物", "dot", 6, "#8a8a86", "#9d9d98", 3),
    **_looks("举措", "diamond", 12, "#0c7a57", "#52cfa2", 1, Campaign="行动", Mechanism="机制", Project="项目", Service="服务"),
    **_looks("举措", "diamond", 12, "#0c7a57", "#52cfa2", 1, Policy="政策", initiative="举措"),
    **_looks("活动", "triangle", 9, "#c35a1f", "#f39a63", 2, Meeting="会议", Inspection="调研", Donation="捐赠"),
    **_looks("活动", "triangle", 9, "#c35a1f", "#f39a63", 2, Activity="活动", event="活动"),
}
_ORDER = {type_: number for number, type_ in enumerate(LOOKS)}

KIND_LABELS: Mapping[Kind, str] = {
    Kind.DISTRICT: "政区",
    Kind.PERSON: "人物",
    Kind.INITIATIVE: "举措",
    Kind.ORGANISATION: "机构",
    Kind.EVENT: "活动",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of tie: what it is called seen from its subject and from its object, and how it is drawn."""

    forth: str
    back: str
    light: str
    dark: str
    width: float
    dashed: bool = False
    arrow: bool = False


#: The tie of two people who were at the same events: no fact of the graph, but counted from such.
COMPANY = "company"

LINES: Mapping[str, Line] = {
    "post": Line("任职", "任职者", "#8d97a6", "#6b7482", 1.1),
    "leads": Line("牵头", "牵头", "#0c7a57", "#52cfa2", 1.4, arrow=True),
    "takesPartIn": Line("参与", "参与", "#0c7a57", "#52cfa2", 1.1, dashed=True, arrow=True),
    "presides": Line("主持", "主持", "#c35a1f", "#f39a63", 1.5, arrow=True),
    "attends": Line("出席", "出席", "#c35a1f", "#f39a63", 0.9, dashed=True),
    "jurisdiction": Line("管辖", "本地机构", "#b3b8bf", "#50565e", 1.0),
    "subOrganizationOf": Line("上级", "下属", "#b3b8bf", "#50565e", 1.0),
    "locatedIn": Line("所在地", "本地", "#c4c8cd", "#454a51", 0.9, dashed=True),
    "partOf": Line("隶属", "下辖", "#a3a9b1", "#5d636b", 1.4),
    COMPANY: Line("同场", "同场", "#8d97a6", "#6b7482", 1.0),
}

STATUS_LABELS: Mapping[str, str] = {"acting": "代", "former": "原", "concurrent": "兼"}
BYLINE_LABELS: Mapping[str, str] = {"reporter": "记者", "correspondent": "通讯员", "photographer": "摄影", "editor": "编辑"}


def type_of(entity: Entity) -> str:
    """The type of an entity: its level, its class, or the bare kind where it has neither."""
    fine = entity.level if entity.kind is Kind.DISTRICT else entity.subtype
    return fine if fine in LOOKS else entity.kind.value


def title_of(fact: Fact) -> str:
    """The title of a post as it is shown, with its status before it: 代县长."""
    return STATUS_LABELS.get(role_of(fact, "status"), "") + role_of(fact, "role")


def order_of(entity: Entity) -> int:
    """Where an entity's type stands in legends and lists."""
    return _ORDER[type_of(entity)]
