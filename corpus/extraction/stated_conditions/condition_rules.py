"""A rule that reads conditions: a named pattern, what is made of its matches, and texts that show it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corpus.extraction.stated_conditions.claims import Claim


@dataclass(frozen=True, slots=True)
class ConditionRule:
    """One construction in which documents state a condition.

    Example: the rule `gift_rate` reads `按3%给予补贴` as rate 补贴 = 3 %
    """

    name: str
    """Unique among all rules; every condition carries the name of the rule that read it."""
    kind: str
    """What its claims are, unless the words of a match say otherwise: amount, rate, cap, threshold, …"""
    op: str
    """>=, >, <=, <, = or in, unless the words of a match say otherwise."""
    pattern: re.Pattern[str]
    make: Callable[["ConditionRule", re.Match[str]], Iterator[Claim]]
    """The claims of one match of the pattern; none where a closer look finds that nothing is stated."""
    examples: Mapping[str, str]
    """Text -> what this rule reads in it, as `kind quantity op value unit`; `-` for no quantity.

    Several readings are separated by `；`.
    """
    counter_examples: tuple[str, ...] = ()
    """Texts close to the examples in which this rule reads nothing."""
    needs: frozenset[str] = frozenset()
    """Signs one of which stands in every sentence that the rule reads anything in; empty for any sentence."""

    def claims(self, sentence: str) -> Iterator[Claim]:
        """What the rule reads in a folded sentence, left to right."""
        for match in self.pattern.finditer(sentence):
            yield from self.make(self, match)
