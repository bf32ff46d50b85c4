"""Which messages of the bot answer which message of a person, so that an edited one is answered in place."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

_MOST = 2000
"""Answers remembered; people edit what they have just written."""


@dataclass(frozen=True, slots=True)
class AnswerMessage:
    """How a message was answered."""

    words: int
    """Tells its words from others."""
    answers: tuple[int, ...]
    """The messages that answer it."""


class AnswerMessages:
    """The last answers of this run; no word of a question is kept."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._answers: OrderedDict[tuple[int, int], AnswerMessage] = OrderedDict()

    def note(self, chat: int, question: int, words: str, answers: Sequence[int]) -> None:
        """Notes by which messages a message of these words was answered."""
        self._answers.pop((chat, question), None)
        self._answers[chat, question] = AnswerMessage(hash(words), tuple(answers))
        while len(self._answers) > self._most:
            self._answers.popitem(last=False)

    def answers(self, chat: int, question: int) -> tuple[int, ...]:
        """The messages that answer a message; none where it is not known."""
        known = self._answers.get((chat, question))
        return known.answers if known else ()

    def is_answered(self, chat: int, question: int, words: str) -> bool:
        """Whether a message was answered when it had the same words.

        Source: core.telegram.org/bots/api, Update, edited_message: it also comes for changes of other fields.
        """
        known = self._answers.get((chat, question))
        return known is not None and known.words == hash(words)
