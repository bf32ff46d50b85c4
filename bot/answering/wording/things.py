"""The thing that a question names, where a text names only others of its kind: a ship, and farm machines."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

THINGS_FILE = Path(__file__).with_name("things.toml")


@dataclass(frozen=True, slots=True)
class ThingKind:
    """Things of which a text that is about one is not about another."""

    any_of_them: re.Pattern[str]
    """Words for all of the kind."""
    things: Mapping[str, re.Pattern[str]]
    """Name -> its words."""
    alike: tuple[tuple[str, str], ...]
    """Questions with texts that name what they ask about; they are tests."""
    unlike: tuple[tuple[str, str], ...]
    """Questions with texts that name another thing; they are tests."""

    def named(self, text: str) -> tuple[str, ...]:
        """The things that a text names, in the order of the table."""
        return tuple(name for name, words in self.things.items() if words.search(text))


@dataclass(frozen=True, slots=True)
class OtherThing:
    """What a question asks about, and what a text speaks of instead."""

    asked: str
    """As the question words it."""
    said: tuple[str, ...]


def other_thing(question: str, text: str) -> OtherThing | None:
    """What a text speaks of where it names another thing of the kind asked about, and not that one.

    Example: `老船报废补多少`, `农业机械报废更新补贴` -> 船, 农业机械
    """
    words = "".join(text.split())
    for kind in thing_kinds():
        asked, said = kind.named(question), kind.named(words)
        if asked and said and not set(asked) & set(said) and not kind.any_of_them.search(words):
            match = kind.things[asked[0]].search(question)
            return OtherThing(match.group() if match else asked[0], said)
    return None


def names_thing(question: str, text: str) -> bool:
    """Whether a text names a thing that a question names, and of no kind only others than the question does.

    Example: `老船报废`, `运输船舶` -> True; `货车报废`, `燃油乘用车`, which is a car too -> False
    """
    words = "".join(text.split())
    if other_thing(question, words):
        return False
    return any(set(kind.named(question)) & set(kind.named(words)) for kind in thing_kinds())


def is_titled_with_thing(question: str, title: str) -> bool:
    """Whether a title names the thing that a question names, and no other of its kind.

    Example: `幼儿园托班多少钱`, `公办幼儿园收费标准` -> True; `渔船报废`, `渔船和农机报废更新` -> False
    """
    named = ((set(kind.named(question)), set(kind.named(title))) for kind in thing_kinds())
    return any(said and said <= asked for asked, said in named)


def without_things(text: str) -> str:
    """A text with a comma for each thing that it names. Example: `老船报废补多少` -> `老，报废补多少`."""
    for kind in thing_kinds():
        for words in kind.things.values():
            text = words.sub("，", text)
    return text


@lru_cache(maxsize=1)
def thing_kinds() -> Sequence[ThingKind]:
    """The rows of the table, in its order."""
    rows = tomllib.loads(THINGS_FILE.read_text(encoding="utf-8"))
    return tuple(_kind(row) for row in rows.values())


def _kind(row: Mapping[str, Any]) -> ThingKind:
    return ThingKind(
        re.compile(row["any"]),
        {name: re.compile(words) for name, words in row["things"].items()},
        tuple((question, text) for question, text in row["alike"]),
        tuple((question, text) for question, text in row["unlike"]),
    )
