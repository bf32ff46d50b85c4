"""A file somebody brings, read: its bytes, its text, and the documents that it prints."""

import hashlib
import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from corpus.drafts import DocumentDraft
from corpus.errors import SourceError
from corpus.keeping.placing import placed
from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.readers import Progress, read_source
from corpus.regions import own_name
from corpus.structure.editions import merge_editions
from corpus.structure.one_line import unfold
from corpus.structure.parse import parse_source
from corpus.structure.sources import Origin
from corpus.text.losses import Loss
from corpus.text.unprinted import HALF, visible_line
from corpus.text.web_address import is_web_address

_UNNAMED = "文件"
"""Stands for a name of which nothing is visible."""
_FOLDERS = 3
"""Folders above a file whose names may tell its region."""


@dataclass(frozen=True)
class Intake:
    """One file as given and as understood."""

    file: str
    data: bytes
    text: str
    """All of its text; the pieces of `drafts` point into it."""
    drafts: tuple[DocumentDraft, ...]
    region: str | None = None
    """As named by whoever brought it; None where the text has to tell."""
    losses: tuple[Loss, ...] = ()
    """What its text leaves out."""
    address: str = ""
    """Where it was fetched from, as whoever brought it says; empty where only the file may tell."""

    @cached_property
    def sha256(self) -> str:
        """Digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def read_intake(
    path: Path,
    region: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    *,
    address: str = "",
) -> Intake:
    """The file of a path with the documents that it prints.

    `region` counts before what the text tells, under its name here, `address` before the one that a page
    states. `progress` hears of pages and rows.

    Raises:
        SourceError: it cannot be read, or holds nothing that anybody could ask about.
    """
    name = _name(path)
    source = replace(unfold(read_source(path, limits, progress)), name=name)
    address = address if is_web_address(address) else ""
    source = replace(source, address=address or source.address)
    if HALF.search(source.text):
        raise SourceError(f"{name}：文字里有残缺的字符，存不下来，请另存为 UTF-8 的 .txt 再添加")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} 读不了（{error.strerror}）。请检查路径和权限。") from error
    region = own_name(visible_line(region)) if region else None
    drafts = merge_editions(parse_source(source, Origin(file=name, region=region or "")))
    if not any(draft.measures for draft in drafts):
        raise SourceError(f"{name}：没有读出任何条目，存入后也查不到，请核对文件内容后再添加")
    folders = [folder.name for folder in list(path.absolute().parents)[:_FOLDERS]]
    drafts = tuple(placed(draft, folders, source.site) for draft in drafts)
    return Intake(name, data, source.text, drafts, region, source.dropped, address)


def _name(path: Path) -> str:
    """The visible name of a file; one that is no UTF-8 was given by a system that writes GB18030."""
    name = path.name
    if HALF.search(name):
        name = os.fsencode(name).decode("gb18030", "replace").replace("/", "_")
    seen = visible_line(name)
    return seen if Path(seen).suffix == path.suffix else f"{_UNNAMED}{path.suffix}"
