"""Telegram calling a bot that listens."""

import json
import socket
import threading
import urllib.error
import urllib.request
from contextlib import suppress

SECRET = "geheim"


def hooked(monkeypatch):
    """A free port on which the bot of this test will listen, with a secret."""
    port = free_port()
    monkeypatch.setenv("WENZHENG_WEBHOOK_URL", f"http://127.0.0.1:{port}/hook")
    monkeypatch.setenv("WENZHENG_WEBHOOK_PORT", str(port))
    monkeypatch.setenv("WENZHENG_WEBHOOK_SECRET", SECRET)
    return port


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def call_webhook(port, message, secret=SECRET, update=5000):
    """The status of one call as Telegram makes it."""
    body = json.dumps({"update_id": update, "message": message}).encode()
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
    _listening(port)
    request = urllib.request.Request(f"http://127.0.0.1:{port}/hook", body, headers)
    try:
        with urllib.request.urlopen(request) as reply:
            return reply.status
    except urllib.error.HTTPError as error:
        return error.code


def _listening(port):
    """Returns once the bot listens: it does so just after it told Telegram its address."""
    for _ in range(1000):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        threading.Event().wait(0.01)
    raise AssertionError(port)
