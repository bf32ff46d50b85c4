"""Why the measure that a search found first does not bear on a question after all, a function a reason.

A further rule is a function of the same signature with an example of what it withholds, and a row of `RULES`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answering.declining.asked_papers import only_handed_in
from bot.answering.declining.excluded_costs import only_excludes
from bot.answering.declining.unnamed_people import is_of_other_person, is_of_other_post
from bot.answering.wording.empty_measures import is_lone_field, is_sample
from bot.answering.wording.matter_words import NamedMatter, matter_named, under_titles
from bot.answering.wording.particulars import ONE_MATTER
from bot.answering.wording.rare_words import Rarity, shared_runs
from bot.answering.wording.unit_amounts import prints_amount, unit_asked
from bot.eligibility import circumstances_of
from bot.ports import CatalogView, Finding, Hit
from corpus.records import Document, Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99
from retrieval.question import Asked

_UNSURE = 0.35
"""Below this chance an answer has to be borne out by more than a word in passing. Of 360 judged questions
that are answered 27 have such a chance, 22 of them with an answer; none is withheld (2026-11-29)."""
_HARDLY = 0.1
"""Below this one, at which hardly anything answers, it has to print a sum for the unit asked for."""
_BARELY = 0.2
"""Of 9 judged questions answered below this chance 2 are so rightly; both have words of their measure."""
_RARE = 3.3
"""The least rarity of a word that tells a matter, as in `neighbours`."""
_GIFT = re.compile("奖励|补贴|补助|津贴|资助|优惠|扶持|奖金")
"""What a measure of any matter may give: by such a word alone it does not bear on a question. Of some 1,000
judged questions one answered with a wrong measure is withheld by it, and no other (2026-11-30)."""
_OF_ANY_MATTER = re.compile(rf"{_GIFT.pattern}|审批|报批|批准|许可")
"""The same, or what any matter may need."""
_TELLING = re.compile("(?:政务|信息)公开|宣传")
_TOLD = re.compile(
    "公[开布示告]|宣传|解读|发布|信息|网站|平台|公众号|媒体|信箱|回应|写[^，。]{0,3}信|来信|亮[出明]|晒"
)
"""Of 22 judged questions that a plan on 政务公开 answers without such a word one has a chance below that, and
its answer is wrong (2026-11-30)."""
_GIVES = re.compile(
    rf"{_GIFT.pattern}|[补奖给]|减免|免[征收费]|\d\s*[万亿]?\s*元|救助|优待|贴息|资金|生活保障|待遇"
)
_GIVEN = re.compile("[补给奖发领赔]")
"""What is asked for is given, and not charged."""
_LISTED = 5
"""A list of so many things says of none of them more than that it is among them."""
_LONGER = 4
"""So many more characters a thing in a list has than a word that is part of its name: 智能厕所."""
_NUMBERED = re.compile(
    rf"第(?P<number>[{UP_TO_99}\d]{{1,3}})(?:实验)?(?P<kind>小学|初中|中学|高中|幼儿园|人民医院|医院|卫生院|养老院|敬老院|派出所|居委会|水厂)"
)
"""One of several of a kind that are told apart by their numbers."""
_ANY_DAY = date(2026, 1, 1)
"""On which day somebody is of an age makes no difference to whether one is told."""
_AGE = "岁"
_OF_AGE = re.compile("周?岁|高龄|年龄|老年|老人|长者")
_NAMED = re.compile("[\u4e00-\u9fff]{2}")
_ONE_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
_LIST_MARK = re.compile("[、，。；：\n]")
_FIRST = re.compile(r"[^。；\n]{0,40}")


@dataclass(frozen=True, slots=True)
class FoundFirst:
    """The measure that a search found first, beside the question."""

    question: str
    matter: NamedMatter
    finding: Finding
    hit: Hit
    catalog: CatalogView
    rarity: Callable[[], Rarity]

    @property
    def measure(self) -> Measure:
        """As the catalog has it."""
        return self.catalog.measure(self.hit.measure_id)

    @property
    def document(self) -> Document:
        """The document of the measure."""
        return self.catalog.document(self.measure.document)

    @property
    def printed(self) -> str:
        """The words of the measure under its titles."""
        return under_titles(self.measure, self.catalog)

    @property
    def asks_sum(self) -> bool:
        """Whether the question asks how much."""
        return Asked.AMOUNT in self.finding.query.wishes

    @property
    def is_unsure(self) -> bool:
        """Whether the chance that it answers is small."""
        return self.hit.score < _UNSURE


@dataclass(frozen=True, slots=True)
class WithholdingRule:
    """A reason to withhold a measure."""

    label: str
    """What it is called in an explanation."""
    holds: Callable[[FoundFirst], bool]
    only_unsure: bool = False
    """Whether it withholds only what is likely to be wrong."""


def _prints_no_such_sum(found: FoundFirst) -> bool:
    """A sum for a unit is asked for, hardly anything answers, and the measure prints no sum for that unit."""
    unit = unit_asked(found.question)
    return unit is not None and found.hit.score < _HARDLY and not prints_amount(found.measure, unit)


def _is_foreign(found: FoundFirst) -> bool:
    """The short document of an added measure has nothing of a matter of one word: 护照 of 居住证.

    Longer ones are often told in other words than those of a document: 果园受冻 for 苹果树低温冻害.
    """
    if not found.hit.unasked or not _ONE_WORD.fullmatch(found.matter.words):
        return False
    every = found.document.measures
    whole = every if len(every) <= ONE_MATTER else (found.measure,)
    return not any(found.matter.is_shared(under_titles(one, found.catalog)) for one in whole)


def _hardly_shares(found: FoundFirst) -> bool:
    """A shipped measure that hardly answers has nothing of the matter: no upkeep of roads for 修坟头."""
    if found.hit.unasked or found.hit.score >= _BARELY:
        return False
    return bool(_NAMED.search(found.matter.words)) and not found.matter.is_shared(found.printed)


def _tells_public(found: FoundFirst) -> bool:
    """The measure is about what is told to the public, and the question is not: 养猪场环评咋办."""
    return bool(_TELLING.search(found.document.title)) and not _TOLD.search(found.question)


def _gives_nothing(found: FoundFirst) -> bool:
    """Something given is asked for, and the measure under its titles gives nothing: 火灾补助."""
    asks_gift = bool(_GIFT.search(found.question))
    return found.measure.applies and asks_gift and not _GIVES.search(found.printed)


def _is_of_another(found: FoundFirst) -> bool:
    """An added measure, under its titles, lacks the matter for which it is asked what is given.

    Example: `危房保险补多少` and an article of a notice that gives a sum for repairs
    """
    asks_given = found.asks_sum and _GIVEN.search(found.question)
    return bool(asks_given) and found.hit.unasked and not found.matter.is_held(found.printed)


def _is_in_passing(found: FoundFirst) -> bool:
    """All rare words of the matter stand in the measure as parts of things in a long list.

    Example: 厕所 of 智能停车、智能厕所、智能门禁、电子讲解、移动支付
    """
    text = "".join(found.measure.text.split())
    runs = set(shared_runs(found.matter.words, pairs_of(text)))
    rare = {run for run in runs if max(map(found.rarity(), pairs_of(run))) >= _RARE}
    titles = _titles(found.measure, found.document)
    return bool(rare) and all(_is_listed(run, text, titles) for run in rare)


def _is_only_mentioned(found: FoundFirst) -> bool:
    """The measure only mentions the matter, whose sum is asked, or which is unlikely to be meant."""
    return (found.is_unsure or found.asks_sum) and found.matter.is_only_mentioned(found.printed)


def _is_only_handed_in(found: FoundFirst) -> bool:
    """What is asked for is a paper that the measure wants to see."""
    return only_handed_in(found.question, found.matter.words, found.measure, found.catalog)


def _is_sample(found: FoundFirst) -> bool:
    """The measure is a sample of a filled-in form, which decides nothing."""
    return found.hit.unasked and is_sample(found.measure.text)


def _is_field_of_another(found: FoundFirst) -> bool:
    """The measure is a lone field, and its titles have nothing of the matter: 电话 of a guide on licences.

    Example: `没饭吃没地方住打哪个电话` and `电话：5550101` in a guide for shops
    """
    named = bool(_NAMED.search(found.matter.words))
    return named and is_lone_field(found.measure.text) and not found.matter.is_shared(found.printed)


def _is_excluded_cost(found: FoundFirst) -> bool:
    """The measure names the cost that is asked for only as not covered by its sums: 不含物业费."""
    return only_excludes(found.question, found.printed)


def _only_gives(found: FoundFirst) -> bool:
    """The measure has nothing of the matter but that something is given or permitted.

    Example: `养猫 奖励` and a measure that rewards standards; `广告牌 审批` and one on permits for land
    """
    about = replace(found.matter, words=_OF_ANY_MATTER.sub(" ", found.matter.words))
    if about == found.matter or not _NAMED.search(about.words):
        return False
    return not about.is_shared(found.printed)


def _is_of_other_person(found: FoundFirst) -> bool:
    """Somebody's appointment is asked about, and the measure appoints others."""
    return is_of_other_person(found.matter.words, found.document.title, found.measure.text)


