"""`wenzheng eval`: asks a judged question set, keeps the report, compares it with another."""

# ruff: noqa: T201 - a command line prints

import argparse
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import UsageError
from bot.messages import evaluating as messages

if TYPE_CHECKING:
    from bot.evaluation import Report
    from bot.ports import Asker
    from bot.scoring import Question
    from bot.settings import Settings


class Wiring(Protocol):
    """What the command needs built."""

    def make_assistant(self, settings: "Settings", *, asked_as: bool = True) -> "Asker":
        """An assistant; without `asked_as` its measures have no plain-language questions."""

    def corpus_digest(self, settings: "Settings") -> str:
        """Tells states of the documents apart."""


def add_parser(command: argparse.ArgumentParser) -> None:
    """Declares the arguments."""
    words = messages.HELP
    command.add_argument("file", nargs="?", type=Path, metavar="FILE", help=words["file"])
    command.add_argument("--show", action="store_true", help=words["show"])
    command.add_argument("--baseline", metavar="NAME", help=words["baseline"])
    command.add_argument("--compare", nargs=2, metavar=("A", "B"), help=words["compare"])
    command.add_argument("--name", metavar="NAME", help=words["name"])
    command.add_argument("--out", type=Path, metavar="FOLDER", help=words["out"])
    command.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help=words["as_of"])
    command.add_argument("--without-questions", action="store_true", help=words["without_questions"])
    command.set_defaults(command=run)


def run(app: Wiring, settings: "Settings", args: argparse.Namespace) -> None:
    """Evaluates, or compares two kept reports.

    Raises:
        UsageError: neither a question set nor two reports are named, or both.
        QuestionSetError: the set or a report cannot be read.
    """
    from bot import evaluation

    kept = args.out or settings.home / "evaluations"
    if bool(args.file) == bool(args.compare):
        raise UsageError(messages.FILE_OR_COMPARE)
    if args.compare:
        print(evaluation.compare(*(_report_file(kept, name) for name in args.compare)), end="")
        return
    baseline = _report_file(kept, args.baseline) if args.baseline else None
    report = _evaluate(app, settings, args)
    path = _keep(kept, args.name or args.file.stem, report, show=args.show)
    print(evaluation.to_markdown(report, show=args.show))
    if baseline:
        print(evaluation.compare(baseline, path))
    print(messages.KEPT.format(path=path))


def _evaluate(app: Wiring, settings: "Settings", args: argparse.Namespace) -> "Report":
    from bot import evaluation, render_json
    from bot.answer import Ask
    from bot.assistant import today_in_china
    from bot.scoring import read_questions

    questions = read_questions(args.file)
    as_of = args.as_of or today_in_china()
    assistant = app.make_assistant(settings, asked_as=not args.without_questions)

    def ask(question: "Question") -> Mapping[str, Any]:
        return render_json.to_data(assistant.ask(Ask(question.q, id=question.id, as_of=as_of)))

    options = {
        "questions": f"{args.file.name}, {len(questions)}",
        "as of": as_of.isoformat(),
        "model": settings.model,
        "corpus": app.corpus_digest(settings)[:16],
        "plain-language questions": "no" if args.without_questions else "yes",
    }
    return evaluation.evaluate(questions, ask, options)


def _keep(folder: Path, name: str, report: "Report", *, show: bool) -> Path:
    """Writes the report as JSON and Markdown; a name used before is written anew."""
    from bot import evaluation

    path = folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps(evaluation.to_json(report), ensure_ascii=False, indent=1), encoding="utf-8"
        )
        path.with_suffix(".md").write_text(evaluation.to_markdown(report, show=show), encoding="utf-8")
    except OSError as error:
        raise UsageError(messages.NOT_KEPT.format(path=path, reason=error.strerror or error)) from error
    return path


def _report_file(folder: Path, name: str) -> Path:
    """A report by its path, or by the name it was kept under."""
    path = Path(name)
    return path if path.suffix == ".json" else folder / f"{name}.json"
