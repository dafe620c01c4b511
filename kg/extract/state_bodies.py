"""Bodies of the whole state and what is named like them: 交通运输部|公路局, 国家统计局|某县调查队, 中铁十局, 武警凌云中队."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.extract.bodies import level_of
from kg.extract.body_functions import BEGINNING_VERBS
from kg.extract.departments import SUBTYPES
from kg.extract.edges import WORD_STOPS, ends_walk
from kg.extract.names import scorer
from kg.extract.offices import BRANCH, INSIDE_OFFICE, open_office, part_of
from kg.extract.spheres import is_sphere
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.scanner import Scanner
from kg.words import words


def _national_rows() -> list[tuple[str, str, str]]:
    return sorted(
        {
            (form, row.name, SUBTYPES[row.kind])
            for row in seeds.national_bodies()
            for form in (row.name, row.name.removesuffix("公室"), *row.aliases)
            if len(form) > 2 or form == "央视"
        }
    )


#: what makes a word of 网 (中国|网民), and a button of a page (某网|手机版)
_AFTER_NET = (*"络民红友点格吧店箱球购上约商销信课", "手机", "微信", "微博", "首页", "版权")

_DEPARTMENT_OF_STATE = re.compile(r"(?:(?![和与、的])[一-龥]){1,12}?(?<!副)司(?![法机令仪马徒职])(?![一-龥]?长沙)")
_STATE_ARM = re.compile(
    r"[省市县区旗州]?(?:税务局|气象局|邮政管理局|海事局|监察局|监察专员办事处|调查总?队|监管[分支]?局|监督管理局|专员办事处|办事处|海关|工作站|气象站|直属局|水文站|管理局|分局)(?!长)"
)
_REGIONAL_ARM = re.compile(
    r"(?:东北|华北|西北|华东|华中|中南|华南|西南|南方|长江|黄河|淮河|海河|珠江|松辽|太湖)(?:地区|区域|流域)?"
    r"(?:监管局|监察局|督察局|管理局|空管局|专员办事处|办事处|水利委员会|监督管理局)(?!长)|"
    r"驻[一-龥]{2,5}?(?:森林资源监督)?(?:专员办(?:事处)?|特派员办事处|特派办|办事处)(?!主)"
)
_CENTRE_OF_STATE = re.compile(
    "(?:(?![和与、的在]|中心)[一-龥]){2,14}?(?:中心|研究院|研究所|规划院|设计院|总站|事务局|干部学院|出版社)(?![心的学对理医城镇校区])"
)
_INSTITUTE_OF_STATE = re.compile("(?P<sphere>[一-龥]{2,8}?)(?:研究[所院]|研究中心)(?![有属])")  # 国家发改委|能源研究所
_PARTY_PART = re.compile("(?:机关)?(?:党委|纪委|党支部|党总支)(?=原?副?书记|原?委员)|分?党组(?=原?副?书记|原?成员)")
_NATIONAL: Scanner[tuple[str, str, str]] = Scanner(_national_rows, itemgetter(0))


# 《中国禁毒报》|、新华社等媒体: a paper by its title, which is one where it reports, prints or employs someone.
_PAPER = needing(
    "》",
    r"《(?P<name>[一-龥]{3,8}[报刊])》(?=、|等(?:\d+[余多]?家)?[^，。；]{0,4}媒体|记者|通讯员|社|编辑|主编|总编|上?(?:刊[登发载]|发表|头版)|"
    "作了|进行了?报道|报道)",
)
_NO_PAPERS = (
    "简报",
    "通报",
    "公报",
    "汇报",
    "举报",
    "年报",
    "月报",
    "战报",
    "海报",
    "喜报",
    "捷报",
    "画刊",
    "校刊",
    "特刊",
    "专刊",
    "副刊",
)


def find_papers(text: str, found: Found) -> Iterator[Mention]:
    """Papers and magazines by their titles."""
    for match in _PAPER.finditer(text):
        if found.covering(Kind.ORGANISATION, match.start("name")) is None and not match["name"].endswith(_NO_PAPERS):
            value = BodyValue(match["name"], "MediaOutlet", proper=True)
            yield Mention(Kind.ORGANISATION, *match.span("name"), match["name"], "organisations.paper", 0.85, value)


# 央视网、某某日报、某某新闻|等30余家媒体: papers, stations and sites in a list that says what they are.
_LISTED_MEDIA = needing(
    "媒体",
    "(?P<list>(?:[一-龥]{2,12}、)+[一-龥]{2,12}?)(?:等(?:\\d+|[数多几十]+)?[余多]?家?|\\d+家)[一-龥、]{0,10}?媒体(?!中心)",
)
_MEDIUM = re.compile(
    "(?:.*(?:受到|得到|获得|接受|组织|邀请|邀请了|来自|登上|引来|引起|吸引|先后被|先后在|曾被|[被由对在向与获])了?)?"
    "(?P<name>[一-龥]{1,8}(?:网|报|社|台|新闻|客户端|在线|杂志|周刊|视频|头条)|央视|新华视点)"
)


def find_listed_media(text: str, found: Found) -> Iterator[Mention]:
    """Media of a list that ends in the word for them."""
    for match in _LISTED_MEDIA.finditer(text):
        for item in re.finditer("[一-龥]+", match["list"]):
            name = _MEDIUM.fullmatch(item.group())
            at = match.start("list") + item.start()
            if name is None or len(name["name"]) < 2 or found.covering(Kind.ORGANISATION, at + name.end() - 1) is not None:
                continue
            value = BodyValue(name["name"], "MediaOutlet", proper=True)
            yield Mention(
                Kind.ORGANISATION, at + name.start("name"), at + name.end(), name["name"], "organisations.media", 0.8, value
            )


def _ends_name(text: str, start: int) -> bool:
    """Whether the first character of what looks like a paper ends a name: 校长甲文|汇报了工作."""
    return start > 1 and scorer().is_name(text[start - 2 : start + 1], 0.0)


def find_state_bodies(text: str, found: Found) -> Iterator[Mention]:
    """Bodies of the centre: 交通运输部, 党中央, 国务院."""
    for start, end, (_, name, subtype) in _NATIONAL.find(text):
        if text.endswith("国家", 0, start) and text[end - 1] in "部委局署":
            start -= 2  # 国家|商务部
        if (
            (text[end : end + 1] in ("门", "长", "队") and text[end - 1] in "部委局")
            or text.startswith("办公", end - 1)
            or (text.startswith("区", end) and name.endswith("社"))
            or (text[end - 1] == "网" and text.startswith(_AFTER_NET, end))
            or (name == "教育部" and text[start - 2 : start] in ("宣传", "组织", "安全", "培训"))
            or (name.endswith("汇报") and _ends_name(text, start))
            or (name.endswith("党中央") and text[start - 1 : start] in tuple("公工命主进会盟"))
        ):
            continue  # 卫生部门, 新华社|区, 致公党中央, 总工会宣传教育部, 校长甲文|汇报了工作
        body = Mention(
            Kind.ORGANISATION, start, end, text[start:end], "organisations.national", 0.9, BodyValue(name, subtype, proper=True)
        )
        yield body
        bureau = _BUREAU.match(text, end) if subtype == "MediaOutlet" else None
        if bureau is not None and gazetteer().is_short(bureau["place"], WIDE_LEVELS):  # 新华社|甘肃|分社
            value = BodyValue(text[start : bureau.end()], subtype, proper=True)
            yield replace(body, end=bureau.end(), text=text[start : bureau.end()], value=value)
            continue
        place = found.starting_at(Kind.DISTRICT, end)
        arm = _STATE_ARM.match(text, place.end) if place is not None else None
        regional = _REGIONAL_ARM.match(text, end) if place is None and text[end - 1] in "局署部会" else None
        if regional is not None:  # 国家能源局|华中监管局
            inner = BodyValue(regional.group(), subtype, parent=body)
            yield replace(body, end=regional.end(), text=text[start : regional.end()], value=inner)
            continue
        if arm is not None and place is not None:  # 国家统计局|某县|调查队
            whole = text[start : arm.end()]
            core = text[place.end : arm.end()]
            local = BodyValue(core, subtype, anchor=place, proper=core not in ("税务局", "气象局"))
            below = found.covering(Kind.ORGANISATION, arm.end())
            county = level_of(place) == "county"
            if (
                county
                and below is not None
                and below.start == place.start
                and isinstance(below.value, BodyValue)
                and below.value.parent
            ):
                whole = text[start : below.end]  # 国家税务总局|某市税务局|第一税务分局
                yield replace(body, end=below.end, text=whole, value=replace(below.value, parent=None, proper=True, anchor=place))
                continue
            yield replace(body, end=arm.end(), text=whole, value=local)
            continue
        institute = part_of(text, body) if text[end - 1] == "院" else _INSTITUTE_OF_STATE.match(text, end)
        if institute is not None and institute.re is _INSTITUTE_OF_STATE and not is_sphere(institute["sphere"]):
            institute = None
        office = institute.group() if institute is not None else open_office(text, body, found)
        state = _DEPARTMENT_OF_STATE.match(text, end) if not office and text[end - 1] in "部委局署" else None
        if state is not None and not any(ends_walk(p) for p in words().cut(state.group()) if p not in INSIDE_OFFICE):
            office = state.group()  # 农业农村部|乡村产业发展司
        centre = _CENTRE_OF_STATE.match(text, end) if not office and text[end - 1] in "部委局署" else None
        if centre is not None and not found.between(Kind.DISTRICT, end, centre.end()):
            pieces = words().cut(centre.group())
            acts = words().tag(pieces[0]) == "v" or pieces[0] in BEGINNING_VERBS  # 教育部|推进|某某中心建设
            if not acts and not any(ends_walk(piece) for piece in pieces if piece not in INSIDE_OFFICE):
                office = centre.group()  # 教育部|考试中心|来某县
        if office:
            value = BodyValue(office, subtype, parent=body)
            part = replace(body, end=end + len(office), text=text[start : end + len(office)], value=value)
            yield part
            group = _PARTY_PART.match(text, part.end)
            if group is not None:  # 某部培训中心|纪委
                value = BodyValue(group.group(), "PartyBody", parent=part)
                yield replace(part, end=group.end(), text=text[start : group.end()], value=value)
            continue
        branch = BRANCH.match(text, end)  # 公安部|党委
        if branch is not None:
            inner = BodyValue(branch.group(), "PartyBody", parent=body)
            yield replace(body, end=branch.end(), text=text[start : branch.end()], value=inner)


_ENGINEERS = re.compile(
    "中(?:国铁建|国中铁|国建筑|国电建|国水电|铁|交|建|冶|水电|电建|化)"
    "(?:(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[一-龥]{0,2}?局(?!长)|第[一二三四五六七八九十]{1,3}[一-龥]{0,4}?(?:工程局|勘察设计院|设计院|建设局|航务局))"
    "(?:集团)?(?:第?[一二三四五六七八九十]{1,2}(?=[一-龥]{0,5}公司))?"
    "(?:[一-龥]{0,5}?有限(?:责任)?公司|(?![和与及的在承为联由对等、])[一-龥]{2,4}公司|公司)?"
)


# 中国再生资源开发有限公司: all between the country and the legal form.
_NATIONAL_FIRM = needing(
    "有限公司 有限责任公司",
    "(?<![一-龥])中国(?:(?![的了在到对向由为将与和及等是]|签[约订]|投资的|合作|联合|公司)[一-龥]){2,14}?(?:股份|责任)?有限(?:责任)?公司",
)


def find_engineers(text: str) -> Iterator[Mention]:
    """The state's firms in full, and its numbered builders of railways, roads and houses: 中铁十局, 中交二航局."""
    for match in _NATIONAL_FIRM.finditer(text):
        value = BodyValue(match.group(), "Enterprise", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.proper", 0.88, value)
    for match in _ENGINEERS.finditer(text) if "局" in text else ():
        value = BodyValue(match.group(), "Enterprise", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.proper", 0.9, value)


_NATIONAL_SOCIETY = needing(
    "协会 学会 商会 研究会 促进会 联合会 基金会 公会 总会 研究中心 研究院 研究所 设计中心",
    "(?=[中全国])(?:中国|中华|全国|国际)(?P<sphere>(?:(?![的了在到对向由为将等是、]|[全中]国|国际)[一-龥]){2,16}?)"
    "(?:协会|学会|商会|研究会|促进会|联合会|基金会|公会|总会|(?P<institute>研究中心|研究设计中心|研究[院所]))(?![议谈长场见上有属])",
)


# 浙商|总会, 苏商|商会: businessmen of one province, wherever they are.
_MERCHANTS = needing(
    "总会 联合会 商会 协会", "[浙苏粤闽徽楚湘豫晋鲁赣川渝陇秦滇黔桂琼冀吉辽蒙疆沪京津]商(?:总会|联合会|商会|协会)(?!长)"
)


def find_merchants(text: str, found: Found) -> Iterator[Mention]:
    for match in _MERCHANTS.finditer(text):
        if found.covering(Kind.ORGANISATION, match.start()) is None and found.covering(Kind.DISTRICT, match.start()) is None:
            value = BodyValue(match.group(), "Association", proper=True)
            yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.merchants", 0.8, value)


def find_national_societies(text: str, found: Found) -> Iterator[Mention]:
    """中国|烹饪|协会: a society of the whole country, by what it is of; 烹饪协会 by itself is the district's."""
    for match in _NATIONAL_SOCIETY.finditer(text):
        pieces = words().cut(match.group())[1:-1]
        held = found.covering(Kind.ORGANISATION, match.start())
        inner = (piece for piece in pieces if piece not in INSIDE_OFFICE)
        told = any(piece in WORD_STOPS or words().tag(piece)[0] in "pcdru" for piece in inner)
        joint = any(mark in match["sphere"] for mark in "和与及暨")
        over = held is not None and (held.end >= match.end() or not held.text.endswith(("证券", "市场", "保险", "业")))
        if over or ((told or joint or match["institute"]) and not is_sphere(match["sphere"])):
            continue
        value = BodyValue(match.group(), "PublicInstitution" if match["institute"] else "Association", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.national", 0.85, value)


# Bureaus and centres of the whole state that no list has, old ones too: 国家|物资|局, 国家|药品审评|中心.
_STATE_OFFICE = needing(
    "国家",
    "(?<![语国达中线洲盟欧亚非美拉员本该多大小各外邻立邦约强岛湾斯兰义些个数族的类业贫进展建我爱])国家(?!级)"
    "(?P<sphere>(?:(?![的了在到对向由为将等是、]|国家)[一-龥]){2,14}?)"
    "(?:(?<![大全布格结开新当定时危政僵终邮药书好])局(?![面势部限促长级域中])|"
    "(?<=[评测验证价务究定息训准流全报质计管作])中心(?![城建小学校])|(?:基金|标准|咨询|指导|学位|教材|考试)委员会)",
)
_STATE_HONOUR = re.compile(
    "(?:建成|创建|获批|认定|列入|列为|入选|成为|授予|评为|命名|建设|打造|争创|申报|首[个家批]|[一两几家个])[了为]?$"
)
_STATE_PLATFORM = ("工程研究", "工程技术研究", "技术创新", "临床医学研究", "企业技术")  # what a firm or a hospital is named


def find_state_offices(text: str, found: Found) -> Iterator[Mention]:
    """国家|药品审评|中心: an office of the state by what it is for; what a town's own is made (获批国家…中心) is none."""
    for match in _STATE_OFFICE.finditer(text):
        start, end = match.span()
        held = found.covering(Kind.ORGANISATION, start), found.covering(Kind.ORGANISATION, end - 1)
        if (
            held[0] is not None
            or (held[1] is not None and held[1].end > end)
            or _STATE_HONOUR.search(text, max(0, start - 3), start) is not None
        ):
            continue
        if is_sphere(match["sphere"]) and not match["sphere"].endswith(_STATE_PLATFORM):
            value = BodyValue(match.group(), "GovernmentBody", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.national", 0.85, value)


_FORCE_OF = needing(
    "中队 大队 总队 支队",
    "(?:交警|武警|消防|刑警|特警|巡警|森警)(?!直属|高速|救援|公安)[一-龥]{2,3}(?:总队|支队|大队|中队)(?!长)",
)


_BUREAU = re.compile("(?P<place>[一-龥]{2,3})(?:分社|总站|记者站)(?!长)")
# Troops by their number, and hospitals of a university by the short names of both: 66412部队, 兰大|二院.
_BY_NUMBER = needing(
    "部队 一院 二院 三院 四院",
    "(?<!\\d)\\d{4,5}部队"
    "|(?:(?<![一-龥])|(?<=[在到由与对向从和请了据让是有]))"
    "(?:[一-龥]{1,2}大|[一-龥]{1,2}医大?|西安交大|上海交大)附?[一二三四]院(?![长里内])",
)
_TALL = re.compile("[一-龥]*(?:[最很太多长扩老宽高]大|门大|中医|军医|名医|牙医|西医|求医|就医|行医)附?[一二三四]")


# 阜阳|师大, 曲靖|医专, 华中|农大: colleges by a place and the short word for what they teach.
_SHORT_COLLEGE = needing(
    "师专 医专 高专 农专 幼专 幼师 职专 师大 农大 林大 医大 财大 财经大 工大 科大 海大 交大 职院 职大 师院 体院 美院 卫校 警院",
    "(?<=[一-龥]{2})(?:幼儿)?(?:师专|医专|高专|农专|幼专|幼师|职专|师大|农大|林大|医大|中医大|财大|财经大|理工大|工大|科大|海大|农林科大|交大|"
    "职院|职大|师院|体院|美院|卫校|警院)(?!学(?![生子者])|专(?!家)|[家型小门部业力量附讯一二三四街路村])",
)
_OF_REGION = re.compile("(?:西北|西南|华东|华中|华南|华北|东北|中南|东南|首都)$")


def find_short_colleges(text: str, found: Found) -> Iterator[Mention]:
    """曲靖|医专: a college that goes by its city."""
    for match in _SHORT_COLLEGE.finditer(text):
        stop, end = match.span()
        place = found.ending_at(Kind.DISTRICT, stop)
        region = _OF_REGION.search(text, stop - 2, stop)
        start = place.start if place is not None and level_of(place) in WIDE_LEVELS else region.start() if region else -1
        if start < 0 or found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        value = BodyValue(text[start:end], "PublicInstitution", proper=True)
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.college", 0.85, value)


def find_numbered(text: str, found: Found) -> Iterator[Mention]:
    """66412|部队, 兰大|二院: what is known by a number."""
    for match in _BY_NUMBER.finditer(text):
        start, end = match.span()
        if found.covering(Kind.ORGANISATION, end - 1) is None and _TALL.match(match.group()) is None:
            subtype = "GovernmentBody" if match.group().endswith("部队") else "PublicInstitution"
            value = BodyValue(match.group(), subtype, proper=True)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.numbered", 0.85, value)


def find_forces(text: str, found: Found) -> Iterator[Mention]:
    """Police that are named before their district: 交警未央大队, 武警凌云中队."""
    for match in _FORCE_OF.finditer(text):
        if (
            found.covering(Kind.ORGANISATION, match.start()) is None
            and found.covering(Kind.ORGANISATION, match.end() - 1) is None
        ):
            value = BodyValue(match.group(), "GovernmentBody", proper=True)
            yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.force", 0.85, value)
