"""The pages of a built folder: ``index.html`` and the maps in ``views/``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.model import Kind
from kg.network import make_company
from kg.views.catalogue import Catalogue, read_catalogue
from kg.views.pages import render_page
from kg.views.payload import key_of, make_payload
from kg.views.scenes import (
    Atlas,
    Scene,
    draw_district,
    draw_focus,
    draw_initiative,
    draw_overview,
    list_map_districts,
    list_map_initiatives,
    make_atlas,
)
from kg.withhold import open_withheld

if TYPE_CHECKING:
    from kg.network import Weighted

OVERVIEW = "overview.html"


def write_views(directory: Path, *, min_confidence: float = 0.0, withhold_private: bool = False) -> tuple[Path, ...]:
    """Write the index and all maps of a built folder, and return their paths, the index first.

    Facts whose evidence all lies below ``min_confidence`` (0 to 1) are left away. Maps that an earlier run wrote and that
    this one has no reason to write are removed. ``withhold_private`` withholds residents and private persons (``kg.withhold``),
    and removes maps of single names too, for they may show them.
    """
    with open_withheld(directory, withhold_private, least=min_confidence) as source:
        return _write_all(directory, source, min_confidence, withhold_private)


def _write_all(directory: Path, source: Path, min_confidence: float, withheld: bool) -> tuple[Path, ...]:
    """Write the pages of a folder, from graph and texts in ``source``."""
    catalogue = read_catalogue(source, min_confidence=min_confidence)
    atlas = make_atlas(catalogue)
    company = make_company(atlas.network)
    files = _name_files(atlas)
    views = directory / "views"
    views.mkdir(exist_ok=True)
    written = [_write(directory / "index.html", render_page("index", title="县志", data=_make_index(atlas, company, files)))]
    written.append(_write(views / OVERVIEW, _render_map(atlas, company, files, draw_overview(atlas), "总览")))
    for name, file in files.items():
        entity = atlas.catalogue.entities[name]
        scene = draw_district(atlas, name) if entity.kind is Kind.DISTRICT else draw_initiative(atlas, name)
        written.append(_write(views / file, _render_map(atlas, company, files, scene, entity.label)))
    for old in views.glob("*.html"):
        if re.match(r"(district|initiative|focus)-" if withheld else r"(district|initiative)-", old.name) and old not in written:
            old.unlink()
    return tuple(written)


def write_focus(directory: Path, name: str, *, min_confidence: float = 0.0, withhold_private: bool = False) -> Path:
    """Write the map of one name and what surrounds it, ``views/focus-….html``, and return its path.

    ``name`` is a label, another form of it, or its pinyin; of several bearers the one with most ties is meant. An unknown
    name is a ``QueryError`` that offers the nearest ones.
    """
    with open_withheld(directory, withhold_private, least=min_confidence) as source:
        atlas = make_atlas(read_catalogue(source, min_confidence=min_confidence))
    centre = find_name(atlas, name)
    views = directory / "views"
    views.mkdir(exist_ok=True)
    file = views / f"focus-{_slug(key_of(centre))}.html"
    files = {known: file for known, file in _name_files(atlas).items() if (views / file).is_file()}
    scene = draw_focus(atlas, centre)
    return _write(file, _render_map(atlas, make_company(atlas.network), files, scene, atlas.catalogue.entities[centre].label))


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


def _name_files(atlas: Atlas) -> dict[str, str]:
    """The file of each name that has a map of its own."""
    files: dict[str, str] = {}
    entities = atlas.catalogue.entities
    for name in (*list_map_districts(atlas), *list_map_initiatives(atlas)):
        tail = entities[name].adcode or key_of(name).rsplit("/", 1)[-1]
        stem = f"{entities[name].kind.value}-{_slug(tail)}"
        if f"{stem}.html" in files.values():  # two codes that differ only in what a file name cannot hold
            stem = f"{stem}-{len(files)}"
        files[name] = f"{stem}.html"
    return files


def _slug(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:80] or "x"


def _render_map(atlas: Atlas, company: Weighted, files: Mapping[str, str], scene: Scene, title: str) -> str:
    names = [spot.id for spot in scene.spots]
    data = make_payload(atlas, names, links=files, company=company, scene=scene)
    data["title"] = title
    return render_page("view", title=f"{title} · 县志", data=data)


def _make_index(atlas: Atlas, company: Weighted, files: Mapping[str, str]) -> dict[str, Any]:
    catalogue = atlas.catalogue
    links = {name: f"views/{file}" for name, file in files.items()}
    articles = list(catalogue.sources)
    data = make_payload(atlas, catalogue.entities, links=links, company=company, articles=articles)
    data["overview"] = f"views/{OVERVIEW}"
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
