"""Libraries of any size for benches, made from real texts, with questions whose answers are known.

Every document is made by itself from its ordinal: a million measures are streamed, and memory holds the
sources alone. The same seed and size give the same bytes on every machine.

    python -m tests.bench.library 15000 FOLDER      writes documents.jsonl and questions.jsonl
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from pydantic import TypeAdapter

from corpus.catalog import Catalog
from corpus.records import Document, Measure, Responsibility, Section, Validity
from retrieval import Questions
from tests.bench.library_places import Place, bare, places
from tests.bench.library_rewriting import Rewriting
from tests.bench.library_sources import Source, SourceQuestion, read_sources

SEED = 17
QUESTIONS = 300
_FILLED = 0.75
"""Share of the sources that a place has, on average: no place has everything, and none has a source twice."""
_FEWEST_PLACES = 4
"""A province, a city in it, a district in that and a town."""
_ASKED_FOR = 4
"""Of so many documents one has stored questions, as where staff began to write them."""
_DOCUMENT = TypeAdapter(Document)


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question of a library, with the measure that answers it."""

    id: str
    q: str
    region: str
    """Where it is asked from; every second question also names it."""
    measure: str
    answer: str
    """Words of that measure, verbatim."""


@dataclass(frozen=True)
class Library:
    """A library of so many measures; nothing of it is kept but the sources."""

    measures: int
    seed: int = SEED

    @cached_property
    def sources(self) -> Sequence[Source]:
        """What its documents are made from."""
        return read_sources()

    @cached_property
    def places(self) -> Sequence[Place]:
        """The places that issue its documents."""
        a_place = _FILLED * sum(len(source.document.measures) for source in self.sources)
        count = max(_FEWEST_PLACES, round(self.measures / a_place))
        return tuple(islice(places(self.seed), count))

    def documents(self) -> Iterator[Document]:
        """All documents in order, one after the other; the last is cut where the measures are enough."""
        return (document for document, _ in self.made())

    def questions(self, count: int = QUESTIONS) -> Iterator[KnownQuestion]:
        """About so many questions about measures all over the library, none of them stored with it."""
        plan, chance = list(self._plan()), random.Random(f"questions/{self.seed}")
        for ordinal, (rewriting, kept) in enumerate(chance.choices(plan, k=count)):
            asked = [a for a in rewriting.source.questions if a.measure < kept and not a.stored]
            known = _known(rewriting, ordinal, chance.choice(asked)) if asked else None
            if known:
                yield known

    def stored_questions(self) -> Questions:
        """Questions that staff wrote for their measures, in the words of their place."""
        stored = defaultdict[str, list[str]](list)
        for measure, question, _ in self.stored():
            stored[measure].append(question)
        return {measure: tuple(questions) for measure, questions in stored.items()}

    def stored(self) -> Iterator[tuple[str, str, str]]:
        """The same one by one: the measure, its question, and the source's question that it is made from."""
        for rewriting, kept in self._plan():
            if rewriting.ordinal % _ASKED_FOR:
                continue
            for asked in rewriting.source.questions:
                if asked.stored and asked.measure < kept:
                    item = rewriting.source.document.measures[asked.measure].item
                    yield f"{rewriting.number}#{item}", rewriting.question(asked.q), asked.q

    def made(self) -> Iterator[tuple[Document, Source]]:
        """All documents in order, each with what it is made from."""
        for rewriting, kept in self._plan():
            yield _document(rewriting, kept), rewriting.source

    def catalog(self) -> Catalog:
        """The library in memory."""
        return Catalog(tuple(self.documents()), f"library/{self.measures}/{self.seed}")

    def _plan(self) -> Iterator[tuple[Rewriting, int]]:
        """How each document is made, and how many of its measures are kept."""
        left, ordinal = self.measures, 0
        orders = [self._order(place) for place in self.places]
        for turn in range(len(self.sources)):
            for place, order in zip(self.places, orders, strict=True):
                if left <= 0:
                    return
                ordinal += 1
                source = self.sources[order[turn]]
                kept = min(left, len(source.document.measures))
                left -= kept
                yield Rewriting(source, place, ordinal, self.seed), kept
        if left > 0:
            raise ValueError(f"{self.measures} measures are more than all places have")

    def _order(self, place: Place) -> list[int]:
        chance = random.Random(f"order/{self.seed}/{'/'.join(place.chain)}")
        return chance.sample(range(len(self.sources)), len(self.sources))


