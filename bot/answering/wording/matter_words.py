"""Whether a text holds every word by which a question names its matter, printed in full or shortened."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from bot.answering.wording.complaining import without_complaint
from bot.answering.wording.particulars import without_particulars
from bot.answering.wording.rare_words import shared_runs
from bot.ports import CatalogView, Understood
from corpus.records import Measure
from corpus.regions import region_of
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import NINE
from retrieval.question import without_filler, without_wishes

Spoken = Sequence[tuple[str, Sequence[str]]]
"""Everyday words, each with the words of documents that mean it."""

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_COUNTED = re.compile(
    r"[一每两几](?:个?月|学期|季度|平方?米|[人年天户家台亩张辆件次回趟顿套头个平]人?)|[俺我咱](?:们|家|村|这)*"
    r"|申[请领报]|办理|报名|领取|咨询|地址|手续|流程|窗口|大厅|登记"
    rf"|(?:周|星期|礼拜)[{NINE}日天末]|周末|节假日"
    r"|([补给退免减罚收管赔交])[不没]\1|问(?:哪[里儿]?|谁)|哪?几处|哪几[个家]|哪些地方"
    r"|(?:有(?:没有|没)?|给)?照顾[不吗么没]|[行中成]不[行中成]?$|[行中成][吗么]$"
)
"""For how many and for when it is asked, who asks, and what is done about any matter: no part of it."""
_PEOPLE = re.compile(r"(?:边缘)?(?:户|家庭|对象|人员|人口|人群|群体|群众|家中|学生|子女|儿童)")
"""What makes a matter the name of people: 低保户, 特困人员."""
_MENTIONED = re.compile(rf"(?:供养|救助)?{_PEOPLE.pattern}|证(?!明)|[簿本](?!级|年|区|市|县)")
"""The same, or a paper: 低保证, 户口簿."""
_WHERE_LIVED = re.compile("城乡|农村|城市|城镇|居民|村民")
"""Where those live whom a matter is for: a text has such words for any matter."""
_OF_LISTED = re.compile(
    rf"[、和及或与][^，。；：]{{1,10}}?(?:老年人|老人|残疾人|{_PEOPLE.pattern})(?![^，。；]{{0,10}}标准)"
)
"""The same of a list of people: 低保、特困失能老年人."""
_REQUIRED = re.compile(r"(?:要求|属于|享受|领取|纳入|取得|持有?|凭|不是|未?[被吃])(?:城乡|农村|城镇|城市)?$")
_ENDED = re.compile(r"[，。；、）)]|的|$")
"""Around a matter that somebody is to have, or not: `不要求低保。`."""
_APART = 3
"""So many characters may stand between two of a shortened word: 低保 for 最低生活保障."""


def matter_named(question: str, places: Iterable[str]) -> str:
    """What is left of a question without what it asks for, for how many, who asks, and where.

    Example: `青禾县农村低保一个人一年多少`, `青禾县` -> `农村低保`
    """
    for place in sorted(filter(None, places), key=len, reverse=True):
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
    spoken: Spoken = ()

    @classmethod
    def of(cls, question: str, query: Understood) -> Self:
        """That of a question, without the places that it names."""
        return cls(matter_named(question, places_of(query)), query.spoken)

    def of_complaint(self) -> Self:
        """What is complained of, without the words for complaining."""
        return replace(self, words=without_complaint(self.words))

    def in_own_words(self) -> Self:
        """The same without what documents say for everyday words."""
        return replace(self, spoken=())

    def is_held(self, text: str) -> bool:
        """Whether a text holds all its words; see `holds_matter`."""
        return holds_matter(self.words, self.spoken, text)

    def is_shared(self, text: str) -> bool:
        """Whether a text has some of its words; see `shares_matter`."""
        return shares_matter(self.words, self.spoken, text)

    def is_only_mentioned(self, text: str) -> bool:
        """Whether a text has it in names of people, conditions and papers alone; see `only_mentions`."""
        return only_mentions(self.words, self.spoken, text)


def holds_matter(matter: str, spoken: Spoken, text: str) -> bool:
    """Whether a text holds the words of a matter, as they are or shortened: 改厕 for 户厕改造.

    No two neighbouring characters of the matter may be foreign to it. `spoken` are everyday words with the
    words of documents that mean them; one that the text has stands for the everyday word.
    """
    words = "".join(text.split())
    meant = [everyday for everyday, written in spoken if any(each in words for each in written)]
    left = matter
    for everyday in meant:
        left = left.replace(everyday, " ")
    runs = [held_in(run, words) for run in _HAN_RUN.findall(left)]
    known = left != matter or any(any(held) for held in runs)
    return known and not any(_two_foreign(held) for held in runs)


def shares_matter(matter: str, spoken: Spoken, text: str) -> bool:
    """Whether a text has at least two characters that stand side by side in a matter near each other."""
    words = "".join(text.split())
    meant = any(everyday in matter and each in words for everyday, written in spoken for each in written)
    return meant or any(any(held_in(run, words)) for run in _HAN_RUN.findall(matter))


def only_mentions(matter: str, spoken: Spoken, text: str) -> bool:
    """Whether a text has most of a matter, and only in what it calls people by, in conditions, in papers.

    `spoken` are everyday words with the words of documents that mean them. A matter that itself names people
    is what such a text is about.

    Example: `低保` in `其中低保户、特困户再加200元`, in `不要求低保`, in `低保证` -> True; in
    `低保标准提高到660元` -> False; `低保户取暖` in `低保户、特困户再加200元` -> False; `农村低保` in
    `农村改厕：低保户免费` -> True
    """
    words = "".join(text.split())
    pairs = pairs_of(words)
    matter = _WHERE_LIVED.sub(" ", matter)
    runs = [run for run in shared_runs(matter, pairs) if not _PEOPLE.fullmatch(run)]
    meant = [each for everyday, written in spoken if everyday in matter for each in written]
    written = [run for each in meant for run in shared_runs(each, pairs) if not _PEOPLE.fullmatch(run)]
    most = 2 * sum(map(len, runs)) > sum(map(len, _HAN_RUN.findall(matter)))
    return most and all(_is_mentioned(run, words) for run in (*runs, *written))


def _is_mentioned(run: str, words: str) -> bool:
    """Whether each place of a text where a word stands only mentions it."""
    found = [*re.finditer(re.escape(run), words)]
    return bool(found) and all(
        _MENTIONED.match(words, match.end())
        or (not _PEOPLE.search(run) and _OF_LISTED.match(words, match.end()))
        or (_REQUIRED.search(words[: match.start()]) and _ENDED.match(words, match.end()))
        for match in found
    )


def held_in(run: str, text: str) -> list[bool]:
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
