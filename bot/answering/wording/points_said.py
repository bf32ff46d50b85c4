"""Whether a measure says in some sentence a point that a question asks for."""

from bot.answering.wording.sentence_spans import sentences
from corpus.records import Measure
from retrieval.question import Point, prints_point
from retrieval.text import plain


def says_point(measure: Measure, point: Point) -> bool:
    """Whether some sentence of a measure prints such a point; blanks within it do not count."""
    texts = ("".join(plain(each.text).split()) for each in sentences(measure.sections))
    return any(prints_point(point, text) for text in texts)
