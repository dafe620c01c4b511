"""Pages that lost their lines, or have more of them than paragraphs, or keep marks of HTML."""

import pytest

from kg.layout import JOINED, break_lines, lay_out, strip_markup, unwrap
from kg.pipeline import read_page
from kg.read import make_page
from kg.split import split_page

REPORT = (
    "青阳县召开防汛调度会\n"
    "本报讯（记者 林小舟）6月3日，青阳县委书记何立群主持召开全县防汛调度会。县长周明远、副县长罗春生出席会议，"
    "县水利局局长彭大勇通报了水库蓄水情况，并就下一步的巡查值守作了安排。\n"
    "何立群要求，各乡镇要落实“三级包保”工作机制，把转移避险的责任压实到每一个村组、每一名干部。会后，他到蓉城镇察看了河道清淤现场。\n"
    "朱备镇党委书记沈建国说，镇里已经备足沙袋和编织袋，巡堤的人手也排好了班，只要雨情一到，值守人员十分钟之内都能上堤。\n"
)


def articles(text):
    return split_page(make_page("page.txt", text))[0]


def told(text):
    reading = read_page(make_page("page.txt", text))
    return {(entity.kind, entity.label) for entity in reading.entities}


def wrapped(text, width, indent=""):
    lines = [indent + line if "。" in line else line for line in text.split("\n")]
    return "\n".join(line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width))


# ── a page in one line ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_spaces_behind_paragraphs_become_lines():
    text = REPORT.strip().replace("\n", " ")
    assert break_lines(text) == REPORT.strip()
    assert break_lines(REPORT.strip().replace("\n", "\u3000")) == REPORT.strip()


def test_headline_source_and_people_of_a_page_in_one_line():
    body = REPORT.split("\n", 1)[1].replace("本报讯（记者 林小舟）", "").replace("\n", " ")
    (only, *rest) = articles("青阳县召开防汛调度会 抓早抓细 2021-06-04 09:10 来源：青阳新闻 作者：林小舟 何田 " + body)
    assert only.headline == "青阳县召开防汛调度会 抓早抓细"
    assert only.text[only.body :].startswith("6月3日，青阳县委书记")
    names = {byline.name for article in (only, *rest) for byline in article.bylines}
    assert names == {"林小舟", "何田"}


def test_two_reports_in_one_line_are_two():
    other = REPORT.replace("青阳县召开防汛调度会", "“春风行动”送岗到村").replace("林小舟", "方玉").replace("6月3日", "6月4日")
    both = articles((REPORT.strip() + "（通讯员 季平）\n" + other.strip()).replace("\n", " "))
    assert [article.headline for article in both] == ["青阳县召开防汛调度会", "“春风行动”送岗到村"]
    assert [byline.name for byline in both[0].bylines] == ["林小舟", "季平"]


@pytest.mark.parametrize(
    "line",
    [
        REPORT.replace("\n", ""),  # no space to break at
        "会议由县长 周明远 主持。" + "各乡镇汇报了巡查情况，" * 20 + "会后 何立群 到蓉城镇察看。",
        ". ".join(["六月的雨, 一场接一场"] * 20),
        " ".join(["张三", "李四", "王五"] * 40),
        "各乡镇汇报了情况， 会议作了安排。 " * 12,  # a space behind each mark is a way of setting
    ],
)
def test_other_long_lines_stay(line):
    assert break_lines(line) == line


def test_a_space_before_a_title_inside_a_paragraph_parts_nothing():
    line = REPORT.split("\n")[1] + " 县委常委、副县长 罗春生 主持座谈会，" + "大家就下一步的工作谈了想法，" * 8 + "形成了共识。"
    assert break_lines(line).count("\n") == 1


# ── text broken at the column's edge ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("width", [18, 24, 30, 36])
@pytest.mark.parametrize("indent", ["", "　　", "    "])
def test_wrapped_text_is_put_together(width, indent):
    report = REPORT + "".join(REPORT.splitlines(keepends=True)[1:])
    text = wrapped(report, width, indent) if indent else wrapped(report.replace("\n", "\n\n"), width)
    lines = [line.strip() for line in unwrap(text).replace(JOINED, "").split("\n") if line.strip()]
    assert lines == report.strip().split("\n")


