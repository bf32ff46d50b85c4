"""Web pages: their article, its paragraphs and tables, and what is hidden or generated in them."""
