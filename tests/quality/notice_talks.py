"""Judging talks about notices that an office has added, and questions about two matters at once."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.answer import Answer, Ask, Status
from retrieval.fitting import norm

Asking = Callable[[Ask], Answer]
Row = Mapping[str, Any]

_UNPRINTED = re.compile("没有(?:单独|直接)?写(?!明)|没有查到|未印电话")


def play_turns(path: Path, ask: Asking) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(kind, what was said, faults) of each turn of a JSON-lines file of dialogues, each in its own session.

    Kinds: `first`, `later`, and `null` for later turns that nothing answers.
    """
    for dialogue in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        for number, turn in enumerate(dialogue["turns"]):
            later = "null" if turn["evidence"] is None else "later"
            answer = ask(Ask(turn["q"], session=dialogue["id"]))
            yield (later if number else "first"), turn["q"], faults(turn, answer)


def faults(expected: Row, answer: Answer) -> tuple[str, ...]:
    """What an answer lacks of what is expected: words that it is not printed, or evidence and facts.

    A phone that was asked for stands for the words of the article that prints it.
    """
    said = norm(answer.text)
    missing = [words for words in (*expected["facts"], *expected["phones"]) if norm(words) not in said]
    evidence = expected["evidence"]
    if evidence is None:
        refused = answer.status in (Status.NOT_COVERED, Status.CLARIFY) or _UNPRINTED.search(answer.text)
        return (*missing, *(() if refused else ("refusal",)))
    first = norm(answer.measures[0].text) if answer.measures else ""
    found = any(norm(words) in said or norm(words) in first for words in evidence)
    reached = bool(expected["phones"]) and not missing
    return (*missing, *(() if found or reached else ("evidence",)))


def faults_of_parts(expected: Row, answer: Answer) -> tuple[str, ...]:
    """What an answer to several matters lacks of each; of one that nothing answers, that this is said."""
    said = norm(answer.text)
    shown = [said, *(norm(measure.text) for measure in answer.measures[:2])]
    lacking: list[str] = []
    for part in expected["parts"]:
        lacking += [words for words in part["facts"] if norm(words) not in said]
        if part["evidence"] is None:
            told = answer.status is Status.NOT_COVERED or answer.unmet or _UNPRINTED.search(answer.text)
        else:
            told = any(norm(words) in text for words in part["evidence"] for text in shown)
        lacking += [] if told else ["part"]
    return tuple(lacking)
