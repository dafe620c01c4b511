"""Post phrases: a title with the body, district or office that stands right before it: 区住建局|副局长, 某公司|生产部|部长."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from dataclasses import replace

from kg import seeds
from kg.extract.base import HOSPITALS, SOCIETIES, STAFF_UNIT, BodyValue, Found, has_staff
from kg.extract.departments import Form, department_ends, match_department
from kg.extract.edges import breaks_chain, ends_with_title
from kg.extract.force_heads import seat_headed
from kg.extract.names import scorer
from kg.extract.titles import BODY_KINDS, Phrase, Title, find_jobs, find_leaders, find_titles, is_quoted, titles
from kg.model import Kind, Mention
from kg.words import words

_OF_UNITS = ("总队长", "支队长", "大队长", "中队长")  #: 某县交警大队|长 is its 大队长
_LEADING = ("领导", "主要领导", "领导班子成员")
_UNIT_HEADS = frozenset(f"{unit}长" for unit in "省市区县旗州镇乡")


def find_phrases(text: str, found: Found) -> Iterator[Phrase | None]:
    """Every title of a text with what stands right before it, in the order of their beginnings; None for one of nothing."""
    told = (find_titles(text), find_jobs(text, found), find_leaders(text, found))
    for start, end, title in heapq.merge(*told, key=lambda at: at[:2]):
        if (
            text[end - 1] == "长"
            and end - start == 2
            and any(
                (held := found.covering(kind, end - 1)) is not None and held.end > end
                for kind in (Kind.DISTRICT, Kind.ORGANISATION)
            )
        ):
            continue  # 大东区|长安街道
        if text[start:end] == "代表" and (ends_with_title(text, start) or _AS_ONE.search(text, max(0, start - 8), start)):
            continue  # 甲副市长|代表市政府讲话, 甲作为企业|代表|发言
        scheme = found.covering(Kind.INITIATIVE, start)
        if scheme is not None and scheme.end >= end and "“" in scheme.text:
            continue  # “县领导包乡镇、乡镇干部包村”的责任制
        holder = found.covering(Kind.ORGANISATION, start)
        if holder is not None and holder.end < end and _OF_BOTH.fullmatch(text, start, end):
            holder = None  # 某村|两委干部: of the village
        if holder is not None and holder.end > start:
            if holder.end >= end:
                continue
            rest = titles().get(text[holder.end : end])
            headed = text[holder.end - 1 : end]  # 纪检组|长: the body's last character serves both
            if rest is None and text[holder.end : end] in ("长", "长助理", "员") and headed.removesuffix("助理") in titles():
                headed = title.head if title.head in _OF_UNITS else headed
                title = titles().get(headed, title)
                yield Phrase(holder.start, end - len(headed), end, title, headed, body=holder)
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
        yield _phrase(text, start, end, title, found)


_OF_BOTH = re.compile("(?:支?村|社区)?“?两委”?(?:班子)?(?:干部|成员)")
_AS_ONE = re.compile("作为(?:(?![，。；])[一-龥]){0,6}$")
_RELATIVE_TITLE = re.compile(
    r"^(?:(自治区)(?:代理?)?(?:常务)?副?主席|师?(?:代理?)?(?:常务)?副?(省|市|区|县|旗|州|盟|镇|乡|村|苏木|街道|社区|园区)(?:长|(?<=苏木)达|领导|委领导|级领导|级领导干部|[四几]大班子领导|[三四]套班子领导|(?:领导)?班子(?:领导|成员)|主要领导|负责人|干部|长助理))$"
)
_RELATIVE_LEADER = re.compile(
    r"^(?:[正副](?=县级))?(省|市|区|县|旗|州|盟|镇|乡|村|街道|社区|园区)(?:委|级(?=干部|领导干部))?(?:主要|分管|有关|相关)?(?:领导|负责人|工作人员|干部|领导干部)"
)
_DEPUTY = re.compile(r"(?:常务副|党组副|党委副|第一副|执行副|执行|副|代理|代|总|名誉|首席|第一|党组|党委|专职副|专职)$")
_FORMER = re.compile(r"(?:原任|原|时任|前任|前)$")
PARTY_GROUPS = frozenset({"党组", "党委", "党支部", "党总支", "机关党委"})
_GROUP_ENDS = tuple(sorted({group[-2:] for group in PARTY_GROUPS}))
_UNIT_PREFIX = re.compile(r"社区|街道|园区|苏木|嘎查|乡镇|村|镇|乡|区|县|市|旗|州")

OF_WATERS = ("河长", "湖长", "林长", "田长")  #: posts of a stretch of river or wood, in no body
_WATERS_UNIT = re.compile("(?<=[、，（])(?:省|市|县|区|州|旗|镇|乡|村|街道)$")


def _phrase(text: str, start: int, end: int, title: Title, found: Found) -> Phrase | None:
    name = title.head if text.endswith(title.head, start, end) else text[start:end]
    name = name.removeprefix("驻村") if len(name) > 4 else name
    if name in ("项目负责人", "项目经理", "项目总工", "项目部经理"):
        name = "负责人" if name.endswith("负责人") else name
    if name == "科主任" and (OFFICE.search(text, max(0, end - 13), end - 2) or found.ending_at(Kind.ORGANISATION, end - 2)):
        name, start = "主任", end - 2  # 骨科二科|主任, 全科医学科|主任
    title_at = end - len(name)
    unit = _UNIT_PREFIX.match(text, start) if title_at > start else None
    deputy = _DEPUTY.search(text, max(0, title_at - 4), title_at)
    if (
        deputy is not None
        and not _in_other(found, deputy.start())
        and not (deputy.group() in PARTY_GROUPS and _department_before(text, deputy.start()) is not None)
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
    if title.sphere == "leader" and text[title_at - 2 : title_at] in _OR_OF_ABOVE:
        word = ""  # 市、|县领导甲、乙: of one or of the other
    _attach(text, phrase, word, found)
    if phrase.start == phrase.title_at and start < phrase.title_at:
        if phrase.body is None and phrase.place is None:
            phrase.start = phrase.title_at = start
            _attach(text, phrase, word, found)
            phrase.title_at = end - len(name)
        _court_office(text, phrase, start)
        phrase.start = min(start, phrase.start)
    if phrase.name.startswith("党组") and phrase.name != "党组" and text.endswith("政府", 0, phrase.title_at):
        _government_group(text, phrase)
    nobody = phrase.body is None and phrase.place is None
    if nobody and title.implies == "政府" and _GOVERNMENTS_OWN.search(text, max(0, phrase.start - 5), phrase.start):
        phrase.start -= 4 if text.endswith("人民政府", 0, phrase.start) else 2  # 政法委书记、|政府|副县长、公安局长甲
    if title.title in ("干部", "机关干部") and (nobody or text.endswith(_SENT, 0, phrase.title_at)):
        return None  # 机关干部甲: of nothing that is named; 某局选派干部甲: what he is sent as, the text says elsewhere
    if phrase.body is None and phrase.place is None and not word and (title.implies in ("", "法院", "检察院") or name == "专员"):
        _office(text, phrase)
    if (
        name in ("委员", "副主任委员")
        and phrase.body is not None
        and phrase.body.text.endswith("常委会")
        and "人大" not in phrase.body.text
    ):
        _committee(phrase)
    if nobody and phrase.name.endswith(OF_WATERS):
        ours = _WATERS_UNIT.search(text, max(0, phrase.start - 3), phrase.start)
        phrase.start = ours.start() if ours is not None else phrase.start  # 县委书记、|县总林长、县总河长甲
    first = found.places_begin(phrase.start)  # 原|某县某镇某村|党支部书记
    former = _FORMER.search(text, max(0, first - 2), first)
    inside = phrase.body is not None and isinstance(phrase.body.value, BodyValue) and phrase.body.value.former
    if former is not None or inside or text[phrase.title_at - 1 : phrase.title_at] == "原":
        phrase.status = "former"
    elif name.startswith(("代理", "代")) and not name.startswith("代表"):
        phrase.status = "acting"
    return phrase


def _government_group(text: str, phrase: Phrase) -> None:
    """县委委员、|政府党组|副书记: the group of the home's government, or of the district told before it in the chain."""
    start, at = phrase.title_at - 2, phrase.title_at + 2
    if phrase.body is not None or phrase.place is not None or "\u4e00" <= text[start - 1 : start] <= "\u9fff":
        return
    government = Mention(Kind.ORGANISATION, start, at - 2, "政府", "posts.body", 0.8, BodyValue("政府", "GovernmentBody"))
    value = BodyValue("党组", "PartyBody", parent=government)
    phrase.body = Mention(Kind.ORGANISATION, start, at, text[start:at], "posts.body", 0.8, value)
    phrase.start, phrase.title_at, phrase.name = start, at, phrase.name.removeprefix("党组")


