"""The command line: what it prints, and its exit codes."""

import io
import json
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date

import pytest

from bot import app
from bot.answering.assistant import Assistant
from bot.cli import main
from corpus.errors import WenzhengError
from tests.bot.fakes import FRIDGE, NUMBER, FakeCatalog, FakeSearch, assistance, found

QUESTION = "旧冰箱换新有补贴吗"


@dataclass
class FakeWiring:
    """Builds from fakes."""

    search: FakeSearch = field(default_factory=lambda: found(FRIDGE.id))
    fault: WenzhengError | None = None
    open_store = staticmethod(app.open_store)
    open_desk = staticmethod(app.open_desk)
    added_documents = staticmethod(app.added_documents)

    def make_assistant(self, settings, *, region=None, store=None):
        """Over the fakes, or the fault."""
        if self.fault:
            raise self.fault
        return assistance(
            Assistant(FakeCatalog(), self.search, region=region, today=lambda: date(2026, 11, 21)),
            store=store,
        )

    def load_library(self, settings):
        """The fake library."""
        return FakeCatalog()

    def refresh_index(self, settings):
        """Says so."""
        return "索引已就绪"

    def bundle_vectors(self, settings):
        """Says so."""
        return "向量已写入"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch, tmp_path):
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_API", "MODEL", "REGION", "CORPUS", "LOG_LEVEL"):
        monkeypatch.delenv(f"WENZHENG_{name}", raising=False)
    monkeypatch.setenv("WENZHENG_HOME", str(tmp_path))


def type_in(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_ask_prints_the_text(capsys):
    """A question may be several words; the answer's text is printed."""
    assert main(["ask", "旧冰箱", "换新有补贴吗"], FakeWiring()) == 0
    assert "0533-6195136" in capsys.readouterr().out


def test_ask_json_prints_one_object(capsys):
    """--json gives the contract's shape on one line."""
    assert main(["ask", QUESTION, "--json", "--as-of", "2024-08-01"], FakeWiring()) == 0
    (line,) = capsys.readouterr().out.splitlines()
    answer = json.loads(line)
    assert (answer["as_of"], answer["measures"][0]["validity"]["state"]) == ("2024-08-01", "in_force")


def test_not_covered_is_no_failure(capsys):
    """The exit code is 0."""
    assert main(["ask", "明天天气"], FakeWiring(FakeSearch())) == 0
    assert "12345" in capsys.readouterr().out


@pytest.mark.parametrize("typed", ["", "  ", "😀", "\udcff", "<b>", "冰" * 10_000])
def test_odd_questions_end_well(capsys, typed):
    """A friendly sentence and exit code 0, also for bytes that are no UTF-8."""
    assert main(["ask", typed], FakeWiring()) == 0
    assert capsys.readouterr().out.strip()


def test_batch_reads_a_file(tmp_path, capsys):
    """One answer a line, bad lines included."""
    path = tmp_path / "questions.jsonl"
    path.write_text(f'{{"id": "a", "q": "{QUESTION}"}}\nnonsense\n', encoding="utf-8")
    assert main(["ask", "--batch", str(path)], FakeWiring()) == 0
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert (good["id"], good["status"]) == ("a", "answered")
    assert bad["error"]


def test_batch_reads_standard_input(monkeypatch, capsys):
    """`-` is standard input; --region reaches the search."""
    type_in(monkeypatch, f'{{"id": 1, "q": "{QUESTION}"}}\n'.encode())
    wiring = FakeWiring()
    assert main(["ask", "--batch", "-", "--region", "周村"], wiring) == 0
    assert json.loads(capsys.readouterr().out)["id"] == 1
    assert wiring.search.asked[0][1] == "周村"


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", QUESTION, "--batch", "-"],
        ["ask", "--batch", "/nowhere/at/all.jsonl"],
        ["corpus", "show", "周政办字〔2024〕99号"],
    ],
)
def test_what_is_missing_gets_one_line_and_exit_code_2(capsys, arguments):
    """Nothing on standard output, one line on standard error, no traceback."""
    assert main(arguments, FakeWiring()) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1


def test_a_broken_index_gets_one_line(capsys):
    """An error of ours with line breaks is still one line."""
    wiring = FakeWiring(fault=WenzhengError("索引读不了：\n/x\n请重建"))
    assert main(["ask", QUESTION], wiring) == 2
    assert capsys.readouterr().err == "索引读不了： /x 请重建\n"


def test_a_broken_setting_gets_one_line(monkeypatch, capsys):
    """Before anything is built."""
    monkeypatch.setenv("WENZHENG_LOG_LEVEL", "LOUD")
    assert main(["ask", QUESTION], FakeWiring()) == 2
    assert "WENZHENG_LOG_LEVEL=LOUD" in capsys.readouterr().err


def test_a_bug_is_not_hidden():
    """Only errors of ours become a line."""
    with pytest.raises(ZeroDivisionError):
        main(["ask", QUESTION], FakeWiring(fault=ZeroDivisionError()))


def test_ctrl_c_ends_quietly(capsys):
    """Exit code 130, no traceback."""
    assert main(["ask", QUESTION], FakeWiring(fault=KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == ""


def test_serve_says_in_one_line_that_the_address_is_taken(monkeypatch, capsys):
    """The line names the address and the setting; the exit code is 2."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("WENZHENG_WEB_PORT", str(port))
        assert main(["serve"], FakeWiring()) == 2
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port}" in said
    assert "WENZHENG_WEB_PORT" in said
    assert said.count("\n") == 1


def test_corpus_list_names_every_document(capsys):
    """Number, region, issue date, end of validity, measures."""
    assert main(["corpus", "list"], FakeWiring()) == 0
    assert capsys.readouterr().out.startswith(
        f"{NUMBER}\t周村\t2024-07-22\t2024-12-31\t2条\t周村区人民政府办公室"
    )


def test_corpus_show_prints_a_document_or_a_measure(capsys):
    """A document lists its measures; a measure is printed with its sections."""
    assert main(["corpus", "show", NUMBER], FakeWiring()) == 0
    assert FRIDGE.id in capsys.readouterr().out
    assert main(["corpus", "show", FRIDGE.id], FakeWiring()) == 0
    assert "【落实目标】" in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "said"), [(["index"], "索引"), (["index", "--bundle"], "向量")])
def test_index_says_what_it_did(capsys, arguments, said):
    """One line."""
    assert main(arguments, FakeWiring()) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["ask", "--as-of", "gestern"], ["nothing"], []])
def test_wrong_usage_is_exit_code_2(arguments):
    """As argparse does."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_help_imports_nothing_heavy():
    """--help answers at once: neither numpy nor pydantic nor prompt_toolkit is imported."""
    program = (
        "import sys\nfrom bot.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('numpy', 'pydantic', 'prompt_toolkit', 'rich', 'telegram') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"
