"""Tables of what is asked for and stated, and the enums that name their rows."""

from enum import StrEnum

import pytest

from retrieval.question.statements import read_statements


class _Drink(StrEnum):
    TEA = "tea"
    MILK = "milk"


_TEA = '[tea]\n[tea.asked]\n"茶" = "喝茶吗"\n[tea.stated]\n"茶水" = "供应茶水"\n'
_MILK = '[milk]\n[milk.asked]\n"奶" = "有奶吗"\n[milk.stated]\n"牛奶" = "发放牛奶"\n'


def test_a_table_with_a_row_for_each_member_is_read(tmp_path):
    """In the order of the table."""
    (tmp_path / "drinks.toml").write_text(_MILK + _TEA, encoding="utf-8")
    table = read_statements(tmp_path / "drinks.toml", _Drink)
    assert table.asked_in("有茶有奶吗") == (_Drink.MILK, _Drink.TEA)
    assert table.states(_Drink.TEA, "供应茶水")


@pytest.mark.parametrize(("rows", "alone"), [(_TEA, "milk"), (_TEA + _MILK + "[wine]\n", "wine")])
def test_a_row_without_its_member_is_named_when_the_table_is_loaded(tmp_path, rows, alone):
    """And a member without its row."""
    (tmp_path / "drinks.toml").write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match=f"only in one of drinks.toml and _Drink: {alone}"):
        read_statements(tmp_path / "drinks.toml", _Drink)