_GOVERNMENTS_OWN = re.compile("(?:^|[、，；：（\\s])(?:人民)?政府$")
_OR_OF_ABOVE = ("省、", "市、", "州、", "区、", "县、", "盟、")
_SENT = ("选派", "下派", "派驻")


def _in_other(found: Found, position: int) -> bool:
    held = found.covering(Kind.ORGANISATION, position)
    return held is not None and held.end > position


def _committee(phrase: Phrase) -> None:
    """市委常委会委员 is 常委 of 市委."""
    body = phrase.body
    assert body is not None and isinstance(body.value, BodyValue)
    text = body.text.removesuffix("常委会")
    value = replace(body.value, core="委") if not body.value.parent else body.value.parent.value
    phrase.body = replace(body, end=body.end - 3, text=text, value=value, by="posts.body")
    phrase.name = "常委"


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
    "优秀",
    "骨干",
    "派出",
    "选派",
    "委派",
    "派来",
    "派来的",
    "派出的",
    "选派的",
    "派驻的",
    "下派的",
)
# Behind who sends someone, and before the village: 县税务局|派驻|某村第一书记.
_SENDS = re.compile("(?:(?:选派|下派|委派|派出|派)(?:到|往|至|驻|驻到|驻在)|入?驻|选派|下派|委派)(?:的|在)?$")


