"""Word files, and what other flows of text share with them: outline, numbers, styles."""
