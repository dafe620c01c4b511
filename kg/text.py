"""Chinese text as values: widths and punctuation folded with a map back, numerals read.

The fold never reorders: each character of the result stands for one character of the source, and ``offsets`` says which. Where
nothing has to be taken out the map is a plain range, so that clean text costs little more than one scan.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003134f"  #: for use inside a character class
BLANK = "□"  #: stands for each character of a name that is withheld
_MARKS = "，。：；？！（）“”‘’、《》〈〉【】〔〕…"
_WIDE = f"{HAN}{_MARKS}"
_GONE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\ufffe\u061c\r\x00"


def _make_table() -> dict[int, str]:
    """Characters that are replaced one for one wherever they stand."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E) if chr(code) not in _MARKS}
    table.update((ord(char), " ") for char in "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000")
    table.update((code, " ") for code in range(0x2000, 0x200B))
    table.update((ord(char), "|") for char in "丨│┃︱∣ǀ")
    table.update({0x2028: "\n", 0x2029: "\n"})
    table.update(zip(map(ord, "「」『』｢｣﹁﹂﹃﹄"), "“”‘’“”“”‘’", strict=True))
    table.update(zip(map(ord, "﹐﹑﹒﹔﹕﹖﹗｡､﹙﹚"), "，、.；：？！。、（）", strict=True))
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9)):  # radicals and compatibility forms, as PDF files have them
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    return table


_TABLE = _make_table()
_TO_MAP = re.compile(
    "["
    + "".join(re.escape(chr(code)) for code in sorted(_TABLE) if not 0x2F00 <= code < 0x2FD6 and not 0xF900 <= code < 0xFAD9)
    + "\u2f00-\u2fd5\uf900-\ufad8]"
)
_HALF = re.compile(r"[,:;?!()\"'.•・‧∙⋅\[]")
_COMMA = re.compile(f"(?=[!,:;?])(?:(?<=[{_WIDE}])[,:;?!]|[,:;?!](?=[{_WIDE}]))")
_SPACED = re.compile(f"(?<=[0-9A-Za-z%‰])[,;](?= [{HAN}“])")
_FULL = str.maketrans(",:;?!()", "，：；？！（）")
_STOP = re.compile(f"(?<=[{HAN}”）%])\\.(?= *(?:[{HAN}“]|$))(?!com|cn)", re.MULTILINE)
_PAIR = re.compile(r"\(([^()\n]*)\)")
_SQUARE = re.compile(f"\\[([^\\[\\]\n]*[{HAN}][^\\[\\]\n]*)\\](?![(（])")  # but no link of Markdown
_OPEN = re.compile(f"(?=[(])(?:(?<=[{_WIDE}])\\(|\\((?=[{_WIDE}]))")
_CLOSE = re.compile(f"(?<=[{_WIDE}])\\)|\\)(?=[{_WIDE}])")
_LINE_WITH_QUOTE = re.compile(r'[^\n]*"[^\n]*')
_QUOTE = re.compile('["“”]')
_SINGLE = re.compile(f"'([^'\n]*[{HAN}][^'\n]*)'")
_DOT = re.compile(f"(?<=[{HAN}])[•・‧∙⋅](?=[{HAN}])")
_HAS_HAN = re.compile(f"[{HAN}]")
_MAY_GO = re.compile(f"[{_GONE} ]|同志|（女|女）")  #: no text without one of these has anything to take out
_TAKEN = re.compile(f"[{_GONE}]+")

