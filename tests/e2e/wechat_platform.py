"""WeChat and WeCom as they call an account's address: strict about what they document, patient for 5 s.

Written from developers.weixin.qq.com/doc/offiaccount (接收普通消息, 被动回复用户消息, 消息加解密说明) and
developer.work.weixin.qq.com/document/path/90238 to 90241 and 91144; shares no code with the bot.
"""

import base64
import hashlib
import itertools
import secrets
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

TOKEN = "spamtest2026"
KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
OUT_OF_ORDER = "该公众号暂时无法提供服务，请稍后再试"
CALLS = 3
PATIENCE_S = 5.0
CONTENT_BYTES = 2048
_LATE = (httpx.ReadTimeout, httpx.ConnectTimeout, httpx.RemoteProtocolError)


class BadReplyError(Exception):
    """A reply that the platform does not deliver."""


@dataclass
class WechatStandIn:
    """One platform that knows one account; people write through `write`."""

    address: str
    receiver: str = "wx2c2769f8efd9abc2"
    """AppID or CorpID."""
    name: str = "gh_7f083739789a"
    """As whom the account is written to: its original id, or the CorpID."""
    encrypts: bool = True
    is_wecom: bool = False
    agent: str = "1000002"
    token: str = TOKEN
    key: str = KEY
    made_ago_s: int = 0
    """How long ago each call says that it was made."""
    refused: list[str] = field(default_factory=list)
    """What was wrong with each reply that was not delivered."""
    calls: int = 0
    """How often the address was called with a message."""
    noted: Callable[[str], None] = lambda _: None
    """Told of everybody who writes, by the platform's name of them."""

    def __post_init__(self):
        self._client = httpx.Client(trust_env=False, timeout=60)
        self._numbers = itertools.count(6_054_768_590_064_713_728)

    def close(self):
        """Hangs up."""
        self._client.close()

    def verified(self, echo="1616140317555161061", **changed):
        """Enters the address in the console: the status, and whether the address proved itself."""
        made, nonce = self._moment()
        said = self.encrypted(echo) if self.is_wecom else echo
        signed = (said,) if self.is_wecom else ()
        query = {
            "msg_signature" if self.is_wecom else "signature": self.signature(made, nonce, *signed),
            "timestamp": made,
            "nonce": nonce,
            "echostr": said,
        }
        reply = self._client.get(self.address, params=query | changed)
        return reply.status_code, reply.text == echo

    def write(self, text, sender="oyORnuP8q7ou2gfYjqLzSIWZf0rs"):
        """A person writes; what they read."""
        return self.deliver(self.text(text, sender), sender)

    def text(self, text, sender="oyORnuP8q7ou2gfYjqLzSIWZf0rs"):
        """The message of somebody who writes."""
        return self.message(sender, "text", Content=text)

    def message(self, sender, kind, *, numbered=True, **fields):
        """The XML of a message or, where it has no number, of an event."""
        number = {"MsgId": next(self._numbers)} if numbered else {}
        agent = {"AgentID": self.agent} if self.is_wecom else {}
        given = {
            "ToUserName": self.name,
            "FromUserName": sender,
            "CreateTime": int(time.time()),
            "MsgType": kind,
        }
        root = ElementTree.Element("xml")
        for name, value in (given | fields | number | agent).items():
            ElementTree.SubElement(root, name).text = str(value)
        return ElementTree.tostring(root, encoding="unicode")

    def deliver(self, message, sender, *, patience_s=PATIENCE_S):
        """Calls until there is a reply, three times at most; what the person reads, "" for nothing."""
        for _ in range(CALLS):
            try:
                status, body = self.call(message, patience_s=patience_s)
            except _LATE:
                continue
            if status != 200 and self.is_wecom:
                continue
            try:
                return self.read(status, body, sender)
            except BadReplyError as error:
                self.refused.append(str(error))
                return OUT_OF_ORDER
        return OUT_OF_ORDER

    def call(self, message, *, patience_s=PATIENCE_S, **changed):
        """One call; (status, body). Fields of the query may be changed, or dropped with None."""
        made, nonce = self._moment()
        query, body = {"timestamp": made, "nonce": nonce}, message
        if "<MsgType>event<" not in message:
            self.noted(message.partition("<FromUserName>")[2].partition("<")[0])
        if not self.is_wecom:
            query |= {"signature": self.signature(made, nonce), "openid": "oyORnuP8q7ou2gfYjqLzSIWZf0rs"}
        if self.encrypts:
            sealed = self.encrypted(message)
            query |= {"msg_signature": self.signature(made, nonce, sealed)}
            query |= {} if self.is_wecom else {"encrypt_type": "aes"}
            agent = f"<AgentID><![CDATA[{self.agent}]]></AgentID>" if self.is_wecom else ""
            body = (
                f"<xml><ToUserName><![CDATA[{self.name}]]></ToUserName>"
                f"<Encrypt><![CDATA[{sealed}]]></Encrypt>{agent}</xml>"
            )
        return self.post(query | changed, body, patience_s=patience_s)

    def post(self, query, body, *, patience_s=PATIENCE_S):
        """A call with whatever query and body; (status, body)."""
        given = {name: value for name, value in query.items() if value is not None}
        headers = {"Content-Type": "text/xml"}
        self.calls += 1
        reply = self._client.post(
            self.address, params=given, content=body.encode(), headers=headers, timeout=patience_s
        )
        return reply.status_code, reply.text

    def read(self, status, body, sender):
        """The words of a reply, "" for none.

        Raises:
            BadReplyError: it breaks a rule.
        """
        if status != 200:
            raise BadReplyError(f"status {status}")
        if body in ("", "success"):
            return ""
        fields = self._opened(body) if self.encrypts else _fields(body)
        if set(fields) != {"ToUserName", "FromUserName", "CreateTime", "MsgType", "Content"}:
            raise BadReplyError(f"fields {sorted(fields)}")
        if fields["ToUserName"] != sender or fields["FromUserName"] != self.name:
            raise BadReplyError("to or from somebody else")
        if fields["MsgType"] != "text" or not fields["CreateTime"].isdigit():
            raise BadReplyError("type or time")
        if not 1 <= len(fields["Content"].encode()) <= CONTENT_BYTES:
            raise BadReplyError(f"content of {len(fields['Content'].encode())} bytes")
        return fields["Content"]

    def _opened(self, body):
        fields = _fields(body)
        if set(fields) != {"Encrypt", "MsgSignature", "TimeStamp", "Nonce"}:
            raise BadReplyError(f"not encrypted: {sorted(fields)}")
        due = self.signature(fields["TimeStamp"], fields["Nonce"], fields["Encrypt"])
        if fields["MsgSignature"] != due:
            raise BadReplyError("signature")
        return _fields(self._decrypted(fields["Encrypt"]))

    def signature(self, *parts):
        """As documented: sorted, joined, SHA-1."""
        return hashlib.sha1("".join(sorted([self.token, *parts])).encode()).hexdigest()

    def encrypted(self, message):
        """As documented: random(16) + length(4) + message + receiver, filled up to 32 bytes, AES-CBC."""
        data = message.encode()
        whole = secrets.token_bytes(16) + struct.pack(">I", len(data)) + data + self.receiver.encode()
        fill = 32 - len(whole) % 32
        cipher = self._cipher().encryptor()
        return base64.b64encode(cipher.update(whole + bytes([fill] * fill)) + cipher.finalize()).decode()

    def _decrypted(self, sealed):
        cipher = self._cipher().decryptor()
        whole = cipher.update(base64.b64decode(sealed)) + cipher.finalize()
        if not 1 <= whole[-1] <= 32 or len(whole) % 32:
            raise BadReplyError("padding")
        whole = whole[: -whole[-1]]
        (length,) = struct.unpack(">I", whole[16:20])
        if whole[20 + length :].decode() != self.receiver:
            raise BadReplyError("receiver")
        return whole[20 : 20 + length].decode()

    def _cipher(self):
        key = base64.b64decode(self.key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))

    def _moment(self):
        return str(int(time.time()) - self.made_ago_s), str(secrets.randbelow(10**10))


def _fields(body):
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise BadReplyError(f"no XML: {error}") from error
    if root.tag != "xml" or any(len(child) for child in root):
        raise BadReplyError("no flat XML")
    return {child.tag: child.text or "" for child in root}
