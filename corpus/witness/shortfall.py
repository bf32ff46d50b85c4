"""What of a file is neither in its text nor in a named loss, by its plain reading."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.text.losses import Loss
from corpus.text.radicals import plain_characters
from corpus.witness.stretches import ignored_in, stretches_of

_UNPRINTED = ("Cc", "Cf", "Co", "Zs", "Zl", "Zp")
"""Categories of characters that no comparison counts: controls, private ones, blanks."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a plain reading of a file has and neither its text nor a named loss holds."""

    missing: int
    """Characters, white space apart."""
    stretches: tuple[str, ...]
    """The stretches of the file that hold them."""


def shortfall_of(
    name: str, data: bytes, text: str, losses: Sequence[Loss], limits: Limits = DEFAULT_LIMITS
) -> Shortfall:
    """Compares the file itself with what was read of it, character by character.

    Characters are counted, whatever their order: readers put columns and pages into another one. Width and
    other forms of a character are the same character.

    Raises:
        SourceError: the file cannot be read at all.
    """
    ignored = ignored_in(name)
    stretches = [(stretch, _folded(stretch, ignored)) for stretch in stretches_of(name, data, limits)]
    missing = Counter[str]()
    for _, folded in stretches:
        missing.update(folded)
    read = _folded(text, ignored)
    missing.subtract(read)
    for loss in losses:
        for character in _folded(loss.words, ignored):
            missing[character] -= loss.times
    missing = +missing
    return Shortfall(missing.total(), tuple(_holding(missing, stretches, read, losses, ignored)))


def _holding(
    missing: Counter[str],
    stretches: Iterable[tuple[str, str]],
    read: str,
    losses: Sequence[Loss],
    ignored: re.Pattern[str],
) -> Iterable[str]:
    """The stretches with missing characters that stand as a whole neither in the text nor in a loss."""
    if not missing:
        return
    named = [_folded(loss.words, ignored) for loss in losses]
    for stretch, folded in stretches:
        if any(character in missing for character in folded) and not (
            folded in read or any(folded in words for words in named)
        ):
            yield " ".join(stretch.split())


def _folded(text: str, ignored: re.Pattern[str]) -> str:
    folded = unicodedata.normalize("NFKC", plain_characters(ignored.sub("", text)))
    return "".join(sign for sign in folded if unicodedata.category(sign) not in _UNPRINTED)
