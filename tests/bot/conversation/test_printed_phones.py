"""Phones are looked for in every text before one is denied."""

from dataclasses import replace

import pytest

from bot.answer import Status
from bot.conversation.about_departments.printed_phones import said_of
from corpus.catalog import Catalog, Replaced
from corpus.records import Responsibility, Role, Section
from retrieval.indexing import with_records_aside
from tests.bot.conversation.printed_bodies import document_of
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch


def _document(number, text, lead="", *duties):
    return document_of(number, "周村", "周村区事项", text, lead, *duties)


CATALOG = Catalog(
    (
        _document(
            "周某发〔2026〕1号",
            "区财政局负责。",
            "意见可拨打0533-6100041（区应急管理局危化科）。 投诉电话：0533-6100042（区民政局办公室）。",
            Responsibility("区财政局", "区财政局", Role.LEAD, phone="6100043"),
            Responsibility("区民政局", "区民政局", Role.SUPPORT),
            Responsibility("区应急管理局", "区应急局", Role.SUPPORT),
        ),
        _document(
            "周某发〔2026〕2号",
            "区公安局负责核对户籍（户政中心，0533-6100045）。",
            "",
            Responsibility("区公安局", "区公安局", Role.RESPONSIBLE),
            Responsibility("户政中心", "户政中心", Role.SUPPORT),
        ),
    ),
    "d",
    (
        Replaced(
            _document("周某发〔2023〕9号", "由企业报区财政局国资科，电话0533-6100044。"), "周某发〔2026〕1号"
        ),
    ),
)


def _said(words):
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    return turns_over(CATALOG, search)(words, region="周村")


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("应急局电话", "6100041"),
        ("应急管理局危化科电话", "6100041"),
        ("民政局办公室电话", "6100042"),
        ("0533-6100042是哪的", "6100042"),
        ("6100041是谁的电话", "区应急管理局危化科"),
    ],
)
def test_a_phone_outside_all_items_is_shown_as_printed(words, phone):
    """In the covering note, or below a table."""
    answer = _said(words)
    assert answer.status is Status.ANSWERED
    assert phone in answer.text
    assert "周某发〔2026〕1号" in answer.text


@pytest.mark.parametrize("words", ["6100044是哪的", "财政局国资科电话"])
def test_a_phone_of_a_replaced_document_is_shown_as_that(words):
    """With the document that has taken its place."""
    answer = _said(words)
    assert "6100044" in answer.text
    assert "已被周某发〔2026〕1号取代" in answer.text


def test_what_no_text_prints_is_denied():
    """A number, an office, a body."""
    assert "没有6100099这个号码" in _said("0533-6100099是哪的").text
    assert "没有印国库科的电话" in _said("财政局国库科电话").text
    assert "6100043" in _said("财政局国库科电话").text


def test_a_phone_beside_another_body_is_not_given_to_this_one():
    """A sentence that names two bodies says of neither whose it is."""
    text = "区民政局会同区应急管理局办理，电话0533-6100045。"
    both = replace(
        CATALOG.documents[0], measures=(replace(CATALOG.documents[0].measures[0], text=text),), lead=""
    )
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    catalog = Catalog((both,), "b")
    say = turns_over(catalog, search)
    answer = say("民政局电话", region="周村")
    assert "6100045" not in answer.text


@pytest.mark.parametrize("words", ["南郊镇镇长电话", "区财政局局长电话多少"])
def test_the_phone_of_a_post_that_no_text_names_there_is_denied(words):
    """Another desk's phone would be taken for it."""
    answer = _said(words)
    assert answer.status is Status.NOT_COVERED
    assert "长的电话" in answer.text


def test_a_post_that_a_text_names_there_is_searched():
    """The row has 书记 of that community."""
    row = replace(
        CATALOG.documents[0].measures[0],
        text="凤阳社区\n林青",
        sections=(Section("社区", "凤阳社区"), Section("书记", "林青")),
    )
    search = FakeSearch(FakeFinding(query=FakeQuery()))
    catalog = Catalog((replace(CATALOG.documents[0], measures=(row,), lead=""),), "p")
    say = turns_over(catalog, search)
    say("凤阳社区书记电话", region="周村")
    assert search.asked


def test_a_phone_in_a_bracket_is_shown_for_the_body_before_it():
    """With the sentence as printed, which names the desk."""
    assert "（户政中心，0533-6100045）" in _said("区公安局电话").text


def test_where_to_complain_about_a_body_is_shown_as_printed():
    """投诉电话 stands below a table, with the body behind it; nothing is said where nothing is printed."""
    assert "6100042" in _said("民政局投诉电话").text
    assert "6100042" not in _said("财政局投诉电话").text


@pytest.mark.parametrize("name", ["周村区民政局", "区民政局"])
def test_a_body_is_found_in_records_on_the_disk_by_whatever_it_is_called(name):
    """The sentence stands behind one that names another body, in a document of many."""
    first = CATALOG.documents[0].measures[0]
    text = f"{name}受理咨询，电话0533-6100046。"
    documents = (
        CATALOG.documents[0],
        _document("周某发〔2026〕2号", "区财政局解释，电话0533-6100047。", ""),
        replace(_document("周某发〔2026〕3号", text), measures=(replace(first, text=text),)),
    )
    bodies = [("周村", "区民政局")]
    for known in (documents, with_records_aside(documents)):
        said = said_of(Catalog(known, "d"), bodies)
        assert [each.words for each in said] == ["投诉电话：0533-6100042（区民政局办公室）。", text]
