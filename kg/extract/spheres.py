"""What a society, a school or an institute is for, in the words between its place and its ending: 某县|餐饮与饭店行业|协会.

A walk to the left (``edges``) stops at 与 and at the verbs of the news. Right behind a place such words tell a name's sphere,
where all of them are words for fields and works, none of them for people or for what is told of them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg import seeds
from kg.extract.edges import SINGLE_STOPS, SURE_TITLES, WORD_STOPS, breaks_chain, verb_stops
from kg.words import words

_INSIDE = seeds.word_list("office_words") | seeds.word_list("sphere_words")
# Verbs that tell what a place does where they stand right behind it: 某县|组织, 某市|引进.
_FIRST_STOPS = seeds.word_list("no_first_of_sphere")
_NO_SPHERE = re.compile(
    "[的了各该某您他她这那]|有关|相关|部门|大学|学院|研究院|单位|公司|集团|企业(?=[和与及暨])|"
    "领导|干部(?!教育|培训)|群众(?!文化|艺术)|居民|村民|学生(?!工作)|师生|教授|博士|专家(?!咨询)|代表|党员(?!教育|干部)|"
    "[局厅委院校系所][和与及暨]|[一二三四五六七八九十几两][个家所名位支]"
)
_PEOPLE = frozenset("人者员师家手民士友生工兵")
_JOINTS = ("和", "与", "及", "暨")
_TIMES_OF_LIFE = frozenset(("老年", "青年", "青少年", "少年", "中老年", "未成年", "现代", "当代", "近代", "古代"))
_TAGS_TOLD = tuple("pcudryeok")


def is_sphere(stretch: str) -> bool:
    """Whether words tell together what a body is for: 餐饮与饭店行业, 老年体育, 生产力促进; not 组织志愿者, 企业和餐饮."""
    if not 2 <= len(stretch) <= 16 or _NO_SPHERE.search(stretch) is not None or not stretch.isalpha():
        return False
    pieces = words().cut(stretch)
    if pieces[0] in _JOINTS or pieces[-1] in _JOINTS or pieces[0] in _FIRST_STOPS:
        return False
    joint = any(piece in _JOINTS for piece in pieces)
    if joint and any(len(piece) == 3 and words().tag(piece) == "nr" for piece in pieces):
        return False  # 张建国|与文学
    if any(after in "和及暨" and before[-1] in _PEOPLE for before, after in pairwise(pieces)):
        return False  # 退休教师|和书法
    return all(_tells_sphere(piece) for piece in pieces)


def _tells_sphere(piece: str) -> bool:
    if piece in _INSIDE or piece in _JOINTS or piece in _TIMES_OF_LIFE:
        return True
    if piece in verb_stops() or piece in WORD_STOPS or (len(piece) > 1 and piece.endswith(SURE_TITLES)):
        return False
    if len(piece) == 1:
        return piece not in SINGLE_STOPS
    tag = words().tag(piece)
    return tag[0] not in _TAGS_TOLD and tag not in ("t", "m", "f", "ad") and not breaks_chain(piece)
