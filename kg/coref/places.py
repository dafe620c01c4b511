"""Places: the districts that one page names, each in the next larger one.

草堂镇 is 户县草堂镇, which the page named in full; 甲镇车田村 and 乙乡车田村 are two; 六段屯 is told of as 六段瑶寨 too;
a village alone lies in the town whose list has it, or in the one told of right before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.coref.referents import CORE, PageReferents, Referent, holds, lay
from kg.coref.units import Units
from kg.coref.zones import APART, Zones
from kg.extract.base import BodyValue, Found, PlaceValue, sentence_at
from kg.gazetteer import LEVELS, Place, gazetteer, villages_of_town
from kg.listed import COMMON_NOUNS
from kg.model import Article, Kind, Mention

_BESIDE = re.compile("(?:、|以及|[和与及])[^，。；！？：\\n”]{0,60}$")
_NUMBERED = re.compile("(?P<own>[一-龥]{2,4}?)第?[一二三四五六七八九十]{1,2}村")
_FRAME = re.compile("(?:在|来到|走进)[一-龥]{2,12}，")
_LIES = re.compile("，?(?:就|正|则)?(?:位于|坐落于|坐落在|地处|位处)")
# 某工业园|是|某县|一个重点引资项目: whose project a park is said to be.
_ITS_PROJECT = re.compile("的?(?:一[个项家])?[^，。；的]{0,6}的?[^，。；的]{0,6}?项目(?=[，。；])")
_HAMLETS = ("屯", "寨", "自然村", "小组")  #: endings of places that a village holds
_HAMLET_END = re.compile("(?:[苗侗瑶壮彝水藏羌]寨|寨子?|屯|自然村)$")
_OF_STAFF = ("宿舍", "家属院", "家属楼", "家属区")
_INSIDE = ("的", "里的", "内的", "境内的")  #: between a place and one that lies in it
_JOINED_BY = 2  #: characters at most between two places of a list
_OF_COMMITTEE = ("委会", "民委员会", "村委会", "村民委员会")  #: between a village and one that its committee holds


def _hamlet_core(name: str) -> str:
    """六段 of 六段屯 and 六段瑶寨; empty for what is no hamlet."""
    core = _HAMLET_END.sub("", name)
    return core if core != name and len(core) > 1 else ""


def _is_of_neighbour(holder: Referent, value: PlaceValue) -> bool:
    """Whether the lists have a town in another county of the same city, and not in this one."""
    bearers = [place for place in gazetteer().by_name.get(value.name, ()) if place.level == "township"]
    if not holder.code or holder.level != "county" or any(gazetteer().within(place.code, holder.code) for place in bearers):
        return False
    return any(place.code[:4] == holder.code[:4] for place in bearers) and holder.code[4:] != "00"


def _lists(holder: Referent, value: PlaceValue) -> bool:
    """Whether a town's list has a village, or a compound bears its community's name."""
    if holder.level == "township":
        return value.level == "community" and bool(holder.code) and value.name in villages_of_town(holder.code)
    core = CORE.sub("", holder.label)
    return value.level == "compound" and holder.level == "community" and len(core) > 1 and CORE.sub("", value.name) == core


def _is_beside(text: str, end: int, position: int) -> bool:
    """Whether a place that ends at ``end`` stands in one list with one at ``position``: none of the two holds the other."""
    return position - end <= 62 and _BESIDE.match(text, end, position) is not None


def _only_in_name(found: Found, mention: Mention, value: PlaceValue, home: str) -> bool:
    """A province or city that only begins a company's, a project's or a newspaper's name is not itself named."""
    project = found.covering(Kind.INITIATIVE, mention.start)
    if value.level == "zone" and not value.code:
        if found.ending_at(Kind.DISTRICT, mention.start - 1) is not None and found.article.text[mention.start - 1] == "的":
            return False  # 位于某镇|的|智能装备产业园项目
        return project is not None and project.end > mention.end
    if value.level == "county" and mention.by == "districts.short" and value.code and value.code != home:
        return project is not None and project.end > mention.end  # “涪城英才”引育计划, of another county
    if value.level not in ("province", "prefecture"):
        return False
    body = found.covering(Kind.ORGANISATION, mention.start)
    if body is not None and body.end > mention.end and isinstance(body.value, BodyValue) and body.value.proper:
        return True
    return project is not None and project.end > mention.end


