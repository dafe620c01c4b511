"""Posts and the people who hold them: 区委副书记、区长甲; 区领导甲、乙、丙; 甲，乙公司总经理.

A post phrase is a body and a title (区委 + 副书记). Phrases stand in chains (compound posts), a chain stands before the names
of its holders, or behind one name with 是, 任 or a comma. A phrase without a body of its own takes the body that its title
implies (区长: the district's government) or the body of the phrase before it (局党组书记、局长).

Here is what a chain takes from those before it in the text; ``post_chains`` reads one chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.base import OWN, BodyValue, Found, PlaceValue, past_mark
from kg.extract.bodies import is_of, level_of
from kg.extract.force_heads import FORCE_HEADS, NEAR_FORCE, is_force
from kg.extract.post_bodies import (
    COMMITTEES,
    GROUP_TITLES,
    OWN_PARTY,
    TOWN_UNITS,
    WITH_OFFICES,
    is_of_group,
    is_office,
    office_within,
    outer_body,
    own_union,
    take_general_office,
    take_watched,
    watched_body,
)
from kg.extract.post_chains import ELECTED, HEADS_OF_HOUSES, MEETING_SOCIETIES, back_of, find_chains, is_of_society, read_chain
from kg.extract.post_phrases import COMMAND_HEADS, find_phrases
from kg.extract.rolls import PAREN
from kg.extract.titles import Phrase, plain_title
from kg.model import Article, Kind, Mention

_MADE = ("为", "任", "当选")
_ALSO_MADE = re.compile(r"[，；、][^。；\n]{2,60}(?:[为任]|当选)")


class Posts:
    """Find post phrases, the people named at them, and the bodies that only a title shows."""

    name = "posts"
    needs = frozenset({Kind.DISTRICT, Kind.ORGANISATION})
    finds = frozenset({Kind.POST.value, Kind.PERSON.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        phrases = [phrase for phrase in find_phrases(text, found) if phrase is not None]
        before: Phrase | None = None
        beside: Sequence[Phrase] = ()  #: the chain of posts that ``before`` ends
        heads: dict[str, Phrase] = {}
        runs: list[tuple[int, list[Mention]]] = []
        titles_of: dict[str, str] = {}  #: the first title that a name was told with
        side, until = "", 0  #: the body whose people a list names, and where the list ends
        towns: Phrase | None = None  #: the last post in a town's party committee
        town: Phrase | None = None  #: the last post in a town, if none in a county was told of since
        chains = list(find_chains(text, phrases, found))
        titled = {(person.text, plain_title(phrase)) for chain in chains for phrase in chain for person in chain[-1].people}
        for at, chain in enumerate(chains):
            if chain[-1].name.endswith(FORCE_HEADS) and not chain[-1].people and text.startswith("由", chain[-1].end):
                _give(text, chain, chains[at + 1 : at + 6], found)
            if text[chain[0].start - 1 : chain[0].start] == "：":
                _take_board(text, chain[0], found)
            ours = _OUR_SIDE.search(text, max(0, chain[0].start - 24), chain[0].start) if "我" in text else None
            if ours is not None:
                side, until = f"{OWN}{ours['own']}", min(_ends(text, chain[0].start))
            if towns is not None:
                _take_committee(text, chain, towns, found)
            if at + 1 < len(chains):
                _take_house(text, chain, chains[at + 1])
            _follow_head(text, chain[0], heads, found)
            if (
                before is not None
                and before.people
                and chain[0].body is None
                and chain[0].place is None
                and not chain[0].relative
            ):
                gap = text[before.people[-1].end : chain[0].start]
                aside = PAREN.match(gap)
                gap = gap[aside.end() :] if aside is not None else gap  # 副主席甲（女），秘书长乙
                if gap[1:] and before.body is not None and is_of_group(chain[0]) and before.body.text.endswith(gap[1:]):
                    gap = gap[0]  # 县财政局副局长甲、局|党组成员乙
                named = before.body is not None and isinstance(before.body.value, BodyValue) and before.body.value.proper
                commands = chain[0].name.endswith(COMMAND_HEADS) and not (before.body is not None and is_force(before.body))
                if (
                    gap in ("、", "，", "和", "及")
                    and not commands
                    and chain[0].name != "第一书记"
                    and (
                        not chain[0].title.implies
                        or named
                        or (is_of_group(chain[0]) and (before.body is not None or before.back))
                        or (chain[0].title.implies == "委" and _is_committee(before.body))
                    )
                ):
                    chain[0].body, chain[0].place = _listed_body(before.body, chain[0]), before.place  # 县政协副主席甲、秘书长乙
                    chain[0].body = _of_head(chain[0], heads)
                    chain[0].back = before.back if not back_of(text, chain[0]) else ""  # 商会会长甲、|秘书长乙
                    _take_community(chain[0], found)
                    take_general_office(text, before, chain[0])  # 县政协副主席甲、|办公室|主任乙
            if (
                before is not None
                and (before.body is not None or before.back)
                and chain[0].body is None
                and chain[0].place is None
                and not (chain[0].relative or chain[0].title.implies)
                and text.endswith(_MADE, 0, before.start)
                and _ALSO_MADE.fullmatch(text, before.end, chain[0].start)
            ):
                chain[0].body = before.body  # 甲为县监委主任，乙、丙为副主任
                chain[0].back = before.back  # 选举甲为主席，乙为秘书长: of the chamber told of
            if before is not None and before.people:
                _take_second(text, before, chain)
                _share_district(text, beside, chain[0])
                _share_town(text, before, chain[0])
                _share_office(text, before, chain[0])
            _take_town(text, chain[0], town, found)
            if chain[0].start < until:
                _take_side(chain, side)
            _leave_out_titled(text, chain, titles_of)
            yield from read_chain(text, chain, found, titled, runs, before)
            towns = next((phrase for phrase in chain if chain[-1].people and _is_of_town(phrase.body)), towns)
            unit = next((unit for phrase in chain if (unit := _unit_of(phrase))), "")
            town = (chain[-1] if unit in TOWN_UNITS else None) if unit else town
            before, beside = chain[-1], chain
            for person in before.people:
                titles_of.setdefault(person.text, before.title.title)
            if before.people:
                runs.append((chain[0].start, before.people))
            heads.update({phrase.name: phrase for phrase in chain if phrase.body is not None and phrase.people})


def _take_house(text: str, chain: list[Phrase], following: list[Phrase]) -> None:
    """党委书记甲，党委副书记、|院长|乙深入某镇: of the hospital, or school, that the one listed next heads, and of no town."""
    first = chain[0]
    if len(chain) > 1 or first.title.implies != "党委" or not is_of_group(first) or not first.people:
        return
    if first.body is not None or first.place is not None or first.relative:
        return
    if text[first.people[-1].end : following[0].start] not in ("、", "，", "和") or not following[-1].people:
        return
    head = next((phrase for phrase in following if phrase.name.endswith(HEADS_OF_HOUSES)), None)
    if head is not None and all(phrase.body is None and phrase.place is None and not phrase.relative for phrase in following):
        first.back = back_of(text, head)


_HEADS_OF_FIRMS = ("总裁", "总经理", "董事长", "董事", "经理", "总监", "总工程师")


def _take_second(text: str, before: Phrase, chain: list[Phrase]) -> None:
    """某集团生产总监|甲副总裁: a second title of a firm right behind the name."""
    alone = len(before.people) == 1 and before.people[0].end == chain[0].start and len(chain) == 1
    firm = before.body.value if before.body is not None else None
    if not alone or chain[0].people or chain[0].body is not None or not chain[0].name.endswith((*_HEADS_OF_FIRMS, "局长")):
        return
    if is_of_group(before) and before.body is not None and chain[0].name.endswith("局长"):
        chain[0].people, chain[0].body = list(before.people), outer_body(before.body)  # 县教体局党组成员|甲局长
    if isinstance(firm, BodyValue) and firm.subtype == "Enterprise" and before.name != chain[0].name:
        chain[0].people, chain[0].body = list(before.people), before.body


def _leave_out_titled(text: str, chain: list[Phrase], titles_of: Mapping[str, str]) -> None:
    """县政协副主席甲出席。县人大副主任乙、甲颁奖: who was told with a title of his own stands in a list without it."""
    people, title = chain[-1].people, chain[-1].title
    if len(people) < 2 or not title.title.endswith(("主任", "主席", "书记", "局长", "县长", "区长", "市长", "镇长", "乡长")):
        return  # members and leaders are listed with whatever else they are
    told = [titles_of.get(person.text, title.title) != title.title for person in people]
    chain[-1].people = [
        person for at, person in enumerate(people) if not at or not told[at] or text[person.start - 1] not in "、和与"
    ]


_MEMBERS = ("委员", "副主任委员")
_NEAR_COMMITTEE = 40  #: characters of a list over which 副书记 is of the committee whose 书记 it names
_FAR = 400  #: characters over which a bare title still looks back to the head of its body
_SECRETARIES = ("秘书长", "副秘书长")
_COMMITTEES_OF_TOWNS = ("党委", "党工委")


def _follow_head(text: str, phrase: Phrase, heads: Mapping[str, Phrase], found: Found) -> None:
    """人大常委会主任甲主持会议。副主任乙、丙出席: a deputy by his bare title is that head's."""
    if phrase.body is not None or phrase.place is not None or phrase.relative:
        return
    if phrase.title.implies:
        led = (heads.get("书记") or heads.get("副书记")) if phrase.name == "副书记" else None
        held = led.body.value if led is not None and led.body is not None else None
        near = led is not None and 0 < phrase.start - led.end < _NEAR_COMMITTEE and "。" not in text[led.end : phrase.start]
        if led is not None and near and isinstance(held, BodyValue) and held.core in COMMITTEES:
            phrase.body = led.body  # 镇党委书记甲，镇长乙，|副书记丙
        return
    held_by = "主任委员" if phrase.name in _MEMBERS else phrase.name.removeprefix("常务").removeprefix("副")
    # 人大常委会主任, 常务副主任 or 副主任甲主持，|副主任乙
    head = heads.get(held_by) or heads.get(f"常务副{held_by}") or heads.get(phrase.name)
    if head is None and phrase.name == "委员" and (of_village := heads.get("主任")) is not None:
        village = of_village.body is not None and of_village.body.text.endswith(("村委会", "居委会", "村民委员会", "居民委员会"))
        head = of_village if village else None  # 某村村委会主任：甲，委员：|乙、丙
    if phrase.name in _SECRETARIES:  # 市政协副主席甲出席，秘书长乙主持
        told = (heads[name] for name in ("主席", "副主席", "主任", "副主任") if name in heads)
        head = max((h for h in told if _is_chamber(h.body)), key=lambda h: h.end, default=None)
    bare = text[phrase.title_at - 1 : phrase.title_at] in ("", "，", "。", "；", "、", "\n", "：", "率")
    bare = bare or text.endswith(("带领", "陪同", "率由"), 0, phrase.title_at)
    if head is None or not phrase.name.startswith(("副", "常务副", *_MEMBERS, *_SECRETARIES)) or not bare or not phrase.people:
        return
    if phrase.name.endswith(ELECTED) and is_of_society(text) and not _is_society(head.body):
        return  # 某作协换届。区文联主席甲出席，|副主席乙: of the society
    near = text.count("\n", head.end, phrase.start) <= 1 and phrase.start - head.end < _FAR
    others = found.between(Kind.ORGANISATION, head.end, phrase.title_at) if near else []
    if near and not any(phrase.name not in _SECRETARIES or not _is_chamber(other) for other in others):
        phrase.body = head.body


