"""Whether a question tells all that some words of a text say."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

THINGS_FILE = Path(__file__).with_name("same_things.toml")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LIGHT = re.compile(
    r"(?<=的)[户人者](?![\u4e00-\u9fff])|^因|(?<=、)因|使用|造成|导致|已经?|正在|曾|对外|以外|之外|范围内?|名下|人员|对象|情形|情况|以及|或者?|其他|属于|具有|相关|有关|有效|耕地|土地|凭|本[区县市镇]|[的在了和与及且等为是由被将对从于所其该]"
)
_DENIED = re.compile(r"(?:没有?|未|不(?!是吗)|别)((?!了)[\u4e00-\u9fff]{1,3})")
_ENOUGH = 0.8
"""The share of the signs of a word that a question has to have side by side, or by a word for the same."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with the words for it, and words for its kinds, which people say for it."""

    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()


def tells(words: str, clause: str, enough: float = _ENOUGH) -> bool:
    """Whether a clause tells all that some words of a text say, in these or in other words.

    Of each word it has to have a share of the signs that is `enough`.

    Example: `已入住养老机构`, 住在养老院里 -> True; `撂荒的耕地`, 地种着麦子 -> False
    """
    runs = [run for run in _runs(words) if run]
    return bool(runs) and all(_is_told(run, clause, enough) for run in runs)


def denies(words: str, clause: str) -> bool:
    """Whether a clause denies something with a sign of some words, or of other words for the same.

    Example: `已入住养老机构`, 没住养老院 -> True; `撂荒的耕地`, 地荒着没种 -> False
    """
    signs = set(words) | {sign for word in _said_for(words) for sign in word}
    return any(signs & set(match.group(1)) for match in _DENIED.finditer(clause))


def _runs(words: str) -> Iterator[str]:
    yield from _HAN.findall(_LIGHT.sub("，", re.sub(r"（[^（）]*）", "", words)))


def _is_told(run: str, clause: str, enough: float) -> bool:
    told = {at for i in range(len(run) - 1) if run[i : i + 2] in clause for at in (i, i + 1)}
    for printed in _said_otherwise(clause):
        told |= {at for match in re.finditer(printed, run) for at in range(*match.span())}
    if len(run) == 1:
        return bool(told) or run in clause
    return len(told) >= enough * len(run)


@lru_cache(maxsize=256)
def _said_otherwise(clause: str) -> tuple[str, ...]:
    """Words of texts that a clause has other words for."""
    return tuple(
        word
        for thing in default_things()
        if any(said in clause for said in (*thing.words, *thing.kinds))
        for word in thing.words
    )


@lru_cache(maxsize=256)
def _said_for(words: str) -> tuple[str, ...]:
    """What people say for words of a text."""
    return tuple(
        said
        for thing in default_things()
        if any(word in words for word in thing.words)
        for said in (*thing.words, *thing.kinds)
    )


@lru_cache(maxsize=1)
def default_things() -> Sequence[Thing]:
    """The rows of the file."""
    rows = tomllib.loads(THINGS_FILE.read_text(encoding="utf-8"))["thing"]
    return tuple(Thing(tuple(row["words"]), tuple(row.get("kinds", ()))) for row in rows)