def _larger(outer: Referent, inner: Referent) -> bool:
    if outer.level == inner.level == "community":
        return inner.label.endswith(_HAMLETS) and not outer.label.endswith(_HAMLETS)
    if outer.level == inner.level == "compound" or inner.level == "zone":
        return outer.level != "compound"
    return LEVELS.index(outer.level) < LEVELS.index(inner.level)


def _is_another(holder: Referent, known: Referent) -> bool:
    """Whether a village right after its town is not the one of the same name that stands right after another town."""
    towns = holder.level == "township" and known.place is not None and known.place.level == "township"
    return towns and known.stated is not None and known.place is not holder


def _is_elsewhere(holder: Referent, value: PlaceValue) -> bool:
    """Whether the lists have a village in another town of the county, and not in this one."""
    if not holder.code or value.level != "community" or _lists(holder, value):
        return False
    place = gazetteer().by_code[holder.code]
    towns = gazetteer().children(place.parent)
    return any(value.name in villages_of_town(town.code) for town in towns if town.level == "township")


def _is_estate(left: str, right: str) -> bool:
    """湖滨花园小区, and 湖滨花园 in a list."""
    short, long = sorted((left, right), key=len)
    return len(short) > 2 and long == short + "小区"


def _listed_together(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The places of each list that stands before one word for all: 甲、乙、丙|等5个村."""
    run: list[Mention] = []
    for mention in mentions:
        if mention.by != "districts.counted":
            continue
        if run and mention.start - run[-1].end > _JOINED_BY:
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


# 近日，某县|某镇|召开会议: what the town of a report does in its first clause.
_ACTS_HERE = re.compile(
    "(?:党委|党工委|政府|人民政府|办事处|纪委|人大|残疾人联合会|残联|妇联|妇女联合会|总工会|工会|团委|商会|中心学校|中心小学|卫生院|派出所|司法所)?(?:也|正在|正|积极|迅速|及时|连夜|紧急|扎实|认真|隆重|组织|集中|深入|全面|持续|成功)*"
    "(?:组织|召开|举行|举办|开展|进行|启动|部署|传达|学习|邀请|联合|推进|落实|成立|对|就|围绕|为|在|以|把|将)(?![的县区市])"
)


def _acting_town(article: Article, mentions: Sequence[Mention]) -> Mention | None:
    """The town that acts in the first clause of a report: 3月1日，某县|某镇|召开会议."""
    for mention in mentions:
        if mention.start < article.body:
            continue
        gap = article.text[article.body : mention.start]
        value = mention.value
        if len(gap) > _EARLY or "。" in gap or not isinstance(value, PlaceValue):
            return None
        if value.level == "township" and not value.relative:
            return mention if _ACTS_HERE.match(article.text, mention.end) is not None else None
    return None


_EARLY = 40  #: characters of a report before the town that it is about: byline, dateline, day, county


class Places:
    """The districts of one page, article by article in reading order."""

    def __init__(self, page: PageReferents, units: Units, zones: Zones) -> None:
        self._page, self._units, self._zones, self.context = page, units, zones, page.context
        self._alone: dict[str, frozenset[str]] = {}  #: names of places that stand somewhere without a smaller one behind them

    def resolve_places(self, article: Article, found: Found) -> None:
        mentions = found.of(Kind.DISTRICT)
        order = self._page.order.setdefault(article.id, [])
        self._find_focus(article, mentions)
        previous: Mention | None = None
        lying: tuple[Referent, Mention] | None = None
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
            gap = article.text[previous.end : mention.start] if previous is not None else "-"
            if not gap or (gap in _INSIDE and not value.code and value.level in ("zone", "compound", "community")):
                holder = self._page.get(article, previous)  # 某村|的|农业示范园
            if value.relative:
                said, ours = mention.text[0] == "该", mention.text[0] == "我"
                referent = self._units.unit(article, value.relative, mention.start, said=said, ours=ours)
            elif value.code:
                referent = self._listed_named(article, value, mention)
            else:
                referent = self._named_place(article, value, mention, shared.get(mention.start) or holder)
            if referent is None:
                previous = None
                continue
            if _only_in_name(found, mention, value, self.context.home_of(article)):
                self._page.of[(article.id, mention.key)] = referent
            else:
                self._page.put(article, mention, referent)
            if not value.relative:
                referent.named = True
                if mention.text not in COMMON_NOUNS or referent.level == "zone":
                    referent.alt.add(mention.text)
            inner = (  # a town's zone after its county: 邓州市|构林镇工业园区
                holder is not None
                and referent.level == "zone"
                and referent.place is not None
                and referent.place is not holder
                and holds(holder, referent.place)
            )
            guessed = mention.by == "districts.short" and holder is not None and not holds(holder, referent)
            nearer = referent.stated is not None and referent.place is not None and referent.place is not holder
            inner = inner or (nearer and holder is not None and referent.place is not None and _larger(holder, referent.place))
            if holder is not None and holder is not referent and not inner and not guessed and _larger(holder, referent):
                lay(referent, holder)  # 成都|嘉陵商会: no district of the city
                referent.stated = (article.id, mention)
            if previous is not None and article.text[previous.end : mention.start] in _OF_COMMITTEE:
                village = self._page.get(article, previous)
                if village is not None and village is not referent and village.level == referent.level == "community":
                    lay(referent, village)  # 文蛟村|委会|文多村
                    referent.stated = (article.id, mention)
            if gap == "是" and referent.level == "county" and _ITS_PROJECT.match(article.text, mention.end):
                gap = "位于"
            lying = self._lay_told(article, previous, referent, gap, lying)
            order.append((mention.end, referent))
            previous = mention
        for run in _listed_together(mentions):
            self._lay_together([r for mention in run if (r := self._page.get(article, mention)) is not None])

    def _lay_together(self, villages: Sequence[Referent]) -> None:
        """甲、乙、丙|3个村: where a town has most of a list, and no other town any, it has all of it."""
        towns = {id(r.place): r.place for r in villages if r.place is not None and r.place.level == "township"}
        town = next(iter(towns.values())) if len(towns) == 1 else None
        rest = [r for r in villages if r.place is not town]
        if town is None or 2 * len(rest) >= len(villages) or any(r.level != "community" for r in villages):
            return
        for village in rest:
            if village.stated is None and village.place is town.place:
                lay(village, town)

    def _lay_told(
        self, article: Article, previous: Mention | None, referent: Referent, gap: str, lying: tuple[Referent, Mention] | None
    ) -> tuple[Referent, Mention] | None:
        """园区|位于|某区|某街道: lay a small place where the page says that it lies; what is still told of so."""
        if gap and previous is not None:
            inner = self._page.get(article, previous) if _LIES.fullmatch(gap) else None
            lying = (inner, previous) if inner is not None and not inner.code else None
        if (
            lying is not None
            and _larger(referent, lying[0])
            and (lying[0].stated is None or holds(lying[0].place or referent, referent))
        ):
            lay(lying[0], referent)
            lying[0].stated = (article.id, lying[1])
        return lying

    def _shared_counties(self, mentions: Sequence[Mention]) -> dict[int, Referent]:
        """The county of each town of a list under one word that no list has: that of those beside it that one has."""
        shared: dict[int, Referent] = {}
        for run in _listed_together(mentions):
            codes = [m.value.code for m in run if isinstance(m.value, PlaceValue) and m.value.code]
            county = gazetteer().ancestor(codes[0], "county") if codes else None
            if county is not None:
                shared.update((m.start, self._page.listed(county.code)) for m in run)
        return shared

    def _is_brand(self, article: Article, found: Found, mention: Mention, value: PlaceValue) -> bool:
        """Whether a county's short name is only what a firm of another province is called by."""
        home = self._page.home(article)
        if value.level != "county" or not value.code or home is None or not home.code or home.code[:2] == value.code[:2]:
            return False
        body = found.covering(Kind.ORGANISATION, mention.start)
        firm = body.value if body is not None and body.start == mention.start and body.end > mention.end else None
        if not isinstance(firm, BodyValue) or firm.subtype != "Enterprise" or not firm.proper:
            return False
        text, name = self.context.page.text, mention.text
        return text.count(name) == text.count(body.text if body is not None else name)

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
        acting = focus or _acting_town(article, mentions)
        if acting is not None and isinstance(acting.value, PlaceValue):
            told = self._page.foci if focus is not None else self._page.hosts
            told[article.id] = (
                self._named_place(article, acting.value, acting, None)
                if not acting.value.code
                else self._page.listed(acting.value.code)
            )

    def _listed_named(self, article: Article, value: PlaceValue, mention: Mention) -> Referent:
        referent = self._page.listed(value.code)
        home = self._page.home(article)
        if referent.stated is not None:
            return referent  # 户县|草堂镇: what the page says goes before the lists
        own = self._own_town(value, home) if value.level == "township" and home is not None else None
        if own is not None:
            return own
        if value.level == "township" and home is not None and home.level in ("zone", "county") and referent.place is not home:
            county = gazetteer().ancestor(value.code, "county")
            if home.level == "county" and county is not None and self._was(home, county):
                lay(referent, home)  # 户县, which is 鄠邑区 today, or a town that changed hands
            if home.level == "zone" and (county is None or mention.text not in self.context.ambiguous):
                lay(referent, home)  # a zone runs the townships that its page names as its own
        return referent

    def _own_town(self, value: PlaceValue, home: Referent) -> Referent | None:
        """某某|库区乡 of the page's county, told of as 库区乡, which was also a town of a county that the page does not name."""
        place = gazetteer().by_code[value.code]
        if place.current or home.level != "county" or not home.code or gazetteer().within(value.code, home.code):
            return None
        county = gazetteer().ancestor(value.code, "county")
        if county is None or county.name in self.context.page.text:
            return None
        towns = [town for town in gazetteer().children(home.code) if town.current and town.name.endswith(value.name)]
        return self._page.listed(towns[0].code) if len(towns) == 1 else None

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
        if value.level == "community" and value.name.endswith("行政村") and len(value.name) > 4:
            value = replace(value, name=value.name.removesuffix("行政村") + "村")  # 刘店行政村 is 刘店村
        home = self._page.home(article)
        free = value.level == "community" and (holder is None or holder.level in ("prefecture", "county"))
        town = self._short_of_town(article, value, mention) if free else None
        if town is not None:
            return town
        if value.level == "zone":
            return self._zones.zone(article, value, mention, holder, home)
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
        referent = self._page.make(("place", value.name, value.level, anchor), Kind.DISTRICT, value.name)
        if holder is not None and _is_another(holder, referent):  # 甲镇车田村, 乙乡车田村
            first = referent
            if first.place is not None and first.label == value.name:
                first.label = first.place.label + value.name
                first.alt.add(value.name)
            label = holder.label + value.name
            referent = self._page.make(("place", value.name, value.level, anchor, *holder.key), Kind.DISTRICT, label)
        referent.level = value.level
        if referent.place is None or referent.stated is None:
            near = self._outer(article, value, mention.start)
            outer = holder or near or (None if APART.match(article.text, mention.end) else home)
            if outer is not None and outer is not referent:
                better = referent.place is None or (
                    outer.level in ("township", "community")
                    and (holder is not None or referent.place.level not in ("township", "community"))
                )
                if better:
                    lay(referent, outer)
                    referent.stated = None
        return referent

    def _same_town(self, value: PlaceValue, holder: Referent | None) -> Referent | None:
        """The town that the page has named in full, with its county: 户县草堂镇, then 草堂镇."""
        towns = [
            known
            for known in self._page.referents.values()
            if known.level == "township" and value.name in (known.label, *known.alt) and (known.code or known.stated is not None)
        ]
        if holder is None:
            stated = [town for town in towns if town.stated is not None]
            return stated[0] if len(stated) == 1 else None
        return next((town for town in towns if town.stated is not None and town.place is holder), None)

    def _same_place(self, value: PlaceValue, holder: Referent | None, home: Referent | None) -> Referent | None:
        """A community of that name that another article of the page named in the same county, or without one."""
        hamlet = _hamlet_core(value.name) if value.level == "community" else ""
        for known in self._page.referents.values():
            same = known.key[0] == "place" and known.key[1:3] == (value.name, value.level)
            same = same or (value.level == known.level == "compound" and _is_estate(value.name, known.label))
            if same or (hamlet and known.level == "community" and _hamlet_core(known.label) == hamlet):
                if holder is not None and known.stated is not None and known.place is not holder:
                    continue
                if home is None or not known.key[-1] or known.key[-1] == home.key[-1] or holds(home, known):
                    return known
        return None

    def _short_of_town(self, article: Article, value: PlaceValue, mention: Mention) -> Referent | None:
        """贺村|污水处理厂, on a page of 贺村镇: a town whose own part ends like a village's, before what is no village's."""
        if not value.name.endswith("村") or article.text.startswith(("民", "委", "党", "支", "两", "“", "里", "的"), mention.end):
            return None
        for unit in ("镇", "乡", "街道"):
            code = self.context.code(value.name + unit)
            if code:
                return self._page.listed(code)
        return None

    def _outer(self, article: Article, value: PlaceValue, position: int) -> Referent | None:
        """The larger district of a place without one: the town whose list has it, else the nearest that may hold it."""
        level = value.level
        if level == "community" and value.name.endswith(_HAMLETS):
            village = self._village_of(article, value.name, position)
            if village is not None:
                return village
        estate = _NUMBERED.fullmatch(value.name) if level == "community" else None
        if estate is not None:  # 环北五村: houses of the 环北社区
            own = estate["own"] + "社区"
            named = (r for _, r in self._page.order.get(article.id, []) if own in (r.label, *r.alt))
            if (community := next(named, None)) is not None:
                return community
        wanted = {"community": ("township",), "compound": ("community", "township"), "township": ("county", "zone")}.get(
            level, ()
        )
        order = self._page.order.get(article.id, [])
        kin = {id(referent) for end, referent in order if _is_beside(article.text, end, position)} if level == "compound" else ()
        # 某新村、甲小区、|乙小区: what is listed beside a compound holds it nowhere
        known = [(end, referent) for end, referent in order if referent.level in wanted and id(referent) not in kin]
        told = [referent.level for end, referent in known if end > sentence_at(article, position).lo]
        only_town = bool(told) and "community" not in told  # 某街道将在|甲、乙两个小区|推广, after a community was told of
        if level == "compound" and not only_town and any(referent.level == "community" for _, referent in known):
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
        if level == "compound" and value.name.endswith(_OF_STAFF):
            return None  # 住建局宿舍: wherever the bureau of the county built it
        framed = self._framed_county(article, sentence, position)
        if framed is not None:
            held = [r for _, r in free if holds(framed, r)]
            return held[-1] if held else framed
        own_right = self._alone.get(article.id, frozenset())
        free = [(end, referent) for end, referent in free if not own_right.isdisjoint((referent.label, *referent.alt))]
        if len(holders) == 1 and free and not _is_elsewhere(holders[0], value):
            return holders[0]
        inside = {id(referent): referent for end, referent in free if end > line}
        if len(inside) == 1:  # a paragraph of one town
            return next(iter(inside.values()))
        focus = self._page.focus(article)
        return focus if focus is not None and focus.level in wanted and not _is_elsewhere(focus, value) else None

    def _framed_county(self, article: Article, sentence: int, position: int) -> Referent | None:
        """在某省|某县，记者走进某村: the county that a sentence begins with as where all of it takes place."""
        if _FRAME.match(article.text, sentence) is None:
            return None
        stop = article.text.find("，", sentence, position)
        order = self._page.order.get(article.id, [])
        return next((r for end, r in order if end == stop and r.level == "county"), None)

    def _village_of(self, article: Article, name: str, position: int) -> Referent | None:
        """The village of a hamlet: of the same name (某村某屯: 罗运村, 罗运屯), or told of right before it."""
        villages = [
            (end, r)
            for end, r in self._page.order.get(article.id, [])
            if r.level == "community" and not r.label.endswith(_HAMLETS)
        ]
        namesake = next((r for _, r in villages if CORE.sub("", r.label) == name[: len(CORE.sub("", r.label))]), None)
        if namesake is not None:
            return namesake
        sentence = sentence_at(article, position).lo
        said = [r for end, r in villages if end > sentence and not _is_beside(article.text, end, position)]
        return said[-1] if said else None


__all__ = ["Places"]