# 代表我院到场的是|党委书记甲、院长乙: whose people a list names.
_OUR_SIDE = re.compile(
    "我(?P<own>[校院局])[^，。；、\n]{0,4}(?:参加|出席|到场|到会|列席|陪同|签约|签字|与会|参会)[^，。；、\n]{0,10}的(?:还|主要)?[有是]$"
)


def _ends(text: str, start: int) -> Iterator[int]:
    return (at if (at := text.find(mark, start)) >= 0 else len(text) for mark in "。；\n")


def _take_side(chain: list[Phrase], side: str) -> None:
    """我校参加活动的有党委副书记甲、|副校长乙|: of the school that the report is by, as far as the list goes."""
    for phrase in chain:
        bare = phrase.body is None and phrase.place is None and not phrase.relative
        if bare and (not phrase.title.implies or is_of_group(phrase)):
            phrase.back = side


def _is_of_town(body: Mention | None) -> bool:
    """Whether a body is the party committee of a town: 镇党委, 某街道党工委."""
    value = body.value if body is not None else None
    if not isinstance(value, BodyValue) or value.core not in _COMMITTEES_OF_TOWNS or value.parent is not None:
        return False
    return is_of(value, TOWN_UNITS, "township")


def _take_committee(text: str, chain: list[Phrase], towns: Phrase, found: Found) -> None:
    """党委委员、副镇长甲传达。|党委委员|、人武部长乙安排: of the same town's committee, as long as no other body is told of."""
    first, held = chain[0], towns.body
    if first.body is not None or first.place is not None or first.relative or not is_of_group(first) or not chain[-1].people:
        return
    value = held.value if held is not None else None
    if not isinstance(value, BodyValue) or first.title.implies != value.core or chain[-1].name.endswith(HEADS_OF_HOUSES):
        return
    near = text.count("\n", towns.end, first.start) <= 1 and first.start - towns.end < _FAR
    bodies = found.between(Kind.ORGANISATION, towns.end, first.start) if near else []
    if near and not any(body.text.endswith(OWN_PARTY) for body in bodies):
        first.body = held


