"""The sentences of a measure that answer a question, verbatim."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from operator import add

from bot.answering.wording.particulars import Particular, particulars_asked, sentences_on
from bot.answering.wording.rare_words import without_bodies
from bot.answering.wording.sentence_spans import REMEMBERED, Sentence, sentences
from bot.answering.wording.whole_lists import fields_around
from corpus.extraction.duties.blocks import is_block
from corpus.records import Measure, Section
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99
from retrieval.question import Asked, hints

SHORT_CHARS = 300
"""A measure of at most this many characters is quoted whole: it fits one phone screen."""

MAX_CHARS = 350
"""How much is quoted of a longer measure."""

MAX_FACT_CHARS = 500
"""How much is quoted when amounts or conditions are asked for: leaving one out would mislead."""

MAX_SENTENCES = 4

_NEAR_BEST = 0.6
"""A further sentence is quoted if it scores at least this share of the best one."""

_FACT_SHARE = 0.25
"""The same for a sentence that states an amount, a condition or a last day that is asked for; lower, because
leaving one out would mislead, yet high enough to leave out the targets of unrelated campaigns."""

_FRESH_SHARE = 0.4
"""A sentence with a smaller share of new words repeats what is quoted: 落实目标 often says 政策原文 again."""

_SECTION_WEIGHTS = {"落实目标": 0.8, "工作任务": 0.7, "工作措施": 0.45, "保障措施": 0.35}
"""Everything else (政策原文, 工作要求, undivided text) weighs 1: what is granted before how it is run."""

_BLOCK = re.compile(r"[（(【][^（）()【】]*(?:牵头|责任|配合)[^（）()【】]*[：:][^（）()【】]*[）)】]")
"""A bracket that says who does it is no part of the matter."""
_AS_CLOSE = 0.8
"""Sentences that score at least this share of the best one are as close to the question as it is."""

_LEANING = re.compile(r"其中|上述|前款|该[项类]|此[项类]|对此")
"""Beginnings of sentences that cannot be understood without the one before."""

_BOILERPLATE = re.compile(
    r"^(?:[（(]?\d+[）).．、]?\s*)?(?:加[大强](?:政策)?宣|广泛宣传|强化.{0,6}宣传|统筹做好资金|及时下达|加强(?:组织|政策)|配合业务)"
)
_BOILERPLATE_WEIGHT = 0.3

_WHO_SECTION = re.compile(r"责任|牵头|联系|.*(?:电话|热线)$")
"""Sections that list departments and phones: the contacts say it better."""
_VALUE = re.compile(r"[^。；\n]{0,30}\d[^。；\n]{0,30}")
"""What a column of a table holds that is only a figure: 5000元, or 450 under 资金（万元）."""
_BODIES = r"(?:牵头|责任|配合|完成时限|联系人)"
_ASSIGNMENT = re.compile(
    rf"^(?:[（(【](?!.*[）)】][（(]\d)[^，。；]{{0,12}}{_BODIES}[^。]*[）)】]。?"
    rf"|[^，。；：:（(]{{0,12}}{_BODIES}[^，。；：:]{{0,6}}[：:][^。]*。?"
    r"|[^，。；]{0,20}(?:牵头|配合)。?)$"
)
"""Brackets, lines with a label, and clauses that say no more than who does it: 区司法局牵头."""
_LONGEST_ASSIGNMENT = 160

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NUMBER = r"(?<![\d.])\d+(?:[.,，]\d+)*\s*"
_QUANTITY = re.compile(
    _NUMBER + r"(?:[%％‰]|[万亿千百]|(?![年月日号项条款章届])[\u4e00-\u9fff])"
    rf"|百分之|减半|全额|免[征收费]|[{UP_TO_99}]+[折倍]"
)
_MONEY = re.compile(_NUMBER + r"(?:[%％‰]|[万亿]?\s*元)|减半|免[征收费]")
_DATE = re.compile(r"\d{4}\s*年|\d+\s*月|\d+\s*个?(?:工作)?日|(?:月|季|年)底|长期|之日起|以内|期限")
_END = re.compile(
    r"(?:至|到|截止|为止)\D{0,6}(?:\d{4}\s*年)\s*\d+\s*月|\d{4}\s*年\s*\d+\s*月(?:\s*\d+\s*日)?\s*(?:之?前|底|止|到期|截止)"
)
"""The day on which something ends, whole: 延至2021年3月31日."""
_THRESHOLD = re.compile(
    r"不低于|不少于|不超过|以上|以下|以内|之前|符合|满足|条件|周岁|及以|高于|低于|超过|达到|对象|范围|除.{1,20}外"
)

_SIGNS: dict[Asked, tuple[re.Pattern[str], ...]] = {
    Asked.AMOUNT: (_QUANTITY, _MONEY),
    Asked.DEADLINE: (_DATE,),
    Asked.CONDITIONS: (_THRESHOLD, _QUANTITY),
}
_COUNT = re.compile(
    r"(?:多少|几)(公里|平方米|周岁|小时|[天个家户张台套头亩座所处人次年岁吨床名项辆件条种盏棵株班期批名支站口])"
)

_AGE = re.compile(r"多大(?:年纪|岁数|年龄|$|[，,？?的才])|几岁|什么年纪|年龄")
_MEASURED = re.compile(r"多[长高宽远](?!时间)")
_LENGTH = re.compile(r"\d\s*(?:米|厘米|公分|公里)")
_DAYS = re.compile(r"\d\s*个?(?:工作)?[日天](?!期)")
"""What 几天 counts, in the words of documents."""
_LAST = re.compile(r"最[晚迟]|截止|几号(?:之?前|为止)")
_LAST_DAY = re.compile(r"\d+\s*月\s*\d+\s*日(?:之?前|以前|止|截止|为止)")
"""The last day on which something is to be done, where it is asked for."""
_COUNT_WEIGHT = 4.0
"""What a sentence gains for counting what the question counts: hardly any other can answer it."""

_ABOVE = re.compile(r"全省|全国|省级|省财政|中央财政")
_HERE = re.compile(r"我[区县市]|全[区县市](?!域)|本[区县市]")

_BY_SIGNS = frozenset((Particular.AMOUNT, Particular.FOR_WHOM, Particular.WHEN))
"""Particulars that the signs of what is asked tell."""
_PARTICULAR_WEIGHT = 2.0
"""What a sentence gains that says the particular asked for: as a sign of what is asked."""

_SIGN_WEIGHT = 2.0
"""What a sentence gains per sign of what is asked: as much as two rare bigrams shared with the question."""

_Grams = Mapping[Sentence, frozenset[str]]
"""The sentences of a measure, in reading order, with the pairs of characters that each holds."""


def highlights(question: str, measure: Measure) -> tuple[str, ...]:
    """What to quote of a measure: runs of whole sentences, in reading order, each verbatim.

    A short measure is quoted whole. Where amounts or conditions are asked for, every sentence that
    states one is quoted as far as there is room.
    """
    whole = telling(measure.sections)
    if sum(len(s.text) for s in whole) <= SHORT_CHARS:
        return _runs(whole, measure)
    asked = hints(question)
    grams = {sentence: _bigrams(sentence.text) for sentence in whole}
    scores = _scores(question, asked, grams, measure)
    counted = _counted(question)
    counting = [sentence for sentence in whole if _counts_here(sentence.text, question, counted)]
    chosen = _with_alternatives(_chosen(asked, grams, scores, counting), whole)
    chosen = _with_context(_with_fields(chosen, whole, _told(question, measure)), whole)
    return _runs(sorted(chosen, key=_position), measure)


def states_as_much(question: str, measure: Measure, other: Measure) -> bool:
    """Whether a measure states each kind of thing that is asked for and that another states: sums, days."""
    signs = (sign for want in hints(question) for sign in _SIGNS.get(want, ()))
    return all(sign.search(measure.text) or not sign.search(other.text) for sign in signs)


def closest(question: str, measure: Measure) -> tuple[str, ...]:
    """The sentences of a measure that are closest to a question; none where they share no word with it."""
    whole = telling(measure.sections)
    grams = {sentence: pairs_of(without_bodies(_BLOCK.sub("，", sentence.text))) for sentence in whole}
    scores = _scores(question, hints(question), grams, measure)
    shared = _bigrams(question)
    sharing = [pair for pair in zip(scores, whole, strict=True) if grams[pair[1]] & shared]
    best = max((score for score, _ in sharing), default=0.0)
    return tuple(sentence.text for score, sentence in sharing if score >= _AS_CLOSE * best)


@lru_cache(maxsize=REMEMBERED)
def telling(sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """The sentences that say more than who does it, in reading order."""
    return tuple(
        sentence
        for sentence in sentences(sections)
        if not _WHO_SECTION.match(sections[sentence.section].name)
        and (_says_something(sentence.text) or _is_value(sections[sentence.section]))
    )


def _chosen(
    asked: frozenset[Asked], grams: _Grams, scores: Sequence[float], counting: Collection[Sentence]
) -> list[Sentence]:
    """The best sentence, those near it, and further ones that state a fact asked for or count as asked."""
    ranked = sorted(zip(scores, grams, strict=True), key=lambda pair: (-pair[0], _position(pair[1])))
    best_score, best = ranked[0]
    near = [s for score, s in ranked[1:] if score >= _NEAR_BEST * best_score][: MAX_SENTENCES - 1]
    stating = [(score, s) for score, s in ranked[1:] if s in counting or _states(s.text, asked)]
    facts = [s for score, s in stating if score >= _FACT_SHARE * best_score]
    room = MAX_FACT_CHARS if facts else MAX_CHARS
    chosen = [best]
    for sentence in dict.fromkeys((*near, *facts)):
        fits = sum(len(s.text) for s in chosen) + len(sentence.text) <= room
        if fits and _adds(sentence, chosen, grams):
            chosen.append(sentence)
    return chosen


def _with_alternatives(chosen: Sequence[Sentence], whole: Sequence[Sentence]) -> list[Sentence]:
    """The chosen sentences, plus the amounts that semicolons set beside theirs: one alone says half.

    Example: A的，补贴1万元；B的，补贴7000元。 is quoted with both or with none.
    """
    added = list(chosen)
    for series in _series(whole):
        stating = [s for s in series if states(s.text, Asked.AMOUNT)]
        missing = [s for s in stating if s not in added]
        fits = sum(len(s.text) for s in (*added, *missing)) <= MAX_FACT_CHARS
        if len(missing) < len(stating) and fits:
            added += missing
    return added


def _with_fields(
    chosen: Sequence[Sentence], whole: Sequence[Sentence], told: Collection[str]
) -> list[Sentence]:
    """The chosen sentences, plus the field that is asked for, and the rest of the fields that they belong to.

    One paper of four misleads, and whoever asks for the fee is told the line `收费标准：不收费`.
    """
    added = list(chosen)
    asked = fields_around(whole, [sentence for sentence in whole if sentence.text in told])
    for field in (*asked, *fields_around(whole, chosen)):
        missing = [sentence for sentence in field if sentence not in added]
        if sum(len(s.text) for s in (*added, *missing)) <= MAX_FACT_CHARS:
            added += missing
    return added


def _series(whole: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences in groups that semicolons join."""
    groups: list[list[Sentence]] = []
    for sentence in whole:
        last = groups[-1][-1] if groups else None
        if last and last.section == sentence.section and last.text.endswith((";", "；")):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return groups


