"""The graph as HTML pages: an index and maps, each one file that loads nothing."""

from kg.views.catalogue import Catalogue, read_catalogue
from kg.views.site import write_focus, write_path, write_views

__all__ = ["Catalogue", "read_catalogue", "write_focus", "write_path", "write_views"]
