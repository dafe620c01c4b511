"""The lines of a folded page, each with its kind: headline, body, credit, masthead, furniture.

A kind is read off one line alone; what a headline line belongs to is decided where the page is walked (``split``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kg.bylines import SHORT_STAMP, find_tail, is_credit, is_lead, is_staff, read_credit, read_list_of_names
from kg.patterns import needing
from kg.text import HAN


class LineKind(Enum):
    """What a line is, as far as the line itself tells."""

    HEAD = "h"  #: a headline line, a subhead, a banner
    BODY = "b"
    LEAD = "l"  #: a body line that begins with a dateline
    CREDIT = "c"  #: nothing but a byline or credit
    MARK = "m"  #: begins with ● ■ ▲
    CONTINUED = "p"  #: 上接第1版
    MASTHEAD = "t"  #: date, staff, telephone of the paper
    INFO = "i"  #: 来源： 作者： 时间：
    END = "e"  #: 相关阅读, 上一篇: the article is over
    JUNK = "j"  #: breadcrumbs, buttons, notices of rights


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something; offsets of the folded page."""

    kind: LineKind
    lo: int
    hi: int
    text: str
    gap: int  #: empty lines before it
    level: int = 0  #: of a Markdown head


HEAD_LONGEST = 42  #: characters of a headline line; a longer line is text that lacks its full stop
_SHORT = 90  # only shorter lines are looked at as headlines, credits and furniture


def _any(words: str) -> str:
    """A regex of alternatives, written as words with spaces between."""
    return f"(?:{'|'.join(words.split())})"


_ENDED = re.compile(
    "(?=[。供 !?！：；？….])(?:[。！？…；：!?][’”）》】〕]*|\\.{3,6}|[。！？][（【〔][^（）]{1,20}[）】〕]|供图|[ 。]资料图片?)$"
)
_LONGEST_END = 40  #: characters, which is more than the end of a whole paragraph takes
MARKED = re.compile("[●■◆▲★□◇△○◎▶►▪▼※☆]+ ?")
PICTURE_MARKS = frozenset("▲△▼▶►")  #: they point from a caption at its picture
_BOARD = "第? ?[一二三四五六七八九十0-9A-Da-d]{1,3} ?版"
CONTINUED = re.compile(
    f"[（【〔]? ?(?:紧接|上接|接) ?(?:{_BOARD}|头版|要闻版)[^）】〕。，]{{0,14}}[）】〕]?|"
    "[（【〔](?:上接|紧接)[^）】〕。]{1,20}[）】〕]"
)
TURN = needing("版", f"[（【〔]? ?(?:下转|转) ?{_BOARD}[^）】〕。，]{{0,14}}[）】〕]?$")
#: what a section of a page is called; stands above a headline and is none
SECTION_LABEL = re.compile(
    _any(
        "要闻 综合 综合新闻 本地新闻 时政新闻 简讯 简明新闻 图片新闻 新闻速递 短讯 一句话新闻 导读 本版导读 今日导读 "
        "视点 时评 热点 广告 公告栏"
    )
)
_MARKDOWN = re.compile(r"(#{1,6}) *(?=[^#\s])|\*\*(?=[^*]+\*\*$)")
_HAS_HAN = re.compile(f"[{HAN}]")
_SAYS = re.compile(f"[{HAN}A-Za-z0-9]")

