"""Sheets, the pages of single names and articles: complete, linked, harmless, the same every time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sample_readings import COUNTY, GOVERNMENT, edge, make_article, make_page, post, prove, spring_reading, summer_reading

from kg.build import build
from kg.graph import write_graph, write_page_text
from kg.model import Entity, Fact, Kind, Reading
from kg.views import read_catalogue, write_views
from kg.views.entries import rank_of
from kg.views.quotes import cut_runs, find_forms, find_marks
from kg.views.timeline import MAX_ROWS, Dot, Strip, draw_chart

BASE = "https://example.org/id/"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e倒'\"&amp;"


class Sheet(HTMLParser):
    """What stands in a page: its elements, its ids and links, its text."""

    def __init__(self, file: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.style = ""
        self._in_style = False
        self.source = file.read_text(encoding="utf-8")
        self.feed(self.source)
        self.close()
        self.links = [attributes["href"] for tag, attributes in self.tags if tag == "a"]
        self.ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.style += data
        else:
            self.text += data


def read_data(file: Path) -> dict[str, Any]:
    """The data block of an index or a map."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', file.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def write_site(folder: Path, *readings: Reading) -> Path:
    """A folder as a build leaves it, of these readings."""
    folder.mkdir(exist_ok=True)
    for reading in readings:
        write_page_text(folder, reading.page)
    write_graph(readings, folder, base=BASE)
    write_views(folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages about one district, each with its text."""
    return write_site(tmp_path_factory.mktemp("site"), *two_readings())


def two_readings() -> tuple[Reading, Reading]:
    spring = spring_reading()
    ours = edge(9, "jurisdiction", GOVERNMENT, COUNTY, *spring.facts[0].evidence)
    return replace(spring, facts=(*spring.facts, ours)), summer_reading()


def hostile_reading() -> Reading:
    """A page on which every text attacks."""
    page = make_page(HOSTILE, f"{HOSTILE}\n\n{HOSTILE}出席会议。\n", date(2031, 3, 3))
    article = replace(make_article(page), headline=HOSTILE)
    proof = prove(article, f"{HOSTILE}出席会议。", by=HOSTILE)
    here = (article.id,)
    names = {
        "person/evil": Kind.PERSON,
        "organisation/evil": Kind.ORGANISATION,
        "initiative/evil": Kind.INITIATIVE,
        "event/evil": Kind.EVENT,
        "district/evil": Kind.DISTRICT,
    }
    entities = tuple(
        Entity(name, kind, "", HOSTILE, (f"又{HOSTILE}",), level="county" if kind is Kind.DISTRICT else "", articles=here)
        for name, kind in names.items()
    )
    facts = (
        post(1, "person/evil", HOSTILE, proof, "organisation/evil"),
        edge(1, "attends", "person/evil", "event/evil", proof),
        edge(2, "jurisdiction", "organisation/evil", "district/evil", proof),
        edge(3, "leads", "organisation/evil", "initiative/evil", proof),
        Fact("money1", "investment", (("subject", "initiative/evil"), ("text", HOSTILE)), (proof,)),
    )
    return Reading(page, (article,), entities, facts, bylines={article.id: (("reporter", "person/evil"),)})


def sheets_of(folder: Path) -> list[Path]:
    return sorted([*(folder / "names").iterdir(), *(folder / "articles").iterdir()])


# ── complete and linked ──


def test_every_name_and_every_article_has_a_sheet(sample_build: Path) -> None:
    data = read_data(sample_build / "index.html")
    assert data["names"] and data["sources"] and data["unlisted"] == 0 and data["large"] is False
    for thing in (*data["names"], *data["sources"]):
        assert (sample_build / thing["w"]).is_file()
    assert len({thing["w"] for thing in data["names"]}) == len(list((sample_build / "names").iterdir())) == len(data["names"])
    assert len(data["sources"]) == len(list((sample_build / "articles").iterdir()))


def test_every_link_of_every_page_leads_somewhere(sample_build: Path, site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    for folder in (sample_build, site):
        ways = [(file, link) for file in sheets_of(folder) for link in Sheet(file).links]
        for page in (folder / "index.html", *(folder / "views").iterdir()):
            data = read_data(page)
            ways += [(page, thing[way]) for thing in (*data["names"], *data["sources"]) for way in ("v", "w") if way in thing]
        assert len(ways) > 100
        for file, link in ways:
            path, _, anchor = link.partition("#")
            target = (file.parent / unquote(path)).resolve() if path else file.resolve()
            assert target.is_relative_to(folder.resolve()) and target.is_file(), f"{file.name} links to {link}"
            if anchor and target.name != "index.html":  # the index reads its anchors itself
                if target not in ids:
                    ids[target] = set(Sheet(target).ids)
                assert anchor in ids[target], f"{file.name} links to {link}"


def test_ids_are_unique_on_a_sheet(sample_build: Path) -> None:
    for file in sheets_of(sample_build):
        ids = Sheet(file).ids
        assert len(ids) == len(set(ids))


def test_of_too_many_names_those_with_most_ties_have_a_sheet_and_the_index_says_so(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(site, tmp_path / "few")
    monkeypatch.setattr("kg.views.register.MAX_PAGES", 5)
    write_views(tmp_path / "few")
    data = read_data(tmp_path / "few" / "index.html")
    having = {name["n"] for name in data["names"] if "w" in name}
    assert len(having) == 5 and data["unlisted"] == len(data["names"]) - 5
    assert {"青坪区", "林远舟"} <= having and "单小禾" not in having
    assert len(list((tmp_path / "few" / "names").iterdir())) == 5  # and those of the run before are gone


def test_of_a_large_graph_the_index_holds_names_only(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(site, tmp_path / "large")
    monkeypatch.setattr("kg.views.site.MAX_INDEX_FACTS", 5)
    write_views(tmp_path / "large")
    small, large = read_data(site / "index.html"), read_data(tmp_path / "large" / "index.html")
    assert large["large"] is True and large["facts"] == large["proofs"] == []
    assert large["counts"] == small["counts"]
    rows = [[{key: row.get(key) for key in "kntgiyzw"} for row in data["names"]] for data in (small, large)]
    assert rows[0] == rows[1]  # a row shows the same


def test_what_a_row_of_the_index_shows(site: Path) -> None:
    rows = {row["n"]: row for row in read_data(site / "index.html")["names"]}
    assert rows["林远舟"]["i"] == ["青坪区委副书记", "青坪区政府代区长"]
    assert rows["林远舟"]["y"] == 4 and rows["林远舟"]["z"] == "2031-03-03"
    assert rows["暖巷行动"]["i"] == ["青坪区 牵头", "1.5亿元"]
    assert rows["“暖巷行动”推进会"]["z"] == "2031-03-02"


# ── harmless ──


def test_a_sheet_runs_nothing_and_loads_nothing(sample_build: Path, site: Path) -> None:
    for file in (*sheets_of(sample_build), *sheets_of(site)):
        sheet = Sheet(file)
        tags = {tag for tag, _ in sheet.tags}
        assert not tags & {"script", "link", "iframe", "img", "object", "embed", "base", "form", "image", "use"}
        for _, attributes in sheet.tags:
            assert not any(name.startswith("on") or name in ("src", "style", "xlink:href") for name in attributes)
        assert not any(link.startswith(("http:", "https:", "//", "javascript:")) for link in sheet.links)
        assert "url(" not in sheet.style and "@import" not in sheet.style
        policy = next(each["content"] for _, each in sheet.tags if each.get("http-equiv") == "Content-Security-Policy")
        digest = base64.b64encode(hashlib.sha256(sheet.style.encode()).digest()).decode()
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_all_sheets_share_one_style(sample_build: Path, site: Path) -> None:
    styles = {Sheet(file).style for file in (*sheets_of(sample_build), *sheets_of(site))}
    assert len(styles) == 1
    assert len(styles.pop()) < 20_000


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    folder = write_site(tmp_path, hostile_reading())
    files = sheets_of(folder)
    assert len(files) == 6
    for file in files:
        sheet = Sheet(file)
        assert not {tag for tag, _ in sheet.tags} & {"script", "img"}
        assert "<script" not in sheet.source and "<img" not in sheet.source
        assert HOSTILE in sheet.text
        title = re.search(r"<title>(.*?)</title>", sheet.source)
        assert title and "\u202e" not in title[1] and "alert(1)" in unescape(title[1])
        for tag, attributes in sheet.tags:  # what turns the direction is kept in, and out of all that is no text
            assert tag == "a" or "\u202e" not in attributes.get("title", "")
    article = next(file for file in files if file.parent.name == "articles")
    assert Sheet(article).text.count(HOSTILE) > 5


# ── the same bytes, and nothing left over ──


def test_the_same_readings_give_the_same_sheets_in_any_order(site: Path, tmp_path: Path) -> None:
    other = write_site(tmp_path / "other", *reversed(two_readings()))
    assert [file.name for file in sheets_of(other)] == [file.name for file in sheets_of(site)]
    for file, again in zip(sheets_of(site), sheets_of(other), strict=True):
        assert file.read_bytes() == again.read_bytes()


def test_sheets_of_an_earlier_run_are_removed_and_nothing_else(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "again")
    sheet = next((tmp_path / "again" / "names").glob("person-*.html"))
    stale = [sheet.with_name("person-gone.html"), tmp_path / "again" / "articles" / "0123.html"]
    own = [sheet.with_name("person-mine.html"), sheet.with_name("notes.txt")]
    for file in stale:
        shutil.copy(sheet, file)
    for file in own:
        file.write_text("<!doctype html>\n", encoding="utf-8")
    write_views(tmp_path / "again")
    assert not any(file.exists() for file in stale) and all(file.exists() for file in own)


def test_who_is_withheld_is_on_no_sheet_any_more(sample_build: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_build, tmp_path / "withheld")
    before = [file for file in sheets_of(tmp_path / "withheld") if "廖海平" in file.read_text(encoding="utf-8")]
    assert len(before) > 2  # a courier, on a sheet of his own, and in an article
    write_views(tmp_path / "withheld", withhold_private=True)
    sheets = sheets_of(tmp_path / "withheld")
    assert not any("liao-haiping" in file.name or "廖海平" in file.read_text(encoding="utf-8") for file in sheets)
    assert any("快递员□□□说" in file.read_text(encoding="utf-8") for file in sheets)


def test_names_that_differ_only_in_case_have_different_files(tmp_path: Path) -> None:
    reading = hostile_reading()
    twin = replace(reading.entities[0], id="person/EVIL")
    folder = write_site(tmp_path, replace(reading, entities=(*reading.entities, twin)))
    names = [file.name.lower() for file in (folder / "names").iterdir()]
    assert len(names) == len(set(names)) == 6


# ── what is said ──


def find_sheet(folder: Path, label: str) -> Sheet:
    row = next(row for row in read_data(folder / "index.html")["names"] if row["n"] == label)
    return Sheet(folder / row["w"])


def test_a_district_shows_its_heads_its_bodies_and_what_goes_on_there(site: Path) -> None:
    sheet = find_sheet(site, "青坪区")
    for anchor in ("heads", "bodies", "initiatives", "events", "partOf-back", "articles"):
        assert anchor in sheet.ids
    heads = sheet.source[sheet.source.index('<section id="heads">') : sheet.source.index('<section id="bodies">')]
    assert "林远舟" in heads and '<span class="role">代区长</span>' in heads
    assert heads.count('<p class="who">') == 1  # a deputy secretary heads nothing
    bodies = sheet.source[sheet.source.index('<section id="bodies">') : sheet.source.index('<section id="initiatives">')]
    assert bodies.index("青坪区委") < bodies.index("青坪区政府")
    assert "解文澜" in bodies
    assert "望川市" in sheet.text and "槐荫街道" in sheet.text


def test_an_official_has_posts_a_timeline_and_company(site: Path) -> None:
    sheet = find_sheet(site, "林远舟")
    assert sheet.ids.index("post") < sheet.ids.index("timeline") < sheet.ids.index("presides") < sheet.ids.index("company")
    assert "2031-03-03 至 2031-07-14 见报" in sheet.text
    tags = [tag for tag, _ in sheet.tags]
    assert tags.count("rect") == 1 and tags.count("circle") == 4  # a post of two days, one of one, one event
    assert "横轴是见报日期" in sheet.text and "不表示两人有其他关系" in sheet.text
    svg = next(attributes for tag, attributes in sheet.tags if tag == "svg")
    assert svg["role"] == "img" and set(svg["aria-labelledby"].split()) <= set(sheet.ids)
    assert "<mark>" in sheet.source and "<b>林远舟</b>" in sheet.source
    assert "青坪日报-2031-03-03.txt" in sheet.text and "可信度 90%" in sheet.text


def test_an_initiative_shows_where_who_and_since_when(site: Path) -> None:
    sheet = find_sheet(site, "暖巷行动")
    assert {"districts", "leads-back", "takesPartIn-back", "investment", "figure"} <= set(sheet.ids)
    assert "2031-03-03 起见报" in sheet.text and "首次见报" in sheet.text and "1.5亿元" in sheet.text


def test_an_event_shows_who_presided_and_who_attended(site: Path) -> None:
    sheet = find_sheet(site, "“暖巷行动”推进会")
    assert sheet.ids.index("presides-back") < sheet.ids.index("attends-back")
    assert "2031-03-02" in sheet.text


def test_a_reporter_has_bylines_only(site: Path) -> None:
    sheet = find_sheet(site, "单小禾")
    assert "bylines" in sheet.ids and "post" not in sheet.ids and "记者" in sheet.text


def test_an_article_shows_its_text_with_names_and_proofs(site: Path) -> None:
    rows = {row["h"]: row for row in read_data(site / "index.html")["sources"]}
    sheet = Sheet(site / rows["青坪区启动“暖巷行动”"]["w"])
    text = sheet.source[sheet.source.index('<div class="text">') : sheet.source.index('<section id="facts">')]
    assert re.search(r'<a class="in t-Official said" href="\.\./names/person-lin[^"]*">林远舟</a>', text)
    assert re.search(r'<a class="in t-GovernmentBody said" href="[^"]*">区住建局</a>', text)  # another form of the name
    assert "单小禾" in sheet.text
    numbers = [ids for ids in sheet.ids if re.fullmatch(r"s\d+", ids)]
    assert numbers == ["s1", "s2", "s3", "s4", "s5"] and {f"n{number[1:]}" for number in numbers} <= set(sheet.ids)
    assert "代区长" in sheet.source[sheet.source.index('<section id="facts">') :]


def test_an_article_whose_page_is_not_kept_shows_its_quotes(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "bare")
    shutil.rmtree(tmp_path / "bare" / "pages")
    write_views(tmp_path / "bare")
    for file in (tmp_path / "bare" / "articles").iterdir():
        sheet = Sheet(file)
        assert "没有保存这个版面的文字" in sheet.text and "n1" in sheet.ids and "s1" not in sheet.ids
    assert "<mark>青坪区委" in find_sheet(tmp_path / "bare", "林远舟").source.replace("<b>", "")


def test_a_page_without_a_last_line_end_is_shown_whole(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
    build(tmp_path / "page.txt", tmp_path / "out")
    (source,) = read_catalogue(tmp_path / "out").sources.values()
    assert source.extent == ((0, 20),)
    assert "高慧敏到沂山镇调研。" in Sheet(next((tmp_path / "out" / "articles").iterdir())).text.replace("1", "")


def test_a_short_form_of_two_names_is_coloured_but_no_link(tmp_path: Path) -> None:
    page = make_page("a.txt", "青坪区总工会开会。\n白石区总工会也开会。\n区总工会很忙。\n", date(2031, 3, 3))
    article = make_article(page)
    names = (("a", "青坪区总工会"), ("b", "白石区总工会"))
    entities = tuple(
        Entity(f"organisation/{key}", Kind.ORGANISATION, "", label, ("区总工会",), articles=(article.id,)) for key, label in names
    )
    folder = write_site(tmp_path, Reading(page, (article,), entities))
    source = next((folder / "articles").iterdir()).read_text(encoding="utf-8")
    assert '<span class="in t-organisation" title="不止一个名称这样写">区总工会</span>' in source
    assert source.count('<a class="in ') == 2


# ── the parts ──


def test_only_the_title_that_belongs_to_the_person_is_marked() -> None:
    text = "区委书记冯见川、区委副书记汤启明参加。"
    marks = find_marks(text, ["冯见川"], ["柏溪区委", "区委"], ["书记"], post=True)
    assert sorted(text[start:end] for start, end in marks) == ["书记", "冯见川", "区委"]
    assert sorted(marks) == [(0, 2), (2, 4), (4, 7)]
    assert [run.text for run in cut_runs(text, marks) if run.marked] == ["区委", "书记", "冯见川"]


def test_the_longest_form_is_found_first() -> None:
    assert find_forms("区委组织部和区委", ["区委", "区委组织部"]) == [(0, 5), (6, 8)]


def test_titles_have_ranks() -> None:
    assert rank_of("主席") < rank_of("副主席")
    assert rank_of("区长") < rank_of("书记") < rank_of("副县长") < rank_of("没有的头衔")


def test_a_chart_places_days_and_says_them() -> None:
    days = [date(2031, 1, 1), date(2031, 7, 2), date(2032, 1, 1)]
    chart = draw_chart("图", [Strip("区长", tuple(Dot(day, "区长") for day in days), bar=True), Strip("无日期", ())])
    assert chart is not None and len(chart.rows) == 1
    assert [point.at for point in chart.rows[0].points] == [2.0, 49.87, 98.0] and chart.rows[0].bar == (2.0, 96.0)
    assert [words for _, words, _ in chart.ticks] == ["2031-01-01", "2031-07", "2032-01-01"]
    assert chart.summary == "区长：2031-01-01至2032-01-01"
    assert draw_chart("图", [Strip("无日期", ())]) is None
    many = draw_chart("图", [Strip(str(number), (Dot(days[0], "x"),)) for number in range(MAX_ROWS + 3)])
    assert many is not None and many.left_out == 3
