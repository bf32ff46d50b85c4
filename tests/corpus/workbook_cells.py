"""Workbooks whose cells are more than their words: dates, sums, hidden and rich ones, and as typed."""

from datetime import date, datetime

from corpus.text.losses import Loss, LossKind
from tests.corpus.workbook_files import LONG_DATE, BookLayout, Filled, GivenSheet

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
_TYPED = BookLayout(
    [
        GivenSheet(
            [
                ("清河区民政局",),
                ("关于发放取暖补助的通知",),
                ("清民发〔2024〕7号",),
                ("各镇人民政府、街道办事处：",),
                ("一、补助标准。每户每年补助450元。（责任单位：区民政局，电话：0533-3180061）",),
                ("二、办理时间。\n每年10月底前向所在镇、街道申请。（责任单位：区民政局）",),
                (None,),
                ("清河区民政局",),
                (Filled(date(2024, 9, 5), LONG_DATE),),
            ],
            title="通知",
            merged=[f"A{row}:H{row}" for row in range(1, 10)],
        )
    ],
    [
        "清河区民政局",
        "关于发放取暖补助的通知",
        "清民发〔2024〕7号",
        "各镇人民政府、街道办事处：",
        "一、补助标准。每户每年补助450元。（责任单位：区民政局，电话：0533-3180061）",
        "二、办理时间。",
        "每年10月底前向所在镇、街道申请。（责任单位：区民政局）",
        "清河区民政局",
        "2024年9月5日",
    ],
    duties=[("区民政局", "0533-3180061"), ("区民政局", None)],
)
CELL_LAYOUTS = {
    "dates": _DATES,
    "dates_1904": _DATES_1904,
    "hidden": _HIDDEN,
    "rich": _RICH,
    "sums": _SUMS,
    "typed": _TYPED,
}
"""By name."""
