"""Which measures another year is asked of."""

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.about_places.other_years import of_other_years
from corpus.records import Document, Measure, Section, Validity
from retrieval.indexing import with_records_aside

UNSTATED = Validity(None, None, "")


def _document(number: str, year: int, *texts: str) -> Document:
    measures = tuple(
        Measure(f"{number}#{n}", number, str(n), (), text, (Section("", text),), (), UNSTATED)
        for n, text in enumerate(texts, 1)
    )
    return Document(number, "青禾县公告", "", "青禾", date(year, 5, 1), UNSTATED, ("a",), measures)


DOCUMENTS = (
    _document("青民〔2024〕1号", 2024, "低保标准为每月820元。"),
    _document(
        "青民〔2023〕7号",
        2023,
        "2024年低保标准另行公布。",
        "低保标准为每月790元。",
        "自 2024 年起执行。",
        "按青民〔2024〕1号执行。",
    ),
    replace(_document("青禾概况", 2024, "位于北部。"), issued=None),
)


@pytest.mark.parametrize("documents", [DOCUMENTS, with_records_aside(DOCUMENTS)])
def test_what_is_of_a_year_is_issued_in_it_or_names_it(documents: tuple[Document, ...]) -> None:
    """A number of that year, or no day at all, does not make it of the year; a blank before 年 is none."""
    assert of_other_years(documents, 2024) == {"青民〔2023〕7号#2", "青民〔2023〕7号#4", "青禾概况#1"}
