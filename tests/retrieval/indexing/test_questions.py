"""Files of plain-language questions."""

from pathlib import Path

import pytest

from retrieval.indexing.questions import (
    AskedBefore,
    QuestionFileError,
    Questions,
    Uncovered,
    load_questions,
    load_uncovered,
)

FILE = """
document = "周政办字〔2024〕11号"
[questions]
"19" = ["旧冰箱换新的给钱不", "彩电呢"]
"20" = [" "]
"""


def test_questions_belong_to_their_measure(tmp_path: Path) -> None:
    """Document and item make the measure's id; blank questions are dropped."""
    (tmp_path / "a.toml").write_text(FILE, encoding="utf-8")
    assert load_questions(tmp_path) == {
        "周政办字〔2024〕11号#19": ("旧冰箱换新的给钱不", "彩电呢"),
        "周政办字〔2024〕11号#20": (),
    }


def test_absent_folder_holds_no_questions(tmp_path: Path) -> None:
    """The bot works without any."""
    assert load_questions(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    "text",
    ["document = ", 'document = "甲"', '[questions]\n"1" = ["x"]', 'document="甲"\n[questions]\n"1" = "x"'],
)
def test_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    """The error names the file and how to write it."""
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionFileError, match=r"bad\.toml.*document"):
        load_questions(tmp_path)


def test_questions_that_no_measure_answers_are_kept_apart(tmp_path: Path) -> None:
    """They stand in a folder beside the measures' files, a file a kind; blank questions are dropped."""
    (tmp_path / "a.toml").write_text(FILE, encoding="utf-8")
    (tmp_path / "uncovered").mkdir()
    (tmp_path / "uncovered" / "weather.toml").write_text('questions = ["明天下雨不"]', encoding="utf-8")
    (tmp_path / "uncovered" / "progress.toml").write_text(
        'questions = ["我的补贴批到哪一步了", " "]', encoding="utf-8"
    )
    assert load_uncovered(tmp_path) == {"progress": ("我的补贴批到哪一步了",), "weather": ("明天下雨不",)}
    assert len(load_questions(tmp_path)) == 2


def test_absent_folder_of_uncovered_questions_holds_none(tmp_path: Path) -> None:
    """Refusing works without any."""
    assert load_uncovered(tmp_path) == {}


@pytest.mark.parametrize("text", ["questions = [", "kind = 1", 'questions = "a"', "questions = [1]"])
def test_wrong_file_of_uncovered_questions_is_named(tmp_path: Path, text: str) -> None:
    """The error names the file and how to write it."""
    (tmp_path / "uncovered").mkdir()
    (tmp_path / "uncovered" / "prices.toml").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionFileError, match=r"prices\.toml.*uncovered"):
        load_uncovered(tmp_path)


def digest(questions: Questions, uncovered: Uncovered) -> str:
    return AskedBefore.of(questions, uncovered).digest


def test_digest_follows_the_questions() -> None:
    """Another question, another digest."""
    assert digest({"a": ("x",)}, {}) == digest({"a": ("x",)}, {})
    assert digest({"a": ("x",)}, {}) != digest({"a": ("y",)}, {})
    assert digest({"a": ("x",)}, {}) != digest({"a": ("x",)}, {"b": ("z",)})


def test_digest_follows_the_files_without_reading_them_as_questions(tmp_path: Path) -> None:
    """Of both folders, and of what no measure answers; a damaged file is noticed when it is loaded."""
    staff = tmp_path / "staff"
    for folder in (tmp_path / "uncovered", staff):
        folder.mkdir()
    states = [AskedBefore.within(tmp_path, staff).digest]
    for path in (tmp_path / "a.toml", staff / "a.toml", tmp_path / "uncovered" / "weather.toml"):
        path.write_text(FILE, encoding="utf-8")
        states.append(AskedBefore.within(tmp_path, staff).digest)
    assert len(set(states)) == 4
    (staff / "a.toml").write_text("[", encoding="utf-8")
    asked = AskedBefore.within(tmp_path, staff)
    with pytest.raises(QuestionFileError, match=r"staff/a\.toml"):
        asked.load()
