"""The ``kg`` command: reads options, calls one function, prints, exits.

Exit codes: 0 done; 1 the data fails a check (or there are problems, under ``--strict``); 2 wrong command line; 3 could not run.
The stages are loaded when a command needs them (``_load``), so that ``kg --help`` loads no large library.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kg.errors import KgError
from kg.folder import settle
from kg.model import Problem

FAILED, CANNOT_RUN, INTERRUPTED = 1, 3, 130
#: As the modules that do the work have them; a test compares. They are here since those modules are large to load.
ENGINES = ("local", "spark")
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")

_SHOWN_PROBLEMS = 20
_STAGES = {"read": "reading", "graph": "writing the graph", "store": "filling the store", "views": "drawing the views"}
_PATIENCE = 2.0  #: seconds after which progress is shown
_EVERY = 0.1  #: seconds between two lines of it


def _load(module: str) -> Any:
    """A module of ours, imported now."""
    return import_module(f"kg.{module}")


def _load_extra(extra: str, module: str) -> Any:
    """A module of ours that needs the libraries of an extra; ``KgError`` where they are not installed."""
    try:
        return _load(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "kg":
            raise
        raise KgError(
            f"kg {extra} needs {error.name.split('.')[0]}, which is not installed: pip install 'xianzhi[{extra}]'"
        ) from error


class _Commands(click.Group):
    """A group whose commands end with one line and exit code 3 where the work cannot be done."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            _fail(str(error))
        except BrokenPipeError:
            raise
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            _fail(f"{where}{error.strerror or error}")
        except KeyboardInterrupt:
            click.echo("Interrupted: what was there before is unchanged.", err=True)
            sys.exit(INTERRUPTED)


def _fail(message: str) -> None:
    click.echo(f"Error: {' '.join(message.split())}", err=True)
    sys.exit(CANNOT_RUN)


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"kg (xianzhi) {import_module('kg').__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the version and exit."
)
def main() -> None:
    """Xianzhi 县志: Chinese local news read into a knowledge graph in which every fact has its sentence.

    DIR is the folder of a build; where it is left out, output/ is meant.
    """


_OUTPUT = Path("output")
_Folder = click.Path(path_type=Path, file_okay=False)
_Confidence = click.FloatRange(0, 1)
_withhold = click.option(
    "--withhold-private", is_flag=True, help="Leave residents and private persons away, all but their number."
)

