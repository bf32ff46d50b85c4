"""From the text of a measure to who, what, how much and until when."""
