"""Intents: schemes that a sentence names and nobody carries out: wished for, left undone, or the state's own.

委员某某建议|推行“甲”制度; 因故未能实施|“乙”工程; 原定于周六举办的“丙”活动|取消; 在国家|“丁”战略引领下. An initiative of the state
is made use of (依托国家|“戊”计划，某县选派…), which is to take part in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.patterns import needing

_WISH = needing(
    "建议 呼吁 提议 希望 期待 盼 恳请",
    "(?:建议|呼吁|提议|希望|期待|期盼|盼望|盼着|盼|恳请)(?!收集|征集|书|办理)",
)
# 代表们|希望, 专家|建议; 人大代表某某|建议 ends with a name.
_WHO_WISHES = re.compile(
    r"(?:代表|委员|专家|学者|市民|居民|村民|乡亲|群众|网友|读者|先生|女士|客商|企业家|家长|学生|人士|律师|教授|研究员|老人|农户|商户|业主|大家|(?<![其])[他她])们?"
    r"(?:还|也|都|则|纷纷|联名|多次|普遍|一致|强烈){0,2}$"
)
# 采纳|居民建议，: what was asked for and is done.
_TAKEN = re.compile("(?:采纳|听取|吸收|根据|按照|收集|结合|回应|办理|落实|针对|征求|汇集)[^，。；]{0,14}$")
_ALSO = re.compile(r"(?:还|也|则|多次|联名)+$")
# 希望某区|继续深化…: what is wished to go on is carried out; 希望全县各级…: a leader's order.
_GOES_ON = re.compile(
    "继续|进一步|持续|不断|坚持|一如既往|用好|再接再厉|深化|巩固|做实|全[县市区旗州镇乡]|各级|各部门|各单位|各地"
)
_BEGINS_IT = re.compile(
    r"(?:推行|推出|建立|实施|开展|启动|探索|出台|设立|创办|开设|开通|引进|推广|施行|实行|制定|试行|打造|复制|参照|借鉴|组织|举办)(?:了|起|好|出)?[^，。；“”]{0,12}$"
)
_UNDONE = needing(
    "没 未 不 拒 是否 能否 可否 取消 停办 叫停 废止 停用 暂停",
    r"(?:没有|没能|未能|未曾|尚未|还没|并未|不再|拒绝|拒不|从未|是否|能否|可否|有没有|不(?=配合|参加|参与|执行|落实|支持|遵守)|未(?=参加|参与|实施|开展|推行|落实|纳入|列入|加入))"
    r"(?:再|及时|按时|严格|已|已经|真正|很好地)?(?:参加|参与|配合|执行|落实|支持|实施|开展|推行|推出|启动|建立|加入|照搬|遵守|享受|纳入|列入|用上|搞|办)[^，。；“”]{0,8}$|"
    r"(?:取消|停办|叫停|废止|停用|暂停)了?[^，。；“”]{0,6}$",
)
# 原定于周六在某镇举办的“某某”活动|取消.
_CALLED_OFF = re.compile(
    r"(?:活动|比赛|赛事|大会|行动)?(?:因[^，。；]{1,10})?(?:已经?|被|宣布|将|被迫|临时){0,2}(?:取消|延期|推迟|停办|叫停|暂停|改期)"
)
# 国家的|“某某”工程; 是全国|“某某”宣传周的第三天.
_STATE_OWN = re.compile(r"(?:国家(?:级)?|中央|我国|国务院|联合国|全国)的?(?:部署|提出|实施|推进|推行|开展|启动)?的?$")
_USE = needing(
    "依托 借助 利用 根据 依据 按照 响应 落实 贯彻 对接 享受 争取 用好 借力 运用 通过",
    "依托|借助|利用|根据|依据|按照|响应|落实|贯彻|对接|享受|争取|用好|借力|运用|通过",
)
_FAR = 40  # characters between a wish and what is wished for


def is_only_wished(text: str, lo: int, hi: int, names: Collection[int]) -> bool:
    """Whether somebody only asks that a thing be begun that stands at ``hi``; ``names``: where names of people end."""
    for match in _WISH.finditer(text, max(lo, hi - _FAR), hi):
        also = _ALSO.search(text, max(lo, match.start() - 4), match.start())
        who = match.start() if also is None else also.start()
        if _TAKEN.search(text, max(lo, match.start() - 16), match.start()):
            continue
        if who not in names and not _WHO_WISHES.search(text, max(lo, match.start() - 10), match.start()):
            continue
        if _BEGINS_IT.search(text, match.end(), hi) and not _GOES_ON.search(text, match.end(), hi):
            return True
    return False


def is_left_undone(text: str, lo: int, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` was not carried out or not joined."""
    if _CALLED_OFF.match(text, end):
        return True
    return _UNDONE.search(text, max(lo, start - 24), start) is not None


# 甲局、乙镇、丙街道依次发言，介绍|推进“某某”治理|的做法: many who tell how a scheme is carried out.
_TELL = needing(
    "介绍 汇报 交流 发言",
    r"(?:[一-龥]{2,12}、){2,}[一-龥]{2,14}?(?:等[^，。；]{0,8})?(?:分别|依次|先后|轮流|逐一|相继|还|各自|围绕|就|结合)+[^。；]{0,16}?(?:介绍|汇报|交流|发言)[^，。；]{0,20}$",
)
_HOW = re.compile("[^，。；]{0,14}?(?:做法|经验|情况|打算|成效|体会|心得|思路)")


def is_told_of(text: str, lo: int, start: int, end: int) -> bool:
    """Whether a list of bodies only tells how the scheme that stands from ``start`` to ``end`` is carried out."""
    return _HOW.match(text, end) is not None and _TELL.search(text, max(lo, start - 90), start) is not None


def of_state(text: str, lo: int, at: int) -> int:
    """Where the words begin that give what stands at ``at`` to the state, -1 for nowhere."""
    match = _STATE_OWN.search(text, max(lo, at - 8), at)
    return match.start() if match is not None else -1


def uses_it(text: str, lo: int, at: int) -> bool:
    """依托|国家“某某”计划: whether a verb of making use stands right before."""
    return any(match.end() == at for match in _USE.finditer(text, max(lo, at - 4), at))


__all__ = ["is_left_undone", "is_only_wished", "is_told_of", "of_state", "uses_it"]
