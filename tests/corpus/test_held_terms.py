"""Until when documents hold, where others extend or end them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.commands.listing import documents, json_documents
from bot.messages.ledger_table import LEDGER_ENDED, span_of_term
from corpus.catalog import Catalog
from corpus.export import json_lines, ledger
from corpus.held_terms import held_term
from corpus.records import State
from tests.corpus.tied_files import FLATS, catalog, notice

FLATS_NUMBER = "青政办发〔2023〕6号"
PARKING_NUMBER = "青政办发〔2022〕9号"
LAPSED = FLATS.replace("2028年3月31日", "2026年3月31日")
PARKING = LAPSED.replace("人才公寓", "停车").replace("青政办发〔2023〕6号", PARKING_NUMBER)
LONGER_NUMBER = "青政办发〔2026〕1号"
LATER = date(2027, 5, 1)


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Two rules whose printed term is over; a list extends the first, another notice ends the second."""
    longer = notice(
        "关于公布规范性文件清理结果的通知",
        LONGER_NUMBER,
        "经评估，决定将下列文件有效期延长至2030年3月31日：\n1.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）\n"
        "2.《青禾县供热办法》（青政办发〔2023〕8号）",
        day="2026年3月1日",
    )
    ended = notice(
        "关于加强停车管理的通知",
        "青政办发〔2025〕30号",
        "一、全面收费。\n二、《青禾县停车管理办法》（青政办发〔2022〕9号）同时废止。",
        day="2025年3月1日",
    )
    return catalog(tmp_path_factory.mktemp("docs"), LAPSED, PARKING, longer, ended)


def test_a_document_of_a_list_holds_as_long_as_the_list_says(extended: Catalog) -> None:
    """On the day before the list was issued its own term counts."""
    rules = extended.document(FLATS_NUMBER)
    held = held_term(extended, rules, LATER)
    assert (held.state(LATER), held.validity.until, held.extended_by) == (
        State.IN_FORCE,
        date(2030, 3, 31),
        LONGER_NUMBER,
    )
    assert held_term(extended, rules, date(2026, 2, 28)).validity.until == date(2026, 3, 31)


def test_a_measure_with_a_term_of_its_own_keeps_it(extended: Catalog) -> None:
    """The list is about the document as a whole."""
    measure = extended.document(FLATS_NUMBER).measures[2]
    own = replace(measure, validity=replace(measure.validity, until=date(2024, 12, 31)))
    assert held_term(extended, own, LATER).state(LATER) is State.EXPIRED
    assert held_term(extended, measure, LATER).state(LATER) is State.IN_FORCE


def test_an_ended_document_is_over_whatever_it_prints(extended: Catalog) -> None:
    """From the day on which what ends it was issued."""
    rules = extended.document(PARKING_NUMBER)
    assert held_term(extended, rules, date(2025, 2, 28)).state(date(2025, 2, 28)) is State.IN_FORCE
    assert held_term(extended, rules, date(2025, 3, 1)).state(date(2025, 3, 1)) is State.EXPIRED


def test_lists_of_documents_tell_the_term_that_counts(extended: Catalog) -> None:
    """As lines and as data."""
    lines = {line.split("\t")[0]: line.split("\t")[3] for line in documents(extended, LATER)}
    assert (lines[FLATS_NUMBER], lines[PARKING_NUMBER]) == ("2030-03-31", LEDGER_ENDED)
    data = {entry["number"]: entry for entry in map(json.loads, json_documents(extended, LATER))}
    assert (data[FLATS_NUMBER]["valid_until"], data[FLATS_NUMBER]["extended_by"]) == (
        "2030-03-31",
        LONGER_NUMBER,
    )
    assert (data[FLATS_NUMBER]["ended"], data[PARKING_NUMBER]["ended"]) == (False, True)


def test_exported_measures_have_the_term_that_counts(extended: Catalog) -> None:
    """In the data, and in the sheet."""
    data = {entry["id"]: entry["validity"] for entry in map(json.loads, json_lines(extended, LATER))}
    flats, parking = (data[f"{number}#第三条"] for number in (FLATS_NUMBER, PARKING_NUMBER))
    assert (flats["state"], flats["until"]) == ("in_force", "2030-03-31")
    assert parking["state"] == "expired"
    rows = {(row.number, row.item): span_of_term(row.term) for row in ledger(extended, LATER)}
    assert rows[FLATS_NUMBER, "第三条"] == "2023-04-01至2030-03-31"
    assert rows[PARKING_NUMBER, "第三条"] == LEDGER_ENDED
