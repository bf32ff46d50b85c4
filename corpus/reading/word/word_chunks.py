"""Files of another format that a Word document holds as part of its text (altChunk)."""

from collections.abc import Callable
from email import policy
from email.parser import BytesParser

from corpus.reading.composing import Part, TextLine
from corpus.reading.content_kinds import Content, content_of
from corpus.reading.encodings import decode
from corpus.text.losses import Loss, LossKind

_MARKS = b"\xef\xbb\xbf \t\r\n"
ReadWord = Callable[[bytes], list[Part]]


def parts_of_chunk(
    name: str, member: str, data: bytes, read_word: ReadWord, losses: list[Loss]
) -> list[Part]:
    """The paragraphs and tables of an inserted page, text or Word document; of another format a loss.

    Raises:
        UnknownFormatError: the bytes of a text or page are in no known encoding.
    """
    content = content_of(data)
    if content is Content.PAGE_ARCHIVE or member.endswith((".mht", ".mhtml")):
        data, content = _page_of(data), Content.PAGE
    if content is Content.WORD:
        return read_word(data)
    if content is Content.PAGE or member.endswith((".htm", ".html", ".xhtml")):
        from corpus.reading.html.web_pages import parts_of_page

        return parts_of_page(name, data, losses)
    if content is Content.TEXT and not data.lstrip(_MARKS).startswith(b"<?xml"):
        return [TextLine(line) for line in decode(name, data).splitlines() if line.strip()]
    losses.append(Loss(LossKind.OBJECT, member))
    return []


def _page_of(data: bytes) -> bytes:
    """The page inside an archived one."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    payload = pages[0].get_payload(decode=True) if pages else None
    return payload if isinstance(payload, bytes) else data
