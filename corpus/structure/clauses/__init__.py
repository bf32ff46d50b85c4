"""The outline of a document: labels, headings and ranks, and the sections that hang below them."""
