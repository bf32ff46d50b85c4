"""The words before a colon that announce who is responsible, whom to call, until when."""

import re
from enum import StrEnum


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


_WORDS = {
    LabelTopic.LEAD: r"(?:牵头|主办)(?:责任)?(?:单位|部门)",
    LabelTopic.SUPPORT: r"(?:配合|协办|协助|参与|参加)(?:责任)?(?:单位|部门)",
    LabelTopic.DUTY: r"(?:责任|承办|落实|实施|主管|负责|主责|办理|受理|对接|联系|咨询)(?:单位|部门|主体)"
    r"(?:（单位）)?",
    LabelTopic.OFFICE: r"(?:责任|承办|经办|具体|办理|受理|业务|联系)(?:科室|股室|处室|机构)",
    LabelTopic.PERSON: r"(?:联系|经办|联络|具体联系|责任|负责)人(?:员)?(?:姓名)?",
    LabelTopic.OFFICIAL: r"(?:牵头|责任|分管|包保|主管|区级|县级|市级)(?:区|县|市|局)?领导",
    LabelTopic.PHONE: r"(?:联系|咨询|服务|办公|受理|政策咨询|业务咨询)?(?:电话|热线)(?:/传真|（兼?传真）)?"
    r"(?:号码)?|联系方式|手机号?码?",
    LabelTopic.ASIDE: r"(?:监督|举报|投诉|监督举报|投诉举报)(?:电话|热线)|传真(?:电话|号码)?|(?:电子)?邮箱|"
    r"(?:通讯|办公|联系)?地址|邮政?编码?|网址|(?:受理|办公|工作)时间",
    LabelTopic.DEADLINE: r"(?:完成|办理|办结)?(?:时限|期限)(?:要求)?|完成时间|时间节点|时限要求",
}
_EITHER = "|".join(_WORDS.values())
LABEL = re.compile(rf"(?P<label>{_EITHER})：")
"""Found anywhere in a text with full-width punctuation and no white space."""
LABELLED = re.compile(rf"(?:{_EITHER})：")
"""Found at the start of a line."""
ASSIGNED = re.compile(
    rf"(?<=[。！）])(?:{_WORDS[LabelTopic.LEAD]}|(?:责任|承办|落实|实施|主管|主责)(?:单位|部门)|{_WORDS[LabelTopic.SUPPORT]})："
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
