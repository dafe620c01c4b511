"""What the mentions of one page stand for: 该区, 区委, 该公司, short forms, bare names."""

from kg.coref.referents import PageReferents, Referent
from kg.coref.resolver import Resolver

__all__ = ["PageReferents", "Referent", "Resolver"]
