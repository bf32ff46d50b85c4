"""Fits weights and thresholds on judged questions; off the answering path."""

from retrieval.fitting.baselines import Baseline, BaselineSearch
from retrieval.fitting.fit_asks import fit_ask_model
from retrieval.fitting.judged import JudgedQuestion, judged_question, norm
from retrieval.fitting.learners import learner, require_learners
from retrieval.fitting.metrics import hit_at, mrr

__all__ = [
    "Baseline",
    "BaselineSearch",
    "JudgedQuestion",
    "fit_ask_model",
    "hit_at",
    "judged_question",
    "learner",
    "mrr",
    "norm",
    "require_learners",
]
