"""Firms that do the same, each where it does: 城南热力公司, 城北热力公司. Which one, who asks knows."""

import re
from collections.abc import Iterable, Sequence

from corpus.records import Measure
from corpus.text.han_pairs import pairs_of

_FIRM = re.compile(r"公司$|集团$")


def is_firm(department: str) -> bool:
    """Whether a name is that of a firm, which tells its place and trade, and not what its phone is for."""
    return bool(_FIRM.search(department))


def several_firms(departments: Iterable[str]) -> bool:
    """Whether among departments there are firms beside each other."""
    return len({name for name in departments if is_firm(name)}) > 1


def tells_apart(question: str, close: Sequence[str], measure: Measure, title: str) -> bool:
    """Whether words of a question stand in its closest sentences and not elsewhere in the measure.

    Example: `稻田镇的暖气不热` and a firm that serves 稻田镇 -> True; `供热电话` in a text on 供热 -> False
    """
    said, rest = "".join(close), measure.text
    for words in close:
        rest = rest.replace(words, "，")
    return bool((pairs_of(question) & pairs_of(said)) - pairs_of(rest) - pairs_of(title))
