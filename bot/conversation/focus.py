"""What a conversation is about, as frozen data that can be kept between two runs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from bot.answer import OfferedDepartment
from corpus.frozen_columns import frozen_columns

MAX_EARLIER = 5
"""How many earlier topics are remembered; people rarely go back further than one."""


class Listing(StrEnum):
    """What a list that is read page by page holds, where it is no ledger and no document."""

    DUE = "due"
    """What is due, of a department or of all."""
    TASKS = "tasks"
    """The deadlines of a department."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: the question that opened it, what was shown for it, and the measure being talked about."""

    question: str
    shown: tuple[str, ...] = ()
    """Measure ids of the last answer, in its order."""
    chosen: str | None = None
    seen: tuple[str, ...] = ()
    """All measure ids shown so far."""
    asked: tuple[str, ...] = ()
    """The fields asked for last."""
    case: str = ""
    """The last "what if" case asked about: 要是还买油车呢."""
    department: tuple[str, str] | None = None
    """(region, canonical name) of the department being talked about, if any."""
    open: bool = False
    """Whether several of the shown measures may be meant and none is chosen yet."""
    listed: int = 0
    """How many entries of the list, such as the department's ledger, have been listed so far."""
    listing: str = ""
    """A `Listing`; empty where a ledger or a document is listed."""
    documents: tuple[str, ...] = ()
    """The documents that the ledger is limited to; empty for all."""
    roles: tuple[str, ...] = ()
    """The roles that the ledger is limited to; empty for all."""

    def showing(self, shown: Sequence[str], chosen: str | None = None) -> "Topic":
        """The topic after an answer that shows these measures; the first is chosen by default."""
        seen = tuple(dict.fromkeys((*self.seen, *shown)))
        return replace(self, shown=tuple(shown), chosen=chosen or next(iter(shown), self.chosen), seen=seen)


@dataclass(frozen=True, slots=True)
class Interview:
    """How far the interview about what somebody may claim has come."""

    asked: str
    """The step that waits for its answer."""
    answers: tuple[tuple[str, str], ...] = ()
    """(step, answer) pairs; the answer is empty where the step was skipped."""
    said: str = ""
    """The figures that the asker gave, in their own words."""

    def answered(self, step: str, words: str) -> "Interview":
        """A copy with the answer to a step."""
        return replace(self, answers=(*self.answers, (step, words)))

    def answer(self, step: str) -> str:
        """The answer to a step; empty where there is none."""
        return dict(self.answers).get(step, "")


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a conversation stands."""

    topic: Topic | None = None
    earlier: tuple[Topic, ...] = ()
    """Topics before, newest first."""
    pending: str = ""
    """A question that was too short to answer and waits to be completed."""
    region: str | None = None
    """The region that the conversation is about."""
    asked_region: bool = False
    """Whether the bot has asked where the person is; it asks once."""
    interview: Interview | None = None
    near: tuple[OfferedDepartment, ...] = ()
    """The departments that the last reply, a refusal, named."""

    def turned_to(self, topic: Topic) -> "Focus":
        """The focus moved to another topic; the earlier one is remembered."""
        before = (self.topic, *self.earlier) if self.topic else self.earlier
        return replace(self, topic=topic, earlier=before[:MAX_EARLIER], pending="", interview=None, near=())

    def staying(self, topic: Topic) -> "Focus":
        """The focus with its current topic updated."""
        return replace(self, topic=topic, pending="", interview=None, near=())

    def to_data(self) -> dict[str, Any]:
        """Plain data to store; `from_data` reads it."""
        return asdict(self)


def _topic(raw: dict[str, Any]) -> Topic:
    """A topic from JSON data; lists become tuples."""
    return Topic(**frozen_columns(raw))


def _interview(raw: dict[str, Any]) -> Interview:
    return Interview(raw["asked"], tuple((step, words) for step, words in raw["answers"]), raw["said"])


def from_data(raw: dict[str, Any]) -> Focus:
    """The focus that `Focus.to_data` wrote; an empty one where another version wrote the data."""
    try:
        topic = _topic(raw["topic"]) if raw["topic"] else None
        interview = _interview(raw["interview"]) if raw["interview"] else None
        earlier = tuple(map(_topic, raw["earlier"]))
        near = tuple(OfferedDepartment(**named) for named in raw["near"])
        return Focus(topic, earlier, raw["pending"], raw["region"], raw["asked_region"], interview, near)
    except (KeyError, TypeError):
        return Focus()
