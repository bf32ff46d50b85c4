"""What is said beside a table without any label: provisions that its rows do not have."""

from pathlib import Path

import pytest

from tests.corpus.taken import taken

HEAD = "青禾县图书馆借阅规定\n青图发〔2026〕3号\n\n"
TABLE = "类别 | 押金 | 册数\n成人证 | 100元 | 5册\n少儿证 | 50元 | 3册\n\n"
END = "\n青禾县图书馆\n2026年3月1日\n"


def notes(folder: Path, text: str) -> str | None:
    """The words of the measure beside the rows; None where there is none."""
    path = folder / "规定.txt"
    path.write_text(text, encoding="utf-8")
    items = {measure.item: measure.text for measure in taken(path).measures}
    assert {"表1", "表2"} <= set(items)
    return items.get("说明")


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("", "逾期不还的，每册每天收0.2元。\n中午不开门。\n", "逾期不还的，每册每天收0.2元。\n中午不开门。"),
        ("凡本县居民均可办证。\n押金如下：\n", "", "凡本县居民均可办证。"),
        ("每人限办一证。\n", "丢失图书的，应当赔偿。\n", "每人限办一证。\n丢失图书的，应当赔偿。"),
        ("为方便读者，现将押金公布如下：\n", "", None),
        ("", "以上是本馆的各类证件\n", None),
    ],
)
def test_sentences_that_rule_something_are_an_item(tmp_path, above, below, said):
    """They were part of the head, where nobody finds them; what only leads up to the table stays there."""
    assert notes(tmp_path, HEAD + above + TABLE + below + END) == said


def test_a_plan_of_tasks_has_its_rows_alone(tmp_path):
    """What stands around it says how the plan is carried out."""
    table = "任务 | 责任单位 | 时限\n修路 | 县交通局 | 6月\n通水 | 县水利局 | 9月\n\n"
    assert notes(tmp_path, HEAD + table + "各单位应当每月报送进展。\n" + END) is None