_UNIONS = ("工会", "团委", "妇委会")


def _share_union(phrase: Phrase, before: Mention | None) -> None:
    """县人民医院院长甲、|工会|主席乙: of the hospital, school, firm or bureau whose head stands before it in the list."""
    own = phrase.body.value if phrase.body is not None and phrase.body.by == "posts.body" else None
    if before is None or phrase.body is None or not isinstance(own, BodyValue) or phrase.body.text not in _UNIONS:
        return
    holder = before.value
    if own.parent is not None or not isinstance(holder, BodyValue):
        return
    if holder.back:  # 德育处主任甲，|工会|主席乙: of the school told of
        phrase.body = replace(phrase.body, value=BodyValue(phrase.body.text, own.subtype, back=holder.back))
    elif holder.subtype in ("PublicInstitution", "Enterprise") or before.text.endswith("局"):
        phrase.body = office_within(replace(phrase.body, value=replace(own, core=phrase.body.text)), before)


def _share_office(text: str, before: Phrase, phrase: Phrase) -> None:
    """县公安局副局长甲、政治处主任乙: an office in a list is of the body before it."""
    listed = text[before.people[-1].end : phrase.start] in ("、", "，", "和", "及", "率", "带领", "陪同")
    _share_union(phrase, before.body if listed else None)
    bare = phrase.body is not None and phrase.body.by == "posts.body" and phrase.body.text == "办事处"
    if listed and bare and before.body is not None:
        outer = outer_body(before.body)  # 某路办事处党工委书记甲，|办事处|主任乙: of the one told of
        phrase.body = outer if outer.text.endswith("办事处") else phrase.body
        return
    if not listed or not is_office(phrase.body) or is_office(before.body):
        return
    held = before.body.value if before.body is not None else None
    own = _own_office(phrase.body, held if isinstance(held, BodyValue) else None, before)
    if own is not None:
        phrase.body = own
    elif before.body is not None:
        phrase.body = office_within(phrase.body, before.body)


