"""The numbers of all documents, looked up by what a question says of them without passing over all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from retrieval.text import plain

_NAMED = re.compile(r"(?P<year>20\d\d)(?P<name>[一-龥]{4,})")
"""A year and a name used as a document number: 2022稳中求进清单."""
_SERIAL_END = re.compile(r"(?<!\d)(\d+)号$")
_BEGINNING = 8
"""Characters by which numbers are looked up: they reach into the year."""


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """A number as a question may give it."""

    number: str
    whole: str
    """In plain spelling."""
    year: str = ""
    """Of a number that is a year and a name; else empty."""
    name: str = ""

    @property
    def sign(self) -> str:
        """What a text must contain to mean the document: its name, else its whole number."""
        return self.name or self.whole


@dataclass(frozen=True)
class DocumentNumbers:
    """Number of each document -> its region, in the order of the corpus."""

    regions: Mapping[str, str]

    def given_in(self, text: str) -> Iterator[AskedNumber]:
        """The numbers of which a plain text without blanks contains the sign, in their order.

        Example: "周政办字〔2024〕11号第16项" -> 周政办字〔2024〕11号
        """
        parts = {text[n : n + size] for size in self._sizes for n in range(len(text) + 1)}
        rows = sorted(row for part in parts for row in self._by_beginning.get(part, ()))
        return (self._asked[row] for row in rows if self._asked[row].sign in text)

    def of_serial(self, serial: int) -> tuple[str, ...]:
        """The numbers that end with a serial and 号, in their order."""
        return tuple(self._by_serial.get(str(serial), ()))

    @cached_property
    def _asked(self) -> tuple[AskedNumber, ...]:
        return tuple(_as_asked(number, region) for number, region in self.regions.items())

    @cached_property
    def _by_beginning(self) -> Mapping[str, list[int]]:
        rows = defaultdict[str, list[int]](list)
        for row, asked in enumerate(self._asked):
            rows[asked.sign[:_BEGINNING]].append(row)
        return dict(rows)

    @cached_property
    def _sizes(self) -> frozenset[int]:
        return frozenset(map(len, self._by_beginning))

    @cached_property
    def _by_serial(self) -> Mapping[str, list[str]]:
        numbers = defaultdict[str, list[str]](list)
        for number in self.regions:
            ending = _SERIAL_END.search(number)
            if ending:
                numbers[ending.group(1)].append(number)
        return dict(numbers)


def _as_asked(number: str, region: str) -> AskedNumber:
    whole = plain(number)
    named = _NAMED.fullmatch(whole.removeprefix(region))
    return AskedNumber(number, whole, named["year"], named["name"]) if named else AskedNumber(number, whole)
