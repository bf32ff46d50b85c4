"""What a measure requires: its comparisons, and how they hang together.

A part of a sentence between full stops or semicolons is a branch: what it says first holds for what follows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.bracketed_steps import guarded
from bot.eligibility.printed.branches import BRANCH_END, EXCLUDING_LIST, LABEL, Branch, branches
from bot.eligibility.printed.loosenings import Loosening, loosenings_in
from bot.eligibility.printed.printed_bounds import PrintedBound, printed_bounds
from bot.eligibility.printed.table_rows import table_rows
from bot.eligibility.quantity_names import DATE, YEARLY_DAY
from bot.eligibility.shared_words import content
from corpus.extraction.days.periods import folded

_REMEMBERED = 256
"""Measures whose requirements are kept: what is shown is asked about again."""
_COMMA = re.compile(r",(?!\d{3}(?!\d))")
_AMENDED = re.compile(r"“[^“”]*”(?:的?(?:规定|内容|表述))?(?:统一)?(?:调整|修改|变更|修订|改)为：?“?")
"""What a text quotes of another one to set something else in its place asks for nothing any more."""
_LEAST_SUBJECT = 2
"""Characters; fewer before a figure (年, 已) do not say what it measures."""
_OWN_NOUN = re.compile(r"(?!的|即可|可|给|每|按|补|奖|部分|分别)[\u4e00-\u9fff]{2,}")
"""Behind a figure it says what is counted: 2名以上乡村医生."""
_GIFT = re.compile(r"补贴|补助|奖励|奖补|另奖|资助|救助|贷款|额度|最高|领取|投资期限|计\d")
_LENT = re.compile(r"贷款")
"""A loan up to a sum, followed by …的， is what is given for, not what is given."""
_NO_CAP = frozenset({"岁", "日期", "月日", "名次", "国标", "级", "升"})
"""Units in which nothing is given, so that 不超过 is a condition."""
_LEFT_OUT = re.compile(r"(?<=[。；，\n])(?P<kinds>[^。；，\d\n]{2,20}?)除外")
_UNCOUNTED = re.compile(r"不计入|不予计入|不纳入|不计算|不列入|不作为")
_CHARGED = re.compile(r"(?:收费|收取|加收|计收|收|交纳|缴纳|交费|缴费)\d|元/")
_SPARED = re.compile(r"免|不收|减|优惠|折|%")
"""What is charged, and what is charged less or not at all, which has to be met."""
_BAN = re.compile(r"禁|封[山湖河闭]|休渔|限行|停(?:止|工|航|业)")
"""Days of a ban are met by nobody."""
_IN_FORCE = re.compile(r"^(?:施行|实施|执行|生效)")
_SIZED = re.compile(r"的?[^，。；、\d]{0,6}?(?:企业|单位|机构|合作社|项目|园区|主体)，?[^，。；、\d]{2,12}")
"""Between a size and what those of that size have to reach."""
_ONE_OF = re.compile(r"下列(?:条件|情形|情况|要求)?(?:之一|任何?[意一]|中的?任)|之一的")
_OR = re.compile(r"，?(?:或者|或)")
_AND = re.compile(r"，?(?:并且|且|同时|并)")


@dataclass(frozen=True, slots=True)
class Alternative:
    """A comparison, and the words that have to be true with it."""

    bound: PrintedBound
    also: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One or several alternatives, of which one is enough."""

    alternatives: tuple[Alternative, ...]
    branch: int
    """Which part of the text it stands in."""
    lead: str
    """The words of the branch in front of it."""
    rest: str
    """The words of the branch behind it."""
    guards: tuple[PrintedBound, ...] = ()
    """Comparisons in front of it that decide whether it is for the asker."""
    unread: str = ""
    """Words of an alternative without a figure."""
    is_one_of: bool = False
    """Whether it stands in a list of which one is enough."""
    owner: str = ""
    """The noun in front of the bracket that it stands in."""

    @property
    def start(self) -> int:
        """Where its words begin in the flat text."""
        return self.alternatives[0].bound.start

    @property
    def end(self) -> int:
        """Where its last figure ends."""
        return self.alternatives[-1].bound.end

    @property
    def bounds(self) -> tuple[PrintedBound, ...]:
        """The comparisons of its alternatives."""
        return tuple(alternative.bound for alternative in self.alternatives)


