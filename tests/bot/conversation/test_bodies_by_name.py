"""A body of a place is found in its texts by whatever people call it, and never one of another place."""

import pytest

from bot.answer import Status
from bot.conversation.about_departments.bodies_by_name import body_asked, printed_for
from corpus.catalog import Catalog
from tests.bot.conversation.printed_bodies import document_of, duty_of
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch

CATALOG = Catalog(
    (
        document_of(
            "青供通〔2026〕1号",
            "青禾县",
            "青禾县供暖事项",
            "青禾县暖阳热力集团有限公司：负责城区，客服电话5550101。\n"
            "青禾县顺达物业服务有限公司：负责西关，电话5550102。\n"
            "县住房和城乡建设局公用事业科：监督电话5550103。\n"
            "县人力资源和社会保障局负责登记（电话5550104），县工业和信息化局负责核实（电话5550105）。\n"
            "县公安局交警大队负责注销，电话5550106；县市场监督管理局负责监督，电话5550107。\n"
            "凭县教育和体育局出具的证明到便民服务中心办理，电话5550108。\n"
            "第五条县农业农村局种植科负责解释，电话5550109。\n"
            "市财政局负责拨付，电话5550110。\n"
            "兰溪县商务局负责审核，电话5550111。",
        ),
        document_of(
            "青审服〔2026〕2号",
            "青禾县",
            "青禾县行政审批服务局食品许可办事指南",
            "办理地点：二楼窗口\n咨询电话：5550121\n监督电话：5550122",
        ),
        document_of(
            "青卫字〔2026〕3号",
            "青禾县",
            "青禾县卫生健康局关于体检的通知",
            "体检免费。",
            "科室 联系人 电话 妇幼科 赵青 0600-5550131 财务科 钱禾 0600-5550132",
        ),
        document_of(
            "青政办字〔2026〕4号",
            "青禾县",
            "青禾县人民政府办公室关于修路的通知",
            "县交通运输局负责验收。\n联系电话：5550141",
        ),
        document_of(
            "兰民字〔2026〕5号",
            "兰溪县",
            "兰溪县民政局关于助餐的通知",
            "咨询县民政局养老服务科，0601-5560101。",
            "",
            duty_of("县民政局", "养老服务科", "0601-5560101"),
        ),
    ),
    "d",
)


def _phones(place, words):
    asked = body_asked(place, words)
    return "".join(each.words for each in printed_for(CATALOG, asked)) if asked else ""


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("住建局", "5550103"),
        ("县住建局", "5550103"),
        ("公用事业科", "5550103"),
        ("人社局", "5550104"),
        ("工信局", "5550105"),
        ("交警大队", "5550106"),
        ("交警队", "5550106"),
        ("市场监管局", "5550107"),
        ("工商局", "5550107"),
        ("农业局", "5550109"),
        ("热力公司", "5550101"),
        ("供热公司", "5550101"),
        ("顺达物业", "5550102"),
        ("行政审批局", "5550121"),
        ("卫计局", "5550131"),
        ("财务科", "5550132"),
    ],
)
def test_a_body_is_found_by_its_short_or_old_name_its_office_or_its_trade(words, phone):
    """With its own phone alone, whatever others stand in the same line."""
    said = _phones("青禾县", words)
    assert phone in said
    assert said.count("5550") <= 2


@pytest.mark.parametrize(
    "words",
    [
        "民政局",
        "养老服务科",
        "教体局",
        "教育局",
        "财政局",
        "商务局",
        "市财政局",
        "县政府办公室",
        "宏远物业",
        "局",
        "供水公司",
    ],
)
def test_another_place_or_level_and_a_paper_that_a_body_gave_tell_no_phone(words):
    """Nor what an office issues for others, nor a firm of another trade."""
    assert not _phones("青禾县", words)


def test_two_bodies_that_a_short_name_fits_are_none():
    """畜牧局 may be either."""
    text = "县畜牧兽医局电话5550201。县畜牧发展局电话5550202。"
    catalog = Catalog((document_of("青某〔2026〕6号", "青禾县", "通知", text),), "d")
    asked = body_asked("青禾县", "畜牧局")
    assert asked
    assert not printed_for(catalog, asked)


def _said(words, place="青禾县"):
    query = FakeQuery(regions=(place,))
    return turns_over(CATALOG, FakeSearch(FakeFinding(query=query)))(words)


def test_an_office_is_that_of_the_place_named():
    """养老服务科 of 兰溪县 is not that of 青禾县, and where nothing prints one it is told so."""
    assert "5560101" in _said("兰溪县养老服务科电话", "兰溪县").text
    answer = _said("青禾县养老服务科电话")
    assert answer.status is Status.NOT_COVERED
    assert "5560101" not in answer.text
    assert "青禾县养老服务科" in answer.text


def test_a_county_that_is_named_has_bodies_of_its_own_level():
    """教体局 and 住建局 of 东阿县 are not those of 聊城, whose bodies are known too."""
    city = document_of(
        "聊某〔2026〕1号", "聊城", "通知", "事项", "", duty_of("市教育体育局", None, "8200001")
    )
    text = "县住房和城乡建设局负责，电话3260001。"
    own = document_of("东某〔2026〕1号", "东阿县", "通知", text)
    catalog = Catalog((city, own), "d")
    search = FakeSearch(FakeFinding(query=FakeQuery(regions=("东阿县",))))
    for words, phone in (("东阿教体局电话", "东阿县教体局"), ("东阿住建局电话", "3260001")):
        said = turns_over(catalog, search)(words).text
        assert phone in said
        assert "8200001" not in said
        assert "市教育体育局" not in said


def test_parts_of_whoever_issued_a_notice_are_its_phones():
    """卫健局 of the notice whose table names no body."""
    answer = _said("青禾卫健局电话")
    assert answer.status is Status.ANSWERED
    assert "5550131" in answer.text


def test_a_namesake_behind_a_longer_name_of_another_place_is_none():
    """兰溪县商务局, printed in a notice of 青禾县, is not 青禾县商务局."""
    assert "5550111" not in _said("青禾商务局电话").text


@pytest.mark.parametrize("words", ["松源县民政局电话", "松源民政局电话", "松源县的民政局电话"])
def test_a_namesake_of_the_same_level_elsewhere_gives_no_phone(words):
    """县民政局 is printed with a phone in 兰溪县, and 松源县 has another."""
    own = document_of("松政发〔2026〕1号", "松源县", "通知", "县商务局电话5570001。")
    catalog = Catalog((*CATALOG.documents, own), "d")
    search = FakeSearch(FakeFinding(query=FakeQuery(regions=("松源县",))))
    answer = turns_over(catalog, search)(words)
    assert answer.status is Status.NOT_COVERED
    assert "5560101" not in answer.text
    assert "松源县民政局" in answer.text


def test_a_hotline_of_everybody_is_no_phone_of_whoever_issued_the_notice():
    """12315 in a notice of 民政局 is the hotline for prices."""
    own = document_of("松民字〔2026〕2号", "松源县", "松源县民政局关于收费的通告", "价格举报电话：12315。")
    asked = body_asked("松源县", "民政局")
    assert asked
    assert not printed_for(Catalog((own,), "d"), asked)


def test_bodies_of_a_town_are_looked_for_like_those_of_a_county():
    """A town bears no level that its bodies begin with."""
    town = document_of("镇便〔2026〕1号", "青禾县石桥镇", "石桥镇便民电话", "民政办负责登记，电话5550171。")
    found = printed_for(Catalog((town,), "d"), body_asked("青禾县石桥镇", "民政办"))
    assert [each.words for each in found] == ["民政办负责登记，电话5550171。"]
