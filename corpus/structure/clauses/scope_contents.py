"""What the text of a scope says, from which its layout is chosen: tasks, answers, names, phones, points."""

import re

from corpus.structure.clauses.divisions import find_measures
from corpus.structure.clauses.ranks import POINTS
from corpus.structure.clauses.segment import Clause
from corpus.structure.scopes import Scope
from corpus.structure.table_kinds import (
    TableKind,
    kind_of,
    lists_calls_in_lines,
    lists_desks,
    lists_names_alone,
)
from corpus.text.excerpt import compact

_ACTS = re.compile(
    r"(?:牵头|责任|配合)(?:部门|单位|人)(?:（单位）)?[：:]|\d[万亿]?元|(?:咨询|联系)电话[：:]|有效期[至\d]|起施行"
)
_MAX_LEADING = 3000
"""Characters; the longest text that only leads up to a table of the bundled texts has 2,493."""
_LEAST_BESIDE = 100
_LEAST_QUESTIONS = 3
_ASIDE = 1.0
"""Of the length of the points: a preamble is shorter than the items that it announces."""
_LEAST_NAMES = 5
_NAME = re.compile(r"[^，。；：]{2,40}[：；。]?")


def acts(root: Clause) -> bool:
    """Whether clauses beside a table of tasks say themselves who does or gets what, or until when.

    Those that only lead up to the table are short and print no department, sum, phone or term of their own.
    """
    own = [paragraph for clause in root.walk() if clause.marker for paragraph in clause.paragraphs]
    return sum(map(len, own)) > _MAX_LEADING or any(
        _ACTS.search(compact(paragraph.text)) for paragraph in own
    )


def says_enough(scope: Scope, root: Clause, *, only_desks: bool) -> bool:
    """Whether the text beside tables says something itself, in sentences.

    `only_desks`: all tables of the document only say whom to call, so that its text, wherever it stands, says
    the rest.
    """
    own = "".join(p.text for clause in root.walk() if clause.marker for p in clause.paragraphs)
    tasks = [table for table in scope.tables if kind_of(table) is TableKind.TASKS]
    desks = only_desks or (bool(tasks) and all(map(lists_desks, tasks)))
    return "。" in own and (desks or (bool(scope.tables) and len(own) >= _LEAST_BESIDE))


def answers_questions(root: Clause) -> bool:
    """Whether most measures of a text are questions with their answers."""
    measures = find_measures(root)
    asked = sum(map(Clause.asks, measures))
    return asked >= _LEAST_QUESTIONS and 2 * asked > len(measures)


def lists_names(scope: Scope, root: Clause) -> bool:
    """Whether an annex only counts names, such as those of schools: nobody asks about one of them alone."""
    if scope.tables and not scope.paragraphs and all(map(lists_names_alone, scope.tables)):
        return bool(scope.name)
    printed = [paragraph.text for child in root.children for paragraph in child.printed()]
    points = len(root.children) >= _LEAST_NAMES and all(child.style in POINTS for child in root.children)
    return bool(scope.name and points) and all(map(_NAME.fullmatch, printed))


def lists_phones(scope: Scope, root: Clause) -> bool:
    """Whether an annex without any label only says whom to call, a line or two for each.

    Example: `县医院`, `5550101`, `县中医院 5550102` below 附件1 -> True
    """
    alone = bool(scope.name) and not (root.children or scope.tables)
    return alone and lists_calls_in_lines([paragraph.text for paragraph in scope.paragraphs])


def is_aside(root: Clause) -> bool:
    """Whether all labels of a text are points of a list in it, while most of it stands above them."""
    points = root.children and all(child.style in POINTS for child in root.children)
    listed = sum(len(paragraph) for child in root.children for paragraph in child.printed())
    return bool(points) and sum(map(len, root.paragraphs)) > _ASIDE * listed
