"""Several bodies or people before one label of phones, and addresses, which are nobody's names."""

from pathlib import Path

import pytest

from tests.corpus.taken import taken, who

Found = list[tuple[str, str | None, str | None, str | None]]


def called(folder: Path, said: str) -> Found:
    """Department, office, person and phone of what the first measure of 青禾县民政局 prints."""
    path = folder / "通知.txt"
    lines = [
        "青禾县民政局关于发放补贴的通知",
        "各镇人民政府：",
        f"一、办理方式。{said}",
        "二、补助标准。每人补助500元。",
        "青禾县民政局",
        "2025年3月4日",
    ]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    first = taken(path, "青禾县").measures[0]
    return [(name, office, person, phone) for name, _, office, person, phone, _ in who(first)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "县医保局、县残联联系电话：5550101、5550102。",
            [("县医保局", None, None, "5550101"), ("县残联", None, None, "5550102")],
        ),
        (
            "县医保局、县残联咨询电话：5550101。",
            [("县医保局", None, None, "5550101"), ("县残联", None, None, "5550101")],
        ),
        (
            "联系人：社会救助科林青；养老服务科高远，联系电话：5550101、5550102。",
            [
                ("青禾县民政局", "社会救助科", "林青", "5550101"),
                ("青禾县民政局", "养老服务科", "高远", "5550102"),
            ],
        ),
    ],
)
def test_those_listed_before_a_label_have_the_phones_behind_it_in_order(
    tmp_path: Path, said: str, found: Found
) -> None:
    """One phone is that of all the bodies; offices are the issuer's."""
    assert called(tmp_path, said) == found


def test_phones_that_do_not_match_those_listed_are_given_to_nobody_at_random(tmp_path: Path) -> None:
    """Three phones behind two bodies tell not whose the third is."""
    found = called(tmp_path, "县医保局、县残联联系电话：5550101、5550102、5550103。")
    assert not {name for name, *_ in found} & {"县医保局", "县残联"}


@pytest.mark.parametrize("address", ["和平路5号", "翠宝大厦3楼", "清河街12号院2幢"])
def test_an_address_in_the_bracket_of_a_phone_is_nobody(tmp_path: Path, address: str) -> None:
    """The phone is that of the desk before the bracket."""
    said = f"咨询请到县医保局待遇科（{address}，电话：5550101）。"
    assert called(tmp_path, said) == [("县医保局", "待遇科", None, "5550101")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "联系人：林青　　联系电话：0311-5550101；高远　　0311-5550102",
            [("青禾县民政局", "林青", "0311-5550101"), ("青禾县民政局", "高远", "0311-5550102")],
        ),
        (
            "联系人：县医保局 林青 电话 5550101 手机 13900000001",
            [("县医保局", "林青", "5550101"), ("县医保局", "林青", "13900000001")],
        ),
        ("咨询电话（工作时间）：0311-5550101", [("青禾县民政局", None, "0311-5550101")]),
        ("（联系人：林青，0311-5550101）", [("", "林青", "0311-5550101")]),
    ],
)
def test_a_closing_line_gives_each_phone_to_whom_it_names(
    tmp_path: Path, line: str, found: list[tuple[str, str | None, str]]
) -> None:
    """Hours and labels are no names; the government of each one's own town has no phone of this line."""
    path = tmp_path / "通知.txt"
    lines = [
        "青禾县民政局关于发放补贴的通知",
        "各镇人民政府：",
        "一、办理方式。到镇政府申请。",
        "二、补助标准。每人补助500元。",
        line,
        "青禾县民政局",
        "2025年3月4日",
    ]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    contacts = taken(path, "青禾县").contacts
    assert [(duty.department, duty.person, duty.phone) for duty in contacts if duty.phone] == found
