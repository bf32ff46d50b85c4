"""Old calls and calls that were there before."""

import pytest

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall
from bot.wechat.replay_guard import ReplayGuard


class Clock:
    """A clock that stands until it is set."""

    now_s = 1_000_000.0

    def __call__(self):
        """The time."""
        return self.now_s


def why(call):
    """Why a call is refused."""
    with pytest.raises(CallbackRefusedError) as error:
        call()
    return error.value.why


@pytest.mark.parametrize("made", ["999700", "1000000", "1000300"])
def test_a_call_of_just_now_is_taken(made):
    """Five minutes to either side: clocks drift."""
    ReplayGuard(Clock()).check_time(made)


@pytest.mark.parametrize("made", ["999699", "1000301", "0", "", "-1000000", "1e6", "１００００００", "nan"])
def test_a_call_of_another_time_is_refused(made):
    """And what is no time at all."""
    assert why(lambda: ReplayGuard(Clock()).check_time(made)) is RefusedCall.OLD


def test_a_platform_may_bring_a_message_four_times():
    """Once, and three times more; whatever signs each call."""
    guard = ReplayGuard(Clock())
    assert [guard.arrived("1000000", f"n{turn % 2}", "m1") for turn in range(4)] == [1, 2, 3, 4]
    assert why(lambda: guard.arrived("1000000", "n9", "m1")) is RefusedCall.REPLAYED


def test_a_signature_carries_one_message():
    """Without encryption it does not cover the words: whoever saw it could send others under it."""
    guard = ReplayGuard(Clock())
    guard.arrived("1000000", "n1", "m1")
    assert why(lambda: guard.arrived("1000000", "n1", "m2")) is RefusedCall.REPLAYED


def test_what_came_is_remembered_for_as_long_as_its_signature_is_taken():
    """A call may be dated five minutes ahead, so ten minutes; then it is forgotten and too old."""
    clock = Clock()
    guard = ReplayGuard(clock)
    for _ in range(4):
        guard.arrived("1000300", "n1", "m1")
    clock.now_s += 600
    assert why(lambda: guard.arrived("1000300", "n1", "m1")) is RefusedCall.REPLAYED
    clock.now_s += 1
    guard.arrived("1000601", "n2", "m2")
    assert guard.arrived("1000601", "n3", "m1") == 1
    assert why(lambda: guard.check_time("1000300")) is RefusedCall.OLD
