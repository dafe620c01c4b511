"""What the maps can do, in a real browser with the network cut. Needs what ``test_pages.py`` needs, and axe-core for one test."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from test_pages import CHROMIUM, HOSTILE, ID, PHONE, SAMPLE, WIDE, browser, open_windows, playwright, wait_until

from kg.views import write_focus, write_path, write_views

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

try:
    from axe_playwright_python.base import AXE_FILE_PATH
except ImportError:
    AXE_FILE_PATH = None

pytestmark = pytest.mark.skipif(
    playwright is None or not CHROMIUM,
    reason="no browser: pip install playwright, install chromium (or set KG_CHROMIUM), and run again",
)
__all__ = ["browser"]  # a fixture
OVERVIEW = "views/overview.html"
HEADING = "document.querySelector('#panel h2').textContent"


@pytest.fixture(scope="module")
def site(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages as built, with a map of one name and one of a path."""
    folder = tmp_path_factory.mktemp("maps") / "output"
    shutil.copytree(sample_build, folder)
    write_focus(folder, "秦绍峰").rename(folder / "views" / "focus.html")
    write_path(folder, "秦绍峰", "祝振海").rename(folder / "views" / "path.html")
    return folder


@pytest.fixture
def show(browser: Browser, site: Path) -> Iterator[Any]:
    """Open pages of the site, or of another folder."""
    with open_windows(browser) as open_page:
        yield lambda file, *, folder=site, **options: open_page(folder / file, **options)


def shown(page: Page) -> set[str]:
    """The names that the picture holds."""
    return set(page.evaluate("kgMap.shown().map((id) => NAMES[id].n)"))


def choose(page: Page, label: str) -> None:
    """Open a name as a search and the enter key do."""
    page.fill("#query", label)
    page.press("#query", "Enter")
    wait_until(page, f"(label) => {HEADING} === label", label)


def table(page: Page) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(page.evaluate("kgMap.makeTable()").removeprefix("\ufeff"))))


def slide(page: Page, slider: str, value: int) -> None:
    """Move a slider as a hand does."""
    page.evaluate(
        "([id, value]) => { const field = document.getElementById(id); field.value = value; "
        "field.dispatchEvent(new Event('input', { bubbles: true })); }",
        [slider, value],
    )


# ── three questions of a newcomer, by clicks alone ──


def test_who_leads_a_county_takes_one_click(show: Any) -> None:
    page = show("index.html")
    page.click("#results .pick:has-text('临朐县')")
    heads = page.locator("#panel .heads").inner_text()
    assert "秦绍峰" in heads and "书记" in heads and "高慧敏" in heads and "县长" in heads


def test_which_districts_run_an_initiative_takes_two_clicks(show: Any) -> None:
    page = show("index.html")
    page.click("#tab-initiative")
    page.click("#results .pick:has-text('万企进村')")
    panel = page.locator("#panel")
    assert "临朐县" in panel.inner_text() and "昌乐县" in panel.inner_text()
    assert panel.locator("svg.timeline text").all_text_contents()[:2] == ["临朐县", "昌乐县"]  # who was first
    assert "2024-05-16" in panel.inner_text()


def test_what_an_official_attended_takes_two_clicks(show: Any) -> None:
    page = show("index.html")
    page.click("#tab-person")
    page.click("#results .pick:has-text('高慧敏')")
    group = page.locator("#panel .group:has(h3:has-text('出席'))").last
    assert "行动推进会" in group.inner_text()
    assert any("高慧敏出席" in said for said in group.locator(".said").all_inner_texts())


# ── evidence ──


def test_a_sentence_is_highlighted_in_its_paragraph(show: Any) -> None:
    page = show(OVERVIEW)
    choose(page, "陈星野")
    proof = page.locator("#panel .proof").first
    said = proof.locator(".said").inner_text()
    assert said.startswith("县委副书记、县长陈星野") and said.endswith("陪同调研。")
    assert "常德市人大常委会副主任阳建平率调研组到石门县" in proof.locator(".beside").first.inner_text()
    assert proof.locator("mark").all_inner_texts()[-1] == "陈星野"


