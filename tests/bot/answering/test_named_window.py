"""A window asked about by its number is the one that is printed, or it is said that none is."""

from dataclasses import replace

import pytest

from bot.answering.leading.named_window import NamedWindows, windows_in
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeQuery, measure

PENSION = measure("一", (("", "养老待遇申领。受理窗口：A区2号、3号窗口，电话0533-2110005。"),))
CARD = measure("二", (("", "社保卡补办。受理窗口：B区3号窗口。"),))
LEAVE = measure("三", (("事项", "档案转出"), ("窗口", "7号")))
GUIDE = replace(DOCUMENT, title="社会保险服务指南", measures=(PENSION, CARD, LEAVE))
FOUND = FakeFinding(hits=(FakeHit(CARD.id, 0.6),), query=FakeQuery())


def _named(question):
    found = NamedWindows(FakeCatalog((GUIDE,))).of(question, FOUND)
    return found and (str(found.window), [name.partition("#")[2] for name in found.measures])


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("A区2号、3号窗口", ["A区2号窗口", "A区3号窗口"]),
        ("到1至3号窗口办理", ["1号窗口", "2号窗口", "3号窗口"]),
        ("三号窗口", ["3号窗口"]),
        ("Ａ区１２号综合窗口", ["A区12号窗口"]),
        ("办事窗口在二楼", []),
        ("2026年窗口单位名单", []),
    ],
)
def test_windows_are_read(text, windows):
    """In figures and signs, one by one, in lists and spans."""
    assert [str(each) for each in windows_in(text)] == windows


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("A区3号窗口办什么", ("A区3号窗口", ["一"])),
        ("B区3号窗口是干啥的", ("B区3号窗口", ["二"])),
        ("3号窗口办啥", ("3号窗口", ["一", "二"])),
        ("社会保险7号窗口电话", ("7号窗口", ["三"])),
        ("A区5号窗口办什么", ("A区5号窗口", [])),
        ("B区2号窗口电话", ("B区2号窗口", [])),
    ],
)
def test_a_window_is_looked_for_in_print(question, named):
    """Without an area any will do; what is nowhere printed has no measure."""
    assert _named(question) == named


@pytest.mark.parametrize(
    "question",
    ["社保卡补办去几号窗口", "在A区3号窗口补办社保卡要带啥", "窗口办什么", "1号窗口和2号窗口办什么"],
)
def test_a_question_on_a_matter_is_left_to_the_search(question):
    assert _named(question) is None
