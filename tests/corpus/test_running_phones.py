"""Whose the phones of running text are."""

import pytest

from corpus.departments import load_names
from corpus.extraction.running_phones import Caller, find_calls, find_unowned


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
            "资河县：5550121（城镇）\n5550122（农村）\n双溪县：5550123（城镇）、5550124（农村）",
            [("资河县", None, phone) for phone in ("5550121", "5550122")]
            + [("双溪县", None, phone) for phone in ("5550123", "5550124")],
        ),
        (
            "咨询电话：第一小学5550125，城南街道；第二小学5550126",
            [("第一小学", None, "5550125"), ("第二小学", None, "5550126")],
        ),
        (
            "咨询电话：市本级5550127，北山管理部5550128",
            [("市本级", None, "5550127"), ("北山管理部", None, "5550128")],
        ),
        (
            "由青禾中央商务区管委会企业服务处汇总，咨询电话：5550129",
            [("青禾中央商务区管委会", "企业服务处", "5550129")],
        ),
        (
            "县委组织部人才工作科，1号楼，咨询电话：0311-655501301",
            [("县委组织部", "人才工作科", "0311-655501301")],
        ),
        (
            "清河区：5550111；桥东区：5550112；高新区：5550113",
            [("清河区", None, "5550111"), ("桥东区", None, "5550112"), ("高新区", None, "5550113")],
        ),
        (
            "城南小学：北郊村、桥东村和锦绣花园。电话：5550131",
            [("城南小学", None, "5550131")],
        ),
        (
            "①城南小学：北郊村，福兴家园电话：5550132城北小学：桥东村。电话：5550133",
            [("城南小学", None, "5550132"), ("城北小学", None, "5550133")],
        ),
        (
            "各地热线：青禾县救助保护中心0311-966008；清河市救助保护中心0319-5550134",
            [("青禾县救助保护中心", None, "0311-966008"), ("清河市救助保护中心", None, "0319-5550134")],
        ),
        (
            "省本级受理电话：0531-5550135\n青岛：\n0532-5550136\n济宁：0537-5550137\n恩施州：0718-5550138",
            [
                ("省本级", None, "0531-5550135"),
                ("青岛", None, "0532-5550136"),
                ("济宁", None, "0537-5550137"),
                ("恩施州", None, "0718-5550138"),
            ],
        ),
        ("1、省公安厅交警总队 0531-5550139", [("省公安厅交警总队", None, "0531-5550139")]),
        ("备注：5550140。", []),
        ("市税务局：12366、5550142", [("市税务局", None, "12366"), ("市税务局", None, "5550142")]),
        (
            "电话号码\n青禾县疾控中心\n5550143（上班时间）\n清河区人民医院\n0311-5550144",
            [("青禾县疾控中心", None, "5550143"), ("清河区人民医院", None, "0311-5550144")],
        ),
        (
            "联络方式：县商务局促进股（总部经济股）：5550141",
            [("县商务局", "促进股（总部经济股）", "5550141")],
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
        ("联系电话：0311-5550161\n0311-5550162", [(None, "0311-5550161"), (None, "0311-5550162")]),
        ("可拨打0311-12333咨询。", [(None, "0311-12333")]),
        ("可拨打0311-12345投诉。", []),
        ("举报违法行为电话：5550163", []),
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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("咨询电话：0311-5550201", [(None, "0311-5550201")]),
        ("咨询电话：0311-5550201；监督电话：0311-5550299", [(None, "0311-5550201")]),
        ("公房二科（原城南房管所）：0311-5550202", [("公房二科（原城南房管所）", "0311-5550202")]),
        ("监督电话：0311-5550299", []),
        ("咨询电话：12345", []),
    ],
)
def test_phones_that_nothing_gives_to_a_body(line: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(call.office, call.phone) for call in find_unowned(line)] == expected


@pytest.mark.parametrize(
    "above",
    ["联系人及联系电话：", "·专班联系人和咨询电话", "（三）工作人员联系人与咨询热线：", "政策业务咨询服务："],
)
def test_a_list_below_its_title_names_who_answers_for_what(above: str) -> None:
    """A name may stand on the line above its phone; a sentence ends the list."""
    text = (
        f"{above}\n贷款业务：林青5550171\n保险业务：许冰\n5550172\n程立秋 5550173\n说明：共安排20250506元。"
    )
    found = find_calls(text, Caller(load_names(), "青禾县", "青禾县财政局"))
    assert [(call.department, call.person, call.phone) for call in found] == [
        ("青禾县财政局", "林青", "5550171"),
        ("青禾县财政局", "许冰", "5550172"),
        ("青禾县财政局", "程立秋", "5550173"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "可拨打咨询电话获得相关帮助（0311-5550191，5550192）。",
            [(None, "0311-5550191"), (None, "5550192")],
        ),
        ("设在省医院的心理热线0311-5550197，全天开通。", [(None, "0311-5550197")]),
        (
            "招生咨询地址及电话：和平路195号5550198-2172；南阳路215号5550199。",
            [(None, "5550198-2172"), (None, "5550199")],
        ),
        ("咨询电话：12333 55501001 55501002", [(None, "12333"), (None, "55501001"), (None, "55501002")]),
        ("证明打印咨询电话：96501003", [(None, "96501003")]),
        ("可拨打发热咨询专线5550193、5550194。", [(None, "5550193"), (None, "5550194")]),
        ("联系电话：人事科5550195、福利科5550196", [("人事科", "5550195"), ("福利科", "5550196")]),
    ],
)
def test_a_phone_of_nobody_is_kept_with_its_office(line: str, expected: list[tuple[str | None, str]]) -> None:
    """As in what a bureau passes on, whose own phones nobody can tell."""
    assert [(call.office, call.phone) for call in find_unowned(line)] == expected
