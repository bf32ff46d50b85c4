"""Other documents as texts cite them: 《title》（number）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.document_numbers import NUMBER, spelled
from corpus.text.numerals import UP_TO_99

_TITLE = r"[^《》]{2,120}(?:《[^《》]{2,120}》[^《》]{0,40})*"
_BEFORE_NUMBER = r"[（(〔\[]?(?:文号|原|发文字号)?[：:]?"
CITED = rf"《{_TITLE}》(?:{_BEFORE_NUMBER}{NUMBER.pattern})?"
"""A title between 《》, itself with another inside or not, and the number printed right behind it."""
AND = "(?:和|及|以及|、|并)"
"""Joins what a title says that a decision does: 废止和修改."""
EDITION_MARK = (
    rf"(?:(?:(?:19|20)\d\d年?)?(?:第[{UP_TO_99}\d]+次)?(?:修订|修正|修改)[版本]?|(?:19|20)\d\d年?(?:版|本))"
)
"""What stands in brackets behind the title of a newer edition: 2025年修订, 第二次修正, 2025年版."""
_PASSED_ON = re.compile(
    r"(?:^|关于)(?:修订|重新|联合)?(?:印发|公布|发布|下发)《?(?P<title>.+?)》?(?:的(?:通知|公告|函|决定))?$"
)
_CITED = re.compile(rf"《(?P<title>{_TITLE})》(?:{_BEFORE_NUMBER}(?P<number>{NUMBER.pattern}))?")


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """A document cited at [start, end) of a text; `number` is in the one spelling, empty where none is."""

    title: str
    number: str
    start: int
    end: int


def cited_titles(text: str) -> Iterator[CitedTitle]:
    """The documents that a text without white space within lines cites, in its order.

    Example: `根据《青禾县停车办法》（青政发〔2020〕3号）` -> 青禾县停车办法, 青政发〔2020〕3号
    """
    for match in _CITED.finditer(text):
        yield CitedTitle(match["title"], spelled(match["number"] or ""), match.start(), match.end())


def number_of(text: str, title: str) -> str:
    """The one number that a text prints behind a title; empty where it prints none, or several."""
    numbers = {cited.number for cited in cited_titles(text) if cited.title == title and cited.number}
    return numbers.pop() if len(numbers) == 1 else ""


def passed_on(title: str) -> str:
    """What a notice passes on, else its own title. Example: 关于印发《甲办法》的通知 -> `甲办法`."""
    within = _PASSED_ON.search(title)
    return within["title"] if within else title
