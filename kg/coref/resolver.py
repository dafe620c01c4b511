"""The resolver: what the mentions of one page stand for, kind after kind.

Places come first (they carry everything), then bodies (each hangs on a place or has a name of its own), initiatives, events,
people.
"""

from __future__ import annotations

from kg.context import PageContext
from kg.coref.bodies import Bodies
from kg.coref.events import Events
from kg.coref.initiatives import Initiatives
from kg.coref.people import People
from kg.coref.places import Places
from kg.coref.proper import ProperNames
from kg.coref.referents import PageReferents
from kg.coref.seats import Seats
from kg.coref.told import Told
from kg.coref.units import Units
from kg.coref.zones import Zones
from kg.extract.base import Found
from kg.model import Article, Kind


class Resolver:
    """Referents of one page, made article by article in reading order."""

    def __init__(self, context: PageContext) -> None:
        self.page = page = PageReferents(context)
        self.units = Units(page)
        self.places = Places(page, self.units, Zones(page, self.units))
        self.told = Told(page)
        seats = Seats(page, self.units)
        self.proper = ProperNames(page, seats)
        self.bodies = Bodies(page, self.units, self.told, seats, self.proper)
        self.initiatives = Initiatives(page)
        self.events = Events(page)
        self.people = People(page)

    def resolve(self, article: Article, found: Found) -> None:
        """Give each mention of an article its referent; posts hang on these, and come after."""
        self.places.resolve_places(article, found)
        self.bodies.resolve_bodies(article, [*found.of(Kind.ORGANISATION)])
        self.bodies.join_renamed(article, [*found.of(Kind.ORGANISATION)])
        self.initiatives.resolve_initiatives(article, found.of(Kind.INITIATIVE))
        self.events.resolve_events(article, found.of(Kind.EVENT), {person.text for person in found.of(Kind.PERSON)})
        self.people.resolve_people(article, found.of(Kind.PERSON))


__all__ = ["Resolver"]
