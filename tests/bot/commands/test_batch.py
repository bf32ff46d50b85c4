"""Batch: one answer a line in order; bad lines get an error and the rest go on."""

import json
from datetime import date

import pytest

from bot.answering.assistant import Assistant
from bot.commands.batch import answer_lines
from corpus.errors import WenzhengError
from tests.bot.fakes import FRIDGE, FakeCatalog, FakeSearch, found

GOOD = '{"id": "q1", "q": "旧冰箱换新有补贴吗"}'.encode()


def run(*lines, search=None, **options):
    bot = Assistant(FakeCatalog(), search or found(FRIDGE.id), today=lambda: date(2026, 11, 21))
    return [json.loads(line) for line in answer_lines(lines, bot.ask, **options)]


def test_answers_in_order_with_their_ids():
    """Ids come back, as text or number, in the order asked."""
    answers = run(GOOD, '{"id": 7, "q": "你好"}'.encode())
    assert [(a["id"], a["status"]) for a in answers] == [("q1", "answered"), (7, "chat")]


@pytest.mark.parametrize(
    ("line", "line_id"),
    [
        (b"not json", None),
        (b"[1, 2]", None),
        (b'"text"', None),
        (b'{"id": "x"}', "x"),
        (b'{"id": "x", "q": 5}', "x"),
        (b'{"id": "x", "q": "a", "session": 1}', "x"),
        (b'{"id": NaN, "q": "a"}', None),
        (b"\xff\xfe", None),
        (b"[" * 100_000, None),
        (b'{"id": 1' + b"0" * 5000 + b', "q": "a"}', None),
    ],
)
def test_a_bad_line_gets_an_error_and_the_rest_go_on(line, line_id):
    """The error carries the line's id where it has one; the next line is answered."""
    bad, good = run(line, GOOD)
    assert bad["id"] == line_id
    assert bad["error"]
    assert set(bad) == {"id", "error"}
    assert good["status"] == "answered"


@pytest.mark.parametrize(
    "typed", ["", "  ", "😀", "款", "冰" * 10_000, "\x00\x07", "<script>alert(1)</script>", "hello!", "12345"]
)
def test_odd_questions_get_a_friendly_answer(typed):
    """Anything that is a string is a question."""
    (answer,) = run(json.dumps({"id": "q", "q": typed}).encode())
    assert answer["text"]
    assert "error" not in answer


def test_half_a_character_is_printed_as_replacement():
    """A lone surrogate cannot be written as UTF-8."""
    (answer,) = run(b'{"id": "\\ud800", "q": "\\udc00"}')
    assert answer["question"] == "\ufffd"


def test_blank_lines_and_byte_order_mark_are_skipped():
    """Editors leave both."""
    assert [a["id"] for a in run(b"\xef\xbb\xbf" + GOOD, b"", b"  \n", GOOD)] == ["q1", "q1"]


def test_a_line_tells_its_region():
    """Region and day reach the search; without a region it is the bot's."""
    search = FakeSearch()
    run(
        '{"q": "低保标准", "region": "聊城"}'.encode(),
        '{"q": "低保标准"}'.encode(),
        search=search,
        as_of=date(2022, 1, 1),
    )
    assert search.asked == [
        ("低保标准", "聊城", date(2022, 1, 1)),
        ("低保标准", None, date(2022, 1, 1)),
    ]


def test_session_is_carried_through():
    """Lines of one conversation keep its mark."""
    (answer,) = run('{"id": "a", "q": "你好", "session": "s1"}'.encode())
    assert answer["session"] == "s1"


def test_an_error_of_ours_is_the_error_of_that_line():
    """An index that breaks on the way does not end the batch."""

    def broken(ask):
        raise WenzhengError("索引损坏")

    lines = [json.loads(line) for line in answer_lines([GOOD, GOOD], broken)]
    assert lines == [{"id": "q1", "error": "索引损坏"}] * 2


def test_answers_come_one_by_one():
    """The first answer is there before the second question is read."""

    def lines():
        yield GOOD
        raise AssertionError("read too early")

    bot = Assistant(FakeCatalog(), found(FRIDGE.id))
    assert "q1" in next(iter(answer_lines(lines(), bot.ask)))
