"""Bodies: what the organisation mentions of one page stand for.

A body hangs on a district by its function (临朐|县委), on another body (县委|组织部, 该局|禁毒大队), or has a name of its own. A
committee of a district is one, however it is called (某区党委, 区委); 护理部 is the last hospital's; 调研组 is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg import seeds
from kg.coref.proper import ProperNames, is_tribunal
from kg.coref.referents import CORE, PageReferents, Referent, around
from kg.coref.seats import PARTY_OFFICES, Seats
from kg.coref.told import Told
from kg.coref.units import Units
from kg.extract.base import BodyValue, PlaceValue
from kg.extract.body_functions import CALLED_SHORT
from kg.extract.departments import match_department
from kg.extract.taskforces import OF_STATE
from kg.gazetteer import gazetteer
from kg.model import Article, Kind, Link, Mention, Verdict

_SMALL_UNITS = ("村", "社区", "小区")
_DELEGATIONS = ("调研组", "考察团", "视察组", "考核组", "考察组")
_OWN_WORDS = ("我校", "我院", "我局", "我司", "我所", "我队")
_WHOLE = {"人大": "人大常委会", "医院": "人民医院"}  #: what short names of bodies stand for where the page has the long one
_COMMITTEE_LEVELS = ("county", "prefecture", "province")  #: whose party committee is called 委
_BARE_FORCE = seeds.word_list("bare_taskforces")
_OF_PARENTS = ("家委会", "家长委员会", "校务委员会")
_SENT_GROUPS = ("督查组", "督导组", "督察组", "检查组", "巡查组", "指导组", "考核组", "验收组", "评估组", "巡察组", "巡视组")
#: offices that a report calls without the body that they are of
_OFFICES = ("所", "法庭", "中队", "大队", "站", "支行", "分理处", "分局", "分公司", "支公司", "营业部")
_SHORT_OFFICES = ("法庭", "司法所", "供电所", "支行")
_TRIBUNAL = re.compile("(?:人民)?法庭$")  # 某县法院|威戎人民法庭, told of as its 威戎法庭
_POSTED = re.compile("(?:派驻|驻)(?=[市县区旗])")
_HELD_BY = re.compile("[一-龥]{2,}(?:[局院会厅委处行]|公司|[大支]队|银行|海关)$")
_HOUSES = ("PublicInstitution", "Enterprise", "Association")
_TOWN_UNITS = ("镇", "乡", "街道", "苏木")
_OF_EACH = re.compile("各[一-龥、]{1,20}[、，和与及]$")
# 某小学|更名为“|某某希望小学.
_RENAMED = re.compile("(?:正式|现已|现|已|后来?|同时|就此|随后)?(?:更名|改名|易名|校名改)为“?")
_OF_HOUSES = ("工会", "团委")  #: what a school, a hospital and a company have as a county does
_GROUPS_OF_HOUSES = ("党支部", "党总支", "党委", "纪委", "机关党委", "党群工作部")
_NEAR_HOUSE = 120  #: characters
_LEVELS = frozenset("—→－+")  #: marks between the levels of a system
_FORCES = ("领导小组", "指挥部", "专班")
_OF_STAFF = ("机关党委", "直属机关党委", "机关党总支", "机关党支部", "机关纪委", "机关工会")
_TOWN_ENDS = ("工委", "办事处", "办")
_NOT_OF_COUNTIES = ("支部", "党支部", "总支", "党总支", "党小组", "网格党支部", "办事处", "街道办", "居委会", "村委会")
#: rules whose mentions do not hold all that their body is called
_WITHOUT_CORE = ("organisations.ordinal", "posts.command", "organisations.shared", "organisations.counted")
# Houses and branches that bear the name of the body above in theirs.
_OWN_HOUSES = ("分局", "分院", "分校", "校区", "研究所", "研究院")


# 某县国有资产运营有限公司|（以下简称“国资公司”）: what the article calls a body from here on.
_SHORT_FROM_HERE = re.compile("[（(](?:以下|下文|下)?(?:统称|简称|称)(?:为|作)?[“「]?(?P<short>[一-龥A-Za-z]{2,14})[”」]?[）)]")
_OFFICE_OF_SHORT = re.compile("(?:办公室|党委|党组|党支部|工会|董事会|监事会|管委会|[一-龥]{2,6}(?:组|部|科|处))")
# 某小学的前身是|甲乡乙小学; 某公司，原名|丙厂: what a house was called before.
_FORMERLY = re.compile("(?:的|，其|，该[校院厂]|，)?(?:前身|原名|曾用名)(?:是|为|系|叫|即)?(?:原|当时的)?$")


def _is_one_name(name: str, parent: Referent) -> bool:
    """Whether a body that is named behind the one above it does not name that one by itself: 某大学|第一医院, 县委|政法委."""
    if name.endswith("医院") or (name.endswith("科") and "医院" in name):
        return parent.label.endswith(("大学", "学院"))
    if name.endswith("委员会办公室"):
        return True  # 中央某委员会|办公室
    if name.endswith(("附中", "附小", "附幼")):
        return True  # 某大学|附中
    if name.endswith("学院"):
        return parent.label.endswith(("大学", "学院", "专科学校"))  # 某大学|园艺学院
    return name.endswith(_OWN_HOUSES) or parent.key[2:] in (("委",), ("地委",))


_OF_SCENERY = re.compile(
    "(?:国家级?|省级)?(?:风景名胜区|风景区|景区|旅游区|旅游度假区|自然保护区|国家公园|森林公园|地质公园)(?:管理局|管理委员会|管委会|管理处)"
)


def _runs_scenery(name: str, short: str) -> bool:
    """石林|风景名胜区管理局: a body that is called after its county's short name, and after the scenery that it keeps."""
    return len(short) > 1 and name.startswith(short) and _OF_SCENERY.fullmatch(name, len(short)) is not None


