"""Private persons are in nothing that a build, a view or an export writes, and counted all the same."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from test_build import parts
from test_update import same

import kg
from kg.build import build
from kg.calibration import as_scored
from kg.check import check
from kg.cli import main
from kg.confidence import sure_store
from kg.errors import QueryError, StoreError
from kg.export import FORMATS, export
from kg.graph import make_literal, read_literal, triples
from kg.ledger import read_ledger
from kg.model import Kind, Page, Problem, Reading
from kg.ontology import DEFAULT_BASE, SKOS, XZ
from kg.pinyin import pinyin
from kg.pipeline import read_page
from kg.read import make_page, read_pages
from kg.resolve import slug
from kg.store import open_store
from kg.update import update
from kg.views import write_focus, write_views
from kg.views.catalogue import read_catalogue
from kg.withhold import Blanker, Withheld, hide_details, open_withheld, withhold_page

PAGES = Path(__file__).parents[1] / "seeds" / "pages"
DEV = Path(__file__).parent / "pages" / "dev"

#: A resident who stands in the headline, in an event and beside a team of the same name; a journalist, officials.
FAIR = """村民李大山家的苹果丰收
本报讯（记者 周文斌）5月6日，临朐县县长高慧敏走进村民李大山家中查看果园。赵春娥服务队为居民赵春娥送去米面。
村民王小、村支书王小明一起清理沟渠。
"""


def withhold(text: str, **fields: str) -> Withheld:
    page = make_page("p.txt", text, **fields)  # type: ignore[arg-type]
    return withhold_page(triples(read_page(page), DEFAULT_BASE), page.text)


# ── names in texts ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("names", "kept", "text", "blanked"),
    [
        (["李大山"], [], "李大山说", "□□□说"),
        (["李大山"], [], "李大山李大山", "□□□□□□"),
        (["王小"], [], "王小和王小明", "□□和□□明"),
        (["王小"], ["王小明"], "王小和王小明", "□□和王小明"),
        (["王小", "王小明"], [], "王小明", "□□□"),
        (["李明", "李明德"], ["大李明"], "大李明德", "大□□□"),
        (["李明", "明华"], [], "李明华", "□□□"),
        (["李明"], ["李明"], "李明", "□□"),
        (["严昊"], [], "严　昊 摄", "□　□ 摄"),
        (["李大山"], [], "村民李\n大\u200b山", "村民□\n□\u200b□"),
        (["王小"], ["王小明"], "王小 明天", "□□ 明天"),
        (["古丽娜·买买提"], [], "古丽娜•买买提、古丽娜・买买提，古丽娜说", "□□□□□□□、□□□□□□□，□□□说"),
        (["古丽娜·买买提"], ["古丽娜·艾力"], "古丽娜·艾力和古丽娜", "古丽娜·艾力和□□□"),
        (["甲"], [], "甲乙", "甲乙"),
        (["李ＡＢ"], [], "李AB", "□□□"),
        ([], [], "李明", "李明"),
    ],
)
def test_each_character_of_a_name_is_blanked(names: list[str], kept: list[str], text: str, blanked: str) -> None:
    assert Blanker(names, kept)(text) == blanked
    assert len(blanked) == len(text)


@pytest.mark.parametrize("text", ["李明", 'a"b\\n\n\t\x01\x7f\\u0041', ""])
def test_literals_are_read_as_they_are_made(text: str) -> None:
    assert read_literal(make_literal(text)) == text
    assert read_literal(make_literal(text) + "@zh") == text


# ── who is withheld ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_residents_go_and_who_holds_a_post_or_signs_stays() -> None:
    kept = withhold(FAIR)
    said = "".join(kept.lines)
    assert kept.persons == 3
    for name in ("李大山", "da-shan", "dashan", "Chun'e", "Chune"):
        assert name not in said + kept.text
    assert {"高慧敏", "周文斌", "王小明", "赵春娥服务队"} <= set(re.findall(r'prefLabel> "(.*)"@zh', said))
    assert "□□□家的苹果丰收" in kept.text and "居民□□□送" in kept.text and "村民□□、村支书王小明" in kept.text
    assert 'headline> "村民□□□家的苹果丰收"' in said
    assert re.search(r'prefLabel> "高慧敏走进村民□□□家中查看果园"', said)


def test_a_line_of_a_private_person_takes_its_proofs_with_it() -> None:
    page = make_page("p.txt", FAIR)
    reading = read_page(page)
    private = {entity.id for entity in reading.entities if entity.subtype == "Resident"}
    kept = withhold_page(triples(reading, DEFAULT_BASE), page.text)
    about = {fact.id for fact in reading.facts if private.intersection(map(str, dict(fact.roles).values()))}
    said = "".join(kept.lines)
    assert len(private) == 3
    assert not [name for name in (*private, *about) if name in said]
    stated = set(re.findall(r"evidence> <(\S+)>", said))
    assert stated == {line[1 : line.index(">")] for line in kept.lines if line.endswith(f"<{XZ.Evidence}> .\n")}
    roles = set(re.findall(r"org#role> <(\S+)>", said))
    assert roles == {line[1 : line.index(">")] for line in kept.lines if line.endswith("org#Role> .\n")}


def lines_of(*classes: str, post: str = "", confidence: str = "0.9", byline: bool = False) -> list[str]:
    """One person of these classes, perhaps with a post (``body`` or ``none``) or a byline."""
    person, fact, proof = f"<{DEFAULT_BASE}person/x>", f"<{DEFAULT_BASE}post/x>", f"<{DEFAULT_BASE}evidence/x>"
    told = [f"{person} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{XZ.NAMESPACE}{name}> .\n" for name in classes]
    told.append(f'{person} <{SKOS.prefLabel}> "李明"@zh .\n')
    if post:
        told.append(f"{fact} <http://www.w3.org/ns/org#member> {person} .\n")
        told.append(f"{fact} <{XZ.evidence}> {proof} .\n")
        told.append(f'{proof} <{XZ.confidence}> "{confidence}"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n')
    if post == "body":
        told.append(f"{fact} <http://www.w3.org/ns/org#organization> <{DEFAULT_BASE}organisation/x> .\n")
    if byline:
        told.append(f"<{DEFAULT_BASE}article/x> <{XZ.photographer}> {person} .\n")
    return told


@pytest.mark.parametrize(
    ("lines", "withheld"),
    [
        (lines_of("Person"), 1),
        (lines_of("Person", "Resident"), 1),
        (lines_of("Person", "Official"), 0),
        (lines_of("Person", "Journalist"), 0),
        (lines_of("Person", "BusinessPerson"), 0),
        (lines_of("Person", byline=True), 0),
        (lines_of("Person", "Resident", byline=True), 1),
        (lines_of("Person", post="body"), 0),
        (lines_of("Person", "Resident", post="body"), 0),
        (lines_of("Person", post="none"), 1),
        (lines_of("Person", post="body", confidence="0.4"), 1),
    ],
)
def test_who_is_private(lines: list[str], withheld: int) -> None:
    kept = withhold_page(lines, "李明", least=0.5)
    assert kept.persons == withheld
    assert kept.text == ("□□" if withheld else "李明")
    assert bool(kept.lines) != bool(withheld)


def test_one_name_on_one_page_is_one_person_who_stays_with_a_post() -> None:
    kept = withhold("本报讯 5月6日，临朐县县长高慧敏到寺头镇调研。寺头镇居民高慧敏说，路好走了。")
    assert kept.persons == 0 and "高慧敏" in kept.text


def test_a_name_in_a_caption_and_in_what_a_file_says_of_itself() -> None:
    kept = withhold(
        "图为村民周桂香在采茶。", title="周桂香采茶", site="周桂香的网站", url="https://example.org/%E5%91%A8%E6%A1%82%E9%A6%99"
    )
    said = "".join(kept.lines)
    assert kept.persons == 1 and kept.text == "图为村民□□□在采茶。"
    assert "周桂香" not in said and "%E5%91%A8" not in said
    assert '"□□□采茶"@zh' in said and '"□□□的网站"' in said


def test_a_page_without_private_persons_is_only_counted() -> None:
    text = "本报讯 5月6日，临朐县县长高慧敏到沂山镇调研。"
    page = make_page("p.txt", text)
    lines = set(triples(read_page(page), DEFAULT_BASE))
    kept = withhold(text)
    assert kept.text == text
    assert lines <= set(kept.lines)
    assert sorted(line.split("> ", 2)[2][:3] for line in set(kept.lines) - lines) == ['"0"', '"0"']


def test_words_of_an_error_may_be_those_of_a_page() -> None:
    assert hide_details(Problem("a", "could not be read: KeyError: '李大山'\n!")) == Problem("a", "could not be read: KeyError")
    assert hide_details(Problem("a", "empty: no text")) == Problem("a", "empty: no text")


# ── a build ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    build([PAGES, DEV], out)
    return out


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same pages, built without private persons."""
    out = tmp_path_factory.mktemp("kept") / "out"
    build([PAGES, DEV], out, withhold_private=True)
    return out


