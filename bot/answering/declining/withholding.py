"""What a search found that is not shown: lines of phones, another complaint, and what a rule withholds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answering.declining.called_rows import gives_no_call, is_call
from bot.answering.declining.withholding_rules import FoundFirst, WithholdingRule, withholding_rule
from bot.answering.wording.acts import asks_who
from bot.answering.wording.complaining import asks_to_complain, hears_complaints
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import Particular, particulars_asked
from bot.answering.wording.rare_words import Rarity, without_bodies
from bot.ports import CatalogView, Finding, Hit
from corpus.records import Measure
from retrieval.question import Point, points_asked
from retrieval.text import plain

_AS_NEAR = 0.75
"""From this share of the score of a line of phones on, the rule behind it is meant: .68 behind .79."""
_ON_THE_SPOT = {Particular.WHERE, Particular.HOURS}


@dataclass(frozen=True)
class Withholding:
    """Looks at the hits of one catalog."""

    catalog: CatalogView
    rarity: Callable[[], Rarity]

    def shown(self, question: str, finding: Finding) -> Sequence[Hit]:
        """The hits to show, best first; none where the best one does not bear on the question."""
        if finding.query.documents or finding.query.item:
            return finding.hits
        matter = NamedMatter.of(question, finding.query)
        hits = self._near(question, matter, finding)
        return [] if self._rule(question, matter, finding, hits) else hits

    def rule(self, question: str, finding: Finding) -> WithholdingRule | None:
        """The rule by which nothing is shown of what was found; None where none withholds it."""
        if finding.query.documents or finding.query.item:
            return None
        matter = NamedMatter.of(question, finding.query)
        return self._rule(question, matter, finding, self._near(question, matter, finding))

    def _rule(
        self, question: str, matter: NamedMatter, finding: Finding, hits: Sequence[Hit]
    ) -> WithholdingRule | None:
        if not hits or asks_to_complain(question):
            return None
        return withholding_rule(FoundFirst(question, matter, finding, hits[0], self.catalog, self.rarity))

    def _near(self, question: str, matter: NamedMatter, finding: Finding) -> Sequence[Hit]:
        """What may be shown: without lines of phones that nobody asks for."""
        return self._bearing(question, matter, finding.hits) or self._behind_calls(question, matter, finding)

    def bearing(self, question: str, finding: Finding, hits: Sequence[Hit]) -> Sequence[Hit]:
        """The hits without lines of phones that nobody asks for, of a complaint only those on its matter."""
        return self._bearing(question, NamedMatter.of(question, finding.query), hits)

    def is_near(self, question: str, finding: Finding, measure: Measure) -> bool:
        """Whether a measure, or a title above it, has a word of a question's matter.

        Else whoever does what the measure is about has nothing to do with the question.
        """
        matter = NamedMatter.of(question, finding.query)
        matter = matter.of_complaint() if asks_to_complain(question) else matter
        printed = without_bodies(under_titles(measure, self.catalog))
        return not matter.words or matter.is_shared(printed)

    def _bearing(self, question: str, matter: NamedMatter, hits: Sequence[Hit]) -> Sequence[Hit]:
        hits = [hit for hit in hits if not self._only_calls(question, matter, hit)]
        if not asks_to_complain(question) or not matter.of_complaint().words:
            return hits
        return [hit for hit in hits if self._is_about(matter.of_complaint(), hit)]

    def _behind_calls(self, question: str, matter: NamedMatter, finding: Finding) -> Sequence[Hit]:
        """What comes nearest behind lines of phones that nobody asks for, if that is about as near."""
        if not finding.hits or not all(self._only_calls(question, matter, hit) for hit in finding.hits):
            return ()
        near = [hit for hit in finding.rejected if hit.score >= _AS_NEAR * finding.hits[0].score]
        return self._bearing(question, matter, near)[:1]

    def _only_calls(self, question: str, matter: NamedMatter, hit: Hit) -> bool:
        """Whether a measure is a line of a list of phones, and the question asks for nobody, or another.

        Such a line states no rule: `北郊镇有没有低保` is not answered by 区民政局's phone for 低保. A list
        of places on the very matter is, as of canteens for 附近有没有食堂.
        """
        measure = self.catalog.measure(hit.measure_id)
        if not is_call(measure):
            return False
        if gives_no_call(question, measure):
            return True
        where = Point.ADDRESS in points_asked(plain(question))
        if where or asks_who(question) or _ON_THE_SPOT & {*particulars_asked(question)}:
            return False
        return not matter.is_held(self.catalog.document(measure.document).title)

    def _is_about(self, matter: NamedMatter, hit: Hit) -> bool:
        """Whether a measure has the matter of a complaint; with a phone for complaints, under its title."""
        measure = self.catalog.measure(hit.measure_id)
        titled = (self.catalog.document(measure.document).title,) if hears_complaints(measure) else ()
        words = without_bodies("，".join((*titled, *measure.heading[-1:], measure.text)))
        return matter.is_shared(words)
