"""`wenzheng ask --explain` over one notice: what was read, decided, and where the scores come from."""

from datetime import date

import pytest

from bot.cli import main
from bot.messages import explaining as messages
from bot.rendering.text_columns import width
from retrieval.deciding.case_features import features
from retrieval.deciding.glance import glance_features
from retrieval.deciding.reasons import Reason
from retrieval.question.asked import ROWS
from retrieval.ranking.rules import Circumstances

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
    assert "每车每年300元" in told.replace("\n  ", "")
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


def test_what_is_said_in_the_end_is_told_beside_what_the_search_decided(explained):
    """The notice is on the matter and prints no place to go to, so that the assistant refuses."""
    told = explained("残疾人机动轮椅车燃油补贴标准是每车每年多少元")
    assert "答复：作答，第1条是周政办字〔2023〕90号#一\n" in told
    told = explained("轮椅车燃油补贴去哪办")
    assert "判定：作答" in told
    assert "答复：拒答（与判定不同" in told


@pytest.mark.parametrize("question", ["你好", "？？？", "我不想活了"])
def test_what_is_not_searched_has_nothing_to_explain(explained, question):
    """Greetings, signs, dangers."""
    assert "没有检索" in explained(question)


def test_every_reason_and_wish_has_a_name():
    """None is shown as the programme calls it."""
    assert Reason.TOO_VAGUE.refusal.label == "太笼统"
    assert all(reason.refusal.label for reason in set(Reason) - {Reason.NONE})
    assert all(row.label for row in ROWS.values())


def test_every_part_and_feature_has_a_name(notice_bench):
    """Parts, rules and what the chance rests on."""
    search = notice_bench.retriever
    case, _ = search.judge(search.understand("燃油补贴"), Circumstances(None, date(2026, 11, 21)))
    assert set(messages.PARTS) == set(case.ranking.parts)
    assert set(features(case)) | set(glance_features(case)) <= set(messages.ODDS)
    assert set(messages.AGAINST) < set(messages.ODDS)


def test_the_first_is_set_against_the_second(explained):
    """By how much, and by which parts; the parts that carry it are positive."""
    told = explained("残疾人机动轮椅车燃油补贴标准是每车每年多少元").replace("\n  ", "")
    (line,) = [line for line in told.splitlines() if line.startswith("第1条比第2条高")]
    assert "主要靠" in line
    assert " -" not in line


def test_a_weak_chance_is_traced_to_what_kept_it_down(explained):
    """Shares are no matter of this notice: no rule speaks, the model refuses."""
    told = explained("今天股票涨了没有")
    assert "规则：都通过" in told
    assert "判定：拒答（不是文件里的事）" in told or "判定：拒答（不成话）" in told
    assert "拒答主要因为：" in told or "各项都不够强" in told
    assert "把握从何而来" in told


def test_what_is_called_by_number_is_shown_whatever_its_chance(explained):
    """Item 二 of document 90."""
    told = explained("周政办字〔2023〕90号第二项")
    assert "判定：作答" in told
    assert "第1条 周政办字〔2023〕90号#二" in told


@pytest.mark.parametrize("question", ["残疾人机动轮椅车燃油补贴标准是每车每年多少元", "今天股票涨了没有"])
def test_lines_fit_a_terminal(explained, question):
    """80 columns, a Chinese character taking two."""
    assert max(map(width, explained(question).splitlines())) <= 80


def test_it_says_where_words_alone_decided(explained):
    """Document and item are named: nothing is left to compare; a strange question is compared in full."""
    told = explained("周政办字〔2023〕90号第二项")
    assert messages.AT_A_GLANCE in told
    assert "的字词，比别的条目多" in told
    assert messages.AT_A_GLANCE not in explained("今天股票涨了没有")
