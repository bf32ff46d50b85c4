"""How a turn refers to what was said before: a field, another measure, more, back, not that one."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from corpus.text.numerals import DIGITS, TWOS, UP_TO_99, ZEROS, whole_number
from retrieval.question import Asked, take_fields


class Move(StrEnum):
    """Where a turn goes from what was shown."""

    NTH = "nth"
    PREVIOUS = "previous"
    MORE = "more"
    DETAILS = "details"
    REPHRASE = "rephrase"
    REJECT = "reject"
    BACK = "back"


_NTH = re.compile(
    rf"第([{UP_TO_99}\d]{{1,2}})个(?!月|工作日|季度)"
    rf"|第?([{UP_TO_99}{TWOS}\d]{{1,2}})(?:个|条|项)"
    r"(?:呢|的|吧|看看|详细|具体|细说|展开|是什么|是啥|怎么|再说|介绍|内容|说|讲|(?=电话|归谁|找谁|谁|到什么|什么时候|有什么)|$)"
    r"|(最后)(?:一个|那个|一条)?|(头一个|头条|首个)"
)
FOLLOWUPS_FILE = Path(__file__).parent / "followups.toml"

_TABLE: dict[str, Any] = tomllib.loads(FOLLOWUPS_FILE.read_text(encoding="utf-8"))


def _either(groups: Mapping[str, Mapping[str, str]]) -> str:
    """One pattern made of all the named groups, in their order."""
    return "|".join(f"(?:{pattern})" for group in groups.values() for pattern in group)


_MOVES = {Move(name): re.compile(_either(groups)) for name, groups in _TABLE["moves"].items()}
"""A turn is compared with them in this order."""
_HOLLOW_WORDS = " ".join(_TABLE["hollow"].values()).replace("{figures}", UP_TO_99).split()
_HOLLOW = frozenset(filter(str.isalpha, _HOLLOW_WORDS))
_HOLLOW_PATTERNS = tuple(re.compile(word) for word in _HOLLOW_WORDS if word not in _HOLLOW)
_LONGEST_HOLLOW = max(map(len, _HOLLOW))
_LEAN_START = re.compile(
    r"那(?!曲)|要是|如果|假如|假设|若|万一|换成|换作|改成|那要|只是|仅|光|后来|还|又|另外|对了"
)
_LEAN_END = re.compile(r"(?:的)?呢[^，。；]{0,6}$|(?:呢|的)$|呢[，,]")
_SPOKEN_END = re.compile(r"(?<=\w)[哩咧捏嘞](?=[？?。！!，,、~ ]|$)")
"""How 呢 is said in the dialects of the north: 农村的哩, 乡镇咧."""
_REFERS = re.compile(
    r"这(?:个|事|项|条|些|种|里|边|笔|份|家|方面)?|那(?:个|事|项|条|些|种|笔|份|家)|它|他们|该项|此项|上述|刚才|刚刚|前面|之前说"
)
_ASPECT = re.compile(
    r"^(?:那|在)?(?:\w{1,4}(?:方面|这块|那块|上头)|\w{0,2}(?!集|街|路|车|村|镇|手|网|身)\w上)"
    r"(?:呢|的?(?:呢|有)|$)"
)
_RECALLS = re.compile(r"(?<=\w\w)那(?:个|事|件事?|条|项|笔|块|头|边)|刚才|前面|之前(?:说|问|提)")
_CASE = re.compile(
    r"(?:算不算|算数?[吗不么]|也?(?:行|中|成|可以|能)[吗不么]|行不行|中不中|成不成|可不可以|也有[吗不么]|有份[吗不么]"
    r"|够不够|符合[吗不么]|符不符合|也?给[吗不么]|(?:接着|继续|再|续)[干做住领租签享聘贷]?[吗不么])$"
)
_THINGS = frozenset("驴牛羊猪鸡鸭鱼税房车船桥路水电气暖粮树煤医药学")
"""Single characters that name a matter; any other left over is a particle."""
OWN_YEAR = re.compile(
    rf"(?:(?:19|20)\d\d|(?<![\d{UP_TO_99}])[01一二{ZEROS}][\d{DIGITS}](?=年))\s*年?(?:\d+月)?份?(?:就|才|以前|以后|之前|之后)?"
    r"(?:的(?:老|旧|电|油|货|新能源)?(?:房|车|楼|小区|机器|设备)|建|盖|买|上牌|登记|注册|毕业|出生|生的|参加|参保|成立|开的|入"
    r"|的(?:行|中|算|成)[^，。]{0,2}[不没吗么])"
)
"""A year that belongs to the asker's own house, car or life and does not ask for that year's rules."""
_BREAK = re.compile(r"[^\w]+")
_TURNING = re.compile(
    rf"^(?:(?:好的?|行|哦|嗯|那|算了)[，,。 ]*)?(?:{_either(_TABLE['turning'])})(?:哈|啊|吧|哦)?[，,。：: ]+"
)
_RESET = re.compile(r"/?reset|重新开始|从头(?:来|开始)|清空(?:对话|记录)?|换个话题", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One message, read against what may have been said before."""

    text: str
    fields: tuple[Asked, ...] = ()
    """In the order of the table; empty where no field is asked for."""
    move: Move | None = None
    ordinal: int = 0
    """Of NTH, from 1; -1 for the last."""
    content: tuple[str, ...] = ()
    """Chunks that name a topic, without the words of fields and moves."""
    asks_case: bool = False
    """Whether it asks if a case is covered: 摩托车算吗, 个体户行吗."""
    also: bool = False
    """Whether it asks about a further case with 也: 个体户也行吗."""
    leans: bool = False
    """Whether it is phrased as a continuation: 那…呢, 要是…, …的."""
    refers: bool = False
    """Whether it points back: 这个, 刚才."""

    aspect: bool = False
    """Whether it asks for one side of what was asked before: 税收方面呢, 税上有啥照顾."""

    @property
    def matter(self) -> tuple[str, ...]:
        """The content without the hollow words around it. Example: "到哪儿注销牌照" -> ("注销牌照",)."""
        return tuple(map(_trimmed, self.content))

    @property
    def follows(self) -> bool:
        """Whether its words show that it continues what was said."""
        return self.leans or self.refers


