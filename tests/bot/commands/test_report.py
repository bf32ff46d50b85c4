"""The report over a few questions worked out by hand."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from bot.answer import Answer, Status
from bot.commands import report
from bot.store import Database, Journal

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path):
    """Three questions: two answered by the same measure, one not covered; one thumb down."""
    database = Database(tmp_path / "w.db", lambda: NOW.timestamp())
    journal = Journal(database)
    shown = (SimpleNamespace(id="文#19", score=0.9),)
    day = date(2026, 11, 21)
    first = journal.asked("p", Answer("旧冰箱", day, Status.ANSWERED, "", measures=shown), 0.010)
    journal.asked("p", Answer("旧空调", day, Status.ANSWERED, "", measures=shown), 0.030)
    journal.asked("p", Answer("<b>天气", day, Status.NOT_COVERED, ""), 0.020)
    journal.rated("p", first, good=False)
    journal.reasoned("p", first, "已过时")
    yield journal
    database.close()


def test_the_lines_count_by_hand(journal):
    """Two answered, one not covered, the measure asked twice and rated down once."""
    text = "\n".join(report.lines(report.make_report(journal, NOW, NOW)))
    assert "提问3次" in text
    assert "已答2" in text
    assert "<b>天气\t1" in text
    assert "文#19\t2" in text
    assert "文#19\t👎 1\t👍 0" in text
    assert "已过时\t1" in text
    assert "一半在 20 毫秒内" in text


def test_the_page_loads_nothing_and_escapes_what_was_asked(journal):
    """One file with its charts inside; markup in a question is words."""
    page = report.page(report.make_report(journal, NOW, NOW))
    assert "<svg" in page
    assert "&lt;b&gt;天气" in page
    assert "http" not in page
    assert "<script" not in page
