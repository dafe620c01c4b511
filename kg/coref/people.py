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
            referent = self._called(article, name) or self.person(name)
            if mention.text != referent.label:
                referent.alt.add(mention.text)
            if "·" in name:  # as the page writes it: 买买提•吐尔逊
                printed = self.context.page.text[article.offsets[mention.start] : article.offsets[mention.end - 1] + 1]
                if printed != name:
                    referent.alt.add(printed)
            if isinstance(value, PersonValue) and value.subtype and not referent.subtype:
                referent.subtype = value.subtype
            self._page.put(article, mention, referent)

    def _called(self, article: Article, name: str) -> Referent | None:
        """叶尔兰|说, of 叶尔兰·某某别克: the one person told of whose name of parts begins so."""
        if f"{name}·" not in article.text:
            return None
        whole = [r for r in self._page.referents.values() if r.kind is Kind.PERSON and r.label.startswith(f"{name}·")]
        return whole[0] if len(whole) == 1 else None

    def person(self, name: str) -> Referent:
        """One name is one person on one page."""
        return self._page.make(("person", name), Kind.PERSON, name)


__all__ = ["People"]
