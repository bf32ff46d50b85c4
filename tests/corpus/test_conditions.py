"""Conditions of measures, worked out by reading the measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalog import Catalog
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Condition

STEPS = "周政办字〔2024〕11号"
ITEMS = "周村2022稳中求进清单"
WORK = "周政发〔2020〕27号"
AWARDS = "聊政办字〔2021〕11号"
CLIMATE = "聊政发〔2021〕7号"

EXPECTED = {
    f"{STEPS}#1": """
        threshold 单项设备购置费用 >= 10 万元 | 单项设备购置费用10万元以上
        threshold 总额 >= 1000 万元 | 总额不低于1000万元
        rate 比例 <= 10 % | 按最高不超过10%的比例
        cap 单户企业 <= 500 万元 | 单户企业最高支持500万元
    """,
    f"{STEPS}#5": "",
    f"{STEPS}#9": """
        applicant 农业机械 in 符合条件的农业机械 | 对符合条件的农业机械
        applicant 补贴对象 in 从事农业生产的个人或农业生产经营组织 | \
补贴对象为从事农业生产的个人或农业生产经营组织
    """,
    f"{STEPS}#10": "",
    f"{STEPS}#12": "threshold 单台（套）价格 >= 50 万元 | 单台（套）价格原则上在50万元及以上",
    f"{STEPS}#13": """
        rate 股权投资参股比例 <= 25 % | 股权投资参股比例原则上不超过被投资企业总股本的25%
        amount 投资期限 in 3-5 年 | 投资期限一般为3-5年
        applicant - in 被投资企业成长为国家级单项冠军企业、专精特新“小巨人”企业、双跨或特色专业型平台，\
省级单项冠军企业、“瞪羚”企业、“独角兽”企业、“专精特新”企业，以及提前退出时间达1年以上（含）的 | 对$
        threshold 提前退出时间 >= 1 年 | 提前退出时间达1年以上（含）
        rate 投资收益 in 30-50 % | 给予投资收益的30%-50%让利奖励
    """,
    f"{STEPS}#14": """
        rate 费率 <= 3 % | 按照不超过3%的费率
        rate 企业实际投保额 = 80 % | 企业实际投保额的80%
        cap 单个企业 <= 500 万元 | 单个企业最高500万元保费补贴
    """,
    f"{STEPS}#16": """
        applicant 个人消费者 in 个人消费者 | 对个人消费者
        date 注册登记 <= 2018-04-30 | 2018年4月30日前（含当日）注册登记
        threshold 排量 <= 2.0 升 | 2.0升及以下排量
        applicant - in 报废上述两类旧车并购买新能源乘用车的 | 对$
        amount 补贴 = 1 万元 | 补贴1万元
        applicant - in 报废国三及以下排放标准燃油乘用车并购买2.0升及以下排量燃油乘用车的 | 对$
        amount 补贴 = 7000 元 | 补贴7000元
    """,
    f"{STEPS}#17": """
        amount 每个乡镇 = 8 万元 | 每个乡镇8万元
        amount 每个街道 = 4 万元 | 每个街道4万元的标准给予补贴
        amount 每个镇 = 8 万元 | 每个镇8万元
    """,
    f"{STEPS}#22": """
        rate 收入总额 = 90 % | 减按90%计入收入总额
        applicant 企业 in 以《资源综合利用企业所得税优惠目录》规定的资源作为主要原材料，\
生产国家非限制和禁止并符合国家和行业相关标准产品的企业 | 对于$
    """,
    f"{STEPS}#23": """
        applicant 货车用户 in 行驶山东省内高速公路安装ETC套装设备的货车用户 | 对$
        rate 通行费 = 85 折 | 85折通行费优惠
        date 政策执行期 <= 2025-12-31 | 政策执行期延长至2025年12月31日
    """,
    f"{STEPS}#24": """
        applicant 疏港铁路、大宗货物年运量150万吨以上铁路专用线 in \
