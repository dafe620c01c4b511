"""The measuring of speed runs, and reads what it times. No time is judged here: that is for a quiet machine."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SPEED = Path(__file__).with_name("speed.py")
TEXTS = (
    "5月16日，临朐县委书记秦绍峰到寺头镇调研。县长高慧敏参加调研。",
    "昌乐县召开“万企进村”行动推进会。",
    "汉寿县财政局局长丁亦农讲话。",
)


@pytest.mark.parametrize("given", [True, False])
def test_speed_is_measured(given: bool, tmp_path: Path) -> None:
    items = tmp_path / "items.jsonl"
    items.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in TEXTS), encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(SPEED), *([str(items)] if given else []), "--items", "2", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=SPEED.parents[2])
    assert done.returncode == 0, done.stderr
    read = re.search(r"^(\d+) items · ([\d,]+) characters · ([\d,]+) triples · 1 rounds$", done.stdout, re.MULTILINE)
    assert read is not None, done.stdout
    if given:
        assert (int(read[1]), int(read[2])) == (2, sum(map(len, TEXTS[:2])))
    assert int(read[3].replace(",", "")) > 20
    ratio = re.search(r"^ratio b/a +([\d.]+) \(([\d.]+) to ([\d.]+)\)$", done.stdout, re.MULTILINE)
    assert ratio is not None and float(ratio[1]) > 0
