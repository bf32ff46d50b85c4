"""Turns that ask how many of a thing there are, and whether a measure prints such a figure."""

import re

from bot.conversation.hearing.followups import read_turn

_UNITS = "个座条名家户人套台辆处所间张亩吨件项棵盏根块期批里米公"
_DONE = "修建改弄干搞整做办装安打盖种养育培招添增"
_ASKED = re.compile(
    rf"(?:要|得|能|想|打算|准备|计划)?[{_DONE}]{{0,2}}(?:几|多少)"
    rf"(?:(?P<unit>[{_UNITS}])(?P<thing>[\u4e00-\u9fff])?|(?P<bare>[\u4e00-\u9fff]))"
)
"""The count, with what is done to the things before it."""
_NO_THING = "钱天年月日号点块分成次回岁弄干建修搞要能是给才的在有呢吗不"
"""After a count: money and time are fields of their own, the others say no thing."""
_FIGURE = r"\d(?:\.\d+)?[万余多]*"


_LONGEST_THING = 4
"""Characters of a thing that is named before its count."""


def figure_of(words: str) -> re.Pattern[str] | None:
    """What prints the count of the one thing that a turn names before it; None where it asks for none.

    Example: "桥要改几座" -> a pattern that finds "危桥改造1座"
    """
    asked = _ASKED.search(words)
    if asked is None or not asked.group("unit") or asked.group("unit") in "个里米":
        return None
    named = read_turn(f"{words[: asked.start()]} {words[asked.end() :]}").matter
    if len(named) != 1 or len(named[0]) > _LONGEST_THING:
        return None
    thing, unit = re.escape(named[0]), asked.group("unit")
    return re.compile(
        rf"{thing}[^\d，。；]{{0,6}}\d*{_FIGURE}{unit}|{_FIGURE}{unit}[^\d，。；]{{0,6}}{thing}"
    )


def counts_of(words: str, text: str) -> bool:
    """Whether a turn asks for nothing but how many of a thing there are, and a text prints how many.

    Example: "一共几个村弄", "改造提升35个薄弱村卫生室" -> True
    """
    asked = _ASKED.search(words)
    if asked is None or read_turn(f"{words[: asked.start()]} {words[asked.end() :]}").content:
        return False
    thing = (asked.group("thing") or "").strip(_NO_THING) or (asked.group("bare") or "").strip(_NO_THING)
    squeezed = re.sub(r"\s", "", text)
    unit = asked.group("unit") or ""
    if thing:
        return bool(re.search(rf"{_FIGURE}[{_UNITS}]?[^\d，。；]{{0,6}}{thing}", squeezed))
    return bool(unit and unit != "个" and re.search(rf"{_FIGURE}{unit}", squeezed))
