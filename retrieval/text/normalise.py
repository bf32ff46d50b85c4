"""Normalises text for comparison: one width, one case, no polite phrases."""

import re
import unicodedata

MAX_CHARS = 400
"""A longer question is shortened to this length. The longest development question has 62 characters;
the encoder's time grows with length, and a text of more than 400 characters is hardly a question."""

_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]")

_MARKUP = re.compile(
    r"<(script|style)\b[^>]{0,200}>.{0,500}?</\1\s*>|</?[a-z][^<>]{0,200}>|&[a-z]{2,6};"
    r"|https?://[!-~]+|www\.[!-~]+|[\w.]{1,64}@[a-z\d-]{1,64}\.[a-z.]+",
    re.IGNORECASE | re.DOTALL,
)

POLITE: tuple[str, ...] = (
    r"^(?:您好|你好|你们好|早上好|上午好|下午好|晚上好|请问一下|请问|麻烦问一下|麻烦问下|打扰一下|打扰了|问一下|问下"
    r"|(?:hello|hi|hey)(?![a-z])|嗨|在吗|有人吗|想问一下|想问下|我想问问|我想问|我想咨询一下|咨询一下|想咨询一下|咨询下|跟您打听一下|打听一下|打听个事|哈喽|喂)[，,。!！\s呀啊]*",
    r"[，,。!！\s]*(?:谢谢您|谢谢你|谢谢了|谢谢啦|多谢|谢谢|辛苦了|麻烦了|麻烦您了|急急急|在线等|求解答|求告知|跪求)[，,。!！~～\s]*$",
)
"""Greetings at the start and thanks at the end, which say nothing about the topic."""

_POLITE = tuple(map(re.compile, POLITE))


def plain(text: str) -> str:
    """Text in NFKC and lower case, without control characters, each run of white space as one blank.

    Example: "ＰＵＥ　降０．０３" -> "pue 降0.03"
    """
    folded = unicodedata.normalize("NFKC", _CONTROL.sub(" ", text))
    return _SPACE.sub(" ", folded.encode("utf-8", "ignore").decode("utf-8").lower()).strip()


def without_markup(text: str) -> str:
    """A text without tags, scripts, web addresses and e-mail addresses.

    Example: "<b>低保</b>多少钱 https://example.com/a" -> "低保 多少钱"
    """
    return _SPACE.sub(" ", _MARKUP.sub(" ", text)).strip()


def without_politeness(text: str) -> str:
    """A text without greetings and thanks; unchanged where nothing else would remain.

    Example: "您好，请问低保多少钱？谢谢" -> "低保多少钱？"
    """
    shorter = text
    before = None
    while shorter != before:
        before = shorter
        for pattern in _POLITE:
            shorter = pattern.sub("", shorter)
    return shorter.strip() or text


def shortened(text: str, max_chars: int = MAX_CHARS) -> str:
    """The beginning and end of an over-long text: what is asked stands at one of them."""
    if len(text) <= max_chars:
        return text
    half = max_chars // 2
    return text[:half] + text[-half:]
