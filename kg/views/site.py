"""The pages of a built folder: ``index.html`` and the maps in ``views/``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.model import Kind
from kg.network import make_company
from kg.views.catalogue import Catalogue, read_catalogue
from kg.views.pages import render_page
from kg.views.payload import key_of, make_payload, make_sketch
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
from kg.views.texts import Texts

if TYPE_CHECKING:
    from kg.network import Weighted

OVERVIEW = "overview.html"
TOGETHER = "together.html"
_OWN = re.compile(r"(?:district|initiative|person)-|together")  #: what stands in ``views`` because a build put it there


def write_views(directory: Path, *, min_confidence: float = 0.0) -> tuple[Path, ...]:
    """Write the index and all maps of a built folder, and return their paths, the index first.

    Facts whose evidence all lies below ``min_confidence`` (0 to 1) are left away. Maps that an earlier run wrote and that
    this one has no reason to write are removed.
    """
    catalogue = read_catalogue(directory, min_confidence=min_confidence)
    desk = _make_desk(make_atlas(catalogue), directory)
    views = directory / "views"
    views.mkdir(exist_ok=True)
    written = [_write(directory / "index.html", render_page("index", title="县志", data=_make_index(desk)))]
    written.append(_write(views / OVERVIEW, _render_map(desk, draw_overview(desk.atlas), "总览")))
    if desk.company.number_of_edges():
        written.append(_write(views / TOGETHER, _render_map(desk, draw_company(desk.atlas, desk.company), "同场的人")))
    for name, file in desk.files.items():
        scene = _MAPS[catalogue.entities[name].kind](desk.atlas, name)
        written.append(_write(views / file, _render_map(desk, scene, catalogue.entities[name].label)))
    for old in views.glob("*.html"):
        if _OWN.match(old.name) and old not in written:
            old.unlink()
    return tuple(written)


_MAPS: Mapping[Kind, Callable[[Atlas, str], Scene]] = {
    Kind.DISTRICT: draw_district,
    Kind.INITIATIVE: draw_initiative,
    Kind.PERSON: draw_focus,
}


def write_focus(directory: Path, name: str, *, min_confidence: float = 0.0) -> Path:
    """Write the map of one name and what surrounds it, ``views/focus-….html``, and return its path.

    ``name`` is a label, another form of it, or its pinyin; of several bearers the one with most ties is meant. An unknown
    name is a ``QueryError`` that offers the nearest ones.
    """
    atlas = make_atlas(read_catalogue(directory, min_confidence=min_confidence))
    centre = find_name(atlas, name)
    return _write_one(
        directory, atlas, draw_focus(atlas, centre), f"focus-{_slug(key_of(centre))}", atlas.catalogue.entities[centre].label
    )


def write_path(directory: Path, start: str, end: str, *, min_confidence: float = 0.0) -> Path:
    """Write the map of the shortest way between two names, ``views/path-….html``, and return its path.

    Names are meant as in ``write_focus``. Where nothing joins them, that is a ``QueryError``.
    """
    atlas = make_atlas(read_catalogue(directory, min_confidence=min_confidence))
    ends = find_name(atlas, start), find_name(atlas, end)
    labels = [atlas.catalogue.entities[name].label for name in ends]
    scene = draw_path(atlas, *ends)
    if scene is None:
        raise QueryError(f"nothing joins {labels[0]} and {labels[1]}" if ends[0] != ends[1] else f"both names mean {labels[0]}")
    return _write_one(directory, atlas, scene, f"path-{'-to-'.join(_slug(key_of(name)) for name in ends)}", " — ".join(labels))


def _write_one(directory: Path, atlas: Atlas, scene: Scene, stem: str, title: str) -> Path:
    views = directory / "views"
    views.mkdir(exist_ok=True)
    desk = _make_desk(atlas, directory)
    there = {name: file for name, file in desk.files.items() if (views / file).is_file()}
    return _write(views / f"{stem}.html", _render_map(replace(desk, files=there), scene, title))


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


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every page of a folder is made from."""

    atlas: Atlas
    company: Weighted
    texts: Texts
    files: Mapping[str, str]  #: name → the file of its own map in ``views``


def _make_desk(atlas: Atlas, directory: Path) -> _Desk:
    return _Desk(atlas, make_company(atlas.network), Texts(directory), _name_files(atlas))


def _name_files(atlas: Atlas) -> dict[str, str]:
    """The file of each name that has a map of its own."""
    files: dict[str, str] = {}
    entities = atlas.catalogue.entities
    for name in (*list_map_districts(atlas), *list_map_initiatives(atlas), *list_map_officials(atlas)):
        tail = entities[name].adcode or key_of(name).rsplit("/", 1)[-1]
        stem = f"{entities[name].kind.value}-{_slug(tail)}"
        if f"{stem}.html" in files.values():  # two codes that differ only in what a file name cannot hold
            stem = f"{stem}-{len(files)}"
        files[name] = f"{stem}.html"
    return files


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:80] or "x"


def _render_map(desk: _Desk, scene: Scene, title: str) -> str:
    names = [spot.id for spot in scene.spots]
    if len(names) > MAX_NAMES:
        data = make_sketch(desk.atlas, scene, links=desk.files)
    else:
        data = make_payload(desk.atlas, names, links=desk.files, company=desk.company, scene=scene, texts=desk.texts)
    data["title"] = title
    return render_page("view", title=f"{title} · 县志", data=data)


def _make_index(desk: _Desk) -> dict[str, Any]:
    catalogue = desk.atlas.catalogue
    links = {name: f"views/{file}" for name, file in desk.files.items()}
    articles = list(catalogue.sources)
    data = make_payload(desk.atlas, catalogue.entities, links=links, company=desk.company, articles=articles, texts=desk.texts)
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
