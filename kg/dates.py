"""The day of a page and of an article's lead: read where it is printed, worked out where only one year fits, else left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg.text import HAN

_MONTH, _MONTHDAY = "(?P<m>1[0-2]|0?[1-9])", "(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_FULL = re.compile(f"(?P<y>(?:19|20)[0-9]{{2}}) ?[年/.-] ?{_MONTH} ?[月/.-] ?{_MONTHDAY}日?")
_LABELLED = re.compile("(?:发布|发表|更新|时间|日期|编辑时间)[^0-9\n]{1,8}" + _FULL.pattern)
_IN_URL = re.compile(
    "(?=[2])(?<![0-9])(?P<y>20[0-9]{2})[/_-]?(?P<m>1[0-2]|0[1-9])[/_-]?(?P<d>3[01]|[12][0-9]|0[1-9])(?=$|[^0-9]|[0-9]{6})"
)
_DAY = re.compile(
    "(?=[不今前日昨最近这连0121-9])(?:"
    f"(?:(?P<y>(?:19|20)[0-9]{{2}}) ?年 ?)?(?<![0-9]){_MONTH} ?月 ?{_MONTHDAY}[日号]?|"
    "(?P<vague>日前|近日|近期|昨日|昨天|昨晚|今日|今天|今晨|连日来|连日|最近|近段时间|前不久|不久前|前段时间|前几天|这几天)"
    ")"
)
_QUOTE = re.compile("“[^“”]*[，。！？][^“”]*”")  # speech; a name in quotes has no such mark
_UNTIL = re.compile("(?:截至|截止|自|从|以来|始于|至|到|前|预计|计划|将于|定于)$")

#: Words of public life with the days between which papers used them as current; a page that has one was printed in that time.
#: 新冠肺炎: from the first reports of January 2020 until the National Health Commission's renaming of 26 December 2022
#: (announcement 2022 no. 7) took effect on 8 January 2023. 行程卡: the carriers' travel card, March 2020 to 13 December 2022.
_ERAS = (("新冠肺炎", date(2020, 1, 20), date(2023, 1, 8)), ("行程卡", date(2020, 3, 1), date(2022, 12, 13)))
_PAST_YEAR = re.compile(
    "(?<![0-9])(?P<y>20[0-9]{2})年(?P<season>春节|元旦|[春夏秋冬]季?|暑假|寒假|年初|年底|年末|[上下]半年)?"
    "(?:(?P<m>1[0-2]|[1-9])月)?(?P<rest>[^。！？\n]{0,40})"
)
#: a year that the name of what the lead tells begins with: 2019某地投资推介会, 2018年春季集中开工仪式
_OCCASION = "(?:会|[节赛展坛]|活动|行动|仪式|马拉松)"
_NAMED_YEAR = re.compile(
    "(?=[2])"
    "(?:^|(?<=[“”，、在行办动开席加的]))(?P<y>20[0-9]{2})"
    f"(?:(?![年届])[{HAN}“][^，。！？0-9]{{2,24}}{_OCCASION}|"
    f"年(?:[春夏秋冬]季|第[一二三四]季度|[上下]半年)[^，。！？0-9]{{0,14}}{_OCCASION})"
)
#: a year whose plans a meeting settles: 2021年重点民生实事清单
_PLAN_YEAR = re.compile(
    "(?P<y>20[0-9]{2})年(?:度)?[^，。！？0-9]{0,8}(?:民生实事|工作要点|工作计划|预算（?草案|重点工作安排|重点项目计划)"
)
_LAST_PLAN_MONTH = 9  # later in a year the plans are the next one's
_DONE = re.compile("[了过已曾]|以来|荣获|被评为|成立|投入使用")
_PLANNED = re.compile("(?:到|至|在|力争|预计|计划|确保|于|前)$")
#: the first month of which one can speak as past, by the first two characters of the season, then by the first
_SEASONS = {"春节": 1, "年初": 1, "年底": 12, "年末": 12}
_SEASONS |= {"元": 1, "春": 2, "夏": 6, "秋": 8, "冬": 12, "暑": 7, "寒": 1, "上": 1, "下": 7}


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_page_date(masthead: str, url: str) -> date | None:
    """The date printed on the page or in its address; None where there is none.

    A labelled one (发布时间：) goes first: sites print the reader's day above it.
    """
    for pattern, source in ((_LABELLED, masthead), (_FULL, masthead), (_IN_URL, url)):
        for found in pattern.finditer(source):
            if day := make_date(int(found["y"]), int(found["m"]), int(found["d"])):
                return day
    return None


def find_anchor(leads: Iterable[str], text: str) -> date | None:
    """A day that fixes the year of a page without a printed date, or None.

    A full date in a lead does; so does a year in the name of what the lead tells (2019某地投资推介会), and a month and day that
    only one year fits: past events told with their year set the earliest one, words with a known time of use (``_ERAS``) the
    earliest and latest, 29 February leaves the leap years, and of several years the one whose plans the page settles is taken.
    """
    told = [(found, lead) for lead in leads if (found := _first_day(lead))]
    days = [found for found, _ in told]
    for found, lead in told:
        named = None if found["y"] else _NAMED_YEAR.search(lead[: (lead.find("。") + 1) or len(lead)])
        year = found["y"] or (named and named["y"])
        if year and (day := make_date(int(year), int(found["m"]), int(found["d"]))):
            return day
    eras = [(since, until) for word, since, until in _ERAS if word in text]
    if not days or not eras:
        return None
    past = list(_past_months(text))
    plans = {int(found["y"]) for found in _PLAN_YEAR.finditer(text)}
    for found in days:
        fits = list(_fitting(int(found["m"]), int(found["d"]), eras, past))
        planned = [day for day in fits if day.year in plans and day.month <= _LAST_PLAN_MONTH]
        if len(fits) == 1 or len(planned) == 1:
            return fits[0] if len(fits) == 1 else planned[0]
    return None


def _first_day(lead: str) -> re.Match[str] | None:
    found = _find_told_day(lead)
    return found if found and not found["vague"] else None


def _past_months(text: str) -> Iterator[tuple[int, int]]:
    """Years (with month, 1 where none is told) of which the text speaks as past."""
    for found in _PAST_YEAR.finditer(text):
        if _DONE.search(found["rest"]) and not _PLANNED.search(text[max(0, found.start() - 2) : found.start()]):
            season = found["season"] or ""
            month = int(found["m"]) if found["m"] else _SEASONS.get(season) or _SEASONS.get(season[:1], 1)
            yield int(found["y"]), month


def _fitting(month: int, day: int, eras: list[tuple[date, date]], past: list[tuple[int, int]]) -> Iterator[date]:
    since, until = max(era[0] for era in eras), min(era[1] for era in eras)
    for year in range(since.year, until.year + 1):
        made = make_date(year, month, day)
        if made and since <= made <= until and all(told <= (year, month) for told in past):
            yield made


def find_lead_date(dateline: str, lead: str, known: date | None, page_date: date | None) -> date | None:
    """The day that the lead gives, in the year that ``known`` fixes; that of the dateline where the lead does not open with one.

    ``page_date`` where the lead gives none; None for 近日, 昨日, and where no year is known.
    """
    found = _find_opening_day(lead) or _DAY.search(dateline) or _find_told_day(lead)
    if found is None:
        return page_date
    if found["vague"]:
        return None
    month, day = int(found["m"]), int(found["d"])
    if found["y"]:
        return make_date(int(found["y"]), month, day)
    if known is None:
        return None
    days = [made for year in (known.year - 1, known.year, known.year + 1) if (made := make_date(year, month, day))]
    return min(days, key=lambda made: abs((known - made).days), default=None)


def _find_opening_day(lead: str) -> re.Match[str] | None:
    """The day with which a lead opens (4月10日上午，……): what it tells happened then, whenever the report was sent."""
    found = _DAY.match(lead)
    return found if found and not found["vague"] else None


def _find_told_day(lead: str) -> re.Match[str] | None:
    """The first time expression of a lead that is no bound (截至2月1日, 自3月起) and stands in no speech."""
    for found in _DAY.finditer(_QUOTE.sub(lambda quote: "“" * len(quote[0]), lead)):
        if not _UNTIL.search(lead[max(0, found.start() - 2) : found.start()]):
            return found
    return None
