"""The sheet of one name: what it is, who and what it is bound to, and every fact about it with its sentences.

A sheet is a row of sections; which ones, and in which order, is told by the name's kind in ``make_sections``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.model import Entity, Fact, Kind
from kg.seeds import title_ranks
from kg.views.catalogue import ends_of, role_of
from kg.views.desk import ORDER, Desk, Line, heading_of, say_when, sort_cites
from kg.views.kinds import BYLINE_LABELS, KIND_LABELS, LOOKS, order_of, title_of, type_of
from kg.views.sheets import Markup, render_sheet
from kg.views.timeline import Chart, Dot, Strip, draw_chart

MAX_ROWS = 300  #: of one section; how many more there are is said
MAX_OFFICIALS = 12  #: beside one body on a district's sheet
MAX_COMPANY = 60
_UNFOLDED = 12  #: facts up to which a sheet shows all sentences at once
_NO_RANK = 99

_HEADINGS: Mapping[tuple[str, bool, Kind], str] = {
    ("post", False, Kind.PERSON): "职务",
    ("leads", False, Kind.ORGANISATION): "牵头的举措",
    ("takesPartIn", False, Kind.ORGANISATION): "参与的举措",
    ("leads", False, Kind.PERSON): "牵头的举措",
    ("takesPartIn", False, Kind.PERSON): "参与的举措",
    ("leads", False, Kind.DISTRICT): "牵头的举措",
    ("takesPartIn", False, Kind.DISTRICT): "参与的举措",
    ("presides", False, Kind.PERSON): "主持的活动",
    ("attends", False, Kind.PERSON): "出席的活动",
    ("leads", True, Kind.INITIATIVE): "谁牵头",
    ("takesPartIn", True, Kind.INITIATIVE): "谁参与",
    ("presides", True, Kind.EVENT): "谁主持",
    ("attends", True, Kind.EVENT): "谁出席",
    ("subOrganizationOf", False, Kind.ORGANISATION): "上级机构",
    ("subOrganizationOf", True, Kind.ORGANISATION): "下属机构",
    ("jurisdiction", False, Kind.ORGANISATION): "管辖政区",
    ("partOf", False, Kind.DISTRICT): "上级政区",
    ("partOf", True, Kind.DISTRICT): "下辖政区",
    ("locatedIn", True, Kind.DISTRICT): "在此地的",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a sheet. ``shape`` names the macro of ``templates/parts.html`` that draws it."""

    anchor: str
    heading: str
    shape: str
    items: Sequence[Any]
    count: int = 0
    note: str = ""
    left: int = 0  #: items that are not shown
    unfolded: bool = False  #: whether all sentences stand open


