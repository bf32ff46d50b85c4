"""Passages, the indexes over them, and the index on disk."""
