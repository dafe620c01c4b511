"""Seats: the district that a body is of, by its name, by the words around it, or by the page.

周口市公安局|川汇分局 is of 川汇区; 寿宁县公安局|斜滩派出所 of 斜滩镇; 派出所 of the town that the sentence names;
党支部 of the village told of last; what says nothing is of the article's home.
"""

from __future__ import annotations

import re

from kg import seeds
from kg.coref.referents import PageReferents, Referent, holds
from kg.coref.units import Units
from kg.extract.base import BodyValue, sentence_at
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Article, Kind, Mention

_BRANCH_OF = re.compile("(?P<name>[一-龥]{2,6}?)(?:分局|分院|(?<=区)大队|(?<=区)支队)")
_BUREAU_BEFORE = re.compile(
    "(?:公安|交警|市场监管|生态环境|自然资源|国土资源|国土|税务|规划|住建|城管|环保|消防)(?P<name>[一-龥]{2,4})(?:分局|支队)"
)
_VISITING = ("county", "prefecture")
_UNITS = frozenset("省市县区旗州盟")
_OF_THE_CENTRE = ("中央", "国务院", "全国", "国家")
_OF_COUNTIES = ("委", "政府", "人大", "人大常委会", "政协", "监委", "法院", "检察院")
# Offices of a party committee that pages name without it: 区统战部 for 区委统战部.
PARTY_OFFICES = seeds.word_list("party_offices")
_COMMUNITY_CORES = re.compile(r"党支部|支部|居委会|村委会|居民委员会|村民委员会|两委|业委会|议事会|总支")
_TOWN_CORES = re.compile(r"党工委|党委|办事处|政府|人大主席团|街道办")
# Offices that a county has in each town: one by its bare name is the town's of which the sentence speaks.
_TOWN_OFFICES = re.compile(
    "派出所|司法所|财政所|自然资源所|国土所|市场监管所|卫生院|中心校|中心学校|综治办|党政办|党政综合办|党建办|文化站"
    "|财政分局|综合执法办|综合行政执法办|综合行政执法队|综合执法队|社会事务办|经济发展办|农业农村办|平安建设办|平安法治办|村镇建设办|应急消防办"
    "|(?:便民|党群|公共|农业综合|农业|社会事务|社会事业|退役军人|文化|综合|乡村振兴)服务中心|应急安全保障中心|综治中心"
    "|(?:林业|农业|水利|农技|农机|畜牧|兽医|水管|林管|文化|广播|文广|扶贫|民政|国土|社保|劳动保障|人社|规划|环保|安监|统计|计生|经管|财经)[站所](?:服务站)?"
    "|供电所|信用社|敬老院"
)
# Bodies that a county and each of its towns have: by the bare name in a town's report they are the town's.
_ALSO_OF_TOWNS = frozenset(
    ("纪委", "纪工委", "人大", "人大主席团", "总工会", "工会", "团委", "妇联", "残联", "关工委", "工商联", "老年协会")
)
_NO_TOWNS = ("城关", "城区", "中心", "车站")
_TOWN_OFFICE = re.compile(
    "(?P<town>[一-龥]{2,4}?)(?:边境|公安)?(?:派出所|司法所|(?:人民)?法庭|税务分局|税务所|财政所|国土所|国土资源所|自然资源所|市场监管所|交警中队|(?<=[一-龥]{2})中队|消防站|供电所)"
)


