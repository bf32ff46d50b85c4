"""Adding documents in real processes: killed at any moment, and several at once."""

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import app
from bot.answer import Ask
from bot.cli import main
from bot.settings import load_settings
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from tests.notices import settle

ROOT = Path(__file__).parents[2]
KILLS = 8
LONGEST_S = 30.0
"""The loop of kills ends here even on a slow machine."""

NUMBER = "周政办字〔2023〕90号"
NOTICE = """周村区人民政府办公室
关于提高残疾人机动轮椅车燃油补贴标准的通知
周政办字〔2023〕90号

各镇政府、街道办事处，区政府有关部门：
一、补贴标准。自2023年1月1日起，将残疾人机动轮椅车燃油补贴标准提高到每车每年300元。（责任单位：区残联）
二、补贴对象。具有周村区户籍、持有第二代残疾人证的残疾人机动轮椅车车主。（责任单位：区残联）

周村区人民政府办公室
2023年3月1日
"""
QUESTION = Ask("残疾人机动轮椅车燃油补贴一年多少钱")
RUN = "import sys\nfrom bot.cli import main\nsys.exit(main())"
ADD_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from corpus.keeping.intake import read_intake
from corpus.keeping.added_files import AddedFiles
folder, path = Path(sys.argv[1]), Path(sys.argv[2])
text = path.read_text("utf-8")
for amount in count(int(sys.argv[3])):
    path.write_text(text.replace("300元", f"{amount}元"), "utf-8")
    AddedFiles(folder).add(read_intake(path))
    print(amount, flush=True)
"""


@pytest.fixture
def settings(tmp_path, monkeypatch):
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home", NOTICE)
    return load_settings()


def version(folder, amount):
    """A file with the notice under another amount."""
    path = folder / "新.txt"
    path.write_text(NOTICE.replace("300元", f"{amount}元"), encoding="utf-8")
    return path


def adding(path):
    command = [sys.executable, "-c", RUN, "corpus", "add", str(path), "--yes"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_after(process, wait_s):
    """Kills a process after a while, unless it has ended by itself; whether it was killed."""
    try:
        process.communicate(timeout=wait_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return True
    return False


def amount_in(text):
    (amount,) = set(re.findall(r"每车每年(\d+)元", text))
    return int(amount)


def test_killed_while_adding_the_old_or_the_new_is_answered(settings, tmp_path):
    """Whatever step is cut short: list and answers agree on the old amount or on the new one."""
    started = time.monotonic()
    first = adding(version(tmp_path, 301))
    first.communicate()
    whole_s = time.monotonic() - started
    assert first.returncode == 0
    chance = random.Random(20261121)
    before, killed = 301, 0
    for amount in range(302, 302 + KILLS):
        if time.monotonic() - started > LONGEST_S:
            break
        process = adding(version(tmp_path, amount))
        killed += killed_after(process, whole_s * chance.uniform(0.3, 1.05))
        catalog = app.load_library(settings)
        listed = amount_in(catalog.measure(f"{NUMBER}#一").text)
        assert listed in (before, amount)
        assert amount_in(app.make_assistant(settings).ask(QUESTION).text) == listed
        assert len(catalog.documents) == 1
        before = listed
    assert killed
    assert main(["corpus", "check"]) == 0


def test_killed_in_the_middle_of_writing_no_entry_is_half_there(settings, tmp_path):
    """A process that does nothing but store versions is killed between any two writes."""
    library = AddedFiles(settings.library_folder)
    chance = random.Random(20261121)
    started = time.monotonic()
    stored = 1000
    for _ in range(KILLS):
        if time.monotonic() - started > LONGEST_S:
            break
        path = version(tmp_path, 300)
        command = [sys.executable, "-c", ADD_FOR_EVER, str(library.folder), str(path), str(stored + 1)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(chance.randrange(1, 8))]
            killed_after(process, chance.uniform(0.0, 0.02))
        assert library.damaged() == ()
        kept = [amount_in(library.text(entry)) for entry in library.entries()]
        assert kept == sorted(set(kept))
        assert kept[-1] >= int(said[-1])
        (current,) = DocumentCollection(settings.corpus, library).stock().current
        assert amount_in(current.document.measures[0].text) == kept[-1]
        stored = kept[-1]


def test_several_processes_add_at_once(settings, tmp_path):
    """They take turns: all are kept, each once, and the next answer knows them."""
    numbers = [f"周政办字〔2024〕{place}号" for place in (1, 2, 3)]
    processes = []
    for place, number in enumerate(numbers):
        path = tmp_path / f"{place}.txt"
        path.write_text(NOTICE.replace(NUMBER, number), encoding="utf-8")
        processes += [adding(path), adding(path)]
    said = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), said
    listed = [document.number for document in app.load_library(settings).documents]
    assert sorted(listed) == sorted([NUMBER, *numbers])
    assert len(AddedFiles(settings.library_folder).entries()) == len(numbers)
    documents = app.make_assistant(settings).look_ups.catalog.documents
    assert {document.number for document in documents} == {NUMBER, *numbers}
