"""Posts and the people who hold them: 区委副书记、区长甲; 区领导甲、乙、丙; 甲，乙公司总经理.

A post phrase is a body and a title (区委 + 副书记). Phrases stand in chains (compound posts), a chain stands before the names
of its holders, or behind one name with 是, 任 or a comma. A phrase without a body of its own takes the body that its title
implies (区长: the district's government) or the body of the phrase before it (局党组书记、局长).
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg import seeds
from kg.extract.base import STAFF_UNIT, BodyValue, Found, PersonValue, PlaceValue, PostValue, has_staff
from kg.extract.departments import Form, match_department
from kg.extract.edges import SINGLE_STOPS, breaks_chain, ends_with_title
from kg.extract.names import scorer
from kg.model import Article, Kind, Mention
from kg.scanner import Scanner
from kg.words import words

_RELATIVE_TITLE = re.compile(
    r"^(?:(自治区)(?:代理?)?(?:常务)?副?主席|师?(?:代理?)?(?:常务)?副?(省|市|区|县|旗|州|盟|镇|乡|村|苏木|街道|社区|园区)(?:长|(?<=苏木)达|领导|委领导|级领导|级领导干部|[四几]大班子领导|四套班子领导|主要领导|负责人|干部|长助理))$"
)
_RELATIVE_LEADER = re.compile(
    r"^(省|市|区|县|旗|州|盟|镇|乡|村|街道|社区|园区)(?:委)?(?:主要|分管|有关|相关)?(?:领导|负责人|工作人员|干部|领导干部)"
)
_GAPS: tuple[str, ...] = ("", "、", "兼", "，兼", "、兼", "，", " ", "和", "及", "兼任", "，兼任", "、兼任", "/")
_GAPS += tuple(mark + word for mark in ("", "、", "，") for word in ("挂任", "挂职", "挂职任", "现任"))
_OF = (
    "",
    "原",
    "现任",
    "时任",
    "新任",
    "的",
    "的一名",
    "一名",
    "的一位",
    "主要",
    "相关",
    "有关",
    "分管",
    "一线",
    "执法",
    "机关",
    "驻村",
    "党员",
    "派出",
    "选派",
    "委派",
)
_DEPUTY = re.compile(r"(?:常务副|党组副|党委副|第一副|执行副|执行|副|代理|代|总|名誉|首席|第一|党组|党委|专职副|专职)$")
_FORMER = re.compile(r"(?:原任|原|时任|前任|前)$")
# What may not follow a title, because the two make another word (书记员, 委员会, 队长期).
_NOT_AFTER = {
    "长": "期效远度久达假短征处足",
    "员": "会",
    "席": "团台国",
    "书记": "员处",
    "事": "会长业创",
    "秘书": "科处室股",
    "代表": "性作团队处着大",
    "主任": "务会",
    "教师": "节",
    "护士": "节",
    "医师": "节",
    "记者": "节",
    "经理": "念人",
    "教授": "级",
    "委员": "会",
    "总工": "会",
}
_CONNECT = re.compile(
    "(?=[不为也再连代任作全兼出历受同就当成担接推时是曾现系继聘被选辞高（，：–—])"
    r"(?:，?(?:不再(?:担任|兼任|任)|现任|时任|曾任|历任|受聘(?:担任|为)|[担兼出接继]任|(?:高票|全票|成功|再度|再次|连续)?当选为?|被?(?:推|推选|推举|选举|聘任|聘)为|当[起上]了?|成为|代理|辞去|任|系|(?:就|也|同时也?)?是|为|作为)|，|：|（|—{1,2}|–)(?:一名|一位|了|原|(?:新一|首|第[一二三四五六七八九十]+)届|(?:人民)?政府)?$"
)
_MADE = ("为", "任")
_CHANGED = {"辞去": "former", "不再担任": "former", "不再兼任": "former", "不再任": "former", "代理": "acting"}
_ALSO_MADE = re.compile(r"[，；、][^。；\n]{2,60}[为任]")
_PAREN_END = re.compile(r"（[^（）\n]{1,12}）$")
_PAREN = re.compile(r"（[^（）\n]{1,12}）")
# Common nouns that name no body of the page's district by themselves.
_NO_BARE_BODY = seeds.word_list("no_bare_bodies")
# The head of a body's name that was read without it, behind the title before: 、|省市疫情处置工作某市现场联合|指挥部.
_SLOT = re.compile(
    "(?!原|兼|前|现|时任|挂任|挂职|分管|主管|负责|带领|率领|陪同|会同|代理|代表|以及|及)[一-龥\\dA-Za-z（）“”·+-]{1,36}"
)
_NO_SLOT = frozenset("的了着过在到对向为与和从被把将由等")
_UNKNOWN_BODY = re.compile(r"、[\u4e00-\u9fff]{1,8}")
_SECOND_NAME = re.compile(r"（[\u4e00-\u9fff]{2,20}）$")
_COMES = re.compile("来[一-龥]{1,2}(?:考察|调研|督查|检查|视察|参观|指导|督导|学习|交流|洽谈|访问|慰问|走访|观摩|看望|开展)")
_RANKS = frozenset({"上校", "中校", "少校", "大校"})
_COMMITTEES = frozenset({"委", "党委", "党工委"})
_PARTY_GROUPS = frozenset({"党组", "党委", "党支部", "党总支", "机关党委"})
_GROUP_ENDINGS = ("委", "党组", "支部", "总支")
_GROUP_TITLES = ("书记", "委员", "成员")
_ASIDE = re.compile(
    r"[（(](?:[^（）()\n]{0,12}(?:挂职|挂任|主持(?:全面|日常)?工作)[^（）()\n]{0,4}"
    r"|挂任|兼|兼任|[正副][厅处科]级|列席|援[\u4e00-\u9fff]{1,2}|会长|理事长)[）)]"
)
_RANKED = ("医师", "护师", "药师", "技师", "检验师", "科员", "编辑", "记者", "督学", "法医师")
_POLITE = ("先生", "女士", "小姐", "老师", "师傅", "阿姨", "大爷", "大妈", "奶奶", "爷爷", "大叔", "大姐", "大哥", "某")
_RESUME = re.compile(
    r"(?:^|[。；\n“])(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:同志)?，(?:男|女|[一-龥]{1,4}族|\d{4}年)[^。；\n]{0,160}$"
)
_ITEM = re.compile(r"[\u4e00-\u9fff]{2,3}(?=[、，。；）]|等)")
_UNIT_PREFIX = re.compile(r"社区|街道|乡镇|村|镇|乡|区|县|市|旗|州")
# Titles that look back to the last body of a kind: title endings, and endings of the body's name.
_LOOKS_BACK: tuple[tuple[tuple[str, ...], str], ...] = (
    (("校长", "教师", "班主任", "教导主任", "老师"), "学校|小学|中学|大学|学院|高中|初中|中|校"),
    (("园长", "幼师"), "幼儿园"),
    (
        ("院长", "医生", "医师", "护士", "护士长", "药师"),
        "医院|卫生院|法院|检察院|卫生服务中心|保健院|敬老院|福利院|养老院|养护院|养老服务中心|养护中心|康养中心",
    ),
    (("庭长", "法官", "审判员", "书记员", "执行员"), "法院|法庭"),
    (("检察长", "检察官"), "检察院"),
    (("所长", "民警", "教导员", "警长", "辅警"), "派出所|司法所|所|公安局|分局"),
    (("大队长", "中队长", "支队长", "队员", "队长"), "队"),
    (("董事长", "总经理", "总裁", "经理", "法定代表人", "创始人", "总监", "总工程师"), "公司|集团|厂|酒店|超市"),
    (("行长",), "银行|支行|分行|信用社"),
    (("厂长",), "厂"),
    (("矿长",), "矿|煤矿|煤业"),
    (("政委", "政治委员"), "人武部|军分区|大队|支队|总队|公安局|分局"),
    (("馆长",), "馆"),
    (("会长", "副会长"), "协会|商会|联合会|学会|基金会|促进会|同乡会|研究会|联谊会"),
    (("理事长",), "合作社|联社|协会|基金会|联合会"),
    (("社长",), "合作社|杂志社|报社|通讯社|旅行社"),
    (("局长",), "局"),
    (("执行主席",), "代表大会|人大|政协"),
    (("常务委员",), "政协"),
    (("指挥长", "总指挥", "副指挥"), "指挥部"),
    (("主席",), "政协|工会|文联|妇联|残联|工商联|科协|人大"),
)
# A body by its common noun right before a title: that one of the last told of.
_COMMON_HOLDER = re.compile(
    r"(?:(?<=[、，。；：该据由和与届任为\n])|^)(?:合作社|公司|集团|企业|学校|学院|医院|卫生院|幼儿园|协会|商会|基金会|同乡会|联合会|促进会|研究会|校"
    r"|工厂|农场|茶厂|酒店|民宿|景区|基地|农庄|养殖场|超市|剧团|艺术团|敬老院|养老院|福利院|学舍|客栈|工作室|机构)$"
)
# What a common noun stands for: 学校|副校长甲, of the primary school told of.
_KINDS_OF = {
    "学校": "学校|小学|中学|大学|学院|高中|初中|一中|二中|三中|幼儿园",
    "医院": "医院|卫生院|保健院",
    "公司": "公司|集团",
    "企业": "公司|集团|厂|合作社|企业",
}
_WARD_HEADS = ("主任", "副主任")  #: posts in a ward, where a doctor's or nurse's is in the hospital
_SECTIONS = ("科", "室", "部", "处", "病区", "中心")
_OF_THAT = tuple("校院园所局队厂馆会社行")
_LEADING = ("领导", "主要领导", "领导班子成员")
# What may stand between a body and a title: 某办|分管日常工作的|副主任.
_DUTIES = re.compile("(?=[主分联负])" r"(?<=[一-龥])(?:分管|主管|负责|主持|联系)[一-龥、]{2,12}的$")
_OF_TERM = re.compile("(?:新一届|第[一二三四五六七八九十]{1,3}届)(?:理事会|委员会)?$")  # 某县作家协会|第六届|主席
# An honour in a chain is no post, and lets the chain go on to its names: 副馆长、某奖获得者|甲.
_HONOUR = re.compile(
    r"、(?:[^，。；、：\n]{2,24}?)(?:获得者|劳动模范|劳模|先进个人|传承人|作家|诗人|院士|博士|书法家|画家|歌唱家|艺术家|道德模范|标兵|能手|志愿者|主讲人|爱好者|收藏家|专家|学者|企业家|演员|教练员|博主|达人)"
    r"(?=[一-龥])"
)
# 甲、乙、丙|等县领导: the names stand before.
_AMONG = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)?[位人名]?$")
_COMRADES = re.compile(r"(?:等?(?:\d+|[一二两三四五六七八九十]+)[位名])?同志$")
_GIVEN_TO = re.compile("(?:一职)?由(?P<name>[一-龥]{2,4}?)(?:同志)?(?:担任|兼任|出任|当选|接任|继任)")
_GIVEN = re.compile("(?:等?(?:同志|\\d+[人位名]))?(?:分别|继续)?(?:担任|兼任|出任|当选|接任|继任)")
_MEMBERS = ("委员", "副主任委员")
_CANDIDATES = ("候选人", "提名人选", "人选")
_UNIT_HEADS = frozenset(f"{unit}长" for unit in "省市区县旗州镇乡")
_ASSISTED = ("长", "主任", "经理", "总裁", "主席")  #: titles that have an assistant
_SURE = 4.0  #: prior of a name right after a title with its body
_NEAR_COMMITTEE = 40  #: characters of a list over which 副书记 is of the committee whose 书记 it names
_FAR = 400  #: characters over which a bare title still looks back to the head of its body
_AMONG_THEM = ("有", "是", "为")
# Offices that only the body around them knows by these names.
_OFFICE = re.compile(
    r"(?:(?<=[，。；、：（\n有由和率在到而])|^)(?P<office>(?![各该某全两在到而]|以及)(?:[一-龥]{1,7}(?:科|处|部|室|庭|病区|教研组|车间|年级|体检中心|检验中心|(?<=[一-龥]{2})委员会)|"
    r"[一-龥]{2,6}(?:(?<![主承举协经代])办|工作委|工委|股)|[一-龥]{2,9}中心|(?:(?![由在到和])[一-龥]){0,4}执行(?:局|指挥中心)|"
    r"(?:法警|医疗|急救|护理|抢修|救援|维修|志愿服务)[大支]?队|[一-龥]{2,5}(?<![调督检考巡工专领指研查导验])(?<!工作|巡查|考核)组))$"
)
# An office of a city or county that no list has, by its short name between a mark and a title.
_OF_UNIT = re.compile("(?<=[、，；])(?P<unit>[市县区旗州])(?P<office>[一-龥]{3,8}(?<![主承举协经代])办)$")
_COMMAND_HEADS = ("指挥长", "总指挥", "副指挥")
# What a command is for, between its county and the title of its head.
_COMMANDED = re.compile(
    "(?P<unit>[省市县区旗州镇乡])(?P<task>(?:新冠肺炎|新冠)?疫情防控|防汛抗旱|防汛|森林草原防(?:灭)?火|森林防(?:灭)?火|抗震救灾|抗洪抢险)(?:工作|应急)?$"
)
_HEADED = ("股长", "科长", "处长")
_HEADED_BY = (*_HEADED, "部长", "组长", "站长", "所长", "队长", "班长")  #: whose first character is the last of what they head
_OFFICE_HEADS = (
    "主任",
    "副主任",
    "科长",
    "副科长",
    "处长",
    "副处长",
    "部长",
    "副部长",
    "组长",
    "负责人",
    "护士长",
    "干事",
    "专员",
    "股长",
    "长",
    "局长",
    "副局长",
    "庭长",
    "副庭长",
    "大队长",
    "支队长",
    "队长",
    "副队长",
)
_NUMBER = re.compile("第[一二三四五六七八九十\\d]{1,3}$")
_NUMBERED = ("网格党支部", "党支部", "党小组", "网格党小组")
_OF_TOWNS = ("中心校", "中心学校", "派出所", "司法所", "卫生院", "财政所", "综治办", "党政办", "局")
_ELECTED = ("会长", "理事长", "监事长", "秘书长", "理事", "监事", "主席")
_SOCIETY_KINDS = "协会|商会|学会|联合会|研究会|促进会|同乡会|联谊会|校友会|基金会|合作社|总会|理事会"
_SOCIETY_WORDS = ("协会", "商会", "学会", "研究会", "促进会", "联谊会")
_SOCIETIES = ("同乡会", "校友会", "联谊会", "促进会", "研究会", "基金会")
_TOWNS = ("镇", "乡", "街道", "苏木")
_CHAMBERED = ("court", "procuratorate")  #: spheres whose titles may begin with an office
_HOLDERS = "医院|卫生院|保健院|学校|小学|中学|大学|学院|公司|集团|厂|银行|法院|检察院|中院|高院|@within"
_REMOVED = re.compile(r"(?:免去|免除|撤销|辞去)(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:的|所任|担任的|兼任的)?$")
_AS = re.compile(r"(?:身为|作为|担任|挂任|挂职|挂职任|兼任|现任|时任|曾任|出任)$")
_OWN_PARTY = (
    "局",
    "医院",
    "卫生院",
    "保健院",
    "公司",
    "集团",
    "厂",
    "银行",
    "联社",
    "学校",
    "中学",
    "小学",
    "学院",
    "大学",
    "大队",
    "支队",
    "法院",
    "检察院",
)
_SPACED = re.compile(r"[\u4e00-\u9fff] [\u4e00-\u9fff]")
_AFTER_SPACED = ("", *"等和与及同率带在到说")
_DOTTED_BEFORE = re.compile("(?P<first>[一-龥]{1,8})(?:·[一-龥]{1,8}){1,3}$")
_PAUSE = re.compile(r"[，。；：、！？“”（）《》\s]")
_SALUTED = seeds.word_list("saluted_titles")
_STAFF = seeds.word_list("staff_titles")
_NEVER_LAST = seeds.word_list("no_last_characters")


@dataclass(frozen=True, slots=True)
class Title:
    """One row of ``titles.csv``."""

    title: str
    head: str
    rank: int
    sphere: str
    implies: str
    person: str


@dataclass(slots=True)
class Phrase:
    """One post phrase: from ``start`` (its body or title) to ``end``; names follow."""

    start: int
    title_at: int
    end: int
    title: Title
    name: str  #: the title with its deputy words
    body: Mention | None = None
    place: Mention | None = None
    relative: str = ""
    status: str = ""
    people: list[Mention] = field(default_factory=list)
    back: str = ""  #: endings of bodies to the last of which it looks back, where its chain says so


@lru_cache(maxsize=1)
def titles() -> dict[str, Title]:
    return {row.title: Title(row.title, row.head, row.rank, row.sphere, row.implies, row.person) for row in seeds.titles()}


@lru_cache(maxsize=1)
def _told_by() -> frozenset[str]:
    """What people are called before their names: titles, and 村民, 退休职工."""
    return frozenset(titles()) | {row.word for row in seeds.not_titles()}


_TITLES = Scanner(lambda: sorted(titles()), str)


def find_titles(text: str) -> Iterator[tuple[int, int, Title]]:
    """Every title of the lexicon that stands as a word."""
    table = titles()
    for start, end, name in _TITLES.find(text):
        following = text[end : end + 1]
        if following == "长" and name in _RANKS:  # 一中|校长
            start, end, name = end - 1, end + 1, "校长"
            following = text[end : end + 1]
        if (
            following in ("江", "城", "沙", "春", "治", "大", "者", "三")
            and name.endswith("长")
            and text[start - 1 : start] in ("全", "该", "本", "我", "沿", "各", "跨")
        ):
            continue  # 全市长江流域
        if end - start == 2 and name[1] == "长" and _is_name_inside(text, start):
            continue  # 秘书长|路长某
        if name == "干部" and not (scorer().surname_at(text, end) and scorer().read(text, end, 1.0)[0]):
            continue  # 援外干部|组, 干部|和主任甲
        if following == "助" and text.startswith("助理", end) and name.endswith(_ASSISTED):  # 处长|助理
            end, name = end + 2, f"{name}助理"
            yield start, end, table.get(name) or replace(table[name.removesuffix("助理")], title=name, head=name, implies="")
            continue
        if (
            following
            and any(name.endswith(tail) and following in stops for tail, stops in _NOT_AFTER.items())
            and not (following == "达" and scorer().is_name(text[end : end + 3], _SURE))  # 局长|达某某, not 区长|达成
        ):
            continue
        ranked = next((tail for tail in _RANKED if text.startswith(tail, end)), "") if name.endswith("主任") else ""
        if ranked:  # 关节外科|主任医师: the longer title goes before the ward's head
            start = end - (3 if text[end - 3 : end] == "副主任" else 2)
            end += len(ranked)
            name = text[start:end]
            yield start, end, table.get(name) or Title(name, name, 99, "profession", "", "medical")
            continue
        yield start, end, table[name]


def _jobs(text: str, found: Found) -> Iterator[tuple[int, int, Title]]:
    """某村|专职消防巡察员|甲: what a body or place calls those who work for it, between it and a name; no list has them all."""
    at = -1
    while (at := text.find("员", at + 1)) >= 0:
        end = at + 1
        if not scorer().surname_at(text, end) or (at and text[at - 1] in "人党委成会队学官议全动满"):
            continue
        held = next((m for n in range(at - 2, at - 10, -1) for m in _ending_at(found, n)), None)
        if held is None or any(m.start < end for kind in _HOLDS for m in found.between(kind, held.end, end)):
            continue
        name = text[held.end : end]
        known = any(name.endswith(title) for title in (name[n:] for n in range(len(name) - 1)) if title in titles())
        first, *rest = words().cut(name)
        if known or _PAUSE.search(name) or breaks_chain(first) or any(len(part) == 1 and breaks_chain(part) for part in rest):
            continue
        size, margin = scorer().read(text, end, 1.0)
        if size and margin > _CLEAR:
            yield held.end, end, Title(name, name, 40, "any", "", "official")


_HOLDS = (Kind.ORGANISATION, Kind.DISTRICT)
_CLEAR = 3.0


def _ending_at(found: Found, position: int) -> Iterator[Mention]:
    yield from (m for kind in _HOLDS if (m := found.ending_at(kind, position)) is not None)


def _is_name_inside(text: str, start: int) -> bool:
    """Whether 路长, 段长 begin a name of three characters behind a title."""
    return (
        scorer().surname_at(text, start) != ""
        and ends_with_title(text, start)
        and "\u4e00" <= text[start + 2 : start + 3] <= "\u9fff"
        and scorer().read(text, start, _SURE)[0] == 3
    )


class Posts:
    """Find post phrases, the people named at them, and the bodies that only a title shows."""

    name = "posts"
    needs = frozenset({Kind.DISTRICT, Kind.ORGANISATION})
    finds = frozenset({Kind.POST.value, Kind.PERSON.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        phrases = [phrase for phrase in self._phrases(text, found) if phrase is not None]
        before: Phrase | None = None
        heads: dict[str, Phrase] = {}
        runs: list[tuple[int, list[Mention]]] = []
        titles_of: dict[str, str] = {}  #: the first title that a name was told with
        chains = list(self._chains(text, phrases, found))
        titled = {(person.text, _plain(phrase)) for chain in chains for phrase in chain for person in chain[-1].people}
        for at, chain in enumerate(chains):
            if chain[-1].name.endswith(_FORCE_HEADS) and not chain[-1].people and text.startswith("由", chain[-1].end):
                _give(text, chain, chains[at + 1 : at + 6], found)
            if text[chain[0].start - 1 : chain[0].start] == "：":
                _take_board(text, chain[0], found)
            self._follow_head(text, chain[0], heads, found)
            if (
                before is not None
                and before.people
                and chain[0].body is None
                and chain[0].place is None
                and not chain[0].relative
            ):
                gap = text[before.people[-1].end : chain[0].start]
                aside = _PAREN.match(gap)
                gap = gap[aside.end() :] if aside is not None else gap  # 副主席甲（女），秘书长乙
                if gap[1:] and before.body is not None and _is_of_group(chain[0]) and before.body.text.endswith(gap[1:]):
                    gap = gap[0]  # 县财政局副局长甲、局|党组成员乙
                named = before.body is not None and isinstance(before.body.value, BodyValue) and before.body.value.proper
                commands = chain[0].name.endswith(_COMMAND_HEADS) and not (before.body is not None and _is_force(before.body))
                if (
                    gap in ("、", "，", "和", "及")
                    and not commands
                    and (
                        not chain[0].title.implies
                        or named
                        or (_is_of_group(chain[0]) and before.body is not None)
                        or (chain[0].title.implies == "委" and _is_committee(before.body))
                    )
                ):
                    chain[0].body, chain[0].place = _listed_body(before.body, chain[0]), before.place  # 县政协副主席甲、秘书长乙
                    chain[0].back = before.back if not self._back(text, chain[0]) else ""  # 商会会长甲、|秘书长乙
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
                self._share_district(text, before, chain[0])
                self._share_office(text, before, chain[0])
            self._leave_out_titled(text, chain, titles_of)
            yield from self._read_chain(text, chain, found, titled, runs)
            before = chain[-1]
            for person in before.people:
                titles_of.setdefault(person.text, before.title.title)
            if before.people:
                runs.append((chain[0].start, before.people))
            heads.update({phrase.name: phrase for phrase in chain if phrase.body is not None and phrase.people})

    @staticmethod
    def _leave_out_titled(text: str, chain: list[Phrase], titles_of: Mapping[str, str]) -> None:
        """县政协副主席甲出席。县人大副主任乙、甲颁奖: who was told with a title of his own stands in a list without it."""
        people, title = chain[-1].people, chain[-1].title
        if len(people) < 2 or not title.title.endswith(("主任", "主席", "书记", "局长", "县长", "区长", "市长", "镇长", "乡长")):
            return  # members and leaders are listed with whatever else they are
        told = [titles_of.get(person.text, title.title) != title.title for person in people]
        chain[-1].people = [
            person for at, person in enumerate(people) if not at or not told[at] or text[person.start - 1] not in "、和与"
        ]

    @staticmethod
    def _follow_head(text: str, phrase: Phrase, heads: Mapping[str, Phrase], found: Found) -> None:
        """人大常委会主任甲主持会议。副主任乙、丙出席: a deputy by his bare title is that head's."""
        if phrase.body is not None or phrase.place is not None or phrase.relative:
            return
        if phrase.title.implies:
            led = heads.get("书记") if phrase.name == "副书记" else None
            held = led.body.value if led is not None and led.body is not None else None
            near = led is not None and 0 < phrase.start - led.end < _NEAR_COMMITTEE and "。" not in text[led.end : phrase.start]
            if led is not None and near and isinstance(held, BodyValue) and held.core in _COMMITTEES:
                phrase.body = led.body  # 镇党委书记甲，镇长乙，|副书记丙
            return
        held_by = "主任委员" if phrase.name in _MEMBERS else phrase.name.removeprefix("常务").removeprefix("副")
        head = heads.get(held_by) or heads.get(f"常务副{held_by}")  # 人大常委会常务副主任甲主持，|副主任乙
        if phrase.name in _SECRETARIES:  # 市政协副主席甲出席，秘书长乙主持
            told = (heads[name] for name in ("主席", "副主席", "主任", "副主任") if name in heads)
            head = max((h for h in told if _is_chamber(h.body)), key=lambda h: h.end, default=None)
        bare = text[phrase.title_at - 1 : phrase.title_at] in ("", "，", "。", "；", "、", "\n", "：", "率")
        bare = bare or text.endswith(("带领", "陪同", "率由"), 0, phrase.title_at)
        if (
            head is None
            or not phrase.name.startswith(("副", "常务副", *_MEMBERS, *_SECRETARIES))
            or not bare
            or not phrase.people
        ):
            return
        if phrase.name.endswith(_ELECTED) and _is_of_society(text) and not _is_society(head.body):
            return  # 某作协换届。区文联主席甲出席，|副主席乙: of the society
        near = text.count("\n", head.end, phrase.start) <= 1 and phrase.start - head.end < _FAR
        if near and not found.between(Kind.ORGANISATION, head.end, phrase.title_at):
            phrase.body = head.body

    @staticmethod
    def _share_office(text: str, before: Phrase, phrase: Phrase) -> None:
        """县公安局副局长甲、政治处主任乙: an office in a list is of the body before it."""
        listed = text[before.people[-1].end : phrase.start] in ("、", "，", "和", "及", "率", "带领", "陪同")
        if not listed or not _is_office(phrase.body) or _is_office(before.body):
            return
        held = before.body.value if before.body is not None else None
        own = _own_office(phrase.body, held if isinstance(held, BodyValue) else None, before)
        if own is not None:
            phrase.body = own
        elif before.body is not None:
            phrase.body = _within(phrase.body, before.body)

    @staticmethod
    def _share_district(text: str, before: Phrase, phrase: Phrase) -> None:
        """某市委书记甲，副市长乙: in one list the second is of the same city, wherever the page lives."""
        held = before.body.value if before.body is not None else None
        bare = phrase.body.value if phrase.body is not None and phrase.body.by == "posts.body" else None
        town = isinstance(held, BodyValue) and held.relative in _TOWNS
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
        alone = phrase.body.value if phrase.body is not None else None
        watched = _watched(alone if isinstance(alone, BodyValue) else None, before.body)
        listed = text[before.people[-1].end : phrase.start] in ("、", "，")
        if listed and watched is not None and phrase.body is not None and isinstance(alone, BodyValue):
            phrase.body = replace(phrase.body, value=replace(alone, parent=watched))  # 某局局长甲、|纪检组|组长乙
            return
        place = held.anchor if isinstance(held, BodyValue) and not held.proper else before.place
        if before.body is not None and "驻" in before.body.text:
            return  # 某市政府驻上海办事处主任甲，|市政协主席乙
        if place is None or text[before.people[-1].end : phrase.start] not in ("、", "，", "和", "及", "以及"):
            return
        if phrase.body is not None and phrase.body.by == "posts.body" and isinstance(phrase.body.value, BodyValue):
            bare = phrase.body.value
            small = isinstance(place.value, PlaceValue) and place.value.level in ("community", "compound")
            if small and bare.core.endswith(_OF_TOWNS):
                return  # 某社区主任甲，中心校校长乙: of the town
            if bare.anchor is None and not bare.relative and not bare.back and bare.parent is None:
                phrase.body = replace(phrase.body, value=replace(bare, anchor=place))  # 某县副书记甲，禁毒办主任乙
                return
        if phrase.body is None:
            if phrase.relative and phrase.place is None and place.text.endswith(phrase.relative):
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
        unit = own.relative if isinstance(own, BodyValue) and own.anchor is None else ""
        whole = place.value.name if isinstance(place.value, PlaceValue) else place.text
        if unit and (place.text.endswith(unit) or whole.endswith(unit)) and isinstance(own, BodyValue) and own.parent is None:
            value = replace(own, anchor=place)
            phrase.body = replace(
                phrase.body, value=value, by="posts.body", score=0.99
            )  # stands for what was read without its city

    # -- phrases -----------------------------------------------------------------------------------------------------

    def _phrases(self, text: str, found: Found) -> Iterator[Phrase | None]:
        for start, end, title in heapq.merge(find_titles(text), _jobs(text, found), key=lambda at: at[:2]):
            if (
                text[end - 1] == "长"
                and end - start == 2
                and any(
                    (held := found.covering(kind, end - 1)) is not None and held.end > end
                    for kind in (Kind.DISTRICT, Kind.ORGANISATION)
                )
            ):
                continue  # 大东区|长安街道
            if text[start:end] == "代表" and ends_with_title(text, start):
                continue  # 甲副市长|代表市政府讲话
            scheme = found.covering(Kind.INITIATIVE, start)
            if scheme is not None and scheme.end >= end and "“" in scheme.text:
                continue  # “县领导包乡镇、乡镇干部包村”的责任制
            holder = found.covering(Kind.ORGANISATION, start)
            if holder is not None and holder.end > start:
                if holder.end >= end:
                    continue
                rest = titles().get(text[holder.end : end])
                headed = text[holder.end - 1 : end]  # 纪检组|长: the body's last character serves both
                if rest is None and text[holder.end : end] in ("长", "长助理") and headed.removesuffix("助理") in titles():
                    title = titles().get(headed, title)
                    yield Phrase(holder.start, holder.end - 1, end, title, headed, body=holder)
                    continue
                if rest is None and text[holder.end : end] in _LEADING:  # 区政协|领导
                    rest = Title(text[holder.end : end], text[holder.end : end], title.rank, title.sphere, "", title.person)
                if rest is None:
                    continue
                start, title = holder.end, rest
            else:
                for kind in (Kind.DISTRICT, Kind.INITIATIVE):
                    outer = found.covering(kind, start)
                    if outer is None or not start < outer.end < end:
                        continue
                    rest = titles().get(text[outer.end : end])
                    if rest is not None:
                        of_region = title.title.startswith("自治区") and title.implies and not rest.implies
                        start, title = outer.end, replace(rest, implies=title.implies) if of_region else rest
                    elif title.sphere == "leader" or text[start:end] in _UNIT_HEADS:  # 某县|领导, 某县|长: the unit serves both
                        phrase = Phrase(outer.start, start, end, title, text[start:end], place=outer)
                        break
                else:
                    phrase = None
                if phrase is not None:
                    yield phrase
                    continue
            yield self._phrase(text, start, end, title, found)

    def _phrase(self, text: str, start: int, end: int, title: Title, found: Found) -> Phrase | None:
        name = title.head if text.endswith(title.head, start, end) else text[start:end]
        name = name.removeprefix("驻村") if len(name) > 4 else name
        if name in ("项目负责人", "项目经理", "项目总工", "项目部经理"):
            name = "负责人" if name.endswith("负责人") else name
        title_at = end - len(name)
        unit = _UNIT_PREFIX.match(text, start) if title_at > start else None
        deputy = _DEPUTY.search(text, max(0, title_at - 4), title_at)
        if (
            deputy is not None
            and not self._in_other(found, deputy.start())
            and not (deputy.group() in _PARTY_GROUPS and _department_before(text, deputy.start()) is not None)
        ):
            title_at = deputy.start()
            name = text[title_at:end]
        if name == "市领导" and text[title_at - 1 : title_at] == "师":
            name, title_at = "师市领导", title_at - 1  # of a division and its city
        phrase = Phrase(title_at, title_at, end, title, name)
        if name.startswith("自治区") and name.endswith("主席"):
            phrase.name = name.removeprefix("自治区")
        if name in ("村主任", "村书记", "社区主任", "社区书记"):
            unit = _UNIT_PREFIX.match(text, title_at)
            phrase.name = name = name.removeprefix("社区").removeprefix("村")
            phrase.title_at = title_at = end - len(name)
        relative = _RELATIVE_TITLE.match(name) or _RELATIVE_LEADER.match(name)
        word = next(filter(None, relative.groups())) if relative else (unit.group() if unit and unit.end() == title_at else "")
        self._attach(text, phrase, word, found)
        if phrase.start == phrase.title_at and start < phrase.title_at:
            if phrase.body is None and phrase.place is None:
                phrase.start = phrase.title_at = start
                self._attach(text, phrase, word, found)
                phrase.title_at = end - len(name)
            self._court_office(text, phrase, start)
            phrase.start = min(start, phrase.start)
        if title.title == "干部" and phrase.body is None and phrase.place is None:
            return None  # 机关干部甲: of nothing that is named
        if (
            phrase.body is None
            and phrase.place is None
            and not word
            and (title.implies in ("", "法院", "检察院") or name == "专员")
        ):
            self._office(text, phrase)
        if (
            name in ("委员", "副主任委员")
            and phrase.body is not None
            and phrase.body.text.endswith("常委会")
            and "人大" not in phrase.body.text
        ):
            self._committee(phrase)
        first = phrase.start
        while (outer := found.ending_at(Kind.DISTRICT, first)) is not None:
            first = outer.start  # 原|某县某镇某村|党支部书记
        former = _FORMER.search(text, max(0, first - 2), first)
        inside = phrase.body is not None and isinstance(phrase.body.value, BodyValue) and phrase.body.value.former
        if former is not None or inside or text[phrase.title_at - 1 : phrase.title_at] == "原":
            phrase.status = "former"
        elif name.startswith(("代理", "代")) and not name.startswith("代表"):
            phrase.status = "acting"
        return phrase

    @staticmethod
    def _in_other(found: Found, position: int) -> bool:
        held = found.covering(Kind.ORGANISATION, position)
        return held is not None and held.end > position

    @staticmethod
    def _committee(phrase: Phrase) -> None:
        """市委常委会委员 is 常委 of 市委."""
        body = phrase.body
        assert body is not None and isinstance(body.value, BodyValue)
        text = body.text.removesuffix("常委会")
        value = replace(body.value, core="委") if not body.value.parent else body.value.parent.value
        phrase.body = replace(body, end=body.end - 3, text=text, value=value, by="posts.body")
        phrase.name = "常委"

    def _attach(self, text: str, phrase: Phrase, relative: str, found: Found) -> None:
        """The body, or the district, right before a title."""
        at = phrase.title_at - _is_quoted(text, phrase)  # 某村驻村|“第一书记”
        seat = _seat_headed(text, phrase, found) if phrase.name in ("主任", "副主任", "常务副主任") else None
        if seat is not None:
            phrase.body, phrase.start = seat, at - 3
            return
        second = _SECOND_NAME.search(text, max(0, at - 24), at)
        if second is not None and found.ending_at(Kind.ORGANISATION, second.start()) is not None:
            at = second.start()  # 县委党校（县行政学院）|副校长
        for gap in _OF:
            if gap and not text.endswith(gap, 0, at):
                continue
            position = at - len(gap)
            body = found.ending_at(Kind.ORGANISATION, position)
            if body is not None:
                phrase.body, phrase.start = body if phrase.name in _WARD_HEADS else _employer(body), body.start
                return
            project = found.ending_at(Kind.INITIATIVE, position)
            if project is not None:
                phrase.body, phrase.start = project, project.start
                return
            place = found.ending_at(Kind.DISTRICT, position)
            if place is not None and (gap in ("", "原", "现任", "时任", "新任") or phrase.title.title in _STAFF):
                phrase.place, phrase.start = place, place.start
                phrase.relative = relative
                return
        staff = STAFF_UNIT.search(text, max(0, at - 6), at)
        for start in range(staff.start(), at - 2) if staff is not None else ():
            body = found.ending_at(Kind.ORGANISATION, start)
            if body is not None and has_staff(body):  # 某公司|生产部|部长
                phrase.body, phrase.start = body, body.start
                return
        duties = _DUTIES.search(text, max(0, at - 18), at) or _OF_TERM.search(text, max(0, at - 10), at)
        body = found.ending_at(Kind.ORGANISATION, duties.start()) if duties is not None else _body_of_field(text, phrase, found)
        if body is not None:
            phrase.body, phrase.start = body, body.start
            return
        phrase.relative = relative
        if not relative:
            self._bare_body(text, phrase)

    @staticmethod
    def _office(text: str, phrase: Phrase) -> None:
        """An office of a body told of before: 护理部|副主任, 教导处|主任."""
        if phrase.name.endswith(_COMMAND_HEADS):
            task = _COMMANDED.search(text, max(0, phrase.title_at - 14), phrase.title_at)
            if task is not None:  # 县|防汛抗旱|总指挥: of the command, which the title only implies
                start, end = task.span()
                value = BodyValue(f"{task['task']}指挥部", "TaskForce", relative=task["unit"])
                phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.command", 0.75, value)
                phrase.start = start
                return
        match = _OF_UNIT.search(text, max(0, phrase.title_at - 12), phrase.title_at)
        if match is not None and phrase.name.endswith("主任"):  # 市直机关工委书记、|市|四城同创办|主任
            start, end = match.span()
            value = BodyValue(match["office"], "GovernmentBody", relative=match["unit"])
            phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.8, value)
            phrase.start = start
            return
        match = _OFFICE.search(text, max(0, phrase.title_at - 10), phrase.title_at)
        if match is None and phrase.name in _HEADED:  # 教育|股长, 法规|科长: the office's last character is the title's first
            match = _OFFICE.search(text, max(0, phrase.title_at - 9), phrase.title_at + 1)
        if match is None or match["office"] in _NO_BARE_BODY or not phrase.name.endswith(_OFFICE_HEADS):
            return
        start, end = match.span("office")
        value = BodyValue(text[start:end], "", back=_HOLDERS)
        phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.7, value)
        phrase.start = start

    @staticmethod
    def _court_office(text: str, phrase: Phrase, start: int) -> None:
        """某县法院|立案庭|庭长: the chamber within the court."""
        held = phrase.body.value if phrase.body is not None else None
        if phrase.title.sphere not in _CHAMBERED or not isinstance(held, BodyValue) or start == phrase.title_at:
            return
        value = BodyValue(text[start : phrase.title_at], held.subtype, parent=phrase.body)
        phrase.body = Mention(Kind.ORGANISATION, start, phrase.title_at, value.core, "posts.body", 0.8, value)

    @staticmethod
    def _bare_body(text: str, phrase: Phrase) -> None:
        """A body without its district right before a title: 统战部|部长, 管委会|主任, 村委会|主任."""
        at = phrase.title_at
        found = _department_before(text, at)
        if found is None:
            return
        start, form, group = found
        end = start + len(form[0])
        inside = form[1] in _PARTY_GROUPS or form[0] in ("工会", "团委")
        noun = _COMMON_HOLDER.search(text, max(0, start - 4), start) if inside else None
        if noun is not None:  # 公司|党支部|书记: of the company told of before
            kinds = noun.group() if noun.group() != "校" else "学校|小学|中学|大学|学院|中心校"
            union = form[0] in ("工会", "团委")
            value = BodyValue(form[0] if union else form[1], form[2] if union else "PartyBody", back=f"{kinds}|@within")
            phrase.body, phrase.start = Mention(Kind.ORGANISATION, start, end, form[0], "posts.body", 0.8, value), start
            return
        back = form[0] if form[0].endswith(_SOCIETIES) else ""  # 同乡会|会长: of the one told of before
        own = BodyValue(form[1], form[2], back=back)
        body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.8, own)
        number = _NUMBER.search(text, max(0, start - 4), start) if form[0] in _NUMBERED else None
        if number is not None:  # 第三|网格党支部|书记
            core = number.group() + form[0]
            start = number.start()
            body = replace(body, start=start, text=core, value=BodyValue(core, form[2]))
        if group:
            value = BodyValue(group, "PartyBody", parent=body)
            body = Mention(Kind.ORGANISATION, start, at, text[start:at], "posts.body", 0.8, value)
        phrase.body, phrase.start = body, start

    # -- chains ------------------------------------------------------------------------------------------------------

    def _chains(self, text: str, phrases: Sequence[Phrase], found: Found) -> Iterator[list[Phrase]]:
        """Runs of phrases with nothing but a mark between them; a run ends where names begin."""
        chain: list[Phrase] = []
        gap: str | None = None
        for phrase in phrases:
            if chain and not chain[-1].people and phrase.start <= chain[-1].start and phrase.title_at >= chain[-1].end:
                chain.pop()  # 刑警|大队大队长: a title inside the body of the next
            if chain and not chain[-1].people:
                self._fill_slot(text, chain[-1].end, phrase, found)
            if chain:
                gap = _ASIDE.sub("", text[chain[-1].end : phrase.start]) if phrase.start >= chain[-1].end else None
                if gap is None:  # overlapping readings: the first stays
                    continue
                unknown = (
                    not chain[-1].people
                    and _UNKNOWN_BODY.fullmatch(gap) is not None
                    and bool(self._people_after(text, phrase, found))
                )
                if (
                    (gap not in _GAPS and not unknown)
                    or chain[-1].people
                    or _is_behind(text, chain[-1], found)
                    or (gap in ("，", "、") and _is_made_head(text, chain[-1]))  # 由甲任组长，|副县长乙任副组长
                    or (gap == "，" and text.endswith("担任", 0, chain[-1].start))  # 由庭长甲担任审判长，|人民陪审员乙
                    or (gap == "，" and _are_unnamed(text, chain[-1]))  # 市某局有关负责人，|县领导甲、乙
                ):
                    yield chain
                    chain = []
            phrase.people = self._people_after(text, phrase, found, bool(chain) and gap != "和", chain[0] if chain else phrase)
            chain.append(phrase)
        if chain:
            yield chain

    def _fill_slot(self, text: str, end: int, phrase: Phrase, found: Found) -> None:
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
        if any(piece in _NO_SLOT if value.subtype == "TaskForce" else breaks_chain(piece) for piece in words().cut(slot.group())):
            return  # a group's name may hold what it does: 疫情|处置|工作…指挥部
        if not self._people_after(text, phrase, found):
            return
        name = text[end + 1 : body.end]
        whole = BodyValue(name, value.subtype, proper=True)
        phrase.body = Mention(Kind.ORGANISATION, end + 1, body.end, name, "posts.body", 0.99, whole)
        phrase.start = end + 1

    def _people_after(
        self, text: str, phrase: Phrase, found: Found, chained: bool = False, first: Phrase | None = None
    ) -> list[Mention]:
        position = phrase.end + _is_quoted(text, phrase)
        if text.startswith("的", position) and (
            phrase.status == "former" or any(_AS.search(text, max(0, p.start - 3), p.start) for p in (phrase, first or phrase))
        ):
            position += 1  # 挂任某县副县长的|甲
        for word in _CANDIDATES:
            if text.startswith(word, position):
                phrase.status, position = "candidate", position + len(word)
        given = _GIVEN_TO.match(text, position)
        if given is not None and scorer().is_name(given["name"], 2.0):  # 理事长|由甲担任
            return [_person(text, *given.span("name"), "posts.after", 0.85, phrase.title)]
        if text.startswith("由", position):
            names = read_names(text, position + 1, found, phrase.title, first_prior=2.5)
            if names and _GIVEN.match(text, names[-1].end):  # 副主席|由甲、乙、丙担任
                return names
        whom = _is_whom(text, position) if text.startswith(("是", "就是"), position) else None
        if whom is not None:
            return [_person(text, *whom, "posts.after", 0.85, phrase.title)]
        aside = _ASIDE.match(text, position)  # 副局长（挂任）|甲
        position = aside.end() if aside is not None else position
        while text.startswith((" ", "：", "同志"), position):
            position += 2 if text.startswith("同志", position) else 1
        sure = phrase.body is not None or phrase.place is not None or phrase.relative
        if not sure and _is_saluted(text, phrase):
            return []  # 甲副书记|向某县考察组介绍
        if text.startswith("还有", position) and phrase.title.sphere == "leader":
            position += 2  # 出席的县领导还有|甲、乙
        if text.startswith(_AMONG_THEM, position) and scorer().surname_at(text, position + 1):
            position += 1  # 县领导有|甲、乙; 委员有|丙
        names = read_names(text, position, found, phrase.title, first_prior=4.5 if sure or chained else 2.5)
        honour = _HONOUR.match(text, position) if not names and sure else None
        kinds = (Kind.ORGANISATION, Kind.DISTRICT)
        if honour is not None and all(found.covering(kind, honour.end() - 1) is None for kind in kinds):
            names = read_names(text, honour.end(), found, phrase.title, first_prior=2.5)
        return names

    def _read_chain(
        self,
        text: str,
        chain: list[Phrase],
        found: Found,
        titled: Collection[tuple[str, str]],
        runs: Sequence[tuple[int, list[Mention]]],
    ) -> Iterator[Mention]:
        people = chain[-1].people
        score = 0.95
        if not people:
            people, score = self._people_before(text, chain, found) or _subject(text, chain, runs), 0.85
            if people and chain[0].name.endswith((*_FORCE_HEADS, "书记")) and chain[0].body is None and chain[0].place is None:
                chain[0].body = _force_headed(text, chain[0], found)
                people = _with_joined(text, people, runs)
        self._inherit(text, chain)
        for phrase in chain:
            held = phrase.body.value if phrase.body is not None else None
            if _is_of_group(phrase) and isinstance(held, BodyValue) and not held.core.endswith(_GROUP_ENDINGS):
                _take_party_group(phrase, phrase.body)
        yield from people
        if people and people[0].by == "posts.saluted":
            yield from self._saluted(text, chain[0], people, found, titled)
            return  # 徐甲书记: whose secretary is not said
        for before, phrase in itertools.pairwise(chain):
            _take_general_office(text, before, phrase)
        for phrase in chain if people else ():
            _take_corps_place(text, phrase, found)
        backs = [phrase.back or self._back(text, phrase) for phrase in chain]
        chain[-1].back = backs[-1]
        holder = next((back for back in backs if back and back != "@project"), "")
        if not holder and any(_is_office(phrase.body) for phrase in chain):
            holder = _HOLDERS.removesuffix("|@within")  # 党委委员、|工会|主席
        for phrase, back in zip(chain, backs, strict=True):
            deputy = phrase.name.endswith("人大代表") and phrase.body is None
            if phrase.status == "candidate" or deputy or text.endswith("人大代表", 0, phrase.end):
                continue  # 县长候选人甲 is no 县长; a deputy of a congress holds no post
            if _is_made_head(text, phrase) and phrase.body is None and "支部" in text[max(0, phrase.start - 40) : phrase.start]:
                continue  # 成立临时党支部，由甲任书记: a branch that nothing names
            _take_group(phrase)
            if phrase.body is not None and phrase.body.by in ("posts.body", "posts.command") and people:
                yield phrase.body
            group = phrase.title.implies in _PARTY_GROUPS and phrase.name.startswith(phrase.title.implies)
            if group and phrase.body is None and phrase.place is None and not phrase.relative:
                noun = _COMMON_HOLDER.search(text, max(0, phrase.title_at - 4), phrase.title_at)  # 学院|党委书记甲
                holder = holder or (noun.group() if noun is not None else "")
                back = holder  # 党委书记、院长甲: the committee of the hospital told of before
                phrase.name = phrase.name.removeprefix(phrase.title.implies) if back else phrase.name
            own = next((g for g in ("党组", "党委", "党总支", "党支部") if phrase.name.startswith(g) and phrase.name != g), "")
            if back and own and not phrase.title.implies and phrase.body is None:  # 学院|党委书记甲: of its committee
                phrase.name, phrase.title = phrase.name.removeprefix(own), replace(phrase.title, implies=own)
            yield self._post(text, phrase, people, score, back)

    def _saluted(
        self, text: str, phrase: Phrase, people: list[Mention], found: Found, titled: Collection[tuple[str, str]]
    ) -> Iterator[Mention]:
        """甲校长: of the school told of last; 县人大乙主任: of the body before the name; a title told already is none."""
        if (people[0].text, _plain(phrase)) in titled:
            return
        start = people[0].start
        phrase.body, phrase.place = found.ending_at(Kind.ORGANISATION, start), found.ending_at(Kind.DISTRICT, start)
        office = _OFFICE.search(text, max(0, start - 10), start) if phrase.body is None and phrase.place is None else None
        if office is not None and phrase.name.endswith(_OFFICE_HEADS):  # 医务部|甲|主任
            value = BodyValue(office["office"], "", back=_HOLDERS)
            phrase.body = Mention(Kind.ORGANISATION, *office.span("office"), office["office"], "posts.body", 0.7, value)
            yield phrase.body
        back = self._back(text, phrase, behind=True)
        if phrase.body or phrase.place or phrase.relative or (back and phrase.title.sphere != "profession"):
            yield self._post(text, phrase, people, 0.7, back)

    def _post(self, text: str, phrase: Phrase, people: list[Mention], score: float, back: str) -> Mention:
        name = phrase.name
        body = phrase.body
        if body is not None and phrase.title_at < body.end < phrase.end and text[body.end : phrase.end] in titles():
            name = text[body.end : phrase.end]  # 第三中学|教师: 中学 is the school's
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

    @staticmethod
    def _back(text: str, phrase: Phrase, *, behind: bool = False) -> str:
        """The kind of body that a title without one looks back to: 校长 to the last school named."""
        if phrase.body is not None or phrase.place is not None or phrase.relative or phrase.title.implies:
            return ""
        if phrase.title.title in ("项目负责人", "项目经理", "项目总工", "项目部经理"):
            return "@project"
        at = phrase.title_at
        before = text[at - 1 : at]
        if phrase.title.sphere == "hospital" and phrase.name.startswith(("社区", "乡村", "村")):
            return ""
        made = text.endswith(("当选", "当选为"), 0, at) or _is_of_society(text)
        if made and phrase.name.endswith(_ELECTED):
            return _SOCIETY_KINDS  # 某协会换届，甲当选|会长, and whoever else has such a title in a report of it
        noun = _COMMON_HOLDER.search(text, max(0, at - 4), at)
        if noun is not None and not behind:
            return _KINDS_OF.get(noun.group(), noun.group())  # 合作社|负责人
        if not behind and text[at - 2 : at - 1] in tuple("该本我") and before in _OF_THAT:
            return next((kinds for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")  # 该校|校长
        if not behind and before and "\u4e00" <= before <= "\u9fff" and before not in "该从由和与及是为任兼的":
            known = re.search(r"[\u4e00-\u9fff]{2,8}$", text[max(0, at - 8) : at])
            part = known.group() if known else ""
            part = "" if _is_met(part) else part  # 送到|执行员
            if not part or part.endswith(_SECTIONS):
                return next((kinds for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")
            return next((f"{kinds}~{part}" for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")
        return next((kinds for tails, kinds in _LOOKS_BACK if phrase.name.endswith(tails)), "")

    @staticmethod
    def _inherit(text: str, chain: list[Phrase]) -> None:
        """A title without a body takes the one of the phrase before it: 区教育局党组书记、局长."""
        for phrase, after in itertools.pairwise(chain):
            alone = phrase.body is None and phrase.place is None and not phrase.relative and _is_of_group(phrase)
            if alone and after.body is None and after.place is None and after.relative in _TOWNS:
                committee = BodyValue(phrase.title.implies, "PartyBody", relative=after.relative)
                _take_party_group(phrase, None)
                if phrase.body is not None:
                    phrase.body = replace(phrase.body, value=committee)  # 党委委员、副镇长甲: of the town's party committee
        for before, phrase in itertools.pairwise(chain):
            held = before.body.value if before.body is not None else None
            led = isinstance(held, BodyValue) and held.core in _COMMITTEES
            if phrase.name in _CORPS_HEADS and led and isinstance(held, BodyValue) and _is_of_corps(held, text):
                phrase.body, phrase.place, phrase.relative = None, held.anchor, held.relative  # 师市党委书记、|政委
                continue
            if phrase.body is None and phrase.place is None and isinstance(held, BodyValue):
                if phrase.title.implies == "委" and held.core in _COMMITTEES:
                    phrase.body = before.body  # 镇党委副书记、政法委员
                elif phrase.relative and held.anchor is not None and held.anchor.text.endswith(phrase.relative):
                    phrase.place = held.anchor  # 西岸区委副书记、区长: of the same district, wherever the page lives
            bare = phrase.body.value if phrase.body is not None and phrase.body.by == "posts.body" else None
            inner = (
                isinstance(bare, BodyValue)
                and bare.core in ("工会", "总工会")
                and not (bare.anchor or bare.relative or bare.parent)
            )
            if inner and phrase.body is not None and before.body is None and before.title.implies in _PARTY_GROUPS:
                union = BodyValue("工会", "Association", back=_HOLDERS)  # 党委委员、|工会|主席: of the school or company told of
                phrase.body = replace(phrase.body, value=union)
            watched = _watched(bare if isinstance(bare, BodyValue) else None, before.body)
            if watched is not None and phrase.body is not None and isinstance(bare, BodyValue):
                phrase.body = replace(phrase.body, value=replace(bare, parent=watched))  # 某局党委委员、|纪委|书记: the bureau's
            elif _is_office(phrase.body) and before.body is not None and not _is_office(before.body):
                phrase.body = _within(phrase.body, before.body)  # 人大常委会委员、|教科文卫处|处长
            elif phrase.body is not None and phrase.body.by == "posts.body" and before.body is not None:
                phrase.body = _same_place(phrase.body, before.body)
            if (
                phrase.body is None
                and phrase.place is None
                and isinstance(held, BodyValue)
                and _has_party_group(held, phrase.title.implies)
            ):
                _take_party_group(phrase, before.body)
            if (
                phrase.body is not None
                or phrase.place is not None
                or phrase.relative
                or phrase.name.startswith(("国家", "国务", "中央"))
            ):
                continue
            if _COMMON_HOLDER.search(text, max(0, phrase.title_at - 4), phrase.title_at):
                continue  # 村党支部书记、合作社|负责人
            if phrase.name == "网格员" and isinstance(held, BodyValue) and held.core.endswith(("党支部", "党小组")):
                continue  # 网格党支部书记、|网格员: of the community
            if phrase.name == "代表" and isinstance(held, BodyValue) and held.core != "人大":
                continue  # 人大农村工委主任甲、代表|乙
            if before.body is not None and not phrase.title.implies:
                alone = (
                    isinstance(held, BodyValue)
                    and held.core in _PARTY_GROUPS
                    and not (held.parent or held.anchor or held.relative)
                )
                if not alone or phrase.name.endswith(_GROUP_TITLES):  # 合作社党支部书记、|理事长
                    phrase.body = _outer(before.body)
            elif before.body is None and before.place is not None:
                phrase.place = before.place
            elif before.body is not None and phrase.title.implies:
                value = before.body.value
                if isinstance(value, BodyValue):
                    phrase.place, phrase.relative = value.anchor, value.relative
            elif before.relative:
                phrase.relative = before.relative

    def _people_before(self, text: str, chain: list[Phrase], found: Found) -> list[Mention]:
        """甲是…执法人员; 甲，乙公司总经理; 徐甲书记."""
        first = chain[0]
        start = first.start
        by = "posts.before"
        if first.status == "former" and text[start - 1 : start] in ("原", "前"):
            start -= 1
        if first.body is None and first.place is None and len(chain) == 1 and _plain(first) in _SALUTED:
            for size in (3, 2):
                name = text[start - size : start] if start >= size else ""
                if size == 3 and name.endswith(("任", "为")):
                    continue  # 甲乙|任院长
                held = found.ending_at(Kind.ORGANISATION, start - size) is not None  # 县医院|甲院长
                free = not held and _opens(text, start - size, found)
                famous = len(name) == 3 and words().tag(name).startswith("nr")
                if name and (famous or (scorer().is_name(name, -2.0 if free else 1.0) and (free or held))):
                    return [_person(text, start - size, start, "posts.saluted", 0.8, first.title)]
            made = text.endswith(("为", "任", "为政府", "为人民政府", "当选", "届"), 0, start)
            if not made and _REMOVED.search(text, max(0, start - 8), start) is None:
                return []
        among = _AMONG.search(text, max(0, start - 5), start) if first.title.sphere == "leader" else None
        if among is not None:
            listed = self._listed_before(text, among.start(), found, first.title)
            return listed if len(listed) > 1 else []
        start = _past_places(text, start, found)
        noun = _COMMON_HOLDER.search(text, max(0, start - 4), start) if first.body is None and first.place is None else None
        start = noun.start() if noun is not None else start  # 任命甲兼任|协会|秘书长
        connector = _CONNECT.search(text, max(0, start - 8), start)
        if connector is None:
            removed = _REMOVED.search(text, max(0, start - 8), start)
            if (
                removed is not None
                and text.startswith(("职务", "一职"), chain[-1].end)
                and scorer().is_name(removed.group("name"), 4.0)
            ):
                for phrase in chain:
                    phrase.status = "former"
                return [_person(text, *removed.span("name"), "posts.removed", 0.85, first.title)]
            return []
        mark = connector.group()
        if mark.endswith(("成为", "是", "系")) and text.startswith("的", chain[-1].end):
            return []  # 甲成为社区工作人员|的好帮手, 乙是村主任|的儿子
        if mark[0] in "，：（—–" and len(mark) <= 2 and mark in ("，", "：", "（", "—", "——", "–"):
            if first.body is None and first.place is None and not first.relative:
                return []
            if mark == "：" or (not _PAUSE.match(text, chain[-1].end) and chain[-1].end < len(text)):
                return []
            if mark == "，" and re.search(r"、[一-龥]{2,4}$", text[max(0, connector.start() - 5) : connector.start()]):
                return []  # 副组长甲、乙，领导小组成员，…: a list of people, then of bodies
        if mark[-2:] in ("现任", "曾任", "历任", "时任", "担任") or mark.endswith("任"):
            line = text.rfind("\n", 0, start) + 1
            resume = _RESUME.search(text, max(line - 1, start - 200, 0), start)
            if resume is not None and scorer().is_name(resume.group("name"), 0.0):
                for phrase in chain:
                    phrase.status = phrase.status or ("former" if mark[-2:] in ("曾任", "历任") else "")
                return [_person(text, *resume.span("name"), "posts.resume", 0.85, first.title)]
        stop = connector.start()
        place = found.ending_at(Kind.DISTRICT, stop)
        if place is not None and place.text[-1] in "村镇乡县市区道社":
            stop = _before_trip(text, stop, found)  # 甲|到某镇某村|任第一书记
            if stop < 0:
                return []
            if first.body is None and not first.relative and first.place is None:
                first.place = place
        comrades = _COMRADES.search(text, max(0, stop - 9), stop)
        if comrades is not None:
            stop = comrades.start()  # 任命甲同志|为…, 甲、乙两位同志|辞去…
        for phrase in chain:
            phrase.status = phrase.status or _CHANGED.get(mark, "")
        if mark in ("为", "任", "担任", "不再担任", "当选为", "当选", "辞去", "代理"):
            among = _AMONG.search(text, max(0, stop - 5), stop)
            stop = among.start() if among is not None else stop
            listed = self._listed_before(text, stop, found, first.title)
            if len(listed) > 1:
                return listed
        paren = re.search(r"（[^（）]{1,12}）$", text[max(0, stop - 14) : stop])
        if paren is not None:
            stop -= len(paren.group())
        dotted = _DOTTED_BEFORE.search(text, max(0, stop - 20), stop) if "·" in text[max(0, stop - 8) : stop] else None
        if dotted is not None:
            begin = dotted.start() + scorer().sounds_from(dotted["first"]) % len(dotted["first"])
            if scorer().is_dotted_name(text[begin:stop]):
                return [_person(text, begin, stop, by, 0.85, first.title)]
        compound = stop >= 4 and text[stop - 4 : stop - 2] in scorer().compound
        for size in (4, 3, 2) if compound else (3, 2, 4):
            begin = stop - size
            if begin < 0:
                continue
            name = text[begin:stop]
            if name[0] == "长" and begin and "\u4e00" <= text[begin - 1] <= "\u9fff":
                continue  # 董事长|黄某，某联合会副会长
            sure = "选" in mark and size == 3 and scorer().is_name(name, 2.0)  # 种粮大户|甲|当选会长
            if sure or (scorer().is_name(name, -1.0) and _free(text, begin, found)):
                return [_person(text, begin, stop, by, 0.85, first.title)]
        return []

    @staticmethod
    def _listed_before(text: str, stop: int, found: Found, title: Title) -> list[Mention]:
        """The names of a list that ends before 为: 选举|甲（女）、乙、丙|为副县长."""
        people: list[Mention] = []
        while True:
            paren = _PAREN_END.search(text, max(0, stop - 14), stop)
            stop = paren.start() if paren is not None else stop
            stop -= 2 if text.endswith("同志", 0, stop) else 0
            for size in (3, 2, 4):
                start = stop - size
                listed = text[start - 1 : start] == "、"
                if people and listed and text[stop : stop + 1] == "、" and size < 4 and scorer().surname_at(text, start):
                    people.insert(0, _person(text, start, stop, "posts.before", 0.85, title))
                    break  # whatever its characters: an item among names
                if (
                    start >= 0
                    and scorer().is_name(text[start:stop], 1.0 if listed else -1.0)
                    and (listed or _free(text, start, found))
                ):
                    people.insert(0, _person(text, start, stop, "posts.before", 0.85, title))
                    break
            else:
                return people
            if text[start - 1 : start] != "、":
                return people
            stop = start - 1


_IS_ALSO = re.compile(
    "(?=[，他她也同是现曾历先担兼任])(?:，|(?:(?<=[，。；])|^)[他她])?"
    "(?:同时)?(?:也?是|现任|曾任|历任|先后任|先后担任|曾担任|担任|兼任|任)$"
)


def _subject(text: str, chain: list[Phrase], runs: Sequence[tuple[int, list[Mention]]]) -> list[Mention]:
    """甲毕业于某大学，历任|某学院教授, 代表乙关注加梯，她是|某社区主任: whom the sentence is about."""
    start = chain[0].start
    said = _IS_ALSO.search(text, max(0, start - 8), start)
    if said is None or said.start() == start or (chain[-1].end < len(text) and not text.startswith(_ENDS_POST, chain[-1].end)):
        return []
    known = any(phrase.body is not None or phrase.place is not None or phrase.relative for phrase in chain)
    if not known or not ("，" in text[said.start() - 1 : said.end()] or text[said.start()] in "他她"):
        return []
    at = max(text.rfind(mark, 0, said.start()) for mark in "。！？；：\n”") + 1
    told = runs[-1][1] if runs and runs[-1][1][0].start >= at else []
    people = told if len(told) == 1 and not any(first >= at for first, _ in runs[:-1]) else []
    if not people and not told:
        age = _AGED.match(text, at)
        at = age.end() if age is not None else at
        size, margin = scorer().read(text, at, -1.0)
        people = [_person(text, at, at + size, "posts.subject", 0.8, chain[0].title)] if size and margin > _CLEAR else []
    former = said.group().endswith(("曾任", "历任"))
    for phrase in chain if people and former else ():
        phrase.status = phrase.status or "former"
    return people


_AGED = re.compile(r"(?:今年)?\d{2}岁的")
_ENDS_POST = ("，", "。", "；", "！", "？", "\n", "”", "等职", "一职", "期间", "时")
_DONE_WITH = ("完", "到", "见", "过", "出", "给")


def _is_met(part: str) -> bool:
    """Whether what stands before a bare title is a verb or a preposition: 送到|执行员甲, not 退休|教师乙."""
    last = words().cut(part)[-1] if part else ""
    if words().tag(part[-2:]) == "v" and part.endswith(_DONE_WITH):
        return True  # 听完|校长甲
    return bool(last) and breaks_chain(last) and not last.endswith("休")


# Who heads a task force: 成立由甲任组长、乙任副组长的|某某领导小组.
_FORCE_HEADS = ("组长", "副组长", "指挥长", "指挥", "总指挥", "队长", "专班长", "召集人")
_FORCE_ENDS = ("小组", "组", "指挥部", "专班", "办公室", "队")
_SECRETARIES = ("秘书长", "副秘书长")


def _is_chamber(body: Mention | None) -> bool:
    return body is not None and isinstance(body.value, BodyValue) and body.value.core in ("政协", "人大常委会", "人大")


_MADE_HEAD = re.compile("(?:任|为|担任|兼任|兼|由)(?:第一|常务|执行)?$")
_OF_FORCE = re.compile(r"(?:[、，；][^。\n]{2,90}?(?:组长|指挥长|总指挥|指挥|成员|组员|队长))*的")
_NEAR_FORCE = 160  #: characters of a paragraph over which a head looks back to its task force


def _is_made_head(text: str, phrase: Phrase) -> bool:
    """Whether someone is said to be made the head of a task force: 任组长."""
    at = phrase.title_at
    return phrase.name.endswith((*_FORCE_HEADS, "书记")) and _MADE_HEAD.search(text, max(0, at - 4), at) is not None


def _is_quoted(text: str, phrase: Phrase) -> bool:
    """Whether a title stands in quotation marks by itself: “第一书记”."""
    return text[phrase.title_at - 1 : phrase.title_at] == "“" and text.startswith("”", phrase.end)


def _are_unnamed(text: str, phrase: Phrase) -> bool:
    """Whether a title speaks of several without their names: 有关负责人, 主要领导."""
    some = ("有关", "相关", "主要", "分管")
    return phrase.name.startswith(some) or text.endswith(some, 0, phrase.title_at)


def _is_seat(text: str, body: Mention) -> bool:
    """Whether an office is told of, not named for its own head: not 由县委办公室|副主任甲兼任办公室主任."""
    return body.text.endswith("办公室") and not text.startswith(("主任", "副主任", "常务副主任", "党组", "工作人员"), body.end)


def _seat_headed(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """The office of a task force that someone is made the head of: 兼任|办公室|主任."""
    at = phrase.title_at - 3
    if not text.startswith("办公室", at) or _MADE_HEAD.search(text, max(0, at - 4), at) is None:
        return None
    floor = max(text.rfind("\n", 0, at), at - _NEAR_FORCE)
    near = (
        b for b in found.before(Kind.ORGANISATION, at) if b.start <= floor or b.by == "organisations.seated" or _is_seat(text, b)
    )
    seat = next(near, None)
    return seat if seat is not None and seat.start > floor else None


def _force_headed(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """The task force that someone is made the head of: behind 的, or told just before."""
    if not _is_made_head(text, phrase):
        return None
    of = _OF_FORCE.match(text, phrase.end)
    behind = found.starting_at(Kind.ORGANISATION, of.end()) if of is not None else None
    if behind is not None and _is_force(behind):
        return behind
    floor = max(text.rfind("\n", 0, phrase.start), phrase.start - _NEAR_FORCE)
    branch = phrase.name.endswith("书记")  # 成立某小区临时党支部，由甲任|书记
    floor = max(floor, text.rfind("。", 0, phrase.start)) if branch else floor
    for body in found.before(Kind.ORGANISATION, phrase.start):
        if body.start <= floor:
            return None
        if body.text.endswith(_GROUP_ENDINGS[1:]) if branch else _is_force(body):
            return body
    return None


_BOARD = re.compile("[一-龥]{0,6}(?:组成人员|成员|领导班子|负责人|领导)(?:候选人)?(?:名单)?(?:如下|为|是|有)?：")


def _take_board(text: str, phrase: Phrase, found: Found) -> None:
    """某委员会组成人员名单：|主任委员甲: of the body whose members are listed."""
    if phrase.body is not None or phrase.place is not None or phrase.relative or phrase.title.implies:
        return
    body = next(found.before(Kind.ORGANISATION, phrase.start), None)
    if body is not None and _BOARD.fullmatch(text, body.end, phrase.start):
        phrase.body = body


def _is_force(body: Mention) -> bool:
    value = body.value
    return isinstance(value, BodyValue) and value.subtype == "TaskForce" and body.text.endswith(_FORCE_ENDS)


def _give(text: str, chain: list[Phrase], following: Sequence[list[Phrase]], found: Found) -> None:
    """副指挥长由|副县长甲、农业农村局局长乙|担任: who is made the head, told behind it."""
    people: list[Mention] = []
    end = chain[-1].end + 1
    for other in following:
        if not other[-1].people or _PAREN.sub("", text[end : other[0].start]) not in ("", "、", "和", "及"):
            return
        people += other[-1].people
        end = people[-1].end
        if text.startswith(("担任", "兼任", "任"), end) or (text.startswith("（", end) and "担任" in text[end : end + 12]):
            break
    else:
        return
    chain[-1].people = people
    if chain[0].body is None and chain[0].place is None:
        floor = max(text.rfind("\n", 0, chain[0].start), chain[0].start - _NEAR_FORCE)
        told = next((b for b in found.before(Kind.ORGANISATION, chain[0].start) if b.start <= floor or _is_force(b)), None)
        chain[0].body = told if told is not None and told.start > floor else None


def _with_joined(text: str, people: list[Mention], runs: Sequence[tuple[int, list[Mention]]]) -> list[Mention]:
    """县委副书记甲和|县委常委乙|任副组长: all who are told of in one breath before a post."""
    joined, first = people, -1
    for start, told in reversed(runs):
        if first < 0 and told[-1].end == people[-1].end:
            joined = told if len(told) > len(people) else people
        elif first < 0 or _PAREN.sub("", text[told[-1].end : first]) not in ("、", "，", "和", "及", "与", "以及"):
            return joined
        else:
            joined = [*told, *joined]
        first = start
    return joined


def _is_office(body: Mention | None) -> bool:
    """Whether a body is an office that only another body has: 立案庭, 教科文卫处."""
    return body is not None and isinstance(body.value, BodyValue) and body.value.back == _HOLDERS


_WATCHED = ("局", "公司", "集团", "医院", "学校", "学院", "大学", "银行", "厅")


def _watched(watch: BodyValue | None, before: Mention | None) -> Mention | None:
    """The bureau or company whose commission of discipline a bare 纪委 or 纪检组 behind a post in it is."""
    if watch is None or watch.core not in ("纪委", "纪检组") or watch.anchor or watch.relative or watch.parent or before is None:
        return None
    outer = _outer(before)
    return outer if isinstance(outer.value, BodyValue) and outer.value.core.endswith(_WATCHED) else None


def _own_office(office: Mention | None, held: BodyValue | None, before: Phrase) -> Mention | None:
    """An office of the district whose heads are told before it: 副县长甲、|招商引资办|主任乙."""
    if office is None or not isinstance(office.value, BodyValue) or not office.text.endswith(("办", "中心")):
        return None
    place, relative = (held.anchor, held.relative) if held is not None else (before.place, before.relative)
    of_district = held is None or (held.parent is None and (held.core in _WITH_OFFICES or held.core.endswith(("办", "中心"))))
    if not of_district or (place is None and not relative):
        return None
    return replace(office, value=BodyValue(office.value.core, "GovernmentBody", anchor=place, relative=relative))


def _within(office: Mention | None, holder: Mention) -> Mention | None:
    """An office of the body told of before, or of the one that this is an office of itself."""
    outer = holder.value
    if office is None or not isinstance(office.value, BodyValue) or not isinstance(outer, BodyValue) or outer.back:
        return office
    holder = outer.parent if outer.parent is not None and not outer.proper else _outer(holder)
    return replace(office, value=BodyValue(office.value.core, outer.subtype, parent=holder))


def _has_party_group(body: BodyValue, group: str) -> bool:
    """Whether 党委书记 behind a post in a body is its own committee's: of a bureau or a hospital, not of a town's government."""
    own = (*_OWN_PARTY, "人大常委会", "政协") if group == "党组" else _OWN_PARTY
    return bool(body.proper or body.back) or body.core.endswith(own)


def _same_place(body: Mention, before: Mention) -> Mention:
    """A bare body takes the district of the body before it in the chain: 区委常委、统战部部长."""
    value, other = body.value, before.value
    if not isinstance(value, BodyValue) or not isinstance(other, BodyValue) or value.anchor is not None or value.relative:
        return body
    if value.core in _PARTY_GROUPS and _has_party_group(other, value.core):
        return replace(body, value=replace(value, parent=before))  # 联合会会长、党委书记: its own
    party = value.subtype == "PartyBody" and other.core == "委" and not value.core.startswith(("党", "纪"))
    return replace(body, value=replace(value, anchor=other.anchor, relative=other.relative, parent=before if party else None))


# Who commands a division, a regiment or a company of the Xinjiang corps, which are its cities, towns and villages.
_CORPS_HEADS = ("政委", "副政委", "师长", "副师长", "团长", "副团长")
_COMMANDS = {"团长": "团", "副团长": "团", "连长": "连", "副连长": "连", "指导员": "连"}


def _is_of_corps(body: BodyValue, text: str) -> bool:
    return (body.anchor is not None and body.anchor.by == "districts.corps") or (body.relative == "市" and "师市" in text)


def _take_corps_place(text: str, phrase: Phrase, found: Found) -> None:
    """团长甲, 连长乙, 团党委副书记丙 on a page of the corps: of the regiment or company told of last."""
    unit = _COMMANDS.get(phrase.name, "")
    group = phrase.name[:2]
    if group == "党委" and len(phrase.name) > 2 and text[phrase.title_at - 1 : phrase.title_at] == "团":
        for place in found.before(Kind.DISTRICT, phrase.start):
            if place.by == "districts.corps" and place.text.endswith("团"):
                start = phrase.title_at
                value = BodyValue(group, "PartyBody", anchor=place)
                phrase.body = Mention(Kind.ORGANISATION, start, start + 2, group, "posts.body", 0.8, value)
                phrase.name, phrase.title_at, phrase.place, phrase.relative = phrase.name[2:], start + 2, None, ""
                return
    if not unit or phrase.relative or phrase.place is not None or (phrase.body is not None and phrase.body.by != "posts.body"):
        return
    for place in found.before(Kind.DISTRICT, phrase.start):
        if place.by == "districts.corps" and place.text.endswith(unit):
            phrase.body, phrase.place = None, place
            return


_WITH_OFFICES = ("委", "政府", "人大常委会", "政协")


def _take_general_office(text: str, before: Phrase, phrase: Phrase) -> None:
    """区委常委、|办公室|主任: the committee's general office."""
    held = before.body.value if before.body is not None else None
    start = phrase.title_at - 3
    outer = _outer(before.body) if before.body is not None else None  # 县政协党组成员、|办公室|主任: of the 政协
    told = start > before.end and phrase.body in (before.body, outer) and text.startswith(("办公室", "办公厅"), start)
    if told and isinstance(held, BodyValue) and phrase.body is not None and isinstance(phrase.body.value, BodyValue):
        held = phrase.body.value
    if told and isinstance(held, BodyValue) and (held.core in _WITH_OFFICES or held.core.endswith(("局", "法院", "检察院"))):
        name = text[start : start + 3]
        value = BodyValue(name, held.subtype, parent=phrase.body)
        phrase.body = Mention(Kind.ORGANISATION, start, start + 3, name, "posts.body", 0.8, value)


_SOCIETY_MEETS = re.compile("[^，。\n]{2,24}?(?:协会|(?<!协)商会|研究会|促进会|联谊会|学会)(?:换届|[^，。\n]{0,24}大会)")


def _is_of_society(text: str) -> bool:
    """Whether the headline tells of a society: 某作家协会换届."""
    return _SOCIETY_MEETS.match(text) is not None


def _is_society(body: Mention | None) -> bool:
    return body is not None and body.text.endswith(_SOCIETY_WORDS)


def _is_committee(body: Mention | None) -> bool:
    return body is not None and isinstance(body.value, BodyValue) and body.value.core in _COMMITTEES


def _is_of_group(phrase: Phrase) -> bool:
    """党组成员, 党委书记: whether a title begins with the party group that it is held in."""
    group = phrase.title.implies
    return group in _PARTY_GROUPS and phrase.name.startswith(group) and len(phrase.name) > len(group)


def _listed_body(body: Mention | None, phrase: Phrase) -> Mention | None:
    """The body that a title in a list takes from the one before: 政协党组成员甲，秘书长乙, 政治部主任丙和党组成员丁."""
    if body is None:
        return None
    value = body.value
    if _is_of_group(phrase) and isinstance(value, BodyValue) and value.parent is not None and not value.proper:
        return value.parent
    return body if phrase.name.endswith(_GROUP_TITLES) else _outer(body)


def _take_party_group(phrase: Phrase, holder: Mention | None) -> None:
    """协会会长、|党委|书记: the party committee of the body told of before."""
    group = phrase.title.implies
    if _is_of_group(phrase):
        start = phrase.title_at
        value = BodyValue(group, "PartyBody", parent=holder)
        phrase.body = Mention(Kind.ORGANISATION, start, start + len(group), group, "posts.body", 0.8, value)
        phrase.name, phrase.title_at = phrase.name.removeprefix(group), start + len(group)


def _word_start(text: str, start: int) -> bool:
    """Whether a word begins at ``start``."""
    if start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return True
    left = text[max(0, start - 3) : start]
    position = 0
    for piece in words().cut(left + text[start : start + 4]):
        if position == len(left):
            return True
        position += len(piece)
    return False


def _plain(phrase: Phrase) -> str:
    """副局长 → 局长: people are called by it without the 副."""
    return phrase.name.removeprefix("名誉").removeprefix("常务").removeprefix("专职").removeprefix("副")


def _past_places(text: str, start: int, found: Found) -> int:
    """Before the places that a body is said to lie in: 甲是|某街道辖区|某厂书记."""
    if text.endswith(("辖区", "境内", "辖区内"), 0, start):
        start -= 3 if text.endswith("辖区内", 0, start) else 2
    while True:
        place = found.ending_at(Kind.DISTRICT, start)
        if place is None and text.endswith(_TOWNS, 0, start):  # 某区|广外街道|某社区党委书记: a short name that no list has
            place = next((p for n in range(3, 6) if (p := found.ending_at(Kind.DISTRICT, start - n)) is not None), None)
        if place is None:
            return start
        start = place.start


_INNER = (
    "研究中心",
    "研究院",
    "研究所",
    "实验室",
    "学院",
    "中心",
    "教研室",
    "教研部",
    "分院",
    "分公司",
)  #: parts that bodies are named with
_OF_OFFICES = ("主任", "副主任", "干事", "科员")  #: titles that an office before them may hold
_OFFICES = ("室", "部", "科", "处", "股")


def _body_of_field(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """某中学|初三|语文教师甲, 某公司|西南|总经理乙: the body before a word or two that say what someone does in it, or where."""
    at = phrase.title_at
    if not "\u4e00" <= text[at - 1 : at] <= "\u9fff" or phrase.title.sphere == "leader":
        return None
    chamber = phrase.name.endswith("庭长") and text[at - 1] == "庭"  # 某法院|刑事审判第一庭|庭长
    if not chamber and (phrase.title.implies or phrase.title.sphere in _CHAMBERED):
        return None
    inner = chamber or text.endswith(_INNER, 0, at)
    far = at - 16 if inner else at - 8
    body = next((m for n in range(at - 2, far, -1) if (m := found.ending_at(Kind.ORGANISATION, n)) is not None), None)
    if body is None or any(found.between(kind, body.end, at) for kind in _HOLDS):
        return None
    named = (
        text.startswith("、", phrase.end)
        or scorer().read(text, phrase.end, 2.0)[0]
        or _CONNECT.search(text, max(0, body.start - 8), body.start) is not None
    )
    field, value = text[body.end : at], body.value
    pieces = words().cut(field) if named and not any(find_titles(field)) and isinstance(value, BodyValue) else []
    whole = isinstance(value, BodyValue) and (value.proper or chamber)
    office = bool(pieces) and phrase.name in _OF_OFFICES and pieces[-1].endswith(_OFFICES)
    if (inner or office) and pieces and whole and isinstance(value, BodyValue) and not breaks_chain(pieces[0]):
        part = BodyValue(field, value.subtype, parent=body)  # 某大学|立法研究中心|研究员
        return Mention(Kind.ORGANISATION, body.start, at, text[body.start : at], "posts.body", 0.8, part)
    plain = bool(pieces) and all(words().tag(piece)[0] in "nsfbmjtz" for piece in pieces)
    if not plain or scorer().is_name(field[-3:], 1.0) or scorer().is_name(field[-2:], 0.0):
        return None
    if phrase.name not in _HEADED_BY or not isinstance(value, BodyValue) or has_staff(body):
        return body
    end = at if field.endswith(phrase.name[0]) else at + 1
    own = BodyValue(text[body.end : end], value.subtype, parent=body)  # 某工作队|业务部|部长
    return Mention(Kind.ORGANISATION, body.start, end, text[body.start : end], "posts.body", 0.8, own)


def _before_trip(text: str, end: int, found: Found) -> int:
    """Where the words for going to the places that end at ``end`` begin: 甲|到某镇某村; -1 where none stand."""
    start = _past_places(text, end, found)
    return start - 1 if text[start - 1 : start] in ("到", "赴", "在", "去", "来") else -1


def _department_before(text: str, end: int) -> tuple[int, Form, str] | None:
    """A department that ends right before ``end``, by itself or with its party group (林业局|党组): start, form, group."""
    for size in range(min(14, end), 1, -1):
        start = end - size
        form = match_department(text, start)
        if form is None or form[0] in _NO_BARE_BODY:
            continue
        group = text[start + len(form[0]) : end]
        if (not group or group in _PARTY_GROUPS) and (_word_start(text, start) or text[start - 1 : start] == "校"):
            return start, form, group
    return None


def _employer(body: Mention) -> Mention:
    """A doctor's post is held in the hospital, not in its ward."""
    value = body.value
    if (
        isinstance(value, BodyValue)
        and value.parent is not None
        and value.subtype == "PublicInstitution"
        and body.text.endswith(("科", "室", "病区"))
    ):
        return value.parent
    return body


_TAUGHT = ("学校", "小学", "中学", "大学", "学院", "医院", "幼儿园")
_TRADED = ("公司", "集团", "厂", "银行", "合作社")


def _take_group(phrase: Phrase) -> None:
    """党委副书记 in the party committee told of before is its 副书记; 某镇现任|党委书记: of the town's party committee."""
    group = phrase.title.implies
    if not _is_of_group(phrase):
        return
    if phrase.body is not None:
        value = phrase.body.value
        if isinstance(value, BodyValue) and value.core.endswith(group):
            phrase.name = phrase.name.removeprefix(group)
    elif phrase.place is not None:
        start = phrase.title_at
        value = BodyValue(group, "PartyBody", anchor=phrase.place)
        phrase.body = Mention(Kind.ORGANISATION, start, start + len(group), group, "posts.body", 0.8, value)
        phrase.name, phrase.place = phrase.name.removeprefix(group), None


def _outer(body: Mention) -> Mention:
    """The body that a party group sits in: 区教育局党组 → 区教育局."""
    value = body.value
    if not isinstance(value, BodyValue):
        return body
    if value.parent is not None and value.core.startswith(("分党组", "党组", "党委", "党支部", "党总支", "总支", "机关党委")):
        return value.parent
    group = next((g for g in ("分党组", "党组", "党委", "党总支", "党支部") if value.core.endswith(g)), "")
    if value.parent is None and group and len(value.core) > len(group) + 2:
        core = value.core.removesuffix(group)
        kind = "PublicInstitution" if core.endswith(_TAUGHT) else "Enterprise" if core.endswith(_TRADED) else "GovernmentBody"
        return replace(
            body,
            end=body.end - len(group),
            text=body.text.removesuffix(group),
            value=replace(value, core=core, subtype=kind),
            by="posts.body",
        )
    return body


def _is_behind(text: str, phrase: Phrase, found: Found) -> bool:
    """县医院甲院长、|县人社局副局长乙: whether a body and a name stand before a title, which then is that name's."""
    if phrase.body is not None or phrase.place is not None or _plain(phrase) not in _SALUTED:
        return False
    starts = (phrase.start - size for size in (3, 2) if phrase.start >= size)
    return any(
        found.ending_at(Kind.ORGANISATION, start) is not None and scorer().is_name(text[start : phrase.start], 1.0)
        for start in starts
    )


def _is_saluted(text: str, phrase: Phrase) -> bool:
    """Whether a name that the text has elsewhere with its title before it stands before a bare title."""
    if _plain(phrase) not in _SALUTED:
        return False
    return any(_told_before(text, text[phrase.start - size : phrase.start], phrase.start - size) for size in (3, 2))


def _told_before(text: str, name: str, end: int) -> bool:
    at = text.find(name, 0, max(end, 0)) if name and scorer().is_name(name, -2.0) else -1
    return at > 1 and any(text[at - size : at] in titles() for size in (2, 3, 4))


def _opens(text: str, position: int, found: Found) -> bool:
    """Whether a name with its title behind it may begin at ``position``: _free, or behind an adverb or verb (接着|甲校长)."""
    if _free(text, position, found) or _OFFICE.search(text, max(0, position - 10), position) is not None:
        return True
    word = text[max(0, position - 2) : position]
    return words().frequency(word) > 0 and words().tag(word)[0] in "cdvt" and _word_start(text, position)


def _free(text: str, position: int, found: Found) -> bool:
    """Whether a name may begin at ``position``: after a mark, a line, a stop word or another mention."""
    if position == 0 or not "\u4e00" <= text[position - 1] <= "\u9fff":
        return True
    if any(found.ending_at(kind, position) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT, Kind.POST)):
        return True
    if any(text[position - size : position] in _told_by() for size in (2, 3, 4) if position >= size):
        return True  # 村党总支书记|甲任理事长, 致富带头人|甲接任村党支部书记
    return text[position - 1] in "和与及由对向让给把被叫是的跟请据为" or text[max(0, position - 2) : position] in (
        "关于",
        "过了",
        "通过",
        "贯彻",
        "落实",
        "传达",
        "学习",
        "根据",
        "按照",
        "陪同",
        "同志",
        "任命",
        "免去",
        "提名",
        "选举",
        "补选",
        "推选",
        "聘任",
        "聘请",
        "接受",
        "决定",
        "同意",
        "批准",
        "推荐",
    )


def _person(text: str, start: int, end: int, by: str, score: float, title: Title | None) -> Mention:
    return Mention(Kind.PERSON, start, end, text[start:end], by, score, PersonValue(title.person if title else ""))


def read_names(
    text: str, position: int, found: Found, title: Title | None, *, first_prior: float, by: str = "posts.after"
) -> list[Mention]:
    """The names that begin at ``position``: one, or a list with 、 and 和."""
    people: list[Mention] = []
    prior = first_prior
    if (
        text.startswith("及", position)
        and first_prior < _SURE + 1
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
        if not size and prior > _SURE:
            size, margin = _in_roll(text, position, found) or _in_company(text, position), 3.5
        if not size:
            break
        if size == 3 and "\u4e00" <= text[position + 3 : position + 4] <= "\u9fff" and _told_shorter(text, position):
            size = 2
        elif size == 2 and _told_longer(text, position):
            size = 3
        end = position + size
        if size > 2 and text[end - 1] == "任" and _title_follows(text, end) and scorer().is_name(text[position : end - 1], 0.0):
            end -= 1  # 县委书记甲|任副组长
        if size > 2 and text[end - 1] in "来到赴" and _goes_on(text, position, end, found):
            end -= 1  # 副巡视员甲|来某县调研
        if text.startswith(_GRADES, position):
            break  # 学生代表|高二（1）班
        if _COMES.match(text, position) or _is_governed(text, position, end) or _governs(text, position, found):
            break  # 县政协领导|来丰考察, 负责人|向甲的父母表达
        if text[position] == "任" and any(
            _title_follows(text, position + size) for size in (2 if text[position + 1 : position + 2] in ("双", "总") else 1, 1)
        ):
            break  # 干部任|副总指挥, 领导任|双组长
        if (
            (not people and _title_follows(text, position) and not (prior > 2 and size == 3 and text[position + 1] == "长"))
            or text.startswith(_POLITE, position + 1)
            or "某" in text[position:end]
        ):
            break
        if people and text.startswith(_OWN_TITLES, end):
            break  # 主任甲、|乙副校长等: he has a title of his own
        if text[end - 1] in "镇乡村" and found.starting_at(Kind.DISTRICT, end) is not None:
            break  # 书记：|石佛镇|某村甲
        people.append(_person(text, position, end, by, 0.97 if margin > 3 else 0.85, title))
        paren = _PAREN.match(text, end)
        if paren is not None:
            end = paren.end()
        if text.startswith("、", end):
            position, prior = end + 1, 2.0
        elif text.startswith(("和", "及"), end) or (text.startswith("与", end) and len(people) > 1):  # 副县长甲|与乙交谈
            position, prior = end + 1, -1.0
        elif text.startswith(" ", end) and len(people) >= 1 and by == "posts.after":
            position, prior = end + 1, 1.0
        else:
            break
        if _title_follows(text, position) or (match_department(text, position) is not None and prior < 2):
            break
    return people


def _is_whom(text: str, position: int) -> tuple[int, int] | None:
    """队长|是|甲。, 领队|是67岁的传承人|乙，: the one who is said to hold a title, to the mark."""
    told = _IS_WHOM.match(text, position)
    if told is None:
        return None
    for size in (3, 2):
        start = told.end() - size
        before = text[told.start("who") : start]
        if start < told.start("who") or (before and not any(before[-n:] in _told_by() for n in (2, 3, 4))):
            continue
        if scorer().is_name(text[start : told.end()], 1.0):
            return start, told.end()
    return None


_IS_WHOM = re.compile(r"就?是(?:\d+岁的)?(?P<who>[一-龥]{2,12})(?=[，。；、])")


def _told_shorter(text: str, position: int) -> bool:
    """Whether the text has the first two characters of a name of three twice as a name elsewhere: 王立|夜查某处。王立强调."""
    short, name = text[position : position + 2], text[position : position + 3]
    if text.count(short) < text.count(name) + 2:
        return False
    at, alone = -1, 0
    while (at := text.find(short, at + 1)) >= 0 and alone < 2:
        alone += not text.startswith(name, at) and scorer().read(text, at, 0.0)[0] == 2
    return alone > 1


def _told_longer(text: str, position: int) -> bool:
    """Whether two characters of a name never stand without a third that makes no word behind: 张自有|主持, 张自有|当选."""
    short, name = text[position : position + 2], text[position : position + 3]
    if text.count(short) < 2 or text.count(short) != text.count(name):
        return False
    if name[-1:] in _NEVER_LAST or not scorer().is_name(name, 2.0):
        return False
    at, following = -1, set()
    while (at := text.find(name, at + 1)) >= 0:
        following.add(text[at + 3 : at + 4])
        if words().frequency(text[at + 2 : at + 4]):
            return False
    return len(following) > 1


_TRIP = re.compile("(?:考察|调研|督查|检查|视察|参观|指导|督导|学习|交流|洽谈|访问|慰问|走访|观摩|看望|开展|出席|参加)")


_GRADES = tuple(f"{school}{year}" for school in "初高" for year in "一二三")
_OWN_TITLES = ("副校长", "副院长", "副局长", "副主任", "副书记", "副镇长", "副县长", "副总经理", "副会长")


def _goes_on(text: str, start: int, end: int, found: Found) -> bool:
    """Whether a name's last character is the verb of a trip: 甲|来|某县|调研."""
    place = found.starting_at(Kind.DISTRICT, end)
    if place is None or not scorer().is_name(text[start : end - 1], 1.0):
        return False
    return _TRIP.match(text, place.end) is not None or text.count(text[start : end - 1]) > text.count(text[start:end])


def _is_governed(text: str, start: int, end: int) -> bool:
    """负责人|向甲: whether a name begins with a word that governs one, and the text has the rest by itself."""
    rest = text[start + 1 : end]
    if text[start] not in "向由从" or len(rest) < 2 or not scorer().is_name(rest, 0.0):
        return False
    return text.count(rest) > text.count(text[start:end])


def _governs(text: str, position: int, found: Found) -> bool:
    """负责人|向|某合作社|授牌, 甲、|原|某区委副书记: whether a word before a noun stands here, and a body or place behind it."""
    return text[position] in "向由从原" and any(
        found.starting_at(kind, position + 1) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT)
    )


def _in_roll(text: str, position: int, found: Found) -> int:
    """区监委主任|庄严|，副区长甲: a word that a roll of officials has between a title and the next one."""
    item = _ITEM.match(text, position)
    end = item.end() if item is not None else position
    quality = words().tag(text[position:end])[:1] == "a"  # 庄严, not 班子 or 要求
    if end - position != 2 or text[end] not in "，、；" or not quality or not scorer().surname_at(text, position):
        return 0
    follows = any(found.starting_at(kind, end + 1) is not None for kind in _HOLDS) and not _title_follows(text, position)
    return 2 if follows or _title_follows(text, end + 1) else 0


_IN_COMPANY = re.compile("(?P<name>[一-龥]{2})(?:等(?:人|领导|同志)?)?(?:陪同|一同(?=[参出调前])|随同|迎接)")


def _in_company(text: str, position: int) -> int:
    """地委书记|多托|等陪同: two characters without a surname that are no word, between a sure title and who goes along."""
    match = _IN_COMPANY.match(text, position)
    if match is None or words().frequency(match["name"]) or _title_follows(text, position):
        return 0
    first, last = match["name"][0], match["name"][1]
    return 0 if first in "也都还又曾将已一同全等均皆" or last in SINGLE_STOPS or last in _NEVER_LAST else 2


def _named_so(place: Mention, prior: float) -> bool:
    """市长金华, 副县长安康: after a sure title the bare name of a city is a person's, where it can be one."""
    if len(place.text) == 3 and place.text[-1] == "村":  # 市委书记甲某村: nobody heads a village by so high a title
        return prior > _SURE and not place.by.endswith("listed") and scorer().is_name(place.text, 0.0)
    bare = 2 <= len(place.text) <= 3 and place.text[-1] not in "市县区镇乡村州"
    return prior > _SURE and bare and scorer().is_name(place.text, prior)


def _begins_name(text: str, place: Mention, prior: float) -> bool:
    """政委|江苏长，: a city's bare name and one character more between a sure title and a mark."""
    end = place.start + 3
    if prior <= _SURE or len(place.text) != 2 or "\u4e00" <= text[end : end + 1] <= "\u9fff":
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


def _title_follows(text: str, position: int) -> bool:
    """Whether another title begins here (区委副书记、区长): then no name does."""
    return any(text[position : position + size] in titles() for size in (6, 5, 4, 3, 2))


__all__ = ["Phrase", "PlaceValue", "Posts", "Title", "find_titles", "read_names", "titles"]
