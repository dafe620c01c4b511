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
import math
import os
import re
import stat
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.errors import InputError
from kg.model import Page, Problem

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_BYTES = 8_000_000  #: bytes of one page (one line of a JSONL file), uncompressed
MAX_PDF_BYTES = 128_000_000  #: bytes of a PDF file, most of which are pictures and fonts
CHUNK = 1 << 16

# ---------------------------------------------------------------------------------------------------------------- sources


class Unreadable(Exception):
    """A page cannot be read; the text says why. It becomes a ``Problem`` and never leaves ``read_pages``."""


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
    _refuse_litter(text)
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise Unreadable(f"half a surrogate pair at character {error.start}") from None
    return Page(name=name, text=text, sha256=digest, title=title, site=site, date=day, url=url)


def _read_text(name: str, chunks: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    """Plain text, and Markdown as it is: the splitter knows its headings."""
    text, _ = decode(_gather(chunks, limit))
    yield make_page(name, text)


# -------------------------------------------------------------------------------------------------------------- encodings

# A page's encoding is the one in which its bytes make the likeliest text, by a model of single characters: how often Chinese
# print has the most common ones, the other characters that the standards call common (level 1 of GB 2312 and of Big5),
# its punctuation, and everything else. The two lists are the 400 most frequent characters of jieba's dictionary, in order,
# each with its traditional form where it has another. Of 12,000 stretches of 10 characters in GB 18030, Big5, UTF-16 and UTF-8
# it gets none wrong and refuses one in thirty, of 20 characters it gets all right; charset-normalizer is wrong on one in five of
# the former, one in twenty of the latter.
_MOST_COMMON = (
    "一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主长可过天作分方用多你着部能市"
    "等业全里工公经本都而高政法面门动日进区事代那去心小同北定开产前其军还然起种所"
    "國爲為這個來會時學說們於後發對長過業裏裡經門動進區開產軍還種"
)
_COMMON = (
    "如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西没此将员名手最东头者月间无安看见各城十相但已些正口通想度加第"
    "她合院物性战由位常点海意场武使次二向治因立数样身情入原问把路被并利石老教万知级量任江及应省资委务元美特期世湖回系比气汉总展电"
    "科金先声提品设或义王社很统处四首共马形己儿司太目基领队直计别女权话少流命至报米给打变果书清活几州华解议更称程今决张导术府才保"
    "交放管结师便走达族反再题色五京河接条规式县白它改风光运信受什组听布百济党指论强做取技黄神选记斯真却职号界件花类何眼兵传带空干"
    "农边据集联古广完质阳难增历史专官每住商即步认车台林必死游举线言皇土团收考求德叫近备研争非具李众连调感转笑"
    "現機體與當兩實麼關從內沒將員東頭間無見戰點場數樣問並萬級應資務氣漢總電聲設義統處馬兒領隊計別權話報給變書幾華議稱決張導術"
    "結師達題條規縣風運組聽濟黨論強黃選記卻職號類傳帶幹農邊據聯廣質陽難歷專認車臺遊舉線團備爭眾衆連調轉"
)
_PUNCTUATION = "，。、；：？！“”‘’（）《》【】「」『』·…—　〇％～"
_LOG_LEAD = 14.0  #: how much likelier the best reading must be than the next (natural logarithm: a million times)
_LOG_MEAN = -9.2  #: how likely its characters beyond ASCII must be, on the average: more so where they are few
_HINT = 12.0  #: what it counts that the file itself names the encoding
_HINTED_MEAN = -10.5  #: the same, where the file itself names the encoding
_FEW = 400  #: bytes; more of them are never UTF-8 by chance
_TWO_BEYOND = re.compile("[^\x00-\x7f]{2}")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file (picture, sound or film)"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF file with another ending"),
    (b"PK\x03\x04", "a ZIP file (or an Office document)"),
    (b"\x1f\x8b", "a gzip file without the ending .gz"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SIGN = re.compile("[\uff01-\uff5e\u2010-\u2642\u3000-\u303f\u3200-\u33ff]")  # full width, numbered signs, units, bullets
_LOST = re.compile("[\ufffd\ue000-\uf8ff\ufffe\uffff]")
_SEVEN_BIT = re.compile(rb"~\{[!-}]{2,}~\}|\x1b\$[()A-Z]")


@dataclass(frozen=True, slots=True)
class _Guess:
    """The bytes of a page read in one encoding."""

    encoding: str
    text: str
    whole: bool  #: the last character is not cut
    total: float  #: log likelihood of the text
    mean: float  #: of a character beyond ASCII
    bar: float  #: the least mean that is believed


def decode(data: bytes, hint: str = "") -> tuple[str, str]:
    """Turn the bytes of a page into text; give the text, without a byte order mark, and the encoding.

    The encoding is ``utf-8``, ``gb18030`` (which holds GBK and GB 2312), ``big5``, ``utf-16-le``, ``utf-16-be`` or, only with a
    byte order mark, UTF-32. ``hint`` is the encoding that the file itself names: it counts, but the bytes have the last word.
    Raises ``Unreadable`` with the reason, and rather than guess where two encodings would do.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"not text but {what}")
    text, encoding = _decode_marked(data) or _decode_utf8(data, hint) or _decode_guessed(data, hint)
    _refuse_litter(text)
    return text, encoding


def _decode_marked(data: bytes) -> tuple[str, str] | None:
    """Bytes that begin with a byte order mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_whole(data[len(mark) :], encoding), encoding
    return None


def _decode_utf8(data: bytes, hint: str) -> tuple[str, str] | None:
    """Bytes that are UTF-8, which other encodings hardly ever are by chance."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Bytes that are UTF-8 but for a few are a broken page in UTF-8; as GB 18030 they would be mojibake that decodes.
        good, cut = _sound_characters(data), error.end == len(data) and not data[: error.start].isascii()
        if good > 0.8 or cut:
            raise Unreadable(_broken("utf-8", error, len(data))) from None
        return None
    if text.isascii() and _SEVEN_BIT.search(data):
        raise Unreadable("text in HZ or ISO 2022, which are not read")
    if "\0" in text and (encoding := _by_nuls(data)):
        return _decode_whole(data, encoding), encoding
    if _could_be_other(data, text, hint):
        raise Unreadable("too little text to tell UTF-8 from a Chinese encoding")
    return text, "utf-8"


def _sound_characters(data: bytes) -> float:
    """The share of sound ones among the characters beyond ASCII, of bytes that are not all UTF-8."""
    beyond = [char for char in data.decode("utf-8", "replace") if char > "\x7f"]
    return 1 - beyond.count("\ufffd") / len(beyond)


def _by_nuls(data: bytes) -> str:
    """The kind of UTF-16 in which every other byte of ASCII, or nearly, is NUL; nothing where they are not so."""
    first, second = data[::2].count(0), data[1::2].count(0)
    if max(first, second) * 4 <= len(data) or max(first, second) <= 8 * min(first, second):
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _decode_whole(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(_broken(encoding, error, len(data))) from None


def _could_be_other(data: bytes, text: str, hint: str) -> bool:
    """Whether bytes that are UTF-8, but not Chinese in it, make good Chinese in another encoding.

    That happens to few characters only: 联通 in GBK is UTF-8 too, and 在村 in UTF-16 is ASCII. A single character between
    ASCII is left to UTF-8: é is one in GBK.
    """
    if len(data) > _FEW or _canonical(hint) == "utf-8" or _likelihood(text)[1] > _LOG_MEAN:
        return False
    return any(guess.whole and guess.mean > _HINTED_MEAN and _TWO_BEYOND.search(guess.text) for guess in _guesses(data, hint))


def _broken(encoding: str, error: UnicodeDecodeError, size: int) -> str:
    if error.end >= size and size - error.start < 4:
        return f"half a character at the end ({encoding})"
    return f"a byte that is not {encoding} at offset {error.start}"


def _decode_guessed(data: bytes, hint: str) -> tuple[str, str]:
    """Bytes that say nothing of their encoding: the one that makes the likeliest text, if it is likely and by far."""
    guesses = sorted(_guesses(data, hint), key=lambda guess: -guess.total)
    if not guesses or guesses[0].mean < guesses[0].bar:
        raise Unreadable("not text in UTF-8, UTF-16, GB18030 or Big5")
    best = guesses[0]
    if len(guesses) > 1 and best.total - guesses[1].total < _LOG_LEAD:
        raise Unreadable(f"too little text to tell {best.encoding} from {guesses[1].encoding}")
    if not best.whole:
        raise Unreadable(f"half a character at the end ({best.encoding})")
    return best.text, best.encoding


def _guesses(data: bytes, hint: str) -> list[_Guess]:
    """The bytes in each encoding that can hold them, its last character perhaps cut."""
    made = []
    for encoding in ("gb18030", "big5", "utf-16-le", "utf-16-be"):
        for codec in ("cp950", "big5hkscs") if encoding == "big5" else (encoding,):
            try:
                text, whole = data.decode(codec), True
            except UnicodeDecodeError as error:
                if not 0 < len(data) - error.start < 4:
                    continue
                text, whole = data[: error.start].decode(codec), False
            total, mean, beyond = _likelihood(text)
            if encoding == _canonical(hint):
                made.append(_Guess(encoding, text, whole, total + _HINT, mean, _HINTED_MEAN))
            else:
                made.append(_Guess(encoding, text, whole, total, mean, _LOG_MEAN + 2 / math.sqrt(beyond or 1)))
            break
    return made


def _canonical(encoding: str) -> str:
    """The encoding's name here, under whatever name a file gives it."""
    name = encoding.lower().replace("_", "-")
    if name in ("gb2312", "gbk", "gb-2312-80", "gb18030", "cp936", "x-gbk", "csgb2312", "euc-cn"):
        return "gb18030"
    return "big5" if name.startswith(("big5", "x-x-big5", "cp950")) else name


def _likelihood(text: str) -> tuple[float, float, int]:
    """The log likelihood of a text, the mean of that over its characters beyond ASCII, and how many these are."""
    weights, total, beyond, count = _weights(), 0.0, 0.0, 0
    for char, number in Counter(text).items():
        weight = weights.get(char)
        if weight is None:
            weight = _rare_weight(char)
        total += number * weight
        if char > "\x7f":
            beyond += number * weight
            count += number
    return total, beyond / count if count else -math.inf, count


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """The log probability of each usual character: its class's share of print, divided among the class."""
    level1 = _characters("gb2312", range(0xB0, 0xD8)) | _characters("big5", range(0xA4, 0xC7))
    weights = dict.fromkeys(level1, math.log(0.2 / 3400))  # of the 6,500 in both lists a page uses one list
    weights |= dict.fromkeys(_COMMON, math.log(0.3 / 300))
    weights |= dict.fromkeys(_MOST_COMMON, math.log(0.3 / 100))
    weights |= dict.fromkeys(_PUNCTUATION, math.log(0.12 / 25))
    weights |= {chr(code): math.log(0.01) for code in range(0x20, 0x7F)}
    weights |= dict.fromkeys("\n\r\t ", math.log(0.03))
    return weights


def _characters(encoding: str, leads: Iterable[int]) -> set[str]:
    pairs = (bytes((lead, trail)) for lead in leads for trail in chain(range(0x40, 0x7F), range(0xA1, 0xFF)))
    return {char for pair in pairs if len(char := pair.decode(encoding, "ignore")) == 1 and char >= "\u4e00"}


def _rare_weight(char: str) -> float:
    """The log probability of a character of no list."""
    if "\u4e00" <= char <= "\u9fff":
        return -14.5
    if _SIGN.match(char):
        return -11.0
    return -21.0


def _refuse_litter(text: str) -> None:
    """Refuse a text of which a good part is no text: binary data, or characters that an earlier program lost."""
    controls = len(_CONTROL.findall(text))
    if controls > 2 and controls * 100 > len(text):
        raise Unreadable("binary data, not text")
    lost = len(_LOST.findall(text))
    if lost * 20 > len(text):
        raise Unreadable("its characters were lost before: too many of them stand for no character")


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
        marked = next((encoding for mark, encoding in _BOMS if head.startswith(mark)), "")
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
        raise Unreadable(_broken(encoding, error, len(error.object))) from None


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
        name, text, title=value(fields.title), site=value(fields.site), day=_parse_day(value(fields.date)), url=value(fields.url)
    )


