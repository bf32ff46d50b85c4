"""Bodies that issue and sign, told apart."""

import pytest

from corpus.structure.issuers import issuer_of, issuers_in, publisher_in


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("青禾县民政局 青禾县财政局", "青禾县民政局、青禾县财政局"),
        ("青禾县民政局　　青禾县财政局", "青禾县民政局、青禾县财政局"),
        ("青禾县民政局青禾县财政局青禾县市场监督管理局", "青禾县民政局、青禾县财政局、青禾县市场监督管理局"),
        ("县民政局县财政局", "县民政局、县财政局"),
        ("市民政局市城市管理局市财政局", "市民政局、市城市管理局、市财政局"),
        ("县委办公室县政府办公室", "县委办公室、县政府办公室"),
        ("中共青禾县委青禾县人民政府", "中共青禾县委、青禾县人民政府"),
        ("青禾县医疗保障局国家税务总局青禾县税务局", "青禾县医疗保障局、国家税务总局青禾县税务局"),
        ("国家税务总局青禾县税务局青禾县民政局", "国家税务总局青禾县税务局、青禾县民政局"),
        ("国家税务总局青禾县税务局", "国家税务总局青禾县税务局"),
        ("青禾县民政局等3部门", "青禾县民政局"),
        ("青禾县民政局等九部门", "青禾县民政局"),
        ("青 禾 县 商 务 局", "青禾县商务局"),
        ("财 政 部　　税 务 总 局", "财政部、税务总局"),
        ("区城市管理局", "区城市管理局"),
        ("市市场监管局", "市市场监管局"),
        ("青禾县残联", "青禾县残联"),
        ("城关镇人民政府", "城关镇人民政府"),
        ("城南街道办事处", "城南街道办事处"),
        ("青禾经济开发区管委会", "青禾经济开发区管委会"),
        ("县长 张三", ""),
        ("各镇人民政府", ""),
    ],
)
def test_a_line_names_bodies(line: str, bodies: str) -> None:
    """White space, spaced letters, names run together, 等3部门; persons and addressees are none."""
    assert issuers_in(line) == bodies


@pytest.mark.parametrize(
    ("titled", "signed", "issuer"),
    [
        ("", "青禾县民政局", "青禾县民政局"),
        ("青禾县民政局", "", "青禾县民政局"),
        ("市政府办公室", "青禾市人民政府办公室", "青禾市人民政府办公室"),
        ("青禾县民政局", "青禾县民政局、青禾县财政局", "青禾县民政局、青禾县财政局"),
        ("青禾县政府办公室", "青禾县人民政府办公室", "青禾县政府办公室"),
        ("青禾县民政局", "青禾县养老服务中心", "青禾县民政局"),
    ],
)
def test_title_and_signature_give_the_issuers(titled: str, signed: str, issuer: str) -> None:
    """The title decides unless it names one of several or leaves out the region."""
    assert issuer_of(titled, signed) == issuer


@pytest.mark.parametrize(
    ("source", "bodies"),
    [
        ("青禾县民政局", "青禾县民政局"),
        ("青禾县民政局官网", "青禾县民政局"),
        ("本网青禾县民政局", "青禾县民政局"),
        ("青禾县民政局微信公众号", "青禾县民政局"),
        ("县民政局、县财政局", "县民政局、县财政局"),
        ("青禾县融媒体中心", ""),
        ("青禾日报", ""),
        ("公众号青禾发布", ""),
    ],
)
def test_a_source_that_is_a_body_may_issue(source: str, bodies: str) -> None:
    """Newspapers and accounts issue nothing."""
    assert publisher_in(source) == bodies
