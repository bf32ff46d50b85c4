"""Who or what a benefit is for, where the measure says so plainly."""

import re
from collections.abc import Iterator

from corpus.extraction.stated_conditions.claims import Claim, Span
from corpus.extraction.stated_conditions.condition_rules import ConditionRule

_BENEFIT = (
    r"(?:给予|予以|奖励|补贴|补助|资助|免征|减征|减半|减按|实行[^，。；]*?优惠|优先保障|实施[^，。；]*?补贴)"
)
_HEADS = (
    "企业|单位|项目|个人|组织|机械|平台|中心|用户|装备|园区|学校|机构|人员|群体|家庭|业务|集装箱|内支线"
    "|专用线|用地|船舶|节点|车辆|贷款|示范区|主体|基地|集群|行业|小区|商户|人才|农户|房屋|工程"
)
_PENALTY = "(?:处罚|处理|处分|警告|通报|罚款|打击|查处|问责|追究)"
_HEAD = re.compile(r".*的(?=[^的]+$)")
_NOT_FOR = re.compile(
    r"情况|，(?:鼓励|支持|引导|按照?|优先|由|可|应|积极|要|进一步)|^个人消费者报废"
    rf"|开展[^，的]*，|^[^，]*(?:{_HEADS})，.*(?<!的)$"
)
_MOST_COMMAS = 3


def _object_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    yield _claim(rule, match, match.span("q"))


def _consumer_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    yield _claim(rule, match, match.span("x"))


def _beneficiary_claims(rule: ConditionRule, match: re.Match[str]) -> Iterator[Claim]:
    if not _NOT_FOR.search(match["x"]) and match["x"].count("，") <= _MOST_COMMAS:
        yield _claim(rule, match, _head(match))


def _claim(rule: ConditionRule, match: re.Match[str], quantity: Span) -> Claim:
    figure = match.span("x")
    return Claim(
        rule.name, rule.kind, quantity, rule.op, "", "", match.start(), figure[1], figure, words=True
    )


def _head(match: re.Match[str]) -> Span:
    """The noun that the words before describe; empty where the words end in 的."""
    start, end = match.span("x")
    if match.string[end - 1] == "的":
        return end, end
    head = _HEAD.match(match.string, start, end)
    return (head.end() if head else start), end


APPLICANT_RULES: tuple[ConditionRule, ...] = (
    ConditionRule(
        name="stated_object",
        kind="applicant",
        op="in",
        pattern=re.compile(
            r"(?P<q>(?:补贴|补助|奖励|支持|申报|适用|救助|保障)对象)(?:为|是|：)(?P<x>[^，。；]+)"
        ),
        make=_object_claims,
        examples={"奖励对象为在本区注册的科技型企业": "applicant 奖励对象 in 在本区注册的科技型企业"},
        counter_examples=("奖励对象由评审组确定",),
        needs=frozenset("对"),
    ),
    ConditionRule(
        name="consumer",
        kind="applicant",
        op="in",
        pattern=re.compile(r"对(?P<x>个人消费者)(?=报废|购买)"),
        make=_consumer_claims,
        examples={"对个人消费者购买节能家电给予补贴": "applicant 个人消费者 in 个人消费者"},
        counter_examples=("对个人消费者的投诉给予答复",),
        needs=frozenset("对"),
    ),
    ConditionRule(
        name="beneficiary",
        kind="applicant",
        op="in",
        pattern=re.compile(
            rf"(?<![应针面核比绝接面派反校])对于?(?!上|标|接|照|口|策|应|比|账)"
            r"(?P<x>(?:（[^（）]*）|[^。；（）对]){2,140}?"
            rf"(?:的(?=，|一次性|给予|分别|再给予)|(?:{_HEADS})(?=，|实行|给予|予以|免征|实施)))"
            rf"，?(?P<gap>[^，。；]{{0,30}}?){_BENEFIT}(?![^，。；]*{_PENALTY})"
        ),
        make=_beneficiary_claims,
        examples={
            "对吸纳就业困难人员的企业，给予岗位补贴": "applicant 企业 in 吸纳就业困难人员的企业",
            "对首次上规模的，给予奖励": "applicant - in 首次上规模的",
        },
        counter_examples=(
            "对违规经营的企业，给予警告处罚",
            "对标先进企业，给予支持",
            "对企业反映情况的，给予支持",
        ),
        needs=frozenset("对"),
    ),
)
