"""Every error of the package, as a tree::

    KgError
    ├── SeedError          a row of seeds/ is wrong (file and line)
    ├── OntologyError      a term, query or shape is unknown or wrong
    ├── ExtractorError     an extractor stands in an impossible order, or yields a span that is not its text
    ├── InputError         no page could be read at all
    ├── StoreError         the embedded store or a remote endpoint refused
    ├── QueryError         a query is malformed or names no shipped question
    ├── ExportError        the graph cannot be written in the form that is asked for
    └── GoldError          a gold file has not the form of the guidelines

The world's mistakes on one page (undecodable, empty, truncated) are no errors but ``Problem`` values.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that this package raises on purpose; its text is fit to be shown to a user."""


class SeedError(KgError):
    """A row of ``seeds/`` is wrong."""


class OntologyError(KgError):
    """A term, query or shape of ``ontology/`` is unknown or wrong."""


class ExtractorError(KgError):
    """An extractor stands in an impossible order, or yields a span that is not its text."""


class InputError(KgError):
    """No page could be read at all."""


class StoreError(KgError):
    """The embedded store or a remote endpoint refused."""


class QueryError(KgError):
    """A query is malformed, or names no shipped question."""


class ExportError(KgError):
    """The graph cannot be written in the form that is asked for."""


class GoldError(KgError):
    """A gold file has not the form of the guidelines."""
