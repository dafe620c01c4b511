"""Proper: bodies with a name of their own: companies, schools, branches, newspapers.

义乌恒达公司 is 义乌市恒达有限责任公司; 城关小学 is 某县城关小学; 光山支行 is of the bank told of last;
东风公安分局 is 佳木斯市公安局东风分局.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.coref.referents import CORE, PageReferents, Referent
from kg.coref.seats import Seats
from kg.extract.base import BodyValue
from kg.extract.bodies import NO_BODY_NAMES
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Article, Kind, Mention

_BUREAUS = "公安|交警|市场监管|生态环境|自然资源|税务|规划|住建|城管|环保"
_SHORT_BRANCH = re.compile(
    f"(?:(?P<name>[一-龥]{{2,4}}?)[区县]?(?P<bureau>{_BUREAUS})|(?P<of>{_BUREAUS})(?P<place>[一-龥]{{2,4}}))分局"
)
_BANK_BRANCHES = ("支行", "分行")
_BANK = re.compile("银行|[农工中建交招邮商]行|信用社")
_INNER_LEGAL = re.compile("(?=[有股集])" r"(?:集团)?(?:股份)?有限(?:责任)?公司(?=[一-龥]{2,}公司$)")
_LEGAL = re.compile("(?=[公有股集])(?:" r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|公司)$|集团$" ")")


def _same_name(short: str, full: str, left: str, right: str) -> bool:
    """义乌恒达公司 is 义乌市恒达有限责任公司: the proper parts are the same, or one begins with the other."""
    if short == full:
        return True
    if left != right or left != "Enterprise":
        return False
    if short.endswith("合作社") and full.endswith("合作社"):
        return _is_same_cooperative(short, full)
    if _INNER_LEGAL.sub("", short) == _INNER_LEGAL.sub("", full):
        return True  # 某电力东北公司 is 某电力有限公司东北公司
    if _province(short) != _province(full) != "" != _province(short):
        return False  # 江西甲公司 and 福建甲公司 are two
    if _is_groups_arm(short, full) or _is_groups_arm(full, short):
        return False  # 甲集团 and its 江西甲有限公司 are two
    a, b = _proper_part(short), _proper_part(full)
    if _is_builders_arm(a, b) or _is_builders_arm(b, a):
        return False  # 中建三局 and 中建三局总承包公司 are two
    if _is_city_arm(a, full) or _is_city_arm(b, short):
        return False  # 某某置地 and 某某置地温州公司 are two
    whole = _LEGAL.sub("", short)
    less, more = sorted((short, full), key=len)
    if less.endswith("集团") and more.endswith("集团") and len(less) > 3 and more.startswith(less.removesuffix("集团")):
        return True  # 金沙集团, which shares its name with a county, is 金沙重工集团
    if len(whole) >= (4 if a else 2) and whole != a and b.startswith(whole):
        return True  # 嘉禾农业公司 and 嘉禾公司, whose brand is a county's name elsewhere, is 儋州嘉禾农业开发有限公司
    if len(a) < 2 or len(b) < 2:
        return False
    return a == b or (
        ((len(a) >= 2 and b.startswith(a)) or (len(b) >= 2 and a.startswith(b)))
        and (bool(_LEGAL.search(short)) or bool(_LEGAL.search(full)))
    )


_HOUSES = ("小学", "中学", "学校", "幼儿园", "医院", "福利院", "敬老院")


def _is_placed(referent: Referent, name: str, value: BodyValue) -> bool:
    """Whether a house with a name of its own is one told of before without its place: 通渭|春蕾希望小学; not 通渭|中心小学."""
    if referent.key[0] != "proper" or value.subtype != referent.subtype or not name.endswith(_HOUSES):
        return False
    short = next((short for short in (referent.label, *sorted(referent.alt)) if len(short) > 4 and name.endswith(short)), "")
    place = name.removesuffix(short)
    if not short or not place or short[:2] in NO_BODY_NAMES:
        return False
    return place in gazetteer().by_name or gazetteer().is_short(place, WIDE_LEVELS)


_COOPERATIVE = re.compile("(?:农民)?(?:专业)?合作社$")


def _is_same_cooperative(short: str, full: str) -> bool:
    """Whether 某镇惠民种植合作社 and 惠民种植专业合作社 are one: of the same own part, and not of two places."""
    (town, a), (other, b) = _past_town(short), _past_town(full)
    if a == b:
        return True
    a, b = _COOPERATIVE.sub("", a), _COOPERATIVE.sub("", b)
    return (not town or not other or town == other) and len(a) > 1 and a == b


def _past_town(name: str) -> tuple[str, str]:
    """The listed place with its unit that a name begins with, or nothing, and the rest: 某镇|惠民合作社."""
    size = next((n for n in range(7, 2, -1) if name[:n] in gazetteer().by_name and name[n - 1] in "县区市旗镇乡道"), 0)
    return name[:size], name[size:]


def is_tribunal(name: str, full: str) -> bool:
    """Whether 顺河法庭, 某县顺河人民法庭 is the tribunal of a court that a page has in full: 某县人民法院顺河人民法庭."""
    seat, _, tribunal = full.rpartition("法院")
    town, own = (part.removesuffix("法庭").removesuffix("人民") for part in (tribunal, name))
    if len(town) < 2 or not seat or not tribunal.endswith("法庭") or not own.endswith(town):
        return False
    before = own.removesuffix(town)
    return not before or (len(before) > 1 and before in seat)


# 附一医院, 医大一附院, 附属医院: a university's hospitals as people call them.
_AFFILIATED = re.compile(
    "(?P<head>[一-龥]{0,6}?)(?:附(?P<first>[一二三四五六])(?:医院|院)|(?P<last>[一二三四五六])附院|附属?(?:医院|院))"
)


def _is_affiliate(short: re.Match[str], name: str, full: str) -> bool:
    """Whether a short name, read by ``_AFFILIATED``, is that of a university's hospital, or of a house of it."""
    number = short["first"] or short["last"]
    forms = (f"附属第{number}医院", f"第{number}附属医院") if number else ("附属医院",)
    form = next((form for form in forms if form in full), "")
    head, _, rest = full.partition(form) if form else ("", "", "")
    if not head.endswith(("大学", "学院")) or rest != name[short.end() :]:
        return False
    position = 0
    for char in short["head"]:
        position = head.find(char, position) + 1
        if not position:
            return False
    return True


