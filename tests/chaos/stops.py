"""Stops under load: the bot is told to stop at random points while people write, and started again."""

import signal
import time

from tests.chaos.figures import Figure, alone, under, zero
from tests.chaos.killing import lives
from tests.chaos.kills import rows

STOPS, CHATS = 40, 30
AT_WORK_S = (0.0, 0.4)
"""How long a run works before it is told to stop, at random between these."""
WRITERS = 5
STOP_S = 10.0
_PATIENCE_S = 30.0


def attack(short: bool = False) -> list[Figure]:
    """Ends other than with 0, complaints, the longest stop, and what was lost or done twice."""
    stops = STOPS // 4 if short else STOPS
    statuses, took_s = [], []
    with lives(CHATS) as bot:
        for _ in range(stops):
            with bot.life() as process:
                bot.await_login()
                for _ in range(WRITERS):
                    bot.write()
                time.sleep(bot.chance.uniform(*AT_WORK_S))
                began_s = time.monotonic()
                process.terminate()
                process.join(_PATIENCE_S)
                took_s.append(time.monotonic() - began_s)
                statuses.append(process.exitcode)
        bot.settle()
        log = (bot.home / "log").read_text(encoding="utf-8")
        what = f"{stops} stops ({signal.SIGTERM.name}) under load"
        return [
            zero(f"{what}: exit status other than 0", sum(status != 0 for status in statuses)),
            zero(f'{what}: tracebacks, "still running"', log.count("Traceback") + log.count("still running")),
            under(f"{what}: the longest", STOP_S, max(took_s)),
            *rows(what, bot.toll()),
        ]


if __name__ == "__main__":
    alone(attack)