纳入省级重点基础设施项目的疏港铁路、大宗货物年运量150万吨以上铁路专用线 | 对$
        threshold 大宗货物年运量 >= 150 万吨 | 大宗货物年运量150万吨以上
    """,
    f"{STEPS}#26": """
        applicant 内贸海运多式联运“一箱制”业务 in 2024年经山东港口的内贸海运多式联运“一箱制”业务 | 对$
        cap 补贴 <= 600 元/标箱 | 给予最高600元/标箱补贴
    """,
    f"{STEPS}#27": """
        applicant 2024年山东港口海铁联运班列出口下水集装箱 in 2024年山东港口海铁联运班列出口下水集装箱 | 对$
        amount 每标箱 in 350-500 元 | 每标箱350-500元补贴
        applicant 内支线 in 2024年支线船公司在山东港口运营的内支线 | 对$
        amount 每运营一个航次 = 5 万元 | 每运营一个航次补贴5万元
    """,
    f"{STEPS}#28": """
        applicant - in 2023年实现营业收入3000万元以上的新增纳统企业，且2024年营业收入同比增长15%以上的 | 对$
        threshold 营业收入 >= 3000 万元 | 营业收入3000万元以上
        threshold 营业收入同比增长 >= 15 % | 营业收入同比增长15%以上
        amount 一次性补助 = 10 万元 | 给予10万元一次性补助
    """,
    f"{STEPS}#31": """
        applicant 物流枢纽、铁路专用线、冷链物流等重大物流基础设施项目 in \
国家、省确定的物流枢纽、铁路专用线、冷链物流等重大物流基础设施项目 | 对$
    """,
    f"{STEPS}#32": """
        applicant 大宗商品仓储设施用地 in 物流企业自有（包括自用和出租）或承租的大宗商品仓储设施用地 | 对$
        date 城镇土地使用税 <= 2027-12-31 | \
2027年12月31日前根据国家有关规定减按所属土地等级适用税额标准的50%计征城镇土地使用税
        rate 所属土地等级适用税额标准 = 50 % | 减按所属土地等级适用税额标准的50%计征
    """,
    f"{ITEMS}#3": """
        applicant 重大技术改造项目 in 符合条件的重大技术改造项目 | 对$
        rate 贷款市场报价利率（LPR） = 35 % | 按银行最新一期的贷款市场报价利率（LPR）的35%
        cap 贷款贴息 <= 2000 万元 | 贷款贴息按银行最新一期的贷款市场报价利率（LPR）的35%、最高2000万元
        applicant 项目 in 担保机构符合条件的项目 | 对$
        rate 担保总额 <= 0.5 % | 最高给予担保总额0.5%的补助
    """,
    f"{ITEMS}#5": """
        rate 上年度实际服务企业上云上平台收入总额 in 10-30 % | \
按其上年度实际服务企业上云上平台收入总额的10%—30%
        cap 奖补 <= 200 万元 | 每个给予最高200万元奖补
    """,
    f"{ITEMS}#8": """
        applicant 大中型数据中心 in 电源使用效率（PUE）降低0.02以上（或等效节约用电300万千瓦时以上）、\
高水平服务超过15%且服务上云企业超过300家的大中型数据中心 | 对$
        threshold 电源使用效率（PUE）降低 >= 0.02  | 电源使用效率（PUE）降低0.02以上
        threshold 等效节约用电 >= 300 万千瓦时 | 等效节约用电300万千瓦时以上
        threshold 高水平服务 > 15 % | 高水平服务超过15%
        threshold 服务上云企业 > 300 家 | 服务上云企业超过300家
        cap 每个已用物理机架 <= 1000 元 | 每个已用物理机架最高给予1000元支持
        applicant 边缘数据中心 in “算力赋能千行百业”数字化转型间接经济效益达到300万元以上\
（或年服务超过30万人次）的边缘数据中心 | 对$
        threshold “算力赋能千行百业”数字化转型间接经济效益 >= 300 万元 | \
“算力赋能千行百业”数字化转型间接经济效益达到300万元以上
        threshold 年服务 > 30 万人次 | 年服务超过30万人次
        cap 每个已用物理机架 <= 3000 元 | 每个已用物理机架最高给予3000元支持
    """,
    f"{ITEMS}#12": """
        applicant 城镇中等偏下收入住房困难群体、新就业无房职工和稳定就业外来务工人员 in \
