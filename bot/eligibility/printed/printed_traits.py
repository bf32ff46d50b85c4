"""Where a text asks for a trait, and how such words hang together: lists of which one is enough."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.eligibility.place_traits import PlaceTrait
from bot.eligibility.printed.asked_places import NOWHERE, REGISTER, Home, asked_places
from bot.eligibility.printed.branches import LABEL, Branch, branches
from bot.eligibility.printed.named_things import named_things
from bot.eligibility.traits import Trait

_REMEMBERED = 256
"""Texts whose requirements are kept: what is shown is asked about again."""
_OR_HIGHER = re.compile(r"(?:（[^（）]*）)?及?以上")
_LISTED = re.compile(r"(?:家庭|人员|对象|户|的)?(?:、|，?或者?|和|以及|及)(?:属于)?")
_JOINED_BY_OR = re.compile(r"或者?")
_MORE_BEFORE = re.compile(r"或者?$|或者?[^，、。；]{1,8}$")
_MORE_BEHIND = re.compile(r"[^，、。；]{0,6}，?或")
_LIST_BEFORE = re.compile(r"(?:、|和|以及|及)$")
_LIST_BEHIND = re.compile(r"(?:家庭|人员|对象|户)?[、和及]")
_HALVES = re.compile(r"并且|且|同时|(?<!合)并(?!网|购)")
_SENTENCE_MARKS = "。\n"
_GIVES = re.compile(
    r"补贴|补助|奖励|奖补|另奖|资助|救助|贴息|减免|免征|免除|免收|全免|不收费|优先|减半|减征|享受|申领|发放|发给|给予|津贴|优惠|条件|要求|符合|方可"
    r"|申[请报]|认定|落户|入学|返还|具备|应当(?:是|年满|具有|持有|取得|在)|贷款|租赁住房|列为|是指|可以|免费|收取|对象|下列(?:人员|企业|单位|家庭)"
)
"""What a sentence says that asks for a kind of people; what is no noun asks by itself."""
_HEADED = re.compile(r"[^\n。，]{0,10}(?:条件|对象|资格|须知)\n")
"""The heading of a text whose lines are what is asked for."""
_REPORTS = re.compile(
    r"(?:人数|户数|数量|总数|总量|占比)(?:为|是|达到?|约)|截至|截止到|共有|累计(?:为|发放|帮助)"
)
"""A sentence that tells how things are asks nobody for anything."""
_TASK = re.compile(
    r"根据|依据|《(?![^》]*证》)|加强|推动|完善|评价|考核|确保|力争|提高|引导|培育|稳定在|聚焦|评选"
)
_BEFORE_NOUN = re.compile(
    r"(?:^|属于|为|系|是|对|对象|家庭|人员|的|或者?|和|、|以及|等|[我本][市区县]|农村|城乡|招用|由|其中|首套|购买[^，]{0,4}|租赁|成为|创办)$"
)
_BEHIND_NOUN = re.compile(
    r"$|(?:家庭|户)?中(?![介心小大高])|的|、|和|或|以及|之一|等|首次|免征|减征|减免|可|给予|每|以其|申请|子女|成员|毕业生|学生|在|）|（"
)
_PHRASE_MARKS = "，。；：:\n"
_NOUN = re.compile("户籍|户口")


@dataclass(frozen=True, slots=True)
class PrintedTrait:
    """Words at [start, end) of a text that ask for a trait, and the values that they allow."""

    trait: Trait
    allowed: frozenset[str]
    start: int
    end: int
    phrase: str
    """The words between the marks around it."""
    phrase_start: int

    @property
    def words(self) -> str:
        """Its own words."""
        return self.phrase[self.start - self.phrase_start : self.end - self.phrase_start]

    @property
    def phrase_end(self) -> int:
        """Where the words between the marks around it end."""
        return self.phrase_start + len(self.phrase)

    @property
    def half(self) -> tuple[int, int]:
        """Where its half of the phrase stands, of what 且 joins: 持有健康证 of 持有健康证且工作满1年的."""
        first, last = self.start - self.phrase_start, self.end - self.phrase_start
        starts = [mark.end() for mark in _HALVES.finditer(self.phrase, 0, first)]
        end = _HALVES.search(self.phrase, last)
        return self.phrase_start + max(starts, default=0), self.phrase_start + (
            end.start() if end else len(self.phrase)
        )

    @property
    def is_in_list(self) -> bool:
        """Whether 、 in front of it or behind it lists what is one enough of."""
        return self.trait.is_membership

    @property
    def stands_alone(self) -> bool:
        """Whether it is asked for by itself, whatever stands right beside it: a place, a member of a list."""
        return self.is_in_list or isinstance(self.trait, PlaceTrait)

    @property
    def is_cut(self) -> bool:
        """Whether it is the place of a register whose kind stands behind it: 具有本区 of 具有本区城镇户籍."""
        return (
            isinstance(self.trait, PlaceTrait)
            and self.trait.name == REGISTER
            and not _NOUN.search(self.words)
        )


@dataclass(frozen=True, slots=True)
class TraitRequirement:
    """Printed traits of which one is enough; each of them may be several that have to be true together."""

    alternatives: tuple[tuple[PrintedTrait, ...], ...]
    branch: Branch
    is_open: bool
    """Whether the text lists more alternatives that are not read."""

    @property
    def start(self) -> int:
        """Where its first words begin."""
        return self.alternatives[0][0].start

    @property
    def end(self) -> int:
        """Where its last words end."""
        return self.alternatives[-1][-1].end


def printed_traits(words: str, traits: Sequence[Trait], home: Home = NOWHERE) -> tuple[PrintedTrait, ...]:
    """The traits that a text of a place asks for, left to right; of words within others the longer ones."""
    every = [_of_value(words, *one) for one in asked_places(words, home)]
    every += [
        PrintedTrait(
            trait,
            _allowed(trait, wording.allowed, words[match.start() : match.end() + 8], match.group()),
            *match.span(),
            words[slice(*_phrase(words, *match.span()))],
            _phrase(words, *match.span())[0],
        )
        for trait in traits
        for wording in trait.wordings
        for match in wording.words.finditer(words)
        if not any(match.start() < other.end and other.start < match.end() for other in every)
    ]
    every += [
        _of_value(words, trait, value, start, end)
        for trait, value, start, end in named_things(words)
        if not any(start < other.end and other.start < end for other in every)
    ]
    longest = [one for one in every if not any(_is_within(one, other) for other in every)]
    return tuple(sorted(longest, key=lambda one: (one.start, one.end)))


def _of_value(words: str, trait: Trait, value: str, start: int, end: int) -> PrintedTrait:
    """Words that ask for one value of a trait, whatever the table says."""
    first, last = _phrase(words, start, end)
    return PrintedTrait(trait, frozenset({value}), start, end, words[first:last], first)


@lru_cache(maxsize=_REMEMBERED)
def trait_requirements(
    words: str, traits: tuple[Trait, ...], home: Home = NOWHERE
) -> tuple[TraitRequirement, ...]:
    """What a text of a place asks for beside figures, left to right; what it leaves out is not among it.

    Example: `属于低保家庭、低保边缘家庭之一` -> one requirement of two alternatives
    """
    every = [one for one in printed_traits(words, traits, home) if _asks(words, one)]
    return tuple(
        requirement
        for branch in branches(words)
        for requirement in _of_branch(words, branch, [one for one in every if _stands_in(one, branch)])
    )


def _of_branch(words: str, branch: Branch, every: Sequence[PrintedTrait]) -> Iterator[TraitRequirement]:
    for alternatives in _joined(words, every):
        start, end = alternatives[0][0].start, alternatives[-1][-1].end
        if not branch.excludes(words, start, end) and _is_asked_for(
            words, branch, alternatives[0][0].trait, start, end
        ):
            is_open = _is_open(words, branch, alternatives, start, end)
            yield TraitRequirement(tuple(tuple(one) for one in alternatives), branch, is_open)


def _is_asked_for(words: str, branch: Branch, trait: Trait, start: int, end: int) -> bool:
    """Whether a sentence asks for it: for a noun where there is something to get, else but in reports."""
    first = max(words.rfind(mark, 0, start) for mark in _SENTENCE_MARKS) + 1
    last = min((at for mark in _SENTENCE_MARKS if (at := words.find(mark, end)) >= 0), default=len(words))
    if not trait.is_noun:
        return not _REPORTS.search(words[first:last])
    return bool(_GIVES.search(words[first:last]) or _GIVES.search(branch.lead) or _HEADED.match(words))


def _asks(words: str, one: PrintedTrait) -> bool:
    """Whether the words ask for something of somebody; not where an office is told what to do for whom."""
    if _TASK.search(one.phrase):
        return False
    label = LABEL.match(words, one.phrase_start)
    first = label.end() if label else one.phrase_start
    before, behind = words[first : one.start], words[one.end : one.phrase_end]
    return not one.trait.is_noun or bool(_BEFORE_NOUN.search(before) and _BEHIND_NOUN.match(behind))


def _joined(words: str, every: Sequence[PrintedTrait]) -> Iterator[list[list[PrintedTrait]]]:
    group: list[list[PrintedTrait]] = []
    for one in every:
        last = group[-1][-1] if group else None
        between = words[last.end : one.start] if last else ""
        if last and not between and (last.is_cut or not any(each.stands_alone for each in (last, one))):
            group[-1].append(one)
        elif last and _are_alternatives(last, one, between):
            group.append([one])
        else:
            if group:
                yield group
            group = [[one]]
    if group:
        yield group


def _are_alternatives(one: PrintedTrait, other: PrintedTrait, between: str) -> bool:
    listed = _LISTED.fullmatch(between)
    return bool(listed) and (bool(_JOINED_BY_OR.search(between)) or (one.is_in_list and other.is_in_list))


def _is_open(
    words: str, branch: Branch, alternatives: Sequence[Sequence[PrintedTrait]], start: int, end: int
) -> bool:
    before, behind = words[branch.start : start], words[end : branch.end]
    if _MORE_BEFORE.search(before) or _MORE_BEHIND.match(behind):
        return True
    listed = alternatives[0][0].is_in_list
    return listed and bool(_LIST_BEFORE.search(before) or _LIST_BEHIND.match(behind))


def _allowed(trait: Trait, values: Sequence[str], words: str, own: str) -> frozenset[str]:
    higher = trait.is_scale and (_OR_HIGHER.search(own) or _OR_HIGHER.match(words[len(own) :]))
    return frozenset(trait.from_value(values[0]) if higher else values)


def _phrase(words: str, start: int, end: int) -> tuple[int, int]:
    first = max(words.rfind(mark, 0, start) for mark in _PHRASE_MARKS) + 1
    last = min((at for mark in _PHRASE_MARKS if (at := words.find(mark, end)) >= 0), default=len(words))
    return first, last


def _is_within(one: PrintedTrait, other: PrintedTrait) -> bool:
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


def _stands_in(one: PrintedTrait, branch: Branch) -> bool:
    return branch.start <= one.start and one.end <= branch.end
