"""The real texts from which libraries are generated: the bundled documents, and quotations of other offices.

Of the offices' documents only the quoted words are kept in the repository; each makes one short measure.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.cataloguing import load_catalog
from corpus.records import Document, Measure, Responsibility, Role, Section, Validity
from corpus.regions import load_regions
from retrieval import load_questions

ROOT = Path(__file__).parents[2]
OFFICES = ROOT / "retrieval" / "fitting" / "offices" / "gold.jsonl"
QUESTIONS = ROOT / "corpus" / "questions"

_SENTENCE = re.compile(r"[^。；\n]+")
_FEWEST = 6
"""Characters of a sentence that tells a measure from others."""


@dataclass(frozen=True, slots=True)
class SourceQuestion:
    """A question about a measure, and words of the measure that answer it, verbatim."""

    q: str
    measure: int
    """Position of the measure in its document."""
    answer: str
    stored: bool = False
    """Whether it may be stored with the measure; such a one is never asked."""


@dataclass(frozen=True, eq=False)
class Source:
    """A real document with questions about its measures; equal to itself alone."""

    document: Document
    own: tuple[str, ...]
    """Names of the place that issued it, the full one first; empty where no place is known."""
    above: tuple[str, ...]
    """Full names of what the place lies in, the smallest first."""
    parts: tuple[str, ...]
    """Names of what lies in the place."""
    questions: tuple[SourceQuestion, ...]


def read_sources() -> tuple[Source, ...]:
    """All sources, always in the same order: the bundled documents, then those of other offices."""
    return (*_bundled(), *_offices())


def _bundled() -> Iterator[Source]:
    asked = load_questions(QUESTIONS)
    for document in load_catalog(BUNDLED_CORPUS).documents:
        region = load_regions()[document.region]
        questions = tuple(
            SourceQuestion(q, position, answer, stored=n % 2 == 0)
            for position, measure in enumerate(document.measures)
            if (answer := _telling(measure.text))
            for n, q in enumerate(asked.get(measure.id, ()))
        )
        above = tuple(name for name in region.above if name[-1] in "省市")
        yield Source(document, region.own, above, region.toponyms, questions)


def _telling(text: str) -> str:
    """The first sentence with a figure, else the first; empty where none is long enough."""
    sentences = [words for s in _SENTENCE.findall(text) if len(words := s.strip()) >= _FEWEST]
    return next((s for s in sentences if re.search(r"\d", s)), sentences[0] if sentences else "")


def _offices() -> Iterator[Source]:
    for ordinal, line in enumerate(OFFICES.read_text(encoding="utf-8").splitlines(), 1):
        given = json.loads(line)
        answered = [
            asked for asked in given["questions"] if asked["status"] == "answered" and asked["evidence"]
        ]
        if not answered:
            continue
        quoted = list(dict.fromkeys(asked["evidence"] for asked in answered))
        number = given["doc"] or f"外地文件{ordinal}号"
        departments = {asked["evidence"]: asked.get("depts", ()) for asked in answered}
        document = Document(
            number=number,
            title=given["title"] or given["name"].rpartition(".")[0],
            issuer=given["place"] or "",
            region=given["place"] or "",
            issued=None,
            validity=Validity(),
            sources=(given["file"],),
            measures=tuple(
                _quotation(number, item, words, departments[words]) for item, words in enumerate(quoted, 1)
            ),
        )
        place = given["place"]
        yield Source(
            document,
            (place, place[:-1]) if place and len(place) > 2 else (place,) if place else (),
            tuple(name for name in given["upper"] if len(name) > 2),
            (),
            tuple(SourceQuestion(a["q"], quoted.index(a["evidence"]), a["evidence"]) for a in answered),
        )


def _quotation(number: str, item: int, words: str, departments: Sequence[str]) -> Measure:
    """A measure that says the quoted words and who is responsible."""
    named = f"（责任单位：{'、'.join(departments)}）" if departments else ""
    text = f"{words}。{named}"
    return Measure(
        id=f"{number}#{item}",
        document=number,
        item=str(item),
        heading=(),
        text=text,
        sections=(Section("", text),),
        responsibilities=tuple(Responsibility(name, name, Role.RESPONSIBLE) for name in departments),
        validity=Validity(),
    )
