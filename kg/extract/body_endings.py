"""The endings by which a body with a name of its own is known, where they end no other word: 某镇|小学, not 小学|校长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from kg import seeds
from kg.extract.body_functions import holds
from kg.extract.departments import OF_SCHOOL, SUBTYPES
from kg.scanner import Scanner

_SHORT_SUFFIXES = ("厂", "店", "馆")  # other single characters (社, 院, 报, 站) end too many common words
_NOT_SUFFIX = seeds.word_list("no_body_endings")


#: how many schools or hospitals of a kind a city counts: 第一中学 to 第二十中学
_NUMBERS = (*"一二三四五六七八九十", *("十" + unit for unit in "一二三四五六七八九"), "二十")
_BOARDS = ("理事会", "监事会", "常务理事", "执委会", "执行委员会")


def _suffix_rows() -> list[tuple[str, str]]:
    return sorted(
        {
            (suffix, SUBTYPES[row.kind])
            for row in seeds.organisation_suffixes()
            for suffix in ([row.suffix.replace("N", number) for number in _NUMBERS] if "N" in row.suffix else [row.suffix])
            if (len(row.suffix) > 1 or row.suffix in _SHORT_SUFFIXES) and row.suffix not in _NOT_SUFFIX
        }
    )


PARTY_SHORT_NAMES = ("民进", "民建", "民盟", "民革")
AFTER_PARTY_NAME = re.compile(
    "[、，。；：（）\\s]|$|[省市县区]?(?:委|总支|支部|基层|会员|盟员|党员|副?主委|界|和|与|及|以及|等|组织|成员)"
)
_NOT_AFTER_MEETING = re.compile("[议同见谈晤]|定(?![期点于向])|商(?![讨定户])|调(?![研查])|助(?![力推学残老农])")
_NOT_AFTER_SHORT = frozenset("房区商家长内里员铺主子面址外门口方务")
_AFTER_CENTRE = re.compile("学(?!生)|[全会央心国间旬共有小下上等部西东外]|队(?!列)")
_NUMERALS = tuple("第十一二三四五六七八九之其")
_MORE_OF_PLACE = re.compile(
    "[路街巷沟里前后东西南北]?小区|[路街巷沟]?社区(?!民警|警务|矫正|护士|医|工作|教育|书记)|街道|家属[院楼区]|片区|路口"
)
_ENDS_SPA = re.compile("[^一-龥]|$|[的和与及等由在是将已有以位总副负]|景区|度假|老板|员工")
_SIGHTS = ("公园", "风景区", "景区", "公众号")
_KEEPS_SIGHT = re.compile("(?:总经理|副总经理|经理|负责人|工作人员|董事长|园长|主任|讲解员|导游|管理[处局委所中办])")
_HAS_CANTEEN = tuple("院校学园关厂局所部位司矿队")
_OF_HOSPITAL = ("大厅", "大楼", "部", "楼", "量", "十", "一", "二", "三", "四", "室", "综合")
_LEARNS = ("读", "念", "考", "学")
_CUT_WORDS = ("厂房", "队伍", "业务", "业主", "业态", "业绩", "业余")  #: 电机厂|房, 车驾管业|务
_BANKS = ("建行", "农行", "工行", "中行", "交行", "商行")
_AFTER_WALK = tuple("动为政程列使驶走人径踪")  #: what makes a word of 行
_SUFFIXES: Scanner[tuple[str, str]] = Scanner(_suffix_rows, itemgetter(0))


JOINS_HANDS = tuple("道镇乡局校院队会部所司行站办心社")  #: last characters of a town or body that 联合, joins hands, with others
_GROUP_NEXT = re.compile("[一二三四五六七八九十\\d]+组")
_RULERS = ("政府", "县委", "市委", "区委", "党委")
_MAIN_TASKS = re.compile("任务|大局|工作(?!人员|站|组|室|队)")
_SO_MANY_TEAMS = re.compile("(?:[\\d]+|[一二两三四五六七八九十百]+)(?:余|多)?支")
_SO_MANY_OF = re.compile("(?:[\\d]+|[一二两三四五六七八九十百]+)(?:余|多)?[家座处个](?!月|人|百分|小时|工作日)")


def find_suffixes(text: str) -> Iterator[tuple[int, int, str]]:
    """Every ending of a proper name of a body: where it begins and ends, and the subtype that it shows."""
    for start, end, (_, subtype) in _SUFFIXES.find(text):
        if end - start == 1 and (
            text[end : end + 1] in _NOT_AFTER_SHORT or text[start - 1 : start] in tuple("出工各全建设进开办入回在")
        ):
            continue
        if text[end : end + 1] == "习" and text[end - 1] == "学":
            continue  # 集中|学习
        of_number = text[end - 1] == "中" and end - start == 2
        if of_number and (_AFTER_CENTRE.match(text, end) or text[start - 1 : start] in _NUMERALS):
            continue  # 统一|中学, 第二中心小学
        if text.startswith(("会", "队"), end) and text[end - 1] in ("金", "团") and text[start:end] != "集团":
            continue  # 慈善基金|会, 专家团|队
        if text.endswith(("小学校", "中学校"), start, end) and text[end : end + 1] in OF_SCHOOL:
            end -= 1  # 某小学|校长, 某中学|校园; not 某中学校|校长
        if text[end : end + 1] == "长" and text[end - 1] in "队所站院馆厂社行园校局狱":
            continue  # 消防大队|大队长
        if text.endswith(_SIGHTS, start, end) and _KEEPS_SIGHT.match(text, end) is None:
            continue  # 某某湿地公园: a place, unless someone is its head
        if text.startswith("银行", start) and text[end : end + 1] in tuple("卡账流存贷转利"):
            continue  # 涉诈|银行卡
        if text[end - 1 : end + 1] == "局部" and text[end + 1 : end + 2] not in tuple("长门队署委属"):
            continue  # 应急河堤|局部塌陷
        if (
            text.startswith("中心", start)
            and _MAIN_TASKS.match(text, end)
            and text.endswith(("政府", "县委", "市委", "区委", "党委"), 0, start)
        ):
            continue  # 县委县政府|中心任务
        if text[end - 1] == "队" and _SO_MANY_TEAMS.match(text, end):
            continue  # 组建流动巡逻|队17支
        if _SO_MANY_OF.match(text, end) and subtype == "Enterprise":
            continue  # 玉桂油|加工厂2家
        if text.startswith("网站", start) and text.endswith("门户", 0, start):
            continue  # 某县政府门户|网站: a page of the government
        if text.startswith("食堂", start) and text[start - 1 : start] in _HAS_CANTEEN:
            continue  # 某中学|食堂, 机关|食堂
        if text.startswith("车队", start) and text.endswith(("摩托", "军方", "汽"), 0, start):
            continue  # 王宫摩托|车队
        if text.startswith("温泉", start) and end - start == 2 and _ENDS_SPA.match(text, end) is None:
            continue  # 某市温泉|水务公司, 某市温泉|资源
        if end - start == 2 and text[start:end] in PARTY_SHORT_NAMES and AFTER_PARTY_NAME.match(text, end) is None:
            continue  # 居|民建|设科, 民建|镇
        if text[end - 1] == "社" and (
            text[end : end + 1] == "会" or (text.startswith("区", end) and text[end - 3 : end - 1] == "联合")
        ):
            continue  # 用好成绩回|报社|会, 某镇|联合社|区民警
        if text.startswith("社区", start) and text.endswith("联合", 0, start) and text[start - 3 : start - 2] in JOINS_HANDS:
            continue  # 某街道联合|社区医院
        if text.endswith("支部", start, end) and text.startswith("创建", end):
            continue  # “五星”|支部创建
        if text[end - 1] == "厂" and _GROUP_NEXT.match(text, end):
            continue  # 某村|木厂|一组: a group of villagers by the place where they live
        if text[end - 1] == "报" and text[end : end + 1] in ("告", "道", "名", "送"):
            continue  # 作专题辅导|报告
        if text[end : end + 1] == "办" and text.endswith("政府", start, end):
            continue  # 政府|办, 政府|办公室: no government
        if text.startswith(_OF_HOSPITAL, end) and text.endswith("门诊", start, end):
            continue  # 某县人民医院|门诊大厅
        if text[end - 1] == "专" and text[end : end + 1] in tuple("项题业门家职场员案刊管利注心程修"):
            continue  # 述职|专题会, 履职|专项报告
        if text[end - 1] == "办" and text[end : end + 1] in ("法", "理", "公", "案"):
            continue  # 污染整治办|法
        if text[start:end] in _BANKS and text[end : end + 1] in _AFTER_WALK:
            continue  # 拆除违|建行|动
        if text[end - 1 : end + 1] in _CUT_WORDS or text.startswith("集团化", end - 2):
            continue  # 抢险救援队|伍, 集团|化办学
        if text.startswith("市场", start) and text.startswith(("监", "主体", "秩序"), end):
            continue  # 木港|市场监管所
        if (
            text[end : end + 1] == "生"
            and text.endswith(("小学", "中学", "大学"), start, end)
            and text[end + 1 : end + 2] not in ("产", "活", "态", "命", "物", "理", "殖", "化")
        ):
            continue  # 某州中小学|生艺术节, 某县大学|生服务社
        if text[end - 1] in "站店" and text.startswith("群", end):
            continue  # 某路加油站|群: several of them
        if text[end - 1] == "小" and text[end : end + 1] in ("区", "组", "队"):
            continue  # 铁一小|区
        if text.startswith("政协委员", start):
            continue  # people, and their work station
        if text[start - 1 : start] in _LEARNS and text.startswith("大学", start):
            continue  # 在某学院|读大学
        if text[end - 1] in "协会" and (_NOT_AFTER_MEETING.match(text, end) or text[start - 1 : start] == "会"):
            continue
        if text.startswith(("法庭", "法院"), start) and text[start - 1 : start] in ("上", "至", "到", "告"):
            continue  # 甲把乙告上|法庭
        if text[start - 1 : start] == "任" and text.startswith(("主任", "副主任", "常务副主任"), end):
            continue  # 某局副局长甲任|办公室|主任
        if (
            text.startswith("联席会议", start)
            and not text.startswith(("办公室", "成员单位", "召集人", "各成员"), end)
            and end - start == 4
        ):
            continue  # 某社区|党建联席会议: a meeting
        if text[end - 1] == "委" and text.startswith("员", end):
            continue  # 中央财|经委|员会办公室, 某社区|委员之家
        if text.startswith("传媒体", end - 2):
            continue  # 防灾宣|传媒|体行
        if text.startswith("公会", start) and text[start - 1 : start] in ("办", "讲", "对"):
            continue  # 现场办|公会
        if text.startswith("联合会", end) and text.endswith("商会", start, end):
            end += 3  # 异地商会|联合会
        if text[end - 1 : end + 1] == "大学":
            start, end = end - 1, end + 1  # 邮|电大|学
        if (
            text.startswith("商会", start)
            and text[start - 1 : start] in ("招", "磋", "电", "协", "会", "洽")
            and not text.endswith("家电", 0, start)
        ):
            continue  # 某区招商会: a meeting
        if text[start - 1 : start] == "届" and text.startswith(_BOARDS, start):
            continue  # 某总会第二届|理事会: the society for a term
        if text.endswith("人大学习", 0, end + 1):
            continue  # 区人|大学|习: 区人大, and what its people do
        common = not holds(text[start:end], text, end) or (text.endswith("党组", start, end) and text.startswith("织", end))
        if common or _MORE_OF_PLACE.match(text, end):
            continue  # 某县人大|代表, “两新”党组|织, 某路街道学院|社区
        yield start, end, subtype
