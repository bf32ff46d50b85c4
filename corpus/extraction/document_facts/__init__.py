"""What is so of a whole document: its kind, aims, marks, whether it applies, and what it does to others."""
