"""Whether somebody may claim what a measure gives: what askers say, compared with its conditions."""

from bot.eligibility.assessment import Fulfilment
from bot.eligibility.checking import Check, check, needs
from bot.eligibility.checking_beside import checked
from bot.eligibility.spoken.asker_facts import AskerFacts, facts_of
from bot.eligibility.spoken.circumstances import ToldCircumstances, circumstances_of
from bot.eligibility.spoken.restating import gives_figure, kind_restated, renewed, restated

__all__ = [
    "AskerFacts",
    "Check",
    "Fulfilment",
    "ToldCircumstances",
    "check",
    "checked",
    "circumstances_of",
    "facts_of",
    "gives_figure",
    "kind_restated",
    "needs",
    "renewed",
    "restated",
]
