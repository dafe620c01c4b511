"""Files read into pages: encodings, HTML, PDF, JSON lines, folders, globs, compressed files and standard input.

Invariants:

* ``Page.text`` is the page exactly as decoded, but for a leading byte order mark, which is dropped, and line ends ``\\r\\n``
  and ``\\r``, which become ``\\n``: the same text that ``Path.read_text(encoding="utf-8-sig")`` gives for a file in UTF-8.
  Of an HTML file the text is what a reader of the page sees, and of a PDF what its text layer says: offsets count in that.
* A wrong encoding is worse than none: where the bytes do not decide, the page is skipped with a ``Problem``.
* One page at a time is in memory, never more than ``max_bytes`` of it; the order is that of the sources, sorted within each.
"""

from __future__ import annotations

import codecs
import glob
import gzip
import hashlib
import io
import json
import os
import re
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import IO

from kg.decode import MARKS, Unreadable, decode, describe_break, refuse_litter
from kg.errors import InputError
from kg.html import declared_encoding, extract_article, parse_day
from kg.model import Page, Problem

MAX_BYTES = 8_000_000  #: bytes of one page (one line of a JSONL file), uncompressed
MAX_PDF_BYTES = 128_000_000  #: bytes of a PDF file, most of which are pictures and fonts
CHUNK = 1 << 16

# ---------------------------------------------------------------------------------------------------------------- sources


