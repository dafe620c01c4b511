"""Projects that the words behind them tell: 甲镇污水处理厂建设|，这个项目…, 《某工程实施方案》|，该工程….

What is built has no word for a project at its end, or stands in the title of a plan; 该工程 right behind says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import FIRM_TAIL, BodyValue, Found, InitiativeValue, PlaceValue
from kg.extract.edges import breaks_chain, left_edge
from kg.extract.scheme_names import BUILT_ENDINGS, NO_PROJECT_NAMES, SENTENCE_WORDS, is_proper, own_place, strip_front
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

# |甲镇污水处理厂建设|，这个项目: what is done, and said to be a project.
_THAT = needing(
    "项目 工程",
    r"(?=[建扩改迁新修重提升])(?:建设|扩建|改扩建|改建|迁建|新建|改造|提升改造|升级改造|修缮|重建)，(?:这个|该|此|这一|这项|这|此项)(?:项目|工程)(?!部|队|师)",
)
# 《|某县老旧管网改造工程|实施方案》…，该工程: the plan of a project that the sentence goes on to tell of.
_PLAN = needing(
    "》",
    r"《(?P<name>[^《》\n]{4,30}?(?P<kind>项目|工程))(?:建设|总体|初步|规划|实施|设计|招标|推进|工作|征收|补偿|安置){0,4}(?:方案|计划|意见|规划|设计)(?:（[^（）]{1,8}）)?》",
)
_NUMBERED = re.compile(r"\d+(?:个|件|项)|[一二三四五六七八九十]+(?:个|件|项)|重点|重大|民生")


def find_told(text: str, found: Found) -> Iterator[Mention]:
    """甲镇污水处理厂建设，|这个项目…: what is built, told by what stands behind it."""
    for match in _THAT.finditer(text):
        stop = match.start()
        end = text.index("，", stop)
        if not text.endswith(BUILT_ENDINGS, 0, stop):
            continue
        start = strip_front(text, left_edge(text, stop, scheme=True), stop)
        body = found.ending_at(Kind.ORGANISATION, stop)
        start = min(start, body.start) if body is not None else start
        place = own_place(text, start, stop, found)
        pieces = words().cut(text[place.end if place is not None else start : stop])
        if stop - start < 4 or NO_PROJECT_NAMES.issuperset(pieces) or any(piece in SENTENCE_WORDS for piece in pieces):
            continue
        if place is None and body is None:
            continue
        name = text[start:end]
        yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.that", 0.76, InitiativeValue(name, name, "Project", place))


# |某某古城|是某市文旅的重点项目: what is said to be one; built endings are tried behind the match.
_IS_ONE = needing(
    "项目 工程",
    r"(?:(?<=[，。；：\n])|^)(?P<name>(?![这那该此其各本我一])[一-龥A-Za-z·]{3,14}?)(?:就?是|作为|系|被?列为)(?P<said>[^，。；\n是]{0,24}?)"
    r"(?:标杆|重点|重大|龙头|标志性|支柱|引领性|旗舰|示范性?|一号|头号)"
    r"(?:文旅|旅游|产业|工业|农业|民生|建设|基础设施|水利|交通|招商|引资|投资|能源|文化|商业|科技)*(?:项目|工程)(?=[，。；])",
)


def find_said(text: str, found: Found) -> Iterator[Mention]:
    """|某某古城|是全县的重点项目: what is built under a name, and is said to be a project."""
    for match in _IS_ONE.finditer(text):
        start, end = match.span("name")
        ending = next((word for word in BUILT_ENDINGS if text.endswith(word, start, end)), "")
        if not ending or any(found.covering(kind, end - 1) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT)):
            continue  # 某园区|是省重点工程: a place first of all
        place = own_place(text, start, end, found)
        core = text[place.end if place is not None else start : end - len(ending)]
        pieces = words().cut(core)
        plain = NO_PROJECT_NAMES.issuperset(pieces) if place is not None else not is_proper(pieces)
        if not core or plain or any(piece in SENTENCE_WORDS or breaks_chain(piece) for piece in pieces):
            continue
        name = text[start:end]
        yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.said", 0.74, InitiativeValue(name, name, "Project", place))


# 某工业园|是|某县的一个招商引资项目: a park that is what is invested in.
_INVITED = needing(
    "项目",
    "(?=[的一较最重规首又外招引投])(?:的)?(?:一[个项家])?(?:较大|最大|重大|重点|规模较大|首个|又一)?的?(?:一[个项])?(?:重点|重大|外来)?"
    "(?:招商引资|招商|引资|投资)(?:重点|重大)?项目(?=[，。；])",
)


_IS = ("就是", "是", "系", "作为")


def find_parks(text: str, found: Found) -> Iterator[Mention]:
    """|某工业园|是某县一个重点引资项目: a park named at the beginning of a clause, which is said to be one."""
    for match in _INVITED.finditer(text):
        place = found.ending_at(Kind.DISTRICT, match.start())
        begin = found.places_begin(match.start())
        said = next((word for word in _IS if text.endswith(word, 0, begin)), "")
        zone = found.ending_at(Kind.DISTRICT, begin - len(said)) if said else None
        value = zone.value if zone is not None else None
        if zone is None or place is None or not isinstance(value, PlaceValue) or value.level != "zone":
            continue
        if text[zone.start - 1] in "，。；\n":
            told = InitiativeValue(zone.text + "项目", zone.text, "Project", place)
            yield Mention(Kind.INITIATIVE, zone.start, zone.end, zone.text, "initiatives.park", 0.76, told)


# 某某|二期智能装备产业园|开工: the next phase that bears a company's brand.
_OWN_PHASE = needing(
    "一期 二期 三期 四期 五期",
    r"(?P<phase>[一二三四五]期)(?P<what>[一-龥]{0,12}?(?:产业园|工业园|科技园|生产线|生产基地|厂房|项目|工程)(?:项目)?)(?=[，。；、]|开工|建设|竣工|投产|奠基|签约|正式|顺利|总投资|落户|启动|举行|在|于|的)",
)
_BRAND_TAIL = re.compile(FIRM_TAIL)


_TRADES = tuple(sorted(seeds.word_list("company_trades"), key=lambda word: (-len(word), word)))


def _brand(firm: str) -> str:
    """正泰 of 正泰农牧实业有限公司."""
    name = _BRAND_TAIL.sub("", firm)
    trade = next((word for word in _TRADES if name.endswith(word) and len(name) - len(word) > 1), "")
    return name.removesuffix(trade)


def find_own_phases(text: str, found: Found) -> Iterator[Mention]:
    """江西|正泰|二期智能装备产业园, on a page that names 江西正泰实业有限公司: the company's own project."""
    matches = list(_OWN_PHASE.finditer(text))
    for firm in found.of(Kind.ORGANISATION) if matches else ():
        value = firm.value
        if (
            not isinstance(value, BodyValue)
            or value.subtype != "Enterprise"
            or value.back
            or not firm.text.endswith(("公司", "集团"))
        ):
            continue
        brand = _brand(value.core)
        for match in matches if 2 <= len(brand) <= 4 else ():
            if not text.endswith(brand, 0, match.start()):
                continue
            start = match.start() - len(brand)
            place = found.ending_at(Kind.DISTRICT, start)
            start = place.start if place is not None and firm.text.startswith(place.text + brand) else start
            name = text[start : match.end()]
            told = InitiativeValue(name, text[match.start() - len(brand) : match.end()], "Project", owner=firm)
            yield Mention(Kind.INITIATIVE, start, match.end(), name, "initiatives.own_phase", 0.82, told)


def find_planned(text: str, found: Found) -> Iterator[Mention]:
    """《|某县老旧管网改造工程|实施方案》，该工程…: what the plan is for, where the sentence goes on to tell of it."""
    for match in _PLAN.finditer(text):
        if f"该{match['kind']}" not in text[match.end() : match.end() + 16]:
            continue
        start, end = match.span("name")
        if _NUMBERED.match(text, start) or NO_PROJECT_NAMES.issuperset(words().cut(text[start : end - 2])):
            continue
        place = own_place(text, start, end - 2, found)
        core = text[place.end : end] if place is not None and place.start == start and end - place.end > 6 else text[start:end]
        value = InitiativeValue(core, core, "Project", place if core != text[start:end] else None)
        yield Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.of_plan", 0.76, value)


__all__ = ["find_own_phases", "find_parks", "find_planned", "find_said", "find_told"]
