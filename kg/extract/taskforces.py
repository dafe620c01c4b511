"""Task forces: leading groups, headquarters, work teams, each named by what it is for: 某县|乡村振兴|领导小组, 由|区|防汛|指挥部.

The topic of one may hold verbs (解决执行难工作|领导小组), so its beginning is looked for apart from other names'. A team may be
sent by a body (省文化厅|驻某村|工作队), or bear a number (全市|项目观摩督查第一组).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, Found
from kg.extract.bodies import FOUNDERS, NO_BODY_NAMES, UNIT, is_public
from kg.extract.body_functions import DATE_ENDS, TERM
from kg.extract.departments import match_department
from kg.extract.edges import AGES, SINGLE_STOPS, breaks_chain, left_edge
from kg.extract.marked_bodies import is_called_scheme
from kg.extract.offices import GROUP_NUMBER, joint_force, spans_of
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_TASKFORCE = re.compile(
    "(?=[专保包协处审宣巡工帮应抢报招指排推攻救整暗核检测监督突筹管考联评调防领验化服治互研会落护禁普征拆创建])(?:"
    r"工作指挥部(?:办公室)?|指挥部(?:办公室)?|工作领导小组(?:办公室)?|领导小组(?:办公室)?|领导组(?![织长])|工作组|工作专班|专班|督导组|督查组|督察组|测评组|评估组|验收组|巡察组|巡视组|巡查组|核查组|考核组|暗访组|督战组|检查组|宣讲团|报道组|推进小组|工作小组|(?:监督|监管|督查|筹备|协调|审核|评议|评审|宣传|保障|应急|处置|整改|指导|帮扶|攻坚|联络|防控|救治|管控|巡查|排查|核查|考核|包保|包联|调解|化解|调处|服务|治理|整治|巡逻|互助|研判|会商|落实|护林|防汛|禁毒|普查|征迁|拆迁|宣教|创建|建设|推广|验收)小组|突击队(?!伍)|应急队(?!伍)|应急分队|救援队(?!伍)|"
    r"抢险队(?!伍)|工作队(?!伍)|指导组|攻坚组|调查组|专家组|联席会议办公室|(?<=第[一二三四五六七八九十])招商(?:小分队|分队|小组|组|队)(?![伍员])"
    ")"
)
_BATCH = re.compile("第[一二三四五六七八九十]批$")
# The long names of a disease hold a verb and a 的: 某市应对新型冠状病毒感染的|肺炎疫情防控指挥部.
_LONG_DISEASE = re.compile("(?:应对|防控|抗击)?新(?:型)?冠(?:状病毒)?感染的?$")
# 由甲任组长、乙任副组长的|解决执行难工作|领导小组: all behind the 的 is its name, verbs and all.
_HEADED_BY = re.compile("(?:组长|指挥长|总指挥|成员|队长)的(?P<topic>[^，。；：、的\\s]{2,20})$")
COUNTED_BEFORE = re.compile("[一二两三四五六七八九十几多余数\\d][家所座个支]$")


OF_STATE = ("国家", "中央", "国务院")
_TOPICS = ("疫情防控", "防汛", "防控")
_AND_TEAM = re.compile("(?:成员|干部|人员|群众|代表|队员)[及和与]")  # 某村|班子成员及|驻村工作队: people, and the team


_FOUNDED_BY = (
    "应急",
    "前线",
    "前方",
    "现场",
    "应急处置",
    "抢险救援",
    "应急救援",
    "抢险",
    "救援",
    "现场救援",
    "前线救援",
    "现场应急",
)
_FOUNDS = re.compile(
    "(?:也|还|又|已|立即|迅速|随即|及时|紧急|连夜|第一时间|当即|当晚|当天|联合|共同|专门|先后){0,3}(?:成立|组建|设立|启动)了?$"
)
_FOUNDING = ("委", "政府", "党委", "党工委", "管委会")


def _founder(text: str, start: int, found: Found) -> BodyValue | None:
    """The committee or government that is said to set up a task force, whose name says only what it is for."""
    founds = _FOUNDS.search(text, max(0, start - 12), start)
    body = found.ending_at(Kind.ORGANISATION, founds.start()) if founds is not None else None
    value = body.value if body is not None else None
    return value if isinstance(value, BodyValue) and value.core in _FOUNDING and value.parent is None else None


_SECOND_TOPIC = re.compile("（[一-龥]{2,6}）$")  # 某街道脱贫攻坚（乡村振兴）|工作队
_SEVERAL = re.compile("(?:[一两二三四五六七八九十几多数]+|\\d+)[个支](?!专项)")


#: whose task force one is, by a common noun, and the endings of the bodies that it stands for
_HOUSES = {
    "医院": "医院|卫生院|保健院|@within",
    "学校": "学校|小学|中学|大学|学院|一中|二中|三中|@within",
    "公司": "公司|集团|@within",
}


def find_taskforces(text: str, found: Found) -> Iterator[Mention]:
    for match in _TASKFORCE.finditer(text):
        stop, end = match.span()
        helps = text.endswith("帮镇扶村", 0, stop)  # no 镇|扶村工作队
        held = found.covering(Kind.ORGANISATION, stop) if not helps else None
        sender = _sender(text, held.start, found) if held is not None and held.end == end else None
        own = held is not None and held.end == end and sender is None
        outpost = _sending_place(text, held.start, found) if held is not None and own else None
        if held is not None and held.end >= end and sender is None and outpost is None:
            continue
        second = _SECOND_TOPIC.search(text, max(0, stop - 10), stop)
        start = held.start if held is not None and outpost is not None else left_edge(text, second.start() if second else stop)
        start += text.startswith("叫", start)  # 村里人也叫|驻村帮扶队
        inner = found.covering(Kind.ORGANISATION, start) if outpost is None else None
        if inner is not None and inner.start < start < inner.end < stop and is_public(inner):
            start = inner.end  # 县水利和|湖泊局|联防联控工作队
        disease = _LONG_DISEASE.search(text, max(0, start - 12), start) if text[start - 1 : start] in ("染", "的") else None
        if disease is not None:
            start = left_edge(text, disease.start())
        headed = _HEADED_BY.search(text, max(0, stop - 24), stop)
        if headed is not None and held is None:
            start = headed.start("topic")
        if helps:  # 某院|驻某镇|帮镇扶村|工作队
            start = stop - (6 if text.endswith("驻镇帮镇扶村", 0, stop) else 4)
            batch = _BATCH.search(text, max(0, start - 4), start)
            start = batch.start() if batch is not None else start
        new = founded_topic(text, stop, end) if held is None else -1
        start = new if 0 <= new < start else start
        near = next(found.before(Kind.DISTRICT, stop), None)
        behind = near is not None and near.end < start and stop - near.end <= 24
        if near is not None and behind and is_topic_of_force(text[near.end : second.start() if second else stop], text[stop:end]):
            start = near.end
        elif near is None or near.end < start:
            start = clause_topic(text, unit_start(text, start, stop, text[stop:end]), stop)
        issuer = next(found.before(Kind.ORGANISATION, stop), None)  # 某市农业农村局|复工复产第四|督查组
        if issuer is not None and issuer.end < start and stop - issuer.end <= 20 and is_public(issuer):
            start = issuer.end if is_plain_topic(text[issuer.end : stop]) else start
        elif issuer is not None and start <= issuer.start < issuer.end <= stop <= issuer.end + 6 and is_public(issuer):
            start = issuer.end  # 市委宣传部|机关驻村|工作队
        anchor, unit, core_at = anchor_of(text, start, stop, found)
        start = anchor.start if anchor is not None else start
        if anchor is not None and anchor.text[-1] == text[core_at] and text[core_at] in "省市县区州旗" and stop - core_at > 3:
            core_at += 1  # 三门县|县|水利工程建设指挥部
        core = text[core_at:end]
        if _SEVERAL.match(core) is not None:
            continue  # 驻武汉、驻深圳|两个招商专班
        form = match_department(text, core_at)
        if form is not None and core_at + len(form[0]) == end:
            core = form[1]  # 防汛指挥部 and 防汛抗旱指挥部 are one
        topic = text[core_at:stop]
        opened = text.rfind("“", max(0, start - 9), start) if text[start - 1 : start] == "”" else -1
        founder = found.ending_at(Kind.ORGANISATION, opened) or _sender(text, opened, found) if opened > 0 else None
        if founder is not None:  # 某局|“访惠聚”|驻村工作队, 某局|驻|某村“访惠聚”工作队
            village = found.ending_at(Kind.DISTRICT, opened)
            value = BodyValue(text[founder.end : end], "TaskForce", anchor=village, parent=founder, proper=True)
            yield Mention(Kind.ORGANISATION, founder.start, end, text[founder.start : end], "organisations.sent", 0.9, value)
            continue
        by = _founder(text, start, found) if anchor is None and not unit and topic in _FOUNDED_BY else None
        if by is not None:  # 县委、|县政府|连夜成立|应急指挥部
            value = BodyValue(core, "TaskForce", anchor=by.anchor, relative=by.relative)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.founded", 0.85, value)
            continue
        if "临时" in topic or (topic in ("现场", "前线", "前方") and anchor is None and not unit):
            continue
        sender = sender or _sender(text, start, found)
        outpost = outpost or (_sending_place(text, start, found) if sender is None else None)
        if outpost is not None and start > outpost.end:  # 某区|驻|某县|帮扶工作队
            at = found.ending_at(Kind.DISTRICT, core_at)
            value = BodyValue(text[outpost.end : end], "TaskForce", anchor=at or outpost, proper=True)
            yield Mention(Kind.ORGANISATION, outpost.start, end, text[outpost.start : end], "organisations.sent", 0.9, value)
            continue
        if outpost is None and sender is None and (unit_at := _envoy_unit(text, start, anchor)) >= 0:
            # 省|派驻|某县|…指导组
            value = BodyValue(text[unit_at + 1 : end], "TaskForce", relative=text[unit_at])
            yield Mention(Kind.ORGANISATION, unit_at, end, text[unit_at:end], "organisations.sent", 0.85, value)
            continue
        if sender is not None:  # 省文化厅|驻|某县某村|工作队
            village = found.ending_at(Kind.DISTRICT, stop)
            value = BodyValue(text[sender.end : end], "TaskForce", anchor=village, parent=sender, proper=True)
            yield Mention(Kind.ORGANISATION, sender.start, end, text[sender.start : end], "organisations.sent", 0.9, value)
            continue
        if (
            (topic in NO_BODY_NAMES and topic not in _TOPICS and headed is None and not text.startswith("招商", stop))
            or not topic
            or (len(topic) < 2 and anchor is None and not unit)
        ):
            continue
        if _AND_TEAM.search(topic) or "+" in topic:
            continue  # “林长|+工作队|长”机制
        counted = COUNTED_BEFORE.search(text, max(0, start - 3), start) if anchor is None and not unit else None
        if (topic and topic[0].isdigit()) or topic.startswith(("支", "个")) or (counted or COUNTED_BEFORE.search(topic)):
            continue
        if text.endswith("专班", stop, end) and (text.startswith(("制", "办、", "办，", "办。", "办的"), end) or "+" in topic):
            continue  # “清单化+专班|制”, 历史遗留问题专班|办
        if topic.endswith("一") and text.endswith("专班", stop, end):
            continue  # “一河一策|一专班”
        if topic.endswith(FOUNDERS) and text.endswith("专家组", stop, end):
            continue  # 某大学|专家组: some of its people
        noun = (
            next((noun for noun in _HOUSES if core.startswith(noun)), "") if anchor is None and not unit and held is None else ""
        )
        if noun and len(topic) > len(noun) and core_at == start and not "\u4e00" <= text[start - 1 : start] <= "\u9fff":
            value = BodyValue(core[len(noun) :], "TaskForce", back=_HOUSES[noun])  # 医院|驻村工作队: of the hospital told of
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.taskforce", 0.85, value)
            continue
        holder = _holder(found, start)
        of_state = core.startswith(OF_STATE) and anchor is None and holder is None  # 国家|考核组
        value = BodyValue(core, "TaskForce", anchor=anchor, relative=unit, parent=holder, proper=of_state)
        begin = holder.start if holder is not None else start
        force = Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.taskforce", 0.85, value)
        if holder is not None:
            listed = text[holder.start - 1 : holder.start] == "、"
            force = joint_force(text, force, holder, found.ending_at(Kind.ORGANISATION, holder.start - listed))
        yield force
        team = _TEAM_BELOW.match(text, end) if text.endswith(_HEADQUARTERS, stop, end) else None
        if team is not None:
            value = BodyValue(team.group(), "TaskForce", parent=force)
            yield Mention(Kind.ORGANISATION, begin, team.end(), text[begin : team.end()], "organisations.taskforce", 0.9, value)


# 省扶贫开发领导小组|第七考核组, 县疫情防控指挥部|督导组, 街道城市更新专班|青年突击队.
_TEAM_BELOW = re.compile(
    "(?:青年|党员|巾帼|民兵|干部|专业|抢险|应急)?(?:先锋)?(?:突击队|攻坚队|先锋队|服务队|抢险队|救援队|应急队)(?!伍|员)|(?:第[一二三四五六七八九十]+)?(?:综合|专项|联合)?(?:巡查|督导|督查|督察|督战|指导|检查|考核|核查|验收|评估|暗访|工作)组(?![织建成合])"
)


def _sender(text: str, start: int, found: Found) -> Mention | None:
    """The body that stations a work team in a village, or sends it there."""
    start = found.places_begin(start)
    for verb in ("派驻", "驻"):
        if text.endswith(verb, 0, start):
            return found.ending_at(Kind.ORGANISATION, start - len(verb))
    return None


_SENDS = ("派驻", "驻", "对口支援", "对口帮扶", "援疆", "援藏", "援青")  # 某省|对口支援|某县|工作组


def _sending_place(text: str, start: int, found: Found) -> Mention | None:
    """The district that stations a work team in another: 西樵镇|驻|大洲镇|帮扶工作队."""
    start = found.places_begin(start)
    verb = next((verb for verb in _SENDS if text.endswith(verb, 0, start)), "")
    return found.ending_at(Kind.DISTRICT, start - len(verb)) if verb else None


def _holder(found: Found, start: int) -> Mention | None:
    """The body right before a task force or branch: 区水利局|抢险突击队."""
    return found.ending_at(Kind.ORGANISATION, start)


def anchor_of(text: str, start: int, stop: int, found: Found) -> tuple[Mention | None, str, int]:
    """The district or unit word that a name begins with, and where the name's own part begins."""
    for held in found.between(Kind.DISTRICT, max(0, start - 12), stop + 1):
        if (held.end > start and held.start <= start) or held.end == start:
            if held.end == stop or found.covering(Kind.DISTRICT, held.end) is None:
                return held, "", held.end
            start = held.end
    match = UNIT.match(text, start)
    if match is not None and match.end() <= stop and not (text[start] in "镇乡村" and text.endswith("等", 0, start)):
        pieces = words().cut(text[start:stop])
        if match.end() == stop or (pieces and pieces[0] == match.group()):
            return None, match.group(), match.end()
    return None, "", start


