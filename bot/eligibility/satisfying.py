"""Whether figures of an asker satisfy one comparison of a measure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.eligibility.affinity import in_unit
from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import DATE, GRADE
from bot.eligibility.spoken.asker_fact import AskerFact
from corpus.text.numerals import NINE, value_of

_YEAR = re.compile(r"(20\d\d)年")
_NEGATED = re.compile(
    r"(?:没有|无(?!偿|障碍)|未拥有)(?:(?!职工|人员|家庭|[的户者民]|居民|青年|学生|劳动力|企业|单位|毕业|离校|退役)[^，、])*$"
)
"""What is not there is what the figure is of: 无3套以上住房, and not 无房职工毕业未满5年."""
_EACH = re.compile(r"(?<![人平月年日台户亩])均|各(?!类|项|级|镇|种|奖)")
_SAID_OF_EACH = re.compile(r"各|都|均|每样")
_IN_A_ROW = re.compile(r"连续[两二三四五2-5]年|近[两二三四五2-5]年均")
_LENGTHS = frozenset({"年", "月", "天"})
_LEAST_YEARS = 2
"""Figures that tell of several years in a row; one is of one of them."""
_YEAR_BEFORE = re.compile(r"(?<![比较低少高于])上(?:一)?年(?:度)?(?!末?增|同期)")
_LATEST = re.compile(r"最近|近[一12]年")
"""Within a year up to today; figures of two calendar years do not tell of it."""
_OWN_GRADE = "残疾"
_IMPAIRED = re.compile("视力|听力|言语|肢体|智力|精神")
"""Kinds of disability, each with grades of its own."""
_GRADES = re.compile(rf"(?:[{NINE}]级?[、和或])*[{NINE}]级")
_BESIDE_SELF = re.compile(r"除[^，。；]{1,12}外")
_WITH_SELF = re.compile(r"(?:连|包括|算上?|加上?)(?:我|自己|本人|俺)|连[^，]{0,3}自己")


def holds(bound: PrintedBound, facts: Sequence[AskerFact], member: int | None) -> bool | None:
    """Whether what is said of a comparison satisfies it; None where that is not sure.

    `member` is the position of the asker in the list that 分别 refers to; None where there is none.
    """
    told = _of_year_before(bound, [fact for fact in facts if _is_of_year(bound, fact)])
    allowed = _allowed(bound, member)
    if not told or allowed is None:
        return None
    in_a_row = bool(_IN_A_ROW.search(bound.subject)) and bound.unit not in _LENGTHS
    if in_a_row and not _tell_of_each(told):
        return None
    if _LATEST.search(bound.subject) and len({fact.year for fact in told}) > 1:
        return None
    if bound.unit == GRADE:
        return _is_of_grades(bound, told)
    if in_a_row:
        return _every_year(bound, allowed, told)
    if _EACH.search(bound.subject):
        return _all_hold(bound, allowed, told)
    answers = {_within(bound, allowed, fact) for fact in _latest(told)}
    return answers.pop() if len(answers) == 1 and not _was_before(bound, told) else None


def _is_of_grades(bound: PrintedBound, told: Sequence[AskerFact]) -> bool | None:
    """A grade among those printed; of a list of grades of people, another one is none of them.

    Nor is a lighter one where a single grade of people is printed without 以上.

    It is left open where the sentence names that grade too: 以及三级精神残疾人.

    Example: `残疾等级为一级、二级`, 三级残疾 -> False; `一级、二级能效`, 三级能效 -> None
    """
    kinds = set(_IMPAIRED.findall(bound.words))
    if kinds and any(set(_IMPAIRED.findall(fact.near)) - kinds for fact in told):
        return None
    if any(_within(bound, one, fact) for one in bound.allowed for fact in told):
        return True
    alone = bound.figures.endswith("级") and told[0].interval.low > bound.interval.high
    listed = (len(bound.allowed) > 1 or alone) and len(told) == 1
    kind = _IMPAIRED.search(bound.words)
    same = (
        listed
        and not any(_is_named(bound.sentence, fact) for fact in told)
        and all(_OWN_GRADE in words for words in (bound.words, told[0].near))
    )
    return False if same and (not kind or kind.group() in told[0].near) else None


def _is_named(sentence: str, fact: AskerFact) -> bool:
    """Whether a sentence names the grade of a figure at all, perhaps for others: 以及三级精神残疾人."""
    signs = "".join(match.group() for match in _GRADES.finditer(sentence))
    return any(
        value_of(sign) == (fact.interval.low, fact.interval.low) for sign in set(signs) - set("级、和或")
    )


def _every_year(bound: PrintedBound, allowed: Interval, told: Sequence[AskerFact]) -> bool | None:
    """连续两年: each year has to satisfy it."""
    answers = {_within(bound, allowed, fact) for fact in told}
    return False if False in answers else True if answers == {True} else None


def _tell_of_each(told: Sequence[AskerFact]) -> bool:
    """Whether figures are of each of several years, or one is said to be that of each."""
    return len(told) >= _LEAST_YEARS or bool(_SAID_OF_EACH.search(told[0].near))


def reached_step(bound: PrintedBound, facts: Sequence[AskerFact]) -> str:
    """The words of the highest step that is reached; empty where there are no steps.

    Example: 26亿 of 突破10亿元、20亿元、30亿元 -> 20亿元
    """
    if len(bound.allowed) < 2 or bound.is_respective:
        return ""
    reached = [all(_within(bound, step, fact) for fact in _latest(facts)) for step in bound.allowed]
    words = re.split("[、和或]", bound.figures)
    return re.sub(r"^\D+", "", words[reached.count(True) - 1]) if len(words) == len(reached) else ""


def _allowed(bound: PrintedBound, member: int | None) -> Interval | None:
    """What a comparison allows the asker; None where that depends on what he does not say."""
    if bound.is_respective:
        return None if member is None else bound.allowed[member]
    return bound.interval.opposite() if _NEGATED.search(bound.subject) else bound.interval


def _is_of_year(bound: PrintedBound, fact: AskerFact) -> bool:
    """Whether a figure is of the year that is printed, or one of the two names none."""
    years = {int(year) for year in _YEAR.findall(bound.subject)}
    return fact.unit == DATE or not years or fact.year is None or fact.year in years


def _of_year_before(bound: PrintedBound, facts: Sequence[AskerFact]) -> Sequence[AskerFact]:
    """What is asked of the year before is not told by the last of several years: 上年度产值."""
    years = {fact.year for fact in facts}
    if not _YEAR_BEFORE.search(bound.subject) or len(years) < _LEAST_YEARS or None in years:
        return facts
    latest = _latest(facts)
    return [fact for fact in facts if fact not in latest]


def _within(bound: PrintedBound, allowed: Interval, fact: AskerFact) -> bool | None:
    said = in_unit(fact, bound.unit)
    if said is None:
        return None
    if _BESIDE_SELF.search(bound.subject) and _WITH_SELF.search(fact.near):
        said = replace(said, low=said.low - 1, high=said.high - 1)
    return said.within(allowed)


def _all_hold(bound: PrintedBound, allowed: Interval, facts: Sequence[AskerFact]) -> bool | None:
    """均: each of several has to satisfy it."""
    answers = {_within(bound, allowed, fact) for fact in facts}
    if False in answers:
        return False
    several = len(facts) > 1 or _SAID_OF_EACH.search(facts[0].near)
    return True if answers == {True} and several else None


def _was_before(bound: PrintedBound, facts: Sequence[AskerFact]) -> bool:
    """首次: whether an earlier year had reached the highest step already."""
    if "首次" not in bound.printed:
        return False
    latest = _latest(facts)
    reached = [step for step in bound.allowed if _within(bound, step, latest[0])]
    earlier = [fact for fact in facts if fact not in latest]
    return bool(reached) and any(_within(bound, reached[-1], fact) for fact in earlier)


def _latest(facts: Sequence[AskerFact]) -> Sequence[AskerFact]:
    """The figures of the last year, where each is of a year; else all."""
    years = {fact.year for fact in facts}
    if len(years) < 2 or None in years:
        return facts
    last = max(year for year in years if year is not None)
    return [fact for fact in facts if fact.year == last]
