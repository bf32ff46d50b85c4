"""Reads numbers, years, places, references and wishes from a question."""

from retrieval.question.annals import asks_for_annals
from retrieval.question.answer_kinds import AnswerKind, gives, kinds_asked
from retrieval.question.asked import (
    FIELDS,
    NEAR_MISSES,
    ROWS,
    Asked,
    hints,
    stated_by,
    take_fields,
    without_wishes,
)
from retrieval.question.asked_numbers import DocumentNumbers
from retrieval.question.counted_units import counted
from retrieval.question.everyday import default_lexicon
from retrieval.question.figures import Figure, figures_asked, states_figure
from retrieval.question.filler import without_filler
from retrieval.question.place_tree import NamedPlace, PlaceTree, divisions_called, parts_of, tree_over
from retrieval.question.points import Point, points_asked, prints_point
from retrieval.question.query import Query, Vocabulary, asked_from, nearest_alike, understand
from retrieval.question.references import (
    TABLE_ROW,
    item_named,
    positions_called,
    row_label,
    without_documents,
    without_item,
)
from retrieval.question.tariffs import PRICED, is_price, is_tariff, what_is_priced
from retrieval.question.topics import Parting, Topics, asks, split_topics
from retrieval.question.toponyms import place_names, towns_of
from retrieval.question.years import in_a_span, in_full, is_of_rules, rule_years, years_away, years_named

__all__ = [
    "FIELDS",
    "NEAR_MISSES",
    "PRICED",
    "ROWS",
    "TABLE_ROW",
    "AnswerKind",
    "Asked",
    "DocumentNumbers",
    "Figure",
    "NamedPlace",
    "Parting",
    "PlaceTree",
    "Point",
    "Query",
    "Topics",
    "Vocabulary",
    "asked_from",
    "asks",
    "asks_for_annals",
    "counted",
    "default_lexicon",
    "divisions_called",
    "figures_asked",
    "gives",
    "hints",
    "in_a_span",
    "in_full",
    "is_of_rules",
    "is_price",
    "is_tariff",
    "item_named",
    "kinds_asked",
    "nearest_alike",
    "parts_of",
    "place_names",
    "points_asked",
    "positions_called",
    "prints_point",
    "row_label",
    "rule_years",
    "split_topics",
    "stated_by",
    "states_figure",
    "take_fields",
    "towns_of",
    "tree_over",
    "understand",
    "what_is_priced",
    "without_documents",
    "without_filler",
    "without_item",
    "without_wishes",
    "years_away",
    "years_named",
]