def _is_sender(body: Mention) -> bool:
    """Whether a body is no village's own: 县水利局, not 某村党支部."""
    value = body.value
    return (
        isinstance(value, BodyValue)
        and not value.core.endswith(_GROUP_ENDS)
        and not value.core.endswith(("两委", "委员会", "工作队"))
    )


def _before_sender(text: str, start: int, found: Found) -> int:
    """Where who sends a first secretary begins: 甲是|县税务局派驻某镇某村|第一书记; ``start`` where nobody is told."""
    begin = found.places_begin(start)
    sends = _SENDS.search(text, max(0, begin - 4), begin)
    sender = found.ending_at(Kind.ORGANISATION, sends.start()) if sends is not None else None
    return sender.start if sender is not None else start


_SECOND_NAME = re.compile(r"（[\u4e00-\u9fff]{2,20}）$")
_WARD_HEADS = ("主任", "副主任", "科长", "副科长")  #: posts in a ward, where a doctor's or nurse's is in the hospital
# What may stand between a body and a title: 某办|分管日常工作的|副主任.
_DUTIES = re.compile("(?=[主分联负])" r"(?<=[一-龥])(?:分管|主管|负责|主持|联系)[一-龥、]{2,12}的$")
# 某县作家协会|第六届|主席, 某县商会|第三届理事会|会长
_OF_TERM = re.compile("(?:新一届|第[一二三四五六七八九十]{1,3}届)(?:常务)?(?:理事会|监事会|执委会|执行委员会|委员会)?$")
_OF_GROUP = re.compile("(?<=[村区、，和])第?[一二三四五六七八九十\\d]{1,3}(?:村民|居民)?小?组$")
_STAFF = seeds.word_list("staff_titles")


def _attach(text: str, phrase: Phrase, relative: str, found: Found) -> None:
    """The body, or the district, right before a title."""
    at = phrase.title_at - is_quoted(text, phrase)  # 某村驻村|“第一书记”
    seat = seat_headed(text, phrase, found) if phrase.name in ("主任", "副主任", "常务副主任") else None
    if seat is not None:
        phrase.body, phrase.start = seat, at - 3
        return
    second = _SECOND_NAME.search(text, max(0, at - 24), at)
    if second is not None and found.ending_at(Kind.ORGANISATION, second.start()) is not None:
        at = second.start()  # 县委党校（县行政学院）|副校长
    own = (
        found.ending_at(Kind.DISTRICT, at - len(relative))
        if relative in ("村", "社区") and text.endswith(relative, 0, at)
        else None
    )
    if own is not None and own.text.endswith(relative):
        phrase.place, phrase.start, phrase.relative = own, own.start, relative  # 柳林村|村|主任
        return
    for gap in _OF:
        if gap and not text.endswith(gap, 0, at):
            continue
        position = at - len(gap)
        body = found.ending_at(Kind.ORGANISATION, position)
        of_member = gap == "的" and phrase.name in _SENT_HERE
        if body is not None and of_member and text.endswith("来自", 0, found.places_begin(body.start)):
            return  # 来自某镇卫生院的|委员甲: where a member of a congress or conference works
        if body is not None and phrase.name == "第一书记" and (gap or text.startswith("驻村", at)) and _is_sender(body):
            phrase.start = body.start  # 县水利局|驻村第一书记甲: of the village told of, where the bureau has sent him
            return
        if body is not None:
            phrase.body, phrase.start = body if phrase.name in _WARD_HEADS else _employer(body), body.start
            return
        project = found.ending_at(Kind.INITIATIVE, position)
        if project is not None:
            phrase.body, phrase.start = project, project.start
            return
        place = found.ending_at(Kind.DISTRICT, position)
        its = (
            place is not None
            and gap == "的"
            and (
                phrase.title.implies in PARTY_GROUPS or phrase.name == "第一书记" or (relative and place.text.endswith(relative))
            )
        )
        if place is not None and (gap in ("", "原", "现任", "时任", "新任") or phrase.title.title in _STAFF or its):
            phrase.place, phrase.start = place, place.start
            phrase.relative = relative
            if phrase.name == "第一书记":
                phrase.start = _before_sender(text, phrase.start, found)
            return
    staff = STAFF_UNIT.search(text, max(0, at - 6), at)
    for start in range(staff.start(), at - 2) if staff is not None else ():
        body = found.ending_at(Kind.ORGANISATION, start)
        if body is not None and has_staff(body):  # 某公司|生产部|部长
            phrase.body, phrase.start = body, body.start
            return
    if (
        text[at - 1 : at] == "，"
        and phrase.name.endswith(_AT_WORK)
        and not relative
        and not phrase.title.implies
        and (body := found.ending_at(Kind.ORGANISATION, at - 1)) is not None
        and _is_where(text, body, found)
    ):
        phrase.body = body  # 在某镇便民服务中心，|窗口工作人员甲
        return
    group = _OF_GROUP.search(text, max(0, at - 7), at) if phrase.name in ("组长", "副组长") else None
    if group is not None:
        phrase.start = group.start()
        phrase.place = found.ending_at(Kind.DISTRICT, group.start())  # 某村|十组|组长: of the village
        return
    that = _OF_THAT_ONE.search(text, max(0, at - 9), at) if text[at - 1 : at] == "的" else None
    if that is not None and not phrase.title.implies:  # 甲是|这所学校的|校长: of the one told of
        noun = that["noun"]
        phrase.start = that.start()
        phrase.back, phrase.relative = (
            KINDS_OF.get(noun, "" if noun in ("村", "社区") else noun),
            noun if noun in ("村", "社区") else "",
        )
        return
    duties = _DUTIES.search(text, max(0, at - 18), at) or _OF_TERM.search(text, max(0, at - 14), at)
    body = found.ending_at(Kind.ORGANISATION, duties.start()) if duties is not None else _body_of_field(text, phrase, found)
    if body is not None:
        phrase.body, phrase.start = body, body.start
        return
    field = _FIELD.search(text, max(0, at - 6), at) if phrase.name == "负责人" and not relative else None
    place = found.ending_at(Kind.DISTRICT, field.start()) if field is not None else None
    if place is not None:
        phrase.place, phrase.start = place, place.start  # 某社区|防疫|负责人
        return
    phrase.relative = relative
    if not relative:
        _bare_body(text, phrase, found)


