"""Chinese local news read into a knowledge graph in which every fact has its sentence: the public names.

Names are loaded when they are first asked for, so that ``import kg`` is quick. ``kg.build`` and ``kg.update`` are the functions;
their modules, which are called the same, are reached by ``from kg.build import …``. Other functions that are called like their
modules are imported from there: ``from kg.check import check``, ``from kg.explain import explain``, ``from kg.evaluate import
evaluate``, ``from kg.push import push``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, open
    from kg.build import build
    from kg.errors import (
        ExportError,
        ExtractorError,
        GoldError,
        InputError,
        KgError,
        OntologyError,
        QueryError,
        SeedError,
        StoreError,
    )
    from kg.explain import render_explanation
    from kg.graph import write_graph
    from kg.model import (
        Article,
        Claim,
        Entity,
        Evidence,
        Fact,
        Kind,
        Link,
        Mention,
        Page,
        Problem,
        Quantity,
        Reading,
        Result,
        Sentence,
        Verdict,
    )
    from kg.pipeline import read_page
    from kg.query import list_queries, run_query
    from kg.read import make_page, read_pages
    from kg.results import format_result
    from kg.store import as_rdflib, build_store, open_store
    from kg.table import Table
    from kg.update import Update, update
    from kg.views import write_focus, write_views

    __version__: str

_DOORS = {
    "kg.api": ("Graph", "open"),
    "kg.build": ("build",),
    "kg.errors": (
        "ExportError",
        "ExtractorError",
        "GoldError",
        "InputError",
        "KgError",
        "OntologyError",
        "QueryError",
        "SeedError",
        "StoreError",
    ),
    "kg.explain": ("render_explanation",),
    "kg.graph": ("write_graph",),
    "kg.model": (
        "Article",
        "Claim",
        "Entity",
        "Evidence",
        "Fact",
        "Kind",
        "Link",
        "Mention",
        "Page",
        "Problem",
        "Quantity",
        "Reading",
        "Result",
        "Sentence",
        "Verdict",
    ),
    "kg.pipeline": ("read_page",),
    "kg.query": ("list_queries", "run_query"),
    "kg.read": ("make_page", "read_pages"),
    "kg.results": ("format_result",),
    "kg.store": ("as_rdflib", "build_store", "open_store"),
    "kg.table": ("Table",),
    "kg.update": ("Update", "update"),
    "kg.views": ("write_focus", "write_views"),
}
_HOMES = {name: module for module, names in _DOORS.items() for name in names}

__all__ = [
    "Article",
    "Claim",
    "Entity",
    "Evidence",
    "ExportError",
    "ExtractorError",
    "Fact",
    "GoldError",
    "Graph",
    "InputError",
    "KgError",
    "Kind",
    "Link",
    "Mention",
    "OntologyError",
    "Page",
    "Problem",
    "Quantity",
    "QueryError",
    "Reading",
    "Result",
    "SeedError",
    "Sentence",
    "StoreError",
    "Table",
    "Update",
    "Verdict",
    "as_rdflib",
    "build",
    "build_store",
    "format_result",
    "list_queries",
    "make_page",
    "open",
    "open_store",
    "read_page",
    "read_pages",
    "render_explanation",
    "run_query",
    "update",
    "write_focus",
    "write_graph",
    "write_views",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("xianzhi")
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


class _Door(ModuleType):
    """This package, in which the functions ``build`` and ``update`` keep their names.

    When a module of a package is first loaded, Python puts it under its name into the package, where the function of that
    name is to be found.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Door
