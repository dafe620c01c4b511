"""HTTP: the SPARQL 1.1 Protocol for queries, the page to ask from, explanations, and the site that a build wrote.

Nothing is changed through it: there is no route that writes. It answers on 127.0.0.1, and only to a browser or program that calls
it by that name (a page from elsewhere that has its own name point here is refused), and no page of another site may read what
it says. All that a page of it loads comes from itself; the policy in ``_HEADERS`` keeps it so.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import KgError
from kg.query import list_queries
from kg.serve.negotiate import choose
from kg.serve.pages import ASSETS, SHARED_CSS, describe_service, list_terms, render_query_page, render_section_page, show_question
from kg.serve.pool import Answer, Limits, Pool
from kg.store import need_store, store_signature
from kg.views import ARTICLES, NAMES

HOST, PORT = "127.0.0.1", 8000
_QUERY = 256 * 1024  #: bytes of a query
_FORM = 3 * _QUERY + 4096  #: bytes of a form that holds one, each of its bytes escaped
_THROWN_AWAY = 64 * 1024 * 1024  #: bytes of a body too long that are read, so that its sender hears why it is refused
_GONE = 499  #: nobody reads it
_NAMES = 2_000  #: texts that may be asked about at once

TABLES = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "text/plain": "ntriples",
    "application/ld+json": "jsonld",
    "application/json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/xml": "rdfxml",
}
#: What an answer is sent as: the first type of each format.
_TYPES = {fmt: media for known in (GRAPHS, TABLES) for media, fmt in reversed(known.items())}
_STATUS = {
    "malformed": 400,
    "service": 403,
    "update": 403,
    "format": 406,
    "rows": 422,
    "failed": 500,
    "memory": 500,
    "died": 500,
    "busy": 503,
    "time": 504,
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
#: The folders of pages that a build wrote; such a page brings a policy of its own, for its own style and scripts.
_BUILT = ("views", NAMES, ARTICLES)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as a request gives it."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def serve(directory: Path, *, port: int = PORT, limits: Limits | None = None, ready: Callable[[str], None] | None = None) -> None:
    """Serve the graph in ``directory`` on this machine until interrupted; ``ready`` is told the address once it answers."""
    try:
        listener = socket.create_server((HOST, port))
    except OSError as error:
        raise KgError(f"port {port} cannot be served: {error.strerror or error}; choose another with --port") from error
    with listener, suppress(KeyboardInterrupt):
        asyncio.run(_serve(directory, listener, limits or Limits(), ready))


async def _serve(directory: Path, listener: socket.socket, limits: Limits, ready: Callable[[str], None] | None) -> None:
    with TemporaryDirectory(prefix="kg-serve-") as scratch:
        pool = Pool(need_store(directory, Path(scratch)), limits, store_signature)
        await pool.start()
        app = make_app(directory, pool)
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # what a client sends is no news; a fault of ours is
        config = uvicorn.Config(
            app,
            http="h11",
            loop="asyncio",
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            h11_max_incomplete_event_size=_FORM,
            timeout_graceful_shutdown=1,
        )
        if ready is not None:
            ready(f"http://{HOST}:{listener.getsockname()[1]}/")
        try:
            await uvicorn.Server(config).serve(sockets=[listener])
        finally:
            with suppress(asyncio.CancelledError):  # that of the interrupt, which would fall into the midst of closing
                await asyncio.sleep(0)
            await pool.close()


def make_app(directory: Path, pool: Pool) -> ASGIApp:
    """The site of a folder whose store is open in ``pool``."""
    site = _Site(directory, pool)
    routes = [
        Route("/", site.query_page),
        Route("/sparql", site.sparql, methods=["GET", "POST"]),
        Route("/explain", site.explain),
        Route("/names", site.names, methods=["POST"]),
        Route("/terms.json", site.terms),
        Route("/questions.json", site.questions),
        Route("/questions/{name}", site.question),
        Route("/assets/shared.css", lambda _: FileResponse(SHARED_CSS)),
        Mount("/assets", StaticFiles(directory=ASSETS)),
        Route("/index.html", site.index),
        *(Mount(f"/{name}", StaticFiles(directory=directory / name, check_dir=False)) for name in _BUILT),
    ]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"], www_redirect=False)
    return Starlette(routes=routes, middleware=[Middleware(_Headers), hosts], exception_handlers={ClientDisconnect: _say_nothing})


async def _say_nothing(_request: Request, _error: Exception) -> Response:
    """The end of a request whose client has gone: no fault of ours, and nothing to be logged."""
    return Response(status_code=_GONE)


class _Headers:
    """Puts the policies on every answer. Pages that a build wrote bring a policy of their own, for their own scripts."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        built = scope.get("path", "").startswith(("/index.html", *(f"/{name}/" for name in _BUILT)))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**_HEADERS, "Content-Security-Policy": "frame-ancestors 'none'" if built else _POLICY})
            await send(message)

        await self.app(scope, receive, send_with_headers)


