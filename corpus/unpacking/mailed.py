"""The attachments and the words of e-mails (.eml)."""

import io
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from corpus.reading.refusals import DamagedError
from corpus.text.unprinted import visible_line
from corpus.unpacking.inner_names import repaired
from corpus.unpacking.packed_members import PackedMember

_LEAST_WORDS = 400
"""Bytes; beside attachments, a shorter text is what people write around them: 请查收."""
_TITLE_CHARS = 60
_BODIES = {"text/plain": ".txt", "text/html": ".html"}
_WORDS_ONLY = "邮件正文不长，只取了附件"
_PICTURE = "是邮件正文里的图片"
_SIGNATURE = "是电子签名"
_SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
)
_PLAIN_NAME = re.compile(r"(?:file)?name\s*=\s*\"?(?P<name>[^\";\r\n]+)", re.IGNORECASE)
"""A name as it stands in a header, where its bytes are in no encoding that the header declares."""
_LOST = "\ufffd"
_LETTER = "邮件"


def mailed_members(name: str, path: Path) -> list[PackedMember]:
    """The attachments of an e-mail, and its words where they may be a document of their own.

    Raises:
        DamagedError: it cannot be taken apart.
    """
    try:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        parts = list(_leaves(message))
        attached = [member for part in parts if (member := _attachment(part))]
        return [*attached, *_words(message, parts, beside=any(not member.skipped for member in attached))]
    except (MessageError, LookupError, ValueError, TypeError, RecursionError, AttributeError) as error:
        raise DamagedError(name, "邮件内容无法解析", "请在邮箱里打开，另存附件后再添加") from error


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message that hold no others; an e-mail that is attached is one of them."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        yield from _leaves(cast(EmailMessage, part))


def _attachment(part: EmailMessage) -> PackedMember | None:
    """The file that a part is; None where it is words of the message itself."""
    named = _file_name(part)
    if part.get_content_type() == "message/rfc822":
        inner = cast(EmailMessage, cast(list[object], part.get_payload())[0])
        return _member(named or f"{_title(inner)}.eml", inner.as_bytes())
    if not named:
        return None
    return _member(named, _payload(part), skipped=_why_skipped(part))


def _why_skipped(part: EmailMessage) -> str:
    """Why a part is no file for readers; "" where it is one."""
    if part.get_content_type() in _SIGNATURES:
        return _SIGNATURE
    return _PICTURE if part.get_content_maintype() == "image" and part.get("Content-ID") else ""


def _file_name(part: EmailMessage) -> str:
    """The name of a part; old programs write it in GBK as it is."""
    named = part.get_filename() or ""
    if _LOST not in named:
        return named
    headers = (_raw(part, header) for header in ("Content-Disposition", "Content-Type"))
    found = next((match["name"] for header in headers if (match := _PLAIN_NAME.search(header))), named)
    return repaired(found)


def _raw(part: EmailMessage, header: str) -> str:
    """A header as it was sent, bytes of no declared encoding as halves of characters."""
    return next((str(value) for name, value in part.raw_items() if name.lower() == header.lower()), "")


def _words(message: EmailMessage, parts: list[EmailMessage], *, beside: bool) -> Iterator[PackedMember]:
    """The text of a message in the plainest form that it has; `beside` attachments a short one is skipped."""
    for kind, suffix in _BODIES.items():
        data = b"\n".join(
            _payload(part) for part in parts if part.get_content_type() == kind and not part.get_filename()
        )
        if data.strip():
            skipped = _WORDS_ONLY if beside and len(data) < _LEAST_WORDS else ""
            yield _member(f"{_title(message)}{suffix}", data, skipped=skipped)
            return


def _title(message: EmailMessage) -> str:
    subject = str(message.get("Subject") or "")
    subject = repaired(_raw(message, "Subject")) if _LOST in subject else subject
    said = visible_line(subject).replace("/", "_").strip()
    return said[:_TITLE_CHARS].strip(". ") or _LETTER


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _member(name: str, data: bytes, *, skipped: str = "") -> PackedMember:
    return PackedMember(name.replace("/", "_"), len(data), None, partial(_opened, data), skipped)


def _opened(data: bytes) -> AbstractContextManager[BinaryIO]:
    return io.BytesIO(data)
