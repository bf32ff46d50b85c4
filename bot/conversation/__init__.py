"""Conversations: what a turn means after the turns before it, and answers taken from what they are about."""
