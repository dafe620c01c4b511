"""People whom no post introduces: residents, pupils, volunteers, people named at what they say or do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from kg import seeds
from kg.extract.base import PEOPLES, Found, PersonValue, open_quote, past_mark
from kg.extract.edges import cuts_at
from kg.extract.names import LEADING, scorer, turkic_at_end
from kg.extract.rolls import LEARNT_FROM, read_names
from kg.extract.titles import find_titles
from kg.model import Article, Kind, Mention
from kg.patterns import needing
from kg.scanner import Scanner
from kg.words import words

_AGE = needing(
    "岁 年逾 现年 年党龄的 年军龄的 年工龄的 年教龄的 年警龄的",
    "(?=[一七三九二五八六十四年现0-9])(?:"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})多?岁的?|年逾[一-龥]{1,3}的|现年\d+岁的?|\d+(?:多|余)?年(?:党龄|工龄|教龄|军龄|警龄)的"
    ")",
)
_CALLED = re.compile(
    "(?=[专人代任发创主带企免党叫同名嘉委学客居志成推提教本村聘获补负选队领骨])"
    r"(?:名叫|叫做|(?<=[他她我位个])叫|(?:发起人|创始人|创办人|带头人|负责人|主人)叫(?!做|作)|名字叫|本名|人称|(?:队员|成员|选手|获奖者|代表|志愿者|骨干|居民|村民|领导|领导同志|负责人|嘉宾|企业家|客商|专家|学者|委员|教师|学生|同志|人员|党员)(?:还?有|为|是|包括|分别是|分别为)|任命|免去|提名|补选|推选|聘任)(?!.{0,2}[“‘])"
)
_KIN = re.compile(
    r"(?:父亲|母亲|爸爸|妈妈|丈夫|妻子|爱人|儿子|女儿|儿媳|女婿|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥|弟弟|姐姐|妹妹|孙子|孙女|外孙|老伴|婆婆|公公|岳父|岳母|夫妇|夫妻|兄弟|战友|同事|搭档|徒弟|师傅)"
)
_BEFORE_KIN = needing(
    "丈夫 儿子 同事 哥哥 女儿 妹妹 妻子 姐姐 弟弟 战友 母亲 爱人 父亲 老伴",
    r"(?:和|与|跟|的)(?:丈夫|妻子|爱人|父亲|母亲|儿子|女儿|老伴|哥哥|弟弟|姐姐|妹妹|同事|战友)",
)
_SURNAME = "[" + "".join(sorted({name[0] for name in seeds.surnames()})) + "]"
_NAMED = _SURNAME + "[一-龥]{1,2}"  # a surname and what is named after it
# Where a name may begin: behind a mark. The head of a text is asked apart: a pattern that begins with marks only is found fast.
_CLAUSE = re.compile(rf"[，。；：！？”“（\n、](?={_SURNAME}[一-龥])")
_SURNAMED = re.compile(_SURNAME)
_BARE_PRIOR = -7.5
# What makes a clause's first word likely a name: a manner of speaking, a pronoun that takes it up, what kind of person.
_MANNER = re.compile(
    r"(?:笑着|激动地?|高兴地|开心地|感慨地?|坚定地|动情地|自豪地|乐呵呵地|兴奋地|欣慰地|哽咽着|笑呵呵地|笑盈盈地|满脸笑容地|深有感触地|竖起大拇指)(?:说|讲|道|告诉|介绍|回忆)"
    r"|在(?:致[辞词]|讲话|发言)[中时](?:介绍|说|表示|指出|强调|谈到|提到|希望|回顾|代表|向|对)"
)
# 其中|甲|捐了3000元, |乙|拿出2万元.
_GIVES = needing(
    "捐了 捐款 捐资 捐出 捐献 捐赠 认捐 拿出 出资",
    r"(?:(?<=[，；、。：\n])|(?<=其中)|^)(?P<name>[一-龥]{2,4}?)(?:个人|本人|一人|也|又|还|先后|主动|带头)*"
    r"(?:捐了|捐款|捐资|捐出|捐献|捐赠|认捐|拿出|出资)(?:了|人民币|现金|善款)*[\d一二两三四五六七八九十百千万.]+(?:余|多)?[万千百]?元",
)
# 负责热线协调工作的|甲|举例说.
_WORKS_AS = needing(
    "工作的 工作多年的",
    "(?:负责|从事|主管|分管|主持|专门做|做)[^，。；：“”\n]{2,14}工作(?:多年)?的(?P<name>[一-龥]{2,3}?)"
    "(?:举例|补充|坦言|笑着|感慨地?)?(?:说(?!明|法)|介绍|告诉|表示|坦言|回忆)",
)
_TAKING_UP = re.compile(r"[，。](?:[他她](?!们|乡|人|国|处)|今年\d{2}岁)")
_TAKEN_UP = re.compile(rf"[^，。；！？“”\n]{{0,18}}{_TAKING_UP.pattern}")
_TAKEN_UP_BY = 4 + 18  #: characters from the beginning of a name to the mark before the words that take it up, at most
_IS_ONE = re.compile(r"是[^，。；！？“”\n]{2,24}?(?:村民|居民|户|人|员|者|手|师|工人|党员|学生|农民)(?=[，。])")
_ANY_MARK = re.compile(f"{_MANNER.pattern}|{_IS_ONE.pattern}|{_TAKEN_UP.pattern}")
_BUSY = re.compile(r"正(?:在|忙|和|带|拿|[\u4e00-\u9fff]着)|忙着|在(?:田|地|家|院|门|大棚)")
# What these signs, and a manner before a word of speech, begin with.
_SIGN_FIRST = "笑激高开感坚动自乐兴欣哽满深竖是正忙在这介"
_MARKED = -4.5
# 接受|甲|辞去…职务的请求, 通过了|甲、乙|辞去…
_RESIGNS = needing(
    "辞去 辞职 请求辞",
    r"(?:接受|关于|同意|通过了?)(?=[一-龥]{2,4}(?:[、和][一-龥]{2,4}){0,5}(?:等[^，。]{0,8})?(?:同志)?(?:因[一-龥]{2,12}?)?(?:辞去|辞职|请求辞))",
)
# 听取了|甲代表县人大常委会作的工作报告, 审议|乙代表镇人民政府和|丙代表主席团作的报告
_REPORTS_FOR = needing(
    "代表",
    r"(?:(?:听取|审议|书面听取)了?|(?<=[和及、])|，)(?=[一-龥]{2,4}(?:（[^（）]{1,8}）)?(?:同志)?(?:受[^，。；]{2,24}?委托)?代表[^，。；]{2,30}?"
    r"(?:(?:所)?作的?[^，。；]{0,30}?(?:报告|说明|汇报)|(?:向[^，。；]{2,12})?(?:报告|汇报)))",
)
_BY_WHOM = re.compile(r"由(?=[一-龥]{2,4}(?:同志)?(?:主持|担任|兼任|带队|率队|主讲|领衔|任组长|宣读))")
# Three teachers——甲、乙和丙: a dash after people that were counted.
_DASHED = needing("——", r"[\d一两二三四五六七八九十]+(?:名|位)[^，。；！？“”\n]{1,14}——(?=[一-龥]{2,4}(?:[、，。和]|$))")
_MET = needing(
    "找到 碰到 碰见 见了 见到 认识 遇到 遇见 采访 联系上",
    r"(?:见到了?|见了|采访到?了|采访|认识了?|找到了?|遇[见到]了?|碰[见到]了?|联系上了?)(?=[一-龥]{2,4}(?:时|的时候|，|。|后|正))",
)
# 授予|甲、乙等6位老同志: who is honoured or visited, and how many there are.
_COUNTED = needing(
    "授予 追授 表彰 表扬 奖励 看望 慰问 走访 聘请 邀请",
    r"(?:授予|追授|表彰|表扬|奖励|看望|慰问|走访|聘请|邀请)了?"
    r"(?=[一-龥]{2,3}(?:[、和][一-龥]{2,3}){0,9}等(?:\d+|[一二三四五六七八九十]+)[余多]?[名位个]?(?:[一-龥]{0,8}(?:同志|人|员|民警|干部|家庭|户|老师|教师|职工|学生)|[名位]“))",
)
_NAMES = "[一-龥]{2,3}(?:[、和][一-龥]{2,3}){0,9}(?:等[^，。；“”\\n]{0,14})?(?:同志)?"
# 授予|甲、乙“优秀民警”称号.
_GIVEN_HONOUR = needing("授予 追授", f"(?:授予|追授)(?={_NAMES}[^，。；“”\\n]{{0,8}}(?:“|称号))")
# 对|甲等10名优秀民警进行表彰.
_PRAISED = needing(
    "表彰 表扬 嘉奖 奖励 慰问", f"对(?={_NAMES}(?:进行了?|予以|给予|作出)(?:通报|集中|隆重)?(?:表彰|表扬|嘉奖|奖励|慰问))"
)
# “沁县好人”|甲、乙; 获得“市优秀护士”称号的|丙: an honour in quotation marks, right before those who have it.
_HONOUR_KINDS = (
    "好人|之星|新星|标兵|模范|先锋|能手|榜样|达人|工匠|护士|医生|村医|教师|民警|辅警|干警|村官|村干部|志愿者|工作者|获得者|卫士|天使|支书|书记"
    "|网格员|护林员|奋斗者|儿媳|婆婆|青年|少年|学生|党员|公务员|带头人|楷模|媳妇|母亲|警察|使者|劳模|先进个人|大使|孝子"
)
_HONOURED = needing(
    "最美 称号 奖 " + _HONOUR_KINDS.replace("|", " "),
    rf"(?:“(?:最美[^“”\n]{{1,8}}|[^“”\n]{{0,14}}(?:{_HONOUR_KINDS}))”(?:荣誉)?(?:称号)?(?:获得者|得主|获奖者)?"
    rf"|”(?:荣誉)?(?:称号|奖章|奖)(?:获得者)?)的?(?={_SURNAME}[一-龥])",
)
# 外科|甲、儿科|乙、妇产科|丙: each with the section that he works in.
_OF_SECTIONS = needing(
    "科 部 室 股",
    rf"[科部室股](?P<first>{_NAMED})(?=、[一-龥]{{1,6}}?[科部室股](?P<second>{_SURNAME}[一-龥]))",
)
# 给镇上来的|甲、乙等46名老乡; 。|甲、乙等5名医生: how many there are, and what they are.
_AMONG_MANY = needing(
    "名 位 多人 余人",
    rf"(?:(?<![一-龥])|(?<=[的了给向对由让请为以]))(?={_NAMED}(?:[、和]{_NAMED}){{1,9}}"
    r"等(?:\d+|[一二两三四五六七八九十]+)[余多]?[名位][一-龥]{0,8}?(?:同志|[人员民手家师生匠]|群众|老乡|乡亲|护士|民警|干部|老师|教师|职工|学生|同学|工人|代表|模范|劳模|志愿者|青年|妇女|党员))",
)
# 对119个先进单位和|甲等132个先进个人|进行表彰.
_AMONG_HONOURED = needing(
    "个人 标兵 能手 工作者",
    rf"(?<=[和对])(?={_NAMED}(?:、{_NAMED}){{0,9}}等(?:\d+|[一二两三四五六七八九十百]+)[余多]?[名位个]"
    r"(?:[一-龥“”]{0,8}?)(?:个人|标兵|能手|先进工作者|优秀工作者))",
)
# “95”后|甲, 90后青年|乙: by the year of birth.
_BORN_IN = needing("后", rf"(?<!\d)(?:“\d[05]”后|“?[05-9][05]后”?)(?:党员|青年|小伙|姑娘|大学生|夫妻|农民)?(?={_SURNAME})")
# 授予甲等10名“好婆婆”和|乙等10名“好媳妇”.
_HONOURED_TOO = needing(
    "等",
    rf"(?<=”)[和、](?={_NAMED}(?:[、和]{_NAMED}){{0,9}}等(?:\d+|[一二两三四五六七八九十]+)[余多]?[名位户]“)",
)
# |甲、乙和丙|都是某村的村民: what several are.
_ARE_ALL = needing(
    "是",
    rf"(?:(?<=[，。；”\n])|^)(?={_NAMED}(?:、{_NAMED}){{0,8}}[和、与]{_NAMED}(?:都|均|全)?是"
    r"[^，。；！？“”\n]{2,20}?(?:村民|居民|户|[人员者手师]|工人|人士|干部|党员|学生|农民|同学|邻居)[，。；])",
)
# |甲在某小区住了13年, |乙在山村教书20多年: where someone at the head of a clause has lived or worked, and how long.
_LIVED_IN = needing(
    "在",
    rf"(?:(?<=[，。；”\n])|^)(?={_NAMED}(?:已经?|就|一直)?在[^，。；！？“”\n]{{2,16}}?"
    r"(?:居?住|生活|工作|干|待|教书|从教|服务|扎根|坚守|守护)了?(?:整整|近|已有)?[\d一二三四五六七八九十]+(?:余|多)?个?年)",
)
# 在|甲老人家，; 走进|乙家，: whose home it is.
_IN_HOME = needing(
    "家， 家、",
    rf"(?:(?<=[，。；”\n])|^)(?:在|走进|来到|到)了?(?={_NAMED}(?:老人|老汉|大爷|大妈|大娘|奶奶|爷爷|老师傅?|师傅)?家[，、])",
)
# 出席会议的还有|甲、乙; 坐在主席台前排的有：|甲、乙和丙: a list of nothing but names, of those who were there.
_WERE_THERE = needing(
    "还有 的有 的是",
    r"(?:出席|参加|列席|到会|与会|到场|参会|陪同|随同|随行|就座|在座|坐在主席台)[^，。；、：\n]{0,16}?(?:还有|的有|的是)：?"
    r"(?=[一-龥]{2,3}(?:、[一-龥]{2,3})*(?:[、和及][一-龥]{2,3})(?:[。；，]|等))",
)
# 五（2）班的|甲, 三年级学生|乙, 同桌|丙: pupils, by their class.
_OF_CLASS = needing(
    "班 年级 同桌 舍友 室友",
    rf"(?:[\d一二三四五六七八九十]）?班|年级|[大中小]班|同桌|同班|舍友|室友)(?:的)?(?:[男女]?学?生|小?同学|小朋友|同桌)?的?(?={_SURNAME}[一-龥])",
)
# 来自某局的|甲.
_COMES_FROM = needing(
    "来自",
    rf"来自[^，。；！？“”、\n]{{2,24}}?的(?={_NAMED}(?:[，、。]|和|一|说|告诉|介绍|带|今年|是|表示|也|已|正))",
)
# 在水中救人的|甲、乙同志: comrades in a list.
_COMRADES = needing("同志", f"的(?={_NAMED}(?:[、和]{_NAMED}){{1,6}}(?:等?[\\d两三四五六七八九十]*[名位]?)?同志)")
# 有位老教师叫|甲: what one is, and how one is called.
_SO_CALLED = needing(
    "叫",
    "(?:(?:[一1][名位个]|有[名位个]?)[一-龥]{0,4}?)(?:老人|教师|老师|医生|护士|民警|村民|农民|工人|大爷|大妈|小伙子?|姑娘|妇女|男子|女子|学生|孩子|师傅|老汉|战士|青年|党员)叫(?![做作停他她它我你])",
)
_LEARNT_FROM = needing("学习 看齐 致敬", LEARNT_FROM.pattern)
#: patterns before names, each with its prior
_BEFORE_NAMES = (
    (_AGE, 0.0),
    (_CALLED, 0.5),
    (_KIN, -1.0),
    (_MET, -3.0),
    (_COUNTED, -1.0),
    (_AMONG_MANY, -1.0),
    (_AMONG_HONOURED, -1.0),
    (_BY_WHOM, -1.0),
    (_REPORTS_FOR, -1.0),
    (_RESIGNS, 0.0),
    (_DASHED, 0.0),
    (_WERE_THERE, 0.0),
    (_OF_CLASS, -1.0),
    (_COMES_FROM, -2.5),
    (_BORN_IN, -1.0),
    (_HONOURED_TOO, -1.0),
    (_ARE_ALL, 0.0),
    (_IN_HOME, -1.0),
    (_LIVED_IN, -1.0),
    (_LEARNT_FROM, 0.0),
    (_GIVEN_HONOUR, -1.0),
    (_PRAISED, -1.0),
    (_HONOURED, -1.5),
    (_COMRADES, 0.0),
    (_SO_CALLED, 0.5),
)
_UNITS_OF_PLACES = ("村", "镇", "乡", "屯")
_LIST = re.compile(r"(?:[一-龥]{2,4}(?:（[女男一-龥]{1,4}）)?、){2,}[一-龥]{2,}")
_ITEM = re.compile(r"[一-龥]+")
_PAREN_IN_LIST = re.compile("（[^（）]*）")
_PEOPLE_ENDS = frozenset("者员生人辑编校审")  #: of credits that name who did it, not what was done
_FIRMS = ("公司", "集团", "合作社", "有限", "股份", "实业", "科技", "农业", "医院", "学校")
_OFFICES_OF = ("部", "科", "室", "处", "股", "办", "中心", "局", "支队", "大队", "中队")
_OFFICES = ("科", "室", "部", "处", "站", "所")
_NO_TRADES = "入到落开每各家户万千百几两数一二三四五六七八九十零余多个人全动满裁超议0123456789"
_OF_PLACES = re.compile(
    "一带|(?:两|三|四|五)(?:地|县|市|区|省)(?![一-龥]?长)|境内|等(?:[地处]|点位|路段|现场|项目|[村街镇]|社区|乡镇|小区|企业|单位|公司)"
)
_IS_A = ("是一名", "是一位", "是村里的", "是村里")
_LANDFORMS = "湾冲沟坪岭坝屯庄寨组塘坡岗坳垸峪营堡坑埠垅"
_HOUSE = re.compile(r"一?家(?=[，的里中门院屋])|夫妇|夫妻")
_AT_HOME = ("，", "中", "里", "。", "的", "慰", "看")
_HOME_THERE = re.compile("(?P<name>[一-龥]{2,3})家(?=[，、。]|和[一-龥])")
_HOME = needing("家中 家里 家在 家住", r"家(?:中|里|[在住](?=[一-龥]{2}))")
# Where a record of a life can begin: a line, a sentence, a clause, an item of a numbered list.
_MARK = r"(?=[，、。；：\s（）]|$)"
# What follows a name in a record: 甲，男，汉族; 甲先生：; 甲 女 1982年6月生; 甲（壮族，1979年2月生）.
_RECORD = re.compile(
    "(?=[先同女小 ,:（，：])(?:"
    rf"(?:先生|女士|小姐|同志)(?:{_MARK}|，)|(?:（[^（）\n]{{1,12}}）)?(?:[，：,:]|（| {{1,2}})"
    rf"(?:[男女]性?{_MARK}|[一-龥]{{1,4}}族{_MARK}|[^，。；\n]{{0,4}}国籍|中国籍|籍贯|祖籍|出生|生于"
    r"|(?:\d{4}|[一二][九〇零○][一二三四五六七八九〇零○]{2})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})?月?(?:\d{1,2}日)?(?:出生|生|参加工作|入党)"
    rf"|(?:中共党员|本科|硕士|博士|大学|大专|高中|研究生)(?:学历|毕业|文化|研究生)?{_MARK}|现年\d|\d{{2}}岁{_MARK})"
    ")"
)
_MENTIONED = (Kind.DISTRICT, Kind.ORGANISATION, Kind.POST)
_BOTH = needing(
    "正在 正忙 出席 分别 共同 一起 一同 参加 陪同 主持 先后 双双",
    rf"(?:(?<=[，。；”\n])|^)(?P<first>{_NAMED})[、和与](?P<second>{_SURNAME}[一-龥]{{1,2}}?)"
    "(?=等?(?:正在|正忙|出席|分别|共同|一起|一同|参加|陪同|主持|先后|双双))",
)
_TIBETAN_FIRST = "".join(sorted({part[0] for part in seeds.word_list("tibetan_name_parts")}))
_TIBETAN_HEAD = re.compile(
    "(?=[道甲化豆斗丁万三东丹久云亚交仁仓伦俄元先公兰关其冷切则加勒华卓南占卡叶吉向周呷唐喜嘉嘎噶四土坎坚塔夏多央娘完宗官尕尖尼层巴布平弥强彭德志才扎拉拥措文斯日旦旺昂晋普曲更朗李杨杰松根格桑次永求江泽洛满玉珠班琼登白益米索绒维罗羊群耶色英萨西觉角诺贡赛赤边达邓金闹阿降项顿香])"
    f"(?:(?<![一-龥])|(?<=[和与的民长员]))[{_TIBETAN_FIRST}][一-龥]{{3}}"
)
_RECORD_NAME = re.compile(r"(?:[一-龥]{2,4}|[一-龥] [一-龥]|[一-龥]{1,8}(?:[·•・][一-龥]{1,8}){1,3})$")
_RECORD_HEAD = re.compile(r"(?:^|[。；;！？：:，\n”]|\d[.．、]|[一二三四五六七八九十][）、])[ \u3000]*$")
# What stands right behind a name that no word introduces: an age, who takes it up, how one speaks of a person.
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_BEHIND = re.compile(
    "(?=[今他先刚原大女奶她已年当担时曾本爷现老荣获被过阿同的感英模事，])(?:"
    rf"，?[他她]?(?:今年|现年|时年|年仅|刚满|已经?|年近|年过|年逾)(?:已经?|刚|整|快)?(?:有|满)?{_NUMBER}(?:多|余)?[岁旬]"
    r"|，[他她](?!们|乡|人|国|处|日|方)"
    r"|(?:同志)?的?(?:先进|感人|英雄|模范)*事迹"
    r"|(?:老人|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷|先生|女士|同学|同志)(?!们|故居|旧居|纪念|雕像|铜像|墓|诞辰)"
    r"|被(?:评为|授予|推选|聘|选为|选举|任命|誉为|称为|确诊|送[往到医])|(?:当选|荣获|获评|荣立|担任)"
    r"|(?:原|曾|本|原本|曾经|过去)是"
    ")"
)
_TWO_OF_THEM = re.compile(
    "(?=[两二兄夫姐母父等老同])"
    r"(?:老?夫妇|老?夫妻|老?两口子?|两兄弟|两姐妹|兄弟俩?|姐妹俩?|姐弟|兄妹|父子|母子|母女|父女|[二两]人"
    r"|(?:[二两][名位]|等(?:[\d一二三四五六七八九十]+[名位余多]*)?)(?:居民|村民|党员|群众|业主|志愿者|老人|老党员|网格员|同志|同学|学生|老师|教师|医生|护士|民警|职工|工人|农户|农民|贫困户|脱贫户|商户|干部)"
    r"|等(?:\d+|[一二两三四五六七八九十百]+)[余多]?[人名位](?!民)|等领导(?!小组|班子)|同志(?!们|故居|旧居|纪念|雕像|铜像|墓|诞辰))"
)
# Who is told by what he does: 打来电话的|甲，; and at the head of a clause: ，甲打开了话匣子.
_DONE_BY = re.compile(rf"[的，。；：！？”\n](?={_SURNAME}[一-龥]{{2}}(?:(?<=的...)|[一-龥]))")
_DOES = ("v", "d", "t", "p", "c", "r")  # tags of the words that go on after a subject
_RARE = 200  # of the dictionary's counts
_DONE, _SURE = -5.5, 2.5
_CLOSED = frozenset("，。；！？\n")
_BUILT = frozenset("宫寺庙塔桥楼馆院厅")
_GUESSED = ("people.before_word", "people.speaker", "people.doer", "people.home")  #: rules that need a likely name
_PEN_NAMES = ("（化名", "（均为化名", "（均系化名", "（应采访对象要求")
_NICKNAME = tuple("老小阿大某姓总董")
_SALUTES = tuple(
    [
        "大爷",
        "大妈",
        "大娘",
        "大叔",
        "阿姨",
        "奶奶",
        "爷爷",
        "大姐",
        "大哥",
        "大嫂",
        "老师",
        "师傅",
        "先生",
        "女士",
        "小姐",
        "老汉",
        "大伯",
        "婆婆",
        "老板",
        "医生",
        "警官",
        "同学",
        "同志",
        "家人",
        "家里",
        "老人",
        "氏兄",
    ]
)


_WITHIN_NAME = 8  #: characters over which quotation marks hold a name rather than speech
_BODILESS = {("干部", "official")}  # a title too, but only right behind a body
_CUES: Scanner[tuple[str, str]] = Scanner(
    lambda: sorted(_BODILESS | {(row.word, row.person) for row in seeds.not_titles()}), itemgetter(0)
)


def _verbs(*classes: str) -> list[str]:
    """The verbs of some classes, the longest first."""
    return sorted({verb for kind in classes for verb in seeds.verbs().get(kind, ())}, key=lambda verb: (-len(verb), verb))


_AFTER_CLASSES = ("speech", "name_after", "chair", "attend")


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    """Words that follow a name and show that it is one."""
    return re.compile("|".join(map(re.escape, _verbs(*_AFTER_CLASSES))))


@lru_cache(maxsize=1)
def _says() -> re.Pattern[str]:
    return re.compile(
        "(?:这样|笑着|激动地|高兴地|感慨地|坚定地|动情地|自豪地|介绍时)?(?:" + "|".join(map(re.escape, _verbs("speech"))) + ")"
    )


def make_sign() -> re.Pattern[str]:
    """What shows behind a name in :meth:`People._speakers` that it is one, if not who takes it up."""
    firsts = "".join(sorted({verb[0] for verb in _verbs(*_AFTER_CLASSES)} | set(_SIGN_FIRST)))
    signs = (_after().pattern, _says().pattern, _MANNER.pattern, _IS_ONE.pattern, _BUSY.pattern)
    return re.compile(f"(?=[{firsts}])(?:{'|'.join(signs)})", re.DOTALL)


@lru_cache(maxsize=1)
def _signed() -> re.Pattern[str]:
    """Two to four characters, and a sign that they are a name."""
    return re.compile(f".{{2,4}}?{make_sign().pattern}", re.DOTALL)


class People:
    """Find people by the words before or after their names."""

    name = "people"
    needs = frozenset({Kind.DISTRICT, Kind.ORGANISATION, Kind.POST})
    finds = frozenset({Kind.PERSON.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        for find in (
            self._after_words,
            self._after_trades,
            self._attenders,
            self._two_at_work,
            self._after_patterns,
            self._givers,
            self._at_their_work,
            self._after_bodies,
            self._speakers,
            self._lists,
            self._at_home,
            self._in_villages,
            self._records,
            self._before_words,
            self._pairs,
            self._in_sections,
            self._doers,
            self._dotted,
            self._tibetan,
        ):
            for person in find(text, found):
                if (
                    not text.startswith(_PEN_NAMES, person.end)
                    and not self._is_village(found, person)
                    and not self._is_told(found, person)
                ):
                    yield person

    @staticmethod
    def _is_told(found: Found, person: Mention) -> bool:
        """领导有|甲: whether a name that ends there has been read at a post, which tells better where it begins."""
        known = found.ending_at(Kind.PERSON, person.end)
        return known is not None and known.start > person.start and known.by.startswith("posts.")

    @staticmethod
    def _is_village(found: Found, person: Mention) -> bool:
        """银吉村|获评…, 李庄镇|获评…: what ends like a place and is read as one is no person, whatever its first character."""
        if person.text[-1] not in "村寨屯镇乡县" or person.by not in _GUESSED:
            return False
        place = found.covering(Kind.DISTRICT, person.start)
        return place is not None and place.end >= person.end

    @staticmethod
    def _records(text: str, found: Found) -> Iterator[Mention]:
        """甲，男，汉族，1975年3月生: the name at the head of a record; 甲先生，."""
        for record in _RECORD.finditer(text):
            end = record.start()
            for start in _record_starts(text, end):
                name = text[start:end].replace(" ", "")
                if scorer().is_dotted_name(name):
                    yield _person(text, start, end, "people.record", 0.9)
                    break
                if (
                    2 <= len(name) <= 4
                    and scorer().is_name(name, 4.0)
                    and not _is_nickname(name)
                    and not (name[0] in "和与" and scorer().surname_at(name, 1))
                ):
                    yield _person(text, start, end, "people.record", 0.9)
                    break

    @staticmethod
    def _tibetan(text: str, found: Found) -> Iterator[Mention]:
        """次仁卓玛 at the head of a clause, or after 和."""
        for match in _TIBETAN_HEAD.finditer(text):
            name = match.group()
            if scorer().is_tibetan(name) and found.covering(Kind.DISTRICT, match.start()) is None:
                yield _person(text, match.start(), match.end(), "people.tibetan", 0.75)

    @staticmethod
    def _before_words(text: str, found: Found) -> Iterator[Mention]:
        """打来电话的甲今年76岁; 守在卡点的甲，她…; 帮扶对象甲老人."""
        for match in _BEHIND.finditer(text):
            start = _name_before(text, match.start(), -2.5, found)
            if start >= 0 and scorer().read(text, start, 0.0)[0] == match.start() - start:  # 王克|为老人送餐
                yield _person(text, start, match.start(), "people.before_word", 0.75)
                listed = match.group() == "同志"
                while listed and text[start - 1 : start] == "、" and (first := _name_before(text, start - 1, 0.0, found)) >= 0:
                    yield _person(text, first, start - 1, "people.before_word", 0.75)  # 甲、|乙|同志
                    start = first

    @staticmethod
    def _pairs(text: str, found: Found) -> Iterator[Mention]:
        """村民甲乙夫妇, 甲、乙两人: two names before the word that makes them a pair."""
        for match in _TWO_OF_THEM.finditer(text):
            pairs = list(_pairs_before(text, match.start(), found))
            if match.group().startswith(("等", "同志")):
                pairs = [pair for pair in pairs if pair[2] < pair[3]]  # 甲、乙等10人, 丙、丁同志
            if pairs:
                _, first, stop, second = max(pairs)
                yield _person(text, first, stop, "people.pair", 0.75)
                yield _person(text, second, match.start(), "people.pair", 0.75)

    @staticmethod
    def _in_sections(text: str, found: Found) -> Iterator[Mention]:
        """外科甲、儿科乙、妇产科丙: names behind the sections of one body, in a list."""
        for match in _OF_SECTIONS.finditer(text):
            first, start = match["first"], match.start("second")
            size, margin = scorer().read(text, start, 0.0)
            second = text[start : start + size]
            likely = all(len(name) > 1 and scorer().is_name(name, 0.0) and _is_unknown(name) for name in (first, second))
            if likely and margin > 1.0 and not any(map(_is_nickname, (first, second))):
                yield _person(text, *match.span("first"), "people.section", 0.75)
                yield _person(text, start, start + size, "people.section", 0.75)

    @staticmethod
    def _doers(text: str, found: Found) -> Iterator[Mention]:
        """在剧中担任主演的|甲。, ，甲打开了话匣子: three characters that are no words, and what they do, or nothing more."""
        for start in _starts(_DONE_BY, text, 4):
            end = start + 3
            name = text[start:end]
            done = text[start - 1 : start] == "的"
            if words().frequency(name[:2]) >= _RARE or not scorer().may_begin(text, start, _DONE):
                continue
            if not _is_unknown(name) or found.covering(Kind.DISTRICT, start) is not None:
                continue
            size, margin = scorer().read(text, start, _DONE if done else _BARE_PRIOR)
            if size != 3 or margin < _SURE or _is_nickname(name):
                continue
            if name[-1] not in _BUILT and ((done and text[end : end + 1] in _CLOSED) or _does(text, end)):
                yield _person(text, start, end, "people.doer", 0.7)

    @staticmethod
    def _dotted(text: str, found: Found) -> Iterator[Mention]:
        """艾尼瓦尔·斯坎德尔: a name of parts, anywhere."""
        done = dot = -1
        while (dot := text.find("·", dot + 1)) >= 0:
            first = max(done, dot - 8, 0)
            start = first + scorer().sounds_from(text[first:dot])
            start += dot - start > 2 and text[start] in LEADING
            if dot < done or start == dot or (_ends_word(text, start, dot) and not turkic_at_end(text[start:dot])):
                continue
            if found.covering(Kind.ORGANISATION, start) or found.covering(Kind.DISTRICT, start):
                continue
            size, _ = scorer().read(text, start, 0.0)
            if size and scorer().is_dotted_name(text[start : start + size]):
                done = start + size
                yield _person(text, start, done, "people.dotted", 0.75)

    @staticmethod
    def _lists(text: str, found: Found) -> Iterator[Mention]:
        """甲、乙、丙等: three or more items that all read as names."""
        for match in _find_lists(text):
            if _OF_PLACES.search(text, match.start(), match.end() + 2):
                continue  # 十六浦、甘家路等地
            inside = [m.span() for m in _PAREN_IN_LIST.finditer(text, match.start(), match.end())]  # 甲（女）、乙
            spans = _ITEM.finditer(text, match.start(), match.end())
            items = [(m.start(), m.group()) for m in spans if not any(lo < m.start() < hi for lo, hi in inside)]
            if sum(name.endswith(_UNITS_OF_PLACES) for _, name in items) > 1:
                continue  # 陈庄村、王庙村、李桥村
            head, first = items[0]
            if not scorer().is_name(first, -1.0):  # 询问了|甲某某、乙、丙; 以及|甲某某、乙、丙
                size = _last_name(text, head + len(first))
                items[0] = (head + len(first) - size, first[-size:]) if size else items[0]
            tail = items[-1]
            size, _ = scorer().read(text, tail[0], 1.0)
            names = [item for item in items[:-1]]
            read = sum(scorer().is_name(name, -1.0) for _, name in names)
            unread = [name for _, name in names if not scorer().is_name(name, -1.0)]
            if read < 2 or 4 * len(unread) > read or any(len(name) > 3 or words().frequency(name) for name in unread):
                continue  # in a long list one name may be of another tradition: 那顺
            if size:
                names.append((tail[0], text[tail[0] : tail[0] + size]))
            if len(names) < 3:
                continue
            for start, name in names:
                yield Mention(Kind.PERSON, start, start + len(name), name, "people.list", 0.8, PersonValue(""))

    @staticmethod
    def _at_home(text: str, found: Found) -> Iterator[Mention]:
        """走进低洼户甲家中: whose home is named."""
        for match in _HOME.finditer(text):
            for size in (3, 2):
                start = match.start() - size
                if (
                    start >= 0
                    and scorer().is_name(text[start : match.start()], -2.5)
                    and (start == 0 or text[start - 1] in "户民员在到的人，。、\n ")
                ):
                    yield Mention(
                        Kind.PERSON,
                        start,
                        match.start(),
                        text[start : match.start()],
                        "people.home",
                        0.75,
                        PersonValue("resident"),
                    )
                    break

    @staticmethod
    def _in_villages(text: str, found: Found) -> Iterator[Mention]:
        """先后来到某社区|甲|家、某村|乙|家，: whose home it is, behind the village alone."""
        for village in found.of(Kind.DISTRICT):
            home = _HOME_THERE.match(text, village.end) if village.text[-1] in "村区寨屯组" else None
            if home is not None and scorer().is_name(home["name"], 0.0):
                yield Mention(Kind.PERSON, *home.span("name"), home["name"], "people.home", 0.75, PersonValue("resident"))

    @staticmethod
    def _after_words(text: str, found: Found) -> Iterator[Mention]:
        """居民甲, 老党员乙、丙."""
        for start, end, (_, subtype) in _CUES.find(text):
            within = "\u4e00" <= text[start - 1 : start] <= "\u9fff"
            if within and (end - start == 1 or (subtype == "journalist" and text[end - 1] not in _PEOPLE_ENDS)):
                continue  # 进行了视频|鉴签: no credit within a sentence
            inn = text.startswith("宿", end) and text.endswith("村民", start, end)
            if inn and found.ending_at(Kind.DISTRICT, end - 1) is not None:
                continue  # 某某村|民宿某某精舍
            cue = end
            quoted = text[start - 1 : start] == "“" and text.startswith("”", end)  # “土专家”|甲
            end += quoted
            while text.startswith((" ", "：", "代表"), end):
                end += 2 if text.startswith("代表", end) else 1
            people = read_names(text, end, found, None, first_prior=-1.5, by="people.after_word")
            if people and text.startswith("”", people[-1].end) and open_quote(text, start, _WITHIN_NAME) >= 0:
                continue  # “邻里|童行”公益课程
            if people and (not cuts_at(text, start, cue) or text.startswith(_FIRMS, people[0].end)):
                continue  # 居民楼|栋, 开发商|某某公司
            for person in people:
                if (
                    (person.end - person.start == 2 and text[person.end : person.end + 1] in ("先", "女", "大"))
                    or (len(person.text) == 2 and person.text[1] in "先女某老大")
                    or (person.text[2:] in _OFFICES and words().frequency(person.text[:2]) > _RARE)
                ):  # 儿童|保健科
                    continue
                end = person.end - (
                    len(person.text) == 4 and person.text[3] == "家" and text[person.end : person.end + 1] in _AT_HOME
                )
                yield Mention(
                    Kind.PERSON, person.start, end, text[person.start : end], person.by, person.score - 0.05, PersonValue(subtype)
                )  # 在离休干部甲、|乙丙丁|家，

    @staticmethod
    def _attenders(text: str, found: Found) -> Iterator[Mention]:
        """甲参加。乙、丙陪同。: sentences that are names and nothing but that they were there."""
        for there in ("参加。", "陪同。", "出席。"):
            at = -1
            while (at := text.find(there, at + 1)) >= 0:
                start = past_mark(text, at, "。\n")
                if 1 < at - start <= 30 and scorer().surname_at(text, start) and "，" not in text[start:at]:
                    people = read_names(text, start, found, None, first_prior=-2.5, by="people.attender")
                    if people and people[-1].end == at:
                        yield from people

    @staticmethod
    def _two_at_work(text: str, found: Found) -> Iterator[Mention]:
        """，甲、乙|正在实验; 甲和乙|出席闭幕式: two names at the head of a clause before what both do."""
        for match in _BOTH.finditer(text):
            first, second = match["first"], match["second"]
            free = all(found.covering(kind, match.start(part)) is None for kind in _MENTIONED for part in ("first", "second"))
            if free and all(scorer().is_name(name, -1.5) and not _is_nickname(name) for name in (first, second)):
                yield _person(text, *match.span("first"), "people.pair", 0.75)
                yield _person(text, *match.span("second"), "people.pair", 0.75)

    @staticmethod
    def _after_trades(text: str, found: Found) -> Iterator[Mention]:
        """示范户甲, 林下养殖户乙, 热心调解员丙: words that say of whom they speak by their last character."""
        for ending in "户员":
            at = -1
            while (at := text.find(ending, at + 1)) >= 0:
                end = at + 1
                if not scorer().surname_at(text, end) or (at and text[at - 1] in _NO_TRADES):
                    continue
                size, margin = scorer().read(text, end, -2.0)
                name = text[end : end + size]
                least = 2 if _says().match(text, end + size) is not None else 3  # 种植大户|关锋|说
                if (
                    size < least
                    or margin < (4.0 if size > 2 else 2.0)
                    or _is_nickname(name)
                    or found.covering(Kind.POST, at) is not None
                ):
                    continue
                if any(found.covering(kind, end) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT, Kind.PERSON)):
                    continue
                if _begins_word(text, end):
                    yield _person(text, end, end + size, "people.after_trade", 0.75)

    @staticmethod
    def _after_patterns(text: str, found: Found) -> Iterator[Mention]:
        for match in _BEFORE_KIN.finditer(text):
            for size in (3, 2):
                start = match.start() - size
                if (
                    start >= 0
                    and scorer().is_name(text[start : match.start()], -2.0)
                    and (start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff")
                ):
                    yield Mention(
                        Kind.PERSON, start, match.start(), text[start : match.start()], "people.before_kin", 0.75, PersonValue("")
                    )
                    break
        for pattern, prior in _BEFORE_NAMES:
            for match in pattern.finditer(text):
                end = match.end()
                held = found.covering(Kind.POST, end)
                if held is not None or (pattern is _KIN and not _begins_word(text, match.start())):
                    continue  # 妇女|儿童之家
                for person in read_names(text, end, found, None, first_prior=prior, by="people.after_pattern"):
                    if PEOPLES.fullmatch(person.text) is not None:
                        continue  # 36岁的|布依族|妇女
                    if pattern is _HONOURED and person.text[-1] in _BUILT:
                        continue  # “好人”|陈列馆
                    yield Mention(Kind.PERSON, person.start, person.end, person.text, person.by, 0.85, PersonValue(""))

    @staticmethod
    def _givers(text: str, found: Found) -> Iterator[Mention]:
        """其中甲捐了3000元，乙捐款2000元: who is listed with what he gave."""
        for match in _GIVES.finditer(text):
            name, free = match["name"], all(found.covering(kind, match.start("name")) is None for kind in _MENTIONED)
            if free and scorer().is_name(name, -2.0) and not _is_nickname(name):
                yield _person(text, *match.span("name"), "people.giver", 0.75)

    @staticmethod
    def _at_their_work(text: str, found: Found) -> Iterator[Mention]:
        """负责热线协调工作的|甲|举例说: who is told of by his work, and speaks."""
        for match in _WORKS_AS.finditer(text):
            free = all(found.covering(kind, match.start("name")) is None for kind in _MENTIONED)
            if free and scorer().is_name(match["name"], 1.0):
                yield _person(text, *match.span("name"), "people.worker", 0.75)

    @staticmethod
    def _after_bodies(text: str, found: Found) -> Iterator[Mention]:
        """区退役军人事务局甲等; 高新区某某社区乙说: a body, a name, and a word that follows names."""
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            for body in found.of(kind):
                end = body.end + (1 if text.startswith("的", body.end) else 0)
                if found.covering(Kind.DISTRICT, end) is not None or found.covering(Kind.ORGANISATION, end) is not None:
                    continue
                size, margin = scorer().read(text, end, -3.0)
                if not size and text.startswith("的", body.end):
                    continue
                is_one = kind is Kind.DISTRICT and text.startswith(_IS_A, end + size)  # 某村|甲|是一名党员
                told = margin > 1 if is_one else margin > 5 and _adverb(text, end + size)
                if size == 3 and told and not _after().match(text, end + size):
                    yield Mention(Kind.PERSON, end, end + size, text[end : end + size], "people.after_body", 0.7, PersonValue(""))
                if (
                    size
                    and kind is Kind.DISTRICT
                    and text[end + size : end + size + 1] in ("、", "。")
                    and margin > 4
                    and body.text.endswith("村")
                ):
                    people = read_names(text, end, found, None, first_prior=-3.0, by="people.of_village")
                    if any(person.text[-1] in _LANDFORMS for person in people):
                        continue  # 某村张家湾、李家冲: hamlets
                    for person in people:
                        yield Mention(Kind.PERSON, person.start, person.end, person.text, person.by, 0.7, PersonValue(""))
                if (
                    size > 1
                    and margin > 1
                    and kind is Kind.DISTRICT
                    and body.text.endswith(("村", "社区"))
                    and _HOUSE.match(text, end + size)
                ):
                    yield Mention(Kind.PERSON, end, end + size, text[end : end + size], "people.of_village", 0.7, PersonValue(""))
                if (
                    size == 3
                    and margin > 4
                    and text[end + 3 : end + 4] in ("，", "、", "。")
                    and text[body.start - 1 : body.start] in ("，", "、", "：")
                    and body.text.endswith(_OFFICES_OF)
                ):  # 主任甲，|某局某部|乙，
                    yield Mention(Kind.PERSON, end, end + 3, text[end : end + 3], "people.after_body", 0.7, PersonValue(""))
                if size and (match := _after().match(text, end + size)) and margin > 1.0:
                    if len(match.group()) == 1 and margin < 4 and match.group() != "等":
                        continue
                    yield Mention(
                        Kind.PERSON, end, end + size, text[end : end + size], "people.after_body", 0.75, PersonValue("")
                    )

    @staticmethod
    def _speakers(text: str, found: Found) -> Iterator[Mention]:
        """甲说 / 甲告诉记者 at the head of a clause; 甲（左）."""
        follows, signed, may_begin = _after().match, _signed().match, scorer().may_begin
        taken_up = [match.start() for match in _TAKING_UP.finditer(text)]
        titled = {person.text for person in found.of(Kind.PERSON)}
        for start in _starts(_CLAUSE, text, 2):
            near = bisect_left(taken_up, start + 2)
            up = near < len(taken_up) and taken_up[near] <= start + _TAKEN_UP_BY
            if not up and signed(text, start) is None and text.count(text[start : start + 3]) < 3:
                continue  # asked first: most clauses begin with no name
            if not may_begin(text, start, _MARKED):
                continue
            if (
                found.covering(Kind.PERSON, start) is not None
                or found.covering(Kind.ORGANISATION, start)
                or found.covering(Kind.DISTRICT, start)
            ):
                continue
            marked = _marked(text, start, found) or _told_again(text, start)
            if (
                not marked
                and not (follows(text, start + 2) or follows(text, start + 3) or follows(text, start + 4))
                and text.count(text[start : start + 3]) < 3
            ):
                continue  # nothing that follows names stands where one would end
            size, margin = scorer().read(text, start, _MARKED if marked else _BARE_PRIOR)
            if not size or margin < 1.0:
                continue
            end = start + size + (text[start : start + size + 1] in titled)  # 书记王学正|主持。…|王学正|说
            name = text[start:end]
            said = _says().match(text, end)
            sure = (
                bool(said)
                or (_after().match(text, end) is not None and (margin > 3.0 or text.count(name) > 1))
                or (text.count(name) > 2 and margin > 4.0)
                or (size in marked and not name.endswith("家"))
            )
            if sure and _whole(text, start, end):
                yield Mention(Kind.PERSON, start, end, name, "people.speaker", 0.8 if said else 0.7, PersonValue(""))


def _ends_word(text: str, start: int, dot: int) -> bool:
    """Whether all before the dot of a name would be a word, or the end of one: “凝聚|合力·助力|振兴”, “思想伟|力·助力|发展”."""
    return any(
        words().frequency(text[at:dot]) and not words().tag(text[at:dot]).startswith("nr")
        for at in (start, start - 1)
        if at >= 0 and dot - at > 1
    )


def _starts(pattern: re.Pattern[str], text: str, least: int) -> Iterator[int]:
    """Where a pattern's marks end, and the head of a text that begins with a surname, in a stretch of so many characters."""
    if _SURNAMED.match(text) and all("一" <= char <= "龥" for char in text[1:least]) and len(text) >= least:
        yield 0
    for match in pattern.finditer(text):
        yield match.end()


