"""Doers: who is plainly said to carry an initiative out, whatever stands before them.

某行动由甲、乙|开展; 甲、乙|开展的某行动; 某公司投资68亿元的|某项目; 引入某公司|建设…; 甲联合|乙、丙|推出…; 甲区与乙公司|签订….
"""

from __future__ import annotations

import re

from kg.extract.actors import WITH, Actors
from kg.extract.base import BodyValue, InitiativeValue, PlaceValue
from kg.extract.clauses import COUNTY, LIST_END, Clauses, is_named
from kg.extract.scheme_names import CELEBRATES, CELEBRATION
from kg.extract.subjects import Subjects
from kg.model import Kind, Mention, Sentence

# 某项目、某项目等|2021年县民生实事项目: the county carries them out.
_COUNTYS_OWN = re.compile(
    r"[^。；]{0,200}?等(?:\d+|[一二三四五六七八九十]+)?[个件项]?(?:\d{4}年度?|今年|年度)?(?:全|我)?[市县区旗州](?:委、|政府|人民政府|级)*(?:十[大件项]|重点|重大)*(?:民生|代表票决|票决){1,2}(?:实事)?(?:项目|工程|实事)"
)
# 某项目是某县|今年的重点民生工程.
_ITS_PROJECT = re.compile(
    r"(?:今年|去年|\d{4}年|本年度|近年来)?(?:以来)?(?:的|确定的|实施的|推进的|重点推进的)?(?:重点|重大|一项|民生|民心|十大|十件|实事|招商引资|基础设施|建设|产业|工业|文旅|第一个|首个|一号|头号|标志性){1,5}(?:项目|工程|实事)"
)
# 某工程总投资700万元，列入|某县委、县政府|为民办实事项目: they carry it out.
_AMONG_DEEDS = re.compile(
    r"(?:，?(?:总?投资|全长|占地)[^，。；]{2,16})?，?(?:被|已|均|都|也)?(?:列入|纳入|列为)(?:了|\d{4}年度?|今年)?"
)
_DEEDS_OF = re.compile(
    r"(?:\d{4}年度?|今年)?的?(?:十[大件项]|重点|重大)?(?:为民办?实事|民生实事|惠民实事|民生工程|惠民工程|为民实事|实事)(?:重点|重大)*(?:项目|工程|计划|清单)?(?=[，。；])"
)
# 某项目是某省|重点项目: how much it matters, whoever builds it.
_OF_RANK = re.compile("(?:(?:重点|重大)(?:建设)?|重中之重)(?:项目|工程)")
_HERE_NAMED = re.compile("[全我][市县区旗州]")
_DONE_BY = re.compile(
    r"(?:活动|行动|项目|工程|服务|工作)?(?:是|则|，)?(?:(?:最早|于|自)?(?:今年|去年|前年|\d{4}年)(?:\d+月)?(?:初|底|起|以来)?(?:就|便|即)?)?由"
)
_DOES = re.compile(
    r"(?:通过(?:(?![，。；、“]|由).){4,24}?)?(?:于[^，。；]{2,8}[年月日初底])?(?:共同|联合|合作|牵头|统一|率先|负责|首次|具体|发起|组织|积极|扎实|深入|大力|持续|全面|创新|精心|广泛|出资|投资|开发){0,3}"
    r"(?:发起|启动|开展|主办|推出|组织|牵头|实施|举办|创办|设立|打造|推行|创建|承办|主导|推广|探索|上线|施行|首创|构建|开设|开通|建立|建设(?!局|厅|集团|公司)|兴建|新建|投建|运营|合办|共办|合建|共建|联建|[开研]发(?=[，。；])|承担(?=[，。；])|负责(?=[，。；]))"
)
_ONLY_HOSTS = re.compile(r"(?:等[^，。；]{0,6})?(?:具体|负责|联合|共同|独立)*(?:承办|协办|承建|运营|提供|开发|研发|设计)")
# 某公司|投资68亿元的|二期炼钢项目: whose it is.
_PAYS_FOR = re.compile(
    r"(?:今年|去年|计划|拟|共|累计|总共|先后|还|又|已){0,2}(?:总?投资|投入(?:[一-龥]{0,6}资金)?|出资|斥资|耗资|筹资)(?:了|约|近|超)?[\d.]+(?:余|多)?[亿万千百]*(?:余|多)?(?:美|欧)?元(?:人民币)?"
    r"(?:建设|新建|兴建|打造|实施|修建|改造|扩建|建成)?的$"
)
# 开通“某某”平台，是|某局|的一项创新举措.
_ITS_STEP = re.compile(
    r"[^，。；“”的]{0,8}的(?:一项|又一|一个|一大|一次|最新|有力|具体|生动){0,2}[^，。；“”的]{0,10}(?:举措|做法|探索|实践|尝试|新招|创新|行动)(?=[，。；])"
)
# “某某”是|某局|去年推出的制度.
_MADE_BY = re.compile(
    r"(?:活动|行动|项目|工程|服务|工作|机制|制度|模式)?，?(?:正)?是(?!由)(?:一[项个种][^。；“”]{2,24}?，(?:也|更|还)?是)?"
)
_MADE = re.compile(
    rf"(?:在[^，。；“”、]{{2,10}}?)?(?:于|在|自)?(?:今年|去年|前年|近年来|近年|[\d一二三四五六七八九十]+(?:年|月|日|月份)|以来|底|初|开始|起|年底|年初|上半年|下半年)*(?:专门|特意)?(?:(?:为|针对|围绕)[^。；“”]{{2,40}}?[而，]?)?{_DOES.pattern}[^，。；]{{0,12}}的"
)
_DONE = re.compile(
    "(?=[上主举全共创发启大实广建开扎打持探推施构正深牵率积精组统联设集首合投出斥])"
    r"(?:共同|联合|牵头|率先|首次|创新|组织|精心|集中|正在|全面|统一|积极|扎实|深入|大力|持续|广泛){0,2}(?:发起|启动|开展|主办|推出|实施|举办|创办|设立|打造|推行|创建|开设|开通|建立|推广|探索|上线|施行|首创|构建|合办|联办|共办|共建|合建|开办|投资|出资|(?:投资|出资|斥资)(?:建设|兴建|新建|打造|开发))的$"
)
_SETS_YEAR = re.compile("(?:确定|提出|部署|明确|安排)的$")  # 今年是某县委、县政府|确定的|“项目攻坚年”
_DOES_NOW = re.compile(
    "(?=[上共兴出合实建开打承投新负运计拟累斥约近超，.0-9])"
    r"，?(?:计划|拟|累计|共)?(?:投资|出资|合作|共同|负责|斥资)?(?:约|近|超)?(?:[\d.]+(?:余)?[亿万]元)?(?:建设|投资|兴建|新建|打造|实施|运营|开发|建起|建成|上马|承建|开展)(?:了|的)?$"
)
_BROUGHT = ("引入", "引进", "招引", "引来", "委托", "邀请", "招来")
SIGN = re.compile(r"签订|签下|签了(?=[“一])|签约|签署|中标|承建|敲定(?=[^，。；]{0,12}(?:项目|协议|合同))")
_SIGN_MANNER = re.compile(r"(?:正式|成功|共同|现场|顺利|还|也|就|将|双方|集中|再次|举行|日前|近日|今日)*$")
_FUNDED = re.compile("(?:等[^，。；]{0,6})?(?:共同|联合|全额|独家)*(?:出资|捐资|资助|赞助|冠名|捐助)的$")
# 甲区与乙公司就|某项目|签约, 举行了|某项目|签约仪式.
_SIGNED_BEHIND = re.compile(
    "(?:进行了?|正式|成功|顺利|现场|集中)?(?:签约(?!率|额|的)|签订|签署|签下|达成[^，。；]{0,6}(?:协议|意向|合作))"
)
_SIGNS_FOR = re.compile("(?:就|围绕|举行了?|举办了?)$")
_PARTY_MARK = re.compile("(?=[、与再同和已携正跟还])" r"(?:还|已|正式|再次)?(?:与|和|同|、|跟|携手)$")
# 某社区与甲银行、乙医院|等12家单位|签订…
_AND_MORE = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十]+)?(?:余|多)?[家个所]?(?:辖区|驻区|共建|爱心|相关|有关|联建|成员){0,2}(?:单位|企业|部门|机构|学校|公司|商家|商户|社会组织)$"
)
# 某镇政府|与12家企业|签约3个项目: one who signs with whom the report does not name.
_WITH_OTHERS = re.compile(
    r"(?:再|还|已)?[与和同](?:[\d一二两三四五六七八九十多几]+[家名个])?(?:相关|有关|知名|外地|外来|投资|县内外|市内外|区内外|国内外|优质|参会){0,2}"
    "(?:企业|客商|投资商|公司|投资方|外商)(?:负责人|代表)?$"
)
# An item of a list that is read as no body: 甲大队、|某镇一所|、乙派出所.
_UNKNOWN = re.compile("、[一-龥0-9]{2,8}(?:[、和])")
# 某村的|做法被镇党委总结为“某某”工作法: whose way it is.
_SUMMED_UP = re.compile(r"的做法[^，。；]{0,4}?被?[^，。；“”]{0,12}(?:总结|提炼|概括|归纳)(?:为|成)$")
# 由甲主办，|乙赞助承办的“某某”活动.
HOSTED = re.compile(
    r"(?:共同|联合|牵头){0,2}(?:主办|发起|牵头|举办)[、，](?=[^。；]{2,60}(?:承办|协办|支持|赞助|参与|参加|配合|协助)的[^，。；“”]{0,12}$)"
)


