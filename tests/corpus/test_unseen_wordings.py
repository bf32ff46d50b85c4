"""Who answers, as guides, opinions, minutes and cards of services word it."""

from pathlib import Path

import pytest

from corpus.records import Document
from tests.corpus.taken import DUTY, HELP, LEAD, Who, head, taken, texts, whose

OPINION = """中共周村区委办公室
关于加快推进乡村振兴的实施意见
（2025年1月15日）

一、重点任务
1.实施耕地地力提升工程。新建高标准农田1.2万亩。（区农业农村局牵头，区自然资源局、各镇政府配合，2025年12月底前完成）
2.建设宜居乡村。改造农村户厕5000户。[责任单位：区住房城乡建设局]
3.改造农村公路。责任单位：区交通运输局（6411225）、区财政局。
二、保障措施
（一）加强组织领导。办公室设在区农业农村局（联系电话：6195588）。
（二）强化资金保障。区财政每年安排不少于5000万元（由上级资金和区级资金组成）。
"""


def read(folder: Path, text: str, name: str = "来文.txt") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return taken(path, "周村")


def test_an_opinion_with_a_day_in_brackets(tmp_path: Path) -> None:
    """Brackets without a label, square ones, a phone behind a name; a bracket of other words is none."""
    found = read(tmp_path, OPINION)
    assert head(found)[3] == "2025-01-15"
    done = "2025年12月底前完成"
    assert whose(found) == {
        "1": [
            ("区农业农村局", LEAD, None, None, None, done),
            ("区自然资源局", HELP, None, None, None, done),
            ("各镇政府", HELP, None, None, None, done),
        ],
        "2": [("区住房城乡建设局", DUTY, None, None, None, None)],
        "3": [
            ("区交通运输局", DUTY, None, None, "6411225", None),
            ("区财政局", DUTY, None, None, None, None),
        ],
        "二（一）": [("区农业农村局", DUTY, None, None, "6195588", None)],
        "二（二）": [],
    }


GUIDE = """周村区2025年度科技创新券申报指南

一、支持标准
按照实际发生费用的50%给予补助，单个企业年度最高20万元，同一项目不重复享受其他财政资金的支持。
二、受理时间及方式
受理时间：2025年5月1日—2025年5月31日。
联 系 人：刘 洋
联系电话：0533—6195140
监督电话：0533—6195149
三、其他事项
本指南由区科技局负责解释。

周村区科学技术局
2025年4月20日
"""


def test_a_guide_with_headings_on_their_own_lines(tmp_path: Path) -> None:
    """The phone is that of the bureau that signs; the one for complaints is nobody's."""
    found = read(tmp_path, GUIDE)
    assert texts(found)["二"] == (
        "受理时间及方式\n受理时间：2025年5月1日—2025年5月31日。\n联系人：刘洋\n"
        "联系电话：0533—6195140\n监督电话：0533—6195149"
    )
    assert whose(found) == {
        "一": [],
        "二": [("周村区科学技术局", DUTY, None, "刘洋", "0533—6195140", None)],
        "三": [],
    }


CARD = """<!doctype html><html><head><meta charset="utf-8"><title>老年人优待证办理-办事指南</title></head>
<body><div class="content"><h2>老年人优待证办理</h2><table><tr><th>事项名称</th><td>老年人优待证办理</td></tr>
<tr><th>办理对象</th><td>年满60周岁的周村区户籍老年人</td></tr>
<tr><th>实施主体</th><td>周村区民政局</td></tr><tr><th>办理时限</th><td>即时办结</td></tr>
<tr><th>收费标准</th><td>不收费</td></tr><tr><th>咨询电话</th><td>0533-6433459</td></tr>
<tr><th>监督电话</th><td>0533-6433000</td></tr></table>
<p>申请材料：身份证、户口簿。符合条件的，现场领取。</p></div></body></html>"""


def test_a_card_of_a_service_is_one_item(tmp_path: Path) -> None:
    """Labels and values side by side; what stands between does not part the body from its phone."""
    found = read(tmp_path, CARD, "指南.html")
    assert texts(found) == {
        "全文": "事项名称：老年人优待证办理\n办理对象：年满60周岁的周村区户籍老年人\n实施主体：周村区民政局\n"
        "办理时限：即时办结\n收费标准：不收费\n咨询电话：0533-6433459\n监督电话：0533-6433000\n"
        "申请材料：身份证、户口簿。符合条件的，现场领取。"
    }
    assert whose(found) == {"全文": [("周村区民政局", DUTY, None, None, "0533-6433459", "即时办结")]}


def test_a_table_without_departments_is_a_list_of_items(tmp_path: Path) -> None:
    """Who gets what is worth asking, whoever pays it."""
    found = read(tmp_path, "地区,省级分担比例,市县分担比例\n淄博市,20%,80%\n聊城市,60%,40%\n", "比例.csv")
    assert [(part.name, part.text) for part in found.measures[1].sections] == [
        ("地区", "聊城市"),
        ("省级分担比例", "60%"),
        ("市县分担比例", "40%"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "防汛值班电话：6195003（区应急局）、6433001（区水利局）。",
            [("区应急局", "6195003"), ("区水利局", "6433001")],
        ),
        ("咨询电话：6195003（区应急局）、6433001。", [("区应急局", "6195003")]),
        ("责任单位：区民政局 咨询电话：6433459 监督电话：6430000", [("区民政局", "6433459")]),
        ("由区民政局受理，咨询电话6433459，举报电话6430000。", [("区民政局", "6433459")]),
        ("请向区民政局反映，或者拨打服务热线12345。", []),
        (
            "森林火警电话12119或者区森林防火指挥部值班电话0533-6195119。",
            [("区森林防火指挥部", "0533-6195119")],
        ),
    ],
)
def test_a_phone_is_that_of_the_body_printed_with_it(
    tmp_path: Path, line: str, expected: list[tuple[str, str]]
) -> None:
    """Before it, behind it in brackets, or alone in its sentence; complaints and 12345 are nobody's desk."""
    found = read(tmp_path, f"关于做好防汛工作的通知\n各镇：\n一、要求。落实责任。\n二、联系。{line}\n")
    told: list[Who] = whose(found)["二"]
    assert [(who[0], who[4]) for who in told] == expected
