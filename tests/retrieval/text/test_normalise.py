"""Making texts comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.normalise import plain, shortened, without_markup, without_politeness


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ＰＵＥ　降０．０３", "pue 降0.03"),
        ("  低保\n\n标准\t", "低保 标准"),
        ("补贴\x00\u200b多少", "补贴 多少"),
        ("３５％", "35%"),
        ("\ud800低保", "低保"),
    ],
)
def test_plain_folds_width_case_and_white_space(written: str, read: str) -> None:
    """Full width, capitals, line ends and invisible characters make no difference."""
    assert plain(written) == read


@given(st.text())
def test_plain_is_idempotent_and_printable(text: str) -> None:
    """Reading twice changes nothing, and the result can be encoded."""
    once = plain(text)
    assert plain(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("您好，请问低保多少钱？谢谢", "低保多少钱？"),
        ("麻烦问一下,旧冰箱换新有补贴吗", "旧冰箱换新有补贴吗"),
        ("你好", "你好"),
        ("请问您好谢谢", "请问您好谢谢"),
        ("问问题库建设归谁管", "问问题库建设归谁管"),
        ("hello,低保多少钱", "低保多少钱"),
        ("hi低保多少钱", "低保多少钱"),
        ("highway收费减免吗", "highway收费减免吗"),
    ],
)
def test_politeness_goes_and_content_stays(asked: str, meant: str) -> None:
    """Greeting and thanks drop out; a question of nothing else stays as it is."""
    assert without_politeness(asked) == meant


def test_long_question_keeps_both_ends() -> None:
    """A wish stands first or last, so both ends of an over-long text remain."""
    text = "开头" + "中" * 1000 + "结尾"
    short = shortened(text, 100)
    assert len(short) == 100
    assert short.startswith("开头")
    assert short.endswith("结尾")


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("<script>alert(1)</script>低保多少钱", "低保多少钱"),
        ("<b>低保</b>多少", "低保 多少"),
        ("https://example.com/a?b=1 低保多少", "低保多少"),
        ("http://example.com低保多少", "低保多少"),
        ("pue<1.3补多少", "pue<1.3补多少"),
        ("https://example.com", ""),
    ],
)
def test_markup_is_no_part_of_a_question(pasted: str, read: str) -> None:
    """Tags, scripts and addresses go; a sign for less is none."""
    assert without_markup(pasted) == read
