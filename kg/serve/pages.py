"""What the site says in HTML, JSON and Turtle: the page to ask from, explanations, our terms, the endpoint's description.

Invariant: whatever comes from the graph or from a request passes through ``escape``, so that it is text and never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from kg.ontology import DCTERMS, ORG, PREFIXES, RDF, RDFS, SCHEMA, SKOS, XZ, ontology_path, shorten
from kg.query import ShippedQuery

ASSETS = Path(__file__).resolve().parent / "assets"
SHARED_CSS = ASSETS.parent.parent / "views" / "assets" / "shared.css"  #: colours and letters as the maps have them
_VOCABULARIES = (XZ, ORG, SKOS, SCHEMA, DCTERMS, RDF, RDFS)
_COMMENT = RDFS.NAMESPACE + "comment"
_DEFINITION = SKOS.NAMESPACE + "definition"


@lru_cache(maxsize=1)
def list_terms() -> dict[str, Any]:
    """Our prefixes, and the terms that graphs use, each with its labels: what the editor completes."""
    said: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=ontology_path()):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            key = {RDFS.label: "", _COMMENT: "about ", _DEFINITION: "about "}.get(quad.predicate.value)
            if key is not None:
                said.setdefault(quad.subject.value, {})[key + (quad.object.language or "")] = quad.object.value
    iris = sorted(
        {
            value
            for vocabulary in _VOCABULARIES
            for name, value in vars(vocabulary).items()
            if not name.startswith("_") and name != "NAMESPACE"
        }
    )
    terms = [
        {
            "term": shorten(iri),
            "zh": said.get(iri, {}).get("zh", ""),
            "en": said.get(iri, {}).get("en", ""),
            "about": said.get(iri, {}).get("about zh", ""),
        }
        for iri in iris
    ]
    return {"prefixes": PREFIXES, "terms": terms}


def show_question(question: ShippedQuery) -> dict[str, Any]:
    """A shipped question as the page needs it."""
    parameters = [
        {
            "name": parameter.name,
            "title": parameter.title,
            "about": parameter.about,
            "example": parameter.example,
            "default": parameter.default,
            "required": parameter.required,
        }
        for parameter in question.parameters
    ]
    return {"name": question.name, "title": question.title, "title_en": question.title_en, "parameters": parameters}


def render_query_page(limits: str) -> str:
    """The page to ask from; ``limits`` says what a query may take."""
    return _page("SPARQL 查询", _template("query.html").substitute(limits=escape(limits)), scripts=("yasqe.min.js", "query.js"))


def render_section_page(explanation: dict[str, Any]) -> str:
    """Every fact about one name, with its sentences; or the names near it."""
    name = explanation["name"]
    if not explanation["sections"]:
        near = "".join(f"<li>{link_name(other)}</li>" for other in explanation["near"])
        hint = f"<p>相近的名称 near it:</p><ul class='near'>{near}</ul>" if near else ""
        return _page(name, f"<main class='explain'><h1>{escape(name)}</h1><p>图中没有 not in the graph</p>{hint}</main>")
    body = "".join(_section(section) for section in explanation["sections"])
    return _page(explanation["sections"][0]["name"], f"<main class='explain'>{body}</main>")


def link_name(name: str, text: str = "") -> str:
    """A link to the explanation of a name or IRI."""
    return f'<a href="/explain?name={quote(name, safe="")}">{escape(text or name)}</a>'


def describe_service(address: str) -> str:
    """What the endpoint is and gives, as SPARQL 1.1 Service Description in Turtle."""
    return _template("service.ttl").substitute(address=address)


def _section(section: dict[str, Any]) -> str:
    side = "".join(f"<span>{escape(part)}</span>" for part in (section["kind"], section["place"]) if part)
    others = f"<p class='others'>又名 also: {escape('、'.join(section['others']))}</p>" if section["others"] else ""
    groups = "".join(_group(group) for group in section["groups"])
    head = f"<h1>{escape(section['name'])} <small>{side}</small></h1><p class='iri'>{link_name(section['iri'])}</p>"
    return f"<section>{head}{others}{groups}</section>"


def _group(group: dict[str, Any]) -> str:
    items = "".join(_statement(statement) for statement in group["statements"])
    return f"<h2>{escape(group['title'])} <small>{escape(group['title_en'])}</small></h2><ul class='facts'>{items}</ul>"


def _statement(statement: dict[str, Any]) -> str:
    names = [name for name in statement["names"] if name]
    proofs = "".join(
        f"<blockquote>{mark(proof['quote'], names, link=False)}</blockquote><p class='source'>{escape(_source(proof))}</p>"
        for proof in statement["proofs"]
    )
    return f"<li><p class='fact'>{mark(statement['text'], names, link=True)}</p>{proofs}</li>"


def mark(text: str, names: Iterable[str], *, link: bool) -> str:
    """Text with the names in it marked, or made links to their explanations."""
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    if not longest:
        return escape(text)
    parts = re.split(f"({'|'.join(longest)})", text)
    return "".join(
        escape(part) if not at % 2 else link_name(part) if link else f"<mark>{escape(part)}</mark>"
        for at, part in enumerate(parts)
    )


def _source(proof: dict[str, Any]) -> str:
    headline = f"《{proof['headline']}》" if proof["headline"] else ""
    place = f"{proof['page']} {proof['start']}–{proof['end']}"
    return " · ".join(part for part in (headline, proof["date"], place, f"{proof['confidence']} {proof['rule']}".strip()) if part)


def _page(title: str, body: str, *, scripts: tuple[str, ...] = ()) -> str:
    tags = "".join(f'<script src="/assets/{name}" defer></script>' for name in scripts)
    return _template("frame.html").substitute(title=escape(title), body=body, scripts=tags)


@lru_cache(maxsize=8)
def _template(name: str) -> Template:
    return Template((ASSETS / name).read_text(encoding="utf-8"))