城镇中等偏下收入住房困难群体、新就业无房职工和稳定就业外来务工人员 | 对$
    """,
    f"{ITEMS}#13": """
        amount 收费标准 = 1800 元 | 收费标准由每平方米2000-3000元降至1800元
        amount 收费标准 = 1800 元 | 收费标准为每平方米1800元
        amount 防空地下室易地建设费标准 = 1800 元 | 防空地下室易地建设费标准由每平方米2000-3000元降至1800元
        amount 易地建设费 = 1800 元 | 易地建设费降为每平方米1800元
    """,
    f"{ITEMS}#19-1": "threshold 月销售额 <= 15 万元 | 月销售额15万元以下",
    f"{ITEMS}#51": """
        threshold 农村大龄人员 in 45-65 周岁 | 农村大龄人员(45-65周岁)
        threshold 女性 >= 45 周岁 | 女性45周岁以上
        threshold 男性 >= 55 周岁 | 男性55周岁以上
        cap 岗位补贴期限 <= 3 年 | 岗位补贴期限一般不超过3年
        threshold 城镇公益性岗位距法定退休年龄 < 5 年 | 城镇公益性岗位距法定退休年龄不足5年
    """,
    f"{ITEMS}#53": """
        applicant 项目 in 列入国家普惠养老城企联动专项行动的项目 | 对$
        amount 每张养老床位 = 2 万元 | 每张养老床位2万元的标准给予资金补助
    """,
    f"{ITEMS}#54": """
        applicant 项目 in 列入国家普惠托育专项的项目 | 对$
        amount 每个托位 = 1 万元 | 每个托位1万元的标准给予资金补助
    """,
    f"{WORK}#1": """
        rate 单位缴费比例 = 16 % | 继续执行企业职工基本养老保险16％的单位缴费比例
        date 执行期限 <= 2021-04-30 | 执行期限延长至2021年4月30日
        date 执行期限 <= 2020-12-31 | 执行期限延长至2020年12月31日
    """,
    f"{WORK}#8": """
        date 到期 in 2020-06-01/2020-12-31 | 2020年6月1日至12月31日期间到期
        date 延期还本付息 <= 2021-03-31 | 延期还本付息，最长可延至2021年3月31日
    """,
    f"{WORK}#10": """
        threshold 企业现有在职职工人数 >= 15 % | 达到企业现有在职职工人数15％（超过100人的企业达到8％）以上
        threshold 超过100人的企业 >= 8 % | （超过100人的企业达到8％）以上
        threshold 劳动合同 >= 1 年 | 签订１年以上劳动合同
        cap 创业担保贷款 <= 300 万元 | 最高300万元的创业担保贷款
        cap 个人创业担保贷款最高额度 <= 20 万元 | 个人创业担保贷款最高额度提高至20万元
        cap 合伙人 <= 3 名 | 最多不超过（含）3名合伙人
        cap 最高贷款额度 <= 60 万元 | 最高贷款额度提高至60万元
    """,
    "周政办字〔2020〕29号#全文": """
        date 城市居民最低生活保障标准 >= 2020-01-01 | 自2020年1月1日起，将我区城市居民最低生活保障标准由
        amount 城市居民最低生活保障标准 = 660 元 | 城市居民最低生活保障标准由每人每月600元提高到660元
        amount 农村居民最低生活保障标准 = 5760 元 | 农村居民最低生活保障标准由每人每年5150元提高到5760元
        amount 城市特困救助供养基本生活标准 = 990 元 | 城市特困救助供养基本生活标准由每人每月900元提高到990元
        amount 农村特困救助供养基本生活标准 = 7500 元 | \
农村特困救助供养基本生活标准由每人每年6695元提高到7500元
    """,
    "周政办字〔2020〕31号#一（三）": "date 建成 <= 2005-12-31 | 2005年12月31日前在城市或县城国有土地上建成",
    f"{CLIMATE}#十八（一）": """
        applicant - in 外商投资企业当年实际利用外资金额1亿元人民币（不含）以下的 | 对$
        threshold 外商投资企业当年实际利用外资金额 < 1 亿元人民币 | \