_FIELD = re.compile("(?:防疫|疫情防控|核酸检测|党建|党群|综治|网格|卫生|民政|志愿服务|文化|调解|安全|环境卫生|计生|文艺队)$")
# The body or village told of last, by a common noun: 甲是|这所学校的|校长, 乙是|该村的|会计.
_OF_THAT_ONE = re.compile(
    "(?:[这那]一?[所家个座支]|该)(?P<noun>学校|小学|中学|幼儿园|医院|卫生院|公司|企业|合作社|工厂|村|社区|派出所|法庭)的$"
)
_SENT_HERE = ("委员", "代表", "政协委员", "人大代表", "党代表", "学员", "选手")


#: those who are met where they work
_AT_WORK = (
    "工作人员", "技术员", "讲解员", "管理员", "营业员", "服务员", "柜员", "护士", "护士长", "医生", "医师", "店长", "车间主任",
    "班长", "总工程师", "工程师", "技术总监", "厂长", "站长", "馆长", "场长", "负责人", "总经理", "董事长", "经理",
    "干警", "法官",
)  # fmt: skip


def _is_where(text: str, body: Mention, found: Found) -> bool:
    """Whether a clause says no more than where one is: 在|某县某镇|便民服务中心，."""
    start = found.places_begin(body.start)
    return text.endswith(("在", "走进", "来到"), 0, start) and text[start - 2 : start] not in ("位于", "坐落")


