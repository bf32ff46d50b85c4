"""Calls to interfaces that take and give JSON. One of the two importers of httpx."""

import json
from collections.abc import Mapping
from typing import Any

import httpx

from bot.errors import BotError

TIMEOUT_S = 10.0


class UnreachedError(BotError):
    """Nobody answers at the other end, or not as documented; holds no address, which may hold a token."""


async def called(
    method: str, address: str, query: Mapping[str, str], message: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What an interface answers to one call. Redirects are not followed, proxies of the system not used.

    Raises:
        UnreachedError: it is out of reach, or answers with an error of the server or with no JSON object.
    """
    # Chinese stands as it is: who shows escapes as they stand would garble it.
    body = None if message is None else json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
    kind = {"content-type": "application/json"}
    return await _answered(method, address, query, content=body, headers=kind)


async def uploaded(
    address: str, query: Mapping[str, str], field: str, picture: tuple[str, bytes]
) -> dict[str, Any]:
    """What an interface answers to a picture, its name and its PNG, in a field of a form.

    Raises:
        UnreachedError: as `called`.
    """
    return await _answered("POST", address, query, files={field: (*picture, "image/png")})


async def _answered(method: str, address: str, query: Mapping[str, str], **sent: Any) -> dict[str, Any]:  # noqa: ANN401 - httpx's own
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as client:
            answer = await client.request(method, address, params=query or None, **sent)
        return dict(answer.raise_for_status().json())
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, TypeError):
        raise UnreachedError("unreached") from None
