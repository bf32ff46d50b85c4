"""Whom to call about a matter that the documents do not answer."""

from bot import messages as common
from bot.helplines.recognising import Helplines
from bot.messages import helplines as messages


def way_on(question: str, helplines: Helplines, said: str = "") -> str:
    """Where to ask: the helplines of the matter that the question names, and 12345; or 12345 alone.

    A matter all of whose numbers stand in `said` is left out.
    """
    for matter in helplines.matters_of(question):
        numbers = [line for line in matter.helplines if line.number not in said]
        if numbers:
            named = (messages.MATTER_NUMBER.format(number=line.number, name=line.name) for line in numbers)
            return messages.MATTER_CALL.format(
                matter=matter.label, numbers=messages.OR.join(named), hotline=common.HOTLINE
            )
    return common.WAY_ON
