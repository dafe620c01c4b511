"""Pages as newspapers and sites lay them out, taken apart. All names are invented, the sentences are our own."""

from __future__ import annotations

import hashlib
import random
from datetime import date
from pathlib import Path

import pytest

from kg.model import Article, Page
from kg.split import find_sentence_spans, split_page
from kg.text import fold


def page_of(text: str, **fields: object) -> Page:
    return Page("page.txt", text, hashlib.sha256(text.encode()).hexdigest(), **fields)  # type: ignore[arg-type]


def split(text: str, **fields: object) -> tuple[Article, ...]:
    """The articles of a page, each checked against what every article must hold."""
    page = page_of(text, **fields)
    articles, problems = split_page(page)
    assert articles or problems
    for article in articles:
        check(article, page)
    return articles


def check(article: Article, page: Page) -> None:
    assert len(article.offsets) == len(article.text) + 1
    assert article.text.endswith("\n")
    assert article.headline == " ".join(article.text[: article.body].splitlines())
    for sentence in article.sentences:
        assert sentence.text.strip()
        assert page.text[sentence.start : sentence.end] == sentence.text
        assert article.locate(sentence.lo, sentence.hi) == (sentence.start, sentence.end)
    for byline in article.bylines:
        assert " " not in byline.name
        assert fold(page.text[byline.start : byline.end])[0].replace(" ", "") == byline.name


def body_of(article: Article) -> list[str]:
    return article.text[article.body :].splitlines()


def names_of(article: Article) -> str:
    return " ".join(f"{byline.role[0]}:{byline.name}" for byline in article.bylines)


PAPER = """

同心同德谋发展 群策群力开新局

抓好春耕备耕 保障粮食安全

云台县春耕生产全面展开

本报讯（记者张一丹）3月2日上午，云台县河口镇的麦田里一片繁忙，农机手驾驶着旋耕机来回穿梭。

“今年的农资备得足，心里踏实。”河口镇副镇长李二长说，镇里还组织了农技服务队，在确保质量

的情况下加快进度，力争月底前完成播种任务。

“小院议事”解民忧

本报讯（记者张一丹 通讯员王三水）“路灯亮了，晚上出门不怕了。”3月1日，家住城关镇柳林小区的赵四平说。

柳林小区建成二十多年，设施老化。城关镇推行“小院议事”制度，居民的事居民商量着办。



3月1日，志愿者在云台县人民公园清理垃圾。 本报记者 钱五海 摄



村民学剪纸

3月3日，河口镇文化站组织村民学习剪纸。

活动吸引了三十多名村民参加，大家在老师的指导下剪出了一幅幅喜庆的作品。

孙六山 摄
"""


def test_a_newspaper_page() -> None:
    articles = split(PAPER)
    assert [article.headline for article in articles] == [
        "抓好春耕备耕 保障粮食安全 云台县春耕生产全面展开",
        "“小院议事”解民忧",
        "",
        "村民学剪纸",
    ]
    assert [article.form for article in articles] == ["article", "article", "caption", "article"]
    assert [names_of(article) for article in articles] == ["r:张一丹", "r:张一丹 c:王三水", "p:钱五海", "p:孙六山"]
    assert [article.date for article in articles] == [None] * 4
    assert body_of(articles[0])[0].startswith("3月2日上午，云台县河口镇")
    assert "在确保质量的情况下加快进度" in articles[0].text
    assert body_of(articles[2]) == ["3月1日，志愿者在云台县人民公园清理垃圾。"]
    assert len(body_of(articles[3])) == 2


def test_ids_and_numbers() -> None:
    articles = split(PAPER)
    page = page_of(PAPER)
    assert [article.id for article in articles] == [f"{page.sha256[:12]}-{number:03d}" for number in (1, 2, 3, 4)]
    assert {article.page for article in articles} == {page.sha256}


