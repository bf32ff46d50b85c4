"""Published lists of the people who get something are told to nobody."""

from dataclasses import replace

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.answering.private_rows import elsewhere, lists_person
from corpus.records import ItemReason
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeSearch, measure

LIST = "柳塘区危房改造对象公示"


def row(item: str, *sections: tuple[str, str]):
    """A row of the list."""
    return replace(measure(item, sections, document=LIST), reason=ItemReason.ROW)


FAMILY = row("1", ("户主", "刘*军"), ("所在村", "李湖村"), ("类型", "低保户"), ("补助金额（元）", "28000"))
NOTE = measure("说明", (("", "公示期为7日，有异议的向区住建局反映。"),), document=LIST)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (FAMILY, True),
        (row("2", ("学生姓名", "王*"), ("身份证号", "3703****21"), ("资助标准", "1500元")), True),
        (row("2", ("姓名", "王*"), ("机具品目", "旋耕机"), ("补贴总额（元）", "18600")), True),
        (row("2", ("姓名", "王*"), ("困难类型", "本人大病"), ("帮扶金额（元）", "8000")), True),
        (row("2", ("机具品目", "旋耕机"), ("补贴额（元）", "18600")), False),
        (row("3", ("姓名", "刘敏"), ("岗位", "社保窗口"), ("联系电话", "3241104")), False),
        (row("4", ("申请人", "青塘食品厂"), ("项目名称", "冷库改造")), False),
        (NOTE, False),
    ],
)
def test_a_row_about_somebody_who_gets_something_is_told_from_one_about_who_serves(one, expected):
    """By the headings of its columns."""
    assert lists_person(one) is expected


def test_a_list_without_columns_is_known_by_the_covered_numbers():
    """One covered number may be an example of how to fill in a form."""
    listed = measure(
        "全文", (("", "1张*华3703231978****0021低保\n2李*3703231990****1534特困"),), document=LIST
    )
    single = measure("三", (("", "身份证号按3703231978****0021的样式填写。"),), document=LIST)
    assert lists_person(listed)
    assert not lists_person(single)


def test_nobody_is_told_what_somebody_else_gets():
    """All rows of the list are left out of the search, whatever else answers is shown."""
    other = replace(FAMILY, id=f"{LIST}#2")
    document = replace(DOCUMENT, number=LIST, title=LIST, measures=(FAMILY, other, NOTE))
    found = FakeFinding(hits=(FakeHit(FAMILY.id, 0.9), FakeHit(NOTE.id, 0.6)))

    class Searching(FakeSearch):
        def search(self, question, **asked):
            kept = tuple(hit for hit in found.hits if hit.measure_id not in asked["exclude"])
            self.left_out = asked["exclude"]
            return replace(found, hits=kept)

    search = Searching(found)
    answer = Assistant(FakeCatalog((document,)), search).ask(Ask("危房改造公示里刘军是不是低保户"))
    assert search.left_out == {FAMILY.id, other.id}
    assert answer.status is Status.ANSWERED
    assert [shown.id for shown in answer.measures] == [NOTE.id]


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("危房改造公示有异议找谁", True),
        ("刘*军领了多少钱", True),
        ("危房改造补多少", False),
    ],
)
def test_who_asks_for_a_list_or_for_somebody_on_it_is_not_answered_from_another_paper(question, left_out):
    """What a family gets by the rules stands in another paper, which says nothing of the list."""
    listed = replace(DOCUMENT, number=LIST, title=LIST, measures=(FAMILY, NOTE))
    rule = measure("1", (("", "每户补助28000元。"),), document="柳塘区危房改造办法")
    rules = replace(DOCUMENT, number=rule.document, title=rule.document, measures=(rule,))
    catalog = FakeCatalog((listed, rules))
    assert elsewhere(catalog, question, {FAMILY.id}) == (frozenset({rule.id}) if left_out else frozenset())
