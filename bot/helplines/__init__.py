"""Whom to call: at once for somebody in danger, and by matter where the documents do not answer."""

from bot.helplines.alarm import Alarm, make_alarm, words_alarm
from bot.helplines.current_helplines import CurrentHelplines, helplines_over, shipped_helplines
from bot.helplines.danger_reply import call_now, caution_block, danger_blocks
from bot.helplines.example_check import faults
from bot.helplines.helpline_tables import SHIPPED, HelplineTableError, read_dangers, read_helplines
from bot.helplines.matter_reply import way_on
from bot.helplines.recognising import Danger, Helpline, Helplines, Matter

__all__ = [
    "SHIPPED",
    "Alarm",
    "CurrentHelplines",
    "Danger",
    "Helpline",
    "HelplineTableError",
    "Helplines",
    "Matter",
    "call_now",
    "caution_block",
    "danger_blocks",
    "faults",
    "helplines_over",
    "make_alarm",
    "read_dangers",
    "read_helplines",
    "shipped_helplines",
    "way_on",
    "words_alarm",
]
