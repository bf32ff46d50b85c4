"""A month of questions as the desk would hold them, for its pictures."""

import random
from datetime import UTC, datetime
from pathlib import Path

from bot.answer import Ask
from bot.ports import Answering
from bot.store import Store
from tests.web.office import HASHES, ROLES

_DAY_S = 24 * 3600
QUESTIONS = (
    ("家里旧冰箱想换新的，有补贴吗，找谁？", "周村", 60),
    ("2003年建的小区，能列入老旧小区改造吗？", "周村", 45),
    ("农村低保一年多少钱？", "周村", 38),
    ("聊城得了专利奖能拿多少钱", "聊城", 30),
    ("报废旧车换新车补多少", "周村", 28),
    ("设备更新贷款的利息给不给贴", None, 22),
    ("智慧农业方案什么时候完成", "周村", 12),
    ("我家小区的停车费谁定", "周村", 9),
    ("龙卷风保险怎么赔", None, 5),
    ("上海的公积金怎么提", None, 4),
)
"""Question, where it is asked from, how often in the month."""
LETTERS = ("小区2003年建的，想装电梯，政府给补多少钱？", "今年秸秆还田有补助吗，我在南郊镇，找哪个部门办？")
REASONS = ("答非所问", "已过时", "电话不对", "看不懂")


def fill(home: Path, ask: Answering) -> None:
    """Fills the store of a folder: accounts, questions over 30 days, thumbs down, two letters."""
    store, chance = Store.open(home / "wenzheng.db"), random.Random(1)
    end = datetime.now(UTC).timestamp()
    for name, role in ROLES.items():
        store.accounts.add(name, role, HASHES[name])
    for words, region, times in QUESTIONS:
        answer = ask(Ask(words, region=region))
        for _ in range(times):
            at = end - chance.random() * 29 * _DAY_S
            store.database.now = lambda at=at: at
            person = chance.randrange(200) + 1
            number = store.journal.asked(f":{person}", answer, 0.03, chat=person)
            if chance.random() < 0.08:
                store.journal.rated(f":{person}", number, good=False)
                store.journal.reasoned(f":{person}", number, chance.choice(REASONS))
    store.database.now = lambda: end
    for words in LETTERS:
        store.desk.leave(":7", 7, words)
    store.close()
