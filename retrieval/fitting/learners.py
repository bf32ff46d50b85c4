"""Loads the libraries that fit models; only the fitting commands need them."""

from importlib import import_module
from types import ModuleType
from typing import Literal, get_args

from retrieval.errors import FittingUnavailableError

FittingLibrary = Literal["scipy.optimize", "scipy.sparse", "sklearn.linear_model", "sklearn.neural_network"]


def learner(library: FittingLibrary) -> ModuleType:
    """A module of a fitting library, imported when it is first needed: answering questions needs none.

    Raises:
        FittingUnavailableError: the library is not installed.
    """
    try:
        return import_module(library)
    except ImportError as error:
        raise FittingUnavailableError(library.partition(".")[0]) from error


def require_learners() -> None:
    """Imports all of them, so that a command fails at once and not after minutes of encoding.

    Raises:
        FittingUnavailableError: a library is not installed.
    """
    for library in get_args(FittingLibrary):
        learner(library)
