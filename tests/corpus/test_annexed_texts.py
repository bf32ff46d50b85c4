"""Annexes in words beside a table of tasks that stands elsewhere in the document."""

from tests.corpus.taken import taken, texts

HEAD = "青禾县渡口管理工作安排\n青交发〔2026〕3号\n\n为做好渡口管理，制定本安排。\n\n"
TABLE = "任务 | 责任单位 | 时限\n修缮码头 | 县交通局 | 6月\n添置浮标 | 县水利局 | 9月\n"
END = "\n青禾县交通局\n2026年3月1日\n"


def test_an_annex_without_tasks_keeps_its_points(tmp_path):
    """It was left out as a text that only leads up to the table, though the table stands before it."""
    path = tmp_path / "安排.txt"
    points = "一、能带车吗？\n答：可以，随人免票。\n二、大风天开船吗？\n答：六级以上停航。\n"
    annex = "\n附件1\n\n过渡须知\n\n" + points
    path.write_text(HEAD + TABLE + END + annex, encoding="utf-8")
    items = texts(taken(path))
    assert items["二"] == "大风天开船吗？\n答：六级以上停航。"
    assert [item for item in items if "表" in item] == ["正文表1", "正文表2"]


def test_what_leads_up_to_the_table_is_still_no_item(tmp_path):
    """Chapters above the table of their own scope say how it is carried out."""
    path = tmp_path / "安排.txt"
    path.write_text(HEAD + "一、加强领导。\n二、落实责任。\n\n" + TABLE + END, encoding="utf-8")
    assert [item for item in texts(taken(path)) if "表" not in item] == []
