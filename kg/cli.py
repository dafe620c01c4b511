"""The ``kg`` command: reads options, calls one function, prints, exits."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click


@click.group()
def main() -> None:
    """Read Chinese local news into a knowledge graph in which every fact has its sentence."""


def _load(name: str) -> Any:
    return import_module(name)


@main.command()
@click.argument("pages", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("output"))
@click.option("--base", default=None)
@click.option("--workers", default=1)
def build(pages: tuple[str, ...], out: Path, base: str | None, workers: int) -> None:
    """Read PAGES into a graph."""
    module = _load("kg.build")
    options = {"base": base} if base else {}
    try:
        result = module.build(pages, out, workers=workers, **options)
    except _load("kg.errors").KgError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(3)
    for problem in result.problems[:20]:
        click.echo(f"{problem.where}: {problem.what}", err=True)
    click.echo(f"{result.pages} pages {result.articles} articles {result.entities} entities {result.facts} facts")


if __name__ == "__main__":
    main()
