"""Which measures a department takes part in."""

from corpus.catalog import Catalog
from retrieval.indexing import RecordFacts
from retrieval.ranking import MeasureFacts, Participants


def test_measures_of_departments_by_region(facts: MeasureFacts) -> None:
    """区商务局 of 周村 in the first two; nobody of that name elsewhere, nobody called 区水利局."""
    taking = facts.participants
    assert taking.with_any([("周村", "区商务局")]).tolist() == [0, 1]
    assert taking.with_any([("周村", "区民政局"), ("周村", "区商务局")]).tolist() == [2, 0, 1]
    assert taking.with_any([("聊城", "区商务局"), ("周村", "区水利局")]).tolist() == []
    assert taking.with_any([]).tolist() == []


def test_where_nobody_takes_part_none_is_found(catalog: Catalog, facts: MeasureFacts) -> None:
    """Of two measures that name nobody."""
    nobody = Participants.of(RecordFacts.of(catalog.documents[2:]), facts.regions[3:])
    assert nobody.with_any([("聊城", "市民政局")]).tolist() == []
