"""Units: the district that a unit word stands for: the 区 of 区委, 该镇, 市长, 园区, 村里.

It is the last one named that ends so, unless the sentence is another's: 余杭区召开会议，|区|委书记甲主持 on the page of
another county; 甲市委书记、|市|人大常委会主任; 保定市委副书记甲到涿州市检查, where 市 is 保定. Else it is the article's home, or
what holds it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.context import COMES
from kg.coref.referents import PageReferents, Referent, around
from kg.extract.base import sentence_at
from kg.gazetteer import gazetteer
from kg.model import Article
from kg.patterns import needing

# The endings of district names that a unit word stands for; every other unit word stands for its own.
_UNIT_TAILS = {
    "省": ("省", "自治区"),
    "地区": ("地区", "盟"),
    "办事处": ("街道",),
    "小区": ("小区", "宿舍区", "家属院", "家属区", "生活区"),
    "园区": ("园区", "集聚区", "开发区", "高新区", "园"),
}
ZONE_WORD = re.compile(
    r"(?:产业集聚区|高新区|经开区|示范区|开发区|新区|高新技术产业开发区|经济技术开发区|工业园区?|产业园区?|工业集中区|产业集中区|[工产]业聚集区|工业集聚区)$"
)
_SENTENCE_DATE = re.compile(
    r"(?:[\d年月日时点上下午至—-]|昨日|昨天|今日|今天|近日|日前|连日来|今年以来|近年来|目前|会后|随后|[，,])*"
)
# What shows a district as one that acts at home: not 某区委书记 or 某区考察团 on a visit.
_ACTS = re.compile(
    r"(?:昨日|昨天|今日|今天|近日|日前|今年以来|近年来|积极|全面|正式|扎实|深入|先后|立即|随即|迅速|及时|专门)?"
    r"(?:召开|举行|举办|组织|开展|启动|推进|推动|推行|推出|实施|坚持|印发|出台|聚焦|打造|持续|将(?!军))"
)
_SENTENCE_BEGIN = re.compile(r"(?:(?:今年|去年|如今|为此|近日|日前|[\d年月日]+)，?)?")
_ACTS_ITSELF = re.compile(
    rf"{_ACTS.pattern}|(?:还|又|已|将|正|也|先后|专门|及时){{0,2}}(?:调整|充实|成立|组建|设立|建立|健全|制定|完善|加强|落实|安排)"
)
_BODY_OF_CITY = re.compile("[一-龥]{1,8}?(?:协会|学会|联合会|公安局|教育局|法院|检察院|代表团|考察团)")  # 某市作家协会…，市委…
_COUNTY_OFFICES = re.compile("(?<![一-龥])区(?:委(?![员托])|长|政府|人民政府|人大|政协)")  # a zone has none of them
_OFFICES_BEFORE = re.compile(
    r"(?:委|政府|人民政府|人大常委会|人大|政协|监委|纪委)[^，。；、：\s]{0,8}(?:书记|委员|常委|主任|主席|部长|秘书长|组长|[省市县区州旗厅局院]长|检察长)、(?:[^，。；、：\s]{1,14}、){0,2}"
)
# 某县|委书记甲代表县委、|县政府: of the district of who stands for it.
_STANDS_FOR = re.compile(
    "(?:委|政府|人民政府|人大常委会|政协)?[^，。；、：\\s]{0,4}?(?:书记|常委|主任|主席|[市县区州旗]长)[一-龥]{2,4}(?:首先|分别)?代表"
    "(?:该?[市县区州旗])?(?:(?:[市县区州旗]?(?:委|人大|人大常委会))[、和及])*"
)
# 某县|党政代表团在县委书记甲，|县长乙率领下: guests, and those who lead them.
_GUESTS = (
    "(?:党政|经贸|商贸|学习|招商|政协|人大|企业家?|农业|文化|教育|交流|专题)*(?:代表团|考察团|考察组|参观团|学习团|慰问团|工作队)"
)
_DELEGATION = re.compile(_GUESTS)
_GUESTS_BEFORE = re.compile(
    f"的?{_GUESTS}(?:一行)?(?:[0-9]+(?:余|多)?人)?(?:，?[在由]|，)?(?P<first>(?<=[在由])[^。；到赴来]{{2,40}}[，、和])?$"
)
_GUEST_WORDS = ("团", "组", "工作队")
_LED_HERE = re.compile("[^。；到赴来]{3,40}?(?:率领|带领|带队|率队)")
# 以县委书记甲为团长的|某县|党政代表团, 县长乙率|某县|考察团: who heads guests that are named behind.
_HEADS_GUESTS = re.compile("[^。，；]{3,30}?(?:(?:为|任|担任)(?:团长|组长|领队)的|(?:带队|率领|带领)的?|率)")
_LEADER_OF_CITY = re.compile("[一-龥、]{0,16}?(?:市长|书记|主席|主任|领导)")
_HELD_BY_CITY = re.compile("[^。；]{2,40}?(?:会|仪式|典礼|活动|[节赛]|论坛|班|演练)”?[^，。；]{0,8}?在")
# Whoever calls the autonomous region 区, on the way to a district: 9日，区政协副主席甲一行到某市|某区.
_FROM_REGION = re.compile(
    r"(?:[\d年月日上下午至—-]|近日|日前|昨日)*，?区(?:政协|党委|政府|人大(?:常委会)?|纪委)[^。；\n]{2,40}?"
    r"(?:到|赴|深入|来到|走进|前往)(?:[一-龥]{2,6}[市州盟])?"
)
_DISTRICT_HEADS = needing("区委 区长 区领导", "(?<![一-龥])区(?:委(?![员托])|长|领导)")
_ITS_LEADERS = re.compile("领导|(?:委|政府|人大(?:常委会)?|政协)(?:副?书记|常委|副?主任|副?主席|领导)|副?市长")
_LIST = 80  #: characters of a list of leaders
_GOES_THERE = ("到", "赴", "深入", "来到", "走进", "前往", "在")


def _is_zone_town(place: Referent) -> bool:
    """Whether the lists have a zone among the towns of the county around it: 东城区, 高新区."""
    return place.level == "township" and place.label.endswith("区") and not place.label.endswith(("社区", "小区", "林区"))


def _is_called(name: str, tails: tuple[str, ...]) -> bool:
    """Whether a district is one of those that a unit word stands for; a 地区 has no 区委 of its own."""
    return name.endswith(tails) and not (tails == ("区",) and name.endswith("地区"))


def _visited_from(article: Article, home: Referent | None) -> bool:
    """区政协主席甲一行到|某区: whether a report begins with the region's leaders on the road to the district."""
    lead = next((s for s in article.sentences if s.lo >= article.body), None)
    goes = _FROM_REGION.match(article.text, lead.lo, lead.hi) if lead is not None else None
    if goes is None or home is None or not article.text.startswith(home.label, goes.end()):
        return False
    return _DISTRICT_HEADS.search(article.text) is None  # 区委 and 区长 are the district's own