STAMP = re.compile(
    "(?:19|20)[0-9]{2}(?: ?[年/.-] ?| )[01]?[0-9] ?[月/.-] ?[0-3]?[0-9]日?(?: ?(?:上午|下午)? ?[0-2]?[0-9]:[0-5][0-9])?|"
    f"(?<![0-9:.-]){SHORT_STAMP}"
)
_PUBLISHER = re.compile(
    f"《?[{HAN}]{{2,10}}(?:报业|集团|日报|晚报|时报|分社|记者站|新闻中心|融媒体?中心|新闻网|在线|发布)》?[^，。！？：]*$"
)
_MASTHEAD = re.compile(
    "(?=[一七三二五今八六农刊四国总新星热第邮@ABCDE0-9])(?:"
    "新闻热线|热线电话|E-?mail|@[A-Za-z0-9]+\\.|国内统一|刊号|邮发代号|总第 ?[0-9]+ ?期|^第 ?[0-9]{3,5} ?期|"
    "^第?[0-9一二三四五六七八ABCD]{1,3} ?版|农历|星期[一二三四五六日天](?=$| )|今日[0-9一二四八]+版"
    ")",
    re.IGNORECASE,
)
#: what a page is called at its top: 00022版：今日某地, A05 关注, 02 要闻
_PAGE_LABEL = re.compile(
    f"第? ?[A-Z]{{0,2}}[0-9]{{1,5}} ?版 ?[：:|·]? ?[{HAN}·]{{0,8}}|[A-Z]{{1,2}}[0-9]{{1,3}} ?[：:|·/]? ?[{HAN}·]{{2,8}}|"
    f"0[0-9] ?[：:|·/]? ?[{HAN}·]{{2,8}}|[{HAN}·]{{2,8}} ?[A-Z]{{1,2}}?0[0-9]|"
    f"[{HAN}]{{2,8}} ?[A-Z][A-Z ]{{5,30}}|[A-Z][A-Z ]{{7,40}}|"
    "(?:主办|主管|协办|承办|出版)(?:单位)?[：:].{2,60}"
)
_CONTACT = re.compile("(?:电话|热线|邮编|邮箱|传真|地址|投稿|广告|发行|网址|QQ群?|微信)[：:]")
_ORIGIN = "(?:信息|稿件|文章|新闻|内容|本文|图片)?来 ?源"
_WHEN = "(?:发布|发表|更新|上传|编辑|最后编辑|生成|成文|发文)?(?:时间|日期)"
_LABELS = _any(
    "发布机构 发布单位 发布者 发布人 发布 浏览(?:次数|量|数)? 阅读(?:次数|量|数)? 点击(?:数|率|次数|量)? 访问(?:量|次数)? 人气 "
    "字号 字体 "
    "供稿单位 发稿单位 报送单位 信息提供 稿源 "
    "公开(?:形式|方式|范围) 生成日期 发文字号 责任部门 有效性 关键[词字] 标签 栏目 发文机关 发文单位 主题词 "
    "作.?者 撰稿 文稿 供稿 发稿 来稿 索引号 文号 信息分类 主题分类 分享到? 打印 录入 原标题 摄影 文字 记.?者 通讯员"
)
INFO = re.compile(f"[（【]?(?:{_ORIGIN}|{_WHEN}|{_LABELS})[】]? ?[：:|/]")
_SOURCED = re.compile(f"(?<=[ |]){_ORIGIN} ?[：:]")
_NOT_ONLY_PEOPLE = re.compile(
    f"(?=[上信内发图成文新日时更最本来浏点生稿编阅0-9])(?:{_ORIGIN} ?[：:|]|{_WHEN} ?[：:|]|浏览|阅读|点击|[0-9]{{2}})"
)
#: labels that only a page has, never a notice in an article
PAGE_LABEL = re.compile("来 ?源|" + _any("更新 发布 浏览 点击 阅读 编辑 责任 字号 打印 分享 索引 录入 作者 原标题"))
_PLACE = "(?:[•·] ?)?(?:您)?(?:现在)?(?:的)?(?:当前)?(?:的)?(?:所在)?(?:的)?位置 ?[：:是 ]"
_TRAIL = "[^。，]{1,20}(?: > |>>| » |->)|首页 ?[>»›/|-]|首页$"
_LICENCE = (
    "[^。，]{0,12}许可证(?:编号)?[：:]|.{0,8}公网安备|Copyright|"
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁][A-Z]*ICP"
)
_LEFT_OVER = '\\{"|[0-9]{4}-[^。，]{2,60}content_[0-9]+\\.html'  # what scripts and paper editions leave behind
_PICTURE_FILE = "[!-~ ]{0,60}\\.(?:jpe?g|png|gif)"
_BUTTONS = _any(
    "当前栏目 "
    "本文字数[：:] 收藏TA$ 创建于[0-9]{4} 需扫码在手机上打开$ 文章后点击更新提醒$ 文章由.{0,3}美篇 投诉$ [【\\[]?字体大小 "
    "网站首页 返回(?:顶部|首页|列表) 扫一扫 用户登录 (?:立即)?注册$ 还没有账号 字体[：:] [【\\[]?打印 "
    "[【\\[]?关闭 大.?中.?小$ 分享到 分享$ 收藏$ 微信扫(?:一扫|描二维码|码关注)?$ 阅读全文 展开全文 点击查看 "
    "正文$ 网站地图 联系我们 无障碍 手机版 长按识别 关注我们 轻触阅读原文 阅读原文$ 设为首页 [加添]入?收藏 我要纠错 "
    "[【\\[]?纠错[】\\]]?$ [【（(]?(?:全文)?完[】）)]$ [-—=~\\s]*(?:END|end|End)[-—=~\\s]*$ [【\\[（(]?字[号体][\\s：:]+大 "
    "小.?中.?大 A[-+]\\s?A T[大小] [↑↓] 点击.{0,6}关注 听新闻$ 朗读$ 在看$ 转发$ 点赞$ 视频加载中 技术支持[：:] 网站标识码 "
    "今[天日]是[：:]?$ 欢迎(?:访问|光临|来到|您|进入)[^，。]{2,40}[!！]?$ ICP备案号 微信号[：:] 附件[：:]?$ 阅读.?[0-9]+$ "
    "[01]?[0-9]-[0-3]?[0-9]\\s[0-2]?[0-9]:[0-5][0-9]$ "
    "[^。，]{0,20}(?:https?:|www\\.)[^。]*$ [^。，]{2,16}政府(?:门户)?网站?$ (?:图片|照片|视频|文图|图文)均?由[^。，]{2,20}提供$"
)
_RIGHTS = _any(
    "主办单位 承办单位 版权所有 .{0,40}版\\s?权\\s?所\\s?有 本稿件所含 声明：转载 备案 "
    "互联网新闻信息服务 信息网络传播 免责声明 版权(?:与免责)?声明 "
    ".{0,8}版权与免责声明 凡本网 [①②③]凡 本网站?声明 网站声明"
)
_JUNK = re.compile(f"{_PLACE}|{_TRAIL}|{_LICENCE}|{_PICTURE_FILE}|{_LEFT_OVER}|{_BUTTONS}|{_RIGHTS}")
_END = re.compile(
    "相关(?:阅读|链接|新闻|报道|文章|推荐|信息)|"
    + _any("推荐阅读 延伸阅读 新闻推荐 热点推荐 热门(?:推荐|新闻|文章) 猜你喜欢 上一[篇条] 下一[篇条]")
    + "|最新(?:新闻|文章)|更多(?:新闻|精彩)"
)

