"""Known models."""

import pytest

from embeddings.models import Prompts, prompts_for


@pytest.mark.parametrize(
    ("model", "prompts"),
    [
        ("intfloat/multilingual-e5-small", Prompts("query: ", "passage: ")),
        ("/models/bge-small-zh-v1.5", Prompts(query="为这个句子生成表示以用于检索相关文章：")),
        ("moka-ai/m3e-base", Prompts()),
        ("BAAI/bge-m3", Prompts()),
        ("someone/unknown", Prompts()),
        ("/opt/wenzheng-3/models/bge-m3", Prompts()),
    ],
)
def test_prompts_follow_the_model_card(model: str, prompts: Prompts) -> None:
    """Each family gets the words its card asks for, an unknown model none."""
    assert prompts_for(model) == prompts
