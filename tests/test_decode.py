"""Encodings: each told from the others, or refused. All texts are made up."""

from __future__ import annotations

import random

import pytest

from kg.decode import Unreadable, decode

SIMPLIFIED = """\
三月十二日上午，柳泉区召开老旧小区改造推进会，区长何晓峰主持会议并讲话。
青石街道党工委书记罗建民带着网格员走进云桥社区，逐户登记漏雨的屋顶和松动的窗框。
“楼道亮了，扶手装好了，老人上下楼心里踏实。”住在六号楼的退休教师韩玉兰笑着说。
该区今年计划投资2.6亿元，改造雨污管网48公里，新建口袋公园11处，受益居民约三万户。
区应急管理局会同消防救援大队检查商场、宾馆和加油站37家，查出隐患52处，当场整改41处。
会上，区委常委、常务副区长沈丽通报了一季度重点项目进度，区领导冯涛、唐波、袁敏出席。
丰谷镇把玉米秸秆收储站建在村口，合作社按斤付钱，焚烧的浓烟在这个秋天没有再出现。
截至目前，全县累计发放春耕贷款8900万元，为种粮大户解决了化肥、农机和雇工的开支。
高新技术产业园管委会主任邓凯表示，将为入园企业提供厂房、用电、招工“一窗办理”服务。
记者从市生态环境局获悉，上月空气优良天数为二十六天，比去年同期增加五天。
双塔村党支部书记彭秀英自掏腰包买来树苗，领着党员在河堤上栽下两千棵垂柳。
会议强调，要压实责任、倒排工期，确保汛期来临之前完成水库除险加固任务。
县人民医院抽调呼吸、儿科、检验等科室骨干组成巡回医疗队，每周三到偏远山村义诊。
钟楼派出所民警蒋志刚冒着大雪连夜走访，帮走失的孩子找到了家人。
为方便群众办事，区政务服务中心开设“周末不打烊”窗口，受理社保、户籍、不动产登记等业务。
据介绍，这条产业链已吸引配套企业二十余家，年产值突破十五亿元，带动就业四千六百人。
县委书记谭国栋在调研时指出，要把粮食生产抓在手上，把农民增收放在心上。
白鹭湖湿地公园内，候鸟成群掠过芦苇荡，摄影爱好者架起长枪短炮记录这一刻。
丁香路小学的孩子们用废旧纸箱做成机器人，在科技节上赢得阵阵掌声。
市场监管所对辖区农贸市场的电子秤逐台校验，对三家缺斤短两的摊位立案处罚。
"""
TRADITIONAL = """\
三月十二日上午，柳泉區召開老舊小區改造推進會，區長何曉峰主持會議並講話。
青石街道黨工委書記羅建民帶著網格員走進雲橋社區，逐戶登記漏雨的屋頂和鬆動的窗框。
「樓道亮了，扶手裝好了，老人上下樓心裡踏實。」住在六號樓的退休教師韓玉蘭笑著說。
該區今年計劃投資2.6億元，改造雨汙管網48公里，新建口袋公園11處，受益居民約三萬戶。
區應急管理局會同消防救援大隊檢查商場、賓館和加油站37家，查出隱患52處，當場整改41處。
會上，區委常委、常務副區長沈麗通報了一季度重點項目進度，區領導馮濤、唐波、袁敏出席。
豐谷鎮把玉米秸稈收儲站建在村口，合作社按斤付錢，焚燒的濃煙在這個秋天沒有再出現。
截至目前，全縣累計發放春耕貸款8900萬元，為種糧大戶解決了化肥、農機和僱工的開支。
高新技術產業園管委會主任鄧凱表示，將為入園企業提供廠房、用電、招工「一窗辦理」服務。
記者從市生態環境局獲悉，上月空氣優良天數為二十六天，比去年同期增加五天。
雙塔村黨支部書記彭秀英自掏腰包買來樹苗，領著黨員在河堤上栽下兩千棵垂柳。
會議強調，要壓實責任、倒排工期，確保汛期來臨之前完成水庫除險加固任務。
縣人民醫院抽調呼吸、兒科、檢驗等科室骨幹組成巡迴醫療隊，每週三到偏遠山村義診。
鐘樓派出所民警蔣志剛冒著大雪連夜走訪，幫走失的孩子找到了家人。
為方便群眾辦事，區政務服務中心開設「週末不打烊」窗口，受理社保、戶籍、不動產登記等業務。
據介紹，這條產業鏈已吸引配套企業二十餘家，年產值突破十五億元，帶動就業四千六百人。
縣委書記譚國棟在調研時指出，要把糧食生產抓在手上，把農民增收放在心上。
白鷺湖溼地公園內，候鳥成群掠過蘆葦蕩，攝影愛好者架起長槍短炮記錄這一刻。
丁香路小學的孩子們用廢舊紙箱做成機器人，在科技節上贏得陣陣掌聲。
市場監管所對轄區農貿市場的電子秤逐臺校驗，對三家缺斤短兩的攤位立案處罰。
"""
PAGE = "柳泉区召开供水工作会\n\n本报讯（记者方舟）区长何晓峰3月2日到青石街道调研。\n"

