"""Take the pictures of the README: ``python docs/screenshots.py [DIR]`` writes ``docs/pictures/*.png``.

DIR is a built folder; without one the sample pages of ``seeds/pages`` are built. Needs Playwright and a Chromium
(``KG_CHROMIUM``, or ``chromium`` on the path).
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from kg.build import build

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDE, PHONE = (1360, 850), (390, 844)


@dataclass(frozen=True)
class Shot:
    """One picture: of which page, how wide, on which paper, after a click on what."""

    name: str
    page: str  #: a pattern below DIR; the largest file that fits is shown
    size: tuple[int, int] = WIDE
    scheme: Literal["light", "dark"] = "light"
    clicks: tuple[str, ...] = ()


SHOTS = (
    Shot("index", "index.html", clicks=("#tab-person", "#results .pick >> nth=0")),
    Shot("overview", "views/overview.html"),
    Shot("district", "views/district-*.html", clicks=("#panel .glyph.dot >> nth=0",)),
    Shot("folded", "views/overview.html", clicks=("#depth [data-depth='1']",)),
    Shot("together", "views/together.html"),
    Shot("initiative", "views/initiative-*.html"),
    Shot("sheet", "names/district-370724.html"),
    Shot("article", "articles/*.html"),
    Shot("dark", "views/district-*.html", scheme="dark", clicks=("#panel .glyph.dot >> nth=0",)),
    Shot("phone", "views/overview.html", size=PHONE),
)


def take(browser: Browser, directory: Path, shot: Shot) -> None:
    """Take one picture; a page that the folder does not have is passed over."""
    files = sorted(directory.glob(shot.page), key=lambda file: file.stat().st_size)
    if not files:
        return
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.scheme, offline=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(files[-1].resolve().as_uri())
    for selector in shot.clicks:
        page.click(selector)
    page.wait_for_timeout(500)
    page.screenshot(path=PICTURES / f"{shot.name}.png")
    context.close()


def main(arguments: list[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with TemporaryDirectory() as sample, sync_playwright() as driver:
        directory = Path(arguments[0]) if arguments else Path(sample) / "output"
        if not arguments:
            build(ROOT / "seeds" / "pages", directory)
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            take(browser, directory, shot)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
