"""Hostile requests to the page, the interface and the desk: JSON of every shape, paths, headers, forms."""

import asyncio
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import httpx

from bot.web.application import Application
from tests.chaos.grammar import Grammar
from tests.chaos.hostile_files import made_file
from tests.chaos.toll_of_inputs import PATIENCE_S, InputToll
from tests.web.office import log_in, make_office, token_in, visitor

_ASK = {"q": "冰箱换新有补贴吗", "id": "甲", "session": "乙", "region": "周村", "as_of": "2026-11-21"}
_PATHS = (
    *("/", "/answer", "/search", "/search/words", "/d", "/departments", "/d/{}", "/m/{}", "/departments/{}"),
    *("/departments/{}/ledger.xlsx", "/display/{}", "/static/{}", "/{}", "/api/search", "/api/documents"),
    *("/api/measures/{}", "/api/departments/{}", "/api/{}", "/healthz", "/api/openapi.json"),
)
_QUERY = (
    "q",
    "region",
    "document",
    "year",
    "department",
    "state",
    "support",
    "page",
    "as_of",
    "back",
    "role",
    "n",
)
_HEADERS = (
    "Host",
    "Cookie",
    "X-API-Key",
    "X-Forwarded-For",
    "Accept",
    "Content-Type",
    "Accept-Encoding",
    "Range",
)
_REFUSED = (httpx.InvalidURL, httpx.LocalProtocolError)
"""What the client does not send at all."""
_LETTERS = 60
_LIKELY: Mapping[str, tuple[str, ...]] = {
    "region": ("周村", "聊城"),
    "department": ("区商务局", "区财政局"),
    "office": ("商贸流通科", ""),
    "printed": ("6195136",),
    "phone": ("6195136", "0533-6412345"),
    "by": ("张三",),
    "source": ("打通了电话",),
    "day": ("2026-01-01",),
    "issued": ("2026-01-01",),
    "until": ("2027-01-01",),
    "number": ("周政办字〔2024〕11号",),
    "measure": ("周政办字〔2024〕11号#19",),
    "kind": ("letter", "uncovered"),
    "id": ("1", "2"),
    "off": ("1", "0"),
}
"""What forms hold when people fill them in, so that hostile words beside it are read at all."""
_POSTS = ("/feedback", "/feedback/reason", "/leave", "/forget")
_FORM = ("answer", "words", "words", "words", "good", "reason", "session", "q")
_NUMBER = re.compile(r'name="number" value="(\d+)"')
_DESK_PAGES = (
    *("", "/log", "/feedback", "/statistics", "/documents", "/documents/of", "/documents/add", "/notice"),
    *("/phones", "/phones/line", "/phones/add", "/question", "/login", "/{}"),
)
_DESK_FORMS: Mapping[str, tuple[str, ...]] = {
    "/documents/withdraw": ("number",),
    "/documents/add": ("region", "replaces"),
    "/documents/store": ("upload", "region", "replaces"),
    "/documents/discard": ("upload",),
    "/letters/{}/reply": ("department", "words"),
    "/letters/{}/close": ("words",),
    "/uncovered/{}/reply": ("department", "words"),
    "/uncovered/{}/close": ("words",),
    "/notice": ("text", "until", "issued"),
    "/notice/switch": ("off", "sentence"),
    "/phones/line": ("region", "department", "office", "printed", "phone", "by", "source", "day", "alike"),
    "/phones/withdraw": ("region", "department", "office", "printed"),
    "/phones/add": ("region", "department", "office", "phone", "by", "source", "day"),
    "/question": ("measure", "words", "id", "kind"),
}


def attack_interface(inputs: int, seed: int, home: Path) -> InputToll:
    """Sends so many requests to the page and the interface."""
    made = make_office(home)
    try:
        return asyncio.run(_interface(made, inputs, seed))
    finally:
        made.close()


async def _interface(made: Application, inputs: int, seed: int) -> InputToll:
    toll = InputToll("interface")
    with toll.watching_logs():
        async with visitor(made) as client:
            for number in range(inputs):
                grammar = Grammar(seed + number)
                example = f"interface {seed + number}"
                with toll.watched(example, *_REFUSED, timed=False):
                    async with asyncio.timeout(PATIENCE_S):
                        response = await _request(client, grammar)
                    _check(response, toll, example)
    return toll