def _acts_for_congress(congress: Referent) -> bool:
    """Whether a congress is not in session (某县第八届人民代表大会): between sessions its standing committee acts for it."""
    if congress.place is None or congress.place.level not in _COMMITTEE_LEVELS or not congress.spans:
        return False
    return all(mention.text.endswith("人大") and "届" not in mention.text for _, mention in congress.spans)


def _form(article: Article, mention: Mention, value: BodyValue) -> str:
    """The body's own part as the page prints it."""
    printed = mention.text.removeprefix("中共")
    if mention.by in _WITHOUT_CORE:
        return value.core  # 县|防汛|总指挥, 甲镇、|乙镇党委的负责人
    if value.anchor is not None and mention.start <= value.anchor.start < mention.end:
        at = value.anchor.end - mention.start
        form = article.text[mention.start + at + value.doubled : mention.end]
        if value.core == "政协" and (form in ("委员会", "委员会常务委员会") or form.startswith("政协第")):
            return "政协"
        if form in ("公安", "交警", "公安机关", "警方") and value.core.startswith("公安"):
            return value.core  # 仙游|公安, 仙游|交警
        if form in CALLED_SHORT:
            return value.core  # 仙游|税务
        return value.core if value.core in ("团委", "少工委") else form  # 共青团某市|委, 某市|团市委
    if mention.by == "organisations.presidium":
        return value.core  # 大会主席团: of which session
    if value.relative and printed.startswith(value.relative):
        form = printed[len(value.relative) + value.doubled :]
        return "政协" if value.core == "政协" and form.startswith("政协第") else form  # 县|政协第十届委员会
    if printed.startswith(("团", "共青团")):
        return "团委"
    return printed


def _town_then(place: Referent, core: str) -> str:
    """龙河镇政府, on a page of when 龙河街道 was still a town: no 街道 has a government or a 党委."""
    if not place.label.endswith("街道") or core not in ("政府", "党委"):
        return ""
    towns = sorted(form for form in place.alt if len(form) > 2 and form.endswith(("镇", "乡")))
    return towns[0] + core if towns else ""


def _named_after(place: Referent, form: str) -> str:
    """The full name of a body: 临朐县委; of a county of two characters with its unit twice, as it is called: 户县县委."""
    if (place.label[-1] in "镇乡" and form.startswith(place.label[-1]) and len(form) > 2) or (
        place.label.endswith("街道") and form.startswith("街道")
    ):
        form = form.removeprefix("街道" if place.label.endswith("街道") else place.label[-1])  # 某镇|镇党委, 某街道|街道办
    if form == "地委" or (form == "委" and place.label.endswith("地区")):
        return place.label.removesuffix("地区") + "地委"
    if form.endswith(("分局", "支队")) and form.find(place.label[:-1], 1) > 0 and len(place.label) > 2:
        return form  # 公安|大东|分局
    if form == "委" and place.label.endswith("自治区"):
        return place.label + "党委"  # 广西壮族自治区党委, as it is called
    doubled = form == "委" and len(place.label) == 2 and place.label[-1] in "县区市旗"
    return place.label + (place.label[-1] if doubled else "") + form


def _by_short_names(place: Referent, form: str) -> tuple[str, ...]:
    """The names of a body by the shorter names of its district that still say what it is: 海北州|政府, 白银乡|党委."""
    unit = place.label[-1]
    return tuple(name + form for name in place.alt if len(name) > 2 and name[-1] == unit and unit in "区县市旗州乡镇")


def _posted(core: str) -> str:
    """A room that sits in an office of its own county, with and without the county's word: 驻|县|林长办检察联络室."""
    match = _POSTED.match(core)
    if match is None or match_department(core, match.end()) is not None or match_department(core, match.end() + 1) is None:
        return core
    return core[: match.end()] + core[match.end() + 1 :]


def _body_key(place: Referent, core: str) -> tuple[str, ...]:
    """The key of a body by its function in a district; the committee of a 地区 is a 地委."""
    core = "地委" if core == "委" and place.label.endswith("地区") else core
    return "body", place.key[-1] if place.code else "/".join(place.key), core


def _is_of_villages(name: str) -> bool:
    """Whether a body's function is one that only villages and communities have."""
    form = match_department(name, 0)
    return form is not None and form[0] == name and form[3] == "v"


def _at(span: tuple[str, Mention]) -> tuple[str, int]:
    return span[0], span[1].start


def _is_bare(value: BodyValue) -> bool:
    """Whether a body is told of by its function alone: no district, no unit, no body before it."""
    return value.anchor is None and value.parent is None and not value.relative and not value.proper


