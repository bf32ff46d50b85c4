from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.cataloguing import load_catalog

_DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The bundled corpus, parsed once."""
    return load_catalog(_DOCUMENTS)
