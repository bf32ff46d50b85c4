"""The measures with which a question is compared closely: all of a small corpus, else candidates."""

from retrieval.gathering.candidate_limits import CandidateLimits, default_limits
from retrieval.gathering.candidates import Candidates
from retrieval.gathering.selection import Gatherer, Selection

__all__ = ["CandidateLimits", "Candidates", "Gatherer", "Selection", "default_limits"]
