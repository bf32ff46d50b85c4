"""Days as a file that calendars open."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering import CalendarDay, calendar_file

MADE = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
DAY = CalendarDay(
    "a@wenzheng", date(2027, 12, 31), "减半征收；到期", "依据：周政办字,第21项\n电话 0533", "https://x"
)


def unfolded(text):
    """The lines as a calendar reads them. Source: RFC 5545, 3.1."""
    return text.replace("\r\n ", "").split("\r\n")


def test_a_day_is_an_entry_of_a_whole_day_with_two_alarms():
    """The end is the day after, which does not count; a week and a day before, at nine."""
    assert unfolded(calendar_file([DAY], MADE)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wenzheng//ZH",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:a@wenzheng",
        "DTSTAMP:20261121T083000Z",
        "DTSTART;VALUE=DATE:20271231",
        "DTEND;VALUE=DATE:20280101",
        "SUMMARY:减半征收；到期",
        "DESCRIPTION:依据：周政办字\\,第21项\\n电话 0533",
        "URL:https://x",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:减半征收；到期",
        "TRIGGER:-P6DT15H",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:减半征收；到期",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(st.text(), st.text())
def test_whatever_the_words_no_line_is_longer_than_75_octets_and_none_begins_another(summary, description):
    """A line break in the words is written as one; each physical line is whole characters."""
    day = CalendarDay("a@wenzheng", date(2027, 12, 31), summary, description)
    data = calendar_file([day], MADE).encode()
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert sum(line.startswith("BEGIN:") for line in unfolded(data.decode())) == 4


@given(st.text(alphabet=st.sampled_from('补贴\\;,:\n"N n')))
def test_words_come_back_as_they_were(words):
    """Unescaped as the standard says: a backslash keeps the sign behind it, n is a line break."""
    day = CalendarDay("a@wenzheng", date(2027, 12, 31), "x", words)
    (line,) = [
        line
        for line in unfolded(calendar_file([day], MADE))
        if line.startswith("DESCRIPTION:") and line != "DESCRIPTION:x"
    ] or ["DESCRIPTION:x"]
    value, read, turn = line.removeprefix("DESCRIPTION:"), "", 0
    while turn < len(value):
        escaped = value[turn] == "\\"
        sign = value[turn + escaped]
        read += "\n" if escaped and sign in "nN" else sign
        turn += 1 + escaped
    assert read == words
