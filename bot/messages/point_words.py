"""Sentences on what a question asks for and a text on its matter does not print."""

from collections.abc import Sequence

from retrieval.question import Point

UNPRINTED = "文件里有相近的规定，但没有写{points}。"
NO_WINDOW = "文件里没有写{window}。"
WINDOWS = "《{title}》里写到的窗口有：{windows}。"
ON_THE_MATTER = "相近的规定：{number}{item}“{title}”。"


def unprinted(points: Sequence[Point]) -> str:
    """The sentence that a text prints none of these points."""
    return UNPRINTED.format(points="，也没有写".join(point.label for point in points))
