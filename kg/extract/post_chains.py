"""Chains of post phrases with nothing but a mark between them, read into posts and people: 区委常委、|统战部部长|甲.

The names stand behind a chain, else before it (甲，乙公司总经理); then each phrase gets its body, and is a post.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.extract.base import HOSPITALS, OWN, SOCIETIES, BodyValue, Found, PostValue, past_mark
from kg.extract.edges import breaks_chain, ends_with_title
from kg.extract.force_heads import FORCE_HEADS, GROUP_ENDINGS, force_headed, group_told, is_made_head
from kg.extract.names import scorer
from kg.extract.post_bodies import (
    inherit_bodies,
    is_of_group,
    is_office,
    office_within,
    outer_body,
    take_corps_place,
    take_general_office,
    take_group,
    take_party_group,
)
from kg.extract.post_elections import take_electing_body
from kg.extract.post_phrases import COMMON_HOLDER, HOLDERS, KINDS_OF, OFFICE, OFFICE_HEADS, PARTY_GROUPS, bare_body
from kg.extract.post_subjects import house_of, people_before, subject_of
from kg.extract.rolls import PAREN, make_person, read_names
from kg.extract.titles import CLEAR_MARGIN, SALUTED, SALUTES, Phrase, is_quoted, plain_title, title_follows, titles, told_by
from kg.model import Kind, Mention
from kg.words import words

_GAPS: tuple[str, ...] = ("", "、", "兼", "，兼", "、兼", "，", " ", "和", "及", "兼任", "，兼任", "、兼任", "/")
_GAPS += tuple(mark + word for mark in ("", "、", "，") for word in ("挂任", "挂职", "挂职任", "现任", "驻"))
_CALLED_ON = ("民警", "教师", "职工", "官兵", "医生", "护士", "工人", "战士", "干警", "法官", "辅警", "工作人员")
_CALLS = re.compile("(?:慰问|看望|走访|感谢|勉励)了?[^，。；]{0,12}$")  # 到派出所慰问民警，|教导员甲陪同
_UNKNOWN_BODY = re.compile(r"、[\u4e00-\u9fff]{1,8}")
_ASIDE = re.compile(
    r"[（(](?:[^（）()\n]{0,12}(?:挂职|挂任|下派|选派|派驻|委派|主持(?:全面|日常)?工作)[^（）()\n]{0,4}"
    r"|挂任|兼|兼任|[正副][厅处科]级|列席|援[\u4e00-\u9fff]{1,2}|会长|理事长)[）)]"
)


def find_chains(text: str, phrases: Sequence[Phrase], found: Found) -> Iterator[list[Phrase]]:
    """Runs of phrases with nothing but a mark between them; a run ends where names begin."""
    chain: list[Phrase] = []
    gap: str | None = None
    named = -1  #: where the names of the chain before end
    for phrase in phrases:
        if chain and not chain[-1].people and phrase.start <= chain[-1].start and phrase.title_at >= chain[-1].end:
            chain.pop()  # 刑警|大队大队长: a title inside the body of the next
        if chain and not chain[-1].people:
            _fill_slot(text, chain[-1].end, phrase, found)
        if chain:
            last = chain[-1].end + is_quoted(text, chain[-1])  # 某社区“第一书记|”、某局副局长甲
            gap = _ASIDE.sub("", text[last : phrase.start]) if phrase.start >= chain[-1].end else None
            if gap is not None and gap[1:2] == "驻":
                gap = text[last : found.places_begin(phrase.start)]  # 某局副局长，|驻某县|某村第一书记甲
            if gap is None:  # overlapping readings: the first stays
                continue
            unknown = (
                not chain[-1].people and _UNKNOWN_BODY.fullmatch(gap) is not None and bool(_people_after(text, phrase, found))
            )
            beside = gap == "（" and text.startswith("）", phrase.end)  # 局长（|经理|）甲
            held = gap == "的" and _AS.search(text, max(0, chain[0].start - 5), chain[0].start) is not None
            held = held and not chain[-1].people  # 挂任某县副县长的|某区干部|甲, 担任某团团长的|某区委常委|、副区长乙
            held = held and (text.startswith("、", phrase.end) or bool(_people_after(text, phrase, found)))
            if (
                (gap not in _GAPS and not unknown and not held and not beside and not _is_clipped(text, gap, chain[0]))
                or chain[-1].people
                or _is_behind(text, chain[-1], found)
                or chain[0].start == named  # 某集团总监甲|副总裁|、某公司总经理乙
                or (gap in ("，", "、") and is_made_head(text, chain[-1]))  # 由甲任组长，|副县长乙任副组长
                or (gap == "，" and text.endswith("担任", 0, chain[-1].start))  # 由庭长甲担任审判长，|人民陪审员乙
                or (
                    gap == "，" and phrase.body and _is_what_one_is(text, chain[0]) and _people_after(text, phrase, found)
                )  # 甲是某村第一书记，|某村党支部书记乙说
                or (
                    gap == "，"
                    and chain[-1].name in _CALLED_ON
                    and _CALLS.search(text, max(0, chain[0].start - 16), chain[0].start)
                )
                or (
                    gap == "，" and text.endswith(_SPOKEN_OF, 0, found.places_begin(chain[0].start))
                )  # 谈及某村的驻村干部，|村支书甲说
                or (gap == "，" and _are_unnamed(text, chain[-1]))  # 市某局有关负责人，|县领导甲、乙
            ):
                yield chain
                named = chain[-1].people[-1].end if chain[-1].people else -1
                chain = []
        phrase.people = _people_after(text, phrase, found, bool(chain) and gap != "和", chain[0] if chain else phrase)
        chain.append(phrase)
    if chain:
        yield chain


# A rank for the title that has it, in a list of what one was: 历任科员、|副大队|、指导员、大队长.
_CLIPPED = re.compile("(?:、[副正][一-龥]{1,3}级?)+、")
_SERVED_AS = ("历任", "先后任", "先后担任", "曾任")


def _is_clipped(text: str, gap: str, first: Phrase) -> bool:
    return gap[1:2] in tuple("副正") and text.endswith(_SERVED_AS, 0, first.start) and _CLIPPED.fullmatch(gap) is not None


# The head of a body's name that was read without it, behind the title before: 、|省市疫情处置工作某市现场联合|指挥部.
_SLOT = re.compile(
    "(?!原|兼|前|现|时任|挂任|挂职|分管|主管|负责|带领|率领|陪同|会同|代理|代表|以及|及)[一-龥\\dA-Za-z（）“”·+-]{1,36}"
)
_JOINS = frozenset("和与")
_NO_SLOT = frozenset("的了着过在到对向为与和从被把将由等")


def _fill_slot(text: str, end: int, phrase: Phrase, found: Found) -> None:
    """市长、|国道310线改扩建工程指挥部|指挥长甲: what stands between two titles of a chain is all one body."""
    body = phrase.body
    if body is None or body.end != phrase.title_at or not text.startswith("、", end) or body.start - end < 2:
        return
    if found.starting_at(Kind.DISTRICT, end + 1) is not None:
        return  # 人大代表、|某镇|某村|党支部书记甲
    slot = _SLOT.fullmatch(text, end + 1, body.start)
    value = body.value
    if slot is None or not isinstance(value, BodyValue):
        return
    pieces = words().cut(slot.group())
    unit = pieces[0] if pieces[0] in ("省", "市", "县", "区", "州", "旗", "镇", "乡") and len(pieces) > 1 else ""
    task = value.subtype == "TaskForce" or (unit and body.text.endswith("委员会"))
    if any(piece in _NO_SLOT - (_JOINS if unit else frozenset()) if task else breaks_chain(piece) for piece in pieces):
        return  # a group's name may hold what it does: 疫情|处置|工作…指挥部
    if not _people_after(text, phrase, found):
        return
    name = text[end + 1 : body.end]
    whole = BodyValue(name, value.subtype, proper=True)
    if unit:  # 县公安局局长、|县见义勇为人员奖励和保护工作委员会|主任
        whole = BodyValue(name[len(unit) :], "TaskForce", relative=unit)
    phrase.body = Mention(Kind.ORGANISATION, end + 1, body.end, name, "posts.body", 0.99, whole)
    phrase.start = end + 1


# An honour in a chain is no post, and lets the chain go on to its names: 副馆长、某奖获得者|甲.
_HONOUR = re.compile(
    r"、(?:[^，。；、：\n]{2,24}?)(?:获得者|劳动模范|劳模|先进个人|传承人|作家|诗人|院士|博士|书法家|画家|歌唱家|艺术家|道德模范|标兵|能手|志愿者|主讲人|爱好者|收藏家|专家|学者|企业家|演员|教练员|博主|达人)"
    r"(?=[一-龥])"
)
# So is what else is said of someone: 镇党委副书记、|在某学院任教授的|甲; 区政协委员、|来自某公司的|乙.
_WHO_IS = re.compile("、(?:在|来自|曾|现任|时任|兼任|担任|分管|负责|主管|被)[^，。；、：\n]{2,24}的(?=[一-龥]{2})")
# So is a title that no list has: 党组成员、副主任、|正厅职干事|甲.
_OTHER_TITLE = re.compile(
    "、(?![和与及]|全体|部分|各)[^，。；、：的等\n]{2,16}?(?:员|师|官|干事|干部|顾问|助理)"
    "(?=[一-龥]{2,3}(?:[，。；、（]|[出参列陪主介表告说]))"
)
_GIVEN_TO = re.compile("(?:一职)?由(?P<name>[一-龥]{2,4}?)(?:同志)?(?:担任|兼任|出任|当选|接任|继任)")
_GIVEN = re.compile("(?:等?(?:同志|\\d+[人位名]))?(?:分别|继续)?(?:担任|兼任|出任|当选|接任|继任)")
_GIVEN_HOLDER = re.compile("(?P<who>[^，。；：、\n]{4,28}?)(?:同志)?(?:担任|兼任|出任|接任)")


def _given_to_holder(text: str, position: int) -> tuple[int, int] | None:
    """理事长由|某村党支部书记|甲|兼任: who has another post, told before the name."""
    given = _GIVEN_HOLDER.match(text, position)
    if given is None:
        return None
    end = given.end("who")
    for size in (3, 2):
        titled = any(text[end - size - length : end - size] in titles() for length in (6, 5, 4, 3, 2))
        if titled and end - size > position and scorer().is_name(text[end - size : end], 2.0):
            return end - size, end
    return None


_ELECTED = ("当选", "当选为", "被选为")
_CANDIDATES = ("候选人", "提名人选", "人选")
_AMONG_THEM = re.compile("(?:还|主要|另外?|也)?有|还包括|包括|[是为]")
# 出席会议的|某县人大常委会副主任|还有甲、乙: those of a kind who were there.
_OF_THOSE = re.compile("(?:出席|参加|列席|到会|与会|陪同|随同|随行|到场|参会|见证|在座|前来|一同|一起|同行)[^。；：]{0,30}的$")
_AS = re.compile(
    r"(?:身为|作为|担任|挂任|挂职|挂职任|兼任|身兼|现任|时任|曾任|原任|出任|当选为?|成为|被?(?:选举|推举|推选|任命|选|聘)为|先后任|(?<![主担责信就上离])任)$"
)

# A clause of its own that says what the one named next is: 作为村支书，|甲深感…, 被任命为局长后，|乙…
_CLAUSE = r"(?<![^，。；！？：“”\n])"
_AS_ONE = re.compile(_CLAUSE + "(?:而|也|同样)?(?:作为|身为)(?:一名|一位)?$")
_MADE_ONE = re.compile(
    _CLAUSE + r"(?:\d{4}年(?:\d{1,2}月)?|去年|今年|前年|[一两二三四五六七八九十几]年前|自从?|从|刚刚?|初|再次|重新|成功)?"
    "(?:被(?:任命|推选|选举|选|聘任|聘|推举)为|当选为?|担任|就任|接任|出任|当上)了?$"
)
_SINCE = re.compile("(?:职务|一职)?(?:后|之后|以后|以来|期间|的?时)，")


def _named_in_next_clause(text: str, phrase: Phrase, first: Phrase, found: Found) -> list[Mention]:
    low = max(0, first.start - 24)
    if text.startswith("，", phrase.end) and _AS_ONE.search(text, low, first.start) is not None:
        position = phrase.end + 1
    elif (since := _SINCE.match(text, phrase.end)) is not None and _MADE_ONE.search(text, low, first.start) is not None:
        position = since.end()
    else:
        return []
    size, margin = scorer().read(text, position, 0.0)
    if size < 2 or margin < CLEAR_MARGIN or found.covering(Kind.DISTRICT, position) is not None:
        return []
    return [make_person(text, position, position + size, "posts.after", 0.8, phrase.title)]


_SERVED_ONCE = re.compile("(?:曾|曾经|原|曾担)任$|曾担任$")


def _who_size(text: str, position: int) -> int:
    """How many characters of what one is called stand before a name: 的|老党员|甲."""
    sizes = (size for size in (6, 5, 4, 3, 2) if text[position : position + size] in told_by())
    return next((size for size in sizes if scorer().read(text, position + size, 1.0)[0]), 0)


def _people_after(text: str, phrase: Phrase, found: Found, chained: bool = False, first: Phrase | None = None) -> list[Mention]:
    position = phrase.end + is_quoted(text, phrase)
    if text.startswith((" ", "\u3000"), position) and text.endswith(_ELECTED, 0, (first or phrase).start):
        return []  # 甲当选县人大常委会主任 |乙当选县长
    begins = [found.places_begin(p.start) for p in (phrase, first or phrase)] if text.startswith("的", position) else []
    if begins and (phrase.status == "former" or any(_AS.search(text, max(0, at - 5), at) for at in begins)):
        position += 1  # 挂任某县副县长的|甲
        position += _who_size(text, position)  # 曾任某村村主任的|老党员|乙
        if _SERVED_ONCE.search(text, max(0, begins[-1] - 4), begins[-1]):
            for held in (phrase, first or phrase):
                held.status = held.status or "former"
    if chained and text.startswith("）", position) and text.endswith("（", 0, phrase.start):
        position += 1  # 局长（经理）|甲
    for word in _CANDIDATES:
        if text.startswith(word, position):
            phrase.status, position = "candidate", position + len(word)
    given = _GIVEN_TO.match(text, position)
    if given is not None and scorer().is_name(given["name"], 2.0):  # 理事长|由甲担任
        return [make_person(text, *given.span("name"), "posts.after", 0.85, phrase.title)]
    if text.startswith("由", position):
        names = read_names(text, position + 1, found, phrase.title, first_prior=2.5)
        if names and _GIVEN.match(text, names[-1].end):  # 副主席|由甲、乙、丙担任
            return names
        if not names and (holder := _given_to_holder(text, position + 1)) is not None:
            return [make_person(text, *holder, "posts.after", 0.85, phrase.title)]
    whom = _is_whom(text, position) if text.startswith(("是", "就是"), position) else None
    if whom is not None:
        several = read_names(text, whom[0], found, phrase.title, first_prior=2.5) if text[whom[1]] in "、和" else []
        listed = len(several) > 1 and several[0].end == whom[1]  # 执行主席是|甲、乙、丙
        return several if listed else [make_person(text, *whom, "posts.after", 0.85, phrase.title)]
    aside = _ASIDE.match(text, position)  # 副局长（挂任）|甲
    position = aside.end() if aside is not None else position
    while text.startswith((" ", "：", "同志"), position):
        position += 2 if text.startswith("同志", position) else 1
    sure = phrase.body is not None or phrase.place is not None or phrase.relative
    if not sure and _is_saluted(text, phrase):
        return []  # 甲副书记|向某县考察组介绍
    joins = not sure and text.startswith(("和", "与", "及"), position)
    if joins and (_is_called(text, phrase) or _is_behind(text, phrase, found)):
        return []  # 随后，李书记|和王小明…, 甲主任、乙副主任|和丙、丁等老师; 县医院甲主任|和乙医师
    if text.startswith(("和", "与"), position) and plain_title(phrase) in SALUTED and _is_titled(text, position + 1):
        return []  # 甲书记|和乙镇长
    if phrase.body is None and phrase.place is None and _are_two_saluted(text, phrase.start, position):
        return []  # 甲县长|和乙副县长一行
    among = _AMONG_THEM.match(text, position)
    if among is not None and scorer().surname_at(text, among.end()):  # 县领导有|甲、乙; 出席的区政协副主席还有|丙
        least = phrase.title.sphere == "leader" or len(among.group()) == 1 or _is_of_those(text, first or phrase)
        position = among.end() if least else position
    names = read_names(text, position, found, phrase.title, first_prior=4.5 if sure or chained else 2.5)
    honour = (_HONOUR.match(text, position) or _WHO_IS.match(text, position)) if not names and sure else None
    honour = honour if honour is None or not title_follows(text, position + 1) else None  # 社区书记、|主任甲带领志愿者…
    if honour is None and not names and (sure or chained) and text.startswith("、", position):
        honour = _OTHER_TITLE.match(text, position)
        if honour is not None and any(text[honour.end() - size : honour.end()] in told_by() for size in range(2, 9)):
            honour = None
    kinds = (Kind.ORGANISATION, Kind.DISTRICT)
    if honour is not None and all(found.covering(kind, honour.end() - 1) is None for kind in kinds):
        names = read_names(text, honour.end(), found, phrase.title, first_prior=2.5)
    if not names:
        return _named_in_next_clause(text, phrase, first or phrase, found)
    if (
        len(names) == 2
        and text[names[0].end : names[1].start] in ("和", "与")
        and _told_before(text, names[1].text, phrase.start)
    ):
        return names[:1]  # 副总裁甲和|乙: whose own post was told before
    return names


def _is_of_those(text: str, first: Phrase) -> bool:
    return _OF_THOSE.search(text, max(0, first.start - 40), first.start) is not None


def read_chain(
    text: str,
    chain: list[Phrase],
    found: Found,
    titled: Collection[tuple[str, str]],
    runs: Sequence[tuple[int, list[Mention]]],
    before: Phrase | None = None,
) -> Iterator[Mention]:
    """The posts of one chain with the people who hold them, and the bodies that only its titles show."""
    people = chain[-1].people
    score = 0.95
    if not people:
        people, score = people_before(text, chain, found) or subject_of(text, chain, runs, found), 0.85
        if people and chain[0].name.endswith((*FORCE_HEADS, "书记")) and chain[0].body is None and chain[0].place is None:
            chain[0].body = force_headed(text, chain[0], found)
            people = _with_joined(text, people, runs)
        if people and chain[0].body is None and chain[0].place is None and not chain[0].relative:
            take_electing_body(text, chain, people, found)
    elif chain[0].place is None and not chain[0].relative and (chain[0].body is None or chain[0].body.by == "posts.body"):
        chain[0].body = group_told(text, chain[0], found) or chain[0].body
    if people and chain[0].body is None and chain[0].place is None and not chain[0].relative:
        _take_employer(text, chain[0], found)
    inherit_bodies(text, chain)
    for phrase in chain:
        held = phrase.body.value if phrase.body is not None else None
        if is_of_group(phrase) and isinstance(held, BodyValue) and not held.core.endswith(GROUP_ENDINGS):
            take_party_group(phrase, phrase.body)
    yield from people
    if people and people[0].by == "posts.saluted":
        yield from _saluted(text, chain[0], people, found, titled, before)
        return  # 徐甲书记: whose secretary is not said
    for before, phrase in itertools.pairwise(chain):
        take_general_office(text, before, phrase)
    for phrase in chain if people else ():
        take_corps_place(text, phrase, found)
    backs = [phrase.back or back_of(text, phrase) for phrase in chain]
    chain[-1].back = backs[-1]
    holder = next((back for back in backs if back and back not in ("@project", "@builder")), "")
    if not holder and any(is_office(phrase.body) for phrase in chain):
        holder = HOLDERS.removesuffix("|@within")  # 党委委员、|工会|主席
    told = ""  # what kind of body the chain's party group is of: 院|党组书记
    for phrase, back in zip(chain, backs, strict=True):
        if phrase.name.endswith("级干部") and phrase is not chain[-1] and text.startswith("、", phrase.end):
            continue  # 及正处级|干部、某局局长甲: others, who are not named
        if phrase is not chain[-1] and phrase.name.startswith(("有关", "相关")) and text.startswith("、", phrase.end):
            continue  # 某银行|有关负责人、某支行行长甲: another, who is not named
        deputy = text.endswith("人大代表", 0, phrase.end)
        named = bool(chain[-1].people) or (bool(people) and text.startswith("等", people[-1].end))
        if _TO_BE.search(text, past_mark(text, phrase.start, "，。；\n"), phrase.start):
            continue  # 拟任县妇联党组|书记: not yet
        if phrase.status == "candidate" or (deputy and not (named and _seat(text, phrase, found))):
            continue  # 县长候选人甲 is no 县长; a deputy of no named congress holds no post
        if is_made_head(text, phrase) and phrase.body is None and "支部" in text[max(0, phrase.start - 40) : phrase.start]:
            continue  # 成立临时党支部，由甲任书记: a branch that nothing names
        take_group(phrase)
        if phrase.body is not None and phrase.body.by in ("posts.body", "posts.command") and people:
            yield phrase.body
        group = phrase.title.implies in PARTY_GROUPS and phrase.name.startswith(phrase.title.implies)
        if group and phrase.body is None and phrase.place is None and not phrase.relative:
            noun = COMMON_HOLDER.search(text, max(0, phrase.title_at - 4), phrase.title_at)  # 学院|党委书记甲
            told = KINDS_OF.get(noun.group(), noun.group()) if noun is not None else ""
            holder = holder or _own_side(text, phrase.title_at) or told  # 我校|党委书记甲
            back = holder  # 党委书记、院长甲: the committee of the hospital told of before
            phrase.name = phrase.name.removeprefix(phrase.title.implies) if back else phrase.name
        if not back and told and phrase.body is None and phrase.place is None and not (phrase.relative or phrase.title.implies):
            back = told  # 委党组书记、|主任: of the commission told of
        own = next((g for g in ("党组", "党委", "党总支", "党支部") if phrase.name.startswith(g) and phrase.name != g), "")
        if back and own and not phrase.title.implies and phrase.body is None:  # 学院|党委书记甲: of its committee
            phrase.name, phrase.title = phrase.name.removeprefix(own), replace(phrase.title, implies=own)
        yield _post(text, phrase, people, score, back)


_TO_BE = re.compile("(?<![草虚模])拟(?:提名|推荐|提拔|聘|晋升|转)?(?:任命|任用|担任|任|为)|提名为")
_CONGRESS = re.compile(
    "(?:第?[一二三四五六七八九十]{1,3}届)?(?P<unit>[省市县区旗州镇乡]?)(?:第?[一二三四五六七八九十]{1,3}届)?人大代表$"
)


def _seat(text: str, phrase: Phrase, found: Found) -> bool:
    """Whether a title tells in which congress someone sits, which becomes its body: 某市某区|人大|代表, 省|十三届|人大|代表."""
    congress = _CONGRESS.search(text, max(0, phrase.end - 16), phrase.end)
    assert congress is not None
    at = phrase.end - 2
    if phrase.body is not None and phrase.body.end == at and phrase.body.by != "posts.body":
        phrase.name, phrase.title_at = "代表", at  # 全国人大|代表
        return True
    place = found.ending_at(Kind.DISTRICT, congress.end("unit")) or found.ending_at(Kind.DISTRICT, congress.start())
    relative = "" if place is not None else congress["unit"]
    if place is None and not relative:
        return False
    value = BodyValue("人大", "GovernmentBody", anchor=place, relative=relative)
    start = at - 2
    if place is not None and place.end == start:
        start = place.start
    elif relative and congress.end("unit") == start:
        start = congress.start("unit")
    phrase.body = Mention(Kind.ORGANISATION, start, at, text[start:at], "posts.body", 0.8, value)
    phrase.name, phrase.title_at = "代表", at
    return True


_BESIDE = ("、", "，", "和", "及", "与", "以及")
_SECTIONS_OF = ("股", "科", "室", "处", "部", "组", "队")
#: Of what has a party committee of its own; its deputies' titles end so too.
HEADS_OF_HOUSES = ("局长", "校长", "院长", "园长", "台长", "行长", "馆长", "总经理", "董事长", "总裁")
_HEADS_OF_BRANCHES = (*HEADS_OF_HOUSES, "所长", "站长")  # or a branch: 镇党委书记甲、|所长乙 are not of one house


def _share(phrase: Phrase, before: Phrase, back: str) -> str:
    """县教育局甲局长、|乙副书记|、丙主任: of the body of the one before in the list; what the title looks back to else."""
    body = before.body if before.body is None or is_of_group(before) else outer_body(before.body)
    other = back and body is not None and not body.text.endswith(tuple(back.split("|")))
    if other and not phrase.name.endswith(("主任", "秘书长")):
        return back  # 县教育局甲局长、|乙校长
    house = body is not None and plain_title(phrase) == "书记" and before.name.endswith(_HEADS_OF_BRANCHES)
    if phrase.title.implies and not house:
        return back
    phrase.body, phrase.place = body, before.place
    return "" if body is not None else before.back or back


def _house_of(body: Mention | None) -> Mention | None:
    """The hospital or school that a ward or a section told of before is of, or that is told of itself."""
    while body is not None and isinstance(body.value, BodyValue) and body.value.parent is not None and not body.value.proper:
        body = body.value.parent
    return body if body is not None and body.text.endswith(HOSPITALS) else None


def _saluted(
    text: str, phrase: Phrase, people: list[Mention], found: Found, titled: Collection[tuple[str, str]], before: Phrase | None
) -> Iterator[Mention]:
    """甲校长: of the school told of last; 县人大乙主任, 县人大的乙主任: of the body before; a title told already is none."""
    if (people[0].text, plain_title(phrase)) in titled:
        return
    start = people[0].start
    phrase.body, phrase.place = found.ending_at(Kind.ORGANISATION, start), found.ending_at(Kind.DISTRICT, start)
    if text[start - 1 : start] == "的":
        phrase.body = found.ending_at(Kind.ORGANISATION, start - 1)  # 县医院|的|甲|主任
    doctor = phrase.name.endswith(("医师", "医生", "护士"))  # of the hospital, whatever his section
    house = house_of(text, start, found) if phrase.body is None and phrase.place is None and not doctor else None
    if house is not None:  # 行政执法局|甲|副局长, 某委以工代赈处|甲|处长
        name = text[house[0] : start]
        held = house[1].value if house[1] is not None else None
        subtype = held.subtype if isinstance(held, BodyValue) else ""
        value = BodyValue(name, subtype, back="" if subtype else HOLDERS, parent=house[1])
        section = Mention(Kind.ORGANISATION, house[0], start, name, "posts.body", 0.7, value)
        known = house[1] is None and not name.startswith(("社区", "街道", "镇", "乡", "村"))
        phrase.body = bare_body(text, start, phrase.title, found) if known else section
        if phrase.body is None or phrase.body.start != house[0]:
            phrase.body = section
        if phrase.body is section and house[1] is None and name[0] in "省市县区" and name[1] not in "省市县区":
            phrase.body = replace(section, value=BodyValue(name[1:], "GovernmentBody", relative=name[0]))  # 市糖业办|甲|主任
        beside = before is not None and text[before.end : house[0]] in _BESIDE
        if before is not None and before.body is not None and beside and house[1] is None and name.endswith(_SECTIONS_OF):
            phrase.body = office_within(section, before.body) or section  # 县教科局计财股甲股长、|人事股|乙股长
        yield phrase.body
        yield _post(text, phrase, people, 0.7, "")
        return
    its = text[start - 1 : start] == "的"
    alone = phrase.body is None and phrase.place is None
    office = OFFICE.search(text, max(0, start - 10 - its), start - its) if alone else None  # 骨伤科|的|甲|主任
    if office is not None and phrase.name.endswith(OFFICE_HEADS):  # 医务部|甲|主任
        value = BodyValue(office["office"], "", back=HOLDERS)
        phrase.body = Mention(Kind.ORGANISATION, *office.span("office"), office["office"], "posts.body", 0.7, value)
        if before is not None and before.body is not None and text[before.end : phrase.body.start] in _BESIDE:
            phrase.body = office_within(phrase.body, before.body)  # 县教科局计财股甲股长、|人事股|乙股长
        if phrase.body is not None:
            yield phrase.body
    elif office is not None and before is not None and text[before.end : office.start("office")] in _BESIDE:
        phrase.body = _house_of(before.body)  # 县人民医院内科甲主任、|外科|乙医生: of the hospital
    back = back_of(text, phrase, behind=True)
    beside = before is not None and not before.people and text[before.end : start] in _BESIDE
    if before is not None and beside and not (phrase.body or phrase.place):
        back = _share(phrase, before, back)
    phrase.back = back
    if phrase.body or phrase.place or phrase.relative or (back and phrase.title.sphere != "profession"):
        yield _post(text, phrase, people, 0.7, back)


def _post(text: str, phrase: Phrase, people: list[Mention], score: float, back: str) -> Mention:
    name = phrase.name
    body = phrase.body
    if body is not None and phrase.title_at < body.end < phrase.end and text[body.end : phrase.end] in titles():
        name = text[body.end : phrase.end]  # 第三中学|教师: 中学 is the school's
    if name == "纪检书记" and body is None and (phrase.place is not None or phrase.relative):
        name = "书记"  # 县|纪检书记: of its commission of discipline
    value = PostValue(
        title=name,
        body=phrase.body,
        implied=phrase.title.implies if phrase.body is None else "",
        place=phrase.place,
        relative=phrase.relative,
        status=phrase.status,
        person_kind=phrase.title.person,
        people=tuple(people),
        sphere=phrase.title.sphere,
        back=back,
    )
    return Mention(Kind.POST, phrase.title_at, phrase.end, text[phrase.title_at : phrase.end], "posts.title", score, value)


# Titles that look back to the last body of a kind: title endings, and endings of the body's name.
_LOOKS_BACK: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("校长", "校长助理", "教师", "班主任", "教导主任", "老师", "政教主任", "教务主任", "德育主任", "年级组长", "年级主任"),
        "学校|小学|中学|大学|学院|高中|初中|中|小|校|职教中心|教育中心|职高|职中|职专|中专",
    ),
    (("园长", "幼师"), "幼儿园"),
    (
        ("院长", "医生", "医师", "护士", "护士长", "药师"),
        "医院|卫生院|法院|检察院|卫生服务中心|保健院|敬老院|福利院|养老院|养护院|养老服务中心|养护中心|康养中心",
    ),
    (("庭长", "法官", "审判员", "书记员", "执行员"), "法院|法庭"),
    (("检察长", "检察官"), "检察院"),
    (("教导员", "指导员", "消防员", "指战员"), "派出所|大队|中队|救援站|消防站|支队"),
    (("所长", "民警", "警长", "辅警"), "派出所|司法所|所|公安局|分局|交警大队|刑警大队|巡警大队|中队|检查站"),
    (("侦查员",), "公安局|分局|派出所|刑警大队|刑侦大队|侦查大队|刑警支队|刑侦支队|禁毒大队|经侦大队|中队|检察院"),
    (("大队长", "中队长", "支队长", "队员", "队长"), "队"),
    (("车间主任", "生产厂长", "销售经理", "财务总监", "技术总监"), "公司|集团|厂|合作社"),
    (("理事会主任", "监事会主任"), "供销社|供销合作社|信用社|联社"),
    (
        ("董事长", "总经理", "总裁", "经理", "法定代表人", "法人代表", "创始人", "总监", "总工程师"),
        "公司|集团|厂|酒店|超市|合作社|农场|银行|农商行|信用社",
    ),
    (("行长",), "银行|支行|分行|信用社"),
    (("厂长",), "厂|公司|集团"),
    (("站长",), "站"),
    (("台长",), "电视台|广播电台|电台|台"),
    (("总编辑", "总编"), "融媒体中心|日报社|报社|电视台|日报|新闻社"),
    (("护理员",), "敬老院|养老院|福利院|医院|养护院|养老服务中心"),
    (("矿长",), "矿|煤矿|煤业"),
    (("干警",), "法院|检察院|公安局|司法局|监狱|戒毒所"),
    (("律师",), "律师事务所|法律服务所|法律援助中心"),
    (("政委", "政治委员"), "人武部|军分区|大队|支队|总队|公安局|分局"),
    (("馆长",), "馆"),
    (("会长", "副会长"), "|".join((*SOCIETIES, "基金会", "慈善会", "红十字会"))),
    (("理事长",), "合作社|联社|协会|基金会|联合会|慈善会|红十字会"),
    (("监事长",), "协会|商会|基金会|慈善会|红十字会|合作社|联合会|农商行|银行|信用社|联社|公司|集团"),
    (("社长",), "合作社|杂志社|报社|通讯社|旅行社"),
    (("局长",), "局"),
    (("部务委员", "部务会成员", "部务会委员"), "组织部|宣传部|统战部|工作部"),
    (("局领导",), "局|分局"),
    (("队领导",), "队"),
    (("院领导",), "法院|检察院|医院|保健院|学院|研究院|农科院"),
    (("校领导",), "学校|小学|中学|大学|学院|一中|二中|三中|中心校|党校"),
    (("公司领导", "集团领导"), "公司|集团"),
    (("执行主席",), "代表大会|人大|政协"),
    (("常务委员",), "政协"),
    (("指挥长", "总指挥", "副指挥"), "指挥部"),
    (("秘书长",), "|".join((*SOCIETIES, "政协", "人大常委会", "基金会", "慈善会", "红十字会"))),
    (("主委", "副主委"), "支部|总支|委员会|市委会|县委会|区委会|基层委|工委会|市委|省委会"),
    (("主席",), "政协|工会|文联|妇联|残联|工商联|科协|人大"),
    (("科长", "股长", "调研员", "主任科员", "督学"), "局|疾控中心|发改委|卫健委|住建委|法院|检察院"),
    (("负责人",), "合作社|公司|厂|农场|超市|酒店|饭店|协会|基地|服务队|养老院|幼儿园|商行|民宿|农家乐"),
    (("妇女主任", "妇联主任", "治调主任", "治保主任", "计生主任", "综治主任", "文化主任", "民调主任", "村主任", "社区主任"), ""),
    (
        ("主任",),
        "疾控中心|服务中心|媒体中心|中心|供销社|供销合作社|管委会|居委会|村委会|卫健委|发改委|卫计委|农委|经信委|住建委|教委"
        "|国资委|民宗委|编办|扶贫办|人防办|老龄办|法制办|政府办|县委办|办公室|服务站|工作站|检察室|街道办|办事处",
    ),
)
_IS_OF_KIND = re.compile(
    "[一-龥]{0,4}(?:青年|大学生|年轻|女|老|优秀|党员|资深|值班|当班|一线|骨干|驻村|专职|新任|参与|参赛|参训|承办|[高初]?[一二三四五六七八九])"
)
_SECTIONS = ("科", "室", "部", "处", "病区", "中心")
_OF_THAT = tuple("校院园所局队厂馆会社行")
ELECTED = ("会长", "理事长", "监事长", "秘书长", "理事", "监事", "主席")
_SOCIETY_KINDS = "|".join((*SOCIETIES, "基金会", "合作社", "理事会"))


def _own_side(text: str, at: int) -> str:
    """What a title looks back to whose body the report calls its own right before it: 我校|, 我院|; else empty."""
    noun = text[at - 1 : at]
    return OWN + noun if text[at - 2 : at - 1] == "我" and noun in _OF_THAT else ""


_AT_WORK = tuple(work + side for work in ("施工", "监理", "设计", "勘察") for side in ("单位", "方", "企业", "队"))


def back_of(text: str, phrase: Phrase, *, behind: bool = False) -> str:
    """The kind of body that a title without one looks back to: 校长 to the last school named."""
    if phrase.body is not None or phrase.place is not None or phrase.relative or phrase.title.implies:
        return ""
    at = phrase.title_at
    if phrase.title.title in ("项目负责人", "项目经理", "项目总工", "项目部经理"):
        return "公司|集团" if text.endswith(("公司项目", "公司项目部", "公司"), 0, at) else "@project"  # 公司|项目部经理甲
    if text.endswith(_AT_WORK, 0, at - 2 * text.endswith("主要", 0, at)):
        return "@builder"  # 施工单位|负责人: of who is told of as the builder
    before = text[at - 1 : at]
    if phrase.title.sphere in ("hospital", "grassroots") and phrase.name.startswith(("社区", "乡村", "村")):
        return ""
    made = text.endswith(("当选", "当选为"), 0, at) or is_of_society(text)
    if made and phrase.name.endswith(ELECTED):
        return _SOCIETY_KINDS  # 某协会换届，甲当选|会长, and whoever else has such a title in a report of it
    if phrase.name in ("主委", "副主委") and text.endswith(("支部", "总支"), 0, at):
        return "支部|总支"  # 某党派|支部|主委: of the branch told of
    if not behind and (own := _own_side(text, at)):
        return own  # 我校|副校长
    noun = COMMON_HOLDER.search(text, max(0, at - 4), at)
    if noun is not None and not behind:
        return KINDS_OF.get(noun.group(), noun.group())  # 合作社|负责人
    if not behind and text[at - 2 : at - 1] in tuple("该本") and before in _OF_THAT:
        return next((kinds for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")  # 该校|校长
    if not behind and before and "\u4e00" <= before <= "\u9fff" and before not in "该从由和与及是为任兼的":
        known = re.search(r"[\u4e00-\u9fff]{2,8}$", text[max(0, at - 8) : at])
        part = known.group() if known else ""
        part = "" if _is_met(part) or _IS_OF_KIND.fullmatch(part) else part  # 送到|执行员, 青年|干警
        if not part or part.endswith(_SECTIONS):
            return next((kinds for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")
        return next((f"{kinds}~{_own_name(part, kinds)}" for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")
    return next((kinds for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")


def _own_name(part: str, kinds: str) -> str:
    """大正|公司|董事长: what a body was called that was not read, without its kind, which any other has too; not 来到|公司|."""
    own = part.removesuffix(max(filter(part.endswith, kinds.split("|")), key=len, default=""))
    return own if len(own) > 1 and not breaks_chain(words().cut(own)[-1]) else part


def _with_joined(text: str, people: list[Mention], runs: Sequence[tuple[int, list[Mention]]]) -> list[Mention]:
    """县委副书记甲和|县委常委乙|任副组长: all who are told of in one breath before a post."""
    joined, first = people, -1
    for start, told in reversed(runs):
        if first < 0 and told[-1].end == people[-1].end:
            joined = told if len(told) > len(people) else people
        elif first < 0 or PAREN.sub("", text[told[-1].end : first]) not in ("、", "，", "和", "及", "与", "以及"):
            return joined
        else:
            joined = [*told, *joined]
        first = start
    return joined


_IS_WHOM = re.compile(r"就?是(?:\d+岁的)?(?P<who>[一-龥]{2,12})(?=[，。；、])")


def _is_whom(text: str, position: int) -> tuple[int, int] | None:
    """队长|是|甲。, 领队|是67岁的传承人|乙，: the one who is said to hold a title, to the mark."""
    told = _IS_WHOM.match(text, position)
    if told is None:
        return None
    for size in (3, 2):
        start = told.end() - size
        before = text[told.start("who") : start]
        if start < told.start("who") or (before and not any(before[-n:] in told_by() for n in (2, 3, 4))):
            continue
        if scorer().is_name(text[start : told.end()], 1.0):
            return start, told.end()
    return None


def _is_behind(text: str, phrase: Phrase, found: Found) -> bool:
    """县医院甲院长、|县人社局副局长乙: whether a body and a name stand before a title, which then is that name's."""
    if phrase.body is not None or phrase.place is not None or plain_title(phrase) not in SALUTED:
        return False
    starts = (phrase.start - size for size in (3, 2) if phrase.start >= size)
    return any(
        (found.ending_at(Kind.ORGANISATION, start) is not None or _in_row(text, start, found))
        and scorer().is_name(text[start : phrase.start], 1.0)
        for start in starts
    )