_DAY = re.compile(r"\s*(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)|\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_ZONED = re.compile(r"\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)")
_CHINA = timezone(timedelta(hours=8))


def _parse_day(text: str) -> date | None:
    """The day that a date field gives, or nothing. A time with a zone is the day that it is then in China."""
    try:
        if zoned := _ZONED.match(text):
            offset = zoned[3].replace("Z", "+00:00")
            offset = offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
            return datetime.fromisoformat(f"{zoned[1]}T{zoned[2]}:00{offset}").astimezone(_CHINA).date()
        if day := _DAY.match(text):
            year, month, number = (int(part) for part in day.groups() if part)
            return date(year, month, number)
    except (ValueError, OverflowError):
        pass  # 2024-02-30: a date field that gives no day
    return None


# -------------------------------------------------------------------------------------------------------------------- HTML

# selectolax (the Lexbor parser) and not lxml: it builds the tree that browsers build, whatever is broken in the markup, where
# libxml2's HTML parser follows HTML 4 and loses text after some errors; and it is several times quicker on whole pages.


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Where the systems that Chinese papers and governments publish with put the text of an article, surest first.
_CONTAINERS = (
    "#UCAP-CONTENT",
    ".TRS_Editor",
    ".trs_editor_view",
    "#js_content",
    "#ozoom",
    "founder-content",
    "#zoom",
    "#Zoom",
    "#zoomcon",
    "#articleContent",
    "#article-content",
    "#article_content",
    "#artibody",
    "#endText",
    "#rwb_zw",
    ".rm_txt_con",
    "#detail",
    "#content_area",
    "[itemprop=articleBody]",
    ".article-content",
    ".article_content",
    ".article-body",
    ".entry-content",
    ".post-content",
    "article",
    "main",
    "[role=main]",
    "#content",
    ".content",
)
_ENOUGH = 200  #: characters that make a container the article's, whatever else the page holds
_BETWEEN = 300  #: characters that may stand between a headline and the article's text: date, source, byline
_MAX_OPEN = 1000  #: elements open at once; browsers stop at 512, and parsing takes the square of it
_DROPPED = _words(
    "script style noscript template head title nav footer aside iframe object embed svg canvas audio video map button select "
    "input textarea datalist rt rp"
)
_PARAGRAPHS = _words(
    "p h1 h2 h3 h4 h5 h6 div section article main header blockquote pre table ul ol dl figure figcaption form fieldset center hr "
    "address details summary body caption"
)
_LINES = _words("li tr dt dd legend")
# Marks in the text while it is gathered, for ``_tidy``: an element that is a paragraph, or a line, begins or ends; <br>.
_PARAGRAPH, _LINE, _BREAK = "\n", "\f", "\r"
_MARKS = re.compile("([\n\f\r])")
_OPENING = dict.fromkeys(_PARAGRAPHS, _PARAGRAPH) | dict.fromkeys(_LINES, _LINE) | {"td": " ", "th": " ", "br": _BREAK}
_CLOSING = {tag: mark for tag, mark in _OPENING.items() if tag != "br"}
_HEADINGS = frozenset(("h1", "h2", "h3"))
_DROPPED_ROLES = _words("navigation banner contentinfo search menu menubar complementary toolbar dialog")
_DROPPED_NAMES = _words(
    "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs footer copyright share sharebar bdsharebuttonbox sidebar "
    "pagination pager"
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_DECLARED = re.compile(rb"""(?i)<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?\s*([\w.:-]+)""")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\v]")
_WIDE = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’—…"
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SOFT_WIDE = re.compile(f"(?<=[{_WIDE}])\v(?=[{_WIDE}])")
_SOFT = re.compile("[ \v]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SELF_CLOSED = _words(
    "p li td th tr tbody thead tfoot dt dd option optgroup a area base br col embed hr img input link meta param source track "
    "wbr html head body rt rp"
)
_TITLES = ("articletitle", "og:title", "title")
_SITES = ("og:site_name", "sitename", "contentsource", "source", "application-name")
_URLS = ("og:url",)
_DATES = (
    "article:published_time",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish_time",
    "publishtime",
    "firstpublishedtime",
    "datepublished",
    "og:release_date",
    "article:create_at",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)