def _is_province(doer: Mention) -> bool:
    return isinstance(doer.value, PlaceValue) and doer.value.level == "province"


class Doers:
    """Who does, brings, joins and signs what one article tells of."""

    def __init__(self, clauses: Clauses, actors: Actors, subjects: Subjects) -> None:
        self._clauses, self._actors, self._subjects = clauses, actors, subjects
        self.found, self.text = clauses.found, clauses.text

    def of(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """某行动由甲、乙开展; 甲、乙开展的某行动: who is said to act, whatever stands before them."""
        by = _DONE_BY.match(self.text, mention.end)
        if by is not None and not (by.group().startswith("，") and self._clauses.only_describes(mention, by.start())):
            doers, end = self._clauses.listed_from(by.end())
            beside = WITH.match(self.text, end) if doers else None
            if beside is not None:  # 由甲联合|乙、丙|推出
                others, end = self._clauses.listed_from(beside.end())
                doers = [*doers, *others]
            if (
                by.group().startswith("，")
                and _ONLY_HOSTS.match(self.text, end)
                and self._actors.between(sentence.lo, mention.start)
            ):
                return []  # 某县推出“某某”，由甲银行|承办: the county leads it
            return list(doers) if doers and _DOES.match(self.text, end) else []
        if self.text.startswith(("、", "等"), mention.end) and _COUNTYS_OWN.match(self.text, mention.end, sentence.hi):
            return [COUNTY]
        among = _AMONG_DEEDS.match(self.text, mention.end, sentence.hi)
        if among is not None:
            doers, end = self._clauses.listed_from(among.end())
            while (joint := self.found.starting_at(Kind.ORGANISATION, end)) is not None:
                doers, end = [*doers, joint], joint.end  # 某县委|县政府
            if doers and _DEEDS_OF.match(self.text, end):
                return list(doers)
        made = _MADE_BY.match(self.text, mention.end)
        value_is_project = isinstance(mention.value, InitiativeValue) and mention.value.subtype == "Project"
        here = _HERE_NAMED.match(self.text, made.end()) if made is not None and value_is_project else None
        if here is not None:
            return [COUNTY] if _ITS_PROJECT.match(self.text, here.end()) else []
        if made is not None:
            doers, end = self._clauses.listed_from(made.end())
            owned = value_is_project and _ITS_PROJECT.match(self.text, end) is not None
            step = _ITS_STEP.match(self.text, end) is not None
            owned = owned and not (_OF_RANK.match(self.text, end) and any(_is_province(doer) for doer in doers))
            return list(doers) if doers and (owned or step or _MADE.match(self.text, end)) else []
        if value_is_project and CELEBRATION.match(self.text, mention.end):
            firm = CELEBRATES.search(self.text, max(sentence.lo, mention.start - 10), mention.start)
            host = self.found.ending_at(Kind.ORGANISATION, firm.start()) if firm is not None else None
            if host is not None and isinstance(host.value, BodyValue) and host.value.subtype == "Enterprise":
                return [host]
        paid = _PAYS_FOR.search(self.text, max(sentence.lo, mention.start - 30), mention.start)
        if paid is not None and (payer := self._payer(sentence, paid.start())) is not None:
            return [payer]
        summed = _SUMMED_UP.search(self.text, sentence.lo, mention.start)
        if summed is not None and (makers := self._clauses.listed_to(summed.start())):
            return list(makers)
        hosted = HOSTED.search(self.text, sentence.lo, mention.start)
        if hosted is not None and (hosts := self._hosts(hosted.start())):
            return list(hosts)
        done = _DONE.search(self.text, max(sentence.lo, mention.start - 14), mention.start)
        if done is None and mention.text.endswith("年”"):
            done = _SETS_YEAR.search(self.text, max(sentence.lo, mention.start - 4), mention.start)
        if done is None:
            return []
        agents: list[Mention | str] = []
        at = self._before_place(done.start())
        while (doer := self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at)) is not None:
            agents.insert(0, doer)
            begin = self._clauses.chain_begin(doer)
            mark = LIST_END.search(self.text, max(sentence.lo, begin - 2), begin)
            at = mark.start() if mark is not None else -1
        of_works = any(self.found.ending_at(Kind.INITIATIVE, at - comma) for comma in (0, self.text[at - 1] in "，、") if at > 0)
        listed = bool(agents) and at >= 0 and not of_works  # 等部门、某局: more were named than are known; not 甲项目，以及|乙
        first = agents[0] if agents else None
        joined = isinstance(first, Mention) and WITH.search(self.text, max(sentence.lo, first.start - 2), first.start)
        return [] if listed or joined else agents

    def _hosts(self, position: int) -> list[Mention]:
        """由|甲院联合乙局、丙会|共同发起: those who are named as one."""
        hosts = self._clauses.listed_to(position)
        begin = self._clauses.chain_begin(hosts[0]) if hosts else 0
        joined = WITH.search(self.text, max(0, begin - 2), begin)
        return hosts if joined is None else [*self._clauses.listed_to(joined.start()), *hosts]

    def _payer(self, sentence: Sentence, at: int) -> Mention | None:
        """Who pays: a company or a house right before the sum, or the village or school told of last (村里|投入260万元的)."""
        body = self.found.ending_at(Kind.ORGANISATION, at)
        if body is not None:
            return body if isinstance(body.value, BodyValue) and not body.value.subtype.startswith("Party") else None
        bare = self._subjects.bare_subject(sentence.lo, at)
        told = bare[1][-1] if bare is not None and self.text[bare[0] : at] and at - bare[0] <= 5 else None
        return told if isinstance(told, Mention) else None

    def _before_place(self, at: int) -> int:
        """Where a doer ends before the place of what it did: 某集团|在某县|发起的."""
        start = self.found.places_begin(at)
        return start - 1 if start < at and self.text[start - 1] == "在" else at

    def brought(self, sentence: Sentence, mention: Mention) -> list[Mention | str]:
        """引入|某公司|建设某综合体: who was brought in to do it."""
        verb = _DOES_NOW.search(self.text, max(sentence.lo, mention.start - 16), mention.start)
        doer = self.found.ending_at(Kind.ORGANISATION, verb.start()) if verb is not None else None
        first = doer
        while first is not None and (outer := self.found.ending_at(Kind.DISTRICT, first.start)) is not None:
            first = outer
        if doer is None or first is None or not self.text.endswith(_BROUGHT, sentence.lo, first.start):
            return []
        return [doer]

    def partners(self, subjects: list[Mention | str], position: int) -> tuple[list[Mention], bool]:
        """甲联合|乙、丙|推出…: who carries the next initiative out as well, and whether 甲 is said to be in charge."""
        first = subjects[0] if subjects else None
        if not isinstance(first, Mention):
            return [], False
        after = first.end
        if first.start > position:  # 为推进某机制，|某局联合乙、丙|走进…
            match = WITH.match(self.text, after)
            return (self._clauses.listed_from(match.end())[0] if match is not None else []), False
        if after < self._clauses.sentence(position).lo:  # 学校|邀请某法院…: the school was named before
            bare = self._subjects.bare_subject(self._clauses.sentence(position).lo, position)
            after = bare[0] if bare is not None else after
        match = WITH.search(self.text, after, position)
        if match is not None and match.start() - after > 14:  # 甲镇党委书记乙说，镇里|联合|丙、丁开展
            bare = self._subjects.bare_subject(after, match.start())
            after = bare[0] if bare is not None and first in bare[1] else after
        if match is None or match.start() - after > 14:  # 甲深化“一号”活动，|联合|乙建立“二号”机制
            clauses = [m for m in WITH.finditer(self.text, after, position) if self.text[m.start() - 1] in "，；"]
            match = clauses[-1] if clauses else None
        if match is None:
            return [], False
        if not {"。", "；"}.isdisjoint(self.text[match.end() : position]):
            return [], False  # 甲联合乙举办…。创建|“某某”模式
        partners, end = self._clauses.listed_from(match.end())
        while partners and (gap := _UNKNOWN.match(self.text, end, position)) is not None:
            more, stop = self._clauses.listed_from(gap.end())
            if not more:
                break
            partners, end = [*partners, *more], stop  # 甲大队、|一所|、乙派出所: one that is no known name
        if any(is_named(told) for told in self.found.between(Kind.INITIATIVE, end, position)):
            return [], False  # 联合乙开展甲行动，推行|“某某”模式
        return partners, "牵头" in self.text[after : match.start()]

    def parties(self, sentence: Sentence, position: int) -> list[Mention | str]:
        """甲区与乙公司签订…: both who sign."""
        verb = max(SIGN.finditer(self.text, sentence.lo, position), key=lambda match: match.start(), default=None)
        at = verb.start() if verb is not None else self._signs_for(position)
        at -= len(_SIGN_MANNER.search(self.text, sentence.lo, at).group())  # type: ignore[union-attr]
        parties: list[Mention | str] = []
        more = _AND_MORE.search(self.text, max(sentence.lo, at - 14), at)
        at = more.start() if more is not None else at
        others = _WITH_OTHERS.search(self.text, max(sentence.lo, at - 16), at)
        at = others.start() if others is not None else at
        while (party := self.found.ending_at(Kind.ORGANISATION, at) or self.found.ending_at(Kind.DISTRICT, at)) is not None:
            parties.insert(0, party)
            at = self._clauses.chain_begin(party)
            mark = _PARTY_MARK.search(self.text, max(sentence.lo, at - 4), at)
            if mark is None:
                break
            at = mark.start()
        return parties if len(parties) > 1 or others is not None else []

    def funders(self, mention: Mention) -> list[Mention]:
        """由甲、乙共同|出资的|“某某”计划: who only gives the money for a scheme."""
        gave = _FUNDED.search(self.text, max(0, mention.start - 12), mention.start)
        return list(self._clauses.listed_to(gave.start())) if gave is not None else []

    def signed_behind(self, mention: Mention) -> bool:
        """甲区与乙公司|就某项目签约, 举行某项目签约仪式: whether what is signed for stands before the word."""
        behind = _SIGNED_BEHIND.match(self.text, mention.end)
        return behind is not None and self._signs_for(mention.start) != mention.start

    def _signs_for(self, position: int) -> int:
        """Where those end who sign for what begins at a position: 甲区与乙公司|就, |举行了."""
        lead = _SIGNS_FOR.search(self.text, max(0, position - 6), position)
        return lead.start() if lead is not None else position

    def companies(self, sentence: Sentence, position: int) -> list[Mention | str]:
        """Who signs for a project: the last company named before it."""
        companies = [
            b
            for b in self.found.between(Kind.ORGANISATION, sentence.lo, position)
            if isinstance(b.value, BodyValue) and b.value.subtype == "Enterprise" and not self._clauses.in_project(b)
        ]
        return [companies[-1]] if companies else []


__all__ = ["HOSTED", "SIGN", "Doers"]
