"""Write ``docs/ontology.md`` and the table in ``ontology/README.md`` from ``ontology/xianzhi.ttl`` and ``shapes.ttl``.

    python docs/make_ontology.py

Sections, and the order of terms in them, are those of the files: a line ``# Persons`` opens a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import rdflib
from rdflib.namespace import RDFS, SH, SKOS

from kg.ontology import LEVELS, PREFIXES, ontology_dir, ontology_path, shapes_path, shorten

PAGE = Path(__file__).resolve().parent / "ontology.md"
README = ontology_dir() / "README.md"
SCHEMA = rdflib.Namespace(PREFIXES["schema"])

_HEADING = re.compile(r"# (.+)")
_SUBJECT = re.compile(r"([a-z]+):(\w+) ")
_TABLE = re.compile(r"(?<=<!-- terms -->\n).*(?=<!-- end of terms -->)", re.DOTALL)

INTRODUCTION = """# The ontology

What a built graph says, and in which words. This page is made from `ontology/xianzhi.ttl` and `ontology/shapes.ttl` by
`docs/make_ontology.py`; change those, then run it.

Every superclass is written out, so plain SPARQL needs no reasoner: `?x a xz:Person` finds the officials too.
A fact that is an edge stands as the plain triple and once more as an `rdf:Statement` with `xz:evidence`. A post is a node
(`org:Membership`), because it has dates.
"""


def sections(text: str) -> Iterator[tuple[str, list[rdflib.URIRef]]]:
    """The sections of a Turtle file: heading, and the terms described under it."""
    heading, terms = "", list[rdflib.URIRef]()
    _, _, body = text.partition("@prefix")
    for line in body.splitlines():
        if match := _HEADING.fullmatch(line):
            if heading:
                yield heading, terms
            heading, terms = match[1], []
        elif heading and (match := _SUBJECT.match(line)) and match[1] in PREFIXES:
            terms.append(rdflib.URIRef(PREFIXES[match[1]] + match[2]))
    yield heading, terms


def language(graph: rdflib.Graph, term: rdflib.URIRef, predicate: rdflib.URIRef, tag: str) -> str:
    return next((str(label) for label in graph.objects(term, predicate) if getattr(label, "language", None) == tag), "")


def label(graph: rdflib.Graph, term: rdflib.URIRef, tag: str) -> str:
    return language(graph, term, RDFS.label, tag) or language(graph, term, SKOS.prefLabel, tag)


def short(graph: rdflib.Graph, term: rdflib.URIRef, predicate: rdflib.URIRef) -> str:
    return ", ".join(sorted(f"`{shorten(str(value))}`" for value in graph.objects(term, predicate)))


def place(graph: rdflib.Graph, term: rdflib.URIRef) -> str:
    """Where the term stands: a class below its superclasses, a property between its classes."""
    above = short(graph, term, RDFS.subClassOf)
    if above:
        return f"below {above}"
    source, target = short(graph, term, SCHEMA.domainIncludes), short(graph, term, SCHEMA.rangeIncludes)
    if source:
        return f"{source} → {target or 'text'}"
    return "concept of `xz:Level`" if str(term) in LEVELS.values() else ""


def row(graph: rdflib.Graph, term: rdflib.URIRef) -> str:
    cells = [f"`{shorten(str(term))}`", label(graph, term, "zh"), label(graph, term, "en"), place(graph, term)]
    return f"| {' | '.join([*cells, language(graph, term, RDFS.comment, 'en')])} |"


def term_tables(graph: rdflib.Graph, text: str) -> Iterator[str]:
    for heading, terms in sections(text):
        rows = "\n".join(row(graph, term) for term in terms)
        yield f"## {heading}\n\n| term | 中文 | English | place | meaning |\n|---|---|---|---|---|\n{rows}\n"


def rules(shapes: rdflib.Graph) -> str:
    """What the shapes say of a wrong graph, each once."""
    found = {str(message) for message in shapes.objects(None, SH.message)}
    lines = "\n".join(f"- {message}" for message in sorted(found))
    return f"## What `kg check` refuses\n\nA node of the graph that\n\n{lines}\n"


def make_page() -> str:
    """The page of the ontology, in Markdown."""
    graph = rdflib.Graph().parse(ontology_path(), format="turtle")
    shapes = rdflib.Graph().parse(shapes_path(), format="turtle")
    prefixes = "\n".join(f"| `{prefix}:` | `{namespace}` |" for prefix, namespace in PREFIXES.items())
    tables = term_tables(graph, ontology_path().read_text(encoding="utf-8"))
    return "\n".join([INTRODUCTION, f"## Prefixes\n\n| prefix | namespace |\n|---|---|\n{prefixes}\n", *tables, rules(shapes)])


def make_readme(old: str) -> str:
    """The folder's README with its table of terms made anew."""
    text = ontology_path().read_text(encoding="utf-8")
    rows = (f"| {heading} | {' '.join(f'`{shorten(str(term))}`' for term in terms)} |" for heading, terms in sections(text))
    table = "\n".join(["", "| section | terms |", "|---|---|", *rows, "", ""])
    return _TABLE.sub(lambda _: table, old)


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
    README.write_text(make_readme(README.read_text(encoding="utf-8")), encoding="utf-8")
