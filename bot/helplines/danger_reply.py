"""What is said to somebody in danger: the numbers first, then one calm sentence, and nothing else."""

from collections.abc import Iterable

from bot.helplines.recognising import Danger, Helpline
from bot.layout import Block, loud, plain, strong
from bot.messages import helplines as messages


def danger_blocks(danger: Danger) -> tuple[Block, ...]:
    """The reply; its first line names whom to call."""
    return ((loud(call_now(danger)),), tuple(plain(line) for line in danger.sentence.splitlines()))


def caution_block(helplines: Iterable[Helpline]) -> Block:
    """Whom to call if somebody is in danger, in one line above a reply to something else."""
    return (strong(messages.CAUTION.format(numbers=messages.AND.join(map(_named, helplines)))),)


def call_now(danger: Danger) -> str:
    """Whom to call, in one line. Example: "请马上拨打 119（火警）"."""
    return messages.CALL_NOW.format(numbers=messages.AND.join(map(_named, danger.helplines)))


def _named(helpline: Helpline) -> str:
    return messages.NUMBER.format(number=helpline.number, name=helpline.name)
