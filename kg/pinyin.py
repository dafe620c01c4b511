"""Names in pinyin, for labels, readable IRIs and search; the only importer of pypinyin.

pypinyin knows common words (重庆 Chongqing, 长沙 Changsha) but no surnames, which are read in their own way: 单 is Shan,
解 is Xie. Readings are cached: a name that a corpus repeats costs one look-up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

# fmt: off
#: Surnames whose reading is not the character's most common one. Source: the note 姓 in 《现代汉语词典》.
SURNAME_READINGS = {
    "单": "shan", "解": "xie", "曾": "zeng", "仇": "qiu", "区": "ou", "查": "zha", "朴": "piao",
    "盖": "ge", "翟": "zhai", "缪": "miao", "覃": "qin", "乐": "yue", "员": "yun", "种": "chong",
    "秘": "bi", "折": "she", "繁": "po", "召": "shao", "祭": "zhai", "牟": "mu", "隗": "wei",
    "都": "du", "薄": "bo", "句": "gou", "么": "yao", "郇": "xun", "卜": "bu", "阚": "kan",
}
#: Surnames of two characters; pypinyin reads them right. Source: 《百家姓》, those that are still borne.
LONG_SURNAMES = frozenset((
    "万俟", "尉迟", "长孙", "鲜于", "澹台", "单于", "令狐", "宰父", "夏侯",
    "诸葛", "欧阳", "司马", "上官", "司徒", "司空", "皇甫", "公孙", "慕容",
    "东方", "轩辕", "闻人", "赫连", "端木", "南宫", "东郭", "呼延", "独孤",
))
# fmt: on

_NOT_LATIN = re.compile(r"[^a-z0-9]+")


_LONGEST_PHRASE = 4  #: characters; longer ones are proverbs


@lru_cache(maxsize=1 << 16)
def syllables(text: str) -> tuple[str, ...]:
    """The syllables of a text, without tones (ü is v); what is not Chinese stays, one piece for each run.

    Forward maximal match over pypinyin's own tables: what ``lazy_pinyin`` does, several times as fast.
    """
    characters, phrases = _tables()
    beginnings = _beginnings()
    found: list[str] = []
    position, run = 0, ""
    while position < len(text):
        reading = characters.get(ord(text[position]))
        if reading is None:
            run += text[position]
            position += 1
            continue
        if run:
            found.append(run)
            run = ""
        longest = position + _LONGEST_PHRASE if text[position : position + 2] in beginnings else 0  # no phrase begins here
        for end in range(min(longest, len(text)), position + 1, -1):
            phrase = phrases.get(text[position:end])
            if phrase:
                found.extend(_plain(readings[0]) for readings in phrase)
                position = end
                break
        else:
            found.append(_first(reading))
            position += 1
    return (*found, run) if run else tuple(found)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, str], dict[str, list[list[str]]]]:
    """pypinyin's tables: code point → readings, comma between; phrase → readings of each character. The likeliest comes first."""
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict, phrases_dict


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first two characters of all phrases: most pairs of a text begin none, which spares three longer questions."""
    return frozenset(phrase[:2] for phrase in _tables()[1])


@lru_cache(maxsize=8192)
def _first(readings: str) -> str:
    """The likeliest of a character's readings, without its tone."""
    return _plain(readings.partition(",")[0])


@lru_cache(maxsize=4096)
def _plain(syllable: str) -> str:
    """A syllable without its tone: ``chóng`` → ``chong``, ``lǜ`` → ``lv``."""
    letters = normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not combining(letter))


@lru_cache(maxsize=1 << 16)
def pinyin(label: str, *, person: bool = False) -> str:
    """A label in pinyin: 鼓楼区 → ``gu lou qu``; a person's name the Chinese way round, 单立军 → ``Shan Lijun``."""
    if not person:
        return " ".join(syllables(label))
    surname, given = split_name(label)
    family = SURNAME_READINGS.get(surname) or "".join(syllables(surname))
    return f"{family.capitalize()} {''.join(syllables(given)).capitalize()}".strip()


def split_name(name: str) -> tuple[str, str]:
    """Surname and given name; a name of another tradition (买买提·吐尔逊) has no surname in front, it is all given name."""
    if "·" in name or len(name) > 4:
        return "", name
    length = 2 if len(name) > 2 and name[:2] in LONG_SURNAMES else 1
    return name[:length], name[length:]


def slug(label: str, *, person: bool = False) -> str:
    """A label for IRIs: ASCII letters, digits and hyphens, never empty. 单立军 → ``shan-lijun``."""
    letters = pinyin(label, person=person).lower()
    if letters.isascii() and letters.replace(" ", "").isalnum():
        return "-".join(letters.split())  # as nearly all are
    return _NOT_LATIN.sub("-", letters).strip("-") or "x"
