"""The words of a Word paragraph as printed, and what its print leaves out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from corpus.reading.formulas import M, field_formula, formula
from corpus.reading.raised import on_the_line
from corpus.reading.symbols import sign, signs
from corpus.reading.word.outline import Element, W
from corpus.reading.word.word_styles import PLAIN, Looks, WordStyles
from corpus.text.losses import Loss, LossKind

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BOX = W + "txbxContent"
SKIPPED = {
    *(W + name for name in ("instrText", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr")),
    *(W + name for name in ("sdtPr", "sdtEndPr", "delInstrText", "fldData")),
    _MC + "Fallback",
}
"""Properties, and the second copy that alternative content holds for old programs."""
DELETIONS = {W + "del", W + "moveFrom"}
_MARKS = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "cr": "\n"}
_MATH = (M + "oMath", M + "oMathPara")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_DRAWN_WORDS = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_SYMBOL = re.compile(r"\s*symbol\s+(0x[0-9a-f]+|\d+)\b(?:.*?\\f\s+\"?([^\"\\]+))?", re.IGNORECASE)
_RAISED_SIZE = 0.75
"""Share of the size before it; Word sets a raised figure at two thirds."""
_UNSEEN_SIZE = 4
"""Half points: words of two points are a line of dots."""
_TURN = "\x0c"
"""Where a page or column ends."""
_TURNED = re.compile("(?<=[。；！？：])\x0c|(\x0c)")
_TICKED, _BLANK = "☑", "□"
_OFF = ("0", "false", "off")


class _Set(StrEnum):
    """How words stand that are printed."""

    PLAIN = "plain"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words and how they stand, or why they are not printed."""

    set: _Set | LossKind
    words: str


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """The words that a paragraph prints, without those of its text boxes, and what it leaves out."""

    text: str
    losses: tuple[Loss, ...]


def printed(paragraph: Element, styles: WordStyles) -> PrintedParagraph:
    """The words of a paragraph; formulas, symbols, raised figures and boxes to tick as text."""
    looks = styles.of_paragraph(paragraph)
    reader = _RunReader(styles, looks.size or styles.size)
    pieces = list(reader.pieces(paragraph, looks))
    text = ""
    losses = reader.losses
    for kind, group in groupby(pieces, key=lambda piece: piece.set):
        words = "".join(piece.words for piece in group)
        if kind is _Set.PLAIN:
            text += words
        elif kind is _Set.RAISED:
            raised = on_the_line(text, words)
            text += raised.written
            if raised.note:
                losses.append(Loss(LossKind.NOTE_MARK, words))
        elif isinstance(kind, LossKind) and words.strip():
            losses.append(Loss(kind, words))
    return PrintedParagraph(_TURNED.sub(_turn, text), tuple(losses))


