"""The bodies of a district by their function: ``seeds/departments.csv`` indexed for look-up at a position."""

from __future__ import annotations

import re
from functools import lru_cache

from kg import seeds

SUBTYPES = {
    "party": "PartyBody", "government": "GovernmentBody", "enterprise": "Enterprise", "institution": "PublicInstitution",
    "grassroots": "GrassrootsBody", "taskforce": "TaskForce", "society": "Association", "media": "MediaOutlet",
}  # fmt: skip

# 政府|办好实事, 政府|办理提案: what a body does, no office of it.
_DOES = re.compile("[好过了完]|案(?!例)|起(?!草)|成(?!立|员)|实事|理(?!论|事|念)|学(?!习)|结(?!对)")
#: what 校 is the first character of behind 中学: 某中学|校园, not 某中学校|校长
OF_SCHOOL = tuple("长园门区友方内外舍党级团服董史训庆医车务")
Form = tuple[str, str, str, str]  #: form, canonical short name, subtype, levels


@lru_cache(maxsize=1)
def departments() -> dict[str, tuple[Form, ...]]:
    """First two characters (or one) → (form, canonical short name, subtype, levels), the longest form first."""
    table: dict[str, dict[str, tuple[str, str, str, str]]] = {}
    for row in seeds.departments():
        for form in (row.name, row.full, *row.aliases):
            key = form[:2] if len(form) > 1 else form
            table.setdefault(key, {}).setdefault(form, (form, row.name, SUBTYPES[row.kind], row.levels))
    return {key: tuple(sorted(forms.values(), key=lambda f: (-len(f[0]), f[0]))) for key, forms in table.items()}


@lru_cache(maxsize=1)
def department_ends() -> frozenset[str]:
    """The characters that names of departments end in, as :func:`match_department` gives them."""
    return frozenset(form[0][-1] for forms in departments().values() for form in forms) | {"室", "会"}


def match_department(text: str, position: int) -> Form | None:
    """The longest department name that begins at ``position``: form, canonical name, subtype, levels."""
    table = departments()
    for form in table.get(text[position : position + 2], ()):
        if text.startswith(form[0], position):
            end = position + len(form[0])
            if form[0][-1] == "办" and text.startswith("公", end):
                if text.startswith("公室", end):
                    return (form[0] + "公室", *form[1:])
                continue  # 镇政府|办公楼
            if form[0][-1] == "办" and len(form[0]) > 2 and _DOES.match(text, end) is not None:
                continue  # 市政府|办好民生实事
            if form[0][-1] == "校" and form[0].endswith("中学校") and text[end : end + 1] in OF_SCHOOL:
                continue  # 县第二中学|校长
            if form[0][-1] == "委" and len(form[0]) > 1 and text.startswith("员会", end):
                return (form[0] + "员会", *form[1:])  # 政协农业委|员会
            return form
    for form in table.get(text[position : position + 1], ()):
        return form
    return None
