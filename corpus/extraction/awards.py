"""What a measure gives or charges: sums, shares, caps, standards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.extraction.amounts import COUNT, MONEY, SHARE, parts
from corpus.extraction.claims import Claim, Span, measured

_H = r"[\u4e00-\u9fff]"
_GIVE = r"(?:给予|支持|奖励|补贴|补助|资助)"
_GIFT = (
    r"(?:一次性|保费|资金|让利|示范引领|职业培训|创业担保|贴息)*"
    r"(?:补贴|补助|奖励|奖补|支持|资助|贷款|扶持资金)"
)
_NO_BOUND = r"(?![/\d]|及?以[上下内]|（不?含）|降|提高|调整)"
_NAME = rf"(?:(?!最[高多]|不[超高低少]|至少|可){_H})"
_PER = (
    rf"(?:每运营一个航次|(?:每人)?每[天日月年次]|每(?![天日月年次季]|人每|个){_NAME}{{1,8}}?"
    rf"|每个(?!给予){_NAME}{{1,8}}?|单[户个家项台]{_NAME}{{1,6}}?)"
)
_MORE = rf"(?P<more>(?:[、和]{MONEY})*)"
_AFTER = re.compile(rf"的?(?:标准)?(?:给予)?(?P<q>{_GIFT})")
_BEFORE = re.compile(rf".*(?P<q>{_GIFT})")
_JUST_BEFORE = re.compile(rf"(?P<q>{_GIFT})[，和]?$")
_FIGURE = re.compile(rf"{MONEY}|{SHARE}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with `v`, the figure, and `q`, what it measures; without `q` the gift named next to it."""

    kind: str
    op: str
    pattern: re.Pattern[str]


def _rule(kind: str, op: str, pattern: str) -> Rule:
    return Rule(kind, op, re.compile(pattern))


_RULES = (
    _rule("cap", "<=", rf"(?P<q>最高(?:贷款)?额度|{_H}{{2,12}}最高额度)(?:提高)?(?:至|到|为)(?P<v>{MONEY})"),
    _rule(
        "amount",
        "=",
        rf"(?P<q>[^，；\d]{{2,30}}(?:标准|费))(?:由|从)?[^，；\d]{{0,8}}(?:{MONEY})?"
        rf"(?:提高[到至]|降低?[到至]|降为|调整为|(?<=标准)为)(?:每{_H}{{1,4}}?)?(?P<v>{MONEY})",
    ),
    _rule("amount", "=", rf"(?P<q>{_H}{{0,4}}电价)[^，；\d]{{0,12}}补贴至(?P<v>{MONEY})"),
    _rule("rate", "<=", rf"最高{_GIVE}(?P<q>{_H}{{2,12}}?)的?(?P<v>{SHARE})的?{_GIFT}"),
    _rule("cap", "<=", rf"(?P<q>{_H}{{2,8}})按照?[^，；]*?、最高(?P<v>{MONEY})"),
    _rule("rate", "<=", rf"按照?(?:最高)?不超过(?P<v>{SHARE})的(?P<q>比例|费率)"),
    _rule("rate", "<=", rf"按照?不(?:超过|高于)(?P<q>[^，；\d%、]{{2,40}})的(?P<v>{SHARE})"),
    _rule(
        "rate",
        "<=",
        rf"(?P<q>{_H}{{2,30}}?)(?:原则上|一般)?不(?:超过|高于)[^，；\d%]{{2,40}}的(?P<v>{SHARE})",
    ),
    _rule("rate", ">=", rf"按照?不低于(?P<q>[^，；\d%、]{{2,40}})的(?P<v>{SHARE})"),
    _rule("cap", "<=", rf"按照?(?:每[个家户])?不(?:超过|高于)(?P<v>{MONEY})的标准(?:给予)?(?P<q>{_GIFT})"),
    _rule(
        "cap",
        "<=",
        rf"(?P<q>{_PER})(?:省?级?财政)?(?:分别)?(?:可)?(?:给予)?最[高多](?:不超过|可达|可贷|可)?{_GIVE}?(?P<v>{MONEY})(?!/)",
    ),
    _rule(
        "cap",
        "<=",
        rf"(?:每个)?(?:{_GIVE})?(?:每个)?最高(?:不超过|可达|可贷|可)?{_GIVE}?(?:不超过)?(?P<v>{MONEY}){_MORE}",
    ),
    _rule("cap", "<=", rf"(?:给予|予以)不(?:超过|高于)(?P<v>{MONEY})的?(?={_GIFT})"),
    _rule("cap", "<=", rf"不超过(?P<v>{COUNT})的(?P<q>{_GIFT})"),
    _rule("rate", "=", rf"减按(?P<v>{SHARE})计入(?P<q>{_H}{{2,8}}?总额)"),
    _rule("rate", "=", rf"减按(?P<q>[^，；\d%]{{2,30}}?)的(?P<v>{SHARE})(?:计征|计入|征收|缴纳)"),
    _rule(
        "rate",
        "=",
        rf"(?:按照|按(?!照)|(?<=费率上限及))(?!职责|不)(?P<q>[^，；\d%]{{2,40}}?)的(?P<v>{SHARE})(?!以)",
    ),
    _rule("rate", "=", rf"给予(?P<q>[^，；\d%、]{{2,14}})的(?P<v>{SHARE})的?{_GIFT}"),
    _rule("rate", "=", rf"(?:按照?|给予)(?P<v>{SHARE})的?(?:予以|给予)?(?P<q>{_GIFT})"),
    _rule(
        "rate",
        "=",
        rf"(?:{_H}{{2,16}})?(?<!不超过)(?<!不低于)(?P<v>{SHARE})的(?P<q>{_H}{{0,6}}(?:缴费比例|费率))",
    ),
    _rule("rate", "=", rf"给予(?P<v>{SHARE})(?:（[^（）]*）)?的(?P<q>价格扣除)"),
    _rule("rate", "=", rf"（(?P<q>工程项目)(?P<v>{SHARE})）"),
    _rule("rate", ">=", rf"预留(?P<v>{SHARE})以上(?P<q>份额)"),
    _rule("rate", "=", rf"(?P<v>(?:\d{{2}}|\d(?:\.\d)?)折)(?P<q>{_H}{{2,6}}?)优惠"),
    _rule("amount", "=", rf"(?P<q>{_PER})(?:3年内累计)?(?:补贴|补助|奖励|给予)?(?P<v>{MONEY}){_NO_BOUND}"),
    _rule("amount", "=", rf"(?P<q>{_GIFT})(?<!贷款)(?P<v>{MONEY})(?![、和]\d){_NO_BOUND}"),
    _rule("amount", "=", rf"(?:给予|予以)(?:{_NAME}{{2,6}})?(?P<v>{MONEY})的?(?={_GIFT})"),
)
_SHARED_OUT = re.compile(
    rf"(?P<head>[^；]*)分别(?:按照|给予)*(?:每件)?(?:{_GIFT})?(?P<high>最高)?(?P<all>{MONEY}(?:[、和]{MONEY})+)"
)
_ONE = re.compile(
    r"对(?:首次获得|获得|承担|获准注册为|通过|纳入（评定）)?(?P<open>“)?(?P<q>(?:（[^（）]*）|[^，；对（）“”]|(?<!对获得)“[^”]*”){2,50}?)"
    rf"(?(open)”)(?:（[^（）]*）)?的，?(?:给予)?(?:一次性)(?:奖励|扶持资金)(?P<v>{MONEY})(?!、)"
)
_HEAD = re.compile(r"^(?:获得|主持制定|承担|参与|获|当年新确定为|负责)+")
_TAIL = re.compile(r"(?:奖项|荣誉|工作|开展)?的[\u4e00-\u9fff]{0,6}(?:，.*)?$|，.*$")


