"""Words by which people ask to be reminded of a day, or told of what is new."""
