"""What a page is about: its home district, read before anything else.

A page says 区委 and 该区 and leaves it to its reader to know which district it means. The home of a page, and of each of its
articles, is found by counting the places that it names: in headlines, at the beginning, before the names of bodies.
A name that several places share is decided by the other names around it (城关街道 by its district, 城关镇 by its county).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from kg import seeds
from kg.gazetteer import WIDE_LEVELS, Gazetteer, Place, gazetteer
from kg.listed import ACTS_AT_HEAD, COMMON, Hit, find_listed, is_formal
from kg.model import Article, Page
from kg.patterns import needing
from kg.words import words

# A body right after a place name shows that the place is meant as a district.
_BODY_NEXT = re.compile(
    r"(?:[县区市州旗]?(?:委|政府|人大|政协)|人民政府|纪委|纪检|监委|法院|人民法院|检察院|人民检察院|公安|管委会|党工委|党委|街道|常委|副?书记|副?[区县市州镇乡]长"
    r"|召开|举行|组织|举办|开展|疫情|领导)"
)
# Zones by the words that name them. The words before them (济南, 青岛) are matched apart.
ZONE_WORDS = (
    "高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|先进制造业开发区|城乡一体化示范区|国家级新区|综合保税区|保税区|航空港区|航空港实验区|"
    "产业集聚区|高新区|经开区|示范区|开发区|新区|管理区|风景区|旅游度假区|度假区|集聚区|工业新区|临港经济区|循环经济区"
)
_HOME_ZONE = needing(
    "开发区 示范区 经开区 高新区 航空港区",
    "(?=[城开示经航高])"
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在由为对向和与到，、]))(?:高新技术产业开发区|经济技术开发区|经济开发区|城乡一体化示范区|航空港区|高新区|经开区|示范区|开发区)"
    r"(?=党工委|管委会|党委|召开|举行|组织|举办|开展|[一-龥]{0,6}(?:街道|镇)|各|全)",
)


_OFTEN = 4  #: the weight of a name in the headline, or told of again and again
MUNICIPALITIES = ("11", "12", "31", "50")
_RANK = {"province": 0, "prefecture": 1, "county": 2, "zone": 3, "township": 4}
_IN_FIRM = re.compile("(?![和与、的])[一-龥（）]{2,12}?(?:有限|股份|集团|公司)(?!县)")
_DELEGATION = re.compile("[县市区]?(?:党政|经贸|商贸|企业|招商)?(?:代表团|考察团|考察组)")
# Lines of a page that name its paper: 津南时讯 … 津南区新闻中心编辑出版, 来源：某县融媒体中心, 某县讯（记者 甲）.
_FURNITURE = ("来源", "编辑出版", "主办", "主管", "时讯", "日报", "晚报", "周报", "融媒体中心", "新闻中心", "新闻网")
_PAPER_FIRST = re.compile(
    r"[一-龥]{2,4}讯(?=[（ \u3000])|[ \u3000]*(?:今日[一-龥]{2,3}|[一-龥]{2,3}(?:网|新闻|发布|融媒|在线))(?=[ \u3000>\r]|$)"
)


def _furniture(text: str) -> Iterator[str]:
    """The lines of a text that name the page's paper; of a dateline what names it."""
    for line in text.split("\n"):
        if any(word in line for word in _FURNITURE):
            yield line
        elif first := _PAPER_FIRST.match(line):
            yield first.group()


# What a paper is called by the county that it is of: 卧龙|新闻网, 今日|德清|发布; the web's own sites end in a bare 网.
_PAPER_OF = re.compile(
    "(?:(?<![一-龥])|(?<=今日))(?P<name>[一-龥]{2,3})[县市区旗]?"
    "(?:新闻网|新闻中心|新闻在线|融媒体?(?:中心)?|发布|电视台|广播电视台)(?![一-龥]{0,2}[会厅])"
)


def _papers(line: str, index: Gazetteer) -> Iterator[str]:
    """The county's name in a paper's, whatever other word it is (卧龙, 会同), where one county of today bears it."""
    for paper in _PAPER_OF.finditer(line):
        told = index.by_name.get(paper["name"]) or index.by_short.get(paper["name"], ())
        places = [place for place in told if place.current and place.level in WIDE_LEVELS]
        if len(places) == 1 and places[0].level == "county":
            yield paper["name"]


@dataclass(slots=True)
class PageContext:
    """The homes of a page and of its articles, and what its place names stand for."""

    page: Page
    hits: dict[str, list[Hit]] = field(default_factory=dict)  #: article id → listed names in it
    codes: dict[str, str] = field(default_factory=dict)  #: listed name → code on this page
    home: str = ""  #: code of the district that the page is about, county or zone or city
    homes: dict[str, str] = field(default_factory=dict)  #: article id → the same for the article
    zone: str = ""  #: the zone (高新区) that the page is about, where it is one without a code
    zones: dict[str, str] = field(default_factory=dict)  #: article id → the same for the article
    local: str = ""  #: code of the county that nearly all of the page is about: a local paper's own
    city: str = ""  #: code of the prefecture (or municipality) around the home
    ambiguous: frozenset[str] = frozenset()
    guests: dict[str, frozenset[str]] = field(default_factory=dict)  #: article id → counties whose people come: no hosts

    def code(self, name: str) -> str:
        """The code that a listed full name has on this page, or empty."""
        return self.codes.get(name, "")

    def home_of(self, article: Article) -> str:
        return self.homes.get(article.id) or self.home

    def zone_of(self, article: Article) -> str:
        return self.zones.get(article.id, self.zone)

    def counties(self) -> Iterator[str]:
        """The names, full and short, by which the page calls counties."""
        return _county_names(self.codes, gazetteer())


def _county_names(codes: dict[str, str], index: Gazetteer) -> Iterator[str]:
    return (name for name, code in codes.items() if index.by_code[code].level == "county")