_OF_TOWNS = ("中心校", "中心学校", "派出所", "司法所", "卫生院", "财政所", "综治办", "党政办", "局")


def _share_district(text: str, chain: Sequence[Phrase], phrase: Phrase) -> None:
    """某市委书记甲，副市长乙: in one list the second is of the same city as the chain before it, wherever the page lives."""
    before = chain[-1]
    held = before.body.value if before.body is not None else None
    bare = phrase.body.value if phrase.body is not None and phrase.body.by == "posts.body" else None
    town = isinstance(held, BodyValue) and held.relative in TOWN_UNITS
    if (
        town
        and phrase.body is not None
        and isinstance(held, BodyValue)
        and isinstance(bare, BodyValue)
        and not (bare.anchor or bare.relative or bare.back or bare.parent)
    ):
        if text[before.people[-1].end : phrase.start] in ("、", "，"):  # 街道审批局局长甲、建设局副局长乙
            phrase.body = replace(phrase.body, value=replace(bare, relative=held.relative))
        return
    listed = text[before.people[-1].end : phrase.start] in ("、", "，")
    if listed and (union := own_union(phrase.body, before.body)) is not None:
        phrase.body = union
        return
    if listed:
        take_watched(phrase, before.body)
    alone = phrase.body.value if phrase.body is not None else None
    watched = watched_body(alone if isinstance(alone, BodyValue) else None, before.body)
    if listed and watched is not None and phrase.body is not None and isinstance(alone, BodyValue):
        phrase.body = replace(phrase.body, value=replace(alone, parent=watched))  # 某局局长甲、|纪检组|组长乙
        return
    place = held.anchor if isinstance(held, BodyValue) and not held.proper else before.place
    if before.body is not None and "驻" in before.body.text:
        return  # 某市政府驻上海办事处主任甲，|市政协主席乙
    if phrase.body is not None and isinstance(phrase.body.value, BodyValue) and len(chain) > 1:
        place = _city_of_chain(chain, phrase.body.value.relative) or place
    if place is None or text[before.people[-1].end : phrase.start] not in ("、", "，", "和", "及", "以及"):
        return
    small = level_of(place) in ("community", "compound")
    if phrase.body is not None and phrase.body.by == "posts.body" and isinstance(phrase.body.value, BodyValue):
        bare = phrase.body.value
        if small and bare.core.endswith(_OF_TOWNS):
            return  # 某社区主任甲，中心校校长乙: of the town
        if level_of(place) == "zone" and bare.core.startswith("政府"):
            return  # 经济开发区党工委委员甲，|政府办|主任乙: no zone has a government
        if bare.anchor is None and not bare.relative and not bare.back and bare.parent is None:
            phrase.body = replace(phrase.body, value=replace(bare, anchor=place))  # 某县副书记甲，禁毒办主任乙
            return
    zone = level_of(place) == "zone"
    if phrase.body is None:
        above = small and phrase.relative == "区"  # 某社区书记甲，|区长乙
        if not zone and not above and phrase.relative and phrase.place is None and place.text.endswith(phrase.relative):
            phrase.place = place
        return
    own = phrase.body.value
    outer = own.parent if isinstance(own, BodyValue) else None
    if outer is not None and isinstance(own, BodyValue) and isinstance(outer.value, BodyValue):
        held = outer.value  # 某市副市长甲，|市某中心党组|书记乙: the centre of that city
        if held.relative and held.anchor is None and held.parent is None and place.text.endswith(held.relative):
            outer = replace(outer, value=replace(held, anchor=place), by="posts.body", score=0.99)
            phrase.body = replace(phrase.body, value=replace(own, parent=outer, anchor=place), by="posts.body", score=0.99)
        return
    if zone and isinstance(own, BodyValue) and own.core.startswith(WITH_OFFICES):
        return  # 某经济区主任甲，|区委|常委乙: no zone has one
    unit = own.relative if isinstance(own, BodyValue) and own.anchor is None else ""
    whole = place.value.name if isinstance(place.value, PlaceValue) else place.text
    cities = _CITY_OFFICES.finditer(text, past_mark(text, phrase.start, "。；\n"), phrase.start) if unit == "市" else ()
    if len({match["city"] for match in cities}) > 1:
        return  # 甲市副市长、乙市委书记丙，甲市副秘书长丁，|市人大主任: of either city, as the page shows
    if small and unit == "区":
        return
    if unit and (place.text.endswith(unit) or whole.endswith(unit)) and isinstance(own, BodyValue) and own.parent is None:
        value = replace(own, anchor=place)
        phrase.body = replace(phrase.body, value=value, by="posts.body", score=0.99)  # stands for what was read without its city


