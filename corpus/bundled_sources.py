"""Where the documents and questions that come with the project are."""

from pathlib import Path

BUNDLED_CORPUS = Path(__file__).parent / "documents"
"""The sources as published, with what is known of each in `sources.toml`."""

BUNDLED_QUESTIONS = Path(__file__).parent / "questions"
"""Plain-language questions of their measures, and such as no measure answers."""
