"""Gold: what a careful reader found on a page, written down by hand as JSON, to measure the program against.

One file for each page::

    {"doc": "page.txt",
     "articles": [{"id": "a1", "reporters": ["…"], "correspondents": [], "photographers": []}],
     "persons": [{"id": "p1", "name": "…"}],
     "organisations": [{"id": "o1", "names": ["the full name", "each other form"]}],
     "districts": […], "initiatives": […], "events": [{"id": "e1", "names": […], "kind": "meeting"}],
     "facts": [{"s": "p1", "p": "post", "title": "书记", "o": "o1", "quote": "…"}]}

Predicates: ``post`` (with ``title``, empty where it is not said; ``o`` may be null) ``jurisdiction`` ``located`` ``part_of``
``leads`` ``takes_part`` ``presides`` ``attends`` ``amount`` (with ``value`` instead of ``o``). What carries ``"optional": true``
is neither asked for nor counted as wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GoldError

ENTITY_GROUPS = ("persons", "organisations", "districts", "initiatives")
EVENT_KINDS = ("meeting", "inspection", "donation", "activity")
PREDICATES = ("post", "jurisdiction", "located", "part_of", "leads", "takes_part", "presides", "attends", "amount")
BYLINE_KEYS = {"reporters": "writer", "correspondents": "writer", "photographers": "photographer"}


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One thing that the page names."""

    id: str
    group: str  #: one of ``ENTITY_GROUPS``, or ``events``
    names: tuple[str, ...]  #: the full name first
    kind: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One thing that the page says."""

    subject: str  #: id of an entity
    predicate: str
    object: str | None  #: id of an entity
    text: str  #: the title of a post, the value of an amount; otherwise empty
    quote: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldPage:
    """All that is to be found on one page."""

    name: str  #: of the gold file
    doc: str  #: file name of the page
    entities: Mapping[str, GoldEntity]
    facts: tuple[GoldFact, ...]
    bylines: tuple[tuple[str, str, bool], ...]  #: name, ``writer`` or ``photographer``, optional


def read_gold(directory: Path) -> list[GoldPage]:
    """All gold files of a folder, by name. Raises ``GoldError`` with file and key for what has not the form."""
    paths = sorted(directory.glob("*.json"))
    if not paths:
        raise GoldError(f"{directory}: no gold file (*.json) in it")
    return [read_gold_file(path) for path in paths]


def read_gold_file(path: Path) -> GoldPage:
    """One gold file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: cannot be read: {error}") from error
    top = _Node(path, "", data)
    entities: dict[str, GoldEntity] = {}
    for group in (*ENTITY_GROUPS, "events"):
        for node in top.items(group):
            entity = _read_entity(node, group)
            if entity.id in entities:
                raise node.fault("id", f"{entity.id!r} stands here a second time")
            entities[entity.id] = entity
    facts = tuple(_read_fact(node, entities) for node in top.items("facts"))
    bylines = tuple(byline for node in top.items("articles") for byline in _read_bylines(node))
    return GoldPage(path.name, top.text("doc"), entities, facts, bylines)


def _read_entity(node: _Node, group: str) -> GoldEntity:
    names = (node.text("name"),) if group == "persons" else node.texts("names")
    if not names:
        raise node.fault("names", "holds no name")
    kind = node.text("kind", needed=group == "events")
    if group == "events" and kind not in EVENT_KINDS:
        raise node.fault("kind", f"{kind!r} is none of {', '.join(EVENT_KINDS)}")
    return GoldEntity(node.text("id"), group, names, kind, node.flag("optional"))


def _read_fact(node: _Node, entities: Mapping[str, GoldEntity]) -> GoldFact:
    predicate = node.text("p")
    if predicate not in PREDICATES:
        raise node.fault("p", f"{predicate!r} is none of {', '.join(PREDICATES)}")
    subject = node.text("s")
    target = None if predicate == "amount" or (predicate == "post" and node.is_null("o")) else node.text("o")
    for key, name in (("s", subject), ("o", target)):
        if name is not None and name not in entities:
            raise node.fault(key, f"no entity has the id {name!r}")
    if predicate in ("presides", "attends") and (target is None or entities[target].group != "events"):
        raise node.fault("o", f"{predicate} needs an event")
    text = node.text("value") if predicate == "amount" else node.text("title", needed=False) if predicate == "post" else ""
    return GoldFact(subject, predicate, target, text, node.text("quote"), node.flag("optional"))


def _read_bylines(node: _Node) -> Iterator[tuple[str, str, bool]]:
    for key, role in BYLINE_KEYS.items():
        for name in node.texts(key):
            yield name, role, node.flag("optional")


@dataclass(frozen=True, slots=True)
class _Node:
    """An object of the JSON file, with the way to it for messages."""

    path: Path
    way: str
    data: Any

    def __post_init__(self) -> None:
        if not isinstance(self.data, dict):
            raise GoldError(f"{self.path}: {self.way or 'the file'}: an object {{…}} is wanted here")

    def fault(self, key: str, what: str) -> GoldError:
        return GoldError(f"{self.path}: {f'{self.way}.' if self.way else ''}{key}: {what}")

    def items(self, key: str) -> Iterator[_Node]:
        found = self.data.get(key, [])
        if not isinstance(found, list):
            raise self.fault(key, "a list is wanted here")
        for number, item in enumerate(found):
            yield _Node(self.path, f"{key}[{number}]", item)

    def text(self, key: str, *, needed: bool = True) -> str:
        found = self.data.get(key, None if needed else "")
        if not isinstance(found, str) or (needed and not found.strip()):
            raise self.fault(key, "text is wanted here" if key in self.data else "is missing")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.data.get(key) or []
        if not isinstance(found, list) or not all(isinstance(text, str) and text.strip() for text in found):
            raise self.fault(key, "a list of texts is wanted here")
        return tuple(found)

    def flag(self, key: str) -> bool:
        found = self.data.get(key, False)
        if not isinstance(found, bool):
            raise self.fault(key, "true or false is wanted here")
        return found

    def is_null(self, key: str) -> bool:
        return self.data.get(key) is None
