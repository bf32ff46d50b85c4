"""Things that are older than the document that asks for new ones."""

from datetime import date

import pytest

from bot.eligibility.spoken.asker_facts import facts_of
from bot.eligibility.spoken.older_things import is_older

AS_OF = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("phrase", "question", "older"),
    [
        ("新建容积200立方米以上的冷库", "冷库是2021年建的，容积300立方", True),
        ("新建容积200立方米以上的冷库", "前年建的冷库，容积300立方", True),
        ("新建容积200立方米以上的冷库", "今年建的冷库，容积300立方", False),
        ("新建容积200立方米以上的冷库", "冷库容积300立方", False),
        ("2021年新建容积200立方米以上的冷库", "冷库是2021年建的，容积300立方", False),
        ("容积200立方米以上的冷库", "冷库是2021年建的，容积300立方", False),
    ],
)
def test_what_was_made_in_a_year_before_the_document_is_not_new(phrase, question, older):
    """Unless the phrase prints the years that count, or asks for nothing new."""
    assert is_older(phrase, facts_of(question, AS_OF).figures, date(2026, 3, 1)) is older
