"""Why a question of an evaluation lost points, in one line."""

from datetime import date

from bot.answering import read
from bot.evaluation.inquiry import Inquiry, difference, inquire, main_parts
from bot.evaluation.workbench import Questions, Workbench
from bot.messages import explaining as messages
from retrieval.fitting import JudgedQuestion


def why_lost(bench: Workbench, question: JudgedQuestion, as_of: date, using: Questions) -> str:
    """What the first measure had more of, or why the question was refused."""
    retriever = bench.search(question, using)
    inquiry = inquire(retriever, read(question.q).question, bench.region, as_of)
    if inquiry is None:
        return messages.NOTHING
    gold = set(bench.gold(question))
    facts = inquiry.case.facts
    rank = next((n for n, p in enumerate(inquiry.order, 1) if int(facts.positions[p]) in gold), None)
    wanted = messages.NO_GOLD
    if rank:
        wanted = messages.GOLD_RANK.format(id=facts.ids[inquiry.order[rank - 1]], rank=rank)
    return _lost(inquiry, question, rank, wanted)


def _lost(inquiry: Inquiry, question: JudgedQuestion, rank: int | None, wanted: str) -> str:
    sure = {"probability": inquiry.chance, "threshold": inquiry.threshold}
    first = inquiry.case.ranking.parts_of(inquiry.order[0])
    if not question.answerable:
        return messages.LOST_ANSWERED.format(parts=main_parts(first), **sure)
    if not inquiry.shown:
        return messages.LOST_REFUSED.format(reason=inquiry.result.reason.refusal.label, gold=wanted, **sure)
    if rank is None:
        return wanted
    if rank > 1:
        right = inquiry.case.ranking.parts_of(inquiry.order[rank - 1])
        return messages.LOST_RANK.format(
            gold=wanted, parts=main_parts(difference(right, first), falling=False)
        )
    at_first = inquiry.shown[0] == inquiry.case.facts.ids[inquiry.order[0]]
    return messages.LOST_REST if at_first else messages.LOST_TOPIC
