"""Hostile command lines, and a data folder whose files are damaged in every way, one after the other."""

import contextlib
import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import app
from bot.cli import main
from corpus.errors import WenzhengError
from tests.chaos.grammar import Grammar
from tests.chaos.hostile_files import made_file
from tests.chaos.toll_of_inputs import InputToll
from tests.notices import NUMBER, settle

_MOST_LINES = 3
"""Lines on standard error, where the first are the usage that argparse prints."""
_WORDS = ("ask", "corpus", "desk", "report", "index", "eval", "backup", "restore", "serve", "chat", "nothing")
_INNER = (
    *("add", "list", "show", "remove", "check", "confirm", "export", "reply", "users", "adduser", "passwd"),
    *("removeuser",),
)
_FLAGS = (
    *(
        "--json",
        "--explain",
        "--batch",
        "--as-of",
        "--region",
        "--yes",
        "--replaces",
        "--format",
        "-o",
        "--by",
    ),
    *("--source", "--department", "--days", "--html", "--role", "--help", "--version", "--show", "--compare"),
)
_VALUES = (
    "1",
    "0",
    "-1",
    "9" * 30,
    "2024-10-01",
    "0001-01-01",
    "9999-12-31",
    "csv",
    "xlsx",
    "editor",
    "-",
    NUMBER,
)
_PLAIN: tuple[tuple[str, ...], ...] = (
    ("corpus", "list"),
    ("corpus", "list", "--json"),
    ("corpus", "show", NUMBER),
    ("corpus", "check"),
    ("corpus", "export", "--format", "csv"),
    ("corpus", "confirm", "6195136", "--by", "张三", "--source", "电话"),
    ("corpus", "remove", NUMBER),
    ("ask", "残疾人燃油补贴多少"),
    ("index",),
    ("desk", "list"),
    ("desk", "users"),
    ("desk", "reply", "1", "好"),
    ("report",),
)
"""What people run every day; each over a damaged folder."""
_LONG_RUNNING = {"serve", "chat"}


class _Wiring:
    """The real wiring."""

    def __getattr__(self, name: str) -> object:
        """Whatever is asked for."""
        return getattr(app, name)


def attack(inputs: int, seed: int, folder: Path) -> InputToll:
    """Half of the inputs are command lines, half damaged folders."""
    toll = InputToll("commands")
    with pytest.MonkeyPatch.context() as patch, toll.watching_logs():
        home = folder / "home"
        settle(patch, folder / "corpus", home)
        _filled(folder, home)
        (desktop := folder.with_name(f"{folder.name}-desktop")).mkdir()
        patch.chdir(desktop)  # files named by hostile arguments land here
        shutil.copytree(folder, whole := folder.with_name(f"{folder.name}-whole"))
        for number in range(inputs):
            grammar = Grammar(seed + number)
            if number % 2:
                _run(_arguments(grammar, folder), toll, f"commands {seed + number}")
            else:
                spoilt = _damaged(folder, grammar)
                _run(grammar.among(_PLAIN), toll, f"damaged {seed + number} {spoilt}")
                shutil.rmtree(folder)
                shutil.copytree(whole, folder)
        shutil.rmtree(whole)
    shutil.rmtree(desktop)
    return toll


def _filled(folder: Path, home: Path) -> None:
    """A home with an added document, a confirmed phone, an index, a letter and an account."""
    path = folder / "通知.txt"
    path.write_text(_ADDED, "utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(["corpus", "add", str(path), "--yes"]) == 0
        assert main(["corpus", "confirm", "6195136", "--by", "张三", "--source", "电话"]) == 0
        assert main(["ask", "残疾人燃油补贴多少"]) == 0
        assert main(["report"]) == 0
    assert (home / "wenzheng.db").exists()


_ADDED = """周村区人民政府办公室
关于发放取暖补贴的通知
周政办字〔2026〕91号

各镇：
一、补贴标准。每户300元。（责任单位：区民政局，联系电话：6195136）
二、申请方式。向镇政府申请。（责任单位：区财政局）

周村区人民政府办公室
2026年3月1日
"""


def _damaged(folder: Path, grammar: Grammar) -> str:
    """Damages one or two files, or puts a folder in the place of one; which."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    spoilt = []
    for path in grammar.chance.sample(files, grammar.among((1, 1, 2))):
        spoilt.append(path.name)
        kind = grammar.chance.randrange(6)
        if kind == 0:
            path.write_bytes(b"")
        elif kind == 1:
            path.unlink()
            path.mkdir()
        elif kind == 2:
            path.write_bytes(grammar.whole_words().encode())
        elif kind == 3:
            path.write_bytes(grammar.chance.randbytes(300))
        else:
            path.write_bytes(grammar.broken(path.read_bytes()))
    return " ".join(spoilt)


def _arguments(grammar: Grammar, folder: Path) -> tuple[str, ...]:
    """Words and flags in any order, mostly beginning with a command; nothing that runs on."""
    made = [grammar.among(_WORDS)]
    if made[0] in _LONG_RUNNING:
        made.append("--help")
    if made[0] in ("corpus", "desk") and grammar.chance.random() < 0.95:
        made.append(grammar.among(_INNER))
    for _ in range(grammar.chance.randrange(4)):
        if grammar.chance.random() < 0.6:
            made.append(grammar.among(_FLAGS))
        made.append(grammar.among((grammar.among(_VALUES), grammar.words(), _file(grammar, folder))))
    return tuple(word.replace("\x00", "") for word in made)


def _file(grammar: Grammar, folder: Path) -> str:
    name, data = made_file(grammar)
    path = folder.with_name(f"{folder.name}-files") / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return str(path)


def _run(arguments: tuple[str, ...], toll: InputToll, example: str) -> None:
    """One command line; one line on standard error where it cannot be done."""
    out, errors = _Output(), _Output()
    with toll.watched(f"{example} {arguments}"[:300], SystemExit, WenzhengError), _captured(out, errors):
        main(arguments, _Wiring())  # type: ignore[arg-type]
    for text in (out.text, errors.text):
        toll.check_shown(text, f"{example} {arguments}"[:300])
    if "Traceback" in errors.text:
        toll.note("tracebacks", f"{example} {arguments}"[:300])


class _Output(io.TextIOWrapper):
    """A stream of UTF-8, as a terminal's is; no terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    @property
    def text(self) -> str:
        """All that was written, but for what is no text: a workbook."""
        self.flush()
        written = self.buffer.getvalue()  # type: ignore[attr-defined]
        return "" if written.startswith(b"PK") else written.removeprefix(b"\xef\xbb\xbf").decode("utf-8")


@contextlib.contextmanager
def _captured(out: _Output, errors: _Output) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(b"\xff{}\n"), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            yield
    finally:
        sys.stdin = before
