"""Any page gives a reading: cut anywhere, joined to anything, twice the same, and every proof stands in the page."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest

from kg.model import Reading
from kg.pipeline import read_page
from kg.read import make_page

PAGES = sorted((Path(__file__).parent / "pages").rglob("*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in PAGES]
MARKS = "，。、：！？“”（）《》·— \n●省市区县镇村委长和在由副原等说"


def check(reading: Reading) -> None:
    text, ids = reading.page.text, {entity.id for entity in reading.entities}
    articles = {article.id for article in reading.articles}
    assert len(ids) == len(reading.entities)
    for article in reading.articles:
        assert all(text[s.start : s.end] == s.text for s in article.sentences)
        assert all(article.text[s.lo : s.hi] for s in article.sentences)
    for fact in reading.facts:
        assert all(text[e.start : e.end] == e.quote and e.article in articles for e in fact.evidence), fact
        assert all(value in ids for name, value in fact.roles if name in ("person", "organisation", "subject", "object")), fact
    assert {id_ for pairs in reading.bylines.values() for _, id_ in pairs} <= ids
    assert {article for entity in reading.entities for article in entity.articles} <= articles


def damaged(seed: int) -> str:
    """Pieces of the sample pages, cut anywhere and joined, with characters lost and put in."""
    draw = random.Random(seed)
    pieces = []
    for _ in range(draw.choice((1, 1, 2, 4))):
        text = draw.choice(TEXTS)
        start = draw.randrange(len(text))
        pieces.append(text[start : start + draw.choice((1, 12, 80, 300, 900))])
    letters = list(draw.choice(("", "\n", "\n\n")).join(pieces))
    for _ in range(draw.choice((0, 3, len(letters) // 25))):
        at = draw.randrange(len(letters) + 1)
        letters[at : at + draw.choice((0, 1, 5))] = draw.choice(MARKS)
    return "".join(letters)


@pytest.mark.parametrize("seed", range(150))
def test_damaged_pages_are_read(seed: int) -> None:
    text = damaged(seed)
    if text.strip():
        check(read_page(make_page("damaged.txt", text)))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_whole_pages_are_read_the_same_twice(path: Path) -> None:
    page = make_page(path.name, path.read_text(encoding="utf-8"))
    reading = read_page(page)
    check(reading)
    assert reading.facts and reading.articles
    assert read_page(page) == reading
    assert pickle.loads(pickle.dumps(reading)) == reading


SCRAPS = ["县", "公司，", "“", "（记者", "、、、", "区区区区", "。\n。\n。", "a", "2022年", "省委书记", "“”", "·", "某某某"]


@pytest.mark.parametrize("text", SCRAPS)
def test_scraps_say_nothing_and_break_nothing(text: str) -> None:
    reading = read_page(make_page("scrap.txt", text + "\n"))
    check(reading)
    assert not [fact for fact in reading.facts if fact.predicate in ("post", "leads", "presides", "attends")]
