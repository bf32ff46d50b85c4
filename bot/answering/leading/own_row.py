"""Which row or item answers of several on one matter: the one that is asked for, or everybody's."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.answering.leading.priced_thing import PricedThing
from bot.answering.wording.matter_words import NamedMatter, Spoken, matter_named
from bot.answering.wording.particulars import Particular, particulars_asked, title_of
from bot.answering.wording.row_names import is_called
from bot.eligibility import AskerFacts, check
from bot.ports import CatalogView
from corpus.records import ItemReason, Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import TWOS, UP_TO_99
from retrieval.question import is_tariff, what_is_priced

_EVERYBODY = re.compile(
    r"一般|普通|其他|其余|居民(?!人均|可支配)|住户|个人(?!自[负付费理缴]|负担|承担|缴|支付|账户)|市民|村民|成人|常住"
)
"""People in general, and not their share of a bill: 个人自负1万元以上的."""
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\D{0,4}?(?:至|到|[-—－~～]+)(\d+(?:\.\d+)?)")
_SOME = re.compile(
    rf"非居民|(?:低保|特困)(?![^，。；]{{0,8}}标准的?\s*[\d{UP_TO_99}{TWOS}.]+\s*(?:倍|[%％]|个月))|五保|困难|残疾|孤儿"
    "|优抚|退役|军人|烈属|学生|儿童|老人|老年|失能|计生|免"
)
"""People of a kind, and not the measure that sums are counted in: 低保月标准的6倍."""
_SUM = re.compile(r"\d\s*[万亿]?元")
_EACH = re.compile("各(?:自)?[要该能]?[交缴补领给发]|分别")
"""Words by which what several pay or get is asked for."""
_LEAST_MATTER = 2
_LEAST_ROWS = 2


@dataclass(frozen=True)
class OwnRow:
    """Chooses among the rows of the tariffs, and the items of the lists, of one catalog."""

    catalog: CatalogView

    def ordered(
        self, question: str, spoken: Spoken, facts: AskerFacts, scored: Sequence[tuple[str, float]]
    ) -> list[tuple[str, float]]:
        """(id, score) of what to show, led by the row that is asked for instead of another one of its matter.

        That is the row whose figures fit where those of the first do not, else the one that a question names
        by words that the others lack. Where none is named, a row for some people does not answer for all: the
        one for everybody leads, and all stand below. Where no row of a tariff is on the thing whose price is
        asked, none is shown.

        Example: `垃圾处理费多少钱`, `低保户: 免收` first -> `居民住户: 5元`, then the others
        """
        name, score = scored[0]
        best = self._priced(NamedMatter(matter_named(question, ()), spoken), question, name)
        if best is None:
            return []
        if best.id != name:
            return [(best.id, score), *(pair for pair in scored if pair[0] != best.id)]
        if best.reason is not ItemReason.ROW:
            return self._beside_special(question, best, facts, scored)
        called = self._called(best, question)
        rows = [] if called else self._of_matter(best, question)
        if len(rows) < 2 and not called:
            return list(scored)
        own = called or self._fitting(best, rows, facts) or self._named(question, spoken, best, rows)
        shown = [own] if own else [self._for_everybody(best, rows), *rows]
        ids = dict.fromkeys([*(row.id for row in shown), *(each for each, _ in scored)])
        scores = dict(scored)
        return [(each, score if each == shown[0].id else scores.get(each, 0.0)) for each in ids]

    def _priced(self, matter: NamedMatter, question: str, name: str) -> Measure | None:
        """The row on the thing whose price is asked where the first is one of a tariff, else the first."""
        best = self.catalog.measure(name)
        document = self.catalog.document(best.document)
        rows = [row for row in document.measures if is_tariff(row)]
        if best not in rows or len(rows) < _LEAST_ROWS:
            return best
        return PricedThing(matter, document.title).row(question, best, rows)

    def _called(self, best: Measure, question: str) -> Measure | None:
        """The row that a question calls by its own name, where the first is another row of its table.

        Example: `结婚登记去几号窗口`, the row 离婚登记 first -> the row 结婚登记
        """
        if is_called(best, question):
            return None
        called = [row for row in self._table(best) if is_called(row, question)]
        return max(called, key=lambda row: len(row.sections[0].text), default=None)

    def _beside_special(
        self, question: str, best: Measure, facts: AskerFacts, scored: Sequence[tuple[str, float]]
    ) -> list[tuple[str, float]]:
        """What to show where the best article has a sum for some people, and another one has everybody's.

        Everybody's leads where the question names nobody; where it asks what several pay, it comes second.
        An item beside it for the people whom the question names leads instead of one for others.

        Example: `医保交多少`, `低保对象每年缴210元` first -> `一般居民每年420元`, then the other
        """
        if not _SOME.search(_opening(best)) or Particular.AMOUNT not in particulars_asked(question):
            return list(scored)
        kinds = {*_SOME.findall(question)}
        if kinds and not _EACH.search(question):
            shown = self._of_kinds(kinds, best)
        else:
            shown = None if facts.figures else self._general(question, best)
        if shown is None:
            return list(scored)
        rest = [pair for pair in scored if pair[0] != shown.id]
        own = (shown.id, scored[0][1])
        return [rest[0], own, *rest[1:]] if kinds and _EACH.search(question) else [own, *rest]

    def _of_kinds(self, kinds: Collection[str], best: Measure) -> Measure | None:
        """The only item beside the best one that is for people of these kinds, where that is not."""
        if any(kind in best.text for kind in kinds) or not best.heading:
            return None
        measures = self.catalog.document(best.document).measures
        beside = (one for one in measures if one.heading == best.heading and len(one.sections) == 1)
        of_kinds = [one for one in beside if any(kind in _opening(one) for kind in kinds)]
        return of_kinds[0] if len(of_kinds) == 1 else None

    def _general(self, question: str, best: Measure) -> Measure | None:
        """The item for everybody beside one for some people, else the row whose name has the whole matter."""
        measures = self.catalog.document(best.document).measures
        priced = [one for one in measures if one.id != best.id and _SUM.search(one.text)]
        beside = (one for one in priced if best.heading and one.heading == best.heading)
        articles = (one for one in beside if len(one.sections) == 1)
        general = (one for one in articles if _is_everybodys(_opening(one)))
        matter = matter_named(question, ())
        rows = (one for one in priced if one.reason is ItemReason.ROW and len(matter) >= _LEAST_MATTER)
        named = (row for row in rows if matter in row.sections[0].text)
        return next(general, None) or next(named, None)

    def _table(self, best: Measure) -> list[Measure]:
        """The rows of the table of a row, in reading order; what is blank in one of them is no cell of it."""
        measures = self.catalog.document(best.document).measures
        rows = (row for row in measures if row.reason is ItemReason.ROW)
        columns = {section.name for section in best.sections}
        return [
            row
            for row in rows
            if row.sections[0].name == best.sections[0].name
            and 2 * len(columns.intersection(cell.name for cell in row.sections)) >= len(columns)
        ]

    def _of_matter(self, best: Measure, question: str) -> list[Measure]:
        """The rows of a tariff that are on one matter, in reading order; none where it is no row of one.

        They share the first cell; where no two do, the title of the table tells the matter, and the question
        names none of the cells.
        """
        if not is_tariff(best):
            return []
        rows = [row for row in self._table(best) if is_tariff(row)]
        first = best.sections[0].text
        same = [row for row in rows if row.sections[0].text == first]
        if len(same) > 1:
            return same
        if len({row.sections[0].text for row in rows}) < len(rows):
            return []
        asked = pairs_of(matter_named(question, ()))
        return [] if any(asked & pairs_of(row.sections[0].text) for row in rows) else rows

    def _fitting(self, best: Measure, rows: Sequence[Measure], facts: AskerFacts) -> Measure | None:
        """The only row that the figures of a question fit, where there are such."""
        fits = [row for row in rows if {True} == _standings(row, facts)]
        return fits[0] if len(fits) == 1 and _standings(best, facts) else None

    def _named(self, question: str, spoken: Spoken, best: Measure, rows: Sequence[Measure]) -> Measure | None:
        """The row with most of the words of a question that not all rows have; None where none has any."""
        meant = "，".join(word for _, written in spoken for word in written)
        asked = pairs_of(f"{question}，{meant}")
        words = {row.id: pairs_of(what_is_priced(row)) for row in rows}
        shared = frozenset[str].intersection(*words.values())
        held = {row.id: len((words[row.id] & asked) - shared) for row in rows}
        most = max(held.values())
        return next((row for row in (best, *rows) if held[row.id] == most), None) if most else None

    def _for_everybody(self, best: Measure, rows: Sequence[Measure]) -> Measure:
        """The row for everybody; without one the first that is not for some people, if the best one is."""
        general = (row for row in (best, *rows) if _is_for_everybody(row))
        others = (row for row in (best, *rows) if not _SOME.search(_who(row)))
        return next(general, None) or next(others, best)


def _standings(row: Measure, facts: AskerFacts) -> Collection[bool | None]:
    """How the figures of a question stand to the conditions and the ranges of a row."""
    ranges = [(float(low), float(high)) for low, high in _RANGE.findall(what_is_priced(row))]
    within = {
        low <= fact.interval.low and fact.interval.high <= high
        for fact in facts.figures
        for low, high in ranges
    }
    return {each.met for each in check(row, facts) if each.said} | within


def _is_for_everybody(row: Measure) -> bool:
    return _is_everybodys(_who(row))


def _is_everybodys(words: str) -> bool:
    return bool(_EVERYBODY.search(words)) and not _SOME.search(words)


def _opening(article: Measure) -> str:
    """The first clause of an article behind its title, which says whom it is for."""
    text = article.text.strip().removeprefix(title_of(article.text)).lstrip(" ：:。\n")
    return re.split("[，。；]", text)[0]


def _who(row: Measure) -> str:
    """The cells that may say whom a row is for."""
    return "，".join(cell.text for cell in row.sections[1:])
