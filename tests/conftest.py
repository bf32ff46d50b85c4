"""What tests of several packages stand on."""

import pytest

from tests.shared_homes import SharedHomes


@pytest.fixture(scope="session")
def shared_homes(tmp_path_factory, pytestconfig):
    """Data folders whose indexes are built once for all tests."""
    return SharedHomes(tmp_path_factory, pytestconfig)
