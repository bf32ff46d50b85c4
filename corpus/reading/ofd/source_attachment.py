"""The document from which an OFD package was made, where it is attached and says the same.

Its paragraphs and tables are marked as such, those of a page are judged by where they stand.
"""

from bisect import bisect_left
from dataclasses import replace

from corpus.errors import SourceError
from corpus.limits import Limits
from corpus.reading.ofd.beside_pages import attached_files
from corpus.reading.ofd.ofd_documents import OfdDocument
from corpus.reading.ofd.ofd_package import OfdPackage
from corpus.text.excerpt import Excerpt, compact
from corpus.text.source_text import Block, Paragraph, SourceText

_WORD = ".docx"


def with_marked_blocks(
    read: SourceText, package: OfdPackage, document: OfdDocument, limits: Limits
) -> SourceText:
    """The text by the blocks of an attached Word file that holds the same characters in the same order.

    Pages and losses stay those of the package; without such a file the text stays as it was read.
    """
    for name, path in attached_files(package, document):
        if name.lower().endswith(_WORD):
            source = _word(name, package.data(path), limits)
            if source is not None and compact(source.text) == compact(read.text):
                return _on_its_pages(source, read)
    return read


def _word(name: str, data: bytes, limits: Limits) -> SourceText | None:
    """The text of a Word file; None where it cannot be read."""
    from corpus.reading.word.word_reader import read_word

    try:
        return read_word(name, data, limits)
    except SourceError:
        return None


def _on_its_pages(source: SourceText, read: SourceText) -> SourceText:
    """The source under the name of what was read, each block on the page where its words stand there."""
    pages = _Pages(source.text, read)
    return replace(read, text=source.text, blocks=tuple(pages.placed(block) for block in source.blocks))


class _Pages:
    """The pages of one text by the offsets of another with the same characters."""

    def __init__(self, text: str, read: SourceText) -> None:
        self._own, self._others = _printed(text), _printed(read.text)
        self._read = read

    def placed(self, block: Block) -> Block:
        """The block with its pages."""
        if isinstance(block, Paragraph):
            return replace(block, page=self._page(block.excerpt))
        rows = [next((cell for cell in row if cell.text), None) for row in block.rows]
        first = next((cell for cell in block.header if cell.text), None)
        pages = [self._page(cell) or 1 if cell else 1 for cell in rows]
        head = self._page(first) if first else None
        return replace(block, page=head or (pages[0] if pages else None), row_pages=tuple(pages))

    def _page(self, words: Excerpt) -> int | None:
        ordinal = bisect_left(self._own, words.offsets[0]) if words.text else len(self._own)
        return self._read.page_at(self._others[ordinal]) if ordinal < len(self._others) else None


def _printed(text: str) -> list[int]:
    """The offsets of all characters that are no white space."""
    return [offset for offset, character in enumerate(text) if not character.isspace()]
