"""The seed tables hold what extractors count on, and a bad row is refused with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import seeds
from kg.errors import SeedError


@pytest.mark.parametrize(
    ("table", "least"),
    [
        (seeds.departments, 1500),
        (seeds.national_bodies, 150),
        (seeds.titles, 1500),
        (seeds.not_titles, 700),
        (seeds.organisation_suffixes, 1500),
        (seeds.initiative_types, 700),
        (seeds.verbs, 10),
        (seeds.districts, 50_000),
        (seeds.zones, 1200),
        (seeds.zone_types, 80),
        (seeds.abbreviations, 100),
        (seeds.surnames, 1000),
        (seeds.name_characters, 10_000),
    ],
)
def test_table_is_complete_enough(table: Callable[[], tuple[object, ...]], least: int) -> None:
    assert len(table()) >= least


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("经济和信息化局", "工信局", "government"),
        ("卫生健康委员会", "卫健委", "government"),
        ("城市管理综合行政执法局", "城管局", "government"),
        ("人民代表大会常务委员会", "人大常委会", "government"),
        ("统一战线工作部", "统战部", "party"),
        ("机构编制委员会办公室", "编办", "party"),
        ("疾病预防控制中心", "疾控中心", "institution"),
        ("归国华侨联合会", "侨联", "society"),
        ("居民委员会", "居委会", "grassroots"),
        ("街道办事处", "办事处", "government"),
        ("新冠肺炎疫情防控指挥部", "疫情防控指挥部", "taskforce"),
        ("融媒体中心", "融媒体中心", "media"),
    ],
)
def test_department_by_any_form(form: str, name: str, kind: str) -> None:
    found = [row for row in seeds.departments() if form in row.forms]
    assert [(row.name, row.kind) for row in found] == [(name, kind)]


def test_bodies_ended_by_a_reform_are_rows_of_their_own() -> None:
    by_name = {row.name: row for row in seeds.departments()}
    assert by_name["国土资源局"].successor == "自然资源局"
    assert by_name["安监局"].successor == "应急管理局"
    assert "国土资源局" not in by_name["自然资源局"].forms


@pytest.mark.parametrize(
    ("title", "head", "implies"),
    [
        ("书记", "书记", "委"),
        ("区长", "区长", "政府"),
        ("检察长", "检察长", "检察院"),
        ("公安局长", "局长", "公安局"),
        ("社区书记", "书记", ""),
    ],
)
def test_title(title: str, head: str, implies: str) -> None:
    row = next(row for row in seeds.titles() if row.title == title)
    assert (row.head, row.implies) == (head, implies)


def test_every_head_is_a_title_of_its_own() -> None:
    titles = {row.title: row for row in seeds.titles()}
    assert [row.title for row in seeds.titles() if titles[row.head].head != row.head] == []


def test_ranks_follow_office() -> None:
    rank = {row.title: row.rank for row in seeds.titles()}
    assert rank["区长"] < rank["副区长"] < rank["局长"] < rank["副局长"] < rank["工作人员"]
    assert rank["书记"] < rank["副书记"] < rank["常委"]


def test_titles_and_words_that_are_no_titles_stay_apart() -> None:
    assert {row.title for row in seeds.titles()}.isdisjoint(row.word for row in seeds.not_titles())


def test_posts_the_guidelines_deny_are_no_titles() -> None:
    words = {row.word: row.person for row in seeds.not_titles()}
    assert {word: words.get(word) for word in ("老党员", "志愿者", "居民", "学生", "记者", "通讯员")} == {
        "老党员": "resident",
        "志愿者": "resident",
        "居民": "resident",
        "学生": "resident",
        "记者": "journalist",
        "通讯员": "journalist",
    }


def test_verbs_have_every_class() -> None:
    verbs = seeds.verbs()
    assert set(verbs) == seeds.VERB_CLASSES
    assert "调研" in verbs["inspect"] and "主持召开" in verbs["chair"] and "总投资" in verbs["invest"]


def test_suffixes_and_types() -> None:
    proper = {row.suffix: (row.kind, row.proper) for row in seeds.organisation_suffixes()}
    assert proper["有限公司"] == ("enterprise", True) and proper["领导小组"] == ("taskforce", False)
    bare = {row.type: (row.kind, row.bare) for row in seeds.initiative_types()}
    assert (
        bare["专项整治行动"] == ("campaign", True)
        and bare["活动"] == ("campaign", False)
        and bare["工作法"] == ("mechanism", True)
    )


@pytest.mark.parametrize(
    ("code", "name", "level", "parent", "short"),
    [
        ("410000", "河南省", "province", "", ("河南",)),
        ("150000", "内蒙古自治区", "province", "", ("内蒙古",)),
        ("130600", "保定市", "prefecture", "130000", ("保定",)),
        ("422800", "恩施土家族苗族自治州", "prefecture", "420000", ("恩施州", "恩施")),
        ("110101", "东城区", "county", "110000", ("东城",)),
        ("410104", "管城回族区", "county", "410100", ("管城区", "管城")),
        ("419001", "济源市", "county", "410000", ("济源",)),
        ("441900", "东莞市", "prefecture", "440000", ("东莞",)),
        ("441900101", "石碣镇", "township", "441900", ("石碣",)),
        ("130602001", "先锋街道", "township", "130602", ("先锋",)),
    ],
)
def test_district(code: str, name: str, level: str, parent: str, short: tuple[str, ...]) -> None:
    found = [row for row in seeds.districts() if row.code == code and row.status == "current"]
    assert [(row.name, row.level, row.parent, row.short) for row in found] == [(name, level, parent, short)]


def test_districts_form_a_tree() -> None:
    codes = {row.code for row in seeds.districts()}
    assert [row.code for row in seeds.districts() if row.parent and row.parent not in codes] == []
    assert sum(row.level == "province" for row in seeds.districts()) == 34
    assert all(len(form) > 1 for row in seeds.districts() for form in row.short)


def test_former_names_keep_the_code_they_had() -> None:
    former = {(row.code, row.name) for row in seeds.districts() if row.status == "former"}
    assert {("110103", "崇文区"), ("130123200", "南牛乡")} <= former


def test_statistics_pseudo_counties_are_zones() -> None:
    assert {row.level for row in seeds.districts() if len(row.code) == 6 and row.code[4] == "7"} == {"zone"}


def test_zone_short_forms() -> None:
    zone = next(row for row in seeds.zones() if row.name == "保定高新技术产业开发区")
    assert zone.city_code == "130600" and {"保定高新区", "高新区"} <= set(zone.short)


def test_abbreviations_name_districts() -> None:
    codes = {row.code for row in seeds.districts()}
    assert [row for row in seeds.abbreviations() if row.code not in codes or len(row.char) != 1] == []
    assert {row.code for row in seeds.abbreviations() if row.char == "豫"} == {"410000"}


def test_villages_of_a_township() -> None:
    assert "乐凯社区" in seeds.villages("130602001")
    assert seeds.villages("000000000") == ()


def test_names() -> None:
    assert list(seeds.surnames())[:2] == ["王", "李"] and "欧阳" in seeds.surnames()
    assert seeds.name_characters()["明"]["D"] > 0


def test_every_word_list_is_explained() -> None:
    readme = (seeds.seeds_dir() / "README.md").read_text(encoding="utf-8")
    lines = (seeds.seeds_dir() / "word_lists.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert {line.split(",")[0] for line in lines if f"`{line.split(',')[0]}`" not in readme} == set()


def test_sources_are_explained() -> None:
    readme = (seeds.seeds_dir() / "README.md").read_text(encoding="utf-8")
    tables = (seeds.departments, seeds.titles, seeds.organisation_suffixes, seeds.districts, seeds.zones, seeds.national_bodies)
    assert [key for key in sorted({row.source for table in tables for row in table()}) if f"`{key}`" not in readme] == []


DEPARTMENTS = "name,full,aliases,kind,levels,successor,source\n"
TITLES = "title,head,rank,sphere,implies,person,source\n"
SUFFIXES = "suffix,kind,proper,source\n"
DISTRICTS = "code,name,level,parent,short,status,source\n"
BAD_ROWS = [
    ("departments", DEPARTMENTS + "水利局,水利局,,goverment,cd,,xianzhi\n", r"departments\.csv:2: unknown kind 'goverment'"),
    ("departments", DEPARTMENTS + "水利局,水利局,,government,cx,,xianzhi\n", r"departments\.csv:2: levels 'cx'"),
    ("departments", DEPARTMENTS + "水利局,水利局,,government,cd,,\n", r"departments\.csv:2: no source"),
    (
        "departments",
        DEPARTMENTS + "水利局,,,government,cd,,a\n水务局,,水利局,government,cd,,a\n",
        r"departments\.csv:3: '水利局'.* second time",
    ),
    ("departments", DEPARTMENTS + "环保局,,,government,cd,环境局,a\n", r"departments\.csv:2: successor 环境局"),
    ("departments", "name,full\n", r"departments\.csv:1: columns name,full; expected name,full,aliases"),
    (
        "titles",
        TITLES + "区长,区长,one,government,,,a\n",
        r"titles\.csv:2: rank 'one' is no number",
    ),
    ("titles", TITLES + "区长,区长,4,state,,,a\n", r"titles\.csv:2: unknown sphere 'state'"),
    (
        "organisation_suffixes",
        SUFFIXES + "公司,enterprise,maybe,a\n",
        r"organisation_suffixes\.csv:2: unknown proper 'maybe'",
    ),
    ("initiative_types", "type,kind,bare,source\n活动,campaign\n", r"initiative_types\.csv:2: 2 cells; expected 4"),
    ("verbs", "verb,class,source\n说,speech,a\n说,speech,a\n", r"verbs\.csv:3: .*second time"),
    ("districts", DISTRICTS + "41000,河南省,province,,,current,a\n", r"districts\.csv:2: '41000'"),
    ("districts", DISTRICTS + "130600,保定市,prefecture,,,current,a\n", r"districts\.csv:2: '130600'"),
    ("districts", DISTRICTS + "410000,河南省,state,,,current,a\n", r"districts\.csv:2: unknown level 'state'"),
    ("name_characters", "text,roles,source\n明,D12,a\n", r"name_characters\.csv:2: roles 'D12'"),
    ("decisions", "left,right,verdict,why,who,date\na,b,equal,,x,2024-01-02\n", r"decisions\.csv:2: unknown verdict 'equal'"),
]


@pytest.mark.parametrize(("table", "text", "message"), BAD_ROWS)
def test_bad_row_names_file_and_line(
    table: str, text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{table}.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(seeds, "seeds_dir", lambda: tmp_path)
    read = getattr(seeds, table)
    with pytest.raises(SeedError, match=message):
        getattr(read, "__wrapped__", read)()


def test_missing_and_undecodable_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeds, "seeds_dir", lambda: tmp_path)
    with pytest.raises(SeedError, match=r"zones\.csv: No such file"):
        seeds.zones.__wrapped__()
    (tmp_path / "zones.csv").write_bytes(b"name,short,city_code,kind,source\n\xff,,,other,a\n")
    with pytest.raises(SeedError, match=r"zones\.csv:"):
        seeds.zones.__wrapped__()


def test_decisions_are_read_from_any_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("left,right,verdict,why,who,date\na,b,different,two towns,li,2024-01-02\n", encoding="utf-8")
    assert [(row.left, row.right, row.verdict) for row in seeds.decisions(file)] == [("a", "b", "different")]
    assert seeds.decisions() == ()
