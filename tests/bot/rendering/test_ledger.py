"""What a department leads and supports, counted against the printed lists."""

from datetime import date

from bot.rendering.ledger import ledger_of
from corpus.records import Role, State


def test_the_business_bureau_in_the_table_of_2024(catalog):
    """Printed in 周政办字〔2024〕11号 for 区商务局: it comes first in row 16 and 19, further down in 20."""
    held = ledger_of(
        catalog, "周村", "区商务局", documents=("周政办字〔2024〕11号",), as_of=date(2026, 11, 21)
    )
    items = {entry.measure.item: entry.role for entry in held.entries}
    assert items["16"] is Role.LEAD
    assert items["19"] is Role.LEAD
    assert items["20"] is Role.SUPPORT
    assert all(entry.term.state is State.EXPIRED for entry in held.entries if entry.measure.item == "19")


def test_counts_add_up(catalog):
    """Leads, responsible and supports together are all entries, each measure once."""
    held = ledger_of(catalog, "周村", "区财政局")
    assert sum(held.counts().values()) == len(held.entries)
    assert len({entry.measure.id for entry in held.entries}) == len(held.entries)


def test_newest_document_first_and_leads_before_support(catalog):
    """By document from the newest, within one by role."""
    held = ledger_of(catalog, "周村", "区发展改革局")
    days = [entry.document.issued for entry in held.entries]
    assert days == sorted(days, reverse=True)
    roles = [entry.role for entry in held.entries if entry.document.number == "周政办字〔2024〕11号"]
    order = [Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT]
    assert roles == sorted(roles, key=order.index)


def test_regions_are_never_mixed(catalog):
    """聊城's finance bureau is another body than 周村's."""
    held = ledger_of(catalog, "聊城", "市财政局")
    assert {entry.document.region for entry in held.entries} == {"聊城"}


def test_an_office_limits_the_ledger(catalog):
    """种业服务科 is printed once, in item 29 of the collection of 2022."""
    held = ledger_of(catalog, "周村", "区农业技术服务中心", office="种业服务科")
    assert [entry.measure.id for entry in held.entries] == ["周村2022稳中求进清单#29"]
