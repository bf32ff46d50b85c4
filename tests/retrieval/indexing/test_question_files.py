"""Questions that the staff add: kept whole, once, readable by what reads the bundled ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import load_questions
from retrieval.indexing.question_files import QuestionNotKeptError, add_question


def test_questions_of_a_document_stay_together(tmp_path):
    """Two measures, two questions of one of them; a second time changes nothing."""
    assert add_question(tmp_path, "号〔2024〕1号#19", "冰箱补吗")
    assert add_question(tmp_path, "号〔2024〕1号#19", "冰柜补吗")
    assert add_question(tmp_path, "号〔2024〕1号#五（二）5", "电视补吗")
    assert not add_question(tmp_path, "号〔2024〕1号#19", "冰箱补吗")
    assert load_questions(tmp_path) == {
        "号〔2024〕1号#19": ("冰箱补吗", "冰柜补吗"),
        "号〔2024〕1号#五（二）5": ("电视补吗",),
    }
    assert len(list(tmp_path.glob("*.toml"))) == 1


@given(words=st.text(max_size=30), number=st.text(st.characters(codec="utf-8"), max_size=10))
def test_any_words_come_back(tmp_path_factory, words, number):
    """Quotes, slashes, line breaks, control characters: the file stays readable, and inside the folder."""
    folder = tmp_path_factory.mktemp("questions")
    number = number.replace("#", "")
    add_question(folder, f"{number}#1", f"问{words}")
    (kept,) = load_questions(folder).values()
    assert kept[0].startswith("问")
    assert {path.parent for path in folder.rglob("*.toml")} == {folder}


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    """It is named."""
    (tmp_path / "file").write_text("")
    with pytest.raises(QuestionNotKeptError, match="file"):
        add_question(tmp_path / "file", "号#1", "问")
