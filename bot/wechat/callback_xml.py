"""The XML of the platforms: flat fields below one root, in and out."""

import re
from xml.parsers import expat

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Source: XML 1.0, 2.2: characters that no document may hold."""
_FIELD_DEPTH = 2


class _Fields:
    """Collects the texts of the elements right below the root; what lies deeper is passed over."""

    def __init__(self) -> None:
        self.read: dict[str, str] = {}
        self._path: list[str] = []

    def begin(self, name: str, _: object) -> None:
        """An element begins; the first of each name counts."""
        self._path.append(name)
        if len(self._path) == _FIELD_DEPTH and name in self.read:
            raise CallbackRefusedError(RefusedCall.XML)
        if len(self._path) == _FIELD_DEPTH:
            self.read[name] = ""

    def end(self, _: str) -> None:
        """It ends."""
        self._path.pop()

    def words(self, data: str) -> None:
        """Text within it."""
        if len(self._path) == _FIELD_DEPTH:
            self.read[self._path[-1]] += data


def _refuse(*_: object) -> None:
    """A document type is never sent, and can declare entities that grow without end or read files."""
    raise CallbackRefusedError(RefusedCall.XML)


def fields_of(body: bytes | str) -> dict[str, str]:
    """The fields below the root, by name, as UTF-8 text.

    Example: "<xml><MsgType><![CDATA[text]]></MsgType></xml>" -> {"MsgType": "text"}

    Raises:
        CallbackRefusedError: it is no XML, declares a document type, or names a field twice.
    """
    fields, parser = _Fields(), expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = fields.begin
    parser.EndElementHandler = fields.end
    parser.CharacterDataHandler = fields.words
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError):
        raise CallbackRefusedError(RefusedCall.XML) from None
    return fields.read


def document_of(**fields: str | int) -> str:
    """The fields below one root; words stand in CDATA, whatever they hold, numbers bare.

    Example: (MsgType="text", CreateTime=1) -> "<xml><MsgType><![CDATA[text]]></MsgType>…</xml>"
    """
    return "<xml>" + "".join(f"<{n}>{_content(v)}</{n}>" for n, v in fields.items()) + "</xml>"


def _content(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    # CDATA ends with ]]>, so the sign is spread over two.
    return f"<![CDATA[{_UNWRITABLE.sub('', value).replace(']]>', ']]]]><![CDATA[>')}]]>"
