"""Whole conversations against the real documents: what was said, what must be answered, turn by turn."""

from pathlib import Path

import pytest

from bot.app import make_assistant
from bot.evaluation.dialogues import play, read_dialogues
from bot.settings import Settings

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    """The whole bot over the bundled documents."""
    return make_assistant(Settings(home=tmp_path_factory.mktemp("home")))


@pytest.mark.parametrize(
    ("name", "least"),
    [("dialogues.jsonl", 48 / 49), ("talks.jsonl", 0.94), ("third_dialogues.jsonl", 0.92)],
)
def test_turns_of_conversations_are_answered_right(talk, name, least):
    """All turns but one of the given dialogues, and most of those with traps, switches and loose speech."""
    turns = list(play(read_dialogues(HERE / name), talk.ask))
    lost = [
        f"{turn.dialogue}.{turn.turn} {turn.answer.question}: {turn.faults}" for turn in turns if turn.faults
    ]
    assert len(lost) <= (1 - least) * len(turns), "\n".join(lost)


def test_whatever_is_quoted_in_a_conversation_is_verbatim(talk):
    """Every highlight of every turn stands in its measure, white space apart."""
    for turn in play(read_dialogues(HERE / "talks.jsonl"), talk.ask):
        for measure in turn.answer.measures:
            text = "".join(measure.text.split())
            assert all("".join(words.split()) in text for words in measure.highlights)


def test_every_reply_fits_one_message(talk):
    """At most 4096 UTF-16 code units, the full texts too."""
    for turn in play(read_dialogues(HERE / "talks.jsonl"), talk.ask):
        assert len(turn.answer.text.encode("utf-16-le")) // 2 <= 4096
