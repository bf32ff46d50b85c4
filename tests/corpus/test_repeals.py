"""A document that repeals another one at hand."""

from datetime import date
from pathlib import Path

import pytest

from corpus.keeping.document_record import understood
from corpus.keeping.intake import read_intake
from corpus.keeping.repeals import repealed

NOTICE = """周村区人民政府办公室
关于印发周村区农村供水管理办法的通知
周政办发〔2024〕6号

各镇政府：
第一条 区水利局负责农村供水监督管理。
第二条 本办法自2024年6月1日起施行。{repeal}

周村区人民政府办公室
2024年5月18日
"""


def told(folder: Path, repeal: str, as_of: date = date(2026, 1, 1)) -> tuple[str, ...]:
    path = folder / "办法.txt"
    path.write_text(NOTICE.format(repeal=repeal), encoding="utf-8")
    at_hand = ("周政办发〔2018〕7号", "周政办发〔2018〕17号", "周政办发〔2024〕6号")
    return repealed(map(understood, read_intake(path).drafts), at_hand, as_of)


@pytest.mark.parametrize(
    "repeal",
    [
        "《周村区农村供水管理暂行办法》（周政办发〔2018〕7号）同时废止。",
        "原周政办发[2018]7号文件同时废止。",
        "《周村区农村供水管理暂行办法》（周政办发〔2018〕7号）自本办法施行之日起废止。",
    ],
)
def test_a_repealed_document_at_hand_is_named(tmp_path: Path, repeal: str) -> None:
    """7号, and not 17号, which ends alike."""
    assert told(tmp_path, repeal) == ("周政办发〔2018〕7号",)


def test_what_is_not_at_hand_is_not_named(tmp_path: Path) -> None:
    """Another year's number."""
    assert told(tmp_path, "《甲办法》（周政办发〔2017〕7号）同时废止。") == ()


def test_nothing_is_repealed_before_the_day(tmp_path: Path) -> None:
    """The notice is in force from 2024-06-01."""
    repeal = "《甲办法》（周政办发〔2018〕7号）同时废止。"
    assert told(tmp_path, repeal, date(2024, 5, 31)) == ()
    assert told(tmp_path, repeal, date(2024, 6, 1)) == ("周政办发〔2018〕7号",)
