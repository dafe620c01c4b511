"""Told: the body told of before that a short word looks back to: 公司, 该院, 我院, the hospital of a 副院长.

The last one that ends so; of a sentence before, rather its subject: 中医院组织专家到卫生院义诊。|副院长|甲… is 中医院's.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.coref.referents import PageReferents, Referent, holds
from kg.extract.base import OWN, sentence_at
from kg.model import Article

# What a sentence may begin with before whom it is about: when it was, and what was said.
_PAST_TIME = re.compile(
    "(?:[“”‘’！？…，\\d年月日时]|近日|日前|昨日|昨天|今日|今天|当天|上午|下午|晚上?|早上|近年来|今年以来|连日来|目前|随后)*"
)
#: names that 该校 may speak of
_SCHOOLS = ("校", "小学", "中学", "大学", "学院", "中", "小", "职高", "职中", "职专", "中专", "职教中心", "教育中心", "幼儿园")
_COMES_TO = ("到", "来", "赴", "莅临")
_GOES_TO = (
    "到",
    "在",
    "向",
    "赴",
    "往",
    "给",
    "走进",
    "为",
    "对",
    "推行",
    "推广",
    "借鉴",
    "学习",
    "落实",
    "按照",
    "联合",
    "会同",
    "携手",
    "与",
)
_VISITS = ("到", "赴", "走进", "深入", "前往", "来到", "对口支援", "对口帮扶")
_HELPED = re.compile("(?:对口|结对)(?:帮扶|支援|协作)")
_PARTNERS = ("与", "同", "向", "给", "联合", "会同")
_OF_ABOVE = re.compile("的|《|(?:专家|领导|文件|工作)?(?:部署|要求|安排|通知|表彰|通报|指导|授予|评为|下发|印发)")
_RULES = ("GovernmentBody", "PartyBody")
_COURTS = ("法院", "检察院")
_COLLEGES = ("大学", "学院")
_NO_COMPANIES = ("厂", "合作社", "专合社", "车间", "农场", "门店", "孵化园", "产业园", "创业园")
# What a body may be called once it was named: 某镇卫生院, 某小学.
_CALLED_SHORT = {
    "医院": ("医院", "卫生院", "保健院"),
    "学校": _SCHOOLS,
    "校": _SCHOOLS,
    "会": ("会", "妇联", "工商联", "残联", "文联"),
}


def _is_below(referent: Referent, above: Referent) -> bool:
    """Whether a body is of a district that lies in another body's: 沛县检察院, 徐州市检察院."""
    return referent.place is not None and above.place is not None and holds(above.place, referent.place)


_GROUPS_OF_HOUSES = ("医疗集团", "教育集团", "医院集团", "学校集团")  #: which are no companies
_OF_COURTS = re.compile("[^，。；、]{0,10}?(?:执行局|执行[员干]|审判|立案|[事政商合业]庭|法庭|法警|法官|审委会|判决|审结|执结)")
_OF_PROSECUTORS = re.compile("[^，。；、]{0,10}?(?:检察部|检察官|公诉|批捕|未检|检委会|控申|反贪)")


def _is_other_house(text: str, position: int, label: str) -> bool:
    """Whether 该院 is not the court, or not the procuratorate, by the offices behind it: 该院|党组成员、|执行局局长."""
    clause = text[position : position + 24].replace("、", "")
    if label.endswith("检察院"):
        return _OF_COURTS.match(clause) is not None
    return label.endswith("法院") and _OF_PROSECUTORS.match(clause) is not None


