"""What tests of several packages stand on, and the order of their folders."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.bundled import bundled_catalog
from tests.shared_homes import SharedHomes

settings.register_profile("untimed")
settings.load_profile("untimed")
"""How long an example takes depends on what else the machine does: speed belongs to `make bench`."""
_LONGEST = ("quality", "e2e", "web", "bench", "chaos")
"""Folders with files that take half a minute: begun first, none of them is waited for alone in the end."""


@pytest.fixture(scope="session")
def catalog():
    """The bundled documents as records."""
    return bundled_catalog()


@pytest.fixture(scope="session")
def shared_homes(tmp_path_factory, pytestconfig):
    """Data folders whose indexes are built once for all tests."""
    return SharedHomes(tmp_path_factory, pytestconfig)


def pytest_collection_modifyitems(items):
    """Files that take long are worked on before the many short ones, which then fill up all processes."""
    items.sort(key=_turn)


def _turn(item):
    folder, *_ = item.path.relative_to(Path(__file__).parent).parts
    return _LONGEST.index(folder) if folder in _LONGEST else len(_LONGEST)
