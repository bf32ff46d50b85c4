"""How often one client may come, on the page and on Telegram alike."""

import pytest

from bot.token_buckets import MAX_CLIENTS, TokenBuckets


@pytest.fixture
def now():
    return [0.0]


def test_a_client_waits_once_its_minute_is_spent(now):
    """Two a minute: the third waits 30 s, and passes when they are over; others are not held up."""
    buckets = TokenBuckets(2, clock=lambda: now[0])
    assert [buckets.take("a"), buckets.take("a")] == [None, None]
    assert buckets.take("a").wait_s == 30
    assert buckets.take("b") is None
    now[0] = 30.0
    assert buckets.take("a") is None


def test_a_bucket_fills_again_and_tells_how_often_a_client_was_turned_away(now):
    """Twenty a minute, one at once: one every three seconds; letting it in ends the count."""
    buckets = TokenBuckets(20, 1, lambda: now[0])
    assert buckets.take(1) is None
    assert [buckets.take(1).in_a_row, buckets.take(1).in_a_row] == [1, 2]
    now[0] = 3.0
    assert buckets.take(1) is None
    assert buckets.take(1).in_a_row == 1


def test_who_was_silent_longest_is_forgotten_first(now):
    """One client more than are kept: the first starts anew, the last is still known."""
    buckets = TokenBuckets(1, clock=lambda: now[0])
    for client in range(MAX_CLIENTS + 1):
        assert buckets.take(client) is None
    assert buckets.take(MAX_CLIENTS) is not None
    assert buckets.take(0) is None
