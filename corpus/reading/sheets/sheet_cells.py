"""The words that a cell of a worksheet of any program shows."""

import re
from collections.abc import Sequence
from datetime import datetime

from corpus.reading.raised import on_the_line
from corpus.reading.sheets.display import shown
from corpus.reading.symbols import signs
from corpus.text.losses import Loss, LossKind
from corpus.workbooks import CellLooks, RichRun

CellValue = str | int | float | bool | datetime | None
_CELL_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(.*\)")
"""What WPS keeps in a cell that shows a picture."""


class CellWords:
    """Cells as the sheet shows them; what it does not show is added to `losses`."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []

    def of_value(self, value: CellValue, looks: CellLooks) -> str:
        """The words of a cell of one look."""
        words = shown(value, looks.number_format)
        if _CELL_PICTURE.fullmatch(words):
            self.losses.append(Loss(LossKind.PICTURE))
            return ""
        words = signs(looks.font, words)
        if looks.struck and words.strip():
            self.losses.append(Loss(LossKind.STRUCK, words))
            return ""
        if not words.strip() and str(value).strip():
            self.losses.append(Loss(LossKind.HIDDEN, str(value)))
        return words

    def of_runs(self, runs: Sequence[RichRun]) -> str:
        """The words of a cell that has several looks."""
        text = ""
        for run in runs:
            if run.struck:
                self.losses.extend([Loss(LossKind.STRUCK, run.words)] if run.words.strip() else [])
            elif run.raised:
                raised = on_the_line(text, run.words)
                text += raised.written
                self.losses.extend([Loss(LossKind.NOTE_MARK, run.words)] if raised.note else [])
            else:
                text += run.words
        return text

    def of_error(self, reference: str, error: str) -> str:
        """Nothing, for a formula that gave no value but an error. Example: `C5`, `#REF!`."""
        self.losses.append(Loss(LossKind.FORMULA, f"{reference}={error}"))
        return ""