def _with_context(chosen: Sequence[Sentence], whole: Sequence[Sentence]) -> list[Sentence]:
    """The chosen sentences, plus the sentence before each one that cannot be understood without it."""
    leaning = {s for s in chosen if _LEANING.match(s.text)}
    before = [a for a, b in pairwise(whole) if b in leaning and a.section == b.section and a not in chosen]
    return [*chosen, *before]


def states(text: str, wish: Asked) -> bool:
    """Whether a text shows a sign of what is asked for. Example: `每月补贴300元`, AMOUNT -> True."""
    return any(sign.search(text) for sign in _SIGNS.get(wish, ()))


def _states(text: str, asked: frozenset[Asked]) -> bool:
    """Whether the text states an amount, a condition or a last day that was asked for."""
    if Asked.DEADLINE in asked and _END.search(text):
        return True
    return any(sign.search(text) for want in asked - {Asked.DEADLINE} for sign in _SIGNS.get(want, ()))


def _adds(sentence: Sentence, chosen: Sequence[Sentence], grams: _Grams) -> bool:
    """Whether the sentence adds a figure that is not quoted yet, or consists mostly of new words."""
    pairs = grams[sentence]
    fresh = len(pairs.difference(*(grams[s] for s in chosen))) > _FRESH_SHARE * len(pairs)
    quoted = "\n".join(s.text for s in chosen)
    return fresh or not set(_FIGURE.findall(sentence.text)) <= set(_FIGURE.findall(quoted))


