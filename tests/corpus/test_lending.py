"""Which phones of other measures a measure is lent: those that answer for its matter, or for anything."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from corpus.directory import Directory
from corpus.lending import Lender, matters_of
from corpus.records import (
    Confirmation,
    Contact,
    Document,
    ItemReason,
    Measure,
    Responsibility,
    Role,
    Section,
    Validity,
)

BODY = "县人社局"


def measure(number: str, text: str, *, headers: Sequence[str] = ()) -> Measure:
    """A measure of a document; with headers, a row with a line to a cell."""
    lines = text.split("\n")
    sections = tuple(map(Section, headers, lines)) if headers else (Section("", text),)
    reason = ItemReason.ROW if headers else None
    return Measure(f"{number}#1", number, "1", (), text, sections, (), Validity(), reason=reason)


def document(title: str, held: Measure) -> Document:
    """A document of 青禾县 with one measure."""
    day = date(2026, 3, 2)
    return Document(held.document, title, "", "青禾县", day, Validity(), (), (held,))


def desk(office: str | None = None, person: str | None = None, phone: str | None = "5550101") -> Contact:
    """A desk of the county's bureau as the lending measure prints it."""
    return Contact(BODY, BODY, Role.RESPONSIBLE, office, person, phone, phone, None, "甲#1", date(2026, 3, 2))


def lent(
    title: str, printed: Measure, contact: Contact, wanting: str, named: Contact | None = None
) -> list[tuple[str | None, str | None, str | None]]:
    """Office, person and phone that a measure of 青禾县就业办法 with these words is lent."""
    lender_document = document(title, printed)
    own = measure("乙", wanting)
    directory = Directory.of([("青禾县", contact)])
    asked = named or replace(contact, office=None, person=None, phone=None, dial=None)
    found = Lender(directory, lambda _: (printed, lender_document)).lent(
        own, document("青禾县就业办法", own), [asked]
    )
    return [(c.office, c.person, c.phone) for c in found]


LOAN = "申请创业担保贷款的，由县人社局受理。"


def test_the_phone_of_a_notice_on_the_same_matter_is_lent_as_printed() -> None:
    """The notice is on 创业担保贷款, and so is the measure."""
    printed = measure("甲", "联系人：县人社局就业科周林，5550101。")
    title = "青禾县人社局关于做好2026年创业担保贷款工作的通知"
    assert lent(title, printed, desk("就业科", "周林"), LOAN) == [("就业科", "周林", "5550101")]


@pytest.mark.parametrize(
    "contact", [desk("就业科", "周林"), desk(None, "周林"), desk("就业科"), desk()], ids=str
)
def test_the_phone_of_a_notice_on_something_else_is_lent_to_nobody(contact: Contact) -> None:
    """Whom to call about 职称评审 is nobody's answer to a question on loans, with or without an office."""
    printed = measure("甲", "联系人：县人社局周林，5550101。")
    assert lent("青禾县人社局关于开展2026年职称评审的通知", printed, contact, LOAN) == []


def test_an_office_that_the_measure_names_brings_its_phone_from_any_document() -> None:
    """社保科 is named by the measure, and its phone printed in a notice on something else."""
    printed = measure("甲", "咨询：县人社局社保科5550101。")
    named = desk("社保科", None, None)
    assert lent("青禾县职称评审通知", printed, desk("社保科"), LOAN, named) == [("社保科", None, "5550101")]


@pytest.mark.parametrize("office", ["办公室", "综合科", "党政办公室", "值班室"])
def test_the_main_office_of_a_department_answers_for_anything(office: str) -> None:
    """It is called by its own name."""
    printed = measure("甲", f"联系：县人社局{office}5550101。")
    assert lent("青禾县职称评审通知", printed, desk(office), LOAN) == [(office, None, "5550101")]


def test_a_list_of_phones_gives_the_number_of_the_whole_department() -> None:
    """A row of 单位, 电话 is about the department itself."""
    printed = measure("甲", "县人社局\n5550101", headers=("单位", "电话"))
    assert lent("青禾县部门电话一览表", printed, desk(), LOAN) == [(None, None, "5550101")]


def test_a_list_of_matters_gives_the_number_for_its_matter_alone() -> None:
    """A row of 事项, 单位, 电话 is for that matter."""
    headers = ("事项", "单位", "电话")
    fitting = measure("甲", "创业担保贷款\n县人社局\n5550101", headers=headers)
    other = measure("甲", "退休审批\n县人社局\n5550101", headers=headers)
    title = "青禾县便民事项一览表"
    assert lent(title, fitting, desk(), LOAN) == [(None, None, "5550101")]
    assert lent(title, other, desk(), LOAN) == []


