"""Whose the phones of a document are, and what each is for."""

import pytest

from bot.answering.calls.choosing_calls import of_body_beside, of_place
from bot.answering.calls.printed_calls import PrintedCall, printed_calls
from corpus.records import PrintedAt, Site
from tests.corpus.taken import taken

HEAD = "青禾县水务局关于护井补助的通知\n青水发〔2026〕8号\n各乡镇：\n"
TAIL = "青禾县水务局\n2026年3月2日\n"


@pytest.fixture
def calls(tmp_path):
    """The phones of a notice made of these lines."""

    def read(*lines: str) -> list[PrintedCall]:
        path = tmp_path / "通知.txt"
        path.write_text(HEAD + "".join(f"{line}\n" for line in lines) + TAIL, encoding="utf-8")
        return list(printed_calls(taken(path)))

    return read


def _owners(calls: list[PrintedCall]) -> list[tuple[str, str | None, str, bool]]:
    return [(call.department, call.office, call.phone, call.complaint) for call in calls]


def test_a_phone_belongs_to_the_office_before_it(calls):
    """Each of the two sentences names an office right before its phone."""
    read = calls(
        "一、补助。每眼井每年补助900元。",
        "二、举报。克扣补助的，由县水务局督查室受理举报，举报电话5550177。",
        "三、咨询。具体问题可咨询县水务局水井股，电话5550125。",
    )
    assert _owners(read) == [
        ("县水务局", "督查室", "5550177", True),
        ("县水务局", "水井股", "5550125", False),
    ]


def test_an_office_alone_gets_the_body_that_the_document_gives_it(calls):
    """The first clause makes 节水办公室 an office of 县水务局."""
    read = calls(
        "一、测水。县水务局节水办公室十日内测水，合格的发给奖励。",
        "二、电话。节水办公室咨询电话5550112，县排水公司运营科服务电话5550150。",
    )
    assert _owners(read) == [
        ("县水务局", "节水办公室", "5550112", False),
        ("县排水公司", "运营科", "5550150", False),
    ]


def test_words_behind_a_phone_say_what_it_is_for(calls):
    """`可拨打…举报` and the bracket 监督 make a phone one for complaints."""
    read = calls(
        "一、检查。县水务局水井股检查水质，发现井水发浑的，可拨打5550178举报。",
        "二、联系方式。",
        "县财政局企业股：韩工，5550158（拨款）",
        "县水务局办公室：5550100（监督）",
    )
    assert [(call.phone, call.complaint) for call in read] == [
        ("5550178", True),
        ("5550158", False),
        ("5550100", True),
    ]
    assert read[1].words.endswith("拨款")


def test_words_that_send_people_to_a_body_are_no_part_of_it(calls):
    """Nor what it is called for, before 拨打."""
    read = calls(
        "一、电话。井水问题拨打县水务局水井股电话5550125；捡到井盖，请联系县井盖回收站，电话5550133。",
    )
    assert _owners(read) == [
        ("县水务局", "水井股", "5550125", False),
        ("县井盖回收站", None, "5550133", False),
    ]


def test_a_title_of_questions_and_complaints_tells_nothing_of_its_phones(calls):
    """What stands before each phone does."""
    read = calls("一、咨询和监督。县水务局水井股，电话：5550125；监督电话：5550177。")
    assert [(call.phone, call.complaint) for call in read] == [("5550125", False), ("5550177", True)]


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("城南社区物业电话", ["和顺物业"]),
        ("城南社区的电话", ["城南社区"]),
        ("和顺物业电话", ["和顺物业"]),
        ("城南社区服务电话", ["城南社区"]),
        ("电话多少", []),
    ],
)
def test_of_the_bodies_of_a_row_the_one_that_is_named_is_meant(question, bodies):
    """A word of another body beside the name of one; words of many bodies tell nothing."""
    at = PrintedAt(Site.ITEM, "表1")
    row = [
        PrintedCall(body, None, phone, "", complaint=False, measure="m", printed_at=at)
        for body, phone in (("城南社区", "5550101"), ("和顺物业", "5550102"))
    ]
    assert [call.department for call in of_body_beside(row, question)] == bodies


@pytest.mark.parametrize(
    ("question", "bodies"),
    [("王村镇的医保找谁", []), ("王村社区找谁", ["王村社区"]), ("王村那边找谁", ["王村社区"])],
)
def test_a_town_is_not_the_community_that_bears_its_name(question, bodies):
    """王村镇 is no 王村社区; without its level it may be."""
    at = PrintedAt(Site.ITEM, "表7")
    call = PrintedCall("王村社区", None, "5550107", "", complaint=False, measure="m", printed_at=at)
    assert [one.department for one in of_place([call], question)] == bodies


def test_a_phone_belongs_to_the_desk_in_the_bracket_behind_it(calls):
    """A body, or a body and its office; what only says when to call is nobody."""
    read = calls(
        "一、补助。每眼井每年补助900元。",
        "二、咨询电话：5550125（县水务局水井股）。",
        "三、受理电话：5550177（县行政审批局）。",
        "四、服务电话：5550188（工作日上午）。",
    )
    assert [call[:2] for call in _owners(read)] == [
        ("县水务局", "水井股"),
        ("县行政审批局", None),
        ("", None),
    ]
