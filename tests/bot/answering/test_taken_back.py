"""A note below a table goes before the row whose words it takes back."""

from dataclasses import replace

import pytest

from bot.answering.leading.taken_back import note_first
from corpus.records import ItemReason
from tests.bot.fakes import DOCUMENT, FakeCatalog, measure

CELLS = (("站点", "东门便民点"), ("地址", "东门路6号"), ("受理事项", "残疾人证换领、公租房申请、乘车卡办理"))
NOTE = "备注：公租房申请自2026年7月1日起不再由便民点受理，请到镇住建办。乘车卡办理请带照片。"
TABLE = (
    replace(measure("1", CELLS), reason=ItemReason.ROW),
    replace(measure("说明", (("", NOTE),)), reason=ItemReason.BESIDE),
)


@pytest.mark.parametrize(
    ("question", "leads"),
    [
        ("公租房申请在东门便民点能办吧", "说明"),
        ("残疾人证在东门便民点能换吗", "1"),
        ("东门便民点能办乘车卡吗", "1"),
        ("东门便民点在哪里", "1"),
    ],
)
def test_a_note_leads_where_it_takes_back_what_is_asked_for(question, leads):
    """Only applications for flats have moved away; whoever brings a photo still gets the card."""
    catalog = FakeCatalog((replace(DOCUMENT, measures=TABLE),))
    ordered = note_first(catalog, question, [(TABLE[0].id, 0.9)])
    assert ordered[0][0] == next(one.id for one in TABLE if one.item == leads)
