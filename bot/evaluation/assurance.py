"""What the chance rests on that the first measure answers, as lines."""

from bot.evaluation.inquiry import Inquiry
from bot.messages import explaining as messages
from bot.rendering.text_columns import aligned

_LEAST_GAIN = 0.02
"""What keeps the chance down by less is not a reason to name."""
_NAMED = 2


def without(inquiry: Inquiry) -> dict[str, float]:
    """The chance there would be if one feature were 0, the others as they are; of those that are not 0."""
    values, model = inquiry.features, inquiry.model
    return {name: model.chance({**values, name: 0.0}) for name, value in values.items() if value}


def refused_for(inquiry: Inquiry) -> str:
    """What kept the chance of a refused question down most."""
    values, left = inquiry.features, without(inquiry)
    gains = {name: left[name] - inquiry.chance for name in messages.AGAINST if values[name] < 0}
    against = [name for name in sorted(gains, key=lambda n: -gains[n]) if gains[name] >= _LEAST_GAIN]
    told = [
        messages.REFUSED_PART.format(name=messages.AGAINST[name], chance=left[name])
        for name in against[:_NAMED]
    ]
    return messages.REFUSED_FOR.format(told="；".join(told)) if told else messages.REFUSED_WEAK


def table(inquiry: Inquiry) -> list[str]:
    """A row a feature that says something."""
    values, left = inquiry.features, without(inquiry)
    rows = [(messages.ODDS[name], f"{values[name]:z.2f}", f"{left[name]:.3f}") for name in left]
    return [messages.ODDS_TABLE, *aligned([messages.ODDS_HEAD, *rows])]
