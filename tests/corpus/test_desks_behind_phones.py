"""Phones whose owner stands in the bracket behind them, on the line above, or in the address before."""

from pathlib import Path

import pytest

from corpus.departments import load_names
from corpus.extraction.naming.printed_desks import CalledDesk
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.extraction.whose_phones.running_phones import find_calls
from tests.corpus.taken import taken

AROUND = Caller(load_names(), "青禾县", "青禾县水利局")


def calls(text: str) -> set[tuple[str, str | None, str | None, str]]:
    """The calls of a text of 青禾县水利局."""
    return {(c.department, c.office, c.person, c.phone) for c in find_calls(text, AROUND)}


def test_a_bracket_behind_a_phone_says_whose_it_is() -> None:
    """The label stands before the first of three phones; each is of the desk behind it."""
    text = "咨询电话：5550101（青禾县人社局就业股）\n5550102（北河镇党政办公室）\n5550103（南河镇）"
    assert calls(text) == {
        ("青禾县人社局", "就业股", None, "5550101"),
        ("北河镇党政办公室", None, None, "5550102"),
        ("南河镇", None, None, "5550103"),
    }


def test_a_bracket_that_names_nobody_leaves_the_phone_to_its_label() -> None:
    """工作日 and 城市低保 are nobody; an office alone is one of the issuer."""
    assert calls("咨询电话：5550101（工作日）") == {("青禾县水利局", None, None, "5550101")}
    assert calls("咨询电话：5550101（供水股）") == {("青禾县水利局", "供水股", None, "5550101")}


def test_phones_for_complaints_with_a_desk_behind_them_are_nobodys_to_ask() -> None:
    """举报电话 is not a phone to ask."""
    assert calls("举报电话：5550109（青禾县纪委）。") == set()


@pytest.mark.parametrize(
    "text",
    [
        "（三）材料报送地点：青禾县统计局人事股（和平路5号310室）；咨询电话：5550101。",
        "材料报送地点：青禾县统计局人事股；咨询电话：5550101。",
        "邮寄地址：和平路38号青禾县统计局人事股（联系电话：5550101）",
    ],
)
def test_a_phone_behind_where_to_hand_in_papers_is_of_that_desk(text: str) -> None:
    """The sentence is parted by a semicolon."""
    assert calls(text) == {("青禾县统计局", "人事股", None, "5550101")}


def test_somebody_on_the_line_above_is_called_at_the_desk_of_that_line() -> None:
    """局供水科 is an office of the bureau that writes."""
    text = "局供水科联系人：林青\n联系电话：5550101\n局信息中心联系人：高远\n联系电话：5550102"
    assert calls(text) == {
        ("青禾县水利局", "供水科", "林青", "5550101"),
        ("青禾县水利局", "信息中心", "高远", "5550102"),
    }


def test_closing_lines_with_a_person_above_a_phone_are_contacts_of_the_document(tmp_path: Path) -> None:
    """They stand below the last item, two by two."""
    text = (
        "青禾县水利局关于开展供水检查的通知\n各镇：\n现将有关事项通知如下。\n一、检查范围。全县供水工程。\n"
        "二、检查时间。4月1日至30日。\n有问题请及时反映。\n局供水科联系人：林青\n联系电话：5550101\n"
        "局信息中心联系人：高远\n联系电话：5550102\n青禾县水利局\n2026年3月2日\n"
    )
    path = tmp_path / "通知.txt"
    path.write_text(text, encoding="utf-8")
    assert [(c.department, c.office, c.person, c.phone) for c in taken(path).contacts] == [
        ("青禾县水利局", "供水科", "林青", "5550101"),
        ("青禾县水利局", "信息中心", "高远", "5550102"),
    ]


@pytest.mark.parametrize(
    ("printed", "issuer", "desk"),
    [
        (CalledDesk("", "厅信息处"), "青禾省农业农村厅", CalledDesk("青禾省农业农村厅", "信息处")),
        (CalledDesk("局信息中心"), "青禾县水利局", CalledDesk("青禾县水利局", "信息中心")),
        (CalledDesk("局信息中心"), "青禾县人民政府", CalledDesk("局信息中心")),
        (CalledDesk("县水利局"), "青禾县民政局", CalledDesk("县水利局")),
    ],
)
def test_a_part_called_by_the_kind_of_its_body_is_one_of_the_issuer(
    printed: CalledDesk, issuer: str, desk: CalledDesk
) -> None:
    """Only where the issuer is of that kind."""
    assert printed.of(issuer) == desk


def test_who_answers_for_a_company_is_named_and_phones_for_complaints_are_left_out(tmp_path: Path) -> None:
    """城南热力 is a firm by its short name; a line of its source closes the text."""
    text = (
        "青禾县采暖通知\n青禾县公用事业中心\n2026年3月2日\n一、供暖时间\n共120天。\n二、服务电话\n"
        "城南热力客服：5550101；县水务公司客服：5550102；抢修：5550103；"
        "监督举报：县公用事业服务中心供热科5550109。\n来源：青禾县公用事业中心\n"
    )
    path = tmp_path / "通知.txt"
    path.write_text(text, encoding="utf-8")
    document = taken(path)
    assert document.measures[-1].text.endswith("5550109。")
    assert [(c.department, c.office, c.person, c.phone) for c in document.contacts] == [
        ("城南热力", "客服", None, "5550101"),
        ("县水务公司", "客服", None, "5550102"),
        ("县水务公司", "客服", None, "5550103"),
    ]
