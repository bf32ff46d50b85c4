"""One update that cannot be read stops none of those behind it."""

import json
import logging

import pytest

from bot.telegram.readable_updates import one_line, readable

PERSON = {"id": 7, "is_bot": False, "first_name": "群众"}
CHAT = {"id": 7, "type": "private"}
GOOD = {
    "update_id": 5,
    "message": {"message_id": 1, "date": 1_795_219_200, "chat": CHAT, "from": PERSON, "text": "你好"},
}


def fetched(*updates):
    """What is read of a reply of the server."""
    return json.loads(readable(json.dumps({"ok": True, "result": updates}).encode()))["result"]


def test_updates_that_can_be_read_stay_as_they_are():
    """Byte for byte."""
    body = json.dumps({"ok": True, "result": [GOOD]}).encode()
    assert readable(body) is body


@pytest.mark.parametrize(
    "broken",
    [
        {"update_id": 4, "poll": {"id": "1"}},
        {"update_id": 4, "message": {"text": "无号"}},
        {"update_id": 4, "message": GOOD["message"] | {"date": 10**30}},
        {"update_id": 4, "message": GOOD["message"] | {"chat": {"id": {}, "type": "private"}}},
        {"update_id": 4, "message": GOOD["message"] | {"text": ["列表"]}},
        {"update_id": 4, "message": []},
    ],
)
def test_one_that_cannot_is_reduced_to_its_number(broken):
    """So that it is confirmed; the next one is read."""
    assert fetched(broken, GOOD) == [{"update_id": 4}, GOOD]


def test_what_has_no_number_is_left_out():
    """Nothing could confirm it."""
    assert fetched("x", {"message": {}}, GOOD) == [GOOD]


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"ok":false}', b'{"result":{}}'])
def test_other_replies_pass(body):
    """Errors and results of other shapes are the library's."""
    assert readable(body) is body


def test_what_the_library_logs_of_them_is_one_line_without_their_words():
    """It would log all data and a traceback."""
    error = ValueError("私事")
    told = (type(error), error, None)
    record = logging.LogRecord("telegram.ext.Updater", logging.CRITICAL, "", 0, "got %r", ("私事",), told)
    assert one_line(record)
    assert (record.getMessage(), record.exc_info) == ("event=update_unreadable", None)
