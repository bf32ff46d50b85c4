"""Whether rules go on in a year to come is told by the term that they have, extended or printed."""

from datetime import date

import pytest

from bot.answering.leading.still_holding import still_holding
from retrieval.deciding import Reason, Verdict
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery
from tests.corpus.tied_files import FLATS, FLATS_NUMBER, catalog, notice

LONGER = "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）有效期延长至2030年3月31日。"
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("question", "years", "told"),
    [
        ("人才公寓2029年还能租吗", (2029,), True),
        ("人才公寓2031年还能租吗", (2031,), False),
        ("人才公寓2029年租金多少", (2029,), False),
        ("大棚补贴2029年还有吗", (2029,), False),
    ],
)
def test_a_year_within_the_term_is_answered_by_the_article_found(tmp_path, question, years, told):
    """The rules were to end in 2028, and hold to March 2030; they say nothing of the rent of 2029."""
    longer = notice("关于延长有效期的通知", "青政办发〔2026〕1号", LONGER, day="2026年3月1日")
    library = catalog(tmp_path, FLATS, longer)
    article = f"{FLATS_NUMBER}#第二条"
    finding = FakeFinding(
        Verdict.NOT_COVERED, Reason.OTHER_YEAR, rejected=(FakeHit(article),), query=FakeQuery(years=years)
    )
    assert still_holding(library, question, finding, TODAY) == (article if told else None)
