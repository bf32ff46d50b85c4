"""What a file holds and its text leaves out, by kind and with its words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.text.unprinted import CONTROL, INVISIBLE, STRAY, TURNING, visible_line


class LossKind(StrEnum):
    """Why something of a file is not in its text."""

    RUNNING = "running"
    """Heads and feet that every page prints, page numbers."""
    SITE = "site"
    """Menus, paths, buttons and footers of the site that shows a page."""
    AROUND = "around"
    """Words of a page outside the element that holds its article."""
    REPEATED = "repeated"
    """Words of a page outside its article that stand in the article too, such as the title."""
    ATTACHMENT = "attachment"
    """A file that a page links to: its name."""
    STRUCK = "struck"
    """Words struck through."""
    DELETED = "deleted"
    """Words that a tracked change deletes."""
    HIDDEN = "hidden"
    """Words that no print shows: marked as hidden, white, outside the page, on a layer that is off."""
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    HIDDEN_SHEET = "hidden_sheet"
    WATERMARK = "watermark"
    TURNED = "turned"
    """Words set at an angle."""
    COMMENT = "comment"
    """A note in the margin, a remark on a cell."""
    NOTE_MARK = "note_mark"
    """The raised figure that points to a note; the note itself is read."""
    RUBY = "ruby"
    """How a word is pronounced, printed above it."""
    FORMULA = "formula"
    """A formula kept as an object or without its result."""
    SYMBOL = "symbol"
    """A sign of a font that nothing is known of: the font and its code."""
    PICTURE = "picture"
    """`words` is what the file says that it shows, often nothing."""
    SEAL = "seal"
    """A seal: where an electronic one stands, or what its annotation says; nothing of one on a scan."""
    OBJECT = "object"
    """A chart, a drawing with words of its own, another file inside the file."""
    BLANK_PAGE = "blank_page"
    """A page without words: a scan."""
    ILLEGIBLE = "illegible"
    """Words of a scan that nobody can tell."""
    LAYER = "layer"
    """The words of a text layer in whose place the picture of the page was read."""
    INVISIBLE = "invisible"
    """Characters that take no room in print."""
    TURNING = "turning"
    """Characters that turn the direction of what follows."""
    CONTROL = "control"
    """Characters that steer a machine."""


_UNPRINTED = (
    (LossKind.INVISIBLE, re.compile(f"[{INVISIBLE}]")),
    (LossKind.TURNING, re.compile(f"[{TURNING}]")),
    (LossKind.CONTROL, re.compile(f"[{CONTROL}]")),
    (LossKind.SYMBOL, STRAY),
)


@dataclass(frozen=True, slots=True)
class Loss:
    """Something left out; `words` as the file holds them, "" where it has none; `times` it stands there."""

    kind: LossKind
    words: str = ""
    times: int = 1


def unprinted_in(text: str) -> Iterator[Loss]:
    """The characters of a text that nothing prints, counted by kind."""
    for kind, pattern in _UNPRINTED:
        times = len(pattern.findall(text))
        if times:
            yield Loss(kind, times=times)


def summed(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """The losses in order of their first appearance, equal ones as one."""
    counts: Counter[tuple[LossKind, str]] = Counter()
    for loss in losses:
        counts[loss.kind, visible_line(loss.words)] += loss.times
    return tuple(Loss(kind, words, times) for (kind, words), times in counts.items())
