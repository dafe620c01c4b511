"""Sheets and the index that leads to them, in a real browser, opened from ``file://`` with the network cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_pages import CHROMIUM, PHONE, browser, open_windows, playwright, wait_until

from kg.views import write_views

pytestmark = pytest.mark.skipif(
    playwright is None or not CHROMIUM,
    reason="no browser: pip install playwright, install chromium (or set KG_CHROMIUM), and run again",
)
__all__ = ["browser"]  # a fixture


@pytest.fixture
def show(browser: Any) -> Iterator[Any]:
    """Open pages."""
    with open_windows(browser) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def large(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same build, drawn as if it were too large for an index with all facts."""
    folder = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(sample_build, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.views.site.MAX_INDEX_FACTS", 10)
        write_views(folder)
    return folder


def pick_sheets(folder: Path) -> list[Path]:
    """The largest sheet of each kind."""
    kinds = ("district", "person", "organisation", "initiative", "event")
    patterns = (*(f"names/{kind}-*" for kind in kinds), "articles/*")
    return [max(folder.glob(pattern), key=lambda file: (file.stat().st_size, file.name)) for pattern in patterns]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheets_open_without_scripts_network_or_complaint_and_fit_a_phone(sample_build: Path, show: Any, scheme: str) -> None:
    for file in pick_sheets(sample_build):
        page = show(file, color_scheme=scheme, java_script_enabled=False)
        assert page.locator("h1").inner_text()
        phone = show(file, color_scheme=scheme, viewport=PHONE)
        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_from_the_index_to_a_sheet_to_an_article_and_back(sample_build: Path, show: Any) -> None:
    page = show(sample_build / "index.html", anchor="?tab=person")
    page.click("#results .row:has-text('秦绍峰') .sheetlink")
    assert page.inner_text("h1") == "秦绍峰"
    page.locator("#post figcaption a.source").first.click()
    assert page.locator(".text a.in:has-text('秦绍峰')").count() > 0
    page.click("sup a >> nth=0")
    assert page.evaluate("document.querySelector(':target').id") == "n1"
    page.click("a.home")
    assert page.locator("#results .pick").count() > 10


def test_the_panel_leads_to_the_sheet(sample_build: Path, show: Any) -> None:
    page = show(sample_build / "index.html")
    page.click("#results .pick:has-text('临朐县') >> nth=0")
    page.click("#panel a.maplink:has-text('一页')")
    assert page.inner_text("h1") == "临朐县"


def labels(page: Any) -> list[str]:
    found: list[str] = page.locator("#results .label").all_inner_texts()
    return found


def read_rows(page: Any, expression: str) -> list[Any]:
    """What an expression of a row's number ``at`` and its ``name`` gives, for all rows that are shown."""
    rows = "[...document.querySelectorAll('#results .pick')].map((pick) => Number(pick.dataset.at))"
    found: list[Any] = page.evaluate(f"{rows}.map((at) => {{ const name = NAMES[at]; return {expression}; }})")
    return found


def test_lists_are_sorted_and_a_link_brings_the_state_back(sample_build: Path, show: Any) -> None:
    page = show(sample_build / "index.html")
    page.click("#tab-person")
    usual = labels(page)
    page.select_option("#sorts select", "name")
    latin = read_rows(page, "name.p.toLowerCase()")
    assert latin == sorted(latin) and sorted(labels(page)) == sorted(usual) != labels(page)
    page.select_option("#sorts select", "proofs")
    counts = read_rows(page, "name.y || 0")
    assert counts == sorted(counts, reverse=True)
    page.click("#chips button:has-text('干部')")
    page.select_option("#places select", index=1)
    page.click("#results .pick >> nth=0")
    shown, name = labels(page), page.inner_text("#panel h2")
    again = show(sample_build / "index.html", anchor=page.url.partition("#")[2])
    assert labels(again) == shown and len(shown) < len(usual)
    assert again.inner_text("#panel h2") == name
    assert again.get_attribute("#tab-person", "aria-selected") == "true"
    assert again.input_value("#sorts select") == "proofs"


def test_a_query_stands_in_the_address(sample_build: Path, show: Any) -> None:
    page = show(sample_build / "index.html")
    page.fill("#query", "qsf")
    wait_until(page, "location.hash.includes('q=qsf')")
    again = show(sample_build / "index.html", anchor=page.url.partition("#")[2])
    assert again.input_value("#query") == "qsf" and labels(again) == ["秦绍峰"]


def test_events_and_pages_are_sorted_by_day(sample_build: Path, show: Any) -> None:
    page = show(sample_build / "index.html", anchor="?tab=event&sort=date")
    days = read_rows(page, "name.z || '~'")
    assert days == sorted(days) and len(set(days)) > 2
    page = show(sample_build / "index.html", anchor="?tab=organisation&sort=code")
    codes = read_rows(page, "codeOf(at)")
    assert codes == sorted(codes)
    page = show(sample_build / "index.html", anchor="?tab=pages&sort=-date")
    files = page.locator("#results h3").all_inner_texts()
    assert len(files) == 4 and "2024-06" in files[0]


def test_a_strange_address_is_borne(sample_build: Path, show: Any) -> None:
    page = show(
        sample_build / "index.html", anchor="%E0%A4?tab=constructor&type=__proto__&sort=toString&place=x&q=%3Cimg%20src=x%3E"
    )
    assert page.inner_text("#tally").startswith("没有找到")
    assert page.locator("img").count() == 0


def test_of_a_large_graph_a_click_leads_to_the_sheet(large: Path, show: Any) -> None:
    page = show(large / "index.html")
    assert "这里只列名称" in page.inner_text("#panel")
    page.fill("#query", "秦绍峰")
    wait_until(page, "document.querySelectorAll('#results .pick').length === 1")
    assert "临朐县委书记" in page.inner_text("#results")
    page.press("#query", "Enter")
    page.wait_for_selector("main.entry")
    assert page.inner_text("h1") == "秦绍峰"


def test_of_a_large_graph_a_link_to_a_name_leads_on_to_its_sheet(large: Path, show: Any) -> None:
    page = show(large / "index.html", anchor="district/370724")
    page.wait_for_selector("main.entry")
    assert page.inner_text("h1") == "临朐县"
