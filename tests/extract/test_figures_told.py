"""Of whom a figure tells: a body, a district, a project."""

import pytest

from kg.pipeline import read_page
from kg.read import make_page


def figures(text: str) -> dict[str, str]:
    """The label of the subject of each figure, by the figure as written."""
    reading = read_page(make_page("x.txt", text + "\n"))
    labels = {entity.id: entity.label for entity in reading.entities}
    told = [dict(fact.roles) for fact in reading.facts if fact.predicate == "figure"]
    return {str(roles["text"]): labels.get(str(roles.get("subject")), "") for roles in told}


SIGNED = "本报讯 8月2日，盐池县政府与隆基新能源有限公司签订惠安堡光伏发电项目协议。"


@pytest.mark.parametrize(
    ("said", "figure", "subject"),
    [
        ("该项目计划总投资5.2亿元，选址高沙窝镇，占地约3000亩。", "3000亩", "惠安堡光伏发电项目"),
        ("项目占地3000亩，建成后年均发电1.8亿千瓦时。", "1.8亿千瓦时", "惠安堡光伏发电项目"),
        ("高沙窝镇已建成大棚320座。", "320座", "高沙窝镇"),
        ("项目计划总投资5.2亿元。高沙窝镇已流转土地3000亩。", "3000亩", "高沙窝镇"),
    ],
)
def test_the_subject_of_a_figure(said, figure, subject):
    assert figures(SIGNED + said)[figure] == subject


def test_what_an_address_counts_is_nothing():
    assert "3栋" not in figures("本报讯 盐池县高沙窝镇的居民家住3栋，很高兴。")