def _scores(question: str, asked: frozenset[Asked], grams: _Grams, measure: Measure) -> list[float]:
    """The score of each sentence: shared bigrams by rarity plus signs of what is asked, times its weight."""
    spread = Counter(chain.from_iterable(grams.values()))
    shared, counted = _bigrams(question), _counted(question)
    told = _told(question, measure)
    return [
        _weight(sentence, measure)
        * (
            1.0
            + sum(log(1 + len(grams) / spread[gram]) for gram in pairs & shared)
            + _SIGN_WEIGHT * _signs(sentence.text, asked)
            + _COUNT_WEIGHT * _counts_here(sentence.text, question, counted)
            + _PARTICULAR_WEIGHT * (sentence.text in told)
        )
        for sentence, pairs in grams.items()
    ]


def _told(question: str, measure: Measure) -> frozenset[str]:
    """The sentences of a measure that say the first particular that a question asks for: papers, a fee."""
    asked = next((each for each in particulars_asked(question) if each not in _BY_SIGNS), None)
    return frozenset(sentences_on(measure.sections, asked)) if asked else frozenset()


def _counts_here(text: str, question: str, counted: re.Pattern[str] | None) -> bool:
    """Whether a sentence counts as asked, and not for a whole province that is not asked of."""
    if counted is None or not counted.search(text):
        return False
    above = _ABOVE.search(text) and not _HERE.search(text)
    return not above or bool(_ABOVE.search(question))


