"""Units that are looked up by number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.indexing.unit_table import UnitCounts, UnitTable, UnitTally, key_of

UNITS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)


def table_of(*units: str) -> UnitTable:
    return UnitTable(np.unique(np.array([key_of(unit) for unit in units], dtype=np.uint64)))


@given(st.sets(UNITS, max_size=20), UNITS)
def test_a_table_knows_its_units_and_no_others(units: set[str], other: str) -> None:
    """Each has a row of its own; characters, pairs, Latin words, pairs of syllables."""
    table = table_of(*units)
    assert sorted(table.row(unit) for unit in units) == list(range(len(units)))  # type: ignore[type-var]
    assert (other in table) == (other in units)
    assert len(table) == len(units)


def test_short_units_are_their_characters() -> None:
    """低 is U+4F4E and 保 U+4FDD, 21 bits each; the number of a longer unit has the highest bit."""
    assert key_of("低保") == 0x4F4E << 21 | 0x4FDD
    assert key_of("pue") < 1 << 63 <= key_of("2024")


def counts() -> UnitCounts:
    """Two tables: 低 three and one times, 低保 twice, 保 and a once, abcd five times."""
    first, second = table_of("低", "低保", "abcd"), table_of("低", "保", "a")
    times = {"低": 3, "低保": 2, "abcd": 5}
    own = np.zeros(3, dtype=np.int64)
    for unit, count in times.items():
        own[first.row(unit)] = count
    return UnitCounts([UnitTally.of(first.keys, own), UnitTally.of(second.keys, np.ones(3, dtype=np.int64))])


def test_counts_of_several_tables_are_summed() -> None:
    """Characters from 一 on with their counts, without pairs and Latin letters."""
    assert counts().characters("一") == {"低": 4, "保": 1}
    assert "低保" in counts()
    assert "保低" not in counts()


def test_pairs_are_counted_for_each_two_characters() -> None:
    """低 before 保 twice; a beginning and a word in pinyin stand before nothing."""
    assert counts().of_pairs(["低", "", "shei"], ["保", "低", "shei"]) == [[2, 0, 0], [0, 0, 0], [0, 0, 0]]


def test_no_units_count_nothing() -> None:
    """An index of nothing."""
    nothing = UnitCounts([])
    assert nothing.of_pairs(["低"], ["保", "低"]) == [[0, 0]]
    assert nothing.characters("一") == {}
    assert "低" not in nothing


def test_counts_are_looked_up_and_come_back_from_arrays() -> None:
    """低 3 + 1, 低保 2, 保 and a 1, abcd 5; 残 is unknown."""
    again = UnitCounts([UnitTally.from_arrays(each.arrays("x"), "x") for each in counts().tallies])
    for each in (counts(), again):
        assert [each.count(unit) for unit in ("低", "低保", "保", "a", "abcd", "残")] == [4, 2, 1, 1, 5, 0]


def test_what_is_gone_is_taken_away() -> None:
    """Of 低 four, three are gone; of abcd all, so that it is unknown."""
    gone = UnitTally.of(table_of("低", "abcd").keys, np.array([3, 5], dtype=np.int64), sign=-1)
    left = UnitCounts([*counts().tallies, gone])
    assert [left.count(unit) for unit in ("低", "低保", "abcd")] == [1, 2, 0]
    assert "abcd" not in left
    assert left.characters("一") == {"低": 1, "保": 1}
    assert left.of_pairs(["低"], ["保"]) == [[2]]
