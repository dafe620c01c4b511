"""What a row of the index shows beside a name, worked out here so that a page without facts shows it too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.model import Kind
from kg.views.catalogue import ends_of, role_of
from kg.views.kinds import title_of
from kg.views.payload import key_of
from kg.views.scenes import Atlas

MAX_WORDS = 4  #: beside one name


def add_rows(atlas: Atlas, names: Iterable[dict[str, Any]]) -> None:
    """Add to each name of a payload its words (``i``), the number of its sentences (``y``) and its first day (``z``)."""
    by_key = {key_of(name): name for name in atlas.catalogue.entities}
    for row in names:
        name = by_key[row["k"]]
        words = list(dict.fromkeys(_find_words(atlas, name)))[:MAX_WORDS]
        count = sum(len(fact.evidence) for fact in atlas.facts.get(name, ()))
        row.update({key: value for key, value in (("i", words), ("y", count), ("z", _find_day(atlas, name))) if value})


def _find_day(atlas: Atlas, name: str) -> str:
    """The day of an event; of another name that of the first article that mentions it."""
    catalogue = atlas.catalogue
    entity = catalogue.entities[name]
    if entity.date:
        return entity.date.isoformat()
    days = [day for article in entity.articles if article in catalogue.sources and (day := catalogue.sources[article].date)]
    return min(days).isoformat() if days else ""


def _find_words(atlas: Atlas, name: str) -> Iterable[str]:
    """The posts of a person, who leads an initiative, an event's day, the officials of a body."""
    entities = atlas.catalogue.entities
    kind = entities[name].kind
    facts = sorted(atlas.facts.get(name, ()), key=lambda fact: (-len(fact.evidence), fact.id))
    posts = [fact for fact in facts if fact.predicate == "post" and ends_of(fact)[kind is not Kind.PERSON] == name]
    if kind is Kind.PERSON:
        for fact in posts:
            body = ends_of(fact)[1]
            title = title_of(fact)
            yield f"{entities[body].label if body else ''}{title}"
    elif kind is Kind.ORGANISATION:
        yield from (f"{role_of(fact, 'role')} {entities[ends_of(fact)[0]].label}".strip() for fact in posts[:3])
    elif kind is Kind.INITIATIVE:
        leaders = dict.fromkeys(entities[ends_of(fact)[0]].label for fact in facts if fact.predicate == "leads")
        if leaders:
            yield f"{'、'.join(list(leaders)[:3])}{'等' if len(leaders) > 3 else ''} 牵头"
        yield from filter(None, (atlas.catalogue.notes.get(name, ""),))
