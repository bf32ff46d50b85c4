"""Files that commands write where somebody asks for them."""

from pathlib import Path

from bot.errors import UsageError
from bot.messages import command_line
from corpus.durable import replacing


def write_whole(path: Path, data: bytes, refusal: str = command_line.EXPORT_FAILED) -> None:
    """Puts a whole new file in the place of an old one.

    Raises:
        UsageError: it cannot be written; `refusal` with the path and the cause.
    """
    try:
        with replacing(path) as file:
            file.write(data)
    except OSError as error:
        raise UsageError(refusal.format(path=path, cause=command_line.cause_of(error))) from error