def _read_html(name: str, chunks: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Page | Problem]:
    from selectolax.lexbor import LexborHTMLParser

    data = _gather(chunks, limit)
    declared = _DECLARED.search(data[:4096])
    markup, _ = decode(data, declared[1].decode("ascii") if declared else "")
    _refuse_nesting(markup)
    tree = LexborHTMLParser(markup)
    metas = _metas(tree)
    text = _article_text(tree)
    if not text:
        raise Unreadable("empty: no visible text in it")
    yield make_page(
        name,
        text,
        title=_first(metas, _TITLES) or _squeeze(_text_of(tree.css_first("title"))),
        site=_first(metas, _SITES),
        day=_published(tree, metas),
        url=_first(metas, _URLS) or _attribute(tree.css_first("link[rel=canonical]"), "href"),
    )


def _refuse_nesting(markup: str) -> None:
    """Refuse markup that opens elements without end: a parser that follows the standard takes minutes and gigabytes for it."""
    depth: Counter[str] = Counter()
    opened = 0
    for closing, name in _TAG.findall(markup):
        tag = name.lower()
        if tag in _SELF_CLOSED:
            continue
        if not closing:
            depth[tag] += 1
            opened += 1
            if opened > _MAX_OPEN:
                raise Unreadable(f"HTML with more than {_MAX_OPEN} elements open at once")
        elif depth[tag]:
            depth[tag] -= 1
            opened -= 1


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The page's ``<meta>`` fields by name in lower case; the first of a name that says anything."""
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        names = node.attributes
        key = (names.get("property") or names.get("name") or names.get("itemprop") or "").strip().lower()
        content = _squeeze(names.get("content") or "")
        if key and content:
            metas.setdefault(key, content)
    return metas


