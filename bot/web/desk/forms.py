"""Forms as they are sent, read up to a limit."""

from fastapi import Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.types import Message, Receive

from bot.messages import desk as messages

_MAX_FIELDS = 20


class _TooLongError(MultiPartException):
    """A form was too long; what reads it closes the files it opened so far."""


async def form_of(request: Request, max_mb: int) -> FormData:
    """The form of a request, with one file at most; to be closed in the end.

    Raises:
        HTTPException: it is malformed (400) or too long (413).
    """
    limited = Request(request.scope, _counted(request.receive, max_mb))
    try:
        return await limited.form(max_files=1, max_fields=_MAX_FIELDS)
    except _TooLongError as error:
        raise HTTPException(413, error.message) from error
    except HTTPException as error:
        if isinstance(error.__context__, _TooLongError):
            raise HTTPException(413, error.__context__.message) from error
        raise


def _counted(receive: Receive, max_mb: int) -> Receive:
    """Gives a body on piece by piece; raises _TooLongError once it is over the limit."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > max_mb * 1_000_000:
            raise _TooLongError(messages.FILE_TOO_LARGE.format(most=max_mb))
        return message

    return counted
