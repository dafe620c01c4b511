"""Which names and articles have a page of their own, and under which file: what all links between pages are made from.

A *sheet* is such a page: ``names/<kind>-….html`` or ``articles/….html``. It needs no script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.views.scenes import Atlas

MAX_PAGES = 20_000  #: sheets of names; more would fill a disk with names that little is known of

NAMES, ARTICLES = "names", "articles"


@dataclass(frozen=True, slots=True)
class Register:
    """The file of each thing, relative to the folder of the build."""

    names: Mapping[str, str] = field(default_factory=dict)  #: entity → ``names/person-….html``
    articles: Mapping[str, str] = field(default_factory=dict)  #: article → ``articles/….html``
    maps: Mapping[str, str] = field(default_factory=dict)  #: entity → ``views/….html``
    left_out: int = 0  #: names of which something is known, but not enough for a sheet among so many

    def sheets(self, prefix: str = "") -> dict[str, str]:
        """All sheets, of names and of articles, as a page links to them that stands ``prefix`` away from the folder."""
        return {thing: prefix + file for files in (self.names, self.articles) for thing, file in files.items()}


def make_register(atlas: Atlas, maps: Mapping[str, str]) -> Register:
    """Give a file to every article, and to the names with most ties of those that a fact, a byline or an article knows."""
    catalogue = atlas.catalogue
    known = [
        name
        for name, entity in catalogue.entities.items()
        if entity.articles or name in atlas.facts or catalogue.bylines.get(name)
    ]
    known.sort(key=lambda name: (-atlas.ties[name], -len(atlas.facts.get(name, ())), name))
    chosen = sorted(known[:MAX_PAGES])
    stems = ((name, f"{catalogue.entities[name].kind.value}-{slug(tail_of(name))}") for name in chosen)
    return Register(
        names=_name_files(NAMES, stems),
        articles=_name_files(ARTICLES, ((article, slug(tail_of(article))) for article in catalogue.sources)),
        maps=maps,
        left_out=len(known) - len(chosen),
    )


def _name_files(folder: str, stems: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A file for each stem; stems that differ only in what a file name cannot hold, or in case, get a number."""
    files: dict[str, str] = {}
    taken: dict[str, int] = {}
    for thing, stem in stems:
        free = stem
        while free.lower() in taken:
            taken[stem.lower()] += 1
            free = f"{stem}-{taken[stem.lower()]}"
        taken[free.lower()] = 1
        files[thing] = f"{folder}/{free}.html"
    return files


def tail_of(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rsplit("/", 1)[-1]


def slug(text: str) -> str:
    """A text as part of a file's name."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:80] or "x"
