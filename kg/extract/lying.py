"""Lying: where firms, schools and projects lie, told of a clause away or as a list.

某公司去年…。公司|位于某园区: the one told of last; 在某市某区|创办了|某公司; 某镇|是|某集团|的所在地; 某县政府|驻某镇;
某镇的甲公司、乙厂|等企业: all of a list; 某园区内，|某公司的生产线…: whose halls a sentence looks into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, InitiativeValue, PlaceValue
from kg.extract.bodies import level_of
from kg.extract.clauses import Clauses
from kg.extract.whereabouts import Whereabouts
from kg.gazetteer import WIDE_LEVELS
from kg.model import Kind, Mention
from kg.patterns import needing

_LIES_IN = r"(?:位于|坐落于|坐落在|坐落|地处|落户于|落户在|落户到|落户|选址于|选址在|选址|设在|建在|设于|建于|扎根于|扎根在)"
_OF_HERE = re.compile(
    "是(?:当地|本地|[县市区]里|[本全我][县市区])的?[^，。；]{0,12}?(?:企业|公司|工厂|厂子|大户|合作社|商家|酒店|学校|医院)(?=[，。；、])"
)
# 公司|位于某园区, 学校新址|选在某镇: said of the body told of last.
_IT_LIES = needing(
    "公司 企业 工厂 厂区 厂址 合作社 学校 校区 校址 新址 医院 院区 总部",
    r"(?<=[，。；：\n])(?:目前，?|现在?，?|如今，?)?(?:该|这家)?"
    r"(?:(?P<firm>公司|企业|工厂|厂区|厂址|合作社)|(?P<school>学校|校区|校址)|(?P<hospital>医院|院区)|总部|新址)"
    rf"(?:厂区|总部|新址|厂址|生产基地|现|就|新厂区|校区)?{_LIES_IN}",
)
_SCHOOLS = ("学校", "小学", "中学", "一中", "二中", "三中", "学院", "大学", "幼儿园", "中心校")
_HOSPITALS = ("医院", "卫生院", "门诊部", "保健院")
# 预计投资20亿元，选址在|某镇某村: said of the project of the sentence.
_SITED = needing("选址", r"，(?:项目|工程)?(?:拟|计划|最终|初步|已|将)?选址(?:于|在|定在|为)?(?=[一-龥])")
_FOUNDS = re.compile(
    r"(?:境内|城区)?(?:共同|联合|合伙|独资|又|还|先后|相继|正式)?(?:投资|出资|斥资)?(?:约|近|超)?(?:[\d.]+(?:余|多)?[亿万]?元)?"
    r"(?:创办|创立|创建|开办|成立|注册成立|注册|组建|兴办|办起|设立|建起|开设)(?:了|起)?(?:一?家)?“?"
)
_BROUGHT_ONE = re.compile(
    r"(?:境内|辖区内?)?(?:先后|成功|[去今前]年|近年来?|又|还|已|新|招商)*(?:引进|引来|招引|招来|有(?=[一两三\d]))(?:了|来)?"
    r"(?:(?:[一两三几]|\d+)?家)?(?:名叫|叫做?|名为)?"
)
_SEAT = needing("驻", r"(?<=[府会委院部局])驻(?:地)?(?:设?在)?(?=[一-龥]{2})")
_SEAT_ENDS = re.compile(r"[，。；、）]|$")
_HOME_OF = re.compile(
    r"是(?:[^，。；、是的]{0,8}?的)?(?P<who>[^，。；、的]{4,24}?)(?:总部|厂区|新厂区|校区|生产基地|分公司)?的?所在地"
)
# 某镇的甲公司、乙厂|等企业: a list that says what all of it is.
_LISTED = re.compile(
    r"(?:等|(?:这)?(?:[\d一二两三四五六七八九十]+)[家所个])(?:[\d一二两三四五六七八九十]+(?:余|多)?[家所个])?(?:[^，。；、的]{0,8}?)"
    r"(?:企业|公司|工厂|厂家|商家|单位|学校|项目)"
)
# 某镇先后引进|甲公司、乙公司|等企业: whom a town or zone brought in.
_BROUGHT = re.compile(
    r"(?:[^，。；]{0,16}，)?(?:先后|成功|相继|陆续|已|已经|共|还|又|新|积极|累计)*"
    r"(?:引进|引入|招引|招引到|引来|吸引|引资兴建|创立|创办|兴办|办起|培育)(?:了|来)?"
)
_COME = re.compile(
    r"等(?:[\d一二两三四五六七八九十]+(?:余|多)?[家个])?(?:[^，。；、的]{0,8}?)(?:企业|公司|厂家|项目)"
    r"(?:[\d一二两三四五六七八九十]+(?:余|多)?[家个]|(?:落户|入驻|进驻|落地|投产)|(?=[，。；]))"
)
# 某公司去年正式|搬迁到|某镇.
_REGISTERED = re.compile(
    "(?:境内|市场监管局|工商局)?(?:正式|成功|顺利|依法|完成|登记|办理|工商|已经?)*(?:注册|登记|落户|挂牌)(?!的|资本|资金|商标)"
)
_MOVES = re.compile(
    r"(?:[^，。；、的与和为给帮由在到]{0,14}?)(?:整体|正式|成功|顺利)?"
    r"(?:搬迁到|搬迁至|搬到|迁到|迁至|迁入|搬入|搬迁入|迁建到|迁建至|入驻|落户到|落户于|落户|落子)(?:了)?(?=[一-龥])"
)
_AS = re.compile(r"[^，。；、在到与向给对从]{0,14}?(?:企业|公司|工厂|学校|合作社|医院)，")
_BY = re.compile(r"(?:是|系)?由(?=[一-龥])")
_BROUGHT_BY = re.compile(r"(?:成功|今年|去年)?(?:引进|招引|承接|招商引进|引资兴建)(?!的?资金)")
_TALKS = re.compile(r"[^，。；、“”]{0,24}?(?:告诉|介绍|说(?=[，。：])|表示|坦言)")
_STANDS = re.compile(
    r"[^。；？！]{0,16}?，(?:有|坐落着|矗立着)(?:这样)?一[家所座个][^。；、]{0,16}?(?:企业|公司|工厂|学校|医院|合作社)——$"
)
_WITHIN = re.compile(r"(?:办事处)?(?:辖区|境内|辖区内|域内)?的|(?:办事处)?(?:辖区内?|境内)")
_HALLS = re.compile(
    r"的?(?:[^，。；、的]{0,8}?)(?:生产线|流水线|车间|厂房|工人|员工|机器|设备|大棚|厂区|仓库|展厅|产线|生产基地|[内里](?=[，]))"
)
_INTO = ("在", "走进", "来到", "步入", "走入", "进入", "位于", "。", "；", "\n", "，", "“", "日", "：")
_INSIDE = re.compile(
    r"(?:境内|内|里)?[，,](?P<seen>(?:检查组|督导组|调研组|执法人员|委员们|代表们|记者|参观团|一行)?(?:发现|看到|走访了|察看了))?"
)

# 某工业园举行集中开工仪式，|甲公司、乙项目等14个重点项目开工; 开工仪式在某园区举行，|…; and 此次开工的有|甲公司、乙厂等.
_BEGINS_AT = needing(
    "开工 奠基 竣工 投产",
    r"(?:举行|举办|迎来)了?[^，。；“”]{0,14}?(?:开工|奠基|竣工|投产)(?:仪式|典礼|活动)，",
)
_BEGUN_IN = needing("开工 奠基 竣工 投产", r"(?:开工|奠基|竣工|投产)(?:仪式|典礼|活动)(?:在|于)(?=[一-龥]{2})")
_HELD_THERE = re.compile("(?:隆重|顺利|集中|正式|如期)*(?:举行|举办)，")
_ALL_BEGIN = re.compile(
    r"(?:等?(?:[\d一二三四五六七八九十]+(?:余|多)?)?[个家项]?[^，。；、]{0,10}?(?:项目|企业|工程))?"
    r"(?:集中|同时|同步|正式|顺利|统一|相继|破土|全部|双双)*(?:开工|动工|奠基|投产|竣工|开建|开业)"
)
_ALSO_BEGUN = needing(
    "开工 投产 竣工 奠基 动工",
    r"(?:此次|本次|这次|当[天日]|此批)(?:集中)?(?:开工|投产|竣工|奠基|动工)的(?:企业|项目)?(?:有|包括|分别是)",
)
_NEXT = re.compile("[、和及与]")


def _is_body(mention: Mention, *subtypes: str) -> bool:
    value = mention.value
    return isinstance(value, BodyValue) and not (value.back or value.relative or value.parent) and value.subtype in subtypes


def _is_free(mention: Mention) -> bool:
    """Whether a firm, school or project says no district of its own below the county."""
    value = mention.value
    if isinstance(value, BodyValue):
        own = value.anchor
        if not _is_body(mention, "Enterprise", "PublicInstitution"):
            return False
    elif isinstance(value, InitiativeValue) and value.subtype == "Project" and not value.back:
        own = value.place
    else:
        return False
    return own is None or (isinstance(own.value, PlaceValue) and own.value.level in WIDE_LEVELS)


class _Lying:
    """One article."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._found, self._text = clauses, clauses.found, clauses.text

    def __call__(self) -> Iterator[Whereabouts]:
        yield from self._it_lies()
        yield from self._sited()
        yield from self._seats()
        yield from self._homes()
        for body in self._found.of(Kind.ORGANISATION):
            if _is_body(body, "Enterprise", "PublicInstitution") and body.start >= self._clauses.article.body:
                yield from self._founded(body)
                yield from self._right_behind(body)
                yield from self._halls(body)
                yield from self._listed(body)
                yield from self._moved(body)
                yield from self._of_here(body)
                yield from self._registered(body)
        yield from self._brought_in()
        yield from self._stands()
        yield from self._begun_there()
        for project in self._found.of(Kind.INITIATIVE):
            if _is_free(project):
                yield from self._brought_by(project)

    def _begun_there(self) -> Iterator[Whereabouts]:
        """某工业园举行集中开工仪式，|甲公司、乙项目|等14个项目开工: where all of them are begun."""
        ground: Mention | None = None
        for match in (*_BEGINS_AT.finditer(self._text), *_BEGUN_IN.finditer(self._text)):
            if match.re is _BEGUN_IN.compiled:
                places = self._clauses.chain_from(match.end())
                held = _HELD_THERE.match(self._text, places[-1].end) if places else None
                place, at = (places[-1], held.end()) if held is not None else (None, 0)
            else:
                place, at = self._found.ending_at(Kind.DISTRICT, match.start()), match.end()
            if place is None or level_of(place) in WIDE_LEVELS:
                continue
            ground = place
            things, end = self._things_from(at)
            if _ALL_BEGIN.match(self._text, end):
                yield from (Whereabouts(thing, place, 0.8) for thing in things)
        for match in _ALSO_BEGUN.finditer(self._text) if ground is not None else ():
            yield from (Whereabouts(thing, ground, 0.75) for thing in self._things_from(match.end())[0])

    def _things_from(self, position: int) -> tuple[list[Mention], int]:
        """The firms and projects of a list, but for those that say a town of their own, and where it ends."""
        things: list[Mention] = []
        end = position
        while True:
            thing = self._found.starting_at(Kind.INITIATIVE, position) or self._found.starting_at(Kind.ORGANISATION, position)
            if thing is None:
                return things, end
            if _is_free(thing):
                things.append(thing)
            end = thing.end
            mark = _NEXT.match(self._text, end)
            if mark is None:
                return things, end
            position = mark.end()

    def _it_lies(self) -> Iterator[Whereabouts]:
        """公司|位于某园区: the firm that the paragraph told of last."""
        for match in _IT_LIES.finditer(self._text, self._clauses.article.body):
            places = self._clauses.chain_from(match.end())
            line = self._text.rfind("\n", 0, match.start())
            for body in self._found.before(Kind.ORGANISATION, match.start()) if places else ():
                if body.start <= line:
                    break
                value = body.value
                if not isinstance(value, BodyValue) or value.back or value.subtype not in ("Enterprise", "PublicInstitution"):
                    continue
                if match["school"] and not body.text.endswith(_SCHOOLS):
                    continue
                if match["hospital"] and not body.text.endswith(_HOSPITALS):
                    continue
                if match["firm"] and value.subtype != "Enterprise":
                    continue
                yield Whereabouts(body, places[-1], 0.8)
                break

    def _sited(self) -> Iterator[Whereabouts]:
        """某项目，预计投资20亿元，选址在|某镇某村."""
        for match in _SITED.finditer(self._text, self._clauses.article.body):
            places = self._clauses.chain_from(match.end())
            lo = self._clauses.sentence(match.start()).lo
            for project in self._found.before(Kind.INITIATIVE, match.start()) if places else ():
                if project.start < lo:
                    break
                value = project.value
                if isinstance(value, InitiativeValue) and value.subtype == "Project" and not value.back:
                    yield Whereabouts(project, places[-1], 0.85)
                    break

    def _seats(self) -> Iterator[Whereabouts]:
        """某县人民政府|驻某镇，: where a body has its seat; not 某局驻某村|工作队."""
        for match in _SEAT.finditer(self._text, self._clauses.article.body):
            body = self._found.ending_at(Kind.ORGANISATION, match.start())
            places = self._clauses.chain_from(match.end()) if body is not None else []
            if body is not None and places and _SEAT_ENDS.match(self._text, places[-1].end):
                yield Whereabouts(body, places[-1], 0.85)

    def _homes(self) -> Iterator[Whereabouts]:
        """某镇|是|某集团|的所在地."""
        at = self._text.find("所在地")
        while at >= 0:
            sentence = self._clauses.sentence(at)
            for place in self._found.before(Kind.DISTRICT, at):
                if place.start < sentence.lo:
                    break
                match = _HOME_OF.match(self._text, place.end, at + 3)
                thing = self._found.starting_at(Kind.ORGANISATION, match.start("who")) if match is not None else None
                if thing is not None and match is not None and thing.end >= match.end("who") - 4 and _is_free(thing):
                    yield Whereabouts(thing, place, 0.85)
            at = self._text.find("所在地", at + 3)

    def _founded(self, body: Mention) -> Iterator[Whereabouts]:
        """在某市某区|创办了|某公司."""
        lo = max(self._clauses.sentence(body.start).lo, body.start - 24)
        place = next(iter(self._found.before(Kind.DISTRICT, body.start)), None)
        if place is None or place.end < lo or not _is_free(body):
            return
        match = _FOUNDS.fullmatch(self._text, place.end, body.start)
        begin = self._clauses.chain_begin(place)
        here = level_of(place) in ("township", "community", "zone") and _BROUGHT_ONE.fullmatch(self._text, place.end, body.start)
        if here and not self._text.endswith(("为", "给", "向", "从", "对", "由"), 0, begin):
            yield Whereabouts(body, place, 0.72)  # 某镇引进|某公司, 某村有一家|某公司
            return
        if match is not None and self._text.endswith("在", 0, begin) and not self._text.endswith(("正在", "存在"), 0, begin):
            yield Whereabouts(body, place, 0.8)

    def _right_behind(self, body: Mention) -> Iterator[Whereabouts]:
        """在|某镇|某省某公司|调研: a firm of a larger place's name right behind the town where it is."""
        place = self._found.ending_at(Kind.DISTRICT, body.start)
        own = self._found.starting_at(Kind.DISTRICT, body.start)
        if place is None or own is None or not _is_body(body, "Enterprise") or level_of(own) not in WIDE_LEVELS:
            return
        if level_of(place) in ("township", "community", "zone"):
            yield Whereabouts(body, place, 0.75)

    def _halls(self, body: Mention) -> Iterator[Whereabouts]:
        """某园区内，|某公司的生产线正满负荷运转."""
        inside = _INSIDE.match(self._text, place.end) if (place := self._before_comma(body.start)) is not None else None
        if place is None or inside is None or inside.end() != body.start or not _is_free(body):
            return
        begin = self._clauses.chain_begin(place)
        if inside["seen"] and self._text.endswith(("在", "走进", "来到"), 0, begin):
            yield Whereabouts(body, place, 0.75)
            return
        opens = begin == 0 or self._text.endswith(_INTO, 0, begin)
        talks = opens and self._found.starting_at(Kind.POST, body.end) is not None and _TALKS.match(self._text, body.end)
        if opens and (talks or _HALLS.match(self._text, body.end)):
            yield Whereabouts(body, place, 0.8)

    def _of_here(self, body: Mention) -> Iterator[Whereabouts]:
        """某公司|是当地的老企业: of the county told of last."""
        if not self._text.startswith("是", body.end) or not _is_free(body) or _OF_HERE.match(self._text, body.end) is None:
            return
        for place in self._found.before(Kind.DISTRICT, body.start):
            if level_of(place) == "county":
                yield Whereabouts(body, place, 0.75)
                return

    def _moved(self, body: Mention) -> Iterator[Whereabouts]:
        """某公司去年|搬迁到|某镇; 作为某镇最大的企业，|某公司…."""
        before = self._text[body.start - 1 : body.start] if body.start else "\n"
        if before not in tuple("，。；：“\n") or not _is_free(body):
            return
        match = _MOVES.match(self._text, body.end)
        places = self._clauses.chain_from(match.end()) if match is not None else []
        if places:
            yield Whereabouts(body, places[-1], 0.8)
            return
        lo = self._clauses.sentence(body.start).lo
        for place in self._found.before(Kind.DISTRICT, body.start) if before == "，" else ():
            if place.start < lo:
                return
            begin = self._clauses.chain_begin(place)
            if self._text.endswith("作为", 0, begin) and _AS.fullmatch(self._text, place.end, body.start):
                yield Whereabouts(body, place, 0.8)
                return

    def _registered(self, body: Mention) -> Iterator[Whereabouts]:
        """某公司由…组建，目前已|在某区|完成注册: said of the firm that the sentence begins with."""
        sentence = self._clauses.sentence(body.start)
        if self._clauses.chain_begin(body) != sentence.lo or not _is_free(body):
            return
        for place in self._found.between(Kind.DISTRICT, body.end, sentence.hi):
            begin = self._clauses.chain_begin(place)
            there = self._text.endswith("在", 0, begin) and not self._text.endswith(("正在", "现在", "存在"), 0, begin)
            if there and _REGISTERED.match(self._text, place.end):
                yield Whereabouts(body, place, 0.8)
                return

    def _brought_in(self) -> Iterator[Whereabouts]:
        """某镇先后引进|甲公司、乙公司|等6家企业."""
        for place in self._found.of(Kind.DISTRICT):
            value = place.value
            if not isinstance(value, PlaceValue) or value.level not in ("township", "zone") or value.relative:
                continue
            match = _BROUGHT.match(self._text, place.end)
            body = self._found.starting_at(Kind.ORGANISATION, match.end()) if match is not None else None
            if match is None or body is None or self._found.between(Kind.DISTRICT, place.end, body.start - 1):
                continue
            listed = self._list_from(body)
            if _COME.match(self._text, listed[-1].end):
                yield from (Whereabouts(thing, place, 0.75) for thing in listed if _is_free(thing))

    def _brought_by(self, project: Mention) -> Iterator[Whereabouts]:
        """某项目|由某镇引进."""
        match = _BY.match(self._text, project.end)
        places = self._clauses.chain_from(match.end()) if match is not None else []
        value = places[-1].value if places else None
        if (
            isinstance(value, PlaceValue)
            and value.level in ("township", "zone")
            and _BROUGHT_BY.match(self._text, places[-1].end)
        ):
            yield Whereabouts(project, places[-1], 0.8)

    def _stands(self) -> Iterator[Whereabouts]:
        """在某镇东南面，有一家占地百亩的企业——|某公司."""
        at = self._text.find("——")
        while at >= 0:
            body = self._found.starting_at(Kind.ORGANISATION, at + 2)
            lo = self._clauses.sentence(at).lo
            place = next(iter(self._found.before(Kind.DISTRICT, at)), None) if body is not None and _is_free(body) else None
            if body is not None and place is not None and place.start >= lo and _STANDS.match(self._text, place.end, body.start):
                yield Whereabouts(body, place, 0.8)
            at = self._text.find("——", at + 2)

    def _list_from(self, body: Mention) -> list[Mention]:
        """The bodies of a list that begins with one."""
        listed = [body]
        while self._text[listed[-1].end : listed[-1].end + 1] in ("、", "和", "与", "及"):
            following = self._found.starting_at(Kind.ORGANISATION, listed[-1].end + 1)
            if following is None:
                break
            listed.append(following)
        return listed

    def _before_comma(self, position: int) -> Mention | None:
        if not self._text.endswith(("，", ",", "发现", "看到", "了"), 0, position):
            return None
        place = next(iter(self._found.before(Kind.DISTRICT, position)), None)
        return place if place is not None and position - place.end <= 10 else None

    def _listed(self, body: Mention) -> Iterator[Whereabouts]:
        """某镇的甲公司、|乙厂和丙社|等企业: those behind the first."""
        listed = self._list_from(body)
        if len(listed) < 2:
            return
        place = next(iter(self._found.before(Kind.DISTRICT, body.start)), None)
        if place is None or not isinstance(place.value, PlaceValue) or place.end > body.start:
            return
        gap = self._text[place.end : body.start]
        if re.fullmatch(
            r"(?:街道)?(?:办事处)?(?:辖区|境内|辖区内|域内)?的|(?:办事处)?(?:辖区内?|境内)|(?:镇|乡|村|区|县|园)[里内]的", gap
        ):
            yield from (Whereabouts(thing, place, 0.8) for thing in listed if _is_free(thing))


def find_lying(clauses: Clauses) -> Iterator[Whereabouts]:
    """Where bodies and projects are said to lie by more than the words beside them."""
    if clauses.found.of(Kind.ORGANISATION) or clauses.found.of(Kind.INITIATIVE):
        yield from _Lying(clauses)()


__all__ = ["find_lying"]
