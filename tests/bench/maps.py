"""Maps beside plain pyvis, on the same network in the same run: how long a page takes to be made, and to open.

``python tests/bench/maps.py build [--names 20000] [--ties 30000] [--rounds 3]``: from names and ties in memory to the file. Plain
pyvis is ``Network()`` as its documentation has it: ``add_node``, ``add_edge``, ``generate_html``, and the text written.

``python tests/bench/maps.py open [--sizes 300,5000] [--patience 120]``: from the file to the first stable picture in headless
Chromium, network cut, with all names on the map. Plain pyvis has its default physics, and is stable when vis-network says so
(``stabilizationIterationsDone``); ours is when its first frame is drawn. Where pyvis is not stable after ``--patience`` seconds
the ratio is a lower bound, marked ``>``. Needs Playwright and a Chromium (``KG_CHROMIUM``, or ``chromium`` on the path).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model import Entity, Evidence, Fact, Kind
from kg.ontology import DEFAULT_BASE
from kg.views import scenes
from kg.views.catalogue import Catalogue, Source, ends_of
from kg.views.pages import render_page
from kg.views.payload import make_payload, make_sketch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SURNAMES, GIVEN = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜",
    "明华建国伟强丽敏静磊军洋勇艳杰娟涛超霞平刚桂英文博雅思远志宏晓春",
)
BODIES, PEOPLE, EVENTS = 14, 2, 3  # bodies of a county, people of a body, events and initiatives of a county


def make_catalogue(names: int, ties: int, *, seed: int = 1) -> Catalogue:
    """Counties with towns, bodies, officials, meetings and initiatives, of invented names: about so many names and ties."""
    maker = _Maker(random.Random(seed))
    county = 0
    while len(maker.entities) < names:
        county += 1
        maker.add_county(county, names)
    maker.add_meetings(ties)
    return Catalogue(
        entities=dict(sorted(maker.entities.items())),
        facts=tuple(sorted(maker.facts, key=lambda fact: fact.id)),
        sources=maker.sources,
        pages=("page.txt",),
    )


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []
        self.sources: dict[str, Source] = {}
        self.people: list[str] = []
        self.events: list[str] = []
        self.article = ""
        self.prefecture = self.add(Kind.DISTRICT, "city", "云岭市", level="prefecture", adcode="990100")

    def add(self, kind: Kind, key: str, label: str, *, subtype: str = "", level: str = "", adcode: str = "") -> str:
        name = f"{DEFAULT_BASE}{kind.value}/{key}"
        self.entities[name] = Entity(id=name, kind=kind, subtype=subtype, label=label, level=level, adcode=adcode)
        return name

    def say(self, predicate: str, **roles: str) -> None:
        quote = "".join(self.entities[name].label for name in roles.values() if name in self.entities) + "参加了这次会议并讲话。"
        proof = Evidence(self.article, 10, 10 + len(quote), quote, "bench", 0.9)
        self.facts.append(Fact(f"{DEFAULT_BASE}fact/{len(self.facts):06}", predicate, tuple(roles.items()), (proof,)))

    def add_county(self, number: int, most: int) -> None:
        self.article = f"{DEFAULT_BASE}article/{number}"
        day = date(2024, 1, 1) + timedelta(self.chance.randrange(365))
        self.sources[self.article] = Source(self.article, f"第{number}县召开会议", "page.txt", day)
        county = self.add(Kind.DISTRICT, f"c{number}", f"第{number}县", level="county", adcode=f"99{number:04}")
        self.say("partOf", subject=county, object=self.prefecture)
        for each in range(BODIES):
            body = self.add(Kind.ORGANISATION, f"o{number}-{each}", f"第{number}县第{each}局", subtype="GovernmentBody")
            self.say("jurisdiction", subject=body, object=county)
            for one in range(PEOPLE):
                label = self.chance.choice(SURNAMES) + self.chance.choice(GIVEN) + self.chance.choice(GIVEN)
                person = self.add(Kind.PERSON, f"p{number}-{each}-{one}", label, subtype="Official")
                self.people.append(person)
                self.say("post", person=person, organisation=body, role="局长")
                if len(self.entities) >= most:
                    return
        for each in range(EVENTS):
            self.events.append(self.add(Kind.EVENT, f"e{number}-{each}", f"第{number}县第{each}次会议", subtype="Meeting"))
            scheme = self.add(Kind.INITIATIVE, f"i{number}-{each}", f"第{number}县第{each}行动", subtype="Campaign")
            self.say("leads", subject=county, object=scheme)

    def add_meetings(self, ties: int) -> None:
        """Let people attend the meetings of their county until there are so many ties."""
        while self.events and len(self.facts) < ties:
            event = self.chance.choice(self.events)
            number = event.rsplit("/e", 1)[1].split("-")[0]
            body, one = self.chance.randrange(BODIES), self.chance.randrange(PEOPLE)
            person = f"{DEFAULT_BASE}person/p{number}-{body}-{one}"
            if person in self.entities:
                self.say("attends", subject=person, object=event)


def write_ours(catalogue: Catalogue, file: Path) -> None:
    """The overview of a catalogue, as a build writes it."""
    atlas = scenes.make_atlas(catalogue)
    scene = scenes.draw_overview(atlas)
    if len(scene.spots) > scenes.MAX_NAMES:
        data = make_sketch(atlas, scene, links={}, sheets={})
    else:
        import networkx as nx  # type: ignore[import-untyped]

        data = make_payload(atlas, [spot.id for spot in scene.spots], links={}, company=nx.Graph(), scene=scene)
    data["title"] = "总览"
    file.write_text(render_page("view", title="总览", data=data), encoding="utf-8")


def write_pyvis(catalogue: Catalogue, file: Path) -> None:
    """The same names and ties with plain pyvis."""
    from pyvis.network import Network  # type: ignore[import-untyped]

    network = Network(cdn_resources="in_line")
    for name, entity in catalogue.entities.items():
        network.add_node(name, label=entity.label)
    for fact in catalogue.facts:
        network.add_edge(*ends_of(fact), title=fact.predicate)
    file.write_text(network.generate_html(), encoding="utf-8")


def take_time(run: Callable[[], object], rounds: int) -> float:
    """The median of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def compare_building(names: int, ties: int, rounds: int, folder: Path) -> None:
    """Print how long both take to make the page."""
    catalogue = make_catalogue(names, ties)
    write_ours(make_catalogue(100, 150), folder / "warm.html")
    write_pyvis(make_catalogue(100, 150), folder / "warm.html")
    ours = take_time(lambda: write_ours(catalogue, folder / "ours.html"), rounds)
    plain = take_time(lambda: write_pyvis(catalogue, folder / "pyvis.html"), 1)
    print(
        f"build: {len(catalogue.entities):,} names, {len(catalogue.facts):,} ties · ours {ours:.2f} s · pyvis {plain:.1f} s · "
        f"ratio {plain / ours:.1f}"
    )


