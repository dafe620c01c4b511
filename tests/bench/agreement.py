"""How far two who annotate a page alone agree: the ceiling of every figure of ``kg eval``.

``python tests/bench/agreement.py [SECOND]``: each gold file of the folder SECOND (``tests/gold/second``) is taken for what a
program found on its page, and compared with the gold file of the same name in another folder of ``tests/gold`` by the rules of
``kg eval``. What the second calls optional counts as not said: two readings of one thing are no disagreement. Then the other
way round, for what is optional to one may be wanted by the other.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from kg.evaluate import FACT_GROUPS, HEADINGS, Evaluation, Tally, compare
from kg.gold import ENTITY_GROUPS, GoldPage, read_gold, read_gold_file
from kg.model import Entity, Fact, Kind, Page, Reading
from kg.results import format_table

GOLD = Path(__file__).resolve().parents[1] / "gold"
KINDS = {
    "persons": Kind.PERSON,
    "organisations": Kind.ORGANISATION,
    "districts": Kind.DISTRICT,
    "initiatives": Kind.INITIATIVE,
    "events": Kind.EVENT,
}
PREDICATES = {"located": "locatedIn", "part_of": "partOf", "takes_part": "takesPartIn"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("second", nargs="?", type=Path, default=GOLD / "second", help="gold files of a second annotator")
    options = parser.parse_args(arguments)
    seconds = read_gold(options.second)
    firsts = [first_of(second, options.second) for second in seconds]
    for title, wanted, found in (("the second by the first", firsts, seconds), ("the first by the second", seconds, firsts)):
        print(f"{title}:")
        print(show(agreement(wanted, found)))
    return 0


def first_of(second: GoldPage, folder: Path) -> GoldPage:
    """The gold file of the same name in another folder beside it."""
    paths = [path for path in sorted(folder.parent.glob(f"*/{second.name}")) if path.parent != folder]
    return read_gold_file(paths[0])


def agreement(wanted: Sequence[GoldPage], found: Sequence[GoldPage]) -> Evaluation:
    """What the pages of ``found`` say, judged by those of ``wanted``."""
    groups: defaultdict[str, Tally] = defaultdict(Tally)
    for gold, other in zip(wanted, found, strict=True):
        for group, tally in compare(gold, as_reading(other)).items():
            groups[group].add(tally)
    return Evaluation(len(wanted), {group: groups[group] for group in (*ENTITY_GROUPS, *FACT_GROUPS)}, ())


def as_reading(gold: GoldPage) -> Reading:
    """A gold page as if a program had found what it asks for."""
    kept = {entity.id: entity for entity in gold.entities.values() if not entity.optional}
    entities = [
        Entity(one.id, KINDS[one.group], one.kind.capitalize(), one.names[0], tuple(one.names[1:]), articles=("a",))
        for one in kept.values()
    ]
    facts = []
    for number, fact in enumerate(gold.facts):
        if fact.optional or fact.subject not in kept or (fact.object is not None and fact.object not in kept):
            continue
        roles: dict[str, str | Decimal] = {"subject": fact.subject, "object": fact.object or ""}
        if fact.predicate == "post":
            roles = {"person": fact.subject, "role": fact.text} | ({"organisation": fact.object} if fact.object else {})
        elif fact.predicate == "amount":
            roles = {"subject": fact.subject, "text": fact.text}
        name = "investment" if fact.predicate == "amount" else PREDICATES.get(fact.predicate, fact.predicate)
        facts.append(Fact(str(number), name, tuple(roles.items()), ()))
    people = {entity.names[0]: entity.id for entity in kept.values() if entity.group == "persons"}
    written = [(name, role) for name, role, optional in gold.bylines if not optional and name in people]
    pairs = tuple(("photographer" if role == "photographer" else "reporter", people[name]) for name, role in written)
    return Reading(Page(gold.doc, "", ""), entities=tuple(entities), facts=tuple(facts), bylines={"a": pairs})


def show(evaluation: Evaluation) -> str:
    """The table of ``kg eval``."""
    return f"{format_table(HEADINGS, list(evaluation.rows()))}\n{evaluation.summary()}\n"


if __name__ == "__main__":
    raise SystemExit(main())