class Bodies:
    """The bodies of one page, article by article in reading order."""

    def __init__(self, page: PageReferents, units: Units, told: Told, seats: Seats, proper: ProperNames) -> None:
        self._page, self._units, self._told, self._seats, self._proper = page, units, told, seats, proper
        self._within: set[tuple[str, tuple[str, int, int]]] = set()  #: mentions of bodies that only begin another's name
        self._former: dict[str, Referent] = {}  #: bodies by the names that they had before
        self._short: dict[tuple[str, str], Referent] = {}  #: bodies by article and by the short name that it gives them

    def resolve_bodies(self, article: Article, mentions: Iterable[Mention]) -> None:
        mentions, inside = list(mentions), []
        units = {m.text: m.value.back for m in mentions if m.by == "organisations.inner" and isinstance(m.value, BodyValue)}
        for mention in mentions:
            if (article.id, mention.key) not in self._page.of:
                value = mention.value
                within = isinstance(value, BodyValue) and (
                    value.back.endswith("|@within") or (value.proper and mention.text in units)
                )
                inside.append(mention) if within else self.resolve_body(article, mention)
        for mention in inside:  # 外语学院、图书馆, of the one university that the report names further on
            assert isinstance(mention.value, BodyValue)
            if mention.value.back:
                self.resolve_body(article, mention)
            else:  # 机材学院, which a list of its university's colleges has too
                self._office_within(article, mention, BodyValue(mention.text, "", back=units[mention.text]))

    def resolve_body(self, article: Article, mention: Mention) -> Referent | None:
        value = mention.value
        assert isinstance(value, BodyValue)
        order = self._page.bodies.setdefault(article.id, [])
        if value.back.endswith("|@within"):
            return self._office_within(article, mention, value)
        if value.back:
            own = mention.text[0] == "我"
            referent = (self._told.writer if own else self._told.last_body)(article, value.back, mention.start)
            if referent is not None:
                self._page.of[(article.id, mention.key)] = referent
                self._page.links.append(
                    Link(f"{article.id}:{mention.start}", f"{referent.label}", Verdict.SAME, "coref.back", 0.9)
                )
            return referent
        known = self._short.get((article.id, mention.text.strip("“”")))
        if known is not None:
            order.append((mention.end, known))
            known.alt.add(mention.text.strip("“”"))
            return self._page.put(article, mention, known)
        if value.anchor is None and not value.relative and value.parent is None and self._short:
            for (told_in, name), holder in self._short.items():  # （以下简称“指挥部”）…|指挥部办公室|主任
                if told_in == article.id and len(name) > 2 and mention.text.startswith(name):
                    office = mention.text[len(name) :]
                    if _OFFICE_OF_SHORT.fullmatch(office) is not None:
                        return self._page.put(article, mention, self.part_of(holder, office, value.subtype))
        formerly = _FORMERLY.search(article.text, max(0, mention.start - 12), mention.start)
        now = self._former.get(mention.text) or (self._renamed(article, mention, value, formerly.start()) if formerly else None)
        if now is not None:
            order.append((mention.end, now))
            return self._page.put(article, mention, now)
        parent = None
        if value.parent is not None:
            held = self._page.get(article, value.parent)
            parent = held or self.resolve_body(article, value.parent)
            if parent is None and value.parent.text.startswith("我") and value.parent.by == "organisations.back":
                return None  # 我校|党委书记甲, where nothing tells which school writes
            if parent is None and mention.text.startswith(_OWN_WORDS):
                return None  # 我院党组: of a court that is told of behind it
            if held is None and parent is not None and _is_one_name(mention.text, parent):
                self._within.add((article.id, value.parent.key))
                if self._within.issuperset((told, span.key) for told, span in parent.spans):
                    parent.articles.clear()  # 州生态环境局|某县分局, 某科学院|某研究所: one name
        bare = parent is None and _is_bare(value)
        if bare and mention.text in ("支部", "临时党支部"):  # 成立某委员会党支部，由甲任|支部|书记
            temporary = mention.text != "支部"
            told = self._told.last_ending(article, "临时党支部" if temporary else "党支部", mention.start, near=not temporary)
            if told is not None:
                self._page.of[(article.id, mention.key)] = told
                return told
        if bare and mention.text in _OF_PARENTS:  # 家委会主任甲: of the school told of before
            school = self._told.last_ending(article, "小学|中学|学校|幼儿园|中心校|完小|一中|二中|三中", mention.start)
            if school is None:
                return None
            council = self.part_of(school, value.core, "Association")
            council.alt.add(mention.text)
            return self._page.put(article, mention, council)
        if bare and mention.text in _OF_STAFF:  # 市检察院机关党委开展活动。|机关党委|书记: of the court
            told = self._told.last_ending(article, mention.text, mention.start)
            if told is not None:
                self._page.of[(article.id, mention.key)] = told
                return told
        homeless = bare and value.core in PARTY_OFFICES and self._page.home(article) is None
        house = self._house_before(article, mention) if homeless or (bare and mention.text in _OF_HOUSES) else None
        if house is None and bare and mention.by == "posts.body" and mention.text in _GROUPS_OF_HOUSES:
            house = self._told.house(article, mention.start)
        if house is not None:  # 某学校举行典礼。|工会|主席甲宣读名单; 某医院开展义诊，|党总支|书记乙参加
            return self._page.put(article, mention, self.part_of(house, mention.text, value.subtype))
        if bare and mention.by == "organisations.bare_village":  # 来到|村委会|: of the village told of
            place = self._units.own_village(article, mention.start)
            if place is None:
                return None
        else:
            place = self._seats.place_of(article, mention, value, parent)
        if bare and place is not None and place.level == "county" and _is_of_villages(mention.text):
            place = self._units.own_village(article, mention.start)  # 村务监督委员会: no county has one
            if place is None:
                return None
        station = self._station(article, mention, place) if bare else None
        if station is not None:
            self._page.of[(article.id, mention.key)] = station
            return station
        told = (
            self._told.last_ending(article, "党支部", mention.start)
            if bare and mention.text == "党支部" and place is not None
            else None
        )
        if told is not None and told.place is place:
            self._page.of[(article.id, mention.key)] = told
            return told  # 某小区红色物业联盟党支部 … 甲也是|党支部|委员
        if (
            bare
            and value.core in _NOT_OF_COUNTIES
            and place is self._page.home(article)
            and place is not None
            and place.level == "county"
        ):
            return None  # 某骑手当选为|支部|书记, 街党委副书记、|办事处|主任: no county has one
        if bare and mention.by == "organisations.bare" and (place is None or place.level not in ("community", "compound")):
            return None  # 党支部|牵头, where no village is told of
        if place is None and parent is None and value.relative in _SMALL_UNITS:
            return None  # 村“两委”, 社区党支部 of no village in particular
        unnamed = place is None and parent is None and value.relative in _TOWN_UNITS
        if unnamed and _OF_EACH.search(article.text, max(0, mention.start - 24), mention.start):
            return None  # 各镇人民政府、|街道办事处
        beside = article.text[mention.start - 1 : mention.start] + article.text[mention.end : mention.end + 1]
        if (unnamed or (bare and place is self._page.home(article))) and not _LEVELS.isdisjoint(beside):
            return None  # “|街道党工委|—社区党委—网格党支部”: levels of a system
        if place is None and parent is None and value.core.startswith("驻村") and mention.text.startswith("驻村"):
            last = self._told.last_ending(article, mention.text, mention.start)
            if last is not None:
                self._page.of[(article.id, mention.key)] = last
            return last
        experts = value.core == "专家组" and not (value.anchor or value.relative or parent)
        of_two = article.text[mention.start - 1 : mention.start] == "、" and self._ends_place(article, mention.start - 1)
        on_road = value.core.endswith(_DELEGATIONS) and not value.core.startswith(("第", *OF_STATE))  # 第七考核组 has its sender
        on_road = on_road and not (value.core.endswith("考核组") and value.relative and len(value.core) > 3)  # 省|脱贫攻坚考核组
        if (on_road and (value.anchor is None or of_two)) or (
            experts and self._told.last_ending(article, mention.text, mention.start) is None
        ):
            return None  # 调研组, 县党政考察团, 甲县、|乙县考察团: some people on the road
        if value.core == "专家团" and place is not None and place.level in ("province", "prefecture"):
            return None  # 上海|专家团: experts from there
        if value.subtype == "Association" and not (value.proper or value.anchor or value.relative or parent):
            last = self._told.last_ending(article, mention.text, mention.start)  # 同乡会|名誉会长: of the one told of
            if last is not None:
                self._page.of[(article.id, mention.key)] = last
                return last
        force = value.subtype == "TaskForce" and value.anchor is None and not value.relative and parent is None
        if force and (mention.text in _BARE_FORCE or len(mention.text) > 4):  # 联合|执法检查组 again
            last = self._told.last_ending(article, mention.text, mention.start)
            same = mention.text in _BARE_FORCE or mention.text.endswith("工作队")  # a team is sent to one place
            if last is not None and last.place is not None and last.label.endswith(mention.text):
                same = same or last.label.removesuffix(mention.text) != last.place.label  # 监督指导|领导小组: the end of it
            if last is not None and (same or last.place is self._units.actor_place(article, mention.start)):
                last.alt.update([mention.text] if len(mention.text) > 8 else ())
                self._page.of[(article.id, mention.key)] = last
                return last
        unit = next((unit for unit in "县区市旗" if unit + mention.text in article.text), "") if force else ""
        if unit and not value.proper:  # 听取|防汛指挥部|汇报。随后到县防汛指挥部: the county's, whatever town was named last
            whole = self._units.unit(article, unit, mention.start, said=False)
            place = whole if whole is not None and whole is self._page.home(article) else place
        if value.proper and mention.text.endswith("地委") and (committee := self._of_prefecture(article, mention)) is not None:
            referent = committee
        elif value.proper and value.anchor is None and not value.relative and parent is None:
            referent = self._of_town(mention, value) or self._proper.named(article, mention, value)
        else:
            referent = self._body(article, mention, value, place, parent)
        if referent is None:
            return None
        self._page.put(article, mention, referent)
        short = _SHORT_FROM_HERE.match(article.text, mention.end)
        if short is not None:
            self._short[(article.id, short["short"])] = referent
        if mention.text[0] != "该" and mention.text[:2] not in _OWN_WORDS and mention.by not in _WITHOUT_CORE:
            referent.alt.add(mention.text)
        if formerly is None:
            order.append((mention.end, referent))  # 甲局的前身是|乙局: what follows is told of the first
        return referent

    def _renamed(self, article: Article, mention: Mention, value: BodyValue, behind: int) -> Referent | None:
        """东风小学|的前身是某乡红星小学: the house of today, told of right before, which goes by its old names from here on."""
        told = self._page.bodies.get(article.id, ())
        if not told or told[-1][0] != behind or value.subtype not in _HOUSES:
            return None
        now = told[-1][1]
        if now.subtype not in _HOUSES or now.label == mention.text:
            return None
        names = {mention.text, value.core} if len(value.core) > 3 else {mention.text}
        now.alt |= names
        self._former.update(dict.fromkeys(names, now))
        return now

    def resolve_implied(self, article: Article, place: Referent, core: str, mention: Mention) -> Referent:
        """The body that a title implies (区长: the government); it is named by its title."""
        if core in PARTY_OFFICES and place.level in _COMMITTEE_LEVELS:
            referent = self._party_office(place, core, core)
            referent.articles.add(article.id)
            referent.spans.append((article.id, mention))
            return referent
        if core == "政府" and place.label.endswith(("盟", "地区")):
            core = "行署"  # 兴安盟|盟长
        for_key = _body_key(place, core)
        subtype = "PartyBody" if core in ("委", "党委", "党工委") else "GovernmentBody"
        referent = self._page.make(for_key, Kind.ORGANISATION, _town_then(place, core) or _named_after(place, core), subtype)
        referent.place = referent.place or place
        referent.articles.add(article.id)
        referent.alt.update((referent.label, *_by_short_names(place, core)))
        if not any(a == article.id for a, _ in referent.spans):
            referent.spans.append((article.id, mention))
        return referent

    def retell(self, article: Article, mention: Mention, other: Referent) -> None:
        """A body that its title shows to be another: 区人大|主任 heads the standing committee."""
        known = self._page.of.get((article.id, mention.key))
        if known is None or known is other:
            return
        known.spans = [span for span in known.spans if span != (article.id, mention)]
        other.alt.add(mention.text)
        other.spans.append((article.id, mention))
        self._page.of[(article.id, mention.key)] = other
        if not any(id_ == article.id for id_, _ in known.spans):
            known.articles.discard(article.id)

    def join_short(self) -> None:
        """A body by a short form is the one that the page names in full; two of one name are one."""
        named: dict[tuple[str, int], Referent] = {}
        for key, short in list(self._page.referents.items()):
            if key not in self._page.referents:
                continue  # joined with another before
            whole = self._whole_proper(short) if key[0] == "proper" else None
            if whole is not None:
                self._join(key, short, whole)
            if key[0] != "body":
                continue
            if (whole := self._told_below(short)) is not None:
                self._join_below(key, short, whole)
                continue
            whole = self._whole(key, short) if len(key) == 3 else None
            if whole is not None and (key[2] != "人大" or _acts_for_congress(short)):
                self._join(key, short, whole)
            elif short.place is not None:  # 某办指挥部, found as one body and as the headquarters of its office
                twin = named.setdefault((short.label, id(short.place)), short)
                if twin is not short:
                    self._join(key, short, twin)

    def _whole(self, key: tuple[str, ...], short: Referent) -> Referent | None:
        """县医院 is the 县人民医院 that the page has too, 某县人大 its standing committee, 省督导组 the 省安委会第三督导组."""
        whole = _WHOLE.get(key[2], "")
        if key[2] == "委" and short.place is not None and short.place.level == "township":
            whole = "党委"  # 某镇委, as towns of the south call it
        known = self._page.referents.get((*key[:2], whole)) or self._branch_of_city(key[2], short)
        if known is None and key[2].endswith("法庭"):
            known = self._told_with_body(short)  # 某县威戎法庭
        return known or self._whole_group(key[2], short) or self._whole_force(key[2], short)

    def _whole_proper(self, short: Referent) -> Referent | None:
        """What a body with a name of its own is in full, where the page tells that."""
        branch = self._proper.full_branch(short.label) or self._only_branch(short)
        return branch if branch is not None and branch is not short else self._told_with_body(short)

    def _branch_of_city(self, core: str, short: Referent) -> Referent | None:
        """翠屏市场监管分局 is the 某市市场监管局|翠屏分局 that the page has too: of the same district and the same function."""
        if short.place is None or not any(mention.text.endswith("分局") for _, mention in short.spans):
            return None
        told = [
            referent
            for key, referent in self._page.referents.items()
            if key[0] == "body"
            and len(key) == 4
            and key[2] == core
            and key[3].endswith("分局")
            and referent.place is short.place
            and referent.articles & short.articles
        ]
        return told[0] if len(told) == 1 else None

    def _only_branch(self, short: Referent) -> Referent | None:
        """翠屏分局|巡警大队, beside 翠屏公安分局: the one branch of that district that an article tells of in full."""
        name = short.label.removesuffix("分局")
        where = {id_ for id_, _ in short.spans}  # a body whose name only begins another's is in no article
        if name == short.label or not 2 <= len(name) <= 4:
            return None
        told = [
            referent
            for referent in self._page.referents.values()
            if referent is not short
            and referent.kind is Kind.ORGANISATION
            and referent.place is not None
            and referent.place.label in (name, name + "区", name + "县", name + "市")
            and referent.label.endswith("分局")
            and referent.articles & where
        ]
        return told[0] if len(told) == 1 and "公安" in told[0].label else None

    def _told_with_body(self, short: Referent) -> Referent | None:
        """柳圩法庭 in the headline, 某县人民法院柳圩人民法庭 in the text: the one office of that name with its body's."""
        name = short.label
        if name[0] in "省市县区" and len(name) > 5:  # “省某协会志愿服务队”, told of without marks as the province's
            same = [r for r in self._page.referents.values() if r is not short and r.subtype == short.subtype and name in r.alt]
            return same[0] if len(same) == 1 else None
        if len(name) < (4 if name.endswith(_SHORT_OFFICES) else 5) or not name.endswith(_OFFICES):
            return None
        court = name.endswith("法庭")
        told = [
            referent
            for referent in self._page.referents.values()
            if referent.subtype == short.subtype
            and (
                is_tribunal(name, referent.label)
                if court
                else referent.label.endswith(name) and _HELD_BY.match(referent.label[: -len(name)])
            )
        ]
        return told[0] if len(told) == 1 and told[0] is not short else None

    def join_renamed(self, article: Article, mentions: Iterable[Mention]) -> None:
        """柳家小学更名为|某某希望小学: a house or a company by its old name and its new one."""
        if "名为" not in article.text:
            return
        ends = {mention.end: mention for mention in mentions}
        for match in _RENAMED.finditer(article.text):
            old = self._page.get(article, ends.get(match.start()))
            later = (mention for mention in ends.values() if 0 <= mention.start - match.end() + 1 <= 1)
            new = self._page.get(article, next(later, None))
            if old is None or new is None or old is new or old.subtype != new.subtype or old.subtype not in _HOUSES:
                continue
            if new.key[0] == "proper":
                self._join(new.key, new, old)

    def _told_below(self, short: Referent) -> Referent | None:
        """政研室, which reads as the county committee's: the one office of that name told of before behind another body's."""
        forms = {mention.text for _, mention in short.spans if isinstance(mention.value, BodyValue) and _is_bare(mention.value)}
        form = next(iter(forms), "")
        if (
            short.subtype != "PartyBody"
            or len(forms) != 1
            or len(form) < 3
            or any(mention.text != form for _, mention in short.spans)
        ):
            return None
        told = [
            referent
            for referent in self._page.referents.values()
            if referent is not short
            and referent.parent is not None
            and referent.label == referent.parent.label + form
            and referent.articles & short.articles
            and _HELD_BY.match(referent.parent.label)
            and min(map(_at, referent.spans)) < min(map(_at, short.spans))
        ]
        return told[0] if len(told) == 1 else None

    def _join_below(self, key: tuple[str, ...], short: Referent, whole: Referent) -> None:
        """Make one of an office that was taken for the county's and the one that it is, with the offices below both."""
        wrong = short.label
        short.alt = {mention.text for _, mention in short.spans}
        below = [(k, office) for k, office in self._page.referents.items() if office.parent is short]
        self._join(key, short, whole)
        for below_key, office in below:
            own = {name for name in office.alt if not name.startswith(wrong)}
            office.alt = own | {mention.text for _, mention in office.spans}
            twin = next((r for r in self._page.referents.values() if r is not office and r.label == office.label), None)
            if twin is not None:
                self._join(below_key, office, twin)

    def _join(self, key: tuple[str, ...], short: Referent, whole: Referent) -> None:
        """Make one body of two."""
        for at, referent in list(self._page.of.items()):
            if referent is short:
                self._page.of[at] = whole
        whole.alt.update(short.alt)
        whole.spans += short.spans
        whole.articles |= short.articles
        whole.parent = whole.parent or (short.parent if short.parent is not whole else None)
        for office in self._page.referents.values():
            if office.parent is short:
                office.parent = whole
                if key[-1] != "人大" and whole.label != short.label:
                    office.alt.add(office.label)
                    office.label = whole.label + office.label.removeprefix(short.label)
        del self._page.referents[key]

    def _whole_group(self, core: str, short: Referent) -> Referent | None:
        """The one group of an article that is sent by the same district or a body of it, and told of in full."""
        if core not in _SENT_GROUPS or short.place is None:
            return None
        groups = [
            referent
            for referent in self._page.referents.values()
            if referent.kind is Kind.ORGANISATION
            and referent is not short
            and referent.label.endswith(core)
            and referent.place is short.place
            and referent.articles & short.articles
        ]
        return groups[0] if len(groups) == 1 else None

    def _whole_force(self, core: str, short: Referent) -> Referent | None:
        """防控领导小组 is the 新冠肺炎疫情防控工作领导小组 of the same district, where one alone is called so."""
        form = next((form for form in _FORCES if core.endswith(form)), "")
        named = core.removesuffix(form).removesuffix("工作")
        if not form or len(named) < 2 or short.place is None:
            return None
        told = [
            referent
            for key, referent in self._page.referents.items()
            if key[0] == "body"
            and len(key) == 3
            and referent is not short
            and referent.place is short.place
            and referent.articles & short.articles
            and key[2].endswith(form)
            and len(key[2]) > len(core)
            and key[2].removesuffix(form).removesuffix("工作").endswith(named)
        ]
        return told[0] if len(told) == 1 else None

    def part_of(self, holder: Referent, core: str, subtype: str) -> Referent:
        """A body inside another one: its party committee, an office of it."""
        referent = self._page.make((*holder.key, core), Kind.ORGANISATION, holder.label + core, subtype)
        referent.place, referent.parent = referent.place or holder.place, holder
        referent.alt.update(name + core for name in (holder.label, *holder.alt) if len(name) > 3)
        return referent

    def named_in_margin(self, name: str, article: Article, line: tuple[int, int, str]) -> None:
        """A body of the page's own district that a source line names: it is no body of any article's text.

        ``line``: where the line begins and ends on the page, and its text.
        """
        home = self._page.home(article)
        for outer in around(home) if home is not None else ():
            name = name.removeprefix(outer.label)  # 合肥市|包河区委宣传部
        if home is not None and any(_runs_scenery(name, short) for short in home.alt):
            bureau = self._page.make(("proper", name), Kind.ORGANISATION, name, "GovernmentBody")
            bureau.articles.add(article.id)
            bureau.place = bureau.place or home
            self._page.margins.setdefault(bureau.key, (article.id, *line))
            return
        own = next((form for form in (home.label, *home.alt) if len(form) > 2 and name.startswith(form)), "") if home else ""
        form = match_department(name, len(own)) if own else None
        if home is None or form is None or len(own) + len(form[0]) != len(name):
            return
        if form[1] in PARTY_OFFICES and home.level in _COMMITTEE_LEVELS:
            known = self._party_office(home, form[1], form[0])
        else:
            key = _body_key(home, form[1])
            known = self._page.referents.get(key) or self._page.make(key, Kind.ORGANISATION, name, form[2])
        known.alt.add(name)
        known.articles.add(article.id)
        known.place = known.place or home
        self._page.margins.setdefault(known.key, (article.id, *line))

    def _house_before(self, article: Article, mention: Mention) -> Referent | None:
        """The school, hospital or company that an article told of last, and not long before."""
        told = self._page.bodies.get(article.id)
        if not told:
            return None
        end, house = told[-1]
        near = 0 <= mention.start - end < _NEAR_HOUSE
        return house if near and house.subtype in ("PublicInstitution", "Enterprise") else None

    def _station(self, article: Article, mention: Mention, place: Referent | None) -> Referent | None:
        """西塔派出所 … 派出所民警甲: the station told of last, where it is called after the town that a bare one is of."""
        if mention.text not in ("派出所", "司法所", "卫生院", "中心校", "财政所", "税务所", "供电所", "法庭"):
            return None
        told = self._told.last_ending(article, mention.text, mention.start)
        within = told is not None and told.key[0] == "body"  # 某县公安局|某派出所
        of_town = told is not None and told.place is not None and told.place.level == "township"  # 某镇卫生院
        if told is None or told.label == mention.text or (within and len(told.key) < 4 and not of_town):
            return None
        if within and of_town and len(told.key) < 4:
            return told
        own = told.key[-1] if within else told.label
        near = place is None or place.level != "township" or own[:2] == place.label[:2]
        return told if near else None

    def _of_town(self, mention: Mention, value: BodyValue) -> Referent | None:
        """东城|党工委, 东城|禁毒办 on a page that names 东城街道: its offices, called without 街道."""
        if value.subtype not in ("PartyBody", "GovernmentBody") or not mention.text.endswith(_TOWN_ENDS):
            return None
        town = self._seats.place_by_part(mention.text)
        part = CORE.sub("", town.label) if town is not None and town.level == "township" else ""
        if town is None or not part or mention.text.startswith(town.label):
            return None
        form = match_department(mention.text, len(part))
        if form is None or len(part) + len(form[0]) != len(mention.text):
            return None
        referent = self._page.make(_body_key(town, form[1]), Kind.ORGANISATION, town.label + form[0], form[2])
        referent.place = referent.place or town
        return referent

    def _of_prefecture(self, article: Article, mention: Mention) -> Referent | None:
        """喀什|地委 is the committee of 喀什地区, and names it."""
        name = mention.text.removeprefix("中共")
        places = gazetteer().by_name.get(f"{name[:-1]}区", ()) if name.endswith("地委") else ()
        places = tuple(place for place in places if place.level == "prefecture")
        if len(places) != 1:
            return None
        prefecture = self._page.listed(places[0].code)
        prefecture.articles.add(article.id)
        prefecture.spans.append((article.id, mention))
        referent = self._page.make(_body_key(prefecture, "地委"), Kind.ORGANISATION, name, "PartyBody")
        referent.place = referent.place or prefecture
        return referent

    def _ends_place(self, article: Article, position: int) -> bool:
        return any(end == position for end, _ in self._page.order.get(article.id, []))

    def _office_within(self, article: Article, mention: Mention, value: BodyValue) -> Referent | None:
        """护理部 is the last hospital's; an office of nobody is no body."""
        kinds = value.back.removesuffix("|@within")
        holder = self._told.last_ending(article, kinds, mention.start)
        if holder is None and mention.by in ("organisations.inner", "organisations.own_group"):
            holder = self._told.only_ending(article, kinds)
        for chamber, units in (("人大", "congress_units"), ("政协", "conference_units")):
            if value.core in seeds.word_list(units):
                near = self._told.last_ending(article, f"委|委员会|室|{chamber}", mention.start)
                holder = near if near is not None and chamber in near.label else holder  # 财经工委主任甲、|代表工委|主任乙
        if holder is None:
            return None
        if holder.place is not None and holder.label.removeprefix(holder.place.label).startswith(("人大", "政协")):
            return self._page.put(article, mention, self._of_chamber(holder, holder.place, value.core, mention.text))
        squad = value.core.endswith("大队") and holder.place is not None and holder.label.endswith(("公安局", "分局"))
        known = self._page.referents.get(_body_key(holder.place, value.core)) if squad and holder.place is not None else None
        if known is not None:
            return self._page.put(article, mention, known)  # told of before as the county's: 某县交警大队
        kind = "PartyBody" if value.core.startswith("党") else holder.subtype
        referent = self.part_of(holder, value.core, "TaskForce" if value.subtype == "TaskForce" else kind)
        if squad and holder.place is not None:
            referent.alt.add(holder.place.label + value.core)
        referent.alt.add(mention.text)
        return self._page.put(article, mention, referent)

    def _of_chamber(self, holder: Referent, place: Referent, core: str, form: str) -> Referent:
        """市人大常委会委员、|法制委|副主任委员: committees are of the congress, working committees of its standing committee."""
        own = holder.label.removeprefix(place.label)
        of_standing = own.startswith("人大") and not (
            core.endswith(("委", "委员会")) and not core.endswith(("工委", "工作委员会"))
        )
        name = own[:2] + "常委会" * of_standing + core
        referent = self._page.make(_body_key(place, name), Kind.ORGANISATION, place.label + name, holder.subtype)
        inside = own not in ("人大", "人大常委会", "政协")  # beside another of its committees
        referent.place, referent.parent = referent.place or place, referent.parent or (holder.parent if inside else holder)
        referent.alt.add(form)
        return referent

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
            referent = self._proper.named(article, mention, value)
            if referent.place is None and place is not None and place.level not in ("province", "prefecture"):
                referent.place = place
            if place is not None and place.level in ("township", "community", "zone") and len(value.core) > 3:
                referent.alt.add(value.core)  # 某镇|宝江公司
            return referent
        if parent is not None:
            key: tuple[str, ...] = (*parent.key, _TRIBUNAL.sub("人民法庭", _posted(value.core)))
            tail = (
                printed[value.parent.end - mention.start :]
                if value.parent is not None and value.parent.start == mention.start
                else value.core
            )
            tail = value.core if tail[1:] == value.core and tail[0] == parent.label[-1] else tail  # 某法院|院党组
            label = parent.label + tail
        elif place is not None and value.core == "党委" and place.level in _COMMITTEE_LEVELS and place.code:
            key, form = _body_key(place, "委"), "委"  # 某区党委 is 某区委
            label = _named_after(place, form)
        elif place is not None and value.core in PARTY_OFFICES and place.level in _COMMITTEE_LEVELS:
            form = _form(article, mention, value)
            return self._party_office(place, value.core, form)
        elif place is not None:
            form = _form(article, mention, value)
            whole = self._page.referents.get(("proper", place.label + form)) if value.proper and value.relative else None
            if whole is not None:
                return whole  # 省|地质公司, told of before as 江西省地质公司
            key = _body_key(place, value.core)
            label = _named_after(place, form)
            if mention.by == "organisations.party":  # 民进|市委会
                label = printed.replace(value.relative, place.label, 1) if value.anchor is None else printed
        else:
            form = _form(article, mention, value)
            key = ("body", "", value.relative + value.core)  # 市委 and 县委 are two, whosever they are
            label = printed
        of_that = parent is not None and value.parent is not None and isinstance(value.parent.value, BodyValue)
        subtype = value.subtype
        if of_that and not subtype and parent is not None:
            subtype = "PartyBody" if value.core.startswith("党") else parent.subtype  # 该局|禁毒大队
        referent = self._page.make(key, Kind.ORGANISATION, label, subtype)
        referent.place = referent.place or place
        referent.parent = referent.parent or parent
        referent.alt.update((label, label.replace("人民政府", "政府")))
        if value.subtype == "Enterprise" and place is not None and place.level in ("province", "prefecture") and parent is None:
            referent.alt.update(name + form for name in place.alt if len(name) > 1)  # 安徽|农垦集团
        if value.core == "村委会" and place is not None:
            referent.alt.update((label.replace("村村委会", "村委会"), place.label + "村委会"))
        if mention.by == "organisations.national" and parent is None:  # 国家税务总局|某县税务局
            referent.label = mention.text
        chain = self._whole_chain(article, mention, place) if parent is None and value.anchor is not None else ""
        if chain:
            referent.alt.add(chain + printed)  # 嘉禾县|石桥镇村尾小学
        named = value.proper and place is not None and place.level in ("township", "community") and len(value.core) > 3
        if named and parent is None and value.subtype == "PublicInstitution":
            referent.alt.add(value.core)  # 某社区|某某烈士纪念馆, 某镇|油江小学
        if place is not None and parent is None:
            referent.alt.update((place.label + form, _named_after(place, value.core)))
            referent.alt.update((*_by_short_names(place, form), *_by_short_names(place, value.core)))
        elif parent is not None and parent.place is not None:  # 某县人民政府|党组 is 某县政府党组 too
            forms = (parent.place.label, *(form for form in parent.place.alt if len(form) > 1))
            referent.alt.update(name + tail for name in parent.alt if name.startswith(forms))  # 某公安分局|党委
        return referent

    def _whole_chain(self, article: Article, mention: Mention, place: Referent | None) -> str:
        """The county that stands right before a body of one of its towns, as the page prints it; else empty."""
        if place is None or place.level not in ("township", "community"):
            return ""
        county = next((outer for outer in around(place) if outer.level == "county"), None)
        forms = (county.label, *(form for form in county.alt if len(form) > 2)) if county is not None else ()
        return next((form for form in forms if article.text.endswith(form, 0, mention.start)), "")

    def _party_office(self, place: Referent, core: str, form: str) -> Referent:
        """松江区统战部 is the united front department of the district's party committee: 松江区委统战部."""
        above = self._page.make(
            _body_key(place, "委"),
            Kind.ORGANISATION,
            _named_after(place, "委"),
            "PartyBody",
        )
        above.place = above.place or place
        above.alt.add(above.label)
        form = form.removeprefix("委")  # 周口市|委组织部, as the list of departments has it
        referent = self._page.make((*above.key, core), Kind.ORGANISATION, f"{above.label}{form}", "PartyBody")
        referent.place, referent.parent = referent.place or place, above
        doubled = f"{place.label}{place.label[-1]}委{form}"  # 陇县县委组织部
        referent.alt.update((place.label + form, referent.label, *((doubled,) if len(place.label) == 2 else ())))
        return referent


__all__ = ["Bodies"]