class Told:
    """The bodies that one page has told of."""

    def __init__(self, page: PageReferents) -> None:
        self._page = page

    def last_ending(self, article: Article, endings: str, position: int, *, near: bool = False) -> Referent | None:
        """The last body before a position whose name has one of the endings; of a sentence before, rather its subject.

        ``near``: only of the same paragraph.
        ``~part`` behind the endings: only a body whose name holds the part. 中医院组织专家到卫生院义诊。副院长甲… is 中医院's.
        """
        kinds, _, part = endings.partition("~")
        tails = tuple(kinds.split("|"))
        visited, floor = None, 0
        paragraph = article.text.rfind("\n", 0, position) if near else -1
        for end, told in reversed(self._page.bodies.get(article.id, [])):
            if (visited is not None and end <= floor) or end <= paragraph:
                break
            referent = told
            if end <= position and "法院" in tails and told.parent is not None and told.parent.label.endswith("法院"):
                referent = told.parent  # 县法院执行局甲…，执行员乙: of the court
            elif end <= position and "学院" in tails and told.parent is not None and told.parent.label.endswith(_COLLEGES):
                referent = told.parent  # 某大学商学院院长甲…，外语学院院长乙: of the university
            if end <= position and any(form.endswith(tails) for form in (referent.label, *referent.alt)):
                if part and not any(part[-size:] in referent.label for size in (min(4, len(part)), 3, 2)[: len(part)]):
                    continue
                start = min((m.start for id_, m in told.spans if id_ == article.id and m.end == end), default=end)
                sentence = sentence_at(article, start)
                court = next((kind for kind in _COURTS if kind in tails and referent.label.endswith(kind)), "")
                if court:
                    referent = self._own_court(article, referent, position, court)
                if visited is None:
                    # 甲医院与乙卫生院结对，|外科医生丙: in one sentence, whoever does it rather than with whom
                    away = _PARTNERS if sentence.hi > position else _GOES_TO
                    if not article.text.endswith(away, sentence.lo, self._past_places(article, start)):
                        return referent
                    visited, floor = referent, sentence.lo
                elif article.text[start - 1] in "。！？\n，" or start == sentence.lo:
                    return referent
        return visited

    def only_ending(self, article: Article, endings: str) -> Referent | None:
        """The one body of a kind that an article names anywhere: its own, where it begins with 我校."""
        tails = tuple(endings.partition("~")[0].split("|"))
        told = {id(r): r for _, r in self._page.bodies.get(article.id, []) if r.label.endswith(tails)}
        outer = [r for r in told.values() if r.parent is None or id(r.parent) not in told]
        return outer[0] if len(outer) == 1 else None

    def _past_places(self, article: Article, start: int) -> int:
        """Where the places begin that stand before a body: 与|某省|某市检察院."""
        for end, place in reversed(self._page.order.get(article.id, [])):
            if end == start:
                forms = (form for form in (place.label, *place.alt) if article.text.endswith(form, 0, start))
                start -= max(map(len, forms), default=0)
        return start

    def last_body(self, article: Article, back: str, position: int) -> Referent | None:
        """The body that 该公司, 该局, 学校 stands for: the last one that is called so, or is of the kind."""
        tails = _CALLED_SHORT.get(back, (back,))
        works: Referent | None = None  # 某公司投资建的某厂: no 公司, where one is told of
        above: Referent | None = None
        for end, referent in reversed(self._page.bodies.get(article.id, [])):
            if end > position:
                continue
            if back == "集团" and referent.label.endswith(_GROUPS_OF_HOUSES):
                return referent
            if back in ("公司", "企业", "集团"):
                if referent.subtype != "Enterprise":
                    continue
                if back == "企业" or not referent.label.endswith(_NO_COMPANIES):
                    return referent
                works = works or referent
            elif back in ("机构", "单位") or any(form.endswith(tails) for form in (referent.label, *referent.alt)):
                if above is not None and not _is_below(referent, above):
                    continue
                if back == "院" and _is_other_house(article.text, position, referent.label):
                    continue
                if above is None and referent.subtype in _RULES and _OF_ABOVE.match(article.text, end):
                    above = referent  # 把|市检察院|的报告送到代表手中。该院…: rather the county's
                    continue
                return referent
        if above is not None:
            return above
        return self.last_body(article, "企业", position) if back in ("厂", "合作社") else works

    def house(self, article: Article, position: int) -> Referent | None:
        """The school, hospital or company whose a bare 党委书记 is: what the sentence, the one before it or the lead is about.

        None where a district or a body of the state is what that sentence is about.
        """
        at = max(0, bisect_right(article.sentences, position, key=lambda s: s.lo) - 1)
        lead = next((s for s in article.sentences if s.lo >= article.body), None)
        paragraph = article.text.rfind("\n", 0, position) + 1
        near = [s for s in article.sentences[max(0, at - 1) : at + 1] if s.lo >= paragraph]
        for sentence in (*reversed(near), *((lead,) if lead is not None else ())):
            start = _PAST_TIME.match(article.text, sentence.lo).end()  # type: ignore[union-attr]
            spans = self._page.bodies.get(article.id, [])
            for end, body in spans:
                if start < end <= min(position, sentence.hi):
                    first = any(m.start <= start < m.end for id_, m in body.spans if id_ == article.id and m.end == end)
                    if first and body.subtype in ("PublicInstitution", "Enterprise"):
                        return body if body.parent is None else body.parent
                    break
        return None

    def writer(self, article: Article, back: str, position: int) -> Referent | None:
        """The body that a report is by and of, which calls itself 我院: the first of its kind, unless it comes on a visit."""
        tails = _CALLED_SHORT.get(back, (back,))
        visit = next((at for verb in _COMES_TO if (at := article.text.find(f"{verb}我{back}")) >= 0), 0)
        host = sentence_at(article, visit).lo
        for end, referent in self._page.bodies.get(article.id, []):
            fits = any(form.endswith(tails) for form in (referent.label, *referent.alt)) and not host < end <= visit
            if fits and not self._is_anothers(article, referent, end):
                return referent
        return None

    def _is_anothers(self, article: Article, referent: Referent, end: int) -> bool:
        """Whether a body is named as the one that is gone to or helped: 我院到|某镇卫生院|义诊, |某镇卫生院|对口帮扶活动."""
        if _HELPED.match(article.text, end) is not None:
            return True
        start = min((m.start for id_, m in referent.spans if id_ == article.id and m.end == end), default=end)
        goes = article.text.endswith(_VISITS, 0, self._past_places(article, start))
        ours = article.text.find("我", sentence_at(article, start).lo, start) >= 0  # else 到|某中学|检查，我校校长甲陪同
        return goes and ours

    def holder(self, article: Article, back: str, position: int) -> Referent | None:
        """The body that a title by itself looks back to: the report's own (我校|副校长), else the last one of its kind."""
        if not back.startswith(OWN):
            holder = self.last_ending(article, back, position)
            ours = holder is None and back.startswith("学校|") and "我校" in article.text
            # 会议由局党委书记甲主持。某县公安局召开…: before any body is named, of the only one of its kind
            ours = ours or (holder is None and not any(end <= position for end, _ in self._page.bodies.get(article.id, [])))
            return self.only_ending(article, back) if ours else holder
        word = back.removeprefix(OWN)
        own = self.writer(article, word, position)
        last = own or self.last_ending(article, "|".join(_CALLED_SHORT.get(word, (word,))), position)
        told = self._page.bodies.get(article.id, [])
        other = last is not own and any(body is last and self._is_anothers(article, body, end) for end, body in told)
        return None if other else last

    def _own_court(self, article: Article, last: Referent, position: int, kind: str) -> Referent:
        """The court that an article is about, rather than one that it names once: whose judge 承办法官 is."""
        courts = [r for end, r in self._page.bodies.get(article.id, []) if end <= position and r.label.endswith(kind)]
        most = max(courts, key=courts.count, default=last)
        return most if courts.count(most) > 2 * courts.count(last) else last


__all__ = ["Told"]
