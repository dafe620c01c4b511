"""Readings made by hand, of invented districts and people: what the join stage hands to the graph."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from kg.model import Article, Entity, Evidence, Fact, Kind, Page, Reading

SPRING = """青坪区启动“暖巷行动”

本报讯（记者 单小禾）3月2日，青坪区委副书记、代区长林远舟主持召开“暖巷行动”推进会，区住建局局长解文澜出席。
青坪区牵头开展“暖巷行动”，槐荫街道参与，“暖巷行动”投资1.5亿元，已整修小巷12条。
"""
SUMMER = """青坪区委副书记林远舟调研槐荫街道\r
\r
槐荫街道位于青坪区。林远舟说："巷子\\要暖"。区住房和城乡建设局局长解文澜参加。\r
"""

#: Entity ids.
LIN, XIE, SHAN = "person/lin-yuanzhou-1a2b3c", "person/xie-wenlan-4d5e6f", "person/shan-xiaohe-778899"
COMMITTEE, BUREAU = "organisation/qing-ping-qu-wei-0a0a0a", "organisation/qing-ping-qu-zhu-jian-ju-0b0b0b"
GOVERNMENT = "organisation/qing-ping-qu-zheng-fu-0c0c0c"
COUNTY, TOWNSHIP, CITY = "district/990105", "district/990105002", "district/990100"
DRIVE, MEETING = "initiative/nuan-xiang-xing-dong-aaaaaa", "event/tui-jin-hui-bbbbbb"


def make_page(name: str, text: str, day: date | None) -> Page:
    digest = sha256(text.encode()).hexdigest()
    return Page(name, text, digest, title="青坪新闻", site="青坪日报", date=day, url="https://example.org/a?b=1&c=二")


def make_article(page: Page, day: date | None = None) -> Article:
    return Article(
        id=f"{page.sha256[:12]}-001", page=page.sha256, number=1, headline=page.text.splitlines()[0], text=page.text,
        offsets=array("I", range(len(page.text) + 1)), body=0, sentences=(), date=day,
    )  # fmt: skip


def prove(article: Article, quote: str, *, by: str = "rule", score: float = 1.0) -> Evidence:
    start = article.text.index(quote)
    return Evidence(article=article.id, start=start, end=start + len(quote), quote=quote, by=by, score=score)


def post(number: int, person: str, role: str, evidence: Evidence, organisation: str = "", status: str = "") -> Fact:
    roles = [("person", person), ("organisation", organisation), ("role", role), ("status", status)]
    return Fact(f"post{number:012d}", "post", tuple((name, value) for name, value in roles if value), (evidence,))


def edge(number: int, predicate: str, subject: str, target: str, *evidence: Evidence) -> Fact:
    return Fact(f"edge{number:012d}", predicate, (("subject", subject), ("object", target)), evidence)


def spring_reading() -> Reading:
    page = make_page("青坪日报-2031-03-03.txt", SPRING, date(2031, 3, 3))
    article = make_article(page)
    here = (article.id,)
    chair = prove(article, "青坪区委副书记、代区长林远舟主持召开“暖巷行动”推进会", score=0.9)
    bureau = prove(article, "区住建局局长解文澜出席", score=0.8)
    drive = prove(article, "青坪区牵头开展“暖巷行动”，槐荫街道参与")
    money = prove(article, "“暖巷行动”投资1.5亿元")
    return Reading(
        page=page,
        articles=(article,),
        entities=(
            Entity(LIN, Kind.PERSON, "Official", "林远舟", articles=here),
            Entity(XIE, Kind.PERSON, "Official", "解文澜", articles=here),
            Entity(SHAN, Kind.PERSON, "Journalist", "单小禾"),
            Entity(COMMITTEE, Kind.ORGANISATION, "PartyBody", "青坪区委", ("中共青坪区委", "区委"), articles=here),
            Entity(GOVERNMENT, Kind.ORGANISATION, "GovernmentBody", "青坪区政府", articles=here),
            Entity(BUREAU, Kind.ORGANISATION, "GovernmentBody", "青坪区住建局", ("区住建局",), articles=here),
            Entity(COUNTY, Kind.DISTRICT, "", "青坪区", (), "county", "990105", articles=here),
            Entity(TOWNSHIP, Kind.DISTRICT, "", "槐荫街道", (), "township", "990105002", articles=here),
            Entity(CITY, Kind.DISTRICT, "", "望川市", ("望川",), "prefecture", "990100"),
            Entity(DRIVE, Kind.INITIATIVE, "Campaign", "暖巷行动", articles=here),
            Entity(MEETING, Kind.EVENT, "Meeting", "“暖巷行动”推进会", date=date(2031, 3, 2), articles=here),
        ),
        facts=(
            post(1, LIN, "副书记", chair, COMMITTEE),
            post(2, LIN, "区长", chair, GOVERNMENT, "acting"),
            post(3, XIE, "局长", bureau, BUREAU),
            edge(1, "jurisdiction", COMMITTEE, COUNTY, chair),
            edge(2, "partOf", COUNTY, CITY),
            edge(3, "partOf", TOWNSHIP, COUNTY),
            edge(4, "subOrganizationOf", BUREAU, GOVERNMENT),
            edge(5, "leads", COUNTY, DRIVE, drive),
            edge(6, "takesPartIn", TOWNSHIP, DRIVE, drive),
            edge(7, "presides", LIN, MEETING, chair),
            edge(8, "attends", XIE, MEETING, bureau),
            Fact(
                "money00000001",
                "investment",
                (("subject", DRIVE), ("text", "1.5亿元"), ("value", Decimal("150000000.00"))),
                (money,),
            ),
            Fact(
                "figure0000001",
                "figure",
                (("subject", DRIVE), ("counts", "整修小巷"), ("text", "12条"), ("value", Decimal(12)), ("unit", "条")),
                (prove(article, "已整修小巷12条"),),
            ),
        ),
        bylines={article.id: (("reporter", SHAN),)},
    )


def summer_reading() -> Reading:
    """A later page: the same post again, another name for the bureau, the quote marks and line ends of another system."""
    page = make_page("青坪日报-2031-07-15.txt", SUMMER, date(2031, 7, 15))
    article = make_article(page, date(2031, 7, 14))
    here = (article.id,)
    head = prove(article, "青坪区委副书记林远舟调研槐荫街道", score=0.95)
    return Reading(
        page=page,
        articles=(article,),
        entities=(
            Entity(LIN, Kind.PERSON, "Official", "林远舟", articles=here),
            Entity(XIE, Kind.PERSON, "", "解文澜", articles=here),
            Entity(COMMITTEE, Kind.ORGANISATION, "PartyBody", "青坪区委", articles=here),
            Entity(BUREAU, Kind.ORGANISATION, "GovernmentBody", "青坪区住房和城乡建设局", ("青坪区住建局",), articles=here),
            Entity(COUNTY, Kind.DISTRICT, "", "青坪区", (), "county", "990105", articles=here),
            Entity(TOWNSHIP, Kind.DISTRICT, "", "槐荫街道", (), "township", "990105002", articles=here),
        ),
        facts=(
            post(1, LIN, "副书记", head, COMMITTEE),
            post(4, XIE, "局长", prove(article, "区住房和城乡建设局局长解文澜"), BUREAU, "former"),
            edge(3, "partOf", TOWNSHIP, COUNTY, prove(article, "槐荫街道位于青坪区")),
            Fact(
                "figure0000002",
                "figure",
                (("text", "巷子"), ("value", Decimal("1E+3"))),
                (prove(article, '林远舟说："巷子\\要暖"。区'),),
            ),
        ),
    )


def many_readings(count: int) -> list[Reading]:
    """The two pages, and copies of the first that differ in name, text and date."""
    spring = spring_reading()
    copies = []
    for number in range(count):
        page = make_page(f"副本{number}.txt", f"{SPRING}第{number}版\n", date(2031, 4, 1 + number % 28))
        article = make_article(page)
        facts = tuple(
            replace(fact, evidence=tuple(replace(e, article=article.id) for e in fact.evidence)) for fact in spring.facts
        )
        entities = tuple(replace(entity, articles=(article.id,) if entity.articles else ()) for entity in spring.entities)
        copies.append(Reading(page, (article,), entities, facts, bylines={article.id: (("reporter", SHAN),)}))
    return [spring, summer_reading(), *copies]
