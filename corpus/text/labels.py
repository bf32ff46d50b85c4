"""The words before a colon that announce who is responsible, whom to call, until when."""

import re
from enum import StrEnum
from functools import lru_cache


class LabelTopic(StrEnum):
    """What a label announces."""

    LEAD = "lead"
    DUTY = "duty"
    SUPPORT = "support"
    OFFICE = "office"
    PERSON = "person"
    """Whom to ask for."""
    OFFICIAL = "official"
    """Somebody above the departments; not a person to call."""
    PHONE = "phone"
    DEADLINE = "deadline"
    ASIDE = "aside"
    """Where to complain, fax, address, opening hours: not the phone of a department."""


_OF_LEVEL = r"(?:(?:省|市|县|区|镇)(?:级|直))?"
_OF_BODIES = r"(?:单位|部门|主体)(?:（(?:单位|部门)）)?"
_CALLS = r"(?:联系|联络|咨询|服务|办公|受理|政策|业务|申报|技术|值班|预约|公开|对外)"
_ASKED = (
    r"(?:政策|业务|申报)(?:咨询|联系)(?!：(?![\u4e00-\u9fff（）]{2,30}?(?:局|委|办|厅|中心|协会|[科处股室部站])"
    r"(?:、[\u4e00-\u9fff（）]{2,30})*(?:$|[，；。]?(?:联系|咨询|电话)|[（(]?\d)))"
)
"""What stands before a desk to ask, and not before a phone. Example: `政策咨询：市科技局成果处`."""
_WORDS = {
    LabelTopic.LEAD: rf"{_OF_LEVEL}(?:总?牵头|主办|主责|首责)(?:责任|负责|（责任）)?{_OF_BODIES}",
    LabelTopic.SUPPORT: rf"{_OF_LEVEL}(?:配合|协办|协助|参与|参加|协同|支持|指导)(?:责任|落实)?{_OF_BODIES}"
    r"|(?:共同|联合)(?:实施|办理|审批)(?:单位|部门|机关|机构)",
    LabelTopic.DUTY: rf"{_OF_LEVEL}(?:(?:主要|具体|第一)?责任|承办|落实|实施|执行|(?:行业|业务)?主管|负责"
    r"|办理|受理|对接|联系|咨询|兑现|归口)"
    rf"(?:责任|（牵头）)?{_OF_BODIES}|(?:责任|承办|经办|办理|受理|实施)机[构关]|{_ASKED}",
    LabelTopic.OFFICE: r"(?:责任|承办|经办|具体|办理|受理|联系|牵头|业务|(?:业务|政策)?咨询)"
    r"(?:科室|股室|处室)|(?:负责|责任|承办|经办|办理|受理|咨询)窗口",
    LabelTopic.PERSON: r"(?:联系|经办|联络|具体联系|责任|负责)人(?:员)?(?:姓名)?",
    LabelTopic.OFFICIAL: r"(?:牵头|责任|分管|包保|主管|区级|县级|市级)(?:区|县|市|局)?领导",
    LabelTopic.PHONE: rf"{_CALLS}{{0,4}}(?:电话|热线)(?:/传真|（兼?传真）)?(?:号码)?"
    r"|咨询(?:及|和|、|/|（)?(?:监督|投诉|举报)）?(?:电话|热线)|(?:联系|咨询|联络)方式|手机号?码?",
    LabelTopic.ASIDE: r"(?:监督|举报|投诉|监督举报|投诉举报)(?:电话|热线)|传真(?:电话|号码)?|(?:电子)?邮箱|"
    r"(?:通讯|办公|联系)?地址|(?:办理|受理|咨询|办公)地点|邮政?编码?|网址|(?:受理|办公|工作)时间",
    LabelTopic.DEADLINE: r"(?:完成|办理|办结)?(?:时限|期限)(?:要求)?|完成时间|时间节点|时限要求",
}
ROLE_LABEL = "|".join(_WORDS[topic] for topic in (LabelTopic.LEAD, LabelTopic.SUPPORT, LabelTopic.DUTY))
"""Labels of departments, for patterns of other modules."""
_EITHER = "|".join(_WORDS.values())
LABEL = re.compile(rf"(?P<label>{_EITHER})：")
"""Found anywhere in a text with full-width punctuation and no white space."""
LABELLED = re.compile(rf"(?:{_EITHER})：")
"""Found at the start of a line."""
ASSIGNED = re.compile(
    rf"(?<=[。！；）])(?:{_WORDS[LabelTopic.LEAD]}|(?:责任|承办|落实|实施|主管)(?:单位|部门)|{_WORDS[LabelTopic.SUPPORT]})："
)
"""Found behind a sentence on the same line."""
CONTACT_BRACKET = re.compile(
    rf"（(?:{_WORDS[LabelTopic.LEAD]}|{_WORDS[LabelTopic.DUTY]}|{_WORDS[LabelTopic.SUPPORT]})："
    rf"(?=[^（）]*(?:（[^（）]*）[^（）]*)*?(?:{_WORDS[LabelTopic.PHONE]})：)"
)
"""A bracket that opens with a label of departments and goes on to a phone."""
_PUBLISHED = re.compile(
    r"(?P<label>解读(?:单位|机关|机构|部门|科室|人)|发布(?:日期|时间|单位|机构)|信息来源|文章来源|来源|撰稿|供稿|责任编辑|编辑|审核)[：:]"
    r"(?P<value>.*)"
)
_PRINTED = re.compile(rf"(?:{_EITHER})[：:]|{_PUBLISHED.pattern}")


@lru_cache(maxsize=512)
def topic_of(label: str) -> LabelTopic:
    """Example: `咨询电话` -> PHONE; `牵头领导` -> OFFICIAL."""
    return next(topic for topic, pattern in _WORDS.items() if re.fullmatch(pattern, label))


def opens_with_label(line: str) -> bool:
    """Whether a line of a text as printed begins with such a label. Example: `责任单位: 区财政局` -> True."""
    return bool(_PRINTED.match("".join(line.split())))


def published_label(line: str) -> tuple[str, str] | None:
    """Label and value of a line on its publication. Example: `解读单位：区民政局` -> 解读单位, 区民政局."""
    match = _PUBLISHED.match(line)
    return (match["label"], match["value"]) if match else None
