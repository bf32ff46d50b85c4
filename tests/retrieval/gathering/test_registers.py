"""Measures by place, year, document and department.

The measures stand in this order: 周村 16 and 19 (2024), 周村 全文 (2020), 聊城 一（一） and 十（十） (2021).
"""

from dataclasses import replace
from datetime import date

import pytest

from retrieval.gathering.registers import Registers
from retrieval.question import Query
from retrieval.ranking import Circumstances, MeasureFacts

BLANK = Query("", "", "")


@pytest.fixture
def registers(facts: MeasureFacts) -> Registers:
    return Registers.of(facts)


def around(region: str | None = None) -> Circumstances:
    return Circumstances(region, date(2024, 8, 1))


def test_a_place_named_or_asked_from_tells_which_measures_apply(registers: Registers) -> None:
    """As the rules for places say; without a place all do."""
    named = registers.applying(replace(BLANK, places=("聊城",)), around("周村"))
    asked = registers.applying(BLANK, around("周村"))
    assert named is not None
    assert named.tolist() == [3, 4]
    assert asked is not None
    assert asked.tolist() == [0, 1, 2]
    assert registers.applying(BLANK, around()) is None


def test_years_documents_and_departments_are_looked_up(registers: Registers) -> None:
    """区商务局 leads 16 and 19; nothing is of a year, a document or a department that is unknown."""
    query = replace(BLANK, years=(2020, 1999), departments=(("周村", "区商务局"), ("周村", "区水利局")))
    assert registers.of_years(query).tolist() == [2]
    assert registers.of_departments(query).tolist() == [0, 1]
    assert registers.of_document("聊政发〔2021〕7号").tolist() == [3, 4]
    assert registers.of_document("聊政发〔2021〕8号").size == 0
