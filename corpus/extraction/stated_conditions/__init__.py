"""Amounts, rates, caps, thresholds, dates and applicants that measures state, by rules with examples."""
