"""LibreOffice, where it is on the machine: converts what no library reads. No macros, no network."""

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from corpus.limits import Limits
from corpus.reading.refusals import DamagedError, OverrunError, UnknownFormatError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
"""For one file, or half of what reading it may take; LibreOffice 7.4 starts in about one second."""
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
)
"""No macro runs, no link is followed."""
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that nobody answers at, for whatever would still be fetched."""


def converted_by_suite(name: str, data: bytes, suffix: str, target: str, limits: Limits) -> bytes:
    """A file of the kind `suffix` as `docx` or `xlsx`.

    Raises:
        UnknownFormatError: there is no LibreOffice on this machine.
        OverrunError: it takes too long.
        DamagedError: LibreOffice does not know what to do with it either.
    """
    program = next(filter(None, map(which, _PROGRAMS)), None)
    if program is None:
        why = "这种较旧或少见的文件要由 LibreOffice 转换，本机没有安装"
        raise UnknownFormatError(
            name, why, f"请安装 LibreOffice 后再添加，或用 WPS 打开，另存为 .{target} 再添加"
        )
    with TemporaryDirectory() as folder:
        source, made = Path(folder, f"document{suffix}"), Path(folder, "made", f"document.{target}")
        source.write_bytes(data)
        _write_settings(Path(folder, "profile"))
        seconds = min(_SECONDS, limits.max_seconds // 2)
        _run(name, [program, *_options(folder, target), str(source)], folder, seconds)
        if not made.is_file():
            raise DamagedError(
                name, "文件不完整，或不是规范的 Office 文件", f"请打开后另存为 .{target} 再添加"
            )
        return made.read_bytes()


def _options(folder: str, target: str) -> list[str]:
    profile = Path(folder, "profile").as_uri()
    return [
        f"-env:UserInstallation={profile}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", _FILTERS[target], "--outdir", str(Path(folder, "made"))),
    ]


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    names = 'xmlns:oor="http://openoffice.org/2001/registry"'
    (user / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items {names}>{items}</oor:items>', "utf-8"
    )


def _run(name: str, command: list[str], folder: str, seconds: int) -> None:
    """Runs a program to its end, with all that it starts, or ends them all."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise OverrunError(
            name, f"LibreOffice 转换了{seconds}秒还没有完成", "请打开文件另存一份，或换一种格式再添加"
        ) from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _surroundings(folder: str) -> Mapping[str, str]:
    return {
        "PATH": os.defpath,
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "http_proxy": _NOWHERE,
        "https_proxy": _NOWHERE,
    }
