"""The words of a paragraph of OpenDocument as runs of a document made in memory."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from corpus.reading.open_document.open_styles import OpenStyles
from corpus.reading.open_document.package import DRAW, OFFICE, SVG, TEXT
from corpus.reading.word.word_making import MadeDocument, RunMarks, box_of, run_of
from corpus.text.losses import Loss, LossKind

_SILENT = frozenset((
    f"{TEXT}number", f"{TEXT}note-citation", f"{TEXT}bookmark", f"{TEXT}script", f"{OFFICE}annotation-end",
    f"{OFFICE}event-listeners", f"{OFFICE}forms", f"{TEXT}soft-page-break", f"{SVG}title", f"{SVG}desc",
))  # fmt: skip
_SAID = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_MOST_BLANKS = 100
_DRAWN = (
    f"{DRAW}custom-shape",
    f"{DRAW}rect",
    f"{DRAW}ellipse",
    f"{DRAW}caption",
    f"{DRAW}g",
    f"{DRAW}text-box",
)
_EMBEDDED = (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}applet")
_FRAME, _IMAGE, _BOX = f"{DRAW}frame", f"{DRAW}image", f"{DRAW}text-box"


@dataclass(slots=True)
class OpenText:
    """What the words of a file hang together with."""

    styles: OpenStyles
    document: MadeDocument
    losses: list[Loss]
    blocks: Callable[[Element], str]
    """The paragraphs and tables inside an element, as XML."""
    deleted: dict[str, str] = field(default_factory=dict)
    """The words of tracked deletions by their ids."""


def plain_words(element: Element) -> str:
    """All words below an element."""
    return "".join(element.itertext())


def runs_of_paragraph(paragraph: Element, text: OpenText) -> str:
    """The runs of a paragraph or heading."""
    marks = text.styles.marks("paragraph", paragraph.get(f"{TEXT}style-name") or "")
    return "".join(_inside(paragraph, marks, text))


def _inside(element: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    """What stands between the tags of an element."""
    if element.text:
        yield run_of(_on_one_line(element.text), marks)
    for child in element:
        yield from _child(child, marks, text)
        if child.tail:
            yield run_of(_on_one_line(child.tail), marks)


def _on_one_line(words: str) -> str:
    """Line ends and tabs of the file itself are blanks."""
    return words.translate(_BLANKS)


_BLANKS = str.maketrans("\t\n\r", "   ")


def _child(child: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    tag = child.tag
    if tag in _SAID:
        yield run_of(_SAID[tag], marks)
    elif tag in _SPECIAL:
        yield from _SPECIAL[tag](child, marks, text)
    elif tag in _DRAWN:
        yield from _shape(child, marks, text)
    elif tag not in _SILENT:
        yield from _inside(child, marks, text)


def _blanks(element: Element, marks: RunMarks, _: OpenText) -> Iterator[str]:
    count = element.get(f"{TEXT}c") or "1"
    yield run_of(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1), marks)


def _span(element: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    yield from _inside(
        element, text.styles.marks("text", element.get(f"{TEXT}style-name") or "", marks), text
    )


def _note(element: Element, _: RunMarks, text: OpenText) -> Iterator[str]:
    text.document.notes.extend(text.blocks(body) for body in element.iter(f"{TEXT}note-body"))
    return iter(())


def _remark(element: Element, _: RunMarks, text: OpenText) -> Iterator[str]:
    text.document.remarks.append(text.blocks(element))
    return iter(())


def _deletion(element: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    words = text.deleted.get(element.get(f"{TEXT}change-id") or "", "")
    yield run_of(words, replace(marks, deleted=True)) if words else ""


def _ruby(element: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    for part in element:
        if part.tag == f"{TEXT}ruby-text":
            text.losses.append(Loss(LossKind.RUBY, plain_words(part)))
        else:
            yield from _inside(part, marks, text)


def _hidden_words(element: Element, marks: RunMarks, _: OpenText) -> Iterator[str]:
    words = element.get(f"{TEXT}string-value") or plain_words(element)
    yield run_of(words, replace(marks, hidden=True))


def _shape(element: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    """A drawing that holds words is a text box."""
    inner = text.blocks(element)
    yield run_of("", marks) if not inner else box_of(inner)


def _frame(element: Element, marks: RunMarks, text: OpenText) -> Iterator[str]:
    """A text box, a picture, or an object, whose picture beside it is a second copy."""
    boxes = element.findall(_BOX)
    for box in boxes:
        yield from _shape(box, marks, text)
    if boxes:
        return
    if any(child.tag in _EMBEDDED for child in element):
        text.losses.append(Loss(LossKind.OBJECT))
    elif element.find(_IMAGE) is not None:
        named = [plain_words(child) for child in element if child.tag in (f"{SVG}title", f"{SVG}desc")]
        text.losses.append(Loss(LossKind.PICTURE, next(filter(None, named), "")))


_Reader = Callable[[Element, RunMarks, OpenText], Iterator[str]]
_SPECIAL: Mapping[str, _Reader] = {
    f"{TEXT}s": _blanks,
    f"{TEXT}span": _span,
    f"{TEXT}note": _note,
    f"{OFFICE}annotation": _remark,
    f"{TEXT}change": _deletion,
    f"{TEXT}ruby": _ruby,
    f"{TEXT}hidden-text": _hidden_words,
    _FRAME: _frame,
}
