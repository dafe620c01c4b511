"""The ``kg`` command as a user types it."""

import csv
import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg import cli
from kg.engines import ENGINES
from kg.export import FORMATS as EXPORTS
from kg.results import FORMATS

#: What takes long to load, and that no command needs before it has work to do.
HEAVY = {"jieba", "rdflib", "pyvis", "pyoxigraph", "networkx", "pyshacl", "pypinyin", "ahocorasick_rs", "selectolax", "pypdf"}
HEAVY |= {"pandas", "pyarrow"}
HEAVY |= {"starlette", "uvicorn", "requests"}

Run = Callable[..., Result]


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=stdin)

    return run


def loaded(*arguments: str) -> set[str]:
    """The large libraries that a command has loaded when it ends."""
    code = (
        "import sys\n"
        "from kg.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "finally:\n    print('loaded', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, encoding="utf-8")
    return HEAVY & set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["build", "--help"], ["query", "-h"], ["eval", "-h"]])
def test_help_loads_nothing_large(arguments: list[str]) -> None:
    assert loaded(*arguments) == set()


def test_asking_does_not_load_what_reading_needs(sample_build: Path) -> None:
    assert "pyoxigraph" in loaded("explain", str(sample_build), "秦绍峰")
    assert not loaded("explain", str(sample_build), "秦绍峰") & {"jieba", "pyvis", "networkx", "rdflib", "ahocorasick_rs"}


def test_every_command_is_there_and_explains_itself(kg: Run) -> None:
    commands = {"build", "update", "query", "explain", "check", "view", "serve", "push", "export", "extractors", "eval"}
    assert set(cli.main.commands) == commands
    for name, command in cli.main.commands.items():
        result = kg(name, "--help")
        assert result.exit_code == 0
        assert command.help and command.help.splitlines()[0] in " ".join(result.output.split())
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.name}"


def test_version(kg: Run) -> None:
    result = kg("--version")
    assert result.output.startswith("kg (xianzhi) 0.")


def test_choices_are_those_of_the_modules() -> None:
    assert tuple(ENGINES) == cli.ENGINES
    assert tuple(FORMATS) == cli.FORMATS


# ── build ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_build_says_what_it_made_and_what_to_open(kg: Run, root: Path, tmp_path: Path) -> None:
    result = kg("build", root / "seeds" / "pages")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith("4 pages · 18 articles · ") and first.endswith(" · 0 problems")
    assert second == f"Open {Path('output', 'index.html')}"
    assert (tmp_path / "output" / "index.html").is_file()
    assert result.stderr == "", "no progress where there is no terminal"


