"""One page in, one reading out: the order of the stages of a page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.calibration import Confidence, confidence
from kg.context import make_context
from kg.coref import Referent, Resolver
from kg.extract import load_extractors
from kg.extract.base import BodyValue, Found, PersonValue, PlaceValue, PostValue, checked
from kg.extract.claims import ClaimMaker
from kg.extract.post_phrases import PARTY_GROUPS
from kg.extract.visits import find_visits
from kg.facts import FactMaker
from kg.layout import lay_out
from kg.model import Article, Kind, Mention, Page, Problem, Reading
from kg.patterns import needing
from kg.resolve import Identities, make_entities, person_subtype
from kg.split import split_page


def read_page(page: Page, *, confidence: Confidence = confidence) -> Reading:
    """All that one page gives. Pure. ``confidence`` turns a rule's score into how sure it makes us."""
    articles, problems = split_page(page)
    pieces = [article for article in articles if article.form != "masthead" and article.sentences]
    laid = replace(page, text=lay_out(page.text))  # as the articles are read from it; offsets are the same
    context = make_context(laid, pieces)
    founds = {article.id: Found(context, article) for article in pieces}
    for article in pieces:
        found = founds[article.id]
        for extractor in load_extractors():
            found.add(checked(article, extractor, extractor(article, found)))
    _find_again(pieces, founds)
    resolver = Resolver(context)
    for found in founds.values():
        resolver.page.zone_names.update(
            m.text for m in found.of(Kind.DISTRICT) if isinstance(m.value, PlaceValue) and m.value.level == "zone"
        )
    for article in pieces:
        _resolve(article, founds[article.id], resolver)
    resolver.bodies.join_short()
    _name_media(laid, pieces, resolver)
    identities_of_bylines = _bylines(articles, resolver)
    identities = Identities(page, resolver.page)
    maker = FactMaker(resolver.page, identities, confidence)
    by_id = {article.id: article for article in articles}
    for article in pieces:
        maker.add_claims(article, ClaimMaker(article, founds[article.id])())
    maker.add_structure(by_id)
    facts = maker.facts()
    named = {name for names in identities_of_bylines.values() for _, name in names}
    for referent in resolver.page.referents.values():
        if referent.kind is Kind.PERSON:
            subtype = person_subtype(maker.posts.get(referent.label, ()), referent.label in named)
            referent.subtype = subtype or _SUBTYPES.get(referent.subtype, "")
    told = {name for fact in facts for _, name in fact.roles}
    wanted = [
        r
        for r in resolver.page.referents.values()
        if (r.articles or r.key in maker.used or (r.kind is Kind.PERSON and r.label in named))
        and not (r.subtype == "Inspection" and identities.id(r) not in told)  # the visit of the headline, told again
    ]
    entities = make_entities(identities, _with_parents(wanted))
    bylines = {
        article: tuple((role, identities.id(resolver.people.person(name))) for role, name in names)
        for article, names in identities_of_bylines.items()
    }
    return Reading(page, articles, tuple(entities), facts, problems, bylines)


_SUBTYPES = {"official": "Official", "business": "BusinessPerson", "resident": "Resident", "journalist": "Journalist"}