_FROM_WHERE = ("来自", "从", "自", "在", "由")
_COMES_FROM_THERE = re.compile(
    "的?(?:客商|客人|游客|老乡|企业家|商会|学员|选手|网友|货车|考察团|考察组|代表团|医疗队|专家|志愿者|村民)[^，。；\n]{0,8}?"
    "(?:来|到|走进|慕名|感叹|告诉|说)|(?:打工|务工|经商)?(?:返乡|返回|归来|回来|回到|回乡|赶来|引进|购进|运来|调来|驶来)"
)
_COMES_HERE = re.compile("(?:党政|经贸|商贸|企业|招商|学习)?(?:代表团|考察团|考察组)(?:一行)?(?:来|莅临)")
_HELPS = ("支援", "驰援", "援助", "帮扶", "来自", "援")


def _weights(article: Article, hits: Iterable[Hit]) -> Counter[str]:
    """How much an article is about each listed name."""
    first = article.text.find("\n", article.body)
    lead = first if first > 0 else len(article.text)
    weights: Counter[str] = Counter()
    for hit in hits:
        weight = 1.0
        if hit.start < article.body:
            weight += 3
        elif hit.start < min(lead, article.body + 120):
            weight += 1
        if _BODY_NEXT.match(article.text, hit.end):
            weight += 1.5
        elif article.text[hit.start - 1 : hit.start] == "在" and _HELD_THERE.match(article.text, hit.end):
            weight *= 0.5  # 某市博览会在某县某广场举行
        if _COMES_FROM_THERE.match(article.text, hit.end) and (
            hit.start < article.body or article.text.endswith(_FROM_WHERE, 0, hit.start)
        ):
            weight *= 0.1  # 来自|某县|的客商, 从|某县|返乡的村民: where someone comes from
        if not is_formal(hit.name) and _IN_FIRM.match(article.text, hit.end):
            weight *= 0.3  # 上海|衡山|药业有限公司
        elif _COMES_HERE.match(article.text, hit.end):
            weight *= 0.9  # 某县党政考察团|来到我县: as often named as its host, and no host
        elif article.text.endswith(_HELPS, 0, hit.start) and hit.name in gazetteer().by_name:
            weight *= 0.3  # 市第二医院支援|兰州市|医疗队
        elif article.text.startswith("”", hit.end) and article.text[hit.start - 1 : hit.start] == "“":
            weight *= 0.3  # 作为“大港区”的组成部分: a manner of speaking
        elif hit.name in ("老城区", "新城区") and not _BODY_NEXT.match(article.text, hit.end):
            weight *= 0.1  # 听取|老城区|排水项目情况: what every town has
        weights[hit.name] += weight  # type: ignore[assignment]
    return weights


def _choose_codes(weights: Counter[str], index: Gazetteer, hints: Counter[str]) -> dict[str, str]:
    """Which place each name stands for: the one whose city and province the other names speak for."""
    support: Counter[str] = Counter(hints)
    candidates: dict[str, tuple[Place, ...]] = {}
    own_share: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        places = index.by_name.get(name) or tuple(
            p for p in index.by_short.get(name, ()) if p.level in WIDE_LEVELS or (len(name) > 2 and name.endswith(("乡", "镇")))
        )
        places = _current(tuple(dict.fromkeys(places)))
        if places and not any(place.current for place in places):  # 东乡县 was Jiangxi's, and is short for 东乡族自治县 in Gansu
            provinces = {place.code[:2] for place in places}
            places += tuple(p for p in index.by_short.get(name, ()) if p.current and p.code[:2] not in provinces)
        candidates[name] = places
        holders = Counter(outer.code for place in places for outer in index.chain(place.code))
        own_share[name] = {
            outer: weight * (count / len(places))
            for outer, count in holders.items()
            if len(places) <= 40 or count / len(places) > 0.2
        }
        for outer, share in own_share[name].items():
            support[outer] += share  # type: ignore[assignment]
    codes = {}
    for name, places in candidates.items():
        if not places:
            continue
        if name not in index.by_name:  # 长沙 is the city before it is the county
            places = tuple(p for p in places if p.current) or places
            highest = min(_RANK[p.level] for p in places)
            places = tuple(p for p in places if _RANK[p.level] == highest)
        ranked = sorted(places, key=lambda p: (-_support(p, index, support), not p.current, p.code))
        if len(ranked) > 1:
            own = weights[name] / len(places)
            best, second = (_support(p, index, support) for p in ranked[:2])
            today = [p for p in places if p.current and p.level in WIDE_LEVELS]
            if len(today) == 1:  # 东城区 is Beijing's before it is a zone elsewhere or a district of the past
                others = support - Counter(own_share[name])
                if _support(today[0], index, others) >= max(_near_support(p, index, others) for p in places):
                    codes[name] = today[0].code
                    continue
            if (
                best - second < own * 0.5
                and ranked[0].code[:6] != ranked[1].code[:6]
                and ranked[0].level not in ("province", "prefecture")
            ):
                continue  # nothing on the page decides: left without a code
        codes[name] = _heir_named(ranked[0], weights, index)
    return codes


def _heir_named(place: Place, weights: Counter[str], index: Gazetteer) -> str:
    """The code of a place, or of its heir that bears its name still where the page names that: 赣县|中学, beside 赣县区."""
    heirs = [p for p in index.by_short.get(place.name, ()) if p.current and p.parent == place.parent] if not place.current else []
    return heirs[0].code if len(heirs) == 1 and heirs[0].name in weights else place.code


