"""Docs are tested: commands are run or checked, and every name, path, link and term that the docs give is there.

Output that a page shows is compared line by line, without its numbers: the names and words of a shown line must stand together on
one line of the real output; ``…`` stands for what is left out. Cells of a table that hold a sentence are not compared, for which
of several sentences stands there says little.
"""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from click.testing import CliRunner

from kg import seeds
from kg.cli import main
from kg.evaluate import evaluate
from kg.model import Kind
from kg.ontology import XZ
from kg.query import list_queries
from kg.read import make_page

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE, GUIDE = ROOT / "README.md", ROOT / "README.zh.md", ROOT / "docs" / "guide.md"
EXTRACTORS, LEXICONS = ROOT / "docs" / "extractors.md", ROOT / "docs" / "lexicons.md"
DECISIONS = ROOT / "docs" / "decisions"
PAGES = sorted([ENGLISH, CHINESE, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
LINKED = [*PAGES, *(ROOT / folder / "README.md" for folder in ("ontology", "seeds", "output"))]

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|(?<![0-9A-Za-z])[A-Za-z]{4,}(?![0-9A-Za-z])")
_PATH = re.compile(r"(?:\.?[\w-]+/)+[\w.*-]*|[\w-]+\.(?:md|cfg|toml|py|csv|ttl|nt|html|jsonl)")
_DOTTED = re.compile(r"kg(?:\.\w+)+")
_TERM = re.compile(r"\bxz:(\w+)")
_OPTION = re.compile(r"--[a-z][a-z0-9-]*")


class Command(NamedTuple):
    """A command as a page gives it, with the output that the page shows."""

    page: str
    line: str
    shown: tuple[str, ...] = ()


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, *languages: str) -> list[str]:
    return [body for _, language, body in _FENCE.findall(read(page)) if language in languages]


def spans(page: Path) -> list[str]:
    """What stands in backticks within the text."""
    return _SPAN.findall(_FENCE.sub("", read(page)))


def commands(page: Path) -> Iterator[Command]:
    """The commands of all blocks: lines after ``$`` with their output, and the lines of shell blocks."""
    for block in blocks(page, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, *shown = part.rstrip("\n").split("\n")
            yield Command(name_of(page), line, tuple(shown))
    for block in blocks(page, "sh"):
        yield from (Command(name_of(page), line.strip()) for line in block.splitlines() if line.strip())


def label(command: Command) -> str:
    return f"{command.page}: {command.line[:60]}"


COMMANDS = [command for page in PAGES for command in commands(page)]
#: Each once, though several pages give it with the same output.
ONCE = {(command.line, command.shown): command for command in COMMANDS}.values()
#: Those that need a server, or are one, have tests of their own: what they print is compared there.
SERVERS = ("kg serve", "kg push")
OURS = [command for command in ONCE if command.line.startswith("kg ") and not command.line.startswith(SERVERS)]
OTHERS = [command for command in ONCE if command not in OURS]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a reader of the docs could sit: the data of the checkout, and a build of the sample pages."""
    folder = tmp_path_factory.mktemp("desk")
    for part in ("seeds/pages", "tests/pages", "tests/gold", "ontology"):
        shutil.copytree(ROOT / part, folder / part)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        built = CliRunner().invoke(main, ["build", "seeds/pages"], catch_exceptions=False)
    assert built.exit_code == 0, built.output
    return folder


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_pages_give_commands() -> None:
    assert {page for page, _, _ in COMMANDS} >= {name_of(page) for page in (ENGLISH, CHINESE, GUIDE)}


@pytest.mark.parametrize("command", OURS, ids=label)
def test_kg_command_runs_and_says_what_the_page_shows(command: Command, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    done = CliRunner().invoke(main, shlex.split(command.line)[1:], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    for shown in command.shown:
        words = words_of(shown)
        assert any(all(word in line for word in words) for line in lines), f"not said: {shown}"


def words_of(shown: str) -> list[str]:
    """The words of a shown line that must be said."""
    cells = re.split(r" {2,}", shown.strip())
    if len(cells) > 2:
        cells = [cell for cell in cells if not re.search("[“”，。]", cell)]
    return [word for cell in cells for word in _WORD.findall(cell)]


@pytest.mark.parametrize("command", OTHERS, ids=label)
def test_other_command_can_be_run(command: Command) -> None:
    match shlex.split(command.line):
        case ["make", target]:
            assert re.search(rf"^{target}:", read(ROOT / "Makefile"), re.MULTILINE)
        case ["pip", "install", place]:
            assert_extra(place)
        case ["python", "-m", "pytest", "-q", *paths]:
            assert paths and all((ROOT / path).exists() for path in paths)
        case ["kg", "serve" | "push" as name, *words]:
            assert_known(command.line, name, [word for word in words if word.startswith("--")])
        case ["python", "tests/bench/soak.py" | "tests/bench/push.py" as path]:  # too long for a test run; its parts are tested
            assert (ROOT / path).is_file()
        case ["python", "tests/bench/toolkits.py", gold, "--pages", pages]:  # run by its own test
            assert (ROOT / gold).is_dir() and (ROOT / pages).is_dir()
        case ["python", "seeds/calibrate.py", *folders]:
            assert len(folders) % 2 == 0 and all((ROOT / folder).is_dir() for folder in folders)
        case ["python", "tests/bench/maps.py", "build" | "open", *_]:  # run by its own tests
            pass
        case ["python", "tests/bench/speed.py" | "tests/bench/store.py" | "tests/bench/update.py", *_]:  # run by their own tests
            pass
        case ["python", "tests/bench/agreement.py" | "tests/bench/layouts.py"]:  # run by their own tests
            pass
        case _:
            pytest.fail(f"{command.page}: nobody has looked whether this works: {command.line}")


def assert_extra(place: str) -> None:
    """``.[pdf]`` names an extra of setup.cfg."""
    extra = re.fullmatch(r"\.(?:\[(\w+)\])?", place)
    assert extra is not None
    assert extra[1] is None or re.search(rf"^{extra[1]} =$", read(ROOT / "setup.cfg"), re.MULTILINE)


def test_shown_figures_are_not_better_than_the_real_ones() -> None:
    real = evaluate(ROOT / "tests" / "gold" / "held-out", ROOT / "tests" / "pages" / "held-out")
    for page in (ENGLISH, CHINESE):
        shown = re.search(r"^(\d+) pages · entities F1 ([\d.]+) · facts F1 ([\d.]+)$", read(page), re.MULTILINE)
        assert shown is not None
        assert int(shown[1]) == real.pages
        assert float(shown[2]) <= real.entity_f1 + 0.005 and float(shown[3]) <= real.fact_f1 + 0.005


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_within_the_text_are_there(page: Path) -> None:
    for span in spans(page):
        words = span.split()
        if words[0] == "kg" and len(words) > 1:
            assert_known(span, words[1], _OPTION.findall(span))
        elif words[0] == "make" and len(words) == 2:
            assert re.search(rf"^{words[1]}:", read(ROOT / "Makefile"), re.MULTILINE), span
        elif words[0] == "pip":
            assert_extra(shlex.split(span)[-1])
        elif words[0] == "python" and len(words) > 1:
            assert (ROOT / words[1]).is_file(), span
        elif words[0].startswith("--"):
            assert any(words[0] in options(command) for command in main.commands.values()), f"no command has {span}"


def assert_known(span: str, command: str, given: list[str]) -> None:
    """``kg COMMAND --help`` and ``kg --version`` are of the program itself."""
    known = {"--help"} | (options(main) if command.startswith("-") or command.isupper() else options(main.commands[command]))
    assert set(given) <= known, span


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if isinstance(parameter, click.Option)}


def test_guide_names_every_command_and_option() -> None:
    text = read(GUIDE) + read(EXTRACTORS)
    for name, command in main.commands.items():
        assert f"kg {name}" in text
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                told = [option for option in parameter.opts if f"{option} " in text or f"{option}`" in text]
                assert told, f"kg {name}: {parameter.opts}"


def test_guide_names_every_question_with_its_parameters() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| (.*) \|$", read(GUIDE), re.MULTILINE)
    told = {name: re.findall(r"`(\w+)`", parameters) for name, parameters in rows}
    assert told == {query.name: [parameter.name for parameter in query.parameters] for query in list_queries()}


# ── the two READMEs ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_both_readmes_give_the_same_commands_code_and_pictures() -> None:
    assert [c.line for c in commands(ENGLISH)] == [c.line for c in commands(CHINESE)]
    assert [c.shown for c in commands(ENGLISH)] == [c.shown for c in commands(CHINESE)]
    assert blocks(ENGLISH, "python") == blocks(CHINESE, "python")
    assert re.findall(r"!\[[^]]+\]\((.+?)\)", read(ENGLISH)) == re.findall(r"!\[[^]]+\]\((.+?)\)", read(CHINESE))


# ── Python ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def scripts() -> Iterator[object]:
    """Blocks of Python that are programs: all but the definition of an extractor."""
    for page in (ENGLISH, GUIDE, EXTRACTORS):
        for number, block in enumerate(blocks(page, "python"), 1):
            if "class Topics" not in block:
                yield pytest.param(block, id=f"{name_of(page)} {number}")


@pytest.mark.parametrize("block", list(scripts()))
def test_python_of_the_docs_runs(block: str, desk: Path, tmp_path: Path) -> None:
    for part in ("seeds", "output"):
        shutil.copytree(desk / part, tmp_path / part)
    script = tmp_path / "script.py"
    script.write_text(block, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "print(" not in block or done.stdout.strip()


def test_python_of_the_readme_prints_the_posts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(next(b for b in blocks(ENGLISH, "python") if "read_page" in b), "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("秦绍峰 临朐县委 书记 ") for line in printed)
    assert any(line.startswith("高慧敏 临朐县") and " 县长 " in line for line in printed)


def test_extractor_of_the_docs_finds_what_none_of_ours_does(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = import_module("kg.pipeline")
    names: dict[str, object] = {}
    exec(compile(next(b for b in blocks(EXTRACTORS, "python") if "class Topics" in b), "extractors.md", "exec"), names)
    page = make_page("a.txt", "本报讯 6月3日，汉寿县启动#清凉一夏#活动，县长蒲敬之参加。\n")

    def initiatives() -> list[str]:
        return [entity.label for entity in pipeline.read_page(page).entities if entity.kind is Kind.INITIATIVE]

    assert "清凉一夏" not in initiatives()
    extractor = names["Topics"]
    assert callable(extractor)
    ours = pipeline.load_extractors()
    monkeypatch.setattr(pipeline, "load_extractors", lambda: (*ours, extractor()))
    assert "清凉一夏" in initiatives()


def test_gold_of_the_guide_can_be_measured(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text(blocks(GUIDE, "json")[0], encoding="utf-8")
    shutil.copy(next((desk / "seeds" / "pages").glob("临朐*.txt")), tmp_path / "page.txt")
    groups = evaluate(tmp_path, tmp_path).groups
    assert {name: groups[name].missed for name in ("persons", "organisations", "districts", "post")} == {
        "persons": 0,
        "organisations": 0,
        "districts": 0,
        "post": 0,
    }


def test_decisions_of_the_guide_are_read(tmp_path: Path) -> None:
    table = tmp_path / "decisions.csv"
    table.write_text(blocks(GUIDE, "csv")[0], encoding="utf-8")
    assert [row.verdict for row in seeds.decisions(table)] == ["same", "different"]


# ── names, paths, terms, links ───────────────────────────────────────────────────────────────────────────────────────────


def exists(path: str, desk: Path) -> bool:
    """Whether a path is there, in the checkout, in a build, or in an examined desk (globs too)."""
    stem = path.rstrip("/")
    return any(any(base.glob(stem)) for base in (ROOT, desk, desk / "output"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_paths_are_there(page: Path, desk: Path) -> None:
    made = {".venv", ".venv/bin", "page.json", "exports"}  # by a command, or only an example
    for span in spans(page):
        if _PATH.fullmatch(span) and span.rstrip("/") not in made:
            assert exists(span, desk), f"{name_of(page)} names {span}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_python_names_are_there(page: Path) -> None:
    for span in spans(page):
        if _DOTTED.fullmatch(span) and not span.startswith("kg.extractors"):
            assert is_importable(span), f"{name_of(page)} names {span}"


def is_importable(dotted: str) -> bool:
    """``kg.build.build`` is the name ``build`` of the module ``kg.build``."""
    *parents, last = dotted.split(".")
    try:
        return hasattr(import_module(".".join(parents)), last) or bool(import_module(dotted))
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_terms_are_of_the_ontology(page: Path) -> None:
    for term in _TERM.findall(read(page)):
        assert getattr(XZ, term)


def test_rules_that_the_reading_page_names_have_spoken(desk: Path) -> None:
    said = read(desk / "output" / "graph.nt")
    rules = [span for span in spans(ROOT / "docs" / "reading.md") if re.fullmatch(r"(?:posts|claims|facts)\.\w+", span)]
    assert len(rules) >= 3
    assert [rule for rule in rules if f'"{rule}"' not in said] == []


def slug(heading: str) -> str:
    """The anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", LINKED, ids=name_of)
def test_links_resolve(page: Path) -> None:
    for link in _LINK.findall(_FENCE.sub("", read(page))):
        if link.startswith(("https://", "http://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists() and target.is_relative_to(ROOT), f"{name_of(page)} links to {link}"
        if anchor:
            assert anchor in map(slug, _HEADING.findall(_FENCE.sub("", read(target)))), f"{name_of(page)} links to {link}"


# ── word lists, decisions, changes ───────────────────────────────────────────────────────────────────────────────────────


def test_every_table_is_told_of_with_a_row_of_its_shape() -> None:
    told = {}
    for row in re.findall(r"^\| [^|]+ \| (`seeds/.+)$", read(LEXICONS), re.MULTILINE):
        tables = re.findall(r"`seeds/([\w.]+)`", row.split(" | ")[0])
        told.update(dict.fromkeys(tables, row))
        example = re.search(r"`([^`]+,[^`]+)` \|$", row)
        if example is not None:
            cells = next(csv.reader([example[1].replace("\\|", "|")]))
            assert len(cells) in {len(header(table)) for table in tables}, row
    assert set(told) == {path.name for path in (ROOT / "seeds").glob("*.csv*")}


def header(table: str) -> list[str]:
    with (ROOT / "seeds" / table).open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def records() -> list[Path]:
    return sorted(DECISIONS.glob("2*.md"))


def test_there_are_records() -> None:
    assert len(records()) >= 9


@pytest.mark.parametrize("record", records(), ids=lambda record: record.stem)
def test_record_has_its_date_and_parts_and_stands_in_the_list(record: Path) -> None:
    text = read(record)
    title, _, state = text.splitlines()[:3]
    assert state.startswith(f"{record.stem[:10]} · ")
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == ["Context", "Decision", "Cost"]
    assert f"| {record.stem[:10]} | [{title.removeprefix('# ')}]({record.name}) |" in read(DECISIONS / "README.md")


def test_record_of_the_layers_names_every_file() -> None:
    text = read(next(record for record in records() if record.stem.endswith("-layers")))
    files = {path.name for path in (ROOT / "kg").glob("*.py")} - {"__init__.py"}
    assert files == set(re.findall(r"`kg/(\w+\.py)`", text))


def test_changelog_tells_of_this_version() -> None:
    version = re.search(r"^version = (.+)$", read(ROOT / "setup.cfg"), re.MULTILINE)
    assert version is not None
    assert f"\n## [{version[1]}] - " in read(ROOT / "CHANGELOG.md")