_MEDIA = needing(
    "商报 导报 日报 早报 时报 时讯 晚报 晨报 新闻网 电视台 新闻中心 融媒体中心",
    r"[一-龥]{2,8}?(?:日报|晚报|晨报|时报|商报|早报|导报|时讯|广播电视台|电视台|融媒体中心|新闻中心|新闻网)"
    r"(?:社(?=主办|主管|编辑|出版))?(?![一-龥]{0,2}(?:记者站|大厦))",
)
# The centre that a credit names before its people or at the end of a line: （图/文：某县新闻中心 甲）, 责编：区融媒体中心 甲.
_CREDITED = needing(
    "新闻中心 广播电视台 融媒体中心 新闻传媒中心",
    r"(?<=[（(/:：\s])(?P<name>(?P<unit>[县区市旗州])?(?:[一-龥]{2,7}?)??(?P<form>融媒体中心|新闻中心|新闻传媒中心|广播电视台))"
    r"(?=[ \u3000]*(?:全媒体|见习|首席)?(?:记者|通讯员)|[ \u3000]+[一-龥]{2,3}(?:[\s)）]|$)|[ \u3000]*$)",
    re.MULTILINE,
)
_SOURCE_LINE = re.compile(r"[^。]{0,60}(?:来源|记者|编辑|通讯员|刊号|第\d+版|年\d+月\d+日|A\d\d)[^。]{0,60}|[^。]{4,24}")
_LONGEST_LINE = 140  #: characters, which is more than a line of sources has


# The site or sheet that the first lines of a page name by itself: 永安网　要闻, 今日高邮; a source line's; a centre's dateline.
_BANNER = re.compile(
    r"^[ \u3000]*(?P<name>今日[一-龥]{2,3}|[一-龥]{2,8}(?:网|融媒|乡音|在线)|红网[一-龥]{2}站)(?=[ \u3000>\r]|$)", re.MULTILINE
)
_FROM = needing(
    "来源: 来源： 稿源: 稿源：",
    r"[来稿]源[:：][ \u3000]*(?:(?P<group>[一-龥]{2,6}(?:报业|传媒|报业集团|传媒集团))[·•—-]{1,2})?"
    r"(?P<name>今日[一-龥]{2,4}|[一-龥]{2,8}(?:网|融媒|在线|新闻|客户端|报业))(?=[ \u3000\]】）)]|$)",
    re.MULTILINE,
)
_FROM_FIRST = re.compile(  # of a line
    r"[ \u3000]*(?:(?P<centre>[一-龥]{2,8}(?:融媒体中心|新闻中心|(?:新闻|日报)网))(?=[一-龥]{0,4}(?:\d+月\d+日)?讯)|"
    r"(?:[一-龥]{2,6}网[—-])?(?P<paper>[一-龥]{2,6}(?:日报|晚报|晨报|商报|时报|都市报))"
    r"(?=(?:[·•][一-龥]{2,10})?(?:社|全媒体|融媒体?)?(?:[一-龥]{0,4}\d+月\d+日)?(?:讯|消息)?"
    r"[ （(]{1,2}[一-龥]{0,6}(?:记者|通讯员))|"
    r"(?:[一-龥]{2,8}[·•])?(?P<site>(?!本)[一-龥]{2,8}(?:网|在线|客户端))(?:讯[ （(]{1,2})?(?:全媒体)?(?:记者|通讯员)[ ：:]|"
    # 某网某地3月2日电
    r"(?P<agency>新华社|中新社|(?!本)[一-龥]{2,5}网)(?=[一-龥]{0,8}(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯]))"
)
# The medium that a report is taken from: （据某法制报网站报道改写）.
_TAKEN_FROM = needing(
    "（据 (据 （根据 (根据",
    r"[（(]根?据《?(?P<name>[一-龥]{2,10}?(?:报|网|电视台|广播电视台|融媒体中心|新闻中心|融媒))》?(?:社|网站|客户端)?"
    r"(?=\d|消息|报道|讯|[一-龥]{0,4}(?:记者|通讯员)|[一-龥]{2,4}的|改写|整理)",
)
# The paper whose people a bracket at the end credits: （某州日报　甲　乙）.
_OF_PAPER = needing(
    "日报 晚报 晨报 商报 时报 都市报 周报 新闻网",
    r"[（(](?P<name>[一-龥]{2,6}(?:日报|晚报|晨报|商报|时报|都市报|周报|新闻网))社?"
    r"[ \u3000]+[一-龥]{2,4}(?:[ \u3000、]+[一-龥]{1,4}){0,5}[ \u3000]*[)）]",
)
_OF_SITE = needing(
    "记者 通讯员", r"[（(](?P<name>(?!本)[一-龥]{2,6}(?:网|在线|新闻|客户端))[ \u3000]*(?:首席|见习)?(?:记者|通讯员)"
)
# A body of the page's district as the source of a report, or of its picture: 来源：某区农林水务局, （某区农林水务局供图.
_BODY = r"(?:中共)?(?P<name>[一-龥]{2,12}[省市县区旗镇乡](?![内外里])[一-龥]{1,11}(?:局|委|办|部|政府|办公室|法院|检察院))"
#: what a body tells its news by: 来源：某区委宣传部|官方澎湃号
_CHANNEL = "(?:官方)?(?:澎湃号|政务号|头条号|百家号|企鹅号|抖音号|微信公众号|公众号|官微|微信|微博|网站|官网)?"
_FROM_BODY = needing(
    "来源: 来源： 主办: 主办： 承办: 承办：",
    rf"(?:来源|主办|承办)[:：][ \u3000]*{_BODY}(?={_CHANNEL}(?:[ \u3000]|$))",
    re.MULTILINE,
)
_GIVEN_BY_BODY = needing("供图 供稿", rf"[（(]{_BODY}[ \u3000]*供[图稿]")
_NO_SITES = ("政府网", "官网", "互联网", "门户网", "本网", "网站新闻", "通知新闻", "工作新闻", "图片新闻")
_TOP = 120  #: characters of a page in which its banner stands


