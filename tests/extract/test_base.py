"""What extractors share: choosing between spans, looking mentions up, refusing wrong orders and spans."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.context import make_context
from kg.errors import ExtractorError
from kg.extract.base import Found, PlaceValue, check_order, checked, choose
from kg.model import Article, Kind, Mention
from kg.read import make_page
from kg.split import split_page

TEXT = "岳西县温泉镇举行活动。"


def span(start: int, end: int, score: float = 1.0, by: str = "test", kind: Kind = Kind.DISTRICT) -> Mention:
    return Mention(kind, start, end, TEXT[start:end], by, score, PlaceValue(TEXT[start:end], "county"))


def article() -> Article:
    (only,), _ = split_page(make_page("x.txt", TEXT + "\n"))
    return only


def found() -> Found:
    one = article()
    return Found(make_context(make_page("x.txt", TEXT + "\n"), [one]), one)


class Finder:
    """An extractor that needs and finds what it is told."""

    def __init__(self, name: str, needs: Iterable[Kind], finds: Iterable[str]) -> None:
        self.name, self.needs, self.finds = name, frozenset(needs), frozenset(finds)

    def __call__(self, article: Article, found: Found) -> Iterable[Mention]:
        return ()


def test_the_longest_wins_then_the_surest_then_the_first() -> None:
    assert choose([span(0, 3), span(0, 6), span(3, 6)]) == [span(0, 6)]
    assert choose([span(0, 3, 0.5, "weak"), span(0, 3, 0.9, "sure")]) == [span(0, 3, 0.9, "sure")]
    assert choose([span(1, 4), span(0, 3)]) == [span(0, 3)]


def test_spans_that_only_touch_both_stay_and_come_in_order() -> None:
    assert choose([span(3, 6), span(0, 3)]) == [span(0, 3), span(3, 6)]
    assert choose([]) == []


def test_choosing_does_not_depend_on_the_order_of_yield() -> None:
    spans = [span(0, 3), span(2, 6, 0.3), span(2, 6, 0.8), span(5, 9), span(9, 10)]
    assert choose(spans) == choose(reversed(spans))


def test_kinds_do_not_compete() -> None:
    mentions = found()
    mentions.add([span(0, 3), span(0, 6, kind=Kind.ORGANISATION)])
    assert [m.text for m in mentions.of(Kind.DISTRICT)] == ["岳西县"]
    assert [m.text for m in mentions.of(Kind.ORGANISATION)] == ["岳西县温泉镇"]


def test_found_looks_mentions_up_by_place() -> None:
    mentions = found()
    mentions.add([span(3, 6), span(0, 3)])
    first, second = mentions.of(Kind.DISTRICT)
    assert mentions.ending_at(Kind.DISTRICT, 3) == first
    assert mentions.starting_at(Kind.DISTRICT, 3) == second
    assert mentions.starting_at(Kind.DISTRICT, 4) is None
    assert mentions.covering(Kind.DISTRICT, 2) == first
    assert mentions.covering(Kind.DISTRICT, 6) is None
    assert list(mentions.between(Kind.DISTRICT, 0, 5)) == [first]
    assert list(mentions.before(Kind.DISTRICT, 6)) == [second, first]
    assert list(mentions.before(Kind.PERSON, 6)) == []


def test_later_mentions_may_push_out_earlier_ones() -> None:
    mentions = found()
    mentions.add([span(3, 6)])
    mentions.add([span(0, 6)])
    assert [m.text for m in mentions.of(Kind.DISTRICT)] == ["岳西县温泉镇"]


def test_an_impossible_order_is_refused() -> None:
    places, bodies = Finder("places", [], ["district"]), Finder("bodies", [Kind.DISTRICT], ["organisation"])
    check_order([places, bodies])
    with pytest.raises(ExtractorError, match="bodies needs district"):
        check_order([bodies, places])


def test_a_span_that_is_not_its_text_is_refused() -> None:
    one, finder = article(), Finder("finder", [], [])
    assert list(checked(one, finder, [span(0, 3)])) == [span(0, 3)]
    wrong = Mention(Kind.DISTRICT, 0, 3, "温泉镇", "test")
    beyond = Mention(Kind.DISTRICT, 9, 99, "动。", "test")
    for mention in (wrong, beyond):
        with pytest.raises(ExtractorError, match="finder yields"):
            list(checked(one, finder, [mention]))
