"""Documents of OpenDocument (.odt): made into a document in memory and read as that."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from corpus.limits import Limits
from corpus.reading.composing import compose
from corpus.reading.open_document.open_styles import OpenStyles, read_open_styles
from corpus.reading.open_document.open_words import OpenText, plain_words, runs_of_paragraph
from corpus.reading.open_document.package import (
    BROKEN_PACKAGE,
    DRAW,
    HEADS,
    OFFICE,
    TABLE,
    TEXT,
    XML_ID,
    OpenPackage,
)
from corpus.reading.open_document.text_tables import made_rows
from corpus.reading.refusals import DamagedError
from corpus.reading.word.word_making import ListLevel, MadeDocument, docx_of, paragraph_of, run_of, table_of
from corpus.reading.word.word_reader import parts_of_word
from corpus.text.losses import Loss, LossKind
from corpus.text.source_text import SourceText

_WORDS = (f"{TEXT}p", f"{TEXT}h")
_HEADING, _LIST, _TABLE = f"{TEXT}h", f"{TEXT}list", f"{TABLE}table"
_DRAWN = tuple(f"{DRAW}{name}" for name in ("frame", "custom-shape", "rect", "ellipse", "caption", "g"))
_HOLDING = (
    *(f"{TEXT}{name}" for name in ("section", "index-body", "index-title", "numbered-paragraph")),
    *(f"{TEXT}{name}-index" for name in ("illustration", "table", "object", "user", "alphabetical")),
    *(f"{TEXT}{name}" for name in ("table-of-content", "bibliography")),
    f"{DRAW}text-box",
)
_OUTLINE = "outline"
_REMEDY = "请重新下载，或用 WPS、LibreOffice 打开后另存为 .docx 再添加"


def read_open_text(name: str, data: bytes, limits: Limits) -> SourceText:
    """Paragraphs, lists, tables, boxes and notes as `read_word` gives them; all else is named as left out.

    Raises:
        DamagedError: it breaks the rules of OpenDocument.
        SourceError: as `OpenPackage`.
    """
    package = OpenPackage(name, data, limits)
    try:
        content, common = package.content(), package.styles()
        reader = _TextReader(read_open_styles(common, content))
        document = reader.made(content, common)
    except BROKEN_PACKAGE as error:
        raise DamagedError(name, "文件不完整或不是规范的 OpenDocument 文档", _REMEDY) from error
    losses = reader.text.losses
    return compose(name, parts_of_word(name, docx_of(document), limits, losses), losses)


class _TextReader:
    """Walks a text in the order of print."""

    def __init__(self, styles: OpenStyles) -> None:
        self.text = OpenText(styles, MadeDocument(), [], self.blocks)
        self._last_of_style: dict[str, str] = {}
        self._of_id: dict[str, str] = {}

    def made(self, content: Element, common: Element) -> MadeDocument:
        """The whole document."""
        document = self.text.document
        document.ground = self.text.styles.page
        if self.text.styles.outline:
            document.lists[_OUTLINE] = self.text.styles.outline
        for region in content.iter(f"{TEXT}changed-region"):
            number = region.get(f"{TEXT}id") or region.get(XML_ID) or ""
            self.text.deleted[number] = "\n".join(
                plain_words(words)
                for gone in region.findall(f"{TEXT}deletion")
                for words in _paragraphs(gone)
            )
        for body in content.iter(f"{OFFICE}text"):
            document.body.append(self.blocks(body))
        for head in (element for element in common.iter() if element.tag in HEADS):
            document.heads.append(self.blocks(head))
        return document

    def blocks(self, element: Element) -> str:
        """The paragraphs and tables inside an element."""
        return "".join(made for child in element for made in self._block(child))

    def _block(self, child: Element) -> Iterator[str]:
        tag = child.tag
        if tag in _WORDS:
            yield self._paragraph(child, *self._of_outline(child))
        elif tag == _LIST:
            yield from self._list(child, "", 0)
        elif tag == _TABLE:
            yield table_of(*made_rows(child, self.blocks, self.text.styles, self.text.losses))
        elif child.get(f"{TEXT}display") == "none":
            self.text.losses.append(Loss(LossKind.HIDDEN, plain_words(child)))
        elif tag in _HOLDING:
            yield self.blocks(child)
        elif tag in _DRAWN:
            holder = Element(f"{TEXT}p")
            holder.append(child)
            yield self._paragraph(holder)

    def _paragraph(self, words: Element, number: str = "", depth: int = 0) -> str:
        label = "" if number else "".join(plain_words(part) for part in words.findall(f"{TEXT}number"))
        return paragraph_of(
            (run_of(label) if label else "") + runs_of_paragraph(words, self.text), number, depth
        )

    def _of_outline(self, words: Element) -> tuple[str, int]:
        """The list and depth of a heading that counts."""
        level = words.get(f"{TEXT}outline-level") or ""
        if words.tag != _HEADING or not level.isdecimal() or words.get(f"{TEXT}is-list-header") == "true":
            return "", 0
        levels, depth = self.text.styles.outline, int(level) - 1
        counts = 0 <= depth < len(levels) and levels[depth].style != "none"
        return (_OUTLINE, depth) if counts else ("", 0)

    def _list(self, element: Element, number: str, depth: int) -> Iterator[str]:
        """The items of a list; `number` is that of the list around it."""
        number = number or self._number(element)
        for item in element:
            labelled = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == _LIST:
                    yield from self._list(child, number, depth + 1)
                elif child.tag in _WORDS:
                    yield self._paragraph(child, number if labelled else "", depth)
                    labelled = False
                else:
                    yield from self._block(child)

    def _number(self, element: Element) -> str:
        """The number of a list, whose count goes on from another one where it says so."""
        first = next(_paragraphs(element), None)
        of_words = self.text.styles.list_of(first.get(f"{TEXT}style-name") or "") if first is not None else ""
        style = element.get(f"{TEXT}style-name") or of_words
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        before = self._of_id.get(element.get(f"{TEXT}continue-list") or "")
        number = before or (self._last_of_style.get(style) if goes_on else None)
        if number is None:
            number = f"{style} {len(self.text.document.lists)}"
            self.text.document.lists[number] = self._levels(style, element)
        self._last_of_style[style] = number
        if XML_ID in element.attrib:
            self._of_id[element.attrib[XML_ID]] = number
        return number

    def _levels(self, style: str, element: Element) -> list[ListLevel]:
        """The levels of a list; its first item may say where it starts."""
        levels = list(self.text.styles.lists.get(style, ()))
        start = next((item.get(f"{TEXT}start-value") or "" for item in element), "")
        if levels and start.isdecimal():
            levels[0] = replace(levels[0], start=int(start))
        return levels


def _paragraphs(element: Element) -> Iterator[Element]:
    return (child for child in element.iter() if child.tag in _WORDS)