_CITY_OFFICES = re.compile("(?P<city>[一-龥]{2,4}市)(?=委|政府|人民政府|人大|政协|副?市长)")


def _city_of_chain(chain: Sequence[Phrase], unit: str) -> Mention | None:
    """常州市|市委委员、区党工委书记甲，|市委|常委乙: the district of that unit which a chain of posts names in full."""
    if unit not in ("市", "县", "区", "州", "旗"):
        return None
    bodies = (phrase.body.value for phrase in reversed(chain) if phrase.body is not None)
    places = (value.anchor for value in bodies if isinstance(value, BodyValue) and not value.proper)
    return next((place for place in places if place is not None and place.text.endswith(unit)), None)


_OF_TOWN = ("政府", "党委", "党工委", "办事处", "人大", "人大主席团", "管委会")


_MEMBERS_OF_TOWNS = ("组织委员", "宣传委员", "统战委员", "组宣委员", "组织宣传委员", "组织统战委员", "宣传统战委员", "政法委员")
_IN_TOWNS = frozenset(("纪委", "纪工委", "武装部", "人武部", "人大", "人大主席团", "党政办", "党政办公室", "综治办"))


def _seat_of(phrase: Phrase) -> tuple[Mention | None, str]:
    """The place of a post and the word for its unit, as its body tells them, or else the phrase itself."""
    held = phrase.body.value if phrase.body is not None else None
    return (held.anchor, held.relative) if isinstance(held, BodyValue) else (phrase.place, phrase.relative)


