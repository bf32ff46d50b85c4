"""How a reply compares the asker's own figures with the conditions of a measure."""

from collections.abc import Sequence

from bot.eligibility import Check, Fulfilment
from bot.layout import Block, plain, strong
from bot.messages import eligibility as messages
from bot.rendering.typesetting import clipped

_MOST_SILENT = 3
"""Most conditions listed that the question says nothing about."""

_FORMS = {
    Fulfilment.MEETS: messages.MEETS,
    Fulfilment.FAILS: messages.FAILS,
    Fulfilment.UNKNOWN: messages.UNKNOWN,
}
_MAX_QUOTE_UNITS = 120
"""Most UTF-16 code units for one condition; who may apply is sometimes printed at length."""


def comparison(checks: Sequence[Check]) -> Block:
    """The section with the comparison; empty where the question gives no figure for any condition."""
    compared = [check for check in checks if check.said]
    if not compared:
        return ()
    silent = [check for check in checks if not check.said and is_open(check, checks)]
    lines = [_line(check) for check in (*compared, *silent[:_MOST_SILENT])]
    if len(silent) > _MOST_SILENT:
        lines.append(messages.MORE.format(count=len(silent) - _MOST_SILENT))
    return (strong(messages.HEAD), *map(plain, lines))


def is_open(check: Check, checks: Sequence[Check]) -> bool:
    """Whether the asker has to meet this condition and no other condition has the same words."""
    if check.standing is not Fulfilment.UNKNOWN:
        return False
    if check.condition.kind == "applicant":
        return not any(other.name and other.condition.text in check.condition.text for other in checks)
    return check.condition.kind == "threshold" or bool(check.name)


def _line(check: Check) -> str:
    form = _FORMS[check.standing] if check.said else messages.SILENT
    if check.step:
        form = messages.MEETS_STEP
    if check.leaves_out:
        form = messages.LEAVES_OUT
    return form.format(condition=clipped(check.quote, _MAX_QUOTE_UNITS), said=check.said, step=check.step)
