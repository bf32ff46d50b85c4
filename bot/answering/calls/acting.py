"""Which departments act in the sentences of a measure that are closest to a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answering.wording.sentence_spans import REMEMBERED, split
from corpus.extraction.duties.sentence_duties import sentence_duties
from corpus.records import Measure, Responsibility, Role

_OWN_MATTER = re.compile(r"(?:[（(][^（）()]{1,3}[）)])?[^，。；：（）]{4,}由")
"""Example: `脱贫户自交部分由县乡村振兴局代缴`: of what the sentence before says, nothing is that body's."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A sentence of a measure and the responsibilities of the measure that act in it."""

    line: int
    core: str
    """Its words as they are compared."""
    duties: frozenset[Responsibility]
    own_matter: bool
    """Whether it gives them a matter of its own, and none of the sentences around it."""


def acting(measure: Measure, closest: Sequence[str]) -> Measure:
    """The measure with only the departments that act in the sentences closest to a question, or all of it.

    Only where its sentences name all its departments: a bracket or a label speaks for the whole measure.
    Where no close sentence names one, those of the same paragraph count. None may be left.
    """
    local = frozenset(duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
    deeds = _deeds(measure)
    if not closest or not local or local != frozenset().union(*(deed.duties for deed in deeds)):
        return measure
    near = {_core(run[start:end]) for run in closest for start, end in split(run)}
    said = [deed for deed in deeds if deed.core in near]
    if not any(deed.duties for deed in said):
        lines = {deed.line for deed in said}
        said = [deed for deed in deeds if deed.line in lines and not deed.own_matter]
    kept: frozenset[Responsibility] = frozenset().union(*(deed.duties for deed in said))
    return replace(measure, responsibilities=tuple(d for d in measure.responsibilities if d in kept))


@lru_cache(maxsize=REMEMBERED)
def _deeds(measure: Measure) -> tuple[_Deed, ...]:
    """The sentences of a measure in reading order."""
    return tuple(
        _deed(measure, number, line, line[start:end])
        for number, line in enumerate(measure.text.split("\n"))
        for start, end in split(line)
    )


def _deed(measure: Measure, number: int, line: str, sentence: str) -> _Deed:
    actors = {(duty.department, duty.office) for duty in sentence_duties(sentence)}
    core = _core(sentence)
    duties = frozenset(
        duty
        for duty in measure.responsibilities
        if duty.role is not Role.SUPERIOR and _acts(duty, actors, core, line)
    )
    return _Deed(number, core, duties, bool(_OWN_MATTER.match(core)))


def _acts(duty: Responsibility, actors: set[tuple[str, str | None]], core: str, line: str) -> bool:
    """Whether a sentence gives a body something to do, or names it in a line that prints its phone."""
    called = duty.phone is not None and duty.phone in line and duty.department in core
    return called or any(
        name.endswith(duty.department) and office in (None, duty.office) for name, office in actors
    )


def _core(words: str) -> str:
    return "".join(words.split()).strip("。；;，")
