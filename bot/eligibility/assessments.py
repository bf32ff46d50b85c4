"""How an asker stands to each requirement of a measure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.eligibility.affinity import in_unit
from bot.eligibility.asker_case import AskerCase
from bot.eligibility.asker_traits import AskerTraits
from bot.eligibility.assessment import Assessment, Fulfilment
from bot.eligibility.printed.headed_points import is_of_other_point
from bot.eligibility.printed.loosenings import Loosening
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.printed_traits import printed_traits
from bot.eligibility.printed.requirements import Alternative, Demands, Requirement
from bot.eligibility.quantity_names import DATE
from bot.eligibility.satisfying import reached_step
from bot.eligibility.shared_words import content, pairs, shared_words
from bot.eligibility.size_rules import unless_of_size
from bot.eligibility.special_rules import has_special_rule
from bot.eligibility.steps_of_scale import of_one_step
from bot.eligibility.traits import default_traits
from corpus.extraction.quantities import quantities

_ANY_THRESHOLD = re.compile(r"起付|门槛")
"""Words for a threshold whose name the text does not repeat."""
_ALSO = re.compile(r"(?:、|且|并且?)(?P<words>[^，；。\n]+)")
_CLAUSES = re.compile(r"[，。；！？,;!?]")
_DENIAL = re.compile(r"没|无|未|不是|不算|还差")
_JOINS = re.compile(r"且|并|、")
_LIFTED = re.compile(r"(?P<what>[^，。；\d ]{1,4}?)的?(?:限制|要求)$")
_SPARED = re.compile("的?(?:不收费|免费|免收|不收取)")
_ASKS_PRICE = re.compile("多少|几[块元]|怎么收|收费标准")
_ON_TOP = re.compile(r"[^。；\d]*?(?:另[外行]?加|加发|增发|再(?:增加|加|增)|额外)[^，。；]*?\d+(?:\.\d+)?元")
"""Behind a figure it says what comes on top of what everybody gets."""
_SUM = re.compile(r"[\d.]+[^\d以]*")


_FULFILMENTS = {True: Fulfilment.MEETS, False: Fulfilment.FAILS, None: Fulfilment.UNKNOWN}


def assessments(
    case: AskerCase, lifting: Callable[[], Sequence[Demands]], item: str
) -> tuple[Assessment, ...]:
    """How the asker stands to every requirement, in order.

    `lifting` gives the demands of other measures of the document that lift requirements of this one; `item`
    is the label of this one.
    """
    demands = case.demands
    answers = [
        unless_of_size(
            case, _unless_half(case, _unless_left_out(case, _unless_for_some(case, _assessed(case, one))))
        )
        for one in demands.requirements
    ]
    if any(answer.fulfilment is Fulfilment.FAILS for answer in answers):
        others = lifting()
        answers = [_unless_lifted(case, answer, others, item) for answer in answers]
    return tuple(_whole(case, answers))


def _assessed(case: AskerCase, requirement: Requirement) -> Assessment:
    """How the asker stands to a requirement, its guards and groups considered, nothing lifted."""
    open_to = [case.is_for(requirement, bound) for bound in requirement.bounds]
    said = (fact for bound in requirement.bounds for fact in case.figures.get(bound, ()))
    figures = tuple(dict.fromkeys(said))
    guarded = {case.holds(guard) for guard in requirement.guards}
    if all(is_open is False for is_open in open_to) or False in guarded:
        return Assessment(requirement, Fulfilment.OTHERS, requirement.bounds)
    if is_of_other_point(case.demands.text, requirement.start, case.facts.question):
        return Assessment(requirement, Fulfilment.UNKNOWN, requirement.bounds)
    if not figures:
        return _without_figures(case, requirement)
    unsure = None in guarded and _has_rival(case.demands, requirement)
    unsure = unsure or not case.is_meant(requirement) or case.is_unsettled(requirement)
    unsure = unsure or has_special_rule(case, requirement)
    holds = None if unsure else _any_holds(case, requirement, open_to)
    mine = zip(requirement.bounds, open_to, strict=True)
    step = reached_step(requirement.bounds[0], figures) if holds else ""
    bounds = tuple(bound for bound, is_open in mine if is_open is not False)
    unread_holds, words = _unread_holds(case, requirement)
    words = words if unread_holds and holds else ""
    fits = not unsure and holds is None and _fits(case, requirement, open_to)
    fulfilment = Fulfilment.FITS if fits else _FULFILMENTS[holds]
    return Assessment(requirement, fulfilment, bounds, figures, step, words)


def _fits(case: AskerCase, requirement: Requirement, open_to: Sequence[bool | None]) -> bool:
    """Whether its only comparison is for the asker and does, with a register beside it that is not told."""
    single = len(requirement.bounds) == 1 and open_to[0] is True and not requirement.unread
    return single and case.fits(requirement.bounds[0], requirement.lead)


def _without_figures(case: AskerCase, requirement: Requirement) -> Assessment:
    """Met by an alternative without a figure that the question tells of; else nothing is known."""
    holds, words = _unread_holds(case, requirement)
    fulfilment = Fulfilment.MEETS if holds else Fulfilment.UNKNOWN
    return Assessment(requirement, fulfilment, requirement.bounds, words=words if holds else "")


def _unread_holds(case: AskerCase, requirement: Requirement) -> tuple[bool | None, str]:
    """Whether the alternative without a figure holds, and the words of the question that tell."""
    printed = printed_traits(requirement.unread, default_traits())
    if not printed or (len(printed) > 1 and not all(one.is_in_list for one in printed)):
        return None, ""
    answers = [AskerTraits(case.facts.question).holds(one) for one in printed]
    words = "、".join(case.facts.question[one.start : one.end] for _, said in answers for one in said)
    verdicts = {verdict for verdict, _ in answers}
    return (True if True in verdicts else None if None in verdicts else False), words


def _unless_for_some(case: AskerCase, answer: Assessment) -> Assessment:
    """Who does not reach what loosens, spares or adds something for some fails nothing by it.

    Nor does he who is not of a row of a table.

    Example: `年满90周岁的，不受…限制`, `年满90周岁的，另加50元` are not failed by 73, nor `30分钟以内不收费`
    where the price is asked
    """
    spared = _SPARED.match(answer.requirement.bounds[-1].tail) and _ASKS_PRICE.search(case.facts.question)
    added = _ON_TOP.match(answer.requirement.bounds[-1].tail + answer.requirement.rest)
    of_row = case.demands.is_in_row(answer.requirement.bounds[0].figure)
    if (spared or added or of_row) and answer.fulfilment is Fulfilment.FAILS:
        return answer.for_others
    told = {bound.figure for one in case.demands.loosenings for bound in one.bounds}
    loosens = all(bound.figure in told for bound in answer.requirement.bounds)
    return answer.for_others if loosens and answer.fulfilment is Fulfilment.FAILS else answer


def _unless_left_out(case: AskerCase, answer: Assessment) -> Assessment:
    """Not met where what is compared may hold things that are not counted."""
    unit = answer.requirement.bounds[0].unit
    uncounted = (bound for bound in case.demands.left_out if bound.unit == unit)
    doubtful = case.is_of_kind_left_out() or any(case.holds(bound) for bound in uncounted)
    doubtful = doubtful or any(case.holds(bound) is False for bound in _within(case, answer.requirement))
    if answer.fulfilment is Fulfilment.MEETS and doubtful:
        return replace(answer, fulfilment=Fulfilment.UNKNOWN)
    return answer


def _unless_half(case: AskerCase, answer: Assessment) -> Assessment:
    """Of a list of which one is enough, not met where the question denies what its item asks beside it.

    Example: `50周岁以下、中级以上职称` is not met by 46，没有职称
    """
    also = _ALSO.match(answer.requirement.rest)
    if not also or not answer.requirement.is_one_of or answer.fulfilment is not Fulfilment.MEETS:
        return answer
    taken_up = [c for c in _CLAUSES.split(case.facts.question) if pairs(c) & pairs(also["words"])]
    sure = case.groups.is_any(also["words"]) or any(not _DENIAL.search(clause) for clause in taken_up)
    return answer if sure else replace(answer, fulfilment=Fulfilment.UNKNOWN)


def _whole(case: AskerCase, answers: Sequence[Assessment]) -> Iterable[Assessment]:
    """What is joined behind a step that is not the asker's is not for him either: `200万元以上且10间以上`.

    A figure in front of the step stands for itself: 5000万元以上且增长20%以上.
    """
    steps = tuple(of_one_step(answers, case.facts.question))
    other_steps = [step for step, answer in zip(steps, answers, strict=True) if step is not answer]
    for answer in steps:
        joined = any(_is_joined(case.demands, a.requirement, answer.requirement) for a in other_steps)
        if joined and not answer.words and answer.fulfilment is Fulfilment.MEETS:
            yield replace(answer, fulfilment=Fulfilment.UNKNOWN)
        else:
            yield answer


def _is_joined(demands: Demands, first: Requirement, last: Requirement) -> bool:
    """Whether 且 or 、 joins the second requirement to the first one in one phrase."""
    between = demands.text[first.end : last.bounds[0].figure]
    return first.branch == last.branch and "，" not in between and bool(_JOINS.search(between))


def _within(case: AskerCase, requirement: Requirement) -> Iterable[PrintedBound]:
    """Other comparisons in the words of one: the days of 2024年10月1日至2025年12月31日期间购置5辆以上."""
    first = requirement.bounds[0]
    every = (bound for other in case.demands.requirements for bound in other.bounds)
    return (bound for bound in every if first.start <= bound.figure and bound.end <= first.figure)


def _has_rival(demands: Demands, requirement: Requirement) -> bool:
    """Whether another branch, or what is for all in this one, compares a figure of the same unit."""
    alike = (one for one in demands.requirements if one.bounds[0].unit == requirement.bounds[0].unit)
    return any(one.branch != requirement.branch or not one.guards for one in alike)


def _any_holds(case: AskerCase, requirement: Requirement, open_to: Sequence[bool | None]) -> bool | None:
    """Whether one alternative holds; None where that is not sure."""
    answers = [
        is_open and _alternative_holds(case, requirement, alternative)
        for alternative, is_open in zip(requirement.alternatives, open_to, strict=True)
    ]
    if True in answers:
        return True
    unread = requirement.unread
    unread_holds, _ = _unread_holds(case, requirement)
    if unread_holds is not None:
        return unread_holds or (None if None in answers else False)
    if not unread or case.groups.belongs(unread, case.allotment.side(requirement.bounds[0])) is False:
        return None if None in answers else False
    return case.groups.is_any(unread) or None


def _alternative_holds(case: AskerCase, requirement: Requirement, one: Alternative) -> bool | None:
    """Whether a comparison holds, and with it, where there are others, the words joined to it by 且."""
    holds = case.holds(one.bound, requirement.lead)
    also = "" if len(requirement.alternatives) == 1 else one.also
    of_groups = case.groups.is_each(f"{one.bound.topic} {also}")
    if also and of_groups and not case.groups.names_any(also):
        of_groups = None
    return False if False in (holds, of_groups) else None if None in (holds, of_groups) else True


def _unless_lifted(case: AskerCase, answer: Assessment, others: Sequence[Demands], item: str) -> Assessment:
    """Not failed where the text lifts the requirement for the asker, or may do so."""
    if answer.fulfilment is not Fulfilment.FAILS:
        return answer
    at = answer.requirement.start
    own = [(case.demands, one) for one in case.demands.loosenings if not one.start <= at < one.end]
    elsewhere = [(demands, one) for demands in others for one in demands.loosenings if not one.is_still]
    lifted = any(
        _is_about(case, loosening, answer.requirement, item)
        and (
            loosening.is_still
            or case.is_of(loosening, demands.text)
            or _may_be_loosened(case, answer, loosening)
        )
        for demands, loosening in (*own, *elsewhere)
    )
    return replace(answer, fulfilment=Fulfilment.UNKNOWN) if lifted else answer


def _may_be_loosened(case: AskerCase, answer: Assessment, loosening: Loosening) -> bool:
    """Whether the figures meet the wider requirement that is set for some who have no name here."""
    if (
        loosening not in case.demands.loosenings
        or loosening.bounds
        or not loosening.who
        or case.groups.names_any(loosening.who)
    ):
        return False
    for bound in answer.requirement.bounds:
        wider = [q.value for q in quantities(loosening.about) if q.unit == bound.unit]
        ends = [
            replace(bound.interval, low=w)
            if bound.interval.high == float("inf")
            else replace(bound.interval, high=w)
            for w in wider
        ]
        said = [told for fact in answer.figures if (told := in_unit(fact, bound.unit))]
        if any(told.within(end) for told in said for end in ends):
            return True
    return False


def _is_about(case: AskerCase, loosening: Loosening, requirement: Requirement, item: str) -> bool:
    """Whether words that loosen name the requirement: its article, what it measures, or its very figure."""
    about = loosening.about
    if _ANY_THRESHOLD.search(about) and loosening in case.demands.loosenings:
        return True
    if item.startswith("第") and item in about:
        return True
    return any(_names(case, about, bound) for bound in requirement.bounds)


def _names(case: AskerCase, about: str, bound: PrintedBound) -> bool:
    printed = _SUM.search(bound.figures)
    if printed and bound.unit != DATE and printed.group() in about:
        return True
    lifted = _LIFTED.search(about)
    if lifted and content(lifted["what"]) & content(bound.subject):
        return True
    of_age = bound.unit == "岁" and re.search("(?<!退休)年龄", about)
    return bool(of_age) or shared_words(bound.subject, about, case.allotment.names) > 0
