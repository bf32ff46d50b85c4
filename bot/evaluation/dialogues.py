"""Playing dialogues against the assistant and judging every turn.

A dialogue set is JSON lines: `id`, `user`, `turns`, each `{"q", "expect"}`, asked in order in one session.
`expect` holds `evidence` (strings of acceptable measures), `phones`, `depts`, `facts` and `status` (None: not
judged). A turn passes when one `evidence` string stands in the first measure or the answer's text, every
other string in the answer's text, and the status is equal where given; after NFKC, without white space.
"""

import json
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
            yield Played(dialogue.id, number, answer, faults(answer, expect))


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
    return tuple(missing)