@pytest.fixture(scope="module")
def names() -> dict[str, set[str]]:
    """Withheld name → ids of the persons, by reading the pages anew and by the definition in words."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in read_pages([PAGES, DEV]):
        assert isinstance(page, Page)
        reading = read_page(page)
        holders = {fact.role("person") for fact in reading.facts if fact.predicate == "post" and fact.role("organisation")}
        signed = {person for pairs in reading.bylines.values() for _, person in pairs}
        for entity in reading.entities:
            private = entity.subtype == "Resident" or not (entity.subtype or entity.id in signed)
            if entity.kind is Kind.PERSON and private and entity.id not in holders:
                found[entity.label].add(entity.id)
    assert len(found) > 50
    return found


def files(folder: Path) -> dict[str, str]:
    """All that stands in a folder as text: unpacked, without escapes, the store as its triples."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name.startswith("store/"):
            continue
        if path.suffix == ".parquet":
            import pyarrow.parquet

            found[name] = str(pyarrow.parquet.read_table(path).to_pylist())
            continue
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
        if "\\u" in text:
            text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        found[name] = unquote(html.unescape(text))
    if (folder / "store").is_dir():
        found["store"] = "\n".join(map(str, open_store(folder)))
    return found


def find_names(folder: Path, names: Iterable[str], labels: Iterable[str]) -> set[str]:
    """Names that stand in a folder, outside of the names of what has stayed."""
    longer = sorted({label for label in labels if any(name in label for name in names)}, key=lambda label: (-len(label), label))
    stayed = re.compile("|".join(map(re.escape, longer)))
    found = set()
    for text in files(folder).values():
        text = stayed.sub("", text) if longer else text
        found.update(name for name in names if name in text)
    return found


