"""Taking documents in and out: one way for the command, the desk and whatever else brings files."""
