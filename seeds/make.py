"""Rebuild the derived tables of this folder from the public lists that ``README.md`` names.

    python seeds/make.py RAW_DIR [OUT_DIR]

``RAW_DIR`` holds ``divisions/``, ``zones/`` and ``lexicons/``, laid out as ``README.md`` says. The tables that people write
(departments, titles, verbs, …) are not touched. Same lists, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

PEOPLES = (  # noqa: SIM905
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 "
    "柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 "
    "仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
).split()
PEOPLE = "(?:" + "|".join([f"{p}族" for p in PEOPLES] + [p for p in PEOPLES if len(p) > 1] + ["各族"]) + ")"
ZONE_WORD = re.compile(
    r"(开发区|高新区|经开区|新区|新城|园区|工业园|产业园|科技园|工业区|产业区|示范区|集聚区|集中区|管理区|度假区|风景区|保税区|试验区|实验区|合作区|物流园"
    r"|产业城|科技城|生态城|加工区|功能区|基地|园|港区|片区|组团)$"
)
NOT_DISTRICT = re.compile(r"(监狱|看守所|有限公司|公司|厂|管教所|教育管理所|戒毒所|良种|猪场|中心|分局|虚拟.*)$")
OFFICE_TAIL = re.compile(r"(类似乡级单位|筹备组|筹备处|管理委员会|管委会|管理办公室|党工委|办公室)$")
ZONE_FORMS = (  # full type, short type, kind
    ("高新技术产业开发区", "高新区", "hitech"),
    ("高新技术产业园区", "高新区", "hitech"),
    ("高新技术开发区", "高新区", "hitech"),
    ("高新技术产业区", "高新区", "hitech"),
    ("高新技术产业示范区", "高新区", "hitech"),
    ("农业高新技术产业示范区", "农高区", "hitech"),
    ("经济技术开发区", "经开区", "economic"),
    ("经济开发区", "经开区", "economic"),
    ("经济技术开发总区", "经开区", "economic"),
    ("城乡一体化示范区", "示范区", "demonstration"),
    ("先进制造业开发区", "先进制造业开发区", "economic"),
    ("现代服务业开发区", "现代服务业开发区", "economic"),
    ("产业集聚区", "产业集聚区", "industrial"),
    ("综合保税区", "综保区", "bonded"),
    ("自由贸易试验区", "自贸区", "freetrade"),
    ("旅游度假区", "度假区", "tourism"),
    ("工业园区", "工业园", "industrial"),
)
KIND_BY_WORD = (
    ("高新", "hitech"),
    ("经济", "economic"),
    ("经开", "economic"),
    ("保税", "bonded"),
    ("自由贸易", "freetrade"),
    ("自贸", "freetrade"),
    ("旅游", "tourism"),
    ("度假", "tourism"),
    ("风景", "tourism"),
    ("示范区", "demonstration"),
    ("试验区", "demonstration"),
    ("实验区", "demonstration"),
    ("工业", "industrial"),
    ("产业", "industrial"),
    ("新区", "newarea"),
    ("新城", "newarea"),
    ("开发区", "economic"),
)
PROVINCE_SHORT = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}
MORE_SHORT = {
    "科尔沁左翼中旗": "科左中旗",
    "科尔沁左翼后旗": "科左后旗",
    "科尔沁右翼前旗": "科右前旗",
    "科尔沁右翼中旗": "科右中旗",
    "察哈尔右翼前旗": "察右前旗",
    "察哈尔右翼中旗": "察右中旗",
    "察哈尔右翼后旗": "察右后旗",
    "乌拉特前旗": "乌前旗",
    "乌拉特中旗": "乌中旗",
    "乌拉特后旗": "乌后旗",
    "东乌珠穆沁旗": "东乌旗",
    "西乌珠穆沁旗": "西乌旗",
    "新巴尔虎左旗": "新左旗",
    "新巴尔虎右旗": "新右旗",
    "土默特左旗": "土左旗",
    "土默特右旗": "土右旗",
    "苏尼特左旗": "苏左旗",
    "苏尼特右旗": "苏右旗",
    "鄂托克前旗": "鄂前旗",
    "莫力达瓦达斡尔族自治旗": "莫旗",
    "鄂温克族自治旗": "鄂温克旗",
    "东乡族自治县": "东乡县",
    "前郭尔罗斯蒙古族自治县": "前郭县",
    "杜尔伯特蒙古族自治县": "杜蒙县",
    "阜新蒙古族自治县": "阜蒙县",
    "和布克赛尔蒙古自治县": "和丰县",
    "阿拉善左旗": "阿左旗",
    "阿拉善右旗": "阿右旗",
    "达尔罕茂明安联合旗": "达茂旗",
    "巴音郭楞蒙古自治州": "巴州",
    "克孜勒苏柯尔克孜自治州": "克州",
    "博尔塔拉蒙古自治州": "博州",
    "伊犁哈萨克自治州": "伊犁州",
    "喀喇沁左翼蒙古族自治县": "喀左县",
    "塔什库尔干塔吉克自治县": "塔县",
    "察布查尔锡伯自治县": "察县",
    "锡林郭勒盟": "锡盟",
    "呼和浩特市": "呼市",
    "乌鲁木齐市": "乌市",
    "哈尔滨市": "哈市",
    "阿坝藏族羌族自治州": "阿坝州",
    "黔东南苗族侗族自治州": "黔东南州",
    "石家庄市": "石市",
}

District = tuple[str, str, str, str, str, str, str]  # code, name, level, parent, short, status, source


def read_csv(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=delimiter)


def write_csv(path: Path, header: str, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def short_forms(name: str, level: str) -> str:
    """Short forms of a district's name, joined by ``|``: 管城回族区 → 管城区|管城; one character alone is none."""
    forms: list[str] = []
    if name in PROVINCE_SHORT:
        forms.append(PROVINCE_SHORT[name])
    elif name in MORE_SHORT:
        forms.append(MORE_SHORT[name])
    plain = re.sub(rf"(?<=..){PEOPLE}+(?=(?:自治[州县旗]|民族乡|乡|镇|区)$)", "", name)
    plain = re.sub(r"自治(?=[州县旗]$)", "", plain)
    plain = re.sub(r"民族乡$", "乡", plain)
    if plain != name and not name.endswith("自治区"):
        forms.append(plain)
    tail = {
        "province": r"(特别行政区|省|市)$",
        "prefecture": r"(市|地区|盟|州)$",
        "county": r"(特区|林区|新区|矿区|区|县|市|旗)$",
        "township": r"(街道|地区|办事处|民族苏木|苏木|镇|乡)$",
    }.get(level)
    if tail and not name.endswith("自治区"):
        forms.append(re.sub(tail, "", plain))
    if level == "county":  # 东乡族自治县 is 东乡县; 东乡族 is its people
        forms = [form for form in forms if not re.search(r"族[县旗]?$", form)]
    kept = [form for form in dict.fromkeys(forms) if len(form) > 1 and form != name]
    return "|".join(kept)


