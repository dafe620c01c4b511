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


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("4月12日，“云台之约”2019云台（上海）投资推介会举行。", date(2019, 4, 12)),
        ("4月10日，河口县举行2018年春季重点项目集中开工仪式。", date(2018, 4, 10)),
        ("4月10日，河口县召开会议。2018云台马拉松明天开跑。", None),
        ("4月10日，河口县启动建设，力争到2025年完工。", None),
        ("4月10日，河口县捐赠口罩2000只、粮油2019份。", None),
        ("4月10日，2018届学生毕业。", None),
        ("近日，2019云台投资推介会举行。", None),
    ],
)
def test_a_year_in_the_name_of_what_the_lead_tells(lead: str, day: date | None) -> None:
    assert find_anchor([lead], lead) == day


def test_of_several_years_the_one_whose_plans_are_settled() -> None:
    lead = "1月20日，县委开会部署新冠肺炎疫情防控。"
    assert find_anchor([lead], lead) is None
    assert find_anchor([lead], lead + "会议审议了《河口县2021年重点民生实事清单》。") == date(2021, 1, 20)
    late = "11月20日，县委开会部署新冠肺炎疫情防控。"
    assert find_anchor([late], late + "会议审议了《河口县2021年重点民生实事清单》。") is None


def test_a_lead_that_opens_with_a_day_goes_before_the_dateline() -> None:
    known = date(2018, 4, 11)
    assert find_lead_date("云台在线4月11日讯", "4月10日上午，县里开会。", known, known) == date(2018, 4, 10)
    assert find_lead_date("云台在线4月11日讯", "近日，县里开会。", known, known) == date(2018, 4, 11)


def test_the_dateline_goes_before_the_lead() -> None:
    known = date(2023, 1, 6)
    assert find_lead_date("新华社郑州1月5日电", "记者从1月4日的会上获悉", known, known) == date(2023, 1, 5)