def _is_groups_arm(group: str, firm: str) -> bool:
    """Whether a company is that of a group in one place: 江西甲有限公司, 平远甲陶瓷有限公司 of 甲集团."""
    if not group.endswith("集团") or "集团" in firm:
        return False
    core, own = group.removesuffix("集团"), _proper_part(firm)
    placed = own != _LEGAL.sub("", firm) and len(core) > 1 and own.startswith(core) and len(own) > len(core) + 1
    return placed or _province(firm) != "" == _province(group)


_BUILDERS = re.compile("中(?!小).{1,6}局")


def _is_builders_arm(bureau: str, other: str) -> bool:
    """Whether a name without its legal form is a numbered builder's (中建三局), and the other that of one of its companies."""
    return len(other) > len(bureau) and other.startswith(bureau) and _BUILDERS.fullmatch(bureau) is not None


@lru_cache(maxsize=10_000)
def _province(name: str) -> str:
    """The code of the province that a company's name begins with, or empty."""
    index = gazetteer()
    for size in (2, 3):
        for place in index.by_short.get(name[:size], ()):
            if place.level == "province":
                return place.code
    return ""


def _is_city_arm(firm: str, other: str) -> bool:
    """Whether a name is a firm's without its legal form, and then its company of a city; not 某医疗泰州有限公司."""
    city = other.removeprefix(firm).removesuffix("公司") if other.startswith(firm) and other.endswith("公司") else ""
    return gazetteer().is_short(city, WIDE_LEVELS)


@lru_cache(maxsize=10_000)  # each company of a page is compared with every other
def _proper_part(name: str) -> str:
    """A company's own part: without the place before it and the legal form behind it."""
    index = gazetteer()
    for size in range(min(7, len(name) - 2), 1, -1):
        head = name[:size]
        if head in index.by_name or index.is_short(head, WIDE_LEVELS):  # a company may share its own part with a town: 永安药业
            name = name[size:]
            break
    return _LEGAL.sub("", name)