def _first(metas: dict[str, str], names: Iterable[str]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "").strip() if node is not None else ""


def _text_of(node: LexborNode | None) -> str:
    return node.text(deep=True) if node is not None else ""


def _squeeze(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _published(tree: LexborHTMLParser, metas: dict[str, str]) -> date | None:
    """The day of publication: from ``<meta>``, from what is marked up as it, or from the page's JSON-LD."""
    for name in _DATES:
        if name in metas and (day := _parse_day(metas[name])):
            return day
    for node in tree.css("[itemprop=datePublished], time[pubdate], article time[datetime]"):
        if day := _parse_day(_attribute(node, "datetime") or _attribute(node, "content") or _text_of(node)):
            return day
    for node in tree.css('script[type="application/ld+json"]'):
        if day := _linked_day(_text_of(node)):
            return day
    return None


def _linked_day(source: str) -> date | None:
    try:
        data = json.loads(source)
    except (ValueError, RecursionError):
        return None
    items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and isinstance(found := item.get("datePublished"), str):
            return _parse_day(found)
    return None


def _article_text(tree: LexborHTMLParser) -> str:
    """The visible text of the page's article where the page shows which part that is, or else of the whole page."""
    body = tree.body
    if body is None:
        return ""
    whole = _visible_text(body)
    for selector in _CONTAINERS:
        nodes = _outermost(body.css(selector))
        texts = [text for node in nodes if (text := _visible_text(node))]
        size = sum(map(len, texts))
        if size >= _ENOUGH or (size and size * 4 >= len(whole)):
            return _with_headline(tree, body, nodes[0], texts[0]) if len(texts) == len(nodes) == 1 else "\n\n".join(texts)
    return whole


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    ids = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(above.mem_id in ids for above in _above(node))]


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _with_headline(tree: LexborHTMLParser, body: LexborNode, container: LexborNode, text: str) -> str:
    """The container's text, with the headline that stands before it and what is between: date, source, byline.

    Many systems put the headline outside of the container. It is known by being in the page's title too.
    """
    title = "".join(_text_of(tree.css_first("title")).split())
    before = None
    for node in body.traverse():
        if node.mem_id == container.mem_id:
            break
        if node.tag in _HEADINGS and len(heading := "".join(_text_of(node).split())) >= 4 and heading in title:
            before = node
    if before is None or any(above.mem_id == before.mem_id for above in _above(container)):
        return text
    shown = frozenset(node.mem_id for start in (before, container) for node in chain([start], _above(start)))
    stretch = _visible_text(body, first=before, last=container, shown=shown)
    headline = _visible_text(before)
    if len(stretch) - len(text) - len(headline) <= _BETWEEN:
        return stretch
    return f"{headline}\n\n{text}"