_PHRASES = _any(
    "首先 其次 再次 最后 同时 此外 另外 据悉 目前 如今 近日 日前 昨日 今年 去年 其中 然而 但是 随后 当天 当日 现在 同日 "
    "会上 会后 会前 当前 其实 于是 因此 所以 不过 接着 [一二三四五六]是 近期 近来 期间 下午 上午 晚上 清晨 早晨 午后 中午 入夜 "
    "眼下 今天 昨天 明天 一年 去冬 今春 今冬 入冬 入夏 连日"
)
#: no headline and no paragraph begins so (a particle, a mark, a clause of one or two characters): the line before was torn
NEVER_FIRST = re.compile(f"[的了着们等、，。；：！？”’）》]|[{HAN}][，、。；]|(?!{_PHRASES})[{HAN}]{{2}}[，。；]")
_SPEECH = re.compile("(?:指出|强调|要求|表示|认为|介绍|说)，")
_NO_HEAD = re.compile(_any("这 该 据(?:悉|了解|介绍|统计) 此外 截至 其中 随后 当天 当日 同日 因此 并且"))


def read_lines(text: str) -> Iterator[Line]:
    """The lines of folded text that hold something, each with its kind."""
    at = gap = 0
    for raw in text.split("\n"):
        body = raw.strip()
        body = body.rstrip(" |") or body
        if body:
            yield _sort_line(body, at + raw.index(body[0]), gap)
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1


