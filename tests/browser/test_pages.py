"""The pages in a real browser, opened from ``file://`` with the network cut.

They need Playwright and a Chromium: ``pip install playwright`` and Debian's ``chromium`` (or ``KG_CHROMIUM=/path/to/it``).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.views import write_focus, write_views

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

CHROMIUM = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
try:
    import playwright
except ImportError:
    playwright = None  # type: ignore[assignment]

pytestmark = pytest.mark.skipif(
    playwright is None or not CHROMIUM,
    reason="no browser: pip install playwright, install chromium (or set KG_CHROMIUM), and run again",
)

SAMPLE = Path(__file__).parent.parent / "sample_graph.ttl"
ID = "https://w3id.org/xianzhi/id/"
HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>\u202e倒"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample graph, in a folder whose name must be escaped in a URL, with one hostile district in it."""
    folder = tmp_path_factory.mktemp("图 & graph")
    text = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    label = f'<http://www.w3.org/2004/02/skos/core#prefLabel> "{text}"@zh'
    hostile = f"""
<{ID}district/990199> a xz:District ; {label} ; xz:level xz:county ; xz:adcode "990199" .
<{ID}person/evil> a xz:Person, xz:Official ; {label} ; skos:altLabel "{text}2"@zh .
id:post\\/evil a org:Membership ; org:member <{ID}person/evil> ; org:organization <{ID}district/990199> ;
    xz:evidence id:evidence\\/evil .
id:evidence\\/evil a xz:Evidence ; xz:quote "{text}"@zh ; xz:extractor "{text}" ; xz:inArticle id:article\\/evil .
id:article\\/evil a xz:Article ; schema:headline "{text}"@zh ; schema:isPartOf id:page\\/evil .
id:page\\/evil a xz:Page ; xz:fileName "{text}" .
"""
    (folder / "graph.ttl").write_text(SAMPLE.read_text(encoding="utf-8") + hostile, encoding="utf-8")
    write_views(folder)
    write_focus(folder, "汤启明")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


class Window:
    """One page, and all that went wrong in it."""

    def __init__(self, browser: Browser, file: Path, *, anchor: str = "", **options: Any) -> None:
        options.setdefault("viewport", WIDE)
        self.faults: list[str] = []
        self.context = browser.new_context(offline=True, reduced_motion="reduce", **options)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._watch)
        self.page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
        self.page.goto(file.as_uri() + (f"#{anchor}" if anchor else ""))
        if file.parent.name == "views":
            self.page.wait_for_selector("body[data-drawn]")

    def _watch(self, request: Request) -> None:
        if not (request.is_navigation_request() and request.url.startswith("file:")):
            self.faults.append(f"request: {request.url}")

    def close(self) -> None:
        self.context.close()
        assert self.faults == []


@contextmanager
def open_windows(browser: Browser) -> Iterator[Callable[..., Page]]:
    """What opens files; at the end each page must have asked for nothing and complained of nothing."""
    windows: list[Window] = []

    def open_page(file: Path, **options: Any) -> Page:
        windows.append(Window(browser, file, **options))
        return windows[-1].page

    yield open_page
    for window in windows:
        window.close()


@pytest.fixture
def show(browser: Browser, site: Path) -> Iterator[Any]:
    """Open pages of the site."""
    with open_windows(browser) as open_page:
        yield lambda file, **options: open_page(site / file, **options)


def wait_until(page: Page, expression: str, argument: Any = None) -> None:
    """Wait for an expression to hold. Playwright's own ``wait_for_function`` needs the ``eval`` that the policy forbids."""
    for _ in range(400):
        if page.evaluate(expression, argument):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"never held: {expression}")


def count_colours(page: Page) -> int:
    """How many different colours the map's canvas shows: a blank one has one."""
    count: int = page.evaluate(
        """() => {
          const canvas = document.querySelector("#map canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const seen = new Set();
          for (let at = 0; at < data.length; at += 4) {
            if (data[at + 3] > 250) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
          }
          return seen.size;
        }"""
    )
    return count


