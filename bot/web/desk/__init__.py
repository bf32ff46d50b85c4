"""The desk of the staff: behind accounts, what was asked and not answered, documents, phones, the notice."""