def read_turn(text: str, hollow: tuple[str, ...] = ()) -> Turn:
    """Reads one message; `hollow` are further words that name no matter here (places, departments).

    Example: "那电话呢" -> fields (PHONE,), no content, leans; "第二个说细点" -> NTH 2
    """
    words = _SPOKEN_END.sub("呢", unicodedata.normalize("NFKC", text).strip())
    rest, move, ordinal = _moved(words)
    fields, rest = take_fields(rest)
    if fields and move is Move.DETAILS:
        move = None  # 具体找哪个科 asks for the office, not for the whole text.
    for word in sorted(hollow, key=len, reverse=True):
        rest = rest.replace(word, " ")
    bare = words.rstrip("？?。！!~ ")
    return Turn(
        text=text,
        fields=fields,
        move=move,
        ordinal=ordinal,
        content=tuple(filter(_names_matter, _BREAK.split(rest))),
        asks_case=bool(_CASE.search(bare)),
        also=bool(_CASE.search(bare)) and "也" in bare,
        leans=bool(_LEAN_START.match(bare) or _LEAN_END.search(bare)),
        refers=bool(_REFERS.search(bare)),
        aspect=bool(_ASPECT.search(bare)),
    )


def name_recalled(text: str) -> str:
    """The name by which the words recall one of several that were talked of; empty where they recall none.

    Example: "修路那个呢" -> "修路"
    """
    match = _RECALLS.search(text)
    return text[: match.start()] if match else ""


def without_turning(text: str) -> str:
    """The message without the words that announce a change of topic; unchanged where nothing would be left.

    Example: "先不说这个，五保户多少" -> "五保户多少"
    """
    return _TURNING.sub("", text) or text


def without_returning(text: str) -> str:
    """The message without the words that return to an earlier topic.

    Example: "回到低保，多少钱" -> "低保，多少钱"
    """
    return _MOVES[Move.BACK].sub("", text).strip("，,。 ") or text


def _names_matter(chunk: str) -> bool:
    if len(chunk) == 1:
        return chunk in _THINGS
    return bool(chunk) and not _is_hollow(chunk)


def _trimmed(chunk: str) -> str:
    """A chunk that names a matter without the hollow words before and after it."""
    begins = {len(chunk)}
    for start in reversed(range(len(chunk))):
        if not begins.isdisjoint(_hollow_ends(chunk, start)):
            begins.add(start)
    start, stop = max(_reached(chunk)), min(begins)
    return chunk[start:stop] if stop - start > 1 else chunk


def _is_hollow(chunk: str) -> bool:
    """Whether a chunk consists only of words that name no topic.

    Each position is looked at once. A single pattern for all words would try every way to split the chunk,
    and a run of 这些 can be split in too many ways to try.
    """
    return len(chunk) in _reached(chunk)


def _reached(chunk: str) -> set[int]:
    """The positions that a row of hollow words from the start on reaches."""
    reached = {0}
    for start in range(len(chunk)):
        if start in reached:
            reached.update(_hollow_ends(chunk, start))
    return reached


def _hollow_ends(chunk: str, start: int) -> set[int]:
    """The positions where hollow words that begin at this one end."""
    ends = range(start + 1, min(start + _LONGEST_HOLLOW, len(chunk)) + 1)
    matches = (pattern.match(chunk, start) for pattern in _HOLLOW_PATTERNS)
    return {end for end in ends if chunk[start:end] in _HOLLOW} | {m.end() for m in matches if m}


def is_reset(text: str) -> bool:
    """Whether the message ends the conversation so far. Example: "/reset"."""
    return _RESET.fullmatch(text.strip().strip("。！!")) is not None


def _moved(words: str) -> tuple[str, Move | None, int]:
    """The remaining words, the move, and the ordinal of NTH."""
    nth = _NTH.match(words.lstrip("那就看要说我想 "))
    ordinal = _ordinal(nth) if nth else None
    if nth and ordinal is not None:
        left = words.replace(nth.group(), " ", 1)
        return _MOVES[Move.DETAILS].sub(" ", left), Move.NTH, ordinal
    for move, pattern in _MOVES.items():
        left = pattern.sub(" ", words)
        if left != words:
            return left, move, 0
    return words, None, 0


def _ordinal(nth: re.Match[str]) -> int | None:
    """The ordinal, from 1, or -1 for the last; None for vague counts like 两三个."""
    said, listed, last, first = nth.groups()
    if last:
        return -1
    return 1 if first else whole_number(said or listed)
