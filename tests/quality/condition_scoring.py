"""Judged condition lines: what is printed of each, set beside what a reader of the texts said.

A set is a file of questions, each with the lines judged, and a folder with the notices of invented offices
that it names. Conditions are scored apart from finding: on the measure that holds the evidence.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.eligibility import Check, check, facts_of
from corpus.cataloguing import load_catalog
from corpus.records import Document, Measure
from tests.bundled import bundled_catalog

AS_OF = date(2025, 11, 21)
ALLOWED = {
    "meets": {"meets"},
    "fails": {"fails"},
    "none": {""},
    "meets_or_none": {"meets", ""},
    "fails_or_none": {"fails", ""},
}
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged line and what was printed of it: `meets`, `fails`, empty for no verdict, or both."""

    id: str
    question: str
    span: str
    verdict: str
    printed: tuple[str, ...]

    @property
    def fault(self) -> str:
        """Empty where it is right, else `false meets`, `false fails` or `missing`, the worst of them."""
        allowed = ALLOWED[self.verdict]
        wrong = [verdict for verdict in self.printed if verdict not in allowed]
        if "meets" in wrong:
            return "false meets"
        if "fails" in wrong:
            return "false fails"
        return "missing" if not self.printed and "" not in allowed else ""


def judge(questions: Path, notices: Path) -> list[Judged]:
    """Every line of a set, in order, with what is printed of it on the measure that holds the evidence."""
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    added = _added(notices)
    return [judged for row in rows for judged in _judged(row, added)]


def figures(lines: Iterable[Judged]) -> Counter[str]:
    """How many lines have each fault; `right` for those that have none."""
    return Counter(line.fault or "right" for line in lines)


@cache
def _added(notices: Path) -> dict[str, tuple[Document, ...]]:
    """The documents of each notice, under its file's name."""
    return {path.name: _documents(path) for path in sorted(notices.glob("*.txt"))}


def _documents(notice: Path) -> tuple[Document, ...]:
    with TemporaryDirectory() as folder:
        text = notice.read_text(encoding="utf-8")
        (Path(folder) / notice.name).write_text(text, encoding="utf-8")
        region = re.search(r"\w\w(?=[区县市]|高新区|新区)", text)
        (Path(folder) / "sources.toml").write_text(
            f'[[source]]\nfile = "{notice.name}"\nregion = "{region.group() if region else ""}"\n',
            encoding="utf-8",
        )
        return load_catalog(Path(folder)).documents


def _judged(row: dict, added: dict[str, tuple[Document, ...]]) -> list[Judged]:
    documents = [d for name in row["docs"] for d in added[Path(name).name]] or _of_region(row)
    facts = facts_of(row["q"], AS_OF)
    judged = []
    for line in row["lines"]:
        document, measure = _holding(documents, row["evidence"], line["span"])
        checks = check(measure, facts, document=document)
        printed = _printed(line, measure, checks)
        judged.append(Judged(row["id"], row["q"], line["span"], line["verdict"], printed))
    return judged


def _of_region(row: dict) -> list[Document]:
    region = row["region"] or ("周村" if "周村" in row["q"] else "聊城")
    return [document for document in bundled_catalog().documents if document.region == region]


def _holding(documents: Iterable[Document], evidence: str, span: str) -> tuple[Document, Measure]:
    """The measure with the evidence and the span, else another one of its document with the span."""
    every = list(documents)
    of_evidence = [(d, m) for d in every for m in d.measures if _flat(evidence) in _flat(m.text)]
    both = [(d, m) for d, m in of_evidence if _flat(span) in _flat(m.text)]
    beside = [(d, m) for d, _ in of_evidence for m in d.measures if _flat(span) in _flat(m.text)]
    if not both and not beside:
        raise LookupError(f"{evidence} / {span}")
    return (both or beside)[0]


def _printed(line: dict, measure: Measure, checks: Sequence[Check]) -> tuple[str, ...]:
    """The verdicts printed over the words of the judged line."""
    text, words = _flat(measure.text), _flat(line["span"])
    spans = [(found.start(), found.end()) for found in re.finditer(re.escape(words), text)]
    verdicts = []
    for checked in checks:
        if checked.met is None or not checked.said:
            continue
        core = _core(text, checked)
        if any(_is_over(core, span, line["verdict"], text) for span in spans):
            verdicts.append("meets" if checked.met else "fails")
    return tuple(dict.fromkeys(verdicts))


def _is_over(core: tuple[int, int], span: tuple[int, int], verdict: str, text: str) -> bool:
    """Whether a printed line is over a judged span; a disjunction says nothing of a branch inside it."""
    wider = core[0] <= span[0] and span[1] <= core[1] and core != span
    if verdict == "none" and wider and re.search("或|之一", text[slice(*core)]):
        return False
    return core[0] < span[1] and span[0] < core[1]


def _core(text: str, checked: Check) -> tuple[int, int]:
    words = _flat(checked.condition.text)
    start = text.find(words)
    return start, start + len(words)


def _flat(text: str) -> str:
    return _BLANK.sub("", text)
