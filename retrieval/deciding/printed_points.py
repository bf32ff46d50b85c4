"""Whether a measure prints the very points that a question asks for, and how near to the question's words."""

from dataclasses import dataclass

from corpus.records import Measure
from retrieval.question import PRICED, Point, Query, is_tariff, points_asked, prints_point
from retrieval.ranking import shares_by_sentence


@dataclass(frozen=True, slots=True)
class PrintedPoints:
    """What a measure prints of the points that are asked for."""

    asked: bool
    """Whether any point is asked for."""
    printed: bool
    """Whether each of them is printed in some sentence."""
    nearness: float
    """Share of the question's characters in the best sentence that prints the point; of several points that
    of the one printed farthest off, without any that of the best sentence. 0 to 1."""

    @property
    def stated(self) -> float:
        """1 where all that is asked for is printed, -1 where not, 0 where nothing is asked for."""
        return 2 * float(self.printed) - 1 if self.asked else 0.0


def printed_points(query: Query, measure: Measure, heading: str) -> PrintedPoints:
    """The points that a question asks for, looked for in each sentence of a measure under `heading`."""
    points = points_asked(query.text)
    shares = shares_by_sentence(query, measure, heading)
    found = [[share for sentence, share in shares if _prints(measure, sentence, point)] for point in points]
    if not points:
        return PrintedPoints(asked=False, printed=False, nearness=max((s for _, s in shares), default=0.0))
    nearness = min(max(printing, default=0.0) for printing in found)
    return PrintedPoints(asked=True, printed=all(found), nearness=nearness)


def closest_printing(query: Query, measure: Measure, heading: str) -> tuple[float, float]:
    """The share of the question's characters in the best sentence, and in the best that prints a point.

    Any of the points asked for counts. Both 0 to 1; the second is 0 where no sentence prints one.
    """
    points = points_asked(query.text)
    shares = shares_by_sentence(query, measure, heading)
    printing = (
        share for sentence, share in shares if any(_prints(measure, sentence, point) for point in points)
    )
    return max((share for _, share in shares), default=0.0), max(printing, default=0.0)


def _prints(measure: Measure, sentence: str, point: Point) -> bool:
    """Whether a sentence prints a point; all cells of a row of a tariff say what its price is for."""
    return prints_point(point, sentence) or (point in PRICED and is_tariff(measure))
