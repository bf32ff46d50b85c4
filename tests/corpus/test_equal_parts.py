"""Equal parts are divided alike: what one section tells point by point, its neighbours tell so too."""

from pathlib import Path

import pytest

from tests.corpus.taken import taken, texts

HEAD = ["关于报名老年大学各班的通知", "各镇人民政府：", "现将报名有关事项通知如下："]
END = ["青禾县教育局", "2025年9月1日"]


def items(folder: Path, lines: list[str]) -> list[str]:
    path = folder / "通知.txt"
    path.write_text("\n\n".join([*HEAD, *lines, *END]), encoding="utf-8")
    return list(texts(taken(path, "青禾县")))


LONGER = [
    "一、书法班",
    "1、招生对象：年满55周岁、有本县户籍或者居住证、身体健康、能坚持到校学习的老年人。",
    "2、每班招收30名学员，报满为止，未招满的班级推迟到下一学期开课。",
    "3、学制两年。",
]


def test_short_points_are_parts_beside_equal_ones_that_say_more(tmp_path: Path) -> None:
    """二 names the same matters as 一, in fewer words."""
    shorter = ["二、舞蹈班", "1、招生对象：年满50周岁的老年人。", "2、每班招收20名学员。", "3、学制一年。"]
    assert items(tmp_path, [*LONGER, *shorter]) == ["一1", "一2", "一3", "二1", "二2", "二3"]


def test_short_sentences_that_return_are_no_titles_of_fields(tmp_path: Path) -> None:
    """学制一年。 stands below two titles and says all that it says."""
    alike = [
        [f"{label}、{name}", "1、招生对象：年满50周岁的老年人。", "2、学制一年。"]
        for label, name in (("二", "舞蹈班"), ("三", "合唱班"))
    ]
    found = items(tmp_path, [*LONGER, *alike[0], *alike[1]])
    assert found == ["一1", "一2", "一3", "二1", "二2", "三1", "三2"]


@pytest.mark.parametrize("points", [["1、县城老年大学。", "2、北郊镇分校。"], ["1、身份证。", "2、照片。"]])
def test_names_of_other_things_stay_one_part(tmp_path: Path, points: list[str]) -> None:
    """Where to enrol, or what to bring, is read in one, whatever stands beside it."""
    assert items(tmp_path, [*LONGER, "二、报名地点", *points]) == ["一1", "一2", "一3", "二"]


def test_long_titled_points_below_a_short_introduction_are_parts(tmp_path: Path) -> None:
    """An introduction that is longer than each point is read with them."""
    body = "各镇依托便民服务中心设立养老服务站点，配备专职人员，登记老年人信息。" * 9
    titles = {"（一）居家养老": ("建立网络", "上门服务"), "（二）社区养老": ("规划用地", "培训护工")}
    short, long = "养老是重点，要依托站点提供上门服务。", "养老是重点，要依托站点提供服务。" * 25

    def lines(introduction: str) -> list[str]:
        points = [
            line
            for name, (first, second) in titles.items()
            for line in (name, introduction, f"1.{first}。{body}", f"2.{second}。{body}")
        ]
        return ["一、主要任务", *points, "二、组织领导", "各镇要明确专人负责，按时报送进展。"]

    assert items(tmp_path, lines(short)) == ["一（一）1", "一（一）2", "一（二）1", "一（二）2", "二"]
    assert items(tmp_path, lines(long)) == ["一（一）", "一（二）", "二"]


def test_what_words_mean_is_one_part(tmp_path: Path) -> None:
    """Nobody asks for one definition; the article with rules above it is another part."""
    lines = [
        "第一条 屋顶绿化每平方米补助100元。",
        "第二条 本办法中下列用语的含义：",
        "（一）屋顶绿化，是指以建筑物的顶部为载体的绿化形式。",
        "（二）垂直绿化，是指以建筑物的墙面为载体的绿化形式。",
        "第三条 由县住建局受理申请。",
    ]
    assert items(tmp_path, lines) == ["第一条", "第二条", "第三条"]
