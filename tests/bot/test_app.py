"""The wiring: everything real, over a folder with one short document."""

import shutil
from contextlib import closing

import pytest

from bot import app
from bot.answer import Ask, Status
from bot.errors import SettingsError
from bot.settings import load_settings
from corpus.errors import WenzhengError
from tests.notices import settle


@pytest.fixture
def settings(tmp_path, monkeypatch):
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home")
    return load_settings()


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
    monkeypatch.setattr("retrieval.indexing.index_store.build_index", pytest.fail)
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


def test_an_unknown_region_names_the_known_ones(settings):
    """A typing error in the region would silently prefer nothing."""
    with pytest.raises(SettingsError, match=r"没有“上海”的文件。现有地区：周村"):
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
