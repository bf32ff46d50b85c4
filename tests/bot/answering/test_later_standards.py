"""What has raised a standard since."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask
from bot.answering import Assistant, read
from bot.answering.quoting.later_standards import raised_later
from retrieval.question import Asked
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeQuery, FakeSearch, measure

SET = measure("1", (("", "孤儿养育标准提高到每人每月1200元。"),), document="青民发〔2020〕1号")
RAISED = "将孤儿和困境儿童基本生活养育标准，在上年基础上再提高10%。"
SINCE = measure("7", (("", RAISED),), document="青民发〔2022〕7号")
OTHER = measure("8", (("", "企业最低工资标准再提高5%。"),), document="青民发〔2022〕8号")
TITLE = "青禾县民政局关于提高孤儿基本生活养育标准的通知"


def _document(one, issued, region="青禾县", title=TITLE):
    return replace(DOCUMENT, number=one.document, title=title, issued=issued, region=region, measures=(one,))


def _raised(since, question="孤儿养育标准多少钱", wishes=(Asked.AMOUNT,)):
    catalog = FakeCatalog((_document(SET, date(2020, 5, 1)), since))
    query = FakeQuery(regions=("青禾县",), wishes=frozenset(wishes))
    return raised_later(catalog, question, query, SET)


def test_a_later_rise_of_the_same_place_is_told():
    later = _raised(_document(SINCE, date(2022, 3, 1)))
    assert (later.number, later.item, later.words) == ("青民发〔2022〕7号", "7", RAISED)


@pytest.mark.parametrize(
    "since",
    [
        _document(SINCE, date(2019, 3, 1)),
        _document(SINCE, None),
        _document(SINCE, date(2022, 3, 1), region="清河县"),
        _document(OTHER, date(2022, 3, 1)),
    ],
    ids=["earlier", "undated", "of another place", "on something else"],
)
def test_what_does_not_raise_it_is_not_told(since):
    assert _raised(since) is None


def test_it_is_told_only_where_the_amount_is_asked_for():
    assert _raised(_document(SINCE, date(2022, 3, 1)), "孤儿养育找谁办", ()) is None


def test_the_answer_says_so_above_the_old_amount():
    catalog = FakeCatalog((_document(SET, date(2020, 5, 1)), _document(SINCE, date(2022, 3, 1))))
    query = FakeQuery(regions=("青禾县",), wishes=frozenset((Asked.AMOUNT,)))
    search = FakeSearch(FakeFinding(hits=(FakeHit(SET.id),), rejected=(FakeHit(SINCE.id, 0.4),), query=query))
    text = Assistant(catalog, search).ask(Ask("孤儿养育标准多少钱")).text
    assert text.index("此后2022年3月1日的青民发〔2022〕7号第7项写到再提高") < text.index("1200元")
    assert RAISED in text


class _PlainlyTyped(FakeSearch):
    """Reads what is typed without a search."""

    def as_typed(self, question, as_of):
        return self.finding.query


def test_a_talk_that_goes_on_is_told_of_the_rise_too():
    """涨了吗 after the amount: the old one is never shown alone."""
    catalog = FakeCatalog((_document(SET, date(2020, 5, 1)), _document(SINCE, date(2022, 3, 1))))
    query = FakeQuery(regions=("青禾县",), wishes=frozenset((Asked.AMOUNT,)))
    search = _PlainlyTyped(FakeFinding(hits=(FakeHit(SET.id),), query=query))
    assistant = Assistant(catalog, search)
    blank = assistant.blank(Ask("涨了吗"), read("涨了吗"))
    assert RAISED in assistant.answered(blank, "涨了吗，孤儿养育标准多少钱", [SET.id]).text
