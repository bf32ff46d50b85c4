"""Texts as one reply can hold them, counted in bytes."""

from collections.abc import Sequence

from bot.layout import Block
from bot.messages import wechat as words
from bot.rendering import render_text, split_plain

CONTENT_BYTES = 2048
"""Most bytes of the text of a reply; WeCom cuts what is longer, an official account does not deliver it.

Source: developer.work.weixin.qq.com/document/path/90241, Content; error 45002 of official accounts.
"""
_MENU_BYTES = 300
"""Kept for a menu below an answer: seven entries of two or three words."""


def byte_length(text: str) -> int:
    """The length in UTF-8."""
    return len(text.encode())


def fits_reply(blocks: Sequence[Block]) -> bool:
    """Whether one reply holds the blocks with a menu below them."""
    return byte_length(render_text.join(blocks)) <= CONTENT_BYTES - _MENU_BYTES


def pages_of(text: str, address: str = "") -> list[str]:
    """The text in replies of at most `CONTENT_BYTES`, cut at the ends of sentences.

    Each but the last ends with how to read on; `address`, where there is one, is where the page shows it all.
    """
    if byte_length(text) <= CONTENT_BYTES:
        return [text]
    ways = (words.MORE_PAGES, words.READ_ON_PAGE.format(address=address) if address else "")
    tail = "\n\n" + "\n".join(way for way in ways if way)
    *first, last = split_plain(text, CONTENT_BYTES - byte_length(tail), byte_length)
    return [*(page + tail for page in first), last]
