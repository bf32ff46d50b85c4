"""Bodies that sentences give something to do."""

import pytest

from corpus.extraction.duties.sentence_duties import sentence_duties
from corpus.text.body_mentions import find_bodies, may_name

LEAD, DUTY, HELP = "lead", "responsible", "support"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由县财政局会同县民政局制定。", [("县财政局", LEAD), ("县民政局", HELP)]),
        ("县财政局负责资金拨付。", [("县财政局", DUTY)]),
        (
            "县统计局应会同国家统计局青禾调查队每年公布上年收入。",
            [("县统计局", LEAD), ("国家统计局青禾调查队", HELP)],
        ),
        ("县监察、审计部门负责资金使用的监督。", [("县监察部门", DUTY), ("县审计部门", DUTY)]),
        ("场景清单由县经济发展局牵头发布。", [("县经济发展局", LEAD)]),
        (
            "由县残联牵头，县民政局、县财政局配合。",
            [("县残联", LEAD), ("县民政局", HELP), ("县财政局", HELP)],
        ),
        ("企业向县经信局提出申请，县经信局初审后送县财政局审核。", [("县经信局", LEAD), ("县财政局", HELP)]),
        ("由青禾县人工智能发展局（以下简称县人工智能发展局）另行制定。", [("青禾县人工智能发展局", DUTY)]),
        ("7月4日前，县教育局公布录取结果。县教育局不再安排学位。", [("县教育局", DUTY)]),
        ("经县科技局认定的企业，一次性奖励5万元。", [("县科技局", DUTY)]),
        ("县供电公司应当在3个工作日内装表。", [("县供电公司", DUTY)]),
        ("由青禾经济开发区管委会组织实施。", [("青禾经济开发区管委会", DUTY)]),
        (
            "申请人向户籍所在地的镇人民政府提出申请，镇人民政府审核后报县民政局审批。",
            [("镇人民政府", LEAD), ("县民政局", HELP)],
        ),
        ("县民政部门负责统筹规划。", [("县民政部门", DUTY)]),
        ("财政局负责。", [("财政局", DUTY)]),
        ("纳税人可向税务机关提出异议申请。", [("税务机关", DUTY)]),
        ("老龄工作机构应当停止该凭证的优待功能。", [("老龄工作机构", DUTY)]),
        ("申领凭证由市老龄工作机构核发。", [("市老龄工作机构", DUTY)]),
        ("税务总局以纳税人识别号为唯一标识。", [("税务总局", DUTY)]),
        ("须接受由县商务局、县财政局组织的检查。", [("县商务局", DUTY), ("县财政局", DUTY)]),
        ("凭由镇人民政府认定的名单领取。", [("镇人民政府", DUTY)]),
        ("由民政部门会同财政部门审核。", [("民政部门", LEAD), ("财政部门", HELP)]),
        ("县科技局负责评审,汇总结果;县财政局负责拨付.", [("县科技局", DUTY), ("县财政局", DUTY)]),
        (
            "县科技局加强统筹协调，牵头做好平台建设；县人社局负责发放补贴。",
            [("县科技局", LEAD), ("县人社局", DUTY)],
        ),
        ("县科技局运用数字平台进行管理，各企业如实填报。", [("县科技局", DUTY)]),
        ("照顾对象由市双拥办负责认定，报市招生办汇总。", [("市双拥办", LEAD), ("市招生办", HELP)]),
        ("由国土分局和县林业局分别确认。", [("国土分局", DUTY), ("县林业局", DUTY)]),
        ("参保人到所属地税分局申请办理。", [("地税分局", DUTY)]),
        ("印制由市教育局统一编制的登记表，由县教育局发放。", [("县教育局", DUTY)]),
        (
            "区税务局、高新区税务局、区医保局核对名单。",
            [("区税务局", DUTY), ("高新区税务局", DUTY), ("区医保局", DUTY)],
        ),
        ("县信访办处理来访，人力资源部门负责登记。", [("县信访办", DUTY), ("人力资源部门", DUTY)]),
        ("由各区价格主管部门会同县财政局、县住建局确定。", [("县财政局", HELP), ("县住建局", HELP)]),
        ("企业配合县统计局填报。", [("县统计局", DUTY)]),
        ("县卫生和计生部门负责审核。", [("县卫生和计生部门", DUTY)]),
        ("县人力资源和社会保障部门于5日内核实。", [("县人力资源和社会保障部门", DUTY)]),
        (
            "县金融监管局、人民银行青禾支行指导做好融资服务。",
            [("县金融监管局", DUTY), ("人民银行青禾支行", DUTY)],
        ),
        (
            "县金融监管局会同人民银行青禾分行、青禾银保监分局建立机制。",
            [("县金融监管局", LEAD), ("人民银行青禾分行", HELP), ("青禾银保监分局", HELP)],
        ),
        ("企业向当地证监局报告，协调银保监局处理。", []),
        (
            "由市区物价部门会同市区民政部门、房产管理部门拟定。",
            [("市区物价部门", LEAD), ("市区民政部门", HELP), ("市区房产管理部门", HELP)],
        ),
    ],
)
def test_subjects_and_those_whom_people_turn_to_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    """由 and 向 a body, a body that acts, one that examines; who leads before who helps."""
    assert [(duty.department, duty.role.value) for duty in sentence_duties(text)] == expected


