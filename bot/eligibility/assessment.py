"""How an asker stands to one requirement of a measure, and the figures that tell."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.printed.requirements import Requirement
from bot.eligibility.spoken.asker_fact import AskerFact


class Fulfilment(StrEnum):
    """How somebody stands to a condition."""

    MEETS = "meets"
    FAILS = "fails"
    UNKNOWN = "unknown"
    """The question does not say enough."""
    FITS = "fits"
    """What is compared does, and what its clause asks for beside it is not told."""
    OTHERS = "others"
    """The condition is for others than the asker."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A requirement, how the asker stands to it, and the figures that tell."""

    requirement: Requirement
    fulfilment: Fulfilment
    bounds: tuple[PrintedBound, ...]
    """The comparisons of those alternatives that may be for the asker."""
    figures: tuple[AskerFact, ...] = ()
    step: str = ""
    """The highest step that is reached, of several."""
    words: str = ""
    """The words of the question that tell of an alternative without a figure."""

    @property
    def is_told(self) -> bool:
        """Whether the question says something of it, or who it is for."""
        return bool(self.figures or self.words) or self.fulfilment is Fulfilment.OTHERS

    @property
    def for_others(self) -> "Assessment":
        """The same as one for others than the asker: nothing that he said is compared with it."""
        return replace(self, fulfilment=Fulfilment.OTHERS, figures=(), step="", words="")
