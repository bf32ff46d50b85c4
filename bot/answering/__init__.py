"""The assistant: one question in, one answer out, whatever the channel."""