外商投资企业当年实际利用外资金额1亿元人民币（不含）以下
        rate 实际利用外资额 = 1.5 % | 按实际利用外资额的1.5%
        threshold 当年实际利用外资 >= 1 亿元人民币 | 当年实际利用外资1亿元人民币（含）以上
        rate 奖励 = 5 % | 按5%予以奖励
    """,
    f"{ITEMS}#48": """
        rate 全国工业用地出让最低价标准 >= 70 % | 按不低于所在地土地等别对应全国工业用地出让最低价标准的70%
    """,
    f"{CLIMATE}#三（一）": """
        threshold 报装容量 <= 160 千瓦 | 报装容量不大于160千瓦
        threshold 管线长度 <= 200 米 | 管线长度不大于200米
    """,
    f"{CLIMATE}#二（十二）": """
        threshold 工程投资额 <= 100 万元 | 工程投资额在100万元以下（含）
        threshold 建筑面积 <= 500 平方米 | 建筑面积在500平方米以下（含）
    """,
    f"{CLIMATE}#十一（三）": """
        threshold 货物和服务项目 <= 200 万元 | 200万元以下的货物和服务项目
        threshold 工程采购项目 <= 400 万元 | 400万元以下的工程采购项目
        rate 份额 >= 40 % | 预留40%以上份额
        applicant 小微企业 in 小微企业 | 对小微企业
        rate 价格扣除 in 8-10 % | 给予8%-10%（工程项目3%-5%）的价格扣除
        rate 工程项目 in 3-5 % | （工程项目3%-5%）
    """,
    f"{AWARDS}#第四条（一）": """
        applicant 单位 in \
获得“中国质量奖”“山东省省长质量奖”“聊城市市长质量奖（聊城市卓越绩效管理标杆）”的单位 | \
对$
        amount 中国质量奖 = 300 万元 | +
        amount 山东省省长质量奖 = 100 万元 | +
        amount 聊城市市长质量奖（聊城市卓越绩效管理标杆） = 50 万元 | \
对获得“中国质量奖”“山东省省长质量奖”“聊城市市长质量奖（聊城市卓越绩效管理标杆）”的单位，\
分别一次性奖励300万元、100万元、50万元
        applicant 单位 in 获得“中国质量奖提名奖”“山东省省长质量奖提名奖”的单位 | 对$
        amount 中国质量奖提名奖 = 100 万元 | +
        amount 山东省省长质量奖提名奖 = 50 万元 | \
对获得“中国质量奖提名奖”“山东省省长质量奖提名奖”的单位，分别一次性奖励100万元、50万元
    """,
    f"{AWARDS}#第四条（十）": """
        applicant - in 主持制定国际标准、国家标准、行业标准、山东省地方标准的 | 对$
        amount 国际标准 = 150 万元 | +
        amount 国家标准 = 80 万元 | +
        amount 行业标准 = 20 万元 | +
        amount 山东省地方标准 = 10 万元 | \
对主持制定国际标准、国家标准、行业标准、山东省地方标准的，分别一次性奖励150万元、80万元、20万元、10万元
        applicant - in 主持修订标准的 | 对$
        rate 主持制定同类标准奖励数额 = 50 % | 按照主持制定同类标准奖励数额的50%给予奖励
        applicant - in 参与标准制定、修订的 | 对$
        rate 主持同类标准制定、修订奖励数额 = 20 % | 按照主持同类标准制定、修订奖励数额的20%给予奖励
        applicant - in 承担国家、山东省团体标准建设试点项目涉及的团体标准制定的 | 对$
        amount 国家、山东省团体标准建设试点项目涉及的团体标准制定 = 10 万元 | \
对承担国家、山东省团体标准建设试点项目涉及的团体标准制定的，一次性奖励10万元
    """,
    "聊政办字〔2021〕14号#四（二）": """
        applicant 提档升级、品牌建设及产品研发等项目 in \
阿胶企业符合政策的提档升级、品牌建设及产品研发等项目 | \
对$
        applicant 阿胶企业 in 符合新旧动能转换政策、年销售收入首次突破10亿元、20亿元、30亿元的阿胶企业 | 对$
        threshold 年销售收入 > 10 亿元 | +
        threshold 年销售收入 > 20 亿元 | +
        threshold 年销售收入 > 30 亿元 | 年销售收入首次突破10亿元、20亿元、30亿元
        cap 奖励 <= 20 万元 | +
        cap 奖励 <= 50 万元 | +
        cap 奖励 <= 100 万元 | 分别给予最高20万元、50万元、100万元奖励
    """,
}
"""Measure -> a line for each condition: kind quantity op value unit | span.

