"""One document printed in several sources: merged, and where the words differ."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.drafts import DocumentDraft
from corpus.text.excerpt import compact, fold

_WORD_LEFT = re.compile(r"\w{0,5}$")
_WORD_RIGHT = re.compile(r"^\w?")


def merge_editions(drafts: Iterable[DocumentDraft]) -> tuple[DocumentDraft, ...]:
    """Drafts with one number become one: the first with measures is quoted, all pieces and sources are kept.

    A saved page may print its title twice: between the two there is a document without measures.
    """
    by_number: dict[str, list[DocumentDraft]] = {}
    for draft in drafts:
        by_number.setdefault(draft.number, []).append(draft)
    return tuple(_merge(editions) for editions in by_number.values())


def _merge(editions: Sequence[DocumentDraft]) -> DocumentDraft:
    if len(editions) == 1:
        return editions[0]
    quoted = next((edition for edition in editions if edition.measures), editions[0])
    others = [edition for edition in editions if edition is not quoted]
    return replace(
        quoted,
        sources=tuple(dict.fromkeys(source for edition in editions for source in edition.sources)),
        pieces=tuple(piece for edition in editions for piece in edition.pieces),
        differences=tuple(line for other in others if other.measures for line in differences(quoted, other)),
    )


def differences(quoted: DocumentDraft, other: DocumentDraft) -> Iterator[str]:
    """Where another edition prints other words, punctuation and width apart.

    Example: `23: 区发展改革局 / 区发展改革委`
    """
    elsewhere = {measure.item: measure.text for measure in other.measures}
    for measure in quoted.measures:
        for ours, theirs in _word_pairs(measure.text, elsewhere.pop(measure.item, "")):
            yield f"{measure.item}: {ours} / {theirs}"
    for item, text in elsewhere.items():
        yield f"{item}:  / {compact(text)}"


def _word_pairs(ours: str, theirs: str) -> Iterator[tuple[str, str]]:
    """The differing stretches, with the word around them."""
    if fold(ours) == fold(theirs):
        return
    a, b = compact(ours), compact(theirs)
    matcher = difflib.SequenceMatcher(None, _narrow(a), _narrow(b), autojunk=False)
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag == "equal" or fold(a[a_start:a_end]) == fold(b[b_start:b_end]):
            continue
        left = _match(_WORD_LEFT, a[max(a_start - 5, 0) : a_start])
        right = _match(_WORD_RIGHT, a[a_end : a_end + 1])
        yield left + a[a_start:a_end] + right, left + b[b_start:b_end] + right


def _narrow(text: str) -> str:
    """Full-width signs as their ASCII twins, character for character."""
    forms = (unicodedata.normalize("NFKC", character) for character in text)
    return "".join(form if len(form) == 1 else own for form, own in zip(forms, text, strict=True))


def _match(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