def _find_lists(text: str) -> Iterator[re.Match[str]]:
    """Lists of three and more short items. Each is looked for from its first 、, for any Chinese character could begin one."""
    mark = text.find("、")
    while mark >= 0:
        start = mark
        while start > mark - 4 and "\u4e00" <= text[start - 1 : start] <= "\u9fa5":
            start -= 1
        found = _LIST.match(text, start)
        if found is not None:
            yield found
        mark = text.find("、", max(mark + 1, found.end() if found is not None else 0))


def _last_name(text: str, end: int) -> int:
    """How many characters the name has that ends before a list's first 、, behind words: 名单是|王某某, 还有|李某."""
    for size in (3, 2):
        if scorer().is_name(text[end - size : end], -1.0) and _begins_word(text, end - size):
            return size
    return 0


def _record_starts(text: str, end: int) -> Iterator[int]:
    """Where the name before a record may begin: at the head of a line or clause."""
    if text[end - 1 : end] in "族男女人生":
        return  # 甲，男，维吾尔族|，1969年生
    longest = max(0, end - 30)
    for size in (3, 2, 4):
        start = end - size
        if start >= 0 and _RECORD_NAME.match(text[start:end]) and _RECORD_HEAD.search(text[max(0, start - 4) : start]):
            yield start
    dot = text.rfind("·", longest, end)
    if dot >= 0:
        name = _RECORD_NAME.search(text[longest:end])
        if name is not None and _RECORD_HEAD.search(text[max(0, longest + name.start() - 4) : longest + name.start()]):
            yield longest + name.start()


