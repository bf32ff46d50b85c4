"""Text as it is compared: normalised, cut into terms and syllables."""
