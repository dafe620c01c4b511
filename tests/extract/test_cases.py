"""Every case of ``cases/*.txt`` is read as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import Case, check, read_cases

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
CASES = [case for path in FILES for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.where} {case.name}" for case in CASES])
def test_case(case: Case) -> None:
    wrong = check(case)
    assert not wrong, "\n".join([case.page, *wrong])


def test_names_of_cases_tell_them_apart() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)), sorted({name for name in names if names.count(name) > 1})


def test_a_case_with_nothing_found_fails(tmp_path: Path) -> None:
    """The harness itself: what is missed, invented or misspelt does not pass."""
    path = tmp_path / "x.txt"
    path.write_text("== x\n昨日，江夏区委书记周立新到乌龙泉街道调研。\n--\npost | 周立新 | 区长 | 江夏区政府\n", encoding="utf-8")
    (case,) = read_cases(path)
    assert [line.split(" |")[0] for line in check(case)] == ["missed  post", "wrong   post"]
    path.write_text("== x\n文\n--\npots | 周立新\n", encoding="utf-8")
    with pytest.raises(ValueError, match="pots"):
        list(read_cases(path))