def _is_of_other_post(found: FoundFirst) -> bool:
    """The phone of whoever holds a post is asked for, and the measure prints an office's: 县长电话."""
    asks_phone = Asked.PHONE in found.finding.query.wishes
    return asks_phone and is_of_other_post(found.matter.words, found.printed)


def _is_of_no_age(found: FoundFirst) -> bool:
    """No more than somebody's age is told, and the measure prints nothing of ages, but that number.

    Example: `俺爹八十五能领多少钱` and a toll of 85折
    """
    told = circumstances_of(found.question, _ANY_DAY)
    of_age = {fact.unit for fact in told.figures} == {_AGE}
    matter = replace(found.matter, words=_GIFT.sub(" ", matter_named(told.bare, ())))
    return of_age and not _NAMED.search(matter.words) and not _OF_AGE.search(found.printed)


def _is_of_other_number(found: FoundFirst) -> bool:
    """One of several numbered bodies is asked about, and the measure prints only others: 第四小学."""
    asked = [(match["number"], match["kind"]) for match in _NUMBERED.finditer(found.question)]
    printed = [(match["number"], match["kind"]) for match in _NUMBERED.finditer(found.printed)]
    kinds = {kind for _, kind in printed}
    return any(one not in printed and one[1] in kinds for one in asked)