def test_times_of_an_official_are_drawn_and_told(show: Any) -> None:
    page = show(OVERVIEW)
    choose(page, "田卫国")
    picture = page.locator("#panel svg.timeline")
    assert {"石门县政府 副县长", "石门县委 常委", "出席的活动"} <= set(picture.locator("text.row").all_text_contents())
    assert picture.get_attribute("role") == "img" and picture.get_attribute("aria-label")
    assert "见报日期" in page.inner_text("#panel")


# ── folding ──


def test_the_overview_folds_to_districts_and_opens_by_click(show: Any) -> None:
    page = show(OVERVIEW)
    everything = shown(page)
    page.click("#depth [data-depth='0']")
    folded = shown(page)
    assert {"临朐县", "昌乐县", "石门县", "汉寿县"} <= folded and "临朐县委" not in folded and "秦绍峰" not in folded
    assert page.evaluate("TIES.some((tie) => tie.bundle)")  # what folded names have with each other stands between the folds
    page.click("#panel .name:has-text('临朐县')")
    assert "临朐县委" in shown(page) and "昌乐县委" not in shown(page) and "秦绍峰" not in shown(page)
    page.click("#panel .acts button:has-text('收起')")
    assert shown(page) == folded
    page.click("#depth [data-depth='1']")
    assert {"临朐县委", "昌乐县委"} <= shown(page) and "秦绍峰" not in shown(page)
    page.click("#depth [data-depth='2']")
    assert shown(page) == everything


def test_a_click_on_a_folded_district_opens_it_and_a_double_click_shuts_it(show: Any) -> None:
    page = show(OVERVIEW)
    page.click("#depth [data-depth='0']")
    where = """(label) => {
      const at = NAMES.findIndex((name) => name.n === label);
      const box = document.getElementById('map').getBoundingClientRect();
      const point = kgMap.network.canvasToDOM(kgMap.network.getPosition(at));
      return [box.left + point.x, box.top + point.y];
    }"""
    page.mouse.click(*page.evaluate(where, "石门县"))
    wait_until(page, "(label) => kgMap.shown().some((id) => NAMES[id].n === label)", "石门县委")
    page.wait_for_timeout(800)  # a double click just behind another click is not meant
    page.mouse.dblclick(*page.evaluate(where, "石门县"))
    wait_until(page, "(label) => !kgMap.shown().some((id) => NAMES[id].n === label)", "石门县委")


def test_a_search_finds_what_is_folded_away(show: Any) -> None:
    page = show(OVERVIEW)
    page.click("#depth [data-depth='0']")
    page.fill("#query", "qsf")
    page.press("#query", "Enter")
    wait_until(page, f"{HEADING} === '秦绍峰'")
    assert "秦绍峰" in shown(page)


# ── filters ──


def test_kinds_of_ties_are_left_away(show: Any) -> None:
    page = show(OVERVIEW)
    kinds = "[...new Set(TIES.map((tie) => tie.kind))].sort()"
    assert "attends" in page.evaluate(kinds)
    page.click("#lines [data-legend='attends']")
    assert "attends" not in page.evaluate(kinds) and "post" in page.evaluate(kinds)
    assert page.get_attribute("#lines [data-legend='attends']", "aria-pressed") == "false"
    page.click("#reset")
    assert "attends" in page.evaluate(kinds)


def test_less_sure_facts_go_with_the_slider(show: Any) -> None:
    page = show(OVERVIEW)
    before = table(page)
    slide(page, "sure", 90)
    wait_until(page, "document.getElementById('sureout').textContent === '≥ 90%'")
    rows = table(page)
    assert 0 < len(rows) < len(before)
    assert all(float(row["可信度"]) >= 0.9 for row in rows if row["可信度"])


def test_days_are_chosen_with_two_sliders(show: Any) -> None:
    page = show(OVERVIEW)
    days = page.evaluate("DAYS")
    assert len(days) > 3
    slide(page, "to", 2)
    wait_until(page, "(day) => document.getElementById('daysout').textContent.includes(day)", days[2])
    said = {row["日期"] for row in table(page) if row["日期"]}
    assert said and max(said) <= days[2]
    assert "陈星野" not in shown(page)  # of a later day
    page.click("#reset")
    assert "陈星野" in shown(page)


