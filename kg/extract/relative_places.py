"""Districts said relatively, by their unit word: 该区, 我市, and 街道 alone at the head of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import PlaceValue
from kg.model import Kind, Mention
from kg.patterns import needing

_RELATIVE = re.compile(
    r"(?:该|本(?!区域)|我(?!们))(自治区|省|市|区(?!域|间|别)|县|旗(?!帜)|镇|乡(?!亲|村)|街道|办事处|村(?!民|里|庄|委|集体|组)|社区(?!居民自)|小区|园区|州|盟|地区|(?<=我)街(?![道坊区头巷上边]))"
)
# How a sub-district that is called 街 calls its committee: |街|党委书记甲, 由|街|党工委牵头.
_STREET = needing("党委 党工委", "(?:(?<![一-龥])|(?<=[由和与]))街(?=党工?委)")
# A unit word alone at the head of a clause, as its subject: 街道还…, 社区建立….
_BARE_UNIT = needing(
    "乡 村 镇 园区 社区 街道",
    r"(?<=[，。；\n”])(?:全)?(街道|社区|镇|乡|村|园区)(?=[还也今每推建开实设办牵联与自已将为通把专坚组又投采探发引编位坐](?!委|子))",
)
_RELATIVE_LEVEL = {
    **dict.fromkeys(("省", "自治区"), "province"),
    **dict.fromkeys(("州", "盟", "地区"), "prefecture"),
    **dict.fromkeys(("县", "旗"), "county"),
    **dict.fromkeys(("市", "区"), ""),
    **dict.fromkeys(("镇", "乡", "街道", "办事处"), "township"),
    **dict.fromkeys(("村", "社区"), "community"),
    "小区": "compound",
    "园区": "zone",
}


def find_relative(text: str) -> Iterator[Mention]:
    """该区, 我市, and unit words alone at the head of a clause."""
    for match in _RELATIVE.finditer(text):
        unit = match.group(1) if match.group(1) != "街" else "街道"
        value = PlaceValue(match.group(), _RELATIVE_LEVEL[unit], relative=unit)
        yield Mention(Kind.DISTRICT, match.start(), match.end(), match.group(), "districts.relative", 0.95, value)
    for match in _STREET.finditer(text):
        value = PlaceValue("街", "township", relative="街道")
        yield Mention(Kind.DISTRICT, match.start(), match.end(), "街", "districts.bare", 0.7, value)
    for match in _BARE_UNIT.finditer(text):
        unit = match.group(1)
        value = PlaceValue(match.group(), _RELATIVE_LEVEL[unit], relative=unit)
        yield Mention(Kind.DISTRICT, match.start(), match.end(), match.group(), "districts.bare", 0.7, value)
