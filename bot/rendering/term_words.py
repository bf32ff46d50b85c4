"""From when until when something is in force, in words."""

from bot import messages
from bot.answer import Term
from bot.messages import chinese_date
from bot.messages.web import STATES
from corpus.records import State


def term_words(term: Term) -> str:
    """The state and the days of a term, without the words that it rests on."""
    start = chinese_date(term.valid_from) if term.valid_from else ""
    until = chinese_date(term.until) if term.until else ""
    if term.ended:
        return messages.TERM_ENDED
    form = {
        State.IN_FORCE: messages.TERM_IN_FORCE,
        State.EXPIRED: messages.TERM_EXPIRED if until else messages.TERM_VOID,
        State.DRAFT: messages.TERM_DRAFT,
        State.NOT_YET: messages.TERM_NOT_YET,
        State.UNSTATED: messages.TERM_STARTED if start else messages.TERM_UNSTATED,
    }[term.state]
    return form.format(start=start, until=until)


def state_word(term: Term) -> str:
    """The state in a word or two, for a badge."""
    return messages.STATE_ENDED if term.ended else STATES[term.state]