# Common nouns that name no body of the page's district by themselves.
_NO_BARE_BODY = seeds.word_list("no_bare_bodies")
# Offices that only the body around them knows by these names.
OFFICE = re.compile(
    r"(?:(?<=[，。；、：（\n有由和率在到而])|(?<=来自)|^)(?P<office>(?![各该某两在到而由]|全(?!科)|以及|来自|[一-龥]{1,6}由)(?:[一-龥]{1,7}(?:科|处|部|室|庭|病区|教研组|车间|年级|体检中心|检验中心|(?<=[一-龥]{2})委员会)|"
    r"[一-龥]{2,6}(?:(?<![主承举协经代])办|工作委|工委|股)|[一-龥]{2,9}中心|(?:(?![由在到和])[一-龥]){0,4}执行(?:局|指挥中心)|"
    r"(?:法警|医疗|急救|护理|抢修|救援|维修|志愿服务)[大支]?队|[一-龥]{2,5}(?<![调督检考巡工专领指研查导验])(?<!工作|巡查|考核)组))$"
)
# The same behind the word for the body: 学校|办公室, 该院|护理部, 公司|生产技术部.
_OFFICE_OF_NOUN = re.compile(
    "(?:(?<![一-龥])|(?<=[由和与及率]))(?:该|我|本)?(?P<noun>学校|校|医院|院|[县区旗]?局|公司|集团|企业)"
    "(?P<office>办公室|(?![长办该各某两在到])[一-龥]{1,6}(?:科|处|部|室|股|[大中]队|中心|车间|教研组|年级|(?<![主承举协经代])办))$"
)
# An office of a city or county that no list has, by its short name between a mark and a title.
_OF_UNIT = re.compile("(?<=[、，；])(?P<unit>[市县区旗州])(?P<office>[一-龥]{3,8}(?<![主承举协经代])办)$")
COMMAND_HEADS = ("指挥长", "总指挥", "副指挥")
# What a command is for, between its county and the title of its head.
_COMMANDED = re.compile(
    "(?P<unit>[省市县区旗州镇乡])(?P<task>(?:新冠肺炎|新冠)?疫情防控|防汛抗旱|防汛|森林草原防(?:灭)?火|森林防(?:灭)?火|抗震救灾|抗洪抢险)(?:工作|应急)?$"
)
_HEADED = ("股长", "科长", "处长")
OFFICE_HEADS = (
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
# Colleges of a university or party school told of before: 我校参加的有|材料科学学院|副院长甲.
_COLLEGE = re.compile(
    "(?:(?<![一-龥])|(?<=[有是和及由率]))"
    "(?P<office>(?![一-龥]{0,6}(?:大学|职业|师范|技术学院|技师))(?:(?![的有是在到我该])[一-龥]){2,14}学院)$"
)
_COLLEGE_HEADS = ("院长", "副院长", "院长助理", "教授", "副教授", "讲师")
_UNIVERSITIES = "大学|党校|@within"
HOLDERS = "医院|卫生院|保健院|学校|小学|中学|大学|学院|公司|集团|厂|银行|法院|检察院|中院|高院|@within"
#: whose sections have heads too: bureaus, offices of the party, centres, the police
WIDE_HOLDERS = "局|委|厅|部|办|办公室|中心|联社|总工会|妇联|残联|管委会|" + HOLDERS
_CLINICS = "医院|卫生院|保健院|卫生服务中心|医学院|@within"
_SECTION = re.compile("(?:科|股|处)$")
_CLINIC = re.compile(
    "[内外儿妇产骨眼皮喉腔肛肠瘤液经肾胃脏管分泌免疫麻醉影像放射超声检验病理输血药剂急诊重症康复针灸推拿理疗医护感]{1,3}[一二三四]?科$"
)


def _holders(office: str, title: str) -> str:
    """The kinds of bodies that an office told of without its own may be of: 护理部 of a hospital, 法规科 of a bureau too."""
    if _CLINIC.search(office) is not None:
        return _CLINICS  # 在某小学，|耳鼻喉科|主任甲: of the hospital told of
    return WIDE_HOLDERS if title.endswith(_HEADED) or _SECTION.search(office) is not None else HOLDERS


def _office(text: str, phrase: Phrase) -> None:
    """An office of a body told of before: 护理部|副主任, 教导处|主任."""
    if phrase.name.endswith(COMMAND_HEADS):
        task = _COMMANDED.search(text, max(0, phrase.title_at - 14), phrase.title_at)
        if task is not None:  # 县|防汛抗旱|总指挥: of the command, which the title only implies
            start, end = task.span()
            value = BodyValue(f"{task['task']}指挥部", "TaskForce", relative=task["unit"])
            phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.command", 0.75, value)
            phrase.start = start
            return
    match = _OF_UNIT.search(text, max(0, phrase.title_at - 12), phrase.title_at)
    if match is not None and phrase.name.endswith(("主任", "领导")):  # 市直机关工委书记、|市|四城同创办|主任
        start, end = match.span()
        value = BodyValue(match["office"], "GovernmentBody", relative=match["unit"])
        phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.8, value)
        phrase.start = start
        return
    if phrase.name in _COLLEGE_HEADS and text.endswith("学院", 0, phrase.title_at):
        college = _COLLEGE.search(text, max(0, phrase.title_at - 20), phrase.title_at)
        if college is not None and ("大学" in text or "党校" in text):
            start, end = college.span("office")
            value = BodyValue(text[start:end], "", back=_UNIVERSITIES)
            phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.7, value)
            phrase.start = start
            return
    match = _OFFICE_OF_NOUN.search(text, max(0, phrase.title_at - 13), phrase.title_at)
    if match is None and phrase.name in _HEADED:  # 区局|人事科长
        match = _OFFICE_OF_NOUN.search(text, max(0, phrase.title_at - 12), phrase.title_at + 1)
    if match is not None and phrase.name.endswith(OFFICE_HEADS):  # 学校|办公室|主任, 院|护理部|主任
        start, end = match.span("office")
        kinds = KINDS_OF.get(match["noun"], match["noun"])
        value = BodyValue(text[start:end], "", back=f"{kinds}|@within")
        phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.75, value)
        phrase.start = start
        return
    match = OFFICE.search(text, max(0, phrase.title_at - 14), phrase.title_at)
    if match is None and phrase.name in _HEADED and _in_row_of_names(text, phrase.title_at):
        return  # 甲科长、|乙|科长
    if match is None and phrase.name in _HEADED:  # 教育|股长, 法规|科长: the office's last character is the title's first
        match = OFFICE.search(text, max(0, phrase.title_at - 9), phrase.title_at + 1)
    if match is not None and any(
        match["office"][:-size].endswith(phrase.name[-2:-1]) and scorer().is_name(match["office"][-size:-1], 1.0)
        for size in (4, 3)
    ):
        return  # 人事股甲某某股|长
    if match is None or match["office"] in _NO_BARE_BODY or "局任" in match["office"] or not phrase.name.endswith(OFFICE_HEADS):
        return
    start, end = match.span("office")
    start = max(start, text.rfind("兼", start, end) + 1)  # 副局长兼|市容股|股长
    value = BodyValue(text[start:end], "", back=_holders(text[start:end], phrase.name))
    phrase.body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.7, value)
    phrase.start = start


