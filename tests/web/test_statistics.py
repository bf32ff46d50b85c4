"""What is asked most: counted by day in China, region, department, measure, words."""

from bot.store import JournalEntry
from bot.web.desk.statistics import By, Count, asked, days_up_to, tally
from tests.bot.fakes import FRIDGE, FakeCatalog
from tests.web.scripted import scripted

NOON = 1_700_000_000.0
"""2023-11-14 22:13:20 UTC: the 15th in China."""


def entry(text, status="answered", measures=(FRIDGE.id,), region=None, asked_at=NOON):
    return JournalEntry(1, asked_at, text, status, measures, 0.01, "", region)


def test_a_question_is_counted_where_and_for_whom_it_was_asked():
    """Item 19 is 周村's and led by 区商务局; who says where they are is counted there."""
    library = scripted().catalog
    entries = [
        entry("旧冰箱"),
        entry("旧冰箱", region="聊城"),
        entry("天气", "not_covered", ()),
        entry("您好", "chat", ()),
    ]
    counted = tally(asked(entries, library), {}, days_up_to(NOON, 2))
    assert counted.total == 3
    assert dict(counted.statuses) == {"answered": 2, "not_covered": 1}
    assert counted.counts[By.DAY] == (Count("2023-11-14", 0, 0), Count("2023-11-15", 3, 1))
    assert set(counted.counts[By.REGION]) == {Count("周村", 1, 0), Count("聊城", 1, 0), Count("", 1, 1)}
    assert counted.counts[By.DEPARTMENT] == (Count("区商务局", 2, 0), Count("", 1, 1))
    assert [(id, count) for (id, _), count in counted.measures] == [(FRIDGE.id, 2)]
    assert counted.questions == (("旧冰箱", 2), ("天气", 1))


def test_counting_can_be_narrowed():
    """To one value of each kind; the others are then counted within it."""
    found = asked([entry("甲", region="周村"), entry("乙", region="聊城")], scripted().catalog)
    counted = tally(found, {By.REGION: "聊城"}, ())
    assert (counted.total, counted.questions) == (1, (("乙", 1),))
    assert tally(found, {By.REGION: "聊城", By.DAY: "2020-01-01"}, ()).total == 0


def test_a_measure_that_is_no_more_is_left_out():
    """A document may have been withdrawn since."""
    counted = tally(asked([entry("甲", measures=("没有#1",))], FakeCatalog()), {}, ())
    assert (counted.total, counted.measures) == (1, ())
