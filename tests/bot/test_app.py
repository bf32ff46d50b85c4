"""The wiring: everything real, over a folder with one short document."""

import shutil

import pytest

from bot import app
from bot.answer import Ask, Status
from bot.errors import SettingsError
from bot.settings import load_settings

NOTICE = """周村区人民政府办公室
关于提高残疾人机动轮椅车燃油补贴标准的通知
周政办字〔2023〕90号

各镇政府、街道办事处，区政府有关部门：
经区政府同意，现就提高残疾人机动轮椅车燃油补贴标准通知如下：
一、补贴标准。自2023年1月1日起，将残疾人机动轮椅车燃油补贴标准提高到每车每年300元。（责任单位：区残联）
二、补贴对象。具有周村区户籍、持有第二代残疾人证的残疾人机动轮椅车车主。（责任单位：区残联）

周村区人民政府办公室
2023年3月1日
"""


@pytest.fixture
def settings(tmp_path, monkeypatch):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (corpus / "sources.toml").write_text(
        '[[source]]\nfile = "notice.txt"\nregion = "周村"\n', encoding="utf-8"
    )
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "MODEL", "REGION", "LOG_LEVEL"):
        monkeypatch.delenv(f"WENZHENG_{name}", raising=False)
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WENZHENG_CORPUS", str(corpus))
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