def awards(sentence: str) -> Iterator[Claim]:
    """Sums, shares and caps of a folded sentence; a figure may be read more than once, the first counts.

    Example: `每个乡镇8万元、每个街道4万元` -> 每个乡镇 = 8 万元, 每个街道 = 4 万元
    """
    yield from _shared_out(sentence)
    for match in _ONE.finditer(sentence):
        value, unit, _ = parts(match["v"])
        yield Claim("amount", match.span("q"), "=", value, unit, *match.span(), match.span("v"))
    for rule in _RULES:
        for match in rule.pattern.finditer(sentence):
            yield from _claims(rule, match)


def _claims(rule: Rule, match: re.Match[str]) -> Iterator[Claim]:
    figures = [match.span("v")]
    if match.groupdict().get("more"):
        figures += [found.span() for found in _FIGURE.finditer(match.string, *match.span("more"))]
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
        yield Claim(rule.kind, quantity, op, value, unit, start, end, figure)


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


def _shared_out(sentence: str) -> Iterator[Claim]:
    """A list of sums, each for its own member of an equally long list, else all for the gift."""
    for match in _SHARED_OUT.finditer(sentence):
        figures = [found.span() for found in _FIGURE.finditer(sentence, *match.span("all"))]
        names = _names(sentence, *match.span("head"))
        gift = _AFTER.match(sentence, match.end()) or _BEFORE.match(sentence, match.start(), match.end("all"))
        spans = names if len(names) == len(figures) else [gift.span("q")] * len(figures) if gift else []
        if not spans:
            continue
        kind, op = ("cap", "<=") if match["high"] else ("amount", "=")
        named = sentence.rfind("对", 0, spans[0][0]) if spans is names else -1
        start = named if named >= 0 else min(match.end("head"), *(span[0] for span in spans))
        end = max([match.end(), *(span[1] for span in spans)])
        for quantity, figure in zip(spans, figures, strict=False):
            value, unit, _ = parts(sentence[slice(*figure)])
            yield Claim(kind, quantity, op, value, unit, start, end, figure)


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
