"""Whether a text holds every word by which a question names its matter, printed in full or shortened."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from bot.answering.wording.complaining import without_complaint
from bot.answering.wording.particulars import without_particulars
from bot.ports import CatalogView, Understood
from corpus.records import Measure
from corpus.regions import region_of
from retrieval.question import without_filler, without_wishes

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_COUNTED = re.compile(
    r"[一每两几](?:个?月|学期|季度|平方?米|[人年天户家台亩张辆件次趟顿套头个平]人?)|[俺我咱](?:们|家|村|这)*"
    r"|申[请领报]|办理|报名|领取|咨询|地址|手续|流程|窗口|大厅|登记"
)
"""For how many it is asked, who asks, and what is done about any matter: no part of the matter."""
_PEOPLE = re.compile(r"(?:边缘)?(?:户|家庭|对象|人员|人口|人群|群体|群众|家中|学生|子女|儿童)")
"""What makes a matter the name of people: 低保户, 特困人员."""
_APART = 3
"""So many characters may stand between two of a shortened word: 低保 for 最低生活保障."""


def matter_named(question: str, places: Iterable[str]) -> str:
    """What is left of a question without what it asks for, for how many, who asks, and where.

    Example: `青禾县农村低保一个人一年多少`, `青禾县` -> `农村低保`
    """
    for place in sorted(places, key=len, reverse=True):
        question = question.replace(place, " ")
    asked = without_wishes(without_particulars(question))
    return without_filler(_COUNTED.sub(" ", asked)).strip()


def places_of(query: Understood) -> tuple[str, ...]:
    """What the places that a question names, and the regions whose rules hold there, are called."""
    named = (name for one in (*query.places, *query.regions) for name in (one, *region_of(one).own))
    return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class NamedMatter:
    """The words by which a question names its matter, and how documents say its everyday words."""

    words: str
    spoken: Sequence[tuple[str, Sequence[str]]] = ()

    @classmethod
    def of(cls, question: str, query: Understood) -> Self:
        """That of a question, without the places that it names."""
        return cls(matter_named(question, places_of(query)), query.spoken)

    def of_complaint(self) -> Self:
        """What is complained of, without the words for complaining."""
        return replace(self, words=without_complaint(self.words))

    def is_held(self, text: str) -> bool:
        """Whether a text holds all its words; see `holds_matter`."""
        return holds_matter(self.words, self.spoken, text)

    def is_shared(self, text: str) -> bool:
        """Whether a text has some of its words; see `shares_matter`."""
        return shares_matter(self.words, self.spoken, text)


def holds_matter(matter: str, spoken: Sequence[tuple[str, Sequence[str]]], text: str) -> bool:
    """Whether a text holds the words of a matter, as they are or shortened: 改厕 for 户厕改造.

    No two neighbouring characters of the matter may be foreign to it. `spoken` are everyday words with the
    words of documents that mean them; one that the text has stands for the everyday word.
    """
    words = "".join(text.split())
    meant = [everyday for everyday, written in spoken if any(each in words for each in written)]
    left = matter
    for everyday in meant:
        left = left.replace(everyday, " ")
    runs = [_held(run, words) for run in _HAN_RUN.findall(left)]
    known = left != matter or any(any(held) for held in runs)
    return known and not any(_two_foreign(held) for held in runs)


def shares_matter(matter: str, spoken: Sequence[tuple[str, Sequence[str]]], text: str) -> bool:
    """Whether a text has at least two characters that stand side by side in a matter near each other."""
    words = "".join(text.split())
    meant = any(everyday in matter and each in words for everyday, written in spoken for each in written)
    return meant or any(any(_held(run, words)) for run in _HAN_RUN.findall(matter))


def names_only_people(matter: str, text: str) -> bool:
    """Whether a text has a matter only in what it calls people or families by.

    Example: `低保` in `其中低保户、特困户再加200元` -> True; in `低保标准提高到660元` -> False
    """
    words = "".join(text.split())
    behind = [words[match.end() :] for match in re.finditer(re.escape(matter), words)] if matter else []
    return bool(behind) and all(map(_PEOPLE.match, behind))


def _held(run: str, text: str) -> list[bool]:
    """For each character of a run, whether the text has it near one of its neighbours in the run."""
    near = [_stands_near(one, other, text) for one, other in pairwise(run)]
    return [before or after for before, after in zip([False, *near], [*near, False], strict=True)]


def _stands_near(one: str, other: str, text: str) -> bool:
    return _stands_before(one, other, text) or _stands_before(other, one, text)


def _stands_before(first: str, second: str, text: str) -> bool:
    """Whether a character stands before another one in a text, with few others between them."""
    at = text.find(first)
    while at >= 0:
        between, found, _ = text[at + 1 : at + 2 + _APART].partition(second)
        if found and (not between or _HAN_RUN.fullmatch(between)):
            return True
        at = text.find(first, at + 1)
    return False


def _two_foreign(held: Iterable[bool]) -> bool:
    return any(not one and not other for one, other in pairwise(held))


def under_titles(measure: Measure, catalog: CatalogView) -> str:
    """A measure behind the title of its document and the headings above it."""
    return "，".join((catalog.document(measure.document).title, *measure.heading, measure.text))
