"""How many threads the libraries of numbers get."""

import os
import subprocess
import sys

import pytest

NAMES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
SAY = f"import bot, os; print(*(os.environ[name] for name in {NAMES}))"


def told(**given):
    """What the variables hold in a process that has begun with the bot."""
    bare = {name: value for name, value in os.environ.items() if name not in NAMES}
    done = subprocess.run(
        [sys.executable, "-c", SAY], env={**bare, **given}, capture_output=True, text=True, check=True
    )
    return tuple(done.stdout.split())


@pytest.mark.parametrize(("given", "held"), [({}, ("1", "1")), ({"OPENBLAS_NUM_THREADS": "4"}, ("1", "4"))])
def test_each_library_has_one_thread_unless_somebody_says_otherwise(given, held):
    """Two of them spin on the second core while two people ask."""
    assert told(**given) == held
