import pytest

from corpus.text.markers import Marker, Style, find_marker


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("二、主要任务", Marker(Style.HAN, "二", 2, 2)),
        ("（二十一）智慧农业。", Marker(Style.HAN_BRACKET, "（二十一）", 21, 5)),
        ("(一) 政策原文", Marker(Style.HAN_BRACKET, "（一）", 1, 4)),
        ("1．加强县域商贸", Marker(Style.NUMBER, "1", 1, 2)),
        ("1、围绕工业", Marker(Style.NUMBER, "1", 1, 2)),
        ("(4) 发挥区推进", Marker(Style.NUMBER_BRACKET, "（4）", 4, 4)),
        ("第四条 资金用途及标准", Marker(Style.ARTICLE, "第四条", 4, 4)),
        ("第 21 项", Marker(Style.ITEM, "21", 21, 6)),
        ("第19项政策 19—2", Marker(Style.SUBITEM, "19-2", 2, 11)),
        ("36—1 内资企业部分", Marker(Style.SUBITEM, "36-1", 1, 5)),
        ("１．发放对象。", Marker(Style.NUMBER, "1", 1, 2)),
        ("③知识产权质押贷款贴息", Marker(Style.CIRCLE, "③", 3, 1)),
        ("第一百零五条 本条例自公布之日起施行。", Marker(Style.ARTICLE, "第一百零五条", 105, 7)),
        ("廿一、附则", Marker(Style.HAN, "廿一", 21, 3)),
    ],
)
def test_label_is_read_in_either_width_with_or_without_spaces(text: str, marker: Marker) -> None:
    """Each of these labels opens a paragraph of the bundled texts."""
    assert find_marker(text) == marker


@pytest.mark.parametrize(
    "text",
    [
        "2.65亿元，重点投向",
        "2017年",
        "第四条新获得项目给予奖励",
        "三农服务",
        "（2017）》规定",
        "11个方面",
        "（○○）",
    ],
)
def test_number_inside_a_sentence_is_no_label(text: str) -> None:
    """A torn line may begin with a number that labels nothing."""
    assert find_marker(text) is None
