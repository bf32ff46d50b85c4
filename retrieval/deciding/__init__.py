"""Whether the best measure answers, and why a question is refused."""
