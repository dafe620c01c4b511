"""The graph as HTML pages: an index, maps, and sheets of single names and articles, each one file that loads nothing."""

from kg.views.catalogue import Catalogue, read_catalogue
from kg.views.register import ARTICLES, NAMES
from kg.views.site import write_focus, write_path, write_views

__all__ = ["ARTICLES", "NAMES", "Catalogue", "read_catalogue", "write_focus", "write_path", "write_views"]