def _person(text: str, start: int, end: int, by: str, score: float) -> Mention:
    return Mention(Kind.PERSON, start, end, text[start:end], by, score, PersonValue(""))


def _pairs_before(text: str, end: int, found: Found) -> Iterator[tuple[float, int, int, int]]:
    """Ways to read two names before a position: how likely, where the first begins and ends, where the second begins."""
    for size, other in ((3, 3), (3, 2), (2, 3), (2, 2)):
        second = end - size
        stop = second - 1 if text[second - 1 : second] in ("和", "、", "与") else second
        first = stop - other
        if first < 0 or not _is_free(text, first, found):
            continue
        names = text[first:stop], text[second:end]
        if not any(map(_is_nickname, names)) and all(scorer().is_name(name, 0.0) for name in names):
            yield sum(map(scorer().likelihood, names)) / (size + other), first, stop, second


def _name_before(text: str, end: int, prior: float, found: Found) -> int:
    """Where the name that ends before ``end`` begins, after a mark, a word that ends or a mention; -1 where none stands."""
    for size in (3, 2):
        start = end - size
        name = text[start:end] if start >= 0 else ""
        if name and not _is_nickname(name) and scorer().is_name(name, prior) and _is_free(text, start, found):
            return start
    return -1


def _does(text: str, position: int) -> bool:
    """Whether what a subject does follows: a verb, a word of time, 在, 种了."""
    pieces = words().cut(text[position : position + 4])
    return bool(pieces) and (words().tag(pieces[0])[0] in _DOES or text[position + 1 : position + 2] in ("了", "着", "过"))


