"""The names behind a title, one or a list: 副区长|甲、乙和丙.

What looks like a name there may be none (负责人|向甲, 领导|来某县); what looks like a place may be one (县领导甲、|石峰|、乙).
"""

from __future__ import annotations

import re

from kg import seeds
from kg.extract.base import Found, PersonValue
from kg.extract.departments import match_department
from kg.extract.edges import SINGLE_STOPS
from kg.extract.names import DUTIES, SPEAKS, scorer
from kg.extract.titles import BODY_KINDS, OWN_TITLE, SURE_PRIOR, Title, title_follows
from kg.model import Kind, Mention
from kg.words import words

PAREN = re.compile(r"（[^（）\n]{1,12}）")
_COMES = re.compile("来[一-龥]{1,2}(?:考察|调研|督查|检查|视察|参观|指导|督导|学习|交流|洽谈|访问|慰问|走访|观摩|看望|开展)")
# 全县教师|向甲同志学习, 干警|向乙、丙|致敬: whom all look up to. 向 is a surname too: 县长|向光明学习了….
LEARNT_FROM = re.compile(
    "向(?=[一-龥]{2,4}?(?:[、和][一-龥]{2,4}?){0,4}(?:等?(?:同志|同学|老师|英雄|烈士|模范)(?:学习|看齐|致敬)|等?(?:学习|看齐|致敬)(?![一-龥])))"
)
_POLITE = ("先生", "女士", "小姐", "老师", "师傅", "阿姨", "大爷", "大妈", "奶奶", "爷爷", "大叔", "大姐", "大哥", "某")
_GRADES = tuple(f"{school}{year}" for school in "初高" for year in "一二三")
_LIKE_ALWAYS = re.compile(
    "像(?:往[常年日]|平[时常日]|以往|过去|[对照看待守]|一[个名位]|自己)|同(?:村民|群众|大家|同事|工友|老师|学生|乡亲|他们?|她们?|家人|丈夫|妻子|"
    "老人|孩子|工作人员|志愿者|党员|干部|队员|居民|孩子们)[^，。；]{0,8}?一[起道同]"
)  # 民警甲|像往常一样, 馆长乙|同村民们一起
_OWN_LIST = re.compile(f"[一-龥]{{2,3}}(?:、[一-龥]{{2,3}}){{1,4}}{OWN_TITLE.pattern}")


