"""Projects and works: a name before 项目 or 工程, with its place or its company: 某镇|污水管网改造|工程.

A company's project is known by both (某公司|智能工厂|项目); a common noun is a project's name only with what makes it one: a
place, a size, an investor, others beside it in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg import seeds
from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, firm_name, past_mark
from kg.extract.edges import HOLDING, extend_by_repetition, left_edge, past_predicate, verb_stops
from kg.extract.firm_starts import is_brand
from kg.extract.scheme_names import (
    CARRYING_VERBS,
    CELEBRATES,
    CELEBRATION,
    FACILITY_ENDS,
    LEADING_VERBS,
    NO_NAME_BEFORE,
    NO_PROJECT_NAMES,
    PHASE,
    SENTENCE_WORDS,
    SOME,
    YEARLY,
    as_named,
    bracketed_start,
    inspect_verbs,
    is_proper,
    joined_start,
    make_initiative,
    own_place,
    past_first_size,
    past_number,
    past_size,
    past_some,
    past_year,
    strip_front,
    unquote,
)
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words


def find_projects(text: str, found: Found) -> Iterator[Mention]:
    """Projects and works, of which those of companies are told again by the company's short name."""
    owned: list[tuple[str, InitiativeValue]] = []
    for mention in _all_projects(text, found):
        value = mention.value
        assert isinstance(value, InitiativeValue)
        if "公司" in mention.text:
            owned.append((mention.text, value))
        elif owned and (told := _told_before(value.name, owned)) is not None:
            mention = replace(mention, value=told)
        yield mention


# What a company does with a project, right before its name.
_FIRM_DOES = (
    "上马",
    "投建",
    "新上",
    "签下",
    "获批",
    "拿下",
    "承接",
    "落子",
    "推进",
    "实施",
    "建设",
    "启动",
    "运营",
    "承建",
    "代建",
    "中标",
    "承揽",
)
# 主要建设教学楼、|操场及附属|工程: what a project consists of.
_PART = re.compile("及(?:其他?|相关)?(?:室外|道路)?(?:配套|附属|辅助)(?:设施|附属|配套|设备|用房|管网|绿化|建设)*$")
_CONSISTS = re.compile("(?:主要|计划|拟|将|内容|项目|新|一期)(?:建设|新建|修建|改造|改建|包括|包含|为)|新建|建设内容")
_FOR_THE_PEOPLE = re.compile("(?:为民办?实事|民生实事|惠民实事)(?:重点|重大|民生|惠民)*$")
_COUNTS = frozenset("0123456789一二两三四五六七八九十百几多余")
_PROJECT = needing(
    "工程 项目",
    "(?=[一三二首产工建扩技提搬改新迁项])"
    r"(?:(?:(?:建设|改造|扩建|迁建|新建|改建|搬迁|提升)?[一二三首]期工程(?=项目))|建设|改造|扩建|迁建|新建|改建|搬迁|提升|技改|产业化|一期|二期|三期|首期)?(?:项目|工程)"
    r"(?!部|区|建设的|安全[总员]|技术[总负]|监理|现场负责|执行经理|总包|承包|机制|制度|包联|包保|专班|例会|化|师|款|质量|总(?!投资|经理|规划|规模|占地|用地|面积|建筑|长|概算|造价|里程|装机|金额|库容|工期)|负责(?!人)|库|数|量|资金(?!缺口|问题|筹措|需求|短缺|不足)|谋划|名称|类|"
    r"(?:\d+(?:余|多)?|[一二三四五六七八九十]+)[个项件](?!(?:重点|重大|民生|建设)*(?:项目|工程))|所在|单位|之一|为主|书|集群|清单|台账|开工率|资料|标书)",
)


_SPEAKERS = ("人员", "负责人", "代表", "干部", "专家", "民警", "干警", "队员", "志愿者", "主任", "局长", "经理")
_ITS_HEADS = ("经理", "总经理", "负责人")  #: 某面粉加工项目|负责人
_SCHOOLS = frozenset(number + kind for number in "一二三四五六七八九十" for kind in "中小")  #: schools by number


def _is_of_body(text: str, stop: int, found: Found) -> bool:
    """某公司|项目经理, 某局重点|项目负责人, 某公司某县|项目经理: whether a body's people are told of, and no project."""
    at = stop - 2 * text.endswith(("重点", "重大", "招商"), 0, stop)
    there = _FIRM_THERE.search(text, max(0, stop - 7), stop) is not None
    return there or text[at - 1] in "局委办部处队厅" or found.ending_at(Kind.ORGANISATION, at) is not None


_FIRM_THERE = re.compile("(?:公司|集团|[一二三四五六七八九十]局)[一-龥]{1,3}[县市区镇]$")