def _envoy_unit(text: str, start: int, anchor: Mention | None) -> int:
    """Where the unit word stands of who sends a group to a district: |省|派驻甲县某某指导组; -1 where nobody does."""
    verb = next((verb for verb in ("派驻", "驻") if text.endswith(verb, 0, start)), "") if anchor is not None else ""
    at = start - len(verb) - 1
    if not verb or at < 0 or text[at] not in "省市县区州":
        return -1
    return at if at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff" else -1


_OWN_UNIT = re.compile(
    "(?:(?<![一-龥])|(?<=[由在是的向对经]))(?:省|市|县|区|旗|州|镇|乡|街道)(?=[一-龥]{2,20}$)(?![两三四五]?级|委|政府|里|直|属|内|长|域)"
)
_LED_GROUPS = ("领导小组", "领导小组办公室", "指挥部", "指挥部办公室", "专班")
_WHO_HEADS = re.compile("领导|担?任(?!务)|书记|主任|干部|各$")  # 县|主要领导任|工作领导小组|组长
_MADE_UP = re.compile("组成|组建|成立|牵头")  # 县|红十字会|组成救灾工作队: what goes before is another body


def unit_start(text: str, start: int, stop: int, force: str = "") -> int:
    """Where a task force of the page's own district begins: 由|区|疫情防控联合执法检查组, |县|重点项目|工作领导小组."""
    unit = _OWN_UNIT.search(text, max(0, stop - 24), stop)
    if unit is None or unit.start() >= start or not is_topic_of_force(text[unit.end() : stop], force):
        return start
    if (stop - unit.end() < 4 and not force.endswith(_LED_GROUPS)) or _WHO_HEADS.search(text, unit.end(), stop):
        return start
    return start if _MADE_UP.search(text, unit.end(), stop) is not None else unit.start()


