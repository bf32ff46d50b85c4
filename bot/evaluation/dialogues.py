"""Playing dialogues against the assistant and judging every turn.

A dialogue set is JSON lines: `id`, `user`, `turns`, each `{"q", "expect"}`, asked in order in one session.
`expect` holds `evidence` (strings of acceptable measures), `phones`, `depts`, `facts` and `status` (None: not
judged). A turn passes when one `evidence` string stands in the first measure or the answer's text, every
other string in the answer's text, and the status is equal where given; after NFKC, without white space.

Further, where given: the status is one of `statuses`; one of `facts_any` stands in the text; the
first measure, if any, holds none of `not_evidence` and one of `allowed`. A `note` may begin with the kind of
the turn: first, change (of topic) or follow.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer, Ask
from bot.evaluation.scoring import Json, QuestionSetError
from retrieval.fitting import norm

_SAID = ("phones", "depts", "facts")


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One conversation: what is said, turn by turn, and what is expected of each answer."""

    id: str
    turns: tuple[tuple[str, Json], ...]


@dataclass(frozen=True, slots=True)
class Played:
    """One turn with its answer; `faults` names what was missing, empty where the turn passes."""

    dialogue: str
    turn: int
    answer: Answer
    faults: tuple[str, ...]
    kind: str = ""
    """The first word of its note: first, change or follow; empty without a note."""


def read_dialogues(path: Path) -> tuple[Dialogue, ...]:
    """The dialogues of a JSON-lines file.

    Raises:
        QuestionSetError: the file cannot be read or a line is no dialogue.
    """
    try:
        raws = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return tuple(
            Dialogue(raw["id"], tuple((turn["q"], turn["expect"]) for turn in raw["turns"])) for raw in raws
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuestionSetError(f"对话文件读不了：{path}（{error!r}）。请检查路径和格式。") from error


def play(dialogues: Iterable[Dialogue], ask: Callable[[Ask], Answer]) -> Iterator[Played]:
    """Every turn of every dialogue, each dialogue in a session of its own."""
    for dialogue in dialogues:
        for number, (words, expect) in enumerate(dialogue.turns, 1):
            answer = ask(Ask(words, session=f"dialogue:{dialogue.id}"))
            kind = re.split(r"\W", expect.get("note", ""), maxsplit=1)[0]
            yield Played(dialogue.id, number, answer, faults(answer, expect), kind)


def faults(answer: Answer, expect: Json) -> tuple[str, ...]:
    """What an answer lacks of what is expected.

    Example: expecting status `chat` of a refusal -> ("status chat",)
    """
    said = norm(answer.text)
    first = norm(answer.measures[0].text) if answer.measures else ""
    evidence = [norm(words) for words in expect.get("evidence", ())]
    missing = [
        f"{name} {words}" for name in _SAID for words in expect.get(name, ()) if norm(words) not in said
    ]
    if evidence and not any(words in said or words in first for words in evidence):
        missing.append(f"evidence {expect['evidence'][0]}")
    if expect.get("status") not in (None, answer.status):
        missing.append(f"status {expect['status']}")
    return (*missing, *_strayed(answer, expect, said, first))


def _strayed(answer: Answer, expect: Json, said: str, first: str) -> list[str]:
    """What an answer should not have been, by the columns that leave a choice."""
    strayed = []
    statuses, either = expect.get("statuses"), expect.get("facts_any")
    if statuses and answer.status not in statuses:
        strayed.append(f"status {'/'.join(statuses)}")
    if either and not _any_in(either, said):
        strayed.append(f"facts {'/'.join(either)}")
    if _any_in(expect.get("not_evidence", ()), first):
        strayed.append("earlier measure")
    if first and expect.get("allowed") and not _any_in(expect["allowed"], first):
        strayed.append("measure of no matter")
    return strayed


def _any_in(strings: Iterable[str], text: str) -> bool:
    """Whether one of the strings stands in a normalised text."""
    return any(norm(words) in text for words in strings)
