"""Works that begin with their place and are shown by the verb before it: 实施|王家村红色组织振兴试点村项目.

The walk to the left stops at a verb within such a name; here the name begins where its place does. Behind one, the parts that
make it up: 重点抓|红色主题广场、某剧社展览馆|建设和某工程.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import Found, InitiativeValue, PlaceValue, past_mark
from kg.extract.edges import ends_walk, verb_stops
from kg.extract.scheme_names import (
    BUILT_ENDINGS,
    CARRYING_VERBS,
    LEADING_VERBS,
    NO_PROJECT_NAMES,
    SENTENCE_WORDS,
    SOME,
    make_initiative,
)
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

# Right before the place: a verb of carrying out, or 是 behind a sum.
_SHOWN = needing(
    "项目 工程",
    r"(?:实施|启动|推进|新建|完成|谋划|申报|争取|承接|承建|获批|元的，?(?:就|便)?是)了?"
    r"(?P<name>(?=[一-龥])[一-龥A-Za-z·]{6,34}?(?:项目|工程))(?=[，。；、和（\n]|总投资|开工|落地|顺利|正式|建设(?=[，。；]))",
)
_SEEKING = seeds.word_list("project_verbs")
# 冷水村|群众|申请项目: who does something, and no name.
_PEOPLE = ("群众", "村民", "居民", "农户", "农民", "干部", "党员", "企业", "乡亲", "能人", "代表", "两委")
_DONE_WITH = ("推广", "利用", "开发", "建设", "研发", "创新", "完善")
# 红色|组织, 基层|组织: a body within a name, where 组织 is no verb.
_BODIES_OF = ("红色", "党", "基层", "社会", "群团", "经济", "合作")


def find_placed(text: str, found: Found) -> Iterator[Mention]:
    """实施|王家村红色组织振兴试点村项目: a name of words that no walk holds, from its place on."""
    for match in _SHOWN.finditer(text):
        start, end = match.span("name")
        place, stop = found.starting_at(Kind.DISTRICT, start), end - 2
        while place is not None and (inner := found.starting_at(Kind.DISTRICT, place.end)) is not None:
            place = inner
        if place is None or not 4 <= stop - place.end <= 16 or found.covering(Kind.ORGANISATION, place.end) is not None:
            continue
        if _is_name(text[place.end : stop]):
            yield make_initiative(text, place.end, place.end, end, "project", place, "initiatives.placed", 0.76)


def _is_name(core: str) -> bool:
    """Whether words are the name of a work: none of a sentence, and more than any project has."""
    pieces = words().cut(core)
    if NO_PROJECT_NAMES.issuperset(pieces) or core.startswith((*SOME, *_PEOPLE)) or core[0].isdigit():
        return False
    if pieces[-1] in _DONE_WITH:
        pieces = pieces[:-1]  # 苗木组培|推广|项目: a noun
    for before, piece in zip(("", *pieces), pieces, strict=False):
        if piece == "组织" and before.endswith(_BODIES_OF):
            continue
        if piece in SENTENCE_WORDS or piece in verb_stops() or piece in LEADING_VERBS or piece in _SEEKING:
            return False
        if piece in CARRYING_VERBS and piece != "建设":
            return False
    return True


# Behind a work, what makes it up: 项目，重点抓|甲广场、乙馆|建设和|丙工程|.
_PARTS = needing(
    "建设 打造 新建",
    r"(?:项目|工程)，(?:重点|主要|着力|同步|先后)(?:(?:抓好?|建设|打造|推进|实施|完成|新建)了?(?P<list>[^，。；：“”\n的]{4,60}?)(?:等)?"
    r"建设(?:[和与及](?P<last>[^，。；、“”\n的]{4,16}?(?:项目|工程))(?=[，。；])|(?=[，。；]|等(?:项目|工程|工作)))|"
    r"(?:建设|打造|新建)了?(?P<built>[^，。；：“”\n的]{4,60}?)(?=[，。；]))",
)


def find_parts(text: str, found: Found) -> Iterator[Mention]:
    """实施某村某项目，重点抓|红色主题广场、某剧社展览馆|建设: the parts of a work, to be built where it lies."""
    for match in _PARTS.finditer(text):
        listed = "list" if match["list"] else "built"
        at = match.start(listed)
        spans = []
        for name in re.split("[、和与及]", match[listed]):
            spans.append((at, at + len(name)))
            at += len(name) + 1
        if not all(_is_part(text[start:end]) for start, end in spans):
            continue
        spans += [match.span("last")] if match["last"] else []
        place = _place_of_work(text, match.start(), found)
        for start, end in spans:
            name = text[start:end]
            value = InitiativeValue(name, name, "Project", place)
            yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.part", 0.82, value)


def _place_of_work(text: str, end: int, found: Found) -> Mention | None:
    """The town, village or zone in the name of a work that ends at a position."""
    clause = past_mark(text, end, "，。；：\n")
    places = found.between(Kind.DISTRICT, clause, end)
    value = places[-1].value if places else None
    return places[-1] if isinstance(value, PlaceValue) and value.level in ("township", "community", "zone") else None


def _is_part(name: str) -> bool:
    """Whether a part is a thing to be built with a name: 某剧社展览馆, not 停车场."""
    if not 5 <= len(name) <= 14 or not name.endswith(BUILT_ENDINGS) or name.startswith(SOME):
        return False
    pieces = words().cut(name)
    return not any(ends_walk(piece, True) for piece in pieces) and not NO_PROJECT_NAMES.issuperset(pieces)


__all__ = ["find_parts", "find_placed"]