# ── build ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("pages", nargs=-1, required=True)
@click.option("--out", type=_Folder, default=_OUTPUT, show_default=True, help="Folder to write.")
@click.option("--base", metavar="IRI", default=None, help="What the IRIs of entities begin with; ends with / or #.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read pages.")
@click.option("--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="Where pages are read.")
@click.option("--strict", is_flag=True, help="Exit with 1 where any page has a problem (the graph is written all the same).")
@click.option("--cache", type=_Folder, default=None, help="Private folder that keeps readings, for the next build.")
@click.option("--min-confidence", type=_Confidence, default=0.0, show_default=True, help="Leave less sure facts away.")
@_withhold
@click.option("--text-field", default="text", show_default=True, help="JSONL: the field of the text.")
@click.option("--title-field", default="title", show_default=True, help="JSONL: the field of the title.")
@click.option("--date-field", default="date", show_default=True, help="JSONL: the field of the date.")
@click.option("--site-field", default="source", show_default=True, help="JSONL: the field of the newspaper or site.")
@click.option("--url-field", default="url", show_default=True, help="JSONL: the field of the address.")
def build(pages: tuple[str, ...], out: Path, base: str | None, strict: bool, **options: Any) -> None:
    """Read PAGES into DIR: graph, store and views.

    PAGES are files (.txt .md .html .pdf .jsonl, and .gz of these), folders, globs in quotation marks, or - for standard input.
    """
    names = ("text", "title", "date", "site", "url")
    fields = _load("read").Fields(**{name: options.pop(f"{name}_field") for name in names})
    with _Progress() as progress:
        result = _load("build").build(
            pages, out, base=base or _load("ontology").DEFAULT_BASE, fields=fields, progress=progress, **options
        )
    _print_problems(result.problems, out)
    parts = [_count(result.pages, "page"), _count(result.articles, "article"), _count(result.entities, "entity", "entities")]
    parts += [_count(result.facts, "fact"), _count(len(result.problems), "problem")]
    if options["withhold_private"]:
        parts.append(f"{_count(result.withheld, 'person')} withheld")
    click.echo(" · ".join(parts))
    click.echo(f"Open {out / 'index.html'}")
    if strict and result.problems:
        sys.exit(FAILED)


@main.command()
@click.argument("directory", metavar="[DIR]", type=_Folder, default=_OUTPUT)
@click.option("--add", multiple=True, metavar="PAGES", help="What build reads; a file that is there already is replaced.")
@click.option("--remove", multiple=True, metavar="PAGE", help="A page as the build names it, a folder or a glob of such names.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read pages.")
@click.option("--strict", is_flag=True, help="Exit with 1 where any added page has a problem.")
@click.option("--text-field", default="text", show_default=True, help="JSONL: the field of the text.")
@click.option("--title-field", default="title", show_default=True, help="JSONL: the field of the title.")
@click.option("--date-field", default="date", show_default=True, help="JSONL: the field of the date.")
@click.option("--site-field", default="source", show_default=True, help="JSONL: the field of the newspaper or site.")
@click.option("--url-field", default="url", show_default=True, help="JSONL: the field of the address.")
def update(directory: Path, add: tuple[str, ...], remove: tuple[str, ...], workers: int, strict: bool, **names: str) -> None:
    """Add pages to the build in DIR, replace or remove some, without reading the others again."""
    if not (add or remove):
        raise click.UsageError("there is nothing to do: give --add or --remove")
    fields = _load("read").Fields(**{name.removesuffix("_field"): value for name, value in names.items()})
    with _Progress() as progress:
        done = _load("update").update(directory, add=add, remove=remove, workers=workers, fields=fields, progress=progress)
    _print_problems(done.problems, directory)
    pages = f"{_count(done.pages, 'page')}: {done.added:,} added, {done.replaced:,} replaced, {done.removed:,} removed"
    click.echo(f"{pages} · triples +{done.triples_added:,} −{done.triples_removed:,} · {_count(len(done.problems), 'problem')}")
    if strict and done.problems:
        sys.exit(FAILED)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def _print_problems(problems: Sequence[Problem], out: Path) -> None:
    for problem in problems[:_SHOWN_PROBLEMS]:
        click.echo(f"Problem: {problem.where}: {problem.what}", err=True)
    if len(problems) > _SHOWN_PROBLEMS:
        click.echo(f"and {len(problems) - _SHOWN_PROBLEMS:,} more: see {out / 'problems.jsonl'}", err=True)


class _Progress:
    """One line on a terminal about work that takes longer than ``_PATIENCE``; cleared at the end."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self.next = time.monotonic() + _PATIENCE
        self.line = ""

    def __call__(self, stage: str, pages: int) -> None:
        self.show(f"{_STAGES[stage]} · {_count(pages, 'page')}")

    def show(self, line: str) -> None:
        now = time.monotonic()
        if self.shown and now >= self.next:
            self.next = now + _EVERY
            self._write(line)

    def _write(self, line: str) -> None:
        click.echo(f"\r{line.ljust(len(self.line))}", nl=False, err=True)
        self.line = line

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self.line:
            self._write("")
            click.echo("\r", nl=False, err=True)


# ── ask ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _directory_and_name(arguments: Sequence[str]) -> tuple[Path, str]:
    """``[DIR] NAME``: of two arguments the first is the folder."""
    *directory, name = arguments
    if len(directory) > 1:
        raise click.UsageError(f"[DIR] NAME are wanted, but {len(arguments)} arguments are given")
    out = Path(directory[0]) if directory else _OUTPUT
    settle(out)
    return out, name


def _parse_parameters(_ctx: click.Context, _parameter: click.Parameter, values: Iterable[str]) -> dict[str, str]:
    found = {}
    for value in values:
        name, sign, text = value.partition("=")
        if not sign or not name:
            raise click.BadParameter(f"{value!r} is not NAME=VALUE")
        found[name] = text
    return found


@main.command()
@click.argument("arguments", nargs=-1, metavar="[DIR] NAME|FILE.rq|'SELECT …'")
@click.option("-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", callback=_parse_parameters, help="A parameter.")
@click.option("--format", "fmt", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True, help="Form of the answer.")
@click.option("--min-confidence", type=_Confidence, default=0.0, show_default=True, help="Leave less sure facts away.")
def query(arguments: tuple[str, ...], parameters: dict[str, str], fmt: str, min_confidence: float) -> None:
    """Ask the graph in DIR; alone, list the shipped questions.

    A question is the name of a shipped one, a .rq file, or SPARQL.
    """
    if not arguments:
        click.echo(_list_questions())
        return
    directory, text = _directory_and_name(arguments)
    result = _load("query").run_query(directory, text, parameters=parameters, min_confidence=min_confidence)
    click.echo(_load("results").format_result(result, fmt, width=_width()).rstrip("\n"))


def _list_questions() -> str:
    lines = []
    for shipped in _load("query").list_queries():
        lines.append(f"{shipped.name}  {shipped.title}  {shipped.title_en}")
        for parameter in shipped.parameters:
            default = f"; {parameter.default} where it is left out" if parameter.default else ""
            needed = "; needed" if parameter.required else default
            lines.append(f"    -p {parameter.name}={parameter.example or '…'}  {parameter.title}: {parameter.about}{needed}")
    return "\n".join(lines)


def _width() -> int | None:
    """Columns of the terminal; none where the answer goes into a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@main.command()
@click.argument("arguments", nargs=-1, required=True, metavar="[DIR] NAME")
def explain(arguments: tuple[str, ...]) -> None:
    """Show every fact about NAME, with its sentence."""
    directory, name = _directory_and_name(arguments)
    module = _load("explain")
    explanation = module.explain(directory, name)
    click.echo(module.render_explanation(explanation, colour=sys.stdout.isatty()))
    if not explanation.sections:
        sys.exit(FAILED)


# ── check, view ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("directory", metavar="[DIR]", type=_Folder, default=_OUTPUT)
def check(directory: Path) -> None:
    """Check the graph in DIR: its shapes, its terms, and every quote against its page."""
    settle(directory)
    violations = _load("check").check(directory)
    for violation in violations:
        click.echo(str(violation))
    if violations:
        click.echo(f"{_count(len(violations), 'violation')} in {directory}", err=True)
        sys.exit(FAILED)
    click.echo(f"{directory}: the graph is well formed, and every quote stands on its page")


@main.command()
@click.argument("directory", metavar="[DIR]", type=_Folder, default=_OUTPUT)
@click.option("--focus", metavar="NAME", default=None, help="Draw one name and what surrounds it.")
@click.option("--path", "ends", metavar="NAME NAME", nargs=2, default=None, help="Draw the shortest way between two names.")
@click.option("--min-confidence", type=_Confidence, default=0.0, show_default=True, help="Leave less sure facts away.")
@_withhold
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
def view(directory: Path, focus: str | None, ends: tuple[str, str] | None, open_it: bool, **options: Any) -> None:
    """Draw the pages of DIR again, or the map of one name, or of the way between two."""
    if focus is not None and ends is not None:
        raise click.UsageError("--focus and --path are two maps: ask for one")
    settle(directory)
    views = _load("views")
    if ends is not None:
        path = views.write_path(directory, *ends, **options)
    elif focus is not None:
        path = views.write_focus(directory, focus, **options)
    else:
        path = views.write_views(directory, **options)[0]
    click.echo(path)
    if open_it:
        click.launch(str(path))


# ── export ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("directory", metavar="[DIR]", type=_Folder, default=_OUTPUT)
@click.option("--format", "fmt", metavar="NAME", default=None, help="The form to write; without one they are listed.")
@click.option("--out", type=_Folder, default=Path("exports"), show_default=True, help="Folder in which each form has its own.")
@click.option("--split", type=click.IntRange(min=0), default=0, metavar="N", help="RDF: begin a new file after N triples.")
@click.option("--gzip", is_flag=True, help="RDF: write gzipped files.")
@click.option("--graph", metavar="IRI", default=None, help="RDF: the named graph of nq and trig.")
@_withhold
def export(directory: Path, fmt: str | None, out: Path, graph: str | None, **options: Any) -> None:
    """Write the graph in DIR in another form, for stores and for other programs."""
    module = _load("export")
    if fmt is None:
        click.echo("\n".join(f"{form.name:<9}{form.about}" for form in module.FORMATS))
        return
    settle(directory)
    for path in module.export(directory, fmt, out, graph=graph or module.DEFAULT_GRAPH, **options):
        click.echo(path)


# ── serve, push ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("directory", metavar="[DIR]", type=_Folder, default=_OUTPUT)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="On 127.0.0.1; 0 takes a free one.")
@click.option("--workers", type=click.IntRange(1, 64), default=4, show_default=True, help="Queries answered at once.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), default=10.0, show_default=True, help="Time of a query.")
@click.option("--rows", type=click.IntRange(min=1), default=100_000, show_default=True, help="Rows, or triples, of an answer.")
@click.option("--memory", type=click.IntRange(min=64), default=2048, show_default=True, help="MB of a query (on Linux).")
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
def serve(directory: Path, port: int, open_it: bool, **limits: Any) -> None:
    """Serve DIR on this machine: a SPARQL endpoint that only reads, a page to ask from, and the site."""
    settle(directory)

    def ready(address: str) -> None:
        click.echo(f"Serving {directory} at {address} (SPARQL at {address}sparql); Ctrl+C ends it")
        if open_it:
            click.launch(address)

    _load_extra("serve", "serve.app").serve(directory, port=port, limits=_load("serve.pool").Limits(**limits), ready=ready)


@main.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("endpoint", metavar="ENDPOINT")
@click.option("--graph", metavar="IRI", default=None, help="The named graph that is replaced.")
@click.option("--query-endpoint", metavar="URL", default=None, help="Where the store is asked what arrived.")
@click.option("--batch", type=click.IntRange(min=1), default=20_000, show_default=True, help="Triples sent at once.")
@click.option("--fresh", is_flag=True, help="Begin anew, though an earlier push could be gone on with.")
def push(directory: Path, endpoint: str, graph: str | None, query_endpoint: str | None, batch: int, fresh: bool) -> None:
    """Send the graph in DIR to the store at ENDPOINT, and prove that all of it arrived.

    ENDPOINT is a graph store (SPARQL 1.1 Graph Store HTTP Protocol). A login is taken from the environment: KG_PUSH_USER and
    KG_PUSH_PASSWORD, or KG_PUSH_TOKEN.
    """
    settle(directory)
    module = _load_extra("push", "push")
    graph = graph or module.DEFAULT_GRAPH
    try:
        with _Progress() as progress:
            pushed = module.push(
                directory,
                endpoint,
                graph=graph,
                query_endpoint=query_endpoint,
                batch=batch,
                fresh=fresh,
                progress=lambda sent, of: progress.show(f"pushing · {sent:,} of {of:,} triples"),
            )
    except KeyboardInterrupt:
        click.echo("Interrupted: the store may have a part of the graph; push again to go on.", err=True)
        sys.exit(INTERRUPTED)
    resumed = f" · {pushed.resumed:,} were there already" if pushed.resumed else ""
    click.echo(f"{_count(pushed.triples, 'triple')} counted in <{graph}>{resumed}")
    click.echo(f"{_count(pushed.sampled, 'subject')} read back: the same")


# ── the program itself ───────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
def extractors() -> None:
    """List what finds mentions on a page, in the order in which it runs."""
    rows = []
    for extractor in _load("extract").load_extractors():
        about = (type(extractor).__doc__ or "").strip().splitlines()[0]
        needs = ", ".join(sorted(kind.value for kind in extractor.needs))
        rows.append((extractor.name, ", ".join(sorted(extractor.finds)), needs, about))
    click.echo(_load("results").format_table(("name", "finds", "needs", "about"), rows, width=_width()))


@main.command("eval")
@click.argument("gold", metavar="GOLD_DIR", type=_Folder)
@click.option("--pages", type=_Folder, default=None, help="Folder of the pages that the gold names; GOLD_DIR where left out.")
@click.option("--errors", is_flag=True, help="List all that is missed or wrong, with its sentence and the rule that spoke.")
@click.option("--reliability", is_flag=True, help="Show how often facts of each confidence are right.")
@click.option("--min-f1", type=_Confidence, default=None, help="Exit with 1 where the F1 of entities or of facts is lower.")
def evaluate(gold: Path, pages: Path | None, errors: bool, reliability: bool, min_f1: float | None) -> None:
    """Compare what is found on pages with gold: precision, recall and F1 by kind."""
    module = _load("evaluate")
    evaluation = module.evaluate(gold, pages or gold)
    for problem in evaluation.problems:
        click.echo(f"Problem: {problem.where}: {problem.what}", err=True)
    if errors:
        _print_findings(evaluation.findings)
    click.echo(_load("results").format_table(module.HEADINGS, list(evaluation.rows())))
    if reliability:
        bins = [
            (f"{each.lowest:.1f}-{each.lowest + 0.1:.1f}", str(each.facts), f"{each.confidence:.3f}", f"{each.right:.3f}")
            for each in evaluation.reliability()
        ]
        click.echo(_load("results").format_table(("confidence", "facts", "mean", "right"), bins))
    click.echo(evaluation.summary())
    if min_f1 is not None and min(evaluation.entity_f1, evaluation.fact_f1) < min_f1:
        sys.exit(FAILED)


def _print_findings(findings: Iterable[Any]) -> None:
    clean: Callable[[str], str] = _load("results").clean
    for finding in findings:
        verdict = "missed" if finding.missed else "wrong"
        rule = f"  [{finding.rule}]" if finding.rule else ""
        click.echo(f"{finding.page}  {finding.group}  {verdict}  {clean(finding.what)}{rule}")
        if finding.sentence:
            click.echo(f"    {clean(finding.sentence)}")


if __name__ == "__main__":
    main()
