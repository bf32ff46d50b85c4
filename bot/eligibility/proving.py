"""What has to be shown before a figure proves a condition: that it is named, his own, one, and of today.

A figure that fits is not enough. Whatever one of these does not show stays open, quoted and asked.
"""

import re

from bot.eligibility.affinity import known_names, shares_aspect
from bot.eligibility.asker_facts import AskerFact
from bot.eligibility.figure_clauses import around
from bot.eligibility.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import DATE, QuantityNames, Synonym
from bot.eligibility.whose_figures import is_of_relative

_TELLS_ITSELF = frozenset({"岁", "国标", "升", "千瓦", "层", "日期", "月日", "名次"})
"""Units in which only one thing is measured: an age, a standard of emission, the size of an engine."""
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BRACKET = re.compile(r"（[^（）]*）")
_SMALL = re.compile(
    r"[的了是在为有和或且已满达到于对]|累计|合计|连续|总额|总数|总量|单[项台个件套笔]|每[人月年户]"
)
_DIMENSION = re.compile(r"(?:面积|金额|费用|数量|价格|价值|容量|长度|期限|规模|时间|收入|比例|比重|之日起|月|年|人均|平均|均)+$")
"""Words that the unit of a figure says already; the thing itself stands in front of them."""
_HEAD = 4
"""Signs at the end of the words in front of a figure that name what it measures."""
_SUMMED = re.compile(r"加(?:在|到)?一?(?:起来?|块儿?)|合(?:起来|一块|在一起)|凑(?:一?起|一块)|拢(?:共|到一)|断断续续|前前后后")
_TAKES_SUMS = re.compile(r"累计|合计|总|共|均|之和")
_ONCE = re.compile(r"以前|从前|早先|早年|当年(?!底)|(?<!比)(?<!较)大?前年|过去|之前|曾经?|那会儿?|那时候|原来|[\d两三四五六七八九十几]年前")
_UNTIL_NOW = re.compile(r"到现在|至今|现在还|还在|一直|目前|如今|仍")
_PAST_EVENT = re.compile(r"毕业|成立|登记|注册|建成|取得|获|竣工|投产|退役|出生|核发|领取")
"""What happens once and stays so."""


def proves(bound: PrintedBound, fact: AskerFact, question: str, names: QuantityNames) -> bool:
    """Whether a figure that fits a comparison shows that its condition is met.

    Example: `签订1年以上劳动合同`, 前年签过两年的合同 -> False
    """
    return (
        _is_named(bound, fact, question, names)
        and not is_of_relative(question, fact)
        and not is_summed(bound, fact, question)
        and not _was_once(bound, fact, question)
    )


def _is_named(bound: PrintedBound, fact: AskerFact, question: str, names: QuantityNames) -> bool:
    """Whether the question has the noun of what is measured, or a listed word for it."""
    listed = fact.names & known_names(bound, names) or shares_aspect(bound, fact)
    if bound.unit in _TELLS_ITSELF or listed:
        return True
    nouns = _nouns(bound)
    return not nouns or any(
        set(noun) & set(question) or any(_are_same(noun, question, one) for one in names.synonyms)
        for noun in nouns
    )


def _nouns(bound: PrintedBound) -> list[str]:
    """What a comparison measures or counts, from the words in front of its figure and behind it.

    Example: `茶园面积50亩以上` -> 茶园; `2名以上乡村医生` -> 乡村医生
    """
    ahead = (_DIMENSION.sub("", run) for run in _runs(bound.subject))
    named = [run[-_HEAD:] for run in ahead if run]
    return [*named, *_runs(bound.tail)[:1]]


def _runs(words: str) -> list[str]:
    return _HAN.findall(_SMALL.sub("，", _BRACKET.sub("", words)))


def _are_same(noun: str, question: str, synonym: Synonym) -> bool:
    return any(word in noun for word in synonym.every) and any(word in question for word in synonym.every)


def is_summed(bound: PrintedBound, fact: AskerFact, question: str) -> bool:
    """Whether the clause of a figure adds up what the text does not."""
    return bool(_SUMMED.search("".join(around(question, fact)))) and not _TAKES_SUMS.search(bound.printed)


def _was_once(bound: PrintedBound, fact: AskerFact, question: str) -> bool:
    """Whether a clause tells of a time gone by what is to be so today."""
    if bound.unit == DATE or _PAST_EVENT.search(bound.words) or re.search(r"20\d\d年|上年", bound.subject):
        return False
    clause = "".join(around(question, fact))
    return bool(_ONCE.search(clause)) and not _UNTIL_NOW.search(question)