def _all_projects(text: str, found: Found) -> Iterator[Mention]:
    for match in _PROJECT.finditer(text):
        stop, end = match.span()
        if text.startswith(_ITS_HEADS, end) and _is_of_body(text, stop, found):
            continue  # 某公司|项目经理, 建设项目|负责人: whose people they are, and no name
        start = strip_front(text, left_edge(text, stop, scheme=True), stop)
        start = past_predicate(text, start, stop) if start < stop else start
        if text[start - 2 : start] in _SCHOOLS and text[start - 3 : start - 2] not in "第十高初":
            start -= 2  # 一中|迁建项目
        elif text[start - 1 : start + 1] in _SCHOOLS and start + 1 < stop:
            start -= 1  # 一|中迁建项目
        start += 2 * (text.startswith("目的", start, stop) and text[start - 1 : start] == "项")  # 该项|目的|河道治理工程
        start += 2 * (text.startswith("项目", start, stop) and stop - start > 4)  # 已投产项目|某食品项目
        start += text.startswith("好", start, stop) and text[start - 2 : start] in CARRYING_VERBS  # 开展好|某某帮扶项目
        toward = text.find("向", start + 2, stop - 1)
        if toward > 0 and text.endswith(_SPEAKERS, 0, toward):
            start = toward + 1  # 技术人员向|某某项目负责人讲解
        start = _past_envoy(text, past_some(text, start, stop), stop, found)
        start += text[start] == "前" and text[start - 1 : start] in ("日", "号", "底")  # 5月1日|前|主体工程封顶
        if text[start - 1 : start] == "该":
            start += 2 * text.startswith(("公司", "集团", "企业", "园区"), start, stop)  # 该公司|货架加工项目
        if text[start - 2 : start] in _BEFORE_WORK and found.ending_at(Kind.DISTRICT, start - 2) is not None:
            start -= 2  # 某镇|集中|供水工程
        start = past_size(text, past_number(text, start, stop), stop, found)
        road = _ROAD.search(text, max(0, start - 9), stop)
        if road is not None and road.start() < start <= road.end():
            start = road.start()  # 实施|国道220线|中修工程
        start = _of_grid(text, start, stop)
        bracketed = bracketed_start(text, start)
        if bracketed != start:  # 某某山|万亩|茶园（一期）工程: a size before the name that holds a bracket
            start = past_size(text, past_number(text, bracketed, stop), stop, found)
        start = _item_start(text, joined_start(text, start, end, found), stop)
        if text[end - 4 : end] in ("项目建设", "工程建设"):
            end -= 2
        start = _past_growing(text, min(start, stop), stop)
        start -= start < stop and _is_brand_head(text, start, stop)
        start = _after_firm(text, start, found)
        begun = found.covering(Kind.ORGANISATION, start) if start < stop else None
        if begun is not None and begun.start < start and begun.end < stop:
            start = begun.start  # 为|正邦集团某项目
        maker = _maker(text, start, found) or _maker_of_two(text, start, stop, found)
        if maker is not None:
            yield _of_company(text, maker, stop, end)
            continue
        zone = found.covering(Kind.DISTRICT, start) if start < stop else None
        verb = zone is not None and text[zone.start : start] in LEADING_VERBS  # 开发|某某度假区项目
        if zone is not None and zone.start < start and zone.end == stop and not verb:
            start = zone.start  # 某县|某省1828|大健康产业园|项目
        doer = next(found.before(Kind.ORGANISATION, stop - 2), None)
        if doer is not None and start <= doer.end < stop - 4 and text.startswith(_FIRM_DOES, doer.end):
            start = doer.end + 2  # 某公司|上马|甲项目
        owner = _owner(text, start, stop, found)
        if owner is not None:
            yield _of_company(text, owner, stop, end)
            continue
        for held in found.between(Kind.ORGANISATION, max(0, start - 20), stop + 1):
            if held.end == stop:
                start = min(start, held.start)
        facility = found.ending_at(Kind.ORGANISATION, stop)
        if facility is not None and facility.start == start and end - stop > 2 and facility.text.endswith(FACILITY_ENDS):
            name = text[start:end]  # 县档案馆|建设工程
            place = found.starting_at(Kind.DISTRICT, start)
            core = text[place.end : end] if place is not None and 1 < len(place.text) < stop - start - 2 else name
            value = InitiativeValue(core, core, "Project", place if core != name else None)
            yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.facility", 0.78, value)
            continue
        body = found.covering(Kind.ORGANISATION, stop)
        if body is not None and body.end > end:
            continue
        if start >= stop or text[start:stop] in ("该", "此") or (text[start] == "一" and text[start - 1 : start] in ("这", "那")):
            continue  # 这|一文体中心项目: one told of elsewhere
        if text[stop:end] == "工程" and text.endswith(("公司", "集团"), start, stop) and text.startswith(_BUILDS_IT, end):
            continue  # 听取某集团|工程建设情况汇报: whatever it builds
        if _SO_FEW.search(text, max(0, stop - 6), stop) or _MADE_INTO.search(text, start, stop):
            continue
        if text[start - 1 : start] in ("个", "项", "批") and text[start - 2 : start - 1] in _COUNTS:
            continue  # 38个|社区公益项目
        if text[start] == "一" and start and text[start - 1] in "这那某":
            continue  # 这|一水利工程
        if text[start - 1 : start] == "等" and text[start - 2 : start - 1] not in tuple("高中初上同平均何") and start > 1:
            continue  # 甲线、乙厂等|业态融合项目: what kind they are
        if _PART.search(text, start, stop) and _CONSISTS.search(
            text, past_mark(text, start, "，。；\n", max(0, start - 60)), start
        ):
            continue  # 该项目主要建设教学楼、|操场及附属工程
        yearly = text[start] == "度" and text[start - 1 : start] == "年"
        if yearly and found.starting_at(Kind.DISTRICT, start + 1) is not None:
            start, yearly = start + 1, False  # 2020年度|某镇温室大棚扶贫项目
        if yearly or _COUNTED_AS.search(text, max(0, start - 4), start + 3):
            continue  # 2025年|度公益项目, 作为|街道党群服务项目
        start = _past_rate(text, start)
        town = found.ending_at(Kind.DISTRICT, stop)
        if town is not None and town.start <= start and isinstance(town.value, PlaceValue) and town.value.level != "zone":
            if town.value.level == "compound" and text.startswith(_MADE_NEW, stop):  # 某小区|改造项目
                yield as_named(town.start, text[town.start : end], "Project", "initiatives.of_compound", 0.78)
            continue  # 某镇|项目建设: all that is built there
        house = found.starting_at(Kind.ORGANISATION, start) if text[start] == "该" else None
        if house is not None and (told := _of_house(text, house, end, found)) is not None:
            yield told
            continue
        if _MANY.search(text, max(0, start - 14), start):
            continue  # 一大批跨流域、|跨区域引调水工程
        if _FOR_THE_PEOPLE.search(text, start, stop) and found.covering(Kind.ORGANISATION, start) is not None:
            continue  # 是市委、|市政府|为民办实事项目: what kind of project it is
        that = _of_that(text, start, end, found) if text[start - 1 : start] == "该" else None
        mention = that or _sited(text, start, stop, end, found) or _project(text, start, stop, end, found)
        mention = mention or _celebrated(text, start, stop, end, found)
        if mention is not None:
            yield mention