@dataclass(frozen=True, slots=True)
class Head:
    """Who heads a district."""

    person: Markup
    body: Markup | None
    line: Line


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a district with its officials: title, person, and when the pages say so."""

    body: Markup
    officials: Sequence[tuple[str, Markup, str]]
    left: int
    line: Line | None  #: how it is known that the body is of this district


def render_entry(desk: Desk, name: str) -> str:
    """The whole sheet of a name."""
    catalogue = desk.atlas.catalogue
    entity = catalogue.entities[name]
    sections = list(make_sections(desk, entity))
    return render_sheet(
        "entry",
        title=f"{entity.label} · 县志",
        label=entity.label,
        kind=desk.kind_of(name),
        tab=entity.kind.value,
        tab_label=KIND_LABELS[entity.kind],
        type=type_of(entity),
        glyph=LOOKS[type_of(entity)].shape,
        latin=catalogue.latin.get(name, ""),
        alt=entity.alt,
        lede=_lead(desk, entity),
        trail=[desk.link(above) for above in _find_trail(desk, entity)],
        meta=_list_meta(desk, entity),
        maps=_list_maps(desk, entity),
        sections=sections,
    )


def make_sections(desk: Desk, entity: Entity) -> Iterator[Section]:
    """The parts of a sheet, in their order."""
    groups = _group_facts(desk, entity)
    facts = desk.atlas.facts.get(entity.id, ())
    unfolded = sum(len(fact.evidence) for fact in facts) <= _UNFOLDED
    if entity.kind is Kind.DISTRICT:
        yield from _show_district(desk, entity, groups, unfolded)
    elif entity.kind is Kind.INITIATIVE:
        yield from _show_spread(desk, entity)
    for (predicate, back), found in groups.items():
        yield _section_of_facts(desk, entity, predicate, back, found, unfolded)
        if entity.kind is Kind.PERSON and predicate == "post":
            yield from _show_timeline(desk, entity)
    if entity.kind is Kind.PERSON:
        if not any(predicate == "post" for predicate, _ in groups):
            yield from _show_timeline(desk, entity)
        yield from _show_company(desk, entity)
    yield from _show_bylines(desk, entity)
    yield from _show_articles(desk, entity)


# ── facts ──


def _group_facts(desk: Desk, entity: Entity) -> dict[tuple[str, bool], list[Fact]]:
    """The facts of a name by their kind and by the end at which the name stands."""
    groups: dict[tuple[str, bool], list[Fact]] = defaultdict(list)
    for fact in desk.atlas.facts.get(entity.id, ()):
        groups[fact.predicate, ends_of(fact)[0] != entity.id].append(fact)
    return {key: groups[key] for key in sorted(groups, key=lambda key: (ORDER[key[0]], key[1]))}


def _section_of_facts(desk: Desk, entity: Entity, predicate: str, back: bool, facts: Sequence[Fact], unfolded: bool) -> Section:
    ordered = sorted(facts, key=_fact_order(desk, predicate, back))
    lines = [desk.tell(fact, entity.id) for fact in ordered[:MAX_ROWS]]
    heading = _HEADINGS.get((predicate, back, entity.kind)) or heading_of(predicate, back=back)
    anchor = f"{predicate}-back" if back else predicate
    left = len(ordered) - len(lines)
    return Section(anchor, heading, "lines", lines, len(ordered), left=left, unfolded=unfolded)


def _fact_order(desk: Desk, predicate: str, back: bool) -> Callable[[Fact], tuple[Any, ...]]:
    """A body's posts by rank; a person's by the day last attested; events by day; others by the number of sentences."""
    entities = desk.atlas.catalogue.entities

    def key(fact: Fact) -> tuple[Any, ...]:
        if predicate == "post":
            former = role_of(fact, "status") == "former"
            rank = rank_of(role_of(fact, "role"))
            latest = _backwards(role_of(fact, "last"))
            return (former, rank, latest, fact.id) if back else (former, latest, rank, fact.id)
        if predicate in ("presides", "attends") and not back:
            day = entities[ends_of(fact)[1]].date
            return day is None, _backwards(day.isoformat() if day else ""), fact.id
        return not fact.evidence, -len(fact.evidence), fact.id

    return key


def _backwards(day: str) -> tuple[int, ...]:
    """A key that sorts later days first, and none last."""
    return tuple(-int(part) for part in day[:10].split("-")) if day else (0,)


def rank_of(title: str) -> int:
    """The rank of a title, 1 the highest; 99 where none is known. A deputy stands below the one whose deputy they are."""
    rank = title_ranks().get(title, _NO_RANK)
    return max(rank, rank_of(title[1:]) + 1) if title.startswith("副") and title[1:] in title_ranks() else rank


# ── head and side of a sheet ──


def _lead(desk: Desk, entity: Entity) -> str:
    """One line below the name: an official's posts, an event's day."""
    if entity.kind is Kind.PERSON:
        posts = [
            fact for fact in desk.atlas.facts.get(entity.id, ()) if fact.predicate == "post" and ends_of(fact)[0] == entity.id
        ]
        posts.sort(key=_fact_order(desk, "post", back=False))
        return "　".join(dict.fromkeys(_say_post(desk, fact) for fact in posts[:3]))
    return ""


def _say_post(desk: Desk, fact: Fact) -> str:
    body = ends_of(fact)[1]
    label = desk.atlas.catalogue.entities[body].label if body else ""
    return f"{label}{title_of(fact)}"


def _find_trail(desk: Desk, entity: Entity) -> list[str]:
    """The districts above a district, the highest first; for others those that they lie in."""
    homes = desk.atlas.homes.get(entity.id, frozenset()) - {entity.id}
    if entity.kind is not Kind.DISTRICT:
        return list(desk.atlas.places[entity.id]) if len(desk.atlas.places[entity.id]) == 1 else []
    return sorted(homes, key=lambda name: (len(desk.atlas.homes[name]), name))


def _list_meta(desk: Desk, entity: Entity) -> list[tuple[str, list[Any]]]:
    """Rows of a term and its values."""
    places = [place for place in desk.atlas.places[entity.id] if place != entity.id]
    note = desk.atlas.catalogue.notes.get(entity.id, "")
    first = next(iter(_cite_articles(desk, entity)), None)
    rows: list[tuple[str, list[Any]]] = [
        ("代码", [entity.adcode] if entity.adcode else []),
        ("日期", [entity.date.isoformat()] if entity.date else []),
        ("投资", [note] if note else []),
        ("涉及政区" if len(places) > 1 else "所在政区", [desk.link(place) for place in places[:MAX_COMPANY]]),
        ("首次见报", [first] if first and first.date else []),
        ("见于", [f"{len(entity.articles)} 篇文章"] if entity.articles else []),
    ]
    return [row for row in rows if row[1]]


def _list_maps(desk: Desk, entity: Entity) -> list[tuple[str, str]]:
    """The maps that show a name: its own, otherwise those of its districts, as words and link."""
    maps = desk.register.maps
    if entity.id in maps:
        return [("看关系图", f"../{maps[entity.id]}")]
    entities = desk.atlas.catalogue.entities
    places = [place for place in desk.atlas.places[entity.id] if place in maps][:3]
    return [(f"{entities[place].label}关系图", f"../{maps[place]}") for place in places]


def _cite_articles(desk: Desk, entity: Entity) -> list[Any]:
    return sort_cites(desk.cite(article) for article in entity.articles)


# ── what only some kinds have ──


def _show_district(desk: Desk, entity: Entity, groups: dict[tuple[str, bool], list[Fact]], unfolded: bool) -> Iterator[Section]:
    entities = desk.atlas.catalogue.entities
    ours = {name for name in desk.direct.get(entity.id, ()) if entities[name].kind is Kind.ORGANISATION}
    heads = _find_heads(desk, entity)
    if heads:
        note = "党委书记、政府正职、人大和政协主要负责人，以网页所载为准；日期是见报日期"
        yield Section("heads", "主要领导", "heads", heads, len(heads), note, unfolded=unfolded)
    proofs = {ends_of(fact)[0]: fact for fact in groups.pop(("jurisdiction", True), ())}
    yield from _show_bodies(desk, entity, sorted(ours | proofs.keys()), proofs)
    inside = [name for name in desk.atlas.inside.get(entity.id, ()) if name != entity.id]
    initiatives = sorted((name for name in inside if entities[name].kind is Kind.INITIATIVE), key=_by_ties(desk))
    yield from _show_names(desk, "initiatives", "举措", [(name, _say_leaders(desk, name)) for name in initiatives])
    events = [name for name in inside if entities[name].kind is Kind.EVENT]
    dated = [(name, day.isoformat() if (day := entities[name].date) else "") for name in events]
    yield from _show_names(desk, "events", "活动", sorted(dated, key=lambda row: (_backwards(row[1]), row[0])))


def _by_ties(desk: Desk) -> Callable[[str], tuple[int, str, str]]:
    entities = desk.atlas.catalogue.entities
    return lambda name: (-desk.atlas.ties[name], entities[name].label, name)


def _find_heads(desk: Desk, district: Entity) -> list[Head]:
    posts = {fact.id: fact for head in desk.atlas.heads.get(district.id, ()) for fact in desk.atlas.facts[head.person]}
    heads = []
    for head in desk.atlas.heads.get(district.id, ())[:MAX_ROWS]:
        fact = posts[head.post]
        body = ends_of(fact)[1]
        heads.append(Head(desk.link(head.person), desk.link(body) if body != district.id else None, desk.tell(fact, body)))
    return heads


def _show_bodies(desk: Desk, district: Entity, bodies: Sequence[str], proofs: Mapping[str, Fact]) -> Iterator[Section]:
    entities = desk.atlas.catalogue.entities
    rows = []
    for name in bodies:
        posts = [fact for fact in desk.atlas.facts.get(name, ()) if fact.predicate == "post" and ends_of(fact)[1] == name]
        posts.sort(key=_fact_order(desk, "post", back=True))
        best = rank_of(role_of(posts[0], "role")) if posts else _NO_RANK
        rows.append(((order_of(entities[name]), best, -len(posts), entities[name].label, name), name, posts))
    rows.sort(key=lambda row: row[0])
    shown = [
        Body(
            body=desk.link(name),
            officials=[_show_official(desk, fact) for fact in posts[:MAX_OFFICIALS]],
            left=max(0, len(posts) - MAX_OFFICIALS),
            line=desk.tell(proofs[name], district.id) if name in proofs else None,
        )
        for _, name, posts in rows[:MAX_ROWS]
    ]
    if shown:
        yield Section("bodies", "机构与任职者", "bodies", shown, len(rows), left=len(rows) - len(shown))


def _show_official(desk: Desk, fact: Fact) -> tuple[str, Markup, str]:
    words = title_of(fact)
    return words, desk.link(ends_of(fact)[0]), say_when(role_of(fact, "first"), role_of(fact, "last"))


def _say_leaders(desk: Desk, initiative: str) -> str:
    """Who leads an initiative."""
    entities = desk.atlas.catalogue.entities
    leaders = dict.fromkeys(
        entities[ends_of(fact)[0]].label for fact in desk.atlas.facts.get(initiative, ()) if fact.predicate == "leads"
    )
    return f"{'、'.join(list(leaders)[:3])}{'等' if len(leaders) > 3 else ''} 牵头" if leaders else ""


def _show_names(desk: Desk, anchor: str, heading: str, names: Sequence[tuple[str, str]]) -> Iterator[Section]:
    if names:
        shown = [(desk.link(name), note) for name, note in names[:MAX_ROWS]]
        yield Section(anchor, heading, "names", shown, len(names), left=len(names) - len(shown))


def _show_timeline(desk: Desk, entity: Entity) -> Iterator[Section]:
    """An official's posts and events on an axis of days."""
    entities = desk.atlas.catalogue.entities
    posts, events = [], []
    for fact in desk.atlas.facts.get(entity.id, ()):
        subject, target = ends_of(fact)
        if subject != entity.id:
            continue
        days = {day for evidence in fact.evidence if (day := desk.day_of(evidence))}
        if fact.predicate == "post":
            label = _say_post(desk, fact)
            days |= {date.fromisoformat(text) for role in ("first", "last") if (text := role_of(fact, role)[:10])}
            dots = tuple(Dot(day, label) for day in sorted(days))
            posts.append(((dots[0].day if dots else date.max), Strip(label, dots, bar=True)))
        elif fact.predicate in ("presides", "attends"):
            day = entities[target].date or min(days, default=None)
            events += [Dot(day, f"{heading_of(fact.predicate)}{entities[target].label}")] if day else []
    strips = [strip for _, strip in sorted(posts, key=lambda pair: (pair[0], pair[1].label))]
    strips += [Strip("主持或出席的活动", tuple(events))] if events else []
    yield from _show_chart("timeline", "时间线", draw_chart(f"{entity.label}的职务和活动", strips), "横轴是见报日期")


