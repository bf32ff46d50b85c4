"""Why a question gets what it gets: parts of the scores, rules, chance and threshold, as lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from bot.answer import Status
from bot.answering import read, small_talk
from bot.evaluation.inquiry import Inquiry, difference, inquire, main_parts
from bot.evaluation.workbench import Workbench
from bot.helplines import shipped_helplines
from bot.messages import explaining as messages
from bot.rendering import aligned, clipped, tidy, title, wrapped
from retrieval import Query, Result
from retrieval.deciding import Reason, Verdict, reason_of
from retrieval.question import ROWS
from retrieval.ranking import PARTS

COLUMNS = 80
"""Terminal columns that tables and lines stay within."""
_INDENT = "  "
_HITS = 3
_PASSAGE_UNITS = 120
_LEAST_GAIN = 0.02
"""A feature that lowers the chance by less is not named as a reason."""
_REASONS_NAMED = 2
_SAID = {
    Verdict.ANSWER: Status.ANSWERED,
    Verdict.CLARIFY: Status.CLARIFY,
    Verdict.NOT_COVERED: Status.NOT_COVERED,
}
"""As what the assistant says each, unless it looks closer."""


def explain(bench: Workbench, question: str, as_of: date) -> list[str]:
    """The lines that explain what a question gets."""
    danger = shipped_helplines().danger(question)
    if danger:
        return [messages.DANGER.format(name=danger.name)]
    reading = read(question)
    if reading.unreadable or small_talk.reply(reading.question):
        return [messages.CHAT]
    inquiry = inquire(bench.retriever, reading.question, bench.region, as_of)
    if inquiry is None:
        return [messages.NOTHING]
    positions = inquiry.first(_HITS)
    said = [
        *_understood(inquiry.case.query),
        *_decided(inquiry),
        _replied(bench, inquiry.result, reading.question, as_of),
        "",
        *_measures(inquiry, positions),
        "",
        *_compared(inquiry, positions),
    ]
    lines = chain.from_iterable(wrapped(line, COLUMNS, _INDENT) for line in said)
    return [*lines, *_scores(inquiry, positions), "", *_odds(inquiry)]


def _understood(query: Query) -> list[str]:
    parts = {
        "regions": query.regions,
        "elsewhere": query.elsewhere,
        "years": query.years,
        "documents": query.documents,
        "item": [query.item] if query.item else [],
        "departments": ["".join(names) for names in query.departments],
        "wishes": [ROWS[asked].label for asked in ROWS if asked in query.wishes],
    }
    named = [messages.FOUND_NAMES[n].format("、".join(map(str, v))) for n, v in parts.items() if v]
    return [
        messages.READ_AS.format(text=query.text),
        messages.CONTENT.format(content=query.content),
        messages.FOUND.format(found="；".join(named) or messages.FOUND_NOTHING),
    ]


def _decided(inquiry: Inquiry) -> Iterable[str]:
    said, reason = reason_of(inquiry.case), inquiry.result.reason
    because = messages.DECIDED_REASON.format(reason=reason.refusal.label) if reason is not Reason.NONE else ""
    yield (
        messages.RULES_SAID.format(reason=said.refusal.label)
        if said is not Reason.NONE
        else messages.RULES_PASSED
    )
    yield messages.DECIDED.format(
        verdict=messages.VERDICTS[inquiry.result.verdict],
        reason=because,
        probability=inquiry.chance,
        threshold=inquiry.threshold,
    )
    if inquiry.case.glance is not None:
        yield messages.AT_A_GLANCE
    if inquiry.result.verdict is Verdict.ANSWER and inquiry.chance < inquiry.threshold:
        yield messages.SURE_NAMED if inquiry.case.named else messages.SURE_ALONE
    if inquiry.result.verdict is Verdict.NOT_COVERED and said is Reason.NONE and reason is not Reason.NO_ITEM:
        yield _refused_for(inquiry)


def _replied(bench: Workbench, result: Result, question: str, as_of: date) -> str:
    """What the assistant says in the end, and why where that is not what the search decided."""
    answer = bench.reply(question, as_of)
    first = messages.REPLY_FIRST.format(id=answer.measures[0].id) if answer.measures else ""
    said = messages.REPLY.format(reply=messages.REPLIES[answer.status], first=first)
    if answer.status is _SAID[result.verdict]:
        return said
    rule = bench.withheld_by(result.query.respelt or question, result)
    return said + (messages.REPLY_WITHHELD.format(rule=rule) if rule else messages.REPLY_OTHERWISE)


def _measures(inquiry: Inquiry, positions: Sequence[int]) -> Iterable[str]:
    """The first measures, each with the passage that matched."""
    facts, case = inquiry.case.facts, inquiry.case
    for number, position in enumerate(positions, 1):
        measure = facts.measures[position]
        mark = "" if measure.id in inquiry.shown else messages.NOT_SHOWN
        yield messages.MEASURE.format(
            ordinal=number, id=measure.id, title=title(measure.sections), shown=mark
        )
        passage = tidy(inquiry.retriever.index.passages[case.likeness.passages[position]].text)
        yield messages.BEST_PASSAGE.format(passage=clipped(" ".join(passage.split()), _PASSAGE_UNITS))
        if case.likeness.lacking[position]:
            yield messages.READ_CLOSELY


def _compared(inquiry: Inquiry, positions: Sequence[int]) -> Iterable[str]:
    """Why the first measure ranks above the second."""
    if len(positions) < 2:
        return
    ranking = inquiry.case.ranking
    lead = difference(ranking.parts_of(positions[0]), ranking.parts_of(positions[1]))
    above = sum(lead.values())
    form = messages.AHEAD if above >= 0 else messages.BEHIND
    yield form.format(lead=abs(above), parts=main_parts(lead, falling=above >= 0))
    if list(positions) != list(inquiry.order[: len(positions)]):
        yield messages.SHOWN_FIRST


def _scores(inquiry: Inquiry, positions: Sequence[int]) -> list[str]:
    """A table with a row for each part and a column for each measure; rules that change none are left out."""
    ranking = inquiry.case.ranking
    rows = [(*messages.HEAD, *(messages.ORDINAL.format(ordinal=n) for n in range(1, len(positions) + 1)))]
    weighted = [ranking.parts_of(position) for position in positions]
    weights = ranking.weights_of(positions[0])
    for name, column in ranking.parts.items():
        if name in weights and (name in PARTS or any(column[position] for position in positions)):
            cells = (
                messages.CELL.format(raw=float(column[p]), weighted=of[name])
                for p, of in zip(positions, weighted, strict=True)
            )
            rows.append((messages.PARTS[name], f"{weights[name]:.3f}", *cells))
    rows.append((messages.TOTAL, "", *(f"{float(ranking.total[position]):.3f}" for position in positions)))
    return [messages.NEAREST_TABLE, *aligned(rows)]


def _without(inquiry: Inquiry) -> dict[str, float]:
    """For each feature that is not 0: the chance if that feature were 0 and the others stayed as they are."""
    values, model = inquiry.features, inquiry.model
    return {name: model.chance({**values, name: 0.0}) for name, value in values.items() if value}


def _refused_for(inquiry: Inquiry) -> str:
    """The features that lowered the chance of a refused question most."""
    values, left = inquiry.features, _without(inquiry)
    gains = {name: left[name] - inquiry.chance for name in messages.AGAINST if values.get(name, 0) < 0}
    against = [name for name in sorted(gains, key=lambda n: -gains[n]) if gains[name] >= _LEAST_GAIN]
    reasons = [
        messages.REFUSED_PART.format(name=messages.AGAINST[name], chance=left[name])
        for name in against[:_REASONS_NAMED]
    ]
    return messages.REFUSED_FOR.format(told="；".join(reasons)) if reasons else messages.REFUSED_WEAK


def _odds(inquiry: Inquiry) -> list[str]:
    """What the chance rests on that the first measure answers: a row for each feature that says something."""
    values, left = inquiry.features, _without(inquiry)
    rows = [(messages.ODDS[name], f"{values[name]:z.2f}", f"{left[name]:.3f}") for name in left]
    return [messages.ODDS_TABLE, *aligned([messages.ODDS_HEAD, *rows])]
