"""Fields that the staff fill in, as they are kept."""

from datetime import date

import pytest

from bot.staff_fields import FieldKind, FieldSubject
from bot.store import Database, KeptFields

OFFICE = FieldSubject("", "周村", "区商务局")
MEASURE = FieldSubject("周政办字〔2024〕11号#19")
BEFORE, LATER = date(2026, 11, 20), date(2026, 11, 25)


@pytest.fixture
def fields(tmp_path):
    database = Database(tmp_path / "wenzheng.db")
    yield KeptFields(database)
    database.close()


def told(fields, *subjects):
    """(kind, words, by, day) of what is kept of subjects."""
    return [(field.kind, field.words, field.by, field.day) for field in fields.of(subjects)]


def test_a_field_says_who_filled_it_in_and_when(fields):
    """Of each kind one, in the order of the kinds; another subject has none of them."""
    fields.put(OFFICE, "张三", BEFORE, {FieldKind.HOURS: "周一至周五", FieldKind.ADDRESS: "新建东路1号"})
    assert told(fields, OFFICE) == [
        (FieldKind.ADDRESS, "新建东路1号", "张三", BEFORE),
        (FieldKind.HOURS, "周一至周五", "张三", BEFORE),
    ]
    assert told(fields, MEASURE) == []


def test_what_is_not_changed_keeps_its_day(fields):
    """Only the hours are new; the address was filled in by somebody else, before."""
    fields.put(OFFICE, "张三", BEFORE, {FieldKind.ADDRESS: "新建东路1号", FieldKind.HOURS: "周一至周五"})
    fields.put(OFFICE, "李四", LATER, {FieldKind.ADDRESS: "新建东路1号", FieldKind.HOURS: "每天"})
    assert told(fields, OFFICE) == [
        (FieldKind.ADDRESS, "新建东路1号", "张三", BEFORE),
        (FieldKind.HOURS, "每天", "李四", LATER),
    ]


def test_an_emptied_field_is_removed(fields):
    """Those beside it stay."""
    fields.put(MEASURE, "张三", BEFORE, {FieldKind.MATERIALS: "身份证", FieldKind.ADDRESS: "二楼"})
    fields.put(MEASURE, "张三", LATER, {FieldKind.MATERIALS: "", FieldKind.ADDRESS: "二楼"})
    assert [field.kind for field in fields.all()] == [FieldKind.ADDRESS]


def test_numbers_of_persons_are_masked_and_those_of_offices_stay(fields):
    """They are meant for everybody to read."""
    fields.put(OFFICE, "张三", BEFORE, {FieldKind.ADDRESS: "二楼，电话6195136，找王工13812345678"})
    assert fields.of([OFFICE])[0].words.endswith("找王工〔手机号〕")
    assert "6195136" in fields.of([OFFICE])[0].words


def test_an_answer_is_given_without_fields_that_cannot_be_read(fields):
    """The database is closed."""
    fields._database.close()
    assert fields.shown([OFFICE]) == ()
