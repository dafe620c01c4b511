"""Who chairs, leads, attends: what a report says of the people at its meetings, visits and other gatherings.

A report tells of an event in its headline or first sentences and names those present around it, before a word of taking
part (县领导甲、乙出席; 副县长丙陪同), behind one (参加会议的还有丁), or by what they do there (戊致辞). A sentence without
an event of its own speaks of the last one told of, or, before any, of the one that comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kg.extract.acts import (
    AND_OTHERS,
    AWARDED,
    BACKGROUND,
    BEGINS_TO_ACT,
    CHAIR_IS,
    CHAIRED_BY,
    DOES,
    GIVES,
    GOES_AND_HOLDS,
    GREETS,
    HANDS,
    HOLDS,
    IN_TURN,
    JOINT,
    ONLY_SAID,
    ONLY_TOLD,
    PRAISED,
    PRESIDE,
    RECEIVES,
    REPORTED,
    SPEAK,
    SPOKE,
    TAKES,
    WINS,
    WRITTEN,
)
from kg.extract.base import BodyValue, EventValue, Found, PostValue, sentence_at
from kg.extract.visits import (
    ACCOMPANY,
    ARRIVES,
    HOSTED,
    LEADER_IS,
    LED,
    SALUTATION,
    UNNAMED_HOSTS,
    goes,
    heads_people,
    past_day,
    present,
)
from kg.model import Article, Kind, Mention, Sentence

Role = tuple[str, Mention, Mention, float, int]  #: predicate, person, event, score, where the sentence that tells it is

_ATTEND = re.compile(
    "(?=[一与和同亲先共出分列到参受在就应来等见陪随旁支担作坐都也])"
    r"(?:分别|先后|共同|一同|应邀|受邀|等)?(?:同行(?=[，。；])|(?:在[^，。；]{1,12})?出席|参加|列席|到会|与会|陪同|随同|随行|一同|共同|一起(?=调研|视察|观摩|考察|检查|督导|察看|慰问)|在座|到场|参会|出庭|旁听|参与审理|支持公诉|担任(?:公诉人|总指挥|现场指挥|裁判|主讲|评委|监誓人)|来到现场|亲临现场|见证|参与活动|陪着|就座|作陪|坐(?:在|上)了?主席台|(?:与|和|同)[^，。；、]{2,12}一[道起](?=[，开来到走培剪揭按浇种植挥义参栽看观听游唱向为])|同往(?![常年日])|同去(?=[，。；了])|一[道块]儿?去了?(?=[，。；])|[都也]来了(?=[，。；]))"
    r"(?!人员|单位|对象|的|过|工作[。，；]|情况|率)"
)
_ATTENDERS = re.compile(
    r"(?:(?:出席|参加|陪同|列席|到会|到场|参会|到访|来访|与会|随行|随同|参与|见证|一同调研|一起调研|一同|同行|同去|致辞|讲话|发言|宣布[^，。；：]{1,12}|揭[牌幕]|剪彩|授[旗牌]|就座|前来|前往|坐在主席台|[坐站]在台上|[一同][起道块]儿?去|陪[着同]?[他她]|[跟随与和同][他她]一?|一块儿)[^。；，：]{0,24}?"
    r"(?:的)(?:[^。；，：]{0,14}?(?:领导|嘉宾|人员|同志|专家|代表|委员|主任|主席|书记|长)中?)?(?:，?还|主要|另|也|，(?=有))?(?:有|包括|是)|(?:出席|参会|列席|与会|陪同|参加)(?:人员|领导|嘉宾|单位)?(?=：)|(?<=[，。；\n])(?:队伍?|队员|团员|一行人?里?|代表团成员|(?:考察|调研|督导)?[组团]成员|随员)(?:当)?中?(?:还|主要)?(?:有|包括))[：:]?"
)
_WITH_VISITORS = re.compile(
    r"(?:陪同|随同|随行|陪着|陪|作陪)|[^，。；]{0,8}?(?:调研|督查|督导|观摩|检查|考察|视察|走访|慰问|看望|参观|巡查)"
)
_AT_MEETINGS = re.compile(r"出席|列席|到会|与会|参会|在座")
_MEETING_AFTER = re.compile(
    r"(?!(?:陪同|随同|随行)的(?:领导|同志|人员)?(?:还|主要)?[有是包])[^。；，]{0,24}?(?:会|仪式|式|典礼|比赛|论坛|培训|宣讲|启动|开班)"
)  # 陪同的有县人大常委会主任甲: a body, no meeting
_GATHERED = re.compile("会|仪式|典礼|活动|比赛|参加|出席|列席|致辞|发言|讲话|签约|捐赠|陪同|宣布|揭牌|到场|在座")
# The congresses of a place, and who sits in them: 人大代表|甲.
_CONGRESS = re.compile(
    "代表大会(?!常务)|人代会|党代会|两会|政协[^，。；]{0,16}会议|人大[^，。；]{0,6}次会议|委员会[^，。；]{0,4}次(?:全体)?会议"
)
_DEPUTY = re.compile("(?<![原前])(?:人大代表|党代表|政协委员|(?<![一-龥])(?:代表|委员))$")
_CHOSEN = re.compile("名单|[补当]选|任命|选举|辞[去职]|主任委员")
_SAYS = re.compile("(?:则|也|还)?(?:说|谈到|坦言|直言)(?=[，：“])")
# 局长甲介绍，目前…: told to the reporter, where the paragraph tells of no gathering.
_TOLD_REPORTER = re.compile("(?:介绍|说|告诉记者|坦言|告诉笔者)(?=[，。：])")
_IN_SPEECH = re.compile("在(?:致[辞词]|讲话|发言)[中时]")  # 甲|在致辞中介绍…: whatever he is
_AT_GATHERING = re.compile("[会式课礼动][上中]|会议|仪式|典礼|现场|活动|座谈")
# 把|局长甲|叫到跟前, 向|校长乙|问起, 叮嘱随行的|镇长丙: whom a leader speaks to on his visit.
_SPOKEN_TO = re.compile(
    "(?:(?P<sure>叫住|叫来|叫过|叫上|喊来|喊住|拉住|拉着|叮嘱|当场(?:请|让|问|要求|责成|交代))|[对向问把]|听到?|询问|追问)了?"
    "(?:随行|随车|陪同|一旁|旁边|身边|身旁|在场|同行|身后)?的?$"
)
_ASKS = re.compile(
    "(?:说|讲|问(?!题)|交代|交待|了解|打听|询问|提出|要求|叮嘱|嘱咐|叫到|叫来|叫过来|喊到|喊来|拉到|请到|当场|现场|：|，(?:[他她]?说|问))"
)
# 在某镇，|巡查组|看了新校区: those who go round, in a paragraph of the visit.
_PARTY = re.compile("(?:巡查|检查|调研|视察|督导|督查|考察|观摩|慰问|走访)[组团队]|一行|大家|众人")
_CHAIRS_IT = re.compile("[会式]议?由[^，。；]{2,40}?主持|主持(?=[。；])")
# 随车的|主任甲, 坐在对面的|局长乙.
_BESIDE_HIM = re.compile("(?:随行|随车|同车|同行|同去|在场|一旁|身旁|身边|[坐站跟]在[^，。；]{1,4})的$")
# 镇长甲|当场签了字, 局长乙|接过话.
_ON_SCENE = re.compile(
    "(?:(?:[^，。；：“]{0,6}?(?:当场|赶紧|赶忙|连忙|立马))|[^，。；：“]{0,8}?(?:接过话|接话|插话|起身|点头|立下[^，。；]{0,6}军令状|作了?检[讨查]|掏出|翻开|翻出|摊开|递[上过]|指着|跟在|迎上|等在|[带领][着领]大家|拉[着住][^，。；“]{1,10}的手|告诉(?!记者|笔者|我们|大家|人们|[他她])[一-龥]{2,4}[，：])|答应|应声|保证)"
)
# 走进|村民甲|家, 看望|老党员乙: whom one goes to see.
_CALLS = re.compile(
    "(?P<seen>走访慰问|看望慰问|看望|慰问|探望)了?|(?:走进|来到|走访|前往|深入|(?<![一-龥])在|(?<=[，。；])到)了?"
)
_HOME = re.compile(
    "(?:等[^，。；“”]{0,8}?)?的?(?:家|[小院]院|(?:[^，。；“”]{0,4})(?:大棚|棚里|田里|田头|地里|店里|铺子|农家乐|羊圈|牛棚|猪场|果园|茶园))"
)
# 典礼上，…村民甲当场许诺: a paragraph of the gathering.
_AT_IT = re.compile("(?:落成|捐赠|启动|开工|揭牌)?(?:典礼|仪式|活动)(?:上|现场)，")
# 队长甲带着队员每天巡诊: what is done day by day is done at no gathering.
_HABIT = re.compile("[^。；]{0,30}?(?:每[天周月年日晚]|天天|常年|长年|平日)")
# 局长甲在接受采访时表示; 将此事向|书记乙|报告; 丙报名参加志愿服务: what is told of people at no gathering.
_ELSEWHERE = re.compile(
    "接受[^，。；]{0,8}采访|(?:将|把)[^，。；]{1,8}向[^，。；]{2,20}(?:报告|反映)(?=[。；，])|(?:报名|申请|请缨)参加|应邀(?:加入|担任)|"
    "(?:参加|参与|投入)(?:到)?(?:志愿服务|执勤|值守|值班|巡逻|劳动|救援|抢险|防疫|抗疫|战斗|疫情防控|高考|考试)"
)
# 去年9月，…甲为某院揭牌: at another time than the gathering that the article tells of.
_ANOTHER_TIME = re.compile("(?:去年|前年|此前|早在|早些时候)(?!以来|同期|底以来)")
_ELECTED = ("当选", "当选为")
_DAY = re.compile("(?:20\\d{2}年)?(\\d{1,2})月(\\d{1,2})日")
_ABSENT = re.compile(r"任命|补选|名单[：:]|免去|辞去|聘任|习近平|为核心|告诉记者|向记者|采访|因病|去世|生前|委托|批示")
# 委员甲建议，施工要错峰: said on the spot, in the paragraph of the visit.
_ADVISES = re.compile(
    "(?:在?现场|当场)?(?:(?:先后|逐一|还|又)?建议[，：]|提出[^，。；]{0,10}?建议|(?:指出|点出)[^，。；：“]{2,24}?(?:问题|隐患|不足|漏洞|短板)(?=，|$))"
)
# 区长甲到某厂检查。大队长乙|当场抽查…: who tries things out there goes with whom the visit is.
_TRIES_OUT = re.compile("(?:当场(?:随机)?(?:[抽检查]查|查[看验]|测试|核验)|(?:现场|随机)+抽查)")
# 出席某会议|的代表到某镇视察: a meeting that only says who they are.
_CONTEST = re.compile("赛|运动会|马拉松|比武|竞技|锦标|健步走")
_WHOM = re.compile("的(?!(?:还|主要)?[有是])[^，。；、]{0,6}?(?:代表|委员|人员|同志|成员|学员|嘉宾|客商)(?!还?[有是]|中|[大会])")
_CLOSING = re.compile(r"(?:分别|共同|一同|一起)?(?:参加|参与)(?:了)?(?:相关|上述)?(?:活动)?(?=[。；]|$)")
# 参加。|陪同调研并出席会议。: no event named, that just told of; or two of them.
_BARE_JOINED = re.compile("(?:一同|共同|分别)?(?:参加|参与|随行)(?:了)?(?=[。；])")
_BARE_CEREMONY = re.compile("(?:出席|参加)(?:了)?(?:捐赠|捐款|捐助)?(?:仪式|活动)(?=[，。；并])")
_JOINED_BOTH = re.compile("(?:陪同|参加)[^，。；]{0,10}?(?:或|和|并|及|、)(?:分别)?(?:出席|参加|列席)")
# 全程陪同，也都|参加了|汇报会: a meeting named right behind the word is joined, whatever visit the people are on.
_JOINS = re.compile("(?=[参出列])(?:参加|出席|列席)了?(?!的|人员|单位|对象)")
# 甲率队到某县调研，|并召开|座谈会: who is on the visit holds it.
_AND_HOLDS = re.compile("(?:(?:并|还|随后|之后)(?:在[^，。；]{2,12})?(?:现场|当场|组织|及时|主持)*(?:召开|举行)了?|并)$")
_BOTH_SIDES = re.compile("双方(?:还|又|随后|现场|在[^，。；]{2,16}?)?(?:召开|举行|开展|进行)了?[^，。；]{0,12}$")
_ON_THE_SPOT = re.compile("(?:活动|捐赠|仪式)(?:现场|中|上|当天)，|现场，|当[天日]，")
_GIVES_OUT = re.compile(
    "(?:等(?:[一-龥]{0,4}领导|同志|人)?)?(?:共同|分别|现场|还|一同)*[为向给][^，。；]{2,16}?(?:颁发|颁授|颁[奖证牌]|授[予牌旗匾]|发放|赠送)"
)
# 和乙一道，|为村民颁发聘书: what is done at a ceremony, whatever visit the people are on.
_HANDS_OUT = re.compile(
    "[与和同][^，。；、]{2,12}?一[道起同]，?(?:共同|分别)?[为给向][^，。；]{2,24}?(?:颁发|颁授|颁[奖证牌]|授[予牌旗匾]|揭[牌幕]|佩戴|赠[送书予])"
)
_CHAIRED = re.compile("主持了?(?:召开)?(?:座谈|汇报|交流|对接|反馈)?(?:会议?)?(?=[，。；])")
_CHAIRED_NEXT = 60  #: characters behind a sentence in which another is said to chair the meeting that it tells of
_PAUSE = re.compile("[，。；：]")
_NAMED_NEXT = 24  #: characters between that word and the meeting
_GOES_ELSEWHERE = re.compile("(?:等|一行)?(?:先后|随即|多次|带头)?(?:走进|深入|来到|前往)")
_LEADS_GROUP = re.compile(
    "(?:率领|带领|率|带着|领着)[^，。；]{0,40}?(?:班子|领导|部门|负责人|负责同志|有关人员|干部|代表|委员|单位|同志|一班人|[组团队])"
)
_HANDED_OVER = ("交接仪式", "接收仪式", "交付仪式", "交车仪式", "赠车仪式", "赠书仪式", "赠送仪式")
_OF_HIS = ("家属", "遗属", "家里", "家中", "家人", "的家属", "的亲属")
_SEEN_THERE = re.compile(
    "(?:看望|慰问|走访|拜访|探望)了?[^，。；]{0,12}$|(?:调研|走访|检查|督导|考察)[^。；]{0,24}，[与同和][^，。；]{0,4}$"
)
_APART = re.compile(
    "等?(?:[当今昨][天日])?(?:[还也]|同时)?(?:各(?:自|(?=[带率]))|分赴|分(?:别(?!由)|[头两二三四五六七八多]+[路组头]|组))"
)
_LEADS_ONE = re.compile("[^，。；]{0,6}?[带率]")
_TEAM_OF = re.compile("(?:等)?[^，。；]{0,12}?组成的[^，。；]{0,16}?[组团队]")
# Who leads together: 甲、乙率队…. And who acts without being named again: 随后主持召开…, 他还主持召开….
_TOGETHER = re.compile(
    "(?:等(?:县|市|区)?(?:领导)?)?(?:，?(?:带着|冒着|顶着|利用|不顾)[^，。；]{1,12}，)?(?:率领|带领|率队|带队|率|领着|带着)"
)
_NO_SUBJECT = re.compile(
    r"(?:^|[，。；：\n])(?:随后|之后|接着|会前|会后|当天(?:[上下]午|晚上)?|当晚|[上下]午|其间|期间|调研(?:中|期间|结束后)|检查结束后|在随后)?，?(?:[他她](?!们))?(?:还|又|并)?(?:在[^，。；]{2,12})?$"
)
_LEADERLESS = ("events.activity", "events.nameless", "events.apart")  #: visits whose leader the sentence does not name
_FOR_OTHERS = re.compile("参加|参与|出席|组织|邀请|主持|[。；：]|表示|介绍|说|强调|指出|要求|部署")
_AS_HEAD = re.compile("为(?:第?[一二三四五六]?[^，。；]{0,6})?(?:团长|组长|领队)(?![，。；]?副)")
_HOSTS_FIRST = re.compile("(?:^|[，。；：\n]|[一同]行|[组团队])在[^，。；：\n]{2,24}$")
# 甲检查了加油站，|县长乙|检查了仓库: each at his own place.
_LOOKS_TOO = re.compile("(?:则|也|随后|先后|带队|率队)*(?:检查|调研|察看|查看|督导|走访|慰问|看望|视察|巡查)了(?![一-龥]?情况)")
_LED_BY = re.compile("的?(?:亲自)?(?:带领|率领)下，")
_SHOWN_BY = re.compile("[等的]?(?:陪同|引导下|引领下)")
_CLAUSE = re.compile("(?!等?一?行?(?:[率陪在和与及等同一]|带(?!头)))[一-龥]{2,12}，")
_PAREN = re.compile(r"（[^（）\n]{1,16}）")

_CEREMONIES_OF = ("开幕式", "闭幕式", "开幕仪式", "闭幕仪式", "启动仪式", "开幕典礼")
_CALLS_ON = ("看望", "慰问", "走访")
_OF_HOSTS = (REPORTED, PRAISED, RECEIVES, GREETS)  #: what those do who show a visitor round, or see him there

_Told = tuple[str, Mention, Mention, float]  #: the same of one sentence


def find_roles(article: Article, found: Found) -> Iterator[Role]:
    """Every part that a named person takes in an event of the article, each once."""
    if found.of(Kind.PERSON):
        yield from _Attendance(article, found).roles()


class _Attendance:
    def __init__(self, article: Article, found: Found) -> None:
        self.article, self.found, self.text = article, found, article.text
        every = found.of(Kind.EVENT)
        self.events = [event for event in every if _subtype(event) != "Donation"]
        self.gifts = [event for event in every if _subtype(event) == "Donation"]
        if any(self._is_staged(gift) for gift in self.gifts):  # 捐赠仪式在某地举行。甲出席|仪式
            self.events = [event for event in self.events if event.text not in ("仪式", "活动仪式")]
        self.titled = {
            person.text for post in found.of(Kind.POST) if isinstance(post.value, PostValue) for person in post.value.people
        }

        self.events = [event for event in self.events if not self._opened_elsewhere(event)]
        self.main = self._main_event()
        if self.main is not None and "暨" in self.main.text:  # 签约仪式暨推介会: one gathering by two names
            whole = self.main
            self.events = [event for event in self.events if event is whole or event.text not in whole.text]
        self.told: set[int] = set()  #: where people are named whose part in a visit a sentence has told
        self.visitor: Mention | None = None  #: who led the last visit
        self.spoke = -1  #: where who spoke last at a gathering is named
        self.leader: Mention | None = None  #: who chaired or led last: the subject of sentences that name none

    def roles(self) -> Iterator[Role]:
        main = self.main
        early = max(self.article.body, self._lead_end())
        gift = next((event for event in self.gifts if event.end <= early), None)
        done: set[tuple[str, str]] = set()
        if main is None and gift is not None:
            yield from self._present(gift, done)
        given = next((event for event in self.events if self._gives(event)), None)
        staged = next((event for event in self.gifts if self._is_staged(event)), None)
        first = main or next(iter(self.events), None) or gift or staged
        if main is None and staged is not None and first is not None and staged.start < first.start:
            first = staged  # 捐赠仪式举行，甲、乙到场。…丙下午还察看了宿舍
        current = main
        local: Mention | None = None
        for sentence in self.article.sentences:
            here = [event for event in self.events if sentence.lo <= event.start < sentence.hi]
            told_of = [event for event in here if _subtype(event) in ("Meeting", "Inspection")]
            fresh = min(told_of, key=self._only_tells_whom, default=None)
            if fresh is not None and (current is None or _subtype(fresh) != _subtype(current)):
                moves = current is None or _subtype(current) == "Activity" or sentence.lo > self.article.body
                current = fresh if moves else current
            if local is not None and "\n" in self.text[local.end : sentence.lo]:
                local = None
            if fresh is None and here and current is not None and "\n" in self.text[current.end : sentence.lo]:
                local = here[0]  # a paragraph of an activity of its own
            if not here and sentence.lo > early and self._is_elsewhere(sentence):
                continue
            named = present(self.text, self.found.between(Kind.PERSON, sentence.lo, sentence.hi))
            told = (
                self._sentence_roles(sentence, named, here, local or current or first) if named or (here and self.leader) else ()
            )
            past = _ANOTHER_TIME.match(self.text, sentence.lo) is not None and sentence.lo > self.article.body
            days = self._days_before(sentence.lo)
            for predicate, person, nearest, score in chain(told, self._on_visit(sentence, current)):
                event = self._of_days(nearest, days)
                if event is None or (past and event not in here):
                    continue
                if predicate == "presides":
                    self.leader = person
                    self.visitor = person if _subtype(event) == "Inspection" else self.visitor
                if _subtype(event) == "Inspection":
                    self.told.add(person.start)
                own = (person.text, _subtype(event) + (f"@{event.start}" if event is not nearest or _is_own(event, here) else ""))
                if own not in done or predicate == "presides":
                    done.update((own, (person.text, _subtype(event))))
                    if given is not None and (event is given or event.text in ("仪式", "活动仪式")):
                        event = min(self.gifts, key=lambda made: abs(made.start - given.start))
                    yield predicate, person, event, score, max(person.start, sentence.lo)
        if main is not None:
            meant = main if main is not given else min(self.gifts, key=lambda made: abs(made.start - main.start))
            done.update((name, _subtype(meant)) for name, kind in list(done) if kind == _subtype(main))
            yield from self._present(meant, done)
            yield from self._deputies(main, done)

    def _on_visit(self, sentence: Sentence, current: Mention | None) -> Iterator[_Told]:
        """Who is met in a paragraph that has the visit or its leader; officials also in one that has those who go round."""
        if self.visitor is None or current is None or _subtype(current) != "Inspection":
            return
        line = self.text.rfind("\n", 0, sentence.lo) + 1
        near = line <= current.start < sentence.hi or self.text.find(self.visitor.text, line, sentence.hi) >= 0
        if near or self._on_round(sentence):
            yield from self._on_scene(sentence, line, self.visitor, current)
        if near:
            yield from self._called_on(sentence, self.visitor, current)

    def _on_scene(self, sentence: Sentence, line: int, visitor: Mention, visit: Mention) -> Iterator[_Told]:
        """县长把|局长甲|叫到跟前; 随车的|主任乙; 镇长丙|当场答应: whom a leader speaks to on his visit, and who acts there."""
        for person in self.found.between(Kind.PERSON, sentence.lo, sentence.hi):
            post = self.found.ending_at(Kind.POST, person.start)
            if post is None or person.text == visitor.text or not self._of_house(post):
                continue
            begin = self._post_begin(post)
            spoken = _SPOKEN_TO.search(self.text, max(line, begin - 12), begin)
            asked = spoken is not None and (spoken["sure"] or _ASKS.match(self.text, person.end)) and self._holds_office(post)
            if asked or _BESIDE_HIM.search(self.text, max(line, begin - 10), begin) or _ON_SCENE.match(self.text, person.end):
                yield "attends", person, visit, 0.72

    def _called_on(self, sentence: Sentence, visitor: Mention, visit: Mention) -> Iterator[_Told]:
        """李书记走进|村民甲|家, 看望了|老党员乙、丙: whom the leader of a visit sees at home, or goes to see."""
        named = list(self.found.between(Kind.PERSON, sentence.lo, sentence.hi))
        known = {visitor.text}
        for call in _CALLS.finditer(self.text, sentence.lo, sentence.hi):
            others = [person for person in named if person.end <= call.start()]
            if any(person.text not in known for person in others):
                continue  # 镇长乙走进|村民甲家: someone else goes there
            stop = next((at for at in range(call.end(), sentence.hi) if self.text[at] in "，。；：“”！？"), sentence.hi)
            seen = [person for person in named if call.end() <= person.start < stop]
            if not seen or seen[0].start > call.end() + 16 or any(person.text in self.titled for person in seen):
                continue
            if call["seen"] or _HOME.match(self.text, seen[-1].end) is not None:
                for person in seen:
                    known.add(person.text)
                    yield "attends", person, visit, 0.72

    @staticmethod
    def _holds_office(post: Mention) -> bool:
        """局长, 院长, 书记: an office, and no one's daily work (值班员, 民警, 医生)."""
        return isinstance(post.value, PostValue) and post.value.title.endswith(("长", "主任", "书记", "主席", "经理", "指挥"))

    def _on_round(self, sentence: Sentence) -> bool:
        """在某镇，|巡查组|看了新校区。…部长甲介绍: whether the paragraph has those who go round."""
        line = self.text.rfind("\n", 0, sentence.lo) + 1
        return _PARTY.search(self.text, line, sentence.hi) is not None

    def _post_begin(self, post: Mention) -> int:
        """Where the places and bodies before a title begin: |某市国土局|局长."""
        begin = post.start
        while True:
            outer = self.found.ending_at(Kind.ORGANISATION, begin) or self.found.ending_at(Kind.DISTRICT, begin)
            if outer is None:
                return begin
            begin = outer.start

    @staticmethod
    def _of_house(post: Mention) -> bool:
        """Whether a post is one of the rule or the head's of a public house, and none in a firm."""
        body = post.value.body if isinstance(post.value, PostValue) else None
        return body is None or not isinstance(body.value, BodyValue) or body.value.subtype != "Enterprise"

    def _deputies(self, main: Mention, done: set[tuple[str, str]]) -> Iterator[Role]:
        """某县第十四届人民代表大会第四次会议开幕。人大代表|甲|说，…: whom a report of a congress calls a deputy sits in it."""
        if _CONGRESS.search(main.text) is None:
            return
        for sentence in self.article.sentences:
            if _CHOSEN.search(self.text, sentence.lo, sentence.hi):
                continue  # 社会建设委员会名单：主任委员甲，委员|乙
            named = present(self.text, self.found.between(Kind.PERSON, max(sentence.lo, main.end), sentence.hi))
            for person in named:
                deputy = _DEPUTY.search(self.text, max(sentence.lo, person.start - 8), person.start)
                if deputy is not None and (person.text, "Meeting") not in done:
                    done.add((person.text, "Meeting"))
                    yield "attends", person, main, 0.7, person.start

    def _is_elsewhere(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of an interview, a report to a superior or a duty, and of no gathering."""
        elsewhere = _ELSEWHERE.search(self.text, sentence.lo, sentence.hi) is not None
        return elsewhere and _AT_GATHERING.search(self.text, sentence.lo, sentence.hi) is None

    def _days_before(self, position: int) -> range | None:
        """7月21日，…仪式上，… 7月13日，|民警甲接警后…: the paragraph, where it begins with a day before the report's."""
        line = self.text.rfind("\n", 0, position) + 1
        told = _DAY.match(self.text, line)
        first = _DAY.search(self.text, self.article.body, line) if told is not None and line > self.article.body else None
        if told is None or first is None or (int(told[1]), int(told[2])) >= (int(first[1]), int(first[2])):
            return None
        return range(line, self.text.find("\n", line) % (len(self.text) + 1))

    def _of_days(self, event: Mention, days: range | None) -> Mention | None:
        """The event, or where a paragraph tells of an earlier day, the one of its kind that is told of there."""
        if days is None or event.start in days:
            return event
        return next((other for other in self.events if other.start in days and _subtype(other) == _subtype(event)), None)

    def _gives(self, event: Mention) -> bool:
        """Whether a ceremony is that of a gift: 捐赠仪式; 交接仪式, where the report begins with a gift."""
        if not self.gifts or _subtype(event) != "Activity":
            return False
        return "捐" in event.text or (event.text.endswith(_HANDED_OVER) and self.gifts[0].end <= self._lead_end())

    def _opened_elsewhere(self, event: Mention) -> bool:
        """某节大会|开幕 in a headline, where the report tells of the 某节大会开幕式: one gathering by two names."""
        if event.end > self.article.body or _subtype(event) != "Meeting":
            return False
        return any(event.text + form in other.text for other in self.events for form in _CEREMONIES_OF)

    # -- which event -------------------------------------------------------------------------------------------------

    def _main_event(self) -> Mention | None:
        """The event that the headline or the first sentences tell of."""
        lead = self._lead_end()
        order = {"Meeting": 0, "Inspection": 0, "Activity": 1}
        early = [event for event in self.events if event.end <= lead]
        return min(early, key=lambda event: (order[_subtype(event)] + self._only_tells_whom(event), event.start), default=None)

    def _only_tells_whom(self, event: Mention) -> bool:
        """参加某会议|的代表走进某镇: whether a meeting only says who it is that goes."""
        return _WHOM.match(self.text, event.end) is not None

    def _lead_end(self) -> int:
        return next((s.hi for s in self.article.sentences if s.lo >= self.article.body), self.article.body)

    def _present(self, event: Mention, done: set[tuple[str, str]]) -> Iterator[Role]:
        """In a report of an event, who is named with a post in the first paragraph was there, or where a sentence tells of it."""
        visit = _subtype(event) == "Inspection"
        lead = self.text.find("\n", max(self.article.body, event.end)) % (len(self.text) + 1)
        for post in self.found.of(Kind.POST):
            value = post.value
            if not isinstance(value, PostValue) or post.start < self.article.body or value.status == "former":
                continue
            sentence = sentence_at(self.article, post.start)
            if post.start > lead and (visit or not _GATHERED.search(self.text, sentence.lo, sentence.hi)):
                continue
            if sentence.lo > event.end and _ANOTHER_TIME.match(self.text, sentence.lo):
                continue
            joined = self._of_days(event, self._days_before(sentence.lo)) if post.start > lead else event
            if joined is None:
                continue
            if _ABSENT.search(self.text, sentence.lo, sentence.hi) or post.by == "posts.saluted":
                continue
            if post.start > lead and self._is_elsewhere(sentence):
                continue
            named = value.body or value.place or post
            if self.text.endswith(_ELECTED, 0, min(named.start, post.start)):
                continue  # 甲、乙|当选副县长: which says nothing of where they were
            if visit and not self._rules(value):
                continue  # whom a leader meets on a visit (村民, 公司负责人) takes no part in the inspecting
            if not visit and _SEEN_THERE.search(self.text, sentence.lo, post.start) is not None:
                continue  # 会后，甲看望了|校长乙
            for person in value.people:
                if not visit and post.start > lead and person.start in self.told:
                    continue  # 会前，…副县长甲参加: of the visit before the meeting
                if not visit and event.end < sentence.lo and _GOES_ELSEWHERE.match(self.text, person.end):
                    continue  # 县委书记乙|走进企业: what comes of the meeting
                if person not in present(self.text, [person]) or self.text.startswith(_OF_HIS, person.end):
                    continue
                if (person.text, _subtype(event)) not in done and person.by != "posts.saluted":
                    done.add((person.text, _subtype(event)))
                    yield "attends", person, joined, 0.6, person.start

    @staticmethod
    def _rules(post: PostValue) -> bool:
        ruling = ("party", "government", "congress", "cppcc", "leader", "court", "procuratorate", "police")
        return heads_people(post) or post.sphere in ruling  # 县妇联|主席

    # -- one sentence ------------------------------------------------------------------------------------------------

    def _sentence_roles(
        self, sentence: Sentence, named: Sequence[Mention], here: list[Mention], current: Mention | None
    ) -> Iterator[_Told]:
        visit = next((event for event in here if _subtype(event) == "Inspection"), None)
        gathering = next((event for event in here if _subtype(event) in ("Meeting", "Activity")), None)
        if gathering is None and current is not None and _subtype(current) in ("Meeting", "Activity", "Donation"):
            gathering = current
        if gathering is None and named and _CHAIRS_IT.search(self.text, sentence.lo, sentence.hi):
            earlier = (e for e in reversed(self.events) if e.end <= sentence.lo and _subtype(e) in ("Meeting", "Activity"))
            last = next(earlier, None)  # 随后在会议室开总结会。|会由乙主持
            gathering = last if last is not None and "\n" not in self.text[last.end : sentence.lo] else None
        taken: set[tuple[str, int, int]] = set()
        joined: dict[tuple[str, int, int], Mention] = {}  #: what those attend who are said to come along or be there
        if self.visitor is not None:
            for event in here:  # 甲一行来到某县。随后，双方|召开座谈会
                if _subtype(event) == "Meeting" and _BOTH_SIDES.search(self.text, sentence.lo, event.start):
                    yield "attends", self.visitor, event, 0.75
        if gathering is not None:
            for person, at in self._chairs(sentence, named):
                held = self._chaired(at, here) or gathering
                if _subtype(held) == "Meeting" and self._by(at).endswith(("带队", "率队", "率领")):
                    continue  # 由甲带队: a team goes, no meeting
                if visit is None or not self.text.startswith("召开", at):  # 甲到某镇检查，并召开现场会: both
                    taken.add(person.key)
                yield "presides", person, held, 0.9
            for person in named if gathering in here and _subtype(gathering) == "Activity" else ():
                if gathering.end <= person.start and person.key not in taken and LED.match(self.text, person.end):
                    taken.add(person.key)  # 医疗队开展义诊活动，副院长甲|带队
                    yield "presides", person, gathering, 0.85
        visited = visit or (current if current is not None and _subtype(current) == "Inspection" else None)
        if visited is not None:
            led = [person for person in named if person.text in self.titled and LED.match(self.text, person.end)]
            nameless = visited.by in _LEADERLESS and (visit is not None or self.visitor is None)  # 代表团到某县。县长甲|带队。
            run = self._run_before(named, led[0].end) if led and nameless else ()  # 县长甲，主席乙带队
            if not led and visit is None and self.visitor is None:  # 领导巡查重点项目 / 书记甲、旗长乙带领四大班子领导…
                heading = next((p for p in named if p.text in self.titled and _LEADS_GROUP.match(self.text, p.end)), None)
                run = self._run_before(named, heading.end) if heading is not None else run
            heads = [p for p in named if _AS_HEAD.match(self.text, p.end)]  # 以甲、乙为团长的视察团
            headed = [h for head in heads for h in (*self._partner(named, head), head) if h.text in self.titled]
            gone = (
                [p for p in named if p.text in self.titled and ARRIVES.match(self.text, p.end)]
                if visited.by == "events.apart"
                else ()
            )
            for person in [
                *self._leaders(sentence, named),
                *self._teamed(sentence, named),
                *run,
                *headed,
                *(h for p in gone for h in (*self._partner(named, p), p)),
            ]:
                taken.add(person.key)
                yield "presides", person, visited, 0.85
        if visit is not None and visit.by == "events.received":
            yield from self._received(named, visit, taken)
        elif visit is not None and not taken and (visit.by not in _LEADERLESS or self._goes_round(named, visit)):
            yield from self._visitors(named, visit, taken)
            for person in named:
                if person.start > visit.end and person.key not in taken and self._looks_too(person):
                    taken.add(person.key)
                    yield "presides", person, visit, 0.75
        if visit is not None:
            for meeting in (event for event in here if _subtype(event) == "Meeting" and event.start > visit.start):
                if _AND_HOLDS.search(self.text, visit.end, meeting.start) is not None:
                    for person in self._run_before(named, visit.start):
                        yield "attends", person, meeting, 0.75
        if visited is not None:
            for person in self._handing_out(sentence, named, visited):
                taken.add(person.key)
                yield "attends", person, visited, 0.75
            for person, meeting in self._joiners(sentence, named, here):
                if not ACCOMPANY.search(self.text[person.end : meeting.start]):
                    taken.add(person.key)
                yield "attends", person, meeting, 0.8
            for person in named:
                if person.key in taken or not self._accompanies(sentence, person, visited):
                    continue
                told = next((m for word in _OF_HOSTS if (m := word.match(self.text, person.end, sentence.hi))), None)
                # 听取甲、乙的汇报; 局长甲，镇长乙现场答复
                for reporter in self._run_before(named, person.end) if told is not None else (person,):
                    if reporter.key not in taken and (reporter is person or reporter.text in self.titled):
                        taken.add(reporter.key)
                        joined[reporter.key] = visited
                        yield "attends", reporter, visited, 0.8
        for person, gift in self._givers(sentence, named):
            if person.key not in taken:
                taken.add(person.key)
                yield "attends", person, gift, 0.75
        if gathering is None and visited is None:
            return
        for person, event in self._met(sentence, named, here):
            hosts = visit is not None and any(visit.start < host.start < event.end for host in named)
            talks = hosts and event.by == "events.encounter"  # 甲率团赴某市考察，与乙座谈: both
            if person.key not in taken or (talks and person.end <= event.start):
                taken.add(person.key)
                yield "attends", person, event, 0.75
        for person, at in [*self._listed(sentence, named), *self._before_cues(sentence, named)]:
            if person.key not in taken:
                taken.add(person.key)
                joined[person.key] = self._target(at, gathering, visited, here)
                yield "attends", person, joined[person.key], 0.85
                toured = self._toured(at) if _JOINED_BOTH.match(self.text, at) else None
                if toured is not None:
                    yield "attends", person, toured, 0.8
            for other in self._named_next(at, here) if person.key in joined else ():
                if other is not joined[person.key]:
                    yield "attends", person, other, 0.8
        if gathering is not None:
            for person in (*self._awarded(sentence, named, gathering), *self._winners(sentence, named, gathering)):
                if person.key not in taken:
                    taken.add(person.key)
                    yield "attends", person, gathering, 0.7
            for person in named:
                if person.key in taken or WRITTEN.match(self.text, person.end):
                    continue
                says = self._talks(person, gathering)
                spoke = says or SPEAK.match(self.text, self._past(person.end))
                if spoke is None:
                    acting = (*self._partner(named, person), person) if self._does(sentence, person, gathering) else ()
                    for actor in acting:
                        self.spoke = actor.start
                        if actor.key not in taken:
                            taken.add(actor.key)
                            yield "attends", actor, gathering, 0.7
                    continue
                if says is None and gathering not in here and self._apart(person, gathering):
                    continue
                if gathering.by == "events.enacted" and ONLY_SAID.search(spoke.group()) and gathering not in here:
                    continue
                joint = any(word.match(self.text, person.end) for word in (JOINT, IN_TURN))
                partner = self._run_before(named, person.end)[:-1] if joint else [*self._partner(named, person)]
                known = person.text in self.titled or self._on_stage(person, gathering) or _IN_SPEECH.match(self.text, person.end)
                for actor in (*partner, person) if partner or known else ():
                    self.spoke = actor.start
                    if actor.key not in taken:
                        taken.add(actor.key)
                        yield "attends", actor, gathering, 0.75

    def _talks(self, person: Mention, gathering: Mention) -> re.Match[str] | None:
        """会上，甲介绍了村情。镇长乙|说，…: who only says something says it there, where others of the paragraph have spoken."""
        said = _SAYS.match(self.text, person.end) if _subtype(gathering) == "Meeting" else None
        told = said is not None and 0 <= self.spoke < person.start and "\n" not in self.text[self.spoke : person.start]
        return said if told else None

    def _apart(self, person: Mention, gathering: Mention) -> bool:
        """局长甲介绍，…: whether he speaks to the reporter, paragraphs away from the gathering."""
        lo, hi = sorted((gathering.end, person.start))
        if "\n" not in self.text[lo:hi]:
            return False
        line = self.text.rfind("\n", 0, person.start) + 1
        told = _TOLD_REPORTER.match(self.text, person.end) is not None and self.text.find(person.text) == person.start
        return told and _AT_GATHERING.search(self.text, line, person.start) is None

    def _joiners(self, sentence: Sentence, named: Sequence[Mention], here: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """在某地调研，…甲陪同并参加座谈会: who joins the meeting of a visit."""
        for event in (event for event in here if _subtype(event) == "Meeting"):
            for joins in _JOINS.finditer(self.text, max(sentence.lo, event.start - _NAMED_NEXT), event.start):
                if any(mark in self.text[joins.end() : event.start] for mark in "，。；："):
                    continue
                run = self._run_before(named, joins.start())
                told = _ATTENDERS.search(self.text, sentence.lo, joins.start()) is not None
                yield from ((person, event) for person in (run[-1:] if told else run))

    def _named_next(self, at: int, here: list[Mention]) -> Iterator[Mention]:
        """陪同视察，并|参加汇报会; 先后|出席甲仪式和乙会议: the events that are named right behind a word of taking part."""
        joins = _JOINS.search(self.text, at, at + 6)
        if joins is None:
            return
        for event in here:
            if joins.end() <= event.start <= joins.end() + _NAMED_NEXT and not _PAUSE.search(self.text, joins.end(), event.start):
                yield event

    def _on_stage(self, person: Mention, gathering: Mention) -> bool:
        """新兵代表甲发言: who has no post is told of with the gathering, in one paragraph and before all that is background.

        A paragraph that begins 典礼上， tells of the gathering too.
        """
        line = self.text.rfind("\n", 0, person.start) + 1
        if gathering.end > person.start or (gathering.end < line and _AT_IT.match(self.text, line) is None):
            return False
        if not BEGINS_TO_ACT.match(self.text, person.end):
            return False
        return BACKGROUND.search(self.text, max(gathering.end, line), person.start) is None

    def _does(self, sentence: Sentence, person: Mention, gathering: Mention) -> bool:
        """甲向陪审员颁发证书: an act at the gathering of this paragraph or the one before, not of other times."""
        lo, hi = sorted((gathering.start, person.start))
        if self.text.count("\n", lo, hi) > 2 or not (person.text in self.titled or self._on_stage(person, gathering)):
            return False
        at = self._past(person.end)
        here = _subtype(gathering) == "Activity" and gathering.end <= person.start
        if _HABIT.match(self.text, at):
            return False
        narrated = here and not ONLY_TOLD.match(self.text, at)
        if not narrated and not DOES.match(self.text, at, sentence.hi):
            return False
        return not BACKGROUND.search(self.text, max(lo, self.text.rfind("\n", 0, person.start)), person.start)

    def _awarded(self, sentence: Sentence, named: Sequence[Mention], gathering: Mention) -> Iterator[Mention]:
        """为获奖者甲、乙颁发证书, 从丙手中接过: who is given or gives a thing at the gathering that the paragraph tells of."""
        if gathering.end > sentence.hi or "\n" in self.text[gathering.end : sentence.lo]:
            return
        handed = (word.finditer(self.text, sentence.lo, sentence.hi) for word in (AWARDED, HANDS))
        for match in chain.from_iterable(handed):
            lo, hi = match.span("who")
            given = [p for p in named if lo <= p.start and p.end <= hi]
            if given and AND_OTHERS.fullmatch(self.text, given[-1].end, hi):
                yield from given

    def _handing_out(self, sentence: Sentence, named: Sequence[Mention], visited: Mention) -> Iterator[Mention]:
        """活动现场，…。甲、乙等领导|为爱心企业颁发锦旗: those who give and thank on a visit on which something is given."""
        if not isinstance(visited.value, EventValue) or visited.value.subtype != "Donation":
            return
        act = _GIVES_OUT.search(self.text, sentence.lo, sentence.hi)
        line = self.text.rfind("\n", 0, sentence.lo) + 1
        if act is not None and (visited.start >= line or _ON_THE_SPOT.match(self.text, line) is not None):
            yield from (person for person in named if person.end <= act.start())

    def _winners(self, sentence: Sentence, named: Sequence[Mention], gathering: Mention) -> Iterator[Mention]:
        """甲、乙分获一等奖: who wins at a contest told of in this paragraph was there."""
        if not named or _CONTEST.search(gathering.text) is None or gathering.start > sentence.hi:
            return
        if "\n" in self.text[gathering.end : sentence.lo] or BACKGROUND.search(self.text, sentence.lo, named[0].start):
            return
        for person in named:
            if person.start > gathering.start and WINS.match(self.text, person.end) is not None:
                yield from (one for one in self._run_before(named, person.end) if one.start > gathering.start)

    def _partner(self, named: Sequence[Mention], person: Mention) -> Iterator[Mention]:
        """甲与乙签订协议; 甲、乙、丙分别发言: who acts with someone is named before, in one list."""
        for before in reversed([p for p in named if p.end < person.start]):
            beside = self.text[before.end : person.start] == "、"  # 村民甲、|乙提出: neither has a post
            if (before.text not in self.titled and not beside) or self.text[before.end] not in "与和同及、":
                return
            gap = self.text[before.end + 1 : person.start]
            if any(mark in gap for mark in "，；：。"):
                return
            if "、" in gap and (self.text[before.end] == "、" or self.found.ending_at(Kind.POST, person.start) is None):
                return  # but 院长甲|与某镇党委副书记、镇长|乙签约
            yield before
            person = before

    def _givers(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """甲代表企业捐款10万元; 副会长乙接收了物资: who gives and who takes, where the article tells of a gift."""
        near = [gift for gift in self.gifts if gift.start < sentence.hi and "\n" not in self.text[gift.end : sentence.lo]]
        for person in named if near else ():
            if person.text in self.titled and any(word.match(self.text, person.end) for word in (GIVES, TAKES)):
                for giver in self._run_before(named, person.end):
                    yield giver, near[-1]

    def _met(self, sentence: Sentence, named: Sequence[Mention], here: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """甲会见了乙; 在某部署会上，甲、乙…: who is named there was there."""
        for event in here:
            at = event.by != "events.encounter" and self.text.startswith(("上，", "现场，", "上,"), event.end)
            for person in named if at or event.by == "events.encounter" else ():
                if person.text in self.titled and (person.start > event.end or not at):
                    yield person, event

    def _closes(self, at: int, here: list[Mention]) -> bool:
        """县领导甲、乙参加活动。: a closing line that tells of no event speaks of the one that the article is about."""
        return not here and _CLOSING.match(self.text, at) is not None and _subtype(self.main) == "Inspection"

    def _target(self, at: int, gathering: Mention | None, visited: Mention | None, here: list[Mention]) -> Mention:
        """The event that a word of taking part at ``at`` speaks of."""
        if self.main is not None and self._closes(at, here):
            return self.main
        given = self._ceremony(at)
        if given is not None:
            return given
        if _HANDS_OUT.match(self.text, at) and (staged := self._last_activity(at)) is not None:
            return staged
        if not here and _BARE_JOINED.match(self.text, at) and (toured := self._toured(at)) is not None:
            return toured
        other = next((e for e in self.events if _subtype(e) == "Inspection"), None) if visited is None else visited
        if other is not None and _WITH_VISITORS.match(self.text, at) and not _MEETING_AFTER.match(self.text, at):
            return other
        if gathering is None:
            gathering = next((e for e in self.events if _subtype(e) != "Inspection"), None)
        if gathering is not None and (_AT_MEETINGS.match(self.text, at) or _MEETING_AFTER.match(self.text, at)):
            return gathering
        aside = visited in here and gathering is not None and gathering.text == "座谈"  # 到某县调研并座谈，乙参加
        chosen = gathering if visited is None or (gathering in here and not aside) else visited
        assert chosen is not None
        return chosen

    def _ceremony(self, at: int) -> Mention | None:
        """出席|捐赠仪式, and 出席|仪式 where a gift was given at one."""
        gift = next((g for g in self.gifts if g.start <= at + 24 and self._is_staged(g)), None)
        if gift is None or (gift.start < at and _BARE_CEREMONY.match(self.text, at) is None):
            return None
        return gift

    def _is_staged(self, gift: Mention) -> bool:
        """Whether a gift is given at a ceremony: 捐赠仪式."""
        forms = ("仪式", "活动")
        return gift.text.endswith(forms) or self.text.startswith(forms, gift.end)

    def _last_activity(self, at: int) -> Mention | None:
        """The ceremony or other activity told of last before a position."""
        return next((event for event in reversed(self.events) if event.end <= at and _subtype(event) == "Activity"), None)

    def _toured(self, at: int) -> Mention | None:
        """The visit that the paragraph told of last before a position, if it told of no meeting since."""
        last = next((event for event in reversed(self.events) if event.end <= at), None)
        if last is None or _subtype(last) != "Inspection" or "\n" in self.text[last.end : at]:
            return None
        return last

    def _leaders(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Mention]:
        """带队的是甲: the leader of a visit, named last."""
        cue = LEADER_IS.search(self.text, sentence.lo, sentence.hi)
        if cue is not None:
            yield from [p for p in named if p.start >= cue.end() and "，" not in self.text[cue.end() : p.start]]

    def _teamed(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Mention]:
        """检查组由甲带队: the leader of a team, told behind 由."""
        for by in CHAIRED_BY.finditer(self.text, sentence.lo, sentence.hi):
            if by.group().endswith(("带队", "率队", "率领")):
                yield from (p for p in named if by.start("who") <= p.start < by.end("who"))

    def _visitors(self, named: Sequence[Mention], visit: Mention, taken: set[tuple[str, int, int]]) -> Iterator[_Told]:
        """甲到某地调研; 甲在乙陪同下调研."""
        lead = [p for p in self._run_before(named, visit.start) if p.key not in taken]
        if any(p.text in self.titled for p in lead):  # 县长甲来到|村民乙|家，实地查看
            lead = [p for p in lead if p.text in self.titled or not _HOME.match(self.text, p.end)]
        if not lead:  # 代表视察，副主任甲带队
            led = [p for p in named if p.start >= visit.end and LED.match(self.text, p.end) and p.key not in taken][:1]
            for person in [*self._partner(named, led[0]), *led] if led else ():  # 组长甲、副组长乙带队: both
                taken.add(person.key)
                yield "presides", person, visit, 0.85
        if not lead:
            return
        hosted = HOSTED.search(self.text, lead[-1].end, visit.start)
        guided = hosted is not None and not UNNAMED_HOSTS.fullmatch(self.text, lead[-1].end, hosted.start())
        hosts = {p.key for p in lead[1:]} if guided and len(lead) > 1 else {p.key for p in lead} if guided else set()
        guests = [p for p in named if p.end < lead[0].start and p.key not in taken] if guided and len(lead) == 1 else []
        if guided and _HOSTS_FIRST.search(self.text, max(0, lead[0].start - 26), lead[0].start):
            hosts = {p.key for p in lead}  # 在|市长甲、副书记乙|的陪同下，考察团深入某镇
        if guided and hosted is not None and hosted.group().startswith("带领"):  # 甲一行在|乙|带领下巡查: he leads
            hosts, guests, lead = {p.key for p in (*guests, *lead[:-1])}, [], [lead[-1], *guests, *lead[:-1]]
        ahead = next((p for p in named if p.end < lead[0].start and _LED_BY.match(self.text, p.end)), None)
        if ahead is not None and not guided:  # 在|甲|带领下，乙、丙到某镇调研
            hosts, lead = {p.key for p in lead}, [ahead, *lead]
        apart = None if guided else _APART.match(self.text, lead[-1].end)  # 甲、乙分别率队调研
        behind = {past_day(self.text, lead[-1].end), self._past(lead[-1].end)}  # 甲、乙带领委员视察; 甲书记和乙局长带领
        joint = not guided and any(_TOGETHER.match(self.text, at) for at in behind)
        if _TEAM_OF.match(self.text, lead[-1].end):  # 教授甲、乙等专家组成的评审组
            for person in lead:
                taken.add(person.key)
                yield "attends", person, visit, 0.8
            return
        other = len(lead) == 1 and self.visitor is not None and lead[0].text != self.visitor.text
        if other and _TRIES_OUT.match(self.text, lead[0].end) is not None:
            taken.add(lead[0].key)
            yield "attends", lead[0], self._toured(lead[0].start) or visit, 0.8
            return
        for index, person in enumerate([*guests, *lead]):
            taken.add(person.key)
            if apart and not _LEADS_ONE.match(self.text, apart.end()):
                yield "attends", person, visit, 0.8  # 甲、乙等分别到各地督导: each goes, and each may lead
            listed = joint and index and self._beside(lead[index - 1], person)
            heads = person.key not in hosts and (not index or apart is not None or listed)
            heads = heads and visit.by != "events.firm"  # 某公司甲经理到某村考察: he leads nobody
            yield ("presides" if heads else "attends"), person, visit, 0.85

    def _beside(self, first: Mention, second: Mention) -> bool:
        """甲、某局副局长乙, and 甲某局副局长乙 where the page has lost the mark: two of one list."""
        title = SALUTATION.match(self.text, first.end)  # 甲|书记|和某局乙副局长
        if title is not None and self.text.startswith(("、", "和", "及"), title.end()):
            return True
        post = self.found.ending_at(Kind.POST, second.start)
        body = self.found.ending_at(Kind.ORGANISATION, post.start) if post is not None else None
        return self.text.startswith(("、", "，", "和", "及", "以及"), first.end) or (body is not None and body.start == first.end)

    def _looks_too(self, person: Mention) -> bool:
        """甲检查了加油站，县长|乙|检查了仓库: who holds a post and looks at another place."""
        return person.text in self.titled and _LOOKS_TOO.match(self.text, person.end) is not None

    def _goes_round(self, named: Sequence[Mention], visit: Mention) -> bool:
        """镇长甲开展慰问活动: who is named before the activity goes on it, where he does not organise it for others."""
        run = self._run_before(named, visit.start)
        gap = self.text[run[-1].end : visit.start] if run else ""
        return bool(gap) and visit.by == "events.activity" and run[-1].text in self.titled and not _FOR_OTHERS.search(gap)

    def _received(self, named: Sequence[Mention], visit: Mention, taken: set[tuple[str, int, int]]) -> Iterator[_Told]:
        """村支书甲向前来调研的县委书记乙介绍: the guest is named last, who receives him first."""
        guest = next((person for person in named if person.start >= visit.end), None)
        if guest is None:
            return
        taken.add(guest.key)
        yield "presides", guest, visit, 0.8
        for host in self._run_before(named, visit.start):
            if host.text in self.titled and "，" not in self.text[host.end : visit.start]:
                taken.add(host.key)
                yield "attends", host, visit, 0.75

    def _by(self, at: int) -> str:
        """由甲主持, 由甲带队: the words that name who leads, where they begin at a position."""
        by = CHAIRED_BY.match(self.text, at)
        return by.group() if by is not None else ""

    @staticmethod
    def _chaired(at: int, here: list[Mention]) -> Mention | None:
        """主持|座谈会: the event right behind the verb, whatever else the sentence tells of."""
        return next(
            (event for event in here if at <= event.start <= at + 24 and _subtype(event) in ("Meeting", "Activity")), None
        )

    def _chairs(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
        """甲主持召开…; 会议由甲主持; 主持会议的是甲; and where the verb is."""
        text = self.text
        by = CHAIRED_BY.search(text, sentence.lo, sentence.hi)
        if by is not None:
            lo, hi = by.span("who")
            yield from ((p, by.start()) for p in named if lo <= p.start < hi)
            return
        behind = CHAIR_IS.search(text, sentence.lo, sentence.hi)
        if behind is not None:
            after = (p for p in named if p.start >= behind.end() and "，" not in text[behind.end() : p.start])
            yield from ((p, behind.start()) for p in after)
            return
        for match in PRESIDE.finditer(text, sentence.lo, sentence.hi):
            run = self._run_before(named, match.start())
            calls = match["holds"] or match.group().startswith("召开")
            if calls and _CHAIRED.search(text, match.end(), sentence.hi + _CHAIRED_NEXT):
                continue  # 甲率队来调研并|召开座谈会。乙主持座谈会
            if match["holds"]:
                gap = text[run[-1].end : match.start()] if run else "，"
                if len(run) == 1 and len(gap) <= 60 and run[0].text in self.titled and HOLDS.fullmatch(gap):
                    yield run[0], match.start()  # 乡党委书记甲带领干部与村民|举行院坝会
                continue
            if match.group().startswith("召开"):  # 甲、乙带领某局负责人到某园区|召开现场会
                gap = text[run[-1].end : match.start()] if run else ""
                if GOES_AND_HOLDS.match(gap) and not SPOKE.search(gap):
                    together = run if _TOGETHER.match(gap) else run[-1:]
                    yield from ((person, match.start()) for person in together)
                continue
            if not run and self.leader is not None and _NO_SUBJECT.search(text, max(sentence.lo - 1, 0), match.start()):
                yield self.leader, match.start()
                continue
            chairs = run if run and _APART.match(self.text, run[-1].end) else run[-1:]
            yield from ((person, match.start()) for person in chairs)

    def _accompanies(self, sentence: Sentence, person: Mention, visited: Mention) -> bool:
        """甲陪同; 甲一同调研; 甲汇报了…; 听取了甲的介绍."""
        ends = (self.text.find(mark, person.end, sentence.hi) for mark in "。；")
        after = self.text[person.end : min((end for end in ends if end > 0), default=sentence.hi)]
        if ACCOMPANY.search(after):
            return True
        if person.text in self.titled and (PRAISED.match(after) or RECEIVES.match(after)):
            return True
        if person.text in self.titled and visited.text.startswith(_CALLS_ON) and GREETS.match(after):
            return True
        if person.text in self.titled and _ADVISES.match(after) and self._toured(person.start) is not None:
            return True
        told = REPORTED.match(after)
        if told is not None:
            near = "\n" not in self.text[min(visited.start, person.start) : max(visited.end, person.end)]
            heard = "听取" in self.text[max(sentence.lo, person.start - 40) : person.start]
            near = near or (self.visitor is not None and self._on_round(sentence))
            if not near and self.leader is not None:  # 镇长甲介绍了某某情况，县长|乙边走边看
                near = self.text.find(self.leader.text, sentence.lo, sentence.hi) >= 0
            shown = after.startswith("了", told.end())  # 介绍了某某, to the visitors; 介绍，… to the reporter
            return person.text in self.titled and (near or heard or shown or not told.group().endswith(("介绍", "讲解")))
        led = re.search(r"在[^，。；]{0,40}$", self.text[sentence.lo : person.start])
        return led is not None and _SHOWN_BY.match(after) is not None

    def _listed(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
        """参加会议的还有甲、乙; 一同到访的有：丙: all that the sentence names behind."""
        for cue in _ATTENDERS.finditer(self.text, sentence.lo, sentence.hi):
            for person in named:
                if person.start >= cue.end() and "；" not in self.text[cue.end() : person.start]:
                    yield person, cue.start()

    def _before_cues(self, sentence: Sentence, named: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
        """甲、乙出席会议: all that the clauses before a word of taking part name."""
        for match in _ATTEND.finditer(self.text, sentence.lo, sentence.hi):
            for person in self._clause_people(named, sentence.lo, match.start()):
                yield person, match.start()
            if _HANDS_OUT.match(self.text, match.start()) is None:
                continue
            beside = (p for p in named if match.start() < p.start and p.end < match.end() and p.text in self.titled)
            yield from ((person, match.start()) for person in beside)  # 甲和|乙|一道，为村民颁发聘书

    def _past(self, position: int) -> int:
        """Past the title behind a name, and a mark: 甲局长|通报."""
        title = SALUTATION.match(self.text, position)
        position = title.end() if title is not None else position
        return position + 1 if self.text.startswith(("，", "等"), position) else position

    def _run_before(self, named: Sequence[Mention], position: int) -> list[Mention]:
        """The people named in the clause that leads up to a verb; a list counts as one run."""
        before = [p for p in named if p.end <= position]
        if not before:
            return []
        last = before[-1]
        if "。" in self.text[last.end : position]:
            return []
        run = [last]
        for person in reversed(before[:-1]):
            gap = _PAREN.sub("", self.text[person.end : run[0].start])
            post = self.found.ending_at(Kind.POST, run[0].start)
            titled = len(gap) <= 60 and post is not None
            if _CLAUSE.match(gap):
                break  # 甲带头献血，副会长乙|看望献血者
            if (titled or len(gap) <= 24) and not any(mark in gap for mark in "。；：") and not SPOKE.search(gap):
                run.insert(0, person)
            else:
                break
        return run

    def _clause_people(self, named: Sequence[Mention], lo: int, position: int) -> list[Mention]:
        stop = max(self.text.rfind(mark, lo, position) for mark in "。；")
        ends = {person.end for person in named}
        while stop >= lo and self.text[stop] == "；" and stop in ends:  # 某区区长甲；某县县长乙，副县长丙参加
            begin = max(self.text.rfind(mark, lo, stop) for mark in "。；")
            if SPOKE.search(self.text, begin + 1, stop):
                break
            stop = begin
        return [
            p
            for p in named
            if p.end <= position and p.start > stop and not re.search(r"主持召开|强调|指出", self.text[p.end : position])
        ]


def _is_own(event: Mention, here: Sequence[Mention]) -> bool:
    """Whether people meet in the very sentence, whatever other meeting they were told of at: 次日，甲与乙座谈."""
    return event.by == "events.encounter" and event in here


def _subtype(event: Mention | None) -> str:
    if event is None or not isinstance(event.value, EventValue):
        return ""
    return "Inspection" if goes(event) else event.value.subtype


__all__ = ["Role", "find_roles"]
