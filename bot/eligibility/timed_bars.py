"""Who is shut out by the time since something: 户口迁入不满1年的 in a list of who gets nothing."""

import re
from collections.abc import Iterator

from bot.eligibility.asker_case import AskerCase
from bot.eligibility.bars import Bar
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.shared_words import content
from bot.eligibility.spoken.asker_fact import FigureOrigin
from bot.eligibility.spoken.whose_figures import is_told_of_applicant

_EXCEPTED = re.compile(r"因?(?P<who>[^，。；]{2,14}?)的?除外")
_DENIED = re.compile(r"(?:不是|没有?|不属于|非)(?P<what>[^，。；！？]{1,8})")
_HANDED_IN = re.compile(
    r"(?:申[请报领]|提交|递交|材料|手续)[^，。；]{0,3}(?:过|了)|(?:已经?|早就?|当时就?|就)(?:申[请报]|提交|递交|[交报递])"
)
"""Who has applied already is not late by the days up to the question."""
_APPLIES = re.compile("申[请报领]|提出|办理")
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")


def timed_bars(case: AskerCase) -> Iterator[Bar]:
    """The items of lists of who gets nothing that the time since a told day makes true of who asks.

    Example: `户口迁入本村不满2年的，因婚嫁迁入的除外`, 去年8月迁来的，不是嫁来的 -> one
    """
    question = case.facts.question
    for bound in case.demands.shutting:
        said = [one for one in case.said_of(bound) if one.origin is FigureOrigin.AGO]
        if not said or not case.holds(bound) or _is_excepted(bound, question):
            continue
        clause = next(c for c in _CLAUSE.finditer(question) if c.start() <= said[0].start < c.end())
        handed_in = _APPLIES.search(bound.tail) and _HANDED_IN.search(question)
        if not handed_in and is_told_of_applicant(question, *clause.span()):
            yield Bar(bound.start, bound.end + len(bound.tail), said[0].text, leaves_out=True)


def _is_excepted(bound: PrintedBound, question: str) -> bool:
    """Whether its item excepts some, of whom the asker does not say that he is none."""
    behind = bound.sentence.partition(bound.figures)[2]
    excepted = _EXCEPTED.search(behind)
    if excepted is None:
        return False
    own = content(excepted["who"]) - content(bound.subject)
    return not any(own & content(denied["what"]) for denied in _DENIED.finditer(question))
