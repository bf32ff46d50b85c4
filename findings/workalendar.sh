#!/usr/bin/env bash
# workalendar 17.0.0 knows the Chinese working days of 2018 to 2023, and says CalendarError "Need configure 2025 for
# China." for a Monday to Friday of a later year. For a Saturday or Sunday of such a year it answers False without an
# error, also where offices work on it by the State Council's arrangement (2025-09-28 and 2025-10-11 for 2025;
# 2026-02-14 and 2026-10-10 for 2026), and find_following_working_day passes over them.
#   is_working_day(2025-10-10, a Friday)           -> CalendarError   as documented
#   is_working_day(2025-10-11, a Saturday worked)  -> False           expected: CalendarError, or True
#   is_working_day(2023-10-07, a Saturday worked)  -> True            the year is known
# Beside it holidays 0.109 and chinesecalendar 1.11.0 say True for all of them.
# Seen on 2026-11-30 with Python 3.11. Exits 0 while the package behaves so, 1 when it does not any more.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet workalendar==17.0.0 holidays==0.109 chinesecalendar==1.11.0
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys
from datetime import date
from importlib.metadata import version

import chinese_calendar
import holidays
from workalendar.asia import China
from workalendar.exceptions import CalendarError

print("workalendar", version("workalendar"))
china = China()


def works(day):
    try:
        return china.is_working_day(day)
    except CalendarError as error:
        return str(error)


worked = [date(2023, 10, 7), date(2025, 9, 28), date(2025, 10, 11), date(2026, 2, 14), date(2026, 10, 10)]
seen = [works(day) for day in worked]
for day, answer in zip(worked, seen):
    known = holidays.CN(years=day.year).is_working_day(day), chinese_calendar.is_workday(day)
    print(day, day.strftime("%a"), "workalendar:", answer, " holidays, chinesecalendar:", *known)
    if known != (True, True):
        sys.exit("changed: the other two do not agree any more")
friday = works(date(2025, 10, 10))
following = china.find_following_working_day(date(2025, 10, 11))
print("2025-10-10 Fri workalendar:", friday)
print("following working day of 2025-10-11:", following)
if seen != [True, False, False, False, False] or "2025" not in str(friday) or following != date(2025, 10, 13):
    sys.exit("changed")
print("as recorded")
PYTHON