A quantity `-` is empty. A span `对$` is 对 and the value; a span `+` is the next
line's own.
"""


def _read(lines: str) -> list[Condition]:
    found: list[Condition] = []
    span = ""
    for line in reversed([line.strip() for line in lines.split("\n") if line.strip()]):
        said, _, text = line.rpartition(" | ")
        kind, quantity, op, rest = said.split(" ", 3)
        value, unit = (rest, "") if kind in ("applicant", "date") else rest.split(" ", 1)
        typed = value if op == "in" or kind in ("applicant", "date") else float(value)
        span = text.replace("$", value) if text != "+" else span
        found.append(Condition(kind, quantity.strip("-"), op, typed, unit.strip(), span))
    return found[::-1]


@pytest.mark.parametrize("measure_id", EXPECTED)
def test_a_measure_states_exactly_its_conditions(catalog: Catalog, measure_id: str) -> None:
    """All that is asked or given, and nothing of goals, budgets, phones, document numbers and deadlines."""
    assert list(catalog.measure(measure_id).conditions) == _read(EXPECTED[measure_id])


def test_every_condition_is_quoted_from_its_measure(catalog: Catalog) -> None:
    """Span, quantity and an applicant's words stand in the measure, white space apart."""
    for measure in catalog.measures:
        printed = "".join(measure.text.split())
        for condition in measure.conditions:
            assert condition.text in printed
            assert condition.quantity in condition.text
            if condition.kind == "applicant":
                assert str(condition.value) in condition.text


def test_work_plans_and_notices_state_none(catalog: Catalog) -> None:
    """Openness plans, personnel notices and the chronicle set no conditions for anyone."""
    for number in ("周政办字〔2024〕9号", "聊政任〔2021〕11号", "聊政任〔2021〕12号", "聊政任〔2021〕13号"):
        assert [measure.id for measure in catalog.document(number).measures if measure.conditions] == []
    chronicle = catalog.document("聊城市人民政府大事记（2021年6月）")
    assert [measure.id for measure in chronicle.measures if measure.conditions] == []


@pytest.mark.parametrize(
    "text",
    [
        "确保全区全年粮食播种面积达到15.48万亩以上，总产5.1万吨以上。",
        "年内聚集企业750家以上，信贷投放10亿元以上。",
        "省级筹集资金1.26亿元，支持充电基础设施建设。",
        "实施市重点技术改造项目40项以上。",
        "（责任单位：区财政局，责任科室：综合科，完成时限：2022年12月，联系电话：7878011）",
        "根据《关于规范人民防空工程的通知》（鲁防发〔2019〕7号）第16项办理，见附件1。",
        "实现IPv6支持率达到80%的目标。",
        "因2024年我区无运量150吨万以上铁路专用线，此项政策不涉及我区。",
        "支持达到财政补贴标准的企业。",
        "",
    ],
)
def test_goals_budgets_and_duties_are_no_conditions(text: str) -> None:
    """What an office sets itself, spends in all, or how to reach it."""
    assert conditions(text) == ()


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "对年用电量不少于50万千瓦时的企业给予奖励。",
            Condition("threshold", "年用电量", ">=", 50.0, "万千瓦时", "年用电量不少于50万千瓦时"),
        ),
        (
            "从业人员20人以下的小微企业可以申请。",
            Condition("threshold", "从业人员", "<=", 20.0, "人", "从业人员20人以下"),
        ),
        ("每人每天补贴60元。", Condition("amount", "每人每天", "=", 60.0, "元", "每人每天补贴60元")),
        (
            "有效期至2026年7月31日。",
            Condition("date", "有效期", "<=", "2026-07-31", "", "有效期至2026年7月31日"),
        ),
        (
            "2019年1月1日前安放龙骨的船舶。",
            Condition("date", "安放龙骨", "<", "2019-01-01", "", "2019年1月1日前安放龙骨"),
        ),
    ],
)
def test_other_documents_follow_the_same_patterns(text: str, condition: Condition) -> None:
    """Sentences of no bundled text; 前 a day that ends no month leaves that day out."""
    assert condition in conditions(text)


def test_white_space_does_not_matter() -> None:
    """The span is the compacted words of the measure."""
    (found,) = conditions("凡月销售额 15 万元\t以下 的小规模纳税人")
    assert (found.value, found.unit, found.text) == (15.0, "万元", "月销售额15万元以下")


@given(
    st.text(
        alphabet="对企业的最高不超过给予奖励分别万元亿%年以上下（），。、；“”0123456789.-月日前至每个每",
        max_size=60,
    )
)
def test_any_text_is_read_and_quoted_verbatim(text: str) -> None:
    """Reading never fails, and every span is part of the text."""
    printed = "".join(text.split())
    assert all(condition.text in printed for condition in conditions(text))
