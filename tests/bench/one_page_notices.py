"""Notices of one page with numbered items, in wording of our own: any number of different ones.

Their sentences repeat, so that few texts are to be encoded before the first measurement.
"""

from pathlib import Path

_TOWNS = ("东河镇", "西岭镇", "南湖街道", "北坡街道", "中屯镇", "石桥镇", "柳沟镇", "新集街道")
_MATTERS = ("秸秆还田", "河道清淤", "校车检测", "助餐点运营", "路灯改造", "果园防雹", "渔船更新", "古树保护")
_ITEMS = (
    "补助对象。在{town}登记、连续经营满{number}个月的{matter}单位。（责任单位：区农业农村局）",
    "补助标准。{matter}每处补助{number}00元，同一单位一年内补助一次。（责任单位：区财政局，电话：61957{number:02d}）",
    "申报材料。{matter}申报表、营业执照复印件和{number}张现场照片。（责任单位：区行政审批服务局）",
    "办理时限。{town}自受理之日起{number}个工作日内完成现场核查。（责任单位：区农业农村局）",
    "监督检查。每年抽查{matter}项目的{number}%，发现虚报的追回补助资金。（责任单位：区审计局）",
    "宣传培训。{town}每季度组织{matter}培训不少于{number}次。（责任单位：区科学技术局）",
)
_NUMERALS = "一二三四五六"
_TEXT = """周村区人民政府办公室
关于做好{town}{matter}补助工作的通知
周政办字〔{year}〕{number}号

各镇政府、街道办事处，区政府有关部门：
经区政府同意，现将有关事项通知如下：
{items}

周村区人民政府办公室
{year}年{month}月5日
"""


def notice(position: int) -> str:
    """The text of one of them; different for each position from 0 to 5,999."""
    return _notice(position, _TOWNS[position % 8], _MATTERS[position // 8 % 8])


def newcomer() -> str:
    """The text of one whose town and matter are in no other, so that every passage of it is new."""
    return _notice(6000, "龙泉镇", "冷库建设")


def _notice(position: int, town: str, matter: str) -> str:
    items = "\n".join(
        f"{numeral}、{item.format(town=town, matter=matter, number=2 + (position + row) % 9)}"
        for row, (numeral, item) in enumerate(zip(_NUMERALS, _ITEMS, strict=True))
    )
    year, number = 2015 + position // 600, 200 + position % 600
    return _TEXT.format(
        town=town, matter=matter, items=items, year=year, number=number, month=1 + position % 12
    )


def write(folder: Path, positions: range) -> list[Path]:
    """Writes a file for each position; their paths in that order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"notice-{position:04d}.txt" for position in positions]
    for position, path in zip(positions, paths, strict=True):
        path.write_text(notice(position), encoding="utf-8")
    return paths