@dataclass(frozen=True, slots=True)
class Fields:
    """The names under which the records of a JSONL file hold what a page is made of."""

    text: str = "text"
    title: str = "title"
    date: str = "date"
    site: str = "source"
    url: str = "url"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: its path, and the name that its page gets."""

    path: str
    name: str


def read_pages(
    sources: Iterable[str | Path] | Path,
    *,
    text_field: str = "text",
    title_field: str = "title",
    date_field: str = "date",
    site_field: str = "source",
    url_field: str = "url",
    max_bytes: int = MAX_BYTES,
) -> Iterator[Page | Problem]:
    """Read files, folders (with all that is below them), globs and ``-`` (standard input), one page after the other.

    A page is named by its path as given: ``pages/a.txt`` for a file that was found in ``pages``, ``all.jsonl#12`` for line 12
    of a JSONL file. What cannot be read comes as a ``Problem``. A folder or glob is searched for the kinds of files that can
    be read and the others in it are passed over; a file of another kind that is named itself is a ``Problem``.

    Raises ``InputError``, before anything is read, when a source does not exist.
    """
    wanted = [os.fspath(source) for source in ([sources] if isinstance(sources, (str, Path)) else sources)]
    for source in wanted:
        if source != "-" and not os.path.lexists(source) and not glob.has_magic(source):
            raise InputError(f"{source}: there is no such file or folder")
    fields = Fields(text=text_field, title=title_field, date=date_field, site=site_field, url=url_field)
    return _read_sources(wanted, fields, max_bytes)


def _read_sources(sources: Sequence[str], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    for source in sources:
        if source == "-":
            yield from _guarded("-", lambda: _read_stream("-", sys.stdin.buffer, _sniff, fields, limit))
            continue
        for found in _find_files(source):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _read_file(found, fields, limit)


def _find_files(source: str) -> Iterator[_File | Problem]:
    """The files that one source stands for, sorted."""
    if os.path.isdir(source):
        yield from _or_none(source, _walk(source, Path(source).as_posix(), set()))
    elif os.path.lexists(source):
        yield _File(source, Path(source).as_posix())
    else:
        yield from _or_none(source, _match(source))


def _or_none(source: str, found: Iterable[_File | Problem]) -> Iterator[_File | Problem]:
    """Pass on what was found, or say that nothing was."""
    empty = True
    for each in found:
        empty = False
        yield each
    if empty:
        yield Problem(Path(source).as_posix(), f"no page in it: no file of a kind that is read ({_kinds()})")


def _kinds() -> str:
    return f"{' '.join(sorted(_READERS))}, and .gz of these"


def _match(pattern: str) -> Iterator[_File | Problem]:
    """The files that a glob matches, and those in the folders that it matches; each once."""
    seen: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for path in sorted(glob.iglob(pattern, recursive=True)):
        name = Path(path).as_posix()
        for found in _walk(path, name, folders) if os.path.isdir(path) else [_File(path, name)]:
            if isinstance(found, _File):
                if found.name in seen or _kind(found.path) is None:
                    continue
                seen.add(found.name)
            yield found


def _walk(folder: str, name: str, seen: set[tuple[int, int]]) -> Iterator[_File | Problem]:
    """The files of a folder and all below it, sorted, each real folder once, however many links lead to it."""
    waiting = [(folder, name)]
    while waiting:
        path, name = waiting.pop()
        if not os.path.isdir(path):
            if _kind(path) is not None:
                yield _File(path, name)
            continue
        try:
            status = os.stat(path)
            if (status.st_dev, status.st_ino) in seen:
                yield Problem(name, "a link to a folder that is read already: not followed")
                continue
            seen.add((status.st_dev, status.st_ino))
            entries = sorted(entry for entry in os.listdir(path) if not entry.startswith("."))
        except OSError as error:
            yield Problem(name, f"the folder cannot be read: {error.strerror}")
            continue
        start = "" if name == "." else f"{name.rstrip('/')}/"
        waiting.extend((os.path.join(path, entry), start + entry) for entry in reversed(entries))


def _kind(path: str) -> str | None:
    """The ending that says how a file is read (``.txt`` for ``a.TXT.gz``), or nothing for a kind that is not."""
    stem = path.lower()
    ending = os.path.splitext(stem.removesuffix(".gz"))[1]
    return ending if ending in _READERS else None


# ------------------------------------------------------------------------------------------------------------- one source

Reader = Callable[[str, Iterator[bytes], Fields, int], Iterator[Page | Problem]]


def _read_file(file: _File, fields: Fields, limit: int) -> Iterator[Page | Problem]:
    kind = _kind(file.path)
    if kind is None:
        yield Problem(file.name, f"not a kind of file that is read ({_kinds()})")
        return
    yield from _guarded(file.name, lambda: _read_opened(file, _READERS[kind], fields, limit))


def _read_opened(file: _File, reader: Reader, fields: Fields, limit: int) -> Iterator[Page | Problem]:
    if not stat.S_ISREG(os.stat(file.path).st_mode):  # a pipe or device would block, or never end
        raise Unreadable("not a regular file")
    with _opened(file.path) as stream:
        yield from _read_stream(file.name, stream, lambda _head: reader, fields, limit)


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path.lower().endswith(".gz"):
        with gzip.open(path, "rb") as unpacked:
            yield io.BufferedReader(unpacked)
    else:
        with open(path, "rb") as stream:
            yield stream


def _read_stream(
    name: str, stream: IO[bytes], choose: Callable[[bytes], Reader], fields: Fields, limit: int
) -> Iterator[Page | Problem]:
    """Read one open stream by the reader that its beginning asks for."""
    head = stream.read(CHUNK)
    rest = iter(lambda: stream.read(CHUNK), b"")
    yield from choose(head)(name, chain([head], rest), fields, limit)


def _guarded(name: str, read: Callable[[], Iterator[Page | Problem]]) -> Iterator[Page | Problem]:
    """What a reader gives, with its failure as a last ``Problem``."""
    try:
        yield from read()
    except Unreadable as error:
        yield Problem(name, str(error))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Problem(name, f"the compressed file is broken: {error}")
    except OSError as error:
        yield Problem(name, f"cannot be read: {error.strerror or error}")


def _sniff(head: bytes) -> Reader:
    """The reader for bytes that come without a name."""
    if head.startswith(b"%PDF-"):
        return _read_pdf
    try:
        text, _ = decode(_whole_lines(head))
    except Unreadable:
        text = head.decode("latin-1")
    start = text.lstrip()[:200]
    if re.match(r"(?i)<(!doctype html|html|head|\?xml|meta)", start):
        return _read_html
    return _read_records if re.match(r'\{\s*("|\})', start) else _read_text


def _whole_lines(head: bytes) -> bytes:
    """The beginning of a stream without the line that it cuts."""
    return head if len(head) < CHUNK else head[: head.rfind(b"\n") + 1] or head


def _gather(chunks: Iterable[bytes], limit: int) -> bytes:
    """All bytes of a page, unless they are too many: then no more than that is read."""
    held, size = [], 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Unreadable(_too_large(limit))
        held.append(chunk)
    return b"".join(held)


def _too_large(limit: int) -> str:
    return f"larger than the {limit:,} bytes that one page may have"


def make_page(name: str, text: str, *, title: str = "", site: str = "", day: date | None = None, url: str = "") -> Page:
    """Make a page of a text: line ends made one, the hash taken.

    Raises ``Unreadable`` for a text that is empty or is no text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable("empty: no text in it")
    refuse_litter(text)
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise Unreadable(f"half a surrogate pair at character {error.start}") from None
    return Page(name=name, text=text, sha256=digest, title=title, site=site, date=day, url=url)


