"""`wenzheng eval`: asks a judged question set, keeps the report, compares it with another."""

# ruff: noqa: T201 - a command line prints

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.errors import UsageError
from bot.messages import evaluating as messages
from corpus.text.unprinted import visible_line

if TYPE_CHECKING:
    from bot.answer import Answer
    from bot.evaluation import EvaluationReport, Workbench
    from bot.settings import Settings
    from retrieval.fitting import JudgedQuestion

BASELINES = ("bm25", "vector")
"""Names that stand for a search by one channel alone; no report is kept under them."""


class EvaluationWiring(Protocol):
    """What the command needs built."""

    def make_workbench(self, settings: "Settings", *, region: str | None = None) -> "Workbench":
        """The assistant with its parts at hand."""


def add_parser(command: argparse.ArgumentParser, day: Callable[[str], date]) -> None:
    """Declares the arguments; `day` reads a date."""
    words = messages.HELP
    command.add_argument("file", nargs="?", type=Path, metavar="FILE", help=words["file"])
    command.add_argument("--show", action="store_true", help=words["show"])
    command.add_argument("--baseline", metavar="NAME", help=words["baseline"])
    command.add_argument("--compare", nargs=2, metavar=("A", "B"), help=words["compare"])
    command.add_argument("--name", metavar="NAME", help=words["name"])
    command.add_argument("--out", type=Path, metavar="FOLDER", help=words["out"])
    command.add_argument("--as-of", type=day, metavar="DATE", help=words["as_of"])
    command.add_argument("--region", metavar="R", help=words["region"])
    fewer = command.add_mutually_exclusive_group()
    fewer.add_argument("--without-questions", action="store_true", help=words["without_questions"])
    fewer.add_argument("--without-own-questions", action="store_true", help=words["without_own_questions"])
    command.set_defaults(command=run)


def run(app: EvaluationWiring, settings: "Settings", args: argparse.Namespace) -> None:
    """Evaluates, or compares two kept reports.

    Raises:
        UsageError: neither a question set nor two reports are named, or both; or one cannot be read.
    """
    from bot.evaluation import kept_report

    folder = args.out or settings.evaluations_folder
    if bool(args.file) == bool(args.compare):
        raise UsageError(messages.FILE_OR_COMPARE)
    if args.compare:
        before, after = (kept_report.read(folder, name) for name in args.compare)
        print(kept_report.compare(before, after, tuple(args.compare)), end="")
        return
    _evaluate(app, settings, args, folder)


def _evaluate(app: EvaluationWiring, settings: "Settings", args: argparse.Namespace, folder: Path) -> None:
    from bot.evaluation import kept_report, read_questions, to_json, to_markdown

    name = args.name or f"{args.file.stem}-{datetime.now():%Y%m%d-%H%M%S}"  # noqa: DTZ005 - the reader's clock
    if args.name in BASELINES or Path(name).name != name:
        raise UsageError(messages.BAD_NAME.format(name=name))
    questions = read_questions(args.file)
    # Read before hours of asking: a name that is mistyped is told at once.
    kept = kept_report.read(folder, args.baseline) if args.baseline not in (None, *BASELINES) else None
    examination = _Examination(app.make_workbench(settings, region=args.region), args)
    report = examination.report(questions)
    markdown = to_markdown(report, name, show=args.show)
    path = kept_report.write(folder, name, to_json(report), markdown)
    print(markdown)
    if args.baseline in BASELINES:
        kept = kept_report.KeptReport.model_validate(to_json(examination.baseline_report(questions)))
    if kept:
        print(kept_report.compare(kept, kept_report.read(folder, str(path)), (args.baseline, name)))
    print(messages.KEPT.format(path=visible_line(str(path))))


class _Examination:
    """Asks a workbench under the options of one call."""

    def __init__(self, bench: "Workbench", args: argparse.Namespace) -> None:
        from bot.china_time import today_in_china
        from bot.evaluation import Questions

        self._bench = bench
        self._args = args
        self._as_of: date = args.as_of or today_in_china()
        self._using = Questions.NONE if args.without_questions else Questions.ALL
        if args.without_own_questions:
            self._using = Questions.NOT_OWN

    def report(self, questions: tuple["JudgedQuestion", ...]) -> "EvaluationReport":
        """What the assistant comes to; with --show also why it lost what it lost."""
        from bot.evaluation import why_lost

        def why(question: "JudgedQuestion") -> str:
            return why_lost(self._bench, question, self._as_of, self._using)

        options = {"ranking": "wenzheng", "stored questions": self._using.value}
        return self._asked(
            questions,
            lambda question: self._bench.ask(question, self._as_of, self._using),
            options,
            why if self._args.show else None,
        )

    def baseline_report(self, questions: tuple["JudgedQuestion", ...]) -> "EvaluationReport":
        """What a search by one channel alone comes to."""
        from retrieval.fitting import Baseline

        baseline = Baseline(self._args.baseline)
        return self._asked(
            questions,
            lambda question: self._bench.ask_baseline(question, self._as_of, baseline),
            {"ranking": baseline.value, "stored questions": "none"},
            None,
        )

    def _asked(
        self,
        questions: tuple["JudgedQuestion", ...],
        ask: Callable[["JudgedQuestion"], "Answer"],
        options: dict[str, str],
        why: Callable[["JudgedQuestion"], str] | None,
    ) -> "EvaluationReport":
        from bot.evaluation import evaluate
        from bot.rendering import render_json

        report_options = {
            "questions": f"{self._args.file.name}, {len(questions)}",
            "as of": self._as_of.isoformat(),
            "region": self._bench.region or "",
            **options,
            **self._bench.basis,
        }
        ask(questions[0])  # what is loaded with the first question is not part of an answer's time
        return evaluate(questions, lambda question: render_json.to_data(ask(question)), report_options, why)
