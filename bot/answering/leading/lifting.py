"""Whether a measure may answer what the search has refused: it holds there, under titles on the matter."""

from bot.answering.leading.asked_clause import told_beside
from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.ports import CatalogView, Finding
from corpus.records import Document, Measure
from corpus.regions import holds_in


def may_lift(
    catalog: CatalogView, question: str, finding: Finding, measure: Measure, region: str | None
) -> bool:
    """Whether a measure may lift the refusal of a question of somebody in a region.

    Words that any law has (材料, 告知, 多少天) are borne out by some article of some document. So of an added
    document the titles have some of the matter; what a row is called is the row's own to say. Of 1,420
    questions over 72 documents of other offices 5 were lifted rightly and 27 that nothing answers; with both
    conditions 0 and 4 (2026-11-30).

    Example: `去市民中心要带什么` and an article on papers of 《小饭桌登记办法》 -> False
    """
    document = catalog.document(measure.document)
    if not _holds(document, region):
        return False
    added = any(hit.unasked for hit in finding.rejected if hit.measure_id == measure.id)
    if not added or len(measure.sections) > 1:
        return True
    titles = "，".join((document.title, *measure.heading))
    return NamedMatter.of(question, finding.query).is_shared(titles)


def bears_out_circumstances(
    catalog: CatalogView, question: str, clause: str, finding: Finding, measure: Measure
) -> bool:
    """Whether a measure has some word of what is told beside the one clause that asks.

    Example: `年检漏了一回，营业证会不会作废` and an article that says nothing of 年检 -> False
    """
    told = NamedMatter.of(told_beside(question, clause), finding.query)
    return not told.words or told.is_shared(under_titles(measure, catalog))


def _holds(document: Document, region: str | None) -> bool:
    """Whether a document is of a region, of one around it, or of one in it; those without a place are."""
    if not (region and document.region):
        return True
    return holds_in(document.region, region) or holds_in(region, document.region)