_BUILDS_IT = ("建设", "进展", "进度", "推进", "质量", "施工")
_MADE_NEW = ("改造", "扩建", "迁建", "新建", "改建", "提升")
# 共有3|项目, 新增两条|生产线项目: so many of them; not 863项目.
_SO_FEW = re.compile("(?:有|签约|开工|包括|涉及|涵盖|实施|安排)(?:\\d{1,2}|[一二两三四五六七八九十]+)$")
_NEW_ONES = re.compile(
    "(?:新增|新建|新上|增建|增加|再建|改建|扩建)(?:了)?(?:\\d+|[一二两三四五六七八九十]+)(?:条|座|口|栋|幢|所|家|间|台|套|处)"
)
# 把某桥|打造成|精品工程: how good a thing is to be.
_MADE_INTO = re.compile("(?:打造|建造)成(?![都渝])|(?:建设|改造|[办做变])成为|打造为")


# 引导农户发展|中药材种植项目, 与某村合作发展|光伏发电项目: how, and for whom, a project is come by.
_GROWN = re.compile(
    "(?:合作|联合|共同|引导|扶持|鼓励|支持|带动|帮助|组织|发动|指导|大力|积极|重点|主要|优先|计划|继续|开始|准备|尝试)"
    "(?:(?:农|贫困|脱贫|种植|养殖)户|群众|村民|党员|企业|村集体|合作社|农?牧民|社员|当地)?(?:发展|建设|开发|实施|兴办|经营|运营|打造)"
)


def _past_growing(text: str, start: int, stop: int) -> int:
    """Where a project's name begins behind a word for growing it and how."""
    grown = max((match.end() for match in _GROWN.finditer(text, max(0, start - 2), stop)), default=start)
    return grown if stop - grown >= 3 else start


# 作为|街道志愿服务项目: what kind of thing something is.
_COUNTED_AS = re.compile("(?:作为|列为|列入|纳入|成为|属于)(?:街道|全?[镇乡县区市省]级?|重[点大]|省级|市级|县级|民生)")
# 5万吨/|年聚苯硫醚树脂项目: how much it makes in a year.
_RATE = re.compile(r"\d[\d.]*(?:万|千|百|亿)*(?:吨|台|套|辆|件|平方米|立方米|米|头|只|羽|支|瓶|箱|台套)/$")


def _past_rate(text: str, start: int) -> int:
    """Where a name begins that says what is made in a year: |5万吨/年聚苯硫醚树脂项目."""
    rate = _RATE.search(text, max(0, start - 14), start) if text[start] == "年" else None
    return start if rate is None else rate.start()


# 国道|220线中修工程: a road by its number.
_ROAD = re.compile(r"[国省县乡]道[A-Z]?\d{2,4}(?:线|[一-龥]{2,4}段)?")


# 陇电入鲁|特高压工程, 疆电外送|通道工程: what brings power from one province to another.
_GRID = re.compile("[一-龥](?:电|煤|气|水)(?:入|外|送|东|南|出)[一-龥]?")


def _of_grid(text: str, start: int, stop: int) -> int:
    """Where a name begins that the power brought from province to province begins: |甘电入浙特高压工程."""
    for size in (2, 3, 4):
        grid = _GRID.match(text, start - size) if start >= size else None
        if grid is not None and start <= grid.end() <= stop and text[start - size] in _provinces():
            return start - size
    return start


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    """Characters that stand for provinces: 陇, 鲁."""
    return frozenset(row.char for row in seeds.abbreviations() if row.code.endswith("0000"))


FACILITY = re.compile(
    "公园|广场|小学|中学|高中|医院|水库|大桥|体育馆|文化馆|图书馆|博物馆|档案馆|储备库|福利院|敬老院|幼儿园|水厂|处理厂|车站|机场|大剧院"
)


def _of_that(text: str, start: int, end: int, found: Found) -> Mention | None:
    """来到甲镇乙水库。该|水库除险加固工程: the works bear the name of the house told of last."""
    house = words().cut(text[start:end])[0]
    at = text.rfind(house, max(0, start - 90), max(0, start - 1)) if FACILITY.fullmatch(house) is not None else -1
    if at < 0:
        return None
    edge = left_edge(text, at)
    place = next(reversed(list(found.between(Kind.DISTRICT, edge, at))), None)
    edge = place.end if place is not None and place.end < at else edge
    if not 2 <= at - edge <= 6:
        return None
    name = text[edge:at] + text[start:end]
    value = InitiativeValue(name, name, "Project", place)
    return Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.of_that", 0.75, value)


def _of_house(text: str, back: Mention, end: int, found: Found) -> Mention | None:
    """在甲镇养老服务中心。|该中心|改造提升项目: the project bears the name of the body told of last."""
    word = back.text[1:]
    body = next((body for body in found.before(Kind.ORGANISATION, back.start) if body.text.endswith(word)), None)
    if body is None or not word.endswith(FACILITY_ENDS) or not isinstance(body.value, BodyValue):
        return None
    name = body.text + text[back.end : end]
    value = InitiativeValue(name, name, "Project")
    return Mention(Kind.INITIATIVE, back.start, end, text[back.start : end], "initiatives.of_that", 0.75, value)


def _owner(text: str, start: int, stop: int, found: Found) -> Mention | None:
    """The company whose project it is: 某公司|智能工厂|项目."""
    owners = [
        body
        for body in (found.ending_at(Kind.ORGANISATION, start), *found.between(Kind.ORGANISATION, start, stop - 1))
        if body is not None
        and isinstance(body.value, BodyValue)
        and body.value.subtype == "Enterprise"
        and not body.value.back
        and not body.text.endswith(FACILITY_ENDS)
    ]
    if not owners or stop - owners[-1].end < 2:
        return None
    own = words().cut(text[owners[-1].end : stop])
    return None if any(piece in "的在和与及为由将已是、，" for piece in own) else owners[-1]


