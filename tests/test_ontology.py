from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg import ontology
from kg.errors import OntologyError
from kg.model import Kind
from kg.ontology import (
    BYLINES,
    EDGES,
    KIND_CLASSES,
    LEVEL_LABELS,
    LEVELS,
    PREFIXES,
    SUPERCLASSES,
    XZ,
    entity_classes,
    shorten,
    terms,
)

ROOT = Path(__file__).resolve().parent.parent
VOCABULARIES = (ontology.ORG, ontology.SKOS, ontology.SCHEMA, ontology.DCTERMS, ontology.RDF, ontology.RDFS, ontology.XSD, XZ)
SCHEMA = rdflib.Namespace(PREFIXES["schema"])


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology.ontology_path(), format="turtle")


def own_terms(graph: rdflib.Graph) -> set[str]:
    return {str(node) for node in graph.subjects() if str(node).startswith(XZ.NAMESPACE)}


def test_the_constants_are_the_terms_of_the_file(graph: rdflib.Graph) -> None:
    assert terms() == own_terms(graph)


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_each_constant_is_named_as_its_term(vocabulary: type) -> None:
    for name, value in vars(vocabulary).items():
        if not name.startswith("_") and name != "NAMESPACE":
            assert value == vars(vocabulary)["NAMESPACE"] + name


def test_a_typo_fails_at_once() -> None:
    with pytest.raises(AttributeError):
        _ = XZ.jurisdicton  # type: ignore[attr-defined]


def test_superclasses_are_all_that_the_file_promises(graph: rdflib.Graph) -> None:
    classes = {str(node) for node in graph.subjects(RDFS.subClassOf)}
    assert classes == set(SUPERCLASSES)
    for name in classes:
        above = {str(node) for node in graph.transitive_objects(rdflib.URIRef(name), RDFS.subClassOf)} - {name}
        assert set(SUPERCLASSES[name]) == above, name


def test_every_own_term_has_labels_in_both_languages_and_a_meaning(graph: rdflib.Graph) -> None:
    for name in own_terms(graph):
        node = rdflib.URIRef(name)
        labels = [*graph.objects(node, RDFS.label), *graph.objects(node, SKOS.prefLabel)]
        assert sorted(label.language for label in labels) == ["en", "zh"], name
        assert graph.value(node, RDFS.comment), name


def test_every_own_property_says_from_what_to_what(graph: rdflib.Graph) -> None:
    known = {str(node) for node in graph.subjects()}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for node in graph.subjects(RDF.type, kind):
            for predicate in (SCHEMA.domainIncludes, SCHEMA.rangeIncludes):
                named = {str(value) for value in graph.objects(node, predicate)}
                assert named, node
                assert all(value in known or shorten(value).startswith(("xsd:", "skos:", "rdf:")) for value in named), node


def test_levels_are_the_concepts_of_the_scheme(graph: rdflib.Graph) -> None:
    concepts = {str(node): node for node in graph.subjects(SKOS.inScheme, rdflib.URIRef(XZ.Level))}
    assert set(concepts) == set(LEVELS.values())
    for level, label in LEVEL_LABELS.items():
        node = concepts[LEVELS[level]]
        assert str(graph.value(node, SKOS.notation)) == level
        assert rdflib.Literal(label, lang="zh") in set(graph.objects(node, SKOS.prefLabel))


def test_edges_bylines_and_kinds_use_known_terms() -> None:
    for value in (*EDGES.values(), *BYLINES.values(), *KIND_CLASSES.values()):
        assert value in terms() or value == ontology.ORG.subOrganizationOf


def test_entity_classes_begin_with_the_narrowest() -> None:
    assert entity_classes(Kind.PERSON, "Official")[:2] == (XZ.Official, XZ.Person)
    assert entity_classes(Kind.PERSON, "Person") == entity_classes(Kind.PERSON, "")
    with pytest.raises(OntologyError, match="xz:Campaign is no subclass of xz:Event"):
        entity_classes(Kind.EVENT, "Campaign")
    with pytest.raises(OntologyError, match="quantity"):
        entity_classes(Kind.QUANTITY, "")


def test_shorten() -> None:
    assert shorten(XZ.leads) == "xz:leads"
    assert shorten(ontology.RDFS.label) == "rdfs:label"
    assert shorten("https://example.org/a") == "https://example.org/a"


def test_files_are_found_in_the_checkout() -> None:
    assert ontology.ontology_dir() == ROOT / "ontology"
    assert ontology.ontology_path().is_file()
    assert ontology.shapes_path().is_file()
    paths = ontology.query_paths()
    assert list(paths) == sorted(path.stem for path in (ROOT / "ontology" / "queries").glob("*.rq"))


def test_files_are_found_in_the_installed_data_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "kg_ontology"
    package.mkdir(parents=True)
    (package / "xianzhi.ttl").write_text("", encoding="utf-8")
    monkeypatch.setattr(ontology, "__file__", str(tmp_path / "elsewhere" / "kg" / "ontology.py"))
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert ontology.ontology_dir() == package


def test_no_ontology_at_all_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontology, "__file__", str(tmp_path / "kg" / "ontology.py"))
    monkeypatch.setattr(ontology, "find_spec", lambda _: None)
    with pytest.raises(OntologyError, match="not installed"):
        ontology.ontology_dir()


def test_the_vocabulary_loads_no_heavy_library() -> None:
    code = "import sys, kg.ontology; sys.exit(any(name in sys.modules for name in ('rdflib', 'pyoxigraph', 'pyshacl')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_pages_made_from_the_ontology_are_up_to_date() -> None:
    maker = runpy.run_path(str(ROOT / "docs" / "make_ontology.py"))
    assert maker["PAGE"].read_text(encoding="utf-8") == maker["make_page"](), "run: python docs/make_ontology.py"
    readme = maker["README"].read_text(encoding="utf-8")
    assert readme == maker["make_readme"](readme), "run: python docs/make_ontology.py"
    assert all(f"`{shorten(name)}`" in readme for name in terms())
