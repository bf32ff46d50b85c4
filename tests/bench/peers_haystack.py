"""Haystack's hybrid: BM25 and vectors in memory, joined by reciprocal rank."""

from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

from tests.bench.peers_words import words
from tests.bench.pool import DEPTH, Engine, Pool


def build(pool: Pool) -> Engine:
    """Both retrievers of its hybrid tutorial over one store; blanks between words, as its BM25 needs."""
    store = InMemoryDocumentStore(bm25_tokenization_regex=r"\S+")
    store.write_documents(
        [
            Document(id=str(place), content=" ".join(words(text)), embedding=pool.vectors[place].tolist())
            for place, text in enumerate(pool.texts)
        ]
    )
    lexical = InMemoryBM25Retriever(store, top_k=DEPTH)
    dense = InMemoryEmbeddingRetriever(store, top_k=DEPTH)
    joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=DEPTH)

    def engine(question: str) -> list[int]:
        vector = pool.encoder.encode_queries([question])[0].tolist()
        found = [
            lexical.run(query=" ".join(words(question)))["documents"],
            dense.run(query_embedding=vector)["documents"],
        ]
        return [int(document.id) for document in joiner.run(documents=found)["documents"]]

    return engine
