"""Files that wait until somebody confirms what was read in them; each in a folder of its own."""

import re
import secrets
import shutil
import time
from pathlib import Path
from typing import BinaryIO

from bot.errors import UsageError
from bot.messages import desk as messages
from bot.web.desk.visits import cleaned
from corpus.durable import private_folder

KEEP_S = 24 * 3600
_TOKEN = re.compile(r"[\w-]{22}", re.ASCII)
_NAME_BYTES = 180
"""A file name may have at most 255 bytes, and storing may add to it."""


class Uploads:
    """The waiting files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, name: str, data: BinaryIO) -> str:
        """Takes a file in under a safe form of its name; the token that it is known by.

        Raises:
            UsageError: the folder cannot be written.
        """
        token = secrets.token_urlsafe(16)
        try:
            self._tidy()
            waiting = self._folder / token
            private_folder(waiting)
            with (waiting / safe_name(name)).open("wb") as file:
                shutil.copyfileobj(data, file)
        except OSError as error:
            raise UsageError(
                messages.UPLOAD_NOT_KEPT.format(path=self._folder, cause=error.strerror)
            ) from error
        return token

    def file(self, token: str) -> Path | None:
        """The file of a token; None where there is none any more."""
        waiting = self._folder / token
        if not _TOKEN.fullmatch(token) or not waiting.is_dir():
            return None
        return next(waiting.iterdir(), None)

    def discard(self, token: str) -> None:
        """Removes the file of a token."""
        if _TOKEN.fullmatch(token):
            shutil.rmtree(self._folder / token, ignore_errors=True)

    def _tidy(self) -> None:
        """Removes what nobody confirmed."""
        if self._folder.is_dir():
            for waiting in self._folder.iterdir():
                if waiting.stat().st_mtime < time.time() - KEEP_S:
                    shutil.rmtree(waiting, ignore_errors=True)


def safe_name(name: str) -> str:
    r"""The last part of a file's name, as a name that stays within its folder.

    Example: "../../etc/passwd" -> "passwd"; "C:\通知.docx" -> "通知.docx"; ".." -> "文件"
    """
    last = re.split(r"[\\/]", cleaned(name).replace("\n", ""))[-1].strip(" .")
    stem, dot, suffix = last.rpartition(".")
    while len(last.encode()) > _NAME_BYTES and stem:
        stem = stem[:-1]
        last = f"{stem}{dot}{suffix}"
    return last if last and len(last.encode()) <= _NAME_BYTES else messages.UNNAMED_FILE
