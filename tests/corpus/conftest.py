"""The bundled texts, parsed once."""

from pathlib import Path

import pytest

from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.structure.parse import parse_sources
from tests.notices import fill


@pytest.fixture(scope="session")
def drafts() -> dict[str, DocumentDraft]:
    """By number."""
    return {draft.number: draft for draft in parse_sources(BUNDLED_CORPUS)}


@pytest.fixture(scope="session")
def measures(drafts: dict[str, DocumentDraft]) -> dict[str, MeasureDraft]:
    """By number and label."""
    return {f"{number}#{m.item}": m for number, draft in drafts.items() for m in draft.measures}


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """A folder with a notice as the one bundled document."""
    folder = tmp_path / "bundled"
    fill(folder)
    return folder