def _of_company(text: str, owner: Mention, stop: int, end: int) -> Mention:
    name = text[owner.start : end]
    yearly = text[owner.end : stop].startswith("年")  # 某公司|年产3万吨…项目 is known by what it will make
    value = InitiativeValue(text[owner.end : end] if yearly else name, text[owner.end : end] if yearly else name, "Project")
    return Mention(Kind.INITIATIVE, owner.start, end, name, "initiatives.company_project", 0.8, value)


_VILLAGE_GROUP = re.compile("第?[\\d一二三四五六七八九十]{1,3}(?:村民)?(?:小组|组|社|队)$")


def _sited(text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
    """位于某镇的|文化中心项目: a place before it makes a plain name one."""
    group = _VILLAGE_GROUP.search(text, max(0, start - 8), start - 1) if text[start - 1 : start] == "的" else None
    at = group.start() if group is not None else start - 1  # 位于某村|4组|的某水厂项目
    site = found.ending_at(Kind.DISTRICT, at) if text[start - 1 : start] == "的" else None
    if site is None or stop <= start or found.covering(Kind.DISTRICT, start) is not None:
        return None
    if not text.endswith(("位于", "坐落于", "坐落在", "落户"), 0, found.places_begin(site.start)):
        return None
    value = InitiativeValue(text[start:end], text[start:end], "Project", site)
    return Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.sited", 0.75, value)


def _celebrated(text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
    """某集团隆重举行|乳酸项目|一期竣工庆典: the company that celebrates it makes a plain name one."""
    held = CELEBRATES.search(text, max(0, start - 10), start) if CELEBRATION.match(text, end) else None
    firm = found.ending_at(Kind.ORGANISATION, held.start()) if held is not None else None
    own = [piece for piece in words().cut(text[start:stop]) if piece not in NO_PROJECT_NAMES]
    if firm is None or not firm.text.endswith(("公司", "集团")) or len("".join(own)) < 2:
        return None
    name = text[start:end]
    value = InitiativeValue(name, name, "Project", owner=firm)
    return Mention(Kind.INITIATIVE, start, end, name, "initiatives.celebrated", 0.76, value)


# 两个项目, 一批项目, 今年的项目: counted, not named.
COUNTED = re.compile(
    r".*(?:[一二两三四五六七八九十几多数\d百]|这|那|哪|该|每|各|首)(?:个|项|大|批|类|处|些)(?:龙头|重点|重大|标志性|骨干|支柱|主导|优势|工业|招商|引资|投资|合作|产业|外资|技改)*|(?:.*(?:这|那|该|每|各|首)|[一二两三四五六七八九十])期"
)
COUNTED_FIRST = re.compile(
    r"(?:第?[一二三四]季度|上半年|下半年|首批|第[一二三]批)?(?:[一二两三四五六七八九十几多数]+|\d+)(?:余|多)?(?:个|批|处|轮)"
)
_SO_MANY = re.compile("就?(?:占|有|占到|达)了?(?:\\d+|[一二两三四五六七八九十]+)[个项](?!月|年|亿|子)")
_RANKED = re.compile("[^，。；]{0,6}(?:十|[一二三四五六七八九]|百)大(?:重点|重大|民生|产业|标志性|工业|交通)*")
_MANY = re.compile("一(?:大)?批[^，。；、]{1,8}、$")
_WEIGHTY = re.compile("(?:[一-龥]{2,3}性)+(?:重大|重点|骨干|示范|民生|基础|龙头)*")  # 支撑性重大|工程
_IS_ONE = re.compile(r"是[^，。；“”]{2,20}的$")
_PLAIN_HALF = re.compile(
    "的(?:道路|公路|供水|供电|供气|电力|通信|水利|学校|医院|住房|桥梁|管网|农田|河道|渠道|路灯|厕所|广场|房屋|堤防)[和与及]$"
)
# Words that say of projects no more than how they matter and when they begin.
ANY_PROJECT = seeds.word_list("project_ranks")
SOME_OF = frozenset("一这该此首其各每")
BUILDING = ("扩建", "新建", "改造", "迁建", "改建", "改扩建", "升级改造", "提升改造", "改造提升")
_OF_QUARTER = re.compile(
    r"(?:[一-龥]{2,6}?)?(?:\d{4}年度?)?(?:第?[一二三四]季度|[春夏秋冬]季|[上下]半年|首批|第[一二三四]批|年度)(?:重点|重大|集中|开工|产业|工业|招商|投资|建设|签约|民生|入园|入驻|落户|援建|拟建|储备|在建)*"
)
_FIELD_AND_WEIGHT = re.compile("[一-龥]{2,6}[和与及](?:重点|重大|民生|在建|省重点|市重点|亿元|招商|签约)(?:建设|工作|产业)?")
_OF_FAIR = re.compile(r"[一-龥0-9·]{2,}(?:会|节|论坛)(?:招商|引资|签约|重点|重大|集中|投资|合作){1,4}")


# 某街道|下好|项目, 园区及|项目, 董事长甲及|项目|负责人: no name of a project.
_NO_PROJECT = re.compile(
    "[一-龥]*第[一二三四五六七八九十]+个[一-龥]*|(?:其中)?(?:一半|半数|多数|大多|[一二三四五六七八九]成)(?:以上)?[均都]?[为是][一-龥]+|[一-龥]好|[一-龥]*(?:有关|相关)|(?:一半|[一二三四五六七八九]成|大部分|大?多数|其余|少数)[均都]?[为是][一-龥]*|[一-龥]*插手|(?:新)?一轮|里(?:重[点大]|商业|民生)|[一-龥]*(?:[^普以危涉][及与]|和)|[一-龥]*(?:董事长|经理|负责人|书记|主任|总监|业主)[一-龥]*"
)


# What is done with many projects on one day.
_MANY_AT_ONCE = re.compile("集中(?:开工|签约|竣工|投产|奠基|开竣工|动工|开业)")
_OF_RANK = re.compile("(?:重点|重大)(?:招商|引资|合作|产业|工业|建设|民生|投资)*$")
_SIGNED_AT = re.compile("(?:建设)?(?:开工|签约|竣工|投产|奠基)(?:暨[^，。；]{2,12})?(?:仪式|活动|大会)")


_CONTESTS = ("大赛", "比赛", "竞赛", "挑战赛", "路演")  # 返乡创业|项目大赛: where projects compete


def _project(text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
    if text.startswith(_CONTESTS, end):
        return None
    place = own_place(text, start, stop, found)
    if place is None and (planned := _planned(text, start, stop, end, found)) is not None:
        return planned
    core_at = past_year(text, place.end, stop) if place is not None else start
    if place is not None and text[core_at] == "系" and not text.startswith(("系统", "系列"), core_at):
        return None  # 某园|系|某县招商引资重点项目: what it is
    if place is None and _PLAIN_HALF.search(text, max(0, start - 7), start) is not None:
        return None  # 甲村的道路和|供水管线恢复工程
    pieces = words().cut(text[past_first_size(text, core_at, stop) : stop])
    if place is None and _SO_MANY.match(text, end) is not None:
        return None  # 光新材料|项目就占5个: a kind of projects
    if (
        COUNTED_FIRST.match(text, core_at, stop)
        or _NEW_ONES.match(text, core_at, stop)
        or _NEW_ONES.match(text, core_at - 2, stop)  # 新增|三条果脯生产线项目
        or text.endswith(("代表", "下一步"), core_at, stop)
    ):
        return None  # 两个老旧小区改造项目, 甲代表项目业主
    if _NO_PROJECT.fullmatch(text, core_at, stop):
        return None
    house = found.starting_at(Kind.ORGANISATION, end) if text.endswith(("重点", "重大"), core_at, stop) else None
    if house is not None and house.text.endswith(FACILITY_ENDS):
        return None  # 城乡供水一体化重点工程|东河水厂: what kind it is
    if (
        _MANY_AT_ONCE.match(text, end)
        and not text.endswith("系列", 0, stop)
        and (text[stop - 1] in "点大" or text[start - 1 : start] not in ("、", "和", "与", "及"))
    ):
        return None  # 新旧动能转换重点项目|集中开工暨签约仪式
    if _OF_RANK.search(text, core_at, stop) and _SIGNED_AT.match(text, end):
        return None  # 产业链招商重点合作项目|签约仪式
    told = pieces[next((at for at, piece in enumerate(pieces, 1) if piece in inspect_verbs()), 0) :]  # 到乙|调研|重点
    if pieces and pieces[-1] in inspect_verbs():
        return None  # 甲|调研|项目建设
    if _FIELD_AND_WEIGHT.fullmatch(text, core_at, stop):
        return None  # 调研|果业及重点项目: a field of work, and how some projects matter
    if told and (ANY_PROJECT.issuperset(told) or _OF_QUARTER.fullmatch(text, core_at, stop)):
        return None  # 某县|重大招商引资项目, 某县|第一季度重点项目
    if (
        _RANKED.fullmatch(text, core_at, stop)
        or _WEIGHTY.fullmatch(text, core_at, stop)
        or (place is None and not is_proper(pieces) and _IS_ONE.search(text, max(0, start - 24), start) is not None)
    ):
        return None  # 援疆十大重点|项目, 是经国务院批准的|江河治理项目
    if _sought(pieces) or COUNTED.fullmatch(text, core_at, stop) or text.startswith(SOME, core_at, stop):
        return None  # 招引|龙头|项目, 签成|两个|项目
    yearly = YEARLY.search(text, max(0, start - 14), start)
    if yearly is None and place is None and text[core_at].isdigit():  # 年产60万吨甲醇与|20万吨聚丙烯项目
        yearly = _TWO_GOODS.search(text, max(0, core_at - 34), core_at)
    if place is None and pieces and _is_run(text, core_at, stop, end):
        return make_initiative(text, start, core_at, end, "project", None, "initiatives.project", 0.7)
    if pieces and _OF_FAIR.fullmatch(text, core_at, stop):
        return None  # 投资贸易洽谈会|招商引资项目
    phased = end < len(text) and text[end] in "（(" and PHASE.match(text, end) is not None
    if pieces and phased and place is None and stop - core_at >= 5 and not ANY_PROJECT.issuperset(pieces):
        return make_initiative(text, start, core_at, end, "project", None, "initiatives.project", 0.7)
    one = _is_one_work(text, start, core_at, stop, end, placed=place is not None)
    if not one and (
        not pieces
        or (
            (all(piece in NO_PROJECT_NAMES or piece[0].isdigit() for piece in pieces) or _plain().fullmatch(text, core_at, stop))
            and yearly is None
        )
    ):
        if (
            place is None
            or (len(pieces) < 2 and text[stop + 1 : stop + 2] != "期")
            or past_first_size(text, place.end, stop) < stop - 8
        ):
            return None  # 某镇|标准厂房|二期项目
        return make_initiative(text, place.start, place.end, end, "project", place, "initiatives.project", 0.6)
    if place is None:
        start = core_at = extend_by_repetition(text, start, end)
    else:
        own_at = strip_front(text, core_at, stop)
        if own_at != core_at and not one:
            start, core_at, place = own_at, own_at, None
    pieces = words().cut(text[past_first_size(text, core_at, stop) : stop])
    own = [piece for piece in pieces if piece not in NO_PROJECT_NAMES]
    of_unit = core_at > 1 and text[core_at - 1] in "省市区县镇乡" and NO_NAME_BEFORE.match(text, core_at - 2)
    if place is None and of_unit and FACILITY.search(text, core_at, stop):  # 县|档案馆建设工程
        return make_initiative(text, core_at - 1, core_at - 1, end, "project", None, "initiatives.project", 0.75)
    named = place is not None and stop - core_at >= 5  # 某县|光伏升压站工程
    listed = stop - core_at >= 4 and text[core_at] not in SOME_OF and _beside_project(text, start, end)
    named = named or (listed and bool(own))
    if place is None and _is_signed(text, start, stop, end, found) and len("".join(own)) > 1:
        return make_initiative(text, start, core_at, end, "project", None, "initiatives.signed", 0.74)
    if not named and not one and all(words().tag(piece)[0] in "vda" for piece in own):
        return None
    site = place.value if place is not None and text.startswith(BUILDING, stop) else None  # 某村|民宿改造项目
    rebuilt = isinstance(site, PlaceValue) and site.level in ("community", "township")
    built = place is not None and (rebuilt or stop - core_at >= 5 or text.endswith(FACILITY_ENDS, 0, stop))  # 急救中心项目
    built = built or (_is_local(place) and len("".join(own)) > 1 and _IS_BEGUN.match(text, end) is not None)
    branded = bool(own) and own[0] == pieces[0] and stop - core_at > 3 and _is_brand(own[0])
    plain = (len(own) < 2 or len("".join(own)) < 4) and not branded
    if yearly is None and not built and not listed and not one and not is_proper(tuple(own)) and plain:
        return None
    if len(text[core_at:stop]) < 2 and yearly is None:
        return None
    if place is None and text.startswith("现场", end) and text[core_at : core_at + 2] in text[:core_at]:
        return None  # a project told of before, by a short name
    if yearly is not None:
        return _yearly(text, yearly.start(), stop, end, found)
    return make_initiative(text, start, core_at, end, "project", place, "initiatives.project", 0.8)


# 来到|智慧停车项目|现场, 总投资2亿元的|垃圾焚烧发电项目, 一中迁建项目|开工: one work among all that plain words could call so.
_SEEN = re.compile(
    "(?:来到|走进|前往|深入|察看|查看|视察|参观|观摩|督导|踏勘|走访)了?$|投资(?:额|约|近|达|超|超过)?[\\d.]+(?:余|多)?[万亿]*(?:余|多)?元的$"
    "|投资[\\d.]+(?:余|多)?[万亿]*元，(?:计划|拟|将|要)?在[^，。；]{2,14}(?:建设|新建|兴建|打造|实施)$"
)
_SITE_OF = re.compile(
    "(?:建设|施工)?(?:现场|工地|指挥部)|(?:开工|签约|奠基|启动|竣工|揭牌)仪式|(?:建设|施工|推进|进展)(?:情况|进度|进展)|情况"
)


_BEFORE_WORK = ("集中", "统一", "分散", "异地", "易地", "全域", "智能", "智慧", "综合", "联合", "数字")


def _is_one_work(text: str, start: int, core_at: int, stop: int, end: int, *, placed: bool) -> bool:
    """Whether plain words for what is done to what (垃圾焚烧发电, 一中迁建) name one work: it is seen, paid for or begun.

    With a place before them (某镇|污水处理) they do, whatever is told of it.
    """
    core = text[past_first_size(text, core_at, stop) : stop]
    pieces = words().cut(core)
    sized = len(core) < stop - core_at
    if placed and len(text[core_at:end]) > 5 and (pieces[0] == "集中" or not _ranks(pieces[0])):
        work = end - stop > 2 or core.endswith(_WORK_ENDS) or (len(core) > 3 and words().tag(pieces[-1])[0] == "n")
        if work and not all(map(_ranks, pieces)):
            return True
    if (
        (not sized and (len(core) < 4 or len(pieces) < 2))
        or len(core) < 2
        or not pieces[-1].endswith(_WORK_ENDS)
        or any(map(_ranks, pieces))
    ):
        return False
    if any(words().tag(piece)[0] in "rpcumqd" and len(piece) == 1 for piece in pieces):
        return False
    seen = _SEEN.search(text, max(0, start - 34), start)
    return seen is not None or _SITE_OF.match(text, end) is not None or _IS_BEGUN.match(text, end) is not None


def _ranks(piece: str) -> bool:
    """Whether a word says how a project matters, or what most projects are for."""
    return piece in ANY_PROJECT or piece in _FOR_MOST


_FOR_MOST = seeds.word_list("most_projects")
#: what is done in a work, or stands at its end
_WORK_ENDS = tuple(sorted(seeds.word_list("work_ends")))


def _is_brand(word: str) -> bool:
    """实施|金源|生态养殖项目: whether a word before what is made or raised is what one firm is called."""
    return len(word) == 2 and is_brand(word, placed=False)


# 某镇供水项目|已于3月底全面动工: a plain work of a town or village, told of as begun or done.
_IS_BEGUN = re.compile(
    "(?:(?:已|已经|于|近日|日前|昨[日天]|今[日天]|目前|现|也|[\\d年月日上中下旬底初]{2,8}|正式|全面|顺利|如期|全部|即将){0,5})"
    "(?:开工|动工|竣工|完工|建成|投用|投产|通水|通车|投入使用|启动(?!资金|会|仪式))"
)


def _is_local(place: Mention | None) -> bool:
    value = place.value if place is not None else None
    return isinstance(value, PlaceValue) and value.level in ("township", "community") and not value.relative


# 年产60万吨甲醇和|20万吨聚丙烯项目: what a plant makes, and the first of two goods.
_TWO_GOODS = re.compile(
    "年(?:产|加工|处理|生产|利用)[\\d.]+(?:余|多)?[万亿千]?[吨台套辆件米片支瓶箱平立头只羽][一-龥A-Za-z]{1,14}[和与及、]$"
)
# 签订|码头物流项目|合同: what a company and an office have agreed to build.
_SIGNED = re.compile("(?:签订|签署|签约|签下|达成)(?:了)?$")
_CONTRACT = re.compile("(?:投资|合作|建设|入驻|入园|开发|框架|战略|正式){0,2}(?:合同|协议)")
_SIGNS_FOR = re.compile("(?:正式|成功|顺利|现场)?(?:签约|签订|签署|达成)")
_SIGNS_WITH = re.compile("(?:正式|成功|顺利|现场|共同|再次|又)*(?:签订|签约|签署|签下)了?")
_JOINTLY = ("战略", "框架", "全面", "校企", "长期", "一揽子")


def _is_signed(text: str, start: int, stop: int, end: int, found: Found) -> bool:
    """Whether a contract is made for one plain name: 某公司与某管委会签订|码头物流项目|合同."""
    about = text[start - 1 : start] == "就" and _SIGNS_FOR.match(text, end)  # 某县与某公司就|甲项目|签约
    signed = _SIGNED.search(text, max(0, start - 4), start)
    agreed = _CONTRACT.match(text, end) or _PRICED.match(text, end)
    if stop - start < 4 or not (about or (signed and (agreed or text[end : end + 1] in "，。；"))):
        return False
    firm = next(found.before(Kind.ORGANISATION, start), None)
    if not about and not agreed:  # 与某公司|签订|机械加工项目，
        return (
            firm is not None and _SIGNS_WITH.fullmatch(text, firm.end, start) is not None and firm.text.endswith(("公司", "集团"))
        )
    return firm is not None and "。" not in text[firm.end : start] and not text.startswith(_JOINTLY, start)


_SEEKING = seeds.word_list("project_verbs")
_BRAND_HEADS = frozenset("正和大同金")  #: characters of sentences that brands begin with
_AT_HEAD = re.compile("(?:[、，：]|[察查视参考调]看|了|到|进|的|入|下|约|动|工|成)$")


def _is_brand_head(text: str, start: int, stop: int) -> bool:
    """察看了|正|威铜材项目: whether the character before a name is a brand's first, right behind what leads to it."""
    head = text[start - 1 : start]
    if head not in _BRAND_HEADS or stop - start < 3 or _AT_HEAD.search(text, max(0, start - 3), start - 1) is None:
        return False
    return not words().frequency(text[start : start + 2]) and not words().frequency(text[start : start + 3])


# What an item of a list of projects stands right behind.
_ITEM_MARK = re.compile(r"(?:(?<=项目)|(?<=工程))(?:、|(?:分别)?(?:为|是|有)|包括)")
_NOT_IN_ITEM = frozenset("一二三四五六七八九十两几数和与及等，。；：、“”0123456789")


def _item_start(text: str, start: int, stop: int) -> int:
    """Where an item of a list of projects begins, whatever its words: 甲项目、|同翎彩印项目, 项目为|科多供电项目、乙项目."""
    mark = next(reversed(list(_ITEM_MARK.finditer(text, max(0, start - 10), start))), None) if start < stop else None
    if mark is None or not 0 < start - mark.end() <= 4:
        return start
    if mark.group() != "、" and not text.startswith("、", stop + 2):
        return start
    skipped = words().cut(text[mark.end() : start])
    if mark.group() == "、" and skipped[0] == "和":
        skipped = skipped[1:]  # 甲项目、|和邦生物某项目: no conjunction behind the mark
    if any(
        p in CARRYING_VERBS or p in LEADING_VERBS or p in verb_stops() or p in SENTENCE_WORDS or p in _SEEKING for p in skipped
    ):
        return start
    return start if any(p[0] in _NOT_IN_ITEM or words().tag(p)[0] == "r" for p in skipped) else mark.end()


ITEM = re.compile(r"[一-龥A-Za-z0-9·（）]{3,28}")


def _beside_project(text: str, start: int, end: int) -> bool:
    """甲项目、|乙项目|、丙项目: whether another one stands beside it in a list."""
    if text[start - 1 : start] in ("、", "和", "与", "及") and text.endswith(("项目", "工程"), 0, start - 1):
        return True
    if not text.startswith("、", end):
        return False
    beside = ITEM.match(text, end + 1)
    return beside is not None and beside.group().endswith(("项目", "工程"))


# 某公司|拟投资8亿元，在|某镇|建设: what stands between an investor, a place and what is built there.
_PAYS = r"(?:计划|预计|拟|将)?总?投资(?:额)?(?:约|近|超)?[\d.]+(?:余|多)?(?:亿|万|千万)?元"
_BUILDS_HERE = re.compile(
    "(?=[兴实将布建总打投拟新计预，])"
    rf"(?:{_PAYS})?，?(?:投资)?(?:建设|新建|兴建|投建|建立|打造|新上|布局|实施|建)(?:了|一个|的)?$"
)
_PLANS_IN = re.compile("(?=[也决又在将已总投拟正计还预])" rf"(?:拟|计划|将|已|正|还|又|也|决定|{_PAYS}，?)*在$")


def _planned(text: str, start: int, stop: int, end: int, found: Found) -> Mention | None:
    """某公司拟在某镇建设|200兆瓦风电项目: a plain name that its investor and its place complete."""
    builds = _BUILDS_HERE.search(text, max(0, start - 24), start)
    site = found.ending_at(Kind.DISTRICT, builds.start()) if builds is not None else None
    if site is None or stop - start < 2 or COUNTED.match(text, start, stop) or text.startswith(SOME, start):
        return None
    at = found.places_begin(site.start)
    at -= text[at - 1] in "省市区县镇乡"
    plans = _PLANS_IN.search(text, max(0, at - 32), at)
    owner = _investor(text, plans.start(), found) if plans is not None else None
    if owner is None:
        return None
    name = unquote(text[start:end])
    where = "" if site.text[0] in "省市县区镇乡本我" else site.text
    whole = firm_name(owner.text) + where + name
    value = InitiativeValue(whole, name, "Project", site, owner=owner)
    return Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.planned", 0.78, value)


def _investor(text: str, end: int, found: Found) -> Mention | None:
    """The company whose name, or the beginning of whose name, ends a clause's beginning."""
    begin = past_mark(text, end, "，。；：、\n", max(0, end - 30))
    short = text[begin:end].removeprefix("其中")
    for body in found.of(Kind.ORGANISATION):
        if not isinstance(body.value, BodyValue) or body.value.subtype != "Enterprise" or body.value.back:
            continue
        if body.end == end or (len(short) >= 3 and body.text.startswith(short)):
            return body
    return None


def _yearly(text: str, start: int, stop: int, end: int, found: Found) -> Mention:
    """年产3万吨…项目, with its company right before it."""
    owner = found.ending_at(Kind.ORGANISATION, start)
    if owner is not None and isinstance(owner.value, BodyValue) and owner.value.subtype == "Enterprise":
        return _of_company(text, owner, stop, end)
    return make_initiative(text, start, start, end, "project", None, "initiatives.project", 0.8)


def _past_envoy(text: str, start: int, stop: int, found: Found) -> int:
    """甲代表|某镇某项目: where the place begins for which someone speaks."""
    at = text.find("代表", start, stop)
    return at + 2 if at > start and found.starting_at(Kind.DISTRICT, at + 2) is not None else start


def _after_firm(text: str, start: int, found: Found) -> int:
    """某新能源有限公司洁净|能源利用项目: a name begins right behind its company, but for a verb or a preposition between."""
    firm = next(found.before(Kind.ORGANISATION, start), None)
    if firm is None or not 0 < start - firm.end <= 4 or not firm.text.endswith(("公司", "集团")):
        return start
    between = text[firm.end : start]
    if not between.isalpha() or any(
        p in CARRYING_VERBS or p in LEADING_VERBS or p.endswith(HOLDING) or words().tag(p)[0] not in "nabjz"
        for p in words().cut(between)
    ):
        return start
    return start if any(p in verb_stops() or p in SENTENCE_WORDS or p in _SEEKING for p in words().cut(between)) else firm.end


_GOODS = re.compile("(?:(?!项目|工程)[一-龥]{2,5}、){1,3}$")


def _maker(text: str, start: int, found: Found) -> Mention | None:
    """The company right before a list of all that a project of its will make: 某酒业公司|酒水、饮料制造项目."""
    goods = _GOODS.search(text, max(0, start - 18), start) if text[start - 1 : start] == "、" else None
    firm = next(found.before(Kind.ORGANISATION, start - 2), None) if goods is not None else None
    if goods is None or firm is None or not firm.text.endswith(("公司", "集团")) or not goods.start() <= firm.end < start - 2:
        return None
    if any(f"{word}、" in text[firm.end : start] for word in ("项目", "工程", "期")):
        return None  # 某公司|三期项目、|乙项目
    return firm if "\u4e00" <= text[firm.end] <= "\u9fff" and text[firm.end] not in "和与及等的在将" else None


# What each half of a project of two is: 智能选果线|和|气调库.
_HALF = re.compile("[一-龥A-Za-z0-9]{1,12}(?:线|库|厂|园|站|楼|房|馆|中心|基地|车间|系统|平台|设备|大棚|棚|池|塔|场|仓|装置)")


def _maker_of_two(text: str, start: int, stop: int, found: Found) -> Mention | None:
    """The company before a project of two halves: 某果业公司|智能选果线和气调库项目."""
    if text[start - 1 : start] not in ("和", "与", "及") or not _HALF.fullmatch(text, start, stop):
        return None
    firm = next(found.before(Kind.ORGANISATION, start - 2), None)
    if firm is None or not firm.text.endswith(("公司", "集团")) or _HALF.fullmatch(text, firm.end, start - 1) is None:
        return None
    first = words().cut(text[firm.end : start - 1])
    return (
        None
        if any(p in CARRYING_VERBS or p in LEADING_VERBS or p in SENTENCE_WORDS or p in verb_stops() for p in first)
        else firm
    )


def _told_before(name: str, owned: list[tuple[str, InitiativeValue]]) -> InitiativeValue | None:
    """甲陶瓷项目, after 某市甲陶瓷有限公司年产3万吨陶瓷项目: the company's project, where it has but one."""
    short = name.removesuffix("项目")
    told = [value for whole, value in owned if short in whole] if len(short) >= 4 and short != name else []
    return told[0] if told and all(value.name == told[0].name for value in told) else None


def _sought(pieces: tuple[str, ...]) -> bool:
    """招引|龙头, 上, 签成|两个: a verb of seeking, and after it nothing that names a project."""
    last = max((i for i, piece in enumerate(pieces) if piece in _SEEKING), default=-1)
    return last >= 0 and all(piece in NO_PROJECT_NAMES for piece in pieces[last + 1 :])


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Nothing but words of which no project's name is made."""
    return re.compile("(?:" + "|".join(sorted(map(re.escape, NO_PROJECT_NAMES), key=lambda n: (-len(n), n))) + "){1,6}")


_PRICED = re.compile(r"，(?:计划|预计|项目)?总投资\d")
# 某工程|进展情况。该工程总投资1.36亿元: one that is told of by its sum.
_TOLD_BY_SUM = re.compile(
    r"(?:[^。\n]{0,24}。(?:该|此)(?:项目|工程))?，?(?:计划|预计|概算|项目)?(?:总投资|投资总额|总造价)(?:额|约|为)?\d"
)


def _is_run(text: str, start: int, stop: int, end: int) -> bool:
    """实施|农村饮水安全巩固提升工程: long, and the object of a verb of carrying out, is name enough."""
    return (
        (
            stop - start >= 6
            and (text.endswith("工程", stop, end) or _PRICED.match(text, end) is not None)
            and text.endswith(("实施", "启动"), 0, start)
        )
        or (stop - start >= 5 and _TOLD_BY_SUM.match(text, end) is not None)
        or (stop - start >= 4 and text.endswith(("推出", "推出了", "创设", "孵化"), 0, start))
    ) and (not text.startswith(("重大", "重点", "民生", "基础", "各类", "亿元", "产业", "系列"), start))