def _read_text(name: str, chunks: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    """Plain text, and Markdown as it is: the splitter knows its headings."""
    text, _ = decode(_gather(chunks, limit))
    yield make_page(name, text)


# ----------------------------------------------------------------------------------------------------------------- records


def _read_records(name: str, chunks: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    """JSON lines: each line an object, each object a page. A line that is none is skipped, and the next one read."""
    head = next(chunks, b"")
    hint, chunks = _records_encoding(head, chain([head], chunks))
    empty = True
    for number, line in _lines(chunks, limit):
        if line is not None and line.strip() in (b"", codecs.BOM_UTF8):
            continue
        empty = False
        try:
            if line is None:
                raise Unreadable(_too_large(limit))
            yield _make_record(f"{name}#{number}", decode(line, hint)[0], fields)
        except Unreadable as error:
            yield Problem(f"{name}:{number}", str(error))
    if empty:
        raise Unreadable("empty: no record in it")


def _records_encoding(head: bytes, chunks: Iterator[bytes]) -> tuple[str, Iterator[bytes]]:
    """The encoding of the whole file, as a hint for its lines; UTF-16, whose lines cannot be cut at a byte, becomes UTF-8."""
    try:
        _, encoding = decode(_whole_lines(head))
    except Unreadable:
        marked = next((encoding for mark, encoding in MARKS if head.startswith(mark)), "")
        encoding = marked or ("utf-16-le" if head[1:2] == b"\0" else "utf-16-be" if head[:1] == b"\0" else "")
    if encoding.startswith(("utf-16", "utf-32")):
        return "utf-8", _transcode(chunks, encoding)
    return encoding, chunks


def _transcode(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk).encode("utf-8")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Unreadable(describe_break(encoding, error, len(error.object))) from None


def _lines(chunks: Iterator[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines of a stream from 1; nothing in place of a line that is larger than the limit, of which no more is held."""
    held: list[bytes] = []
    number, size = 1, 0
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            size += len(piece)
            yield number, (b"".join([*held, piece]) if size <= limit else None)
            number, held, size = number + 1, [], 0
        size += len(rest)
        if size > limit:
            held = []
        else:
            held.append(rest)
    if size:
        yield number, (b"".join(held) if size <= limit else None)


def _make_record(name: str, line: str, fields: Fields) -> Page:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not a line of JSON: {error}") from None
    if not isinstance(record, dict):
        raise Unreadable("a line of JSON that is not an object")
    text = record.get(fields.text)
    if not isinstance(text, str):
        raise Unreadable(f"no text in the field {fields.text!r}")

    def value(field: str) -> str:
        found = record.get(field)
        return found.strip() if isinstance(found, str) else ""

    return make_page(
        name, text, title=value(fields.title), site=value(fields.site), day=parse_day(value(fields.date)), url=value(fields.url)
    )


# ----------------------------------------------------------------------------------------------------------- HTML and PDF


def _read_html(name: str, chunks: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    data = _gather(chunks, limit)
    markup, _ = decode(data, declared_encoding(data))
    found = extract_article(markup)
    yield make_page(name, found.text, title=found.title, site=found.site, day=found.day, url=found.url)


def _read_pdf(name: str, chunks: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    """The text layer of a PDF, one page of it after the other, columns as they come."""
    try:
        import pypdf
    except ImportError:
        raise Unreadable("PDF needs the extra [pdf]: pip install 'xianzhi[pdf]'") from None
    data = _gather(chunks, max(limit, MAX_PDF_BYTES))
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is encrypted")
        texts = [page.extract_text() for page in reader.pages]
        title = (reader.metadata.title or "") if reader.metadata else ""
    except Unreadable:
        raise
    except pypdf.errors.DependencyError:
        raise Unreadable("the PDF is encrypted in a way that needs the package cryptography") from None
    except Exception as error:  # whatever a broken file makes of a parser: KeyError, RecursionError, struct.error ...
        raise Unreadable(f"the PDF is broken: {type(error).__name__}: {error}") from None
    text = "\n\n".join(text for text in texts if text.strip())
    if not text:
        raise Unreadable("the PDF has no text layer (a scan?)")
    yield make_page(name, text, title=str(title).strip())


_READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".jsonl": _read_records,
    ".ndjson": _read_records,
}
