"""The measure of the very kind that a question names: the thing, the row, the grade, a word of its own.

Each looks at the hits behind the best one, and gives None where the best one may lead.
"""

import re
from collections import Counter

from bot.answering.leading.ranked_hits import NEAR, VERY_NEAR, RankedHits, Scored
from bot.answering.leading.should_say import regulates_nothing
from bot.answering.wording.acts import asks_who
from bot.answering.wording.grades import other_grade
from bot.answering.wording.matter_words import matter_named
from bot.answering.wording.particulars import ONE_MATTER, particulars_asked
from bot.answering.wording.rare_words import shared_runs
from bot.answering.wording.row_names import first_cell, is_called
from bot.answering.wording.things import is_titled_with_thing, names_thing, other_thing
from corpus.records import Measure
from corpus.text.han_pairs import pairs_of
from retrieval.question import TABLE_ROW

_TOLD_APART = 3
"""Characters of the name of a row from which a question means it and no row that shares fewer."""
_LONGEST_NAME = 12
"""Characters of a first cell that is a name; longer ones say something."""
_CHARGE = re.compile("[\u4e00-\u9fff]{2}费(?!用)")
"""A charge by its own name: 冷藏费, 取暖费."""
_OWN_WORD = 2
"""So many pairs of characters that no other measure of the document has are a word of its own: 南郊镇."""


def of_thing(question: str, found: RankedHits) -> Scored | None:
    """The best hit on the thing asked about, where the very best speaks of another of its kind.

    All articles of a notice on that thing alone are on it, whatever else they name: 托班 of a kindergarten.
    """
    best = found.best
    called_row = len(best.sections) > 1 and is_called(best, question)
    titled = is_titled_with_thing(question, found.document.title)
    if other_thing(question, best.text) is None or called_row or titled:
        return None
    return found.behind(NEAR, lambda other: found.in_region(other) and names_thing(question, other.text))


def of_name(question: str, found: RankedHits) -> Scored | None:
    """The row whose name the question has more of, where the very best is another row of its table.

    Example: for `体育馆羽毛球场咋收费` the row of 羽毛球馆, not of 篮球场
    """
    best = found.best
    if not best.item.startswith(TABLE_ROW):
        return None
    least = max(_shared_name(question, best), _TOLD_APART - 1)

    def is_named(other: Measure) -> bool:
        row = found.in_document(other) and other.item.startswith(TABLE_ROW)
        return row and _shared_name(question, other) > least

    return found.behind(0.0, is_named)


def of_grade(question: str, found: RankedHits) -> Scored | None:
    """The best hit of the document with the grade asked about, where the very best names others alone."""
    best = found.best
    if not other_grade(question, best.text):
        return None

    def has_grade(other: Measure) -> bool:
        graded = found.in_document(other) and not other_grade(question, other.text)
        return graded and not _loses(question, best, other)

    return found.behind(NEAR, has_grade)


def of_charge(question: str, found: RankedHits) -> Scored | None:
    """The hit of the document that prints the charge a question names, where the very best does not.

    Example: `冷藏费能免吗`, `免除基本服务费` first -> `冷藏费，每天30元`
    """
    named = _CHARGE.search(matter_named(question, ()))
    if named is None or named.group() in found.best.text:
        return None
    return found.behind(NEAR, lambda other: found.in_document(other) and named.group() in other.text)


def of_own_word(question: str, found: RankedHits) -> Scored | None:
    """A hit hardly behind the best one with a word of the question that the rest of its notice lacks.

    Example: `南郊镇5号能上牌吗` -> `南郊镇便民登记点，每月逢5、逢10的日子上牌`
    """
    best, document = found.best, found.document
    if particulars_asked(question) or asks_who(question) or len(document.measures) > ONE_MATTER:
        return None
    asked = pairs_of(matter_named(question, ()))
    held = {one.id: asked & pairs_of(one.text) for one in document.measures}
    often = Counter(pair for pairs in held.values() for pair in pairs)
    alone = {name: sum(often[pair] == 1 for pair in pairs) for name, pairs in held.items()}
    least = alone[best.id] + _OWN_WORD
    return found.behind(
        VERY_NEAR, lambda other: alone.get(other.id, 0) >= least and not regulates_nothing(other)
    )


def is_other_row(question: str, best: Measure, other: Measure) -> bool:
    """Whether a question names the best row of a table, and another row of it less: 足球场, not 羽毛球馆."""
    named, rows = _shared_name(question, best), len(other.sections) > 1
    return (
        rows
        and best.document == other.document
        and named >= _TOLD_APART
        and _shared_name(question, other) < named
    )


def _loses(question: str, best: Measure, other: Measure) -> bool:
    """Whether a measure lacks words of the question that the best one has: 护理 of 护理补贴."""
    asked = pairs_of(question)
    held, left = (pairs_of("".join((*each.heading, each.text))) for each in (best, other))
    return bool(asked & held - left)


def _shared_name(question: str, measure: Measure) -> int:
    """How many characters side by side of the name of a row a question has; 0 for what is no row."""
    name = first_cell(measure) if len(measure.sections) > 1 else ""
    if len(name) > _LONGEST_NAME:
        return 0
    return max(map(len, shared_runs(question, pairs_of(name))), default=0)
