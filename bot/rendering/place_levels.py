"""Whose rules an answer shows: its own line, other levels in groups, and where the same rule stands too."""

from collections.abc import Sequence
from itertools import groupby

from bot import messages
from bot.answer import ShownMeasure
from bot.layout import Block, faint, plain, strong
from bot.messages import level_words
from bot.messages.items import item_name
from bot.messages.web import NOT_APPLICABLE
from bot.rendering.term_words import state_word
from corpus.records import State
from corpus.regions import holds_in, region_of
from corpus.short_titles import title
from corpus.text.typesetting import cut_at_clause, tidy

_WORDS_UNITS = 90
"""UTF-16 code units quoted of a rule of another level: three lines on a phone."""
_TOLD = frozenset((State.EXPIRED, State.NOT_YET, State.DRAFT))
"""States that are said wherever a rule is quoted."""
_ADDS_UNITS = 200
_MOST_ADDS = 2


def whose(measure: ShownMeasure, region: str | None, *, names_place: bool) -> Block:
    """Whose rule it is: where it is not the asker's own, or nobody named a place and several are meant.

    Nothing where its document names no place.
    """
    place = measure.doc.region
    if not place:
        return ()
    if region is None:
        return (faint(messages.LEAD_REGION.format(region=place)),) if names_place else ()
    if _is_above(place, region):
        rules = level_words.rules_of(_full(place))
        return (strong(level_words.LEAD_LEVEL.format(rules=rules)),)
    return ()


def same_elsewhere(measure: ShownMeasure) -> Block:
    """Which other levels have the same rule, and what these add in their words."""
    if not measure.also:
        return ()
    levels = "、".join(level_words.level_word(_full(other.doc.region)) for other in measure.also)
    places = "、".join(
        level_words.SAME_PLACE.format(number=other.doc.number, item=item_name(other.item))
        for other in measure.also
    )
    adding = [
        plain(
            level_words.ADDS.format(
                rules=level_words.rules_of(_full(other.doc.region)),
                words=cut_at_clause(tidy(words), _ADDS_UNITS),
            )
        )
        for other in measure.also
        for words in other.adds[:_MOST_ADDS]
    ]
    return (faint(level_words.SAME.format(levels=levels, places=places)), *adding)


def others(told: Sequence[ShownMeasure], rest: Sequence[ShownMeasure], region: str | None) -> Block:
    """What else was found, numbered: the asker's own first, then each level above under its name, quoted."""
    near = [measure for measure in rest if not (region and _is_above(measure.doc.region, region))]
    lines = [plain(_near(ordinal, m, told[0])) for ordinal, m in enumerate(near, len(told) + 1)]
    if near:
        lines.insert(0, strong(messages.OTHER_MEASURES))
    above = list(enumerate((measure for measure in rest if measure not in near), len(told) + len(near) + 1))
    for place, group in groupby(above, key=lambda pair: pair[1].doc.region):
        rules = level_words.rules_of(_full(place))
        lines.append(strong(level_words.OTHER_LEVEL.format(rules=rules)))
        lines += [plain(_of_level(ordinal, measure)) for ordinal, measure in group]
    return tuple(lines)


def _near(ordinal: int, measure: ShownMeasure, first: ShownMeasure) -> str:
    elsewhere = measure.doc.region != first.doc.region
    return messages.OTHER_MEASURE.format(
        ordinal=ordinal,
        region=messages.OTHER_REGION.format(region=measure.doc.region) if elsewhere else "",
        title=title(measure.sections),
        number=measure.doc.number,
        item=item_name(measure.item),
    )


def _of_level(ordinal: int, measure: ShownMeasure) -> str:
    named = title(measure.sections)
    said = tidy(measure.highlights[0] if measure.highlights else "").removeprefix(named).lstrip("。，：")
    words = cut_at_clause(said, _WORDS_UNITS)
    form = level_words.OTHER_WORDS if words == said else level_words.CUT_WORDS
    telling = not measure.applies or measure.validity.state in _TOLD
    return level_words.OTHER_MEASURE.format(
        ordinal=ordinal,
        state=level_words.STATE.format(state=_state(measure)) if telling else "",
        title=named,
        number=measure.doc.number,
        item=item_name(measure.item),
        words=form.format(words=words) if words else "",
    )


def _state(measure: ShownMeasure) -> str:
    return state_word(measure.validity) if measure.applies else NOT_APPLICABLE


def _is_above(place: str, region: str) -> bool:
    """Whether rules of a place hold in a region that is a part of it; no place tells nothing."""
    return bool(place) and holds_in(place, region) and not holds_in(region, place)


def _full(region: str) -> str:
    """The name of a region with its level. Example: 聊城 -> 聊城市."""
    return region_of(region).own[0] if region else ""
