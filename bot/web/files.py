"""The page's own files: style sheets, scripts, the icon; read once, kept by browsers for good."""

import mimetypes
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from fastapi import APIRouter, HTTPException, Request, Response

STATIC = Path(__file__).with_name("static")
FILES: Mapping[str, bytes] = MappingProxyType(
    {file.name: file.read_bytes() for file in STATIC.iterdir() if file.is_file()}
)
"""Name -> content; about 80 kB. From memory a file is on its way without a thread or a disk."""

_FOR_GOOD = "public, max-age=31536000, immutable"
"""Source: RFC 8246. The address of a file carries its digest, so what stands there never changes."""
_SHORTLY = "no-cache"
_DIGESTS = {name: sha256(content).hexdigest()[:10] for name, content in FILES.items()}


def asset(name: str) -> str:
    """The address of a file, with its digest so that browsers may keep it for good.

    Example: "page.js" -> "/static/page.js?" and ten hexadecimal digits
    """
    return f"/static/{name}?{_DIGESTS[name]}"


def router() -> APIRouter:
    """The route of the files."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/static/{name}")
    async def file(name: str, request: Request) -> Response:
        if name not in FILES:
            raise HTTPException(404)
        kept = _FOR_GOOD if request.url.query == _DIGESTS[name] else _SHORTLY
        kind = mimetypes.guess_type(name)[0] or "text/plain"
        return Response(FILES[name], media_type=kind, headers={"Cache-Control": kept})

    return routes
