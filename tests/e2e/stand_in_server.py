"""A server of another party on a free port, in a thread of its own."""

import json
import threading
from http.server import ThreadingHTTPServer


class StandInServer:
    """Serves requests by a handler until it is closed."""

    def __init__(self, handler):
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self):
        """Ends it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class Speaking:
    """What handlers share: answers in JSON, and nothing on the screen."""

    def answer_json(self, status, answered, kind="application/json"):
        """Sends a status and data."""
        said = json.dumps(answered).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_):
        """Nothing on the screen."""
