"""What the publisher of a document says of its validity beside the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.records import Validity

_VOID = re.compile(r"(?:[有时]效性|文件状态|效力状态)：(?:已|全文|宣布)*(?:失效|废止|无效|作废)|是否有效：否")
_START = re.compile(r"(?:施行|实施|生效)日期：(?P<day>.*)")
_END = re.compile(r"(?:(?:失效|废止)(?:日期|时间)|有效期限?)：(?:.*[至到—])?(?P<day>.*)")
_DAY = re.compile(r"((?:19|20)\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})日?")


def marked(marks: Sequence[str], stated: Validity) -> Validity:
    """The validity that a text states, and what the marks add: 失效 overrides whatever the text says.

    A day of the table counts only where the text names none. 有效 is ignored: it was true when the page was
    saved.

    Example: `有效性：失效` -> void, with these words as basis
    """
    void = next((mark for mark in marks if _VOID.fullmatch(mark)), None)
    start, end = _dated(marks, _START), _dated(marks, _END)
    validity = stated
    if start and stated.valid_from is None:
        validity = replace(validity, valid_from=start[0], basis=validity.basis or start[1])
    if end and stated.until is None:
        validity = replace(validity, until=end[0], basis=end[1])
    return replace(validity, basis=void, void=True) if void else validity


def _dated(marks: Sequence[str], pattern: re.Pattern[str]) -> tuple[date, str] | None:
    """The day that a mark gives, and its words."""
    for mark in marks:
        match = pattern.fullmatch(mark)
        printed = _DAY.fullmatch(match["day"]) if match else None
        if printed:
            try:
                return date(*map(int, printed.groups())), mark
            except ValueError:
                continue
    return None
