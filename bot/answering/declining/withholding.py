"""What a search found that is not shown: another complaint or gift, a word in passing, no such sum."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answering.declining.asked_papers import only_handed_in
from bot.answering.declining.called_rows import gives_no_call, is_call
from bot.answering.wording.acts import asks_who
from bot.answering.wording.complaining import asks_to_complain, hears_complaints
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import ONE_MATTER, Particular, particulars_asked
from bot.answering.wording.rare_words import Rarity, shared_runs, without_bodies
from bot.answering.wording.unit_amounts import prints_amount, unit_asked
from bot.ports import CatalogView, Finding, Hit
from corpus.records import Document, Measure
from corpus.text.han_pairs import pairs_of
from retrieval.question import Asked, Point, points_asked
from retrieval.text import plain

_UNSURE = 0.35
"""Below this chance an answer has to be borne out by more than a word in passing. Of 360 judged questions
that are answered 27 have such a chance, 22 of them with an answer; none is withheld (2026-11-29)."""
_HARDLY = 0.1
"""Below this one, at which hardly anything answers, it has to print a sum for the unit asked for."""
_RARE = 3.3
"""The least rarity of a word that tells a matter, as in `neighbours`."""
_GIFT = re.compile("奖励|补贴|补助|津贴|资助|优惠|扶持|奖金")
"""What a measure of any matter may give: by such a word alone it does not bear on a question. Of some 1,000
judged questions one answered with a wrong measure is withheld by it, and no other (2026-11-30)."""
_GIVES = re.compile(
    rf"{_GIFT.pattern}|[补奖给]|减免|免[征收费]|\d\s*[万亿]?\s*元|救助|优待|贴息|资金|生活保障|待遇"
)
_GIVEN = re.compile("[补给奖发领赔]")
"""What is asked for is given, and not charged."""
_LISTED = 5
"""A list of so many things says of none of them more than that it is among them."""
_LONGER = 4
"""So many more characters a thing in a list has than a word that is part of its name: 智能厕所."""
_AS_NEAR = 0.75
"""From this share of the score of a line of phones on, the rule behind it is meant: .68 behind .79."""
_ON_THE_SPOT = {Particular.WHERE, Particular.HOURS}
_NAMED = re.compile("[\u4e00-\u9fff]{2}")
_ONE_WORD = re.compile("[\u4e00-\u9fff]{2,4}")
_LIST_MARK = re.compile("[、，。；：\n]")
_FIRST = re.compile(r"[^。；\n]{0,40}")


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
        hits = self._bearing(question, matter, finding.hits) or self._behind_calls(question, matter, finding)
        if not hits or asks_to_complain(question):
            return hits
        best, chance = self.catalog.measure(hits[0].measure_id), hits[0].score
        unit = unit_asked(question)
        by_chance = unit and chance < _HARDLY and not prints_amount(best, unit)
        asks_given = Asked.AMOUNT in finding.query.wishes and _GIVEN.search(question)
        of_another = asks_given and self._is_of_another(matter, hits[0])
        foreign = self._is_foreign(matter, hits[0]) or self._gives_nothing(question, best)
        aside = chance < _UNSURE and (foreign or of_another or self._in_passing(matter.words, best))
        elsewhere = self._is_mentioned(matter, finding, best, chance) or only_handed_in(
            question, matter.words, best, self.catalog
        )
        return [] if by_chance or aside or elsewhere or self._only_gives(matter, best) else hits

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

    def _only_gives(self, matter: NamedMatter, measure: Measure) -> bool:
        """Whether a measure has nothing of a question's matter but that something is given.

        Example: `养猫 奖励` and a measure that rewards standards
        """
        about = replace(matter, words=_GIFT.sub(" ", matter.words))
        if about == matter or not _NAMED.search(about.words):
            return False
        return not about.is_shared(under_titles(measure, self.catalog))

    def _is_foreign(self, matter: NamedMatter, hit: Hit) -> bool:
        """Whether the short document of an added measure has nothing of a matter of one word: 护照 of 居住证.

        Longer ones are often told in other words than those of a document: 果园受冻 for 苹果树低温冻害.
        """
        if not hit.unasked or not _ONE_WORD.fullmatch(matter.words):
            return False
        best = self.catalog.measure(hit.measure_id)
        every = self.catalog.document(best.document).measures
        whole = every if len(every) <= ONE_MATTER else (best,)
        return not any(matter.is_shared(under_titles(one, self.catalog)) for one in whole)

    def _gives_nothing(self, question: str, measure: Measure) -> bool:
        """Whether something given is asked for, and a measure under its titles gives nothing: 火灾补助."""
        printed = under_titles(measure, self.catalog)
        return measure.applies and bool(_GIFT.search(question)) and not _GIVES.search(printed)

    def _is_mentioned(self, matter: NamedMatter, finding: Finding, best: Measure, chance: float) -> bool:
        """Whether a measure only mentions the matter, where its sum is asked or it is unlikely meant."""
        asked = chance < _UNSURE or Asked.AMOUNT in finding.query.wishes
        return asked and matter.is_only_mentioned(under_titles(best, self.catalog))

    def _is_of_another(self, matter: NamedMatter, hit: Hit) -> bool:
        """Whether an added measure, under its titles, lacks the matter for which it is asked what is given.

        Example: `危房保险补多少` and an article of a notice that gives a sum for repairs
        """
        return hit.unasked and not matter.is_held(
            under_titles(self.catalog.measure(hit.measure_id), self.catalog)
        )

    def _is_about(self, matter: NamedMatter, hit: Hit) -> bool:
        """Whether a measure has the matter of a complaint; with a phone for complaints, under its title."""
        measure = self.catalog.measure(hit.measure_id)
        titled = (self.catalog.document(measure.document).title,) if hears_complaints(measure) else ()
        words = without_bodies("，".join((*titled, *measure.heading[-1:], measure.text)))
        return matter.is_shared(words)

    def _in_passing(self, matter: str, measure: Measure) -> bool:
        """Whether all rare words of a matter stand in a measure as parts of things in a long list.

        Example: 厕所 of 智能停车、智能厕所、智能门禁、电子讲解、移动支付
        """
        document = self.catalog.document(measure.document)
        text = "".join(measure.text.split())
        runs = set(shared_runs(matter, pairs_of(text)))
        rare = {run for run in runs if max(map(self.rarity(), pairs_of(run))) >= _RARE}
        return bool(rare) and all(_is_listed(run, text, _titles(measure, document)) for run in rare)


def _titles(measure: Measure, document: Document) -> str:
    opening = _FIRST.match(measure.text)
    return "，".join((document.title, *measure.heading, opening.group() if opening else ""))


def _is_listed(run: str, text: str, titles: str) -> bool:
    """Whether a word stands only as part of things in lists, and in no title."""
    if run in titles:
        return False
    sentences = [sentence for sentence in re.split("[。；\n]", text) if run in sentence]
    return all(_in_list(run, sentence) for sentence in sentences)


def _in_list(run: str, sentence: str) -> bool:
    things = sentence.split("、")
    holding = [_LIST_MARK.split(thing) for thing in things if run in thing]
    parts = [part for parts in holding for part in parts if run in part]
    return len(things) >= _LISTED and all(0 < len(part) - len(run) <= _LONGER for part in parts)
