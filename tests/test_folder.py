"""A build replaces the old output at once, or not at all, wherever it is killed."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.folder import replacing, settle

PARTS = ("graph.nt", "graph.ttl", "views")


def fill(stage: Path, text: str) -> None:
    """An output with a file, another file, and a folder."""
    (stage / "graph.nt").write_text(text)
    (stage / "graph.ttl").write_text(text)
    (stage / "views").mkdir()
    (stage / "views" / f"{text}.html").write_text(text)


def contents(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): path.read_text()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in (".lock", ".parts")
    }


def whole(text: str) -> dict[str, str]:
    return {"graph.nt": text, "graph.ttl": text, f"views/{text}.html": text}


def test_contents_replace_those_of_the_same_names(tmp_path: Path) -> None:
    with replacing(tmp_path, PARTS) as stage:
        fill(stage, "old")
    (tmp_path / "notes.txt").write_text("mine")
    with replacing(tmp_path, PARTS) as stage:
        fill(stage, "new")
        assert contents(tmp_path).items() >= whole("old").items()
    assert contents(tmp_path) == {**whole("new"), "notes.txt": "mine"}


def test_an_error_leaves_the_old_output(tmp_path: Path) -> None:
    with replacing(tmp_path, PARTS) as stage:
        fill(stage, "old")
    with pytest.raises(RuntimeError), replacing(tmp_path, PARTS) as stage:
        fill(stage, "new")
        raise RuntimeError
    assert contents(tmp_path) == whole("old")


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(tmp_path: Path) -> None:
    with replacing(tmp_path, PARTS) as stage:
        (stage / "views").write_text("a file")
        (stage / "graph.nt").mkdir()
        (stage / "graph.ttl").write_text("old")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "graph.ttl").unlink()
    (tmp_path / "graph.ttl").symlink_to("elsewhere")
    with replacing(tmp_path, PARTS) as stage:
        fill(stage, "new")
    assert contents(tmp_path) == whole("new")
    assert (tmp_path / "elsewhere").is_dir()


def test_what_no_build_has_written_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "mine.html").write_text("mine")
    with pytest.raises(KgError, match="holds views, written by no build"), replacing(tmp_path, PARTS) as stage:
        fill(stage, "new")
    assert contents(tmp_path) == {"views/mine.html": "mine"}


def test_a_build_writes_its_parts_only(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="notes"), replacing(tmp_path, PARTS) as stage:
        (stage / "notes").write_text("")
    assert contents(tmp_path) == {}


def test_only_one_build_writes_into_a_folder(tmp_path: Path) -> None:
    with replacing(tmp_path, PARTS) as stage:
        fill(stage, "first")
        with pytest.raises(KgError, match=rf"is being built by another process \({os.getpid()}\)"), replacing(tmp_path, PARTS):
            pytest.fail("two builds at once")
        settle(tmp_path)  # a reader goes on with the old output
        assert stage.is_dir()
    assert contents(tmp_path) == whole("first")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError, match=r"cannot write into .*file"), replacing(tmp_path / "file" / "out", PARTS):
        pytest.fail("a folder in a file")


#: Fills the folder twice, and kills itself at the n-th change of the file system in the second time.
KILLED = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    from kg.folder import replacing
    from test_folder import PARTS, fill

    out, deadline = Path(sys.argv[1]), int(sys.argv[2])
    with replacing(out, PARTS) as stage:
        fill(stage, "old")
    seen = 0

    def kill_at_deadline(event, arguments):
        global seen
        if event in ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "shutil.rmtree"):
            seen += 1
            if seen == deadline:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill_at_deadline)
    with replacing(out, PARTS) as stage:
        fill(stage, "new")
    """
)


def kills(tmp_path: Path) -> Iterator[Path]:
    """A folder for every moment at which a build can be killed."""
    for deadline in range(1, 200):
        out = tmp_path / str(deadline)
        run = subprocess.run(
            [sys.executable, "-c", KILLED, str(out), str(deadline)], env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
        )
        if run.returncode == 0:
            return
        yield out
    pytest.fail("the build never ended")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    results = []
    for out in kills(tmp_path):
        for name in ("graph.nt", "graph.ttl"):
            assert (out / name).read_text() in ("old", "new")
        settle(out)
        found = {name: text for name, text in contents(out).items() if not name.startswith(".build-")}
        assert found in (whole("old"), whole("new")), out
        results.append(found == whole("new"))
        with replacing(out, PARTS) as stage:
            fill(stage, "next")
        assert contents(out) == whole("next")
        assert not list(out.glob(".build-*"))
    assert results == sorted(results), "once the new output counts, it goes on counting"
    assert results.count(False) > 3 and results.count(True) > 3
