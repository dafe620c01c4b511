"""Who is told of before a post: 甲是…执法人员; 甲，乙公司总经理; 任命甲同志为…; 选举甲、乙为副县长; 徐甲书记."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg import seeds
from kg.extract.base import BodyValue, Found, past_mark
from kg.extract.edges import breaks_chain
from kg.extract.names import scorer
from kg.extract.post_bodies import TOWN_UNITS
from kg.extract.post_phrases import COMMON_HOLDER, CONNECTOR, OFFICE, word_start
from kg.extract.rolls import make_person
from kg.extract.titles import CLEAR_MARGIN, PAUSE, SALUTED, Phrase, Title, is_quoted, plain_title, told_by
from kg.model import Kind, Mention
from kg.words import words

_CHANGED = {
    "（兼": "concurrent",
    "（兼任": "concurrent",
    "辞去": "former",
    "不再担任": "former",
    "不再兼任": "former",
    "不再任": "former",
    "代理": "acting",
    "生前系": "former",
    "生前是": "former",
    "生前为": "former",
    "生前担任": "former",
    "曾任": "former",
    "历任": "former",
}
_RESUME = re.compile(
    r"(?:^|[。；\n“])(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:同志)?，(?:男|女|[一-龥]{1,4}族|\d{4}年)[^。；\n]{0,160}$"
)
_YEAR = "(?:19|20)\\d{2}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?"
# What a profile tells of someone between his name and his post: 甲|，女，汉族，1979年3月生，中共党员|，某镇卫生院护士长.
_PROFILE = re.compile(
    "(?=[（，：,、 ])(?:（[^（）\n]{1,12}）)?(?:(?:[，,、 ]|：(?=[男女][，,、]))(?:[男女]性?|[一-龥]{1,4}族"
    f"|(?:出?生于)?{_YEAR}(?:出?生(?:人|于[一-龥]{{2,12}})?|参加(?:工作|革命)|入党|入伍|(?:加)?入(?:中国共产)?党)?"
    "|(?:中共)?(?:预备)?党员|共青团员|群众|无党派人士|(?:民[盟建进革]|农工党|致公党|九三学社)[盟会党社]员|退伍军人|退役军人|已婚|未婚"
    "|(?:现年|今年|时年|享年)?\\d{2,3}岁|(?:小学|初中|高中|中专|大专|专科|本科|大学|硕士|博士)(?:本科|专科)?(?:研究生)?(?:学历|文化|毕业|学位)?(?:程度)?"
    "|[一-龥]{2,9}[省市县区州旗镇乡村]人|[一-龥]{2,9}籍|籍贯[一-龥]{2,9}"
    "|(?:[一-龥]{2,12}(?:大学|学院|学校)[一-龥]{0,8}?毕业|毕业于[一-龥]{2,16}(?:大学|学院|学校)[一-龥]{0,8})))+$"
)
# |甲|，43岁，某县某镇人，|某公司董事长: a life told in items.
_LIFE = re.compile(
    r"(?:^|[。；\n“]|岁的)(?P<name>[一-龥·]{2,8})，(?:(?:男|女|[一-龥]{1,4}族|(?:今年|现年)?\d{2}岁|中共党员|\d{4}年(?:\d{1,2}月)?出?生"
    "|[一-龥]{2,3}学历|[一-龥]{2,14}(?<!负责)人)，)+$"
)
# 甲、乙、丙|等县领导: the names stand before.
_AMONG = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)?[位人名]?(?:代表|委员|[一-龥]{2,5}(?:界别|界)的?)?$")
_AND_OTHERS = re.compile(r"(?<=[一-龥])等(?:\d+|[一二两三四五六七八九十]+)?[位名人]?$")  # 甲、乙|等市委理论学习中心组成员
_SEVERAL = re.compile(r"等?(?:\d+|[一二两三四五六七八九十]+)[位名](?:女|男|年轻|青年|老|优秀|骨干|专业|资深)?$")
_CLASSES = ("政协委员", "人大代表", "党代表")  # 甲、乙|等市政协委员, 丙、丁|等某界别县政协委员
_COMRADES = re.compile(
    r"(?:等?(?:\d+|[一二两三四五六七八九十]+)[位名]?)?同志$"
    r"|(?<=[一-龥])等?(?:\d+|[一二两三四五六七八九十]+)[位名]?(?:同志|人)$"
)
# 免去甲的|某局局长职务; and in a list, a line each: 免去： 甲的|某局局长职务；
_REMOVED = re.compile(
    r"(?:(?:免去|免除|撤销|辞去)：?(?P<name>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:的|所任|担任的|兼任的)?"
    r"|(?<=[\n；])(?P<listed>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:的|所任的?))$"
)
_DOTTED_BEFORE = re.compile("(?P<first>[一-龥]{1,8})(?:·[一-龥]{1,8}){1,3}$")


def people_before(text: str, chain: list[Phrase], found: Found) -> list[Mention]:
    """甲是…执法人员; 甲，乙公司总经理; 徐甲书记."""
    first = chain[0]
    start = first.start
    if first.start == first.title_at:
        start -= is_quoted(text, first)  # 甲到某村当|“第一书记”
        start -= 2 if text.endswith("驻村", 0, start) else 0  # 当起了|驻村“第一书记”
    by = "posts.before"
    several = _SEVERAL.search(text, max(0, start - 10), start) if first.body is None and first.place is None else None
    if several is not None and len(chain) == 1:  # 某医院的|甲、乙两位|护士长: all of the body before them
        listed = _listed_before(text, several.start(), found, first.title)
        head = listed[0].start - text.endswith("的", 0, listed[0].start) if len(listed) > 1 else -1
        first.body = found.ending_at(Kind.ORGANISATION, head)
        if first.body is not None:
            return listed
    if first.status == "former" and text[start - 1 : start] in ("原", "前"):
        start -= 1
    alone = first.body is None and first.place is None and not first.back
    saluted = alone and len(chain) == 1 and plain_title(first) in SALUTED
    if saluted and text[start - 1 : start] != "等":  # 甲、乙、丙|等委员: no 丙等
        for size in (3, 2):
            name = text[start - size : start] if start >= size else ""
            if (size == 3 and name.endswith(("任", "为"))) or name.endswith("是"):
                continue  # 甲乙|任院长, 甲乙|是副局长
            if size == 3 and _is_led_up_to(text, start - size):
                continue  # 由|甲副校长, 书记和|乙镇长
            parts = (
                _DOTTED_BEFORE.search(text, max(0, start - 20), start) if text[start - size - 1 : start - size] == "·" else None
            )
            if parts is not None:
                begin = parts.start() + scorer().sounds_from(parts["first"]) % len(parts["first"])
                if scorer().is_dotted_name(text[begin:start]):
                    return [make_person(text, begin, start, "posts.saluted", 0.8, first.title)]  # 吾哈斯·苏来曼|医生
            held = found.ending_at(Kind.ORGANISATION, start - size) is not None  # 县医院|甲院长
            led = text.startswith("在", start - size - 1) and text.startswith("的", first.end)  # 在|甲村主任|的陪同下
            free = not held and (led or _opens(text, start - size, found))
            famous = len(name) == 3 and words().tag(name).startswith("nr")
            if name.startswith("会") and size == 3 and text.endswith(("居委", "村委"), 0, start - 3):
                continue  # 社区居委会|甲乙|主任
            if not (free or held) and scorer().is_name(name, 4.0 - size) and house_of(text, start - size, found):
                return [make_person(text, start - size, start, "posts.saluted", 0.8, first.title)]
            if name and (famous or (scorer().is_name(name, -2.0 if free else 1.0) and (free or held))):
                own = make_person(text, start - size, start, "posts.saluted", 0.8, first.title)
                return [*_with_one_title(text, start - size, first), own]
        made = text.endswith(("为", "任", "为政府", "为人民政府", "当选", "届"), 0, start)
        if not made and _REMOVED.search(text, max(0, start - 8), start) is None:
            return []
    classed = first.title.sphere == "leader" or text.endswith(_CLASSES, 0, first.end)
    begin = _past_places(text, start, found) if classed else start
    among = (_AMONG if classed else _AND_OTHERS).search(text, max(0, begin - 12), begin)
    if among is not None and len(chain) == 1:
        listed = _listed_before(text, among.start(), found, first.title)
        return listed if len(listed) > 1 else []
    start = _past_places(text, start, found)
    noun = COMMON_HOLDER.search(text, max(0, start - 4), start) if first.body is None and first.place is None else None
    start = noun.start() if noun is not None else start  # 任命甲兼任|协会|秘书长
    connector = CONNECTOR.search(text, max(0, start - 8), start)
    filed = _FILED.search(text, max(0, start - 160), start) if text[start - 1 : start] == "：" else None
    if filed is not None and scorer().is_name(filed["name"], 2.0):
        return [make_person(text, *filed.span("name"), "posts.resume", 0.85, first.title)]
    if connector is None:
        removed = _REMOVED.search(text, max(0, start - 8), start)
        if (
            removed is not None
            and text.startswith(("职务", "一职"), chain[-1].end)
            and scorer().is_name(removed["name"] or removed["listed"], 4.0)
        ):
            for phrase in chain:
                phrase.status = "former"
            return [make_person(text, *removed.span(removed.lastgroup or 0), "posts.removed", 0.85, first.title)]
        return _of_line(text, start, chain)
    mark = "辞去" if connector.group().endswith("辞去") else connector.group()  # 因工作调动|辞去
    if mark.startswith(_TAKES_UP) and not text.startswith(_BURDENS, chain[-1].end):
        return []  # 甲接过|书记|手中的话筒
    if mark.endswith(("成为", "是", "系", "做了", "做起了")) and text.startswith("的", chain[-1].end):
        return []  # 甲成为社区工作人员|的好帮手, 乙是村主任|的儿子
    served = mark == "为" and chain[-1].name.endswith(_SERVED) and _serves(text, chain[-1].end)
    if served and not _APPOINTS.search(text, max(0, start - 30), start):
        return []  # 局领导甲、乙为民警|颁奖
    if mark[0] in "，：（—–" and len(mark) <= 2 and mark in ("，", "：", "（", "—", "——", "–"):
        if first.body is None and first.place is None and not first.relative:
            return []
        if mark == "：" and (said := _of_line(text, connector.end(), chain)):
            return said
        if mark == "：" or (not PAUSE.match(text, chain[-1].end) and chain[-1].end < len(text)):
            return []
        if mark == "，" and _TITLED_BEHIND.match(text, chain[-1].end) and text[connector.start() - 1] not in "员人":
            return []  # 常务副局长甲，|乙区副区长|、市局党委委员、丙分局局长丁
        if mark == "，" and re.search(r"、[一-龥]{2,4}$", text[max(0, connector.start() - 5) : connector.start()]):
            return []  # 副组长甲、乙，领导小组成员，…: a list of people, then of bodies
        at = connector.start()
        titled = mark == "，" and _has_title(text, at)
        if titled and _NAMELESS_ROW.match(text, chain[-1].end):
            return []  # 法院院长甲，|某镇人大主席|，各街道人大工委主任列席: others, who are not named
        if mark == "，" and first.name.endswith(("班子领导", "班子成员")):
            return []  # 副区长甲，某街道|班子领导，…: more of those present
        life = _LIFE.search(text, max(0, start - 60), start) if mark == "，" and text[start - 2] in "人岁族女男员生历" else None
        if life is not None and scorer().is_name(life["name"], 0.0):
            return [make_person(text, *life.span("name"), "posts.resume", 0.85, first.title)]
        recorded = _RECORDED.search(text, max(0, start - 120), start) if mark[0] == "，" else None
        if recorded is not None and scorer().is_name(recorded["name"], 0.0):
            return [make_person(text, *recorded.span("name"), "posts.resume", 0.85, first.title)]
        if titled and text.startswith("、", chain[-1].end):
            return []  # 邀请检察部主任甲，县人大代表、|政协委员|、法院等: those invited besides
    if mark[-2:] in ("现任", "曾任", "历任", "时任", "担任") or mark.endswith("任"):
        line = text.rfind("\n", 0, start) + 1
        resume = _RESUME.search(text, max(line - 1, start - 200, 0), start)
        if resume is not None and scorer().is_name(resume.group("name"), 0.0):
            for phrase in chain:
                phrase.status = phrase.status or ("former" if mark[-2:] in ("曾任", "历任") or "生前" in mark else "")
            return [make_person(text, *resume.span("name"), "posts.resume", 0.85, first.title)]
    stop = connector.start()
    earlier = _BEFORE_IT.search(text, max(0, stop - 6), stop) if mark[-1] in "是为任" else None
    if earlier is not None and earlier.start():
        stop = earlier.start()  # 甲|退休前|是某校教师
        for phrase in chain:
            phrase.status = phrase.status or "former"
    if "选" in mark or mark.endswith("任"):
        when = _WHEN_MADE.search(text, max(0, stop - 16), stop)
        stop = when.start() if when is not None and when.start() else stop  # 甲|去年返乡|当选村党支部书记
        if when is not None and _FORMERLY.search(when.group()) is not None:
            for at, phrase in enumerate(chain):
                if at and "现任" in text[chain[at - 1].end : phrase.start]:
                    break
                phrase.status = phrase.status or "former"  # 甲|曾|担任
        votes = _BY_VOTES.search(text, max(0, stop - 24), stop)
        by_votes = votes is not None and (votes.group()[-1] not in "以最较" or mark[1:2] == "票")
        stop = votes.start() if votes is not None and by_votes else stop
    trip = _TO_VILLAGE.search(text, max(0, stop - 5), stop) if first.name == "第一书记" else None
    stop = trip.start() if trip is not None else stop  # 选派干部甲|到村|担任第一书记
    dated = _WHEN_MADE.search(text, max(0, stop - 16), stop) if trip is not None else None
    stop = dated.start() if dated is not None and dated.start() else stop  # 甲|去年5月|入村担任第一书记
    place = found.ending_at(Kind.DISTRICT, stop)
    if place is not None and place.text[-1] in "村镇乡县市区道社":
        stop = _before_trip(text, stop, found)  # 甲|到某镇某村|任第一书记
        if stop < 0:
            return []
        stop = _before_leaving(text, stop, found)
        sent = _SENT.search(text, max(0, stop - 24), stop)
        stop = sent.start() if sent is not None and sent.start() else stop  # 甲|2016年被选派|到某村任第一书记
        if first.body is None and not first.relative and first.place is None:
            first.place = place
    comrades = _COMRADES.search(text, max(0, stop - 9), stop)
    if comrades is not None:
        stop = comrades.start()  # 任命甲同志|为…, 甲、乙两位同志|辞去…
    salute = next((size for size in (4, 3, 2) if text[stop - size : stop] in SALUTED), 0) if mark.startswith("为") else 0
    salute += salute > 0 and text.endswith("副", 0, stop - salute)
    stop -= salute if scorer().is_name(text[stop - salute - 3 : stop - salute], 0.0) else 0  # 选举甲校长|为少工委主任
    for at, phrase in enumerate(chain):
        if at and "现任" in text[chain[at - 1].end : phrase.start]:
            break
        phrase.status = phrase.status or _CHANGED.get(mark.lstrip("，"), "")
    if _MADE_TOGETHER.search(mark) is not None:
        among = _AMONG.search(text, max(0, stop - 8), stop)
        stop = among.start() if among is not None else stop
        listed = _listed_before(text, stop, found, first.title)
        if len(listed) > 1:
            return listed
    profile = _PROFILE.search(text, max(0, stop - 80), stop)
    stop = profile.start() if profile is not None else stop
    paren = re.search(r"（[^（）]{1,12}）$", text[max(0, stop - 14) : stop])
    if paren is not None:
        stop -= len(paren.group())
    dotted = _DOTTED_BEFORE.search(text, max(0, stop - 20), stop) if "·" in text[max(0, stop - 8) : stop] else None
    if dotted is not None:
        begin = dotted.start() + scorer().sounds_from(dotted["first"]) % len(dotted["first"])
        if scorer().is_dotted_name(text[begin:stop]):
            return [make_person(text, begin, stop, by, 0.85, first.title)]
    compound = stop >= 4 and (text[stop - 4 : stop - 2] in scorer().compound or scorer().is_yi(text[stop - 4 : stop]))
    for size in (4, 3, 2) if compound else (3, 2, 4):
        begin = stop - size
        if begin < 0:
            continue
        name = text[begin:stop]
        if name[0] == "长" and begin and "\u4e00" <= text[begin - 1] <= "\u9fff":
            continue  # 董事长|黄某，某联合会副会长
        alone = text[begin - 1 : begin] in ("，", "；", "\n") and "票" not in name  # ，柏纲要|当选: all of a clause
        sure = "选" in mark and size == 3 and scorer().is_name(name, 4.0 if alone else 2.0)  # 种粮大户|甲|当选会长
        sure = sure or (comrades is not None and scorer().is_name(name, 2.0))  # 宣布|甲|同志任书记
        if sure or (scorer().is_name(name, -1.0) and _free(text, begin, found)):
            return [make_person(text, begin, stop, by, 0.85, first.title)]
    return []


_ITEM_BEFORE = re.compile("(?<![一-龥])(?P<name>[一-龥]{2,3})、$|(?<=[和及])(?P<joined>[一-龥]{2,3})、$")


def _with_one_title(text: str, start: int, first: Phrase) -> list[Mention]:
    """甲、|乙|副院长: those before a deputy who share the title that stands behind him."""
    people: list[Mention] = []
    while first.name.startswith("副") and (item := _ITEM_BEFORE.search(text, max(0, start - 5), start)) is not None:
        group = "name" if item["name"] else "joined"
        if not scorer().is_name(item[group], 1.0):
            break
        start = item.start(group)
        people.insert(0, make_person(text, start, item.end(group), "posts.saluted", 0.8, first.title))
    return people


def _is_led_up_to(text: str, position: int) -> bool:
    """Whether 由, or 和 behind another title, stands at a position, which is a surname too, and a name behind it."""
    name = text[position + 1 : position + 3]
    if text[position] in "和与":
        return any(text[position - size : position] in told_by() for size in (2, 3, 4) if position >= size) and scorer().is_name(
            name, 0.0
        )
    return text[position] == "由" and scorer().is_name(name, 0.0)


_TITLED_BEHIND = re.compile(
    "、[^，。；]*?(?:长|主任|书记|主席|委员)[一-龥]{2,3}"
)  # a row goes on, and its last title has the name
_NAMELESS_ROW = re.compile("[，、等及和][^。；]{0,60}?(?:列席|参加|出席|陪同|到会|参会|与会)|(?:列席|参加|出席|陪同)")


# A line that begins with a name and goes on with his post: ● 甲（女） |福建省工商局主任科员; 乙 男 |某所民警; 丙：|某小学教师，….
_LINE = re.compile(
    r"[●■◆★▲○□◇☆·•\d.．、（） \u3000]{0,6}(?P<name>[一-龥]{2,4}|[一-龥][ \u3000][一-龥])"
    r"(?:(?:（[男女][^（）\n]{0,8}）|[ \u3000]+[男女])?[ \u3000]+(?P<listed>)|：)"
)


def _of_line(text: str, start: int, chain: Sequence[Phrase]) -> list[Mention]:
    """Whom a line names at its head, before the post that is all of it, or all to a mark where a colon stands between."""
    first, end = chain[0], chain[-1].end
    line = _LINE.fullmatch(text, text.rfind("\n", 0, start) + 1, start) if first.body or first.place else None
    if line is None or not scorer().is_name(line["name"].replace(" ", ""), 1.0):
        return []
    if not text.startswith(("\n",) if line["listed"] is not None else ("\n", "，", "。", "；"), end) and end < len(text):
        return []
    return [make_person(text, *line.span("name"), "posts.line", 0.85, first.title)]


def _has_title(text: str, end: int) -> bool:
    """Whether the name that ends before a comma has its title before it: 检察部主任|甲|，."""
    starts = (end - size for size in (3, 2) if end > size and scorer().is_name(text[end - size : end], 0.0))
    return any(text[start - size : start] in told_by() for start in starts for size in (5, 4, 3, 2))


# 甲，男，汉族，1980年生，某村人，|某公司董事长: nothing but what a record tells stands between.
_RECORDED = re.compile(
    "(?:^|[。；\n“：])(?P<name>[一-龥]{2,4}?)(?:同志|先生|女士)?，"
    "(?:(?:[男女]性?|[一-龥]{1,4}族|(?:生于|出生于)?\\d{4}年[^，。；：、\n]{0,12}|现?年?\\d{2}岁|[5-9]0后|(?:中共)?(?:预备)?党员|群众|共青团员"
    "|(?:本科|大专|中专|高中|初中|大学|硕士|博士|研究生)[^，。；：、\n]{0,4}|(?:籍贯|祖籍|系|毕业于)?[^，。；：、\n]{2,16}人|毕业于[^，。；：、\n]{2,16})，){1,8}(?:现为|现系|系)?$"
)
# A file of a person, a thing a line: 姓名：|甲|…职务：某支队辅警.
_FILED = re.compile(
    "姓 ?名：(?P<name>[一-龥]{2,4})[\n，；。 ][^：]{0,12}(?:：[^：]{0,30}){0,6}?(?:职 ?务|身 ?份|岗 ?位|任 ?职)：$"
)
_TAKES_UP = ("接过", "挑起", "扛起", "担起")
_BURDENS = (
    "的担子",
    "的重担",
    "的重任",
    "的接力棒",
    "的职责",
    "的责任",
    "这副担子",
    "这一重担",
    "一职",
    "职务",
    "的大旗",
    "的岗位",
)
_SERVED = ("民警", "辅警", "干警", "教师", "老师", "医生", "护士", "法官", "员", "代表", "干部")
_APPOINTS = re.compile("任命|选举|推举|推选|聘任|聘请|选聘|任用|吸收|确定|指定|补选|增补|推荐|提名|提拔")


def _serves(text: str, position: int) -> bool:
    """Whether a verb follows a title behind 为: something is done for them (为民警|颁奖), and nobody becomes one."""
    pieces = words().cut(text[position : position + 4]) if "\u4e00" <= text[position : position + 1] <= "\u9fff" else ()
    return bool(pieces) and words().tag(pieces[0])[0] == "v"


# When and how one was made what he is: 甲|去年返乡|当选, 乙|2018年再次|当选, 丙|退伍后|担任.
_WHEN_MADE = re.compile(
    "(?:(?:去年|今年|前年|当年|次年|同年|后来|随后|此后|\\d{4}年)(?:\\d{1,2}月|[年月]?底|初|春|秋)?"
    "|(?:返乡|回村|回乡|返村|退伍|转业|毕业|退休|复员|离任|换届|入党)(?:后|时|以后|之后)?|(?:高票|全票|成功|再次|连续|重新|光荣|顺利|正式|又|也|还)"
    "|曾经?|以前|此前|之前|原先|先前|一直|长期)+$"
)
_FORMERLY = re.compile("曾|以前|此前|之前|原先|先前")
_BEFORE_IT = re.compile("(?:(?:退休|离休|离任|卸任|退伍|转业|去世|入伍|返乡|调离)(?:之|以)?前|生前)(?:一直|曾|曾经)?$")
# Sent to a village: 甲|2016年被选派|到, 乙|去年由市直机关派驻|到.
_SENT = re.compile(
    r"，?(?:去年|今年|前年|当年|同年|后来|\d{4}年(?:\d{1,2}月)?(?:底|初)?)?，?(?:主动|自愿|又|再次|正式)?"
    r"(?:(?:被|经|由|受)(?:[一-龥]{0,8}?(?:组织|单位|机关|局|部|委|公司|集团))?)?(?:选派|派驻|派|下派|选调|抽调|委派|安排|申请|请缨|报名)，?$"
)
# 甲|得190票，高票|当选, 乙|以全票|当选, 丙|以210票的|高票当选, 丁|以98%的得票率|当选.
_BY_VOTES = re.compile(
    "(?=[同也共均都分双以获得])(?:同样|同志|也|共|均|都|分别|双双)*(?:"
    r"(?:以|获得|[获得])了?(?:\d+(?:\.\d+)?[%％]?的?|[一二三四五六七八九十百零]+|全|满|[较最]?高|(?:绝对|压倒性)?的?多数)?张?(?:赞成|同意|[得选])?票"
    "(?:赞成|同意|数|率)?(?:的[^，。]{0,6}?)?，?(?:高票|全票|顺利|成功|正式)?|以[最较]?)$"
)
_MADE_TOGETHER = re.compile("(?:[为任]|当选|辞去|代理)(?:(?:人民)?政府)?$")  #: said of one or of a list: 甲、乙、丙|被任命为
_TO_VILLAGE = re.compile("(?:[来回去]到|走进|[到赴来进驻入]|前往)(?:该|当地)?村(?:里|中)?$")
_PAREN_END = re.compile(r"（[^（）\n]{1,12}）$")


def _listed_before(text: str, stop: int, found: Found, title: Title) -> list[Mention]:
    """The names of a list that ends before 为: 选举|甲（女）、乙、丙|为副县长."""
    people: list[Mention] = []
    first = False
    while True:
        paren = _PAREN_END.search(text, max(0, stop - 14), stop)
        stop = paren.start() if paren is not None else stop
        stop -= 2 if text.endswith("同志", 0, stop) else 0
        for size in (4, 3, 2) if scorer().is_yi(text[max(0, stop - 4) : stop]) else (3, 2, 4):
            start = stop - size
            if start >= 0 and text[start] in "和与及" and _joins_names(text, start, stop):
                continue  # 甲、乙和|丙
            listed = text[start - 1 : start] == "、" or (
                text[start - 1 : start] in "和与及" and _joins_names(text, start - 1, stop)
            )
            first = bool(people) and listed and text[start - 1] != "、"  # 某会主委甲和|乙、丙、丁等委员: a list behind 和
            if people and listed and text[stop : stop + 1] == "、" and size < 4 and scorer().surname_at(text, start):
                people.insert(0, make_person(text, start, stop, "posts.before", 0.85, title))
                break  # whatever its characters: an item among names
            if (
                start >= 0
                and scorer().is_name(text[start:stop], 1.0 if listed else -1.0)
                and (listed or _free(text, start, found))
            ):
                people.insert(0, make_person(text, start, stop, "posts.before", 0.85, title))
                break
        else:
            return people
        if not listed or first:
            return people
        stop = start - 1


def _joins_names(text: str, position: int, stop: int) -> bool:
    """Whether 和 at a position joins two names: 张文维|和|刘青; not 王立和."""
    before = (text[position - size : position] for size in (3, 2) if position >= size)
    return scorer().is_name(text[position + 1 : stop], 0.0) and any(scorer().is_name(name, 0.0) for name in before)


_MADE = "被?(?:选举|推举|推选|选|任命|聘任|聘)为|当选为?"
_IS_ALSO = re.compile(
    "(?=[，他她也同是现曾历先担兼任被选推聘当成身挂又还受出接升头职如新目做])(?:，|(?:(?<=[，。；])|^)[他她])?"
    f"(?:同时|又|还|现在|如今|目前|现)?(?:也?是|现任|曾任|历任|先后任|先后担任|曾担任|受聘(?:担任|出任|任|为)|担任|出任|接任|升任|兼任|身兼|挂职|挂任|任|成为|成(?=了)|当[起上]?|做起?(?=了)|(?:现在的?|如今的?|新的?)?(?:身份|职务|头衔)[是为]|{_MADE})了?(?:一名|一位)?$"
)
_MADE_SO = re.compile(f"(?:{_MADE})(?:一名|一位)?$")
# When it was, between the mark and what someone was made: ，退休后|被选举为.
_WHEN = re.compile("，(?:[一-龥\\d]{2,10}(?:后|时|起|年|月)|随后|后来|此后|之后|去年|今年)$")
_DATED = re.compile(
    "(?:\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日|底|初)?|(?:去年|今年|当年|同年|次年)(?:\\d{1,2}月)?(?:换届(?:选举)?[时中]?)?)，"
)

_AGED = re.compile(r"(?:今年)?\d{2}岁的|\d{4}年(?:\d{1,2}月)?出生的|“?\d0”?后(?:党员|青年|小伙|大学生)?(?=[一-龥]{2})")
_ENDS_POST = ("，", "。", "；", "！", "？", "\n", "”", "等职", "一职", "期间", "时")


def subject_of(text: str, chain: list[Phrase], runs: Sequence[tuple[int, list[Mention]]], found: Found) -> list[Mention]:
    """甲毕业于某大学，历任|某学院教授, 代表乙关注加梯，她是|某社区主任: whom the sentence is about."""
    start = _past_places(text, chain[0].start, found)
    start = _of_the_village(text, chain[0], start)
    sent_there = chain[0].name == "第一书记"  #: to the village told of
    if sent_there and text.startswith("“", start - 1):
        start -= 3 if text.endswith("驻村", 0, start - 1) else 1  # ，当起了|驻村“第一书记”
    said = _IS_ALSO.search(text, max(0, start - 8), start)
    if said is None or said.start() == start or (chain[-1].end < len(text) and not text.startswith(_ENDS_POST, chain[-1].end)):
        return []
    if (moved := _moved_there(text, chain[0], said, found)) is not None:
        return [moved]
    if said.group().startswith(("成为", "，成为")) and chain[0].body is None:
        chain[0].body = _worked_in(text, chain[0], found)
    if (newcomer := _came_to(text, chain, said, found)) is not None:
        return [newcomer]
    begin = _before_sending(text, chain[0], said.start(), found)
    known = sent_there or any(phrase.body is not None or phrase.place is not None or phrase.relative for phrase in chain)
    if "选" in said.group() and begin == said.start():
        begin = _before_votes(text, begin)
    marked = "，" in text[begin - 1 : said.end()] or text[begin] in "他她"
    if not known or not (marked or _WHEN.search(text, max(0, said.start() - 12), said.start()) is not None):
        return []
    at = past_mark(text, said.start(), "。！？；：\n”")
    dated = _DATED.match(text, at)
    at = dated.end() if dated is not None and dated.end() < said.start() else at  # 2019年，|甲参加…，当选村党支部书记
    told = runs[-1][1] if runs and runs[-1][1][0].start >= at else []
    people = told if len(told) == 1 and not any(first >= at for first, _ in runs[:-1]) else []
    if not people and not told:
        age = _AGED.match(text, at)
        at = age.end() if age is not None else at + next((n for n in (6, 5, 4, 3, 2) if text[at : at + n] in told_by()), 0)
        size, margin = scorer().read(text, at, 1.0 if _MADE_SO.search(said.group()) is not None else -1.0)
        people = (
            [make_person(text, at, at + size, "posts.subject", 0.8, chain[0].title)] if size and margin > CLEAR_MARGIN else []
        )
    former = said.group().endswith(("曾任", "历任"))
    for phrase in chain if people and former else ():
        phrase.status = phrase.status or "former"
    return people


def _of_the_village(text: str, phrase: Phrase, start: int) -> int:
    """也是|村里的|妇联主席: where 村里的 before a post begins, which is one in the village; ``start`` where it does not stand."""
    value = phrase.body.value if phrase.body is not None else None
    if not text.endswith("村里的", 0, start) or (
        isinstance(value, BodyValue) and (value.anchor or value.relative or value.proper)
    ):
        return start
    if phrase.body is not None and isinstance(value, BodyValue):
        phrase.body = replace(phrase.body, value=replace(value, relative="村"), by="posts.body", score=0.99)
    else:
        phrase.relative = "村"
    return start - 3


_ELECTED_SO = re.compile("(?:，(?:最终|最后|终于|后来|并|又|还|也)?|，?并)(?:成功|顺利|正式|高票|全票|再次|连续|光荣)*$")


def _before_votes(text: str, position: int) -> int:
    """Behind the mark before how one was elected: 甲返乡创业，|并以高票|当选; where nothing tells how, the position."""
    votes = _BY_VOTES.search(text, max(0, position - 24), position)
    stop = votes.start() if votes is not None else position
    how = _ELECTED_SO.search(text, max(0, stop - 12), stop)
    return how.start() + 1 if how is not None and text[how.start()] == "，" else position


_WENT = re.compile("(?:(?:被|又|再)?(?:调任|调|派|选派|分配|下派|选调)?[到往至赴]|又?去|来到|回到|在)$")


def _moved_there(text: str, phrase: Phrase, said: re.Match[str], found: Found) -> Mention | None:
    """甲到某县教育局|任|局长: who went to a body, and the body for the post; none where the name does not begin its clause."""
    body = found.ending_at(Kind.ORGANISATION, said.start())
    if body is None or phrase.body is not None or phrase.place is not None or phrase.relative:
        return None
    went = _WENT.search(text, max(0, body.start - 5), body.start)
    if went is None:
        return None
    at = past_mark(text, went.start(), "，。！？；：”\n")
    dated = _DAY_HEAD.match(text, at)
    at = dated.end() if dated is not None else at
    size, margin = scorer().read(text, at, 0.5)
    if size < 2 or margin <= CLEAR_MARGIN or at + size != went.start():
        return None
    phrase.body = body
    return make_person(text, at, at + size, "posts.subject", 0.8, phrase.title)


# 甲|考入|某校，|成了教师, 乙|从部队转业到|某派出所，|成为民警, 丙|回到|某村，|当上了村支书.
_CAME_TO = re.compile(
    "(?:从[一-龥]{2,10}?)?(?:毕业后|退伍后|转业后|大学毕业|主动|应聘|通过考试|又|被)?"
    "(?:考入|考取|考进|考上|转业到|转业至|分配到|分配至|分到|调入|调到|调往|调至|调任|进入|回到|返回|来到|应聘到|应聘至|入职|加入|选调到|安置到)了?$"
)
_FIRST_OF_CLAUSE = re.compile("(?:大学|师范|中专|高中)?毕业(?:后)?的|\\d{2}岁的")


def _came_to(text: str, chain: list[Phrase], said: re.Match[str], found: Found) -> Mention | None:
    """2003年，甲调入某校，|担任|校长: who came to a body or village in the clause before, and that for the post."""
    first, end = chain[0], said.start()
    if not said.group().startswith("，") and text[end - 1 : end] == "，":
        end -= 1
    if first.body is not None or first.place is not None or not text.startswith("，", end):
        return None
    body, place = found.ending_at(Kind.ORGANISATION, end), found.ending_at(Kind.DISTRICT, end)
    where = body or place
    if where is None or (body is None and (first.relative not in ("村", "社区") or not where.text.endswith(first.relative))):
        return None
    start = found.places_begin(where.start)
    came = _CAME_TO.search(text, max(0, start - 22), start)
    if came is None:
        return None
    at = past_mark(text, came.start(), "，。！？；：”\n")
    day = _DAY_HEAD.match(text, at) or _FIRST_OF_CLAUSE.match(text, at)
    at = day.end() if day is not None else at
    size, margin = scorer().read(text, at, 0.5)
    gap = _DAY_HEAD.fullmatch(text, at + size, came.start())  # 甲|2020年|考入
    if size < 2 or margin <= CLEAR_MARGIN or (at + size != came.start() and gap is None):
        return None
    first.body, first.place = body, place if body is None else None
    return make_person(text, at, at + size, "posts.subject", 0.8, first.title)


_DAY_HEAD = re.compile("(?:\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日|底|初)?|去年|今年|前年|当年|同年|次年|后来|随后)")


def _before_sending(text: str, phrase: Phrase, position: int, found: Found) -> int:
    """Where the words for sending someone begin: ，|2016年被选派到某村|当第一书记; where there are none, the position."""
    place = found.ending_at(Kind.DISTRICT, position)
    trip = _before_trip(text, position, found) if place is not None else -1
    sent = _SENT.search(text, max(0, trip - 24), trip) if trip > 0 else None
    if sent is None:
        return position
    if phrase.body is None and phrase.place is None and not phrase.relative:
        phrase.place = place
    return sent.start()


_WARDS = {"hospital": ("医院", "卫生院", "保健院"), "school": ("学校", "小学", "中学", "大学", "学院", "幼儿园")}
_CALLINGS = {"医生": "hospital", "医师": "hospital", "护士": "hospital", "教师": "school", "老师": "school"}


def _worked_in(text: str, phrase: Phrase, found: Found) -> Mention | None:
    """甲来到某县人民医院，成为一名|医生: the hospital or school of the same sentence."""
    ends = _WARDS.get(next((sphere for name, sphere in _CALLINGS.items() if phrase.name.endswith(name)), ""), ())
    body = next(found.before(Kind.ORGANISATION, phrase.title_at), None)
    near = body is not None and not any(mark in text[body.end : phrase.title_at] for mark in "。！？；\n")
    return body if near and body is not None and body.text.endswith(ends) and ends else None


# 社区工作站|甲|站长, 和行政执法局|甲|副局长: a house before a name with its title behind, whether or not it is read as a body.
HOUSE = re.compile(
    "(?:(?<=[，。；、：（\n])|(?<=[和与及由])|^)(?![和与及由各该某]|有关|相关)[一-龥]{2,9}?"
    "(?:[局站所队委办处科股室司]|中心|公司|街道|社区|学校|小学|中学|[居村管]委会)$"
)


def house_of(text: str, position: int, found: Found) -> tuple[int, Mention | None] | None:
    """Where the house begins that ends at a position, and the body that it is an office of: 市发改委|以工代赈处|甲处长."""
    house = HOUSE.search(text, max(0, position - 12), position)
    held = next((body for at in range(position - 3, position - 10, -1) if (body := found.ending_at(Kind.ORGANISATION, at))), None)
    if held is not None and (house is None or house.start() < held.end) and text[position - 1] in "处科股室部办局":
        return held.end, held
    return (house.start(), None) if house is not None else None


def _opens(text: str, position: int, found: Found) -> bool:
    """Whether a name with its title behind it may begin at ``position``: _free, or behind an adverb or verb (接着|甲校长)."""
    if _free(text, position, found) or OFFICE.search(text, max(0, position - 10), position) is not None:
        return True
    if COMMON_HOLDER.search(text, max(0, position - 4), position) is not None:
        return True  # 县局|甲局长, 学校|乙校长
    word = text[max(0, position - 2) : position]
    return words().frequency(word) > 0 and words().tag(word)[0] in "cdvt" and word_start(text, position)


def _free(text: str, position: int, found: Found) -> bool:
    """Whether a name may begin at ``position``: after a mark, a line, a stop word or another mention."""
    if position == 0 or not "\u4e00" <= text[position - 1] <= "\u9fff":
        return True
    if any(found.ending_at(kind, position) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT, Kind.POST)):
        return True
    if any(text[position - size : position] in told_by() for size in (2, 3, 4) if position >= size):
        return True  # 村党总支书记|甲任理事长, 致富带头人|甲接任村党支部书记
    if text[position - 1] == "受" and not "\u4e00" <= text[position - 2 : position - 1] <= "\u9fff":
        return True  # ，受|甲书记委托; but 接受
    if text[position - 1] in "和与及由对向让给把被叫是的跟请据为":
        return True
    stop = position - (text[position - 1] == "了")  # 学习了|甲书记的讲话
    return text[max(0, stop - 2) : stop] in _LEADS_TO_NAMES


_LEADS_TO_NAMES = seeds.word_list("leads_to_names")  #: verbs and particles right behind which a name may begin: 任命, 传达


# 甲是|新疆喀什某县|某乡党委书记: the places above the one that is held, whatever a list knows of them.
_IN_UNLISTED = re.compile("(?:就是|[是任])(?P<place>[一-龥]{2,12}[省市州县区旗镇乡道村]|[一-龥]{1,3}办)$")


_RUNS_VILLAGES = re.compile("(?:管理处|管委会|管理委员会|管理区|办事处|管理局)$")


def _past_places(text: str, start: int, found: Found) -> int:
    """Before the places that a body is said to lie in: 甲是|某街道辖区|某厂书记."""
    if text.endswith(("辖区", "境内", "辖区内"), 0, start):
        start -= 3 if text.endswith("辖区内", 0, start) else 2
    while True:
        place = found.ending_at(Kind.DISTRICT, start)
        if place is None and (odd := _IN_UNLISTED.search(text, max(0, start - 16), start)) is not None:
            return odd.start("place") if not any(map(breaks_chain, words().cut(odd["place"]))) else start
        if place is None and text.endswith(TOWN_UNITS, 0, start):  # 某区|广外街道|某社区党委书记: a short name that no list has
            place = next((p for n in range(3, 6) if (p := found.ending_at(Kind.DISTRICT, start - n)) is not None), None)
        if (
            place is None and (runs := _RUNS_VILLAGES.search(text, max(0, start - 5), start)) is not None
        ):  # 任|某景区管理处|某村村长
            place = found.ending_at(Kind.ORGANISATION, start) or found.ending_at(Kind.DISTRICT, runs.start())
        if place is None:
            return start
        start = place.start


def _before_leaving(text: str, stop: int, found: Found) -> int:
    """甲|从省委宣传部来|到某村任第一书记: where the words for whence one comes begin; ``stop`` where there are none."""
    body = found.ending_at(Kind.ORGANISATION, stop - (text[stop - 1 : stop] in tuple("来下走")))
    start = found.places_begin(body.start) if body is not None else 0
    return start - 1 if text[start - 1 : start] == "从" else stop


_POSTED = ("派驻", "选派", "下派", "委派")


def _before_trip(text: str, end: int, found: Found) -> int:
    """Where the words for going to the places that end at ``end`` begin: 甲|到某镇某村; -1 where none stand."""
    start = _past_places(text, end, found)
    if text.endswith(_POSTED, 0, start):
        return start  # 甲同志|派驻|某镇某村|担任第一书记
    return start - 1 if text[start - 1 : start] in ("到", "赴", "在", "去", "来") else -1