def test_build_prints_the_first_problems(kg: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "page.txt").write_text("5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
    for number in range(23):
        (pages / f"empty-{number:02}.txt").write_text("")
    result = kg("build", "pages", "--out", "out")
    assert result.exit_code == 0
    problems = result.stderr.splitlines()
    assert problems[0].startswith("Problem: pages/empty-00.txt: empty")
    assert problems[20:] == [f"and 3 more: see {Path('out', 'problems.jsonl')}"]
    assert "23 problems" in result.stdout
    assert len((tmp_path / "out" / "problems.jsonl").read_text().splitlines()) == 23
    assert kg("build", "pages", "--out", "out", "--strict").exit_code == 1


def test_build_reads_standard_input_and_records(kg: Run, tmp_path: Path) -> None:
    text = "5月6日，临朐县县长高慧敏到沂山镇调研。"
    record = json.dumps({"body": text, "day": "2024-05-07"}, ensure_ascii=False)
    assert kg("build", "-", "--out", "a", stdin=text.encode()).exit_code == 0
    assert kg("build", "-", "--out", "b", "--text-field", "body", "--date-field", "day", stdin=record.encode()).exit_code == 0
    for out in ("a", "b"):
        assert "高慧敏" in (tmp_path / out / "graph.ttl").read_text(encoding="utf-8")
    assert "2024-05-07" in (tmp_path / "b" / "graph.ttl").read_text(encoding="utf-8")


def test_build_with_all_options(kg: Run, root: Path, tmp_path: Path, sample_build: Path) -> None:
    base = "https://example.org/x/"
    options = ["--workers", 2, "--cache", "readings", "--engine", "local", "--base", base, "--strict", "--out", "out"]
    assert kg("build", root / "seeds" / "pages", *options).exit_code == 0
    assert base in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert list((tmp_path / "readings").rglob("*.pickle"))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["build"], 2, "Missing argument"),
        (["build", "x", "--workers", "0"], 2, "--workers"),
        (["build", "x", "--engine", "abacus"], 2, "abacus"),
        (["bake"], 2, "No such command"),
        (["build", "nowhere.txt"], 3, "Error: nowhere.txt: there is no such file or folder"),
        (["build", ".", "--base", "no iri"], 3, "Error: the base 'no iri'"),
        (["query", "posts-in-district"], 3, "Error: output holds no graph"),
        (["query", "a", "b", "c"], 2, "[DIR] NAME are wanted"),
        (["query", "two-posts", "-p", "person"], 2, "'person' is not NAME=VALUE"),
        (["query", "two-posts", "--format", "pictures"], 2, "pictures"),
        (["explain"], 2, "Missing argument"),
        (["explain", "李明"], 3, "Error: output holds no graph"),
        (["check", "nowhere"], 3, "Error: nowhere holds no graph.ttl"),
        (["view", "nowhere"], 3, "Error: nowhere"),
        (["view", "--min-confidence", "2"], 2, "2"),
        (["serve", "nowhere"], 3, "Error: nowhere holds no graph"),
        (["serve", "--port", "70000"], 2, "70000"),
        (["serve", "--seconds", "0"], 2, "0"),
        (["push", "nowhere"], 2, "Missing argument"),
        (["push", "nowhere", "http://127.0.0.1:9/store"], 3, "Error: nowhere holds no graph.nt"),
        (["push", "nowhere", "http://u:p@127.0.0.1:9/store"], 3, "a login does not belong into an address"),
        (["eval"], 2, "Missing argument"),
        (["eval", "nowhere"], 3, "Error: nowhere"),
    ],
)
def test_wrong_commands_end_with_one_line(kg: Run, arguments: list[str], code: int, message: str) -> None:
    result = kg(*arguments)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert "Traceback" not in result.stderr
    if code == 3:
        assert len(result.stderr.splitlines()) == 1


