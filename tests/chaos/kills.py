"""200 kills at random points over 30 chats; fails where anything is lost or done twice."""

import time

from tests.chaos.figures import Figure, alone, zero
from tests.chaos.killing import Toll, lives

KILLS, CHATS = 200, 30
LIFE_S, AT_WORK_S = (0.05, 0.6), (0.0, 0.3)
"""How long a run lives before it is killed, at random between these: a third from its start, a third from its
login, a third from its first answer."""


def attack(short: bool = False) -> list[Figure]:
    """Questions, letters, subscriptions and ratings that were lost or done twice."""
    kills = KILLS // 5 if short else KILLS
    with lives(CHATS) as bot:
        for _ in range(kills):
            bot.write()
            with bot.life():
                begun = bot.chance.choice((None, bot.await_login, bot.await_answer))
                if begun:
                    begun()
                time.sleep(bot.chance.uniform(*(AT_WORK_S if begun else LIFE_S)))
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
