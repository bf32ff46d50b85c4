"""Files and folders are there whole or not at all, whatever interrupts the writer."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from corpus.durable import bytes_of, locked, new_folder, private_folder, replacing

ROOT = Path(__file__).parents[2]
OLD, NEW = b"old " * 20_000, b"new " * 50_000


class InterruptionError(Exception):
    """What ends a block before its time."""


def put(path: Path, data: bytes) -> None:
    with replacing(path) as file:
        file.write(data)


def break_off(path: Path, error: type[BaseException]) -> None:
    """Half of a file is written when the error comes."""
    with replacing(path) as file:
        file.write(NEW[:100_000])
        raise error


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def killed(program: str, *arguments: Path) -> None:
    """Runs a program that ends as a killed process does: at once, with nothing tidied."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 9


def test_a_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """All of it, and nothing else stays in the folder."""
    put(tmp_path / "kept", OLD)
    put(tmp_path / "kept", NEW)
    assert (tmp_path / "kept").read_bytes() == NEW
    assert names(tmp_path) == ["kept"]


@pytest.mark.parametrize("error", [InterruptionError, OSError, KeyboardInterrupt])
def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    """What there is of the new one goes, the old one is whole."""
    put(tmp_path / "kept", OLD)
    with pytest.raises(error):
        break_off(tmp_path / "kept", error)
    assert (tmp_path / "kept").read_bytes() == OLD
    assert names(tmp_path) == ["kept"]


def test_an_error_before_there_is_a_file_leaves_none(tmp_path: Path) -> None:
    """The folder stays empty."""
    with pytest.raises(InterruptionError):
        break_off(tmp_path / "kept", InterruptionError)
    assert names(tmp_path) == []


def test_a_name_that_is_taken_by_a_folder_is_an_error(tmp_path: Path) -> None:
    """It is raised as it is, and nothing is left over."""
    (tmp_path / "kept").mkdir()
    with pytest.raises(IsADirectoryError):
        put(tmp_path / "kept", NEW)
    assert names(tmp_path) == ["kept"]


def test_a_process_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    """What it had written stands under a name of its own, and the next writer is not in its way."""
    put(tmp_path / "kept", OLD)
    killed(
        "import os, sys\nfrom pathlib import Path\nfrom corpus.durable import replacing\n"
        "with replacing(Path(sys.argv[1])) as file:\n"
        "    file.write(b'half'); file.flush(); os._exit(9)\n",
        tmp_path / "kept",
    )
    assert (tmp_path / "kept").read_bytes() == OLD
    put(tmp_path / "kept", NEW)
    assert (tmp_path / "kept").read_bytes() == NEW


def test_what_a_killed_process_left_goes_with_a_later_write(tmp_path: Path) -> None:
    """Where it is older than any write takes: a younger one may be in use, another file's is not ours."""
    left, writing = tmp_path / ".[a].csv.0badc0de.tmp", tmp_path / ".[a].csv.0badf00d.tmp"
    other = tmp_path / ".b.csv.0badc0de.tmp"
    for path in (left, writing, other):
        path.write_bytes(b"half")
    for path in (left, other):
        os.utime(path, (time.time() - 7200, time.time() - 7200))
    put(tmp_path / "[a].csv", NEW)
    assert names(tmp_path) == sorted([other.name, writing.name, "[a].csv"])


def test_a_reader_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """While it is replaced a hundred times, whoever reads gets one of the two, never a part."""
    path = tmp_path / "kept"
    put(path, OLD)
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(50):
        put(path, NEW)
        put(path, OLD)
    done.set()
    reader.join()
    assert seen <= {OLD, NEW}


