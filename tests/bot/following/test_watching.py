"""A folder that is watched: new, changed and removed files, half-copied ones, and a drive that goes away."""

import os

import pytest

from bot.following import FolderWatcher, WatchState
from tests.shelves import as_pdf, as_text, as_word, notice, number_of, zipped


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "共享盘"
    made.mkdir()
    return made


@pytest.fixture
def watch(office, settings, folder):
    """Begins to watch, as after a start of the command; with what it knew before."""

    def begin(*, straight=True, sure=False):
        state = WatchState.read(settings.following_folder / "watch.json")
        return FolderWatcher(folder, office.bringer(straight=straight), state, sure)

    return begin


def put(folder, name, data, age=[1_700_000_000]):  # noqa: B006 - each file is a second younger than the last
    age[0] += 1
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (age[0], age[0]))


def look(watcher, times=1):
    """All that so many looks say."""
    return [line for _ in range(times) for line in watcher.look()]


def test_a_new_file_comes_in_once_it_is_complete(watch, folder, office):
    """A file that grows between two looks is waited for."""
    watcher, whole = watch(), as_text(notice(10))
    put(folder, "甲.txt", whole[:40])
    assert look(watcher) == []
    put(folder, "甲.txt", whole[:90])
    assert look(watcher) == []
    put(folder, "甲.txt", whole)
    assert look(watcher) == []
    assert look(watcher) == [f"存入：甲.txt（{number_of(10)}）"]
    assert look(watcher, 2) == []
    assert set(office.amounts()) == {number_of(10)}


def test_after_a_start_nothing_is_taken_in_again(watch, folder, office):
    """What is known is kept with the folder."""
    put(folder, "甲.txt", as_text(notice(10)))
    look(watch(), 2)
    assert look(watch(), 2) == []


def test_a_changed_file_replaces_what_it_held(watch, folder, office):
    """Under the same number as a new version; under another the old one is withdrawn, with the reason."""
    watcher = watch()
    put(folder, "甲.txt", as_text(notice(10)))
    look(watcher, 2)
    put(folder, "甲.txt", as_text(notice(10, 777)))
    look(watcher, 2)
    assert "777元" in office.amounts()[number_of(10)]
    put(folder, "甲.txt", as_text(notice(11)))
    lines = look(watcher, 2)
    assert set(office.amounts()) == {number_of(11)}
    assert lines[0] == f"撤下：{number_of(10)}（原文件已改为另一份文件：甲.txt）"


def test_a_removed_file_is_withdrawn_with_the_reason_and_not_forgotten(watch, folder, office):
    """With all its versions; the file is kept. Seen missing once, it may be on its way."""
    watcher = watch()
    put(folder, "甲.txt", as_text(notice(10)))
    put(folder, "乙.txt", as_text(notice(11)))
    look(watcher, 2)
    put(folder, "甲.txt", as_text(notice(10, 777)))
    look(watcher, 2)
    (folder / "甲.txt").unlink()
    assert look(watcher) == []
    reason = "原文件已从文件夹移走：甲.txt"
    assert look(watcher) == [f"撤下：{number_of(10)}（{reason}）"]
    assert set(office.amounts()) == {number_of(11)}
    entries = [entry for entry in office.adder.entries() if entry.withdrawn]
    assert [(entry.removed, entry.withdrawn) for entry in entries] == [((number_of(10),), reason)] * 2
    assert ("withdraw", number_of(10), reason) in office.noted
    put(folder, "甲.txt", as_text(notice(10)))
    look(watcher, 2)
    assert set(office.amounts()) == {number_of(10), number_of(11)}


def test_a_text_stays_as_long_as_one_of_its_files_does(watch, folder, office):
    """Word and PDF of the same words."""
    watcher = watch()
    put(folder, "甲.docx", as_word(notice(10)))
    put(folder, "甲.pdf", as_pdf(notice(10)))
    look(watcher, 2)
    (folder / "甲.docx").unlink()
    look(watcher, 3)
    assert set(office.amounts()) == {number_of(10)}
    (folder / "甲.pdf").unlink()
    look(watcher, 3)
    assert office.amounts() == {}


