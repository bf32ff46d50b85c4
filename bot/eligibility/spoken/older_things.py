"""Things that were built, bought or opened before a document that asks for new ones."""

import re
from collections.abc import Iterable
from datetime import date

from bot.eligibility.quantity_names import DATE
from bot.eligibility.spoken.asker_fact import AskerFact

_NEW = re.compile(r"新(?:建|购|开[设办业]?|办|设|上)")
_YEAR = re.compile(r"20\d\d年")


def is_older(phrase: str, figures: Iterable[AskerFact], issued: date) -> bool:
    """Whether a phrase asks for something new and every year that is told lies before that of its document.

    A phrase that prints years says itself from when it counts.

    Example: `新建冷库200平方米以上`, issued in 2026, beside `2019年建的` -> True
    """
    if not _NEW.search(phrase) or _YEAR.search(phrase):
        return False
    years = {year for one in figures for year in _years(one)}
    return bool(years) and max(years) < issued.year


def _years(figure: AskerFact) -> set[int]:
    """The year that a figure is said of, or in which it lies."""
    if figure.year is not None:
        return {figure.year}
    last = figure.interval.high
    return {date.fromordinal(int(last)).year} if figure.unit == DATE and last != float("inf") else set()