def test_quotes_that_a_wrapped_line_tears_are_pairs():
    text = wrapped(REPORT.replace("“", '"').replace("”", '"').replace("\n", "\n\n"), 16)
    assert any(line.count('"') == 1 for line in text.split("\n"))
    assert told(text) == told(REPORT)


def test_a_page_with_a_line_to_each_paragraph_stays():
    assert unwrap(REPORT) == REPORT
    names = "\n".join(["青阳县防汛抗旱指挥部成员名单", *["何立群", "周明远", "罗春生", "彭大勇"] * 4])
    assert unwrap(names) == names


# ── marks of HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_tags_and_entities_are_taken_out():
    text = (
        '<div class="c"><h1>青阳县召开防汛调度会</h1><p>&nbsp;&nbsp;县长&#21608;明远<b>出席</b>会议。<br/>'
        "&ldquo;三级包保&rdquo;&copy;</p></div>"
    )
    plain = strip_markup(text)
    assert len(plain) == len(text)
    lines = [line.strip() for line in plain.replace(JOINED, "").split("\n") if line.strip()]
    assert lines == ["青阳县召开防汛调度会", "县长周明远出席会议。", "“三级包保”©"]


@pytest.mark.parametrize(
    "text", ["雨量<50毫米且>20毫米", "A&B；C&D;", "x < y > z", "<>", "&;&#0;&#99999999;", "&unknown;", "<县委>书记<县长>"]
)
def test_what_is_no_markup_stays(text):
    assert strip_markup(text) == text


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "".join(f"<p>{line}</p>" for line in text.split("\n")),
        lambda text: text.replace("\n", "<br>"),
        lambda text: text.replace("“", "&ldquo;").replace("”", "&#8221;"),
        lambda text: text.strip().replace("\n", " "),
        lambda text: wrapped(text, 22, "　　"),
    ],
)
def test_the_same_is_read_and_evidence_quotes_the_page(change):
    text = change(REPORT)
    page = make_page("page.txt", text)
    reading = read_page(page)
    assert {(entity.kind, entity.label) for entity in reading.entities} == told(REPORT)
    for fact in reading.facts:
        for evidence in fact.evidence:
            assert page.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 9,
        "<" * 3000,
        "&" * 3000,
        "<p" * 2000,
        "<!--" * 9000 + ">",
        " 。" * 3000,
        "甲乙丙 " * 60000 + "。 丁",
        "字" * 5000,
    ],
)
def test_as_many_characters_as_before(text):
    assert len(lay_out(text)) == len(text)


# ── no stops ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_paragraphs_without_stops_are_not_run_together():
    lines = [line for line in REPORT.strip().replace("。", "\n").split("\n") if line]
    (only,) = articles("\n\n".join(lines))
    assert only.text[only.body :].strip().split("\n")[1:] == lines[2:]


def test_torn_paragraphs_are_still_joined():
    text = REPORT.replace("何立群要求，各乡镇要落实", "何立群要求，各乡镇要\n\n落实").replace("巡堤的人手", "巡堤的\n\n人手")
    (only,) = articles(text)
    assert only.text == articles(REPORT)[0].text


# ── what stands around a report ──────────────────────────────────────────────────────────────────────────────────────────

BODY = (
    "10月12日，灵台县委常委、副县长郭振东到柳沟镇督导造林工作。镇党委书记白建军、镇长何秀英参加。\n"
    "郭振东强调，要深入实施“绿满柳沟”行动，确保全年任务完成。\n"
    "县林业局局长曹明远汇报了相关情况。\n"
)


