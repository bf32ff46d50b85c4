"""PDF files: their pages as drawn, forms, and pictures of them."""
