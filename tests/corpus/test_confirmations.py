"""Phones that the staff confirm: they win in answers and in the directory, the texts stay as printed."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.cataloguing import catalog_of
from corpus.errors import LibraryError
from corpus.keeping.confirmations import Confirmations, ConfirmedPhone, CurrentPhones, PhoneLine
from corpus.records import Confirmation
from tests.bundled import bundled_catalog, bundled_stock

FRIDGE = "周政办字〔2024〕11号#19"
LINE = PhoneLine("周村", "区商务局", "商贸流通科", "6195136")
CONFIRMED = ConfirmedPhone(LINE, "6412345", Confirmation("张三", date(2026, 11, 20), "打通了电话", "6195136"))


@pytest.fixture
def kept(tmp_path):
    return Confirmations(tmp_path / "phones.json")


def first(catalog):
    """The first contact of item 19: 区商务局 商贸流通科 6195136."""
    return catalog.contacts(catalog.measure(FRIDGE))[0]


def test_a_corrected_phone_wins_and_says_so(kept):
    """In the measure that prints the old one; with the area code, who, when and what is printed."""
    kept.put(CONFIRMED)
    catalog = catalog_of(bundled_stock(), kept.now)
    contact = first(catalog)
    assert (contact.phone, contact.dial) == ("6412345", "0533-6412345")
    assert contact.confirmed == CONFIRMED.confirmation
    assert "6195136" in catalog.measure(FRIDGE).text
    assert "6412345" not in catalog.measure(FRIDGE).text
    assert {c.phone for c in catalog.directory.offices("商贸流通科", "周村")} == {"6412345"}


def test_the_printed_number_still_finds_its_office(kept):
    """Whoever reads the old number in a document is told the new one; the new one finds it too."""
    kept.put(CONFIRMED)
    directory = catalog_of(bundled_stock(), kept.now).directory
    for digits in ("6195136", "6412345"):
        assert "6412345" in {c.phone for c in directory.of_phone(digits, "周村")}


def test_another_office_keeps_its_phone(kept):
    """Only the line that was confirmed is touched: 区财政局 经济建设科 keeps 7878011."""
    kept.put(CONFIRMED)
    catalog = catalog_of(bundled_stock(), kept.now)
    supporting = next(c for c in catalog.contacts(catalog.measure(FRIDGE)) if c.department == "区财政局")
    assert (supporting.phone, supporting.confirmed) == ("7878011", None)


def test_withdrawing_brings_the_printed_one_back(kept):
    """At once, in a catalog that was made before any phone was confirmed."""
    catalog = catalog_of(bundled_stock(), kept.now)
    assert first(catalog).phone == "6195136"
    kept.put(CONFIRMED)
    assert first(catalog).phone == "6412345"
    assert {c.phone for c in catalog.directory.offices("商贸流通科", "周村")} == {"6412345"}
    kept.withdraw(LINE)
    assert first(catalog).phone == "6195136"
    assert {c.phone for c in catalog.directory.offices("商贸流通科", "周村")} == {"6195136"}


def test_a_confirmation_changes_no_state_of_the_documents(kept):
    """Nothing is assembled or indexed anew for a phone: what is stored holds none."""
    kept.put(CONFIRMED)
    catalog = catalog_of(bundled_stock(), kept.now)
    assert catalog.digest == bundled_catalog().digest
    stored = Catalog.from_json(catalog.to_json())
    assert first(stored).phone == "6195136"
    assert first(replace(stored, phones=kept.now)) == first(catalog)


def test_what_is_confirmed_is_read_when_the_file_changes_alone(kept):
    """The same object in between, also for whoever reads the same file elsewhere."""
    kept.put(CONFIRMED)
    before = kept.now()
    assert kept.now() is before
    Confirmations(kept.path).withdraw(LINE)
    assert kept.now().phones == ()


def test_a_file_damaged_meanwhile_leaves_the_phones_as_they_were(kept, caplog):
    """Whoever answers goes on, says so in the log once, and takes up the file when it is mended."""
    kept.put(CONFIRMED)
    phones = CurrentPhones(kept)
    sound = kept.path.read_bytes()
    kept.path.write_text("[{")
    assert [phones().phones, phones().phones] == [(CONFIRMED,), (CONFIRMED,)]
    assert [record.getMessage().split()[0] for record in caplog.records] == ["event=phones_unreadable"]
    kept.path.write_bytes(sound.replace(b"6412345", b"6410000"))
    (phone,) = phones().phones
    assert phone.phone == "6410000"


def test_the_last_confirmation_of_a_line_counts(kept):
    """One line, one phone."""
    kept.put(CONFIRMED)
    kept.put(ConfirmedPhone(LINE, "6195136", Confirmation("李四", date(2026, 11, 21), "来函", "6195136")))
    (held,) = kept.now().phones
    assert (held.phone, held.confirmation.by) == ("6195136", "李四")


def test_a_damaged_file_is_one_line(tmp_path):
    """It is named."""
    (tmp_path / "phones.json").write_text("[{")
    with pytest.raises(LibraryError, match=r"phones\.json"):
        Confirmations(tmp_path / "phones.json").now()


ONE_STOP = "聊政发〔2021〕7号#一（一）"
"""Led by 市行政审批局 and 市税务局; no document of 聊城 prints a phone."""
DEBT = "周村2022稳中求进清单#1"
"""区财政局 政府债务管理科 is responsible, without a phone; 区发展改革局 leads, 6195196."""


def added(region, department, office, phone):
    """A phone that no document prints."""
    mark = Confirmation("张三", date(2026, 11, 20), "单位来函", "")
    return ConfirmedPhone(PhoneLine(region, department, office, ""), phone, mark)


def test_an_added_phone_stands_where_the_measure_names_its_department(kept):
    """Dialled with the region's area code, with who added it; the other lead stays without one."""
    kept.put(added("聊城", "市行政审批局", "政务服务科", "8221234"))
    catalog = catalog_of(bundled_stock(), kept.now)
    first, second, *_ = catalog.contacts(catalog.measure(ONE_STOP))
    assert (first.department, first.office, first.dial) == ("市行政审批局", "政务服务科", "0635-8221234")
    assert (first.confirmed.source, first.confirmed.printed, first.inferred) == ("单位来函", "", False)
    assert (second.department, second.phone) == ("市税务局", None)


