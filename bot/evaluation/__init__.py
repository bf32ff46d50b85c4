"""Judged questions played through the assistant: scores, reports, and why a question was lost."""
