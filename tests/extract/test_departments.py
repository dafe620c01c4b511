"""Bodies of a district by their function."""

from __future__ import annotations

import pytest

from kg.extract.departments import SUBTYPES, departments, match_department


@pytest.mark.parametrize(
    ("text", "form", "name", "subtype"),
    [
        ("教育局局长", "教育局", "教育局", "GovernmentBody"),
        ("市场监督管理局联合执法", "市场监督管理局", "市场监管局", "GovernmentBody"),
        ("委宣传部部长", "委宣传部", "委宣传部", "PartyBody"),
        ("人民检察院检察长", "人民检察院", "检察院", "GovernmentBody"),
        ("团委书记", "团委", "团委", "Association"),
    ],
)
def test_the_longest_form_at_a_position(text: str, form: str, name: str, subtype: str) -> None:
    match = match_department(text, 0)
    assert match is not None
    found, canonical, kind, _ = match
    assert (text[: len(found)], kind) == (form, subtype)
    assert canonical.removeprefix("委") == name.removeprefix("委")


def test_other_positions_and_other_words() -> None:
    match = match_department("岳西县教育局", 3)
    assert match is not None and match[0] == "教育局"
    assert match_department("教师节", 0) is None
    assert match_department("教育局", 3) is None


def test_the_table_is_keyed_by_how_forms_begin_and_sorted_by_length() -> None:
    for key, forms in departments().items():
        assert all(form[0].startswith(key) for form in forms)
        assert [len(form[0]) for form in forms] == sorted((len(form[0]) for form in forms), reverse=True)
        assert all(form[2] in SUBTYPES.values() and set(form[3]) <= set("pcdtv") for form in forms), key
