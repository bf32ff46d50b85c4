"""Turns that name a place, a level of government, or a year, and ask for the rules there or then."""