def test_names_are_hidden_pinned_and_brought_back(show: Any) -> None:
    page = show(OVERVIEW)
    choose(page, "秦绍峰")
    page.click("#panel .acts button:has-text('钉住')")
    page.fill("#query", "")
    page.click("#depth [data-depth='0']")
    assert "秦绍峰" in shown(page)  # though all about it is folded
    page.click("#depth [data-depth='2']")
    choose(page, "高慧敏")
    page.click("#panel .acts button:has-text('隐去')")
    assert "高慧敏" not in shown(page)
    assert "已隐去 1" in page.inner_text("#reset")
    page.click("#reset")
    assert "高慧敏" in shown(page)


# ── ways and company ──


def test_a_path_between_two_names_shows_the_sentences_along_it(show: Any) -> None:
    page = show(OVERVIEW)
    choose(page, "秦绍峰")
    page.click(".way summary")
    page.fill("#far", "zhuzhenhai")
    page.press("#far", "Enter")
    wait_until(page, f"{HEADING} === '秦绍峰 — 祝振海'")
    steps = page.locator("#panel .steps > li")
    assert steps.count() >= 2
    assert all(steps.nth(at).locator(".said").count() > 0 for at in range(steps.count()))
    lit = page.evaluate("kgMap.shown().filter(isLit).map((id) => NAMES[id].n)")
    assert {"秦绍峰", "祝振海"} <= set(lit) and len(lit) == steps.count() + 1
    page.keyboard.press("Escape")
    wait_until(page, f"{HEADING} === '总览'")


def test_a_path_that_is_not_there_is_said(show: Any) -> None:
    page = show(OVERVIEW)
    choose(page, "秦绍峰")
    page.click(".way summary")
    page.fill("#far", "陈星野")
    page.press("#far", "Enter")
    assert "没有从秦绍峰到陈星野的路径" in page.inner_text("#panel .answers")


def test_a_map_made_for_a_path_opens_with_it(show: Any) -> None:
    page = show("views/path.html")
    assert page.evaluate(HEADING) == "秦绍峰 — 祝振海"
    assert page.locator("#panel .steps .said").count() >= 2


def test_people_who_meet_stand_in_groups_and_a_line_tells_where_they_met(show: Any) -> None:
    page = show("views/together.html")
    groups = page.evaluate("Object.groupBy(MAP.nodes, (node) => node.group)")
    together = {
        frozenset(page.evaluate("(ids) => ids.map((id) => NAMES[id].n)", [n["id"] for n in group])) for group in groups.values()
    }
    assert any({"秦绍峰", "高慧敏", "傅立明"} <= group for group in together)
    panel = page.inner_text("#panel")
    assert "Louvain" in panel and "null" not in panel
    page.evaluate(
        "() => { const [at, far] = ['秦绍峰', '高慧敏'].map((n) => NAMES.findIndex((x) => x.n === n)); "
        "openEdge(TIES.find((tie) => [tie.from, tie.to].includes(at) && [tie.from, tie.to].includes(far)).id); }"
    )
    assert "同场" in page.inner_text("#panel") and page.locator("#panel .steps .said").count() >= 2


# ── links, pictures, tables ──


def test_a_link_brings_the_same_state_back(show: Any) -> None:
    page = show(OVERVIEW)
    page.click("#depth [data-depth='1']")
    page.click("#legend [data-legend='企业']")
    page.click("#lines [data-legend='locatedIn']")
    slide(page, "sure", 70)
    wait_until(page, "document.getElementById('sureout').textContent === '≥ 70%'")
    choose(page, "高慧敏")
    page.click("#panel .acts button:has-text('钉住')")
    page.evaluate("kgMap.network.moveTo({ position: { x: 12, y: -30 }, scale: 0.8 })")
    page.click("#link")
    state = (
        "({ shown: kgMap.shown(), off: [...view.off], ties: [...view.noTies], least: view.least, depth: view.depth, "
        "pinned: [...view.pinned], turned: [...view.opened], chosen: view.chosen, scale: kgMap.network.getScale().toFixed(2) })"
    )
    before = page.evaluate(state)
    again = show(OVERVIEW, anchor=page.url.split("#", 1)[1])
    wait_until(again, "() => kgMap.network.getScale().toFixed(2) === '0.80'")
    assert again.evaluate(state) == before
    assert again.evaluate(HEADING) == "高慧敏"