async def _request(client: httpx.AsyncClient, grammar: Grammar) -> httpx.Response:
    kind = grammar.chance.random()
    if kind < 0.35:
        body = grammar.changed(_ASK) if grammar.chance.random() < 0.7 else grammar.value()
        sent = json.dumps(body).encode()
        broken = grammar.broken(sent) if grammar.chance.random() < 0.2 else sent
        return await client.post("/api/ask", content=broken, headers=_json_headers(grammar))
    if kind < 0.5:
        page = await client.get("/", params={"q": grammar.among((_ASK["q"], grammar.whole_words()[:900]))})
        number = _NUMBER.search(page.text)
        given = (
            {"token": token_in(page), "number": number[1] if number else "1"} if "token" in page.text else {}
        )
        fields = {**given, **{grammar.among(_FORM): grammar.whole_words() for _ in range(4)}}
        if grammar.chance.random() < 0.1:
            fields[grammar.among(("token", "number"))] = grammar.whole_words()
        return await client.post(grammar.among(_POSTS), data=fields)
    path = grammar.among(_PATHS).format(quote(grammar.whole_words()[:300], safe=grammar.among(("", "/%:#?"))))
    query = {grammar.among(_QUERY): grammar.whole_words()[:3000] for _ in range(grammar.chance.randrange(4))}
    method = grammar.among(("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "XYZ"))
    return await client.request(method, f"{path}?{urlencode(query)}", headers=_headers(grammar))


def _headers(grammar: Grammar) -> dict[str, bytes]:
    """None, or a few with odd values; a line break cannot stand in one."""
    count = grammar.among((0, 0, 1, 2))
    values = (
        grammar.whole_words().replace("\n", "").replace("\r", "").replace("\0", "") for _ in range(count)
    )
    return {grammar.among(_HEADERS): value.encode()[:2000] for value in values}


def _json_headers(grammar: Grammar) -> dict[str, bytes]:
    return {"Content-Type": b"application/json", **_headers(grammar)}


def attack_desk(inputs: int, seed: int, home: Path) -> InputToll:
    """Sends so many pages and forms to the desk, as an editor who is logged in."""
    made = make_office(home)
    try:
        return asyncio.run(_desk(made, inputs, seed))
    finally:
        made.close()


async def _desk(made: Application, inputs: int, seed: int) -> InputToll:
    toll = InputToll("desk")
    with toll.watching_logs():
        async with visitor(made) as client:
            await log_in(client)
            desk = made.office.store.desk
            for number in range(_LETTERS):
                desk.leave(f":{number}", number, Grammar(seed - 1 - number).whole_words())
                await client.get("/", params={"q": f"没有的事{number}"})
            token = token_in(await client.get("/desk/log"))
            for number in range(inputs):
                grammar = Grammar(seed + number)
                example = f"desk {seed + number}"
                with toll.watched(example, *_REFUSED, timed=False):
                    async with asyncio.timeout(PATIENCE_S):
                        response = await _form(client, grammar, token)
                    _check(response, toll, example)
    return toll


async def _form(client: httpx.AsyncClient, grammar: Grammar, token: str) -> httpx.Response:
    if grammar.chance.random() < 0.35:
        path = grammar.among(_DESK_PAGES).format(quote(grammar.whole_words()[:100], safe=""))
        names = [grammar.among((*_QUERY, *_LIKELY, "days")) for _ in range(3)]
        query = {name: _filled(grammar, name)[:500] for name in names}
        return await client.get(f"/desk{path}?{urlencode(query)}")
    path = grammar.among(sorted(_DESK_FORMS))
    if grammar.chance.random() < 0.05:
        return await _log_in(client, grammar)
    fields = {name: _filled(grammar, name) for name in _DESK_FORMS[path] if grammar.chance.random() < 0.9}
    sent: dict[str, Any] = {
        "token": token if grammar.chance.random() < 0.9 else grammar.whole_words(),
        **fields,
    }
    where = f"/desk{path.format(grammar.among((*range(1, _LETTERS), 0, -1, 2**31, 10**30, 'x')))}"
    if path == "/documents/add":
        name, data = made_file(grammar)
        return await client.post(where, data=sent, files={"file": (name, data)})
    return await client.post(where, data=sent)


def _filled(grammar: Grammar, name: str) -> str:
    likely = name in _LIKELY and grammar.chance.random() < 0.7
    return grammar.among(_LIKELY[name]) if likely else grammar.whole_words()


async def _log_in(client: httpx.AsyncClient, grammar: Grammar) -> httpx.Response:
    """Somebody else tries a name and a password; whoever is logged in stays so."""
    kept = dict(client.cookies)
    client.cookies.clear()
    token = token_in(await client.get("/desk/login"))
    fields = {"token": token, "name": grammar.whole_words(), "password": grammar.whole_words()}
    try:
        return await client.post("/desk/login", data=fields)
    finally:
        client.cookies.clear()
        client.cookies.update(kept)


def _check(response: httpx.Response, toll: InputToll, example: str) -> None:
    """No 5xx but an honest refusal, and nothing hidden in what is shown."""
    if response.status_code >= 500 and response.status_code != 503:
        toll.note("server_errors", f"{example} {response.request.method} {response.request.url}"[:200])
    kind = response.headers.get("content-type", "")
    if "json" in kind and response.content:
        for text in _shown(response.json()):
            toll.check_shown(text, example)
    elif "text" in kind:
        toll.check_shown(response.text, example)


def _shown(data: Any, name: str = "") -> list[str]:
    """The words of JSON, but for what a program gave and gets back as it was."""
    if isinstance(data, dict):
        return [text for key, value in data.items() for text in _shown(value, key)]
    if isinstance(data, list):
        return [text for value in data for text in _shown(value, name)]
    return [data] if isinstance(data, str) and name not in ("id", "session") else []