def _turn(turned: re.Match[str]) -> str:
    """A page or column break moves the words. It separates them only where a sentence has ended."""
    return "" if turned[1] else "\n"


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, each once."""
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag not in SKIPPED and child.tag not in DELETIONS:
            yield from boxes(child)


def is_hidden_box(box: Element, styles: WordStyles) -> bool:
    """Whether a text box stands in hidden words."""
    run = next(box.iterancestors(W + "r"), None)
    return run is not None and bool(styles.of_run(run, PLAIN).hidden)


def drawn_words(element: Element) -> str:
    """The words of a drawing, chart or diagram."""
    return " ".join(part.text for part in element.iter(_DRAWN_WORDS) if part.text)


def bare_words(element: Element) -> str:
    """All words below an element, printed or not."""
    return "".join(part.text or "" for part in element.iter(W + "t", W + "delText", M + "t"))


class _RunReader:
    """Walks a paragraph in the order of print; a field that draws a formula spans several runs."""

    def __init__(self, styles: WordStyles, size: int) -> None:
        self._styles, self._size = styles, size
        self._instruction: list[str] | None = None
        self.losses: list[Loss] = []

    def pieces(self, element: Element, looks: Looks) -> Iterator[_Piece]:
        """The words below an element, piece by piece."""
        for child in element:
            tag = child.tag
            if tag == W + "instrText" and self._instruction is not None:
                self._instruction.append(child.text or "")
            elif tag == W + "r":
                yield from self.pieces(child, self._of_run(child, looks))
            elif tag in _LEAVES:
                yield from self._leaf(child, looks)
            elif tag in _SPECIAL:
                yield from self._special(child, looks)
            elif tag != BOX and tag not in SKIPPED:
                self.losses.extend(_shown(child))
                yield from self.pieces(child, looks)

    def _of_run(self, run: Element, around: Looks) -> Looks:
        """The looks of a run; small words above the line, behind larger ones, are raised."""
        looks = self._styles.of_run(run, around)
        if looks.lifted and looks.size and looks.size <= _RAISED_SIZE * self._size:
            return replace(looks, raised=True)
        self._size = looks.size or self._size
        return looks

    def _special(self, element: Element, looks: Looks) -> Iterator[_Piece]:
        """Deleted words, a formula, or words with their pronunciation."""
        if element.tag in DELETIONS:
            yield _Piece(LossKind.DELETED, bare_words(element))
        elif element.tag in _MATH:
            yield _Piece(_Set.PLAIN, formula(element))
        else:
            yield from self._ruby(element, looks)

    def _leaf(self, element: Element, looks: Looks) -> Iterator[_Piece]:
        """Words, a mark, a symbol, a break, or one end of a field."""
        if element.tag == W + "t":
            yield _Piece(_place(looks), signs(looks.font or "", element.text or ""))
        elif element.tag == W + "sym":
            yield self._symbol(element, looks)
        elif element.tag == W + "fldChar":
            yield _Piece(_place(looks), self._field(element))
        elif element.tag == W + "br":
            yield _Piece(_Set.PLAIN, _TURN if element.get(W + "type") in ("page", "column") else "\n")
        else:
            yield _Piece(_Set.PLAIN, _MARKS.get(element.tag, ""))

    def _symbol(self, element: Element, looks: Looks) -> _Piece:
        font, code = element.get(W + "font") or "", element.get(W + "char") or ""
        return _Piece(_place(looks), self._sign(font, int(code, 16)) if code else "")

    def _ruby(self, element: Element, looks: Looks) -> Iterator[_Piece]:
        for part in element:
            if part.tag == W + "rt":
                yield _Piece(LossKind.RUBY, bare_words(part))
            elif part.tag == W + "rubyBase":
                yield from self.pieces(part, looks)

    def _field(self, element: Element) -> str:
        """What a field prints without runs of its own: a box to tick, a choice, a formula, a sign."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._instruction = []
            return _form_field(element)
        instruction, self._instruction = "".join(self._instruction or []), None
        named = _SYMBOL.match(instruction) if kind == "end" else None
        if named:
            return self._sign(named[2] or "Symbol", int(named[1], 0))
        return (field_formula(instruction) or "") if instruction else ""

    def _sign(self, font: str, code: int) -> str:
        """The sign of a code, or "" and a loss."""
        known = sign(font.strip(), code)
        if not known:
            self.losses.append(Loss(LossKind.SYMBOL, f"{font.strip()} {code:X}"))
        return known


_SPECIAL = {*DELETIONS, *_MATH, W + "ruby"}
_LEAVES = {W + "t", W + "sym", W + "fldChar", W + "br", *_MARKS}


def _place(looks: Looks) -> _Set | LossKind:
    if looks.struck:
        return LossKind.STRUCK
    unseen = looks.white and not looks.ground
    if looks.hidden or unseen or (looks.size is not None and looks.size <= _UNSEEN_SIZE):
        return LossKind.HIDDEN
    return _Set.RAISED if looks.raised else _Set.PLAIN


def _form_field(element: Element) -> str:
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        said = box.find(W + "checked")
        state = said if said is not None else box.find(W + "default")
        return _TICKED if state is not None and state.get(W + "val", "1") not in _OFF else _BLANK
    choices = element.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries: Sequence[str] = [entry.get(W + "val") or "" for entry in choices.findall(W + "listEntry")]
    chosen = choices.find(W + "result")
    position = int(chosen.get(W + "val") or 0) if chosen is not None else 0
    return entries[position] if position < len(entries) else ""


def _shown(element: Element) -> Iterator[Loss]:
    """A picture, a drawing made of data, or an object of another program, where an element is one."""
    if element.tag == _PICTURE:
        named = next(element.iter("{*}cNvPr"), None)
        yield Loss(LossKind.PICTURE, (named.get("descr") or "") if named is not None else "")
    elif element.tag == _VML + "imagedata" and not _in_object(element):
        yield Loss(LossKind.PICTURE, element.get("{urn:schemas-microsoft-com:office:office}title") or "")
    elif element.tag == _VML + "textpath":
        yield Loss(LossKind.WATERMARK, element.get("string") or "")
    elif element.tag == _OLE:
        program = element.get("ProgID") or ""
        yield Loss(LossKind.FORMULA if "Equation" in program else LossKind.OBJECT, program)
    elif element.tag == _DATA and (words := drawn_words(element)):
        yield Loss(LossKind.OBJECT, words)


def _in_object(element: Element) -> bool:
    return any(ancestor.tag == W + "object" for ancestor in element.iterancestors())
