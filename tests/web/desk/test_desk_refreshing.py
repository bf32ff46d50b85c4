"""The index follows what the desk changes: one work after the other, none too many, ended by a stop."""

import threading

from bot import app
from bot.settings import Settings
from bot.web.desk.refreshing import Refresher


class Held:
    """Work that lasts until it is released or ended."""

    def __init__(self):
        self.exitcode = None
        self.ended = threading.Event()

    def join(self):
        """Waits."""
        assert self.ended.wait(10)

    def finish(self, code=0):
        """Releases it."""
        self.exitcode = code
        self.ended.set()

    def terminate(self):
        """As a signal would."""
        self.finish(-15)


class Works:
    """Begins work and keeps it."""

    def __init__(self):
        self.begun = []
        self._more = threading.Semaphore(0)

    def begin(self):
        """One more."""
        self.begun.append(Held())
        self._more.release()
        return self.begun[-1]

    def wait(self):
        """Until one more was begun."""
        assert self._more.acquire(timeout=10)
        return self.begun[-1]


def test_changes_during_a_work_are_one_more_work():
    """The running one may have read the state before them; three changes wait for one work together."""
    works = Works()
    refresher = Refresher(works.begin)
    refresher.refresh()
    first = works.wait()
    for _ in range(3):
        refresher.refresh()
    first.finish()
    works.wait().finish()
    refresher.close()
    assert len(works.begun) == 2


def test_a_stop_ends_the_work_and_begins_none(caplog):
    """Within no time, and without a word of failure."""
    works = Works()
    refresher = Refresher(works.begin)
    refresher.refresh()
    running = works.wait()
    refresher.refresh()
    refresher.close()
    refresher.refresh()
    assert running.exitcode == -15
    assert len(works.begun) == 1
    assert not caplog.records


def test_a_failure_is_one_line_in_the_log(caplog):
    """With the exit code; the next change tries again."""
    works = Works()
    refresher = Refresher(works.begin)
    refresher.refresh()
    works.wait().finish(1)
    refresher.refresh()
    works.wait().finish()
    refresher.close()
    assert [r.getMessage() for r in caplog.records] == ["event=desk_refresh_failed exit=1"]


def test_another_process_builds_the_index(tmp_path):
    """Over one document of its own; where there are none it ends with 1."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "notice.txt").write_text(
        "周村区人民政府办公室\n关于秸秆还田补助的通知\n周政办发〔2026〕3号\n\n各镇人民政府：\n"
        "一、补助标准。每亩补助30元。（责任单位：区农业农村局，电话：6195001）\n\n"
        "周村区人民政府办公室\n2026年3月5日\n",
        encoding="utf-8",
    )
    for folder, code in ((corpus, 0), (tmp_path / "nowhere", 1)):
        settings = Settings(home=tmp_path / "home", corpus=folder)
        work = app.refresh_aside(settings)
        work.join()
        assert work.exitcode == code
    assert (tmp_path / "home" / "index" / "current").is_file()
