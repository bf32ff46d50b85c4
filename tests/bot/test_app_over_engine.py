"""The wiring over an engine: one process loads, bots read."""

from contextlib import closing

import pytest

from bot import app
from bot.answer import Ask
from bot.messages.next_steps import explained
from bot.settings import load_settings
from corpus.errors import WenzhengError
from tests.notices import settle
from tests.running_engine import running_engine

QUESTION = "残疾人机动轮椅车燃油补贴一年多少钱"


@pytest.fixture(scope="module")
def engine():
    with running_engine() as running:
        yield running


@pytest.fixture
def settings(tmp_path, monkeypatch, engine):
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home")
    monkeypatch.setenv("WENZHENG_INDEX", engine.database())
    return load_settings()


def test_a_bot_reads_what_another_machine_loaded(settings):
    """It says what to run first; then it answers, and no index is written beside it."""
    with closing(app.open_store(settings)) as store:
        with pytest.raises(WenzhengError, match="wenzheng index"):
            app.make_assistant(settings, store=store)
        said = app.refresh_index(settings)
        assert said.startswith("索引已就绪：postgresql://")
        assert said.endswith("共2条。")
        assert "每车每年300元" in app.make_assistant(settings, store=store).ask(Ask(QUESTION)).text
    assert not (settings.index_folder / "current").exists()


def test_an_engine_that_is_gone_is_one_line_at_the_start(settings, monkeypatch):
    """With what to look at."""
    monkeypatch.setenv("WENZHENG_INDEX", "postgresql://bot:s3cret@127.0.0.1:9/library")
    with pytest.raises(WenzhengError) as told:
        app.make_assistant(load_settings())
    assert explained(told.value) == (
        "索引引擎 postgresql://127.0.0.1:9/library 用不了：连不上。"
        "请检查它是否在运行、WENZHENG_INDEX 是否写对。"
    )
