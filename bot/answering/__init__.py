"""The assistant: one question in, one answer out, whatever the channel."""

from bot.answering.asking_place import asking_which_place
from bot.answering.assistant import Assistant
from bot.answering.declining.withholding import Withholding
from bot.answering.leading.nearest_place import distances
from bot.answering.leading.still_holding import asks_whether_still
from bot.answering.relating import is_superseded, reference, related_documents, related_to_measure
from bot.answering.search_memory import RememberingSearch
from bot.answering.showing import TOP_K
from bot.answering.small_talk import recognised
from bot.answering.typed_message import MAX_CHARS, Reading, read
from bot.answering.wording.acts import TRACE, Act, acts_asked, says_who
from bot.answering.wording.asked_fields import fields_on
from bot.answering.wording.complaining import asks_to_complain, without_complaint
from bot.answering.wording.grades import names_grades
from bot.answering.wording.matter_words import (
    holds_matter,
    matter_named,
    only_mentions,
    shares_matter,
    under_titles,
)
from bot.answering.wording.particulars import (
    ONE_MATTER,
    Particular,
    article_on,
    is_of_notice,
    is_titled,
    particulars_asked,
    says,
    sentences_on,
    without_particulars,
)
from bot.answering.wording.rare_words import Rarity, shared_matter
from bot.answering.wording.sentence_spans import sentences
from bot.answering.wording.things import OtherThing, names_thing, other_thing, without_things
from bot.answering.wording.unit_amounts import prints_amount, unit_asked

__all__ = [
    "MAX_CHARS",
    "ONE_MATTER",
    "TOP_K",
    "TRACE",
    "Act",
    "Assistant",
    "OtherThing",
    "Particular",
    "Rarity",
    "Reading",
    "RememberingSearch",
    "Withholding",
    "acts_asked",
    "article_on",
    "asking_which_place",
    "asks_to_complain",
    "asks_whether_still",
    "distances",
    "fields_on",
    "holds_matter",
    "is_of_notice",
    "is_superseded",
    "is_titled",
    "matter_named",
    "names_grades",
    "names_thing",
    "only_mentions",
    "other_thing",
    "particulars_asked",
    "prints_amount",
    "read",
    "recognised",
    "reference",
    "related_documents",
    "related_to_measure",
    "says",
    "says_who",
    "sentences",
    "sentences_on",
    "shared_matter",
    "shares_matter",
    "under_titles",
    "unit_asked",
    "without_complaint",
    "without_particulars",
    "without_things",
]