def _in_row_of_names(text: str, at: int) -> bool:
    """Whether a name of three characters stands before a position, behind another's title and a mark."""
    return text[at - 4 : at - 3] == "、" and ends_with_title(text, at - 4) and scorer().is_name(text[at - 3 : at], 1.0)


_CHAMBERED = ("court", "procuratorate")  #: spheres whose titles may begin with an office


def _court_office(text: str, phrase: Phrase, start: int) -> None:
    """某县法院|立案庭|庭长: the chamber within the court."""
    held = phrase.body.value if phrase.body is not None else None
    if phrase.title.sphere not in _CHAMBERED or not isinstance(held, BodyValue) or start == phrase.title_at:
        return
    if text[start : phrase.title_at] in ("承办", "主办", "主审"):
        return  # 某庭的|承办|法官
    value = BodyValue(text[start : phrase.title_at], held.subtype, parent=phrase.body)
    phrase.body = Mention(Kind.ORGANISATION, start, phrase.title_at, value.core, "posts.body", 0.8, value)


# A body by its common noun right before a title: that one of the last told of.
COMMON_HOLDER = re.compile(
    "(?:(?<=[、，。；：该据由和与及届任为领率\n])|(?<=陪同)|^)(?:合作社|公司|集团|企业|学校|学院|医院|卫生院|幼儿园|基金会|校"
    f"|{'|'.join(SOCIETIES)}"
    "|工厂|农场|茶厂|酒店|民宿|景区|基地|农庄|养殖场|超市|剧团|艺术团|敬老院|养老院|福利院|学舍|客栈|工作室|机构|中心|院|分局|[省市县区州旗]?局|厅|委|处|行|支队|大队)$"
)
# What has a party branch of its own, though by itself it is no body: 某县|现代农业示范|基地|党支部|书记.
_NAMED_BRANCH = re.compile("[一-龥]{3,18}(?P<kind>基地|中心|市场|产业园|工业园|项目|项目部|商圈|楼宇|广场|产业链|联合体|服务站)$")
# What a common noun stands for: 学校|副校长甲, of the primary school told of.
KINDS_OF = {
    "学校": "学校|小学|中学|大学|学院|高中|初中|一中|二中|三中|一小|二小|三小|完小|附小|幼儿园|职教中心|教育中心|职高|职中"
    "|职专|中专",
    "校": "学校|小学|中学|大学|学院|中心校|党校|一中|二中|三中|一小|二小|三小|完小|附小|职教中心|教育中心|职高|职中|职专|中专",
    "医院": "医院|卫生院|保健院",
    "院": "法院|检察院|医院|保健院|卫生院|学院|研究院|农科院",
    "行": "银行|支行|分行",
    "分局": "分局|公安局",
    **{f"{unit}局": f"局~{unit}" for unit in "省市县区州旗"},  # 县局|副局长甲, of the county's bureau told of
    "处": "管理处|事务处|建管处|处",
    "委": "卫健委|卫生健康委|发改委|发展改革委|国资委|农工委|住建委|经信委|教委|科委|民委|卫计委|交通委|城管委|农业农村委",
    "公司": "公司|集团",
    "集团": "集团|集团有限公司|集团公司|集团有限责任公司|集团股份有限公司",
    "企业": "公司|集团|厂|合作社|企业",
}
_KEPT = ("临时党支部", "联合党支部", "流动党支部", "党支部", "党总支", "党委", "党组")
_NUMBER = re.compile("第[一二三四五六七八九十\\d]{1,3}$")
_NUMBERED = ("网格党支部", "党支部", "党小组", "网格党小组")
# 学校|宣传部, 校党委|统战部: offices that a district's committee has too.
_OF_SCHOOL = re.compile("(?:(?<![一-龥])|[我学和与由任及])校(?P<committee>党委)?$")
_SCHOOL_OFFICES = ("组织部", "宣传部", "统战部", "纪委", "办公室", "党校", "工会", "团委", "教务处", "财务处", "科技处")
_FULL_GROUPS = {"总支": "党总支", "支部": "党支部"}  #: by how a village's are called
_OFFICES_INSIDE = ("工会", "团委", "纪委", "纪检组")  # which a district has too, and companies and schools
_LEADS_TO_BODY = frozenset("的和与及由率任兼为原")


