"""Whether somebody may claim what a measure gives: what was said of oneself, held against its conditions."""