def _sort_line(body: str, lo: int, gap: int) -> Line:
    if body[0] in "#*" and (mark := _MARKDOWN.match(body)):
        inner = body[mark.end() :].rstrip("#* ")
        if inner:
            lo += mark.end()
            return Line(LineKind.HEAD, lo, lo + len(inner), inner, gap, len(mark[1] or "") or 6)
    return Line(sort_text(body), lo, lo + len(body), body, gap)


def sort_text(body: str) -> LineKind:
    """The kind of a line that is no Markdown head; the order of the questions is the order of their certainty."""
    if body[0] in "（【〔接上紧" and CONTINUED.match(body):
        return LineKind.CONTINUED
    if mark := MARKED.match(body):
        rest = body[mark.end() :]
        signed = body[0] not in PICTURE_MARKS and (is_credit(rest) or read_list_of_names(rest, least=1 if len(rest) == 3 else 2))
        return LineKind.CREDIT if signed else LineKind.MARK
    if is_lead(body):
        return LineKind.LEAD
    if len(body) > _SHORT:
        return LineKind.JUNK if body[0] in "①②③凡版免" and _JUNK.match(body) else LineKind.BODY
    if not _SAYS.search(body):
        return LineKind.JUNK  # a ruled line
    if _END.match(body) and len(body) < 40:
        return LineKind.END
    if _JUNK.match(body):
        return LineKind.JUNK
    if "。" in body:
        return LineKind.CREDIT if is_credit(body) else LineKind.BODY
    return _sort_short(body)


def _sort_short(body: str) -> LineKind:
    """The kind of a short line without a full stop."""
    if (is_staff(body) and not _has_writers(body)) or _MASTHEAD.search(body) or _PAGE_LABEL.fullmatch(body) or _is_stamp(body):
        return LineKind.MASTHEAD
    credit = is_credit(body)
    if credit and not _NOT_ONLY_PEOPLE.search(body):
        return LineKind.CREDIT
    if _is_info(body) or _CONTACT.search(body):
        return LineKind.INFO
    if credit:
        return LineKind.CREDIT
    if (tail := find_tail(body)) and tail[1] and all(role == "photographer" for role, _ in tail[1]):
        return LineKind.BODY  # a caption: 《采茶忙》 甲 摄
    if not _HAS_HAN.search(body):
        return LineKind.JUNK  # 1282, admin
    return LineKind.HEAD if is_head(body) else LineKind.BODY


def is_whole(body: str) -> bool:
    """Whether a paragraph ends as one does that no column break has torn."""
    return _ENDED.search(body, max(0, len(body) - _LONGEST_END)) is not None


def _is_info(body: str) -> bool:
    """Whether a line tells source, author or time, be it behind the day and names: 2021-03-05 10:20 甲 来源：某网."""
    stamp = STAMP.match(body)
    if stamp is None:
        return INFO.match(body) is not None
    rest = body[stamp.end() :].lstrip("0123456789: |/·")
    return INFO.match(rest) is not None or _SOURCED.search(rest) is not None


def _has_writers(body: str) -> bool:
    """Whether a credit names more than editors: （编辑/甲 摄影/某报记者 乙）."""
    return body[0] in "（【〔" and any(role != "editor" for role, _ in read_credit(body))


def _is_stamp(body: str) -> bool:
    """Whether a line is a date, with little beside it: 2020年2月20日, 某报 2019-08-26 07:29."""
    stamp = STAMP.search(body)
    if stamp is None or is_whole(body) or _is_info(body):
        return False
    rest = len(body) - len(stamp[0])
    return rest < 12 or (rest < 30 and _PUBLISHER.match(body) is not None) or (":" in stamp[0] and len(body) < 60)


def is_head(body: str) -> bool:
    """Whether a short line without a full stop can be a headline, rather than a piece of torn text."""
    last = body[-1]
    if len(body) > HEAD_LONGEST or last in "，、；…" or (last == "：" and len(body) > 14):
        return False
    if "；" in body or body.count("，") > 1 or ("，" in body and len(body) > 32):
        return False
    if NEVER_FIRST.match(body) or _NO_HEAD.match(body) or _SPEECH.search(body):
        return False
    if any(body.count(left) != body.count(right) for left, right in ("“”", "《》", "（）", "‘’")):
        return False
    return not (last == "”" and len(body) > 20 and body[-2] in "。！？，")
