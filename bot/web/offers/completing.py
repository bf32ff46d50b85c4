"""Words of the documents for what is typed into the search: those that begin so, and those that sound so."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from bot.web.offers.spelt_text import SpeltText

MAX_CHARS = 1_000_000
"""Characters of the documents that are read; a million take 15 MB."""
MOST = 8
"""Words offered at once."""
_STEMS = 3
"""Words of one sound that are tried, the commonest first."""
_MATCHES = 2000
"""Occurrences counted; of a commoner word the first show well enough what follows it."""
_RIVALS = 0.2
"""From this share of the commonest word's occurrences on, another of its sound may be meant.

底保 beside 低保 is the end of one word and the beginning of the next.
"""
_LONGER = 6
"""The most characters added to what is typed."""
_MOSTLY = 0.8
"""Where this share of a word's occurrences goes on alike, the word is only the beginning of another."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]*")
_LATIN = re.compile(r"[a-z]{2,}")


class OfferedWords:
    """The words of texts, by their characters and by their sounds."""

    def __init__(
        self, texts: Iterable[str], readings: Callable[[], Mapping[str, str]], names: Sequence[str] = ()
    ) -> None:
        """`names` are offered whole where they contain what is typed; the texts that matter most come first.

        `readings` gives the syllable of each character; it is called when a sound is first asked for.
        """
        self._text = "\n".join(_first(texts))[:MAX_CHARS]
        self._names = names
        self._readings = readings

    def beginning(self, typed: str) -> tuple[str, ...]:
        """Words that begin with what is typed, in characters, pinyin or first letters; names that contain it.

        Example: "老旧" -> ("老旧小区", …); "butie" -> ("补贴", "补贴资金", …)
        """
        letters = letters_of(typed)
        stems = self._sounding(letters, whole=False)[:_STEMS] if letters else [typed.strip()]
        found = [
            *(stems if letters else ()),
            *(word for stem in stems if stem for word in self._longer(stem)),
            *(name for stem in stems if stem for name in self._names if stem in name),
        ]
        return tuple(word for word in dict.fromkeys(found) if word != typed.strip())[:MOST]

    def sounding(self, typed: str) -> str:
        """The commonest word that is read like pinyin typed for it; empty where there is none.

        Example: "butie" -> "补贴"; "冰箱" -> ""
        """
        letters = letters_of(typed)
        return next(iter(self._sounding(letters, whole=True)), "") if letters else ""

    def _longer(self, stem: str) -> list[str]:
        """The words that begin with a stem, the commonest first; none that merely begins another.

        Where a mark follows, a word has ended: 补贴申 of 补贴申请 and 补贴申领 ends nowhere and is none.
        """
        counts: Counter[str] = Counter()
        ended: set[str] = set()
        for number, match in enumerate(re.finditer(re.escape(stem), self._text)):
            if number == _MATCHES:
                break
            rest = self._chinese_from(match.end())
            counts.update(stem + rest[:length] for length in range(1, len(rest) + 1))
            if 0 < len(rest) < _LONGER:
                ended.add(stem + rest)
        goes_on: Counter[str] = Counter()
        for word, count in counts.items():
            goes_on[word[:-1]] = max(goes_on[word[:-1]], count)
        whole = [word for word in ended if counts[word] > 1 and goes_on[word] < _MOSTLY * counts[word]]
        return sorted(whole, key=lambda word: (-counts[word], word))

    def _chinese_from(self, offset: int) -> str:
        """What follows there without a mark or a Latin letter in between."""
        match = _CHINESE.match(self._text, offset, offset + _LONGER)
        return match[0] if match else ""

    def _sounding(self, letters: str, *, whole: bool) -> list[str]:
        """What the letters spell, the commonest first; all of the last syllable is typed if `whole`.

        Where they spell nothing they may be the first letters of syllables, unless `whole`.
        """
        spelt = self._spelt
        counts = _counted(spelt, spelt.sounding(letters, whole=whole))
        if not counts and not whole:
            counts = _counted(spelt, spelt.abbreviated(letters))
        most = max(counts.values(), default=0)
        return [word for word, count in counts.most_common() if count >= _RIVALS * most]

    @cached_property
    def _spelt(self) -> SpeltText:
        """The text with its sounds."""
        return SpeltText(self._text, self._readings())


def _first(texts: Iterable[str]) -> Iterator[str]:
    """As many texts as are read at the most."""
    chars = 0
    for text in texts:
        if chars >= MAX_CHARS:
            return
        chars += len(text) + 1
        yield text


def _counted(spelt: SpeltText, spans: Iterable[tuple[int, int]]) -> Counter[str]:
    """How often each word stands in some of the spans of a text."""
    return Counter(spelt.text[start:end] for start, end in islice(spans, _MATCHES))


def letters_of(typed: str) -> str:
    """What is typed in Latin letters alone, run together; empty where anything else is typed.

    Example: "Lao jiu" -> "laojiu"; "5G" -> ""
    """
    letters = re.sub(r"[\s'’]", "", typed.lower())
    return letters if _LATIN.fullmatch(letters) else ""
