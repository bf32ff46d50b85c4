"""Whether a measure may answer what the search has refused: it holds there, under titles on the matter."""

from bot.answering.leading.asked_clause import told_beside
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.answering.wording.particulars import ONE_MATTER, title_of
from bot.answering.wording.things import other_thing
from bot.ports import CatalogView, Finding
from corpus.records import Document, Measure
from corpus.regions import holds_in
from corpus.text.body_mentions import find_bodies
from retrieval.question import Point, points_asked
from retrieval.text import plain

_LONGEST_TITLE = 20
"""Characters of a title; what is longer is a sentence."""


def may_lift(
    catalog: CatalogView, question: str, finding: Finding, measure: Measure, region: str | None
) -> bool:
    """Whether a measure may lift the refusal of a question of somebody in a region.

    Words that any law has (材料, 告知, 多少天) are borne out by some article of some document. So of an added
    document the titles have some of the matter, the article's own among them; what a row is called is the
    row's own to say, and whose phone is asked for stands beside it whatever the title is on. Of 1,420
    questions over 72 documents of other offices 5 were lifted rightly and 27 that nothing answers; with both
    conditions 0 and 4 (2026-11-30). A document that speaks of other things of the kind asked about, and not
    of that one, lifts nothing.

    Example: `去市民中心要带什么` and an article on papers of 《小饭桌登记办法》 -> False
    """
    document = catalog.document(measure.document)
    if not _holds(document, region) or other_thing(question, _said_there(document, measure)):
        return False
    added = any(hit.unasked for hit in finding.rejected if hit.measure_id == measure.id)
    if not added or len(measure.sections) > 1 or _asks_phone_of_body(question):
        return True
    titles = "，".join((document.title, *measure.heading, _own_title(measure)))
    return NamedMatter.of(question, finding.query).is_shared(titles)


def _asks_phone_of_body(question: str) -> bool:
    """Whether the phone of a body is all that is asked for: 工信局电话."""
    words = plain(question)
    return set(points_asked(words)) == {Point.PHONE} and bool(find_bodies(words))


def _own_title(measure: Measure) -> str:
    """What an article begins with, where that is its title: 公益性岗位."""
    title = title_of(measure.text)
    return title if len(title) <= _LONGEST_TITLE else ""


def bears_out_circumstances(
    catalog: CatalogView, question: str, clause: str, finding: Finding, measure: Measure
) -> bool:
    """Whether a measure has some word of what is told beside the one clause that asks.

    Example: `年检漏了一回，营业证会不会作废` and an article that says nothing of 年检 -> False
    """
    told = NamedMatter.of(told_beside(question, clause), finding.query)
    return not told.words or told.is_shared(under_titles(measure, catalog))


def _said_there(document: Document, measure: Measure) -> str:
    """All that a short document says; of a longer one, which is of many matters, the measure alone."""
    every = document.measures if len(document.measures) <= ONE_MATTER else (measure,)
    return "，".join((document.title, *(one.text for one in every)))


def _holds(document: Document, region: str | None) -> bool:
    """Whether a document is of a region, of one around it, or of one in it; those without a place are."""
    if not (region and document.region):
        return True
    return holds_in(document.region, region) or holds_in(region, document.region)
