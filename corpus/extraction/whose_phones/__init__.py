"""Whose the phones of a text are: rows of desks, lists, fields, running text. Tables are read in `duties`."""
