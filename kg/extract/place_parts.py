"""What the ways of reading districts share: endings, words that are no names, and what stands beside a name.

For example 街道|旁 is no sub-district, 园区 ends a zone's name, and after 在 or a comma a name may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg import seeds
from kg.context import ZONE_WORDS
from kg.extract.base import Found, PlaceValue
from kg.extract.edges import SINGLE_STOPS
from kg.gazetteer import Place, gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

TOWNSHIP = needing(
    "乡 镇 街道 苏木",
    r"街道(?!上|两|旁|边|、|（)|镇|乡(?!村|亲|镇|愁|土|音|贤|风|党委书记们)|苏木",
)
# Each branch begins with a plain character, and none with a look behind: so the engine skips quickly to where one can begin.
ZONE = re.compile(
    rf"{'|'.join(f'国家{word}' for word in ZONE_WORDS.split('|'))}|{ZONE_WORDS}|"
    rf"华侨(?:旅游经济|经济管理|经济开发|农场管理|投资|经济|管理)区|"
    rf"工业集中区|产业集中区|经济协作示范区|新片区(?=[建设管党、，。])|生态旅游区|文化旅游区|度假旅游区|旅游区|工业集聚区|工业聚集区|产业聚集区|工业项目区|深度合作区|经济合作区|产业合作区|合作示范区|"
    rf"试验区(?=管理局|管委会|党工委)|实验区(?=管理局|管委会|党工委)|产业新城|加工园区?|双创园区?|孵化园区?|电商园区?|双新产业园|化工城|科技新城|合作区(?=党工委|管委会)|先行区(?=管理局|管委会|党工委)|国家(?:地质|森林|湿地)公园|自然保护区(?!管理|管委|管护局)|"
    rf"工业城|科学城|科技城|生物城|大学城|医药城|物流基地|产业基地|新材料园区?|化工园区?|物流港|临空经济区|经济区(?=管委会|党工委|管理委员会|党委|(?:常务)?副?主任)|经济区(?<=[近滨临]海经济区|空港经济区|陆港经济区|高铁经济区)|自贸片区|保税港区|农高区|产业园区?|工业园区?|物流园区?|科技园区?|创业园|"
    rf"创新园区?|服务园区|高科园|科创园|智造园|新城区(?<=[东南西北]部新城区)|新城(?=管委会|党工委|管理委员会)|新城(?<=[东南西北中]部新城)|加工区|新城(?<=[镇乡道]..新城)|新城(?<=[镇乡道]...新城)|现代农业园区|文创园区?|文化园区?|农业园区?|示范园区?|孵化园|火炬园|软件园|生态园|园区"
)
# Ordinary words that end like a place and name none.
NO_PLACE_NAMES = seeds.word_list("no_place_names")
DIGITS = re.compile(r"^[\d一二三四五六七八九十百千两几多余]+(?:个|余|多)?$")
USUAL = 100  # the dictionary's count of a verb in use
NAME_TAGS = ("ns", "nz", "nr", "nrt", "nt")
STRAY = re.compile(r"[，。、；：！？\s]")


def free_before(text: str, start: int) -> bool:
    """Whether what stands before a position is no name's character: the beginning, a mark, 在, 到."""
    before = text[start - 1 : start] if start else ""
    return not before or not "\u4e00" <= before <= "\u9fff" or before in SINGLE_STOPS or before in "省市州县区"


def occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


@lru_cache(maxsize=64)
def towns_of(code: str) -> dict[str, Place]:
    """The townships of a county by their own parts: 阿旺 for 阿旺镇."""
    units = ("街道", "镇", "乡", "苏木", "地区")  # 王平地区 is 王平镇 in the news
    return {
        place.name.removesuffix(unit): place
        for place in (sorted(gazetteer().children(code), key=lambda town: town.current) if code else ())
        for unit in units
        if place.level == "township" and place.name.endswith(unit) and len(place.name) - len(unit) > 1
    }


def _in_order(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a long one in the same order."""
    rest = iter(name)
    return all(char in rest for char in short)


def is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def is_resultative(word: str) -> bool:
    """建好, 管住, 抓实: what is done well."""
    return len(word) == 2 and word[1] in "好住实牢强优大" and words().tag(word[0])[0] == "v"


def short_street(text: str, stop: int, found: Found) -> Mention | None:
    """南西|街道 for 南京西路街道, 长寿|街道 for 长寿路街道: the characters of one 街道 of the page, in order."""
    names = {hit.name for hits in found.context.hits.values() for hit in hits if hit.name.endswith("街道")}
    for size in (3, 2):
        short = text[stop - size : stop] if stop >= size else ""
        fits = [name for name in names if len(name) > size + 2 and short[:1] == name[0] and _in_order(short, name[:-2])]
        if len(fits) == 1 and short and (free_before(text, stop - size) or text[stop - size - 1] in "有等"):
            value = PlaceValue(fits[0], "township", found.context.code(fits[0]))
            start, end = stop - size, stop + 2
            return Mention(Kind.DISTRICT, start, end, text[start:end], "districts.short_street", 0.85, value)
    return None