def _bare_body(text: str, phrase: Phrase, found: Found) -> None:
    """A body without its district right before a title: 统战部|部长, 管委会|主任, 村委会|主任."""
    at = phrase.title_at
    if phrase.name in ("主委", "副主委") and text.endswith(("支部", "总支"), 0, at):
        return  # 当选为|支部|主委: of the branch of a party that the report tells of, and not of the Communist Party
    department = _department_before(text, at)
    if department is None:
        return
    start, form, group = department
    end = start + len(form[0])
    school = _OF_SCHOOL.search(text, max(0, start - 5), start)
    if school is not None and form[0].endswith(_SCHOOL_OFFICES):  # 校党委|组织部|副部长: of the school told of
        begin = school.start("committee") if school["committee"] else start
        value = BodyValue(text[begin:end], "", back=f"{KINDS_OF['校']}|@within")
        phrase.body, phrase.start = Mention(Kind.ORGANISATION, begin, end, text[begin:end], "posts.body", 0.8, value), begin
        return
    group_of_party = _FULL_GROUPS.get(form[1], form[1])
    inside = group_of_party in PARTY_GROUPS or form[0] in _OFFICES_INSIDE or form[0].startswith("机关党")
    noun = COMMON_HOLDER.search(text, max(0, start - 4), start) if inside else None
    if noun is not None:  # 公司|党支部|书记: of the company told of before
        kinds = KINDS_OF.get(noun.group(), noun.group())
        union = form[0] in ("工会", "团委")
        value = BodyValue(form[0] if union else group_of_party, form[2] if union else "PartyBody", back=f"{kinds}|@within")
        phrase.body, phrase.start = Mention(Kind.ORGANISATION, start, end, form[0], "posts.body", 0.8, value), start
        return
    if (
        form[0].endswith("管理委员会")
        and "\u4e00" <= text[start - 1 : start] <= "\u9fff"
        and text[start - 1] not in _LEADS_TO_BODY
    ):
        return  # 人民陪审员自主|管理委员会|主任: of a name that was not read
    if form[0] == "少先队" and phrase.name.endswith("辅导员"):  # 少先队|大队辅导员: of the school told of
        value = BodyValue(form[0], "Association", back=f"{KINDS_OF['学校']}|@within")
        phrase.body, phrase.start = Mention(Kind.ORGANISATION, start, end, form[0], "posts.body", 0.8, value), start
        return
    holder = (
        found.ending_at(Kind.ORGANISATION, start - 1) if text[start - 1 : start] == "的" and form[0].startswith(_KEPT) else None
    )
    if holder is not None:  # 某服务队|的|临时党支部|书记
        value = BodyValue(form[0], "PartyBody", parent=holder)
        phrase.body, phrase.start = Mention(Kind.ORGANISATION, start, end, form[0], "posts.body", 0.8, value), holder.start
        return
    past = found.ending_at(Kind.ORGANISATION, start - 1) if form[1] in PARTY_GROUPS and text[start - 1 : start] == "原" else None
    if past is not None:  # 某仲裁委|原|党支部|书记
        value = BodyValue(form[1], "PartyBody", parent=past)
        phrase.body, phrase.start = Mention(Kind.ORGANISATION, start, end, form[0], "posts.body", 0.8, value), past.start
        phrase.status = "former"
        return
    branch = _NAMED_BRANCH.search(text, max(0, start - 20), start) if form[1] in PARTY_GROUPS else None
    place = next(found.before(Kind.DISTRICT, start), None) if branch is not None else None
    if branch is not None and place is not None and branch.start() <= place.end <= branch.start("kind") - 2:
        core = text[place.end : end]  # 某县|农业示范基地党支部|书记
        if not any(map(breaks_chain, words().cut(core[: -len(form[0])]))):
            value = BodyValue(core, "PartyBody", anchor=place, proper=True)
            phrase.body = Mention(Kind.ORGANISATION, place.start, end, text[place.start : end], "posts.body", 0.8, value)
            phrase.start = place.start
            return
    back = form[0] if form[0] in SOCIETIES else ""  # 同乡会|会长: of the one told of before; 作家协会|主席: of the county
    own = BodyValue(form[1], form[2], back=back)
    body = Mention(Kind.ORGANISATION, start, end, text[start:end], "posts.body", 0.8, own)
    town = next((text[start - n : start] for n in (4, 3, 2) if start >= n and text[start - n : start] in found.place_parts()), "")
    first = start - len(town)
    if town and (not "\u4e00" <= text[first - 1 : first] <= "\u9fff" or text[first - 1] in "据由和与"):
        start, name = first, text[first:end]  # 据|东城|禁毒办|主任, on a page that names 东城街道
        body = Mention(Kind.ORGANISATION, start, end, name, "posts.body", 0.8, BodyValue(name, form[2], proper=True))
    number = _NUMBER.search(text, max(0, start - 4), start) if form[0] in _NUMBERED else None
    if number is not None:  # 第三|网格党支部|书记
        core = number.group() + form[0]
        start = number.start()
        body = replace(body, start=start, text=core, value=BodyValue(core, form[2]))
    if group:
        value = BodyValue(group, "PartyBody", parent=body)
        body = Mention(Kind.ORGANISATION, start, at, text[start:at], "posts.body", 0.8, value)
    phrase.body, phrase.start = body, start


