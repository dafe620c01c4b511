"""The pages of a built folder: ``index.html``, the maps in ``views/``, the sheets in ``names/`` and ``articles/``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.model import Kind
from kg.network import make_company
from kg.views.articles import render_article
from kg.views.catalogue import Catalogue, read_catalogue
from kg.views.desk import Desk, make_desk
from kg.views.entries import render_entry
from kg.views.pages import render_page
from kg.views.payload import key_of, make_payload, make_sketch
from kg.views.register import ARTICLES, NAMES, make_register, slug
from kg.views.rows import add_rows
from kg.views.scenes import (
    MAX_NAMES,
    Atlas,
    Scene,
    draw_company,
    draw_district,
    draw_focus,
    draw_initiative,
    draw_overview,
    draw_path,
    list_map_districts,
    list_map_initiatives,
    list_map_officials,
    make_atlas,
)
from kg.views.sheets import MARK
from kg.views.texts import Texts
from kg.withhold import open_withheld

MAX_INDEX_FACTS = 20_000  #: up to which the index holds all facts; above, it leads to the sheets
OVERVIEW = "overview.html"
TOGETHER = "together.html"
_OWN = re.compile(r"(?:district|initiative|person)-|together")  #: what stands in ``views`` because a build put it there


def write_views(directory: Path, *, min_confidence: float = 0.0, withhold_private: bool = False) -> tuple[Path, ...]:
    """Write the index, all maps and all sheets of a built folder, and return their paths in this order.

    Facts whose evidence all lies below ``min_confidence`` (0 to 1) are left away. Pages that an earlier run wrote and that
    this one has no reason to write are removed. ``withhold_private`` withholds residents and private persons (``kg.withhold``),
    and removes all other pages in ``views`` too, since they may show them.
    """
    with open_withheld(directory, withhold_private, least=min_confidence) as source:
        desk = _make_desk(make_atlas(read_catalogue(source, min_confidence=min_confidence)), source)
        written = [_write(directory / "index.html", render_page("index", title="县志", data=_make_index(desk)))]
        return (*written, *_write_maps(directory, desk, alone=withhold_private), *_write_sheets(directory, desk))


def _write_maps(directory: Path, desk: Desk, *, alone: bool) -> list[Path]:
    """Write all maps; remove those of earlier runs that are not among them, and where they are to stand alone, all others."""
    views = directory / "views"
    views.mkdir(exist_ok=True)
    entities = desk.atlas.catalogue.entities
    written = [_write(views / OVERVIEW, _render_map(desk, draw_overview(desk.atlas), "总览"))]
    if desk.company.number_of_edges():
        written.append(_write(views / TOGETHER, _render_map(desk, draw_company(desk.atlas, desk.company), "同场的人")))
    for name, file in desk.register.maps.items():
        scene = _MAPS[entities[name].kind](desk.atlas, name)
        written.append(_write(directory / file, _render_map(desk, scene, entities[name].label)))
    for old in views.rglob("*.html") if alone else views.glob("*.html"):
        if (alone or _OWN.match(old.name)) and old not in written:
            old.unlink()
    return written


def _write_sheets(directory: Path, desk: Desk) -> Iterator[Path]:
    """Write a sheet for each name and each article of the register; remove the sheets of earlier runs that are not among them."""
    for folder, files, render in (
        (NAMES, desk.register.names, render_entry),
        (ARTICLES, desk.register.articles, render_article),
    ):
        (directory / folder).mkdir(exist_ok=True)
        for thing, file in files.items():
            yield _write(directory / file, render(desk, thing))
        wanted = {file.rpartition("/")[2] for file in files.values()}
        for old in (directory / folder).glob("*.html"):
            if old.name not in wanted and _is_sheet(old):
                old.unlink()


def _is_sheet(file: Path) -> bool:
    """Whether a file is a sheet by its first lines, and not a user's own page."""
    mark = MARK.encode()
    with file.open("rb") as opened:
        return opened.read(len(mark)) == mark


_MAPS: Mapping[Kind, Callable[[Atlas, str], Scene]] = {
    Kind.DISTRICT: draw_district,
    Kind.INITIATIVE: draw_initiative,
    Kind.PERSON: draw_focus,
}


def write_focus(directory: Path, name: str, *, min_confidence: float = 0.0, withhold_private: bool = False) -> Path:
    """Write the map of one name and what surrounds it, ``views/focus-….html``, and return its path.

    ``name`` is a label, another form of it, or its pinyin; of several bearers the one with most ties is meant. An unknown
    name is a ``QueryError`` that offers the nearest ones.
    """
    with open_withheld(directory, withhold_private, least=min_confidence) as source:
        atlas = make_atlas(read_catalogue(source, min_confidence=min_confidence))
        centre = find_name(atlas, name)
        label = atlas.catalogue.entities[centre].label
        return _write_one(directory, source, atlas, draw_focus(atlas, centre), f"focus-{slug(key_of(centre))}", label)


def write_path(directory: Path, start: str, end: str, *, min_confidence: float = 0.0, withhold_private: bool = False) -> Path:
    """Write the map of the shortest way between two names, ``views/path-….html``, and return its path.

    Names are meant as in ``write_focus``. Where nothing joins them, that is a ``QueryError``.
    """
    with open_withheld(directory, withhold_private, least=min_confidence) as source:
        atlas = make_atlas(read_catalogue(source, min_confidence=min_confidence))
        ends = find_name(atlas, start), find_name(atlas, end)
        labels = [atlas.catalogue.entities[name].label for name in ends]
        scene = draw_path(atlas, *ends)
        if scene is None:
            raise QueryError(
                f"nothing joins {labels[0]} and {labels[1]}" if ends[0] != ends[1] else f"both names mean {labels[0]}"
            )
        return _write_one(
            directory, source, atlas, scene, f"path-{'-to-'.join(slug(key_of(name)) for name in ends)}", " — ".join(labels)
        )


