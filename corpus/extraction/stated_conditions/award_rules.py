"""The constructions in which documents state what a measure gives or charges, each with its examples."""

import re
from collections.abc import Mapping

from corpus.extraction.stated_conditions.amounts import COUNT, MONEY, SHARE
from corpus.extraction.stated_conditions.awards import GIFT, award_claims, one_time_claims, shared_out_claims
from corpus.extraction.stated_conditions.condition_rules import ConditionRule

_H = r"[\u4e00-\u9fff]"
_GIVE = r"(?:给予|支持|奖励|补贴|补助|资助)"
_NO_BOUND = r"(?![/\d]|及?以[上下内]|（不?含）|降|提高|调整)"
_NAME = rf"(?:(?!最[高多]|不[超高低少]|至少|可){_H})"
_PER = (
    rf"(?:每运营一个航次|(?:每人)?每[天日月年次]|每(?![天日月年次季]|人每|个){_NAME}{{1,8}}?"
    rf"|每个(?!给予){_NAME}{{1,8}}?|单[户个家项台]{_NAME}{{1,6}}?)"
)
"""Each of those who get it, or each time that they do: 每个乡镇, 每人每月, 单户企业."""
_SIGNS = {MONEY: "元", SHARE: "%"}
"""The sign that every such value prints."""
_MORE = rf"(?P<more>(?:[、和]{MONEY})*)"


def _award(
    name: str, kind: str, op: str, pattern: str, examples: Mapping[str, str], *counter_examples: str
) -> ConditionRule:
    needs = frozenset(sign for value, sign in _SIGNS.items() if f"(?P<v>{value})" in pattern)
    return ConditionRule(name, kind, op, re.compile(pattern), award_claims, examples, counter_examples, needs)


_SHARED_OUT = ConditionRule(
    name="shared_out_sums",
    kind="amount",
    op="=",
    pattern=re.compile(
        rf"\A(?P<head>[^；]*)分别(?:按照|给予)*(?:每件)?(?:{GIFT})?(?P<high>最高)?(?P<all>{MONEY}(?:[、和]{MONEY})+)"
    ),
    make=shared_out_claims,
    examples={
        "对市级、县级示范店，分别奖励3万元、2万元": "amount 市级 = 3 万元；amount 县级示范店 = 2 万元",
        "对“甲级奖”“乙级奖”获得者分别给予5万元和1万元奖励": "amount 甲级奖 = 5 万元；amount 乙级奖 = 1 万元",
        "对获奖企业，分别给予最高6万元、4万元奖励": "cap 奖励 <= 6 万元；cap 奖励 <= 4 万元",
    },
    counter_examples=("对市级、县级示范店，奖励3万元、2万元", "对市级、县级示范店，分别奖励3万元"),
    needs=frozenset("元"),
)
_ONE_TIME = ConditionRule(
    name="one_time_gift",
    kind="amount",
    op="=",
    pattern=re.compile(
        r"对(?:首次获得|获得|承担|获准注册为|通过|纳入（评定）)?(?P<open>“)?"
        r"(?P<q>(?:（[^（）]*）|[^，；对（）“”]|(?<!对获得)“[^”]*”){2,50}?)"
        rf"(?(open)”)(?:（[^（）]*）)?的，?(?:给予)?(?:一次性)(?:奖励|扶持资金)(?P<v>{MONEY})(?!、)"
    ),
    make=one_time_claims,
    examples={
        "对通过绿色工厂认定的，给予一次性奖励20万元": "amount 绿色工厂认定 = 20 万元",
        "对获得“县长质量奖”的，一次性奖励8万元": "amount 县长质量奖 = 8 万元",
    },
    counter_examples=("对通过绿色工厂认定的，奖励20万元", "对通过绿色工厂认定的，一次性奖励20万元、10万元"),
    needs=frozenset("元"),
)