def test_two_builds_at_once(kg: Run, root: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom kg.folder import replacing\n"
        "with replacing(Path('output'), ()):\n    print('ready', flush=True)\n    sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        result = kg("build", root / "seeds" / "pages")
        other.communicate("")
    assert result.exit_code == 3
    assert result.stderr == f"Error: output is being built by another process ({other.pid})\n"
    assert kg("build", root / "seeds" / "pages").exit_code == 0


def test_an_interrupted_build_leaves_no_trace(kg: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("kg.build"), "build_store", interrupt)
    result = kg("build", root / "seeds" / "pages")
    assert result.exit_code == 130
    assert {path.name for path in (tmp_path / "output").iterdir()} == {".lock"}


def test_a_full_disk_is_no_traceback(kg: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "output/graph.nt")

    monkeypatch.setattr(import_module("kg.build"), "write_graph", fail)
    result = kg("build", root / "seeds" / "pages")
    assert (result.exit_code, result.stderr) == (3, "Error: output/graph.nt: No space left on device\n")


def test_progress_is_shown_on_a_terminal_only_and_only_when_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    clock = iter([0.0, 1.0, 2.5, 2.55, 9.0])
    monkeypatch.setattr("kg.cli.time.monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", Terminal())
    with cli._Progress() as progress:
        for pages in range(1, 5):
            progress("read", pages)
    shown = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert [line.strip() for line in shown.split("\r")] == ["", "reading · 2 pages", "reading · 4 pages", "", ""]


# ── ask ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_query_alone_lists_the_shipped_questions(kg: Run) -> None:
    output = kg("query").output
    assert "posts-in-district  一个区域里谁任何职  " in output
    assert "-p district=鼓楼区" in output


def test_query_by_name_with_a_parameter(kg: Run, sample_build: Path) -> None:
    result = kg("query", sample_build, "posts-in-district", "-p", "district=昌乐县", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert ("祝振海", "书记") in {(row["person"], row["role"]) for row in rows}
    assert not any("临朐" in row["organisation"] for row in rows)


@pytest.mark.parametrize("fmt", ["table", "csv", "tsv", "json", "xml"])
def test_query_formats_of_tables(kg: Run, sample_build: Path, fmt: str) -> None:
    result = kg("query", sample_build, "two-posts", "--format", fmt)
    assert result.exit_code == 0
    assert "高慧敏" in result.output or "\\u9ad8" in result.output


def test_query_formats_of_triples(kg: Run, sample_build: Path) -> None:
    question = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s a xz:District ; skos:prefLabel ?o }"
    assert "skos:prefLabel" in kg("query", sample_build, question, "--format", "turtle").output
    assert "<http://www.w3.org/2004/02/skos/core#prefLabel>" in kg("query", sample_build, question, "--format", "ntriples").output


def test_query_of_a_file_and_in_the_default_folder(kg: Run, tmp_path: Path, sample_build: Path) -> None:
    (tmp_path / "output").symlink_to(sample_build)
    (tmp_path / "count.rq").write_text("SELECT (COUNT(*) AS ?n) WHERE { ?page a xz:Page }")
    assert kg("query", "count.rq", "--format", "csv").output.split() == ["n", "4"]
    assert kg("query", "ASK { ?page a xz:Page }").output == "true\n"


def test_malformed_queries_are_one_line(kg: Run, sample_build: Path) -> None:
    for question in ("SELECT ?s WHERE {", "no-such-question", "DELETE WHERE { ?s ?p ?o }", "two-posts"):
        result = kg("query", sample_build, question, "-p", "nothing=1")
        assert result.exit_code == 3, question
        assert len(result.stderr.splitlines()) == 1


def test_explain(kg: Run, sample_build: Path) -> None:
    result = kg("explain", sample_build, "秦绍峰")
    assert result.exit_code == 0
    assert "临朐县委 书记" in result.output
    assert "县委书记秦绍峰主持会议并讲话" in result.output
    assert "\x1b[" not in result.output, "no colours where there is no terminal"
    missing = kg("explain", sample_build, "秦绍岭")
    assert missing.exit_code == 1
    assert "秦绍峰" in missing.output, "near names are offered"


# ── serve, push (what they do is tested by test_serve.py and test_push.py) ───────────────────────────────────────────────


@pytest.mark.parametrize(
    ("command", "module", "library"), [("serve", "kg.serve.app", "uvicorn"), ("push", "kg.push", "requests")]
)
def test_without_the_extra_the_error_names_it(
    kg: Run, monkeypatch: pytest.MonkeyPatch, sample_build: Path, command: str, module: str, library: str
) -> None:
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    result = kg(command, sample_build, *(["http://127.0.0.1:9/store"] if command == "push" else []))
    assert result.exit_code == 3
    assert result.stderr == f"Error: kg {command} needs {library}, which is not installed: pip install 'xianzhi[{command}]'\n"


def test_an_interrupted_push_says_what_the_store_has(kg: Run, sample_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.push.push", interrupt)
    result = kg("push", sample_build, "http://127.0.0.1:9/store")
    assert (result.exit_code, "push again to go on" in result.stderr) == (130, True)


# ── check, view, extractors ──────────────────────────────────────────────────────────────────────────────────────────────


def test_check(kg: Run, root: Path, tmp_path: Path) -> None:
    assert kg("build", root / "seeds" / "pages").exit_code == 0
    assert kg("check").exit_code == 0
    page = next((tmp_path / "output" / "pages").glob("*.txt"))
    page.write_bytes(page.read_bytes().replace("县".encode(), "省".encode()))
    result = kg("check")
    assert result.exit_code == 1
    assert "has another text than the one that was read" in result.stdout
    assert result.stderr == f"{len(result.stdout.splitlines())} violation in output\n"


def test_view(kg: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert kg("build", root / "seeds" / "pages").exit_code == 0
    index = tmp_path / "output" / "index.html"
    before = index.read_bytes()
    assert kg("view").output.strip() == str(Path("output", "index.html"))
    assert index.read_bytes() == before
    assert kg("view", "--min-confidence", "0.99").exit_code == 0
    assert index.read_bytes() != before
    focus = Path(kg("view", "--focus", "秦绍峰", "--open").output.strip())
    assert focus.name.startswith("focus-") and "秦绍峰" in focus.read_text(encoding="utf-8")
    assert opened == [str(focus)]
    assert kg("view", "--focus", "无此人").exit_code == 3


def test_a_command_finishes_the_build_that_was_killed_at_the_last_step(kg: Run, root: Path, tmp_path: Path) -> None:
    assert kg("build", root / "seeds" / "pages").exit_code == 0
    (tmp_path / "output" / "store").rename(tmp_path / "output" / ".old")
    built = tmp_path / "output" / ".built"
    built.mkdir()
    (tmp_path / "output" / ".old").rename(built / "store")
    assert "秦绍峰" in kg("explain", "秦绍峰").output
    assert (tmp_path / "output" / "store").is_dir() and not built.exists()


def test_extractors_are_read_from_the_objects(kg: Run) -> None:
    lines = kg("extractors").output.splitlines()
    assert [line.split()[0] for line in lines[2:]][:2] == ["times", "districts"]
    assert all(len(line.split()) > 2 for line in lines[2:])


# ── eval ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_eval(kg: Run, root: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "page.txt").write_text("5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
    page = {
        "doc": "page.txt",
        "persons": [{"id": "p1", "name": "高慧敏"}, {"id": "p2", "name": "无名氏"}],
        "districts": [{"id": "d1", "names": ["临朐县"]}],
        "facts": [{"s": "p2", "p": "post", "title": "市长", "o": "d1", "quote": "临朐县县长"}],
    }
    (gold / "page.json").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    result = kg("eval", "gold")
    assert result.exit_code == 0
    table = {line.split()[0]: line.split()[1:] for line in result.output.splitlines()}
    assert table["persons"] == ["1.000", "0.500", "0.667", "1", "0", "1"]
    assert table["districts"][3] == "1"
    errors = kg("eval", "gold", "--errors").output
    assert "page.txt  persons  missed  无名氏" in errors
    assert "page.txt  post  missed  无名氏 | 市长 | 临朐县\n    临朐县县长\n" in errors
    assert kg("eval", "gold", "--min-f1", "0.99").exit_code == 1
    assert kg("eval", "gold", "--min-f1", "0").exit_code == 0
    assert kg("eval", "gold", "--pages", "elsewhere").exit_code == 3


# ── export, update ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_export_lists_its_forms_and_writes_one(kg: Run, sample_build: Path) -> None:
    assert [line.split()[0] for line in kg("export").output.splitlines()] == [form.name for form in EXPORTS]
    result = kg("export", sample_build, "--format", "nq", "--split", 2000, "--gzip", "--graph", "urn:g", "--out", "there")
    assert result.exit_code == 0, result.stderr
    assert next(Path(line).as_posix() for line in result.output.splitlines()) == "there/nq/graph-00001.nq.gz"
    assert b"<urn:g> ." in gzip.decompress(Path("there/nq/graph-00001.nq.gz").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "xls"], "Error: no format 'xls'; there are: nt, "),
        (["--format", "csv", "--gzip"], "Error: csv is written whole; "),
        (["--format", "nq", "--graph", "no iri"], "Error: the graph 'no iri' is no absolute IRI"),
    ],
)
def test_an_export_that_cannot_be(kg: Run, sample_build: Path, arguments: list[str], message: str) -> None:
    result = kg("export", sample_build, *arguments)
    assert (result.exit_code, result.stderr.startswith(message), len(result.stderr.splitlines())) == (3, True, 1)
    assert kg("export", "nowhere", "--format", "nt").exit_code == 3