def test_files_of_an_archive_go_with_it(watch, folder, office):
    """And come with it."""
    watcher = watch()
    put(folder, "包.zip", zipped({f"{n}.txt": as_text(notice(n)) for n in (10, 11)}))
    look(watcher, 2)
    assert set(office.amounts()) == {number_of(10), number_of(11)}
    (folder / "包.zip").unlink()
    look(watcher, 2)
    assert office.amounts() == {}


def test_a_file_that_is_moved_within_the_folder_stays(watch, folder, office):
    """It is there under another name."""
    watcher = watch()
    put(folder, "甲.txt", as_text(notice(10)))
    look(watcher, 2)
    (folder / "甲.txt").rename(folder / "乙.txt")
    assert look(watcher, 4) == []
    assert set(office.amounts()) == {number_of(10)}


def test_a_drive_that_goes_away_withdraws_nothing(watch, folder, office):
    """Neither where the folder is gone, nor where it is empty all at once; unless somebody is sure."""
    watcher = watch()
    for ordinal in range(10, 15):
        put(folder, f"{ordinal}.txt", as_text(notice(ordinal)))
    look(watcher, 2)
    away = folder.rename(folder.with_name("away"))
    assert look(watcher, 3) == [f"{folder} 现在打不开，等它回来；已存入的不动。"] * 3
    folder.mkdir()
    assert "一下子少了5个文件" in look(watcher, 3)[-1]
    assert len(office.amounts()) == 5
    folder.rmdir()
    away.rename(folder)
    assert look(watcher, 3) == []
    for path in folder.iterdir():
        path.unlink()
    look(watch(sure=True), 2)
    assert office.amounts() == {}


def test_a_bad_file_is_told_once(watch, folder, office):
    """And read again when it changes."""
    watcher = watch()
    put(folder, "甲.docx", b"PK\x03\x04")
    told = [line.partition("（")[0] for line in look(watcher, 4)]
    assert told == ["没有读成：甲.docx：里面没有 .docx 的内容"]
    put(folder, "甲.docx", as_word(notice(10)))
    look(watcher, 2)
    assert set(office.amounts()) == {number_of(10)}


def test_for_the_staff_a_changed_file_waits_with_what_it_would_replace(watch, folder, office):
    """What is removed waits no more."""
    watcher = watch(straight=False)
    put(folder, "甲.txt", as_text(notice(10)))
    look(watcher, 2)
    (waiting,) = office.waiting.all()
    assert (waiting.arrival.origin, waiting.arrival.replaces) == ("甲.txt", "")
    put(folder, "甲.txt", as_text(notice(11)))
    look(watcher, 2)
    (waiting,) = office.waiting.all()
    assert (waiting.arrival.numbers, waiting.arrival.replaces) == ((number_of(11),), number_of(10))
    (folder / "甲.txt").unlink()
    look(watcher, 2)
    assert office.waiting.all() == ()


@pytest.mark.parametrize("damage", [b"{", b"[1]", b'{"a": {}}'])
def test_a_damaged_memory_is_begun_anew(watch, folder, office, settings, damage):
    """What is stored is recognised; nothing comes in twice."""
    put(folder, "甲.txt", as_text(notice(10)))
    look(watch(), 2)
    (settings.following_folder / "watch.json").write_bytes(damage)
    assert look(watch(), 2) == []
    assert len(office.adder.entries()) == 1


def test_a_link_that_leads_out_of_the_folder_is_not_followed(watch, folder, office, tmp_path):
    """Whoever may write there need not be allowed to read that; one within the folder is a file of it."""
    (tmp_path / "别处.txt").write_bytes(as_text(notice(10)))
    put(folder, "甲.txt", as_text(notice(11)))
    (folder / "乙.txt").symlink_to(tmp_path / "别处.txt")
    (folder / "丙.txt").symlink_to(folder / "甲.txt")
    look(watch(), 2)
    assert set(office.amounts()) == {number_of(11)}
