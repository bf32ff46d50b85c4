"""Whole workbooks of an office in many layouts: what is filled in, and what each prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from corpus.text.losses import Loss, LossKind
from tests.corpus.workbook_files import Filled, GivenSheet

YUAN, LONG_DATE = '#,##0"元"', 'yyyy"年"m"月"d"日"'


@dataclass(frozen=True, slots=True)
class BookLayout:
    """Sheets as they are filled in, and the lines and rows that they print, in their order."""

    sheets: Sequence[GivenSheet]
    printed: Sequence[str | tuple[str, ...]]
    """A line, or the cells of a row; a covered cell is empty."""
    left_out: frozenset[Loss] = frozenset()
    duties: Sequence[tuple[str, str | None]] = ()
    """Of the measures in order: who is responsible, and the phone printed beside it."""
    since_1904: bool = False


_LEDGER_HEAD = ("序号", "政策措施", "责任单位", "联系电话", "完成时限", "补贴金额")
_LEDGER = BookLayout(
    [
        GivenSheet(
            [
                ("清河区惠民政策责任台账",),
                _LEDGER_HEAD,
                (1, "为八十岁以上老人发放高龄津贴", "区民政局", 6433459, "长期", Filled(1200, YUAN)),
                (2, "为困难老人提供助餐服务", None, None, "2025年12月底", Filled(15.5, '0.00"元"')),
                (
                    *(3, "改造农村危房", "区住房城乡建设局", "0533-3180011"),
                    *(Filled(date(2025, 6, 30), LONG_DATE), Filled(22000, YUAN)),
                ),
                (4, "组织家电以旧换新活动", "区商务局、区财政局", "6195136、7878011", "12月底前", None),
                ("备注：以上政策以正式文件为准。",),
            ],
            merged=["A1:F1", "C3:C4", "D3:D4", "A7:F7"],
        )
    ],
    [
        "清河区惠民政策责任台账",
        _LEDGER_HEAD,
        ("1", "为八十岁以上老人发放高龄津贴", "区民政局", "6433459", "长期", "1,200元"),
        ("2", "为困难老人提供助餐服务", "", "", "2025年12月底", "15.50元"),
        ("3", "改造农村危房", "区住房城乡建设局", "0533-3180011", "2025年6月30日", "22,000元"),
        ("4", "组织家电以旧换新活动", "区商务局、区财政局", "6195136、7878011", "12月底前", ""),
        "备注：以上政策以正式文件为准。",
    ],
    duties=[
        ("区民政局", "6433459"),
        ("区民政局", "6433459"),
        ("区住房城乡建设局", "0533-3180011"),
        ("区商务局", "6195136"),
        ("区财政局", "7878011"),
    ],
)
_TWO_HEADS = BookLayout(
    [
        GivenSheet(
            [
                ("序号", "工作任务", "责任单位", None, "联系电话"),
                (None, None, "牵头单位", "配合单位", None),
                (1, "建设乡镇供销驿站", "县供销社", "县商务局", "0533-6170401"),
                (2, "改造老旧供水管网", "县水务局", "县财政局", 6170402),
                (3, "新建口袋公园三处", "县城市管理局", None, 6170403),
            ],
            merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
        )
    ],
    [
        ("序号", "工作任务", "责任单位牵头单位", "责任单位配合单位", "联系电话"),
        ("1", "建设乡镇供销驿站", "县供销社", "县商务局", "0533-6170401"),
        ("2", "改造老旧供水管网", "县水务局", "县财政局", "6170402"),
        ("3", "新建口袋公园三处", "县城市管理局", "", "6170403"),
    ],
    duties=[
        ("县供销社", "0533-6170401"),
        ("县商务局", None),
        ("县水务局", "6170402"),
        ("县财政局", None),
        ("县城市管理局", "6170403"),
    ],
)
_POWERS_HEAD = ("序号", "项目名称", "职权类别", "实施依据", "实施主体", "监督电话")
_ROADS = "《城市道路管理条例》第三十条：\n未经批准不得占用城市道路。"
_POWERS = BookLayout(
    [
        GivenSheet(
            [
                ("青禾县城市管理局行政权力事项目录",),
                _POWERS_HEAD,
                (1, "占用城市道路审批", "行政许可", _ROADS, "县城市管理局", "0533-6170501"),
                (2, "设置大型户外广告审批", None, "《山东省户外广告办法》第九条", None, None),
                (3, "对乱倒垃圾的处罚", "行政处罚", "《固体废物污染环境防治法》", None, 6170502),
            ],
            title="权力清单",
            merged=["A1:F1", "C3:C4", "E3:E5", "F3:F4"],
        )
    ],
    [
        "青禾县城市管理局行政权力事项目录",
        _POWERS_HEAD,
        ("1", "占用城市道路审批", "行政许可", _ROADS, "县城市管理局", "0533-6170501"),
        ("2", "设置大型户外广告审批", "", "《山东省户外广告办法》第九条", "", ""),
        ("3", "对乱倒垃圾的处罚", "行政处罚", "《固体废物污染环境防治法》", "", "6170502"),
    ],
    # Who asks about the matter is not sent to the line for complaints.
    duties=[("县城市管理局", None)] * 3,
)
_ACCOUNTS = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '
_BRACKETS = "0.00_);[Red]\\(0.00\\)"
_PRICES_HEAD = ("序号", "收费项目", "计费单位", "收费标准", "减免比例", "年度金额")
_PRICES = BookLayout(
    [
        GivenSheet(
            [
                _PRICES_HEAD,
                (
                    *(1, "停车场首小时", "辆", Filled(5, '0.00"元"')),
                    *(Filled(0.5, "0%"), Filled(1205000, _ACCOUNTS)),
                ),
                (
                    *(2, "体育馆包场", "小时", Filled(1180, '#,##0"元/小时"')),
                    *(Filled(0.125, "0.0%"), Filled(0, _ACCOUNTS)),
                ),
                (3, "图书馆借阅证", "个", "不收费", Filled(1, "0%"), Filled(-3200.5, _ACCOUNTS)),
                (
                    *(4, "垃圾处理费", "吨", Filled(63.456, "0.0#")),
                    *(Filled(0.0333, "0.00%"), Filled(12.3, _BRACKETS)),
                ),
                (5, "居民用水", "立方米", 2.955, Filled(0.25, "# ?/?"), Filled(-12.3, _BRACKETS)),
                (
                    *(6, "基础设施配套费", "平方米", Filled(5000000, '0"."0,"万元"')),
                    *(Filled(0.08, '0%"以内"'), Filled(1205000, '[DBNum2]General"元整"')),
                ),
                (7, "摊位费", "天", 0.1 + 0.2, Filled(7, "000"), Filled(123456.5, "0.00E+00")),
            ]
        )
    ],
    [
        _PRICES_HEAD,
        ("1", "停车场首小时", "辆", "5.00元", "50%", "1,205,000.00"),
        ("2", "体育馆包场", "小时", "1,180元/小时", "12.5%", "-"),
        ("3", "图书馆借阅证", "个", "不收费", "100%", "-3,200.50"),
        ("4", "垃圾处理费", "吨", "63.46", "3.33%", "12.30"),
        ("5", "居民用水", "立方米", "2.955", "1/4", "(12.30)"),
        ("6", "基础设施配套费", "平方米", "500.0万元", "8%以内", "壹佰贰拾万伍仟元整"),
        ("7", "摊位费", "天", "0.3", "007", "1.23E+05"),
    ],
)
_DATES_HEAD = ("批次", "受理日期", "公示日期", "截止日期", "发放时间", "办结日期", "预约时间")


def _days(batch: str, *values: date) -> tuple[object, ...]:
    """Five days in five formats, and a day with its clock."""
    forms = (
        *(LONG_DATE, "yyyy-mm-dd", "yyyy/m/d;@", 'yyyy"年"m"月";@'),
        *(f"[DBNum1][$-804]{LONG_DATE}", "yyyy/m/d h:mm"),
    )
    return (batch, *(Filled(value, form) for value, form in zip(values, forms, strict=True)))


_DATES_ROWS = [
    _DATES_HEAD,
    _days(
        *("第一批", date(2024, 1, 5), date(2024, 1, 12), date(2024, 2, 29), date(2024, 3, 1)),
        *(date(2024, 12, 31), datetime.fromisoformat("2024-07-01 09:30")),
    ),
    _days(
        *("第二批", date(1999, 12, 31), date(2000, 2, 29), date(2000, 3, 1), date(2000, 10, 1)),
        *(date(2026, 10, 10), datetime.fromisoformat("2026-01-20 14:05")),
    ),
]
_DATES_PRINTED = [
    _DATES_HEAD,
    (
        *("第一批", "2024年1月5日", "2024-01-12", "2024/2/29", "2024年3月"),
        *("二〇二四年十二月三十一日", "2024/7/1 9:30"),
    ),
    (
        *("第二批", "1999年12月31日", "2000-02-29", "2000/3/1", "2000年10月"),
        *("二〇二六年十月十日", "2026/1/20 14:05"),
    ),
]
_DATES = BookLayout([GivenSheet(_DATES_ROWS)], _DATES_PRINTED)
_DATES_1904 = BookLayout([GivenSheet(_DATES_ROWS)], _DATES_PRINTED, since_1904=True)
_SERVICE_HEAD = ("序号", "服务事项", "责任单位", "咨询电话")
_SEVERAL = BookLayout(
    [
        GivenSheet(
            [
                ("清河区民政服务事项表",),
                ("填报单位：区民政局", None, None, "填报日期：2025年4月30日"),
                _SERVICE_HEAD,
                (1, "发放临时救助金", "区民政局", "0533-3180021"),
            ],
            title="民政",
            merged=["A1:D1", "A2:C2"],
        ),
        GivenSheet(
            [
                ("清河区住房保障服务事项表",),
                _SERVICE_HEAD,
                (1, "发放租赁补贴", "区住房保障中心", 3180022),
                (2, "受理公租房申请", "区住房保障中心", 3180023),
            ],
            title="住建",
            merged=["A1:D1"],
        ),
        GivenSheet([_SERVICE_HEAD, (1, "办理就业登记", "区人社局", "12333")], title="Sheet3"),
        GivenSheet([], title="空表"),
    ],
    [
        "民政",
        "清河区民政服务事项表",
        "填报单位：区民政局",
        "填报日期：2025年4月30日",
        _SERVICE_HEAD,
        ("1", "发放临时救助金", "区民政局", "0533-3180021"),
        "住建",
        "清河区住房保障服务事项表",
        _SERVICE_HEAD,
        ("1", "发放租赁补贴", "区住房保障中心", "3180022"),
        ("2", "受理公租房申请", "区住房保障中心", "3180023"),
        _SERVICE_HEAD,
        ("1", "办理就业登记", "区人社局", "12333"),
    ],
    duties=[
        ("区民政局", "0533-3180021"),
        ("区住房保障中心", "3180022"),
        ("区住房保障中心", "3180023"),
        ("区人社局", "12333"),
    ],
)
_HIDDEN = BookLayout(
    [
        GivenSheet(
            [
                ("序号", "服务事项", "经办人手机", "责任单位", "咨询电话"),
                (1, "发放取暖补助", "13800000001", "区民政局", 3180031),
                (2, "发放创业补贴（暂停）", "13800000002", "区人社局", 3180032),
                (3, "发放残疾人补贴", "13800000003", "区残联", 3180033),
            ],
            title="台账",
            hidden_rows=[3],
            hidden_columns=["C"],
        ),
        GivenSheet([("草案", Filled(0.35, "0%"))], title="底稿", hidden=True),
    ],
    [
        ("序号", "服务事项", "责任单位", "咨询电话"),
        ("1", "发放取暖补助", "区民政局", "3180031"),
        ("3", "发放残疾人补贴", "区残联", "3180033"),
    ],
    frozenset(
        {
            Loss(LossKind.HIDDEN_ROW, "2 发放创业补贴（暂停） 13800000002 区人社局 3180032"),
            Loss(LossKind.HIDDEN_COLUMN, "经办人手机 13800000001 13800000003"),
            Loss(LossKind.HIDDEN_SHEET, "底稿 草案 35%"),
        }
    ),
    duties=[("区民政局", "3180031"), ("区残联", "3180033")],
)
_RICH_HEAD = ("序号", "补助项目", "补助标准", "责任单位", "联系电话")
_RICH = BookLayout(
    [
        GivenSheet(
            [
                _RICH_HEAD,
                (
                    *(1, "建设高标准农田"),
                    Filled((("每亩", ""), ("1500", "struck"), ("2400元", ""), ("①", "raised"))),
                    *("县农业农村局", 6170601),
                ),
                (
                    *(2, "建设标准厂房"),
                    Filled((("不少于500m", ""), ("2", "raised"), ("的，每平方米补50元", ""))),
                    *("县工信局", 6170602),
                ),
                (
                    *(3, "扩大水泥产能"),
                    Filled((("年产10", ""), ("4", "raised"), ("吨以上补30万元", ""))),
                    *("县工信局", Filled(6170600, struck=True)),
                ),
                (4, "返还稳岗费用", Filled("每人300元", struck=True), "县人社局", 6170603),
                ("注：①以当年文件为准。",),
            ],
            merged=["A6:E6"],
        )
    ],
    [
        _RICH_HEAD,
        ("1", "建设高标准农田", "每亩2400元", "县农业农村局", "6170601"),
        ("2", "建设标准厂房", "不少于500m²的，每平方米补50元", "县工信局", "6170602"),
        ("3", "扩大水泥产能", "年产10^4吨以上补30万元", "县工信局", ""),
        ("4", "返还稳岗费用", "", "县人社局", "6170603"),
        "注：①以当年文件为准。",
    ],
    frozenset(
        {
            Loss(LossKind.STRUCK, "1500"),
            Loss(LossKind.NOTE_MARK, "①"),
            Loss(LossKind.STRUCK, "6170600"),
            Loss(LossKind.STRUCK, "每人300元"),
        }
    ),
    duties=[
        ("县农业农村局", "6170601"),
        ("县工信局", "6170602"),
        ("县工信局", None),
        ("县人社局", "6170603"),
    ],
)
_REMARKED = BookLayout(
    [
        GivenSheet(
            [
                _SERVICE_HEAD,
                (1, "发放高龄津贴", Filled("区民政局", note="原为区老龄办"), Filled(3180041, note="待核实")),
                (2, "发放助学金", "区教育局", "0533-3180042"),
            ]
        )
    ],
    [
        _SERVICE_HEAD,
        ("1", "发放高龄津贴", "区民政局", "3180041"),
        ("2", "发放助学金", "区教育局", "0533-3180042"),
    ],
    frozenset({Loss(LossKind.COMMENT, "原为区老龄办"), Loss(LossKind.COMMENT, "待核实")}),
    duties=[("区民政局", "3180041"), ("区教育局", "0533-3180042")],
)
_SUMS_HEAD = ("序号", "补助项目", "数量", "单价", "金额", "备注")
_SUMS_FORM = '#,##0.00"元"'
_SUMS = BookLayout(
    [
        GivenSheet(
            [
                _SUMS_HEAD,
                (
                    *(1, "取暖补助", 12, 35.5, Filled(426, _SUMS_FORM, formula="C2*D2")),
                    Filled("按实结算", formula='IF(E2<500,"按实结算","")'),
                ),
                (
                    *(2, "助餐补助", 10, 80, Filled(800, _SUMS_FORM, formula="C3*D3")),
                    Filled("", formula='IF(E3<500,"按实结算","")'),
                ),
                (
                    *("合计", None, Filled(22, formula="SUM(C2:C3)"), None),
                    Filled(1226, _SUMS_FORM, formula="SUM(E2:E3)"),
                    Filled(45747, LONG_DATE, formula="DATE(2025,3,31)"),
                ),
            ]
        )
    ],
    [
        _SUMS_HEAD,
        ("1", "取暖补助", "12", "35.5", "426.00元", "按实结算"),
        ("2", "助餐补助", "10", "80", "800.00元", ""),
        ("合计", "", "22", "", "1,226.00元", "2025年3月31日"),
    ],
)
_DIRECTORY_HEAD = ("单位名称", "联系电话", "单位名称", "联系电话")
_DIRECTORY = BookLayout(
    [
        GivenSheet(
            [
                ("清河区各镇、街道便民服务中心电话",),
                _DIRECTORY_HEAD,
                ("城关街道便民服务中心", "0533-6160001", "河口镇便民服务中心", "0533-6160002"),
                ("石桥镇便民服务中心", 6160003, "柳林镇便民服务中心", 6160004),
                ("东关街道便民服务中心", "6160005/6160006", None, None),
            ],
            merged=["A1:D1"],
        )
    ],
    [
        "清河区各镇、街道便民服务中心电话",
        _DIRECTORY_HEAD,
        ("城关街道便民服务中心", "0533-6160001", "河口镇便民服务中心", "0533-6160002"),
        ("石桥镇便民服务中心", "6160003", "柳林镇便民服务中心", "6160004"),
        ("东关街道便民服务中心", "6160005/6160006", "", ""),
    ],
    # The left strip from top to bottom, then the right one.
    duties=[
        ("城关街道便民服务中心", "0533-6160001"),
        ("石桥镇便民服务中心", "6160003"),
        ("东关街道便民服务中心", "6160005"),
        ("东关街道便民服务中心", "6160006"),
        ("河口镇便民服务中心", "0533-6160002"),
        ("柳林镇便民服务中心", "6160004"),
    ],
)
_WIDE_HEAD = ("序号", "服务事项", "所需材料", "办理流程", "责任单位", "咨询电话")
_PAPERS = "1.身份证；\n2.户口簿；\n3.收入证明（近6个月）。"
_STEPS = "".join(f"第{n}步：向第{n}号窗口提交材料，由第{n}名工作人员核对后转下一步。" for n in range(1, 181))
_WIDE = BookLayout(
    [
        GivenSheet(
            [
                _WIDE_HEAD,
                (1, "受理公租房申请", _PAPERS, "申请——审核——公示", "区住房保障中心", "3180051\n3180052"),
                (2, "受理低保申请", "户口簿\n\n存款　证明", _STEPS, "区民政局", "0533-3180053"),
            ]
        )
    ],
    [
        _WIDE_HEAD,
        ("1", "受理公租房申请", _PAPERS, "申请——审核——公示", "区住房保障中心", "3180051\n3180052"),
        ("2", "受理低保申请", "户口簿\n\n存款　证明", _STEPS, "区民政局", "0533-3180053"),
    ],
    duties=[("区住房保障中心", "3180051"), ("区住房保障中心", "3180052"), ("区民政局", "0533-3180053")],
)
_PROMISE = "本单位承诺所填内容属实，若有虚假愿退回补贴并承担责任。"
_WINDOW = "受理部门：区人力资源和社会保障局　受理电话：0533-2860177"
_FORM = BookLayout(
    [
        GivenSheet(
            [
                ("小微企业吸纳就业补贴申请表",),
                ("企业名称", None, "统一社会信用代码", None),
                ("法定代表人", None, "联系电话", None),
                ("申请金额", "　　　　元", "申请日期", "　年　月　日"),
                ("申报承诺", _PROMISE),
                (_WINDOW,),
            ],
            title="申请表",
            merged=["A1:D1", "B5:D5", "A6:D6"],
        )
    ],
    [
        "小微企业吸纳就业补贴申请表",
        ("企业名称", "", "统一社会信用代码", ""),
        ("法定代表人", "", "联系电话", ""),
        ("申请金额", "元", "申请日期", "年　月　日"),
        ("申报承诺", _PROMISE, "", ""),
        (_WINDOW, "", "", ""),
    ],
)
BOOK_LAYOUTS = {
    "ledger": _LEDGER,
    "two_heads": _TWO_HEADS,
    "powers": _POWERS,
    "prices": _PRICES,
    "dates": _DATES,
    "dates_1904": _DATES_1904,
    "several": _SEVERAL,
    "hidden": _HIDDEN,
    "rich": _RICH,
    "remarked": _REMARKED,
    "sums": _SUMS,
    "directory": _DIRECTORY,
    "wide": _WIDE,
    "form": _FORM,
}
"""By name."""
