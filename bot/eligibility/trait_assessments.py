"""How an asker stands to what a measure asks for beside figures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.eligibility.asker_case import AskerCase
from bot.eligibility.asker_traits import AskerTraits
from bot.eligibility.place_traits import PlaceTrait
from bot.eligibility.printed.asked_places import REGISTER
from bot.eligibility.printed.branches import BRANCH_END, LABEL
from bot.eligibility.printed.headed_points import is_of_other_point
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.printed_traits import PrintedTrait, TraitRequirement, trait_requirements
from bot.eligibility.printed.requirements import Demands, Requirement
from bot.eligibility.shared_words import pairs
from bot.eligibility.told_words import tells
from bot.eligibility.traits import SaidTrait, Trait

_BESIDE = re.compile(r"的(?:和|以及|或者?)")
"""Joins a kind to a step: 1亿元以上的和世界500强企业."""

_OF = re.compile(r"[^，。；、或]{0,4}的(?:各类|所有)?")
"""Between a quality and the kind that has it."""
_REFERS = re.compile(r"第[^，。；]{1,4}条|前款|上述")
"""Another article lifts what this one asks for only where it refers to it."""
_EXCEPTED = re.compile(r"(?:一方|配偶|子女|父母)[^，。；]{0,12}(?:户籍|户口)[^，。；]{0,8}除外")
"""Lifts a register for those of whom somebody else has it."""
_IMPLIED = re.compile(
    r"至少一方?|居民|人员|老年人|老人|去世后|农户|企业|单位|个人|家庭|用户|申请人|可以?申[请领报]|实际|正常|范围内?|申请条件：|[的与和在对（）]"
)
"""Words beside what is at a place that ask for nothing else."""
_COMMON = frozenset(("没有", "具有", "属于", "本区", "本县", "本市", "年度", "上年"))
_FOR_ALL = 6
"""Signs in front of 不限 that name only what is lifted, and so lift it for all: 户籍不限."""
_GOES_ON = re.compile(r"以及|和|及|或")
"""Behind the comma it adds others to those named in front: …的失业人员，以及零就业家庭成员."""
_DENIAL = re.compile(r"(?:不是|不算|不属于|没有?|不在)[^，。、！？!?]{0,2}$")
_ONE_OF = re.compile(r"之一|或")


@dataclass(frozen=True, slots=True)
class TraitAssessment:
    """A requirement without a figure, whether the asker meets it, and the words of the question that tell."""

    requirement: TraitRequirement
    meets: bool | None
    """None where what it asks for is so, and the words around it ask for more that is not told."""
    said: str


def trait_assessments(
    case: AskerCase, traits: tuple[Trait, ...], lifting: Callable[[], Sequence[Demands]]
) -> tuple[TraitAssessment, ...]:
    """What the question tells of the requirements without figures, in order; the others are left out.

    `lifting` gives the demands of other measures of the document that lift something for somebody.
    """
    said = AskerTraits(case.facts.question)
    every = [one for one in trait_requirements(case.demands.text, traits, case.home) if _is_own(case, one)]
    answers = [(one, *_answer(said, one)) for one in every]
    met = {t.trait for one, meets, _ in answers if meets for group in one.alternatives for t in group}
    told = [
        TraitAssessment(one, meets, words)
        for one, meets, words in answers
        if (meets is True and (is_register(one) or not _has_figure(case, one) or _meets_figures(case, one)))
        or (meets is False and not _has_own_branch(one, met))
    ]
    open_or_missed = [one for one, meets, _ in answers if meets is not True]
    told = [one for one in told if not (one.meets and _is_qualified(case, one.requirement, open_or_missed))]
    told = [_unless_asked_more(case, one, told) for one in told]
    if not any(one.meets is False for one in told):
        return tuple(told)
    referring = (demands for demands in lifting() if _refers(demands.text))
    others = (case.demands, *referring)
    return tuple(
        one for one in told if one.meets is not False or not _is_lifted(case, one.requirement, others)
    )


def _unless_asked_more(
    case: AskerCase, one: TraitAssessment, told: Sequence[TraitAssessment]
) -> TraitAssessment:
    """What is at a place proves its half of a phrase only where nothing else in it is left to be told.

    Example: `本镇户籍居民入葬公益性公墓的` is not met by 本镇户口 alone
    """
    if not one.meets or not _is_placed(one.requirement):
        return one
    start, end = one.requirement.alternatives[0][0].half
    met = [(other.requirement.start, other.requirement.end) for other in told if other.meets]
    # What is compared by figures has a line of its own.
    every = (bound for other in case.demands.requirements for bound in other.bounds)
    compared = [(bound.start, bound.end + _told_by_itself(bound)) for bound in every]
    words = "".join(
        "，" if any(first <= at < last for first, last in (*met, *compared)) else case.demands.text[at]
        for at in range(start, end)
    )
    rest = _IMPLIED.sub("，", words)
    return one if not rest.strip("，、") or tells(rest, case.facts.question) else replace(one, meets=None)


def _is_placed(one: TraitRequirement) -> bool:
    """Whether it asks for something at a place: a register, a home."""
    return isinstance(one.alternatives[0][0].trait, PlaceTrait)


def is_register(one: TraitRequirement) -> bool:
    """Whether it asks for a household register."""
    return _is_placed(one) and one.alternatives[0][0].trait.name == REGISTER


def _told_by_itself(bound: PrintedBound) -> int:
    """How many signs behind a comparison name only what it compares: 残疾等级为一级的残疾人."""
    return len(bound.tail) if pairs(bound.tail) & pairs(bound.subject) else 0


def _refers(text: str) -> bool:
    """Whether an article refers to another one, its own label left out."""
    label = LABEL.match(text)
    return bool(_REFERS.search(text, label.end() if label else 0))


def missed_traits(case: AskerCase, traits: tuple[Trait, ...]) -> tuple[PrintedTrait, ...]:
    """The printed traits that the question denies, also where the text has alternatives or lifts them."""
    said = AskerTraits(case.facts.question)
    every = trait_requirements(case.demands.text, traits, case.home)
    printed = (trait for one in every for alternative in one.alternatives for trait in alternative)
    return tuple(trait for trait in printed if said.holds(trait)[0] is False)


def _answer(said: AskerTraits, requirement: TraitRequirement) -> tuple[bool | None, str]:
    """Whether one alternative holds, and the words of the question that tell."""
    answers: list[bool | None] = []
    words: list[SaidTrait] = []
    for alternative in requirement.alternatives:
        each = [said.holds(one) for one in alternative]
        verdicts = {verdict for verdict, _ in each}
        answers.append(False if False in verdicts else None if None in verdicts else True)
        words += [one for _, mine in each for one in mine]
    told = tuple(dict.fromkeys(_as_said(said.question, one) for one in words))
    text = "、".join(one for one in told if not any(one in other for other in told if other != one))
    if True in answers:
        return True, text
    return (None if None in answers or requirement.is_open else False), text


def _as_said(question: str, one: SaidTrait) -> str:
    """The words of a question that say a trait, with the denial in front of it: 不是滕州户口."""
    denied = _DENIAL.search(question[: one.start]) if one.is_denied else None
    return question[denied.start() if denied else one.start : one.end]


def _is_qualified(case: AskerCase, one: TraitRequirement, others: Sequence[TraitRequirement]) -> bool:
    """Whether a kind is named with what it has to be, and that is among others that are not met.

    Example: `承租国有房产的个体工商户` is met neither by 个体户 in a private shop nor by 个体户 alone
    """
    return any(_OF.fullmatch(case.demands.text[other.end : one.start]) for other in others)


def _is_own(case: AskerCase, one: TraitRequirement) -> bool:
    """Whether it is for the asker, and no alternative of a requirement with figures or words that loosen."""
    if any(loose.start <= one.start < loose.end for loose in case.demands.loosenings):
        return False
    if any(_is_alternative_of(other, one) or _shuts(case, other, one) for other in case.demands.requirements):
        return False
    text = case.demands.text
    if is_of_other_point(text, one.start, case.facts.question):
        return False
    heads = re.findall(r"[^，]+的，", text[one.branch.start : one.start])
    return not any(case.groups.belongs(head, None, text) is False for head in heads)


def _is_alternative_of(other: Requirement, one: TraitRequirement) -> bool:
    """Whether a requirement with figures has it among its alternatives: 裁员率不高于5.5%或者未裁员."""
    phrase = one.alternatives[0][0].phrase
    return bool(other.unread) and other.branch == one.branch.number and other.unread in phrase


def _shuts(case: AskerCase, other: Requirement, one: TraitRequirement) -> bool:
    """Whether a phrase with a figure, …的， in front of it, shows that it is for others."""
    if other.branch != one.branch.number or other.end > one.start:
        return False
    between = case.demands.text[other.end : one.start]
    head, _, rest = between.partition("，")
    ends = BRANCH_END.search(f"{head}，") and not _GOES_ON.match(rest)
    return bool(ends) and case.holds(other.bounds[0]) is False


def _has_figure(case: AskerCase, one: TraitRequirement) -> bool:
    """Whether its half of the phrase compares a figure too, so that it says not all that is asked for."""
    first, last = one.alternatives[0][0], one.alternatives[-1][-1]
    start, end = first.half[0], last.half[1]
    every = (bound for other in case.demands.requirements for bound in other.bounds)
    text = case.demands.text
    return any(
        start <= bound.figure < end
        and not (bound.end <= one.start and _BESIDE.search(text[bound.end : one.start]))
        and not (one.alternatives[0][0].is_in_list and _ONE_OF.search(first.phrase))
        for bound in every
    )


def _meets_figures(case: AskerCase, one: TraitRequirement) -> bool:
    """Whether it is a degree, and the figures of its half are met too: 80周岁以上经评估为重度失能的."""
    if not one.alternatives[0][0].trait.is_scale:
        return False
    first, last = one.alternatives[0][0], one.alternatives[-1][-1]
    start, end = first.half[0], last.half[1]
    every = ((r, bound) for r in case.demands.requirements for bound in r.bounds)
    within = [(r, bound) for r, bound in every if start <= bound.figure < end]
    return all(case.said_of(b) and case.is_for(r, b) and case.holds(b) for r, b in within)


def _has_own_branch(one: TraitRequirement, met: set[Trait]) -> bool:
    """Whether the asker meets what another part of the text asks of the same trait."""
    return any(printed.trait in met for group in one.alternatives for printed in group)


def _is_lifted(case: AskerCase, one: TraitRequirement, others: Sequence[Demands]) -> bool:
    if _is_placed(one) and _EXCEPTED.search(case.demands.text):
        return True
    words = {pair for group in one.alternatives for printed in group for pair in pairs(printed.phrase)}
    return any(
        (words - _COMMON) & pairs(loose.about)
        and (len(loose.who) <= _FOR_ALL or case.is_of(loose, demands.text))
        for demands in others
        for loose in demands.loosenings
    )
