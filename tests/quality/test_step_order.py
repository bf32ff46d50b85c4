"""The order of a talk's steps: for every claim an utterance that the other order answers otherwise."""

from datetime import date

import pytest

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.answering.search_memory import RememberingSearch
from bot.conversation import steps
from bot.conversation.hearing.phrases import make_ear
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk

DAY = date(2026, 11, 21)
FRIDGE = "家里旧冰箱换新的有补贴吗"


@pytest.fixture(scope="module")
def parts(workbench):
    """The assistant over the bundled documents, and its ear."""
    assistant = Assistant(workbench.catalog, RememberingSearch(workbench.retriever), today=lambda: DAY)
    return assistant, make_ear(workbench.encoder, workbench.retriever.index.table)


def last_answer(parts, order, turns):
    """The text of the last of some turns where the steps stand in that order."""
    talk = Talk(parts[0], MemorySessions(), parts[1], [step for group in order for step in group])
    return [talk.ask(Ask(turn, session="s")).text for turn in turns][-1]


def with_later_first(first, later):
    """The groups with the later one moved before the first."""
    others = [group for group in steps.GROUPS if group is not later]
    at = others.index(first)
    return [*others[:at], later, *others[at:]]


def test_every_group_is_in_the_order_once():
    """What ends a talk is first, and what answers everything is last."""
    assert len(steps.STEPS) == len(set(steps.STEPS)) == sum(map(len, steps.GROUPS))
    assert (steps.STEPS[0], steps.STEPS[-1]) == (steps.reset, steps.matters.plain)


@pytest.mark.parametrize(
    ("first", "later", "turns", "says"),
    [
        ("WHOLE_TALK", "SAID_OUTRIGHT", ("养老", "/eligible", "2"), "您在哪里"),
        ("SAID_OUTRIGHT", "WITHOUT_MATTER", ("养老", "2"), "区民政局"),
        ("WITHOUT_MATTER", "FIELDS", (FRIDGE, "你是谁"), "我是"),
        ("LISTS", "MOVES", ("区农业农村局手头都有哪些任务", "往下翻"), "已列20项"),
        ("DEPARTMENTS", "SEVERAL", ("专利奖励", "区财政局电话呢"), "区财政局的电话"),
        ("DEPARTMENTS", "ELSEWHERE", ("区大数据局牵头哪些任务", "2020年的有哪些"), "（2020）"),
        ("SEVERAL", "FIELDS", ("养老", "电话呢"), "您指的是哪一条"),
        (
            "ELSEWHERE",
            "FIELDS",
            (
                "聊城外资制造业到账过一个亿，奖几个点",
                "周村有没有这种外资奖",
                "那聊城这个哪两个局管",
            ),
            "市财政局、市商务投资促进局",
        ),
        ("FIELDS", "MATTERS", (FRIDGE, "手机算吗"), "没有写到“手机”"),
    ],
)
def test_the_order_of_two_groups_decides(parts, first, later, turns, says):
    """In the order as it stands the right thing is said; with the later group first, something else."""
    earlier, after = getattr(steps, first), getattr(steps, later)
    right = last_answer(parts, steps.GROUPS, turns)
    assert says in right
    assert last_answer(parts, with_later_first(earlier, after), turns) != right
