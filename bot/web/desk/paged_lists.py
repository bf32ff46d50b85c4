"""A long list, a page at a time, as the address asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fastapi import Request

from bot.web.desk.forms import page_in

_Row = TypeVar("_Row")
PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class ListPage(Generic[_Row]):
    """One page of a list."""

    rows: Sequence[_Row]
    number: int
    """From 1."""
    more: bool
    """Whether a page follows."""
    total: int | None = None
    """Rows of all pages; None where they are not counted."""


def page_of(request: Request, rows: Sequence[_Row]) -> ListPage[_Row]:
    """The page of a list that is at hand."""
    number = page_in(request)
    start = PER_PAGE * (number - 1)
    return ListPage(rows[start : start + PER_PAGE], number, len(rows) > start + PER_PAGE, len(rows))


def fetched_page(
    request: Request, fetch: Callable[[int, int], Sequence[_Row]], per_page: int = PER_PAGE
) -> ListPage[_Row]:
    """The page of a list that is fetched piece by piece: so many rows, behind so many."""
    number = page_in(request)
    rows = fetch(per_page + 1, per_page * (number - 1))
    return ListPage(rows[:per_page], number, len(rows) > per_page)