class _Site:
    """What the routes do; each asks the pool, and says what came of it."""

    def __init__(self, directory: Path, pool: Pool) -> None:
        self._directory, self._pool = directory, pool
        self._questions = {question.name: question for question in list_queries()}

    async def sparql(self, request: Request) -> Response:
        """The protocol: a query by GET, by POST of a form, by POST of the query itself."""
        parameters = _parse(request.scope["query_string"])
        if request.method == "POST":
            parameters += await _read_posted(request)
        elif not any(name in ("query", "update") for name, _ in parameters):
            return self._describe(request)
        asked = _find_query(parameters)
        accept = ",".join(request.headers.getlist("accept"))
        answer = await self._ask(
            request,
            {
                "do": "query",
                "query": asked.query,
                "default_graphs": asked.default_graphs,
                "named_graphs": asked.named_graphs,
                "table": choose(accept, TABLES),
                "graph": choose(accept, GRAPHS),
            },
        )
        media = _TYPES[answer.what]
        charset = "; charset=utf-8" if media.startswith("text/") else ""
        return Response(answer.body, headers={"Content-Type": media + charset, "Vary": "Accept"})

    def _describe(self, request: Request) -> Response:
        accept = request.headers.get("accept", "")
        if choose(accept, {"text/turtle": "turtle", "text/html": "html"}) == "html":
            return RedirectResponse("/")
        return Response(describe_service(str(request.url.replace(query=""))), media_type="text/turtle")

    async def query_page(self, request: Request) -> Response:
        limits = self._pool.limits
        return HTMLResponse(render_query_page(f"{limits.seconds:g} 秒 s · {limits.rows:,} 行 rows"))

    async def explain(self, request: Request) -> Response:
        name = dict(_parse(request.scope["query_string"])).get("name", "").strip()
        if not name:
            raise HTTPException(400, "Error: /explain needs a name: /explain?name=…")
        explanation = json.loads((await self._ask(request, {"do": "explain", "name": name})).body)
        return HTMLResponse(render_section_page(explanation), 200 if explanation["sections"] else 404)

    async def names(self, request: Request) -> Response:
        """Which of the texts of a JSON list are names in the graph: those the page makes links."""
        try:
            texts = json.loads(await _read_body(request, _FORM))
        except ValueError as error:
            raise HTTPException(400, "Error: a JSON list of texts is wanted") from error
        if not isinstance(texts, list) or len(texts) > _NAMES or not all(isinstance(text, str) for text in texts):
            raise HTTPException(400, f"Error: a JSON list of at most {_NAMES:,} texts is wanted")
        return Response((await self._ask(request, {"do": "names", "texts": texts})).body, media_type="application/json")

    async def terms(self, request: Request) -> Response:
        return JSONResponse(list_terms())

    async def questions(self, request: Request) -> Response:
        return JSONResponse([show_question(question) for question in self._questions.values()])

    async def question(self, request: Request) -> Response:
        """The text of a shipped question, with the parameters of the address in it."""
        name = request.path_params["name"]
        if name not in self._questions:
            raise HTTPException(404, f"Error: no shipped question is called {name!r}")
        parameters = dict(_parse(request.scope["query_string"]))
        answer = await self._ask(request, {"do": "fill", "name": name, "parameters": parameters})
        return PlainTextResponse(answer.body)

    async def index(self, request: Request) -> Response:
        path = self._directory / "index.html"
        if not path.is_file():
            raise HTTPException(404, f"Error: {self._directory} has no index.html; draw it: kg view {self._directory}")
        return FileResponse(path)

    async def _ask(self, request: Request, question: dict[str, Any]) -> Answer:
        """Ask the pool, for as long as the one who asks is there; raise where there is no answer."""
        asking = asyncio.ensure_future(self._pool.ask(question))
        leaving = asyncio.ensure_future(_wait_until_gone(request))
        try:
            await asyncio.wait({asking, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            if not asking.done():
                asking.cancel()
        if not asking.done():
            raise ClientDisconnect
        answer = asking.result()
        if answer.kind != "answer":
            headers = {"Retry-After": "1"} if answer.kind == "busy" else None
            raise HTTPException(_STATUS[answer.kind], f"Error: {answer.what}", headers)
        return answer


async def _wait_until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _read_posted(request: Request) -> list[tuple[str, str]]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/x-www-form-urlencoded":
        return _parse(await _read_body(request, _FORM))
    if media == "application/sparql-query":
        return [("query", _decode(await _read_body(request, _QUERY)))]
    if media == "application/sparql-update":
        return [("update", "")]
    raise HTTPException(415, "Error: post a form (application/x-www-form-urlencoded), or a query (application/sparql-query)")


async def _read_body(request: Request, limit: int) -> bytes:
    """The body; of one that is too long the rest is thrown away, so that its sender comes to read the answer."""
    body, taken = bytearray(), 0
    async for chunk in request.stream():
        taken += len(chunk)
        if taken <= limit:
            body += chunk
        elif taken > _THROWN_AWAY:
            break
    if taken > limit:
        raise HTTPException(413, f"Error: a query may have {_QUERY:,} bytes; this request is longer")
    return bytes(body)


def _decode(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, "Error: the request is not UTF-8") from error


def _parse(raw: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_decode(raw), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise HTTPException(400, "Error: the request's parameters cannot be read as UTF-8 text") from error


def _find_query(parameters: list[tuple[str, str]]) -> _Asked:
    values: dict[str, list[str]] = {}
    for name, value in parameters:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise HTTPException(403, "Error: updates are refused: this endpoint only reads (SELECT, ASK, CONSTRUCT, DESCRIBE)")
    if len(values.get("query", ())) != 1:
        raise HTTPException(400, "Error: a request has one parameter named query")
    query = values["query"][0]
    if len(query.encode("utf-8", "surrogatepass")) > _QUERY:
        raise HTTPException(413, f"Error: a query may have {_QUERY:,} bytes; this one is longer")
    return _Asked(query, tuple(values.get("default-graph-uri", ())), tuple(values.get("named-graph-uri", ())))
