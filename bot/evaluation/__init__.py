"""Judged questions played through the assistant: scores, reports, and why a question was lost."""

from bot.evaluation.evaluating import EvaluationReport, evaluate, to_json
from bot.evaluation.evaluation_report import to_markdown
from bot.evaluation.explanation import explain
from bot.evaluation.loss import why_lost
from bot.evaluation.scoring import read_questions
from bot.evaluation.workbench import Questions, Workbench

__all__ = [
    "EvaluationReport",
    "Questions",
    "Workbench",
    "evaluate",
    "explain",
    "read_questions",
    "to_json",
    "to_markdown",
    "why_lost",
]
