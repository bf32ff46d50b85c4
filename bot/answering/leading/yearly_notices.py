"""Which of the notices that an office issues anew every year comes first."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.answering.leading.ranked_hits import Scored
from bot.answering.quoting.rule_years import titled_years, untitled, years_asked
from bot.ports import CatalogView, Finding
from corpus.records import Document, Measure
from corpus.text.han_pairs import pairs_of


def of_the_year(
    library: CatalogView,
    question: str,
    finding: Finding,
    as_of: date,
    shown: Sequence[Scored],
    near: Sequence[Scored],
) -> list[Scored]:
    """What to show, led by the notice of the year asked for, 今年 among them, else by the newest issued.

    Only of documents of one place whose titles differ by nothing but their years. The article that is most
    like the one found takes its place; that of the other year stands behind it.

    Example: 医保交多少, found in 2025年度…标准的通知 beside 2026年度…标准的通知 -> the latter leads
    """
    if not shown:
        return []
    found = library.measure(shown[0][0])
    own = library.document(found.document)
    if not titled_years(own.title):
        return list(shown)
    numbers = dict.fromkeys(library.measure(name).document for name, _ in (*shown, *near))
    every = [one for one in map(library.document, numbers) if _is_edition(one, own, as_of)]
    asked = {*finding.query.years, *years_asked(question, as_of)}
    meant = max(every, key=lambda one: _rank(one, asked), default=own)
    if meant.number == own.number:
        return list(shown)
    lead = max(meant.measures, key=lambda one: _likeness(one, found))
    return [(lead.id, shown[0][1]), *(one for one in shown if one[0] != lead.id)]


def _is_edition(one: Document, own: Document, as_of: date) -> bool:
    """Whether a document, issued by a day, is another one's notice of the same or of another year."""
    issued = one.issued is None or one.issued <= as_of
    alike = one.region == own.region and untitled(one.title) == untitled(own.title)
    return issued and alike and bool(titled_years(one.title) and one.measures)


def _rank(one: Document, asked: Collection[int]) -> tuple[bool, int]:
    years = titled_years(one.title)
    return bool(years.intersection(asked)), max(years)


def _likeness(one: Measure, found: Measure) -> float:
    mine, theirs = pairs_of("".join(one.text.split())), pairs_of("".join(found.text.split()))
    return len(mine & theirs) / max(len(mine | theirs), 1)
