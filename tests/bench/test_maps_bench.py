"""The measuring of maps runs. No time is judged here: that is for a quiet machine."""

import re
import subprocess
import sys
from pathlib import Path

MAPS = Path(__file__).with_name("maps.py")


def test_building_a_map_is_measured_beside_pyvis() -> None:
    line = [sys.executable, "-X", "utf8", str(MAPS), "build", "--names", "300", "--ties", "450", "--rounds", "1"]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=MAPS.parents[2])
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"build: 301 names, 450 ties · ours [\d.]+ s · pyvis [\d.]+ s · ratio [\d.]+\n", done.stdout)
