"""Whole conversations against the real documents: what was said, what must be answered, turn by turn."""

from functools import lru_cache
from pathlib import Path

import pytest

from bot.answer import Ask
from bot.evaluation.dialogues import play, read_dialogues
from tests.quality.conftest import AS_OF

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def played(assistant):
    """The turns of a set of dialogues, each set played once."""
    return lru_cache(lambda name: tuple(play(read_dialogues(HERE / name), assistant.ask)))


@pytest.mark.parametrize(
    ("name", "least"),
    [("dialogues.jsonl", 48 / 49), ("talks.jsonl", 0.94), ("third_dialogues.jsonl", 0.92)],
)
def test_turns_of_conversations_are_answered_right(played, name, least):
    """All turns but one of the given dialogues, and most of those with traps, switches and loose speech."""
    turns = played(name)
    lost = [
        f"{turn.dialogue}.{turn.turn} {turn.answer.question}: {turn.faults}" for turn in turns if turn.faults
    ]
    assert len(lost) <= (1 - least) * len(turns), "\n".join(lost)


def test_whatever_is_quoted_in_a_conversation_is_verbatim(played):
    """Every highlight of every turn stands in its measure, white space apart."""
    for turn in played("talks.jsonl"):
        for measure in turn.answer.measures:
            text = "".join(measure.text.split())
            assert all("".join(words.split()) in text for words in measure.highlights)


def test_every_reply_fits_one_message(played):
    """At most 4096 UTF-16 code units, the full texts too."""
    for turn in played("talks.jsonl"):
        assert len(turn.answer.text.encode("utf-16-le")) // 2 <= 4096


@pytest.mark.parametrize(
    ("question", "elsewhere"), [("区人防办2024年牵头哪些任务", True), ("区商务局2024年牵头哪些任务", False)]
)
def test_no_task_in_a_year_is_not_said_to_be_none_at_all(assistant, question, elsewhere):
    """区人防办 has tasks in the list of 2022 alone, 区商务局 in 2024 too."""
    text = assistant.ask(Ask(question, as_of=AS_OF)).text
    assert ("您说的年份或文件里没有查到" in text) is elsewhere
    assert "手头的文件里没有" not in text
