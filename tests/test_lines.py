"""Kinds of lines, each read off the line alone."""

from __future__ import annotations

import pytest

from kg.lines import LineKind, read_lines, sort_text
from kg.text import fold

KINDS = {
    LineKind.HEAD: [
        "云台县春耕生产全面展开",
        "抓项目 强产业 工业园区添动能",
        "柳林社区:",
        "三项工作怎么干?",
        "“小院议事”解民忧",
        "守土担责、用心用情,全力以赴抓好防汛工作",
        "微信扫码填写信息即可完成报名",
        "位置偏远不再愁 公交开到家门口",
        "（第1号）",
        "记者走基层",
        "钱一昀 沈二禾",
        "文/旅融合发展论坛开幕",
        "一审宣判 当庭执行",
    ],
    LineKind.BODY: [
        "县里召开会议。",
        "这十家社区卫生服务中心根据推荐方",
        "剂，调集各种资源，全力备药",
        "的情况下加快进度",
        "在全县设置卡点，安排人员值守，",
        "据了解，全县已完成八成",
        "“我们在路口检查来往车辆",
        "全镇建成冷库三座；修路十公里",
        "何二江要求，要密切关注汛",
        "《采茶忙》 欧阳一丹 摄",
    ],
    LineKind.LEAD: ["本报讯（记者张三）今天开会。", "云台日报讯 今天开会。"],
    LineKind.CREDIT: [
        "（通讯员 张三 李四）",
        "孙六山 摄",
        "本报记者 张三",
        "文/图 张三",
        "（张三）",
        "□本报记者 付 生",
        "■ 张一丹 李二长",
        "（编辑/张三 摄影/云台日报记者 李四）",
        "记者：张三",
        "记 者 | 张一丹 赵 鑫",
        "全媒体记者 | 张三",
        "河口县融媒体中心记者：张三",
        "（云台县新闻中心 张三）",
        "（图片由云台县人民医院提供）",
    ],
    LineKind.MARK: ["●近日，县里开会。", "■ 部门动态"],
    LineKind.CONTINUED: ["（上接第1版）", "上接一版", "（紧接第三版）会议指出，要抓好落实。"],
    LineKind.MASTHEAD: [
        "2020年2月20日 星期四",
        "编辑:吴七 校对:周八方",
        "新闻热线:12345678 E-mail:a@b.com",
        "某某新闻 2019-08-26 07:29 大字",
        "第3版",
        "00022版：今日河口",
        "A05 民生·关注",
        "02 要闻",
        "河口时讯 HEKOU SHIXUN",
        "主办：中共河口县委宣传部",
        "云台报业集团 河口分社 2021-04-30",
        "一审：张三 二审：李四 三审：王五",
        "初审编辑：",
    ],
    LineKind.INFO: [
        "来源：某某网 作者：张三",
        "发布时间：2023-05-06 10:20 来源：县政府办",
        "浏览次数：120",
        "咨询电话：0391-1234567",
        "来源丨某某发布",
    ],
    LineKind.END: ["相关阅读", "上一篇：县委召开会议", "推荐阅读："],
    LineKind.JUNK: [
        "首页 > 新闻中心 > 正文",
        "您当前的位置 : 首页",
        "扫一扫在手机打开当前页",
        "豫ICP备12345678号",
        "1.jpg",
        "---",
        "①凡本网注明来源的作品，版权均属本网所有。",
        "打印本页",
    ],
}


@pytest.mark.parametrize(("line", "kind"), [(line, kind) for kind, lines in KINDS.items() for line in lines])
def test_sort_text(line: str, kind: LineKind) -> None:
    assert sort_text(fold(line)[0]) == kind


def test_read_lines() -> None:
    lines = list(read_lines("\n\n# 县里开会\n\n## 部署春耕\n  **马一川讲话**\n今天开会。\n"))
    assert [(line.kind, line.text, line.gap, line.level) for line in lines] == [
        (LineKind.HEAD, "县里开会", 2, 1),
        (LineKind.HEAD, "部署春耕", 1, 2),
        (LineKind.HEAD, "马一川讲话", 0, 6),
        (LineKind.BODY, "今天开会。", 0, 0),
    ]
    assert all("\n\n# 县里开会\n\n## 部署春耕\n  **马一川讲话**\n今天开会。\n"[line.lo : line.hi] == line.text for line in lines)
