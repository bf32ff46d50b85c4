"""What a measure gives or charges: how the matches of the award rules become claims."""

import re
from collections.abc import Iterator

from corpus.extraction.stated_conditions.amounts import MONEY, SHARE, parts
from corpus.extraction.stated_conditions.claims import Claim, Span, measured
from corpus.extraction.stated_conditions.condition_rules import ConditionRule

GIFT = (
    r"(?:一次性|保费|资金|让利|示范引领|职业培训|创业担保|贴息)*"
    r"(?:补贴|补助|奖励|奖补|支持|资助|贷款|扶持资金)"
)
"""A pattern of what is given."""
_AFTER = re.compile(rf"的?(?:标准)?(?:给予)?(?P<q>{GIFT})")
_BEFORE = re.compile(rf".*(?P<q>{GIFT})")
_JUST_BEFORE = re.compile(rf"(?P<q>{GIFT})[，和]?$")
_FIGURE = re.compile(rf"{MONEY}|{SHARE}")
_HEAD = re.compile(r"^(?:获得|主持制定|承担|参与|获|当年新确定为|负责)+")
_TAIL = re.compile(r"(?:奖项|荣誉|工作|开展)?的[\u4e00-\u9fff]{0,6}(?:，.*)?$|，.*$")


def award_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """A claim for the figure `v`, and for each one in `more`, on what `q` names.

    Without a group `q` the figures are of the gift named next to them.
    """
    figures = [match.span("v")]
    if match.groupdict().get("more"):
        figures += [more.span() for more in _FIGURE.finditer(match.string, *match.span("more"))]
    quantity = _quantity(match, figures[-1][1])
    if quantity is None:
        return
    start, end = min(match.start(), quantity[0]), max(match.end(), quantity[1])
    if "q" in match.groupdict():
        start = quantity[0] if match.start("q") == match.start() else start
    gift = _AFTER.match(match.string, end)
    end = gift.end() if gift else end
    for figure in figures:
        value, unit, is_range = _parts(match.string[slice(*figure)])
        op = "in" if is_range else rule.op
        yield Claim(rule.name, rule.kind, quantity, op, value, unit, start, end, figure)


def _parts(figure: str) -> tuple[float | str, str, bool]:
    """Example: `85折` -> 85, `折`."""
    return (float(figure[:-1]), "折", False) if figure.endswith("折") else parts(figure)


def _quantity(match: re.Match[str], end: int) -> Span | None:
    """The words that the rule names, else the gift behind the figure, the noun or the gift before it."""
    sentence = match.string
    if "q" in match.groupdict():
        return measured(sentence, *match.span("q"), listed=True)
    after = _AFTER.match(sentence, end)
    if after is not None:
        return after.span("q")
    listed = not sentence.endswith("、", 0, match.start())
    before = measured(sentence, 0, match.start(), listed=True) if listed else None
    gift = _JUST_BEFORE.search(sentence, 0, match.start())
    return before or (gift.span("q") if gift else None)


def one_time_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """One sum for whoever earns what `q` names, whole: a title may hold any word."""
    value, unit, _ = parts(match["v"])
    yield Claim(rule.name, rule.kind, match.span("q"), rule.op, value, unit, *match.span(), match.span("v"))


def shared_out_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """A list of sums, each for its own member of an equally long list, else all for the gift."""
    sentence = match.string
    figures = [figure.span() for figure in _FIGURE.finditer(sentence, *match.span("all"))]
    names = _names(sentence, *match.span("head"))
    gift = _AFTER.match(sentence, match.end()) or _BEFORE.match(sentence, match.start(), match.end("all"))
    spans = names if len(names) == len(figures) else [gift.span("q")] * len(figures) if gift else []
    if not spans:
        return
    kind, op = ("cap", "<=") if match["high"] else (rule.kind, rule.op)
    named = sentence.rfind("对", 0, spans[0][0]) if spans is names else -1
    start = named if named >= 0 else min(match.end("head"), *(span[0] for span in spans))
    end = max([match.end(), *(span[1] for span in spans)])
    for quantity, figure in zip(spans, figures, strict=False):
        value, unit, _ = parts(sentence[slice(*figure)])
        yield Claim(rule.name, kind, quantity, op, value, unit, start, end, figure)


def _names(sentence: str, start: int, end: int) -> list[Span]:
    """Those that share: what stands in quotation marks, else the members of the list after the last 对."""
    start = sentence.rfind("对", start, end) + 1
    if start == 0:
        return []
    depth = 0
    quoted: list[Span] = []
    for match in re.finditer(r"[（）]|“(?P<name>[^“”]+)”", sentence[start:end]):
        depth += {"（": 1, "）": -1}.get(match.group(), 0)
        if match["name"] and depth == 0:
            quoted.append((start + match.start("name"), start + match.end("name")))
    return quoted if len(quoted) > 1 else _members(sentence, start, end)


def _members(sentence: str, start: int, end: int) -> list[Span]:
    members: list[Span] = []
    for match in re.finditer(r"(?:（[^（）]*）|[^、及（）])+", sentence[start:end]):
        head = _HEAD.match(match.group())
        tail = _TAIL.search(match.group())
        first = start + match.start() + (head.end() if head else 0)
        last = start + match.start() + (tail.start() if tail else len(match.group()))
        name = sentence[first:last]
        opens, closes = name.count("“"), name.count("”")
        members.append((first + (opens > closes), last - (closes > opens)))
    return [span for span in members if span[1] - span[0] > 1]