def bare_body(text: str, at: int, title: Title, found: Found) -> Mention | None:
    """The body of a district without its district that ends at a position: 和|水利局|甲副局长."""
    phrase = Phrase(at, at, at, title, title.head)
    _bare_body(text, phrase, found)
    return phrase.body


CONNECTOR = re.compile(
    "(?=[不为也再连代任作全兼出历受同就当成担接推时是曾现如生系继聘被选辞提请申要原本高身挂先挑扛因目做（，：–—])"
    r"(?:，?(?:不再(?:担任|兼任|任)|现任|时任|曾任|历任|先后(?:担任|任)|身兼|挂职(?:担任|任)?|挂任|受聘(?:担任|为)|(?:生前)?[担兼出接继]任|(?:高票|全票|成功|再度|再次|连续)?当选为?|被?(?:推|推选|推举|选举|选|任命|聘任|聘)为|当[起上]?了?|做起?了|接过了?|[挑扛担]起了?|成为|代理|(?:因[一-龥]{2,6}?)?(?:提出的?|请求|申请|要求)*辞去|任|(?:现|生前)?系|(?:，?(?:现在|如今|目前)|就|也|同时也?|原来?|本|曾|现在?|如今|生前)?是|(?:现|生前)?为|作为)|，|：|（|—{1,2}|–)(?:一名|一位|了|原|(?<=（)兼任?|(?:新一|首|第[一二三四五六七八九十]+)届|(?:人民)?政府)?$"
)
_HEADED_BY = (*_HEADED, "部长", "组长", "站长", "所长", "队长", "班长")  #: whose first character is the last of what they head
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
    if body is None or any(found.between(kind, body.end, at) for kind in BODY_KINDS):
        return None
    named = (
        text.startswith("、", phrase.end)
        or scorer().read(text, phrase.end, 2.0)[0]
        or CONNECTOR.search(text, max(0, body.start - 8), body.start) is not None
    )
    field, value = text[body.end : at].removeprefix("的"), body.value
    if not field.isalpha() or field.startswith(("任", "担任", "兼任")):
        return None  # 某法院开庭。|中院刑一庭, 在某局|任办公室副主任
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


def _department_before(text: str, end: int) -> tuple[int, Form, str] | None:
    """A department that ends right before ``end``, by itself or with its party group (林业局|党组): start, form, group."""
    ends = department_ends()
    if text[end - 1 : end] not in ends and text[end : end + 1] not in ends and not text.endswith(_GROUP_ENDS, 0, end):
        return None  # 宣传|部长 takes its 部 from the title
    for size in range(min(14, end), 1, -1):
        start = end - size
        form = match_department(text, start)
        if form is None or form[0] in _NO_BARE_BODY:
            continue
        group = text[start + len(form[0]) : end]
        own = text[start - 1 : start] == "校" or (form[0].startswith("机关党") and text[start - 1 : start] in tuple("局院委处"))
        if (not group or group in PARTY_GROUPS) and (own or word_start(text, start)):
            return start, form, group
    return None


def _employer(body: Mention) -> Mention:
    """A doctor's post is held in the hospital, not in its ward."""
    value = body.value
    if (
        isinstance(value, BodyValue)
        and value.parent is not None
        and value.subtype == "PublicInstitution"
        and value.parent.text.endswith(HOSPITALS)
        and body.text.endswith(("科", "室", "病区"))
    ):
        return value.parent
    return body


def word_start(text: str, start: int) -> bool:
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
