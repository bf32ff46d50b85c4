"""What the points are called that a question asks for and a text does not print."""

from collections.abc import Mapping, Sequence

from retrieval.question import Point

POINTS: Mapping[Point, str] = {
    Point.SUM: "具体金额",
    Point.CHARGE: "这项费用",
    Point.RATE: "具体比例",
    Point.COUNT: "具体数目",
    Point.LENGTH: "具体的距离或面积",
    Point.AGE: "年龄",
    Point.TIMES: "次数",
    Point.SPAN: "多长时间",
    Point.VALIDITY: "有效期",
    Point.IN_FORCE: "施行日期",
    Point.DAY: "具体日期",
    Point.HOURS: "办公时间",
    Point.PHONE: "电话",
    Point.ADDRESS: "地址",
    Point.PAGE: "网址",
    Point.PAPERS: "要带的材料",
    Point.PENALTY: "怎么处罚",
    Point.RECKONING: "怎么计算",
    Point.BEARER: "费用由谁承担",
    Point.WINDOW: "到哪个窗口",
    Point.PLACE: "到哪里办",
    Point.WAY: "怎么申请",
}
UNPRINTED = "文件里有相近的规定，但没有写{points}。"
NO_WINDOW = "文件里没有写{window}。"
WINDOWS = "《{title}》里写到的窗口有：{windows}。"
ON_THE_MATTER = "相近的规定：{number}{item}“{title}”。"


def unprinted(points: Sequence[Point]) -> str:
    """The sentence that a text prints none of these points."""
    return UNPRINTED.format(points="，也没有写".join(POINTS[point] for point in points))
