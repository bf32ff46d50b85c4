"""How well each measure fits a question: similarity, rules and weights."""

from retrieval.ranking.close_reading import CLOSE_PARTS, asked_units, shares_by_sentence, stands_under
from retrieval.ranking.facts import MeasureFacts, facts_of, vocabulary_of
from retrieval.ranking.likeness import PARTS, VECTOR_PARTS, Likeness
from retrieval.ranking.matches import Hidden
from retrieval.ranking.network import Floats, Network
from retrieval.ranking.participants import Participants
from retrieval.ranking.ranker import ASKED_RULES, Ranking, rank, ranked_closely, reranked, reweighted
from retrieval.ranking.rules import Circumstances, Column, asker_region, named_region
from retrieval.ranking.town_rows import is_of_other_town, own_rows
from retrieval.ranking.vector_likeness import with_vector
from retrieval.ranking.weights import WEIGHTS_FILE, Weights, default_weights
from retrieval.ranking.word_likeness import WordLikeness, compare_words

__all__ = [
    "ASKED_RULES",
    "CLOSE_PARTS",
    "PARTS",
    "VECTOR_PARTS",
    "WEIGHTS_FILE",
    "Circumstances",
    "Column",
    "Floats",
    "Hidden",
    "Likeness",
    "MeasureFacts",
    "Network",
    "Participants",
    "Ranking",
    "Weights",
    "WordLikeness",
    "asked_units",
    "asker_region",
    "compare_words",
    "default_weights",
    "facts_of",
    "is_of_other_town",
    "named_region",
    "own_rows",
    "rank",
    "ranked_closely",
    "reranked",
    "reweighted",
    "shares_by_sentence",
    "stands_under",
    "vocabulary_of",
    "with_vector",
]