@dataclass(frozen=True, slots=True)
class Demands:
    """All that a flat text requires, left to right."""

    text: str
    requirements: tuple[Requirement, ...]
    loosenings: tuple[Loosening, ...]
    left_out: tuple[PrintedBound, ...] = ()
    """What is not counted: 单价低于5万元的设备不计入."""
    shutting: tuple[PrintedBound, ...] = ()
    """What alone in an item of a list of who gets nothing is compared: 户口迁入不满1年的."""
    kinds_left_out: tuple[str, ...] = ()
    """Kinds of things or people that a sentence leaves out: 二手车 of 三轮车、二手车除外."""
    rows: tuple[tuple[int, int], ...] = ()
    """Where rows of a table stand."""

    def is_in_row(self, at: int) -> bool:
        """Whether an offset of the text is in a row of a table."""
        return any(start <= at < end for start, end in self.rows)


@lru_cache(maxsize=_REMEMBERED)
def flat(text: str) -> str:
    """A measure's text without white space except line breaks, as conditions quote it."""
    return "\n".join("".join(line.split()) for line in text.splitlines())


@lru_cache(maxsize=_REMEMBERED)
def demands(text: str) -> Demands:
    """What the text of a measure requires; offsets are those of its flat text.

    Example: `投资额100万元以下或者面积500平方米以下的，免办` -> one requirement of two alternatives
    """
    words = _without_amended(_COMMA.sub("，", folded(flat(text))))
    requirements: list[Requirement] = []
    loosenings: list[Loosening] = []
    left_out: list[PrintedBound] = []
    shutting: list[PrintedBound] = []
    for branch in branches(words):
        part = words[branch.start : branch.end]
        bounds = tuple(_placed(bound, branch.start) for bound in printed_bounds(part))
        loosenings += loosenings_in(part, branch.start, bounds)
        left_out += [bound for bound in bounds if _UNCOUNTED.search(branch.consequence(words, bound.end))]
        requirements += _required(words, branch, bounds)
        if len(bounds) == 1 and EXCLUDING_LIST.search(branch.lead):
            shutting += bounds
    rows = tuple(table_rows(text))
    required = tuple(_halved(words, _with_subjects(map(_of_owner, _lowered(requirements)))))
    return Demands(
        words,
        required,
        tuple(loosenings),
        tuple(left_out),
        tuple(shutting),
        tuple(_kinds_left_out(words)),
        rows,
    )


def _without_amended(words: str) -> str:
    """A folded text with commas in place of what it replaces: “不超过30周岁”调整为“不超过35周岁”."""
    return _AMENDED.sub(lambda match: "，" * len(match.group()), words)


def _kinds_left_out(words: str) -> Iterator[str]:
    for match in _LEFT_OUT.finditer(words):
        yield from (kind for kind in re.split("[、和及或]", match["kinds"]) if len(kind) >= _LEAST_SUBJECT)


def _placed(bound: PrintedBound, offset: int) -> PrintedBound:
    """The bound at its offsets in the text, without the label of its item."""
    label = LABEL.match(bound.subject)
    cut = label.end() if label else 0
    return replace(
        bound,
        start=bound.start + offset + cut,
        figure=bound.figure + offset,
        end=bound.end + offset,
        subject=bound.subject[cut:],
    )


def _required(words: str, branch: Branch, bounds: Sequence[PrintedBound]) -> Iterator[Requirement]:
    start, end, lead = branch.start, branch.end, branch.lead
    one_of = bool(_ONE_OF.search(lead) or _ONE_OF.search(words[start:end]))
    every = list(guarded([bound for bound in bounds if _is_required(words, branch, bound)]))
    kept, guards = [one.bound for one in every], {one.bound: one.guards for one in every}
    groups = list(_joined(words, kept))
    choices = {bound.start for group in groups for bound in group if len(group) > 1}
    single = [bound for bound in bounds if bound.start not in choices]
    for group in groups:
        first, last = group[0], group[-1]
        yield Requirement(
            tuple(Alternative(bound, _also(words, bound, end)) for bound in group),
            branch.number,
            words[start : first.start],
            words[last.end + len(last.tail) : end],
            guards[first] + tuple(b for b in single if _guards(words, b, first)),
            _unread(words, start, first) or _unread_after(words, last, _next_figure(bounds, last, end)),
            one_of,
            _owner(words, first.start),
        )


