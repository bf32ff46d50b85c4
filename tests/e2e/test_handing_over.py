"""Questions left for the staff, pushed to a hotline's system over real HTTP."""

import asyncio
import base64
import logging
import time
from contextlib import closing

import pytest

from bot.hotline.handing_over import HandingOver
from bot.store import WEB_CHAT, Store
from bot.store.retrying import WAITS_S
from tests.e2e.hotline_system import SECRET, HotlineSystem

PERSON = ":" + "A" * 22


@pytest.fixture
def clock():
    """Seconds since 1970, to be moved on by the test."""
    return [time.time()]


@pytest.fixture
def store(tmp_path, clock):
    opened = Store.open(tmp_path / "wenzheng.db", lambda: clock[0])
    yield opened
    opened.close()


def handing(store, system, url=None):
    """What hands over to a system."""
    return HandingOver(store, url or f"{system.address}/push", base64.b64decode(SECRET))


def looked(store, system, url=None):
    """Looks once for what is to be handed over."""
    asyncio.run(handing(store, system, url).hand_over(asyncio.Event()))


def told(system):
    """(id, status) of all calls."""
    return [(name, status) for name, _, status in system.calls]


def test_questions_are_handed_over_in_order_once_and_signed(store):
    """Masked; with what the hotline needs to answer them by an import."""
    first = store.desk.leave(PERSON, WEB_CHAT, "我是13812345678，装电梯补多少")
    second = store.desk.leave(PERSON, 7, "低保怎么办")
    with closing(HotlineSystem()) as system:
        looked(store, system)
        looked(store, system)
        assert system.wrong == []
        assert told(system) == [(f"letter-{first}", 204), (f"letter-{second}", 204)]
        data = [body["data"] for _, body, _ in system.calls]
    assert [one["channel"] for one in data] == ["page", "chat"]
    assert data[1]["question"] == "低保怎么办"
    assert "13812345678" not in data[0]["question"]
    assert store.handovers.waiting() == 0


@pytest.mark.parametrize("status", [500, 503, 429, 400, 307])
def test_what_is_not_taken_is_tried_again_and_nothing_overtakes_it(store, clock, status):
    """With the same id, after a wait; a redirect is not followed."""
    first, second = store.desk.leave(PERSON, 7, "一"), store.desk.leave(PERSON, 7, "二")
    with closing(HotlineSystem(status)) as system:
        looked(store, system)
        looked(store, system)
        assert told(system) == [(f"letter-{first}", status)]
        clock[0] += WAITS_S[0] + 1
        looked(store, system)
        assert told(system)[1:] == [(f"letter-{first}", 204), (f"letter-{second}", 204)]
        assert system.wrong == []


def test_the_waits_grow_and_the_desk_is_told_in_the_end(store, clock):
    """Seven attempts; then the next question goes, and the first may be pushed anew."""
    first = store.desk.leave(PERSON, 7, "一")
    with closing(HotlineSystem(*[503] * 7)) as system:
        for wait in (0.0, *WAITS_S):
            clock[0] += wait - 1
            looked(store, system)
            tried = len(system.calls)
            clock[0] += 2
            looked(store, system)
            assert len(system.calls) <= tried + 1
        assert told(system) == [(f"letter-{first}", 503)] * 7
        assert list(store.handovers.given_up()) == [(first, "对方答复状态503")]
        second = store.desk.leave(PERSON, 7, "二")
        looked(store, system)
        assert told(system)[-1] == (f"letter-{second}", 204)
        store.handovers.again()
        looked(store, system)
        assert told(system)[-1] == (f"letter-{first}", 204)


def test_what_is_answered_meanwhile_is_not_handed_over(store, clock):
    """Nor what was closed."""
    first, second = store.desk.leave(PERSON, 7, "一"), store.desk.leave(PERSON, 7, "二")
    store.desk.reply(first, "好", "区住建局", "编辑员")
    store.desk.close(second)
    with closing(HotlineSystem()) as system:
        looked(store, system)
        assert system.calls == []


def test_it_looks_until_it_is_told_to_stop(store):
    """Beside the channels; the end does not wait for the next look."""

    async def running(system):
        stop = asyncio.Event()
        work = asyncio.create_task(handing(store, system).run(stop))
        for _ in range(10_000):
            if system.calls and not store.handovers.waiting():
                break
            await asyncio.sleep(0.01)
        stop.set()
        await work

    first = store.desk.leave(PERSON, 7, "一")
    with closing(HotlineSystem()) as system:
        asyncio.run(asyncio.wait_for(running(system), 120))
        assert told(system) == [(f"letter-{first}", 204)]


def test_no_secret_and_no_question_is_logged(store, caplog):
    """Neither where it works nor where nobody is there."""
    store.desk.leave(PERSON, 7, "装电梯补多少")
    with closing(HotlineSystem()) as system, caplog.at_level(logging.DEBUG, "bot"):
        looked(store, system, "http://127.0.0.1:9/push")
    assert "why=连不上对方" in caplog.text
    assert SECRET not in caplog.text
    assert "电梯" not in caplog.text
