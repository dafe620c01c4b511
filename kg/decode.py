"""Bytes to text: UTF-8, UTF-16, GB 18030 (GBK, GB 2312) and Big5, told apart by the bytes. A wrong guess is worse than none."""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

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
#: Byte order marks and what they mark.
MARKS = (
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


class Unreadable(Exception):
    """A page cannot be read; the text says why. It becomes a ``Problem`` and never leaves ``read.read_pages``."""


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
    refuse_litter(text)
    return text, encoding


def _decode_marked(data: bytes) -> tuple[str, str] | None:
    """Bytes that begin with a byte order mark."""
    for mark, encoding in MARKS:
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
            raise Unreadable(describe_break("utf-8", error, len(data))) from None
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
        raise Unreadable(describe_break(encoding, error, len(data))) from None


def _could_be_other(data: bytes, text: str, hint: str) -> bool:
    """Whether bytes that are UTF-8, but not Chinese in it, make good Chinese in another encoding.

    That happens to few characters only: 联通 in GBK is UTF-8 too, and 在村 in UTF-16 is ASCII. A single character between
    ASCII is left to UTF-8: é is one in GBK.
    """
    if len(data) > _FEW or _canonical(hint) == "utf-8" or _likelihood(text)[1] > _LOG_MEAN:
        return False
    return any(guess.whole and guess.mean > _HINTED_MEAN and _TWO_BEYOND.search(guess.text) for guess in _guesses(data, hint))


def describe_break(encoding: str, error: UnicodeDecodeError, size: int) -> str:
    """Say where ``size`` bytes are not in the encoding."""
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


def refuse_litter(text: str) -> None:
    """Refuse a text of which a good part is no text: binary data, or characters that an earlier program lost."""
    controls = len(_CONTROL.findall(text))
    if controls > 2 and controls * 100 > len(text):
        raise Unreadable("binary data, not text")
    lost = len(_LOST.findall(text))
    if lost * 20 > len(text):
        raise Unreadable("its characters were lost before: too many of them stand for no character")
