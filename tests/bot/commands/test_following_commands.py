"""wenzheng corpus watch and follow: what they say, what the log keeps, what they refuse."""

from contextlib import closing
from types import SimpleNamespace

import pytest

from bot import app
from bot.cli import main
from bot.settings import load_settings
from tests.bot.shared_reading import shared_adder
from tests.notices import settle
from tests.served_site import ServedSite, article_path, fill_site
from tests.shelves import as_text, notice, number_of

WIRING = SimpleNamespace(
    open_store=app.open_store,
    open_adder=shared_adder,
    load_library=app.load_library,
    added_documents=app.added_documents,
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home")
    monkeypatch.setenv("WENZHENG_FOLLOW_PAUSE_S", "0")
    return tmp_path / "home"


@pytest.fixture
def site():
    made = ServedSite().start()
    fill_site(made, 2)
    yield made
    made.close()


def run(*arguments):
    return main(["corpus", *map(str, arguments)], WIRING)


def logged():
    with closing(app.open_store(load_settings())) as store:
        return [(r.who, r.act, r.subject, r.after) for r in store.audit.changes(10)]


def test_a_folder_is_looked_at_twice_and_what_came_of_it_is_logged(tmp_path, capsys):
    """What is removed stays in the list, with the reason."""
    folder = tmp_path / "共享盘"
    folder.mkdir()
    path = folder / "甲.txt"
    path.write_bytes(as_text(notice(10)))
    assert run("watch", folder, "--once", "--every", "0", "--yes") == 0
    assert capsys.readouterr().out.splitlines() == [f"存入：甲.txt（{number_of(10)}）", "索引已就绪"]
    path.unlink()
    for _ in range(2):
        run("watch", folder, "--once", "--every", "0", "--yes")
    reason = "原文件已从文件夹移走：甲.txt"
    assert capsys.readouterr().out.splitlines() == [f"撤下：{number_of(10)}（{reason}）", "索引已就绪"]
    assert logged() == [
        ("文件夹", "撤下文件", number_of(10), reason),
        ("文件夹", "添加文件", number_of(10), "甲.txt"),
    ]
    run("list")
    assert capsys.readouterr().out.splitlines()[-1] == f"已撤下：{number_of(10)}（{reason}）"


def test_a_site_is_visited_summed_up_and_left_to_the_staff(site, capsys, monkeypatch):
    """Unless the setting or --yes says otherwise."""
    monkeypatch.setenv("WENZHENG_FOLLOW_NETWORKS", "127.0.0.1/32")
    assert run("follow", site.start_url, "--once") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "访问4次，取回3个网页和附件：存入0份，待审核2份，没有读成0个，打不开0个。",
        "待审核的文件请到工作台“文件”里核对后存入。",
    ]
    assert len(app.open_desk(load_settings(), None).waiting.all()) == 2
    monkeypatch.setenv("WENZHENG_STRAIGHT_IN", "true")
    fill_site(site, 3)
    assert run("follow", site.start_url, "--once", "--region", "清河区") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "索引已就绪",
        "访问3次，取回2个网页和附件：存入1份，待审核0份，没有读成0个，打不开0个。",
    ]
    assert logged() == [("网站跟踪", "添加文件", number_of(2), site.root + article_path(2))]
    assert run("follow", site.start_url, "--once", "--all") == 0
    assert "访问5次，取回0个" in capsys.readouterr().out


def test_a_private_address_is_refused_unless_its_network_is_allowed(site, capsys):
    """Loopback too; nothing is asked there."""
    assert run("follow", site.start_url, "--once") == 1
    assert "指向内部网络，不访问" in capsys.readouterr().err
    assert not site.took()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("watch", "没有这里", "--once"), "没有这个文件夹"),
        (("follow", "ftp://www.example.org/", "--once"), "不是 http 或 https 网址"),
        (("follow", "政策文件", "--once"), "不是 http 或 https 网址"),
    ],
)
def test_what_cannot_be_watched_or_followed_is_told_in_one_line(arguments, words, capsys):
    """With exit code 2."""
    assert run(*arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line


@pytest.mark.parametrize("name", ["FOLLOW_PAUSE_S", "FOLLOW_FILE_MB", "FOLLOW_NETWORKS", "STRAIGHT_IN"])
def test_a_setting_that_cannot_be_used_is_named(name, monkeypatch, capsys):
    """In one line, with what it should be."""
    monkeypatch.setenv(f"WENZHENG_{name}", "-x")
    assert run("list") == 2
    assert f"WENZHENG_{name}=-x 无效：应为" in capsys.readouterr().err
