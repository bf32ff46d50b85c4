"""Text without white space and with full-width punctuation, next to the text as printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_OTHER_SIGNS = "():;,[]【】［］〔〕"
_FULL_WIDTH = str.maketrans(_OTHER_SIGNS, "（）：；，（）（）（）（）")
_ANY_OTHER = re.compile(f"[{re.escape(_OTHER_SIGNS)}]")
_SHORT = 500
"""Characters of a text whose words are remembered."""
_OPEN, _CLOSE = "（", "）"
_BRACKET = re.compile("[（）]")


@dataclass(frozen=True, slots=True)
class Words:
    """`norm` is for matching, `raw` for quoting; both without white space, equally long, cut alike."""

    norm: str
    raw: str

    @classmethod
    def of(cls, text: str) -> "Words":
        """The words of a text. Example: `(责任 单位:区财政局)` -> norm `（责任单位：区财政局）`."""
        return _known_words(text) if len(text) <= _SHORT else _words(text)

    def __len__(self) -> int:
        return len(self.norm)

    def __getitem__(self, part: slice) -> "Words":
        return Words(self.norm[part], self.raw[part])

    def removesuffix(self, suffix: str) -> "Words":
        """Without `suffix` at the end, if it stands there."""
        return self[: len(self) - len(suffix)] if suffix and self.norm.endswith(suffix) else self

    def split(self, separators: str) -> Iterator["Words"]:
        """The non-empty parts between separators that stand outside brackets.

        Example: `市财政局，各县（市、区）人民政府` split at `，、` -> `市财政局`, `各县（市、区）人民政府`
        """
        if not any(separator in self.norm for separator in separators):
            yield from [self] if self.norm else ()
            return
        depth = start = 0
        for position, character in enumerate(self.norm):
            depth = max(0, depth + (character == _OPEN) - (character == _CLOSE))
            if depth == 0 and character in separators:
                if position > start:
                    yield self[start:position]
                start = position + 1
        if start < len(self):
            yield self[start:]

    def encloses(self, offset: int) -> bool:
        """Whether a bracket that opens before `offset` closes behind it, or nowhere."""
        return next(self.outside([offset]), None) is None

    def outside(self, offsets: Iterable[int]) -> Iterator[int]:
        """Those of some rising offsets that no bracket encloses, see `encloses`."""
        depth = start = 0
        for offset in offsets:
            depth += self.norm.count(_OPEN, start, offset) - self.norm.count(_CLOSE, start, offset)
            start = offset
            if depth <= 0:
                yield offset

    def closings(self) -> dict[int, int]:
        """The index of each opening bracket that is closed -> that of the bracket that closes it."""
        closed: dict[int, int] = {}
        opened: list[int] = []
        for bracket in _BRACKET.finditer(self.norm):
            if bracket.group() == _OPEN:
                opened.append(bracket.start())
            elif opened:
                closed[opened.pop()] = bracket.start()
        return closed


def _words(text: str) -> Words:
    raw = "".join(text.split())
    return Words(raw.translate(_FULL_WIDTH) if _ANY_OTHER.search(raw) else raw, raw)


_known_words = lru_cache(maxsize=1024)(_words)
"""A measure is read for one thing after the other, and each asks for its words."""