def _show_chart(anchor: str, heading: str, chart: Chart | None, note: str) -> Iterator[Section]:
    if chart is not None:
        yield Section(anchor, heading, "charts", [chart], note=note, left=chart.left_out)


def _show_spread(desk: Desk, entity: Entity) -> Iterator[Section]:
    """Which districts run an initiative, and since when the pages know of it."""
    days: dict[str, list[date]] = {place: [] for place in desk.atlas.places[entity.id]}
    for fact in desk.atlas.facts.get(entity.id, ()):
        subject, target = ends_of(fact)
        other = target if subject == entity.id else subject
        if fact.predicate in ("leads", "takesPartIn", "locatedIn") and other:
            for place in desk.atlas.places[other]:
                days.setdefault(place, []).extend(day for evidence in fact.evidence if (day := desk.day_of(evidence)))
    entities = desk.atlas.catalogue.entities
    order = sorted(days, key=lambda place: (min(days[place], default=date.max), entities[place].adcode, place))
    rows = [(place, f"{min(days[place])} 起见报" if days[place] else "") for place in order]
    yield from _show_names(desk, "districts", "哪些地方在做", rows)
    strips = [
        Strip(entities[place].label, tuple(Dot(day, entities[place].label, day == min(days[place])) for day in days[place]), True)
        for place in order
    ]
    if len(strips) > 1:
        chart = draw_chart(f"{entity.label}在各地首次见报的日期", strips)
        yield from _show_chart("spread", "各地首次见报", chart, "横轴是见报日期；大点是该地首次见报")


