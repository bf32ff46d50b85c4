"""What keeps an answer open that the figures alone would give."""
