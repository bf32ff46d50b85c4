"""Whose the phones of running text are."""

import pytest

from corpus.departments import load_names
from corpus.extraction.running_phones import Caller, find_calls


def calls(line: str, issuer: str = "") -> list[tuple[str, str | None, str]]:
    found = find_calls(line, Caller(load_names(), "青禾县", issuer))
    return list(dict.fromkeys((call.department, call.office, call.phone) for call in found))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("由开发区管委会负责受理，咨询电话：0311-5550101。", [("开发区管委会", None, "0311-5550101")]),
        ("县委组织部人才工作科，县委3号楼，咨询电话：5550102。", [("县委组织部", "人才工作科", "5550102")]),
        ("县科工信局信息技术科，县机关2号楼，咨询电话：5550103。", [("县科工信局", "信息技术科", "5550103")]),
        ("向县残联申请，电话：5550104。", [("县残联", None, "5550104")]),
        ("县供电公司客户服务中心咨询电话：5550105。", [("县供电公司", "客户服务中心", "5550105")]),
        ("北郊镇人民政府党政办公室，联系电话：5550106", [("北郊镇人民政府", "党政办公室", "5550106")]),
        ("请向北郊街道办事处申请，联系电话：5550107。", [("北郊街道办事处", None, "5550107")]),
        (
            "咨询电话：县民政局养老服务科5550108；县残联康复科5550109",
            [("县民政局", "养老服务科", "5550108"), ("县残联", "康复科", "5550109")],
        ),
        (
            "联系方式：县人社局就业服务中心，0311-5550203/5550204",
            [("县人社局", "就业服务中心", "0311-5550203"), ("县人社局", "就业服务中心", "5550204")],
        ),
        (
            "可致电咨询：青禾通客服热线400-810-0001、市老龄办咨询电话0311-5550110。",
            [("青禾通客服", None, "400-810-0001"), ("市老龄办", None, "0311-5550110")],
        ),
        (
            "清河区：5550111；桥东区：5550112；高新区：5550113",
            [("清河区", None, "5550111"), ("桥东区", None, "5550112"), ("高新区", None, "5550113")],
        ),
        ("由县财政局会同县民政局受理，咨询电话：5550114。", []),
        ("房租补贴5550115元。", []),
    ],
)
def test_bodies_that_are_no_bureau_own_phones_too(
    line: str, expected: list[tuple[str, str | None, str]]
) -> None:
    """With their offices, before an address or in a list; two bodies for one phone leave it to nobody."""
    assert calls(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("如需了解，可到窗口咨询，或致电5550101、5550102咨询。", [(None, "5550101"), (None, "5550102")]),
        ("登记科：5550103支付科：5550104", [("登记科", "5550103"), ("支付科", "5550104")]),
        ("咨询电话\n0311-5550105", [(None, "0311-5550105")]),
        (
            "咨询电话：社会救助科5550106，养老服务科5550107",
            [("社会救助科", "5550106"), ("养老服务科", "5550107")],
        ),
    ],
)
def test_what_names_nobody_is_the_issuers(line: str, expected: list[tuple[str | None, str]]) -> None:
    """A bureau answers its own phones and those of its offices; a government answers for too much."""
    own = "青禾县民政局"
    assert calls(line, own) == [(own, office, phone) for office, phone in expected]
    assert calls(line, "青禾县人民政府") == []
