"""Imports point one way: a file imports only from files below it in this list."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: From the top to the bottom, and from the left to the right.
ORDER = """
cli
api
evaluate gold
update
serve serve.app serve.pool serve.pages serve.negotiate serve.worker serve.guard
push
build
export
export.ftm export.gexf export.graphml export.neo4j export.parquet export.rdf
export.networks export.tables export.base

views views.site
views.entries views.articles views.desk
views.sheets views.timeline views.quotes views.register
views.rows views.payload views.scenes views.texts views.pages views.layout views.heads views.kinds views.catalogue
withhold ledger
folder cache
engines engines.spark engines.local
table explain results query lookup store confidence
network
check
graph turtle

pipeline
facts resolve
coref
coref.resolver
coref.bodies coref.proper coref.seats coref.told
coref.places coref.zones coref.units
coref.initiatives coref.events coref.people coref.referents
calibration

extract
extract.claims
extract.located extract.event_places extract.sums extract.works extract.partakers
extract.lying
extract.carriers extract.doers extract.subjects extract.provinces extract.actors extract.clauses
extract.attendance extract.sites
extract.visits extract.whereabouts
extract.acts
extract.districts extract.initiatives extract.organisations extract.people extract.posts
extract.hamlets extract.bare_towns extract.bare_villages extract.estates extract.corps extract.relative_places
extract.short_streets extract.held_zones
extract.listed_places extract.zone_names extract.place_endings extract.no_villages extract.place_starts extract.place_parts
extract.built_works extract.plain_schemes extract.told_projects extract.counted_schemes extract.placed_works extract.listed_works
extract.quoted_schemes extract.weighed
extract.quoted_lists extract.formula_schemes extract.typed_schemes extract.sought_titles extract.shown_projects extract.projects
extract.scheme_names
extract.local_bodies extract.listed_bodies extract.named_bodies extract.body_starts extract.told_firms extract.listed_firms
extract.charities extract.firm_starts
extract.brands extract.firms extract.inner_units extract.named_branches
extract.state_bodies extract.counted_bodies
extract.taskforces extract.marked_bodies extract.offices extract.spheres
extract.body_endings extract.body_functions extract.bodies
extract.post_chains extract.post_elections extract.post_subjects extract.post_bodies extract.post_phrases
extract.force_heads extract.rolls extract.titles
extract.events extract.figures extract.times
extract.frames extract.counted extract.presidia extract.squads extract.no_schemes
extract.departments extract.names extract.edges extract.joins extract.intents extract.base
context listed person_signs gazetteer

split layout lines bylines dates
read html decode

seeds ontology
pinyin patterns scanner words text
model errors
"""
LAYERS = ORDER.split()

#: Third-party library → the files that may import it.
HOMES = {
    "jieba": {"words"},
    "pyvis": {"views.payload"},
    "jinja2": {"views.sheets"},
    "markupsafe": {"views.sheets"},
    "networkx": {"network"},
    "pandas": {"table", "api"},
    "pyarrow": {"export.parquet"},
    "rdflib": {"check", "store"},
    "oxrdflib": {"store"},
    "pyshacl": {"check"},
    "pypinyin": {"pinyin"},
    "selectolax": {"html"},
    "pypdf": {"read"},
    "click": {"cli"},
    "starlette": {"serve.app"},
    "uvicorn": {"serve.app"},
    "requests": {"push"},
}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "kg").with_suffix("").parts).removesuffix("__init__").rstrip(".")


FILES = {name_of(path): path for path in sorted((ROOT / "kg").rglob("*.py"))}
DOOR = ""  #: kg/__init__.py


def imports(path: Path) -> list[tuple[str, ast.stmt, bool]]:
    """Each module that a file imports, with its statement and whether that stands inside a function."""
    found = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        child for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node, node in inside) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                full = f"{base}.{alias.name}"
                found.append((full if full.removeprefix("kg.") in FILES else base, node, node in inside))
    return found


def test_every_file_stands_in_the_list() -> None:
    assert sorted(LAYERS) == sorted(name for name in FILES if name != DOOR)


@pytest.mark.parametrize("name", [name for name in FILES if name != DOOR])
def test_imports_point_down(name: str) -> None:
    wrong = [
        module
        for module, _, _ in imports(FILES[name])
        if module.split(".")[0] == "kg" and LAYERS.index(module.removeprefix("kg.")) <= LAYERS.index(name)
    ]
    assert not wrong, f"kg.{name} imports from above itself: {wrong}"


@pytest.mark.parametrize("name", list(FILES))
def test_own_modules_are_imported_at_the_top_and_by_their_full_names(name: str) -> None:
    for module, node, inside in imports(FILES[name]):
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{name}:{node.lineno} is a relative import"
        assert not (inside and module.split(".")[0] == "kg"), f"{name}:{node.lineno} imports {module} inside a function"
        assert not (isinstance(node, ast.ImportFrom) and node.names[0].name == "*"), f"{name}:{node.lineno} is a star import"


def test_each_library_has_one_home() -> None:
    for name, path in FILES.items():
        for module, node, _ in imports(path):
            library = module.split(".")[0]
            assert name in HOMES.get(library, {name}), f"kg.{name}:{node.lineno} imports {library}; its home is {HOMES[library]}"


def test_no_page_of_the_list_is_a_ring() -> None:
    """The list above would hide a ring only if a file stood in it twice."""
    assert len(LAYERS) == len(set(LAYERS))
