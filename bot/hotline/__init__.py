"""What goes to and comes from the 12345 hotline: questions with their answers, as files and by a webhook."""

from bot.hotline.case_files import cases_json, cases_of_json, cases_of_workbook, cases_workbook
from bot.hotline.case_import import import_cases
from bot.hotline.case_likeness import fitting_cases
from bot.hotline.case_list import every_case
from bot.hotline.case_rows import CaseFaultsError

__all__ = [
    "CaseFaultsError",
    "cases_json",
    "cases_of_json",
    "cases_of_workbook",
    "cases_workbook",
    "every_case",
    "fitting_cases",
    "import_cases",
]
