"""Splitting: parts fit, cut at clauses, keep tags whole, lose nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.splitting import split_message
from corpus.text.typesetting import utf16_length

TAGGED = st.lists(
    st.sampled_from(
        [
            "支持老旧小区改造。",
            "<b>找谁问</b>",
            "&amp;",
            "😀",
            "，",
            "\n\n",
            "<i>依据：《办法》</i>",
            "<b>甲<i>乙</i></b>",
            '<tg-time unix="1">1日</tg-time>',
            "A",
        ]
    ),
    max_size=120,
).map("".join)


def without_marks(text):
    return re.sub(r"</?(?:b|i|blockquote|tg-time)(?: [^<>]*)?>|\s", "", text)


def test_short_text_is_one_part():
    """What fits is left as it is."""
    assert split_message("补贴1万元。") == ["补贴1万元。"]


def test_blank_text_has_no_parts():
    """A channel refuses blank messages."""
    assert split_message(" \n ") == []


def test_cuts_after_the_last_full_stop_that_fits():
    """The cut falls after the full stop although the comma after it would fit too."""
    text = "第一句话到这里为止了，真的为止了。第二句话，比较长放不下了吧是不是"
    assert split_message(text, 24) == [
        "第一句话到这里为止了，真的为止了。",
        "第二句话，比较长放不下了吧是不是",
    ]


def test_prefers_a_line_break():
    """The first line goes whole, although the second's clause would fit in part."""
    text = "一二三四五六七八九十。一二三四。\n甲乙丙，丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
    assert split_message(text, 30) == [
        "一二三四五六七八九十。一二三四。",
        "甲乙丙，丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
    ]


def test_emoji_count_twice():
    """Telegram counts UTF-16 code units: 3000 emoji are 6000."""
    parts = split_message("😀" * 3000)
    assert [utf16_length(part) for part in parts] == [4096, 1904]


def test_open_bold_is_closed_and_opened_again():
    """A cut inside <b> leaves both parts well formed."""
    first, *rest = split_message("<b>" + "字" * 60 + "</b>", 40)
    assert first.startswith("<b>")
    assert first.endswith("</b>")
    assert all(part.startswith("<b>") and part.endswith("</b>") for part in rest)


def test_entities_stay_whole():
    """&amp; is never cut."""
    assert all(re.fullmatch(r"(?:&amp;)+", part) for part in split_message("&amp;" * 100, 64))


def test_a_limit_below_the_tags_is_refused():
    """There must be room for a character beside the tags."""
    with pytest.raises(ValueError, match="too small"):
        split_message("字" * 100, 10)


def test_a_folded_text_is_folded_in_every_part():
    """With what is bold in it; a day that can be tapped is not cut in two."""
    day = '<tg-time unix="1735617600">2024年12月31日</tg-time>'
    parts = split_message(f"<blockquote expandable><b>{'字' * 60}</b>{day}</blockquote>", 120)
    assert len(parts) == 2
    assert all(part.startswith("<blockquote expandable>") for part in parts)
    assert all(part.endswith("</blockquote>") for part in parts)
    assert day in parts[1]


@pytest.mark.parametrize("form", ["{}", "<blockquote expandable>{}</blockquote>"])
@given(text=TAGGED, limit=st.integers(min_value=90, max_value=150))
def test_parts_fit_and_lose_nothing(form, text, limit):
    """For any text: each part within the limit and not blank; all words kept in order."""
    text = form.format(text)
    parts = split_message(text, limit)
    assert all(utf16_length(part) <= limit and part.strip() for part in parts)
    assert without_marks("".join(parts)) == without_marks(text)
