"""The day of a page, where it is printed or follows."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import find_anchor, find_lead_date, find_page_date, make_date


@pytest.mark.parametrize(
    ("masthead", "url", "day"),
    [
        ("2020年2月20日 星期四", "", date(2020, 2, 20)),
        ("2018/12/28 上午9:27 星期五\n发布时间：2023年01月16日", "", date(2023, 1, 16)),
        ("来源：某某网 2019-08-26 07:29", "http://a.cn/2021/0101/1.html", date(2019, 8, 26)),
        ("", "http://a.cn/2022/0507/12.html", date(2022, 5, 7)),
        ("", "http://a.cn/202209/t20220930_5100.html", date(2022, 9, 30)),
        ("", "http://a.cn/art/2022-02-30/1.html", None),
        ("", "http://a.cn/content_14272708.html", None),
        ("总第2020期", "", None),
    ],
)
def test_find_page_date(masthead: str, url: str, day: date | None) -> None:
    assert find_page_date(masthead, url) == day


def test_make_date() -> None:
    assert make_date(2024, 2, 29) == date(2024, 2, 29)
    assert make_date(2023, 2, 29) is None


def test_one_lead_fixes_the_year_of_all() -> None:
    leads = ["3月2日，县里开会。", "2023年3月1日，镇里开会。"]
    anchor = find_anchor(leads, "\n".join(leads))
    assert anchor == date(2023, 3, 1)
    assert find_lead_date("", leads[0], anchor, None) == date(2023, 3, 2)


def test_years_that_are_only_planned_fix_nothing() -> None:
    assert find_anchor(["3月2日，查验行程卡。"], "3月2日，查验行程卡。力争2022年建成了的项目投用。") is None


def test_the_dateline_goes_before_the_lead() -> None:
    known = date(2023, 1, 6)
    assert find_lead_date("新华社郑州1月5日电", "记者从1月4日的会上获悉", known, known) == date(2023, 1, 5)
