"""`wenzheng ask --explain` over one notice: what was read, decided, and where the scores come from."""

import pytest

from bot.cli import main
from bot.explanation import reason_name
from retrieval.confidence import Reason

AS_OF = "2026-11-21"


@pytest.fixture
def explained(built, capsys):
    """What `wenzheng ask QUESTION --explain` prints over the notice."""

    def run(question):
        assert main(["ask", question, "--explain", "--as-of", AS_OF], built) == 0
        return capsys.readouterr().out

    return run


def test_the_best_measure_and_its_passage_stand_on_top(explained):
    """The rate stands in item 一; the parts of its score add up to its total."""
    told = explained("残疾人机动轮椅车燃油补贴标准是每车每年多少元")
    assert "规则：都通过" in told
    assert "判定：作答" in told
    assert "第1条 周政办字〔2023〕90号#一" in told
    assert "每车每年300元" in told
    rows = [line.split() for line in told.split("得分从何而来")[1].split("\n\n")[0].splitlines()[2:]]
    weighted = [float(row[2].split("→")[1]) for row in rows[:-1]]
    assert sum(weighted) == pytest.approx(float(rows[-1][1]), abs=0.02)


def test_a_refusal_names_the_rule(explained):
    """临沂 is no place of this corpus."""
    told = explained("临沂残疾人机动轮椅车燃油补贴多少")
    assert "外地地名 临沂" in told
    assert "规则：问的是没有收录的地方" in told
    assert "判定：拒答（问的是没有收录的地方）" in told
    assert "（没有显示）" in told


@pytest.mark.parametrize("question", ["你好", "？？？"])
def test_what_is_not_searched_has_nothing_to_explain(explained, question):
    """Greetings and signs."""
    assert "没有检索" in explained(question)


def test_every_reason_has_a_name():
    """Kinds of questions are called as their file is, the others in words."""
    assert reason_name(Reason.TOO_VAGUE) == "太笼统"
    assert "materials" in reason_name(Reason.MATERIALS)
