"""What the records of measures say that is asked of all measures."""

from dataclasses import replace
from datetime import date

import numpy as np

from corpus.catalog import Catalog
from corpus.records import Document, Responsibility, Role, Validity
from retrieval.indexing.record_facts import RecordFacts


def with_terms(document: Document, *terms: Validity) -> Document:
    """The first measure of a document once with each of some terms."""
    return replace(document, measures=tuple(replace(document.measures[0], validity=term) for term in terms))


def test_the_last_day_in_force(catalog: Catalog) -> None:
    """Void and draft: none; one before the first day: the day before that; none printed: the last of all."""
    day = date(2024, 12, 31)
    terms = (
        Validity(until=day),
        Validity(void=True, until=day),
        Validity(draft=True),
        Validity(valid_from=date(2025, 3, 1), until=day),
        Validity(valid_from=date(2025, 3, 1)),
    )
    found = RecordFacts.of([with_terms(catalog.documents[0], *terms)]).ends.tolist()
    assert found == [day.toordinal(), 0, 0, date(2025, 2, 28).toordinal(), date.max.toordinal()]


def named(facts: RecordFacts) -> list[list[str]]:
    """The departments of each measure."""
    ends = np.cumsum(facts.sizes).tolist()
    codes = facts.departments.tolist()
    return [
        [facts.names[n] for n in codes[end - size : end]] for end, size in zip(ends, facts.sizes, strict=True)
    ]


def test_departments_of_segments_stand_side_by_side(catalog: Catalog) -> None:
    """区商务局 twice, 区民政局 once, two measures without; superior bodies left out; taken in any order."""
    first, second, third = catalog.documents
    twice = tuple(
        Responsibility(name, name, role)
        for name, role in (("区民政局", Role.LEAD), ("省民政厅", Role.SUPERIOR), ("区民政局", Role.SUPPORT))
    )
    second = replace(second, measures=(replace(second.measures[0], responsibilities=twice),))
    parts = [RecordFacts.of([second]), RecordFacts.of([third, first])]
    joined = RecordFacts.joined(parts)
    assert named(joined) == [["区民政局"], [], [], ["区商务局"], ["区商务局"]]
    taken = joined.taken(np.array([3, 1, 0], dtype=np.int32))
    assert named(taken) == [["区商务局"], [], ["区民政局"]]
    assert taken.ends.tolist() == joined.ends[[3, 1, 0]].tolist()


def test_record_facts_come_back_as_they_were_stored(catalog: Catalog) -> None:
    """Of several documents, and of none."""
    for documents in (catalog.documents, ()):
        facts = RecordFacts.of(documents)
        again = RecordFacts.from_arrays(facts.arrays())
        assert named(again) == named(facts)
        assert again.ends.tolist() == facts.ends.tolist()
