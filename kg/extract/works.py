"""Works: who builds a project, who pays for it, and in whose charge it is.

施工单位|某公司; 项目由某公司|承建; 项目的投资方是|某公司; 某化工|年产…项目; 某项目…，由某副县长甲|牵头，某局、某镇|具体实施.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, InitiativeValue, firm_name
from kg.extract.carriers import BUILDS_IT, LAUNCHES
from kg.extract.clauses import CLAUSE_END, ITS_PHASE, PROJECT_FACILITY, Clauses, is_named, is_whole
from kg.extract.joins import CONTRACTED
from kg.model import Claim, Kind, Mention

_BUILDER = re.compile(r"(?:(?:施工单位|承建单位|建设单位|承建方|施工方|中标单位)(?:代表)?[：，、]?|由)$")
# 由|某省百强企业|某某集团|在某县|投资兴建: what is said of a firm before its name.
_DESCRIBED = re.compile("(?<=由)[^，。；、由]{0,14}?(?:企业|[民央国]企|公司|厂商|开发商|五?[百千]强)$")
_OWNER = re.compile(r"(?:投资方|投资商|投资主体|业主|业主单位|项目业主|建设方|开发商)(?:为|是|：)?$")
_INVESTS = re.compile(
    r"(?:在[^，。；在]{2,10}?)?(?:共同|联合|合作|负责|合资)?(?:(?:投资|出资)(?:[^，。；]{0,14}?(?:建设|兴建|打造|建成|新建|实施)|(?:约|近|超)?[\d.]*[亿万]?元?(?=[，。；]))"
    r"|(?:具体|独立|全资|组织)?(?:实施|投建|(?:(?:投资|开发)?建设|投资|开发|投建)[和与及]?(?:运营|经营|管理|营运)|开发建设|兴办|创办)(?=[，。；、]))"
)
_INVESTS_IN = re.compile(
    r"(?:计划|拟|累计|一期)?(?:总?投资|出资|斥资|耗资|投入)(?:[^，。；]{0,14}?(?:建设|兴建|打造|建成|新建|实施|修建|开发|改造|扩建))?的"
)
_PAID_THEN = re.compile(
    r"(?:共同|联合|合作|合资|全额|负责)*(?:投资|出资|开发|主办|设计|代建|业主|规划|监管|立项)[^，,。；、]{0,6}[、，,](?:由)?"
)
_BUILDS = re.compile(
    r"(?:[按以][^，。；]{2,6}|负责|统一|具体)?(?:(?P<whole>承建|总承包|建设(?=[，。；,\n]))|施工|承接|中标|代建|具体实施|投资建设|投资兴建)"
)
_INVESTOR = re.compile(
    r"(?:项目|工程)?，?的?(?:投资方|投资商|投资主体|投资人|业主单位|业主|项目业主|建设方|建设单位|建设主体|项目单位|实施单位|实施主体|承担单位|开发商)(?:是|为|：|系|即)?"
)
_IN_CHARGE = re.compile(
    r"由(?P<who>[^，。；]{3,40}?)(?:牵头(?:负责|抓总|推进|组织|实施|开展|开发|建设|打造|主办|举办|落实)?|领衔|挂帅|包抓|负责推进|总负责|"
    r"(?P<does>(?:具体)?(?:负责)?组织实施|(?:共同|联合)(?:组织|出资)?(?:实施|开展|推进|建设|打造|举办|主办|发起|运营)|具体负责|负责(?:具体)?实施|负责(?:组织)?建设|(?:统一|自主|负责)开发(?!区)))[，、]?"
)
_HELPS = re.compile(
    r"(?:等[^，。；]{0,6})?(?:积极|共同|具体|负责|密切|全力|做好|分工)*(?:(?P<builds>代建|建设)|承建|运营|实施|配合|协助|参与|承办|协办|落实|负责|协同|抓落实)"
)
# 甲项目、乙项目由|丙、丁|分别实施.
_EACH_BY = re.compile(r"(?P<by>由)(?=[^，。；]{4,60}(?:分别|各自|负责))")
_EACH_DOES = re.compile(r"(?:分别|各自)(?:负责|牵头|具体)?(?:实施|承担|建设|开展|运营|承建|组织|推进)")
_AMONG = re.compile("(?:列入|纳入|列为|入选)[^，。；]{0,10}$")
_THIS = re.compile(r"该|此|这|项目|工程|活动")
_THIS_BY = re.compile(r"，(?:该|此|这一|这个)?(?:项目|工程|活动|平台|系统|行动|服务|小程序)$")  # 据某局局长甲介绍，平台|由…


class Works:
    """Builders, investors and those in charge of the projects of one article."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self.article, self.found, self.text = clauses.article, clauses.found, clauses.text

    def builders(self) -> Iterator[Claim]:
        """施工单位某公司; 项目由某公司承建: who builds takes part in the project told of."""
        projects = [
            m
            for m in self.found.of(Kind.INITIATIVE)
            if isinstance(m.value, InitiativeValue)
            and (m.value.subtype == "Project" or m.value.back in ("项目", "工程") or m.value.name.endswith("工程"))
        ]
        wholes = [p for p in projects if ITS_PHASE.match(self.text, self._clauses.sentence(p.start).lo) is None]
        projects = wholes or projects  # 项目一期工程建设甲和|乙项目: parts of what was told of
        if not projects:
            return
        for body in self.found.of(Kind.ORGANISATION):
            paid = _INVESTS_IN.match(self.text, body.end)
            bought = self.found.starting_at(Kind.INITIATIVE, paid.end()) if paid is not None else None
            named = not (isinstance(body.value, BodyValue) and body.value.back)
            if bought is not None and bought in projects and named:  # 某公司投资2亿元建设的|某项目
                yield self._clauses.claim("leads", body.start, "claims.investor", 0.8, subject=body, object=bought)
                continue
            if named and _OWNER.search(self.text, max(0, body.start - 7), body.start):
                project = next(
                    (p for p in reversed(projects) if self._clauses.sentence(body.start).lo <= p.start < body.start), None
                )
                if project is not None:
                    parent = body.value.parent if isinstance(body.value, BodyValue) else None
                    party = body.text.endswith(("党委", "党组", "党支部", "党总支")) and parent is not None
                    firm = parent if party and parent is not None else body  # 业主单位某公司|党委书记甲
                    yield self._clauses.claim("leads", body.start, "claims.investor", 0.8, subject=firm, object=project)
                    continue
            at = self._clauses.chain_begin(body)
            described = _DESCRIBED.search(self.text, max(0, at - 18), at)
            at = described.start() if described is not None else at
            before = _BUILDER.search(self.text, max(0, at - 7), at)
            listed, end = self._clauses.listed_from(body.start) if before is not None else ([body], body.end)
            listed = listed if body in listed else [body]
            invests = before is not None and before.group() == "由" and _INVESTS.match(self.text, end) is not None
            invests = invests and before is not None and self.text[before.start() - 1] != "交"  # 某县将某项目交由|某公司|实施
            builds = _BUILDS.match(self.text, end) if before is not None and before.group() == "由" else None
            if before is None or (before.group() == "由" and not invests and builds is None):
                continue
            rule = CONTRACTED if builds is not None and builds["whole"] and not invests else "claims.builder"
            told = [p for p in projects if p.start < body.start]
            around = [p for p in told if is_whole(self.text, p)]  # 甲工程是|乙项目|的子项目，由某公司承建: the part
            told = [p for p in told if p not in around] or told
            if not told and invests and self._of_something_else(end):
                continue
            project = max(told, key=lambda p: p.start, default=projects[0])
            near = next((told for told in self.found.before(Kind.INITIATIVE, body.start) if is_named(told)), None)
            if (
                near is not None
                and near not in around
                and near.start > project.start
                and near.start >= self._clauses.sentence(body.start).lo
            ):
                project = near  # 某校教学楼工程开工。“某某”工程|由某公司承建
            for builder in listed:
                yield self._clauses.claim(
                    "leads" if invests else "takesPartIn", body.start, rule, 0.75, subject=builder, object=project
                )
            then = _PAID_THEN.match(self.text, end) if before.group() == "由" else None
            others, stop = self._clauses.listed_from(then.end()) if then is not None else ([], 0)
            if others and _BUILDS.match(self.text, stop):  # 由甲投资、|乙|承建
                for builder in others:
                    yield self._clauses.claim("takesPartIn", body.start, "claims.builder", 0.75, subject=builder, object=project)

    def _of_something_else(self, end: int) -> bool:
        """由某公司投资5000万元建设的|饲料加工企业|在某县投产: whether what is paid for and built has no name here."""
        invests = _INVESTS.match(self.text, end)
        if invests is None or not self.text.startswith("的", invests.end()):
            return False
        stop = self._clauses.sentence(end).hi
        return not self.found.between(Kind.INITIATIVE, invests.end(), stop)

    def owners(self) -> Iterator[Claim]:
        """The investor of a project: said to be (项目的投资方是某公司), or of the same name (某化工|年产…项目)."""
        firms = [
            m
            for m in self.found.of(Kind.ORGANISATION)
            if isinstance(m.value, BodyValue)
            and m.value.subtype == "Enterprise"
            and not m.value.back
            and not (m.text.endswith(PROJECT_FACILITY) and not m.text.endswith(("园", "园区", "市场")))
        ]
        for project in self.found.of(Kind.INITIATIVE):
            value = project.value
            if not isinstance(value, InitiativeValue) or (value.subtype != "Project" and value.back not in ("项目", "工程")):
                continue
            said = _INVESTOR.match(self.text, project.end)
            if said is not None:
                firm = next((m for m in firms if said.end() <= m.start <= said.end() + 16), None)
                if firm is not None and not CLAUSE_END.search(self.text, said.end(), firm.start):
                    yield self._clauses.claim("leads", project.start, "claims.investor", 0.85, subject=firm, object=project)
                    continue
            core, whole = value.bare.removesuffix("项目"), project.text.removesuffix("项目")
            if len(whole) >= 5 and len(core) < 5 and not value.back:  # 平远金鼎陶瓷有限公司: 平远|金鼎陶瓷项目
                core = whole
            if len(core) >= 5 and not value.back:
                named = next((m for m in firms if m.text.startswith(core) or (value.place and m.text.endswith(core))), None)
                named = named or next(
                    (m for m in firms if project.text.startswith(firm_name(m.text)) and m.end <= project.start), None
                )
                if named is not None and named.text not in (project.text, value.name, core):
                    yield self._clauses.claim("leads", named.start, "claims.namesake", 0.75, subject=named, object=project)

    def charged(self) -> Iterator[Claim]:
        """某项目…，由某副县长甲牵头，某局、某镇具体实施: who is put in charge, and who helps."""
        for match in _IN_CHARGE.finditer(self.text):
            project = self._put_in_charge(match)
            other = (match["does"] or "").startswith(("共同", "联合")) and self.text[match.start() - 1] != "，"
            if project is None or (other and project.end != match.start()):
                continue  # “某某”优惠月…；技艺大赛|由甲局、乙会共同举办
            leaders, ended = self._clauses.listed_from(match.start("who"))
            if not leaders or ended != match.end("who"):
                people = self.found.between(Kind.PERSON, match.start(), match.end())
                leaders = [people[-1]] if people and people[-1].end == match.end("who") else []
            for leader in leaders:
                yield self._clauses.claim("leads", project.start, "claims.charged", 0.8, subject=leader, object=project)
            helpers, end = self._clauses.listed_from(match.end()) if leaders else ([], 0)
            role = _HELPS.match(self.text, end) if helpers else None
            if role is None:
                continue
            for helper in helpers:
                predicate = "leads" if role["builds"] and not match["does"] else "takesPartIn"
                yield self._clauses.claim(predicate, project.start, "claims.helper", 0.75, subject=helper, object=project)
        for match in _EACH_BY.finditer(self.text, self.article.body) if "分别" in self.text or "各自" in self.text else ():
            doers, end = self._clauses.listed_from(match.end("by"))
            lo = self._clauses.sentence(match.start()).lo
            projects = [told for told in self.found.between(Kind.INITIATIVE, lo, match.start()) if is_named(told)]
            if len(doers) == len(projects) and _EACH_DOES.match(self.text, end):
                for doer, project in zip(doers, projects, strict=True):
                    yield self._clauses.claim("leads", match.start(), "claims.charged", 0.85, subject=doer, object=project)

    def _put_in_charge(self, match: re.Match[str]) -> Mention | None:
        """What is put in someone's charge: the initiative before (某项目由甲牵头), or behind (由甲牵头，实施某项目)."""
        sentence = self._clauses.sentence(match.start())
        told = (
            m for m in self.found.before(Kind.INITIATIVE, match.start()) if not self._clauses.only_describes(m, match.start())
        )
        project = next(told, None)
        if project is not None and project.start >= sentence.lo:
            return project
        behind = next(iter(self.found.between(Kind.INITIATIVE, match.end(), sentence.hi)), None)
        between = self.text[match.end("who") : behind.start] if behind is not None else ""
        if _AMONG.search(between):
            return None  # 由某局牵头，列入全县“十件实事”
        if (
            BUILDS_IT.search(between) or LAUNCHES.search(between) or between.endswith("的")
        ):  # 由甲牵头组织，多家单位参与的|“某某”活动
            return behind
        this = _THIS.match(self.text, sentence.lo) or _THIS_BY.search(self.text, sentence.lo, match.start())
        if project is not None and this and "\n" not in self.text[project.end : sentence.lo]:
            return project
        return None


__all__ = ["Works"]
