"""A village that a list of villages lacks is not answered for by the row of another one."""

from dataclasses import replace

import pytest

from bot.answering.unlisted_villages import rows_of_others
from corpus.records import ItemReason
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeHit, measure

NUMBER = "石桥镇服务站一览"


def row(item, village, matter, head, phone):
    cells = (("村（社区）", village), ("受理事项", matter), ("负责人", head), ("联系电话", phone))
    return replace(measure(item, cells, document=NUMBER), reason=ItemReason.ROW)


PEONY = row("1", "牡丹社区", "低保申请", "方国平", "5550201")
WILLOW = row("2", "柳湾村", "优待证", "何小东", "5550202")
NOTE = measure("说明", (("", "居住证明请到石桥派出所办理。"),), document=NUMBER)
LIST = replace(DOCUMENT, number=NUMBER, title=NUMBER, region="石桥镇", measures=(PEONY, WILLOW, NOTE))


def left_out(question, document):
    """The ids that do not answer, where the list was found."""
    return rows_of_others(FakeCatalog((document,)), question, [FakeHit(PEONY.id, 0.9)])


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("大岭村服务站电话", WILLOW, True),
        ("方国村电话", PEONY, True),
        ("我住在松林社区，优待证在哪办", WILLOW, True),
        ("湾村便民服务站", WILLOW, True),
        ("大岭村服务点电话", NOTE, True),
        ("大岭村居住证明去哪办", NOTE, False),
        ("柳湾村电话", WILLOW, False),
        ("牡丹村几点上班", PEONY, False),
        ("我们村优待证在哪办", WILLOW, False),
        ("哪个社区可以办低保", PEONY, False),
        ("农村低保找谁", PEONY, False),
        ("石桥镇社区电话", PEONY, False),
    ],
)
def test_a_row_answers_for_its_own_village(question, one, other):
    """大岭村, 方国村 and 湾村 have no row; a note on a matter holds for every village."""
    assert (one.id in left_out(question, LIST)) is other


def test_a_paper_without_a_list_of_villages_answers_as_it_is_found():
    """One row is no list, and a rule holds for whoever lives in its place."""
    single = replace(LIST, measures=(PEONY, NOTE))
    assert not left_out("大岭村电话", single)
