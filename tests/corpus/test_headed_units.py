"""Phones whose owner the text opens with, stands behind them, or is a part of somebody."""

import pytest

from corpus.extraction.duties.places_to_apply import desks_to_apply_at, windows_to_go_to
from corpus.extraction.naming.printed_desks import CalledDesk
from corpus.extraction.whose_phones.headed_units import head_of
from corpus.extraction.whose_phones.running_phones import find_unowned
from tests.corpus.taken import running_calls

Owned = list[tuple[str, str | None, str]]


@pytest.mark.parametrize(
    ("line", "head"),
    [("县体育馆：周一闭馆。", "县体育馆"), ("人民公园：6:00开放", "人民公园")]
    + [(line, "") for line in ("咨询部门：县民政局", "补贴标准：500元", "县医院：5550101")],
)
def test_a_text_may_open_with_whom_it_is_about(line: str, head: str) -> None:
    """A label is nobody, and a row of a list heads nothing."""
    assert head_of(line) == head


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        (
            "县体育馆：周一闭馆。总服务台5550101，场地预订5550102，投诉5550199。",
            [("县体育馆", "总服务台", "5550101"), ("县体育馆", "场地预订", "5550102")],
        ),
        ("县美术馆：讲解预约：公共教育部5550103。", [("县美术馆", "公共教育部", "5550103")]),
        ("县科技馆：周三开放；团队参观，电话5550104。", [("县科技馆", None, "5550104")]),
        (
            "报修：县供热公司抢修队，5550105（24小时）；咨询：县供热公司营业部，5550106。",
            [("县供热公司", "抢修队", "5550105"), ("县供热公司", "营业部", "5550106")],
        ),
        (
            "5550107县民政局养老科5550108县残联康复部",
            [("县民政局", "养老科", "5550107"), ("县残联", "康复部", "5550108")],
        ),
        ("抢修→县供水公司管网部 5550109", [("县供水公司", "管网部", "5550109")]),
        (
            "咨询电话：5550110（高龄津贴）、5550111（护理补贴），县民政局养老科。",
            [("县民政局", "养老科", "5550110"), ("县民政局", "养老科", "5550111")],
        ),
        (
            "材料送达地址：县商务局商贸科206办公室（和平路8号行政中心内）；电话：5550112。",
            [("县商务局", "商贸科", "5550112")],
        ),
        ("各街咨询电话：\n荔城街：5550113", [("荔城街", None, "5550113")]),
    ],
)
def test_the_nearest_that_fits_has_the_phone(text: str, owned: Owned) -> None:
    """Whom the text is about has what its parts answer; phones for complaints are none."""
    assert sorted(running_calls(text), key=lambda each: each[2]) == owned


def test_staff_have_the_phone_behind_their_desk() -> None:
    """The desk may stand in a bracket behind the name, or be the one that answers."""
    issuer = "青禾县教育局"
    assert running_calls("联系人：林青（学生资助科），5550101；高远（财务股），5550102。", issuer) == [
        (issuer, "学生资助科", "5550101"),
        (issuer, "财务股", "5550102"),
    ]
    assert running_calls("定点机构：县妇幼保健院（儿保科，5550104）", issuer) == [
        ("县妇幼保健院", "儿保科", "5550104")
    ]
    assert running_calls("政策由财务股解答（5550103）。", issuer) == [(issuer, "财务股", "5550103")]


def test_a_matter_is_nobodys_name() -> None:
    """技术支持 is a desk of nobody by name, not a person of the bureau before it."""
    line = "户籍政策：县公安局户籍科5550101；系统故障：技术支持5550102。"
    assert running_calls(line) == [("县公安局", "户籍科", "5550101")]
    assert [(call.office, call.person, call.phone) for call in find_unowned(line)] == [
        ("技术支持", None, "5550102")
    ]


@pytest.mark.parametrize(
    ("line", "desks"),
    [
        ("申请渠道：街道（乡镇）公共服务窗口", [CalledDesk("", "街道（乡镇）公共服务窗口")]),
        ("办理地点：县政务中心二楼残联窗口", [CalledDesk("县政务中心", "残联窗口")]),
        ("申请方式：登录网站提交", []),
        ("受理地点：各级经办机构", []),
    ],
)
def test_fields_name_who_takes_papers(line: str, desks: list[CalledDesk]) -> None:
    """Ways to apply and bodies of a kind are nobody."""
    assert list(desks_to_apply_at(line)) == desks


def test_sentences_name_windows() -> None:
    """Whose place it is stays away."""
    text = "到户籍所在地镇（街道）人社窗口办理，也可到任一窗口咨询。"
    assert list(windows_to_go_to(text)) == [CalledDesk("", "镇（街道）人社窗口")]