def _visible_text(
    root: LexborNode, *, first: LexborNode | None = None, last: LexborNode | None = None, shown: frozenset[int] = frozenset()
) -> str:
    """The text of an element as a reader sees it: paragraphs and headings with an empty line between, rows and items on lines.

    ``first`` and ``last`` bound what is taken to the stretch between these two elements, both included; what is in ``shown``
    is never dropped (a page may hide its text until a script has run).
    """
    pieces: list[str] = []
    taking = first is None
    preformatted = 0
    for node, entering in _steps(root, shown):
        if entering and first is not None and node.mem_id == first.mem_id:
            taking = True
        if node.is_text_node:
            if taking:
                pieces.append(_plain(node.text_content or "", preformatted > 0))
            continue
        tag = node.tag or ""
        preformatted += (1 if entering else -1) if tag == "pre" else 0
        if taking:
            pieces.append((_OPENING if entering else _CLOSING).get(tag, ""))
        if not entering and last is not None and node.mem_id == last.mem_id:
            break
    return _tidy("".join(pieces))


def _steps(root: LexborNode, shown: frozenset[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Walk through an element's visible nodes in order, into each (true) and out of it; no recursion, as pages nest deeply."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering or node.is_text_node:
            continue
        stack.append((node, False))
        children = []
        child = node.child
        while child is not None:
            if child.is_text_node or (child.is_element_node and (child.mem_id in shown or not _is_dropped(child))):
                children.append((child, True))
            child = child.next
        stack.extend(reversed(children))


def _is_dropped(node: LexborNode) -> bool:
    """Whether an element is no part of what is read: code, forms, navigation, hidden things."""
    tag = node.tag or ""
    if tag in _DROPPED:
        return True
    names = node.attributes
    if not names:
        return False
    if "hidden" in names or names.get("aria-hidden") == "true" or _HIDDEN.search(names.get("style") or ""):
        return True
    if (names.get("role") or "").lower() in _DROPPED_ROLES:
        return True
    words = f"{names.get('class') or ''} {names.get('id') or ''}".lower().split()
    return tag != "body" and any(word in _DROPPED_NAMES for word in words)


def _plain(text: str, preformatted: bool) -> str:
    """The characters of a text node; a vertical tab stands for blanks with a line end in them, for ``_tidy`` to judge."""
    text = _INVISIBLE.sub("", text)
    if preformatted:
        return text.replace("\r\n", "\n").replace("\n", _BREAK)
    return _BLANKS.sub(lambda blanks: "\v" if "\n" in blanks[0] or "\r" in blanks[0] else " ", text)


def _tidy(text: str) -> str:
    """Join what stands on one line, as browsers do, and put at most one empty line between lines.

    A line end in the source between two wide characters is nothing, not a blank: Chinese is not spaced.
    """
    lines: list[str] = []
    gap = 0  # what the marks since the last line ask for: 1 a new line, 2 an empty line between
    text = _SOFT.sub(lambda blanks: "\v" if "\v" in blanks[0] else " ", text)
    for piece in _MARKS.split(_SOFT_WIDE.sub("", text).replace("\v", " ")):
        if piece == _PARAGRAPH:
            gap = 2
        elif piece == _LINE:
            gap = max(gap, 1)
        elif piece == _BREAK:
            gap = min(gap + 1, 2)
        elif line := piece.strip():
            lines.extend(["", line] if gap > 1 and lines else [line])
            gap = 0
    return "\n".join(lines)


# --------------------------------------------------------------------------------------------------------------------- PDF


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
