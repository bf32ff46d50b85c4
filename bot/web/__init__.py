"""The page and the HTTP interface: the same answers as every other channel, over FastAPI."""
