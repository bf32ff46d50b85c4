"""Whose the phone of labelled lines is that name nobody, and what 联系人 prints beside a name."""

import pytest

from corpus.extraction.duties.entries import find_entries

Desk = tuple[str, list[str], list[str], list[str]]


def desks(text: str, owner: str = "") -> list[Desk]:
    """Department, offices, people and phones of the entries of a text."""
    named = (body for entry in find_entries(text) for body in entry.answerable(owner))
    return [(body.department, body.offices, body.people, body.phones) for body in named]


@pytest.mark.parametrize(
    ("text", "owner", "expected"),
    [
        (
            "2.青禾县就业中心创业科\n联系电话：5550101",
            "县人社局",
            ("青禾县就业中心", ["创业科"], [], ["5550101"]),
        ),
        ("就业科\n联系电话：5550102", "县人社局", ("县人社局", ["就业科"], [], ["5550102"])),
        ("申报说明。\n联系电话：5550103", "县人社局", ("县人社局", [], [], ["5550103"])),
        ("联系人：许 冰 5550104", "县人社局", ("县人社局", [], ["许冰"], ["5550104"])),
        (
            "（一）农业农村部\n联系人：种业管理司 许冰\n联系电话：5550105",
            "",
            ("农业农村部", ["种业管理司"], ["许冰"], ["5550105"]),
        ),
        (
            "业务咨询处室：青禾市工信局装备工业处。\n业务咨询电话：5550106",
            "",
            ("青禾市工信局", ["装备工业处"], [], ["5550106"]),
        ),
        (
            "经办机构：青禾省职业教研室\n地址：和平路1号\n电话：5550107",
            "市人社局",
            ("青禾省职业教研室", [], [], ["5550107"]),
        ),
    ],
)
def test_the_line_above_names_whom_a_label_of_phones_is_about(text: str, owner: str, expected: Desk) -> None:
    """A body, or an office of the owner; a sentence above leaves the phone to the owner."""
    assert desks(text, owner) == [expected]
