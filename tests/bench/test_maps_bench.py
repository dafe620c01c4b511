"""The measuring of maps runs. No time is judged here: that is for a quiet machine."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

MAPS = Path(__file__).with_name("maps.py")
CHROMIUM = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


def run(*arguments: str) -> str:
    line = [sys.executable, "-X", "utf8", str(MAPS), *arguments]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=MAPS.parents[2])
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_building_a_map_is_measured_beside_pyvis() -> None:
    said = run("build", "--names", "300", "--ties", "450", "--rounds", "1")
    assert re.fullmatch(r"build: 301 names, 450 ties · ours [\d.]+ s · pyvis [\d.]+ s · ratio [\d.]+\n", said)


@pytest.mark.skipif(
    find_spec("playwright") is None or not CHROMIUM,
    reason="no browser: pip install playwright, install chromium (or set KG_CHROMIUM), and run again",
)
def test_opening_a_map_is_measured_beside_pyvis() -> None:
    said = run("open", "--sizes", "40", "--patience", "30", "--rounds", "1")
    assert re.fullmatch(r"open: 4\d names · ours [\d.]+ s · pyvis >?[\d.]+ s · ratio >?\d+\n", said)
