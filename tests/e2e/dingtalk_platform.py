"""DingTalk as it calls the address of a robot and takes answers: strict about signatures, sessions, fields.

Written from open.dingtalk.com/document/orgapp/receive-message and the SDK of DingTalk
(github.com/open-dingtalk/dingtalk-stream-sdk-python, chatbot.py); shares no code with the bot.
"""

import base64
import hashlib
import hmac
import itertools
import json
import time
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.e2e.stand_in_server import Speaking, StandInServer

SECRET = "dingtalk-app-secret_of_a_robot"
SESSION_S = 5400


class DingtalkStandIn:
    """One organisation with a robot; members write through `write`."""

    def __init__(self, secret=SECRET):
        self._secret = secret
        self.robot = ""
        """The address of the robot."""
        self.said = []
        """(conversation, text, who is named) of each answer that was brought."""
        self.refused = []
        """What was wrong with each that was not."""
        self.failing = 0
        """How many of the next answers find DingTalk down."""
        self._sessions = {}
        self._numbers = itertools.count(1)
        self._client = httpx.Client(trust_env=False, timeout=60)
        platform = self

        class Taking(Speaking, BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status, answered = platform.taken(self.path, self.headers, body)
                self.answer_json(status, answered)

        self._server = StandInServer(Taking)
        self.api = self._server.address

    def close(self):
        """Ends it."""
        self._client.close()
        self._server.close()

    def write(self, words, person="甲", group=None):
        """A member writes; what is read in the conversation then."""
        conversation = group or person
        before = len(self.said)
        status = self.call(self.message(person, group, text={"content": words}))
        assert status == 200, status
        return "\n".join(text for where, text, _ in self.said[before:] if where == conversation)

    def message(self, person, group=None, kind="text", **fields):
        """A message as the robot is told of it; in a group it was named, which stands before the words."""
        number = next(self._numbers)
        session = f"session{number}"
        self._sessions[session] = (group or person, time.time() + SESSION_S)
        if group and "text" in fields:
            fields["text"] = {"content": f" {fields['text']['content']}"}
        given = {
            "conversationId": f"cid {group or person}",
            "conversationType": "2" if group else "1",
            "chatbotCorpId": "ding8565",
            "chatbotUserId": "$:LWCP_v1:$robot",
            "msgId": f"msg{number}",
            "senderNick": "群众",
            "senderStaffId": f"staff{person}",
            "senderId": f"$:LWCP_v1:${person}",
            "sessionWebhookExpiredTime": int((time.time() + SESSION_S) * 1000),
            "createAt": int(time.time() * 1000),
            "isAdmin": False,
            "isInAtList": True,
            "sessionWebhook": f"{self.api}/robot/sendBySession?session={session}",
            "robotCode": "dingrobot",
            "msgtype": kind,
        }
        return given | fields

    def call(self, message, *, ago_s=0, **changed):
        """One call; its status. Headers may be changed, or dropped with None."""
        body = message if isinstance(message, bytes) else json.dumps(message, ensure_ascii=False).encode()
        timestamp = str(int((time.time() - ago_s) * 1000))
        code = hmac.new(self._secret.encode(), f"{timestamp}\n{self._secret}".encode(), hashlib.sha256)
        headers = {"timestamp": timestamp, "sign": base64.b64encode(code.digest()).decode()} | changed
        given = {name: value for name, value in headers.items() if value is not None}
        kind = {"Content-Type": "application/json; charset=utf-8"}
        return self._client.post(self.robot, content=body, headers=kind | given).status_code

    def taken(self, path, headers, body):
        """Status and JSON for an answer of the robot."""
        if self.failing:
            self.failing -= 1
            return 503, {}
        address = urlsplit(path)
        (session,) = parse_qs(address.query).get("session", [""])
        conversation, until = self._sessions.get(session, ("", 0.0))
        wrong = self._wrong(address.path, headers, json.loads(body), conversation)
        if wrong or time.time() >= until:
            self.refused.append(wrong or "session")
            return 200, {"errcode": 310000, "errmsg": wrong}
        message = json.loads(body)
        named = message.get("at", {}).get("atUserIds", [])
        self.said.append((conversation, message["text"]["content"], named))
        return 200, {"errcode": 0, "errmsg": "ok"}

    def _wrong(self, path, headers, message, conversation):
        if path != "/robot/sendBySession" or not conversation:
            return "address"
        if headers["content-type"] != "application/json":
            return "kind"
        if message.keys() - {"at"} != {"msgtype", "text"} or message["msgtype"] != "text":
            return "fields"
        return "" if message["text"]["content"].strip() else "empty"
