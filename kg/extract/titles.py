"""Titles of posts and callings, where they stand as words: 区长, 副主任医师; and those of no list: 某村|专职巡察员|甲.

A ``Phrase`` is a title with what it is held in and by whom, filled by the modules above: 某县|住建局|副局长|甲.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg import seeds
from kg.extract.base import Found
from kg.extract.edges import breaks_chain, ends_with_title
from kg.extract.names import scorer
from kg.model import Kind, Mention
from kg.scanner import Scanner
from kg.words import words


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
    """The titles of the lexicon by their words."""
    return {row.title: Title(row.title, row.head, row.rank, row.sphere, row.implies, row.person) for row in seeds.titles()}


@lru_cache(maxsize=1)
def told_by() -> frozenset[str]:
    """What people are called before their names: titles, and 村民, 退休职工."""
    return frozenset(titles()) | {row.word for row in seeds.not_titles()}


# What may not follow a title, because the two make another word (书记员, 委员会, 队长期).
_NOT_AFTER = {
    "长": "期效远度久达假短征处足",
    "员": "会",
    "工": "业作厂",
    "席": "团台国",
    "书记": "员处",
    "事": "会长业创",
    "秘书": "科处室股",
    "代表": "性作团队处着大",
    "主任": "务会",
    "主管": "理部单机",
    "教师": "节",
    "护士": "节",
    "医师": "节",
    "记者": "节",
    "经理": "念人",
    "教授": "级",
    "委员": "会",
    "常委": "议",
    "总工": "会",
}
_RANKS = frozenset({"上校", "中校", "少校", "大校"})
_RANKED = ("医师", "护师", "药师", "技师", "检验师", "科员", "编辑", "记者", "督学", "法医师")
_ASSISTED = ("长", "主任", "经理", "总裁", "主席")  #: titles that have an assistant
_ASSISTS = re.compile("(?:特别|项目|行政|高级)?助理")
SURE_PRIOR = 4.0  #: prior of a name right after a title with its body
_TITLES = Scanner(lambda: sorted(titles()), str)


def find_titles(text: str) -> Iterator[tuple[int, int, Title]]:
    """Every title of the lexicon that stands as a word."""
    table = titles()
    for start, end, name in _TITLES.find(text):
        following = text[end : end + 1]
        if following == "长" and name in _RANKS:  # 一中|校长
            start, end, name = end - 1, end + 1, "校长"
            following = text[end : end + 1]
        if name == "文书" and following == "记" and "书记" in table:
            start, end, name, following = end - 1, end + 1, "书记", text[end + 1 : end + 2]  # 李瑞文|书记
        if (
            following in ("江", "城", "沙", "春", "治", "大", "者", "三")
            and name.endswith("长")
            and text[start - 1 : start] in ("全", "该", "本", "我", "沿", "各", "跨")
        ):
            continue  # 全市长江流域
        if end - start == 2 and name[1] == "长" and _is_name_inside(text, start):
            continue  # 秘书长|路长某
        if name == "队员" and text.endswith("少先", 0, start):
            continue  # 少先|队员: a pupil
        if (
            name == "干部"
            and not (scorer().surname_at(text, end) and scorer().read(text, end, 1.0)[0])
            and not (following in ("", "，", "。", "；", "、") and _SAID_TO_BE.search(text, max(0, start - 24), start))
        ):
            continue  # 援外干部|组, 干部|和主任甲; but 甲是某局|干部
        assists = _ASSISTS.match(text, end) if following and following in "助特项行高" and name.endswith(_ASSISTED) else None
        if assists is not None:  # 处长|助理, 董事长|特别助理
            held, name = name, name + assists.group()
            yield start, assists.end(), table.get(name) or replace(table[held], title=name, head=name, implies="")
            continue
        if (
            following
            and any(name.endswith(tail) and following in stops for tail, stops in _NOT_AFTER.items())
            and not (following == "达" and scorer().is_name(text[end : end + 3], SURE_PRIOR))  # 局长|达某某, not 区长|达成
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


# 甲是|某镇综合执法大队|: before a title that many bear, whom it is told of.
_SAID_TO_BE = re.compile("[一-龥]{2}(?:原?是|系|曾?为)[一-龥]{3,18}$")
PAUSE = re.compile(r"[，。；：、！？“”（）《》\s]")
BODY_KINDS = (Kind.ORGANISATION, Kind.DISTRICT)
SALUTED = seeds.word_list("saluted_titles")
#: They and their deputies as they stand behind a name, the longer first (李明|主任医师); without 同志, which is no title.
SALUTES = f"(?:常务)?副?(?:{'|'.join(sorted(SALUTED - {'同志'}, key=lambda title: (-len(title), title)))})"
#: Behind the last of a list, a title of his own: 书记甲、乙|局长|参加; not 县长甲、乙|处长丙，(a mark is lost), nor 主任|科员.
OWN_TITLE = re.compile(
    f"{SALUTES}(?!科员|(?!等|[出列]席|参[加会观]|陪同|一行|分别|先后|在|到|主持|介绍|表示|指出|[致讲发][辞话言])"
    "[一-龥]{2,3}(?:[，。；、]|参|出|陪))"
)
CLEAR_MARGIN = 3.0


def find_jobs(text: str, found: Found) -> Iterator[tuple[int, int, Title]]:
    """某村|专职消防巡察员|甲: what a body or place calls those who work for it, between it and a name; no list has them all."""
    at = -1
    while (at := text.find("员", at + 1)) >= 0:
        end = at + 1
        if not scorer().surname_at(text, end) or (at and text[at - 1] in "人党委成会队学官议全动满"):
            continue
        held = next((m for n in range(at - 2, at - 10, -1) for m in _ending_at(found, n)), None)
        if held is None or any(m.start < end for kind in BODY_KINDS for m in found.between(kind, held.end, end)):
            continue
        start = held.end + text.startswith("的", held.end)  # 某文化中心的|文化管理员|甲
        name = text[start:end]
        known = any(name.endswith(title) for title in (name[n:] for n in range(len(name) - 1)) if title in titles())
        first, *rest = words().cut(name)
        if known or PAUSE.search(name) or breaks_chain(first) or any(len(part) == 1 and breaks_chain(part) for part in rest):
            continue
        size, margin = scorer().read(text, end, 1.0)
        if size and margin > CLEAR_MARGIN:
            yield start, end, Title(name, name, 40, "any", "", "official")


def find_leaders(text: str, found: Found) -> Iterator[tuple[int, int, Title]]:
    """省考评组|领导|甲、乙: the leaders of a body by that word alone, right before a name."""
    at = -1
    while (at := text.find("领导", at + 1)) >= 0:
        end = at + 2
        if scorer().surname_at(text, end) and found.ending_at(Kind.ORGANISATION, at) and scorer().read(text, end, SURE_PRIOR)[0]:
            yield at, end, Title("领导", "领导", 40, "leader", "", "official")


def _ending_at(found: Found, position: int) -> Iterator[Mention]:
    yield from (m for kind in BODY_KINDS if (m := found.ending_at(kind, position)) is not None)


def _is_name_inside(text: str, start: int) -> bool:
    """Whether 路长, 段长 begin a name of three characters behind a title."""
    return (
        scorer().surname_at(text, start) != ""
        and ends_with_title(text, start)
        and "\u4e00" <= text[start + 2 : start + 3] <= "\u9fff"
        and scorer().read(text, start, SURE_PRIOR)[0] == 3
    )


def title_follows(text: str, position: int) -> bool:
    """Whether another title begins here (区委副书记、区长): then no name does."""
    return any(text[position : position + size] in titles() for size in (6, 5, 4, 3, 2))


def plain_title(phrase: Phrase) -> str:
    """副局长 → 局长: people are called by it without the 副."""
    return phrase.name.removeprefix("名誉").removeprefix("常务").removeprefix("专职").removeprefix("副")


def is_quoted(text: str, phrase: Phrase) -> bool:
    """Whether a title stands in quotation marks by itself: “第一书记”."""
    return text[phrase.title_at - 1 : phrase.title_at] == "“" and text.startswith("”", phrase.end)