#: spaces that say nothing in any line: at its ends, after another space, beside a mark, between letters torn apart one by one
_EMPTY_SPACE = re.compile("(?=[ ])(?:^ +| +$|(?<= ) +| +(?=[，。：；？！）”’、》〉】〕])|(?<=[，。：；？！（“‘、《〈【〔]) +)")
_AFTER_NUMBER = re.compile(f"(?<=[{HAN}]) +([0-9][0-9.,:%—~-]*) +(?=[{HAN}])")
_TORN = re.compile(f"(?<![^ \n])[{HAN}](?: [{HAN}]){{3,}}(?![^ \n，。])")
#: not between the halves of a motto: “情系家乡 共谋发展”
_NO_COUPLET = "(?!" + "|".join(f"(?<=“[{HAN}]{{{half}}}) +[{HAN}]{{{half}}}”" for half in range(3, 9)) + ")"
#: not inside a name of two characters behind a title, which is told by its space: 县长马 林主持
_NO_SHORT_NAME = f"(?!(?<=[长记任席员理][{HAN}]) +[{HAN}](?:[^{HAN}]|[和与及同一说等主出参带先来到在介表指强要率深陪]))"
#: not behind who writes, at the head of the text: 记者马林 |某县召开…
_NO_WRITER = "".join(f"(?<!{role}[{HAN}]{{{size}}})" for role in ("记者", "通讯员") for size in (2, 3))
#: spaces that say nothing in running text: beside a number or a Latin word, and lone ones far from any other
_TEXT_SPACE = re.compile(
    "(?=[ ])(?:"
    f"(?<=[{HAN}])(?<![讯电]) +(?=[0-9A-Za-z“（《])|(?<=[0-9A-Za-z%”）》]) +(?=[{HAN}])|"
    f"(?<=[^ \n]{{5}})(?<=[{HAN}])(?<!讯)(?<!日电){_NO_COUPLET}{_NO_SHORT_NAME}{_NO_WRITER} +"
    f"(?=[{HAN}][^ \n]{{5}})(?![^（\n]{{0,40}}）)(?!通讯员|记者|摄影|文|[{HAN}]{{2,6}} ?[：:/|]|本[报网台])|"
    # a town set apart at the head of its paragraph: 石龙|镇委书记
    f"(?<=^[{HAN}]{{2}}) +(?=(?:镇|乡|街道)[党委政长人纪办])"
    ")"
)
#: what stands behind a name that a title introduces, and says nothing there: 县委书记马林同志|出席, 县长马林（女，回族）
_ADDRESS = re.compile(
    f"(?=[同（])(?:(?<=[长记任席员理委部][{HAN}]{{2}})|(?<=[长记任席员理委部][{HAN}]{{3}}))"
    f"(?:（(?:女|女，[{HAN}]{{1,5}}族|[{HAN}]{{1,5}}族，女)）|同志"
    "(?=[，。、；：）]|(?:出席|参加|列席|到会|主持|陪同|一同|一行|随同|带队|率队|先后|来到|深入|前往|[赴到在就对]|"
    "介绍|告诉|表示|指出|强调|要求|认为|说|讲话|致[辞词]|发言|[作做]|汇报|通报|宣读|传达|领学|分别|等)(?!们)))"
)
_LONG = 50  # a line of more characters, or with a full stop in it, is running text


def _fold_marks(text: str) -> str:
    """Half-width marks beside Chinese as full-width ones, straight quotes as pairs; the length stays."""
    if "," in text or ":" in text or ";" in text or "?" in text or "!" in text:
        text = _COMMA.sub(lambda found: found[0].translate(_FULL), text)
    if '"' in text:
        text = _LINE_WITH_QUOTE.sub(_pair_quotes, text)
    if "'" in text:
        text = _SINGLE.sub(r"‘\1’", text)
    if "(" in text or ")" in text:
        text = _PAIR.sub(lambda found: f"（{found[1]}）" if _near_han(found) else found[0], text)
        text = _CLOSE.sub("）", _OPEN.sub("（", text))
    if "[" in text:
        text = _SQUARE.sub(r"【\1】", text)
    if "," in text or ":" in text or ";" in text or "?" in text or "!" in text:
        text = _SPACED.sub(lambda found: found[0].translate(_FULL), text)
        text = _COMMA.sub(lambda found: found[0].translate(_FULL), text)  # once more: beside marks that have just been folded
    if "." in text:
        text = _STOP.sub("。", text)
    return _DOT.sub("·", text)


