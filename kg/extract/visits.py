"""Visits: where a named person goes and looks (甲到某地调研; 乙一行察看了某项目). Found once people are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.acts import GREETS
from kg.extract.base import BodyValue, EventValue, Found, PlaceValue, PostValue, past_mark, sentence_at
from kg.extract.events import GIFTS, INSPECT_WORDS, MEET_WORDS, ROUND_WORDS
from kg.extract.titles import SALUTES
from kg.model import Article, Kind, Mention, Sentence
from kg.patterns import needing

ACCOMPANY = re.compile(
    r"(?:陪同|随同|随行|作陪|陪|一同|一起|共同)(?:参与|参加)?(?:观摩)?(?:调研|检查|督导|考察|走访|慰问|参加|视察|参观|看望|活动|督查|督察|观摩|巡查|接访|下访|接待)?|"
    r"(?:参加|参与)(?:了)?(?:此次|本次|这次)?(?:调研|检查|督导|考察|走访|慰问|活动|上述活动|视察|观摩|督查|督察|巡查|参观|接访|下访|会见|座谈)|分别参加"
)
HOSTED = re.compile("(?:陪同|引导|引领|带领)(?:之)?下")  #: 在甲|引导下|参观: who shows others round
# 县长甲、主席乙|一同观摩: what those do whom the report names beside visitors without a name.
_SEE_TOO = (
    "(?:一同|一起|共同)(?:参加|参与)?(?:实地)?"
    "(?P<see>调研|视察|观摩|考察|检查|察看|查看|督导|督查|走访|慰问|看望|巡查)(?![组团会员])"
)
LED = re.compile(r"(?:亲自)?(?:带队|率队|领队|任组长)(?=[，。；）]|$)")
_GO = re.compile(
    r"到|赴|来|去了|去到|深入|来到|前往|走进|莅临|亲临|抵达|在|先后|实地|对|就|围绕|以“|采[取用]|冒雨|冒着|顶着|率|带领|带队|带着|领着|一行|专题|开展|进行|督|调|检|视|看|慰|走|暗|夜|巡|分别|利用|观摩|参观"
)
_NO_VISIT = ("站", "点", "组", "员", "团", "报告", "结果", "单")
# 对检查情况进行了通报, 对调研组莅临指导表示欢迎: words about a visit.
_TOLD_OF = re.compile(
    r"[^，。；]{0,12}?(?:(?:进行|作)了?[^，。；]{0,4}(?:通报|点评|汇报|说明|介绍|讲评|总结|反馈|安排|部署)|表示[^，。；]{0,6}(?:欢迎|感谢|肯定))"
)
_HEADS = frozenset(["主席", "副主席", "领导", "负责同志", "主要领导"])
_WEAK = frozenset(["指导", "巡查", "察看", "查看", "走访", "看望", "抽查", "夜查", "踏勘", "参观", "观摩"])
_FOOTMEN = ("网格员", "楼长", "楼栋长", "单元长", "邻长", "护林员", "巡河员", "管水员", "保洁员", "巡查员")
_RULING = frozenset(
    ["party", "government", "congress", "cppcc", "court", "procuratorate", "police", "leader", "military", "taskforce"]
)
_GOVERNING = frozenset(["party", "government", "congress", "cppcc", "leader"])
_SAID = re.compile(
    "(?=[。介告强指称表要说希感；：])(?:"
    r"[。；]|：[“‘]|强调|希望|感谢|指出|要求|表示|说(?!明)|(?<!听取)(?<!听取工作)(?<!听取情况)介绍|告诉|(?<=[一-龥])称(?!号|职)"
    ")"
)
# 甲带队来到某区，乙一行走进某村: a visit, whatever the verb of looking is; not 领着村干部找来抽水机.
_TEAM_GOES = re.compile(
    r"(?:带队|率队|率领|带领|率|一行|(?:带[着上]|领着)[^，。；]{0,40}?(?:[组团]|部门|负责人|同志|一班人|班子|干部|代表|委员|领导))[^，。；]{0,24}?(?:，?(?:远赴|去了|去到|去往)|来到|(?<!的)(?<![找感收看得做达提想遇买用拿听办受接学报等迟捞挖谈轮])到|(?<!的)(?<!的到)(?<![找请运拉调买搬引带送招换叫借取抬领派抽迎拿接寻雇租捎弄背扛端])来|赴|走进|深入|前往|莅临|直奔|扎进|钻进|直插|直扑|踏进|转到|赶往|赶赴)(?!会|位|期)(?=[一-龥])"
)
_LEARNS = "了解(?!到)[^，。；]{0,24}?(?:情况|进度|进展|需求|困难|难题|诉求|状况|长势|成效)"  #: how things are
# 书记甲|来到某村，走进村民家，与老人拉家常|: an official calls on people, whatever the verb.
_CALLS_AT = re.compile(
    "(?:来到|走进|深入|前往)[^，。；]{2,60}，(?:[^。；]{2,24}，)?(?:[与同和][^，。；]{2,20}?(?:交谈|交流|谈心|拉家常|拉起家常|面对面|聊|共度|共庆|欢度)"
    "|(?:实地|现场|当场|帮助企业|帮企业)(?:协调)?(?:解决|破解|化解)|看[^，。；、]{1,6}、[问听查]"
    f"|(?:详细|仔细|认真)(?:了解|询问|听取)|(?:实地|现场|深入|全面|重点|逐一)?{_LEARNS})"
    f"|(?:来到|走进|深入|前往|(?<![得看想做达提遇听受接找用])到|赴)[^，。；]{{2,60}}?(?<!深入){_LEARNS}"
)
# 书记甲|来到困难职工家中，送上慰问金|; 县长乙|为环卫工人送去清凉物资|: what those bring who call on people.
_BRINGS = "送[上去来]了?[^，。；“]{0,10}?(?:慰问[金品]|慰问物资|清凉|防暑[^，。；]{0,4}[物用]?[品资]|温暖|关怀"
_BRINGS_TO = re.compile(
    "(?:来到|走进|深入|前往|走访|(?<![得看想做达提遇听受接找用])到|赴)[^，。；]{2,60}，(?:[^，。；]{2,16}，)?"
    f"(?:亲手|亲切|并|[为给向][^，。；]{{1,10}}?|[把将][^，。；]{{2,12}}?)?{_BRINGS}|(?:节日|新春|新年|美好|诚挚|亲切)的?(?:慰问|问候|祝福|祝愿))|[为给向][^，。；]{{2,16}}?{_BRINGS})"
)
# 旁听者是县人大常委会副主任甲|带领的视察组|.
_LED_TEAM = re.compile(
    "(?:带领|率领)的[^，。；]{0,6}?(?:视察|调研|考察|检查|督导|督查|巡查|观摩|慰问)[组团队](?=[，。；来到走在])"
)
# 县委书记甲、县长乙|等县领导|走访慰问…: who was listed is summed up.
_SUMMED = re.compile(
    "等(?:[省市县区州旗镇乡]{1,3})?(?:四[大套]|几[大套])?(?:主要|相关|有关|班子)*(?:领导|负责人|负责同志)"
    "(?:同志|干部|成员)?(?:一行)?"
)
UNNAMED_HOSTS = re.compile(
    "(?:等|一行)?，?在[^，。；]{2,40}?(?:人|同志|人员|领导|干部|委|局|部门|等)的?"
)  #: 甲|在县直有关部门负责人|陪同下到某镇调研
_OFTEN = re.compile("经常|时常|常常|坚持|每天|每周|每月|每年|多次|天天|不时")
#: 带队的是甲, 由乙带队: who leads a visit, named last.
LEADER_IS = re.compile(r"(?:带队|领队|率队)的?(?:是|为)|领队：")
_COMPANIONS = re.compile(
    rf"陪同|随同|随行|{_SEE_TOO}|(?:一同|一起|一道|共同)前往(?=[，。；])|同行(?=[，。；])|参加(?:了)?(?:此次|本次|相关|上述)?(?:活动)?(?=[。；])|(?:带队|领队|率队)的?(?:是|为)|(?:带队|率队|领队)(?=[。；，]|$)|参加(?:调研|督查|观摩|视察|检查|考察|走访|慰问|看望|巡查)"
)
_TOGETHER = re.compile(_SEE_TOO)
# 四套班子领导|看望出席会议的委员。甲、乙向委员们致以问候: those who went are named by what they say.
_LEADERS_CALL = needing(
    "看望 慰问 走访",
    "(?:领导|班子成员|负责同志)(?:一行)?(?:(?!致信|致电|发信|视频)[^，。；\\n]){0,16}?(?P<see>看望慰问|走访慰问|看望|慰问|走访)了?(?![金品信]|活动|组)[^，。；\\n]{0,16}",
)
_JOINED_IN = re.compile("(?:参加|出席|参与)(?:了)?(?:当天的?|此次|本次|相关)?(?P<activity>活动)(?=[，。；])")
# 甲宣布开工, 乙、丙为某园揭牌, 丁与戊签订协议: acts of a ceremony that the report gives no name.
_ACTS = needing(
    "剪彩 协议 合同 培土 奠基 宣布 按下 揭幕 揭牌 签字 签约 备忘录 承诺书 责任书 一声令下 敬献 送行 证婚 祭扫 义诊 宣讲报告",
    "(?=[宣揭剪奠培签按一敬送证祭义作])(?:敬献了?花[篮圈]|(?<!临)送行(?=[，。；])|证婚(?=[，。；])|祭扫(?!活动)|义诊(?=[，。；])|作了?[^，。；]{0,6}宣讲报告|一声令下(?=，)|宣布[^，。；：]{0,12}?(?:开工|开幕|开赛|开业|通车|投产|竣工|开营|启动|成立)(?=[，。；])|揭牌|揭幕|剪彩|奠基|培土|"
    "签(?:订|署|下)(?:了)?[^，。；、]{0,24}?(?:协议|合同|责任书|备忘录|承诺书)|签[字约](?=[，。；])|按下[^，。；]{0,8}?(?:手印|启动|按钮|红手印))",
)
_DATED = re.compile(r"\d日|月\d{1,2}号|今天|昨天|昨日|今日|近日|日前|当天|上午|下午")
_PAST = re.compile(r"去年|前年|当年|此前|\d{4}年|曾|已|早在|将")
_PRESENT = re.compile("(?:出席|参加)(?:了)?(?:会谈|会见|座谈|洽谈)?(?=[。；])")
_LEADERS_GO = needing(
    "领导 班子成员",
    "(?=[领班])(?:领导(?:干部|班子成员)?|班子成员)[^，。；、]{0,8}?(?:兵分|分成|分别|各自|分头|分组|分赴|深入|走进|来到|到|赴|下沉)",
)
#: 甲|来到某校: each of several who went apart.
ARRIVES = re.compile(
    "(?:[这那一](?:一)?[组路队]，?(?:头一站是|先|首站)|(?:等|一行|先后|分别|则|也|随后)*(?:来到|走进|深入|前往|赶赴|到|赴))(?=[一-龥])"
)
# 企业家代表赴某园区|参观学习|.
_GOES_TO_SEE = re.compile("(?<=[赴到往进来])[^，。；]{2,24}?(?P<see>(?:参观|观摩|考察|学习)(?:学习|考察|交流|活动)?)(?=[，。；])")
_TEAM_GOES_THERE = re.compile(
    "(?:考察|调研|检查|督导|督查|视察|慰问|参观|学习|访问|巡查|考核|评估|验收|核查|评审|代表)[团组队](?![团组队]?[长员]|成员)(?![^，。；]{0,24}(?:参加|出席))(?:一行)?[^，。；]{0,8}?"
    "(?:走进|来到|抵达|深入|前往|赴|到|来(?=[一-龥]{1,4}[县区市旗州]))[^，。；]{2,24}"
)
_COME = re.compile("(?=[来走深前])(?:来到|来了|走进|深入|前往)[^，。；]{2,24}")
_TEAM = re.compile(r"[等的]?(?:率领|带领|带队|率队|率|领着|一行|[^，。；]{0,12}?组成的[^，。；]{0,16}?[组团队])")
_AS_NOUN = re.compile("考[评核]|机制|问责|力度|激励|通报|制度|等(?:方面|工作|环节)?(?:提|作|进行)")
_TO_JOIN = re.compile("[^，。；]{2,16}，(?:参加|出席)")
_HIS = re.compile("的(?!(?:亲自)?(?:带领|率领|陪同|组织|引领|指导))")
_BY_HIM = re.compile("，由[^，。；]{2,20}$")
_ON_THE_SPOT = re.compile("^[到在赴]?现场|到场|全程|应邀|受邀|^旁听")
# 向前来|调研|的县长甲介绍
_COMING = re.compile(f"前来[^，。；]{{0,8}}?(?P<verb>{INSPECT_WORDS.pattern})[^，。；]{{0,10}}?的")
# 县长甲会见了来某县|考察|的董事长乙: a guest's visit, to whom the clause is about.
_MEETS_GUEST = re.compile("(?:会见|会晤|接见|约见|迎接|欢迎|[与和同])了?(?:前|专程|应邀)?[来到](?!的)[^，。；]{0,10}$")
_WHO_CAME = re.compile("[^，。；的]{0,6}的(?![一-龥]{0,4}(?:情况|工作|活动))")
_PAUSE = re.compile("[，。；：]")
_DAY = re.compile(
    r"(?:于)?(?:(?:\d+月)?\d+日?(?:[-—～~至到](?:\d+月)?\d+日|(?<=日))|近日|日前|昨[天日]|今[天日]|当[天日])?(?:[上下]午|晚上?|清晨|一早)?"
)
_AT_MEETING = re.compile("(?:会议?|大会|会场|仪式|典礼|比赛|赛场|现场会)(?:现场)?$")
_TO_COME = re.compile("(?:等|一行)?(?:即?将|拟|计划|准备|打算)(?!军)")
_REACH = 80  #: characters between the name and the verb of the visit


def _heads(post: PostValue) -> bool:
    """自治区副主席: an office of a whole province or city, whose body the title does not say."""
    place = post.place.value if post.place is not None and post.body is None else None
    return isinstance(place, PlaceValue) and place.level in ("province", "prefecture") and post.title in _HEADS


def _heads_team(post: PostValue) -> bool:
    """第五巡视组|组长: the head of a team that is sent round; not 驻村工作队队长, who is at home where he goes."""
    body = post.body
    if body is None or not isinstance(body.value, BodyValue) or body.value.subtype != "TaskForce":
        return False
    return post.title.endswith("组长") and body.text.endswith("组") and "驻" not in body.text


_OF_PEOPLE = (
    "总工会", "妇联", "妇女联合会", "残联", "残疾人联合会", "团委", "工商联", "红十字会", "关工委", "科协", "文联", "侨联",
    "计生协会", "老促会", "慈善总会"
)  # fmt: skip


def heads_people(post: PostValue) -> bool:
    """县总工会|主席: the head of a body of the people that every county has; not 某协会会长."""
    body = post.body
    if body is None or not isinstance(body.value, BodyValue) or not body.text.endswith(_OF_PEOPLE):
        return False
    return (body.value.anchor is not None or bool(body.value.relative)) and post.title.endswith(
        ("主席", "书记", "理事长", "会长")
    )


def _leads(found: Found, people: Sequence[Mention], verb: str, text: str, end: int) -> bool:
    """Whether those named go to inspect: they hold an office; for a weak verb one above the village."""
    if text.startswith(_NO_VISIT, end):
        return False
    names = {p.text for p in people}
    if verb.endswith("考察") and _goes_for_firm(found, people[-1], end):
        return True
    posts = [p.value for p in found.of(Kind.POST) if isinstance(p.value, PostValue) and names & {x.text for x in p.value.people}]
    if any(_heads(post) for post in posts):
        return True
    if posts and all(post.title.endswith(_FOOTMEN) for post in posts):
        return False  # 网格员甲|上门检查燃气: daily work
    spheres = {post.sphere for post in posts}
    bodies = {post.body.value.subtype for post in posts if post.body is not None and isinstance(post.body.value, BodyValue)}
    if not spheres:
        headed = any(p.end <= found.article.body for p in people) and verb not in _WEAK
        return headed or bool(_TEAM.match(text, past_day(text, people[-1].end)))
    official = any(post.person_kind == "official" for post in posts)
    rules = bool(spheres & _RULING) or official or bool(bodies & {"PartyBody", "GovernmentBody"})
    rules = rules or any(_heads_team(post) or heads_people(post) for post in posts)
    weak = verb in _WEAK or verb.endswith(("一遍", "个遍", "一圈", "一趟"))
    if weak and ("GrassrootsBody" in bodies or spheres <= {"grassroots"}):
        return False
    return rules or bool(_TEAM.match(text, past_day(text, people[-1].end)))


_FIRM_HEADS = ("董事长", "总经理", "经理", "总裁")


def _goes_for_firm(found: Found, person: Mention, end: int) -> bool:
    """某公司|甲经理|实地到某县某村考察: the head of a firm who goes to a place to see whether it will do."""
    text = found.article.text
    gap = text[past_day(text, person.end) : end]
    if _TO_PLACE.match(gap) is None or "的" in gap or not found.between(Kind.DISTRICT, person.end, end + 8):
        return False
    posts = (p.value for p in found.of(Kind.POST) if isinstance(p.value, PostValue))
    return any(
        post.title.endswith(_FIRM_HEADS) and isinstance(post.body.value, BodyValue) and post.body.value.subtype == "Enterprise"
        for post in posts
        if post.body is not None and person.text in {p.text for p in post.people}
    )


_TO_PLACE = re.compile(
    r"(?:副?(?:董事长|总经理|经理|总裁))?(?:一行|等)?(?:\d+[人名])?(?:再次|又|专程|专门|实地|前|亲自|率队|带队|应邀)*[到赴来]"
)


_LED_GROUP = re.compile("一行|率|带队|带领|等")


def past_day(text: str, position: int) -> int:
    """Past the day behind a name: 甲|6月9日上午|率队来到某市."""
    day = _DAY.match(text, position)
    return day.end() if day is not None else position


def _led_after(found: Found, text: str, sentence: Sentence, named: Sequence[Mention]) -> Mention | None:
    """代表到某地视察，副主任甲带队: the leader is named after the inspection."""
    first = last = named[0]
    for person in named[1:]:  # 组长甲、副组长乙|带队
        if (
            LED.match(text, last.end) is not None
            or text[last.end] not in "、和"
            or re.search("[，。；：]", text[last.end : person.start])
        ):
            break
        last = person
    titled = found.ending_at(Kind.POST, first.start) is not None
    if not titled or LED.match(text, last.end) is None or first.start - sentence.lo < 4:
        return None
    for match in INSPECT_WORDS.finditer(text, max(sentence.lo, first.start - 40), first.start):
        gap = text[match.end() : first.start]
        if re.search(r"[。；]|强调|指出|要求", gap) or text.startswith(_NO_VISIT, match.end()):
            continue
        name = text[max(text.rfind("，", sentence.lo, match.start()) + 1, sentence.lo) : match.end()]
        return _visit(match.start(), match.end(), match.group(), name, 0.75)
    return None


_STANDS_FOR = re.compile("(?:^|[，。；：\n]|并|还|分别|专程|一行|等|受托)代表$")
SALUTATION = re.compile(f"{SALUTES}|同志")  #: behind a name


# 甲|因病请假, 乙|未能到会; and 据|甲|介绍: who only tells of something.
_STAYED_AWAY = re.compile(
    "(?:因[^，。；]{1,8}?，?)?(?:请假|缺席|告假|(?:未能?|没有?能?|不能|无法)(?:亲自)?(?:到会|出席|参加|参会|到场|前来|成行))"
)
# 受|甲书记、乙市长|委托，丙致辞: those for whom someone else comes.
_SENDS_ANOTHER = re.compile("[^，。；：]{0,30}?(?:委托|嘱托|之托|指派|委派)")
_SENT_BY = re.compile("受[^，。；：]{0,40}$")
_AS_TOLD_BY = re.compile("据[^，。；：、]{0,40}$")
# 对|值班员甲|说: who is spoken to.
_SPOKEN_TO = re.compile("(?:[对跟向]|叮嘱|告诉|嘱咐)[^，。；：、]{0,16}$")
_SPEAKS = re.compile("说(?!明)|讲(?![解话])")
# 学习传达了县长|甲|在全县会议上的讲话: whose words are studied.
_HIS_SPEECH = re.compile(
    "(?:同志|书记|[县市区省]长)?(?:在[^，。；]{2,30}?(?:上|中|时)?)?所?作?的?(?:重要|系列)*(?:讲话|批示|指示|报告)"
)
_STUDIED = re.compile("(?:学习|传达|贯彻|落实|领会|学习传达|传达学习)了?[^，。；]{0,24}$")
_TELLS = re.compile("介绍|透露|回忆|讲述|告诉|说|称|表示")


def present(text: str, named: Sequence[Mention]) -> Sequence[Mention]:
    """The people of a sentence without who stayed away, who is only quoted, and for whom someone else comes."""
    away = [
        p
        for p in named
        if _STAYED_AWAY.match(text, p.end)
        or (_TELLS.match(text, p.end) and _told_by(text, p))
        or (_SPEAKS.match(text, p.end) and _SPOKEN_TO.search(text, max(0, p.start - 18), p.start))
        or _sends_another(text, p)
        or (_HIS_SPEECH.match(text, p.end) and _STUDIED.search(text, max(0, p.start - 30), p.start))
    ]
    named = [p for p in named if p not in away] if away else named
    return _in_person(text, named)


def _sends_another(text: str, person: Mention) -> bool:
    """受市长|甲|委托: someone else comes for him."""
    sent = _SENDS_ANOTHER.match(text, person.end) is not None
    return sent and _SENT_BY.search(text, max(0, person.start - 41), person.start) is not None


def _told_by(text: str, person: Mention) -> bool:
    """据局长|甲|介绍."""
    return _AS_TOLD_BY.search(text, max(0, person.start - 42), person.start) is not None


def _in_person(text: str, named: Sequence[Mention]) -> Sequence[Mention]:
    """The people of a sentence without those for whom someone else comes: 甲代表|乙书记、丙主席|看望村民."""
    if not named or "代表" not in text[named[0].start - 4 : named[-1].start]:
        return named
    absent: set[int] = set()
    for at, person in enumerate(named):
        stands = _STANDS_FOR.search(text, max(0, person.start - 5), person.start)
        by_person = at > 0 and text[named[at - 1].end : person.start] == "代表"
        last = named[at - 1] if at and named[at - 1].start in absent else None
        beside = last is not None and re.fullmatch(f"(?:{SALUTATION.pattern})[、和]", text[last.end : person.start])
        if (stands or by_person or beside) and SALUTATION.match(text, person.end):
            absent.add(person.start)
    return [person for person in named if person.start not in absent] if absent else named


def _visit(start: int, end: int, text: str, name: str, score: float) -> Mention:
    kind = "Donation" if name.endswith(GIFTS) else "Inspection"  # 到某村|开展捐赠活动
    return Mention(Kind.EVENT, start, end, text, "events.inspection", score, EventValue(kind, name))


def goes(event: Mention) -> bool:
    """Whether an event is a visit, also one on which something is given."""
    value = event.value
    return event.by in ("events.inspection", "events.gone") or (isinstance(value, EventValue) and value.subtype == "Inspection")


def find_visits(article: Article, found: Found) -> Iterator[Mention]:
    """One visit a sentence: the first verb of looking that a named person comes before; and who receives whom."""
    found_any = False
    for visit in _told(article, found):
        found_any = True
        yield visit
    visited = found_any
    if not found_any:
        for visit in [*_apart(article, found)] or _nameless(article, found):
            visited = True
            yield visit
    met = [*_encounters(article, found, visited=visited)]
    yield from met
    if not found_any and not met:
        yield from _delegations(article, found)
    yield from _once_enacted(article, found)
    if not found_any:
        yield from _untold(article, found)
        if not met:
            yield from _enacted(article, found)
        yield from _gone(article, found)


def _untold(article: Article, found: Found) -> Iterator[Mention]:
    """副区长甲参加活动。: an activity that the report gives no name, where it tells of no other."""
    if any(isinstance(event.value, EventValue) and event.value.subtype != "Meeting" for event in found.of(Kind.EVENT)):
        return
    match = _JOINED_IN.search(article.text, article.body)
    if match is None:
        return
    sentence = sentence_at(article, match.start())
    if any(person.end <= match.start() for person in found.between(Kind.PERSON, sentence.lo, sentence.hi)):
        start, end = match.span("activity")
        yield Mention(Kind.EVENT, start, end, "活动", "events.untold", 0.65, EventValue("Activity", "活动"))


def _enacted(article: Article, found: Found) -> Iterator[Mention]:
    """甲、乙为某园揭牌。: a ceremony told by what named people do at it, in a report that tells of nothing else."""
    text = article.text
    if found.of(Kind.EVENT):
        return
    for match in _ACTS.finditer(text, article.body):
        sentence = sentence_at(article, match.start())
        named = [p for p in found.between(Kind.PERSON, sentence.lo, match.start()) if p.end <= match.start()]
        dated = _DATED.search(text, text.rfind("\n", 0, match.start()) + 1, match.start())
        begin = named[-1].end if named else _by_bodies(found, sentence, match.start())
        if begin < 0 or dated is None or _PAST.search(text, sentence.lo, match.start()):
            continue
        gap = text[begin : match.start()]
        gap = gap[1:] if gap.startswith(("，共同", "，一同", "，一起")) else gap
        if not any(mark in gap for mark in "，；：“”") and not _SAID.search(gap):
            act = match.group()
            yield Mention(Kind.EVENT, match.start(), match.end(), act, "events.enacted", 0.65, EventValue("Activity", act))
            return


# 10月9日，县委书记甲|到|县一中|为学生上思政课; 县长甲|深入某镇|专题调度…: an official goes somewhere, whatever he does there.
_GONE = re.compile(
    "[等一行]{0,3}(?:(?:带领|率领?|带队|率队|会同|带着|偕同)[^，。；]{0,24}?|(?:就|围绕)[^，。；]{2,20}?|冒着[^，。；]{1,6}|顶着[^，。；]{1,6})?"
    "(?:先后|专程|再次|又|实地|亲自|分别|专门|冒雨|连夜|驱车|应邀|下)*，?"
    "(?:来到|走进|深入|前往|奔赴|赶赴|赶往|赶到|到|赴|莅临|在(?=[^，。；]{2,12}现场))(?=[一-龥“])"
)
# 到某镇|任职, 到北京|参加…会: gone for another reason than to see.
_GONE_FOR = re.compile(
    "(?:工作|发展|创业|投资|旅游)[，。]|"
    "[^。；]{0,30}?(?:作[^，。；]{0,6}报告|授课|任职|任教|就任|上任|报到|履新|打工|务工|参加|出席|参会|参训|开会|就医|住院|看病|上学|读书|求学|安家|落户|时[，。]|途中|以来|之前|之后|后，)"
)


def _gone(article: Article, found: Found) -> Iterator[Mention]:
    """县委书记甲到县一中为学生上思政课。: an official goes somewhere, in the first sentence of a report of nothing else."""
    text = article.text
    lead = next((sentence for sentence in article.sentences if sentence.lo >= article.body), None)
    if lead is None or found.between(Kind.EVENT, 0, lead.hi) or any(goes(event) for event in found.of(Kind.EVENT)):
        return
    named = found.between(Kind.PERSON, lead.lo, lead.hi)
    if not named or _DATED.search(text, lead.lo, named[0].start) is None or _PAST.search(text, lead.lo, named[0].start):
        return
    for person in named:
        goes_there = _GONE.match(text, past_day(text, person.end))
        if goes_there is None:
            continue
        there = goes_there.end()
        place = found.starting_at(Kind.DISTRICT, there) or found.starting_at(Kind.ORGANISATION, there)
        pause = _PAUSE.search(text, there, lead.hi)
        stop = min(pause.start() if pause is not None else lead.hi, there + 30)
        if place is None or _GONE_FOR.match(text, place.end) or not _governs(found, person):
            return
        yield replace(
            _visit(goes_there.start(), stop, text[goes_there.start() : stop], text[person.start : stop], 0.65), by="events.gone"
        )
        return


def _governs(found: Found, person: Mention) -> bool:
    """Whether someone is of the party, the government, the congress or the CPPCC of a place; not of a court."""
    posts = (post.value for post in found.of(Kind.POST) if isinstance(post.value, PostValue))
    return any(post.sphere in _GOVERNING and person.text in {p.text for p in post.people} for post in posts)


# 到场的|区领导|有甲、乙; 甲|致辞: who was at a ceremony, told behind it.
_THERE = re.compile("到场|出席|在场|参加|见证|致[辞词]|宣布|主持")


def _by_bodies(found: Found, sentence: Sentence, act: int) -> int:
    """某管委会和某乡政府|为某园揭牌。到场的有甲: where the words of an act of bodies begin; -1 where nobody is there then."""
    bodies = [body for body in found.between(Kind.ORGANISATION, sentence.lo, act) if body.end <= act]
    text = found.article.text
    line = text.find("\n", act) % (len(text) + 1)
    there = _THERE.search(text, act, line) if bodies else None
    if there is None or not found.between(Kind.PERSON, act, line):
        return -1
    doing = [body for body in bodies if text[body.end : body.end + 1] not in "的、和与及"]
    return doing[0].end if doing else -1


# 去年9月，…|甲、乙共同为某院揭牌: told of another day than all else.
_PAST_ACT = needing(
    "揭牌 揭幕 剪彩 奠基 授牌",
    "(?:去年|前年|早在|此前|今年)[^。；\\n]{4,80}?(?P<act>揭牌|揭幕|剪彩|奠基|授牌)(?=[，。；])",
)


def _once_enacted(article: Article, found: Found) -> Iterator[Mention]:
    """去年9月，甲、乙共同为某研究院|揭牌|。: a ceremony of another day, in a report of something else."""
    text = article.text
    for match in _PAST_ACT.finditer(text, article.body):
        at = match.start("act")
        sentence = sentence_at(article, at)
        if match.start() != sentence.lo or found.between(Kind.EVENT, sentence.lo, sentence.hi):
            continue
        named = [p for p in found.between(Kind.PERSON, sentence.lo, at) if p.end <= at]
        if named and not any(mark in text[named[-1].end : at] for mark in "，；：“”"):
            act = match["act"]
            yield Mention(Kind.EVENT, at, at + 2, act, "events.enacted", 0.65, EventValue("Activity", act))


def _apart(article: Article, found: Found) -> Iterator[Mention]:
    """县领导分别到各校慰问。县委书记甲来到某校，县长乙来到某园: those who went are told of one by one."""
    text = article.text
    for match in _LEADERS_GO.finditer(text, article.body):
        verb = next(INSPECT_WORDS.finditer(text, match.end(), text.find("。", match.end()) % (len(text) + 1)), None)
        if verb is None or text.startswith(_NO_VISIT, verb.end()):
            continue
        named = found.between(Kind.PERSON, verb.end(), text.find("\n", verb.end()) % (len(text) + 1))
        if not any(ARRIVES.match(text, person.end) for person in named):
            continue
        visit = _visit(verb.start(), verb.end(), verb.group(), text[match.start() : verb.end()], 0.7)
        yield replace(visit, by="events.apart")
        return


def _nameless(article: Article, found: Found) -> Iterator[Mention]:
    """委员们到某区调研。陪同的有甲、乙: those who go have no names, those with them do."""
    if not found.of(Kind.PERSON) or any(
        isinstance(event.value, EventValue) and event.value.subtype == "Inspection" for event in found.of(Kind.EVENT)
    ):
        return
    text = article.text
    cue = _COMPANIONS.search(text, article.body)
    call = _LEADERS_CALL.search(text, article.body)
    if call is not None and any(found.ending_at(Kind.PERSON, greets.start()) for greets in GREETS.finditer(text, call.end())):
        yield replace(_visit(*call.span("see"), call["see"], call.group(), 0.7), by="events.nameless")
        return
    if cue is None:
        return
    end = text.find("\n", cue.end()) % (len(text) + 1)
    words = [*INSPECT_WORDS.finditer(text, 0, end), *_GOES_TO_SEE.finditer(text, article.body, end)]
    for match in sorted(words, key=lambda match: match.start()):
        if not text.startswith(_NO_VISIT, match.end()) and match.end() <= cue.start() + 40:
            start = past_mark(text, match.start(), "，。；：\n")
            visit = _visit(match.start(), match.end(), match.group(), text[start : match.end()], 0.7)
            yield replace(visit, by="events.nameless")
            return
    joint = _TOGETHER.match(text, cue.start())
    if joint is not None and not _at_activity(found, cue.start()):  # 观摩团走进某镇。县长甲|一同观摩
        yield replace(_visit(*joint.span("see"), joint["see"], joint["see"], 0.65), by="events.nameless")
        return
    team = _TEAM_GOES_THERE.search(text, article.body, end)
    if team is not None:  # 考察组走进某县，副厅长甲带队
        yield replace(_visit(*team.span(), team.group(), team.group(), 0.65), by="events.nameless")
        return
    led = LEADER_IS.search(text, article.body)
    sentence = sentence_at(article, led.start()) if led is not None else None
    goes = _COME.search(text, sentence.lo, sentence.hi) if sentence is not None else None
    if goes is not None:  # 某社区来了10多名委员，领队的是甲
        yield replace(_visit(*goes.span(), goes.group(), goes.group(), 0.65), by="events.nameless")


# 会见|考察团并一同考察: who sees the guests goes round with them.
_SEES_ROUND = re.compile(
    "[^，。；：]{0,20}(?:并|，)(?:全程|一起)?(?:陪同|陪着?|一同|一道|一起|共同|随同)[^，。；：]{0,8}?"
    "(?:考察|参观|调研|视察|观摩|走访|察看|查看|检查|督导)(?=[，。；等了]|$)"
)


def _encounters(article: Article, found: Found, *, visited: bool) -> Iterator[Mention]:
    """区委书记甲与客商座谈; 乙会见了丙一行: people meet."""
    text = article.text
    for match in MEET_WORDS.finditer(text):
        if visited and match.start() > article.body and _SEES_ROUND.match(text, match.end()):
            continue  # no meeting beside the visit
        sentence = sentence_at(article, match.start())
        if any(person.end <= match.end() for person in found.between(Kind.PERSON, sentence.lo, sentence.hi)):
            start = max(sentence.lo, past_mark(text, match.start(), "，。；：\n"))
            value = EventValue("Meeting", text[start : match.end()])
            yield Mention(Kind.EVENT, match.start(), match.end(), match.group(), "events.encounter", 0.75, value)
            return


def _delegations(article: Article, found: Found) -> Iterator[Mention]:
    """某旗党政代表团来访某区，双方座谈。甲、乙出席: those who meet are named behind."""
    if any(isinstance(e.value, EventValue) and e.value.subtype in ("Meeting", "Inspection") for e in found.of(Kind.EVENT)):
        return
    lead = next((sentence for sentence in article.sentences if sentence.lo >= article.body), None)
    match = MEET_WORDS.search(article.text, lead.lo, lead.hi) if lead is not None else None
    if lead is None or match is None or not _PRESENT.search(article.text, match.end()):
        return
    start = max(lead.lo, past_mark(article.text, match.start(), "，。；：\n"))
    value = EventValue("Meeting", article.text[start : match.end()])
    yield Mention(Kind.EVENT, match.start(), match.end(), match.group(), "events.encounter", 0.7, value)


def _told(article: Article, found: Found) -> Iterator[Mention]:
    text = article.text
    for sentence in article.sentences:
        every = found.between(Kind.PERSON, sentence.lo, sentence.hi)
        named = present(text, every)
        if not named:
            continue
        led_after = _led_after(found, text, sentence, named)
        if led_after is not None:
            yield led_after
            continue
        words = [
            match
            for pattern in (INSPECT_WORDS, ROUND_WORDS, _TEAM_GOES, _CALLS_AT, _BRINGS_TO, _LED_TEAM)
            for match in pattern.finditer(text, named[0].end, sentence.hi)
        ]
        received = _received(found, sentence, named)
        if received is not None:
            yield received
            continue
        for match in sorted(words, key=lambda match: match.start()):
            before = [p for p in named if p.end <= match.start()]
            if not before:
                continue
            if text[match.start() - 1] in "和、与及" and _AS_NOUN.match(text, match.end()):
                continue  # 就推进机制和|督查|考评提出要求
            if before[-1].text == "习近平":
                break  # 习近平总书记考察某省重要讲话: told of, not reported
            gap = text[past_day(text, before[-1].end) : match.start()]
            summed = _SUMMED.match(gap)
            if summed is not None:
                gap = gap[summed.end() :]
            led = HOSTED.search(gap)
            by_him = led is not None and led.group().startswith("带领")  # 考核组在组长|甲|的带领下到某县
            if led is not None and (len(before) > 1 or by_him or UNNAMED_HOSTS.fullmatch(gap, 0, led.start())):
                gap = gap[led.end() :].removeprefix("，")
            elif led is None and _HIS.match(gap):
                continue  # 翻看了河长甲|的巡河记录
            elif match.group().startswith("督办") and _BY_HIM.search(
                text, max(sentence.lo, before[-1].start - 24), before[-1].start
            ):
                continue  # 由局长甲|挂图督办
            if match.re in (_CALLS_AT, _BRINGS_TO) and ("，" in gap or _OFTEN.search(gap) is not None):
                continue  # 甲经常|深入农户家中，了解情况; 甲出席典礼，随后|走进食堂，详细询问: on the way
            if match.group() == "指导" and _AT_MEETING.search(gap):
                continue  # 甲莅临大会|指导
            if _MEETS_GUEST.search(gap) and _WHO_CAME.match(text, match.end()):
                continue
            if _TO_COME.match(gap) or gap.endswith(("参加", "参与", "出席")):
                break  # 甲|将率团赴某地考察; 乙参加|督战
            shown = match.re is _TEAM_GOES and HOSTED.search(match.group()) is not None  # 甲|一行在乙陪同下来到|某镇
            if (not shown and ACCOMPANY.search(gap + match.group())) or HOSTED.search(gap):
                break
            if len(gap) > _REACH or _SAID.search(gap):
                break
            manner = match.re is _TEAM_GOES and len(gap) <= 8 and gap.endswith("，")  # 甲轻车简从，|带着局长们扎进市场
            stays = gap and not _GO.search(gap) and len(gap) > 2 and not manner
            if stays and (len(named) == len(every) or not gap.startswith("代表")):
                continue
            if _ON_THE_SPOT.search(gap) and _at_activity(found, match.start()):
                continue  # 举行演练。支队长甲全程|观摩: at the drill
            if (
                text.startswith("着", match.end())
                or (match.re is _TEAM_GOES and _TO_JOIN.match(text, match.end()))
                or _TOLD_OF.match(text, match.end())
                or not _leads(found, before[: -1 if led is not None else None] or before, match.group(), text, match.end())
            ):
                continue
            visit = _visit(match.start(), match.end(), match.group(), _name(text, before, match, sentence), 0.8)
            alone = match.group().endswith("考察") and _goes_for_firm(found, before[-1], match.end())
            yield replace(visit, by="events.firm") if alone and not _LED_GROUP.search(gap) else visit
            break


def _at_activity(found: Found, position: int) -> bool:
    """Whether the paragraph has told of an activity before."""
    begin = found.article.text.rfind("\n", 0, position) + 1
    text = found.article.text
    told = (e.value for e in found.between(Kind.EVENT, begin, position) if not text.startswith("结束后", e.end))
    return any(isinstance(value, EventValue) and value.subtype == "Activity" for value in told)


def _received(found: Found, sentence: Sentence, named: Sequence[Mention]) -> Mention | None:
    """村支书甲向前来调研的县委书记乙介绍: a visit told by the way, whose guest is named behind it."""
    text = found.article.text
    match = _COMING.search(text, sentence.lo, sentence.hi) if "前来" in text else None
    if match is None:
        return None
    guest = next((person for person in named if person.start >= match.end()), None)
    if (
        guest is None
        or _PAUSE.search(text, match.end(), guest.start)
        or not _leads(found, [guest], match["verb"], text, match.end("verb"))
    ):
        return None
    name = f"{guest.text}{match['verb']}"
    visit = _visit(match.start("verb"), match.end("verb"), match["verb"], name, 0.7)
    return replace(visit, by="events.received")


def _name(text: str, before: Sequence[Mention], match: re.Match[str], sentence: Sentence) -> str:
    """What the visit is called: from its leader to the end of the clause."""
    most = min(sentence.hi, match.end() + 30)
    end = next(
        (
            i
            for i in range(match.end(), most)
            if text[i] in "，。；：\n" or (text[i] == "”" and "“" not in text[before[0].start : i])
        ),
        most,
    )
    name = text[before[0].start : end].rstrip("时")
    comma = text.rfind("，", before[0].end, match.start())
    if len(before) > 1 and before[-1].end > comma >= 0:  # 甲，副县长乙|一行来到某镇
        name = before[0].text + text[before[-1].end : end].rstrip("时")
    elif comma >= 0:  # 甲，乙一行，|对某县项目进行督查
        name = before[0].text + text[comma + 1 : end].rstrip("时")
    return name[: name.rfind("“")] if name.count("“") > name.count("”") else name


__all__ = ["ACCOMPANY", "ARRIVES", "HOSTED", "LEADER_IS", "LED", "UNNAMED_HOSTS", "find_visits", "goes", "past_day", "present"]
