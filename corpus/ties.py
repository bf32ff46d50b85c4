"""What documents have to do with each other, as frozen data: what kind each is, and what ties two of them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.text.numerals import ORDINAL


class DocumentKind(StrEnum):
    """What a document is for."""

    POLICY = "policy"
    """It sets rules or tasks: whatever is nothing else."""
    DRAFT = "draft"
    """A policy put out for opinions."""
    INTERPRETATION = "interpretation"
    """It explains a policy: 政策解读, 图解, 起草说明."""
    QUESTIONS = "questions"
    """It explains in questions and answers."""
    GUIDE = "guide"
    """It says how something is applied for."""
    REPORT = "report"
    """It tells of a policy or speaks about it and is none: news, speeches, articles."""
    AMENDMENT = "amendment"
    """A decision that changes other documents."""
    REPEAL = "repeal"
    """A decision that ends other documents."""


EXPLAINING = frozenset({DocumentKind.INTERPRETATION, DocumentKind.QUESTIONS, DocumentKind.REPORT})
"""Kinds that explain a policy and are none."""


class TieKind(StrEnum):
    """What one document, the source of a tie, does to another, its target."""

    INTERPRETS = "interprets"
    AMENDS = "amends"
    INCORPORATES = "incorporates"
    """The text of the source contains the changes that the target decides."""
    REPEALS = "repeals"
    REVISES = "revises"
    """The source is the newer edition of the target."""
    IMPLEMENTS = "implements"
    """The source is a 细则 of the target, or says how it is carried out."""


_ARTICLES = rf"(?:原?第(?:{ORDINAL}|\d{{1,3}})[条项](?:[、和及与至])?)+"
_DELETES = re.compile(
    rf"(?:删去|删除|去掉|取消){_ARTICLES}[。；;]?|[将把]?{_ARTICLES}(?:全文|整条|全部)?(?:予以)?(?:删去|删除|取消)[。；;]?"
)
TERM = "有效期"
"""The label of a change of the term: it is about every article."""


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What a document decides about one article of another."""

    label: str
    """The article as printed: `第三条`; `TERM` for the term of the whole; empty where an article is added."""
    words: str
    """The sentence that decides it, verbatim but for white space."""
    until: date | None = None
    """Of a term: the last day that it gives the document."""
    months: int = 0
    """Of a term: how many months it is longer than the one printed, where no day is given."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document as a text names it, and what the text does to it."""

    kind: TieKind
    title: str
    """As printed between 《》; may be empty where there is a number."""
    number: str = ""
    """In the one spelling of numbers; empty where the text gives none."""
    words: str = ""
    """The words that say so, verbatim but for white space."""
    changes: tuple[ArticleChange, ...] = ()
    unsure: bool = False
    """It counts only where no other of its kind leads to another document."""


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """What a tie changes in one measure of its target."""

    measure: str
    """Id of the measure that is changed; empty where one is added, or the target has none of that label."""
    by: str
    """Id of the measure of the source that decides it; empty where it stands outside all measures."""
    label: str
    words: str
    """Verbatim but for white space."""
    until: date | None = None
    """Of a term that is extended: the last day on which the document holds now."""

    @property
    def deletes(self) -> bool:
        """Whether the article is taken out whole: 删去第七条, and not 删去第七条第二款 or 第七条中的“…”."""
        return _DELETES.fullmatch("".join(self.words.split())) is not None


@dataclass(frozen=True, slots=True)
class Tie:
    """What one document does to another, both by number."""

    kind: TieKind
    source: str
    target: str
    words: str
    """The words of the source that say so; verbatim but for white space."""
    since: date | None = None
    """From when on it holds: the first day in force of the source, else the day it was issued."""
    changes: tuple[MeasureChange, ...] = ()