def read_names(
    text: str, position: int, found: Found, title: Title | None, *, first_prior: float, by: str = "posts.after"
) -> list[Mention]:
    """The names that begin at ``position``: one, or a list with 、 and 和."""
    people: list[Mention] = []
    prior = first_prior
    if (
        text.startswith("及", position)
        and first_prior < SURE_PRIOR + 1
        and text[position + 1 : position + 3] not in seeds.word_list("given_words")
    ):
        return []  # 会长|及某分会
    while position < len(text):
        place = found.starting_at(Kind.DISTRICT, position)
        if found.starting_at(Kind.ORGANISATION, position) is not None or (
            place is not None
            and not _named_so(place, prior)
            and not _begins_name(text, place, prior)
            and not _is_surname(text, place, prior)
            and not (people and _is_listed_name(text, place))
        ):
            break
        size, margin = _bounded(text, position) if people and prior > 1 else (0, 0.0)
        if not size and _is_spaced(text, position, prior):
            size, margin = 3, 4.0
        if not size:
            size, margin = scorer().read(text, position, prior)
        if not size and prior > SURE_PRIOR and text[position : position + 2] not in DUTIES:  # 干部|包户，县农业局局长甲
            size, margin = _in_roll(text, position, found) or _in_company(text, position), 3.5
        if not size:
            break
        if size == 3 and "\u4e00" <= text[position + 3 : position + 4] <= "\u9fff" and _told_shorter(text, position):
            size = 2
        elif size == 2 and (_told_longer(text, position) or _ends_in_wei(text, position)):
            size = 3
        end = position + size
        if size > 2 and text[end - 1] == "任" and title_follows(text, end) and scorer().is_name(text[position : end - 1], 0.0):
            end -= 1  # 县委书记甲|任副组长
        if (
            size > 2
            and text[end - 1] in "像同"
            and _LIKE_ALWAYS.match(text, end - 1)
            and scorer().is_name(text[position : end - 1], 2.0)
        ):
            end -= 1  # 民警甲|像往常一样
        if size > 2 and text.startswith("以及", end - 1) and scorer().is_name(text[position : end - 1], 1.0):
            end -= 1  # 甲|以及乙
        if size > 2 and text[end - 1] in "来到赴" and _goes_on(text, position, end, found):
            end -= 1  # 副巡视员甲|来某县调研
        if not people and _ASKS.match(text, position):
            break  # 找法官|问明白
        if text.startswith(_GRADES, position):
            break  # 学生代表|高二（1）班
        if (
            _COMES.match(text, position)
            or LEARNT_FROM.match(text, position)
            or _is_governed(text, position, end)
            or _governs(text, position, found)
        ):
            break  # 县政协领导|来丰考察, 负责人|向甲的父母表达
        if text[position] == "任" and any(
            title_follows(text, position + size) for size in (2 if text[position + 1 : position + 2] in ("双", "总") else 1, 1)
        ):
            break  # 干部任|副总指挥, 领导任|双组长
        if (
            (not people and title_follows(text, position) and not (prior > 2 and size == 3 and text[position + 1] == "长"))
            or (text.startswith(_POLITE, position + 1) and not text.startswith("某", position + 1))
            or ("某" in text[position:end] and (size != 3 or title is None or title.person not in ("official", "")))
        ):
            break
        if text[end : end + 1] in tuple("办室股处科") and title_follows(text, end + 1):
            break  # 主任甲、|史志|办主任乙: an office
        if people and text[position - 1] in "和及" and _OWN_LIST.match(text, position):
            break  # 院长甲及|乙、丙副院长: a list with a title of its own
        if people and OWN_TITLE.match(text, end):
            break  # 主任甲、|乙副校长等, 副县长甲和|乙局长: he has a title of his own
        if text[end - 1] in "镇乡村" and found.starting_at(Kind.DISTRICT, end) is not None:
            break  # 书记：|石佛镇|某村甲
        people.append(make_person(text, position, end, by, 0.97 if margin > 3 else 0.85, title))
        paren = PAREN.match(text, end)
        if paren is not None:
            end = paren.end()
        if addressed := _ADDRESSED.match(text, end):
            end = addressed.end()  # 副县长甲|同志|、乙同志
        if _OTHERS.match(text, end):
            break  # 副主委甲|和乙、丙、丁等县政协委员
        if text.startswith("、", end):
            position, prior = end + 1, 2.0
        elif text.startswith("以及", end):
            position, prior = end + 2, -1.0
        elif text.startswith(("和", "及"), end) or (text.startswith("与", end) and len(people) > 1):  # 副县长甲|与乙交谈
            position, prior = end + 1, -1.0
        elif text.startswith(" ", end) and len(people) >= 1 and by == "posts.after":
            position, prior = end + 1, 1.0
        else:
            break
        if title_follows(text, position) or (match_department(text, position) is not None and prior < 2):
            break
    return people


_ASKS = re.compile("问(?:明白|清|询|[道起到及了他她我你过讯答题])")
_ADDRESSED = re.compile("(?:同志|先生|女士)(?=[、和与及])")
# A list of its own that 和 joins to a name: all its people are what stands behind it.
_OTHERS = re.compile(
    "[和与及][一-龥]{2,4}(?:、[一-龥]{2,4})+等[^，。；：、]{0,14}(?:委员|代表|会员|社员|党员|成员|专家|教授|志愿者|[省市县区州旗镇乡]?领导)"
)


def make_person(text: str, start: int, end: int, by: str, score: float, title: Title | None) -> Mention:
    """The mention of a person told of with a title, which says of what kind the person is: 医生|甲."""
    return Mention(Kind.PERSON, start, end, text[start:end], by, score, PersonValue(title.person if title else ""))


def _told_shorter(text: str, position: int) -> bool:
    """Whether the text has the first two characters of a name of three twice as a name elsewhere: 王立|夜查某处。王立强调."""
    short, name = text[position : position + 2], text[position : position + 3]
    if text.count(short) < text.count(name) + 2:
        return False
    at, alone = -1, 0
    while (at := text.find(short, at + 1)) >= 0 and alone < 2:
        alone += not text.startswith(name, at) and scorer().read(text, at, 0.0)[0] == 2
    return alone > 1


