"""The extractors, in the order in which they run."""

from __future__ import annotations

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
check_order(EXTRACTORS)

__all__ = ["EXTRACTORS"]