def _name_media(page: Page, articles: Sequence[Article], resolver: Resolver) -> None:
    """The paper or centre that a source line or a masthead names, which is in no article's text."""
    if not articles:
        return
    text = page.text.replace("丨", "|")  # 来源丨某县融媒体中心
    lines = text.split("\n")
    for line in lines:
        if len(line) > _LONGEST_LINE or not _SOURCE_LINE.fullmatch(line):
            continue
        for match in _MEDIA.finditer(line):
            name = re.sub(r"^(?:来源|记者|通讯员|据|本报|编辑|摄影|全媒体|版权所有|主办|主管)+", "", match.group())
            if len(name) >= 4 and not name.startswith(("本", "该", "各", "县融", "区融", "市融")):
                resolver.proper.media(name, articles[0])
    first = filter(None, map(_FROM_FIRST.match, lines))
    told = (pattern.finditer(text) for pattern in (_TAKEN_FROM, _OF_PAPER, _OF_SITE))
    sources = (_BANNER.finditer(text, 0, _TOP), _FROM.finditer(text), first, *told)
    for match in itertools.chain(*sources):
        for name in filter(None, match.groups()):
            if not name.endswith(_NO_SITES):
                resolver.proper.media(name, articles[0])
    for match in (*_FROM_BODY.finditer(text), *_GIVEN_BY_BODY.finditer(text)):
        resolver.bodies.named_in_margin(match["name"], articles[0], (*match.span(), match.group()))
    for match in _CREDITED.finditer(text):
        home = resolver.page.home(articles[0])
        if len(match["name"]) > len(match["form"]) + 1:
            resolver.proper.media(match["name"], articles[0])
        elif match["unit"] and home is not None and home.label.endswith(match["unit"]):
            resolver.proper.media(home.label + match["form"], articles[0]).alt.add(match["name"])


def _with_parents(referents: Sequence[Referent]) -> Iterator[Referent]:
    seen: set[tuple[str, ...]] = set()
    queue = list(referents)
    while queue:
        referent = queue.pop()
        if referent.key in seen:
            continue
        seen.add(referent.key)
        yield referent
        queue += [r for r in (referent.place, referent.parent) if r is not None]


def _bylines(articles: Sequence[Article], resolver: Resolver) -> dict[str, tuple[tuple[str, str], ...]]:
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    for article in articles:
        pairs = tuple(dict.fromkeys((byline.role, byline.name) for byline in article.bylines))
        for role, name in pairs:
            person = resolver.people.person(name)
            if role == "editor":
                person.articles.add(article.id)
        if pairs:
            names[article.id] = pairs
    return names


