"""Why an answer that the figures alone would give is not given: the condition stays open, quoted and asked.

Each reason is a function of one answer; the first that holds is enough.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.eligibility.allotment import Allotment
from bot.eligibility.leaving_open.elsewhere import is_elsewhere
from bot.eligibility.leaving_open.opposites import speaks_against
from bot.eligibility.leaving_open.proving import (
    TELLS_ITSELF,
    is_a_piece,
    is_asked_beforehand,
    is_registered_there,
    is_summed,
    proves,
)
from bot.eligibility.leaving_open.stances import Stance, stance
from bot.eligibility.leaving_open.strange_words import names_something_else
from bot.eligibility.printed.asked_places import Home
from bot.eligibility.printed.printed_bounds import YEARLY, PrintedBound, phrase_at
from bot.eligibility.quantity_names import YEARLY_DAY
from bot.eligibility.shared_words import content, pairs
from bot.eligibility.spoken.asker_fact import AskerFact, FigureOrigin
from bot.eligibility.spoken.figure_clauses import around
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.spoken.wholes import may_count_less
from corpus.text.numerals import NINE

_OF_PART = re.compile(rf"半年|季度|[前头][{NINE}几\d]个?月|这个月|上个月|截至|到目前|目前")
_CLAUSE_END = re.compile(r"[，。；！？,;!?]")
_ONE_OF_TWO = re.compile("(?<!第)[一任]方|任一|任何一|其中一")
_OTHER = re.compile(RELATIVE)
_CAUSED = re.compile(r"(?P<by>[^。；，：]*)(?:造成|导致)的?(?:损失|减产|绝收)")
_NO_CAUSE = frozenset("灾害、或者等因由于自然的和及")
_AT_ONCE = re.compile("一次|一下子|一笔|全额|全部|交齐|缴齐")
_LATE = re.compile(
    r"[晚迟早]|来得?及|赶得?[上趟]|过期|时候|老人|孩子|[我俺咱]们(?:[镇村厂社]|公司|单位|学校|企业|合作社)?|[我俺去能行吗没不才再还算]"
)
"""Beside a day they ask whether it is in time, and name nothing."""
_HANDED_IN = re.compile("申[报请]|提交|报送|报名|受理|递交")
_HANDS_IN = re.compile("材料|资料|表格|申[报请]|[递送交报][上去到了的完]*")
"""Words for the one act that a closing day is about, printed and said."""
_KIND = "(?:人员|毕业生|学生|家庭|对象|残疾人|军人|农民工|居民)"
_KINDS = re.compile(rf"[^，。；、（）]{{0,12}}{_KIND}(?:、|或者?)[^，。；\d]{{2,14}}?{_KIND}")
_FIRST = re.compile("^[^、或]*")
_YEAR_PRINTED = re.compile(r"20\d\d年|上年|去年|前年|上一年")
_REGISTER = re.compile("[\u4e00-\u9fff]{1,3}[区县市镇](?:城镇|农村|常住)?(?:户籍|户口)")
_AGE = "岁"
_OF_LAND = "亩"
"""Land is told by what grows on it."""
_KINDS_LISTED = re.compile(
    "[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,})*、[\u4e00-\u9fff]{2,}等[\u4e00-\u9fff]{2,}$"
)
"""水稻、小麦等粮食作物."""
_LAST_NOUN = re.compile("(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}$")
"""Behind the kind of what is compared: 秸秆 of 小麦秸秆."""
_MARK = "，"


@dataclass(frozen=True, slots=True)
class Answered:
    """A comparison, the figures said of it, and the answer that they give: it holds or not."""

    allotment: Allotment
    bound: PrintedBound
    said: tuple[AskerFact, ...]
    holds: bool
    home: Home
    """Whose document it is."""
    title: str = ""
    """What the document is about."""

    @property
    def question(self) -> str:
        """What is asked."""
        return self.allotment.facts.question

    @property
    def figures(self) -> Sequence[AskerFact]:
        """All figures of the question."""
        return self.allotment.facts.figures


def is_left_open(one: Answered) -> bool:
    """Whether anything in the question keeps the answer from being sure."""
    return any(reason(one) for reason in _REASONS)


def lacks_register(one: Answered) -> bool:
    """Whether a figure fits, and the register that its clause asks for as well is not told."""
    return one.holds and not is_registered_there(one.bound, one.question)


def _may_count_less(one: Answered) -> bool:
    return any(may_count_less(fact, one.allotment.facts, one.bound.interval) for fact in one.said)


def _is_unsure(one: Answered) -> bool:
    return Stance.UNSURE in _stances(one)


def _is_only_meant(one: Answered) -> bool:
    return one.holds and Stance.MEANT in _stances(one) and not is_asked_beforehand(one.bound)


def _is_of_something_else(one: Answered) -> bool:
    """Whether the clause of a figure names what the text does not; of an age it may name anybody."""
    if not one.holds or one.bound.unit in TELLS_ITSELF:
        return False
    clauses = (
        _MARK.join(around(one.question, fact)) for fact in one.said if fact.origin is not FigureOrigin.SHARE
    )
    text, names = f"{one.allotment.demands.text}\n{one.title}\n{one.home.region}", one.allotment.names
    return any(names_something_else(one.bound, clause, text, names) for clause in clauses)


def _is_of_unlisted_kind(one: Answered) -> bool:
    """Whether a figure that does names none of the kinds that its comparison lists.

    Example: `种植水稻、小麦等粮食作物30亩以上`, 50亩地种茶叶
    """
    listed = _KINDS_LISTED.search(one.bound.subject)
    if listed is None or not one.holds:
        return False
    clauses = (_MARK.join(around(one.question, fact)) for fact in one.said)
    return not any(pairs(listed.group()) & pairs(clause) for clause in clauses)


def _is_of_named_sibling(one: Answered) -> bool:
    """Whether the clause of a figure names a kind that the text names elsewhere, and not beside the figure.

    Example: `水稻秸秆100吨以上的…；油菜秸秆每吨50元`, 30吨油菜秸秆
    """
    noun = _LAST_NOUN.search(one.bound.subject)
    if noun is None:
        return False
    named = re.compile(rf"(?P<kind>[\u4e00-\u9fff]{{2}}){noun.group()}")
    text = one.allotment.demands.text
    kinds = {
        match["kind"] for fact in one.said for match in named.finditer("".join(around(one.question, fact)))
    }
    return any(f"{kind}{noun.group()}" in text and kind not in one.bound.sentence for kind in kinds)


def _is_rather_another(one: Answered) -> bool:
    """Whether a figure of land that does not do has one beside it that is of what the title names.

    Example: `种了60亩小麦，油菜三亩二` in a notice on 油菜
    """
    matter = pairs(one.title) if one.bound.unit == _OF_LAND else frozenset()
    others = (f for f in one.figures if f not in one.said and f.unit == one.bound.unit)
    named = any(pairs(fact.near) & matter for fact in others)
    return not one.holds and named and not any(pairs(fact.near) & matter for fact in one.said)


def _is_elsewhere(one: Answered) -> bool:
    """Whether another place is told where the text asks for its own; a register has a line of its own."""
    phrase = phrase_at(one.allotment.demands.text, one.bound)
    if one.bound.unit == _AGE:
        phrase = _REGISTER.sub("", phrase)
    return one.holds and is_elsewhere(phrase, one.question, one.home.region)


def _is_not_proven(one: Answered) -> bool:
    """Whether a figure that fits does not show that the condition is met."""
    names = one.allotment.names
    proven = (proves(one.bound, fact, one.question, names, one.title) for fact in one.said)
    return one.holds and not all(proven)


def _is_spoken_against(one: Answered) -> bool:
    """Whether the question tells the opposite of what the text asks for beside a figure that fits."""
    return one.holds and speaks_against(one.question, one.bound.sentence, one.allotment.demands.text)


def _is_of_part(one: Answered) -> bool:
    """Whether a figure of a part of a year is set beside one of a year: 上半年接待了2000人次."""
    clauses = (_CLAUSE_END.split(one.question[: fact.start])[-1] for fact in one.said)
    return not one.holds and bool(YEARLY.search(one.bound.subject)) and any(map(_OF_PART.search, clauses))


def _is_added_to(one: Answered) -> bool:
    """Whether a figure that does not do is a part of a sum that the question tells behind it."""
    if one.holds or any(re.search("[每单均]", fact.near) for fact in one.said):
        return False
    last = max(fact.end for fact in one.said)
    behind = [fact for fact in one.figures if fact.start >= last and fact.unit == one.bound.unit]
    return any(is_summed(one.bound, fact, one.question) for fact in behind)


def _is_one_piece(one: Answered) -> bool:
    """Whether a figure that does not do is of one of several pieces."""
    return not one.holds and any(is_a_piece(one.bound, fact, one.question) for fact in one.said)


def _does_for_another(one: Answered) -> bool:
    """Whether one of two is enough, and the question speaks of the other one too: 父母一方…满6个月."""
    return not one.holds and bool(_ONE_OF_TWO.search(one.bound.printed) and _OTHER.search(one.question))


def _is_one_kind_of_several(one: Answered) -> bool:
    """Whether a figure that does not do is that of one kind in a list of whom one is enough.

    Example: `离校两年内高校毕业生、登记失业人员` is not failed by 离校三年
    """
    listed = None if one.holds else _KINDS.match(one.allotment.demands.text, one.bound.end)
    return listed is not None and one.allotment.groups.is_any(_FIRST.sub("", listed.group())) is not False


def _is_day_of_something_else(one: Answered) -> bool:
    """Whether a day of the year is that of something that the text does not speak of.

    Example: `10月31日前提出报停申请`, 十月二十号搬走了 -> True; 十月二十号去报停, 十月二十号晚不晚 -> False
    """
    if one.bound.unit != YEARLY_DAY:
        return False
    printed = content(one.bound.printed.replace("缴", "交"))
    clauses = (_MARK.join(around(one.question, fact)).replace("缴", "交") for fact in one.said)
    named = (_HANDS_IN.sub("", c) for c in clauses) if _HANDED_IN.search(one.bound.printed) else clauses
    said = (content(_LATE.sub("", clause)) for clause in named)
    return any(words and not words & printed for words in said)


def _lacks_manner(one: Answered) -> bool:
    """Whether a day is in time, and it is not told that all was done at once: 一次性缴清."""
    return one.holds and "一次性" in one.bound.tail and not _AT_ONCE.search(one.question)


def _lacks_cause(one: Answered) -> bool:
    """Whether a loss is large enough, and the question names none of the causes that the text lists."""
    caused = _CAUSED.search(one.bound.sentence)
    return one.holds and caused is not None and not (set(caused["by"]) - _NO_CAUSE) & set(one.question)


def _is_told_twice(one: Answered) -> bool:
    """Whether a figure that does not do has one of its unit in a clause of like words that does.

    Example: 走小路1.8公里，走大路2.3公里 beside 2 or more
    """
    near = {sign for fact in one.said for sign in around(one.question, fact)[0]}
    others = (f for f in one.figures if f not in one.said and f.unit == one.bound.unit and not f.year)
    return not one.holds and any(
        other.interval.within(one.bound.interval)
        and _are_like(around(one.question, other)[0], near)
        and all(_CLAUSE_END.search(one.question, *_between(fact, other)) for fact in one.said)
        for other in others
    )


def _between(fact: AskerFact, other: AskerFact) -> tuple[int, int]:
    """From where to where the words between two figures stand."""
    return min(fact.end, other.end), max(fact.start, other.start)


def _are_like(words: str, signs: set[str]) -> bool:
    """Whether more than half of the signs of some words are among others; not where there are none."""
    return len(words) < 2 * sum(sign in signs for sign in words)


def _was_only_before(one: Answered) -> bool:
    """Whether a later year's figure of the same unit, of whatever, stands otherwise to a comparison.

    Example: 去年出栏700头，今年才出了200头 beside 500 or more
    """
    years = {fact.year for fact in one.said}
    if not years or None in years or _YEAR_PRINTED.search(one.bound.subject):
        return False
    last = max(year for year in years if year is not None)
    later = (f for f in one.figures if f.unit == one.bound.unit and f.year and f.year > last)
    met = {fact.interval.within(one.bound.interval) for fact in one.said}
    return any({fact.interval.within(one.bound.interval)} != met for fact in later)


def _stances(one: Answered) -> set[Stance]:
    return {stance(one.question, fact.start, fact.end) for fact in one.said}


_REASONS: Sequence[Callable[[Answered], bool]] = (
    _may_count_less,
    _is_unsure,
    _is_only_meant,
    _is_of_something_else,
    _is_rather_another,
    _is_of_named_sibling,
    _is_of_unlisted_kind,
    _is_elsewhere,
    _is_not_proven,
    _is_spoken_against,
    _is_of_part,
    _is_added_to,
    _is_one_piece,
    _does_for_another,
    _is_day_of_something_else,
    _lacks_manner,
    _lacks_cause,
    _is_one_kind_of_several,
    _is_told_twice,
    _was_only_before,
)