def labels_of(folder: Path) -> set[str]:
    entities = read_catalogue(folder).entities.values()
    return {name for entity in entities if entity.kind is not Kind.EVENT for name in (entity.label, *entity.alt)}


def test_no_file_of_a_build_has_a_withheld_name(kept: Path, whole: Path, names: dict[str, set[str]]) -> None:
    labels = labels_of(kept)
    text = (whole / "graph.nt").read_text(encoding="utf-8")
    assert all(name in text for name in names)
    assert find_names(kept, names, labels) == set()
    assert sorted(label for label in labels if any(name in label for name in names)) == ["那顺孟和", "额尔德木图"]


def test_no_file_of_a_build_has_the_pinyin_of_a_withheld_name(kept: Path, names: dict[str, set[str]]) -> None:
    stayed = {entity.id.removeprefix(DEFAULT_BASE) for entity in read_catalogue(kept).entities.values()}
    said = "\n".join((kept / name).read_text(encoding="utf-8") for name in ("graph.ttl", "graph.nt", "index.html"))
    for name, ids in names.items():
        for id_ in ids - stayed:
            assert id_ not in said and id_.replace("/", ":") not in said
        if len(name) > 2:
            assert slug(name) not in "\n".join(id_ for id_ in stayed if not id_.startswith("person/"))
            assert f'"{pinyin(name, person=True)}"' not in said or name in labels_of(kept)


def test_what_a_build_counts(kept: Path, whole: Path) -> None:
    catalogue = read_catalogue(kept)
    persons = [entity for entity in read_catalogue(whole).entities.values() if entity.kind is Kind.PERSON]
    left = [entity for entity in catalogue.entities.values() if entity.kind is Kind.PERSON]
    assert catalogue.withheld >= len(persons) - len(left) > 40
    assert f'"withheld":{catalogue.withheld}' in (kept / "index.html").read_text(encoding="utf-8")
    assert read_catalogue(whole).withheld == 0
    assert "withheldPersons" not in (whole / "graph.nt").read_text(encoding="utf-8")


