"""Measures of towns are gathered with those of the region that they belong to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from corpus.catalog import Catalog
from retrieval.gathering.registers import Registers
from retrieval.indexing.index import Index
from retrieval.question import Query
from retrieval.ranking import Circumstances, facts_of


def test_what_applies_in_a_town_counts_as_of_its_region(
    catalog: Catalog, make_index: Callable[..., Index]
) -> None:
    """Those of 周村 are given to 北杨集镇, a town of 东昌府区: asked from there or from it nothing is far."""
    given = {"周村": "聊城市东昌府区北杨集镇", "聊城": "聊城市东昌府区"}
    moved = tuple(replace(document, region=given[document.region]) for document in catalog.documents)
    elsewhere = Catalog(moved, "moved")
    registers = Registers.of(facts_of(elsewhere, make_index(elsewhere)))
    around = Circumstances("聊城市东昌府区", date(2024, 8, 1))
    assert registers.applying(Query("", "", ""), around) is None
    town = Circumstances("聊城市东昌府区北杨集镇", date(2024, 8, 1))
    assert registers.applying(Query("", "", ""), town) is None
    other = Circumstances("周村", date(2024, 8, 1))
    applying = registers.applying(Query("", "", "", places=("聊城市东昌府区北杨集镇",)), other)
    assert applying is None
