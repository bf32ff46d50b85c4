"""What is asked of a year to come, and whether the rules found hold then."""

import re
from datetime import date

from bot.answering.wording.matter_words import NamedMatter, under_titles
from bot.judged_terms import term_of
from bot.ports import CatalogView, Finding
from retrieval.deciding import Reason

_STILL = re.compile(r"还(?![款贷钱]|有(?:什么|哪))")


def asks_whether_still(question: str) -> bool:
    """Whether a question asks if something goes on. Example: 2027年还发吗 -> True; 还款期限 -> False."""
    return bool(_STILL.search(question))


def still_holding(library: CatalogView, question: str, finding: Finding, as_of: date) -> str | None:
    """The measure found that holds in the years to come of which it is asked whether it goes on; mostly None.

    By its printed term, or by that to which another document has extended it: the answer tells the last day.

    Example: 冷库补助2027年还有吗, where the term was extended to 2028-08-19 -> the article found
    """
    years = finding.query.years if finding.reason is Reason.OTHER_YEAR else ()
    if not years or min(years) < as_of.year or not asks_whether_still(question) or not finding.rejected:
        return None
    measure = library.measure(finding.rejected[0].measure_id)
    until = term_of(library, measure, as_of).until
    on_matter = NamedMatter.of(question, finding.query).is_held(under_titles(measure, library))
    return measure.id if until and until.year >= max(years) and on_matter else None