def _is_required(words: str, branch: Branch, bound: PrintedBound) -> bool:
    """Neither what is given, nor what excludes, nor from when the text holds."""
    if branch.excludes(words, bound.figure, bound.end) or _is_charged(words, branch, bound):
        return False
    if bound.unit in (DATE, YEARLY_DAY) and _BAN.search(bound.subject):
        return False
    if bound.unit == DATE and (_IN_FORCE.match(bound.tail) or bound.subject.endswith("自")):
        return False
    return not _is_given(words, branch.start, bound)


def _is_charged(words: str, branch: Branch, bound: PrintedBound) -> bool:
    """Whether it is a step of what is to be paid: 超过2小时的，每小时加收1元. Nobody has to meet it."""
    behind = branch.consequence(words, bound.end)
    return bool(_CHARGED.search(behind)) and not _SPARED.search(behind)


def _is_given(words: str, start: int, bound: PrintedBound) -> bool:
    """A limit of what is given, a share that is paid, or a part of a sum that is paid differently."""
    if bound.subject.endswith("之日起"):
        return False
    if re.match(r"的?[^，（]{0,8}(?:补贴|补助|奖励)", bound.tail) and bound.interval.low == float("-inf"):
        return True
    phrase = words[max(start, words.rfind("，", start, bound.figure) + 1) : bound.figure]
    if bound.unit == "%" and re.search(r"按|给予", phrase):
        return True
    if bound.tail.startswith("的部分"):
        return bound.interval.low == float("-inf") or words.count("的部分") > 1
    if bound.interval.low != float("-inf") or bound.interval.high_open or bound.unit in _NO_CAP:
        return False
    if _LENT.search(phrase) and re.match(
        r"[^，。；]*的(?:[^，。；]{0,4}(?:户|企业|人|单位))?，", words[bound.end :]
    ):
        return False
    before = words[max(start, words.rfind("：", start, bound.figure) + 1) : bound.figure]
    return bool(_GIFT.search(re.sub(r"(?:申请|享受|申报)[^，]*，", "", before)))


def _joined(words: str, bounds: Sequence[PrintedBound]) -> Iterator[list[PrintedBound]]:
    """Bounds of which one is enough together; every other bound alone."""
    group: list[PrintedBound] = []
    for bound in bounds:
        if group and not _is_alternative(words[group[-1].end : bound.start]):
            yield group
            group = []
        group.append(bound)
    if group:
        yield group


def _is_alternative(between: str) -> bool:
    """Whether 或者 stands between two comparisons, and no other comma."""
    rest, found = _OR.subn("", between)
    return bool(found) and "，" not in rest


def _also(words: str, bound: PrintedBound, end: int) -> str:
    """The words behind 且 that have to be true too, where they hold no figure."""
    behind = words[bound.end : end]
    match = re.match(r"[^，或]*?(?:并且|且|并)(?P<also>[^，。；或]*)", behind)
    return match["also"] if match and not printed_bounds(match["also"]) else ""


def _unread(words: str, start: int, bound: PrintedBound) -> str:
    """The alternative without a figure in front of a comparison: `新能源车或2.0升…` -> `新能源车`."""
    phrase = words[words.rfind("，", start, bound.start) + 1 : bound.start]
    # 低保或者特困的60周岁以上老人: both are whose figure it is, and neither does without it.
    match = None if bound.subject.endswith("的") else re.search(r"([^，、]+)(?:或者|或)$", phrase)
    return match.group(1) if match else ""


def _next_figure(bounds: Sequence[PrintedBound], last: PrintedBound, end: int) -> int:
    """Where the next comparison of a branch has its figure; the end of the branch behind the last one."""
    return min((bound.figure for bound in bounds if bound.figure >= last.end), default=end)


def _unread_after(words: str, bound: PrintedBound, end: int) -> str:
    behind = words[bound.end : end]
    match = re.match(r"[^，]*?、(?P<other>[^，]+之一)", behind) or re.match(
        r"[^，]*?，?(?:或者|或(?=以|有|属|是|取得|获|经|被|年|具))(?P<other>[^，]+)", behind
    )
    return match["other"] if match else ""


def _guards(words: str, guard: PrintedBound, bound: PrintedBound) -> bool:
    """Whether a comparison ends a phrase of the form …的， in front of another, or says whose that one is."""
    if says_size(words, guard, bound):
        return True
    if guard.end >= bound.start:
        return False
    between = words[guard.end : bound.start]
    comma = between.find("，")
    return comma >= 0 and bool(BRANCH_END.search(between[: comma + 1])) and not _AND.match(between, comma)


