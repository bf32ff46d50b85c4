"""Plain words are shown as they are where Markdown is read."""

import pytest

from bot.wecom.plain_markdown import markdown_of


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("每户补贴3~5万元，第二年~第三年减半", "每户补贴3～5万元，第二年～第三年减半"),
        ("回复数字选择：\n3. 要一张图片\n4. 留言", "回复数字选择：  \n3．要一张图片  \n4．留言"),
        ("标准为2.5亩", "标准为2.5亩"),
        ("# 申报条件\n> 引自\n- 甲", "＃ 申报条件  \n＞ 引自  \n－ 甲"),
        ("周政办字〔2024〕11号#19", "周政办字〔2024〕11号#19"),
        ("*注：`甲`", "＊注：｀甲｀"),
        ("看 https://zc.example.gov.cn/~a/*b 全文", "看 https://zc.example.gov.cn/~a/*b 全文"),
        ("网址：https://a.gov.cn/x，补贴*3~5元*", "网址：https://a.gov.cn/x，补贴＊3～5元＊"),
        ("第一段\n\n第二段", "第一段\n\n第二段"),
    ],
)
def test_nothing_in_a_text_is_taken_for_markup(text, markdown):
    """Signs stand full-width, addresses as they are; a line stays a line."""
    assert markdown_of(text) == markdown
