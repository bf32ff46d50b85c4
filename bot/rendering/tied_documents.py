"""What tied documents mean for a measure, as lines: warnings before the quotes, pointers below the source."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answer import DocumentRef, RelatedDocument, ShownMeasure
from bot.layout import Block, Line, faint, plain, strong
from bot.messages import chinese_date
from bot.messages import related as messages
from bot.messages.items import item_name
from bot.rendering.term_words import term_words
from corpus.text.typesetting import clipped, cut_at_clause, tidy, utf16_length
from corpus.ties import EXPLAINING, DocumentKind, TieKind

_TITLE_UNITS = 120
_WORDS_UNITS = 1000
"""UTF-16 code units of all amending sentences of a measure, or of the articles that it changes."""
_MOST_NAMED = 3
"""Documents named on one line; the page of the document has all of them."""
_WARNINGS = {
    TieKind.REPEALS: (messages.LEAD_REPEALED, messages.LEAD_TO_BE_REPEALED),
    TieKind.REVISES: (messages.LEAD_REVISED, messages.LEAD_TO_BE_REVISED),
    TieKind.AMENDS: (messages.LEAD_AMENDED, messages.LEAD_TO_BE_AMENDED),
}
"""What is said of a document to which that was done, and to which it is going to be done."""
_EXPLAINS = {
    DocumentKind.INTERPRETATION: messages.LEAD_INTERPRETATION,
    DocumentKind.QUESTIONS: messages.LEAD_QUESTIONS,
    DocumentKind.REPORT: messages.LEAD_REPORT,
}
_INWARD = {TieKind.INTERPRETS: messages.INTERPRETED, TieKind.IMPLEMENTS: messages.IMPLEMENTED}
_OUTWARD = {
    TieKind.IMPLEMENTS: messages.IMPLEMENTS,
    TieKind.REVISES: messages.REVISES,
    TieKind.INCORPORATES: messages.INCORPORATES,
}


def related_leads(measure: ShownMeasure) -> Block:
    """Warnings: what is no policy itself, what is repealed, revised or amended, with the amending words."""
    lines: list[Line] = []
    if measure.kind in EXPLAINING:
        lines.append(strong(_EXPLAINS[measure.kind]))
    for each in measure.related:
        if each.outward:
            lines += _outward(each, measure)
        else:
            lines += _inward(each)
    changing = [e for e in measure.related if not e.outward and any(change.item for change in e.changes)]
    if changing:
        lines.append(strong(_before([each for each in changing if each.in_effect])))
    return tuple(lines)


def _before(done: Sequence[RelatedDocument]) -> str:
    """What is said above the words of a measure that is changed or deleted, by decisions in effect if any."""
    if any(change.deletes for each in done for change in each.changes):
        return messages.BEFORE_DELETING
    return messages.BEFORE_AMENDING if done else messages.UNTIL_AMENDED


def document_leads(related: Sequence[RelatedDocument]) -> Block:
    """Warnings about a whole document: what has ended it, replaced it, or changed its term."""
    whole = (each for each in related if not each.outward and not any(c.item for c in each.changes))
    return tuple(line for each in whole for line in _inward(each))


def related_lines(measure: ShownMeasure) -> Block:
    """Pointers: interpretations, 细则, changes of other articles; one line a tie."""
    lines: list[Line] = []
    for outward, forms in ((True, _OUTWARD), (False, _INWARD)):
        for tie, form in forms.items():
            named = [each for each in measure.related if each.tie is tie and each.outward is outward]
            if named:
                lines.append(faint(form.format(documents=_all(named))))
    elsewhere = [e for e in measure.related if e.tie is TieKind.AMENDS and not e.outward and not e.changes]
    for whole, form in ((True, messages.AMENDED_ELSEWHERE), (False, messages.AMENDED_SOMEWHERE)):
        named = [each for each in elsewhere if each.whole is whole]
        if named:
            lines.append(faint(form.format(documents=_all(named))))
    return tuple(lines)


def tie_lines(related: Sequence[RelatedDocument]) -> Block:
    """All tied documents of a document, one line a kind of tie."""
    by_tie: dict[str, list[RelatedDocument]] = {}
    for each in related:
        by_tie.setdefault(messages.TIES[each.tie, each.outward], []).append(each)
    return tuple(
        plain(messages.TIED.format(tie=tie, documents="；".join(document_name(each.doc) for each in named)))
        for tie, named in by_tie.items()
    )


def document_name(doc: DocumentRef) -> str:
    """A document by title, number and day. Example: `《停车办法》（青政发〔2020〕5号，2020年6月1日发布）`."""
    title = clipped(_inner(tidy(doc.title)), _TITLE_UNITS)
    day = chinese_date(doc.issued) if doc.issued else ""
    if "〔" in doc.number:
        issued = messages.DOCUMENT_ISSUED.format(day=day) if day else ""
        return messages.DOCUMENT.format(title=title, number=doc.number, issued=issued)
    return messages.DOCUMENT_UNNUMBERED.format(
        title=title, issued=messages.ISSUED_ALONE.format(day=day) if day else ""
    )


def _outward(each: RelatedDocument, measure: ShownMeasure) -> Iterator[Line]:
    """The policy that is explained, or the article that is changed, as it was before."""
    if each.tie is TieKind.INTERPRETS:
        yield plain(messages.INTERPRETS.format(document=document_name(each.doc), term=_standing(each)))
    elif each.tie is TieKind.AMENDS and (each.changes or measure.kind is DocumentKind.AMENDMENT):
        form = messages.LEAD_DECIDES if each.changes else messages.LEAD_OF_DECISION
        yield strong(form.format(document=document_name(each.doc)))
        known = [change for change in each.changes if change.before]
        yield from _quoted((messages.DECIDES_ON.format(item=item_name(c.item)), c.before) for c in known)


def _standing(each: RelatedDocument) -> str:
    """Whether a policy is in force, and what was changed in it."""
    if each.repealed_by:
        return messages.REPEALED.format(document=document_name(each.repealed_by))
    amended = "".join(messages.AMENDED.format(document=document_name(doc)) for doc in each.amended_by)
    return term_words(each.validity) + amended


def _inward(each: RelatedDocument) -> Iterator[Line]:
    """What ends, replaces or changes the document shown, with the words that change the measure."""
    forms = _WARNINGS.get(each.tie)
    if forms is None or (each.tie is TieKind.AMENDS and not each.changes):
        return
    now, then = forms
    if not any(change.item for change in each.changes) and each.changes:
        now = then = messages.LEAD_TERM
    since = chinese_date(each.since) if each.since else ""
    later = messages.SINCE.format(day=since) if since and each.since != each.doc.issued else ""
    if any(change.deletes for change in each.changes):
        now, then = messages.LEAD_DELETED, messages.LEAD_TO_BE_DELETED
    if each.lapses and each.tie is TieKind.REPEALS:
        now, then = messages.LEAD_LAPSED, messages.LEAD_TO_LAPSE
    form = now if each.in_effect else then
    yield strong(form.format(document=document_name(each.doc), day=since, since=later))
    yield from _quoted(("", change.words) for change in each.changes)


def _quoted(parts: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Words of a document, each below what announces it, as far as there is room."""
    room = _WORDS_UNITS
    for announced, words in parts:
        if room <= 0:
            yield plain(messages.MORE_CHANGES)
            return
        if announced:
            yield plain(announced)
        shown = cut_at_clause(tidy(words), room)
        room -= utf16_length(words)
        form = "{words}" if "“" in shown else messages.QUOTED
        yield from (plain(line) for line in form.format(words=shown).split("\n"))


def _all(named: Sequence[RelatedDocument]) -> str:
    return "；".join(document_name(each.doc) for each in named[:_MOST_NAMED])


def _inner(title: str) -> str:
    """A title whose own brackets are those within 《》."""
    return title.replace("《", "〈").replace("》", "〉")