def _counted(question: str) -> re.Pattern[str] | None:
    """A pattern for a number of what the question counts or measures, or for the last day asked for.

    Example: "要建多少个" -> matches "220个"
    """
    if _AGE.search(question):
        return re.compile(r"\d\s*周岁")
    if _LAST.search(question):
        return _LAST_DAY
    if _MEASURED.search(question):
        return _LENGTH
    unit = _COUNT.search(question)
    if unit and unit.group(1) == "天":
        return _DAYS
    # 2022年 is a date, not a number of years.
    return re.compile(rf"(?<!\d{{3}})\d\s*(?:余|多)?[万亿千百]?\s*{unit.group(1)}") if unit else None


def _signs(text: str, asked: Iterable[Asked]) -> int:
    return sum(bool(sign.search(text)) for want in asked for sign in _SIGNS.get(want, ()))


def _weight(sentence: Sentence, measure: Measure) -> float:
    weight = _SECTION_WEIGHTS.get(measure.sections[sentence.section].name, 1.0)
    return weight * (_BOILERPLATE_WEIGHT if _BOILERPLATE.match(sentence.text) else 1.0)


@lru_cache(maxsize=REMEMBERED)
def _bigrams(text: str) -> frozenset[str]:
    words = re.sub(r"[\W_]", "", text)
    return frozenset(map(add, words, words[1:]))


def _says_something(text: str) -> bool:
    """Whether there are words beyond who is responsible, which the contacts say better."""
    assignment = (len(text) <= _LONGEST_ASSIGNMENT and _ASSIGNMENT.match(text)) or is_block(text.rstrip("。"))
    return not assignment and len(re.sub(r"[\W\d_]", "", text)) > 1


def _is_value(section: Section) -> bool:
    """Whether a named section is a figure and no more."""
    return bool(section.name) and _VALUE.fullmatch(section.text.strip()) is not None


def _position(sentence: Sentence) -> tuple[int, int]:
    return sentence.section, sentence.start


def _runs(chosen: Sequence[Sentence], measure: Measure) -> tuple[str, ...]:
    """Neighbouring sentences joined with the text between them: each run is one stretch of the source."""
    runs: list[tuple[int, int, int]] = []
    for s in chosen:
        text = measure.sections[s.section].text
        if runs and runs[-1][0] == s.section and not text[runs[-1][2] : s.start].strip():
            runs[-1] = (s.section, runs[-1][1], s.end)
        else:
            runs.append((s.section, s.start, s.end))
    return tuple(measure.sections[section].text[start:end] for section, start, end in runs)