def _unit_of(phrase: Phrase) -> str:
    """The unit of the district that a post is in, as its title or its body tells: 镇 of 镇长, 县 of 县纪委书记."""
    place, unit = _seat_of(phrase)
    if place is None:
        return unit
    return {"township": "镇", "county": "县", "prefecture": "市"}.get(level_of(place), "")


def _take_town(text: str, phrase: Phrase, town: Phrase | None, found: Found) -> None:
    """镇长甲主持，|纪委书记乙|参加: of the town that the sentence tells of; 会上，|组织委员丙|传达: of the town told of last."""
    held = phrase.body.value if phrase.body is not None else None
    bare = isinstance(held, BodyValue) and held.core in _IN_TOWNS and not (held.anchor or held.relative or held.parent)
    if phrase.body is not None and isinstance(held, BodyValue) and bare:
        if town is not None and not any(mark in text[town.end : phrase.start] for mark in "。\n"):
            place, unit = _seat_of(town)
            value = replace(held, anchor=place, relative="" if place is not None else unit)
            phrase.body = replace(phrase.body, value=value, by="posts.body", score=0.99)
        return
    if phrase.body is not None or phrase.place is not None or phrase.relative or not phrase.people:
        return
    if phrase.name in _MEMBERS_OF_TOWNS:
        place = next(found.before(Kind.DISTRICT, phrase.start), None)
        if place is not None and level_of(place) == "township" and phrase.start - place.end < _FAR:
            phrase.place = place


def _share_town(text: str, before: Phrase, phrase: Phrase) -> None:
    """某镇镇长甲、|党委|副书记乙, |党委|组织委员丙: the party committee of the town, street or zone whose head is told before."""
    group = next((word for word in ("党工委", "党委") if phrase.name.startswith(word) and phrase.name != word), "")
    if not group or phrase.body is not None or phrase.place is not None or phrase.relative:
        return
    held = before.body.value if before.body is not None else None
    if isinstance(held, BodyValue) and (held.core not in _OF_TOWN or held.parent is not None):
        return
    if text[before.people[-1].end : phrase.start] not in ("、", "，", "和", "及", "与", "以及"):
        return
    place, unit = _seat_of(before)
    town = place is not None and level_of(place) in ("township", "zone")
    if not town and unit not in TOWN_UNITS:
        return
    start, end = phrase.title_at, phrase.title_at + len(group)
    value = BodyValue(group, "PartyBody", anchor=place if town else None, relative="" if town else unit)
    phrase.body = Mention(Kind.ORGANISATION, start, end, group, "posts.body", 0.8, value)
    phrase.name, phrase.title_at = phrase.name.removeprefix(group), end


def _give(text: str, chain: list[Phrase], following: Sequence[list[Phrase]], found: Found) -> None:
    """副指挥长由|副县长甲、农业农村局局长乙|担任: who is made the head, told behind it."""
    people: list[Mention] = []
    end = chain[-1].end + 1
    for other in following:
        if not other[-1].people or PAREN.sub("", text[end : other[0].start]) not in ("", "、", "和", "及"):
            return
        people += other[-1].people
        end = people[-1].end
        if text.startswith(("担任", "兼任", "任"), end) or (text.startswith("（", end) and "担任" in text[end : end + 12]):
            break
    else:
        return
    chain[-1].people = people
    if chain[0].body is None and chain[0].place is None:
        floor = max(text.rfind("\n", 0, chain[0].start), chain[0].start - NEAR_FORCE)
        told = next((b for b in found.before(Kind.ORGANISATION, chain[0].start) if b.start <= floor or is_force(b)), None)
        chain[0].body = told if told is not None and told.start > floor else None


_BOARD = re.compile("[一-龥]{0,6}(?:组成人员|成员|领导班子|负责人|领导)(?:候选人)?(?:名单)?(?:如下|为|是|有)?：")


def _take_board(text: str, phrase: Phrase, found: Found) -> None:
    """某委员会组成人员名单：|主任委员甲: of the body whose members are listed."""
    if phrase.body is not None or phrase.place is not None or phrase.relative or phrase.title.implies:
        return
    body = next(found.before(Kind.ORGANISATION, phrase.start), None)
    if body is not None and _BOARD.fullmatch(text, body.end, phrase.start):
        phrase.body = body