def _pair_quotes(line: re.Match[str]) -> str:
    """A line with its straight quotes as pairs, mixed ones too (“甲"); a line without Chinese, or with an odd one left, stays."""
    if not _HAS_HAN.search(line[0]):
        return line[0]
    pieces: list[str] = []
    done, opened = 0, False
    for quote in _QUOTE.finditer(line[0]):
        opened = not opened if quote[0] == '"' else quote[0] == "“"
        pieces += (line[0][done : quote.start()], "“" if opened else "”")
        done = quote.end()
    return line[0] if opened else "".join([*pieces, line[0][done:]])


def _near_han(found: re.Match[str]) -> bool:
    """Whether a bracket or quotation has Chinese in it or beside it."""
    around = found.string[max(found.start() - 1, 0) : found.start()] + found.string[found.end() : found.end() + 1]
    return bool(_HAS_HAN.search(found[1]) or _HAS_HAN.search(around))


def _find_cuts(text: str) -> list[tuple[int, int]]:
    """Stretches to take out of folded text: characters without width, spaces and addresses that say nothing. In order."""
    cuts = [found.span() for pattern in (_TAKEN, _ADDRESS) for found in pattern.finditer(text)]
    at = 0
    for line in text.split("\n"):
        if " " in line:
            cuts.extend(_find_spaces(line, at))
        at += len(line) + 1
    cuts.sort()
    return cuts


def _find_spaces(line: str, at: int) -> list[tuple[int, int]]:
    found = {(cut.start() + at, cut.end() + at) for cut in _EMPTY_SPACE.finditer(line)}
    for number in _AFTER_NUMBER.finditer(line):
        found.add((at + number.start(), at + number.start(1)))
        found.add((at + number.end(1), at + number.end()))
    for torn in _TORN.finditer(line):
        found.update((at + place, at + place + 1) for place in range(torn.start() + 1, torn.end(), 2))
    if len(line) > _LONG or "。" in line:
        found.update((cut.start() + at, cut.end() + at) for cut in _TEXT_SPACE.finditer(line))
    return _merge(sorted(found))


def _merge(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for lo, hi in cuts:
        if merged and lo < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(hi, merged[-1][1]))
        else:
            merged.append((lo, hi))
    return merged


def fold(text: str, start: int = 0) -> tuple[str, array[int]]:
    """Text in one form, with the source offset of each character and one more for the end.

    Full-width digits and letters become ASCII; marks beside Chinese become full-width; straight quotes become pairs. OCR spaces,
    characters without width and addresses behind a titled name (县长马林同志) are taken out. ``start`` is added to every offset.
    Line feeds stay where they are.
    """
    if _TO_MAP.search(text):
        text = text.translate(_TABLE)
    if _HALF.search(text):
        text = _fold_marks(text)
    end = start + len(text)
    if not _MAY_GO.search(text):
        return text, array("I", range(start, end + 1))
    pieces: list[str] = []
    offsets = array("I")
    done = 0
    for lo, hi in _find_cuts(text):
        if lo > done:
            pieces.append(text[done:lo])
            offsets.extend(range(start + done, start + lo))
        done = max(done, hi)
    pieces.append(text[done:])
    offsets.extend(range(start + done, end + 1))
    return "".join(pieces), offsets


def most_blanked(texts: Iterable[str]) -> str:
    """Of one text, blanked in several ways, the one with most blanks; the first in code point order of those."""
    return min(texts, key=lambda text: (-text.count(BLANK), text))


_DIGIT_FORMS = ("零〇○0", "一壹幺1", "二贰两2", "三叁3", "四肆4", "五伍5", "六陆6", "七柒7", "八捌8", "九玖9")
_DIGITS = {form: value for value, forms in enumerate(_DIGIT_FORMS) for form in forms}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_ARABIC = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+")


