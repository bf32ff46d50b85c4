"""Text that knows where it stands: excerpts, labels, tables, sources."""
