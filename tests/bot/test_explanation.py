"""`wenzheng ask --explain` over one notice: what was read, decided, and where the scores come from."""

import pytest

from bot.cli import main
from bot.explanation import reason_name
from retrieval.confidence import Reason

NOTICE = """周村区人民政府办公室
关于提高残疾人机动轮椅车燃油补贴标准的通知
周政办字〔2023〕90号

各镇政府、街道办事处，区政府有关部门：
经区政府同意，现就提高残疾人机动轮椅车燃油补贴标准通知如下：
一、补贴标准。自2023年1月1日起，将残疾人机动轮椅车燃油补贴标准提高到每车每年300元。（责任单位：区残联）
二、补贴对象。具有周村区户籍、持有第二代残疾人证的残疾人机动轮椅车车主。（责任单位：区残联）

周村区人民政府办公室
2023年3月1日
"""


@pytest.fixture(autouse=True)
def corpus(tmp_path, monkeypatch):
    """A corpus of one notice."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "notice.txt"\nregion = "周村"\n', encoding="utf-8"
    )
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WENZHENG_CORPUS", str(folder))


def explained(capsys, question):
    assert main(["ask", question, "--explain", "--as-of", "2026-11-21"]) == 0
    return capsys.readouterr().out


def test_the_best_measure_and_its_passage_stand_on_top(capsys):
    """The rate stands in item 一; the parts of its score add up to its total."""
    told = explained(capsys, "残疾人机动轮椅车燃油补贴标准是每车每年多少元")
    assert "规则：都通过" in told
    assert "判定：作答" in told
    assert "第1条 周政办字〔2023〕90号#一" in told
    assert "每车每年300元" in told
    rows = [line.split() for line in told.split("得分从何而来")[1].splitlines()[2:]]
    weighted = [float(row[2].split("→")[1]) for row in rows[:-1]]
    assert sum(weighted) == pytest.approx(float(rows[-1][1]), abs=0.02)


def test_a_refusal_names_the_rule(capsys):
    """临沂 is no place of this corpus."""
    told = explained(capsys, "临沂残疾人机动轮椅车燃油补贴多少")
    assert "外地地名 临沂" in told
    assert "规则：问的是没有收录的地方" in told
    assert "判定：拒答（问的是没有收录的地方）" in told
    assert "（没有显示）" in told


@pytest.mark.parametrize("question", ["你好", "？？？"])
def test_what_is_not_searched_has_nothing_to_explain(capsys, question):
    """Greetings and signs."""
    assert "没有检索" in explained(capsys, question)


def test_every_reason_has_a_name():
    """Kinds of questions are called as their file is, the others in words."""
    assert reason_name(Reason.TOO_VAGUE) == "太笼统"
    assert "materials" in reason_name(Reason.MATERIALS)