def _current(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Without the former rows of a place that has a row today in the same province (枞阳县 moved to another city).

    A town's, only in the same city: 三台县花园镇 ended, and 岳池县花园镇 is another.
    """
    today = {(p.name, _within_which(p)) for p in places if p.current}
    return tuple(p for p in places if p.current or (p.name, _within_which(p)) not in today)


def _within_which(place: Place) -> str:
    return place.code[:4] if place.level == "township" else place.code[:2]


def _support(place: Place, index: Gazetteer, support: Counter[str]) -> float:
    """What speaks for one reading of a name: the weight of its city and province, without the name's own share."""
    return sum(support[outer.code] for outer in index.chain(place.parent))


def _near_support(place: Place, index: Gazetteer, support: Counter[str]) -> float:
    """The same; for a township or zone only what speaks for its own city, not for the whole province."""
    holders = index.chain(place.parent)
    return sum(support[outer.code] for outer in holders if place.level in WIDE_LEVELS or outer.level != "province")


_HEADED = (
    "书记",
    "主任",
    "主席",
    "部长",
    "委员",
    "常委",
    "同志",
    "记者",
    "通讯员",
    "局长",
    "院长",
    "校长",
    "所长",
    "队长",
    "经理",
    "董事长",
)
_HEADS_OF = frozenset("省市县区旗镇乡村州")


def _without_names(page: str, text: str, hits: Sequence[Hit], index: Gazetteer) -> list[Hit]:
    """The places without those by which people and houses are called: 区长宋|振东, and wherever the page has 宋振东 again."""
    kept = []
    for hit in hits:
        family = text[hit.start - 1 : hit.start]
        if family in seeds.surnames() and len(hit.name) == 2 and hit.name not in index.by_name:
            at, person = -1, family + hit.name
            while (at := page.find(person, at + 1)) >= 0:
                if page.endswith(_HEADED, 0, at) or (page[at - 1 : at] == "长" and page[at - 2 : at - 1] in _HEADS_OF):
                    break
            if at >= 0:
                continue
        if hit.name.endswith("乡镇") and "一" <= family <= "龥" and family not in "省市县区州":
            continue  # 莒|北乡镇: the towns in the north of a county
        if (
            hit.name[1:2] == "和"
            and hit.name[-1] in "县区"
            and page.endswith(_HEADED, 0, page.find(text[hit.start - 2 : hit.end]))
        ):
            continue  # 书记章秀平|和县委副书记甲
        if hit.name[1:] == "城区" and hit.start > 1 and words().tag(text[hit.start - 2 : hit.start + 1]).startswith("ns"):
            continue  # 新安江|城区
        house = _HOUSE.match(text, hit.end) if len(hit.name) == 2 and hit.name not in index.by_name else None
        if house is not None and any(unit + hit.name + house.group() in page for unit in "区县"):
            continue  # 白云区|景泰小学: no school of 景泰县
        kept.append(hit)
    return kept


_HOUSE = re.compile("(?:第?[一二三四五六七八九十])?(?:小学|中学|学校|幼儿园|医院|敬老院|派出所|司法所|社区|村)")


def make_context(page: Page, articles: Sequence[Article]) -> PageContext:
    """Read the homes of a page and its articles off the places that they name."""
    index = gazetteer()
    context = PageContext(page)
    total: Counter[str] = Counter()
    by_article: dict[str, Counter[str]] = {}
    guests = context.guests
    for article in articles:
        hits = _without_names(page.text, article.text, find_listed(article.text), index)
        context.hits[article.id] = hits
        by_article[article.id] = _weights(article, hits)
        total.update(by_article[article.id])
        guests[article.id] = _guests(article.text, hits, index)
    hints: Counter[str] = Counter()
    for text in (page.site, page.title):
        for hit in find_listed(text) if text else ():
            for place in index.by_name.get(hit.name) or index.by_short.get(hit.name, ()):
                if place.level in WIDE_LEVELS:
                    hints[place.code] += 3
    _add_pairs(hints, context.hits.values(), index)
    seen = {hit.name for hits in context.hits.values() for hit in hits}
    signed = tuple(byline.name for article in articles for byline in article.bylines)
    for stretch in _find_rest(page.text, articles):  # masthead, source line, site furniture, datelines
        for hit in find_listed(stretch):
            if hit.name not in seen and not stretch.startswith(signed, hit.start):  # （云龙|明）
                total[hit.name] += 0.8  # type: ignore[assignment]
    furniture = {
        hit.name
        for article in articles
        for hit in context.hits[article.id]
        if hit.name not in guests[article.id]
        and _DELEGATION.match(article.text, hit.end)
        and article.text.endswith(("率", "带领", "率领"), 0, hit.start)
    }
    for name in furniture:  # 县长率|某县|党政代表团: the page's own
        total[name] += 6
    papers: set[str] = set()
    for line in _furniture(page.text[:600] + "\n" + page.text[-300:]):
        known = {hit.name for hit in find_listed(line) if not line.startswith(signed, hit.start)}
        for name in sorted(known | {name for name in _papers(line, index) if not any(name in one for one in known)}):
            total[name] += 3
            papers.add(name)
    own = _masthead(page.text, index)
    if own:  # a county's own paper tells of guests and partners too, often at length
        total[own] += _ITS_PAPER
        papers.add(own)
    furniture |= papers
    for article in articles:
        guests[article.id] -= papers  # 某地讯: whoever comes to it
    if len(articles) == 1:  # a page of one article is that of its paper
        by_article[articles[0].id] = total
    full = Counter({name: weight for name, weight in total.items() if name in index.by_name or _is_formal_short(name, index)})
    known_shorts = Counter(
        {name: weight for name, weight in total.items() if name not in index.by_name and _is_city_called(name, total, index)}
    )
    context.codes = _choose_codes(full | known_shorts, index, hints)
    units = frozenset(_count_own_units(page.text))
    listed = frozenset().union(*(_find_lists(article.text, context.hits[article.id]) for article in articles))
    paper = _paper_of_city(page.text, index)
    listed |= frozenset().union(*(_find_sure(article.text, context.hits[article.id], paper, index) for article in articles))
    _add_shorts(context.codes, total, index, furniture, units, listed)
    _add_chained(context, articles, index)
    district = _district_of_branches(page.text, context.codes, index)
    if district is not None:
        context.codes[district.name] = district.code
        total[district.name] += _OFTEN
    visitors = frozenset().union(*guests.values())
    if len(articles) >= _FEW:  # a county that is a guest wherever it is told of is no host of the other articles
        visitors = frozenset(
            name for name in visitors if all(name in guests[id_] for id_, weights in by_article.items() if name in weights)
        )
    hosts = _without(total, visitors | _towns_of(visitors, context.codes, index))
    context.home = _home(hosts, context.codes, index) or _best_hint(hints) or _own_city(context.codes, units, index)
    whole = "\n".join(article.text for article in articles)
    context.home = _in_own_words(context.home, whole, hosts, context.codes, index)
    context.home = _said_own(context.home, articles, context, index)
    context.home = _city_of_report(context.home, whole, hosts, paper, index)
    _add_own_towns(context, full, index)
    city = index.ancestor(context.home, "prefecture") or index.ancestor(context.home, "province")
    context.city = city.code if city else ""
    context.zone = _zone(whole, total, context.codes, index)
    context.local = _local(total, context, articles, index)
    _add_short_towns(context, articles, index)
    for article in articles:
        guests[article.id] |= _visitors(article.text, context.hits[article.id], context)
        own_weights = _without(by_article[article.id], guests[article.id] | _towns_of(guests[article.id], context.codes, index))
        home = _home(own_weights, context.codes, index)
        if home and context.home and _county_votes(own_weights, context.codes, index)[home] < _FAINT:
            home = context.home  # told of only as whom the page's own people help
        home = _in_own_words(home, article.text, own_weights, context.codes, index)
        home = _said_own(home, [article], context, index)
        home = _city_of_report(home, article.text, own_weights, paper, index)
        if home and context.home and home == index.today(context.home):
            home = context.home  # 靖西县 on a page of its time, in an article that names only its towns
        ours = index.by_code[context.home] if context.home else None
        if ours is not None and ours.level == "county" and f"我{ours.name[-1]}" in article.text:
            named = any(form in article.text for form in (ours.name, *ours.short))
            home = paper if paper and not named and ours.name[-1] == "市" else ours.code  # whichever guests it names
        if home:
            context.homes[article.id] = home
        zone = _zone(article.text, by_article[article.id], context.codes, index)
        if zone or not home or not context.zone:
            context.zones[article.id] = zone or context.zone
        else:
            context.zones[article.id] = "" if index.by_code[home].level == "county" else context.zone
    return context


_ITS_PAPER = 6  #: the weight of the county whose paper a page is
# 子长报, 今日德清, 卧龙新闻网 > 要闻: the first line of a county's own paper or site.
_COUNTYS_PAPER = re.compile(
    r"[ \u3000]*(?:今日(?P<today>[一-龥]{2,3})|(?P<paper>[一-龥]{2,4}?)[县市区旗]?(?:周|时|快|导|日)?报|"
    r"(?P<site>[一-龥]{2,4}?)[县市区旗]?(?:新闻网|融媒(?:体中心)?|发布))(?=[ \u3000>\r\d]|第|$)",
    re.MULTILINE,
)


def _masthead(text: str, index: Gazetteer) -> str:
    """The name of the county whose own paper or site the first line of a page names; none where a city bears the name too."""
    first = _COUNTYS_PAPER.match(text.lstrip()[:_MASTHEAD])
    name = next(filter(None, first.groups()), "") if first is not None else ""
    places = [p for p in index.by_short.get(name, ()) if p.current and p.level in WIDE_LEVELS] if name else []
    return name if len(places) == 1 and places[0].level == "county" else ""


_MASTHEAD = 80  #: characters of a page in which its masthead stands
_PAPER = re.compile(r"^[ \u3000]*([一-龥]{2,5})(?:日报|晚报|晨报|早报|商报)", re.MULTILINE)


def _paper_of_city(text: str, index: Gazetteer) -> str:
    """The code of the prefecture whose daily a page is, by its masthead: 某某日报."""
    masthead = _PAPER.search(text, 0, _MASTHEAD)
    places = index.by_short.get(masthead[1], ()) if masthead is not None else ()
    cities = [place for place in places if place.level == "prefecture" and place.current]
    return cities[0].code if len(cities) == 1 else ""


def _find_rest(text: str, articles: Sequence[Article]) -> Iterator[str]:
    """The stretches of a page that are in no article: before, between and behind them, and between headline and body."""
    done = 0
    for article in sorted(articles, key=lambda article: article.offsets[0]):
        places = article.offsets
        halves = (0, article.body, len(places) - 1) if 0 < article.body < len(places) - 1 else (0, len(places) - 1)
        for lo, hi in pairwise(halves):
            if places[lo] > done:
                yield text[done : places[lo]]
            done = max(done, places[hi - 1] + 1)
    yield text[done:]


_HELD_THERE = re.compile("[^，。；]{0,24}?(?:举行|召开|举办|开幕|拉开|启动)")
_FAINT = 0.6  #: votes below which an article is rather about the page's own home
_FEW = 3  #: articles up to which a page's guests are no hosts of its other articles
# 甲区考察团来邳考察: who comes here, where the page's county bears a single character.
_COME = needing(
    "一行 代表团 学习团 考察团 考察组 调研组",
    "(?:代表团|考察团|考察组|调研组|学习团|一行)[^，。；\n]{0,6}?来[一-龥]{1,3}?(?=参观|考察|调研|学习|交流|访问|指导|对接|开展)",
)
_VISITED = needing(
    "我区 我县 我市 我旗 我州",
    "(?:到|来|赴|莅临|抵|访|调研|考察|视察|检查|督导|督查|向|帮扶|支援|援助|援建|结对)我[县区市旗州]",
)


# 区委书记甲|率队赴|某区|考察学习: where a county's own people go to learn and to invite, and are no hosts.
_OWN_GO = needing(
    "学习 考察 取经 招商 交流 参观 对接 推介 洽谈",
    "(?:(?<![一-龥])|(?<=[由率领队长我]))市(?:委|政府|人民政府|人大|政协|党政|领导|市?长)[^。；\n]{0,70}?(?:赴|前往|走进)[^，。；\n]{0,24}?(?:招商|推介|洽谈|取经|学习考察|考察学习|对接)|"
    "(?:(?<![一-龥])|(?<=[由率领队长我]))[区县旗](?:第?[一二三四五六七八九十]{1,4}届)?(?:委|政府|人民政府|人大|政协|党政|领导|[区县旗]?长)[^。；\n]{0,70}?"
    "(?:(?:赴|前往|走进)[^，。；\n]{0,30}?(?:[，,](?:围绕|就|开展|重点|专题|进行)[^。；\n]{0,60}?)?(?:学习|考察|取经|招商|交流|参观|对接)|到[^，。；\n]{0,30}?(?:学习|取经|招商|交流|对接))"
    "|(?<![一-龥])[一-龥]{1,4}[县区市旗](?:(?:党政)?(?:考察|代表|学习)(?:学习)?团|(?:人大|政协)(?:代表|委员|常委会))[^。；\n]{0,30}?(?:赴|前往)[^，。；\n]{0,30}?(?:学习|考察|取经|招商|交流|参观|对接)",
)


def _guests(text: str, hits: Sequence[Hit], index: Gazetteer) -> frozenset[str]:
    """Counties whose people come, and those that the county's own people visit to learn from. They are not the home.

    某县政协一行来到我县; 我县党政考察团赴某县学习. However often they are named.
    """
    codes: set[str] = set()
    for journey in _OWN_GO.finditer(text):
        for hit in hits:
            if journey.start() < hit.start and hit.end <= journey.end():
                places = index.by_name.get(hit.name, ())
                today = [place for place in places if place.current] or places  # 宁德市 was a county's name once
                if today and all(place.level in ("prefecture", "county") for place in today):
                    codes |= {place.code for place in places}
    for visit in (*_VISITED.finditer(text), *_COME.finditer(text)):
        start = max(text.rfind(mark, 0, visit.start()) for mark in "。；\n") + 1
        for hit in hits:
            if start <= hit.start and hit.end <= visit.start():
                places = index.by_name.get(hit.name) or index.by_short.get(hit.name, ())
                if places and all(place.level == "county" for place in places):
                    codes |= {place.code for place in places}
    codes |= _guests_of_cities(text, hits, index)
    if not codes:
        return frozenset()
    return frozenset(
        hit.name
        for hit in hits
        if codes.issuperset(place.code for place in index.by_name.get(hit.name) or index.by_short.get(hit.name, ()))
    )


# 温州市政协主席甲|一行来|丽水市考察，市长乙陪同: whoever says 来 is at home there.
_COMES_TO_CITY = needing(
    "来 莅临",
    "(?:一行|[团组队]|率[^，。；\n]{0,16}?|带领[^，。；\n]{0,16}?)[^，。；\n]{0,6}?(?:前来|来|莅临)(?=[一-龥]{2,6}[市州盟县区])",
)


def _guests_of_cities(text: str, hits: Sequence[Hit], index: Gazetteer) -> set[str]:
    """Cities and counties whose people come to another one that is not theirs, as its own report tells."""
    codes: set[str] = set()
    for visit in _COMES_TO_CITY.finditer(text):
        there = next((hit for hit in hits if hit.start == visit.end()), None)
        hosts = [place for place in index.by_name.get(there.name, ()) if place.level in WIDE_LEVELS] if there is not None else ()
        start = max(text.rfind(mark, 0, visit.start()) for mark in "。；\n") + 1
        for hit in hits if hosts else ():
            places = index.by_name.get(hit.name, ()) if start <= hit.start and hit.end <= visit.start() else ()
            wide = bool(places) and all(place.level in ("prefecture", "county") for place in places)
            if wide and not any(
                index.within(host.code, place.code) or index.within(place.code, host.code) for host in hosts for place in places
            ):
                codes |= {place.code for place in places}
    return codes


_GOES = re.compile("[^。；\n]{0,30}?(?:到|来|赴|莅临|走进|抵达)")


def _visitors(text: str, hits: Sequence[Hit], context: PageContext) -> frozenset[str]:
    """Counties whose people come to another county that is not theirs: 某区人大常委会主任甲率队到|某县|调研.

    The page's own county is no visitor: when its people go out, 县委书记 is still its own.
    """
    index = gazetteer()
    counties = {name: code for name, code in context.codes.items() if index.by_code[code].level == "county"}
    hits = [hit for hit in hits if hit.name in counties]
    found: set[str] = set()
    for one, other in pairwise(hits):
        if (
            counties[one.name] not in (counties[other.name], context.home)
            and _ITS_PEOPLE.match(text, one.end)
            and _GOES.fullmatch(text, one.end, other.start)
        ):
            found.add(counties[one.name])
    return frozenset(name for name, code in counties.items() if code in found)


_ITS_PEOPLE = re.compile("[县区市旗]?(?:委|政府|人民政府|人大|政协|党政|考察|代表团|[县区市旗]?长|领导|一行|工商联)")


def _without(weights: Counter[str], names: frozenset[str]) -> Counter[str]:
    return Counter({name: weight for name, weight in weights.items() if name not in names}) if names else weights


def _towns_of(cities: Iterable[str], codes: dict[str, str], index: Gazetteer) -> frozenset[str]:
    """赴|宁波市|招商，高桥镇党委书记陪同: towns that are those of a city gone to by their names alone."""
    gone = [code for name in cities if (code := codes.get(name)) is not None and index.by_code[code].level == "prefecture"]
    if not gone:
        return frozenset()
    towns = (name for name, code in codes.items() if index.by_code[code].level == "township")
    return frozenset(name for name in towns if any(index.within(codes[name], city) for city in gone))


def _add_own_towns(context: PageContext, names: Iterable[str], index: Gazetteer) -> None:
    """龙泉镇, which many counties have: the one of the page's own county, if no other county that the page names has one."""
    home = index.today(context.home) if context.home else ""
    if not home or index.by_code[home].level != "county":
        return
    named = frozenset(context.codes.values())
    for name in names:
        known = context.codes.get(name)
        if known is not None and index.by_code[known].level != "township":
            continue
        if known is not None and (index.by_code[known].parent in named or index.within(known, home)):
            continue  # 石桥镇 of another county that is told of
        own = {place.code for place in index.by_name.get(name, ()) if place.level == "township" and place.parent == home}
        if len(own) == 1:
            context.codes[name] = own.pop()


def _add_short_towns(context: PageContext, articles: Sequence[Article], index: Gazetteer) -> None:
    """Townships of two characters (范镇) are looked for in their own county's pages only."""
    towns = {
        place.name: place.code for place in index.children(context.home) if len(place.name) == 2 and place.level == "township"
    }
    for name, code in sorted(towns.items()):
        for article in articles:
            if name not in article.text:
                continue
            found = [Hit(m.start(), m.end(), name) for m in re.finditer(re.escape(name) + "(?!长)", article.text)]
            held = context.hits[article.id]
            fresh = [hit for hit in found if not any(h.start < hit.end and hit.start < h.end for h in held)]
            if fresh:
                context.codes[name] = code
                context.hits[article.id] = sorted([*held, *fresh])


def _is_formal_short(name: str, index: Gazetteer) -> bool:
    return is_formal(name) and name in index.by_short


# 公安|河北|分局, 消防|河北|支队: offices that a city has in each of its districts, which are called by their short names.
_BRANCH = needing(
    "分局 支队",
    "(?=[公消交税规国市生])(?:公安局?|消防|交警|税务局?|规划局?|国土局?|市场监管局?|生态环境局?)(?P<of>[一-龥]{2,4}?)(?:分局|支队)",
)
_DISTRICT_SPEAKS = needing(
    "区长 区委 区政府 区领导 区人大 区政协",
    "(?<![一-龥])(?:常务)?副?区(?:长|委(?![员托])|政府|领导|人大|政协)",
)


def _district_of_branches(text: str, codes: dict[str, str], index: Gazetteer) -> Place | None:
    """公安河北分局, in 天津: the one district of the page's cities that has such an office, where the page speaks of its 区.

    A short name that only such offices bear is the district's, though a province is called so too.
    """
    if "分局" not in text and "支队" not in text:
        return None
    named = Counter(match["of"] for match in _BRANCH.finditer(text)) if _DISTRICT_SPEAKS.search(text) else Counter()
    cities = [code for code in codes.values() if _is_city(index.by_code[code])] if named else []
    districts = {
        place.code: short
        for short in named
        for place in index.by_short.get(short, ())
        if place.level == "county" and place.current and any(index.within(place.code, city) for city in cities)
    }
    if len(districts) != 1:
        return None
    code, short = districts.popitem()
    place = index.by_code[code]
    if text.count(short) - text.count(place.name) == named[short]:
        codes[short] = code
    return place


def _is_city(place: Place) -> bool:
    return place.level == "prefecture" or (place.level == "province" and place.code[:2] in MUNICIPALITIES)


_LIST_END = re.compile("(?:等)?(?:[一二三四五六七八九十\\d]+个?)?(?:县|市|区|旗|地)")


def _find_lists(text: str, hits: Sequence[Hit]) -> frozenset[str]:
    """Bare names in a list: 柯城、衢江、常山等县（市、区）. Three make a list, and two that its last word calls counties."""
    found: set[str] = set()
    chain: list[Hit] = []
    for hit in (*hits, Hit(len(text) + 9, len(text) + 9, "")):
        if chain and text[chain[-1].end : hit.start] in ("、", "和", "与", "及"):
            chain.append(hit)
            continue
        if len(chain) > 2 or (len(chain) == 2 and _LIST_END.match(text, chain[-1].end)):
            found.update(each.name for each in chain)
        chain = [hit]
    return frozenset(found)


def _find_sure(text: str, hits: Sequence[Hit], paper: str, index: Gazetteer) -> frozenset[str]:
    """Bare names told of once that are surely places: 广水|杨寨镇, before its town; |曾都|启动…, in the daily of its city."""
    found: set[str] = set()
    for at, hit in enumerate(hits):
        after = hits[at + 1] if at + 1 < len(hits) and hits[at + 1].start == hit.end else None
        if hit.start == 0 and hit.name not in index.by_name and ACTS_AT_HEAD.match(text, hit.end):
            found.add(hit.name)  # |保康|举行…: the headline's subject
            continue
        if (after is None and not paper) or hit.name in index.by_name:
            continue
        codes = {place.code for place in index.by_short.get(hit.name, ()) if place.level == "county" and place.current}
        towns = index.by_name.get(after.name, ()) if after is not None else ()
        if any(index.within(town.code, code) for town in towns for code in codes):
            found.add(hit.name)
        elif text[hit.start - 1 : hit.start] in ("。", "；", "\n") and any(index.within(code, paper) for code in codes if paper):
            found.update([hit.name] if words().frequency(hit.name) <= 100 or words().tag(hit.name).startswith("ns") else [])
    return frozenset(found)


def _add_shorts(
    codes: dict[str, str], total: Counter[str], index: Gazetteer, furniture: Set[str], units: Set[str], listed: Set[str]
) -> None:
    """A county's bare name (义乌) counts where the page has its full one, or where no other county bears it in the same city.

    Once is enough in a list of places (``listed``), or where the page's furniture has it.
    """
    known = set(codes.values())
    cities = {city.code for code in known if (city := _city_around(code, index)) is not None}
    counties = [code for code in known if index.by_code[code].level in ("county", "township")]
    for name, weight in total.items():
        if name in codes or name in index.by_name or name not in index.by_short:
            continue
        places = _current(tuple(p for p in index.by_short[name] if p.level in ("county", "prefecture", "province")))
        sure = {p.code for p in places if p.code in known}
        if len(sure) == 1:
            codes[name] = sure.pop()
            continue
        if (
            name not in listed
            and name not in furniture
            and words().frequency(name) > 100
            and not words().tag(name).startswith("ns")
        ):
            continue
        rivals, places = places, _of_its_time(places, units, index)
        near = {p.code for p in places if p.parent in cities and p.level == "county"}
        if not near and len(places) == 1:  # 公主岭, told of beside the city that it was in then
            near = {
                p.code for p in index.by_short[name] if p.name == places[0].name and p.parent in cities and p.level == "county"
            }
        if len(near) > 1:  # 金坛 is the district of today, not the city that it was
            near = {p.code for p in places if p.code in near and p.current}
        if len(near) == 1 and (weight >= 2 or name in listed):
            codes[name] = near.pop()
        elif (
            len({p.code for p in places}) == 1
            and places[0].level == "county"
            and (len(places) == len(rivals) or weight >= _OFTEN or name in furniture or _is_spoken_of(places[0], units))
            and ((weight >= 2 and not counties) or name in furniture or (not known and places[0].name[-1] in units))
        ):
            codes[name] = places[0].code


def _is_spoken_of(place: Place, units: Set[str]) -> bool:
    """Whether a page speaks of its own 区 where a place is one today: 大足中学 beside 区委, though 大足 was a 县."""
    return place.current and place.name[-1] in units


def _of_its_time(places: tuple[Place, ...], units: Set[str], index: Gazetteer) -> tuple[Place, ...]:
    """One place for a county and what it became, 宁乡县 and 宁乡市: the one that the page's own words (县委, 我市) speak of."""
    heirs = {place.code: index.today(place.code) for place in places}
    if len(set(heirs.values())) == len(places):
        return places
    said = {heirs[place.code]: place for place in places if place.name[-1] in units and not place.current}
    kept = (p for p in places if p.code == heirs[p.code] or heirs[p.code] not in heirs)
    return tuple(said.get(p.code, p) if p.name[-1] not in units else p for p in kept)


def _city_around(code: str, index: Gazetteer) -> Place | None:
    """The prefecture or municipality around a place: 北京市 of 房山区."""
    return index.ancestor(code, "prefecture") or (index.ancestor(code, "province") if code[:2] in MUNICIPALITIES else None)


def _add_pairs(hints: Counter[str], found: Iterable[Sequence[Hit]], index: Gazetteer) -> None:
    """A name right after that of its holder (朝阳区|东湖街道) speaks for the one holder that has such a place."""
    pairs = {(a.name, b.name) for hits in found for a, b in pairwise(hits) if a.end == b.start}
    for outer, inner in sorted(pairs):
        holders = {place.code: place.parent for place in index.by_name.get(outer, ())}
        both = {place.parent for place in index.by_name.get(inner, ())} & holders.keys()
        if len(both) == 1 and len(holders) > 1:
            code = both.pop()
            hints[code] += 2
            hints[holders[code]] += 2


def _add_chained(context: PageContext, articles: Sequence[Article], index: Gazetteer) -> None:
    """A name right after its province or city (河南|太康, 天津市|河东区): the one place of that name in it."""
    for article in articles:
        for outer, hit in pairwise(context.hits[article.id]):
            code = context.codes.get(outer.name)
            if outer.end != hit.start or code is None or hit.name in context.codes:
                continue
            if hit.name in index.by_name:
                counties = {p.code for p in index.by_name[hit.name] if p.current and p.level == "county"}
                counties = {county for county in counties if county != code and index.within(county, code)}
                if len(counties) == 1 and index.by_code[code].level in ("province", "prefecture"):
                    context.codes[hit.name] = counties.pop()
                continue
            if words().frequency(hit.name) >= COMMON and not article.text.startswith(("人", "籍"), hit.end):  # 广西|江南
                continue
            if index.by_code[code].level not in ("province", "prefecture") or _IN_FIRM.match(article.text, hit.end):
                continue  # 新疆|天山|雪域乳业有限公司
            inner = [p for p in index.by_short.get(hit.name, ()) if p.level in WIDE_LEVELS and index.within(p.code, code)]
            codes = {p.code for p in inner if p.current}  # 苏州|平江历史街区 names no district of the past
            if len(codes) == 1:
                context.codes[hit.name] = codes.pop()


def _local(total: Counter[str], context: PageContext, articles: Sequence[Article], index: Gazetteer) -> str:
    """The county of a local paper: it has most of the votes of a page with several articles."""
    votes = _county_votes(total, context.codes, index)
    home = context.home
    counties = {code: count for code, count in votes.items() if index.by_code[code].level == "county"}
    if home not in counties or len(articles) < 2 or _is_of_city(context.page, index.ancestor(home, "prefecture")):
        return ""
    return home if counties[home] >= 0.5 * sum(counties.values()) else ""


_DATELINE = re.compile("本[报网台](?P<place>[一-龥]{2,5}?)[讯电]")


def _is_of_city(page: Page, city: Place | None) -> bool:
    """Whether a page is of a whole city's paper: by its name (某某日报), or because its reports come from several counties."""
    if len({match["place"] for match in _DATELINE.finditer(page.text)}) > 1:
        return True
    names = [form for form in (city.name, *city.short) if len(form) > 1] if city is not None else []
    furniture = f"{page.text[:300]}\n{page.text[-200:]}\n{page.site}\n{page.title}"
    return any(paper.group().startswith(tuple(names)) for paper in _CITY_PAPER.finditer(furniture)) if names else False


_CITY_PAPER = re.compile("[一-龥]{2,4}?(?:日报|晚报|晨报|早报|时报|商报|都市报|新闻网|广播电视)")


def _is_city_short(name: str, index: Gazetteer) -> bool:
    return index.is_short(name, ("province", "prefecture"))


def _is_city_called(name: str, names: Iterable[str], index: Gazetteer) -> bool:
    """Whether a short name is a city's; 乌市, of one character, only where the page names the city or its province too."""
    if not _is_city_short(name, index):
        return False
    if len(name) > 2 or name[-1] != "市":
        return True
    cities = [place for place in index.by_short[name] if place.level == "prefecture"]
    provinces = [index.by_code[place.parent] for place in cities]
    forms = {form for place in (*cities, *provinces) for form in (place.name, *place.short) if form != name}
    return not forms.isdisjoint(names)


def _best_hint(hints: Counter[str]) -> str:
    return min(hints, key=lambda code: (-hints[code], -len(code.rstrip("0")), code)) if hints else ""


def _own_city(codes: dict[str, str], units: Set[str], index: Gazetteer) -> str:
    """The one city of a page that calls it 我市, 市委, and names it by its short name only, in 荆州开发区."""
    cities = {code for code in codes.values() if index.by_code[code].level == "prefecture"} if "市" in units else set()
    return cities.pop() if len(cities) == 1 else ""


def _home(weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> str:
    """The county that the names are mostly about, else the city; of two as often named the one that comes first."""
    votes = _county_votes(weights, codes, index)
    if not votes:
        return ""
    return min(votes, key=lambda code: -votes[code])


# How a page speaks of its own district: 区委, 我县, 全市 (not 某区委).
_OWN_WORD = re.compile(
    "(?=[全区县市我旗])(?:"
    r"(?:(?<![一-龥])|(?<=[由在对向和与及到来为是]))(?P<bare>[县区市旗])"
    r"(?:委|人民政府|政府|长|领导|人大|政协|纪委|直)|我(?P<my>[县区市旗])|全(?P<all>[县区市旗])"
    ")"
)
# 成都市副市长甲，|我市市委书记乙|一同调研: two cities' leaders in one list.
_OUR_LEADERS = re.compile("[^。；\n]{2,80}?[，、和及]我市(?:市?委|副?市长|市?领导|政府|人大|政协)")
COMES = re.compile("(?:到|来|赴|莅临|抵|调研|考察|视察|检查|督导|督查)我市")


def _visits_below(city: Place, text: str) -> bool:
    """青岛市市长到我市: the officials of the city come, so 我市 is one of its counties."""
    name = city.name.removesuffix("市")
    official = re.search(f"{re.escape(name)}市?(?:市委|委|政府|副?市长|市领导|人大|政协|纪委|[一-龥]{{1,8}}局)", text)
    if official is None:
        return False
    return COMES.search(text) is not None or _OUR_LEADERS.match(text, official.end()) is not None


@lru_cache(maxsize=64)
def _count_own_units(text: str) -> Counter[str]:
    """How often a text speaks of its own 县, 区, 市: asked of the page, of all its articles and of each."""
    return Counter(match["bare"] or match["my"] or match["all"] for match in _OWN_WORD.finditer(text))


def _in_own_words(home: str, text: str, weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> str:
    """The county that a page speaks of as 我区, 县委, where most of the names are those of the city around it."""
    units = _count_own_units(text) if home else Counter()
    if not units:
        return home
    unit, count = min(units.items(), key=lambda item: (-item[1], item[0]))
    around = index.by_code[home].level in ("prefecture", "province")
    own = index.by_code[home].name.endswith(unit)
    if not (around and _visits_below(index.by_code[home], text)) and (own or (not around and f"我{unit}" not in text)):
        return home  # a county's own page; a guest's county only where the page calls another its own
    if count < 2 and not re.search(f"[到来赴我]我?{unit}", text):
        return home
    best: tuple[float, str] = (0.0, "")
    for name, weight in weights.items():
        known = codes.get(name)
        places = [index.by_code[known]] if known else list(index.by_name.get(name) or index.by_short.get(name, ()))
        inside = [p for p in places if p.level == "county" and (not around or index.within(p.code, home))]
        counties = {p.code for p in inside if p.current or known or all(not other.current for other in inside)}
        counties = {code for code in counties if index.by_code[code].name.endswith(unit)}
        if len(counties) == 1 and weight > best[0]:
            best = (weight, counties.pop())
    own_weight = max((weight for name, weight in weights.items() if codes.get(name) == home), default=0)
    city = index.ancestor(home, "prefecture")
    if not around and city is not None and city.name.endswith(unit) and best[0] * 2 < own_weight:
        return home  # 我市 is the city that holds a district
    if best[1]:
        name = index.by_code[best[1]].name
        codes.setdefault(name, best[1])
        for short in index.by_code[best[1]].short:
            if short in weights:
                codes.setdefault(short, best[1])
    return best[1] or home


def _said_own(home: str, articles: Sequence[Article], context: PageContext, index: Gazetteer) -> str:
    """甲市乙镇与我市|丙乡|结对: the county of a town that a page calls its own, where its guests are named more often."""
    owns: set[str] = set()
    for article in articles:
        for hit in context.hits[article.id]:
            code = context.codes.get(hit.name, "") if article.text.endswith(_OURS, 0, hit.start) else ""
            county = index.ancestor(code, "county") if code else None
            if county is not None:
                owns.add(county.code)
    own = owns.pop() if len(owns) == 1 else ""
    return own if own and home and not index.within(own, home) and home[:4] != own[:4] else home


_OURS = ("我市", "我县", "我区", "我旗", "我州")


_FEW_COUNTIES = 3  #: of one city in a report: more than the place and its neighbour


def _city_of_report(home: str, text: str, names: Iterable[str], paper: str, index: Gazetteer) -> str:
    """The city whose daily tells of 全市 and 市委 and of several of its counties, where one of them is named most often."""
    if not paper or not home or index.by_code[home].level != "county" or not index.within(home, paper):
        return home
    units = _count_own_units(text)
    if units["市"] < 2 or len(units) > 1 or index.by_code[home].name.endswith("市"):
        return home
    counties = {
        place.code
        for name in names
        for place in index.by_name.get(name) or index.by_short.get(name, ())
        if place.level == "county" and place.current and index.within(place.code, paper)
    }
    return paper if len(counties) >= _FEW_COUNTIES else home


def _county_votes(weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> Counter[str]:
    votes: Counter[str] = Counter()
    for name, weight in weights.items():
        code = codes.get(name)
        if code is None:
            continue
        place = index.by_code[code]
        if place.level == "county" or (place.level == "zone" and len(code) == 6):
            formal = name in index.by_name or _is_formal_short(name, index)
            votes[code] += weight if formal else weight * 0.25  # type: ignore[assignment]
        elif place.level in ("township", "zone"):
            county = index.ancestor(place.parent, "county") or index.ancestor(place.parent, "zone")
            if county is not None:
                votes[county.code] += weight * 0.4  # type: ignore[assignment]
        elif place.level == "prefecture" and name in index.by_name:
            votes[code] += weight * 0.75  # type: ignore[assignment]
        elif place.level == "province" and name in index.by_name and code[:2] in MUNICIPALITIES:
            votes[code] += weight * 0.5  # type: ignore[assignment]
    named = frozenset(codes.values())
    for code in sorted(votes.keys() - named):
        place = index.by_code[code]
        same = (past for short in place.short[:1] for past in index.by_short.get(short, ()))
        past = next((p.code for p in same if p.code in named and not p.current and p.parent == place.parent), "")
        past = past or _renamed(place, named, index)
        if past:
            votes[past] += votes.pop(code)  # 靖西县, whose towns the lists have under the city that it became
    return votes


def _renamed(place: Place, named: Set[str], index: Gazetteer) -> str:
    """The one county of the past that a page names and that no list says the heir of: 户县, whose towns are 鄠邑区's today."""
    gone = [code for code in named if index.may_be(code, place.code)]
    return gone[0] if len(gone) == 1 else ""


def _zone(text: str, weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> str:
    """The zone that a text is about, where no county has as many votes."""
    zones = Counter(_HOME_ZONE.findall(text))
    if not zones:
        return ""
    name, count = min(zones.items(), key=lambda item: (-item[1], item[0]))
    counties = [*_county_names(codes, index)]
    if any(county + name in text for county in counties):
        return ""  # 云岭|经济开发区: one of the county's
    rival = max((weights[county] for county in counties), default=0)
    return name if count >= 2 and text.count(name) > rival else ""