_NEVER_LAST = seeds.word_list("no_last_characters")


def _told_longer(text: str, position: int) -> bool:
    """Whether two characters of a name never stand without a third that makes no word behind: 张自有|主持, 张自有|当选.

    A third that seldom ends a name does so where the one named speaks: 高立正|同客商座谈。高立正|指出. One that makes a word with
    what follows here (单文周|到场) does so where it makes none in two other places, or stands once in a list: 单文周、.
    """
    short, name = text[position : position + 2], text[position : position + 3]
    if text.count(short) < 2 or text.count(short) != text.count(name):
        return False
    if name[-1:] in _NEVER_LAST and not any(name + verb in text for verb in SPEAKS):
        return False
    if not scorer().is_name(name, 2.0):
        return False
    at, following = -1, set()
    while (at := text.find(name, at + 1)) >= 0:
        if not words().frequency(text[at + 2 : at + 4]):
            following.add(text[at + 3 : at + 4])
        elif at != position:
            return False
    return len(following) > 1 or "、" in following


# 张有为|往群里转了一份通知, 李大为|在会上: behind the 为 of "for" stands whom it is for, no word of going, place or saying.
_WEI = re.compile("为(?:往(?!来|年|返|届)|在(?![座场校外职岗编册建押逃家京华沪乡]|外)|(?:说|强调|指出)(?=[，：]))")


def _ends_in_wei(text: str, position: int) -> bool:
    """Whether the 为 behind two characters is the name's last; or the 要, which nobody is elected by: 柏纲要|当选."""
    if text.startswith("要当选", position + 2):
        return True
    return _WEI.match(text, position + 2) is not None and scorer().is_name(text[position : position + 3], 0.0)


_AFTER_WHOLE = (*SPEAKS, "和", "与", "及", "等", "在", "到", "参加", "出席", "陪同")
_TRIP = re.compile("(?:考察|调研|督查|检查|视察|参观|指导|督导|学习|交流|洽谈|访问|慰问|走访|观摩|看望|开展|出席|参加)")


def _goes_on(text: str, start: int, end: int, found: Found) -> bool:
    """Whether a name's last character is the verb of a trip: 甲|来|某县|调研, 乙|赴|某法庭|调研, 丙|赴|外地."""
    if not scorer().is_name(text[start : end - 1], 1.0):
        return False
    if text[end - 1] == "赴" and "\u4e00" <= text[end : end + 1] <= "\u9fff" and not text.startswith(_AFTER_WHOLE, end):
        return True
    place = found.starting_at(Kind.DISTRICT, end) or found.starting_at(Kind.ORGANISATION, end)
    if place is None:
        return False
    return _TRIP.match(text, place.end) is not None or text.count(text[start : end - 1]) > text.count(text[start:end])


def _is_governed(text: str, start: int, end: int) -> bool:
    """负责人|向甲: whether a name begins with a word that governs one, and the text has the rest by itself."""
    rest = text[start + 1 : end]
    if text[start] not in "向由从" or len(rest) < 2 or not scorer().is_name(rest, 0.0):
        return False
    return text.count(rest) > text.count(text[start:end])


_TOWARDS = re.compile("向[一-龥]{2,4}?(?:项目|工程|公司|集团|企业|工地)")


def _governs(text: str, position: int, found: Found) -> bool:
    """负责人|向|某合作社|授牌, 甲、|原|某区委副书记, 成员|和|某村: whether a word stands here before a body or place."""
    if text[position] == "向" and _TOWARDS.match(text, position):
        return True  # 工作人员|向|某某项目负责人问起
    return text[position] in "向由从原和与及" and any(
        found.starting_at(kind, position + 1) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT)
    )


_ITEM = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?<!等)(?:(?=[、，。；）]|等)|(?<![室办科股处局站所队委部])(?=(?:同志|先生|女士)[、，。；）]))"
)


_SELDOM = 200  # the dictionary's count under which a noun is rather a name, between two titles
_UNLIKE = -21.5  # log probability as a name under which it is none even there


