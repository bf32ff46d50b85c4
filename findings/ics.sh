#!/usr/bin/env bash
# ics 0.7.3 writes an all-day event of China a day early, without an error: `make_all_day` ("the event will span all
# the days from the begin to the end day") sets the begin to midnight there, and writing turns that into UTC, where it
# is still the day before. The last day moves too. An event with its time, and one without a zone, are written right.
#   begin 2025-01-29 09:00 +08:00                    -> DTSTART:20250129T010000Z
#   the same, make_all_day                           -> DTSTART;VALUE=DATE:20250128   expected 20250129
#   to 2025-01-31 17:00 +08:00, make_all_day         -> DTEND;VALUE=DATE:20250131     expected 20250201, the day after
#   an event read from a file, TZID=Asia/Shanghai    -> DTSTART;VALUE=DATE:20250128   expected 20250129
#
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ics==0.7.3
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from ics import Calendar, Event

print("ics", version("ics"))


def days(event, *, whole=True):
    """The lines of its days, once it is made an event of whole days."""
    if whole:
        event.make_all_day()
    return [line for line in event.serialize().split() if line.startswith(("DTSTART", "DTEND"))]


lines = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//ZH", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20250101T000000Z",
    "DTSTART;TZID=Asia/Shanghai:20250129T090000", "SUMMARY:申报开始", "END:VEVENT", "END:VCALENDAR", "",
)  # fmt: skip
read = next(iter(Calendar("\r\n".join(lines)).events))
seen = [
    days(Event(begin="2025-01-29T09:00:00+08:00"), whole=False),
    days(Event(begin="2025-01-29T09:00:00+08:00")),
    days(Event(begin="2025-01-29T09:00:00+08:00", end="2025-01-31T17:00:00+08:00")),
    days(read),
    days(Event(begin="2025-01-29T09:00:00")),
]
print(*seen, sep="\n")
expected = [
    ["DTSTART:20250129T010000Z"],
    ["DTSTART;VALUE=DATE:20250128"],
    ["DTSTART;VALUE=DATE:20250128", "DTEND;VALUE=DATE:20250131"],
    ["DTSTART;VALUE=DATE:20250128"],
    ["DTSTART;VALUE=DATE:20250129"],
]
if seen != expected:
    sys.exit(f"changed: was {expected}")
print("as recorded")
PYTHON
