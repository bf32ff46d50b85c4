"""Lists of documents below a line that says what is done to them all: 1.《甲办法》（青政发〔2021〕3号）."""

import re

from corpus.text.cited_titles import CitedTitle, cited_titles
from corpus.text.document_numbers import NUMBER, spelled
from corpus.text.numerals import UP_TO_99

LABEL = rf"(?:[（(]?(?:\d{{1,3}}|[{UP_TO_99}]{{1,3}})(?:[）)][.．、]?|[.．、]))?"
"""What an entry or a heading may be numbered with, as a pattern without groups."""
_ENTRY = re.compile(
    rf"^{LABEL}(?=《|[^《》。，]{{0,30}}关于|[^《》，。]{{4,60}}(?:办法|规定|细则|意见|方案)(?:[（(〔]|$))"
)
_BARE_ENTRY = re.compile(
    rf"^(?P<title>[^《》]{{6,100}}?)(?:[（(]?(?P<number>{NUMBER.pattern})[）)]?)?[；;。，]?$"
)
_AFTER_ENTRY = re.compile(r"[）)〕\]]?(?:[（(][^（）()]*[）)])?[；;。，,]?")


def entry_on(line: str, following: str) -> CitedTitle | None:
    """The document that a line of a list is, whose number may be the line below; None where it is no entry.

    Example: `1.《甲办法》（青政发〔2021〕3号）；` -> 甲办法; `一、抓好落实。` -> None
    """
    label = _ENTRY.match(line)
    if label is None:
        return None
    words = line[label.end() :]
    cited = next(cited_titles(words), None)
    if cited is None:
        bare = _BARE_ENTRY.match(words)
        cited = CitedTitle(bare["title"], spelled(bare["number"] or ""), 0, bare.end()) if bare else None
    if cited is None or not _AFTER_ENTRY.fullmatch(words, cited.end):
        return None
    number = cited.number or (spelled(following) if NUMBER.fullmatch(following) else "")
    return CitedTitle(cited.title, number, cited.start, cited.end)