def test_the_check_proves_all_of_it(kept: Path, tmp_path: Path) -> None:
    assert check(kept) == []
    pages = [page for page in read_pages([PAGES, DEV]) if isinstance(page, Page)]
    assert check(kept, pages) == []
    out = Path(shutil.copytree(kept, tmp_path / "out"))
    blanked = next(path for path in sorted((out / "pages").iterdir()) if "□" in path.read_text(encoding="utf-8"))
    text = blanked.read_bytes().decode()
    blanked.write_bytes(text.replace("□", "丁", 1).encode())
    assert [violation.what for violation in check(out)] == ["has another text than the one that was read"]
    blanked.write_bytes(next(page.text for page in pages if page.sha256 == blanked.stem).encode())
    assert [violation.what for violation in check(out)] == ["is kept with the names that are withheld from it"]


def test_a_quote_is_held_to_its_page_but_for_the_blanks(kept: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(kept, tmp_path / "out"))
    for name in ("graph.ttl", "graph.nt"):
        text = (out / name).read_text(encoding="utf-8")
        wrong = re.sub(
            r'(quote>? "[^"\n]*□)([^"\n□])', lambda found: f"{found[1]}错" if found[2] != "错" else found[0], text, count=1
        )
        assert wrong != text
        (out / name).write_text(wrong, encoding="utf-8")
    assert "quote" in {violation.rule for violation in check(out)}


# ── the same in two ways ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_build_gives_what_the_build_gives(kept: Path, whole: Path) -> None:
    with open_withheld(whole) as folder:
        assert folder != whole
        for name in ("graph.nt", "graph.ttl", "problems.jsonl"):
            assert (folder / name).read_bytes() == (kept / name).read_bytes()
        texts = {path.name: path.read_bytes() for path in (folder / "pages").iterdir()}
        assert texts == {path.name: path.read_bytes() for path in (kept / "pages").iterdir()}
        assert check(folder) == []
    with open_withheld(kept) as folder:
        assert folder == kept
    with open_withheld(whole, False) as folder:
        assert folder == whole


@pytest.mark.parametrize("least", [0.7, 0.9])
def test_so_it_does_with_a_bound_on_confidence(tmp_path: Path, least: float) -> None:
    pages = sorted(DEV.glob("*.txt"))[::4]
    read = partial(read_page, confidence=as_scored)
    build(pages, tmp_path / "whole", read=read)
    build(pages, tmp_path / "kept", read=read, min_confidence=least, withhold_private=True)
    with open_withheld(tmp_path / "whole", least=least) as folder:
        filtered = {str(quad.triple) for quad in sure_store(open_store(folder), least)}
    assert filtered == {str(quad.triple) for quad in open_store(tmp_path / "kept")}