def test_masthead_people_and_date() -> None:
    articles = split(f"2021年3月4日 星期四\n编辑:吴七 校对:周八方 组版:郑 九\n{PAPER}")
    assert articles[-1].form == "masthead"
    assert names_of(articles[-1]) == "e:吴七 e:周八方 e:郑九"
    assert [article.date for article in articles[:2]] == [date(2021, 3, 2), date(2021, 3, 1)]


def test_headlines_grouped_away_from_their_bodies() -> None:
    articles = split(
        """# 云台县召开防汛工作会议

## 马一川到柳林社区调研养老服务

本报讯(记者张一丹) 6月8日,云台县防汛工作会议召开,县委书记何二江主持会议并讲话。

会议要求压实防汛责任。

本报讯(记者王三水) 6月9日,县长马一川到柳林社区调研养老服务工作。

马一川察看了社区食堂。
"""
    )
    assert [article.headline for article in articles] == ["云台县召开防汛工作会议", "马一川到柳林社区调研养老服务"]
    assert [names_of(article) for article in articles] == ["r:张一丹", "r:王三水"]
    assert "社区食堂" in articles[1].text


def test_grouped_headlines_go_by_shared_words_not_by_order() -> None:
    articles = split(
        """河口镇建成三座冷库

柳林社区办起长者食堂

本报讯（记者张三）柳林社区的长者食堂日前开门迎客，社区老人吃饭不再发愁，食堂每天供应三餐。

本报讯（记者李四）河口镇新建的三座冷库日前投用，果农的水果有了安身之处，可以错峰上市销售。
"""
    )
    assert [article.headline for article in articles] == ["柳林社区办起长者食堂", "河口镇建成三座冷库"]


def test_subheads_stay_in_their_article() -> None:
    articles = split(
        """凝心聚力 城关镇交出高质量发展答卷

城关镇位于云台县中心，近年来，城关镇党委坚持党建引领，城关镇的产业、环境、民生都有了新变化。

抓项目 强产业 工业园区添动能

城关镇党委书记何二江带队招商，城关镇工业园区引进企业六家，总投资三亿元，目前有四家已经投产。

优环境 惠民生 百姓生活有保障

城关镇建成口袋公园八处，改造老旧小区五个。城关镇党委还开办了长者食堂，受到居民欢迎。

（通讯员 赵四平）
"""
    )
    assert len(articles) == 1
    assert articles[0].headline == "凝心聚力 城关镇交出高质量发展答卷"
    assert "抓项目 强产业 工业园区添动能" in body_of(articles[0])
    assert names_of(articles[0]) == "c:赵四平"


def test_an_article_without_credit_ends_where_the_next_one_begins() -> None:
    """The second text has a credit of its own and none of the names that the first comes back to."""
    articles = split(
        """暖心食堂办到家门口

柳林社区的长者食堂开张了。柳林社区党支部书记马一川说，长者食堂每天供应三餐，马一川和同事们还给行动不便的老人送餐。

开张三个月，长者食堂接待老人五千人次，马一川的手机里存满了老人的电话，柳林社区的老人都说好。

坚守雨夜保畅通

八月的一个雨夜，县公路局养护工孙六山接到电话，省道边坡塌方。孙六山披上雨衣赶往现场，和工友清理到天亮，道路恢复通行。

孙六山干养护工已有二十年，手上满是老茧，走遍了辖区每一段公路。

（通讯员 钱五海）
"""
    )
    assert [article.headline for article in articles] == ["暖心食堂办到家门口", "坚守雨夜保畅通"]
    assert [names_of(article) for article in articles] == ["", "c:钱五海"]


