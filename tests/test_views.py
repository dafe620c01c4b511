"""The pages as files: complete, harmless, the same every time. What they do in a browser is in ``browser/``."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, QueryError
from kg.model import Entity, Fact, Kind
from kg.network import make_company
from kg.views import read_catalogue, write_focus, write_path, write_views
from kg.views.catalogue import ends_of, role_of
from kg.views.heads import find_heads
from kg.views.kinds import COMPANY, LINES, LOOKS
from kg.views.layout import Box, measure_label, place_names, wrap_label
from kg.views.pages import dump_json
from kg.views.scenes import draw_company, draw_district, draw_overview, make_atlas

SAMPLE = Path(__file__).parent / "sample_graph.ttl"
ID = "https://w3id.org/xianzhi/id/"
XZ = "https://w3id.org/xianzhi/ontology#"
HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>&quot;\u202e\u2028'\""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as ``kg build`` leaves it, with the sample graph."""
    shutil.copy(SAMPLE, tmp_path / "graph.ttl")
    return tmp_path


@pytest.fixture
def hostile(built: Path) -> Path:
    """The same with a district, a person, a body and a sentence whose texts attack the page."""
    text = json.dumps(HOSTILE, ensure_ascii=False).replace("\u2028", "\\u2028")
    label = f"<http://www.w3.org/2004/02/skos/core#prefLabel> {text}@zh"
    with (built / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write(
            f"""
<{ID}district/990199> a xz:District ; {label} ; xz:level xz:county ; xz:adcode "../../x" .
<{ID}organisation/evil> a xz:Organisation ; {label} ; xz:jurisdiction <{ID}district/990199> .
<{ID}person/evil> a xz:Person, xz:Official ; {label} ; skos:altLabel {text}@zh .
id:post\\/evil a org:Membership ; org:member <{ID}person/evil> ; org:organization <{ID}organisation/evil> ;
    xz:status {text} ; xz:evidence id:evidence\\/evil .
id:evidence\\/evil a xz:Evidence ; xz:quote {text} ; xz:start 0 ; xz:end 9 ; xz:extractor {text} ;
    xz:inArticle id:article\\/evil .
id:article\\/evil a xz:Article ; schema:headline {text} ; schema:isPartOf id:page\\/evil .
id:page\\/evil a xz:Page ; xz:fileName {text} .
"""
        )
    (built / "problems.jsonl").write_text(json.dumps({"where": HOSTILE, "what": HOSTILE}) + "\n", encoding="utf-8")
    return built


class _Reader(HTMLParser):
    """Collects what a browser would load, run or show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, str]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("script", "style", "title"):
            self.blocks.append((self._open[-1], data))


def read_page(file: Path) -> tuple[_Reader, dict[str, Any]]:
    """The page as parsed, and its data block."""
    reader = _Reader()
    reader.feed(file.read_bytes().decode("utf-8"))
    reader.close()
    scripts = [text for tag, text in reader.blocks if tag == "script"]
    assert len(scripts) == 2
    data: dict[str, Any] = json.loads(scripts[0])
    return reader, data


def write_drawn(folder: Path) -> list[Path]:
    """Write all pages; those with a data block and scripts, the index first. Sheets have tests of their own."""
    return [file for file in write_views(folder) if file.parent.name not in ("names", "articles")]


def test_the_catalogue_holds_what_the_graph_says(built: Path) -> None:
    catalogue = read_catalogue(built)
    assert len(catalogue.pages) == 3 and len(catalogue.sources) == 5
    kinds = [entity.kind for entity in catalogue.entities.values()]
    assert kinds.count(Kind.DISTRICT) == 12 and kinds.count(Kind.PERSON) == 17
    posts = [fact for fact in catalogue.facts if fact.predicate == "post"]
    acting = next(fact for fact in posts if role_of(fact, "status") == "acting")
    person, body = ends_of(acting)
    assert [catalogue.entities[end].label for end in (person, body)] == ["施北辰", "石桥县政府"]
    assert role_of(acting, "role") == "县长"
    assert acting.evidence[0].quote == "石桥县代县长施北辰参加捐赠仪式。"
    assert catalogue.sources[acting.evidence[0].article].page == "石桥网-2021-05-20.html"
    figure = next(fact for fact in catalogue.facts if fact.predicate == "figure")
    assert (role_of(figure, "counts"), role_of(figure, "text")) == ("网格员", "326名")


def test_facts_with_weak_proof_only_are_left_away(built: Path) -> None:
    every = {fact.id for fact in read_catalogue(built).facts}
    sure = {fact.id: fact for fact in read_catalogue(built, min_confidence=0.9).facts}
    assert sure.keys() < every
    assert all(each.score >= 0.9 for fact in sure.values() for each in fact.evidence)
    assert any(not fact.evidence for fact in sure.values())  # what needs no proof, as the tree of districts, stays


def test_a_folder_without_a_graph_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kg build"):
        read_catalogue(tmp_path)


def test_a_broken_graph_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_text("<a> <b> .\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"graph\.nt"):
        read_catalogue(tmp_path)


def test_which_pages_are_written(built: Path) -> None:
    files = [file.relative_to(built).as_posix() for file in write_drawn(built)]
    assert files[:2] == ["index.html", "views/overview.html"]
    districts = {f"views/district-{code}.html" for code in ("990100", "990102", "990103", "990121")}
    assert set(files[2:]) == districts | {"views/together.html", "views/initiative-yi-wang-san-yuan.html"}
    assert all((built / file).is_file() for file in files)


def test_a_map_that_has_no_reason_any_more_is_removed(built: Path) -> None:
    (built / "views").mkdir()
    old, own = built / "views" / "district-000000.html", built / "views" / "notes.html"
    old.write_text("", encoding="utf-8")
    own.write_text("", encoding="utf-8")
    write_views(built)
    assert not old.exists() and own.exists()


def test_the_same_graph_gives_the_same_bytes_in_any_order(built: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    import pyoxigraph

    other = tmp_path_factory.mktemp("other")
    triples = list(pyoxigraph.parse(path=str(built / "graph.ttl")))
    pyoxigraph.serialize(reversed(triples), str(other / "graph.nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    files, others = write_views(built), write_views(other)
    assert [file.name for file in files] == [file.name for file in others]
    for file, again in zip(files, others, strict=True):
        assert file.read_bytes() == again.read_bytes()


def test_pages_load_nothing_and_leave_nothing_behind(
    built: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("cwd")
    monkeypatch.chdir(elsewhere)
    for file in (*write_drawn(built), write_focus(built, "冯见川")):
        reader, _ = read_page(file)
        for tag, attributes in reader.tags:
            assert tag not in ("link", "iframe", "img", "object", "embed", "base"), f"{file.name} has <{tag}>"
            assert "src" not in attributes
            assert not (attributes.get("href") or "").startswith(("http:", "https:", "//"))
            assert not any(name.startswith("on") for name in attributes)
        style = "".join(text for tag, text in reader.blocks if tag == "style")
        assert "url(" not in style and "@import" not in style
        text = file.read_text(encoding="utf-8")
        assert "sourceMappingURL" not in text
        assert ("@license" in text) == (file.parent.name == "views")  # what vis-network asks of those who copy it
    assert list(elsewhere.iterdir()) == [] and not list(built.rglob("*.part"))


def test_every_page_has_charset_language_and_a_policy_with_its_own_hashes(built: Path) -> None:
    for file in write_drawn(built):
        reader, _ = read_page(file)
        tags = dict(reader.tags)
        assert tags["html"] == {"lang": "zh"}
        assert ("meta", {"charset": "utf-8"}) in reader.tags
        policy = next(each["content"] or "" for tag, each in reader.tags if each.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        scripts = [text for tag, text in reader.blocks if tag == "script"]
        style = next(text for tag, text in reader.blocks if tag == "style")
        for directive, text in (("script-src", scripts[1]), ("style-src", style)):
            digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()
            assert f"{directive} 'sha256-{digest}'" in policy


def test_hostile_texts_stay_texts(hostile: Path) -> None:
    files = write_drawn(hostile)
    assert hostile / "views" / "district-x.html" in files
    for file in (*files, write_focus(hostile, HOSTILE)):
        text = file.read_text(encoding="utf-8")
        assert "alert(1)</script>" not in text and "<img" not in text and "\u2028" not in text
        reader, data = read_page(file)  # two scripts: the data, the page's own
        assert all(tag != "img" for tag, _ in reader.tags)
        if file.name in ("index.html", "overview.html", "district-x.html"):
            assert HOSTILE in [name["n"] for name in data["names"]]
            assert HOSTILE in [proof["q"] for proof in data["proofs"]]


def test_json_for_a_script_block_holds_no_character_that_ends_it() -> None:
    text = dump_json({"a": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"a": HOSTILE}


def test_the_index_counts_and_lists_what_was_built(built: Path) -> None:
    (built / "problems.jsonl").write_text('{"where": "坏.txt", "what": "空文件"}\n', encoding="utf-8")
    write_views(built)
    _, data = read_page(built / "index.html")
    assert data["counts"]["pages"] == 3 and data["counts"]["articles"] == 5
    assert data["counts"]["facts"] == 63 and data["counts"]["person"] == 17
    page = data["pages"][0]
    assert page["f"] == "松河日报-2021-04-15.txt"
    headlines = [data["sources"][number]["h"] for number in page["a"]]
    assert len(headlines) == 2 and headlines[1] == "松河区召开防汛工作会议"
    assert data["problems"] == [["坏.txt", "空文件"]]
    by_label = {name["n"]: name for name in data["names"]}
    assert by_label["柏溪区"]["v"] == "views/district-990102.html"
    assert by_label["一网三员"]["v"] == "views/initiative-yi-wang-san-yuan.html"
    assert by_label["冯见川"]["s"] == "fengjianchuan fjc"
    assert [data["names"][place]["n"] for place in by_label["一网三员"]["g"]] == ["柏溪区", "松河区"]
    assert [data["names"][place]["n"] for place in by_label["滕亦凡"]["g"]] == ["柏溪区"]


def test_a_district_map_shows_the_district_and_only_it(built: Path) -> None:
    write_views(built)
    _, data = read_page(built / "views" / "district-990103.html")
    shown = {data["names"][node["id"]]["n"] for node in data["map"]["nodes"]}
    assert {"松河区", "松河区委", "龙若谷", "樊子岳", "柳湾镇", "松河区防汛工作会议", "一窗通办", "一网三员"} <= shown
    assert not shown & {"柏溪区委", "冯见川", "石桥县", "云岭市委"}
    assert data["map"]["left"] == 0


def test_a_map_says_how_many_names_it_leaves_out(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.views.scenes.MAX_NAMES", 10)
    atlas = make_atlas(read_catalogue(built))
    scene = draw_district(atlas, f"{ID}district/990102")
    assert len(scene.spots) == 10 and scene.left_out == 14
    monkeypatch.setattr("kg.views.scenes.MAX_OVERVIEW", 10)
    assert len(draw_overview(atlas).spots) == 10


def test_on_the_overview_each_county_is_an_island_and_what_they_share_is_on_none(built: Path) -> None:
    atlas = make_atlas(read_catalogue(built))
    scene = draw_overview(atlas)
    label = {name: entity.label for name, entity in atlas.catalogue.entities.items()}
    parents = {label[spot.id]: label.get(spot.parent, "") for spot in scene.spots}
    assert {parents[name] for name in ("云岭市", "柏溪区", "松河区", "石桥县", "一网三员")} == {""}
    assert parents["暖心小院"] == "石桥县" and parents["柏溪区委"] == "柏溪区" and parents["望湖街道"] == "柏溪区"
    assert parents["望湖街道党工委"] == "望湖街道"  # not on the committee above it, which is of another district
    islands = {label[island.id]: island for island in scene.islands}
    assert {"柏溪区", "松河区", "石桥县", "望湖街道"} <= set(islands)
    spots = {label[spot.id]: spot for spot in scene.spots}
    for name, parent in parents.items():
        if parent in islands:
            island = islands[parent]
            across = (spots[name].x - island.x) / island.half_width
            down = (spots[name].y - island.y) / island.half_height
            assert across**2 + down**2 < 1


def test_labels_of_a_map_do_not_overlap(built: Path) -> None:
    atlas = make_atlas(read_catalogue(built))
    boxes = []
    for spot in draw_overview(atlas).spots:
        width, height = measure_label([*((line, 12.5) for line in spot.lines), (spot.note, 10.5)])
        half = max(width, 2 * spot.size) / 2
        boxes.append((spot.x - half, spot.y - spot.size, spot.x + half, spot.y + spot.size + 5 + height))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_thousands_of_boxes_find_room(built: Path) -> None:
    names = [f"{number:05}" for number in range(3000)]
    parents = {name: names[number // 7] for number, name in enumerate(names) if number}
    boxes = {name: Box(8, 30 + 40 * (number % 3), 40) for number, name in enumerate(names)}
    places = place_names(names[0], parents, boxes, {name: (0, name) for name in names})
    assert len(places) == 3000
    spots = sorted((place.x, place.y + boxes[name].drop, name) for name, place in places.items())
    clashes = 0
    for at, (x, y, name) in enumerate(spots):
        for other_x, other_y, other in spots[at + 1 :]:
            if other_x - x > 110:
                break
            wide, high = (boxes[name].width + boxes[other].width) / 2, (boxes[name].height + boxes[other].height) / 2
            clashes += other_x - x < wide - 0.2 and abs(other_y - y) < high - 0.2
    assert clashes == 0


def test_a_lonely_name_has_a_map(built: Path) -> None:
    _, data = read_page(write_focus(built, "方桂兰"))
    assert len(data["map"]["nodes"]) == 1 and data["map"]["edges"] == []


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("区委", ["区委"]),
        ("云岭明德机械有限公司", ["云岭明德机", "械有限公司"]),
        ("一" * 40, ["一" * 9, "一" * 9, "一" * 8 + "…"]),
        (" 两\n行 ", ["两 行"]),
        ("", [""]),
    ],
)
def test_labels_are_wrapped_evenly(label: str, lines: list[str]) -> None:
    assert wrap_label(label) == lines


@pytest.mark.parametrize("name", ["冯见川", "feng jian chuan", "fengjianchuan"])
def test_focus_finds_a_name_by_its_characters_and_its_pinyin(built: Path, name: str) -> None:
    file = write_focus(built, name)
    assert file.name == "focus-person-feng-jian-chuan.html"
    _, data = read_page(file)
    assert data["names"][data["map"]["root"]]["n"] == "冯见川"


def test_focus_finds_a_body_by_its_short_form_and_what_surrounds_it(built: Path) -> None:
    _, data = read_page(write_focus(built, "区防指"))
    shown = {data["names"][node["id"]]["n"] for node in data["map"]["nodes"]}
    assert {"松河区防汛抗旱指挥部", "樊子岳", "松河区政府", "松河区防汛工作会议"} <= shown


def test_focus_on_an_unknown_name_offers_near_ones(built: Path) -> None:
    with pytest.raises(QueryError, match="冯见川"):
        write_focus(built, "冯建川")


def test_an_empty_graph_has_an_index_and_an_overview(tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_text("", encoding="utf-8")
    index, overview = write_drawn(tmp_path)
    assert read_page(index)[1]["names"] == []
    assert read_page(overview)[1]["map"]["nodes"] == []


def test_every_type_and_tie_of_the_ontology_has_its_look() -> None:
    from kg.ontology import EDGES, KIND_CLASSES, LEVELS, SUPERCLASSES

    tops = set(KIND_CLASSES.values())
    classes = {iri.removeprefix(XZ) for iri, above in SUPERCLASSES.items() if tops & set(above)}
    assert classes | set(LEVELS) | {kind.value for kind in KIND_CLASSES} == set(LOOKS)
    assert set(EDGES) | {"post", COMPANY} == set(LINES)
    for look in LOOKS.values():
        assert re.fullmatch("#[0-9a-f]{6}", look.light) and re.fullmatch("#[0-9a-f]{6}", look.dark)


def test_a_path_is_a_map_of_its_own_with_all_names_between(built: Path) -> None:
    _, data = read_page(write_path(built, "冯见川", "滕亦凡"))
    names = [data["names"][number]["n"] for number in data["map"]["path"]]
    assert (names[0], names[-1]) == ("冯见川", "滕亦凡") and len(names) > 2
    assert len(data["map"]["edges"]) == len(names) - 1


def test_a_path_that_is_not_there_is_an_error_that_says_so(built: Path) -> None:
    with pytest.raises(QueryError, match="nothing joins 冯见川 and 方桂兰"):
        write_path(built, "冯见川", "方桂兰")
    with pytest.raises(QueryError, match="both names mean 冯见川"):
        write_path(built, "冯见川", "feng jian chuan")


def test_people_who_meet_are_grouped_and_measured(built: Path) -> None:
    atlas = make_atlas(read_catalogue(built))
    scene = draw_company(atlas, make_company(atlas.network))
    label = {name: entity.label for name, entity in atlas.catalogue.entities.items()}
    groups = {label[spot.id]: spot.group for spot in scene.spots}
    assert groups["樊子岳"] == groups["龙若谷"] > 0
    assert all(tie.kind == COMPANY and tie.weight >= 1 for tie in scene.ties)
    assert all(0 <= spot.between <= 1 for spot in scene.spots)


def test_who_heads_a_district_is_told(built: Path) -> None:
    write_views(built)
    _, data = read_page(built / "index.html")
    by_label = {name["n"]: name for name in data["names"]}
    heads = [data["facts"][number] for number in by_label["石桥县"]["h"]]
    assert [(data["names"][fact["s"]]["n"], fact.get("st", ""), fact["r"]) for fact in heads] == [
        ("柯文澜", "", "书记"),
        ("施北辰", "acting", "县长"),
    ]


@pytest.mark.parametrize(
    ("district", "body", "title", "office"),
    [
        ("松河区", "松河区委", "书记", 0),
        ("松河区", "松河区委", "副书记", None),
        ("松河区", "松河区委组织部", "部长", None),
        ("松河区", "松河区政府", "区长", 1),
        ("松河区", "松河区人民政府", "副区长", None),
        ("柳湾街道", "柳湾街道办事处", "主任", 1),
        ("柳湾街道", "柳湾街道党工委", "书记", 0),
        ("松河区", "松河区人大常委会", "主任", 2),
        ("松河区", "松河区政协", "主席", 3),
        ("松河区", "松河区政协", "副主席", None),
        ("云岭市", "松河区政府", "区长", None),
    ],
)
def test_which_posts_head_a_district(district: str, body: str, title: str, office: int | None) -> None:
    entities = {
        "d": Entity(id="d", kind=Kind.DISTRICT, subtype="", label=district, level="county"),
        "b": Entity(id="b", kind=Kind.ORGANISATION, subtype="", label=body),
    }
    post = Fact("p", "post", (("person", "x"), ("organisation", "b"), ("role", title)))
    assert [head.office for head in find_heads(entities, {"b": (post,)}, "d", ("b",))] == ([] if office is None else [office])


def test_a_large_map_has_no_facts_and_opens_folded(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.views.site.MAX_NAMES", 20)
    monkeypatch.setattr("kg.views.scenes.OPEN_AT_ONCE", 12)
    write_views(built)
    _, data = read_page(built / "views" / "overview.html")
    assert data["facts"] == [] and len(data["names"]) > 20 and data["map"]["depth"] < 2
    sure, *days = next(edge["said"] for edge in data["map"]["edges"] if edge["kind"] == "post")
    assert 0 < sure <= 100 and len(days) in (0, 2)
