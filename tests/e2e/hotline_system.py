"""A hotline's system as Standard Webhooks describes whoever receives: strict, with no code of the bot."""

import base64
import hashlib
import hmac
import json
import time
from http.server import BaseHTTPRequestHandler

from tests.e2e.stand_in_server import Speaking, StandInServer

SECRET = base64.b64encode(bytes(range(32))).decode()
TOLERANCE_S = 300


class HotlineSystem:
    """Takes pushes on a free port; answers as told, then with 204, and remembers what it was sent."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.calls = []
        """(id, body, status) of each, in order."""
        self.wrong = []
        system = self

        class Taking(Speaking, BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                system.wrong += system.faults(self.path, self.headers, body)
                status = system.answers.pop(0) if system.answers else 204
                system.calls.append((self.headers["webhook-id"], json.loads(body), status))
                self.send_response(status)
                if status == 307:
                    self.send_header("Location", f"{system.address}/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

        self._server = StandInServer(Taking)
        self.address = self._server.address

    def faults(self, path, headers, body):
        """What a receiver refuses. Source: Standard Webhooks 1.0, "Verifying webhook authenticity"."""
        name, second = headers["webhook-id"], headers["webhook-timestamp"]
        version, _, given = headers["webhook-signature"].partition(",")
        code = hmac.new(base64.b64decode(SECRET), f"{name}.{second}.".encode() + body, hashlib.sha256)
        told = json.loads(body)
        checks = {
            "path": path == "/push",
            "kind": headers["content-type"] == "application/json",
            "version": version == "v1",
            "signature": hmac.compare_digest(given, base64.b64encode(code.digest()).decode()),
            "time": abs(time.time() - int(second)) <= TOLERANCE_S,
            "id": "." not in name and told["data"]["id"] == name,
            "shape": set(told) == {"type", "timestamp", "data"},
        }
        return [name for name, good in checks.items() if not good]

    def close(self):
        """Ends it."""
        self._server.close()
