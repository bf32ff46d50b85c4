"""What helps, said above the layers that find something wrong."""

from pathlib import Path

import pytest

from bot.messages.next_steps import NEXT_STEPS, explained
from corpus.errors import FolderError, NoAddedDocumentError, SourceError
from embeddings import ModelUnavailableError
from retrieval import IndexUnavailableError
from retrieval.errors import EngineUnavailableError

ERRORS = (
    (
        EngineUnavailableError("postgresql://db/library", "没有回音"),
        "索引引擎 postgresql://db/library 用不了：没有回音。请检查它是否在运行",
    ),
    (FolderError(Path("/x"), "只读"), "文件库“/x”无法读写（只读）。请检查该目录的权限"),
    (IndexUnavailableError(Path("/x"), "只读"), "索引目录“/x”无法使用：只读。请检查该目录的读写权限"),
    (ModelUnavailableError("m", "没有"), "向量模型“m”无法加载：没有。请把 WENZHENG_MODEL 设为"),
    (NoAddedDocumentError("1号"), "没有添加过文号为“1号”的现行文件。请用 wenzheng corpus list 查看。"),
)


@pytest.mark.parametrize(("error", "said"), ERRORS)
def test_what_is_wrong_is_followed_by_what_helps(error, said):
    """In one line; where to change what, in the words of the settings and commands."""
    assert explained(error).startswith(said)
    assert "\n" not in explained(error)


def test_every_next_step_is_of_an_error_that_there_is():
    """A name that nothing bears would never be found."""
    assert set(NEXT_STEPS) == {type(error).__name__ for error, _ in ERRORS}


def test_an_error_that_says_it_all_stays_as_it_is():
    """Nothing is added to it."""
    assert explained(SourceError("空.txt：没有文字")) == "空.txt：没有文字"


@pytest.mark.parametrize("folder", ["corpus", "retrieval", "embeddings"])
def test_the_layers_below_name_no_command_and_no_setting(folder):
    """What people type is known above."""
    root = Path(__file__).parents[3] / folder
    text = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    assert text
    assert "wenzheng corpus" not in text
    assert "WENZHENG_" not in text
