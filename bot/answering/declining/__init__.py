"""When a search is not answered after all, and what is said then."""
