"""2,000 connections that say nothing, and how soon others are answered meanwhile. Loopback, about 15 s."""

import logging
import socket
import time

import httpx

from tests.web.scripted import running, scripted

COUNT = 2000


def main() -> None:
    """Prints the times of others, how many idle connections were closed, and the lines of the log."""
    lines: list[str] = []
    keeper = logging.Handler()
    keeper.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(keeper)
    with running(scripted()) as server:
        host, port = server.address.removeprefix("http://").split(":")
        idle = [socket.create_connection((host, int(port))) for _ in range(COUNT)]
        times = []
        for _ in range(20):
            began = time.perf_counter()
            httpx.get(f"{server.address}/healthz", trust_env=False).raise_for_status()
            httpx.post(
                f"{server.address}/api/ask", json={"q": "旧冰箱换新"}, trust_env=False
            ).raise_for_status()
            times.append(time.perf_counter() - began)
        time.sleep(12)
        closed = sum(_is_closed(each) for each in idle)
        server.stop()
    print(f"others, longest of 20: {max(times):.3f} s; closed {closed} of {COUNT}; log lines {len(lines)}")


def _is_closed(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


if __name__ == "__main__":
    main()
