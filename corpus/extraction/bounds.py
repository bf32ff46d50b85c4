"""Thresholds that a case must reach or stay under: who or what qualifies, how long something may last."""

import re
from collections.abc import Iterator

from corpus.extraction.amounts import SHARE, VALUE, parts
from corpus.extraction.claims import Claim, Span, measured
from corpus.text.numerals import ARABIC

_H = r"[\u4e00-\u9fff]"
_GOAL = re.compile(
    r"力争|确保|争取|目标|任务|年内|培育|新增|创建|建成|争创|稳定在|建设|配合|实施[^，。]{0,20}(?:工程|项目)|开展|不低于上年|平台功能"
)
_INCLUDED = r"(?:（不?含[^（）]*）)?"
_BEFORE_WORDS = {
    "不低于": ">=",
    "不少于": ">=",
    "不小于": ">=",
    "至少": ">=",
    "达到": ">=",
    "达": ">=",
    "不超过": "<=",
    "不高于": "<=",
    "不大于": "<=",
    "不多于": "<=",
    "超过": ">",
    "突破": ">",
    "高于": ">",
    "低于": "<",
    "不足": "<",
    "不满": "<",
    "未满": "<",
    "小于": "<",
}
_AFTER_WORDS = {"以上": ">=", "以下": "<=", "以内": "<="}
_OPS = "|".join(sorted(_BEFORE_WORDS, key=lambda word: -len(word)))
_FIGURE = rf"(?P<v>{VALUE}|{ARABIC}(?=以[上下]))"
_SIDE = rf"(?:{_INCLUDED}及?(?P<side>以上|以下|以内){_INCLUDED})"
_BOUND = re.compile(
    rf"(?P<hedge>一般|原则上|最长|最多)?(?:在|为|是|给予)?(?:(?:首次)?(?P<op>{_OPS}){_INCLUDED})?{_FIGURE}{_SIDE}?"
)
_TERM = re.compile(
    rf"(?P<q>{_H}{{2,4}}期限)(?:一般为|最长为|为)(?P<v>(?!(?:19|20)\d\d年){ARABIC}(?:-{ARABIC})?(?:年|个月))"
)
_AT_MOST = re.compile(rf"最多(?:{_H}{{2}}|不超过（含）)(?P<v>{ARABIC}[个名])(?P<q>{_H}{{2,4}})")
_REACHED = re.compile(rf"达到(?P<q>{_H}{{2,14}})(?P<v>{SHARE})(?:（[^（）]*）)?以上")
_EXCEPT = re.compile(rf"（(?P<q>[^（）]*的(?:企业|单位))达到(?P<v>{SHARE})）以上")
_SIGNED = re.compile(rf"签订(?P<v>{ARABIC}年)以上(?P<q>劳动合同)")
_AGE = re.compile(rf"(?P<q>{_H}{{2,8}})（(?P<v>{ARABIC}-{ARABIC}周岁)）")
_ALSO = re.compile(rf"、(?P<v>{VALUE})")
_OF_WHAT = re.compile(rf"的?(?P<q>{_H}{{2,12}}?)(?=[，。；（）、]|$|的)")
_PLACE = re.compile(r"(?:范围|市区|全区|全市)$")
_MODIFIES = re.compile(
    r"(?!的(?:目标|要求|任务))[^，。；（）]{0,2}?(?:（[^（）]*）)?(?:的|或者?[^，；]*的|且[^，；]*的|、[^，；]*的)|排量"
)
_FOR = re.compile(r"(?:^|[，；：）])[^，。；]{0,12}?(?<![应针面核比绝])对(?!上|标|接|照)[^，。；]*$")


_FIXED = (
    (_TERM, "cap", "<="),
    (_AT_MOST, "cap", "<="),
    (_AGE, "threshold", "in"),
    (_EXCEPT, "threshold", ">="),
    (_REACHED, "threshold", ">="),
    (_SIGNED, "threshold", ">="),
)


def bounds(sentence: str) -> Iterator[Claim]:
    """The thresholds of a folded sentence; goals are none.

    Example: `月销售额15万元以下的小规模纳税人` -> 月销售额 <= 15 万元
    """
    yield from _fixed(sentence)
    for match in _BOUND.finditer(sentence):
        op = _op(match)
        if op is not None and _counts(match):
            yield from _claim(match, op)


def _fixed(sentence: str) -> Iterator[Claim]:
    for pattern, usual_kind, usual_op in _FIXED:
        for match in pattern.finditer(sentence):
            value, unit, is_range = parts(match["v"])
            quantity = match.span("q") if pattern is _EXCEPT else measured(sentence, *match.span("q"))
            if quantity is not None:
                start = quantity[0] if match.start() == match.start("q") else match.start()
                op, kind = (
                    ("in", "threshold" if pattern is _AGE else "amount")
                    if is_range
                    else (usual_op, usual_kind)
                )
                yield Claim(kind, quantity, op, value, unit, start, match.end(), match.span("v"))


def _op(match: re.Match[str]) -> str | None:
    """`达到300万元以上` is >=: the word behind decides. 以上, 以下 and 以内 include unless 不含 is printed.

    Source: 《中华人民共和国民法典》第一千二百五十九条.
    """
    if match["side"]:
        op = _AFTER_WORDS[match["side"]]
        return op[0] if "（不含" in match.group() else op
    return _BEFORE_WORDS[match["op"]] if match["op"] else None


def _counts(match: re.Match[str]) -> bool:
    """Whether the figure qualifies something: hedged by 原则上, in brackets, in 对…, or in front of 的."""
    sentence, start, end = match.string, match.start(), match.end()
    if _GOAL.search(sentence, max(sentence.rfind("，", 0, start), 0), start):
        return False
    if match["op"] in ("达", "达到") and not match["side"]:
        return bool(_FOR.search(sentence[:start]))
    inside = sentence.rfind("（", 0, start) > sentence.rfind("）", 0, start)
    return bool(
        match["hedge"]
        or inside
        or _FOR.search(sentence[:start])
        or _MODIFIES.match(sentence, end)
        or _is_limit(match)
    )


def _is_limit(match: re.Match[str]) -> bool:
    """不超过 with a sum, a time or a count of something named: a limit wherever it stands."""
    return match["op"] in ("不超过", "不高于") and "%" not in match["v"]


def _claim(match: re.Match[str], op: str) -> Iterator[Claim]:
    sentence = match.string
    quantity = _quantity(match)
    if quantity is None:
        return
    figures = [match.span("v")]
    while match["op"] and (also := _ALSO.match(sentence, figures[-1][1])):
        figures.append(also.span("v"))
    start, end = min(match.start(), quantity[0]), max(match.end(), quantity[1], figures[-1][1])
    for figure in figures:
        value, unit, is_range = parts(sentence[slice(*figure)])
        yield Claim(_kind(match, unit), quantity, "in" if is_range else op, value, unit, start, end, figure)


def _quantity(match: re.Match[str]) -> Span | None:
    sentence = match.string
    if sentence.startswith("排量", match.end()):
        return match.end(), match.end() + len("排量")
    before = None if _PLACE.search(sentence[: match.start()]) else measured(sentence, 0, match.start())
    following = _OF_WHAT.match(sentence, match.end())
    return before or (following.span("q") if following else None)


def _kind(match: re.Match[str], unit: str) -> str:
    """不超过 caps what it does not qualify; a share so capped is a rate."""
    if match["op"] not in ("不超过", "不高于") or _MODIFIES.match(match.string, match.end()):
        return "threshold"
    return "rate" if unit == "%" else "cap"