_OF_COMMUNITIES = (
    "网格员", "网格长", "楼长", "楼栋长", "单元长", "邻长", "护林员", "巡河员", "保洁员", "治安员", "调解员", "村医", "乡村医生",
    "民兵", "妇女主任", "妇女组长", "妇女小组长", "妇女专干", "治保主任", "文书", "报账员", "专干",
    "社区民警",
)  # fmt: skip
_BRANCHES = ("支部", "总支", "党委", "党小组", "村民小组", "居民小组", "两委", "两委”")


def _take_community(phrase: Phrase, found: Found) -> None:
    """某社区党支部书记甲、|网格员|乙: who works for a community is of it, not of its branch of the party."""
    held = phrase.body.value if phrase.body is not None else None
    if not isinstance(held, BodyValue) or not held.core.endswith(_BRANCHES) or not phrase.name.endswith(_OF_COMMUNITIES):
        return
    branch = next(branch for branch in _BRANCHES if held.core.endswith(branch))
    place = held.anchor
    if place is None and phrase.body is not None:
        place = found.ending_at(Kind.DISTRICT, phrase.body.end - len(branch))  # 某镇某村村民小组长甲、|妇女组长|乙
    bare = not (held.relative or held.parent or held.proper or held.back) and phrase.title.sphere == "grassroots"
    small = level_of(place) in ("community", "compound") if place is not None else held.relative in ("村", "社区", "小区") or bare
    if small:
        phrase.body, phrase.place, phrase.relative = None, place, held.relative


_LAWYERS = ("所", "中心", "律师团", "服务团", "公司", "集团", "协会")  #: where lawyers work


def _listed_body(body: Mention | None, phrase: Phrase) -> Mention | None:
    """The body that a title in a list takes from the one before: 政协党组成员甲，秘书长乙, 政治部主任丙和党组成员丁."""
    if body is None or (phrase.name.endswith("律师") and not body.text.endswith(_LAWYERS)):
        return None  # 检察官甲、|律师乙: of a firm that is not said
    value = body.value
    ward = isinstance(value, BodyValue) and value.parent is not None and body.text.endswith(("科", "室", "病区"))
    if ward and phrase.name.endswith(("医生", "医师", "护士")) and isinstance(value, BodyValue):
        return value.parent  # 外科主任甲、|儿科医生乙: of the hospital
    if is_of_group(phrase) and isinstance(value, BodyValue) and value.parent is not None and not value.proper:
        return value.parent
    return body if phrase.name.endswith(GROUP_TITLES) else outer_body(body)


# What those head who are told by their titles alone, as the last characters of its name.
_HEADED = {"局长": ("局",), "院长": ("院",), "会长": ("会",), "行长": ("行", "支行"), "理事长": ("社", "会"), "部务委员": ("部",)}


def _of_head(phrase: Phrase, heads: Mapping[str, Phrase]) -> Mention | None:
    """局长甲，局党委副书记、纪委书记乙，|副局长|丙: of the bureau whose head is told before, not of the committee beside it."""
    name = phrase.name.removeprefix("常务").removeprefix("副")
    if phrase.body is None or name not in _HEADED or phrase.body.text.endswith(_HEADED[name]):
        return phrase.body
    head = heads.get(name) or heads.get(phrase.name)
    return None if head is None else head.body


def _own_office(office: Mention | None, held: BodyValue | None, before: Phrase) -> Mention | None:
    """An office of the district whose heads are told before it: 副县长甲、|招商引资办|主任乙."""
    if office is None or not isinstance(office.value, BodyValue) or not office.text.endswith(("办", "中心")):
        return None
    place, relative = (held.anchor, held.relative) if held is not None else (before.place, before.relative)
    of_district = held is None or (held.parent is None and (held.core in WITH_OFFICES or held.core.endswith(("办", "中心"))))
    if not of_district or (place is None and not relative):
        return None
    return replace(office, value=BodyValue(office.value.core, "GovernmentBody", anchor=place, relative=relative))


def _is_chamber(body: Mention | None) -> bool:
    return body is not None and isinstance(body.value, BodyValue) and body.value.core in ("政协", "人大常委会", "人大")


def _is_society(body: Mention | None) -> bool:
    return body is not None and body.text.endswith(MEETING_SOCIETIES)


def _is_committee(body: Mention | None) -> bool:
    if body is None or not isinstance(body.value, BodyValue):
        return False
    return body.value.core in COMMITTEES or body.value.core.endswith(("支部", "总支", "党组", "团委"))


__all__ = ["Posts"]
