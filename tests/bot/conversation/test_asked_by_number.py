"""Documents and items asked for by number: the one meant, which one, or that there is none."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog, Replaced
from corpus.records import Document, Validity
from retrieval.question import item_named
from tests.bot.conversation.said_turns import turns_over
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


class Items(FakeSearch):
    """Finds nothing, and reads the item that a question names."""

    def search(self, question, **kwargs):
        """Nothing, with the item."""
        self.finding = FakeFinding(query=FakeQuery(item=item_named(question)))
        return super().search(question, **kwargs)


def said(words, catalog=CATALOG, **read):
    """What one turn is answered, read as given, in a talk that finds nothing."""
    search = FakeSearch(FakeFinding(query=FakeQuery(**read)))
    return turns_over(catalog, search)(words)


@pytest.mark.parametrize(
    ("words", "item", "years", "shown"),
    [
        ("2022年第3项", "3", (2022,), "周某字〔2022〕8号#3"),
        ("惠民政策清单第1项", "1", (), "周某字〔2022〕8号#1"),
        ("助企第2项找谁", "2", (), "周某字〔2024〕5号#2"),
        ("政策清单第4项", "4", (), "周某字〔2022〕8号#4"),
        ("2024年政策清单第1项", "1", (2024,), "周某字〔2024〕5号#1"),
        ("政策清单第1项养老", "1", (), "周某字〔2022〕8号#1"),
        ("惠民清单第3项", "3", (), "周某字〔2022〕8号#3"),
        ("2024年助企清单第2项", "2", (2024,), "周某字〔2024〕5号#2"),
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


def test_an_item_of_no_document_at_hand_is_told_so():
    """No measure of another document stands in for it."""
    answer = said("森林防火条例第2项", item="2")
    assert answer.status is Status.NOT_COVERED
    assert "没有标题里写着“森林防火条例”的文件" in answer.text


def test_an_item_under_a_heading_is_found_by_the_name_of_the_heading():
    """A sheet of a workbook counts its rows anew: the second sheet's first row is labelled 1·2."""
    rows = tuple(
        replace(measure(item, (("", text),), document="周某台账"), heading=heading, validity=UNSTATED)
        for item, text, heading in (("1", "修路。", ()), ("1·2", "种树。", ("绿化专项",)))
    )
    ledger = Document("周某台账", "重点任务台账", "", "周村", None, UNSTATED, ("a",), rows)
    found = said("绿化专项第1项", Catalog((ledger,), "d"), item="1")
    assert [each.id for each in found.measures] == ["周某台账#1·2"]


def test_after_one_item_another_number_is_another_item_of_its_document():
    """Only one measure was shown: the third item is no third of a list."""
    say = turns_over(CATALOG, Items())
    turns = [say(words) for words in ("惠民政策清单第4项", "第1项呢", "第9项呢")]
    assert [[each.item for each in turn.measures] for turn in turns] == [["4"], ["1"], []]
    assert "没有您说的这一项" in turns[2].text


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


@pytest.mark.parametrize("words", ["周某字〔2020〕3号还有效吗", "周某字〔2020〕3号", "周某字2020年3号文"])
def test_a_number_that_was_replaced_is_not_said_to_be_none(words):
    """It is told what has taken its place, and when it held."""
    former = replace(
        document("周某字〔2020〕3号", "助企办法", 2020, ["修路。"]),
        validity=Validity(date(2020, 5, 1), date(2024, 4, 30), "有效期至2024年4月30日"),
    )
    catalog = replace(CATALOG, replaced=(Replaced(former, "周某字〔2024〕5号"),))
    talk = Talk(Assistant(catalog, FakeSearch(FakeFinding(query=FakeQuery()))), MemorySessions())
    text = talk.ask(Ask(words, session="s", as_of=date(2026, 11, 30))).text
    assert "没有文号" not in text
    assert "2020年5月1日至2024年4月30日有效" in text
    assert "已被周某字〔2024〕5号取代" in text


def test_a_number_that_a_document_prints_beside_its_items_is_not_denied():
    """A table that has its number in a second line of the title."""
    sheet = replace(
        document("水价表", "水价表", 2026, ["每吨3元。"]), lead="水价表 青某价〔2026〕2号 2026年1月"
    )
    catalog = Catalog((*CATALOG.documents, sheet), "n")
    talk = Talk(Assistant(catalog, FakeSearch(FakeFinding(query=FakeQuery()))), MemorySessions())
    text = talk.ask(Ask("青某价〔2026〕2号是什么", session="s", as_of=date(2026, 11, 30))).text
    assert text == "手头没有文号是“青某价〔2026〕2号”的文件，印有这个文号的有：\n· 《水价表》"
