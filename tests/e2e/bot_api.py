"""A small strict Bot API server on loopback: checks what Telegram documents, records what it got."""

import json
import re
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlencode

from tests.e2e.bot_api_forms import read_form, read_multipart
from tests.e2e.bot_api_rules import ApiError, Params, check_keyboard, check_text

TOKEN = "123456:e2e-TOKEN_value"
BOT = {"id": 123456, "is_bot": True, "first_name": "问政", "username": "wenzheng_test_bot"}
DATE = 1_795_219_200
POLL_CAP_S = 5.0
PATIENCE_S = 20.0
"""How long a test waits for a call before it fails; never reached when all is well."""

_ACTIONS = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_document"}


@dataclass(frozen=True)
class Call:
    """One call of the bot and what became of it."""

    method: str
    params: Params
    error: str | None = None

    @property
    def text(self) -> str:
        """The words of a message."""
        return str(self.params.get("text", ""))

    @property
    def buttons(self) -> list[dict[str, str]]:
        """The buttons under it, row by row."""
        rows = self.params.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]


@dataclass
class BotApi:
    """The server's memory and rules; `start` opens it, `close` ends every connection's wait."""

    calls: list[Call] = field(default_factory=list)
    _updates: list[Params] = field(default_factory=list)
    _last_update: int = 1000
    _last_message: int = 0
    _texts: dict[int, tuple[str, Any]] = field(default_factory=dict)
    _queries: set[str] = field(default_factory=set)
    _failures: dict[str, list[ApiError]] = field(default_factory=dict)
    _polls: int = 0
    _closed: bool = False
    webhook: Params = field(default_factory=dict)
    unknown_tags: frozenset[str] = frozenset()
    """Tags that a server of earlier days refuses."""
    migrated: dict[int, int] = field(default_factory=dict)
    """Groups that live on under another id."""
    refusing: dict[int, tuple[int, str] | tuple[int, str, int]] = field(default_factory=dict)
    """Chats that take no message: code and words, with 429 after how many seconds to try again."""

    def __post_init__(self) -> None:
        self._change = threading.Condition()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.api = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def pending(self) -> int:
        """How many updates were not confirmed yet."""
        return len(self._updates)

    # For tests: what the world does.

    @property
    def url(self) -> str:
        """Base address without the token."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> "BotApi":
        """Starts to serve."""
        self._thread.start()
        return self

    def close(self) -> None:
        """Ends all waiting, closes every socket."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def push(self, **content: Any) -> int:
        """Queues an update; its id."""
        with self._change:
            self._last_update += 1
            self._updates.append({"update_id": self._last_update, **content})
            self._change.notify_all()
            return self._last_update

    def push_again(self, update_id: int, **content: Any) -> None:
        """Queues an update under an id that was there before."""
        with self._change:
            self._updates.append({"update_id": update_id, **content})
            self._change.notify_all()

    def say(self, text: str, chat: int = 7, **fields: Any) -> int:
        """A person writes a message."""
        return self.push(message=self.message(text, chat, **fields))

    def press(self, data: str, chat: int = 7, **fields: Any) -> int:
        """A person presses a button of an earlier message; fields are added to that."""
        query = f"q{self._last_update + 1}"
        self._queries.add(query)
        shown = self.message("…", chat, **fields) | {"from": BOT}
        return self.push(
            callback_query={
                "id": query,
                "from": _person(chat),
                "message": shown,
                "chat_instance": "1",
                "data": data,
            }
        )

    def message(self, text: str | None, chat: int = 7, **fields: Any) -> Params:
        """A message as Telegram sends it; a leading /command becomes an entity; fields are added."""
        with self._change:
            self._last_message += 1
            made: Params = {
                "message_id": self._last_message,
                "date": DATE,
                "from": _person(chat),
                "chat": _chat(chat),
            }
        if text is not None:
            made["text"] = text
            command = re.match(r"/\S+", text)
            if command:
                made["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        return made | fields

    def ask_inline(self, text: str, person: int = 7) -> int:
        """A person types @bot and words in some chat."""
        query = f"q{self._last_update + 1}"
        self._queries.add(query)
        return self.push(inline_query={"id": query, "from": _person(person), "query": text, "offset": ""})

    def fail(self, method: str, code: int, description: str, retry_after: int | None = None) -> None:
        """The next call of that method gets this error; with 429 after how many seconds to try again."""
        with self._change:
            self._failures.setdefault(method, []).append(ApiError(code, description, retry_after))

    def drop(self, method: str) -> None:
        """The next call of that method gets no reply: its connection is closed."""
        self.fail(method, 0, "dropped")

    def forget_message(self, number: int) -> None:
        """A person deletes a message of the bot."""
        with self._change:
            self._texts.pop(number, None)

    def sent(self, count: int) -> list[Call]:
        """The messages of the bot, once there are `count` of them."""
        return self.wait("sendMessage", count)

    def wait(self, method: str, count: int = 1) -> list[Call]:
        """The accepted calls of a method, once there are `count` of them; fails on a refused one."""
        self._until(lambda: len(self._accepted(method)) >= count or bool(self.refused()))
        assert not self.refused(), self.refused()
        return self._accepted(method)

    def calls_until(self, method: str, count: int) -> list[Call]:
        """As `wait`, where calls that broke a rule are what the test is about."""
        self._until(lambda: len(self._accepted(method)) >= count)
        return self._accepted(method)

    def wait_for_error(self, words: str) -> None:
        """Returns once a call was refused with these words."""
        self._until(lambda: any(words in (call.error or "") for call in self.calls))

    def wait_for_message(self, chat: int) -> None:
        """Returns once a chat was sent a message."""
        self._until(lambda: any(call.params.get("chat_id") == chat for call in self._accepted("sendMessage")))

    def wait_until_confirmed(self) -> None:
        """Returns once every update was handed out and confirmed by a later offset."""
        self._until(lambda: not self._updates)

    def refused(self) -> list[Call]:
        """The calls that broke a rule."""
        return [call for call in self.calls if call.error and call.error.startswith("Bad Request")]

    def _accepted(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method and call.error is None]

    def _until(self, done: Callable[[], bool]) -> None:
        with self._change:
            assert self._change.wait_for(done, PATIENCE_S), f"got only {[call.method for call in self.calls]}"

    # For the bot: what the server does.

    def answer(self, token: str, method: str, params: Params) -> tuple[int, Params]:
        """Status and body of one call."""
        try:
            if token != TOKEN:
                raise ApiError(401, "Unauthorized")
            result = self._dispatch(method, params)
        except ApiError as error:
            self._record(Call(method, params, error.description))
            body: Params = {"ok": False, "error_code": error.code, "description": error.description}
            if error.retry_after is not None:
                body["parameters"] = {"retry_after": error.retry_after}
            chat = params.get("chat_id")
            if error.code == 400 and isinstance(chat, int) and chat in self.migrated:
                body["parameters"] = {"migrate_to_chat_id": self.migrated[chat]}
            return error.code, body
        return 200, {"ok": True, "result": result}

    def _dispatch(self, method: str, params: Params) -> Any:
        answer = _METHODS.get(method)
        if answer is None:
            raise ApiError(404, "Not Found")
        with self._change:
            planned = self._failures.get(method)
            if planned:
                raise planned.pop(0)
        try:
            result = answer(self, params)
        except (KeyError, TypeError, ValueError) as error:
            raise ApiError(400, "Bad Request: parameter of a wrong type") from error
        self._record(Call(method, params))
        return result

    def _record(self, call: Call) -> None:
        with self._change:
            self.calls.append(call)
            self._change.notify_all()

    def _get_me(self, params: Params) -> Params:
        return BOT | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    def _yes(self, params: Params) -> bool:
        return True

    def _set_my_commands(self, params: Params) -> bool:
        for command in params.get("commands") or []:
            if not re.fullmatch(r"/?[a-z0-9_]{1,32}", command.get("command", "")):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command.get("description", "")) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        return True

    def _get_updates(self, params: Params) -> list[Params]:
        """Long polling. A newer poll ends an older one with 409, as Telegram does."""
        offset, limit = int(params.get("offset", 0)), int(params.get("limit", 100))
        with self._change:
            self._polls += 1
            mine = self._polls
            if offset:
                self._updates = [update for update in self._updates if update["update_id"] >= offset]
            self._change.notify_all()
            self._change.wait_for(
                lambda: self._updates or self._closed or self._polls != mine,
                min(float(params.get("timeout", 0)), POLL_CAP_S),
            )
            if self._polls != mine:
                raise ApiError(409, "Conflict: terminated by other getUpdates request")
            return self._updates[:limit]

    def _send_message(self, params: Params) -> Params:
        chat = params.get("chat_id", 0)
        if chat in self.migrated:
            raise ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat")
        if chat in self.refusing:
            raise ApiError(*self.refusing[chat])
        check_text(params, self.unknown_tags)
        if "reply_markup" in params:
            check_keyboard(params["reply_markup"])
        with self._change:
            self._last_message += 1
            number = self._last_message
            self._texts[number] = _content(params)
        return self._sent(number, params)

    def _edit_message_text(self, params: Params) -> Params:
        check_text(params, self.unknown_tags)
        if "reply_markup" in params:
            check_keyboard(params["reply_markup"])
        number = int(params.get("message_id", 0))
        if number not in self._texts:
            raise ApiError(400, "Bad Request: message to edit not found")
        if self._texts[number] == _content(params):
            raise ApiError(400, "Bad Request: message is not modified")
        self._texts[number] = _content(params)
        return self._sent(number, params)

    def _sent(self, number: int, params: Params) -> Params:
        chat = params.get("chat_id")
        if not isinstance(chat, int):
            raise ApiError(400, "Bad Request: chat not found")
        return {"message_id": number, "date": DATE, "from": BOT, "chat": _chat(chat), "text": params["text"]}

    def _send_chat_action(self, params: Params) -> bool:
        if params.get("action") not in _ACTIONS:
            raise ApiError(400, "Bad Request: wrong parameter action in request")
        return True

    def _answer_callback_query(self, params: Params) -> bool:
        if params.get("callback_query_id") not in self._queries:
            raise ApiError(
                400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
            )
        if len(params.get("text", "")) > 200:
            raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
        self._queries.discard(params["callback_query_id"])
        return True

    def _send_document(self, params: Params) -> Params:
        if not params.get("document"):
            raise ApiError(400, "Bad Request: there is no document in the request")
        with self._change:
            self._last_message += 1
            number = self._last_message
        document = {"file_id": "d", "file_unique_id": "d", "file_name": str(params["document"])}
        chat = _chat(int(params["chat_id"]))
        return {"message_id": number, "date": DATE, "from": BOT, "chat": chat, "document": document}

    def _send_photo(self, params: Params) -> Params:
        """At most 10 MB."""
        size = int(str(params.get("photo", "")).rpartition(" ")[2] or 0)
        if not 0 < size <= 10_000_000:
            raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        with self._change:
            self._last_message += 1
            number = self._last_message
        photo = [{"file_id": "p", "file_unique_id": "p", "width": 1080, "height": 1080}]
        chat = _chat(int(params["chat_id"]))
        return {"message_id": number, "date": DATE, "from": BOT, "chat": chat, "photo": photo}

    def _answer_inline_query(self, params: Params) -> bool:
        """At most 50 results, each with an id of 1 to 64 bytes, a title and a text."""
        results = params.get("results") or []
        if params.get("inline_query_id") not in self._queries:
            raise ApiError(400, "Bad Request: query is too old and response timeout expired")
        if len(results) > 50 or len({result["id"] for result in results}) != len(results):
            raise ApiError(400, "Bad Request: RESULT_ID_DUPLICATE")
        for result in results:
            if not 1 <= len(result["id"].encode()) <= 64 or not result.get("title"):
                raise ApiError(400, "Bad Request: RESULT_ID_INVALID")
            content = result["input_message_content"]
            check_text({"text": content["message_text"], "parse_mode": content.get("parse_mode")})
            if "reply_markup" in result:
                check_keyboard(result["reply_markup"])
        return True

    def _set_webhook(self, params: Params) -> bool:
        self.webhook = params
        return True


