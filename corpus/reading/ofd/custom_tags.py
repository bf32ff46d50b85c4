"""The units that custom tags of an OFD document mark: text objects that belong together.

Source: GB/T 33190-2016, 16 (custom tags).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from corpus.reading.composing import Part, TextLine
from corpus.reading.ofd.beside_pages import listed_in
from corpus.reading.ofd.ofd_documents import OfdDocument
from corpus.reading.ofd.ofd_package import OfdPackage, child, children, local, words
from corpus.text.excerpt import compact

_LONGEST = 80
"""Lines of one unit."""


def tagged_units(package: OfdPackage, document: OfdDocument) -> list[str]:
    """The words of each tag that holds text objects, without white space, in the order of the tags."""
    tags = [
        group
        for base, tag in listed_in(package, document, "CustomTags")
        if (tree := package.tree_if_whole(package.located(base, words(child(tag, "FileLoc"))))) is not None
        for group in tree.iter()
    ]
    named = [[_reference(entry) for entry in children(group, "ObjectRef")] for group in tags]
    if not any(named):
        return []
    printed = _words_by_object(package, document)
    units = ("".join(printed.get(reference, "") for reference in group) for group in named)
    return [unit for unit in units if unit]


def _reference(entry: Element) -> tuple[str, str]:
    return entry.get("PageRef") or "", words(entry)


def _words_by_object(package: OfdPackage, document: OfdDocument) -> dict[tuple[str, str], str]:
    """The words of text objects by page and object."""
    printed: dict[tuple[str, str], str] = {}
    for identifier, path in document.pages:
        tree = package.tree_if_whole(path)
        for drawn in tree.iter() if tree is not None else ():
            if local(drawn) == "TextObject":
                written = "".join(code.text or "" for code in children(drawn, "TextCode"))
                printed[identifier, drawn.get("ID") or ""] = compact(written)
    return printed


def by_units(parts: Sequence[Part], units: Sequence[str]) -> list[Part]:
    """The parts with lines that are one unit joined, and a line that is several units parted.

    Example: `关于支持个体`, `工商户的通知` with the unit `关于支持个体工商户的通知` -> that
    """
    return [piece for part in _joined(parts, sorted(set(units))) for piece in _parted(part, units)]


def _joined(parts: Sequence[Part], units: Sequence[str]) -> Iterator[Part]:
    position = 0
    while position < len(parts):
        count = _lines_of_unit(parts[position : position + _LONGEST], units)
        part = parts[position]
        if count > 1 and isinstance(part, TextLine):
            own = [line.text for line in parts[position : position + count] if isinstance(line, TextLine)]
            yield replace(part, text=_text(own))
        else:
            yield part
        position += max(count, 1)


def _lines_of_unit(parts: Sequence[Part], units: Sequence[str]) -> int:
    """How many lines make up a unit of several; 0 where none does."""
    unit = ""
    for count, part in enumerate(parts, start=1):
        if not isinstance(part, TextLine):
            return 0
        unit += compact(part.text)
        position = bisect_left(units, unit)
        if position == len(units) or not units[position].startswith(unit):
            return 0
        if units[position] == unit:
            return count
    return 0


def _text(lines: Sequence[str]) -> str:
    """The lines as one; a space between two Latin words only."""
    text = lines[0]
    for before, line in pairwise(lines):
        apart = before[-1:].isascii() and before[-1:].isalpha() and line[:1].isascii() and line[:1].isalpha()
        text += (" " if apart else "") + line
    return text


def _parted(part: Part, units: Sequence[str]) -> Iterator[Part]:
    """The units of a line that is made up of several in a row; a line that is not stays."""
    lengths = _lengths(compact(part.text), units) if isinstance(part, TextLine) else []
    if not isinstance(part, TextLine) or len(lengths) < 2:
        yield part
        return
    rest = part.text
    for length in lengths:
        end = _end(rest, length)
        yield replace(part, text=rest[:end].strip())
        rest = rest[end:]


def _lengths(line: str, units: Sequence[str]) -> list[int]:
    """The lengths of the units that follow each other in a line, from its first to its last character."""
    for start, unit in enumerate(units):
        if line != unit and line.startswith(unit):
            lengths: list[int] = []
            for following in units[start:]:
                if not line.startswith(following, sum(lengths)):
                    break
                lengths.append(len(following))
                if sum(lengths) == len(line):
                    return lengths
    return []


def _end(text: str, length: int) -> int:
    """Where so many characters of a text end, white space not counted."""
    printed = (offset for offset, character in enumerate(text) if not character.isspace())
    return next(offset for ordinal, offset in enumerate(printed, start=1) if ordinal == length) + 1