def test_a_phone_added_for_an_office_is_no_other_offices(kept):
    """区财政局 政府债务管理科 gets its own; one of 综合科 is not lent to it."""
    kept.put(added("周村", "区财政局", "综合科", "7878000"))
    catalog = catalog_of(bundled_stock(), kept.now)
    (debt,) = (c for c in catalog.contacts(catalog.measure(DEBT)) if c.department == "区财政局")
    assert (debt.office, debt.phone) == ("政府债务管理科", None)
    kept.put(added("周村", "区财政局", "政府债务管理科", "7878001"))
    catalog = catalog_of(bundled_stock(), kept.now)
    (debt,) = (c for c in catalog.contacts(catalog.measure(DEBT)) if c.department == "区财政局")
    assert (debt.office, debt.phone) == ("政府债务管理科", "7878001")


def test_an_added_phone_stands_in_the_directory_once(kept):
    """Under its department, with the newest document that names it, of 2021-06-30."""
    kept.put(added("聊城", "市工业和信息化局", None, "8221234"))
    directory = catalog_of(bundled_stock(), kept.now).directory
    (desk,) = directory.of_department("市工业和信息化局", "聊城")
    assert (desk.contact.phone, desk.contact.source.partition("#")[0]) == ("8221234", "聊政办字〔2021〕14号")
    assert directory.of_phone("8221234", "聊城") == (desk.contact,)


def test_an_added_phone_is_not_said_twice(kept):
    """区大数据局 leads 周政办字〔2020〕30号（一）: the added one stands in place of 6195699, else lent."""
    kept.put(added("周村", "区大数据局", None, "6190000"))
    catalog = catalog_of(bundled_stock(), kept.now)
    found = catalog.contacts(catalog.measure("周政办字〔2020〕30号#（一）"))
    assert [(c.phone, c.inferred) for c in found if c.department == "区大数据局"] == [("6190000", False)]


def test_an_added_phone_of_a_department_that_nothing_names_is_nobodys(kept):
    """A document that named it was withdrawn: the phone is kept and not shown."""
    kept.put(added("聊城", "没有的局", None, "8221234"))
    directory = catalog_of(bundled_stock(), kept.now).directory
    assert directory.of_phone("8221234") == ()


def test_an_added_phone_is_taken_away(kept):
    """As if it had never been."""
    kept.put(added("聊城", "市行政审批局", None, "8221234"))
    kept.withdraw(PhoneLine("聊城", "市行政审批局", None, ""))
    catalog = catalog_of(bundled_stock(), kept.now)
    assert catalog.directory.of_department("市行政审批局", "聊城") == ()
    assert not any(contact.phone for contact in catalog.contacts(catalog.measure(ONE_STOP)))


def test_a_corrected_number_is_corrected_where_it_stands_without_its_office(kept):
    """Printed for nobody by name, or for the bureau alone: the staff said whose it is."""
    kept.put(CONFIRMED)
    confirmed, printed = kept.now(), first(bundled_catalog())
    nameless = replace(printed, department="", canonical="", office=None)
    for contact in (nameless, replace(printed, office=None)):
        found = confirmed.applied(contact, "周村", None)
        assert (found.department, found.office, found.phone) == ("区商务局", "商贸流通科", "6412345")


@pytest.mark.parametrize("region", ["聊城", "周村"])
def test_a_number_that_two_offices_have_is_left_where_it_stands_alone(kept, region):
    """Of another region it is another number; of two offices it is not known which is meant."""
    kept.put(CONFIRMED)
    if region == "周村":
        kept.put(replace(CONFIRMED, line=replace(LINE, office="办公室"), phone="6412346"))
    bare = replace(first(bundled_catalog()), office=None)
    assert kept.now().applied(bare, region, None) == bare
