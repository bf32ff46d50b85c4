"""What every question passes on its way to the assistant and back, whatever the channel."""

from collections.abc import Callable

from bot.chain.announcing import Announced, standing
from bot.chain.guarding import Guarded
from bot.chain.looking_up import NewestLookUps
from bot.chain.preparing import prepare_aside
from bot.chain.reaching import Reached
from bot.chain.recording import Recorded
from bot.chain.renewing import Newest, Renewed
from bot.chain.timing import Timed
from bot.helplines import Alarm, Helplines, words_alarm
from bot.ports import Answering
from bot.store import Journal, Notice

__all__ = [
    "Announced",
    "Guarded",
    "Newest",
    "NewestLookUps",
    "Reached",
    "Recorded",
    "Renewed",
    "Timed",
    "make_chain",
    "prepare_aside",
    "standing",
]


def make_chain(
    newest: Callable[[], Answering],
    current: Callable[[str | None], Notice],
    journal: Journal | None,
    digest: Callable[[], str],
    helplines: Callable[[], Helplines],
    alarm: Alarm = words_alarm,
) -> Answering:
    """The chain around what answers from the newest index; without a journal nothing is recorded.

    A question passes the links from the first to the last, its answer from the last to the first: the notice
    is part of what is timed, and the time part of what is recorded. Dangers are told above any notice, and
    where the documents cannot be searched.
    """
    links: list[Callable[[Answering], Answering]] = [
        lambda inner: Recorded(inner, journal, digest, helplines) if journal else inner,
        Timed,
        lambda inner: Guarded(inner, helplines, alarm),
        lambda inner: Announced(inner, current),
        Reached,
    ]
    answering: Answering = Renewed(newest)
    for link in reversed(links):
        answering = link(answering)
    return answering
