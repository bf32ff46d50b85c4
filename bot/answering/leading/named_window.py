"""A window that a question names by its number: the measures that print it, or that nothing near does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.wording.matter_words import matter_named, places_of
from bot.ports import CatalogView, Finding
from corpus.records import Document, Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99, whole_number
from retrieval.text import plain

_NUMBER = rf"(?:\d{{1,3}}|[{UP_TO_99}]{{1,3}})号?"
_WINDOWS = re.compile(
    rf"(?:(?P<area>[a-z])区?)?(?P<numbers>{_NUMBER}(?:[、,和及至~-]{_NUMBER})*)(?:综合|服务|受理|办事)?(?:窗口|窗$)"
)
_ONE = re.compile(rf"\d+|[{UP_TO_99}]+")
_SPAN = re.compile(r"(\d+)号?[至~-](\d+)")
_WIDEST = 60
"""A span of more windows than a hall has is none."""
_COLUMN = "窗口"
_ASKS_OF_IT = re.compile(
    r"(?:都|是|能|可以)?(?:办理?|干|做|管|受理|负责)(?:些|的)?(?:什么|啥|哪些|嘛)(?:业务|事|的)?|是?(?:什么|啥)(?:窗口|业务)"
    r"|(?:的|打)?(?:什么|哪个|多少)?(?:电话|号码)(?:是|多少)*|(?:谁|哪个单位)(?:的|管)?"
)
"""What is asked about a window and nothing else."""


@dataclass(frozen=True, slots=True)
class Window:
    """One window of a hall."""

    number: int
    area: str = ""
    """The letter of its part of the hall; empty where none is said."""

    def is_same(self, other: "Window") -> bool:
        """Whether both may be one window: an area that is not said may be any."""
        return self.number == other.number and (not self.area or not other.area or self.area == other.area)

    def __str__(self) -> str:
        """As it is printed. Example: `A区3号窗口`."""
        return f"{self.area.upper()}区{self.number}号窗口" if self.area else f"{self.number}号窗口"


@dataclass(frozen=True, slots=True)
class NamedWindow:
    """A window with what the documents nearest to the question say of it."""

    window: Window
    measures: tuple[str, ...]
    """Ids of the measures that print it; where there are none, it is not printed."""
    document: str
    """Number of the document that is meant."""
    others: tuple[Window, ...]
    """All windows that this document prints, in reading order."""


def windows_in(text: str) -> tuple[Window, ...]:
    """The windows that a text names, in its order.

    Example: `A区3号、4号窗口` -> A区3号窗口, A区4号窗口; `1至3号窗口` -> 1号窗口, 2号窗口, 3号窗口
    """
    return tuple(dict.fromkeys(_windows(plain(text).replace(" ", ""))))


def _windows(text: str) -> Iterator[Window]:
    for match in _WINDOWS.finditer(text):
        span = _SPAN.fullmatch(match["numbers"].removesuffix("号"))
        if span and 0 < int(span[2]) - int(span[1]) < _WIDEST:
            yield from (Window(n, match["area"] or "") for n in range(int(span[1]), int(span[2]) + 1))
            continue
        numbers = map(whole_number, _ONE.findall(match["numbers"]))
        yield from (Window(number, match["area"] or "") for number in numbers if number is not None)


@dataclass(frozen=True)
class NamedWindows:
    """Looks for windows in the documents of one catalog."""

    catalog: CatalogView

    def of(self, question: str, finding: Finding) -> NamedWindow | None:
        """The window that a question asks about, and about nothing else; None where it asks for more.

        It is looked for in the documents that the search found, the nearest first.

        Example: `A区3号窗口办什么`, `A区3号窗口电话`
        """
        asked = windows_in(question)
        if len(asked) != 1 or not _ASKS_OF_IT.search(plain(question)):
            return None
        rest = pairs_of(matter_named(self._rest(question), places_of(finding.query)))
        read = [
            (document, printed)
            for document in self._documents(finding)
            if rest <= pairs_of(f"{document.title}，{document.issuer}")
            and (printed := [(one.id, _printed(one)) for one in document.measures])
            and any(windows for _, windows in printed)
        ]
        for document, printed in read:
            ids = tuple(name for name, windows in printed if any(map(asked[0].is_same, windows)))
            if ids:
                return self._named(asked[0], ids, document, printed)
        return self._named(asked[0], (), *read[0]) if read else None

    def _named(
        self,
        window: Window,
        ids: tuple[str, ...],
        document: Document,
        printed: list[tuple[str, tuple[Window, ...]]],
    ) -> NamedWindow:
        others = dict.fromkeys(each for _, windows in printed for each in windows)
        return NamedWindow(window, ids, document.number, tuple(others))

    def _documents(self, finding: Finding) -> list[Document]:
        found = (self.catalog.measure(hit.measure_id) for hit in (*finding.hits, *finding.rejected))
        return [self.catalog.document(number) for number in dict.fromkeys(one.document for one in found)]

    def _rest(self, question: str) -> str:
        """What a question names beside the window and what is asked of it."""
        return _ASKS_OF_IT.sub(" ", _WINDOWS.sub(" ", plain(question)))


def _printed(measure: Measure) -> tuple[Window, ...]:
    """The windows of a measure; a column of windows prints their numbers alone."""
    columns = (f"{cell.text.strip()}{_COLUMN}" for cell in measure.sections if cell.name.endswith(_COLUMN))
    return windows_in("。".join((measure.text, *columns)))
