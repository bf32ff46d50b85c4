"""Whether answers are of the place that was asked about, or say which place they are of."""

import json

from bot.answer import Ask, Status
from retrieval.fitting import norm

_FIRST_LINES = 120
_FIRST_SCREEN = 200
"""Characters, white space apart: what is read before anybody scrolls on a phone."""


def score_places(path, ask):
    """(right, asked, ids of those answered wrong) by what is expected of the questions of a JSON-lines file.

    `answered_own`: the place has a rule, which stands first. `not_own`: it has none; this is said, or the
    rule of another place is marked as not its own. `ask_place`: no place is named and two have a rule; it is
    asked, or the first lines say whose rule is shown.
    """
    judged = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    tally = {}
    for question in judged:
        right, asked, wrong = tally.get(question["expect"], (0, 0, ()))
        won = _JUDGES[question["expect"]](question, ask(Ask(question["q"], region=question["region"])))
        lost = () if won else (question["id"],)
        tally[question["expect"]] = (right + won, asked + 1, (*wrong, *lost))
    return tally


def first_shown(answer):
    """The measure that leads an answer; None where nothing is answered."""
    return answer.measures[0] if answer.status is Status.ANSWERED and answer.measures else None


def _own(question, answer):
    first = first_shown(answer)
    evidence = [*(gold["evidence"] for gold in question["gold"]), *question.get("evidence_alt", ())]
    return first is not None and any(norm(words) in norm(first.text) for words in evidence)


def _not_own(question, answer):
    first = first_shown(answer)
    if first is None:
        return answer.status in (Status.NOT_COVERED, Status.CLARIFY)
    region, named = first.doc.region, question["named"]
    return region not in named and named[:2] not in region and "不是" in norm(answer.text)[:_FIRST_LINES]


def _asks(question, answer):
    first = first_shown(answer)
    said = first is not None and first.doc.region in norm(answer.text)[:_FIRST_SCREEN]
    return said or answer.status is Status.CLARIFY


_JUDGES = {"answered_own": _own, "not_own": _not_own, "ask_place": _asks}
