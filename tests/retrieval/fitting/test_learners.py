"""The fitting libraries are optional: without them a command says what to install, in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.fitting.learners import learner, require_learners

ROOT = Path(__file__).parents[3]
WITHOUT = """
import runpy, sys
sys.modules[sys.argv.pop(1)] = None
runpy.run_module(sys.argv.pop(1), run_name="__main__")
"""
"""Runs a module as `python -m` does, in a Python that lacks a library."""


def test_what_fits_models_is_installed_for_the_tests() -> None:
    """`pip install -e '.[dev]'` brings the extra along."""
    require_learners()
    assert callable(learner("scipy.optimize").minimize)


@pytest.mark.parametrize(
    ("command", "library"),
    [("retrieval.fitting.fit", "scipy"), ("bot.conversation.hearing.fit_phrases", "sklearn")],
)
def test_a_fitting_command_says_in_one_line_what_is_missing(command: str, library: str) -> None:
    """It names the library and what to run, before it has read or written anything."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, library, command, "--write"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stderr == f"拟合要用的 {library} 没有安装。请在仓库目录运行 pip install -e '.[fit]'。\n"
    assert (done.returncode, done.stdout) == (1, "")
