"""200 kills at random points over 30 chats; fails where anything is lost or done twice."""

import time

from tests.chaos.figures import Figure, alone, zero
from tests.chaos.killing import Toll, lives

KILLS, CHATS = 200, 30
LIFE_S, AT_WORK_S = (0.05, 0.6), (0.0, 1.0)
"""How long a run lives before it is killed, at random between these: every third from its start, the others
from its login."""


def attack(short: bool = False) -> list[Figure]:
    """Questions, letters, subscriptions and ratings that were lost or done twice."""
    kills = KILLS // 5 if short else KILLS
    with lives(CHATS) as bot:
        for _ in range(kills):
            bot.write()
            with bot.life():
                early = bot.chance.random() < 1 / 3
                if not early:
                    bot.await_login()
                time.sleep(bot.chance.uniform(*(LIFE_S if early else AT_WORK_S)))
        bot.settle()
        return rows(f"{kills} kills, {CHATS} chats", bot.toll())


def rows(what: str, toll: Toll) -> list[Figure]:
    """What a toll says; a message that was on the wire may come twice."""
    return [
        zero(f"{what}: lost of {toll.effects} questions, letters, subscriptions, ratings", toll.lost),
        zero(f"{what}: done twice", toll.doubled),
        zero(f"{what}: unanswered", toll.unanswered),
        Figure(f"{what}: answers sent twice", "those on the wire", str(toll.said_twice), holds=True),
    ]


if __name__ == "__main__":
    alone(attack)
