"""The fields that the staff fill in, in the database."""

import logging
from collections.abc import Mapping, Sequence
from datetime import date

from bot.errors import StoreError
from bot.staff_fields import FieldKind, FieldSubject, StaffField
from bot.store.database import Database
from bot.store.masking import impersonal

_COLUMNS = "measure, region, department, kind, words, by_whom, day"
_log = logging.getLogger(__name__)


class KeptFields:
    """Each kind of a subject once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, subject: FieldSubject, by: str, day: date, words: Mapping[FieldKind, str]) -> None:
        """Lets the fields of a subject be these: all of them or, where one cannot be written, none.

        A field without words is removed; one whose words stay keeps who filled it in and when. Numbers of
        persons are masked, those of offices stay.
        """
        before = {field.kind: field.words for field in self.of([subject])}
        with self._database.together():
            for kind, said in words.items():
                if before.get(kind, "") != impersonal(said):
                    self._change(subject, kind, by, day, impersonal(said))

    def _change(self, subject: FieldSubject, kind: FieldKind, by: str, day: date, words: str) -> None:
        key = (subject.measure, subject.region, subject.department, kind.value)
        self._database.write(
            "DELETE FROM staff_fields WHERE (measure, region, department, kind) = (?, ?, ?, ?)", key
        )
        if words:
            self._database.write(
                f"INSERT INTO staff_fields ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*key, words, by, day.isoformat()),
            )

    def of(self, subjects: Sequence[FieldSubject]) -> tuple[StaffField, ...]:
        """The fields of subjects, those of an earlier one first, of each in the order of the kinds."""
        found: list[StaffField] = []
        for subject in dict.fromkeys(subjects):
            fields = self._rows(
                "WHERE (measure, region, department) = (?, ?, ?)",
                (subject.measure, subject.region, subject.department),
            )
            found += sorted(fields, key=lambda field: list(FieldKind).index(field.kind))
        return tuple(found)

    def shown(self, subjects: Sequence[FieldSubject]) -> tuple[StaffField, ...]:
        """As `of`, for an answer: one is given without them where the database cannot be read."""
        try:
            return self.of(subjects)
        except StoreError as error:
            _log.warning("event=staff_fields_unreadable error=%s", type(error).__name__)
            return ()

    def all(self) -> tuple[StaffField, ...]:
        """Every field, by subject."""
        return self._rows("ORDER BY measure, region, department, kind")

    def _rows(self, which: str, values: Sequence[object] = ()) -> tuple[StaffField, ...]:
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM staff_fields {which}", values)
        return tuple(
            StaffField(
                FieldSubject(measure, region, department), FieldKind(kind), words, by, date.fromisoformat(day)
            )
            for measure, region, department, kind, words, by, day in rows
        )
