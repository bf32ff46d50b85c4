"""The questions to train an encoder with: whole, each once, of known documents, apart from what judges."""

import csv
import json
from collections import Counter
from pathlib import Path

import embeddings
import retrieval.fitting

FOLDER = Path(embeddings.__file__).parent / "training"
MEASURES = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]
with (FOLDER / "sources.tsv").open(encoding="utf-8", newline="") as file:
    SOURCES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
JUDGING = Path(retrieval.fitting.__file__).parent / "offices"


def test_every_measure_is_of_a_document_that_can_be_fetched():
    """A repository at a commit, and a path in it."""
    assert {row["document"] for row in MEASURES} == {source["document"] for source in SOURCES}
    assert all(source["path"] and "@" in source["repository@commit"] for source in SOURCES)
    assert all(row["begins"] and row["length"] >= len(row["begins"]) for row in MEASURES)


def test_no_question_stands_twice():
    """Neither with the same measure nor with another."""
    asked = Counter(question for row in MEASURES for question in row["questions"])
    assert [question for question, times in asked.items() if times > 1] == []
    assert all(row["questions"] and all(row["questions"]) for row in MEASURES)
    assert all(near["q"] for row in MEASURES for near in row["near"])


def test_no_document_is_one_that_judges():
    """By repository and path: what an encoder has learnt from cannot say how it does on the unknown."""
    with (JUDGING / "sources.tsv").open(encoding="utf-8", newline="") as file:
        judging = {(s["repository@commit"], s["path"]) for s in csv.DictReader(file, delimiter="\t")}
    assert not judging & {(source["repository@commit"], source["path"]) for source in SOURCES}
    assert not [source for source in SOURCES if "DataFountain" in source["repository@commit"]]


def test_no_question_is_one_that_judges():
    """Word for word."""
    lines = (JUDGING / "gold.jsonl").read_text("utf-8").splitlines()
    judging = {question["q"] for line in lines for question in json.loads(line)["questions"]}
    assert not judging & {question for row in MEASURES for question in row["questions"]}
