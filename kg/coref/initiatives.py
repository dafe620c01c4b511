"""Initiatives: campaigns, projects and schemes that one page tells of again in other words.

“清风行动” is “清风”行动; “百千万工程” is “百县千镇万村高质量发展工程”; 共享农庄项目 is 某镇共享农庄项目;
该项目 is the last project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.coref.referents import PageReferents, Referent
from kg.extract.base import InitiativeValue, PlaceValue, sentence_at
from kg.extract.clauses import ITS_PHASE, is_whole
from kg.extract.scheme_names import YEAR_TAIL
from kg.gazetteer import gazetteer
from kg.model import Article, Kind, Mention
from kg.words import words

_TYPE_TAIL = re.compile(
    r"(?:专项|建设|改造|提升|开发|整治)?(?:行动|活动|工作|机制|制度|工程|项目|系统|平台|工作机制|工作制度|建设|服务|模式)?"
)
_SUBTITLE = ("—", "-", "·", "：", ":")
_OF_FIRM = re.compile("有限公司|集团|公司")
_QUOTED_TYPE = re.compile(r"(?:专项)?(?:行动|活动|工程|计划|机制|模式|工作法|项目)$")
_YEARLY = re.compile(r"年[产加处利]\D{0,2}\d")
_AND = re.compile("[和与及]")
_ANOTHER_PART = re.compile(
    "[（(]?(?:[一二三四五六\\d]|首|后|前|扩|续|配套|附属|改|迁|之|和|与|及|、)"
)  # 某某二期项目, 某某扩建项目
_NUMERAL = re.compile(r"[\d一二三四五六七八九十东西南北]")


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
    if (year := YEAR_TAIL.search(long)) is not None and short == _without_type(long[: year.start()]):
        return True  # “春雷行动”, “春雷行动2021”
    return len(short) >= 4 and long.startswith(short) and bool(_TYPE_TAIL.fullmatch(long[len(short) :]))


# “某某百日行动”（|以下简称|“百日行动”）: the short name of what has just been named.
_CALLED_SHORT = re.compile("[（，(](?:以下|下文|下)?(?:统称|简称|称)(?:为|作)?“?$")


def _short_names(article: Article, mentions: Sequence[Mention]) -> dict[str, InitiativeValue]:
    """What the short names of an article stand for, wherever it has them: its headline too."""
    short: dict[str, InitiativeValue] = {}
    for before, mention in pairwise(mentions):
        whole, value = before.value, mention.value
        if not isinstance(whole, InitiativeValue) or not isinstance(value, InitiativeValue) or whole.back or value.back:
            continue
        if mention.start - before.end < 12 and _CALLED_SHORT.search(article.text, before.end, mention.start):
            short[value.bare] = whole
    return short


def _is_subtitled(name: str, known: Referent) -> bool:
    """“清泉计划”, “清泉计划——教师赋能行动”: the one is all that stands before the dash of the other."""
    short, long = sorted((name, known.label), key=len)
    return known.subtype != "Project" and len(short) > 3 and long.startswith((short + "—", short + "："))


def _told_as_ours(value: InitiativeValue, bare: str, known: Referent) -> bool:
    """我乡|苗绣扶贫项目, 某县苗绣产业扶贫项目: what a paper calls its own, by some of the words of the name."""
    place = value.place.value if value.place is not None else None
    if not isinstance(place, PlaceValue) or not place.relative or known.subtype != "Project" or len(bare) < 4:
        return False
    pieces, at = words().cut(bare), -1
    for piece in pieces:
        at = known.key[1].find(piece, at + 1)
        if at < 0:
            return False
    return len(pieces) > 1 and known.key[1].endswith(pieces[-1])


def _elsewhere(value: InitiativeValue, near: Referent | None, known: Referent) -> bool:
    """Whether a project of one town, village or compound cannot be one that is known of another of the same level."""
    if near is None or known.key[0] != "initiative" or not value.subtype == known.subtype == "Project":
        return False
    return known.place is not None and near is not known.place and near.level == known.place.level


def _same_project(bare: str, value: InitiativeValue, known: Referent) -> bool:
    """A project told of again without its town (某镇|共享农庄项目, 共享农庄项目), or with one that it was told of without."""
    if value.place is not None and known.place is not None:
        return False
    if bare == known.key[1]:
        return True
    if "、" in bare + known.key[1] and _AND.sub("、", bare) == _AND.sub("、", known.key[1]):
        return True  # 甲水库和乙水库加固项目, 甲水库、乙水库加固项目
    short, long = sorted((bare, known.key[1]), key=len)
    if len(short) == 4 and _YEARLY.match(long) is not None:
        return long.endswith(short)  # 磷酸铁锂项目, 年产10万吨磷酸铁锂项目
    return len(short) >= 5 and long.endswith(short)


# 甲公司|18万吨|饲料项目, 甲公司|现代化|饲料项目: how much it makes and how, with which a project is told once and not again.
_SIZED = re.compile(
    "(?:年产|日产|新增|新建)?[\\d.]+(?:余|多)?[万千百亿]*(?:吨|台套|台|套|辆|件|头|只|羽|平方米|立方米|亩|千瓦|兆瓦|MW|条|支|瓶|锭)"
)
_SAID_OF = re.compile("现代化|产业化|智能化|自动化|标准化|新建的?|大型")
_PHASE_OF = re.compile("(?P<whole>[^，。]{3,}?项目)[一-龥]{0,4}?[一首]期(?:工程|项目)?")


def _plainer(name: str, known: str) -> bool:
    """Whether a project's name is another's with its size or its praise left out: 甲公司饲料项目, 甲公司18万吨饲料项目."""
    short, long = sorted((name, known), key=lambda told: (_SIZED.search(told) is not None, len(told)))
    if _SIZED.search(short) is not None or not (short + long).endswith("项目"):
        return False
    full, plain = _SIZED.sub("", long), _SAID_OF.sub("", short)
    if plain in (full, _SAID_OF.sub("", full)):
        return len(plain) > 5 and full + plain != long + short
    start = next((at for at, (a, b) in enumerate(zip(plain, full, strict=False)) if a != b), 0)
    return plain != short and start >= 4 and len(plain) - start >= 4 and full.endswith(plain[start:])


# 创建全国文明城市, 全国文明城市创建工作, 创文: one rank that a city strives for, in whatever order its words come.
_STRIVES = re.compile(
    "(?:争创|创建|巩固|迎检)?(?:全国|国家级?|省级|全省)?(?:县级)?(?P<rank>(?:文明|卫生|园林|森林|双拥模范|环保模范|食品(?:药品)?安全(?:示范)?)(?:城市?|县城?))"
    "(?:创建|争创|复审|建设|迎检|巩固)?(?:工作|活动|行动)?"
)
_STRIVES_SHORT = {"创文": "文明城", "创卫": "卫生城", "创城": "文明城"}


def _rank_striven(name: str) -> str:
    """The rank that a city strives for: 文明城 for 创建全国文明城市, 文明城市创建工作 and 创文."""
    short = _STRIVES_SHORT.get(name.removesuffix("工作"), "")
    match = _STRIVES.fullmatch(name) if not short else None
    return match["rank"].rstrip("市县城") + "城" if match is not None else short


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


def _begun_alike(article: Article, mentions: Sequence[Mention]) -> dict[str, InitiativeValue]:
    """Projects told of by how their name begins: 国道某线项目 for 国道某线某段改建工程项目, where one alone begins so."""
    values = [mention.value for mention in mentions if isinstance(mention.value, InitiativeValue)]
    bare = {value.bare: value for value in values if value.subtype == "Project" and not value.back}
    phases = {name: phase["whole"] for name in bare if (phase := _PHASE_OF.fullmatch(name)) is not None}
    whole = {name: bare[of] for name, of in phases.items() if of in bare}  # 某某项目某县一期工程, 某某项目
    for short in bare:
        begin = short[:-2]
        if len(begin) < 4 or not short.endswith(("项目", "工程")):
            continue
        longer = [name for name in bare if name.startswith(begin) and len(name) > len(short) + 1 and name.endswith(short[-2:])]
        if len(longer) != 1 or _ANOTHER_PART.match(longer[0], len(begin)):
            continue
        where = [{sentence_at(article, m.start).lo for m in mentions if _is_called(m, name)} for name in (short, longer[0])]
        if where[0].isdisjoint(where[1]):
            whole[short] = bare[longer[0]]
    return whole


def _is_called(mention: Mention, bare: str) -> bool:
    return isinstance(mention.value, InitiativeValue) and mention.value.bare == bare


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
    elif subtype != "Campaign" or len(short) < 8 or short[-2:] != long[-2:]:
        return False
    elif len(long) > 2 * len(short):
        return long.endswith(short)  # “同心向党 合力兴乡”某县百万职工下乡行动: with its motto
    rest = iter(long)
    return all(char in rest for char in short)


# 县里此次|严打整治行动: this one, however much of its name is told.
_THIS_TIME = ("此次", "本次", "这次", "该")


def _tail_of(name: str, bare: str) -> str:
    return name.removeprefix(bare) if len(name) >= len(bare) + 5 else ""


def _named_by_tail(value: InitiativeValue, bare: str, known: Referent, this: bool) -> bool:
    """消防宣传月 for “119”消防宣传月: a campaign without its quoted name; 此次严打整治行动 for 冬季严打整治行动."""
    if not value.subtype == known.subtype == "Campaign":
        return False
    if this and len(value.name) > 4 and known.label.endswith(value.name):
        return True
    for tail, name in ((_tail_of(known.label, known.key[1]), value.name), (_tail_of(value.name, bare), known.label)):
        if tail and len(name) > 4 and (name == tail or _begins(name, tail)):
            return True
    return False


def _leaves_place_out(bare: str, known: Referent, home: Referent | None) -> bool:
    """“市容拍” for “南陵市容拍”: a service called after its county, without the county."""
    place = known.key[1].removesuffix(bare) if 2 < len(bare) < len(known.key[1]) - 1 else ""
    return known.subtype != "Project" and bool(place) and home is not None and home.label[:-1] == place


_DASHES = re.compile("[—－–─-]+")  # “护苗——2023”, “护苗-2023”


def _bare(name: str) -> str:
    return _DASHES.sub("-", name.replace("“", "").replace("”", "").replace("，", "、"))


# 乡|卫生院病房楼, 镇|中心小学教学楼: a house of the town, with what is built for it.
_TOWNS_HOUSE = re.compile("[镇乡](?:卫生院|中心(?:小学|卫生院|校|幼儿园|敬老院)|敬老院|福利院|小学|初中|中学|幼儿园|文化站|水厂)")


class Initiatives:
    """The initiatives of one page."""

    def __init__(self, page: PageReferents) -> None:
        self._page, self.context = page, page.context
        self._projects: dict[str, list[tuple[int, Referent]]] = {}

    def resolve_initiatives(self, article: Article, mentions: Sequence[Mention]) -> None:
        last: dict[str, Referent] = {}
        short = _begun_alike(article, mentions) | _short_names(article, mentions)
        for mention in mentions:
            value = mention.value
            assert isinstance(value, InitiativeValue)
            if value.back:
                referent = last.get(value.back if value.back in ("项目", "工程") else "")
                if referent is not None:
                    self._page.of[(article.id, mention.key)] = referent
                continue
            whole = short.get(value.bare)
            referent = self._initiative(article, mention, whole or value)
            if whole is not None:
                referent.alt.update((value.name, value.bare))
            self._page.put(article, mention, referent)
            last[""] = referent
            if value.subtype == "Project":
                phase = ITS_PHASE.match(article.text, sentence_at(article, mention.start).lo) is not None
                part = "项目" in last and (phase or is_whole(article.text, mention))  # 甲项目是|乙项目|之一，该项目: 甲
                last["项目"] = last["工程"] = last["项目"] if part else referent  # 项目一期工程建设|某项目。该项目: the whole
                self._projects.setdefault(article.id, []).append((mention.end, referent))
            elif value.name.endswith(("工程", "项目")):
                last[value.name[-2:]] = referent  # “某某”工程, a campaign: 该工程

    def last_project(self, article: Article, position: int) -> Referent | None:
        """The last project named before a position: whose 项目负责人 is meant."""
        projects = self._projects.get(article.id, [])
        named = [referent for end, referent in projects if end <= position]
        if named:
            return named[-1]
        stop = sentence_at(article, position).hi
        return next((referent for end, referent in projects if end <= stop), None)  # 据项目负责人甲介绍，某项目…

    def _initiative(self, article: Article, mention: Mention, value: InitiativeValue) -> Referent:
        home = self._page.home(article)
        place = self._page.get(article, value.place) or home
        bare = _without_type(_bare(value.bare))
        scope = place.key[-1] if value.subtype == "Project" and place is not None else ""
        key: tuple[str, ...] = ("initiative", bare, scope)
        if key not in self._page.referents and value.subtype == "Project" and (whole := self._whole_of(value)) is not None:
            key = whole.key
        near = self._page.get(article, value.place) if value.subtype == "Project" else None
        apart: list[Referent] = []
        rank = _rank_striven(bare)
        if key not in self._page.referents:
            for known in self._page.referents.values():
                if _elsewhere(value, near, known):
                    apart += [known] if known.key[1] == bare else []
                    continue
                if rank and known.key[0] == "initiative" and _rank_striven(known.key[1]) == rank:
                    key = known.key
                    break
                if known.key[0] == "initiative" and _told_as_ours(value, bare, known):
                    key = known.key
                    break
                if value.subtype == known.subtype == "Project" and _same_project(bare, value, known):
                    key = known.key
                    break
                if known.key[0] == "initiative" and (_begins(bare, known.key[1]) or _shortens(value, bare, known)):
                    key = known.key
                    break
                if known.key[0] == "initiative" and (
                    _named_by_tail(value, bare, known, article.text.endswith(_THIS_TIME, 0, mention.start))
                    or _leaves_place_out(bare, known, home)
                ):
                    key = known.key
                    break
                if known.key[0] == "initiative" and _is_subtitled(value.name, known):
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
        referent = self._page.make(key, Kind.INITIATIVE, value.name, value.subtype)
        if apart and near is not None:  # 甲镇污水处理项目, 乙镇污水处理项目: each by its place
            for one, where in ((referent, near), *((known, known.place) for known in apart)):
                if where is not None and not one.label.startswith(where.label):
                    one.alt.add(one.label)
                    one.label = where.label + one.label
        if len(value.name) > len(referent.label) and referent.label in value.name and value.name.startswith(referent.label):
            referent.label = value.name
            referent.subtype = value.subtype
        referent.alt.update((value.name, value.bare))
        relative = isinstance(value.place.value, PlaceValue) and value.place.value.relative if value.place is not None else ""
        if not relative and (value.place is not None or mention.text.endswith(value.name)):
            referent.alt.add(mention.text.replace("“", "").replace("”", ""))
        if value.full:
            referent.alt.add(value.full)
        if referent.place is None and value.place is not None:
            near = self._page.get(article, value.place)
            firms = near is not None and near.level in ("province", "prefecture") and _OF_FIRM.search(value.name) is not None
            brand = near is not None and near.level == "province" and value.place.text == near.label[: len(value.place.text)]
            brand = brand and near is not None and value.place.text != near.label and home is not None and home.level == "county"
            referent.place = None if firms or brand else near  # 山东|某某有限公司抽油杆项目; 湖北|某某菇业项目 in a county
        if referent.place is None and value.place is None and value.subtype == "Project":
            referent.place = self._county_in_name(article, mention)
        if value.place is None and home is not None and value.subtype == "Project" and value.name[0] == home.label[-1]:
            if referent.label == value.name:  # 县博物馆建设工程 is the home's
                referent.label = home.label + value.name[1:]
            referent.alt.update((home.label + value.name[1:], value.name[1:]))
        town = self._town_before(article, mention) if value.subtype == "Project" and value.name == mention.text else None
        if town is not None and referent.label == value.name:  # 乡|卫生院病房楼: of the town told of last
            referent.label = town.label + value.name[1:]
            referent.alt.add(value.name)
            referent.place = referent.place or town
        return referent

    def _whole_of(self, value: InitiativeValue) -> Referent | None:
        """The one project of the page that another name tells with its size: 甲公司18万吨饲料项目, 甲公司饲料项目."""
        known = [r for r in self._page.referents.values() if r.key[0] == "initiative" and r.subtype == "Project"]
        alike = [r for r in known if r.label != value.name and _plainer(value.name, r.label)]
        return alike[0] if len(alike) == 1 else None

    def _town_before(self, article: Article, mention: Mention) -> Referent | None:
        """The town told of last before a name that begins with its unit alone."""
        unit = mention.text[0]
        if _TOWNS_HOUSE.match(mention.text) is None:
            return None  # 乡村旅游项目, 镇区改造工程
        order = self._page.order.get(article.id, [])
        towns = (referent for end, referent in reversed(order) if end <= mention.start and referent.level == "township")
        return next((town for town in towns if town.label.endswith(unit)), None)

    def _county_in_name(self, article: Article, mention: Mention) -> Referent | None:
        """The county by whose full name a project's begins that ends in a park's: 合山市|林产品加工产业园项目."""
        for hit in self.context.hits.get(article.id, ()):
            code = self.context.code(hit.name) if hit.start == mention.start and hit.end < mention.end else ""
            if hit.name in ("老城区", "新城区"):
                continue  # of any town: where the county is meant, it was read
            if code and gazetteer().by_code[code].level == "county" and hit.name == gazetteer().by_code[code].name:
                return self._page.listed(code)
        return None


__all__ = ["Initiatives"]
