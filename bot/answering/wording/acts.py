"""Whether a measure says who does what a question asks about: who pays, examines, takes complaints."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.answering.wording.loose_bodies import loose_bodies
from bot.answering.wording.sentence_spans import split
from corpus.records import Measure, Role
from corpus.text.body_mentions import find_bodies

TRACE = "trace"
"""The act of whoever is asked where money is that has not come."""
_DATA = Path(__file__).with_name("acts.toml")
_WHO = re.compile(
    r"谁|哪[家位些]|哪一?个?(?:科|股|局|部门|单位|窗口|中心|站|公司|处|室|委|办(?!法))|哪(?:里|儿|头|边)"
    r"|[上去到往找归问打交报朝查]哪|[什啥]么?(?:部门|单位|科)|电话|号码|打[哪啥]|联系"
)

_TO_SOMEBODY = re.compile(
    r"(?:向|由|到|报|交|送|经|找)[^，。；]{0,20}(?:部门|单位|政府|办事处|社区|委员会|机构|公司|残联|小组|中心|协会|站|所)"
)
"""Words of a sentence that send to a body or have it act, also where it is not named in full."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that may be done about a matter."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]


@lru_cache(maxsize=1)
def _acts() -> tuple[Act, ...]:
    rows = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(
        Act(name, re.compile("|".join(row["asked"])), re.compile("|".join(row["said"])))
        for name, row in rows.items()
    )


def asks_who(question: str) -> bool:
    """Whether somebody is asked for: who does it, where to go, whom to call."""
    return bool(_WHO.search(question))


def acts_asked(question: str) -> tuple[Act, ...]:
    """What a question asks the doer of; nothing where it asks for nobody.

    Example: `补贴的钱哪个股打给食堂` -> pay
    """
    return tuple(act for act in _acts() if act.asked.search(question)) if asks_who(question) else ()


def says_who(measure: Measure, act: Act, *, headed: bool = False) -> bool:
    """Whether a sentence has somebody do it; with `headed` a heading names who does all of it."""
    return any(act.said.search(words) and (headed or _names(measure, words)) for words in _sentences(measure))


def sentences_saying(measure: Measure, acts: Sequence[Act]) -> tuple[str, ...]:
    """The sentences that have somebody do one of the acts, in reading order."""
    return tuple(
        words
        for words in _sentences(measure)
        if any(act.said.search(words) for act in acts) and _names(measure, words)
    )


def _sentences(measure: Measure) -> Iterator[str]:
    for section in measure.sections:
        yield from (section.text[start:end] for start, end in split(section.text))


def _names(measure: Measure, sentence: str) -> bool:
    words = "".join(sentence.split())
    above = {duty.department for duty in measure.responsibilities if duty.role is Role.SUPERIOR}
    own = {duty.department for duty in measure.responsibilities} - above
    named = any(name in words for name in own) or any(body.name not in above for body in find_bodies(words))
    return named or bool(_TO_SOMEBODY.search(words)) or any(loose_bodies(words))
