"""What people asked and how they found the answers. Texts are masked, and kept for a while only."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer
from bot.masking import masked
from bot.store.database import Database

KEEP_TEXT_S = 90 * 24 * 3600
"""Source: the privacy rule of this bot, 90 days; status and measures stay, for the report."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One question as kept."""

    id: int
    asked: float
    """Seconds since 1970, UTC."""
    text: str | None
    """None once its time is over."""
    status: str
    measures: tuple[str, ...]
    seconds: float
    corpus: str
    """Digest of the documents that were answered from."""


@dataclass(frozen=True, slots=True)
class Rating:
    """How one measure, shown first, was found."""

    measure: str
    good: int
    bad: int


class Journal:
    """Questions and feedback in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def asked(self, person: str, answer: Answer, seconds: float, corpus: str = "") -> int:
        """Notes a question and what was answered; its id. Texts past their time are removed.

        `corpus` is the digest of the documents that were answered from.
        """
        measures = [measure.id for measure in answer.measures]
        scores = [round(measure.score, 4) for measure in answer.measures]
        self.tidy()
        return self._database.write(
            "INSERT INTO questions (asked, person, text, status, measures, scores, seconds, corpus)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._database.now(),
                person,
                masked(answer.question),
                answer.status,
                json.dumps(measures, ensure_ascii=False),
                json.dumps(scores),
                seconds,
                corpus,
            ),
        )

    def text(self, person: str, question: int) -> str:
        """The masked words of a person's own question; empty where there is none."""
        rows = self._database.rows(
            "SELECT text FROM questions WHERE id = ? AND person = ?", (question, person)
        )
        return str(rows[0][0] or "") if rows else ""

    def rated(self, person: str, question: int, *, good: bool) -> None:
        """Notes thumbs up or down; a second one counts in place of the first."""
        self._database.write(
            "INSERT INTO feedback (given, person, question, good) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person, question) DO UPDATE SET good = excluded.good, reason = ''",
            (self._database.now(), person, question, int(good)),
        )

    def reasoned(self, person: str, question: int, reason: str, words: str = "") -> None:
        """Notes why an answer was no good."""
        self._database.write(
            "UPDATE feedback SET reason = ?, words = ? WHERE person = ? AND question = ?",
            (reason, masked(words), person, question),
        )

    def entries(self, since: float = 0.0) -> tuple[Entry, ...]:
        """All questions from a moment on, oldest first."""
        rows = self._database.rows(
            "SELECT id, asked, text, status, measures, seconds, corpus FROM questions"
            " WHERE asked >= ? ORDER BY id",
            (since,),
        )
        return tuple(
            Entry(number, asked, text, status, tuple(json.loads(measures)), seconds, corpus)
            for number, asked, text, status, measures, seconds, corpus in rows
        )

    def reasons(self) -> Sequence[tuple[str, int]]:
        """Why answers were no good, and how often, most often first."""
        return self._database.rows(
            "SELECT reason, count(*) FROM feedback WHERE good = 0 AND reason <> '' GROUP BY reason"
            " ORDER BY 2 DESC, 1"
        )

    def ratings(self) -> tuple[Rating, ...]:
        """How the measures shown first were found, worst first."""
        rows = self._database.rows(
            "SELECT json_extract(measures, '$[0]') AS first, sum(good), sum(1 - good)"
            " FROM feedback JOIN questions ON questions.id = feedback.question"
            " WHERE first IS NOT NULL GROUP BY first ORDER BY 3 DESC, 2, 1"
        )
        return tuple(Rating(measure, good, bad) for measure, good, bad in rows)

    def tidy(self) -> None:
        """Removes the texts whose time is over."""
        self._database.write(
            "UPDATE questions SET text = NULL WHERE text IS NOT NULL AND asked < ?",
            (self._database.now() - KEEP_TEXT_S,),
        )

    def forget(self, person: str) -> None:
        """Removes all of a person's questions and feedback."""
        for table in ("questions", "feedback", "people"):
            self._database.write(f"DELETE FROM {table} WHERE person = ?", (person,))
