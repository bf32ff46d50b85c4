"""Sentences that say what a misspelt question was taken to mean."""

HEARD = "按“{words}”为您查找："