_NEWS_OF_FORCE = re.compile(
    "调整|充实|健全|完善|建立|研究|听取|审议|通过|印发|[发下]文|加入|担任|参加|(?<!大)走访|慰问|看望|前往|来到|迎接|迎来|接待|陪同"
)
_CLAUSE = re.compile("(?<![一-龥”）])(?P<topic>[一-龥]{4,20})$")
_LED_FORCE = re.compile("(?:带领|率领)(?P<topic>[一-龥]{4,20})$")  # 带领|县域商业网点监督指导|领导小组全体人员
_TOPIC_TAIL = re.compile("(?:监督指导|改造|更新|开发|拆迁|征收|征迁|搬迁|迁建|扩建|重建|修复|建设|提升|整治|治理|保护)$")


def clause_topic(text: str, start: int, stop: int) -> int:
    """Where a task force begins that a clause begins with: 老街整治提升改造|指挥部, all before it is what it is for."""
    if start and not "\u4e00" <= text[start - 1] <= "\u9fff":
        return start
    clause = _LED_FORCE.search(text, max(0, stop - 24), stop) or _CLAUSE.search(text, max(0, stop - 24), stop)
    if clause is None or clause.start("topic") >= start or _TOPIC_TAIL.search(text, clause.start(), stop) is None:
        return start
    stretch = clause["topic"]
    return clause.start("topic") if _NEWS_OF_FORCE.match(stretch) is None and is_plain_topic(stretch) else start


