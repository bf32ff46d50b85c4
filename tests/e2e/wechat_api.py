"""The interfaces of WeChat and WeCom that an account calls: strict about tokens, fields, lengths, allowances.

Written from developers.weixin.qq.com/doc/service/api (getStableAccessToken, sendCustomMessage) and
developer.work.weixin.qq.com/document/path/91039 and 90236; shares no code with the bot.
"""

import json
import secrets
import threading
import time
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qsl, urlsplit

from tests.e2e.stand_in_server import Speaking, StandInServer

SECRET = "an-app-secret-of-thirty-two-chars"
TERM_S = 7200
CONTENT_BYTES = 2048
ALLOWED, ALLOWED_S = 5, 48 * 3600
PATIENCE_S = 20


class ApiRefusalError(Exception):
    """A code of the platform, instead of a result."""


class WechatApi:
    """One platform's interface on a free port, for one account; remembers what people were sent."""

    def __init__(self, account, agent=None):
        """`agent` makes it that of WeCom."""
        self.account, self.agent = account, agent
        self.clock = time.time
        self.sent = []
        """(receiver, text, or bytes of the picture) of each message that was brought."""
        self.codes = []
        """Every code it gave but 0, in order."""
        self.planned = []
        """Codes, or HTTP statuses from 500, that the next messages get instead of being brought."""
        self.issued = 0
        """How many different tokens it gave."""
        self._token, self._until = "", 0.0
        self._allowed = {}
        self._media = {}
        self._change = threading.Condition()
        api = self

        class Taking(Speaking, BaseHTTPRequestHandler):
            def do_GET(self):
                self._answer(b"")

            def do_POST(self):
                self._answer(self.rfile.read(int(self.headers["content-length"])))

            def _answer(self, body):
                status, answered = api.answered(self.command, self.path, self.headers, body)
                self.answer_json(status, answered, "application/json; encoding=utf-8")

        self._server = StandInServer(Taking)
        self.address = self._server.address

    def close(self):
        """Ends it."""
        self._server.close()

    def heard(self, person):
        """A person writes to the account: from now on they may be sent five messages within 48 hours."""
        self._allowed[person] = (self.clock(), ALLOWED)

    def revoke(self):
        """Takes the token back before its time."""
        self._token = ""

    def wait(self, count):
        """What was brought, once there is so much."""
        with self._change:
            assert self._change.wait_for(lambda: len(self.sent) >= count, PATIENCE_S), self.codes
        return self.sent

    def answered(self, method, path, headers, body):
        """Status and JSON of one call."""
        address = urlsplit(path)
        query = dict(parse_qsl(address.query, strict_parsing=bool(address.query)))
        try:
            return 200, {"errcode": 0, "errmsg": "ok"} | self._called(
                method, address.path, query, headers, body
            )
        except ApiRefusalError as error:
            code = error.args[0]
            self.codes.append(code)
            return (code, {}) if code >= 500 and code < 600 else (200, {"errcode": code, "errmsg": "…"})

    def _called(self, method, path, query, headers, body):
        if self.agent is None and (method, path) == ("POST", "/cgi-bin/stable_token"):
            return self._stable_token(_json(headers, body))
        if self.agent is not None and (method, path) == ("GET", "/cgi-bin/gettoken"):
            return self._given(query == {"corpid": self.account, "corpsecret": SECRET}, 40001)
        if (method, path) == ("POST", "/cgi-bin/media/upload"):
            return self._upload(query, headers, body)
        wanted = "/cgi-bin/message/send" if self.agent else "/cgi-bin/message/custom/send"
        if (method, path) != ("POST", wanted):
            raise ApiRefusalError(404)
        self._check_token(query, {"access_token"})
        if self.planned:
            raise ApiRefusalError(self.planned.pop(0))
        return self._send(_json(headers, body))

    def _check_token(self, query, names):
        if query.keys() != names:
            raise ApiRefusalError(41001)
        if query["access_token"] != self._token:
            raise ApiRefusalError(40014)
        if self.clock() >= self._until:
            raise ApiRefusalError(42001)

    def _upload(self, query, headers, body):
        """A picture of a form, kept under an id."""
        self._check_token(query, {"access_token", "type"})
        form = BytesParser().parsebytes(
            b"Content-Type: " + headers["content-type"].encode() + b"\r\n\r\n" + body
        )
        (part,) = form.get_payload()
        picture = part.get_payload(decode=True)
        if query["type"] != "image" or part.get_param("name", header="content-disposition") != "media":
            raise ApiRefusalError(40004)
        if not part.get_filename() or not picture.startswith(b"\x89PNG") or len(picture) > 2_000_000:
            raise ApiRefusalError(40005)
        name = secrets.token_urlsafe(20)
        self._media[name] = picture
        return {"type": "image", "media_id": name, "created_at": int(self.clock())}

    def _stable_token(self, asked):
        asked.pop("force_refresh", None)
        if asked.keys() != {"grant_type", "appid", "secret"} or asked["grant_type"] != "client_credential":
            raise ApiRefusalError(40002)
        return self._given((asked["appid"], asked["secret"]) == (self.account, SECRET), 40125)

    def _given(self, good, code):
        """The same token to whoever asks, as long as it is valid."""
        if not good:
            raise ApiRefusalError(code)
        if not self._token or self.clock() >= self._until:
            self._token, self._until = secrets.token_urlsafe(90), self.clock() + TERM_S
            self.issued += 1
        return {"access_token": self._token, "expires_in": int(self._until - self.clock())}

    def _send(self, message):
        agent = {"agentid"} if self.agent else set()
        kind = message.get("msgtype")
        if kind not in ("text", "image") or message.keys() != {"touser", "msgtype", kind} | agent:
            raise ApiRefusalError(40008)
        if self.agent and message["agentid"] != self.agent:
            raise ApiRefusalError(40056)
        content = self._content(kind, message[kind])
        if not self._may_reach(message["touser"]):
            return {"invaliduser": message["touser"]}
        with self._change:
            self.sent.append((message["touser"], content))
            self._change.notify_all()
        return {}

    def _content(self, kind, given):
        if kind == "image":
            if given.keys() != {"media_id"} or given["media_id"] not in self._media:
                raise ApiRefusalError(40007)
            return self._media[given["media_id"]]
        content = given["content"]
        if not content.strip():
            raise ApiRefusalError(44004)
        if len(content.encode()) > CONTENT_BYTES:
            raise ApiRefusalError(45002)
        return content

    def _may_reach(self, person):
        """Whether WeCom knows a member; official accounts refuse what is not allowed with a code."""
        if self.agent:
            return person in self._allowed
        if person not in self._allowed:
            raise ApiRefusalError(40003)
        since, left = self._allowed[person]
        if self.clock() - since >= ALLOWED_S:
            raise ApiRefusalError(45015)
        if not left:
            raise ApiRefusalError(45047)
        self._allowed[person] = (since, left - 1)
        return True


def _json(headers, body):
    """A body of JSON whose signs are not escaped: official accounts would show the escapes."""
    if headers["content-type"] != "application/json" or b"\\u" in body:
        raise ApiRefusalError(47001)
    return json.loads(body)
