"""The numbers of documents that a text repeals, whatever it calls them; they end when it takes effect.

What is repealed by its title, too, is told by `ended_documents`.
"""

import re

from corpus.text.document_numbers import spelled
from corpus.text.excerpt import compact_lines

_SENTENCE = re.compile(r"[^。\n]+")
_REPEAL = re.compile(
    r"[^。\n]*(?:同时废止|予以废止|自行废止|即行废止|[起后]废止|起失效|同时停止执行|不再执行)"
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,10}〔(?:19|20)\d\d〕\d{1,4}号(?![〕》文件]*(?:第[^，。、；]{1,6}[条款章项]|中|部分|有关|相关|与))"
)
"""A document of which only an article or some rules are repealed stays in force."""
_GROUNDS = re.compile(r"(?:^|(?<=[，；]))(?:根据|按照|依据|参照|依照)[^，。；]*，?")
"""The documents that a repeal is based on are not repealed."""


def replaced_numbers(text: str) -> tuple[str, ...]:
    """The numbers of the documents that a text says are repealed, in its order, in 〔〕.

    Example: "《甲办法》（某政发〔2017〕3号）同时废止。" -> ("某政发〔2017〕3号",)
    """
    said = (_REPEAL.match(sentence.group()) for sentence in _SENTENCE.finditer(compact_lines(text)))
    sentences = (_GROUNDS.sub("", repeal.group()) for repeal in said if repeal)
    repealed = [number.group() for words in sentences for number in _NUMBER.finditer(spelled(words))]
    return tuple(dict.fromkeys(repealed))
