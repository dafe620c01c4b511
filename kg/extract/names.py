"""Where a personal name ends: a surname, one or two given characters, and what the words after it make likely.

Names have no dictionary. ``高度重视`` begins with a surname and names nobody; in 郑小林详细询问 the name has three characters, in 张标列席会议
two. The likelihood of each reading is the product of the characters' frequencies in names (``seeds/name_characters.csv``)
and of the likeliest cut of the words that remain; the best reading wins.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from kg import seeds
from kg.words import words

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}")
# Characters of Mongolian, Tibetan, Uyghur … names as news writes them.
_TRANSLITERATED = frozenset(
    "阿巴布尔合吐买提江木热肉孜古丽依米艾力克斯拉图其格琴高娃日娜仁乌云苏和宝音特朝鲁孟萨娅雅呼格勒敖哈斯扎西尼玛多吉次旺卓嘎央宗措姆桑珠顿罗布达瓦平白拉巴登增格贡丹赤列洛才让旦索南加措卡努赛买麦迪吾居来"
)
WINDOW = 7
_LENGTHS = {2: log(0.16), 3: log(0.82), 4: log(0.02)}
UNSEEN = 0.3


class NameScorer:
    """Weighs readings of a stretch as a name."""

    def __init__(self) -> None:
        self.surnames = seeds.surnames()
        roles = seeds.name_characters()
        self._first = self._table(roles, "C")
        self._second = self._table(roles, "D")
        self._single = self._table(roles, "E")
        total = sum(self.surnames.values()) or 1
        self._surname = {name: log(count / total) for name, count in self.surnames.items() if count}
        self.compound = frozenset(name for name in self.surnames if len(name) == 2)

    @staticmethod
    def _table(roles: dict[str, dict[str, int]], role: str) -> tuple[dict[str, float], float]:
        counts = {char: by_role[role] for char, by_role in roles.items() if role in by_role and len(char) == 1}
        total = sum(counts.values()) or 1
        return {char: log(count / total) for char, count in counts.items()}, log(UNSEEN / total)

    def surname_at(self, text: str, position: int) -> str:
        """The surname that begins at ``position``, or empty."""
        two = text[position : position + 2]
        if two in self.compound:
            return two
        one = text[position : position + 1]
        return one if one in self._surname else ""

    def likelihood(self, name: str) -> float:
        """Log probability of a string given that a name stands there; -99 where it can be none."""
        surname = self.surname_at(name, 0)
        if not surname:
            return -99.0
        given = name[len(surname) :]
        if len(surname) == 2 and not 1 <= len(given) <= 2:
            surname, given = name[0], name[1:]
            if surname not in self._surname:
                return -99.0
        base = self._surname[surname] + _LENGTHS.get(len(name), -8.0)
        if len(given) == 1:
            return base + self._single[0].get(given, self._single[1])
        if len(given) == 2:
            return base + self._first[0].get(given[0], self._first[1]) + self._second[0].get(given[1], self._second[1])
        return -99.0

    def read(self, text: str, position: int, prior: float) -> tuple[int, float]:
        """How many characters the name at ``position`` has (0 for none), and by how much that reading wins.

        ``prior`` is the log odds that the context gives for a name: about 0 after a title, -6 anywhere.
        """
        dotted = _DOTTED.match(text, position)
        if dotted is not None and prior > -3:
            return dotted.end() - position, 5.0
        run = _HAN.match(text, position)
        if run is None:
            return 0, 0.0
        length = run.end() - position
        if not self.surname_at(text, position):
            if prior >= 0 and 3 <= length <= 6 and self._transliterated(run.group()):
                return length, 2.0
            return 0, 0.0
        if prior >= 0 and 4 <= length <= 6 and self._transliterated(run.group()):
            return length, 2.0
        return self._weigh(run.group()[:WINDOW], prior)

    @lru_cache(maxsize=50_000)  # noqa: B019 - one scorer lives as long as the process
    def _weigh(self, window: str, prior: float) -> tuple[int, float]:
        cost = words().cost
        none = cost(window)
        best, best_score, second = 0, none, -1e9
        for size in (2, 3, 4):
            if size > len(window):
                break
            name = window[:size]
            if size == 4 and name[:2] not in self.compound:
                continue
            score = prior + self.likelihood(name) + cost(window[size:])
            if words().frequency(name) > 3 and not words().tag(name).startswith("nr") and size == 2:
                score -= 3.0
            if score > best_score:
                second, best, best_score = best_score, size, score
            elif score > second:
                second = score
        return best, best_score - (none if best else second)

    @staticmethod
    def _transliterated(run: str) -> bool:
        return sum(char in _TRANSLITERATED for char in run) >= max(3, len(run) - 1)

    def is_name(self, name: str, prior: float) -> bool:
        """Whether a bounded string reads as a name rather than as words."""
        if _DOTTED.fullmatch(name):
            return True
        if not 2 <= len(name) <= 4 or not _HAN.fullmatch(name) or not self.surname_at(name, 0):
            return False
        if len(name) == 4 and name[:2] not in self.compound:
            return False
        penalty = 3.0 if words().frequency(name) > 3 and not words().tag(name).startswith("nr") else 0.0
        return prior - penalty + self.likelihood(name) > words().cost(name)


@lru_cache(maxsize=1)
def scorer() -> NameScorer:
    """The one scorer of this process, made at first use."""
    return NameScorer()
