"""People: one name is one person on one page, also where it is set wide (杨 帆)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.coref.referents import PageReferents, Referent
from kg.extract.base import PersonValue
from kg.model import Article, Kind, Mention


class People:
    """The people of one page."""

    def __init__(self, page: PageReferents) -> None:
        self._page, self.context = page, page.context

    def resolve_people(self, article: Article, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            value = mention.value
            name = mention.text.replace(" ", "")  # 杨 帆: names of two characters are set as wide as those of three
            referent = self.person(name)
            if name != mention.text:
                referent.alt.add(mention.text)
            if "·" in name:  # as the page writes it: 买买提•吐尔逊
                printed = self.context.page.text[article.offsets[mention.start] : article.offsets[mention.end - 1] + 1]
                if printed != name:
                    referent.alt.add(printed)
            if isinstance(value, PersonValue) and value.subtype and not referent.subtype:
                referent.subtype = value.subtype
            self._page.put(article, mention, referent)

    def person(self, name: str) -> Referent:
        """One name is one person on one page."""
        return self._page.make(("person", name), Kind.PERSON, name)


__all__ = ["People"]
