"""What the words of one turn say, whatever was said before: moves, fields, phrasing, counted things, days."""