def _is_unknown(name: str) -> bool:
    """Whether the dictionary has no word in a name but names: 孙|晓|梅, 赵国|强 are no words together."""
    pieces = words().cut(name)
    return (len(pieces) > 1 and all(len(piece) == 1 or words().frequency(piece) < _RARE for piece in pieces)) or words().tag(
        name
    ).startswith("nr")


def _is_nickname(name: str) -> bool:
    """小李, 王老, 张大妈: no full name."""
    return (len(name) == 2 and name[1] in _NICKNAME) or name[1:] in _SALUTES or "某" in name


def _is_free(text: str, start: int, found: Found) -> bool:
    """Whether what stands before a position has ended: a mark, 的, a word that introduces people, a mention."""
    before = text[start - 1 : start]
    if not before or not "\u4e00" <= before <= "\u9fff" or before in "的和与及由对向让给被叫是跟请于班了":
        return True
    if any(found.ending_at(kind, start) is not None for kind in (Kind.DISTRICT, Kind.ORGANISATION, Kind.POST)):
        return True
    window = text[max(0, start - 6) : start]
    verb = words().cut(window[-3:-1] if before == "了" else window[-2:])  # 学习了|甲同志
    if len(verb) == 1 and words().tag(verb[0])[0] == "v":
        return True  # 来到|甲老人家中, 看望|甲
    return any(end == len(window) for _, end, _ in _CUES.find(window))


