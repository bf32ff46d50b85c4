"""Taking a document in: what would be read of it is shown, then it is kept."""
