"""What the mentions of one page stand for: 该区, 区委, 该公司, short forms, bare names.

Every mention gets a *referent*: a draft of an entity, shared by all mentions of the same thing on the page. Places come
first (they carry everything), then bodies (each hangs on a place or has a name of its own), initiatives and people.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg import seeds
from kg.context import COMES, COMMON_NOUNS, PageContext
from kg.extract.base import BodyValue, EventValue, Found, InitiativeValue, PersonValue, PlaceValue, PostValue, sentence_at
from kg.extract.departments import match_department
from kg.gazetteer import Place, gazetteer
from kg.model import Article, Kind, Link, Mention, Verdict
from kg.patterns import needing
from kg.words import words

# The endings of district names that a unit word stands for; every other unit word stands for its own.
_UNIT_TAILS = {
    "省": ("省", "自治区"),
    "办事处": ("街道",),
    "园区": ("园区", "集聚区", "开发区", "高新区", "园"),
}
_UNIT_INSIDE = re.compile("^([一-龥]{2,3})[县市区](?=[一-龥]{3})")
_ZONE_WORD = re.compile(
    r"(?:产业集聚区|高新区|经开区|示范区|开发区|新区|高新技术产业开发区|经济技术开发区|工业园区?|产业园区?|工业集中区|产业集中区|[工产]业聚集区|工业集聚区)$"
)
_ZONE_FORMS = (
    ("高新区", "高新技术产业开发区", "高新技术开发区"),
    ("经开区", "经济技术开发区", "经济开发区"),
    ("示范区", "城乡一体化示范区"),
    ("综保区", "综合保税区"),
)


def _same_zone(zone: str) -> tuple[str, ...]:
    """The forms of a zone's word: 经开区, 经济技术开发区."""
    return next((forms for forms in _ZONE_FORMS if zone in forms), (zone,))


_BRACKET = re.compile("（([一-龥]{2,6})）")
_SCHOOLS = ("校", "小学", "中学", "大学", "学院", "中", "小", "职高", "幼儿园")  #: names that 该校 may speak of
_DEPTH = {"prefecture": 1, "county": 2, "township": 3}


def _is_foreign(zone: str, home: Referent | None) -> bool:
    """Whether a zone's name begins with the name of a city or county that does not hold the home: 昆山|开发区."""
    index = gazetteer()
    if home is None or not home.code:
        return False
    for size in (3, 2):
        places = index.by_name.get(zone[:size]) or index.by_short.get(zone[:size], ())
        levels = ("prefecture", "county") if _ZONE_WORD.fullmatch(zone, size) else ("prefecture",)
        cities = [place for place in places if place.level in levels and place.current]
        if cities and words().frequency(zone[:size]) > 0:
            return not any(index.within(home.code, place.code) or index.within(place.code, home.code) for place in cities)
    return False


def _other_form(zone: str) -> str:
    """工业园 for 工业园区, and back."""
    return zone[:-1] if zone.endswith("园区") else zone + "区" if zone.endswith("园") else zone


_COMES_TO = ("到", "来", "赴", "莅临")
_SENTENCE_DATE = re.compile(r"(?:[\d年月日时点上下午至—-]|昨日|昨天|今日|今天|近日|日前|连日来|今年以来|近年来|目前|[，,])*")
_GOES_TO = (
    "到",
    "在",
    "向",
    "赴",
    "往",
    "给",
    "走进",
    "为",
    "对",
    "推行",
    "推广",
    "借鉴",
    "学习",
    "落实",
    "按照",
    "联合",
    "会同",
    "携手",
)
# What shows a district as one that acts at home: not 某区委书记 or 某区考察团 on a visit.
_ACTS = re.compile(
    r"(?:昨日|昨天|今日|今天|近日|日前|今年以来|近年来|积极|全面|正式|扎实|深入|先后)?"
    r"(?:召开|举行|举办|组织|开展|启动|推进|推动|推行|推出|实施|坚持|印发|出台|聚焦|打造|持续|将(?!军))"
)
_SENTENCE_BEGIN = re.compile(r"(?:(?:今年|去年|如今|为此|近日|日前|[\d年月日]+)，?)?")
_ACTS_ITSELF = re.compile(
    rf"{_ACTS.pattern}|(?:还|又|已|将|正|也|先后|专门|及时){{0,2}}(?:调整|充实|成立|组建|设立|建立|健全|制定|完善|加强|落实|安排)"
)
_BRANCH_OF = re.compile("(?P<name>[一-龥]{2,6}?)(?:分局|分院|(?<=区)大队|(?<=区)支队)")
_BUREAU_BEFORE = re.compile(
    "(?:公安|交警|市场监管|生态环境|自然资源|国土资源|国土|税务|规划|住建|城管|环保)(?P<name>[一-龥]{2,4})分局"
)
_SHORT_BRANCH = re.compile(
    "(?P<name>[一-龥]{2,4}?)[区县]?(?P<bureau>公安|交警|市场监管|生态环境|自然资源|税务|规划|住建|城管|环保)分局"
)
_BODY_OF_CITY = re.compile("[一-龥]{1,8}?(?:协会|学会|联合会|公安局|教育局|法院|检察院|代表团|考察团)")  # 某市作家协会…，市委…
_OF_THE_CENTRE = ("中央", "国务院", "全国", "国家")
_SMALL_UNITS = ("村", "社区", "小区")
_COUNTY_OFFICES = re.compile("(?<![一-龥])区(?:委(?![员托])|长|政府|人民政府|人大|政协)")  # a zone has none of them
_BANK_BRANCHES = ("支行", "分行")
_BANK = re.compile("银行|[农工中建交招邮商]行|信用社")
_OF_COUNTIES = ("委", "政府", "人大", "人大常委会", "政协", "监委", "法院", "检察院")
_OFFICES_BEFORE = re.compile(
    r"(?:委|政府|人民政府|人大常委会|人大|政协|监委|纪委)[^，。；、：\s]{0,8}(?:书记|委员|常委|主任|主席|部长|秘书长|组长)、(?:[^，。；、：\s]{1,14}、){0,2}"
)
_DELEGATIONS = ("调研组", "考察团", "视察组", "考核组", "考察组")
_INNER_LEGAL = re.compile("(?=[有股集])" r"(?:集团)?(?:股份)?有限(?:责任)?公司(?=[一-龥]{2,}公司$)")
_LEGAL = re.compile("(?=[公有股集])(?:" r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|公司)$|集团$" ")")
# Offices of a party committee that pages name without it: 区统战部 for 区委统战部.
_WHOLE = {"人大": "人大常委会", "医院": "人民医院"}  #: what short names of bodies stand for where the page has the long one
_COMMITTEE_LEVELS = ("county", "prefecture", "province")  #: whose party committee is called 委
_PARTY_OFFICES = seeds.word_list("party_offices")
_BARE_FORCE = seeds.word_list("bare_taskforces")
_OF_PARENTS = ("家委会", "家长委员会", "校务委员会")
_NOT_OF_COUNTIES = ("支部", "党支部", "党小组", "网格党支部", "办事处", "街道办", "居委会", "村委会")
_COMMUNITY_CORES = re.compile(r"党支部|支部|居委会|村委会|居民委员会|村民委员会|两委|业委会|议事会|党总支")
_TOWN_CORES = re.compile(r"党工委|党委|办事处|政府|人大主席团|街道办")


# Offices that a county has in each town: one by its bare name is the town's of which the sentence speaks.
_TOWN_OFFICES = re.compile(
    "派出所|司法所|财政所|自然资源所|国土所|市场监管所|卫生院|中心校|中心学校|综治办|党政办|便民服务中心|农业服务中心|文化站"
)
_NO_TOWNS = ("城关", "城区", "中心", "车站")
_TOWN_OFFICE = re.compile(
    "(?P<town>[一-龥]{2,4}?)(?:边境|公安)?(?:派出所|司法所|(?:人民)?法庭|税务分局|税务所|财政所|国土所|国土资源所|自然资源所|市场监管所|交警中队|(?<=[一-龥]{2})中队|消防站|供电所|税务分局)"
)


@dataclass(slots=True)
class Referent:
    """One thing of the page, as far as the page says it."""

    key: tuple[str, ...]
    kind: Kind
    label: str
    subtype: str = ""
    alt: set[str] = field(default_factory=set)
    level: str = ""
    code: str = ""
    place: Referent | None = None  #: the district that a body serves, that holds a smaller district, or where a thing is
    parent: Referent | None = None  #: the body that holds an office
    articles: set[str] = field(default_factory=set)
    named: bool = True  #: whether the page names it (False for parents from the gazetteer)
    stated: tuple[str, Mention] | None = None  #: article id and mention that show ``place``
    date: date | None = None
    article: str = ""
    spans: list[tuple[str, Mention]] = field(default_factory=list)


def _lay(inner: Referent, outer: Referent | None) -> None:
    """Lay one district in another; nothing where that would make a ring, as where each of two is told of as part of the other."""
    place = outer
    while place is not None:
        if place is inner:
            return
        place = place.place
    inner.place = outer


# After a district that lies beside what the text is about: 与某合作区|隔水相望.
_APART = re.compile("(?:隔[水河江海]?相望|相邻|毗邻|接壤|交界|相接|隔[河江海]|一[河江]之隔)")
_GUESTS_BEFORE = re.compile(
    "(?:党政|经贸|商贸|学习|招商|政协|人大|企业家?|农业|文化|教育|交流|专题)*(?:代表团|考察团|考察组|参观团|学习团|慰问团|工作队)(?:一行)?[在由，]?$"
)
_BESIDE = re.compile("(?:、|以及|[和与及])[^，。；！？：\\n”]{0,60}$")
_LEADER_OF_CITY = re.compile("[一-龥、]{0,16}?(?:市长|书记|主席|主任|领导)")
_HELD_BY_CITY = re.compile("[^。；]{2,40}?(?:会|仪式|典礼|活动|[节赛]|论坛|班|演练)”?[^，。；]{0,8}?在")
# Whoever calls the autonomous region 区, on the way to a district: 9日，区政协副主席甲一行到某市|某区.
_FROM_REGION = re.compile(
    r"(?:[\d年月日上下午至—-]|近日|日前|昨日)*，?区(?:政协|党委|政府|人大(?:常委会)?|纪委)[^。；\n]{2,40}?"
    r"(?:到|赴|深入|来到|走进|前往)(?:[一-龥]{2,6}[市州盟])?"
)
_DISTRICT_HEADS = needing("区委 区长 区领导", "(?<![一-龥])区(?:委(?![员托])|长|领导)")
_GOES_THERE = ("到", "赴", "深入", "来到", "走进", "前往", "在")
_HAMLETS = ("屯", "寨", "自然村", "小组")  #: endings of places that a village holds
_HAMLET_END = re.compile("(?:[苗侗瑶壮彝水藏羌]寨|寨子?|屯|自然村)$")
_OF_COMMITTEE = ("委会", "民委员会", "村委会", "村民委员会")  #: between a village and one that its committee holds
_CORE = re.compile("(?:街道|镇|乡|社区|村|小区|花园|苑)$")


def _hamlet_core(name: str) -> str:
    """六段 of 六段屯 and 六段瑶寨; empty for what is no hamlet."""
    core = _HAMLET_END.sub("", name)
    return core if core != name and len(core) > 1 else ""


