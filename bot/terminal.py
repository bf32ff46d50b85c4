"""The terminal in colour: replies and progress. The one importer of rich."""

import sys
from functools import lru_cache

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from bot.layout import Block, SpanStyle
from bot.messages import command_line as messages

_COLOURS = {
    SpanStyle.PLAIN: "",
    SpanStyle.STRONG: "bold cyan",
    SpanStyle.FAINT: "dim",
    SpanStyle.LOUD: "bold red",
}


def show(blocks: list[Block]) -> None:
    """Prints a reply; lines wrap where the terminal ends, words stay as they are."""
    shown = Text()
    for block in blocks:
        for line in block:
            for span in line:
                shown.append(span.text, _COLOURS[span.style])
            shown.append("\n")
        shown.append("\n")
    _console().print(shown, soft_wrap=True, end="")


def report(done: int, total: int, label: str = messages.INDEX_BUILDING) -> None:
    """Draws a bar on standard error until `done` reaches `total`; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        return
    bar = _bar()
    if not bar.tasks:
        bar.add_task(label, total=total)
        bar.start()
    bar.update(bar.tasks[0].id, completed=done)
    if done >= total:
        finish()


def finish() -> None:
    """Removes the bar, even before it is complete."""
    _bar().stop()
    _bar.cache_clear()


@lru_cache(maxsize=1)
def _console() -> Console:
    return Console(highlight=False)


@lru_cache(maxsize=1)
def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
