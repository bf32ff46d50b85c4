"""Questions as JSON lines in, answers as JSON lines out."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from bot.answer import Answer, Ask
from bot.messages import command_line as messages
from bot.rendering import render_json
from corpus.errors import WenzhengError

_TEXT_FIELDS = ("session", "region")


class _LineError(Exception):
    """A line is no question; carries the line's id where it has one."""

    def __init__(self, line_id: object, why: str) -> None:
        super().__init__(why)
        self.line_id = line_id


def answer_lines(
    lines: Iterable[bytes],
    answer: Callable[[Ask], Answer],
    *,
    as_of: date | None = None,
) -> Iterator[str]:
    """One line of JSON for every line that is not blank, in order; lines that are no question get an error.

    Example: b'{"id": "q1", "q": ""}' -> '{"id": "q1", "question": "", …}'
    """
    for number, line in enumerate(lines):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line
        if text.strip():
            yield _answered(text, answer, as_of)


def _answered(line: bytes, answer: Callable[[Ask], Answer], as_of: date | None) -> str:
    try:
        raw = _read(line)
    except _LineError as error:
        return _error(error.line_id, str(error))
    line_id = raw.get("id")
    ask = Ask(raw["q"], session=raw.get("session"), region=raw.get("region") or None, as_of=as_of)
    try:
        data = render_json.to_data(answer(ask))
    except WenzhengError as error:
        return _error(line_id, str(error))
    return render_json.dumps({**data, "id": line_id})


def _read(line: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise _LineError(None, messages.BATCH_NOT_UTF8) from error
    except (ValueError, RecursionError) as error:
        raise _LineError(None, messages.BATCH_NOT_JSON) from error
    if not isinstance(raw, dict):
        raise _LineError(None, messages.BATCH_NOT_OBJECT)
    line_id = raw.get("id")
    if not isinstance(raw.get("q"), str):
        raise _LineError(line_id, messages.BATCH_NOT_TEXT.format(field="q"))
    for field in _TEXT_FIELDS:
        if not isinstance(raw.get(field), str | None):
            raise _LineError(line_id, messages.BATCH_NOT_TEXT.format(field=field))
    return raw


def _refuse(constant: str) -> None:
    """NaN and Infinity are no JSON and could not be printed back."""
    raise ValueError(constant)


def _error(line_id: object, why: str) -> str:
    return render_json.dumps({"id": line_id, "error": why})
