"""One token for everybody who needs it, as long as it is valid."""

import asyncio

from bot.wechat.access_token import AccessToken


class Platform:
    """Gives a new token each time it is asked, valid for two hours."""

    def __init__(self):
        self.asked = 0

    async def __call__(self):
        """The next."""
        self.asked += 1
        number = self.asked
        await asyncio.sleep(0)
        return f"token {number}", 7200.0


async def test_whoever_needs_it_at_the_same_time_waits_for_one_request():
    """Three calls, one question to the platform."""
    platform = Platform()
    token = AccessToken(platform)
    assert await asyncio.gather(*(token.current() for _ in range(3))) == ["token 1"] * 3
    assert platform.asked == 1


async def test_it_is_renewed_before_it_runs_out():
    """Two minutes before the end of its two hours; not a second earlier."""
    now = [0.0]
    token = AccessToken(Platform(), lambda: now[0])
    assert await token.current() == "token 1"
    now[0] = 7079.0
    assert await token.current() == "token 1"
    now[0] = 7080.0
    assert await token.current() == "token 2"


async def test_one_that_the_platform_takes_back_is_replaced_once():
    """Two calls are refused with the same token: the second does not throw away the new one."""
    platform = Platform()
    token = AccessToken(platform)
    first = await token.current()
    token.refused(first)
    assert await token.current() == "token 2"
    token.refused(first)
    assert await token.current() == "token 2"
