"""Figures that a sentence of a measure compares something with, and what is compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.eligibility.intervals import Interval
from bot.eligibility.printed.printed_dates import Comparison, printed_dates, within_days
from bot.eligibility.printed.printed_ranges import joined_range, printed_range
from bot.eligibility.quantity_names import DATE, GRADE, RANK, STANDARD
from corpus.extraction.quantities import YEAR, Quantity, quantities
from corpus.text.numerals import NINE, UP_TO_99, value_of

_INCLUDED = r"(?:（不?含[^（）]*）)?"
_BEFORE = {
    **dict.fromkeys(("不低于", "不少于", "不小于", "不短于", "至少有", "至少", "达到", "达", "满"), ">="),
    **dict.fromkeys(("不得超过", "不超过", "不高于", "不大于", "不多于", "不长于"), "<="),
    **dict.fromkeys(("超过", "突破", "高于", "多于", "大于"), ">"),
    **dict.fromkeys(("低于", "不足", "不满", "未满", "少于", "小于", "短于", "不到"), "<"),
}
_OP = "|".join(sorted(_BEFORE, key=lambda word: -len(word)))
_OP_BEFORE = re.compile(
    rf"(?:原则上|一般)?(?:分别|累计|连续)?(?:首次)?(?P<op>{_OP})(?:（含）)?(?:每[个人户家月年天次])?$|原则上在$|首次(?P<first>突破)$"
)
_AT_MOST_DONE = re.compile(
    r"(?:最多|至多)(?:可以?|能|只能)?(?:携?带|带领|随带|陪同|申报|推荐|填报|选报|安排|选派|饲?养)$|限(?:带|报|养)$"
)
"""In front of a count of what somebody brings, hands in or keeps; not of what he is given."""
_UNIT_TOO = "(?:（[台套个件只条艘辆户家]）)?"
"""Another name of the unit: 10台（套）以上."""
_EXCEPTION = r"(?:（[^（）\d]*\d[^（）]*）)?"
"""15%（超过100人的企业达到8%）以上."""
_SIDE_AFTER = re.compile(
    rf"{_UNIT_TOO}{_EXCEPTION}{_INCLUDED}(?:人民币)?{_INCLUDED}及?(?P<side>以上|以下|以内|之内|内){_INCLUDED}"
)
_SIDES = {"以上": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "内": "<="}
_AGE_OF_EVENT = re.compile(
    r"(?:毕业|离校|退役|成立|注册|登记|时间在?|(?:验收|竣工|完工|投产|出生|入职|毕业|退役|领证|取得证书)(?:合格|通过)?后|(?<!受理)(?<!收到)(?<!施行)(?<!印发)(?<!发布)之日起)$"
)
"""5年内 limits how long ago something was only where the event stands before it; else it is a window."""
_OF_PAPER = re.compile(r"的[\u4e00-\u9fff]{0,6}(?:证明|报告|照片|流水|体检)")
"""三个月内的健康证明 limits how old a paper may be."""
_BETWEEN = re.compile(r"[、，]?(?:且|并且|至|到|-)?")
_IN_A_LIST = re.compile(r"[、和或]")
_WIDENED_UNITS = frozenset({"岁", "%"})
_STEPPED = frozenset({"岁", "层"})
"""Units of whole numbers, of which a text names one or several for what it gives."""
_WIDENED = re.compile(r"(?:放宽|延长|提高)[到至为]?$")
"""年龄放宽到60周岁 sets a new upper end."""
YEARLY = re.compile(
    rf"(?<![\d{UP_TO_99}多去今前往半近每两几届青少老幼成])年(?!龄|满|度内|级|以|内|限|底|末|初|轻|检|审|老|后|前)"
    r"|每年|全年|年均|年度"
)
"""In the words of a comparison: it is of one year."""
_WHAT_FOLLOWS = re.compile("[和及]|可以?(?!再生)|免|按|给予|享受|不再|由(?!于)|凭")
"""Behind a figure and whose it is: what is joined to it, or what there is to get."""
_PHRASE_MARKS = "，。；：\n"
_TAIL = re.compile(r"(?:（[^（）]*）|(?!或者?|并(?!网)|且)[^，、：；。（）])*")


@dataclass(frozen=True, slots=True)
class PrintedBound:
    """One comparison of a sentence, whose offsets it keeps: `subject`, operator and figures, then `tail`."""

    unit: str
    allowed: tuple[Interval, ...]
    """One interval, or one for each member of a list: 突破10亿元、20亿元."""
    start: int
    """Where its subject begins."""
    figure: int
    """Where operator or figure begin."""
    end: int
    subject: str
    figures: str
    """Operator and figures as printed: `不低于1000万元`."""
    tail: str
    """The words behind it in the same phrase."""
    sentence: str
    """All of its branch."""

    @property
    def printed(self) -> str:
        """Subject, figures and tail as one."""
        return f"{self.subject}{self.figures}{self.tail}"

    @property
    def topic(self) -> str:
        """What it is about, without what 和 joins to it behind."""
        return self.subject + _WHAT_FOLLOWS.split(self.tail)[0]

    @property
    def is_respective(self) -> bool:
        """Whether each of its figures is for its own member of a list: 分别."""
        return len(self.allowed) > 1 and "分别" in self.figures

    @property
    def is_widened(self) -> bool:
        """Whether its figure is one to which a limit is widened: 放宽到60周岁."""
        bare = self.unit in _WIDENED_UNITS and self.figures[:1].isdigit()
        return bare and len(self.allowed) == 1 and bool(_WIDENED.search(self.subject))

    @property
    def words(self) -> str:
        """What it is about: the words before and behind it."""
        return f"{self.subject} {self.tail}"

    @property
    def interval(self) -> Interval:
        """What it allows; of steps, everything from the lowest."""
        return self.allowed[0]


_FROM_THEN_ON = re.compile(r"(?:周?岁|元|年)?的?(?:次月|当月|次日|当日|次年|当年|之日)起")
"""Behind a figure it says from when on, and asks for nothing. Example: `自年满80周岁的次月起计发`."""


def printed_bounds(sentence: str) -> tuple[PrintedBound, ...]:
    """The comparisons of a folded sentence, left to right.

    Example: `年满80周岁不满90周岁的` -> one of 岁, from 80 to below 90
    """
    dates = [*printed_dates(sentence), *within_days(sentence, _AGE_OF_EVENT)]
    found = [*dates, *_ranks(sentence), *_standards(sentence), *_shares(sentence)]
    read = list(found)
    for comparison in _figures(sentence):
        overlaps = any(comparison.start < other.end and other.start < comparison.end for other in found)
        if not overlaps and not _FROM_THEN_ON.match(sentence, comparison.end):
            read.append(comparison)
    merged = _merged(sentence, sorted(read, key=lambda comparison: comparison.start))
    ends = [0, *(0 if comparison.unit == DATE else comparison.end for comparison in merged)]
    return tuple(_bound(sentence, one, after) for one, after in zip(merged, ends, strict=False))


def phrase_at(text: str, bound: PrintedBound) -> str:
    """The words of a text between the marks around a comparison."""
    start = max(text.rfind(mark, 0, bound.figure) for mark in _PHRASE_MARKS) + 1
    ends = (text.find(mark, bound.end) for mark in _PHRASE_MARKS)
    return text[start : min((end for end in ends if end >= 0), default=len(text))]


def _figures(sentence: str) -> Iterator[Comparison]:
    """Counted figures with a word of comparison; a list shares the word before or behind it."""
    runs = _runs(sentence)
    for run in runs:
        comparison = _compared(sentence, run)
        if comparison is not None:
            yield comparison
    joined = (joined_range(sentence, first, last) for (*_, first), (last, *_) in pairwise(runs))
    yield from filter(None, joined)


def _runs(sentence: str) -> list[list[Quantity]]:
    """Figures of one unit that are listed without words between them."""
    runs: list[list[Quantity]] = []
    for quantity in quantities(sentence):
        last = runs[-1][-1] if runs else None
        listed = last and _IN_A_LIST.fullmatch(sentence[last.end : quantity.start])
        if last and listed and last.unit == quantity.unit:
            runs[-1].append(quantity)
        elif quantity.unit not in (YEAR, ""):
            runs.append([quantity])
    return runs


def _compared(sentence: str, run: Sequence[Quantity]) -> Comparison | None:
    first, last = run[0], run[-1]
    before = _OP_BEFORE.search(sentence[: first.start])
    after = _SIDE_AFTER.match(sentence, last.end)
    start = before.start() if before else first.start
    end = after.end() if after else last.end
    window = after and after["side"] in ("内", "之内", "以内") and first.unit in ("年", "月", "天")
    window = window and not _OF_PAPER.match(sentence, end)
    if window and not _AGE_OF_EVENT.search(sentence[:start]):
        return None
    if len(run) == 1 and first.upper != first.value:
        return printed_range(sentence, first)
    op = _op(before, after, sentence[last.end : end])
    done = _AT_MOST_DONE.search(sentence[: first.start])
    if op is None and done:
        op, start = "<=", done.start()
    if op is None and first.unit in _WIDENED_UNITS and _WIDENED.search(sentence[: first.start]):
        op = "<="
    if op is None:
        return _named_step(sentence, run)
    allowed = tuple(_interval(op, quantity.value) for quantity in run)
    return Comparison(first.unit, allowed, start, end)


def _named_step(sentence: str, run: Sequence[Quantity]) -> Comparison | None:
    """A step of a scale that is named by its figures, which open a branch.

    Example: `四层、五层的，每部补助12万元` -> from 4 to 5
    """
    first, last = run[0], run[-1]
    opens = not sentence[: first.start] and sentence.startswith("的", last.end)
    follow = all(after.value == before.value + 1 for before, after in pairwise(run))
    if not (opens and follow) or first.unit not in _STEPPED:
        return None
    return Comparison(first.unit, (Interval(first.value, last.value),), first.start, last.end)


def _op(before: re.Match[str] | None, after: re.Match[str] | None, behind: str) -> str | None:
    """`达到300万元以上` is >=: the word behind decides; 以上 and 以下 include unless 不含 is printed.

    Source: 《中华人民共和国民法典》第一千二百五十九条.
    """
    if after:
        op = _SIDES[after["side"]]
        return op[0] if "（不含" in behind else op
    word = before and (before["op"] or before["first"])
    return _BEFORE[word] if word else None


def _interval(op: str, value: float) -> Interval:
    return Interval(value, low_open=op == ">") if op[0] == ">" else Interval(high=value, high_open=op == "<")


_RANKED = re.compile(rf"前(?P<n>[\d{UP_TO_99}]+)(?:位|名|(?<=排名前\d)|(?<=排名前[{UP_TO_99}]))")
_STANDARD = re.compile(rf"国(?P<n>[{NINE}])(?:排放标准)?(?:及以(?P<side>下|上))")
_GRADED = re.compile(rf"(?P<n>\d|[{UP_TO_99}])级(?:（含）)?(?:及?以上)")
_LISTED_GRADES = re.compile(rf"(?:[{NINE}]级(?:、|和|或者?)){{1,4}}[{NINE}]级(?!及)")
_GRADE_ALONE = re.compile(rf"(?<=残疾)(?:等级)?为?(?P<n>[{NINE}1-4])级(?![、和或及（以])")
_FRACTION = re.compile(rf"(?P<of>[{NINE}])分之(?P<n>[{NINE}])(?P<side>以上)")


def _ranks(sentence: str) -> Iterator[Comparison]:
    for match in _RANKED.finditer(sentence):
        rank = value_of(match["n"])
        if rank:
            yield Comparison(RANK, (Interval(high=rank[0]),), *match.span())


def _standards(sentence: str) -> Iterator[Comparison]:
    for match in _STANDARD.finditer(sentence):
        value = value_of(match["n"])
        if value:
            op = "<=" if match["side"] == "下" else ">="
            yield Comparison(STANDARD, (_interval(op, value[0]),), *match.span())
    for match in _GRADED.finditer(sentence):
        value = value_of(match["n"])
        if value:
            yield Comparison(GRADE, (Interval(*value),), *match.span())
    for match in _GRADE_ALONE.finditer(sentence):
        value = value_of(match["n"])
        if value:
            yield Comparison(GRADE, (Interval(*value),), *match.span())
    for match in _LISTED_GRADES.finditer(sentence):
        grades = [value_of(sign) for sign in re.findall(f"[{NINE}]", match.group())]
        yield Comparison(GRADE, tuple(Interval(*grade) for grade in grades if grade), *match.span())


def _shares(sentence: str) -> Iterator[Comparison]:
    for match in _FRACTION.finditer(sentence):
        whole, part = value_of(match["of"]), value_of(match["n"])
        if whole and part:
            yield Comparison("%", (Interval(100 * part[0] / whole[0]),), *match.span())


def _merged(sentence: str, comparisons: Sequence[Comparison]) -> list[Comparison]:
    """`80周岁以上、不满90周岁` is one comparison."""
    merged: list[Comparison] = []
    for comparison in comparisons:
        last = merged[-1] if merged else None
        if last and _are_ends(last, comparison) and _BETWEEN.fullmatch(sentence[last.end : comparison.start]):
            both = last.allowed[0].met_with(comparison.allowed[0])
            merged[-1] = replace(last, allowed=(both,), end=comparison.end)
        else:
            merged.append(comparison)
    return merged


def _are_ends(one: Comparison, other: Comparison) -> bool:
    single = len(one.allowed) == len(other.allowed) == 1 and one.unit == other.unit
    return single and one.allowed[0].high == float("inf") and other.allowed[0].low == float("-inf")


def _bound(sentence: str, comparison: Comparison, after: int) -> PrintedBound:
    """The comparison with its words; `after` is where the one before it ends, days left out.

    Example: `登记满2年的国三及以下货车` -> the subject of 国三 does not reach back over 满2年的
    """
    start = _phrase_start(sentence, comparison.start)
    if start < after:
        start = after + sentence.startswith("的", after)
    tail = _TAIL.match(sentence, comparison.end)
    return PrintedBound(
        comparison.unit,
        comparison.allowed,
        start,
        comparison.start,
        comparison.end,
        sentence[start : comparison.start],
        sentence[comparison.start : comparison.end],
        tail.group() if tail else "",
        sentence,
    )


_OF_LIST = re.compile(r"均在?$|等[^，。；、等]{2,8}$|的(?:直线)?(?:距离|间距)(?:均|都)?(?:在|应|应当|须)?$")
"""小麦、玉米种植面积均在, 与厕所、圈舍的距离在, 水稻、小麦等粮食作物: the whole list is what is compared."""
_SHARED_FIGURE = re.compile(r"[^，。；、\d]*?(?:务工|经商|就业|创业|工作|经营|居住|学习|种植|养殖)或者?")
"""What stands in front of 或者 and shares the figure behind it: 外出务工或者经商满2年."""
_LEAST_SHARING = 2
_CONNECTOR = re.compile(r".*(?:或者?|并且|并|且|同时|其中)")


def _phrase_start(sentence: str, end: int) -> int:
    """Where the words before a comparison begin: behind the last mark or connector."""
    start = _phrase_before(sentence, end)
    while _OF_LIST.search(sentence[start:end]) and sentence[start - 1 : start] == "、":
        start = _phrase_before(sentence, start - 1)
    shared = _SHARED_FIGURE.match(sentence, start, end)
    if shared and end - shared.end() >= _LEAST_SHARING:
        return start
    connector = _CONNECTOR.match(sentence, start, end)
    return connector.end() if connector else start


def _phrase_before(sentence: str, end: int) -> int:
    start = end
    while start > 0 and (piece := _piece_before(sentence, start)):
        start -= len(piece)
    return start


def _piece_before(sentence: str, end: int) -> str:
    """The character before `end`, or the whole bracket that ends there; empty at a mark."""
    if sentence[end - 1] == "）":
        opening = sentence.rfind("（", 0, end)
        return sentence[opening:end] if opening >= 0 else ""
    return "" if sentence[end - 1] in "，、：；。（" else sentence[end - 1]
