"""Reports of evaluations as they are kept, and two of them compared question by question."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.errors import UsageError
from bot.evaluation.evaluating import Rate
from bot.evaluation.evaluation_report import share, table
from bot.evaluation.scoring import POINTS
from bot.messages import evaluating as messages
from bot.messages.command_line import unreadable_file
from corpus.durable import private_folder

_SUFFIX = ".json"


class KeptResult(BaseModel):
    """One question of a kept report."""

    id: str
    q: str = ""
    status: str
    got: tuple[str, ...]
    points: Mapping[str, bool]

    @property
    def first(self) -> str:
        """What came first, or how it was refused."""
        return self.got[0] if self.got else messages.STATUSES.get(self.status, self.status)


class KeptReport(BaseModel):
    """What of a kept report is compared."""

    options: Mapping[str, str]
    totals: Mapping[str, Rate]
    questions: tuple[KeptResult, ...]


def report_file(folder: Path, name: str) -> Path:
    """The file of a report: a path, or the name it was kept under in `folder`."""
    path = Path(name)
    return path if path.suffix == _SUFFIX or path.parent != Path() else folder / f"{name}{_SUFFIX}"


def read(folder: Path, name: str) -> KeptReport:
    """The report of a path or name.

    Raises:
        UsageError: there is none, or it is no report.
    """
    path = report_file(folder, name)
    try:
        return KeptReport.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise UsageError(_missing(folder, name, path)) from error
    except OSError as error:
        raise UsageError(unreadable_file(path, error)) from error
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        reason = ".".join(map(str, fault["loc"])) or fault["type"]
        raise UsageError(messages.REPORT_UNREADABLE.format(path=path, reason=reason)) from error


def _missing(folder: Path, name: str, path: Path) -> str:
    kept = "、".join(sorted(file.stem for file in folder.glob(f"*{_SUFFIX}")))
    near = messages.REPORT_NEAR.format(names=kept) if kept else ""
    return messages.NO_SUCH_REPORT.format(name=name, path=path, near=near)


def write(folder: Path, name: str, data: Mapping[str, Any], markdown: str) -> Path:
    """Keeps a report as JSON and Markdown; one of the same name is replaced.

    Raises:
        UsageError: the folder cannot be written.
    """
    path = folder / f"{name}{_SUFFIX}"
    try:
        private_folder(folder)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        path.with_suffix(".md").write_text(markdown, encoding="utf-8")
    except OSError as error:
        raise UsageError(messages.NOT_KEPT.format(path=path, reason=error.strerror or error)) from error
    return path


def compare(before: KeptReport, after: KeptReport, names: tuple[str, str]) -> str:
    """What the second report won and lost against the first, in all and question by question, as Markdown."""
    old = {entry.id: entry for entry in before.questions}
    new = {entry.id: entry for entry in after.questions}
    rows = [_moved(old[name], new[name]) for name in new if name in old]
    moved = [row for row in rows if row[1] or row[2]]
    blocks = [
        messages.COMPARED.format(before=names[0], after=names[1]),
        _conditions(before.options, after.options),
        table(messages.COMPARED_HEAD, _changes(before.totals, after.totals)),
        table(messages.MOVED_HEAD, moved) if moved else messages.NOTHING_MOVED,
    ]
    alone = old.keys() ^ new.keys()
    if alone:
        blocks.append(messages.NOT_SHARED.format(count=len(alone)))
    return "\n\n".join(blocks) + "\n"


def _conditions(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    if not names:
        return messages.SAME_OPTIONS
    changed = "；".join(f"{name}: {before.get(name, '')} → {after.get(name, '')}" for name in names)
    return messages.SAME_TEST.format(differences=changed)


def _changes(before: Mapping[str, Rate], after: Mapping[str, Rate]) -> Iterable[tuple[str, ...]]:
    for point in (*POINTS, "refused"):
        if point in before and point in after:
            (won, asked), (now, asked_now) = before[point], after[point]
            change = f"{now / asked_now - won / asked:+.3f}"
            yield point, messages.POINTS[point], share(before[point]), share(after[point]), change


def _moved(old: KeptResult, new: KeptResult) -> tuple[str, ...]:
    won = [point for point, value in new.points.items() if value and not old.points.get(point, value)]
    lost = [point for point, value in new.points.items() if not value and old.points.get(point, value)]
    return (new.id, "、".join(won), "、".join(lost), old.first, new.first, new.q)
