"""What regulates the very matter of a question, behind what only mentions it."""

from dataclasses import replace

import pytest

from bot.answering.leading.very_matter import VeryMatter
from retrieval.deciding import Reason, Verdict
from retrieval.question import Asked
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeQuery, measure

STOVES, ALLOWANCES = "青民发〔2026〕1号", "青民发〔2026〕2号"
STOVE = measure("3", (("", "生物质炉具每户600元，其中低保户再加200元。"),), document=STOVES)
CARE = measure("4", (("", "护理补贴每月140元，不要求低保。"),), document=STOVES)
STANDARD = measure("1", (("", "标准提高到每人每月660元。"),), document=ALLOWANCES)
QUERY = FakeQuery(wishes=frozenset((Asked.AMOUNT,)))
FOUND = FakeFinding(hits=(FakeHit(STOVE.id, 0.8),), rejected=(FakeHit(CARE.id, 0.7),), query=QUERY)
UNFOUND = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, rejected=(FakeHit(STANDARD.id, 0.1),))


def _catalog(title="关于提高城乡低保标准的通知"):
    return FakeCatalog(
        (
            replace(DOCUMENT, number=STOVES, title="关于清洁取暖补贴的通知", measures=(STOVE, CARE)),
            replace(DOCUMENT, number=ALLOWANCES, title=title, measures=(STANDARD,)),
        )
    )


def _found(question, finding=FOUND, again=None, title="关于提高城乡低保标准的通知"):
    """The id that leads, and which measures the second search was to leave out."""
    without = []

    def search(ids):
        without.append(ids)
        return again or FakeFinding(hits=(FakeHit(STANDARD.id, 0.6),), query=QUERY)

    found = VeryMatter(_catalog(title)).found(question, finding, search)
    return found.hits[0].measure_id if found.hits else None, without


@pytest.mark.parametrize("question", ["低保多少", "低保标准", "低保一个月多少钱"])
def test_the_notice_on_the_matter_goes_before_those_that_only_mention_it(question):
    """They are looked behind, however many of them come first."""
    assert _found(question) == (STANDARD.id, [frozenset((STOVE.id, CARE.id))])


@pytest.mark.parametrize("question", ["低保户补多少", "低保户炉具补多少", "炉具补多少"])
def test_who_asks_for_what_the_mention_is_about_is_answered_with_it(question):
    """And nothing is searched again."""
    assert _found(question) == (STOVE.id, [])


def test_a_refused_question_is_answered_where_mentions_hid_the_measure():
    refused = replace(FOUND, verdict=Verdict.NOT_COVERED, hits=(), rejected=FOUND.hits)
    assert _found("低保多少", refused)[0] == STANDARD.id


@pytest.mark.parametrize(
    ("again", "title"),
    [(UNFOUND, "关于提高城乡低保标准的通知"), (None, "关于最低工资标准的通知")],
    ids=["refused", "on another matter"],
)
def test_nothing_changes_where_nothing_on_the_matter_stands_behind(again, title):
    assert _found("低保多少", again=again, title=title)[0] == STOVE.id


def test_a_question_that_names_its_document_keeps_what_it_found():
    named = replace(FOUND, query=FakeQuery(documents=(STOVES,)))
    assert _found("青民发〔2026〕1号低保多少", named) == (STOVE.id, [])