@pytest.mark.parametrize(
    ("text", "department", "office"),
    [
        ("由县住建局住房保障科负责，咨询电话：0311-12345。", "县住建局", "住房保障科"),
        ("县农业农村局种植业科负责技术指导。", "县农业农村局", "种植业科"),
        ("到县医保局医疗保障科办理。", "县医保局", "医疗保障科"),
        ("请携带材料到县政务服务中心医保窗口办理。", "县政务服务中心", "医保窗口"),
    ],
)
def test_the_office_behind_a_body_is_kept(text: str, department: str, office: str) -> None:
    """科, 窗口 and their kin."""
    assert [(duty.department, duty.office) for duty in sentence_duties(text)] == [(department, office)]


@pytest.mark.parametrize(
    "text",
    [
        "凭县民政局出具的证明，享受补贴。",
        "根据县财政局《关于加强管理的通知》执行。",
        "参加县商务局组织的展会，给予补贴。",
        "报县人民政府批准后实施。",
        "县各有关部门要加强配合。",
        "由区主管部门审核。",
        "本办法由县经信局负责解释。",
        "与县人社局签订协议的企业，可以享受。",
        "主管部门负责。",
        "各级财政部门要加强保障。",
        "经办机构负责。",
        "凭公安机关出具的证明办理。",
    ],
)
def test_bodies_only_mentioned_have_nothing_to_do(text: str) -> None:
    """Papers of a body, whole governments, nobody in particular, interpreters, names that say no matter."""
    assert sentence_duties(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("向县住房保障服务中心提出申请", ["县住房保障服务中心"]),
        ("县发展和改革局和县财政局联合评审", ["县发展和改革局", "县财政局"]),
        ("县发改委会同县商务局", ["县发改委", "县商务局"]),
        ("由市生态环境局青禾分局负责", ["市生态环境局青禾分局"]),
        ("由开发区管委会受理", ["开发区管委会"]),
        ("争取市财政局支持", ["市财政局"]),
        ("县政府采购中心任务", []),
        ("各级政府、全市各单位、当地市场监管部门", []),
    ],
)
def test_names_begin_with_a_place_and_end_as_bodies_do(text: str, names: list[str]) -> None:
    """和 within a name is part of it; words before a name are not."""
    assert [body.name for body in find_bodies(text)] == names


ENDINGS = """
局 分局 厅 委员会 管委会 委 中心 联合会 残联 妇联 工商联 侨联 科协 协会 工会 红十字会 供销社 供销联社
组织部 办公室 编办 大队 支队 大厅 公司 集团 指挥部 专班 政府 办事处 支行 法院 检察院 海关
财政所 服务站 主管部门 税务机关 经办机构
"""


@pytest.mark.parametrize("ending", ENDINGS.split())
def test_every_ending_of_a_body_holds_a_sign(ending: str) -> None:
    """The quick test before the names are looked for lets all of them pass."""
    assert may_name(ending)


def test_words_without_a_sign_name_no_body() -> None:
    """A line of a list of contacts says nobody's name."""
    assert not may_name("联系电话：0533-6000007")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县林业局种苗管理股登门送苗。", [("县林业局", "种苗管理股", DUTY)]),
        ("由区水务局规划与计财科审核图纸。", [("区水务局", "规划与计财科", DUTY)]),
        ("由县医保服务中心城乡居民参保股办理。", [("县医保服务中心", "城乡居民参保股", DUTY)]),
        (
            "对复核不服的，由县信访局会同县水利局复核。\n县财政局社保股核定金额。",
            [("县信访局", None, LEAD), ("县财政局", "社保股", DUTY), ("县水利局", None, HELP)],
        ),
        ("县林业局种苗管理股的电话另行公布。", []),
        ("县民政局和教育科研人员参加。", []),
    ],
)
def test_offices_act_in_the_clauses_they_open(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """The office behind a body is read with it; who leads in one sentence makes nobody else support."""
    assert [(duty.department, duty.office, duty.role.value) for duty in sentence_duties(text)] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县招商局牵头组织评审，县财政局等部门参与。", [("县招商局", LEAD), ("县财政局", HELP)]),
        ("自治区农业农村厅每年开展一次考核。", [("自治区农业农村厅", DUTY)]),
        ("企业向所在地县级商务主管部门提出申请。", []),
        ("区教育局要指导学校落实，区卫健局要派驻人员。", [("区教育局", DUTY), ("区卫健局", DUTY)]),
        ("公安清河分局要加强巡逻。", [("公安清河分局", DUTY)]),
        (
            "区规划自然资源、财政等部门按照各自职责做好工作。",
            [("区规划自然资源部门", DUTY), ("区财政部门", DUTY)],
        ),
    ],
)
def test_more_bodies_that_act_are_known_by_their_names(text: str, found: list[tuple[str, str]]) -> None:
    """商 stands within 招商局, 自治区 may be a level, who guides others acts, 所在地县级 is any of them."""
    assert [(duty.department, duty.role) for duty in sentence_duties(text)] == found