# 县里成立|山林纠纷化解工作|专班: all that is founded is its name, verbs and all.
_FOUNDED = re.compile("(?:成立|组建|设立|组成)(?:了|起)?(?P<topic>(?:(?![由的任被将以并和、了])[一-龥]){2,20})$")


# 召开|高考期间噪声管控工作|领导小组会议: so is all that meets, from the verb that calls it together.
_CALLED = re.compile("(?:召开|举行)(?:全[省市县区州旗镇乡])?(?P<topic>(?:(?![由的任被将以并和暨、了]|会议|大会)[一-龥]){3,24})$")
_MEETS = re.compile("(?:第[一二三四五六七八九十\\d]+次)?(?:全体|工作|扩大|专题|联席|推进|调度|成员)*会(?!同|员)")


def founded_topic(text: str, stop: int, end: int) -> int:
    """Where the topic of a task force begins that is said to be founded or called together; -1 where it is none."""
    founded = _FOUNDED.search(text, max(0, stop - 24), stop)
    if founded is None and _MEETS.match(text, end):
        founded = _CALLED.search(text, max(0, stop - 32), stop)
    if founded is None:
        return -1
    pieces = words().cut(founded["topic"])
    term = TERM.search(founded["topic"])  # 第十五届|省运会期间安全保障工作|领导小组
    stray = any(
        words().tag(piece)[0] in "pcrumqd" and piece != "种" and not (term and piece in term.group()) for piece in pieces
    )  # 禁|种|铲毒踏查工作小组: a verb
    return -1 if stray else founded.start("topic")