def test_briefs_and_continued_pieces() -> None:
    articles = split(
        """部门动态

●近日，县税务局走进企业宣讲政策，解答疑问。
（通讯员 张三 李四）

●日前，县文化馆推出剪纸课程，市民可免费参加。
（通讯员 王五）

（上接第1版）

会议指出，要抓好春耕生产，保障农资供应。
（记者 赵六）

会议传达了上级精神，部署下一步工作，
何二江主持会议。（下转第4版）
"""
    )
    assert [article.form for article in articles] == ["brief", "brief", "continued", "article"]
    assert [article.headline for article in articles] == [""] * 4
    assert [names_of(article) for article in articles] == ["c:张三 c:李四", "c:王五", "r:赵六", ""]
    assert body_of(articles[3]) == ["会议传达了上级精神，部署下一步工作，何二江主持会议。"]


def test_a_caption_inside_an_article_does_not_end_it() -> None:
    articles = split(
        """云台县修好农村路

本报讯（记者张三）近日，云台县新修的农村公路通车，村民出行更加方便快捷。

全县今年计划修路六十公里，已完成四十公里。

图为新修的农村公路。李四 摄

下一步，县交通局将加强养护，让好路长久管用。
"""
    )
    assert [article.form for article in articles] == ["article", "caption"]
    assert "让好路长久管用" in articles[0].text
    assert names_of(articles[1]) == "p:李四"


def test_a_caption_between_headline_and_report_leaves_the_headline_to_the_report() -> None:
    articles = split("云台县修好农村路\n\n新修的公路。通讯员 供图\n\n云台日报讯（通讯员 张三）5月6日，新修的公路通车。\n")
    assert [(article.form, article.headline) for article in articles] == [("caption", ""), ("article", "云台县修好农村路")]


def test_a_reporter_line_under_the_headline() -> None:
    articles = split("云台县修好农村路\n\n本报记者 张三 通讯员 李四 文/图\n\n近日，云台县新修的农村公路通车。\n")
    assert names_of(articles[0]) == "r:张三 c:李四 p:张三 p:李四"
    assert articles[0].headline == "云台县修好农村路"


def test_a_government_site() -> None:
    articles = split(
        """您当前的位置 : 首页 > 新闻中心 > 工作动态
马一川检查安全生产工作
发布时间：2023-05-06 10:20 来源：县政府办 作者：张三 浏览次数：120
　　5月5日，县长马一川到城关镇检查安全生产工作，察看了加油站、商场等重点场所的消防设施。
　　马一川要求，时间：再紧也不能放松检查。
　　副县长何二江参加检查。
（责任编辑：李四）
相关链接
县委召开常委会
打印本页
""",
    )
    assert len([article for article in articles if article.form == "article"]) == 1
    article = articles[0]
    assert article.headline == "马一川检查安全生产工作"
    assert article.date == date(2023, 5, 5)
    assert names_of(article) == "r:张三"
    assert body_of(article)[-1] == "副县长何二江参加检查。"
    assert names_of(articles[-1]) == "e:李四"


def test_a_plain_article() -> None:
    text = "县里召开春耕会议。\n会议由何二江主持。"
    articles = split(text, date=date(2024, 2, 3), title="春耕会议召开")
    assert len(articles) == 1
    assert articles[0].headline == ""
    assert articles[0].text == text + "\n"
    assert list(articles[0].offsets[: len(text)]) == list(range(len(text)))
    assert articles[0].date == date(2024, 2, 3)


def test_the_pages_title_is_the_headline_only_where_the_text_begins_with_it() -> None:
    text = "春耕会议召开 县里召开春耕会议，何二江主持会议并讲话。"
    assert split(text, title="春耕会议召开")[0].headline == "春耕会议召开"
    assert body_of(split(text, title="春耕会议召开")[0]) == ["县里召开春耕会议，何二江主持会议并讲话。"]
    assert split(text, title="别的题目")[0].headline == ""


def test_a_round_up_is_a_row_of_articles() -> None:
    articles = split(
        """云台县苹果出口量创新高
今年前五个月，云台县出口苹果一万吨，同比增长两成。
柳河大桥主体工程完工
连接两岸的大桥全长八百米，计划年底通车。
青年歌手大赛报名启动
十六周岁以上的歌唱爱好者都可以在网上报名参赛。
"""
    )
    assert [article.headline for article in articles] == [
        "云台县苹果出口量创新高",
        "柳河大桥主体工程完工",
        "青年歌手大赛报名启动",
    ]


