"""The reply that lists the measures that fit: what each grants, and which conditions the asker meets."""

from dataclasses import replace

from bot.answer import ShownMeasure, Status, Term
from bot.conversation import answers
from bot.conversation.focus import Focus, Interview, Topic
from bot.conversation.interviewing.choices import Step
from bot.conversation.interviewing.suitable import Applicant, suitable
from bot.conversation.scene import Reply, Scene
from bot.eligibility import Check, Fulfilment
from bot.layout import Block, faint, plain, strong
from bot.messages import chinese_date
from bot.messages import interview as messages
from bot.messages.items import item_name
from bot.rendering import (
    ConditionForms,
    clipped,
    first_call,
    form_of,
    open_conditions,
    related_leads,
    said_of,
    tidy,
    title,
)
from corpus.records import State

_MOST_OPEN = 2
"""Most conditions listed that the asker said nothing about; the rest are only counted."""
_QUOTE_UNITS = 90
_GIVEN_UNITS = 150
_GIVES = ("amount", "rate", "cap")
_FORMS = ConditionForms(
    messages.MEETS, messages.MEETS_PART, messages.FITS, messages.FAILS, messages.LEAVES_OUT, messages.ASK
)


def reply(scene: Scene, focus: Focus, interview: Interview, asker: Applicant) -> Reply:
    """The measures that fit; those with a condition that the asker fails come last."""
    said = "、".join(words for _, words in interview.answers if words)
    ids = suitable(scene, asker)
    if not ids:
        text = messages.NONE.format(said=said)
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), focus
    wish = asker.matter.asks[0] if asker.matter else asker.wish
    question = "，".join(filter(None, (interview.answer(Step.WHO), wish, interview.said)))
    shown = scene.assistant.quoted(scene.blank, question, ids)
    ordered = sorted(shown, key=_fails)
    head = (strong(messages.HEAD.format(said=said, count=len(ordered))),)
    blocks = [head, *(_entry(ordinal, m) for ordinal, m in enumerate(ordered, 1)), (plain(messages.MORE),)]
    topic = Topic(question).showing([measure.id for measure in ordered])
    return answers.said(scene.blank, ordered, blocks), focus.turned_to(topic)


def _fails(measure: ShownMeasure) -> bool:
    return any(check.standing is Fulfilment.FAILS for check in measure.conditions)


def _entry(ordinal: int, measure: ShownMeasure) -> Block:
    name = messages.ENTRY.format(
        ordinal=ordinal,
        title=title(measure.sections),
        number=measure.doc.number,
        item=item_name(measure.item),
    )
    call = first_call(measure.calls)
    called = (plain(messages.CALL.format(call=call)),) if call else ()
    amended = related_leads(measure)
    return (
        strong(name),
        faint(_term(measure.validity)),
        *amended,
        *_given(measure),
        *_conditions(measure),
        *called,
    )


def _given(measure: ShownMeasure) -> Block:
    """What it grants, in its own words."""
    texts = [c.condition.text for c in measure.conditions if c.condition.kind in _GIVES]
    words = "；".join(tidy(text) for text in dict.fromkeys(texts))
    return (plain(messages.GIVES.format(words=clipped(words, _GIVEN_UNITS))),) if words else ()


def _conditions(measure: ShownMeasure) -> Block:
    """Conditions that are met, that are not met, and that only the department can judge."""
    compared = [check for check in measure.conditions if check.said]
    words = open_conditions(measure.conditions)
    silent = [messages.ASK.format(condition=clipped(tidy(one), _QUOTE_UNITS)) for one in words]
    told = [_line(check, form_of(check, measure.conditions, _FORMS)) for check in compared]
    lines = [*told, *silent[:_MOST_OPEN]]
    if len(silent) > _MOST_OPEN:
        lines.append(messages.ASK_MORE.format(count=len(silent) - _MOST_OPEN))
    return tuple(map(plain, lines or [messages.NO_CONDITIONS]))


def _line(check: Check, form: str) -> str:
    return form.format(condition=clipped(tidy(check.quote), _QUOTE_UNITS), said=said_of(check))


def _term(term: Term) -> str:
    if term.ended:
        return messages.ENDED
    until = chinese_date(term.until) if term.until else ""
    form = {
        State.EXPIRED: messages.EXPIRED if until else messages.VOID,
        State.IN_FORCE: messages.UNTIL,
        State.DRAFT: messages.DRAFT,
        State.NOT_YET: messages.NOT_YET,
        State.UNSTATED: messages.UNSTATED,
    }[term.state]
    return form.format(until=until)
