"""The comparison with toolkits runs, on sentences and on pages, and counts what it says it counts."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLKITS = Path(__file__).with_name("toolkits.py")


def run(*arguments: str) -> list[list[str]]:
    command = [sys.executable, "-X", "utf8", str(TOOLKITS), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def test_sentences_with_closed_spans(tmp_path: Path) -> None:
    text = "临朐县委书记秦绍峰到寺头镇调研。"
    label = {"name": {"秦绍峰": [[6, 8]]}, "government": {"临朐县委": [[0, 3]]}, "position": {"书记": [[4, 5]]}}
    file = tmp_path / "train.json"
    file.write_text(json.dumps({"text": text, "label": label}, ensure_ascii=False) + "\n", encoding="utf-8")
    rows = {(row[0], row[1]): row[2:] for row in run(str(file)) if row[0] in ("person", "organisation", "position")}
    for kind in ("person", "organisation", "position"):
        assert rows[(kind, "xianzhi")] == ["1.000", "1.000", "1.000"]


def test_characters_with_tags(tmp_path: Path) -> None:
    tagged = zip("秦绍峰讲话", ("B-NAME", "M-NAME", "E-NAME", "O", "O"), strict=True)
    file = tmp_path / "dev.char.bmes"
    file.write_text("".join(f"{character} {tag}\n" for character, tag in tagged) + "\n", encoding="utf-8")
    assert run(str(file))[0] == ["1", "sentences", "·", "5", "characters"]


def test_pages_with_gold() -> None:
    rows = run("tests/gold/held-out", "--pages", "tests/pages/held-out")
    ours = {row[0]: float(row[4]) for row in rows if row[1:2] == ["xianzhi"]}
    assert rows[0] == ["138", "pages"]
    assert ours["person"] > 0.9 and ours["organisation"] > 0.8
