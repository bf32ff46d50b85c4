"""Whether the best measure answers, and why a question is refused."""

from retrieval.deciding.asks import (
    ASKS_FILE,
    BUCKETS,
    VECTOR_SCALE,
    AskModel,
    Asks,
    default_asks,
    read_ask_models,
    run_buckets,
    run_weight,
    write_ask_models,
    write_asks,
)
from retrieval.deciding.case_features import Case, features, model_of, probability, question_features
from retrieval.deciding.confidence import (
    Decision,
    Verdict,
    decide,
    has_neighbour,
    reason_of,
    threshold_name,
    threshold_of,
)
from retrieval.deciding.glance import chance_at_a_glance, glance_features, of_words
from retrieval.deciding.reasons import REASONS, Reason
from retrieval.deciding.runners_up import stating_next

__all__ = [
    "ASKS_FILE",
    "BUCKETS",
    "REASONS",
    "VECTOR_SCALE",
    "AskModel",
    "Asks",
    "Case",
    "Decision",
    "Reason",
    "Verdict",
    "chance_at_a_glance",
    "decide",
    "default_asks",
    "features",
    "glance_features",
    "has_neighbour",
    "model_of",
    "of_words",
    "probability",
    "question_features",
    "read_ask_models",
    "reason_of",
    "run_buckets",
    "run_weight",
    "stating_next",
    "threshold_name",
    "threshold_of",
    "write_ask_models",
    "write_asks",
]