_IN_UNIT = re.compile(
    "(?:(?<![一-龥])|(?<=[由在]))(?P<unit>[省市县区旗镇乡])里(?:还|也|专门|及时|统一|先后)?(?:成立|组建|设立)了?$"
)


_OFFICES_OF_CITY = ("政府", "人民政府", "委", "人大", "政协", "副市长", "市长")


class Units:
    """What the unit words of one page stand for."""

    def __init__(self, page: PageReferents) -> None:
        self._page, self.context = page, page.context
        self._visiting: dict[str, Referent | None] = {}  #: article id → the city whose leaders visit one of its counties

    def unit(self, article: Article, unit: str, position: int, *, said: bool, ours: bool = False) -> Referent | None:
        """The district that a unit word stands for here (区 of 区委, 该镇): the last one named, else the home that ends so.

        ``ours``: the page calls it its own (我市), which no visitor's is.
        """
        tails = _UNIT_TAILS.get(unit, (unit,))
        home = self._page.home(article)
        recent = self.recent(article, tails, position)
        if unit in ("镇", "乡", "街道", "苏木", "办事处", "村", "社区", "嘎查", "小区", "园区", "集聚区"):
            recent = (self._zone_told(article, position) if unit == "园区" else None) or recent
            if recent is not None:
                return recent
            focus = self._page.focus(article)
            if focus is not None and focus.label.endswith(tails):
                return focus
            level = "community" if unit in ("村", "社区", "嘎查") else "township"
            return self._only_of(article, level, tails)  # 镇党委书记甲, before the town is named
        held = self._held_before(article, tails, position) if not said else None
        if held is not None:
            return held
        if unit == "市" and not (said or ours) and home is not None and home.level == "county":
            if (outer := self._above(article, home, position)) is not None:
                return outer
            if self._beside_full_names(article, home, position):
                return home
            visitor = self._visiting_city(article, home)
            if visitor is not None:
                return home if self._acts_itself(article, home, position) else visitor
        if unit == "区" and not said and (region := self.region(home)) is not None and _visited_from(article, home):
            return region
        elsewhere = recent is not None and (recent is not home or self.context.local not in ("", recent.code))
        subject = self._subject(article, tails, position) if not said and elsewhere else None
        guests = self.context.guests.get(article.id, frozenset()) if not said else frozenset()
        if subject is not None and subject.label not in guests:
            return subject
        if said and recent is not None and (home is None or not home.label.endswith(tails)):
            return recent
        if said and (near := self._said_of(article, tails, position)) is not None:
            return near
        if (
            unit == "区"
            and recent is not None
            and (recent.level == "zone" or _is_zone_town(recent))
            and home is not None
            and not any(named is home for _, named in self._page.order.get(article.id, []))
            and _COUNTY_OFFICES.search(article.text) is None
        ):
            return recent  # a zone acts, and the county around it is not named
        if self.context.local and not said and not self._headed(article, home):
            own = gazetteer().by_code[self.context.local]
            if _is_called(own.name, tails):
                return self._page.listed(own.code)
        chain: Referent | None = home
        while chain is not None:
            forms = (chain.label, *(form for form in chain.alt if len(form) > 2))
            if any(_is_called(form, tails) or (said and form.endswith(tails)) for form in forms):
                if unit == "市" and chain.level == "prefecture" and recent is not None and recent.level == "county" and said:
                    return recent
                return chain
            chain = chain.place
        for place in gazetteer().chain(home.code) if home is not None else ():  # 浙江|德清: told of without its city
            if _is_called(place.name, tails):
                return self._page.listed(place.code)
        if self.context.home and self.context.home != self.context.home_of(article):
            for place in gazetteer().chain(self.context.home):
                if _is_called(place.name, tails):
                    return self._page.listed(place.code)
        if recent is None and not guests:  # 县中医院 in a headline, before the county is named
            return self._only_of(article, "county", tails) or self._around_towns(article, tails)
        bare = recent is not None and recent.level == "zone" and ZONE_WORD.fullmatch(recent.label)
        if recent is not None and recent.label in guests:
            return None  # 县政协主席甲陪同 is of the hosts, whoever they are
        return None if bare and unit == "区" else recent  # 区领导 are not those of a zone without a name

    def recent(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        """The last district before a position whose name ends so."""
        zone: Referent | None = None
        for end, referent in reversed(self._page.order.get(article.id, [])):
            if end <= position and any(form.endswith(tails) for form in (referent.label, *referent.alt) if len(form) > 1):
                if (tails == ("区",) and referent.level not in ("county", "zone") and not _is_zone_town(referent)) or (
                    referent.label.endswith(("集聚区", "园区", "小区", "社区")) and tails == ("区",)
                ):
                    continue
                if tails == ("区",) and referent.level == "zone" and zone is None:
                    zone = referent  # a zone is 区 where no district is named as often
                    continue
                if zone is not None:
                    told = [r for _, r in self._page.order.get(article.id, [])]
                    return zone if told.count(zone) > told.count(referent) else referent
                return referent
        return zone

    def _said_of(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        """考察团抵达通城县，该县县委书记甲…: the one district that a sentence names before it says 该县."""
        begin = sentence_at(article, position).lo
        told = [r for end, r in self._page.order.get(article.id, []) if begin < end <= position and r.label.endswith(tails)]
        return told[-1] if told and told[-1].level in ("county", "prefecture") and all(r is told[-1] for r in told) else None

    def recent_zone(self, article: Article, position: int) -> Referent | None:
        for end, referent in reversed(self._page.order.get(article.id, [])):
            if end <= position and referent.level == "zone":
                return referent
        return None

    def actor_place(self, article: Article, position: int) -> Referent | None:
        """The last district named before a position, of township level or larger; else the article's own."""
        inner = _IN_UNIT.search(article.text, max(0, position - 8), position)
        if inner is not None and (own := self.unit(article, inner["unit"], position, said=False)) is not None:
            return own  # |区里|成立领导小组
        home = self._page.home(article)
        for end, referent in reversed(self._page.order.get(article.id, [])):
            if end <= position and referent.level in ("county", "zone", "township", "prefecture"):
                if referent.level == "prefecture" and home is not None and home.code[:4] != referent.code[:4]:
                    continue  # 巴彦淖尔|派出所, in a county of another city
                return referent
        return self._page.focus(article) or self._page.home(article)

    def neighbourhood(self, article: Article, position: int) -> Referent | None:
        """The last village or community that the paragraph has named, or the one that the article is about."""
        start = article.text.rfind("\n", 0, position)
        for end, referent in reversed(self._page.order.get(article.id, [])):
            if start < end <= position and referent.level == "community":
                return referent
        told = {id(r): r for _, r in self._page.order.get(article.id, []) if r.level == "community"}
        heads = {id(r): r for end, r in self._page.order.get(article.id, []) if r.level == "community" and end <= article.body}
        only = heads or told
        return next(iter(only.values())) if len(only) == 1 else None

    def own_village(self, article: Article, position: int) -> Referent | None:
        """The village whose 村委会 is told of without it: the only one that the paragraph has named, else the article's."""
        start, order = article.text.rfind("\n", 0, position), self._page.order.get(article.id, [])
        near = {id(r) for end, r in order if start < end <= position and r.level == "community"}
        heads = {id(r): r for end, r in order if r.level == "community" and end <= article.body}
        if len(near) > 1:
            return next(iter(heads.values())) if len(heads) == 1 else None
        return self.neighbourhood(article, position)

    def village(self, article: Article, position: int) -> Referent | None:
        """The village of a first secretary: the last one named, of the paragraph first, else the next in the sentence."""
        near = self.neighbourhood(article, position) or self.recent(article, ("村", "社区", "嘎查"), position)
        if near is not None:
            return near
        stop = sentence_at(article, position).hi
        order = self._page.order.get(article.id, [])
        return next((place for end, place in order if position < end <= stop and place.level == "community"), None)

    def only_town(self, article: Article) -> Referent | None:
        """The town that an article is about, or the only one that it tells of."""
        return self._page.town(article) or self._only_of(article, "township", ("镇", "乡", "街道", "苏木"))

    def region(self, place: Referent | None) -> Referent | None:
        """The autonomous region around a district: its committee is 区党委, a district's 区委."""
        if place is None or place.level != "county":
            return None
        return next((outer for outer in around(place) if outer.label.endswith("自治区")), None)

    def _only_of(self, article: Article, level: str, tails: tuple[str, ...]) -> Referent | None:
        """The one place of a level with such a name that the page tells of anywhere; none where it tells of several."""
        told = {id(r): r for _, r in self._page.order.get(article.id, []) if r.level == level and r.label.endswith(tails)}
        return next(iter(told.values())) if len(told) == 1 else None

    def _around_towns(self, article: Article, tails: tuple[str, ...]) -> Referent | None:
        """全市现场会在|兴华镇|召开，县委书记甲…: the one county around all towns that a page of their city tells of."""
        towns = (place for _, place in self._page.order.get(article.id, []) if place.level == "township")
        counties = {id(outer): outer for town in towns for outer in around(town) if outer.level == "county"}
        only = next(iter(counties.values()), None)
        return only if len(counties) == 1 and only is not None and _is_called(only.label, tails) else None

    def _visiting_city(self, article: Article, home: Referent) -> Referent | None:
        """保定市委副书记、市长甲到涿州市检查: the city whose leaders go to one of its counties; 市水利局 is the city's own.

        The county is a city too, which the report calls by its name, as where one goes; whoever is told of as 市 is of the other.
        """
        if article.id in self._visiting:
            return self._visiting[article.id]
        city = next((r for r in around(home) if r.level == "prefecture"), None)
        found = None
        order = self._page.order.get(article.id, [])
        lead = next((s for s in article.sentences if s.lo >= article.body), None)
        if city is not None and lead is not None and home.label.endswith("市") and not COMES.search(article.text):
            named = [(end, r) for end, r in order if lead.lo < end <= lead.hi and r in (city, home)]
            if len(named) > 1 and named[0][1] is city and named[1][1] is home:
                gap = article.text[named[0][0] : named[1][0] - len(home.label)]
                leads = _LEADER_OF_CITY.match(gap) or _HELD_BY_CITY.fullmatch(gap)  # 随州市丰收节活动在|广水市举行
                found = city if leads is not None and gap.endswith(_GOES_THERE) else None
        self._visiting[article.id] = found
        return found

    def _above(self, article: Article, home: Referent, position: int) -> Referent | None:
        """市委书记甲、市领导乙，|某市领导|丙: the city around a county-level one, whose own leaders are named behind."""
        if not home.label.endswith("市"):
            return None
        stop = sentence_at(article, position).hi
        at = article.text.find(home.label, position, min(stop, position + _LIST))
        named = (
            at > 0 and article.text[at - 1] in "，、和及" and _ITS_LEADERS.match(article.text, at + len(home.label)) is not None
        )
        return next((r for r in around(home) if r.level == "prefecture"), None) if named else None

    def _beside_full_names(self, article: Article, home: Referent, position: int) -> bool:
        """甲市副市长、乙市委书记丙，甲市副秘书长丁，|市人大主任: the county's, where the city around it has its name in full."""
        city = next((r for r in around(home) if r.level == "prefecture"), None)
        told = article.text[sentence_at(article, position).lo : position]
        return (
            city is not None
            and home.label[-1] == city.label[-1]
            and home.label in told
            and any(city.label + office in told for office in _OFFICES_OF_CITY)
        )

    def _zone_told(self, article: Article, position: int) -> Referent | None:
        """The zone that 园区 stands for: the last one of the paragraph, else the one told of most."""
        told = [(end, r) for end, r in self._page.order.get(article.id, []) if r.level == "zone" and end <= position]
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
        guests = self._of_guests(article, tails, position)
        if guests is not None:
            return guests
        stands = "代表" in article.text[max(0, position - 12) : position]
        if article.text[position - 1 : position] != "、" and not stands:
            return None
        held = _STANDS_FOR if stands else _OFFICES_BEFORE
        for end, referent in reversed(self._page.order.get(article.id, [])):
            if end <= position and not (stands and article.text.startswith("该", end - 2)):
                own = referent.level in ("county", "prefecture", "province") and referent.label.endswith(tails)
                return referent if own and held.fullmatch(article.text, end, position) else None
        return None

    def _of_guests(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        """The district of a delegation whose head stands here, before it or behind: 率|某县|党政代表团."""
        text, low = article.text, max(0, position - 60)
        told = any(text.find(word, low, position) >= 0 for word in _GUEST_WORDS)
        guests = _GUESTS_BEFORE.search(text, low, position) if told else None
        heads = _HEADS_GUESTS.match(text, position)
        if guests is None and heads is None:
            return None
        named = [
            (end, r)
            for end, r in self._page.order.get(article.id, [])
            if low < end < position + 60 and r.level in ("county", "prefecture") and r.label.endswith(tails)
        ]
        if guests is not None and (not guests["first"] or _LED_HERE.match(text, position)):  # 某市|党政代表团在|市委书记甲带领下
            return next((r for end, r in reversed(named) if end == guests.start()), None)
        if heads is None:
            return None
        return next((r for end, r in named if heads.end() < end <= heads.end() + 12 and _DELEGATION.match(text, end)), None)

    def _subject(self, article: Article, tails: tuple[str, ...], position: int) -> Referent | None:
        """The county that a sentence (or the one before) begins with: 余杭区召开会议，区委书记甲主持 on another's page."""
        at = bisect_right(article.sentences, position, key=lambda s: s.lo) - 1
        for sentence in reversed(article.sentences[max(0, at - 1) : at + 1]):
            dated = _SENTENCE_DATE.match(article.text, sentence.lo)
            begin = dated.end() if dated is not None else sentence.lo
            named = [(end, r) for end, r in self._page.order.get(article.id, []) if begin < end <= position]
            if named:
                end, referent = named[0]
                own = referent.level in ("county", "prefecture") and referent.label.endswith(tails)
                first = article.text[begin:end] in referent.alt | {referent.label}
                acts = _ACTS.match(article.text, end) or (tails == ("市",) and _BODY_OF_CITY.match(article.text, end))
                return referent if own and first and acts else None
            if "\n" in article.text[sentence.lo - 1 : position]:
                return None
        return None


__all__ = ["ZONE_WORD", "Units"]
