"""How a reply compares the asker's own figures with the conditions of a measure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.eligibility import Check, Fulfilment
from bot.layout import Block, plain, strong
from bot.messages import eligibility as messages
from bot.messages.items import item_name
from corpus.text.typesetting import clipped

_MOST_SILENT = 3
"""Most conditions listed that the question says nothing about."""


@dataclass(frozen=True, slots=True)
class ConditionForms:
    """The sentences that tell how the asker stands to a condition."""

    meets: str
    meets_part: str
    """Where other conditions are not met, or not told."""
    fits: str
    """Where it does and a register beside it is not told."""
    fails: str
    leaves_out: str
    unknown: str


_FORMS = ConditionForms(
    messages.MEETS, messages.MEETS_PART, messages.FITS, messages.FAILS, messages.LEAVES_OUT, messages.UNKNOWN
)
_MAX_QUOTE_UNITS = 120
"""Most UTF-16 code units for one condition; who may apply is sometimes printed at length."""


def comparison(checks: Sequence[Check]) -> Block:
    """The section with the comparison; empty where the question gives no figure for any condition."""
    compared = [check for check in checks if check.said]
    if not compared:
        return ()
    unasked = open_conditions(checks)
    silent = [messages.SILENT.format(condition=clipped(words, _MAX_QUOTE_UNITS)) for words in unasked]
    lines = [*(_line(check, form_of(check, checks, _FORMS)) for check in compared), *silent[:_MOST_SILENT]]
    if len(silent) > _MOST_SILENT:
        lines.append(messages.MORE.format(count=len(silent) - _MOST_SILENT))
    return (strong(messages.HEAD), *map(plain, lines))


def open_conditions(checks: Sequence[Check]) -> list[str]:
    """What else is asked for and not told, verbatim; first what stands beside what is met."""
    beside = list(dict.fromkeys(words for check in checks for words in check.beside))
    silent = (one for one in checks if not one.said and _is_open(one, checks))
    rest = (one.quote for one in silent if not any(_overlap(one, words) for words in beside))
    return [*beside, *rest]


def _overlap(check: Check, words: str) -> bool:
    return check.condition.text in words or words in check.quote


def _is_open(check: Check, checks: Sequence[Check]) -> bool:
    """Whether the asker has to meet this condition and no other condition has the same words."""
    if check.standing is not Fulfilment.UNKNOWN:
        return False
    if check.condition.kind == "applicant":
        return not any(other.name and other.condition.text in check.condition.text for other in checks)
    return check.condition.kind == "threshold" or bool(check.name)


def form_of(check: Check, checks: Sequence[Check], forms: ConditionForms) -> str:
    """The sentence of one of the checks; 符合 alone only where all is met and nothing else asked for."""
    if check.standing is Fulfilment.MEETS:
        others = (one.standing is Fulfilment.MEETS for one in checks if one.said)
        whole = all(others) and not open_conditions(checks)
        return forms.meets if whole else forms.meets_part
    if check.standing is Fulfilment.FAILS:
        return forms.leaves_out if check.leaves_out else forms.fails
    return forms.fits if check.standing is Fulfilment.FITS else forms.unknown


def _line(check: Check, form: str) -> str:
    form = messages.MEETS_STEP if check.step else form
    return form.format(condition=clipped(check.quote, _MAX_QUOTE_UNITS), said=said_of(check), step=check.step)


def said_of(check: Check) -> str:
    """What the asker says of a condition, and where it stands if in another article."""
    return (
        messages.ELSEWHERE.format(said=check.said, item=item_name(check.item)) if check.item else check.said
    )
