"""Actors: who can be the subject of a clause, by what stands around a name.

甲局、乙镇|联合开展…: both act. 到|甲镇|调研, 组建了|某巡逻队|, 甲镇|某项目|: none of these does anything. Of several
the last that begins a clause acts (甲乡探索…，|乙村|推行…), together with those in a list with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import PlaceValue, PostValue, past_mark
from kg.extract.clauses import Clauses
from kg.model import Kind, Mention, Sentence
from kg.words import words

_NOT_SUBJECT = re.compile(
    r"(?:(?<![年月日以历未从原本后近])来|莅临|走访|慰问|看望|考察|调研|视察|察看|参观|帮扶|资助|送往|送到|"
    r"为(?:了|进一步|更好地?|持续|全面|深入|切实)?(?:支持|促进|推动|助力|服务|提升|加快|推进|保障|改善|加强|优化|打造|展示)|在(?:家乡|老家|故乡|驻地|(?:驻点|帮扶|包联|包保|联系|结对|挂点|挂钩|联点|共建|对口)(?:帮扶)?(?:村|社区|镇|乡|点)(?:——|—|：)?)?|到|赴|向|对|与|和|由于|位于|选址|坐落|地处|毗邻|巩固|紧盯|聚焦|关注|来到|走进|深入|前往|支援|驰援|邀请|请来|聘请|从|为|给|把|将|按照|根据|落实|贯彻|经|距|往|响应|向着|结合|传达|学习|按|在位于|率|率领|带领|依托|借助|用好|对接|协调|报请)(?:了|辖区内?|辖内|对口|结对|联系|挂点|包联)?的?$"
)
# 开工的项目还有|某乡某工程: the place of an item acts as little.
_LISTS_PROJECTS = re.compile(r"项目[^，。；、]{0,8}(?:有|包括|是|为|：)$")
_MADE_OF = re.compile(r"(?:构成|组成)的")
# 在某工会的|推动下，“某某驿站”落地.
_URGED_BY = re.compile(r"的?(?:大力|积极|精心|统一)?(?:推动|牵头|组织|主导|倡导|倡议|发起)下，")
_JOINS_TWO = re.compile(r"(?<![还也将又已正])(?:还|也|将|又|已|正){0,2}[、和与同]$")
_JOINED_BY = re.compile(r"(?:（[^（）]{2,20}）)?(?:还|也|将|又|已|正){0,2}[、和与同]")
WITH = re.compile(r"联合|会同|携手|协同|联手|邀请|邀集|邀约|约请")
_WITH_NAMELESS = re.compile("(?:联合|会同|携手|协同)(?P<some>[^，。；、]{1,14})、$")
_PARTNERED = ("联合", "会同", "携手", "协同", "联手", "和", "与", "同")
_ONLY_HELPS = re.compile(r"(?:等[^，。；]{0,6})?(?:积极|共同|密切|全力|主动|大力|一同)*(?:配合|协助|参与|参加|支持|响应|陪同)")
_AT_VERB = re.compile(
    r"(?:深入|积极|扎实|全面|大力|持续|率先|创新|联合|共同|正式|集中|还|也|同步|已|将|先后|陆续|在[^，。；]{2,10}){0,3}"
    r"(?:推行|推出|创建|启动|开展|实施|推广|打造|上线|开通|开设|开办|创办|构建|建立|实行|施行|首创|发起|探索|创新|组织|设立|举办|举行|打好|打赢|推进|抓好|做好)(?:了|出)?[^，。；]{0,14}"
)
# What a subject stands behind at the beginning of its clause: when it was.
WHEN = re.compile(
    r"(?:连日来|近日|日前|眼下|前不久|近年来|今年来|去年来|近期|目前|当前|如今|当天|当日|当晚|同时|此外|为此|随后|据了解|据悉|今年以来|去年以来|入冬以来|入夏以来|"
    r"[\d一二三四五六七八九十—\-至、]+(?:年|月|日|时|点|分|季度)|今年|去年|今日|昨日|今天|昨天|春节|国庆|期间|前夕|上旬|中旬|下旬|以来|初|底|末|"
    r"上午|下午|晚上|晚|夜间|凌晨|清晨|中午|早上|一大早|起|开始|[\s,，])*"
)
# 全镇组建了|“某某”巡逻队，推行…: what is formed does not form.
_FORMED = re.compile(
    r"(?:组建|成立|设立|组成|建立|创建|选派|派出|邀请|聘请)(?:起|了)?(?:一?[\d一二三四五六七八九十两]*(?:[支个家]|余?人的))?“?$"
)
_TEAMS = ("队", "宣讲团", "服务团", "团队", "组", "专班", "指挥部", "委员会", "办公室", "中心", "站", "小分队")
# 进行|村供销合作社|“三资合一”综合改革: what is reformed does not reform.
_REFORMS = ("进行", "开展", "推进", "推动", "实施", "深化", "探索", "启动", "完成", "进行了", "开展了", "推进了", "实施了")
_REFORM = ("改革", "改造", "整治", "转型", "改制")
# 到某镇|柳树塘、|李家屯村|开展…: a place in a list, of which the one before is none that is known.
_WENT_INTO = re.compile("(?:^|[，。；：]|[组团队局行人委])(?:先后|分别)?(?:到|赴|来到|走进|深入|前往)[一-龥]{2,20}、$")
# 某局|派驻干部: whom a body has sent acts, not the body.
_HAS_SENT = re.compile(r"(?:派驻|选派|下派|派出)(?:的|到|干部|第一书记|驻村|队员|人员|至|在)")
# 某工程是|某县委、县政府确定的|民生工程: who decided on it.
_DECIDED = re.compile("(?:[、和][^，。；、“”]{2,12})?(?:确定|下达|部署|批准|批复|认定|命名|评定|授予|交办)的")
_AND_PROVINCE = re.compile("[与和、]$")
# 甲省|优化整合…, 乙省|连续四年…: words that the dictionary takes for nouns and adjectives as well.
_IT_DOES = (
    *("全省", "全区", "启动", "实施", "优化", "部署", "统筹", "创新", "整合", "组织", "连续", "安排"),
    *("推动", "支持", "推广", "规划"),
)
_OF_MANY = re.compile(r"等(?:多个|相关|有关|[\d一二三四五六七八九十]+个)?(?:部门|单位)")
_OPENING = re.compile(r"(?:[^，。]{0,12}，)?(?:近日|日前|近年来|今年以来|为此|同时|目前|此外|据了解|据悉)?，?")


class Actors:
    """Who acts in the stretches of one article."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self.article, self.found, self.text = clauses, clauses.article, clauses.found, clauses.text
        self.post_bodies = {
            post.value.body.key
            for post in clauses.found.of(Kind.POST)
            if isinstance(post.value, PostValue) and post.value.body and post.value.people
        }  #: bodies that a person's post names, who acts instead
        self._main: dict[int, list[Mention]] = {}

    def between(self, lo: int, hi: int) -> list[Mention]:
        """Mentions of a stretch that can be its subject, in order."""
        actors = []
        clauses = self._clauses
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            for mention in self.found.between(kind, lo, hi):
                if kind is Kind.DISTRICT and clauses.inside(mention):
                    continue
                if clauses.in_project(mention) or self._in_meeting(mention):
                    continue
                if mention.key in self.post_bodies or (
                    _NOT_SUBJECT.search(self.text, max(lo, mention.start - 8), mention.start)
                    and not self._joined(mention, lo)
                    and not _URGED_BY.match(self.text, mention.end)
                ):
                    continue
                if kind is Kind.DISTRICT and not self._acts(mention):
                    continue
                if kind is Kind.ORGANISATION and _HAS_SENT.match(self.text, mention.end):
                    continue
                if kind is Kind.ORGANISATION and self.is_reformed(mention):
                    continue
                if self._is_formed(mention, lo) or _DECIDED.match(self.text, mention.end):
                    continue
                begin = clauses.chain_begin(mention)
                if kind is Kind.DISTRICT and _LISTS_PROJECTS.search(self.text, max(lo, begin - 12), begin):
                    continue
                if (
                    kind is Kind.DISTRICT
                    and self.text[begin - 1 : begin] == "、"
                    and _WENT_INTO.search(self.text, max(lo, begin - 26), begin)
                ):
                    continue
                if begin < mention.start and _NOT_SUBJECT.search(self.text, max(lo, begin - 8), begin):
                    continue  # 赴|某县|某乡卫生院
                held = kind is Kind.ORGANISATION and self.text[begin - 1 : begin] == "在"
                if held and self.found.ending_at(Kind.ORGANISATION, begin - 1) is not None:
                    continue  # 某市公安局在|某派出所|举行: where it is held
                actors.append(mention)
        actors.sort(key=lambda m: m.start)
        made = _MADE_OF.search(self.text, actors[-1].end, min(hi, actors[-1].end + 4)) if actors else None
        if made is not None:  # 由甲组、乙组构成的|“五位一体”机制
            by = self.text.rfind("由", lo, actors[-1].start)
            actors = [actor for actor in actors if actor.end <= by]
        return [actor for actor in actors if not (self._in_object_list(actor, lo) or self._helps_first(actor, actors[0], lo))]

    def main(self, sentence: Sentence) -> list[Mention]:
        """Who a sentence is about: the first that acts in it, at the beginning of a clause."""
        if sentence.lo not in self._main:
            self._main[sentence.lo] = self._find_main(sentence)
        return self._main[sentence.lo]

    def in_clause(self, lo: int, hi: int) -> list[Mention]:
        """Who acts in the clause that begins at ``lo``, if it begins with them."""
        comma = self.text.find("，", lo, hi)
        actors = self.between(lo, comma if comma > 0 else hi)
        if not actors or not WHEN.fullmatch(self.text, lo, self._clauses.chain_begin(actors[0])):
            return []
        return list(self.joint(actors))

    def joint(self, actors: list[Mention]) -> Iterator[Mention]:
        """The first actor, and those in a list with it."""
        last = actors[0]
        yield last
        for actor in actors[1:]:
            begin = self._clauses.chain_begin(actor)
            if self.text[last.end : begin] == "（":
                continue  # 某执法局（|某城管局）: the same by another name
            if _JOINED_BY.fullmatch(self.text, last.end, begin) is None:
                return
            yield actor
            last = actor

    def at_verb(self, actors: list[Mention], position: int) -> list[Mention]:
        """甲中心是|乙区深入开展“某某”改革的…: the actor right before a verb of carrying out, and those in a list with it."""
        last = actors[-1]
        if len(actors) == 1 or not _AT_VERB.fullmatch(self.text, last.end, position):
            return []
        joint = [last]
        for actor in reversed(actors[:-1]):
            if self.text[actor.end : joint[0].start] not in ("、", "和", "与"):
                break
            joint.insert(0, actor)
        return [] if self.text.endswith(_PARTNERED, 0, self._clauses.chain_begin(joint[0])) else joint

    def of_last(self, actors: list[Mention], position: int) -> list[Mention]:
        """The actors behind the last semicolon, if there are any: 甲局要…；|乙镇要压实责任，推进…."""
        mark = self.text.rfind("；", actors[0].end, position) if actors else -1
        if mark > 0 and WITH.match(self.text, mark + 1):
            return [actor for actor in actors if actor.start < mark][:1]  # …；联合|某工会、某妇联|举办…
        behind = [actor for actor in actors if actor.start > mark]
        if mark < 0 or behind:
            return behind or actors
        first = self.text.find("；", actors[0].end)  # 某县落实…；建成甲项目，|某镇种植…；|开展某行动: still the county
        clause = max(self.text.rfind(sign, 0, actors[0].start) for sign in "，。；：\n") + 1
        opens = WHEN.fullmatch(self.text, clause, self._clauses.chain_begin(actors[0])) is not None
        return list(self.joint([actor for actor in actors if actor.start < first])) if opens else actors

    def of_clause(self, actors: list[Mention], position: int) -> list[Mention]:
        """The actors from the last one on that begins a clause (甲乡探索…，|乙村推行…，建成…)."""
        for index in range(len(actors) - 1, 0, -1):
            begin = self._clauses.chain_begin(actors[index])
            clause = past_mark(self.text, begin, "，；", actors[0].end)
            if clause and WHEN.fullmatch(self.text, clause, begin):
                _, end = self._clauses.listed_from(actors[index].start)
                if not _ONLY_HELPS.match(self.text, end):
                    return actors[index:]
        return actors

    def _find_main(self, sentence: Sentence) -> list[Mention]:
        found = self.between(sentence.lo, sentence.hi)
        if not found or _OF_MANY.match(self.text, list(self.joint(found))[-1].end):
            return []
        begin = self._clauses.chain_begin(found[0])
        begin -= self.text.endswith("由", sentence.lo, begin)  # 当天，由|某镇党委|主办的…
        clause = max(sentence.lo, self.text.rfind("，", sentence.lo, begin) + 1)
        if _OPENING.fullmatch(self.text, sentence.lo, begin) or WHEN.fullmatch(self.text, clause, begin):
            return list(self.joint(found))
        return []

    def _is_formed(self, mention: Mention, lo: int) -> bool:
        """组建了|某某巡逻队，推行…: a team that is formed forms nothing."""
        if mention.kind is not Kind.ORGANISATION or not mention.text.rstrip("”").endswith(_TEAMS):
            return False
        return _FORMED.search(self.text, max(lo, mention.start - 10), mention.start) is not None

    def is_reformed(self, mention: Mention) -> bool:
        """进行|甲社、乙社|“三资合一”综合改革: what stands between the verb and the name of a reform is its object."""
        if self.text[mention.end : mention.end + 1] not in ("“", "、", "和"):
            return False
        members, end = self._clauses.listed_from(mention.start)
        reform = self.found.starting_at(Kind.INITIATIVE, end) if members else None
        if reform is None or not reform.text.endswith(_REFORM):
            return False
        first = self._clauses.listed_to(end)
        return bool(first) and self.text.endswith(_REFORMS, 0, self._clauses.chain_begin(first[0]))

    def _joined(self, mention: Mention, lo: int) -> bool:
        """甲区和|乙区, 甲园区还与|乙局: the 和 that joins two mentions makes neither an object."""
        begin = self._clauses.chain_begin(mention)
        mark = _JOINS_TWO.search(self.text, max(lo, begin - 3), begin)
        if mark is None:
            return False
        return any(self.found.ending_at(kind, mark.start()) is not None for kind in (Kind.DISTRICT, Kind.ORGANISATION))

    def _in_object_list(self, actor: Mention, lo: int) -> bool:
        """来到甲镇、乙镇: the second place of a list is as little a subject as the first."""
        position = self._clauses.chain_begin(actor)
        while position > lo and self.text[position - 1] in "、和与":
            before = next(
                (m for kind in (Kind.DISTRICT, Kind.ORGANISATION) if (m := self.found.ending_at(kind, position - 1)) is not None),
                None,
            )
            if before is None:
                return False
            begin = self._clauses.chain_begin(before)
            if self._joined(before, lo):
                position = begin
                continue  # 甲法院与乙院、|丙局|建立…
            if _NOT_SUBJECT.search(self.text, max(lo, before.start - 8), before.start) or (
                begin < before.start and _NOT_SUBJECT.search(self.text, max(lo, begin - 8), begin)
            ):
                return True
            position = begin
        return False

    def _helps_first(self, actor: Mention, first: Mention, lo: int) -> bool:
        """某县妇联联合各镇办、|驻村工作队|开展: one in a list of whom the first brings in, behind some without a name."""
        begin = self._clauses.chain_begin(actor)
        brought = _WITH_NAMELESS.search(self.text, max(lo, begin - 18), begin) if self.text[begin - 1 : begin] == "、" else None
        if brought is None or first.end > brought.start():
            return False
        return not any(self.found.between(kind, *brought.span("some")) for kind in (Kind.ORGANISATION, Kind.DISTRICT))

    def _in_meeting(self, mention: Mention) -> bool:
        """The body whose meeting it is does nothing itself: 主持召开|区政府常务会议."""
        event = self.found.covering(Kind.EVENT, mention.start)
        return event is not None and event.start <= mention.start and mention.end < event.end and event.by == "events.meeting"

    def _acts(self, mention: Mention) -> bool:
        follower = self.found.starting_at(Kind.DISTRICT, mention.end)
        if follower is not None:
            return False
        if self.text.startswith("的", mention.end):
            return False
        value = mention.value
        province = isinstance(value, PlaceValue) and value.level == "province" and not value.relative
        return not province or self._begins_and_does(mention)

    def _begins_and_does(self, province: Mention) -> bool:
        """浙江|启动“某某”行动, 甲省与乙省|建立…: a province that its clause begins with acts."""
        begin = self._clauses.chain_begin(province)
        clause = past_mark(self.text, begin, "，。；：\n“")
        before = _AND_PROVINCE.search(self.text, max(0, begin - 1), begin)
        other = self.found.ending_at(Kind.DISTRICT, before.start()) if before is not None else None
        if other is not None and isinstance(other.value, PlaceValue) and other.value.level == "province":
            begin = other.start
        if not WHEN.fullmatch(self.text, clause, begin):
            return False
        _, end = self._clauses.listed_from(province.start)
        follower = words().cut(self.text[end : end + 8])[:1]
        tag = words().tag(follower[0]) if follower else ""
        return (tag[:1] in ("v", "d", "p", "t") and tag != "vn") or tag == "ad" or self.text.startswith(_IT_DOES, end)


__all__ = ["WHEN", "WITH", "Actors"]
