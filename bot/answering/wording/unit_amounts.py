"""An amount for the unit that a question names, 一顿, 一台, 一个月, where an article prints one for it."""

import re
from collections.abc import Iterator

from bot.answering.wording.particulars import Particular, is_of_notice, particulars_asked, sentences_on
from corpus.records import Document, Measure
from corpus.text.han_pairs import pairs_of

_UNITS = {
    "餐": "[顿餐]",
    "月": "个?月",
    "年": "年",
    "天": "[天日]",
    "平方米": "(?:平方?米?|㎡)",
    "床": "张?[\u4e00-\u9fff]{0,4}?床位?",
    "托位": "个?[\u4e00-\u9fff]{0,4}?托位",
    "亩": "亩",
    "台": "台",
    "辆": "辆",
    "户": "户",
    "次": "[次回趟场](?!地)",
    "单": "单",
    "吨": "吨",
    "头": "头",
    "只": "只",
    "套": "套",
    "度": "(?:度|千瓦时)",
    "公里": "公里",
}
"""Unit -> how questions and documents write it."""
_FOR_EACH = re.compile(
    r"每[张个户台套亩头辆件]?[\u4e00-\u9fff]{0,8}(?P<thing>(?!补[助贴]|奖励|给予|最高|超过|标准)[\u4e00-\u9fff]{2})\d+(?:\.\d+)?万?元"
)
_ASKED = {name: re.compile(f"[一每]{words}(?!性)") for name, words in _UNITS.items()}
_PRINTED = {
    name: re.compile(
        rf"每(?:[人户个名]每?)?{words}|元[/／](?:[人生户床台辆][·•/／]?)?{words}"
        + ("|包月" if name == "月" else "")
    )
    for name, words in _UNITS.items()
}


def unit_asked(question: str) -> str | None:
    """The unit of the amount that a question asks for. Example: `吃一顿补几块` -> 餐."""
    if Particular.AMOUNT not in particulars_asked(question):
        return None
    return next((name for name, words in _ASKED.items() if words.search(question)), None)


def article_per_unit(measure: Measure, document: Document, question: str) -> Measure | None:
    """The article of a measure's notice with an amount for the unit asked for, where the measure has none.

    Never another thing's amount: it has all words of the question, beside those of the title, that the
    measure has. None where several fit equally well.
    """
    unit = unit_asked(question)
    if unit is None or not is_of_notice(measure, document) or prints_amount(measure, unit):
        return None
    own = pairs_of(question) - pairs_of(document.title)
    named = own & pairs_of(measure.text)
    fits = {
        other: len(own & pairs_of(other.text))
        for other in _printing(document, unit)
        if named <= pairs_of(other.text)
    }
    best = [other for other, shared in fits.items() if shared == max(fits.values())]
    return best[0] if len(best) == 1 else None


def _printing(document: Document, unit: str) -> Iterator[Measure]:
    return (other for other in document.measures if prints_amount(other, unit))


def prints_amount_for(measure: Measure, matter: str) -> bool:
    """Whether a sentence of a measure states an amount for each of a thing that a matter names.

    Example: `养老院床位`, `按每张养老床位2万元的标准` -> True
    """
    return any(
        match["thing"] in matter
        for words in sentences_on(measure.sections, Particular.AMOUNT)
        for match in _FOR_EACH.finditer("".join(words.split()))
    )


def prints_amount(measure: Measure, unit: str) -> bool:
    """Whether a sentence of a measure states an amount for each of a unit."""
    return any(
        _PRINTED[unit].search("".join(s.split())) for s in sentences_on(measure.sections, Particular.AMOUNT)
    )
