"""Drafts put out for opinions are told from what is issued."""

from datetime import date
from pathlib import Path

import pytest

from corpus.departments import load_names
from corpus.extraction.assemble import assemble
from corpus.extraction.document_facts.consultation import draft_words
from corpus.keeping.document_record import understood
from corpus.keeping.intake import read_intake
from corpus.keeping.repeals import repealed
from corpus.records import State

TEXT = "一、房租补贴。每户每年补贴1000元。\n二、本办法自2025年1月1日起施行，有效期至2035年12月31日。\n"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("青禾县人才公寓管理办法（征求意见稿）", TEXT),
        ("青禾县人才公寓管理办法（试行）（征求意见稿）", TEXT),
        ("青禾县养犬管理条例（草案）", TEXT),
        ("青禾县养犬管理条例（修订草案征求意见稿）", TEXT),
        ("青禾县人才公寓管理办法（送审稿）", TEXT),
        ("关于公开征求《青禾县人才公寓管理办法》意见的公告", TEXT),
        ("关于征求《青禾县人才公寓管理办法》意见建议的通知", TEXT),
        ("青禾县人才公寓管理办法", f"青禾县人才公寓管理办法\n（征求意见稿）\n{TEXT}"),
        (
            "青禾县人才公寓管理办法",
            f"{TEXT}青禾县住建局2025年4月9日发布，征求意见时间为2025年4月9日至4月30日。",
        ),
        ("青禾县人才公寓管理办法", "本办法自2026年XX月XX日起施行。"),
        ("青禾县人才公寓管理办法", "本办法自2026年×月×日起施行。"),
    ],
)
def test_a_draft_calls_itself_so(title: str, text: str) -> None:
    """In its title, on a line below, in its last sentence, by a day left open."""
    assert draft_words(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("青禾县人才公寓管理办法", TEXT),
        ("关于《青禾县人才公寓管理办法（征求意见稿）》意见采纳情况的说明", TEXT),
        ("关于2025年预算草案的报告", TEXT),
        ("青禾县行政规范性文件管理办法", "一、起草单位应当公开征求意见，并将草案送审稿报县政府。"),
        ("青禾县人才公寓管理办法", "本办法自2026年1月1日起施行。"),
    ],
)
def test_what_only_speaks_of_drafts_is_none(title: str, text: str) -> None:
    """A report on opinions, a budget, rules on how drafts are made."""
    assert draft_words(title, text) == ""


def test_a_draft_is_in_force_on_no_day(tmp_path: Path) -> None:
    """Neither it nor its measures, whatever days it prints; it repeals nothing."""
    path = tmp_path / "a.txt"
    repeal = "《甲办法》（青政办发〔2018〕7号）同时废止。"
    path.write_text(f"青禾县房租补贴办法（征求意见稿）\n{TEXT.strip()}{repeal}\n", encoding="utf-8")
    (draft,) = read_intake(path).drafts
    document = assemble(draft, load_names())
    assert document.draft
    assert (document.validity.valid_from, document.validity.until) == (None, None)
    assert {measure.validity.state(date(2026, 1, 1)) for measure in document.measures} == {State.DRAFT}
    assert repealed((understood(draft),), ("青政办发〔2018〕7号",), date(2026, 1, 1)) == ()
