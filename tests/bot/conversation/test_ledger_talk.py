"""Turns about departments over the bundled documents: their phones, and all that they have to do."""

import pytest

from bot.answer import Status
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.conversation.said_turns import Told, turns_over, turns_over_list
from tests.bot.fakes import FakeFinding, FakeQuery


@pytest.fixture
def say(catalog):
    """Says one turn of one conversation over two measures of the list of 2024."""
    return turns_over_list(catalog)


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("区商务局电话多少", "0533-6195136"),
        ("发改委电话", "0533-6195397"),
        ("种业服务科电话多少", "0533-6195867"),
        ("6195896是哪里的电话", "农机推广服务科"),
    ],
)
def test_phones_come_from_the_directory(say, words, phone):
    """The name of a department, its everyday name, an office, or a number alone is looked up."""
    answer = say(words)
    assert answer.status is Status.ANSWERED
    assert phone in answer.text


def test_a_department_that_prints_no_phone_names_the_hotline(say):
    """No document prints a phone of 区审计局."""
    answer = say("区审计局电话")
    assert answer.status is Status.NOT_COVERED
    assert "12345" in answer.text


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("区商务局牵头哪些任务", {"lead"}),
        ("区商务局牵头和负责哪些任务", {"lead", "responsible"}),
        ("区商务局有哪些任务", {"lead", "responsible", "support"}),
    ],
)
def test_the_ledger_of_a_department_is_complete_page_by_page(say, catalog, words, roles):
    """What 区商务局 does in these roles: as many entries as the first page says, each once."""
    first = say(words)
    texts = [first.text]
    while "还有吗" in texts[-1]:
        texts.append(say("还有吗").text)
    count = sum(
        any(duty.canonical == "区商务局" and duty.role in roles for duty in measure.responsibilities)
        for measure in catalog.measures
    )
    assert f"共{count}项：" in first.text
    assert f"共{count}项，已列{count}项" in texts[-1]
    numbers = [
        line.split(".")[0] for text in texts for line in text.splitlines() if line.split(".")[0].isdigit()
    ]
    assert numbers == [str(place) for place in range(1, count + 1)]


def test_everyday_names_and_they(say):
    """住建局 is 区住房城乡建设局; 他们 is who was talked about."""
    say("住建局电话")
    assert "区住房城乡建设局" in say("他们管什么事").text


def test_another_department_after_a_ledger_gets_its_own(say):
    """财政局呢 after the ledger of 区商务局 is the ledger of 区财政局, as people expect in 周村."""
    say("区商务局牵头哪些任务")
    assert "共" in say("区财政局呢").text


def test_the_ledger_of_one_year(catalog):
    """2020年的呢 after the ledger of 区教育和体育局: what the documents of 2020 give it."""

    class Years(Told):
        def search(self, question, **rest):
            years = (2020,) if "2020" in question else ()
            return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=FakeQuery(years=years))

    say = turns_over(catalog, Years())
    say("区教育和体育局牵头哪些任务")
    answer = say("2020年的呢")
    assert {measure.doc.issued.year for measure in answer.measures} == {2020}
    assert "智慧教育" in answer.text


def test_the_district_and_the_city_have_bureaus_of_one_short_name(say):
    """区工信局 is not 市工业和信息化局."""
    text = say("区工信局电话").text
    assert "区工业和信息化局" in text
    assert "市工业和信息化局" not in text


def test_a_ledger_within_one_document(say):
    """区委网信办 leads one item of the smart city plan, 2020: IPv6."""
    answer = say("智慧城市方案里，区委网信办牵头哪一项")
    assert [measure.id for measure in answer.measures] == ["周政办字〔2020〕30号#（二）"]
    assert "区大数据局" in say("哪些单位配合").text


@pytest.mark.parametrize("turn", ["电话多少", "找谁", "那归谁管"])
def test_the_department_that_a_refusal_named_is_kept(say, turn):
    """No document says how to apply for 低保; 区民政局 and its phone are said, and said again."""
    refused = say("低保户口本丢了咋补")
    assert refused.status is Status.NOT_COVERED
    assert "0533-6195405" in refused.text
    answer = say(turn)
    assert answer.status is Status.ANSWERED
    assert "区民政局" in answer.text
    assert "0533-6195405" in answer.text
    assert "0533-6195405" in say("电话呢").text


def test_a_department_that_a_refusal_named_is_forgotten_with_the_next_topic(say):
    """After the refrigerator the phone is that of its measure."""
    say("低保户口本丢了咋补")
    say("旧冰箱换新有补贴吗")
    assert "0533-6195136" in say("电话多少").text