_METHODS: dict[str, Callable[[BotApi, Params], Any]] = {
    "getMe": BotApi._get_me,
    "deleteWebhook": BotApi._yes,
    "setMyCommands": BotApi._set_my_commands,
    "getUpdates": BotApi._get_updates,
    "sendMessage": BotApi._send_message,
    "editMessageText": BotApi._edit_message_text,
    "sendChatAction": BotApi._send_chat_action,
    "answerCallbackQuery": BotApi._answer_callback_query,
    "answerInlineQuery": BotApi._answer_inline_query,
    "sendDocument": BotApi._send_document,
    "sendPhoto": BotApi._send_photo,
    "setWebhook": BotApi._set_webhook,
}


def _content(params: Params) -> tuple[str, Any]:
    """What an edit must change: words or buttons."""
    return params["text"], params.get("reply_markup")


def _person(chat: int) -> Params:
    return {"id": abs(chat), "is_bot": False, "first_name": "群众"}


def _chat(chat: int) -> Params:
    """Groups have negative ids, as on Telegram."""
    if chat < 0:
        return {"id": chat, "type": "supergroup", "title": "邻里"}
    return {"id": chat, "type": "private", "first_name": "群众"}


class _Server(ThreadingHTTPServer):
    # Joined on close, so that no connection outlives its test.
    daemon_threads = False
    api: BotApi

    def handle_error(self, request, client_address):
        """Tells of an error, but not of connections that a killed bot resets."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = PATIENCE_S

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        raw = self.rfile.read(length)
        if len(raw) < length:
            # The bot left in the middle of a request: a typing sign that is no longer needed.
            self.close_connection = True
            return
        form = self.headers.get("Content-Type", "").startswith("multipart/")
        body = urlencode(read_multipart(raw, self.headers["Content-Type"])) if form else raw.decode()
        match = re.fullmatch(r"/bot([^/]+)/(\w+)", self.path)
        if match:
            code, answer = self.server.api.answer(match[1], match[2], read_form(body))
        else:
            code, answer = 404, {"ok": False, "error_code": 404, "description": "Not Found"}
        if code == 0:
            self.close_connection = True
            return
        # The bot may have left a long poll when it stops.
        with suppress(ConnectionError):
            self._reply(code, json.dumps(answer).encode())

    def _reply(self, code: int, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keeps quiet."""