def test_writers_do_not_meet(tmp_path: Path) -> None:
    """Two that write the same file at once: the one that ends last counts, whole."""
    path = tmp_path / "kept"
    with replacing(path) as first:
        first.write(OLD)
        put(path, NEW)
        assert path.read_bytes() == NEW
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["kept"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    """Whatever they were set to."""
    put(tmp_path / "kept", OLD)
    (tmp_path / "kept").chmod(mode)
    put(tmp_path / "kept", NEW)
    assert (tmp_path / "kept").stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """As the process is set up, not only for its owner."""
    (tmp_path / "usual").write_bytes(b"")
    put(tmp_path / "kept", NEW)
    assert (tmp_path / "kept").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_file_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the words are flushed, then the file is renamed, then the name is flushed."""
    path = tmp_path / "kept"
    flushed: list[tuple[int, bool]] = []

    def record(handle: int) -> None:
        flushed.append((os.fstat(handle).st_ino, path.exists()))

    monkeypatch.setattr(os, "fsync", record)
    put(path, NEW)
    assert flushed == [(path.stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_a_folder_appears_filled(tmp_path: Path) -> None:
    """Its name is there when the block ends, with all that was put in, and nothing else."""
    with new_folder(tmp_path / "1") as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "text").write_bytes(NEW)
        assert not (tmp_path / "1").exists()
    assert (tmp_path / "1" / "inner" / "text").read_bytes() == NEW
    assert names(tmp_path) == ["1"]


def test_all_of_a_folder_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file and folder in it, then itself, then the folder above."""
    flushed: list[tuple[int, bool]] = []

    def record(handle: int) -> None:
        flushed.append((os.fstat(handle).st_ino, (tmp_path / "1").exists()))

    monkeypatch.setattr(os, "fsync", record)
    with new_folder(tmp_path / "1") as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "text").write_bytes(NEW)
    made = tmp_path / "1"
    inside = {path.stat().st_ino for path in (made / "inner", made / "inner" / "text")}
    assert {inode for inode, named in flushed[:2] if not named} == inside
    assert flushed[2:] == [(made.stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_an_error_while_filling_leaves_no_folder(tmp_path: Path) -> None:
    """Neither under its name nor under another."""

    def fill() -> None:
        with new_folder(tmp_path / "1") as folder:
            (folder / "text").write_bytes(NEW)
            raise InterruptionError

    with pytest.raises(InterruptionError):
        fill()
    assert names(tmp_path) == []


def test_a_folder_replaces_none_that_is_filled(tmp_path: Path) -> None:
    """What is kept under the name stays as it is."""
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "text").write_bytes(OLD)
    with pytest.raises(OSError, match="not empty"), new_folder(tmp_path / "1"):
        pass
    assert (tmp_path / "1" / "text").read_bytes() == OLD
    assert names(tmp_path) == ["1"]


def test_what_a_killed_process_had_filled_goes_with_the_next_folder(tmp_path: Path) -> None:
    """It never had its name."""
    killed(
        "import os, sys\nfrom pathlib import Path\nfrom corpus.durable import new_folder\n"
        "with new_folder(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'text').write_bytes(b'half'); os._exit(9)\n",
        tmp_path / "1",
    )
    assert not (tmp_path / "1").exists()
    with new_folder(tmp_path / "2"):
        pass
    assert names(tmp_path) == ["2"]


def test_one_writer_at_a_time_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    """Whoever comes second waits until the first is done."""
    killed(
        "import os, sys\nfrom pathlib import Path\nfrom corpus.durable import locked\n"
        "with locked(Path(sys.argv[1])):\n    os._exit(9)\n",
        tmp_path / "kept",
    )
    order: list[str] = []

    def second() -> None:
        with locked(tmp_path / "kept"):
            order.append("second")

    waiting = threading.Thread(target=second)
    with locked(tmp_path / "kept"):
        waiting.start()
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_a_file_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    """Nor does one in a folder that is a file."""
    (tmp_path / "file").write_bytes(OLD)
    assert bytes_of(tmp_path / "none") == bytes_of(tmp_path / "file" / "none") == b""


def modes(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()}


def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    """The folder, those missing above it, one that is locked and one that is filled."""
    private_folder(tmp_path / "home" / "a" / "b")
    with locked(tmp_path / "home" / "locked"):
        pass
    with new_folder(tmp_path / "home" / "filled") as making:
        private_folder(making / "inner")
    assert modes(tmp_path / "home") == {0o700}


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    """Whoever opened it to others meant to."""
    (tmp_path / "open").mkdir(mode=0o755)
    private_folder(tmp_path / "open")
    assert modes(tmp_path / "open") == {0o755}
