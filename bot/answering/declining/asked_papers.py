"""Whether a document tells how a paper is got, or only has it handed in."""

import re

from bot.answering.wording.matter_words import under_titles
from bot.answering.wording.particulars import Particular, particulars_asked
from bot.ports import CatalogView
from corpus.records import Measure

_PAPER = re.compile("^办?([\u4e00-\u9fff]{1,4}(?:证|执照)) *办?$")
"""A matter that is a paper, and nothing else."""
_TO_GET = frozenset((Particular.PAPERS, Particular.WHERE, Particular.HOW, Particular.HOW_LONG))
_GETTING = "办理|申[请领办]|领取|换[领发]|补[办发领]|核发|发放|颁发|制[作发]|评定|认定|鉴定"


def only_handed_in(question: str, matter: str, measure: Measure, catalog: CatalogView) -> bool:
    """Whether it is asked how a paper is got, and the document of a measure only has it handed in.

    `matter` is that of the question.

    Example: `残疾证怎么办` and a guide to an allowance with `申请材料：残疾人证、身份证` -> True
    """
    paper = _PAPER.match(matter)
    if not paper or _TO_GET.isdisjoint(particulars_asked(question)):
        return False
    document = catalog.document(measure.document)
    named = "[\u4e00-\u9fff]{0,3}".join(paper.group(1))
    whole = "\n".join("".join(under_titles(one, catalog).split()) for one in document.measures)
    got = rf"(?:{_GETTING})[^，。；：\n]{{0,8}}{named}|{named}[^，。；、\n]{{0,4}}(?:{_GETTING})"
    titled = re.search(named, "".join(document.title.split()))
    return bool(re.search(named, whole)) and not titled and not re.search(got, whole)
