"""`wenzheng eval` over a small corpus: the report it prints, keeps and compares."""

import json

import pytest

from bot.cli import main

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
RATE = {
    "id": "r",
    "user": "citizen",
    "kind": "amount",
    "q": "残疾人机动轮椅车燃油补贴标准提高到每车每年多少元",
    "gold": [{"doc": "周政办字〔2023〕90号", "evidence": "每车每年300元"}],
    "facts": ["300元"],
}
OTHER = {"id": "n", "user": "staff", "kind": "negative", "q": "今天股票涨了没有", "gold": []}


@pytest.fixture(autouse=True)
def question_set(tmp_path, monkeypatch):
    """A corpus of one notice, and a set of one question that it answers and one that it does not."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (corpus / "sources.toml").write_text(
        '[[source]]\nfile = "notice.txt"\nregion = "周村"\n', encoding="utf-8"
    )
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "MODEL", "REGION", "LOG_LEVEL"):
        monkeypatch.delenv(f"WENZHENG_{name}", raising=False)
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WENZHENG_CORPUS", str(corpus))
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, (RATE, OTHER))), encoding="utf-8")
    return path


def test_report_is_printed_and_kept(question_set, tmp_path, capsys):
    """What the printed table says stands in the JSON, by kind and by user, with what it was asked of."""
    assert main(["eval", str(question_set), "--as-of", "2026-11-21"]) == 0
    printed = capsys.readouterr().out
    kept = json.loads((tmp_path / "home/evaluations/set.json").read_text(encoding="utf-8"))
    assert kept["totals"]["hit@1"] == [1, 1]
    assert kept["totals"]["refused"] == [1, 1]
    assert kept["kinds"]["amount"]["facts"] == [1, 1]
    assert kept["options"]["as of"] == "2026-11-21"
    assert "| hit@1 | 1.000 | 1/1 |" in printed
    assert (tmp_path / "home/evaluations/set.md").read_text(encoding="utf-8") in printed


def test_lost_questions_are_shown_and_compared(question_set, tmp_path, capsys):
    """A gold that no measure holds is lost; against it the true one has won."""
    false = {**RATE, "gold": [{"doc": "周政办字〔2023〕90号", "evidence": "每车每年900元"}]}
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(json.dumps(false), encoding="utf-8")
    assert main(["eval", str(wrong), "--show"]) == 0
    assert "- r amount lost hit@1, hit@3" in capsys.readouterr().out
    assert main(["eval", str(question_set), "--baseline", "wrong"]) == 0
    assert "| r | hit@1, hit@3, strict |  |" in capsys.readouterr().out
    assert main(["eval", "--compare", "set", "wrong"]) == 0
    assert "| r |  | hit@1, hit@3, strict |" in capsys.readouterr().out


def test_without_plain_language_questions_the_running_index_is_left_alone(question_set, tmp_path):
    """The index that a bot may be using stays as it is."""
    assert main(["eval", str(question_set)]) == 0
    before = (tmp_path / "home/index/current").read_text(encoding="utf-8")
    assert main(["eval", str(question_set), "--without-questions", "--name", "bare"]) == 0
    assert (tmp_path / "home/index/current").read_text(encoding="utf-8") == before
    bare = json.loads((tmp_path / "home/evaluations/bare.json").read_text(encoding="utf-8"))
    assert bare["options"]["plain-language questions"] == "no"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--compare"),
        (["missing.jsonl"], "missing.jsonl"),
        (["--compare", "a", "b"], "wenzheng eval"),
        (["{set}", "--baseline", "none"], "none.json"),
    ],
)
def test_what_is_missing_is_named(question_set, capsys, arguments, told):
    """One line, exit code 2."""
    named = [argument.replace("{set}", str(question_set)) for argument in arguments]
    assert main(["eval", *named]) == 2
    message = capsys.readouterr().err
    assert told in message
    assert message.count("\n") == 1


@pytest.mark.parametrize("line", ["no JSON", "{}", '{"id": "x", "q": "y"}', "[]"])
def test_line_that_is_no_question_is_named(question_set, capsys, line):
    """Its file and number."""
    question_set.write_text(f"{json.dumps(OTHER)}\n{line}\n", encoding="utf-8")
    assert main(["eval", str(question_set)]) == 2
    assert "第2行" in capsys.readouterr().err
