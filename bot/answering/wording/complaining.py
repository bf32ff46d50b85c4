"""Whether somebody wants to complain, and whom a measure has people complain to: `向县消费者协会投诉`."""

import re
from collections.abc import Iterator

from corpus.departments import Names
from corpus.records import Measure, Responsibility, Role
from corpus.text.body_mentions import find_bodies

_ASKS = re.compile(
    r"投诉|举报|检举|监督电话|(?:往|上|去|到|找|跟|向)?(?:哪[里儿]?|谁)告|告(?:到|给)?(?:哪|谁)|告(?:他|它|她|状|发)"
    r"|(?:往|上|去|到|找|跟|向|打)?(?:哪[里儿个]?|谁)[^，。？?]{0,2}(?:反映|说理)|反映(?:给|到)?(?:哪|谁)|[打拨][^，。？?]{1,4}告(?!诉)"
)
_FOR_A_REWARD = re.compile(
    r"(?:举报|检举)[^，。？?]{0,12}?(?:奖|给钱|给多少|多少钱|有钱|钱不|拿钱|领钱)|有(?:没有|没)?(?:奖励?|奖金)[^。？?]{0,4}举报"
)
"""What is given to whoever reports something: where to report it is not asked."""
_SAYS_NOTHING = re.compile(r"企业|公司|单位|部门|个人|有人|有?问题|事情|事儿?|电话|热线|渠道|机制|被|受理")
"""Words that stand in complaints of all kinds."""
_LINE = re.compile(r"(?:投诉|举报|监督)(?:咨询)?(?:电话|热线)[：:为是]?(?:[\u4e00-\u9fff]{4,16})?\d")
_TO = re.compile(r"(?:向|到|找)$")
_COMPLAINS = re.compile(r"(?:提出)?(?:投诉|举报|反映)")


def asks_to_complain(question: str) -> bool:
    """Whether a question asks where to complain, and not what is given for it.

    Example: `强卖头盔往哪告` -> True; `举报存炮的有奖么` -> False
    """
    return bool(_ASKS.search(question)) and not _FOR_A_REWARD.search(question)


def without_complaint(matter: str) -> str:
    """The words of a matter that tell what the complaint is about; empty where nothing does.

    Example: `企业办事难 投诉` -> `办事难`
    """
    return _SAYS_NOTHING.sub(" ", _ASKS.sub(" ", matter)).strip()


def hears_complaints(measure: Measure) -> bool:
    """Whether a measure prints a phone for complaints: `投诉电话6120345`, `举报电话：县林业局6120345`."""
    return bool(_LINE.search("".join(measure.text.split())))


def heard_by(measure: Measure, names: Names, region: str) -> tuple[Responsibility, ...]:
    """Those whom a measure has people complain to without a phone: `向县消费者协会投诉`."""
    return tuple(_heard_by(measure, names, region))


def _heard_by(measure: Measure, names: Names, region: str) -> Iterator[Responsibility]:
    words = "".join(measure.text.split())
    for body in find_bodies(words):
        if _TO.search(words, 0, body.start) and _COMPLAINS.match(words, body.end):
            canonical = names.canonical(body.name, region)
            yield Responsibility(body.name, canonical, Role.RESPONSIBLE, body.office)
