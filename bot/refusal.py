"""What to say when the documents do not answer: why, where to ask, what they do hold."""

import re
from collections.abc import Collection, Sequence

from bot import messages
from retrieval.confidence import Reason
from retrieval.query import Wish

_TAX = re.compile(r"税|发票|社保费")


def because(reason: Reason, wishes: Collection[Wish], regions: Collection[str]) -> str:
    """Why the documents do not answer, as a sentence; empty where there is nothing to add.

    A wish that policy documents never meet (somebody's case, a law suit) explains more than the reason.
    """
    for wish in sorted(wishes):
        if wish in messages.NOT_COVERED_WISH:
            return messages.NOT_COVERED_WISH[wish]
    said = {**messages.NOT_COVERED_KIND, **messages.NOT_COVERED_BECAUSE}
    return said.get(reason, "").format(regions="、".join(sorted(regions)))


def refused(question: str, why: str, topics: Sequence[str]) -> str:
    """The reply to a question that the documents do not answer; `topics` are what comes near."""
    way_on = messages.WAY_ON_TAX if _TAX.search(question) else messages.WAY_ON
    return "\n".join([messages.NOT_COVERED + why, way_on, *_listed(topics)])


def refused_foreign() -> str:
    """The reply to a question without a Chinese character that found nothing as pinyin either."""
    return messages.with_examples(messages.NOT_COVERED_FOREIGN)


def unclear(topics: Sequence[str]) -> str:
    """The question back to somebody whose question has several readings."""
    if not topics:
        return messages.with_examples(messages.CLARIFY_VAGUE)
    return "\n".join([messages.CLARIFY, *(f"· {topic}" for topic in topics)])


def _listed(topics: Sequence[str]) -> list[str]:
    return [messages.CLOSE_TOPICS, *(f"· {topic}" for topic in topics)] if topics else []
