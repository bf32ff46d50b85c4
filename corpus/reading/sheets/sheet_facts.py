"""What the file of a worksheet says beside the values of its cells, read in one pass over its XML."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from corpus.workbooks import CellRange, RichRun, cell_range

_SAYING = re.compile(
    rb'mergeCell\b|hidden="(?:1|t)|\b(?:ht|width)="0|<(?:\w+:)?f[\s>/]|<(?:\w+:)?(?:strike|vertAlign)\b|(?:Header|Footer)>'
)
"""What begins or marks anything that the facts hold."""
_COLOURING = re.compile(rb"<(?:\w+:)?(?:tableParts|conditionalFormatting|picture|drawing)\b")
_CHUNK = 1 << 20
_OVERLAP = 40
"""Bytes; no such mark is longer."""
_TRUE = ("1", "true", "on")
_RUNNING = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z])|&', re.IGNORECASE)
"""Codes of a head: fonts, sizes, colours, the side, the page number."""
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")


@dataclass(slots=True)
class SheetFacts:
    """Rows and columns from 1."""

    merged: list[CellRange] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each stretch."""
    formulas: list[str] = field(default_factory=list)
    """Cells whose formula has no result in the file. Example: `C5=A5*2`."""
    rich: dict[tuple[int, int], list[RichRun]] = field(default_factory=dict)
    """Row and column of the cells that hold words of several looks themselves."""
    running: list[str] = field(default_factory=list)
    """What heads and feet print."""

    def is_hidden(self, column: int) -> bool:
        """Whether a column is not shown."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def facts_of(open_sheet: Callable[[], IO[bytes]]) -> SheetFacts:
    """The facts of a worksheet. Memory does not grow with its rows.

    Raises:
        xml.etree.ElementTree.ParseError: it is no XML.
    """
    with open_sheet() as stream:
        if not _says_anything(stream):
            return SheetFacts()
    with open_sheet() as stream:
        return _parsed(stream)


def is_coloured_elsewhere(open_sheet: Callable[[], IO[bytes]]) -> bool:
    """Whether more than the styles of its cells may colour a sheet: a table, a condition, a picture."""
    with open_sheet() as stream:
        return _finds(stream, _COLOURING)


def _finds(stream: IO[bytes], mark: re.Pattern[bytes]) -> bool:
    tail = b""
    while chunk := stream.read(_CHUNK):
        if mark.search(tail + chunk):
            return True
        tail = chunk[-_OVERLAP:]
    return False


def _says_anything(stream: IO[bytes]) -> bool:
    """Whether a sheet says anything beside its values; most large ones do not."""
    return _finds(stream, _SAYING)


def _parsed(stream: IO[bytes]) -> SheetFacts:
    facts = SheetFacts()
    number = 0
    for event, element in iterparse(stream, ("start", "end")):
        name = _name(element)
        if event == "start":
            if name == "row":
                number = int(element.get("r") or number + 1)
            continue
        if name == "row":
            _read_row(element, number, facts)
            element.clear()
        elif name == "col" and (_is_on(element, "hidden") or _is_zero(element, "width")):
            facts.hidden_columns.append((int(element.get("min") or 0), int(element.get("max") or 0)))
        elif name == "mergeCell":
            facts.merged.append(cell_range(element.get("ref") or ""))
        elif _RUNNING.fullmatch(name) and (words := _CODES.sub(" ", element.text or "").strip()):
            facts.running.append(words)
    return facts


def _read_row(row: Element, number: int, facts: SheetFacts) -> None:
    if _is_on(row, "hidden") or _is_zero(row, "ht"):
        facts.hidden_rows.add(number)
    for cell in row:
        children = {_name(child): child for child in cell}
        if "f" in children and not _has_result(children):
            facts.formulas.append(f"{cell.get('r') or ''}={children['f'].text or ''}")
        if "is" in children and (place := _REFERENCE.fullmatch(cell.get("r") or "")):
            runs = list(_runs(children["is"]))
            if any(run.struck or run.raised for run in runs):
                column, _, _, _ = cell_range(place[0])
                facts.rich[number, column] = runs


def _has_result(children: dict[str, Element]) -> bool:
    return bool("v" in children and children["v"].text) or "is" in children


def _runs(string: Element) -> Iterator[RichRun]:
    for run in string:
        if _name(run) in ("r", "t"):
            looks = {_name(look): look for part in run if _name(part) == "rPr" for look in part}
            words = "".join(part.text or "" for part in run.iter() if _name(part) == "t")
            struck = "strike" in looks and (looks["strike"].get("val") or "1") in _TRUE
            raised = "vertAlign" in looks and looks["vertAlign"].get("val") == "superscript"
            yield RichRun(words, struck=struck, raised=raised)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_on(element: Element, name: str) -> bool:
    return element.get(name) in _TRUE


def _is_zero(element: Element, name: str) -> bool:
    size = element.get(name)
    return size is not None and not size.strip("0.")
