"""Chinese words for peers that have no way of their own to find them."""

import logging
import re

import jieba

jieba.setLogLevel(logging.WARNING)
_WORD = re.compile(r"\w")


def words(text: str) -> list[str]:
    """The words of a text by jieba, punctuation left out."""
    return [word for word in jieba.lcut(text.lower()) if _WORD.search(word)]
