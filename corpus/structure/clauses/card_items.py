"""The items of a handbook, each a title above the same fields as the others: 政策依据, 支持内容, 联系电话.

The labels inside an item belong to its fields, whatever they look like: only titles divide a handbook.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.text.excerpt import compact
from corpus.text.labels import opens_with_label
from corpus.text.markers import Marker, Style, addressable, find_marker

_FIELD = re.compile(r"[【\[]?(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff/、（）]{1,9})(?:[】\]][：:]?|[：:])")
_SENTENCE = re.compile(r"[。；，]$|。.|[：:]")
_GROUPS = frozenset({Style.HAN, Style.HAN_BRACKET, Style.CHAPTER, Style.SECTION})
_LEAST_CARDS = 3
_LEAST_FIELDS = 3
"""Fields that the items of a handbook share."""
_MOST_ABOVE = 5
"""Lines between two items: chapters, the title, the title once more on two lines."""
_LONGEST = 60
_SHARE = 0.6
"""Least share of the items that begin with the first field, or whose titles have one look of label."""


@dataclass(frozen=True, slots=True)
class _Card:
    """The lines [above, start) over the first field of an item."""

    above: int
    start: int


def find_card_items(texts: Sequence[str]) -> Mapping[int, Marker | None]:
    """The titles of the items of a handbook, by position, and None for each label inside an item.

    Empty where a text is no handbook.

    Example: `1. 首贷补贴`, `政策依据：…`, `支持内容：1．补助…`, `联系电话：…`, `2. …` -> 1 and 2 are items
    """
    names = [_name(text) for text in texts]
    fields = _shared(names)
    starts = _starts(names, fields)
    cards = [_Card(_above(texts, names, start), start) for start in starts]
    if len(cards) < _LEAST_CARDS or not _alike(names, fields, starts):
        return {}
    look = _look(texts, cards)
    cards = sorted([*cards, *_without_first_field(texts, names, fields, cards)], key=lambda card: card.start)
    markers: dict[int, Marker | None] = dict(_groups(names, cards))
    for ordinal, card in enumerate(cards, 1):
        markers.update(_read(texts, card, look, ordinal))
    inside = (i for i in range(cards[0].start, len(texts)) if i not in markers)
    return {**markers, **dict.fromkeys(inside)}


def _name(text: str) -> str:
    match = _FIELD.match(text)
    return match["name"] if match else ""


def _shared(names: Sequence[str]) -> frozenset[str]:
    """The names that open lines as often as others: fields of every item, or nearly.

    None where all of them only say whom to call, as below the parts of a notice.
    """
    counts = Counter(filter(None, names))
    often = sorted(counts.values())[-_LEAST_FIELDS:][:1]
    least = max(_LEAST_CARDS, _SHARE * often[0]) if often else _LEAST_CARDS
    shared = frozenset(name for name, count in counts.items() if count >= least)
    return frozenset() if all(opens_with_label(f"{name}：") for name in shared) else shared


def _starts(names: Sequence[str], fields: frozenset[str]) -> list[int]:
    """Where the field stands that is the first of the items."""
    first = next((name for name in names if name in fields), "")
    return [i for i, name in enumerate(names) if first and name == first]


def _alike(names: Sequence[str], fields: frozenset[str], starts: Sequence[int]) -> bool:
    """Whether most items have enough of the fields in common."""
    ends = [*starts[1:], len(names)]
    own = [len(fields.intersection(names[start:end])) for start, end in zip(starts, ends, strict=True)]
    return sum(count >= _LEAST_FIELDS for count in own) >= _SHARE * len(own)


def _above(texts: Sequence[str], names: Sequence[str], start: int) -> int:
    """Where the lines begin over a first field that may be titles."""
    above = start
    while above > 0 and start - above < _MOST_ABOVE and not names[above - 1] and _is_title(texts[above - 1]):
        above -= 1
    return above


def _without_first_field(
    texts: Sequence[str], names: Sequence[str], fields: frozenset[str], cards: Sequence[_Card]
) -> list[_Card]:
    """The items that begin with a paragraph where the others have their first field.

    Their titles stand behind the field that ends the others, and other fields of them follow.

    Example: `申请渠道：县人社局`, `扶贫基地补贴`, `对吸纳…的基地，按…给予补贴。`, `政策依据：…`
    """
    ends = Counter(name for card in cards if (name := _last_name(names, card.above)))
    last, count = ends.most_common(1)[0] if ends else ("", 0)
    if last not in fields or count < _LEAST_CARDS:
        return []
    return [
        _Card(start - 1, start)
        for start in range(2, len(texts) - 1)
        if names[start - 2] == last and not (names[start - 1] or names[start])
        if _is_title(texts[start - 1]) and not _is_title(texts[start]) and names[start + 1] in fields
    ]


def _last_name(names: Sequence[str], end: int) -> str:
    return names[end - 1] if end else ""


def _groups(names: Sequence[str], cards: Sequence[_Card]) -> dict[int, Marker]:
    """The lines of a field that stands nowhere but above the first item of a group of items.

    Example: `服务对象：高校毕业生` above three items, `服务对象：用人单位` above two -> both lines
    """
    above = {card.above - 1: name for card in cards if (name := _last_name(names, card.above))}
    counts, printed = Counter(above.values()), Counter(names)
    chosen = {n for n, count in counts.items() if 1 < count == printed[n] and 2 * count <= len(cards)}
    lines = (position for position, name in above.items() if name in chosen)
    return {position: Marker(Style.GROUP, "", ordinal, 0) for ordinal, position in enumerate(lines, 1)}


def _is_title(text: str) -> bool:
    marker = find_marker(text)
    words = text[marker.end :] if marker else text
    return 0 < len(words) <= _LONGEST and not _SENTENCE.search(words)


def _look(texts: Sequence[str], cards: Sequence[_Card]) -> Style | None:
    """The look of the labels of the titles; None where they have none."""
    looks = Counter(
        marker.style
        for card in cards
        if (marker := next(filter(None, map(find_marker, reversed(texts[card.above : card.start]))), None))
    )
    look, count = looks.most_common(1)[0] if looks else (None, 0)
    return look if count >= _SHARE * len(cards) else None


def _read(
    texts: Sequence[str], card: _Card, look: Style | None, ordinal: int
) -> Iterator[tuple[int, Marker | None]]:
    """The markers of the lines over the first field of an item: groups, its title, and no further ones."""
    markers = {i: find_marker(texts[i]) for i in range(card.above, card.start)}
    titles = [i for i, marker in markers.items() if marker and marker.style is look]
    title = titles[-1] if titles else card.start - 1 if card.above < card.start else card.start
    first = title
    while first - 1 in markers and (above := markers[first - 1]) and above.style in _GROUPS - {look}:
        first -= 1
        yield first, above
    own = markers.get(title) if titles else None
    label = own.label if own else addressable(compact(texts[title])[:_LONGEST].strip("：:【】"))
    yield title, Marker(Style.CARD, label, own.ordinal if own else ordinal, own.end if own else 0)
