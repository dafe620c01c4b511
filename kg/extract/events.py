"""Events: meetings, inspections, donations and activities, as the words of holding them show."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.extract.base import SOCIETIES, EventValue, Found
from kg.model import Article, Kind, Mention
from kg.patterns import Needing, needing

_MEETING_WORD = (
    "常委会会议|常委会议|常委会|常务会议|党组会议|主任会议|主席会议|专题会议|工作会议|领导小组会议|全体会议|扩大会议|联席会议|调度会议|动员会议|部署会议|视频会议|电视电话会议|"
    "现场会|紧急会|推进会|调度会|座谈会|动员会|部署会|培训会|工作会|例会|专题会|研讨会|报告会|表彰会|启动会|分析会|汇报会|视频会|交流会|见面会|听证会|恳谈会|发布会|联席会|碰头会|研判会|"
    "集体学习|学习研讨|专题研讨|读书班|反馈会|见面沟通会|任前谈话|专题党课|听证会|办公会|专题学习|理论学习|总结会|述职会|评议会|宣讲会|协调会|对接会|洽谈会|学习会|民主生活会|组织生活会|通报会|约谈会|誓师会|测评会|议政会|询问会|屋场会|院坝会|坝坝会|板凳会|讲评会|点评会|品鉴会|欢送会|欢迎会|团拜会|宣判会|签约会|展示会|评比会|会商会|复盘会|会审会|晨会|火塘会|炕头会|圆桌会|早餐会|茶叙会|攻坚会|庆功会|年会|考评会|说明会|咨询会|谈话会|验收会|评估会|移交会|团代会|乡贤会|论证会|评审会|协商会|茶话会|议事会|代表大会|党代会|人代会|动员大会|大会|全会|会议"
)
_HELD = needing(
    "主持 举办 举行 出席 列席 参加 召开 召集 开了 开起 接着开 后开 完开 又开 再开 办了 组织",
    rf"(?:召开|召集(?!人|令)|(?:接着|随后|[后完又再])开(?=[^，。；]{{0,10}}会)|(?<![举主承协督查])办了|举行|举办|主持(?!词|人)|组织(?<!党组织)(?!委员|部|科|处|员|办|股)|参加|出席|列席|开了|(?<!召)开起)(?:了|召开|召开了)?(?:一[场次个])?(?P<held>(?!(?<=[加席])的)(?:“[^“”\n]{{2,40}}”)?[^，。；：！？\n]{{0,45}}?(?:{_MEETING_WORD}))(?!室|厅|中心|精神|要求|强调|指出|由|(?<=会)[谈见晤商]|副?主任|副?秘书长|委员|组成)",
)
_OF = needing(
    "举行的 召开的",
    rf"(?:在|于)[^，。；\n]{{0,12}}(?:召开|举行)的(?P<of>[^，。；：！？\n]{{0,40}}?(?:{_MEETING_WORD}))(?:上|中)?",
)
_BARE = needing(
    "会议 大会 交流会 协调会 对接会 座谈会 推进会 汇报会 洽谈会 调度会 "
    "报告会 培训会 动员会 部署会 现场会 总结会 表彰会 启动会 专题会 见面会 碰头会",
    "(?=[交会协大对座推汇洽调报培动部现总表启专见碰])"
    r"(?:(?<=[，。；\n在])|(?<=[开行]的)|^)(?P<bare>(?:会议|大会|(?:座谈|推进|调度|报告|培训|动员|部署|现场|总结|表彰|启动|专题)会)(?=由[^。；]{2,60}?主持)|(?:座谈|汇报|协调|对接|洽谈|交流|调度|推进|见面|动员|碰头)会(?=上(?:，|[强指要表提作介])))",
)
# Any 会 that takes place is a meeting, but bodies that end so hold them: 现场比学活动会|举行, 县工会|召开….
_SOME_MEETING = (
    "(?<![运协商员工委金究学促联教社大庙晚灯舞赛字总博酒])"
    "(?<!推介|招聘|观摩|拉练|展销|联欢|音乐|联谊|博览|运动|恳亲|洽谈|展览|年货|歌唱|演唱)会"
)
# 在会议室|开总结会|, 现场会就在某镇政府三楼|开|: a meeting that people simply open.
_OPENED_THERE = needing(
    "室开 里开 楼开 上开 厅开 口开 村开 场开 堂开 院开 坝开 头开 边开 前开 部开",
    "(?:室开|里开|楼开|上开|厅开|口开|村开|场开|堂开|院开|坝开|头开|边开|前开|部开)(?P<held>[^，。；：“”\n]{1,8}?会)(?=[，。；])",
)
_OPENS_AT = re.compile(
    r"(?:(?<=[，。；\n,])|^)(?P<there>[^，。；：！？\n,]{2,30}?会)(?:就在|在)[^，。；\n,]{2,20}开(?=[，。；,])"
)
# 甲为学员|讲授专题党课|.
_LESSON = needing("党课", "(?:讲授|讲|上|作|主讲)了?(?P<lesson>[^，。；：！？“”、\\n]{0,16}?党课)(?=[，。；])")
# 专家甲应邀到某县|授课|, 副局长乙主持|开班|: a course that the report gives no name.
_TAUGHT = needing(
    "授课 开班", "(?=[应受邀专主])(?:(?:应邀|受邀|邀请|专题)[^，。；\\n]{0,24}?(?<![网线]上)授课|主持开班)(?=[，。；])"
)
# Whatever is called together is a meeting: 召开|加压促进会|.
_CALLED = needing(
    "召开 举行 举办",
    rf"(?:召开|举行|举办)(?:了)?(?P<called>(?!的)[^，。；：！？“”、\n]{{1,40}}?{_SOME_MEETING})(?=[，。；,])",
)
# 县长甲出席|驻区企业年会|并致辞.
_JOINED = needing(
    "出席 参加 列席 主持",
    rf"(?:出席|参加|列席|主持)了?(?P<called>(?!的)[^，。；：！？“”、\n]{{1,40}}?{_SOME_MEETING})(?=[，。；,并])",
)
# 参加|双石镇代表团审议|: a part of a congress that meets by itself.
_DELIBERATES = needing(
    "代表团 联组 委员组 界别组 小组",
    "(?:参加|出席|来到|走进)了?(?:所在的?)?"
    "(?P<delegation>[^，。；：！？“”、\n]{0,16}?(?:代表团|联组|委员组|界别组|小组)的?(?:分组|联组|联组会议)?(?:审议|讨论|会议))"
    "(?=[，。；并])",
)
# 出席仪式并参加|座谈|。, 到某区调研并|座谈|。: people talk, whether or not the report calls it a meeting.
_JOINED_TALKS = needing("座谈", "(?:(?:参加|参与|出席)了?|(?<=[研察访问导查])并)(?P<talks>座谈)(?=[，。；])")
# 某指挥部召集|各成员单位会商|。: a meeting told by what those do who are called together.
_GATHERED = needing(
    "召集 连线",
    "(?:视频|电话)?连线(?P<linked>(?:各|有关|全[县市区省])?[^，。；：！？“”、\\n]{2,16}?(?:调度|会商|部署)[^，。；：！？“”、\\n]{0,8})(?=[，。；])"
    "|召集了?(?P<gathered>(?!的)[^，。；：！？“”\\n]{2,30}?(?:会商|开会|碰头|议事|商议|研判|集中研究|集体研究|座谈))(?=[，。；])",
)
# 在某某座谈会上，; 某某会议上，: a meeting that someone spoke at was held.
# 活动由甲主持: a bare activity that someone chaired.
_BARE_ACTIVITY = needing("主持", r"(?:(?<=[，。；\n ])|^)活动(?=由[^。；\n]{2,40}?主持)")
_AT = re.compile(
    rf"(?:在|(?<=[，。；\n])|^)(?P<at>(?!会|这|此|本|该|上述|上次|历次|各|多次|\d{{4}}年)(?:(?!举[行办]|召开|有关|和|与)[^，。；：！？、\n在]){{2,40}}?(?:{_MEETING_WORD}))上"
    r"(?=，|[强指要提作讲发介通汇安表说宣][调出求议作话言绍报布示读了动]|作表态|作部署|就|对)"
)
# 在某某座谈会现场，: where it took place.
_ON_SITE = needing(
    "现场，",
    rf"(?:在|(?<=[，。；\n])|^)(?P<at>(?!会|这|此|本|该|上述|各|多次)[^，。；：！？、\n在]{{0,40}}?(?:{_MEETING_WORD}))的?现场，",
)
_MEETING_AT = needing("上", rf"(?:{_MEETING_WORD})上")
_TOOK_PLACE = needing(
    "举行 举办 召开 办在 开在 设在 放在 选在 定在 开幕 闭幕 落幕 闭会 启幕 帷幕 圆满结束 顺利结束",
    "(?=[召举开闭落启拉圆顺就办设放选定])(?:召开|就?[开办设放选定]在|举行|举办(?![方地单])|开幕|闭幕|落幕|闭会|启幕|(?:拉开|落下)了?帷幕|(?:圆满|顺利)结束)",
)
_MARK = re.compile(r"[，。；：！？\n]")
_MANY_TIMES = re.compile("(?:好?几|数|多|(?!1[次场])\\d+|[两二三四五六七八九十]+)[余多]?[次场轮]")
_CLAUSE = re.compile(r"[^，。；：！？\n]+")
#: When an event is held, between its name and the verb: 今天（6月6日）, 于6月6日上午.
DAY = (
    r"(?:于(?=[近日昨今当\d上下本])|隆重|胜利|顺利|圆满|如期|正式|成功|相继|先后|依次|陆续|同时|同步|分别|近日|日前|昨日|今日|昨天|今天|当天"
    r"|(?:\d+月)?\d+日|（(?:\d+月)?\d+日）|上午|下午|晚上|晚|当晚)*"
)
#: other gatherings before the last of a list: 捐赠仪式、聘任仪式和|座谈会|相继举行
_LISTED = re.compile(
    "[^，。；、]{0,16}(?:仪式|典礼|比赛|活动|晚会|会)(?:、[^，。；、]{2,16}?(?:仪式|典礼|比赛|活动|晚会|会))*[和及与、](?=.)"
)
_CEREMONY_AND = re.compile("(?P<first>[^，。；、]{0,24}?(?:仪式|典礼))[、和及与](?=[^，。；、]{0,24}会)")
_BARE_MEETINGS = ("会议", "大会", "例会")
_NAMED = re.compile(
    rf"(?P<named>.{{2,44}}?(?:{_MEETING_WORD}|{_SOME_MEETING})){DAY}(?:就?在.{{2,24}})?{DAY}(?:，?[^，。；]{{0,3}}站就?)?"
)
_INSPECT_WORD = (
    "检查指导|调研指导|督导检查|检查督导|走访慰问|看望慰问|慰问|调研督导|督导调研|考察调研|调研检查|视察指导|实地调研|实地查看|实地察看|实地督导|现场办公|暗访检查|明察暗访|监督检查|"
    "调研|检查|督导|视察|考察|督查|督察|暗访|走访|探访(?=企业|群众|农户|学校|现场|项目|基地)|巡查|察看|查看|看望|夜查|抽查|巡河|巡林|踏勘|接访|下访|接待(?:来|上)访群众|接待群众(?:来|上)?访?|(?<!到会)(?<!到场)(?<!驻点)(?<!驻村)(?<!蹲点)(?<!业务)(?<!技术)指导(?!老师|教师|导师|专家|医生|意见|手册|思想|目录|性)"
)
INSPECT_WORDS = re.compile(
    f"(?=[下夜实察巡慰抽指接明暗查检现监看督考视调走踏探])(?:{_INSPECT_WORD})"
    "(?!慰问?[金品信]|[金品信单室局科片]|报告|员|组|团|站|点|(?:的?(?:指导|讲话|重要|指示|要求|批示))*精神"  # 落实…调研的精神
    "|(?:企业|单位|项目)(?:主要|相关|的)?负责人)(?<!被..)"
)
#: Other words for going round and looking, which mean a visit only where someone goes somewhere.
ROUND_WORDS = re.compile(
    "(?=[了会协参回家开拜督研观解访调验看查走跑转摸送探视踏巡核问察夜暗复遍勘把听])(?:送(?:清凉|温暖|关怀|祝福|慰问)(?!活动|行动|工程|系列|”)|[看查走跑转摸]了(?:一遍|个遍|一圈|一趟)(?=[，。；])|(?<=[镇乡县区市村道场园]专题)调度(?!会)|(?<=现场)(?:调度|协调|会商|研究|解决)(?=[^，。；]{0,24}(?:项目|工作|进展|建设|问题|困难|事宜))|探望|查访|视导|踏看|查勘|踏查|巡检|查验|核查(?!人员|结果|办)|(?<!、)问[需计](?![、于])|察访|督阵|拜年|(?<![连当昨今半])夜[访巡]|暗查|查岗|查灾|核灾|复查(?!结果)|遍访|"
    "访贫问苦|调查研究|勘察(?!设计|院|单位)|勘查|把脉(?:问诊|会诊|开方|支招)|问诊(?:把脉|问需)|听取(?:群众|各方|大家|企业)?意见(?!建议)|"
    "观摩(?!团|会|组|活动|(?:项目|企业|单位)(?:主要|相关)?负责人)|巡视(?![组员整反巡察利监]|工作|办|情况|发现|移交)|参观|访问|拜访|回访|家访(?!活动|制)|了解情况|验收|督战|(?<!跟踪)(?<!挂牌)督办|"
    r"(?<=[县区市镇乡村校企区地道])开展[^，。；]{2,16}(?:工作|活动)(?=[，。])|"
    r"(?<!深入)开展[^，。；]{0,16}(?:执法|检查|巡查|排查)行动(?=[，。；]))"
)
#: Words for meeting someone, which mean a meeting only where a named person does.
MEET_WORDS = needing(
    "会晤 会见 会谈 到访 座谈 来访 洽谈 见面 约谈 磋商 拜会",
    "(?:(?<=主持)|(?<=主持了))(?:座谈|会谈|会见|洽谈)(?!会)|会见了?(?!面)|(?:举行|进行)(?:工作|业务|合作|深入|友好)?了?(?:会谈|座谈|洽谈(?!会)|磋商)|拜会了?|(?<!通过)(?<!采取)座谈交流(?!、|等)|见面(?=[，。])|(?<=[与和同])(?<![陪随共一会]同)[^，。；]{2,16}?(?:座谈|会谈|洽谈)(?!会)|(?<=[与同])[^，。；]{16,36}?一行(?:座谈|会谈|洽谈)(?!会)|到访|来访(?!接待|群众|人|者|登记|台账|事项|信件|件)|会晤"
    "|约谈了?(?=[^，。；]{0,12}(?:负责人|领导|书记|主任|局长|[镇乡县]长|企业|人员|单位))",
)
# What is only to come, or took place in another time: 将于下月|举办…, 1950年…|召开…, 曾|出席…. Read up to the verb.
_NOT_NOW = re.compile(
    r"(?:(?<![主干健少])将(?!军|会议|活动)|即将|拟|计划|筹备|预计)[^，。；：、]{0,14}$"
    r"|1[89]\d\d年(?!\d+月\d+日|出?生)[^。；]{0,30}$"
    r"|曾(?:经|多次|先后|在[^，。；]{1,12}|于[^，。；]{1,12})?$"
    r"|(?:继续|支持|鼓励|倡导|建议|争取|力争|定期)$|(?:确保|保证|保障)[^，。；、]{0,14}$"
)
# What is shown, read or played before people.
_SHOWS = (
    "文艺汇演|文艺会演|文艺展演|文艺演出|专场演出|惠民演出|慰问演出|汇报演出|首场演出|诵读会|朗诵会|朗读会|演讲会|故事会|赏诗会|诗会|读书会|分享会|歌会|游园会|品读会|鉴赏会|"
    "观影会|赶集会|健步走|徒步活动|马拉松|龙舟赛|篮球赛|足球赛|排球赛|乒乓球赛|羽毛球赛|球类赛|接力赛|锦标赛|选拔赛|友谊赛|总决赛|演讲赛|辩论赛"
)
_FESTIVALS = (
    "艺术节|文化节|旅游节|采摘节|美食节|丰收节|狂欢节|火把节|泼水节|民俗节|风情节|赏花节|花节|龙舟节|芦笙节|跳花节|赶秋节|歌节|灯节|灯会|冰雪节|"
    "啤酒节|音乐节|电影节|读书节|阅读节|科技节|体育节|运动节|购物节|消费节|开渔节|年货节|那达慕(?:大会)?|邻[里居]节|睦邻节|市民节|诗歌节|"
    "雪顿节|赛马[节会]|歌圩|三月街|目瑙纵歌节?|刀杆节|盘王节|花山节|苗年节?|彝族年|吃新节|尝新节|姊妹节|鼓藏节|插花节|香浪节|花儿会|阿肯弹唱会|马奶节|葡萄节"
)
_STAGED_WORD = (
    "推介会|恳亲大会|招聘会|培训班|训练营|夏令营|冬令营|研修班|典礼|首发式|首映式|发车式|授旗式|挂牌式|揭幕式|结业式|启动式|出征式|闭幕式|开班式|签约仪式|开工仪式|启动仪式|揭牌仪式|捐赠仪式|开幕式|仪式|比赛|大赛|运动会|晚会|义诊活动"
    f"|{_SHOWS}|高层论坛"
    "|竞赛|论坛|峰会|联赛|邀请赛|挑战赛|决赛|展览|展销会|联欢会|音乐会|联谊会|演练|比武|路演|讲座"
    f"|博览会|{_FESTIVALS}"
    "|届[^，。；：、！？\n]{1,16}节|展演|展示活动"
    "|(?:宣传|活动|视听|电影|阅读|读书|科普|科技|法治|文化|服务|普法|职教|安全|节能|双拥|消费|社科)[周月]"
)
#: what those words begin with
_STAGED_FIRST = (
    "高视电竞论峰联邀挑决展音演路讲朗赏锦选赶诗慰排龙乒惠总品球辩歌观徒接专友足篮鉴健诵汇分马演羽故游丰"
    "狂火泼民风花芦跳歌灯冰啤电科体购年那邻睦市诗雪赛三目刀盘苗彝吃尝姊鼓插香阿马葡"
    "义仪典冬出博发启培夏大展开恳招挂捐授推揭文旅晚比活研签结美艺训运采闭首届宣阅读科法服普职安节双消社"
)
_OPENED = (
    f"{DAY}(?:在[^，。；]{{2,24}})?{DAY}"
    "(?:举行|举办|就?[开办设放]在|启动|开幕|开赛|开班|开营|(?:拉开|落下)了?帷幕|结业|结班|闭营|闭幕|落幕|收官|圆满结束|顺利结束|(?:精彩)?上演|开演|开讲|开锣|鸣枪)"
    "(?!式|仪式|典礼)"  # 运动会|闭幕式: an event of its own
)
_HELD_AT = f"”?{DAY}(?:在[^，。；]{{2,24}})?{DAY}(?:举行|举办|就?[开办设放]在)"  # whatever its sort: 集中签约开工活动在某镇举行
_STAGED = needing(
    "举办 举行 办在 开在 设在 放在 启动 开幕 开班 开营 开赛 活动 帷幕 结业 结班 闭营 闭幕 落幕 收官 圆满结束 顺利结束 "
    "上演 开演 开讲 开锣 鸣枪",
    f"(?=[{_STAGED_FIRST}活])(?:(?:{_STAGED_WORD})”?{_OPENED}|活动{_HELD_AT})",
)
# “某行动”活动由甲主持: an activity with a name of its own that is said to take place.
_NAMED_ACTIVITY = re.compile(
    rf"(?P<activity>“[^“”\n]{{2,24}}”[一-龥]{{0,8}}?活动)(?=由[^。；\n]{{2,40}}?主持|{DAY}(?:在[^，。；]{{2,24}})?{DAY}(?:举行|启动|开幕|拉开|举办))"
)
_STAGING = (
    r"(?:举行|举办|开展|参加|出席|组织(?<!党组织)(?!委员|部|科|处|员|办|股)|启动|承办|主办|召开|主持|开了|(?<![举主承协督查])办了|上了|讲了|讲授|观看)(?:了)?(?:一[场次个堂节])?(?P<name>(?![了好])[^，。；：！？\n]{0,40}?(?:推介会|恳亲大会|恳亲会|招聘会|展销会|联欢会|"
    r"音乐会|联谊会|庙会|推介活动|洽谈会|开工活动|竣工活动|签约活动|启动活动|揭牌活动|颁奖活动|授牌活动|公开课|(?:法治|普法|反诈|安全|消防|禁毒|防溺水|思政|健康|国防|廉政|急救|宪法|环保)[^，。；、]{0,4}课(?=[，。；])|法治课|法治讲座|专题讲座|讲座|宣讲活动|主题班会|集市|签约仪式|开工仪式|启动仪式|揭牌仪式|奠基仪式|竣工仪式|授牌仪式|捐赠仪式|开幕式|闭幕式|颁奖仪式|"
    r"升旗仪式|通车仪式|开园仪式|投产仪式|仪式|典礼|首发式|首映式|发车式|授旗式|挂牌式|揭幕式|结业式|启动式|出征式|闭幕式|开班式|"
    f"{_SHOWS}|{_FESTIVALS}|"
    r"比赛|竞赛|大赛|运动会|晚会|义务植树(?:活动|劳动)?|植树活动|植树劳动|义务劳动|主题党日活动|志愿服务活动|义诊活动|宣传活动|(?:观摩|观摩调研|观摩学习|参观|研学|采风|联谊|庆祝|纪念|祭扫|咨询)活动|义诊|演练|论坛|慰问活动|走访活动|宣讲(?=[，。；])|比武|邀请赛|联赛|挑战赛|文化节|开班式|展览|博览会|"
    r"招聘会|路演|培训(?=[，。；])|(?:培训|研修|研讨|讲习|轮训)班(?![学组])|擂台赛|技能赛|成人礼|拜师礼|[祭祀]大典|公祭|接访活动|(?:集中|大型)宣传)(?:暨[^，。；：！？\n]{2,30}?(?:推介会|洽谈会|仪式|典礼))?)(?!中|期间|的开展|方案)"
)
# 揭牌仪式上，: a ceremony that someone acted at was held.
_STAGED_AT = needing("上 现场，", f"(?=[{_STAGED_FIRST}])(?:{_STAGED_WORD})(?:(?:现场)?上|的?现场，)")
_AT_STAGED = re.compile(
    rf"(?:在|(?<=[，。；\n])|^)(?P<at>(?!会|这|此|本|该|上述|各|多次)[^，。；：！？、\n在]{{0,24}}?(?:{_STAGED_WORD}))(?:(?:现场)?上(?=[，\u4e00-\u9fff])|的?现场(?=，))"
)
_ACTIVITY = needing("上了 办了 主办 主持 举办 举行 出席 参加 召开 启动 开了 开展 承办 组织 讲了 讲授 观看", _STAGING)
_STAGED_ACTIVITY = re.compile(
    rf"(?P<named>[^，。；：！？\n]{{2,36}}?(?:(?:{_STAGED_WORD})(?=”?{_OPENED})|活动(?={_HELD_AT})))|{_STAGING}"
)
_ROUNDS = ("慰问活动", "走访活动")  # called activities, and visits by what is done
# 人才工作会议|暨授牌仪式, 投资说明会|及签约仪式: a meeting first of all; 推介会|暨签约仪式 is an activity, both of it.
_WITH_CEREMONY = re.compile(f"(?:会议|{_SOME_MEETING})(?:暨|及|和)[^，]{{2,30}}仪式$")
_PARTY = re.compile("晚会|联欢|联谊会|运动?会|音乐会|庙会")  # whatever else is held with it: 新春晚会暨会员大会
# 一起故意伤害案开庭审理: a hearing, where the report tells who took part in it.
_HEARING = needing(
    "审理 庭审 巡回审判",
    r"(?=[公依开一庭巡])(?:(?:公开|依法)*(?:开庭|公开)(?:开庭)?(?:进行)?审理|一[起宗件][^，。；：！？\n]{0,30}?开庭审理"
    "|庭审(?=由|现场|活动|过程|当天|中，|结束)|巡回审判(?=活动|在))",
)
_HEARD_BY = needing("审判长 出庭 公诉 旁听 法槌", "审判长|出庭|公诉|旁听|法槌")
# 会上，; 活动上，: where the report names none.
_UNNAMED = needing(
    "会上 活动上 仪式上 会议上",
    "(?:(?:(?<=[。；\n])|^)(?P<at>会上|活动上|仪式上)，|在(?P<held>会上|会议上|仪式上|活动上)(?=强调|指出|要求|讲话|致辞|宣读|发言|作))",
)
_SOCIETIES = (*SOCIETIES, "分会", "基金会", "红十字会")
# 某商会|成立。到会祝贺的有甲: where people come to the founding of a society.
_FOUNDED = needing(
    "成立",
    f"(?=[{''.join(sorted({word[0] for word in _SOCIETIES}))}工])(?:{'|'.join(_SOCIETIES)}|工商联|工会)"
    "(?:正式|宣告|揭牌|挂牌)*成立(?=[。，；][^\\n]{0,160}?(?:到会|会议选举|选举产生|出席|参加|当选|宣读|致[辞词]))",
)
# 某局开展防汛演练活动: whatever its sort, where the sentence gives the day.
_DATED_ACTIVITY = needing(
    "活动 行动",
    "(?=[开举办组启投加])"
    r"(?:开展|举行|举办|办起|(?<![举承主协])办了|组织|启动|组织开展|投身|投入到?|加入)了?(?P<dated>(?!了)(?:[^，。；：！？、\n]{2,40}?活动|[^，。；：！？、\n]{0,40}?集中[^，。；]{0,8}行动))(?=[，。；]|现场)",
)
_ON_A_DAY = re.compile(r"(?:\d日|月\d{1,2}号|[今昨当][天日]|近日|日前|植树节)")
_ALL_YEAR = re.compile(
    r"今年以来|近年来|连日来|至\d+月|系列|持续|深入开展|常态化|每[年月周逢]|累计|多次|\d+(?:余|多)?[场次]|为期|"
    "多种|多项|各类|形式多样|丰富多彩"
)
_TEAM_COMES = re.compile("率|带领|带队|一行")
# 植树活动结束后，: what was over had been held.
_OVER = needing(
    "结束后",
    r"(?:(?<=[，。；\n])|^)(?P<over>[^，。；：！？、\n]{2,16}?(?:仪式|典礼|活动|比赛|演练|讲座|座谈会|推进会))(?:现场)?结束后",
)
GIFTS = tuple(
    f"{word}{form}"
    for word in ("捐赠", "捐款", "捐献", "捐资", "捐助", "捐建", "捐书", "赠书", "赠送")
    for form in ("仪式", "活动")
)
_GIVE = needing(
    "捐",
    r"(?=[向定捐])(?:(?:向[^，。；\n]{2,30})?(?:捐赠|捐款|捐献|捐助|捐资|定向捐赠)(?!等(?:多种)?(?:方式|形式|途径|渠道|办法|活动|行动|服务))"
    r"|捐了?(?:[一二两三四五六七八九十百]+|\d+)(?:余|多)?[万千百]?[辆台套件箱批本座副张床吨份架艘车袋桶头只双块盒瓶匹把顶支棵株幅条栋所间](?![^，。；\n]{0,8}款)[^，。；给向\n]{1,8})",
)
_LEADING = re.compile(r"^(?:了|的|召开|全市|全区|全县|全省|本市|我市|我区|我县|一次|第[一二三四五六七八九十\d]+次)+(?=.{3,})")


class Events:
    """Find events."""

    name = "events"
    needs = frozenset({Kind.DISTRICT, Kind.ORGANISATION})
    finds = frozenset({Kind.EVENT.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        named = False
        for event in self._named(article.text, article.body):
            named = named or not (isinstance(event.value, EventValue) and event.value.subtype == "Donation")
            yield event
        if not named:
            headed = _headed(article.text, article.body)
            yield from (headed,) if headed is not None else _unnamed(article.text, article.body)

    def _named(self, text: str, body: int) -> Iterator[Mention]:
        yield from self._meetings(text)
        patterns: list[re.Pattern[str] | Needing] = [_AT_STAGED] if _STAGED_AT.search(text) else []
        patterns += [_NAMED_ACTIVITY, _BARE_ACTIVITY] if "活动" in text else []
        patterns += [_OVER]
        for match in itertools.chain(_staged(text), *(pattern.finditer(text) for pattern in patterns)):
            start, end = match.span(match.lastgroup or 0)
            if not _is_now(text, match.start()) or _is_by_the_way(text, match.start(), body):
                continue
            declared = text.rfind("宣布", start, max(start, end - 3))
            start = declared + 2 if declared >= 0 else start  # 甲宣布|某节开幕
            done = text.rfind("了", start, max(start, end - 3))
            start = done + 1 if done >= 0 else start  # 主办方设立了|某某锦标赛
            while text[start].isdigit() and text[start - 1 : start].isdigit():
                start -= 1  # |2021年第一批…, of which so long a name has only 021年
            yield Mention(
                Kind.EVENT,
                start,
                end,
                text[start:end],
                "events.activity",
                0.7,
                EventValue(_sort(text[start:end]), text[start:end].replace("“", "").replace("”", "")),
            )
        for match in _dated(text):
            name = match.group("dated")
            start, end = match.span("dated")
            yield Mention(Kind.EVENT, start, end, text[start:end], "events.dated", 0.6, EventValue(_sort(name), _unquote(name)))
        for match in _HEARING.finditer(text) if _HEARD_BY.may_match(text) else ():
            value = EventValue("Activity", "庭审")
            yield Mention(Kind.EVENT, *match.span(), match.group(), "events.hearing", 0.7, value)
        for match in _GIVE.finditer(text):
            yield Mention(
                Kind.EVENT,
                match.start(),
                match.end(),
                match.group(),
                "events.donation",
                0.7,
                EventValue("Donation", match.group().replace("捐了", "捐")),
            )

    @staticmethod
    def _meetings(text: str) -> Iterator[Mention]:
        for match in _BARE.finditer(text):
            yield Mention(
                Kind.EVENT,
                match.start(),
                match.end(),
                match.group(),
                "events.meeting",
                0.7,
                EventValue("Meeting", match.group() if text.startswith("上", match.end()) else "会议"),
            )
        patterns: list[re.Pattern[str] | Needing] = [_HELD, _CALLED, _OPENED_THERE, _GATHERED, _OF, _DELIBERATES, _JOINED_TALKS]
        patterns += [_AT] if _MEETING_AT.search(text) else []
        patterns += [_ON_SITE, _JOINED]
        patterns += [_OPENS_AT] if "会就在" in text or "会在" in text else []
        matches = [match for pattern in patterns for match in pattern.finditer(text)]
        spans = [match.span(match.lastgroup or 0) for match in matches if _is_now(text, match.start())]
        for verb in _TOOK_PLACE.finditer(text):
            if text.startswith("的", verb.end()):
                continue  # 围绕全会召开|的重大意义, 认识推进会在我县召开|的意义
            left = max(0, verb.start() - 62)
            for mark in _MARK.finditer(text, left, verb.start()):
                left = mark.end()
            named = _NAMED.fullmatch(text, left, verb.start())
            if named is not None and named.group("named").endswith(_SOCIETIES):
                continue  # 某慈善总会某协会分会|举行了交流活动
            if named is not None and named.group("named") not in _BARE_MEETINGS:
                listed = _LISTED.match(text, left, named.end("named"))
                spans.append((listed.end() if listed is not None else left, named.end("named")))
        for start, end in (part for span in spans for part in _parted(text, *span)):
            declared = text.rfind("宣布", start, max(start, end - 1))
            start = declared + 2 if declared >= 0 else start  # 甲宣布|大会开幕
            if _MANY_TIMES.match(text, start) is not None:
                continue  # 前后开了|23次“圆桌会”
            lead = _LEADING.match(text[start:end])
            if lead is not None:
                start += lead.end()
            name = _unquote(text[start:end])
            if len(name) < 2 or (declared >= 0 and (name in _BARE_MEETINGS or not _is_now(text, declared))):
                continue
            subtype = "Activity" if _PARTY.search(name) or name.endswith(("仪式", "典礼")) else "Meeting"
            yield Mention(Kind.EVENT, start, end, text[start:end], "events.meeting", 0.85, EventValue(subtype, name))


def _staged(text: str) -> Iterator[re.Match[str]]:
    """What is staged. The pattern that could begin anywhere is tried only in clauses that have what it must end with."""
    done = 0
    for clause in _CLAUSE.finditer(text) if _STAGED.search(text) else ():
        if _STAGED.search(text, *clause.span()):
            yield from _ACTIVITY.finditer(text, done, clause.start())
            yield from _STAGED_ACTIVITY.finditer(text, *clause.span())
            done = clause.end()
    yield from _ACTIVITY.finditer(text, done)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """出席|某园开工仪式|和|某某座谈会|: a ceremony that is named with a meeting is one of its own."""
    both = _CEREMONY_AND.match(text, start, end)
    if both is not None:
        yield start, both.end("first")
    yield both.end() if both is not None else start, end


def _is_now(text: str, verb: int) -> bool:
    """Whether the verb of holding at a position tells of what has just been held: not 将于下月|举办…, nor 1950年…|召开…."""
    begin = max(text.rfind("。", 0, verb), text.rfind("\n", 0, verb), verb - 40) + 1
    return _NOT_NOW.search(text, begin, verb) is None


def _is_by_the_way(text: str, verb: int, body: int) -> bool:
    """孩子们用新书|办了一场朗读会: plain words, which tell of what a report is about only where it begins."""
    return text.startswith("办了", verb) and "\n" in text[body:verb]


def _headed(text: str, body: int) -> Mention | None:
    """某县重点项目推进会|, over a report of who came and spoke: an event that only the headline names."""
    if _CAME.search(text, body) is None:
        return None
    for line in _HEAD_LINE.finditer(text, 0, body):
        named = _HEAD_NAMES.fullmatch(line.group())
        if named is not None and _is_now(text, line.start()):
            name = _unquote(named.group())
            subtype = _sort(name) if named["staged"] or _PARTY.search(name) else "Meeting"
            return Mention(Kind.EVENT, *line.span(), line.group(), "events.headed", 0.6, EventValue(subtype, name))
    return None


_CAME = needing("出席 参加 讲话 主持 致辞", "出席|参加(?!工作)|讲话|主持|致辞")
_HEAD_LINE = re.compile("[^\n]+(?=\n)")
_HEAD_NAMES = re.compile(
    rf"[^，。；：！？ ]{{4,40}}?(?:(?P<staged>{_STAGED_WORD})|{_MEETING_WORD}|(?<=[一-龥]{{4}}){_SOME_MEETING})"
)


def _unnamed(text: str, body: int) -> Iterator[Mention]:
    """会上，甲作了发言。: a gathering that the report gives no name, where it names none."""
    match = _UNNAMED.search(text, body)
    if match is not None:
        start, end = match.span(match.lastgroup or 0)
        kind, name = ("Meeting", "会议") if text[start] == "会" else ("Activity", text[start : end - 1])
        yield Mention(Kind.EVENT, start, end, text[start:end], "events.unnamed", 0.6, EventValue(kind, name))
        return
    for pattern, kind, rule in _NAMELESS:
        if (match := pattern.search(text, body)) is not None:
            group = match.lastgroup or 0
            value = EventValue(kind, match.group(group))
            yield Mention(Kind.EVENT, *match.span(group), match.group(group), rule, 0.6, value)
            return


#: gatherings told of by what is done there, the class of each, and its rule; the first one that a text has
_NAMELESS = (
    (_FOUNDED, "Meeting", "events.founded"),
    (_TAUGHT, "Activity", "events.unnamed"),
    (_LESSON, "Meeting", "events.unnamed"),
)


def _dated(text: str) -> Iterator[re.Match[str]]:
    """3月5日，某所|开展反诈宣传活动|: what was done on one day; what runs on is an initiative."""
    for match in _DATED_ACTIVITY.finditer(text):
        begin = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        told = _ON_A_DAY.search(text, begin, match.start()) and not _ALL_YEAR.search(text, begin, match.end())
        goes = _TEAM_COMES.search(text, begin, match.start()) and ROUND_WORDS.match(text, match.start())
        if told and not goes and not INSPECT_WORDS.search(text, match.start(), match.end() + 1):  # 开展视察活动: a visit
            yield match


def _sort(name: str) -> str:
    """What kind of event a staged one is."""
    if name.endswith(_ROUNDS):
        return "Inspection"
    if "仪式暨" in name and name.endswith("会") and not _PARTY.search(name):
        return "Meeting"  # 签约仪式暨推介会
    if _WITH_CEREMONY.search(name) and not _PARTY.search(name):
        return "Meeting"
    if name.endswith(("座谈会", "推进会")):
        return "Meeting"
    return "Donation" if name.endswith(GIFTS) else "Activity"


def _unquote(name: str) -> str:
    """A name without the marks round all of it; those round a part stay, but none stays alone: “甲”行动推进会."""
    if name.startswith("“") and name.find("”") == len(name) - 1:
        name = name[1:-1]
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")


__all__ = ["DAY", "GIFTS", "INSPECT_WORDS", "ROUND_WORDS", "Events"]
