"""However a page is set, the same is read in it, but for a little."""

from pathlib import Path

import pytest
from layouts import LAYOUTS, judge, main

from kg.evaluate import evaluate

TESTS = Path(__file__).parents[1]
DEV = TESTS / "gold" / "dev", TESTS / "pages" / "dev"


@pytest.fixture(scope="module")
def as_it_is():
    return evaluate(*DEV)


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_a_layout_costs_little(layout, as_it_is):
    found = judge(*DEV, layout)
    assert found.entity_f1 > as_it_is.entity_f1 - 0.015
    assert found.fact_f1 > as_it_is.fact_f1 - 0.03


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "as it is"])
def test_each_layout_changes_the_pages(layout):
    pages = [path.read_text(encoding="utf-8") for path in sorted(DEV[1].glob("*.txt"))]
    assert sum(LAYOUTS[layout](text) != text for text in pages) > len(pages) / 2


def test_a_line_is_printed_for_each_layout(capsys, tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "pages").mkdir()
    for folder in DEV:
        source = next(path for path in sorted(folder.iterdir()) if path.stem.startswith("101"))
        (tmp_path / folder.parent.name / source.name).write_bytes(source.read_bytes())
    assert main([str(tmp_path / "gold"), "--pages", str(tmp_path / "pages")]) == 0
    shown = capsys.readouterr().out
    assert all(layout in shown for layout in LAYOUTS)
