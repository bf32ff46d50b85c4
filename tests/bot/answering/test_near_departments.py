"""Departments of a question's matter: only what a measure of the place bears out."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering import Assistant
from bot.answering.calls.near_departments import near_departments
from bot.helplines import shipped_helplines
from corpus.records import Role
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeQuery, FakeSearch, contact, measure
from tests.bundled import bundled_catalog

HELPLINES = shipped_helplines()
CARE = measure("32", (("落实措施", "出台提高城乡居民最低生活保障标准的通知，扩大低保保障范围。"),))


def catalog(*contacts, text=CARE):
    return FakeCatalog((replace(DOCUMENT, measures=(text,)),), lent={text.id: contacts})


def near(question, held, regions=("周村",)):
    found = near_departments(question, HELPLINES, held, regions)
    return [each.offered(several=len(held.regions) > 1).line for each in found]


def test_the_department_and_its_phone_are_named():
    """As the measure prints them."""
    held = catalog(contact("区民政局", office="社会救助科", phone="6195405"))
    assert near("低保怎么申请", held) == [
        "与“低保”有关的工作由区民政局负责，可以问：区民政局 社会救助科 电话 0533-6195405。"
    ]


def test_a_department_without_a_phone_is_named_without():
    """12345 stands below it."""
    assert near("低保怎么申请", catalog(contact("区民政局"))) == [
        "与“低保”有关的工作由区民政局负责，文件未印它的电话。"
    ]


def test_a_departments_own_phone_counts_wherever_its_document_prints_it():
    """In the article on questions, which does not name the matter; an office there may do other things."""
    asked = measure("33", (("第五条", "本办法由区民政局负责解释。"),))
    document = replace(DOCUMENT, measures=(CARE, asked))

    def line(printed):
        held = FakeCatalog((document,), lent={CARE.id: (contact("区民政局"),), asked.id: (printed,)})
        return near("低保怎么申请", held)

    assert line(contact("区民政局", phone="6195405")) == [
        "与“低保”有关的工作由区民政局负责，可以问：区民政局 电话 0533-6195405。"
    ]
    assert line(contact("区民政局", office="殡葬科", phone="6195406")) == [
        "与“低保”有关的工作由区民政局负责，说“区民政局电话”可以看文件印的它的电话。"
    ]
    assert line(contact("区财政局", phone="6195407")) == [
        "与“低保”有关的工作由区民政局负责，文件未印它的电话。"
    ]


def test_the_office_of_a_lent_phone_is_left_out():
    """It may do other things; where the phone was printed is said."""
    lent = contact(
        "区民政局", Role.LEAD, office="殡葬科", phone="6195405", inferred_from="周政办字〔2022〕1号#2"
    )
    (line,) = near("低保怎么申请", catalog(contact("区民政局"), lent))
    assert "殡葬科" not in line
    assert "0533-6195405" in line
    assert "电话取自" in line


@pytest.mark.parametrize(
    ("question", "held", "regions"),
    [
        ("天气怎么样", catalog(contact("区民政局", phone="6195405")), ("周村",)),
        ("五保户怎么申请", catalog(contact("区民政局", phone="6195405")), ("周村",)),
        ("低保怎么申请", catalog(contact("区财政局", phone="6195405")), ("周村",)),
        ("低保怎么申请", catalog(contact("区民政局", Role.SUPPORT, phone="6195405")), ("周村",)),
        ("低保怎么申请", catalog(contact("区民政局", phone="6195405")), ("聊城",)),
    ],
)
def test_nothing_is_said_that_no_measure_bears_out(question, held, regions):
    """No matter; a word that no measure has; another department; one that only supports; another place."""
    assert near(question, held, regions) == []


def test_of_several_places_each_is_named():
    """周政发〔2020〕27号 and the list of 2022 have 低保 in 周村; nothing of 聊城 has."""
    whole = bundled_catalog()
    assert near("低保怎么申请", whole, whole.regions) == [
        "与“低保”有关的工作由区民政局（周村）负责，可以问：区民政局 联系人 刘晓辉 电话 0533-6195405。"
    ]
    machines = near("农机驾驶证怎么考", whole, whole.regions)
    assert [line.partition("，")[0] for line in machines] == [
        "与“农机”有关的工作由区农业农村局（周村）负责",
        "与“农机”有关的工作由市农业农村局（聊城）负责",
    ]


@pytest.mark.parametrize("name", ["区住房保障中心", "区房产服务中心"])
def test_the_phone_printed_of_late_goes_before_an_old_one(name):
    """Whatever the centre that lends homes is called in the newer document."""
    homes = measure("1", (("", "租房补贴每人每月300元。"),))
    old = replace(contact("区住房保障服务中心", phone="6410001"), as_of=date(2020, 6, 1))
    new = replace(contact(name, phone="6410002"), as_of=date(2026, 3, 1))
    assert near("租房补贴怎么断了", catalog(old, new, text=homes)) == [
        f"与“租房补贴”有关的工作由{name}负责，可以问：{name} 电话 0533-6410002。"
    ]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        (FakeQuery(), True),
        (FakeQuery(regions=("周村",)), True),
        (FakeQuery(around=("淄博市",)), True),
        (FakeQuery(elsewhere=("青岛",)), False),
    ],
)
def test_bodies_of_another_place_are_not_named_for_a_place_without_documents(query, named):
    """区民政局 of 周村 answers for 淄博 at best, and never for 青岛."""
    today = date(2026, 11, 30)
    finding = FakeFinding(query=query)
    assistant = Assistant(bundled_catalog(), FakeSearch(finding), today=lambda: today)
    answer = assistant.ask(Ask("低保怎么申请"))
    assert answer.status is Status.NOT_COVERED
    assert ("区民政局（周村）" in answer.text) is named
