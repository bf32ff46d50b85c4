"""What a talk goes on about after a notice that does no more than extend another one's term."""

from collections.abc import Sequence

from bot.conversation.scene import Scene
from corpus.records import Document
from corpus.text.han_pairs import pairs_of
from corpus.ties import TERM, TieKind


def carried_on(scene: Scene, shown: Sequence[str]) -> str | None:
    """The measure of an extended document that follow-ups are about; None where nothing was extended.

    Of those shown beside the notice, else the one with most words of the question.

    Example: after `有效期延长至2028年6月30日`, 一个月多少 -> the article of the extended measure
    """
    catalog = scene.assistant.catalog
    extended = next(iter(_extended_by(scene, shown[0])), None) if shown else None
    if extended is None:
        return None
    beside = (name for name in shown if catalog.measure(name).document == extended.number)
    asked = pairs_of(scene.reading.question)
    most = max(extended.measures, key=lambda one: len(asked & pairs_of(one.text)), default=None)
    return next(beside, most.id if most else None)


def _extended_by(scene: Scene, shown: str) -> list[Document]:
    """The documents of which a notice changes the term and nothing else, by the measure shown if by any."""
    catalog = scene.assistant.catalog
    notice = catalog.measure(shown).document
    ties = [tie for tie in catalog.ties_of(notice) if tie.source == notice]
    if not all(tie.kind is TieKind.AMENDS and all(one.label == TERM for one in tie.changes) for tie in ties):
        return []
    extended = {tie.target for tie in ties if any(one.by in ("", shown) for one in tie.changes)}
    return [one for one in catalog.documents if one.number in extended] if extended else []
