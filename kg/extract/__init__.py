"""The extractors, in the order in which they run: ours, then those of other packages by their names.

Another package adds its own by an entry point in the group ``kg.extractors`` whose object is an extractor, or a class or
function that makes one when called without arguments.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points

from kg.errors import ExtractorError
from kg.extract.base import Extractor, check_order
from kg.extract.districts import Districts
from kg.extract.events import Events
from kg.extract.figures import Figures
from kg.extract.initiatives import Initiatives
from kg.extract.organisations import Organisations
from kg.extract.people import People
from kg.extract.posts import Posts
from kg.extract.times import Times
from kg.model import Mention

EXTRACTORS: tuple[Extractor[Mention], ...] = (
    Times(),
    Districts(),
    Organisations(),
    Initiatives(),
    Posts(),
    People(),
    Events(),
    Figures(),
)
GROUP = "kg.extractors"


@lru_cache(maxsize=1)
def load_extractors() -> tuple[Extractor[Mention], ...]:
    """Ours and those that installed packages bring; an ``ExtractorError`` names the one that can not be used."""
    found = list(EXTRACTORS)
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            made = point.load()
            found.append(made() if isinstance(made, type) or not hasattr(made, "finds") else made)
        except Exception as error:
            raise ExtractorError(f"extractor {point.name} of {point.value} can not be loaded: {error}") from error
    check_order(found)
    return tuple(found)


__all__ = ["EXTRACTORS", "GROUP", "load_extractors"]