_PLAIN_TOPIC = re.compile(
    r"(?:(?!成立|召开|召集|组织|组建|设立|下设|各设|[一两二三四五六七八九十]个|选出|推选|产生|正在|精简|撤销|取消|的|在|到|由|向|和|与|按照|根据|开展|举行|联合(?!执法|督|检查|工作|调查|巡查)|派出|抽调|带领|率|长|书记|主任|负责人)[一-龥]){2,24}"
)


def is_topic_of_force(stretch: str, force: str) -> bool:
    """Whether all behind a district tells what a task force does, its verb before 工作 too: 某县|解决执行难工作|领导小组."""
    if _NEWS_OF_FORCE.match(stretch):
        return False
    if is_plain_topic(stretch):
        return True
    works = force.startswith("工作") or stretch.endswith("工作")
    return works and _PLAIN_TOPIC.fullmatch(stretch) is not None and _NEWS_OF_FORCE.search(stretch) is None


# What a task force is for, right before its kind (整治|推进|工作领导小组), and who checks together (联合执法|检查组).
_WORK_OF_FORCE = re.compile(
    "(?=[保修创利包协发处复实建开征扩拆指排推提搬改攻整更治监督管联落调蹲迁重驻])(?:"
    "(?:推进|整治|攻坚|创建|提升|保障|协调|建设|实施|落实|整改|治理|发展|管理|指导|监督|督导|处置|调查|排查|复工复产|复工|"
    "改造|更新|开发|拆迁|征收|征迁|搬迁|迁建|扩建|重建|修复|保护|利用|蹲点|驻点|包保)+"
    "(?:工作)?(?:第[一二三四五六七八九十]+)?$|联合(?=执法|督[查导]|检查|工作|调查|巡查)"
    ")"
)
_WORK_OF_COOPERATIVE = re.compile("(?=[养加培收种繁营购销])(?:种植|种?养殖|种养|购销|销售|营销|加工|收购|繁育|培育)+$")


def is_plain_topic(stretch: str) -> bool:
    """Whether what stands between a district and an ending is all of one name: 某县|乡村振兴|领导小组."""
    if _PLAIN_TOPIC.fullmatch(stretch) is None:
        return False
    pieces = words().cut(_WORK_OF_COOPERATIVE.sub("", _WORK_OF_FORCE.sub("", stretch)))
    if any(words().tag(piece) == "t" and piece[-1] in DATE_ENDS and piece not in AGES for piece in pieces):
        return False  # 某小区|去年底…委员会
    return not any(breaks_chain(piece) for piece in pieces if piece not in ("应对", "新", "对", "保障", "服务", "企业", "重点"))


_GROUP_NAME = re.compile(
    r"(?:全(?P<whole>[省市县区州旗镇乡])|(?<![一-龥])(?P<unit>[省市县区州旗镇乡])|(?<=[的是由、，]))?"
    r"(?P<topic>(?:(?![的是由和与在到向、，])[一-龥]){0,8}(?:督查|督导|检查|观摩|考核|调研|验收|评估|指导|帮扶|暗访|慰问|巡查|排查)(?:工作)?)$"
)


# 市推进办|督查三组, 县委|督导一组: a group of a body by its work and its number.
_BY_NUMBER = needing(
    "组",
    "(?=[督检巡考指核验暗包])(?:督查|督导|督察|检查|巡察|巡视|考核|指导|核查|验收|暗访|包保)[一二三四五六七八九十]{1,2}组(?![织建成合])",
)


# 省|安全生产|督导二组: what a group of the province or city by number is for.
_OWN_INSPECTION = re.compile(
    "(?:(?<![一-龥])|(?<=[由是的对向经]))(?P<unit>[省市县区州])(?!委|政府|人大|政协|[两三四]?级|直|属|内|里|长|域|领导|纪)(?P<topic>[一-龥]{2,20})$"
)


def _is_inspected(topic: str) -> bool:
    """Whether a stretch is what is looked after, fields joined by 和 too: 安全生产和森林防火."""
    fields = re.split("[和及]", topic)
    return _NEWS_OF_FORCE.search(topic) is None and all(_PLAIN_TOPIC.fullmatch(field) for field in fields)