def _without_unit(zone: str) -> str:
    """A zone's name without the unit of the district that it begins with: 剑河县|工业园区 → 剑河工业园区."""
    return _UNIT_INSIDE.sub(r"\1", zone)


def _is_of_neighbour(holder: Referent, value: PlaceValue) -> bool:
    """Whether the lists have a town in another county of the same city, and not in this one."""
    bearers = [place for place in gazetteer().by_name.get(value.name, ()) if place.level == "township"]
    if not holder.code or holder.level != "county" or any(gazetteer().within(place.code, holder.code) for place in bearers):
        return False
    return any(place.code[:4] == holder.code[:4] for place in bearers) and holder.code[4:] != "00"


def _lists(holder: Referent, value: PlaceValue) -> bool:
    """Whether a town's list has a village, or a compound bears its community's name."""
    if holder.level == "township":
        return value.level == "community" and bool(holder.code) and value.name in seeds.villages(holder.code)
    core = _CORE.sub("", holder.label)
    return value.level == "compound" and holder.level == "community" and len(core) > 1 and _CORE.sub("", value.name) == core


def _is_beside(text: str, end: int, position: int) -> bool:
    """Whether a place that ends at ``end`` stands in one list with one at ``position``: none of the two holds the other."""
    return position - end <= 62 and _BESIDE.match(text, end, position) is not None


# Houses and branches that bear the name of the body above in theirs.
_OWN_HOUSES = ("分局", "分院", "研究所", "研究院")


def _is_one_name(name: str, parent: Referent) -> bool:
    """Whether a body that is named behind the one above it does not name that one by itself: 某大学|第一医院, 县委|政法委."""
    if name.endswith("医院") or (name.endswith("科") and "医院" in name):
        return parent.label.endswith(("大学", "学院"))
    return name.endswith(_OWN_HOUSES) or parent.key[2:] == ("委",)


