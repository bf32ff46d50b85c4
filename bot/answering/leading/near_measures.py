"""What the search found nearest to a question that it refused: which of it is on the very matter."""

import re
from dataclasses import dataclass

from bot.answering.wording.grades import other_grade
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import is_of_notice
from bot.answering.wording.things import other_thing
from bot.answering.wording.unit_amounts import prints_amount, unit_asked
from bot.ports import CatalogView, Finding
from corpus.records import Measure
from corpus.text.han_pairs import pairs_of
from retrieval.deciding import Reason
from retrieval.question import is_tariff, what_is_priced

_JOINED = re.compile("[和与及、]")
_FEW_NEAR = 2
"""So many of the measures nearest to a question may be on its very matter."""
ROWS_NEAR = 4
"""So many of the nearest measures may be the row that a question names, or compare what it tells."""
MATTER_SHARE = 0.4
"""Share of the words of a question from which a measure, or a document, is on its matter."""
_OF_ARTICLES = frozenset(
    (Reason.NEAR_MISS, Reason.OFF_TOPIC, Reason.MATERIALS, Reason.OPENING, Reason.PROGRESS)
)
"""Refusals of one article that another article of its notice may lift."""
OF_SUMS = frozenset((Reason.OFF_TOPIC, Reason.OTHER_SUBSIDY))
"""Refusals that a measure lifts also by what it gives, to whom, and who does it."""


@dataclass(frozen=True)
class NearMeasures:
    """Looks at the rejected hits of one catalog."""

    catalog: CatalogView

    def may_be_lifted(self, finding: Finding) -> bool:
        """Whether an article may lift a refusal.

        That a subsidy is in no document is known of those that are shipped, not of a notice that an office
        has added, nor of that of a place that the question names.
        """
        if finding.reason is not Reason.OTHER_SUBSIDY:
            return finding.reason in _OF_ARTICLES
        nearest = finding.rejected[0]
        best = self.catalog.measure(nearest.measure_id)
        named = bool(finding.query.regions) or nearest.unasked
        return named and is_of_notice(best, self.catalog.document(best.document))

    def nearest(self, question: str, finding: Finding) -> tuple[Measure, bool]:
        """The nearest measure on the very matter of a question, and True; without one the nearest, and False.

        It has an amount for the unit asked for, if any.
        """
        unit, matter = unit_asked(question), NamedMatter.of(question, finding.query)
        every = [self.catalog.measure(hit.measure_id) for hit in finding.rejected]
        titled = [one for one in every if matter.is_held(self.catalog.document(one.document).title)]
        near = every[:_FEW_NEAR]
        for measure in (self.row_held(matter, finding), *titled, *near):
            if self.is_of_matter(question, matter, measure) and (not unit or prints_amount(measure, unit)):
                return measure, True
        return near[0], False

    def with_unit(
        self, question: str, matter: NamedMatter, unit: str | None, finding: Finding
    ) -> Measure | None:
        """The nearest of the notice found that prints an amount for the unit asked for, on the matter.

        Example: `公租房多少钱一平`, found who may apply -> the article `租金：每平方米每月6.5元`
        """
        near = [self.catalog.measure(hit.measure_id) for hit in finding.rejected] if unit else []
        own = (one for one in near if one.document == near[0].document and unit)
        fits = (one for one in own if prints_amount(one, unit or ""))
        return next((one for one in fits if self.is_of_matter(question, matter, one)), None)

    def row_held(self, matter: NamedMatter, finding: Finding) -> Measure:
        """The nearest measure, or the row behind it whose name has the whole matter: 游泳馆 for 游泳.

        Of rows of one tariff any of their cells may have it.
        """
        near = [self.catalog.measure(hit.measure_id) for hit in finding.rejected]
        own = [one for one in near if one.document == near[0].document]
        rows = (row for row in own[:ROWS_NEAR] if len(row.sections) > 1)
        priced = (row for row in own if is_tariff(near[0]) and is_tariff(row))
        named = next((row for row in rows if matter.is_held(row.sections[0].text)), None)
        held = (row for row in priced if matter.is_held(self.printed(row)))
        return named or next(held, near[0])

    def is_of_other(self, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a measure is on another of the matters that its document's title joins.

        Example: `公租房` of 购房补贴和公租房有关问题, an answer on 购房补贴 alone -> True
        """
        titled = [pairs_of(part) for part in _JOINED.split(self.catalog.document(measure.document).title)]
        asked, own = pairs_of(matter.words), pairs_of("".join((*measure.heading, measure.text)))
        meant = max(titled, key=lambda part: len(part & asked))
        others = frozenset[str]().union(*(part for part in titled if part is not meant))
        return bool(meant & asked) and not own & meant & asked and bool(own & others - meant)

    def is_of_matter(self, question: str, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a measure, under its titles, has all words of the matter, and no other thing or grade."""
        printed = self.printed(measure)
        other = other_thing(question, printed) or other_grade(question, measure.text)
        return not other and matter.is_held(printed)

    def printed(self, measure: Measure) -> str:
        """A measure under its titles; of a row of a tariff what is paid for, without whom to call."""
        if not is_tariff(measure):
            return under_titles(measure, self.catalog)
        title = self.catalog.document(measure.document).title
        return "，".join((title, *measure.heading, what_is_priced(measure)))
