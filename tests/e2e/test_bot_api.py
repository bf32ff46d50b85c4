"""The strict server itself: what it must refuse, it refuses."""

import pytest

from tests.e2e.bot_api import TOKEN, BotApi
from tests.e2e.bot_api_rules import ApiError, check_html, check_keyboard, check_text


@pytest.mark.parametrize(
    "text",
    [
        *("<b>开", "开</b>", "<b><i>错</b></i>", "甲 & 乙", "1 < 2", "<u2>x</u2>", "<div>x</div>"),
        *("<tg-time>x</tg-time>", '<b class="x">x</b>'),
        "<blockquote><blockquote>x</blockquote></blockquote>",
    ],
)
def test_malformed_html_is_refused(text):
    """Unclosed, crossed or unknown tags and bare signs are errors."""
    with pytest.raises(ApiError, match="can't parse entities"):
        check_html(text)


def test_good_html_passes():
    """Nested tags and entities are fine."""
    check_html('<blockquote expandable><b>甲</b><tg-time unix="1" format="D">乙</tg-time></blockquote>')
    check_html("<b>甲<i>乙</i></b> &lt;丙&gt; &amp; &#39;")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), (" \n", "empty"), ("字" * 4097, "too long"), ("😀" * 2049, "too long")],
)
def test_a_blank_or_over_long_text_is_refused(text, reason):
    """The limit is 4096 UTF-16 code units: an emoji counts two."""
    with pytest.raises(ApiError, match=reason):
        check_text({"text": text})


def test_a_text_at_the_limit_passes():
    """4096 units are allowed."""
    check_text({"text": "😀" * 2048})


@pytest.mark.parametrize(
    "markup",
    [
        "x",
        {"inline_keyboard": [[]]},
        {"inline_keyboard": [[{"text": "甲"}]]},
        {"inline_keyboard": [[{"text": "", "callback_data": "a"}]]},
        {"inline_keyboard": [[{"text": "甲", "callback_data": "字" * 22}]]},
    ],
)
def test_a_malformed_keyboard_is_refused(markup):
    """Rows hold buttons; data are 1 to 64 bytes, where a Chinese character takes three."""
    with pytest.raises(ApiError, match="Bad Request"):
        check_keyboard(markup)


def test_unknown_methods_and_tokens_are_refused():
    """404 for a method that does not exist, 401 for another token."""
    api = BotApi().start()
    try:
        assert api.answer(TOKEN, "sendNothing", {})[0] == 404
        assert api.answer("1:x", "getMe", {})[0] == 401
    finally:
        api.close()