def test_update_adds_and_removes(kg: Run, root: Path) -> None:
    pages = sorted((root / "seeds" / "pages").glob("*.txt"))
    assert kg("build", *pages[:2]).exit_code == 0
    before = Path("output/graph.ttl").read_bytes()
    result = kg("update", "--add", pages[2], "--add", pages[3])
    assert result.output.startswith("4 pages: 2 added, 0 replaced, 0 removed · triples +"), result.stderr
    result = kg("update", "output", "--remove", pages[2], "--remove", pages[3])
    assert result.output.startswith("2 pages: 0 added, 0 replaced, 2 removed · triples +")
    assert Path("output/graph.ttl").read_bytes() == before


def test_an_update_that_cannot_be(kg: Run, root: Path) -> None:
    assert kg("update").exit_code == 2
    assert kg("update", "nowhere", "--remove", "a.txt").stderr == (
        "Error: nowhere holds no build; build one: kg build PAGES --out nowhere\n"
    )
    Path("page.txt").write_text("5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
    Path("empty.txt").write_text("")
    assert kg("build", "page.txt").exit_code == 0
    result = kg("update", "--remove", "other.txt")
    assert (result.exit_code, result.stderr.startswith("Error: no page of output is called other.txt")) == (3, True)
    assert kg("update", "--remove", "page.txt").stderr.startswith("Error: no page would be left in output")
    assert kg("update", "--add", "empty.txt").exit_code == 0
    result = kg("update", "--add", "empty.txt", "--strict")
    assert (result.exit_code, result.stderr) == (1, "Problem: empty.txt: empty: no text in it\n")
