"""Files of plain-language questions."""

from pathlib import Path

import pytest

from retrieval.indexing.questions import QuestionFileError, load_questions, load_uncovered, questions_digest

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


def test_digest_follows_the_questions() -> None:
    """Another question, another digest."""
    assert questions_digest({"a": ("x",)}, {}) == questions_digest({"a": ("x",)}, {})
    assert questions_digest({"a": ("x",)}, {}) != questions_digest({"a": ("y",)}, {})
    assert questions_digest({"a": ("x",)}, {}) != questions_digest({"a": ("x",)}, {"b": ("z",)})
