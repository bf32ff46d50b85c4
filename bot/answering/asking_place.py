"""Asks which of the places of one name is meant."""

from collections.abc import Collection
from dataclasses import replace

from bot.answer import Answer, Status, place_options
from bot.called_places import common_name, which_place


def asking_which_place(blank: Answer, alike: Collection[str]) -> Answer:
    """The question back to somebody who named a place as several are called whose rules differ."""
    text = which_place(common_name(alike), alike)
    return replace(blank, status=Status.CLARIFY, text=text, options=place_options(alike))