def _in_row(text: str, start: int, found: Found) -> bool:
    """安监科|甲科长、|乙|科长: whether a house stands before a name, or another's title and a mark."""
    return house_of(text, start, found) is not None or (text[start - 1] == "、" and ends_with_title(text, start - 1))


def _is_saluted(text: str, phrase: Phrase) -> bool:
    """Whether a name that the text has elsewhere with its title before it stands before a bare title."""
    if plain_title(phrase) not in SALUTED:
        return False
    return any(_told_before(text, text[phrase.start - size : phrase.start], phrase.start - size) for size in (3, 2))


_NEXT_SALUTED = re.compile(f"[和与及、](?P<name>[一-龥]{{2,3}}?){SALUTES}")


def _are_two_saluted(text: str, start: int, end: int) -> bool:
    """甲县长和乙副县长: whether two people with their titles behind them are told of together."""
    other = _NEXT_SALUTED.match(text, end)
    if other is None or not scorer().is_name(other["name"], 1.0):
        return False
    return any(start >= size and scorer().is_name(text[start - size : start], 1.0) for size in (3, 2))


_HEADS_ITEM = re.compile("(?:^|[、，。；：\\n的]|(?<=[一-龥])和)(?P<name>[一-龥]{2,3})$")


def _is_called(text: str, phrase: Phrase) -> bool:
    """Whether a surname alone, at the head of a clause, stands before a title: 李|书记; or a name, at the head of an item."""
    position = phrase.start
    item = _HEADS_ITEM.search(text, max(0, position - 4), position) if plain_title(phrase) in SALUTED else None
    if item is not None and scorer().is_name(item["name"], 1.0):
        return True
    return scorer().surname_at(text, position - 1) != "" and not "\u4e00" <= text[position - 2 : position - 1] <= "\u9fff"