def six(code: str) -> str:
    return code.ljust(6, "0")


def clean_zone(name: str) -> str:
    return OFFICE_TAIL.sub("", name).removesuffix("的")


def clean_township(name: str, county: str) -> str:
    """A township's name alone: 济源市沁园街道 → 沁园街道, （工业园区）城南街道 → 城南街道, 东街街道办事处 → 东街街道."""
    name = re.sub(r"街道办事处$", "街道", re.sub(r"^（[^）]*）|（[^）]*）$", "", name))
    return name.removeprefix(county) if county and len(name) - len(county) > 2 else name


def is_pseudo(code: str) -> bool:
    """Statistics codes xxxx71 to xxxx79 stand for zones that are counted like counties."""
    return code[4] == "7"


def current_districts(raw: Path, vintage: str) -> Iterator[District]:
    """Provinces, prefectures, counties and townships of one year's statistics list."""
    folder, source = raw / "divisions" / f"nbs_{vintage}", f"nbs_{vintage}"
    cities: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in read_csv(folder / "provinces.csv"):
        yield six(row["code"]), row["name"], "province", "", short_forms(row["name"], "province"), "current", source
    for row in read_csv(folder / "cities.csv"):
        pseudo = row["name"] in {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
        cities[row["code"]] = six(row["provinceCode"] if pseudo else row["code"])
        names[row["code"]] = "" if pseudo else row["name"]
        if not pseudo:
            short = short_forms(row["name"], "prefecture")
            yield six(row["code"]), row["name"], "prefecture", six(row["provinceCode"]), short, "current", source
    for row in read_csv(folder / "areas.csv"):
        parent = cities[row["cityCode"]]
        if row["code"] == parent:  # a prefecture without counties is listed once more as its own county
            continue
        level = "zone" if is_pseudo(row["code"]) else "county"
        name = clean_zone(row["name"]) if level == "zone" else row["name"]
        names[row["code"]] = name
        short = zone_short(name, names[row["cityCode"]]) if level == "zone" else short_forms(name, "county")
        yield row["code"], name, level, parent, short, "current", source
    for row in read_csv(folder / "streets.csv"):
        if NOT_DISTRICT.search(row["name"]):
            continue
        name = clean_zone(clean_township(row["name"], names.get(row["areaCode"], "")))
        level = "township" if re.search(r"(街道|镇|乡|苏木|地区|办事处)$", name) or not ZONE_WORD.search(name) else "zone"
        places = (names[row["cityCode"]], names.get(row["areaCode"], ""))
        short = zone_short(name, *places) if level == "zone" else short_forms(name, "township")
        yield row["code"], name, level, row["areaCode"], short, "current", source


def former_counties(raw: Path, current: dict[str, str]) -> Iterator[District]:
    """Names of counties and prefectures that ended or changed in 1998 or later."""
    levels = {"省级": "province", "地级": "prefecture", "县级": "county"}
    for row in read_csv(raw / "divisions" / "county_history_1980_2025.csv"):
        code, name, level = row["代码"], row["名称"] or row["二级行政区"] or row["一级行政区"], levels[row["级别"]]
        if row["状态"] == "在用":
            if code not in current and level == "province":
                yield code, name, level, "", short_forms(name, level), "current", "areacodes"
            elif code not in current and level == "county" and not is_pseudo(code) and code[2:4] not in {"00"}:
                yield code, name, level, county_parent(code, current), short_forms(name, level), "current", "areacodes"
            continue
        end = row["变更/弃用时间"][:4]
        if current.get(code) == name or not end.isdigit() or int(end) < 1998 or "市辖区" in name:
            continue
        parent = county_parent(code, current) if level == "county" else six(code[:2])
        yield code, name, level, parent, short_forms(name, level), "former", "areacodes"


def county_parent(code: str, current: dict[str, str]) -> str:
    return six(code[:4]) if six(code[:4]) in current else six(code[:2])


def former_townships(raw: Path, current: Iterable[District], ended: Iterable[District]) -> Iterator[District]:
    """Townships of older lists that no township of the same prefecture now bears the name of, with the code they had.

    Those of a county that ``ended`` are its own.
    """
    here = {(code[:4], name) for code, name, *_ in current if len(code) == 9}
    counties = {code: name for code, name, *_ in current if len(code) == 6}
    holders = counties.keys() | {code for code, *_ in ended}
    seen: set[tuple[str, str]] = set()

    def former(code: str, name: str, source: str) -> Iterator[District]:
        name = clean_township(name, counties.get(code[:6], ""))
        if (code[:4], name) in here or (code[:6], name) in seen or not re.search(r"[一-鿿](街道|镇|乡|苏木)$", name):
            return
        seen.add((code[:6], name))
        parent = code[:6] if code[:6] in holders else county_parent(code, counties)
        yield code, name, "township", parent, short_forms(name, "township"), "former", source

    for vintage in ("2021", "2019"):
        for row in read_csv(raw / "divisions" / f"nbs_{vintage}" / "streets.csv"):
            yield from former(row["code"], row["name"], f"nbs_{vintage}")
    with (raw / "divisions" / "township_changes_2014_2023.csv").open(encoding="utf-8-sig", newline="") as lines:
        for cells in csv.reader(lines):
            found = [i for i, cell in enumerate(cells[:-1]) if re.fullmatch(r"\d{9}", cell.strip())]
            if found and "新设" not in cells[found[0] + 2] and re.fullmatch(r"[一-鿿]{2,14}", cells[found[0] + 1].strip()):
                yield from former(cells[found[0]].strip(), cells[found[0] + 1].strip(), "areacodes")


def zone_kind(name: str) -> str:
    return next((kind for word, kind in KIND_BY_WORD if word in name), "other")


def zone_short(name: str, *places: str) -> str:
    """Short forms of a zone in those places: 保定市高新技术产业开发区 → …|保定市高新区|保定高新区|高新区."""
    bare = name
    forms: list[str] = []
    for place in places:
        base = re.sub(r"(市|地区|区|县)$", "", place)
        for head in (place, base):
            if len(head) > 1 and bare.startswith(head) and len(bare) - len(head) >= 3:
                bare = bare[len(head) :]
                forms += [base + bare, bare]
                break
    for form in [name, *forms]:
        forms += [form[: -len(full)] + short for full, short, _ in ZONE_FORMS if form.endswith(full)][:1]
    return "|".join(form for form in dict.fromkeys(forms) if form != name and len(form) > 2)


def zones(raw: Path, districts: Iterable[District]) -> Iterator[tuple[str, str, str, str, str]]:
    """Functional zones: name, short forms, the code of their prefecture (or province), kind, source."""
    names = {code: name for code, name, *_ in districts if len(code) == 6}
    cities = [
        (name.removesuffix("市"), code)
        for code, name, level, *_, status, _ in districts
        if status == "current" and (level == "prefecture" or (level == "province" and name.endswith("市")))
    ]
    counties = [
        (re.sub("[市县区]$", "", name), six(code[:4]))
        for code, name, level, *_, status, _ in districts
        if level == "county" and status == "current" and len(name) > 2
    ]
    seen: set[tuple[str, str]] = set()

    def place(name: str) -> str:
        for table in (cities, counties):
            for short, code in sorted(table, key=lambda pair: (-len(pair[0]), pair[1])):
                if short in name:
                    return code
        return ""

    def zone(name: str, code: str, source: str) -> Iterator[tuple[str, str, str, str, str]]:
        if (name, code) in seen or not ZONE_WORD.search(name) or len(name) < 4:
            return
        seen.add((name, code))
        yield name, zone_short(name, names.get(code, "")), code, zone_kind(name), source

    def prefecture(code: str) -> str:
        return six(code[:4]) if six(code[:4]) in names else six(code[:2])

    for line in (raw / "zones" / "national_hitech_zones.txt").read_text(encoding="utf-8").split():
        yield from zone(line, place(line), "hitech_list")
    for file in ("stats_county_level_zones.csv", "stats_township_level_zones.csv"):
        for row in read_csv(raw / "zones" / file):
            if row.get("pseudo_code") == "0" and not row["name"].endswith("新区"):
                continue
            yield from zone(clean_zone(row["name"]), prefecture(row["code"]), "nbs_zones")
    for row in read_csv(raw / "zones" / "gov_relation_zone_names.csv"):
        name = clean_zone(row["name"])
        if place(name) or place(row["locations"]):
            yield from zone(name, place(name) or place(row["locations"]), "gov_relation")


def villages(raw: Path) -> Iterator[tuple[str, str]]:
    """One row for each town: its code and its villages and communities, in the order of their names."""
    towns: dict[str, set[str]] = {}
    with gzip.open(raw / "divisions" / "villages.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if re.fullmatch(r"\d{9}", row["town_code"]) and row["village"]:
                towns.setdefault(row["town_code"], set()).add(row["village"].replace("|", ""))
    for code in sorted(towns):
        yield code, "|".join(sorted(towns[code]))


def name_characters(raw: Path) -> Iterator[tuple[str, str, str]]:
    """Characters and words with the roles that they had beside and in names, count by role."""
    for line in (raw / "lexicons" / "person_roles.txt").read_text(encoding="utf-8").splitlines():
        text, *pairs = line.split(" ")
        counts = dict(zip(pairs[::2], pairs[1::2], strict=True))
        if re.fullmatch(r"[一-鿿·、，。：；（）“”()]+", text) and sum(map(int, counts.values())) > 1:
            yield text, "|".join(f"{role}:{count}" for role, count in sorted(counts.items())), "hanlp"


def make(raw: Path, out: Path) -> None:
    current = list(current_districts(raw, "2023"))
    current += [row for row in former_counties(raw, {code: name for code, name, *_ in current}) if row[5] == "current"]
    codes = {code: name for code, name, *_ in current}
    former = [row for row in former_counties(raw, codes) if row[5] == "former"]
    districts = [*current, *former, *former_townships(raw, current, former)]
    unique = {(row[0], row[1]): row for row in reversed(districts)}
    rows = sorted(unique.values(), key=lambda row: (row[0], row[5], row[1]))
    write_csv(out / "districts.csv", "code name level parent short status source", rows)
    write_csv(out / "zones.csv", "name short city_code kind source", sorted(zones(raw, rows), key=lambda row: (row[2], row[0])))
    with (out / "villages.csv.gz").open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(b"code,names\n")
        packed.writelines(f"{code},{names}\n".encode() for code, names in villages(raw))
    corpus = read_csv(raw / "lexicons" / "surnames.csv")
    surnames = [(row["NameB"], str(round(float(row["TF"]) * 10)), "names_corpus") for row in corpus]
    write_csv(out / "surnames.csv", "surname frequency source", sorted(surnames, key=lambda row: (-int(row[1]), row[0])))
    write_csv(out / "name_characters.csv", "text roles source", sorted(name_characters(raw)))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    make(Path(sys.argv[1]), Path(sys.argv[-1]) if len(sys.argv) == 3 else Path(__file__).parent)