def _write_one(directory: Path, source: Path, atlas: Atlas, scene: Scene, stem: str, title: str) -> Path:
    views = directory / "views"
    views.mkdir(exist_ok=True)
    desk = _make_desk(atlas, source)
    parts = (desk.register.maps, desk.register.names, desk.register.articles)
    maps, names, articles = ({key: file for key, file in part.items() if (directory / file).is_file()} for part in parts)
    there = replace(desk.register, maps=maps, names=names, articles=articles)
    return _write(views / f"{stem}.html", _render_map(replace(desk, register=there), scene, title))


def find_name(atlas: Atlas, name: str) -> str:
    """The entity that a user means by a name."""
    wanted = "".join(name.split()).lower()
    found = []
    forms: set[str] = set()
    for iri, entity in atlas.catalogue.entities.items():
        latin = "".join(atlas.catalogue.latin.get(iri, "").split()).lower()
        forms.update((entity.label, *entity.alt))
        for rank, known in enumerate(((entity.label,), entity.alt, (latin,))):
            if wanted and wanted in ("".join(form.split()).lower() for form in known):
                found.append((rank, -atlas.ties[iri], iri))
                break
    if not found:
        near = get_close_matches(name, sorted(forms), n=3, cutoff=0.4)
        raise QueryError(f"nothing in the graph is called {name}" + (f"; near it: {'、'.join(near)}" if near else ""))
    return min(found)[2]


def _make_desk(atlas: Atlas, directory: Path) -> Desk:
    maps = {name: f"views/{file}" for name, file in _name_files(atlas).items()}
    return make_desk(atlas, make_register(atlas, maps), Texts(directory), make_company(atlas.network))


def _name_files(atlas: Atlas) -> dict[str, str]:
    """The file of each name that has a map of its own."""
    files: dict[str, str] = {}
    entities = atlas.catalogue.entities
    for name in (*list_map_districts(atlas), *list_map_initiatives(atlas), *list_map_officials(atlas)):
        tail = entities[name].adcode or key_of(name).rsplit("/", 1)[-1]
        stem = f"{entities[name].kind.value}-{slug(tail)}"
        if f"{stem}.html" in files.values():  # two codes that differ only in what a file name cannot hold
            stem = f"{stem}-{len(files)}"
        files[name] = f"{stem}.html"
    return files


def _render_map(desk: Desk, scene: Scene, title: str) -> str:
    names = [spot.id for spot in scene.spots]
    links = {name: file.removeprefix("views/") for name, file in desk.register.maps.items()}
    sheets = desk.register.sheets("../")
    if len(names) > MAX_NAMES:
        data = make_sketch(desk.atlas, scene, links=links, sheets=sheets)
    else:
        data = make_payload(desk.atlas, names, links=links, company=desk.company, scene=scene, sheets=sheets, texts=desk.texts)
    data["title"] = title
    return render_page("view", title=f"{title} · 县志", data=data)


def _make_index(desk: Desk) -> dict[str, Any]:
    """The data of the index: everything, or, of a large graph, the names with what their rows show."""
    catalogue = desk.atlas.catalogue
    articles = list(catalogue.sources)
    large = len(catalogue.facts) > MAX_INDEX_FACTS
    data = make_payload(
        desk.atlas,
        catalogue.entities,
        links=desk.register.maps,
        company={} if large else desk.company,
        articles=articles,
        sheets=desk.register.sheets(),
        texts=desk.texts,
        bare=large,
    )
    add_rows(desk.atlas, data["names"])
    data["large"] = large
    data["unlisted"] = desk.register.left_out
    data["overview"] = f"views/{OVERVIEW}"
    data["together"] = f"views/{TOGETHER}" if desk.company.number_of_edges() else ""
    data["counts"] = _count(catalogue)
    data["pages"] = _list_pages(catalogue, articles)
    data["problems"] = [[problem.where, problem.what] for problem in catalogue.problems]
    return data


def _count(catalogue: Catalogue) -> dict[str, int]:
    kinds = Counter(entity.kind.value for entity in catalogue.entities.values())
    return {
        **kinds,
        "pages": len(catalogue.pages),
        "articles": len(catalogue.sources),
        "withheld": catalogue.withheld,
        "facts": sum(1 for fact in catalogue.facts if fact.evidence),
        "proofs": len({(each.article, each.start, each.end) for fact in catalogue.facts for each in fact.evidence}),
    }


def _list_pages(catalogue: Catalogue, articles: Sequence[str]) -> list[dict[str, Any]]:
    """Every page with the numbers of its articles and of its problems."""
    pages: dict[str, list[int]] = {page: [] for page in catalogue.pages}
    for number, article in enumerate(articles):
        pages.setdefault(catalogue.sources[article].page, []).append(number)
    problems = Counter(re.sub(r":\d+$", "", problem.where) for problem in catalogue.problems)
    return [{"f": page, "a": numbers, "problems": problems[page]} for page, numbers in sorted(pages.items())]


def _write(file: Path, text: str) -> Path:
    """Write a page beside its place and move it there, so that the place never holds half a page."""
    part = file.with_name(f"{file.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    return part.replace(file)
