"""Whether a county's short name is, where it stands, a person's or the head of one: 县长高平, 记者 金华平, 祁远、贺兰生参加.

Surnames and short names of counties are the same few hundred characters, so many people are called like a county. A title, an
occupation or a list of names before it says so, and a mark or a verb of people behind it says where the name ends.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg import seeds

#: surnames that as words govern a place: 书记于|昌平|调研
GOVERNORS = frozenset("于从和与向任经同由对在来到")
_TITLES = (
    "书记|主席|主任|主委|[省市县区旗州镇乡村局厅部处科院校所队会组司行]长|领导|委员|经理|董事|总监|同志|代表|先生|女士|"
    "记者|通讯员|特约|摄影|摄像|编辑|责编|校对|审核|编审|监制|作者|文/图|图/文|供稿|供图|审签|终审|初审|复审"
)
_TITLED = re.compile(rf"(?:{_TITLES})$")
_CREDITED = re.compile(rf"(?:{_TITLES})[ \u3000:：]+$|[（(]$")
_WORKS = re.compile(
    "(?:[村居市农渔牧移网选]民|群众|老[人师板]|业主|[党队职会学官教演伙议船船雇]员|[职民]工|[学医考新]生|[干民辅交特刑狱法武]警|"
    "[法检]察?官|教[师授]|医[生师]|护[士师]|专家|干部|干警|战士|户主|大户|[农商茶菜果花养殖种植贩困户]户|能手|[店园站船班组]长|负责人|"
    "志愿者|游客|[客茶药]商|家[长属]|主播|同学|律师|厨师|工程师|技师|师傅|老乡|大[妈爷姐哥叔娘]|阿姨|[乡新]贤|巧匠|传承人|创始人)$"
)
_NAMED_LIST = re.compile(rf"(?:{_TITLES})[一-龥]{{2,3}}(?:、[一-龥]{{2,3}}){{0,9}}、$")
_ENDS = re.compile(
    r"[、，。；;,：:！!）)（( \u3000\n/]|$|[和与及等率说到在作为赴的是]|参[加与会]|陪同|出席|列席|主持|检查|调研|督[导查]|介绍|"
    "表示|指出|强调|要求|认为|告诉|带[队领着]|深入|前往|先后|一行|同志|先生|女士|摄|报道|来到|代表|宣[布读]|致辞|讲话|发言|"
    "主讲|同时|一同|分别|正在|随同|会见|走访|慰问|看望|实地|坦言|感慨|回忆|笑着|高兴|家"
)
_NO_GIVEN = frozenset("市县区州省旗镇乡村路站港城人东西南北")
_USUAL = 40  #: how often a character ends given names in the corpus, from which it may end one here
_KNOWN = 100  #: a surname's frequency, from which it may begin a name here: five hundred have it
_BACK = 48  #: characters of a list of names before a name


@lru_cache(maxsize=1)
def _last_characters() -> frozenset[str]:
    roles = seeds.name_characters().items()
    return frozenset(text for text, counts in roles if counts.get("D", 0) >= _USUAL and len(text) == 1) - _NO_GIVEN


def is_of_person(text: str, start: int, end: int) -> bool:
    """Whether the short name of a county in ``text[start:end]``, two characters, is a person's or begins one."""
    if text[start] in GOVERNORS or seeds.surnames().get(text[start], 0) < _KNOWN:
        return False
    if text[end : end + 1] not in _last_characters() or _ENDS.match(text, end + 1) is None or text.startswith("来到", end):
        return False
    before = text[max(0, start - 6) : start]
    return bool(
        _TITLED.search(before)
        or _CREDITED.search(before)
        or _WORKS.search(before)
        or (before.endswith("、") and _NAMED_LIST.search(text, max(0, start - _BACK), start))
    )


def is_worker_before(text: str, at: int) -> bool:
    """Whether a word for people of a trade or a kind ends at ``at``, behind which a name stands: 专家|洪泰来."""
    return _WORKS.search(text, max(0, at - 4), at) is not None


__all__ = ["GOVERNORS", "is_of_person", "is_worker_before"]