def _is_titled(text: str, position: int) -> bool:
    """Whether a name with its title behind it begins at a position: 乙镇长."""
    return any(
        title_follows(text, position + size) and scorer().is_name(text[position : position + size], 0.0) for size in (2, 3)
    )


def _told_before(text: str, name: str, end: int) -> bool:
    at = text.find(name, 0, max(end, 0)) if name and scorer().is_name(name, -2.0) else -1
    return at > 1 and any(text[at - size : at] in titles() for size in (2, 3, 4))


_HOLDS_IT = re.compile("(?:现|曾|先后|一直)?(?:担任|任|当|挂职)$")


def _take_employer(text: str, phrase: Phrase, found: Found) -> None:
    """在|某县水利局|担任办公室主任的甲, 在某公司|任经理|: the body before the verb, behind 在."""
    holds = _HOLDS_IT.search(text, max(0, phrase.start - 5), phrase.start)
    body = found.ending_at(Kind.ORGANISATION, holds.start()) if holds is not None else None
    if body is not None and text.endswith("在", 0, found.places_begin(body.start)):
        phrase.body = body


_SPOKEN_OF = ("谈及", "说起", "提起", "提到", "谈到", "说到", "谈起")


def _is_what_one_is(text: str, phrase: Phrase) -> bool:
    """Whether a name and 是 stand right before a post at the head of a sentence: it is that one's."""
    if not text.endswith("是", 0, phrase.start):
        return False
    names = (text[phrase.start - 1 - size : phrase.start - 1] for size in (3, 2) if phrase.start > size)
    return any(scorer().is_name(name, 1.0) for name in names)


