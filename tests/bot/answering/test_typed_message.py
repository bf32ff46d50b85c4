"""Reading: what is searched, and what cannot be."""

import pytest

from bot.answering.typed_message import read


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("<b>旧冰箱</b>换新", "旧冰箱 换新"),
        ("<SCRIPT>alert(1)</script>低保", "低保"),
        ("旧冰箱\x00\x1b换\n新", "旧冰箱 换 新"),
        ("面积<500平方米且>300", "面积<500平方米且>300"),
        ("低\u200b保", "低保"),
    ],
)
def test_question_is_cleaned(typed, question):
    """Markup and control characters go; figures between < and > stay."""
    assert read(typed).question == question


def test_what_was_typed_is_kept():
    """Only halves of characters are replaced."""
    assert read("<b>\ud800低保</b>").shown == "<b>\ufffd低保</b>"


@pytest.mark.parametrize("typed", ["低保", "dibao", "12345是什么电话", "2024〕11号"])
def test_readable(typed):
    """Two letters and more are a question, pinyin too."""
    assert not read(typed).unreadable


@pytest.mark.parametrize("typed", ["", "…", "１２３", "保", "a", "привет", "🚗"])
def test_unreadable(typed):
    """Nothing, figures alone, one letter, another script."""
    assert read(typed).unreadable


@pytest.mark.parametrize(
    "typed", ["How do I apply for a subsidy?", "Bonjour, où est la mairie ?", "こんにちは、補助金について"]
)
def test_another_language_is_told_that_documents_are_chinese(typed):
    """In Latin letters too, and Japanese for all its Chinese characters."""
    assert "Please ask in Chinese" in read(typed).unreadable


@pytest.mark.parametrize(
    "typed", ["jiu bing xiang huan xin", "nongcun dibao", "zhongxiao qiye daikuan tiexi"]
)
def test_pinyin_is_read(typed):
    """With blanks or without."""
    assert not read(typed).unreadable