ENCODED = [(SIMPLIFIED, "gb18030"), (SIMPLIFIED, "utf-16-le"), (SIMPLIFIED, "utf-16-be"), (SIMPLIFIED, "utf-8")]
ENCODED += [(TRADITIONAL, "big5"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "utf-16-le"), (TRADITIONAL, "utf-8")]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_each_sentence_in_each_encoding(text: str, encoding: str) -> None:
    for sentence in text.splitlines():
        assert decode(sentence.encode(encoding)) == (sentence, encoding)


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
@pytest.mark.parametrize(("size", "floor"), [(8, 0.85), (12, 0.93), (20, 0.97), (60, 1.0), (200, 1.0)])
def test_never_mojibake_however_short(text: str, encoding: str, size: int, floor: float) -> None:
    """Stretches of any place: all are right or refused, and few are refused."""
    starts = range(0, len(text) - size, 3)
    good = 0
    for start in starts:
        stretch = text[start : start + size]
        try:
            assert decode(stretch.encode(encoding)) == (stretch, encoding)
            good += 1
        except Unreadable:
            pass
    assert good >= floor * len(starts)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_dropped(encoding: str) -> None:
    assert decode("甲".encode(encoding))[0] == "甲"


def test_ascii_in_utf16_without_mark() -> None:
    assert decode("A short line.\n".encode("utf-16-le")) == ("A short line.\n", "utf-16-le")
    assert decode("中A short line.\n".encode("utf-16-le")) == ("中A short line.\n", "utf-16-le")
    assert decode("A short line.\n".encode("utf-16-be")) == ("A short line.\n", "utf-16-be")


def test_gb18030_beyond_gbk() -> None:
    text = "镇里姓氏少见，有人姓㛃，有人名𬭼，户籍民警都会写。" * 3
    assert decode(text.encode("gb18030")) == (text, "gb18030")


def test_hong_kong_characters_in_big5() -> None:
    text = "社區主任說，嗰條街的舖頭都要裝修，街坊嘅意見會寫入報告，並且在會議上討論。"
    assert decode(text.encode("big5hkscs"))[0] == text


@pytest.mark.parametrize("data", ["联通".encode("gbk"), "在村".encode("utf-16-le"), "门".encode("gbk")])
def test_too_little_to_tell(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)


def test_hint_decides_what_the_bytes_leave_open() -> None:
    assert decode("沈丽".encode("gbk"), "GB2312") == ("沈丽", "gb18030")


@pytest.mark.parametrize("hint", ["gb2312", "big5", "iso-8859-1", "shift_jis", "nonsense"])
def test_bytes_have_the_last_word(hint: str) -> None:
    assert decode(PAGE.encode(), hint) == (PAGE, "utf-8")
    assert decode(SIMPLIFIED.encode("gb18030"), hint) == (SIMPLIFIED, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_half_a_character_at_the_end(encoding: str) -> None:
    text = TRADITIONAL.splitlines()[0].rstrip("。")
    with pytest.raises(Unreadable, match="half a character at the end"):
        decode(text.encode(encoding)[:-1])


def test_byte_lost_in_the_middle() -> None:
    data = PAGE.encode()
    with pytest.raises(Unreadable, match=r"not utf-8 at offset 6\b"):
        decode(data[:7] + data[8:])


KOREAN = "시장은 오늘 오전 회의를 열고 새 공원을 짓겠다고 말했다. 주민들은 크게 반겼다."
JAPANESE = "町長は今日、会議を開き、新しい公園の計画を決めた。住民は開園を喜んでいる。"
RUSSIAN = "Сегодня утром прошло заседание совета, построят новую школу и сквер."
THAI = "วันนี้มีการประชุมสภาเทศบาลเมืองและนายกเทศมนตรีกล่าวว่าจะสร้างโรงเรียนใหม่"
FRENCH = "L'été dernier, la préfecture a décidé de rénover l'école; les élèves y étudieront."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "euc-kr"),
        (KOREAN, "johab"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (THAI, "tis-620"),
        (FRENCH, "latin-1"),
        ("甲村修路", "hz"),
    ],
)
def test_other_encodings_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(Unreadable):
        decode(text.encode(encoding))


@pytest.mark.parametrize("text", [KOREAN, JAPANESE, RUSSIAN, THAI, FRENCH, "café", "A·B", "plain", ""])
def test_other_languages_in_utf8_are_read(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_random_bytes_are_refused() -> None:
    numbers = random.Random(7)
    for size in (40, 400, 4000):
        for _ in range(60):
            with pytest.raises(Unreadable):
                decode(numbers.randbytes(size))


def test_stray_control_characters_stay() -> None:
    text = f"甲村\0修路\x0c{PAGE * 3}"
    assert decode(text.encode()) == (text, "utf-8")