def test_views_of_a_whole_build_are_those_of_the_build(
    kept: Path, whole: Path, names: dict[str, set[str]], tmp_path: Path
) -> None:
    out = Path(shutil.copytree(whole, tmp_path / "out"))
    name = next(name for name in sorted(names) if len(name) == 3 and name not in labels_of(kept))
    assert write_focus(out, name).is_file()
    with pytest.raises(QueryError):
        write_focus(out, name, withhold_private=True)
    write_views(out, withhold_private=True)
    for part in ("index.html", "views"):
        written = {path: data for path, data in parts(out).items() if path.startswith(part)}
        assert written == {path: data for path, data in parts(kept).items() if path.startswith(part)}
    focus = write_focus(out, "临朐县", withhold_private=True)
    (tmp_path / "focus").mkdir()
    shutil.copy(focus, tmp_path / "focus")
    assert find_names(tmp_path / "focus", names, labels_of(kept)) == set()


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_no_export_has_a_withheld_name(whole: Path, kept: Path, names: dict[str, set[str]], tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    labels = labels_of(kept)
    export(whole, form, tmp_path / "kept", withhold_private=True)
    export(kept, form, tmp_path / "built")
    assert find_names(tmp_path / "kept", names, labels) == set()
    if form != "parquet":
        assert parts(tmp_path / "kept" / form) == parts(tmp_path / "built" / form)


def test_from_python(whole: Path, tmp_path: Path) -> None:
    (path,) = kg.open(whole).export("nt", tmp_path, withhold_private=True)
    assert "withheldPersons" in path.read_text(encoding="utf-8")


def test_a_folder_without_a_ledger_is_refused(kept: Path, tmp_path: Path) -> None:
    shutil.copy(kept / "graph.nt", tmp_path)
    with pytest.raises(StoreError, match="readings"), open_withheld(tmp_path):
        pass


def test_a_text_that_is_gone_is_refused(whole: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(whole, tmp_path / "out"))
    next((out / "pages").iterdir()).unlink()
    with pytest.raises(StoreError, match="has not the text of"), open_withheld(out):
        pass


# ── pages that come and go ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages on which one man is a resident, and an official."""
    folder = tmp_path / "pages"
    folder.mkdir()
    texts = {
        "a": "本报讯 5月6日，临朐县居民孙立群说，路好走了。临朐县县长高慧敏到沂山镇调研。",
        "b": "本报讯 5月7日，临朐县副县长孙立群到寺头镇调研。",
        "c": FAIR,
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_an_update_goes_on_withholding(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(folder / "a.txt", out, withhold_private=True)
    assert "孙立群" not in "".join(files(out).values())
    for name in ("c", "b"):
        update(out, add=folder / f"{name}.txt")
    assert {entry.head.withhold for entry in read_ledger(out)} == {True}
    assert build(folder, tmp_path / "fresh", withhold_private=True).withheld == 4
    assert same(out, tmp_path / "fresh") and check(out) == []
    assert "李大山" not in "".join(files(out).values())
    assert any("孙立群" in entity.label for entity in read_catalogue(out).entities.values())  # the official of b
    assert "孙立群" not in "".join(
        files(out)[f"pages/{entry.head.sha256}.txt"] for entry in read_ledger(out) if "a.txt" in entry.head.page
    )
    update(out, remove=folder / "b.txt")
    assert "孙立群" not in "".join(files(out).values())
    build([folder / "a.txt", folder / "c.txt"], tmp_path / "fresh", withhold_private=True)
    assert same(out, tmp_path / "fresh")


def read_by_site(page: Page) -> Reading:
    """Another reading of one text: where a page names its site, the man is an official."""
    reading = read_page(page)
    known = (replace(entity, subtype="Official") if entity.label == "孙立群" else entity for entity in reading.entities)
    return replace(reading, entities=tuple(known)) if page.site else reading


def test_one_text_read_in_two_ways(tmp_path: Path) -> None:
    """The most blanked stays, in whatever order the two come; a page of the two cannot go alone."""
    text = "本报讯 5月6日，临朐县居民孙立群说，县委书记郑海波到沂山镇调研。"
    rows = [{"text": text}, {"text": text, "source": "临朐县"}]

    def write(name: str, rows: list[dict[str, str]]) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    both = write("both.jsonl", rows)
    build(both, tmp_path / "one", read=read_by_site, withhold_private=True)
    assert check(tmp_path / "one") == []
    (kept,) = (tmp_path / "one" / "pages").iterdir()
    assert "□□□" in kept.read_text(encoding="utf-8")
    write("both.jsonl", rows[::-1])
    os.rename(tmp_path / "one", tmp_path / "other")
    build(both, tmp_path / "one", read=read_by_site, withhold_private=True)
    (again,) = (tmp_path / "one" / "pages").iterdir()
    assert again.read_bytes() == (tmp_path / "other" / "pages" / again.name).read_bytes()
    before = parts(tmp_path / "one")
    with pytest.raises(StoreError, match="one text"):
        update(tmp_path / "one", remove=f"{both}#1", read=read_by_site)
    assert parts(tmp_path / "one") == before


# ── the command ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_command_says_how_many(folder: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        return result.output

    out, exports = str(tmp_path / "out"), str(tmp_path / "exports")
    assert "· 4 persons withheld\n" in run("build", str(folder), "--out", out, "--withhold-private")
    assert "withheld" not in run("build", str(folder), "--out", out)
    run("view", out, "--withhold-private")
    run("view", out, "--withhold-private", "--focus", "高慧敏")
    run("export", out, "--format", "csv", "--out", exports, "--withhold-private")
    for path in (
        *(tmp_path / "out" / "views").iterdir(),
        tmp_path / "out" / "index.html",
        *(tmp_path / "exports").rglob("*.csv"),
    ):
        assert "李大山" not in path.read_text(encoding="utf-8")


def test_the_store_is_that_of_the_graph(kept: Path) -> None:
    graph = set(ox.parse(path=str(kept / "graph.nt"), format=ox.RdfFormat.N_TRIPLES))
    assert {quad.triple for quad in open_store(kept)} == {quad.triple for quad in graph}
