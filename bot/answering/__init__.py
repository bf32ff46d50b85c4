"""The assistant: one question in, one answer out, whatever the channel."""

from bot.answering.acts import Act, acts_asked, says_who
from bot.answering.assistant import CHINA, TOP_K, Assistant, today_in_china
from bot.answering.handing_in import ONE_MATTER, says_what_to_bring
from bot.answering.rare_words import Rarity, pairs_of
from bot.answering.relating import is_superseded, reference, related_documents, related_to_measure
from bot.answering.search_memory import RememberingSearch
from bot.answering.sentence_spans import sentences
from bot.answering.small_talk import recognised
from bot.answering.typed_message import MAX_CHARS, Reading, read

__all__ = [
    "CHINA",
    "MAX_CHARS",
    "ONE_MATTER",
    "TOP_K",
    "Act",
    "Assistant",
    "Rarity",
    "Reading",
    "RememberingSearch",
    "acts_asked",
    "is_superseded",
    "pairs_of",
    "read",
    "recognised",
    "reference",
    "related_documents",
    "related_to_measure",
    "says_what_to_bring",
    "says_who",
    "sentences",
    "today_in_china",
]
