"""What was typed, prepared for searching, and messages that cannot be read at all."""

import re
import unicodedata
from dataclasses import dataclass

from bot import messages
from corpus.text.unprinted import visible
from retrieval.text import without_markup

MAX_CHARS = 600
"""Of longer messages only the beginning and end are searched, where people put what they want.

Two windows of the encoder, 512 tokens each, hold about 800 Chinese characters.
"""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_HIDDEN_NUMBER = re.compile(r"〔(?:身份证|银行卡|手机|车牌)号〕")
"""What stands in the place of the number of a person: nothing to search for."""
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u3400-\u9fff\U00020000-\U0003ffff]")
"""Letters that are neither Latin (pinyin, with or without tones) nor Chinese."""

_KANA = re.compile(r"[\u3041-\u30fa]")
_SYLLABLES = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouvü]{1,3}(?:ng|n|r)?(?![aeiouv]))+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_WORDS = 3
"""A message in Latin letters of so many words, a third of them no pinyin, is of another language."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as typed and as searched; `unreadable` says why it cannot be searched, empty when it can."""

    shown: str
    question: str
    unreadable: str = ""

    @property
    def chinese(self) -> bool:
        """Whether it holds any Chinese character."""
        return bool(_HAN.search(self.question))


def read(message: str) -> Reading:
    """Takes out what cannot be searched: control characters, markup, halves of characters; shortens.

    Example: "<b>旧冰箱</b> 换新" -> question "旧冰箱 换新"
    """
    whole = _SURROGATE.sub("\ufffd", message)
    shown, question = visible(whole), _shortened(_cleaned(whole))
    said = _unreadable(question)
    return Reading(shown, question, messages.with_examples(said) if said else "")


def _cleaned(text: str) -> str:
    bare = _HIDDEN_NUMBER.sub(" ", without_markup(text))
    signs = ("" if unicodedata.category(c) == "Cf" else c if c.isprintable() else " " for c in bare)
    return " ".join(visible("".join(signs)).split())


def _shortened(text: str) -> str:
    half = MAX_CHARS // 2
    return text if len(text) <= MAX_CHARS else f"{text[:half]} {text[-half:]}"


def _unreadable(question: str) -> str:
    letters = re.sub(r"[\W_]", "", question)
    if not letters:
        return messages.EMPTY_QUESTION
    if unicodedata.normalize("NFKC", letters).isdigit():
        return messages.ONLY_DIGITS
    if _KANA.search(letters) or (not _HAN.search(letters) and _is_foreign(question)):
        return messages.OTHER_LANGUAGE
    return messages.TOO_SHORT if len(letters) == 1 else ""


def _is_foreign(question: str) -> bool:
    """Whether a message without a Chinese character is in another script, or in Latin words of no pinyin."""
    if _OTHER_SCRIPT.search(re.sub(r"[\W_]", "", question)):
        return True
    words = _WORD.findall(question)
    strange = [word for word in words if not _SYLLABLES.fullmatch(word)]
    return len(words) >= _FOREIGN_WORDS and len(strange) * 3 >= len(words)
