"""A fiftieth of the hostile inputs, other ones than `make chaos` sends."""

import pytest

from tests.chaos.hostile import attacked


def test_hostile_inputs_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, no 5xx, no hidden character shown, no formula in a cell."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    tolls = list(attacked(0.02, seed=1))
    assert sum(toll.inputs for toll in tolls) == 200
    assert [toll for toll in tolls if toll.faults] == []
