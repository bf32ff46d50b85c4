"""`wenzheng eval` over a small corpus: the report it prints, keeps and compares."""

import json

import pytest

from bot.cli import main
from embeddings import BUNDLED

RATE = {
    "id": "r",
    "user": "citizen",
    "kind": "amount",
    "q": "残疾人机动轮椅车燃油补贴标准提高到每车每年多少元",
    "gold": [{"doc": "周政办字〔2023〕90号", "evidence": "每车每年300元"}],
    "facts": ["300元"],
}
OTHER = {"id": "n", "user": "staff", "kind": "negative", "q": "今天股票涨了没有", "gold": []}


@pytest.fixture
def question_set(tmp_path, monkeypatch):
    """A set of one question that the notice answers and one that it does not; reports are kept nearby."""
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path / "home"))
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, (RATE, OTHER))), encoding="utf-8")
    return path


@pytest.fixture
def evaluate(question_set, built):
    """Runs `wenzheng eval` over the notice."""

    def run(*arguments):
        return main(["eval", *map(str, arguments)], built)

    return run


def kept(tmp_path, name="set"):
    return json.loads((tmp_path / f"home/evaluations/{name}.json").read_text(encoding="utf-8"))


def test_report_is_printed_and_kept(evaluate, question_set, tmp_path, capsys):
    """What the printed table says stands in the JSON, by kind and by user, with what it was asked of."""
    assert evaluate(question_set, "--as-of", "2026-11-21", "--name", "set") == 0
    printed = capsys.readouterr().out
    report = kept(tmp_path)
    assert report["totals"]["hit@1"] == [1, 1]
    assert report["totals"]["refused"] == [1, 1]
    assert report["kinds"]["amount"]["facts"] == [1, 1]
    assert report["options"]["as of"] == "2026-11-21"
    assert report["options"]["stored questions"] == "all"
    assert "| hit@1 | 首条命中 | 1.000 | 1/1 |" in printed
    assert (tmp_path / "home/evaluations/set.md").read_text(encoding="utf-8") in printed


def test_reports_without_a_name_do_not_replace_each_other(evaluate, question_set, tmp_path):
    """They are named by set and time."""
    assert evaluate(question_set) == 0
    (path,) = (tmp_path / "home/evaluations").glob("*.json")
    assert path.stem.startswith("set-20")


def test_reports_go_where_they_are_sent(evaluate, question_set, tmp_path):
    """`--out` names the folder."""
    assert evaluate(question_set, "--out", tmp_path / "there", "--name", "n") == 0
    assert (tmp_path / "there/n.md").exists()


def test_the_same_evaluation_twice_gives_the_same(evaluate, question_set, tmp_path):
    """All but the times."""
    for name in ("one", "two"):
        assert evaluate(question_set, "--name", name, "--as-of", "2026-11-21") == 0
    one, two = kept(tmp_path, "one"), kept(tmp_path, "two")
    for data in (one, two):
        del data["latency_ms"]
        for entry in data["questions"]:
            entry.pop("ms", None)
    assert one == two


def test_lost_questions_are_shown_and_compared(evaluate, question_set, tmp_path, capsys):
    """A gold that no measure holds is lost; against it the true one has won."""
    false = {**RATE, "gold": [{"doc": "周政办字〔2023〕90号", "evidence": "每车每年900元"}]}
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(json.dumps(false), encoding="utf-8")
    assert evaluate(wrong, "--show", "--name", "wrong") == 0
    told = capsys.readouterr().out
    assert "- r amount 失 首条命中、前三命中" in told
    assert "库里没有一条含有标准答案的原句" in told
    assert evaluate(question_set, "--baseline", "wrong", "--name", "set") == 0
    assert "| r | hit@1、hit@3、strict |  |" in capsys.readouterr().out
    assert evaluate("--compare", "set", "wrong") == 0
    assert "| r |  | hit@1、hit@3、strict |" in capsys.readouterr().out


@pytest.mark.parametrize("baseline", ["bm25", "vector"])
def test_a_search_by_one_channel_is_what_it_is_compared_with(evaluate, question_set, capsys, baseline):
    """Both find the one notice; neither refuses anything."""
    assert evaluate(question_set, "--baseline", baseline, "--name", "set") == 0
    told = capsys.readouterr().out
    assert f"# 对比：{baseline} → set" in told
    assert "| refused | 该拒的拒了 | 0.000 | 1.000 | +1.000 |" in told


@pytest.mark.parametrize(
    ("options", "using"),
    [((), "all"), (("--without-questions",), "none"), (("--without-own-questions",), "not own")],
)
def test_the_report_holds_what_it_stands_on(evaluate, question_set, tmp_path, notice_bench, options, using):
    """Which stored questions were compared, the model, and digests of documents, questions and weights."""
    assert evaluate(question_set, *options, "--as-of", "2024-07-22", "--name", "set") == 0
    told = kept(tmp_path)["options"]
    assert (told["as of"], told["ranking"], told["stored questions"]) == ("2024-07-22", "wenzheng", using)
    assert told["questions"] == "set.jsonl, 2"
    assert told["model"] == BUNDLED
    assert told.items() >= notice_bench.basis.items()
    assert {len(told[name]) for name in ("corpus", "questions file", "weights")} == {64}


def test_stored_questions_are_left_out_all_or_not_at_all(evaluate, question_set, capsys):
    """The two ways of leaving out exclude each other."""
    with pytest.raises(SystemExit) as stopped:
        evaluate(question_set, "--without-questions", "--without-own-questions")
    assert stopped.value.code == 2
    assert "--without-own-questions" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--compare"),
        (["missing.jsonl"], "missing.jsonl"),
        (["--compare", "a", "b"], "没有名为“a”"),
        (["{set}", "--baseline", "none"], "none.json"),
        (["{set}", "--compare", "a", "b"], "--compare"),
        (["{set}", "--name", "a/b"], "a/b"),
        (["{set}", "--name", "bm25"], "bm25"),
    ],
)
def test_what_is_missing_is_named(evaluate, question_set, capsys, arguments, told):
    """One line, exit code 2."""
    named = [argument.replace("{set}", str(question_set)) for argument in arguments]
    assert evaluate(*named) == 2
    message = capsys.readouterr().err
    assert told in message
    assert message.count("\n") == 1


@pytest.mark.parametrize("line", ["no JSON", "{}", '{"id": "x", "q": "y"}', "[]"])
def test_line_that_is_no_question_is_named(evaluate, question_set, capsys, line):
    """Its file and number."""
    question_set.write_text(f"{json.dumps(OTHER)}\n{line}\n", encoding="utf-8")
    assert evaluate(question_set) == 2
    assert "第2行" in capsys.readouterr().err