class Resolver:
    """Referents of one page, made article by article in reading order."""

    def __init__(self, context: PageContext) -> None:
        self.context = context
        self.referents: dict[tuple[str, ...], Referent] = {}
        self.of: dict[tuple[str, tuple[str, int, int]], Referent] = {}
        self.links: list[Link] = []
        self._order: dict[str, list[tuple[int, Referent]]] = {}
        self._visiting: dict[str, Referent | None] = {}  #: article id → the city whose leaders visit one of its counties
        self._alone: dict[str, frozenset[str]] = {}  #: names of places that stand somewhere without a smaller one behind them
        self._bodies: dict[str, list[tuple[int, Referent]]] = {}
        self._within: set[tuple[str, tuple[str, int, int]]] = set()  #: mentions of bodies that only begin another's name
        self._focus: dict[str, Referent | None] = {}
        self._projects: dict[str, list[tuple[int, Referent]]] = {}
        self.held: list[tuple[str, str, Referent]] = []  #: who holds a post: name, status, body or district
        self.zone_names: set[str] = set()  #: as the page prints them, all articles
        #: bodies that a source line names → article id, where the line begins and ends on the page, and its text
        self.margins: dict[tuple[str, ...], tuple[str, int, int, str]] = {}

    # -- look-up -----------------------------------------------------------------------------------------------------

    def get(self, article: Article, mention: Mention | None) -> Referent | None:
        return None if mention is None else self.of.get((article.id, mention.key))

    def _set(self, article: Article, mention: Mention, referent: Referent) -> Referent:
        self.of[(article.id, mention.key)] = referent
        referent.articles.add(article.id)
        referent.spans.append((article.id, mention))
        return referent

    def _make(self, key: tuple[str, ...], kind: Kind, label: str, subtype: str = "") -> Referent:
        referent = self.referents.get(key)
        if referent is None:
            referent = self.referents[key] = Referent(key, kind, label, subtype)
        return referent

    # -- places ------------------------------------------------------------------------------------------------------

    def listed(self, code: str) -> Referent:
        """The referent of a listed place; it counts as named only once a mention is set to it."""
        index = gazetteer()
        place = index.by_code[code]
        referent = self.referents.get(("place", code))
        if referent is None:
            referent = self._make(("place", code), Kind.DISTRICT, place.name)
            referent.level, referent.code = place.level, code
            referent.alt.update(short for short in place.short)
            if place.parent and place.parent in index.by_code:
                referent.place = self.listed(place.parent)
        return referent

    def home(self, article: Article) -> Referent | None:
        """The district that an article is about: its zone, else its county or city."""
        zone = self.context.zone_of(article)
        if zone:
            return self._zone_home(zone)
        code = self.context.home_of(article)
        return self.listed(code) if code else None

    def _zone_home(self, zone: str) -> Referent:
        named = [
            z
            for z in sorted(self.zone_names)
            if z != zone and any(z.endswith(form) for form in _same_zone(zone)) and len(z) > len(zone)
        ]
        city = self.listed(self.context.city) if self.context.city else None
        referent = self._make(("zone", zone, self.context.city), Kind.DISTRICT, (city.label if city else "") + zone)
        referent.level, referent.place = "zone", city
        referent.alt.add(zone)
        if city is not None:
            for short in (city.label, *city.alt):
                if any(name == short + form for name in named for form in _same_zone(zone)) or short == city.label[:-1]:
                    referent.alt.update(short + form for form in _same_zone(zone))
        return referent

    def focus(self, article: Article) -> Referent | None:
        """The township that an article is about, if it is about one."""
        return self._focus.get(article.id)

    def resolve_places(self, article: Article, found: Found) -> None:
        mentions = found.of(Kind.DISTRICT)
        order = self._order.setdefault(article.id, [])
        self._find_focus(article, mentions)
        previous: Mention | None = None
        shared = self._shared_counties(mentions)
        starts = {mention.start for mention in mentions}
        self._alone[article.id] = frozenset(mention.text for mention in mentions if mention.end not in starts)
        for mention in mentions:
            value = mention.value
            assert isinstance(value, PlaceValue)
            if found.covering(Kind.PERSON, mention.start) is not None:
                continue  # 路长春 names no city
            if mention.by == "districts.short" and self._is_brand(article, found, mention, value):
                previous = None
                continue  # 达川食品公司, in Fujian
            holder = None
            if previous is not None and previous.end == mention.start:
                holder = self.get(article, previous)
            if value.relative:
                referent = self.unit(article, value.relative, mention.start, said=mention.text[0] in "该")
            elif value.code:
                referent = self._listed_named(article, value, mention)
            else:
                referent = self._named_place(article, value, mention, shared.get(mention.start) or holder)
            if referent is None:
                previous = None
                continue
            if self._only_in_name(found, mention, value):
                self.of[(article.id, mention.key)] = referent
            else:
                self._set(article, mention, referent)
            if not value.relative:
                referent.named = True
                if mention.text not in COMMON_NOUNS or referent.level == "zone":
                    referent.alt.add(mention.text)
            inner = (  # a town's zone after its county: 邓州市|构林镇工业园区
                holder is not None
                and referent.level == "zone"
                and referent.place is not None
                and referent.place is not holder
                and self._holds(holder, referent.place)
            )
            guessed = mention.by == "districts.short" and holder is not None and not self._holds(holder, referent)
            nearer = referent.stated is not None and referent.place is not None and referent.place is not holder
            inner = inner or (
                nearer and holder is not None and referent.place is not None and self._larger(holder, referent.place)
            )
            if holder is not None and holder is not referent and not inner and not guessed and self._larger(holder, referent):
                _lay(referent, holder)  # 成都|嘉陵商会: no district of the city
                referent.stated = (article.id, mention)
            if previous is not None and article.text[previous.end : mention.start] in _OF_COMMITTEE:
                village = self.get(article, previous)
                if village is not None and village is not referent and village.level == referent.level == "community":
                    _lay(referent, village)  # 文蛟村|委会|文多村
                    referent.stated = (article.id, mention)
            order.append((mention.end, referent))
            previous = mention

    def _shared_counties(self, mentions: Sequence[Mention]) -> dict[int, Referent]:
        """The county of each town of a list under one word that no list has: that of those beside it that one has."""
        shared: dict[int, Referent] = {}
        run: list[Mention] = []
        for mention in (*mentions, None):
            value = mention.value if mention is not None else None
            counted = mention is not None and mention.by == "districts.counted" and isinstance(value, PlaceValue)
            if counted and mention is not None and (not run or mention.start - run[-1].end <= 2):
                run.append(mention)
                continue
            codes = [m.value.code for m in run if isinstance(m.value, PlaceValue) and m.value.code]
            county = gazetteer().ancestor(codes[0], "county") if codes else None
            if county is not None:
                shared.update((m.start, self.listed(county.code)) for m in run)
            run = [mention] if counted and mention is not None else []
        return shared

    def _is_brand(self, article: Article, found: Found, mention: Mention, value: PlaceValue) -> bool:
        """Whether a county's short name is only what a firm of another province is called by."""
        home = self.home(article)
        if value.level != "county" or not value.code or home is None or not home.code or home.code[:2] == value.code[:2]:
            return False
        body = found.covering(Kind.ORGANISATION, mention.start)
        firm = body.value if body is not None and body.start == mention.start and body.end > mention.end else None
        if not isinstance(firm, BodyValue) or firm.subtype != "Enterprise" or not firm.proper:
            return False
        text, name = self.context.page.text, mention.text
        return text.count(name) == text.count(body.text if body is not None else name)

    @staticmethod
    def _only_in_name(found: Found, mention: Mention, value: PlaceValue) -> bool:
        """A province or city that only begins a company's, a project's or a newspaper's name is not itself named."""
        project = found.covering(Kind.INITIATIVE, mention.start)
        if value.level == "zone" and not value.code:
            return project is not None and project.end > mention.end
        if value.level not in ("province", "prefecture"):
            return False
        body = found.covering(Kind.ORGANISATION, mention.start)
        if body is not None and body.end > mention.end and isinstance(body.value, BodyValue) and body.value.proper:
            return True
        return project is not None and project.end > mention.end

    def _find_focus(self, article: Article, mentions: Sequence[Mention]) -> None:
        names = Counter(
            m.text for m in mentions if isinstance(m.value, PlaceValue) and m.value.level == "township" and not m.value.relative
        )
        larger = sum(
            isinstance(m.value, PlaceValue)
            and (m.value.level in ("county", "zone") or m.value.relative in ("区", "县", "市", "旗"))
            for m in mentions
        )
        heads = [m for m in mentions if m.start < article.body and m.text in names]
        zones = Counter(m.text for m in mentions if isinstance(m.value, PlaceValue) and m.value.level == "zone")
        focus = next((m for m in mentions if m.end <= article.body and zones[m.text] > 2 and not heads), None)
        if heads:
            focus = heads[0]
        elif len(names) == 1 and names.most_common(1)[0][1] >= max(2, larger):
            focus = next(m for m in mentions if m.text in names)
        elif len(names) > 1 and names.most_common(1)[0][1] >= 4 and names.most_common(2)[1][1] * 2 < names.most_common(1)[0][1]:
            focus = next(m for m in mentions if m.text == names.most_common(1)[0][0])
        if focus is not None and isinstance(focus.value, PlaceValue):
            self._focus[article.id] = (
                self._named_place(article, focus.value, focus, None) if not focus.value.code else self.listed(focus.value.code)
            )

    @staticmethod
    def _larger(outer: Referent, inner: Referent) -> bool:
        order = ("province", "prefecture", "county", "zone", "township", "community", "compound")
        if outer.level == inner.level == "community":
            return inner.label.endswith(_HAMLETS) and not outer.label.endswith(_HAMLETS)
        if outer.level == inner.level == "compound" or inner.level == "zone":
            return outer.level != "compound"
        return order.index(outer.level) < order.index(inner.level)

    def _listed_named(self, article: Article, value: PlaceValue, mention: Mention) -> Referent:
        referent = self.listed(value.code)
        home = self.home(article)
        if referent.stated is not None:
            return referent  # 户县|草堂镇: what the page says goes before the lists
        if value.level == "township" and home is not None and home.level in ("zone", "county") and referent.place is not home:
            county = gazetteer().ancestor(value.code, "county")
            if home.level == "county" and county is not None and self._was(home, county):
                _lay(referent, home)  # 户县, which is 鄠邑区 today, or a town that changed hands
            if home.level == "zone" and (county is None or mention.text not in self.context.ambiguous):
                _lay(referent, home)  # a zone runs the townships that its page names as its own
        return referent

    def _was(self, home: Referent, county: Place) -> bool:
        """Whether a town is the page's own county's, and the lists have it in another of the city that no page names."""
        place = gazetteer().by_code[home.code]
        if gazetteer().may_be(place.code, county.code):
            return county.name not in self.context.page.text
        if place.code == county.code or place.parent != county.parent:
            return False
        text = self.context.page.text
        return not place.current or not any(form in text for form in (county.name, *county.short) if len(form) > 2)

    def _named_place(self, article: Article, value: PlaceValue, mention: Mention, holder: Referent | None) -> Referent | None:
        home = self.home(article)
        free = value.level == "community" and (holder is None or holder.level in ("prefecture", "county"))
        town = self._short_of_town(article, value, mention) if free else None
        if town is not None:
            return town
        if value.level == "zone":
            return self._zone(article, value, mention, holder, home)
        anchor = home.key[-1] if home is not None else ""
        if value.level == "township":
            named = self._same_town(value, holder)
            if named is not None:
                return named
        if value.level in ("community", "compound"):
            known = self._same_place(value, holder, home)
            if known is not None and known.key[1] != value.name:
                return known  # 六段屯, told of as 六段瑶寨
            if known is not None:
                anchor = known.key[-1]
        referent = self._make(("place", value.name, value.level, anchor), Kind.DISTRICT, value.name)
        if holder is not None and self._is_another(holder, referent):  # 甲镇车田村, 乙乡车田村
            first = referent
            if first.place is not None and first.label == value.name:
                first.label = first.place.label + value.name
                first.alt.add(value.name)
            label = holder.label + value.name
            referent = self._make(("place", value.name, value.level, anchor, *holder.key), Kind.DISTRICT, label)
        referent.level = value.level
        if referent.place is None or referent.stated is None:
            near = self._outer(article, value, mention.start)
            outer = holder or near or (None if _APART.match(article.text, mention.end) else home)
            if outer is not None and outer is not referent:
                better = referent.place is None or (
                    outer.level in ("township", "community")
                    and (holder is not None or referent.place.level not in ("township", "community"))
                )
                if better:
                    _lay(referent, outer)
                    referent.stated = None
        return referent

    def _same_town(self, value: PlaceValue, holder: Referent | None) -> Referent | None:
        """The town that the page has named in full, with its county: 户县草堂镇, then 草堂镇."""
        towns = [
            known
            for known in self.referents.values()
            if known.level == "township" and value.name in (known.label, *known.alt) and (known.code or known.stated is not None)
        ]
        if holder is None:
            stated = [town for town in towns if town.stated is not None]
            return stated[0] if len(stated) == 1 else None
        return next((town for town in towns if town.stated is not None and town.place is holder), None)

    def _same_place(self, value: PlaceValue, holder: Referent | None, home: Referent | None) -> Referent | None:
        """A community of that name that another article of the page named in the same county, or without one."""
        hamlet = _hamlet_core(value.name) if value.level == "community" else ""
        for known in self.referents.values():
            same = known.key[0] == "place" and known.key[1:3] == (value.name, value.level)
            same = same or (value.level == known.level == "compound" and _is_estate(value.name, known.label))
            if same or (hamlet and known.level == "community" and _hamlet_core(known.label) == hamlet):
                if holder is not None and known.stated is not None and known.place is not holder:
                    continue
                if home is None or not known.key[-1] or known.key[-1] == home.key[-1] or self._holds(home, known):
                    return known
        return None

    def _short_of_town(self, article: Article, value: PlaceValue, mention: Mention) -> Referent | None:
        """贺村|污水处理厂, on a page of 贺村镇: a town whose own part ends like a village's, before what is no village's."""
        if not value.name.endswith("村") or article.text.startswith(("民", "委", "党", "支", "两", "“", "里", "的"), mention.end):
            return None
        for unit in ("镇", "乡", "街道"):
            code = self.context.code(value.name + unit)
            if code:
                return self.listed(code)
        return None

    @staticmethod
    def _is_another(holder: Referent, known: Referent) -> bool:
        """Whether a village right after its town is not the one of the same name that stands right after another town."""
        towns = holder.level == "township" and known.place is not None and known.place.level == "township"
        return towns and known.stated is not None and known.place is not holder

    @staticmethod
    def _holds(outer: Referent, inner: Referent) -> bool:
        place: Referent | None = inner
        while place is not None:
            if place is outer:
                return True
            place = place.place
        return False

    def _outer(self, article: Article, value: PlaceValue, position: int) -> Referent | None:
        """The larger district of a place without one: the town whose list has it, else the nearest that may hold it."""
        level = value.level
        if level == "community" and value.name.endswith(_HAMLETS):
            village = self._village_of(article, value.name, position)
            if village is not None:
                return village
        wanted = {"community": ("township",), "compound": ("community", "township"), "township": ("county", "zone")}.get(
            level, ()
        )
        known = [(end, referent) for end, referent in self._order.get(article.id, []) if referent.level in wanted]
        if level == "compound" and any(referent.level == "community" for _, referent in known):
            known = [(end, referent) for end, referent in known if referent.level == "community"]
        holders = list({id(referent): referent for _, referent in known}.values())
        listed = [referent for referent in holders if _lists(referent, value)]
        if len(listed) == 1:
            return listed[0]
        free = [(end, referent) for end, referent in known if not _is_beside(article.text, end, position)]
        sentence = sentence_at(article, position).lo
        if level == "township":
            free = [(end, referent) for end, referent in free if referent.level == "county" or end > sentence]
            return free[-1][1] if free and not _is_of_neighbour(free[-1][1], value) else None
        line = article.text.rfind("\n", 0, position)
        if free and free[-1][0] > sentence:
            return free[-1][1]
        own_right = self._alone.get(article.id, frozenset())
        free = [(end, referent) for end, referent in free if not own_right.isdisjoint((referent.label, *referent.alt))]
        if len(holders) == 1 and free and not self._is_elsewhere(holders[0], value):
            return holders[0]
        inside = {id(referent): referent for end, referent in free if end > line}
        if len(inside) == 1:  # a paragraph of one town
            return next(iter(inside.values()))
        focus = self.focus(article)
        return focus if focus is not None and focus.level in wanted and not self._is_elsewhere(focus, value) else None

    def _village_of(self, article: Article, name: str, position: int) -> Referent | None:
        """The village of a hamlet: of the same name (某村某屯: 罗运村, 罗运屯), or told of right before it."""
        villages = [
            (end, r) for end, r in self._order.get(article.id, []) if r.level == "community" and not r.label.endswith(_HAMLETS)
        ]
        namesake = next((r for _, r in villages if _CORE.sub("", r.label) == name[: len(_CORE.sub("", r.label))]), None)
        if namesake is not None:
            return namesake
        sentence = sentence_at(article, position).lo
        said = [r for end, r in villages if end > sentence and not _is_beside(article.text, end, position)]
        return said[-1] if said else None

    @staticmethod
    def _is_elsewhere(holder: Referent, value: PlaceValue) -> bool:
        """Whether the lists have a village in another town of the county, and not in this one."""
        if not holder.code or value.level != "community" or _lists(holder, value):
            return False
        place = gazetteer().by_code[holder.code]
        towns = gazetteer().children(place.parent)
        return any(value.name in seeds.villages(town.code) for town in towns if town.level == "township")

    def _zone(
        self, article: Article, value: PlaceValue, mention: Mention, holder: Referent | None, home: Referent | None
    ) -> Referent | None:
        name = value.name
        zone = self.context.zone_of(article) or self.context.zone
        if zone and name in _same_zone(zone):
            return self._zone_home(zone)
        if zone and self.context.city and name in self._zone_home(zone).alt:
            return self._zone_home(zone)
        for unit in ("市", "区", "县", "镇", "乡"):
            if name.startswith(unit) and len(name) > 3 and _ZONE_WORD.search(name):
                place = self.unit(article, unit, mention.start, said=False)
                if place is not None:
                    for (kind, *_), known in self.referents.items():
                        if kind == "zone" and known.label == place.label + name[1:]:
                            known.alt.add(name)
                            return known
                    referent = self._make(("zone", name[1:], place.key[-1]), Kind.DISTRICT, place.label + name[1:])
                    referent.level = "zone"
                    _lay(referent, place)
                    referent.alt.update((name, name[1:]))
                    return referent
        for (kind, *_), known in list(self.referents.items()):
            if kind == "zone" and (name in known.alt or known.label.endswith((name, _other_form(name)))):
                return known
            if kind == "zone" and _without_unit(name) == _without_unit(known.label):  # 剑河工业园区, 剑河县工业园区
                known.alt.add(name)
                return known
        longer = sorted(z for z in self.zone_names if z.endswith(_same_zone(name)) and len(z) > len(name) + 1)
        if longer and _ZONE_WORD.fullmatch(name):
            referent = self._make(("zone", longer[0], home.key[-1] if home else ""), Kind.DISTRICT, longer[0])
            referent.level = "zone"
            _lay(referent, referent.place or home)
            referent.alt.add(name)
            return referent
        own = self._named_in(article, name, mention)
        if own is not None and home is not None and own is not home and self._holds(own, home):
            citys = any(_ZONE_WORD.fullmatch(name.removeprefix(form)) for form in (own.label, *own.alt) if name.startswith(form))
            own = own if citys else None  # 赣州|经开区; but 西安科技创新园 lies in a county of the city
        if holder is not None and holder.level == "province" and home is not None and self._holds(holder, home):
            holder = None
        outer = own if own is not None and own.level == "township" else holder or own
        if own is not None and own.level != "township" and own is not home and not self._stands_alone(article, own, name):
            outer = None  # 武进高新区, where nothing is said of the district
        elif self._is_of_two(article, mention):
            outer = None  # 龙山来凤经济协作示范区
        elif outer is None and not _APART.match(article.text, mention.end) and not _is_foreign(name, home):
            outer = home
        label = name
        if outer is not None and _ZONE_WORD.fullmatch(name):
            label = outer.label + name
        referent = self._make(("zone", name, outer.key[-1] if outer else ""), Kind.DISTRICT, label)
        referent.level = "zone"
        if referent.place is None:
            _lay(referent, outer)
        referent.alt.add(name)
        return referent

    def _named_in(self, article: Article, name: str, mention: Mention) -> Referent | None:
        """The district whose name a zone's own begins with (构林镇|工业园区) or has in brackets; a town is named by it too."""
        bracket = _BRACKET.search(name)
        text = bracket[1] if bracket is not None else name
        best: tuple[int, str] = (0, "")
        for hit in self.context.hits.get(article.id, ()):
            code = self.context.code(hit.name)
            if code and mention.start <= hit.start < mention.end and text.find(hit.name) in (0, 2, 3):
                level = gazetteer().by_code[code].level
                if level in ("prefecture", "county", "township"):
                    best = max(best, (_DEPTH[level], code))
        if not best[1]:
            return None
        referent = self.listed(best[1])
        if referent.level == "township":
            referent.named = True
            referent.articles.add(article.id)
            referent.spans.append((article.id, mention))
        return referent

    def _is_of_two(self, article: Article, mention: Mention) -> bool:
        """Whether a zone's name holds the names of two counties."""
        hits = (hit for hit in self.context.hits.get(article.id, ()) if mention.start <= hit.start < mention.end)
        codes = {code for hit in hits if (code := self.context.code(hit.name))}
        return sum(gazetteer().by_code[code].level == "county" for code in codes) > 1

    def _stands_alone(self, article: Article, place: Referent, zone: str) -> bool:
        """Whether an article names a district elsewhere than at the beginning of a zone's name."""
        for hit in self.context.hits.get(article.id, ()):
            if self.context.code(hit.name) == place.code and not article.text.startswith(zone, hit.start):
                return True
        return False

    def unit(self, article: Article, unit: str, position: int, *, said: bool) -> Referent | None:
        """The district that a unit word stands for here (区 of 区委, 该镇): the last one named, else the home that ends so."""
        tails = _UNIT_TAILS.get(unit, (unit,))
        home = self.home(article)
        recent = self._recent(article, tails, position)
        if unit in ("镇", "乡", "街道", "苏木", "办事处", "村", "社区", "嘎查", "小区", "园区", "集聚区"):
            recent = (self._zone_told(article, position) if unit == "园区" else None) or recent
            if recent is not None:
                return recent
            focus = self.focus(article)
            if focus is not None and focus.label.endswith(tails):
                return focus
            return self._only_of(article, "township", tails)  # 镇党委书记甲, before the town is named
        held = self._held_before(article, tails, position) if not said else None
        if held is not None:
            return held
        if unit == "市" and not said and home is not None and home.level == "county":
            visitor = self._visiting_city(article, home)
            if visitor is not None:
                return home if self._acts_itself(article, home, position) else visitor
        if unit == "区" and not said and (region := self._region(home)) is not None and self._visited_from(article, home):
            return region
        subject = self._subject(article, tails, position) if not said and recent is not None and recent is not home else None
        guests = self.context.guests.get(article.id, frozenset()) if not said else frozenset()
        if subject is not None and subject.label not in guests:
            return subject
        if said and recent is not None and (home is None or not home.label.endswith(tails)):
            return recent
        if (
            unit == "区"
            and recent is not None
            and recent.level == "zone"
            and home is not None
            and not any(named is home for _, named in self._order.get(article.id, []))
            and _COUNTY_OFFICES.search(article.text) is None
        ):
            return recent  # a zone acts, and the county around it is not named
        if self.context.local and not said and not self._headed(article, home):
            own = gazetteer().by_code[self.context.local]
            if own.name.endswith(tails):
                return self.listed(own.code)
        chain: Referent | None = home
        while chain is not None:
            if chain.label.endswith(tails) or any(form.endswith(tails) for form in chain.alt if len(form) > 2):
                if unit == "市" and chain.level == "prefecture" and recent is not None and recent.level == "county" and said:
                    return recent
                return chain
            chain = chain.place
        for place in gazetteer().chain(home.code) if home is not None else ():  # 浙江|德清: told of without its city
            if place.name.endswith(tails):
                return self.listed(place.code)
        if self.context.home and self.context.home != self.context.home_of(article):
            for place in gazetteer().chain(self.context.home):
                if place.name.endswith(tails):
                    return self.listed(place.code)
        if recent is None and not guests:  # 县中医院 in a headline, before the county is named
            return self._only_of(article, "county", tails)
        bare = recent is not None and recent.level == "zone" and _ZONE_WORD.fullmatch(recent.label)
        if recent is not None and recent.label in guests:
            return None  # 县政协主席甲陪同 is of the hosts, whoever they are
        return None if bare and unit == "区" else recent  # 区领导 are not those of a zone without a name

    def _visiting_city(self, article: Article, home: Referent) -> Referent | None:
        """保定市委副书记、市长甲到涿州市检查: the city whose leaders go to one of its counties; 市水利局 is the city's own.

        The county is a city too, which the report calls by its name, as where one goes; whoever is told of as 市 is of the other.
        """
        if article.id in self._visiting:
            return self._visiting[article.id]
        city = next((r for r in self._around(home) if r.level == "prefecture"), None)
        found = None
        order = self._order.get(article.id, [])
        lead = next((s for s in article.sentences if s.lo >= article.body), None)
        if city is not None and lead is not None and home.label.endswith("市") and not COMES.search(article.text):
            named = [(end, r) for end, r in order if lead.lo < end <= lead.hi and r in (city, home)]
            if len(named) > 1 and named[0][1] is city and named[1][1] is home:
                gap = article.text[named[0][0] : named[1][0] - len(home.label)]
                leads = _LEADER_OF_CITY.match(gap) or _HELD_BY_CITY.fullmatch(gap)  # 随州市丰收节活动在|广水市举行
                found = city if leads is not None and gap.endswith(_GOES_THERE) else None
        self._visiting[article.id] = found
        return found

    @staticmethod
    def _around(place: Referent) -> Iterator[Referent]:
        outer = place.place
        while outer is not None:
            yield outer
            outer = outer.place

    def _zone_told(self, article: Article, position: int) -> Referent | None:
        """The zone that 园区 stands for: the last one of the paragraph, else the one told of most."""
        told = [(end, r) for end, r in self._order.get(article.id, []) if r.level == "zone" and end <= position]
        if not told or told[-1][0] > article.text.rfind("\n", 0, position):
            return told[-1][1] if told else None
        text = article.text
        return max(told, key=lambda pair: (max(text.count(name) for name in (pair[1].label, *pair[1].alt)), pair[0]))[1]

    def _headed(self, article: Article, home: Referent | None) -> bool:
        """Whether an article of a page of many counties names its own in the headline: 汾西：召开防汛调度会."""
        if home is None or home.level != "county" or home.code == self.context.local:
            return False
        return article.text.startswith((home.label, *sorted(form for form in home.alt if len(form) > 1)))

    def _acts_itself(self, article: Article, home: Referent, position: int) -> bool:
        """今年，某市调整充实了|市防汛抗旱指挥部: whether the sentence is about the county, not the city around it."""
        at = bisect_right(article.sentences, position, key=lambda s: s.lo) - 1
        begin = _SENTENCE_BEGIN.match(article.text, article.sentences[at].lo)
        start = begin.end() if begin is not None else article.sentences[at].lo
        return (
            article.text.startswith(home.label, start) and _ACTS_ITSELF.match(article.text, start + len(home.label)) is not None
        )

    def _held_before(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        """甲市委书记、|市人大常委会主任: the district of the office right before it, wherever the page lives."""
        guests = _GUESTS_BEFORE.search(article.text, max(0, position - 20), position)
        if guests is not None:  # 某市|党政代表团在|市委书记甲带领下
            return next(
                (
                    r
                    for end, r in reversed(self._order.get(article.id, []))
                    if end == guests.start() and r.level in ("county", "prefecture") and r.label.endswith(tails)
                ),
                None,
            )
        if article.text[position - 1 : position] != "、":
            return None
        for end, referent in reversed(self._order.get(article.id, [])):
            if end <= position:
                own = referent.level in ("county", "prefecture") and referent.label.endswith(tails)
                return referent if own and _OFFICES_BEFORE.fullmatch(article.text, end, position) else None
        return None

    def _subject(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        """The county that a sentence (or the one before) begins with: 余杭区召开会议，区委书记甲主持 on another's page."""
        at = bisect_right(article.sentences, position, key=lambda s: s.lo) - 1
        for sentence in reversed(article.sentences[max(0, at - 1) : at + 1]):
            dated = _SENTENCE_DATE.match(article.text, sentence.lo)
            begin = dated.end() if dated is not None else sentence.lo
            named = [(end, r) for end, r in self._order.get(article.id, []) if begin < end <= position]
            if named:
                end, referent = named[0]
                own = referent.level in ("county", "prefecture") and referent.label.endswith(tails)
                first = article.text[begin:end] in referent.alt | {referent.label}
                acts = _ACTS.match(article.text, end) or (tails == ("市",) and _BODY_OF_CITY.match(article.text, end))
                return referent if own and first and acts else None
            if "\n" in article.text[sentence.lo - 1 : position]:
                return None
        return None

    def neighbourhood(self, article: Article, position: int) -> Referent | None:
        """The last village or community that the paragraph has named, or the one that the article is about."""
        start = article.text.rfind("\n", 0, position)
        for end, referent in reversed(self._order.get(article.id, [])):
            if start < end <= position and referent.level == "community":
                return referent
        told = {id(r): r for _, r in self._order.get(article.id, []) if r.level == "community"}
        heads = {id(r): r for end, r in self._order.get(article.id, []) if r.level == "community" and end <= article.body}
        only = heads or told
        return next(iter(only.values())) if len(only) == 1 else None

    def _only_of(self, article: Article, level: str, tails: tuple[str, ...]) -> Referent | None:
        """The one place of a level with such a name that the page tells of anywhere; none where it tells of several."""
        told = {id(r): r for _, r in self._order.get(article.id, []) if r.level == level and r.label.endswith(tails)}
        return next(iter(told.values())) if len(told) == 1 else None

    def village(self, article: Article, position: int) -> Referent | None:
        """The village of a first secretary: the last one named, of the paragraph first, else the next in the sentence."""
        near = self.neighbourhood(article, position) or self._recent(article, ("村", "社区", "嘎查"), position)
        if near is not None:
            return near
        stop = sentence_at(article, position).hi
        order = self._order.get(article.id, [])
        return next((place for end, place in order if position < end <= stop and place.level == "community"), None)

    def _recent(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        zone: Referent | None = None
        for end, referent in reversed(self._order.get(article.id, [])):
            if end <= position and any(form.endswith(tails) for form in (referent.label, *referent.alt) if len(form) > 1):
                if (tails == ("区",) and referent.level not in ("county", "zone")) or (
                    referent.label.endswith(("集聚区", "园区", "小区", "社区")) and tails == ("区",)
                ):
                    continue
                if tails == ("区",) and referent.level == "zone" and zone is None:
                    zone = referent  # a zone is 区 where no district is named as often
                    continue
                if zone is not None:
                    told = [r for _, r in self._order.get(article.id, [])]
                    return zone if told.count(zone) > told.count(referent) else referent
                return referent
        return zone

    # -- bodies ------------------------------------------------------------------------------------------------------

    def resolve_bodies(self, article: Article, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            if (article.id, mention.key) not in self.of:
                self.resolve_body(article, mention)

    def resolve_body(self, article: Article, mention: Mention) -> Referent | None:
        value = mention.value
        assert isinstance(value, BodyValue)
        order = self._bodies.setdefault(article.id, [])
        if value.back.endswith("|@within"):
            return self._office_within(article, mention, value)
        if value.back:
            own = mention.text[0] == "我"
            referent = (self._writer if own else self._last_body)(article, value.back, mention.start)
            if referent is not None:
                self.of[(article.id, mention.key)] = referent
                self.links.append(Link(f"{article.id}:{mention.start}", f"{referent.label}", Verdict.SAME, "coref.back", 0.9))
            return referent
        parent = None
        if value.parent is not None:
            held = self.get(article, value.parent)
            parent = held or self.resolve_body(article, value.parent)
            if held is None and parent is not None and _is_one_name(mention.text, parent):
                self._within.add((article.id, value.parent.key))
                if self._within.issuperset((told, span.key) for told, span in parent.spans):
                    parent.articles.clear()  # 州生态环境局|某县分局, 某科学院|某研究所: one name
        bare = value.anchor is None and parent is None and not value.relative and not value.proper
        if bare and mention.text == "支部":  # 成立某委员会党支部，由甲任|支部|书记
            told = self.last_ending(article, "党支部", mention.start, near=True)
            if told is not None:
                self.of[(article.id, mention.key)] = told
                return told
        if bare and mention.text in _OF_PARENTS:  # 家委会主任甲: of the school told of before
            school = self.last_ending(article, "小学|中学|学校|幼儿园|中心校|完小|一中|二中|三中", mention.start)
            if school is None:
                return None
            council = self.part_of(school, value.core, "Association")
            council.alt.add(mention.text)
            return self._set(article, mention, council)
        place = self._place_of(article, mention, value, parent)
        told = (
            self.last_ending(article, "党支部", mention.start)
            if bare and mention.text == "党支部" and place is not None
            else None
        )
        if told is not None and told.place is place:
            self.of[(article.id, mention.key)] = told
            return told  # 某小区红色物业联盟党支部 … 甲也是|党支部|委员
        if (
            bare
            and value.core in _NOT_OF_COUNTIES
            and place is self.home(article)
            and place is not None
            and place.level == "county"
        ):
            return None  # 某骑手当选为|支部|书记, 街党委副书记、|办事处|主任: no county has one
        if place is None and parent is None and value.relative in _SMALL_UNITS:
            return None  # 村“两委”, 社区党支部 of no village in particular
        if place is None and parent is None and value.core.startswith("驻村") and mention.text.startswith("驻村"):
            last = self.last_ending(article, mention.text, mention.start)
            if last is not None:
                self.of[(article.id, mention.key)] = last
            return last
        experts = value.core == "专家组" and not (value.anchor or value.relative or parent)
        of_two = article.text[mention.start - 1 : mention.start] == "、" and self._ends_place(article, mention.start - 1)
        if (value.core.endswith(_DELEGATIONS) and (value.anchor is None or of_two)) or (
            experts and self.last_ending(article, mention.text, mention.start) is None
        ):
            return None  # 调研组, 县党政考察团, 甲县、|乙县考察团: some people on the road
        if value.core == "专家团" and place is not None and place.level in ("province", "prefecture"):
            return None  # 上海|专家团: experts from there
        if value.subtype == "Association" and not (value.proper or value.anchor or value.relative or parent):
            last = self.last_ending(article, mention.text, mention.start)  # 同乡会|名誉会长: of the one told of
            if last is not None:
                self.of[(article.id, mention.key)] = last
                return last
        force = value.subtype == "TaskForce" and value.anchor is None and not value.relative and parent is None
        if force and (mention.text in _BARE_FORCE or len(mention.text) > 4):  # 联合|执法检查组 again
            last = self.last_ending(article, mention.text, mention.start)
            same = mention.text in _BARE_FORCE or mention.text.endswith("工作队")  # a team is sent to one place
            if last is not None and (same or last.place is self.actor_place(article, mention.start)):
                last.alt.update([mention.text] if len(mention.text) > 8 else ())
                self.of[(article.id, mention.key)] = last
                return last
        if value.proper and value.anchor is None and not value.relative and parent is None:
            referent = self._proper(article, mention, value)
        else:
            referent = self._body(article, mention, value, place, parent)
        if referent is None:
            return None
        self._set(article, mention, referent)
        if mention.text[0] != "该" and mention.by != "posts.command":
            referent.alt.add(mention.text)
        order.append((mention.end, referent))
        return referent

    def _ends_place(self, article: Article, position: int) -> bool:
        return any(end == position for end, _ in self._order.get(article.id, []))

    def retell(self, article: Article, mention: Mention, other: Referent) -> None:
        """A body that its title shows to be another: 区人大|主任 heads the standing committee."""
        known = self.of.get((article.id, mention.key))
        if known is None or known is other:
            return
        known.spans = [span for span in known.spans if span != (article.id, mention)]
        other.alt.add(mention.text)
        other.spans.append((article.id, mention))
        self.of[(article.id, mention.key)] = other
        if not any(id_ == article.id for id_, _ in known.spans):
            known.articles.discard(article.id)

    def join_short(self) -> None:
        """县医院 is the 县人民医院 that the page has too, 某县人大 its standing committee."""
        for key, short in list(self.referents.items()):
            whole = self.referents.get((*key[:2], _WHOLE.get(key[2], ""))) if key[0] == "body" and len(key) == 3 else None
            if whole is None or (key[2] == "人大" and not self._acts_for_congress(short)):
                continue
            for at, referent in list(self.of.items()):
                if referent is short:
                    self.of[at] = whole
            whole.alt.update(short.alt)
            whole.spans += short.spans
            whole.articles |= short.articles
            for office in self.referents.values():
                if office.parent is short:
                    office.parent = whole
                    if key[2] != "人大":
                        office.alt.add(office.label)
                        office.label = whole.label + office.label.removeprefix(short.label)
            del self.referents[key]

    @staticmethod
    def _acts_for_congress(congress: Referent) -> bool:
        """Whether a congress is not in session (某县第八届人民代表大会): between sessions its standing committee acts for it."""
        if congress.place is None or congress.place.level not in _COMMITTEE_LEVELS or not congress.spans:
            return False
        return all(mention.text.endswith("人大") and "届" not in mention.text for _, mention in congress.spans)

    def _office_within(self, article: Article, mention: Mention, value: BodyValue) -> Referent | None:
        """护理部 is the last hospital's; an office of nobody is no body."""
        holder = self.last_ending(article, value.back.removesuffix("|@within"), mention.start)
        if holder is None:
            return None
        referent = self.part_of(holder, value.core, "PartyBody" if value.core.startswith("党") else holder.subtype)
        referent.alt.add(mention.text)
        return self._set(article, mention, referent)

    def part_of(self, holder: Referent, core: str, subtype: str) -> Referent:
        """A body inside another one: its party committee, an office of it."""
        referent = self._make((*holder.key, core), Kind.ORGANISATION, holder.label + core, subtype)
        referent.place, referent.parent = referent.place or holder.place, holder
        referent.alt.add(referent.label)
        return referent

    def _place_of(self, article: Article, mention: Mention, value: BodyValue, parent: Referent | None) -> Referent | None:
        if value.anchor is not None:
            place = self.get(article, value.anchor)
            if parent is None or place is None:
                return (value.core.endswith("分院") and self._of_branch(value.core, place)) or place
            inner = parent.place if parent.place is not None and self._holds(place, parent.place) else place
            branch = self._of_branch(value.core, place) or self._of_town(value.core, inner)
            return branch or inner  # 某市公安局某分局|交警大队, 某县公安局|斜滩派出所
        if value.relative:
            beside = self._beside(article, value.relative, mention.start)
            place = beside or self.unit(article, value.relative, mention.start, said=False)
            if mention.text.startswith("区党委"):
                place = self._region(place) or place
            of_county = value.core in _OF_COUNTIES or value.core in _PARTY_OFFICES or value.core.startswith("委")
            if place is not None and place.level == "zone" and value.relative == "区" and of_county:
                return None  # 区委, 区委办: no zone has one
            if place is not None:
                self.say_of(article, place)
            if parent is None:
                return place
            return self._of_branch(value.core, place) or self._of_town(value.core, place) or place
        if parent is not None:
            return self._of_branch(value.core, parent.place) or self._of_town(value.core, parent.place) or parent.place
        if value.proper:
            return None
        if _COMMUNITY_CORES.search(value.core):
            near = self._recent(article, ("社区", "村", "小区"), mention.start)
            if near is not None:
                return near
        if value.core.startswith(("管委会", "党工委")):
            near = self._recent_zone(article, mention.start)
            if near is not None:
                return near
        if value.core == "人大" and article.text.startswith(("主席", "副主席"), mention.end):
            near = self._recent(article, ("镇", "乡", "街道"), mention.start) or self.focus(article)
            if near is not None:
                return near  # 镇长甲、人大主席乙: a county's has a 主任
        lo = sentence_at(article, mention.start).lo if value.core == "纪委" else mention.start
        told = any(article.text.find(f"{unit}纪委", lo, mention.start) >= 0 for unit in ("镇", "乡"))  # 镇纪委…为|纪委书记
        if told or _TOWN_CORES.search(value.core) or mention.text == "武装部":  # a county's is its 人武部
            near = self._recent(article, ("镇", "乡", "街道"), mention.start) or self.focus(article)
            if near is not None and value.core != "政府":
                return near
        if value.core.startswith(_OF_THE_CENTRE):
            return None
        if _TOWN_OFFICES.fullmatch(value.core):
            start = sentence_at(article, mention.start).lo
            towns = ("镇", "乡", "街道", "苏木")
            order = self._order.get(article.id, [])
            named = any(place.level == "township" for end, place in order if start < end <= mention.start)
            near = self._recent(article, towns, mention.start) if named else self.focus(article)
            if near is not None and near.level == "township":
                return near
            if value.core.startswith("中心"):
                return self._recent(article, towns, mention.start) or self.home(article)  # 中心校: a town's
        if value.core.startswith("驻村"):
            village = self._recent(article, ("村", "社区", "嘎查"), mention.start)
            return village if village is not None and village.level == "community" else None
        if value.subtype == "TaskForce":
            return self.actor_place(article, mention.start)
        return self.home(article)

    def _region(self, place: Referent | None) -> Referent | None:
        """The autonomous region around a district: its committee is 区党委, a district's 区委."""
        if place is None or place.level != "county":
            return None
        return next((outer for outer in self._around(place) if outer.label.endswith("自治区")), None)

    @staticmethod
    def _visited_from(article: Article, home: Referent | None) -> bool:
        """区政协主席甲一行到|某区: whether a report begins with the region's leaders on the road to the district."""
        lead = next((s for s in article.sentences if s.lo >= article.body), None)
        goes = _FROM_REGION.match(article.text, lead.lo, lead.hi) if lead is not None else None
        if goes is None or home is None or not article.text.startswith(home.label, goes.end()):
            return False
        return _DISTRICT_HEADS.search(article.text) is None  # 区委 and 区长 are the district's own

    def _beside(self, article: Article, unit: str, position: int) -> Referent | None:
        """The district of the committee right before: 甲代表秀山县委、|县政府, on the page of another county."""
        if unit not in ("县", "区", "旗"):
            return None
        stop = position - (article.text[position - 1 : position] in tuple("、和与及"))
        for end, referent in reversed(self._bodies.get(article.id, [])):
            if end <= stop:
                place = referent.place if end == stop else None
                return place if place is not None and place.level == "county" and place.label.endswith(unit) else None
        return None

    def _of_branch(self, core: str, outer: Referent | None) -> Referent | None:
        """The district that a branch of a city's bureau is named after: 周口市公安局|川汇分局."""
        branch = _BRANCH_OF.match(core)
        if branch is None or outer is None:
            return None
        names = dict.fromkeys(branch["name"][-size:] for size in (6, 3, 2))  # 中医院|来凤|分院
        return next((place for name in names if (place := self._branch_place(name, outer)) is not None), None)

    def _of_town(self, core: str, outer: Referent | None) -> Referent | None:
        """The town that a station or court of a county is named after: 寿宁县公安局|斜滩派出所."""
        office = _TOWN_OFFICE.fullmatch(core)
        if office is None or outer is None or not outer.code:
            return None
        index, name = gazetteer(), office["town"]
        towns = {p.code for p in index.by_short.get(name, ()) if p.level == "township" and index.within(p.code, outer.code)}
        if len(towns) == 1:
            return self.listed(towns.pop())
        told = [r for r in self.referents.values() if r.level == "township" and r.label.startswith(name)]
        return told[0] if len(told) == 1 and name not in _NO_TOWNS else None

    def _branch_place(self, name: str, outer: Referent) -> Referent | None:
        """The district of a city by the name of a branch, 规划|芦淞|分局 among them."""
        if not outer.code:
            return None
        bureau = _BUREAU_BEFORE.match(name)
        name = bureau["name"] if bureau is not None else name
        index = gazetteer()
        for place in (*index.by_name.get(name, ()), *index.by_short.get(name, ())):
            if place.level == "county" and place.current and index.within(place.code, outer.code):
                return self.listed(place.code)
        known = (r for r in self.referents.values() if r.kind is Kind.DISTRICT and r.level == "zone")
        return next((r for r in known if name in (r.label, *r.alt)), None)

    def say_of(self, article: Article, place: Referent) -> None:
        """An article that says 区委 names the district, if the page does so anywhere: 市委 alone names no city."""
        text = self.context.page.text
        if not place.code or any(len(form) > 1 and form in text for form in (place.label, *place.alt)):
            place.articles.add(article.id)

    def _recent_zone(self, article: Article, position: int) -> Referent | None:
        for end, referent in reversed(self._order.get(article.id, [])):
            if end <= position and referent.level == "zone":
                return referent
        return None

    def actor_place(self, article: Article, position: int) -> Referent | None:
        """The last district named before a position, of township level or larger; else the article's own."""
        for end, referent in reversed(self._order.get(article.id, [])):
            if end <= position and referent.level in ("county", "zone", "township", "prefecture"):
                return referent
        return self.focus(article) or self.home(article)

    def _last_body(self, article: Article, back: str, position: int) -> Referent | None:
        tails = _CALLED_SHORT.get(back, (back,))
        works: Referent | None = None  # 某公司投资建的某厂: no 公司, where one is told of
        for end, referent in reversed(self._bodies.get(article.id, [])):
            if end > position:
                continue
            if back in ("公司", "企业", "集团"):
                if referent.subtype != "Enterprise":
                    continue
                if back == "企业" or not referent.label.endswith(_NO_COMPANIES):
                    return referent
                works = works or referent
            elif back in ("机构", "单位") or any(form.endswith(tails) for form in (referent.label, *referent.alt)):
                return referent
        return self._last_body(article, "企业", position) if back in ("厂", "合作社") else works

    def _writer(self, article: Article, back: str, position: int) -> Referent | None:
        """The body that a report is by and of, which calls itself 我院: the first of its kind, unless it comes on a visit."""
        tails = _CALLED_SHORT.get(back, (back,))
        visit = next((at for verb in _COMES_TO if (at := article.text.find(f"{verb}我{back}")) >= 0), 0)
        host = sentence_at(article, visit).lo
        for end, referent in self._bodies.get(article.id, []):
            if any(form.endswith(tails) for form in (referent.label, *referent.alt)) and not host < end <= visit:
                return referent
        return None

    def _own_court(self, article: Article, last: Referent, position: int) -> Referent:
        """The court that an article is about, rather than one that it names once: whose judge 承办法官 is."""
        courts = [r for end, r in self._bodies.get(article.id, []) if end <= position and r.label.endswith("法院")]
        most = max(courts, key=courts.count, default=last)
        return most if courts.count(most) > 2 * courts.count(last) else last

    def last_project(self, article: Article, position: int) -> Referent | None:
        """The last project named before a position: whose 项目负责人 is meant."""
        projects = self._projects.get(article.id, [])
        named = [referent for end, referent in projects if end <= position]
        if named:
            return named[-1]
        stop = sentence_at(article, position).hi
        return next((referent for end, referent in projects if end <= stop), None)  # 据项目负责人甲介绍，某项目…

    def last_ending(self, article: Article, endings: str, position: int, *, near: bool = False) -> Referent | None:
        """The last body before a position whose name has one of the endings; of a sentence before, rather its subject.

        ``near``: only of the same paragraph.
        ``~part`` behind the endings: only a body whose name holds the part. 中医院组织专家到卫生院义诊。副院长甲… is 中医院's.
        """
        kinds, _, part = endings.partition("~")
        tails = tuple(kinds.split("|"))
        visited, floor = None, 0
        paragraph = article.text.rfind("\n", 0, position) if near else -1
        for end, told in reversed(self._bodies.get(article.id, [])):
            if (visited is not None and end <= floor) or end <= paragraph:
                break
            referent = told
            if end <= position and "法院" in tails and told.parent is not None and told.parent.label.endswith("法院"):
                referent = told.parent  # 县法院执行局甲…，执行员乙: of the court
            if end <= position and any(form.endswith(tails) for form in (referent.label, *referent.alt)):
                if part and not any(part[-size:] in referent.label for size in (4, 3, 2) if len(part) >= size):
                    continue
                start = min((m.start for id_, m in told.spans if id_ == article.id and m.end == end), default=end)
                sentence = sentence_at(article, start)
                if "法院" in tails and referent.label.endswith("法院"):
                    referent = self._own_court(article, referent, position)
                if visited is None:
                    if sentence.hi > position or not article.text.endswith(_GOES_TO, sentence.lo, start):
                        return referent
                    visited, floor = referent, sentence.lo
                elif article.text[start - 1] in "。！？\n，" or start == sentence.lo:
                    return referent
        return visited

    def _proper(self, article: Article, mention: Mention, value: BodyValue) -> Referent:
        name = mention.text.replace("“", "").replace("”", "")
        if mention.by == "organisations.national":  # 中央港澳办 is 中央港澳工作办公室
            referent = self._make(("proper", value.core), Kind.ORGANISATION, name, value.subtype)
            if len(name) > len(referent.label):
                referent.label = name
            return referent
        for referent in self.referents.values():
            if (
                referent.kind is Kind.ORGANISATION
                and len(name) >= 5
                and referent.label.endswith(name)
                and value.subtype == referent.subtype
            ):
                return referent  # the office that was named with its body before
            if referent.kind is Kind.ORGANISATION and len(name) >= 5 and name in referent.alt:
                return referent
            if len(name) == 4 and name.endswith("商会") and referent.label.endswith(name) and len(referent.label) < 8:
                return referent  # 新嘉商会, told of as 浙江新嘉商会
            if len(name) == 4 and referent.place is not None and referent.label == referent.place.label + name:
                return referent  # 城关小学, told of as 某县城关小学
            if (
                referent.kind is Kind.ORGANISATION
                and referent.key[0] == "proper"
                and self._same_name(name, referent.label, value.subtype, referent.subtype)
            ):
                if len(name) > len(referent.label) and _LEGAL.search(name):
                    referent.alt.add(referent.label)
                    referent.label = name
                return referent
        branch = self._full_branch(name) if name.endswith("分局") else self._by_part(name)
        if branch is not None:
            branch.alt.add(name)
            return branch
        owner = self._owner(article, name, mention.start) if name.endswith(_BANK_BRANCHES) else ""
        if owner:
            return self._owned(owner, name, value)
        referent = self._make(("proper", name), Kind.ORGANISATION, name, value.subtype)
        if referent.place is None and (value.subtype != "Enterprise" or name.endswith("合作社")):
            referent.place = self._place_by_part(name) or self._town_of(article, name)
        if referent.place is None and name.endswith("地委"):
            referent.place = self._old_prefecture(article, mention, f"{name[:-1]}区")
        if referent.place is None and name.endswith("分局") and self.context.city:
            referent.place = self._branch_place(name, self.listed(self.context.city))
        return referent

    def _old_prefecture(self, article: Article, mention: Mention, name: str) -> Referent | None:
        """喀什|地委 is the committee of 喀什地区, and names it."""
        places = [place for place in gazetteer().by_name.get(name, ()) if place.level == "prefecture"]
        if len(places) != 1:
            return None
        prefecture = self.listed(places[0].code)
        prefecture.articles.add(article.id)
        prefecture.spans.append((article.id, mention))
        return prefecture

    def _owner(self, article: Article, name: str, position: int) -> str:
        """The bank told of last, for a branch that is named without one: 光山支行."""
        if _BANK.search(name) is not None or len(name) > 6:
            return ""
        for end, referent in reversed(self._bodies.get(article.id, [])):
            bank = _BANK.search(referent.label) if end <= position else None
            if bank is not None:
                return referent.label[: bank.end()]
        return ""

    def _owned(self, owner: str, name: str, value: BodyValue) -> Referent:
        referent = self._make(("proper", owner + name), Kind.ORGANISATION, owner + name, value.subtype)
        referent.alt.add(name)
        return referent

    def _by_part(self, name: str) -> Referent | None:
        """路口镇福利院 for 路口福利院: the body that the page names with the unit of its town too."""
        place = self._place_by_part(name)
        if place is None:
            return None
        part = _CORE.sub("", place.label)
        full = place.label + name[len(part) :]
        return next((r for r in self.referents.values() if r.kind is Kind.ORGANISATION and r.label == full), None)

    def _full_branch(self, name: str) -> Referent | None:
        """佳木斯市公安局东风分局 for 东风公安分局: the branch of the page that has the same bureau and the same district."""
        short = _SHORT_BRANCH.fullmatch(name)
        if short is None:
            return None
        full = re.compile(f"{short['bureau']}[局厅].*{re.escape(short['name'])}[区县市]?分局")
        fits = [r for r in self.referents.values() if r.kind is Kind.ORGANISATION and full.search(r.label)]
        return fits[0] if len(fits) == 1 else None

    def named_in_margin(self, name: str, article: Article, line: tuple[int, int, str]) -> None:
        """A body of the page's own district that a source line names: it is no body of any article's text.

        ``line``: where the line begins and ends on the page, and its text.
        """
        home = self.home(article)
        for outer in self._around(home) if home is not None else ():
            name = name.removeprefix(outer.label)  # 合肥市|包河区委宣传部
        own = next((form for form in (home.label, *home.alt) if len(form) > 2 and name.startswith(form)), "") if home else ""
        form = match_department(name, len(own)) if own else None
        if home is None or form is None or len(own) + len(form[0]) != len(name):
            return
        if form[1] in _PARTY_OFFICES and home.level in _COMMITTEE_LEVELS:
            known = self._party_office(home, form[1], form[0])
        else:
            key = _body_key(home, form[1])
            known = self.referents.get(key) or self._make(key, Kind.ORGANISATION, name, form[2])
        known.alt.add(name)
        known.articles.add(article.id)
        known.place = known.place or home
        self.margins.setdefault(known.key, (article.id, *line))

    def media(self, name: str, article: Article) -> Referent:
        """A newspaper or media centre of the page's own furniture."""
        for known in self.referents.values():
            if known.kind is Kind.ORGANISATION and (name == known.label or name in known.alt):
                return known
            if known.subtype == "MediaOutlet" and (known.label.endswith(name) or name.endswith(known.label)):
                known.alt.add(name)  # 某网, in the banner with its province
                return known
        referent = self._make(("proper", name), Kind.ORGANISATION, name, "MediaOutlet")
        referent.articles.add(article.id)
        return referent

    def _place_by_part(self, name: str) -> Referent | None:
        """小溪塔派出所 serves 小溪塔街道 where the page names it; 金秀县某医院 is the county's, not 金秀镇's."""
        known: Referent | None
        counties = (r for r in self.referents.values() if r.kind is Kind.DISTRICT and r.level == "county")
        for known in counties:
            if name.startswith(tuple(form for form in known.alt if len(form) > 2 and form[-1] in "县区市旗")):
                return known
        for known in self.referents.values():
            if known.kind is Kind.DISTRICT and known.level in ("township", "community"):
                part = re.sub(r"(?:街道|镇|乡|苏木|社区|村|嘎查)$", "", known.label)
                if len(part) >= 2 and name.startswith(part):
                    return known
        return None

    def _town_of(self, article: Article, name: str) -> Referent | None:
        """大滩派出所 on a page of the county that has 大滩镇, though no sentence names the town."""
        office, home = _TOWN_OFFICE.fullmatch(name), self.context.home_of(article)
        if office is None or not home:
            return None
        index = gazetteer()
        towns = [p for p in index.by_short.get(office["town"], ()) if p.level == "township" and index.within(p.code, home)]
        return self.listed(towns[0].code) if len(towns) == 1 else None

    @staticmethod
    def _same_name(short: str, full: str, left: str, right: str) -> bool:
        """义乌恒达公司 is 义乌市恒达有限责任公司: the proper parts are the same, or one begins with the other."""
        if short == full:
            return True
        if left != right or left != "Enterprise":
            return False
        if _INNER_LEGAL.sub("", short) == _INNER_LEGAL.sub("", full):
            return True  # 某电力东北公司 is 某电力有限公司东北公司
        if _province(short) != _province(full) != "" != _province(short):
            return False  # 江西甲公司 and 福建甲公司 are two
        a, b = _proper_part(short), _proper_part(full)
        whole = _LEGAL.sub("", short)
        if len(whole) >= 4 and whole != a and b.startswith(whole):
            return True  # 嘉禾农业公司, whose brand is a county's name elsewhere, is 儋州嘉禾农业开发有限公司
        if len(a) < 2 or len(b) < 2:
            return False
        return a == b or (
            ((len(a) >= 2 and b.startswith(a)) or (len(b) >= 2 and a.startswith(b)))
            and (bool(_LEGAL.search(short)) or bool(_LEGAL.search(full)))
        )

    def _body(
        self, article: Article, mention: Mention, value: BodyValue, place: Referent | None, parent: Referent | None
    ) -> Referent | None:
        printed = mention.text
        said_of = (
            isinstance(value.anchor.value, PlaceValue) and bool(value.anchor.value.relative)
            if value.anchor is not None
            else False
        )
        if (
            value.proper
            and value.anchor is not None
            and parent is None
            and (value.subtype == "Enterprise" or not mention.text.startswith(place.label if place else "") or said_of)
        ):
            referent = self._proper(article, mention, value)
            if referent.place is None and place is not None and place.level not in ("province", "prefecture"):
                referent.place = place
            if place is not None and place.level in ("township", "community", "zone") and len(value.core) > 3:
                referent.alt.add(value.core)  # 某镇|宝江公司
            return referent
        if parent is not None:
            key: tuple[str, ...] = (*parent.key, value.core)
            tail = (
                printed[value.parent.end - mention.start :]
                if value.parent is not None and value.parent.start == mention.start
                else value.core
            )
            label = parent.label + tail
        elif place is not None and value.core == "党委" and place.level in _COMMITTEE_LEVELS and place.code:
            key, form = _body_key(place, "委"), "委"  # 某区党委 is 某区委
            label = _named_after(place, form)
        elif place is not None and value.core in _PARTY_OFFICES and place.level in _COMMITTEE_LEVELS:
            form = self._form(article, mention, value)
            return self._party_office(place, value.core, form)
        elif place is not None:
            form = self._form(article, mention, value)
            key = _body_key(place, value.core)
            label = _named_after(place, form)
            if mention.by == "organisations.party":  # 民进|市委会
                label = printed.replace(value.relative, place.label, 1) if value.anchor is None else printed
        else:
            form = self._form(article, mention, value)
            key = ("body", "", value.relative + value.core)  # 市委 and 县委 are two, whosever they are
            label = printed
        of_that = parent is not None and value.parent is not None and isinstance(value.parent.value, BodyValue)
        subtype = value.subtype
        if of_that and not subtype and parent is not None:
            subtype = "PartyBody" if value.core.startswith("党") else parent.subtype  # 该局|禁毒大队
        referent = self._make(key, Kind.ORGANISATION, label, subtype)
        referent.place = referent.place or place
        referent.parent = referent.parent or parent
        referent.alt.update((label, label.replace("人民政府", "政府")))
        if value.subtype == "Enterprise" and place is not None and place.level in ("province", "prefecture") and parent is None:
            referent.alt.update(name + form for name in place.alt if len(name) > 1)  # 安徽|农垦集团
        if value.core == "村委会" and place is not None:
            referent.alt.update((label.replace("村村委会", "村委会"), place.label + "村委会"))
        if mention.by == "organisations.national" and parent is None:  # 国家税务总局|某县税务局
            referent.label = mention.text
        if place is not None and parent is None:
            referent.alt.update((place.label + form, _named_after(place, value.core)))
            referent.alt.update((*_by_short_names(place, form), *_by_short_names(place, value.core)))
        elif parent is not None and parent.place is not None:  # 某县人民政府|党组 is 某县政府党组 too
            referent.alt.update(name + tail for name in parent.alt if name.startswith(parent.place.label))
        return referent

    def _party_office(self, place: Referent, core: str, form: str) -> Referent:
        """松江区统战部 is the united front department of the district's party committee: 松江区委统战部."""
        above = self._make(
            _body_key(place, "委"),
            Kind.ORGANISATION,
            _named_after(place, "委"),
            "PartyBody",
        )
        above.place = above.place or place
        above.alt.add(above.label)
        form = form.removeprefix("委")  # 周口市|委组织部, as the list of departments has it
        referent = self._make((*above.key, core), Kind.ORGANISATION, f"{above.label}{form}", "PartyBody")
        referent.place, referent.parent = referent.place or place, above
        referent.alt.update((place.label + form, referent.label))
        return referent

    @staticmethod
    def _form(article: Article, mention: Mention, value: BodyValue) -> str:
        """The body's own part as the page prints it."""
        printed = mention.text.removeprefix("中共")
        if value.anchor is not None and mention.start <= value.anchor.start < mention.end:
            at = value.anchor.end - mention.start
            form = article.text[mention.start + at + value.doubled : mention.end]
            if value.core == "政协" and form in ("委员会", "委员会常务委员会"):
                return "政协"
            if form in ("公安", "交警") and value.core.startswith("公安局"):
                return value.core  # 仙游|公安, 仙游|交警
            return "团委" if value.core == "团委" else form  # 共青团某市|委, 某市|团市委
        if mention.by == "posts.command":
            return value.core  # 县|防汛|总指挥
        if value.relative and printed.startswith(value.relative):
            return printed[len(value.relative) + value.doubled :]
        if printed.startswith(("团", "共青团")):
            return "团委"
        return printed

    def resolve_implied(self, article: Article, place: Referent, core: str, mention: Mention) -> Referent:
        """The body that a title implies (区长: the government); it is named by its title."""
        if core in _PARTY_OFFICES and place.level in _COMMITTEE_LEVELS:
            referent = self._party_office(place, core, core)
            referent.articles.add(article.id)
            referent.spans.append((article.id, mention))
            return referent
        if core == "政府" and place.label.endswith(("盟", "地区")):
            core = "行署"  # 兴安盟|盟长
        for_key = _body_key(place, core)
        subtype = "PartyBody" if core in ("委", "党委", "党工委") else "GovernmentBody"
        referent = self._make(for_key, Kind.ORGANISATION, _named_after(place, core), subtype)
        referent.place = referent.place or place
        referent.articles.add(article.id)
        referent.alt.update((referent.label, *_by_short_names(place, core)))
        if not any(a == article.id for a, _ in referent.spans):
            referent.spans.append((article.id, mention))
        return referent

    # -- initiatives, events, people -----------------------------------------------------------------------------------

    def resolve_initiatives(self, article: Article, mentions: Sequence[Mention]) -> None:
        last: dict[str, Referent] = {}
        for mention in mentions:
            value = mention.value
            assert isinstance(value, InitiativeValue)
            if value.back:
                referent = last.get(value.back if value.back in ("项目", "工程") else "")
                if referent is not None:
                    self.of[(article.id, mention.key)] = referent
                continue
            referent = self._initiative(article, mention, value)
            self._set(article, mention, referent)
            last[""] = referent
            if value.subtype == "Project":
                last["项目"] = last["工程"] = referent
                self._projects.setdefault(article.id, []).append((mention.end, referent))
            elif value.name.endswith(("工程", "项目")):
                last[value.name[-2:]] = referent  # “某某”工程, a campaign: 该工程

    def _initiative(self, article: Article, mention: Mention, value: InitiativeValue) -> Referent:
        home = self.home(article)
        place = self.get(article, value.place) or home
        bare = _without_type(_bare(value.bare))
        scope = place.key[-1] if value.subtype == "Project" and place is not None else ""
        key: tuple[str, ...] = ("initiative", bare, scope)
        if key not in self.referents:
            for known in self.referents.values():
                if value.subtype == known.subtype == "Project" and _same_project(bare, value, known):
                    key = known.key
                    break
                if known.key[0] == "initiative" and (_begins(bare, known.key[1]) or _shortens(value, bare, known)):
                    key = known.key
                    break
                if known.key[0] == "initiative" and _varies(value.name, known.label, value.subtype):
                    key = known.key
                    break
                if known.key[0] == "initiative" and (
                    known.key[1] == _bare(value.name) or bare in {_without_type(_bare(a)) for a in known.alt}
                ):
                    key = known.key
                    break
        referent = self._make(key, Kind.INITIATIVE, value.name, value.subtype)
        if len(value.name) > len(referent.label) and referent.label in value.name and value.name.startswith(referent.label):
            referent.label = value.name
            referent.subtype = value.subtype
        referent.alt.update((value.name, value.bare))
        if value.place is not None or mention.text.endswith(value.name):
            referent.alt.add(mention.text.replace("“", "").replace("”", ""))
        if value.full:
            referent.alt.add(value.full)
        if referent.place is None and value.place is not None:
            near = self.get(article, value.place)
            firms = near is not None and near.level in ("province", "prefecture") and _OF_FIRM.search(value.name) is not None
            referent.place = None if firms else near  # 山东|某某有限公司抽油杆项目
        if referent.place is None and value.place is None and value.subtype == "Project":
            referent.place = self._county_in_name(article, mention)
        if value.place is None and home is not None and value.subtype == "Project" and value.name[0] == home.label[-1]:
            if referent.label == value.name:  # 县博物馆建设工程 is the home's
                referent.label = home.label + value.name[1:]
            referent.alt.update((home.label + value.name[1:], value.name[1:]))
        return referent

    def _county_in_name(self, article: Article, mention: Mention) -> Referent | None:
        """The county by whose full name a project's begins that ends in a park's: 合山市|林产品加工产业园项目."""
        for hit in self.context.hits.get(article.id, ()):
            code = self.context.code(hit.name) if hit.start == mention.start and hit.end < mention.end else ""
            if code and gazetteer().by_code[code].level == "county" and hit.name == gazetteer().by_code[code].name:
                return self.listed(code)
        return None

    def resolve_events(self, article: Article, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            value = mention.value
            assert isinstance(value, EventValue)
            whole = self._told_before(article, value) or value.name
            referent = self._make(("event", article.id, value.subtype, whole), Kind.EVENT, whole, value.subtype)
            referent.date = referent.date or article.date
            referent.article = article.id
            self._set(article, mention, referent)

    def _told_before(self, article: Article, value: EventValue) -> str:
        """The full name of a gathering that is told again by its last word: 会议, 签约仪式, 誓师大会."""
        if value.subtype not in ("Meeting", "Activity"):
            return ""
        names = [key[3] for key in self.referents if key[0] == "event" and key[1] == article.id and key[2] == value.subtype]
        if value.name in ("会议", "大会", "仪式", "活动") and names:
            return names[-1]  # of several the one told of last
        for name in names:
            short, long = sorted((name, value.name), key=len)
            if long.endswith(short) and len(short) >= (3 if short == value.name else 4):
                return name  # 某县|“某某”行动推进会, in the headline without its county
            if _shared_end(_plain_meeting(short), _plain_meeting(long)) >= _SAME_END:
                return name  # 创建省级模范县暨雨季造林动员会, 创建山东省模范县暨雨季造林动员会议
            if len(short) >= 5 and _is_drawn_from(short, long):
                return name  # 全县禁毒工作|推进|会, in the headline without what kind of meeting
        return ""

    def resolve_people(self, article: Article, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            value = mention.value
            name = mention.text.replace(" ", "")  # 杨 帆: names of two characters are set as wide as those of three
            referent = self.person(name)
            if name != mention.text:
                referent.alt.add(mention.text)
            if "·" in name:  # as the page writes it: 买买提•吐尔逊
                printed = self.context.page.text[article.offsets[mention.start] : article.offsets[mention.end - 1] + 1]
                if printed != name:
                    referent.alt.add(printed)
            if isinstance(value, PersonValue) and value.subtype and not referent.subtype:
                referent.subtype = value.subtype
            self._set(article, mention, referent)

    def person(self, name: str) -> Referent:
        """One name is one person on one page."""
        return self._make(("person", name), Kind.PERSON, name)


# What a body may be called once it was named: 某镇卫生院, 某小学.
_NO_COMPANIES = ("厂", "合作社", "车间", "农场", "门店")
_CALLED_SHORT = {"医院": ("医院", "卫生院", "保健院"), "学校": _SCHOOLS, "校": _SCHOOLS}

_TYPE_TAIL = re.compile(
    r"(?:专项|建设|改造|提升|开发|整治)?(?:行动|活动|工作|机制|制度|工程|项目|系统|平台|工作机制|工作制度|建设|服务|模式)?"
)


_SUBTITLE = ("—", "-", "·", "：", ":")


_SAME_END = 8  #: last characters that two names of meetings share where they are of one


def _plain_meeting(name: str) -> str:
    return name.removesuffix("议") if name.endswith("会议") else name


def _shared_end(left: str, right: str) -> int:
    """How many last characters two names share."""
    return next(
        (at for at, (a, b) in enumerate(zip(reversed(left), reversed(right), strict=False)) if a != b), min(len(left), len(right))
    )


_MEETING_SORT = re.compile("(?:推进|调度|动员|部署|总结|表彰|视频|电视电话|专题|现场|第?[一二三四五六七八九十\\d]+次)*")


def _is_drawn_from(short: str, long: str) -> bool:
    """Whether a meeting's name is the longer one without its sort before 会: 禁毒工作会, 全县禁毒工作推进会."""
    for word in ("会议", "会"):
        if short.endswith(word) and long.endswith(word):
            core = short[: -len(word)]
            at = long.find(core)
            return at >= 0 and len(core) >= 4 and _MEETING_SORT.fullmatch(long[at + len(core) : -len(word)]) is not None
    return False


def _is_estate(left: str, right: str) -> bool:
    """湖滨花园小区, and 湖滨花园 in a list."""
    short, long = sorted((left, right), key=len)
    return len(short) > 2 and long == short + "小区"


def _begins(left: str, right: str) -> bool:
    """农贸市场专项整治 is 农贸市场专项整治行动: the one goes on with a type word only."""
    short, long = sorted((left, right), key=len)
    if len(short) == 2 and len(long) == 4 and long.startswith(short) and short[0] in "三四五六七八九十":
        return True  # “三员”, “三员治水”
    if len(short) == 3 and long.startswith(short) and long[3:] in ("议事", "制度", "机制", "模式", "工作法"):
        return True  # “坝坝会”, “坝坝会议事”
    if len(short) >= 3 and long.startswith(short) and long[len(short) : len(short) + 1] in _SUBTITLE:
        return True  # “日日行”, “日日行——某某服务”
    if len(short) >= 4 and "·" in long and short in long.split("·"):
        return True  # “红帆领航·渔光小院”, “渔光小院”
    return len(short) >= 4 and long.startswith(short) and bool(_TYPE_TAIL.fullmatch(long[len(short) :]))


def _same_project(bare: str, value: InitiativeValue, known: Referent) -> bool:
    """A project told of again without its town (某镇|共享农庄项目, 共享农庄项目), or with one that it was told of without."""
    if value.place is not None and known.place is not None:
        return False
    if bare == known.key[1]:
        return True
    short, long = sorted((bare, known.key[1]), key=len)
    return len(short) >= 5 and long.endswith(short)


_OF_FIRM = re.compile("有限公司|集团|公司")
_QUOTED_TYPE = re.compile(r"(?:专项)?(?:行动|活动|工程|计划|机制|模式|工作法|项目)$")


def _without_type(name: str) -> str:
    """“清风行动” and “清风”行动 have one key."""
    plain = _QUOTED_TYPE.sub("", name)
    return plain if len(plain) >= 2 else name


def _shortens(value: InitiativeValue, bare: str, known: Referent) -> bool:
    """“百千万工程” for “百县千镇万村高质量发展工程”: the same type, and the letters of the long name in order."""
    short, long = sorted((bare, known.key[1]), key=len)
    if len(short) > 1 and short == "".join(part[:1] for part in long.split("、")):
        return True  # “访议解”, “访民情、议民事、解民难”
    if "Project" in (value.subtype, known.subtype) or len(short) < 3 or len(long) < len(short) + 3 or short[:1] != long[:1]:
        return False
    if not any(char in "百千万一二三四五六七八九十两双" for char in short):
        return False
    rest = iter(long)
    return all(char in rest for char in short.removesuffix("工程").removesuffix("行动").removesuffix("活动"))


_NUMERAL = re.compile(r"[\d一二三四五六七八九十东西南北]")


def _varies(left: str, right: str, subtype: str) -> bool:
    """整治养老诈骗专项行动 for 打击整治养老诈骗专项行动: a campaign told of again without a word."""
    short, long = sorted((left, right), key=len)
    if subtype == "Service":  # 外地返乡人员报备小程序, 疫情防控返乡人员报备小程序
        return len(short) >= 8 and long.endswith(short[-max(7, 7 * len(short) // 10) :])
    if subtype == "Project":
        if len(short) < 9 or short[:4] != long[:4] or 5 * len(short) < 4 * len(long):
            return False
        if _NUMERAL.findall(left) != _NUMERAL.findall(right):
            return False
    elif subtype != "Campaign" or len(short) < 8 or len(long) > 2 * len(short) or short[-2:] != long[-2:]:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def _bare(name: str) -> str:
    return name.replace("“", "").replace("”", "").replace("，", "、")


def _named_after(place: Referent, form: str) -> str:
    """The full name of a body: 临朐县委; of a county of two characters with its unit twice, as it is called: 户县县委."""
    if (place.label[-1] in "镇乡" and form.startswith(place.label[-1]) and len(form) > 2) or (
        place.label.endswith("街道") and form.startswith("街道")
    ):
        form = form.removeprefix("街道" if place.label.endswith("街道") else place.label[-1])  # 某镇|镇党委, 某街道|街道办
    doubled = form == "委" and len(place.label) == 2 and place.label[-1] in "县区市旗"
    return place.label + (place.label[-1] if doubled else "") + form


def _by_short_names(place: Referent, form: str) -> tuple[str, ...]:
    """The names of a body by the shorter names of its district that still say what it is: 海北州|政府."""
    return tuple(name + form for name in place.alt if len(name) > 2 and name[-1] == place.label[-1] and name[-1] in "区县市旗州")


def _body_key(place: Referent, core: str) -> tuple[str, ...]:
    """The key of a body by its function in a district."""
    return "body", place.key[-1] if place.code else "/".join(place.key), core


@lru_cache(maxsize=10_000)
def _province(name: str) -> str:
    """The code of the province that a company's name begins with, or empty."""
    index = gazetteer()
    for size in (2, 3):
        for place in index.by_short.get(name[:size], ()):
            if place.level == "province":
                return place.code
    return ""


@lru_cache(maxsize=10_000)  # each company of a page is compared with every other
def _proper_part(name: str) -> str:
    """A company's own part: without the place before it and the legal form behind it."""
    index = gazetteer()
    for size in range(min(7, len(name) - 2), 1, -1):
        head = name[:size]
        cities = (place.level in ("province", "prefecture", "county") for place in index.by_short.get(head, ()))
        if head in index.by_name or any(cities):  # a company may share its own part with a town: 永安药业
            name = name[size:]
            break
    return _LEGAL.sub("", name)


__all__ = ["Place", "PostValue", "Referent", "Resolver"]
