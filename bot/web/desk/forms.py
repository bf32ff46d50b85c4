"""What a request to the desk says: its form, read up to a limit, its page and its number."""

import re
from typing import Annotated

from fastapi import Path, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.types import Message, Receive

from bot.messages import desk as messages

_MAX_FIELDS = 20

Number = Annotated[int, Path(ge=1, lt=2**31)]
"""The number of something kept, in an address."""


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


def page_in(request: Request) -> int:
    """The page of a list that an address asks for, 1 and up; 1 where it names none."""
    asked = request.query_params.get("page", "1")
    return max(1, int(asked)) if re.fullmatch(r"[0-9]{1,4}", asked) else 1


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
