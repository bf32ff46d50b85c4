"""Rows of a table by their names: the first cell, as a question may say it."""

from corpus.records import Measure

_LEAST = 4
"""Characters from which a first cell is a name that stands in a question by no chance."""


def first_cell(measure: Measure) -> str:
    """The words of the first cell, or of an article the first section, without white space."""
    return "".join(measure.sections[0].text.split())


def is_called(measure: Measure, question: str) -> bool:
    """Whether a question says all of the first cell: 种玉米能领种粮大户补贴吗."""
    name = first_cell(measure)
    return len(name) >= _LEAST and name in question
