"""What a question says beyond its words: numbers, years, places, references, wishes."""
