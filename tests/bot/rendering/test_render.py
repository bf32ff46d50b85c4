"""Renderers: the same words in text and HTML, the contract's fields in JSON."""

import html
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.rendering import render_html, render_json, render_text
from corpus.text.typesetting import utf16_length
from tests.bot.fakes import DOCUMENT, FRIDGE, FRIDGE_STEPS, SHIPS, FakeCatalog, found, measure


@pytest.fixture
def answer():
    bot = Assistant(FakeCatalog(), found(FRIDGE.id, SHIPS.id), today=lambda: date(2026, 11, 21))
    return bot.ask(Ask("旧冰箱换新有补贴吗", id="q1"))


def words_of(markup):
    return html.unescape(re.sub(r"</?(?:b|i|blockquote|tg-time)(?: [^<>]*)?>", "", markup))


def bare(text):
    return re.sub(r"\s", "", text)


def test_html_says_what_the_text_says(answer):
    """Without tags and entities the HTML is the text."""
    assert words_of(render_html.render(answer)) == answer.text == render_text.render(answer)


def test_html_marks_the_lead_and_the_department(answer):
    """Bold: that it has expired, and who to call."""
    page = render_html.render(answer)
    assert page.startswith("<b>此项政策已于2024年12月31日到期。</b>")
    assert "<b>区商务局</b> 商贸流通科 电话 0533-6195136" in page


def test_html_of_a_chat_reply_is_its_text():
    """No measures: the words, escaped."""
    said = Assistant(FakeCatalog(), found()).ask(Ask("你好"))
    assert words_of(render_html.render(said)) == said.text


def test_full_text_holds_every_section_and_the_contacts(answer):
    """What the button shows."""
    full = render_text.render_full(answer.measures[0])
    assert FRIDGE_STEPS in full
    assert "0533-6195136" in full
    assert words_of(render_html.render_full(answer.measures[0])) == full


@given(st.text(alphabet="<>&\"'补贴。\n；a", min_size=1, max_size=60))
def test_markup_in_a_source_is_escaped(text):
    """Whatever a document prints, the page holds only our tags."""
    held = measure("1", (("", text),), document=DOCUMENT.number)
    shown = Assistant(FakeCatalog((replaced(held),)), found()).show(held.id)
    page = render_html.render_full(shown)
    assert not re.search(r"<(?!/?(?:[bi]|blockquote(?: expandable)?)>)|&(?!amp;|lt;|gt;)", page)


def replaced(held):
    return replace(DOCUMENT, measures=(held,))


THEN = date(2024, 10, 1)
NOON = 1735617600
"""31 December 2024, 12:00 in China: 04:00 UTC."""
TAPPED = f'<tg-time unix="{NOON}">2024年12月31日</tg-time>'


def asked(day):
    """The answer to a question of that day."""
    return Assistant(FakeCatalog(), found(FRIDGE.id), today=lambda: day).ask(Ask("旧冰箱换新有补贴吗"))


def test_a_last_day_to_come_can_be_tapped_wherever_it_is_written():
    """In the line of the term and in the words of the document that it rests on; no word changes."""
    page = render_html.render(asked(THEN))
    assert page.count("2024年12月31日") == page.count(TAPPED) == 2
    assert words_of(page) == asked(THEN).text


def test_a_day_that_is_over_is_not_tapped():
    """Nobody needs to remember it."""
    assert "tg-time" not in render_html.render(asked(date(2025, 1, 1)))


def test_a_long_text_is_folded_between_its_heading_and_whom_to_call():
    """A short one stands open."""
    (shown,) = asked(THEN).measures
    page = render_html.render_full(shown, THEN)
    above, _, rest = page.partition("<blockquote expandable>")
    words, _, below = rest.partition("</blockquote>")
    assert bare(FRIDGE_STEPS) in bare(words_of(words))
    assert "0533-6195136" in below
    assert "0533-6195136" not in words + above
    short = replace(shown, sections=(replace(shown.sections[0], text="给予补贴。"),))
    assert "blockquote" not in render_html.render_full(short)


def test_plainer_markup_keeps_bold_and_the_words():
    """For servers that do not know the rest."""
    (shown,) = asked(THEN).measures
    page = render_html.render_full(shown, THEN)
    assert TAPPED in page
    plainer = render_html.plainer(page)
    assert words_of(plainer) == words_of(page)
    assert set(re.findall(r"<[^>]*>", plainer)) == {"<b>", "</b>", "<i>", "</i>"}


def test_a_very_long_sentence_still_fits_one_message():
    """Ten thousand characters without a full stop are cut, and the reply says so."""
    held = measure("1", (("", "补贴，" * 4000),), document=DOCUMENT.number)
    bot = Assistant(FakeCatalog((replaced(held),)), found(held.id))
    answer = bot.ask(Ask("补贴多少钱"))
    assert utf16_length(answer.text) <= 3800
    assert "请查看全文" in answer.text


def test_json_has_exactly_the_contract_s_fields(answer):
    """Names as agreed; dates in ISO form; enumerations as words."""
    data = json.loads(render_json.render(answer))
    assert set(data) == {
        "id", "question", "session", "as_of", "status", "text", "measures", "suggestions",
        "confidence",
    }  # fmt: skip
    assert (data["id"], data["as_of"], data["status"]) == ("q1", "2026-11-21", "answered")
    first = data["measures"][0]
    assert set(first) == {
        "id", "doc", "item", "heading", "text", "sections", "contacts", "validity",
        "applies", "applies_basis", "deadline", "highlights", "conditions", "terms", "nearby",
        "score", "kind", "related", "source_file", "page", "url", "scanned",
        "staff_fields", "also",
    }  # fmt: skip
    assert first["doc"]["issued"] == "2024-07-22"
    assert first["sections"][0]["name"] == "政策原文"
    assert first["validity"] == {
        "state": "expired",
        "from": "2024-07-22",
        "until": "2024-12-31",
        "basis": "未明确实施期限的有效期至2024年12月31日",
    }
    assert first["contacts"][0] == {
        "department": "区商务局", "canonical": "区商务局", "role": "lead",
        "office": "商贸流通科", "person": None, "phone": "6195136", "dial": "0533-6195136",
        "deadline": None, "source": "周政办字〔2024〕11号#19",
        "as_of": "2024-07-22", "inferred": False,
    }  # fmt: skip
