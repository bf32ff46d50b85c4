"""Folds that are always the same."""

from retrieval.fitting.folds import FOLDS, folds, held_out

IDS = [f"q{n}" for n in range(23)]


def test_folds_hold_every_question_once() -> None:
    """A question of several sets is in one fold, and always in the same."""
    parts = folds([*IDS, *IDS])
    assert len(parts) == FOLDS
    assert sorted(key for part in parts for key in part) == sorted(IDS)
    assert parts == folds(reversed(IDS))


def test_nothing_is_judged_by_what_it_was_fitted_on() -> None:
    """Each position is judged once, beside none of its own to fit on; the order is kept."""
    ids = [*IDS, *IDS]

    def judge(rest: list[int], mine: list[int]) -> list[int]:
        assert not {ids[n] for n in rest} & {ids[n] for n in mine}
        assert sorted(rest + mine) == list(range(len(ids)))
        return mine

    assert held_out(ids, judge) == list(range(len(ids)))