AWARD_RULES: tuple[ConditionRule, ...] = (
    _SHARED_OUT,
    _ONE_TIME,
    _award(
        "stated_limit",
        "cap",
        "<=",
        rf"(?P<q>最高(?:贷款)?额度|{_H}{{2,12}}最高额度)(?:提高)?(?:至|到|为)(?P<v>{MONEY})",
        {
            "养殖户贷款最高额度提高到30万元": "cap 养殖户贷款最高额度 <= 30 万元",
            "最高额度为15万元": "cap 最高额度 <= 15 万元",
        },
        "养殖户贷款额度提高到30万元",
    ),
    _award(
        "changed_standard",
        "amount",
        "=",
        rf"(?P<q>[^，；\d]{{2,30}}(?:标准|费))(?:由|从)?[^，；\d]{{0,8}}(?:{MONEY})?"
        rf"(?:提高[到至]|降低?[到至]|降为|调整为|(?<=标准)为)(?:每{_H}{{1,4}}?)?(?P<v>{MONEY})",
        {
            "高龄老人护理补贴标准由每人每月80元提高到100元": "amount 高龄老人护理补贴标准 = 100 元",
            "垃圾处理费降至每吨90元": "amount 垃圾处理费 = 90 元",
            "课后服务收费标准为每学期300元": "amount 课后服务收费标准 = 300 元",
        },
        "高龄老人护理补贴标准提高20元",
        "垃圾处理费为每吨90元",
    ),
    _award(
        "subsidised_electricity",
        "amount",
        "=",
        rf"(?P<q>{_H}{{0,4}}电价)[^，；\d]{{0,12}}补贴至(?P<v>{MONEY})",
        {"岸电用户电价按每千瓦时补贴至0.4元": "amount 岸电用户电价 = 0.4 元"},
        "岸电用户电价再补贴0.1元",
    ),
    _award(
        "gift_up_to_share",
        "rate",
        "<=",
        rf"最高{_GIVE}(?P<q>{_H}{{2,12}}?)的?(?P<v>{SHARE})的?{GIFT}",
        {"最高给予合同金额5%的补助": "rate 合同金额 <= 5 %"},
        "给予合同金额5%的补助",
    ),
    _award(
        "sum_beside_rate",
        "cap",
        "<=",
        rf"(?P<q>{_H}{{2,8}})按照?[^，；]*?、最高(?P<v>{MONEY})",
        {"担保费补贴按担保额的1%、最高50万元": "cap 担保费补贴 <= 50 万元"},
        "按担保额的1%、最高50万元给予补贴",
    ),
    _award(
        "rate_ceiling",
        "rate",
        "<=",
        rf"按照?(?:最高)?不超过(?P<v>{SHARE})的(?P<q>比例|费率)",
        {
            "按不超过2%的费率收取担保费": "rate 费率 <= 2 %",
            "按照最高不超过15%的比例给予补贴": "rate 比例 <= 15 %",
        },
        "按不低于2%的费率收取担保费",
    ),
    _award(
        "share_ceiling",
        "rate",
        "<=",
        rf"按照?不(?:超过|高于)(?P<q>[^，；\d%、]{{2,40}})的(?P<v>{SHARE})",
        {"按不超过设备投资额的20%给予补助": "rate 设备投资额 <= 20 %"},
        "按设备投资额的20%给予补助",
    ),
    _award(
        "capped_proportion",
        "rate",
        "<=",
        rf"(?P<q>{_H}{{2,30}}?)(?:原则上|一般)?不(?:超过|高于)[^，；\d%]{{2,40}}的(?P<v>{SHARE})",
        {"财政出资比例原则上不超过项目总投资的30%": "rate 财政出资比例 <= 30 %"},
        "财政出资比例原则上不超过30%",
    ),
    _award(
        "share_floor",
        "rate",
        ">=",
        rf"按照?不低于(?P<q>[^，；\d%、]{{2,40}})的(?P<v>{SHARE})",
        {"按不低于基准地价的80%确定起始价": "rate 基准地价 >= 80 %"},
        "按不超过基准地价的80%确定起始价",
    ),
    _award(
        "standard_ceiling",
        "cap",
        "<=",
        rf"按照?(?:每[个家户])?不(?:超过|高于)(?P<v>{MONEY})的标准(?:给予)?(?P<q>{GIFT})",
        {"按照每家不超过3000元的标准给予补贴": "cap 补贴 <= 3000 元"},
        "按照每家3000元的标准给予补贴",
    ),
    _award(
        "highest_sum_each",
        "cap",
        "<=",
        rf"(?P<q>{_PER})(?:省?级?财政)?(?:分别)?(?:可)?(?:给予)?最[高多](?:不超过|可达|可贷|可)?{_GIVE}?(?P<v>{MONEY})(?!/)",
        {
            "单个项目最高支持200万元": "cap 单个项目 <= 200 万元",
            "每个基地最多不超过50万元": "cap 每个基地 <= 50 万元",
        },
        "最高支持200万元",
        "单个项目最高支持20元/平方米",
    ),
    _award(
        "highest_sum",
        "cap",
        "<=",
        rf"(?:每个)?(?:{_GIVE})?(?:每个)?最高(?:不超过|可达|可贷|可)?{_GIVE}?(?:不超过)?(?P<v>{MONEY}){_MORE}",
        {
            "给予最高80万元奖励": "cap 奖励 <= 80 万元",
            "按等级给予最高10万元、20万元补贴": "cap 补贴 <= 10 万元；cap 补贴 <= 20 万元",
        },
        "给予80万元奖励",
        "最高奖项80万元",
    ),
    _award(
        "gift_ceiling",
        "cap",
        "<=",
        rf"(?:给予|予以)不(?:超过|高于)(?P<v>{MONEY})的?(?={GIFT})",
        {"给予不超过5万元的一次性补助": "cap 一次性补助 <= 5 万元"},
        "给予不低于5万元的一次性补助",
    ),
    _award(
        "counted_gift_ceiling",
        "cap",
        "<=",
        rf"不超过(?P<v>{COUNT})的(?P<q>{GIFT})",
        {"给予不超过6个月的资金补助": "cap 资金补助 <= 6 个月"},
        "约定不超过6个月的试用期",
    ),
    _award(
        "counted_income",
        "rate",
        "=",
        rf"减按(?P<v>{SHARE})计入(?P<q>{_H}{{2,8}}?总额)",
        {"减按80%计入应税收入总额": "rate 应税收入总额 = 80 %"},
        "减按80%缴纳所得税",
    ),
    _award(
        "reduced_levy",
        "rate",
        "=",
        rf"减按(?P<q>[^，；\d%]{{2,30}}?)的(?P<v>{SHARE})(?:计征|计入|征收|缴纳)",
        {"减按应纳税额的60%征收": "rate 应纳税额 = 60 %"},
        "减按60%征收",
    ),
    _award(
        "rate_of_base",
        "rate",
        "=",
        rf"(?:按照|按(?!照)|(?<=费率上限及))(?!职责|不)(?P<q>[^，；\d%]{{2,40}}?)的(?P<v>{SHARE})(?!以)",
        {
            "按照贷款利息的40%给予贴息": "rate 贷款利息 = 40 %",
            "按照不超过2%的费率上限及合同投保额的70%给予补贴": "rate 合同投保额 = 70 %",
        },
        "按照不超过贷款利息的40%给予贴息",
        "按照贷款利息的40%以上给予贴息",
    ),
    _award(
        "given_share_of_base",
        "rate",
        "=",
        rf"给予(?P<q>[^，；\d%、]{{2,14}})的(?P<v>{SHARE})的?{GIFT}",
        {"给予房屋租金的50%补贴": "rate 房屋租金 = 50 %"},
        "给予房屋租金50%的补贴",
    ),
    _award(
        "gift_rate",
        "rate",
        "=",
        rf"(?:按照?|给予)(?P<v>{SHARE})的?(?:予以|给予)?(?P<q>{GIFT})",
        {"按3%给予补贴": "rate 补贴 = 3 %"},
        "按3%的速度增长",
    ),
    _award(
        "contribution_rate",
        "rate",
        "=",
        rf"(?:{_H}{{2,16}})?(?<!不超过)(?<!不低于)(?P<v>{SHARE})的(?P<q>{_H}{{0,6}}(?:缴费比例|费率))",
        {"实行8%的单位缴费比例": "rate 单位缴费比例 = 8 %"},
        "不低于8%的单位缴费比例",
    ),
    _award(
        "price_deduction",
        "rate",
        "=",
        rf"给予(?P<v>{SHARE})(?:（[^（）]*）)?的(?P<q>价格扣除)",
        {"给予6%（工程项目4%）的价格扣除": "rate 价格扣除 = 6 %"},
        "给予6%的价格优惠",
    ),
    _award(
        "works_deduction",
        "rate",
        "=",
        rf"（(?P<q>工程项目)(?P<v>{SHARE})）",
        {"给予6%（工程项目4%）的价格扣除": "rate 工程项目 = 4 %"},
        "给予6%（服务项目4%）的价格扣除",
    ),
    _award(
        "reserved_share",
        "rate",
        ">=",
        rf"预留(?P<v>{SHARE})以上(?P<q>份额)",
        {"为中小企业预留30%以上份额": "rate 份额 >= 30 %"},
        "为中小企业预留30%份额",
    ),
    _award(
        "discount",
        "rate",
        "=",
        rf"(?P<v>(?:\d{{2}}|\d(?:\.\d)?)折)(?P<q>{_H}{{2,6}}?)优惠",
        {"凭证享受9折门票优惠": "rate 门票 = 9 折", "给予8.5折停车费优惠": "rate 停车费 = 8.5 折"},
        "门票打9折",
    ),
    _award(
        "sum_each",
        "amount",
        "=",
        rf"(?P<q>{_PER})(?:3年内累计)?(?:补贴|补助|奖励|给予)?(?P<v>{MONEY}){_NO_BOUND}",
        {
            "每户奖励2万元": "amount 每户 = 2 万元",
            "每人每月60元": "amount 每人每月 = 60 元",
            "每亩补贴100-150元": "amount 每亩 in 100-150 元",
        },
        "每户投资2万元以上",
        "每户奖励2万元以上",
    ),
    _award(
        "gift_of_sum",
        "amount",
        "=",
        rf"(?P<q>{GIFT})(?<!贷款)(?P<v>{MONEY})(?![、和]\d){_NO_BOUND}",
        {"一次性补助3万元": "amount 一次性补助 = 3 万元"},
        "贷款3万元",
        "补助3万元、2万元",
        "补助3万元以上",
    ),
    _award(
        "sum_as_gift",
        "amount",
        "=",
        rf"(?:给予|予以)(?:{_NAME}{{2,6}})?(?P<v>{MONEY})的?(?={GIFT})",
        {
            "给予5万元奖励": "amount 奖励 = 5 万元",
            "给予培训机构5万元的补贴": "amount 补贴 = 5 万元",
        },
        "给予5万元授信",
    ),
)
"""In order: of two that read one figure, the first counts."""
