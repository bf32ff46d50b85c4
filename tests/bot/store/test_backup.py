"""Backups: a copy while the store is in use, taken back after the folder is lost; bad ones write nothing."""

import json
import shutil
import zipfile

import pytest

from bot.errors import UsageError
from bot.store import Store, backup, restore


@pytest.fixture
def home(tmp_path):
    """A folder with one subscription and one added document."""
    folder = tmp_path / "home"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "新.txt").write_text("一、补贴500元。", encoding="utf-8")
    (folder / "index").mkdir()
    (folder / "index" / "big").write_bytes(b"x")
    store = Store.open(folder / "wenzheng.db")
    store.subscriptions.add(":1", 1, "topic", "养老")
    yield folder
    store.close()


def _rewritten(source, target, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return target


def test_what_is_lost_comes_back(home, tmp_path):
    """The copy is made while the store is open; what can be made anew is not in it."""
    copy = tmp_path / "copy.zip"
    assert backup(home, copy, {"WENZHENG_REGION": "周村"}) == 2
    shutil.rmtree(home)
    assert restore(home, copy) == 2
    again = Store.open(home / "wenzheng.db")
    assert [one.wanted for one in again.subscriptions.of(1)] == ["养老"]
    again.close()
    assert (home / "documents" / "新.txt").read_text(encoding="utf-8") == "一、补贴500元。"
    assert not (home / "index").exists()


@pytest.mark.parametrize("bad", ["outside", "newer", "changed", "cut", "text"])
def test_a_bad_archive_writes_nothing(home, tmp_path, bad):
    """Names with .., another version, changed bytes, a cut file, no archive: one line, and no folder."""
    copy, wrong = tmp_path / "copy.zip", tmp_path / "wrong.zip"
    backup(home, copy, {})

    def change(name, body):
        if name == "manifest.json":
            manifest = json.loads(body)
            if bad == "newer":
                manifest["format"] += 1
            if bad == "outside":
                manifest["files"]["../outside.txt"] = manifest["files"].pop("documents/新.txt")
            body = json.dumps(manifest).encode()
        elif name == "documents/新.txt":
            name = "../outside.txt" if bad == "outside" else name
            body = b"other" if bad == "changed" else body
        return name, body

    _rewritten(copy, wrong, change)
    if bad == "cut":
        wrong.write_bytes(copy.read_bytes()[:-200])
    if bad == "text":
        wrong.write_text("kein Archiv")
    new = tmp_path / "new" / "home"
    with pytest.raises(UsageError) as caught:
        restore(new, wrong)
    assert "\n" not in str(caught.value)
    assert not new.exists()
    assert not list(tmp_path.rglob("outside.txt"))


def test_nothing_is_overwritten(home, tmp_path):
    """Neither a backup that is there nor a folder with data."""
    copy = tmp_path / "copy.zip"
    backup(home, copy, {})
    with pytest.raises(UsageError):
        backup(home, copy, {})
    with pytest.raises(UsageError):
        restore(home, copy)
