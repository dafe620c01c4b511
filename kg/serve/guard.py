"""What the endpoint refuses by its words: updates, and ``SERVICE``, which would let a query call other machines.

Oxigraph offers no parsed query and no switch for ``SERVICE``, so the words are looked for in the text, after all is taken out
in which they may stand and mean nothing: comments, IRIs, strings, variables, names. What is taken out is never more than what
the grammar of SPARQL takes there, so a ``SERVICE`` cannot hide; where the two could differ (a prefix called ``service``), the
query is refused. A run of characters is looked at twice at most: the time is proportional to the length.
"""

from __future__ import annotations

import re

_LOCAL = r"(?:[\w:.·-]|%[0-9A-Fa-f]{2}|\\.)*"
_TOKEN = re.compile(
    rf"""
    (?P<comment> \#[^\r\n]* )
  | (?P<iri> <[^<>"{{}}|^`\x00-\x20]*> )
  | (?P<string> '''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"
              | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*" )
  | (?P<variable> [?$][\w·]+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<name> (?P<prefix>[^\W\d][\w·-]*)? :{_LOCAL} )
  | (?P<escape> \\. )
  | (?P<word> \w[\w·-]* )
    """,
    re.VERBOSE | re.DOTALL,
)
_PROLOGUE = {"prefix", "base", "version"}
_UPDATES = {"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"}


def asks_service(sparql: str) -> bool:
    """Whether a query has the word ``SERVICE``, or a prefix that could be taken for it."""
    found = False
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup
        if kind == "word":
            found = "service" in match[0].lower()
        elif kind == "name":
            found = "service" in (match["prefix"] or "").lower()
        if found:
            return True
    return False


def is_update(sparql: str) -> bool:
    """Whether the first word behind prefixes and base is that of an update."""
    for match in _TOKEN.finditer(sparql):
        if match.lastgroup == "word" and match[0].lower() not in _PROLOGUE:
            return match[0].lower() in _UPDATES
    return False
