"""Reports on disk: kept under a name, read back, compared question by question."""

import pytest

from bot.errors import UsageError
from bot.evaluation import kept_report
from bot.evaluation.kept_report import KeptReport, compare


def report(name: str, *, first: str, hit: bool, model: str = "m") -> KeptReport:
    won = 1 if hit else 0
    return KeptReport.model_validate(
        {
            "options": {"model": model},
            "totals": {"hit@1": (won, 1)},
            "questions": [
                {"id": name, "q": "问", "status": "answered", "got": [first], "points": {"hit@1": hit}}
            ],
        }
    )


def test_comparison_names_the_question_that_moved():
    """What was won, what came first before and now, and how much the rate rose."""
    text = compare(report("q", first="乙#1", hit=False), report("q", first="甲#1", hit=True), ("旧", "新"))
    assert "# 对比：旧 → 新" in text
    assert "| hit@1 | 首条命中 | 0.000 | 1.000 | +1.000 |" in text
    assert "| q | hit@1 |  | 乙#1 | 甲#1 | 问 |" in text
    assert "两次的条件相同。" in text


def test_what_differs_between_two_runs_is_told():
    """Another model, and questions that stand in one report only."""
    text = compare(
        report("q", first="甲#1", hit=True), report("r", first="甲#1", hit=True, model="n"), ("a", "b")
    )
    assert "model: m → n" in text
    assert "逐题得分都一样。" in text
    assert "只在一份报告里的题有2道" in text


def test_names_and_paths_find_a_report(tmp_path):
    """A bare name stands in the folder, a path for itself."""
    assert kept_report.report_file(tmp_path, "dev") == tmp_path / "dev.json"
    assert str(kept_report.report_file(tmp_path, "a/b.json")) == "a/b.json"


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "没有名为“甲”的评测报告"), ("{}", "评测报告读不了"), ("no json", "评测报告读不了")],
)
def test_no_report_is_told_in_one_line(tmp_path, content, told):
    """Missing: with the names at hand; unreadable: with its path."""
    (tmp_path / "乙.json").write_text("{}", encoding="utf-8")
    if content is not None:
        (tmp_path / "甲.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=told) as caught:
        kept_report.read(tmp_path, "甲")
    assert "\n" not in str(caught.value)
    assert content is not None or "乙" in str(caught.value)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="报告存不了"):
        kept_report.write(tmp_path / "file", "甲", {}, "")
