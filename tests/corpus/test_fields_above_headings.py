"""Notices that say everything in their first paragraphs, above headings over lists of windows and phones."""

from pathlib import Path

from tests.corpus.taken import taken, texts

HEAD = """松坪县民政局
关于发放取暖救助并公布受理窗口的公告

松民〔2026〕8号

为保障困难群众温暖过冬，现将有关事项公告如下：
"""
FIELDS = {
    "救助对象": "本县户籍的最低生活保障家庭和特困人员，不含集中供养的人员。",
    "救助标准": "最低生活保障家庭每户每年800元，特困人员每户每年1000元。",
    "不重复发放": "已经由供养机构统一取暖的，不另外发放。",
    "申领方法": "由本人带身份证到乡镇窗口登记，5个工作日内审核。",
}
LISTS = """
各乡镇受理窗口：

东河镇民政窗口，电话5550101
西岭镇民政窗口，电话5550202
南坪乡民政窗口，电话5550303

窗口时间为8:30—11:30、14:30—17:00。

其他电话：

政策咨询：县民政局救助股，5550404
发放查询：县财政局社保股，5550505
冒领举报：县民政局监督室，5550606

本公告有效期至2028年9月30日。

松坪县民政局
2026年10月8日
"""
PARAGRAPHS = """
本县户籍的最低生活保障家庭和特困人员，每户每年发给取暖救助800元；低保边缘家庭每户每年500元。

由本人带身份证、户口簿到所在乡镇窗口登记，窗口在5个工作日内审核，救助款在12月底前打入社会保障卡。
"""


def notice(tmp_path: Path, body: str) -> dict[str, str]:
    path = tmp_path / "公告.txt"
    path.write_text(HEAD + body + LISTS, encoding="utf-8")
    return texts(taken(path))


def test_fields_above_the_first_heading_are_measures_as_what_stands_below_it(tmp_path: Path) -> None:
    """One that is not worded as those of guides, 不重复发放, is read among those that are."""
    body = "\n".join(f"\n{label}：{words}\n" for label, words in FIELDS.items())
    measures = notice(tmp_path, body)
    assert tuple(measures) == (*FIELDS, "各乡镇受理窗口", "其他电话")
    assert measures["救助标准"] == f"救助标准：{FIELDS['救助标准']}"


def test_a_notice_whose_paragraphs_stand_above_two_lists_is_one_measure(tmp_path: Path) -> None:
    """Headings that only stand over windows and phones do not make the text above them a mere lead."""
    measures = notice(tmp_path, PARAGRAPHS)
    assert tuple(measures) == ("全文",)
    assert "每户每年发给取暖救助800元" in measures["全文"]


def test_two_labels_above_headings_are_no_fields(tmp_path: Path) -> None:
    """Two lines with a colon are not enough: the text stays whole."""
    first, second, *_ = FIELDS.items()
    body = "".join(f"\n{label}：{words}\n" for label, words in (first, second))
    assert "救助标准" not in notice(tmp_path, body + PARAGRAPHS)
