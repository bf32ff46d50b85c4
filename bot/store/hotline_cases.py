"""Questions and answers that are exchanged with the hotline, by ids that survive the round trip."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.store.database import Database
from bot.store.masking import nameless

LETTER, ASKED = "letter-", "asked-"
"""How the ids begin of questions left for the staff, and of questions not covered; a number follows."""
_COLUMNS = "id, question, answer, department, region, source, approved_by, checked, changed"


class CaseStatus(StrEnum):
    """How far a question has come."""

    UNANSWERED = "unanswered"
    STORED = "stored"
    """It has an answer that nobody has approved."""
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class HotlineCase:
    """One question with its answer, if it has one."""

    id: str
    question: str
    answer: str = ""
    department: str = ""
    """In whose name it is answered."""
    region: str = ""
    source: str = ""
    """Id of the measure, or number of the document, that the answer rests on; "" where none is named."""
    approved_by: str = ""
    checked: date | None = None
    """When it was last checked."""
    changed: float = 0.0
    """Seconds since 1970, UTC; 0 where nobody has changed it since it was asked."""

    @property
    def status(self) -> CaseStatus:
        """An answer counts as approved once it says by whom."""
        if not self.answer:
            return CaseStatus.UNANSWERED
        return CaseStatus.APPROVED if self.approved_by else CaseStatus.STORED


class HotlineCases:
    """The cases in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[HotlineCase, ...]:
        """Every case that was imported or answered by an import, by id."""
        return self._cases("ORDER BY id")

    def of(self, case_id: str) -> HotlineCase | None:
        """The case of an id."""
        return next(iter(self._cases("WHERE id = ?", (case_id,))), None)

    def put(self, case: HotlineCase) -> None:
        """Keeps a case in place of what was kept under its id; numbers of persons are masked."""
        checked = case.checked.isoformat() if case.checked else ""
        self._database.write(
            f"INSERT OR REPLACE INTO hotline_cases ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                case.id,
                nameless(case.question),
                case.answer,
                case.department,
                case.region,
                case.source,
                case.approved_by,
                checked,
                self._database.now(),
            ),
        )

    def forget(self, person: str) -> None:
        """Removes the cases that came of what a person asked or left."""
        for prefix, table in ((LETTER, "queue"), (ASKED, "questions")):
            self._database.write(
                f"DELETE FROM hotline_cases WHERE id IN (SELECT ? || id FROM {table} WHERE person = ?)",
                (prefix, person),
            )

    def _cases(self, which: str, values: Sequence[object] = ()) -> tuple[HotlineCase, ...]:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM hotline_cases {which}", values)
        return tuple(_case(row) for row in rows)


def _case(row: tuple[Any, ...]) -> HotlineCase:
    """A row in the order of the columns, which is that of the fields."""
    *words, checked, changed = row
    case = HotlineCase(*words)
    return replace(case, checked=date.fromisoformat(checked) if checked else None, changed=changed)