def find_numbered_groups(text: str, found: Found) -> Iterator[Mention]:
    """全市|项目观摩督查第一组: a group by number of an inspection of the whole district; 市推进办|督查三组: of a body."""
    for group in _BY_NUMBER.finditer(text):
        holder = found.ending_at(Kind.ORGANISATION, group.start())
        own = _OWN_INSPECTION.search(text, max(0, group.start() - 24), group.start()) if holder is None else None
        if own is not None and found.covering(Kind.ORGANISATION, group.start()) is None and _is_inspected(own["topic"]):
            value = BodyValue(text[own.start("topic") : group.end()], "TaskForce", relative=own["unit"])
            whole = text[own.start() : group.end()]
            yield Mention(Kind.ORGANISATION, own.start(), group.end(), whole, "organisations.numbered", 0.88, value)
        elif holder is not None and found.covering(Kind.ORGANISATION, group.end() - 1) is None:
            value = BodyValue(group.group(), "TaskForce", parent=holder)
            whole = text[holder.start : group.end()]
            yield Mention(Kind.ORGANISATION, holder.start, group.end(), whole, "organisations.numbered", 0.9, value)
    for number in GROUP_NUMBER.finditer(text):
        name = _GROUP_NAME.search(text, max(0, number.start() - 16), number.start())
        if name is None or not (name["whole"] or name["unit"]) or found.covering(Kind.ORGANISATION, number.start()) is not None:
            continue
        start, end = name.start(), number.end()
        value = BodyValue(text[name.start("topic") : end], "TaskForce", relative=name["whole"] or name["unit"])
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.numbered", 0.85, value)


# 县委|党史学习教育第三指导组, 县|党的群众路线教育实践活动督导组: who guides what the whole party studies.
_STUDY_GROUP = needing(
    "学习教育 主题教育 实践活动 教育整顿 专题教育",
    "(?:(?:党的)?群众路线教育实践活动|(?:党史|党纪|“两学一做”|两学一做)学习教育|“三严三实”专题教育|"
    "(?:“不忘初心、牢记使命”|“不忘初心[、 ]?牢记使命”)?主题教育|(?:政法队伍|“三严三实”)?(?:教育整顿|专题教育)|教育实践活动)"
    "(?:第[一二三四五六七八九十]{1,3})?(?:巡回)?(?:督导|指导|督查|检查)组(?![织建])",
)
_OWN_UNIT_BEFORE = re.compile("(?:(?<![一-龥])|(?<=[由是对向经]))[省市县区州]$")


def find_study_groups(text: str, found: Found) -> Iterator[Mention]:
    """市委|“不忘初心、牢记使命”主题教育第四巡回指导组: 学习 begins no name elsewhere, nor do marks."""
    for group in _STUDY_GROUP.finditer(text):
        start, end = group.span()
        holder = found.ending_at(Kind.ORGANISATION, start)
        place = found.ending_at(Kind.DISTRICT, start) if holder is None else None
        unit = _OWN_UNIT_BEFORE.search(text, max(0, start - 2), start) if holder is None and place is None else None
        before = holder or place
        begin = before.start if before is not None else unit.start() if unit is not None else start
        if begin == start:
            continue
        own = unit.group() if unit is not None else ""
        value = BodyValue(group.group(), "TaskForce", anchor=place, relative=own, parent=holder)
        yield Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.study", 0.93, value)


# 县委|第一、第二巡察组, 县纪委监委|第一、三纪检监察室: several of a body by number, of which the last bears the name of all.
_ORDINALS = needing(
    "巡察组 巡视组 督查组 督导组 督察组 检查组 考核组 监察组 监察室 检察部 工作组",
    "(?P<ordinals>第[一二三四五六七八九十]{1,2}(?:[、和及](?:第)?[一二三四五六七八九十]{1,2})+)"
    "(?P<group>(?:综合|专项|常规|派驻|联合)?(?:巡察|巡视|督查|督导|督察|检查|考核|纪检监察|工作)组(?![织建成合])|(?:派驻)?纪检监察[组室]|检察部)",
)
_ORDINAL = re.compile("(?:第)?([一二三四五六七八九十]{1,2})")


def find_ordinal_groups(text: str, found: Found) -> Iterator[Mention]:
    """市委|第三、第四巡察组: each of the groups."""
    for match in _ORDINALS.finditer(text):
        holder = found.ending_at(Kind.ORGANISATION, match.start())
        if holder is None:
            continue
        numbers = list(_ORDINAL.finditer(text, *match.span("ordinals")))
        for at, number in enumerate(numbers):
            start, end = number.start(), match.end() if at == len(numbers) - 1 else number.end()
            name, subtype = f"第{number[1]}{match['group']}", "TaskForce" if match["group"][-1] == "组" else ""
            held = holder.value
            if isinstance(held, BodyValue) and held.core == "委" and subtype:  # as 县委第一巡察组 is read by itself
                value = BodyValue(f"委{name}", subtype, anchor=held.anchor, relative=held.relative)
            else:
                value = BodyValue(name, subtype, parent=holder)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.ordinal", 0.95, value)


