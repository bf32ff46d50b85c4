"""What a reply says of the asker's own figures beside the conditions of a measure."""

from collections.abc import Sequence

from bot.eligibility import Check, Fulfilment
from bot.layout import Block, plain, strong
from bot.messages import eligibility as messages
from bot.rendering.typesetting import clipped

_MOST_SILENT = 3
"""How many conditions are listed of which the question says nothing."""

_FORMS = {
    Fulfilment.MEETS: messages.MEETS,
    Fulfilment.FAILS: messages.FAILS,
    Fulfilment.UNKNOWN: messages.UNKNOWN,
}
_MAX_QUOTE_UNITS = 120
"""Bound for the words of one condition; who may apply is printed at length at times."""


def comparison(checks: Sequence[Check]) -> Block:
    """The section that compares; empty where the question gives no figure for any of them."""
    compared = [check for check in checks if check.said]
    if not compared:
        return ()
    silent = [check for check in checks if not check.said and is_open(check, checks)]
    lines = [_line(check) for check in (*compared, *silent[:_MOST_SILENT])]
    if len(silent) > _MOST_SILENT:
        lines.append(messages.MORE.format(count=len(silent) - _MOST_SILENT))
    return (strong(messages.HEAD), *map(plain, lines))


def is_open(check: Check, checks: Sequence[Check]) -> bool:
    """Whether the asker has to meet it, and no other condition says the same words."""
    if check.standing is not Fulfilment.UNKNOWN:
        return False
    if check.condition.kind == "applicant":
        return not any(other.name and other.condition.text in check.condition.text for other in checks)
    return check.condition.kind == "threshold" or bool(check.name)


def _line(check: Check) -> str:
    form = _FORMS[check.standing] if check.said else messages.SILENT
    return form.format(condition=clipped(check.quote, _MAX_QUOTE_UNITS), said=check.said)
