"""Pages of glyphs at places (PDF, OFD, scans): their lines, their order, their tables."""
