"""Days as a file that every calendar opens. Source: RFC 5545."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from corpus.text.unprinted import visible

_LINE_OCTETS = 75
"""Source: RFC 5545, 3.1: lines should not be longer, without their break."""
_ALARMS = ("-P6DT15H", "-PT15H")
"""A week and a day before the day begins, at nine in the morning."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A whole day to remember."""

    name: str
    """Tells it from every other, in every file; a file opened again changes the entry and adds none."""
    day: date
    summary: str
    description: str
    url: str = ""
    """Where to read on; empty where nowhere."""


def calendar_file(days: Iterable[CalendarDay], made: datetime) -> str:
    """The file with an entry and two alarms for each day; `made` is when, with its time zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//wenzheng//ZH", "CALSCALE:GREGORIAN"]
    for day in days:
        lines += _entry(day, made)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _entry(day: CalendarDay, made: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{day.name}",
        f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(day.summary)}",
        f"DESCRIPTION:{_escaped(day.description)}",
        *([f"URL:{day.url}"] if day.url else []),
        "TRANSP:TRANSPARENT",
        *(line for alarm in _ALARMS for line in _alarm(alarm, day.summary)),
        "END:VEVENT",
    ]


def _alarm(trigger: str, words: str) -> list[str]:
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(words)}",
        f"TRIGGER:{trigger}",
        "END:VALARM",
    ]


def _escaped(text: str) -> str:
    r"""The text as a value. Source: RFC 5545, 3.3.11.

    Example: `到期,电话` -> `到期\,电话`
    """
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return visible(text).replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in lines of at most 75 octets, cut between characters; each but the first begins blank."""
    parts, room = [""], _LINE_OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(" ")
            room = _LINE_OCTETS - 1
        parts[-1] += character
        room -= size
    return "\r\n".join(parts)