def compare_opening(sizes: list[int], patience: float, rounds: int, folder: Path) -> None:
    """Print how long both take to the first stable picture."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size in sizes:
            catalogue = make_catalogue(size, size * 3 // 2)
            write_ours(catalogue, folder / "ours.html")
            write_pyvis(catalogue, folder / "pyvis.html")
            ours = min(open_ours(browser, folder / "ours.html") for _ in range(rounds))
            plain = open_pyvis(browser, folder / "pyvis.html", patience)
            more = ">" if plain is None else ""
            print(
                f"open: {len(catalogue.entities):,} names · ours {ours:.2f} s · pyvis {more}{plain or patience:.1f} s · "
                f"ratio {more}{(plain or patience) / ours:.0f}"
            )
        browser.close()


def open_ours(browser: Browser, file: Path) -> float:
    """Seconds until all names are drawn: also those that the map would have left folded."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    start = time.perf_counter()
    page.goto(file.as_uri() + "#?depth=2")
    page.wait_for_selector("body[data-drawn]", timeout=600_000)
    took = time.perf_counter() - start
    assert page.evaluate("kgMap.shown().length") == page.evaluate("MAP.nodes.length")
    page.close()
    return took


def open_pyvis(browser: Browser, file: Path, patience: float) -> float | None:
    """Seconds until the physics has come to rest; None where it has not in time."""
    from playwright.sync_api import TimeoutError as LateError

    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    text = file.read_text(encoding="utf-8")
    marked = text.replace(
        "network = new vis.Network(container, data, options);",
        "network = new vis.Network(container, data, options); network.once('stabilizationIterationsDone', "
        "() => { document.body.dataset.rest = '1'; });",
    )
    assert marked != text, "pyvis's template is another one than this script knows"
    file.write_text(marked, encoding="utf-8")
    start = time.perf_counter()
    took = None
    with suppress(LateError):
        page.goto(file.as_uri(), wait_until="commit")
        page.wait_for_selector("body[data-rest]", timeout=patience * 1000)
        took = time.perf_counter() - start
    with suppress(Exception):
        context.close()
    return took


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("build", "open"))
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--ties", type=int, default=30_000)
    parser.add_argument("--sizes", default="300,5000")
    parser.add_argument("--patience", type=float, default=120.0)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "build":
            compare_building(given.names, given.ties, given.rounds, Path(folder))
        else:
            compare_opening([int(size) for size in given.sizes.split(",")], given.patience, given.rounds, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
