"""Working days of China."""

from datetime import date

import pytest

from bot.errors import UnpublishedYearError
from bot.working_days import working_day_after, working_day_before


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        # A Monday; the weekend of 14 and 15 November is free.
        (date(2026, 11, 9), 5, date(2026, 11, 16)),
        # National Day 2026: 1 to 7 October are free; Saturday 10 October is worked.
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        (date(2026, 9, 30), 4, date(2026, 10, 12)),
        # Spring Festival 2025: 28 January to 4 February free; Sunday 26 January is worked.
        (date(2025, 1, 24), 2, date(2025, 1, 27)),
        (date(2025, 1, 24), 3, date(2025, 2, 5)),
    ],
)
def test_the_day_of_the_start_is_not_counted_and_made_up_weekends_are(start, count, day):
    """Source: 国办发明电 on the holidays of 2025 and 2026."""
    assert working_day_after(start, count) == day


@pytest.mark.parametrize(
    ("end", "count", "day"),
    [
        (date(2026, 11, 16), 5, date(2026, 11, 9)),
        (date(2026, 10, 8), 1, date(2026, 9, 30)),
        (date(2026, 10, 12), 2, date(2026, 10, 9)),
    ],
)
def test_days_are_counted_back_in_the_same_way(end, count, day):
    """Free weeks are passed over, and Saturday 10 October 2026 is worked."""
    assert working_day_before(end, count) == day


def test_a_year_that_is_not_published_is_named():
    """Whoever asks is told why there is no day."""
    with pytest.raises(UnpublishedYearError) as error:
        working_day_after(date(2199, 12, 1), 15)
    assert error.value.year == 2199
    assert "2199年的放假安排还没有公布" in str(error.value)
