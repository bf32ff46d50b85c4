"""Titles as they are compared: how a document may be cited, whoever issues it and however it is passed on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.regions import region_of
from corpus.text.cited_titles import EDITION_MARK, passed_on
from corpus.text.excerpt import compact, fold

_ISSUER = re.compile(r"^[^《》〈〉，。]{2,160}?(?=关于)")
_ABOUT = "关于"
_EDITION = re.compile(rf"[（(〔](?:试行|暂行|{EDITION_MARK})[）)〕]")
"""Marks of an edition: 办法（试行） and 办法 may be one, 清单（第二批） and 清单 never are."""
_DRAFT = re.compile(r"[（(〔]?(?:公开)?(?:征求意见稿|送审稿|讨论稿|草案)[）)〕]?")
LEAST_CHARS = 6
"""A shorter title, such as 实施意见, names no document."""


@dataclass(frozen=True, slots=True)
class TitleKeys:
    """How a document may be cited by its title."""

    whole: tuple[str, ...] = ()
    """As printed, the fullest first."""
    local: tuple[str, ...] = ()
    """Without the region of the document at their start: 低保办法 within 青禾县."""

    @classmethod
    def of(cls, title: str, region: str) -> "TitleKeys":
        """Those of a title of a document of a region."""
        return cls(title_keys(title), local_keys(title, region))


def title_keys(title: str) -> tuple[str, ...]:
    """The keys of a title, the fullest first.

    Example: 青禾县民政局关于印发《青禾县低保办法（试行）》的通知 -> that, 青禾县低保办法试行, 青禾县低保办法
    and others
    """
    bare = compact(_DRAFT.sub("", compact(title)))
    whole = (bare, _ISSUER.sub("", bare), passed_on(bare))
    plain = (_EDITION.sub("", words) for words in whole)
    keys = (fold(words.removeprefix(start)) for words in (*whole, *plain) for start in ("", _ABOUT))
    return tuple(dict.fromkeys(key for key in keys if len(key) >= LEAST_CHARS))


def local_keys(title: str, region: str) -> tuple[str, ...]:
    """The keys of a title without the region of its document at their start: `低保办法` within 青禾县."""
    names = _called(region) if region else ()
    bare = (_without(key, names) for key in title_keys(title))
    return tuple(dict.fromkeys(key for key in bare if len(key) >= LEAST_CHARS))


@lru_cache(maxsize=256)
def _called(region: str) -> tuple[str, ...]:
    """A region and those that it belongs to, the longest names first."""
    known = region_of(region)
    return tuple(sorted({*known.own, *known.above}, key=len, reverse=True))


def _without(key: str, names: Iterable[str]) -> str:
    """A key without names at its start; empty where none stands there."""
    bare = key
    while start := next((name for name in names if bare.startswith(name)), ""):
        bare = bare.removeprefix(start)
    return bare if bare != key else ""


def is_titled_draft(title: str) -> bool:
    """Whether a title calls its document a draft."""
    return bool(_DRAFT.search(title))
