"""Forms as the Bot API takes them: fields, and files beside them."""

import json
from contextlib import suppress
from email.parser import BytesParser
from urllib.parse import parse_qsl

from tests.e2e.bot_api_rules import Params


def read_multipart(raw: bytes, kind: str) -> dict[str, str]:
    """Fields of a form with a file; of the file its name and size."""
    message = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + raw)
    fields = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        if name:
            content = part.get_payload(decode=True)
            file = part.get_filename()
            fields[str(name)] = f"{file} {len(content)}" if file else content.decode()
    if fields.get("document", "").startswith("attach://"):
        fields["document"] = fields.pop(fields["document"].removeprefix("attach://"))
    return fields


def read_form(body: str) -> Params:
    """Form fields; numbers, objects and flags are JSON as Telegram reads them, texts stay texts."""
    params: Params = dict(parse_qsl(body, keep_blank_values=True))
    for name in params.keys() - {"text", "callback_query_id", "action", "parse_mode", "document", "photo"}:
        with suppress(ValueError):
            params[name] = json.loads(params[name])
    return params