def test_text_broken_at_the_columns_edge() -> None:
    text = """　　近日，云台县河口镇的果园里一派繁
忙景象，果农们抢抓农时修剪果树。镇
里组织农技服务队走进田间地头，手把
手地教果农施肥剪枝，受到一致好评。
　　“有了技术指导，今年准是个丰收年
景。”果农张三说，他家的十亩果园已经
全部完成修剪，正在施用有机肥料。
　　下一步，河口镇将继续做好服务，带
动更多农户增收致富。
"""
    articles = split(text)
    assert [len(body_of(article)) for article in articles] == [3]
    assert "一派繁忙景象" in articles[0].text
    assert "丰收年景" in articles[0].text


def test_repeated_text_is_dropped() -> None:
    whole = "连日来，县公安局民警坚守各个路口，为过往车辆提供服务，八月十日还组织教官到一线送教，提高民警执法水平。"
    torn = "教官们讲解了安全距离、\n\n文明用语等内容，民警们认真记录。"
    parts = ["送教上门", f"本报讯（记者张三）{whole}", torn, f"送教结束后，{whole[3:]}", whole, "民警们收获很大。"]
    articles = split("\n\n".join(parts))
    assert body_of(articles[0]) == [whole, torn.replace("\n", ""), "民警们收获很大。"]


def test_formulas_that_an_article_repeats_on_purpose_stay() -> None:
    formula = "已由云台县第五届人民代表大会常务委员会第十二次会议于二〇二三年五月六日审议通过，现予公布，自公布之日起施行。"
    text = f"第一号公告说，《节水办法》{formula}\n第二号公告说，《绿化办法》{formula}"
    assert body_of(split(text)[0]) == text.splitlines()


def test_columns_read_in_a_wrong_order_leave_no_copies_at_the_beginning() -> None:
    articles = split(
        """云台县推行“一网通办”

本县排名居全市第一位。

为方便群众，该县再增设十个自助服务点。

“一网通办”推行以来，云台县办件四万件，在各

县排名居全市第一位。

为方便群众，该县再增设十个自助服务点。
"""
    )
    assert body_of(articles[0]) == [
        "“一网通办”推行以来，云台县办件四万件，在各县排名居全市第一位。",
        "为方便群众，该县再增设十个自助服务点。",
    ]


@pytest.mark.parametrize(
    ("text", "fields", "day"),
    [
        ("本报讯（记者张三）5月6日，开会。", {"date": date(2023, 5, 7)}, date(2023, 5, 6)),
        ("本报讯（记者张三）12月30日，开会。", {"date": date(2023, 1, 2)}, date(2022, 12, 30)),
        ("本报讯（记者张三）近日，开会。", {"date": date(2023, 1, 2)}, None),
        ("本报讯（记者张三）昨日，开会。", {"date": date(2023, 1, 2)}, None),
        ("本报讯（记者张三）县里开会。", {"date": date(2023, 1, 2)}, date(2023, 1, 2)),
        ("本报讯（记者张三）“我今天就去。”5月6日，李四说。", {"date": date(2023, 5, 7)}, date(2023, 5, 6)),
        ("本报讯（记者张三）2021年5月6日，开会。", {}, date(2021, 5, 6)),
        ("本报讯（记者张三）5月6日，开会。", {}, None),
        ("本报讯（记者张三）5月6日，开会。", {"url": "http://a.cn/2022/0507/12.html"}, date(2022, 5, 6)),
        ("新华社郑州1月5日电（记者 张三）县里开会。", {"date": date(2023, 1, 5)}, date(2023, 1, 5)),
        ("本报讯（记者张三）2月29日，县里召开新冠肺炎防控会议。", {}, date(2020, 2, 29)),
        ("本报讯（记者张三）2月28日，县里召开新冠肺炎防控会议。", {}, None),
        ("本报讯（记者张三）1月8日，村口查验行程卡。\n2021年暑假，李四就报名参加了值守。", {}, date(2022, 1, 8)),
        ("本报讯（记者张三）1月8日，村口查验行程卡。\n到2021年暑假，李四将报名参加值守。", {}, None),
        ("本报讯（记者张三）截至5月6日，全县完工八成。", {"date": date(2023, 5, 8)}, date(2023, 5, 8)),
    ],
)
def test_dates(text: str, fields: dict[str, object], day: date | None) -> None:
    assert split(text, **fields)[0].date == day


