"""The wiring: everything real, over a folder with one short document."""

import ast
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot import app
from bot.answer import Ask, Status
from bot.errors import SettingsError
from corpus.errors import WenzhengError
from corpus.keeping.confirmations import ConfirmedPhone, PhoneLine
from corpus.records import Confirmation


def test_a_folder_of_ones_own_is_answered_from(settings):
    """A document nobody tuned for: its amount is quoted, its number named."""
    answer = app.make_assistant(settings).ask(Ask("残疾人机动轮椅车燃油补贴一年多少钱"))
    assert answer.status is Status.ANSWERED
    assert "每车每年300元" in answer.text
    assert "周政办字〔2023〕90号" in answer.text


def test_the_index_is_built_once(settings):
    """The second start finds what the first one wrote."""
    assert "共2条" in app.refresh_index(settings)
    built = {path: path.stat().st_mtime_ns for path in settings.index_folder.glob("*/*.npz")}
    app.refresh_index(settings)
    assert {path: path.stat().st_mtime_ns for path in settings.index_folder.glob("*/*.npz")} == built


def test_a_process_that_stays_reads_an_index_that_another_built(settings, monkeypatch):
    """What building takes is not kept by whoever answers for months: here nothing is ever built."""
    monkeypatch.setattr("retrieval.indexing.index_store.collect_parts", pytest.fail)
    with closing(app.open_store(settings)) as store:
        answer = app.make_assistant(settings, store=store).ask(Ask("残疾人机动轮椅车燃油补贴一年多少钱"))
    assert "每车每年300元" in answer.text


def test_what_goes_wrong_aside_is_told_once(settings, capfd):
    """The process that builds is silent; who waits for it says what is wrong, in one line."""
    settings.home.mkdir(parents=True)
    settings.index_folder.write_text("no folder", encoding="utf-8")
    with closing(app.open_store(settings)) as store, pytest.raises(WenzhengError) as told:
        app.make_assistant(settings, store=store)
    assert "\n" not in str(told.value)
    assert capfd.readouterr().err == ""


def test_a_phone_of_the_staff_is_in_the_next_answer(settings, monkeypatch):
    """Confirmed and taken back while the bot runs: no second passes, no index is built or even opened."""
    question = Ask("残疾人机动轮椅车燃油补贴找谁")
    live = app.make_assistant(settings, clock=lambda: 0.0)
    desk = app.confirmed_phones(settings)
    line = PhoneLine("周村", "区残联", None, "")
    monkeypatch.setattr("retrieval.indexing.index_store.IndexStore.open", pytest.fail)
    monkeypatch.setattr("retrieval.indexing.index_store.IndexStore.current", pytest.fail)
    assert "6412345" not in live.ask(question).text
    desk.put(ConfirmedPhone(line, "6412345", Confirmation("张三", date(2026, 11, 20), "单位来函", "")))
    assert "0533-6412345" in live.ask(question).text
    assert live.look_ups.catalog.directory.of_phone("6412345")
    desk.withdraw(line)
    assert "6412345" not in live.ask(question).text
    assert not live.look_ups.catalog.directory.of_phone("6412345")


OPENED = {
    "AddedFiles",
    "Confirmations",
    "RecordFiles",
    "DocumentCollection",
    "Uploads",
    "Database",
    "Store.open",
}
"""What is kept on disk, by the calls that open it."""


def test_what_is_kept_is_opened_in_the_wiring_alone():
    """Everybody else gets it handed; the store opens its own database."""
    root = Path(app.__file__).parents[1]
    found = {
        (path.relative_to(root).as_posix(), ast.unparse(node.func))
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in OPENED
    }
    assert {place.partition("/")[0] for place, _ in found} == {"app", "store"}
    assert {place for place, _ in found if place.startswith("store/")} == {"store/upkeep.py"}
    assert {call for _, call in found} == OPENED


def test_an_unknown_region_names_the_known_ones(settings):
    """A typing error in the region would silently prefer nothing."""
    with pytest.raises(SettingsError, match=r"手头没有上海的文件.*有这些地方的文件：周村。请改用其中一个"):
        app.make_assistant(settings, region="上海")


def test_a_folder_without_documents_is_refused(settings):
    """An empty folder answers nothing: said at the start, not at every question."""
    (settings.corpus / "notice.txt").unlink()
    (settings.corpus / "sources.toml").unlink()
    with pytest.raises(SettingsError, match="没有可用的文件"):
        app.make_assistant(settings)


def test_a_missing_folder_is_named(settings):
    """With the setting to check."""
    shutil.rmtree(settings.corpus)
    for build in (app.make_assistant, app.load_library, app.refresh_index):
        with pytest.raises(SettingsError, match="WENZHENG_CORPUS"):
            build(settings)


def test_the_library_needs_no_model(settings):
    """Listing documents builds no index."""
    library = app.load_library(settings)
    assert [document.number for document in library.documents] == ["周政办字〔2023〕90号"]
    assert not settings.index_folder.exists()