RULES: Sequence[WithholdingRule] = (
    WithholdingRule("没有写所问单位的数额", _prints_no_such_sum),
    WithholdingRule("只是提到所问的事", _is_only_mentioned),
    WithholdingRule("所问的是它要交验的证件", _is_only_handed_in),
    WithholdingRule("写的是别的第几所", _is_of_other_number),
    WithholdingRule("只说了年纪，它没有写年纪", _is_of_no_age),
    WithholdingRule("只是填写样表", _is_sample),
    WithholdingRule("只是别的事的一栏", _is_field_of_another),
    WithholdingRule("所问的费用只写明不含", _is_excluded_cost),
    WithholdingRule("任免的是别人", _is_of_other_person),
    WithholdingRule("问某个职务的电话，写的是部门的", _is_of_other_post),
    WithholdingRule("除了给钱物或审批，没有所问的事", _only_gives),
    WithholdingRule("整份文件没有所问的词", _is_foreign, only_unsure=True),
    WithholdingRule("几乎答不上，没有所问的词", _hardly_shares, only_unsure=True),
    WithholdingRule("讲的是公开宣传，问的不是", _tells_public, only_unsure=True),
    WithholdingRule("问补什么，它什么都不给", _gives_nothing, only_unsure=True),
    WithholdingRule("问补多少，写的是别的事", _is_of_another, only_unsure=True),
    WithholdingRule("所问的词只在一长串里提到", _is_in_passing, only_unsure=True),
)


def withholding_rule(found: FoundFirst) -> WithholdingRule | None:
    """The rule by which a measure does not bear on the question after all; None where it does."""
    rules = (rule for rule in RULES if found.is_unsure or not rule.only_unsure)
    return next((rule for rule in rules if rule.holds(found)), None)


def _titles(measure: Measure, document: Document) -> str:
    opening = _FIRST.match(measure.text)
    return "，".join((document.title, *measure.heading, opening.group() if opening else ""))


def _is_listed(run: str, text: str, titles: str) -> bool:
    """Whether a word stands only as part of things in lists, and in no title."""
    if run in titles:
        return False
    sentences = [sentence for sentence in re.split("[。；\n]", text) if run in sentence]
    return all(_in_list(run, sentence) for sentence in sentences)


def _in_list(run: str, sentence: str) -> bool:
    things = sentence.split("、")
    holding = [_LIST_MARK.split(thing) for thing in things if run in thing]
    parts = [part for parts in holding for part in parts if run in part]
    return len(things) >= _LISTED and all(0 < len(part) - len(run) <= _LONGER for part in parts)
