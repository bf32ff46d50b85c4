"""Rows of a file as cases: every fault is told with its row, and one fault refuses the whole file."""

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.errors import UsageError
from bot.messages import hotline as messages
from bot.store import CaseStatus, HotlineCase
from corpus.text.unprinted import visible

MAX_ROWS = 5000
_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_LENGTHS = {
    "question": 5000,
    "answer": 3000,
    "department": 40,
    "region": 20,
    "source": 200,
    "approved_by": 20,
}
"""Characters; a question left in a chat has up to 4096, a reply at the desk up to 1500."""
_CHANGED = re.compile(r"\d{1,12}(?:\.\d{1,9})?")
_SHOWN = 20


class CaseFaultsError(UsageError):
    """A file was refused: one line for each fault, with its row."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        more = len(self.faults) - _SHOWN
        lines = [*self.faults[:_SHOWN], *([messages.MORE_FAULTS.format(count=more)] if more > 0 else [])]
        super().__init__("\n".join(lines))


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case with the number of the row that it stands in."""

    number: int
    case: HotlineCase


def case_rows(raw: Iterable[tuple[int, Mapping[str, str]]], today: date) -> tuple[CaseRow, ...]:
    """The cases of rows whose cells are told by the names of `messages.COLUMNS`; empty rows count for none.

    A row without an id gets a new one.

    Raises:
        CaseFaultsError: a row cannot be used, or there are none or too many.
    """
    rows: list[CaseRow] = []
    faults: list[str] = []
    seen: set[str] = set()
    for number, cells in raw:
        if not any(cells.values()):
            continue
        if len(rows) + len(faults) >= MAX_ROWS:
            raise CaseFaultsError([messages.TOO_MANY_ROWS.format(most=MAX_ROWS)])
        wrong = list(_faults(cells, seen, today))
        faults += [messages.ROW_FAULT.format(number=number, fault=fault) for fault in wrong]
        if not wrong:
            rows.append(CaseRow(number, _case(cells)))
        seen.add(cells["id"])
    if faults or not rows:
        raise CaseFaultsError(faults or [messages.NO_ROWS])
    return tuple(rows)


def _case(cells: Mapping[str, str]) -> HotlineCase:
    return HotlineCase(
        cells["id"] or f"case-{secrets.token_hex(6)}",
        **{name: cells[name] for name in _LENGTHS},
        checked=_day(cells["checked"]),
        changed=float(cells["changed"] or 0),
    )


def _faults(cells: Mapping[str, str], seen: set[str], today: date) -> Iterator[str]:
    if cells["id"] and not _ID.fullmatch(cells["id"]):
        yield messages.BAD_ID
    if cells["id"] and cells["id"] in seen:
        yield messages.ID_TWICE.format(id=cells["id"])
    for name, most in _LENGTHS.items():
        if len(cells[name]) > most:
            yield messages.TOO_LONG.format(name=messages.COLUMNS[name], most=most)
    if not cells["question"]:
        yield messages.NO_QUESTION
    if cells["changed"] and not _CHANGED.fullmatch(cells["changed"]):
        yield messages.BAD_CHANGED
    yield from _of_answer(cells, today)


def _of_answer(cells: Mapping[str, str], today: date) -> Iterator[str]:
    """An approved answer says in whose name, by whom and when it was checked."""
    day = _day(cells["checked"])
    if cells["checked"] and (day is None or day > today):
        yield messages.BAD_DAY
    if cells["approved_by"] and not (cells["answer"] and cells["department"] and cells["checked"]):
        yield messages.APPROVAL_INCOMPLETE
    if cells["status"]:
        status = HotlineCase("", "", cells["answer"], approved_by=cells["approved_by"]).status
        if cells["status"] not in (status, messages.STATUSES[status]):
            yield messages.BAD_STATUS.format(said=cells["status"][:20], status=messages.STATUSES[status])


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def plain_words(text: str) -> str:
    """Words as they come back from a file: without what nothing prints, blanks around them, and returns."""
    return visible(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def cells_of(case: HotlineCase) -> dict[str, str]:
    """A case as the cells of a row, by the names of `messages.COLUMNS`."""
    return {
        "id": case.id,
        "status": CaseStatus(case.status).value,
        **{name: getattr(case, name) for name in _LENGTHS},
        "checked": case.checked.isoformat() if case.checked else "",
        "changed": repr(case.changed) if case.changed else "",
    }
