"""Dates and spans of time, as the page writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import Found
from kg.model import Article, Kind, Mention

_TIME = re.compile(
    "(?=[今去同当截日昨目近连0121-9])(?:"
    r"(?:(?:19|20)\d{2}年)?(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])[日号](?:[上下]午|晚|早上|凌晨|中午)?"
    r"|(?:19|20)\d{2}年(?:(?:1[0-2]|0?[1-9])月)?|近日|日前|昨日|昨天|今日|今天|当日|同日|连日来|近期|目前|截至目前|今年以来|去年以来"
    ")"
)


class Times:
    """Find dates and times."""

    name = "times"
    needs: frozenset[Kind] = frozenset()
    finds = frozenset({Kind.TIME.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        for match in _TIME.finditer(article.text):
            yield Mention(Kind.TIME, match.start(), match.end(), match.group(), "times.written")