# The groups that a headquarters works in: 下设|综合协调组、物资保障组|等8个工作组. Their topics tell them from 语文组、数学组.
_GROUP = "(?:(?![的等由和与及在到向])[一-龥]){2,8}?(?<!小)组"
_GROUPS_WITHIN = needing(
    "组、",
    f"(?:(?<![一-龥])|(?<=[设立有括含为])|(?<=分成)|(?<=抽调)|(?<=听取))(?P<list>{_GROUP}、{_GROUP}(?:[、和及]{_GROUP}(?![织建成合]))*)"
    "(?=[，。；、和及等（]|[一二两三四五六七八九十\\d]+个|的|负责|汇报|参加|组长)",
)
_GROUP_TOPIC = re.compile(
    "综合|协调|保障|监测|救治|救援|抢险|处置|宣传|舆情|检疫|防疫|防控|流调|转运|隔离|消杀|后勤|秘书|督导|督查|安置|安保|维稳|"
    "治安|善后|排查|专家|通信|资金|信息|疏散|调查|征收|征迁|拆迁|信访|招商|交通|医疗|物资|社区|市场|稳控|应急|执法|整治"
)
_HEADQUARTERS = ("指挥部", "领导小组", "指挥部办公室", "领导小组办公室", "专班", "防控办", "工作小组", "领导组")


# Right behind it: 县疫情防控指挥部|综合协调组和物资保障组.
_GROUPS_BEHIND = re.compile(f"{_GROUP}(?![织建成合])(?:[、和及]{_GROUP}(?![织建成合]))*(?!长|和|、)")
_NO_GROUP_HEADS = (
    "成立", "组建", "设立", "派出", "抽调", "下设", "内设", "增设", "要求", "安排", "召开", "听取", "各", "全体", "联合", "第"
)  # fmt: skip


def find_groups_within(text: str, found: Found) -> Iterator[Mention]:
    """某县防汛指挥部…。|综合协调组、抢险救援组|等工作组: the groups of the headquarters told of before, or right before."""
    for match in _GROUPS_WITHIN.finditer(text):
        spans = spans_of(match["list"], match.start())
        if sum(_GROUP_TOPIC.search(text, *span) is not None for span in spans) < 2:
            continue
        told = (body for body in found.before(Kind.ORGANISATION, match.start()) if body.text.endswith(_HEADQUARTERS))
        force = next(told, None)
        for start, end in spans if force is not None else ():
            if found.covering(Kind.ORGANISATION, end - 1) is None:
                value = BodyValue(text[start:end], "TaskForce", parent=force)
                yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.within", 0.85, value)
    for force in found.of(Kind.ORGANISATION) if "组" in text else ():
        behind = _GROUPS_BEHIND.match(text, force.end) if force.text.endswith(_HEADQUARTERS) else None
        spans = spans_of(behind.group(), force.end) if behind is not None else []
        if not all(
            _GROUP_TOPIC.search(text, *span) is not None and not text.startswith(_NO_GROUP_HEADS, span[0]) for span in spans
        ):
            continue
        for start, end in spans:
            begin = force.start if start == force.end else start
            value = BodyValue(text[start:end], "TaskForce", parent=force)
            yield Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.within", 0.85, value)


# The office of a task force told just before: 领导小组办公室|设在县公安局; 办公室主任 behind it is its head.
_SEATED = needing(
    "办公室",
    "(?=[专办工指领])"
    r"(?:(?<=[，。；、）\n设])|(?<=下设))(?:领导小组|指挥部|工作组|(?:工作)?专班)?办公室(?=设在|设于|设立在|在|地点设在|，(?:办公室)?设|主任由)",
)
_NEAR_FORCE = 120  #: characters over which such an office looks back to its task force


def find_seated_offices(text: str, found: Found) -> Iterator[Mention]:
    for match in _SEATED.finditer(text):
        start, end = match.span()
        floor = max(text.rfind("\n", 0, start), start - _NEAR_FORCE)
        force = next((b for b in found.before(Kind.ORGANISATION, start) if b.start <= floor or _is_group(b)), None)
        if force is not None and force.start > floor:
            value = BodyValue("办公室", "TaskForce", parent=force)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.seated", 0.95, value)


def _is_group(body: Mention) -> bool:
    return isinstance(body.value, BodyValue) and body.text.endswith(("小组", "指挥部", "专班", "工作组"))


_OWN_FORCE = re.compile(
    r"(?:(?!成立|召开|召集|组织|组建|设立|下设|任命|担任|[新第首一二三四五六七八九十上本]+届|[的在到由向、，。；])[一-龥]){2,14}?(?:领导小组|工作小组|监督小组|理事会|监督委员会|工作专班)(?!会议|办公室)"
)
_NEXT_FORCE = re.compile(
    r"(?:和|、|及|以及|与)(?P<name>(?:(?![的在到由向和、])[一-龥]){2,10}?(?:小组|专班|理事会|监督委员会))(?![一-龥]*(?:会议|办公室))"
)


