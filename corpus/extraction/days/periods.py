"""Days, months and years of the calendar as people and offices write them."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.text.numerals import DIGITS, TRADITIONAL, UP_TO_99, ZEROS, figures, value_of

_FOLD = str.maketrans("０１２３４５６７８９．％—–－～~():;", "0123456789.%-----（）：；") | str.maketrans(
    TRADITIONAL
)

_NUMBER_OF_DAY = rf"(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][九{ZEROS}][{DIGITS}]{{2}})"
_PERIOD = re.compile(
    rf"(?<![\d〔])(?P<year>{_YEAR})(?:年(?:(?P<month>{_NUMBER_OF_DAY})月(?:(?P<day>{_NUMBER_OF_DAY})[日号])?)?"
    r"|(?P<mark>[-/.])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar day, month or year named at [start, end) of a text, from its first to its last day."""

    first: date
    last: date
    start: int
    end: int


def folded(text: str) -> str:
    """Equal length: half-width digits, `%` and `-`, full-width brackets and `；`, simplified numerals.

    Example: `１０％—30%(含)` -> `10%-30%（含）`
    """
    return text.translate(_FOLD)


def periods(text: str) -> Iterator[Period]:
    """Days, months and years of the calendar in a text, left to right.

    Example: `2018年4月上牌` -> 2018-04-01 to 2018-04-30
    """
    for match in _PERIOD.finditer(folded(text)):
        year = int(figures(match["year"]))
        month = _small(match["month"] or match["month2"])
        day = _small(match["day"] or match["day2"])
        try:
            first = date(year, month or 1, day or 1)
            last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
        except (ValueError, calendar.IllegalMonthError):
            continue
        yield Period(first, last, match.start(), match.end())


def _small(numeral: str | None) -> int:
    if not numeral:
        return 0
    value = value_of(numeral)
    return int(value[0]) if value is not None else 0
