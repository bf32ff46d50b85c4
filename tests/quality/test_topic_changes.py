"""Changes of topic and turns that go on, in dialogues written from the documents alone."""

from collections import Counter
from pathlib import Path

import pytest

from bot.answer import Ask
from bot.evaluation.dialogues import Played, play, read_dialogues

HERE = Path(__file__).parent
LEAST = {
    "topic_changes.jsonl": {"first": 0.86, "change": 0.96, "follow": 0.98},
    "more_topic_changes.jsonl": {"first": 0.93, "change": 0.94, "follow": 0.96},
}
"""Of each set, the least share of its turns of each kind that must be right."""


def shares(turns: list[Played]) -> dict[str, float]:
    """The share of right turns by kind."""
    counted = Counter(turn.kind for turn in turns)
    right = Counter(turn.kind for turn in turns if not turn.faults)
    return {kind: right[kind] / count for kind, count in counted.items()}


@pytest.mark.parametrize("name", LEAST)
def test_changes_of_topic_are_heard_and_what_goes_on_stays(assistant, name):
    """A matter of its own is answered or refused as such, a further question from the measure at hand."""
    turns = list(play(read_dialogues(HERE / name), assistant.ask))
    lost = [f"{t.dialogue}.{t.turn} {t.kind} {t.answer.question}: {t.faults}" for t in turns if t.faults]
    short = {kind: share for kind, share in shares(turns).items() if share < LEAST[name][kind]}
    assert not short, "\n".join([str(short), *lost])


def test_a_word_that_both_matters_have_recalls_no_earlier_one(assistant):
    """谁任命的 after two appointments, of which the search finds the first: told of the second."""
    for words in ("侯德功当什么了", "玄志刚免了什么职", "谁任命的"):
        answer = assistant.ask(Ask(words, session="recalled"))
    assert [one.doc.number for one in answer.measures] == ["聊政任〔2021〕12号"]