def _document(rewriting: Rewriting, count: int) -> Document:
    source, place = rewriting.source.document, rewriting.place
    return Document(
        number=rewriting.number,
        title=rewriting.text(source.title),
        issuer=f"{place.name}人民政府办公室",
        region=place.region,
        issued=rewriting.day(source.issued),
        validity=_validity(rewriting, source.validity),
        sources=(f"{rewriting.number}.txt",),
        measures=tuple(_measure(rewriting, measure) for measure in source.measures[:count]),
        lead=rewriting.text(source.lead),
    )


def _measure(rewriting: Rewriting, measure: Measure) -> Measure:
    """A measure of the new document; the conditions that were read from the old figures are left out."""
    text = rewriting.text
    return replace(
        measure,
        id=f"{rewriting.number}#{measure.item}",
        document=rewriting.number,
        heading=tuple(map(text, measure.heading)),
        text=text(measure.text),
        sections=tuple(Section(section.name, text(section.text)) for section in measure.sections),
        responsibilities=tuple(_responsibility(rewriting, own) for own in measure.responsibilities),
        validity=_validity(rewriting, measure.validity),
        applies_basis=text(measure.applies_basis) if measure.applies_basis else None,
        deadline=text(measure.deadline) if measure.deadline else None,
        conditions=(),
        ownerless=tuple(_responsibility(rewriting, own) for own in measure.ownerless),
    )


def _responsibility(rewriting: Rewriting, own: Responsibility) -> Responsibility:
    text = rewriting.text
    return replace(
        own,
        department=text(own.department),
        canonical=text(own.canonical),
        phone=text(own.phone) if own.phone else None,
        deadline=text(own.deadline) if own.deadline else None,
        clause=text(own.clause),
    )


def _validity(rewriting: Rewriting, validity: Validity) -> Validity:
    return replace(
        validity,
        valid_from=rewriting.day(validity.valid_from),
        until=rewriting.day(validity.until),
        basis=rewriting.text(validity.basis),
    )


def _known(rewriting: Rewriting, ordinal: int, asked: SourceQuestion) -> KnownQuestion | None:
    """A question about a measure; None where its answer was rewritten apart from the text around it."""
    measure = _measure(rewriting, rewriting.source.document.measures[asked.measure])
    answer, q = rewriting.text(asked.answer), rewriting.question(asked.q)
    if answer not in measure.text:
        return None
    place = bare(rewriting.place.name)
    worded = f"{place}的，{q}" if ordinal % 2 and place not in q else q
    return KnownQuestion(f"g{ordinal}", worded, rewriting.place.region, measure.id, answer)


def write(library: Library, folder: Path, questions: int = QUESTIONS) -> None:
    """Writes a library: a line a document in `documents.jsonl`, a line a question in `questions.jsonl`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "documents.jsonl").open("wb") as file:
        for document in library.documents():
            file.write(_DOCUMENT.dump_json(document) + b"\n")
    with (folder / "questions.jsonl").open("w", encoding="utf-8") as file:
        for known in library.questions(questions):
            line = {name: getattr(known, name) for name in KnownQuestion.__slots__}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read(folder: Path) -> Iterator[Document]:
    """The documents that `write` wrote, one after the other."""
    with (folder / "documents.jsonl").open("rb") as file:
        yield from map(_DOCUMENT.validate_json, file)


if __name__ == "__main__":
    write(Library(int(sys.argv[1])), Path(sys.argv[2]))
