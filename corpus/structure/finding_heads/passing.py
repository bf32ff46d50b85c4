"""Who passed a law or decreed a rule, and when, as the bracket below its title says."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers import Block
from corpus.structure.finding_heads.document_head import Head, run_of, words_at
from corpus.structure.site_table import day_of
from corpus.text.numerals import UP_TO_99

_PASSING = re.compile(
    r"[（(](?P<said>(?:19|20)\d\d年[^（）()]{10,1500}(?:通过|修订|修正|批准|公布|发布|施行)[^（）()]{0,20})[）)]"
)
_DAY = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_IN_FORCE = re.compile(r"自(?:19|20)\d\d年\d{1,2}月\d{1,2}日起?(?:施行|实施|执行)")
"""From when a rule holds: not the day on which it was passed or decreed."""
_PASSED_BY = re.compile(
    rf"日(?P<place>[\u4e00-\u9fff]{{2,12}}?)第[{UP_TO_99}百]{{1,5}}届(?P<state>全国)?人民代表大会"
)
_CONGRESS = "人民代表大会常务委员会"
_OF_YEAR = r"(?:[〔\[［(（](?:19|20)\d\d[〕\]］)）])?"
_DECREED = re.compile(
    rf"日(?P<who>[\u4e00-\u9fff]{{2,20}}(?:部|委员会|局|署|政府))令?{_OF_YEAR}第\d{{1,4}}号令?"
)
"""Who decreed a rule. Example: `1994年8月29日青禾省卫生厅令第35号发布`."""
_DECREE = re.compile(
    rf"日(?P<decree>[\u4e00-\u9fff]{{4,20}}(?:部|委员会|局|署|政府)令{_OF_YEAR}第\d{{1,4}}号)(?:发布|公布)"
    r"(?:[，,]?自[^自]{8,12}起?(?:施行|实施))?$"
)
"""The number of a rule that was never changed since."""
_MOST_BETWEEN = 5
_MOST_PASSING = 3
"""Lines over which such a bracket runs."""


def with_passing(blocks: Sequence[Block], head: Head) -> Head:
    """The head with who passed a law or decreed a rule, and the last day, as the bracket below it says.

    Example: `（2014年10月30日青禾市第五届人民代表大会常务委员会第二次会议通过）`
    """
    start = head.end
    while start < head.end + _MOST_BETWEEN and not words_at(blocks, start).startswith(("（", "(")):
        if not words_at(blocks, start) or "。" in words_at(blocks, start):
            return head
        start += 1
    lines = ("".join(run_of(blocks, start, end)) for end in range(start + 1, start + 1 + _MOST_PASSING))
    said = next((match["said"] for words in lines if (match := _PASSING.fullmatch(words))), "")
    days = _DAY.findall(_IN_FORCE.sub("", said))
    if not days:
        return head
    decree = _DECREE.search(said) if head.number == head.title else None
    return replace(
        head,
        number=decree["decree"] if decree else head.number,
        issued=head.issued or day_of(days[-1]),
        issuer=head.issuer or _issuer(said),
    )


def _issuer(said: str) -> str:
    """The last body that the words of a bracket name; empty where they name a meeting alone."""
    decreed = [match["who"] for match in _DECREED.finditer(said)]
    passed = [(match["state"] or match["place"]) + _CONGRESS for match in _PASSED_BY.finditer(said)]
    return "".join((decreed or passed)[-1:])
