"""The page to ask from, in a real browser that can reach nothing but the server. Needs what ``test_pages.py`` needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from clients import run_server
from test_pages import ARGUMENTS, CHROMIUM, playwright, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(
    playwright is None or not CHROMIUM,
    reason="no browser: pip install playwright, install chromium (or set KG_CHROMIUM), and run again",
)
READY = "() => 'ready' in document.body.dataset"


@pytest.fixture(scope="module")
def site(sample_build: Path) -> Iterator[str]:
    with run_server(sample_build, "--workers", "2", "--seconds", "5") as (address, _):
        yield address


@pytest.fixture
def page(site: str) -> Iterator[Page]:
    """The page, ready; at the end nothing was loaded from elsewhere, and the browser has complained of nothing."""
    from playwright.sync_api import sync_playwright

    faults: list[str] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.on("console", lambda message: faults.append(f"console: {message.text}"))
        opened.on("pageerror", lambda error: faults.append(f"error: {error}"))
        opened.on("request", lambda request: None if request.url.startswith((site, "data:")) else faults.append(request.url))
        opened.goto(site)
        wait_until(opened, READY)
        yield opened
        browser.close()
    assert faults == []


def status(page: Page) -> str:
    wait_until(page, "() => !['', '…'].includes(document.getElementById('status').textContent)")
    return page.inner_text("#status")


def test_a_shipped_question_is_filled_in_answered_and_linked(page: Page) -> None:
    page.click("#questions button[title='posts-in-district']")
    assert " rows" in status(page)
    page.fill("#parameters input[name='district']", "昌乐县")
    page.click("#parameters button")
    wait_until(page, "() => /祝振海/.test(document.querySelector('#result')?.textContent) && !/秦绍峰/.test(result.textContent)")
    page.click("#result a:has-text('祝振海')")
    page.wait_for_url("**/explain?name=*")
    assert page.inner_text("h1").startswith("祝振海") and page.locator("blockquote mark").count()


def test_terms_are_completed_by_their_names_in_chinese(page: Page) -> None:
    page.click("#editor .CodeMirror")
    page.evaluate("editor.setValue('SELECT ?a ?b { ?a '); editor.setCursor({ line: 0, ch: 18 })")
    page.keyboard.type("牵头")
    page.wait_for_selector(".CodeMirror-hints li")
    assert "xz:leads" in page.inner_text(".CodeMirror-hints li >> nth=0")
    page.keyboard.press("Enter")
    page.keyboard.type(" ?b }")
    page.keyboard.press("Control+Enter")
    assert " rows" in status(page), page.inner_text("#status")
    assert page.evaluate("editor.getValue()") == "SELECT ?a ?b { ?a xz:leads ?b }"


def test_errors_are_shown_and_a_query_can_be_stopped(page: Page) -> None:
    page.on("console", lambda _: None)
    page.evaluate("editor.setValue('SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c')")
    page.click("#run")
    page.click("#stop")
    wait_until(page, "() => document.getElementById('status').textContent.includes('stopped')")
    page.evaluate("editor.setValue('CONSTRUCT { ?s a ?c } { ?s a ?c } LIMIT 2')")
    page.click("#run")
    wait_until(page, "() => document.querySelector('#result pre')")


def test_what_the_graph_says_is_text(page: Page) -> None:
    evil = "<img src=x onerror=document.title=1>"
    page.evaluate(f"editor.setValue(\"SELECT ('{evil}' AS ?evil) {{}}\")")
    page.click("#run")
    assert "1 行" in status(page)
    assert page.inner_text("#result td") == evil and page.locator("#result img").count() == 0
