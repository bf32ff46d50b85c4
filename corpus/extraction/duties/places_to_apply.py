"""Where the fields of a guide send people: 申请渠道：乡镇（街道）公共服务窗口."""

import re
from collections.abc import Iterator

from corpus.extraction.naming.printed_desks import CalledDesk
from corpus.text.bodies import body_and_office, is_vague, without_window
from corpus.text.body_mentions import BodyMention, find_bodies
from corpus.text.numerals import UP_TO_99

_DOING = r"(?:申请|申报|办理|受理|兑现|报名|经办|申领|领取|登记|提交|递交|补办){1,2}"
_FIELD = re.compile(
    rf"^(?:[（(]?[{UP_TO_99}\d]{{1,3}}[）)、.．])?(?:【?{_DOING}(?:渠道|方式|途径|地[点址]|单位|部门|机构|窗口)】?|(?:负责|责任|承办)窗口)[：:\n](?P<where>.+)$",
    re.MULTILINE,
)
_APART = re.compile("[；。、，]|或者?(?!许)|以及")
_DESK = re.compile(
    r"(?:(?!各级|各相?关|有关|相关|本人|就近|任一|下列)[\u4e00-\u9fff]|（[\u4e00-\u9fff、]{1,8}）){2,24}"
    r"(?<!网上)(?<!自助)(?<!线上)(?:窗口|机构|服务[中站]心?|服务所|大厅|服务站|工作站|便民站)"
)
"""Who takes papers, without the name of a body. Example: `区县承担就业服务职能的机构`."""
_SAYS_MORE = re.compile(r"提出|提交|申请[，。]|携带|登录|可以?[到在向通]|应当|由|向|到|在|凭|持")
_OWN_PLACE = re.compile(
    r"^(?:(?:户籍|居住|常住|参保|经营|注册|就业|工作|生活|学校|所在|属|社区|本人|其)+地?(?:或者?|、|及|和)?)+的?"
)
"""Whose window it is, for those who apply. Example: `户籍所在地或常住地` before `镇（街道）人社窗口`."""
_SENTENCE = re.compile(
    r"(?:[到在向至]|前往)(?P<desk>(?:(?!各级|各|就近|任一|网上|自助|线上)[\u4e00-\u9fff]|（[\u4e00-\u9fff、]{1,8}）){2,28}?窗口)"
    r"(?=(?:直接|现场|提出|进行)?(?:申请|办理|申报|领取|报名|缴费|缴纳|提交|登记|受理|咨询|查询|补办))"
)
"""A window that a sentence sends people to. Example: `到社保经办服务窗口申请`."""
_LEAST_NAME = 4
_NOBODY = BodyMention("", None, 0, 0)


def fields_of(text: str) -> Iterator[str]:
    """What the fields on where to apply say, each on a line of a text without white space."""
    yield from (field["where"] for field in _FIELD.finditer(text))


def body_to_apply_at(text: str) -> BodyMention:
    """The one body that the fields name, with its office; one without a name where none is.

    Example: `申请渠道：县财政局金融股` -> 县财政局, 金融股
    """
    named = [body for where in fields_of(text) for body in find_bodies(where)]
    return named[0] if len({body.name for body in named}) == 1 else _NOBODY


def desks_to_apply_at(text: str) -> Iterator[CalledDesk]:
    """The windows and the like that the fields name, with the house that they are in; else of nobody by name.

    Example: `申请渠道：街道公共服务窗口` -> that; `办理地点：县政务中心二楼残联窗口` -> both
    """
    for where in fields_of(text):
        for words in _APART.split(where):
            desk = without_window(words)
            within = body_and_office(desk)
            if within:
                yield CalledDesk(*within)
            elif _DESK.fullmatch(desk) and not (_SAYS_MORE.search(desk) or is_vague(desk)):
                yield CalledDesk("", desk)


def windows_to_go_to(text: str) -> Iterator[CalledDesk]:
    """The windows that the sentences of a text without white space send people to, of nobody by name.

    Example: `到户籍所在地镇（街道）人社窗口办理` -> 镇（街道）人社窗口
    """
    for sentence in _SENTENCE.finditer(text):
        desk = _OWN_PLACE.sub("", sentence["desk"])
        if len(desk) >= _LEAST_NAME and not _SAYS_MORE.search(desk):
            yield CalledDesk("", desk)
