"""WeCom as the robot connects to it: strict about who subscribes, receipts, request ids, limits and time.

Written from developer.work.weixin.qq.com/document/path/101463 (the connection), 100719 (messages) and 101031
(replies), and the frames of WeCom's SDK (wecom-aibot-python-sdk 1.0.2); shares no code with the bot.
"""

import asyncio
import base64
import hashlib
import itertools
import json
import logging
import threading
import time

from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

ROBOT, SECRET = "aibWl3rDkR0UaH", "6jYpXh2Qb9sTnE-robot-secret"
CONTENT_BYTES = 20_480
FIRST_REPLY_S = 5.0
PATIENCE_S = 20.0


class RefusedFrameError(Exception):
    """A frame that breaks a rule: the code of its receipt."""

    def __init__(self, code, why):
        super().__init__(why)
        self.code = code


class WecomGateway:
    """One organisation with a robot; members write through `write`."""

    def __init__(self):
        self.refused = []
        """What was wrong with each frame that was not taken."""
        self.said = []
        """(conversation, words) of each message that a person reads, in its last state."""
        self.waiting = []
        """(conversation, words) of each first state that a later one replaced."""
        self.pictures = []
        """(conversation, PNG) of each picture that a person sees."""
        self.pings = 0
        self.subscriptions = 0
        self.code = 0
        """The code of the receipts of the next frames, where it is not 0."""
        self.silent = False
        """Whether frames are taken without a receipt."""
        self._requests = {}
        self._streams = {}
        self._uploads, self._media, self._told = {}, {}, {}
        self._chats = set()
        self._numbers = itertools.count(1)
        self._socket = None
        self._change = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._listening = threading.Event()
        self._thread = threading.Thread(target=lambda: self._loop.run_until_complete(self._serve()))
        self._thread.start()
        assert self._listening.wait(PATIENCE_S)

    # For the person.

    def write(self, words, person="zhangsan", group=None):
        """What the person reads after writing these words."""
        before, refused = len(self.said), len(self.refused)
        self.push(self.message(person, group, text={"content": words}))
        self.until(lambda: len(self.said) > before or len(self.refused) > refused)
        return self.said[before][1] if len(self.said) > before else ""

    def message(self, person, group=None, kind="text", **fields):
        """The body of a message as the robot is sent it."""
        chat = {"chatid": group, "chattype": "group"} if group else {"chattype": "single"}
        number = f"CAIQ{next(self._numbers):08d}"
        body = {"msgid": number, "aibotid": ROBOT, **chat, "from": {"userid": person}, "msgtype": kind}
        return body | fields

    def event(self, name, person="zhangsan"):
        """The body of an event."""
        return self.message(person, kind="event", event={"eventtype": name})

    def push(self, body, *, command="aibot_msg_callback"):
        """Brings a message or event to the robot under a request of its own; again under another."""
        self.until(lambda: self._socket is not None)
        request = f"req{next(self._numbers)}"
        chat = body.get("chatid") or body["from"]["userid"]
        self._chats.add(chat)
        self._requests[request] = (chat, command, time.monotonic())
        self._call({"cmd": command, "headers": {"req_id": request}, "body": body})

    def greet(self, person="zhangsan"):
        """Somebody opens the conversation with the robot."""
        self.push(self.event("enter_chat", person), command="aibot_event_callback")

    def replace(self):
        """The same robot subscribes elsewhere: this connection is told, and ended."""
        body = self.event("disconnected_event")
        self._call({"cmd": "aibot_event_callback", "headers": {"req_id": "x"}, "body": body})
        self.drop()

    def raw(self, text):
        """Sends what is no frame."""
        asyncio.run_coroutine_threadsafe(self._socket.send(text), self._loop).result(PATIENCE_S)

    def drop(self):
        """Ends the connection, as a network does."""
        socket, self._socket = self._socket, None
        asyncio.run_coroutine_threadsafe(socket.close(), self._loop).result(PATIENCE_S)

    def forget_requests(self):
        """What was asked over an earlier connection can no longer be replied to."""
        self._requests.clear()

    def until(self, done):
        """Returns once something is true; fails after 20 s."""
        with self._change:
            assert self._change.wait_for(done, PATIENCE_S), (self.said, self.refused)

    def close(self):
        """Ends the server."""
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(PATIENCE_S)
        self._loop.close()

    # For the robot.

    async def _serve(self):
        self._over = asyncio.Event()
        quiet = logging.getLogger("wecom_gateway")
        quiet.setLevel(logging.CRITICAL)
        async with serve(self._connected, "127.0.0.1", 0, ping_interval=None, logger=quiet) as server:
            self.address = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            self._listening.set()
            await self._over.wait()

    async def _connected(self, socket):
        try:
            async for raw in socket:
                frame = json.loads(raw)
                self._told = {}
                receipt = self._receipt(socket, frame)
                if not self.silent:
                    await socket.send(json.dumps({"headers": frame.get("headers"), **receipt}))
                with self._change:
                    self._change.notify_all()
        except ConnectionClosed:
            pass
        finally:
            if self._socket is socket:
                self._socket = None

    def _receipt(self, socket, frame):
        try:
            if self.code:
                raise RefusedFrameError(self.code, "as planned")
            request = frame["headers"]["req_id"]
            if not isinstance(request, str) or not request:
                raise RefusedFrameError(40058, "no req_id")
            if frame["cmd"] == "aibot_subscribe":
                self._subscribe(socket, frame["body"])
            elif self._socket is not socket:
                raise RefusedFrameError(846601, "not subscribed")
            else:
                self._take(frame["cmd"], request, frame.get("body"))
        except RefusedFrameError as refusal:
            self.refused.append(str(refusal))
            return {"errcode": refusal.code, "errmsg": str(refusal)}
        return {"errcode": 0, "errmsg": "ok"} | ({"body": self._told} if self._told else {})

    def _subscribe(self, socket, body):
        if body != {"bot_id": ROBOT, "secret": SECRET}:
            raise RefusedFrameError(853000, "invalid bot_id or secret")
        self._socket = socket
        self.subscriptions += 1

    def _take(self, command, request, body):
        match command:
            case "ping":
                self.pings += 1
            case "aibot_respond_msg":
                self._respond(request, body)
            case "aibot_respond_welcome_msg":
                chat, event, _ = self._asked(request)
                if event != "aibot_event_callback" or body["msgtype"] != "text":
                    raise RefusedFrameError(846605, "no welcome to that")
                self.said.append((chat, body["text"]["content"]))
            case "aibot_send_msg":
                self._send(body)
            case "aibot_upload_media_init" | "aibot_upload_media_chunk" | "aibot_upload_media_finish":
                self._upload(command, body)
            case _:
                raise RefusedFrameError(40058, f"unknown {command}")

    def _respond(self, request, body):
        chat, event, asked_s = self._asked(request)
        if event != "aibot_msg_callback" or body["msgtype"] != "stream":
            raise RefusedFrameError(846605, "no stream to that")
        stream = body["stream"]
        if request not in self._streams and time.monotonic() - asked_s > FIRST_REPLY_S:
            raise RefusedFrameError(846608, "too late")
        known, is_over = self._streams.get(request, (stream["id"], False))
        if stream["id"] != known or is_over:
            raise RefusedFrameError(846607, "another stream, or one that is over")
        self._streams[request] = (known, stream["finish"])
        content = self._content(stream["content"])
        (self.said if stream["finish"] else self.waiting).append((chat, content))

    def _send(self, body):
        if body["chatid"] not in self._chats:
            raise RefusedFrameError(93006, "never wrote")
        match body["msgtype"]:
            case "markdown":
                self.said.append((body["chatid"], self._content(body["markdown"]["content"])))
            case "image":
                self.pictures.append((body["chatid"], self._media.pop(body["image"]["media_id"])))
            case _:
                raise RefusedFrameError(40008, "invalid message type")

    def _upload(self, command, body):
        if command == "aibot_upload_media_init":
            if body["type"] != "image" or not body["filename"].endswith(".png"):
                raise RefusedFrameError(40004, "invalid media type")
            self._uploads[f"upload{len(self._uploads)}"] = (body, [])
            self._told = {"upload_id": f"upload{len(self._uploads) - 1}"}
            return
        announced, pieces = self._uploads[body["upload_id"]]
        if command == "aibot_upload_media_chunk":
            piece = base64.b64decode(body["base64_data"], validate=True)
            if body["chunk_index"] != len(pieces) or len(piece) > 512 * 1024:
                raise RefusedFrameError(40058, "piece")
            pieces.append(piece)
            return
        whole = b"".join(pieces)
        told = (announced["total_size"], announced["total_chunks"], announced["md5"])
        if told != (len(whole), len(pieces), hashlib.md5(whole).hexdigest()):
            raise RefusedFrameError(40006, "file")
        self._media[f"media{len(self._media)}"] = whole
        self._told = {"type": "image", "media_id": f"media{len(self._media) - 1}", "created_at": 1380000000}

    def _asked(self, request):
        if request not in self._requests:
            raise RefusedFrameError(846605, "invalid req_id")
        return self._requests[request]

    @staticmethod
    def _content(markdown):
        """What a person reads: two spaces at the end of a line break it."""
        if not markdown.strip() or len(markdown.encode()) > CONTENT_BYTES:
            raise RefusedFrameError(40058, "content")
        return markdown.replace("  \n", "\n")

    def _call(self, frame):
        sending = self._socket.send(json.dumps(frame))
        asyncio.run_coroutine_threadsafe(sending, self._loop).result(PATIENCE_S)
