"""Whom to call about a matter that the documents do not answer."""

from bot import messages as common
from bot.helplines.recognising import Helpline, Helplines
from bot.messages import helplines as messages


def way_on(question: str, helplines: Helplines, said: str = "", own: Helpline | None = None) -> str:
    """Where to ask: the hotline of the place; the helplines of the matter asked about, and 12345 or it alone.

    `own` is the hotline of the place. A matter all of whose numbers stand in `said` is left out.
    """
    of_place = messages.PLACE_CALL.format(name=own.name, number=own.number) if own else ""
    return of_place + _of_matter(question, helplines, said)


def _of_matter(question: str, helplines: Helplines, said: str) -> str:
    for matter in helplines.matters_of(question):
        numbers = [line for line in matter.helplines if line.number not in said]
        if numbers:
            named = (messages.MATTER_NUMBER.format(number=line.number, name=line.name) for line in numbers)
            return messages.MATTER_CALL.format(
                matter=matter.label, numbers=messages.OR.join(named), hotline=common.HOTLINE
            )
    return common.WAY_ON
