"""In what two searches for the same questions agree."""

from types import MappingProxyType

from retrieval import Hit, Query, Reason, Result, Verdict
from tests.bench.scale import agreement


def found(*measures: str, reason: Reason = Reason.NONE) -> Result:
    hits = tuple(Hit(measure, 0.5, MappingProxyType({}), "") for measure in measures)
    verdict = Verdict.ANSWER if reason is Reason.NONE else Verdict.NOT_COVERED
    return Result(Query("", "", ""), verdict, reason, hits[:1], hits[1:])


def test_agreement_counts_questions_and_shares_of_the_first_three() -> None:
    """Of two questions one has the same first measure; 3 of 3 and 1 of 3 are shared; one reason differs."""
    whole = [found("甲", "乙", "丙", "丁"), found("甲", "乙", "丙")]
    few = [found("甲", "丙", "乙"), found("戊", "己", "甲", reason=Reason.OFF_TOPIC)]
    agreed = agreement(whole, few)
    assert agreed["same first measure"] == 0.5
    assert abs(agreed["first three shared"] - 2 / 3) < 1e-9
    assert agreed["same verdict and reason"] == 0.5


def test_two_that_find_nothing_agree_on_the_first() -> None:
    """No measure is the first of both, and nothing is shared."""
    agreed = agreement([found()], [found()])
    assert (agreed["same first measure"], agreed["first three shared"]) == (1, 0)
