"""What a page is about."""

from __future__ import annotations

import pytest

from kg.context import PageContext, make_context
from kg.gazetteer import gazetteer
from kg.listed import find_listed
from kg.model import Page
from kg.read import make_page
from kg.split import split_page


def context_of(text: str) -> PageContext:
    page = make_page("x.txt", text + "\n")
    articles, _ = split_page(page)
    return make_context(page, articles)


def home_name(context: PageContext) -> str:
    return gazetteer().by_code[context.home].name if context.home else ""


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("岳西县召开会议，县委书记讲话。", "岳西县"),
        ("安庆市岳西县召开会议。", "岳西县"),
        ("鼓楼区走访企业，福州市和鼓楼区都出台了政策。", "鼓楼区"),
        ("天堂镇和温泉镇是岳西县的两个镇。", "岳西县"),
        ("天气很好。", ""),
    ],
)
def test_the_home_is_the_county_that_the_names_are_about(text: str, home: str) -> None:
    assert home_name(context_of(text)) == home


def test_a_county_of_old_has_the_votes_of_the_towns_that_the_lists_have_under_its_heir() -> None:
    """腾冲县 became 腾冲市, whose towns the lists have; 富县 elsewhere is only a manner of speaking."""
    first = "本报讯 腾冲县项目集中开工仪式在和顺镇举行，县委书记王大山讲话，县长李小河主持。县里要深入实施“工业富县”战略。"
    second = "本报讯 副县长赵青云到中和镇、猴桥镇检查校舍，县委要求各镇落实。"
    context = context_of(f"我县项目集中开工\n\n{first}\n\n副县长赵青云检查校舍\n\n{second}")
    assert {gazetteer().by_code[code].name for code in (context.home, *context.homes.values())} == {"腾冲县"}


def test_a_town_of_old_is_in_its_county_of_old() -> None:
    assert gazetteer().within("451025212", "451025")
    assert gazetteer().today("451025") == "451081"


def test_a_name_that_many_share_is_decided_by_its_city() -> None:
    assert context_of("福州市鼓楼区洪山镇整治河道。").code("鼓楼区") == "350102"
    assert context_of("徐州市鼓楼区牌楼街道整治河道。").code("鼓楼区") == "320302"
    assert context_of("南京市鼓楼区整治河道。").code("鼓楼区") == "320106"


def test_a_name_that_nothing_decides_has_no_code() -> None:
    assert context_of("鼓楼区整治河道。").code("鼓楼区") == ""


def test_the_city_around_the_home() -> None:
    assert context_of("岳西县召开会议。").city == "340800"
    assert context_of("天津市宁河区召开会议。").city == "120000"


def test_the_site_and_title_of_a_page_are_hints() -> None:
    plain = make_page("x.txt", "鼓楼区整治河道。\n")
    page = Page(plain.name, plain.text, plain.sha256, site="福州新闻网")
    articles, _ = split_page(page)
    assert make_context(page, articles).code("鼓楼区") == "350102"


def test_listed_names_do_not_overlap_and_are_the_text() -> None:
    text = "岳西县温泉镇与太湖县弥陀镇结对。"
    hits = find_listed(text)
    assert [hit.name for hit in hits] == ["岳西县", "温泉镇", "太湖县", "弥陀镇"]
    assert all(text[hit.start : hit.end] == hit.name for hit in hits)
    assert find_listed("") == []


def test_common_nouns_are_no_places() -> None:
    assert find_listed("城区、郊区、矿区和开发区") == []


def test_the_same_page_gives_the_same_context() -> None:
    first, second = context_of("岳西县与太湖县结对，岳西派人。"), context_of("岳西县与太湖县结对，岳西派人。")
    assert (first.home, first.codes, first.homes) == (second.home, second.codes, second.homes)


def test_whom_the_countys_people_go_to_learn_from_is_no_home_whatever_its_kind() -> None:
    """The leaders of a banner go to a county and to a district, with what for behind a comma."""
    text = (
        "来源：乌拉特中旗政协\n\n政协外出学习\n\n"
        "本报讯 旗政协主席张文山带队赴五原县、临河区，围绕协商民主进行考察学习。"
        "他们看了五原县隆兴昌镇和临河区金川街道，临河区、五原县作了介绍。"
    )
    assert home_name(context_of(text)) == "乌拉特中旗"
