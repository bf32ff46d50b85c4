"""What a notice asks for in another article than the one on its sums: 补贴标准 beside 申请条件."""

import re
from dataclasses import replace

from bot.eligibility.assessment import Fulfilment
from bot.eligibility.checking import Check, check
from bot.eligibility.printed.branches import LABEL
from bot.eligibility.printed.requirements import flat
from bot.eligibility.spoken.asker_facts import AskerFacts
from corpus.records import Document, Measure

_SUMS = re.compile(
    r"[^，。：:\n]{0,6}(?:补贴|补助|津贴|奖励|奖补|救助|资助|发放|保障|给付)(?:标准|金额|额度)(?=[：:。\n是为分，])"
)
"""How the article on what is given begins."""
_WHO = re.compile(
    r"[^。]{0,30}(?:符合|具备|满足)(?:下列|以下|下述)[^。]{0,8}条件|[^。\n]{0,8}(?:对象|条件)[：:。\n]|[^。；]{4,40}，可以(?:申[请领报]|享受)"
)
"""How the article on who may apply begins."""


def checked(measure: Measure, facts: AskerFacts, document: Document) -> tuple[Check, ...]:
    """Every condition of a measure, and of the article on who may apply what the asker surely misses.

    That is shown beside sums which do not repeat it, where the notice has one article of either kind.
    """
    own = check(measure, facts, document=document)
    who = _who_may_apply(measure, document)
    if who is None or not facts.question or any(one.standing is Fulfilment.FAILS for one in own):
        return own
    missed = (one for one in check(who, facts, document=document) if one.standing is Fulfilment.FAILS)
    return (*own, *(replace(one, item=who.item) for one in missed))


def _who_may_apply(measure: Measure, document: Document) -> Measure | None:
    """The only article on who may apply of a notice whose only article on sums a measure is."""
    if not _begins(_SUMS, measure):
        return None
    others = [one for one in document.measures if one.id != measure.id]
    who = [one for one in others if _begins(_WHO, one)]
    alone = len(who) == 1 and not any(_begins(_SUMS, one) for one in others)
    return who[0] if alone and not _begins(_WHO, measure) else None


def _begins(pattern: re.Pattern[str], measure: Measure) -> bool:
    words = flat(measure.text)
    label = LABEL.match(words)
    return pattern.match(words, label.end() if label else 0) is not None