@pytest.mark.parametrize(
    "marked",
    [
        "县里开会。|会议由何二江主持！|散会了吗？|还没有",
        "“心里踏实。”李四说。|他又笑了。",
        "“心里踏实。”镇党委书记李四表示，要干好工作。|散会。",
        "“路灯亮了，晚上不怕了。”|3月1日，家住城关镇的赵四平高兴地对来访的工作人员说。",
        "他说：“今年好。明年更好！”|大家鼓掌。",
        "高喊“加油！”的孩子跑过来。|他笑了。",
        "全镇（含三个村。另有两个社区）都来了。|散会。",
        "他说：“路通了；灯亮了；水清了。”",
        "“您好！”|“请出示证件。”|检查有序进行。",
        "“没有闭合的引号。|后面还有一句。",
        "太好了！！！|真的？！|是的……",
        "第一行没有句号\n第二行。|第三句。",
        "出台《办法》。|实施“六个一”工程。",
        "“" + "我们要把工作做细做实。|" * 7 + "大家一起努力。”李四说。|会议结束。",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(text[lo:hi] for lo, hi in find_sentence_spans(text)) == marked.replace("\n", "|")


def test_headline_lines_are_sentences() -> None:
    article = split(PAPER)[0]
    assert [article.text[sentence.lo : sentence.hi] for sentence in article.sentences][:2] == [
        "抓好春耕备耕 保障粮食安全",
        "云台县春耕生产全面展开",
    ]


@pytest.mark.parametrize("text", ["", " \n\n　\n", "\ufeff"])
def test_an_empty_page_is_a_problem(text: str) -> None:
    articles, problems = split_page(page_of(text))
    assert articles == ()
    assert [problem.where for problem in problems] == ["page.txt"]


def test_a_page_of_only_a_masthead_is_a_problem() -> None:
    articles, problems = split_page(page_of("2020年2月20日 星期四\n编辑:吴七 校对:周八方\n新闻热线:12345678\n"))
    assert [article.form for article in articles] == ["masthead"]
    assert articles[0].date == date(2020, 2, 20)
    assert len(problems) == 1
    assert "no article" in problems[0].what


def test_any_piece_of_a_page_can_be_split() -> None:
    chance = random.Random(3)
    junk = " 　\n\n\t\u200b。，“”（）()\"':：！？、·#*●记者摄文图/通讯员本报讯电年月日０12\x00🙂abc—…"
    for _ in range(400):
        lo = chance.randrange(len(PAPER))
        letters = list(PAPER[lo : lo + chance.randrange(5, 400)])
        for _ in range(chance.randrange(25)):
            at = chance.randrange(len(letters) + 1)
            letters[at : at + chance.randrange(2)] = chance.choice(junk)
        split("".join(letters))


def test_splitting_is_a_pure_function() -> None:
    assert split_page(page_of(PAPER)) == split_page(page_of(PAPER))


SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared pages are not here")
def test_real_pages_hold_what_every_article_must() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        articles = split(path.read_text(encoding="utf-8"))
        assert len(articles) > 3
        assert any(article.bylines for article in articles)


def test_names_alone_under_a_headline() -> None:
    articles = split(
        """00022版：今日河口

小区来了“楼道管家”

钱一昀 沈二禾

傍晚六点，柳林小区的凉亭里坐满了人，大家围着一张改造图讨论。

小区建成于2009年，有住户1460户。
"""
    )
    assert [article.headline for article in articles] == ["小区来了“楼道管家”"]
    assert names_of(articles[0]) == "r:钱一昀 r:沈二禾"


def test_two_words_under_a_headline_are_no_names() -> None:
    articles = split("柳林小区换新颜\n\n安居 乐业\n\n近日，柳林小区完成改造，居民们住得舒心。\n")
    assert names_of(articles[0]) == ""
    assert articles[0].headline == "柳林小区换新颜 安居 乐业"


def test_a_picture_credit_of_a_body_is_no_text() -> None:
    articles = split(
        """县医院下乡义诊

本报讯（通讯员 钱一昀）6月19日，县医院医疗队到河口镇义诊，接诊村民三十七人。

医疗队还走进卧床老人家中采血。

（图片由云台县人民医院提供）
"""
    )
    assert len(articles) == 1
    assert body_of(articles[0])[-1] == "医疗队还走进卧床老人家中采血。"
    assert names_of(articles[0]) == "c:钱一昀"


def test_the_dateline_tells_more_of_a_writer_than_the_line_above() -> None:
    articles = split(
        """河口镇春耕忙

2018-04-11 16:42　来源：云台在线　作者：钱一昀

云台在线4月11日讯（通讯员 钱一昀 记者 沈二禾）4月10日，河口镇的麦田里一片繁忙。

责任编辑：孙六山
"""
    )
    assert names_of(articles[0]) == "c:钱一昀 r:沈二禾"
    assert articles[0].date == date(2018, 4, 10)


def test_a_box_between_the_columns_of_an_article() -> None:
    articles = split(
        """河口社区有支“红马甲”

“书记，我家没米了。”3月2日一大早，河口社区书记钱一昀的电话响个不停。

社区干部人手不够，她一声吆喝，当天就有三十七人报名。退役军人孙六山担任队长，教师沈二禾负责采

爱心企业捐赠忙

本报讯 3月1日，县人民医院收到一批口罩和防护服，由县商会捐赠。

当天，一家船厂也捐款三十万元。（县红十字会 供稿）

购登记，工人吴七每天背着药桶消杀。

“大家不退，我们不退。”钱一昀说。
"""
    )
    assert [article.headline for article in articles] == ["河口社区有支“红马甲”", "爱心企业捐赠忙"]
    assert "教师沈二禾负责采购登记，" in articles[0].text
    assert articles[0].text.endswith("钱一昀说。\n")
    assert articles[1].text.endswith("捐款三十万元。\n")


def test_columns_of_two_articles_mixed() -> None:
    articles = split(
        """东山县党政代表团来我县考察

本报讯（记者 钱一昀）11月19日，东山县县长狄五山率党政代表团来我县，考察会展中心和水稻产业。

代表团来到会展中心工地、水稻产业研究院，听取介绍。会展中心

县纪委监委：“小微权力”晒在阳光下

本报讯（通讯员 沈二禾）“扫一扫都能看见，心里亮堂！”昨天，河口镇村民吴七说。

针对群众身边“微腐败”，县纪委监委推行“小微权力监督码”平台。

占地一百万平方米，明年竣工。水稻产业研究院院长孙六山介绍了选育情况。

狄五山表示，两县要在会展经济上深化合作。

县纪委监委还派出巡察组，对河口镇开展巡察。
"""
    )
    assert len(articles) == 2
    assert "会展中心占地一百万平方米" in articles[0].text
    assert articles[0].text.endswith("会展经济上深化合作。\n")
    assert articles[1].text.endswith("对河口镇开展巡察。\n")


def test_an_official_notice_is_an_article_of_its_own() -> None:
    articles = split(
        """县人代会胜利闭幕

本报讯（记者 钱一昀）1月10日，县第八届人民代表大会第一次会议闭幕。

县委书记何二江讲话。

云台县人民代表大会常务委员会公告

（第1号）

云台县第八届人民代表大会常务委员会第一次会议于2017年1月11日决定任命：

孙六山为县农牧局局长；

现予公告。
"""
    )
    assert [article.headline for article in articles] == ["县人代会胜利闭幕", "云台县人民代表大会常务委员会公告 （第1号）"]
    assert articles[1].date == date(2017, 1, 11)


def test_a_dash_under_a_headline_makes_an_article_of_it() -> None:
    articles = split(
        """县政协收到提案187件

本报讯（钱一昀）记者从县政协获悉，会议共收到提案187件，立案163件。

“猫冬”变“忙冬”

——柳林村扶贫车间见闻

1月9日，室外寒风刺骨，柳林村的扶贫车间里暖意扑面。（本报记者 沈二禾）
"""
    )
    assert [article.headline for article in articles] == ["县政协收到提案187件", "“猫冬”变“忙冬” ——柳林村扶贫车间见闻"]
    assert [names_of(article) for article in articles] == ["r:钱一昀", "r:沈二禾"]


def test_the_reporters_of_the_next_article_stand_alone_above_it() -> None:
    articles = split(
        """县城再开平价菜直通车

小分队敲开一千扇门

本报讯（记者 钱一昀）1月7日，县城再开平价菜直通车，把一车车蔬菜送进小区。

直通车由十二家企业开通。

本报记者 沈 禾

昨日早上八时，柳林社区的敲门小分队准时出发。

小分队共有十一支，已经敲开一千扇门。
"""
    )
    assert [article.headline for article in articles] == ["县城再开平价菜直通车", "小分队敲开一千扇门"]
    assert [names_of(article) for article in articles] == ["r:钱一昀", "r:沈禾"]


def test_a_compiler_signs_all_briefs() -> None:
    articles = split(
        """爱心榜

●一家医疗器械公司捐赠口罩一万只。

●一位种植大户把八吨白菜送到街道。

●商会发起暖冬行动，首批热餐送到隔离点。 本报记者 钱一昀 整理
"""
    )
    assert [article.form for article in articles] == ["brief"] * 3
    assert [names_of(article) for article in articles] == ["r:钱一昀"] * 3


def test_half_width_brackets_are_folded_in_the_working_text() -> None:
    articles = split("县里开会\n\n本报讯(记者 钱一昀)1月20日,县里开会,由各镇(街道)和县教育局登记。\n")
    assert body_of(articles[0]) == ["1月20日，县里开会，由各镇（街道）和县教育局登记。"]


def test_a_long_line_between_two_headlines_opens_no_article() -> None:
    articles = split(
        """云台县委召开常委会会议

审议《关于听取和研究县人大常委会、县政府、县政协党组工作汇报的综合报告》《关于促进全县春耕备耕和农业生产的若干意见》

县委书记何二江主持会议

云台网消息（云台新闻）：县委1月20日召开会议，审议综合报告。

会议还研究了其他事项。
"""
    )
    assert len(articles) == 1
    assert articles[0].headline == "云台县委召开常委会会议"
    assert "县委1月20日召开会议，审议综合报告。" in body_of(articles[0])


def test_reporters_in_brackets_at_a_lead_open_an_article() -> None:
    articles = split(
        """县里通报三起典型问题

日前，县里对三起典型问题进行公开通报。

通报要求，各级各部门要引以为戒。

河口镇：车间里话丰收

（云台日报记者 钱一昀）3月4日，柳林村的车间里机器轰鸣。
"""
    )
    assert [article.headline for article in articles] == ["县里通报三起典型问题", "河口镇：车间里话丰收"]
    assert names_of(articles[1]) == "r:钱一昀"
