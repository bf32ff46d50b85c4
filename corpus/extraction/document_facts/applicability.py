"""Whether a document says that a measure does not apply in its region, and in which words."""

import re
from collections.abc import Iterable

from corpus.records import Section

_QUOTED = "政策原文"
_EXPLAINED = "情况说明"
_GOALS = "落实目标"
_NOT_HERE = re.compile(r"此(?:项|项政策|项目|政策)不涉及|无法(?:落实|承接)|不在所涉")
_NOT_YET = re.compile(r"(?:目前|暂)[^。]{0,12}(?:尚未|暂未|没有|无)|暂时无法")
_SENTENCE = re.compile(r"[^。\n]*[。\n]?")
_REASON = re.compile(r"原因[：:]")


def not_applicable(sections: Iterable[Section]) -> str | None:
    """The words that say a measure does not apply here, with the reason printed after them; None if it does.

    Only what the region itself says counts: 落实目标 and 情况说明, not the quoted 政策原文. A 情况说明
    stands in place of goals and tasks, so that "not yet" there also means that nothing is done here.

    Example: "因我区无水路货运企业，此项政策不涉及我区。" -> itself
    """
    for section in sections:
        patterns = {_GOALS: (_NOT_HERE,), _EXPLAINED: (_NOT_HERE, _NOT_YET)}.get(section.name, ())
        for pattern in patterns:
            basis = _sentence_with(pattern, section.text)
            if basis:
                return basis
    return None


def _sentence_with(pattern: re.Pattern[str], text: str) -> str:
    sentences = [match for match in _SENTENCE.finditer(text) if match.group()]
    for position, sentence in enumerate(sentences):
        if pattern.search(sentence.group()):
            end = sentence.end()
            for following in sentences[position + 1 :]:
                if _REASON.match(following.group()):
                    end = following.end()
            return text[sentence.start() : end].strip()
    return ""
