"""What commands that store say to whoever typed them: one question before it is done, and what went wrong."""

# ruff: noqa: T201 - a command line prints

import sys

from bot.errors import UsageError
from bot.messages import adding as messages
from corpus.text.unprinted import visible_line


def agreed(question: str, *, yes: bool) -> bool:
    """Whether to store: `yes` without asking, else what is typed. Says so where it is declined.

    Raises:
        UsageError: nobody can be asked.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(messages.ADD_NEEDS_YES)
    try:
        said = input(question)
    except EOFError:
        said = ""
    if said.strip().lower() in messages.ADD_YES:
        return True
    print(messages.ADD_DECLINED)
    return False


def complain(text: str) -> None:
    """Prints a line on standard error."""
    print(visible_line(text), file=sys.stderr)
