"""A folder added by a command that is killed again and again."""

from tests.chaos.shelf_kills import killed_runs


def test_nothing_is_lost_and_nothing_is_there_twice(tmp_path):
    """The short form of the attack in tests/chaos: 12 files, 1 kill."""
    assert [str(figure) for figure in killed_runs(tmp_path, 12, 1) if not figure.holds] == []
