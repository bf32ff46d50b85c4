"""Why a question got what it got: parts of the scores, rules, probability and threshold, as lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot import small_talk
from bot.columns import aligned
from bot.messages import explaining as messages
from bot.reading import read
from bot.scoring import Question
from bot.titles import title
from bot.typesetting import clipped, tidy
from bot.workbench import Questions, Workbench
from retrieval import Query, Result, Retriever
from retrieval.confidence import Reason, reason_of
from retrieval.features import Case, probability
from retrieval.likeness import PARTS
from retrieval.rules import Circumstances

_HITS = 3
_PASSAGE_UNITS = 120
_MAIN_PARTS = 3
_SMALL = 0.0005
"""A part that moves a score by less shows as 0 with three digits."""


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """One question searched, with what the search rested on."""

    retriever: Retriever
    case: Case
    order: Sequence[int]
    result: Result

    @property
    def threshold(self) -> float:
        """The probability from which an answer is given."""
        return self.retriever.weights.choice["answer"]

    @property
    def chance(self) -> float:
        """The probability that the first measure answers."""
        best = next(iter((*self.result.hits, *self.result.rejected)), None)
        return best.score if best else probability(self.case, self.retriever.weights)


def explain(bench: Workbench, question: str, as_of: date) -> list[str]:
    """The lines that explain what a question gets."""
    reading = read(question)
    if reading.unreadable or small_talk.reply(reading.question):
        return [messages.CHAT]
    inquiry = _inquire(bench.retriever, reading.question, bench.region, as_of)
    if inquiry is None:
        return [messages.NOTHING]
    return [
        *_understood(inquiry.case.query),
        *_decided(inquiry),
        "",
        *_measures(inquiry),
        "",
        *_table(inquiry),
    ]


def why_lost(bench: Workbench, question: Question, as_of: date, using: Questions) -> str:
    """Why a question lost points: what the first measure had more of, or why it was refused."""
    retriever = bench.search(question, using)
    inquiry = _inquire(retriever, read(question.q).question, bench.region, as_of)
    if inquiry is None:
        return messages.NOTHING
    gold = set(bench.gold(question))
    rank = next((n for n, place in enumerate(inquiry.order, 1) if place in gold), None)
    wanted = messages.NO_GOLD
    if rank:
        wanted = messages.GOLD_RANK.format(id=retriever.facts.ids[inquiry.order[rank - 1]], rank=rank)
    return _lost(inquiry, question, rank, wanted)


def _lost(inquiry: _Inquiry, question: Question, rank: int | None, wanted: str) -> str:
    sure = {"probability": inquiry.chance, "threshold": inquiry.threshold}
    first = inquiry.case.ranking.parts_of(inquiry.order[0])
    if not question.answerable:
        return messages.LOST_ANSWERED.format(parts=_main(first), **sure)
    if not inquiry.result.hits:
        return messages.LOST_REFUSED.format(reason=reason_name(inquiry.result.reason), gold=wanted, **sure)
    if rank is None:
        return wanted
    if rank > 1:
        right = inquiry.case.ranking.parts_of(inquiry.order[rank - 1])
        lead = {name: right[name] - value for name, value in first.items()}
        return messages.LOST_RANK.format(gold=wanted, parts=_main(lead, falling=False))
    at_first = inquiry.result.hits[0].measure_id == inquiry.retriever.facts.ids[inquiry.order[0]]
    return messages.LOST_REST if at_first else messages.LOST_TOPIC


def reason_name(reason: Reason) -> str:
    """A reason in words.

    Example: Reason.TOO_VAGUE -> "太笼统"
    """
    return messages.REASONS.get(reason, messages.KIND.format(kind=reason.value))


def _inquire(retriever: Retriever, question: str, region: str | None, as_of: date) -> _Inquiry | None:
    """None where there is nothing to look up."""
    query = retriever.understand(question)
    if not query.text:
        return None
    case, order = retriever.judge(query, Circumstances(region, as_of))
    result = retriever.search(question, region=region, as_of=as_of)
    return _Inquiry(retriever, case, order, result) if order else None


def _understood(query: Query) -> list[str]:
    found = {
        "regions": query.regions,
        "elsewhere": query.elsewhere,
        "years": query.years,
        "documents": query.documents,
        "item": [query.item] if query.item else [],
        "departments": ["".join(names) for names in query.departments],
        "wishes": sorted(query.wishes),
    }
    told = [messages.FOUND_NAMES[n].format("、".join(map(str, v))) for n, v in found.items() if v]
    return [
        messages.READ_AS.format(text=query.text),
        messages.CONTENT.format(content=query.content),
        messages.FOUND.format(found="；".join(told) or messages.FOUND_NOTHING),
    ]


def _decided(inquiry: _Inquiry) -> list[str]:
    said, reason = reason_of(inquiry.case), inquiry.result.reason
    because = messages.DECIDED_REASON.format(reason=reason_name(reason)) if reason is not Reason.NONE else ""
    return [
        messages.RULES_SAID.format(reason=reason_name(said))
        if said is not Reason.NONE
        else messages.RULES_PASSED,
        messages.DECIDED.format(
            verdict=messages.VERDICTS[inquiry.result.verdict],
            reason=because,
            probability=inquiry.chance,
            threshold=inquiry.threshold,
        ),
    ]


def _measures(inquiry: _Inquiry) -> Iterable[str]:
    """The best measures by the ranking, each with the passage that matched."""
    facts, case = inquiry.retriever.facts, inquiry.case
    shown = {hit.measure_id for hit in inquiry.result.hits}
    for number, place in enumerate(inquiry.order[:_HITS], 1):
        measure = facts.measures[place]
        mark = "" if measure.id in shown else messages.NOT_SHOWN
        yield messages.MEASURE.format(place=number, id=measure.id, title=title(measure.sections), shown=mark)
        passage = tidy(inquiry.retriever.index.passages[case.likeness.passages[place]].text)
        yield messages.BEST_PASSAGE.format(passage=clipped(" ".join(passage.split()), _PASSAGE_UNITS))
        if case.likeness.lacking[place]:
            yield messages.SUBSTITUTE


def _table(inquiry: _Inquiry) -> list[str]:
    """A row a part, a column a measure; rules that move none of them are left out."""
    ranking, places = inquiry.case.ranking, inquiry.order[:_HITS]
    rows = [(*messages.HEAD, *(messages.PLACE.format(place=n) for n in range(1, len(places) + 1)))]
    for name, column in ranking.parts.items():
        weight = ranking.weights[name]
        if name in PARTS or any(column[place] for place in places):
            cells = (
                messages.CELL.format(raw=float(column[p]), weighted=weight * float(column[p])) for p in places
            )
            rows.append((messages.PARTS[name], f"{weight:.3f}", *cells))
    rows.append((messages.TOTAL, "", *(f"{float(ranking.total[place]):.3f}" for place in places)))
    return [messages.NEAREST_TABLE, *aligned(rows)]


def _main(parts: dict[str, float], *, falling: bool = True) -> str:
    """The parts that count most, or that lack most."""
    ranked = sorted(parts.items(), key=lambda part: part[1], reverse=falling)
    told = [(name, value) for name, value in ranked[:_MAIN_PARTS] if abs(value) >= _SMALL]
    return "、".join(messages.PART.format(name=messages.PARTS[name], value=value) for name, value in told)
