"""Lists of documents by year and by issuer, newest first."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Status
from corpus.catalog import Catalog
from corpus.records import Document, Validity
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch, measure

UNSTATED = Validity(None, None, "")


def document(number, issuer, day):
    """A document of one measure."""
    held = replace(measure("1", (("", "修路。"),), document=number), validity=UNSTATED)
    return Document(number, f"关于{number}的通知", issuer, "周村", day, UNSTATED, ("a",), (held,))


CATALOG = Catalog(
    (
        document("周某字〔2025〕1号", "周村区林业局", date(2025, 3, 1)),
        document("周某字〔2026〕2号", "周村区林业局 周村区渔业局", date(2026, 4, 1)),
        document("周某字〔2026〕3号", "周村区渔业局", date(2026, 5, 1)),
        document("周某字〔2024〕9号", "周村区水利局", None),
    ),
    "d",
)


def said(words, *years):
    """What one turn is answered in a talk that finds nothing."""
    search = FakeSearch(FakeFinding(query=FakeQuery(years=years)))
    return turns_over(CATALOG, search)(words)


@pytest.mark.parametrize(
    ("words", "years", "shown"),
    [
        ("2026年出的文件有哪些", (2026,), ["周某字〔2026〕3号", "周某字〔2026〕2号"]),
        ("区林业局发过哪些文件", (), ["周某字〔2026〕2号", "周某字〔2025〕1号"]),
        ("区林业局2025年印发了哪些文件？", (2025,), ["周某字〔2025〕1号"]),
        ("今年发了什么政策", (), ["周某字〔2026〕3号", "周某字〔2026〕2号"]),
        ("去年区渔业局的文件有几份", (), []),
        ("2024年的文件有哪些", (2024,), ["周某字〔2024〕9号"]),
    ],
)
def test_documents_are_listed_by_year_and_issuer(words, years, shown):
    """Those of both bodies count for each."""
    answer = said(words, *years)
    assert [each.doc.number for each in answer.measures] == shown
    assert answer.status is (Status.ANSWERED if shown else Status.NOT_COVERED)


@pytest.mark.parametrize("words", ["修路政策有哪些", "区林业局有哪些任务", "文件有哪些要求"])
def test_what_asks_for_no_list_of_documents_is_left_to_others(words):
    """A matter, duties, what a text asks for."""
    assert "手头这样的文件" not in said(words).text
