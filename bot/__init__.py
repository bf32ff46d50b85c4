"""Conversation and channels: an assistant, and the page, the chats and the command line around it."""

import os

# The libraries of numbers read these when they are loaded, so they are set before any of them is. Their
# threads spin while they wait: with two, and two people asking on two cores, an answer took 31 ms of
# processor time, with one 18; a single question gains nothing from the second.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Telegram's library gives times to wait as durations then; as numbers they are deprecated.
os.environ.setdefault("PTB_TIMEDELTA", "1")
