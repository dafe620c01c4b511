"""What is learnt about quotations, and how it is used."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract.weighed import LIKELY, START, chance, signs

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def weigh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("weigh", ROOT / "seeds" / "weigh.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["weigh"] = module
    spec.loader.exec_module(module)
    return module


def chance_of(quoted: str, text: str) -> float:
    start = text.index(f"“{quoted}”")
    return chance(text, start, start + len(quoted) + 2)


# Own sentences of places that are in no training text; the same word stands before a name and before an image.
NAMES = [
    ("门前三包", "在绥江县中城镇，“门前三包”落实到每家商铺，街面一天比一天干净。"),
    ("五老夜话", "莱阳市河洛镇把“五老夜话”搬进农家院，老党员讲，年轻人听。"),
    ("村务公开栏目", "灵璧县借助“村务公开栏目”，让村民在电视上看得到账目。"),
    ("说事长廊", "金溪县秀谷镇的“说事长廊”每逢圩日开到晌午。"),
]
IMAGES = [
    ("急先锋", "在防汛一线，绥江县的民兵当起“急先锋”，连夜转运群众。"),
    ("大动脉", "这条路是莱阳市连接三个镇的“大动脉”。"),
    ("咱们村变样了", "灵璧县村民连声说“咱们村变样了”。"),
    ("绿色银行", "成片的油茶林成了金溪县农民的“绿色银行”。"),
]


@pytest.mark.parametrize(("quoted", "text"), NAMES)
def test_name_is_likely(quoted: str, text: str) -> None:
    assert chance_of(quoted, text) >= LIKELY


@pytest.mark.parametrize(("quoted", "text"), IMAGES)
def test_image_is_not(quoted: str, text: str) -> None:
    assert chance_of(quoted, text) < LIKELY


def test_signs_at_the_edges_of_a_text() -> None:
    assert "before " in set(signs("“红色物业”", 0, 6))
    assert "behind /" in set(signs("“红色物业”\n", 0, 6))


def test_marked_paragraphs(weigh: ModuleType) -> None:
    [(first, own), (second, _)] = weigh.from_marked("[某镇水厂]建成，{1|甲乙}落实，挡住{0|丙丁}，{?|戊己}。\n")
    assert (first, second) == (True, False)
    assert "word before 落实" not in own and "behind 落" in own


def test_cases_and_what_they_leave_open(weigh: ModuleType) -> None:
    text = "== a name\n某县推行“甲乙”机制，挡住“丙丁”，成立“戊己”协会。\n--\ninitiative | 甲乙\norganisation | 戊己协会\n"
    assert [answer for answer, _ in weigh.from_cases(text)] == [True, False]


def test_learning_is_the_same_each_time_and_tells_apart(weigh: ModuleType) -> None:
    examples = [(True, ("a", "c")), (True, ("a",)), (False, ("b", "c")), (False, ("b",))]
    weights = weigh.learn(examples)
    assert weights == weigh.learn(examples)
    assert weights["a"] > 0 > weights["b"] and abs(weights.get("c", 0)) < weights["a"]
    assert START in weights or weights["a"] > abs(weights["b"]) / 2


def test_rare_signs_are_left_out(weigh: ModuleType) -> None:
    assert "once" not in weigh.learn([(True, ("a", "once")), (True, ("a",)), (False, ("b",)), (False, ("b",))])
