"""One turn with all that is known when it is answered."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answer import Answer
from bot.assistant import Assistant
from bot.conversation.focus import Focus, Topic
from bot.conversation.followups import Turn, read_turn
from bot.once import Once
from bot.ports import Finding
from bot.reading import Reading
from corpus.regions import load_regions

Reply = tuple[Answer, Focus]
"""What is answered, and where the conversation stands then."""


@dataclass(frozen=True)
class Scene:
    """A turn, the conversation so far, and the assistant to look things up with."""

    assistant: Assistant
    reading: Reading
    blank: Answer
    focus: Focus

    @Once
    def found(self) -> Finding:
        """What the words of the turn find on their own."""
        return self.find(self.reading.question)

    def find(self, question: str, exclude: frozenset[str] = frozenset()) -> Finding:
        """What a question finds where the asker is, else where the measure talked about holds."""
        return self.assistant.find(question, replace(self.blank, region=self._where()), exclude)

    def _where(self) -> str | None:
        if self.blank.region or self.topic is None or self.topic.chosen is None:
            return self.blank.region
        library = self.assistant.library
        return library.document(library.measure(self.topic.chosen).document).region

    @Once
    def turn(self) -> Turn:
        """The turn read as a follow-up; names of places say no matter."""
        return read_turn(self.reading.question, (*_own_places(), *self.found.query.elsewhere))

    @property
    def topic(self) -> Topic | None:
        """What the talk is about."""
        return self.focus.topic


Step = Callable[[Scene], Reply | None]
"""Answers the turns of one kind, leaves the others alone."""


def _own_places() -> tuple[str, ...]:
    return tuple(name for region in load_regions().values() for name in (*region.own, *region.above))
