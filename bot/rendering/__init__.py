"""An answer as text, HTML or JSON: lines and blocks, titles, whom to call, comparisons and ledgers."""