def _show_company(desk: Desk, entity: Entity) -> Iterator[Section]:
    if entity.id in desk.company:
        near = ((str(far), int(data["weight"])) for far, data in desk.company[entity.id].items())
        found = sorted(near, key=lambda pair: (-pair[1], pair[0]))
        shown = [(desk.link(far), f"×{count}" if count > 1 else "") for far, count in found[:MAX_COMPANY]]
        if shown:
            note = "同场：网页说两人主持或出席过同一个活动，数字是次数；不表示两人有其他关系"
            yield Section("company", "同场", "names", shown, len(found), note, len(found) - len(shown))


def _show_bylines(desk: Desk, entity: Entity) -> Iterator[Section]:
    bylines = desk.atlas.catalogue.bylines.get(entity.id, ())
    rows = sorted(((desk.cite(article), BYLINE_LABELS.get(role, role)) for role, article in bylines), key=_by_day)
    if rows:
        shown = rows[:MAX_ROWS]
        yield Section("bylines", "署名的文章", "cites", shown, len(rows), left=len(rows) - len(shown))


def _by_day(row: tuple[Any, str]) -> tuple[str, str, str]:
    return row[0].date or "~", row[0].headline, row[0].href


def _show_articles(desk: Desk, entity: Entity) -> Iterator[Section]:
    cites = _cite_articles(desk, entity)
    if cites:
        shown = [(cite, "") for cite in cites[:MAX_ROWS]]
        yield Section("articles", "见于文章", "cites", shown, len(cites), left=len(cites) - len(shown))