def find_own_forces(text: str, found: Found) -> Iterator[Mention]:
    """某小学|免费午餐捐款领导小组|和|捐款监督小组: task forces of a school or company, the second by the same founder."""
    for founder in found.of(Kind.ORGANISATION):
        if not founder.text.endswith(FOUNDERS):
            continue
        force = _OWN_FORCE.match(text, founder.end)
        if force is None or any(piece in SINGLE_STOPS for piece in words().cut(force.group())):
            continue
        spans = [force.span()]
        while (other := _NEXT_FORCE.match(text, spans[-1][1])) is not None:
            spans.append(other.span("name"))
        for start, end in spans:
            begin = founder.start if start == founder.end else start
            value = BodyValue(text[start:end], "TaskForce", parent=founder)
            yield Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.own_force", 0.85, value)


_QUOTED_TEAM = re.compile(
    r"“([^“”，。！？\n]{2,12}(?:队|工作室|宣讲团|艺术团|合唱团|联盟|志愿者协会|服务社|党支部|党总支|党小组|腰鼓队))”"
)
_QUOTED_THEN = re.compile(
    r"“[^“”，。！？\n]{1,14}”(?!等)(?:[一-龥]{0,6}(?:服务|志愿|志愿者|调[解处]|化解|义诊|宣讲|突击|先锋|帮扶|直播|宣传|舞蹈|文艺|党员|巡[查逻防护]|护[河林学路渔湾]|劝[导解]|"
    "秧歌|攻坚|应急|救援|抢险|讲[师解]|评理|议事|[帮代]办|督[查导]|监督|清洁|保洁|环保|消防|反诈|平安|治安|义警|网格|普法|法[治律]|科技|农技|技术|"
    "医疗|健康|助[农学企老]|惠民|便民|巾帼|青年|银发|文明|理论|政策|创业|互助|爱心|公益|帮帮|智囊|顾问|专家)[一-龥]{0,4}?)(?:团队|队|团)(?!员|体|结|伍)"
    r"|“[^“”，。！？\n]{2,10}”(?:小?队|小分队)(?=由|队长|长|[，。、；])"
)


_MADE_OF = needing(
    "队",
    "(?=[派组成选抽])(?:派出|组建|成立|选派|组成|抽调)(?:了|起)?(?:一支)?(?:由)?(?:(?![，。；、]).){0,8}?(?:\\d+|[一二两三四五六七八九十]+)[余多]?[人名]"
    "(?:(?![，。；、]).){0,6}?的(?P<team>(?:(?![的了在和与及])[一-龥]){3,9}队)(?![伍员长])",
)


def find_counted_teams(text: str, found: Found) -> Iterator[Mention]:
    """某县人民医院|派出12人的|医疗防疫队: the team of the body that makes it up."""
    for match in _MADE_OF.finditer(text):
        holder = found.ending_at(Kind.ORGANISATION, match.start())
        start, end = match.span("team")
        if holder is None or found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        value = BodyValue(match["team"], "TaskForce", parent=holder)
        yield Mention(Kind.ORGANISATION, start, end, match["team"], "organisations.counted", 0.75, value)


# 编成“甲”“乙”“丙”|3个志愿服务队: teams whose kind is told once, behind the last of them.
_COUNTED_TEAMS = needing(
    "队 组 专班",
    "(?P<names>(?:“[^“”，。\n]{2,10}”[、和]?){2,8})等?(?:\\d+|[一二三四五六七八九十两]+)[个支](?P<kind>[一-龥]{0,6}?(?:队|小组|工作组|专班))(?![员伍长])",
)


_SO_MANY = re.compile(r"\d+[余多]?[个支]")


def find_quoted_teams(text: str) -> Iterator[Mention]:
    """“凤姐调解队”: a team named in quotation marks."""
    for match in _COUNTED_TEAMS.finditer(text):
        for quote in re.finditer("“([^“”]+)”", match["names"]):
            start, end = (match.start() + at for at in quote.span())
            value = BodyValue(quote[1] + match["kind"], "Association", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.quoted", 0.8, value)
    for match in _QUOTED_THEN.finditer(text):
        value = BodyValue(match.group().replace("“", "").replace("”", ""), "Association", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.quoted", 0.85, value)
    for match in _QUOTED_TEAM.finditer(text):
        if match.group(1)[0] in "不别没莫勿":
            continue  # “不掉队”: what is asked of all
        name = match.group(1)
        if is_called_scheme(text, match.start(1), match.end(1)) or _SO_MANY.match(text, match.end()):
            continue  # 推行“党建联盟”, 成立“党员先锋队”263个
        if name.endswith(("党支部", "党总支")) and "支部" in name[:-3]:
            continue  # “企业党支部带动农村党支部”: what two of them do
        if "、" in name or name.endswith(("部队", "军队")) or ("的" in name and name.endswith("队")):
            continue  # “象棋、舞蹈队”这两块牌子; 打造一支“不走的工作队”: a manner of speaking
        yield Mention(
            Kind.ORGANISATION,
            match.start(),
            match.end(),
            match.group(),
            "organisations.quoted",
            0.8,
            BodyValue(name, "Association", proper=True),
        )