def _marked(text: str, start: int, found: Found) -> tuple[int, ...]:
    """Lengths at which what follows shows that a name begins the clause: 甲笑着说, 甲时，她…, 甲是…的脱贫户, 某村，甲正在."""
    match = _ANY_MARK.match
    sizes = [size for size in (2, 3, 4) if match(text, start + size)]
    before = text[start - 1 : start]
    more = _says() if before == "”" else None
    if before == "，" and found.ending_at(Kind.DISTRICT, start - 1) is not None:
        more = _BUSY
    if more is not None:
        sizes = [size for size in (2, 3, 4) if size in sizes or more.match(text, start + size)]
    return tuple(sizes)


def _told_again(text: str, start: int) -> tuple[int, ...]:
    """Lengths at which a name that the text has three times is said to speak: 徐纬|说，."""
    sizes = []
    for size in (2, 3):
        name, says = text[start : start + size], _says().match(text, start + size)
        if says is not None and text[says.end() : says.end() + 1] in tuple("，：") and text.count(name) > 2:
            sizes += [size] if words().frequency(name) <= 3 else []
    return tuple(sizes)


def _begins_word(text: str, start: int) -> bool:
    """Whether the dictionary cuts at ``start``."""
    position = max(0, start - 4)
    for piece in words().cut(text[position : start + 4]):
        if position >= start:
            return position == start
        position += len(piece)
    return True


def _adverb(text: str, position: int) -> bool:
    """Whether an adverb follows: 甲已经…, 甲正在…."""
    pieces = words().cut(text[position : position + 4])
    return bool(pieces) and words().tag(pieces[0])[0] in "dpc" and len(pieces[0]) > 1


def _whole(text: str, start: int, end: int) -> bool:
    """Not a title in disguise (高级教师说)."""
    return not any(lo < end - start for lo, _, _ in find_titles(text[start : end + 3]))


__all__ = ["People"]
