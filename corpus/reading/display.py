"""Numbers and dates of a worksheet as the worksheet shows them."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+|AM/PM|上午/下午", re.IGNORECASE)
_NUMBER_PART = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_CLOCK = re.compile(r"\s+h+:mm(?::ss)?$", re.IGNORECASE)
"""Worksheets keep a day as its midnight; programs that write them add the clock to its format."""
_DIGITS = 11
"""How many digits a worksheet shows of a number without a format."""
_SHORT_DATE = "mm-dd-yy"
"""The built-in short date, shown in the form of the country: yyyy/m/d in China."""

Value = str | int | float | bool | datetime | date | time | timedelta | None


def shown(value: Value, number_format: str) -> str:
    """A cell as displayed.

    Example: `45127, yyyy"年"m"月"d"日"` -> `2023年7月20日`; `3.0, General` -> `3`
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date, time)):
        return _moment(value, number_format)
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    pattern = number_format.split(";")[0]
    literal = _QUOTED.sub("", pattern)
    match = _NUMBER_PART.search(literal)
    if not match or "E" in literal or "/" in literal:
        return _general(value)
    percent = "%" in literal
    amount = Decimal(repr(value)) * (100 if percent else 1)
    decimals = len(match[1] or "")
    rounded = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in match[0] else f"{rounded:f}"
    optional = len(match[1] or "") - (match[1] or "").count("0")
    text = _trim(text, optional)
    width = match[0].split(".")[0].count("0")
    whole, point, fraction = text.partition(".")
    return _around(pattern, whole.zfill(width) + point + fraction)


def _around(pattern: str, number: str) -> str:
    """The number between the words that its format prints around it."""
    words = _QUOTED.sub(lambda match: match[1] or match[2] or "", pattern)
    return _NUMBER_PART.sub(lambda _: number, words, count=1)


def _trim(text: str, optional: int) -> str:
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    return text.removesuffix(".")


def _general(value: float) -> str:
    """At most eleven digits, and no decimals for a whole number."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    text = f"{value:.{_DIGITS}g}"
    return text if "e" not in text else str(value)


def _moment(value: datetime | date | time, number_format: str) -> str:
    pattern = number_format.split(";")[0]
    if pattern.lower() == _SHORT_DATE:
        pattern = "yyyy/m/d"
    if isinstance(value, datetime) and value.time() == time.min:
        pattern = _CLOCK.sub("", pattern)
    words = _QUOTED.sub(lambda match: match[1] or match[2] or "", pattern)
    if not _DATE_PART.search(words) or pattern == "General":
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    before = ""

    def fill(match: re.Match[str]) -> str:
        nonlocal before
        part = match[0].lower()
        minutes = part.startswith("m") and (
            before.startswith("h") or words[match.end() :].lstrip(":分").startswith("s")
        )
        before = part
        return _part(value, "n" * len(part) if minutes else part)

    return _DATE_PART.sub(fill, words)


def _part(value: datetime | date | time, part: str) -> str:
    """One piece of a date or time; `n` stands for minutes. Empty where the value has no such piece."""
    names = {"y": "year", "m": "month", "d": "day", "h": "hour", "n": "minute", "s": "second"}
    number = getattr(value, names.get(part[0], ""), None)
    if number is None:
        return ""
    if part[0] == "y":
        return f"{number:04d}" if len(part) > 2 else f"{number % 100:02d}"
    return f"{number:02d}" if len(part) == 2 else str(number)