def _in_roll(text: str, position: int, found: Found) -> int:
    """区监委主任|庄严|，副区长甲: a word that a roll of officials has between a title and the next one."""
    item = _ITEM.match(text, position)
    end = item.end() if item is not None else position
    word = text[position:end]
    plant = words().tag(word)[:1] == "n" and words().frequency(word) < _SELDOM and scorer().likelihood(word) > _UNLIKE
    quality = words().tag(word)[:1] == "a" or plant  # 庄严, 海棠, not 班子 or 要求
    if plant and found.starting_at(Kind.ORGANISATION, end + 1) is None and not title_follows(text, end + 1):
        return 0  # 村干部|包户，某县…
    if end - position != 2 or text[end] not in "，、；" or not quality or not scorer().surname_at(text, position):
        return 0
    follows = any(found.starting_at(kind, end + 1) is not None for kind in BODY_KINDS) and not title_follows(text, position)
    return 2 if follows or title_follows(text, end + 1) else 0


_IN_COMPANY = re.compile("(?P<name>[一-龥]{2})(?:等(?:人|领导|同志)?)?(?:陪同|一同(?=[参出调前])|随同|迎接)")


def _in_company(text: str, position: int) -> int:
    """地委书记|多托|等陪同: two characters without a surname that are no word, between a sure title and who goes along."""
    match = _IN_COMPANY.match(text, position)
    if match is None or words().frequency(match["name"]) or title_follows(text, position):
        return 0
    first, last = match["name"][0], match["name"][1]
    return 0 if first in "也都还又曾将已一同全等均皆" or last in SINGLE_STOPS or last in _NEVER_LAST else 2


def _named_so(place: Mention, prior: float) -> bool:
    """市长金华, 副县长安康: after a sure title the bare name of a city is a person's, where it can be one."""
    if len(place.text) == 3 and place.text[-1] == "村":  # 市委书记甲某村: nobody heads a village by so high a title
        return prior > SURE_PRIOR and not place.by.endswith("listed") and scorer().is_name(place.text, 0.0)
    bare = 2 <= len(place.text) <= 3 and place.text[-1] not in "市县区镇乡村州"
    return prior > SURE_PRIOR and bare and scorer().is_name(place.text, prior)


def _begins_name(text: str, place: Mention, prior: float) -> bool:
    """政委|江苏长，: a city's bare name and one character more between a sure title and a mark."""
    end = place.start + 3
    if prior <= SURE_PRIOR or len(place.text) != 2 or "\u4e00" <= text[end : end + 1] <= "\u9fff":
        return False
    return text[end - 1 : end] not in "市县区镇乡村州省" and scorer().is_name(text[place.start : end], prior)


def _is_listed_name(text: str, place: Mention) -> bool:
    """县领导甲、|石峰|、乙: a city's or district's bare name that stands between the names of a list."""
    if len(place.text) != 2 or place.end - place.start != 2 or not scorer().is_name(place.text, 2.0):
        return False
    item = _ITEM.match(text, place.end + 1) if text.startswith("、", place.end) else None
    return item is not None and scorer().is_name(item.group(), 1.0)


def _is_surname(text: str, place: Mention, prior: float) -> bool:
    """镇人大代表|濮阳某提出: a compound surname that is a city's bare name too, right after a title."""
    return prior > 1 and place.text in scorer().compound and scorer().read(text, place.start, prior)[0] > len(place.text)


_SPACED = re.compile(r"[\u4e00-\u9fff] [\u4e00-\u9fff]")
_AFTER_SPACED = ("", *"等和与及同率带在到说")


def _is_spaced(text: str, position: int, prior: float) -> bool:
    """杨 帆、, 县长杨 帆主持: a name of two characters that is set as wide as one of three, before a mark or a word."""
    spaced = _SPACED.match(text, position)
    if spaced is None or not (scorer().surname_at(text, position) or prior > 2):
        return False
    rest = text[spaced.end() : spaced.end() + 4]
    if rest[:1] in _AFTER_SPACED or not "\u4e00" <= rest[0] <= "\u9fff":
        return True
    return prior > 1 and len(words().cut(rest)[0]) > 1


def _bounded(text: str, position: int) -> tuple[int, float]:
    """A list item of two or three characters is a name whole."""
    match = _ITEM.match(text, position)
    if match is None or text[position] in "等其各有该":
        return 0, 0.0
    known = scorer().surname_at(text, position)
    return (match.end() - position, 4.0) if known or not words().frequency(match.group()) else (0, 0.0)
