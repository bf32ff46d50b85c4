"""A new index is taken up while the bot runs."""

import numpy as np
import pytest

from bot import app
from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.chain.renewing import LOOK_EVERY_S, Newest, Renewed
from bot.cli import main
from bot.settings import load_settings
from corpus.cataloguing import catalog_of, load_catalog
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.intake import read_intake
from retrieval import IndexStore, Sources
from tests.bot.fakes import FRIDGE, FakeCatalog, FakeSearch, found
from tests.notices import settle

NOTICE = """周村区人民政府办公室
关于提高残疾人机动轮椅车燃油补贴标准的通知
周政办字〔2023〕90号

各镇政府、街道办事处，区政府有关部门：
一、补贴标准。自2023年1月1日起，将残疾人机动轮椅车燃油补贴标准提高到每车每年300元。（责任单位：区残联）
二、补贴对象。具有周村区户籍、持有第二代残疾人证的残疾人机动轮椅车车主。（责任单位：区残联）

周村区人民政府办公室
2023年3月1日
"""
ROADS = (
    NOTICE.replace("90号", "91号")
    .replace("将残疾人机动轮椅车燃油补贴标准提高到每车每年300元", "县道每公里每年安排养护资金1万元")
    .replace("残疾人机动轮椅车燃油补贴标准", "农村公路养护资金标准")
)


class Clock:
    """Time as the test has it."""

    now = 0.0

    def __call__(self):
        """Seconds."""
        return self.now


class Index:
    """An index whose mark and assistant the test changes; counts how often it is looked at and taken up."""

    def __init__(self):
        self.looks = 0
        self.taken = 0
        self.state = "old"
        self.newer = None

    def mark(self):
        """Tells states apart."""
        self.looks += 1
        return self.state

    def renew(self):
        """An assistant over the new one, if it can be read."""
        self.taken += 1
        return self.newer


@pytest.fixture
def index():
    return Index()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def live(index, clock):
    nothing = Assistant(FakeCatalog(), FakeSearch())
    return Newest(nothing, index.mark, index.renew, seen="old", clock=clock)


def answers(live):
    return bool(Renewed(lambda: live().ask)(Ask("旧冰箱换新有补贴吗")).measures)


def test_a_new_index_is_taken_up_at_the_next_question(live, index, clock):
    """A second later at most, and once."""
    index.state, index.newer = "new", Assistant(FakeCatalog(), found(FRIDGE.id))
    assert not answers(live)
    clock.now += LOOK_EVERY_S
    assert answers(live)
    clock.now += LOOK_EVERY_S
    assert answers(live)
    assert index.taken == 1


def test_the_index_is_looked_at_once_a_second_at_most(live, index, clock):
    """However many questions come."""
    clock.now += LOOK_EVERY_S
    for _ in range(5):
        answers(live)
    assert index.looks == 1


def test_an_index_that_cannot_be_read_changes_nothing(live, index, clock):
    """The old one answers on; the next switch is taken up."""
    index.state = "damaged"
    clock.now += LOOK_EVERY_S
    assert not answers(live)
    index.state, index.newer = "new", Assistant(FakeCatalog(), found(FRIDGE.id))
    clock.now += LOOK_EVERY_S
    assert answers(live)


def test_memory_is_returned_after_a_switch_alone(index, clock):
    """By then nothing holds the old one but who still answers from it; an index that stays costs nothing."""
    held = []
    live = Newest(
        "old", index.mark, index.renew, seen="old", clock=clock, switched=lambda: held.append(live._current)
    )
    for state, newer in (("old", None), ("damaged", None), ("new", "new"), ("new", "new")):
        index.state, index.newer = state, newer
        clock.now += LOOK_EVERY_S
        live()
    assert held == ["new"]


def test_what_changed_before_the_first_question_is_not_missed(index, clock):
    """The mark is of before the first assistant was made."""
    index.newer = Assistant(FakeCatalog(), found(FRIDGE.id))
    live = Newest(Assistant(FakeCatalog(), FakeSearch()), index.mark, index.renew, seen=None, clock=clock)
    clock.now += LOOK_EVERY_S
    assert answers(live)


@pytest.fixture
def settings(tmp_path, monkeypatch):
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home", NOTICE)
    return load_settings()


def test_a_running_bot_answers_from_what_was_added_meanwhile(settings, tmp_path, clock):
    """And no more from what was removed; nothing is started again."""
    live = app.make_assistant(settings, clock=clock)
    question = Ask("县道养护每公里每年安排多少钱")
    path = tmp_path / "养护.txt"
    path.write_text(ROADS, encoding="utf-8")
    assert "1万元" not in live.ask(question).text
    assert main(["corpus", "add", str(path), "--yes"]) == 0
    clock.now += LOOK_EVERY_S
    assert "每公里每年安排养护资金1万元" in live.ask(question).text
    assert live.look_ups.show("周政办字〔2023〕91号#一") is not None
    assert main(["corpus", "remove", "周政办字〔2023〕91号"]) == 0
    clock.now += LOOK_EVERY_S
    assert "1万元" not in live.ask(question).text
    assert live.look_ups.show("周政办字〔2023〕91号#一") is None


class CountingEncoder:
    """Remembers what it was asked to encode."""

    name, dim = "counting", 4

    def __init__(self):
        self.encoded = []

    def encode_passages(self, texts):
        """One vector a text."""
        self.encoded += texts
        return np.eye(4, dtype=np.float32)[[len(text) % 4 for text in texts]]

    encode_queries = encode_passages


def _encoded_texts(opened):
    return {text for p in opened.index.passages if p.encoded for text in p.encoded_texts}


def test_only_what_is_new_is_encoded(settings, tmp_path):
    """Vectors of passages that stay come from the cache."""
    library = AddedFiles(settings.library_folder)

    def opened(encoder):
        collection = DocumentCollection(settings.corpus, library)
        sources = Sources(collection.digest(), lambda: catalog_of(collection.stock()))
        return IndexStore(settings.index_folder, encoder, bundled=None).open(sources)

    first = CountingEncoder()
    before = _encoded_texts(opened(first))
    assert set(first.encoded) == before
    path = tmp_path / "养护.txt"
    path.write_text(ROADS, encoding="utf-8")
    library.add(read_intake(path))
    second = CountingEncoder()
    after = _encoded_texts(opened(second))
    assert before < after
    assert sorted(second.encoded) == sorted(after - before)


def test_an_index_of_another_model_is_not_taken_up(settings):
    """Its vectors would have nothing to do with the questions'."""
    ours, theirs = CountingEncoder(), CountingEncoder()
    theirs.name = "another"
    sources = Sources("first", lambda: load_catalog(settings.corpus))
    store = IndexStore(settings.index_folder, ours, bundled=None)
    assert (store.mark(), store.current()) == (None, None)
    store.open(sources)
    mine = store.mark()
    assert store.current() is not None
    IndexStore(settings.index_folder, theirs, bundled=None).open(sources)
    assert store.mark() != mine
    assert store.current() is None
