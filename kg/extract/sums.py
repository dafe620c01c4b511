"""Sums: the money that goes into a project.

投资8亿元的|甲项目: the project behind; 甲项目|总投资8亿元: the one before; 甲项目、乙项目|分别投资6亿元和2亿元:
each its own. A sum of several together (总投资31亿元的8个项目), or of what has been spent so far, is none's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kg import seeds
from kg.extract.base import InitiativeValue, past_mark
from kg.extract.clauses import CLAUSE_END, ITS_PHASE, LIST_END, QUOTED, Clauses, is_named, is_whole
from kg.model import Claim, Kind, Mention
from kg.patterns import needing
from kg.text import parse_sum
from kg.words import words

# 3亿至3.5亿元, 3—5亿元; 上亿元, 近千万元: a sum as papers write it.
_AMOUNT = (
    r"(?:约|近|超|逾)?(?:[\d.,]+(?:余|多)?(?:亿|千万|百万|万)?元?(?:[-—–~～至到]{1,2}[\d.]+)?(?:余|多)?(?:亿|千万|百万|万)?(?:余|多)?"
    r"|(?:上|过|数|(?<=[近超逾]))(?:亿|千万|百万))"
)
_SUM = re.compile(
    "(?=[上下专争协合安工引总投拨斥概筹签耗落计财造配项预资共建中])"
    r"(?:总投资额?|资金总额|共需资金|预算资金|项目预算|中央预算内(?:资金|投资)|投资额最[大高]，|投资预算|计划总投资|项目总投资额?|计划投资|预计投资|投资总额|总投入|投资额|投资|投入(?:[\u4e00-\u9fff]{0,8}资金)?|总造价|投资估算|建设资金|中标价格?|引进(?:社会)?(?:资本|资金)|引资|(?:拨出|安排|落实|下拨|争取)?(?:专项|配套|财政|上级)(?:经费|资金)|争取资金|筹资|筹集资金|总概算|概算|斥资|耗资|签约金额|协议投资|合同金额|项目资金|工程造价|造价)(?:约?为?|达到?|"
    r"超过?|近|约|逾|共计?|金额|预计(?:将?达|约|超过?|为)?|估算约?为?|：)?(?:人民币)?"
    rf"(?P<sum>{_AMOUNT}(?:(?:美|欧|港)?元|(?<=[亿万])(?=[的，。；])))"
)
_SPENT = re.compile(r"(?:完成(?:相关|专项|各类|固定资产|年度|有效){0,3}|累计)$")
_MONEY = re.compile("(?=[约超近逾,.0-9])" r"(?:约|近|超|逾)?[\d.,]+(?:余|多)?(?:亿|千万|百万|万)?(?:余|多)?(?:美|欧|港)?元")
# 其中甲项目|500万元|、乙项目|300万元|.
_OWN_SUM = re.compile(rf"(?P<sum>{_MONEY.pattern})(?=[、，。；,])")
# 争取涉农资金560万元，实施|某项目: money from elsewhere for what is named right behind.
_RAISED = needing(
    "资金 专款 经费 款项 拨付 列支 补助 投入 出资 自筹 拿出 挤出 划拨 筹资 安排 凑了 凑齐 凑足",
    r"(?:(?:争取|落实|筹措|筹集|整合|协调|拨付|拨出|下拨|下达|安排|统筹|引进|引入|撬动|投入|列支|到位|申请|申报|捆绑)(?:到|了)?[^，。；、\d]{0,16}?"
    r"(?:资金|专款|经费|款项)|拿出|挤出|划拨|筹资|安排|凑[了齐足]|拨付|列支|补助|投入|出资(?![^，。；]{2,14}(?:支持|扶持|帮扶))|自筹(?:资金)?)"
    rf"(?:共计?|约|近|超|达|逾)?(?P<sum>{_AMOUNT}(?:美|欧|港)?元)[，,]?"
    r"(?:(?:专门|专项|全部|主要|将|正在|先后|并)*(?:用于|投向|投入(?:到)?|支持|扶持|推进|推动|启动|实施|建设|新建|改建|扩建|修建|兴建|打造|完成|开工|改造|装修|援建|捐建|设立|成立|创办|开办|办起|建起|修起|盖起|建成)(?:了|到|的)?){1,2}",
)
# 投入|“某某行动”|资金900多万元，用于…: the money of what is named before it.
_OF_SCHEME = needing(
    "资金 经费", rf"(?:专项|项目|补助|建设|扶持)*(?:资金|经费)(?:共计?|约|近|超|达|累计)?(?P<sum>{_MONEY.pattern})"
)
_PUTS_IN = re.compile("(?:投入|安排|下达|拨付)了?$")
# 区财政|拿出专项资金600万元; 投入改造资金45万元: what a campaign costs.
_PUT_IN = needing(
    "投入 拿出 安排",
    r"(?<=[，。\n])(?:[全我][县区市镇乡旗州](?:(?:各级)?财政)?|撬动社会(?:资[本金])?|(?:[省市县区旗州镇乡]|街道|社区)?(?:财政|级财政)|街道|镇里|县里|区里|市里|村里)?"
    r"(?:已|共|累计|先后|一次性|每年|专门|今年|还|再|又)*(?:投入|拿出|安排)(?:[一-龥]{0,8}?(?:资金|经费))?(?:约|近|超|达|共)?"
    rf"(?P<sum>{_MONEY.pattern})",
)
_EACH_SUM = re.compile(
    r"(?:分别(?:总?投资|投入|耗资|斥资|计划投资)(?:额)?|(?:总?投资|投资额|造价|概算)分别)(?:为|达|约)?"
    rf"(?P<sums>{_MONEY.pattern}(?:[、和与及]{_MONEY.pattern})+)"
)
# 实施“久安工程”|，争取国家投资1100万元: the sum of a campaign that builds.
_AT_ONCE = re.compile("，(?:争取|累计|共|计划|落实)?[^，。；]{0,6}?(?:投资|投入|资金)")
# 总投资31亿元的8个项目; 签约项目3个，总投资…: the sum of several, which is none's own.
_SEVERAL = re.compile(
    r"(?:\d+|[一二三四五六七八九十两几多]+)(?:余|多)?(?:个|项|批)[^，。；]{0,14}?(?:项目|工程)|"
    r"(?:项目|工程)(?:共|共计|累计|合计|总数|达)?\d+(?:余|多)?(?:个|项)"
)
_TOLD_BEFORE = re.compile("该|此|这|本|其|整个|全部|项目|工程|一期|二期|三期|其中|由|据|在")
_SUM_WORDS = seeds.word_list("no_project_names")
# 某工程|是国家百项重大工程之一|，总投资…: where a project stands among many; the sum is its own.
_ONE_OF = re.compile(
    "(?:是|为|作为|属于|系|入选|列入|列为)[^，。；]{2,30}(?:之一|的一[项个](?:重[点大]|民生|实事|惠民|标志性)*(?:工程|项目))"
    "|^[也又]?是[^，。；]{2,24}的(?:一项|一个|首个|重点|重大)[^，。；和]{0,6}(?:工程|项目)(?=，)"
)
_LIES = re.compile(
    "(?!该|此|这|本|其|整个|全部|项目|工程|[一二三]期)(?P<name>[一-龥A-Za-z0-9（）“”]{5,24}?)(?:位于|位居|坐落|地处)"
)
# 某项目|主要包括|甲工程，乙工程|等7个大项，项目总投资…: what a whole is made of.
_MADE_OF = re.compile("(?:建设内容|主要|项目|工程|共|具体)*(?:包括|包含|分为|涵盖|建设|新建|由)$")
_OF_WHOLE = re.compile("等|(?:整个|全部|该)?(?:项目|工程)$")
_CONSISTS = re.compile(
    "^，?(?:该|此)?(?:项目|工程)?(?:主要建设内容|建设内容|主要(?:建设|新建|包括)|计划(?:建设|新建)|拟(?:建设|新建))[^。；]*(?=，)"
)
# 项目建设包括：某基地，|已投资1000万元: what its parts cost.
_ITS_PARTS = re.compile("(?:包括|包含|分为|分别[是为])：?[^。]{2,}$")
_ANOTHER = re.compile(r"[、和及][^，。；]*(?:项目|工程)")
_IN_LIST = re.compile("[、和与及][^，。；、]{0,10}$")
_BUILT = re.compile(r"(?:建设|新建|兴建|打造|实施|改造|修建|建成|扩建)?的")
_AND_ALSO = re.compile("(?:[、，][^，。；、的]{2,16}){1,2}的(?=[一-龥年“])")  # 投资5亿元、|落户某镇的|某项目
_BUILT_THERE = re.compile(  # 投资3亿元|在某园区建设的|某项目
    r"在[^，。；、\d]{2,12}?(?:建设|新建|兴建|打造|实施|改造|修建|建成|扩建|投建)的"
)
_THAT_IS = re.compile("[，、]?(?:即|也就是|就是|系)")  # 总投资5亿元，|即某项目
_THEN_BUILT = re.compile(
    r"，?(?:拟|计划|将)?(?:在[^，。；]{2,30}?)?(?:建设|新建|兴建|打造|实施|建成|投建|完成|援建|修建|改建|扩建|捐建|建起|开发(?!区)|兴办|创办|新上|上马)(?:了|的)?(?:(?:(?:全|总)?长[\d.]+(?:公里|千米|米)|[\d.]+(?:余|多)?[万千百]?(?:亩|平方米))的?)?"
)


class _Sums:
    """The sums of one article."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self.found, self.text = clauses, clauses.found, clauses.text

    def __call__(self) -> Iterator[Claim]:
        if "元" not in self.text and "亿的" not in self.text and "万的" not in self.text:
            return
        shared = list(self._shared_sums())
        taken = [(start, end) for _, _, start, end in shared]
        for project, money, at, _ in shared:
            yield self._investment(project, money, at, "claims.shared_sum")
        spent = set()
        for told, match in self._put_in():
            spent.add(match.start("sum"))
            yield self._investment(told, match.group("sum"), match.start(), "claims.put_in")
        for match in _RAISED.finditer(self.text):
            raised = self.found.starting_at(Kind.INITIATIVE, match.end())
            if raised is not None and self.text.startswith("中的", raised.end):
                continue  # 全部用于“某某工程”|中的饮水等: a part of it
            if raised is not None and is_named(raised) and match.start("sum") not in spent:
                spent.add(match.start("sum"))
                yield self._investment(raised, match.group("sum"), match.start(), "claims.raised")
        for match in _OF_SCHEME.finditer(self.text):
            whole = self.found.ending_at(Kind.INITIATIVE, match.start())
            if match.start("sum") in spent or whole is None or not is_named(whole):
                continue
            if _PUTS_IN.search(self.text, max(0, whole.start - 4), whole.start):
                spent.add(match.start("sum"))
                yield self._investment(whole, match.group("sum"), match.start(), "claims.put_in")
        for told in self.found.of(Kind.INITIATIVE):
            own = _OWN_SUM.match(self.text, told.end)
            is_project = isinstance(told.value, InitiativeValue) and told.value.subtype == "Project"
            if own is not None and is_project and is_named(told):
                spent.add(own.start("sum"))
                yield self._investment(told, own["sum"], told.start, "claims.sum")
        for match in _SUM.finditer(self.text):
            if match.start("sum") in spent:
                continue
            single = None if any(lo <= match.start() < hi for lo, hi in taken) else self._project_of(match)
            if single is not None:
                yield self._investment(single, match.group("sum"), match.start(), "claims.sum")

    def _investment(self, project: Mention, money: str, at: int, by: str) -> Claim:
        roles: dict[str, Mention | str | Decimal] = {"subject": project, "text": money}
        value = parse_sum(money)
        if value is not None:
            roles["value"] = value
        return self._clauses.claim("investment", at, by, 0.85, **roles)

    def _shared_sums(self) -> Iterator[tuple[Mention, str, int, int]]:
        """甲项目、乙项目分别投资6亿元和2亿元: as many sums as projects, each to its own; with the stretch of the sums."""
        for match in _EACH_SUM.finditer(self.text):
            sums = _MONEY.findall(match.group("sums"))
            sentence = self._clauses.sentence(match.start())
            before = [
                m
                for m in self.found.between(Kind.INITIATIVE, sentence.lo, match.start())
                if isinstance(m.value, InitiativeValue) and m.value.subtype == "Project"
            ]
            before = before[-len(sums) :] if self._are_listed(before[-len(sums) :]) else before
            for project, money in zip(before, sums, strict=False) if len(before) == len(sums) else ():
                yield project, money, match.start(), match.end()

    def _are_listed(self, projects: list[Mention]) -> bool:
        """甲项目总投资1亿元；|乙项目和丙项目|分别投资…: whether nothing stands between but the marks of a list."""
        pairs = pairwise(projects)
        return len(projects) > 1 and all(
            LIST_END.fullmatch(self.text, one.end, self._clauses.chain_begin(two)) is not None for one, two in pairs
        )

    def _put_in(self) -> Iterator[tuple[Mention, re.Match[str]]]:
        """推行“某某”工作法，…，投入改造资金45万元: what a scheme costs, if no other is told of."""
        for match in _PUT_IN.finditer(self.text):
            sentence = self._clauses.sentence(match.start())
            told = [m for m in self.found.between(Kind.INITIATIVE, sentence.lo, match.start()) if is_named(m)]
            if not told and match.start() == sentence.lo:  # 启动“某某”行动。|区财政拿出专项资金600万元，…
                line = self.text.rfind("\n", 0, sentence.lo) + 1
                last = self._clauses.sentence(sentence.lo - 1) if sentence.lo > line else None
                told = (
                    [m for m in self.found.between(Kind.INITIATIVE, last.lo, last.hi) if is_named(m)] if last is not None else []
                )
            value = told[0].value if len({m.text for m in told}) == 1 else None
            if not isinstance(value, InitiativeValue) or value.subtype == "Project":
                continue
            if "；" not in self.text[told[0].end : match.start()] and not self.found.between(
                Kind.INITIATIVE, match.start(), sentence.hi
            ):
                yield told[0], match

    def _project_of(self, match: re.Match[str]) -> Mention | None:
        """投资8亿元的甲项目: the project behind; 甲项目总投资8亿元: the one before."""
        end = match.end()
        if _SEVERAL.match(self.text, end + 1) is not None and self.text.startswith("的", end):
            return None
        told = _THAT_IS.match(self.text, end)
        if told is not None:
            return self._begins_at(told.end())
        built = _BUILT.match(self.text, end)
        built = built or _BUILT_THERE.match(self.text, end)
        also = _AND_ALSO.match(self.text, end) if built is None else None
        joined = self.found.starting_at(Kind.INITIATIVE, also.end()) if also is not None else None
        if joined is not None and is_named(joined):
            return joined
        if built is not None:
            end = built.end() - 1
            project = self.found.starting_at(Kind.INITIATIVE, end + 1)
            if project is None:
                sentence = self._clauses.sentence(end)
                project = next(iter(self.found.between(Kind.INITIATIVE, end + 1, min(sentence.hi, end + 30))), None)
                if project is None:  # 总投资6亿元的|某县政府与某公司签订某项目
                    far = next(iter(self.found.between(Kind.INITIATIVE, end + 1, min(sentence.hi, end + 80))), None)
                    project = far if far is not None and not CLAUSE_END.search(self.text, end, far.start) else None
            if project is not None:
                return project
        then = _THEN_BUILT.match(self.text, end)  # 投资6亿元，在某县建设某项目
        project = self.found.starting_at(Kind.INITIATIVE, then.end()) if then is not None else None
        if project is not None and isinstance(project.value, InitiativeValue) and project.value.subtype == "Project":
            return project
        if then is not None and project is None:  # 投入1.2亿元实施|清水治污|“百村示范”工程
            near = next(iter(self.found.between(Kind.INITIATIVE, then.end(), then.end() + 8)), None)
            if near is not None and near.text.startswith(QUOTED) and not CLAUSE_END.search(self.text, then.end(), near.start):
                return near
        project = self.found.starting_at(Kind.INITIATIVE, match.end())  # 投资630万元|某某项目
        if project is not None and isinstance(project.value, InitiativeValue) and project.value.subtype == "Project":
            return project
        if project is None and then is not None and self.text[end] not in "，," and self.text[match.start() - 1] in "，；。：\n":
            return None  # …，投入1850万元|援建某幸福院: of something else
        phase = self._phase_of(match.start())
        if phase is not None:
            return phase
        held = self.found.covering(Kind.INITIATIVE, match.start())  # 甲|项目总投资
        if held is None and self._of_another(match.start()):
            return None
        if _SPENT.search(self.text, max(0, match.start() - 10), match.start()):
            return None  # what has been spent so far
        for mention in self.found.before(Kind.INITIATIVE, match.start() if held is None else held.end):
            value = mention.value
            name = value.name if isinstance(value, InitiativeValue) and value.subtype == "Campaign" else ""
            work = name.endswith("工程") and _AT_ONCE.match(self.text, mention.end) is not None
            if work or (name.endswith(("工程", "项目")) and mention.end == match.start()):
                return mention  # 实施“久安工程”，|争取国家投资1100万元; 实施“久安项目”|总投资460万元
            if isinstance(value, InitiativeValue) and (value.subtype == "Project" or value.back in ("项目", "工程")):
                gap = self.text[mention.end : match.start() + 2]
                if is_whole(self.text, mention):
                    continue  # 甲工程是|乙项目|的子项目，总投资…: the part's
                whole = self._whole_of(mention, match.start())
                if whole is not None:
                    return whole
                if "包括：" in gap:
                    return None  # 项目包括：甲基地，已投资1000万元；乙园，…: of its parts
                gap = _CONSISTS.sub("", _ONE_OF.sub("", gap))
                if "总" not in match.group()[:4] and _ITS_PARTS.search(gap[:-2]) and ("：" in gap or "；" in gap):
                    return None
                listed = gap.startswith("、") or (gap.startswith(("，", ",")) and self._closes_list(mention))
                if listed or gap.startswith("等") or _SEVERAL.search(gap) is not None or _ANOTHER.search(gap[:-2]) is not None:
                    return None
                if "。" in gap and (self._is_of_firm(mention.end, match.start()) or self._is_of_site(mention, match.start())):
                    return None
                return mention if gap.count("。") <= 2 and "\n" not in gap else None
        return None

    def _phase_of(self, at: int) -> Mention | None:
        """某水泥项目…。|项目一期工程建设一条生产线和某某项目|，总投资9亿元: what the phase builds is the whole's own."""
        sentence = self._clauses.sentence(at)
        if self.text[at - 1] not in "，," or ITS_PHASE.match(self.text, sentence.lo) is None:
            return None
        if "其中" in self.text[sentence.lo : at] or "；" in self.text[sentence.lo : at]:
            return None
        last = next(reversed(self.found.between(Kind.INITIATIVE, sentence.lo, at)), None)
        if last is None or _IN_LIST.search(self.text, max(sentence.lo, last.start - 12), last.start) is None:
            return None
        told = next((told for told in self.found.before(Kind.INITIATIVE, sentence.lo) if is_named(told)), None)
        value = told.value if told is not None else None
        near = told is not None and "\n" not in self.text[told.end : sentence.lo] and self.text.count("。", told.end, at) < 3
        return told if near and isinstance(value, InitiativeValue) and value.subtype == "Project" else None

    def _whole_of(self, part: Mention, at: int) -> Mention | None:
        """某项目|主要包括甲工程、|乙工程|等5项，项目总投资…: the whole, whose sum follows what it is made of."""
        text, lo = self.text, self._clauses.sentence(at).lo
        if not lo <= part.start or "；" in text[part.end : at] or _OF_WHOLE.search(text, part.end, at) is None:
            return None
        held = next((told for told in self.found.between(Kind.INITIATIVE, lo, part.start) if is_named(told)), None)
        first = next(iter(self.found.between(Kind.INITIATIVE, held.end, at)), None) if held is not None else None
        if held is None or first is None or _MADE_OF.fullmatch(text, held.end, first.start) is None:
            return None
        return held if isinstance(held.value, InitiativeValue) and held.value.subtype == "Project" else None

    def _begins_at(self, at: int) -> Mention | None:
        """The initiative whose name begins at a position, with the places before it."""
        starts = (at, *(place.end for place in self._clauses.chain_from(at)))
        return next((told for start in starts if (told := self.found.starting_at(Kind.INITIATIVE, start)) is not None), None)

    def _of_another(self, at: int) -> bool:
        """农村饮水工程|投资2亿元: whether the clause of a sum begins with something that has no name here."""
        begin = past_mark(self.text, at, "，。；：\n、")
        if at - begin < 4 or self.found.between(Kind.INITIATIVE, begin, at) or self.found.covering(Kind.INITIATIVE, begin):
            return False
        if _TOLD_BEFORE.match(self.text, begin, at):
            return False
        pieces = words().cut(self.text[begin:at])
        own = [piece for piece in pieces if words().tag(piece)[0] not in "dpcumrqt" and piece not in _SUM_WORDS]
        return len("".join(own)) >= 4

    def _is_of_firm(self, lo: int, at: int) -> bool:
        """某项目…。某公司正在上一条生产线，|计划投资1600万元: a sentence that a firm begins."""
        start = max(self._clauses.sentence(at).lo, lo)
        firm = next(iter(self.found.between(Kind.ORGANISATION, start, at)), None)
        if firm is None or firm.start - start >= 4 or "由" in self.text[start : firm.start] or self._is_its_house(firm, lo):
            return False  # 项目由|某公司投资建设，总投资5亿元: the project's
        return re.search("项目|工程", self.text[firm.end : at]) is None

    def _is_of_site(self, told: Mention, at: int) -> bool:
        """某项目总投资1亿元。某镇人民公园|位居…，计划总投资1000万元: whether a sentence begins with what lies elsewhere."""
        lies = _LIES.match(self.text, max(self._clauses.sentence(at).lo, told.end), at)
        return lies is not None and lies["name"][-4:] not in self.text[told.start - 8 : told.end]

    def _is_its_house(self, back: Mention, lo: int) -> bool:
        """某垃圾处理中心项目开工。|该中心|占地30亩，总投资…: whether what a sentence begins with is what the project builds."""
        return back.text[0] in "该此" and self.text.endswith((f"{back.text[1:]}项目", f"{back.text[1:]}工程"), 0, lo)

    def _closes_list(self, project: Mention) -> bool:
        """甲项目、乙项目，总投资…: the sum is that of all."""
        return self.text.endswith(tuple(word + mark for word in ("项目", "工程") for mark in "、和与及"), 0, project.start)


def find_sums(clauses: Clauses) -> Iterator[Claim]:
    """Which project gets which money."""
    return _Sums(clauses)()


__all__ = ["find_sums"]