@pytest.mark.parametrize(
    "above",
    [
        "柳沟镇部署秋冬造林 来源：灵台县人民政府 发布时间：2023-10-13 10:27:34\n\n",
        "柳沟镇部署秋冬造林 作者：周晓峰 发布时间：2023-10-13\n",
        "首页 > 新闻评论 柳沟镇部署秋冬造林\n\n",
        "• 当前位置：\n news\n柳沟镇部署秋冬造林\n阅读次数:\n1282\n",
        "柳沟镇部署秋冬造林\n\n《平凉日报》（2025年10月14日） 05版\n\n",
        "柳沟镇部署秋冬造林\n本文字数：516\n",
        "柳沟镇部署秋冬造林 |\n索引号 | 6207/2023-96 | 发文字号 | 号 |\n公开形式 | 主动公开 | 责任部门 | |\n",
        "柳沟镇部署秋冬造林_灵台新闻网_灵台县人民政府门户网站\n柳沟镇部署秋冬造林\n",
        "灵台县融媒体中心\n柳沟镇部署秋冬造林\n",
        "柳沟镇部署秋冬造林\n10-13 08:21   灵台县融媒体中心   石文涛、马小燕\n",
    ],
)
def test_the_headline_is_the_headline_alone(above):
    report = next(article for article in articles(above + BODY) if article.form == "article")
    assert report.headline == "柳沟镇部署秋冬造林"
    assert report.text[report.body :] == BODY


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (BODY + "图片\n记者：石文涛\n通讯员：马小燕\n编辑：方志远\n", ["石文涛", "马小燕"]),
        (BODY + "抢抓晴好天气 不误农时\n文/图 石文涛\n", ["石文涛", "石文涛"]),
        ("本报讯 石文涛 报道 " + BODY, ["石文涛"]),
        ("平凉10月13日讯（石文涛 马 燕） " + BODY, ["石文涛", "马燕"]),
        ("大众网记者 石文涛 通讯员 马小燕 平凉报道\n" + BODY, ["石文涛", "马小燕"]),
        (BODY[:-1] + "   （融媒记者石文涛 通讯员马小燕\n", ["石文涛", "马小燕"]),
        ("柳沟镇部署秋冬造林\n03-07 13:52   灵台县融媒体中心   石文涛、马小燕\n" + BODY, ["石文涛", "马小燕"]),
    ],
)
def test_writers_in_other_places(text, names):
    found = [byline for article in articles(text) for byline in article.bylines if byline.role != "editor"]
    assert [byline.name for byline in found] == names


def test_captions_between_paragraphs_close_nothing():
    first, second, third = BODY.splitlines()
    text = f"柳沟镇部署秋冬造林\n{first}\n植树现场 张晓宇 摄\n{second}\n县林业局局长曹明远讲话（张晓宇 摄）\n{third}\n"
    report = next(article for article in articles(text) if article.form == "article")
    assert report.text[report.body :] == BODY
    names = {byline.name for article in articles(text) for byline in article.bylines}
    assert names == {"张晓宇"}


def test_a_credit_under_a_last_line_is_not_of_the_next_report():
    other = "柳沟镇开展护林巡查\n10月15日，柳沟镇党委委员丁晓梅带队巡查林区。\n（陈小军）\n"
    both = articles("柳沟镇部署秋冬造林\n" + BODY + "郭振东在植树现场\n记者：石文涛\n" + other)
    assert [[byline.name for byline in article.bylines] for article in both] == [["石文涛"], ["陈小军"]]
    assert both[1].headline == "柳沟镇开展护林巡查"


def test_sections_in_two_halves_are_of_one_report():
    text = "柳沟镇部署秋冬造林\n{}联动多部门 宣讲进校园\n{}下沉到一线 苗木保供应\n{}".format(*BODY.splitlines(keepends=True))
    assert len(articles(text)) == 1


@pytest.mark.parametrize("below", ["新闻推荐\n", "相关阅读\n", "下一篇：没有了\n"])
def test_what_a_site_recommends_is_left_out(below):
    text = BODY + below + "种粮老人吐心声\n兴山县委书记余长河到高桥乡看望种粮大户。\n"
    found = [article for article in articles(text) if "余长河" in article.text]
    assert len(found) == len(articles(text)) - 1
    assert "余长河" not in articles(text)[0].text


def test_forum_codes_and_bare_entities_are_taken_out():
    text = "[align=left][size=4]县长[b]黄志坚[/b]实施ldquo;健康沙溪rdquo;行动。[/size][/align]"
    assert strip_markup(text).replace(JOINED, "") == "县长黄志坚实施“健康沙溪”行动。"
    assert strip_markup("[注1]见[图2]，[b]") == "[注1]见[图2]，[b]"