class Seats:
    """Where the bodies of one page belong."""

    def __init__(self, page: PageReferents, units: Units) -> None:
        self._page, self._units, self.context = page, units, page.context

    def place_of(self, article: Article, mention: Mention, value: BodyValue, parent: Referent | None) -> Referent | None:
        """The district that a body serves or lies in; nothing for a name of its own, which no place makes known."""
        if value.anchor is not None:
            place = self._page.get(article, value.anchor)
            if parent is None or place is None:
                town = self._of_town(value.core, place) if place is not None and place.level == "county" else None
                return (value.core.endswith("分院") and self._of_branch(value.core, place)) or town or place
            inner = parent.place if parent.place is not None and holds(place, parent.place) else place
            branch = self._of_branch(value.core, place) or self._of_town(value.core, inner)
            return branch or inner  # 某市公安局某分局|交警大队, 某县公安局|斜滩派出所
        if value.relative:
            beside = self._beside(article, value.relative, mention.start) or self._of_visitors(article, mention, value.relative)
            place = beside or self._units.unit(article, value.relative, mention.start, said=False)
            if place is None and value.relative == "区" and value.core == "政府":
                near = self._units.recent(
                    article, ("区",), mention.start
                )  # 文登区区委常委、|区政府|副区长甲, in a county's report
                place = near if near is not None and near.level == "county" else None
            if mention.text.startswith("区党委"):
                place = self._units.region(place) or place
            of_county = value.core in _OF_COUNTIES or value.core in PARTY_OFFICES or value.core.startswith("委")
            if value.relative == "区" and value.core.startswith(("管委会", "党工委")):  # no county has one
                place = self._units.recent_zone(article, mention.start) or place
            if place is not None and place.level == "zone" and value.relative == "区" and of_county:
                return None  # 区委, 区委办: no zone has one
            if place is not None:
                self._page.say_of(article, place)
            if parent is None:
                return place
            return self._of_branch(value.core, place) or self._of_town(value.core, place) or place
        if parent is not None:
            if parent.place is None and value.subtype == "GovernmentBody":
                return self._served(value.core)
            return self._of_branch(value.core, parent.place) or self._of_town(value.core, parent.place) or parent.place
        if value.proper:
            return None
        if _COMMUNITY_CORES.search(value.core):
            near = self._units.recent(article, ("社区", "村", "小区"), mention.start)
            if near is not None:
                return near
        if value.core.startswith(("管委会", "党工委")):
            near = self._units.recent_zone(article, mention.start)
            if near is not None:
                return near
        if value.core == "人大" and article.text.startswith(("主席", "副主席"), mention.end):
            near = self._units.recent(article, ("镇", "乡", "街道"), mention.start) or self._page.town(article)
            if near is not None:
                return near  # 镇长甲、人大主席乙: a county's has a 主任
        lo = sentence_at(article, mention.start).lo if value.core == "纪委" else mention.start
        told = any(article.text.find(f"{unit}纪委", lo, mention.start) >= 0 for unit in ("镇", "乡"))  # 镇纪委…为|纪委书记
        if told or _TOWN_CORES.search(value.core) or mention.text == "武装部":  # a county's is its 人武部
            near = self._units.recent(article, ("镇", "乡", "街道"), mention.start) or self._page.town(article)
            if near is not None and value.core != "政府":
                return near
        if value.core in _ALSO_OF_TOWNS and (town := self._page.town(article)) is not None and town.level == "township":
            return town  # 某镇召开会议，纪委书记甲、妇联主席乙参加
        if value.core.startswith(_OF_THE_CENTRE):
            return None
        if _TOWN_OFFICES.fullmatch(value.core):
            start = sentence_at(article, mention.start).lo
            towns = ("镇", "乡", "街道", "苏木")
            order = self._page.order.get(article.id, [])
            named = any(place.level == "township" for end, place in order if start < end <= mention.start)
            near = self._units.recent(article, towns, mention.start) if named else self._page.town(article)
            if near is not None and near.level == "township":
                return near
            if value.core.startswith("中心"):
                return self._units.recent(article, towns, mention.start) or self._page.home(article)  # 中心校: a town's
        if value.core == "中级人民法院":  # 中院 on the page of a county: the one of its city
            return self._city(self._page.home(article))
        if value.core.startswith("驻村"):
            village = self._units.recent(article, ("村", "社区", "嘎查"), mention.start)
            return village if village is not None and village.level == "community" else None
        if mention.text.endswith("厅") and not mention.text.endswith("大厅") and value.subtype == "GovernmentBody":
            return self._province(self._page.home(article))
        if value.subtype == "TaskForce" and "招商" in value.core:
            before = (body for end, body in reversed(self._page.bodies.get(article.id, [])) if end <= mention.start)
            sender = next((body.place for body in before if body.place is not None), None)
            return sender or self._page.home(article)  # 县人大主任甲带领|第三招商队|赴某市
        if value.subtype == "TaskForce":
            return self._units.actor_place(article, mention.start)
        return self._page.home(article)

    def _province(self, home: Referent | None) -> Referent | None:
        """教育厅, 办公厅 on the page of a county: the province's, for no county has one."""
        if home is None or home.level not in ("county", "township"):
            return home
        province = gazetteer().ancestor(home.code, "province")
        return self._page.listed(province.code) if province is not None else home

    def _city(self, home: Referent | None) -> Referent | None:
        """The city or prefecture around a county, which has what no county has; else the home itself."""
        if home is None or home.level not in ("county", "township"):
            return home
        city = gazetteer().ancestor(home.code, "prefecture")
        return self._page.listed(city.code) if city is not None else home

    def branch_place(self, name: str, outer: Referent) -> Referent | None:
        """The district of a city by the name of a branch, 规划|芦淞|分局 and 消防|芦淞|支队 among them."""
        if not outer.code:
            return None
        bureau = _BUREAU_BEFORE.match(name)
        name = bureau["name"] if bureau is not None else name
        index = gazetteer()
        for place in (*index.by_name.get(name, ()), *index.by_short.get(name, ())):
            if place.level == "county" and place.current and index.within(place.code, outer.code):
                return self._page.listed(place.code)
        known = (r for r in self._page.referents.values() if r.kind is Kind.DISTRICT and r.level == "zone")
        return next((r for r in known if name in (r.label, *r.alt)), None)

    def place_by_part(self, name: str) -> Referent | None:
        """小溪塔派出所 serves 小溪塔街道 where the page names it; 金秀县某医院 is the county's, not 金秀镇's."""
        known: Referent | None
        counties = (r for r in self._page.referents.values() if r.kind is Kind.DISTRICT and r.level == "county")
        for known in counties:
            named = (form for form in sorted(known.alt) if len(form) > 1 and form[-1] in "县区市旗" and name.startswith(form))
            county = min(named, key=len, default="")
            if county and (len(county) > 2 or _TOWN_OFFICE.fullmatch(name, len(county)) is not None):
                return self._of_town(name[len(county) :], known) or known  # 寻乌县|澄江司法所
        lower = [r for r in self._page.referents.values() if r.kind is Kind.DISTRICT and r.level in ("township", "community")]
        for known in sorted(lower, key=lambda r: r.level == "community"):
            part = re.sub(r"(?:街道|镇|乡|苏木|社区|村|嘎查)$", "", known.label)
            if len(part) >= 2 and name.startswith(part):
                return known
        return None

    def compound_of(self, name: str) -> Referent | None:
        """翠湖国际业委会 is that of 翠湖国际小区, where the page names the compound."""
        own = re.sub(r"(?:小区)?(?:业委会|业主委员会)$", "", name)
        known = (r for r in self._page.referents.values() if r.kind is Kind.DISTRICT and r.level == "compound")
        fits = [r for r in known if len(own) > 1 and re.sub(r"(?:小区|社区|家园|花园|院)$", "", r.label).endswith(own)]
        return fits[0] if len(fits) == 1 else None

    def town_of(self, article: Article, name: str) -> Referent | None:
        """大滩派出所 on a page of the county that has 大滩镇, though no sentence names the town."""
        office, home = _TOWN_OFFICE.fullmatch(name), self.context.home_of(article)
        if office is None or not home:
            return None
        index = gazetteer()
        towns = [p for p in index.by_short.get(office["town"], ()) if p.level == "township" and index.within(p.code, home)]
        return self._page.listed(towns[0].code) if len(towns) == 1 else None

    def _of_visitors(self, article: Article, mention: Mention, unit: str) -> Referent | None:
        """甲县人大主任到乙县考察，|县人大|副主任参加，乙县人大主任陪同: the visitors', for the hosts' own is told in full."""
        if unit not in ("县", "区", "市", "旗"):
            return None
        sentence, form = sentence_at(article, mention.start), mention.text.removeprefix(unit)
        told = [(end, place) for end, place in self._page.order.get(article.id, []) if sentence.lo <= end <= sentence.hi]
        forms = (form, unit + form)  # 沙县|县委
        host = next((place for end, place in told if end > mention.end and article.text.startswith(forms, end)), None)
        if host is None or sum(place is host for _, place in told) < 2:
            return None  # not where they go
        own = [
            place
            for end, place in told
            if end <= mention.start and place is not host and place.label.endswith(unit) and place.level in _VISITING
        ]
        return own[-1] if own else None

    def _beside(self, article: Article, unit: str, position: int) -> Referent | None:
        """The district of the committee right before: 甲代表秀山县委、|县政府, on the page of another county."""
        if unit not in ("县", "区", "旗"):
            return None
        stop = position - (article.text[position - 1 : position] in tuple("、和与及"))
        for end, referent in reversed(self._page.bodies.get(article.id, [])):
            if end <= stop:
                place = referent.place if end == stop else None
                return place if place is not None and place.level == "county" and place.label.endswith(unit) else None
        return None

    def _served(self, core: str) -> Referent | None:
        """The district in the name of an office of a ministry: 国家税务总局|岳西县税务局, 国家统计局|岳西调查队 has none."""
        index = gazetteer()
        for size in range(min(9, len(core) - 1), 1, -1):
            name = core[:size]
            if name[-1] in _UNITS:
                places = [place for place in index.by_name.get(name, ()) if place.current and place.level in WIDE_LEVELS]
                code = self.context.code(name) or (places[0].code if len(places) == 1 else "")
                if code:
                    return self._page.listed(code)
        return None

    def _of_branch(self, core: str, outer: Referent | None) -> Referent | None:
        """The district that a branch of a city's bureau is named after: 周口市公安局|川汇分局."""
        branch = _BRANCH_OF.match(core)
        if branch is None or outer is None:
            return None
        names = dict.fromkeys(branch["name"][-size:] for size in (6, 3, 2))  # 中医院|来凤|分院
        return next((place for name in names if (place := self.branch_place(name, outer)) is not None), None)

    def _of_town(self, core: str, outer: Referent | None) -> Referent | None:
        """The town that a station or court of a county is named after: 寿宁县公安局|斜滩派出所, 寻乌县|澄江司法所."""
        office = _TOWN_OFFICE.fullmatch(core)
        if office is None or outer is None or not outer.code:
            return None
        index, name = gazetteer(), office["town"]
        towns = {p.code for p in index.by_short.get(name, ()) if p.level == "township" and index.within(p.code, outer.code)}
        if len(towns) == 1:
            return self._page.listed(towns.pop())
        told = [r for r in self._page.referents.values() if r.level == "township" and r.label.startswith(name)]
        return told[0] if len(told) == 1 and name not in _NO_TOWNS else None


__all__ = ["PARTY_OFFICES", "Seats"]
