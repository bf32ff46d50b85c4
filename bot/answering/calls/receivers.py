"""To whom a sentence has people hand something in: `于7月10日前报区政府政务公开办公室备案`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.departments import Names
from corpus.records import Measure, Responsibility, Role
from corpus.text.phones import find_phones

_HANDS_IN = r"报案|备案|报告|[报交送递寄告批]|反映|投诉|举报|申[请报领]|登记|报名"
_ASKS = re.compile(
    rf"(?:{_HANDS_IN})[给到往]?(?:谁|哪)|[上去到往向跟找给](?:哪[里儿个家]?|谁)[^，。？?]{{0,5}}?(?:{_HANDS_IN})"
    rf"|(?:谁|哪[里儿个家]?)[^，。？?]{{0,4}}(?:备案|[来给]批|审批|批准)"
)
_BODY = (
    r"(?:办公室|领导小组|委员会|公司|协会|银行|局|厅|委|中心|残联|妇联|工会|大队|支队|政府|办事处|部门"
    r"|所|站|科|股|窗口|社区)"
)
_RECEIVES = re.compile(
    rf"(?:报送|报请|报经|上报|提交|递交|报|交|送|向)(?:给|到|至|请)?(?P<who>[\u4e00-\u9fff（）]{{3,30}}?{_BODY})"
    r"(?=备案|报案|报告|批准|审批|审核|审定|核准|汇总|同意|申请|申报|申领|投诉|举报|反映|提出|登记|报名|咨询)"
)
_VAGUE = re.compile(r".*(?:有关|相关|各级|各|本|所属|上级)|(?:所在地|当地|户籍地).{0,3}(?:部门|单位)")


def asks_receiver(question: str) -> bool:
    """Whether a question asks to whom something goes. Example: `计划表交哪儿备案` -> True."""
    return bool(_ASKS.search(question))


def received(measure: Measure, sentences: Sequence[str], names: Names, region: str) -> Measure | None:
    """The measure with only those to whom its sentences have people hand something in; None without any."""
    duties = tuple(duty for words in sentences for duty in _of_sentence(words, names, region))
    return replace(measure, responsibilities=duties) if duties else None


def _of_sentence(sentence: str, names: Names, region: str) -> Iterator[Responsibility]:
    words = "".join(sentence.split())
    for match in _RECEIVES.finditer(words):
        if not _VAGUE.match(match["who"]):
            behind = find_phones(words[match.end() :])
            phone = behind[0].text if len(behind) == 1 else None
            canonical = names.canonical(match["who"], region)
            yield Responsibility(match["who"], canonical, Role.RESPONSIBLE, phone=phone)
