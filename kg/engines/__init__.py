"""Where pages are read into readings: many ways to run one pure function, with one interface."""

from kg.engines.local import Reader, read_local

__all__ = ["Reader", "read_local"]
