"""What to say when the documents do not answer: why, where to ask, and what they do contain."""

from collections.abc import Collection, Sequence

from bot import messages
from bot.called_places import places_named
from bot.messages import chinese_date
from bot.messages.items import item_name
from bot.messages.point_words import ON_THE_MATTER
from bot.rendering import first_call, title
from corpus.records import Contact, Document, Measure, Role
from retrieval.deciding import REASONS, Reason
from retrieval.question import NEAR_MISSES, Asked


def because(
    reason: Reason, wishes: Collection[Asked], regions: Collection[str], asked: Collection[str] = ()
) -> str:
    """Why the documents do not answer, as a sentence; empty where there is nothing to add.

    `regions` are those of the documents, `asked` those that the question names.

    A wish that policy documents never meet (somebody's case, a law suit) explains more than the reason.
    """
    row = denied(reason, wishes).refusal
    if not row.sentence:
        return ""
    if not NEAR_MISSES.isdisjoint(wishes):
        return row.sentence + "。"
    said = "，".join(filter(None, (row.sentence, row.way_on)))
    named = {"regions": places_named(sorted(regions)), "asked": "、".join(asked)}
    return said.format(**named, tax_hotline=messages.TAX_HOTLINE) + "。"


def denied(reason: Reason, wishes: Collection[Asked]) -> Reason:
    """The reason that is told: that of a wish which documents never meet, else the one found."""
    return next((REASONS[wish] for wish in Asked if wish in wishes and wish in NEAR_MISSES), reason)


def refused(why: str, offered: Sequence[str], way: str) -> str:
    """The reply to a question that the documents do not answer.

    `offered` lists what they do contain, `way` says where to ask.
    """
    return "\n".join([messages.NOT_COVERED + why, *offered, way])


def neighbour(measure: Measure) -> str:
    """A line on the measure that covers the topic but not what was asked."""
    return messages.NEIGHBOUR.format(
        number=measure.document, item=item_name(measure.item), title=title(measure.sections)
    )


def on_the_matter(measure: Measure) -> str:
    """A line on the measure that is on the matter and does not print what was asked."""
    return ON_THE_MATTER.format(
        number=measure.document, item=item_name(measure.item), title=title(measure.sections)
    )


def neighbour_call(contacts: Sequence[Contact]) -> list[str]:
    """A line on whom to call about that measure, or who does it without a phone; none where several do."""
    call = first_call(contacts)
    if call:
        return [messages.NEIGHBOUR_CALL.format(call=call)]
    doing = (c for c in contacts if c.role in (Role.LEAD, Role.RESPONSIBLE) and c.department)
    names = {c.canonical: c.department for c in doing if not c.inferred}
    return [messages.NEIGHBOUR_DOES.format(department=name) for name in names.values() if len(names) == 1]


def of_another_region(region: str, measure: Measure) -> list[str]:
    """A line on the measure of another region, whose rules do not apply where the question asks."""
    named = item_name(measure.item)
    return [
        messages.ELSEWHERE.format(
            region=region, number=measure.document, item=named, title=title(measure.sections)
        )
    ]


def of_another_year(document: Document, measure: Measure) -> list[str]:
    """A line on the measure that answers for the year it was issued in; none where that year is unknown."""
    if document.issued is None:
        return []
    return [
        messages.EARLIER.format(
            day=chinese_date(document.issued),
            number=measure.document,
            item=item_name(measure.item),
            title=title(measure.sections),
        )
    ]


def close_topics(topics: Sequence[str]) -> list[str]:
    """Lines that list related topics; none without topics."""
    return [messages.CLOSE_TOPICS, *(f"· {topic}" for topic in topics)] if topics else []


def refused_foreign() -> str:
    """The reply to a question without a Chinese character that found nothing as pinyin either."""
    return messages.with_examples(messages.NOT_COVERED_FOREIGN)


def unclear(topics: Sequence[str]) -> str:
    """The question back to somebody whose question has several readings."""
    if not topics:
        return messages.with_examples(messages.CLARIFY_VAGUE)
    return "\n".join([messages.CLARIFY, *(f"· {topic}" for topic in topics)])