def _are_unnamed(text: str, phrase: Phrase) -> bool:
    """Whether a title speaks of several without their names: 有关负责人, 主要领导."""
    some = ("有关", "相关", "主要", "分管")
    return phrase.name.startswith(some) or text.endswith(some, 0, phrase.title_at)


_DONE_WITH = ("完", "到", "见", "过", "出", "给")


def _is_met(part: str) -> bool:
    """Whether what stands before a bare title is a verb or a preposition: 送到|执行员甲, not 退休|教师乙."""
    last = words().cut(part)[-1] if part else ""
    if words().tag(part[-2:]) == "v" and part.endswith(_DONE_WITH):
        return True  # 听完|校长甲
    return bool(last) and breaks_chain(last) and not last.endswith("休")


#: Without 联合会: those of the people (残联, 文联) come to such meetings as guests.
MEETING_SOCIETIES = tuple(sorted({*SOCIETIES} - {"联合会"}))
_SOCIETY_MEETS = re.compile(f"[^，。\n]{{2,24}}?(?<!协)(?:{'|'.join(MEETING_SOCIETIES)})(?:换届|[^，。\n]{{0,24}}大会)")


def is_of_society(text: str) -> bool:
    """Whether the headline tells of a society: 某作家协会换届."""
    return _SOCIETY_MEETS.match(text) is not None
