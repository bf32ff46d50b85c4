"""Turns about a department: its phones, duties, deadlines, offices, and what the staff filled in for it."""