def click_node(page: Page, label: str) -> None:
    """Click on the canvas where a name stands."""
    point = page.evaluate(
        """(label) => {
          const at = NAMES.findIndex((name) => name.n === label && !name.far);
          const box = document.getElementById("map").getBoundingClientRect();
          const point = kgMap.network.canvasToDOM(kgMap.network.getPosition(at));
          return [box.left + point.x, box.top + point.y];
        }""",
        label,
    )
    page.mouse.click(*point)
    wait_until(page, "(label) => document.querySelector('#panel h2').textContent === label", label)


def read_files() -> list[str]:
    """Every page of the site, by the names that the sample gives them."""
    districts = [f"views/district-{code}.html" for code in ("990100", "990102", "990103", "990121", "990199")]
    return ["index.html", "views/overview.html", *districts, "views/initiative-yi-wang-san-yuan.html"]


@pytest.mark.parametrize("file", [*read_files(), "views/focus-person-tang-qi-ming.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_without_network_or_complaint(show: Any, file: str, scheme: str) -> None:
    page = show(file, color_scheme=scheme)
    assert page.locator("h1").first.inner_text()
    if file.startswith("views/"):
        assert count_colours(page) > 20


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("樊子岳", "樊子岳"),
        ("fzy", "樊子岳"),
        ("fanzi", "樊子岳"),
        ("区防指", "松河区防汛抗旱指挥部"),
        ("明德智", "明德智能装备"),
    ],
)
def test_the_index_finds_names_by_characters_pinyin_initials_and_short_forms(show: Any, typed: str, first: str) -> None:
    page = show("index.html")
    page.fill("#query", typed)
    wait_until(page, "(text) => document.querySelector('#results .label')?.textContent.startsWith(text)", first)
    page.press("#query", "Enter")
    assert page.inner_text("#panel h2").startswith(first)


def test_a_search_without_answer_says_so(show: Any) -> None:
    page = show("index.html")
    page.fill("#query", "查无此人")
    wait_until(page, "document.getElementById('tally').textContent.includes('没有找到')")
    assert page.locator("#results .pick").count() == 0


def test_the_index_shows_the_sentence_with_its_names_marked_and_where_it_stands(show: Any) -> None:
    page = show("index.html")
    page.click("#tab-person")
    page.click("#results .pick:has-text('施北辰')")
    fact = page.locator("#panel .fact").first
    assert "石桥县政府" in fact.inner_text() and "代县长" in fact.inner_text()
    assert fact.locator("blockquote").inner_text() == "石桥县代县长施北辰参加捐赠仪式。"
    assert fact.locator("mark").all_inner_texts() == ["县长", "施北辰"]
    where = fact.locator("figcaption").inner_text()
    for words in ("石桥县“暖心小院”进社区", "2021-05-20", "石桥网-2021-05-20.html", "post-before-name", "84%"):
        assert words in where


def test_only_the_title_that_belongs_to_the_name_is_marked(show: Any) -> None:
    """书记 stands twice in the sentence, once within 副书记 of someone else."""
    page = show("index.html", anchor="person/feng-jian-chuan")
    assert page.locator("#panel blockquote").first.locator("mark").all_inner_texts() == ["区委", "书记", "冯见川"]


def test_districts_stand_as_a_tree_and_lead_to_their_maps(show: Any) -> None:
    page = show("index.html")
    labels = page.locator("#results .label").all_inner_texts()
    assert labels[:4] == ["云岭省", "云岭市", "柏溪区", "望湖街道"]
    assert page.locator("#results .row:has-text('柏溪区') .maplink").first.get_attribute("href") == "views/district-990102.html"


