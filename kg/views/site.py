"""The pages of a built folder: ``index.html``, the maps in ``views/``, the sheets in ``names/`` and ``articles/``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.model import Kind
from kg.network import make_company
from kg.views.articles import render_article
from kg.views.catalogue import Catalogue, read_catalogue
from kg.views.desk import Desk, make_desk
from kg.views.entries import render_entry
from kg.views.pages import render_page
from kg.views.payload import key_of, make_payload
from kg.views.register import ARTICLES, NAMES, Register, make_register, slug
from kg.views.rows import add_rows
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
from kg.views.sheets import MARK
from kg.views.texts import Texts

if TYPE_CHECKING:
    from kg.network import Weighted

OVERVIEW = "overview.html"
MAX_INDEX_FACTS = 20_000  #: up to which the index holds all facts; above, it leads to the sheets


def write_views(directory: Path, *, min_confidence: float = 0.0) -> tuple[Path, ...]:
    """Write the index, all maps and all sheets of a built folder, and return their paths in this order.

    Facts whose evidence all lies below ``min_confidence`` (0 to 1) are left away. Pages that an earlier run wrote and that
    this one has no reason to write are removed.
    """
    catalogue = read_catalogue(directory, min_confidence=min_confidence)
    atlas = make_atlas(catalogue)
    company = make_company(atlas.network)
    register = make_register(atlas, {name: f"views/{file}" for name, file in _name_files(atlas).items()})
    index = render_page("index", title="县志", data=_make_index(atlas, company, register))
    written = [_write(directory / "index.html", index), *_write_maps(directory, atlas, company, register)]
    for old in (directory / "views").glob("*.html"):
        if re.match(r"(district|initiative)-", old.name) and old not in written:
            old.unlink()
    return (*written, *_write_sheets(directory, make_desk(atlas, register, Texts(directory), company)))


def _write_maps(directory: Path, atlas: Atlas, company: Weighted, register: Register) -> Iterator[Path]:
    (directory / "views").mkdir(exist_ok=True)
    sheets = register.sheets("../")
    files = {name: file.removeprefix("views/") for name, file in register.maps.items()}
    yield _write(directory / "views" / OVERVIEW, _render_map(atlas, company, files, sheets, draw_overview(atlas), "总览"))
    for name, file in files.items():
        entity = atlas.catalogue.entities[name]
        scene = draw_district(atlas, name) if entity.kind is Kind.DISTRICT else draw_initiative(atlas, name)
        yield _write(directory / "views" / file, _render_map(atlas, company, files, sheets, scene, entity.label))


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


def write_focus(directory: Path, name: str, *, min_confidence: float = 0.0) -> Path:
    """Write the map of one name and what surrounds it, ``views/focus-….html``, and return its path.

    ``name`` is a label, another form of it, or its pinyin; of several bearers the one with most ties is meant. An unknown
    name is a ``QueryError`` that offers the nearest ones.
    """
    atlas = make_atlas(read_catalogue(directory, min_confidence=min_confidence))
    centre = find_name(atlas, name)
    views = directory / "views"
    views.mkdir(exist_ok=True)
    file = views / f"focus-{slug(key_of(centre))}.html"
    files = {known: file for known, file in _name_files(atlas).items() if (views / file).is_file()}
    register = make_register(atlas, {})
    sheets = {thing: link for thing, link in register.sheets("../").items() if (views / link).is_file()}
    label = atlas.catalogue.entities[centre].label
    return _write(file, _render_map(atlas, make_company(atlas.network), files, sheets, draw_focus(atlas, centre), label))


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
        stem = f"{entities[name].kind.value}-{slug(tail)}"
        if f"{stem}.html" in files.values():  # two codes that differ only in what a file name cannot hold
            stem = f"{stem}-{len(files)}"
        files[name] = f"{stem}.html"
    return files


def _render_map(
    atlas: Atlas, company: Weighted, files: Mapping[str, str], sheets: Mapping[str, str], scene: Scene, title: str
) -> str:
    names = [spot.id for spot in scene.spots]
    data = make_payload(atlas, names, links=files, company=company, scene=scene, sheets=sheets)
    data["title"] = title
    return render_page("view", title=f"{title} · 县志", data=data)


def _make_index(atlas: Atlas, company: Weighted, register: Register) -> dict[str, Any]:
    """The data of the index: everything, or, of a large graph, the names with what their rows show."""
    catalogue = atlas.catalogue
    articles = list(catalogue.sources)
    large = len(catalogue.facts) > MAX_INDEX_FACTS
    data = make_payload(
        atlas,
        catalogue.entities,
        links=register.maps,
        company={} if large else company,
        articles=articles,
        sheets=register.sheets(),
        bare=large,
    )
    add_rows(atlas, data["names"])
    data["large"] = large
    data["unlisted"] = register.left_out
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
