"""Of notices that come out anew every year, that of the year asked for leads, else the newest."""

from datetime import date

import pytest

from bot.answering.leading.yearly_notices import of_the_year
from corpus.records import Document, Validity
from tests.bot.fakes import FakeCatalog, FakeFinding, FakeQuery, measure

NO_TERM = Validity(None, None, "")
DAY = date(2026, 11, 30)


def notice(year, text, title="关于公布{}年度暖气费标准的通知", region="青榆县"):
    """The notice of a year, issued in the autumn before, of two articles."""
    number = f"{region}{title.format(year)}"
    articles = (("一", text), ("二", "本通知由价格科解释。"))
    items = tuple(measure(item, (("", words),), document=number) for item, words in articles)
    return Document(number, number[3:], "", region, date(year - 1, 9, 20), NO_TERM, (), items)


def led_by(question, *documents, years=()):
    """The title of the document whose measure leads, where the first one was found before the others."""
    catalog = FakeCatalog(documents)
    found = [(document.measures[0].id, 0.9) for document in documents]
    finding = FakeFinding(query=FakeQuery(years=years))
    (lead, _), *_ = of_the_year(catalog, question, finding, DAY, found[:1], found)
    assert lead.endswith("一")
    return catalog.document(catalog.measure(lead).document).title


THEN = notice(2025, "暖气费每平方米22元。")
NOW = notice(2026, "暖气费每平方米23元。")


@pytest.mark.parametrize(
    ("question", "years", "title"),
    [
        ("暖气费多少一平", (), NOW.title),
        ("今年暖气费多少一平", (), NOW.title),
        ("去年暖气费多少一平", (), THEN.title),
        ("2025年暖气费多少一平", (2025,), THEN.title),
    ],
)
def test_the_notice_of_the_year_leads(question, years, title):
    """The older one was found first; 去年 is 2025."""
    assert led_by(question, THEN, NOW, years=years) == title


@pytest.mark.parametrize(
    "other",
    [
        notice(2026, "暖气费每平方米30元。", region="望潭县"),
        notice(2026, "水费每吨3元。", title="关于公布{}年度水费标准的通知"),
        notice(2028, "暖气费每平方米25元。"),
    ],
    ids=["another place", "another matter", "not yet issued"],
)
def test_what_is_no_later_edition_takes_no_lead(other):
    """Of another place, of another matter, issued after the day that is asked on."""
    assert led_by("暖气费多少一平", THEN, other) == THEN.title
