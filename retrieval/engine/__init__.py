"""An index in PostgreSQL with pgvector, shared by any number of bots."""

from retrieval.engine.engine_address import EngineAddress
from retrieval.engine.engine_indexes import EngineIndexes

__all__ = ["EngineAddress", "EngineIndexes"]
