"""Whose contacts come first in an answer."""

from dataclasses import replace

import pytest

from bot.answering.calls.governing import governed, of_district, with_rest
from bot.answering.quoting.highlights import highlights
from corpus.records import Responsibility, Role
from tests.bot.fakes import contact, measure

FIRST, SECOND = "初创企业一次性补贴1万元。", "展会摊位费补贴2万元。"
BRACKETS = ("（责任单位：县人社局；联系电话：5550101）", "（责任单位：县商务局）")
TEXT = FIRST + BRACKETS[0] + SECOND + BRACKETS[1]
DUTIES = (
    Responsibility("县人社局", "县人社局", Role.RESPONSIBLE, phone="5550101", clause=FIRST),
    Responsibility("县商务局", "县商务局", Role.RESPONSIBLE, clause=SECOND),
    Responsibility("县财政局", "县财政局", Role.SUPPORT),
)
ITEM = replace(measure("一", (("", TEXT),)), responsibilities=DUTIES)


@pytest.mark.parametrize(
    ("quoted", "departments"),
    [
        ((SECOND,), ["县商务局", "县财政局"]),
        ((FIRST,), ["县人社局", "县财政局"]),
        ((FIRST, SECOND), ["县人社局", "县商务局", "县财政局"]),
        (("每年评选一次。",), ["县人社局", "县商务局", "县财政局"]),
        (("每年评选一次。", SECOND), ["县人社局", "县商务局", "县财政局"]),
        ((), ["县人社局", "县商务局", "县财政局"]),
    ],
)
def test_blocks_answer_for_the_sentences_that_they_govern(
    quoted: tuple[str, ...], departments: list[str]
) -> None:
    """What governs the whole measure always stays; a sentence that no block governs brings all."""
    assert [duty.department for duty in governed(ITEM, quoted).responsibilities] == departments


def test_a_block_of_bodies_above_governs_nothing() -> None:
    """Nobody is to call the province: those who do the work below stay."""
    above = Responsibility("省商务厅", "省商务厅", Role.SUPERIOR, clause=FIRST)
    item = replace(ITEM, responsibilities=(above, *DUTIES[1:]))
    assert governed(item, (FIRST,)).responsibilities == (above, *DUTIES[1:])


def test_the_bracket_of_the_first_sentence_does_not_open_the_second() -> None:
    """The brackets are left to the contacts, and both sentences are verbatim."""
    assert highlights("展会补贴多少", ITEM) == (FIRST, SECOND)


def test_the_others_follow_the_nearest() -> None:
    """Each desk once, whatever role it has elsewhere."""
    near, other = contact("县商务局", phone="5550102"), contact("县人社局", phone="5550101")
    again = contact("县商务局", Role.SUPPORT, phone="5550102")
    assert with_rest((near,), (again, other)) == (near, other)


CITY = (
    contact("市人社局", phone="5550100"),
    contact("清河区人社局", phone="5550101"),
    contact("桥东区", phone="5550102"),
)


@pytest.mark.parametrize(
    ("asked", "departments"),
    [
        ("我在清河区，找谁", ["市人社局", "清河区人社局"]),
        ("桥东的电话是多少", ["市人社局", "桥东区"]),
        ("找谁问", ["市人社局", "清河区人社局", "桥东区"]),
    ],
)
def test_the_askers_district_gets_its_own_phone(asked: str, departments: list[str]) -> None:
    """By its name with or without 区; all of them where none is named."""
    assert [each.department for each in of_district(CITY, asked)] == departments


@pytest.mark.parametrize(
    ("asked", "departments"),
    [
        ("证件怎么办", ["青禾县市场监管局", "石门镇市场监管所", "青禾镇市场监管所"]),
        ("柳溪镇办证找谁", ["青禾县市场监管局"]),
        ("石门镇办证找谁", ["石门镇市场监管所"]),
        ("青禾县办证找谁", ["青禾县市场监管局"]),
    ],
)
def test_a_town_that_is_not_printed_gets_no_other_towns_phone(asked: str, departments: list[str]) -> None:
    """The office of the first town of a list was told to all; that of a town named like its county too."""
    names = ("石门镇市场监管所", "青禾镇市场监管所", "青禾县市场监管局")
    desks = tuple(contact(name, phone=f"555010{n}") for n, name in enumerate(names))
    assert [desk.department for desk in of_district(desks, asked)] == departments