def test_lists_filter_by_type_and_by_district(show: Any) -> None:
    page = show("index.html")
    page.click("#tab-organisation")
    page.click("#chips button:has-text('企业')")
    assert sorted(page.locator("#results .label").all_inner_texts()) == ["云岭明德机械有限公司", "石桥杏林食品有限公司"]
    place = next(text for text in page.locator("#places option").all_inner_texts() if text.startswith("石桥县"))
    page.select_option("#places select", label=place)
    assert page.locator("#results .label").all_inner_texts() == ["石桥杏林食品有限公司"]


def test_a_link_to_a_name_opens_it_and_escape_closes_it(show: Any) -> None:
    page = show("index.html", anchor="initiative/yi-wang-san-yuan")
    wait_until(page, "(wanted) => document.querySelector('#panel h2')?.textContent === wanted", "一网三员")
    assert "牵头" in page.inner_text("#panel")
    page.keyboard.press("Escape")
    wait_until(page, "document.querySelector('#panel h2').textContent === '关系图'")
    assert "#" not in page.url


def test_the_index_is_walked_by_keyboard_alone(show: Any) -> None:
    page = show("index.html")
    page.keyboard.press("/")
    page.keyboard.type("shibeichen")
    wait_until(page, "document.querySelectorAll('#results .pick').length === 1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_until(page, "(wanted) => document.querySelector('#panel h2')?.textContent === wanted", "施北辰")
    assert page.evaluate("document.activeElement.textContent") == "施北辰"
    page.keyboard.press("Escape")
    assert "施北辰" in page.evaluate("document.activeElement.textContent")


TYPED_AND_LEFT_AT_ONCE = """([text, key, composing]) => {
  const field = document.getElementById("query");
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input"));
  field.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: composing }));
}"""


def test_keys_that_come_before_the_list_is_drawn_go_into_the_new_one(show: Any) -> None:
    page = show("index.html")
    page.evaluate(TYPED_AND_LEFT_AT_ONCE, ["shibeichen", "ArrowDown", False])
    page.wait_for_timeout(150)
    assert "施北辰" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    page.evaluate(TYPED_AND_LEFT_AT_ONCE, ["longruogu", "Enter", False])
    wait_until(page, "(wanted) => document.querySelector('#panel h2')?.textContent === wanted", "龙若谷")


@pytest.mark.parametrize(("file", "title"), [("index.html", "关系图"), ("views/district-990103.html", "松河区")])
def test_the_enter_of_an_input_method_opens_nothing(show: Any, file: str, title: str) -> None:
    page = show(file)
    page.evaluate(TYPED_AND_LEFT_AT_ONCE, ["longruogu", "Enter", True])
    page.wait_for_timeout(150)
    assert page.inner_text("#panel h2") == title


def test_a_click_on_the_map_shows_the_facts_and_sentences(show: Any) -> None:
    page = show("views/district-990103.html")
    click_node(page, "樊子岳")
    panel = page.inner_text("#panel")
    assert "松河区防汛抗旱指挥部" in panel and "指挥长" in panel and "4月14日，松河区召开防汛工作会议" in panel
    assert page.url.endswith("#person/fan-zi-yue")
    click_node(page, "松河区水利局")
    page.keyboard.press("Escape")
    wait_until(page, "document.querySelector('#panel h2').textContent === '松河区'")


def test_a_name_of_another_map_leads_to_the_index(show: Any) -> None:
    page = show("views/district-990103.html")
    page.click("#panel .name:has-text('一网三员')")
    link = page.locator("#panel a.name").first
    label = link.inner_text()
    link.click()
    wait_until(page, "(label) => document.querySelector('#panel h2')?.textContent === label", label)
    assert "/index.html#" in page.url


def test_an_article_shows_all_that_it_says(show: Any) -> None:
    page = show("index.html")
    page.click("#tab-pages")
    page.click("#results .source:has-text('松河区召开防汛工作会议')")
    wait_until(page, "(wanted) => document.querySelector('#panel h2')?.textContent === wanted", "松河区召开防汛工作会议")
    facts = page.locator("#panel .fact").all_inner_texts()
    assert any("樊子岳" in fact and "指挥长" in fact and "任职" in fact for fact in facts)
    assert any("龙若谷" in fact and "主持" in fact for fact in facts)
    assert not any("冯见川" in fact for fact in facts)
    page.click("#panel .name:has-text('樊子岳')")
    page.click("#panel .proof .source")
    wait_until(page, "(wanted) => document.querySelector('#panel h2')?.textContent === wanted", "松河区召开防汛工作会议")


def test_the_legend_filters_the_map_and_its_list(show: Any) -> None:
    page = show("views/overview.html")
    shown = "nodes.length"
    before = page.evaluate(shown)
    page.click("#legend button:has-text('干部')")
    assert page.evaluate(shown) == before - 13
    assert page.locator("#legend button:has-text('干部')").get_attribute("aria-pressed") == "false"
    assert "干部" not in page.locator("#panel h3").all_inner_texts()
    page.click("#legend button:has-text('干部')")
    assert page.evaluate(shown) == before


def test_the_map_is_searched_and_the_answer_is_in_the_picture(show: Any) -> None:
    page = show("views/overview.html")
    page.fill("#query", "lwz")
    page.press("#query", "Enter")
    wait_until(page, "(wanted) => document.querySelector('#panel h2')?.textContent === wanted", "柳湾镇")
    point = page.evaluate("kgMap.network.canvasToDOM(kgMap.network.getPosition(kgMap.view.chosen))")
    box = page.locator("#map").bounding_box()
    assert 0 < point["x"] < box["width"] and 0 < point["y"] < box["height"]


def test_the_whole_map_fits_and_stands_still(show: Any) -> None:
    page = show("views/overview.html")
    places = "kgMap.network.getPositions()"
    before = page.evaluate(places)
    page.click("#closer")
    page.click("#fit")
    page.wait_for_timeout(300)
    assert page.evaluate(places) == before
    box = page.locator("#map").bounding_box()
    for point in page.evaluate("MAP.nodes.map((node) => kgMap.network.canvasToDOM(kgMap.network.getPosition(node.id)))"):
        assert 0 < point["x"] < box["width"] and 0 < point["y"] < box["height"]


def test_drawn_labels_do_not_overlap(show: Any) -> None:
    boxes = show("views/overview.html").evaluate("kgMap.boxes().map(([box]) => box)")
    assert len(boxes) > 25
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


@pytest.mark.parametrize("file", ["index.html", "views/district-990199.html"])
def test_hostile_names_are_shown_as_text(show: Any, file: str) -> None:
    page = show(file, anchor="person/evil")
    assert page.inner_text("#panel h2").replace("\n", "") == HOSTILE
    assert page.locator("#panel blockquote").inner_text() == HOSTILE
    assert page.locator("img, #panel script").count() == 0
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("file", ["index.html", "views/overview.html", "views/district-990102.html"])
def test_nothing_is_wider_than_a_phone(show: Any, file: str) -> None:
    page = show(file, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_a_phone_an_entry_covers_the_list_and_closes(show: Any) -> None:
    page = show("index.html", viewport=PHONE)
    page.click("#results .pick:has-text('松河区')")
    assert page.locator("#panel").bounding_box()["height"] >= PHONE["height"] - 1
    page.click("#panel .close")
    assert page.locator("#results .pick:has-text('松河区')").first.is_visible()


def test_long_lists_are_drawn_as_they_are_scrolled(show: Any) -> None:
    page = show("index.html")
    numbers = "Array.from({ length: 5000 }, (_, number) => number)"
    row = "(number) => make('li', { class: 'probe' }, String(number))"
    page.evaluate(f"growList(document.getElementById('results'), {numbers}, {row}, 80)")
    assert page.locator(".probe").count() < 1000
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    wait_until(page, "document.querySelectorAll('.probe').length >= 160")
