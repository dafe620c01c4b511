"""HTML: what is seen and what is not, the article among its litter, the page's own fields. All texts are made up."""

from __future__ import annotations

from datetime import date

import pytest

from kg.decode import Unreadable
from kg.html import extract_article


def test_html_paragraphs_lines_and_blanks() -> None:
    markup = """<h1>甲村<br>修路</h1><p>　　第一段，有<b>粗体</b>和
      <a href=x>链接</a>。<p>第二段 with two
      words&nbsp;&lt;3&gt;<div>第三段<br>换行<br><br>空行</div>
      <ul><li>一<li>二</ul><table><tr><td>子<td>丑<tr><td>寅<td>卯</table><pre>诗一\n诗二</pre>"""
    assert extract_article(markup).text == (
        "甲村\n修路\n\n第一段，有粗体和链接。\n\n第二段 with two words\xa0<3>\n\n"
        "第三段\n换行\n\n空行\n\n一\n二\n\n子 丑\n寅 卯\n\n诗一\n诗二"
    )


def test_html_drops_what_is_not_seen() -> None:
    markup = """<head><title>题目</title><style>p{}</style></head><body><script>var x = "脚本";</script><nav>导航</nav>
      <p>看得见</p><p hidden>藏一</p><p style="color:red; DISPLAY : none">藏二</p><p aria-hidden=true>藏三</p><!-- 注释 -->
      <noscript>请开启脚本</noscript><template><p>模板</p></template><div class="a breadcrumb">首页 &gt; 新闻</div>
      <select><option>选项</select><textarea>输入</textarea><div role=navigation>目录</div><svg><text>图</text></svg>
      <p>也看\u200b得见<ruby>垚<rt>yáo</rt></ruby></p><footer>版权所有</footer>"""
    assert extract_article(markup).text == "看得见\n\n也看得见垚"


def test_html_line_end_between_elements() -> None:
    assert extract_article("<p>甲\n<i>\n</i>\n村 修\n a road").text == "甲村 修 a road"
    assert extract_article("<p>甲" + "<i>\n</i>" * 100_000 + "a").text == "甲 a"


def test_html_form_around_the_page_is_kept() -> None:
    assert extract_article("<form id=aspnetForm><input value=x><p>甲村修路</p></form>").text == "甲村修路"


LITTER = "<div>" + "".join(f"<a href=#{n}>栏目{n}的一条旧闻标题</a><br>" for n in range(60)) + "</div>"
BODY = "".join(f"<p>第{n}段说到柳泉区修缮管网的事情，居民都很满意。</p>" for n in range(12))


@pytest.mark.parametrize(
    "start",
    [
        "<article>",
        "<main>",
        "<div id=zoom>",
        "<div class='view TRS_Editor'>",
        "<div id=UCAP-CONTENT>",
        "<div class=article-content>",
        '<div id=js_content style="visibility: hidden">',
        "<div itemprop=articleBody>",
        "<founder-content>",
    ],
)
def test_html_article_is_told_from_litter(start: str) -> None:
    end = "</" + start[1:].split()[0].rstrip(">") + ">"
    found = extract_article(f"<title>甲区修缮管网_某网</title>{LITTER}{start}{BODY}{end}{LITTER}")
    assert found.text.startswith("第0段") and found.text.endswith("居民都很满意。") and "栏目" not in found.text


def test_html_headline_before_the_article_is_kept_with_its_byline() -> None:
    found = extract_article(
        f"<title>甲区修缮管网-某网</title><h1>某网首页</h1>{LITTER}"
        "<div><h2>甲区修缮管网</h2><p>2024-05-01 来源：柳泉日报</p></div>"
        f"<div id=zoom>{BODY}</div>{LITTER}",
    )
    assert found.text.startswith("甲区修缮管网\n\n2024-05-01 来源：柳泉日报\n\n第0段") and "栏目" not in found.text


def test_html_headline_far_from_the_article() -> None:
    found = extract_article(f"<title>甲区修缮管网</title><h1>甲区修缮管网</h1>{LITTER}<div id=zoom>{BODY}</div>{LITTER}")
    assert found.text.startswith("甲区修缮管网\n\n第0段") and "栏目" not in found.text


def test_html_small_container_is_not_the_article() -> None:
    found = extract_article(f"<div class=content>通知</div>{BODY}")
    assert found.text.startswith("通知\n\n第0段")


def test_html_of_several_articles_keeps_all() -> None:
    found = extract_article(f"{LITTER}<article><h2>其一</h2>{BODY}</article><article><h2>其二</h2>{BODY}</article>")
    assert found.text.startswith("其一\n\n第0段") and "其二\n\n第0段" in found.text and "栏目" not in found.text


def test_html_fields() -> None:
    found = extract_article(
        """<title>修路_某网</title><meta property="og:title" content="甲村 修路"><meta name="PubDate" content="2024-05-01 10:20">
        <meta property="og:site_name" content="某网"><link rel=canonical href="http://a.example/1.html"><p>甲村修路""",
    )
    assert (found.title, found.site, found.day, found.url) == ("甲村 修路", "某网", date(2024, 5, 1), "http://a.example/1.html")


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2024-05-01T09:00:00+08:00">',
        '<meta name="publishdate" content="无"><meta name="date" content="20240501">',
        '<time itemprop="datePublished" datetime="2024-05-01">五月一日</time>',
        '<article><time datetime="2024-05-01">五月一日</time>甲</article>',
        '<script type="application/ld+json">{"@graph": [{"@type": "x"}, {"datePublished": "2024-05-01"}]}</script>',
    ],
)
def test_html_dates(markup: str) -> None:
    assert extract_article(f"{markup}<p>甲村修路，2023年1月1日动工。").day == date(2024, 5, 1)


def test_html_without_fields_guesses_none() -> None:
    found = extract_article("<p>柳泉日报2024年5月1日讯，甲村修路。</p><script type='application/ld+json'>{bad</script>")
    assert (found.title, found.site, found.day, found.url) == ("", "", None, "")


@pytest.mark.parametrize(
    "markup", ["<p>甲村<b>修路", "甲村<//p></b>修路", "<table><p>甲村修路", "<html><body><html><body>甲村修路", "<p><甲村修路"]
)
def test_html_broken_markup(markup: str) -> None:
    assert "甲村" in extract_article(markup).text and "修路" in extract_article(markup).text


def test_html_without_visible_text() -> None:
    with pytest.raises(Unreadable, match="no visible text"):
        extract_article("<title>题</title><div id=app></div><script>go()</script>")


@pytest.mark.parametrize("markup", ["<div>" * 50_000, "".join(f"<font size={n}><p>甲" for n in range(3000))])
def test_html_that_never_closes_its_tags_is_refused(markup: str) -> None:
    with pytest.raises(Unreadable, match="open at once"):
        extract_article(markup)


def test_html_long_lists_without_closing_tags_are_fine() -> None:
    assert extract_article("<ul>" + "<li>一项" * 5000 + "<p>一段" * 5000).text.count("\n") >= 9999
