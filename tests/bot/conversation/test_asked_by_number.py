"""Documents and items asked for by number: the one meant, which one, or that there is none."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from corpus.records import Document, Validity
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch, measure

UNSTATED = Validity(None, None, "")


def document(number, title, year, texts):
    """A document of 周村 whose items have these texts, from 1."""
    measures = tuple(
        replace(measure(str(item), (("", text),), document=number), validity=UNSTATED)
        for item, text in enumerate(texts, 1)
    )
    return Document(number, title, "", "周村", date(year, 5, 1), UNSTATED, ("a",), measures)


CATALOG = Catalog(
    (
        document("周某字〔2024〕5号", "关于印发助企政策清单的通知", 2024, ["修路。", "建桥。", "通水。"]),
        document(
            "周某字〔2022〕8号",
            "关于印发惠民政策清单的通知",
            2022,
            ["养老。", "托幼，按照鲁某发〔2020〕14号执行。", "助残。", "救助。"],
        ),
    ),
    "d",
)


def said(words, **read):
    """What one turn is answered, read as given, in a talk that finds nothing."""
    search = FakeSearch(FakeFinding(query=FakeQuery(**read)))
    talk = Talk(Assistant(CATALOG, search, today=lambda: date(2026, 11, 21)), MemorySessions())
    return talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize(
    ("words", "item", "years", "shown"),
    [
        ("2022年第3项", "3", (2022,), "周某字〔2022〕8号#3"),
        ("惠民政策清单第1项", "1", (), "周某字〔2022〕8号#1"),
        ("助企第2项找谁", "2", (), "周某字〔2024〕5号#2"),
        ("政策清单第4项", "4", (), "周某字〔2022〕8号#4"),
        ("2024年政策清单第1项", "1", (2024,), "周某字〔2024〕5号#1"),
        ("政策清单第1项养老", "1", (), "周某字〔2022〕8号#1"),
    ],
)
def test_an_item_is_that_of_the_document_which_year_or_title_tell(words, item, years, shown):
    """Words beside them must stand in the item."""
    assert [each.id for each in said(words, item=item, years=years).measures] == [shown]


def test_which_item_is_asked_where_several_documents_have_it():
    """Both lists have a second item."""
    answer = said("政策清单第2项", item="2")
    assert answer.status is Status.CLARIFY
    assert [option.says for option in answer.options] == ["周某字〔2024〕5号第2项", "周某字〔2022〕8号第2项"]


def test_an_item_that_the_document_lacks_is_told_so():
    """No other item stands in for it."""
    answer = said("2022年第9项", item="9", years=(2022,))
    assert answer.status is Status.NOT_COVERED
    assert answer.text.startswith("周某字〔2022〕8号里没有第9项")


def test_a_document_that_is_not_at_hand_is_told_so():
    """Nothing else is answered in its place, whatever shares its serial."""
    answer = said("请问国某发〔2019〕7号怎么规定的")
    assert answer.status is Status.NOT_COVERED
    assert answer.text.startswith("没有文号为“国某发〔2019〕7号”的文件")


def test_what_cites_a_document_that_is_not_at_hand_is_named():
    """Item 2 of 8号 prints the number."""
    answer = said("鲁某发[2020]14号")
    assert [option.says for option in answer.options] == ["周某字〔2022〕8号第2项"]


def test_numbers_of_the_same_year_and_serial_are_named():
    """Somebody may have mistaken the issuer."""
    answer = said("区某办〔2024〕5号讲了啥")
    assert "年份和序号相同的有：\n· 周某字〔2024〕5号" in answer.text


def test_a_question_that_only_cites_a_number_is_left_to_the_search():
    """It asks for its own matter."""
    words = "按照国某发〔2019〕7号我家孩子在外地上学能不能领困难补助"
    assert "没有文号" not in said(words).text
