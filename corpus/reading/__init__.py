"""One module per file format: bytes in, blocks of text out."""
