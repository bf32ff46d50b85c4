"""A folder added by a command that is killed again and again."""

from tests.chaos.shelf_kills import killed_runs


def test_nothing_is_lost_and_nothing_is_there_twice(tmp_path):
    """The short form of the attack in tests/chaos: 20 files, 2 kills."""
    assert [str(figure) for figure in killed_runs(tmp_path, 20, 2) if not figure.holds] == []
