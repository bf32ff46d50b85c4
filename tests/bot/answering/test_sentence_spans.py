"""Sentences: where they end, and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.wording.sentence_spans import sentences, split
from corpus.records import Section


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("补贴1万元；凭证（含发票；收据）交区局。", ["补贴1万元；", "凭证（含发票；收据）交区局。"]),
        ("实行“告知承诺制。”之后办理。", ["实行“告知承诺制。”", "之后办理。"]),
        ("1.加强宣传。\n2.及时下达上级资金", ["1.加强宣传。", "2.及时下达上级资金"]),
        ("标准如下：\n每户2万元。", ["标准如下：\n每户2万元。"]),
        ("（括号没有合上。\n下一段。", ["（括号没有合上。", "下一段。"]),
        ("  \n", []),
    ],
)
def test_cuts(text, expected):
    """At 。；！？ and line breaks, outside brackets and quotation marks; a colon holds on to what follows."""
    assert [text[start:end] for start, end in split(text)] == expected


def test_sections_are_counted():
    """Each sentence knows the section it stands in."""
    found = sentences((Section("政策原文", "给予补贴。"), Section("落实目标", "争取资金。")))
    assert [(s.section, s.text) for s in found] == [(0, "给予补贴。"), (1, "争取资金。")]


@given(st.text(alphabet="补贴。；：（）“”\n 1a", max_size=80))
def test_nothing_is_lost(text):
    """Without white space the sentences are the text."""
    joined = "".join(text[start:end] for start, end in split(text))
    assert "".join(joined.split()) == "".join(text.split())
