"""What people asked and how they found the answers. Texts are masked and kept only for a while."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answer import Answer
from bot.store.database import Database
from bot.store.effects import Effects
from bot.store.masking import masked
from corpus.regions import holds_in

KEEP_TEXT_S = 90 * 24 * 3600
"""Source: the privacy rule of this bot, 90 days; status and measures stay, for the report."""

_WAITING = "status = 'not_covered' AND handled IS NULL AND text IS NOT NULL"
_ALL = -1
"""As SQLite's LIMIT: no limit."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
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
    region: str | None = None
    """Where the person asked from, as far as was known."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A question that was not covered; asked several times in the same words, it counts as one."""

    id: int
    """Of the last time."""
    text: str
    last: float
    times: int
    reachable: int
    """People whom a reply would reach."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """An answer that was no good, and why."""

    given: float
    reason: str
    words: str
    question: str
    """Masked; empty once its time is over."""
    measure: str
    """Shown first; empty where none was."""


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

    def asked(
        self,
        person: str,
        answer: Answer,
        seconds: float,
        *,
        corpus: str = "",
        chat: int | None = None,
        topic: int | None = None,
    ) -> int:
        """Notes a question and what was answered; its id. Texts past their time are removed.

        `corpus` is the digest of the documents that were answered from, `chat` and `topic` where a reply
        would go.
        """
        measures = [measure.id for measure in answer.measures]
        scores = [round(measure.score, 4) for measure in answer.measures]
        self.tidy()
        return self._database.write(
            "INSERT INTO questions"
            " (asked, person, text, status, measures, scores, seconds, corpus, chat, region, topic)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._database.now(),
                person,
                masked(answer.question),
                answer.status,
                json.dumps(measures, ensure_ascii=False),
                json.dumps(scores),
                seconds,
                corpus,
                chat,
                answer.region,
                topic,
            ),
        )

    def once(self, update: int | None, note: Callable[[], int]) -> int:
        """Notes a question as `note` does, and gives its id; of one update it is noted once.

        Without an update it is always noted.
        """
        return Effects(self._database).once(update, "question", note)

    def is_of_chat(self, question: int, chat: int) -> bool:
        """Whether a question was asked in that chat."""
        return bool(
            self._database.rows("SELECT 1 FROM questions WHERE id = ? AND chat = ?", (question, chat))
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

    def entries(self, since: float = 0.0) -> tuple[JournalEntry, ...]:
        """All questions from a moment on, oldest first."""
        rows = self._database.rows(
            "SELECT id, asked, text, status, measures, seconds, corpus, region FROM questions"
            " WHERE asked >= ? ORDER BY id",
            (since,),
        )
        return tuple(
            JournalEntry(number, asked, text, status, tuple(json.loads(measures)), seconds, corpus, region)
            for number, asked, text, status, measures, seconds, corpus, region in rows
        )

    def now(self) -> float:
        """Seconds since 1970, UTC."""
        return self._database.now()

    def asked_most(self, since: float, people: int, most: int) -> tuple[str, ...]:
        """Ids of the measures shown first to most people since a moment, each to `people` or more.

        Who asks without a conversation counts as one person, all together.
        """
        rows = self._database.rows(
            "SELECT json_extract(measures, '$[0]') AS first, count(DISTINCT person) FROM questions"
            " WHERE asked >= ? AND status = 'answered' AND first IS NOT NULL"
            " GROUP BY first HAVING count(DISTINCT person) >= ? ORDER BY 2 DESC, 1 LIMIT ?",
            (since, people, most),
        )
        return tuple(str(measure) for measure, _ in rows)

    def uncovered(self, most: int = _ALL, skip: int = 0, place: str = "") -> tuple[Uncovered, ...]:
        """Questions that were not covered and that nobody has dealt with, the last asked first.

        With a `place` those asked for it or for a place within, here and in what is done with them.
        """
        which, regions = self._waiting_in(place)
        rows = self._database.rows(
            "SELECT max(id), text, max(asked), count(*), count(DISTINCT person || ' ' || chat)"
            f" FROM questions WHERE {which} GROUP BY text ORDER BY 3 DESC, 1 DESC LIMIT ? OFFSET ?",
            (*regions, most, skip),
        )
        return tuple(Uncovered(*row) for row in rows)

    def uncovered_of(self, number: int, place: str = "") -> Uncovered | None:
        """The question not covered that was asked as that number; None where it is dealt with."""
        which, regions = self._waiting_in(place)
        rows = self._database.rows(f"SELECT text FROM questions WHERE {which} AND id = ?", (*regions, number))
        waiting = self.uncovered(place=place) if rows else ()
        return next((question for question in waiting if question.text == rows[0][0]), None)

    def askers(self, text: str, place: str = "") -> Sequence[tuple[str, int, int | None]]:
        """(person, chat, topic of it) of all whom a reply to a question not covered would reach."""
        which, regions = self._waiting_in(place)
        return self._database.rows(
            "SELECT person, chat, max(topic) FROM questions"
            f" WHERE {which} AND text = ? AND chat IS NOT NULL"
            " GROUP BY person, chat",
            (*regions, text),
        )

    def handle(self, text: str, place: str = "") -> None:
        """Notes that a question not covered is dealt with, however often it was asked."""
        which, regions = self._waiting_in(place)
        self._database.write(
            f"UPDATE questions SET handled = ? WHERE {which} AND text = ?",
            (self._database.now(), *regions, text),
        )

    def _waiting_in(self, place: str) -> tuple[str, tuple[str, ...]]:
        """The condition for questions that wait, of a place or of everywhere, and its values."""
        if not place:
            return _WAITING, ()
        known = self._database.rows("SELECT DISTINCT region FROM questions WHERE region IS NOT NULL")
        within = tuple(region for (region,) in known if holds_in(place, region))
        return f"{_WAITING} AND region IN ({', '.join('?' * len(within))})", within

    def complaints(self, since: float, most: int) -> tuple[Complaint, ...]:
        """Answers that were no good, the last first."""
        rows = self._database.rows(
            "SELECT given, reason, words, coalesce(text, ''), coalesce(json_extract(measures, '$[0]'), '')"
            " FROM feedback JOIN questions ON questions.id = feedback.question"
            " WHERE good = 0 AND given >= ? ORDER BY given DESC LIMIT ?",
            (since, most),
        )
        return tuple(Complaint(*row) for row in rows)

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
