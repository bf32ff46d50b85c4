"""The command that makes the encoder."""

from pathlib import Path

import pytest

from embeddings.training import __main__ as making


def test_without_the_documents_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As without the internet: one line says how many can be read and what to do."""
    monkeypatch.setattr(making, "document_texts", lambda folder: [("a1", "某办法")])
    with pytest.raises(FileNotFoundError, match=r"^0 measures can be read, .* connect to the internet"):
        making.make_bundled_encoder(tmp_path / "clones", tmp_path / "encoder")
    assert not (tmp_path / "encoder").exists()
