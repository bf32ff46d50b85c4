"""Which fields of the staff tell what a question asks for."""

from bot.answering.wording.asked_fields import fields_on, is_filled
from bot.answering.wording.particulars import Particular
from bot.staff_fields import FieldKind
from retrieval.question import Point


def test_where_to_go_is_told_by_address_and_map():
    """In the order in which they are shown; how much is given no field tells."""
    assert fields_on([Particular.WHERE, Particular.AMOUNT]) == (FieldKind.ADDRESS, FieldKind.MAP)
    assert fields_on([Particular.AMOUNT]) == ()


def test_a_window_is_told_by_an_address_and_not_by_a_map():
    """A link says nothing that could be read out."""
    assert is_filled(Point.WINDOW, {FieldKind.ADDRESS})
    assert not is_filled(Point.WINDOW, {FieldKind.MAP, FieldKind.HOURS})
    assert not is_filled(Point.SUM, set(FieldKind))