@pytest.mark.parametrize(
    "anchor", ["?depth=9&sure=x&days=a~b&turned=nobody&path=a~b&at=1~2", "%E0%A4%A", "person/nobody?pinned=~"]
)
def test_a_broken_link_opens_the_map_all_the_same(show: Any, anchor: str) -> None:
    page = show(OVERVIEW, anchor=anchor)
    assert page.evaluate(HEADING) == "总览" and len(shown(page)) > 100


@pytest.mark.parametrize(("button", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg "), ("csv", b"\xef\xbb\xbf")])
def test_the_picture_and_the_table_are_downloaded(show: Any, tmp_path: Path, button: str, begins: bytes) -> None:
    page = show(OVERVIEW)
    with page.expect_download() as waiting:
        page.click(f"#{button}")
    assert waiting.value.suggested_filename == f"总览.{button}"
    waiting.value.save_as(tmp_path / "file")
    data = (tmp_path / "file").read_bytes()
    assert data.startswith(begins) and len(data) > 4000


def test_the_svg_holds_the_names_and_is_well_formed(show: Any) -> None:
    page = show("views/district-370724.html")
    root = ElementTree.fromstring(page.evaluate("kgMap.drawSvg()"))
    space = "{http://www.w3.org/2000/svg}"
    titles = {title.text for title in root.iter(f"{space}title")}
    assert {"临朐县", "秦绍峰", "高慧敏"} <= titles
    assert "临朐县" in {text.text for text in root.iter(f"{space}text")}


def test_the_table_holds_a_line_for_each_sentence(show: Any) -> None:
    page = show("views/district-370724.html")
    rows = table(page)
    mine = [row for row in rows if row["甲"] == "秦绍峰" and row["关系"] == "任职"]
    assert mine and mine[0]["乙"] == "临朐县委" and mine[0]["职务"] == "书记" and "秦绍峰" in mine[0]["原句"]
    assert mine[0]["版面"].endswith(".txt") and int(mine[0]["止"]) - int(mine[0]["起"]) >= len(mine[0]["原句"])


# ── hostile, large, for all ──


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph whose names attack the page, the SVG and the spreadsheet."""
    folder = tmp_path_factory.mktemp("hostile")
    text = json.dumps(HOSTILE, ensure_ascii=False)
    formula = json.dumps('=HYPERLINK("x")', ensure_ascii=False)
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    more = f"""
<{ID}district/990199> a xz:District ; {label} {text}@zh ; xz:level xz:county ; xz:adcode "990199" .
<{ID}organisation/evil> a xz:Organisation ; {label} {formula}@zh ; xz:jurisdiction <{ID}district/990199> .
<{ID}person/evil> a xz:Person, xz:Official ; {label} {text}@zh .
id:post\\/evil a org:Membership ; org:member <{ID}person/evil> ; org:organization <{ID}organisation/evil> ;
    xz:evidence id:evidence\\/evil .
id:evidence\\/evil a xz:Evidence ; xz:quote {text}@zh ; xz:extractor {text} ; xz:inArticle id:article\\/evil .
id:article\\/evil a xz:Article ; schema:headline {text}@zh ; schema:isPartOf id:page\\/evil .
id:page\\/evil a xz:Page ; xz:fileName {text} .
"""
    for number, guests in enumerate((("甲一", "乙二"), ("乙二", "丙三"))):  # 乙二 joins who never met
        more += f'<{ID}event/bridge{number}> a xz:Event, xz:Meeting ; {label} "第{number}次会议"@zh .\n'
        for guest in guests:
            key = "abc"["甲乙丙".index(guest[0])]
            more += f'<{ID}person/bridge-{key}> a xz:Person, xz:Official ; {label} "{guest}"@zh .\n'
            more += f"<{ID}person/bridge-{key}> xz:attends <{ID}event/bridge{number}> .\n"
    (folder / "graph.ttl").write_text(SAMPLE.read_text(encoding="utf-8") + more, encoding="utf-8")
    write_views(folder)
    return folder


def test_who_joins_the_groups_is_told_and_what_that_means(show: Any, hostile: Path) -> None:
    page = show("views/together.html", folder=hostile)
    group = page.locator("#panel .group:has(h3:has-text('联系各群的人'))")
    assert "乙二" in group.inner_text() and "甲一" not in group.inner_text()
    assert "中介中心度" in group.inner_text() and "不说明权力" in group.inner_text()


def test_hostile_names_are_inert_in_pictures_and_tables(show: Any, hostile: Path) -> None:
    page = show("views/district-990199.html", folder=hostile)
    root = ElementTree.fromstring(page.evaluate("kgMap.drawSvg()"))
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "ellipse",
        "path",
        "polygon",
        "circle",
        "text",
    }
    rows = table(page)
    assert any(row["乙"] == '\'=HYPERLINK("x")' for row in rows)
    choose(page, '=HYPERLINK("x")')
    assert page.evaluate("window.hacked") is None and page.locator("img").count() == 0


def test_a_map_too_large_for_facts_says_so_and_still_works(
    show: Any, sample_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "large"
    shutil.copytree(sample_build, folder)
    monkeypatch.setattr("kg.views.site.MAX_NAMES", 50)
    monkeypatch.setattr("kg.views.scenes.OPEN_AT_ONCE", 40)
    write_views(folder)
    page = show(OVERVIEW, folder=folder)
    assert page.evaluate("FACTS.length") == 0 and len(shown(page)) <= 40
    choose(page, "秦绍峰")
    assert "不带原句" in page.inner_text("#panel") and "临朐县委" in page.inner_text("#panel")
    slide(page, "sure", 90)
    wait_until(page, "document.getElementById('sureout').textContent === '≥ 90%'")
    assert page.evaluate("TIES.filter((tie) => !tie.bundle).every((tie) => tie.said[0] >= 90)")


def test_names_stand_with_their_pinyin_where_one_wants_it(show: Any) -> None:
    page = show("views/district-370724.html")
    choose(page, "秦绍峰")
    drawn = "placed.map((each) => each.text)"
    wait_until(page, f"{drawn}.includes('秦绍峰')")
    assert "Qin Shaofeng" not in page.evaluate(drawn)
    page.click("#latin")
    wait_until(page, f"{drawn}.includes('Qin Shaofeng')")
    again = show("views/district-370724.html", anchor=page.url.split("#", 1)[1])
    wait_until(again, f"{drawn}.includes('Qin Shaofeng')")


def test_a_map_is_worked_by_keyboard_alone(show: Any) -> None:
    page = show(OVERVIEW)
    page.keyboard.press("/")
    page.keyboard.type("gaohuimin")
    page.keyboard.press("Enter")
    wait_until(page, f"{HEADING} === '高慧敏'")
    page.keyboard.press("Escape")
    page.focus("#sure")
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.getElementById('sureout').textContent === '≥ 5%'")
    page.focus("#depth [data-depth='0']")
    page.keyboard.press("Enter")
    assert "高慧敏" not in shown(page)
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"from", "to", "png", "csv", "link", "name"} <= reached | {"png", "csv", "link"}


@pytest.mark.parametrize("file", [OVERVIEW, "views/together.html", "views/path.html"])
def test_no_map_is_wider_than_a_phone(show: Any, file: str) -> None:
    page = show(file, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.skipif(AXE_FILE_PATH is None, reason="no axe-core: pip install axe-playwright-python, and run again")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("file", "label"),
    [
        ("index.html", ""),
        (OVERVIEW, ""),
        (OVERVIEW, "高慧敏"),
        ("views/district-370724.html", "临朐县"),
        ("views/initiative-wan-qi-jin-cun-aa9d87af.html", ""),
        ("views/together.html", "秦绍峰"),
        ("views/focus.html", ""),
        ("views/path.html", ""),
        ("names/district-370724.html", ""),
        ("names/person-qin-shaofeng-b1d89606.html", ""),
        ("articles/*.html", ""),
    ],
)
def test_axe_finds_no_serious_fault(browser: Browser, site: Path, file: str, label: str, scheme: Any) -> None:
    assert AXE_FILE_PATH is not None
    context = browser.new_context(offline=True, viewport=WIDE, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(next(site.glob(file)).as_uri())
    page.wait_for_selector({"views": "body[data-drawn]", "index.html": "#results"}.get(file.split("/")[0], "main"))
    if label:
        choose(page, label)
    page.evaluate(Path(AXE_FILE_PATH).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    context.close()
    serious = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    assert [(each["id"], [node["html"][:120] for node in each["nodes"][:4]]) for each in serious] == []
    assert len(found["passes"]) > 15  # it did look
