"""A disk that is really full: eight messages meanwhile, and what works once there is room again.

Run it with `python -m tests.chaos.full_disk`. The home of the bot lies on a memory disk of 2 MB; where the
right to mount one is missing, nothing is tried, and the table says so.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.messages import telegram as words
from tests.chaos.figures import Figure, alone, zero
from tests.chaos.killing import Lives

SIZE = "2m"
_CHUNK, _LAST = 64 * 1024, 512
_WHAT = "full disk"
_SENT = ("问题一", "问题二", "问题三", "/staff 请答复", "/subscribe 养老", "/forget", "问题四")
_TRUE = (
    "答：问题一",
    "答：问题二",
    "答：问题三",
    words.NOT_KEPT,
    words.NOT_KEPT,
    words.NOT_FORGOTTEN,
    "答：问题四",
)
_AFTER = ("问题五", "/staff 请答复", "/forget")


def attack(short: bool = False) -> list[Figure]:
    """Messages without the true answer, while the disk is full and afterwards, without a restart."""
    with _small_disk() as home:
        if home is None:
            return [Figure(_WHAT, "tried", "not tried: no right to mount a small disk", holds=True)]
        bot = Lives(home, 1)
        try:
            with bot.life() as process:
                meanwhile, after = _messages(bot, home)
                alive = process.is_alive()
        finally:
            bot.api.close()
    true_after = ("答：问题五", words.LEFT.format(id=1), words.FORGOTTEN)
    return [
        Figure(
            f"{_WHAT}: messages with the true answer",
            "8 of 8",
            f"{_true(meanwhile)} of 8",
            _true(meanwhile) == 8,
        ),
        zero(
            f"{_WHAT}: wrong answers once there is room",
            sum(a != b for a, b in zip(after, true_after, strict=True)),
        ),
        zero(f"{_WHAT}: the bot ended", int(not alive)),
    ]


def _messages(bot: Lives, home: Path) -> tuple[list[str], list[str]]:
    """What was said to eight messages on the full disk, and to three when there was room."""
    api = bot.api
    bot.await_login()
    api.say("先前的问题")
    (first,) = api.sent(1)
    ballast = home / "ballast"
    _fill(ballast)
    for text in _SENT:
        api.say(text)
    api.press(first.buttons[-2]["callback_data"])
    meanwhile = [call.text for call in api.sent(9)[1:]]
    ballast.unlink()
    for text in _AFTER:
        api.say(text)
    return meanwhile, [call.text for call in api.sent(12)[9:]]


def _true(said: list[str]) -> int:
    return sum(a == b for a, b in zip(said, (*_TRUE, words.NOT_KEPT), strict=True))


def _fill(ballast: Path) -> None:
    """Takes all room that is left."""
    with ballast.open("wb", buffering=0) as file:
        for size in (_CHUNK, _LAST):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))


@contextmanager
def _small_disk() -> Iterator[Path | None]:
    """A folder on a disk of its own; None where none can be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder]
        if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    alone(attack)