def _find_again(articles: Sequence[Article], founds: dict[str, Found]) -> None:
    """Names that the page introduces once and uses bare later; then the inspections that need them."""
    names: dict[str, PersonValue] = {}
    for found in founds.values():
        for person in found.of(Kind.PERSON):
            assert isinstance(person.value, PersonValue)
            for name in (person.text, person.text.replace(" ", "")):
                names.setdefault(name, person.value)
    if names:
        for article in articles:
            found = founds[article.id]
            found.add(
                Mention(Kind.PERSON, start, start + len(name), name, "people.again", 0.9, names[name])
                for start, name in _places_of(article.text, names)
                if _is_free(found, start, start + len(name))
            )
            found.drop_inside(Kind.DISTRICT, [m for m in found.of(Kind.PERSON) if m.end - m.start == 3])
    for article in articles:
        founds[article.id].add(find_visits(article, founds[article.id]))


def _places_of(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where these names stand, the leftmost first and of those the longest, without overlap."""
    places: list[tuple[int, int, str]] = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            places.append((at, -len(name), name))
            at = text.find(name, at + 1)
    done = 0
    for at, _, name in sorted(places):
        if at >= done:
            done = at + len(name)
            yield at, name


def _is_free(found: Found, start: int, end: int) -> bool:
    for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.DISTRICT):
        held = found.covering(kind, start) or found.covering(kind, end - 1)
        given = kind is Kind.DISTRICT and held is not None and (held.start, held.end) == (start + 1, end)
        if held is not None and not given:
            return False  # 项|吉安 is a person that the page has told of, and no city
    return True


def _resolve(article: Article, found: Found, resolver: Resolver) -> None:
    resolver.resolve(article, found)
    for post in found.of(Kind.POST):
        body = _post_body(article, post, found, resolver)
        if body is not None:
            resolver.page.of[(article.id, post.key)] = body
            value = post.value
            assert isinstance(value, PostValue)
            people = (resolver.page.get(article, person) for person in value.people)
            resolver.page.held += [(person.label, value.status, body) for person in people if person is not None]


_BUILT_BY = re.compile("由(?P<firm>[^，。；\n]{4,36})(?:承建|施工|承建施工|负责(?:承建|施工|建设|实施)|建设)[。，]$")
_BUILDS = re.compile("(?:由|施工单位|施工方|，)(?P<firm>[^，。；\n]{4,36}?)(?:承建|中标|负责(?:承建|施工)|施工)(?=[，。])")
#: posts in a town's party committee by their bare titles, which a county's committee has no
_TOWN_POSTS = frozenset(("组织委员", "宣传委员", "统战委员", "政法委员", "纪检委员", "组织宣传委员", "宣统委员", "党群委员"))
_COURTS = {"法院": "法院|法庭", "检察院": "检察院"}
_COMMITTEES = ("党委", "党工委")
_STANDING = ("主任", "副主任", "秘书长")


_COMES = re.compile("(?:一行|等人|带着[^，。；]{1,8}|也|又|再次|专程)?(?:来到|走进|前往|深入|赶到|赶赴|到|赴)(?=[一-龥])")


def _told_before(place: Referent, article: Article, mention: Mention) -> bool:
    """Whether an article names a place before a mention."""
    return any(at == article.id and told.start < mention.start for at, told in place.spans)


def _committee_of(article: Article, holder: Referent, group: str, post: Mention, resolver: Resolver) -> Referent:
    """The party group of a body, which only the title of a post in it names."""
    committee = resolver.bodies.part_of(holder, group, "PartyBody")
    committee.articles.add(article.id)
    committee.spans.append((article.id, post))
    return committee


def _post_body(article: Article, post: Mention, found: Found, resolver: Resolver) -> Referent | None:
    """The body, initiative or district in which a post is held."""
    value = post.value
    assert isinstance(value, PostValue)
    if value.body is not None:
        known = resolver.page.get(article, value.body)
        if known is None and isinstance(value.body.value, BodyValue) and value.people:
            known = resolver.bodies.resolve_body(article, value.body)
        congress = known is not None and known.key[::2] == ("body", "人大")
        if congress and known is not None and known.place is not None and value.title.endswith(_STANDING):
            standing = resolver.bodies.resolve_implied(article, known.place, "人大常委会", post)  # 区人大主任, as people say
            resolver.bodies.retell(article, value.body, standing)
            return standing
        return known
    if not value.people:
        return None
    if value.back == "@builder":  # 由某公司承建，…。|施工方负责人|甲
        builders = list(_BUILDS.finditer(article.text, 0, post.start))
        return resolver.told.last_ending(article, "公司|集团|局", builders[-1].end("firm")) if builders else None
    if value.back == "@project":
        builder = _BUILT_BY.search(article.text, max(0, post.start - 48), post.start)
        if builder is not None:  # 由某公司承建。|项目经理|甲
            firm = resolver.told.last_ending(article, "公司|集团|局", builder.end("firm"), near=True)
            if firm is not None:
                return firm
        project = resolver.initiatives.last_project(article, post.start)
        return project or resolver.told.last_ending(article, "公司|集团", post.start, near=True)
    if value.back:
        holder = resolver.told.holder(article, value.back, post.start)
        if holder is None and value.back.startswith("医院|"):
            # 院长甲, of a college where no hospital is told of
            holder = resolver.told.last_ending(article, "学院|研究院", post.start)
        if holder is None or not value.implied:
            return holder
        return _committee_of(article, holder, value.implied, post, resolver)
    place = resolver.page.get(article, value.place)
    if place is None and not value.relative and value.sphere == "grassroots":
        place = resolver.units.neighbourhood(article, post.start)  # 网格员甲: of the community told of last
        if place is not None and _COMES.match(article.text, value.people[-1].end) and not _told_before(place, article, post):
            place = None  # 社工甲|来到某村: not of it
    if place is None and not value.relative and value.implied in _COURTS:  # 执行员甲: of the court told of last
        return resolver.told.last_ending(article, _COURTS[value.implied], post.start)
    if place is None and not value.relative and value.title == "第一书记":
        place = resolver.units.village(article, post.start)  # 第一书记甲: of the village told of last
    if place is None and not value.relative and value.title in _TOWN_POSTS:
        place = resolver.units.only_town(article)  # 宣传委员甲 in a report about a town
    if place is None and not value.relative and value.implied in PARTY_GROUPS:
        house = resolver.told.house(article, post.start)  # 某医院举行义诊。|党委书记甲: of the hospital
        if house is not None:
            return _committee_of(article, house, value.implied, post, resolver)
        branch = value.implied not in _COMMITTEES and resolver.told.last_ending(article, value.implied, post.start, near=True)
        if branch:
            return branch  # 某中心党支部召开会议。|党支部书记甲
    if place is None and not value.relative and value.implied in ("党委", "党工委"):
        place = resolver.page.town(article)  # 党委书记甲 in a report about a town
    if place is not None and place.level == "zone" and value.place is not None and value.title.endswith("主任"):
        return resolver.bodies.resolve_implied(article, place, "管委会", post)  # 某开发区|主任
    if place is None and value.relative:
        place = resolver.units.unit(article, value.relative, post.start, said=False)
    if place is None:
        return None
    resolver.page.say_of(article, place)
    named = value.title.startswith(_COMMITTEES)  # 党委书记 names the committee, 组织委员 does not
    if value.implied and not (
        place.level in ("community", "compound") or (place.level == "township" and value.sphere == "party" and not named)
    ):
        return resolver.bodies.resolve_implied(article, place, value.implied, post)
    return place


__all__ = ["PlaceValue", "Problem", "read_page"]
