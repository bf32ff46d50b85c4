"""`wenzheng serve` as it is started: page and Telegram in one process, one assistant, one store, one stop."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import httpx

from bot.settings import load_settings
from bot.store import Store
from tests.e2e.bot_api import TOKEN

PROGRAM = "import sys; from bot.cli import main; sys.exit(main(['serve']))"
FRIDGE = "家里旧冰箱想换新的，有补贴吗"


@contextmanager
def served(**environment):
    """The command in a process of its own; its address on the page's first line."""
    given = {**os.environ, "WENZHENG_WEB_PORT": "0", **environment}
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=given, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "http://" in line)
        yield process, "http://" + line.partition("http://")[2].split()[0]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def stopped(process):
    """Tells it to stop; its exit code and how long it took."""
    begun = time.monotonic()
    process.send_signal(signal.SIGTERM)
    return process.wait(30), time.monotonic() - begun


def test_page_and_telegram_run_in_one_process_over_one_store(api):
    """The same words from both channels, one store; one signal ends both within 10 s."""
    both = {"WENZHENG_TELEGRAM_TOKEN": TOKEN, "WENZHENG_TELEGRAM_API": api.url}
    with served(**both) as (process, address):
        api.say(FRIDGE)
        page = httpx.post(
            f"{address}/api/ask", json={"q": FRIDGE, "session": "一"}, timeout=60, trust_env=False
        )
        (sent,) = api.sent(1)
        notice = httpx.get(address, timeout=60, trust_env=False)
        code, seconds = stopped(process)
    assert "0533-6195136" in page.json()["text"]
    assert "0533-6195136" in sent.text
    assert notice.status_code == 200
    assert (code, seconds < 10) == (0, True)
    with closing(Store.open(load_settings().database)) as store:
        assert [entry.text for entry in store.journal.entries()] == [FRIDGE.replace("，", ",")] * 2


def test_a_conversation_on_the_page_outlives_a_restart():
    """`打哪个电话` after a restart is still about the refrigerator."""
    with served() as (process, address):
        first = {"q": FRIDGE, "session": "一"}
        httpx.post(f"{address}/api/ask", json=first, timeout=60, trust_env=False).raise_for_status()
        assert stopped(process)[0] == 0
    with served() as (process, address):
        then = {"q": "打哪个电话", "session": "一"}
        answer = httpx.post(f"{address}/api/ask", json=then, timeout=60, trust_env=False).json()
    assert "0533-6195136" in answer["text"]


def test_without_a_token_the_page_is_there():
    """What `make run` starts on a machine where nothing is set."""
    with served(WENZHENG_TELEGRAM_TOKEN="") as (_, address):
        for name in ("/", "/healthz", "/api/documents", "/departments"):
            assert httpx.get(address + name, timeout=60, trust_env=False).status_code == 200
