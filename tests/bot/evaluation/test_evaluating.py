"""Evaluations: totals, groups, ranks and calibration from outcomes worked out by hand."""

import pytest

from bot.evaluation.evaluating import EvaluationReport, Outcome, evaluate, to_json
from bot.evaluation.evaluation_report import share, table, to_markdown
from bot.evaluation.scoring import Judgement
from retrieval.fitting.judged import Gold, JudgedQuestion

GOLD = (Gold("甲", "五百万"),)
QUESTIONS = (
    JudgedQuestion("a", "问一", "citizen", "plain", GOLD),
    JudgedQuestion("b", "问二", "staff", "plain", GOLD),
    JudgedQuestion("c", "问三", "citizen", "negative", ()),
    JudgedQuestion("d", "问四", "staff", "plain", GOLD),
)


def shown(number: str, text: str) -> dict[str, object]:
    return {"id": f"{number}#1", "doc": {"number": number}, "text": text, "contacts": []}


def answered(*measures: dict[str, object], confidence: float) -> dict[str, object]:
    return {"status": "answered", "text": "", "measures": list(measures), "confidence": confidence}


ANSWERS = {
    "a": answered(shown("甲", "五百万"), confidence=0.9),
    "b": answered(shown("乙", "无"), shown("甲", "五百万"), confidence=0.5),
    "c": answered(shown("乙", "无"), confidence=0.1),
    "d": {"status": "not_covered", "text": "", "measures": [], "confidence": 0.15},
}


@pytest.fixture
def report():
    return evaluate(QUESTIONS, lambda question: ANSWERS[question.id], {"model": "m"}, lambda q: f"因为{q.id}")


def test_totals_count_only_who_was_asked(report):
    """Hit rates are over answerable questions, refusal over the others."""
    assert report.totals() == {
        "answered": (2, 3),
        "hit@1": (1, 3),
        "hit@3": (2, 3),
        "strict": (1, 3),
        "refused": (0, 1),
    }
    assert report.by("user")["staff"]["hit@1"] == (0, 2)
    assert report.by("kind")["negative"] == {"refused": (0, 1)}


def test_ranks_give_hits_and_reciprocal_rank(report):
    """Ranks 1, 2 and none: (1 + 1/2 + 0) / 3."""
    assert report.ranks() == (1, 2, None)
    assert report.mean_reciprocal_rank() == 0.5
    assert report.hits() == {"hit@1": 1 / 3, "hit@3": 2 / 3, "hit@5": 2 / 3}


def test_calibration_by_hand(report):
    """Shown with .9 right, .5 wrong, .1 to what is not covered: gaps .1, .5 and .1, squares .01, .25, .01."""
    calibration = report.calibration()
    assert [(b.answered, b.right, b.refused, b.rightly) for b in calibration.bins] == [
        (1, 0, 1, 0),
        (0, 0, 0, 0),
        (1, 0, 0, 0),
        (0, 0, 0, 0),
        (1, 1, 0, 0),
    ]
    assert calibration.error == pytest.approx(0.7 / 3)
    assert calibration.brier == pytest.approx(0.27 / 3)


def test_latency_is_by_nearest_rank():
    """Of 1 to 10 ms, however ordered: the 5th, the 9th and the 10th; of one time, that one."""
    judgement = Judgement(QUESTIONS[0], 1, {"hit@1": True}, None)
    times = [Outcome(judgement, (), "answered", ms / 1000) for ms in (3, 1, 2, 10, 4, 6, 5, 9, 7, 8)]
    assert EvaluationReport({}, tuple(times)).latency_ms() == pytest.approx({"p50": 5, "p90": 9, "p99": 10})
    assert EvaluationReport({}, tuple(times[:1])).latency_ms() == pytest.approx(
        {"p50": 3, "p90": 3, "p99": 3}
    )


def test_a_confidence_is_judged_where_it_is_stated():
    """1 belongs to the last fifth; what states none, as a greeting, is left out."""
    said = {"a": answered(shown("甲", "五百万"), confidence=1.0), "c": {**ANSWERS["d"], "confidence": None}}
    calibration = evaluate((QUESTIONS[0], QUESTIONS[2]), lambda q: said[q.id], {}).calibration()
    assert [(b.answered, b.right, b.mean, b.refused) for b in calibration.bins][-1] == (1, 1, 1.0, 0)
    assert [b.refused for b in calibration.bins] == [0] * 5
    assert (calibration.error, calibration.brier) == (0, 0)


def test_only_what_was_lost_is_explained(report):
    """A question that won everything has no reason beside it."""
    assert [outcome.why for outcome in report.outcomes] == ["", "因为b", "因为c", "因为d"]


def test_data_holds_what_it_takes_to_repeat_it(report):
    """Options, totals, the five fifths, and every question with what it got."""
    data = to_json(report)
    assert data["options"] == {"model": "m"}
    assert data["mrr"] == 0.5
    assert [b["answered"] for b in data["calibration"]["bins"]] == [1, 0, 1, 0, 1]
    assert [(entry["id"], entry["got"]) for entry in data["questions"]][:2] == [
        ("a", ("甲#1",)),
        ("b", ("乙#1", "甲#1")),
    ]
    assert set(data["latency_ms"]) == {"p50", "p90", "p99"}


def test_markdown_shows_losses_on_request(report):
    """`show` names each question that lost a point, what it got, and why."""
    text = to_markdown(report, "试", show=True)
    assert "# 评测报告：试" in text
    assert "4道题：3道文件能答，1道答不了。" in text
    assert "| hit@1 | 首条命中 | 0.333 | 1/3 |" in text
    assert "误拒：能答的3道拒了1道（0.333）" in text
    assert "问二\n  - 得到：乙#1、甲#1\n  - 因为b" in text
    assert "问四\n  - 得到：拒答" in text
    assert "问二" not in to_markdown(report, "试")


def test_cells_do_not_break_a_table():
    """Bars are escaped, line breaks become blanks."""
    assert table(("一", "二"), [("a|b", "c\nd")]) == "| 一 | 二 |\n| --- | --- |\n| a\\|b | c d |"
    assert share((1, 3)) == "0.333"


def test_empty_set_gives_a_report():
    """Nothing asked: no rate, no division by zero."""
    empty = evaluate((), lambda question: {}, {})
    assert empty.totals() == {}
    assert empty.mean_reciprocal_rank() == 0.0
    assert empty.calibration().error == 0.0
    assert to_markdown(empty, "空")