def says_size(words: str, size: PrintedBound, bound: PrintedBound) -> bool:
    """Whether a comparison only says of what size those are whom another one is for.

    Example: 30人以下 of `30人以下企业裁员率不高于20%` and of `30人以下的企业，裁员率不高于20%` -> True
    """
    return size.unit != bound.unit and bool(_SIZED.fullmatch(words[size.end : bound.figure]))


def _owner(words: str, start: int) -> str:
    """The noun in front of the bracket around an offset. Example: `失业人员（女性` -> 失业人员."""
    opening = max(words.rfind(mark, 0, start) for mark in "（(")
    if opening < 0 or re.search("[）)]", words[opening:start]):
        return ""
    noun = re.search(r"[\u4e00-\u9fff]{2,12}$", words[:opening])
    return noun.group() if noun else ""


def _of_owner(requirement: Requirement) -> Requirement:
    """A comparison in a bracket that names nothing is of what stands ahead: 常年居住（每年不少于6个月）."""
    first = requirement.alternatives[0]
    if content(first.bound.subject) or not requirement.owner:
        return requirement
    bound = replace(first.bound, subject=requirement.owner + first.bound.subject)
    return replace(requirement, alternatives=(replace(first, bound=bound), *requirement.alternatives[1:]))


def _with_subjects(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    """A step that does not name what it measures (`；15万元以上的`) takes the words of the step before."""
    named: dict[str, PrintedBound] = {}
    for requirement in requirements:
        first = requirement.alternatives[0]
        unit, subject = first.bound.unit, first.bound.subject
        names_own = _OWN_NOUN.match(first.bound.tail)
        if len(subject) < _LEAST_SUBJECT and not names_own and unit in named:
            before = named[unit]
            sentence = f"{before.sentence}；{first.bound.sentence}"
            named_by = before.subject.removesuffix("男").removesuffix("女")
            bound = replace(first.bound, subject=named_by + subject, sentence=sentence)
            requirement = replace(
                requirement, alternatives=(replace(first, bound=bound), *requirement.alternatives[1:])
            )
        named[unit] = requirement.alternatives[0].bound
        yield requirement


def _lowered(requirements: Sequence[Requirement]) -> Iterator[Requirement]:
    """A figure that 放宽到 sets below a lower end is a lower end too: 年满70周岁，残疾人放宽到60周岁."""
    every = [bound for requirement in requirements for bound in requirement.bounds]
    for requirement in requirements:
        alternatives = tuple(
            replace(one, bound=_from_then_on(one.bound)) if _is_lowered(one.bound, every) else one
            for one in requirement.alternatives
        )
        yield replace(requirement, alternatives=alternatives)


def _is_lowered(bound: PrintedBound, every: Sequence[PrintedBound]) -> bool:
    """Whether a figure is widened to, and a lower end of its unit stands above it and no upper one below."""
    if not bound.is_widened:
        return False
    rest = [one.interval for one in every if one.unit == bound.unit and not one.is_widened]
    to = bound.interval.high
    return any(to < one.low for one in rest) and not any(one.high < to for one in rest)


def _from_then_on(bound: PrintedBound) -> PrintedBound:
    return replace(bound, allowed=tuple(Interval(low=one.high) for one in bound.allowed))


def _halved(words: str, given: Iterable[Requirement]) -> Iterator[Requirement]:
    """六层以下 beside 六层及以上 leaves 六层 out."""
    requirements = tuple(given)
    reached = {
        (bound.unit, bound.interval.low)
        for requirement in requirements
        for bound in requirement.bounds
        if not bound.interval.low_open and re.search("及|（含", words[bound.figure : bound.end])
    }
    for requirement in requirements:
        alternatives = tuple(
            replace(alternative, bound=_open(alternative.bound))
            if (alternative.bound.unit, alternative.bound.interval.high) in reached
            and alternative.bound.interval.low == float("-inf")
            else alternative
            for alternative in requirement.alternatives
        )
        yield replace(requirement, alternatives=alternatives)


def _open(bound: PrintedBound) -> PrintedBound:
    return replace(bound, allowed=tuple(replace(interval, high_open=True) for interval in bound.allowed))
