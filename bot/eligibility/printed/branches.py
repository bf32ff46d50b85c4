"""The branches of a text: its parts between full stops and semicolons, each with what leads it in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.numerals import ORDINAL, UP_TO_99

_STOP = re.compile(r"[。；;\n]")
LABEL = re.compile(rf"(?:第(?:{ORDINAL}|\d+)条|（(?:{ORDINAL}|\d+)）|{ORDINAL}、|\d+[.、．])")
"""The label of an item, in front of its words."""
_IN_LIST = re.compile(rf"(?:[（(](?:{ORDINAL}|\d+)[）)]|(?<!\d)\d+[.、．])$")
_LONGEST_LABEL = 8
"""Signs of the label of an item that a branch above announces."""
_ANNOUNCES = re.compile(
    rf"下列|(?:不予|不得|不再)[^。；，\n]{{2,8}}的?(?:情形|情况)：?$|以下(?:[两{UP_TO_99}\d]项|各项)?(?:条件|情形|情况|要求|人员|单位|企业|标准|对象)"
)
_TAKES = "招收|招用|录用|聘用|雇用|接收|接纳|收治|收住|录取"
"""What somebody does who lets people in."""
EXCLUDES = re.compile(
    rf"不(?:再|予|得)?(?:{_TAKES})|不予|不享受|除外|不再|不计入|不得(?![超低高少多])|停发|不受理|不纳入|不作为|不属于|不在此列|不适用|不能(?!自理|独立|正常|自行|自主|完全|辨认)|取消|撤销|视为|追回|收回|退回|暂停"
)
"""Words by which what stands in front of them is left out."""
_EXCLUDES_BEHIND = re.compile(
    rf"(?:不[再予得能准可]?|禁止|严禁)(?:{_TAKES}|受理|办理|批准)[^，。；]*$|(?:不予|不得|不再)[^，。；：]{{2,8}}：[^。；]*$"
)
"""Words by which what stands behind them in their phrase is left out: 不招收未满6周岁的儿童."""
EXCLUDING_LIST = re.compile(
    r"下列[^。；]*(?:不予|不得|不再|除外)|(?:不予|不得)[^。；]*下列|(?:不予|不得|不再)[^。；，]{2,8}的?(?:情形|情况)：?$"
)
_LATE = re.compile(r"(?:逾期|超过期限|过期)[^，。；]*")
"""What follows from being late leaves out who is late, not who is in time."""
BRANCH_END = re.compile(r"(?:的|企业|单位|家庭|人员|人才|对象|机构|项目|团队)，$")
"""The end of a phrase that says for whom what follows is."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a text at [start, end), its label left out."""

    number: int
    start: int
    end: int
    lead: str
    """The branch that announces the list in which it stands; empty where there is none."""

    def consequence(self, words: str, offset: int) -> str:
        """The words behind an offset up to the second comma, in which what follows from it stands.

        Alternatives that 或者 joins to it have the same consequence: 超过5年的，或者超过2000万元的，不享受.
        """
        match = re.match(r"[^，]*(?:，或者?[^，]*)*(?:，[^，]*)?", words[offset : self.end])
        return match.group() if match else ""

    def excludes(self, words: str, start: int, end: int) -> bool:
        """Whether what stands at [start, end) is left out, not asked for."""
        listed = EXCLUDING_LIST.search(self.lead) or EXCLUDING_LIST.search(words[self.start : self.end])
        rest = _LATE.sub("", self.consequence(words, end))
        denied = _EXCLUDES_BEHIND.search(words, self.start, start)
        return bool(listed or denied or EXCLUDES.search(rest))


def branches(words: str) -> Iterator[Branch]:
    """The branches of a text, left to right.

    Example: `同时符合下列条件：（一）本区户籍；（二）…` -> the second has the first one's words as its lead
    """
    lead = ""
    for number, (start, end) in enumerate(_spans(words)):
        lead = lead if _IN_LIST.search(words, max(0, start - _LONGEST_LABEL), start) else ""
        yield Branch(number, start, end, lead)
        text = words[start:end]
        lead = text if _ANNOUNCES.search(text) else lead


def _spans(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(mark.start() for mark in _STOP.finditer(words)), len(words)):
        label = LABEL.match(words, start)
        first = label.end() if label else start
        if first < end:
            yield first, end
        start = end + 1
