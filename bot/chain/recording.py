"""What people asked and what was answered, kept for the staff."""

from collections.abc import Callable
from dataclasses import replace

from bot.answer import Answer, Ask
from bot.helplines import Helplines
from bot.ports import Answering
from bot.store import Journal, unkept


class Recorded:
    """Keeps every question whose asker is known, with its answer, and notes on it under which number.

    Of who plainly tells of a danger no chat is kept: a reply would come when somebody else may be reading.
    """

    def __init__(
        self,
        inner: Answering,
        journal: Journal,
        digest: Callable[[], str],
        helplines: Callable[[], Helplines],
    ) -> None:
        """`digest` tells the documents that are answered from, `helplines` the tables of dangers."""
        self._inner = inner
        self._journal = journal
        self._digest = digest
        self._helplines = helplines

    def __call__(self, ask: Ask) -> Answer:
        """The answer to one question, with its number; without one where the journal cannot be written."""
        answer = self._inner(ask)
        person = ask.person
        if person is None:
            return answer
        with unkept("question"):
            number = self._journal.once(ask.update, lambda: self._noted(person, ask, answer))
            return replace(answer, number=number)
        return answer

    def _noted(self, person: str, ask: Ask, answer: Answer) -> int:
        plain = bool(answer.danger) and self._helplines().danger(ask.question) is not None
        chat, topic = (None, None) if plain else (ask.chat, ask.topic)
        return self._journal.asked(
            person, answer, answer.seconds, corpus=self._digest(), chat=chat, topic=topic
        )
