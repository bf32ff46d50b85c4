"""Thresholds that a case must reach or stay under: who or what qualifies, how long something may last."""

import re
from collections.abc import Iterator

from corpus.extraction.stated_conditions.amounts import SHARE, VALUE, parts
from corpus.extraction.stated_conditions.claims import Claim, Span, measured
from corpus.extraction.stated_conditions.condition_rules import ConditionRule
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
_ALSO = re.compile(rf"、(?P<v>{VALUE})")
_OF_WHAT = re.compile(rf"的?(?P<q>{_H}{{2,12}}?)(?=[，。；（）、]|$|的)")
_PLACE = re.compile(r"(?:范围|市区|全区|全市)$")
_MODIFIES = re.compile(
    r"(?!的(?:目标|要求|任务))[^，。；（）]{0,2}?(?:（[^（）]*）)?(?:的|或者?[^，；]*的|且[^，；]*的|、[^，；]*的)|排量"
)
_FOR = re.compile(r"(?:^|[，；：）])[^，。；]{0,12}?(?<![应针面核比绝])对(?!上|标|接|照)[^，。；]*$")


def _fixed_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """One claim, on what `q` names."""
    quantity = measured(match.string, *match.span("q"))
    if quantity is not None:
        yield _fixed_claim(rule, match, quantity)


def _exception_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """One claim, on all the words of `q`: those whom the exception is for."""
    yield _fixed_claim(rule, match, match.span("q"))


def _fixed_claim(rule: ConditionRule, match: re.Match[str], quantity: Span) -> Claim:
    value, unit, is_range = parts(match["v"])
    start = quantity[0] if match.start() == match.start("q") else match.start()
    kind, op = ("amount", "in") if is_range and rule.op != "in" else (rule.kind, rule.op)
    return Claim(rule.name, kind, quantity, op, value, unit, start, match.end(), match.span("v"))


def _compared_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    """Thresholds and limits where the figure qualifies something; goals are none."""
    op = _op(match)
    if op is not None and _counts(match):
        yield from _claims(rule, match, op)


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


def _claims(rule: ConditionRule, match: re.Match[str], op: str) -> Iterator[Claim]:
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
        kind, compared = _kind(match, unit), "in" if is_range else op
        yield Claim(rule.name, kind, quantity, compared, value, unit, start, end, figure)


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


BOUND_RULES: tuple[ConditionRule, ...] = (
    ConditionRule(
        name="stated_period",
        kind="cap",
        op="<=",
        pattern=re.compile(
            rf"(?P<q>{_H}{{2,4}}期限)(?:一般为|最长为|为)"
            rf"(?P<v>(?!(?:19|20)\d\d年){ARABIC}(?:-{ARABIC})?(?:年|个月))"
        ),
        make=_fixed_claims,
        examples={
            "贷款期限最长为24个月": "cap 贷款期限 <= 24 个月",
            "合同期限为2-3年": "amount 合同期限 in 2-3 年",
        },
        counter_examples=("完成期限为2024年",),
        needs=frozenset("期"),
    ),
    ConditionRule(
        name="most_of_a_count",
        kind="cap",
        op="<=",
        pattern=re.compile(rf"最多(?:{_H}{{2}}|不超过（含）)(?P<v>{ARABIC}[个名])(?P<q>{_H}{{2,4}})"),
        make=_fixed_claims,
        examples={"最多推荐5个项目": "cap 项目 <= 5 个", "最多不超过（含）4名成员": "cap 成员 <= 4 名"},
        counter_examples=("推荐5个项目",),
        needs=frozenset("最"),
    ),
    ConditionRule(
        name="age_range",
        kind="threshold",
        op="in",
        pattern=re.compile(rf"(?P<q>{_H}{{2,8}})（(?P<v>{ARABIC}-{ARABIC}周岁)）"),
        make=_fixed_claims,
        examples={"招用就业困难人员（40-60周岁）": "threshold 招用就业困难人员 in 40-60 周岁"},
        counter_examples=("招用就业困难人员（40周岁）",),
        needs=frozenset("周"),
    ),
    ConditionRule(
        name="exception_share",
        kind="threshold",
        op=">=",
        pattern=re.compile(rf"（(?P<q>[^（）]*的(?:企业|单位))达到(?P<v>{SHARE})）以上"),
        make=_exception_claims,
        examples={
            "达到职工总数20%（超过50人的企业达到10%）以上": "threshold 超过50人的企业 >= 10 %",
        },
        counter_examples=("达到职工总数20%（超过50人的企业达到10%）",),
        needs=frozenset("达"),
    ),
    ConditionRule(
        name="share_reached",
        kind="threshold",
        op=">=",
        pattern=re.compile(rf"达到(?P<q>{_H}{{2,14}})(?P<v>{SHARE})(?:（[^（）]*）)?以上"),
        make=_fixed_claims,
        examples={"达到职工总数20%（超过50人的企业达到10%）以上": "threshold 职工总数 >= 20 %"},
        counter_examples=("达到职工总数20%",),
        needs=frozenset("达"),
    ),
    ConditionRule(
        name="signed_years",
        kind="threshold",
        op=">=",
        pattern=re.compile(rf"签订(?P<v>{ARABIC}年)以上(?P<q>劳动合同)"),
        make=_fixed_claims,
        examples={"与职工签订2年以上劳动合同": "threshold 劳动合同 >= 2 年"},
        counter_examples=("与业主签订2年以上租赁合同",),
        needs=frozenset("签"),
    ),
    ConditionRule(
        name="compared_figure",
        kind="threshold",
        op=">=",
        pattern=re.compile(
            rf"(?P<hedge>一般|原则上|最长|最多)?(?:在|为|是|给予)?"
            rf"(?:(?:首次)?(?P<op>{_OPS}){_INCLUDED})?{_FIGURE}{_SIDE}?"
        ),
        make=_compared_claims,
        examples={
            "对年用水量不少于80吨的企业给予奖励": "threshold 年用水量 >= 80 吨",
            "职工30人以下的企业": "threshold 职工 <= 30 人",
            "投资额500万元（不含）以下的项目": "threshold 投资额 < 500 万元",
            "产值首次突破1亿元、2亿元的企业": "threshold 产值 > 1 亿元；threshold 产值 > 2 亿元",
            "岗位补贴最长不超过2年": "cap 岗位补贴 <= 2 年",
            "（担保费率不超过1%）": "rate 担保费率 <= 1 %",
        },
        counter_examples=(
            "年内新增企业80家以上",
            "确保产量达到50万吨以上的目标",
            "产值达到2亿元",
            "全区投资额500万元以上",
        ),
        needs=frozenset("超突高低不未小至达以"),
    ),
)
"""Goals are no conditions."""
