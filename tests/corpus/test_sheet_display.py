"""Numbers and dates as Excel and WPS show them in China."""

from datetime import date, datetime, time, timedelta

import pytest

from corpus.reading.sheets.display import shown
from corpus.reading.sheets.number_formats import is_moment

AFTERNOON = datetime(2026, 3, 1, 15, 5)  # noqa: DTZ001 - worksheets know no zones
MIDNIGHT = datetime(2026, 3, 1)  # noqa: DTZ001 - as above


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (7_250_000, '0"."0,"万元"', "725.0万元"),
        (7_250_000, '0!.0,"万元"', "725.0万元"),
        (123_456, '0!.0000"万元"', "12.3456万元"),
        (7_250_000, '#,##0,"千元"', "7,250千元"),
        (7_250_000, "0.0,,", "7.3"),
        (860, 'General"万元"', "860万元"),
        (860, 'G/通用格式"万元"', "860万元"),
        (5_334_567_890, "0000\\-0000000", "0533-4567890"),
        (3_125_550_199, "0000-0000000", "0312-5550199"),
        (13_900_002_222, "000\\-0000\\-0000", "139-0000-2222"),
        (20_260_301, '0000"年"00"月"00"日"', "2026年03月01日"),
        (0, '0%;-0%;"—"', "—"),
        (-0.05, '0%;-0%;"—"', "-5%"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (-1200, "#,##0;(#,##0)", "(1,200)"),
        (7, '[>=10]0"家以上";0"家"', "7家"),
        (12, '[>=10]0"家以上";0"家"', "12家以上"),
        (3, '"第"0"批"', "第3批"),
        (15, "[DBNum1][$-804]General", "十五"),
        (15, "[DBNum2][$-804]General", "壹拾伍"),
        (1_205_000, '[DBNum2][$-804]General"元整"', "壹佰贰拾万伍仟元整"),
        (20_030_405, "[DBNum1]General", "二千零三万零四百零五"),
        (100_000_000, "[DBNum1]General", "一亿"),
        (300_000_007, "[DBNum2]General", "叁亿零柒"),
        (1234.5, "[DBNum1]General", "一千二百三十四.五"),
        (0, "[DBNum2]General", "零"),
        (203, "[DBNum1][$-804]0", "二〇三"),
        (88, "[$¥-804]#,##0.00", "¥88.00"),
        (0.125, "# ?/?", "1/8"),
        (2.5, "# ?/?", "2 1/2"),
        (0.5, "??/100", "50/100"),
        (0.0000001, "General", "1E-07"),
        (7_250_000, "0.00E+00", "7.25E+06"),
        (5, ";;;", ""),
        ("财政", '@"局"', "财政局"),
        ("财政", "0.00", "财政"),
        ("财政", ";;;", ""),
        ("财政", '0;-0;0;"另列"', "另列"),
        (46_022, "@", "46022"),
    ],
)
def test_number_in_a_format(value: float | str, number_format: str, expected: str) -> None:
    """Thousands, literal marks between digits, sections, conditions, Chinese numerals, words."""
    assert shown(value, number_format) == expected


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (date(2026, 3, 1), 'e"年"m"月"d"日"', "2026年3月1日"),
        (date(2026, 3, 1), "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026年3月1日"),
        (date(2026, 3, 1), "[$-804]aaaa", "星期日"),
        (date(2026, 3, 2), "aaa", "一"),
        (date(2026, 3, 1), '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二六年三月一日"),
        (AFTERNOON, "yyyy/m/d h:mm", "2026/3/1 15:05"),
        (AFTERNOON, '上午/下午h"时"mm"分"', "下午3时05分"),
        (MIDNIGHT, "yyyy-mm-dd hh:mm:ss", "2026-03-01"),
        (time(8, 30), "h:mm", "8:30"),
        (timedelta(hours=36), "[h]:mm", "36:00"),
    ],
)
def test_moment_in_a_format(value: date | time | timedelta, number_format: str, expected: str) -> None:
    """Years as e, days of the week, the long date of the system, both halves of the day."""
    assert shown(value, number_format) == expected


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("[$-804]aaaa", True),
        ('e"年"', True),
        ('0"天"', False),
        ('General"小时"', False),
        ('"day"0', False),
        ("@", False),
    ],
)
def test_which_formats_show_a_date(number_format: str, expected: bool) -> None:
    """Words in quotes say nothing of dates."""
    assert is_moment(number_format) is expected