def test_the_title_of_a_document_with_several_desks_says_nothing_of_each() -> None:
    """稳岗促就业 is what all of its items are for; each phone is for its own item."""
    printed = measure("甲", "职称评审，5550101。")
    duty = ("县人社局", "县人社局", Role.LEAD)
    first, second = (
        replace(printed, id=f"甲#{n}", responsibilities=(_duty(duty, phone),))
        for n, phone in (("1", "5550101"), ("2", "5550102"))
    )
    whole = replace(document("青禾县创业担保贷款和人才工作清单", first), measures=(first, second))
    own = measure("乙", LOAN)
    lender = Lender(Directory.of([("青禾县", desk())]), lambda _: (first, whole))
    asked = replace(desk(), phone=None, dial=None)
    assert lender.lent(own, document("青禾县就业办法", own), [asked]) == ()


REGISTERED = ("县财政局", "县商务局", "县民政局", "县水利局", BODY)


def register(called: Sequence[str]) -> Document:
    """A list of tasks on many things, of which each names whom to call; the last one names BODY."""
    items = tuple(
        Measure(
            f"甲#{n}",
            "甲",
            f"{n}",
            (),
            f"第{n}项",
            (),
            (Responsibility(name, name, Role.LEAD, "某科", "王芳", f"555010{n}"),),
            Validity(),
        )
        for n, name in enumerate(called, start=1)
    )
    return replace(document("青禾县重点任务清单", items[0]), measures=items)


def lent_by(printing: Document) -> list[tuple[str | None, str | None, str | None]]:
    """Office, person and phone that LOAN is lent by the last item of a document."""
    last = printing.measures[-1]
    caller = replace(desk("某科", "王芳", f"555010{last.id[-1]}"), source=last.id)
    own = measure("乙", LOAN)
    lender = Lender(Directory.of([("青禾县", caller)]), lambda _: (last, printing))
    asked = replace(desk(), phone=None, dial=None)
    return [(c.office, c.person, c.phone) for c in lender.lent(own, document("青禾县就业办法", own), [asked])]


def test_a_register_of_departments_gives_each_ones_number_as_its_own() -> None:
    """Five bureaus have numbers, each for an item: who and which office is for that item alone."""
    assert lent_by(register(REGISTERED)) == [(None, None, "5550105")]


@pytest.mark.parametrize(
    "called",
    [REGISTERED[1:], ("东村", "西村", "北郊镇", "县医院", BODY), (BODY,) * 5],
    ids=["four bureaus", "villages and others", "one bureau"],
)
def test_what_few_bureaus_print_numbers_in_is_no_register(called: Sequence[str]) -> None:
    """It is on a matter that they share, and so are the numbers."""
    assert lent_by(register(called)) == []


def test_numbers_that_one_item_prints_side_by_side_make_no_register() -> None:
    """A notice of five bureaus together is on one matter: 欠薪 is told to each of them."""
    whole = register(REGISTERED)
    duties = tuple(duty for item in whole.measures for duty in item.responsibilities)
    together = replace(whole.measures[-1], responsibilities=duties)
    assert lent_by(replace(whole, measures=(together,))) == []


def test_what_answers_for_the_matter_is_lent_before_the_number_of_a_register() -> None:
    """The office for loans, which its notice names, is better than being put through."""
    whole = register(REGISTERED)
    notice = measure("丙", "联系人：县人社局就业科周林，5550111。")
    title = "青禾县人社局关于做好创业担保贷款工作的通知"
    sources = {"甲#5": (whole.measures[-1], whole), "丙#1": (notice, document(title, notice))}
    listed = replace(desk("某科", "王芳", "5550105"), source="甲#5", as_of=date(2026, 9, 1))
    fitting = replace(desk("就业科", "周林", "5550111"), source="丙#1")
    own = measure("乙", LOAN)
    lender = Lender(Directory.of([("青禾县", listed), ("青禾县", fitting)]), sources.__getitem__)
    asked = replace(desk(), phone=None, dial=None)
    found = lender.lent(own, document("青禾县就业办法", own), [asked])
    assert [(c.office, c.phone) for c in found] == [("就业科", "5550111")]


def test_a_number_that_the_staff_confirmed_for_the_department_answers_for_anything() -> None:
    """Without an office it is the department's."""
    printed = measure("甲", "职称评审由县人社局负责。")
    mark = Confirmation("李华", date(2026, 5, 6), "电话询问", "")
    contact = replace(desk(), confirmed=mark)
    assert lent("青禾县职称评审通知", printed, contact, LOAN) == [(None, None, "5550101")]


@pytest.mark.parametrize(
    ("title", "matters"),
    [
        ("青禾县民政局关于做好2026年临时救助工作的通知", ("临时救助",)),
        ("青禾县城镇老旧小区改造实施方案", ("城镇老旧小区改造",)),
        ("2026年重点工作任务台账", ()),
        ("关于促进高质量发展的若干政策措施", ()),
    ],
)
def test_a_title_tells_its_matter_without_the_words_around_it(title: str, matters: tuple[str, ...]) -> None:
    """Who issues it, when, and as what kind of document is no matter."""
    assert matters_of(title, "青禾县") == matters


def _duty(named: tuple[str, str, Role], phone: str) -> Responsibility:
    return Responsibility(*named, phone=phone)
