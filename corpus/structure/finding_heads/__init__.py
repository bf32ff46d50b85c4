"""Where a document begins in a source: heads with title, number and issuer, and what stands above them."""
