"""Fits weights and thresholds on judged questions; off the answering path."""