def parse_number(numeral: str) -> Decimal | None:
    """The value of a numeral, or None where it is none: ``3.5亿``, ``1.2万``, ``两千三百``, ``二〇二二``, ``三点五``, ``1334``.

    Percent signs, 余, 多, 近 and units are no part of a numeral.
    """
    numeral = numeral.strip().translate(_TABLE).replace(" ", "").replace("，", ",")
    if not numeral:
        return None
    if numeral[0] in "-－负" and len(numeral) > 1:
        value = parse_number(numeral[1:])
        return None if value is None else -value
    if _ARABIC.fullmatch(numeral):
        return Decimal(numeral.replace(",", ""))
    if "分之" in numeral:
        return _parse_fraction(*numeral.split("分之", 1))
    return _parse_scaled(numeral)


_SUM = re.compile(r"([\d.,]+)[余多]?(亿|千万|百万|万)?")
_FOREIGN = re.compile("(?=[日欧港美英])(?:" r"[美欧港日英]元|[美欧]金|英镑" ")")
_RANGE = re.compile(r"\d[\d.]*[亿万千百元]*(?:[-—–~～至到]{1,2})\d")


def parse_sum(text: str) -> Decimal | None:
    """The yuan that a sum of money amounts to (约15亿元), or None: of 5000万美元, whose rate is not known, and of 3亿至5亿元."""
    number = _SUM.search(text)
    if number is None or _FOREIGN.search(text) or _RANGE.search(text):
        return None
    return parse_number(number[1].replace(",", "") + (number[2] or ""))  # 4600|余|万元


def _parse_fraction(under: str, over: str) -> Decimal | None:
    below, above = parse_number(under), parse_number(over)
    return above / below if below and above is not None else None


def _parse_scaled(numeral: str) -> Decimal | None:
    """Sections closed by 万, 亿, 兆, each read on its own: 1亿2000万, 三亿五千万."""
    total = Decimal(0)
    for sign in "兆亿万":
        head, mark, tail = numeral.rpartition(sign)
        if not mark:
            continue
        value = parse_number(head)
        if value is None:
            return None
        total = value * _LARGE[sign]
        if not tail:
            return total
        rest = parse_number(tail) if tail[0] not in "点." else None
        if rest is None:
            return None
        if len(tail) == 1 and tail in _DIGITS and not tail.isdigit():
            rest *= _LARGE[sign] // 10  # 三万五 is 35000
        return total + rest
    return _parse_section(numeral)


def _parse_section(numeral: str) -> Decimal | None:
    """A numeral below 万: 两千三百, 二十五, 3千, 二〇二二, 三点一四."""
    whole, point, part = numeral.partition("点")
    if point:
        digits = "".join(str(_DIGITS[char]) for char in part if char in _DIGITS)
        value = _parse_section(whole)
        if value is None or not digits or len(digits) != len(part):
            return None
        return value + Decimal("0." + digits)
    if all(char in _DIGITS for char in whole):
        return Decimal("".join(str(_DIGITS[char]) for char in whole)) if whole else None
    return _parse_places(whole)


def _parse_places(numeral: str) -> Decimal | None:
    total, last, unit, after_zero = Decimal(0), "", 0, False
    for char in re.findall(r"[0-9]+(?:\.[0-9]+)?|.", numeral, re.DOTALL):
        if char in _SMALL:
            if unit and _SMALL[char] >= unit:
                return None
            unit = _SMALL[char]
            count = _read_digits(last) if last else Decimal(1)
            if count is None:
                return None
            total, last = total + count * unit, ""
        elif char in "零〇":
            last, after_zero = "", True
        elif not last and (char in _DIGITS or char[0].isdigit()):
            last = char
        else:
            return None
    if not last:
        return total
    count = _read_digits(last)
    if count is None:
        return None
    short = unit >= 100 and not after_zero and not last[0].isdigit()  # 三千五 is 3500
    return total + (count * unit / 10 if short else count)


def _read_digits(numeral: str) -> Decimal | None:
    if numeral in _DIGITS:
        return Decimal(_DIGITS[numeral])
    try:
        return Decimal(numeral)
    except InvalidOperation:
        return None
