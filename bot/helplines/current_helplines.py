"""The helplines in use: the shipped tables under an office's own, read again when its files change."""

from functools import lru_cache
from pathlib import Path

from bot.helplines.example_check import faults
from bot.helplines.helpline_tables import (
    DANGERS_FILE,
    HELPLINES_FILE,
    SHIPPED,
    DangerRows,
    HelplineRows,
    HelplineTableError,
    read_dangers,
    read_helplines,
)
from bot.helplines.recognising import Helplines
from bot.helplines.table_building import helplines_of
from bot.watched_tables import WatchedTables


@lru_cache(maxsize=1)
def shipped_helplines() -> Helplines:
    """The helplines of the shipped tables alone.

    Raises:
        HelplineTableError: a shipped table is damaged.
    """
    return helplines_of(*_shipped_rows(), SHIPPED)


def helplines_over(folder: Path) -> Helplines:
    """The shipped helplines with an office's own rows over them, whose examples are tried.

    Raises:
        HelplineTableError: a table cannot be used; the message names the file, the row and what is wrong.
    """
    own_numbers, own_dangers = read_helplines(folder), read_dangers(folder)
    if own_numbers == HelplineRows() and own_dangers == DangerRows():
        return shipped_helplines()
    numbers, dangers = _shipped_rows()
    built = helplines_of(numbers.under(own_numbers), dangers.under(own_dangers), folder)
    for file, why in faults(built, own_numbers, own_dangers):
        raise HelplineTableError(folder / file, why)
    return built


@lru_cache(maxsize=1)
def _shipped_rows() -> tuple[HelplineRows, DangerRows]:
    return read_helplines(SHIPPED), read_dangers(SHIPPED)


class CurrentHelplines(WatchedTables[Helplines]):
    """The helplines for whoever answers."""

    def __init__(self, folder: Path) -> None:
        """Reads an office's own tables in `folder` for the first time.

        Raises:
            HelplineTableError: a table cannot be used.
        """
        paths = [folder / name for name in (HELPLINES_FILE, DANGERS_FILE)]
        super().__init__("helplines", paths, lambda: helplines_over(folder))