class ProperNames:
    """The bodies of one page that are known by their own names."""

    def __init__(self, page: PageReferents, seats: Seats) -> None:
        self._page, self._seats, self.context = page, seats, page.context

    def named(self, article: Article, mention: Mention, value: BodyValue) -> Referent:
        """The body of that name, told of before in full or in short, or a new one."""
        name = mention.text.replace("“", "").replace("”", "")
        if mention.by == "organisations.counted" or (mention.by == "organisations.quoted" and value.core.startswith(name)):
            name = value.core  # 石堤、|塔卧|两个派出所, “甲”“乙”|3个志愿服务队: the kind is told behind the last
        if mention.by == "organisations.national":  # 中央港澳办 is 中央港澳工作办公室
            referent = self._page.make(("proper", value.core), Kind.ORGANISATION, name, value.subtype)
            if len(name) > len(referent.label):
                referent.label = name
            return referent
        affiliated = _AFFILIATED.match(name) if "附" in name else None
        for referent in self._page.referents.values():
            if (
                referent.kind is Kind.ORGANISATION
                and len(name) >= 5
                and referent.label.replace("“", "").replace("”", "").endswith(name)
                and value.subtype == referent.subtype
            ):
                return referent  # the office that was named with its body before
            if referent.kind is Kind.ORGANISATION and len(name) >= 5 and name in referent.alt:
                return referent
            if _is_placed(referent, name, value):  # 通渭春蕾希望小学, told of as 春蕾希望小学
                referent.alt.add(name)
                if name.endswith(referent.label):
                    referent.alt.add(referent.label)
                    referent.label = name
                return referent
            if len(name) == 4 and name.endswith("分院") and referent.label.endswith(name):
                return referent  # 某某分院, told of as 某医院某某分院
            if name.endswith(("大学", "学院")) and referent.label.startswith(name + "（"):
                return referent  # 中国地质大学, told of as 中国地质大学（武汉）
            if len(name) > 3 and name.endswith("医院") and referent.label.endswith("附属" + name):
                referent.alt.add(name)
                return referent  # 和平医院, told of as 某医学院附属和平医院
            if affiliated is not None and _is_affiliate(affiliated, name, referent.label):
                return referent  # 附一医院, told of as 某医科大学附属第一医院
            if name.endswith("法庭") and is_tribunal(name, referent.label):
                return referent  # 顺河法庭, told of as 某县人民法院顺河人民法庭
            if len(name) == 4 and name.endswith("商会") and referent.label.endswith(name) and len(referent.label) < 8:
                return referent  # 新嘉商会, told of as 浙江新嘉商会
            if len(name) == 4 and referent.place is not None and referent.label == referent.place.label + name:
                return referent  # 城关小学, told of as 某县城关小学
            if (
                referent.kind is Kind.ORGANISATION
                and referent.key[0] == "proper"
                and _same_name(name, referent.label, value.subtype, referent.subtype)
            ):
                if len(name) > len(referent.label) and _LEGAL.search(name):
                    referent.alt.add(referent.label)
                    referent.label = name
                return referent
        branch = self.full_branch(name) if name.endswith("分局") else self._by_part(name)
        if branch is not None:
            branch.alt.add(name)
            return branch
        owner = self._owner(article, name, mention.start) if name.endswith(_BANK_BRANCHES) else ""
        if owner:
            return self._owned(owner, name, value)
        referent = self._page.make(("proper", name), Kind.ORGANISATION, name, value.subtype)
        if referent.place is None and (value.subtype != "Enterprise" or name.endswith("合作社")):
            part = self._seats.place_by_part(name)
            town = self._seats.town_of(article, name) if part is None or part.level == "community" else None
            referent.place = town or part  # 虎什哈派出所 is 虎什哈镇's, whatever 虎什哈村 the page names
        if referent.place is None and name.endswith(("业委会", "业主委员会")):
            referent.place = self._seats.compound_of(name)
        if referent.place is None and name.endswith(("分局", "支队")) and self.context.city:
            referent.place = self._seats.branch_place(name, self._page.listed(self.context.city))
        return referent

    def media(self, name: str, article: Article) -> Referent:
        """A newspaper or media centre of the page's own furniture."""
        for known in self._page.referents.values():
            if known.kind is Kind.ORGANISATION and (name == known.label or name in known.alt):
                return known
            ends = known.label.endswith(name) or name.endswith(known.label) or name == known.label + "客户端"
            if known.subtype == "MediaOutlet" and ends:
                known.alt.add(name)  # 某网, in the banner with its province
                return known
        referent = self._page.make(("proper", name), Kind.ORGANISATION, name, "MediaOutlet")
        referent.articles.add(article.id)
        return referent

    def _owner(self, article: Article, name: str, position: int) -> str:
        """The bank told of last, for a branch that is named without one: 光山支行."""
        if _BANK.search(name) is not None or len(name) > 6:
            return ""
        for end, referent in reversed(self._page.bodies.get(article.id, [])):
            bank = _BANK.search(referent.label) if end <= position else None
            if bank is not None:
                return referent.label[: bank.end()]
        return ""

    def _owned(self, owner: str, name: str, value: BodyValue) -> Referent:
        referent = self._page.make(("proper", owner + name), Kind.ORGANISATION, owner + name, value.subtype)
        referent.alt.add(name)
        return referent

    def _by_part(self, name: str) -> Referent | None:
        """路口镇福利院 for 路口福利院: the body that the page names with the unit of its town too."""
        place = self._seats.place_by_part(name)
        if place is None:
            return None
        part = CORE.sub("", place.label)
        full = place.label + name[len(part) :]
        return next((r for r in self._page.referents.values() if r.kind is Kind.ORGANISATION and r.label == full), None)

    def full_branch(self, name: str) -> Referent | None:
        """佳木斯市公安局东风分局 for 东风公安分局, 公安东风分局: the page's branch of the same bureau and the same district."""
        short = _SHORT_BRANCH.fullmatch(name)
        if short is None:
            return None
        bureau, place = short["bureau"] or short["of"], short["name"] or short["place"]
        full = re.compile(f"{bureau}[局厅].*{re.escape(place)}[区县市]?分局")
        fits = [r for r in self._page.referents.values() if r.kind is Kind.ORGANISATION and full.search(r.label)]
        return fits[0] if len(fits) == 1 else None


__all__ = ["ProperNames"]
