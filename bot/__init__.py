"""Conversation and channels: an assistant, and the command line, terminal chat and Telegram around it."""
