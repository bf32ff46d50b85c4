"""What the text of a measure asks of who applies: figures and their bounds, traits, and how it joins them."""
