"""Readings kept by content."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg import cache
from kg.cache import open_cache
from kg.errors import KgError
from kg.model import Page, Reading
from kg.pipeline import read_page
from kg.read import make_page

PAGE = make_page("a.txt", "本报讯 5月6日，临朐县县长高慧敏到沂山镇调研。")


def refuse(page: Page) -> Reading:
    raise AssertionError(f"{page.name} is read again")


def test_a_kept_reading_is_the_reading(tmp_path: Path) -> None:
    folder = tmp_path / "readings"
    first = open_cache(folder, read_page)(PAGE)
    assert first == read_page(PAGE)
    assert first.entities
    assert open_cache(folder, refuse)(PAGE) == first


@pytest.mark.parametrize(
    "other", [replace(PAGE, name="b.txt"), replace(PAGE, title="今日"), make_page("a.txt", f"{PAGE.text}完。")]
)
def test_another_page_is_read(tmp_path: Path, other: Page) -> None:
    open_cache(tmp_path / "readings", read_page)(PAGE)
    with pytest.raises(AssertionError, match="read again"):
        open_cache(tmp_path / "readings", refuse)(other)


def test_a_reading_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "readings"
    whole = open_cache(folder, read_page)(PAGE)
    (path,) = folder.rglob("*.pickle")
    path.write_bytes(path.read_bytes()[:100])
    assert open_cache(folder, read_page)(PAGE) == whole
    assert len(path.read_bytes()) > 100


def test_other_seeds_or_code_make_it_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "readings"
    open_cache(folder, read_page)(PAGE)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "titles.csv").write_text("title\n")
    monkeypatch.setattr(cache, "seeds_dir", lambda: seeds)
    with pytest.raises(AssertionError, match="read again"):
        open_cache(folder, refuse)(PAGE)
    assert not list(folder.rglob("*.pickle")), "readings of other versions are removed"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_a_folder_that_others_can_write_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings").chmod(0o777)
    with pytest.raises(KgError, match="nobody else can write"):
        open_cache(tmp_path / "readings", read_page)
