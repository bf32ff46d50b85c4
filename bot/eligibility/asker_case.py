"""One measure and one asker: whom its requirements are for, and which figure is of which comparison."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.eligibility.allotment import Allotment, Shares
from bot.eligibility.asker_traits import AskerTraits
from bot.eligibility.edges_of_steps import is_at_edge
from bot.eligibility.leaving_open.answers_left_open import Answered, is_left_open, lacks_register
from bot.eligibility.leaving_open.open_verdicts import grows_otherwise, is_doubtful, is_of_another
from bot.eligibility.place_traits import PlaceTrait
from bot.eligibility.printed.asked_places import NOWHERE, REGISTER, Home
from bot.eligibility.printed.loosenings import Loosening
from bot.eligibility.printed.printed_bounds import YEARLY, PrintedBound, phrase_at
from bot.eligibility.printed.printed_traits import printed_traits
from bot.eligibility.printed.requirements import Demands, Requirement
from bot.eligibility.quantity_names import DATE, QuantityNames, names_undenied
from bot.eligibility.satisfying import holds
from bot.eligibility.shared_words import content
from bot.eligibility.shares_asked import with_shares
from bot.eligibility.spoken.asker_fact import AskerFact
from bot.eligibility.spoken.asker_facts import AskerFacts
from bot.eligibility.spoken.askers import AskerGroups, Side, side_at
from bot.eligibility.spoken.figure_clauses import beside
from bot.eligibility.spoken.older_things import is_older
from bot.eligibility.spoken.wholes import is_sum_of_pieces
from bot.eligibility.times_asked import with_times
from bot.eligibility.traits import default_traits
from corpus.extraction.quantities import quantities
from corpus.text.numerals import NINE, UP_TO_99

_AMONG = re.compile(r"(?P<who>[^，。；：\n]{2,40})(?:中|里|的)$")
"""In front of a figure, those among whom it is looked for."""
_OF_SOME = re.compile(r"其中(?P<who>[^，。；]{2,20})(?:，[^，]*)?$")
"""Those among all of whom a figure of their own is asked: 其中高校毕业生创办的，吸纳就业2人以上."""
_NO_HEAD = re.compile(rf"\d|[{UP_TO_99}]+(?:年|个|人|岁)|可以?视|可以|应当?|由")
"""A phrase with a figure of its own or a rule of its own does not say whom the next one is for."""
_TAKEN_UP = re.compile(r"上述|前述|前款")
"""Where a branch takes up the old things of another one, what is bought there does not bar them."""
_OR = re.compile(r"或者?")
_GROUND = re.compile(r"在(?P<ground>[^，。；]{2,16}?(?:土地|用地))上")
"""On what something has to stand beside when it was built: 2005年12月31日前在国有土地上建成."""
_KINDS = re.compile("[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,6})+")
"""Short names of those for whom something is loosened: 智力、精神残疾."""
_NOT_OF_KIND = re.compile(
    r"非(?P<kind>[\u4e00-\u9fff]{2})|(?:不含|不包括|除)(?P<left_out>[^，。；）外]{2,6}?)(?:除外|以外|外|的|）|$)"
)
"""非营运, 不含二手车: for those who are not of a kind."""
_NO = re.compile(r"(?:非|不是|不算|没有?|未|无|不含?)[^，。]{0,2}$")
_OF_YEARS = re.compile(rf"(?<!\d)(?:(?!一)[{NINE}两十]|[2-9])年(?!级|期)(?![^，]*(?:每年|一年|年均))")
_CLAUSE_END = re.compile(r"[，。；！？,;!?]")
_ADDS = re.compile(r"再[添加装上买投租]|又[添加装上买投租]|原来有|另外还?有")
"""Parts of a sum that is to be taken as a whole."""
_IN_ALL = re.compile("累计|合计|总额")
_TO_COME = re.compile(r"即将|将[要于近]|快要?(?=年?$)|临近")
"""即将年满60周岁: who is older has not that before him, and who is younger may have it soon."""
_INTERRUPTED = re.compile(r"(?<![没未])(?<!没有)断过|中断|间断|断了|停过|断缴|补缴|不连续|断断续续")
_SEX = re.compile(r"([男女])(?:方|职工|同志)?(?=年?$)")
_LISTED = re.compile(r"(?:、[^，、。；（）\d]{1,10}(?=[、，。；）]|$))+")


@dataclass(frozen=True, slots=True)
class AskerCase:
    """What is known of an asker beside what a measure demands."""

    allotment: Allotment
    figures: Shares
    """The figures that each comparison is about."""
    issued: date | None = None
    """When the document was issued."""
    home: Home = NOWHERE
    """Whose document it is."""
    title: str = ""
    """What its document is about, which its articles need not repeat."""

    @property
    def demands(self) -> Demands:
        """What the measure demands."""
        return self.allotment.demands

    @property
    def facts(self) -> AskerFacts:
        """What the question says of the asker."""
        return self.allotment.facts

    @property
    def groups(self) -> AskerGroups:
        """The groups that the question names."""
        return self.allotment.groups

    @classmethod
    def of(
        cls,
        demands: Demands,
        facts: AskerFacts,
        names: QuantityNames,
        issued: date | None = None,
        *,
        home: Home = NOWHERE,
        title: str = "",
    ) -> "AskerCase":
        """The case with every figure given to the comparisons that it is most like."""
        allotment = Allotment.of(demands, with_times(demands, with_shares(demands, facts, names)), names)
        case = cls(allotment, {}, issued, home, title)
        open_to = case._open_to()
        case = replace(case, figures=allotment.given_out(open_to))
        shut = {b for r in demands.requirements if case._is_shut(r) for b in r.bounds}
        rest = [b for b in open_to if b not in shut]
        return replace(case, figures=allotment.given_out(rest)) if shut else case

    def _open_to(self) -> list[PrintedBound]:
        """The comparisons that may be for the asker, by the groups that they and their branches name."""
        demands = self.demands
        barred = {b for r in demands.requirements for b in r.bounds if self.is_for(r, b) is False}
        bounds = [b for r in demands.requirements if self.is_meant(r) for b in r.bounds]
        guards = [g for r in demands.requirements for g in r.guards]
        told = [b for loosening in demands.loosenings for b in loosening.bounds]
        every = dict.fromkeys([*bounds, *guards, *told, *demands.left_out, *demands.shutting])
        return [b for b in every if b not in barred]

    def said_of(self, bound: PrintedBound) -> tuple[AskerFact, ...]:
        """The figures that a comparison is about; of another measure's, those that no own one takes."""
        if bound in self.figures:
            return self.figures[bound]
        given = {fact for facts in self.figures.values() for fact in facts}
        return tuple(fact for fact in self.allotment.given_out([bound])[bound] if fact not in given)

    def holds(self, bound: PrintedBound, lead: str = "") -> bool | None:
        """Whether what is said of a comparison satisfies it; `lead` prints the list that 分别 refers to."""
        answered = self._answered(bound, lead)
        return None if answered is None or self._lacks_more(answered) else answered.holds

    def fits(self, bound: PrintedBound, lead: str) -> bool:
        """Whether the figure of a comparison satisfies it, and a register beside it alone is not told."""
        answered = self._answered(bound, lead)
        return answered is not None and self._lacks_more(answered)

    def _lacks_more(self, answered: Answered) -> bool:
        """Whether a figure fits, and the register or the ground that its clause asks for too is not told."""
        if not answered.holds:
            return False
        bound, said = answered.bound, self.facts.question
        ground = _GROUND.match(self.demands.text, bound.end) if bound.unit == DATE else None
        if ground and not content(ground["ground"]) & set(said):
            return True
        every = printed_traits(bound.sentence, (), self.home)
        asked = (one for one in every if isinstance(one.trait, PlaceTrait) and one.trait.name == REGISTER)
        told = [AskerTraits(said).holds(one) for one in asked]
        if any(holds for holds, _ in told):
            return False
        # Somebody else's register is told, or one that is his no more.
        return any(words for _, words in told) or lacks_register(answered)

    def _answered(self, bound: PrintedBound, lead: str) -> Answered | None:
        """The answer that the figures of a comparison surely give, whatever register its clause asks for."""
        if _TO_COME.search(bound.subject) or (self.said_of(bound) and self._is_doubtful(bound)):
            return None
        every = [b for one in self.demands.requirements for b in one.bounds]
        if any(is_at_edge(bound, every, fact) for fact in self.said_of(bound)):
            return None
        if "连续" in bound.subject and _INTERRUPTED.search(self.facts.question):
            return None
        if any(
            self._is_of_longer(bound, fact) or self._is_of_years(bound, fact) for fact in self.said_of(bound)
        ):
            return None
        if _IN_ALL.search(bound.printed) and _ADDS.search(self.facts.question):
            return None
        member = self.groups.ordinal(lead, len(bound.allowed)) if bound.is_respective else None
        answer = holds(bound, self.said_of(bound), member)
        if answer is None:
            return None
        answered = Answered(self.allotment, bound, self.said_of(bound), answer, self.home, self.title)
        return None if is_left_open(answered) else answered

    def _is_doubtful(self, bound: PrintedBound) -> bool:
        """Whether the question leaves it open, whatever its figures."""
        grown = bound.unit == "%" and any(
            grows_otherwise(bound.subject, bound.sentence, one.near, self.facts.question[: one.start])
            for one in self.said_of(bound)
        )
        if grown or bound.unit == DATE:
            return grown
        phrase, said = phrase_at(self.demands.text, bound), self.facts.question
        if self.issued and is_older(phrase, self.facts.figures, self.issued):
            return True
        return is_doubtful(phrase, said) or any(
            is_of_another(phrase, bound.sentence, beside(said, one, self.facts.figures), one.near)
            or is_sum_of_pieces(one, said, bound.subject)
            for one in self.said_of(bound)
        )

    def _is_shut(self, requirement: Requirement) -> bool:
        """Whether what stands in front of a requirement shows that it is not for the asker."""
        return any(self.holds(guard) is False for guard in requirement.guards)

    def _is_of_longer(self, bound: PrintedBound, fact: AskerFact) -> bool:
        """Whether a count is of a longer time than the one in which it has to be reached: 两年内…三项."""
        windows = [
            _in_months(q.value, q.unit) for q in quantities(bound.subject) if _ends_window(bound, q.end)
        ]
        said = self.facts.question
        times = [
            _in_months(one.interval.high, one.unit)
            for one in self.facts.figures
            if one.end <= fact.start and not _CLAUSE_END.search(said[one.end : fact.start])
        ]
        return any(time > window for time in times if time for window in windows if window)

    def _is_of_years(self, bound: PrintedBound, fact: AskerFact) -> bool:
        """Whether a sum of several years stands for a yearly one: 两年干了2000亩."""
        clause = _CLAUSE_END.split(self.facts.question[: fact.start])[-1]
        return bool(YEARLY.search(bound.subject) and _OF_YEARS.search(clause))

    def is_for(self, requirement: Requirement, bound: PrintedBound) -> bool | None:
        """Whether a comparison is for the asker, by the groups that it and its branch name."""
        side = self.allotment.side(bound)
        if self._is_left_out(bound.printed) or self._is_left_out(_excepted(requirement)):
            return False
        if self._is_none_of(bound):
            return False
        if any(self.allotment.is_rather(rival, bound) for rival in requirement.bounds):
            return False
        among = _OF_SOME.search(requirement.lead + bound.subject)
        if among and (is_of_some := self._is_of_some(among["who"])) is not True:
            return is_of_some
        own = self.groups.belongs(f"{self._kinds(bound)} {requirement.owner}", side, self.demands.text)
        if own is False or len(bound.allowed) > 1:
            return own
        phrases = _heads(requirement)
        if self.allotment.swapped and not _TAKEN_UP.search(self.demands.text):
            phrases += re.findall(r"[^，]+的(?=，)", requirement.rest)
        heads = (self._heads(phrase, side) for phrase in phrases)
        answers = {own, *heads}
        return False if False in answers else None if None in answers else True

    def _kinds(self, bound: PrintedBound) -> str:
        """The words of a comparison with the list that goes on behind it, 男 and 女 written out."""
        subject = _SEX.sub(r"\1性", bound.subject)
        listed = _LISTED.match(self.demands.text, bound.end + len(bound.tail))
        return f"{subject} {bound.tail}{listed.group() if listed else ''}"

    def _is_of_some(self, who: str) -> bool | None:
        """Whether the asker is one of those whom 其中 picks out; of what it picks out else, True."""
        if self.groups.names_any(who):
            return self.groups.is_any(who)
        if not who.endswith("的"):
            return True
        of_traits = AskerTraits(self.facts.question).is_one_of(who, default_traits())
        return True if of_traits is None and self.groups.shares(who, self.demands.text) else of_traits

    def _is_none_of(self, bound: PrintedBound) -> bool:
        """Whether the asker says to be none of those of whom a comparison is: 低保家庭中60周岁以上的老人."""
        among = _AMONG.search(self.demands.text, 0, bound.figure)
        traits = AskerTraits(self.facts.question)
        return among is not None and traits.is_one_of(among["who"], default_traits()) is False

    def _is_left_out(self, printed: str) -> bool:
        """Whether the asker is of a kind that words of the text leave out."""
        kinds = (match["kind"] or match["left_out"] for match in _NOT_OF_KIND.finditer(printed))
        said = self.facts.question
        return any(
            not _NO.search(said[: match.start()]) for kind in kinds for match in re.finditer(kind, said)
        )

    def is_of_kind_left_out(self) -> bool:
        """Whether the question speaks of a kind that a sentence of the measure leaves out."""
        return any(kind[:2] in self.facts.question for kind in self.demands.kinds_left_out)

    def is_meant(self, requirement: Requirement) -> bool:
        """Whether the asker is one of those for whom the phrase of a requirement loosens another."""
        return all(
            self.is_of(loosening, self.demands.text)
            for loosening in self.demands.loosenings
            if loosening.start <= requirement.start < loosening.end
        )

    def is_of(self, loosening: Loosening, text: str) -> bool:
        """Whether the asker is one of those for whom words in the text of a measure loosen something."""
        if loosening.bounds:
            said = any(self.said_of(bound) for bound in loosening.bounds)
            if not said and _OR.search(loosening.who):
                return self.groups.shares(re.sub("的[^的]*$", "", loosening.who), text)
            return said and all(self.holds(bound) is not False for bound in loosening.bounds)
        of_traits = AskerTraits(self.facts.question).is_one_of(loosening.who, default_traits())
        if of_traits is not None:
            return of_traits
        kinds = loosening.who.split("、") if _KINDS.fullmatch(loosening.who) else ()
        named = any(names_undenied(self.facts.question, kind) for kind in kinds)
        return named or self.groups.shares(loosening.who, text)

    def is_unsettled(self, requirement: Requirement) -> bool:
        """Whether a figure may as well be of a rival, as nothing tells of which of the two it is."""
        return any(
            self.allotment.is_unsettled_by(rival, bound)
            for bound in requirement.bounds
            for rival, facts in self.figures.items()
            if rival.unit == bound.unit and set(facts) & set(self.figures.get(bound, ()))
        )

    def _heads(self, phrase: str, side: Side | None) -> bool | None:
        """Whether the asker is one of those whom the head of a branch names."""
        own_side = side_at(phrase, len(phrase)) if side else None
        return self.groups.belongs(phrase, own_side, self.demands.text)


def _excepted(requirement: Requirement) -> str:
    """The phrase that opens the branch by leaving some out: `除劳务派遣公司外，`."""
    opening = re.match(r"除[^，。；]{2,12}?外(?=，)", requirement.lead)
    return opening.group() if opening else ""


def _ends_window(bound: PrintedBound, end: int) -> bool:
    return bool(re.match(r"(?:以|之)?内", bound.subject[end:]))


def _in_months(value: float, unit: str) -> float | None:
    """A length of time in months; None where it is of another unit."""
    return {"年": 12 * value, "月": value}.get(unit)


def _heads(requirement: Requirement) -> list[str]:
    """The phrases of the branch in front of a requirement that say whom or what the branch is for."""
    phrases = re.findall(r"[^，]+，", requirement.lead[requirement.lead.rfind("：") + 1 :])
    return [p for p in phrases if p.endswith("的，") or not _NO_HEAD.search(p)]
