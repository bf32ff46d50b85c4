"""Of thousands of messages and questions those that tell of danger are heard, and hardly another."""

import json
import tomllib
from itertools import chain
from pathlib import Path

from bot.helplines import (
    shipped_helplines,
    words_alarm,
)
from corpus.bundled_sources import BUNDLED_QUESTIONS

HELPLINES = shipped_helplines()

QUALITY = Path(__file__).parents[2] / "quality"
TRUE_DANGERS = {
    "一屋子煤气味，我头晕得厉害",
    "厨房油锅着火了咋办快说",
    "孩子吞了颗纽扣电池，脸都白了",
    "我爹有老年痴呆，早上出门到现在没回来",
    "有个人坐在桥栏杆上要往下跳，快来人",
    "路上撞车了，对方躺地上流血呢",
    "他又喝多了打我，我躲在厕所里不敢出去",
    "被狗咬了找哪里",
}
"""The questions of the quality sets that do tell of danger."""


def questions(folder):
    """All turns of the question sets of a folder."""
    for path in folder.glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield from (turn["q"] for turn in row.get("turns", [row]))


def test_no_question_of_the_quality_sets_is_taken_for_a_danger():
    """But for eight that are one."""
    assert {q for q in questions(QUALITY) if HELPLINES.danger(q)} == TRUE_DANGERS


def test_no_stored_question_of_a_measure_is_taken_for_a_danger():
    """All that the documents answer, thousands."""
    stored = [
        question
        for path in BUNDLED_QUESTIONS.glob("*.toml")
        for asked in tomllib.loads(path.read_text(encoding="utf-8"))["questions"].values()
        for question in asked
    ]
    assert [question for question in stored if HELPLINES.danger(question)] == []


def test_every_stored_emergency_is_recognised():
    """The questions that the search was taught to refuse as emergencies."""
    path = BUNDLED_QUESTIONS / "uncovered" / "emergencies.toml"
    stored = tomllib.loads(path.read_text(encoding="utf-8"))["questions"]
    assert [question for question in stored if not HELPLINES.danger(question)] == []


LOOSELY_HEARD = {
    "电梯困人打哪",
    "微信群里说公益岗交三百块报名费，我交了，是不是被骗了",
    "媒人骗了我三万",
    "摄像头拍着偷我电动车那人了，画面给我看看，车是红色雅迪",
}
"""Stored questions of other kinds that tell of a danger all the same."""


def test_no_other_question_that_nothing_answers_is_heard_as_a_danger():
    """Of thousands that are refused for another reason: four, and they are right."""
    stored = [
        question
        for path in (BUNDLED_QUESTIONS / "uncovered").glob("*.toml")
        if path.stem != "emergencies"
        for question in tomllib.loads(path.read_text(encoding="utf-8"))["questions"]
    ]
    assert {question for question in stored if HELPLINES.danger(question, unanswered=True)} == LOOSELY_HEARD


def lines(name):
    """The messages of a file beside this one."""
    return (Path(__file__).with_name(name)).read_text(encoding="utf-8").splitlines()


def test_nearly_all_dangers_of_a_list_made_for_it_are_heard():
    """690 messages in plain and in roundabout words, none an example of the tables: 682 and more."""
    missed = [message for message in lines("dangers.txt") if not HELPLINES.danger(message, unanswered=True)]
    assert len(missed) <= 8, missed


def test_no_look_alike_of_a_list_made_for_it_is_heard():
    """930 questions and tellings of rules, prices, news, games, whose words hold those of dangers."""
    heard = [message for message in lines("look_alikes.txt") if HELPLINES.danger(message, unanswered=True)]
    assert heard == []


def test_each_danger_is_told_the_number_of_its_kind_and_both_where_two_are_right():
    """Behind each message stand the numbers of which one must be told, groups of them where two must be."""
    for line in lines("numbers_for_dangers.txt"):
        message, _, groups = line.partition("|")
        told = HELPLINES.danger(message, unanswered=True)
        numbers = {helpline.number for helpline in told.helplines} if told else set()
        assert all(numbers.intersection(group.split("/")) for group in groups.split()), line


def flat(questions):
    """The questions of a file, whether listed by measure or not."""
    return chain.from_iterable(questions.values()) if isinstance(questions, dict) else questions


def test_hardly_a_stored_question_may_be_danger():
    """One of those that measures answer, 13 of those that nothing answers."""
    stored = [
        question
        for path in BUNDLED_QUESTIONS.rglob("*.toml")
        if path.stem != "emergencies"
        for question in flat(tomllib.loads(path.read_text(encoding="utf-8"))["questions"])
    ]
    assert sum(HELPLINES.may_be_danger(question, words_alarm) for question in stored) <= 20
